import type { WorkflowRun } from '../../model/access.ts'
import type { AccessRowConfig, CheckException, CleanUpConfig, PlanGates, StackConfig } from '../../model/config.ts'
import type { SettledAccessRow, SettledConfig } from '../raw.ts'

export function deriveStacks(raw: NonNullable<SettledConfig['stacks']>): StackConfig {
  return {
    serviceRole: raw['service-role'],
    notifications: raw.notifications,
    rollbackAlarms: raw['rollback-alarms'],
    rollbackMinutes: raw['rollback-minutes'],
  }
}

export function deriveGates(raw: SettledConfig['gates']): PlanGates {
  return {
    failOnWidening: raw['fail-on-widening'],
    failOnReplacement: raw['fail-on-replacement'],
    failOnDrift: raw['fail-on-drift'],
    failOnCostIncrease: raw['fail-on-cost-increase'],
    allow: raw.allow.map(({ gate, subject, reason, expires }) => ({ gate, subject, reason, expires })),
  }
}

export function deriveCleanUp(raw: SettledConfig['clean-up']): CleanUpConfig {
  return {
    nameContains: raw['name-contains'],
    modelPackageGroups: raw['model-package-groups'],
    imageTags: raw['image-tags'],
    repositories: raw.repositories,
    clusters: raw.clusters,
  }
}

export function deriveAccessRow(raw: SettledAccessRow): AccessRowConfig {
  const effect = raw.can === undefined ? 'cannot' : 'can'
  return {
    who: typeof raw.who === 'string' ? raw.who : workflowRun(raw.who),
    effect,
    actions: listOf(raw[effect]),
    on: listOf(raw.on),
    except: listOf(raw.except),
    when: Object.fromEntries(Object.entries(raw.when ?? {}).map(([key, values]) => [key, listOf(values ?? undefined)])),
    why: raw.why,
  }
}

function workflowRun(raw: Exclude<SettledAccessRow['who'], string>): WorkflowRun {
  const contexts = {
    branch: `ref:refs/heads/${raw.branch}`,
    tag: `ref:refs/tags/${raw.tag}`,
    environment: `environment:${raw.environment}`,
    'pull-request': 'pull_request',
  }
  const [, context] = Object.entries(contexts).find(([key]) => key in raw) ?? ['', contexts['pull-request']]
  return { repository: raw.repository, ownerId: raw['owner-id'], repositoryId: raw['repository-id'], context }
}

function listOf(value: string | string[] | undefined): string[] {
  return value === undefined ? [] : [value].flat()
}

export function deriveException(raw: SettledConfig['exceptions'][number]): CheckException {
  const { check, resource, reason, owner, ticket, expires } = raw
  return { check, resource, reason, owner, ticket, breakGlass: raw['break-glass'], expires }
}
