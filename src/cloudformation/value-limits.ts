import { closest } from '../model/closest.ts'
import { escapePointer } from '../yaml/locate.ts'
import { hasMatch } from './pattern.ts'
import type { Bounds, Limits, ServiceTypes, TypeLimits } from './types.ts'
import {
  describe,
  isDynamicReference,
  isFunction,
  isMapping,
  isNoValue,
  isRewritten,
  own,
  type ProblemId,
  type TemplateProblem,
} from './values.ts'

/**
 * Holds values against what the schema of a type allows beyond their type: ranges, lengths, patterns, values, and which properties go
 * together. What a deployment decides is not held against anything; of `Fn::If` each branch is.
 */
export function beyondLimits(properties: unknown, type: string, types: ServiceTypes, pointer: string): TemplateProblem[] {
  const limits = own(types.limits, type)
  if (!limits) return []
  const walker = new Walker(limits, type)
  walker.value(properties, limits, pointer, type)
  return walker.out
}

class Walker {
  readonly out: TemplateProblem[] = []
  readonly #definitions: Readonly<Record<string, Limits>>
  readonly #type: string

  constructor({ d = {} }: TypeLimits, type: string) {
    this.#definitions = d
    this.#type = type
  }

  value(value: unknown, given: Limits, pointer: string, name: string): void {
    if (isFunction(value)) return this.#branches(value, given, pointer, name)
    const limits = given.r === undefined ? given : own(this.#definitions, given.r)
    if (!limits) return
    if (Array.isArray(value)) this.#list(value, limits, pointer, name)
    else if (isMapping(value)) this.#mapping(value, limits, pointer, name)
    else if (typeof value === 'string') this.#text(value, limits, pointer, name)
    else if (typeof value === 'number') this.#number(value, limits, pointer, name)
    else if (typeof value === 'boolean') this.#allowed(String(value), limits, pointer, name)
  }

  #branches(value: unknown, limits: Limits, pointer: string, name: string): void {
    const branches = isMapping(value) ? value['Fn::If'] : undefined
    if (!Array.isArray(branches)) return
    for (const index of [1, 2]) if (!isNoValue(branches[index])) this.value(branches[index], limits, `${pointer}/Fn::If/${index}`, name)
  }

  #mapping(value: Readonly<Record<string, unknown>>, limits: Limits, pointer: string, name: string): void {
    if (isRewritten(value)) return
    for (const [key, item] of Object.entries(value)) {
      const below = own(limits.p, key) ?? limits.m
      if (below) this.value(item, below, `${pointer}/${escapePointer(key)}`, key)
    }
    this.#together(value, limits, pointer, name)
  }

  /** A function among the items may stand for none or for many. */
  #list(items: readonly unknown[], { c, i, o, u }: Limits, pointer: string, name: string): void {
    if (o === 1) this.#say('value-type', pointer, `${this.#of(name)} is ${describe(items)}, and must be a mapping.`, 'Write a mapping.')
    if (i) for (const [index, item] of items.entries()) this.value(item, i, `${pointer}/${index}`, name)
    if (c && !items.some(isFunction))
      this.#within('value-length', items.length, c, pointer, `${this.#of(name)} holds ${items.length}`, 'items')
    if (u !== 1) return
    const first = new Map<string, number>()
    for (const [index, item] of items.entries()) {
      const text = JSON.stringify(item)
      if (first.has(text) && !/"(?:Fn::|Ref")/.test(text))
        this.#say(
          'value-duplicate',
          `${pointer}/${index}`,
          `${this.#of(name)} holds ${describe(item)} twice, as item ${(first.get(text) ?? 0) + 1} and ${index + 1}.`,
          'Take one of them out.',
        )
      else first.set(text, index)
    }
  }

  #text(text: string, limits: Limits, pointer: string, name: string): void {
    if (isDynamicReference(text)) return
    if (limits.n && /^-?\d+(?:\.\d+)?$/.test(text)) return this.#number(Number(text), limits, pointer, name)
    this.#allowed(text, limits, pointer, name)
    const { l, x } = limits
    const length = [...text].length
    if (
      l &&
      this.#within('value-length', length, l, pointer, `${this.#of(name)} is ${describe(text)}, of ${length} characters`, 'characters')
    )
      return
    if (x !== undefined && hasMatch(x, text) === false)
      this.#say('value-pattern', pointer, `${this.#of(name)} is ${describe(text)}, which is not made as it takes it.`, `It must match ${x}`)
  }

  #number(value: number, limits: Limits, pointer: string, name: string): void {
    if (limits.n) this.#within('value-range', value, limits.n, pointer, `${this.#of(name)} is ${value}`, '')
    this.#allowed(String(value), limits, pointer, name)
  }

  #allowed(text: string, { e, f }: Limits, pointer: string, name: string): void {
    const allowed = e ?? f
    if (!allowed || allowed.includes(text) || f?.some((one) => one.toLowerCase() === text.toLowerCase())) return
    const guess = closest(text, allowed)
    this.#say(
      'value-enumeration',
      pointer,
      `${describe(text)} is no value of ${this.#of(name)}.${guess ? ` Did you mean ${guess}?` : ''}`,
      `Allowed: ${allowed.slice(0, 40).join(', ')}.`,
    )
  }

  #together(value: Readonly<Record<string, unknown>>, limits: Limits, pointer: string, name: string): void {
    for (const { message, remedy } of together(value, limits))
      this.#say('properties-together', pointer, `${this.#of(name)} ${message}`, remedy)
  }

  #within(id: ProblemId, size: number, [least, most]: Bounds, pointer: string, found: string, unit: string): boolean {
    if ((least === null || size >= least) && (most === null || size <= most)) return false
    const wanted =
      least === null ? `at most ${most}` : most === null ? `at least ${least}` : least === most ? `${least}` : `${least} to ${most}`
    this.#say(
      id,
      pointer,
      `${found}; it takes ${wanted}${unit === '' ? '' : ` ${unit}`}.`,
      `Write ${wanted}${unit === '' ? '' : ` ${unit}`}.`,
    )
    return true
  }

  #of(name: string): string {
    return name === this.#type ? name : `\`${name}\` of ${this.#type}`
  }

  #say(id: ProblemId, pointer: string, message: string, remedy: string): void {
    this.out.push({ id, pointer, message, remedy })
  }
}

/** What is wrong with the properties that stand beside each other. */
function together(value: Readonly<Record<string, unknown>>, { one = [], any = [], not = {}, with: needs = {} }: Limits) {
  const isGiven = (key: string) => Object.hasOwn(value, key) && !isNoValue(value[key])
  // What a condition takes away may be given where the other is not.
  const isSure = (key: string) => isGiven(key) && !JSON.stringify(value[key]).includes('"Ref":"AWS::NoValue"')
  const both = one.filter(isSure)
  const excluding = Object.entries(not).flatMap(([key, others]) =>
    others
      .filter((other) => isSure(key) && isSure(other) && !(own(not, other)?.includes(key) && other < key))
      .map((other) => `${key} and ${other}`),
  )
  const lacking = Object.entries(needs).flatMap(([key, others]) =>
    isSure(key) ? others.filter((other) => !isGiven(other)).map((other) => [key, other] as const) : [],
  )
  return [
    ...(both.length > 1 ? [{ message: `has ${both.join(' and ')}, and takes one of them.`, remedy: 'Keep one of them.' }] : []),
    ...[one, any]
      .filter((names) => names.length > 0 && !names.some(isGiven))
      .map((names) => ({ message: `has none of ${names.join(', ')}.`, remedy: `Add ${names === one ? 'one' : 'at least one'} of them.` })),
    ...excluding.map((pair) => ({ message: `has ${pair}, which exclude each other.`, remedy: 'Keep one of them.' })),
    ...lacking.map(([key, other]) => ({ message: `has ${key} without ${other}.`, remedy: `Add ${other}.` })),
  ]
}
