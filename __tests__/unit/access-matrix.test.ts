import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { root } from '../../scripts/paths.mjs'
import { defaultRows } from '../../src/access/defaults.ts'
import { accessModel } from '../../src/access/from-templates.ts'
import { judgeMatrix } from '../../src/access/judge.ts'
import { parseTemplate } from '../../src/cloudformation/parse.ts'
import { openIamActions } from '../../src/edge/iam-actions.ts'
import { authorize } from '../../src/iam/authorize.ts'
import { requestContext } from '../../src/iam/conditions.ts'
import { parsePolicy } from '../../src/iam/policy.ts'
import { type AccessResult, isRed } from '../../src/model/access.ts'
import type { Config } from '../../src/model/config.ts'
import type { ParsedTemplate } from '../../src/model/template.ts'
import { CONFIGS, exampleText, load, MINIMAL, render } from '../support/config.ts'
import { oneIn, runs } from '../support/length.ts'

const index = openIamActions(readFileSync(join(root, 'dist/iam-actions.bin')))
const positionOf = (file: string) => (pointer: string) => ({ file: `${file}#${pointer}`, line: 1, column: 1 })

type Change = (template: ParsedTemplate) => void

/** The matrix of a config on its templates, after a change to them. */
function judge(config: Config, change: Change = () => undefined) {
  const templates = render(config).map(({ name, body, region }) => {
    const parsed = structuredClone(parseTemplate(body, name))
    change(parsed)
    return { parsed, region, positionOf: positionOf(name) }
  })
  return judgeMatrix({
    config,
    model: accessModel(templates, config.account),
    index,
    positionOf: (row, key) => positionOf('config')(`/${row}/${key ?? ''}`),
  })
}

const GITHUB = 'github: { repository: acme/retail, owner-id: "81", repository-id: "4512" }\n'
const SAGEMAKER = 'access: { sagemaker: { profile: least-privilege, data-buckets: [acme-gold] } }\n'
const FULL = MINIMAL + GITHUB + SAGEMAKER
const withRows = (rows: string) => load(`${FULL}access-matrix:\n${rows}`)
const own = ({ access, problems }: ReturnType<typeof judge>) => ({ rows: access.filter((row) => row.position), problems })
const brief = ({ who, effect, actions, state }: AccessResult) => `${state}: ${who} ${effect} ${actions}`

const eachRole = (template: ParsedTemplate, change: (properties: Record<string, unknown>) => void) => {
  for (const { Type, Properties } of Object.values(template.Resources)) if (Type === 'AWS::IAM::Role' && Properties) change(Properties)
}

describe('the matrix of the foundation', () => {
  it.each(oneIn(3, Object.entries(CONFIGS)))('holds for %s', (_, text) => {
    const { access, problems } = judge(load(text))
    expect({ broken: access.filter(isRed), problems }).toEqual({ broken: [], problems: [] })
  })

  const JOBS = `${MINIMAL}audit: { data-events: [acme-gold] }\naccess: { sagemaker: { jobs: [training, transform] } }\n`
  it.each([...Object.entries(CONFIGS), ['transform jobs', JOBS]])('asks of %s what its roles are there for', (_, text) => {
    const config = load(text)
    const model = accessModel(
      render(config).map(({ name, body, region }) => ({ parsed: parseTemplate(body, name), region, positionOf: positionOf(name) })),
      config.account,
    )
    const { eksClusterRole, eksNodegroupRole, sagemakerRole } = config.names
    const has = (name: string) => model.roles.some((role) => role.name === name)
    const { sagemaker } = config.access
    const asked: readonly [boolean, string, readonly string[], RegExp][] = [
      [has(eksClusterRole), 'eks-cluster-role', ['ec2:CreateSecurityGroup'], /can create a cluster/],
      [has(eksNodegroupRole), 'eks-nodegroup-role', ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'], /nodes pull images/],
      [has(sagemakerRole), 'sagemaker-role', ['ec2:DescribeVpcs'], /describes VPCs/],
      [(sagemaker?.jobs ?? []).includes('training'), 'sagemaker-role', ['sagemaker:ListTrainingJobs'], /lists what it runs/],
      [(sagemaker?.dataBuckets ?? []).length > 0, 'sagemaker-role', ['s3:GetObject', 's3:PutObject'], /reads and writes its buckets/],
    ]
    const rows = defaultRows(config, model)
    const missing = asked.filter(
      ([is, who, actions, why]) =>
        is &&
        !(
          rows.some(
            (row) =>
              row.who === who && row.effect === 'can' && actions.every((action) => row.actions.includes(action)) && why.test(row.why ?? ''),
          ) && rows.some((row) => row.who === who && row.effect === 'cannot')
        ),
    )
    expect(missing).toEqual([])
  })

  it('is broken in every `cannot` where all is allowed', () => {
    const { access } = judge(load(FULL), (template) => {
      eachRole(template, (properties) => {
        delete properties['PermissionsBoundary']
        properties['Policies'] = [{ PolicyName: 'all', PolicyDocument: { Statement: { Effect: 'Allow', Action: '*', Resource: '*' } } }]
        properties['AssumeRolePolicyDocument'] = { Statement: { Effect: 'Allow', Principal: '*', Action: '*' } }
      })
      for (const [id, { Type }] of Object.entries(template.Resources)) if (Type === 'AWS::S3::BucketPolicy') delete template.Resources[id]
    })
    const cannot = access.filter(({ effect }) => effect === 'cannot')
    expect(cannot.length).toBeGreaterThan(12)
    expect(cannot.filter(({ state }) => state !== 'broken').map(brief)).toEqual([])
    for (const row of cannot) expect([row.detail, row.at.length > 0]).toEqual([expect.stringContaining(' can '), true])
  })

  it('is broken in every `can` where nothing is allowed', () => {
    const { access } = judge(load(FULL), (template) => {
      eachRole(template, (properties) => {
        delete properties['Policies']
        delete properties['ManagedPolicyArns']
        properties['AssumeRolePolicyDocument'] = { Statement: [] }
      })
      // A policy may name the roles that have it.
      for (const { Type, Properties } of Object.values(template.Resources))
        if (Type === 'AWS::IAM::ManagedPolicy' && Properties) delete Properties['Roles']
      for (const [id, { Type }] of Object.entries(template.Resources)) if (Type === 'AWS::S3::BucketPolicy') delete template.Resources[id]
    })
    const can = access.filter(({ effect }) => effect === 'can')
    expect(can.length).toBeGreaterThan(2)
    expect(can.filter(({ state }) => state !== 'broken').map(brief)).toEqual([])
  })

  it.each<[string, string, Change]>([
    [
      'a boundary that bounds nothing',
      'workload-roles cannot s3:*',
      (template) => {
        const document = template.Resources['WorkloadBoundary']?.Properties?.['PolicyDocument'] as { Statement: object[] } | undefined
        if (document) document.Statement = [{ Effect: 'Allow', Action: '*', Resource: '*' }]
        eachRole(template, (properties) => {
          if (String(properties['RoleName']).includes('sagemaker'))
            properties['Policies'] = [
              { PolicyName: 'wide', PolicyDocument: { Statement: { Effect: 'Allow', Action: 's3:List*', Resource: '*' } } },
            ]
        })
      },
    ],
    [
      'a key policy that opens the key to everyone in the account',
      'deploy-role cannot kms:Decrypt',
      (template) => {
        const policy = template.Resources['LogKey']?.Properties?.['KeyPolicy'] as { Statement: Record<string, unknown>[] } | undefined
        policy?.Statement.push({
          Effect: 'Allow',
          Principal: { AWS: '*' },
          Action: 'kms:Decrypt',
          Resource: '*',
          Condition: { StringEquals: { 'kms:CallerAccount': '123456789012' } },
        })
      },
    ],
    [
      'a trust that takes any branch',
      'acme/retail (some-other-branch) cannot sts:AssumeRoleWithWebIdentity',
      (template) => {
        const trust = template.Resources['DeployRole']?.Properties?.['AssumeRolePolicyDocument'] as
          | { Statement: Record<string, unknown>[] }
          | undefined
        const sub = 'token.actions.githubusercontent.com:sub'
        for (const statement of trust?.Statement ?? []) statement['Condition'] = { StringLike: { [sub]: 'repo:acme/retail:*' } }
      },
    ],
    [
      'a verification that may write',
      'verify-role cannot write',
      (template) => {
        const policies = template.Resources['VerifyRole']?.Properties?.['Policies'] as
          | { PolicyDocument: { Statement: unknown[] } }[]
          | undefined
        policies?.[0]?.PolicyDocument.Statement.push({ Effect: 'Allow', Action: 'sns:Set*', Resource: '*' })
      },
    ],
  ])('sees %s', (_, row, change) => {
    const { access } = judge(load(FULL), change)
    expect(access.filter(({ state }) => state !== 'holds').map(brief)).toContainEqual(`broken: ${row}`)
  })
})

describe('rows of a config', () => {
  it('hold or name the request and the statements at fault', () => {
    const { rows, problems } = own(
      judge(
        withRows(`  - { who: sagemaker-role, cannot: s3:PutObject, on: "arn:aws:s3:::acme-gold/gold/*" }
  - { who: sagemaker-role, can: s3:GetObject, on: "arn:aws:s3:::acme-gold/gold/*", when: { aws:SecureTransport: "false" } }
  - { who: sagemaker-role, can: s3:GetObject, on: "arn:aws:s3:::acme-gold/raw/*" }
  - { who: sagemaker-role, can: s3:ListBucket, on: "arn:aws:s3:::acme-gold", when: { s3:prefix: gold/a } }
  - { who: retail-dev-audit-verify, cannot: write, on: log-bucket }
  - { who: { repository: acme/other, branch: main }, cannot: sts:AssumeRoleWithWebIdentity, on: deploy-role }
  - { who: { repository: acme/retail, pull-request: true }, can: sts:AssumeRoleWithWebIdentity, on: plan-role }
  - { who: { repository: acme/retail, repository-id: "1", pull-request: true }, can: sts:AssumeRoleWithWebIdentity, on: plan-role }
`),
      ),
    )
    expect(problems).toEqual([])
    expect(rows.map(({ state }) => state)).toEqual([
      'broken',
      // The policy of the bucket is in no template.
      'not-proven',
      'broken',
      'not-proven',
      'holds',
      'holds',
      'holds',
      'broken',
    ])
    expect(rows[1]?.detail).toBe('the policy of arn:aws:s3:::acme-gold/gold/x is not known here, and has a say in s3:GetObject')
    expect(rows[0]).toMatchObject({
      detail: 'retail-dev-sagemaker-execution can s3:PutObject on arn:aws:s3:::acme-gold/gold/x',
      at: [
        {
          text: 'SageMakerWorkload, ReadAndWriteDataPrefixes',
          position: { file: 'access#/Resources/SageMakerRole/Properties/Policies/1/PolicyDocument/Statement/2' },
        },
        { text: 'retail-dev-workload-boundary, Data' },
      ],
    })
    expect(rows[2]?.detail).toBe(
      'retail-dev-sagemaker-execution cannot s3:GetObject on arn:aws:s3:::acme-gold/raw/x: no policy of it allows that',
    )
    // A run with another id is no run of the repository; ids that are left out are those of `github`.
    expect(rows[7]?.detail).toContain('the policy of the resource does not allow that')
  })

  it.each([
    ['{ who: sagemaker-rol, cannot: "*" }', 'Did you mean `sagemaker-role`', 'who'],
    ['{ who: model-read-role, cannot: "*" }', 'no such role is rendered', 'who'],
    ['{ who: sagemaker-role, cannot: s3:GetObjct }', 'Did you mean `s3:GetObject`', 'cannot'],
    ['{ who: sagemaker-role, cannot: s4:GetObject }', '"s4:GetObject" is no action', 'cannot'],
    ['{ who: sagemaker-role, cannot: "*", on: log-buckt }', 'Did you mean `log-bucket`', 'on'],
    ['{ who: sagemaker-role, cannot: "*", on: "*", except: trial }', 'Did you mean `trail`', 'except'],
  ])('%s is a problem at its key', (row, message, key) => {
    const { rows, problems } = own(judge(withRows(`  - ${row}\n`)))
    expect(rows).toEqual([])
    expect(problems).toMatchObject([{ message: expect.stringContaining(message), position: { file: `config#/0/${key}` } }])
  })

  it.each([
    ['{ who: any-role }', 'neither `can` nor `cannot`'],
    ['{ who: any-role, can: "*", cannot: "*" }', 'both `can` and `cannot`'],
    ['{ who: any-role, can: "*" }', '`access-matrix[0].on` is missing'],
    ['{ who: { repository: a/b }, cannot: "*" }', 'no kind of run'],
    ['{ who: { repository: a/b, branch: main, environment: prod }, cannot: "*" }', 'more than one kind of run'],
    ['{ who: any-role, cannot: s3 }', '`access-matrix[0].cannot` is "s3"'],
    ['{ whom: any-role, cannot: "*" }', 'Did you mean `who`'],
  ])('%s is refused', (row, message) => {
    let problems: readonly { message: string; position?: unknown }[] = []
    try {
      withRows(`  - ${row}\n`)
    } catch (error) {
      problems = (error as { problems: typeof problems }).problems
    }
    expect(problems.map((problem) => problem.message).join()).toContain(message)
    expect(problems[0]?.position).toMatchObject({ file: 'mlops-audit.yml', line: 9 })
  })
})

/** One row, held against the templates of a config after a change to them. */
function rowState(row: string, change: Change = () => undefined, config = FULL) {
  const { rows, problems } = own(judge(load(`${config}access-matrix:\n  - ${row}\n`), change))
  const [{ state, detail } = { state: 'none', detail: undefined }] = rows
  return problems.length > 0 ? problems.map(({ message }) => message).join() : `${state}${detail ? `: ${detail}` : ''}`
}
/** Adds resources to the template that has the SageMaker role. */
const beside =
  (resources: Record<string, unknown>): Change =>
  (template) => {
    if ('SageMakerRole' in template.Resources) Object.assign(template.Resources, resources)
  }
const grants = (action: string, more = {}) => ({ Statement: { Effect: 'Allow', Action: action, Resource: '*', ...more } })
/** As `beside`, with nothing that limits the roles. */
const unlimited =
  (resources: Record<string, unknown>): Change =>
  (template) => {
    beside(resources)(template)
    eachRole(template, (properties) => delete properties['PermissionsBoundary'])
  }
const KEY_ELSEWHERE = 'arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555'
const ROLE_NAME = 'retail-dev-sagemaker-execution'

describe('everything that grants is seen', () => {
  const CASES: readonly (readonly [says: string, row: string, expected: RegExp, change?: Change])[] = [
    ['a key found by its own policy', '{ who: verify-role, cannot: "kms:Decrypt" }', /^broken: .* can kms:Decrypt on arn:aws:kms/],
    [
      'a role found by its own trust',
      '{ who: { repository: acme/retail, owner-id: "81", repository-id: "4512", branch: main }, cannot: "sts:AssumeRoleWithWebIdentity" }',
      /^broken: .*AssumeRoleWithWebIdentity on arn:aws:iam::123456789012:role\/retail-dev-audit-/,
    ],
    [
      'a policy of its own for one role',
      '{ who: sagemaker-role, cannot: "ecr:DescribeRepositories" }',
      /^broken/,
      unlimited({
        One: {
          Type: 'AWS::IAM::RolePolicy',
          Properties: { RoleName: ROLE_NAME, PolicyName: 'p', PolicyDocument: grants('ecr:Describe*') },
        },
      }),
    ],
    [
      'a managed policy attached from its side',
      '{ who: sagemaker-role, cannot: "ecr:GetAuthorizationToken", on: "*" }',
      /^broken/,
      unlimited({
        One: { Type: 'AWS::IAM::ManagedPolicy', Properties: { Roles: [{ Ref: 'SageMakerRole' }], PolicyDocument: grants('ecr:*') } },
      }),
    ],
    [
      'a user with a policy of its own',
      '{ who: ana, cannot: "s3:DeleteBucket" }',
      /^broken: ana can/,
      unlimited({
        Ana: { Type: 'AWS::IAM::User', Properties: { UserName: 'ana' } },
        One: { Type: 'AWS::IAM::UserPolicy', Properties: { UserName: 'ana', PolicyName: 'p', PolicyDocument: grants('s3:*') } },
      }),
    ],
    [
      'a user through its group',
      '{ who: ana, cannot: "s3:DeleteBucket" }',
      /^broken: ana can/,
      unlimited({
        Ana: { Type: 'AWS::IAM::User', Properties: { UserName: 'ana', Groups: [{ Ref: 'Team' }] } },
        Team: { Type: 'AWS::IAM::Group', Properties: { GroupName: 'team' } },
        One: { Type: 'AWS::IAM::GroupPolicy', Properties: { GroupName: 'team', PolicyName: 'p', PolicyDocument: grants('s3:*') } },
      }),
    ],
    [
      'a key whose policy nobody has shown, for cannot',
      `{ who: sagemaker-role, cannot: kms:DescribeKey, on: "${KEY_ELSEWHERE}" }`,
      /^broken/,
      unlimited({
        One: {
          Type: 'AWS::IAM::RolePolicy',
          Properties: { RoleName: ROLE_NAME, PolicyName: 'p', PolicyDocument: grants('kms:DescribeKey') },
        },
      }),
    ],
    [
      'a key whose policy nobody has shown, for can',
      `{ who: sagemaker-role, can: kms:DescribeKey, on: "${KEY_ELSEWHERE}" }`,
      /^not-proven: the policy of arn:aws:kms.* is not known here/,
      unlimited({
        One: {
          Type: 'AWS::IAM::RolePolicy',
          Properties: { RoleName: ROLE_NAME, PolicyName: 'p', PolicyDocument: grants('kms:DescribeKey') },
        },
      }),
    ],
    [
      'a session that a topic names',
      '{ who: sagemaker-role, cannot: sns:Publish }',
      /^broken: .* on arn:aws:sns:us-east-1:123456789012:t/,
      unlimited({
        Topic: { Type: 'AWS::SNS::Topic', Properties: { TopicName: 't' } },
        One: {
          Type: 'AWS::SNS::TopicPolicy',
          Properties: {
            Topics: [{ Ref: 'Topic' }],
            PolicyDocument: grants('sns:Publish', { Principal: { AWS: `arn:aws:sts::123456789012:assumed-role/${ROLE_NAME}/run-7` } }),
          },
        },
      }),
    ],
    [
      'a bucket of another account',
      '{ who: sagemaker-role, cannot: s3:PutObject, on: "arn:aws:s3:::*", except: ["arn:aws:s3:::acme-gold/*"] }',
      /^broken: .* when aws:ResourceAccount is/i,
      unlimited({
        One: {
          Type: 'AWS::IAM::RolePolicy',
          Properties: {
            RoleName: ROLE_NAME,
            PolicyName: 'p',
            PolicyDocument: grants('s3:PutObject', { Condition: { StringNotEquals: { 'aws:ResourceAccount': '123456789012' } } }),
          },
        },
      }),
    ],
    ['an ARN that is cut short', '{ who: any-role, cannot: "s3:*", on: "arn:aws:s3:*" }', /has 4 of the six parts/],
  ]
  it.each(CASES.map(([says, row, expected, change]) => ({ says, row, expected, change })))('$says', ({ row, expected, change }) => {
    expect(rowState(row, change)).toMatch(expected)
  })

  it('a managed policy that names its roles', () => {
    const widened: Change = (template) => {
      const settings = template.Resources['DeploySettingsPolicy']?.Properties?.['PolicyDocument'] as { Statement: unknown[] } | undefined
      settings?.Statement.push({ Effect: 'Allow', Action: 's3:PutObject', Resource: '*' })
      if (settings) eachRole(template, (properties) => delete properties['PermissionsBoundary'])
    }
    const row = '{ who: deploy-role, cannot: "s3:PutObject", on: "arn:aws:s3:::acme-retail-gold/*" }'
    expect(rowState(row, widened, `${exampleText()}\n`)).toMatch(/^broken: .*deploy can s3:PutObject on arn:aws:s3:::acme-retail-gold/)
    expect(rowState(row, undefined, `${exampleText()}\n`)).toBe('holds')
  })

  it('breaks no row on what nobody can change', () => {
    const all = (template: ParsedTemplate) => {
      eachRole(template, (properties) => {
        delete properties['PermissionsBoundary']
        if (properties['RoleName'] === ROLE_NAME) properties['Policies'] = [{ PolicyName: 'all', PolicyDocument: grants('*') }]
      })
    }
    for (const row of [
      '{ who: sagemaker-role, cannot: "iam:AttachRolePolicy", on: "arn:aws:iam::123456789012:role/aws-service-role/*" }',
      '{ who: sagemaker-role, cannot: "iam:UpdateAssumeRolePolicy", on: "arn:aws:iam::123456789012:role/aws-reserved/sso.amazonaws.com/*" }',
      '{ who: sagemaker-role, cannot: "sts:AssumeRole", on: "arn:aws:iam::123456789012:role/aws-service-role/*" }',
      '{ who: sagemaker-role, cannot: "kms:DeleteAlias", on: "arn:aws:kms:us-east-1:123456789012:alias/aws/*" }',
      '{ who: sagemaker-role, cannot: "iam:CreatePolicyVersion", on: "arn:aws:iam::aws:policy/*" }',
    ])
      expect([row, rowState(row, all)]).toEqual([row, 'holds'])
    expect(rowState('{ who: sagemaker-role, cannot: "iam:AttachRolePolicy" }', all)).toMatch(/^broken/)
  })

  it('takes jobs in an environment into account, and says what stands between', () => {
    const config = `${MINIMAL}github: { repository: acme/retail, owner-id: "81", repository-id: "4512", environments: [prod] }\n`
    const row = (run: string) => `{ who: { repository: acme/retail, ${run} }, cannot: "sts:AssumeRoleWithWebIdentity", on: deploy-role }`
    const only = /^holds: only as far as the protection rules of the GitHub environment prod keep such a run out/
    expect(rowState(row('branch: some-other-branch'), undefined, config)).toMatch(only)
    expect(rowState(row('pull-request: true'), undefined, config)).toMatch(only)
    expect(rowState(row('environment: prod'), undefined, config)).toMatch(/^broken/)
    expect(rowState(row('environment: test'), undefined, config)).toBe('holds')
    expect(rowState(row('branch: some-other-branch'))).toBe('holds')
  })
})

describe('cannot', () => {
  const ACTIONS = ['s3:GetObject', 's3:PutObject']
  const KEYS = { 'aws:RequestedRegion': ['eu-west-1', 'us-east-1', 'mars'], 's3:ExistingObjectTag/stage': ['prod', 'dev', 'other'] }
  const RESOURCES = ['arn:aws:s3:::data/gold/a', 'arn:aws:s3:::data/raw/b', 'arn:aws:s3:::other/gold/a', 'arn:aws:s3:::data/']
  const some = <T>(values: readonly T[], most = 2) => fc.subarray([...values], { minLength: 1, maxLength: most })
  const either = <T>(name: string, values: readonly T[]) =>
    fc.tuple(fc.constantFrom(name, name, `Not${name}`), some(values)).map(([key, items]) => ({ [key]: items }))
  const condition = fc
    .constantFrom(...Object.entries(KEYS))
    .chain(([key, values]) =>
      fc
        .tuple(
          fc.constantFrom(
            'StringEquals',
            'StringLike',
            'StringNotEquals',
            'StringNotLike',
            'StringEqualsIfExists',
            'StringNotLikeIfExists',
            'Null',
          ),
          some([...values, 'e*', 'p?od']),
        )
        .map(([operator, given]) => ({ [operator]: { [key]: operator === 'Null' ? 'true' : given } })),
    )
  const statement = fc
    .record({
      Effect: fc.constantFrom('Allow', 'Allow', 'Deny'),
      action: either('Action', [...ACTIONS, 's3:*', 's3:Get*']),
      resource: either('Resource', ['*', 'arn:aws:s3:::data/*', 'arn:aws:s3:::data/gold/*', 'arn:aws:s3:::*/gold/?', 'arn:aws:s3:::data']),
      Condition: fc.option(condition),
    })
    .map(({ Effect, action, resource, Condition }) => ({ Effect, ...action, ...resource, ...(Condition ? { Condition } : {}) }))
  const policy = fc.array(statement, { minLength: 1, maxLength: 4 }).map((Statement) => ({ Version: '2012-10-17', Statement }))

  it('holds only where no request of a whole small world is allowed', () => {
    const config = withRows('  - { who: R, cannot: [s3:GetObject, s3:PutObject] }\n')
    let [held, broken] = [0, 0]
    fc.assert(
      fc.property(policy, fc.option(policy), (document, boundary) => {
        const Properties = {
          RoleName: 'R',
          AssumeRolePolicyDocument: { Statement: [] },
          Policies: [{ PolicyName: 'p', PolicyDocument: document }],
        }
        const parsed: ParsedTemplate = {
          Resources: {
            Role: { Type: 'AWS::IAM::Role', Properties: { ...Properties, ...(boundary ? { PermissionsBoundary: { Ref: 'B' } } : {}) } },
            ...(boundary ? { B: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: boundary } } } : {}),
          },
        }
        const judged = judgeMatrix({
          config: { ...config, github: undefined, access: { ...config.access, sagemaker: undefined } },
          model: accessModel([{ parsed, region: 'us-east-1', positionOf: positionOf('t') }], config.account),
          index,
          positionOf: () => ({ file: 'c', line: 1, column: 1 }),
        })
        const allowed = ACTIONS.some((action) =>
          RESOURCES.some((resource) =>
            [undefined, ...KEYS['aws:RequestedRegion']].some((region) =>
              [undefined, ...KEYS['s3:ExistingObjectTag/stage']].some(
                (stage) =>
                  authorize(
                    {
                      identity: [{ name: 'p', statements: parsePolicy(document) }],
                      boundary: boundary ? { name: 'b', statements: parsePolicy(boundary) } : undefined,
                    },
                    {
                      principal: { type: 'AWS', value: 'arn:aws:sts::123456789012:assumed-role/R/s' },
                      action,
                      resource,
                      resourceAccount: '123456789012',
                      context: requestContext({ 'aws:RequestedRegion': region, 's3:ExistingObjectTag/stage': stage }),
                    },
                  ).decision === 'allowed',
              ),
            ),
          ),
        )
        const [row] = judged.access
        if (row?.state === 'holds') expect(allowed).toBe(false)
        if (row?.state === 'holds') held += 1
        else broken += 1
      }),
      { numRuns: runs(100, 1000) },
    )
    expect(Math.min(held, broken)).toBeGreaterThan(20)
  })
})
