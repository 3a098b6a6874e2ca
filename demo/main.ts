/** `mlops-audit demo`: the whole story on a local AWS, with the bundle a workflow would run. Ends red when anything goes otherwise than told. */
import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Run } from '../sandbox/github/oidc.ts'
import { runAction, type WorkflowResult } from '../sandbox/runner.ts'
import { type StartedSandbox, startSandbox } from '../sandbox/start.ts'
import { root } from '../scripts/paths.mjs'
import type { IntegritySummary } from '../src/digest/summary.ts'
import type { EvidenceFile } from '../src/model/evidence.ts'
import type { Finding } from '../src/model/finding.ts'
import type { RunReport } from '../src/model/report.ts'
import { wantsColour } from '../src/progress/progress.ts'
import { Account, type Person } from './actors.ts'
import { commentPage } from './page.ts'
import { Stage } from './stage.ts'

const bundle = join(root, 'dist/index.js')
const CONFIG = 'mlops-audit.yml'
const BUCKET = 'mlops-cloudtrail-logs-us-east-1-123456789012'
const TRAIL_ARN = 'arn:aws:cloudtrail:us-east-1:123456789012:trail/mlops-retail-prediction-audit-trail'
const MAIN: Run = { repository: 'acme/retail', repositoryId: '4512', ownerId: '81', ref: 'refs/heads/main', event: 'push' }
const REPOSITORY = { default_branch: 'main', private: true, visibility: 'private', full_name: 'acme/retail' }
const HOURS = 4

/** What the chapters share. */
interface Scene {
  stage: Stage
  started: StartedSandbox
  account: Account
  /** The checked-out repository of the story. */
  folder: string
  /** Where what there is to look at is written; nothing else there is touched. */
  out: string
}

const HELP = `mlops-audit demo [--output-dir out/demo]

The whole story on a local AWS: check, plan, deploy, use, verify, a review, a break-in, repair, evidence, the end. Needs no account and no network.
`

/** Tells the story; the answer is the exit code. */
export async function runDemo(args: readonly string[]): Promise<number> {
  let values: { 'output-dir': string; help: boolean }
  try {
    const options = {
      'output-dir': { type: 'string', default: 'out/demo' },
      help: { type: 'boolean', default: false, short: 'h' },
    } as const
    values = parseArgs({ args: [...args], options }).values
  } catch (error) {
    process.stderr.write(`demo: ${(error as Error).message}\n\n${HELP}`)
    return 3
  }
  if (values.help) {
    process.stdout.write(HELP)
    return 0
  }
  return perform(resolve(values['output-dir']))
}

async function perform(out: string): Promise<number> {
  const stage = new Stage(wantsColour(process.env, process.stdout.isTTY === true))
  const shown = relative(process.cwd(), out) || '.'
  stage.title('mlops-audit demo · local AWS, no account needed · about 15 s')
  mkdirSync(out, { recursive: true })
  const folder = mkdtempSync(join(tmpdir(), 'mlops-audit-demo-'))
  cpSync(join(root, 'examples/retail-prediction', CONFIG), join(folder, CONFIG))
  const started = await startSandbox({ deliveryMs: 0, clockBehindMs: HOURS * 3_600_000 + 60_000 })
  try {
    stage.say(`✓ Sandbox ${started.url}, recording`)
    await tell({ stage, started, account: new Account(started.url), folder, out })
  } finally {
    await started.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  const { surprises } = stage
  process.stdout.write(
    `\nDone in ${stage.seconds} s. ${surprises.length === 0 ? 'Everything expected happened.' : `${surprises.length} things went otherwise: ${surprises.join('; ')}`}\n`,
  )
  process.stdout.write(
    `Look at: ${shown}/comment.html (a reviewer) · ${shown}/verify.html (after the break-in) · ${shown}/activity.html (who did what) · ${shown}/results.json (a machine) · ${shown}/templates/audit.yml (CloudFormation)\n`,
  )
  process.stdout.write('Sandbox stopped; nothing left running.\n')
  return surprises.length === 0 ? 0 : 1
}

async function tell(scene: Scene): Promise<void> {
  await checkIt(scene)
  await planIt(scene)
  await deployIt(scene)
  const mallory = await useIt(scene)
  await verifyIt(scene)
  await reviewIt(scene)
  await breakIt(scene, mallory)
  await repairIt(scene)
  await evidence(scene)
  await destroyIt(scene)
}

async function checkIt({ stage, folder, started, out }: Scene): Promise<void> {
  stage.chapter('CHECK')
  const checked = await cli(['check'], folder, {})
  stage.expect('config and 3 templates', checked.code === 0, stage.took())
  const rendered = await cli(['render', '--output-dir', out], folder, {})
  stage.expect(`rendered to ${relative(process.cwd(), out)}/templates`, rendered.code === 0)
  const everything = join(root, 'examples/everything-on', CONFIG)
  const all = await cli(['check', '--config', everything], folder, {})
  const written = await cli(['render', '--config', everything, '--output-dir', join(folder, 'everything-on')], folder, {})
  const templates = readdirSync(join(folder, 'everything-on/templates')).filter((name) => name.endsWith('.yml'))
  stage.expect(
    'every setting switched on',
    all.code === 0 && written.code === 0 && templates.length === 5,
    `${templates.length} templates: locks, break-glass, Config, Athena, evidence, pods, gates, replica`,
  )
  cpSync(join(folder, 'everything-on'), join(out, 'everything-on'), { recursive: true })
  const bootstrap = await cli(['deploy', '--bootstrap'], folder, started.environment)
  stage.expect(
    'bootstrap deployed once, by an administrator',
    bootstrap.code === 0,
    'OIDC provider, boundaries, plan / deploy / verify roles',
  )
}

async function planIt({ stage, folder, started, account }: Scene): Promise<void> {
  stage.chapter('PLAN', 'on pull request #7')
  await Promise.all(['acme-retail-gold', 'acme-retail-models'].map((name) => account.makeBucket(name)))
  const result = await action(started.url, folder, 'pull_request', pullRequest(7))
  const report = resultsOf(folder)
  const counts = report.plans.map((plan) => `${plan.template} ${plan.kind === 'changes' ? plan.changes.length : 0} add`).join(' · ')
  stage.expect(counts, result.exitCode === 0 && result.outputs['outcome'] === 'planned', stage.took())
  stage.expect('comment written', result.outputs['comment-url'] !== '', result.outputs['comment-url'])
}

async function deployIt({ stage, folder, started }: Scene): Promise<void> {
  stage.chapter('DEPLOY', 'created by an administrator, then by OIDC as acme/retail@main')
  const push = () => action(started.url, folder, 'push', { ref: 'refs/heads/main', repository: REPOSITORY }, MAIN)
  const early = await push()
  stage.caught('CI creates nothing', early.exitCode === 2 && /first creation of a stack is an administrator/.test(early.log))
  await cli(['deploy'], folder, started.environment)
  const report = resultsOf(folder)
  for (const outcome of report.deployments) {
    stage.expect(
      `${outcome.stackName}`,
      outcome.kind === 'deployed',
      outcome.kind === 'deployed' ? `${outcome.changes.length} resources, ${outcome.seconds.toFixed(1)} s` : outcome.kind,
    )
  }
  // Whoever reads the alerts follows the link in the mail of the topic.
  started.sandbox.confirmSubscriptions()
  const result = await push()
  stage.expect(
    'the same by CI: as wanted, read back and verified',
    result.outputs['outcome'] === 'no-changes',
    `${resultsOf(folder).summary.pass} pass`,
  )
  const other = await action(
    started.url,
    folder,
    'push',
    { ref: 'refs/heads/main', repository: { ...REPOSITORY, full_name: 'acme/other' } },
    { ...MAIN, repository: 'acme/other', repositoryId: '9999' },
  )
  stage.caught(
    'acme/other@main refused: sub and repository_id do not match',
    other.exitCode === 2 && /repository_id must be 4512; it is 9999/.test(other.log),
  )
}

async function useIt(scene: Scene): Promise<Person> {
  const { stage, started, account } = scene
  stage.chapter('USE')
  const people = await Promise.all(['ana', 'ben', 'mallory'].map((name) => account.hire(name)))
  let calls = 0
  for (const person of people) calls += await account.work(person, 'acme-retail-gold')
  await started.sandbox.advanceHours(HOURS)
  const { isWhole, digests, logs, regions } = await integrityOf(scene)
  stage.expect(
    `${calls} calls by ${people.length} people → ${logs} log files, ${digests} digests in ${regions.length} regions; integrity: the chain is whole`,
    isWhole && logs > 0 && digests > 1,
  )
  await askAwsCli(scene, true)
  return people[2] as Person
}

/** The hours of the story, whose clock runs ahead. */
const hoursOfTheStory = () => ({ since: new Date(Date.now() - 12 * 3_600_000), until: new Date(Date.now() + 24 * 3_600_000) })

/** What `mlops-audit integrity` says of the log chain. */
async function integrityOf({ started, folder }: Scene): Promise<{
  isWhole: boolean
  digests: number
  logs: number
  regions: readonly string[]
  faults: Finding[]
}> {
  const { since, until } = hoursOfTheStory()
  const times = ['--start-time', since.toISOString(), '--end-time', until.toISOString()]
  const { code, stdout } = await cli(
    ['integrity', '--full', ...times, '--format', 'json', '--output-dir', join(folder, 'integrity')],
    folder,
    started.environment,
  )
  const { findings } = JSON.parse(stdout) as RunReport
  const counts = JSON.parse(readFileSync(join(folder, 'integrity/integrity.json'), 'utf8')) as IntegritySummary
  return { ...counts, isWhole: code === 0, faults: findings.filter(({ status }) => status === 'fail') }
}

/** A second opinion, said as aws-cli's own; one that disagrees with ours is a surprise. */
async function askAwsCli({ stage, account }: Scene, wanted: boolean): Promise<void> {
  const { since, until } = hoursOfTheStory()
  const verdict = await account.askAwsCli(TRAIL_ARN, since, until)
  if (verdict === undefined) stage.say('  aws-cli is not here, so it was not asked for a second opinion')
  else stage.expect(`aws-cli, asked too: ${verdict.text}`, verdict.valid === wanted)
}

async function verifyIt({ stage, folder, started }: Scene): Promise<void> {
  stage.chapter('VERIFY', 'on schedule, with the read-only role')
  const result = await action(started.url, folder, 'schedule', { repository: REPOSITORY }, { ...MAIN, event: 'schedule' })
  const { summary, findings } = resultsOf(folder)
  const failing = findings.filter(({ status }) => status === 'fail').map(({ code, message }) => ` ${code} ${message}`)
  stage.expect(
    `${summary.pass} pass · ${summary.fail} fail · ${summary.error} error${failing.join(';')}`,
    result.exitCode === 0 && summary.fail === 0 && summary.error === 0,
    stage.took(),
  )
}

async function reviewIt({ stage, folder, started, out }: Scene): Promise<void> {
  stage.chapter('REVIEW', 'pull request #8 asks for the lab profile')
  const path = join(folder, CONFIG)
  const good = readFileSync(path, 'utf8')
  writeFileSync(path, good.replace('profile: least-privilege', 'profile: lab'))
  const result = await action(started.url, folder, 'pull_request', pullRequest(8))
  const comment = started.sandbox.github.comments.find((candidate) => candidate.issue === 8)?.body ?? ''
  stage.caught(
    'the comment says what would widen (AmazonSageMakerFullAccess) and which check would fail (ROLE-005)',
    result.exitCode === 1 &&
      /AmazonSageMakerFullAccess/.test(comment) &&
      /1 added|access widened/.test(comment) &&
      /ROLE-005/.test(comment),
  )
  const again = await action(started.url, folder, 'pull_request', pullRequest(8))
  stage.expect(
    'run again: the same comment, updated',
    again.outputs['comment-url'] === result.outputs['comment-url'] &&
      started.sandbox.github.comments.filter((candidate) => candidate.issue === 8).length === 1,
  )
  writeFileSync(join(out, 'comment.md'), comment)
  writeFileSync(join(out, 'comment.html'), await commentPage(comment, 'The comment a reviewer decides from'))
  writeFileSync(path, good)
}

async function breakIt(scene: Scene, mallory: Person): Promise<void> {
  const { stage, folder, started, account, out } = scene
  stage.chapter('BREAK IT', 'as mallory')
  await account.stopLogging(mallory, TRAIL_ARN)
  await account.openBucket(mallory, BUCKET)
  const edited = await account.editLog(mallory, BUCKET, 'mallory', 'someone')
  started.sandbox.deny('mlops-retail-prediction-dev-audit-verify', 'kms:DescribeKey')
  const result = await action(started.url, folder, 'schedule', { repository: REPOSITORY }, { ...MAIN, event: 'schedule' })
  const report = resultsOf(folder)
  const status = (code: string) => report.findings.find((finding) => finding.code === code)?.status
  stage.caught(
    `StopLogging → TRAIL-002 critical; event history names ${await account.whoDid('StopLogging')}`,
    status('TRAIL-002') === 'fail' && (await account.whoDid('StopLogging')) === 'mallory',
  )
  stage.caught('bucket policy opened → BKT-003 critical', status('BKT-003') === 'fail')
  stage.caught('kms:DescribeKey denied → KEY-001 error, not a pass', status('KEY-001') === 'error')
  stage.caught(
    `the report of the run names ${mallory.name}`,
    report.notices.some((notice) => notice.includes(`${mallory.name} at `) && notice.includes('cloudtrail:StopLogging')),
  )
  await nameThem(scene, mallory)
  const chain = await integrityOf(scene)
  const file = edited.split('/').at(-1) ?? ''
  stage.caught(
    `one log line edited → integrity: ${chain.faults.map(({ code }) => code).join(', ')} names the file`,
    chain.faults.some(({ message }) => message.includes(file)),
    file,
  )
  await askAwsCli(scene, false)
  stage.expect(`${report.summary.fail} fail · ${report.summary.error} error · exit ${result.exitCode}`, result.exitCode === 1)
  writeFileSync(join(out, 'verify.md'), result.summary)
  writeFileSync(join(out, 'verify.html'), await commentPage(result.summary, 'Scheduled verification after the break-in'))
  cpSync(join(folder, '.mlops-audit/results.json'), join(out, 'results.json'))
  cpSync(join(folder, '.mlops-audit/evidence.json'), join(out, 'evidence.json'))
}

/** What `mlops-audit activity` says of the intruder: after StopLogging no log file does, and event history goes on. */
async function nameThem({ stage, started, folder, out }: Scene, { name }: Person): Promise<void> {
  const { since, until } = hoursOfTheStory()
  const times = ['--start-time', since.toISOString(), '--end-time', until.toISOString()]
  const { stdout } = await cli(
    ['activity', ...times, '--subject', name, '--format', 'json', '--output-dir', join(folder, 'activity')],
    folder,
    started.environment,
  )
  const { activity } = JSON.parse(stdout) as RunReport
  const calls = (activity?.timeline?.events ?? []).filter(({ actor, why, error }) => actor === name && why !== '' && error === '')
  const [first] = calls
  stage.caught(
    `activity: ${first?.actor} from ${first?.address} at ${first?.time}: ${calls.map(({ action }) => action).join(', ')}`,
    ['cloudtrail:StopLogging', 's3:PutBucketPolicy', 'PublicAccessBlock'].every((call) =>
      calls.some(({ action }) => action.includes(call)),
    ),
  )
  cpSync(join(folder, 'activity/activity.html'), join(out, 'activity.html'))
}

async function repairIt(scene: Scene): Promise<void> {
  const { stage, folder, started, out } = scene
  stage.chapter('REPAIR', 'what was changed outside of the stacks is put back')
  started.sandbox.allowAll()
  const planned = await action(started.url, folder, 'pull_request', pullRequest(9))
  const drift = resultsOf(folder).plans.flatMap((plan) => ('drift' in plan && plan.drift ? plan.drift : []))
  const opened = drift.flatMap(({ access }) => access.filter(({ widens }) => widens))
  stage.caught(
    `plan: ${drift.map(({ logicalId }) => logicalId).join(', ')} are not as deployed; the policy now has: ${opened[0]?.effect.toLowerCase()} ${opened[0]?.text}`,
    planned.exitCode === 1 && drift.length === 3 && opened.length > 0,
  )
  writeFileSync(join(out, 'drift.html'), await commentPage(planned.summary, 'A plan that finds drift'))
  const inputs = { 'revert-drift': 'true' }
  const deployed = await action(started.url, folder, 'push', { ref: 'refs/heads/main', repository: REPOSITORY }, MAIN, inputs)
  const { summary } = resultsOf(folder)
  stage.expect(
    `deploy with revert-drift: ${deployed.outputs['outcome']}; ${summary.pass} pass · ${summary.fail} fail`,
    deployed.exitCode === 0 && deployed.outputs['outcome'] === 'deployed' && summary.fail === 0,
  )
  const { isWhole } = await integrityOf(scene)
  stage.caught('the edited log remains invalid: altered history cannot be repaired', !isWhole)
}

async function evidence({ stage, folder, out }: Scene): Promise<void> {
  stage.chapter('EVIDENCE')
  const replayed = await cli(['verify', '--from', out, '--format', 'json', '--output-dir', join(folder, 'replay')], folder, {})
  const first = JSON.parse(readFileSync(join(out, 'results.json'), 'utf8')) as RunReport
  const same =
    replayed.stdout !== '' && JSON.stringify((JSON.parse(replayed.stdout) as RunReport).findings) === JSON.stringify(first.findings)
  stage.expect(`replayed offline from ${relative(process.cwd(), out)}/evidence.json: the same findings`, same && replayed.code === 1)
  const { reads } = evidenceOf(folder)
  const whole = reads.every(
    (read) =>
      read.caller.startsWith('arn:') && read.time.endsWith('Z') && read.requestId !== undefined && /^[0-9a-f]{64}$/.test(read.sha256),
  )
  stage.expect(`${reads.length} reads, each with caller, time, request id and hash`, reads.length > 0 && whole)
}

/** The end of a project: looked at first, then deleted by a person, and nothing left to do the second time. */
async function destroyIt({ stage, folder, started, out }: Scene): Promise<void> {
  stage.chapter('DESTROY', 'the project ends; a person decides')
  const destroy = async (flags: readonly string[], environment: Record<string, string> = { CI: '' }) => {
    const args = ['destroy', ...flags, '--format', 'json', '--output-dir', join(folder, 'destroy')]
    const { code, stdout } = await cli(args, folder, { ...started.environment, ...environment }, environment['CI'] === 'true')
    return { code, report: JSON.parse(stdout) as RunReport }
  }
  const refused = await destroy(['--all', '--confirm', 'mlops-retail-prediction-dev'], { CI: 'true' })
  stage.caught('refused in CI', refused.code === 3 && /CI is set/.test(refused.report.problems[0]?.message ?? ''))
  const preview = await destroy([])
  const things = preview.report.teardown?.things ?? []
  const count = (name: string) => things.filter((thing) => thing.class === name && thing.stays === undefined).length
  stage.expect(
    `a preview: ${things.length} things, ${['access', 'audit', 'logs', 'keys', 'bootstrap'].map((name) => `${name} ${count(name)}`).join(' · ')}`,
    preview.code === 0 && things.length > 5,
    'nothing written',
  )
  const done = await destroy(['--all', '--confirm', 'mlops-retail-prediction-dev'])
  const steps = done.report.teardown?.steps ?? []
  const bucket = steps.find(({ kind, name }) => kind === 'bucket' && name === BUCKET)
  stage.expect(
    `${steps.filter(({ outcome }) => outcome === 'deleted').length} gone, ${steps.filter(({ outcome }) => outcome === 'scheduled').length} key scheduled; log bucket: ${bucket?.detail.split(' (')[0]}`,
    done.code === 0 && steps.length > 5 && steps.every(({ outcome }) => outcome !== 'left'),
    stage.took(),
  )
  const again = await destroy(['--all', '--confirm', 'mlops-retail-prediction-dev'])
  stage.expect('once more: nothing left to delete', again.code === 0 && again.report.teardown?.steps.length === 0)
  const { record } = done.report.teardown ?? {}
  if (record) cpSync(record.replace(/\.jsonl$/, '.md'), join(out, 'destroy.md'))
}

function pullRequest(number: number): Record<string, unknown> {
  return {
    number,
    repository: REPOSITORY,
    pull_request: { number, head: { sha: 'f00dfeedf00dfeedf00dfeedf00dfeedf00dfeed', repo: { full_name: 'acme/retail' } } },
  }
}

function action(
  url: string,
  cwd: string,
  event: string,
  payload: Record<string, unknown>,
  run: Run = { ...MAIN, event },
  inputs: Record<string, string> = {},
): Promise<WorkflowResult> {
  return runAction(bundle, { url, cwd, event, payload, run: { ...run, event }, inputs })
}

function resultsOf(folder: string): RunReport {
  return JSON.parse(readFileSync(join(folder, '.mlops-audit/results.json'), 'utf8')) as RunReport
}

function evidenceOf(folder: string): EvidenceFile {
  return JSON.parse(readFileSync(join(folder, '.mlops-audit/evidence.json'), 'utf8')) as EvidenceFile
}

/** What goes wrong is shown whole, where it is not what the story is about. */
function cli(
  args: readonly string[],
  cwd: string,
  environment: Record<string, string>,
  isExpected = false,
): Promise<{ code: number; stdout: string }> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [bundle, ...args], {
      cwd,
      env: {
        ...{ PATH: process.env['PATH'], HOME: cwd, CI: 'true', NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] },
        ...environment,
      } as NodeJS.ProcessEnv,
    })
    let stdout = ''
    let stderr = ''
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString()
    })
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString()
    })
    child.once('error', fail)
    child.once('close', (code) => {
      if ((code === 2 || code === 3) && !isExpected) process.stderr.write(stderr + stdout)
      done({ code: code ?? -1, stdout })
    })
  })
}
