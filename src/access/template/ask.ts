import { type Asked, mayDo, sessionOf, Unsearched } from '../../iam/ask.ts'
import type { NamedPolicy } from '../../iam/authorize.ts'
import type { Principal, Statement } from '../../iam/policy.ts'
import type { FoundRequest } from '../../iam/search/find-request.ts'
import type { PlacedPolicy } from './placed-policy.ts'
import type { Subject } from './subjects.ts'

/** What a search found, or why it gave up. */
export function orWhyNot<T extends object>(search: () => T | undefined): T | undefined | string {
  try {
    return search()
  } catch (error) {
    if (error instanceof Unsearched) return error.message
    throw error
  }
}

/** What a template's findings say is what a request shows: a search that gave up shows none. */
export function shown<T extends object>(search: () => T | undefined): T | undefined {
  const found = orWhyNot(search)
  return typeof found === 'string' ? undefined : found
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
