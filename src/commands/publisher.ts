import type { Clients } from '../aws/clients.ts'
import type { Config } from '../model/config.ts'
import { AuditError } from '../model/errors.ts'
import type { ProjectTemplate } from '../model/template.ts'
import type { InputValues } from './inputs.ts'
import { openSession, type Session } from './session.ts'
import type { World } from './world.ts'

/**
 * Who publishes for a deployment, asked for when a template is missing from the store. An administrator does it with their own
 * credentials. The deploy role cannot: half of what it takes to deploy is the publish role's, which the same run may or may not assume.
 */
export function publisherFor(
  world: World,
  inputs: InputValues,
  { session, config, templates }: { session: Session; config: Config; templates: readonly ProjectTemplate[] },
): () => Promise<Clients> {
  let opened: Promise<Clients> | undefined
  return () => {
    opened ??= session.by === 'administrator' ? Promise.resolve(session.clients) : asPublisher(world, inputs, config, templates)
    return opened
  }
}

async function asPublisher(world: World, inputs: InputValues, config: Config, templates: readonly ProjectTemplate[]): Promise<Clients> {
  if (!world.idToken) throw notPublished(config)
  // A role that was named is the one that deploys.
  const own = new Map([...inputs].filter(([name]) => name !== 'role-to-assume' && name !== 'role-to-chain'))
  try {
    return (await openSession(world, own, { region: config.region, config, templates, role: 'publish' })).clients
  } catch (error) {
    if (error instanceof AuditError && error.code === 'OIDC_REFUSED') throw notPublished(config, error)
    throw error
  }
}

function notPublished(config: Config, cause?: AuditError): AuditError {
  const why = cause ? ` ${cause.message}` : ''
  return new AuditError('STACK_UNREADY', `The templates of this config are not published, and this run may not publish them.${why}`, {
    remedy: `Run \`mlops-audit publish\` before this, in a job that may assume ${config.names.publishRole}, or as an administrator.`,
    ...(cause ? { cause } : {}),
  })
}
