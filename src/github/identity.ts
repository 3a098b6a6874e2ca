import { createHmac, timingSafeEqual } from 'node:crypto'

/** What makes a comment ours, and no one else's (decision 11). */
export interface Identity {
  repository: string
  issue: number
  /** Login of the token: who may be the author of one of ours. */
  author: string
  /** A secret of the repository; with it nobody who lacks it can write what counts as ours. */
  key: string | undefined
}

/** What of a comment the proof is held against. */
export interface Claim {
  id: number
  body?: string | undefined
  user: { login: string } | null
}

/** Characters that the first line takes at most. */
export const HEAD_LIMIT = 200

const BOUND = /^<!-- mlops-audit comment (\d+)(?: run (\d{1,15}))?(?: ([0-9a-f]{64}))? -->$/
const CLAIMS = /^<!-- mlops-audit /

/**
 * The body with its proof in the first line: the comment's own number, which nobody knows before it is made, the run that writes it, and
 * the MAC.
 */
export function prove(identity: Identity, id: number, body: string, run?: number): string {
  const writer = run === undefined ? '' : ` run ${run}`
  const mac = identity.key === undefined ? '' : ` ${macOf(identity, identity.key, id, body)}`
  return `<!-- mlops-audit comment ${id}${writer}${mac} -->\n${body}`
}

/** Whether a comment can be ours: by its author, the number it was given, and with a key by the MAC, which then is the whole proof. */
export function isBound(identity: Identity, { id, body = '', user }: Claim): boolean {
  const [head, rest] = headAndRest(body)
  const [, own, , mac] = BOUND.exec(head) ?? []
  if (user?.login !== identity.author || own !== String(id)) return false
  if (identity.key === undefined) return true
  return mac !== undefined && timingSafeEqual(Buffer.from(mac), Buffer.from(macOf(identity, identity.key, id, rest)))
}

/** The run that a comment says has written it. */
export function writerOf({ body = '' }: Claim): number | undefined {
  const [, , run] = BOUND.exec(headAndRest(body)[0]) ?? []
  return run === undefined ? undefined : Number(run)
}

/** Says that it is of this tool, in the name of our author. */
export function claimsToBeOurs(identity: Identity, comment: Claim): boolean {
  return comment.user?.login === identity.author && CLAIMS.test(comment.body ?? '')
}

/** The first line of a comment that has no number yet; the nonce is known to its run alone until it is there. */
export function unproven(nonce: string): string {
  return `<!-- mlops-audit new ${nonce} -->`
}

export function headAndRest(body: string): [string, string] {
  const text = body.replaceAll('\r\n', '\n')
  const end = text.indexOf('\n')
  return end < 0 ? [text, ''] : [text.slice(0, end), text.slice(end + 1)]
}

function macOf({ repository, issue }: Identity, key: string, id: number, body: string): string {
  // GitHub may trim what stands at the end.
  const said = JSON.stringify([repository.toLowerCase(), issue, id, body.trimEnd()])
  return createHmac('sha256', key).update(said).digest('hex')
}
