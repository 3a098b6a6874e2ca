import { refused, things } from '../../support/facts.ts'
import type { Case } from './case.ts'

const topic = (changes: Record<string, unknown>) => things('AWS::SNS::Topic', changes)
const policy = (Principal: unknown, Action: string, Condition?: object) =>
  things('AWS::SNS::TopicPolicy', {
    PolicyDocument: {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal, Action, Resource: '*', ...(Condition ? { Condition } : {}) }],
    },
  })
const CLOUDWATCH = { Service: 'cloudwatch.amazonaws.com' }

export const TOPIC_CASES: Readonly<Record<string, Case>> = {
  'topic-is-encrypted': {
    fails: {
      'no key': topic({ KmsMasterKeyId: undefined }),
      "AWS's own key": topic({ KmsMasterKeyId: 'alias/aws/sns' }),
      "AWS's own key by its ARN": topic({ KmsMasterKeyId: 'arn:aws:kms:us-east-1:123456789012:alias/aws/sns' }),
    },
    errors: topic({ KmsMasterKeyId: refused }),
  },
  'topic-is-not-public': {
    fails: {
      'everyone publishes': policy('*', 'sns:Publish'),
      'every account subscribes': policy({ AWS: '*' }, 'sns:Sub*'),
      'any account by a pattern': policy('*', 'sns:Publish', { StringLike: { 'aws:PrincipalAccount': '*' } }),
      'an alarm of any account': policy(CLOUDWATCH, 'sns:Publish'),
      'an alarm of any account by a pattern': policy(CLOUDWATCH, 'sns:Publish', {
        ArnLike: { 'aws:SourceArn': 'arn:aws:cloudwatch:*:*:alarm:*' },
      }),
    },
    passes: {
      'the account': policy('*', 'sns:Publish', { StringEquals: { 'aws:PrincipalAccount': '123456789012' } }),
      'an alarm of the account': policy(CLOUDWATCH, 'sns:Publish', { StringEquals: { 'aws:SourceAccount': '123456789012' } }),
      'EventBridge, which brings no source': policy({ Service: 'events.amazonaws.com' }, 'sns:Publish'),
    },
    errors: things('AWS::SNS::TopicPolicy', { PolicyDocument: refused }),
  },
}
