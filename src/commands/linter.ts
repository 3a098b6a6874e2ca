import { AuditError, formatPosition, type Problem } from '../model/errors.ts'
import { type InputValues, listInput } from './inputs.ts'
import { type Source, STANDARD_INPUT } from './template-sources.ts'
import type { World } from './world.ts'

export interface Linted {
  problems: readonly Problem[]
  notices: readonly string[]
  isLinted: boolean
}

/** Runs the linters that `with` names on the same templates, and takes their findings over with their own ids. */
export async function lintersOf(world: World, inputs: InputValues, sources: readonly Source[]): Promise<Linted> {
  const files = sources.map(({ file }) => file).filter((file) => file !== STANDARD_INPUT)
  if (!listInput(inputs, 'with').includes('cfn-lint')) return { problems: [], notices: [], isLinted: false }
  if (files.length === 0) return { problems: [], notices: [], isLinted: true }
  const answered = await world.runProgram('cfn-lint', ['--format', 'json', '--', ...files])
  if (!answered) {
    throw new AuditError('BAD_INPUT', '`with` names cfn-lint, and there is none on the PATH.', {
      remedy: 'Install it (pip install cfn-lint), or leave `with` out.',
    })
  }
  const said = parse(answered.stdout)
  if (!said) {
    throw new AuditError('BAD_INPUT', `cfn-lint ended with ${answered.code} and no findings that can be read.`, {
      remedy: `Run it by itself to see why: cfn-lint ${files[0]}.`,
    })
  }
  return {
    problems: said
      .filter(({ level }) => level === 'Error')
      .map(({ id, message, position }) => ({ id, message, position, remedy: `cfn-lint explains ${id}: cfn-lint --list-rules.` })),
    notices: said
      .filter(({ level }) => level !== 'Error')
      .map(({ id, message, position }) => `${formatPosition(position)}: ${id}: ${message}`),
    isLinted: true,
  }
}

interface Said {
  id: string
  level: string
  message: string
  position: { file: string; line: number; column: number }
}

/** cfn-lint's JSON; undefined where it is something else. */
function parse(text: string): Said[] | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  if (!Array.isArray(value)) return undefined
  return value.flatMap((one: Partial<Match> | null) => {
    const { Rule, Level, Message, Filename, Location } = one ?? {}
    if (typeof Message !== 'string' || typeof Filename !== 'string') return []
    const position = { file: Filename, line: Number(Location?.Start?.LineNumber ?? 1), column: Number(Location?.Start?.ColumnNumber ?? 1) }
    return [{ id: String(Rule?.Id ?? 'cfn-lint'), level: String(Level ?? 'Error'), message: Message, position }]
  })
}

interface Match {
  Rule: { Id?: unknown }
  Level: unknown
  Message: unknown
  Filename: unknown
  Location: { Start?: { LineNumber?: unknown; ColumnNumber?: unknown } }
}
