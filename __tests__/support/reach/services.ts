/**
 * Services that take a role and run what the caller gives them, with the calls it takes. Sources: the public lists of privilege
 * escalation in AWS (Rhino Security Labs 2018, Bishop Fox "IAM Vulnerable" 2021, pathfinding.cloud 2025).
 */
export const SERVICES_THAT_RUN_CODE: readonly { service: string; run: readonly string[] }[] = [
  { service: 'lambda', run: ['lambda:CreateFunction', 'lambda:InvokeFunction'] },
  { service: 'lambda', run: ['lambda:CreateFunction', 'lambda:AddPermission'] },
  { service: 'lambda', run: ['lambda:CreateFunction', 'lambda:CreateEventSourceMapping'] },
  { service: 'ec2', run: ['ec2:RunInstances'] },
  { service: 'ec2', run: ['ec2:AssociateIamInstanceProfile', 'ec2:RebootInstances'] },
  { service: 'ecs-tasks', run: ['ecs:RegisterTaskDefinition', 'ecs:RunTask'] },
  { service: 'ecs-tasks', run: ['ecs:RegisterTaskDefinition', 'ecs:CreateService'] },
  { service: 'ecs-tasks', run: ['batch:RegisterJobDefinition', 'batch:SubmitJob'] },
  { service: 'glue', run: ['glue:CreateDevEndpoint'] },
  { service: 'glue', run: ['glue:CreateJob', 'glue:StartJobRun'] },
  { service: 'glue', run: ['glue:UpdateJob', 'glue:StartJobRun'] },
  { service: 'sagemaker', run: ['sagemaker:CreateNotebookInstance', 'sagemaker:CreatePresignedNotebookInstanceUrl'] },
  { service: 'sagemaker', run: ['sagemaker:CreateTrainingJob'] },
  { service: 'sagemaker', run: ['sagemaker:CreateProcessingJob'] },
  { service: 'codebuild', run: ['codebuild:CreateProject', 'codebuild:StartBuild'] },
  { service: 'cloudformation', run: ['cloudformation:CreateStack'] },
  { service: 'cloudformation', run: ['cloudformation:UpdateStack'] },
  { service: 'states', run: ['states:CreateStateMachine', 'states:StartExecution'] },
  { service: 'pods.eks', run: ['eks:CreatePodIdentityAssociation'] },
  { service: 'datapipeline', run: ['datapipeline:CreatePipeline', 'datapipeline:PutPipelineDefinition'] },
  { service: 'scheduler', run: ['scheduler:CreateSchedule'] },
  { service: 'apprunner', run: ['apprunner:CreateService'] },
  { service: 'ssm', run: ['ssm:StartAutomationExecution'] },
  { service: 'elasticmapreduce', run: ['elasticmapreduce:RunJobFlow'] },
]
