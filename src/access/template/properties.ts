import { isMapping, scalarText } from '../../cloudformation/values.ts'
import type { WorkedOut } from '../../cloudformation/worked-out.ts'
import type { ParsedTemplate } from '../../model/template.ts'
import type { Breach } from './rules.ts'

type Properties = Readonly<Record<string, unknown>>

/** What keeps the public from a bucket, whatever its policy says. */
export type PublicAccess = (bucket: string | undefined) => 'blocked' | 'blocked-by-default' | 'open' | 'unknown'

const FLAGS = ['BlockPublicAcls', 'BlockPublicPolicy', 'IgnorePublicAcls', 'RestrictPublicBuckets'] as const
const isTrue = (value: unknown) => scalarText(value)?.toLowerCase() === 'true'
const isFalse = (value: unknown) => scalarText(value)?.toLowerCase() === 'false'

/** Whether the public gets at a bucket of the template; one of elsewhere is not known. */
export function publicAccessIn(worked: WorkedOut, template: ParsedTemplate): PublicAccess {
  return (bucket) => {
    if (bucket === undefined || template.Resources[bucket]?.Type !== 'AWS::S3::Bucket') return 'unknown'
    const block = worked.properties[bucket]?.['PublicAccessBlockConfiguration']
    if (block === undefined) return 'blocked-by-default'
    if (!isMapping(block)) return 'unknown'
    return isTrue(block['BlockPublicPolicy']) || isTrue(block['RestrictPublicBuckets']) ? 'blocked' : 'open'
  }
}

/** Buckets, keys and function URLs: what their own properties open. */
export function judgeProperties(id: string, type: string, properties: Properties): Breach[] {
  if (type === 'AWS::S3::Bucket') return judgeBucket(id, properties)
  if (type === 'AWS::KMS::Key') return judgeKey(id, properties)
  // A function of SAM has its URL with it.
  const url = type === 'AWS::Serverless::Function' ? properties['FunctionUrlConfig'] : type === 'AWS::Lambda::Url' ? properties : undefined
  if (isMapping(url) && url['AuthType'] === 'NONE')
    return [
      {
        rule: 'function-url-asks-who',
        resource: id,
        pointers: [`/Resources/${id}/Properties/${url === properties ? '' : 'FunctionUrlConfig/'}AuthType`],
        message: `${id} answers whoever calls it, without credentials.`,
        remedy: '`AuthType: AWS_IAM`; where it must be open, let the function check who calls.',
      },
    ]
  if (type === 'AWS::IAM::AccessKey')
    return [
      {
        rule: 'user-gets-rights-from-groups',
        resource: id,
        pointers: [`/Resources/${id}`],
        message: `${id} makes an access key that never expires, and whose secret stands in the stack.`,
        remedy: 'Use a role: OIDC for CI, an instance profile or Pod Identity for machines.',
      },
    ]
  return []
}

function judgeBucket(id: string, properties: Properties): Breach[] {
  return [...blockOf(id, properties), ...aclOf(id, properties), ...encryptionOf(id, properties)]
}

function blockOf(id: string, properties: Properties): Breach[] {
  const block = properties['PublicAccessBlockConfiguration']
  if (block === undefined)
    return [
      {
        rule: 'bucket-blocks-the-public',
        resource: id,
        pointers: [`/Resources/${id}`],
        message: `${id} leaves its public access block to AWS’s default, which blocks new buckets since April 2023.`,
        remedy: `\`PublicAccessBlockConfiguration: { ${FLAGS.map((flag) => `${flag}: true`).join(', ')} }\`.`,
        severity: 'low',
      },
    ]
  if (!isMapping(block)) return []
  const off = FLAGS.filter((flag) => isFalse(block[flag]) || block[flag] === undefined)
  if (off.length === 0) return []
  const said = off.some((flag) => isFalse(block[flag]))
  const whole = off.length === FLAGS.length
  return [
    {
      rule: 'bucket-blocks-the-public',
      resource: id,
      pointers: [`/Resources/${id}/Properties/PublicAccessBlockConfiguration`],
      message: `${id} ${said ? 'switches off' : 'does not set'} ${off.join(', ')}: ${whole ? 'a policy or an ACL can make it public' : 'public access is blocked in part only'}.`,
      remedy: `Set ${off.map((flag) => `\`${flag}: true\``).join(', ')}.`,
      severity: off.includes('BlockPublicPolicy') && off.includes('RestrictPublicBuckets') ? 'medium' : 'low',
    },
  ]
}

/** Words of `AccessControl` that let in more than the owner and AWS. */
const PUBLIC_ACL: Readonly<Record<string, string>> = {
  AuthenticatedRead: 'anyone with an AWS account may read',
  PublicRead: 'everyone may read',
  PublicReadWrite: 'everyone may read and write',
}

function aclOf(id: string, properties: Properties): Breach[] {
  const acl = scalarText(properties['AccessControl']) ?? ''
  const who = Object.hasOwn(PUBLIC_ACL, acl) ? PUBLIC_ACL[acl] : undefined
  if (who === undefined) return []
  const block = properties['PublicAccessBlockConfiguration']
  const aclsWork = /ObjectWriter|BucketOwnerPreferred/.test(JSON.stringify(properties['OwnershipControls'] ?? ''))
  const isOpen = aclsWork && isMapping(block) && !isTrue(block['BlockPublicAcls']) && !isTrue(block['IgnorePublicAcls'])
  return [
    {
      rule: 'bucket-grants-by-policy',
      resource: id,
      pointers: [`/Resources/${id}/Properties/AccessControl`],
      message: `${id} has the ACL ${acl}: ${who} it.${isOpen ? '' : ' AWS’s defaults since April 2023 refuse that; nothing but them stands between.'}`,
      remedy: 'Take `AccessControl` away; what must be public, serve through CloudFront with an origin access control.',
      severity: isOpen ? 'critical' : 'medium',
    },
  ]
}

function encryptionOf(id: string, properties: Properties): Breach[] {
  if (properties['BucketEncryption'] !== undefined) return []
  return [
    {
      rule: 'bucket-names-its-encryption',
      resource: id,
      pointers: [`/Resources/${id}`],
      message: `${id} leaves its encryption to AWS’s default: S3’s own keys, since January 2023.`,
      remedy:
        '`BucketEncryption: { ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: aws:kms }, BucketKeyEnabled: true }] }`.',
    },
  ]
}

function judgeKey(id: string, properties: Properties): Breach[] {
  const spec = scalarText(properties['KeySpec']) ?? 'SYMMETRIC_DEFAULT'
  const own = (scalarText(properties['Origin']) ?? 'AWS_KMS') === 'AWS_KMS'
  if (spec !== 'SYMMETRIC_DEFAULT' || !own || isTrue(properties['EnableKeyRotation'])) return []
  if (properties['EnableKeyRotation'] !== undefined && !isFalse(properties['EnableKeyRotation'])) return []
  return [
    {
      rule: 'key-changes-yearly',
      resource: id,
      pointers: [properties['EnableKeyRotation'] === undefined ? `/Resources/${id}` : `/Resources/${id}/Properties/EnableKeyRotation`],
      message: `The material of key ${id} is never rotated.`,
      remedy: '`EnableKeyRotation: true`.',
    },
  ]
}
