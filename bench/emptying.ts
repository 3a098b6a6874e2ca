/**
 * Emptying a versioned bucket of 100,000 versions and delete markers, 50 ms a call, beside `aws s3 rm --recursive` and boto3's
 * `object_versions.delete()`. `node bench/emptying.ts` prints it alone; with `--versions 1000000` a larger bucket.
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type StartedSandbox, startSandbox } from '../sandbox/start.ts'
import { root, venvFolder } from '../scripts/paths.mjs'

const BUCKET = 'bench-logs'
const LATENCY_MS = 50
/** `aws s3 rm` deletes one key a call: a part of the bucket tells its rate. */
const FOR_CLI = 3000

/** A day of files per folder, as CloudTrail writes; every third key was deleted, which left a version below a marker. */
async function fill({ sandbox }: StartedSandbox, versions: number): Promise<void> {
  await sandbox.backend.s3('PUT', `/${BUCKET}`)
  const bucket = sandbox.backend.cloud?.s3.find(BUCKET)
  if (!bucket) throw new Error('the bench needs the services of the sandbox')
  bucket.versioning = 'Enabled'
  const blob = { size: 4096, read: async function* () {} } as never
  const one = (index: number, isMarker: boolean) => ({
    id: `v${index}`,
    isMarker,
    modified: new Date(),
    blob,
    etag: '"0"',
    headers: {},
    checksums: {},
    encryption: { algorithm: 'AES256', bucketKey: false },
    storageClass: 'STANDARD',
    tags: [],
  })
  for (let index = 0; index < versions; ) {
    const day = Math.floor(index / 500)
    const key = `logs/AWSLogs/1/CloudTrail/region-${day % 17}/2026/${String(day).padStart(5, '0')}/${index}.json.gz`
    const kept = [one(index, false), ...(index % 3 === 0 ? [one(index + 1, true)] : [])]
    bucket.objects.set(key, kept)
    index += kept.length
  }
}

const PYTHON = join(venvFolder, 'bin/python')
const BOTO3 = `import boto3, sys; boto3.resource('s3', endpoint_url=sys.argv[1]).Bucket('${BUCKET}').object_versions.delete()`

interface Way {
  name: string
  versions: number
  command: string
  args(url: string): string[]
}

/** A row for each way: seconds, keys a second, peak memory, and how much of the bucket is left. */
export async function emptyingRows(versions: number): Promise<string[]> {
  const ways: Way[] = [
    { name: 'mlops-audit destroy', versions, command: process.execPath, args: () => [join(root, 'bench/empty-one.ts'), BUCKET] },
    { name: 'boto3 object_versions.delete()', versions, command: PYTHON, args: (url) => ['-c', BOTO3, url] },
    {
      name: 'aws s3 rm --recursive',
      versions: FOR_CLI,
      command: join(venvFolder, 'bin/aws'),
      args: (url) => ['s3', 'rm', `s3://${BUCKET}`, '--recursive', '--quiet', '--endpoint-url', url],
    },
  ]
  const rows: string[] = []
  for (const way of ways) {
    if (!existsSync(way.command)) continue
    rows.push(await measured(way))
  }
  return rows
}

const STOPWATCH = `
import resource, subprocess, sys, time
started = time.perf_counter()
code = subprocess.call(sys.argv[1:])
print('STOPWATCH', code, time.perf_counter() - started, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
`

async function measured({ name, versions, command, args }: Way): Promise<string> {
  const started = await startSandbox({ deliveryMs: 0 })
  await fill(started, versions)
  started.sandbox.faults.set({ latencyMs: LATENCY_MS, only: '^s3:' })
  const env = { PATH: process.env['PATH'] ?? '', HOME: '/nonexistent', ...started.environment }
  const child = spawn('python3', ['-c', STOPWATCH, command, ...args(started.url)], { env: env as NodeJS.ProcessEnv })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString()
  })
  child.stderr.on('data', (chunk: Buffer) => {
    output += chunk.toString()
  })
  await new Promise((done) => child.once('close', done))
  const [, code, seconds = 0, kilobytes = 0] = (/STOPWATCH (\d+) ([\d.]+) (\d+)/.exec(output) ?? []).map(Number)
  if (code !== 0) throw new Error(`${name}: exit ${code}\n${output}`)
  const bucket = started.sandbox.backend.cloud?.s3.find(BUCKET)
  const left = [...(bucket?.objects.values() ?? [])].reduce((sum, one) => sum + one.length, 0)
  await started.stop()
  const rate = Math.round(versions / seconds)
  return `| ${name} | ${versions.toLocaleString('en')} | ${seconds.toFixed(1)} | ${rate.toLocaleString('en')} | ${(kilobytes / 1024).toFixed(0)} | ${left.toLocaleString('en')} |`
}

export const EMPTYING_HEAD =
  '| What | versions and markers | seconds | a second | peak MB | left in the bucket |\n|---|---|---|---|---|---|'

if (process.argv[1]?.endsWith('emptying.ts')) {
  const { values } = parseArgs({ options: { versions: { type: 'string', default: '100000' } } })
  process.stdout.write(`${EMPTYING_HEAD}\n${(await emptyingRows(Number(values.versions))).join('\n')}\n`)
}
