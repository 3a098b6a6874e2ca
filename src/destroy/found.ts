import type { TeardownClass, TeardownKind } from '../model/teardown.ts'

interface Of<K extends TeardownKind> {
  kind: K
  class: TeardownClass
  name: string
  arn: string
  region: string
  tags: Readonly<Record<string, string>>
  /** When it was made, UTC, ISO 8601. */
  created?: string | undefined
}

/** What keeps objects from being deleted, and how many there are. */
export interface BucketState {
  versions: number
  markers: number
  bytes: number
  uploads: number
  /** Last changes of the oldest and the newest version, UTC. */
  oldest: string | undefined
  newest: string | undefined
  /** What locks a new version by default. */
  lock: { mode: string; days: number } | undefined
  /** Until when the newest version is retained by its own lock. */
  lockedUntil: string | undefined
  hold: boolean
  mfaDelete: boolean
}

/** One thing as AWS described it: no judgement in it. */
export type Found =
  | (Of<'training job'> & { status: string })
  | (Of<'endpoint'> & { status: string; reason: string | undefined })
  | (Of<'model package'> & { approval: string; group: string })
  | (Of<'image'> & {
      repository: string
      digest: string
      imageTags: readonly string[]
      /** Tags of the config that it has: without any, it has none at all. */
      wanted: readonly string[]
      bytes: number
      isIndex: boolean
      /** Digests of the indexes that name it, which stay. */
      namedBy: readonly string[]
    })
  | (Of<'add-on'> & { cluster: string; status: string })
  | (Of<'insights log group' | 'log group'> & { bytes: number; isProtected: boolean; writers: readonly string[] })
  | (Of<'addition to a role'> & { role: string; what: 'managed policy' | 'inline policy' | 'instance profile' })
  | (Of<'access stack' | 'tamper stack' | 'audit stack' | 'bootstrap stack'> & {
      status: string
      isProtected: boolean
      resources: number
      /** Physical ids of what its template retains. */
      retained: readonly string[]
      /** Stacks that use its exports. */
      importers: readonly string[]
      /** What uses its roles, or has its boundary. */
      users: readonly string[]
    })
  | (Of<'access role' | 'audit role' | 'bootstrap role'> & { users: readonly string[] })
  | (Of<'delivery to CloudWatch Logs'> & { logGroup: string })
  | (Of<'trail'> & { isOrganization: boolean; homeRegion: string; isLogging: boolean })
  | (Of<'bucket' | 'template bucket'> & { writers: readonly string[] } & BucketState)
  | (Of<'key'> & {
      keyId: string
      state: string
      deletion: string | undefined
      alias: string
      users: readonly string[]
      lastUsed: string | undefined
      isAliasThere: boolean
    })

type Narrowed<F extends Found, K extends TeardownKind> = F extends Found ? (K extends F['kind'] ? F & { kind: K } : never) : never
export type FoundOf<K extends TeardownKind> = Narrowed<Found, K>
