import { parsePolicy, type Statement } from '../../iam/policy.ts'
import { defineCheck, fail, need, passUnless } from '../define.ts'
import { allows, conditionsOn, limits, nameOf, namesService } from '../policies.ts'
import { pinnedTo } from '../source-arn.ts'

const CONTEXT = 'kms:EncryptionContext:aws:cloudtrail:arn'

export const keyLetsCloudtrailEncrypt = defineCheck({
  id: 'key-lets-cloudtrail-encrypt',
  code: 'KEY-003',
  severity: 'high',
  title: 'CloudTrail may encrypt with the key, for this trail only',
  on: 'key',
  reads: ['kms:GetKeyPolicy'],
  source: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html',
  remedy: 'Deploy the audit stack: its key policy has statement CloudTrailEncryptsLogs.',
  evaluate: (key) => {
    const grants = parsePolicy(need(key.policy)).filter(
      (statement) => allows(statement, 'kms:GenerateDataKey') && namesService(statement, 'cloudtrail.amazonaws.com'),
    )
    if (grants.length === 0) return fail('no statement lets CloudTrail encrypt: delivery stops without a word')
    const asksContext = (statement: Statement) => conditionsOn(statement, CONTEXT).some(limits)
    // Delivery notices are encrypted by SNS for CloudTrail, in SNS's context: beside the statement for logs, such a one may be pinned to the trail alone.
    const forLogs = grants.filter((statement) => asksContext(statement) && pinnedTo(statement, key.trailArn))
    return passUnless(
      grants.flatMap((statement) => [
        ...(pinnedTo(statement, key.trailArn) ? [] : [`statement ${nameOf(statement)} has no aws:SourceArn of this trail`]),
        ...(asksContext(statement) || forLogs.length > 0
          ? []
          : [`statement ${nameOf(statement)} does not ask for a CloudTrail encryption context`]),
      ]),
      'limited to this trail and a CloudTrail encryption context',
    )
  },
})
