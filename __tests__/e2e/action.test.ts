import { type ChildProcess, execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Run } from '../../sandbox/github/oidc.ts'
import { runAction, type WorkflowResult, type WorkflowRun } from '../../sandbox/runner.ts'
import { root } from '../../scripts/paths.mjs'
import type { RunReport } from '../../src/model/report.ts'
import { exampleText } from '../support/config.ts'
import { type Bench, BUNDLE, openBench } from '../support/sandbox.ts'

const RUN: Run = { repository: 'acme/retail', repositoryId: '4512', ownerId: '81', ref: 'refs/heads/main', event: 'push' }
const REPOSITORY = { default_branch: 'main', private: true, visibility: 'private' }
const pullRequest = (number: number, head = 'acme/retail') => ({
  number,
  repository: REPOSITORY,
  pull_request: { number, head: { sha: 'f00dfeed', repo: { full_name: head } } },
})

/** The bundle, run as a runner runs it, on this Node (24). */
describe('dist/index.js as an action', () => {
  let bench: Bench
  let logs = ''
  const act = async (
    event: string,
    payload: Record<string, unknown>,
    options: {
      run?: Partial<Run>
      inputs?: Record<string, string>
      idToken?: boolean
      token?: string
      onOutput?: WorkflowRun['onOutput']
      runId?: string
    } = {},
  ): Promise<WorkflowResult> => {
    const result = await runAction(BUNDLE, {
      url: bench.started.url,
      cwd: bench.folder,
      event,
      payload,
      run: { ...RUN, event, ...options.run },
      inputs: options.inputs ?? {},
      ...(options.onOutput ? { onOutput: options.onOutput } : {}),
      ...(options.idToken === undefined ? {} : { idToken: options.idToken }),
      ...(options.token === undefined ? {} : { token: options.token }),
      ...(options.runId === undefined ? {} : { runId: options.runId }),
    })
    logs += result.log
    return result
  }
  const results = () => JSON.parse(readFileSync(join(bench.folder, '.mlops-audit/results.json'), 'utf8')) as RunReport
  const commentsOf = (issue: number) => bench.started.sandbox.github.comments.filter((comment) => comment.issue === issue)

  beforeAll(async () => {
    bench = await openBench()
    expect((await bench.run('deploy', { bootstrap: 'true' })).exitCode).toBe(0)
  })
  afterAll(() => bench.close())

  it('runs on Node 24', () => expect(process.version).toMatch(/^v24\./))

  it('pull_request: checks, plans with the plan role, comments, sets outputs and summary', async () => {
    const result = await act('pull_request', pullRequest(1))
    expect(result.exitCode).toBe(0)
    expect(result.outputs).toMatchObject({
      outcome: 'planned',
      'has-changes': 'true',
      failed: '0',
      errors: '0',
      'highest-severity': 'none',
      'results-path': '.mlops-audit/results.json',
    })
    expect(commentsOf(1).map((comment) => comment.body)).toEqual([
      expect.stringMatching(
        /^<!-- mlops-audit comment \d+ run \d+ -->\n<!-- mlops-audit \{.*\} -->\n<!-- run \d+\.1 -->\n### ✅ retail-prediction \/ dev: 16 add/,
      ),
    ])
    expect(result.summary).toContain('### ✅ retail-prediction / dev')
  })

  it('updates its comment in place, past pages of others and copies of its marker', async () => {
    const { github } = bench.started.sandbox
    const marker = commentsOf(1)[0]?.body.split('\n')[0] ?? ''
    github.addComment(2, `${marker}\nnot ours`, 'mallory')
    for (let index = 0; index < 130; index += 1) github.addComment(2, `chatter ${index}`, 'ana')
    const first = await act('pull_request', pullRequest(2))
    for (let index = 0; index < 130; index += 1) github.addComment(2, `more ${index}`, 'ana')
    const second = await act('pull_request', pullRequest(2))
    expect(second.outputs['comment-url']).toBe(first.outputs['comment-url'])
    expect(
      commentsOf(2)
        .filter(({ body }) => body.startsWith('<!-- mlops-audit'))
        .map(({ user }) => user.login),
    ).toEqual(['mallory', 'github-actions[bot]'])
    expect(commentsOf(2)[0]?.body).toMatch(/not ours$/)
  })

  it('a forged newer run does not freeze the comment, and a late older run leaves what a newer one says', async () => {
    const { repository } = bench.started.sandbox.github
    for (const id of [101, 102, 103])
      repository.runs.set(id, { id, repository: RUN.repository, workflowId: 5, attempt: 1, headSha: 'f00dfeed' })
    await act('pull_request', pullRequest(16), { runId: '101' })
    const [comment] = commentsOf(16)
    if (!comment) throw new Error('no comment')
    // Another workflow's token is the same bot, and may write anything.
    comment.body = comment.body.replace('<!-- run 101.1 -->', '<!-- run 999999999.1 -->').replace('✅', '🟢 forged')
    expect(comment.body).toMatch(/999999999[\s\S]*forged/)
    await act('pull_request', pullRequest(16), { runId: '103' })
    expect(commentsOf(16).map(({ body }) => [/forged/.test(body), /<!-- run 103\.1 -->/.test(body)])).toEqual([[false, true]])
    const late = await act('pull_request', pullRequest(16), { runId: '102' })
    expect([late.exitCode, commentsOf(16).map(({ body }) => /<!-- run 103\.1 -->/.test(body))]).toEqual([0, [true]])
  })

  it('pull_request that would fail a check: the plan is still there, beside the finding', async () => {
    bench.config(exampleText().replace('profile: least-privilege', 'profile: lab'))
    const result = await act('pull_request', pullRequest(12))
    bench.config(exampleText())
    expect([result.exitCode, result.outputs['outcome'], result.outputs['has-changes']]).toEqual([1, 'planned', 'true'])
    expect(results().plans).not.toEqual([])
    expect(commentsOf(12)[0]?.body).toMatch(/### ❌ .*blocking[\s\S]*ROLE-0/)
  })

  it('from a fork: checks and plans locally without credentials, writes no comment, does not fail', async () => {
    const result = await act('pull_request', pullRequest(3, 'stranger/retail'), { idToken: false, token: 'ghs_read-only' })
    expect(result.exitCode).toBe(0)
    expect(results().plans.every((plan) => plan.kind === 'changes' && plan.local)).toBe(true)
    expect(commentsOf(3)).toEqual([])
    expect(result.summary).toMatch(/From a fork there are no credentials/)
  })

  it('with a read-only token: says which permission is missing, and does not fail', async () => {
    const result = await act('pull_request', pullRequest(4), { token: 'ghs_read-only' })
    expect([result.exitCode, result.outputs['comment-url']]).toEqual([0, ''])
    expect(result.log).toMatch(/::warning::GitHub refused the comment \(403.*pull-requests: write/)
  })

  it('a bad config: exit 3, an annotation at file, line and column, and the same in the comment', async () => {
    bench.config(exampleText().replace('region: us-east-1', 'region: us-eats-1'))
    const result = await act('pull_request', pullRequest(5))
    bench.config(exampleText())
    expect(result.exitCode).toBe(3)
    expect(result.log).toMatch(/::error file=mlops-audit\.yml,line=\d+,col=\d+::.*us-eats-1.*Did you mean/)
    expect(commentsOf(5)[0]?.body).toMatch(/❌ mlops-audit: 1 error in mlops-audit.yml[\s\S]*mlops-audit\.yml:\d+:\d+/)
    // Mended, the error is gone: the section is the job's, whatever it could read.
    await act('pull_request', pullRequest(5))
    expect(commentsOf(5).map(({ body }) => [/❌/.test(body), /✅ retail-prediction \/ dev/.test(body)])).toEqual([[false, true]])
  })

  it('a broken row of the access matrix: fails beside a good plan, annotated at the row, and shown in the comment', async () => {
    bench.config(`${exampleText()}\naccess-matrix:\n  - who: sagemaker-role\n    cannot: s3:PutObject\n`)
    const result = await act('pull_request', pullRequest(6))
    bench.config(exampleText())
    expect([result.exitCode, result.outputs['outcome']]).toEqual([1, 'planned'])
    expect(result.log).toMatch(
      /::error title=sagemaker-role cannot s3%3APutObject on anything,file=mlops-audit\.yml,line=\d+::.*ReadAndWriteDataPrefixes/,
    )
    expect(commentsOf(6)[0]?.body).toMatch(
      /1 access row broken[\s\S]*Access that must not be[\s\S]*`mlops-audit\.yml:\d+:\d+`<br>SageMakerWorkload, ReadAndWriteDataPrefixes/,
    )
  })

  it('push to the default branch with on-merge: refuses to create; deploys by OIDC what exists, and verifies', async () => {
    const early = await act('push', { ref: 'refs/heads/main', repository: REPOSITORY })
    expect([early.exitCode, early.outputs['outcome'], early.log]).toEqual([
      2,
      'refused',
      expect.stringMatching(/first creation of a stack is an administrator/),
    ])
    bench.config(exampleText().replace('insights: true', 'insights: false'))
    await bench.run('deploy')
    bench.started.sandbox.confirmSubscriptions()
    bench.config(exampleText())
    const result = await act('push', { ref: 'refs/heads/main', repository: REPOSITORY })
    expect([result.exitCode, result.outputs['outcome']]).toEqual([0, 'deployed'])
    expect(JSON.parse(result.outputs['stack-outputs'] ?? '{}')).toMatchObject({
      'mlops-retail-prediction-dev-audit': { TrailName: 'mlops-retail-prediction-audit-trail' },
    })
    expect(result.log).toMatch(/assumed-role\/mlops-retail-prediction-dev-audit-deploy\/mlops-audit-/)
  })

  it('push to the default branch with the default policy: plans, with a notice', async () => {
    bench.config(exampleText().replace('deploy: on-merge', 'deploy: manual'))
    const result = await act('push', { ref: 'refs/heads/main', repository: REPOSITORY })
    bench.config(exampleText())
    expect([result.exitCode, result.outputs['outcome']]).toEqual([0, 'planned'])
    expect(result.summary).toMatch(/planned only/)
  })

  it('push to the default branch: the pull request it came from is told', async () => {
    const plan = await act('pull_request', pullRequest(13))
    expect(plan.exitCode).toBe(0)
    bench.started.sandbox.github.merged.set('a1b2c3d4e5f60718293a4b5c6d7e8f9012345678', 13)
    const deploy = await act('push', { ref: 'refs/heads/main', repository: REPOSITORY })
    bench.started.sandbox.github.merged.clear()
    expect([deploy.exitCode, deploy.outputs['comment-url']]).toEqual([0, plan.outputs['comment-url']])
    expect(commentsOf(13).map(({ body }) => body)).toEqual([
      expect.stringMatching(/### ✅ retail-prediction \/ dev: no changes[\s\S]*Stacks and their outputs[\s\S]*head a1b2c3d/),
    ])
  })

  it('`hide-old`: a comment of its own, the old one folded and hidden as outdated', async () => {
    for (let index = 0; index < 2; index += 1) await act('pull_request', pullRequest(14), { inputs: { 'comment-mode': 'hide-old' } })
    expect(
      commentsOf(14).map(({ body, minimized }) => [/^Superseded by \[a newer result\]\(\S+\) of f00dfee/.test(body), minimized]),
    ).toEqual([
      [true, 'OUTDATED'],
      [false, undefined],
    ])
  })

  it('writes its comment although GitHub is at its limits, and the whole report to a file', async () => {
    bench.started.sandbox.faults.set({ seed: 5, only: '^github:', unavailable: 0.15, throttle: 0.05, cutAfter: 0.2 })
    const result = await act('pull_request', pullRequest(15))
    bench.started.sandbox.faults.set({})
    expect([result.exitCode, /::warning/.test(result.log)]).toEqual([0, false])
    expect(commentsOf(15)).toHaveLength(1)
    expect(readFileSync(join(bench.folder, result.outputs['report-path'] ?? ''), 'utf8')).toMatch(/^### ✅ retail-prediction \/ dev/)
  })

  it('cancelled in the middle of a deployment: what was begun is left, and the comment says so; killed: the next run goes on', async () => {
    const changed = exampleText().replace('insights: true', 'insights: false')
    bench.config(changed)
    // Longer than the next run takes to start on a machine that does much else.
    bench.started.sandbox.cloudformation.paceMs = 8000
    const stop = (signal: NodeJS.Signals) => {
      let sent = false
      return (text: string, child: ChildProcess) => {
        if (sent || !/Trail update in progress/.test(text)) return
        sent = true
        child.kill(signal)
      }
    }
    const inputs = { command: 'deploy' }
    bench.started.sandbox.github.merged.set('a1b2c3d4e5f60718293a4b5c6d7e8f9012345678', 16)
    const cancelled = await act('push', { ref: 'refs/heads/main', repository: REPOSITORY }, { inputs, onOutput: stop('SIGTERM') })
    bench.started.sandbox.github.merged.clear()
    expect([cancelled.exitCode, cancelled.outputs['outcome']]).toEqual([2, 'failed'])
    expect(commentsOf(16)[0]?.body).toMatch(
      /Cancelled while mlops-retail-prediction-dev-audit was in UPDATE[\s\S]*Run again: the run waits for it to end/,
    )
    // Still running: the next run waits for it, and finds it done.
    const next = await act('push', { ref: 'refs/heads/main', repository: REPOSITORY })
    expect([next.outputs['outcome'], /is busy/.test(next.log)]).toEqual(['no-changes', true])
    bench.config(exampleText())
    const killed = await act('push', { ref: 'refs/heads/main', repository: REPOSITORY }, { onOutput: stop('SIGKILL') })
    expect(killed.exitCode).not.toBe(0)
    bench.started.sandbox.cloudformation.paceMs = 5
    const after = await act('push', { ref: 'refs/heads/main', repository: REPOSITORY })
    expect([after.exitCode, results().deployments.map(({ kind }) => kind)]).toEqual([0, ['no-changes', 'no-changes']])
  })

  it('push to another branch: checked only', async () => {
    const result = await act('push', { ref: 'refs/heads/topic', repository: REPOSITORY }, { run: { ref: 'refs/heads/topic' } })
    expect([result.exitCode, result.outputs['outcome']]).toEqual([0, 'checked'])
  })

  it('schedule: verifies with the read-only role', async () => {
    const result = await act('schedule', { repository: REPOSITORY })
    expect([result.exitCode, result.outputs['outcome'], result.outputs['failed']]).toEqual([0, 'verified', '0'])
    expect(results().summary.pass).toBeGreaterThan(60)
  })

  it('a schedule keeps one issue: nothing while all is well, opened by a finding, silent while it stays, closed when it is gone', async () => {
    const { issues } = bench.started.sandbox.github
    const run = (token?: string) =>
      act(
        'schedule',
        { repository: REPOSITORY },
        { inputs: { issue: 'true', 'issue-assignees': 'ana nobody' }, ...(token ? { token } : {}) },
      )
    const clean = await run()
    expect([clean.exitCode, clean.outputs['issue-url'], issues.of('acme/retail').issues]).toEqual([0, '', []])
    bench.started.sandbox.deny('mlops-retail-prediction-dev-audit-verify', 'cloudtrail:GetTrailStatus')
    const opened = await run()
    const [issue] = issues.of('acme/retail').issues
    if (!issue) throw new Error('no issue')
    expect([opened.exitCode, opened.outputs['issue-url'], issue.title, issue.labels, issue.assignees]).toEqual([
      1,
      `https://github.com/acme/retail/issues/${issue.number}`,
      'Audit of dev (mlops-audit.yml)',
      ['mlops-audit'],
      ['ana'],
    ])
    expect(issue.body).toMatch(
      /^<!-- mlops-audit issue \{.*\} seal [0-9a-f]{64} -->\n### ❌ retail-prediction \/ dev: (?:\d+ findings?, )?\d+ could not be read\n/,
    )
    expect(issue.body).toMatch(/- ⚠️ \*\*TRAIL-002\*\* \(critical\): Could not be read:/)
    expect(opened.log).toMatch(/::warning::GitHub did not take for .*: assignee `nobody`/)
    expect(opened.summary).toContain(`**Issue** [${issue.number}](https://github.com/acme/retail/issues/${issue.number}): opened.`)
    // Without the permission the verdict is the account's all the same.
    const refused = await run('ghs_no-issues')
    expect([refused.exitCode, refused.outputs['issue-url'], refused.summary]).toEqual([
      1,
      '',
      expect.stringMatching(/The issue is not up to date:\*\* GitHub refused it \(403.*issues: write/),
    ])
    bench.started.sandbox.allowAll()
    const closed = await run()
    expect([closed.exitCode, issue.state, issue.state_reason]).toEqual([0, 'closed', 'completed'])
    expect(commentsOf(issue.number).map(({ body }) => body)).toEqual([
      expect.stringMatching(/^Everything was read and nothing is wrong \(\[run\]\(.*\): closed\. A finding opens it again\.$/),
    ])
  })

  it('both forms of the subject are trusted', async () => {
    const result = await act('schedule', { repository: REPOSITORY }, { run: { immutableSubject: true } })
    expect(result.exitCode).toBe(0)
  })

  it.each([
    ['another repository', { repository: 'acme/other', repositoryId: '9' }, /repository_id must be 4512; it is 9/],
    ['another branch', { ref: 'refs/heads/topic' }, /sub must be one of .*; it is repo:acme\/retail:ref:refs\/heads\/topic/],
    ['a recycled name', { repositoryId: '777' }, /repository_id must be 4512; it is 777/],
  ])('the deploy role refuses %s, and the refusal is explained', async (_, run, reason) => {
    const result = await act('workflow_dispatch', { repository: REPOSITORY }, { run, inputs: { command: 'deploy' } })
    expect(result.exitCode).toBe(2)
    expect(result.log).toMatch(reason)
    expect(result.log).toMatch(/sub: repo:/)
  })

  it('a pull request cannot become the deploy role', async () => {
    const result = await act('pull_request', pullRequest(6), { inputs: { command: 'deploy' } })
    expect([result.exitCode, result.log]).toEqual([
      3,
      expect.stringMatching(/`command: deploy` does not run on pull_request: a pull request is not merged/),
    ])
    // Nor would it get the role, if the action did not look.
    const forged = await act(
      'push',
      { repository: REPOSITORY },
      { run: { event: 'pull_request', ref: 'refs/pull/6/merge' }, inputs: { command: 'deploy' } },
    )
    expect([forged.exitCode, forged.log]).toEqual([2, expect.stringMatching(/sub must be one of .*; it is repo:acme\/retail:pull_request/)])
  })

  it('merge_group: checked and planned without credentials', async () => {
    const result = await act('merge_group', { repository: REPOSITORY }, { idToken: false })
    expect([result.exitCode, result.outputs['outcome']]).toEqual([0, 'planned'])
    expect(result.summary).toMatch(/In a merge queue/)
  })

  it('pull_request_target is refused, whatever the command', async () => {
    for (const command of ['auto', 'check']) {
      const result = await act('pull_request_target', pullRequest(7), { inputs: { command, comment: 'false' } })
      expect([result.exitCode, /does not run on pull_request_target/.test(result.log)]).toEqual([3, true])
    }
  })

  it('wrong inputs: exit 3, each named with what is allowed', async () => {
    const result = await act('schedule', { repository: REPOSITORY }, { inputs: { 'fail-on': 'severe', comment: 'maybe' } })
    expect(result.exitCode).toBe(3)
    expect(result.log).toMatch(/Input `fail-on` is "severe"\.\s+Allowed: critical, high, medium, low\.\s+✗ Input `comment` is "maybe"/)
  })

  it('a denied read is an error that fails the run and names the permission', async () => {
    bench.started.sandbox.deny('mlops-retail-prediction-dev-audit-verify', 'cloudtrail:GetTrailStatus')
    const result = await act('schedule', { repository: REPOSITORY })
    bench.started.sandbox.allowAll()
    expect([result.exitCode, Number(result.outputs['errors']) > 0]).toEqual([1, true])
    expect(result.log).toMatch(/TRAIL-002 trail-is-logging.*error, not a pass/)
    expect(result.summary).toMatch(/not readable.*`cloudtrail:GetTrailStatus`/)
  })

  it('a public repository: no account id and no finding detail in log, summary or comment', async () => {
    const payload = { ...pullRequest(8), repository: { ...REPOSITORY, private: false, visibility: 'public' } }
    bench.started.sandbox.deny('mlops-retail-prediction-dev-audit-verify', 'cloudtrail:GetTrailStatus')
    const results = [await act('pull_request', payload), await act('schedule', { repository: payload.repository })]
    bench.started.sandbox.allowAll()
    for (const { log, summary } of results) {
      const shown = log.replaceAll(/^::(?:add-mask|debug)::.*$/gm, '')
      expect(/123456789012/.test(shown + summary)).toBe(false)
      expect(/trail-is-logging/.test(shown + summary)).toBe(false)
    }
    expect(commentsOf(8)[0]?.body).not.toMatch(/123456789012/)
  })

  it('never writes a token or a secret anywhere', () => {
    const printed = logs.replaceAll(/^::add-mask::.*$/gm, '')
    expect(/eyJ[\w-]{20,}\.[\w-]{20,}/.test(printed)).toBe(false)
    expect(/ghs_sandbox/.test(printed)).toBe(false)
    const files = readdirSync(join(bench.folder, '.mlops-audit'), { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.\w+$/.test(name),
    )
    for (const name of files)
      expect([
        name,
        /eyJ[\w-]{20,}\.|SecretAccessKey|SessionToken/.test(readFileSync(join(bench.folder, '.mlops-audit', name), 'utf8')),
      ]).toEqual([name, false])
  })
})

describe('dist/index.js as a CLI', () => {
  const node20 = [process.env['NODE20'], '/usr/bin/node', '/usr/local/bin/node'].find(
    (path) => path && /^v20\./.test(spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout ?? ''),
  )
  const run = (node: string, args: string[], environment: Record<string, string> = {}) =>
    spawnSync(node, [BUNDLE, ...args], {
      encoding: 'utf8',
      cwd: join(root, 'examples/retail-prediction'),
      env: { PATH: process.env['PATH'] ?? '', ...environment } as NodeJS.ProcessEnv,
    })

  it.each([['this Node', process.execPath] as const, ...(node20 ? [['Node 20', node20] as const] : [])])(
    'checks, explains itself and refuses nonsense on %s',
    (_, node) => {
      expect(run(node, ['check']).status).toBe(0)
      expect(run(node, ['--version']).stdout).toBe(
        `${(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version}\n`,
      )
      expect(run(node, []).stdout).toMatch(/Usage: mlops-audit <command>/)
      expect(run(node, ['deploy', '--help']).stdout).toMatch(/--allow-destructive <a,b>/)
      const wrong = run(node, ['verfy'])
      expect([wrong.status, wrong.stderr]).toEqual([3, expect.stringMatching(/no command "verfy"\. Did you mean verify\?/)])
      expect(run(node, ['check', '--confg', 'x']).stderr).toMatch(/Did you mean --config\?/)
      expect(run(node, ['check', '--config', 'none.yml']).status).toBe(3)
    },
  )

  it('names the statement that breaks a row of the access matrix, which may stand in a file of its own', () => {
    const folder = mkdtempSync(join(tmpdir(), 'matrix-'))
    const example = readFileSync(join(root, 'examples/retail-prediction/mlops-audit.yml'), 'utf8')
    writeFileSync(join(folder, 'mlops-audit.yml'), `${example}\naccess-matrix: access-matrix.yml # rows of our own\n`)
    const check = () =>
      spawnSync(process.execPath, [BUNDLE, 'check'], { encoding: 'utf8', cwd: folder, env: { PATH: process.env['PATH'] ?? '' } })
    const config = (line: string) => writeFileSync(join(folder, 'mlops-audit.yml'), `${example}\n${line}\n`)
    // However YAML lets it be written.
    for (const line of [
      'access-matrix: "access matrix.yml"',
      'access-matrix:\n  access-matrix.yml',
      '"access-matrix": access-matrix.yml',
    ]) {
      config(line)
      expect([line, check().status, check().stdout + check().stderr]).toEqual([
        line,
        3,
        expect.stringMatching(/there is no access.matrix\.yml/),
      ])
    }
    config('access-matrix: access-matrix.yml # rows of our own')
    writeFileSync(join(folder, 'access-matrix.yml'), 'other.yml\n')
    expect([check().status, check().stdout + check().stderr]).toEqual([
      3,
      expect.stringMatching(/access-matrix\.yml:1:1 {2}`access-matrix` is "other\.yml", and must come to a list/),
    ])
    rmSync(join(folder, 'access-matrix.yml'))
    const missing = check()
    expect([missing.status, missing.stderr + missing.stdout]).toEqual([
      3,
      expect.stringContaining('names access-matrix.yml, and there is no access-matrix.yml'),
    ])
    writeFileSync(join(folder, 'access-matrix.yml'), '# ours\n- who: sagemaker-role\n  cannot: s3:PutObject\n')
    const broken = check()
    expect([broken.status, broken.stdout]).toEqual([1, expect.stringMatching(/✗ sagemaker-role cannot s3:PutObject on anything/)])
    expect(broken.stdout).toMatch(/row: access-matrix\.yml:2:\d+\n {4}access\.yml:\d+:\d+ {2}SageMakerWorkload, ReadAndWriteDataPrefixes/)
    writeFileSync(join(folder, 'access-matrix.yml'), '- who: sagemaker-role\n  cannot: s3:DeleteBucket\n- { who: nobody, cannot: "*" }\n')
    expect([check().status, check().stdout]).toEqual([3, expect.stringMatching(/access-matrix\.yml:3:10 {2}`who` is "nobody"/)])
  })

  it('speaks in colour only where colour is wanted', () => {
    expect(run(process.execPath, ['check'], { FORCE_COLOR: '1' }).stdout).toContain('\u001b[32m')
    expect(run(process.execPath, ['check'], { FORCE_COLOR: '1', NO_COLOR: '1' }).stdout).not.toContain('\u001b[')
    expect(run(process.execPath, ['check']).stdout).not.toContain('\u001b[')
  })

  it('starts with a small entry', () => {
    expect(readFileSync(BUNDLE).length).toBeLessThan(1_000_000)
    expect(execFileSync(process.execPath, [BUNDLE, '--version'], { encoding: 'utf8' })).toMatch(/^\d/)
  })
})
