import type { TemplateResource } from '../model/template.ts'

/** Properties of CloudFormation resources that hold a policy document. */
export const POLICY_PROPERTIES = [
  'AssumeRolePolicyDocument',
  'KeyPolicy',
  'PolicyDocument',
  'RepositoryPolicyText',
  'ResourcePolicy',
] as const

/** Where types keep theirs that have another property for it, as a path of properties. Source: CloudFormation template reference. */
const ELSEWHERE: Readonly<Record<string, readonly string[]>> = {
  'AWS::ApiGateway::RestApi': ['Policy'],
  'AWS::Backup::BackupVault': ['AccessPolicy'],
  'AWS::CodeArtifact::Domain': ['PermissionsPolicyDocument'],
  'AWS::CodeArtifact::Repository': ['PermissionsPolicyDocument'],
  'AWS::DynamoDB::Table': ['ResourcePolicy', 'PolicyDocument'],
  'AWS::ECR::RegistryPolicy': ['PolicyText'],
  'AWS::EFS::FileSystem': ['FileSystemPolicy'],
  'AWS::Elasticsearch::Domain': ['AccessPolicies'],
  'AWS::Events::EventBus': ['Policy'],
  'AWS::OpenSearchService::Domain': ['AccessPolicies'],
  'AWS::S3::AccessPoint': ['Policy'],
  'AWS::SageMaker::ModelPackageGroup': ['ModelPackageGroupPolicy'],
}

/** Every property that holds a policy document, or a part of one. */
export const POLICY_HOLDERS: readonly string[] = [
  ...new Set([...POLICY_PROPERTIES, ...Object.values(ELSEWHERE).map(([name = '']) => name)]),
]

/** A policy document of a resource, with its path under `Properties` as a JSON pointer has it. */
export interface PolicyDocument {
  path: string
  document: unknown
}

/** The policy documents a resource of a template has: properties of its own, then its inline policies. */
export function policyDocuments({ Type, Properties }: TemplateResource): PolicyDocument[] {
  const properties = typeof Properties === 'object' && Properties !== null ? Properties : {}
  const elsewhere = ELSEWHERE[String(Type)]
  const own = elsewhere
    ? documentAt(properties, elsewhere)
    : POLICY_PROPERTIES.flatMap((name) => (name in properties ? [{ path: name, document: properties[name] }] : []))
  const policies = properties['Policies']
  const inline = String(Type).startsWith('AWS::IAM::') && Array.isArray(policies) ? (policies as unknown[]) : []
  const nested = inline.flatMap((policy, index) => {
    const document = (policy as { PolicyDocument?: unknown } | null)?.PolicyDocument
    return document === undefined ? [] : [{ path: `Policies/${index}/PolicyDocument`, document }]
  })
  return [...own, ...nested]
}

function documentAt(properties: object, keys: readonly string[]): PolicyDocument[] {
  const document = keys.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    properties,
  )
  return document === undefined ? [] : [{ path: keys.join('/'), document }]
}
