import { OURS } from '../aws/change-set.ts'
import type { StackSettings } from '../aws/stack-settings.ts'
import type { TemplateUpload } from '../aws/template-source.ts'
import type { Config } from '../model/config.ts'
import type { ProjectTemplate } from '../model/template.ts'
import type { Session } from './session.ts'
import type { World } from './world.ts'

/** One name per command: a job may plan or deploy more than once, and what was there before must not be taken for its own. */
export function changeSetName(world: World, kind = ''): string {
  return `${OURS}${kind}${world.now().getTime().toString(36)}-${world.run.key}`.slice(0, 128)
}

/** Bootstrap is an administrator's; topics and alarms serve the stacks of their region. */
export function stackSettings(config: Config, { name, region }: ProjectTemplate): StackSettings {
  const stacks = name === 'bootstrap' ? undefined : config.stacks
  const here = (arns: readonly string[] = []) => arns.filter((arn) => arn.split(':')[3] === region)
  const rollbackAlarms = here(stacks?.rollbackAlarms)
  return {
    tags: config.tags,
    serviceRole: stacks?.serviceRole,
    notifications: here(stacks?.notifications),
    rollbackAlarms,
    rollbackMinutes: rollbackAlarms.length > 0 ? (stacks?.rollbackMinutes ?? 0) : 0,
  }
}

/** Where large templates are uploaded: the bucket is in the audit region, or where an existing one happens to be. */
export function uploadOf(world: World, session: Session, config: Config): TemplateUpload {
  return {
    clients: session.clients,
    partition: config.partition,
    bucket: config.templateBucket === 'none' ? undefined : config.names.templateBucket,
    sha256: world.sha256,
  }
}
