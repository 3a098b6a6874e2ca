import type { Found, FoundOf } from '../../destroy/found.ts'
import type { Config } from '../../model/config.ts'
import { AuditError } from '../../model/errors.ts'
import type { Progress } from '../../model/progress.ts'
import type { TeardownKind, TeardownOutcome } from '../../model/teardown.ts'
import type { ProjectTemplate } from '../../model/template.ts'
import type { Clients } from '../clients.ts'
import { faultOf, isNamed, toAuditError } from '../errors.ts'
import { sendOperation } from '../send.ts'

/** The account a clean-up works on, and how far it may go. */
export interface Teardown {
  config: Config
  templates: readonly ProjectTemplate[]
  clientsIn(region: string): Clients
  /** Days until a key is deleted, 7 to 30. */
  keyDays: number
  bypassGovernance: boolean
  /** How long one thing is waited for. */
  timeoutMs: number
  progress: Progress
  now(): Date
  sleep(ms: number): Promise<void>
  signal?: AbortSignal | undefined
}

export interface Removal {
  outcome: TeardownOutcome
  detail: string
  requestIds: readonly string[]
  remedy?: string
}

/** How things of a kind are found, read again and removed. */
export interface KindOps<K extends TeardownKind = TeardownKind> {
  find(account: Teardown): Promise<Found[]>
  /** The same thing as it is this moment; undefined where it is gone. */
  again(account: Teardown, found: FoundOf<K>): Promise<Found | undefined>
  remove(account: Teardown, found: FoundOf<K>): Promise<Removal>
}

/** What the templates call their resources of a type, each with its region: all that our stacks make or take over, and nothing else. */
export function namesIn(templates: readonly ProjectTemplate[], type: string, property: string): { name: string; region: string }[] {
  return templates.flatMap(({ parsed, region }) =>
    Object.values(parsed.Resources).flatMap(({ Type, Properties }) =>
      Type === type ? [{ name: text(Properties?.[property]), region }] : [],
    ),
  )
}

export type Answer = Awaited<ReturnType<typeof sendOperation>>

interface About {
  resource?: string
  /** Where the permission is not named like the operation. */
  action?: string
  /** Errors that say that it is not there. */
  absent?: readonly string[]
}

/** One call. @throws AuditError with operation, resource and request id */
export async function call(
  account: Teardown,
  region: string,
  operation: string,
  parameters: Readonly<Record<string, unknown>>,
  about: About = {},
): Promise<Answer> {
  const { resource, action } = about
  try {
    return await sendOperation(account.clientsIn(region), operation, parameters)
  } catch (error) {
    throw toAuditError(error, {
      operation,
      region,
      ...(resource === undefined ? {} : { resource }),
      ...(action === undefined ? {} : { action }),
    })
  }
}

/** One call about something that may not be there; undefined where it is not. */
export async function ask(
  account: Teardown,
  region: string,
  operation: string,
  parameters: Readonly<Record<string, unknown>>,
  about: About = {},
): Promise<Answer | undefined> {
  try {
    return await call(account, region, operation, parameters, about)
  } catch (error) {
    if (isAbsent(error, about.absent)) return undefined
    throw error
  }
}

/** SageMaker has one error for everything; its message tells. */
function isAbsent(error: unknown, names: readonly string[] = []): boolean {
  const cause = error instanceof AuditError ? error.cause : error
  if (isNamed(cause, ...names)) return true
  return (
    isNamed(cause, 'ValidationException', 'ValidationError') &&
    /not found|could not find|does not exist/i.test(faultOf(cause)?.message ?? '')
  )
}

/** Whether an error is the one of that name. */
export function isError(error: unknown, ...names: string[]): boolean {
  return isNamed(error instanceof AuditError ? error.cause : error, ...names)
}

/** Every item of a listing, page by page. */
export async function all(
  account: Teardown,
  region: string,
  operation: string,
  parameters: Readonly<Record<string, unknown>>,
  { items, token, as = token, ...about }: About & { items: string; token: string; as?: string },
): Promise<Readonly<Record<string, unknown>>[]> {
  const found: Readonly<Record<string, unknown>>[] = []
  let next: unknown
  do {
    const page = await ask(account, region, operation, next === undefined ? parameters : { ...parameters, [as]: next }, about)
    if (page) found.push(...listIn(page, items, operation))
    next = page?.[token]
  } while (typeof next === 'string' && next !== '')
  return found
}

/**
 * The list of an answer, empty or not. One without it comes from somebody else, and would make everything look gone; only S3's XML
 * leaves out what is empty. @throws AWS_CALL_FAILED
 */
export function listIn(answer: Readonly<Record<string, unknown>>, items: string, operation: string): Readonly<Record<string, unknown>>[] {
  const list = answer[items]
  if (Array.isArray(list)) return list
  if (list === undefined && operation.startsWith('s3:')) return []
  throw toAuditError(new SyntaxError(`the answer has no ${items}`), { operation })
}

/** An object of an answer that AWS always sends. @throws AWS_CALL_FAILED */
export function objectIn(answer: Readonly<Record<string, unknown>>, member: string, operation: string): Readonly<Record<string, unknown>> {
  const found = answer[member]
  if (typeof found === 'object' && found !== null) return found as Readonly<Record<string, unknown>>
  throw toAuditError(new SyntaxError(`the answer has no ${member}`), { operation })
}

/** A text of an object that AWS always sends: what it lacks would be nobody's, or used by nobody. @throws AWS_CALL_FAILED */
export function textIn(object: Readonly<Record<string, unknown>>, member: string, operation: string): string {
  const found = text(object[member])
  if (found !== '') return found
  throw toAuditError(new SyntaxError(`the answer has no ${member}`), { operation })
}

/** What was asked for by its name, from the list it comes in: where it is not there, AWS says so with an error. @throws AWS_CALL_FAILED */
export function onlyIn(answer: Readonly<Record<string, unknown>>, items: string, operation: string): Readonly<Record<string, unknown>> {
  return objectIn({ [items]: listOf(answer[items])[0] }, items, operation)
}

export function listOf(value: unknown): Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value : []
}

export function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : []
}

export function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** A time as AWS gives it: a date, or seconds. Undefined where there is none. */
export function timeOf(value: unknown): string | undefined {
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'number') return new Date(value > 1e11 ? value : value * 1000).toISOString()
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** `[{ Key, Value }]`, whatever the service calls its keys, or a map. */
export function tagsOf(value: unknown): Record<string, string> {
  if (!Array.isArray(value)) return Object.fromEntries(Object.entries(value ?? {}).map(([key, item]) => [key, String(item)]))
  return Object.fromEntries(value.map((tag) => [text(tag.Key ?? tag.key ?? tag.TagKey), text(tag.Value ?? tag.value ?? tag.TagValue)]))
}

export function requestsOf(...answers: readonly (Answer | undefined)[]): string[] {
  return answers.flatMap((answer) => answer?.$metadata?.requestId ?? [])
}

export const GONE: Removal = { outcome: 'deleted', detail: 'was gone already', requestIds: [] }

/** Waits until something is gone. */
export async function waitUntil(account: Teardown, isDone: () => Promise<boolean>): Promise<boolean> {
  const until = account.now().getTime() + account.timeoutMs
  for (let wait = 100; ; wait = Math.min(wait * 1.6, 5000)) {
    if (await isDone()) return true
    if (account.now().getTime() > until || account.signal?.aborted) return false
    await account.sleep(wait)
  }
}
