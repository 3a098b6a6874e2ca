import { CORE_SCHEMA, defineMappingTag, defineScalarTag, defineSequenceTag, load, mergeTag, NOT_RESOLVED, YAMLException } from 'js-yaml'
import { AuditError } from '../model/errors.ts'
import type { ParsedTemplate } from '../model/template.ts'
import { EXCESS, expandsBeyond } from '../yaml/expand.ts'
import { asYaml } from './lenient.ts'
import { type Shaped, shapeTemplate } from './shape.ts'
import { isMapping, own } from './values.ts'

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
  'Contains',
  'EachMemberEquals',
  'EachMemberIn',
  'RefAll',
  'ValueOf',
  'ValueOfAll',
  'GetStackOutput',
]

const longForm = (name: string) => (name === 'Ref' || name === 'Condition' ? name : `Fn::${name}`)

/** `!GetAtt A.Arn` is a string in short form and a list in long form; one form is enough for whoever reads it. */
const scalarValue = (name: string, text: string): unknown =>
  name === 'GetAtt' && text.includes('.') ? [text.slice(0, text.indexOf('.')), text.slice(text.indexOf('.') + 1)] : text

/** The three kinds of value that a tag may stand before, each made into a mapping of one member. */
const tagsOf = (name: string, key: string, scalar: (text: string) => unknown) => [
  defineScalarTag(`!${name}`, { resolve: (text) => ({ [key]: scalar(text) }), identify: () => false }),
  defineSequenceTag<{ list: unknown[] }, Record<string, unknown>>(`!${name}`, {
    create: () => ({ list: [] }),
    addItem: (carrier, item) => {
      carrier.list.push(item)
    },
    finalize: (carrier) => ({ [key]: carrier.list }),
    identify: () => false,
  }),
  defineMappingTag<Record<string, unknown>, Record<string, unknown>>(`!${name}`, {
    create: () => ({}),
    addPair: (carrier, member, value) => {
      // Assigned, `__proto__` would not become an entry.
      Object.defineProperty(carrier, String(member), { value, enumerable: true, configurable: true, writable: true })
      return ''
    },
    has: (carrier, member) => Object.hasOwn(carrier, String(member)),
    keys: (result) => Object.keys(result),
    get: (result, member) => own(result, String(member)),
    finalize: (carrier) => ({ [key]: carrier }),
    identify: () => false,
  }),
]

const TAGS = ['Ref', 'Condition', ...FUNCTIONS].flatMap((name) => tagsOf(name, longForm(name), (text) => scalarValue(name, text)))

/** CloudFormation reads YAML 1.1, in which `yes` and `on` are booleans too. */
const BOOLEAN = defineScalarTag('tag:yaml.org,2002:bool', {
  implicit: true,
  implicitFirstChars: [...'tTfFyYnNoO'],
  resolve: (text) => {
    if (/^(?:true|True|TRUE|yes|Yes|YES|on|On|ON)$/.test(text)) return true
    return /^(?:false|False|FALSE|no|No|NO|off|Off|OFF)$/.test(text) ? false : NOT_RESOLVED
  },
  identify: (value) => typeof value === 'boolean',
})

/** Keeps `2010-09-09` a string: the core schema has no dates. */
const SCHEMA = CORE_SCHEMA.withTags([...TAGS, BOOLEAN, mergeTag])

/** Characters a template may come to when its aliases are written out: CloudFormation takes a million bytes. */
const MOST_CHARACTERS = 4_000_000

/**
 * Parses a CloudFormation template, YAML or JSON, into its long form. What has another shape than a template's is left out.
 * @throws BAD_INPUT when the text is not YAML, multiplies itself by aliases, or has no `Resources`.
 */
export function parseTemplate(body: string, name: string): ParsedTemplate {
  return readTemplate(body, name).template
}

/** As `parseTemplate`, with what had to be left out and why. */
export function readTemplate(body: string, name: string): Shaped {
  const value = loadYaml(body, name)
  if (!isMapping(value) || !isMapping(value['Resources'])) {
    throw new AuditError('BAD_INPUT', `${name} is no CloudFormation template: it has no \`Resources\`.`, {
      remedy: 'Name a CloudFormation template, YAML or JSON.',
    })
  }
  return shapeTemplate(value)
}

function loadYaml(body: string, name: string): unknown {
  const json = plainJson(body)
  if (json !== undefined) return json
  let value: unknown
  const foreign = [...new Set([...body.matchAll(DIRECTIVE)].map(([, tag = '']) => tag))]
  const schema = foreign.length === 0 ? SCHEMA : SCHEMA.withTags(foreign.flatMap((tag) => tagsOf(tag, tag, (text) => text)))
  try {
    value = asYaml(body, (text) => load(text, { schema, maxDepth: 100, maxAliases: 500 }))
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error
    const position = { file: name, line: (error.mark?.line ?? 0) + 1, column: (error.mark?.column ?? 0) + 1 }
    const tag = /^unknown \w+ tag !<(!.*)>$/.exec(error.reason)?.[1]
    const message =
      tag === undefined
        ? `${name} is not valid YAML: ${error.reason}.`
        : `\`${tag}\` is no function of CloudFormation: ${name} is written for a tool that makes a template of it.`
    const remedy = tag === undefined ? 'Correct the line and run again.' : 'Check what that tool makes of it.'
    throw new AuditError('BAD_INPUT', message, { cause: error, problems: [{ id: 'syntax', message, position, remedy }] })
  }
  const excess = ALIAS.test(body) ? expandsBeyond(value, MOST_CHARACTERS) : undefined
  if (excess) {
    throw new AuditError('BAD_INPUT', `${name}: ${EXCESS[excess]}`, { remedy: 'Write out what the aliases (`*name`) stand for.' })
  }
  return value
}

/** What rain, AWS's tool, puts in before it hands a template over: no function, and no fault. */
const DIRECTIVE = /(?<=[\s[{:,-])!(Rain::\w+)(?![\w:])/g

/** Only a document with anchors can stand for more than it holds. */
const ALIAS = /[&]\S/

/**
 * JSON that stands for exactly what it says, read as such: it is most of what tools write, and takes a tenth of the time. With a key twice,
 * or anything else that is no JSON, the other reader says what and where.
 */
function plainJson(body: string): unknown {
  if (!/^\s*\{/.test(body)) return undefined
  try {
    const value: unknown = JSON.parse(body)
    const colons = body.replaceAll(/"(?:[^"\\]|\\.)*"/g, '').split(':').length - 1
    return membersOf(value, 0) === colons ? value : undefined
  } catch {
    return undefined
  }
}

/** How many members all mappings of a document have together; beyond a depth that no template has, another number than there are. */
function membersOf(value: unknown, depth: number): number {
  if (typeof value !== 'object' || value === null) return 0
  if (depth > 100) return Number.NaN
  const items = Array.isArray(value) ? value : Object.values(value)
  return items.reduce<number>((sum, item) => sum + membersOf(item, depth + 1), Array.isArray(value) ? 0 : items.length)
}
