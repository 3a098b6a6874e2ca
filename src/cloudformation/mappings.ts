import { closest } from '../model/closest.ts'
import type { ParsedTemplate } from '../model/template.ts'
import { escapePointer } from '../yaml/locate.ts'
import type { Declared } from './declared.ts'
import { noSuchName } from './names.ts'
import { describe, isFunction, isMapping, own, type ProblemId, scalarText, type TemplateProblem } from './values.ts'

/** What is wrong with the mapping, or the keys, that an `Fn::FindInMap` asks for; keys that are worked out later are not known. */
export function mappingProblems(argument: unknown, pointer: string, declared: Declared): TemplateProblem[] {
  const [name, top, second, fallback]: unknown[] = Array.isArray(argument) ? argument : []
  if (typeof name !== 'string' || fallback !== undefined || declared.mayBeMade('Mappings', name)) return []
  const mapping = own(declared.mappings, name)
  if (mapping === undefined) return [{ ...noSuchName(pointer, name, Object.keys(declared.mappings), 'no mapping'), id: 'mapping-unknown' }]
  if (!isMapping(mapping) || 'Fn::Transform' in mapping) return []
  if (typeof top === 'string' && !own(mapping, top)) return [noSuchKey(pointer, top, Object.keys(mapping), `Mapping ${name}`)]
  const tops = typeof top === 'string' ? [top] : Object.keys(mapping)
  const members = tops.map((key) => own(mapping, key)).filter(isMapping)
  if (typeof second !== 'string' || members.length === 0) return []
  if (members.some((member) => Object.hasOwn(member, second) || 'Fn::Transform' in member)) return []
  const where = typeof top === 'string' ? `${top} of mapping ${name}` : `No entry of mapping ${name}, as ${tops[0]},`
  return [noSuchKey(pointer, second, Object.keys(members[0] ?? {}), where)]
}

function noSuchKey(pointer: string, key: string, known: readonly string[], where: string): TemplateProblem {
  const guess = closest(key, known)
  return {
    id: 'mapping-key-unknown',
    pointer,
    message: `${where} has no \`${key}\`.${guess ? ` Did you mean \`${guess}\`?` : ''}`,
    remedy: `It has: ${known.slice(0, 20).join(', ')}.`,
  }
}

/** Says what is wrong, where, and what to do. */
export type Say = (id: ProblemId, pointer: string, message: string, remedy: string) => void

/** Entries that stand there as they are, and not a macro's. */
export function written(section: unknown): [string, unknown][] {
  return isMapping(section) ? Object.entries(section).filter(([key]) => !key.startsWith('Fn::')) : []
}

/** The section: two levels of keys, with texts and lists of texts. */
export function validateMappings({ Mappings }: ParsedTemplate, say: Say): void {
  for (const [name, tops] of written(Mappings)) {
    const pointer = `/Mappings/${escapePointer(name)}`
    if (!isMapping(tops))
      say(
        'section-shape',
        pointer,
        `Mapping ${name} is ${describe(tops)}, and must be a mapping of two levels.`,
        'Write a key, and under it keys with values.',
      )
    for (const [top, members] of written(tops)) {
      const at = `${pointer}/${escapePointer(top)}`
      if (!isMapping(members))
        say(
          'section-shape',
          at,
          `${top} of mapping ${name} is ${describe(members)}, and must be a mapping.`,
          'Write keys with values under it.',
        )
      for (const [key, value] of written(members)) mappedValue(value, `${at}/${escapePointer(key)}`, `${key} of mapping ${name}`, say)
    }
  }
}

function mappedValue(value: unknown, pointer: string, name: string, say: Say): void {
  if ([value].flat().every((item) => scalarText(item) !== undefined)) return
  const isOne = isFunction(value)
  say(
    isOne ? 'function-misplaced' : 'section-shape',
    pointer,
    `${name} is ${isOne ? 'a function' : describe(value)}; a mapping holds texts and lists of texts.`,
    'Write a value, or use a condition instead of the mapping.',
  )
}
