import type { ChainProblem } from '../model/log-integrity.ts'
import { followChain } from './chain.ts'
import { parseDigestKey } from './object-keys.ts'
import type { ChainRequest, ChainResult, LogStore } from './request.ts'
import { type ValidateOptions, validateChain } from './validate.ts'

/** A trail that was moved more often than this within one validation was not moved. */
const MOST_MOVES = 10

/**
 * Judges a chain to its beginning, also where the trail was given another bucket or prefix in between: the oldest digest of a place names
 * the one before it, wherever that is. Where it should be in the same place and is not, it is missing: there a link is broken at its open
 * end, which the digests that are left do not show.
 */
export async function validateMoved(
  request: ChainRequest,
  options: ValidateOptions,
  storeOf: (bucket: string) => LogStore,
  moves = 0,
): Promise<ChainResult> {
  const result = await validateChain(request, options)
  const { begins } = result
  const named = begins?.digest?.previous
  const before = named && parseDigestKey(named.object)
  if (!begins || !named || !before || before.end < request.from) return result
  const missing: ChainProblem = {
    kind: 'digest-missing',
    region: request.region,
    subject: named.object,
    detail: `is named by ${begins.at.key}, and is not there; what comes before it in the time asked for is not proven`,
  }
  const digestFolder = folderOfKey(named.object)
  const isSamePlace = named.bucket === options.store.bucket && digestFolder === request.digestFolder
  if (isSamePlace || moves >= MOST_MOVES) return { ...result, problems: [missing, ...result.problems] }
  const { statusUnread: _, ...asked } = request
  const earlier: ChainRequest = {
    ...asked,
    digestFolder,
    logFolder: digestFolder.replace('/CloudTrail-Digest/', '/CloudTrail/'),
    to: before.end,
    newestDelivered: undefined,
    // The folder is that of another time: whose else it was is not known.
    isShared: true,
  }
  const older = await validateMoved(earlier, { ...options, store: storeOf(named.bucket) }, storeOf, moves + 1)
  const link = older.end ? followChain(older.end, begins, options.store.bucket, request.pauses).problems : [missing]
  return {
    ...result,
    digests: older.digests + result.digests,
    logs: older.logs + result.logs,
    bytes: older.bytes + result.bytes,
    keys: [...new Set([...older.keys, ...result.keys])].sort(),
    covered: older.covered && result.covered ? { from: older.covered.from, to: result.covered.to } : (result.covered ?? older.covered),
    spans: [...older.spans, ...result.spans],
    problems: [...older.problems, ...link, ...result.problems],
    notes: [
      ...older.notes,
      `The digests of ${request.region} before ${before.end} are in ${named.bucket}/${digestFolder}.`,
      ...result.notes,
    ],
    begins: older.begins ?? begins,
  }
}

/** `<prefix>/AWSLogs/…/CloudTrail-Digest/<region>/` of a digest's key. */
function folderOfKey(key: string): string {
  return key.slice(0, key.length - key.split('/').slice(-4).join('/').length)
}
