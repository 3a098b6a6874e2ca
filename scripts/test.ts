/** `npm test`: every stage and every suite, each stage said aloud, and one closing line. With `--full` every law is held at full length. */
import { execFileSync, spawn } from 'node:child_process'
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

const full = process.argv.includes('--full')
if (full) process.env['LAWS'] = 'full'

const bin = (name: string) => join(root, 'node_modules/.bin', name)

const STAGES: readonly Stage[] = [
  { name: 'types', command: bin('tsgo'), args: ['--noEmit'] },
  { name: 'format and lint', command: bin('biome'), args: ['check', '--error-on-warnings', '.'] },
  { name: 'layers', command: bin('depcruise'), args: ['--config', '.dependency-cruiser.cjs', 'src', 'sandbox'] },
  { name: 'unused code and dependencies', command: bin('knip'), args: [] },
  { name: 'dist is the build of this source', command: process.execPath, args: ['scripts/build.ts', full ? '--check' : '--quick'] },
]

/** Tests that need something optional, with how many are left out without it. */
function skipped(): string[] {
  return existsSync(join(cacheFolder, 'act-v0.2.89/act')) ? [] : ['the example workflow by act; `npm run test:full` builds act, with Go']
}

interface Ended {
  code: number
  said: string
}

function run(command: string, args: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(command, [...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    const said: string[] = []
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(String(chunk)))
    child.on('error', (error) => resolve({ code: 1, said: String(error) }))
    child.on('close', (code) => resolve({ code: code ?? 1, said: said.join('') }))
  })
}

/** One after another, beside the tests: most tests wait for something now and then. */
async function stages(): Promise<boolean[]> {
  const passed: boolean[] = []
  for (const { name, command, args } of STAGES) {
    const started = Date.now()
    const { code, said } = await run(command, args)
    process.stdout.write(`${code === 0 ? '✓' : '✗'} ${name}  ${secondsSince(started)}\n${code === 0 ? '' : `${said}\n`}`)
    passed.push(code === 0)
  }
  return passed
}

const secondsSince = (started: number) => `${((Date.now() - started) / 1000).toFixed(1)} s`

async function tests(): Promise<{ passed: number; failed: number; pending: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'jest-'))
  const output = join(folder, 'results.json')
  try {
    await jest(['--json', '--outputFile', output], ['ignore', 'ignore', 'inherit'])
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

const started = Date.now()
const [held, counts] = await Promise.all([stages(), tests()])
const passed = counts.passed + held.filter(Boolean).length
const failed = counts.failed + held.filter((ok) => !ok).length
for (const reason of skipped()) process.stdout.write(`! left out: ${reason}\n`)
const left = execFileSync('git', ['status', '--porcelain'], { cwd: root, encoding: 'utf8' }).trim()
if (process.env['CI'] === 'true' && left !== '') process.stdout.write(`! the tests changed the checkout:\n${left}\n`)
process.stdout.write(`  in ${secondsSince(started)}\n`)
process.stdout.write(`${passed} passed, ${failed} failed${counts.pending > 0 ? `, ${counts.pending} skipped` : ''}\n`)
process.exitCode = failed === 0 ? 0 : 1
