import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { root } from '../../scripts/paths.mjs'
import type { ParsedTemplate } from '../../src/model/template.ts'
import { CONFIGS, load } from '../support/config.ts'
import { oneIn, only } from '../support/length.ts'
import { beyondEverything, escalations, ownBusiness, rolesOfCi } from '../support/reach/law.ts'
import { printReach, sectionsOf } from '../support/reach/print.ts'
import { type Change, reachOf, worldOf } from '../support/reach/search.ts'

const golden = (name: string): string => {
  const path = join(root, '__tests__/golden/reach', `${name}.txt`)
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}

/** With and without CI, a trail, pods; the others, and the one with everything, at full length. */
const SOME = ['example', 'irsa', 'used-trail']

describe.each(only(SOME, CONFIGS))('what can be reached with %s', (name, text) => {
  const config = load(text)
  const world = worldOf(config)
  const ci = rolesOfCi(config, world.model.roles)

  it('is what was reviewed: `npm run reach -- --write` rewrites the page', () => expect(printReach(config, world)).toBe(golden(name)))

  it('no role of CI has more than its own business, nor drafting and executing together', () => {
    for (const role of ci) {
      const found = escalations(reachOf(world, [role])).filter((line) => !ownBusiness(config, role).test(line))
      expect([role, found]).toEqual([role, []])
    }
    const both = [config.names.planRole, config.names.deployRole]
    if (ci.length > 0) expect(escalations(reachOf(world, both))).toEqual([])
  })

  it('any template at all leaves other teams, bootstrap and what is evidence alone, and takes no role', () => {
    // A Config rule's ARN has an id that Config gives: no policy can tell ours from theirs.
    const untold = /^config:\w+ConfigRule on others: Config rule$/
    const found = ci.length > 0 ? beyondEverything(reachOf(world, ci, { anyTemplate: true })) : []
    expect(found.filter((line) => !untold.test(line))).toEqual([])
  })

  it('no workload takes a role, or touches the record, bootstrap or the templates of CI', () => {
    for (const { name: role } of world.model.roles.filter((one) => !ci.includes(one.name))) {
      const { becomes, grants } = reachOf(world, [role])
      const passes = config.access.eks?.autoMode && role === config.names.eksClusterRole ? [config.names.eksNodegroupRole] : []
      expect([role, [...becomes.keys()].filter((taken) => taken !== role && !passes.includes(taken))]).toEqual([role, []])
      const touched = grants
        .filter(({ target, write }) => write && ['record', 'bootstrap', 'store'].includes(target.owner))
        .map(({ action, target }) => `${action} on ${target.name}`)
        .filter((line) => role !== config.names.cloudWatchLogsRole || !/^logs:\w+ on log group$/.test(line))
      expect([role, touched]).toEqual([role, []])
    }
  })
})

type Statement = { Effect?: string; Action: string | string[]; Resource?: string; Condition?: object }
const pass = (...run: string[]): Statement[] => [{ Action: ['iam:PassRole', ...run] }]

/** The known ways from one right to all, each with what the search must say of it. Sources as in `services.ts`. */
const CLASSIC: readonly [string, Statement[], RegExp][] = [
  ['a new version of a policy', [{ Action: 'iam:CreatePolicyVersion' }], /CreatePolicyVersion on bootstrap: pipeline boundary/],
  ['an old version of a policy', [{ Action: 'iam:SetDefaultPolicyVersion' }], /SetDefaultPolicyVersion on bootstrap/],
  ['keys of another user', [{ Action: 'iam:CreateAccessKey' }], /CreateAccessKey on others: user/],
  ["another user's password", [{ Action: 'iam:CreateLoginProfile' }], /CreateLoginProfile on others: user/],
  ["another user's new password", [{ Action: 'iam:UpdateLoginProfile' }], /UpdateLoginProfile on others: user/],
  ['a policy for a user', [{ Action: 'iam:AttachUserPolicy' }], /AttachUserPolicy on others: user/],
  ['a policy for a group', [{ Action: 'iam:AttachGroupPolicy' }], /AttachGroupPolicy on others: group/],
  ['a policy for a role', [{ Action: 'iam:AttachRolePolicy' }], /AttachRolePolicy on others: role administrator/],
  ['a text for a user', [{ Action: 'iam:PutUserPolicy' }], /PutUserPolicy on others: user/],
  ['a text for a group', [{ Action: 'iam:PutGroupPolicy' }], /PutGroupPolicy on others: group/],
  ['a text for a role', [{ Action: 'iam:PutRolePolicy' }], /becomes retail-dev-audit-deploy: iam:PutRolePolicy/],
  ['a user into a group', [{ Action: 'iam:AddUserToGroup' }], /AddUserToGroup on others: group/],
  ['whom a role trusts', [{ Action: 'iam:UpdateAssumeRolePolicy' }], /becomes administrator: iam:UpdateAssumeRolePolicy/],
  ['another role', [{ Action: 'sts:AssumeRole' }], /becomes administrator: sts:AssumeRole/],
  ['a role of its own', [{ Action: 'iam:CreateRole' }], /becomes new-role: iam:CreateRole/],
  ['no boundary', [{ Action: 'iam:DeleteRolePermissionsBoundary' }], /DeleteRolePermissionsBoundary on bootstrap: role deployRole/],
  ['another boundary', [{ Action: 'iam:PutRolePermissionsBoundary' }], /PutRolePermissionsBoundary on bootstrap: role deployRole/],
  ['an identity provider', [{ Action: 'iam:UpdateOpenIDConnectProviderThumbprint' }], /Thumbprint on bootstrap: GitHub identity provider/],
  ['a machine with a role', pass('ec2:RunInstances'), /becomes other-team-service: iam:PassRole to ec2/],
  ['a function with a role', pass('lambda:CreateFunction', 'lambda:InvokeFunction'), /becomes other-team-service: iam:PassRole to lambda/],
  ['a function on events', pass('lambda:CreateFunction', 'lambda:CreateEventSourceMapping'), /becomes other-team-service/],
  ['a function open to others', pass('lambda:CreateFunction', 'lambda:AddPermission'), /becomes other-team-service/],
  ["another's function", [{ Action: 'lambda:UpdateFunctionCode' }], /UpdateFunctionCode on others: function/],
  ['a development endpoint', pass('glue:CreateDevEndpoint'), /PassRole to glue/],
  ["another's development endpoint", [{ Action: 'glue:UpdateDevEndpoint' }], /UpdateDevEndpoint on others: development endpoint/],
  ['a glue job', pass('glue:CreateJob', 'glue:StartJobRun'), /PassRole to glue/],
  ['a stack with a role', pass('cloudformation:CreateStack'), /PassRole to cloudformation/],
  ['a pipeline of data', pass('datapipeline:CreatePipeline', 'datapipeline:PutPipelineDefinition'), /PassRole to datapipeline/],
  ['a build', pass('codebuild:CreateProject', 'codebuild:StartBuild'), /PassRole to codebuild/],
  ["another's build", [{ Action: 'codebuild:StartBuild' }], /StartBuild on others: build project/],
  ['a notebook', pass('sagemaker:CreateNotebookInstance', 'sagemaker:CreatePresignedNotebookInstanceUrl'), /PassRole to sagemaker/],
  ["another's notebook", [{ Action: 'sagemaker:CreatePresignedNotebookInstanceUrl' }], /Url on others: notebook/],
  ['a training job', pass('sagemaker:CreateTrainingJob'), /PassRole to sagemaker/],
  ['a container', pass('ecs:RegisterTaskDefinition', 'ecs:RunTask'), /PassRole to ecs-tasks/],
  ['a state machine', pass('states:CreateStateMachine', 'states:StartExecution'), /PassRole to states/],
  ['a pod', pass('eks:CreatePodIdentityAssociation'), /PassRole to pods\.eks/],
  ['a schedule', pass('scheduler:CreateSchedule'), /PassRole to scheduler/],
  ["another's cluster", [{ Action: 'eks:CreateAccessEntry' }], /CreateAccessEntry on others: cluster/],
  ["a command on another's machine", [{ Action: 'ssm:SendCommand' }], /SendCommand on others: instance/],
  ["what another's machine starts with", [{ Action: 'ec2:ModifyInstanceAttribute' }], /ModifyInstanceAttribute on others: instance/],
  ["another's secret", [{ Action: 'secretsmanager:GetSecretValue' }], /GetSecretValue on others: secret/],
  ["another's data", [{ Action: 's3:GetObject' }], /GetObject on others: objects of bucket/],
  ["another's key", [{ Action: 'kms:Decrypt' }], /Decrypt on others: key/],
  ["the policy of another's bucket", [{ Action: 's3:PutBucketPolicy' }], /PutBucketPolicy on others: bucket/],
  ["the policy of another's key", [{ Action: 'kms:PutKeyPolicy' }], /PutKeyPolicy on others: key/],
  [
    "another's key by tagging it",
    [
      { Action: 'kms:TagResource' },
      { Action: 'kms:CreateGrant', Condition: { StringEquals: { 'aws:ResourceTag/AuditStack': 'retail-dev-audit' } } },
    ],
    /kms:CreateGrant on others: key/,
  ],
  [
    'a template in the call',
    [{ Action: ['cloudformation:CreateChangeSet', 'cloudformation:ExecuteChangeSet'] }],
    /nobody published: change set/,
  ],
  ['an update of its own', [{ Action: 'cloudformation:UpdateStack' }], /nobody published: UpdateStack/],
  ['the end of the record', [{ Action: 'cloudtrail:StopLogging' }], /StopLogging on record: trail/],
  ['its alarms', [{ Action: 'sns:Unsubscribe' }], /Unsubscribe on record: alert topic/],
]

const github = load(CONFIGS['least-privilege'] ?? '')
const allow = ({ Effect = 'Allow', Action, Resource = '*', Condition }: Statement) => ({
  Effect,
  Action,
  Resource,
  ...(Condition ? { Condition } : {}),
})

/** Puts statements into the deploy role: beside what it has, or instead of everything, its boundary as well. */
const given =
  (statements: readonly Statement[], how: 'beside' | 'instead'): Change =>
  ({ Resources }) => {
    const properties = Resources['DeployRole']?.Properties
    if (!properties) return
    const policy = { PolicyName: 'more', PolicyDocument: { Version: '2012-10-17', Statement: statements.map(allow) } }
    properties['Policies'] = how === 'beside' ? [...(properties['Policies'] as object[]), policy] : [policy]
    if (how === 'beside') return
    delete properties['PermissionsBoundary']
    delete properties['ManagedPolicyArns']
    for (const id of ['DeploySettingsPolicy', 'DeployDataPolicy']) delete Resources[id]
  }

describe('the known ways up', () => {
  it.each(oneIn(3, CLASSIC))('are seen where nothing bounds the role: %s', (_, statements, expected) => {
    const world = worldOf(github, given(statements, 'instead'))
    expect(escalations(reachOf(world, [github.names.deployRole])).join('\n')).toMatch(expected)
  })

  // Which templates the deploy role may execute is said in its own policies: the plan role is under the same boundary, and drafts any.
  const bounded = CLASSIC.filter(([, , expected]) => !/nobody published/.test(expected.source))

  it.each(oneIn(3, bounded))('are closed by the boundary, whoever adds the right: %s', (_, statements) => {
    const world = worldOf(github, given(statements, 'beside'))
    expect(escalations(reachOf(world, [github.names.deployRole]))).toEqual([])
  })
})

/** Which parts of the page a policy of bootstrap shows in. */
const SHOWN: Readonly<Record<string, RegExp>> = {
  PipelineBoundary: /^CI boundary$/,
  WorkloadBoundary: /^(?!CI).* boundary$/,
  ReadPolicy: /^planRole$/,
  PlanRole: /^planRole/,
  PublishRole: /^publishRole/,
  DeployRole: /deployRole/,
  DeploySettingsPolicy: /^deployRole/,
  DeployDataPolicy: /^deployRole/,
  VerifyRole: /^verifyRole/,
  ImagePushRole: /^imagePushRole/,
  EvidenceRole: /^evidenceRole/,
}

/** Widenings that need not show, with the reason. */
const NOT_SHOWN: readonly [RegExp, string][] = [
  [/(?:PublishOnce|UploadTemplatesOnce|WriteOnce): /, "the bucket's own policy refuses to write over what is there, or elsewhere"],
  [
    /(?:DeployConfigRules|DecryptLogsAndDigests|EncryptThroughS3): on everything/,
    'the resource is every one of its kind already; a condition or nothing tells them apart',
  ],
  [/NeverTheRightsOfCI: removed/, 'the boundary leaves roles under the workload boundary only'],
  [/NeverDecryptLogs: removed/, 'nothing else lets a workload use the log key, and its policy names no session'],
  [
    /(?:Keys|ReplicaKeys|Secrets|TamperForward|EksServices|SageMakerOwn)\b.*: /,
    'the searched account has one of each kind only: keys, secrets, buses, service-linked roles and jobs the statement names are not in it',
  ],
  [/: every action of its service/, 'where the statement or the boundary has all that the searched account could show'],
]

describe('a statement of bootstrap widened by hand', () => {
  const config = load(CONFIGS['everything-on'] ?? '')
  const before = sectionsOf(config, worldOf(config))
  const printed = new Map<string, string>()
  const all = policiesOf(config)

  it.each(oneIn(36, all))('shows on the page: %s', (label, id, change) => {
    const after = sectionsOf(config, worldOf(config, change))
    const differs = [...after]
      .filter(([title]) => SHOWN[id]?.test(title))
      .some(([title, print]) => {
        if (!printed.has(title)) printed.set(title, before.get(title)?.() ?? '')
        return print() !== printed.get(title)
      })
    expect([label, differs || NOT_SHOWN.some(([pattern]) => pattern.test(label))]).toEqual([label, true])
  })
})

/** Every statement of every policy in bootstrap, made wider in each way there is. */
function policiesOf(config: ReturnType<typeof load>): [string, string, Change][] {
  const all: [string, string, Change][] = []
  worldOf(config, (template, name) => {
    if (name !== 'bootstrap') return
    for (const { id, at, statement } of statementsIn(template)) {
      const sid = String(statement['Sid'])
      const change =
        (how: (found: Record<string, unknown>, list: Record<string, unknown>[]) => void): Change =>
        (parsed, which) => {
          if (which !== 'bootstrap') return
          const found = statementsIn(parsed).find((one) => one.id === id && one.at === at && one.statement['Sid'] === sid)
          if (found) how(found.statement, found.list)
        }
      const add = (label: string, how: Parameters<typeof change>[0]) => all.push([`${id} ${sid}: ${label}`, id, change(how)])
      if (statement['Effect'] === 'Deny') {
        add('removed', (found, list) => list.splice(list.indexOf(found), 1))
        continue
      }
      if (statement['Resource'] !== '*') add('on everything', (found) => (found['Resource'] = '*'))
      if (statement['Condition']) add('without its condition', (found) => delete found['Condition'])
      const [service = ''] = String([statement['Action']].flat()[0]).split(':')
      add('every action of its service', (found) => (found['Action'] = `${service}:*`))
    }
  })
  return all
}

interface Found {
  id: string
  at: number
  list: Record<string, unknown>[]
  statement: Record<string, unknown>
}

function statementsIn({ Resources }: ParsedTemplate): Found[] {
  return Object.entries(Resources).flatMap(([id, { Type, Properties = {} }]) => {
    const documents =
      Type === 'AWS::IAM::ManagedPolicy'
        ? [Properties['PolicyDocument']]
        : Type === 'AWS::IAM::Role'
          ? (Properties['Policies'] as { PolicyDocument: unknown }[]).map(({ PolicyDocument }) => PolicyDocument)
          : []
    return (documents as { Statement: Record<string, unknown>[] }[]).flatMap(({ Statement }, at) =>
      Statement.map((statement) => ({ id, at, list: Statement, statement })),
    )
  })
}
