import { defineCheck, passUnless } from '../define.ts'
import { propertyOf } from '../resource.ts'

export const configUsesItsOwnRole = defineCheck({
  id: 'config-uses-its-own-role',
  code: 'CFG-003',
  severity: 'medium',
  title: 'AWS Config works with its service-linked role',
  on: 'resource',
  types: ['AWS::Config::ConfigurationRecorder'],
  reads: ['config:DescribeConfigurationRecorders'],
  source: 'https://docs.aws.amazon.com/config/latest/developerguide/using-service-linked-roles.html',
  why: 'A role that somebody can edit can be made unable to read what is to be recorded, and reads what others should not.',
  remedy: {
    ours: 'Run `mlops-audit deploy --revert-drift` to set the role back, and find event PutConfigurationRecorder.',
    foreign: 'Run `aws iam create-service-linked-role --aws-service-name config.amazonaws.com`, and set it as the recorder’s role.',
  },
  messages: { other: 'it works with {role}', own: 'works with its service-linked role' },
  examples: {
    good: 'RoleARN: arn:aws:iam::123456789012:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig',
    bad: 'RoleARN: arn:aws:iam::123456789012:role/config',
  },
  evaluate: (recorder, _, say) => {
    const role = String(propertyOf(recorder, 'RoleARN') ?? 'no role')
    return passUnless(/:role\/aws-service-role\/config\.amazonaws\.com(?:\.cn)?\//.test(role) ? [] : [say('other', { role })], say('own'))
  },
})
