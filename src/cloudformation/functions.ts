import { closest } from '../model/closest.ts'
import type { ParsedTemplate } from '../model/template.ts'
import { escapePointer } from '../yaml/locate.ts'
import { type Declared, PSEUDO_PARAMETERS } from './declared.ts'
import { argumentProblem, FUNCTIONS } from './function-arguments.ts'
import { mappingProblems } from './mappings.ts'
import { noSuchAttribute, noSuchName, outsideSub } from './names.ts'
import type { ServiceTypes } from './types.ts'
import { describe, isFunction, isMapping, own, type TemplateProblem } from './values.ts'

export interface FunctionRules {
  template: ParsedTemplate
  declared: Declared
  typesOf(type: string): ServiceTypes | undefined
  /** Nobody reads more. */
  most: number
}

/** Where a function stands: what it may name depends on it. */
interface Place {
  pointer: string
  /** Conditions and rules are decided before there are resources. */
  before: boolean
  /** Names of loops around it. */
  locals: readonly string[]
  /** Whether `{ Condition: name }` is a reference to a condition here, as within `Fn::And`. */
  logical: boolean
}

/** Every function of a template: that there is such a one, with arguments it takes, and that what it names is declared. */
export function validateFunctions(rules: FunctionRules): TemplateProblem[] {
  const { template, declared } = rules
  // What a macro makes of it, nobody can see.
  if (declared.macros.length > 0) return []
  const walker = new Walker(rules)
  const at = (pointer: string, more: Partial<Place> = {}): Place => ({ pointer, before: false, locals: [], logical: false, ...more })
  for (const [id, resource] of Object.entries(template.Resources)) {
    const pointer = `/Resources/${escapePointer(id)}`
    if (id.startsWith('Fn::')) walker.walk({ [id]: own(resource.Properties, id) }, at('/Resources'))
    else walker.resource(resource, at(pointer))
  }
  for (const [name, output] of Object.entries(template.Outputs ?? {})) {
    const pointer = `/Outputs/${escapePointer(name)}`
    const { Condition, ...rest } = output as Record<string, unknown>
    walker.condition(Condition, at(`${pointer}/Condition`))
    walker.walk(rest, at(pointer))
  }
  for (const section of ['Conditions', 'Rules'] as const)
    walker.walk(template[section], at(`/${section}`, { before: true, logical: section === 'Conditions' }))
  return walker.out
}

class Walker {
  readonly out: TemplateProblem[] = []
  readonly #rules: FunctionRules

  constructor(rules: FunctionRules) {
    this.#rules = rules
  }

  resource(resource: ParsedTemplate['Resources'][string], place: Place): void {
    const { Condition, DependsOn, Metadata, ...rest } = resource
    this.condition(Condition, this.#within(place, 'Condition'))
    for (const target of [DependsOn ?? []].flat()) this.#dependency(target, this.#within(place, 'DependsOn'))
    // Metadata is read by tools, not by CloudFormation; what configures an instance is.
    const init = isMapping(Metadata) ? Metadata['AWS::CloudFormation::Init'] : undefined
    if (init !== undefined) this.walk(init, this.#within(this.#within(place, 'Metadata'), 'AWS::CloudFormation::Init'))
    this.walk(rest, place)
  }

  walk(value: unknown, place: Place): void {
    if (this.out.length >= this.#rules.most) return
    if (typeof value === 'string') {
      const { parameters, resources } = this.#rules.declared
      this.out.push(...outsideSub(value, place.pointer, [parameters, resources]))
      return
    }
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) this.walk(item, this.#within(place, String(index)))
      return
    }
    if (!isMapping(value)) return
    const keys = Object.keys(value)
    for (const key of keys) {
      const inside = this.#within(place, key)
      if (key.startsWith('Fn::ForEach::')) this.#loop(value[key], inside)
      else if (key === 'Fn::Transform') this.walk(value[key], inside)
      else if (key === 'Ref' && keys.length === 1) this.#reference(value[key], place)
      else if (key.startsWith('Fn::')) this.#function(key, value[key], place, keys.length)
      else if (key === 'Condition' && place.logical && keys.length === 1) this.condition(value[key], place)
      else this.walk(value[key], inside)
    }
  }

  condition(name: unknown, place: Place): void {
    if (name === undefined || isFunction(name)) return
    const { declared } = this.#rules
    if (typeof name !== 'string')
      return this.#say('function-argument', place, `A condition is named by a text, and this is ${describe(name)}.`)
    if (declared.conditions.includes(name) || declared.mayBeMade('Conditions', name) || isLocal(name, place)) return
    const guess = closest(name, declared.conditions)
    this.#say(
      'condition-unknown',
      place,
      `\`${name}\` is no condition of this template.${guess ? ` Did you mean \`${guess}\`?` : ''}`,
      'Declare it under `Conditions`, or name one that is.',
    )
  }

  #within(place: Place, step: string): Place {
    return { ...place, pointer: `${place.pointer}/${escapePointer(step)}`, logical: place.logical }
  }

  #dependency(target: unknown, place: Place): void {
    if (typeof target !== 'string') return
    const { declared } = this.#rules
    if (declared.resources.includes(target) || declared.mayBeMade('Resources', target)) return
    if (declared.parameters.includes(target))
      return this.#say('reference-unknown', place, `DependsOn names \`${target}\`, which is a parameter, and waits for resources only.`)
    this.out.push(noSuchName(place.pointer, target, [...declared.resources], 'no resource'))
  }

  #reference(name: unknown, place: Place): void {
    if (isFunction(name) && this.#rules.declared.languageExtensions) return this.walk(name, place)
    if (typeof name !== 'string')
      return this.#say('function-argument', place, `Ref takes the name of a parameter or resource, and this is ${describe(name)}.`)
    this.#named(name, place)
  }

  /** That a parameter or resource is declared. */
  #named(name: string, place: Place): void {
    const { declared } = this.#rules
    if (PSEUDO_PARAMETERS.includes(name) || declared.parameters.includes(name) || isLocal(name, place)) return
    if (name.startsWith('AWS::')) {
      this.out.push(noSuchName(place.pointer, name, PSEUDO_PARAMETERS, 'no pseudo parameter'))
      return
    }
    const isResource = declared.resources.includes(name) || declared.mayBeMade('Resources', name)
    if (isResource && place.before)
      this.#say(
        'reference-unknown',
        place,
        `\`${name}\` is a resource; conditions and rules are decided before there are any.`,
        'Refer to a parameter, a mapping or a pseudo parameter.',
      )
    else if (!isResource && !declared.mayBeMade('Parameters', name))
      this.out.push(noSuchName(place.pointer, name, [...declared.resources, ...declared.parameters], 'neither a resource nor a parameter'))
  }

  #attribute(target: unknown, attribute: unknown, place: Place): void {
    if (typeof target !== 'string' || isLocal(target, place)) return
    const { declared, template, typesOf } = this.#rules
    const resource = own(template.Resources, target)
    if (!resource) {
      if (declared.mayBeMade('Resources', target)) return
      if (declared.parameters.includes(target))
        return this.#say('reference-unknown', place, `\`${target}\` is a parameter, and has no attributes.`, 'Use Ref.')
      this.out.push(noSuchName(place.pointer, target, [...declared.resources], 'no resource'))
      return
    }
    if (typeof attribute === 'string') this.out.push(...noSuchAttribute({ pointer: place.pointer, attribute, target }, resource, typesOf))
  }

  #function(key: string, argument: unknown, place: Place, members: number): void {
    const { declared } = this.#rules
    const known = FUNCTIONS[key]
    const inside = this.#within(place, key)
    // A policy or another document may have keys that only look like a function's.
    if (members > 1) {
      if (known)
        this.#say(
          'function-argument',
          inside,
          `${key} stands beside other keys, and a function stands alone.`,
          'Move the other keys out, or take the function away.',
        )
      return this.walk(argument, inside)
    }
    if (!known) {
      const guess = closest(key, Object.keys(FUNCTIONS))
      return this.#say('function-unknown', place, `CloudFormation has no function \`${key}\`.${guess ? ` Did you mean \`${guess}\`?` : ''}`)
    }
    if (known.languageExtensions && !declared.languageExtensions)
      this.#say(
        'transform-missing',
        place,
        `${key} needs the transform AWS::LanguageExtensions.`,
        'Add `Transform: AWS::LanguageExtensions` to the template.',
      )
    const wrong = argumentProblem(key, argument, declared.languageExtensions)
    if (wrong) return this.#say('function-argument', place, wrong.message, wrong.remedy)
    switch (key) {
      case 'Fn::GetAtt':
        return this.#getAtt(argument, place)
      case 'Fn::Sub':
        return this.#sub(argument, place, inside)
      case 'Fn::FindInMap':
        if (!isLocal(String(Array.isArray(argument) ? argument[0] : ''), place))
          this.out.push(...mappingProblems(argument, place.pointer, this.#rules.declared))
        return this.walk(argument, inside)
      case 'Fn::If':
        this.condition((argument as unknown[])[0], place)
        return this.walk((argument as unknown[]).slice(1), inside)
      case 'Fn::And':
      case 'Fn::Or':
      case 'Fn::Not':
        return this.walk(argument, { ...inside, logical: true })
      // Their arguments are the names of parameters, and of attributes of those.
      case 'Fn::RefAll':
      case 'Fn::ValueOf':
      case 'Fn::ValueOfAll':
        return
      default:
        return this.walk(argument, inside)
    }
  }

  #getAtt(argument: unknown, place: Place): void {
    const parts = typeof argument === 'string' ? argument.split('.') : (argument as unknown[])
    const [target, ...rest] = parts
    if (isFunction(target) || rest.some(isFunction)) return this.walk(parts, place)
    if (place.before) return this.#say('function-misplaced', place, 'Conditions and rules are decided before there are resources to ask.')
    this.#attribute(target, rest.map(String).join('.'), place)
  }

  #sub(argument: unknown, place: Place, inside: Place): void {
    const [text, variables]: unknown[] = Array.isArray(argument) ? argument : [argument]
    this.walk(variables, this.#within(inside, '1'))
    if (typeof text !== 'string' || (isMapping(variables) && isFunction(variables))) return
    const given = isMapping(variables) ? Object.keys(variables) : []
    const isOpen = isMapping(variables) && 'Fn::Transform' in variables
    for (const [, raw = ''] of text.matchAll(/\$\{([^!${}][^${}]*)\}/g)) {
      const name = raw.trim()
      if (isOpen || given.includes(raw) || given.includes(name)) continue
      const dot = name.startsWith('AWS::') ? -1 : name.indexOf('.')
      if (dot === -1 || place.locals.length > 0) this.#named(name, place)
      else if (!place.before) this.#attribute(name.slice(0, dot), name.slice(dot + 1), place)
    }
  }

  #loop(argument: unknown, place: Place): void {
    const { declared } = this.#rules
    if (!declared.languageExtensions)
      this.#say(
        'transform-missing',
        place,
        'Fn::ForEach needs the transform AWS::LanguageExtensions.',
        'Add `Transform: AWS::LanguageExtensions` to the template.',
      )
    if (!Array.isArray(argument) || argument.length !== 3 || typeof argument[0] !== 'string')
      return this.#say(
        'function-argument',
        place,
        'Fn::ForEach takes a name, what it stands for one after the other, and what is repeated.',
      )
    const [name, collection, body]: unknown[] = argument
    this.walk(collection, place)
    this.walk(body, { ...place, locals: [...place.locals, String(name)] })
  }

  #say(
    id: TemplateProblem['id'],
    { pointer }: Place,
    message: string,
    remedy = 'See the CloudFormation intrinsic function reference.',
  ): void {
    this.out.push({ id, pointer, message, remedy })
  }
}

/** Within a loop a name may hold the loop's own, which only the transform fills in. */
function isLocal(name: string, { locals }: Place): boolean {
  return locals.length > 0 && (locals.includes(name) || /[$&]\{/.test(name))
}
