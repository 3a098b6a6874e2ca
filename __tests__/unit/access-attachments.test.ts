import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { root } from '../../scripts/paths.mjs'
import { accessModel } from '../../src/access/from-templates.ts'
import { judgeRow } from '../../src/access/matrix.ts'
import { parseTemplate } from '../../src/cloudformation/parse.ts'
import { openIamActions } from '../../src/edge/iam-actions.ts'
import type { AccessRow } from '../../src/model/access.ts'
import { load, MINIMAL } from '../support/config.ts'

const index = openIamActions(readFileSync(join(root, 'dist/iam-actions.bin')))
const here = () => ({ file: 'c', line: 1, column: 1 })
const partition = load(MINIMAL).partition

/** What a row about every role comes to, by templates in JSON. */
function stateOf(templates: readonly object[], effect: AccessRow['effect'], action: string, on: readonly string[] = []): string {
  const model = accessModel(
    templates.map((template) => ({ parsed: parseTemplate(JSON.stringify(template), 't'), region: 'us-east-1', positionOf: here })),
    '123456789012',
  )
  const who = { text: 'r', principals: model.roles.map(({ arn }) => arn) }
  const row: AccessRow = { who, effect, actions: [action], on, onText: '', except: [], when: {}, why: undefined, index: undefined }
  const { state, detail } = judgeRow(row, { model, index, partition, positionOf: here })
  return detail === undefined ? state : `${state}: ${detail}`
}

const trust = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
}
const allow = (action: string) => ({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: action, Resource: '*' }] })
const toRole = (action: string) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::123456789012:role/r' }, Action: action, Resource: '*' }],
})
const role = (more: object = {}) => ({ Type: 'AWS::IAM::Role', Properties: { RoleName: 'r', AssumeRolePolicyDocument: trust, ...more } })
const own = (action: string) => ({ Policies: [{ PolicyName: 'own', PolicyDocument: allow(action) }] })
const exporting = { Resources: { R: role() }, Outputs: { N: { Value: { Ref: 'R' }, Export: { Name: 'the-role' } } } }
const imported = { 'Fn::ImportValue': 'the-role' }

describe('what grants from elsewhere', () => {
  it.each<[string, readonly object[], string]>([
    [
      'a policy that imports its role from another stack',
      [
        exporting,
        {
          Resources: {
            P: { Type: 'AWS::IAM::Policy', Properties: { PolicyName: 'p', Roles: [imported], PolicyDocument: allow('s3:PutObject') } },
          },
        },
      ],
      's3:PutObject',
    ],
    [
      'a policy of one role, which it imports',
      [
        exporting,
        {
          Resources: {
            P: { Type: 'AWS::IAM::RolePolicy', Properties: { PolicyName: 'p', RoleName: imported, PolicyDocument: allow('s3:PutObject') } },
          },
        },
      ],
      's3:PutObject',
    ],
    [
      'a policy that writes the role in other letters',
      [
        {
          Resources: {
            R: role(),
            P: { Type: 'AWS::IAM::Policy', Properties: { PolicyName: 'p', Roles: ['R'], PolicyDocument: allow('s3:PutObject') } },
          },
        },
      ],
      's3:PutObject',
    ],
    [
      'the policy of a bucket that is imported',
      [
        {
          Resources: { B: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'data' } } },
          Outputs: { N: { Value: { Ref: 'B' }, Export: { Name: 'the-role' } } },
        },
        {
          Resources: {
            R: role(),
            P: { Type: 'AWS::S3::BucketPolicy', Properties: { Bucket: imported, PolicyDocument: toRole('s3:PutObject') } },
          },
        },
      ],
      's3:PutObject',
    ],
    ...Object.entries({
      'AWS::SNS::TopicInlinePolicy': [
        { TopicArn: 'arn:aws:sns:us-east-1:123456789012:t', PolicyDocument: toRole('sns:Publish') },
        'sns:Publish',
      ],
      'AWS::SQS::QueuePolicy': [{ Queues: [{ Ref: 'Q' }], PolicyDocument: toRole('sqs:SendMessage') }, 'sqs:SendMessage'],
      'AWS::SQS::QueueInlinePolicy': [{ Queue: { Ref: 'Q' }, PolicyDocument: toRole('sqs:SendMessage') }, 'sqs:SendMessage'],
      'AWS::SecretsManager::ResourcePolicy': [
        { SecretId: 's', ResourcePolicy: toRole('secretsmanager:GetSecretValue') },
        'secretsmanager:GetSecretValue',
      ],
      'AWS::KMS::ReplicaKey': [
        { PrimaryKeyArn: 'arn:aws:kms:eu-west-1:123456789012:key/mrk-1', KeyPolicy: toRole('kms:Decrypt') },
        'kms:Decrypt',
      ],
    } as const).map(([type, [Properties, action]]): [string, readonly object[], string] => [
      type,
      [{ Resources: { R: role(), Q: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'q' } }, P: { Type: type, Properties } } }],
      action,
    ]),
  ])('%s breaks a `cannot`', (_, templates, action) => {
    expect(stateOf(templates, 'cannot', action)).toMatch(/^broken: r can /)
    expect(stateOf([{ Resources: { R: role() } }], 'cannot', action)).toBe('holds')
  })
})

describe('a managed policy whose text is not here', () => {
  const bucket = { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'data' } }
  const readsWith = (more: object) =>
    stateOf([{ Resources: { R: role({ ...own('s3:GetObject'), ...more }), B: bucket } }], 'can', 's3:GetObject', ['arn:aws:s3:::data/*'])

  it('may deny what the others allow', () => {
    const unread = (name: string) => `not-proven: r has ${name}, whose text is not known here: it may deny s3:GetObject`
    expect(readsWith({})).toBe('holds')
    expect(readsWith({ ManagedPolicyArns: ['arn:aws:iam::123456789012:policy/guard'] })).toBe(unread('guard'))
    expect(readsWith({ ManagedPolicyArns: ['arn:aws:iam::aws:policy/AWSDenyAll'] })).toBe(unread('AWSDenyAll'))
    expect(readsWith({ ManagedPolicyArns: ['arn:aws:iam::aws:policy/AmazonBedrockReadOnly'] })).toBe('holds')
  })

  it('may allow, as a boundary, what nobody here can tell', () => {
    expect(readsWith({ PermissionsBoundary: 'arn:aws:iam::123456789012:policy/guard' })).toBe(
      'not-proven: r has guard, whose text is not known here',
    )
  })
})
