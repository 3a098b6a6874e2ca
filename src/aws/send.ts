import { Readable } from 'node:stream'
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

/**
 * Sends one operation, e.g. `kms:DescribeKey`: the SDK names its commands after operations. With `root` the answer has to be that XML
 * element.
 */
export async function sendOperation(
  clients: Clients,
  operation: string,
  parameters: Readonly<Record<string, unknown>>,
  root?: string,
): Promise<Answer> {
  const [prefix = '', name = ''] = operation.split(':')
  if (prefix === 'sagemaker') return (await clients.sageMaker()).send(name, parameters)
  const service = SERVICES[prefix]
  if (!service) throw new Error(`no SDK client speaks ${prefix}`)
  const [client, commands] = await Promise.all([service.client(clients), service.commands()])
  // By its name alone: a client has hundreds of exports, each behind a getter.
  const Command: unknown = Reflect.get(commands, `${name}Command`)
  if (!isSender(client) || !isConstructor(Command)) throw new Error(`the SDK has no ${operation}`)
  const command: unknown = new Command(parameters)
  if (hasStack(command))
    command.middlewareStack.add((next) => async (args) => readable(await next(args), root), { step: 'deserialize', priority: 'low' })
  return record(await client.send(command), '')
}

/** What a command's innermost step hands on: what came over the wire. */
interface Received {
  response: { statusCode: number; body: AsyncIterable<Uint8Array> }
}

interface WithStack {
  middlewareStack: {
    add(
      middleware: (next: (args: unknown) => Promise<Received>) => (args: unknown) => Promise<Received>,
      options: { step: 'deserialize'; priority: 'low' },
    ): void
  }
}

function hasStack(command: unknown): command is WithStack {
  return typeof command === 'object' && command !== null && 'middlewareStack' in command
}

/** An element that is true or false, with what it says. */
const TRUTHS = /<(Is[A-Z]\w*)>([^<]*)</g

/**
 * What came, after a look at it that the SDK does not take: of any element it makes an answer, and of any text that is not `true`, false.
 * @throws SyntaxError, as the SDK does of what it cannot read
 */
async function readable(received: Received, root: string | undefined): Promise<Received> {
  const { response } = received
  if (response.statusCode >= 300) return received
  const chunks: Uint8Array[] = []
  for await (const chunk of response.body) chunks.push(chunk)
  const body = Buffer.concat(chunks)
  const text = body.toString('utf8')
  if (root !== undefined && !new RegExp(`^\\s*(?:<\\?xml[^>]*>\\s*)?<${root}[\\s/>]`).test(text))
    throw new SyntaxError(`the answer is no ${root}`)
  for (const [, name = '', said = ''] of text.trimStart().startsWith('<') ? text.matchAll(TRUTHS) : [])
    if (!/^(?:true|false)$/i.test(said.trim())) throw new SyntaxError(`${name} is ${JSON.stringify(said.slice(0, 40))}, not true or false`)
  response.body = Readable.from([body])
  return received
}

function isSender(client: unknown): client is Sender {
  return typeof client === 'object' && client !== null && 'send' in client && typeof client.send === 'function'
}

function isConstructor(value: unknown): value is new (parameters: unknown) => unknown {
  return typeof value === 'function'
}
