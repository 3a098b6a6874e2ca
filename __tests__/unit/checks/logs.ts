import { absent, read } from '../../../src/model/evidence.ts'
import { aRole, attaching, granting, refused, trusting } from '../../support/facts.ts'
import { type Case, group, trust, unreadableRole } from './case.ts'

export const LOGS_CASES: Readonly<Record<string, Case>> = {
  'log-group-keeps-a-year': {
    fails: {
      'ninety days': group({ group: read({ logGroupName: 'g', retentionInDays: 90 }) }),
      'no group': group({ group: absent('There is no log group.') }),
    },
    errors: group({ group: refused }),
  },
  'log-group-is-encrypted': {
    fails: { 'no key': group({ group: read({ logGroupName: 'g', retentionInDays: 365 }) }) },
    errors: group({ group: refused }),
  },
  'log-group-takes-filters': {
    fails: { 'infrequent access': group({ group: read({ logGroupName: 'g', logGroupClass: 'INFREQUENT_ACCESS' }) }) },
    passes: { 'nothing said': group({ group: read({ logGroupName: 'g' }) }) },
    errors: group({ group: refused }),
  },
  'logs-policies-are-not-public': {
    fails: {
      open: group({
        resourcePolicies: read([
          { policyName: 'p', policyDocument: '{"Statement":[{"Effect":"Allow","Principal":"*","Action":"logs:*","Resource":"*"}]}' },
        ]),
      }),
    },
    errors: group({ resourcePolicies: refused }),
  },
  'logs-role-trusts-cloudtrail-only': {
    fails: {
      'another service': { roles: [trusting('cloudwatch-logs', trust('cloudtrail.amazonaws.com', 'lambda.amazonaws.com'))] },
      everyone: { roles: [trusting('cloudwatch-logs', { Statement: [{ Effect: 'Allow', Principal: '*', Action: 'sts:AssumeRole' }] })] },
    },
    errors: unreadableRole('cloudwatch-logs'),
  },
  'logs-role-only-writes-streams': {
    fails: {
      'another action': { roles: [granting('cloudwatch-logs', { Action: 'logs:DeleteLogGroup', Resource: '*' })] },
      'a managed policy': { roles: [attaching('cloudwatch-logs', 'CloudWatchLogsFullAccess')] },
      'any group': { roles: [granting('cloudwatch-logs', { Action: 'logs:PutLogEvents', Resource: 'arn:aws:logs:*:*:log-group:*' })] },
      'any stream of its group': {
        roles: [
          granting('cloudwatch-logs', {
            Action: 'logs:PutLogEvents',
            Resource: 'arn:aws:logs:us-east-1:123456789012:log-group:mlops-cloudtrail-log-group:log-stream:*',
          }),
        ],
      },
      nothing: { roles: [aRole('cloudwatch-logs', { policies: read([]) })] },
    },
    passes: {
      'streams of an organization too': {
        roles: [
          granting('cloudwatch-logs', {
            Action: 'logs:PutLogEvents',
            Resource: 'arn:aws:logs:us-east-1:123456789012:log-group:mlops-cloudtrail-log-group:log-stream:o-exampleorgid_*',
          }),
        ],
      },
    },
    errors: unreadableRole('cloudwatch-logs'),
  },
}
