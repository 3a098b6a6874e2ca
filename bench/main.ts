/**
 * `npm run bench`: start-up and deploy, side by side with what is here to compare with, in one run.
 * Peers are looked for in `bench/peers/<name>/dist/index.js` (bring them there by hand); without them their rows are left out, and say so.
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { startSandbox } from '../sandbox/start.ts'
import { root, venvFolder } from '../scripts/paths.mjs'
import { parseTemplate } from '../src/cloudformation/parse.ts'
import { EMPTYING_HEAD, emptyingRows } from './emptying.ts'

const bundle = join(root, 'dist/index.js')
const RUNS = 15

interface Sample {
  /** Until the first byte of output: the decision, for an action that says it. */
  first: number
  seconds: number
  megabytes: number
}

/** Prints seconds until the first output, seconds until the end, and the peak memory in kB, as the kernel counts it. */
const STOPWATCH = `
import resource, subprocess, sys, time
started = time.perf_counter()
child = subprocess.Popen(sys.argv[1:], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
child.stdout.read(1)
first = time.perf_counter() - started
child.stdout.read()
child.wait()
print(first, time.perf_counter() - started, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
`

function measure(command: string, args: readonly string[], environment: Record<string, string>, cwd: string): Sample {
  const { stdout } = spawnSync('python3', ['-c', STOPWATCH, command, ...args], {
    encoding: 'utf8',
    cwd,
    env: environment as NodeJS.ProcessEnv,
  })
  const [first = Number.NaN, seconds = Number.NaN, kilobytes = Number.NaN] = stdout.trim().split(' ').map(Number)
  return { first, seconds, megabytes: kilobytes / 1024 }
}

function median(samples: readonly number[]): number {
  return [...samples].sort((a, b) => a - b)[Math.floor(samples.length / 2)] ?? Number.NaN
}

function repeat(command: string, args: readonly string[], environment: Record<string, string>, cwd: string, runs = RUNS): Sample {
  const samples = Array.from({ length: runs }, () => measure(command, args, environment, cwd))
  return {
    first: median(samples.map((sample) => sample.first)),
    seconds: median(samples.map((sample) => sample.seconds)),
    megabytes: median(samples.map((sample) => sample.megabytes)),
  }
}

/** The resources as JSON are made beforehand; CDK reads them, builds stacks and synthesizes. */
function cdkSynth(folder: string, environment: Record<string, string>): Sample {
  const json = join(folder, 'json')
  mkdirSync(json, { recursive: true })
  const rendered = join(folder, 'everything/templates')
  for (const name of readdirSync(rendered).filter((file) => file.endsWith('.yml')))
    writeFileSync(
      join(json, name.replace('.yml', '.json')),
      JSON.stringify(parseTemplate(readFileSync(join(rendered, name), 'utf8'), name)),
    )
  return repeat(process.execPath, [join(root, 'bench/cdk-app.mjs'), json, join(folder, 'cdk.out')], environment, folder, 5)
}

function startUp(folder: string): string[] {
  const base = { PATH: process.env['PATH'] ?? '', HOME: folder }
  const runner = {
    ...base,
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_NAME: 'pull_request_target',
    GITHUB_REPOSITORY: 'acme/retail',
    'INPUT_GITHUB-TOKEN': '',
    INPUT_COMMENT: 'false',
  }
  const everything = ['--config', join(root, 'examples/everything-on/mlops-audit.yml'), '--output-dir', join(folder, 'everything')]
  const rows: [string, Sample][] = [
    ['node, nothing else', repeat(process.execPath, ['-e', '0'], base, folder)],
    ['mlops-audit --version', repeat(process.execPath, [bundle, '--version'], base, folder)],
    ['mlops-audit render (example)', repeat(process.execPath, [bundle, 'render'], base, folder)],
    ['mlops-audit check (example)', repeat(process.execPath, [bundle, 'check'], base, folder)],
    ['mlops-audit render (everything on)', repeat(process.execPath, [bundle, 'render', ...everything], base, folder)],
    ['mlops-audit check (everything on)', repeat(process.execPath, [bundle, 'check', ...everything], base, folder)],
    ['aws-cdk-lib synth (everything on, the same resources)', cdkSynth(folder, base)],
    ['action, first decision (event refused)', repeat(process.execPath, [bundle], runner, folder)],
  ]
  for (const name of existsSync(join(root, 'bench/peers')) ? readdirSync(join(root, 'bench/peers')) : []) {
    rows.push([
      `${name}, first decision (inputs refused)`,
      repeat(process.execPath, [join(root, 'bench/peers', name, 'dist/index.js')], runner, folder),
    ])
  }
  const cfnLint = join(venvFolder, 'bin/cfn-lint')
  const template = join(folder, '.mlops-audit/templates/audit.yml')
  const all = readdirSync(join(folder, 'everything/templates'))
    .filter((name) => name.endsWith('.yml'))
    .map((name) => join(folder, 'everything/templates', name))
  if (existsSync(cfnLint)) {
    rows.push(['cfn-lint on audit.yml alone', repeat(cfnLint, [template], base, folder)])
    rows.push(['cfn-lint (everything on, all templates)', repeat(cfnLint, ['--', ...all], base, folder, 3)])
    const checkov = ['--framework', 'cloudformation', '--skip-download', '--quiet', '--compact', ...all.flatMap((file) => ['--file', file])]
    rows.push(['checkov (everything on, all templates)', repeat(join(venvFolder, 'bin/checkov'), checkov, base, folder, 3)])
  }
  return rows.map(
    ([name, sample]) => `| ${name} | ${sample.first.toFixed(3)} | ${sample.seconds.toFixed(3)} | ${sample.megabytes.toFixed(0)} |`,
  )
}

interface Timed {
  seconds: number
  calls: number
}

/** Wall time and calls of one command, with the sandbox as it is now. */
async function timed(url: string, work: () => Promise<void>): Promise<Timed> {
  const count = async () => {
    const answer = await fetch(`${url}/_sandbox/calls`, { method: 'POST', body: JSON.stringify({ reset: true }) })
    return Object.values((await answer.json()) as Record<string, number>).reduce((sum, calls) => sum + calls, 0)
  }
  await count()
  const begin = performance.now()
  await work()
  const seconds = (performance.now() - begin) / 1000
  return { seconds, calls: await count() }
}

/** Both stacks created, then changed, then deployed unchanged: ours, which reads back and verifies, and aws-cli, which does neither. */
async function deployment(folder: string, latencyMs: number): Promise<string[]> {
  const config = join(folder, 'mlops-audit.yml')
  const [plain, changed] = [readFileSync(config, 'utf8'), readFileSync(config, 'utf8').replace('insights: true', 'insights: false')]
  const steps = ['create', 'update', 'unchanged'] as const
  const rows: string[] = []
  const measureAll = async (
    name: string,
    deploy: (environment: Record<string, string>) => Promise<void>,
    others: readonly Other[] = [],
  ) => {
    const started = await startSandbox({ deliveryMs: 0 })
    const environment = { PATH: process.env['PATH'] ?? '', HOME: folder, ...started.environment }
    writeFileSync(config, plain)
    await run(process.execPath, [bundle, 'deploy', '--bootstrap'], environment, folder)
    started.sandbox.faults.set({ latencyMs })
    for (const step of steps) {
      writeFileSync(config, step === 'create' ? plain : changed)
      await run(process.execPath, [bundle, 'render'], environment, folder)
      for (const other of others.filter((one) => one.before === step))
        rows.push(row(other.name, latencyMs, await timed(started.url, () => other.work(environment))))
      rows.push(row(`${name}: ${step}`, latencyMs, await timed(started.url, () => deploy(environment))))
    }
    writeFileSync(config, plain)
    await started.stop()
  }
  const ours = (command: string) => (environment: Record<string, string>) => run(process.execPath, [bundle, command], environment, folder)
  await measureAll('mlops-audit deploy, read back and verified', ours('deploy'), [
    { before: 'create', name: 'mlops-audit plan: first', work: ours('plan') },
    { before: 'update', name: 'mlops-audit plan: of a change', work: ours('plan') },
  ])
  await measureAll(
    'aws cloudformation deploy, nothing verified',
    async (environment) => {
      for (const name of ['audit', 'access']) {
        const template = join(folder, `.mlops-audit/templates/${name}.yml`)
        const args = [
          '--template-file',
          template,
          '--stack-name',
          name,
          '--capabilities',
          'CAPABILITY_NAMED_IAM',
          '--no-fail-on-empty-changeset',
        ]
        await run(join(venvFolder, 'bin/aws'), ['cloudformation', 'deploy', ...args], environment, folder)
      }
    },
    [
      {
        before: 'update',
        name: 'aws cloudformation deploy --no-execute-changeset: of a change',
        work: (environment) => planWithCli(folder, environment),
      },
    ],
  )
  return rows
}

interface Other {
  before: 'create' | 'update' | 'unchanged'
  name: string
  work(environment: Record<string, string>): Promise<void>
}

async function planWithCli(folder: string, environment: Record<string, string>): Promise<void> {
  for (const name of ['audit', 'access']) {
    const template = join(folder, `.mlops-audit/templates/${name}.yml`)
    const args = ['--template-file', template, '--stack-name', name, '--capabilities', 'CAPABILITY_NAMED_IAM', '--no-execute-changeset']
    await run(join(venvFolder, 'bin/aws'), ['cloudformation', 'deploy', '--no-fail-on-empty-changeset', ...args], environment, folder)
  }
}

function row(name: string, latencyMs: number, { seconds, calls }: Timed): string {
  return `| ${name} | ${latencyMs} | ${seconds.toFixed(1)} | ${calls} | ${(calls / seconds).toFixed(1)} |`
}

function run(command: string, args: readonly string[], environment: Record<string, string>, cwd: string): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn(command, [...args], { cwd, env: environment as NodeJS.ProcessEnv, stdio: 'ignore' })
    child.once('error', fail)
    child.once('close', (code) => (code === 0 ? done() : fail(new Error(`${command} ${args[0]}: exit ${code}`))))
  })
}

const folder = mkdtempSync(join(tmpdir(), 'bench-'))
cpSync(join(root, 'examples/retail-prediction/mlops-audit.yml'), join(folder, 'mlops-audit.yml'))
const startRows = startUp(folder)
const deployRows = [...(await deployment(folder, 0)), ...(await deployment(folder, 100))]
const emptying = await emptyingRows(100_000)
rmSync(folder, { recursive: true, force: true })
const sizes = readdirSync(join(root, 'dist')).filter((name) => name.endsWith('.js'))
const total = sizes.reduce((sum, name) => sum + statSync(join(root, 'dist', name)).size, 0)
const text = `# Benchmarks

Written by \`npm run bench\`; Node ${process.version}, ${cpus().length} cores, ${execFileSync('uname', ['-sm'], { encoding: 'utf8' }).trim()}. Medians of ${RUNS} runs (3 for cfn-lint and checkov on all templates, 5 for CDK); the second and later runs of ours find what V8 compiled before.

## Start-up

| What | first output, s | end, s | peak MB |
|---|---|---|---|
${startRows.join('\n')}

Entry chunk ${statSync(bundle).size.toLocaleString('en')} bytes; ${sizes.length} chunks, ${total.toLocaleString('en')} bytes together, loaded as needed.
${existsSync(join(root, 'bench/peers')) ? '' : '\nPeers were not here to run beside; put a checkout of each into `bench/peers/<name>`.\n'}
## Plan and deploy on the sandbox

Both stacks. Latency is added to every call, milliseconds. Ours verify what they deployed: most of their calls are the reads of 74 findings.

| What | latency | seconds | calls | calls a second |
|---|---|---|---|---|
${deployRows.join('\n')}

## Emptying a bucket

A versioned bucket on the sandbox, 50 ms a call. \`aws s3 rm\` deletes one key a call and adds a delete marker for each: the bucket is not empty afterwards.

${EMPTYING_HEAD}
${emptying.join('\n')}
`
writeFileSync(join(root, 'bench/RESULTS.md'), text)
process.stdout.write(text)
