/** Builds `dist/`: TypeScript first, then one bundle whose commands are chunks. `--check` compares with what is committed. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { minifySync } from '@swc/core'
import { compileCloudFormationTypes } from './compile-cfn-types.ts'
import { compileIamActions } from './compile-iam-actions.ts'
import { creditOf, DATA_SETS, LOCAL_STYLE } from './licenses.ts'
import { root } from './paths.mjs'

export async function build(target: string): Promise<void> {
  const work = mkdtempSync(join(root, 'build-'))
  try {
    execFileSync(
      join(root, 'node_modules/.bin/tsc'),
      ['--outDir', work, '--noEmit', 'false', '--declaration', 'false', '-p', join(root, 'tsconfig.build.json')],
      { stdio: 'inherit', cwd: root },
    )
    writeFileSync(join(work, 'package.json'), '{ "type": "module" }\n')
    rmSync(target, { recursive: true, force: true })
    cpSync(bundle(work, 'src/index.js'), target, { recursive: true })
    writeFileSync(join(target, 'cloudformation-types.bin'), compileCloudFormationTypes())
    writeFileSync(join(target, 'iam-actions.bin'), await compileIamActions())
    appendFileSync(join(target, 'licenses.txt'), DATA_SETS.map(creditOf).join(''))
    // Sandbox and demo are a bundle of their own: nothing of them is loaded where the product runs.
    const local = join(target, 'local')
    cpSync(bundle(work, 'demo/local.js'), local, { recursive: true })
    cpSync(join(root, 'node_modules', LOCAL_STYLE, 'github-markdown.css'), join(local, 'github-markdown.css'))
    appendFileSync(join(local, 'licenses.txt'), creditOf(LOCAL_STYLE))
    writeFileSync(join(target, MADE_FROM), digestOfSources())
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/** Bundles one compiled entry; answers the folder. */
function bundle(work: string, entry: string): string {
  const out = join(work, `out-${entry.split('/')[0]}`)
  execFileSync(
    join(root, 'node_modules/.bin/ncc'),
    ['build', join(work, entry), '--out', out, '--minify', '--license', 'licenses.txt', '--no-cache', '--quiet'],
    { stdio: 'inherit', cwd: work },
  )
  // ncc minifies the entry and leaves the chunks as they are; start-up is mostly reading them.
  for (const name of readdirSync(out).filter((file) => /^\d+\.index\.js$/.test(file))) {
    const { code } = minifySync(readFileSync(join(out, name), 'utf8'), { module: true, compress: true, mangle: true })
    writeFileSync(join(out, name), code)
  }
  return out
}

/** Every file below a folder, by its path from there. */
function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? relative(folder, join(entry.parentPath, entry.name)) : [],
  )
}

/** Names of files that differ between two folders. */
export function differences(a: string, b: string): string[] {
  const names = new Set([...filesOf(a), ...filesOf(b)])
  const read = (folder: string, name: string) => {
    try {
      return readFileSync(join(folder, name))
    } catch {
      return undefined
    }
  }
  return [...names].filter((name) => {
    const [left, right] = [read(a, name), read(b, name)]
    return left === undefined || right === undefined || !left.equals(right)
  })
}

/** What the build is made of: the sources, what they are bundled with, and how. */
const MADE_OF = [
  ...['src', 'sandbox', 'demo', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json', 'scripts/paths.mjs'],
  ...[
    'scripts/build.ts',
    'scripts/compile-cfn-types.ts',
    'scripts/compile-cfn-limits.ts',
    'scripts/data',
    'scripts/compile-iam-actions.ts',
    'scripts/licenses.ts',
  ],
]
const MADE_FROM = 'made-from.sha256'

/** One digest of every file that the build reads, by name and content. */
function digestOfSources(): string {
  const hash = createHash('sha256')
  const names = MADE_OF.flatMap((name) =>
    statSync(join(root, name)).isDirectory() ? filesOf(join(root, name)).map((file) => join(name, file)) : [name],
  )
  for (const name of names.sort()) {
    const text = readFileSync(join(root, name))
    hash.update(`${name} ${text.length}\n`).update(text)
  }
  return `${hash.digest('hex')}\n`
}

if (import.meta.main) {
  const dist = join(root, 'dist')
  if (process.argv.includes('--quick')) {
    // Building takes a minute of a processor; CI's own job and `npm run test:full` do it and compare.
    if (readFileSync(join(dist, MADE_FROM), 'utf8') !== digestOfSources()) {
      process.stderr.write('dist/ was built from another source. Run `npm run build`.\n')
      process.exitCode = 1
    }
  } else if (process.argv.includes('--check')) {
    const fresh = mkdtempSync(join(tmpdir(), 'dist-'))
    await build(fresh)
    const changed = differences(dist, fresh)
    rmSync(fresh, { recursive: true, force: true })
    if (changed.length > 0) {
      process.stderr.write(`dist/ is not the build of this source: ${changed.join(', ')}. Run \`npm run build\`.\n`)
      process.exitCode = 1
    }
  } else {
    await build(dist)
    for (const name of filesOf(dist)) process.stdout.write(`dist/${name} ${readFileSync(join(dist, name)).length}\n`)
  }
}
