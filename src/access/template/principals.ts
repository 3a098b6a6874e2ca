import { readable } from '../../cloudformation/worked-out.ts'
import type { ActionIndex } from '../../iam/actions.ts'
import { expandAction } from '../../iam/actions.ts'
import { ANY, whenText } from '../../iam/ask.ts'
import { escalationPaths, OF_AN_ADMINISTRATOR } from '../../iam/escalation.ts'
import type { Statement } from '../../iam/policy.ts'
import type { FoundRequest } from '../../iam/search/find-request.ts'
import { allOf, anyOf, namedStatement, orWhyNot, type Searched, seenThrough, standing, subjectMayDo } from './ask.ts'
import type { PlacedPolicy } from './placed-policy.ts'
import type { Breach, Judged, TemplateRuleId, Unproven } from './rules.ts'
import type { Subject } from './subjects.ts'

export interface JudgeContext {
  account: string
  index: ActionIndex
}

/** What may be done by whoever has some rights, and how far beyond them they reach. */
export function judgeSubject(subject: Subject, context: JudgeContext): Judged[] {
  const administrator = administratorOf(subject, context)
  if (administrator && 'message' in administrator) return [administrator, ...ofUser(subject)]
  return [
    ...(administrator ? [administrator] : []),
    ...escalations(subject, context),
    ...passing(subject, context),
    ...statementBreaches(subject, context),
    ...ofUser(subject),
  ]
}

const may = (...asked: Parameters<typeof subjectMayDo>): Searched<FoundRequest> => orWhyNot(() => subjectMayDo(...asked))

function unproven(subject: Subject, rule: TemplateRuleId, actions: readonly string[], whether: string, because: string): Unproven {
  return { rule, resource: subject.id, pointers: seenThrough(subject.policies, actions, because), whether, because }
}

function administratorOf(subject: Subject, { account }: JudgeContext): Judged | undefined {
  const found = allOf(
    lazily(OF_AN_ADMINISTRATOR, (action) =>
      anyOf(lazily([`arn:aws:${action.split(':')[0]}:us-east-1:${account}:${ANY}`, '*'], (on) => may(subject, { action, on }, account))),
    ),
  )
  if (typeof found === 'string')
    return unproven(subject, 'principal-is-no-administrator', OF_AN_ADMINISTRATOR, `${whoText(subject)} may do everything`, found)
  const [first] = found ?? []
  if (!first) return undefined
  const { pointers, names } = standing(subject.policies, first)
  return {
    rule: 'principal-is-no-administrator',
    resource: subject.id,
    pointers,
    message: `${whoText(subject)} may do everything on everything${whenText(first)}, by ${names.join(' and ')}.`,
    remedy: 'List the actions it calls and the ARNs it calls them on: `Action: [s3:GetObject]`, `Resource: !Sub "${Bucket.Arn}/*"`.',
  }
}

export function whoText({ id, type }: Pick<Subject, 'id' | 'type'>): string {
  const [, , kind = ''] = type.split('::')
  const words: Readonly<Record<string, string>> = {
    Role: 'Role',
    User: 'User',
    Group: 'Group',
    Function: 'The role of function',
    StateMachine: 'The role of state machine',
    PermissionSet: 'Permission set',
  }
  return words[kind] === undefined ? `Whoever has ${id}` : `${words[kind]} ${id}`
}

/** One after the other, as far as somebody asks. */
function* lazily<T, R>(items: readonly T[], one: (item: T) => R): Generator<R> {
  for (const item of items) yield one(item)
}

function escalations(subject: Subject, { account }: JudgeContext): Judged[] {
  const ways = escalationPaths({ account }).map((path) => ({
    ...path,
    whole: allOf(lazily(path.steps, (step) => may(subject, step, account))),
  }))
  const found = ways.flatMap(({ name, steps, whole }) => {
    if (typeof whole !== 'object') return []
    const standings = whole.map((request) => standing(subject.policies, request))
    return [
      {
        name,
        when: whole.map((request) => whenText(request)).join(''),
        pointers: standings.flatMap(({ pointers }) => pointers),
        names: standings.flatMap(({ names }) => names),
        actions: steps.map(({ action }) => action),
      },
    ]
  })
  if (found.length === 0) {
    const open = ways.find(({ whole }) => typeof whole === 'string')
    if (typeof open?.whole !== 'string') return []
    const actions = open.steps.map(({ action }) => action)
    return [unproven(subject, 'principal-cannot-escalate', actions, `${whoText(subject)} can ${open.name}`, open.whole)]
  }
  const paths = found.map(({ name, when }) => `${name}${when}`)
  const shown = paths.length > 4 ? `${paths.slice(0, 4).join('; ')}; and ${paths.length - 4} ways more` : paths.join('; ')
  // To assume roles that trust it is what many roles are for; alone it is no more than their trust says.
  const isMild = found.every(({ actions }) => actions[0] === 'sts:AssumeRole' || actions[0] === 'ssm:StartSession')
  return [
    {
      rule: 'principal-cannot-escalate',
      resource: subject.id,
      pointers: [...new Set(found.flatMap(({ pointers }) => pointers))].slice(0, 4),
      message: `${whoText(subject)} can raise its own rights, by ${[...new Set(found.flatMap(({ names }) => names))].slice(0, 3).join(' and ')}: ${shown}.`,
      remedy: `Name what it may act on (\`Resource: arn:aws:iam::<account>:role/app-*\`), or demand a boundary: \`Condition: { StringEquals: { iam:PermissionsBoundary: <arn> } }\`; for ${[...new Set(found.flatMap(({ actions }) => actions))].slice(0, 6).join(', ')}.`,
      ...(isMild ? { severity: 'medium' as const } : {}),
    },
  ]
}

function passing(subject: Subject, { account }: JudgeContext): Judged[] {
  const request = may(subject, { action: 'iam:PassRole', on: `arn:aws:iam::${account}:role/${ANY}` }, account)
  if (typeof request === 'string')
    return [
      unproven(subject, 'principal-passes-named-roles', ['iam:PassRole'], `${whoText(subject)} may pass any role of the account`, request),
    ]
  if (!request) return []
  const { pointers, names } = standing(subject.policies, request)
  return [
    {
      rule: 'principal-passes-named-roles',
      resource: subject.id,
      pointers,
      message: `${whoText(subject)} may pass any role of the account${whenText(request)}, by ${names.join(' and ')}: a service then acts with rights it does not have itself.`,
      remedy:
        'Name the roles, and the service they go to: `Resource: !GetAtt JobRole.Arn`, `Condition: { StringEquals: { iam:PassedToService: sagemaker.amazonaws.com } }`.',
    },
  ]
}

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

function statementBreaches(subject: Subject, context: JudgeContext): Judged[] {
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

function ofUser(subject: Subject): Breach[] {
  if (subject.type !== 'AWS::IAM::User' || subject.policies.length === 0) return []
  const [policy] = subject.policies
  const [statement] = policy?.statements ?? []
  if (!policy || !statement || !policy.pointerOf(statement).startsWith(`/Resources/${subject.id}/`)) return []
  return [
    {
      rule: 'user-gets-rights-from-groups',
      resource: subject.id,
      pointers: [policy.pointerOf(statement)],
      message: `User ${subject.id} has ${policy.managed === undefined ? `policy ${policy.name}` : `AWS’s ${policy.managed}`} of its own; such rights are forgotten when the person’s task changes.`,
      remedy: 'Use a role; where it must be a user, give the policy to a group: `Groups: [!Ref Readers]`.',
    },
  ]
}
