import type { FailureCode } from '../model/failure-code.ts'
import type { ChainProblem, ProblemKind } from '../model/log-integrity.ts'
import { type DigestFile, parseDigest } from './digest-file.ts'
import type { DigestKey } from './object-keys.ts'

/** What a bucket or folder answers for one object. */
export type StoredObject =
  | { state: 'read'; bytes: Uint8Array; metadata: Readonly<Record<string, string>> }
  | { state: 'missing' }
  | { state: 'unreadable'; reason: string; missingPermission?: string; code?: FailureCode }

/** A gzip file unpacked: the text of small ones, and the SHA-256 of all. */
export type Unpacked = { sha256: string; text: string | undefined } | { problem: string }

/** The cryptography, passed in so that the rules can be tested by values. */
export interface DigestCrypto {
  /** Unpacks one gzip member; anything after it is a problem, as CloudTrail writes one and nothing else. */
  unpack(bytes: Uint8Array): Promise<Unpacked>
  /** SHA256withRSA, PKCS#1 v1.5. The key is DER in base64, PKCS#1 or SPKI. */
  verify(options: { publicKey: string; text: string; signature: string }): boolean
}

/** Public keys of a region by fingerprint, as ListPublicKeys answers for a time. */
export type PublicKeys = ReadonlyMap<string, string>

export interface JudgedDigest {
  at: DigestKey
  /** Undefined when it cannot be read, or is no digest. */
  digest: DigestFile | undefined
  /** SHA-256 of the unpacked file; undefined when it cannot be unpacked. */
  hash: string | undefined
  signature: string | undefined
  problems: readonly ChainProblem[]
}

export interface FetchedDigest {
  at: DigestKey
  bucket: string
  object: StoredObject
  /** Undefined when the keys themselves could not be read; says why. */
  keys: PublicKeys | { unreadable: string; missingPermission?: string }
}

/** One digest by itself: is it a digest, at its place, signed by CloudTrail? Its place in the chain is judged by `judgeChain`. */
export async function judgeDigest({ at, bucket, object, keys }: FetchedDigest, crypto: DigestCrypto): Promise<JudgedDigest> {
  const problem = (kind: ProblemKind, detail: string, missingPermission?: string): ChainProblem => ({
    kind,
    region: at.region,
    subject: at.key,
    detail,
    ...(missingPermission ? { missingPermission } : {}),
  })
  const unknown = (found: ChainProblem): JudgedDigest => ({
    at,
    digest: undefined,
    hash: undefined,
    signature: undefined,
    problems: [found],
  })
  if (object.state === 'missing') return unknown(problem('digest-missing', 'was listed, and is gone'))
  if (object.state === 'unreadable') {
    const { reason, missingPermission, code } = object
    return unknown({ ...problem('digest-unreadable', reason, missingPermission), ...(code ? { code } : {}) })
  }
  const unpacked = await crypto.unpack(object.bytes)
  if ('problem' in unpacked) return unknown(problem('digest-broken', unpacked.problem))
  if (unpacked.text === undefined) return unknown(problem('digest-broken', 'is larger than a digest can be'))
  const digest = parseDigest(unpacked.text)
  if ('problem' in digest) return unknown(problem('digest-broken', digest.problem))

  const { signature } = object.metadata
  const judged = (problems: readonly ChainProblem[]): JudgedDigest => ({ at, digest, hash: unpacked.sha256, signature, problems })
  const moved =
    digest.digestS3Bucket === bucket && digest.digestS3Object === at.key
      ? []
      : [problem('digest-moved', `was delivered as ${digest.digestS3Bucket}/${digest.digestS3Object}`)]
  if (!signature) return judged([...moved, problem('signature-missing', 'has no `signature` in its metadata')])
  const algorithm = object.metadata['signature-algorithm'] ?? digest.digestSignatureAlgorithm
  if (algorithm !== 'SHA256withRSA' || digest.digestSignatureAlgorithm !== 'SHA256withRSA')
    return judged([...moved, problem('signature-invalid', `names the algorithm ${algorithm}, which CloudTrail does not use`)])
  if ('unreadable' in keys)
    return judged([...moved, problem('digest-unreadable', `its public key: ${keys.unreadable}`, keys.missingPermission)])
  const publicKey = keys.get(digest.digestPublicKeyFingerprint)
  if (publicKey === undefined)
    return judged([...moved, problem('signature-key-unknown', `names the public key ${digest.digestPublicKeyFingerprint}`)])
  const isValid = crypto.verify({ publicKey, text: signedText(digest, unpacked.sha256), signature })
  return judged(isValid ? moved : [...moved, problem('signature-invalid', 'its signature does not match')])
}

/** What CloudTrail signs: end of the period, place, hash, and the signature before it. */
function signedText(digest: DigestFile, sha256: string): string {
  return [digest.digestEndTime, `${digest.digestS3Bucket}/${digest.digestS3Object}`, sha256, digest.previous?.signature ?? 'null'].join(
    '\n',
  )
}
