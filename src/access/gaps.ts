import { commonArn } from '../iam/patterns.ts'
import type { AccessResult, AccessRow } from '../model/access.ts'
import type { Gap } from './from-account.ts'
import { judgeRow, type MatrixOptions } from './matrix.ts'
import type { AccessModel } from './model.ts'
import { unseenOf } from './unseen.ts'

/** What an account did not show, and what the templates design there. */
export interface Shown {
  gaps: readonly Gap[]
  design: AccessModel
}

/**
 * Judges a row of an account that did not show everything. Who is not there can do nothing; what must be possible is broken where a
 * designed part of it is missing. What could not be read leaves a row not proven, unless the rest alone breaks it.
 */
export function judgeWithGaps(row: AccessRow, options: MatrixOptions, shown: Shown): AccessResult {
  const asking = shown.gaps.filter(({ arn }) => 'principals' in row.who && row.who.principals.includes(arn))
  const judged = judgeRow(without(row, asking), options)
  const reached = shown.gaps.filter((gap) => !asking.includes(gap) && reaches(row, gap))
  if (judged.state === 'broken' && (row.effect === 'cannot' || reached.every(standsAside))) return judged
  if (row.effect === 'can') return can(judged, { asking, reached, shown })
  const unseen = unseenOf(row, options.model, options.index).filter(({ arn }) => !shown.gaps.some((gap) => gap.arn === arn))
  return cannot(judged, { row, asking, reached, unseen, shown })
}

interface Found {
  /** Gaps among who asks. */
  asking: readonly Gap[]
  /** Gaps among what is asked for. */
  reached: readonly Gap[]
  shown: Shown
}

const isMissing = ({ state }: Gap) => state === 'missing'
/** A refusal beside an unknown policy of most resources stands by itself; one beside an unknown key or trust follows from the gap. */
const standsAside = ({ arn }: Gap) => !/^arn:[^:]*:(?:kms|iam):/.test(arn)
const isBucket = ({ arn }: Gap) => arn.includes(':s3:::')
const isUnread = ({ state }: Gap) => state === 'unread'

function can(judged: AccessResult, { asking, reached, shown }: Found): AccessResult {
  const broken = [...asking, ...reached.filter((gap) => isDesigned(gap, shown))].filter(isMissing)
  if (broken.length > 0) return { ...judged, state: 'broken', detail: textOf(broken), at: [] }
  const unproven = [...asking, ...reached]
  return unproven.length > 0 ? { ...judged, state: 'not-proven', detail: textOf(unproven), at: [] } : judged
}

function cannot(
  judged: AccessResult,
  { row, asking, reached, unseen, shown }: Found & { row: AccessRow; unseen: readonly Gap[] },
): AccessResult {
  // Of what is not ours and not named, the policy counts as that of any other resource that nobody has shown.
  const hidden = reached.filter((gap) => isUnread(gap) && (isNamed(row, gap) || isDesigned(gap, shown)))
  const unproven = [...asking.filter((gap) => !isMissing(gap)), ...hidden, ...unseen]
  if (unproven.length > 0) return { ...judged, state: 'not-proven', detail: textOf(unproven), at: [] }
  const missing = asking.filter(isMissing)
  return judged.state === 'holds' && missing.length > 0 ? { ...judged, detail: textOf(missing) } : judged
}

function textOf(gaps: readonly Gap[]): string {
  return gaps
    .map(({ arn, state, reason }) => {
      const name = arn.split(/[:/]/).at(-1) ?? arn
      return state === 'missing' ? `${name} is not there (${reason})` : `${name} could not be read (${reason})`
    })
    .join('; ')
}

function without(row: AccessRow, gaps: readonly Gap[]): AccessRow {
  if (!('principals' in row.who) || gaps.length === 0) return row
  const { principals, text } = row.who
  return { ...row, who: { text, principals: principals.filter((arn) => !gaps.some((gap) => gap.arn === arn)) } }
}

/** Whether a row asks something of what a gap is about that its policy has a say in. */
function reaches({ on, actions }: AccessRow, gap: Gap): boolean {
  const [, , service = ''] = gap.arn.split(':')
  const asked = service === 'iam' ? 'sts' : service
  if (!actions.some((action) => action === 'write' || action.startsWith('*') || action.split(':')[0]?.toLowerCase() === asked)) return false
  return (on.length > 0 ? on : ['*']).some((pattern) => within(gap).some((own) => commonArn(own, pattern) !== undefined))
}

const within = (gap: Gap) => (isBucket(gap) ? [gap.arn, `${gap.arn}/*`] : [gap.arn])

function isNamed({ on }: AccessRow, gap: Gap): boolean {
  return on.some((pattern) => pattern !== '*' && within(gap).some((own) => commonArn(own, pattern) !== undefined))
}

/** Keys have no ARN before they are made. */
function isDesigned({ arn }: Gap, { design }: Shown): boolean {
  return arn.includes(':kms:') || design.resources.has(arn) || design.roles.some((role) => role.arn === arn)
}
