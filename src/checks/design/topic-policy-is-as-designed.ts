import { defineCheck } from '../define.ts'
import { judgeDesigned } from './judge.ts'
import { REVERT } from './table.ts'

export const topicPolicyIsAsDesigned = defineCheck({
  id: 'topic-policy-is-as-designed',
  code: 'DESIGN-012',
  severity: 'high',
  title: 'Every topic policy allows and denies what its template says',
  on: 'designed',
  types: ['AWS::SNS::TopicPolicy'],
  reads: ['cloudformation:ListStackResources', 'sns:GetTopicAttributes'],
  source: 'https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html',
  remedy: REVERT,
  evaluate: judgeDesigned,
})
