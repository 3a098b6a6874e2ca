import { refused, things } from '../../support/facts.ts'
import type { Case } from './case.ts'

const recorder = (changes: Record<string, unknown>) => things('AWS::Config::ConfigurationRecorder', changes)
const channel = (changes: Record<string, unknown>) => things('AWS::Config::DeliveryChannel', changes)

export const CONFIG_CASES: Readonly<Record<string, Case>> = {
  'config-records': {
    fails: {
      stopped: recorder({ Recording: 'stopped' }),
      'failed to deliver': recorder({ Recording: 'failing' }),
      'some types': recorder({ RecordingGroup: { AllSupported: false, ResourceTypes: ['AWS::S3::Bucket'] } }),
    },
    errors: recorder({ Recording: refused }),
  },
  'config-delivers': {
    fails: { nowhere: channel({ S3BucketName: undefined }) },
    errors: channel({ S3BucketName: refused }),
  },
  'config-uses-its-own-role': {
    fails: { "somebody's role": recorder({ RoleARN: 'arn:aws:iam::123456789012:role/config' }) },
    errors: recorder({ RoleARN: refused }),
  },
}
