import type { Source } from '../model/config.ts'
import type { RawSource } from './raw.ts'

/** The name of a resource that exists already. */
export function existingName(source: RawSource | undefined): string | undefined {
  if (typeof source !== 'object') return undefined
  return 'use' in source ? source.use : source.adopt
}

export function sourceOf(source: RawSource | undefined): Source {
  if (typeof source !== 'object') return 'create'
  return 'use' in source ? 'use' : 'adopt'
}
