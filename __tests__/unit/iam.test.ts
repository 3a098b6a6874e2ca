import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { explainRefusal } from '../../src/aws/credentials.ts'
import { conditionHolds, requestContext } from '../../src/iam/conditions.ts'
import { evaluatePolicy } from '../../src/iam/evaluate.ts'
import { matchesAction, matchesArn, matchesWildcard } from '../../src/iam/match.ts'
import { parsePolicy } from '../../src/iam/policy.ts'
import { policyOf } from '../support/facts.ts'

describe('wildcards', () => {
  it.each([
    ['s3:*', 's3:GetObject', true],
    ['S3:getobject', 's3:GetObject', true],
    ['s3:Get?bject', 's3:GetObject', true],
    ['s3:Get', 's3:GetObject', false],
    ['*', 'iam:PassRole', true],
  ])('action %s and %s: %s', (pattern, action, expected) => expect(matchesAction(pattern, action)).toBe(expected))

  it('of an ARN do not cross its first five colons', () => {
    expect(matchesArn('arn:aws:s3:::bucket/*', 'arn:aws:s3:::bucket/a/b:c')).toBe(true)
    expect(matchesArn('arn:aws:*:role/x', 'arn:aws:iam::123456789012:role/x')).toBe(false)
    expect(matchesArn('arn:aws:iam::*:role/x', 'arn:aws:iam::123456789012:role/x')).toBe(true)
  })

  it('treat every other character as itself', () => {
    fc.assert(fc.property(fc.string(), (text) => matchesWildcard(text.replaceAll(/[*?]/g, ''), text.replaceAll(/[*?]/g, ''))))
  })

  it('are quick on hostile patterns', () => {
    expect(matchesWildcard(`${'*'.repeat(2000)}a`, 'b'.repeat(20_000))).toBe(false)
  })
})

describe('conditionHolds', () => {
  const context = requestContext({
    'aws:Single': 'a',
    'aws:Many': ['a', 'b'],
    'aws:Number': '10',
    'aws:Date': '2026-11-23T00:00:00Z',
    'aws:Ip': '10.1.2.3',
    'aws:Arn': 'arn:aws:iam::1:role/x',
    'aws:Bool': 'true',
  })
  it.each([
    ['StringEquals', 'aws:single', ['a', 'z'], true],
    ['StringEquals', 'aws:missing', ['a'], false],
    ['StringEqualsIfExists', 'aws:missing', ['a'], true],
    ['StringNotEquals', 'aws:missing', ['a'], true],
    ['StringNotEquals', 'aws:Single', ['a', 'z'], false],
    ['StringLike', 'aws:Single', ['?'], true],
    ['ForAllValues:StringEquals', 'aws:Many', ['a'], false],
    ['ForAllValues:StringEquals', 'aws:missing', ['a'], true],
    ['ForAnyValue:StringEquals', 'aws:Many', ['b'], true],
    ['ForAnyValue:StringEquals', 'aws:missing', ['b'], false],
    ['ForAllValues:StringNotEquals', 'aws:Many', ['b'], false],
    ['Null', 'aws:missing', ['true'], true],
    ['Null', 'aws:Single', ['true'], false],
    ['Null', 'aws:Single', ['false'], true],
    ['NumericLessThan', 'aws:Number', ['11'], true],
    ['NumericLessThan', 'aws:Number', [''], false],
    ['DateGreaterThan', 'aws:Date', ['2026-01-01T00:00:00Z'], true],
    ['IpAddress', 'aws:Ip', ['10.0.0.0/8'], true],
    ['NotIpAddress', 'aws:Ip', ['10.0.0.0/8'], false],
    ['ArnLike', 'aws:Arn', ['arn:aws:iam::*:role/*'], true],
    ['Bool', 'aws:Bool', ['True'], true],
    ['NoSuchOperator', 'aws:Single', ['a'], false],
  ])('%s on %s of %j: %s', (operator, key, values, expected) => expect(conditionHolds({ operator, key, values }, context)).toBe(expected))
})

describe('evaluatePolicy', () => {
  const request = (action: string, resource: string, values: Record<string, string> = {}) => ({
    action,
    resource,
    context: requestContext(values),
  })

  it('lets an explicit deny win and names the statements that decided', () => {
    const statements = parsePolicy({
      Statement: [
        { Sid: 'A', Effect: 'Allow', Action: 's3:*', Resource: '*' },
        { Sid: 'D', Effect: 'Deny', Action: 's3:Delete*', Resource: '*' },
      ],
    })
    expect(evaluatePolicy(statements, request('s3:DeleteObject', 'arn:aws:s3:::b/k'))).toMatchObject({
      decision: 'explicit-deny',
      statements: [{ sid: 'D' }],
    })
    expect(evaluatePolicy(statements, request('s3:GetObject', 'arn:aws:s3:::b/k'))).toMatchObject({
      decision: 'allowed',
      statements: [{ sid: 'A' }],
    })
    expect(evaluatePolicy(statements, request('iam:GetRole', '*')).decision).toBe('implicit-deny')
  })

  it('expands policy variables, and an absent one matches nothing', () => {
    const statements = parsePolicy({
      Version: '2012-10-17',
      Statement: { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/${aws:username}/*' },
    })
    expect(evaluatePolicy(statements, request('s3:GetObject', 'arn:aws:s3:::b/ana/k', { 'aws:username': 'ana' })).decision).toBe('allowed')
    expect(evaluatePolicy(statements, request('s3:GetObject', 'arn:aws:s3:::b//k')).decision).toBe('implicit-deny')
  })

  describe('the boundary of the pipeline roles', () => {
    const boundary = parsePolicy(policyOf('PipelineBoundary', 'PolicyDocument'))
    const decide = (action: string, resource = '*', values: Record<string, string> = {}) =>
      evaluatePolicy(boundary, request(action, resource, values)).decision
    const VIA = { 'aws:CalledVia': 'cloudformation.amazonaws.com', 'aws:CalledViaFirst': 'cloudformation.amazonaws.com' }

    it.each([
      ['cloudtrail:StopLogging', '*'],
      ['cloudtrail:DeleteTrail', '*'],
      ['kms:ScheduleKeyDeletion', '*'],
      ['logs:DeleteLogGroup', '*'],
      ['s3:DeleteObject', 'arn:aws:s3:::mlops-cloudtrail-logs-us-east-1-123456789012/x'],
      ['s3:DeleteBucket', 'arn:aws:s3:::mlops-cloudtrail-logs-us-east-1-123456789012'],
      ['iam:PutRolePolicy', 'arn:aws:iam::123456789012:role/mlops-retail-prediction-dev-audit-deploy'],
      ['iam:PutRolePolicy', 'arn:aws:iam::123456789012:role/of-another-team'],
      ['iam:CreatePolicyVersion', 'arn:aws:iam::123456789012:policy/mlops-retail-prediction-dev-pipeline-boundary'],
      ['iam:UpdateAssumeRolePolicy', 'arn:aws:iam::123456789012:role/mlops-retail-prediction-dev-eks-cluster-role'],
      ['sts:AssumeRole', 'arn:aws:iam::123456789012:role/mlops-retail-prediction-dev-eks-cluster-role'],
      ['s3:PutBucketPolicy', 'arn:aws:s3:::mlops-retail-prediction-dev-cfn-us-east-1-123456789012'],
      ['iam:CreateRole', 'arn:aws:iam::123456789012:role/anything'],
      ['iam:CreateUser', 'arn:aws:iam::123456789012:user/x'],
      ['iam:DeleteRolePermissionsBoundary', 'arn:aws:iam::123456789012:role/anything'],
    ])('denies %s on %s, even through CloudFormation', (action, resource) => expect(decide(action, resource, VIA)).toBe('explicit-deny'))

    it('lets selectors and policies change through CloudFormation only', () => {
      for (const action of [
        'cloudtrail:PutEventSelectors',
        'cloudtrail:UpdateTrail',
        's3:PutBucketPolicy',
        'kms:PutKeyPolicy',
        'logs:PutRetentionPolicy',
      ]) {
        expect([action, decide(action)]).toEqual([action, 'explicit-deny'])
        expect([action, decide(action, '*', VIA)]).toEqual([action, 'allowed'])
      }
    })

    it('lets the rights of workload roles change through CloudFormation, and nobody become one', () => {
      const role = 'arn:aws:iam::123456789012:role/x'
      const under = { 'iam:PermissionsBoundary': 'arn:aws:iam::123456789012:policy/mlops-retail-prediction-dev-workload-boundary' }
      expect(decide('iam:PutRolePolicy', role, { ...VIA, ...under })).toBe('allowed')
      expect(decide('iam:PutRolePolicy', role, under)).toBe('explicit-deny')
      expect(decide('iam:CreateRole', role, { ...VIA, ...under })).toBe('explicit-deny')
    })
  })
})

describe('explainRefusal', () => {
  const trust = policyOf('DeployRole', 'AssumeRolePolicyDocument')
  const claims = { aud: 'sts.amazonaws.com', sub: 'repo:acme/retail:ref:refs/heads/main', repository_id: '4512' }

  it('has nothing to say about a trusted run', () => expect(explainRefusal(trust, claims)).toEqual([]))

  it('says which claim differs, what is asked and what it is', () => {
    expect(explainRefusal(trust, { ...claims, sub: 'repo:acme/retail:pull_request' })).toEqual([
      'sub must be one of repo:acme/retail:ref:refs/heads/main, repo:acme@81/retail@4512:ref:refs/heads/main; it is repo:acme/retail:pull_request',
    ])
    expect(explainRefusal(trust, { aud: 'sts.amazonaws.com' })).toHaveLength(2)
  })
})
