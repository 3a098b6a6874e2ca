/** Log files as CloudTrail delivers them, of a company that does not exist: the same seed gives the same bytes. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const ACCOUNT = '111122223333'
const REGIONS = ['us-east-1', 'us-east-1', 'us-east-1', 'eu-west-1', 'us-west-2'] as const
const AGENTS = [
  'aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.8 md/arch#x86_64 lang/python#3.13.7 cfg/retry-mode#standard',
  'Boto3/1.40.2 md/Botocore#1.40.2 ua/2.1 os/linux#5.10 md/arch#x86_64 lang/python#3.12.3 exec-env/AWS_Lambda_python3.12 Botocore/1.40.2',
  'aws-sdk-go-v2/1.36.3 os/linux lang/go#1.24.2 md/GOOS#linux md/GOARCH#amd64 api/eks#1.60.1',
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
  'APN/1.0 HashiCorp/1.0 Terraform/1.12.0 terraform-provider-aws/6.8.0 aws-sdk-go-v2/1.36.3',
] as const

/** What is called, how often, whether it only reads, and what its request looks like. */
const CALLS: readonly (readonly [weight: number, source: string, name: string, readOnly: boolean, request: (random: Random) => unknown])[] =
  [
    [
      16,
      'ec2',
      'DescribeInstances',
      true,
      () => ({ instancesSet: {}, filterSet: { items: [{ name: 'instance-state-name', valueSet: { items: [{ value: 'running' }] } }] } }),
    ],
    [9, 'ec2', 'DescribeNetworkInterfaces', true, () => ({ networkInterfaceIdSet: {}, filterSet: {} })],
    [
      12,
      'sts',
      'AssumeRole',
      true,
      (random) => ({
        roleArn: `arn:aws:iam::${ACCOUNT}:role/service-${random.below(12)}`,
        roleSessionName: `session-${random.below(40)}`,
        durationSeconds: 3600,
      }),
    ],
    [
      12,
      'kms',
      'Decrypt',
      true,
      (random) => ({
        encryptionAlgorithm: 'SYMMETRIC_DEFAULT',
        encryptionContext: { 'aws:s3:arn': `arn:aws:s3:::acme-gold-${random.below(8)}` },
      }),
    ],
    [
      8,
      's3',
      'GetObject',
      true,
      (random) => ({
        bucketName: `acme-gold-${random.below(8)}`,
        Host: 's3.amazonaws.com',
        key: `features/day=${random.below(40)}/part-${random.below(900)}.parquet`,
      }),
    ],
    [
      5,
      's3',
      'PutObject',
      false,
      (random) => ({
        bucketName: `acme-gold-${random.below(8)}`,
        Host: 's3.amazonaws.com',
        key: `features/day=${random.below(40)}/part-${random.below(900)}.parquet`,
        'x-amz-server-side-encryption': 'aws:kms',
      }),
    ],
    [
      6,
      'logs',
      'CreateLogStream',
      false,
      (random) => ({ logGroupName: `/aws/lambda/fn-${random.below(60)}`, logStreamName: `2026/11/25/[$LATEST]${random.hex(32)}` }),
    ],
    [5, 'iam', 'GetRole', true, (random) => ({ roleName: `service-${random.below(12)}` })],
    [4, 'sagemaker', 'DescribeTrainingJob', true, (random) => ({ trainingJobName: `train-${random.below(300)}` })],
    [
      2,
      'sagemaker',
      'CreateTrainingJob',
      false,
      (random) => ({
        trainingJobName: `train-${random.below(3000)}`,
        roleArn: `arn:aws:iam::${ACCOUNT}:role/sagemaker-execution`,
        resourceConfig: { instanceType: 'ml.g5.xlarge', instanceCount: 1, volumeSizeInGB: 100 },
      }),
    ],
    [4, 'dynamodb', 'DescribeTable', true, (random) => ({ tableName: `store-${random.below(20)}` })],
    [
      3,
      'elasticloadbalancing',
      'DescribeTargetHealth',
      true,
      (random) => ({ targetGroupArn: `arn:aws:elasticloadbalancing:us-east-1:${ACCOUNT}:targetgroup/api/${random.hex(16)}` }),
    ],
    [
      3,
      'ecr',
      'BatchGetImage',
      true,
      (random) => ({ registryId: ACCOUNT, repositoryName: `model-${random.below(15)}`, imageIds: [{ imageTag: `v${random.below(80)}` }] }),
    ],
    [3, 'lambda', 'GetFunction20150331v2', true, (random) => ({ functionName: `fn-${random.below(60)}` })],
    [
      2,
      'ec2',
      'CreateTags',
      false,
      (random) => ({ resourcesSet: { items: [{ resourceId: `i-${random.hex(17)}` }] }, tagSet: { items: [{ key: 'team', value: 'ml' }] } }),
    ],
    [
      1,
      'iam',
      'PutRolePolicy',
      false,
      (random) => ({
        roleName: `service-${random.below(12)}`,
        policyName: 'inline',
        policyDocument: '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}',
      }),
    ],
    [1, 'signin', 'ConsoleLogin', false, () => null],
  ] as const

/** mulberry32: small, fast, and the same everywhere. */
class Random {
  #state: number
  constructor(seed: number) {
    this.#state = seed
  }
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  below(limit: number): number {
    return Math.floor(this.next() * limit)
  }
  hex(length: number): string {
    let text = ''
    while (text.length < length)
      text += Math.floor(this.next() * 2 ** 32)
        .toString(16)
        .padStart(8, '0')
    return text.slice(0, length)
  }
  uuid(): string {
    return this.hex(32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  }
}

function key(random: Random, prefix: string): string {
  return `${prefix}${random.hex(16).toUpperCase()}`
}

interface Session {
  identity: Record<string, unknown>
  address: string
  agent: string
}

/** People, and roles whose sessions are renewed; services call by themselves. */
function makeSession(random: Random, time: string): Session {
  const address = `203.0.113.${random.below(80)}`
  const kind = random.next()
  if (kind < 0.12) {
    const name = `person-${random.below(25)}`
    const identity = {
      type: 'IAMUser',
      principalId: `AIDA${name.toUpperCase()}`,
      arn: `arn:aws:iam::${ACCOUNT}:user/${name}`,
      accountId: ACCOUNT,
      accessKeyId: key(random, 'AKIA'),
      userName: name,
    }
    return { identity, address, agent: AGENTS[0] }
  }
  if (kind < 0.2) {
    const invokedBy = ['lambda', 'ec2', 'eks', 'sagemaker'][random.below(4)]
    return {
      identity: { type: 'AWSService', invokedBy: `${invokedBy}.amazonaws.com` },
      address: `${invokedBy}.amazonaws.com`,
      agent: `${invokedBy}.amazonaws.com`,
    }
  }
  const isPerson = kind < 0.35
  const role = isPerson ? `AWSReservedSSO_DataScientist_0a1b2c3d4e5f607${random.below(3)}` : `service-${random.below(12)}`
  const name = isPerson ? `person-${random.below(25)}@acme.example` : `session-${random.below(40)}`
  const identity = {
    type: 'AssumedRole',
    principalId: `AROA${role.slice(-8).toUpperCase()}:${name}`,
    arn: `arn:aws:sts::${ACCOUNT}:assumed-role/${role}/${name}`,
    accountId: ACCOUNT,
    accessKeyId: key(random, 'ASIA'),
    sessionContext: {
      sessionIssuer: {
        type: 'Role',
        principalId: `AROA${role.slice(-8).toUpperCase()}`,
        arn: `arn:aws:iam::${ACCOUNT}:role/${role}`,
        accountId: ACCOUNT,
        userName: role,
      },
      webIdFederationData: {},
      attributes: { creationDate: time, mfaAuthenticated: 'false' },
    },
  }
  return { identity, address, agent: AGENTS[random.below(AGENTS.length)] as string }
}

/** A call, as often as its weight says. */
function drawn(random: Random): (typeof CALLS)[number] {
  let at = random.below(TOTAL)
  for (const call of CALLS) {
    at -= call[0]
    if (at < 0) return call
  }
  return CALLS[0] as (typeof CALLS)[number]
}

function makeRecord(random: Random, session: Session, time: string, region: string): unknown {
  const [, source, name, readOnly, request] = drawn(random)
  const refused = random.next() < 0.02
  const parameters = request(random)
  const roleArn = (parameters as { roleArn?: string } | null)?.roleArn
  const session2 = name === 'AssumeRole' && !refused
  return {
    eventVersion: '1.11',
    userIdentity: session.identity,
    eventTime: time,
    eventSource: `${source}.amazonaws.com`,
    eventName: name,
    awsRegion: region,
    sourceIPAddress: session.address,
    userAgent: session.agent,
    ...(refused
      ? {
          errorCode: 'AccessDenied',
          errorMessage: `User: ${session.identity['arn'] ?? 'service'} is not authorized to perform: ${source}:${name} because no identity-based policy allows the ${source}:${name} action`,
        }
      : {}),
    requestParameters: parameters,
    responseElements: session2
      ? {
          credentials: {
            accessKeyId: key(random, 'ASIA'),
            sessionToken: `IQoJb3JpZ2luX2Vj${random.hex(600)}`,
            expiration: 'Nov 25, 2026, 10:00:00 AM',
          },
          assumedRoleUser: { assumedRoleId: `AROA${String(roleArn).slice(-8).toUpperCase()}:session`, arn: String(roleArn) },
        }
      : null,
    requestID: random.uuid(),
    eventID: random.uuid(),
    readOnly,
    ...(source === 's3' || source === 'kms' || session2
      ? {
          resources: [
            { accountId: ACCOUNT, type: 'AWS::S3::Bucket', ARN: session2 ? roleArn : `arn:aws:s3:::acme-gold-${random.below(8)}` },
          ],
        }
      : {}),
    eventType: name === 'ConsoleLogin' ? 'AwsConsoleSignIn' : 'AwsApiCall',
    managementEvent: name !== 'GetObject' && name !== 'PutObject',
    recipientAccountId: ACCOUNT,
    eventCategory: name === 'GetObject' || name === 'PutObject' ? 'Data' : 'Management',
    tlsDetails: {
      tlsVersion: 'TLSv1.3',
      cipherSuite: 'TLS_AES_128_GCM_SHA256',
      clientProvidedHostHeader: `${source}.${region}.amazonaws.com`,
    },
  }
}

const TOTAL = CALLS.reduce((sum, [weight]) => sum + weight, 0)

/** Writes files of some 260 kB each until they unpack to `bytes`; answers how much was written. */
export function makeLogs(folder: string, bytes: number, seed = 1): { files: number; records: number; bytes: number; packed: number } {
  const random = new Random(seed)
  const made = { files: 0, records: 0, bytes: 0, packed: 0 }
  const start = Date.parse('2026-11-01T00:00:00Z')
  const perFile = 210
  const sessions = new Map<string, Session[]>()
  while (made.bytes < bytes) {
    const region = REGIONS[random.below(REGIONS.length)] as string
    const at = new Date(start + (made.bytes / bytes) * 29 * 86_400_000)
    const hour = `${at.toISOString().slice(0, 13)}:00:00Z`
    const pool = sessions.get(hour) ?? Array.from({ length: 60 }, () => makeSession(random, hour))
    if (!sessions.has(hour)) sessions.clear()
    sessions.set(hour, pool)
    const records = Array.from({ length: perFile }, () =>
      makeRecord(
        random,
        pool[random.below(pool.length)] as Session,
        `${new Date(at.getTime() - random.below(300_000)).toISOString().slice(0, 19)}Z`,
        region,
      ),
    )
    const text = JSON.stringify({ Records: records })
    const packed = gzipSync(text)
    const [year, month, day] = at.toISOString().slice(0, 10).split('-')
    const place = join(folder, `AWSLogs/${ACCOUNT}/CloudTrail/${region}/${year}/${month}/${day}`)
    mkdirSync(place, { recursive: true })
    const stamp = at.toISOString().slice(0, 16).replaceAll(/[-:]/g, '')
    writeFileSync(join(place, `${ACCOUNT}_CloudTrail_${region}_${stamp}Z_${random.hex(16)}.json.gz`), packed)
    made.files += 1
    made.records += perFile
    made.bytes += text.length
    made.packed += packed.length
  }
  return made
}

if (import.meta.main) {
  const [, , folder = '/tmp/logs', megabytes = '1000', seed = '1'] = process.argv
  process.stdout.write(`${JSON.stringify(makeLogs(folder, Number(megabytes) * 1e6, Number(seed)))}\n`)
}
