/** Runs jest with ES modules. Arguments are jest's own. */
import { type StdioOptions, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { root } from './paths.mjs'

export function jest(args: readonly string[], stdio: StdioOptions = 'inherit'): number {
  const own = [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    join(root, 'node_modules/jest/bin/jest.js'),
    '--config',
    join(root, 'jest.config.mjs'),
  ]
  return spawnSync(process.execPath, [...own, ...args], { cwd: root, stdio }).status ?? 1
}

if (import.meta.main) process.exitCode = jest(process.argv.slice(2))
