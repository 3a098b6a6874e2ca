import { deployedTemplate } from '../aws/stack.ts'
import { parseTemplate } from '../cloudformation/parse.ts'
import type { ParsedTemplate } from '../model/template.ts'
import type { RefusedInCi } from '../model/withheld.ts'
import { lackingInCi, mayRemoveInCi } from '../plan/rights-of-ci.ts'
import { type RulesRecord, recordOf } from '../render/rules-record.ts'
import type { Project } from './project.ts'
import type { Session } from './session.ts'
import type { World } from './world.ts'

/** Bootstrap as it stands in the account; empty where there is none. */
export interface DeployedBootstrap {
  deployed?: ParsedTemplate | undefined
  record?: RulesRecord | undefined
  /** What CI's deploy role may not do yet, and who changes that. */
  lacking?: RefusedInCi | undefined
  /** Whether that role may take a resource away. */
  mayRemove?: ReturnType<typeof mayRemoveInCi> | undefined
}

/** Reads bootstrap's template: rules a plan is judged by, and rights a deployment in CI stands on. @throws ACCESS_DENIED, AWS_CALL_FAILED */
export async function deployedBootstrap(
  world: World,
  session: Session,
  { config, templates }: Pick<Project, 'config' | 'templates'>,
): Promise<DeployedBootstrap> {
  const template = templates.find(({ name }) => name === 'bootstrap')
  if (!template) return {}
  const { stackName, region, parsed: rendered } = template
  const text = await deployedTemplate(await session.clients.cloudFormation(), stackName)
  if (text === undefined) return {}
  const deployed = parseTemplate(text, stackName)
  const record = recordOf(deployed, stackName)
  if (!config.github) return { deployed, record }
  const place = { account: config.account, region }
  const lacking = lackingInCi({ deployed, rendered, stackName, index: await world.iamActions(), place })
  return { deployed, record, lacking, mayRemove: mayRemoveInCi(deployed, place) }
}
