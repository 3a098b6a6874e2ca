import { CloudTrailClient, StopLoggingCommand } from '@aws-sdk/client-cloudtrail'
import { GetKeyPolicyCommand, KMSClient, PutKeyPolicyCommand } from '@aws-sdk/client-kms'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Bench, openBench, TRAIL_ARN } from '../support/sandbox.ts'

const region = 'us-east-1'

/** From the deed to the mailbox: trail, rule, topic policy, key policy, subscription. */
describe('the way of a tamper alert', () => {
  let bench: Bench
  beforeAll(async () => {
    bench = await openBench()
    await bench.run('deploy', { bootstrap: 'true' })
    await bench.run('deploy')
    bench.started.sandbox.confirmSubscriptions()
  })
  afterAll(() => bench.close())

  const cloudtrail = () => new CloudTrailClient({ region })
  const alarms = () =>
    (bench.started.sandbox.backend.cloud?.sns.delivered ?? []).filter(({ message }) => message.includes('"eventName":"StopLogging"'))
  const failures = () => bench.started.sandbox.backend.cloud?.events.failedInvocations ?? []
  const keyStatements = async (change: (statement: { Sid: string; Condition?: object }) => object) => {
    const kms = new KMSClient({ region })
    const { LogKeyArn: KeyId } =
      (await bench.run('deploy')).report.deployments.flatMap((one) => ('outputs' in one ? [one.outputs] : []))[0] ?? {}
    const { Policy = '' } = await kms.send(new GetKeyPolicyCommand({ KeyId, PolicyName: 'default' }))
    const policy = JSON.parse(Policy) as { Statement: { Sid: string; Condition?: object }[] }
    await kms.send(
      new PutKeyPolicyCommand({
        KeyId,
        PolicyName: 'default',
        Policy: JSON.stringify({ ...policy, Statement: policy.Statement.map(change) }),
      }),
    )
  }

  it('ends at an encrypted topic whose key asks EventBridge for a source it never names', async () => {
    await keyStatements((statement) =>
      statement.Sid.startsWith('EventBridge')
        ? { ...statement, Condition: { StringEquals: { 'aws:SourceAccount': '123456789012' } } }
        : statement,
    )
    await cloudtrail().send(new StopLoggingCommand({ Name: TRAIL_ARN }))
    expect(alarms()).toEqual([])
    expect(failures().map(({ reason }) => reason)).toContainEqual(
      expect.stringMatching(/events\.amazonaws\.com is not authorized to perform: kms:GenerateDataKey/),
    )
  })

  it('reaches the mailbox where the key lets EventBridge use it', async () => {
    await keyStatements((statement) => {
      const { Condition: _, ...open } = statement
      return statement.Sid.startsWith('EventBridge') ? open : statement
    })
    await bench.aws('cloudtrail', 'start-logging', '--name', TRAIL_ARN)
    await cloudtrail().send(new StopLoggingCommand({ Name: TRAIL_ARN }))
    expect(alarms()).toMatchObject([{ protocol: 'email', topicArn: expect.stringContaining('alerts') }])
  })
})
