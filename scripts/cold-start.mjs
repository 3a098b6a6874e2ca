/**
 * `node scripts/cold-start.mjs`: from nothing to the end of the story, measured. A clone in an empty folder, an empty npm cache, a PATH
 * with node, npm and git alone; `npm run demo` twice; then the sandbox, with an account deployed on it. Prints seconds and megabytes, and
 * fails above what is promised.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { root } from './paths.mjs'

const FIRST = 60
const SECOND = 20
/** Megabytes that the sandbox may take at its most. */
const MEMORY = 150
/** What a machine needs; npm runs its scripts with a shell. */
const PROGRAMS = ['node', 'npm', 'git', 'sh']

const work = mkdtempSync(join(tmpdir(), 'cold-start-'))
try {
  process.exitCode = await measure()
} finally {
  rmSync(work, { recursive: true, force: true })
}

async function measure() {
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
  const memory = await sandboxMemory(clone, environment)
  process.stdout.write(
    memory === undefined
      ? 'sandbox: its memory is read on Linux only\n'
      : `sandbox ${memory.toFixed(0)} MB at its most (below ${MEMORY})\n`,
  )
  const told = [first, second].every(({ status, stdout }) => status === 0 && stdout.includes('Everything expected happened.'))
  if (!told) process.stdout.write(`the story went otherwise:\n${first.stdout}${first.stderr}${second.stdout}${second.stderr}\n`)
  return told && (memory ?? 0) < MEMORY && cloned.seconds + first.seconds < FIRST && second.seconds < SECOND ? 0 : 1
}

/** The most that a sandbox of its own process took, with everything of the example deployed, judged and played through. */
async function sandboxMemory(clone, environment) {
  if (!existsSync('/proc/self/status')) return undefined
  const sandbox = spawn(process.execPath, [join(clone, 'dist/local/index.js'), 'sandbox', '--port', '0'], { env: environment })
  try {
    const said = await new Promise((resolve, reject) => {
      let text = ''
      sandbox.stdout.on('data', (chunk) => {
        text += chunk
        if (text.includes('Ctrl-C')) resolve(text)
      })
      sandbox.once('exit', (code) => reject(new Error(`the sandbox ended with ${code}`)))
    })
    const exported = Object.fromEntries([...said.matchAll(/^export (\w+)=(\S+)$/gm)].map(([, name, value]) => [name, value]))
    const folder = join(work, 'played')
    mkdirSync(folder)
    for (const args of [['init', '--demo'], ['deploy', '--bootstrap'], ['deploy'], ['plan'], ['verify']]) {
      const { status, stdout, stderr } = timed(process.execPath, [join(clone, 'dist/index.js'), ...args], folder, {
        ...environment,
        ...exported,
      })
      if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}:\n${stdout}${stderr}`)
    }
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${sandbox.pid}/status`, 'utf8'))?.[1]) / 1024
  } finally {
    sandbox.removeAllListeners('exit')
    sandbox.kill()
  }
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
