import type { ResourceChange, StackVersion } from './changes.ts'
import type { ImportRequest } from './imports.ts'
import type { StackSettings } from './settings.ts'

export interface StackEvent {
  logicalId: string
  physicalId: string
  type: string
  status: string
  reason: string | undefined
  time: Date
  id: string
  token: string | undefined
}

export interface ChangeSet {
  stackName: string
  name: string
  version: StackVersion
  changes: ResourceChange[]
  /** What it imports; empty for other change sets. */
  imports: readonly ImportRequest[]
  /** Nothing to do: no resource differs, and no output either. */
  isEmpty: boolean
  isExecuted: boolean
  token: string | null
  settings: StackSettings
  /** What validation before deployment refuses. */
  invalid: readonly Invalid[]
}

export interface Invalid {
  logicalId: string
  path: string
  name: string
  reason: string
}

export interface Stack {
  name: string
  id: string
  region: string
  current: StackVersion | undefined
  events: StackEvent[]
  /** Stands above the emulator's status while an operation runs, and after one that it does not know failed. */
  status: string | undefined
  reason: string | undefined
  physicalIds: Map<string, string>
  /** Identifiers of imported resources, by logical id. */
  imported: Map<string, string>
  settings: StackSettings | undefined
  /** Of the operation that runs, or ran last. */
  token: string | undefined
  /** Someone has called the running update off. */
  isCancelled: boolean
}
