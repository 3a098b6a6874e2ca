import { defaultRows } from '../access/defaults.ts'
import { accessModel } from '../access/from-templates.ts'
import { judgeRow } from '../access/matrix.ts'
import type { AccessModel } from '../access/model.ts'
import { resolveRow } from '../access/rows.ts'
import type { ActionIndex } from '../iam/actions.ts'
import type { AccessRowConfig, Config } from '../model/config.ts'
import { AuditError } from '../model/errors.ts'
import type { GateBreach, RuleComparison } from '../model/plan.ts'
import type { ProjectTemplate } from '../model/template.ts'
import { accessChanges } from '../plan/access-changes.ts'
import { rowSentence, rowsBeside, ruleBreaches, ruleChanges } from '../plan/rule-changes.ts'
import { type InputValues, textInput } from './inputs.ts'
import { loadProject, type Project } from './project.ts'
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
  actions: ActionIndex
}

/** Compares the rules of a config with those of the commit it is to go on top of, and judges by both. */
export async function compareRules(world: World, inputs: InputValues, now: Judged): Promise<RuleJudgement> {
  const base = await baseProject(world, inputs)
  if ('notice' in base) return { comparison: undefined, old: undefined, breaches: [], notices: base.notice === '' ? [] : [base.notice] }
  const { project, name } = base
  const model = accessModel(placed(now), now.config.account)
  const [oldRows, rows] = [rowsOf(project.config, model, now.actions), rowsOf(now.config, model, now.actions)]
  const changes = ruleChanges({ config: project.config, rows: oldRows }, { config: now.config, rows }, bootstrapChanges(project, now))
  const today = world.now().toISOString().slice(0, 10)
  const gates = { old: project.config.gates, now: now.config.gates, today }
  return {
    comparison: { base: name, changes },
    old: project.config,
    breaches: [...ruleBreaches(changes, gates), ...droppedRows(project.config, { model, rows, now })],
    notices:
      textInput(inputs, 'fail-on') === ''
        ? []
        : ['`fail-on` is given by the workflow: whether it was another before is not compared; the base’s own stands beside it.'],
  }
}

type Base = { project: Project; name: string } | { notice: string }

async function baseProject(world: World, inputs: InputValues): Promise<Base> {
  const base = world.base(textInput(inputs, 'base'))
  if (!base)
    return {
      notice: 'The rules (gates, exceptions, rows, `fail-on`) were compared with nothing: no base is known here. Name one with `base`.',
    }
  const own = new Map(inputs)
  // What the workflow says now, it need not have said before.
  own.delete('fail-on')
  try {
    if ((await base.readText(textInput(inputs, 'config'))) === undefined)
      return { notice: `${base.name} has no ${textInput(inputs, 'config')}: all rules are new, and were compared with nothing.` }
    return { project: await loadProject({ ...world, readText: base.readText }, own), name: base.name }
  } catch (error) {
    if (!(error instanceof AuditError)) throw error
    return { notice: `The rules could not be compared with those of ${base.name}: ${error.message} ${error.remedy ?? ''}`.trimEnd() }
  }
}

function placed({ config, templates }: Judged) {
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

interface Dropped {
  model: AccessModel
  rows: readonly AccessRowConfig[]
  now: Judged
}

/** Rows of the base's config that are not there any more, and that what is rendered now does not hold to. */
function droppedRows(old: Config, { model, rows, now }: Dropped): GateBreach[] {
  const positionOf = () => ({ file: old.file, line: 1, column: 1 })
  return rowsBeside(old.accessMatrix, rows).flatMap((row): GateBreach[] => {
    const resolved = resolveRow(row, undefined, { config: old, model, index: now.actions })
    if (Array.isArray(resolved)) return []
    const { state, detail } = judgeRow(resolved, { model, index: now.actions, partition: old.partition, positionOf })
    if (state === 'holds') return []
    const text = `the row that is dropped does not hold: ${detail ?? state}`
    return [{ gate: 'widening', subject: `access row: ${rowSentence(row)}`, text, allowed: undefined, byOldRule: true }]
  })
}

/** The rows that the lab profile leaves out, as sentences. */
export function labNotices({ config, templates, actions }: Judged): string[] {
  const { sagemaker } = config.access
  if (sagemaker?.profile !== 'lab') return []
  const model = accessModel(placed({ config, templates, actions }), config.account)
  const strict: Config = { ...config, access: { ...config.access, sagemaker: { ...sagemaker, profile: 'least-privilege' } } }
  const left = rowsBeside(rowsOf(strict, model, actions), rowsOf(config, model, actions))
  return left.length === 0
    ? []
    : [
        `\`profile: lab\` leaves out ${left.length === 1 ? 'a row' : `${left.length} rows`} of the access matrix: ${left.map(rowSentence).join('; ')}.`,
      ]
}
