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
    if (error instanceof AuditError && (error.code === 'OIDC_REFUSED' || error.code === 'ROLE_UNREADY')) throw notPublished(config, error)
    throw error
  }
}

function notPublished(config: Config, cause?: AuditError): AuditError {
  const why = cause ? ` ${cause.message}` : ''
  return new AuditError('STACK_UNREADY', `The templates of this config are not published, and this run may not publish them.${why}`, {
    remedy: `Run \`mlops-audit publish\` before this, ${wherePublished(config)}, or as an administrator.`,
    ...(cause ? { cause } : {}),
  })
}

/** The jobs that may publish, by what their trust asks for. */
export function wherePublished({ github, names }: Config): string {
  const { publishEnvironments = [] } = github ?? {}
  return publishEnvironments.length > 0
    ? `in a job with \`environment: ${publishEnvironments.join('` or `')}\``
    : `in a job that may assume ${names.publishRole}`
}

/** What a team should know that has not set publishing apart. */
export function bothHalves(config: Config | undefined): string[] {
  if (!config?.github || config.github.publishEnvironments.length > 0) return []
  return [
    'A job that deploys may publish templates too, so one compromised deploy job holds both halves. To have people approve templates first, name a protected environment in `github.publish-environments` and run `publish` there.',
  ]
}
