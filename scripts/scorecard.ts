/**
 * `npm run scorecard`: OpenSSF Scorecard over the committed files, offline, held against what is expected of it. The program is built from
 * `tools/scorecard` (go.mod, go.sum) when it is first asked for; without Go nothing is judged, and that is said.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cacheFolder, root } from './paths.mjs'
import { hashOf, step } from './tools.mjs'

/** What each check that can run on files alone has to give, of ten; less than ten with its reason. */
export const EXPECTED: Readonly<Record<string, { score: number; because?: string }>> = {
  'Binary-Artifacts': { score: 10 },
  'Dangerous-Workflow': { score: 10 },
  'Dependency-Update-Tool': { score: 10 },
  License: { score: 9, because: 'of files alone Scorecard knows the name LICENSE and not its text; GitHub names it Apache-2.0' },
  Packaging: { score: 10 },
  'Pinned-Dependencies': { score: 10 },
  SAST: { score: 10 },
  'Security-Policy': { score: 10 },
  'Token-Permissions': { score: 10 },
}

/** What Scorecard asks GitHub or others for, and cannot say of files. */
export const NOT_OFFLINE: Readonly<Record<string, string>> = {
  'Branch-Protection': 'a setting of the repository: SECURITY.md says which',
  'CI-Tests': 'looks at checks of merged pull requests; every pull request runs `npm test`',
  'CII-Best-Practices': 'a badge that a maintainer applies for',
  'Code-Review': 'looks at reviews of merged pull requests',
  Contributors: 'looks at who commits on GitHub',
  Fuzzing: 'asks OSS-Fuzz first; fast-check and `npm run fuzz` are here',
  Maintained: 'looks at activity on GitHub',
  SBOM: 'looks at release assets; the release attaches one',
  'Signed-Releases': 'looks at release assets; the release attests them',
  Vulnerabilities: 'asks osv.dev; Dependabot opens a pull request for each',
  Webhooks: 'a setting of the repository',
}

interface Check {
  name: string
  score: number
  reason: string
  details: string[] | null
}

function program(): string | undefined {
  const folder = join(cacheFolder, 'tools', `scorecard-${hashOf('tools/scorecard/go.sum').slice(0, 12)}`)
  const binary = join(folder, 'scorecard')
  if (!existsSync(binary) && spawnSync('go', ['version'], { stdio: 'ignore' }).status !== 0) return undefined
  step(
    'OpenSSF Scorecard, built with go',
    () => existsSync(binary),
    () => {
      mkdirSync(folder, { recursive: true })
      execFileSync('go', ['build', '-mod=readonly', '-trimpath', '-o', binary, 'github.com/ossf/scorecard/v5'], {
        cwd: join(root, 'tools/scorecard'),
        stdio: 'inherit',
      })
    },
  )
  return binary
}

/** The committed files alone: what lies beside them in a working copy is nobody's release. */
function judged(binary: string): Check[] {
  const folder = mkdtempSync(join(tmpdir(), 'scorecard-'))
  try {
    const archive = execFileSync('git', ['archive', '--format=tar', 'HEAD'], { cwd: root, maxBuffer: 1024 ** 3 })
    execFileSync('tar', ['-x', '-C', folder], { input: archive })
    const options = ['--local', folder, '--checks', Object.keys(EXPECTED).join(','), '--show-details', '--format', 'json']
    const { checks }: { checks: Check[] } = JSON.parse(execFileSync(binary, options, { encoding: 'utf8', maxBuffer: 1024 ** 3 }))
    return checks
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Lines to print, and whether all is as expected. */
export function compared(checks: readonly Check[]): { lines: string[]; isExpected: boolean } {
  const found = new Map(checks.map((check) => [check.name, check]))
  const names = [...new Set([...Object.keys(EXPECTED), ...found.keys()])].sort()
  const all = names.map((name) => {
    const [check, expected] = [found.get(name), EXPECTED[name]]
    const isAsExpected = check !== undefined && check.score === expected?.score
    const warnings = isAsExpected
      ? []
      : (check?.details ?? []).filter((detail) => detail.startsWith('Warn')).map((detail) => `    ${detail}`)
    const says = `${check ? `${check.score} of 10` : 'not run'}${isAsExpected ? '' : `, expected ${expected?.score ?? 'nothing'}`}`
    const because = expected?.because === undefined ? '' : `: ${expected.because}`
    return { isAsExpected, lines: [`${isAsExpected ? '✓' : '✗'} ${name.padEnd(24)} ${says}${because}`, ...warnings] }
  })
  return { lines: all.flatMap(({ lines }) => lines), isExpected: all.every(({ isAsExpected }) => isAsExpected) }
}

function main(): void {
  const binary = program()
  if (binary === undefined) {
    process.stdout.write('skipped: OpenSSF Scorecard is built with Go (https://go.dev/dl), which is not here; nothing was judged.\n')
    return
  }
  const { lines, isExpected } = compared(judged(binary))
  const others = Object.entries(NOT_OFFLINE).map(([name, why]) => `- ${name.padEnd(24)} not run: ${why}`)
  process.stdout.write(`${[...lines, ...others].join('\n')}\n`)
  if (!isExpected) process.exitCode = 1
}

if (import.meta.main) main()
