/** EventBridge's event patterns. Source: EventBridge User Guide, "Comparison operators for use in event patterns". */

/** @throws Error for a comparison the sandbox does not model */
export function matchesEvent(pattern: unknown, event: unknown): boolean {
  if (Array.isArray(pattern)) {
    const values: unknown[] = Array.isArray(event) ? event : [event]
    return values.some((value) => pattern.some((candidate) => matchesOne(candidate, value)))
  }
  if (typeof pattern !== 'object' || pattern === null) throw new Error('values of a pattern stand in lists')
  return Object.entries(pattern).every(([key, value]) => {
    if (key === '$or') return (value as unknown[]).some((alternative) => matchesEvent(alternative, event))
    return matchesEvent(value, typeof event === 'object' && event !== null ? (event as Record<string, unknown>)[key] : undefined)
  })
}

function matchesOne(candidate: unknown, value: unknown): boolean {
  if (typeof candidate !== 'object' || candidate === null) return candidate === value
  return Object.entries(candidate).every(([operator, operand]) => {
    const test = OPERATORS[operator]
    if (!test) throw new Error(`the comparison ${operator} is not modelled`)
    return test(operand, value)
  })
}

const text = (value: unknown, test: (value: string) => boolean) => typeof value === 'string' && test(value)

const OPERATORS: Readonly<Record<string, (operand: unknown, value: unknown) => boolean>> = {
  prefix: (operand, value) =>
    typeof operand === 'object' && operand !== null
      ? text(value, (actual) =>
          actual.toLowerCase().startsWith(String((operand as Record<string, unknown>)['equals-ignore-case']).toLowerCase()),
        )
      : text(value, (actual) => actual.startsWith(String(operand))),
  suffix: (operand, value) => text(value, (actual) => actual.endsWith(String(operand))),
  'equals-ignore-case': (operand, value) => text(value, (actual) => actual.toLowerCase() === String(operand).toLowerCase()),
  wildcard: (operand, value) => text(value, (actual) => wildcard(String(operand)).test(actual)),
  exists: (operand, value) => (value !== undefined) === operand,
  'anything-but': (operand, value) => value !== undefined && ![operand].flat().some((one) => matchesOne(one, value)),
  numeric: (operand, value) => typeof value === 'number' && inRange(operand as (string | number)[], value),
}

function wildcard(pattern: string): RegExp {
  return new RegExp(`^${pattern.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[\\s\\S]*')}$`)
}

function inRange(range: (string | number)[], value: number): boolean {
  const compare: Readonly<Record<string, (a: number, b: number) => boolean>> = {
    '<': (a, b) => a < b,
    '<=': (a, b) => a <= b,
    '>': (a, b) => a > b,
    '>=': (a, b) => a >= b,
    '=': (a, b) => a === b,
  }
  for (let index = 0; index < range.length; index += 2) if (!compare[String(range[index])]?.(value, Number(range[index + 1]))) return false
  return true
}
