import { spawn } from 'node:child_process'

/** What a program answered; undefined where it is not installed. */
export interface Answered {
  code: number
  stdout: string
  stderr: string
}

/** Longer than a linter takes on hundreds of templates. */
const PATIENCE = 10 * 60 * 1000
const MOST_OUTPUT = 64 * 1024 * 1024

/** Runs a program that is installed beside this one, on an input or none, without a shell, and without the credentials of the run. */
export function runProgram(name: string, args: readonly string[], input?: string): Promise<Answered | undefined> {
  return new Promise((done) => {
    const env = Object.fromEntries(Object.entries(process.env).filter(([key]) => !/^(?:AWS_|GITHUB_TOKEN|ACTIONS_|INPUT_)/.test(key)))
    const child = spawn(name, [...args], { stdio: ['pipe', 'pipe', 'pipe'], env, timeout: PATIENCE })
    const out: Buffer[] = []
    const err: Buffer[] = []
    let size = 0
    const keep = (list: Buffer[]) => (chunk: Buffer) => {
      size += chunk.length
      if (size < MOST_OUTPUT) list.push(chunk)
    }
    child.stdout.on('data', keep(out))
    child.stderr.on('data', keep(err))
    child.once('error', () => done(undefined))
    // A program that ends before it has read its input breaks the pipe; what it answers tells.
    child.stdin.on('error', () => undefined)
    child.stdin.end(input ?? '')
    child.once('close', (code) => done({ code: code ?? -1, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() }))
  })
}
