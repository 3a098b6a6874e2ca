import type { Teardown } from '../aws/destroy/teardown.ts'
import type { Owner } from '../destroy/rules.ts'

/** Whose things go, as of now. */
export function ownerOf({ config, now, bypassGovernance }: Teardown, leaving: ReadonlySet<string> = new Set()): Owner {
  const { Project, Environment } = config.tags
  return {
    project: Project ?? config.project,
    environment: Environment ?? config.environment,
    now: now().toISOString(),
    bypassGovernance,
    leaving,
  }
}
