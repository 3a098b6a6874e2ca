import type { AthenaClient } from '@aws-sdk/client-athena'
import type { CloudFormationClient } from '@aws-sdk/client-cloudformation'
import type { CloudTrailClient } from '@aws-sdk/client-cloudtrail'
import type { CloudWatchClient } from '@aws-sdk/client-cloudwatch'
import type { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs'
import type { ConfigServiceClient } from '@aws-sdk/client-config-service'
import type { CostExplorerClient } from '@aws-sdk/client-cost-explorer'
import type { ECRClient } from '@aws-sdk/client-ecr'
import type { EKSClient } from '@aws-sdk/client-eks'
import type { EventBridgeClient } from '@aws-sdk/client-eventbridge'
import type { GlueClient } from '@aws-sdk/client-glue'
import type { IAMClient } from '@aws-sdk/client-iam'
import type { KMSClient } from '@aws-sdk/client-kms'
import type { OrganizationsClient } from '@aws-sdk/client-organizations'
import type { S3Client } from '@aws-sdk/client-s3'
import type { SNSClient } from '@aws-sdk/client-sns'
import type { STSClient } from '@aws-sdk/client-sts'
import { BoundedHandler, boundedPages } from './bounds.ts'
import type { SageMaker } from './sagemaker.ts'
import { holdWhole } from './whole-answers.ts'

export interface Credentials {
  accessKeyId: string
  secretAccessKey: string
  sessionToken?: string
  expiration?: Date
}

export type CredentialSource = Credentials | (() => Promise<Credentials>)

export interface ClientOptions {
  region: string
  credentials: CredentialSource
  userAgent: string
}

/** Clients are loaded when first used: an SDK client costs start-up time, and most runs need few of them. */
export interface Clients {
  athena(): Promise<AthenaClient>
  cloudWatch(): Promise<CloudWatchClient>
  costExplorer(): Promise<CostExplorerClient>
  ecr(): Promise<ECRClient>
  eks(): Promise<EKSClient>
  glue(): Promise<GlueClient>
  cloudFormation(): Promise<CloudFormationClient>
  cloudTrail(): Promise<CloudTrailClient>
  logs(): Promise<CloudWatchLogsClient>
  configService(): Promise<ConfigServiceClient>
  events(): Promise<EventBridgeClient>
  iam(): Promise<IAMClient>
  kms(): Promise<KMSClient>
  organizations(): Promise<OrganizationsClient>
  s3(): Promise<S3Client>
  sageMaker(): Promise<SageMaker>
  sns(): Promise<SNSClient>
  sts(): Promise<STSClient>
}

export function createClients(options: ClientOptions): Clients {
  const common = {
    region: options.region,
    credentials: options.credentials,
    customUserAgent: options.userAgent,
    // Waits longer after each refusal for load, and tries long enough for a busy account (decision 8).
    retryMode: 'standard',
    maxAttempts: 8,
    requestHandler: new BoundedHandler(),
  }
  const bounded = boundedClient(boundedPages())
  return {
    athena: once(async () => bounded(new (await import('@aws-sdk/client-athena')).AthenaClient(common))),
    cloudWatch: once(async () => bounded(new (await import('@aws-sdk/client-cloudwatch')).CloudWatchClient(common))),
    costExplorer: once(async () => bounded(new (await import('@aws-sdk/client-cost-explorer')).CostExplorerClient(common))),
    ecr: once(async () => bounded(new (await import('@aws-sdk/client-ecr')).ECRClient(common))),
    eks: once(async () => bounded(new (await import('@aws-sdk/client-eks')).EKSClient(common))),
    glue: once(async () => bounded(new (await import('@aws-sdk/client-glue')).GlueClient(common))),
    cloudFormation: once(async () => bounded(new (await import('@aws-sdk/client-cloudformation')).CloudFormationClient(common))),
    cloudTrail: once(async () => bounded(new (await import('@aws-sdk/client-cloudtrail')).CloudTrailClient(common))),
    logs: once(async () => bounded(new (await import('@aws-sdk/client-cloudwatch-logs')).CloudWatchLogsClient(common))),
    configService: once(async () => bounded(new (await import('@aws-sdk/client-config-service')).ConfigServiceClient(common))),
    events: once(async () => bounded(new (await import('@aws-sdk/client-eventbridge')).EventBridgeClient(common))),
    iam: once(async () => bounded(new (await import('@aws-sdk/client-iam')).IAMClient(common))),
    kms: once(async () => bounded(new (await import('@aws-sdk/client-kms')).KMSClient(common))),
    organizations: once(async () => bounded(new (await import('@aws-sdk/client-organizations')).OrganizationsClient(common))),
    // A bucket is asked where it is; a custom endpoint has no bucket subdomains.
    s3: once(async () => {
      const { S3Client } = await import('@aws-sdk/client-s3')
      return bounded(new S3Client({ ...common, followRegionRedirects: true, forcePathStyle: hasCustomEndpoint(process.env) }))
    }),
    sageMaker: once(async () => new (await import('./sagemaker.ts')).SageMaker(options)),
    sns: once(async () => bounded(new (await import('@aws-sdk/client-sns')).SNSClient(common))),
    sts: once(async () => bounded(new (await import('@aws-sdk/client-sts')).STSClient(common))),
  }
}

type Send<I, O> = (args: { input: I }) => Promise<{ output: O }>

interface Stack {
  add(
    middleware: <I extends object, O>(next: Send<I, O>, context: { commandName?: string }) => Send<I, O>,
    options: { step: 'initialize'; name: string },
  ): void
}

/** Every listing of every client has an end, and every answer what AWS's always has. */
function boundedClient(count: ReturnType<typeof boundedPages>): <C extends { middlewareStack: Stack }>(client: C) => C {
  return (client) => {
    client.middlewareStack.add(
      (next, { commandName = 'A call' }) =>
        async (args) => {
          const operation = commandName.replace(/Command$/, '')
          count(operation, args.input)
          const answered = await next(args)
          holdWhole(operation, answered.output)
          return answered
        },
      { step: 'initialize', name: 'boundedPages' },
    )
    return client
  }
}

function hasCustomEndpoint(environment: NodeJS.ProcessEnv): boolean {
  return Boolean(environment['AWS_ENDPOINT_URL_S3'] ?? environment['AWS_ENDPOINT_URL'])
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}
