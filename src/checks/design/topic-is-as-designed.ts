import { defineCheck } from '../define.ts'
import { judgeDesigned } from './judge.ts'
import { REVERT } from './table.ts'

export const topicIsAsDesigned = defineCheck({
  id: 'topic-is-as-designed',
  code: 'DESIGN-011',
  severity: 'high',
  title: 'Every topic has the key and subscribers of its template',
  on: 'designed',
  types: ['AWS::SNS::Topic'],
  reads: ['cloudformation:ListStackResources', 'sns:GetTopicAttributes', 'sns:ListSubscriptionsByTopic', 'sns:ListTagsForResource'],
  source: 'https://docs.aws.amazon.com/sns/latest/dg/sns-create-subscribe-endpoint-to-topic.html',
  remedy: REVERT,
  evaluate: judgeDesigned,
})
