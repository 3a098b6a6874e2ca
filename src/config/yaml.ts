import { CORE_SCHEMA, constructFromEvents, EVENT_ALIAS, EVENT_DOCUMENT, parseEvents, YAMLException } from 'js-yaml'
import { AuditError, type Position, type Problem } from '../model/errors.ts'
import { EXCESS, expandsBeyond } from '../yaml/expand.ts'
import { lineColumn, lineStarts, locate, nearest } from '../yaml/locate.ts'

/** A config is a page or two; anything near this size is a mistake or an attack. */
const MAX_BYTES = 256 * 1024
const MAX_DEPTH = 20
const MAX_ALIASES = 50
/** Characters, its aliases written out. */
const MAX_EXPANDED = 512 * 1024

/** A parsed YAML document that still knows where everything stood. */
export interface LocatedYaml {
  value: unknown
  /** Position of the value at a JSON pointer (`/audit/key`), or of the nearest enclosing value that exists. */
  positionOf(pointer: string): Position
  /** Position of the key itself, for messages about the key. */
  positionOfKey(pointer: string): Position
}

/**
 * Parses one YAML document and keeps positions.
 * @throws BAD_CONFIG for text that is too large, is not YAML, nests too deep, or multiplies itself by aliases.
 */
export function parseLocatedYaml(text: string, file: string): LocatedYaml {
  const bytes = Buffer.byteLength(text)
  if (bytes > MAX_BYTES) {
    throw badYaml({
      message: `${file} is ${Math.round(bytes / 1024)} KiB; a config of this tool may have at most ${MAX_BYTES / 1024} KiB.`,
      position: { file, line: 1, column: 1 },
      remedy: 'Check that the path names the config and not another file.',
    })
  }
  const lines = lineStarts(text)
  const events = guarded(text, file, lines, () => parseEvents(text, { maxDepth: MAX_DEPTH, filename: file }))
  const documents = events.filter((event) => event.type === EVENT_DOCUMENT).length
  if (documents > 1) {
    throw badYaml({ message: `${file} holds ${documents} YAML documents; one is allowed.`, remedy: 'Remove the `---` lines between them.' })
  }
  const values = guarded(text, file, lines, () =>
    constructFromEvents(events, { source: text, schema: CORE_SCHEMA, maxAliases: MAX_ALIASES, filename: file }),
  )
  const excess = expandsBeyond(values[0], MAX_EXPANDED)
  if (excess) {
    const alias = events.find((event) => event.type === EVENT_ALIAS)
    const position = { file, ...lineColumn(lines, alias?.type === EVENT_ALIAS ? alias.anchorStart : 0) }
    throw badYaml({ message: EXCESS[excess], position, remedy: 'Write out what the aliases (`*name`) stand for.' })
  }
  const offsets = locate(events, text)
  const at = (offset: number): Position => ({ file, ...lineColumn(lines, offset) })
  return {
    value: values[0],
    positionOf: (pointer) => at(nearest(offsets.values, pointer)),
    positionOfKey: (pointer) => at(offsets.keys.get(pointer) ?? nearest(offsets.values, pointer)),
  }
}

function guarded<T>(text: string, file: string, lines: readonly number[], parse: () => T): T {
  try {
    return parse()
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error
    const position = { file, ...lineColumn(lines, Math.min(error.mark?.position ?? 0, text.length)) }
    throw badYaml({ message: `This is not valid YAML: ${error.reason}.`, position, remedy: 'Correct the line and run again.' })
  }
}

function badYaml(problem: Problem): AuditError {
  return new AuditError('BAD_CONFIG', problem.message, { problems: [problem] })
}
