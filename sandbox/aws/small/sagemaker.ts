import { type Body, type Call, list, mergeTags, type Operations, page, Scoped, type Tag } from '../call.ts'
import { AwsError } from '../error.ts'

/** How long a job stops and an endpoint is deleted, in milliseconds: AWS takes minutes for both. */
const ENDING_MS = 150

interface Thing {
  shown: Body
  tags: Tag[]
  /** When what is under way has ended. */
  endsAt?: number
}

interface State {
  jobs: Map<string, Thing>
  models: Map<string, Thing>
  endpointConfigs: Map<string, Thing>
  endpoints: Map<string, Thing>
  groups: Map<string, Thing & { versions: number }>
  packages: Map<string, Thing>
}

const invalid = (message: string) => new AwsError('ValidationException', message)
const noArn = (what: string, arn: string) => invalid(`Could not find ${what} "${arn}".`)

/** SageMaker as far as it is cleaned up: training jobs, endpoints with their configs and models, the model registry. */
export class SageMaker {
  readonly #failing = new Set<string>()
  readonly #states = new Scoped<State>(() => ({
    jobs: new Map(),
    models: new Map(),
    endpointConfigs: new Map(),
    endpoints: new Map(),
    groups: new Map(),
    packages: new Map(),
  }))
  readonly operations: Operations = {
    CreateTrainingJob: (call) => this.#createJob(call),
    DescribeTrainingJob: (call) => this.#job(call).shown,
    ListTrainingJobs: (call) => this.#listJobs(call),
    StopTrainingJob: (call) => this.#stopJob(call),
    CreateModel: (call) => this.#make(call, 'models', 'ModelName', 'model'),
    DescribeModel: (call) => this.#named(call, 'models', 'ModelName', 'model').shown,
    CreateEndpointConfig: (call) => this.#make(call, 'endpointConfigs', 'EndpointConfigName', 'endpoint-config'),
    DescribeEndpointConfig: (call) => this.#named(call, 'endpointConfigs', 'EndpointConfigName', 'endpoint-config').shown,
    CreateEndpoint: (call) => this.#createEndpoint(call),
    DescribeEndpoint: (call) => this.#endpoint(call).shown,
    ListEndpoints: (call) => this.#listEndpoints(call),
    DeleteEndpoint: (call) => {
      const endpoint = this.#endpoint(call)
      endpoint.shown['EndpointStatus'] = 'Deleting'
      endpoint.endsAt ??= Date.now() + ENDING_MS
    },
    CreateModelPackageGroup: (call) => {
      const name = String(call.parameters['ModelPackageGroupName'])
      const ModelPackageGroupArn = arnOf(call, 'model-package-group', name)
      const shown = { ModelPackageGroupName: name, ModelPackageGroupArn, CreationTime: new Date(), ModelPackageGroupStatus: 'Completed' }
      this.#states.of(call).groups.set(name, { shown, tags: list<Tag>(call.parameters['Tags']), versions: 0 })
      return { ModelPackageGroupArn }
    },
    CreateModelPackage: (call) => this.#createPackage(call),
    DescribeModelPackage: (call) => this.#package(call).shown,
    UpdateModelPackage: (call) => {
      const found = this.#package({ ...call, parameters: { ModelPackageName: call.parameters['ModelPackageArn'] } })
      found.shown['ModelApprovalStatus'] = call.parameters['ModelApprovalStatus']
      return { ModelPackageArn: found.shown['ModelPackageArn'] }
    },
    ListModelPackages: (call) => this.#listPackages(call),
    DeleteModelPackage: (call) => {
      const found = this.#package(call)
      this.#states.of(call).packages.delete(String(found.shown['ModelPackageArn']))
    },
    AddTags: (call) => {
      const thing = this.#byArn(call)
      thing.tags = mergeTags(thing.tags, list<Tag>(call.parameters['Tags']))
      return { Tags: thing.tags }
    },
    ListTags: (call) => ({ Tags: this.#byArn(call).tags }),
  }

  /** Makes the creation of an endpoint fail, as one whose container never answers. */
  failEndpoint(name: string): void {
    this.#failing.add(name)
  }

  #createJob(call: Call): Body {
    const name = String(call.parameters['TrainingJobName'])
    const { jobs } = this.#states.of(call)
    if (jobs.has(name))
      throw new AwsError(
        'ResourceInUse',
        `Training job names must be unique within an AWS account and region, but a training job with the name "${name}" already exists.`,
      )
    const TrainingJobArn = arnOf(call, 'training-job', name)
    const { Tags, ...given } = call.parameters
    const shown = { ...given, TrainingJobArn, TrainingJobStatus: 'InProgress', SecondaryStatus: 'Training', CreationTime: new Date() }
    jobs.set(name, { shown, tags: list<Tag>(Tags) })
    return { TrainingJobArn }
  }

  #job(call: Call): Thing {
    const found = this.#states.of(call).jobs.get(String(call.parameters['TrainingJobName']))
    if (!found) throw invalid('Requested resource not found.')
    if (found.endsAt !== undefined && found.endsAt <= Date.now())
      Object.assign(found.shown, { TrainingJobStatus: 'Stopped', SecondaryStatus: 'Stopped' })
    return found
  }

  #listJobs(call: Call): Body {
    const { NameContains = '', StatusEquals, NextToken, MaxResults } = call.parameters
    const all = [...this.#states.of(call).jobs.keys()].map((name) => this.#job({ ...call, parameters: { TrainingJobName: name } }).shown)
    const chosen = all.filter(
      (job) =>
        String(job['TrainingJobName']).includes(String(NameContains)) &&
        (StatusEquals === undefined || job['TrainingJobStatus'] === StatusEquals),
    )
    const { items, next } = page(chosen, NextToken, Number(MaxResults ?? 10))
    const TrainingJobSummaries = items.map(({ TrainingJobName, TrainingJobArn, TrainingJobStatus, CreationTime }) => ({
      TrainingJobName,
      TrainingJobArn,
      TrainingJobStatus,
      CreationTime,
    }))
    return { TrainingJobSummaries, NextToken: next }
  }

  #stopJob(call: Call): void {
    const job = this.#job(call)
    const status = job.shown['TrainingJobStatus']
    if (status !== 'InProgress') throw invalid(`The request was rejected because the training job is in status ${String(status)}.`)
    Object.assign(job.shown, { TrainingJobStatus: 'Stopping', SecondaryStatus: 'Stopping' })
    job.endsAt = Date.now() + ENDING_MS
  }

  #make(call: Call, kind: 'models' | 'endpointConfigs', key: string, word: string): Body {
    const name = String(call.parameters[key])
    const arn = arnOf(call, word, name)
    const { Tags, ...given } = call.parameters
    const shown = { ...given, [key.replace(/Name$/, 'Arn')]: arn, CreationTime: new Date() }
    this.#states.of(call)[kind].set(name, { shown, tags: list<Tag>(Tags) })
    return { [key.replace(/Name$/, 'Arn')]: arn }
  }

  #named(call: Call, kind: 'models' | 'endpointConfigs', key: string, word: string): Thing {
    const name = String(call.parameters[key])
    const found = this.#states.of(call)[kind].get(name)
    if (!found) throw noArn(word === 'model' ? 'model' : 'endpoint configuration', arnOf(call, word, name))
    return found
  }

  #createEndpoint(call: Call): Body {
    const name = String(call.parameters['EndpointName'])
    const { endpoints } = this.#states.of(call)
    const EndpointArn = arnOf(call, 'endpoint', name)
    if (endpoints.has(name)) throw invalid(`Cannot create already existing endpoint "${EndpointArn}".`)
    const isFailing = this.#failing.delete(name)
    const shown = {
      EndpointName: name,
      EndpointArn,
      EndpointConfigName: call.parameters['EndpointConfigName'],
      EndpointStatus: isFailing ? 'Failed' : 'InService',
      ...(isFailing
        ? { FailureReason: 'The primary container for production variant AllTraffic did not pass the ping health check.' }
        : {}),
      CreationTime: new Date(),
      LastModifiedTime: new Date(),
    }
    endpoints.set(name, { shown, tags: list<Tag>(call.parameters['Tags']) })
    return { EndpointArn }
  }

  #endpoint(call: Call): Thing {
    const name = String(call.parameters['EndpointName'])
    const { endpoints } = this.#states.of(call)
    const found = endpoints.get(name)
    if (found?.endsAt !== undefined && found.endsAt <= Date.now()) endpoints.delete(name)
    if (!found || !endpoints.has(name)) throw noArn('endpoint', arnOf(call, 'endpoint', name))
    return found
  }

  #listEndpoints(call: Call): Body {
    const { NameContains = '', StatusEquals, NextToken, MaxResults } = call.parameters
    const now = Date.now()
    const chosen = [...this.#states.of(call).endpoints.values()]
      .filter(({ endsAt }) => endsAt === undefined || endsAt > now)
      .map(({ shown }) => shown)
      .filter(
        (one) =>
          String(one['EndpointName']).includes(String(NameContains)) &&
          (StatusEquals === undefined || one['EndpointStatus'] === StatusEquals),
      )
    const { items, next } = page(chosen, NextToken, Number(MaxResults ?? 10))
    const Endpoints = items.map(({ EndpointName, EndpointArn, EndpointStatus, CreationTime, LastModifiedTime }) => ({
      EndpointName,
      EndpointArn,
      EndpointStatus,
      CreationTime,
      LastModifiedTime,
    }))
    return { Endpoints, NextToken: next }
  }

  #createPackage(call: Call): Body {
    const { ModelPackageGroupName, ModelPackageName, ModelApprovalStatus = 'PendingManualApproval', Tags } = call.parameters
    const state = this.#states.of(call)
    const group = state.groups.get(String(ModelPackageGroupName))
    if (ModelPackageGroupName !== undefined && !group) throw invalid(`Model package group ${String(ModelPackageGroupName)} does not exist.`)
    if (group) group.versions += 1
    const name = group ? `${String(ModelPackageGroupName)}/${group.versions}` : String(ModelPackageName)
    const ModelPackageArn = arnOf(call, 'model-package', name)
    const shown = {
      ...(group ? { ModelPackageGroupName, ModelPackageVersion: group.versions } : { ModelPackageName }),
      ModelPackageArn,
      CreationTime: new Date(),
      ModelPackageStatus: 'Completed',
      ...(group ? { ModelApprovalStatus } : {}),
    }
    state.packages.set(ModelPackageArn, { shown, tags: list<Tag>(Tags) })
    return { ModelPackageArn }
  }

  #package(call: Call): Thing {
    const name = String(call.parameters['ModelPackageName'])
    const arn = name.startsWith('arn:') ? name : arnOf(call, 'model-package', name)
    const found = this.#states.of(call).packages.get(arn)
    if (!found) throw invalid(`ModelPackage ${arn} does not exist.`)
    return found
  }

  /** Without a group only unversioned ones are listed. */
  #listPackages(call: Call): Body {
    const { ModelPackageGroupName, ModelApprovalStatus, NextToken, MaxResults } = call.parameters
    const chosen = [...this.#states.of(call).packages.values()]
      .map(({ shown }) => shown)
      .filter((one) => one['ModelPackageGroupName'] === ModelPackageGroupName)
      .filter((one) => ModelApprovalStatus === undefined || one['ModelApprovalStatus'] === ModelApprovalStatus)
    const { items, next } = page(chosen, NextToken, Number(MaxResults ?? 10))
    return { ModelPackageSummaryList: items, NextToken: next }
  }

  #byArn(call: Call): Thing {
    const arn = String(call.parameters['ResourceArn'])
    const state = this.#states.of(call)
    const all = [state.jobs, state.models, state.endpointConfigs, state.endpoints, state.groups, state.packages].flatMap((kind) => [
      ...kind.values(),
    ])
    const found = all.find(({ shown }) => Object.entries(shown).some(([key, value]) => key.endsWith('Arn') && value === arn))
    if (!found) throw invalid(`Resource ${arn} not found.`)
    return found
  }
}

function arnOf({ partition, region, account }: Call, word: string, name: string): string {
  return `arn:${partition}:sagemaker:${region}:${account}:${word}/${name}`
}
