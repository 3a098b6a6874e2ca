import type { CostLine } from './money.ts'

/** What a copy of a bucket to its replica comes to, or came to (`replicate`). */
export interface CopyReport {
  from: string
  fromRegion: string
  to: string
  toRegion: string
  prefixes: readonly string[]
  /** Versions that are no newest ones among them. */
  withVersions: boolean
  /** All that the prefixes have. */
  objects: number
  bytes: number
  /** What of it is not there yet. */
  missing: { objects: number; bytes: number }
  /** What copying that costs, and keeping it a month. */
  price: readonly CostLine[]
  monthly: readonly CostLine[]
  /** Absent where nothing was confirmed. */
  done?: {
    copied: number
    bytes: number
    /** Of them, how each was compared after it was copied. */
    byChecksum: number
    bySize: number
    seconds: number
  }
}
