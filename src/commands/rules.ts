import { defaultRows } from '../access/defaults.ts'
import { accessModel } from '../access/from-templates.ts'
import { judgeRow } from '../access/matrix.ts'
import type { AccessModel, OrganizationPolicies } from '../access/model.ts'
import { resolveRow } from '../access/rows.ts'
import type { ActionIndex } from '../iam/actions.ts'
import { isRed } from '../model/access.ts'
import type { AccessRowConfig, Config, PlanGates } from '../model/config.ts'
import { atLeast, type Finding, strictest } from '../model/finding.ts'
import type { GateBreach, RuleChange, RuleComparison } from '../model/plan.ts'
import type { ProjectTemplate } from '../model/template.ts'
import { accessChanges } from '../plan/access-changes.ts'
import { allowedByBase, openedBeside, rowSentence, rowsBeside, ruleBreaches, ruleChanges } from '../plan/rule-changes.ts'
import type { RulesRecord } from '../render/rules-record.ts'
import { judgeTemplates } from '../verify/judge-templates.ts'
import { baseOf } from './base.ts'
import type { InputValues } from './inputs.ts'
import type { Project } from './project.ts'
import type { World } from './world.ts'

/** What the rules of the base say of a change, beside its own. */
export interface RuleJudgement {
  comparison: RuleComparison | undefined
  /** The config of the base: what it stops is stopped. */
  old: Config | undefined
  breaches: readonly GateBreach[]
  /** What could not be compared, and why. */
  notices: readonly string[]
}

interface Judged {
  config: Config
  templates: readonly ProjectTemplate[]
  organization: OrganizationPolicies
  actions: ActionIndex
}

/** Compares the rules of a config with those of the base it is to go on top of, and judges by both. */
export async function compareRules(
  world: World,
  inputs: InputValues,
  now: Judged,
  record: RulesRecord | undefined,
): Promise<RuleJudgement> {
  const base = await baseOf(world, inputs, record)
  const { project, notices } = base
  if (!project)
    return { comparison: undefined, old: undefined, breaches: base.unread === undefined ? [] : [unreadBreach(base.unread)], notices }
  const denied = base.recorded ? recordedDenies(base.recorded, now) : organizationDenies(project, now)
  // A rule that is dropped is judged with what was denied then.
  const model = accessModel(placed(now), now.config.account, denied ? project.organization : now.organization)
  const [oldRows, rows] = [rowsOf(project.config, model, now.actions), rowsOf(now.config, model, now.actions)]
  const changes = [
    ...base.inputs,
    ...(denied ? [denied] : []),
    ...ruleChanges({ config: project.config, rows: oldRows }, { config: now.config, rows }, bootstrapChanges(project, now)),
  ]
  const collectedAt = world.now().toISOString()
  const gates = { old: project.config.gates, now: now.config.gates, today: collectedAt.slice(0, 10) }
  const excepted = exceptedAnew(project.config, now, collectedAt)
  return {
    comparison: { base: base.name, changes },
    old: project.config,
    breaches: [
      ...ruleBreaches(changes, gates),
      ...excepted.findings.map((finding) => exceptionBreach(finding, gates)),
      ...droppedRows(project.config, { model, rows, now, today: gates.today }),
      ...(denied ? withoutNewDenials(project, { rows, now, today: gates.today }) : []),
    ],
    notices: [...notices, ...excepted.notices],
  }
}

/** What nobody could read may have stopped the change. */
const unreadBreach = (base: string): GateBreach => ({
  gate: 'widening',
  subject: 'rules',
  text: `those of ${base} could not be read or understood, and bootstrap keeps none: whether this change weakens one is not known`,
  allowed: undefined,
  byOldRule: true,
})

/** Findings of the templates that only an exception of this change lets through, and exceptions that templates cannot tell of. */
function exceptedAnew(old: Config, { config, templates }: Judged, collectedAt: string): { findings: Finding[]; notices: string[] } {
  const opened = openedBeside(old.exceptions, config.exceptions)
  if (opened.length === 0) return { findings: [], notices: [] }
  const judged = ({ exceptions }: Pick<Config, 'exceptions'>) =>
    judgeTemplates(templates, { account: config.account, region: config.region, config: { ...config, exceptions }, collectedAt })
  const key = ({ id, resource }: Finding) => `${id} ${resource}`
  const letThrough = new Set(judged(config).flatMap((finding) => (finding.status === 'excepted' ? [key(finding)] : [])))
  const before = judged(old)
  const failOn = strictest(config.failOn, old.failOn)
  const decided = new Set(before.flatMap(({ id, status }) => (status === 'error' ? [] : [id])))
  const open = [...new Set(opened.map(({ check }) => check))].filter((id) => !decided.has(id))
  return {
    findings: before.filter((finding) => finding.status === 'fail' && letThrough.has(key(finding)) && atLeast(finding.severity, failOn)),
    notices:
      open.length === 0
        ? []
        : [
            `Whether ${open.join(', ')} would fail without the exception of this change, templates do not tell: \`verify\` on the base does.`,
          ],
  }
}

function exceptionBreach({ id, resource, severity, message }: Finding, { old, today }: { old: PlanGates; today: string }): GateBreach {
  const subjects = [`exceptions ${id} at ${resource}`, `exceptions ${id}`]
  return {
    gate: 'widening',
    subject: subjects[0] ?? '',
    text: `fails (${severity}) without the exception of this change: ${message}`,
    allowed: subjects.map((subject) => allowedByBase(old, subject, today)).find((reason) => reason !== undefined),
    byOldRule: true,
  }
}

function placed({ config, templates }: Pick<Judged, 'config' | 'templates'>) {
  const positionOf = () => ({ file: config.file, line: 1, column: 1 })
  return templates.map(({ parsed, region }) => ({ parsed, region, positionOf }))
}

/** The rows of the foundation and of the config that speak of something that is rendered; a row of the config always counts. */
function rowsOf(config: Config, model: AccessModel, index: ActionIndex): AccessRowConfig[] {
  const asked = defaultRows(config, model).filter((row) => !Array.isArray(resolveRow(row, undefined, { config, model, index })))
  return [...asked, ...config.accessMatrix]
}

/** Roles and boundaries of bootstrap, as either config would have them. */
function bootstrapChanges(old: Project, now: Judged) {
  const of = (templates: readonly ProjectTemplate[]) => templates.find(({ name }) => name === 'bootstrap')?.parsed
  const [before, after] = [of(old.templates), of(now.templates)]
  const place = { account: now.config.account, region: now.config.region }
  return before && after ? accessChanges(before, after, now.actions, place) : []
}

/** Policies of an organization are told to the matrix and enforced by nobody here: what they deny makes rows hold. */
function organizationDenies({ organization: old }: Project, { organization }: Judged): RuleChange | undefined {
  const text = ({ serviceControl, resourceControl }: OrganizationPolicies) => JSON.stringify([serviceControl, resourceControl])
  const files = (policies: OrganizationPolicies) =>
    [...policies.serviceControl, ...policies.resourceControl]
      .flat()
      .map(({ name }) => name)
      .join(', ') || 'none'
  if (text(old) === text(organization)) return undefined
  return { rule: 'organization', change: 'changed', from: files(old), to: files(organization), weakens: true }
}

/** The same by the hash that a record keeps: whether another one denies more or less it does not tell. */
function recordedDenies({ organization: old }: { organization: string | undefined }, now: Judged): RuleChange | undefined {
  const { organizationHash } = now.config
  if (old === organizationHash) return undefined
  return {
    rule: 'organization',
    change: 'changed',
    from: old === undefined ? 'none in the record' : `those of ${old.slice(0, 16)}`,
    to: organizationHash === undefined ? 'none' : `those of ${organizationHash.slice(0, 16)}`,
    weakens: true,
  }
}

/** Rows that hold only by what the policies of the organization are said to deny now. */
function withoutNewDenials(old: Project, { rows, now, today }: Omit<Dropped, 'model'>): GateBreach[] {
  const positionOf = () => ({ file: now.config.file, line: 1, column: 1 })
  const judged = (row: AccessRowConfig, organization: OrganizationPolicies) => {
    const model = accessModel(placed(now), now.config.account, organization)
    const resolved = resolveRow(row, undefined, { config: now.config, model, index: now.actions })
    return Array.isArray(resolved)
      ? undefined
      : judgeRow(resolved, { model, index: now.actions, partition: now.config.partition, positionOf })
  }
  return rows.flatMap((row): GateBreach[] => {
    // More denials can only break what must be possible.
    if (row.effect === 'can') return []
    const [before, after] = [judged(row, old.organization), judged(row, now.organization)]
    if (!before || !after || !isRed(before) || isRed(after)) return []
    const text = `holds only by policies of the organization that the base does not name: ${before.detail ?? before.state}`
    return [
      {
        gate: 'widening',
        subject: `access row: ${rowSentence(row)}`,
        text,
        allowed: allowedByBase(old.config.gates, 'organization', today),
        byOldRule: true,
      },
    ]
  })
}

interface Dropped {
  model: AccessModel
  rows: readonly AccessRowConfig[]
  now: Judged
  today: string
}

/** Rows of the base's config that are not there any more, and that what is rendered now does not hold to. */
function droppedRows(old: Config, { model, rows, now, today }: Dropped): GateBreach[] {
  const positionOf = () => ({ file: old.file, line: 1, column: 1 })
  return rowsBeside(old.accessMatrix, rows).flatMap((row): GateBreach[] => {
    const resolved = resolveRow(row, undefined, { config: old, model, index: now.actions })
    if (Array.isArray(resolved)) return []
    const { state, detail } = judgeRow(resolved, { model, index: now.actions, partition: old.partition, positionOf })
    if (state === 'holds') return []
    const text = `the row that is dropped does not hold: ${detail ?? state}`
    const subject = `access row: ${rowSentence(row)}`
    return [{ gate: 'widening', subject, text, allowed: allowedByBase(old.gates, subject, today), byOldRule: true }]
  })
}

/** The rows that the lab profile leaves out, as sentences. */
export function labNotices({ config, templates, actions }: Omit<Judged, 'organization'>): string[] {
  const { sagemaker } = config.access
  if (sagemaker?.profile !== 'lab') return []
  const model = accessModel(placed({ config, templates }), config.account)
  const strict: Config = { ...config, access: { ...config.access, sagemaker: { ...sagemaker, profile: 'least-privilege' } } }
  const left = rowsBeside(rowsOf(strict, model, actions), rowsOf(config, model, actions))
  return left.length === 0
    ? []
    : [
        `\`profile: lab\` leaves out ${left.length === 1 ? 'a row' : `${left.length} rows`} of the access matrix: ${left.map(rowSentence).join('; ')}.`,
      ]
}
