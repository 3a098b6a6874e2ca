import { defineCheck } from '../define.ts'
import { judgeDesigned } from './judge.ts'
import { REVERT } from './table.ts'

export const configIsAsDesigned = defineCheck({
  id: 'config-is-as-designed',
  code: 'DESIGN-019',
  severity: 'medium',
  title: 'AWS Config records, delivers and judges as its template says',
  on: 'designed',
  types: ['AWS::Config::ConfigRule', 'AWS::Config::ConfigurationRecorder', 'AWS::Config::DeliveryChannel'],
  reads: [
    'cloudformation:ListStackResources',
    'config:DescribeConfigRules',
    'config:DescribeConfigurationRecorders',
    'config:DescribeConfigurationRecorderStatus',
    'config:DescribeDeliveryChannels',
  ],
  source: 'https://docs.aws.amazon.com/config/latest/developerguide/stop-start-recorder.html',
  remedy: REVERT,
  evaluate: judgeDesigned,
})
