import { AuditError } from '../model/errors.ts'
import type { RuleChange } from '../model/plan.ts'
import type { RulesRecord } from '../render/rules-record.ts'
import { type InputValues, textInput } from './inputs.ts'
import { loadProject, type Project } from './project.ts'
import type { BaseFiles, BaseInputs, World } from './world.ts'

/** The project that a change goes on top of, or why nobody knows it. */
export type Base = { notices: readonly string[] } & (
  | {
      project: Project
      /** What a reader calls it. */
      name: string
      /** What the workflow gave the step and does not give any more. */
      inputs: readonly RuleChange[]
      /** Of a record, which keeps no more of the organization's policies: the hash of what they said. */
      recorded?: { organization: string | undefined }
    }
  | {
      project: undefined
      /** There is a base, and nobody could read it: what it would have stopped is not known. */
      unread?: string
    }
)

const WHAT = 'The rules (gates, exceptions, rows, `fail-on`)'

/** The base by its commit; where that cannot be read or has no config, by what the deployed bootstrap keeps of the rules. */
export async function baseOf(world: World, inputs: InputValues, record: RulesRecord | undefined): Promise<Base> {
  const files = world.base(textInput(inputs, 'base'))
  if (!files) return (await recorded(world, inputs, record, [])) ?? { project: undefined, notices: [NO_BASE] }
  try {
    const then = await files.inputs?.(inputs)
    const own = inputsThen(inputs, then)
    const unknown =
      then?.kind === 'unknown' ? [`What the workflow of ${files.name} gave this step is not known: ${then.because}. ${ITS_OWN}`] : []
    const file = textInput(own, 'config')
    if ((await files.readText(file)) !== undefined)
      return { project: await loadAt(world, own, files), name: files.name, inputs: inputChanges(then), notices: unknown }
    const none = `${files.name} has no ${file}: all rules are new`
    const kept = await recorded(world, inputs, record, [...unknown, `${none} beside it.`])
    return kept ?? { project: undefined, notices: [...unknown, `${none}, and were compared with nothing.`] }
  } catch (error) {
    if (!(error instanceof AuditError)) throw error
    const why = `${WHAT} could not be compared with those of ${files.name}: ${error.message} ${error.remedy ?? ''}`.trimEnd()
    const kept = await recorded(world, inputs, record, [why])
    return kept ?? { project: undefined, notices: [why], unread: files.name }
  }
}

const NO_BASE = `${WHAT} were compared with nothing: no base is known here. Name one with \`base\`.`
const ITS_OWN = 'The `fail-on` of its config stands beside the one of now.'

const loadAt = (world: World, inputs: InputValues, { readText }: Pick<BaseFiles, 'readText'>) => loadProject({ ...world, readText }, inputs)

/** What the workflow says now, it need not have said before. */
function inputsThen(inputs: InputValues, then: BaseInputs | undefined): InputValues {
  return then?.kind === 'known' ? then.values : without(inputs, 'fail-on')
}

function without(inputs: InputValues, name: string): InputValues {
  return new Map([...inputs].filter(([key]) => key !== name))
}

/** `fail-on` shows in what the configs come to; the others change what is looked at, so that what was is not any more. */
function inputChanges(then: BaseInputs | undefined): RuleChange[] {
  if (then?.kind !== 'known') return []
  return then.changes
    .filter(({ name, from }) => name !== 'fail-on' || from?.includes('${{'))
    .map(({ name, from, to }) => ({
      rule: `input ${name}`,
      change: 'changed',
      from: from ?? 'not given',
      to: to ?? 'not given',
      weakens: true,
    }))
}

async function recorded(
  world: World,
  inputs: InputValues,
  record: RulesRecord | undefined,
  notices: readonly string[],
): Promise<Base | undefined> {
  if (!record) return undefined
  const file = textInput(inputs, 'config')
  const readText = async (path: string) => (path === file ? record.config : undefined)
  try {
    const project = await loadAt(world, without(inputs, 'fail-on'), { readText })
    const { stackName, organization } = record
    return { project, name: `the record in ${stackName}`, inputs: [], recorded: { organization }, notices }
  } catch (error) {
    if (!(error instanceof AuditError)) throw error
    return undefined
  }
}
