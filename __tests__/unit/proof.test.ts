import { generateKeyPairSync, sign } from 'node:crypto'
import { beforeAll, describe, expect, it } from '@jest/globals'
import { decide } from '../../src/action/decide.ts'
import { INPUTS } from '../../src/commands/inputs.ts'
import { proofOf, signableFile, signerOf } from '../../src/commands/proof.ts'
import { validateInputs } from '../../src/commands/validate-inputs.ts'
import { proofText, type Signer } from '../../src/model/proof.ts'
import { type GivenProof, proveFile } from '../../src/signature/prove-file.ts'
import { type Identity, otherwise } from '../../src/signature/signer.ts'
import { load, MINIMAL } from '../support/config.ts'
import { openSigstore, RELEASE, SIGNER } from '../support/sigstore.ts'

const TEXT = '{"schemaVersion":2,"account":"123456789012"}\n'
const BODY = Buffer.from(TEXT)
const EDITED = Buffer.from(TEXT.replace('123456789012', '999988887777'))
const NOTHING: GivenProof = {
  attestation: undefined,
  trustedRoot: undefined,
  signer: () => SIGNER,
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
    [{ attestation: '{}', trustedRoot: '{}', signature: 'AAAA', publicKey: 'x' }, /`attestation` and `signature` are both given/],
  ])('half a proof, or two, is refused, and not told as none: %j', async (half, message) => {
    await expect(proveFile(BODY, { ...NOTHING, ...half })).rejects.toMatchObject({
      code: 'BAD_INPUT',
      message: expect.stringMatching(message),
    })
  })

  it('is refused where somebody said who has to have attested it', async () => {
    const named = new Map(INPUTS.filter(({ name }) => name.startsWith('signer-')).map(({ name }) => [name, 'x']))
    expect(named.size).toBe(5)
    for (const [name, value] of named)
      await expect(proofOf({ readText: async () => undefined }, new Map([[name, value]]), BODY, undefined)).rejects.toMatchObject({
        code: 'BAD_INPUT',
        message: `\`${name}\` is given without \`attestation\`.`,
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
  const proven = (body: Uint8Array, given: Partial<GivenProof> = {}) =>
    proveFile(body, { ...NOTHING, attestation: bundle, trustedRoot: sigstore.trustedRoot, ...given })
  const provenAs = async (run: Partial<Identity>, signer: Partial<Signer> = {}) =>
    proven(BODY, { attestation: await sigstore.attest(BODY, { ...RELEASE, ...run }), signer: () => ({ ...SIGNER, ...signer }) })

  it('proves the file, and tells whose workflow signed, for what, in which run and when', async () => {
    const proof = await proven(BODY)
    expect(proof).toEqual({
      kind: 'attested',
      repository: 'acme/retail',
      repositoryId: '4512',
      workflow: 'https://github.com/acme/retail/.github/workflows/audit.yml@refs/heads/main',
      reusable: undefined,
      ref: 'refs/heads/main',
      event: 'push',
      runUrl: RELEASE.runUrl,
      signedAt: sigstore.signedAt,
    })
    expect(proofText(proof)).toBe(
      `attested by ${RELEASE.buildConfig} for acme/retail (id 4512) on refs/heads/main, started by push, run ${RELEASE.runUrl}, at ${sigstore.signedAt}`,
    )
  })

  it('is found among several, one a line, and under one of several roots', async () => {
    const other = await openSigstore(NOW)
    const attestation = `${await sigstore.attest('another file')}\n${bundle}\n`
    expect(await proven(BODY, { attestation, trustedRoot: `${other.trustedRoot}\n${sigstore.trustedRoot}\n` })).toMatchObject({
      kind: 'attested',
    })
  })

  it('is of bytes: a byte-order mark counts, and what reads the same is another file', async () => {
    const [one, other, marked] = [Buffer.from([0x22, 0xc0, 0x22]), Buffer.from([0x22, 0xc1, 0x22]), Buffer.from(`\ufeff${TEXT}`)]
    expect(one.toString('utf8')).toBe(other.toString('utf8'))
    expect(await proven(one, { attestation: await sigstore.attest(one) })).toMatchObject({ kind: 'attested' })
    await expect(proven(other, { attestation: await sigstore.attest(one) })).rejects.toThrow(/about another file/)
    expect(await proven(marked, { attestation: await sigstore.attest(marked) })).toMatchObject({ kind: 'attested' })
    await expect(proven(marked)).rejects.toThrow(/about another file/)
  })

  it.each<[string, Partial<Identity>, RegExp]>([
    [
      'another repository',
      { repository: 'https://github.com/mallory/retail' },
      /its repository is https:\/\/github\.com\/mallory\/retail, and not https:\/\/github\.com\/acme\/retail/,
    ],
    ['a repository that took the name over', { repositoryId: '9999' }, /its repository has the id 9999, and not 4512/],
    ['an owner who took the name over', { ownerId: '666' }, /its owner has the id 666, and not 81/],
    [
      'another workflow of the repository',
      { buildConfig: at('other.yml'), buildSigner: at('other.yml'), name: at('other.yml') },
      /signed by \S+other\.yml@refs\/heads\/main: its workflow is \S+other\.yml@refs\/heads\/main, and not \S+audit\.yml@refs\/heads\/main/,
    ],
    [
      'a reusable workflow that was not named',
      { buildSigner: 'https://github.com/mallory/tools/.github/workflows/sign.yml@refs/heads/main' },
      /its job is of https:\/\/github\.com\/mallory\/tools\S+, and not \S+audit\.yml/,
    ],
    ...['refs/pull/7/merge', 'refs/tags/v1', 'refs/heads/wip', 'main'].map((ref): [string, Partial<Identity>, RegExp] => [
      `a run for ${ref}`,
      { ref, buildConfig: at('audit.yml', ref), buildSigner: at('audit.yml', ref), name: at('audit.yml', ref) },
      new RegExp(`it ran for ${ref}, and not refs/heads/main`),
    ]),
    [
      'a run that strangers start',
      { event: 'pull_request_target' },
      /it was started by pull_request_target, and not push or schedule or workflow_dispatch/,
    ],
    [
      'a token that GitHub did not make',
      { issuer: 'https://accounts.example.com' },
      /its token is of https:\/\/accounts\.example\.com, and not/,
    ],
    [
      'an enterprise with an issuer of its own',
      { issuer: 'https://token.actions.githubusercontent.com/mallory-inc' },
      /its token is of https:\/\/token\.actions\.githubusercontent\.com\/mallory-inc, and not https:\/\/token\.actions\.githubusercontent\.com/,
    ],
    ['a certificate without an id', { repositoryId: undefined }, /its repository has the id nothing that it says, and not 4512/],
  ])('of %s is refused, and it is said who signed and who had to', async (_, run, message) => {
    await expect(provenAs(run)).rejects.toMatchObject({ code: 'SIGNATURE_REFUSED', message: expect.stringMatching(message) })
  })

  it('of a reusable workflow proves the file where it is named, for a caller of the repository', async () => {
    const called = 'acme/automation/.github/workflows/audit.yml@refs/tags/v2'
    const run = { buildSigner: `https://github.com/${called}`, name: `https://github.com/${called}` }
    const proof = await provenAs(run, { workflow: called })
    expect(proofText(proof)).toMatch(/^attested by \S+acme\/retail\S+ through \S+acme\/automation\S+@refs\/tags\/v2 for acme\/retail/)
    await expect(provenAs(run, { workflow: called.replace('v2', 'v1') })).rejects.toThrow(/its job is of/)
    const elsewhere = { ...run, buildConfig: 'https://github.com/mallory/retail/.github/workflows/audit.yml@refs/heads/main' }
    await expect(provenAs(elsewhere, { workflow: called })).rejects.toThrow(
      /its workflow is \S+mallory\S+, and not one of https:\/\/github\.com\/acme\/retail at refs\/heads\/main/,
    )
  })

  it.each<[string, () => Promise<Partial<GivenProof> & { body?: Uint8Array }>, RegExp]>([
    ['the file was edited', async () => ({ body: EDITED }), /about another file/],
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

/** Address of a workflow of the repository. */
function at(file: string, ref = 'refs/heads/main'): string {
  return `https://github.com/acme/retail/.github/workflows/${file}@${ref}`
}

describe('who signed', () => {
  const members = Object.keys(RELEASE).filter((member): member is keyof Identity => member !== 'runUrl')

  /** Values of the same kind that are not the one: of others, near it, empty, and none at all. */
  const OTHERS: Readonly<Record<string, readonly string[]>> = {
    name: [at('other.yml'), at('audit.yml', 'refs/heads/wip'), 'mallory@example.com'],
    issuer: ['https://token.actions.acme.ghe.com', 'https://github.acme.example/_services/token', 'token.actions.githubusercontent.com'],
    buildSigner: [at('other.yml'), at('audit.yml', 'refs/tags/v1'), at('audit.yml').replace('acme', 'mallory')],
    repository: ['https://github.com/acme/retail-fork', 'https://acme.ghe.com/acme/retail', 'acme/retail'],
    ref: ['refs/pull/1/merge', 'refs/tags/main', 'refs/heads/main2', 'refs/heads/Main', 'main'],
    repositoryId: ['4513', '45', '45120', '04512', ' 4512'],
    ownerId: ['82', '8', '811'],
    buildConfig: [at('other.yml'), at('audit.yml', 'refs/heads/wip'), at('AUDIT.yml'), at('audit.yml').replace('acme', 'mallory')],
    event: ['pull_request_target', 'issue_comment', 'issues', 'fork', 'watch', 'Push', 'dynamic'],
  }

  it.each(members)('is another when its %s alone is', (member) => {
    expect(otherwise(RELEASE, SIGNER)).toEqual([])
    const values = [...(OTHERS[member] ?? []), '', undefined, `${RELEASE[member]}x`, `x${RELEASE[member]}`, `${RELEASE[member]}\n`]
    expect(values.length).toBeGreaterThan(6)
    expect(values.filter((value) => otherwise({ ...RELEASE, [member]: value }, SIGNER).length === 0)).toEqual([])
  })

  it('is another when a member of who is wanted is another', () => {
    const wanted: { [Member in keyof Signer]: Signer[Member] } = {
      issuer: 'token.actions.acme.ghe.com',
      repository: 'acme/other',
      repositoryId: '1',
      ownerId: '1',
      workflow: '.github/workflows/other.yml',
      refs: ['refs/heads/other'],
    }
    for (const [member, value] of Object.entries(wanted))
      expect([member, otherwise(RELEASE, { ...SIGNER, [member]: value })]).not.toEqual([member, []])
    // An owner's number that nobody knows is not asked for; the repository's is.
    expect(otherwise({ ...RELEASE, ownerId: '7' }, { ...SIGNER, ownerId: undefined })).toEqual([])
  })

  it('is told without the case of names, which GitHub has none of', () => {
    expect(otherwise(RELEASE, { ...SIGNER, repository: 'ACME/Retail' })).toEqual([])
  })

  it.each([
    ['token.actions.githubusercontent.com/acme-inc', 'https://github.com'],
    ['token.actions.acme.ghe.com', 'https://acme.ghe.com'],
    ['github.acme.example/_services/token', 'https://github.acme.example'],
  ])('is of the issuer that the config says, %s, and of its server', (issuer, server) => {
    const there = Object.fromEntries(
      Object.entries(RELEASE).map(([member, value]) => [member, value.replace(/^https:\/\/github\.com/, server)]),
    )
    expect(otherwise({ ...RELEASE, ...there, issuer: `https://${issuer}` }, { ...SIGNER, issuer })).toEqual([])
    expect(otherwise(RELEASE, { ...SIGNER, issuer })).not.toEqual([])
  })

  it('is nobody whom the action would not let deploy, reviewed changes apart', () => {
    const event = {
      ref: 'refs/heads/main',
      defaultBranch: 'main',
      isFork: false,
      hasIdToken: true,
      followsDefaultBranch: true,
      deployPolicy: 'manual' as const,
    }
    const vouch = (name: string) => otherwise({ ...RELEASE, event: name }, SIGNER).length === 0
    const runs = (name: string) => decide({ ...event, name }, 'plan').kind === 'run'
    const names = [
      'push',
      'schedule',
      'release',
      'create',
      'deployment',
      'workflow_run',
      'pull_request',
      'merge_group',
      'issues',
      'status',
      'fork',
    ]
    expect(names.filter((name) => vouch(name) !== runs(name))).toEqual([])
  })
})

describe('who has to have signed', () => {
  const github = (more: string) => load(`${MINIMAL}github:\n  repository: acme/retail\n${more}`).github
  const inputs = (given: Record<string, string>) => new Map(Object.entries(given))
  const workflow = { 'signer-workflow': '.github/workflows/audit.yml' }

  it('is what the config knows', () => {
    const known = github('  repository-id: "4512"\n  owner-id: "81"\n  branches: [main, release]\n')
    expect(signerOf(inputs(workflow), known)).toEqual({ ...SIGNER, refs: ['refs/heads/main', 'refs/heads/release'] })
    const enterprise = github('  repository-id: "4512"\n  owner-id: "81"\n  issuer: https://token.actions.acme.ghe.com\n')
    expect(signerOf(inputs(workflow), enterprise)).toMatchObject({
      issuer: 'token.actions.acme.ghe.com',
      ownerId: '81',
      refs: ['refs/heads/main'],
    })
  })

  it('is of another repository what the inputs say, and nothing of the config', () => {
    const known = github('  repository-id: "4512"\n  owner-id: "81"\n')
    const other = { ...workflow, 'signer-repository': 'acme/other' }
    expect(() => signerOf(inputs(other), known)).toThrow('whose it has to be is not said')
    const all = { ...other, 'signer-repository-id': '7', 'signer-ref': 'refs/heads/main,refs/tags/v1' }
    expect(signerOf(inputs(all), known)).toEqual({
      ...SIGNER,
      repository: 'acme/other',
      repositoryId: '7',
      ownerId: undefined,
      refs: ['refs/heads/main', 'refs/tags/v1'],
    })
  })

  it('has to be said whole: everything that lacks is named', () => {
    const remedyOf = (given: Record<string, string>, known: Parameters<typeof signerOf>[1]) => {
      try {
        return signerOf(inputs(given), known)
      } catch (error) {
        return (error as { remedy: string }).remedy
      }
    }
    expect(remedyOf({}, undefined)).toBe(
      'Give `signer-repository: owner/name`, or a config with `github.repository`; `signer-repository-id`, or `github.repository-id` in the config (`gh api repos/owner/name --jq .id`); `signer-workflow: .github/workflows/<name>.yml`, the file of the workflow that attests; `signer-ref: refs/heads/<branch>`, what that workflow runs on.',
    )
    expect(remedyOf(workflow, github(''))).toBe(
      'Give `signer-repository-id`, or `github.repository-id` in the config (`gh api repos/acme/retail --jq .id`).',
    )
    expect(() => signerOf(inputs({ ...workflow, 'signer-issuer': 'https://evil.example' }), github('  repository-id: "1"\n'))).toThrow(
      '`signer-issuer` is "https://evil.example", which is no issuer of GitHub\'s.',
    )
  })

  it.each([
    ['signer-repository', 'retail'],
    ['signer-repository-id', 'acme/retail'],
    ['signer-workflow', 'audit.yml'],
    ['signer-workflow', '.github/workflows/audit.yml@refs/heads/main'],
    ['signer-ref', 'refs/heads/main main'],
  ])('is not guessed from half a value: %s %s', (name, value) => {
    expect(() => validateInputs(new Map([[name, value]]), (input) => input)).toThrow(new RegExp(`${name} is "`))
  })
})

describe('a file that may be signed', () => {
  const file = (bytes: Uint8Array) => signableFile({ readBytes: async () => bytes }, 'evidence.json')

  it('is judged by its text without a byte-order mark, and proven with it', async () => {
    const bytes = Buffer.from(`\ufeff${TEXT}`)
    expect(await file(bytes)).toEqual({ bytes, text: TEXT })
  })

  it('is refused where it is no text, by the place', async () => {
    await expect(file(Buffer.concat([BODY, Buffer.from([0xff])]))).rejects.toMatchObject({
      code: 'BAD_INPUT',
      message: `evidence.json is not UTF-8: byte ${BODY.length} belongs to no character.`,
    })
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
  const signature = sign(hash, BODY, pair.privateKey).toString('base64')

  it('proves the file', async () =>
    expect(await proveFile(BODY, { ...NOTHING, signature, publicKey })).toEqual({
      kind: 'signed',
      keyId: expect.stringMatching(/^[0-9a-f]{64}$/),
    }))

  it('is refused for another file, another key, another signature, and what is no key', async () => {
    const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ type: 'spki', format: 'pem' }).toString()
    const wrong: [Uint8Array, Partial<GivenProof>][] = [
      [Buffer.concat([Buffer.from('\ufeff'), BODY]), {}],
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
