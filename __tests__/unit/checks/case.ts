import { read } from '../../../src/model/evidence.ts'
import type {
  AlertPathFacts,
  BucketFacts,
  Facts,
  KeyFacts,
  LogGroupFacts,
  RegionalStatus,
  RuleFacts,
  TrailFacts,
} from '../../../src/model/facts.ts'
import { aBucket, aKey, aLogGroup, anAlertPath, aRole, aTrail, changed, granting, policyOf, refused } from '../../support/facts.ts'

/** Of one check: worlds in which it must fail, and the one in which it cannot be read. Every world is the good one with one change. */
export interface Case {
  fails: Readonly<Record<string, Partial<Facts>>>
  errors: Partial<Facts>
  /** More of those, for a reason of their own: neither passed nor failed. */
  unread?: Readonly<Record<string, Partial<Facts>>>
  notApplicable?: Readonly<Record<string, Partial<Facts>>>
  /** Near misses: what looks like a fault and is none. */
  passes?: Readonly<Record<string, Partial<Facts>>>
}

export const trail = (overrides: Partial<TrailFacts>): Partial<Facts> => ({ trails: [aTrail(overrides)] })
export const described = (overrides: Record<string, unknown>) =>
  trail({ description: changed(aTrail().description, overrides) as TrailFacts['description'] })
export const status = (overrides: Record<string, unknown>) => trail({ status: changed(aTrail().status, overrides) as TrailFacts['status'] })
/** A multi-region trail in good state at home, and elsewhere as said. */
export const elsewhere = (regions: Readonly<Record<string, RegionalStatus['status']>>) =>
  trail({ elsewhere: Object.entries(regions).map(([region, there]) => ({ region, status: there })) })
export const selectors = (...fields: { Field: string; Equals?: string[]; StartsWith?: string[]; NotEquals?: string[] }[][]) =>
  trail({ eventSelectors: read({ AdvancedEventSelectors: fields.map((FieldSelectors) => ({ FieldSelectors })) }) })
export const bucket = (overrides: Partial<BucketFacts>): Partial<Facts> => ({ logBuckets: [aBucket(overrides)] })
export const key = (overrides: Partial<KeyFacts>): Partial<Facts> => ({ keys: [aKey(overrides)] })
export const group = (overrides: Partial<LogGroupFacts>): Partial<Facts> => ({ logGroups: [aLogGroup(overrides)] })

export const MANAGEMENT = [{ Field: 'eventCategory', Equals: ['Management'] }]
export const ISSUER = 'token.actions.githubusercontent.com'
const FEDERATED = { Federated: `arn:aws:iam::123456789012:oidc-provider/${ISSUER}` }

/** A policy of the templates with one statement changed or added. */
function edited(logicalId: string, property: string, edit: (statements: Record<string, unknown>[]) => void): string {
  const document = JSON.parse(policyOf(logicalId, property)) as { Statement: Record<string, unknown>[] }
  edit(document.Statement)
  return JSON.stringify(document)
}
export const withoutSid = (sid: string) => (statements: Record<string, unknown>[]) =>
  void statements.splice(
    statements.findIndex((statement) => statement['Sid'] === sid),
    1,
  )
export const bucketPolicy = (edit: (statements: Record<string, unknown>[]) => void) =>
  bucket({ policy: read(edited('LogBucketPolicy', 'PolicyDocument', edit)) })
export const keyPolicy = (edit: (statements: Record<string, unknown>[]) => void) =>
  key({ policy: read(edited('LogKey', 'KeyPolicy', edit)) })
export const setOn = (sid: string, field: string, value: unknown) => (statements: Record<string, unknown>[]) => {
  const statement = statements.find((candidate) => candidate['Sid'] === sid)
  if (!statement) throw new Error(`no statement ${sid}`)
  if (value === undefined) delete statement[field]
  else statement[field] = value
}
export const alerts = (overrides: Partial<AlertPathFacts>): Partial<Facts> => ({ alertPaths: [anAlertPath(overrides)] })
export const alertKey = (edit: (statements: Record<string, unknown>[]) => void) =>
  alerts({ key: { ...anAlertPath().key, policy: read(edited('LogKey', 'KeyPolicy', edit)) } })
export const topicPolicy = (edit: (statements: Record<string, unknown>[]) => void) =>
  alerts({ topic: read({ Policy: edited('AlertTopicPolicy', 'PolicyDocument', edit), KmsMasterKeyId: aKey().arn }) })
export const alertRule = (overrides: Partial<RuleFacts>) => {
  const given = anAlertPath().rule
  if (given === undefined) throw new Error('no rule')
  return alerts({ rule: { ...given, ...overrides } })
}
export const rule = (overrides: { State?: string; EventPattern?: string }) =>
  alertRule({ rule: read({ State: 'ENABLED', EventPattern: policyOf('TamperRule', 'EventPattern'), ...overrides }) })
export const eventBridge = (condition: Record<string, unknown>) => setOn('EventBridgePublishesAlerts', 'Condition', condition)
export const openReaders = (Condition: unknown) => (statements: Record<string, unknown>[]) => {
  statements.push({ Sid: 'Readers', Effect: 'Allow', Principal: { AWS: '*' }, Action: 'kms:Decrypt', Resource: '*', Condition })
}
export const github = (condition: Record<string, unknown>) => ({
  Statement: [{ Effect: 'Allow', Principal: FEDERATED, Action: 'sts:AssumeRoleWithWebIdentity', Condition: condition }],
})
export const AUD = { [`${ISSUER}:aud`]: 'sts.amazonaws.com' }
export const trust = (...services: string[]) => ({
  Statement: [{ Effect: 'Allow', Principal: { Service: services }, Action: 'sts:AssumeRole' }],
})
export const unreadableRole = (kind: Parameters<typeof aRole>[0]) => ({
  roles: [aRole(kind, { role: refused, policies: refused, attached: refused, managed: refused, boundary: refused })],
})

export const gated = (key: string, arn: string) =>
  granting('sagemaker', {
    Effect: 'Deny',
    Action: 'sagemaker:CreateTrainingJob',
    Resource: '*',
    Condition: { ArnNotEqualsIfExists: { [`sagemaker:${key}`]: arn } },
  })
