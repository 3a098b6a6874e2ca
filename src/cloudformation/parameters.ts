import { closest } from '../model/closest.ts'
import type { ParsedTemplate } from '../model/template.ts'
import { escapePointer } from '../yaml/locate.ts'
import { matchesWhole } from './pattern.ts'
import { describe, isFunction, type ProblemId, scalarText, type TemplateProblem } from './values.ts'

const MEMBERS: readonly string[] = [
  'AllowedPattern',
  'AllowedValues',
  'ConstraintDescription',
  'Default',
  'Description',
  'MaxLength',
  'MaxValue',
  'MinLength',
  'MinValue',
  'NoEcho',
  'Type',
]

/** Types of AWS that a parameter may have. Source: CloudFormation User Guide, "Specify existing resources at runtime with parameter types". */
const OF_AWS: readonly string[] = [
  'AWS::EC2::AvailabilityZone::Name',
  'AWS::EC2::Image::Id',
  'AWS::EC2::Instance::Id',
  'AWS::EC2::KeyPair::KeyName',
  'AWS::EC2::SecurityGroup::GroupName',
  'AWS::EC2::SecurityGroup::Id',
  'AWS::EC2::Subnet::Id',
  'AWS::EC2::VPC::Id',
  'AWS::EC2::Volume::Id',
  'AWS::Route53::HostedZone::Id',
]

const TYPES: readonly string[] = [
  'String',
  'Number',
  'List<Number>',
  'List<String>',
  'CommaDelimitedList',
  'AWS::SSM::Parameter::Name',
  ...OF_AWS,
  ...OF_AWS.map((type) => `List<${type}>`),
]

function isType(type: string): boolean {
  if (TYPES.includes(type)) return true
  const stored = /^AWS::SSM::Parameter::Value<(.+)>$/.exec(type)?.[1]
  return stored !== undefined && TYPES.includes(stored)
}

/** Parameters: types, and defaults held against the parameter's own constraints. */
export function validateParameters({ Parameters = {} }: ParsedTemplate): TemplateProblem[] {
  return Object.entries(Parameters).flatMap(([name, parameter]) =>
    name.startsWith('Fn::') ? [] : validateParameter(name, parameter as Constrained),
  )
}

function validateParameter(name: string, parameter: Constrained): TemplateProblem[] {
  const out: TemplateProblem[] = []
  const pointer = `/Parameters/${escapePointer(name)}`
  const say: Say = (id, key, message, remedy) => void out.push({ id, pointer: `${pointer}/${escapePointer(key)}`, message, remedy })
  for (const [key, value] of Object.entries(parameter)) member(name, key, value, say)
  const { Type, Default } = parameter
  if (!isType(Type)) {
    const guess = closest(Type, TYPES)
    say(
      'value-enumeration',
      'Type',
      `Parameter ${name} has type ${describe(Type)}, which CloudFormation does not have.${guess ? ` Did you mean ${guess}?` : ''}`,
      'Write String, Number, CommaDelimitedList, List<Number>, a type of AWS, or AWS::SSM::Parameter::Value<…>.',
    )
  }
  const text = scalarText(Default)
  if (Default !== undefined && text === undefined && !isFunction(Default))
    say(
      'parameter-constraint',
      'Default',
      `The default of parameter ${name} is ${describe(Default)}, and must be a text or a number.`,
      'Write one value; items of a list are apart by commas.',
    )
  for (const { key, why } of text === undefined ? [] : breaches(text, parameter))
    say(
      'parameter-constraint',
      'Default',
      `The default ${describe(text)} of parameter ${name} is not what its ${key} allows: ${why}.`,
      'Change the default or the constraint.',
    )
  for (const [least, most] of BOUNDS)
    if (numberOf(parameter[least]) > numberOf(parameter[most]))
      say('parameter-constraint', least, `${least} of parameter ${name} is above its ${most}: no value is allowed.`, 'Exchange them.')
  return out
}

type Say = (id: ProblemId, key: string, message: string, remedy: string) => void

const BOUNDS = [
  ['MinLength', 'MaxLength'],
  ['MinValue', 'MaxValue'],
] as const

/** One key of a parameter. */
function member(name: string, key: string, value: unknown, say: Say): void {
  if (!MEMBERS.includes(key)) {
    const guess = closest(key, MEMBERS)
    say(
      'section-unknown',
      key,
      `Parameter ${name}: a parameter has no \`${key}\`.${guess ? ` Did you mean \`${guess}\`?` : ''}`,
      `It has: ${MEMBERS.join(', ')}.`,
    )
  } else if (isFunction(value))
    say(
      'function-misplaced',
      key,
      `${key} of parameter ${name} is a function; parameters are given before any is worked out.`,
      'Write the value out.',
    )
  else if (key === 'AllowedValues' ? !Array.isArray(value) : key !== 'Default' && scalarText(value) === undefined)
    say(
      'parameter-constraint',
      key,
      `${key} of parameter ${name} is ${describe(value)}, and must be ${key === 'AllowedValues' ? 'a list' : 'a text'}.`,
      'Correct it, or leave it out.',
    )
}

const numberOf = (value: unknown) => Number(scalarText(value) ?? Number.NaN)

type Constrained = Readonly<Record<string, unknown>> & { Type: string }

function breaches(text: string, parameter: Constrained): { key: string; why: string }[] {
  const { Type, AllowedPattern } = parameter
  // What Parameter Store holds is held against constraints, not the name of it.
  if (Type.startsWith('AWS::SSM::Parameter::Value')) return []
  const isList = Type === 'CommaDelimitedList' || Type.startsWith('List<')
  const items = isList ? text.split(',').map((item) => item.trim()) : [text]
  const mismatch = typeof AllowedPattern === 'string' && items.some((item) => matchesWhole(AllowedPattern, item) === false)
  return [
    ...allowedValues(text, items, parameter),
    ...numbers(items, parameter),
    ...lengths(text, parameter),
    ...(mismatch ? [{ key: 'AllowedPattern', why: `it must match ${AllowedPattern}` }] : []),
  ]
}

function allowedValues(text: string, items: readonly string[], { Type, AllowedValues }: Constrained) {
  if (!Array.isArray(AllowedValues)) return []
  const allowed = AllowedValues.map((value) => scalarText(value))
  const isAllowed = (item: string) =>
    allowed.includes(item) || (Type === 'Number' && allowed.some((value) => Number(value) === Number(item)))
  if (allowed.includes(text) || items.every(isAllowed)) return []
  return [{ key: 'AllowedValues', why: `allowed are ${allowed.slice(0, 12).join(', ')}` }]
}

function numbers(items: readonly string[], { Type, MinValue, MaxValue }: Constrained) {
  if (Type !== 'Number' && Type !== 'List<Number>') return []
  const values = items.map((item) => (item === '' ? Number.NaN : Number(item)))
  return [
    ...(values.some(Number.isNaN) ? [{ key: 'Type', why: 'it is no number' }] : []),
    ...(values.some((value) => value < numberOf(MinValue)) ? [{ key: 'MinValue', why: `at least ${scalarText(MinValue)}` }] : []),
    ...(values.some((value) => value > numberOf(MaxValue)) ? [{ key: 'MaxValue', why: `at most ${scalarText(MaxValue)}` }] : []),
  ]
}

function lengths(text: string, { Type, MinLength, MaxLength }: Constrained) {
  if (Type !== 'String') return []
  return [
    ...(text.length < numberOf(MinLength) ? [{ key: 'MinLength', why: `at least ${scalarText(MinLength)} characters` }] : []),
    ...(text.length > numberOf(MaxLength) ? [{ key: 'MaxLength', why: `at most ${scalarText(MaxLength)} characters` }] : []),
  ]
}
