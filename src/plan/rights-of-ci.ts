import type { ActionIndex } from '../iam/actions.ts'
import { policyDocuments } from '../iam/documents.ts'
import { matchesAction } from '../iam/match.ts'
import type { AccessChange } from '../model/plan.ts'
import type { ParsedTemplate } from '../model/template.ts'
import { REMOVED_WITH, type RefusedInCi } from '../model/withheld.ts'
import { accessChanges } from './access-changes.ts'
import type { PolicyPlace } from './concrete.ts'
import { withDefaults } from './flatten.ts'

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
  const ids = policiesOf(rendered, DEPLOY_ROLE)
  const lacking = accessChanges(rightsIn(deployed, ids), rightsIn(rendered, ids), index, place).filter(({ widens }) => widens)
  if (lacking.length === 0) return undefined
  const told = lacking.slice(0, TOLD).map(toldOf)
  const more = lacking.length > TOLD ? [`and ${lacking.length - TOLD} more`] : []
  return {
    reason: `The deploy role of CI, as ${stackName} is deployed, may do less than this config asks for: ${[...told, ...more].join('; ')}.`,
    remedy: 'An administrator runs `mlops-audit deploy --bootstrap` first; CI goes on from there.',
  }
}

/** Whether the deploy role, as it is deployed, is given the right to delete resources of a type; on which ones is not asked. */
export function mayRemoveInCi(deployed: ParsedTemplate): (type: string) => boolean {
  const { Resources } = withDefaults(deployed)
  const boundary = JSON.stringify(Resources[DEPLOY_ROLE]?.Properties?.['PermissionsBoundary'] ?? '')
  const granting = policiesOf(deployed, DEPLOY_ROLE).filter((id) => !boundary.includes(`"${id}"`))
  const given = granting.flatMap((id) => {
    const resource = Resources[id]
    const documents = resource ? policyDocuments(resource).filter(({ path }) => path !== 'AssumeRolePolicyDocument') : []
    return documents.flatMap(({ document }) => actionsGiven(document))
  })
  return (type) => {
    const right = REMOVED_WITH[type]
    return right === undefined || given.some((pattern) => matchesAction(pattern, right))
  }
}

function actionsGiven(document: unknown): string[] {
  const { Statement } = (document ?? {}) as { Statement?: unknown }
  return ([Statement].flat() as ({ Effect?: unknown; Action?: unknown } | undefined)[]).flatMap((statement) =>
    statement?.Effect === 'Allow' ? [statement.Action].flat().filter((action) => typeof action === 'string') : [],
  )
}

function toldOf({ effect, text }: AccessChange): string {
  return effect === 'Deny' ? `it is denied ${text}` : `it lacks ${text}`
}

/** The role, the policies that are attached to it from either side, and its boundary. */
function policiesOf({ Resources }: ParsedTemplate, role: string): string[] {
  const { ManagedPolicyArns, PermissionsBoundary } = Resources[role]?.Properties ?? {}
  const named = JSON.stringify([ManagedPolicyArns, PermissionsBoundary])
  const attached = Object.entries(Resources).filter(
    ([id, { Type, Properties }]) =>
      Type === 'AWS::IAM::ManagedPolicy' &&
      (named.includes(`"${id}"`) || JSON.stringify(Properties?.['Roles'] ?? '').includes(`"${role}"`)),
  )
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
