/** One thing CloudFormation would refuse. */
export interface TemplateProblem {
  /** JSON pointer into the template, `/Resources/LogBucket/Properties/…`. */
  pointer: string
  message: string
  remedy: string
}

export function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const FUNCTION = /^(?:Ref|Condition|Fn::\w+)$/

/** Whether a value is an intrinsic function: what it becomes, only a deployment decides. */
export function isFunction(value: unknown): boolean {
  if (!isMapping(value)) return false
  const keys = Object.keys(value)
  return keys.length === 1 && FUNCTION.test(keys[0] ?? '')
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
