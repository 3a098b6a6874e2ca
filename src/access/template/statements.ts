import { readable } from '../../cloudformation/worked-out.ts'
import { expandAction } from '../../iam/actions.ts'
import { OF_AN_ADMINISTRATOR } from '../../iam/escalation.ts'
import type { Statement } from '../../iam/policy.ts'
import { anyOf, namedStatement } from './ask.ts'
import { type JudgeContext, lazily, may, unproven, whoText } from './judging.ts'
import type { PlacedPolicy } from './placed-policy.ts'
import type { Breach, Judged } from './rules.ts'
import type { Subject } from './subjects.ts'

/** Services whose every action on everything is more than any one job needs. */
const SENSITIVE: readonly string[] = [
  'cloudformation',
  'cloudtrail',
  'codebuild',
  'dynamodb',
  'ec2',
  'ecr',
  'eks',
  'iam',
  'kms',
  'lambda',
  'organizations',
  'rds',
  's3',
  'sagemaker',
  'secretsmanager',
  'sns',
  'sqs',
  'ssm',
  'sts',
]

/** Reading, or writing, what people keep. */
const DATA: readonly string[] = [
  'dynamodb:GetItem',
  'dynamodb:PutItem',
  'dynamodb:Scan',
  'ecr:PutImage',
  'kms:Decrypt',
  's3:DeleteObject',
  's3:GetObject',
  's3:PutObject',
  's3:PutBucketPolicy',
  'kms:PutKeyPolicy',
  'secretsmanager:GetSecretValue',
  'sqs:ReceiveMessage',
  'ssm:GetParameter',
]

/** What each allowing statement of a subject says too widely, where the whole of its policies lets it. */
export function judgeStatements(subject: Subject, context: JudgeContext): Judged[] {
  return subject.policies.flatMap((policy) =>
    policy.statements
      .filter(({ effect }) => effect === 'Allow')
      .flatMap((statement) => [
        ...negated(subject, policy, statement),
        ...wholeServices(subject, policy, statement, context),
        ...everyData(subject, policy, statement, context),
      ]),
  )
}

function negated(subject: Subject, policy: PlacedPolicy, statement: Statement): Breach[] {
  const key = statement.notActions ? 'NotAction' : statement.notResources ? 'NotResource' : undefined
  if (key === undefined || policy.managed !== undefined) return []
  const isWide = statement.notActions !== undefined && (statement.resources ?? []).includes('*') && statement.conditions.length === 0
  return [
    {
      rule: 'policy-lists-what-it-allows',
      resource: subject.id,
      pointers: [policy.pointerOf(statement)],
      message: `${whoText(subject)} is allowed with ${key}, by ${namedStatement(policy, statement)}: all that is not listed, also what AWS adds later.`,
      remedy:
        key === 'NotAction'
          ? 'Write `Action:` with what is called; to forbid something, use a statement with `Effect: Deny`.'
          : 'Write `Resource:` with what it is about.',
      ...(isWide ? { severity: 'high' as const } : {}),
    },
  ]
}

function wholeServices(subject: Subject, policy: PlacedPolicy, statement: Statement, { account, index }: JudgeContext): Judged[] {
  if (!isAboutEverything(statement)) return []
  const services = (statement.actions ?? []).flatMap((pattern) => {
    const service = /^([\w-]+):\*$/.exec(pattern)?.[1]?.toLowerCase() ?? (pattern === '*' ? '*' : undefined)
    return service !== undefined && (service === '*' || SENSITIVE.includes(service)) ? [service] : []
  })
  // A boundary or a denial may leave nothing of it.
  const tried = services.map((service) => {
    const actions = service === '*' ? OF_AN_ADMINISTRATOR : expandAction(index, `${service}:*`).slice(0, MOST_TRIED)
    return { service, actions, found: anyOf(lazily(actions, (action) => may(subject, { action, on: '*' }, account))) }
  })
  const reached = tried.flatMap(({ service, found }) => (typeof found === 'object' ? [service] : []))
  if (reached.length === 0)
    return tried.flatMap(({ service, actions, found }) =>
      typeof found === 'string'
        ? [
            unproven(
              subject,
              'principal-names-actions',
              actions,
              `${whoText(subject)} may do ${service === '*' ? 'everything' : `all of ${service}`} on everything`,
              found,
            ),
          ]
        : [],
    )
  return [
    {
      rule: 'principal-names-actions',
      resource: subject.id,
      pointers: [policy.pointerOf(statement)],
      message: `${whoText(subject)} may do all of ${reached.join(', ')} on everything, by ${namedStatement(policy, statement)}.`,
      remedy:
        policy.managed === undefined
          ? `Write the actions out, and name the resources: \`Resource: arn:aws:${reached[0] === '*' ? 's3' : reached[0]}:…\` instead of "*".`
          : `Take ${policy.managed} away, and write a policy with the actions that are called.`,
      ...(reached.some((service) => service === '*' || service === 'iam') ? { severity: 'high' as const } : {}),
    },
  ]
}

/** Actions of a service that are tried. */
const MOST_TRIED = 4

function everyData(subject: Subject, policy: PlacedPolicy, statement: Statement, { account, index }: JudgeContext): Judged[] {
  if (!isAboutEverything(statement)) return []
  const allowed = new Set(
    (statement.actions ?? []).flatMap((pattern) => (pattern === '*' || /^[\w-]+:\*$/.test(pattern) ? [] : expandAction(index, pattern))),
  )
  const tried = DATA.filter((action) => allowed.has(action)).map((action) => ({
    action,
    found: may(subject, { action, on: '*' }, account),
  }))
  const data = tried.flatMap(({ action, found }) => (typeof found === 'object' ? [action] : []))
  if (data.length === 0)
    return tried.flatMap(({ action, found }) =>
      typeof found === 'string'
        ? [unproven(subject, 'principal-reads-named-data', [action], `${whoText(subject)} may ${action} of everything`, found)]
        : [],
    )
  return [
    {
      rule: 'principal-reads-named-data',
      resource: subject.id,
      pointers: [policy.pointerOf(statement)],
      message: `${whoText(subject)} may ${data.join(', ')} of everything in the account${conditionsText(statement)}, by ${namedStatement(policy, statement)}.`,
      remedy: data[0]?.startsWith('s3:')
        ? 'Name buckets and prefixes: `Resource: !Sub "arn:aws:s3:::${DataBucket}/models/*"`.'
        : 'Name what it may reach by its ARN instead of "*".',
    },
  ]
}

function conditionsText({ conditions }: Statement): string {
  return conditions.length > 0
    ? ` when ${conditions.map(({ key, values }) => `${key} is ${values.map(readable).join(' or ')}`).join(', ')}`
    : ''
}

/** Whether a statement speaks of every resource of a service, or of every bucket and the like. */
function isAboutEverything({ resources }: Statement): boolean {
  return (resources ?? []).some((pattern) => pattern === '*' || EVERY_BUCKET.test(pattern) || EVERY_ONE.test(pattern))
}

const EVERY_BUCKET = /^arn:[^:]*:s3:::\*(?:\/\*)?$/
const EVERY_ONE = /^arn:[^:]*:(?!s3:)[^:]*:[^:]*:[^:]*:(?:\*|[\w-]+[/:]\*)$/
