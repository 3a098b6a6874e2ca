import { defineCheck, passUnless } from '../define.ts'
import { propertyOf } from '../resource.ts'

export const topicIsEncrypted = defineCheck({
  id: 'topic-is-encrypted',
  code: 'SNS-001',
  severity: 'medium',
  title: 'Topics are encrypted with a key of the account',
  on: 'resource',
  types: ['AWS::SNS::Topic'],
  reads: ['sns:GetTopicAttributes'],
  source: 'https://docs.aws.amazon.com/sns/latest/dg/sns-server-side-encryption.html',
  why: 'Alerts say who did what; and the key that AWS keeps for SNS lets no other service publish, so that alerts vanish.',
  remedy: {
    ours: 'Run `mlops-audit deploy --revert-drift` to set the key back, and find event SetTopicAttributes.',
    foreign: 'Run `aws sns set-topic-attributes --attribute-name KmsMasterKeyId --attribute-value <key ARN>`.',
  },
  messages: {
    none: 'the topic has no key',
    aws: '{key} is managed by AWS, and lets no other service publish',
    own: 'encrypted with {key}',
  },
  examples: { good: 'KmsMasterKeyId: arn:aws:kms:us-east-1:123456789012:key/1234', bad: 'KmsMasterKeyId: alias/aws/sns' },
  evaluate: (topic, _, say) => {
    const key = propertyOf(topic, 'KmsMasterKeyId')
    if (key === undefined || key === '') return passUnless([say('none')], '')
    return passUnless(/(?:^|:)alias\/aws\//.test(String(key)) ? [say('aws', { key: String(key) })] : [], say('own', { key: String(key) }))
  },
})
