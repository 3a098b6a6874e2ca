import { defineCheck, need, notApplicable, passUnless } from '../define.ts'
import { serviceMay, serviceMayForStrangers } from '../service-grants.ts'

const CLOUDTRAIL = 'cloudtrail.amazonaws.com'

export const keyLetsCloudtrailDescribe = defineCheck({
  id: 'key-lets-cloudtrail-describe',
  code: 'KEY-004',
  severity: 'medium',
  title: 'CloudTrail may look at the key, for this trail only',
  on: 'key',
  reads: ['kms:GetKeyPolicy'],
  source: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html',
  why: 'Without it CloudTrail refuses the trail the next time it is changed; without the trail in it, it looks for anybody’s trail.',
  remedy: {
    ours: 'Run `mlops-audit deploy --revert-drift` to set the key policy back: it has statement CloudTrailDescribesKey.',
    foreign: 'Allow cloudtrail.amazonaws.com kms:DescribeKey with `StringEquals: { aws:SourceArn: <trail> }`.',
  },
  messages: {
    none: 'no statement lets CloudTrail call kms:DescribeKey for this trail',
    any: '{statements} lets CloudTrail call kms:DescribeKey for any account’s trail',
    pinned: 'for this trail only',
    'no-trail': 'no trail here uses the key',
  },
  examples: {
    good: 'Principal: { Service: cloudtrail.amazonaws.com }\nAction: kms:DescribeKey\nCondition: { StringEquals: { aws:SourceArn: arn:aws:cloudtrail:us-east-1:123456789012:trail/audit } }',
    bad: 'Principal: { Service: cloudtrail.amazonaws.com }\nAction: kms:DescribeKey',
  },
  evaluate: (key, _, say) => {
    const { trailArn, arn } = key
    if (trailArn === undefined) return notApplicable(say('no-trail'))
    const policy = need(key.policy)
    const asked = { service: CLOUDTRAIL, action: 'kms:DescribeKey', resource: arn }
    const ours = serviceMay(policy, asked, trailArn)
    const theirs = serviceMayForStrangers(policy, asked)
    return passUnless([...(ours ? [] : [say('none')]), ...(theirs ? [say('any', { statements: theirs.join(', ') })] : [])], say('pinned'))
  },
})
