import type { AccessRowConfig, CheckException, Config, GateAllowance, PlanGates } from '../model/config.ts'
import { SEVERITIES } from '../model/finding.ts'
import type { AccessChange, GateBreach, RuleChange } from '../model/plan.ts'

/** A config with what its rules come to: the rows of its matrix as sentences, and what its bootstrap grants. */
export interface RuledBy {
  config: Config
  /** The rows of the matrix, those of the foundation too, that can be asked of what is rendered now. */
  rows: readonly AccessRowConfig[]
}

/**
 * How the rules of a config differ from those it replaces: gates, allowances, exceptions, `fail-on`, rows of the access matrix, the
 * profile, and what bootstrap (roles and boundaries) grants. A change that is reviewed may not choose its own judge.
 */
export function ruleChanges(old: RuledBy, now: RuledBy, bootstrap: readonly AccessChange[]): RuleChange[] {
  return [
    ...failOnChange(old.config, now.config),
    ...gateChanges(old.config, now.config),
    ...listChanges(old.config.gates.allow, now.config.gates.allow, ALLOWANCE),
    ...listChanges(old.config.exceptions, now.config.exceptions, EXCEPTION),
    ...profileChange(old.config, now.config),
    ...rowChanges(old.rows, now.rows),
    ...bootstrap.map(
      ({ subject, change, effect, text, widens }): RuleChange => ({
        rule: `bootstrap ${subject}`,
        change: 'changed',
        from: undefined,
        to: `${change} ${effect.toLowerCase()} ${text}`,
        weakens: widens,
      }),
    ),
  ]
}

function failOnChange(old: Config, now: Config): RuleChange[] {
  if (old.failOn === now.failOn) return []
  const weakens = SEVERITIES.indexOf(now.failOn) < SEVERITIES.indexOf(old.failOn)
  return [{ rule: 'fail-on', change: 'changed', from: old.failOn, to: now.failOn, weakens }]
}

function gateChanges({ gates: old }: Config, { gates: now }: Config): RuleChange[] {
  const flag = (rule: string, was: boolean, is: boolean): RuleChange[] =>
    was === is ? [] : [{ rule, change: is ? 'added' : 'removed', from: String(was), to: String(is), weakens: was }]
  const [was, is] = [old.failOnCostIncrease, now.failOnCostIncrease]
  const cost: RuleChange[] =
    was === is
      ? []
      : [
          {
            rule: 'gates.fail-on-cost-increase',
            change: was === undefined ? 'added' : is === undefined ? 'removed' : 'changed',
            from: was === undefined ? undefined : String(was),
            to: is === undefined ? undefined : String(is),
            weakens: (is ?? Number.POSITIVE_INFINITY) > (was ?? Number.POSITIVE_INFINITY),
          },
        ]
  return [
    ...flag('gates.fail-on-widening', old.failOnWidening, now.failOnWidening),
    ...flag('gates.fail-on-replacement', old.failOnReplacement, now.failOnReplacement),
    ...flag('gates.fail-on-drift', old.failOnDrift, now.failOnDrift),
    ...cost,
  ]
}

interface Opening<T> {
  rule: string
  nameOf(item: T): string
  textOf(item: T): string
  expires(item: T): string | undefined
}

const ALLOWANCE: Opening<GateAllowance> = {
  rule: 'gates.allow',
  nameOf: ({ gate, subject }) => `${gate} ${subject}`,
  textOf: ({ reason, expires }) => `${reason}${expires ? ` until ${expires}` : ''}`,
  expires: ({ expires }) => expires,
}

const EXCEPTION: Opening<CheckException> = {
  rule: 'exceptions',
  nameOf: ({ check, resource, breakGlass }) => `${check}${resource ? ` at ${resource}` : ''}${breakGlass ? ', break-glass' : ''}`,
  textOf: ({ reason, owner, expires }) => `${reason} (${owner}) until ${expires}`,
  expires: ({ expires }) => expires,
}

/** Lists that open a rule: one more opens more, one that lasts longer too. */
function listChanges<T>(old: readonly T[], now: readonly T[], { rule, nameOf, textOf, expires }: Opening<T>): RuleChange[] {
  const day = (item: T) => expires(item) ?? '9999-12-31'
  const twin = (item: T, list: readonly T[]) => list.find((other) => nameOf(other) === nameOf(item))
  const came = now.flatMap((item): RuleChange[] => {
    const was = twin(item, old)
    if (was && textOf(was) === textOf(item)) return []
    const base = { rule: `${rule} ${nameOf(item)}`, to: textOf(item) }
    return was
      ? [{ ...base, change: 'changed', from: textOf(was), weakens: day(item) > day(was) }]
      : [{ ...base, change: 'added', from: undefined, weakens: true }]
  })
  const gone = old
    .filter((item) => !twin(item, now))
    .map((item): RuleChange => ({ rule: `${rule} ${nameOf(item)}`, change: 'removed', from: textOf(item), to: undefined, weakens: false }))
  return [...came, ...gone]
}

function profileChange({ access: { sagemaker: old } }: Config, { access: { sagemaker: now } }: Config): RuleChange[] {
  if (!old || !now || old.profile === now.profile) return []
  const weakens = now.profile === 'lab'
  return [{ rule: 'access.sagemaker.profile', change: 'changed', from: old.profile, to: now.profile, weakens }]
}

/** Rows that the one list has and the other has not; why they are there is no part of what they say. */
export function rowsBeside(rows: readonly AccessRowConfig[], others: readonly AccessRowConfig[]): AccessRowConfig[] {
  const key = ({ who, effect, actions, on, except, when }: AccessRowConfig) =>
    JSON.stringify([who, effect, [...actions].sort(), [...on].sort(), [...except].sort(), when])
  const known = new Set(others.map(key))
  return rows.filter((row) => !known.has(key(row)))
}

/** A row as a sentence. */
export function rowSentence({ who, effect, actions, on, except, when }: AccessRowConfig): string {
  const subject = typeof who === 'string' ? who : `${who.repository} (${who.context})`
  const place = `${on.length > 0 ? on.join(', ') : 'anything'}${except.length > 0 ? ` except ${except.join(', ')}` : ''}`
  const asked = Object.entries(when).map(([key, values]) => `${key} is ${values.length > 0 ? values.join(' or ') : 'not there'}`)
  return `${subject} ${effect} ${actions.join(', ')} on ${place}${asked.length > 0 ? ` when ${asked.join(', ')}` : ''}`
}

function rowChanges(old: readonly AccessRowConfig[], now: readonly AccessRowConfig[]): RuleChange[] {
  const line = (row: AccessRowConfig, change: 'added' | 'removed'): RuleChange => ({
    rule: `access row: ${rowSentence(row)}`,
    change,
    from: undefined,
    to: undefined,
    weakens: change === 'removed',
  })
  return [...rowsBeside(old, now).map((row) => line(row, 'removed')), ...rowsBeside(now, old).map((row) => line(row, 'added'))]
}

/** Why a weaker rule is let through. Only the base's own list may allow it: the other one is part of what changes. */
export function allowedByBase(old: PlanGates, rule: string, today: string): string | undefined {
  return old.allow.find(
    ({ gate, subject, expires }) => gate === 'widening' && subject === rule && (expires === undefined || expires >= today),
  )?.reason
}

/** Exceptions that open what was not open, or longer. */
export function openedBeside(old: readonly CheckException[], now: readonly CheckException[]): CheckException[] {
  const opens = new Set(listChanges(old, now, EXCEPTION).flatMap(({ rule, weakens }) => (weakens ? [rule] : [])))
  return now.filter((exception) => opens.has(`${EXCEPTION.rule} ${EXCEPTION.nameOf(exception)}`))
}

/** Rules that are weaker, as breaches: where widening is stopped, by the rules of either side, so is this. */
export function ruleBreaches(
  changes: readonly RuleChange[],
  { old, now, today }: { old: PlanGates; now: PlanGates; today: string },
): GateBreach[] {
  if (!old.failOnWidening && !now.failOnWidening) return []
  return changes
    .filter(({ weakens }) => weakens)
    .map(({ rule, change, from, to }) => ({
      gate: 'widening',
      subject: rule,
      text: `the rule is weaker: ${change}${from === undefined ? '' : `, was ${from}`}${to === undefined ? '' : `, is ${to}`}`,
      allowed: allowedByBase(old, rule, today),
    }))
}

/** What either set of rules stops: an allowance opens a gate only where the base has it too. */
export function stoppedByEither(now: readonly GateBreach[], old: readonly GateBreach[]): GateBreach[] {
  const key = ({ gate, subject, text }: GateBreach) => JSON.stringify([gate, subject, text])
  const stoppedByNow = new Set(now.filter(({ allowed }) => allowed === undefined).map(key))
  const byOld = old.filter((breach) => breach.allowed === undefined && !stoppedByNow.has(key(breach)))
  const again = new Set(byOld.map(key))
  return [...now.filter((breach) => !again.has(key(breach))), ...byOld.map((breach): GateBreach => ({ ...breach, byOldRule: true }))]
}
