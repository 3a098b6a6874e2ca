/** Runs jest; arguments are jest's own. `scripts/jest/runner.ts` says how a suite runs. */
import { type StdioOptions, spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from './paths.mjs'
import { ensureValidators } from './validators.mjs'

export async function jest(args: readonly string[], stdio: StdioOptions = 'inherit'): Promise<number> {
  await ensureValidators()
  const own = [
    '--disable-warning=ExperimentalWarning',
    join(root, 'node_modules/jest/bin/jest.js'),
    '--config',
    join(root, 'jest.config.mjs'),
  ]
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...own, ...args], { cwd: root, stdio })
    child.on('error', reject)
    child.on('close', (code) => resolve(code ?? 1))
  })
}

if (import.meta.main) process.exitCode = await jest(process.argv.slice(2))
