/** What stands behind a file beside its own word. */
export type FileProof =
  /** Nothing: its hash finds accidents, and whoever edits the file writes a new one. */
  | { kind: 'unsigned' }
  /** A Sigstore attestation by a workflow, as actions/attest makes it. */
  | {
      kind: 'attested'
      /** `owner/name` the workflow ran for. */
      repository: string
      /** The workflow and its ref, as the certificate names it. */
      workflow: string
      /** The run, where the certificate names it. */
      runUrl: string | undefined
      /** UTC, ISO 8601: not before this, and within minutes after. */
      signedAt: string
    }
  /** A signature by the holder of a key. */
  | { kind: 'signed' /** SHA-256 of the public key (SPKI, DER), hex. */; keyId: string }

export function proofText(proof: FileProof): string {
  switch (proof.kind) {
    case 'unsigned':
      return 'unsigned: protects against accidental changes only'
    case 'attested':
      return `attested by ${proof.workflow} for ${proof.repository} at ${proof.signedAt}`
    case 'signed':
      return `signed by the key with SHA-256 ${proof.keyId}`
    default:
      return proof satisfies never
  }
}
