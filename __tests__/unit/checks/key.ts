import { read } from '../../../src/model/evidence.ts'
import type { KeyFacts } from '../../../src/model/facts.ts'
import { aKey, anAlertPath, aTrail, changed, policyOf, refused } from '../../support/facts.ts'
import { alertKey, alerts, type Case, eventBridge, key, keyPolicy, openReaders, setOn, withoutSid } from './case.ts'

export const KEY_CASES: Readonly<Record<string, Case>> = {
  'key-is-usable': {
    fails: {
      'pending deletion': key({ description: changed(aKey().description, { KeyState: 'PendingDeletion' }) as KeyFacts['description'] }),
      "AWS's own": key({ description: changed(aKey().description, { KeyManager: 'AWS' }) as KeyFacts['description'] }),
    },
    errors: key({ description: refused }),
  },
  'key-rotation-is-on': {
    fails: {
      off: key({ rotation: read({ KeyRotationEnabled: false }) }),
      'every two years': key({ rotation: read({ KeyRotationEnabled: true, RotationPeriodInDays: 730 }) }),
    },
    errors: key({ rotation: refused }),
  },
  'key-lets-cloudtrail-encrypt': {
    fails: {
      missing: keyPolicy(withoutSid('CloudTrailEncryptsLogs')),
      'any trail': keyPolicy(
        setOn('CloudTrailEncryptsLogs', 'Condition', {
          StringLike: { 'kms:EncryptionContext:aws:cloudtrail:arn': 'arn:aws:cloudtrail:*:123456789012:trail/*' },
        }),
      ),
      'any context': keyPolicy(setOn('CloudTrailEncryptsLogs', 'Condition', { StringEquals: { 'aws:SourceArn': aTrail().arn } })),
    },
    passes: {
      'a list of trails': keyPolicy(
        setOn('CloudTrailEncryptsLogs', 'Condition', {
          StringEquals: { 'aws:SourceArn': [aTrail().arn, `${aTrail().arn}-2`] },
          StringLike: { 'kms:EncryptionContext:aws:cloudtrail:arn': 'arn:aws:cloudtrail:*:123456789012:trail/*' },
        }),
      ),
    },
    errors: key({ policy: refused }),
  },
  'key-lets-cloudtrail-describe': {
    fails: {
      missing: keyPolicy(withoutSid('CloudTrailDescribesKey')),
      'any trail': keyPolicy(setOn('CloudTrailDescribesKey', 'Condition', undefined)),
      'any account by a pattern': keyPolicy(
        setOn('CloudTrailDescribesKey', 'Condition', { ArnLike: { 'aws:SourceArn': 'arn:aws:cloudtrail:*:*:trail/*' } }),
      ),
      'another trail': keyPolicy(
        setOn('CloudTrailDescribesKey', 'Condition', { StringEquals: { 'aws:SourceArn': `${aTrail().arn}-other` } }),
      ),
    },
    passes: {
      'a list of trails': keyPolicy(
        setOn('CloudTrailDescribesKey', 'Condition', { StringEquals: { 'aws:SourceArn': [aTrail().arn, `${aTrail().arn}-2`] } }),
      ),
    },
    notApplicable: { 'of no trail': key({ trailArn: undefined }) },
    errors: key({ policy: refused }),
  },
  'key-limits-log-readers': {
    fails: {
      'no context': keyPolicy(setOn('ReadersInAccountDecryptLogs', 'Condition', { StringEquals: { 'kms:CallerAccount': '123456789012' } })),
    },
    errors: key({ policy: refused }),
  },
  'key-has-no-open-principal': {
    fails: {
      'any account': keyPolicy(openReaders({ StringLike: { 'kms:EncryptionContext:aws:cloudtrail:arn': 'x' } })),
      'an allowed wildcard account': keyPolicy(openReaders({ StringLike: { 'kms:CallerAccount': '*' } })),
    },
    errors: key({ policy: refused }),
  },
  'key-lets-alerts-out': {
    fails: {
      'asks EventBridge for a source account': alertKey(eventBridge({ StringEquals: { 'aws:SourceAccount': '123456789012' } })),
      'asks EventBridge for a source ARN': alertKey(eventBridge({ ArnLike: { 'aws:SourceArn': 'arn:aws:events:*:123456789012:rule/*' } })),
      'another topic': alertKey(
        eventBridge({ StringEquals: { 'kms:EncryptionContext:aws:sns:topicArn': 'arn:aws:sns:us-east-1:1:other' } }),
      ),
      'no statement for EventBridge': alertKey(withoutSid('EventBridgePublishesAlerts')),
      'no statement for alarms': alertKey(withoutSid('AlarmsPublishAlerts')),
      'no Decrypt': alertKey(setOn('EventBridgePublishesAlerts', 'Action', 'kms:GenerateDataKey*')),
      denied: alertKey((statements) => {
        statements.push({ Sid: 'Stop', Effect: 'Deny', Principal: { Service: 'events.amazonaws.com' }, Action: 'kms:*', Resource: '*' })
      }),
      "AWS's own key": alerts({
        topic: read({ Policy: policyOf('AlertTopicPolicy', 'PolicyDocument'), KmsMasterKeyId: 'alias/aws/sns' }),
        key: { ...anAlertPath().key, description: changed(aKey().description, { KeyManager: 'AWS' }) },
      }),
      disabled: alerts({ key: { ...anAlertPath().key, description: changed(aKey().description, { KeyState: 'Disabled' }) } }),
    },
    errors: alerts({ key: { ...anAlertPath().key, policy: refused } }),
  },
}
