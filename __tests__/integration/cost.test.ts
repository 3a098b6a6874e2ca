import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Bench, LOG_BUCKET, openBench } from '../support/sandbox.ts'

const ACCOUNT = '123456789012'
const PLACE = { account: ACCOUNT, region: 'us-east-1' }
const DAY_MS = 86_400_000
const day = (ago: number) => new Date(Date.now() - ago * DAY_MS).toISOString().slice(0, 10)

let bench: Bench
let requests = 0
const asked = () => requests
beforeAll(async () => {
  bench = await openBench()
  const { sandbox } = bench.started
  const judge = sandbox.onAnswer
  sandbox.onAnswer = (service, operation, body) => {
    if (service === 'ce') requests += 1
    judge?.(service, operation, body)
  }
})
afterAll(() => bench.close())

const cloud = () => {
  const { cloud: found } = bench.started.sandbox.backend
  if (!found) throw new Error('the sandbox has no cloud of its own')
  return found
}

describe('cost', () => {
  it('takes amounts from metrics, and says what has none', async () => {
    const record = (name: string, dimensions: Record<string, string>, namespace: string, values: [number, number][]) =>
      cloud().cloudwatch.recordDaily(PLACE, { namespace, name, dimensions }, new Map(values.map(([ago, value]) => [day(ago), value])))
    const GB = 1024 ** 3
    const bucket = (StorageType: string) => ({ BucketName: LOG_BUCKET, StorageType })
    record('BucketSizeBytes', bucket('StandardStorage'), 'AWS/S3', [
      [32, 2 * GB],
      [2, 5 * GB],
    ])
    record('BucketSizeBytes', bucket('GlacierInstantRetrievalStorage'), 'AWS/S3', [
      [32, 0],
      [2, 3 * GB],
    ])
    const first = await bench.run('cost', { measure: 'true' })
    const volumes = (result: typeof first) => result.report.cost?.estimate.basis.filter((line) => line.includes('(measured')) ?? []
    const from = `(measured: metrics of ${LOG_BUCKET})`
    expect(volumes(first)).toEqual([
      `GB of log files a month, as S3 has them: 6 ${from}`,
      `GB of logs that are stored already, taken as Standard: 8 ${from}`,
    ])
    expect(first.report.notices).toEqual([
      `CloudWatch has no values for objects of ${LOG_BUCKET}, what mlops-cloudtrail-log-group took in: assumed instead. S3's metrics come once a day, a day or two late.`,
    ])
    expect(first.exitCode).toBe(0)

    record('NumberOfObjects', bucket('AllStorageTypes'), 'AWS/S3', [
      [32, 1000],
      [2, 43_240],
    ])
    const group = { LogGroupName: 'mlops-cloudtrail-log-group' }
    record('IncomingBytes', group, 'AWS/Logs', [
      [2, GB],
      [1, 3 * GB],
    ])
    record('IncomingLogEvents', group, 'AWS/Logs', [
      [2, 1000],
      [1, 3000],
    ])
    // What is said is more than what is measured.
    const second = await bench.run('cost', { measure: 'true', volumes: 'stored-gb=1' })
    expect(second.report.notices).toEqual([])
    expect(volumes(second).map((line) => line.replace(/ \(measured.*/, ''))).toEqual([
      'management events a month: 60,000',
      'log files a month: 30,000',
      'GB of log files a month, as S3 has them: 6',
      'GB that CloudWatch Logs takes in a month: 60',
    ])
    expect(second.report.cost?.estimate.basis).toContain('GB of logs that are stored already, taken as Standard: 1 (given)')
    // 6 GB in 30,000 files are over 128 KB each: they move, and moving them pays.
    expect(second.report.cost?.months[11]?.stored).toHaveProperty('Glacier Instant Retrieval')
    expect(readFileSync(join(bench.folder, '.mlops-audit/cost.html'), 'utf8')).toMatch(/<svg viewBox.*Month 12: \$\d/)
  })

  it('names every wrong amount, and what is allowed', async () => {
    const { exitCode, report } = await bench.run('cost', { volumes: 'data-event=1, log-gb=-2 write-share=101 stored-gb=1 stored-gb=2' })
    expect(exitCode).toBe(3)
    expect(report.problems.map(({ message }) => message)).toEqual([
      '`volumes` has "data-event=1". Did you mean data-events?',
      '`volumes` has "log-gb=-2".',
      '`volumes` has "write-share=101".',
      '`volumes` has stored-gb twice.',
    ])
  })

  it('asks Cost Explorer only where its price is allowed, and once a day', async () => {
    const file = join(bench.folder, `.mlops-audit/cost-actual-${ACCOUNT}-retail-prediction-dev.json`)
    const line = (service: string, usageType: string, usd: string, tags = {}) => ({
      service,
      usageType,
      usd,
      quantity: '10',
      unit: 'N/A',
      tags,
    })
    const mine = { Project: 'MLOps-Retail-Prediction' }
    cloud().costExplorer.bill(
      ACCOUNT,
      [
        line('AWS CloudTrail', 'USE1-DataEventsRecorded', '1.25'),
        line('AWS Key Management Service', 'us-east-1-KMS-Keys', '1', mine),
        line('Amazon Simple Storage Service', 'TimedStorage-ByteHrs', '0.5', mine),
        line('AmazonCloudWatch', 'CW:AlarmMonitorUsage', '0.1', mine),
        line('AmazonCloudWatch', 'CW:Requests', '0.2', mine),
        line('Amazon Elastic Compute Cloud', 'BoxUsage', '900', { Project: 'other' }),
      ],
      ['Project'],
    )
    const unasked = await bench.run('cost', { actual: 'true' })
    expect(unasked.report.notices).toEqual([
      'Cost Explorer was not asked: it bills $0.01 a request, and nobody allowed it. `--spend 0.03` does.',
    ])
    const questions: string[] = []
    const declined = await bench.run(
      'cost',
      { actual: 'true' },
      {
        ask: async (question, fallback) => {
          questions.push(question)
          return fallback
        },
      },
    )
    expect(questions).toEqual(['Cost Explorer bills $0.01 a request, here at least $0.03. Ask it? (yes or no)'])
    expect([declined.report.cost?.actual, existsSync(file)]).toEqual([undefined, false])
    const wrong = await bench.run('cost', { actual: 'true', spend: 'much' })
    expect([wrong.exitCode, wrong.report.problems[0]?.message]).toEqual([3, '`spend` is "much".'])
    expect(asked()).toBe(0)

    // Four lines of the tag are two pages: four requests, of which three may be paid.
    const short = await bench.run('cost', { actual: 'true', spend: '0.03' })
    expect([short.exitCode, short.report.problems[0]?.message]).toEqual([
      2,
      'Cost Explorer was not asked further: 3 requests were $0.03, and $0.03 may be spent.',
    ])
    const before = asked()
    const { report } = await bench.run('cost', { actual: 'true', spend: '0.05' })
    expect(asked() - before).toBe(4)
    expect(report.cost?.actual).toMatchObject({ requests: 4, usd: 3.05 })
    expect(report.cost?.actual?.lines.map(({ usageType }) => usageType)).toEqual([
      'USE1-DataEventsRecorded',
      'us-east-1-KMS-Keys',
      'TimedStorage-ByteHrs',
      'CW:Requests',
      'CW:AlarmMonitorUsage',
    ])
    expect(report.cost?.actual?.remarks).toEqual([
      'AWS CloudTrail is counted whole, other services by the tag Project=MLOps-Retail-Prediction: tags of a trail do not part its costs.',
      'The month is not closed: Cost Explorer calls these figures estimated.',
    ])
    // Kept for a day, and needs no allowance then.
    const again = await bench.run('cost', { actual: 'true' })
    expect([again.report.cost?.actual?.usd, asked() - before]).toEqual([3.05, 4])
  })

  it('says that a tag is not activated, and that its services then are missing', async () => {
    cloud().costExplorer.bill(
      ACCOUNT,
      [{ service: 'AWS CloudTrail', usageType: 'x', usd: '0.1', quantity: '1', unit: 'Events', tags: {} }],
      [],
    )
    const { report } = await bench.run('cost', { actual: 'true', spend: '0.03', 'output-dir': join(bench.folder, 'elsewhere') })
    expect(report.cost?.actual?.remarks[1]).toBe(
      'The tag Project is not activated for costs: all but CloudTrail is missing here. Activate it in the account that is billed (Billing, Cost allocation tags); it can be filled in for up to twelve months back.',
    )
  })
})
