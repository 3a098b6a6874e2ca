import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { initializeCA, initializeTSA } from '@sigstore/mock'
import type { Signer } from '../../src/model/proof.ts'
import { type Identity, OIDS } from '../../src/signature/signer.ts'

/** What a certificate of GitHub's says of the run that signs, by the members that are read; undefined leaves one out. */
export type Workflow = { [Member in keyof Identity]: string | undefined }

const AUDIT = 'https://github.com/acme/retail/.github/workflows/audit.yml@refs/heads/main'

export const RELEASE = {
  name: AUDIT,
  issuer: 'https://token.actions.githubusercontent.com',
  buildSigner: AUDIT,
  repository: 'https://github.com/acme/retail',
  ref: 'refs/heads/main',
  repositoryId: '4512',
  ownerId: '81',
  buildConfig: AUDIT,
  event: 'push',
  runUrl: 'https://github.com/acme/retail/actions/runs/77/attempts/1',
} as const satisfies Workflow

/** Who has to have signed for `RELEASE` to be the one. */
export const SIGNER: Signer = {
  issuer: 'token.actions.githubusercontent.com',
  repository: 'acme/retail',
  repositoryId: '4512',
  ownerId: '81',
  workflow: '.github/workflows/audit.yml',
  refs: ['refs/heads/main'],
}

const keyPair = () => generateKeyPairSync('ec', { namedCurve: 'P-256' })
const base64 = (bytes: ArrayBufferView) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')

/** Certificate and time-stamp authorities of a test, the trusted root that names them, and attestations as actions/attest writes them. */
export async function openSigstore(at: Date) {
  // Whole seconds, as GitHub's authority stamps: DER drops the last zeros of a fraction, and the verifier reads none or three digits.
  // Half a minute ahead, because the authorities' own certificates begin when they are made, which is after `at`.
  const now = new Date(Math.floor(at.getTime() / 1000) * 1000 + 30_000)
  const [ca, tsa] = [await initializeCA(keyPair(), undefined, now), await initializeTSA(keyPair(), now)]
  const from = new Date(now.getTime() - 3_600_000).toISOString()
  const authority = (uri: string, certificates: ArrayBufferView[]) => ({
    subject: { organization: 'test', commonName: 'test' },
    uri,
    certChain: { certificates: certificates.map((certificate) => ({ rawBytes: base64(certificate) })) },
    validFor: { start: from },
  })
  const trustedRoot = JSON.stringify({
    mediaType: 'application/vnd.dev.sigstore.trustedroot+json;version=0.1',
    tlogs: [],
    ctlogs: [],
    certificateAuthorities: [authority('https://fulcio.test', [ca.rootCertificate])],
    timestampAuthorities: [authority('https://tsa.test', [tsa.intCertificate, tsa.rootCertificate])],
  })

  const attest = async (body: string | Uint8Array, run: Workflow = RELEASE): Promise<string> => {
    const signer = keyPair()
    const { name, ...members } = run
    const says = Object.entries(members).flatMap(([member, value]) =>
      value === undefined ? [] : [{ oid: OIDS[member as keyof typeof OIDS], value }],
    )
    const certificate = await ca.issueCertificate({
      publicKey: signer.publicKey.export({ format: 'der', type: 'spki' }),
      subjectAltName: name ?? 'https://github.com',
      // Fulcio still writes the issuer a second time, by the number it had first.
      extensions: [{ oid: '1.3.6.1.4.1.57264.1.1', value: run.issuer ?? '', legacy: true }, ...says],
    })
    const payloadType = 'application/vnd.in-toto+json'
    const payload = Buffer.from(
      JSON.stringify({
        _type: 'https://in-toto.io/Statement/v1',
        subject: [{ name: 'evidence.json', digest: { sha256: createHash('sha256').update(body).digest('hex') } }],
        predicateType: 'https://slsa.dev/provenance/v1',
        predicate: {},
      }),
    )
    const preAuthentication = Buffer.concat([Buffer.from(`DSSEv1 ${payloadType.length} ${payloadType} ${payload.length} `), payload])
    const signature = sign('sha256', preAuthentication, signer.privateKey)
    const timestamp = await tsa.timestamp({
      artifactHash: createHash('sha256').update(signature).digest(),
      hashAlgorithmOID: '2.16.840.1.101.3.4.2.1',
      nonce: 1,
      policyOID: '1.3.6.1.4.1.57264.2',
      certReq: false,
    })
    return JSON.stringify({
      mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
      verificationMaterial: {
        certificate: { rawBytes: base64(certificate) },
        tlogEntries: [],
        timestampVerificationData: { rfc3161Timestamps: [{ signedTimestamp: base64(timestamp) }] },
      },
      dsseEnvelope: { payload: payload.toString('base64'), payloadType, signatures: [{ sig: signature.toString('base64'), keyid: '' }] },
    })
  }
  return { trustedRoot, attest, signedAt: now.toISOString() }
}
