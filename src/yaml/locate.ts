import {
  EVENT_ALIAS,
  EVENT_DOCUMENT,
  EVENT_MAPPING,
  EVENT_POP,
  EVENT_SCALAR,
  EVENT_SEQUENCE,
  type Event,
  getScalarValue,
  type ScalarEvent,
} from 'js-yaml'

/** Offset of each line's start. */
export function lineStarts(text: string): number[] {
  const starts = [0]
  for (let index = text.indexOf('\n'); index !== -1; index = text.indexOf('\n', index + 1)) starts.push(index + 1)
  return starts
}

/** Line and column, from 1, of an offset. */
export function lineColumn(starts: readonly number[], offset: number): { line: number; column: number } {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
}

/** Where every key and value of a document stands, by JSON pointer. */
export interface Offsets {
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
export function locate(events: readonly Event[], text: string): Offsets {
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

/** Offset of the value at a pointer, or of the nearest enclosing one that exists. */
export function nearest(offsets: ReadonlyMap<string, number>, pointer: string): number {
  for (let candidate = pointer; ; candidate = candidate.slice(0, candidate.lastIndexOf('/'))) {
    const offset = offsets.get(candidate)
    if (offset !== undefined) return offset
    if (candidate === '') return 0
  }
}

export function escapePointer(step: string): string {
  // Nearly every step is a plain word, and every walk asks.
  return !step.includes('~') && !step.includes('/') ? step : step.replaceAll('~', '~0').replaceAll('/', '~1')
}
