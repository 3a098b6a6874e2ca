import { ANY, whenText } from '../../iam/ask.ts'
import { escalationPaths, OF_AN_ADMINISTRATOR } from '../../iam/escalation.ts'
import { allOf, anyOf, standing } from './ask.ts'
import { type JudgeContext, lazily, may, unproven, whoText } from './judging.ts'
import type { Breach, Judged } from './rules.ts'
import { judgeStatements } from './statements.ts'
import type { Subject } from './subjects.ts'

/** What may be done by whoever has some rights, and how far beyond them they reach. */
export function judgeSubject(subject: Subject, context: JudgeContext): Judged[] {
  const administrator = administratorOf(subject, context)
  if (administrator && 'message' in administrator) return [administrator, ...ofUser(subject)]
  return [
    ...(administrator ? [administrator] : []),
    ...escalations(subject, context),
    ...passing(subject, context),
    ...judgeStatements(subject, context),
    ...ofUser(subject),
  ]
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
