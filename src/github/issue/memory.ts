import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { Prints, TrendPoint } from '../../model/issue.ts'
import { headAndRest } from '../identity.ts'
import type { RunNumber } from '../sections.ts'

/** Which issue it is: one per config, environment and account. What a run could not find out is undefined, and fits any. */
export interface IssueKey {
  config: string
  environment: string | undefined
  /** A hash too short to guess the account from. */
  account: string | undefined
}

/** What the issue remembers, in its hidden first line. */
export interface IssueMemory {
  key: IssueKey
  /** The run whose text it is; undefined outside of GitHub's runs. */
  run: RunNumber | undefined
  announced: Prints
  /** When it last notified anyone; UTC. */
  spoken: string
  /** When everything was last looked at; UTC. */
  read: string | undefined
  /** The tool has closed it, and not somebody with the same token. */
  closed: boolean
  trend: readonly TrendPoint[]
}

/** What the body of an issue of our author is. */
export type Remembered =
  | { kind: 'ours'; memory: IssueMemory; text: string; isIntact: boolean }
  /** It says that it is ours, and not which. */
  | { kind: 'broken' }
  /** It says nothing of us: emptied, or never ours. */
  | { kind: 'unmarked' }

/** Runs that are remembered. */
export const MOST_POINTS = 30
const HEAD = /^<!-- mlops-audit issue (\{.*\}) seal ([0-9a-f]{64}) -->$/
const CLAIMS = /^<!-- mlops-audit issue /m

/** The body with its memory, sealed against changes by hand; with a key, against whoever lacks it. */
export function withMemory(memory: IssueMemory, text: string, seal: { repository: string; key: string | undefined }): string {
  const json = JSON.stringify(memory).replaceAll('--', '\\u002d-')
  return `<!-- mlops-audit issue ${json} seal ${sealOf(json, text, seal)} -->\n${text}`
}

export function remembered(body: string | null | undefined, seal: { repository: string; key: string | undefined }): Remembered {
  const [head, text] = headAndRest(body ?? '')
  const [, json, given] = HEAD.exec(head) ?? []
  if (json === undefined || given === undefined) return CLAIMS.test(body ?? '') ? { kind: 'broken' } : { kind: 'unmarked' }
  const memory = memoryOf(json)
  if (!memory) return { kind: 'broken' }
  return { kind: 'ours', memory, text, isIntact: timingSafeEqual(Buffer.from(given), Buffer.from(sealOf(json, text, seal))) }
}

/** What one of them does not know does not keep them apart. */
export function isSameIssue(one: IssueKey, other: IssueKey): boolean {
  const fits = (a: string | undefined, b: string | undefined) => a === undefined || b === undefined || a === b
  return one.config === other.config && fits(one.environment, other.environment) && fits(one.account, other.account)
}

/** Enough to keep accounts apart: of all there can be, sixty thousand have the same. */
export function accountHash(repository: string, account: string): string {
  return createHash('sha256').update(`${repository.toLowerCase()}\n${account}`).digest('hex').slice(0, 6)
}

function sealOf(json: string, text: string, { repository, key }: { repository: string; key: string | undefined }): string {
  const hash = key === undefined ? createHash('sha256') : createHmac('sha256', key)
  // GitHub may trim what stands at the end.
  return hash.update(JSON.stringify([repository.toLowerCase(), json, text.trimEnd()])).digest('hex')
}

function memoryOf(json: string): IssueMemory | undefined {
  try {
    const value = JSON.parse(json) as Partial<IssueMemory> | null
    if (typeof value !== 'object' || value === null || !isKey(value.key) || !isPrints(value.announced)) return undefined
    const { key, announced, run, spoken, read, closed, trend } = value
    return {
      key,
      announced,
      run: isRun(run) ? run : undefined,
      spoken: typeof spoken === 'string' ? spoken : '',
      read: typeof read === 'string' ? read : undefined,
      closed: closed === true,
      trend: Array.isArray(trend) ? trend.filter(isPoint).slice(-MOST_POINTS) : [],
    }
  } catch {
    return undefined
  }
}

const isText = (value: unknown): value is string => typeof value === 'string'
const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0

function isKey(value: unknown): value is IssueKey {
  const { config, environment, account } = (value ?? {}) as Partial<Record<keyof IssueKey, unknown>>
  return isText(config) && [environment, account].every((part) => part === undefined || isText(part))
}

function isPrints(value: unknown): value is Prints {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(isCount)
}

function isRun(value: unknown): value is RunNumber {
  const { id, attempt } = (value ?? {}) as Partial<Record<keyof RunNumber, unknown>>
  return isCount(id) && isCount(attempt)
}

function isPoint(value: unknown): value is TrendPoint {
  const { time, fail, unread } = (value ?? {}) as Partial<Record<keyof TrendPoint, unknown>>
  return isText(time) && isCount(fail) && isCount(unread)
}
