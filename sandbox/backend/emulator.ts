import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { cacheFolder } from '../../scripts/paths.mjs'
import { ACCOUNT } from './backend.ts'

const EMULATOR_VERSION = '0.51.0'

export class SandboxError extends Error {}

/** Finds the emulator: `FAKECLOUD_BIN`, else `PATH`, else the project's cache. */
export function findEmulator(environment: NodeJS.ProcessEnv = process.env): string {
  const named = environment['FAKECLOUD_BIN']
  if (named) {
    if (existsSync(named)) return named
    throw new SandboxError(
      `FAKECLOUD_BIN is "${named}", and there is no such file. Point it at a fakecloud ${EMULATOR_VERSION} binary, or unset it.`,
    )
  }
  const folders = [...(environment['PATH'] ?? '').split(':'), join(environment['HOME'] ?? '', '.cargo/bin'), cacheFolder]
  const found = folders.map((folder) => join(folder, 'fakecloud')).find((path) => existsSync(path))
  if (found) return found
  throw new SandboxError(
    `The emulator fakecloud ${EMULATOR_VERSION} was not found (looked at FAKECLOUD_BIN, PATH, ~/.cargo/bin and the project's .cache). ` +
      `Run \`npm run test:emulator\`, which builds it, or: cargo install fakecloud@${EMULATOR_VERSION} --locked`,
  )
}

function versionOf(path: string): string | undefined {
  try {
    return /(\d+\.\d+\.\d+)/.exec(execFileSync(path, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))?.[1]
  } catch {
    return undefined
  }
}

export interface RunningEmulator {
  url: string
  /** Resolves when the process ends, with why; never rejects. */
  ended: Promise<string>
  stop(): Promise<void>
}

/** Starts the emulator on a free loopback port, waits until it answers, and says so when it is not the version that was tried. */
export async function startEmulator(options: { binary: string; region: string }): Promise<RunningEmulator> {
  const version = versionOf(options.binary)
  if (version !== undefined && version !== EMULATOR_VERSION)
    process.stderr.write(`! fakecloud ${version} found; this project is tested with ${EMULATOR_VERSION}\n`)
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const child = spawn(
    options.binary,
    ['--addr', `127.0.0.1:${port}`, '--region', options.region, '--account-id', ACCOUNT, '--log-level', 'error'],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  )
  let lastWords = ''
  child.stderr.on('data', (chunk: Buffer) => {
    lastWords = (lastWords + chunk.toString()).slice(-2000)
  })
  const ended = new Promise<string>((done) => {
    child.once('error', (error) => done(error.message))
    child.once('exit', (code, signal) => done(`${signal ?? `exit code ${code}`}${lastWords.trim() ? `: ${lastWords.trim()}` : ''}`))
  })
  const orphan = () => child.kill('SIGKILL')
  process.once('exit', orphan)
  void ended.then(() => process.removeListener('exit', orphan))
  await untilHealthy(url, ended)
  return { url, ended, stop: () => stop(child, ended) }
}

async function untilHealthy(url: string, ended: Promise<string>): Promise<void> {
  const deadline = Date.now() + 30_000
  const died = ended.then((why) => {
    throw new SandboxError(`The emulator ended while starting: ${why}`)
  })
  died.catch(() => undefined)
  while (Date.now() < deadline) {
    const healthy = await Promise.race([
      fetch(`${url}/_fakecloud/health`).then(
        (response) => response.ok,
        () => false,
      ),
      died,
    ])
    if (healthy) return
    await new Promise((done) => setTimeout(done, 50))
  }
  throw new SandboxError('The emulator did not answer within 30 seconds.')
}

async function stop(child: ChildProcess, ended: Promise<string>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), 3000)
  await ended
  clearTimeout(timer)
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer()
    server.once('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (typeof address === 'object' && address ? done(address.port) : fail(new SandboxError('no free port'))))
    })
  })
}
