import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from '@jest/globals'
import { check } from '../../src/commands/check.ts'
import { reportOfError } from '../../src/commands/result.ts'
import { whoCan } from '../../src/commands/who-can.ts'
import { createWorld } from '../../src/edge/world.ts'
import { createPaint, createProgress } from '../../src/progress/progress.ts'
import { headlineOf } from '../../src/report/headline.ts'

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

describe('several templates', () => {
  const bucket = (name: string, more = '') =>
    `Resources:\n  Same:\n    Type: AWS::S3::Bucket\n    Properties: { BucketName: ${name}${more} }\n`
  const PUBLIC = ', AccessControl: PublicRead'
  const files = (report: { findings: readonly { id: string; positions?: readonly { file: string }[] }[] }, id: string) =>
    report.findings
      .filter((finding) => finding.id === id)
      .flatMap(({ positions = [] }) => positions.map(({ file }) => file.replace(`${folder}/`, '')))

  it('of one logical id are judged each by itself, and one that cannot be read loses itself alone', async () => {
    mkdirSync(join(folder, 'stacks/deep'), { recursive: true })
    writeFileSync(join(folder, 'stacks/a.yml'), bucket('one'))
    writeFileSync(join(folder, 'stacks/deep/b, c.yaml'), bucket('two', PUBLIC))
    writeFileSync(join(folder, 'stacks/broken.yml'), 'Resources: [')
    writeFileSync(join(folder, 'stacks/package.json'), '{ "name": "no template" }')
    const { report, exitCode } = await run({ template: join(folder, 'stacks') })
    expect(exitCode).toBe(3)
    expect(report.problems.map(({ position }) => position?.file.replace(`${folder}/`, ''))).toEqual(['stacks/broken.yml'])
    expect(files(report, 'bucket-grants-by-policy')).toEqual(['stacks/deep/b, c.yaml'])
    expect(files(report, 'bucket-names-its-encryption')).toEqual(['stacks/a.yml', 'stacks/deep/b, c.yaml'])
    expect(report.notices).toContain('1 files are no templates, and were left out.')
  })

  it.each([
    ['a line each', (path: string) => `${path}/a.yml\n${path}/deep/b, c.yaml`, 2],
    ['a name with a comma', (path: string) => `${path}/deep/b, c.yaml`, 1],
    ['a pattern across folders', (path: string) => `${path}/**/*.yaml`, 1],
    ['a pattern in a folder', (path: string) => `${path}/?.yml`, 1],
    ['the same twice', (path: string) => `${path}/a.yml,${path}/a.yml`, 1],
  ])('are named by %s', async (_, named, count) => {
    const { report } = await run({ template: named(join(folder, 'stacks')) })
    expect(report.problems).toEqual([])
    expect(new Set(files(report, 'bucket-names-its-encryption')).size).toBe(count)
  })

  it('may be piped in, and what matches nothing is said', async () => {
    const piped = { ...world, standardInput: () => Promise.resolve(bucket('piped', PUBLIC)) }
    const { report } = await check(piped, new Map([['template', '-']]))
    expect(files(report, 'bucket-grants-by-policy')).toEqual(['standard-input'])
    const none = await run({ template: join(folder, 'stacks/*.nothing') })
    expect([none.exitCode, none.report.problems[0]?.message]).toEqual([3, expect.stringContaining('No template matches')])
  })

  it('take over what cfn-lint says, with its ids, where it is installed', async () => {
    const path = join(folder, 'stacks/a.yml')
    const match = (id: string, level: string) => ({
      Rule: { Id: id },
      Level: level,
      Message: `${id} says`,
      Filename: path,
      Location: { Start: { LineNumber: 4, ColumnNumber: 5 } },
    })
    const stdout = JSON.stringify([match('E3012', 'Error'), match('W3045', 'Warning')])
    const asked: string[][] = []
    const linter = (answer: { code: number; stdout: string; stderr: string } | undefined) => ({
      ...world,
      standardInput: () => Promise.resolve(bucket('piped', PUBLIC)),
      runProgram: (name: string, args: readonly string[], input?: string) => {
        asked.push([name, ...args, ...(input === undefined ? [] : [`on ${input.length} characters`])])
        return Promise.resolve(answer)
      },
    })
    const inputs = new Map([
      ['template', path],
      ['with', 'cfn-lint'],
    ])
    const { report } = await check(linter({ code: 6, stdout, stderr: '' }), inputs)
    expect(asked.splice(0)).toEqual([['cfn-lint', '--format', 'json', '--', path]])
    expect(report.problems).toMatchObject([{ id: 'E3012', message: 'E3012 says', position: { file: path, line: 4, column: 5 } }])
    expect(report.notices).toContain(`${path}:4:5: W3045: W3045 says`)
    // What is piped in is handed on, and what is said of it has the name that it has here.
    const ofPipe = stdout.replaceAll(JSON.stringify(path), 'null')
    const piped = await check(linter({ code: 6, stdout: ofPipe, stderr: '' }), new Map([...inputs, ['template', '-']]))
    expect(asked).toEqual([['cfn-lint', '--format', 'json', `on ${bucket('piped', PUBLIC).length} characters`]])
    expect(piped.report.problems).toMatchObject([{ id: 'E3012', position: { file: 'standard-input', line: 4 } }])
    expect(piped.report.notices.join('\n')).not.toContain('Not looked at')
  })

  it.each<[string, { code: number; stdout: string } | undefined, string]>([
    ['is not installed', undefined, 'there is none on the PATH'],
    ['crashes', { code: 1, stdout: 'Traceback' }, 'cfn-lint ended with 1'],
    ['says nothing and fails', { code: 1, stdout: '[]' }, 'cfn-lint ended with 1'],
    ['says something else', { code: 0, stdout: '{}' }, 'cfn-lint ended with 0'],
    [
      'could not read its arguments',
      { code: 2, stdout: '[{"Filename":null,"Level":"Error","Message":"could not be processed","Rule":{"Id":"E0003"}}]' },
      'cfn-lint ended with 2',
    ],
  ])('that cfn-lint %s is a problem beside what was found without it', async (_, answer, says) => {
    const inputs = new Map([
      ['template', join(folder, 'stacks/a.yml')],
      ['with', 'cfn-lint'],
    ])
    const without = await run({ template: join(folder, 'stacks/a.yml') })
    const broken = { ...world, runProgram: () => Promise.resolve(answer && { ...answer, stderr: '' }) }
    const { report, exitCode } = await check(broken, inputs)
    expect([exitCode, report.problems.map(({ message }) => message)]).toEqual([3, [expect.stringContaining(says)]])
    expect(report.findings).toEqual(without.report.findings)
    expect(report.notices.join('\n')).toContain('Not looked at: what only cfn-lint knows')
  })
})

describe('who-can', () => {
  const TEMPLATE = `Resources:
  Reader:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: Allow, Principal: { Service: ec2.amazonaws.com }, Action: sts:AssumeRole }] }
      Policies:
        - PolicyName: read
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
              - { Sid: Mine, Effect: Allow, Action: 's3:Get*', Resource: 'arn:aws:s3:::acme-data/*', Condition: { Bool: { 'aws:MultiFactorAuthPresent': true } } }
  Other:
    Type: AWS::IAM::User
  Unread:
    Type: AWS::IAM::User
    Properties: { ManagedPolicyArns: ['arn:aws:iam::aws:policy/NobodyKnowsThis'] }
  Data: { Type: AWS::S3::BucketPolicy, Properties: { Bucket: acme-data, PolicyDocument: { Statement: [{ Effect: Allow, Principal: '*', Action: s3:GetObject, Resource: 'arn:aws:s3:::acme-data/public/*' }] } } }
`
  const asked = async (inputs: Record<string, string>) => {
    const path = join(folder, 'who.yml')
    writeFileSync(path, TEMPLATE)
    const given = new Map(Object.entries({ template: path, ...inputs }))
    return whoCan(world, given).catch((error: unknown) => reportOfError(world, 'who-can', error))
  }

  it('answers for everyone in a template, and for strangers, with conditions and places', async () => {
    const { report, exitCode } = await asked({ action: 's3:GetObject', on: 'arn:aws:s3:::acme-data/models/*' })
    expect(exitCode).toBe(0)
    expect(report.access?.map(({ who, effect, state }) => `${who}: ${effect} ${state}`)).toEqual([
      'Role Reader: can holds',
      'User Other: cannot holds',
      'User Unread: can not-proven',
    ])
    expect(report.access?.[0]).toMatchObject({
      detail: expect.stringContaining('when aws:MultiFactorAuthPresent is true'),
      at: [{ text: 'read, Mine', position: { line: 11 } }],
    })
    const open = await asked({ action: 's3:GetObject', on: 'arn:aws:s3:::acme-data/public/x' })
    expect(open.report.access?.map(({ who }) => who)).toContain('anyone, through Data')
  })

  it('proves nothing where the search for a request gave up', async () => {
    const path = join(folder, 'unsearched.yml')
    const condition = "{ StringLike: { 'aws:PrincipalTag/level': 'a*' }, NumericLessThan: { 'aws:PrincipalTag/level': '5' } }"
    const statement = (who: string) =>
      `{ Effect: Allow, ${who}Action: s3:GetObject, Resource: 'arn:aws:s3:::acme-data/*', Condition: ${condition} }`
    writeFileSync(
      path,
      `Resources:
  Reader: { Type: AWS::IAM::User, Properties: { Policies: [{ PolicyName: read, PolicyDocument: { Version: '2012-10-17', Statement: [${statement('')}] } }] } }
  Data: { Type: AWS::S3::BucketPolicy, Properties: { Bucket: acme-data, PolicyDocument: { Version: '2012-10-17', Statement: [${statement("Principal: '*', ")}] } } }
`,
    )
    const { report } = await asked({ template: path, action: 's3:GetObject', on: 'arn:aws:s3:::acme-data/x' })
    expect(report.access?.map(({ who, effect, state }) => `${who}: ${effect} ${state}`).sort()).toEqual([
      'User Reader: can not-proven',
      'anyone, through Data: can not-proven',
    ])
    expect(report.access?.[0]?.detail).toMatch(/the search for an allowed request gave up: aws:principaltag\/level is compared as text/)
  })

  it('passes nothing where the search for a request gave up, and says which rule of what at which line', async () => {
    const path = join(folder, 'unproven.yml')
    const condition = "{ StringLike: { 'aws:PrincipalTag/level': 'a*' }, NumericLessThan: { 'aws:PrincipalTag/level': '5' } }"
    writeFileSync(
      path,
      `Resources:
  Reader:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement: { Effect: Allow, Principal: { AWS: '*' }, Action: sts:AssumeRole, Condition: ${condition} }
      Policies:
        - PolicyName: all
          PolicyDocument:
            Statement:
              - { Effect: Allow, Action: s3:ListAllMyBuckets, Resource: '*' }
              - { Effect: Allow, Action: '*', Resource: '*', Condition: ${condition} }
  Queues:
    Type: AWS::SQS::QueuePolicy
    Properties:
      Queues: [q]
      PolicyDocument:
        Statement: { Effect: Allow, Principal: '*', Action: 'sqs:*', Resource: '*', Condition: ${condition} }
`,
    )
    const { report, exitCode } = await run({ template: path })
    expect(exitCode).toBe(1)
    expect(report.findings.filter(({ status }) => status === 'pass')).toEqual([])
    const unproven = report.findings.filter(({ status, code }) => status === 'error' && code.startsWith('TPL'))
    expect(unproven.map(({ code, resource, positions }) => `${code} ${resource.split(' ')[0]} ${positions?.[0]?.line}`).sort()).toEqual([
      'TPL-001 Reader 12',
      'TPL-002 Reader 12',
      'TPL-003 Reader 12',
      'TPL-004 Reader 12',
      'TPL-010 Reader 6',
      'TPL-020 Queues 18',
    ])
    expect(unproven.find(({ code }) => code === 'TPL-001')?.message).toBe(
      'Whether Role Reader may do everything is not proven: the search for an allowed request gave up: aws:principaltag/level is compared as text and as a number, date or address.',
    )
    expect(report.notices).toContain(
      '6 rules are not proven, as a search gave up: TPL-001 of Reader, TPL-002 of Reader, TPL-003 of Reader, TPL-004 of Reader, TPL-010 of Reader, TPL-020 of Queues.',
    )
    expect(headlineOf(report)).toBe('4 blocking (4 not proven), 1 fail below high, 2 not proven below high')
  })

  it('finds none where one of the steps is proven impossible, whatever the others are', async () => {
    const path = join(folder, 'refuted.yml')
    const condition = "{ StringLike: { 'aws:PrincipalTag/level': 'a*' }, NumericLessThan: { 'aws:PrincipalTag/level': '5' } }"
    writeFileSync(
      path,
      `Resources:
  Reader: { Type: AWS::IAM::User, Properties: { Policies: [{ PolicyName: read, PolicyDocument: { Statement: [{ Effect: Allow, Action: [s3:PutObject, 'cloudwatch:*'], Resource: 'arn:aws:s3:::acme/*', Condition: ${condition} }] } }] } }
`,
    )
    const { report } = await run({ template: path })
    expect(report.findings.filter(({ status }) => status === 'error')).toEqual([])
  })

  it('asks the policy of every resource, not of the first alone', async () => {
    const path = join(folder, 'two.yml')
    const policy = (bucket: string, who: string) =>
      `{ Type: AWS::S3::BucketPolicy, Properties: { Bucket: ${bucket}, PolicyDocument: { Statement: [{ Effect: Allow, Principal: { AWS: !GetAtt ${who}.Arn }, Action: s3:GetObject, Resource: 'arn:aws:s3:::${bucket}/*' }] } } }`
    writeFileSync(
      path,
      `Resources:\n  Ann: { Type: AWS::IAM::User }\n  Ben: { Type: AWS::IAM::User }\n  A: ${policy('a', 'Ann')}\n  B: ${policy('b', 'Ben')}\n`,
    )
    const { report } = await whoCan(world, new Map(Object.entries({ template: path, action: 's3:GetObject' })))
    expect(report.access?.map(({ who, effect, detail }) => [who, effect, detail?.slice(0, 17)])).toEqual([
      ['User Ann', 'can', 'on arn:aws:s3:::a'],
      ['User Ben', 'can', 'on arn:aws:s3:::b'],
    ])
  })

  it.each([
    [{ action: '' }, 'needs an action and templates'],
    [{ action: 's3:GetObjct' }, '"s3:GetObjct" is no action of AWS. Did you mean `s3:GetObject`?'],
    [{ action: 's3:GetObject', template: 'nowhere.yml' }, 'There is no template at nowhere.yml'],
  ])('says what is wrong with %j', async (inputs, message) => {
    const { report, exitCode } = await asked(inputs)
    expect([exitCode, report.problems[0]?.message]).toEqual([3, expect.stringContaining(message)])
  })
})
