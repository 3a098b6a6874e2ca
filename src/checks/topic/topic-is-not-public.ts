import { strangerAt, whenText } from '../../iam/ask.ts'
import { parsePolicy } from '../../iam/policy.ts'
import { defineCheck, pass, passUnless } from '../define.ts'
import { documentText, propertyOf } from '../resource.ts'
import { serviceMayForStrangers } from '../service-grants.ts'

const OF_STRANGERS = ['sns:Publish', 'sns:Subscribe', 'sns:SetTopicAttributes']
/** Those that act for anybody's resource, and say whose it is: without a condition any account's alarm reaches the topic. */
const SERVICES = ['cloudtrail.amazonaws.com', 'cloudwatch.amazonaws.com', 's3.amazonaws.com', 'config.amazonaws.com']

export const topicIsNotPublic = defineCheck({
  id: 'topic-is-not-public',
  code: 'SNS-002',
  severity: 'medium',
  title: 'Only named accounts, and services acting for them, may publish and subscribe',
  on: 'resource',
  types: ['AWS::SNS::TopicPolicy'],
  reads: ['sns:GetTopicAttributes'],
  source: 'https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html',
  why: 'A stranger who publishes buries an alert under a thousand; one who subscribes reads them all.',
  remedy: {
    ours: 'Run `mlops-audit deploy --revert-drift` to set the policy back, and find event SetTopicAttributes.',
    foreign: 'Name accounts under Principal; limit services by aws:SourceArn or aws:SourceAccount.',
  },
  messages: {
    open: 'any AWS account may {action}{when}',
    service: '{statements} lets {service} publish for any account',
    none: 'no policy: only this account',
    named: 'who may publish and subscribe is named',
  },
  examples: {
    good: 'Principal: { Service: cloudwatch.amazonaws.com }\nAction: sns:Publish\nCondition: { StringEquals: { aws:SourceAccount: "123456789012" } }',
    bad: 'Principal: { AWS: "*" }\nAction: sns:Publish',
  },
  evaluate: (topicPolicy, { account }, say) => {
    const text = documentText(propertyOf(topicPolicy, 'PolicyDocument'))
    if (text === undefined) return pass(say('none'))
    const resource = topicPolicy.arn
    const policy = { name: 'topic policy', statements: parsePolicy(text) }
    const open = OF_STRANGERS.flatMap((action) => {
      const found = strangerAt(policy, action, account, resource.startsWith('arn:') ? resource : '*')
      return found ? [say('open', { action, when: whenText(found.request) })] : []
    })
    const services = (open.length > 0 ? [] : SERVICES).flatMap((service) => {
      const found = serviceMayForStrangers(text, { service, action: 'sns:Publish', resource })
      return found ? [say('service', { service, statements: found.join(', ') })] : []
    })
    return passUnless([...open, ...services], say('named'))
  },
})
