import { authorize, type NamedPolicy } from '../../src/iam/authorize.ts'
import { requestContext } from '../../src/iam/conditions.ts'
import { parsePolicy } from '../../src/iam/policy.ts'
import type { Caller } from './call.ts'

export type { NamedPolicy }

export function parseNamed(name: string, document: string | undefined): NamedPolicy {
  return { name, statements: parsePolicy(document ?? '{"Statement":[]}') }
}

/** Identity policy of whoever is not enforced: an administrator. */
const ADMINISTRATOR: NamedPolicy = parseNamed(
  'administrator',
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}',
)

export interface Ask {
  action: string
  resource: string
  /** Account that owns the resource. */
  owner: string
  context?: Readonly<Record<string, string | readonly string[] | undefined>>
}

/**
 * Whether a resource's own policy lets a caller in, for services that act in someone's name and for callers whose identity policies
 * were asked already: those count as allowed on their side.
 */
export function resourceAllows(policy: NamedPolicy | undefined, caller: Caller, ask: Ask): boolean {
  const context = requestContext({
    'aws:PrincipalAccount': caller.type === 'AWS' ? caller.account : undefined,
    'aws:PrincipalArn': caller.type === 'AWS' ? caller.value : undefined,
    'aws:PrincipalIsAWSService': String(caller.type === 'Service'),
    'aws:SecureTransport': 'true',
    ...(caller.context ?? {}),
    ...(ask.context ?? {}),
  })
  const request = {
    action: ask.action,
    resource: ask.resource,
    context,
    principal: { type: caller.type, value: caller.value },
    resourceAccount: ask.owner,
  }
  return authorize({ identity: caller.type === 'AWS' ? [ADMINISTRATOR] : [], resource: policy }, request).decision === 'allowed'
}
