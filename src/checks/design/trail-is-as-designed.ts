import { defineCheck } from '../define.ts'
import { judgeDesigned } from './judge.ts'
import { REVERT } from './table.ts'

export const trailIsAsDesigned = defineCheck({
  id: 'trail-is-as-designed',
  code: 'DESIGN-002',
  severity: 'high',
  title: 'The trail is as its template says',
  on: 'designed',
  types: ['AWS::CloudTrail::Trail'],
  reads: [
    'cloudformation:ListStackResources',
    'cloudtrail:DescribeTrails',
    'cloudtrail:GetTrailStatus',
    'cloudtrail:GetEventSelectors',
    'cloudtrail:GetInsightSelectors',
    'cloudtrail:ListTags',
  ],
  source: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-update-a-trail-by-using-the-cli.html',
  remedy: REVERT,
  evaluate: judgeDesigned,
})
