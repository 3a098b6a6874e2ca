import { defineCheck, need, notApplicable, passUnless } from '../define.ts'

export const bucketIsNearItsKey = defineCheck({
  id: 'bucket-is-near-its-key',
  code: 'REG-002',
  severity: 'high',
  title: 'The log bucket is in the region of the key that encrypts it',
  on: 'logBucket',
  reads: ['s3:GetBucketLocation', 's3:GetEncryptionConfiguration'],
  source: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/encrypting-cloudtrail-log-files-with-aws-kms.html',
  why: 'S3 encrypts with keys of its own region only: with any other, CloudTrail delivers nothing, and says so in the trail’s status alone.',
  remedy: {
    ours: 'Run `mlops-audit deploy --revert-drift` to set the encryption back; a bucket cannot be moved.',
    foreign: 'Encrypt the bucket with a key of its region, and name that key in the trail.',
  },
  messages: {
    apart: 'the bucket is in {bucket}, its key in {key}',
    together: 'both in {region}',
    'no-key': 'no key by its ARN encrypts the bucket',
  },
  examples: { good: 'bucket in eu-west-1, key arn:aws:kms:eu-west-1:…', bad: 'bucket in us-east-1, key arn:aws:kms:eu-west-1:…' },
  evaluate: (bucket, _, say) => {
    const { region } = need(bucket.location)
    const key = need(bucket.encryption).KMSMasterKeyID
    const [, , , keyRegion] = key?.startsWith('arn:') ? key.split(':') : []
    if (!keyRegion) return notApplicable(say('no-key'))
    return passUnless(keyRegion === region ? [] : [say('apart', { bucket: region, key: keyRegion })], say('together', { region }))
  },
})
