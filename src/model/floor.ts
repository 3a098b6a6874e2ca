/**
 * Ids of the checks that no config weakens: without these there is no record, or anyone reads and changes it, so that nothing else that is
 * proven means much. They stop a run whatever `fail-on` says, and only a break-glass exception takes one, for 30 days at most.
 */
const FLOOR: ReadonlySet<string> = new Set([
  'trail-is-multi-region',
  'trail-is-logging',
  'trail-records-all-management-events',
  'trail-validates-log-files',
  'bucket-is-not-public',
  'key-is-usable',
  'key-has-no-open-principal',
  'github-trust-names-repository',
  'role-cannot-blind-the-trail',
])

export function isOfFloor(check: string): boolean {
  return FLOOR.has(check)
}

export const FLOOR_IDS: readonly string[] = [...FLOOR]
