import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { root } from '../../scripts/paths.mjs'
import { documentModel } from '../../src/access/from-account.ts'
import { accessModel } from '../../src/access/from-templates.ts'
import { judgeAccount, judgeMatrix } from '../../src/access/judge.ts'
import type { AccessModel, LocatedPolicy, RoleAccess } from '../../src/access/model.ts'
import { sampleOf } from '../../src/access/simulation.ts'
import { parseTemplate } from '../../src/cloudformation/parse.ts'
import { besideAws } from '../../src/commands/simulated-access.ts'
import { openIamActions } from '../../src/edge/iam-actions.ts'
import type { Statement } from '../../src/iam/policy.ts'
import { publishedPolicy } from '../../src/iam/published-policies.ts'
import { type AccessResult, isRed } from '../../src/model/access.ts'
import type { Config } from '../../src/model/config.ts'
import { absent, denied, type Evidence, failed, mapEvidence, type Question, read, type Unread } from '../../src/model/evidence.ts'
import type { AccessFacts, RoleFacts } from '../../src/model/facts.ts'
import { readerOf } from '../../src/reads/reader.ts'
import { designedRoles } from '../../src/verify/collect/collect.ts'
import { CONFIGS, load, render } from '../support/config.ts'
import { corruptions } from '../support/corrupt.ts'
import { NOW } from '../support/facts.ts'
import { oneIn } from '../support/length.ts'

const index = openIamActions(readFileSync(join(root, 'dist/iam-actions.bin')))
const positionOf = () => ({ file: 'mlops-audit.yml', line: 1, column: 1 })
const NO_ORGANIZATION = { serviceControl: [], resourceControl: [] }

function designOf(config: Config): AccessModel {
  const templates = render(config).map(({ name, body, region }) => ({ parsed: parseTemplate(body, name), region, positionOf }))
  return accessModel(templates, config.account)
}

/** A statement as AWS would give it back. */
function documentOf({ statements }: Pick<LocatedPolicy, 'statements'>): string {
  const principals = (list: Statement['principals']) =>
    list &&
    Object.fromEntries(
      [...new Set(list.map(({ type }) => type))].map((type) => [type, list.filter((one) => one.type === type).map(({ value }) => value)]),
    )
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: statements.map((one) => ({
      Sid: one.sid,
      Effect: one.effect,
      Principal: one.principals?.some(({ type }) => type === '*') ? '*' : principals(one.principals),
      NotPrincipal: principals(one.notPrincipals),
      Action: one.actions,
      NotAction: one.notActions,
      Resource: one.resources,
      NotResource: one.notResources,
      Condition: Object.fromEntries(
        [...new Set(one.conditions.map(({ operator }) => operator))].map((operator) => [
          operator,
          Object.fromEntries(one.conditions.filter((condition) => condition.operator === operator).map(({ key, values }) => [key, values])),
        ]),
      ),
    })),
  })
}

const KEY = 'arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555'

/** An account as designed: every policy read back from it. */
function accountOf(design: AccessModel, config: Config): AccessFacts {
  const managed = new Map<string, Evidence<string>>()
  const roleOf = (role: RoleAccess): RoleFacts => {
    for (const arn of role.unknown) {
      const statements = publishedPolicy(arn.split('/').at(-1) ?? '')
      managed.set(arn, statements ? read(documentOf({ statements })) : absent('There is none.'))
    }
    const { boundary } = role
    const boundaryArn = boundary && 'name' in boundary ? `arn:aws:iam::${config.account}:policy/${boundary.name}` : undefined
    if (boundaryArn !== undefined && boundary && 'name' in boundary) managed.set(boundaryArn, read(documentOf(boundary)))
    return {
      arn: role.arn,
      name: role.name,
      kind: 'github',
      role: read({ AssumeRolePolicyDocument: documentOf(role.trust), ...(boundaryArn ? { PermissionsBoundaryArn: boundaryArn } : {}) }),
      policies: read(role.identity.map((policy) => ({ name: policy.name, document: documentOf(policy) }))),
      attached: read([...role.unknown]),
      managed: read([]),
      boundary: read(undefined),
    }
  }
  const resources = [...design.resources]
  return {
    roles: design.roles.map(roleOf),
    managed,
    buckets: resources
      .filter(([arn]) => arn.includes(':s3:::'))
      .map(([arn, policy]) => ({ arn, policy: read(documentOf(policy)), location: read({ region: 'us-east-1' }) })),
    keys: resources
      .filter(([arn]) => arn.startsWith(`arn:aws:kms:${config.region}:`))
      .map(([, policy]) => ({
        arn: KEY,
        policy: read(documentOf(policy)),
        tags: read(policy.tags ?? {}),
        description: read({
          KeyId: 'x',
          Arn: KEY,
          Enabled: true,
          KeyState: 'Enabled',
          KeySpec: 'SYMMETRIC_DEFAULT',
          KeyManager: 'CUSTOMER',
        }),
      })),
    others: resources
      .filter(([arn]) => /:(?:ecr|sns):/.test(arn))
      .map(([arn, policy]) => ({ arn, policy: read(documentOf(policy)), itself: read({}) })),
  }
}

const judged = (config: Config, design: AccessModel, facts: AccessFacts) =>
  judgeAccount({ config, model: design, index, positionOf }, documentModel(facts, config.account, NO_ORGANIZATION), facts.keys[0]?.arn)

const nameOf = ({ who, effect, actions, on }: AccessResult) => `${who} ${effect} ${actions} on ${on}`
const stateOf = (rows: readonly AccessResult[]) => rows.map((row) => [nameOf(row), row.state])

const EXAMPLE = load(CONFIGS['example'] ?? '')
const DESIGN = designOf(EXAMPLE)
const ACCOUNT = accountOf(DESIGN, EXAMPLE)

const WAYS: readonly (readonly [string, Unread])[] = [
  ['denied', denied('some:Action', 'User is not authorized')],
  ['failed', failed('iam:GetRole', 'unavailable', 'Service Unavailable')],
  ['absent', absent('There is none.')],
]

describe('an account as designed', () => {
  it.each(oneIn(4, Object.keys(CONFIGS)).filter((name) => load(CONFIGS[name] ?? '').partition.id === 'aws'))(
    'has the rows that its templates have, and every role is read: %s',
    (name) => {
      const config = load(CONFIGS[name] ?? '')
      const design = designOf(config)
      expect(
        designedRoles(config)
          .map(([, role]) => role)
          .sort(),
      ).toEqual(design.roles.map((role) => role.name).sort())
      const live = judged(config, design, accountOf(design, config))
      const offline = judgeMatrix({ config, model: design, index, positionOf })
      // Repositories are not read in an account.
      const isComparable = ([row = '']: readonly string[]) => !/ can ecr:(?!GetAuth)/.test(row)
      expect(live.problems).toEqual(offline.problems)
      expect(stateOf(live.access).filter(isComparable)).toEqual(stateOf(offline.access).filter(isComparable))
    },
  )
})

describe('what could not be read', () => {
  const NAMES: Readonly<Record<string, string>> = {
    'eks-cluster-role': EXAMPLE.names.eksClusterRole,
    'eks-nodegroup-role': EXAMPLE.names.eksNodegroupRole,
    'sagemaker-role': EXAMPLE.names.sagemakerRole,
    'plan-role': EXAMPLE.names.planRole,
    'publish-role': EXAMPLE.names.publishRole,
    'deploy-role': EXAMPLE.names.deployRole,
    'verify-role': EXAMPLE.names.verifyRole,
  }

  const CASES = ACCOUNT.roles.flatMap(({ name }) =>
    (['role', 'policies', 'attached'] as const).flatMap((part) => WAYS.map(([way, why]) => ({ name, part, way, why }))),
  )

  it.each(oneIn(5, CASES))('$part of $name, $way: no row of it stands, others do unless they say so', ({ name, part, way, why }) => {
    const roles = ACCOUNT.roles.map((role) => (role.name === name ? { ...role, [part]: why } : role))
    const { access } = judged(EXAMPLE, DESIGN, { ...ACCOUNT, roles })
    const says = (row: AccessResult) => row.detail?.includes(`${name} `) === true
    const own = access.filter(({ who }) => NAMES[who] === name)
    const wanted = ({ effect }: AccessResult) => (way !== 'absent' ? 'not-proven' : effect === 'can' ? 'broken' : 'holds')
    expect(own.map((row) => [nameOf(row), row.state, says(row)])).toEqual(own.map((row) => [nameOf(row), wanted(row), true]))
    expect(access.filter((row) => isRed(row) && !own.includes(row) && !says(row))).toEqual([])
  })

  const rowOf = (facts: AccessFacts, start: string) => {
    const found = judged(EXAMPLE, DESIGN, facts).access.find((row) => nameOf(row).startsWith(start))
    return [found?.state, found?.detail]
  }

  it('of a boundary, a bucket or a key leaves the rows about it not proven, and says which', () => {
    const why = denied('iam:GetPolicy', 'not allowed')
    const boundary = `arn:aws:iam::${EXAMPLE.account}:policy/${EXAMPLE.names.workloadBoundary}`
    expect(rowOf({ ...ACCOUNT, managed: new Map([...ACCOUNT.managed, [boundary, why]]) }, 'sagemaker-role cannot s3:GetObject')).toEqual([
      'not-proven',
      `${EXAMPLE.names.sagemakerRole} could not be read (not allowed)`,
    ])
    const buckets = ACCOUNT.buckets.map((bucket) => (bucket.arn.endsWith(EXAMPLE.names.logBucket) ? { ...bucket, policy: why } : bucket))
    expect(rowOf({ ...ACCOUNT, buckets }, 'workload-roles cannot s3:*')).toEqual([
      'not-proven',
      `${EXAMPLE.names.logBucket} could not be read (not allowed)`,
    ])
    for (const part of ['policy', 'tags'] as const)
      expect(rowOf({ ...ACCOUNT, keys: ACCOUNT.keys.map((key) => ({ ...key, [part]: why })) }, 'verify-role can kms:Decrypt')).toEqual([
        'not-proven',
        '11111111-2222-3333-4444-555555555555 could not be read (not allowed)',
      ])
  })

  it('is told from what is not there: a key or bucket that is gone breaks what must be possible', () => {
    const keys = ACCOUNT.keys.map((key) => ({ ...key, description: absent('gone') }))
    expect(rowOf({ ...ACCOUNT, keys }, 'verify-role can kms:Decrypt')).toEqual([
      'broken',
      '11111111-2222-3333-4444-555555555555 is not there (gone)',
    ])
    const data = { arn: 'arn:aws:s3:::acme-retail-gold', policy: absent('gone'), location: absent('gone') }
    expect(rowOf({ ...ACCOUNT, buckets: [...ACCOUNT.buckets, data] }, 'sagemaker-role can s3:GetObject')).toEqual([
      'not-proven',
      'acme-retail-gold is not there (gone)',
    ])
  })

  it('a document that is no policy is not taken for an empty one', () => {
    const roles = ACCOUNT.roles.map((role) => ({
      ...role,
      policies: read([{ name: 'odd', document: '{"Statement":[{"Effect":"Maybe"}]}' }]),
    }))
    const { access } = judged(EXAMPLE, DESIGN, { ...ACCOUNT, roles })
    expect(access.filter(({ who, state }) => who.endsWith('-role') && state === 'holds')).toEqual([])
  })

  it('a resource that a row names and whose own policy nobody read leaves the row not proven', () => {
    const role = `arn:aws:iam::${EXAMPLE.account}:role`
    const NAMED: readonly (readonly [string, string, string])[] = [
      ['sqs:SendMessage', `arn:aws:sqs:us-east-1:${EXAMPLE.account}:orders`, 'orders'],
      ['secretsmanager:GetSecretValue', `arn:aws:secretsmanager:us-east-1:${EXAMPLE.account}:secret:db-??????`, 'db'],
      ['lambda:InvokeFunction', `arn:aws:lambda:us-east-1:${EXAMPLE.account}:function:score`, 'score'],
      ['kms:Decrypt', `arn:aws:kms:us-east-1:${EXAMPLE.account}:key/mrk-1`, 'mrk-1'],
      ['s3:GetObject', 'arn:aws:s3:::payroll/*', 'payroll'],
      ['sns:Publish', `arn:aws:sns:us-east-1:${EXAMPLE.account}:pager`, 'pager'],
      ['sts:AssumeRole', `${role}/admin`, 'admin'],
      ['dynamodb:GetItem', `arn:aws:dynamodb:us-east-1:${EXAMPLE.account}:table/features`, 'features'],
      ['dynamodb:Query', `arn:aws:dynamodb:us-east-1:${EXAMPLE.account}:table/orders/index/*`, 'orders'],
      ['lambda:InvokeFunction', `arn:aws:lambda:us-east-1:${EXAMPLE.account}:function:train:*`, 'train'],
      ['events:PutEvents', `arn:aws:events:us-east-1:${EXAMPLE.account}:event-bus/central`, 'central'],
      ['elasticfilesystem:ClientWrite', `arn:aws:elasticfilesystem:us-east-1:${EXAMPLE.account}:file-system/fs-1`, 'fs-1'],
      ['kinesis:GetRecords', `arn:aws:kinesis:us-east-1:${EXAMPLE.account}:stream/clicks`, 'clicks'],
      ['ssm:GetParameter', `arn:aws:ssm:us-east-1:${EXAMPLE.account}:parameter/db`, 'db'],
      ['sagemaker:DescribeModelPackageGroup', `arn:aws:sagemaker:us-east-1:${EXAMPLE.account}:model-package-group/m`, 'm'],
    ]
    const rows = NAMED.map(([action, on]) => `  - { who: sagemaker-role, cannot: "${action}", on: "${on}" }\n`).join('')
    const config = load(`${CONFIGS['example']}access-matrix:\n${rows}`)
    const own = (facts: AccessFacts) => judged(config, DESIGN, facts).access.slice(-NAMED.length)
    expect(own(ACCOUNT).map(({ state, detail }) => [state, detail])).toEqual(
      NAMED.map(([, , name]) => ['not-proven', `${name} could not be read (its own policy was not read, and may let in whom it names)`]),
    )
    // Without the boundary, which bounds what such a policy gives.
    const roles = ACCOUNT.roles.map((one) => ({
      ...one,
      role: mapEvidence(one.role, ({ AssumeRolePolicyDocument }) => ({ AssumeRolePolicyDocument })),
    }))
    // One that was read decides, and what is another account's lets nobody in without this one's policies.
    const letsIn = (arn: string) =>
      read(JSON.stringify({ Statement: { Effect: 'Allow', Principal: { AWS: arn }, Action: 's3:GetObject', Resource: '*' } }))
    const withBucket = (policy: Evidence<string>) =>
      own({
        ...ACCOUNT,
        roles,
        buckets: [...ACCOUNT.buckets, { arn: 'arn:aws:s3:::payroll', policy, location: read({ region: 'us-east-1' }) }],
      })
    expect(withBucket(absent('There is none.'))[4]?.state).toBe('holds')
    expect(withBucket(letsIn(`${role}/${EXAMPLE.names.sagemakerRole}`))[4]?.state).toBe('broken')
    const foreign = {
      ...config,
      accessMatrix: config.accessMatrix.map((row) => ({ ...row, on: row.on.map((on) => on.replace(config.account, '210987654321')) })),
    }
    expect(judged(foreign, DESIGN, ACCOUNT).access.at(-NAMED.length)?.state).toBe('holds')
  })

  it('a key without the tags that policies ask for is not usable', () => {
    expect(rowOf({ ...ACCOUNT, keys: ACCOUNT.keys.map((key) => ({ ...key, tags: read({}) })) }, 'verify-role can kms:Decrypt')[0]).toBe(
      'broken',
    )
  })

  it('what is more than designed breaks a row: a bucket policy that lets a workload in, a trust that lets everyone in', () => {
    const open = (arn: string) =>
      read(JSON.stringify({ Statement: { Effect: 'Allow', Principal: { AWS: arn }, Action: 's3:GetObject', Resource: '*' } }))
    const sagemaker = `arn:aws:iam::${EXAMPLE.account}:role/${EXAMPLE.names.sagemakerRole}`
    const buckets = ACCOUNT.buckets.map((bucket) => ({ ...bucket, policy: open(sagemaker) }))
    const unbounded = ACCOUNT.roles.map((role) => ({
      ...role,
      role: mapEvidence(role.role, ({ AssumeRolePolicyDocument }) => ({ AssumeRolePolicyDocument })),
    }))
    expect(rowOf({ ...ACCOUNT, buckets, roles: unbounded }, 'sagemaker-role cannot s3:GetObject')[0]).toBe('broken')
    expect(rowOf({ ...ACCOUNT, buckets }, 'sagemaker-role cannot s3:GetObject')[0]).toBe('holds')
    const trust = JSON.stringify({ Statement: { Effect: 'Allow', Principal: '*', Action: 'sts:AssumeRoleWithWebIdentity' } })
    const roles = ACCOUNT.roles.map((role) => ({ ...role, role: read({ AssumeRolePolicyDocument: trust }) }))
    expect(rowOf({ ...ACCOUNT, roles }, 'acme/retail (pull_request) cannot')[0]).toBe('broken')
  })
})

describe('what AWS’s simulator says beside the rows', () => {
  const { model } = documentModel(ACCOUNT, EXAMPLE.account, NO_ORGANIZATION)
  const rows = judged(EXAMPLE, DESIGN, ACCOUNT)
  const options = { model, index, partition: EXAMPLE.partition, positionOf }
  /** The answers of a simulator that agrees, each as `spoil` leaves it. */
  const beside = async (spoil: (answer: unknown, question: Question) => Evidence<unknown>) => {
    const agreeing = new Map(rows.rows.flatMap((row) => sampleOf(row, options) ?? []).map((one) => [keyOf(one), one.isAllowed]))
    const reader = readerOf(
      (question) => {
        const { PolicySourceArn: role, ActionNames, ResourceArns } = question.parameters
        const [EvalActionName, resource] = [String([ActionNames].flat()[0]), String([ResourceArns].flat()[0])]
        const isAllowed = agreeing.get(keyOf({ role: String(role), action: EvalActionName, resource }))
        const EvalDecision = isAllowed ? 'allowed' : 'implicitDeny'
        const answer = {
          EvaluationResults: [{ EvalActionName, EvalDecision, OrganizationsDecisionDetail: { AllowedByOrganizations: true } }],
          IsTruncated: false,
        }
        return Promise.resolve({ answer: spoil(answer, question), time: NOW })
      },
      { account: EXAMPLE.account, partition: 'aws', region: 'us-east-1' },
    )
    return besideAws(reader, rows, options)
  }
  const keyOf = ({ role, action, resource }: { role: string; action: string; resource: string }) => `${role} ${action} ${resource}`
  const asked = rows.rows.map((row) => sampleOf(row, options) !== undefined)
  const held = (access: readonly AccessResult[]) => access.filter(({ state }, at) => asked[at] && state === 'holds').map(nameOf)

  it('leaves them as they are where it agrees, and where nobody may ask', async () => {
    const agreed = await beside((answer) => read(answer))
    expect([agreed.access, agreed.notices]).toEqual([rows.access, []])
    expect(held(agreed.access).length).toBeGreaterThan(20)
    const unasked = await beside(() => denied('iam:SimulatePrincipalPolicy', 'not allowed'))
    expect([unasked.access, unasked.notices]).toEqual([rows.access, [expect.stringMatching(/not put to AWS's simulator.*is denied/)]])
    const old = await beside((_, { operation }) => failed(operation, 'not-recorded', 'nothing of it'))
    expect([old.access, old.notices]).toEqual([rows.access, [expect.stringMatching(/did not answer for \d+ of \d+ access rows/)]])
  })

  it.each(['unavailable', 'throttled', 'credentials', 'malformed', 'refused'] as const)(
    'does not leave a row standing where it %s',
    async (code) => {
      const { access } = await beside((_, { operation }) => failed(operation, code, 'because'))
      expect(held(access)).toEqual([])
      expect(access.find(({ state }, at) => asked[at] && state === 'not-proven')?.detail).toMatch(
        /AWS's simulator was asked and gave no answer \(because\)$/,
      )
    },
  )

  /** As true of an account of no organization, and of a list that needs no other page. */
  const AS_GOOD = /(?:^|\.)(?:OrganizationsDecisionDetail|IsTruncated)$/

  it('is of at least thirteen kinds of corruption, and none leaves the row standing that it is about', async () => {
    const at = rows.access.findIndex(({ state }, index) => asked[index] && state === 'holds')
    const row = rows.rows[at]
    const sample = row && sampleOf(row, options)
    const isAbout = ({ parameters }: Question) =>
      parameters['PolicySourceArn'] === sample?.role && JSON.stringify(parameters['ActionNames']) === JSON.stringify([sample?.action])
    let good: unknown
    await beside((answer, question) => {
      if (isAbout(question)) good = answer
      return read(answer)
    })
    const kinds = corruptions(good).filter(({ value }) => JSON.stringify(value) !== JSON.stringify(good))
    expect(new Set(kinds.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(13)
    const standing: string[] = []
    for (const { kind, at: member, value } of kinds) {
      const { access } = await beside((answer, question) => read(isAbout(question) ? value : answer))
      if (access[at]?.state === 'holds' && !(kind === 'missing' && AS_GOOD.test(member))) standing.push(`${member}: ${kind}`)
    }
    expect(standing).toEqual([])
  })
})
