/**
 * Events that only those start who may write to the repository, for a commit that is in it.
 * Source: GitHub documentation, "Events that trigger workflows".
 */
export const WRITERS_EVENTS: readonly string[] = [
  'push',
  'schedule',
  'workflow_dispatch',
  'repository_dispatch',
  'release',
  'create',
  'deployment',
]
