import { closest } from '../model/closest.ts'
import type { ParsedTemplate } from '../model/template.ts'
import { escapePointer } from '../yaml/locate.ts'
import type { Declared } from './declared.ts'
import { type Say, validateMappings, written } from './mappings.ts'
import { validateParameters } from './parameters.ts'
import { describe, isFunction, isMapping, scalarText, type TemplateProblem } from './values.ts'

const SECTIONS: readonly string[] = [
  'AWSTemplateFormatVersion',
  'Conditions',
  'Description',
  'Fn::Transform',
  'Hooks',
  'Mappings',
  'Metadata',
  'Outputs',
  'Parameters',
  'Resources',
  'Rules',
  'Transform',
]

const ATTRIBUTES: readonly string[] = [
  'Condition',
  'CreationPolicy',
  'DeletionPolicy',
  'DependsOn',
  'Metadata',
  'Properties',
  'Type',
  'UpdatePolicy',
  'UpdateReplacePolicy',
  'Version',
]

/** Types that a snapshot can be made of. Source: CloudFormation template reference, `DeletionPolicy`. */
const WITH_SNAPSHOTS: readonly string[] = [
  'AWS::DocDB::DBCluster',
  'AWS::EC2::Volume',
  'AWS::ElastiCache::CacheCluster',
  'AWS::ElastiCache::ReplicationGroup',
  'AWS::ElastiCache::ServerlessCache',
  'AWS::MemoryDB::Cluster',
  'AWS::Neptune::DBCluster',
  'AWS::RDS::DBCluster',
  'AWS::RDS::DBInstance',
  'AWS::Redshift::Cluster',
]

/** Attributes that mean something to few types. Source: CloudFormation template reference, `CreationPolicy` and `UpdatePolicy`. */
const OF_FEW_TYPES: Readonly<Record<string, readonly string[]>> = {
  CreationPolicy: [
    'AWS::AppStream::Fleet',
    'AWS::AutoScaling::AutoScalingGroup',
    'AWS::CloudFormation::WaitCondition',
    'AWS::EC2::Instance',
  ],
  UpdatePolicy: [
    'AWS::AppStream::Fleet',
    'AWS::AutoScaling::AutoScalingGroup',
    'AWS::ElastiCache::ReplicationGroup',
    'AWS::Elasticsearch::Domain',
    'AWS::Lambda::Alias',
    'AWS::OpenSearchService::Domain',
  ],
}

/** AWS's limits on a template's sections. Source: CloudFormation quotas, 2026-11. */
const LIMITS: readonly (readonly ['Resources' | 'Parameters' | 'Outputs' | 'Mappings', number])[] = [
  ['Resources', 500],
  ['Parameters', 200],
  ['Outputs', 200],
  ['Mappings', 200],
]

/** What a template says beside the properties of its resources: sections, attributes, names, conditions, mappings, rules, outputs. */
export function validateSections(template: ParsedTemplate, declared: Declared): TemplateProblem[] {
  const out: TemplateProblem[] = []
  const say: Say = (id, pointer, message, remedy) => void out.push({ id, pointer, message, remedy })
  limits(template, say)
  // A macro may take sections of its own, and any value.
  if (declared.macros.length > 0) return out
  topLevel(template, declared, say)
  for (const [id, resource] of Object.entries(template.Resources)) if (!id.startsWith('Fn::')) attributes(id, resource, declared, say)
  out.push(...validateParameters(template))
  names(template, declared, say)
  conditions(template, say)
  validateMappings(template, say)
  rules(template, say)
  outputs(template, say)
  return out
}

function limits(template: ParsedTemplate, say: Say): void {
  for (const [section, most] of LIMITS) {
    const given = template[section]
    const count = isMapping(given) ? Object.keys(given).length : 0
    if (count > most)
      say(
        'limit',
        `/${section}`,
        `${section} holds ${count}; CloudFormation takes ${most}.`,
        'Split the template into several, or into nested stacks.',
      )
  }
}

/** Whether a template is beyond what CloudFormation takes: comparing everything with everything is then not worth its time. */
export function isTooLarge(template: ParsedTemplate): boolean {
  let found = false
  limits(template, () => {
    found = true
  })
  return found
}

function topLevel(template: ParsedTemplate, { serverless }: Declared, say: Say): void {
  const known = serverless ? [...SECTIONS, 'Globals'] : SECTIONS
  for (const name of Object.keys(template)) {
    if (known.includes(name)) continue
    const guess = name === 'Globals' ? undefined : closest(name, known)
    const hint =
      name === 'Globals' ? ' It belongs to SAM: add `Transform: AWS::Serverless-2016-10-31`.' : guess ? ` Did you mean \`${guess}\`?` : ''
    say('section-unknown', `/${escapePointer(name)}`, `A template has no section \`${name}\`.${hint}`, `Sections: ${known.join(', ')}.`)
  }
  const version = scalarText(template['AWSTemplateFormatVersion'])
  if (version !== undefined && version !== '2010-09-09')
    say(
      'section-shape',
      '/AWSTemplateFormatVersion',
      `AWSTemplateFormatVersion is ${describe(version)}; there is one version, 2010-09-09.`,
      "Write '2010-09-09', or leave it out.",
    )
  if (template.Description !== undefined && Buffer.byteLength(template.Description) > 1024)
    say(
      'limit',
      '/Description',
      `Description has ${Buffer.byteLength(template.Description)} bytes; CloudFormation takes 1024.`,
      'Shorten it, or move text to comments.',
    )
}

function attributes(id: string, resource: ParsedTemplate['Resources'][string], { serverless }: Declared, say: Say): void {
  const pointer = `/Resources/${escapePointer(id)}`
  const known = [
    ...ATTRIBUTES,
    ...(serverless ? ['Connectors', 'IgnoreGlobals'] : []),
    ...(resource.Type.endsWith('::MODULE') ? ['Overrides'] : []),
  ]
  // SAM takes what it knows of its own resources and leaves the rest out.
  for (const name of resource.Type.startsWith('AWS::Serverless::') ? [] : Object.keys(resource)) {
    if (known.includes(name) || name.startsWith('Fn::')) continue
    const guess = closest(name, known)
    say(
      'section-unknown',
      `${pointer}/${escapePointer(name)}`,
      `${id}: a resource has no attribute \`${name}\`.${guess ? ` Did you mean \`${guess}\`?` : ''}`,
      `Attributes: ${known.join(', ')}.`,
    )
  }
  for (const [name, types] of Object.entries(OF_FEW_TYPES))
    if (Object.hasOwn(resource, name) && /^AWS::(?!Serverless::)|::MODULE$/.test(resource.Type) && !types.includes(resource.Type))
      say('section-unknown', `${pointer}/${name}`, `${id}: ${resource.Type} takes no ${name}.`, `It is for ${types.join(', ')}.`)
  const policy = (name: 'DeletionPolicy' | 'UpdateReplacePolicy', allowed: readonly string[]) => {
    const given: unknown = resource[name]
    if (typeof given === 'string' && !allowed.includes(given)) {
      const guess = closest(given, allowed)
      say(
        'value-enumeration',
        `${pointer}/${name}`,
        `${name} of ${id} is ${describe(given)}.${guess ? ` Did you mean ${guess}?` : ''}`,
        `Allowed: ${allowed.join(', ')}.`,
      )
    } else if (given === 'Snapshot' && resource.Type.startsWith('AWS::') && !WITH_SNAPSHOTS.includes(resource.Type))
      say(
        'value-enumeration',
        `${pointer}/${name}`,
        `${name} of ${id} is Snapshot, and CloudFormation makes none of ${resource.Type}.`,
        'Write Retain or Delete.',
      )
  }
  policy('DeletionPolicy', ['Delete', 'Retain', 'RetainExceptOnCreate', 'Snapshot'])
  policy('UpdateReplacePolicy', ['Delete', 'Retain', 'Snapshot'])
}

function names({ Resources, Parameters = {}, Outputs = {} }: ParsedTemplate, { mappings: declaredMappings }: Declared, say: Say): void {
  const alphanumeric = (section: string, all: readonly string[], pattern = /^[a-zA-Z0-9]{1,255}$/) => {
    for (const name of all)
      if (!name.startsWith('Fn::') && !pattern.test(name))
        say(
          'name-pattern',
          `/${section}/${escapePointer(name)}`,
          `${section} has \`${name}\`; a name takes letters and digits, at most 255.`,
          'Name it with letters and digits alone.',
        )
  }
  alphanumeric('Resources', Object.keys(Resources))
  alphanumeric('Parameters', Object.keys(Parameters))
  alphanumeric('Outputs', Object.keys(Outputs))
  alphanumeric('Mappings', Object.keys(declaredMappings))
  for (const name of Object.keys(Parameters))
    if (Object.hasOwn(Resources, name))
      say(
        'name-duplicate',
        `/Resources/${escapePointer(name)}`,
        `\`${name}\` is a parameter and a resource: a reference to it would mean both.`,
        'Rename one of them.',
      )
}

const DECIDES = /^(?:Condition|Fn::(?:And|Or|Not|Equals|Contains|EachMemberEquals|EachMemberIn|Transform))$/

function conditions({ Conditions }: ParsedTemplate, say: Say): void {
  if (!isMapping(Conditions)) return
  for (const [name, value] of Object.entries(Conditions)) {
    if (name.startsWith('Fn::')) continue
    const keys = isMapping(value) ? Object.keys(value) : []
    if (keys.length === 1 && DECIDES.test(keys[0] ?? '')) continue
    const found = keys.length === 1 ? keys[0] : describe(value)
    say(
      'function-argument',
      `/Conditions/${escapePointer(name)}`,
      `Condition ${name} is ${found}, which decides nothing.`,
      'Write Fn::Equals, Fn::And, Fn::Or, Fn::Not, or Condition with a name.',
    )
  }
}

function rules({ Rules }: ParsedTemplate, say: Say): void {
  for (const [name, rule] of written(Rules)) {
    const pointer = `/Rules/${escapePointer(name)}`
    const assertions: unknown = isMapping(rule) ? rule['Assertions'] : undefined
    if (!Array.isArray(assertions))
      say('section-shape', pointer, `Rule ${name} has no list of \`Assertions\`.`, 'Write Assertions: a list, each with Assert.')
    const without = Array.isArray(assertions) ? assertions.findIndex((one) => !isMapping(one) || !('Assert' in one)) : -1
    if (without >= 0)
      say(
        'section-shape',
        `${pointer}/Assertions/${without}`,
        `Assertion ${without + 1} of rule ${name} has no \`Assert\`.`,
        'Write Assert: with a rule function.',
      )
    for (const key of isMapping(rule) ? Object.keys(rule) : [])
      if (key !== 'Assertions' && key !== 'RuleCondition')
        say('section-unknown', `${pointer}/${escapePointer(key)}`, `A rule has no \`${key}\`.`, 'A rule has RuleCondition and Assertions.')
  }
}

function outputs({ Outputs = {} }: ParsedTemplate, say: Say): void {
  const known = ['Condition', 'Description', 'Export', 'Value']
  for (const [name, output] of Object.entries(Outputs)) {
    const pointer = `/Outputs/${escapePointer(name)}`
    for (const key of Object.keys(output)) {
      if (known.includes(key) || key.startsWith('Fn::')) continue
      const guess = closest(key, known)
      say(
        'section-unknown',
        `${pointer}/${escapePointer(key)}`,
        `Output ${name}: an output has no \`${key}\`.${guess ? ` Did you mean \`${guess}\`?` : ''}`,
        `It has: ${known.join(', ')}.`,
      )
    }
    const { Value } = output
    if (Value === undefined || Value === null) say('property-missing', pointer, `Output ${name} has no \`Value\`.`, 'Add `Value:`.')
    else if (scalarText(Value) === undefined && !isFunction(Value))
      say(
        'value-type',
        `${pointer}/Value`,
        `The value of output ${name} is ${describe(Value)}, and must be a text.`,
        'Join a list with Fn::Join, or give each its own output.',
      )
  }
}
