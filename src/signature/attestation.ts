import { createHash } from 'node:crypto'
import { bundleFromJSON, isBundleWithDsseEnvelope } from '@sigstore/bundle'
import { TrustedRoot } from '@sigstore/protobuf-specs'
import { toSignedEntity, toTrustMaterial, Verifier } from '@sigstore/verify'
import { AuditError } from '../model/errors.ts'
import type { FileProof, Signer } from '../model/proof.ts'
import { type Identity, OIDS, otherwise } from './signer.ts'

export interface Attested {
  /** A Sigstore bundle, or several, one a line. */
  bundle: string
  /** Trusted roots (`gh attestation trusted-root`), one a line, or one document. */
  trustedRoot: string
  signer: Signer
}

/** Holds an attestation against the file, offline, from the given roots alone. @throws SIGNATURE_REFUSED */
export function proveByAttestation(body: Uint8Array, { bundle, trustedRoot, signer }: Attested): FileProof {
  const roots = documents(trustedRoot, 'trusted-root')
  const reasons: string[] = []
  for (const document of documents(bundle, 'attestation')) {
    for (const root of roots) {
      try {
        return provedBy(body, document, root, signer)
      } catch (error) {
        reasons.push(error instanceof Error ? error.message : String(error))
      }
    }
  }
  throw refused(`No attestation proves this file: ${[...new Set(reasons)].join('; ')}.`)
}

function provedBy(body: Uint8Array, document: unknown, root: unknown, signer: Signer): FileProof {
  const bundle = bundleFromJSON(document)
  if (!isBundleWithDsseEnvelope(bundle)) throw new Error('it signs no statement')
  const trust = TrustedRoot.fromJSON(root)
  const entity = toSignedEntity(bundle)
  const verifier = new Verifier(toTrustMaterial(trust), {
    // A root without logs is one whose certificates are not logged (GitHub's own, of private repositories); a time is always asked for.
    ctlogThreshold: trust.ctlogs.length > 0 ? 1 : 0,
    tlogThreshold: trust.tlogs.length > 0 ? 1 : 0,
    timestampThreshold: 1,
  })
  verifier.verify(entity)
  if (entity.key.$case !== 'certificate') throw new Error('it is signed by a key and not by a workflow')
  const { certificate } = entity.key
  const identity = identityOf(certificate)
  const wrong = otherwise(identity, signer)
  if (wrong.length > 0) throw new Error(`it is signed by ${identity.buildConfig ?? identity.name ?? 'nobody'}: ${wrong.join('; ')}`)
  const digest = createHash('sha256').update(body).digest('hex')
  if (!subjectDigests(bundle.content.dsseEnvelope.payload).includes(digest))
    throw new Error(`it is about another file, not one with SHA-256 ${digest}`)
  return {
    kind: 'attested',
    repository: signer.repository,
    repositoryId: signer.repositoryId,
    workflow: identity.buildConfig ?? '',
    reusable: identity.buildSigner === identity.buildConfig ? undefined : identity.buildSigner,
    ref: identity.ref ?? '',
    event: identity.event ?? '',
    runUrl: identity.runUrl,
    signedAt: certificate.notBefore.toISOString(),
  }
}

type Certificate = Extract<ReturnType<typeof toSignedEntity>['key'], { $case: 'certificate' }>['certificate']

function identityOf(certificate: Certificate): Identity {
  const text = (member: keyof typeof OIDS) => extensionText(certificate, OIDS[member])
  return {
    name: certificate.subjectAltName,
    issuer: text('issuer'),
    buildSigner: text('buildSigner'),
    repository: text('repository'),
    ref: text('ref'),
    repositoryId: text('repositoryId'),
    ownerId: text('ownerId'),
    buildConfig: text('buildConfig'),
    event: text('event'),
    runUrl: text('runUrl'),
  }
}

/** The text of an extension: Fulcio's newer ones hold it DER-encoded. */
function extensionText(certificate: Certificate, oid: string): string | undefined {
  return certificate.extension(oid)?.valueObj.subs[0]?.value.toString('utf8')
}

/** SHA-256 of the files an in-toto statement is about. */
function subjectDigests(payload: Buffer): string[] {
  const statement: unknown = JSON.parse(payload.toString('utf8'))
  const subjects = member(statement, 'subject')
  return (Array.isArray(subjects) ? subjects : []).flatMap((subject) => {
    const digest = member(member(subject, 'digest'), 'sha256')
    return typeof digest === 'string' ? [digest.toLowerCase()] : []
  })
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, key)?.value : undefined
}

/** One JSON document, or one a line. */
function documents(text: string, input: string): unknown[] {
  try {
    return [JSON.parse(text)]
  } catch {
    // One a line, then.
  }
  try {
    return text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line): unknown => JSON.parse(line))
  } catch (cause) {
    throw new AuditError('SIGNATURE_REFUSED', `\`${input}\` names no JSON document, and no file with one a line.`, { cause })
  }
}

function refused(message: string): AuditError {
  return new AuditError('SIGNATURE_REFUSED', message, {
    remedy:
      'Give the file as it was attested, the bundle that actions/attest wrote for it, and the output of `gh attestation trusted-root`; the `signer-*` inputs say who has to have signed where that is not what the config says.',
  })
}
