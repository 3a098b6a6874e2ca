import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { root } from '../../scripts/paths.mjs'
import { parseTemplate } from '../../src/cloudformation/parse.ts'
import { planEffects } from '../../src/commands/plan-effects.ts'
import { openIamActions } from '../../src/edge/iam-actions.ts'
import type { PlanGates } from '../../src/model/config.ts'
import { countChanges, destructive, lossText, type ResourceChange, type StackPlan } from '../../src/model/plan.ts'
import { costChange } from '../../src/plan/cost.ts'
import { partDrift } from '../../src/plan/drift.ts'
import { gateBreaches } from '../../src/plan/gates.ts'
import { withDetail } from '../../src/plan/property-changes.ts'
import { differencesFromReviewed } from '../../src/plan/reviewed.ts'
import { load, MINIMAL, render } from '../support/config.ts'
import { aPlan } from '../support/reports.ts'

const index = openIamActions(readFileSync(join(root, 'dist/iam-actions.bin')))
const one = (Type: string, Properties: Record<string, unknown>) => ({ Resources: { R: { Type, Properties } } })
const modify = (more: Partial<ResourceChange> = {}): ResourceChange => ({
  action: 'Modify',
  logicalId: 'R',
  type: 'AWS::S3::Bucket',
  physicalId: 'r',
  replacement: 'False',
  properties: [],
  ...more,
})

describe('countChanges', () => {
  it.each([
    ['SyncWithActual', 'sync'],
    ['Dynamic', 'dynamic'],
    ['Remove', 'remove'],
    ['Add', 'add'],
  ] as const)('counts %s', (action, name) => {
    expect(countChanges([modify({ action })])).toMatchObject({ [name]: 1 })
  })
})

describe('withDetail', () => {
  const values = (before: Record<string, unknown>, after: Record<string, unknown>) =>
    withDetail([modify()], one('AWS::S3::Bucket', before), one('AWS::S3::Bucket', after))[0]?.values?.map(
      ({ path, from, to }) => `${path}: ${from} → ${to}`,
    )

  it.each<[string, Record<string, unknown>, Record<string, unknown>, string[] | undefined]>([
    ['a value', { Name: 'a' }, { Name: 'b' }, ['Name: a → b']],
    ['a value deep inside', { A: { B: { C: 1, D: 2 } } }, { A: { B: { C: 3, D: 2 } } }, ['A.B.C: 1 → 3']],
    ['a rule of a list', { Rules: [{ Id: 'x', Days: 90 }] }, { Rules: [{ Id: 'x', Days: 30 }] }, ['Rules[0].Days: 90 → 30']],
    ['what came and went in a list', { L: ['a', 'b'] }, { L: ['b', 'c'] }, ['L: a → c']],
    ['an order', { L: ['a', 'b'] }, { L: ['b', 'a'] }, ['L: ["a","b"] → ["b","a"]']],
    ['what is new', {}, { K: true }, ['K: undefined → true']],
    ['an intrinsic', { A: { 'Fn::Sub': 'x-${AWS::Region}' } }, { A: { Ref: 'B' } }, ['A: x-${AWS::Region} → ${B}']],
    ['the same in another order of keys is shown, as CloudFormation acts on it', { A: { B: 1, C: 2 } }, { A: { C: 2, B: 1 } }, undefined],
    ['policies are told by meaning', { PolicyDocument: { a: 1 } }, { PolicyDocument: { a: 2 } }, undefined],
  ])('shows %s', (_, before, after, expected) => expect(values(before, after)).toEqual(expected))

  it('sees a new default of a parameter', () => {
    const template = (Default: number) => ({
      Parameters: { Days: { Type: 'Number', Default } },
      Resources: { R: { Type: 'AWS::S3::Bucket', Properties: { Days: { Ref: 'Days' }, Text: { 'Fn::Sub': 'd-${Days}-${AWS::Region}' } } } },
    })
    expect(withDetail([modify()], template(30), template(60))[0]?.values).toEqual([
      { path: 'Days', from: '30', to: '60' },
      { path: 'Text', from: 'd-30-${AWS::Region}', to: 'd-60-${AWS::Region}' },
    ])
  })

  it('brings back what a change set leaves out, and says so', () => {
    const before = { Resources: { A: { Type: 'AWS::SNS::Topic', Properties: { DisplayName: 'a' } } } }
    const after = { Resources: { A: { Type: 'AWS::SNS::Topic', Properties: { DisplayName: 'b' } } } }
    expect(withDetail([], before, after)).toMatchObject([
      { action: 'Modify', logicalId: 'A', leftOut: true, values: [{ path: 'DisplayName', from: 'a', to: 'b' }] },
    ])
    expect(withDetail([modify({ logicalId: 'A' })], before, after)).toHaveLength(1)
    expect(withDetail([], undefined, after)).toEqual([])
  })

  it('says what a replacement means', () => {
    const detail = (more: Partial<ResourceChange>) => withDetail([modify(more)], undefined, { Resources: {} })[0]?.consequence
    expect(detail({ replacement: 'True' })).toMatch(/old one is kept with its objects/)
    expect(detail({ replacement: 'Conditional', type: 'AWS::KMS::Key' })).toMatch(/old logs need it/)
    expect(detail({ replacement: 'True', type: 'AWS::Glue::Table' })).toMatch(/a new resource/)
    expect(detail({ replacement: 'False' })).toBeUndefined()
  })
})

describe('withDetail, of what is removed and of secrets', () => {
  it('says whether a removed resource stays in the account', () => {
    const before = {
      Resources: {
        Kept: { Type: 'AWS::S3::Bucket', DeletionPolicy: 'RetainExceptOnCreate' },
        Gone: { Type: 'AWS::SNS::Topic' },
      },
    }
    const removed = ['Kept', 'Gone'].map((logicalId) => modify({ action: 'Remove', logicalId, replacement: undefined }))
    expect(withDetail(removed, before, { Resources: {} }).map(({ consequence }) => consequence)).toEqual([
      'it leaves the stack and stays in the account',
      'it is deleted',
    ])
  })

  it('shows no secret, and where a reference points', () => {
    const template = (value: unknown) => ({ Resources: { R: { Type: 'AWS::RDS::DBInstance', Properties: { MasterUserPassword: value } } } })
    const shown = (a: unknown, b: unknown) => withDetail([modify({ logicalId: 'R' })], template(a), template(b))[0]?.values
    expect(shown('hunter2', 'hunter3')).toEqual([{ path: 'MasterUserPassword', from: '(hidden)', to: '(hidden)' }])
    expect(shown('hunter2', '{{resolve:secretsmanager:db}}')).toEqual([
      { path: 'MasterUserPassword', from: '(hidden)', to: '{{resolve:secretsmanager:db}}' },
    ])
  })
})

describe('partDrift', () => {
  const template = (topic: string) => ({
    Resources: {
      T: { Type: 'AWS::SNS::Topic', Properties: { DisplayName: topic } },
      P: { Type: 'AWS::SNS::TopicPolicy', Properties: { PolicyDocument: {} } },
    },
  })
  const statement = (Principal: unknown) =>
    JSON.stringify({ Statement: [{ Effect: 'Allow', Principal, Action: 'sns:Publish', Resource: '*' }] })
  const changes: ResourceChange[] = [
    modify({
      logicalId: 'T',
      drift: { status: 'MODIFIED', values: [{ path: 'A', from: '{"b":1,"c":2}', to: '{"b":1,"c":3}' }] },
    }),
    modify({
      logicalId: 'P',
      drift: { status: 'MODIFIED', values: [{ path: 'PolicyDocument', from: statement({ AWS: '1' }), to: statement('*') }] },
    }),
    modify({ logicalId: 'N' }),
  ]

  it('parts drift from what the template asks for, and a resource with both is in both', () => {
    const unchanged = partDrift(changes, { before: template('a'), after: template('a'), index })
    expect(unchanged.meant.map(({ logicalId }) => logicalId)).toEqual(['N'])
    const changed = partDrift(changes, { before: template('a'), after: template('b'), index })
    expect(changed.meant.map(({ logicalId }) => logicalId)).toEqual(['T', 'N'])
    expect(changed.drift.map(({ logicalId }) => logicalId)).toEqual(['T', 'P'])
  })

  it('tells values at their paths, and policies by what they grant', () => {
    const { drift } = partDrift(changes, { before: template('a'), after: template('a'), index })
    expect(drift[0]).toMatchObject({ values: [{ path: 'A.c', from: '2', to: '3' }], access: [] })
    expect(drift[1]?.values).toEqual([])
    expect(drift[1]?.access.some(({ widens, text }) => widens && /sns:Publish/.test(text))).toBe(true)
  })

  it('counts a policy that CloudFormation has cut as granted, and shows it as it is', () => {
    const whole = { Resources: { P: { Type: 'AWS::SNS::TopicPolicy', Properties: { PolicyDocument: { Statement: [] } } } } }
    const cut = [
      modify({ logicalId: 'P', drift: { status: 'MODIFIED', values: [{ path: 'PolicyDocument', from: '{"Statem', to: statement('*') }] } }),
    ]
    expect(partDrift(cut, { before: whole, after: whole, index }).drift[0]).toMatchObject({
      values: [{ path: 'PolicyDocument', from: '{"Statem' }],
      access: [{ text: expect.stringMatching(/shows only a part/), widens: true }],
    })
  })

  it('counts inline policies that are cut, or stand behind a function, as granted; a list that was not there is one', () => {
    const document = { Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }] }
    const inline = [{ PolicyName: 'p', PolicyDocument: document }]
    const role = (Properties: Record<string, unknown>) => ({ Resources: { R: { Type: 'AWS::IAM::Role', Properties } } })
    const found = (Properties: Record<string, unknown>, path: string, from: string | undefined, to: string | undefined) => {
      const before = role(Properties)
      const changed = [modify({ logicalId: 'R', drift: { status: 'MODIFIED', values: [{ path, from, to }] } })]
      const { drift } = partDrift(changed, { before, after: before, index })
      expect(before).toEqual(role(Properties))
      return drift[0]?.access.map(({ text, widens }) => [text, widens])
    }
    const unread = (path: string) => [[`what its ${path}, changed by hand, may grant: CloudFormation shows only a part of it`, true]]
    expect(found({ Policies: inline }, 'Policies', JSON.stringify(inline), '[{"PolicyName":"p","Pol')).toEqual(unread('Policies'))
    const nested = 'Policies[0].PolicyDocument'
    expect(found({ Policies: inline }, nested, JSON.stringify(document), '{"Statement":[{"Eff')).toEqual(unread(nested))
    const within = `${nested}.Statement[0].Action`
    expect(found({ Policies: { 'Fn::If': ['C', inline, []] } }, within, 's3:GetObject', '*')).toEqual(unread(within))
    const [wider] = found({ Policies: inline }, within, 's3:GetObject', '*') ?? []
    expect(wider).toEqual(['anything but s3:GetObject on *', true])
    const admin = 'arn:aws:iam::aws:policy/AdministratorAccess'
    expect(found({}, 'ManagedPolicyArns[0]', undefined, admin)).toEqual([
      ['everything in AdministratorAccess, which may be anything', true],
    ])
  })

  it('gives the template as it is: judged like one that someone wrote', () => {
    const deployed = {
      Resources: {
        B: { Type: 'AWS::S3::Bucket', Properties: { PublicAccessBlockConfiguration: { BlockPublicAcls: true }, L: [{ A: 1 }] } },
        T: { Type: 'AWS::CloudTrail::Trail', Properties: {} },
        R: { Type: 'AWS::IAM::Role', Properties: { PermissionsBoundary: 'arn:aws:iam::1:policy/b' } },
      },
    }
    const found: ResourceChange[] = [
      modify({
        logicalId: 'B',
        drift: {
          status: 'MODIFIED',
          values: [
            { path: 'PublicAccessBlockConfiguration.BlockPublicAcls', from: 'true', to: 'false' },
            { path: 'L[0].A', from: '1', to: '2' },
          ],
        },
      }),
      modify({ logicalId: 'T', drift: { status: 'DELETED', values: [] } }),
      modify({
        logicalId: 'R',
        drift: { status: 'MODIFIED', values: [{ path: 'PermissionsBoundary', from: 'arn:aws:iam::1:policy/b', to: undefined }] },
      }),
    ]
    const { templates, drift } = partDrift(found, { before: deployed, after: deployed, index })
    expect(templates.asDeployed).toEqual(deployed)
    expect(templates.asItIs.Resources).toEqual({
      B: { Type: 'AWS::S3::Bucket', Properties: { PublicAccessBlockConfiguration: { BlockPublicAcls: false }, L: [{ A: 2 }] } },
      R: { Type: 'AWS::IAM::Role', Properties: {} },
    })
    expect(drift[2]?.access).toMatchObject([{ subject: 'R', change: 'removed', effect: 'Deny', widens: true }])
  })
})

describe('planEffects', () => {
  it('names the checks and rows that change, both ways', () => {
    const config = load(`${MINIMAL}github: { repository: acme/retail, owner-id: "81", repository-id: "4512" }\n`)
    const good = render(config).map(({ name, body, region }) => ({ parsed: parseTemplate(body, name), region }))
    const bad = structuredClone(good)
    for (const { parsed } of bad) {
      const trail = parsed.Resources['Trail']?.Properties
      if (trail) trail['IsMultiRegionTrail'] = false
      const policies = parsed.Resources['VerifyRole']?.Properties?.['Policies'] as
        | { PolicyDocument: { Statement: unknown[] } }[]
        | undefined
      policies?.[0]?.PolicyDocument.Statement.push({ Effect: 'Allow', Action: 'sns:SetTopicAttributes', Resource: '*' })
    }
    const at = { index, now: new Date('2026-11-25T00:00:00Z') }
    const said = ({ introduced, fixed, rows }: ReturnType<typeof planEffects>) => ({
      introduced: introduced.map(({ id }) => id),
      fixed: fixed.map(({ id }) => id),
      rows: rows.map((row) => `${row.who} ${row.effect} ${row.actions}: ${row.state}`),
    })
    const worse = said(planEffects(config, { before: good, after: bad }, at))
    expect(worse.introduced).toContain('trail-is-multi-region')
    expect([worse.fixed, worse.rows]).toEqual([[], ['verify-role cannot write: broken']])
    const better = said(planEffects(config, { before: bad, after: good }, at))
    expect(better).toEqual({ introduced: [], fixed: worse.introduced, rows: ['verify-role cannot write: holds'] })
    expect(said(planEffects(config, { before: good, after: good }, at))).toEqual({ introduced: [], fixed: [], rows: [] })
  })
})

describe('costChange', () => {
  const nothing = { region: 'us-east-1', monthlyUsd: 0, usage: [], usageGone: [] }

  it('adds up what costs by being there, and names what costs by use', () => {
    const trail = (more: Record<string, unknown>) => one('AWS::CloudTrail::Trail', more)
    const data = { AdvancedEventSelectors: [{ FieldSelectors: [{ Field: 'eventCategory', Equals: ['Data'] }] }] }
    expect(costChange(undefined, one('AWS::KMS::Key', {}), 'us-east-1')).toEqual({
      ...nothing,
      monthlyUsd: 1,
      usage: ['KMS requests: $0.03 per 10,000 requests'],
    })
    expect(costChange(one('AWS::CloudWatch::Alarm', {}), { Resources: {} }, 'us-east-1').monthlyUsd).toBe(-0.1)
    const line = 'CloudTrail data events: $0.10 per 100,000 events'
    expect(costChange(trail({}), trail(data), 'us-east-1')).toEqual({ ...nothing, usage: [line] })
    expect(costChange(trail(data), trail({}), 'us-east-1').usageGone).toEqual([line])
  })

  it('is in the prices of its region', () => {
    const taken = (region: string) => costChange(undefined, one('AWS::Logs::LogGroup', {}), region).usage[0]
    expect(['us-east-1', 'ap-southeast-1', 'sa-east-1'].map(taken)).toEqual([
      'CloudWatch Logs, taken in: $0.50 per GB',
      'CloudWatch Logs, taken in: $0.70 per GB',
      'CloudWatch Logs, taken in: $0.90 per GB',
    ])
    expect(costChange(undefined, one('AWS::CloudWatch::Alarm', {}), 'us-gov-west-1').monthlyUsd).not.toBe(0.1)
  })

  it('says what has no price there, and lets no gate take it for nothing', () => {
    const dashboard = one('AWS::CloudWatch::Dashboard', {})
    const [here, there] = ['us-east-1', 'eu-west-1'].map((region) => costChange(undefined, dashboard, region))
    expect(here).toEqual({ ...nothing, monthlyUsd: 3 })
    expect(there).toEqual({ ...nothing, region: 'eu-west-1', unpriced: [{ what: 'dashboard-month', isFixed: true }] })
    expect(costChange(dashboard, dashboard, 'eu-west-1')).not.toHaveProperty('unpriced')
    const two = { Resources: { ...dashboard.Resources, S: { Type: 'AWS::CloudWatch::Dashboard', Properties: {} } } }
    expect(costChange(dashboard, two, 'eu-west-1').unpriced).toHaveLength(1)
    const gates = { failOnWidening: false, failOnReplacement: false, failOnDrift: false, failOnCostIncrease: 100, allow: [] }
    const plan = { ...aPlan(), changes: [], access: [], drift: [], ...(there ? { cost: there } : {}) }
    expect(gateBreaches([plan], { gates, today: '2026-11-25' })).toMatchObject([
      { gate: 'cost-increase', text: '$0.00 more a month, and what has no price here (dashboard-month in eu-west-1), 100.00 are allowed' },
    ])
  })

  it('knows that a metric filter with a default value is billed for every hour', () => {
    const filter = (more: object) => one('AWS::Logs::MetricFilter', { MetricTransformations: [{ MetricName: 'a', ...more }] })
    expect(costChange(filter({}), filter({ DefaultValue: 0 }), 'us-east-1').monthlyUsd).toBe(0.3)
  })
})

describe('gateBreaches', () => {
  const gates = (more: Partial<PlanGates> = {}): PlanGates => ({
    failOnWidening: false,
    failOnReplacement: false,
    failOnDrift: false,
    failOnCostIncrease: undefined,
    allow: [],
    ...more,
  })
  const stopped = (given: PlanGates, plan = aPlan(), today = '2026-11-25') =>
    gateBreaches([plan], { gates: given, today }).map(({ gate, subject, allowed }) => `${gate} ${subject}${allowed ? ` (${allowed})` : ''}`)

  const lost = 'evidence LogBucket'
  it('are open unless closed, but for what would lose evidence', () => {
    expect(stopped(gates())).toEqual([lost])
    const allow = [{ gate: 'evidence' as const, subject: 'LogBucket', reason: 'moves', expires: undefined }]
    expect(stopped(gates({ allow }))).toEqual([`${lost} (moves)`])
  })

  it('stop a loss of evidence that CloudFormation decides on only while it deploys, or does not speak of', () => {
    const change = (action: ResourceChange['action'], replacement?: ResourceChange['replacement'], type = 'AWS::KMS::Key') =>
      ({ action, logicalId: 'Key', type, physicalId: undefined, replacement, properties: [] }) satisfies ResourceChange
    const said = (one: ResourceChange) =>
      gateBreaches([aPlan({ changes: [one] })], { gates: gates(), today: '2026-11-25' }).map(({ text }) => text)
    const words = (one: ResourceChange) => [said(one), destructive([one]).length, lossText(destructive([one]))]
    const may = [['AWS::KMS::Key holds evidence and may be replaced'], 1, 'Key (AWS::KMS::Key) may be replaced']
    expect([change('Modify', 'Conditional'), change('Modify'), change('Dynamic'), change('Dynamic', 'False')].map(words)).toEqual([
      may,
      may,
      may,
      may,
    ])
    expect(words(change('Modify', 'True'))[2]).toBe('Key (AWS::KMS::Key) would be replaced')
    expect(words(change('Remove'))[2]).toBe('Key (AWS::KMS::Key) would be removed')
    const stays = [change('Modify', 'False'), change('Add'), change('Import'), change('Modify', 'Conditional', 'AWS::SNS::Topic')]
    expect(stays.flatMap(said)).toEqual([])
    // What a reviewer saw as possible is not what happens for sure.
    const [conditional, certain] = [change('Modify', 'Conditional'), change('Modify', 'True')].map((one) =>
      aPlan({ changes: [one], access: [] }),
    )
    expect(differencesFromReviewed(conditional, certain as StackPlan & { kind: 'changes' })).toEqual([
      'new: modify Key by replacement',
      'gone: modify Key, perhaps by replacement',
    ])
  })

  it('stop what widens, replaces or costs more', () => {
    expect(stopped(gates({ failOnWidening: true }))).toEqual([lost, 'widening SageMakerRole', 'widening SageMakerRole'])
    expect(stopped(gates({ failOnReplacement: true }))).toEqual([lost, 'replacement LogBucket'])
    expect(stopped(gates({ failOnCostIncrease: 1 }))).toEqual([lost, 'cost-increase cost'])
    expect(stopped(gates({ failOnCostIncrease: 1.1 }))).toEqual([lost])
  })

  it('do not speak of what is created for the first time', () => {
    expect(stopped(gates({ failOnWidening: true, failOnCostIncrease: 0 }), aPlan({ created: true }))).toEqual([lost])
  })

  it('open for a subject with a reason, until its day', () => {
    const allow = [{ gate: 'replacement' as const, subject: 'LogBucket', reason: 'moves', expires: '2026-11-25' }]
    expect(stopped(gates({ failOnReplacement: true, allow }))).toEqual([lost, 'replacement LogBucket (moves)'])
    expect(stopped(gates({ failOnReplacement: true, allow }), aPlan(), '2026-11-26')).toEqual([lost, 'replacement LogBucket'])
    expect(stopped(gates({ failOnWidening: true, allow }))).toEqual([lost, 'widening SageMakerRole', 'widening SageMakerRole'])
  })

  const drifted = (type: string, status: 'MODIFIED' | 'DELETED', widens = false): StackPlan => ({
    kind: 'no-changes',
    template: 'audit',
    stackName: 's',
    drift: [
      {
        logicalId: 'D',
        type,
        status,
        values: [],
        access: widens ? [{ subject: 'D', change: 'added', effect: 'Allow', text: 's3:* on itself to *', widens }] : [],
      },
    ],
  })
  it('judge what was changed by hand like any other change', () => {
    expect(stopped(gates(), drifted('AWS::S3::BucketPolicy', 'MODIFIED', true))).toEqual([])
    expect(stopped(gates({ failOnWidening: true }), drifted('AWS::S3::BucketPolicy', 'MODIFIED', true))).toEqual(['widening D'])
    expect(stopped(gates({ failOnDrift: true }), drifted('AWS::SNS::Topic', 'MODIFIED'))).toEqual(['drift D'])
    const options = { gates: gates({ failOnDrift: true, failOnWidening: true }), today: '2026-11-25', revertsDrift: true }
    expect(gateBreaches([drifted('AWS::S3::BucketPolicy', 'MODIFIED', true)], options)).toEqual([])
  })

  it('do not take a trail that was stopped by hand for one that only changed', () => {
    const [plan] = [drifted('AWS::CloudTrail::Trail', 'MODIFIED')]
    const stoppedTrail = {
      ...plan,
      drift: [{ ...('drift' in plan ? plan.drift?.[0] : undefined), values: [{ path: 'IsLogging', from: 'true', to: 'false' }] }],
    } as StackPlan
    expect(stopped(gates(), stoppedTrail)).toEqual(['evidence D'])
    expect(gateBreaches([stoppedTrail], { gates: gates(), today: '2026-11-25', revertsDrift: true })).toEqual([])
  })

  it('let nobody allow that evidence is gone', () => {
    const allow = [{ gate: 'evidence' as const, subject: 'D', reason: 'never mind', expires: undefined }]
    expect(stopped(gates({ allow }), drifted('AWS::CloudTrail::Trail', 'DELETED'))).toEqual(['evidence D'])
    expect(stopped(gates(), drifted('AWS::CloudTrail::Trail', 'MODIFIED'))).toEqual([])
    expect(stopped(gates(), drifted('AWS::SNS::Topic', 'DELETED'))).toEqual([])
  })

  it('come from the config', () => {
    expect(
      load(`${MINIMAL}gates: { fail-on-widening: true, fail-on-cost-increase: 5, allow: [{ gate: widening, subject: R, reason: r }] }\n`)
        .gates,
    ).toEqual({
      failOnWidening: true,
      failOnReplacement: false,
      failOnDrift: false,
      failOnCostIncrease: 5,
      allow: [{ gate: 'widening', subject: 'R', reason: 'r', expires: undefined }],
    })
  })
})

describe('differencesFromReviewed', () => {
  const plan = aPlan() as StackPlan & { kind: 'changes' }

  it('finds none where the meaning is the same, also without the words of a local plan', () => {
    expect(differencesFromReviewed(plan, plan)).toEqual([])
    const local = aPlan({ changes: plan.changes.map((change) => ({ ...change, physicalId: undefined, properties: [] })) })
    expect(differencesFromReviewed(local, plan)).toEqual([])
    expect(differencesFromReviewed({ kind: 'no-changes', template: 'audit', stackName: 's' }, { changes: [], access: [] })).toEqual([])
  })

  it('names what is new and what is gone', () => {
    const [first, ...others] = plan.changes
    const value = { path: 'MaxSessionDuration', from: '3600', to: '43200' }
    const now = {
      access: plan.access.slice(1),
      changes: others.map((change) => (change.logicalId === 'SageMakerRole' ? { ...change, values: [value] } : change)),
    }
    expect(first?.logicalId).toBe('NewRole')
    expect(differencesFromReviewed(plan, now)).toEqual([
      'new: SageMakerRole MaxSessionDuration: 3600 → 43200',
      'gone: add NewRole',
      'gone: SageMakerRole MaxSessionDuration: 3600 → 7200',
      'gone: SageMakerRole: added allow iam:PassRole on *',
    ])
    expect(differencesFromReviewed(undefined, plan)).toEqual(['the stack is not in the reviewed plan'])
  })
})
