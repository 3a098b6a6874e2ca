import { describe, expect, it } from '@jest/globals'
import { parseTemplate } from '../../src/cloudformation/parse.ts'
import { expandAction } from '../../src/iam/actions.ts'
import type { Config } from '../../src/model/config.ts'
import handlers from '../data/cfn-handler-permissions.json' with { type: 'json' }
import { CONFIGS, load, render } from '../support/config.ts'
import { ask, grantsOf, index, sessionOf, type World, worldOf } from '../support/reach/search.ts'

type Handler = 'create' | 'read' | 'update' | 'delete'
const TYPES = handlers.types as Readonly<Record<string, 'none' | Partial<Record<Handler, string[]>>>>

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

const PEOPLE = 'people make and delete these, and decide who may become a role'
const EVIDENCE = 'never in CI: it would delete, stop or blind what holds or watches the record'
const UNASKED = 'for properties that the templates do not have'

/** What handlers list and CI does not have, with the reason: by action, or by service and pattern. */
const WITHHELD: readonly [RegExp, string][] = [
  [/^iam:(?:CreateRole|DeleteRole|UpdateAssumeRolePolicy|PutRolePermissionsBoundary|DeleteRolePermissionsBoundary)$/, PEOPLE],
  [/^iam:(?:Create|Delete|AddClientIDTo|RemoveClientIDFrom|Update)OpenIDConnectProvider(?:Thumbprint)?$/, PEOPLE],
  [/^iam:(?:CreateServiceLinkedRole|DeleteServiceLinkedRole|GetServiceLinkedRoleDeletionStatus)$/, PEOPLE],
  [/^kms:(?:CreateKey|CreateAlias|UpdateAlias|DeleteAlias|EnableKey)$/, PEOPLE],
  [/^ecr:DeleteRepository$/, PEOPLE],
  [/^cloudtrail:(?:DeleteTrail|StopLogging)$/, EVIDENCE],
  [/^kms:(?:DisableKey|DisableKeyRotation|ScheduleKeyDeletion)$/, EVIDENCE],
  [/^logs:(?:DeleteLogGroup|DisassociateKmsKey|DeleteRetentionPolicy|PutLogGroupDeletionProtection)$/, EVIDENCE],
  [/^events:DeleteRule$/, EVIDENCE],
  [/^sns:DeleteTopic$/, EVIDENCE],
  [/^s3:(?:DeleteBucket|DeleteBucketPolicy|DeleteObject)$/, EVIDENCE],
  [
    /^s3:(?:DeleteBucket\w+|PutBucket(?:Abac|Acl|CORS|Notification|ObjectLockConfiguration|Replication|Website)|PutAccelerate\w+|PutAnalytics\w+|PutIntelligentTiering\w+|PutInventory\w+|PutMetrics\w+|PutReplication\w+|PutObject\w+|\w*Metadata\w*)$/,
    UNASKED,
  ],
  [/^s3tables:/, UNASKED],
  [
    /^s3:(?:AbortMultipartUpload|GetObject|ListBucketMultipartUploads|ListMultipartUploadParts|PutObject)$/,
    'Athena checks the result location with them for old engines only; the handler does not call them',
  ],
  [/^kms:(?:Decrypt|GenerateDataKey)$/, 'the Athena handler does not call them'],
  [/^kms:DescribeKey$/, UNASKED],
  [
    /^logs:(?:\w*IndexPolicy|\w*BearerToken\w*|CreateLogDelivery|PutDataProtectionPolicy|DeleteDataProtectionPolicy|PutResourcePolicy|DeleteResourcePolicy)$/,
    UNASKED,
  ],
  [/^firehose:/, UNASKED],
  [/^cloudtrail:PutEventConfiguration$/, UNASKED],
  [/^sns:PutDataProtectionPolicy$/, UNASKED],
  [/^organizations:/, 'for organization trails; there where the config has one'],
  [/^glue:(?:\w*Connection)$/, 'for federated databases; reading a connection reads its password'],
  [/^iam:PassRole$/, UNASKED],
  [/^s3:(?:REST\.PUT\.OBJECT)$/, 'no action of IAM'],
  [/^(?:iam:DeletePolicy|iam:UpdateRole)$/, PEOPLE],
]

/** What CI may do beyond what handlers list. */
const BEYOND: readonly [RegExp, string][] = [
  [/^cloudformation:/, 'change sets and stacks themselves'],
  [/^iam:(?:TagOpenIDConnectProvider|UntagOpenIDConnectProvider)$/, "tags of clusters' providers"],
  [/^sns:Publish$/, 'stack events to the topics the config names'],
  [/^iam:UpdateRoleDescription$/, 'the handler calls it when a description changes'],
  [/^s3:DeleteBucketPolicy$/, 'a data bucket whose policy is taken out of the config'],
]

const reasonIn = (table: readonly [RegExp, string][], action: string) => table.find(([pattern]) => pattern.test(action))?.[1]

/** The actions that handlers of a config's resource types list. */
function needed(config: Config, kinds: readonly Handler[]): string[] {
  const types = render(config)
    .filter(({ name }) => name !== 'bootstrap')
    .flatMap(({ name, body }) => Object.values(parseTemplate(body, name).Resources).map(({ Type }) => Type))
  return [...new Set(types)].flatMap((type) => {
    const known = TYPES[type]
    if (known === undefined) throw new Error(`__tests__/data/cfn-handler-permissions.json lacks ${type}`)
    return known === 'none'
      ? (LEGACY[type] ?? []).filter((action) => kinds.length > 1 || /:(?:Get|Describe)/.test(action))
      : kinds.flatMap((kind) => known[kind] ?? [])
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
    const missing = [...new Set(needed(config, ['create', 'read', 'update', 'delete']))].filter(
      (action) => !allowedThroughCloudFormation(world, deployRole, action) && reasonIn(WITHHELD, action) === undefined,
    )
    expect(missing).toEqual([])
  })

  it('are all there for a plan that looks at drift', () => {
    const missing = [...new Set(needed(config, ['read']))].filter(
      (action) => !allowedThroughCloudFormation(world, planRole, action) && reasonIn(WITHHELD, action) === undefined,
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
