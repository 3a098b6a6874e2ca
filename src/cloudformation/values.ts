/** One thing CloudFormation would refuse. */
export interface TemplateProblem {
  /** Kind of the problem, `property-unknown`; listed in docs/check.md. */
  id: ProblemId
  /** JSON pointer into the template, `/Resources/LogBucket/Properties/…`. */
  pointer: string
  message: string
  remedy: string
}

/** Everything that is found wrong with a template itself: the id names the kind and stays, the sentence says what is demanded. */
export const TEMPLATE_PROBLEMS = {
  'attribute-unknown': 'Fn::GetAtt asks a resource for an attribute that its type has.',
  'circular-reference': 'No resource waits for itself, over whatever others.',
  'condition-unknown': 'A condition that is named is declared.',
  'function-argument': 'A function is given what it takes, and stands alone.',
  'function-misplaced': 'A function stands where CloudFormation works it out.',
  'function-unknown': 'A function is one that CloudFormation has.',
  limit: 'A template is within what CloudFormation takes.',
  'mapping-key-unknown': 'Fn::FindInMap asks a mapping for keys that it has.',
  'mapping-unknown': 'A mapping that is named is declared.',
  'name-duplicate': 'A name is given once.',
  'name-pattern': 'Logical ids and other names are letters and digits.',
  'parameter-constraint': 'A parameter’s default is what its own constraints allow.',
  'policy-unreadable': 'A policy document is one that IAM reads.',
  'property-missing': 'A resource has the properties that its type requires.',
  'property-unknown': 'A resource has properties that its type has.',
  'reference-unknown': 'What is referred to is declared.',
  'section-shape': 'A section holds what belongs into it.',
  'section-unknown': 'Sections, and attributes of resources, parameters and outputs, are those that CloudFormation has.',
  syntax: 'A template is YAML or JSON, and has resources.',
  'transform-missing': 'What a transform makes possible stands in a template that names it.',
  'type-unknown': 'A resource type is spelt as AWS spells it.',
  'properties-together': 'Properties that need or exclude each other are given so.',
  'value-duplicate': 'A list that holds each item once holds none twice.',
  'value-enumeration': 'A value is one of those allowed.',
  'value-length': 'A text or a list is as long as its property takes it.',
  'value-pattern': 'A text is made as its property takes it.',
  'value-range': 'A number is within the range its property takes.',
  'value-type': 'A value is of the type its property has.',
} as const satisfies Readonly<Record<string, string>>
export type ProblemId = keyof typeof TEMPLATE_PROBLEMS

export function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const FUNCTION = /^(?:Ref|Condition|Fn::\w+|Fn::ForEach::\w+|(?:Fn::)?Rain::\w+)$/

/** Whether a value is an intrinsic function: what it becomes, only a deployment decides. */
export function isFunction(value: unknown): boolean {
  if (!isMapping(value)) return false
  const keys = Object.keys(value)
  return keys.length === 1 && FUNCTION.test(keys[0] ?? '')
}

/** Whether a mapping holds a macro call or a loop, which puts members into it that nobody can see before the deployment. */
export function isRewritten(value: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(value).some((key) => key === 'Fn::Transform' || key.startsWith('Fn::ForEach::'))
}

/** Whether a value is taken out of the template again: `!Ref AWS::NoValue`. */
export function isNoValue(value: unknown): boolean {
  return isMapping(value) && value['Ref'] === 'AWS::NoValue' && Object.keys(value).length === 1
}

/** Whether a text is filled in by CloudFormation from Parameter Store or Secrets Manager: it may become anything. */
export function isDynamicReference(text: string): boolean {
  return text.includes('{{resolve:')
}

/** What of an object stands under a key that came from outside: `constructor` and the like are no entries. */
export function own<T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined
}

/** A text, a number or a boolean as text; undefined for anything else: to make a text of an object runs what its own keys name. */
export function scalarText(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined
}

/** A value in a message. */
export function describe(value: unknown): string {
  if (value === null || value === undefined) return 'empty'
  if (Array.isArray(value)) return `a list of ${value.length}`
  if (typeof value === 'object') return 'a mapping'
  const text = String(value)
  return `"${text.length > 60 ? `${text.slice(0, 57)}...` : text}"`
}
