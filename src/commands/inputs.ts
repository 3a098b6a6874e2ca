import { ACTIVITY_INPUTS } from './inputs/activity.ts'
import { COMMENT_INPUTS } from './inputs/comment.ts'
import { COPY_INPUTS } from './inputs/copy.ts'
import { CREDENTIALS_INPUTS } from './inputs/credentials.ts'
import { DEPLOYMENT_INPUTS } from './inputs/deployment.ts'
import { EVIDENCE_INPUTS } from './inputs/evidence.ts'
import { ISSUE_INPUTS } from './inputs/issue.ts'
import { MONEY_INPUTS } from './inputs/money.ts'
import { RUN_INPUTS } from './inputs/run.ts'
import type { InputSpec } from './inputs/spec.ts'
import { START_INPUTS } from './inputs/start.ts'
import { TEARDOWN_INPUTS } from './inputs/teardown.ts'

/** Every input of the action and flag of the CLI, in the order they are listed in. */
const SPECS = [
  ...RUN_INPUTS,
  ...CREDENTIALS_INPUTS,
  ...DEPLOYMENT_INPUTS,
  ...COMMENT_INPUTS,
  ...ISSUE_INPUTS,
  ...EVIDENCE_INPUTS,
  ...ACTIVITY_INPUTS,
  ...MONEY_INPUTS,
  ...COPY_INPUTS,
  ...START_INPUTS,
  ...TEARDOWN_INPUTS,
] as const

type Spec = (typeof SPECS)[number]
type InputName = Spec['name']
type NameOf<Kind extends InputSpec['kind']> = Extract<Spec, { kind: Kind }>['name']

export const INPUTS: readonly (InputSpec & { name: InputName })[] = SPECS

/** What a face was given, by name; what is not in it has its default. */
export type InputValues = ReadonlyMap<string, string>

export function textInput(values: InputValues, name: NameOf<'text'>): string {
  return given(values, name)
}

export function booleanInput(values: InputValues, name: NameOf<'boolean'>): boolean {
  return given(values, name).toLowerCase() === 'true'
}

/** Items are apart by commas, spaces or lines: a workflow writes them below each other. */
export function listInput(values: InputValues, name: NameOf<'list'>): string[] {
  return itemsOf('list', given(values, name))
}

/** The items of a list; of any other kind the value as it is. */
export function itemsOf(kind: InputSpec['kind'], value: string): string[] {
  if (kind !== 'list') return [value]
  return value
    .split(/[\s,]+/)
    .map((item) => item.trim())
    .filter((item) => item !== '')
}

function given(values: InputValues, name: InputName): string {
  return values.get(name) ?? SPECS.find((input) => input.name === name)?.default ?? ''
}
