import { formatPosition, type Problem } from '../model/errors.ts'
import { type InputValues, listInput } from './inputs.ts'
import { type Source, STANDARD_INPUT } from './template-sources.ts'
import type { World } from './world.ts'

export interface Linted {
  problems: readonly Problem[]
  notices: readonly string[]
  isLinted: boolean
}

/**
 * Runs the linters that `with` names on the same templates, and takes their findings over with their own ids. A linter that is not there,
 * or of which nothing can be read, is a problem of the run beside what was found without it.
 */
export async function lintersOf(world: World, inputs: InputValues, sources: readonly Source[]): Promise<Linted> {
  if (!listInput(inputs, 'with').includes('cfn-lint') || sources.length === 0) return { problems: [], notices: [], isLinted: false }
  const files = sources.filter(({ file }) => file !== STANDARD_INPUT).map(({ file }) => file)
  const piped = sources.filter(({ file }) => file === STANDARD_INPUT)
  const runs = await Promise.all([
    ...(files.length > 0 ? [cfnLint(world, files)] : []),
    ...piped.map(({ file, body }) => cfnLint(world, [file], body)),
  ])
  const failures = runs.filter((run) => 'failure' in run).map(({ failure }) => failure)
  const said = runs.flatMap((run) => ('said' in run ? run.said : []))
  return {
    problems: [
      ...failures.filter(({ message }, index) => failures.findIndex((one) => one.message === message) === index),
      ...said
        .filter(({ level }) => level === 'Error')
        .map(({ id, message, position }) => ({ id, message, position, remedy: `cfn-lint explains ${id}: cfn-lint --list-rules.` })),
    ],
    notices: said
      .filter(({ level }) => level !== 'Error')
      .map(({ id, message, position }) => `${formatPosition(position)}: ${id}: ${message}`),
    isLinted: failures.length === 0,
  }
}

/** One run of cfn-lint: on files, or on a text that is handed to it and named by the one name. */
async function cfnLint(world: World, names: readonly string[], text?: string): Promise<{ said: Said[] } | { failure: Problem }> {
  const args = ['--format', 'json', ...(text === undefined ? ['--', ...names.map(escapeGlob)] : [])]
  const answered = await world.runProgram('cfn-lint', args, text)
  if (!answered)
    return {
      failure: {
        message: '`with` names cfn-lint, and there is none on the PATH: what only it knows was not looked at.',
        remedy: 'Install it (pip install cfn-lint), or leave `with` out.',
      },
    }
  const said = parse(answered.stdout, text === undefined ? undefined : names[0])
  // It ends with 0 where it found nothing, and with other codes where it found something: anything else is no result.
  if (said && (answered.code === 0 || said.length > 0)) return { said }
  return {
    failure: {
      message: `cfn-lint ended with ${answered.code} and no findings that can be read: what only it knows was not looked at.`,
      remedy: `Run it by itself to see why: cfn-lint ${text === undefined ? names[0] : '< template'}.`,
    },
  }
}

/** A name as cfn-lint takes it, which reads names as patterns. */
const escapeGlob = (name: string) => name.replaceAll(/[*?[]/g, '[$&]')

interface Said {
  id: string
  level: string
  message: string
  position: { file: string; line: number; column: number }
}

/** cfn-lint's JSON, of files or of the one text that has a name here; undefined where it is something else, or says what is about no file. */
function parse(text: string, name: string | undefined): Said[] | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  if (!Array.isArray(value)) return undefined
  const said = value.map((one: Partial<Match> | null): Said | undefined => {
    const { Rule, Level, Message, Filename = null, Location } = one ?? {}
    const file = typeof Filename === 'string' ? Filename : name
    // E0003 is about its own configuration: then it has not looked.
    if (typeof Message !== 'string' || file === undefined || Rule?.Id === 'E0003') return undefined
    const position = { file, line: Number(Location?.Start?.LineNumber ?? 1), column: Number(Location?.Start?.ColumnNumber ?? 1) }
    return { id: String(Rule?.Id ?? 'cfn-lint'), level: String(Level ?? 'Error'), message: Message, position }
  })
  return said.every((one) => one !== undefined) ? said : undefined
}

interface Match {
  Rule: { Id?: unknown }
  Level: unknown
  Message: unknown
  Filename: unknown
  Location: { Start?: { LineNumber?: unknown; ColumnNumber?: unknown } }
}
