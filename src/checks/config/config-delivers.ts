import { defineCheck, passUnless } from '../define.ts'
import { propertyOf } from '../resource.ts'

export const configDelivers = defineCheck({
  id: 'config-delivers',
  code: 'CFG-002',
  severity: 'medium',
  title: 'AWS Config delivers to a bucket',
  on: 'resource',
  types: ['AWS::Config::DeliveryChannel'],
  reads: ['config:DescribeDeliveryChannels'],
  source: 'https://docs.aws.amazon.com/config/latest/developerguide/manage-delivery-channel.html',
  why: 'Without a delivery channel a recorder cannot be started again, and no history leaves Config.',
  remedy: {
    ours: 'Run `mlops-audit deploy --revert-drift`; find event DeleteDeliveryChannel or PutDeliveryChannel.',
    foreign: 'Run `aws configservice put-delivery-channel` with a bucket of the account.',
  },
  messages: { none: 'it names no bucket', to: 'delivers to {bucket}' },
  examples: { good: 'S3BucketName: audit-config', bad: '(no delivery channel)' },
  evaluate: (channel, _, say) => {
    const bucket = propertyOf(channel, 'S3BucketName')
    return passUnless(bucket === undefined || bucket === '' ? [say('none')] : [], say('to', { bucket: String(bucket ?? '') }))
  },
})
