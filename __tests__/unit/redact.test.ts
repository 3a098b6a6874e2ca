import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { createRedactor, secretsOf } from '../../src/text/redact.ts'
import { runs } from '../support/length.ts'

const RUNS = { numRuns: runs(100, 1000) }
const chars = (from: string, length: number | { min: number; max: number }) =>
  fc.string({
    unit: fc.constantFrom(...from),
    minLength: typeof length === 'number' ? length : length.min,
    maxLength: typeof length === 'number' ? length : length.max,
  })
const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const LETTERS = `${UPPER}${UPPER.toLowerCase()}0123456789`
const BASE64 = `${LETTERS}+/`
const URL_SAFE = `${LETTERS}-_`

/** Secrets as their issuers make them. */
const SECRETS: Readonly<Record<string, fc.Arbitrary<string>>> = {
  'access key id': fc.tuple(fc.constantFrom('AKIA', 'ASIA'), chars(`${UPPER}234567`, 16)).map((parts) => parts.join('')),
  'session token': fc
    .tuple(fc.constantFrom('IQoJb3JpZ2luX2Vj', 'FwoGZXIvYXdzE', 'FQoGZXIvYXdzE'), chars(BASE64, { min: 100, max: 300 }))
    .map(([head, rest]) => `${head}${rest}==`),
  JWT: fc
    .tuple(chars(URL_SAFE, { min: 30, max: 90 }), chars(URL_SAFE, { min: 60, max: 300 }), chars(URL_SAFE, 86))
    .map(([a, b, c]) => `eyJ${a}.eyJ${b}.${c}`),
  'GitHub token': fc.oneof(
    fc.tuple(fc.constantFrom('ghs_', 'ghp_', 'gho_', 'ghu_', 'ghr_'), chars(LETTERS, 36)).map((parts) => parts.join('')),
    chars(`${LETTERS}_`, 82).map((rest) => `github_pat_${rest}`),
  ),
  'private key': chars(BASE64, { min: 200, max: 400 }).map(
    (body) => `-----BEGIN RSA PRIVATE KEY-----\n${body.replace(/.{64}/g, '$&\n')}\n-----END RSA PRIVATE KEY-----`,
  ),
}
const SECRET_KEY = chars(BASE64, 40).filter((key) => /[a-z]/.test(key) && /[A-Z]/.test(key))

/** How services give back what they got. */
const ECHOES: readonly ((secret: string) => string)[] = [
  (secret) => `Invalid token: ${secret}.`,
  (secret) => `{"headers":{"authorization":"Bearer ${secret}"}}`,
  (secret) => JSON.stringify({ message: `bad "${secret}"` }),
  (secret) => `<Error><Token>${secret}</Token></Error>`,
  (secret) => `https://example.com/?token=${encodeURIComponent(secret)}&x=1`,
  (secret) => `'${secret}'`,
]

/** Whether twelve characters of the secret in a row are left. */
function isLeft(text: string, secret: string): boolean {
  return Array.from({ length: Math.max(1, secret.length - 11) }, (_, start) => secret.slice(start, start + 12)).some((piece) =>
    text.includes(piece),
  )
}

describe('redaction by value', () => {
  it('leaves nothing of a secret it was told of, whatever it looks like and however it is echoed', () => {
    const secret = fc.oneof(chars(`${BASE64}=!$%&"'{}`, { min: 16, max: 200 }), fc.uuid(), ...Object.values(SECRETS))
    fc.assert(
      fc.property(secret, fc.constantFrom(...ECHOES), fc.string(), (value, echo, around) => {
        const redactor = createRedactor()
        redactor.add(value)
        const shown = redactor.redact(`${around} ${echo(value)} ${around}`)
        expect(shown.includes(value) || shown.includes(encodeURIComponent(value))).toBe(false)
        expect(shown).toContain('[redacted')
      }),
      RUNS,
    )
  })

  it('knows it in base64, wherever it stands in what was encoded', () => {
    fc.assert(
      fc.property(chars(LETTERS, { min: 24, max: 60 }), fc.string({ maxLength: 9 }), (value, before) => {
        const redactor = createRedactor()
        redactor.add(value)
        const encoded = Buffer.from(`${before}${value}`).toString('base64')
        const decoded = redactor
          .redact(encoded)
          .split('[redacted secret]')
          .map((part) => Buffer.from(part, 'base64').toString())
        expect(redactor.redact(encoded)).toContain('[redacted')
        expect(decoded.some((part) => part.includes(value.slice(2, -2)))).toBe(false)
      }),
      RUNS,
    )
  })

  it('knows the pieces that a cut text leaves', () => {
    fc.assert(
      fc.property(chars(BASE64, { min: 60, max: 200 }), fc.nat(40), (value, cut) => {
        const redactor = createRedactor()
        redactor.add(value)
        expect(isLeft(redactor.redact(`x ${value.slice(0, 20 + cut)}…`), value)).toBe(false)
        expect(isLeft(redactor.redact(`…${value.slice(cut, cut + 20)} x`), value)).toBe(false)
      }),
      RUNS,
    )
  })

  it('does not take a word for a secret', () => {
    const redactor = createRedactor()
    for (const short of ['', 'test', 'main']) redactor.add(short)
    expect(redactor.redact('a test of main')).toBe('a test of main')
  })
})

describe('redaction by shape', () => {
  it.each(Object.entries(SECRETS))('hides a %s that nobody told of, however it is echoed', (_, secret) => {
    fc.assert(
      fc.property(secret, fc.constantFrom(...ECHOES), (value, echo) => {
        const shown = createRedactor().redact(echo(value))
        expect([shown, isLeft(shown, value.replaceAll('\n', ''))]).toEqual([expect.stringContaining('[redacted'), false])
      }),
      RUNS,
    )
  })

  it('hides a secret access key by its randomness: fewer than one in a hundred is missed, and none beside its name', () => {
    const { redact } = createRedactor()
    const keys = fc.sample(SECRET_KEY, { numRuns: 2000, seed: 7 })
    expect(keys.filter((key) => redact(`it was ${key}, sent`).includes(key)).length).toBeLessThan(20)
    for (const key of keys)
      for (const beside of [
        `SecretAccessKey: ${key}`,
        `"secretAccessKey":"${key}"`,
        `aws_secret_access_key=${key}`,
        `<SecretAccessKey>${key}</SecretAccessKey>`,
      ])
        expect(redact(beside)).not.toContain(key)
  })

  it.each([
    ['an address with a password', 'connect to http://proxy:hunter2@10.0.0.1:3128 failed', 'hunter2'],
    ['a signature', `X-Amz-Signature=${'0f'.repeat(32)}&x`, '0f0f'],
    ['an authorization', 'Authorization: Basic dXNlcjpwYXNz', 'dXNl'],
    ['a request token', 'ACTIONS_ID_TOKEN_REQUEST_TOKEN=abcdefghijklmnop', 'ghij'],
    ['a private key that is cut off', '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC', 'MIIE'],
  ])('hides %s', (_, text, secret) => expect(createRedactor().redact(text)).not.toContain(secret))

  it.each([
    'arn:aws:iam::123456789012:role/mlops-retail-prediction-dev-audit-deploy',
    'a1b2c3d4e5f60718293a4b5c6d7e8f9012345678',
    'sha256:0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0',
    'MlopsRetailPredictionDevAuditLogBucket12',
    'AROAEXAMPLEEXAMPLEEX:mlops-audit-123-1-audit-a1b2c3d',
    's3://mlops-cloudtrail-logs-us-east-1-123456789012/AWSLogs/123456789012/CloudTrail/us-east-1/2026/11/25',
    'session token expired; id-token: write; secret',
    'https://user@example.com/path',
    '2026-11-25T13:10:04Z request 0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0',
    'mlops-retail-prediction-audit-LogBucket-1ABCDEFGHIJKL',
  ])('leaves what is none: %s', (text) => expect(createRedactor().redact(text)).toBe(text))

  it('takes time in proportion to the text', () => {
    const redactor = createRedactor()
    redactor.add('x'.repeat(2000))
    for (const unit of [
      '-----BEGIN PRIVATE KEY-----',
      'eyJ',
      'ghs_',
      '://a:',
      'secret_access_key=',
      'AKIA',
      'x',
      ' authorization: bearer ',
    ]) {
      const text = unit.repeat(Math.ceil(200_000 / unit.length))
      expect(redactor.redact(text).length).toBeLessThan(text.length * 30)
    }
  })
})

describe('secretsOf', () => {
  it('knows them by their names', () => {
    expect(
      secretsOf({
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'a',
        ACTIONS_ID_TOKEN_REQUEST_URL: 'no',
        AWS_SECRET_ACCESS_KEY: 'b',
        AWS_SESSION_TOKEN: 'c',
        AWS_WEB_IDENTITY_TOKEN_FILE: 'no',
        'INPUT_GITHUB-TOKEN': 'd',
        'INPUT_COMMENT-KEY': 'e',
        GITHUB_REPOSITORY: 'no',
        PATH: 'no',
        EMPTY_TOKEN: '',
      }),
    ).toEqual(['a', 'b', 'c', 'd', 'e'])
  })
})
