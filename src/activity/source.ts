import type { Facts } from './facts.ts'
import type { TallyOptions } from './tally.ts'

/** A log file: on this machine, or to be fetched. */
export interface LogFile {
  /** How the report names it. */
  name: string
  /** Packed, in bytes; for progress and for the size of tables. */
  size: number
  path?: string
  fetch?(): Promise<Uint8Array | { unreadable: string; missingPermission?: string }>
}

export interface UnreadFile {
  file: string
  reason: string
  missingPermission?: string
}

/** What was read, and what was not. */
export interface ScanResult {
  facts: Facts
  files: number
  /** Unpacked and packed, in bytes. */
  bytes: number
  packed: number
  unread: readonly UnreadFile[]
  /** Copies of a record so far apart may have been counted twice. */
  duplicatesForgotten: boolean
  threads: number
  seconds: number
}

export interface LogScanRequest {
  files: readonly LogFile[]
  options: TallyOptions
  /** Called after every file. */
  onProgress(done: { files: number; bytes: number; packed: number }): void
}

export interface LogReading {
  /** Log files below a folder. @throws BAD_INPUT when there is no such folder */
  filesIn(folder: string): Promise<LogFile[]>
  /** The order in which files are dealt out to the threads changes nothing in the result. @throws INTERNAL when a thread dies */
  scan(request: LogScanRequest): Promise<ScanResult>
}
