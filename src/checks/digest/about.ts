/** What a validation reads, as IAM actions. */
export const READS = [
  'cloudtrail:DescribeTrails',
  'cloudtrail:GetTrailStatus',
  'cloudtrail:ListPublicKeys',
  'cloudtrail:LookupEvents',
  's3:ListBucket',
  's3:GetObject',
  'kms:Decrypt',
]

export const SOURCE = 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-custom-validation.html'

export const REMEDY =
  'Altered history cannot be repaired: keep the bucket as it is, look up who changed it (`s3:PutObject`, `s3:DeleteObject` on its data events and access logs), and restore the object from its versions, where they are kept.'
