import { isMapping, scalarText } from '../cloudformation/values.ts'
import { absent, type Evidence, read, undecided } from '../model/evidence.ts'
import { Malformed } from '../reads/shape.ts'
import { type AnswerOf, READS, type ReadOperation } from '../reads/table.ts'

export type Properties = Record<string, unknown>

export const isTrue = (value: unknown): boolean => scalarText(value)?.toLowerCase() === 'true'
export const numberOf = (value: unknown): number => Number(scalarText(value) ?? Number.NaN)
export const text = (value: unknown): string => (typeof value === 'string' ? value : '')
/** What of a property is a mapping or a list; a template of others may have anything there. */
export const mapping = (value: unknown): Properties => (isMapping(value) ? value : {})
export const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

/** A value the template leaves to the deployment (a parameter without default, another stack's export) decides nothing. */
export function known<T>(value: T | undefined, whenMissing: string, from: unknown = value): Evidence<T> {
  if (isOpen(from)) return undecided('the value is known at deployment only')
  if (value === undefined) return absent(whenMissing)
  return holdsNoNumber(value) ? UNDECIDED : read(value)
}

/** A text where a number belongs; that it is wrong is said where the template is held against its types. */
function holdsNoNumber(value: unknown): boolean {
  return typeof value === 'object' && value !== null ? Object.values(value).some(holdsNoNumber) : Number.isNaN(value)
}

export const isOpen = (value: unknown): boolean => /"Fn::|\{"Ref"/.test(JSON.stringify(value) ?? '')

/** As `known`, where anything but a list (or nothing) tells as little as a function. */
export function knownList<T>(value: unknown, make: (items: unknown[]) => T | undefined, whenMissing: string): Evidence<T> {
  if (isPresentAndNoList(value)) return UNDECIDED
  return isOpen(value) ? known<T>(undefined, '', value) : known(make(list(value)), whenMissing)
}

export const isPresentAndNoList = (value: unknown): boolean => value !== undefined && value !== null && !Array.isArray(value)

/** As `known`, of what has the shape AWS's own answer has; anything else is said where the template is held against its types. */
export function asAnswered<O extends ReadOperation>(operation: O, value: unknown): Evidence<AnswerOf<O>> {
  if (isOpen(value)) return undecided('the value is known at deployment only')
  try {
    return read(READS[operation].shape(value, ''))
  } catch (error) {
    if (error instanceof Malformed) return UNDECIDED
    throw error
  }
}

/** As `known`, of a mapping. */
export function knownMapping<T>(value: unknown, make: (properties: Properties) => T, whenMissing: string): Evidence<T> {
  if (value !== undefined && value !== null && !isMapping(value)) return UNDECIDED
  return isMapping(value) ? known(make(value), whenMissing, value) : absent(whenMissing)
}

export const UNDECIDED = undecided('a template does not tell')
