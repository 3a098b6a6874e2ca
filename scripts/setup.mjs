/**
 * Sets up what a script needs and says what it is doing: dependencies, Python judges, act, and the emulator where it is asked for.
 * Plain JavaScript without dependencies, because it runs before there are any. Quick when everything is there; a clone's demo needs nothing.
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { cacheFolder, root, venvFolder } from './paths.mjs'
import { hashOf, node24, QUIET, step, toolModules } from './tools.mjs'

const EMULATOR = '0.51.0'
const ACT = 'v0.2.89'
const wanted = process.argv[2] ?? 'test'

function run(command, args, options = {}) {
  execFileSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], ...options })
}

/** A stamp says for which version of a file something was made. */
function stamped(stamp, file) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === hashOf(file)
}

function onPath(name) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)))
}

function dependencies() {
  const stamp = join(root, 'node_modules/.mlops-audit-stamp')
  step(
    'npm dependencies',
    () => stamped(stamp, 'package-lock.json'),
    () => {
      const exact = spawnSync('npm', ['ci', ...QUIET], { cwd: root, stdio: 'ignore', shell: process.platform === 'win32' })
      // A registry mirror may lack the binaries of other platforms, and `npm ci` then refuses the whole lock file.
      if (exact.status !== 0) run('npm', ['install', '--no-save', ...QUIET])
      writeFileSync(stamp, hashOf('package-lock.json'))
    },
  )
}

function emulator() {
  const cached = join(cacheFolder, 'fakecloud')
  const there = () =>
    Boolean(process.env.FAKECLOUD_BIN) ||
    onPath('fakecloud') ||
    existsSync(join(process.env.HOME ?? '', '.cargo/bin/fakecloud')) ||
    existsSync(cached)
  step(`emulator fakecloud ${EMULATOR}`, there, () => {
    mkdirSync(cacheFolder, { recursive: true })
    const prebuilt = join(root, '../shared/tools/install-fakecloud')
    if (existsSync(prebuilt) && spawnSync('bash', [prebuilt, cacheFolder], { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0) return
    if (!onPath('cargo')) {
      process.stderr.write(
        `set-up: fakecloud ${EMULATOR} is built with cargo, which is not here. Install Rust (https://rustup.rs), or set FAKECLOUD_BIN to a binary.\n`,
      )
      process.exit(1)
    }
    process.stderr.write('  building it with cargo, debug profile: about 6 minutes, once\n')
    run('cargo', ['install', `fakecloud@${EMULATOR}`, '--locked', '--debug', '--root', join(cacheFolder, 'cargo')], {
      env: { ...process.env, CARGO_PROFILE_DEV_DEBUG: '0' },
    })
    run('cp', [join(cacheFolder, 'cargo/bin/fakecloud'), cached])
  })
}

function python() {
  const stamp = join(venvFolder, '.mlops-audit-stamp')
  step(
    'Python judges (aws-cli, cfn-lint, checkov, cmark-gfm)',
    () => stamped(stamp, 'scripts/requirements.txt'),
    () => {
      const version = spawnSync('python3', ['-c', 'import sys; print(sys.version_info >= (3, 11))'], { encoding: 'utf8' })
      if (version.stdout?.trim() !== 'True') {
        process.stderr.write('set-up: Python 3.11 or newer is needed for the judges (aws-cli, cfn-lint, checkov, cmark-gfm).\n')
        process.exit(1)
      }
      run('python3', ['-m', 'venv', venvFolder])
      run(join(venvFolder, 'bin/pip'), ['install', '--quiet', '--disable-pip-version-check', '-r', 'scripts/requirements.txt'])
      writeFileSync(stamp, hashOf('scripts/requirements.txt'))
    },
  )
}

function act() {
  const bin = join(cacheFolder, `act-${ACT}`)
  step(
    `act ${ACT}`,
    () => existsSync(join(bin, 'act')) || !onPath('go'),
    () => {
      mkdirSync(bin, { recursive: true })
      run('go', ['install', `github.com/nektos/act@${ACT}`], { env: { ...process.env, GOBIN: bin } })
    },
  )
}

/** A clone has `dist/`, and then demo and sandbox need nothing else. */
const isBuilt = () => existsSync(join(root, 'dist/index.js')) && existsSync(join(root, 'dist/local/index.js'))

function bundle() {
  step('dist/', isBuilt, () => run(process.execPath, ['scripts/on-node24.mjs', 'scripts/build.ts']))
}

/** What each script needs, in order. */
const NEEDS = {
  demo: () => [...(isBuilt() ? [] : [dependencies, bundle])],
  sandbox: () => [...(isBuilt() ? [] : [dependencies, bundle])],
  unit: () => [dependencies, node24],
  bench: () => [dependencies, node24, bundle, python, () => toolModules('bench')],
  // An outside judge of our own AWS, for those who ask for it.
  emulator: () => [dependencies, node24, python, bundle, emulator],
  test: () => [dependencies, node24, () => toolModules('judges'), bundle],
  full: () => [dependencies, node24, () => toolModules('judges'), bundle, act],
  scorecard: () => [dependencies, node24],
  python: () => [python],
}

const needs = NEEDS[wanted]
if (needs === undefined) throw new Error(`set-up: "${wanted}" is none of ${Object.keys(NEEDS).join(', ')}`)
// pip and npm mostly wait for their registries, so they do it at the same time.
const beside = ['test', 'full'].includes(wanted) ? spawn(process.execPath, [process.argv[1], 'python'], { stdio: 'inherit' }) : undefined
for (const need of needs()) need()
beside?.on('exit', (code) => {
  process.exitCode = code ?? 1
})
