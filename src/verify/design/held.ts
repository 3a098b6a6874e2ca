import type { DesignedResource, HeldResource } from '../../model/design.ts'
import { type Evidence, mapEvidence, read } from '../../model/evidence.ts'
import type { Reader } from '../../reads/reader.ts'
import type { Place } from '../collect/place.ts'

/** A designed resource to be looked for in the account. */
export interface Sought {
  reader: Reader
  resource: DesignedResource
  place: Place
  /** The id its stack says it has; for what is not found by a name. */
  physicalId: Evidence<string>
}

/** Finds what a resource is in the account, in CloudFormation's property names. */
export type Look = (sought: Sought) => Promise<Omit<HeldResource, 'designed'>>

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** A property of the design as text. */
export const named = ({ resource }: Sought, property: string): string => textOf(resource.properties[property])

/** An ARN in the resource's region. */
export function arnIn({ resource, place }: Sought, service: string, rest: string): string {
  return `arn:${place.partition}:${service}:${resource.region}:${place.account}:${rest}`
}

/** An ARN of a global service. */
export function globalArn({ place }: Pick<Sought, 'place'>, service: string, rest: string): string {
  return `arn:${place.partition}:${service}::${place.account}:${rest}`
}

/** What AWS says is not set is known as such. */
export function unset<T>(evidence: Evidence<T>): Evidence<T | undefined> {
  return evidence.state === 'absent' ? read(undefined) : evidence
}

/** A member of an answer, where there is one. */
export function member<T, U>(evidence: Evidence<T>, pick: (value: T) => U): Evidence<U | undefined> {
  return unset(mapEvidence(evidence, pick))
}

/** Several properties that one answer tells. */
export function members<T>(
  evidence: Evidence<T>,
  picks: Readonly<Record<string, (value: T) => unknown>>,
): Record<string, Evidence<unknown>> {
  return Object.fromEntries(Object.entries(picks).map(([property, pick]) => [property, mapEvidence(evidence, pick)]))
}
