/**
 * `node scripts/cold-start.mjs`: from nothing to the end of the story, measured. A clone in an empty folder, an empty npm cache, a PATH
 * with node, npm and git alone; `npm run demo` twice. Prints the seconds, and fails above what the README promises.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { root } from './paths.mjs'

const FIRST = 60
const SECOND = 20
/** What a machine needs; npm runs its scripts with a shell. */
const PROGRAMS = ['node', 'npm', 'git', 'sh']

const work = mkdtempSync(join(tmpdir(), 'cold-start-'))
try {
  process.exitCode = measure()
} finally {
  rmSync(work, { recursive: true, force: true })
}

function measure() {
  const bin = join(work, 'bin')
  mkdirSync(bin)
  for (const program of PROGRAMS) symlinkSync(whereIs(program), join(bin, program))
  const environment = { PATH: bin, HOME: join(work, 'home'), npm_config_cache: join(work, 'npm-cache'), CI: 'true', LANG: 'C.UTF-8' }
  mkdirSync(environment.HOME)
  const clone = join(work, 'clone')
  const cloned = timed('git', ['clone', '--quiet', `file://${root}`, clone], work, process.env)
  const first = timed('npm', ['run', '--silent', 'demo'], clone, environment)
  const second = timed('npm', ['run', '--silent', 'demo'], clone, environment)
  const installed = existsSync(join(clone, 'node_modules')) ? readdirSync(join(clone, 'node_modules')).length : 0
  process.stdout.write(
    `clone ${cloned.seconds.toFixed(1)} s · first demo ${first.seconds.toFixed(1)} s (below ${FIRST}) · second ${second.seconds.toFixed(1)} s (below ${SECOND}) · packages installed: ${installed} · Node ${process.version}\n`,
  )
  const told = [first, second].every(({ status, stdout }) => status === 0 && stdout.includes('Everything expected happened.'))
  if (!told) process.stdout.write(`the story went otherwise:\n${first.stdout}${first.stderr}${second.stdout}${second.stderr}\n`)
  return told && cloned.seconds + first.seconds < FIRST && second.seconds < SECOND ? 0 : 1
}

function whereIs(program) {
  const found = [dirname(process.execPath), ...(process.env.PATH ?? '').split(delimiter)]
    .map((folder) => join(folder, program))
    .find((path) => existsSync(path))
  if (found === undefined) throw new Error(`cold-start: ${program} is not on the PATH`)
  return found
}

function timed(command, args, cwd, env) {
  const begin = performance.now()
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, env, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  if (command === 'git' && status !== 0) throw new Error(stderr)
  return { status, stdout, stderr, seconds: (performance.now() - begin) / 1000 }
}
