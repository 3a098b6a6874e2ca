import { parseEvents, YAMLException } from 'js-yaml'
import { AuditError, type Position, type Problem } from '../model/errors.ts'
import type { ReviewedPlan } from '../plan/reviewed.ts'
import { lineColumn, lineStarts, locate, nearest } from '../yaml/locate.ts'
import { type SchemaError, validate } from './reviewed-plan.generated.js'

const REMEDY = 'Name the results.json that `plan` wrote (`results-path`), kept as an artifact and not changed since.'

/** More would bury the first one. */
const MOST_PROBLEMS = 10

/** The plans of an earlier `plan`, out of its `results.json`. @throws BAD_INPUT with every place that is not of a plan's shape */
export function parseReviewedPlan(text: string, file: string): ReviewedPlan {
  const value = parseJson(text, file)
  if (isReviewedPlan(value)) return value
  const at = positions(text, file)
  const problems = (validate.errors ?? [])
    // Of a branch that was chosen, its own errors say what is wrong.
    .filter(({ keyword }) => keyword !== 'if')
    .slice(0, MOST_PROBLEMS)
    .map(
      (error): Problem => ({
        message: `${file} is no plan: ${wrongText(error, value)}.`,
        position: at(error.instancePath),
        remedy: REMEDY,
      }),
    )
  throw new AuditError('BAD_INPUT', problems[0]?.message ?? `${file} is no plan.`, { remedy: REMEDY, problems })
}

function isReviewedPlan(value: unknown): value is ReviewedPlan {
  return validate(value)
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    const offset = Number(/position (\d+)/.exec(why)?.[1] ?? text.length)
    const message = `${file} is no plan: it is not JSON (${why.replace(/, ".*$/s, '')}).`
    const position = { file, ...lineColumn(lineStarts(text), offset) }
    throw new AuditError('BAD_INPUT', message, { remedy: REMEDY, problems: [{ message, position, remedy: REMEDY }], cause })
  }
}

function wrongText({ instancePath, keyword, params, message = 'is not valid' }: SchemaError, value: unknown): string {
  const name = instancePath === '' ? 'the file' : `\`${instancePath.slice(1)}\``
  if (keyword === 'required') return `${name} has no \`${String(params['missingProperty'])}\``
  const found = foundText(valueAt(value, instancePath))
  const allowed = params['allowedValues'] ?? params['allowedValue']
  return `${name} is ${found}, and ${allowed === undefined ? message : `must be ${[allowed].flat().map(String).join(' or ')}`}`
}

/** As it stands in the file, where it is short enough to show. */
function foundText(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing'
  if (text.length <= 60) return text
  return Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'an object' : 'a long text'
}

function valueAt(value: unknown, pointer: string): unknown {
  let found = value
  for (const step of pointer.split('/').slice(1)) {
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~')
    found =
      typeof found === 'object' && found !== null && Object.hasOwn(found, key)
        ? Object.entries(found).find(([name]) => name === key)?.[1]
        : undefined
  }
  return found
}

/** Where a JSON pointer stands; JSON is read as the YAML it is. The start, where a text is nested too deep for that. */
function positions(text: string, file: string): (pointer: string) => Position {
  const lines = lineStarts(text)
  try {
    const { values } = locate(parseEvents(text, { maxDepth: 60, filename: file }), text)
    return (pointer) => ({ file, ...lineColumn(lines, nearest(values, pointer)) })
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error
    return () => ({ file, line: 1, column: 1 })
  }
}
