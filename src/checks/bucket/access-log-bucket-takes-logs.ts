import type { HeldResource } from '../../model/design.ts'
import { readValue } from '../../model/evidence.ts'
import type { Facts } from '../../model/facts.ts'
import { defineCheck, need, passUnless, resourcesOf } from '../define.ts'
import { documentText, inside, listIn, propertyOf } from '../resource.ts'
import { serviceMay, serviceMayForStrangers } from '../service-grants.ts'

const LOGGING = 'logging.s3.amazonaws.com'

/** Whether it is where a log bucket's accesses are logged. */
function isTarget({ arn }: HeldResource, { logBuckets }: Pick<Facts, 'logBuckets'>): boolean {
  return logBuckets.some(({ logging }) => arn.endsWith(`:::${readValue(logging)?.TargetBucket ?? ' '}`))
}

/** Where they are designed to be logged counts too: that logging was switched off is another finding, and this one stays. */
function isMeant(resource: HeldResource, facts: Facts): boolean {
  const designed = resourcesOf(facts)
    .filter(({ arn }) => facts.logBuckets.some((bucket) => bucket.arn === arn))
    .map(({ designed: { properties } }) => inside(properties['LoggingConfiguration'])['DestinationBucketName'])
  return isTarget(resource, facts) || designed.some((name) => typeof name === 'string' && resource.arn.endsWith(`:::${name}`))
}

/** Where they are logged is not known: it may be any bucket but the log buckets themselves. */
function mayBeTarget({ arn }: HeldResource, { logBuckets }: Facts): boolean {
  return unreadIn(logBuckets) !== undefined && logBuckets.every((bucket) => bucket.arn !== arn)
}

const unreadIn = (buckets: Facts['logBuckets']) => buckets.find(({ logging: { state } }) => state === 'failed' || state === 'denied')

export const accessLogBucketTakesLogs = defineCheck({
  id: 'access-log-bucket-takes-logs',
  code: 'BKT-010',
  severity: 'medium',
  title: 'The bucket of the access logs can take them, from this account only',
  on: 'resource',
  types: ['AWS::S3::Bucket'],
  about: (target, facts) => isMeant(target, facts) || mayBeTarget(target, facts),
  reads: ['s3:GetBucketLogging', 's3:GetEncryptionConfiguration', 's3:GetBucketObjectLockConfiguration', 's3:GetBucketPolicy'],
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html',
  why: 'S3 drops access logs without a word where the target is encrypted with a key, has a default lock, or does not let it write.',
  remedy: {
    ours: 'Run `mlops-audit deploy --revert-drift` to set the bucket and its policy back.',
    foreign:
      'Encrypt it with SSE-S3, without a default retention, and let logging.s3.amazonaws.com put objects with aws:SourceArn and aws:SourceAccount.',
  },
  messages: {
    key: 'it is encrypted with {algorithm}, into which S3 delivers no access logs',
    lock: 'its default retention keeps S3 from delivering',
    'no-grant': 'no statement lets S3 deliver the access logs of {bucket}',
    strangers: '{statements} lets S3 deliver the access logs of any account',
    takes: 'it takes access logs',
  },
  examples: {
    good: 'Principal: { Service: logging.s3.amazonaws.com }\nAction: s3:PutObject\nCondition: { StringEquals: { aws:SourceAccount: "123456789012" } }',
    bad: 'Principal: { Service: logging.s3.amazonaws.com }\nAction: s3:PutObject',
  },
  evaluate: (target, facts, say) => {
    const unread = unreadIn(facts.logBuckets)
    if (unread) need(unread.logging)
    const [rule] = listIn(inside(propertyOf(target, 'BucketEncryption'))['ServerSideEncryptionConfiguration'])
    const algorithm = String(inside(inside(rule)['ServerSideEncryptionByDefault'])['SSEAlgorithm'] ?? 'AES256')
    const lock = inside(inside(propertyOf(target, 'ObjectLockConfiguration'))['Rule'])['DefaultRetention']
    return passUnless(
      [
        ...(algorithm === 'AES256' ? [] : [say('key', { algorithm })]),
        ...(lock === undefined ? [] : [say('lock')]),
        ...grants(target, facts).flatMap(({ missing, statements }) => [
          ...(missing === undefined ? [] : [say('no-grant', { bucket: missing })]),
          ...(statements === undefined ? [] : [say('strangers', { statements: statements.join(', ') })]),
        ]),
      ],
      say('takes'),
    )
  },
})

function grants(target: HeldResource, facts: Facts): { missing?: string; statements?: string[] | undefined }[] {
  const held = resourcesOf(facts).find(({ arn, designed }) => arn === target.arn && designed.type === 'AWS::S3::BucketPolicy')
  const logged = facts.logBuckets.filter((bucket) => isTarget(target, { logBuckets: [bucket] }))
  const text = held && (held.exists.state === 'absent' ? undefined : documentText(need(held.live['PolicyDocument'] ?? held.exists)))
  if (text === undefined) return logged.map(({ name }) => ({ missing: name }))
  const asked = (bucket: (typeof logged)[number]) => {
    const prefix = readValue(bucket.logging)?.TargetPrefix ?? ''
    return { service: LOGGING, action: 's3:PutObject', resource: `${target.arn}/${prefix}log` }
  }
  const [first] = logged
  return [
    ...logged.flatMap((bucket) =>
      serviceMay(text, asked(bucket), bucket.arn, { 'aws:SourceAccount': facts.account }) ? [] : [{ missing: bucket.name }],
    ),
    ...(first ? [{ statements: serviceMayForStrangers(text, asked(first)) }] : []),
  ]
}
