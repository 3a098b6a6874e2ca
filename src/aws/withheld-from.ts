import type { CloudFormationClient } from '@aws-sdk/client-cloudformation'
import type { ResourceChange } from '../model/plan.ts'
import type { ParsedTemplate, RenderedTemplate } from '../model/template.ts'
import { type RefusedInCi, refusedInCi } from '../model/withheld.ts'
import { deployedTemplate } from './stack.ts'

export interface InCi {
  client: CloudFormationClient
  template: RenderedTemplate
  /** Whether CI's role may take a resource away that stands in the template of before; undefined where nobody knows. */
  mayRemove?: ((change: ResourceChange, from: { before: ParsedTemplate; region: string }) => boolean) | undefined
  parse(body: string): ParsedTemplate
}

/** Why CI may not make these changes; what it takes away is judged where it stands now, by the template that has it. */
export async function withheldFrom(
  { client, template, parse, mayRemove }: InCi,
  changes: readonly ResourceChange[],
): Promise<RefusedInCi | undefined> {
  const removes = mayRemove && changes.some(({ action }) => action === 'Remove')
  const deployed = removes ? await deployedTemplate(client, template.stackName) : undefined
  const from = { before: deployed === undefined ? { Resources: {} } : parse(deployed), region: template.region }
  return refusedInCi(changes, {
    after: parse(template.body),
    stackName: template.stackName,
    mayRemove: mayRemove && ((change) => mayRemove(change, from)),
  })
}
