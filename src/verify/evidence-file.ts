import { parseEvents } from 'js-yaml'
import type { Config } from '../model/config.ts'
import { AuditError, type Position } from '../model/errors.ts'
import { type Evidence, type EvidenceEnvelope, type EvidenceFile, questionKey } from '../model/evidence.ts'
import type { FailureCode } from '../model/failure-code.ts'
import { partitionOf } from '../model/partition.ts'
import { accountOf } from '../reads/define.ts'
import { boolean, integer, listOf, Malformed, matching, object, oneOf, optional, record, type Shape, text, time } from '../reads/shape.ts'
import { lineColumn, lineStarts, locate } from '../yaml/locate.ts'
import { foundLogsShape } from './found-logs.ts'
import { changedAnswers } from './replay.ts'

const account = matching(/^\d{12}$/, 'an account id of 12 digits')
const region = matching(/^[a-z]{2}(?:-[a-z]+)+-\d$/, 'a region')
const sha256 = matching(/^[0-9a-f]{64}$/, 'a SHA-256 in hex')
const arn = matching(/^arn:[\w-]+:(?:iam|sts)::\d{12}:.+$/, 'the ARN of a caller')
const anyText: Shape<string> = (value, at) => (value === '' ? '' : text(value, at))

const CODES: readonly FailureCode[] = [
  'unavailable',
  'throttled',
  'credentials',
  'clock',
  'region',
  'malformed',
  'archived',
  'not-recorded',
  'refused',
  'unsearched',
  'unjudged',
]

const STATES = {
  absent: object({ state: oneOf('absent'), reason: anyText }),
  denied: object({ state: oneOf('denied'), action: text, reason: anyText }),
  failed: object({ state: oneOf('failed'), operation: text, code: oneOf(...CODES), reason: anyText, retryable: boolean }),
}

/** Whether a value read has the shape of its operation is judged when it is asked for, as it was when it was live. */
const answer: Shape<Evidence<unknown>> = (value, at) => {
  const given = record(value, at)
  const state = oneOf('read', 'absent', 'denied', 'failed')(given['state'], `${at}.state`)
  if (state !== 'read') return STATES[state](given, at)
  if (!Object.hasOwn(given, 'value')) throw new Malformed(`${at}.value`, undefined, 'an answer')
  return { state, value: given['value'] }
}

const envelope: Shape<EvidenceEnvelope> = object({
  operation: matching(/^[a-z0-9-]+:[A-Za-z]+$/, 'an operation'),
  parameters: record,
  region,
  account,
  caller: arn,
  time,
  requestId: optional(text),
  pages: integer(0, 1000),
  sha256,
  answer,
})

const evidenceFile: Shape<EvidenceFile> = object({
  schemaVersion: oneOf(2),
  tool: text,
  configHash: anyText,
  account,
  region,
  caller: arn,
  run: object({ key: text, commit: optional(text), url: optional(text) }),
  collectedAt: time,
  finishedAt: time,
  logIntegrity: optional(
    listOf(
      object({
        arn: matching(/^arn:[\w-]+:cloudtrail:[a-z0-9-]+:\d{12}:trail\/.+$/, 'the ARN of a trail'),
        found: foundLogsShape(answer, CODES),
      }),
    ),
  ),
  reads: listOf(envelope, { min: 1 }),
  sha256,
})

type Hash = (text: string) => string

/** The file as it is written: everything, and a hash that finds accidents. */
export function sealedEvidence(content: Omit<EvidenceFile, 'sha256'>, hash: Hash): string {
  return `${JSON.stringify({ ...content, sha256: hash(JSON.stringify(content)) }, null, 2)}\n`
}

/**
 * Reads `evidence.json` back: its shape, and that it is as it was written. That finds accidents; against intent only a signature
 * helps. @throws BAD_EVIDENCE with the place in the file
 */
export function parseEvidenceFile(body: string, path: string, hash: Hash): EvidenceFile {
  let raw: unknown
  try {
    raw = JSON.parse(body)
  } catch (cause) {
    throw refused(`${path} is not JSON: ${cause instanceof Error ? cause.message : String(cause)}.`, AS_WRITTEN, cause)
  }
  const file = shaped(raw, body, path)
  const changed = changedAnswers(file.reads, hash)
  if (changed.length > 0) {
    throw refused(
      `${path} was changed after it was recorded: ${[...new Set(changed)].join(', ')} no longer match their hashes.`,
      AS_WRITTEN,
    )
  }
  const { sha256: sealed, ...content } = record(raw, '')
  if (hash(JSON.stringify(content)) !== sealed) {
    throw refused(`${path} was changed after it was recorded: its times, accounts or questions no longer match its hash.`, AS_WRITTEN)
  }
  return file
}

const AS_WRITTEN = 'Use the file as the run wrote it, or run `verify` again.'

function refused(message: string, remedy: string, cause?: unknown): AuditError {
  return new AuditError('BAD_EVIDENCE', message, { remedy, ...(cause === undefined ? {} : { cause }) })
}

function shaped(raw: unknown, body: string, path: string): EvidenceFile {
  try {
    return evidenceFile(raw, '')
  } catch (error) {
    if (!(error instanceof Malformed)) throw error
    const position = positionOf(error.at, body, path)
    const remedy = 'Use the `evidence.json` of a `verify` run of this version, as it was written; or run `verify` again.'
    throw new AuditError('BAD_EVIDENCE', `${path} is no evidence of this version: ${error.message}.`, {
      remedy,
      problems: [{ message: `This is no evidence of this version: ${error.message}.`, remedy, position }],
      cause: error,
    })
  }
}

/** Where a member stands, in what the shape calls `reads[3].time`. */
function positionOf(at: string, body: string, file: string): Position {
  const parts = at.split(/[.[\]]+/).filter((part) => part !== '')
  const { values } = locate(parseEvents(body, { filename: file }), body)
  const pointers = parts.map((_, index) => `/${parts.slice(0, parts.length - index).join('/')}`)
  const offset = pointers.map((pointer) => values.get(pointer)).find((found) => found !== undefined) ?? 0
  return { file, ...lineColumn(lineStarts(body), offset) }
}

/** Nothing of this tool is older. */
const FIRST_RELEASE = '2026-11-01T00:00:00.000Z'
/** How far clocks may differ. */
const CLOCKS_DIFFER_MS = 15 * 60_000
/** Longer than any run. */
const LONGEST_RUN_MS = 24 * 3_600_000

/** What of the evidence cannot be: times, accounts and regions that contradict each other, the clock or the config. Empty when it can. */
export function impossibilities(file: EvidenceFile, { now, config }: { now: Date; config: Config | undefined }): string[] {
  return [...impossibleTimes(file, now), ...contradictions(file), ...(config ? mismatches(file, config) : []), ...askedTwice(file)]
}

function impossibleTimes({ collectedAt, finishedAt, reads }: EvidenceFile, now: Date): string[] {
  const [start, end] = [Date.parse(collectedAt), Date.parse(finishedAt)]
  const outside = reads.find(({ time: at }) => Date.parse(at) < start - CLOCKS_DIFFER_MS || Date.parse(at) > end + CLOCKS_DIFFER_MS)
  const rules: [boolean, string][] = [
    [start > now.getTime() + CLOCKS_DIFFER_MS, `it was collected in the future (${collectedAt})`],
    [end > now.getTime() + CLOCKS_DIFFER_MS, `it was finished in the future (${finishedAt})`],
    [start < Date.parse(FIRST_RELEASE), `it was collected (${collectedAt}) before this tool existed`],
    [end < start, `it ended (${finishedAt}) before it started (${collectedAt})`],
    [end - start > LONGEST_RUN_MS, `it took longer than a day (${collectedAt} to ${finishedAt})`],
    [outside !== undefined, `${outside?.operation} was answered at ${outside?.time}, outside of the run`],
  ]
  return rules.flatMap(([applies, text]) => (applies ? [text] : []))
}

function contradictions({ account: whole, region: home, caller, reads }: EvidenceFile): string[] {
  const partition = partitionOf(home)?.id
  const other = reads.find((read) => read.account !== whole || read.caller !== caller || partitionOf(read.region)?.id !== partition)
  const rules: [boolean, string][] = [
    [partition === undefined, `${home} is no region this version knows`],
    [accountOf(caller) !== whole, `its caller ${caller} is not of its account ${whole}`],
    [caller.split(':')[1] !== partition, `its caller ${caller} is not of the partition of ${home}`],
    [other !== undefined, `${other?.operation} was asked as ${other?.caller} in ${other?.account}, ${other?.region}`],
  ]
  return rules.flatMap(([applies, text]) => (applies ? [text] : []))
}

function mismatches({ account: whole, region: home }: EvidenceFile, config: Config): string[] {
  return [
    ...(whole === config.account ? [] : [`it is of account ${whole}, the config is for ${config.account}`]),
    ...(home === config.region ? [] : [`it is of ${home}, the config is for ${config.region}`]),
  ]
}

function askedTwice({ reads }: EvidenceFile): string[] {
  const seen = new Set<string>()
  const twice = reads.find((read) => seen.size === seen.add(questionKey(read)).size)
  return twice ? [`${twice.operation} is answered twice for the same question`] : []
}
