import { publishersOf } from '../alert/publishers.ts'
import { whyNot } from '../alert/reach.ts'
import { defineCheck, fail, need, pass, passUnless } from '../define.ts'

/** SNS calls both for each message, in the publisher's name. */
const ACTIONS = ['kms:GenerateDataKey', 'kms:Decrypt']

export const keyLetsAlertsOut = defineCheck({
  id: 'key-lets-alerts-out',
  code: 'KEY-007',
  severity: 'high',
  title: 'The key of the alert topic lets EventBridge and CloudWatch publish',
  on: 'alertPath',
  reads: ['sns:GetTopicAttributes', 'kms:DescribeKey', 'kms:GetKeyPolicy'],
  source: 'https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html',
  remedy:
    'Deploy the audit stack, or let the service use your own key: for events.amazonaws.com without aws:SourceArn and aws:SourceAccount, narrowed by kms:EncryptionContext:aws:sns:topicArn.',
  evaluate: (path, { config }) => {
    const { KmsMasterKeyId } = need(path.topic)
    if (KmsMasterKeyId === undefined) return pass('the topic has no key that could keep an alert')
    const { KeyManager, KeyState } = need(path.key.description)
    if (KeyManager === 'AWS') return fail(`${KmsMasterKeyId} is managed by AWS, and lets no service publish`)
    const policy = need(path.key.policy)
    return passUnless(
      [
        ...(KeyState === 'Enabled' ? [] : [`the key's state is ${KeyState}`]),
        ...publishersOf(path, config?.prefix).flatMap((publisher) => {
          const reasons = ACTIONS.map((action) => whyNot(policy, publisher, action, path.key.arn))
          return reasons.find((reason) => reason !== undefined) ?? []
        }),
      ],
      'every publisher may use it',
    )
  },
})
