import { noSuchAction } from '../access/rows.ts'
import { orWhyNot, standing, subjectMayDo } from '../access/template/ask.ts'
import type { Guarded } from '../access/template/guarded.ts'
import { whoText } from '../access/template/judging.ts'
import { concernsAccess, givenIn, type Subject } from '../access/template/subjects.ts'
import { readable, scenariosOf, workOut } from '../cloudformation/worked-out.ts'
import { expandAction } from '../iam/actions.ts'
import { strangerAt, whenText } from '../iam/ask.ts'
import { commonArn } from '../iam/patterns.ts'
import type { AccessResult } from '../model/access.ts'
import { AuditError, formatPosition, type Problem } from '../model/errors.ts'
import { placeOf } from './check-templates.ts'
import { type Examined, examine, knownToAws } from './examined.ts'
import { type InputValues, listInput, textInput } from './inputs.ts'
import { failOnOf } from './project.ts'
import { buildReport, type CommandResult } from './result.ts'
import { problemsOf, templateSources } from './template-sources.ts'
import type { World } from './world.ts'

interface Question {
  action: string
  on: string
  account: string
  region: string
}

/** Who may do something on something, by what templates give: a row for each role, user and policy, and one for strangers. */
export async function whoCan(world: World, inputs: InputValues): Promise<CommandResult> {
  const place = placeOf(world, inputs)
  const known = await knownToAws(world)
  const patterns = listInput(inputs, 'action')
  const on = textInput(inputs, 'on') || '*'
  if (textInput(inputs, 'template') === '' || patterns.length === 0) {
    throw new AuditError('BAD_INPUT', 'Who may do what, where? `who-can` needs an action and templates.', {
      remedy: 'mlops-audit who-can --action s3:GetObject --on "arn:aws:s3:::acme-data/*" --template stack.yml',
    })
  }
  const actions = patterns.flatMap((pattern) => {
    const found = expandAction(known.index, pattern)
    if (found.length > 0) return found
    const { message, remedy } = noSuchAction(pattern, known.index)
    throw new AuditError('BAD_INPUT', message, { remedy })
  })
  const { sources, problems: missing } = await templateSources(world, inputs)
  const problems: Problem[] = [...missing]
  const access: AccessResult[] = []
  for (const { file, body } of sources) {
    try {
      const examined = examine(body, file, known)
      access.push(...actions.flatMap((action) => answers(examined, { action, on, ...place })))
    } catch (error) {
      if (!(error instanceof AuditError)) throw error
      problems.push(...problemsOf(error, file))
    }
  }
  const can = access.filter(({ effect }) => effect === 'can').length
  const notices = [
    `${can} can, ${access.length - can} cannot; by the policies of the templates alone: what an account adds to them is not known here.`,
  ]
  const report = buildReport(
    world,
    { command: 'who-can', outcome: 'checked', failOn: failOnOf(undefined, inputs), config: undefined, region: place.region },
    { access, problems, notices },
  )
  // It answers a question; that somebody can is no fault.
  return { report, exitCode: problems.length > 0 ? 3 : 0 }
}

/** Each once, and as able wherever one combination of the template's conditions makes them so. */
function answers(examined: Examined, question: Question): AccessResult[] {
  const rows = new Map<string, AccessResult>()
  for (const scenario of scenariosOf(examined.parsed, concernsAccess)) {
    const { subjects, guarded } = givenIn(examined.parsed, workOut(examined.parsed, question, scenario, concernsAccess), question)
    const speaking = guarded.filter(({ service }) => question.action.toLowerCase().startsWith(`${service}:`))
    for (const row of [
      ...subjects.map((subject) => ofSubject(subject, speaking, question, examined)),
      ...ofStrangers(speaking, question, examined),
    ]) {
      const known = rows.get(row.who)
      if (!known || rank(row) < rank(known)) rows.set(row.who, row)
    }
  }
  return [...rows.values()]
}

const rank = ({ effect, state }: AccessResult) => (effect === 'cannot' ? 2 : state === 'holds' ? 0 : 1)

function ofSubject(subject: Subject, guarded: readonly Guarded[], question: Question, { positionOf }: Examined): AccessResult {
  const { action, on, account } = question
  const base = { who: `${whoText(subject)}`, actions: action, on }
  const resources = guarded.filter(({ policy }) =>
    policy.statements.some(({ resources: named }) => (named ?? ['*']).some((pattern) => commonArn(pattern, on) !== undefined)),
  )
  // Any one of them may let the subject in.
  const unknown = subject.unread.length > 0 ? [`the text of ${subject.unread.join(', ')} is not known here`] : []
  for (const resource of resources.length > 0 ? resources : [undefined]) {
    const request = orWhyNot(() => subjectMayDo(subject, { action, on }, account, resource?.policy))
    if (typeof request === 'string') unknown.push(request)
    if (!request || typeof request === 'string') continue
    const { pointers, names } = standing([...subject.policies, ...(resource ? [resource.policy] : [])], request)
    const at = pointers.map((pointer, index) => ({ text: names[index] ?? '', position: positionOf(pointer) }))
    return { ...base, effect: 'can', state: 'holds', detail: readable(`on ${request.resource}${whenText(request)}${byText(at)}`), at }
  }
  if (unknown.length > 0) return { ...base, effect: 'can', state: 'not-proven', detail: unknown.join('; '), at: [] }
  return { ...base, effect: 'cannot', state: 'holds', at: [] }
}

/** The statements that let somebody, each with its place. */
const byText = (at: AccessResult['at']) =>
  at.length === 0
    ? ''
    : `, by ${at.map(({ text, position }) => `${text}${position ? ` (${formatPosition(position)})` : ''}`).join(' and ')}`

function ofStrangers(guarded: readonly Guarded[], { action, on, account }: Question, { positionOf }: Examined): AccessResult[] {
  return guarded.flatMap(({ id, policy }): AccessResult[] => {
    const found = orWhyNot(() => strangerAt(policy, action, account, on))
    const base = { who: `anyone, through ${id}`, effect: 'can', actions: action, on } as const
    if (!found) return []
    if (typeof found === 'string') return [{ ...base, state: 'not-proven', detail: found, at: [] }]
    const { pointers, names } = standing([policy], found.request)
    const at = pointers.map((pointer, index) => ({ text: names[index] ?? '', position: positionOf(pointer) }))
    return [
      {
        ...base,
        state: 'holds',
        detail: readable(`on ${found.request.resource}${whenText(found.request)}${byText(at)}`),
        at,
      },
    ]
  })
}
