import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { localBundle } from '../paths.ts'

/** What the package can do without an account: not use cases of the product but a stage for them, in a bundle of its own. */
export const LOCAL_COMMANDS: readonly { name: string; summary: string }[] = [
  { name: 'demo', summary: 'the whole story on a local AWS, in seconds; needs no account and no network' },
  { name: 'sandbox', summary: 'a local AWS that records CloudTrail, with GitHub beside it, to try everything on' },
]

/** Runs a local command as a process of its own, because the product must work where the sandbox was never loaded. */
export async function runLocal(args: readonly string[]): Promise<number> {
  if (!existsSync(localBundle)) {
    process.stderr.write('mlops-audit: dist/local is not built. In a checkout, `npm ci && npm run build` builds it.\n')
    return 2
  }
  const child = spawn(process.execPath, [localBundle, ...args], { stdio: 'inherit' })
  // A terminal's Ctrl-C reaches the child by itself, which then ends as it should; we wait for it.
  const forward = (signal: NodeJS.Signals) => () => void child.kill(signal)
  const handlers = { SIGINT: () => {}, SIGTERM: forward('SIGTERM') }
  for (const [signal, handler] of Object.entries(handlers)) process.on(signal, handler)
  return new Promise((done, fail) => {
    child.once('error', fail)
    child.once('close', (code, signal) => done(signal === null ? (code ?? 2) : 130))
  })
}
