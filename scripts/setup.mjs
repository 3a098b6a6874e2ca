/**
 * Sets up what a script needs and says what it is doing: dependencies, Python judges, act, and the emulator where it is asked for.
 * Plain JavaScript without dependencies, because it runs before there are any. Quick when everything is there.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cacheFolder, root, venvFolder } from './paths.mjs'

const EMULATOR = '0.51.0'
const ACT = 'v0.2.89'
const wanted = process.argv[2] ?? 'test'

function step(label, isThere, make) {
  const started = Date.now()
  if (isThere()) return
  process.stderr.write(`· set-up: ${label}\n`)
  make()
  process.stderr.write(`✓ set-up: ${label}  ${((Date.now() - started) / 1000).toFixed(0)} s\n`)
}

function run(command, args, options = {}) {
  execFileSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], ...options })
}

function hashOf(file) {
  return createHash('sha256')
    .update(readFileSync(join(root, file)))
    .digest('hex')
}

/** A stamp says for which version of a file something was made. */
function stamped(stamp, file) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === hashOf(file)
}

function onPath(name) {
  return (process.env.PATH ?? '').split(':').some((folder) => existsSync(join(folder, name)))
}

function dependencies() {
  const stamp = join(root, 'node_modules/.mlops-audit-stamp')
  step(
    'npm dependencies',
    () => stamped(stamp, 'package-lock.json') && existsSync(join(root, 'node_modules/node/bin/node')),
    () => {
      // What a dependency would run on installing is not run; the one binary we want is fetched below, by name.
      const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
      const exact = spawnSync('npm', ['ci', ...quiet], { cwd: root, stdio: 'ignore' })
      // A registry mirror may lack the binaries of other platforms, and `npm ci` then refuses the whole lock file.
      if (exact.status !== 0) run('npm', ['install', '--no-save', ...quiet])
      if (!existsSync(join(root, 'node_modules/node/bin/node'))) {
        run(process.execPath, ['installArchSpecificPackage.js'], { cwd: join(root, 'node_modules/node') })
      }
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

function bundle() {
  step(
    'dist/',
    () => existsSync(join(root, 'dist/index.js')),
    () => run(process.execPath, ['scripts/on-node24.mjs', 'scripts/build.ts']),
  )
}

dependencies()
// An outside judge of our own AWS, for those who ask for it.
if (wanted === 'emulator') emulator()
if (wanted !== 'sandbox') {
  python()
  bundle()
}
if (wanted === 'test') act()
