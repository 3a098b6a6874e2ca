import type { HeldResource } from '../model/design.ts'
import { need, needOr } from './define.ts'

/** A property as it is; undefined where it is not set. */
export function propertyOf({ exists, live }: HeldResource, name: string): unknown {
  need(exists)
  const evidence = live[name]
  return evidence === undefined ? undefined : needOr(evidence, undefined)
}

type Members = Readonly<Record<string, unknown>>

/** What is inside of a property; nothing where it is none. */
export const inside = (value: unknown): Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Members) : {}

export const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** A policy as the text it is. */
export function documentText(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined
  return typeof value === 'string' ? value : JSON.stringify(value)
}
