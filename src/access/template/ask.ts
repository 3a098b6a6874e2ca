import { type Asked, mayDo, sessionOf, Unsearched } from '../../iam/ask.ts'
import type { NamedPolicy } from '../../iam/authorize.ts'
import { actionMatches } from '../../iam/evaluate.ts'
import type { Principal, Statement } from '../../iam/policy.ts'
import type { FoundRequest } from '../../iam/search/find-request.ts'
import type { PlacedPolicy } from './placed-policy.ts'
import type { Subject } from './subjects.ts'

/** What a search found; undefined where there is nothing, a text says why it gave up. */
export type Searched<T extends object> = T | undefined | string

export function orWhyNot<T extends object>(search: () => T | undefined): Searched<T> {
  try {
    return search()
  } catch (error) {
    if (error instanceof Unsearched) return error.message
    throw error
  }
}

/** What the first of several searches found that found anything; nothing only where none of them gave up. */
export function anyOf<T extends object>(searches: Iterable<Searched<T>>): Searched<T> {
  let gaveUp: string | undefined
  for (const found of searches) {
    if (typeof found === 'object') return found
    gaveUp ??= found
  }
  return gaveUp
}

/** What all of several searches found; nothing where one of them found nothing, whether or not another gave up. */
export function allOf<T extends object>(searches: Iterable<Searched<T>>): Searched<readonly T[]> {
  const all: T[] = []
  let gaveUp: string | undefined
  for (const found of searches) {
    if (found === undefined) return undefined
    if (typeof found === 'string') gaveUp ??= found
    else all.push(found)
  }
  return gaveUp ?? all
}

/** The statements about an action that a search gave up on: those on the key it names, or all of them. */
export function seenThrough(policies: readonly PlacedPolicy[], actions: readonly string[], because: string): string[] {
  const about = policies.flatMap((policy) =>
    policy.statements.flatMap((statement) =>
      actions.some((action) => actionMatches(statement, action)) ? [{ statement, pointer: policy.pointerOf(statement) }] : [],
    ),
  )
  const named = about.filter(({ statement }) => statement.conditions.some(({ key }) => because.includes(key.toLowerCase())))
  return [...new Set((named.length > 0 ? named : about).map(({ pointer }) => pointer))]
}

/** Whether a subject may do something, with the request that shows it. @throws Unsearched */
export function subjectMayDo(subject: Subject, asked: Asked, account: string, resource?: NamedPolicy): FoundRequest | undefined {
  return mayDo({ ...subject, principal: principalOf(subject) }, asked, account, resource)
}

function principalOf({ arn, type }: Subject): Principal {
  if (type === 'AWS::IAM::User' || type === 'AWS::IAM::Group') return { type: 'AWS', value: arn.replace(':group/', ':user/') }
  return sessionOf(arn)
}

/** Where the statements of a decision stand, and the names of their policies. */
export function standing(policies: readonly PlacedPolicy[], { decided }: FoundRequest): { pointers: string[]; names: string[] } {
  const found = decided.by.flatMap(({ statement }) => {
    const policy = policies.find(({ statements }) => statements.includes(statement))
    return policy ? [{ pointer: policy.pointerOf(statement), name: namedStatement(policy, statement) }] : []
  })
  return { pointers: [...new Set(found.map(({ pointer }) => pointer))], names: [...new Set(found.map(({ name }) => name))] }
}

export function namedStatement({ name, managed }: PlacedPolicy, { sid, index }: Statement): string {
  return managed === undefined ? `${name}, ${sid ?? `statement ${index + 1}`}` : `AWS’s ${managed}`
}
