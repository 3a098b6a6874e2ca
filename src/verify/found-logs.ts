import type { Evidence } from '../model/evidence.ts'
import type { FailureCode } from '../model/failure-code.ts'
import { type LogsFound, PROBLEMS, type ProblemKind } from '../model/log-integrity.ts'
import { boolean, integer, listOf, matching, object, oneOf, optional, type Shape, text, time } from '../reads/shape.ts'

const region = matching(/^[a-z]{2}(?:-[a-z]+)+-\d$/, 'a region')

const problemKinds = Object.keys(PROBLEMS) as ProblemKind[]

const logsFound = (codes: readonly FailureCode[]): Shape<LogsFound> =>
  object({
    from: time,
    to: time,
    digests: integer(0, Number.MAX_SAFE_INTEGER),
    logs: integer(0, Number.MAX_SAFE_INTEGER),
    isCovered: boolean,
    newSince: optional(time),
    problems: listOf(
      object({
        kind: oneOf(...problemKinds),
        region,
        subject: text,
        detail: text,
        missingPermission: optional(text),
        code: optional(oneOf(...codes)),
      }),
    ),
  })

/** What was found is kept with its shape, because no operation's shape holds it again. */
export function foundLogsShape(answer: Shape<Evidence<unknown>>, codes: readonly FailureCode[]): Shape<Evidence<LogsFound>> {
  const found = logsFound(codes)
  return (value, at) => {
    const given = answer(value, at)
    return given.state === 'read' ? { state: 'read', value: found(given.value, `${at}.value`) } : given
  }
}
