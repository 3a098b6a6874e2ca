import { AuditError } from '../model/errors.ts'
import type { FileProof, Signer } from '../model/proof.ts'

/** What a user gives beside a file to prove it, as texts; undefined what was not given. */
export interface GivenProof {
  attestation: string | undefined
  trustedRoot: string | undefined
  /** Who has to have attested; asked where an attestation is given. @throws BAD_INPUT while that is not said */
  signer: () => Signer
  signature: string | undefined
  publicKey: string | undefined
}

/**
 * What stands behind a file: a signature over all its bytes, so over everything it says, times, caller, account, region, tool and
 * run included; or nothing. Asked for and not proven is refused, never told as unsigned. @throws SIGNATURE_REFUSED, BAD_INPUT
 */
export async function proveFile(body: Uint8Array, given: GivenProof): Promise<FileProof> {
  const { attestation, trustedRoot, signer, signature, publicKey } = given
  requireTogether({ attestation, 'trusted-root': trustedRoot })
  requireTogether({ signature, 'public-key': publicKey })
  if (attestation !== undefined && signature !== undefined)
    throw new AuditError('BAD_INPUT', '`attestation` and `signature` are both given, and one proof is told.', {
      remedy: 'Give one of them; run again with the other to hold the file to both.',
    })
  if (attestation !== undefined && trustedRoot !== undefined) {
    const { proveByAttestation } = await import('./attestation.ts')
    return proveByAttestation(body, { bundle: attestation, trustedRoot, signer: signer() })
  }
  if (signature !== undefined && publicKey !== undefined) {
    const { proveByKey } = await import('./key-signature.ts')
    return proveByKey(body, signature, publicKey)
  }
  return { kind: 'unsigned' }
}

/** Half a proof is a mistake, and must not read as none. */
function requireTogether(inputs: Readonly<Record<string, string | undefined>>): void {
  const missing = Object.keys(inputs).filter((name) => inputs[name] === undefined)
  if (missing.length === 0 || missing.length === Object.keys(inputs).length) return
  const there = Object.keys(inputs).filter((name) => inputs[name] !== undefined)
  throw new AuditError('BAD_INPUT', `\`${there.join(', ')}\` is given without \`${missing.join(', ')}\`.`, {
    remedy: `Give \`${missing.join(', ')}\` too.`,
  })
}
