import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { load } from 'js-yaml'
import { root } from '../../scripts/paths.mjs'
import { policyNotes } from '../../src/access/policies.ts'
import { judgeTemplateAccess } from '../../src/access/template/judge.ts'
import { TEMPLATE_RULES } from '../../src/access/template/rules.ts'
import { examineTemplate } from '../../src/cloudformation/examine.ts'
import { openResourceTypes } from '../../src/edge/cloudformation-types.ts'
import { openIamActions } from '../../src/edge/iam-actions.ts'
import { iamActionsFile, resourceTypesFile } from '../../src/paths.ts'

/** A template, or the part of one that is meant, with what must be found in it and nothing else. */
interface Case {
  what: string
  /** Ids at medium severity or worse, and of problems. */
  finds: string[]
  /** Milder ids, where the case is about them. */
  low?: string[]
  /** Ids that may be found besides. */
  also?: string[]
  /** Part of a message. */
  says?: string
  statements?: unknown[]
  managed?: unknown[]
  boundary?: unknown
  trust?: unknown[]
  of?: keyof typeof GUARDED
  resources?: string
  parts?: string
}

const folder = join(root, '__tests__/corpus')
const cases = readdirSync(folder).map((file) => [file, load(readFileSync(join(folder, file), 'utf8')) as Case[]] as const)
const typesOf = openResourceTypes(readFileSync(resourceTypesFile))
const index = openIamActions(readFileSync(iamActionsFile))

const SERVICE = { Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }] }
const BLOCK = { BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true }
const OPEN = { BlockPublicAcls: true, BlockPublicPolicy: false, IgnorePublicAcls: true, RestrictPublicBuckets: false }
const ENCRYPTED = { ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' } }] }

type Resources = Record<string, { Type: string; Properties?: object }>

/** What a resource policy is of. */
const GUARDED = {
  'open-bucket': (document: object): Resources => bucket(document, { PublicAccessBlockConfiguration: OPEN }),
  'blocked-bucket': (document: object): Resources => bucket(document, { PublicAccessBlockConfiguration: BLOCK }),
  'plain-bucket': (document: object): Resources => bucket(document, {}),
  key: (document: object): Resources => ({ G: { Type: 'AWS::KMS::Key', Properties: { EnableKeyRotation: true, KeyPolicy: document } } }),
  topic: (document: object): Resources => ({
    T: { Type: 'AWS::SNS::Topic' },
    G: { Type: 'AWS::SNS::TopicPolicy', Properties: { Topics: [{ Ref: 'T' }], PolicyDocument: document } },
  }),
  queue: (document: object): Resources => ({
    Q: { Type: 'AWS::SQS::Queue' },
    G: { Type: 'AWS::SQS::QueuePolicy', Properties: { Queues: [{ Ref: 'Q' }], PolicyDocument: document } },
  }),
  secret: (document: object): Resources => ({
    S: { Type: 'AWS::SecretsManager::Secret' },
    G: { Type: 'AWS::SecretsManager::ResourcePolicy', Properties: { SecretId: { Ref: 'S' }, ResourcePolicy: document } },
  }),
  repository: (document: object): Resources => ({ G: { Type: 'AWS::ECR::Repository', Properties: { RepositoryPolicyText: document } } }),
  bus: (document: object): Resources => ({ G: { Type: 'AWS::Events::EventBus', Properties: { Name: 'b', Policy: document } } }),
  files: (document: object): Resources => ({ G: { Type: 'AWS::EFS::FileSystem', Properties: { FileSystemPolicy: document } } }),
  domain: (document: object): Resources => ({ G: { Type: 'AWS::OpenSearchService::Domain', Properties: { AccessPolicies: document } } }),
}

function bucket(document: object, properties: object): Resources {
  return {
    B: { Type: 'AWS::S3::Bucket', Properties: { BucketEncryption: ENCRYPTED, ...properties } },
    G: { Type: 'AWS::S3::BucketPolicy', Properties: { Bucket: { Ref: 'B' }, PolicyDocument: document } },
  }
}

function textOf({ statements = [], managed, boundary, trust, of, resources, parts = '' }: Case): string {
  if (resources !== undefined) return `${parts}\nResources:\n  ${resources}\n`
  const document = { Version: '2012-10-17', Statement: statements }
  const role = {
    AssumeRolePolicyDocument: trust ? { Version: '2012-10-17', Statement: trust } : SERVICE,
    ...(statements.length > 0 ? { Policies: [{ PolicyName: 'p', PolicyDocument: document }] } : {}),
    ...(managed ? { ManagedPolicyArns: managed } : {}),
    ...(boundary ? { PermissionsBoundary: { Ref: 'Limit' } } : {}),
  }
  const limit = { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: { Version: '2012-10-17', Statement: [boundary] } } }
  return JSON.stringify({
    Parameters: { Star: { Type: 'String', Default: '*' }, Somewhere: { Type: 'String' } },
    Conditions: { Wide: { 'Fn::Equals': [{ Ref: 'Somewhere' }, 'x'] } },
    Resources: of
      ? GUARDED[of](document)
      : {
          R: { Type: 'AWS::IAM::Role', Properties: role },
          Other: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: SERVICE } },
          Data: { Type: 'AWS::S3::Bucket', Properties: { BucketEncryption: ENCRYPTED, PublicAccessBlockConfiguration: BLOCK } },
          ...(boundary ? { Limit: limit } : {}),
        },
  })
}

interface Found {
  id: string
  isLow: boolean
  message: string
  line: number
}

function found(text: string): Found[] {
  const { parsed, problems, positionOf } = examineTemplate(text, 'template.yml', typesOf)
  const unreadable = policyNotes(parsed, index).problems
  const { breaches } = judgeTemplateAccess(parsed, { account: '123456789012', region: 'us-east-1' }, index)
  return [
    ...problems.map(({ id, message, position }) => ({ id: id ?? '', isLow: false, message, line: position?.line ?? 0 })),
    ...unreadable.map(({ message, pointer }) => ({ id: 'policy-unreadable', isLow: false, message, line: positionOf(pointer).line })),
    ...breaches.map(({ rule, severity, message, pointers }) => ({
      id: rule,
      isLow: (severity ?? TEMPLATE_RULES[rule].severity) === 'low',
      message,
      line: positionOf(pointers[0] ?? '').line,
    })),
  ]
}

const idsOf = (list: readonly Found[]) => [...new Set(list.map(({ id }) => id))].sort()

describe.each(cases)('%s', (_, list) => {
  it.each(list.map((one) => [one.what, one] as const))('%s', (__, one) => {
    const all = found(textOf(one))
    const tolerated = one.also ?? []
    expect(idsOf(all.filter(({ id, isLow }) => !isLow && !tolerated.includes(id)))).toEqual([...one.finds].sort())
    if (one.low) expect(idsOf(all.filter(({ isLow }) => isLow))).toEqual([...one.low].sort())
    if (one.says !== undefined) expect(all.map(({ message }) => message).join('\n')).toContain(one.says)
    // Everything is said at a place of the template.
    expect(all.filter(({ line }) => line < 1)).toEqual([])
  })
})

it('there are as many cases as were asked for, and each is another one', () => {
  const names = cases.flatMap(([file, list]) => list.map(({ what }) => `${file} ${what}`))
  expect(new Set(names).size).toBe(names.length)
  expect(names.length).toBeGreaterThan(200)
})
