/** What the SageMaker role may be for; source: the actions of each kind in the Service Authorization Reference. */
export const JOB_KINDS = ['training', 'processing', 'transform', 'tuning', 'pipelines', 'registry', 'hosting'] as const
export type JobKind = (typeof JOB_KINDS)[number]

interface Rights {
  /** On what carries the prefix. */
  own: readonly string[]
  /** Listings, which know no resource. */
  list: readonly string[]
}

const jobs = (name: string, ...more: string[]): Rights => ({
  own: [`Create${name}`, `Describe${name}`, `Stop${name}`],
  list: [`List${name}s`, ...more],
})
/** Transform jobs and endpoints run a model. */
const MODEL = ['CreateModel', 'DescribeModel']

const RIGHTS: Readonly<Record<JobKind, Rights>> = {
  training: jobs('TrainingJob'),
  processing: jobs('ProcessingJob'),
  transform: { own: [...jobs('TransformJob').own, ...MODEL], list: [...jobs('TransformJob').list, 'ListModels'] },
  tuning: {
    own: [...jobs('HyperParameterTuningJob').own, 'ListTrainingJobsForHyperParameterTuningJob'],
    list: ['ListHyperParameterTuningJobs'],
  },
  pipelines: {
    own: [
      'CreatePipeline',
      'DescribePipeline',
      'DescribePipelineDefinitionForExecution',
      'DescribePipelineExecution',
      'ListPipelineExecutionSteps',
      'ListPipelineExecutions',
      'ListPipelineParametersForExecution',
      'RetryPipelineExecution',
      'StartPipelineExecution',
      'StopPipelineExecution',
      'UpdatePipeline',
      'UpdatePipelineExecution',
    ],
    list: ['ListPipelines'],
  },
  registry: {
    own: ['CreateModelPackage', 'CreateModelPackageGroup', 'DescribeModelPackage', 'DescribeModelPackageGroup', 'UpdateModelPackage'],
    list: ['ListModelPackageGroups', 'ListModelPackages'],
  },
  hosting: {
    own: [
      'CreateEndpoint',
      'CreateEndpointConfig',
      ...MODEL,
      'DescribeEndpoint',
      'DescribeEndpointConfig',
      'InvokeEndpoint',
      'UpdateEndpoint',
    ],
    list: ['ListEndpoints', 'ListModels'],
  },
}

/** IAM actions of some kinds of jobs. */
export function rightsOf(kinds: readonly JobKind[]): { own: string[]; list: string[] } {
  const named = (which: keyof Rights, always: readonly string[] = []) =>
    [...new Set([...always, ...kinds.flatMap((kind) => RIGHTS[kind][which])])].sort().map((action) => `sagemaker:${action}`)
  return { own: named('own', ['AddTags']), list: named('list') }
}
