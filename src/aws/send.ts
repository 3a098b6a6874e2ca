import { record } from '../reads/shape.ts'
import type { Clients } from './clients.ts'

/** What an SDK command answers, as it came. */
type Answer = Readonly<Record<string, unknown>> & { $metadata?: { requestId?: string } }

/** An SDK client as far as it is used here. */
interface Sender {
  send(command: unknown): Promise<unknown>
}

interface Service {
  client(clients: Clients): Promise<unknown>
  commands(): Promise<object>
}

/** The SDK package that speaks to each service, by the prefix of its operations; SageMaker has a client of our own. */
const SERVICES: Readonly<Record<string, Service>> = {
  cloudtrail: { client: (clients) => clients.cloudTrail(), commands: () => import('@aws-sdk/client-cloudtrail') },
  s3: { client: (clients) => clients.s3(), commands: () => import('@aws-sdk/client-s3') },
  kms: { client: (clients) => clients.kms(), commands: () => import('@aws-sdk/client-kms') },
  logs: { client: (clients) => clients.logs(), commands: () => import('@aws-sdk/client-cloudwatch-logs') },
  sns: { client: (clients) => clients.sns(), commands: () => import('@aws-sdk/client-sns') },
  events: { client: (clients) => clients.events(), commands: () => import('@aws-sdk/client-eventbridge') },
  athena: { client: (clients) => clients.athena(), commands: () => import('@aws-sdk/client-athena') },
  cloudformation: { client: (clients) => clients.cloudFormation(), commands: () => import('@aws-sdk/client-cloudformation') },
  cloudwatch: { client: (clients) => clients.cloudWatch(), commands: () => import('@aws-sdk/client-cloudwatch') },
  config: { client: (clients) => clients.configService(), commands: () => import('@aws-sdk/client-config-service') },
  ecr: { client: (clients) => clients.ecr(), commands: () => import('@aws-sdk/client-ecr') },
  eks: { client: (clients) => clients.eks(), commands: () => import('@aws-sdk/client-eks') },
  glue: { client: (clients) => clients.glue(), commands: () => import('@aws-sdk/client-glue') },
  iam: { client: (clients) => clients.iam(), commands: () => import('@aws-sdk/client-iam') },
}

/** Sends one operation, e.g. `kms:DescribeKey`: the SDK names its commands after operations. */
export async function sendOperation(clients: Clients, operation: string, parameters: Readonly<Record<string, unknown>>): Promise<Answer> {
  const [prefix = '', name = ''] = operation.split(':')
  if (prefix === 'sagemaker') return (await clients.sageMaker()).send(name, parameters)
  const service = SERVICES[prefix]
  if (!service) throw new Error(`no SDK client speaks ${prefix}`)
  const [client, commands] = await Promise.all([service.client(clients), service.commands()])
  const Command = Object.entries(commands).find(([key]) => key === `${name}Command`)?.[1]
  if (!isSender(client) || !Command) throw new Error(`the SDK has no ${operation}`)
  return record(await client.send(new Command(parameters)), '')
}

function isSender(client: unknown): client is Sender {
  return typeof client === 'object' && client !== null && 'send' in client && typeof client.send === 'function'
}
