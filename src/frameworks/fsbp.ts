import type { Framework } from './framework.ts'

export const fsbp: Framework = {
  id: 'fsbp',
  title: 'AWS Foundational Security Best Practices',
  version: '1.0.0',
  controls: {
    'CloudTrail.1': ['log-delivery-is-fresh', 'trail-includes-global-events', 'trail-is-logging', 'trail-is-multi-region'],
    'CloudTrail.2': ['trail-encrypts-with-kms'],
    'CloudTrail.4': ['digest-delivery-is-fresh', 'trail-validates-log-files'],
    'CloudTrail.5': ['trail-delivers-to-cloudwatch-logs'],
    'CloudTrail.6': ['bucket-is-not-public'],
    'CloudTrail.7': ['bucket-logs-access'],
    'CloudWatch.16': ['log-group-keeps-a-year'],
    'IAM.1': ['pass-role-is-scoped', 'role-has-no-full-access', 'sagemaker-role-is-scoped'],
    'IAM.21': ['role-names-its-actions'],
    'KMS.1': ['role-decrypts-with-named-keys'],
    'KMS.3': ['key-is-usable'],
    'KMS.4': ['key-rotation-is-on'],
    'KMS.5': ['key-has-no-open-principal'],
    'S3.5': ['bucket-requires-tls'],
    'S3.8': ['bucket-blocks-public-access'],
  },
}
