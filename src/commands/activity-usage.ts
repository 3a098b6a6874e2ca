import { defaultRows } from '../access/defaults.ts'
import type { Facts } from '../activity/facts.ts'
import { type GrantedRole, roleUsage } from '../activity/usage.ts'
import type { Resolver } from '../activity/who.ts'
import type { ActivityReport } from '../model/activity.ts'
import { designOf } from './account-access.ts'
import type { Project } from './project.ts'
import type { World } from './world.ts'

/** Of every role that the config renders: what it did of what it may. */
export async function usageOf(
  world: World,
  project: Project,
  { facts, resolver, days, isComplete }: { facts: Facts; resolver: Resolver; days: number; isComplete: boolean },
): Promise<NonNullable<ActivityReport['usage']>> {
  const model = designOf(project)
  const rows = [...defaultRows(project.config, model), ...project.config.accessMatrix].filter(({ effect }) => effect === 'can')
  const roles = model.roles.map(
    ({ arn, name, identity }): GrantedRole => ({
      arn,
      statements: identity.flatMap(({ statements }) => statements),
      kept: rows.filter(({ who }) => who === name).flatMap(({ actions }) => actions),
    }),
  )
  return roleUsage({ facts, resolver, roles, index: await world.iamActions(), days, isComplete })
}
