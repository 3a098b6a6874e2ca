import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { root } from '../../scripts/paths.mjs'
import { parseTemplate } from '../../src/cloudformation/parse.ts'
import { openIamActions } from '../../src/edge/iam-actions.ts'
import { expandAction } from '../../src/iam/actions.ts'
import { compareStatements } from '../../src/iam/compare.ts'
import { requestContext } from '../../src/iam/conditions.ts'
import { evaluatePolicy } from '../../src/iam/evaluate.ts'
import { parsePolicy, type Statement } from '../../src/iam/policy.ts'
import type { ParsedTemplate } from '../../src/model/template.ts'
import { accessChanges } from '../../src/plan/access-changes.ts'
import { exampleText, load, render } from '../support/config.ts'
import { runs } from '../support/length.ts'

const index = openIamActions(readFileSync(join(root, 'dist/iam-actions.bin')))

describe('expandAction', () => {
  it.each([
    ['s3:GetObject', ['s3:GetObject']],
    ['S3:getOBJECT', ['s3:GetObject']],
    ['kms:Decryp?', ['kms:Decrypt']],
    ['*ms:Decrypt', ['kms:Decrypt']],
    ['s3:Nothing', []],
    ['nothing:*', []],
    ['s3', []],
  ])('%s', (pattern, expected) => expect(expandAction(index, pattern)).toEqual(expected))

  it('knows whole services, by pattern too', () => {
    expect(new Set(expandAction(index, 'eks-a*:*').map((action) => action.split(':')[0]))).toEqual(new Set(['eks-auth']))
    expect(expandAction(index, 's3:*').length).toBeGreaterThan(100)
    expect(expandAction(index, '*').length).toBeGreaterThan(15_000)
  })
})

describe('rights that no policy gives', () => {
  const pods = { Namespace: 'ml', ServiceAccount: 's', ClusterName: 'c', RoleArn: { 'Fn::GetAtt': ['R', 'Arn'] } }
  const entry = { PrincipalArn: 'a', ClusterName: 'c' }
  const provider = { Url: 'https://x', ClientIdList: ['sts.amazonaws.com'] }
  it.each<[string, object, object, string[]]>([
    ['AWS::EKS::PodIdentityAssociation', pods, pods, []],
    [
      'AWS::EKS::PodIdentityAssociation',
      pods,
      { ...pods, Namespace: 'default' },
      ['added widens pods of service account default/s in c becoming ', 'removed pods of service account ml/s in c becoming '],
    ],
    ['AWS::EKS::AccessEntry', entry, { ...entry, KubernetesGroups: ['admins'] }, ['added widens a as admins in c']],
    [
      'AWS::IAM::OIDCProvider',
      provider,
      { ...provider, ClientIdList: ['sts.amazonaws.com', 'b'] },
      ['added widens tokens of https://x made for b'],
    ],
    [
      'AWS::IAM::InstanceProfile',
      { Roles: ['a'] },
      { Roles: ['b'] },
      ['added widens machines with this profile becoming b', 'removed machines with this profile becoming a'],
    ],
    ['AWS::IAM::User', {}, { Groups: ['admins'] }, ['added widens what group admins may']],
    [
      'AWS::IAM::UserToGroupAddition',
      { GroupName: 'g', Users: ['a'] },
      { GroupName: 'g', Users: ['a', 'b'] },
      ['added widens what group g may, for b'],
    ],
    [
      'AWS::Lambda::Permission',
      { FunctionName: 'f', Action: 'lambda:InvokeFunction', Principal: '*', SourceAccount: '1' },
      { FunctionName: 'f', Action: 'lambda:InvokeFunction', Principal: '*' },
      ['added widens lambda:InvokeFunction on f for *', 'removed lambda:InvokeFunction on f for *, with SourceAccount 1'],
    ],
    [
      'AWS::EFS::FileSystem',
      {},
      { FileSystemPolicy: { Statement: { Effect: 'Allow', Principal: '*', Action: 'elasticfilesystem:ClientMount' } } },
      ['added widens elasticfilesystem:ClientMount'],
    ],
    [
      'AWS::DynamoDB::Table',
      {},
      { ResourcePolicy: { PolicyDocument: { Statement: { Effect: 'Allow', Principal: '*', Action: 'dynamodb:GetItem', Resource: '*' } } } },
      ['added widens dynamodb:GetItem on *'],
    ],
  ])('%s: %j becomes %j', (Type, before, after, expected) => {
    const of = (Properties: object) => ({
      Resources: { X: { Type, Properties: { ...Properties } }, R: { Type: 'AWS::IAM::Role', Properties: {} } },
    })
    const said = accessChanges(of(before), of(after), index).map(
      ({ change, text, widens }) => `${change}${widens ? ' widens' : ''} ${text}`,
    )
    expect(said.map((text, at) => text.slice(0, expected[at]?.length))).toEqual(expected)
  })
})

describe('accessChanges', () => {
  const template = (Statement: unknown, more: Record<string, unknown> = {}) => ({
    Resources: {
      Role: { Type: 'AWS::IAM::Role', Properties: { Policies: [{ PolicyName: 'p', PolicyDocument: { Statement } }], ...more } },
    },
  })
  const lines = (before: ParsedTemplate, after: ParsedTemplate) =>
    accessChanges(before, after, index).map(
      ({ change, effect, text, was, widens }) => `${change} ${effect} ${text}${was ? ` (was ${was})` : ''}${widens ? ' widens' : ''}`,
    )
  const diff = (before: unknown, after: unknown) => lines(template(before), template(after))
  const allow = (Action: unknown, Resource: unknown = '*', more = {}) => ({ Effect: 'Allow', Action, Resource, ...more })
  const deny = (Action: unknown, Resource: unknown = '*') => ({ Effect: 'Deny', Action, Resource })

  it.each<[string, unknown, unknown, string[]]>([
    ['statements in another order', [allow(['s3:GetObject', 's3:PutObject'])], [allow('s3:PutObject'), allow('s3:GetObject')], []],
    ['another case', allow('S3:getobject'), allow('s3:GetObject'), []],
    ['a wildcard for the actions it means', allow('kms:Decryp*'), allow('kms:Decrypt'), []],
    ['a statement another one contains', allow('s3:*'), [allow('s3:*'), allow('s3:GetObject', 'arn:aws:s3:::gold/*')], []],
    [
      'a condition its own wildcard covers',
      allow('s3:*', '*', { Condition: { StringLike: { k: ['a*', 'ab'] } } }),
      allow('s3:*', '*', { Condition: { StringLike: { K: 'a*' } } }),
      [],
    ],
    [
      'a new allow and a lost deny',
      [deny('s3:Delete*')],
      [allow(['iam:PassRole', 'iam:GetRole'])],
      ['added Allow iam:PassRole, iam:GetRole on * widens', 'removed Deny s3:Delete* on * widens'],
    ],
    ['one more action', allow('s3:GetObject'), allow(['s3:GetObject', 's3:PutObject']), ['added Allow s3:PutObject on * widens']],
    [
      'a larger resource',
      allow('s3:GetObject', 'arn:aws:s3:::data/gold/*'),
      allow('s3:GetObject', 'arn:aws:s3:::data/*'),
      ['widened Allow s3:GetObject on arn:aws:s3:::data/* (was s3:GetObject on arn:aws:s3:::data/gold/*) widens'],
    ],
    [
      'a smaller resource',
      allow('s3:GetObject', { 'Fn::Sub': 'arn:${AWS::Partition}:s3:::data/*' }),
      allow('s3:GetObject', { 'Fn::Sub': 'arn:${AWS::Partition}:s3:::data/gold/*' }),
      ['narrowed Allow s3:GetObject on s3:::data/gold/* (was: s3:GetObject on s3:::data/*)'.replace('was: ', 'was ')],
    ],
    [
      'a smaller deny',
      deny('s3:GetObject', '*'),
      deny('s3:GetObject', 'arn:aws:s3:::data/*'),
      ['narrowed Deny s3:GetObject on arn:aws:s3:::data/* (was s3:GetObject on *) widens'],
    ],
    [
      'a lost condition',
      allow('iam:PassRole', '*', { Condition: { StringEquals: { 'iam:PassedToService': 'x' } } }),
      allow('iam:PassRole'),
      ['widened Allow iam:PassRole on * (was iam:PassRole on * when iam:PassedToService StringEquals x) widens'],
    ],
    [
      'a wildcard that grew: only what is new',
      allow('kms:Describe*'),
      allow(['kms:Describe*', 'kms:Decrypt']),
      ['added Allow kms:Decrypt on * widens'],
    ],
    [
      'an excepted action less',
      { Effect: 'Allow', NotAction: ['iam:*', 'sts:AssumeRole'], Resource: '*' },
      { Effect: 'Allow', NotAction: 'iam:*', Resource: '*' },
      ['added Allow sts:AssumeRole on * widens'],
    ],
  ])('%s', (_, before, after, expected) => {
    expect(diff(before, after)).toEqual(expected)
  })

  it('sees who may pull from an image repository', () => {
    const repository = (AWS: string) => ({
      Resources: {
        R: {
          Type: 'AWS::ECR::Repository',
          Properties: { RepositoryPolicyText: { Statement: { Effect: 'Allow', Principal: { AWS }, Action: 'ecr:BatchGetImage' } } },
        },
      },
    })
    expect(
      accessChanges(repository('111122223333'), repository('444455556666'), index).map(({ change, text }) => `${change} ${text}`),
    ).toEqual(['added ecr:BatchGetImage on itself to 444455556666', 'removed ecr:BatchGetImage on itself to 111122223333'])
  })

  it('calls a boundary that goes widening', () => {
    expect(lines(template([], { PermissionsBoundary: 'arn:aws:iam::1:policy/b' }), template([]))).toEqual([
      'removed Deny everything outside the boundary b widens',
    ])
  })

  const boundary = (PermissionsBoundary: unknown) => template([], { PermissionsBoundary })
  it.each([
    ['account', 'arn:aws:iam::111122223333:policy/b', 'arn:aws:iam::444455556666:policy/b'],
    ['path', 'arn:aws:iam::111122223333:policy/b', 'arn:aws:iam::111122223333:policy/open/b'],
    ['owner', 'arn:aws:iam::111122223333:policy/b', 'arn:aws:iam::aws:policy/b'],
  ])('tells a boundary of the same name from one of another %s', (_, old, now) => {
    expect(lines(boundary(old), boundary(now))).toEqual([
      `added Deny everything outside the boundary ${now}`,
      `removed Deny everything outside the boundary ${old} widens`,
    ])
  })

  it('takes a boundary for the same however its ARN is written', () => {
    const written = { 'Fn::Sub': 'arn:${AWS::Partition}:iam::${AWS::AccountId}:policy/b' }
    expect(lines(boundary(written), boundary('arn:aws:iam::000000000000:policy/b'))).toEqual([])
  })

  const policy = (Type: string, properties: Record<string, unknown>) => ({
    Resources: { P: { Type, Properties: { PolicyDocument: { Statement: [allow('s3:GetObject'), deny('s3:Delete*')] }, ...properties } } },
  })
  it.each<[string, string, Record<string, unknown>, Record<string, unknown>, string]>([
    ['roles', 'AWS::IAM::Policy', { Roles: ['a'] }, { Roles: ['b'] }, 'b'],
    ['roles of a managed policy', 'AWS::IAM::ManagedPolicy', { Roles: ['a'] }, { Roles: ['b'] }, 'b'],
    ['users', 'AWS::IAM::Policy', { Users: ['a'] }, { Users: ['b'] }, 'b'],
    ['a role', 'AWS::IAM::RolePolicy', { RoleName: 'a' }, { RoleName: 'b' }, 'b'],
    ['topics', 'AWS::SNS::TopicPolicy', { Topics: ['a'] }, { Topics: ['b'] }, 'b'],
    ['a bucket', 'AWS::S3::BucketPolicy', { Bucket: 'a' }, { Bucket: 'b' }, 'b'],
  ])('sees a policy that moves to other %s', (_, type, before, after, to) => {
    expect(lines(policy(type, before), policy(type, after))).toEqual([
      `added Allow s3:GetObject on * for ${to} widens`,
      `added Deny s3:Delete* on * for ${to}`,
      'removed Allow s3:GetObject on * for a',
      'removed Deny s3:Delete* on * for a widens',
    ])
  })

  it('sees one holder more, and a role under another name', () => {
    expect(lines(policy('AWS::IAM::Policy', { Roles: ['a'] }), policy('AWS::IAM::Policy', { Roles: ['a', 'b'] }))).toEqual([
      'added Allow s3:GetObject on * for b widens',
      'added Deny s3:Delete* on * for b',
    ])
    expect(lines(template([allow('s3:GetObject')], { RoleName: 'a' }), template([allow('s3:GetObject')], { RoleName: 'b' }))).toEqual([
      'added Allow s3:GetObject on * for b widens',
      'removed Allow s3:GetObject on * for a',
    ])
  })

  it('comes to an end where three of AWS’s broadest policies take the place of a role’s own', () => {
    const accessOf = (profile: string) => {
      const text = exampleText().replace('profile: least-privilege', `profile: ${profile}`)
      const body = render(load(text)).find(({ name }) => name === 'access')?.body ?? ''
      return parseTemplate(body, 'access.yml')
    }
    const [before, after] = [accessOf('least-privilege'), accessOf('lab')]
    const changes = accessChanges(before, after, index).map(({ change, text }) => `${change} ${text}`)
    expect(changes).toEqual(expect.arrayContaining([expect.stringMatching(/^added everything in AmazonSageMakerFullAccess/)]))
    expect(changes).toEqual(
      expect.arrayContaining([expect.stringMatching(/^removed .*, which .*AmazonSageMakerFullAccess.* may still allow$/)]),
    )
  })

  it('knows what AWS’s managed policies reach, and what caps them', () => {
    const full = 'arn:aws:iam::aws:policy/AmazonS3FullAccess'
    const cap = { PermissionsBoundary: 'arn:aws:iam::1:policy/b' }
    const reach = 'everything in AmazonS3FullAccess (at most s3-object-lambda:*, s3:*)'
    expect(lines(template(allow('s3:GetObject')), template([], { ManagedPolicyArns: [full] }))).toEqual([
      'removed Allow s3:GetObject on *, which AmazonS3FullAccess may still allow',
      `added Allow ${reach} widens`,
    ])
    expect(lines(template([], cap), template([], { ...cap, ManagedPolicyArns: [full] }))).toEqual([
      `added Allow ${reach}, within the boundary b widens`,
    ])
    const all = allow(['s3:*', 's3-object-lambda:*'])
    expect(lines(template(all), template(all, { ManagedPolicyArns: [full] }))).toEqual([`added Allow ${reach}`])
    expect(lines(template([], { ManagedPolicyArns: ['arn:aws:iam::1:policy/own'] }), template([]))).toEqual([
      'removed Allow everything in own, whose text is not known here: it may have denied something widens',
    ])
    expect(
      lines(template([]), template([], { ManagedPolicyArns: [{ 'Fn::Sub': 'arn:${AWS::Partition}:iam::aws:policy/AnyAccess' }] })),
    ).toEqual(['added Allow everything in AnyAccess, which may be anything widens'])
  })

  it('tells documents that take variables for values from those that do not', () => {
    const versioned = (Version: string, Resource = 'arn:aws:s3:::data/${aws:username}/*') => ({
      Resources: {
        P: { Type: 'AWS::IAM::Policy', Properties: { PolicyDocument: { Version, Statement: allow('s3:GetObject', Resource) } } },
      },
    })
    expect(accessChanges(versioned('2008-10-17'), versioned('2012-10-17'), index).map(({ change }) => change)).toEqual(['added', 'removed'])
    expect(accessChanges(versioned('2008-10-17', '*'), versioned('2012-10-17', '*'), index)).toEqual([])
  })

  it('takes a reference and what it stands for as the same', () => {
    const trust = (AWS: unknown) => ({
      Resources: {
        B: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'data' } },
        R: { Type: 'AWS::IAM::Role', Properties: { RoleName: 'train' } },
        P: {
          Type: 'AWS::S3::BucketPolicy',
          Properties: { PolicyDocument: { Statement: { ...allow('s3:GetObject', '*'), Principal: { AWS } } } },
        },
      },
    })
    const place = { account: '111122223333', region: 'us-east-1' }
    const same = (a: unknown, b: unknown) => accessChanges(trust(a), trust(b), index, place)
    expect(same({ Ref: 'AWS::AccountId' }, 'arn:aws:iam::111122223333:root')).toEqual([])
    expect(same({ 'Fn::GetAtt': ['R', 'Arn'] }, 'arn:aws:iam::111122223333:role/train')).toEqual([])
    expect(same({ 'Fn::GetAtt': ['B', 'Arn'] }, { 'Fn::Join': ['', ['arn:aws:s3:::', { Ref: 'B' }]] })).toEqual([])
    expect(same({ 'Fn::ImportValue': 'a' }, { 'Fn::ImportValue': 'b' })).toHaveLength(2)
  })

  it('judges both branches of a condition, together where both templates define it alike', () => {
    const bucket = (statements: unknown, conditions: object = { Prod: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] } }): ParsedTemplate => ({
      Conditions: conditions,
      Resources: { P: { Type: 'AWS::S3::BucketPolicy', Properties: { Bucket: 'b', PolicyDocument: { Statement: statements } } } },
    })
    const allow = (Action: unknown, who: unknown = '111122223333') => ({ Effect: 'Allow', Principal: { AWS: who }, Action, Resource: '*' })
    const when = (yes: unknown, no: unknown) => ({ 'Fn::If': ['Prod', yes, no] })
    const NONE = { Ref: 'AWS::NoValue' }
    const told = (before: ParsedTemplate, after: ParsedTemplate) =>
      accessChanges(before, after, index).map(({ change, widens, text }) => `${change}${widens ? ' widens' : ''} ${text}`)
    const [get, put] = [allow('s3:GetObject'), allow('s3:PutObject')]
    // A whole statement, an action, a caller: only one branch grows, and which one is said.
    expect(told(bucket([get]), bucket([get, when(put, NONE)]))).toEqual([
      expect.stringMatching(/^added widens .*s3:PutObject.*, where Prod$/),
    ])
    expect(told(bucket([get]), bucket([when(put, get)]))).toEqual([
      expect.stringMatching(/^added widens .*s3:PutObject.*, where Prod$/),
      expect.stringMatching(/^removed .*s3:GetObject.*, where Prod$/),
    ])
    expect(told(bucket([get]), bucket([allow(when('s3:*', 's3:GetObject'))]))).toEqual([expect.stringMatching(/widens .*, where Prod$/)])
    expect(told(bucket([get]), bucket([allow('s3:GetObject', when('111122223333', '*'))]))).toEqual([
      expect.stringMatching(/widens .*, where not Prod$/),
    ])
    // Alike on both sides is no change, and what comes in every branch says no branch.
    expect(told(bucket([when(put, get)]), bucket([when({ ...put, Sid: 'S' }, get)]))).toEqual([])
    expect(told(bucket([when(put, get)]), bucket([when(put, get), allow('s3:ListBucket')]))).toEqual([
      expect.stringMatching(/^added widens [^,]*s3:ListBucket(?!.*where)/),
    ])
    expect(told(bucket([get]), bucket(when([get, put], [get])))).toEqual([expect.stringMatching(/^added widens .*, where Prod$/)])
    // A condition that came to mean something else may have come out the other way before.
    const moved = told(bucket([when(put, get)]), bucket([when(put, get)], { Prod: { 'Fn::Equals': [{ Ref: 'Stage' }, 'test'] } }))
    expect(moved).toContainEqual(
      expect.stringMatching(
        /^added widens .*s3:PutObject.*, where Prod as it will be and not Prod as deployed$|^added widens .*s3:PutObject.*, where not Prod as deployed and Prod as it will be$/,
      ),
    )
  })

  it('shows a request for what grew', () => {
    const before = template(allow('s3:GetObject', 'arn:aws:s3:::data/gold/*'))
    expect(accessChanges(before, template(allow('s3:GetObject', 'arn:aws:s3:::data/*')), index)[0]?.request).toBe(
      's3:GetObject on arn:aws:s3:::data/x',
    )
    const tagged = (value: string) =>
      template(allow('s3:GetObject', '*', { Condition: { StringLike: { 'aws:PrincipalTag/team': value } } }))
    expect(accessChanges(tagged('a*'), tagged('*a*'), index)[0]?.request).toMatch(/ when aws:PrincipalTag\/team is ".a/)
  })
})

describe('compareStatements', () => {
  const { s3 = {}, kms = {} } = index
  const small = { s3, kms }
  const ACTIONS = ['s3:GetObject', 's3:PutObject', 'kms:Decrypt']
  const RESOURCES = ['arn:aws:s3:::data/gold/a', 'arn:aws:s3:::data/raw/b', 'arn:aws:s3:::other/gold/a']
  const VALUES = ['gold', 'raw', 'go']
  const pick = <T>(values: readonly T[]) => fc.subarray([...values], { minLength: 1, maxLength: 2 })
  const either = <T>(name: string, values: readonly T[]) =>
    fc.tuple(fc.constantFrom(name, name, `Not${name}`), pick(values)).map(([key, items]) => ({ [key]: items }))
  const statement = fc
    .record({
      Effect: fc.constantFrom('Allow', 'Allow', 'Deny'),
      action: either('Action', ['s3:GetObject', 's3:Get*', 's3:*', 's3:PutObject', 'kms:Decrypt', '*']),
      resource: either('Resource', [
        '*',
        'arn:aws:s3:::data/*',
        'arn:aws:s3:::data/gold/*',
        'arn:aws:s3:::*/gold/?',
        'arn:aws:s3:::data/gold/a',
      ]),
      condition: fc.option(
        fc
          .tuple(
            fc.constantFrom('StringEquals', 'StringLike', 'StringNotEquals', 'StringNotLike', 'StringEqualsIfExists', 'StringLikeIfExists'),
            pick(['gold', 'go*', '*', 'raw', 'g?', 'go']),
          )
          .map(([operator, values]) => ({ [operator]: { 'aws:PrincipalTag/team': values } })),
      ),
    })
    .map(({ Effect, action, resource, condition }) => ({ Effect, ...action, ...resource, ...(condition ? { Condition: condition } : {}) }))
  const policy = fc.array(statement, { maxLength: 3 }).map((Statement) => parsePolicy({ Version: '2012-10-17', Statement }))

  const REQUESTS = ACTIONS.flatMap((action) =>
    RESOURCES.flatMap((resource) =>
      [undefined, ...VALUES].map((team) => ({ action, resource, context: requestContext({ 'aws:PrincipalTag/team': team }) })),
    ),
  )
  const matches = (statements: readonly Statement[], effect: Statement['effect']) =>
    REQUESTS.map(
      (request) =>
        evaluatePolicy(
          statements.filter((one) => one.effect === effect),
          request,
        ).decision !== 'implicit-deny',
    )

  it('says nothing only where no request is decided differently', () => {
    fc.assert(
      fc.property(policy, policy, (before, after) => {
        const changes = compareStatements(before, after, { index: small })
        for (const effect of ['Allow', 'Deny'] as const) {
          const [old, now] = [matches(before, effect), matches(after, effect)]
          const grows = changes.some((change) => change.effect === effect && ['added', 'widened'].includes(change.change))
          const shrinks = changes.some((change) => change.effect === effect && ['removed', 'narrowed'].includes(change.change))
          if (!grows) expect(now.some((match, at) => match && !old[at])).toBe(false)
          if (!shrinks) expect(old.some((match, at) => match && !now[at])).toBe(false)
        }
      }),
      { numRuns: runs(150, 1000) },
    )
  })

  it('takes a tag for a text, also where conditions ask whether it is true', () => {
    const when = (Condition: object) =>
      parsePolicy({ Version: '2012-10-17', Statement: { Effect: 'Allow', Action: 's3:GetObject', Resource: '*', Condition } })
    const [flag, any] = [when({ Bool: { 'aws:PrincipalTag/t': ['true', 'false'] } }), when({ Null: { 'aws:PrincipalTag/t': 'false' } })]
    const [widened, ...more] = compareStatements(flag, any, { index: small })
    expect([widened?.change, widened?.request?.context, more]).toEqual(['widened', { 'aws:PrincipalTag/t': ['something-else'] }, []])
  })

  it('finds a policy equal to itself, taken apart and shuffled', () => {
    fc.assert(
      fc.property(policy, (before) => {
        const after = before
          .flatMap((one) => (one.actions ? one.actions.map((action) => ({ ...one, actions: [action] })) : [one]))
          .flatMap((one) => (one.resources ? one.resources.map((resource) => ({ ...one, resources: [resource] })) : [one]))
          .reverse()
        expect(compareStatements(before, after, { index: small })).toEqual([])
      }),
      { numRuns: runs(100, 500) },
    )
  })
})
