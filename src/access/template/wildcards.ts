import { NO_RESOURCE, resourcesOf } from '../../iam/action-resources.ts'
import { type ActionIndex, actionsOfLevels, expandAction } from '../../iam/actions.ts'
import type { Statement } from '../../iam/policy.ts'
import { namedStatement } from './ask.ts'
import { type JudgeContext, whoText } from './judging.ts'
import type { PlacedPolicy } from './placed-policy.ts'
import type { Breach } from './rules.ts'
import type { Subject } from './subjects.ts'

/** Wildcards that let in more than somebody meant, and less than a data leak: said, and never a reason to stop. */
export function judgeWildcards(subject: Subject, context: JudgeContext): Breach[] {
  const written = subject.policies.filter(({ managed }) => managed === undefined)
  return [
    ...written.flatMap((policy) =>
      allowing(policy).flatMap((statement) => [
        ...wholeService(subject, policy, statement),
        ...anyResource(subject, policy, statement, context),
      ]),
    ),
    ...(subject.trust ? allowing(subject.trust).flatMap((statement) => wholeTrust(subject, subject.trust, statement)) : []),
  ]
}

const allowing = ({ statements }: PlacedPolicy) => statements.filter(({ effect }) => effect === 'Allow')

function wholeService(subject: Subject, policy: PlacedPolicy, statement: Statement): Breach[] {
  const services = (statement.actions ?? []).flatMap((pattern) => /^([\w-]+):\*$/.exec(pattern)?.[1] ?? (pattern === '*' ? 'AWS' : []))
  if (services.length === 0) return []
  return [
    {
      rule: 'principal-names-actions',
      resource: subject.id,
      pointers: [policy.pointerOf(statement)],
      message: `${whoText(subject)} may do all of ${services.join(', ')} on what ${namedStatement(policy, statement)} names: also what AWS adds later.`,
      remedy: 'Name the actions that are called: `Action: [rds:DescribeDBInstances]`.',
      severity: 'low',
    },
  ]
}

/** Actions that change something, by index: thousands, and asked for by every statement. */
const changingBy = new WeakMap<ActionIndex, ReadonlySet<string>>()

function changingOf(index: ActionIndex): ReadonlySet<string> {
  const changing = changingBy.get(index) ?? new Set(actionsOfLevels(index, ['Write', 'Permissions management']))
  changingBy.set(index, changing)
  return changing
}

/** Changing actions that could be limited to a resource; many others take none, and `*` is right for them. */
function anyResource(subject: Subject, policy: PlacedPolicy, statement: Statement, { index }: JudgeContext): Breach[] {
  if (!(statement.resources ?? []).includes('*')) return []
  const named = (statement.actions ?? [])
    .filter((pattern) => !pattern.endsWith(':*') && pattern !== '*')
    .flatMap((pattern) => expandAction(index, pattern))
  const changing = changingOf(index)
  const limitable = named.filter((action) => {
    const { within = [] } = changing.has(action) ? (resourcesOf(index, action) ?? {}) : {}
    return within.length > 0 && !within.includes(NO_RESOURCE)
  })
  const [first] = limitable
  if (first === undefined) return []
  return [
    {
      rule: 'principal-names-resources',
      resource: subject.id,
      pointers: [policy.pointerOf(statement)],
      message: `${whoText(subject)} may ${first}${limitable.length > 1 ? ` and ${limitable.length - 1} more` : ''} on every resource, by ${namedStatement(policy, statement)}.`,
      remedy: `Name what it is about, ${resourcesOf(index, first)?.within[0] ?? 'an ARN'}, or demand a tag: \`Condition: { StringEquals: { aws:ResourceTag/team: … } }\`.`,
    },
  ]
}

function wholeTrust({ id }: Subject, trust: PlacedPolicy | undefined, statement: Statement): Breach[] {
  const wide = (statement.actions ?? []).filter((pattern) => pattern === '*' || pattern.toLowerCase() === 'sts:*')
  if (!trust || wide.length === 0) return []
  return [
    {
      rule: 'principal-names-actions',
      resource: id,
      pointers: [trust.pointerOf(statement)],
      message: `The trust of ${id} allows ${wide.join(', ')}, by ${namedStatement(trust, statement)}: tagging the session and setting who it says it is, too.`,
      remedy: '`Action: sts:AssumeRole`, or sts:AssumeRoleWithWebIdentity where tokens are exchanged.',
      severity: 'low',
    },
  ]
}
