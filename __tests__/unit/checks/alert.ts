import { absent, read } from '../../../src/model/evidence.ts'
import { anAlertPath, policyOf, refused } from '../../support/facts.ts'
import { alertRule, alerts, type Case, rule, setOn, topicPolicy, withoutSid } from './case.ts'

export const ALERT_CASES: Readonly<Record<string, Case>> = {
  'tamper-rule-tells-the-topic': {
    fails: {
      disabled: rule({ State: 'DISABLED' }),
      'no target': alertRule({ targets: read([]) }),
      'another target': alertRule({ targets: read([{ Id: 'alert-topic', Arn: 'arn:aws:sns:us-east-1:123456789012:other' }]) }),
      'a target with a role': alertRule({
        targets: read([{ Id: 'a', Arn: anAlertPath().arn, RoleArn: 'arn:aws:iam::123456789012:role/any' }]),
      }),
      'no rule': alertRule({ rule: absent('Rule does not exist.') }),
      'no pattern': rule({ EventPattern: '{}' }),
      'one deed less': rule({ EventPattern: policyOf('TamperRule', 'EventPattern').replace('"StopLogging",', '') }),
      'one trail only': rule({
        EventPattern: policyOf('TamperRule', 'EventPattern').replace(
          '{"eventSource":["cloudtrail.amazonaws.com"]',
          '{"requestParameters":{"name":["other"]},"eventSource":["cloudtrail.amazonaws.com"]',
        ),
      }),
      'one region only': rule({ EventPattern: policyOf('TamperRule', 'EventPattern').replace('{', '{"region":["eu-west-1"],') }),
    },
    errors: alertRule({ targets: refused }),
    notApplicable: { 'no rule designed': alerts({ rule: undefined }) },
  },
  'alert-topic-takes-alerts': {
    fails: {
      'asks EventBridge for a source': topicPolicy(
        setOn('EventBridgePublishes', 'Condition', { ArnEquals: { 'aws:SourceArn': 'arn:aws:events:us-east-1:123456789012:rule/x' } }),
      ),
      'no statement for alarms': topicPolicy(withoutSid('AlarmsPublish')),
      'asks alarms for other names': topicPolicy(
        setOn('AlarmsPublish', 'Condition', { ArnLike: { 'aws:SourceArn': 'arn:aws:cloudwatch:us-east-1:123456789012:alarm:other-*' } }),
      ),
    },
    errors: alerts({ topic: refused }),
  },
  'alerts-reach-someone': {
    fails: {
      'nobody confirmed': alerts({ subscriptions: read({ confirmed: 0, pending: 1 }) }),
      'nobody subscribed': alerts({ subscriptions: read({ confirmed: 0, pending: 0 }) }),
    },
    errors: alerts({ subscriptions: refused }),
  },
}
