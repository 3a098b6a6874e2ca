import { resourcesOf } from '../iam/action-resources.ts'
import type { ActionIndex } from '../iam/actions.ts'
import { commonArn } from '../iam/patterns.ts'

/**
 * Resources that have a policy of their own, which may let somebody in by itself. Source: Service Authorization Reference, the types of
 * the actions that set such policies, September 2026; a test holds it against the data.
 */
const CARRIERS: readonly string[] = [
  'acm-pca:*:*:certificate-authority/*',
  'aiops:*:*:investigation-group/*',
  'aws-marketplace:*:*:*',
  'agent-registry:*:*:registry/*',
  'aps:*:*:workspace/*',
  'backup:*:*:backup-vault:*',
  'bedrock-agentcore:*:*:gateway/*',
  'bedrock-agentcore:*:*:runtime/*',
  'bedrock:*:*:custom-model/*',
  'bedrock:*:*:guardrail-profile/*',
  'bedrock:*:*:guardrail/*',
  'bedrock:*:*:knowledge-base/*',
  'billing::*:billingview/*',
  'cleanrooms-ml:*:*:configured-audience-model/*',
  'cloudfront::*:vpcorigin/*',
  'cloudhsm:*:*:backup/*',
  'cloudtrail:*:*:channel/*',
  'cloudtrail:*:*:dashboard/*',
  'cloudtrail:*:*:eventdatastore/*',
  'codeartifact:*:*:domain/*',
  'codeartifact:*:*:repository/*',
  'codebuild:*:*:project/*',
  'codebuild:*:*:report-group/*',
  'codeguru-profiler:*:*:profilingGroup/*',
  'comprehend:*:*:document-classifier/*',
  'comprehend:*:*:entity-recognizer/*',
  'dsql:*:*:cluster/*',
  'dynamodb:*:*:table/*',
  'ecr-public::*:repository/*',
  'ecr:*:*:repository/*',
  'elasticfilesystem:*:*:file-system/*',
  'es:*:*:domain/*',
  'events:*:*:event-bus*/*',
  'events:*:*:rule/*',
  'execute-api:*:*:*',
  'fsx:*:*:volume/*',
  'glacier:*:*:vaults/*',
  'glue:*:*:catalog*',
  'glue:*:*:database/*',
  'glue:*:*:table/*',
  'iam::*:role/*',
  'imagebuilder:*:*:component/*',
  'imagebuilder:*:*:container-recipe/*',
  'imagebuilder:*:*:image-recipe/*',
  'imagebuilder:*:*:image/*',
  'kafka:*:*:cluster/*',
  'kinesis:*:*:*/*/consumer/*',
  'kinesis:*:*:stream/*',
  'kms:*:*:key/*',
  'lambda:*:*:function:*',
  'lambda:*:*:layer:*',
  'lex:*:*:bot*',
  'logs:*:*:delivery-destination:*',
  'logs:*:*:destination:*',
  'lookoutequipment:*:*:dataset/*',
  'lookoutequipment:*:*:model/*',
  'mediapackagev2:*:*:channelGroup/*',
  'mediastore:*:*:container/*',
  'mediatailor:*:*:channel/*',
  'network-firewall:*:*:firewall*/*',
  'network-firewall:*:*:stateful-rulegroup/*',
  'network-firewall:*:*:stateless-rulegroup/*',
  'networkmanager::*:core-network/*',
  'oam:*:*:sink/*',
  'odb:*:*:*',
  'omics:*:*:sequenceStore/*',
  'osis:*:*:pipeline/*',
  'payment-cryptography:*:*:key/*',
  'qbusiness:*:*:application/*',
  'redshift:*:*:namespace:*',
  'rekognition:*:*:project/*',
  'resource-explorer-2:*:*:view/*',
  'resource-groups:*:*:group/*',
  'route53-recovery-control::*:cluster/*',
  'route53profiles:*:*:profile/*',
  'route53resolver:*:*:*',
  'rum:*:*:appmonitor/*',
  's3-outposts:*:*:*',
  's3:*:*:access-grants/*',
  's3:*:*:accesspoint/*',
  's3:::*',
  's3express:*:*:*',
  's3files:*:*:file-system/*',
  's3tables:*:*:bucket/*',
  's3vectors:*:*:bucket/*',
  'sagemaker:*:*:model-package-group/*',
  'schemas:*:*:registry/*',
  'secretsmanager:*:*:secret:*',
  'serverlessrepo:*:*:applications/*',
  'servicecatalog:*:*:/a*',
  'servicediscovery:*:*:namespace/*',
  'ses:*:*:identity/*',
  'signer:*:*:/signing-profiles/*',
  'sms-voice:*:*:*',
  'sns:*:*:*',
  'sqs:*:*:*',
  'ssm-contacts:*:*:contact/*',
  'ssm-incidents::*:response-plan/*',
  'ssm:*:*:document/*',
  'ssm:*:*:opsitemgroup/*',
  'ssm:*:*:parameter/*',
  'vpc-lattice:*:*:*',
].map((pattern) => `arn:*:${pattern}`)

const serviceOf = (arn: string) => arn.split(':')[2] ?? ''

const byService = new Map<string, string[]>()
for (const carrier of CARRIERS) byService.set(serviceOf(carrier), [...(byService.get(serviceOf(carrier)) ?? []), carrier])
const saysOf = new WeakMap<ActionIndex, Map<string, boolean>>()

/** Whether a policy of the resource has a say in an action: it is about resources that have one. */
export function hasPolicies(action: string, index: ActionIndex): boolean {
  const known = saysOf.get(index) ?? new Map<string, boolean>()
  saysOf.set(index, known)
  const service = action.slice(0, action.indexOf(':')).toLowerCase()
  // A role's trust policy says who becomes it, which STS is asked; who reads or changes it, the callers' policies say alone.
  if (service === 'iam') return false
  // Another service's resource, which an action uses too, is asked by an action of that service.
  const isOwn = (pattern: string) => pattern === '*' || serviceOf(pattern) === (service === 'sts' ? 'iam' : service)
  const said = known.get(action) ?? (resourcesOf(index, action)?.within ?? ['*']).filter(isOwn).some(mayCarryPolicy)
  known.set(action, said)
  return said
}

/** Whether resources of a pattern, or some of them, are of a kind that has a policy of its own. */
export function mayCarryPolicy(pattern: string): boolean {
  if (pattern === '*') return true
  const service = serviceOf(pattern)
  const carriers = /[*?]/.test(service) ? CARRIERS : (byService.get(service) ?? [])
  return carriers.some((carrier) => commonArn(carrier, pattern) !== undefined)
}
