import type { Layer } from '../iam/authorize.ts'
import type { FoundRequest } from '../iam/search/find-request.ts'
import type { AccessResult } from '../model/access.ts'
import type { Asking } from './callers.ts'
import type { AccessModel, LocatedPolicy } from './model.ts'
import { UNKNOWN_POLICY } from './places.ts'

/** What a row came to. */
export type RowState = Pick<AccessResult, 'state' | 'detail' | 'at'>

/** A few of a list, and how many more. */
export function shortList(list: readonly string[]): string {
  return list.length > 4 ? `${list.slice(0, 3).join(', ')} and ${list.length - 3} more` : list.join(', ')
}

/** A resource as a reader knows it: one that the search made up, as any would do, is no name to look for. */
export function resourceText(resource: string): string {
  return isMadeUp(resource) ? 'some resource' : resource
}

/** Whether the search filled patterns with what names nothing: no partition or service, or a type of resource with no name behind it. */
function isMadeUp(resource: string): boolean {
  const [arn, partition, service = '', , , ...name] = resource.split(':')
  if (arn !== 'arn') return resource === ''
  return partition === '' || service === '' || service === 'x' || (service !== 's3' && /^(?:[\w-]+[/:])?$/.test(name.join(':')))
}

/** A `cannot` that is broken, with the request that is allowed. */
export function openingOf(asking: Asking, request: FoundRequest, actions: readonly string[], model: AccessModel): RowState {
  return {
    state: 'broken',
    detail: `${asking.name} can ${shortList(actions)} on ${resourceText(request.resource)}${whenText(request.context, asking, model)}`,
    at: statementsAt(asking, request, model),
  }
}

const SILENCE: Readonly<Record<Layer, string>> = {
  identity: 'no policy of it allows that',
  boundary: 'its permissions boundary does not allow that',
  session: 'the session policy does not allow that',
  resource: 'the policy of the resource does not allow that',
  'service-control': 'a level of service control policies does not allow that',
  'resource-control': 'a level of resource control policies does not allow that',
}

/** A `can` that is broken, with the request that is refused. */
export function refusalOf(asking: Asking, action: string, request: FoundRequest, model: AccessModel): RowState {
  const { resource, decided } = request
  const asked = `${asking.name} cannot ${action} on ${resourceText(resource)}`
  if (decided.decision === 'explicit-deny')
    return { state: 'broken', detail: `${asked}: it is denied`, at: statementsAt(asking, request, model) }
  const place = asking.principal ?? model.roles.find((role) => role.arn === resource)
  return {
    state: 'broken',
    detail: `${asked}: ${decided.missing.map((layer) => SILENCE[layer]).join(', and ')}`,
    at: place ? [at(place.name, place.place())] : [],
  }
}

/** The conditions of a request that do not go without saying. */
function whenText(context: Readonly<Record<string, readonly string[]>>, { callers }: Asking, { account }: AccessModel): string {
  const given = new Set(callers.flatMap(({ pinned }) => Object.keys(pinned)))
  const goesWithoutSaying = (key: string, values: readonly string[]) =>
    given.has(key) ||
    values.length === 0 ||
    (/^aws:ResourceAccount$/i.test(key) && values.join() === account) ||
    (/^aws:SecureTransport$/i.test(key) && values.join() === 'true')
  const parts = Object.entries(context)
    .filter(([key, values]) => !goesWithoutSaying(key, values))
    .map(([key, values]) => `${key} is ${values.join(' and ')}`)
  return parts.length > 0 ? ` when ${parts.join(', ')}` : ''
}

function statementsAt(asking: Asking, { resource, decided }: FoundRequest, model: AccessModel): AccessResult['at'] {
  const { principal } = asking
  const boundary = principal?.boundary && 'positionOf' in principal.boundary ? [principal.boundary] : []
  const trusts = model.roles.map(({ trust }) => trust)
  const known: readonly LocatedPolicy[] = [
    ...(principal?.identity ?? []),
    ...boundary,
    ...model.resources.values(),
    ...trusts,
    ...model.serviceControl.flat(),
    ...model.resourceControl.flat(),
  ]
  // Only keys need it; elsewhere it goes without saying.
  const worthSaying = decided.by.filter(({ policy }) => policy !== UNKNOWN_POLICY || resource.includes(':kms:'))
  return worthSaying.map(({ policy, statement }) => {
    if (policy === UNKNOWN_POLICY) return at(policy, undefined)
    const found = known.find(({ name, statements }) => name === policy && statements.includes(statement))
    if (found) return at(`${policy}, ${statement.sid ?? `statement ${statement.index + 1}`}`, found.positionOf(statement.index))
    // A policy whose text is not here: the role that has it is the place to look.
    return at(`${policy}, whose text is not here`, principal?.place())
  })
}

const at = (text: string, position: AccessResult['at'][number]['position']) => (position ? { text, position } : { text })
