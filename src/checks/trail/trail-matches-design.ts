import { defineCheck, need, notApplicable, passUnless } from '../define.ts'

export const trailMatchesDesign = defineCheck({
  id: 'trail-matches-design',
  code: 'TRAIL-012',
  severity: 'high',
  title: 'Bucket, prefix, log group and role of the trail are the designed ones',
  on: 'trail',
  reads: ['cloudtrail:DescribeTrails'],
  source: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-update-a-trail-by-using-the-cli.html',
  remedy: 'Someone changed the trail outside its stack. Deploy to set it back, and find event UpdateTrail.',
  evaluate: (trail, { config, account, partition, region }) => {
    if (!config) return notApplicable('without a config there is no design to compare with')
    if (config.audit.trail === 'use') return notApplicable('an existing trail is used; its owner designs it')
    const actual = need(trail.description)
    const designed = {
      S3BucketName: config.names.logBucket,
      S3KeyPrefix: config.audit.logPrefix,
      CloudWatchLogsLogGroupArn: `arn:${partition}:logs:${region}:${account}:log-group:${config.names.logGroup}:*`,
      CloudWatchLogsRoleArn: `arn:${partition}:iam::${account}:role/${config.names.cloudWatchLogsRole}`,
    }
    const different = (Object.keys(designed) as (keyof typeof designed)[]).filter((field) => actual[field] !== designed[field])
    return passUnless(
      different.map((field) => `${field} is ${actual[field] ?? 'not set'}, designed ${designed[field]}`),
      'as designed',
    )
  },
})
