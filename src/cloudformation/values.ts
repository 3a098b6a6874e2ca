/** One thing CloudFormation would refuse. */
export interface TemplateProblem {
  /** Kind of the problem, `property-unknown`; listed in docs/check.md. */
  id: ProblemId
  /** JSON pointer into the template, `/Resources/LogBucket/Properties/…`. */
  pointer: string
  message: string
  remedy: string
}

/** Everything that is found wrong with a template itself; an id names the kind and stays. */
export const PROBLEM_IDS = [
  'attribute-unknown',
  'circular-reference',
  'condition-unknown',
  'function-argument',
  'function-misplaced',
  'function-unknown',
  'limit',
  'mapping-key-unknown',
  'mapping-unknown',
  'name-duplicate',
  'name-pattern',
  'parameter-constraint',
  'policy-unreadable',
  'property-missing',
  'property-unknown',
  'reference-unknown',
  'section-shape',
  'section-unknown',
  'syntax',
  'transform-missing',
  'type-unknown',
  'value-enumeration',
  'value-pattern',
  'value-range',
  'value-type',
] as const
export type ProblemId = (typeof PROBLEM_IDS)[number]

export function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const FUNCTION = /^(?:Ref|Condition|Fn::\w+|Fn::ForEach::\w+)$/

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
