import type { ParsedTemplate, TemplateResource } from '../model/template.ts'
import { escapePointer } from '../yaml/locate.ts'
import { describe, isFunction, isMapping, type TemplateProblem } from './values.ts'

/** A template of the shape everyone else relies on, with what had to be left out for it. */
export interface Shaped {
  template: ParsedTemplate
  problems: TemplateProblem[]
}

type Mapping = Record<string, unknown>

/**
 * The one place where a document of unknown shape becomes a template: sections, resources and parameters are mappings afterwards, an
 * empty section is none, and whatever is neither is named with its place and left out. `Resources` must be a mapping already.
 */
export function shapeTemplate(value: Mapping): Shaped {
  const problems: TemplateProblem[] = []
  const { Resources, Parameters, Outputs, Description, ...rest } = value
  const section = (name: string, given: unknown): Mapping | undefined => {
    if (given === undefined || given === null) return undefined
    if (isMapping(given)) return given
    problems.push(wrongShape(`/${name}`, given, 'a mapping'))
    return undefined
  }
  const parameters = section('Parameters', Parameters)
  const outputs = section('Outputs', Outputs)
  for (const name of ['Conditions', 'Mappings', 'Rules'] as const) section(name, rest[name])
  if (Description !== undefined && Description !== null && typeof Description !== 'string')
    problems.push(wrongShape('/Description', Description, 'a text'))
  return {
    template: {
      ...rest,
      ...(typeof Description === 'string' ? { Description } : {}),
      ...(parameters ? { Parameters: entries(parameters, '/Parameters', problems, parameterOf) } : {}),
      Resources: entries(section('Resources', Resources) ?? {}, '/Resources', problems, resourceOf),
      ...(outputs ? { Outputs: entries(outputs, '/Outputs', problems, outputOf) } : {}),
    },
    problems,
  }
}

type Reader<T> = (value: unknown, at: { name: string; pointer: string; problems: TemplateProblem[] }) => T | undefined

function entries<T>(section: Mapping, pointer: string, problems: TemplateProblem[], read: Reader<T>): Record<string, T> {
  return Object.fromEntries(
    Object.entries(section).flatMap(([name, value]) => {
      const item = read(value, { name, pointer: `${pointer}/${escapePointer(name)}`, problems })
      return item === undefined ? [] : [[name, item]]
    }),
  )
}

const parameterOf: Reader<{ Type: string; Default?: unknown }> = (value, { pointer, problems }) => {
  if (!isMapping(value)) {
    problems.push(wrongShape(pointer, value, 'a mapping with `Type`'))
    return { Type: 'String' }
  }
  const { Type } = value
  if (typeof Type === 'string') return { ...value, Type }
  problems.push({ id: 'section-shape', pointer, message: 'This parameter has no `Type`.', remedy: 'Add `Type:`, such as String.' })
  return { ...value, Type: 'String' }
}

const outputOf: Reader<{ Value: unknown; Export?: { Name: unknown } }> = (value, { name, pointer, problems }) => {
  if (name.startsWith('Fn::')) return undefined
  if (!isMapping(value)) {
    problems.push(wrongShape(pointer, value, 'a mapping with `Value`'))
    return undefined
  }
  const { Export, ...output } = value
  if (Export === undefined || Export === null) return { ...output, Value: value['Value'] }
  if (isMapping(Export)) return { ...output, Value: value['Value'], Export: { ...Export, Name: Export['Name'] } }
  problems.push(wrongShape(`${pointer}/Export`, Export, 'a mapping with `Name`'))
  return { ...output, Value: value['Value'] }
}

const resourceOf: Reader<TemplateResource> = (value, { name, pointer, problems }) => {
  // A macro or a loop, which a transform replaces: nothing of it is a resource yet, and it still counts when templates are compared.
  if (name.startsWith('Fn::')) return { Type: name, Properties: { [name]: value } }
  if (!isMapping(value)) {
    problems.push(wrongShape(pointer, value, 'a mapping with `Type`'))
    return { Type: NO_TYPE }
  }
  const { Type, Properties, DependsOn, DeletionPolicy, UpdateReplacePolicy, ...rest } = value
  if (typeof Type !== 'string')
    problems.push({ id: 'section-shape', pointer, message: `${name} has no \`Type\`.`, remedy: 'Add `Type:`, such as AWS::S3::Bucket.' })
  const text = (key: string, given: unknown) => {
    if (typeof given === 'string' || isFunction(given)) return { [key]: given }
    if (given !== undefined && given !== null) problems.push(wrongShape(`${pointer}/${key}`, given, 'a text'))
    return {}
  }
  return {
    ...rest,
    Type: typeof Type === 'string' ? Type : NO_TYPE,
    ...propertiesOf(Properties, `${pointer}/Properties`, problems),
    ...dependsOn(DependsOn, `${pointer}/DependsOn`, problems),
    ...text('DeletionPolicy', DeletionPolicy),
    ...text('UpdateReplacePolicy', UpdateReplacePolicy),
  }
}

/** No type has this name; the lack of one has been said. */
const NO_TYPE = ''

function propertiesOf(given: unknown, pointer: string, problems: TemplateProblem[]): Pick<TemplateResource, 'Properties'> {
  // `Properties:` with nothing below it is as good as none.
  if (given === undefined || given === null) return {}
  if (isMapping(given)) return { Properties: given }
  problems.push(wrongShape(pointer, given, 'a mapping'))
  return {}
}

function dependsOn(given: unknown, pointer: string, problems: TemplateProblem[]): Pick<TemplateResource, 'DependsOn'> {
  if (given === undefined || given === null) return {}
  if (typeof given === 'string') return { DependsOn: given }
  if (Array.isArray(given)) {
    const names: unknown[] = given
    const texts = names.filter((name) => typeof name === 'string')
    if (texts.length === names.length) return { DependsOn: texts }
  }
  problems.push(wrongShape(pointer, given, 'a logical id or a list of them'))
  return {}
}

function wrongShape(pointer: string, value: unknown, expected: string): TemplateProblem {
  return { id: 'section-shape', pointer, message: `This is ${describe(value)}, and must be ${expected}.`, remedy: `Write ${expected}.` }
}
