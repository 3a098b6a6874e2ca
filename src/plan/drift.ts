import type { ActionIndex } from '../iam/actions.ts'
import { POLICY_PROPERTIES } from '../iam/documents.ts'
import type { AccessChange, DriftedResource, PropertyChange, ResourceChange } from '../model/plan.ts'
import type { ParsedTemplate } from '../model/template.ts'
import { accessChanges } from './access-changes.ts'
import { localChanges } from './local-changes.ts'
import { differences } from './property-changes.ts'

/**
 * Parts what a drift-aware change set says: changes that the template asks for, and drift, which a deployment leaves as it
 * is unless told to put it back. A resource with both is in both.
 */
export function partDrift(
  changes: readonly ResourceChange[],
  { before, after, index }: { before: ParsedTemplate; after: ParsedTemplate; index: ActionIndex },
): { meant: ResourceChange[]; drift: DriftedResource[] } {
  const differs = new Set(localChanges(before, after, []).map(({ logicalId }) => logicalId))
  const drift = changes.flatMap(({ logicalId, type, drift: found }): DriftedResource[] => {
    if (!found) return []
    const policies = found.values.filter(isPolicy)
    return [
      {
        logicalId,
        type,
        status: found.status,
        values: found.values
          .filter((value) => !isPolicy(value))
          .flatMap(({ path, from, to }) => differences(path, unpacked(from), unpacked(to))),
        access: policies.flatMap((value) => policyDrift(logicalId, type, value, index)),
      },
    ]
  })
  return { meant: changes.filter((change) => change.drift === undefined || differs.has(change.logicalId)), drift }
}

/** A policy that can be told by meaning: CloudFormation cuts long values, which are then no JSON. */
function isPolicy({ path, from = '{}', to = '{}' }: PropertyChange): boolean {
  return (POLICY_PROPERTIES as readonly string[]).includes(path) && [from, to].every((text) => typeof unpacked(text) === 'object')
}

/** What someone has granted or taken away by changing a policy by hand. */
function policyDrift(logicalId: string, type: string, { path, from, to }: PropertyChange, index: ActionIndex): AccessChange[] {
  const template = (text: string | undefined): ParsedTemplate => ({
    Resources: { [logicalId]: { Type: type, Properties: { [path]: unpacked(text ?? '{}') } } },
  })
  return accessChanges(template(from), template(to), index)
}

/** CloudFormation gives values as texts, mappings and lists as JSON. */
function unpacked(text: string | undefined): unknown {
  if (text === undefined || !/^[[{]/.test(text)) return text
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
