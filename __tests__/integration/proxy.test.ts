import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, request, type Server } from 'node:http'
import { createServer as createTlsServer, type Server as TlsServer } from 'node:https'
import { type AddressInfo, connect, type Server as NetServer, type Socket } from 'node:net'
import { delimiter, dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import ts from 'typescript'
import { root } from '../../scripts/paths.mjs'

const listen = (server: NetServer) =>
  new Promise<number>((done) => server.listen(0, '127.0.0.1', () => done((server.address() as AddressInfo).port)))

const XML =
  '<GetCallerIdentityResponse><GetCallerIdentityResult><Account>123456789012</Account><Arn>arn:aws:iam::123456789012:root</Arn><UserId>1</UserId></GetCallerIdentityResult></GetCallerIdentityResponse>'

/** The project's own Node, and every other major version on the path: CI's matrix has Node 20 there. */
const NODES = [process.execPath, ...(process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, 'node'))]
  .flatMap((node): [string, string][] => (existsSync(node) ? [[execFileSync(node, ['--version'], { encoding: 'utf8' }).trim(), node]] : []))
  .filter(([version], index, all) => all.findIndex(([other]) => major(other) === major(version)) === index)

function major(version: string): string {
  return version.split('.')[0] ?? ''
}

/** The modules of a file as JavaScript, which Node 20 runs, below a folder where packages are found. */
function compiled(entry: string, into: string, seen = new Set<string>()): void {
  if (seen.has(entry)) return
  seen.add(entry)
  const text = readFileSync(join(root, entry), 'utf8')
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022, rewriteRelativeImportExtensions: true },
  })
  const out = join(into, entry.replace(/\.ts$/, '.js'))
  mkdirSync(dirname(out), { recursive: true })
  writeFileSync(out, outputText)
  for (const [, path = ''] of outputText.matchAll(/(?:from|import\()\s*['"](\.[^'"]+)['"]/g))
    compiled(join(dirname(entry), path.replace(/\.js$/, '.ts')), into, seen)
}

/** One AWS and one GitHub behind names that resolve nowhere: only a proxy reaches them. */
describe.each(NODES)('a proxy of the environment, on Node %s', (_, node) => {
  let folder: string
  let upstream: TlsServer
  let proxy: Server
  let ports: { upstream: number; proxy: number }
  const tunnels: string[] = []
  const sockets = new Set<Socket>()

  beforeAll(async () => {
    folder = mkdtempSync(join(root, 'build-proxy-'))
    const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')]
    execFileSync(
      'openssl',
      `req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=sandbox.test -addext subjectAltName=DNS:*.sandbox.test,IP:127.0.0.1 -keyout ${key} -out ${certificate}`.split(
        ' ',
      ),
      { stdio: 'ignore' },
    )
    const answer = ({ url = '' }: IncomingMessage) =>
      url.startsWith('/repos/') ? JSON.stringify({ private: true, visibility: 'private', full_name: 'acme/retail' }) : XML
    upstream = createTlsServer({ key: readFileSync(key), cert: readFileSync(certificate) }, (message, response) => {
      response.setHeader('content-type', message.url?.startsWith('/repos/') ? 'application/json' : 'text/xml')
      response.end(answer(message))
    })
    proxy = createServer((message, response) => {
      tunnels.push(`plain ${message.url}`)
      message.pipe(request(message.url ?? '', () => response.end()))
    })
    proxy.on('connect', (message: IncomingMessage, socket: Socket) => {
      tunnels.push(String(message.url))
      const through = connect(ports.upstream, '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
        through.pipe(socket).pipe(through)
      })
      for (const one of [socket, through]) sockets.add(one.on('error', () => one.destroy()))
    })
    ports = { upstream: await listen(upstream), proxy: await listen(proxy) }
    for (const entry of ['src/aws/clients.ts', 'src/github/repository.ts']) compiled(entry, folder)
    writeFileSync(
      join(folder, 'ask.js'),
      `import { createClients } from './src/aws/clients.js'
import { isPrivateRepository } from './src/github/repository.js'
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts'
const clients = createClients({ region: 'us-east-1', credentials: { accessKeyId: 'a', secretAccessKey: 'b' }, userAgent: 'test' })
const aws = await (await clients.sts()).send(new GetCallerIdentityCommand({})).then(({ Account }) => Account, ({ code, name }) => code ?? name)
const github = await isPrivateRepository({ token: 't', apiUrl: process.env.API, repository: 'acme/retail' })
process.stdout.write(JSON.stringify({ aws, github }), () => process.exit())
`,
    )
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  })
  afterAll(() => {
    for (const socket of sockets) socket.destroy()
    for (const server of [upstream, proxy]) server.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const ask = (environment: Record<string, string>, host: string): Promise<{ aws: string; github: boolean }> => {
    tunnels.splice(0)
    return new Promise((done, fail) => {
      const child = spawn(node, [join(folder, 'ask.js')], {
        env: {
          PATH: process.env['PATH'] ?? '',
          NODE_EXTRA_CA_CERTS: join(folder, 'certificate.pem'),
          AWS_ENDPOINT_URL: `https://${host.replace('*', 'aws')}`,
          API: `https://${host.replace('*', 'github')}`,
          ...environment,
        },
      })
      let out = ''
      let err = ''
      child.stdout.on('data', (chunk) => (out += chunk))
      child.stderr.on('data', (chunk) => (err += chunk))
      child.on('close', () => {
        try {
          done(JSON.parse(out))
        } catch {
          fail(new Error(err))
        }
      })
    })
  }
  const through = () => `http://127.0.0.1:${ports.proxy}`

  it.each(['HTTPS_PROXY', 'https_proxy'])('is used by AWS and GitHub alike: %s', async (name) => {
    expect(await ask({ [name]: through() }, '*.sandbox.test')).toEqual({ aws: '123456789012', github: true })
    expect([...new Set(tunnels)].sort()).toEqual(['aws.sandbox.test:443', 'github.sandbox.test:443'])
  })

  it('is not used for what NO_PROXY names: there is no other way to these names', async () => {
    const { aws, github } = await ask({ HTTPS_PROXY: through(), NO_PROXY: '.sandbox.test' }, '*.sandbox.test')
    expect([aws, github, tunnels]).toEqual([expect.not.stringMatching(/^\d+$/), false, []])
  })

  it('is not used for one host of two', async () => {
    const { github } = await ask({ HTTPS_PROXY: through(), no_proxy: 'aws.sandbox.test' }, '*.sandbox.test')
    expect([github, [...new Set(tunnels)]]).toEqual([true, ['github.sandbox.test:443']])
  })

  it('is not used for loopback, nor without the variable', async () => {
    expect(await ask({ HTTPS_PROXY: through() }, `127.0.0.1:${ports.upstream}`)).toEqual({ aws: '123456789012', github: true })
    expect(await ask({}, `127.0.0.1:${ports.upstream}`)).toEqual({ aws: '123456789012', github: true })
    expect(tunnels).toEqual([])
  })
})
