import { describe, expect, it } from '@jest/globals'
import { type Authorization, authorize, type Policies } from '../../src/iam/authorize.ts'
import { conditionHolds, requestContext } from '../../src/iam/conditions.ts'
import { parsePolicy } from '../../src/iam/policy.ts'

/** Scenarios from the IAM, KMS and STS guides, each with the statement or the silence that decides it. */

const HOME = '111122223333'
const OTHER = '444455556666'
const ROLE = `arn:aws:iam::${HOME}:role/train`
const SESSION = `arn:aws:sts::${HOME}:assumed-role/train/run-1`
const KEY = `arn:aws:kms:eu-west-1:${HOME}:key/1234abcd-12ab-34cd-56ef-1234567890ab`

type Rule = Record<string, unknown>
const allow = (rule: Rule = {}): Rule => ({ Effect: 'Allow', Action: '*', Resource: '*', ...rule })
const deny = (rule: Rule = {}): Rule => ({ Effect: 'Deny', Action: '*', Resource: '*', ...rule })
const named = (name: string, ...rules: Rule[]) => ({ name, statements: parsePolicy({ Version: '2012-10-17', Statement: rules }) })

interface Scenario {
  says: string
  principal?: string
  action?: string
  resource?: string
  identity?: Rule[]
  boundary?: Rule[]
  session?: Rule[]
  own?: Rule[]
  control?: Rule[][]
  resourceControl?: Rule[][]
  expected: string
}

const decide = ({ principal = SESSION, action = 's3:GetObject', resource = 'arn:aws:s3:::gold/a', ...given }: Scenario) => {
  const policies: Policies = {
    identity: given.identity ? [named('identity', ...given.identity)] : [],
    boundary: given.boundary && named('boundary', ...given.boundary),
    session: given.session && named('session', ...given.session),
    resource: given.own && named('own', ...given.own),
    serviceControl: given.control?.map((rules) => [named('scp', ...rules)]),
    resourceControl: given.resourceControl?.map((rules) => [named('rcp', ...rules)]),
  }
  const type = principal.startsWith('arn:') ? (principal.includes('oidc-provider') ? 'Federated' : 'AWS') : 'Service'
  const request: Authorization = {
    principal: { type, value: principal },
    action,
    resource,
    resourceAccount: HOME,
    context: requestContext({ 'token.actions.githubusercontent.com:sub': 'repo:octo/ml:ref:refs/heads/main' }),
  }
  const { decision, by, missing } = authorize(policies, request)
  return `${decision}${by.length > 0 ? ` by ${by.map(({ layer, statement }) => `${layer} ${statement.index + 1}`).join(', ')}` : ''}${
    missing.length > 0 ? ` for want of ${missing.join(', ')}` : ''
  }`
}

const SCENARIOS: Scenario[] = [
  { says: 'everything starts denied', expected: 'implicit-deny for want of identity' },
  { says: 'an identity policy is enough in its account', identity: [allow()], expected: 'allowed by identity 1' },
  { says: 'a deny anywhere wins', identity: [allow(), deny({ Action: 's3:Get*' })], expected: 'explicit-deny by identity 2' },
  {
    says: 'a boundary limits',
    identity: [allow()],
    boundary: [allow({ Action: 'ec2:*' })],
    expected: 'implicit-deny for want of boundary',
  },
  { says: 'a boundary grants nothing', boundary: [allow()], expected: 'implicit-deny for want of identity' },
  {
    says: 'a session policy limits',
    identity: [allow()],
    session: [allow({ Action: 'ec2:*' })],
    expected: 'implicit-deny for want of session',
  },
  {
    says: 'a bucket policy that names the session itself passes boundary and session policy',
    boundary: [allow({ Action: 'ec2:*' })],
    session: [allow({ Action: 'ec2:*' })],
    own: [allow({ Principal: { AWS: SESSION } })],
    expected: 'allowed by resource 1',
  },
  {
    says: 'one that names the role does not',
    boundary: [allow({ Action: 'ec2:*' })],
    own: [allow({ Principal: { AWS: ROLE } })],
    expected: 'implicit-deny for want of boundary',
  },
  { says: 'a bucket policy alone is enough in the account', own: [allow({ Principal: { AWS: ROLE } })], expected: 'allowed by resource 1' },
  {
    says: 'one that names the account only lets the account decide',
    own: [allow({ Principal: { AWS: HOME } })],
    expected: 'implicit-deny for want of identity',
  },
  {
    says: 'across accounts the caller needs its own allow',
    principal: `arn:aws:sts::${OTHER}:assumed-role/train/run-1`,
    own: [allow({ Principal: { AWS: OTHER } })],
    expected: 'implicit-deny for want of identity',
  },
  {
    says: 'across accounts the bucket needs its own allow',
    principal: `arn:aws:sts::${OTHER}:assumed-role/train/run-1`,
    identity: [allow()],
    own: [allow({ Principal: { AWS: HOME } })],
    expected: 'implicit-deny for want of resource',
  },
  {
    says: 'across accounts both together are enough',
    principal: `arn:aws:sts::${OTHER}:assumed-role/train/run-1`,
    identity: [allow()],
    own: [allow({ Principal: { AWS: OTHER } })],
    expected: 'allowed by identity 1, resource 1',
  },
  {
    says: 'a key listens to identity policies only when its policy hands it to the account',
    action: 'kms:Decrypt',
    resource: KEY,
    identity: [allow()],
    own: [allow({ Principal: { Service: 'cloudtrail.amazonaws.com' } })],
    expected: 'implicit-deny for want of resource',
  },
  {
    says: 'a key that trusts its account does',
    action: 'kms:Decrypt',
    resource: KEY,
    identity: [allow()],
    own: [allow({ Principal: { AWS: `arn:aws:iam::${HOME}:root` } })],
    expected: 'allowed by identity 1, resource 1',
  },
  {
    says: 'a role is assumed by whom its trust policy names',
    action: 'sts:AssumeRole',
    resource: ROLE,
    principal: 'sagemaker.amazonaws.com',
    own: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'sagemaker.amazonaws.com' } }],
    expected: 'allowed by resource 1',
  },
  {
    says: 'a workflow becomes the role its claims fit',
    action: 'sts:AssumeRoleWithWebIdentity',
    resource: ROLE,
    principal: `arn:aws:iam::${HOME}:oidc-provider/token.actions.githubusercontent.com`,
    own: [
      {
        Effect: 'Allow',
        Action: 'sts:AssumeRoleWithWebIdentity',
        Principal: { Federated: `arn:aws:iam::${HOME}:oidc-provider/token.actions.githubusercontent.com` },
        Condition: { StringLike: { 'token.actions.githubusercontent.com:sub': 'repo:octo/ml:ref:refs/heads/main' } },
      },
    ],
    expected: 'allowed by resource 1',
  },
  {
    says: 'NotPrincipal spares whom it names',
    identity: [allow()],
    own: [deny({ NotPrincipal: { AWS: [ROLE, SESSION] } })],
    expected: 'allowed by identity 1',
  },
  {
    says: 'but not beside a boundary',
    identity: [allow()],
    boundary: [allow()],
    own: [deny({ NotPrincipal: { AWS: [ROLE, SESSION] } })],
    expected: 'explicit-deny by resource 1',
  },
  {
    says: 'NotPrincipal does not spare everyone of an account that it names',
    identity: [allow()],
    own: [deny({ NotPrincipal: { AWS: `arn:aws:iam::${HOME}:root` } })],
    expected: 'explicit-deny by resource 1',
  },
  {
    says: 'a statement without a principal grants nobody anything',
    own: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
    expected: 'implicit-deny for want of identity',
  },
  {
    says: 'a variable without a value excepts nothing',
    identity: [allow(), deny({ Resource: undefined, NotResource: 'arn:aws:s3:::${aws:username}/*' })],
    expected: 'explicit-deny by identity 2',
  },
  {
    says: 'a pattern that leaves parts of an ARN out means all of them',
    identity: [allow({ Resource: 'arn:aws:s3:*' })],
    expected: 'allowed by identity 1',
  },
  {
    says: 'each level of service control policies must allow',
    identity: [allow()],
    control: [[allow()], [allow({ Action: 'ec2:*' })]],
    expected: 'implicit-deny for want of service-control',
  },
  {
    says: 'also where the resource grants to the caller itself',
    own: [allow({ Principal: { AWS: SESSION } })],
    control: [[allow({ Action: 'ec2:*' })]],
    expected: 'implicit-deny for want of service-control',
  },
  {
    says: 'a service control policy that denies wins',
    identity: [allow()],
    control: [[allow(), deny({ Action: 's3:*' })]],
    expected: 'explicit-deny by service-control 2',
  },
  {
    says: 'a resource control policy denies, and needs no Allow beside it',
    identity: [allow()],
    resourceControl: [[deny({ Principal: '*', Action: 's3:Put*' })]],
    expected: 'allowed by identity 1',
  },
  {
    says: 'whoever asks',
    identity: [allow()],
    resourceControl: [[deny({ Principal: '*', Action: 's3:Get*' })]],
    expected: 'explicit-deny by resource-control 1',
  },
  {
    says: 'but only in services under resource control',
    identity: [allow()],
    action: 'ec2:RunInstances',
    resource: `arn:aws:ec2:eu-west-1:${HOME}:instance/*`,
    resourceControl: [[deny({ Principal: '*' })]],
    expected: 'allowed by identity 1',
  },
  {
    says: 'nobody changes a role of IAM Identity Center',
    identity: [allow()],
    action: 'iam:AttachRolePolicy',
    resource: `arn:aws:iam::${HOME}:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Admin_0123456789abcdef`,
    expected: 'implicit-deny for want of resource',
  },
  {
    says: 'the service itself becomes it',
    principal: 'config.amazonaws.com',
    action: 'sts:AssumeRole',
    resource: `arn:aws:iam::${HOME}:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig`,
    own: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'config.amazonaws.com' } }],
    expected: 'allowed by resource 1',
  },
  {
    says: 'a role of a service is read',
    identity: [allow()],
    action: 'iam:GetRole',
    resource: `arn:aws:iam::${HOME}:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig`,
    expected: 'allowed by identity 1',
  },
  {
    says: 'and made by a call of its own',
    identity: [allow()],
    action: 'iam:CreateServiceLinkedRole',
    resource: `arn:aws:iam::${HOME}:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig`,
    expected: 'allowed by identity 1',
  },
  { says: 'also against a deny', identity: [deny()], action: 'sts:GetCallerIdentity', resource: '*', expected: 'allowed' },
  { says: 'whoever may ask who they are', action: 'sts:GetCallerIdentity', resource: '*', expected: 'allowed' },
]

describe('authorize', () => {
  it.each(SCENARIOS)('$says', (scenario) => {
    expect(decide(scenario)).toBe(scenario.expected)
  })
})

describe('conditionHolds', () => {
  const holds = (operator: string, value: string | string[], actual: string | string[] | undefined) =>
    conditionHolds({ operator, key: 'k', values: [value].flat() }, requestContext({ k: actual }))

  it.each([
    ['IpAddress', '0.0.0.0/0', '10.1.2.3', true],
    ['IpAddress', '2001:db8::/32', '2001:db8::1', true],
    ['IpAddress', '0.0.0.0/0', '2001:db8::1', false],
    ['ForAnyValue:StringEquals', 'a', undefined, false],
    ['ForAllValues:StringEquals', 'a', undefined, true],
    ['ForAllValues:StringEquals', 'a', ['a', 'b'], false],
    ['ForAnyValue:StringNotEquals', 'a', ['a', 'b'], true],
    ['StringNotEquals', 'a', undefined, true],
    // "If the variable has no value, the condition does not match", and a negation of that does.
    ['StringNotEquals', '${aws:username}', 'b', true],
    ['StringEquals', '${aws:username}', 'b', false],
    ['ForAllValues:StringEquals', 'a', '', true],
    ['ForAnyValue:StringEquals', 'a', '', false],
    ['ForAllValues:StringEquals', 'a', ['', 'b'], false],
    ['IpAddress', '10.0.0.0/x', '10.1.2.3', false],
    ['IpAddress', '10.0.0.0/8/8', '10.1.2.3', false],
    ['stringlikeifexists', 'a', undefined, true],
    ['Null', 'true', undefined, true],
    ['NumericLessThan', '10', '9.5', true],
    ['DateLessThan', '2026-11-25T00:00:00Z', '1764028799', true],
    ['StringLike', '${*}', 'anything', false],
    ['StringLike', '${*}', '*', true],
    ['NoSuchOperator', 'a', 'a', false],
  ] as const)('%s %j on %j: %s', (operator, value, actual, expected) => {
    expect(holds(operator, value, actual as string)).toBe(expected)
  })
})

describe('parsePolicy', () => {
  it.each([
    [null, '`Principal` of statement 1 is empty'],
    [[], '`Principal` of statement 1 is []'],
    [7, '`Principal` of statement 1 is 7'],
  ])('says what is wrong with the principal %j', (value, message) => {
    expect(() => parsePolicy({ Statement: { Effect: 'Allow', Principal: value, Action: '*' } })).toThrow(message)
  })
})
