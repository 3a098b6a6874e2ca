import { defineCheck, fail, need, notApplicable, pass } from '../define.ts'

export const trailEncryptsWithKms = defineCheck({
  id: 'trail-encrypts-with-kms',
  code: 'TRAIL-007',
  severity: 'high',
  title: 'Log files are encrypted with the log key',
  on: 'trail',
  reads: ['cloudtrail:DescribeTrails', 'kms:DescribeKey'],
  source: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/encrypting-cloudtrail-log-files-with-aws-kms.html',
  remedy: 'Deploy the audit stack: the trail uses its own key.',
  evaluate: (trail, facts) => {
    const { KmsKeyId } = need(trail.description)
    if (!KmsKeyId) return fail('no KMS key: log files carry S3-managed encryption only')
    if (!facts.config) return pass(`encrypts with ${KmsKeyId}`)
    if (facts.keys.length === 0) return notApplicable('the log key is not in these templates')
    // A used trail brings its own key, maybe of an account that lets nobody here describe it. Of ours the trail's word is not enough.
    if (facts.config.audit.trail === 'use' || facts.config.audit.key.id === KmsKeyId) return pass(`encrypts with ${KmsKeyId}`)
    const expected = facts.keys.flatMap((key) => [need(key.description).Arn, key.arn])
    return expected.includes(KmsKeyId) ? pass('encrypts with the log key') : fail(`encrypts with ${KmsKeyId}, not with ${expected[0]}`)
  },
})
