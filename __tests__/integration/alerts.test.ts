import { CloudTrailClient, StartLoggingCommand, StopLoggingCommand } from '@aws-sdk/client-cloudtrail'
import { GetKeyPolicyCommand, KMSClient, PutKeyPolicyCommand } from '@aws-sdk/client-kms'
import { GetTopicAttributesCommand, SetTopicAttributesCommand, SNSClient } from '@aws-sdk/client-sns'
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { type Bench, openBench, TRAIL_ARN } from '../support/sandbox.ts'

const region = 'us-east-1'
const TOPIC = `arn:aws:sns:${region}:123456789012:mlops-retail-prediction-dev-audit-alerts`

interface Statement {
  Sid: string
  Condition?: object
}

/** From the deed to the mailbox: trail, rule, topic policy, key policy, subscription, as the templates deploy them. */
describe('the way of a tamper alert', () => {
  let bench: Bench
  let keyId = ''
  const [cloudtrail, kms, sns] = [() => new CloudTrailClient({ region }), () => new KMSClient({ region }), () => new SNSClient({ region })]
  const policies = { key: '', topic: '' }
  beforeAll(async () => {
    bench = await openBench()
    await bench.run('deploy', { bootstrap: 'true' })
    await bench.run('deploy')
    bench.started.sandbox.confirmSubscriptions()
    const { Attributes = {} } = await sns().send(new GetTopicAttributesCommand({ TopicArn: TOPIC }))
    keyId = Attributes['KmsMasterKeyId'] ?? ''
    policies.topic = Attributes['Policy'] ?? ''
    policies.key = (await kms().send(new GetKeyPolicyCommand({ KeyId: keyId, PolicyName: 'default' }))).Policy ?? ''
  })
  afterAll(() => bench.close())
  afterEach(async () => {
    await putKey(policies.key)
    await putTopic(policies.topic)
    await cloudtrail().send(new StartLoggingCommand({ Name: TRAIL_ARN }))
    cloud().sns.delivered.splice(0)
    cloud().events.failedInvocations.splice(0)
  })

  const cloud = () => {
    const found = bench.started.sandbox.backend.cloud
    if (!found) throw new Error('the sandbox is not in this process')
    return found
  }
  const putKey = (Policy: string) => kms().send(new PutKeyPolicyCommand({ KeyId: keyId, PolicyName: 'default', Policy }))
  const putTopic = (AttributeValue: string) =>
    sns().send(new SetTopicAttributesCommand({ TopicArn: TOPIC, AttributeName: 'Policy', AttributeValue }))
  const withCondition = (policy: string, sid: string, Condition: object) => {
    const document = JSON.parse(policy) as { Statement: Statement[] }
    if (!document.Statement.some(({ Sid }) => Sid === sid)) throw new Error(`no statement ${sid}`)
    return JSON.stringify({
      ...document,
      Statement: document.Statement.map((statement) => (statement.Sid === sid ? { ...statement, Condition } : statement)),
    })
  }
  const stopLogging = async () => {
    await cloudtrail().send(new StopLoggingCommand({ Name: TRAIL_ARN }))
    return cloud().sns.delivered.filter(({ message }) => message.includes('"eventName":"StopLogging"'))
  }
  const failures = () => cloud().events.failedInvocations.map(({ reason }) => reason)

  it('reaches the mailbox, of the stacks as they are deployed', async () => {
    expect(await stopLogging()).toMatchObject([{ protocol: 'email', topicArn: TOPIC }])
    expect(failures()).toEqual([])
  })

  it.each([
    ['aws:SourceAccount', { StringEquals: { 'aws:SourceAccount': '123456789012' } }],
    ['aws:SourceArn', { ArnLike: { 'aws:SourceArn': `arn:aws:events:${region}:123456789012:rule/*` } }],
    ['the topic of someone else', { StringEquals: { 'kms:EncryptionContext:aws:sns:topicArn': `${TOPIC}-other` } }],
  ])('ends at the key, where that asks for %s', async (_, condition) => {
    await putKey(withCondition(policies.key, 'EventBridgePublishesAlerts', condition))
    expect(await stopLogging()).toEqual([])
    expect(failures()).toContainEqual(expect.stringMatching(/events\.amazonaws\.com is not authorized to perform: kms:GenerateDataKey/))
  })

  it('ends at the topic, where that asks EventBridge for a source', async () => {
    await putTopic(
      withCondition(policies.topic, 'EventBridgePublishes', {
        ArnEquals: { 'aws:SourceArn': `arn:aws:events:${region}:123456789012:rule/mlops-retail-prediction-dev-audit-tamper` },
      }),
    )
    expect(await stopLogging()).toEqual([])
    expect(failures()).toContainEqual(expect.stringMatching(/events\.amazonaws\.com is not authorized to perform: SNS:Publish/))
  })
})
