import { closest } from '../model/closest.ts'
import type { Declared } from './declared.ts'
import { noSuchName } from './names.ts'
import { isMapping, own, type TemplateProblem } from './values.ts'

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
