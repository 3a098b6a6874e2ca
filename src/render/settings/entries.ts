import type { SettingValue } from '../fragment.ts'

export type Entries = [string, SettingValue][]

/** Item parts are texts; an empty one is off. */
export const flag = (on: boolean): string => (on ? 'true' : '')

export function paths(buckets: readonly string[] = [], prefixes: readonly string[] = []): string[] {
  return buckets.flatMap((bucket) => prefixes.map((prefix) => `${bucket}/${prefix}`))
}

export const unique = (list: readonly string[]): string[] => [...new Set(list)]
