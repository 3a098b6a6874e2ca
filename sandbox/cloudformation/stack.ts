import type { Place } from '../aws/call.ts'
import type { Actor } from '../identities.ts'
import type { ResourceChange, StackVersion } from './changes.ts'
import type { StackSettings } from './settings.ts'
import type { Properties } from './types/type.ts'

interface StackEvent {
  logicalId: string
  physicalId: string
  type: string
  status: string
  reason: string | undefined
  time: Date
  id: string
  token: string | undefined
}

export interface ImportRequest {
  logicalId: string
  type: string
  identifier: string
}

export interface ChangeSet {
  id: string
  name: string
  stack: Stack
  created: Date
  type: 'CREATE' | 'UPDATE' | 'IMPORT'
  description: string | undefined
  version: StackVersion
  changes: ResourceChange[]
  /** What it imports; empty for other change sets. */
  imports: readonly ImportRequest[]
  /** Nothing to do: no resource differs, and no output either. */
  isEmpty: boolean
  execution: 'AVAILABLE' | 'EXECUTE_IN_PROGRESS' | 'EXECUTE_COMPLETE' | 'EXECUTE_FAILED' | 'OBSOLETE'
  token: string | undefined
  settings: StackSettings
  /** What validation before deployment has to say. */
  findings: readonly Finding[]
}

/** A row of DescribeEvents: what validation before deployment found, or left out. */
export interface Finding {
  logicalId: string
  path: string
  name: string
  reason: string
  mode: 'FAIL' | 'WARN'
  status: 'FAILED' | 'SKIPPED'
}

/** A resource as the stack has it. */
export interface StackResource {
  logicalId: string
  type: string
  physicalId: string
  /** As they were last carried out. */
  properties: Properties
  status: string
  reason: string | undefined
  updated: Date
  /** It was imported, so it is older than the stack. */
  isImported: boolean
}

export interface Stack extends Place {
  name: string
  id: string
  created: Date
  updated: Date | undefined
  deleted: Date | undefined
  /** Undefined while it is only reviewed. */
  current: StackVersion | undefined
  status: string
  reason: string | undefined
  events: StackEvent[]
  resources: Map<string, StackResource>
  settings: StackSettings | undefined
  policy: string | undefined
  isProtected: boolean
  capabilities: readonly string[]
  /** Of the operation that runs, or ran last. */
  token: string | undefined
  /** Tokens of operations so far. */
  tokens: Set<string>
  /** Someone has called the running update off. */
  isCancelled: boolean
  /** Who last changed it: what follows by itself is done in that name. */
  actor: Actor
}

export function newStack(place: Place, name: string, actor: Actor): Stack {
  const { partition, region, account } = place
  return {
    partition,
    region,
    account,
    name,
    id: `arn:${partition}:cloudformation:${region}:${account}:stack/${name}/${crypto.randomUUID()}`,
    created: new Date(),
    updated: undefined,
    deleted: undefined,
    current: undefined,
    status: 'REVIEW_IN_PROGRESS',
    reason: 'User Initiated',
    events: [],
    resources: new Map(),
    settings: undefined,
    policy: undefined,
    isProtected: false,
    capabilities: [],
    token: undefined,
    tokens: new Set(),
    isCancelled: false,
    actor,
  }
}

export function physicalIds(stack: Stack): Map<string, string> {
  return new Map([...stack.resources].map(([logicalId, { physicalId }]) => [logicalId, physicalId]))
}

export function emitStack(stack: Stack, status: string, reason?: string): void {
  stack.status = status
  stack.reason = reason
  stack.events.push(eventOf(stack, { logicalId: stack.name, physicalId: stack.id, type: 'AWS::CloudFormation::Stack', status, reason }))
}

export function emitResource(
  stack: Stack,
  { logicalId, type }: { logicalId: string; type: string },
  status: string,
  reason?: string,
): void {
  const resource = stack.resources.get(logicalId)
  if (resource) Object.assign(resource, { status, reason, updated: new Date() })
  stack.events.push(eventOf(stack, { logicalId, physicalId: resource?.physicalId ?? '', type, status, reason }))
}

function eventOf(stack: Stack, event: Pick<StackEvent, 'logicalId' | 'physicalId' | 'type' | 'status' | 'reason'>): StackEvent {
  return { ...event, time: new Date(), id: crypto.randomUUID(), token: stack.token }
}
