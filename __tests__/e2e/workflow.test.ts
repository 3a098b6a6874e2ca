import { execFile, execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { cacheFolder, root } from '../../scripts/paths.mjs'
import { exampleText } from '../support/config.ts'
import { type Bench, openBench } from '../support/sandbox.ts'

const execute = promisify(execFile)
const ACT = join(cacheFolder, 'act-v0.2.89/act')
const withAct = existsSync(ACT) ? describe : describe.skip

/** act runs the example workflow without Docker; only the action's name is made local. Needs Go, for building act. */
withAct('the example workflow, run by act', () => {
  let bench: Bench
  let repository: string
  beforeAll(async () => {
    bench = await openBench()
    await bench.run('deploy', { bootstrap: 'true' })
    // People create, CI changes what exists.
    bench.config(exampleText().replace('insights: true', 'insights: false'))
    await bench.run('deploy')
    repository = mkdtempSync(join(tmpdir(), 'workflow-'))
    for (const name of ['dist', 'templates', 'action.yml', 'package.json', 'schema.json'])
      cpSync(join(root, name), join(repository, 'audit-action', name), { recursive: true })
    cpSync(join(root, 'examples/retail-prediction/mlops-audit.yml'), join(repository, 'mlops-audit.yml'))
    const workflow = readFileSync(join(root, 'examples/retail-prediction/audit.yml'), 'utf8').replace(
      'uses: org/mlops-audit-action@v1',
      'uses: ./audit-action',
    )
    mkdirSync(join(repository, '.github/workflows'), { recursive: true })
    writeFileSync(join(repository, '.github/workflows/audit.yml'), workflow)
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'init.defaultBranch=main', ...args], {
        cwd: repository,
        stdio: 'ignore',
      })
    git('init')
    git('add', '-A')
    git('commit', '-m', 'x')
    git('remote', 'add', 'origin', 'https://github.com/acme/retail.git')
  })
  afterAll(async () => {
    await bench.close()
    rmSync(repository, { recursive: true, force: true })
  })

  const act = async (event: string, payload: Record<string, unknown>) => {
    const { url } = bench.started
    const oidc = (await (
      await fetch(`${url}/_sandbox/runs`, {
        method: 'POST',
        body: JSON.stringify({ repository: 'acme/retail', repositoryId: '4512', ownerId: '81', ref: 'refs/heads/main', event }),
      })
    ).json()) as Record<string, string>
    const eventFile = join(bench.folder, 'event.json')
    writeFileSync(eventFile, JSON.stringify(payload))
    const variables = {
      ...oidc,
      AWS_ENDPOINT_URL: url,
      AWS_REGION: 'us-east-1',
      AWS_EC2_METADATA_DISABLED: 'true',
      GITHUB_API_URL: url,
      GITHUB_REPOSITORY: 'acme/retail',
    }
    const environment = Object.entries(variables).flatMap(([name, value]) => ['--env', `${name}=${value}`])
    return execute(
      ACT,
      [event, '-P', 'ubuntu-latest=-self-hosted', '--eventpath', eventFile, '--secret', 'GITHUB_TOKEN=ghs_sandbox', ...environment],
      {
        cwd: repository,
        env: { PATH: `${dirname(process.execPath)}:${process.env['PATH']}`, HOME: bench.folder } as NodeJS.ProcessEnv,
        maxBuffer: 16 * 1024 * 1024,
      },
    ).catch((error: { stdout: string; stderr: string }) => {
      throw new Error(`${error.stdout}\n${error.stderr}`)
    })
  }

  it('plans and comments on a pull request', async () => {
    const { stdout } = await act('pull_request', {
      number: 1,
      repository: { default_branch: 'main', private: true, full_name: 'acme/retail' },
      pull_request: { number: 1, head: { sha: 'f00dfeed', repo: { full_name: 'acme/retail' } } },
    })
    expect(stdout).toMatch(/Job succeeded/)
    expect(bench.started.sandbox.github.comments.filter((comment) => comment.issue === 1)).toHaveLength(1)
  })

  it('deploys on a push to main', async () => {
    const { stdout } = await act('push', {
      ref: 'refs/heads/main',
      repository: { default_branch: 'main', private: true, full_name: 'acme/retail' },
    })
    expect(stdout).toMatch(/deployed, 1 changed/)
    expect(stdout).toMatch(/Job succeeded/)
  })
})
