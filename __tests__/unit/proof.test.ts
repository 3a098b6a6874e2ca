import { generateKeyPairSync, sign } from 'node:crypto'
import { beforeAll, describe, expect, it } from '@jest/globals'
import { type GivenProof, proveFile } from '../../src/signature/prove-file.ts'
import { openSigstore, RELEASE } from '../support/sigstore.ts'

const BODY = '{"schemaVersion":2,"account":"123456789012"}\n'
const EDITED = BODY.replace('123456789012', '999988887777')
const NOTHING: GivenProof = {
  attestation: undefined,
  trustedRoot: undefined,
  signerRepository: undefined,
  signature: undefined,
  publicKey: undefined,
}

describe('a file without a proof', () => {
  it('is told as unsigned', async () => expect(await proveFile(BODY, NOTHING)).toEqual({ kind: 'unsigned' }))

  it.each([
    [{ attestation: '{}' }, /`attestation` is given without `trusted-root`/],
    [{ trustedRoot: '{}' }, /`trusted-root` is given without `attestation`/],
    [{ signature: 'AAAA' }, /`signature` is given without `public-key`/],
    [{ publicKey: 'x' }, /`public-key` is given without `signature`/],
    [{ attestation: '{}', trustedRoot: '{}' }, /whose workflow is not said/],
  ])('half a proof is refused, and not told as none: %j', async (half, message) => {
    await expect(proveFile(BODY, { ...NOTHING, ...half })).rejects.toMatchObject({
      code: 'BAD_INPUT',
      message: expect.stringMatching(message),
    })
  })
})

describe('an attestation', () => {
  // The authorities' certificates begin when they are made.
  const NOW = new Date(Math.ceil(Date.now() / 1000) * 1000)
  let sigstore: Awaited<ReturnType<typeof openSigstore>>
  let bundle: string
  beforeAll(async () => {
    sigstore = await openSigstore(NOW)
    bundle = await sigstore.attest(BODY)
  })
  const proven = (body: string, given: Partial<GivenProof> = {}) =>
    proveFile(body, { ...NOTHING, attestation: bundle, trustedRoot: sigstore.trustedRoot, signerRepository: 'acme/retail', ...given })

  it('proves the file, whose workflow, which run and when', async () => {
    expect(await proven(BODY)).toEqual({
      kind: 'attested',
      repository: 'acme/retail',
      workflow: 'https://github.com/acme/retail/.github/workflows/audit.yml@refs/heads/main',
      runUrl: RELEASE.runUrl,
      signedAt: NOW.toISOString(),
    })
  })

  it('is found among several, one a line, and under one of several roots', async () => {
    const other = await openSigstore(NOW)
    const attestation = `${await sigstore.attest('another file')}\n${bundle}\n`
    expect(await proven(BODY, { attestation, trustedRoot: `${other.trustedRoot}\n${sigstore.trustedRoot}\n` })).toMatchObject({
      kind: 'attested',
    })
  })

  it.each<[string, () => Promise<Partial<GivenProof> & { body?: string }>, RegExp]>([
    ['the file was edited', async () => ({ body: EDITED }), /about another file/],
    [
      'it is of another repository',
      async () => ({ attestation: await sigstore.attest(BODY, { ...RELEASE, repository: 'https://github.com/mallory/retail' }) }),
      /signed for https:\/\/github\.com\/mallory\/retail, and not for https:\/\/github\.com\/acme\/retail/,
    ],
    [
      'it is of a token that GitHub did not make',
      async () => ({ attestation: await sigstore.attest(BODY, { ...RELEASE, issuer: 'https://accounts.example.com' }) }),
      /not by a GitHub workflow/,
    ],
    [
      'it is from authorities that are not trusted',
      async () => ({ trustedRoot: (await openSigstore(NOW)).trustedRoot }),
      /No attestation proves this file/,
    ],
    ['its statement was exchanged', async () => ({ body: EDITED, attestation: exchanged(bundle) }), /signature verification failed/],
    ['its time stamp was taken out', async () => ({ attestation: without(bundle) }), /expected 1 timestamps, got 0/],
    ['it is no bundle', async () => ({ attestation: '{"a":1}' }), /No attestation proves this file/],
    ['it is no JSON', async () => ({ attestation: 'not json' }), /`attestation` names no JSON/],
    ['the root is no JSON', async () => ({ trustedRoot: '<html>' }), /`trusted-root` names no JSON/],
    ['there is none in the file', async () => ({ attestation: '\n' }), /No attestation proves this file/],
  ])('is refused when %s', async (_, make, message) => {
    const { body = BODY, ...given } = await make()
    await expect(proven(body, given)).rejects.toMatchObject({ code: 'SIGNATURE_REFUSED', message: expect.stringMatching(message) })
  })
})

/** The statement of the edited file under the old signature. */
function exchanged(bundle: string): string {
  const parsed = JSON.parse(bundle)
  const statement = JSON.parse(Buffer.from(parsed.dsseEnvelope.payload, 'base64').toString())
  statement.predicate = { edited: true }
  parsed.dsseEnvelope.payload = Buffer.from(JSON.stringify(statement)).toString('base64')
  return JSON.stringify(parsed)
}

function without(bundle: string): string {
  const parsed = JSON.parse(bundle)
  parsed.verificationMaterial.timestampVerificationData = { rfc3161Timestamps: [] }
  return JSON.stringify(parsed)
}

describe.each([
  ['RSA, PKCS#1', generateKeyPairSync('rsa', { modulusLength: 2048 }), 'sha256'],
  ['P-256', generateKeyPairSync('ec', { namedCurve: 'P-256' }), 'sha256'],
  ['P-384', generateKeyPairSync('ec', { namedCurve: 'P-384' }), 'sha384'],
] as const)('a signature by a KMS key (%s)', (_, pair, hash) => {
  const publicKey = pair.publicKey.export({ type: 'spki', format: 'pem' }).toString()
  const signature = sign(hash, Buffer.from(BODY), pair.privateKey).toString('base64')

  it('proves the file', async () =>
    expect(await proveFile(BODY, { ...NOTHING, signature, publicKey })).toEqual({
      kind: 'signed',
      keyId: expect.stringMatching(/^[0-9a-f]{64}$/),
    }))

  it('is refused for another file, another key, another signature, and what is no key', async () => {
    const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ type: 'spki', format: 'pem' }).toString()
    const wrong: [string, Partial<GivenProof>][] = [
      [EDITED, {}],
      [BODY, { publicKey: other }],
      [BODY, { signature: signature.slice(4) }],
      [BODY, { signature: 'not base64 at all' }],
      [BODY, { publicKey: 'no key' }],
    ]
    for (const [body, given] of wrong)
      await expect(proveFile(body, { ...NOTHING, signature, publicKey, ...given })).rejects.toMatchObject({ code: 'SIGNATURE_REFUSED' })
  })
})
