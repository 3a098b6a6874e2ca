/** Runs jest; arguments are jest's own. `scripts/jest/runner.ts` says how a suite runs. */
import { type StdioOptions, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { root } from './paths.mjs'
import { ensureValidators } from './validators.mjs'

export function jest(args: readonly string[], stdio: StdioOptions = 'inherit'): number {
  const own = [
    '--disable-warning=ExperimentalWarning',
    join(root, 'node_modules/jest/bin/jest.js'),
    '--config',
    join(root, 'jest.config.mjs'),
  ]
  return spawnSync(process.execPath, [...own, ...args], { cwd: root, stdio }).status ?? 1
}

if (import.meta.main) {
  await ensureValidators()
  process.exitCode = jest(process.argv.slice(2))
}
