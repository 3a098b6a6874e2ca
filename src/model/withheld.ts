import type { ResourceChange } from './plan.ts'
import type { ParsedTemplate } from './template.ts'

/** A change that a handler of CloudFormation carries out with a right. */
export interface NeedingChange {
  type: string
  /** A replacement is both an `Add` and a `Remove`. */
  action: 'Add' | 'Modify' | 'Remove'
  /** With `Modify`: the property. */
  property?: string
  /** Only where the property is not there any more, or off. */
  to?: 'off'
}

/** Rights that handlers of CloudFormation list and CI does not have. */
export interface Withheld {
  actions: RegExp
  why: string
  /** What takes these rights; empty where no template has the property. */
  changes: readonly NeedingChange[]
}

const PEOPLE = 'people make and delete these, and decide who may become a role'
const EVIDENCE = 'never in CI: it would delete, stop or blind what holds or watches the record'
const UNASKED = 'for properties that the templates do not have'

const adds = (...types: string[]) => types.map((type): NeedingChange => ({ type, action: 'Add' }))
const removes = (...types: string[]) => types.map((type): NeedingChange => ({ type, action: 'Remove' }))
const edits = (type: string, ...properties: string[]) => properties.map((property): NeedingChange => ({ type, action: 'Modify', property }))
const turnsOff = (type: string, ...properties: string[]) =>
  properties.map((property): NeedingChange => ({ type, action: 'Modify', property, to: 'off' }))

/**
 * What CI's deploy role may not do even through CloudFormation, why, and which changes of a template take it. The tests hold this
 * against the rights that handlers list and against the rendered roles; a deployment in CI refuses by it before it begins.
 */
export const WITHHELD: readonly Withheld[] = [
  { actions: /^iam:CreateRole$/, why: PEOPLE, changes: adds('AWS::IAM::Role') },
  { actions: /^iam:DeleteRole$/, why: PEOPLE, changes: removes('AWS::IAM::Role') },
  { actions: /^iam:UpdateAssumeRolePolicy$/, why: PEOPLE, changes: edits('AWS::IAM::Role', 'AssumeRolePolicyDocument') },
  { actions: /^iam:(?:Put|Delete)RolePermissionsBoundary$/, why: PEOPLE, changes: edits('AWS::IAM::Role', 'PermissionsBoundary') },
  {
    actions: /^iam:UpdateRole$/,
    why: PEOPLE,
    changes: [...edits('AWS::IAM::Role', 'MaxSessionDuration'), ...edits('AWS::IAM::ServiceLinkedRole', 'Description')],
  },
  { actions: /^iam:DeletePolicy$/, why: PEOPLE, changes: removes('AWS::IAM::ManagedPolicy') },
  { actions: /^iam:CreateOpenIDConnectProvider$/, why: PEOPLE, changes: adds('AWS::IAM::OIDCProvider') },
  { actions: /^iam:DeleteOpenIDConnectProvider$/, why: PEOPLE, changes: removes('AWS::IAM::OIDCProvider') },
  {
    actions: /^iam:(?:AddClientIDTo|RemoveClientIDFrom|Update)OpenIDConnectProvider(?:Thumbprint)?$/,
    why: PEOPLE,
    changes: edits('AWS::IAM::OIDCProvider', 'ClientIdList', 'ThumbprintList'),
  },
  { actions: /^iam:CreateServiceLinkedRole$/, why: PEOPLE, changes: adds('AWS::IAM::ServiceLinkedRole') },
  {
    actions: /^iam:(?:DeleteServiceLinkedRole|GetServiceLinkedRoleDeletionStatus)$/,
    why: PEOPLE,
    changes: removes('AWS::IAM::ServiceLinkedRole'),
  },
  { actions: /^kms:CreateKey$/, why: PEOPLE, changes: adds('AWS::KMS::Key') },
  { actions: /^kms:CreateAlias$/, why: PEOPLE, changes: adds('AWS::KMS::Alias') },
  { actions: /^kms:UpdateAlias$/, why: PEOPLE, changes: edits('AWS::KMS::Alias', 'TargetKeyId') },
  { actions: /^kms:DeleteAlias$/, why: PEOPLE, changes: removes('AWS::KMS::Alias') },
  { actions: /^kms:(?:Enable|Disable)Key$/, why: EVIDENCE, changes: edits('AWS::KMS::Key', 'Enabled') },
  { actions: /^kms:DisableKeyRotation$/, why: EVIDENCE, changes: turnsOff('AWS::KMS::Key', 'EnableKeyRotation') },
  { actions: /^kms:ScheduleKeyDeletion$/, why: EVIDENCE, changes: removes('AWS::KMS::Key') },
  { actions: /^ecr:DeleteRepository$/, why: PEOPLE, changes: removes('AWS::ECR::Repository') },
  { actions: /^cloudtrail:DeleteTrail$/, why: EVIDENCE, changes: removes('AWS::CloudTrail::Trail') },
  { actions: /^cloudtrail:StopLogging$/, why: EVIDENCE, changes: turnsOff('AWS::CloudTrail::Trail', 'IsLogging') },
  { actions: /^logs:DeleteLogGroup$/, why: EVIDENCE, changes: removes('AWS::Logs::LogGroup') },
  {
    actions: /^logs:(?:DisassociateKmsKey|DeleteRetentionPolicy)$/,
    why: EVIDENCE,
    changes: turnsOff('AWS::Logs::LogGroup', 'KmsKeyId', 'RetentionInDays'),
  },
  {
    actions: /^logs:PutLogGroupDeletionProtection$/,
    why: EVIDENCE,
    changes: edits('AWS::Logs::LogGroup', 'DeletionProtectionEnabled'),
  },
  { actions: /^events:DeleteRule$/, why: EVIDENCE, changes: removes('AWS::Events::Rule') },
  { actions: /^sns:DeleteTopic$/, why: EVIDENCE, changes: removes('AWS::SNS::Topic') },
  {
    actions: /^config:(?:Delete(?:ConfigurationRecorder|DeliveryChannel)|StopConfigurationRecorder)$/,
    why: EVIDENCE,
    changes: removes('AWS::Config::ConfigurationRecorder', 'AWS::Config::DeliveryChannel'),
  },
  { actions: /^s3:DeleteBucket$/, why: EVIDENCE, changes: removes('AWS::S3::Bucket') },
  { actions: /^s3:DeleteObject$/, why: EVIDENCE, changes: [] },
  // A data bucket's policy is taken out of the config in CI; every other policy holds evidence, and no rule of this table lets it go.
  { actions: /^s3:DeleteBucketPolicy$/, why: EVIDENCE, changes: [] },
  {
    actions:
      /^s3:(?:DeleteBucket\w+|PutBucket(?:Abac|Acl|CORS|Notification|ObjectLockConfiguration|Replication|Website)|PutAccelerate\w+|PutAnalytics\w+|PutIntelligentTiering\w+|PutInventory\w+|PutMetrics\w+|PutReplication\w+|PutObject\w+|\w*Metadata\w*)$/,
    why: UNASKED,
    changes: [],
  },
  { actions: /^s3tables:/, why: UNASKED, changes: [] },
  {
    actions: /^s3:(?:AbortMultipartUpload|GetObject|ListBucketMultipartUploads|ListMultipartUploadParts|PutObject)$/,
    why: 'Athena checks the result location with them for old engines only; the handler does not call them',
    changes: [],
  },
  { actions: /^kms:(?:Decrypt|GenerateDataKey)$/, why: 'the Athena handler does not call them', changes: [] },
  { actions: /^kms:DescribeKey$/, why: UNASKED, changes: [] },
  {
    actions:
      /^logs:(?:\w*IndexPolicy|\w*BearerToken\w*|CreateLogDelivery|PutDataProtectionPolicy|DeleteDataProtectionPolicy|PutResourcePolicy|DeleteResourcePolicy)$/,
    why: UNASKED,
    changes: [],
  },
  { actions: /^firehose:/, why: UNASKED, changes: [] },
  { actions: /^cloudtrail:PutEventConfiguration$/, why: UNASKED, changes: [] },
  { actions: /^sns:PutDataProtectionPolicy$/, why: UNASKED, changes: [] },
  { actions: /^organizations:/, why: 'for organization trails; there where the config has one', changes: [] },
  { actions: /^glue:(?:\w*Connection)$/, why: 'for federated databases; reading a connection reads its password', changes: [] },
  { actions: /^iam:PassRole$/, why: UNASKED, changes: [] },
  { actions: /^s3:(?:REST\.PUT\.OBJECT)$/, why: 'no action of IAM', changes: [] },
]

/** The right that deletes what CI may delete, where its role has it: a setting that was taken out took the right with it. */
export const REMOVED_WITH: Readonly<Record<string, string>> = {
  'AWS::Athena::NamedQuery': 'athena:DeleteNamedQuery',
  'AWS::Athena::WorkGroup': 'athena:DeleteWorkGroup',
  'AWS::CloudWatch::Alarm': 'cloudwatch:DeleteAlarms',
  'AWS::CloudWatch::Dashboard': 'cloudwatch:DeleteDashboards',
  'AWS::Config::ConfigRule': 'config:DeleteConfigRule',
  'AWS::EKS::PodIdentityAssociation': 'eks:DeletePodIdentityAssociation',
  'AWS::Glue::Database': 'glue:DeleteDatabase',
  'AWS::Glue::Table': 'glue:DeleteTable',
  'AWS::Logs::MetricFilter': 'logs:DeleteMetricFilter',
}

/** CI's rights on these are for one name: what had the name of before, they no longer reach. */
const RENAMED = [
  'AWS::Athena::NamedQuery',
  'AWS::Athena::WorkGroup',
  'AWS::CloudWatch::Dashboard',
  'AWS::Glue::Database',
  'AWS::Glue::Table',
] as const

const OF_ONE_NAME = 'its rights are for one name, and what has the other would stay behind'
const NO_RIGHT_LEFT = 'the bootstrap that is deployed gives it no right to, and CloudFormation would leave it behind without a word'

/** A change that CI's deploy role would be denied in the middle of an update. */
export interface NotInCi {
  change: ResourceChange
  /** `change the AssumeRolePolicyDocument of AppRole (AWS::IAM::Role)`. */
  what: string
  why: string
}

/** The changes that CI may not make; `after` is the template they lead to. */
export function notInCi(
  changes: readonly ResourceChange[],
  after: ParsedTemplate,
  mayRemove: (change: ResourceChange) => boolean = () => true,
): NotInCi[] {
  return changes.flatMap((change) => {
    if (isReplaced(change) && RENAMED.some((type) => type === change.type))
      return [{ change, what: whatText(change, {}), why: OF_ONE_NAME }]
    if (change.action === 'Remove' && change.type in REMOVED_WITH && !mayRemove(change))
      return [{ change, what: whatText(change, {}), why: NO_RIGHT_LEFT }]
    const found = WITHHELD.flatMap(({ why, changes: needing }) => {
      const one = needing.find((needed) => takes(change, needed, after))
      return one ? [{ change, what: whatText(change, one), why }] : []
    })
    // Removed and made again for one replacement: one sentence says it.
    return found.filter(({ what }, index) => found.findIndex((other) => other.what === what) === index)
  })
}

/** What was deleted outside of the stack is made again. */
const isReplaced = ({ action, replacement }: ResourceChange) => action === 'Modify' && replacement === 'True'
const isMadeAgain = ({ action, drift }: ResourceChange) => action === 'Modify' && drift?.status === 'DELETED'

function takes(change: ResourceChange, { type, action, property, to }: NeedingChange, after: ParsedTemplate): boolean {
  if (change.type !== type) return false
  if (action === 'Add') return change.action === 'Add' || isReplaced(change) || isMadeAgain(change)
  if (action === 'Remove') return change.action === 'Remove' || isReplaced(change)
  if (change.action !== 'Modify' || property === undefined || !change.properties.includes(property)) return false
  return to === undefined || isOff(after.Resources[change.logicalId]?.Properties?.[property])
}

const isOff = (value: unknown) => value === undefined || value === false || value === 'false'

function whatText(change: ResourceChange, { property }: Pick<NeedingChange, 'property'>): string {
  const name = `${change.logicalId} (${change.type})`
  if (property !== undefined) return `change ${property} of ${name}`
  if (isReplaced(change)) return `replace ${name}`
  return change.action === 'Remove' ? `remove ${name}` : `add ${name}`
}

/** Why CI does not do something, and the way on. */
export interface RefusedInCi {
  reason: string
  remedy: string
}

/** The sentence that CI gets for stacks that are not there yet. */
export function firstCreation(stackNames: readonly string[]): RefusedInCi {
  const one = stackNames.length === 1
  return {
    reason: `${stackNames.join(', ')} ${one ? 'does' : 'do'} not exist yet, and the first creation of a stack is an administrator’s: what a failed creation leaves behind, CI may not remove. Nothing was changed.`,
    remedy: `An administrator runs \`mlops-audit deploy\` once with credentials of their own; from then on CI changes ${one ? 'it' : 'them'}.`,
  }
}

/** Why CI does not begin a deployment, and the way on; undefined when it may make every change. */
export function refusedInCi(
  changes: readonly ResourceChange[],
  {
    after,
    stackName,
    mayRemove,
  }: { after: ParsedTemplate; stackName: string; mayRemove?: ((change: ResourceChange) => boolean) | undefined },
): RefusedInCi | undefined {
  const refused = notInCi(changes, after, mayRemove)
  if (refused.length === 0) return undefined
  const whys = [...new Set(refused.map(({ why }) => why))]
  const told = whys.map((why) => `${refused.flatMap((one) => (one.why === why ? [one.what] : [])).join(', ')} (${why})`)
  return {
    reason: `This would, in ${stackName}, ${told.join('; ')}, which the deploy role of CI may not.`,
    remedy: 'An administrator runs `mlops-audit deploy` with credentials of their own; CI finds the stack as rendered from then on.',
  }
}

/**
 * What CI may add and could not take away again, were the update to fail: CloudFormation deletes then what it has made, in the name of
 * whoever began it, and lets go of what it may not delete. Undefined where there is no such thing.
 */
export function strandedInCi(
  changes: readonly ResourceChange[],
  { after, stackName }: { after: ParsedTemplate; stackName: string },
): RefusedInCi | undefined {
  const kept = (id: string) => after.Resources[id]?.DeletionPolicy === 'Retain'
  const isWithheld = (type: string) =>
    WITHHELD.some(({ changes: needing }) => needing.some((one) => one.type === type && one.action === 'Remove'))
  const made = changes.filter(
    (change) => (change.action === 'Add' || isMadeAgain(change)) && isWithheld(change.type) && !kept(change.logicalId),
  )
  if (made.length === 0) return undefined
  const names = made.map(({ logicalId, type }) => `${logicalId} (${type})`).join(', ')
  return {
    reason: `Should the update of ${stackName} fail in CI, what it had made would stay in the account and belong to no stack, as the deploy role of CI may not delete it: ${names}.`,
    remedy:
      'An administrator would have to delete it by hand before the next try. Whoever wants to be sure has an administrator run `mlops-audit deploy` with credentials of their own: their rights take it back.',
  }
}
