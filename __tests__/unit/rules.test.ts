import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { root } from '../../scripts/paths.mjs'
import { baseOf } from '../../src/commands/base.ts'
import { plan } from '../../src/commands/plan.ts'
import { loadProject } from '../../src/commands/project.ts'
import { compareRules } from '../../src/commands/rules.ts'
import type { BaseFiles, World } from '../../src/commands/world.ts'
import { openIamActions } from '../../src/edge/iam-actions.ts'
import { AuditError } from '../../src/model/errors.ts'
import { gateBreaches } from '../../src/plan/gates.ts'
import { ruleBreaches, ruleChanges, stoppedByEither } from '../../src/plan/rule-changes.ts'
import { createPaint } from '../../src/progress/progress.ts'
import { recordOf } from '../../src/render/rules-record.ts'
import { toMarkdown } from '../../src/report/markdown.ts'
import { toText } from '../../src/report/text.ts'
import { verdictOf } from '../../src/verdict/verdict.ts'
import { load, MINIMAL, sha256 } from '../support/config.ts'
import { aPlan, aReport } from '../support/reports.ts'

const index = openIamActions(readFileSync(join(root, 'dist/iam-actions.bin')))
const said = (before: string, after: string) => {
  const [old, now] = [load(MINIMAL + before), load(MINIMAL + after)]
  return ruleChanges({ config: old, rows: old.accessMatrix }, { config: now, rows: now.accessMatrix }, []).map(
    ({ rule, change, from, to, weakens }) => `${rule}: ${change} ${from ?? '-'} → ${to ?? '-'}${weakens ? ' weakens' : ''}`,
  )
}

describe('ruleChanges', () => {
  const exception = (check: string, expires: string) => `exceptions: [{ check: ${check}, reason: r, owner: o, expires: ${expires} }]\n`
  const row = (more: string) => `access-matrix: [{ who: verify-role, cannot: "${more}", on: "*" }]\n`
  it.each<[string, string, string, string[]]>([
    ['nothing', 'fail-on: low\n', 'fail-on: low\n', []],
    ['a milder fail-on', 'fail-on: low\n', 'fail-on: critical\n', ['fail-on: changed low → critical weakens']],
    ['a stricter fail-on', 'fail-on: critical\n', 'fail-on: low\n', ['fail-on: changed critical → low']],
    ['a gate that goes', 'gates: { fail-on-widening: true }\n', '', ['gates.fail-on-widening: removed true → false weakens']],
    ['a gate that comes', '', 'gates: { fail-on-drift: true }\n', ['gates.fail-on-drift: added false → true']],
    [
      'more that may be spent',
      'gates: { fail-on-cost-increase: 5 }\n',
      'gates: { fail-on-cost-increase: 9 }\n',
      ['gates.fail-on-cost-increase: changed 5 → 9 weakens'],
    ],
    ['no limit', 'gates: { fail-on-cost-increase: 5 }\n', '', ['gates.fail-on-cost-increase: removed 5 → - weakens']],
    [
      'an allowance',
      '',
      'gates: { allow: [{ gate: widening, subject: R, reason: r }] }\n',
      ['gates.allow widening R: added - → r weakens'],
    ],
    [
      'an exception',
      '',
      exception('log-delivery-is-fresh', '2027-01-01'),
      ['exceptions log-delivery-is-fresh: added - → r (o) until 2027-01-01 weakens'],
    ],
    [
      'an exception that lasts longer',
      exception('log-delivery-is-fresh', '2027-01-01'),
      exception('log-delivery-is-fresh', '2027-06-01'),
      ['exceptions log-delivery-is-fresh: changed r (o) until 2027-01-01 → r (o) until 2027-06-01 weakens'],
    ],
    [
      'an exception that ends',
      exception('log-delivery-is-fresh', '2027-01-01'),
      '',
      ['exceptions log-delivery-is-fresh: removed r (o) until 2027-01-01 → -'],
    ],
    [
      'a row about other requests',
      'access-matrix: [{ who: verify-role, cannot: "s3:PutObject", on: "*", when: { "aws:RequestedRegion": eu-west-1 } }]\n',
      row('s3:PutObject'),
      [
        'access row: verify-role cannot s3:PutObject on * when aws:RequestedRegion is eu-west-1: removed - → - weakens',
        'access row: verify-role cannot s3:PutObject on *: added - → -',
      ],
    ],
    ['a row', row('s3:PutObject'), '', ['access row: verify-role cannot s3:PutObject on *: removed - → - weakens']],
    [
      'a profile',
      'access: { sagemaker: { profile: least-privilege } }\n',
      'access: { sagemaker: { profile: lab } }\n',
      ['access.sagemaker.profile: changed least-privilege → lab weakens'],
    ],
  ])('sees %s', (_, before, after, expected) => expect(said(before, after)).toEqual(expected))
})

describe('a change that takes its own judge away', () => {
  const [old, now] = [load(`${MINIMAL}gates: { fail-on-widening: true }\n`), load(MINIMAL)]
  const today = '2026-11-25'
  const plans = [aPlan({ changes: [] })]
  const changes = ruleChanges({ config: old, rows: [] }, { config: now, rows: [] }, [])
  const gates = [
    ...stoppedByEither(gateBreaches(plans, { gates: now.gates, today }), gateBreaches(plans, { gates: old.gates, today })),
    ...ruleBreaches(changes, { old: old.gates, now: now.gates, today }),
  ]
  const report = aReport({ plans, gates, rules: { base: 'a1b2c3d', changes } })

  it('fails, and both are said', () => {
    expect(verdictOf(report)).toMatchObject({ good: false, reasons: ['gates'], weakened: [{ rule: 'gates.fail-on-widening' }] })
    const text = toText(report, createPaint(false))
    expect(text).toMatch(/gate widening: SageMakerRole added allow iam:PassRole on \*, by the rule of the base/)
    expect(text).toMatch(/gate widening: gates.fail-on-widening the rule is weaker: removed, was true, is false/)
    expect(text).toMatch(/Rules that change, beside a1b2c3d:\n {4}! weaker gates.fail-on-widening: true → false/)
    const markdown = toMarkdown(report, { limit: 65_536, isPublic: false, maskAccountId: false })
    expect(markdown).toMatch(/#### Rules that change/)
    expect(markdown).toMatch(/⚠️ weaker \| `gates.fail-on-widening` \| true → false/)
  })

  it('is not let through by an allowance of its own', () => {
    const own = load(`${MINIMAL}gates: { fail-on-widening: true, allow: [{ gate: widening, subject: SageMakerRole, reason: mine }] }\n`)
    const judged = stoppedByEither(gateBreaches(plans, { gates: own.gates, today }), gateBreaches(plans, { gates: old.gates, today }))
    expect(judged.map(({ subject, allowed, byOldRule }) => [subject, allowed, byOldRule])).toEqual([
      ['SageMakerRole', undefined, true],
      ['SageMakerRole', undefined, true],
    ])
    // Of the base it does.
    expect(
      stoppedByEither(gateBreaches(plans, { gates: own.gates, today }), gateBreaches(plans, { gates: own.gates, today })).map(
        ({ allowed }) => allowed,
      ),
    ).toEqual(['mine', 'mine'])
  })
})

describe('plan', () => {
  const LAB = `${MINIMAL}audit: { data-events: [acme-gold] }\naccess: { sagemaker: { profile: lab } }\n`
  const onlyConfig =
    (text: string) =>
    async (path: string): Promise<string | undefined> =>
      path === 'mlops-audit.yml' ? text : undefined
  const planned = async (
    text: string,
    base: BaseFiles | undefined,
    inputs: readonly [string, string][] = [],
    readText = onlyConfig(text),
  ) => {
    const world = {
      now: () => new Date('2026-11-25T00:00:00Z'),
      sha256,
      version: '0.0.0',
      readText,
      fragment: (file: string) => readFileSync(join(root, 'templates', file), 'utf8'),
      iamActions: async () => index,
      base: () => base,
      run: { commit: undefined, url: undefined },
    } as unknown as World
    return plan(world, new Map(inputs), { local: true })
  }
  const files = (text: string | undefined): BaseFiles => ({ name: 'a1b2c3d', readText: async () => text })

  it('compares the rules with those of the base', async () => {
    const github = 'github: { repository: acme/retail, owner-id: "81", repository-id: "4512" }\n'
    const row = 'access-matrix: [{ who: deploy-role, cannot: "cloudformation:DescribeStacks", on: "*" }]\n'
    const { report, exitCode } = await planned(`${MINIMAL}${github}fail-on: critical\n`, files(`${MINIMAL}${github}${row}fail-on: low\n`))
    expect(report.rules?.changes.map(({ rule, weakens }) => [rule, weakens])).toEqual([
      ['fail-on', true],
      ['access row: deploy-role cannot cloudformation:DescribeStacks on *', true],
    ])
    // The row that is dropped is judged all the same, and the stricter `fail-on` stays.
    expect(report.failOn).toBe('low')
    expect(report.gates).toMatchObject([
      { gate: 'widening', byOldRule: true, text: expect.stringMatching(/row that is dropped does not hold/) },
    ])
    expect(exitCode).toBe(1)
  })

  it('says what could not be compared', async () => {
    const notices = async (base: BaseFiles | undefined) => (await planned(MINIMAL, base)).report.notices.join('\n')
    expect(await notices(undefined)).toMatch(/compared with nothing: no base is known/)
    expect(await notices(files(undefined))).toMatch(/a1b2c3d has no mlops-audit.yml: all rules are new/)
    expect(await notices(files('nonsense: true\n'))).toMatch(/could not be compared with those of a1b2c3d/)
    const refused = { name: 'a1b2c3d', readText: () => Promise.reject(new AuditError('GITHUB_CALL_FAILED', 'no', { remedy: 'Give it.' })) }
    expect(await notices(refused)).toMatch(/could not be compared with those of a1b2c3d: no Give it\./)
    expect(await notices(files(MINIMAL))).not.toMatch(/compared/)
    // A base that there is and nobody can read may have stopped this; one that another version understood likewise.
    expect(verdictOf((await planned(MINIMAL, files('nonsense: true\n'))).report).good).toBe(false)
    const unread = (await planned(MINIMAL, refused)).report
    expect([verdictOf(unread).good, unread.gates?.map(({ subject, text }) => `${subject}: ${text}`)]).toEqual([
      false,
      ['rules: those of a1b2c3d could not be read or understood, and bootstrap keeps none: whether this change weakens one is not known'],
    ])
  })

  const LOOSE = `${MINIMAL}access: { sagemaker: { profile: lab } }\n`
  const excepted = (more = '') =>
    `exceptions: [{ check: sagemaker-role-is-scoped, reason: trial, owner: ml, expires: 2027-01-01${more} }]\n`

  it('judges findings with the exceptions of the base', async () => {
    const { report, exitCode } = await planned(`${LOOSE}${excepted()}`, files(LOOSE))
    expect([exitCode, report.gates?.map(({ subject, text, byOldRule }) => [subject, text.slice(0, 60), byOldRule])]).toEqual([
      1,
      [
        [
          expect.stringMatching(/^exceptions sagemaker-role-is-scoped at arn:.*sagemaker-execution$/),
          'fails (high) without the exception of this change: it may s3',
          true,
        ],
      ],
    ])
    // The same exception in the base, one for something else, and what the base allows beforehand.
    expect((await planned(`${LOOSE}${excepted()}`, files(`${LOOSE}${excepted()}`))).report.gates).toBeUndefined()
    expect((await planned(`${LOOSE}${excepted(', resource: other')}`, files(LOOSE))).report.gates).toBeUndefined()
    const allowed = `${LOOSE}gates: { allow: [{ gate: widening, subject: exceptions sagemaker-role-is-scoped, reason: agreed }] }\n`
    const beforehand = await planned(`${allowed}${excepted()}`, files(allowed))
    expect([beforehand.exitCode, beforehand.report.gates?.map((one) => one.allowed)]).toEqual([0, ['agreed']])
    // What has run out and is made to last longer.
    const old = excepted().replace('2027', '2026')
    expect((await planned(`${LOOSE}${excepted()}`, files(`${LOOSE}${old}`))).report.gates).toMatchObject([{ byOldRule: true }])
  })

  it('judges rows without the policies of an organization that are new', async () => {
    const row = 'access-matrix: [{ who: sagemaker-role, cannot: "logs:CreateLogStream", on: "*" }]\n'
    const SAGE = `${MINIMAL}access: { sagemaker: { data-buckets: [acme-gold], prefixes: [gold/] } }\n${row}`
    const SCP = '{"Statement":[{"Effect":"Deny","Action":"logs:*","Resource":"*"}]}'
    const now = `${SAGE}organization: { service-control-policies: [[scp.json]] }\n`
    const at = (config: string, scp: string) => async (path: string) => ({ 'mlops-audit.yml': config, 'scp.json': scp })[path]
    const { report } = await planned(now, { name: 'a1b2c3d', readText: at(SAGE, SCP) }, [], at(now, SCP))
    expect(report.rules?.changes).toMatchObject([
      { rule: 'organization', from: 'none', to: expect.stringMatching(/scp\.json/), weakens: true },
    ])
    expect(report.gates?.map(({ subject, text, byOldRule }) => [subject, text.slice(0, 71), byOldRule])).toEqual([
      [
        'access row: sagemaker-role cannot logs:CreateLogStream on *',
        'holds only by policies of the organization that the base does not name:',
        true,
      ],
    ])
    const same = await planned(now, { name: 'a1b2c3d', readText: at(now, SCP) }, [], at(now, SCP))
    expect([same.report.rules?.changes, same.report.gates]).toEqual([[], undefined])
    // The same file with another text is another rule.
    const other = await planned(now, { name: 'a1b2c3d', readText: at(now, SCP.replace('logs:*', 's3:*')) }, [], at(now, SCP))
    expect(other.report.gates).toMatchObject([{ byOldRule: true }])
  })

  it('takes the record of bootstrap where the base cannot be read or has no config', async () => {
    const world = {
      sha256,
      version: '0.0.0',
      readText: async () => undefined,
      fragment: (file: string) => readFileSync(join(root, 'templates', file), 'utf8'),
    } as unknown as World
    const record = { stackName: 'boot', organization: undefined, config: load(`${MINIMAL}fail-on: low\n${excepted()}`).record }
    const refused = { name: 'a1b2c3d', readText: () => Promise.reject(new AuditError('GITHUB_CALL_FAILED', 'no')) }
    const of = async (base: BaseFiles | undefined) => {
      const found = await baseOf({ ...world, base: () => base }, new Map([['fail-on', 'critical']]), record)
      return [found.project?.config.failOn, found.project?.config.exceptions.length, found.notices.join()]
    }
    expect(await of(undefined)).toEqual(['low', 1, ''])
    expect(await of(refused)).toEqual(['low', 1, expect.stringMatching(/could not be compared with those of a1b2c3d: no/)])
    expect(await of(files(undefined))).toEqual([
      'low',
      1,
      expect.stringMatching(/a1b2c3d has no mlops-audit.yml: all rules are new beside it/),
    ])
    expect(await of(files(MINIMAL))).toEqual(['high', 0, ''])
    const stale = { ...record, config: '{"version":1,"was-once":"a key"}' }
    const none = await baseOf({ ...world, base: () => undefined }, new Map(), stale)
    expect([none.project, none.notices.join()]).toEqual([undefined, expect.stringMatching(/compared with nothing/)])
  })

  it('knows the policies of an organization in a record again', async () => {
    const organized = `${MINIMAL}organization: { service-control-policies: [[scp.json]] }\n`
    const SCP = '{"Statement":[{"Effect":"Deny","Action":"logs:*","Resource":"*"}]}'
    const worldOf = (config: string, scp: string) =>
      ({
        sha256,
        version: '0.0.0',
        now: () => new Date('2026-11-24T10:00:00Z'),
        base: () => undefined,
        readText: async (path: string) => ({ 'mlops-audit.yml': config, 'scp.json': scp })[path],
        fragment: (file: string) => readFileSync(join(root, 'templates', file), 'utf8'),
      }) as unknown as World
    const projectOf = (config: string, scp: string) => loadProject(worldOf(config, scp), new Map())
    const changesOf = async (then: { config: string; scp: string }, now: { config: string; scp: string }) => {
      const { templates } = await projectOf(then.config, then.scp)
      const record = recordOf(templates.find(({ name }) => name === 'bootstrap')?.parsed, 'boot')
      const project = await projectOf(now.config, now.scp)
      const { comparison } = await compareRules(worldOf(now.config, now.scp), new Map(), { ...project, actions: index }, record)
      return comparison?.changes.map(({ rule, from, to, weakens }) => [rule, from, to, weakens])
    }
    const [kept, other] = [
      { config: organized, scp: SCP },
      { config: organized, scp: SCP.replace('logs', 's3') },
    ]
    expect(await changesOf(kept, kept)).toEqual([])
    const those = expect.stringMatching(/^those of [0-9a-f]{16}$/)
    expect(await changesOf(kept, other)).toEqual([['organization', those, those, true]])
    expect(await changesOf(kept, { config: MINIMAL, scp: SCP })).toEqual([['organization', those, 'none', true]])
    expect(await changesOf({ config: MINIMAL, scp: SCP }, kept)).toEqual([['organization', 'none in the record', those, true]])
  })

  it('says which exceptions templates do not tell of', async () => {
    const { report } = await planned(`${MINIMAL}${excepted().replace('sagemaker-role-is-scoped', 'log-delivery-is-fresh')}`, files(MINIMAL))
    expect(report.notices.join('\n')).toMatch(
      /Whether log-delivery-is-fresh would fail without the exception of this change, templates do not/,
    )
  })

  it('judges by the inputs that the workflow of the base gave', async () => {
    const base = (was: [string, string][], changes: { name: string; from?: string; to?: string }[]): BaseFiles => ({
      ...files(MINIMAL),
      inputs: async () => ({
        kind: 'known',
        values: new Map(was),
        changes: changes.map(({ name, from, to }) => ({ name, from, to })),
      }),
    })
    const lowered = await planned(MINIMAL, base([['fail-on', 'low']], [{ name: 'fail-on', from: 'low', to: 'critical' }]), [
      ['fail-on', 'critical'],
    ])
    expect([
      lowered.report.failOn,
      lowered.report.rules?.changes.filter(({ weakens }) => weakens).map(({ rule, from, to }) => [rule, from, to]),
    ]).toEqual(['low', [['fail-on', 'low', 'critical']]])
    const replaced = await planned(MINIMAL, base([], [{ name: 'fail-on', from: '${{ vars.FAIL_ON }}', to: 'high' }]), [['fail-on', 'high']])
    expect(replaced.report.rules?.changes).toMatchObject([
      { rule: 'input fail-on', from: '${{ vars.FAIL_ON }}', to: 'high', weakens: true },
    ])
    const unknown: BaseFiles = { ...files(MINIMAL), inputs: async () => ({ kind: 'unknown', because: 'it has no such file' }) }
    expect((await planned(MINIMAL, unknown)).report.notices.join('\n')).toMatch(
      /What the workflow of a1b2c3d gave this step is not known: it has no such file\. The `fail-on` of its config stands beside/,
    )
  })

  it('names the rows that the lab profile leaves out', async () => {
    expect((await planned(LAB, files(LAB))).report.notices.join('\n')).toMatch(
      /`profile: lab` leaves out a row of the access matrix: sagemaker-role cannot s3:GetObject, s3:PutObject, s3:DeleteObject on \* except/,
    )
  })
})
