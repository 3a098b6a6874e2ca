import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from '@jest/globals'
import { check } from '../../src/commands/check.ts'
import { reportOfError } from '../../src/commands/result.ts'
import { createWorld } from '../../src/edge/world.ts'
import { formatPosition } from '../../src/model/errors.ts'
import { createPaint, createProgress } from '../../src/progress/progress.ts'
import { CONFIGS, exampleText, load, MINIMAL } from '../support/config.ts'
import { oneIn } from '../support/length.ts'

const folder = mkdtempSync(join(tmpdir(), 'mlops-audit-check-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const world = createWorld({
  progress: createProgress({ write: () => undefined, live: false, paint: createPaint(false), now: () => 0 }),
  idToken: undefined,
  maskSecret: () => Promise.resolve(),
  redact: (text) => text,
  run: { key: 'test', commit: undefined, url: undefined, tags: {}, actor: undefined },
  signal: undefined,
})

async function run(inputs: Record<string, string>) {
  return check(world, new Map(Object.entries(inputs))).catch((error: unknown) => reportOfError(world, 'check', error))
}

async function checkConfig(text: string) {
  const config = join(folder, 'mlops-audit.yml')
  writeFileSync(config, text)
  return run({ config })
}

async function checkTemplate(text: string, name = 'template.yml') {
  const path = join(folder, name)
  writeFileSync(path, text)
  const { report, exitCode } = await run({ template: path })
  const problems = report.problems.map(
    ({ message, position }) =>
      `${position ? formatPosition(position).replace(`${folder}/`, '') : ''} ${message.replaceAll(`${folder}/`, '')}`,
  )
  return { report, exitCode, problems }
}

describe('check', () => {
  it.each(oneIn(3, Object.entries(CONFIGS)))('finds no invalid template in golden config %s', async (_, text) => {
    const { report } = await checkConfig(text)
    expect(report.problems).toEqual([])
    // One job may hold both halves of a deployment; a used key's policy is not in the templates. That is said, and nothing else.
    const usesKey = load(text).audit.key.source === 'use'
    expect(
      report.notices.filter(
        (notice) => !notice.includes('holds both halves') && !(usesKey && /^1 rules depend .*: key-lets-alerts-out\.$/.test(notice)),
      ),
    ).toEqual([])
  })

  it('judges the rendered templates by the checks of verify, and passes the example', async () => {
    const { report, exitCode } = await checkConfig(exampleText())
    expect([exitCode, report.summary]).toEqual([0, expect.objectContaining({ fail: 0, error: 0 })])
    expect(new Set(report.findings.map((finding) => finding.code.split('-')[0]))).toEqual(
      new Set(['TRAIL', 'BKT', 'KEY', 'LOG', 'ALERT', 'ALARM', 'SNS', 'ROLE', 'OIDC']),
    )
    expect(report.findings.map((finding) => finding.id)).not.toContain('trail-is-logging')
  })

  it('fails on the lab profile as verify will, unless it is excepted', async () => {
    const lab = CONFIGS['lab'] ?? ''
    expect((await checkConfig(lab)).exitCode).toBe(1)
    const [failing] = (await checkConfig(lab)).report.findings.filter(({ status }) => status === 'fail')
    expect(failing).toMatchObject({ id: expect.stringMatching(/sagemaker|raise-its-rights/), severity: 'high' })
    const expires = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10)
    const exceptions = ['sagemaker-role-is-scoped', 'role-cannot-raise-its-rights'].map(
      (id) => `  - { check: ${id}, reason: a lab, owner: "@ana", expires: ${expires} }\n`,
    )
    expect((await checkConfig(`${lab}exceptions:\n${exceptions.join('')}`)).exitCode).toBe(0)
    const endless = exceptions.map((line) => line.replace(expires, '2999-01-01'))
    expect((await checkConfig(`${lab}exceptions:\n${endless.join('')}`)).exitCode).toBe(1)
  })
})

describe('organization policies', () => {
  const ROW = 'access-matrix: [{ who: sagemaker-role, cannot: "s3:PutObject", on: "arn:aws:s3:::acme-gold/gold/*" }]\n'
  const SETTINGS = `${MINIMAL}access: { eks: false, sagemaker: { data-buckets: [acme-gold], prefixes: [gold/] } }\n${ROW}`
  const policy = (statement: object) => JSON.stringify({ Version: '2012-10-17', Statement: [statement] })
  const judged = async (files: Record<string, string>, organization: string, settings = SETTINGS) => {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
    const { report, exitCode } = await checkConfig(`${settings}organization: ${organization}\n`)
    const rows = (report.access ?? [])
      .filter(({ position }) => position)
      .map(({ state, at }) => [state, at.map(({ text }) => text.split(',')[0])])
    const problems = report.problems.map(
      ({ message, position }) =>
        `${position ? formatPosition(position).replace(`${folder}/`, '') : ''} ${message.replaceAll(`${folder}/`, '')}`,
    )
    const details = (report.access ?? []).flatMap(({ position, detail }) => (position ? [detail] : []))
    return { rows, details, problems, exitCode }
  }

  it('take part in rows, level by level', async () => {
    const denies = policy({ Effect: 'Deny', Action: 's3:Put*', Resource: '*' })
    const elsewhere = policy({ Effect: 'Deny', Action: 'ec2:*', Resource: '*' })
    const other = policy({ Effect: 'Allow', Action: 'ec2:*', Resource: '*' })
    const own = await judged({ 'deny.json': denies }, '{ service-control-policies: [[deny.json]] }')
    expect([own.rows, own.problems]).toEqual([[['holds', []]], []])
    // A file that only denies has AWS's FullAWSAccess beside it, or nothing could be proven broken.
    const beside = await judged({ 'elsewhere.json': elsewhere }, '{ service-control-policies: [[elsewhere.json]] }')
    expect(beside.rows).toMatchObject([['broken', expect.arrayContaining(['FullAWSAccess'])]])
    expect((await judged({ 'other.json': other }, '{ service-control-policies: [[elsewhere.json], [other.json]] }')).rows).toEqual([
      ['holds', []],
    ])
    const perimeter = policy({ Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*' })
    const rcp = await judged({ 'rcp.json': perimeter }, '{ resource-control-policies: [[rcp.json]] }')
    // Nobody has said that the bucket is this account's; another's are not under its organization's policies.
    expect(rcp.rows).toMatchObject([['broken', {}]])
    expect(rcp.details).toEqual([expect.stringContaining('when aws:ResourceAccount is something-else')])
    const known = await judged(
      {},
      '{ resource-control-policies: [[rcp.json]] }',
      SETTINGS.replace('access: {', 'access: { bucket-policies: [{ bucket: acme-gold }],'),
    )
    expect(known.rows).toEqual([['holds', []]])
  })

  it('are refused where they cannot be read, with the place', async () => {
    const missing = await judged({}, '{ service-control-policies: [[gone.json]] }')
    expect([missing.exitCode, missing.problems]).toEqual([
      3,
      [expect.stringMatching(/^mlops-audit\.yml:8:\d+ `organization.service-control-policies` names gone\.json, and there is no/)],
    ])
    const wrong = await judged({ 'wrong.json': '{"Statement":[{"Effect":"Permit"}]}' }, '{ service-control-policies: [[wrong.json]] }')
    expect(wrong.problems).toEqual([expect.stringMatching(/^wrong\.json:1:\d+ .*Effect "Permit"/)])
    const outside = await judged({}, '{ resource-control-policies: [["../../x.json"]] }')
    expect(outside.problems).toEqual([expect.stringContaining('outside of the checkout')])
  })
})

describe('check of any template', () => {
  it('accepts a valid one of others, and says nothing about what is not in scope', async () => {
    const { exitCode, report } = await checkTemplate(
      'Resources:\n  Queue:\n    Type: AWS::SQS::Queue\n    Properties: { DelaySeconds: 5, FifoQueue: true }\n',
    )
    expect([exitCode, report.problems, report.findings]).toEqual([0, [], []])
  })

  it('takes JSON, nested stacks, custom resources and conditions', async () => {
    const template = {
      Parameters: { Name: { Type: 'String' } },
      Conditions: { Named: { 'Fn::Not': [{ 'Fn::Equals': [{ Ref: 'Name' }, ''] }] } },
      Resources: {
        Nested: { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: 'https://example.com/t.yml' } },
        Mine: { Type: 'Custom::Thing', Properties: { ServiceToken: { 'Fn::GetAtt': ['Nested', 'Outputs.Token'] }, Anything: 1 } },
        Bucket: {
          Type: 'AWS::S3::Bucket',
          Condition: 'Named',
          Properties: { BucketName: { 'Fn::If': ['Named', { Ref: 'Name' }, { Ref: 'AWS::NoValue' }] } },
        },
      },
    }
    expect((await checkTemplate(JSON.stringify(template, null, 2), 'template.json')).problems).toEqual([])
  })

  it('finds every mistake with line and column', async () => {
    const { problems, exitCode } = await checkTemplate(`Resources:
  Bucket:
    Type: AWS::S3::Bucket
    Properties:
      BuketName: x
      VersioningConfiguration:
        Status: On
      Tags: none
  Key:
    Type: AWS::KMS::Kye
  Trail:
    Type: AWS::CloudTrail::Trail
    DependsOn: Polciy
    Properties:
      IsLogging: maybe
      S3BucketName: !Ref Bukcet
      KMSKeyId: !GetAtt Bucket.Aarn
      S3KeyPrefix: !Sub '\${Bucket.Arn}/\${Nothing}'
`)
    expect(exitCode).toBe(3)
    expect(problems).toEqual([
      'template.yml:5:7 AWS::S3::Bucket has no property `BuketName`. Did you mean `BucketName`?',
      'template.yml:7:9 "true" is no value of `Status` (YAML reads yes and on as true, no and off as false).',
      'template.yml:8:7 `Tags` is "none", and must be a list.',
      'template.yml:10:5 AWS::KMS::Kye is no resource type this version knows. Did you mean AWS::KMS::Key?',
      'template.yml:13:5 `Polciy` is no resource of this template.',
      'template.yml:15:7 `IsLogging` is "maybe", and must be true or false.',
      'template.yml:16:7 `Bukcet` is neither a resource nor a parameter of this template. Did you mean `Bucket`?',
      'template.yml:17:7 AWS::S3::Bucket has no attribute `Aarn`. Did you mean `Arn`?',
      'template.yml:18:7 `Nothing` is neither a resource nor a parameter of this template.',
    ])
  })

  it('finds a missing property and resources that wait for each other', async () => {
    const { problems } = await checkTemplate(`Resources:
  A:
    Type: AWS::S3::BucketPolicy
    Properties: { Bucket: !Ref B, PolicyDocument: { Statement: [] } }
  B:
    Type: AWS::S3::Bucket
    DependsOn: A
  C:
    Type: AWS::IAM::Role
    Properties: { RoleName: c }
`)
    expect(problems).toEqual([
      'template.yml:2:3 These resources wait for each other: A → B → A.',
      'template.yml:10:5 AWS::IAM::Role lacks `AssumeRolePolicyDocument`, which is required.',
    ])
  })

  it('judges a trail and a role it finds, with the ids of verify', async () => {
    const { report, exitCode } = await checkTemplate(`Resources:
  Logs:
    Type: AWS::S3::Bucket
    Properties: { BucketName: my-logs }
  Trail:
    Type: AWS::CloudTrail::Trail
    Properties: { TrailName: mine, IsLogging: true, S3BucketName: !Ref Logs, IsMultiRegionTrail: false }
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - Effect: Allow
            Principal: { Federated: !Sub 'arn:aws:iam::\${AWS::AccountId}:oidc-provider/token.actions.githubusercontent.com' }
            Action: sts:AssumeRoleWithWebIdentity
            Condition: { StringLike: { 'token.actions.githubusercontent.com:sub': 'repo:acme/*' } }
`)
    expect(exitCode).toBe(1)
    const failing = report.findings.filter(({ status }) => status === 'fail').map(({ id }) => id)
    expect(failing).toEqual(
      expect.arrayContaining([
        'trail-is-multi-region',
        'trail-validates-log-files',
        'bucket-blocks-public-access',
        'github-trust-names-repository',
      ]),
    )
  })

  it('leaves open what only a deployment decides, and says which', async () => {
    const { report } = await checkTemplate(`Parameters: { Bucket: { Type: String } }
Resources:
  Trail:
    Type: AWS::CloudTrail::Trail
    Properties:
      IsLogging: true
      S3BucketName: !Ref Bucket
      IsMultiRegionTrail: true
      KMSKeyId: !ImportValue key
`)
    expect(report.findings.filter(({ status }) => status === 'error')).toEqual([])
  })

  it.each([
    ['broken YAML', 'a: [', 'template.yml', /template\.yml:\d+:\d+ template\.yml is not valid YAML/],
    ['no template', 'a: 1', 'template.yml', /is no CloudFormation template: it has no `Resources`/],
    ['broken JSON', '{ "Resources": { "A": } ', 'template.json', /not valid YAML/],
    [
      '5 MB',
      `Resources:\n  A: { Type: AWS::SNS::Topic } # ${'x'.repeat(5_000_000)}`,
      'big.yml',
      /has 5\.0 MB; CloudFormation takes templates up to 1 MB/,
    ],
  ])('%s is a clear message', async (_, text, name, message) => {
    const { problems, exitCode, report } = await checkTemplate(text, name)
    expect([exitCode, problems]).toEqual([3, [expect.stringMatching(message)]])
    expect(report.problems[0]?.remedy).toMatch(/\w/)
  })

  it('names a file that is not there', async () => {
    const { report } = await run({ template: join(folder, 'none.yml') })
    expect(report.problems).toMatchObject([{ message: expect.stringMatching(/There is no template at .*none\.yml/) }])
  })
})

describe('policies of any template', () => {
  const role = (policy: string) => `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: Allow, Principal: { Service: ec2.amazonaws.com }, Action: sts:AssumeRole }] }
      Policies:
        - PolicyName: p
          PolicyDocument: ${policy}
`
  it.each([
    [`'{ "Version": "2012-10-17", "Statement": [} '`, 'template.yml:8:11 The policy is not valid JSON.'],
    ['{ Version: x }', 'template.yml:8:11 This is not a policy document: `Statement` is missing.'],
    ['{ Statement: [{ Effect: Maybe }] }', 'statement 1 has Effect "Maybe"; allowed: Allow, Deny'],
    ['[1]', '`Statement` is missing'],
  ])('%s is a problem at its line', async (policy, message) => {
    const { problems, exitCode } = await checkTemplate(role(policy))
    expect([exitCode, problems.join('\n')]).toEqual([3, expect.stringContaining(message)])
  })

  it('tells of actions that AWS does not have', async () => {
    const { report, exitCode } = await checkTemplate(
      role(
        "{ Version: '2012-10-17', Statement: [{ Effect: Deny, Action: ['s3:DeleteObjct', 's3:Get*', !Sub '${AWS::StackName}:x'], Resource: '*' }, !Ref X] }",
      ),
    )
    expect(exitCode).not.toBe(0)
    expect(report.notices.filter((notice) => notice.includes('no action'))).toEqual([
      expect.stringMatching(/template\.yml:8:\d+: "s3:DeleteObjct" is no action of AWS\. Did you mean `s3:DeleteObject`\?/),
    ])
  })

  it('finds two resources with one name', async () => {
    const bucket = (id: string, more = '') =>
      `  ${id}: { Type: AWS::S3::Bucket${more}, Properties: { BucketName: !Sub 'data-\${AWS::AccountId}' } }\n`
    expect((await checkTemplate(`Resources:\n${bucket('A')}${bucket('B')}`)).problems).toEqual([
      'template.yml:3:45 B has the BucketName of A: only one of them can be created.',
    ])
    const either = `Conditions: { C: !Equals [a, b] }\nResources:\n${bucket('A', ', Condition: C')}${bucket('B')}`
    expect((await checkTemplate(either)).problems).toEqual([])
  })

  it('places a failure at the line of its resource', async () => {
    const { report } = await checkTemplate(`Resources:
  Trail:
    Type: AWS::CloudTrail::Trail
    Properties: { TrailName: t, IsLogging: true, S3BucketName: logs }
`)
    expect(report.findings.find(({ id }) => id === 'trail-is-multi-region')?.positions).toMatchObject([{ line: 2, column: 3 }])
  })
})
