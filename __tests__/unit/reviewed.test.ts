import { beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { parseReviewedPlan } from '../../src/commands/reviewed-file.ts'
import { reviewedPlan } from '../../src/commands/reviewed-plan.ts'
import type { World } from '../../src/commands/world.ts'
import { AuditError } from '../../src/model/errors.ts'
import type { ResourceChange, StackPlan, StackTerms } from '../../src/model/plan.ts'
import {
  differencesFromReviewed,
  importsNotReviewed,
  lackOf,
  type ReviewedPlan,
  termDifferences,
  whyNotOfThis,
} from '../../src/plan/reviewed.ts'
import { toJson } from '../../src/report/json.ts'
import { CONFIGS, load } from '../support/config.ts'
import { runs } from '../support/length.ts'
import { aPlan, aReport } from '../support/reports.ts'
import { openSigstore, RELEASE } from '../support/sigstore.ts'

const TERMS: StackTerms = {
  region: 'us-east-1',
  templateSha256: 'a'.repeat(64),
  tags: { Environment: 'dev', Project: 'retail' },
  serviceRole: null,
  notifications: ['arn:aws:sns:us-east-1:123456789012:a', 'arn:aws:sns:us-east-1:123456789012:b'],
  rollbackAlarms: [],
  rollbackMinutes: 0,
  stackPolicy: '{}',
  terminationProtection: true,
}
const CONTEXT = {
  version: '0.1.0',
  account: '123456789012',
  region: 'us-east-1',
  configHash: 'c'.repeat(64),
  time: '2026-11-20T00:00:00.000Z',
}
const plans: readonly StackPlan[] = [
  { ...(aPlan() as StackPlan & { kind: 'changes' }), settings: [{ path: 'RoleARN', from: undefined, to: 'r' }], terms: TERMS },
  { kind: 'no-changes', template: 'access', stackName: 'retail-dev-access', terms: TERMS },
  { kind: 'unavailable', template: 'replica', stackName: 'retail-dev-replica', reason: 'busy' },
]
const FILE = toJson({ ...aReport(), command: 'plan', outcome: 'planned', plans, context: { ...aReport().context, ...CONTEXT } })

describe('a reviewed plan', () => {
  it('is what `plan` writes', () => {
    expect(parseReviewedPlan(FILE, 'p.json')).toMatchObject({ context: CONTEXT, plans: JSON.parse(JSON.stringify(plans)) })
  })

  it.each([
    ['{', /^p\.json is no plan: it is not JSON/, '1:2'],
    ['null', /the file is null, and must be object/, '1:1'],
    [
      '{"schemaVersion":1,"command":"verify","outcome":"verified","plans":[],"context":{}}',
      /`command` is "verify", and must be plan/,
      '1:30',
    ],
    [FILE.replace('"outcome": "planned"', '"outcome": "failed"'), /`outcome` is "failed", and must be planned/, undefined],
    [
      FILE.replace('"kind": "no-changes"', '"kind": "nothing"'),
      /`plans\/1\/kind` is "nothing", and must be no-changes or changes or unavailable/,
      undefined,
    ],
    [
      FILE.replace('"terminationProtection": true', '"terminationProtection": "yes"'),
      /`plans\/0\/terms\/terminationProtection` is "yes", and must be boolean/,
      undefined,
    ],
    [FILE.replace(CONTEXT.time, 'yesterday'), /`context\/time` is "yesterday", and must match pattern/, undefined],
  ])('refuses %.30s… and says where', (text, says, place) => {
    const wrong = errorOf(text)
    expect([wrong.code, wrong.message]).toEqual(['BAD_INPUT', expect.stringMatching(says)])
    const [problem] = wrong.problems
    expect(problem?.position?.file).toBe('p.json')
    if (place !== undefined) expect(`${problem?.position?.line}:${problem?.position?.column}`).toBe(place)
    else expect(problem?.position?.line).toBeGreaterThan(1)
  })

  it('of any shape at all is a plan or a located refusal, never another error', () => {
    const paths = pathsOf(JSON.parse(FILE))
    const odd = fc.oneof(fc.constantFrom<unknown>(null, true, 0, -1, '', 'x', [], {}, [null], { length: 1 }), fc.jsonValue())
    fc.assert(
      fc.property(fc.constantFrom(...paths), odd, (path, value) => {
        const text = JSON.stringify(replaced(JSON.parse(FILE), path, value))
        try {
          const plan = parseReviewedPlan(text, 'p.json')
          // What passes can be compared: every reader of it finds what it needs.
          whyNotOfThis(plan, { ...CONTEXT, now: new Date(CONTEXT.time) })
          for (const one of plan.plans) {
            lackOf(one)
            differencesFromReviewed(one, { changes: [], access: [] }, { adopted: [], terms: TERMS })
            importsNotReviewed(one, [])
          }
        } catch (error) {
          expect(error).toBeInstanceOf(AuditError)
          expect((error as AuditError).problems[0]?.position).toMatchObject({ file: 'p.json', line: expect.any(Number) })
        }
      }),
      { numRuns: runs(300, 1500) },
    )
  })

  it('is of this account, region, version and config, and not of tomorrow or of last year', () => {
    const plan: ReviewedPlan = { plans: [], context: CONTEXT }
    const at = (time: string) => ({ ...CONTEXT, now: new Date(time) })
    expect(whyNotOfThis(plan, at('2026-11-25T00:00:00Z'))).toEqual([])
    expect(whyNotOfThis(plan, at('2026-11-19T23:56:00Z'))).toEqual([])
    expect(whyNotOfThis(plan, at('2026-11-19T23:00:00Z'))).toEqual([`it was made at ${CONTEXT.time}, which is yet to come`])
    expect(whyNotOfThis(plan, at('2027-11-25T00:00:00Z'))).toEqual([`it was made at ${CONTEXT.time}, more than 30 days ago`])
    const other = {
      version: '0.2.0',
      account: '210987654321',
      region: 'eu-west-1',
      configHash: 'd'.repeat(64),
      now: new Date(CONTEXT.time),
    }
    expect(whyNotOfThis(plan, other)).toHaveLength(4)
  })

  it('binds every term of a deployment, whatever it is', () => {
    expect(termDifferences(TERMS, TERMS)).toEqual([])
    const reordered = { ...TERMS, tags: { Project: 'retail', Environment: 'dev' }, notifications: [...TERMS.notifications].reverse() }
    expect(termDifferences(TERMS, reordered)).toEqual([])
    const others: StackTerms = {
      region: 'eu-west-1',
      templateSha256: 'b'.repeat(64),
      tags: {},
      serviceRole: 'arn:aws:iam::123456789012:role/administrator',
      notifications: [],
      rollbackAlarms: ['arn:aws:cloudwatch:us-east-1:123456789012:alarm:a'],
      rollbackMinutes: 5,
      stackPolicy: '[]',
      terminationProtection: false,
    }
    // A term that is added to the type is one that must differ here.
    for (const name of Object.keys(TERMS) as (keyof StackTerms)[])
      expect([name, termDifferences(TERMS, { ...TERMS, [name]: others[name] })]).toEqual([name, [expect.any(String)]])
    expect(termDifferences(TERMS, { ...TERMS, serviceRole: others.serviceRole })).toEqual([
      'serviceRole: none → arn:aws:iam::123456789012:role/administrator',
    ])
    expect(termDifferences(undefined, TERMS)).toEqual([expect.stringMatching(/planned without credentials/)])
  })

  it('holds settings of the stack and imports as it holds changes', () => {
    const settings = [{ path: 'RoleARN', from: undefined, to: 'r' }]
    const nothing: StackPlan = { kind: 'no-changes', template: 'audit', stackName: 's', terms: TERMS }
    expect(differencesFromReviewed(nothing, { changes: [], access: [], settings })).toEqual(['new: stack setting RoleARN: nothing → r'])
    const adopted: ResourceChange = {
      action: 'Import',
      logicalId: 'Trail',
      type: 'T',
      physicalId: 't',
      replacement: undefined,
      properties: [],
    }
    const plan = aPlan({ changes: [adopted] })
    expect(importsNotReviewed(plan, [adopted])).toEqual([])
    expect(importsNotReviewed(plan, [{ ...adopted, physicalId: 'other' }])).toEqual(['new: import Trail from other'])
    expect(importsNotReviewed(undefined, [adopted])).toEqual(['new: import Trail from t'])
  })

  it('says what it could not know of a stack that was not there', () => {
    expect(lackOf(aPlan({ created: true, local: true }))).toMatch(/made before the stack existed, from its template alone/)
    expect(lackOf(aPlan({ local: true, unseen: 'cloudformation:CreateChangeSet is denied.' }))).toMatch(
      /\(cloudformation:CreateChangeSet is denied\)/,
    )
    expect(lackOf(aPlan({ local: false }))).toBeUndefined()
  })
})

describe('an attested plan', () => {
  let now: Date
  const hours = (count: number) => new Date(now.getTime() + count * 3_600_000).toISOString()
  const runUrl = RELEASE.runUrl.replace(/\/attempts.*/, '')
  const config = load(CONFIGS['example'] ?? '')
  let sigstore: Awaited<ReturnType<typeof openSigstore>>
  beforeAll(async () => {
    // The authorities' certificates begin when they are made.
    now = new Date(Math.ceil(Date.now() / 1000) * 1000)
    sigstore = await openSigstore(now)
  })
  const wrongOf = async (context: Record<string, unknown>) => {
    const here = { account: config.account, region: config.region, configHash: config.hash, version: CONTEXT.version }
    const text = toJson({
      ...aReport(),
      command: 'plan',
      outcome: 'planned',
      plans,
      context: { ...aReport().context, ...here, time: hours(0), ...context },
    })
    const files: Record<string, string> = {
      'p.json': text,
      'p.sigstore': await sigstore.attest(text),
      'root.json': sigstore.trustedRoot,
    }
    const world = {
      readText: async (path: string) => files[path],
      readBytes: async (path: string) => Buffer.from(files[path] ?? ''),
      version: CONTEXT.version,
      now: () => now,
    } as unknown as World
    const inputs = new Map([
      ['reviewed-plan', 'p.json'],
      ['attestation', 'p.sigstore'],
      ['trusted-root', 'root.json'],
      ['signer-repository', 'acme/retail'],
      ['signer-repository-id', '4512'],
      ['signer-workflow', '.github/workflows/audit.yml'],
      ['signer-ref', 'refs/heads/main'],
    ])
    return (await reviewedPlan(world, inputs, config))?.wrong
  }

  it('is of the run that attested it, and of its time', async () => {
    expect(await wrongOf({ runUrl })).toEqual([])
    expect(await wrongOf({ runUrl: undefined })).toEqual([])
    expect(await wrongOf({ runUrl: `${runUrl}1` })).toEqual([
      expect.stringMatching(/^it says run .*771, and was attested by .*77\/attempts\/1$/),
    ])
    expect(await wrongOf({ runUrl, time: hours(-25) })).toEqual([
      expect.stringMatching(/attested .* more than a day after it was finished/),
    ])
  })

  it('names its run by an address', () => {
    const text = FILE.replace(/"runUrl": "[^"]*"/, '"runUrl": "nowhere"')
    expect(errorOf(text).message).toMatch(/`context\/runUrl` is "nowhere", and must match pattern/)
  })
})

function errorOf(text: string): AuditError {
  try {
    parseReviewedPlan(text, 'p.json')
  } catch (error) {
    if (error instanceof AuditError) return error
    throw error
  }
  throw new Error('was taken for a plan')
}

type Path = readonly string[]

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  return [path, ...Object.entries(value).flatMap(([key, item]) => pathsOf(item, [...path, key]))]
}

function replaced(value: unknown, path: Path, by: unknown): unknown {
  const [key, ...rest] = path
  if (key === undefined) return by
  if (Array.isArray(value)) return value.map((item, index) => (String(index) === key ? replaced(item, rest, by) : item))
  return { ...(value as object), [key]: replaced((value as Record<string, unknown>)[key], rest, by) }
}
