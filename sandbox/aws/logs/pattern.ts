/**
 * Filter patterns of CloudWatch Logs, as far as metric filters use them: JSON selectors with comparisons, `EXISTS`, `IS`, `&&`, `||`
 * and brackets, and plain terms. Source: CloudWatch Logs User Guide, "Filter pattern syntax".
 */
export type Matches = (message: string) => boolean

/** @throws Error when the pattern is not one */
export function compilePattern(pattern: string): Matches {
  const text = pattern.trim()
  if (text === '') return () => true
  if (text.startsWith('{')) return jsonPattern(text)
  if (text.startsWith('[')) throw new Error('patterns of space-delimited fields are not modelled')
  return termPattern(text)
}

function termPattern(text: string): Matches {
  const terms = [...text.matchAll(/([-?]?)(?:"([^"]*)"|(\S+))/g)].map(([, sign, quoted, bare]) => ({ sign, term: quoted ?? bare ?? '' }))
  const any = terms.filter(({ sign }) => sign === '?')
  return (message) =>
    terms.every(({ sign, term }) => sign === '?' || message.includes(term) !== (sign === '-')) &&
    (any.length === 0 || any.some(({ term }) => message.includes(term)))
}

type Test = (event: unknown) => boolean

function jsonPattern(text: string): Matches {
  if (!text.endsWith('}')) throw new Error('a JSON pattern ends in }')
  const tokens = tokensOf(text.slice(1, -1))
  const test = either(tokens)
  if (tokens.length > 0) throw new Error(`unexpected ${tokens[0]}`)
  return (message) => {
    try {
      return test(JSON.parse(message))
    } catch {
      return false
    }
  }
}

function tokensOf(text: string): string[] {
  const found = text.match(
    /"(?:[^"\\]|\\.)*"|%[^%]*%|\(|\)|&&|\|\||!=|<=|>=|=|<|>|\$(?:\.[\w-]+|\["[^"]*"\]|\[\d+\]|\.\*)+|[^\s()=<>!&|]+/g,
  )
  return found ?? []
}

function either(tokens: string[]): Test {
  let left = both(tokens)
  while (tokens[0] === '||') {
    tokens.shift()
    const [a, b] = [left, both(tokens)]
    left = (event) => a(event) || b(event)
  }
  return left
}

function both(tokens: string[]): Test {
  let left = one(tokens)
  while (tokens[0] === '&&') {
    tokens.shift()
    const [a, b] = [left, one(tokens)]
    left = (event) => a(event) && b(event)
  }
  return left
}

function one(tokens: string[]): Test {
  const next = tokens.shift()
  if (next === '(') {
    const inner = either(tokens)
    if (tokens.shift() !== ')') throw new Error('a bracket is not closed')
    return inner
  }
  if (next === undefined || !next.startsWith('$')) throw new Error(`a selector is missing before ${next ?? 'the end'}`)
  return comparison(next, tokens)
}

function comparison(selector: string, tokens: string[]): Test {
  const operator = (tokens.shift() ?? '').toUpperCase()
  if (operator === 'EXISTS') return (event) => at(event, selector) !== undefined
  if (operator === 'NOT' && tokens[0]?.toUpperCase() === 'EXISTS') {
    tokens.shift()
    return (event) => at(event, selector) === undefined
  }
  const value = tokens.shift()
  if (value === undefined) throw new Error(`a value is missing after ${selector} ${operator}`)
  if (operator === 'IS') {
    const wanted = { TRUE: true, FALSE: false, NULL: null }[value.toUpperCase()]
    return (event) => at(event, selector) === wanted
  }
  if (operator === '=' || operator === '!=') {
    const equals = equality(value)
    // A field that is not there differs from nothing.
    return (event) => {
      const actual = at(event, selector)
      return actual !== undefined && actual !== null && equals(actual) === (operator === '=')
    }
  }
  const compare = {
    '<': (a: number, b: number) => a < b,
    '>': (a: number, b: number) => a > b,
    '<=': (a: number, b: number) => a <= b,
    '>=': (a: number, b: number) => a >= b,
  }[operator]
  if (!compare) throw new Error(`${operator} is no operator`)
  return (event) => {
    const actual = at(event, selector)
    return typeof actual === 'number' && compare(actual, Number(value))
  }
}

function equality(value: string): (actual: unknown) => boolean {
  if (value.startsWith('%')) {
    const regex = new RegExp(value.slice(1, -1))
    return (actual) => regex.test(String(actual))
  }
  const text = value.startsWith('"') ? value.slice(1, -1).replaceAll(/\\(.)/g, '$1') : value
  if (!text.includes('*')) return (actual) => String(actual) === text
  const regex = new RegExp(`^${text.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[\\s\\S]*')}$`)
  return (actual) => regex.test(String(actual))
}

/** What stands at `$.a.b[0]`; undefined where there is nothing. */
function at(event: unknown, selector: string): unknown {
  const steps = [...selector.matchAll(/\.([\w-]+)|\["([^"]*)"\]|\[(\d+)\]/g)].map(
    ([, dotted, quoted, index]) => dotted ?? quoted ?? Number(index),
  )
  return steps.reduce<unknown>(
    (value, step) => (typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[step] : undefined),
    event,
  )
}
