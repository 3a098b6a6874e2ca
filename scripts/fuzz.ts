/** `npm run fuzz [kind …] [--runs N] [--seed N]`: hostile inputs of every kind against the product's own readers. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { fuzz, KINDS } from '../__tests__/support/fuzz.ts'
import { root } from './paths.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string', default: '10000' }, seed: { type: 'string' } },
})
for (const [name, kind] of Object.entries(KINDS)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue
  const started = Date.now()
  const failure = await fuzz(kind, { runs: Number(values.runs), ...(values.seed === undefined ? {} : { seed: Number(values.seed) }) })
  const seconds = ((Date.now() - started) / 1000).toFixed(0)
  if (!failure) {
    process.stdout.write(`✓ ${name}  ${values.runs} inputs, ${seconds} s\n`)
    continue
  }
  const kept = join(root, '__tests__/fuzz', `${name}-${Math.abs(failure.seed)}.txt`)
  writeFileSync(kept, failure.input)
  process.stdout.write(`✗ ${name}  seed ${failure.seed}: ${failure.complaint}\n  ${failure.input.slice(0, 300)}\n  kept in ${kept}\n`)
  process.exitCode = 1
}
