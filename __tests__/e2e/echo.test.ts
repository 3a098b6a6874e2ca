import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { runAction } from '../../sandbox/runner.ts'
import { exampleText } from '../support/config.ts'
import { BUNDLE } from '../support/sandbox.ts'

const random = (length: number) =>
  Array.from({ length }, (_, index) => 'aZ3bY7cX1dW9eV5fU2gT8hS4iR6jQ0k'[(index * index * 7 + index * 3 + length) % 31]).join('')

/** Made up here, each of the shape of its kind. */
const SECRETS = {
  request: random(60),
  jwt: `eyJ${random(40)}.eyJ${random(200)}.${random(86)}`,
  github: `ghs_${random(36)}`,
  accessKey: 'ASIAQWERTYUIOPASDFGH',
  secretKey: random(40),
  session: `IQoJb3JpZ2luX2Vj${random(300)}`,
  ownKey: random(41).slice(1),
  ownSession: `FwoGZXIvYXdzE${random(250)}`,
  comment: random(32),
}

const STS = (body: string) =>
  `<AnswerResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">${body}<ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></AnswerResponse>`

/** Services that give back all they got, in their own form of an error. `sts`: whether STS lets the run in first. */
class Echo {
  sts: 'answers' | 'echoes' = 'echoes'
  #server: Server | undefined
  url = ''

  async start(): Promise<void> {
    this.#server = createServer((request, response) => {
      let body = ''
      request.on('data', (chunk) => {
        body += chunk
      })
      request.on('end', () => {
        const [status, type, text] = this.#answer(request, body)
        response.writeHead(status, { 'content-type': type, 'x-amzn-errortype': 'AccessDeniedException' }).end(text)
      })
    })
    await new Promise<void>((done) => this.#server?.listen(0, '127.0.0.1', done))
    this.url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  stop(): void {
    this.#server?.closeAllConnections()
    this.#server?.close()
  }

  #answer(request: IncomingMessage, body: string): [number, string, string] {
    const path = request.url ?? ''
    if (path === '/_sandbox/runs')
      return [
        200,
        'application/json',
        JSON.stringify({ ACTIONS_ID_TOKEN_REQUEST_URL: `${this.url}/oidc?x=1`, ACTIONS_ID_TOKEN_REQUEST_TOKEN: SECRETS.request }),
      ]
    if (path.startsWith('/oidc')) return [200, 'application/json', JSON.stringify({ value: SECRETS.jwt })]
    if (this.sts === 'answers' && /Action=AssumeRoleWithWebIdentity/.test(body))
      return [
        200,
        'text/xml',
        STS(
          `<AssumeRoleWithWebIdentityResult><Credentials><AccessKeyId>${SECRETS.accessKey}</AccessKeyId><SecretAccessKey>${SECRETS.secretKey}</SecretAccessKey><SessionToken>${SECRETS.session}</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleWithWebIdentityResult>`,
        ),
      ]
    if (this.sts === 'answers' && /Action=GetCallerIdentity/.test(body))
      return [
        200,
        'text/xml',
        STS(
          '<GetCallerIdentityResult><Arn>arn:aws:sts::123456789012:assumed-role/r/s</Arn><UserId>u</UserId><Account>123456789012</Account></GetCallerIdentityResult>',
        ),
      ]
    const told = `you sent ${request.method} ${path} ${JSON.stringify(request.headers)} ${body} and ${SECRETS.secretKey}`
    const isJson = !/xml|urlencoded/.test(String(request.headers['content-type'] ?? 'application/json'))
    return isJson
      ? [403, 'application/json', JSON.stringify({ __type: 'AccessDeniedException', message: told, Message: told })]
      : [
          403,
          'text/xml',
          `<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>${told.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</Message></Error><RequestId>r</RequestId></ErrorResponse>`,
        ]
  }
}

describe('services that echo what they got', () => {
  const echo = new Echo()
  let folder = ''
  beforeAll(async () => {
    await echo.start()
    folder = mkdtempSync(join(tmpdir(), 'echo-'))
    writeFileSync(join(folder, 'mlops-audit.yml'), exampleText())
  })
  afterAll(() => {
    echo.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  const filesText = () =>
    readdirSync(join(folder, '.mlops-audit'), { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, '.mlops-audit', name))
      .filter((path) => statSync(path).isFile())
      .map((path) => {
        expect([path, statSync(path).mode & 0o777]).toEqual([path, 0o600])
        return readFileSync(path, 'utf8')
      })
      .join('\n')
  /** Which secrets a text has, whole or twelve characters of them. */
  const secretsIn = (text: string) =>
    Object.entries(SECRETS).flatMap(([name, secret]) =>
      Array.from({ length: secret.length - 11 }, (_, start) => secret.slice(start, start + 12)).some((piece) => text.includes(piece))
        ? [name]
        : [],
    )
  const payload = (event: string) => ({
    repository: { private: true, visibility: 'private', default_branch: 'main' },
    ...(event === 'pull_request' ? { pull_request: { number: 1, head: { sha: 'f00dfeed', repo: { full_name: 'acme/retail' } } } } : {}),
  })

  it.each([
    ['STS', 'schedule', 'echoes', 'verify'],
    ['every service but STS', 'schedule', 'answers', 'verify'],
    ['every service but STS', 'push', 'answers', 'deploy'],
    ['every service but STS, and GitHub', 'pull_request', 'answers', 'auto'],
  ] as const)('%s, on %s (STS %s, %s): no secret in log, summary, outputs or files', async (_, event, sts, command) => {
    echo.sts = sts
    const result = await runAction(BUNDLE, {
      url: echo.url,
      cwd: folder,
      event,
      payload: payload(event),
      run: { repository: 'acme/retail', repositoryId: '4512', ownerId: '81', ref: 'refs/heads/main', event },
      inputs: { command, 'comment-key': SECRETS.comment },
      token: SECRETS.github,
    })
    const said = [result.log.replaceAll(/^::add-mask::.*$/gm, ''), result.summary, JSON.stringify(result.outputs), filesText()].join('\n')
    expect(secretsIn(said)).toEqual([])
    // The echo was there: what was said of it is redacted.
    expect(said).toMatch(/you sent [\s\S]*\[redacted/)
    expect(result.exitCode).toBeGreaterThan(0)
  })

  it('every service but STS, to the CLI, with credentials of its own', async () => {
    echo.sts = 'answers'
    const said = await new Promise<string>((done) => {
      let text = ''
      const child = spawn(process.execPath, [BUNDLE, 'verify'], {
        cwd: folder,
        env: {
          PATH: process.env['PATH'] ?? '',
          HOME: folder,
          AWS_ENDPOINT_URL: echo.url,
          AWS_REGION: 'us-east-1',
          AWS_EC2_METADATA_DISABLED: 'true',
          AWS_ACCESS_KEY_ID: SECRETS.accessKey,
          AWS_SECRET_ACCESS_KEY: SECRETS.ownKey,
          AWS_SESSION_TOKEN: SECRETS.ownSession,
        } as NodeJS.ProcessEnv,
      })
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (chunk) => {
          text += String(chunk)
        })
      child.once('close', () => done(text))
    })
    expect(secretsIn(`${said}\n${filesText()}`)).toEqual([])
    expect(said).toMatch(/\[redacted/)
  })
})
