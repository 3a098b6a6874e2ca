import { CORE_SCHEMA, defineMappingTag, defineScalarTag, defineSequenceTag, load, YAMLException } from 'js-yaml'
import { AuditError } from '../model/errors.ts'
import type { ParsedTemplate } from '../model/template.ts'

const FUNCTIONS = [
  'Base64',
  'Cidr',
  'FindInMap',
  'GetAtt',
  'GetAZs',
  'If',
  'ImportValue',
  'Join',
  'Not',
  'And',
  'Or',
  'Equals',
  'Select',
  'Split',
  'Sub',
  'Transform',
  'Length',
  'ToJsonString',
  'ForEach',
]

const longForm = (name: string) => (name === 'Ref' || name === 'Condition' ? name : `Fn::${name}`)

/** `!GetAtt A.Arn` is a string in short form and a list in long form; one form is enough for whoever reads it. */
const scalarValue = (name: string, text: string): unknown =>
  name === 'GetAtt' ? [text.slice(0, text.indexOf('.')), text.slice(text.indexOf('.') + 1)] : text

const TAGS = ['Ref', 'Condition', ...FUNCTIONS].flatMap((name) => [
  defineScalarTag(`!${name}`, { resolve: (text) => ({ [longForm(name)]: scalarValue(name, text) }), identify: () => false }),
  defineSequenceTag<{ list: unknown[] }, Record<string, unknown>>(`!${name}`, {
    create: () => ({ list: [] }),
    addItem: (carrier, item) => {
      carrier.list.push(item)
    },
    finalize: (carrier) => ({ [longForm(name)]: carrier.list }),
    identify: () => false,
  }),
  defineMappingTag<Record<string, unknown>, Record<string, unknown>>(`!${name}`, {
    create: () => ({}),
    addPair: (carrier, key, value) => {
      carrier[String(key)] = value
      return ''
    },
    has: (carrier, key) => String(key) in carrier,
    keys: (result) => Object.keys(result),
    get: (result, key) => result[String(key)],
    finalize: (carrier) => ({ [longForm(name)]: carrier }),
    identify: () => false,
  }),
])

/** Keeps `2010-09-09` a string: the core schema has no dates. */
const SCHEMA = CORE_SCHEMA.withTags(TAGS)

/**
 * Parses a CloudFormation template, YAML or JSON, into its long form.
 * @throws BAD_INPUT when the text is not YAML or has no `Resources`.
 */
export function parseTemplate(body: string, name: string): ParsedTemplate {
  let value: unknown
  try {
    value = load(body, { schema: SCHEMA, maxDepth: 60, maxAliases: 500 })
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error
    const position = { file: name, line: (error.mark?.line ?? 0) + 1, column: (error.mark?.column ?? 0) + 1 }
    const message = `${name} is not valid YAML: ${error.reason}.`
    throw new AuditError('BAD_INPUT', message, {
      cause: error,
      problems: [{ message, position, remedy: 'Correct the line and run again.' }],
    })
  }
  const resources = (value as { Resources?: unknown } | null)?.Resources
  if (typeof resources !== 'object' || resources === null) {
    throw new AuditError('BAD_INPUT', `${name} is no CloudFormation template: it has no \`Resources\`.`, {
      remedy: 'Name a CloudFormation template, YAML or JSON.',
    })
  }
  return value as ParsedTemplate
}
