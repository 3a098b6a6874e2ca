/** Runs jest with ES modules. Arguments are jest's own. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { root } from './paths.mjs'

export function jest(args: readonly string[]): number {
  return (
    spawnSync(
      process.execPath,
      [
        '--experimental-vm-modules',
        '--disable-warning=ExperimentalWarning',
        join(root, 'node_modules/jest/bin/jest.js'),
        '--config',
        join(root, 'jest.config.mjs'),
        ...args,
      ],
      { cwd: root, stdio: 'inherit' },
    ).status ?? 1
  )
}

if (import.meta.main) process.exitCode = jest(process.argv.slice(2))
