import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { root } from '../../scripts/paths.mjs'
import { accessModel } from '../../src/access/from-templates.ts'
import { judgeMatrix } from '../../src/access/judge.ts'
import { limitBreaches, surelyWithinLimits } from '../../src/cloudformation/limits.ts'
import { parseTemplate } from '../../src/cloudformation/parse.ts'
import { validateResources } from '../../src/cloudformation/validate.ts'
import { openResourceTypes } from '../../src/edge/cloudformation-types.ts'
import { openIamActions } from '../../src/edge/iam-actions.ts'
import { isRed } from '../../src/model/access.ts'
import { AuditError } from '../../src/model/errors.ts'
import { COMMERCIAL_REGIONS } from '../../src/model/partition.ts'
import { CONFIGS, load, render } from '../support/config.ts'
import { oneIn, runs } from '../support/length.ts'
import { valuesOf } from '../support/schema-arbitrary.ts'

const typesOf = openResourceTypes(readFileSync(join(root, 'dist/cloudformation-types.bin')))
const index = openIamActions(readFileSync(join(root, 'dist/iam-actions.bin')))
const schema = JSON.parse(readFileSync(join(root, 'schema.json'), 'utf8')) as Parameters<typeof valuesOf>[0]

const region = fc.constantFrom('us-east-1', 'us-east-1', 'eu-west-1', 'us-gov-west-1', 'cn-north-1')
/** Commercial regions only agree with each other; the rules refuse the rest, as they should. */
const commercial = fc.constantFrom(...COMMERCIAL_REGIONS.slice(0, 6))
/** Names that keep a derived bucket name short enough often enough. */
const short = fc.stringMatching(/^[a-z][a-z0-9]{1,8}$/)
const issuer = fc.stringMatching(/^[A-Z0-9]{8}$/).map((id) => `https://oidc.eks.us-east-1.amazonaws.com/id/${id}`)

const configs = valuesOf(schema, {
  project: short,
  environment: fc.constantFrom('dev', 'prod'),
  prefix: fc.stringMatching(/^[a-z][a-z0-9-]{1,12}$/),
  region,
  'workload-region': fc.option(commercial, { nil: undefined }) as fc.Arbitrary<unknown>,
  'access.replica.region': commercial,
  'audit.analytics.regions[]': commercial,
  'audit.analytics.since': fc.constantFrom('2024/02/29', '2025/12/31'),
  'audit.lifecycle': fc.constantFrom(
    {},
    { expire: 4000 },
    { 'standard-ia': null, glacier: 31, 'glacier-class': 'GLACIER' },
    { 'deep-archive': null },
  ),
  'access.eks.clusters[].issuer': issuer,
  // Rows of a config's own belong to another test.
  'access-matrix': fc.constant([]),
  // Checks of exceptions belong to another test; names that may be anything are kept here.
  exceptions: fc.constant([]),
}) as fc.Arbitrary<Record<string, unknown>>

/** The templates of a config, or what it is refused for. */
function outcome(config: Record<string, unknown>) {
  try {
    return render(load(JSON.stringify(config)))
  } catch (error) {
    if (error instanceof AuditError && error.code === 'BAD_CONFIG' && error.problems.length > 0) return error
    throw error
  }
}

/** Takes out of a config what a refusal names, so that most configs get as far as rendering. */
function withoutWhatIsRefused(config: Record<string, unknown>, refusal: AuditError): Record<string, unknown> {
  let text = JSON.stringify(config)
  for (const { message } of refusal.problems) {
    const partition = /^"(arn:[^"]*)" is in partition (\S+), `region` "[^"]*" in (\S+)\.$/.exec(message)
    if (partition) text = text.replaceAll(`arn:${partition[2]}:`, `arn:${partition[3]}:`)
  }
  const smaller = JSON.parse(text) as Record<string, unknown>
  for (const { message } of refusal.problems) {
    const path = /^`([a-z][a-z.-]*)/.exec(message)?.[1] ?? (/cluster|repository|bucket/.test(message) ? 'access' : undefined)
    const steps = path?.split('.') ?? []
    const last = steps.pop()
    const owner = steps.reduce<unknown>((value, step) => (value as Record<string, unknown> | undefined)?.[step], smaller)
    if (last !== undefined && typeof owner === 'object' && owner !== null) delete (owner as Record<string, unknown>)[last]
  }
  return smaller
}

/** Rows of the foundation's access matrix that the templates do not hold to: none, whatever the config. */
function brokenRows(config: Record<string, unknown>, templates: ReturnType<typeof render>) {
  const here = { file: 'c', line: 1, column: 1 }
  const placed = templates.map(({ name, body, region: where }) => ({
    parsed: parseTemplate(body, name),
    region: where,
    positionOf: () => here,
  }))
  const loaded = load(JSON.stringify(config))
  const { access, problems } = judgeMatrix({ config: loaded, model: accessModel(placed, loaded.account), index, positionOf: () => here })
  return [...access.filter((row) => isRed(row)).map(({ who, actions, detail, at }) => ({ who, actions, detail, at })), ...problems]
}

/** A config and what became of it, after at most eight repairs. */
function repaired(config: Record<string, unknown>) {
  let given = JSON.parse(JSON.stringify(config)) as Record<string, unknown>
  let templates = outcome(given)
  for (let tries = 0; templates instanceof AuditError && tries < 8; tries += 1) {
    given = withoutWhatIsRefused(given, templates)
    templates = outcome(given)
  }
  return { given, templates }
}

const COUNT = runs(60, 1000)

describe('any config the schema accepts', () => {
  it('is refused with a position and a way out, or renders to templates that CloudFormation takes', () => {
    let rendered = 0
    let refused = 0
    fc.assert(
      fc.property(configs, (config) => {
        const { given, templates } = repaired(config)
        if (templates instanceof AuditError) {
          refused += 1
          for (const problem of templates.problems) {
            expect(problem.position?.line).toBeGreaterThan(0)
            expect(problem.remedy).toMatch(/\w/)
          }
          return
        }
        rendered += 1
        expect(outcome(given)).toEqual(templates)
        for (const template of templates) {
          // A logical id written twice is a duplicate key, which the parser refuses.
          const parsed = parseTemplate(template.body, template.name)
          expect([template.body, validateResources(parsed, typesOf)]).toEqual([expect.any(String), []])
          // The quick look may doubt, but never be wrong.
          if (surelyWithinLimits(template.body)) expect(limitBreaches(template, parsed)).toEqual([])
          for (const breach of limitBreaches(template, parsed)) {
            // Long lists in one policy are the user's to shorten; `check` refuses them with this text.
            expect(breach.what).toMatch(/^(?:trust policy|inline policies|policy|bucket policy|event pattern|managed policies) /)
          }
        }
        expect(brokenRows(given, templates)).toEqual([])
      }),
      { numRuns: COUNT },
    )
    // Rules refuse much of what a schema alone lets through; enough must be left to mean something.
    expect([rendered > COUNT / 3, rendered, refused]).toEqual([true, rendered, refused])
  })

  it.each(oneIn(3, Object.entries(CONFIGS)))('golden config %s is valid against the CloudFormation schemas', (_, text) => {
    for (const template of render(load(text))) expect(validateResources(parseTemplate(template.body, template.name), typesOf)).toEqual([])
  })
})
