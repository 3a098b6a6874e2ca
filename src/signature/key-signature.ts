import { constants, createHash, createPublicKey, type KeyObject, verify } from 'node:crypto'
import { AuditError } from '../model/errors.ts'
import type { FileProof } from '../model/proof.ts'

/** Curves KMS signs with, and the hash it uses with each. */
const HASH_OF_CURVE: ReadonlyMap<string, string> = new Map([
  ['prime256v1', 'sha256'],
  ['secp256k1', 'sha256'],
  ['secp384r1', 'sha384'],
  ['secp521r1', 'sha512'],
])

/**
 * Holds a signature by an asymmetric KMS key (`aws kms sign`, over the file's digest) against the file and the public key.
 * @throws SIGNATURE_REFUSED
 */
export function proveByKey(body: Uint8Array, signature: string, publicKey: string): FileProof {
  const key = keyOf(publicKey)
  const given = Buffer.from(signature.trim(), 'base64')
  if (!isSigned(body, given, key)) {
    throw new AuditError('SIGNATURE_REFUSED', 'The signature is not one of this file by this key: one of the three is another.', {
      remedy: 'Give the file as it was signed, its signature in base64 (`aws kms sign … --query Signature`), and the public key in PEM.',
    })
  }
  const keyId = createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex')
  return { kind: 'signed', keyId }
}

function keyOf(pem: string): KeyObject {
  try {
    const key = createPublicKey(pem)
    if (key.asymmetricKeyType === 'ec' || key.asymmetricKeyType === 'rsa') return key
  } catch (cause) {
    throw notAKey(cause)
  }
  throw notAKey(undefined)
}

function notAKey(cause: unknown): AuditError {
  return new AuditError('SIGNATURE_REFUSED', '`public-key` names no public RSA or EC key in PEM.', {
    remedy:
      'Write it with `aws kms get-public-key --query PublicKey --output text`, between the lines BEGIN PUBLIC KEY and END PUBLIC KEY.',
    cause,
  })
}

function isSigned(body: Uint8Array, signature: Buffer, key: KeyObject): boolean {
  const hash = HASH_OF_CURVE.get(key.asymmetricKeyDetails?.namedCurve ?? '')
  if (key.asymmetricKeyType === 'ec') return hash !== undefined && verify(hash, body, key, signature)
  const saltLength = constants.RSA_PSS_SALTLEN_DIGEST
  return ['sha256', 'sha384', 'sha512'].some(
    (name) =>
      verify(name, body, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength }, signature) ||
      verify(name, body, { key, padding: constants.RSA_PKCS1_PADDING }, signature),
  )
}
