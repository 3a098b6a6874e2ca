import { ANY } from '../../iam/ask.ts'
import { parsePolicy } from '../../iam/policy.ts'
import { findRequest } from '../../iam/search/find-request.ts'
import { defineCheck, need, notApplicable, passUnless } from '../define.ts'

const OF_OBJECTS = ['s3:DeleteObject', 's3:DeleteObjectVersion', 's3:BypassGovernanceRetention']
const OF_BUCKET = [
  's3:DeleteBucket',
  's3:DeleteBucketPolicy',
  's3:PutBucketPolicy',
  's3:PutLifecycleConfiguration',
  's3:PutBucketVersioning',
]

const EVERYTHING = parsePolicy({ Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*' } })

export const bucketResistsTampering = defineCheck({
  id: 'bucket-resists-tampering',
  code: 'BKT-015',
  severity: 'medium',
  title: 'Nobody but the named people can delete logs or weaken the bucket, administrators included',
  on: 'logBucket',
  reads: ['s3:GetBucketPolicy'],
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies.html',
  why: 'Who took over an administrator deletes the record first; a denial in the bucket’s policy is what still stands then.',
  remedy: {
    ours: 'Run `mlops-audit deploy --revert-drift` to set the policy back; `audit.break-glass` names the people.',
    foreign:
      'Deny s3:DeleteObject*, s3:PutBucketPolicy and s3:PutLifecycleConfiguration to everybody but named people (`ArnNotLike: aws:PrincipalArn`).',
  },
  settings: ['audit.break-glass'],
  messages: {
    'not-asked': 'no break-glass is designed: administrators of the account can delete logs',
    open: 'an administrator may {actions}',
    denied: 'denied to everybody but the named people',
  },
  examples: {
    good: 'Effect: Deny\nPrincipal: "*"\nAction: [s3:DeleteObject, s3:DeleteObjectVersion, s3:PutBucketPolicy]\nCondition: { ArnNotLike: { aws:PrincipalArn: arn:aws:iam::123456789012:role/break-glass } }',
    bad: '(no such statement)',
  },
  evaluate: (bucket, { account, config, partition }, say) => {
    const statements = parsePolicy(need(bucket.policy))
    const denials = statements.some(
      ({ effect, conditions }) => effect === 'Deny' && conditions.some(({ key }) => /^aws:PrincipalArn$/i.test(key)),
    )
    if (!denials && (config?.audit.breakGlass ?? []).length === 0) return notApplicable(say('not-asked'))
    const arn = `arn:${partition}:iam::${account}:role/${ANY}`
    const mayAdministrator = (action: string, on: string) =>
      findRequest({
        policies: { identity: [{ name: 'administrator', statements: EVERYTHING }], resource: { name: 'bucket policy', statements } },
        principal: { type: 'AWS', value: `arn:${partition}:sts::${account}:assumed-role/${ANY}/session` },
        action,
        on: [on],
        except: [],
        resourceAccount: account,
        fixed: {
          'aws:PrincipalArn': [arn],
          'aws:PrincipalAccount': [account],
          'aws:PrincipalIsAWSService': ['false'],
          'aws:CalledVia': [],
          'aws:ViaAWSService': ['false'],
          'aws:SecureTransport': ['true'],
        },
      }).kind === 'found'
    const open = [
      ...OF_OBJECTS.filter((action) => mayAdministrator(action, `${bucket.arn}/AWSLogs/log.json.gz`)),
      ...OF_BUCKET.filter((action) => mayAdministrator(action, bucket.arn)),
    ]
    return passUnless(open.length > 0 ? [say('open', { actions: open.join(', ') })] : [], say('denied'))
  },
})
