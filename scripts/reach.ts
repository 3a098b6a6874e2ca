/** Prints what each role of a config can reach, and could with both halves of a deployment. `--write` rewrites the reviewed pages. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CONFIGS, load } from '../__tests__/support/config.ts'
import { printReach } from '../__tests__/support/reach/print.ts'
import { root } from './paths.mjs'

const [given] = process.argv.slice(2)
if (given === '--write') {
  const folder = join(root, '__tests__/golden/reach')
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of Object.entries(CONFIGS)) writeFileSync(join(folder, `${name}.txt`), printReach(load(text)))
} else {
  process.stdout.write(printReach(load(given === undefined ? (CONFIGS['example'] ?? '') : readFileSync(given, 'utf8'))))
}
