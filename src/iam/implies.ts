import { type Operator, parseOperator } from './conditions.ts'
import { covers, coversArn } from './patterns.ts'
import type { Condition } from './policy.ts'

/** Whether a request that meets all of `strict` is certain to meet all of `loose`. `false` means: not certain. */
export function conditionsImply(strict: readonly Condition[], loose: readonly Condition[]): boolean {
  return loose.every((wanted) => strict.some((given) => conditionImplies(given, wanted)))
}

function conditionImplies(strict: Condition, loose: Condition): boolean {
  if (strict.key.toLowerCase() !== loose.key.toLowerCase()) return false
  const [a, b] = [parseOperator(strict.operator), parseOperator(loose.operator)]
  if (a.quantifier !== b.quantifier || (a.ifExists && !b.ifExists)) return false
  const [test, wider] = [a.negates ?? a.base, b.negates ?? b.base]
  const compares = comparison(test, wider)
  const negated = a.negates !== undefined
  if (!compares || negated !== (b.negates !== undefined) || (negated && test !== wider)) return false
  // One of these values must match, so fewer values are stricter; with a negation none may, so more are.
  return !negated
    ? strict.values.every((value) => loose.values.some((pattern) => compares(pattern, value)))
    : loose.values.every((value) => strict.values.some((pattern) => compares(pattern, value)))
}

type Compares = (wide: string, narrow: string) => boolean
type Test = Operator['base']

const NUMBERS: Readonly<Record<string, Compares>> = {
  NumericLessThan: (wide, narrow) => Number(narrow) <= Number(wide),
  NumericLessThanEquals: (wide, narrow) => Number(narrow) <= Number(wide),
  NumericGreaterThan: (wide, narrow) => Number(narrow) >= Number(wide),
  NumericGreaterThanEquals: (wide, narrow) => Number(narrow) >= Number(wide),
  DateLessThan: (wide, narrow) => Date.parse(narrow) <= Date.parse(wide),
  DateLessThanEquals: (wide, narrow) => Date.parse(narrow) <= Date.parse(wide),
  DateGreaterThan: (wide, narrow) => Date.parse(narrow) >= Date.parse(wide),
  DateGreaterThanEquals: (wide, narrow) => Date.parse(narrow) >= Date.parse(wide),
}

const same: Compares = (wide, narrow) => wide === narrow
const isPattern = (value: string) => /[*?$]/.test(value)

/** How values of two tests compare, the wider one first; undefined when the tests are about different things. */
function comparison(strict: Test, loose: Test): Compares | undefined {
  const arns = ['ArnEquals', 'ArnLike']
  if (arns.includes(strict) && arns.includes(loose)) return coversArn
  if (strict === 'StringLike' && loose === 'StringLike') return covers
  // A star in a text that is compared as it stands is a star, and only a wildcard or itself covers it.
  if (strict === 'StringEquals' && loose === 'StringLike')
    return (wide, narrow) => (isPattern(narrow) ? wide === '*' : covers(wide, narrow))
  if (strict === 'StringEquals' && loose === 'StringEqualsIgnoreCase') return (wide, narrow) => wide.toLowerCase() === narrow.toLowerCase()
  if (strict !== loose) return undefined
  if (strict === 'StringEqualsIgnoreCase') return (wide, narrow) => wide.toLowerCase() === narrow.toLowerCase()
  return NUMBERS[strict] ?? same
}
