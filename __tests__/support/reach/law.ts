import type { Config } from '../../../src/model/config.ts'
import { ciRoles, type Grant, type Reach } from './search.ts'

/** Reads that give away what is not configuration: data, secrets, log events. */
const DATA =
  /^(?:s3:GetObject(?:Version)?|secretsmanager:GetSecretValue|ssm:GetParameters?|dynamodb:(?:GetItem|Query|Scan)|sqs:ReceiveMessage|logs:(?:GetLogEvents|FilterLogEvents|StartQuery)|lambda:GetFunction|ecr:GetDownloadUrlForLayer|athena:GetQueryResults)$/

/** What of a reach no role of CI may have by itself, in words: roles taken, foreign templates, writes or data that are not its own. */
export function escalations(reach: Reach): string[] {
  return [
    ...[...reach.becomes].map(([role, how]) => `becomes ${role}: ${how}`),
    ...(reach.anyTemplate === undefined ? [] : [`executes what nobody published: ${reach.anyTemplate}`]),
    ...unique(reach.grants.filter(isForeign).map(({ action, target }) => `${action} on ${target.owner}: ${target.name}`)),
  ].sort()
}

const unique = (list: readonly string[]) => [...new Set(list)]

function isForeign({ action, target, write }: Grant): boolean {
  if (target.owner === 'store') return false
  // Decrypting needs the object too, which is judged by itself.
  if (action === 'kms:Decrypt' || action === 'kms:GenerateDataKey') return target.owner === 'others'
  if (DATA.test(action)) return target.owner !== 'record'
  return write
}

/** What is each role's own business, beyond what is read and the store of templates. */
export function ownBusiness(config: Config, role: string): RegExp {
  const { names } = config
  if (role === names.imagePushRole) return /^ecr:\w+ on (?:workload: repository|account: account)/
  if (role === names.evidenceRole) return /^s3:PutObject on record: objects of evidence bucket$/
  return /^$/
}

/** What even any template must leave alone. */
export function beyondEverything(reach: Reach): string[] {
  const never =
    /^(?:cloudtrail:(?:StopLogging|DeleteTrail)|kms:(?:Disable\w+|ScheduleKeyDeletion|Decrypt|GenerateDataKey\w*)|logs:Delete(?:LogGroup|LogStream)|logs:DisassociateKmsKey|s3:(?:DeleteBucket\w*|DeleteObject\w*|PutObject\w*|BypassGovernanceRetention)|events:(?:DeleteRule|DisableRule)|sns:DeleteTopic)$/
  return [
    ...[...reach.becomes.keys()].map((role) => `becomes ${role}`),
    ...unique(
      reach.grants
        .filter(({ mode }) => mode === 'through CloudFormation')
        .filter(({ action, target, write }) =>
          target.owner === 'record' ? never.test(action) : write && (target.owner === 'others' || target.owner === 'bootstrap'),
        )
        .map(({ action, target }) => `${action} on ${target.owner}: ${target.name}`),
    ),
  ].sort()
}

export const rolesOfCi = (config: Config, rendered: readonly { name: string }[]): string[] =>
  ciRoles(config).filter((name) => rendered.some((role) => role.name === name))
