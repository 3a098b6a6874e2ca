import type { ActionIndex } from '../iam/actions.ts'
import { wholeArn } from '../iam/evaluate.ts'
import type { AccessRow, WorkflowRun } from '../model/access.ts'
import { closest } from '../model/closest.ts'
import type { AccessRowConfig, Config } from '../model/config.ts'
import type { Problem } from '../model/errors.ts'
import { DEFAULT_CLAIMS } from '../model/github-subject.ts'
import { actionsOfRow } from './matrix.ts'
import type { AccessModel } from './model.ts'

export interface RowContext {
  config: Config
  model: AccessModel
  index: ActionIndex
}

/** Looks up what a row names in what is rendered. The problems say what could not be found; where, by the key. */
export function resolveRow(row: AccessRowConfig, index: number | undefined, context: RowContext): AccessRow | KeyedProblem[] {
  const { on, except, effect, actions, when, why } = row
  const who = subject(row.who, context)
  const resources = on.map((name) => resource(name, context))
  const excepted = except.map((name) => resource(name, context))
  const unknown = [...actionsOfRow(row, context.index)].filter(([, found]) => found.length === 0).map(([pattern]) => pattern)
  const problems = [
    ...(isProblem(who) ? [{ key: 'who', ...who }] : []),
    ...resources.filter(isProblem).map((problem) => ({ key: 'on', ...problem })),
    ...excepted.filter(isProblem).map((problem) => ({ key: 'except', ...problem })),
    ...unknown.map((pattern) => ({ key: effect, ...noSuchAction(pattern, context.index) })),
  ]
  if (isProblem(who) || problems.length > 0) return problems
  const found = (list: readonly (readonly string[] | Trouble)[]) => list.flatMap((item) => (isProblem(item) ? [] : item))
  const text = on.length === 0 ? 'anything' : on.join(', ')
  return {
    who,
    effect,
    actions,
    on: found(resources),
    onText: except.length > 0 ? `${text} except ${except.join(', ')}` : text,
    except: found(excepted),
    when,
    why,
    index,
  }
}

type Trouble = Pick<Problem, 'message'> & { remedy: string }
export type KeyedProblem = Trouble & { key: string }

function isProblem(value: object): value is Trouble {
  return 'message' in value
}

const WORKLOADS = [
  'eks-cluster-role',
  'eks-nodegroup-role',
  'aws-node-role',
  'sagemaker-role',
  'model-read-role',
  'monitoring-role',
  'secrets-read-role',
] as const

const OTHER_ROLES = [
  'plan-role',
  'publish-role',
  'deploy-role',
  'verify-role',
  'image-push-role',
  'evidence-role',
  'replication-role',
  'cloudwatch-logs-role',
  'global-tamper-role',
] as const

const ROLES = [...WORKLOADS, ...OTHER_ROLES]

/** Names of the rendered roles that workloads run with. */
export function workloadRoles(config: Config, rendered: readonly string[]): string[] {
  // A role that is not rendered may have been given the name of one that is.
  const others = OTHER_ROLES.map((short) => nameOf(short, config))
  return WORKLOADS.map((short) => nameOf(short, config)).filter((name) => rendered.includes(name) && !others.includes(name))
}

/** The name a short name (`sagemaker-role`) stands for. */
function nameOf(short: string, { names }: Config): string {
  const key = short.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
  return names[key as keyof Config['names']]
}

function subject(who: AccessRowConfig['who'], { config, model }: RowContext): AccessRow['who'] | Trouble {
  if (typeof who === 'object') {
    const run = withToken(who, config)
    const id = run.repositoryId === config.github?.repositoryId ? '' : ` with id ${run.repositoryId ?? 'unknown'}`
    return { run, text: `${who.repository}${id} (${who.context.replace(/^ref:refs\/(?:heads|tags)\//, '')})` }
  }
  const rendered = model.roles.map((role) => role.name)
  const arns = (names: readonly string[]) => model.roles.filter(({ name }) => names.includes(name)).map(({ arn }) => arn)
  if (who === 'any-role') return { principals: arns(rendered), text: who }
  if (who === 'workload-roles') {
    const roles = workloadRoles(config, rendered)
    return roles.length > 0
      ? { principals: arns(roles), text: who }
      : { message: 'No workload role is rendered from this config.', remedy: 'Remove the row.' }
  }
  const short = ROLES.find((name) => name === who)
  const name = short ? nameOf(short, config) : who
  if (rendered.includes(name)) return { principals: arns([name]), text: who }
  const user = short ? undefined : model.users.find((one) => one.name === name)
  if (user) return { principals: [user.arn], text: who }
  if (short) {
    return {
      message: `\`who\` is ${who}, and no such role is rendered from this config.`,
      remedy: 'Remove the row, or turn on the setting that renders the role.',
    }
  }
  const guess = closest(who, [...ROLES, 'workload-roles', 'any-role', ...rendered])
  return {
    message: `\`who\` is "${who}", which is no role of the rendered templates.${guess ? ` Did you mean \`${guess}\`?` : ''}`,
    remedy: `Rendered: ${ROLES.filter((name) => rendered.includes(nameOf(name, config))).join(', ')}; also workload-roles, any-role, or a run of a workflow.`,
  }
}

/**
 * What the config knows of a run's token: the issuer, our repository's ids where a row leaves them out, and what the `sub` is
 * made of. Another repository may have GitHub's default or the organization's template, which ours has too.
 */
function withToken(run: WorkflowRun, { github }: Config): WorkflowRun {
  if (github === undefined) return run
  const is = (repository: string) => run.repository.toLowerCase() === repository.toLowerCase()
  const { issuer, imagePush: push, claims } = github
  if (is(github.repository)) {
    const { ownerId = github.ownerId, repositoryId = github.repositoryId } = run
    return { ...run, ownerId, repositoryId, issuer, templates: [claims] }
  }
  if (push && is(`${push.owner}/${push.name}`)) return { ...run, issuer, templates: [push.claims] }
  return { ...run, issuer, templates: [DEFAULT_CLAIMS, claims] }
}

const BUCKETS = [
  'log-bucket',
  'access-log-bucket',
  'config-bucket',
  'athena-bucket',
  'evidence-bucket',
  'template-bucket',
  'replica-bucket',
] as const
const BOUNDARIES = ['pipeline-boundary', 'workload-boundary'] as const
const OTHERS = ['self', 'trail', 'log-key', 'log-group'] as const

/** The keys the templates make in the audit region. A key has its id from AWS; the one of the templates stands for it. */
export function logKeys(model: AccessModel, region: string): string[] {
  return [...model.resources.keys()].filter((arn) => arn.includes(`:kms:${region}:`))
}

function resource(name: string, { config, model }: RowContext): readonly string[] | Trouble {
  const { partition, account, region, audit } = config
  if (name.startsWith('arn:') && name.split(':').length < 6) {
    return {
      message: `"${name}" has ${name.split(':').length} of the six parts of an ARN, and would mean no resource.`,
      remedy: `Write it out: ${wholeArn(name)}.`,
    }
  }
  if (name === '*' || name === 'self' || name.startsWith('arn:')) return [name]
  const iam = `arn:${partition.id}:iam::${account}`
  const bucket = BUCKETS.find((short) => short === name)
  if (bucket) return [`arn:${partition.id}:s3:::${nameOf(bucket, config)}`, `arn:${partition.id}:s3:::${nameOf(bucket, config)}/*`]
  if (BOUNDARIES.some((short) => short === name)) return [`${iam}:policy/${nameOf(name, config)}`]
  if (ROLES.some((short) => short === name))
    return [model.roles.find((role) => role.name === nameOf(name, config))?.arn ?? `${iam}:role/${nameOf(name, config)}`]
  if (name === 'trail') return [audit.trailArn]
  if (name === 'log-group') return [`arn:${partition.id}:logs:${region}:${account}:log-group:${nameOf(name, config)}:*`]
  if (name === 'log-key') {
    const { id } = audit.key
    const keys = id ? [id.startsWith('arn:') ? id : `arn:${partition.id}:kms:${region}:${account}:key/${id}`] : logKeys(model, region)
    return keys.length > 0
      ? keys
      : { message: 'No log key is rendered from this config.', remedy: 'Name the key by its ARN, or remove the row.' }
  }
  const guess = closest(name, [...BUCKETS, ...BOUNDARIES, ...ROLES, ...OTHERS])
  return {
    message: `"${name}" is no resource this version knows by a short name.${guess ? ` Did you mean \`${guess}\`?` : ''}`,
    remedy: `Write an ARN, with wildcards where needed, or one of ${[...OTHERS, ...BUCKETS, ...BOUNDARIES].join(', ')}, or a role.`,
  }
}

/** What to say of a pattern that no action matches. */
export function noSuchAction(pattern: string, index: ActionIndex): Trouble {
  const [service = '', action = ''] = pattern.split(':')
  const names = Object.values(index[service.toLowerCase()] ?? {}).flat()
  const guess = names.length > 0 ? closest(action, names) : closest(service, Object.keys(index))
  const meant = guess === undefined ? '' : ` Did you mean \`${names.length > 0 ? `${service}:${guess}` : `${guess}:${action}`}\`?`
  return { message: `"${pattern}" is no action of AWS.${meant}`, remedy: 'Actions are listed in the Service Authorization Reference.' }
}
