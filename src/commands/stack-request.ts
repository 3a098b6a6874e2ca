import { CHANGE_SETS } from '../aws/change-set.ts'
import type { StackSettings } from '../aws/stack-settings.ts'
import { fitting, inCall, type StoreAccess, type TemplateSource, throughStore } from '../aws/template-source.ts'
import type { Config } from '../model/config.ts'
import { EVIDENCE_TYPES, type StackTerms } from '../model/plan.ts'
import type { ProjectTemplate } from '../model/template.ts'
import { templateStoreOf } from '../model/template-store.ts'
import { wherePublished } from './publisher.ts'
import type { World } from './world.ts'

/** One name per command: a job may plan or deploy more than once, and what was there before must not be taken for its own. */
export function changeSetName(world: World, kind: keyof typeof CHANGE_SETS, more = ''): string {
  return `${CHANGE_SETS[kind]}${more}${world.now().getTime().toString(36)}-${world.run.key}`.slice(0, 128)
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

/** Denies replacing and deleting what holds evidence, whoever updates the stack. */
export const STACK_POLICY = JSON.stringify({
  Statement: [
    {
      Effect: 'Deny',
      Action: ['Update:Replace', 'Update:Delete'],
      Principal: '*',
      Resource: '*',
      Condition: { StringEquals: { ResourceType: EVIDENCE_TYPES } },
    },
    { Effect: 'Allow', Action: 'Update:*', Principal: '*', Resource: '*' },
  ],
})

/** Everything a deployment of this template is bound to, given the stack as it is. */
export function stackTerms(
  world: World,
  config: Config,
  template: ProjectTemplate,
  stack: { RoleARN?: string | undefined } | undefined,
): StackTerms {
  const { serviceRole, ...settings } = stackSettings(config, template)
  return {
    region: template.region,
    templateSha256: world.sha256(template.body),
    ...settings,
    // A stack keeps the role it has where none is asked for.
    serviceRole: serviceRole ?? stack?.RoleARN ?? null,
    stackPolicy: STACK_POLICY,
    terminationProtection: true,
  }
}

/** Who reads and who writes a store of templates. */
type StoreUsers = Pick<StoreAccess, 'reader' | 'writer'>

/**
 * Where templates lie for CloudFormation: what plans read apart from what deployments read, so that who may plan cannot put a
 * template where it is deployed from. Undefined where the config has no bucket.
 */
export function templateStore(world: World, config: Config, kind: 'plan' | 'publish', users: StoreUsers): StoreAccess | undefined {
  if (config.templateBucket === 'none') return undefined
  const { bucket, [kind]: prefix } = templateStoreOf(config)
  return {
    bucket,
    prefix,
    partition: config.partition,
    sha256: world.sha256,
    whoPuts: whoPuts(config, kind),
    ...users,
  }
}

function whoPuts(config: Config, kind: 'plan' | 'publish'): string {
  return kind === 'publish'
    ? `Templates of deployments are put there by \`mlops-audit publish\`, ${wherePublished(config)}, or by an administrator.`
    : `Templates of plans are put there by ${config.github ? config.names.planRole : 'whoever plans'}: \`mlops-audit deploy --bootstrap\` gives bootstrap’s roles that.`
}

/**
 * Brings a text for a template's stack to CloudFormation: through the store, or in the call where there is none and for
 * bootstrap, which makes the store, where it fits. @throws BAD_CONFIG, STACK_UNREADY, ACCESS_DENIED
 */
export async function templateSource(
  store: StoreAccess | undefined,
  template: ProjectTemplate,
  body = template.body,
): Promise<TemplateSource> {
  const isDirect = store === undefined || (template.name === 'bootstrap' && fitting(template, body) !== undefined)
  return isDirect ? inCall(template, body) : throughStore(store, template.stackName, body)
}

/** What of bootstrap makes the store; nothing of the rest is needed for it. */
const STORE = ['TemplateBucket', 'TemplateBucketPolicy']

/**
 * The deployments that bring a template about: itself, or, for a bootstrap that has to be read from the bucket which it makes
 * and that is not there yet, the bucket first.
 */
export function stepsOf(template: ProjectTemplate, { exists }: { exists: boolean }): ProjectTemplate[] {
  const parts = Object.entries(template.parsed.Resources).filter(([logicalId]) => STORE.includes(logicalId))
  if (template.name !== 'bootstrap' || exists || parts.length === 0 || fitting(template) !== undefined) return [template]
  const parsed = { AWSTemplateFormatVersion: '2010-09-09', Resources: Object.fromEntries(parts) }
  return [{ ...template, parsed, body: JSON.stringify(parsed) }, template]
}
