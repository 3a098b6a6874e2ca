import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { localBundle } from '../paths.ts'

/** What the package can do without an account: not use cases of the product but a stage for them, in a bundle of its own. */
export const LOCAL_COMMANDS: readonly { name: string; summary: string }[] = [
  { name: 'demo', summary: 'the whole story on a local AWS, in seconds; needs no account and no network' },
  { name: 'sandbox', summary: 'a local AWS that records CloudTrail, with GitHub beside it, to try everything on' },
]

/** How long a local command may take to end, once told to. */
const END_MS = 900

/** Runs a local command as a process of its own, because the product must work where the sandbox was never loaded. */
export async function runLocal(args: readonly string[]): Promise<number> {
  if (!existsSync(localBundle)) {
    process.stderr.write('mlops-audit: dist/local is not built. In a checkout, `npm ci && npm run build` builds it.\n')
    return 2
  }
  const child = spawn(process.execPath, [localBundle, ...args], { stdio: 'inherit' })
  // A terminal's Ctrl-C reaches the child by itself, a signal to this process does not. SIGTERM for both: to a child that has begun to end by
  // its own SIGINT it is the first of its kind, and changes nothing.
  const stop = () => {
    child.kill('SIGTERM')
    setTimeout(() => child.kill('SIGKILL'), END_MS).unref()
  }
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop)
  return new Promise((done, fail) => {
    child.once('error', fail)
    child.once('close', (code, signal) => done(signal === null ? (code ?? 2) : 130))
  })
}
