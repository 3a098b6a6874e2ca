import type { Finding } from '../model/finding.ts'
import type { Paint } from '../model/progress.ts'

const WIDTH = 100

/**
 * What passes, by the kind of thing that was judged, in the names of the good states: a clean run says what was proven, and a reader sees
 * what was not looked at. One that was judged on several resources says on how many.
 */
export function provenLines(findings: readonly Finding[], paint: Paint): string[] {
  const kinds = new Map<string, Map<string, number>>()
  for (const { code, id, status } of findings) {
    if (status !== 'pass') continue
    const kind = code.split('-')[0] ?? code
    const states = kinds.get(kind) ?? new Map<string, number>()
    kinds.set(kind, states.set(id, (states.get(id) ?? 0) + 1))
  }
  const width = Math.max(0, ...[...kinds.keys()].map((kind) => kind.length))
  return [...kinds].flatMap(([kind, states]) => {
    const names = [...states].map(([id, count]) => (count === 1 ? id : `${id} ×${count}`))
    const [first = '', ...rest] = wrapped(names, WIDTH - width - 4)
    return [`${paint('green', '✓')} ${kind.padEnd(width)}  ${first}`, ...rest.map((line) => `${' '.repeat(width + 4)}${line}`)]
  })
}

/** Names by comma, in lines of a width; none is broken. */
function wrapped(names: readonly string[], width: number): string[] {
  const lines: string[] = []
  for (const [at, name] of names.entries()) {
    const word = at === names.length - 1 ? name : `${name},`
    const line = lines.at(-1)
    if (line !== undefined && line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`
    else lines.push(word)
  }
  return lines
}
