import type { ActionIndex } from '../iam/actions.ts'
import { sessionOf } from '../iam/ask.ts'
import { authorize } from '../iam/authorize.ts'
import { requestContext } from '../iam/conditions.ts'
import { policyDocuments } from '../iam/documents.ts'
import { parsePolicy, type Statement } from '../iam/policy.ts'
import { partitionOf } from '../model/partition.ts'
import type { AccessChange, ResourceChange } from '../model/plan.ts'
import type { ParsedTemplate, TemplateResource } from '../model/template.ts'
import { REMOVED_WITH, type RefusedInCi } from '../model/withheld.ts'
import { accessChanges } from './access-changes.ts'
import { concreteIn, type PolicyPlace, propertyAt } from './concrete.ts'
import { flatten, flattenedText, withDefaults } from './flatten.ts'

/** The role that changes stacks in CI, by its logical id in bootstrap. */
const DEPLOY_ROLE = 'DeployRole'

/** So many are told by name; the rest is counted. */
const TOLD = 2

interface BothSides {
  /** Bootstrap as it is deployed. */
  deployed: ParsedTemplate
  rendered: ParsedTemplate
  stackName: string
  index: ActionIndex
  place: PolicyPlace
}

/**
 * What the deploy role may not do yet and the config asks for: rights that bootstrap as rendered gives, and as deployed does not.
 * A change that needs them would be denied in the middle of an update, and its roll-back may be denied as well. Undefined where the
 * deployed role has everything.
 */
export function lackingInCi({ deployed, rendered, stackName, index, place }: BothSides): RefusedInCi | undefined {
  const ids = policiesOf(withDefaults(rendered), DEPLOY_ROLE, place)
  const lacking = accessChanges(rightsIn(deployed, ids), rightsIn(rendered, ids), index, place).filter(({ widens }) => widens)
  if (lacking.length === 0) return undefined
  const told = lacking.slice(0, TOLD).map(toldOf)
  const more = lacking.length > TOLD ? [`and ${lacking.length - TOLD} more`] : []
  return {
    reason: `The deploy role of CI, as ${stackName} is deployed, may do less than this config asks for: ${[...told, ...more].join('; ')}.`,
    remedy: 'An administrator runs `mlops-audit deploy --bootstrap` first; CI goes on from there.',
  }
}

/** Where a resource stands that a change takes away. */
export interface RemovedFrom {
  /** The template that has it. */
  before: ParsedTemplate
  region: string
}

/** Whether the deploy role, as bootstrap is deployed, may take a resource away through CloudFormation. */
export function mayRemoveInCi(deployed: ParsedTemplate, place: PolicyPlace): (change: ResourceChange, from: RemovedFrom) => boolean {
  const template = withDefaults(deployed)
  const concrete = concreteIn(template, place)
  const { PermissionsBoundary } = template.Resources[DEPLOY_ROLE]?.Properties ?? {}
  const limit = concrete(flattenedText(PermissionsBoundary))
  const held = policiesOf(template, DEPLOY_ROLE, place).map((id) => ({
    isBoundary: concrete(`\${${id}}`) === limit,
    policy: { name: id, statements: statementsIn(template.Resources[id], concrete) },
  }))
  const policies = {
    identity: held.flatMap(({ isBoundary, policy }) => (isBoundary ? [] : [policy])),
    boundary: held.find(({ isBoundary }) => isBoundary)?.policy,
  }
  const arn = concrete(`\${${DEPLOY_ROLE}.Arn}`)
  const principal = sessionOf(arn)
  return (change, from) => {
    const action = REMOVED_WITH[change.type]
    if (action === undefined) return true
    const context = requestContext({
      'aws:CalledVia': ['cloudformation.amazonaws.com'],
      'aws:CalledViaFirst': 'cloudformation.amazonaws.com',
      'aws:CalledViaLast': 'cloudformation.amazonaws.com',
      'aws:ViaAWSService': 'true',
      'aws:PrincipalAccount': place.account,
      'aws:PrincipalArn': arn,
      'aws:ResourceAccount': place.account,
      'aws:RequestedRegion': from.region,
    })
    return resourcesOf(change, from, place.account).every(
      (resource) => authorize(policies, { principal, action, resource, context }).decision === 'allowed',
    )
  }
}

function statementsIn(resource: TemplateResource | undefined, concrete: (text: string) => string): Statement[] {
  const documents = resource ? policyDocuments(resource).filter(({ path }) => path !== 'AssumeRolePolicyDocument') : []
  return documents.flatMap(({ document }) => parsePolicy(mapTexts(flatten(document), concrete)))
}

function mapTexts(value: unknown, map: (text: string) => string): unknown {
  if (typeof value === 'string') return map(value)
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, map))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts(item, map)]))
}

/** Names of one resource, and its place. */
interface Named {
  /** A property as text; its own words where only a deployment knows it, which a wildcard alone matches. */
  property(name: string): string
  /** Physical id, or else the property that gives the name. */
  named(property: string): string
  at(service: string, rest: string): string
}

/** What a right of `REMOVED_WITH` is decided for. Source: Service Authorization Reference, "Actions" and "Resource types". */
const DELETED_ON: Readonly<Record<string, (resource: Named) => readonly string[]>> = {
  'AWS::Athena::NamedQuery': ({ property, at }) => [at('athena', `workgroup/${property('WorkGroup')}`)],
  'AWS::Athena::WorkGroup': ({ named, at }) => [at('athena', `workgroup/${named('Name')}`)],
  'AWS::CloudWatch::Alarm': ({ named, at }) => [at('cloudwatch', `alarm:${named('AlarmName')}`)],
  'AWS::CloudWatch::Dashboard': ({ named, at }) => [
    at('cloudwatch', `dashboard/${named('DashboardName')}`).replace(/^((?:[^:]*:){3})[^:]*/, '$1'),
  ],
  // AWS makes up the id in a rule's ARN.
  'AWS::Config::ConfigRule': ({ at }) => [at('config', 'config-rule/config-rule-id')],
  'AWS::EKS::PodIdentityAssociation': ({ property, at }) => [at('eks', `podidentityassociation/${property('ClusterName')}/a-id`)],
  'AWS::Glue::Database': ({ named, at }) => [at('glue', 'catalog'), at('glue', `database/${named('DatabaseInput.Name')}`)],
  'AWS::Glue::Table': ({ property, named, at }) => [
    at('glue', 'catalog'),
    at('glue', `database/${property('DatabaseName')}`),
    at('glue', `table/${property('DatabaseName')}/${named('TableInput.Name')}`),
  ],
  'AWS::Logs::MetricFilter': ({ property, at }) => [at('logs', `log-group:${property('LogGroupName')}`)],
}

function resourcesOf({ type, logicalId, physicalId }: ResourceChange, { before, region }: RemovedFrom, account: string): readonly string[] {
  const template = withDefaults(before)
  const concrete = concreteIn(template, { account, region })
  const properties = template.Resources[logicalId]?.Properties ?? {}
  const partition = partitionOf(region)?.id ?? 'aws'
  const property = (path: string) => {
    const value = propertyAt(properties, path)
    return value === undefined ? `<${path}>` : concrete(flattenedText(value))
  }
  const on = DELETED_ON[type]
  if (!on) throw new Error(`nothing says what ${type} is deleted on`)
  return on({
    property,
    named: (name) => physicalId ?? property(name),
    at: (service, rest) => `arn:${partition}:${service}:${region}:${account}:${rest}`,
  })
}

function toldOf({ effect, text }: AccessChange): string {
  return effect === 'Deny' ? `it is denied ${text}` : `it lacks ${text}`
}

/** The role, the policies that are attached to it from either side, and its boundary: by what references stand for. */
function policiesOf(template: ParsedTemplate, role: string, place: PolicyPlace): string[] {
  const { Resources } = template
  const concrete = concreteIn(template, place)
  const { ManagedPolicyArns, PermissionsBoundary } = Resources[role]?.Properties ?? {}
  const standFor = (values: unknown) => [values].flat().map((value) => concrete(flattenedText(value)))
  const named = new Set(standFor([ManagedPolicyArns, PermissionsBoundary].flat()))
  const own = concrete(`\${${role}}`)
  const attached = Object.entries(Resources).filter(([id, { Type, Properties }]) => {
    if (Type === 'AWS::IAM::ManagedPolicy') return named.has(concrete(`\${${id}}`)) || standFor(Properties?.['Roles']).includes(own)
    if (Type === 'AWS::IAM::Policy') return standFor(Properties?.['Roles']).includes(own)
    return Type === 'AWS::IAM::RolePolicy' && standFor(Properties?.['RoleName']).includes(own)
  })
  return [role, ...attached.map(([id]) => id)]
}

/** Those resources alone, without who may become the role: whoever deploys is it already. */
function rightsIn(template: ParsedTemplate, ids: readonly string[]): ParsedTemplate {
  const kept = ids.flatMap((id) => {
    const resource = template.Resources[id]
    if (!resource) return []
    const { AssumeRolePolicyDocument: _, ...Properties } = resource.Properties ?? {}
    return [[id, { ...resource, Properties }]]
  })
  return { ...template, Resources: Object.fromEntries(kept) }
}
