import { publishTemplate } from '../aws/template-source.ts'
import { AuditError } from '../model/errors.ts'
import type { InputValues } from './inputs.ts'
import { failOnOf, loadProject } from './project.ts'
import { buildReport, type CommandResult, exitCodeOf } from './result.ts'
import { openSession } from './session.ts'
import { templateStore } from './stack-request.ts'
import type { World } from './world.ts'

/** Puts what the config renders to where deployments read it; deploys nothing. The other half of what it takes to deploy. */
export async function publish(world: World, inputs: InputValues): Promise<CommandResult> {
  const { config, templates } = await loadProject(world, inputs)
  if (config.templateBucket === 'none')
    throw new AuditError('BAD_CONFIG', 'This config has no template bucket, so there is nowhere to publish to.', {
      remedy: 'Set `template-bucket: create` or `{ use: <bucket> }`; without `github:` a deployment sends its templates in the call.',
    })
  const session = await openSession(world, inputs, { region: config.region, config, templates, role: 'publish' })
  world.progress.note(`as ${session.caller}`)
  const own = { reader: session.clients, writer: () => Promise.resolve(session.clients) }
  const store = templateStore(world, config, 'publish', own)
  const wanted = store ? templates.filter(({ name }) => name !== 'bootstrap') : []
  const published = await Promise.all(wanted.flatMap((template) => (store ? [publishTemplate(store, template)] : [])))
  const report = buildReport(world, { command: 'publish', outcome: 'published', failOn: failOnOf(config, inputs), config }, { published })
  return { report, exitCode: exitCodeOf(report) }
}
