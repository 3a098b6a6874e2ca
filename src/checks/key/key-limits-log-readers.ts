import { type Condition, parsePolicy } from '../../iam/policy.ts'
import { defineCheck, need, passUnless } from '../define.ts'
import { allows, conditionsOn, limits, nameOf } from '../policies.ts'

/** With S3 Bucket Keys the context is the bucket's ARN instead of the trail's. */
const CONTEXTS = ['kms:EncryptionContext:aws:cloudtrail:arn', 'kms:EncryptionContext:aws:s3:arn']

/** AWS's own samples write `Null: { …: false }`: the context must be there, whatever it is. */
function isPresent(condition: Condition): boolean {
  return condition.operator === 'Null' && condition.values.every((value) => value.toLowerCase() === 'false')
}

export const keyLimitsLogReaders = defineCheck({
  id: 'key-limits-log-readers',
  code: 'KEY-005',
  severity: 'high',
  title: 'Decryption is open to logs only, for known accounts',
  on: 'key',
  reads: ['kms:GetKeyPolicy'],
  source: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html',
  remedy: 'Deploy the audit stack: readers are limited by account and encryption context.',
  evaluate: (key, { account }) => {
    const loose = parsePolicy(need(key.policy)).filter((statement) => {
      const readers = (statement.principals ?? []).filter((principal) => principal.type !== 'Service')
      const ownRoot =
        readers.length > 0 && readers.every((principal) => principal.value === account || principal.value.endsWith(`:iam::${account}:root`))
      const decrypts = allows(statement, 'kms:Decrypt') && readers.length > 0 && !(ownRoot && allows(statement, 'kms:PutKeyPolicy'))
      return (
        decrypts &&
        !CONTEXTS.some((context) => conditionsOn(statement, context).some((condition) => limits(condition) || isPresent(condition)))
      )
    })
    return passUnless(
      loose.map((statement) => `statement ${nameOf(statement)} allows kms:Decrypt without a log's encryption context`),
      'only logs can be decrypted through the key policy',
    )
  },
})
