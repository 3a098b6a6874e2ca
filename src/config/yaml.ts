import {
  CORE_SCHEMA,
  constructFromEvents,
  EVENT_ALIAS,
  EVENT_DOCUMENT,
  EVENT_MAPPING,
  EVENT_POP,
  EVENT_SCALAR,
  EVENT_SEQUENCE,
  type Event,
  getScalarValue,
  parseEvents,
  type ScalarEvent,
  YAMLException,
} from 'js-yaml'
import { AuditError, type Position, type Problem } from '../model/errors.ts'

/** A config is a page or two; anything near this size is a mistake or an attack. */
const MAX_BYTES = 256 * 1024
const MAX_DEPTH = 20
const MAX_ALIASES = 50

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

function lineStarts(text: string): number[] {
  const starts = [0]
  for (let index = text.indexOf('\n'); index !== -1; index = text.indexOf('\n', index + 1)) starts.push(index + 1)
  return starts
}

function lineColumn(starts: readonly number[], offset: number): { line: number; column: number } {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
}

interface Offsets {
  values: Map<string, number>
  keys: Map<string, number>
}

interface Frame {
  pointer: string
  kind: 'mapping' | 'sequence' | 'document'
  index: number
  key: string | undefined
}

/** Walks the parser's events once and notes the offset of every key and value by JSON pointer. */
function locate(events: readonly Event[], text: string): Offsets {
  const offsets: Offsets = { values: new Map([['', 0]]), keys: new Map() }
  const stack: Frame[] = []
  for (const event of events) {
    const frame = stack.at(-1)
    switch (event.type) {
      case EVENT_DOCUMENT:
        stack.push({ pointer: '', kind: 'document', index: 0, key: undefined })
        break
      case EVENT_POP:
        stack.pop()
        break
      case EVENT_SCALAR:
        if (frame?.kind === 'mapping' && frame.key === undefined) noteKey(frame, event, text, offsets)
        else place(frame, quotedStart(event, text), offsets)
        break
      case EVENT_ALIAS:
        place(frame, event.anchorStart, offsets)
        break
      case EVENT_MAPPING:
      case EVENT_SEQUENCE: {
        const pointer = place(frame, event.start, offsets)
        stack.push({ pointer, kind: event.type === EVENT_MAPPING ? 'mapping' : 'sequence', index: 0, key: undefined })
        break
      }
    }
  }
  return offsets
}

function noteKey(frame: Frame, event: ScalarEvent, text: string, offsets: Offsets): void {
  frame.key = getScalarValue(text, event)
  offsets.keys.set(`${frame.pointer}/${escapePointer(frame.key)}`, quotedStart(event, text))
}

function place(frame: Frame | undefined, offset: number, offsets: Offsets): string {
  if (!frame || frame.kind === 'document') return ''
  const step = frame.kind === 'mapping' ? (frame.key ?? '') : String(frame.index)
  const pointer = `${frame.pointer}/${escapePointer(step)}`
  // An empty value stands nowhere; its key does.
  offsets.values.set(pointer, offset < 0 ? (offsets.keys.get(pointer) ?? 0) : offset)
  frame.key = undefined
  frame.index += 1
  return pointer
}

/** The parser points inside the quotes; an editor should land on them. */
function quotedStart(event: ScalarEvent, text: string): number {
  const before = text[event.valueStart - 1]
  return before === '"' || before === "'" ? event.valueStart - 1 : event.valueStart
}

function nearest(offsets: ReadonlyMap<string, number>, pointer: string): number {
  for (let candidate = pointer; ; candidate = candidate.slice(0, candidate.lastIndexOf('/'))) {
    const offset = offsets.get(candidate)
    if (offset !== undefined) return offset
    if (candidate === '') return 0
  }
}

export function escapePointer(step: string): string {
  return step.replaceAll('~', '~0').replaceAll('/', '~1')
}
