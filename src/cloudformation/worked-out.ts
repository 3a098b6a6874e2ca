import { partitionOf } from '../model/partition.ts'
import type { ParsedTemplate } from '../model/template.ts'
import { escapePointer } from '../yaml/locate.ts'
import { attributeOf, physicalId } from './identities.ts'
import type { StackPlace } from './resolved.ts'
import { isMapping, isNoValue, own, scalarText } from './values.ts'

/** A template's values as far as it tells them. */
export interface WorkedOut {
  /** Properties by logical id. */
  properties: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  /** Where a mapping or a list stands in the template. */
  pointerOf(value: unknown): string | undefined
}

/** What a text that is not known is put between: it equals no text, is no wildcard, and can be told from what is known. */
const OPENS = '\u{E010}'
const CLOSES = '\u{E011}'

/** A text that only a deployment knows, by the name of what it comes from. */
const unknownText = (name: string) => `${OPENS}${name}${CLOSES}`

/** Whether a part of a text is known at deployment only. */
export const hasUnknown = (text: string) => text.includes(OPENS)

/** A text for readers: what is not known as CloudFormation would write it. */
export const readable = (text: string) => text.replaceAll(OPENS, '${').replaceAll(CLOSES, '}')

/** Answers of conditions. */
export type Scenario = ReadonlyMap<string, boolean>

/** Up to here every combination of conditions is looked at; beyond it all, none, each alone and all but each. */
const MOST_COMBINED = 3
const MOST_SCENARIOS = 16

/** Combinations of the conditions that `Fn::If` asks for in some resources: a policy may be another one in each. */
export function scenariosOf(template: ParsedTemplate, concerns: (type: string) => boolean): Scenario[] {
  const names = [
    ...new Set(Object.values(template.Resources).flatMap((resource) => (concerns(resource.Type) ? conditionsIn(resource.Properties) : []))),
  ]
  if (names.length <= MOST_COMBINED) {
    return names.reduce<Scenario[]>(
      (all, name) => all.flatMap((one) => [new Map(one).set(name, true), new Map(one).set(name, false)]),
      [new Map()],
    )
  }
  const every = (holds: boolean) => new Map(names.map((name) => [name, holds] as const))
  const flipped = names.flatMap((name) => [every(false).set(name, true), every(true).set(name, false)])
  return [every(true), every(false), ...flipped].slice(0, MOST_SCENARIOS)
}

function conditionsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(conditionsIn)
  if (!isMapping(value)) return []
  const { 'Fn::If': decided } = value
  const own = Array.isArray(decided) && typeof decided[0] === 'string' ? [decided[0]] : []
  return [...own, ...Object.values(value).flatMap(conditionsIn)]
}

/** Works out every property under a scenario. Nothing is guessed: what a deployment decides is left as unknown text. */
export function workOut(template: ParsedTemplate, place: StackPlace, scenario: Scenario, concerns: (type: string) => boolean): WorkedOut {
  const worker = new Worker(template, place, scenario)
  const entries = Object.entries(template.Resources).flatMap(([id, { Type, Properties = {} }]) => {
    const worked = concerns(Type) ? worker.value(Properties, `/Resources/${escapePointer(id)}/Properties`) : undefined
    return isMapping(worked) ? [[id, worked] as const] : []
  })
  return {
    properties: Object.fromEntries(entries),
    pointerOf: (value) => (typeof value === 'object' && value !== null ? worker.origins.get(value) : undefined),
  }
}

/** Takes the place of what is not there: `AWS::NoValue`, or nothing at all. */
const NOTHING = Symbol('nothing')

class Worker {
  readonly origins = new WeakMap<object, string>()
  readonly #template: ParsedTemplate
  readonly #place: StackPlace
  readonly #scenario: Scenario
  readonly #names = new Map<string, string>()

  constructor(template: ParsedTemplate, place: StackPlace, scenario: Scenario) {
    this.#template = template
    this.#place = place
    this.#scenario = scenario
  }

  value(value: unknown, pointer: string): unknown {
    if (isNoValue(value)) return NOTHING
    if (Array.isArray(value)) return this.#list(value, pointer)
    if (!isMapping(value)) return value
    const [only, ...others] = Object.entries(value)
    if (only && others.length === 0 && (only[0] === 'Ref' || only[0].startsWith('Fn::'))) return this.#function(only[0], only[1], pointer)
    const entries = Object.entries(value).flatMap(([key, item]) => {
      const worked = this.value(item, `${pointer}/${escapePointer(key)}`)
      return worked === NOTHING ? [] : [[key, worked] as const]
    })
    return this.#from(Object.fromEntries(entries), pointer)
  }

  #from<T extends object>(value: T, pointer: string): T {
    this.origins.set(value, pointer)
    return value
  }

  /** A function among the items may stand for several. */
  #list(items: readonly unknown[], pointer: string): unknown[] {
    const worked = items.flatMap((item, index) => {
      const one = this.value(item, `${pointer}/${index}`)
      if (one === NOTHING) return []
      return Array.isArray(one) && isMapping(item) ? (one as unknown[]) : [one]
    })
    return this.#from(worked, pointer)
  }

  #function(key: string, argument: unknown, pointer: string): unknown {
    const at = `${pointer}/${escapePointer(key)}`
    switch (key) {
      case 'Ref':
        return typeof argument === 'string' ? this.#reference(argument) : unknownText('Ref')
      case 'Fn::GetAtt': {
        const parts =
          typeof argument === 'string'
            ? argument.split('.')
            : Array.isArray(argument)
              ? argument.map((part) => scalarText(part) ?? '?')
              : []
        return this.#attribute(parts[0] ?? '?', parts.slice(1).join('.'))
      }
      case 'Fn::If': {
        const [name, then, otherwise]: unknown[] = Array.isArray(argument) ? argument : []
        const holds = this.#scenario.get(scalarText(name) ?? '') ?? true
        return this.value(holds ? then : otherwise, `${at}/${holds ? 1 : 2}`)
      }
      case 'Fn::Sub':
        return this.#substitute(argument, at)
      case 'Fn::Join':
        return this.#join(argument, at)
      case 'Fn::Split':
        return this.#split(argument, at)
      case 'Fn::Select':
        return this.#select(argument, at)
      case 'Fn::FindInMap':
        return this.#findInMap(argument, at)
      case 'Fn::ImportValue':
        return unknownText(`import ${this.#text(argument, at)}`)
      default:
        return unknownText(key)
    }
  }

  #text(value: unknown, pointer: string): string {
    const worked = this.value(value, pointer)
    if (worked === NOTHING) return ''
    return Array.isArray(worked)
      ? worked.map((item) => scalarText(item) ?? unknownText('?')).join(',')
      : (scalarText(worked) ?? unknownText('?'))
  }

  #reference(name: string): unknown {
    const { account, region } = this.#place
    const partition = partitionOf(region)
    const pseudo: Readonly<Record<string, string>> = {
      'AWS::AccountId': account,
      'AWS::Region': region,
      'AWS::Partition': partition?.id ?? 'aws',
      'AWS::URLSuffix': partition?.dnsSuffix ?? 'amazonaws.com',
      'AWS::StackName': 'stack',
    }
    const known = own(pseudo, name)
    if (known !== undefined) return known
    const parameter = own(this.#template.Parameters, name)
    if (parameter) return defaultOf(name, parameter)
    return own(this.#template.Resources, name) ? this.#physical(name) : unknownText(name)
  }

  #physical(id: string): string {
    const known = this.#names.get(id)
    if (known !== undefined) return known
    // A name that is made of a name that is made of it comes to nothing.
    this.#names.set(id, id)
    const resource = own(this.#template.Resources, id) ?? { Type: '' }
    const name = physicalId(id, resource, this.#place, (value) => this.#text(value, ''))
    this.#names.set(id, name)
    return name
  }

  #attribute(id: string, attribute: string): string {
    const resource = own(this.#template.Resources, id)
    const found = resource && attributeOf(resource.Type, attribute, this.#physical(id), this.#place)
    return found ?? unknownText(`${id}.${attribute}`)
  }

  #substitute(argument: unknown, at: string): string {
    const [text, given]: unknown[] = Array.isArray(argument) ? argument : [argument]
    if (typeof text !== 'string') return unknownText('Fn::Sub')
    const variables = isMapping(given) ? given : {}
    return text.replace(/\$\{(!?)([^${}]+)\}/g, (_, literal: string, raw: string) => {
      if (literal) return `\${${raw}}`
      const name = raw.trim()
      if (Object.hasOwn(variables, name)) return this.#text(variables[name], `${at}/1/${escapePointer(name)}`)
      const dot = name.startsWith('AWS::') ? -1 : name.indexOf('.')
      return dot === -1 ? this.#text({ Ref: name }, at) : this.#attribute(name.slice(0, dot), name.slice(dot + 1))
    })
  }

  #join(argument: unknown, at: string): string {
    const [separator, list]: unknown[] = Array.isArray(argument) ? argument : []
    const items = this.value(list, `${at}/1`)
    if (typeof separator !== 'string' || !Array.isArray(items))
      return items === NOTHING ? '' : (scalarText(items) ?? unknownText('Fn::Join'))
    return items.map((item) => (Array.isArray(item) ? item.join(separator) : (scalarText(item) ?? unknownText('?')))).join(separator)
  }

  #split(argument: unknown, at: string): unknown {
    const [separator, value]: unknown[] = Array.isArray(argument) ? argument : []
    const text = this.#text(value, `${at}/1`)
    return typeof separator === 'string' && separator !== '' && !hasUnknown(text) ? text.split(separator) : [unknownText('Fn::Split')]
  }

  #select(argument: unknown, at: string): unknown {
    const [index, list]: unknown[] = Array.isArray(argument) ? argument : []
    const items = this.value(list, `${at}/1`)
    const number = Number(scalarText(this.value(index, `${at}/0`)) ?? Number.NaN)
    const chosen: unknown = Array.isArray(items) ? items[number] : undefined
    return chosen === undefined ? unknownText('Fn::Select') : chosen
  }

  #findInMap(argument: unknown, at: string): unknown {
    const [name, top, second] = Array.isArray(argument) ? argument.map((part, index) => this.#text(part, `${at}/${index}`)) : []
    const tops = isMapping(this.#template.Mappings) ? own(this.#template.Mappings, name ?? '') : undefined
    const members = isMapping(tops) ? own(tops, top ?? '') : undefined
    const found = isMapping(members) ? own(members, second ?? '') : undefined
    return found ?? unknownText(`${name}.${second}`)
  }
}

/** What a parameter is where nobody says otherwise; an empty default is one to be filled in. */
function defaultOf(name: string, { Type, Default }: { Type: string; Default?: unknown }): unknown {
  const text = scalarText(Default)
  if (text === undefined || text === '' || Type.startsWith('AWS::SSM::')) return unknownText(name)
  return Type === 'CommaDelimitedList' || Type.startsWith('List<') ? text.split(',').map((item) => item.trim()) : text
}
