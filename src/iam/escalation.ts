import { ANY, type Asked } from './ask.ts'

/** A way from some rights to all of those in the account: every step must be allowed. */
export interface EscalationPath {
  name: string
  steps: readonly Asked[]
}

const paths = new Map<string, readonly EscalationPath[]>()

interface Where {
  account: string
  partition?: string
  region?: string
}

/** The ways, in an account. */
export function escalationPaths({ account, partition = 'aws', region = 'us-east-1' }: Where): readonly EscalationPath[] {
  const where = { account, partition, region }
  const id = Object.values(where).join(' ')
  const known = paths.get(id) ?? pathsIn(where)
  paths.set(id, known)
  return known
}

/**
 * Known ways to more rights. Sources: IAM User Guide ("Grant least privilege", "Permissions boundaries"), Service Authorization Reference,
 * and the public catalogues of escalation paths (Rhino Security Labs 2018, pathfinding.cloud 2025).
 */
function pathsIn({ account, partition, region }: Required<Where>): EscalationPath[] {
  const iam = (kind: string) => `arn:${partition}:iam::${account}:${kind}/${ANY}`
  const at = (service: string, rest: string) => `arn:${partition}:${service}:${region}:${account}:${rest}${ANY}`
  const one = (name: string, action: string, on: string, fixed: Asked['fixed'] = {}): EscalationPath => ({
    name,
    // A boundary that must be set on what is made or changed would hold the new rights too.
    steps: [{ action, on, fixed: { 'iam:PermissionsBoundary': [], ...fixed } }],
  })
  const anything = { 'iam:PolicyARN': [`arn:${partition}:iam::aws:policy/AdministratorAccess`] }
  return [
    one('write a new version of a policy that it has', 'iam:CreatePolicyVersion', iam('policy')),
    one('bring back an older, wider version of a policy', 'iam:SetDefaultPolicyVersion', iam('policy')),
    one('attach AdministratorAccess to a role', 'iam:AttachRolePolicy', iam('role'), anything),
    one('attach AdministratorAccess to a user', 'iam:AttachUserPolicy', iam('user'), anything),
    one('attach AdministratorAccess to a group', 'iam:AttachGroupPolicy', iam('group'), anything),
    one('write an inline policy of a role', 'iam:PutRolePolicy', iam('role')),
    one('write an inline policy of a user', 'iam:PutUserPolicy', iam('user')),
    one('write an inline policy of a group', 'iam:PutGroupPolicy', iam('group')),
    one('put a user into any group', 'iam:AddUserToGroup', iam('group')),
    one('let itself into a role by editing its trust', 'iam:UpdateAssumeRolePolicy', iam('role')),
    one('make access keys of another user', 'iam:CreateAccessKey', iam('user')),
    one('set the password of another user', 'iam:UpdateLoginProfile', iam('user')),
    one('give another user a password', 'iam:CreateLoginProfile', iam('user')),
    one('take the permissions boundary off a role', 'iam:DeleteRolePermissionsBoundary', iam('role')),
    one('take the permissions boundary off a user', 'iam:DeleteUserPermissionsBoundary', iam('user')),
    one('exchange the permissions boundary of a role', 'iam:PutRolePermissionsBoundary', iam('role')),
    one('give accounts and permission sets of Identity Center to anyone', 'sso:CreateAccountAssignment', '*'),
    one('write policies of Identity Center’s permission sets', 'sso:PutInlinePolicyToPermissionSet', '*'),
    one('make itself administrator of a cluster', 'eks:AssociateAccessPolicy', '*'),
    one('change the code of any function, and act with its role', 'lambda:UpdateFunctionCode', at('lambda', 'function:')),
    one('run commands on any instance, and act with its role', 'ssm:SendCommand', at('ec2', 'instance/i-0')),
    one('open a session on any instance, and act with its role', 'ssm:StartSession', at('ec2', 'instance/i-0')),
    one('open any notebook, and act with its role', 'sagemaker:CreatePresignedNotebookInstanceUrl', at('sagemaker', 'notebook-instance/')),
    one('assume any role that trusts the account', 'sts:AssumeRole', iam('role')),
    ...PASSED.map(([service, ...actions]): EscalationPath => {
      const what = actions.map((action) => action.split(':')[1]).join(' and ')
      return {
        name: `pass any role to ${service} (iam:PassRole) and have it run as that role (${what})`,
        steps: [
          { action: 'iam:PassRole', on: iam('role'), fixed: { 'iam:PassedToService': [service], 'iam:AssociatedResourceArn': [] } },
          ...actions.map((action) => ({ action, on: '*' })),
        ],
      }
    }),
  ]
}

/** Services that run code of whoever hands them a role, with what starts it. */
const PASSED: readonly (readonly [service: string, ...actions: string[]])[] = [
  ['ec2.amazonaws.com', 'ec2:RunInstances'],
  ['lambda.amazonaws.com', 'lambda:CreateFunction', 'lambda:InvokeFunction'],
  ['lambda.amazonaws.com', 'lambda:CreateFunction', 'lambda:CreateEventSourceMapping'],
  ['lambda.amazonaws.com', 'lambda:CreateFunction', 'lambda:AddPermission'],
  ['cloudformation.amazonaws.com', 'cloudformation:CreateStack'],
  ['cloudformation.amazonaws.com', 'cloudformation:CreateChangeSet', 'cloudformation:ExecuteChangeSet'],
  ['glue.amazonaws.com', 'glue:CreateDevEndpoint'],
  ['glue.amazonaws.com', 'glue:CreateJob', 'glue:StartJobRun'],
  ['glue.amazonaws.com', 'glue:CreateSession', 'glue:RunStatement'],
  ['codebuild.amazonaws.com', 'codebuild:CreateProject', 'codebuild:StartBuild'],
  ['codepipeline.amazonaws.com', 'codepipeline:CreatePipeline'],
  ['ecs-tasks.amazonaws.com', 'ecs:RegisterTaskDefinition', 'ecs:RunTask'],
  ['ecs-tasks.amazonaws.com', 'ecs:RegisterTaskDefinition', 'ecs:CreateService'],
  ['states.amazonaws.com', 'states:CreateStateMachine', 'states:StartExecution'],
  ['sagemaker.amazonaws.com', 'sagemaker:CreateNotebookInstance', 'sagemaker:CreatePresignedNotebookInstanceUrl'],
  ['sagemaker.amazonaws.com', 'sagemaker:CreateTrainingJob'],
  ['sagemaker.amazonaws.com', 'sagemaker:CreateProcessingJob'],
  ['sagemaker.amazonaws.com', 'sagemaker:CreatePipeline', 'sagemaker:StartPipelineExecution'],
  ['datapipeline.amazonaws.com', 'datapipeline:CreatePipeline', 'datapipeline:PutPipelineDefinition'],
  ['elasticmapreduce.amazonaws.com', 'elasticmapreduce:RunJobFlow'],
  ['emr-serverless.amazonaws.com', 'emr-serverless:CreateApplication', 'emr-serverless:StartJobRun'],
  ['ssm.amazonaws.com', 'ssm:StartAutomationExecution'],
  ['scheduler.amazonaws.com', 'scheduler:CreateSchedule'],
  ['tasks.apprunner.amazonaws.com', 'apprunner:CreateService'],
  ['batch.amazonaws.com', 'batch:RegisterJobDefinition', 'batch:SubmitJob'],
  ['pods.eks.amazonaws.com', 'eks:CreatePodIdentityAssociation'],
  ['bedrock-agentcore.amazonaws.com', 'bedrock-agentcore:CreateCodeInterpreter', 'bedrock-agentcore:InvokeCodeInterpreter'],
]

/** Unlike each other: who may do all of these on anything may do everything. */
export const OF_AN_ADMINISTRATOR: readonly string[] = [
  'iam:CreateUser',
  'organizations:LeaveOrganization',
  's3:DeleteBucket',
  'kms:ScheduleKeyDeletion',
  'ec2:TerminateInstances',
  'cloudtrail:StopLogging',
]
