import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Run } from './github/oidc.ts'
import type { WorkflowRunRecord } from './github/repository-views.ts'
import { AWS_REGION_DEFAULT } from './start.ts'

export interface WorkflowRun {
  /** The sandbox's URL. */
  url: string
  run: Run
  event: string
  payload: Record<string, unknown>
  inputs: Record<string, string>
  cwd: string
  /** `permissions: id-token: write`. */
  idToken?: boolean
  node?: string
  token?: string
  runId?: string
  /** Path of the workflow in its repository; without, the runner does not say which one runs. */
  workflow?: string
  onOutput?(text: string, child: ChildProcess): void
}

export interface WorkflowResult {
  exitCode: number
  log: string
  outputs: Record<string, string>
  summary: string
}

/** What GITHUB_SHA says: on pull requests a merge commit nobody wrote. */
const SHA = 'a1b2c3d4e5f60718293a4b5c6d7e8f9012345678'

/** Runs the bundle as a runner runs a step: environment, event payload, command files, OIDC endpoint. */
export async function runAction(bundle: string, options: WorkflowRun): Promise<WorkflowResult> {
  const folder = mkdtempSync(join(tmpdir(), 'runner-'))
  const file = (name: string, text = '') => {
    const path = join(folder, name)
    writeFileSync(path, text)
    return path
  }
  const outputFile = file('output')
  const summaryFile = file('summary')
  const runId = options.runId ?? String(Date.now())
  const tell = (times: Pick<WorkflowRunRecord, 'from' | 'until'>) => {
    const run: WorkflowRunRecord = {
      ...{ id: Number(runId), repository: options.run.repository, workflowId: 5, attempt: 1, headSha: SHA, ...times },
      ...(options.workflow === undefined ? {} : { path: options.workflow }),
    }
    return fetch(`${options.url}/_sandbox/workflow-run`, { method: 'POST', body: JSON.stringify(run) })
  }
  await tell({ from: new Date().toISOString() })
  const oidc =
    options.idToken === false
      ? {}
      : ((await (await fetch(`${options.url}/_sandbox/runs`, { method: 'POST', body: JSON.stringify(options.run) })).json()) as Record<
          string,
          string
        >)
  const inputs = Object.fromEntries(
    Object.entries({ 'github-token': options.token ?? 'ghs_sandbox', ...options.inputs }).map(([name, value]) => [
      `INPUT_${name.toUpperCase()}`,
      value,
    ]),
  )
  const environment = {
    PATH: process.env['PATH'],
    HOME: folder,
    // A runner has no cache of what V8 compiled; who starts many runs may give them one.
    NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
    GITHUB_ACTIONS: 'true',
    CI: 'true',
    GITHUB_EVENT_NAME: options.event,
    GITHUB_EVENT_PATH: file('event.json', JSON.stringify(options.payload)),
    GITHUB_REPOSITORY: options.run.repository,
    GITHUB_REF: options.run.ref,
    GITHUB_SHA: SHA,
    GITHUB_RUN_ID: runId,
    GITHUB_RUN_ATTEMPT: '1',
    // A job id may hold what names in AWS may not.
    GITHUB_JOB: 'audit_dev',
    GITHUB_ACTION: '__acme_mlops-audit-action',
    GITHUB_ACTION_REPOSITORY: 'acme/mlops-audit-action',
    ...(options.workflow === undefined ? {} : { GITHUB_WORKFLOW_REF: `${options.run.repository}/${options.workflow}@${options.run.ref}` }),
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_API_URL: options.url,
    GITHUB_OUTPUT: outputFile,
    GITHUB_STEP_SUMMARY: summaryFile,
    AWS_ENDPOINT_URL: options.url,
    AWS_REGION: AWS_REGION_DEFAULT,
    AWS_EC2_METADATA_DISABLED: 'true',
    ...oidc,
    ...inputs,
  }
  try {
    const { exitCode, log } = await collect(
      spawn(options.node ?? process.execPath, [bundle], { cwd: options.cwd, env: environment as NodeJS.ProcessEnv }),
      options.onOutput,
    )
    return { exitCode, log, outputs: parseOutputs(readFileSync(outputFile, 'utf8')), summary: readFileSync(summaryFile, 'utf8') }
  } finally {
    await tell({ until: new Date().toISOString() })
    rmSync(folder, { recursive: true, force: true })
  }
}

function collect(child: ChildProcess, onOutput: WorkflowRun['onOutput']): Promise<{ exitCode: number; log: string }> {
  return new Promise((done, fail) => {
    let log = ''
    const take = (chunk: Buffer) => {
      log += chunk.toString()
      onOutput?.(chunk.toString(), child)
    }
    child.stdout?.on('data', take)
    child.stderr?.on('data', take)
    child.once('error', fail)
    child.once('close', (code) => done({ exitCode: code ?? -1, log }))
  })
}

/** `name<<delimiter`, lines, `delimiter`: how the runner's command files carry values. */
function parseOutputs(text: string): Record<string, string> {
  return Object.fromEntries([...text.matchAll(/^([\w-]+)<<(\S+)\n([\s\S]*?)\n\2$/gm)].map((match) => [match[1] ?? '', match[3] ?? '']))
}
