import type { ResourceChange } from '../model/plan.ts'
import { type RefusedInCi, refusedInCi } from '../model/withheld.ts'
import type { DeployStackOptions } from './deploy-stack.ts'
import { deployedTemplate } from './stack.ts'

/** Why CI may not make these changes; what it takes away is judged where it stands now, by the template that has it. */
export async function withheldFrom(options: DeployStackOptions, changes: readonly ResourceChange[]): Promise<RefusedInCi | undefined> {
  const { client, template, parse, mayRemove } = options
  const removes = mayRemove && changes.some(({ action }) => action === 'Remove')
  const deployed = removes ? await deployedTemplate(client, template.stackName) : undefined
  const from = { before: deployed === undefined ? { Resources: {} } : parse(deployed), region: template.region }
  return refusedInCi(changes, {
    after: parse(template.body),
    stackName: template.stackName,
    mayRemove: mayRemove && ((change) => mayRemove(change, from)),
  })
}
