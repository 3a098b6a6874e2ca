import type { Body, Call, Operations } from './call.ts'
import { notImplemented } from './error.ts'
import { Iam } from './iam/service.ts'
import { Kms } from './kms.ts'
import { Logs } from './logs/service.ts'
import { CloudWatch } from './messaging/cloudwatch.ts'
import { Events } from './messaging/events.ts'
import { Sns } from './messaging/sns.ts'
import { S3 } from './s3/service.ts'
import { CostExplorer } from './small/billing.ts'
import { Athena, Glue } from './small/catalog.ts'
import { Config } from './small/config.ts'
import { Ecr } from './small/ecr.ts'
import { Eks } from './small/eks.ts'
import { DynamoDb, Organizations, SecretsManager } from './small/others.ts'
import { SageMaker } from './small/sagemaker.ts'

/** The services behind the sandbox's front, by signing name. CloudTrail, CloudFormation and STS are the front's own. */
export class Cloud {
  readonly iam = new Iam()
  readonly kms = new Kms()
  readonly costExplorer = new CostExplorer()
  readonly organizations = new Organizations()
  readonly s3 = new S3(this.kms)
  readonly sagemaker = new SageMaker()
  readonly sns = new Sns(this.kms)
  readonly events = new Events(this.sns)
  readonly cloudwatch = new CloudWatch(this.sns)
  readonly logs = new Logs(this.kms, (place, namespace, name, value) => this.cloudwatch.measure(place, namespace, name, value))
  readonly #services: Readonly<Record<string, Operations>> = {
    iam: this.iam.operations,
    kms: this.kms.operations,
    logs: this.logs.operations,
    sns: this.sns.operations,
    events: this.events.operations,
    monitoring: this.cloudwatch.operations,
    config: new Config().operations,
    ecr: new Ecr().operations,
    eks: new Eks().operations,
    glue: new Glue().operations,
    athena: new Athena().operations,
    ce: this.costExplorer.operations,
    organizations: this.organizations.operations,
    dynamodb: new DynamoDb().operations,
    sagemaker: this.sagemaker.operations,
    secretsmanager: new SecretsManager().operations,
  }

  /** Carries out one call. @throws AwsError, NotImplemented by name for what is not modelled */
  async call(call: Call): Promise<Body> {
    const handler = this.#services[call.service]?.[call.operation]
    if (!handler) throw notImplemented(`${call.service}:${call.operation}`)
    return ((await handler(call)) ?? {}) as Body
  }

  /** `service:Operation` of everything that is modelled. */
  modelled(): string[] {
    return Object.entries(this.#services).flatMap(([service, operations]) =>
      Object.keys(operations).map((operation) => `${service}:${operation}`),
    )
  }

  stop(): void {
    this.s3.stop()
  }
}
