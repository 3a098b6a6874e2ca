/** `npm test`: every stage, each said aloud, and one closing line. */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { jest } from './jest.ts'
import { cacheFolder, root } from './paths.mjs'

interface Stage {
  name: string
  command: string
  args: readonly string[]
}

const bin = (name: string) => join(root, 'node_modules/.bin', name)

const STAGES: readonly Stage[] = [
  { name: 'types', command: bin('tsgo'), args: ['--noEmit'] },
  { name: 'format and lint', command: bin('biome'), args: ['check', '--error-on-warnings', '.'] },
  { name: 'layers', command: bin('depcruise'), args: ['--config', '.dependency-cruiser.cjs', 'src', 'sandbox'] },
  { name: 'unused code and dependencies', command: bin('knip'), args: [] },
  { name: 'dist is the build of this source', command: process.execPath, args: ['scripts/build.ts', '--check'] },
]

/** Tests that need something optional, with how many are left out without it. */
function skipped(): string[] {
  return existsSync(join(cacheFolder, 'act-v0.2.89/act')) ? [] : ['the example workflow by act (needs Go to build act)']
}

function stage({ name, command, args }: Stage): boolean {
  const started = Date.now()
  const { status, stdout, stderr } = spawnSync(command, [...args], { cwd: root, encoding: 'utf8' })
  const ok = status === 0
  process.stdout.write(`${ok ? '✓' : '✗'} ${name}  ${((Date.now() - started) / 1000).toFixed(1)} s\n`)
  if (!ok) process.stdout.write(`${stdout}${stderr}\n`)
  return ok
}

function tests(): { passed: number; failed: number; pending: number } {
  const folder = mkdtempSync(join(tmpdir(), 'jest-'))
  const output = join(folder, 'results.json')
  try {
    jest(['--json', '--outputFile', output], ['ignore', 'ignore', 'inherit'])
    const results = JSON.parse(readFileSync(output, 'utf8')) as {
      numPassedTests: number
      numFailedTests: number
      numPendingTests: number
      numRuntimeErrorTestSuites: number
    }
    return {
      passed: results.numPassedTests,
      failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
      pending: results.numPendingTests,
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const stages = STAGES.map(stage)
const counts = tests()
const passed = counts.passed + stages.filter(Boolean).length
const failed = counts.failed + stages.filter((ok) => !ok).length
for (const reason of skipped()) process.stdout.write(`! left out: ${reason}\n`)
const left = execFileSync('git', ['status', '--porcelain'], { cwd: root, encoding: 'utf8' }).trim()
if (process.env['CI'] === 'true' && left !== '') process.stdout.write(`! the tests changed the checkout:\n${left}\n`)
process.stdout.write(`${passed} passed, ${failed} failed${counts.pending > 0 ? `, ${counts.pending} skipped` : ''}\n`)
process.exitCode = failed === 0 ? 0 : 1
