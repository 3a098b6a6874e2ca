import { type RequestContext, requestContext } from '../../iam/conditions.ts'
import type { AlertPathFacts } from '../../model/facts.ts'

/** A service that publishes alerts, and what AWS says of it in a request in its name. */
export interface Publisher {
  service: 'events.amazonaws.com' | 'cloudwatch.amazonaws.com'
  what: string
  context: RequestContext
}

/**
 * Who must get through to a topic and its key. EventBridge brings no source keys to either; CloudWatch brings both. Sources:
 * EventBridge User Guide, eb-use-resource-based and eb-troubleshooting; SNS Developer Guide, sns-key-management.
 */
export function publishersOf({ arn, rule, hasAlarms }: AlertPathFacts, prefix: string | undefined): Publisher[] {
  const [, partition = '', , region = '', account = ''] = arn.split(':')
  const always = {
    'aws:PrincipalIsAWSService': 'true',
    'aws:SecureTransport': 'true',
    'kms:EncryptionContext:aws:sns:topicArn': arn,
    'kms:EncryptionContextKeys': ['aws:sns:topicArn'],
    'kms:ViaService': `sns.${region}.amazonaws.com`,
  }
  const alarm = `arn:${partition}:cloudwatch:${region}:${account}:alarm:${prefix ?? ''}-alarm`
  return [
    ...(rule === undefined
      ? []
      : [{ service: 'events.amazonaws.com' as const, what: 'EventBridge (the tamper rule)', context: requestContext(always) }]),
    ...(hasAlarms
      ? [
          {
            service: 'cloudwatch.amazonaws.com' as const,
            what: 'CloudWatch (the alarms)',
            context: requestContext({ ...always, 'aws:SourceArn': alarm, 'aws:SourceAccount': account }),
          },
        ]
      : []),
  ]
}
