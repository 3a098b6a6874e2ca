/** What stands behind a file beside its own word. */
export type FileProof =
  /** Nothing: its hash finds accidents, and whoever edits the file writes a new one. */
  | { kind: 'unsigned' }
  /** A Sigstore attestation by a workflow, as actions/attest makes it. */
  | {
      kind: 'attested'
      /** `owner/name` the workflow ran for. */
      repository: string
      /** GitHub's number of it, which no other repository gets, whatever it is called. */
      repositoryId: string
      /** The workflow that was started, with its ref, as the certificate names it. */
      workflow: string
      /** The reusable workflow whose job signed, where the started one called it. */
      reusable: string | undefined
      /** What the run was for, and which event started it. */
      ref: string
      event: string
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
      return attestedText(proof)
    case 'signed':
      return `signed by the key with SHA-256 ${proof.keyId}`
    default:
      return proof satisfies never
  }
}

function attestedText(proof: Extract<FileProof, { kind: 'attested' }>): string {
  const through = proof.reusable === undefined ? '' : ` through ${proof.reusable}`
  const run = proof.runUrl === undefined ? '' : `, run ${proof.runUrl}`
  const { repository, repositoryId, ref, event } = proof
  return `attested by ${proof.workflow}${through} for ${repository} (id ${repositoryId}) on ${ref}, started by ${event}${run}, at ${proof.signedAt}`
}

/** Whose attestation proves a file: GitHub's certificate has to say all of it. */
export interface Signer {
  /** Who signed the run's token, without `https://`. */
  issuer: string
  /** `owner/name`, which can be given up and taken by another. */
  repository: string
  /** GitHub's numbers, which cannot; undefined where the owner's is not known: the repository's decides. */
  repositoryId: string
  ownerId: string | undefined
  /** Path of the workflow's file in the repository, or `owner/name/path@ref` of a reusable one, whatever workflow of the repository calls it. */
  workflow: string
  /** `refs/heads/main`: what the run may have been for. */
  refs: readonly string[]
}
