import { AuditError } from '../model/errors.ts'
import type { FileProof } from '../model/proof.ts'

/** What a user gives beside a file to prove it, as texts; undefined what was not given. */
export interface GivenProof {
  attestation: string | undefined
  trustedRoot: string | undefined
  /** `owner/name` whose workflow must have attested. */
  signerRepository: string | undefined
  signature: string | undefined
  publicKey: string | undefined
}

/**
 * What stands behind a file: a signature over all its bytes, so over everything it says, times, caller, account, region, tool and
 * run included; or nothing. Asked for and not proven is refused, never told as unsigned. @throws SIGNATURE_REFUSED, BAD_INPUT
 */
export async function proveFile(body: string, given: GivenProof): Promise<FileProof> {
  const { attestation, trustedRoot, signerRepository, signature, publicKey } = given
  requireTogether({ attestation, 'trusted-root': trustedRoot })
  requireTogether({ signature, 'public-key': publicKey })
  if (attestation !== undefined && trustedRoot !== undefined) {
    if (signerRepository === undefined) {
      throw new AuditError('BAD_INPUT', 'An attestation proves nothing while anyone may have made it: whose workflow is not said.', {
        remedy: 'Name the repository with `signer-repository: owner/name`, or give a config with `github.repository`.',
      })
    }
    const { proveByAttestation } = await import('./attestation.ts')
    return proveByAttestation(body, { bundle: attestation, trustedRoot, repository: signerRepository })
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
