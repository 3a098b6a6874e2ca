import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from '@jest/globals'
import { contradictedBy } from '../../src/commands/proof.ts'
import type { EvidenceEnvelope, EvidenceFile } from '../../src/model/evidence.ts'
import { proveFile } from '../../src/signature/prove-file.ts'
import { impossibilities, parseEvidenceFile, sealedEvidence } from '../../src/verify/evidence-file.ts'
import { designedAnswers, PLACE } from '../support/answers.ts'
import { example } from '../support/config.ts'
import { openSigstore, SIGNER } from '../support/sigstore.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const CALLER = 'arn:aws:sts::123456789012:assumed-role/verify/run'
const STARTED = '2026-11-23T06:00:00.000Z'
const FINISHED = '2026-11-23T06:00:09.000Z'
const NOW = new Date('2026-11-23T07:00:00.000Z')

const envelope = (operation: string, parameters: Record<string, unknown>, overrides: Partial<EvidenceEnvelope> = {}): EvidenceEnvelope => {
  const answer = designedAnswers()({ operation, parameters, region: PLACE.region })
  return {
    operation,
    parameters,
    account: PLACE.account,
    region: PLACE.region,
    caller: CALLER,
    time: '2026-11-23T06:00:03.000Z',
    requestId: 'r-1',
    pages: 1,
    sha256: sha256(JSON.stringify(answer)),
    answer,
    ...overrides,
  }
}

const content = (overrides: Partial<EvidenceFile> = {}): Omit<EvidenceFile, 'sha256'> => ({
  schemaVersion: 2,
  tool: 'mlops-audit 0.1.0',
  configHash: '',
  account: PLACE.account,
  region: PLACE.region,
  caller: CALLER,
  run: { key: '77-1', url: 'https://github.com/acme/retail/actions/runs/77' },
  collectedAt: STARTED,
  finishedAt: FINISHED,
  reads: [envelope('cloudtrail:DescribeTrails', {}), envelope('iam:ListOpenIDConnectProviders', {})],
  ...overrides,
})
const parsed = (body: string) => parseEvidenceFile(body, 'evidence.json', sha256)
const written = (overrides: Partial<EvidenceFile> = {}) => parsed(sealedEvidence(content(overrides), sha256))
const wrong = (overrides: Partial<EvidenceFile>) => impossibilities(written(overrides), { now: NOW, config: undefined })

describe('evidence.json', () => {
  it('is read back as it was written, and possible', () => {
    expect(written()).toMatchObject(content())
    expect(impossibilities(written(), { now: NOW, config: example() })).toEqual([])
  })

  it.each<[string, (file: Record<string, unknown>) => unknown, RegExp, number]>([
    ['an older version', (file) => ({ ...file, schemaVersion: 1 }), /schemaVersion is 1, not 2/, 2],
    ['no reads', (file) => ({ ...file, reads: [] }), /reads is a list of 0/, 1],
    ['a time that is none', (file) => ({ ...file, collectedAt: 'yesterday' }), /collectedAt is "yesterday", not a time/, 1],
    [
      'an answer of no state',
      (file) => ({ ...file, reads: [{ ...envelope('a:B', {}), answer: { state: 'perhaps' } }] }),
      /reads\[0\]\.answer\.state is "perhaps"/,
      1,
    ],
    [
      'an answer without value',
      (file) => ({ ...file, reads: [{ ...envelope('a:B', {}), answer: { state: 'read' } }] }),
      /reads\[0\]\.answer\.value is missing/,
      1,
    ],
    ['a list', () => [], /the whole is a list/, 1],
    ['null', () => null, /the whole is null/, 1],
    ['a number', () => 7, /the whole is 7/, 1],
  ])('%s is refused, with its place', (_, change, message, line) => {
    const body = JSON.stringify(change(JSON.parse(sealedEvidence(content(), sha256))), null, 2)
    const error = caught(() => parsed(body))
    expect(error).toMatchObject({ code: 'BAD_EVIDENCE', isUserError: true, message: expect.stringMatching(message) })
    const [problem] = (error as { problems: { position: { file: string; line: number } }[] }).problems
    expect(problem?.position.file).toBe('evidence.json')
    expect(problem?.position.line).toBeGreaterThanOrEqual(line)
  })

  it.each([
    [
      'an answer',
      (text: string) => text.replace('"IsMultiRegionTrail": true', '"IsMultiRegionTrail": false'),
      /cloudtrail:DescribeTrails no longer match/,
    ],
    ['a time', (text: string) => text.replace(FINISHED, '2026-11-23T06:00:08.000Z'), /its times, accounts or questions no longer match/],
    ['a member more', (text: string) => text.replace('"schemaVersion"', '"x": 1, "schemaVersion"'), /no longer match/],
    ['what is no JSON', (text: string) => text.slice(0, 400), /is not JSON/],
  ])('is refused when %s was changed', (_, change, message) => {
    const body = change(sealedEvidence(content(), sha256))
    expect(() => parsed(body)).toThrow(message)
  })

  it.each<[string, Partial<EvidenceFile>, RegExp]>([
    ['the future', { collectedAt: '2026-11-23T08:00:00.000Z', finishedAt: '2026-11-23T08:00:00.000Z' }, /collected in the future/],
    ['before the tool', { collectedAt: '2025-01-01T00:00:00.000Z', finishedAt: '2025-01-01T00:01:00.000Z' }, /before this tool existed/],
    ['an end before the start', { finishedAt: '2026-11-23T05:59:00.000Z' }, /ended .* before it started/],
    ['a run of days', { collectedAt: '2026-11-20T06:00:00.000Z' }, /longer than a day/],
    [
      'a read outside of the run',
      { reads: [envelope('iam:ListRoles', {}, { time: '2026-11-22T06:00:00.000Z' })] },
      /iam:ListRoles was answered at .*, outside of the run/,
    ],
    ['a caller of another account', { caller: CALLER.replace('123456789012', '999988887777') }, /is not of its account/],
    [
      'a read of another account',
      { reads: [envelope('iam:ListRoles', {}, { account: '999988887777' })] },
      /was asked as .* in 999988887777/,
    ],
    ['a region of another partition', { region: 'cn-north-1' }, /not of the partition/],
    ['two answers to one question', { reads: [envelope('iam:ListRoles', {}), envelope('iam:ListRoles', {})] }, /answered twice/],
  ])('%s is impossible', (_, overrides, message) => expect(wrong(overrides).join('; ')).toMatch(message))

  it('of another account or region than the config is refused', () => {
    const config = { ...example(), account: '210987654321', region: 'eu-central-1' }
    expect(impossibilities(written(), { now: NOW, config })).toEqual([
      'it is of account 123456789012, the config is for 210987654321',
      'it is of us-east-1, the config is for eu-central-1',
    ])
  })
})

describe('edited evidence with new hashes', () => {
  const body = sealedEvidence(content(), sha256)
  const reads = [envelope('iam:ListRoles', {})]
  const forged = sealedEvidence(content({ reads }), sha256)
  let sigstore: Awaited<ReturnType<typeof openSigstore>>
  beforeAll(async () => {
    sigstore = await openSigstore(new Date(Math.floor(Date.now() / 1000) * 1000 + 120))
  })

  it('is read, and told as unsigned, where no proof is asked for', async () => {
    expect(parsed(forged).reads).toHaveLength(1)
    expect(
      await proveFile(Buffer.from(forged), {
        attestation: undefined,
        trustedRoot: undefined,
        signer: () => SIGNER,
        signature: undefined,
        publicKey: undefined,
      }),
    ).toEqual({ kind: 'unsigned' })
  })

  it('is refused where an attestation is asked for', async () => {
    const given = {
      attestation: await sigstore.attest(body),
      trustedRoot: sigstore.trustedRoot,
      signer: () => SIGNER,
      signature: undefined,
      publicKey: undefined,
    }
    await expect(proveFile(Buffer.from(forged), given)).rejects.toMatchObject({ code: 'SIGNATURE_REFUSED' })
    expect(await proveFile(Buffer.from(body), given)).toMatchObject({ kind: 'attested' })
  })

  it('is bound to run and time of the attestation', () => {
    const proof = {
      kind: 'attested' as const,
      repository: 'acme/retail',
      repositoryId: '4512',
      workflow: 'w',
      reusable: undefined,
      ref: 'refs/heads/main',
      event: 'push',
      runUrl: 'https://github.com/acme/retail/actions/runs/77/attempts/1',
      signedAt: FINISHED,
    }
    const said = () => ({ finishedAt: written().finishedAt, runUrl: written().run.url })
    expect(contradictedBy(proof, said())).toEqual([])
    expect(contradictedBy({ ...proof, runUrl: 'https://github.com/acme/retail/actions/runs/771/attempts/1' }, said()).join()).toMatch(
      /it says run .*77, and was attested by .*771/,
    )
    expect(contradictedBy({ ...proof, signedAt: '2026-11-23T05:00:00.000Z' }, said()).join()).toMatch(/before it was finished/)
    expect(contradictedBy({ ...proof, signedAt: '2026-11-25T05:00:00.000Z' }, said()).join()).toMatch(/more than a day after/)
  })
})

function caught(work: () => unknown): unknown {
  try {
    work()
  } catch (error) {
    return error
  }
  throw new Error('nothing was thrown')
}
