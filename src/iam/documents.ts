import type { TemplateResource } from '../model/template.ts'

/** Properties of CloudFormation resources that hold a policy document. */
export const POLICY_PROPERTIES = [
  'AssumeRolePolicyDocument',
  'KeyPolicy',
  'PolicyDocument',
  'RepositoryPolicyText',
  'ResourcePolicy',
] as const

/** A policy document of a resource, with its path under `Properties` as a JSON pointer has it. */
export interface PolicyDocument {
  path: string
  document: unknown
}

/** The policy documents a resource of a template has: properties of its own, then its inline policies. */
export function policyDocuments({ Type, Properties }: TemplateResource): PolicyDocument[] {
  const properties = typeof Properties === 'object' && Properties !== null ? Properties : {}
  const own = POLICY_PROPERTIES.flatMap((name) => (name in properties ? [{ path: name, document: properties[name] }] : []))
  const policies = properties['Policies']
  const inline = String(Type).startsWith('AWS::IAM::') && Array.isArray(policies) ? (policies as unknown[]) : []
  const nested = inline.flatMap((policy, index) => {
    const document = (policy as { PolicyDocument?: unknown } | null)?.PolicyDocument
    return document === undefined ? [] : [{ path: `Policies/${index}/PolicyDocument`, document }]
  })
  return [...own, ...nested]
}
