import type { Found, FoundOf } from '../../destroy/found.ts'
import type { TeardownClass } from '../../model/teardown.ts'
import type { ProjectTemplate, TemplateName } from '../../model/template.ts'
import { additionsTo, boundaryUsers, removeAddition, usersOfRoles } from './roles.ts'
import {
  all,
  ask,
  call,
  type KindOps,
  onlyIn,
  type Removal,
  requestsOf,
  type Teardown,
  tagsOf,
  text,
  textIn,
  textsOf,
  timeOf,
  waitUntil,
} from './teardown.ts'

type StackKind = 'access stack' | 'tamper stack' | 'audit stack' | 'bootstrap stack'

const STACKS: Readonly<Record<StackKind, { class: TeardownClass; templates: readonly TemplateName[] }>> = {
  'access stack': { class: 'access', templates: ['access', 'replica'] },
  'tamper stack': { class: 'audit', templates: ['global'] },
  'audit stack': { class: 'audit', templates: ['audit'] },
  'bootstrap stack': { class: 'bootstrap', templates: ['bootstrap'] },
}

/** Our stacks of a kind, by the name that the config gives them. */
export function stacksOf(kind: StackKind): KindOps<StackKind> {
  return {
    find: async (account) => {
      const templates = account.templates.filter(({ name }) => STACKS[kind].templates.includes(name))
      return (await Promise.all(templates.map((template) => stackAt(account, kind, template)))).filter((stack) => stack !== undefined)
    },
    again: async (account, { name }) => {
      const template = account.templates.find(({ stackName }) => stackName === name)
      return template && stackAt(account, kind, template)
    },
    remove: (account, found) => deleteStack(account, found),
  }
}

interface Resource {
  logicalId: string
  physicalId: string
  type: string
}

async function resourcesOf(account: Teardown, region: string, stack: string): Promise<Resource[]> {
  const about = { items: 'StackResourceSummaries', token: 'NextToken', resource: stack }
  const listed = await all(account, region, 'cloudformation:ListStackResources', { StackName: stack }, about)
  return listed
    .filter((one) => !/^DELETE_(?:COMPLETE|SKIPPED)$/.test(text(one['ResourceStatus'])))
    .map((one) => ({
      logicalId: text(one['LogicalResourceId']),
      physicalId: text(one['PhysicalResourceId']),
      type: text(one['ResourceType']),
    }))
}

function roleArn({ config }: Teardown, name: string): string {
  return `arn:${config.partition.id}:iam::${config.account}:role/${name}`
}

async function stackAt(
  account: Teardown,
  kind: StackKind,
  { stackName, region, parsed }: ProjectTemplate,
): Promise<FoundOf<StackKind> | undefined> {
  const answer = await ask(account, region, 'cloudformation:DescribeStacks', { StackName: stackName }, { resource: stackName })
  if (!answer) return undefined
  const stack = onlyIn(answer, 'Stacks', 'cloudformation:DescribeStacks')
  const resources = await resourcesOf(account, region, stackName)
  const retains = (id: string) => ['Retain', 'RetainExceptOnCreate'].includes(parsed.Resources[id]?.DeletionPolicy ?? '')
  const roles = resources.filter(({ type }) => type === 'AWS::IAM::Role').map(({ physicalId }) => physicalId)
  const users =
    kind === 'access stack'
      ? await usersOfRoles(
          account,
          roles.map((name) => roleArn(account, name)),
        )
      : []
  return {
    kind,
    class: STACKS[kind].class,
    name: stackName,
    arn: text(stack['StackId']),
    region,
    tags: tagsOf(stack['Tags']),
    created: timeOf(stack['CreationTime']),
    status: textIn(stack, 'StackStatus', 'cloudformation:DescribeStacks'),
    isProtected: stack['EnableTerminationProtection'] === true,
    resources: resources.length,
    retained: resources.filter(({ logicalId }) => retains(logicalId)).map(({ physicalId }) => physicalId),
    importers: await importersOf(account, region, stack['Outputs']),
    users: [...users, ...(kind === 'bootstrap stack' ? await foreignBoundaryUsers(account, resources) : [])],
  }
}

/** Roles that are none of ours and have a boundary of bootstrap: it cannot be deleted under them. */
async function foreignBoundaryUsers(account: Teardown, resources: readonly Resource[]): Promise<string[]> {
  const ours = new Set<string>(Object.values(account.config.names))
  const users: string[] = []
  for (const { physicalId } of resources.filter(({ type }) => type === 'AWS::IAM::ManagedPolicy')) {
    const roles = (await boundaryUsers(account, physicalId)).filter((name) => !ours.has(name))
    users.push(...roles.map((name) => `the role ${name} has its boundary ${physicalId.split('/').at(-1)}`))
  }
  return users
}

async function importersOf(account: Teardown, region: string, outputs: unknown): Promise<string[]> {
  const names = (Array.isArray(outputs) ? outputs : []).map((output) => text(output.ExportName)).filter((name) => name !== '')
  const kindOf = new Map(
    Object.entries(STACKS).flatMap(([kind, { templates }]) =>
      account.templates.filter(({ name }) => templates.includes(name)).map(({ stackName }) => [stackName, kind] as const),
    ),
  )
  const found = await Promise.all(
    names.map(async (ExportName) => {
      const about = { items: 'Imports', token: 'NextToken', resource: ExportName }
      return all(account, region, 'cloudformation:ListImports', { ExportName }, about).then(textsOf, (error: Error) => {
        // "is not imported by any stack" is an error, too.
        if (/is not imported by any stack/.test(error.message)) return []
        throw error
      })
    }),
  )
  return [...new Set(found.flat())].map((name) => `the ${kindOf.get(name) ?? 'stack'} ${name}`)
}

/** Protection off, deletion, to its end; what is under way already is waited for. Never by force: that leaves orphans. */
async function deleteStack(account: Teardown, { name, arn, region, status, isProtected }: FoundOf<StackKind>): Promise<Removal> {
  const requests: string[] = []
  const protect = (EnableTerminationProtection: boolean) =>
    call(
      account,
      region,
      'cloudformation:UpdateTerminationProtection',
      { StackName: name, EnableTerminationProtection },
      { resource: name },
    )
  if (status !== 'DELETE_IN_PROGRESS') {
    if (isProtected) requests.push(...requestsOf(await protect(false)))
    try {
      requests.push(...requestsOf(await call(account, region, 'cloudformation:DeleteStack', { StackName: name }, { resource: name })))
    } catch (error) {
      if (isProtected) await protect(true).catch(() => undefined)
      throw error
    }
  }
  const running = account.progress.start(`deleting ${name}`)
  let now = 'DELETE_IN_PROGRESS'
  const ended = await waitUntil(account, async () => {
    const answer = await ask(account, region, 'cloudformation:DescribeStacks', { StackName: arn }, { resource: name })
    const of = 'cloudformation:DescribeStacks'
    now = answer ? textIn(onlyIn(answer, 'Stacks', of), 'StackStatus', of) : 'DELETE_COMPLETE'
    running.alive(now)
    return !now.endsWith('_IN_PROGRESS')
  })
  running.end(now === 'DELETE_COMPLETE' ? 'done' : 'failed', now)
  if (now === 'DELETE_COMPLETE') return { outcome: 'deleted', detail: 'deleted', requestIds: requests }
  if (!ended)
    return {
      outcome: 'left',
      detail: `it is still in ${now}`,
      requestIds: requests,
      remedy: 'CloudFormation goes on without us. Run again.',
    }
  const why = await firstFailure(account, region, arn)
  return {
    outcome: 'left',
    detail: `it is in ${now}: ${why}`,
    requestIds: requests,
    remedy: 'Put right what the event names, and run again.',
  }
}

async function firstFailure(account: Teardown, region: string, stack: string): Promise<string> {
  const answer = await call(account, region, 'cloudformation:DescribeStackEvents', { StackName: stack }, { resource: stack })
  const events = Array.isArray(answer['StackEvents']) ? answer['StackEvents'] : []
  const own = events.findIndex(
    (event) => event.ResourceType === 'AWS::CloudFormation::Stack' && event.ResourceStatus === 'DELETE_IN_PROGRESS',
  )
  const failed = events
    .slice(0, own < 0 ? events.length : own)
    .filter((event) => event.ResourceStatus === 'DELETE_FAILED' && event.ResourceType !== 'AWS::CloudFormation::Stack')
  const first = failed.at(-1)
  return first ? `${text(first.LogicalResourceId)} (${text(first.ResourceType)}): ${text(first.ResourceStatusReason)}` : 'no event says why'
}

/** What people hung on the roles of our stacks. */
export const additions: KindOps<'addition to a role'> = {
  find: async (account) => {
    const found = await Promise.all(
      Object.values(STACKS).flatMap((row) =>
        account.templates.filter(({ name }) => row.templates.includes(name)).map((template) => additionsIn(account, row.class, template)),
      ),
    )
    return found.flat()
  },
  again: async (account, found) => {
    const all = await additions.find(account)
    return all.find((one: Found) => one.name === found.name && one.arn === found.arn)
  },
  remove: (account, found) => removeAddition(account, found),
}

async function additionsIn(
  account: Teardown,
  group: TeardownClass,
  { stackName, region, parsed }: ProjectTemplate,
): Promise<FoundOf<'addition to a role'>[]> {
  const resources = await resourcesOf(account, region, stackName)
  const template = JSON.stringify(parsed)
  const owned = new Set(resources.map(({ physicalId }) => physicalId))
  const roles = resources.filter(({ type }) => type === 'AWS::IAM::Role')
  const found = await Promise.all(
    roles.map(({ physicalId: name }) =>
      additionsTo(account, { name, arn: roleArn(account, name), class: group }, (part) => {
        if (part.kind === 'inline') return template.includes(`"PolicyName":"${part.name}"`) || owned.has(part.name)
        if (part.kind === 'profiles') return owned.has(part.name)
        return owned.has(part.arn ?? '') || template.includes(`policy/${part.name}"`) || template.includes(`/${part.name}"`)
      }),
    ),
  )
  return found.flat()
}
