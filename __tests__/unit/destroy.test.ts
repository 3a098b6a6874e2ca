import { describe, expect, it } from '@jest/globals'
import type { Clients } from '../../src/aws/clients.ts'
import { images } from '../../src/aws/destroy/images.ts'
import { keyById } from '../../src/aws/destroy/keys.ts'
import { leftoversOf } from '../../src/aws/destroy/leftovers.ts'
import { Pace } from '../../src/aws/destroy/pace.ts'
import { usersOfRoles } from '../../src/aws/destroy/roles.ts'
import { KIND_OPS } from '../../src/aws/destroy/table.ts'
import type { Teardown } from '../../src/aws/destroy/teardown.ts'
import { parseTemplate } from '../../src/cloudformation/parse.ts'
import { describeThing } from '../../src/destroy/describe.ts'
import type { Found } from '../../src/destroy/found.ts'
import { leftBehind, noLeftover, STACK_TAG } from '../../src/destroy/leftovers.ts'
import { byOrder, CLASS_OF, inTheWay, kindsInOrder } from '../../src/destroy/order.ts'
import { labelOf, type Owner, staysBecause } from '../../src/destroy/rules.ts'
import type { Config } from '../../src/model/config.ts'
import { TEARDOWN_CLASSES, TEARDOWN_KINDS, type TeardownKind } from '../../src/model/teardown.ts'
import { CONFIGS, example, load, render } from '../support/config.ts'

const OWNER: Owner = { project: 'retail', environment: 'dev', now: '2026-12-01T00:00:00Z', bypassGovernance: false, leaving: new Set() }
const BASE = { name: 'x', arn: 'arn:x', region: 'us-east-1', tags: {} }
const STACK = { ...BASE, status: 'CREATE_COMPLETE', isProtected: true, resources: 3, retained: [], importers: [], users: [] }
const BUCKET = {
  ...BASE,
  versions: 1,
  markers: 0,
  bytes: 1,
  uploads: 0,
  oldest: undefined,
  newest: undefined,
  lock: undefined,
  lockedUntil: undefined,
  hold: false,
  mfaDelete: false,
  writers: [],
}

/** One of each kind that goes. */
const GOING: { readonly [K in TeardownKind]: Found } = {
  'training job': { ...BASE, kind: 'training job', class: 'workload', status: 'InProgress' },
  endpoint: { ...BASE, kind: 'endpoint', class: 'workload', status: 'Failed', reason: undefined },
  'model package': { ...BASE, kind: 'model package', class: 'workload', approval: 'PendingManualApproval', group: 'g' },
  image: {
    ...BASE,
    kind: 'image',
    class: 'workload',
    repository: 'r',
    digest: 'sha256:1',
    imageTags: ['dev'],
    wanted: ['dev'],
    bytes: 1,
    isIndex: false,
    namedBy: [],
  },
  'add-on': { ...BASE, kind: 'add-on', class: 'workload', cluster: 'c', status: 'ACTIVE' },
  'insights log group': { ...BASE, kind: 'insights log group', class: 'workload', bytes: 1, isProtected: false, writers: [] },
  'addition to a role': { ...BASE, kind: 'addition to a role', class: 'access', role: 'r', what: 'inline policy' },
  'access stack': { ...STACK, kind: 'access stack', class: 'access' },
  'access role': { ...BASE, kind: 'access role', class: 'access', users: [] },
  'tamper stack': { ...STACK, kind: 'tamper stack', class: 'audit' },
  'delivery to CloudWatch Logs': { ...BASE, kind: 'delivery to CloudWatch Logs', class: 'audit', logGroup: 'g' },
  'audit stack': { ...STACK, kind: 'audit stack', class: 'audit' },
  'audit role': { ...BASE, kind: 'audit role', class: 'audit', users: [] },
  trail: { ...BASE, kind: 'trail', class: 'audit', isOrganization: false, homeRegion: 'us-east-1', isLogging: true },
  bucket: { ...BUCKET, kind: 'bucket', class: 'logs' },
  'log group': { ...BASE, kind: 'log group', class: 'logs', bytes: 1, isProtected: false, writers: [] },
  key: {
    ...BASE,
    kind: 'key',
    class: 'keys',
    keyId: 'k',
    state: 'Enabled',
    deletion: undefined,
    alias: 'alias/a',
    users: [],
    lastUsed: undefined,
    isAliasThere: true,
  },
  'bootstrap stack': { ...STACK, kind: 'bootstrap stack', class: 'bootstrap' },
  'bootstrap role': { ...BASE, kind: 'bootstrap role', class: 'bootstrap', users: [] },
  'template bucket': { ...BUCKET, kind: 'template bucket', class: 'bootstrap' },
}

describe('what stays', () => {
  it.each(TEARDOWN_KINDS)('a %s that nothing holds goes, one that is tagged as another’s stays', (kind) => {
    const found = GOING[kind]
    expect(staysBecause(found, OWNER)).toBeUndefined()
    expect(staysBecause({ ...found, tags: { Project: 'retail', Environment: 'dev', Owner: 'anyone' } }, OWNER)).toBeUndefined()
    expect(staysBecause({ ...found, tags: { Project: 'retail2' } }, OWNER)).toBe('it carries Project=retail2, and ours is retail')
    expect(staysBecause({ ...found, tags: { Environment: 'prod' } }, OWNER)).toBe('it carries Environment=prod, and ours is dev')
    expect(describeThing(found, OWNER)).toMatchObject({ kind, class: found.class })
  })

  it.each<[TeardownKind, object, string]>([
    ['training job', { status: 'Completed' }, 'it is Completed: only a job in progress can be stopped'],
    ['endpoint', { status: 'InService' }, 'it is InService: only failed endpoints are deleted'],
    ['endpoint', { status: '' }, 'only failed endpoints are deleted'],
    ['model package', { approval: 'Approved' }, 'it is Approved: only what awaits approval is deleted'],
    ['model package', { approval: 'Rejected' }, 'it is Rejected'],
    ['image', { namedBy: ['sha256:2'] }, 'the index sha256:2 names it, and stays'],
    ['log group', { isProtected: true }, 'deletion protection is on'],
    ['insights log group', { isProtected: true }, 'deletion protection is on'],
    ['log group', { writers: ['the trail t'] }, 'the trail t writes to it'],
    ['access stack', { users: ['the cluster c has its role'] }, 'in use: the cluster c has its role'],
    ['bootstrap stack', { importers: ['the access stack a'] }, 'its exports are in use by the access stack a'],
    ['audit stack', { status: 'UPDATE_IN_PROGRESS' }, 'it is in UPDATE_IN_PROGRESS'],
    ['access role', { users: ['the cluster c has its role'] }, 'in use by the cluster c'],
    ['trail', { isOrganization: true }, 'it is a trail of the organization'],
    ['trail', { homeRegion: 'eu-west-1' }, 'its home region is eu-west-1'],
    ['bucket', { writers: ['the trail other'] }, 'the trail other writes to it'],
    ['bucket', { mfaDelete: true }, 'MFA delete is on'],
    ['key', { users: ['the bucket b'] }, 'still used by the bucket b'],
  ])('%s with %j', (kind, held, said) => {
    expect(staysBecause({ ...GOING[kind], ...held } as Found, OWNER)).toContain(said)
  })

  it('a deletion under way and a key that is pending hold nothing up', () => {
    expect(staysBecause({ ...GOING['audit stack'], status: 'DELETE_IN_PROGRESS', users: ['x'] } as Found, OWNER)).toBeUndefined()
    expect(staysBecause({ ...GOING.key, state: 'PendingDeletion', users: ['x'] } as Found, OWNER)).toBeUndefined()
  })

  it('what goes before holds nothing in a preview, and everything when it is read again', () => {
    const found = { ...GOING.bucket, writers: ['the trail t'] } as Found
    expect(staysBecause(found, { ...OWNER, leaving: new Set([labelOf({ kind: 'trail', name: 't' })]) })).toBeUndefined()
    expect(staysBecause(found, OWNER)).toContain('the trail t writes to it')
  })
})

describe('a leftover of a failed creation', () => {
  const stack = 'arn:aws:cloudformation:us-east-1:123456789012:stack/audit/1'
  const event = (type: string, physicalId: string, status: string) => ({ type, physicalId, status })
  const candidates = leftBehind(
    [
      event('AWS::CloudFormation::Stack', stack, 'ROLLBACK_FAILED'),
      event('AWS::Logs::LogGroup', 'x', 'DELETE_FAILED'),
      event('AWS::IAM::Role', 'role', 'DELETE_COMPLETE'),
      event('AWS::IAM::Role', 'role', 'CREATE_COMPLETE'),
      event('AWS::Logs::LogGroup', 'x', 'CREATE_COMPLETE'),
      event('AWS::CloudTrail::Trail', 'never', 'CREATE_FAILED'),
      event('AWS::KMS::Key', 'k', 'CREATE_COMPLETE'),
    ],
    stack,
  )

  it('was created and never deleted, by the events', () =>
    expect(candidates.map(({ type, physicalId }) => `${type} ${physicalId}`)).toEqual(['AWS::Logs::LogGroup x', 'AWS::KMS::Key k']))

  it.each<[string, Found, string | undefined, string | undefined]>([
    ['goes with the tag of the stack, unused', { ...GOING['log group'], tags: { [STACK_TAG]: stack } }, undefined, undefined],
    ['a key goes by its id', { ...GOING.key, tags: { [STACK_TAG]: stack } }, undefined, undefined],
    ['stays without the tag', GOING['log group'], undefined, 'its tag aws:cloudformation:stack-id is missing'],
    ['stays with that of another stack', { ...GOING['log group'], tags: { [STACK_TAG]: `${stack}2` } }, undefined, `is ${stack}2`],
    ['stays when it was used', { ...GOING['log group'], tags: { [STACK_TAG]: stack } }, 'it has log streams', '`{ adopt: x }`'],
    ['stays when no event made it', { ...GOING.bucket, tags: { [STACK_TAG]: stack } }, undefined, 'no event of the stack says'],
  ])('%s', (_, found, use, said) => {
    const stays = noLeftover(found, candidates, use)
    if (said === undefined) expect(stays).toBeUndefined()
    else expect(stays).toContain(said)
  })
})

describe('the order', () => {
  it('has every kind once, the classes one after the other', () => {
    expect(new Set(kindsInOrder()).size).toBe(TEARDOWN_KINDS.length)
    const classes = kindsInOrder().flatMap((kind) => CLASS_OF[kind] ?? [])
    expect([...new Set(classes)]).toEqual([...TEARDOWN_CLASSES])
    expect(classes).toEqual([...classes].sort((a, b) => TEARDOWN_CLASSES.indexOf(a) - TEARDOWN_CLASSES.indexOf(b)))
  })

  it('what is left stops what stands on it, and nothing that goes before', () => {
    const stops = (left: TeardownKind) => kindsInOrder().filter((kind) => inTheWay(kind, [{ kind: left, name: 'x' }]) !== undefined)
    expect(stops('bucket')).toEqual(['key'])
    expect(stops('access stack')).toEqual(['bootstrap stack'])
    expect(stops('trail')).toEqual(['bucket', 'log group', 'key'])
    expect(stops('training job')).toEqual([])
    for (const left of kindsInOrder())
      for (const kind of stops(left))
        expect([left, kind, byOrder({ kind: left, name: '' }, { kind, name: '' }) < 0]).toEqual([left, kind, true])
  })
})

describe('the pace of emptying', () => {
  it('doubles with each answered round, up to its most; halves at SlowDown, down to one', () => {
    const pace = new Pace(16)
    const limits = [pace.limit]
    for (let call = 0; call < 31; call += 1) {
      pace.faster()
      if (limits.at(-1) !== pace.limit) limits.push(pace.limit)
    }
    expect(limits).toEqual([1, 2, 4, 8, 16])
    const slower = Array.from({ length: 6 }, () => {
      pace.slower()
      return pace.limit
    })
    expect(slower).toEqual([8, 4, 2, 1, 1, 1])
  })

  it('never has more under way than it allows', async () => {
    const pace = new Pace(4)
    let [now, most] = [0, 0]
    const work = async () => {
      await pace.take()
      now += 1
      most = Math.max(most, now)
      expect(now).toBeLessThanOrEqual(4)
      await new Promise((done) => setImmediate(done))
      now -= 1
      pace.faster()
      pace.release()
    }
    await Promise.all(Array.from({ length: 200 }, work))
    expect([most, now]).toEqual([4, 0])
  })
})

describe('who uses a role', () => {
  /** EKS and SageMaker that answer everything with an object without members, as a proxy may. */
  const silent = { send: async () => ({ $metadata: {} }) }
  const clients = { eks: async () => silent, sageMaker: async () => silent } as unknown as Clients
  const account = (access: object) => ({ config: { access, workloadRegion: 'us-east-1' }, clientsIn: () => clients }) as unknown as Teardown

  it.each([
    ['clusters', { eks: {} }, 'eks:ListClusters'],
    ['TrainingJobSummaries', { sagemaker: {} }, 'sagemaker:ListTrainingJobs'],
  ])('is not nobody where an answer has no %s', async (member, access, operation) => {
    await expect(usersOfRoles(account(access), ['arn:aws:iam::123456789012:role/r'])).rejects.toMatchObject({
      code: 'AWS_CALL_FAILED',
      message: expect.stringMatching(new RegExp(`${operation}.*no ${member}`)),
    })
  })
})

/** AWS as the answers say, by operation; nothing runs but what they name. */
function answering(given: Readonly<Record<string, unknown>>): Teardown {
  const nothing = { ListClusters: { clusters: [] }, ListTrainingJobs: { TrainingJobSummaries: [] }, ListEndpoints: { Endpoints: [] } }
  const answers: Readonly<Record<string, unknown>> = { ...nothing, ...given }
  const answer = async (operation: string) => {
    if (operation in answers) return { $metadata: {}, ...(answers[operation] as object) }
    throw Object.assign(new Error(`${operation} was not expected`), { name: 'Unexpected' })
  }
  const service = { send: (command: object) => answer(command.constructor.name.replace(/Command$/, '')) }
  const names = ['eks', 'iam', 'kms', 's3', 'sns', 'ecr', 'logs', 'cloudFormation', 'cloudTrail']
  const clients = { ...Object.fromEntries(names.map((name) => [name, async () => service])), sageMaker: async () => ({ send: answer }) }
  const config = { ...example(), access: { eks: {}, sagemaker: {} }, cleanUp: { repositories: ['r'], imageTags: [] } }
  return { config, templates: [], clientsIn: () => clients } as unknown as Teardown
}

describe('an answer that lacks what is decided from', () => {
  const REPOSITORY = { DescribeRepositories: { repositories: [{ repositoryArn: 'arn' }] }, ListTagsForResource: { tags: [] } }
  const INDEX = { imageDigest: 'sha256:1', imageManifestMediaType: 'application/vnd.oci.image.index.v1+json' }
  const KEY = { KeyMetadata: { KeyId: 'k', Arn: 'arn', KeyState: 'Enabled' } }
  const BESIDE_KEY = { ListResourceTags: { Tags: [] }, ListAliases: { Aliases: [] } }
  const AN_ENDPOINT = { ListEndpoints: { Endpoints: [{ EndpointName: 'e' }] }, DescribeEndpoint: { EndpointConfigName: 'c' } }
  const roles = (account: Teardown) => usersOfRoles(account, ['arn:aws:iam::123456789012:role/r'])
  const key = (account: Teardown) => keyById(account, 'us-east-1', 'k')
  const repository = (account: Teardown) => images.find(account)
  const leftovers = (account: Teardown) => leftoversOf(account, 's', 'us-east-1')

  it.each<[string, (account: Teardown) => Promise<unknown>, Record<string, unknown>, string]>([
    ['a cluster', roles, { ListClusters: { clusters: ['c'] }, DescribeCluster: {} }, 'DescribeCluster.*no cluster'],
    [
      'a cluster’s role',
      roles,
      { ListClusters: { clusters: ['c'] }, DescribeCluster: { cluster: { name: 'c' } } },
      'DescribeCluster.*no roleArn',
    ],
    [
      'a node group’s role',
      roles,
      {
        ...{ ListClusters: { clusters: ['c'] }, DescribeCluster: { cluster: { roleArn: 'other' } } },
        ...{ ListNodegroups: { nodegroups: ['g'] }, DescribeNodegroup: { nodegroup: {} } },
      },
      'DescribeNodegroup.*no nodeRole',
    ],
    [
      'a training job’s role',
      roles,
      { ListTrainingJobs: { TrainingJobSummaries: [{ TrainingJobName: 'j' }] }, DescribeTrainingJob: {} },
      'DescribeTrainingJob.*no RoleArn',
    ],
    ['what an endpoint runs', roles, { ...AN_ENDPOINT, DescribeEndpointConfig: {} }, 'no ProductionVariants'],
    ['a key', key, { DescribeKey: { KeyMetadata: 'k' } }, 'DescribeKey.*no KeyMetadata'],
    ['a key’s state', key, { DescribeKey: { KeyMetadata: { KeyId: 'k', Arn: 'arn' } } }, 'DescribeKey.*no KeyState'],
    ['whose last use it is', key, { ...BESIDE_KEY, DescribeKey: KEY, GetKeyLastUsage: {} }, 'GetKeyLastUsage.*no KeyId'],
    [
      'a last use',
      key,
      { ...BESIDE_KEY, DescribeKey: KEY, GetKeyLastUsage: { KeyId: 'k', KeyLastUsage: 'never' } },
      'GetKeyLastUsage.*no KeyLastUsage',
    ],
    ['a stack', leftovers, { DescribeStacks: { Stacks: [] } }, 'DescribeStacks.*no Stacks'],
    [
      'a stack’s state',
      leftovers,
      { DescribeStacks: { Stacks: [{ StackId: 's' }] }, ListStacks: { StackSummaries: [] } },
      'no StackStatus',
    ],
    ['a repository', repository, { DescribeRepositories: { repositories: [] } }, 'DescribeRepositories.*no repositories'],
    [
      'an index’s images',
      repository,
      { ...REPOSITORY, DescribeImages: { imageDetails: [INDEX] }, BatchGetImage: {} },
      'BatchGetImage.*no images',
    ],
    [
      'which index it is',
      repository,
      {
        ...REPOSITORY,
        DescribeImages: { imageDetails: [INDEX] },
        BatchGetImage: { images: [{ imageManifest: '{"manifests":[{"digest":"d"}]}' }] },
      },
      'BatchGetImage.*no imageId',
    ],
  ])('is a failed read, and not a mild one: %s', async (_, work, answers, message) => {
    await expect(work(answering(answers))).rejects.toMatchObject({
      code: 'AWS_CALL_FAILED',
      message: expect.stringMatching(new RegExp(message)),
    })
  })
})

const projectTemplates = (config: Config) =>
  render(config).map((template) => ({ ...template, parsed: parseTemplate(template.body, template.name) }))

/** What is asked for by its name, `REGION NAME`, of an account that has nothing. */
async function namesAsked(config: Config): Promise<string[]> {
  const asked: string[] = []
  const ABSENT: Readonly<Record<string, string>> = { GetBucketVersioning: 'NoSuchBucket', DescribeKey: 'NotFoundException' }
  const EMPTY: Readonly<Record<string, object>> = { DescribeTrails: { trailList: [] }, DescribeLogGroups: { logGroups: [] } }
  const clientsIn = (region: string) => {
    const send = async (command: { input: Record<string, string> }) => {
      const operation = command.constructor.name.replace(/Command$/, '')
      const { Bucket, KeyId, logGroupNamePrefix } = command.input
      for (const name of [Bucket, KeyId, logGroupNamePrefix]) if (name !== undefined) asked.push(`${region} ${name}`)
      if (operation in EMPTY) return { $metadata: {}, ...EMPTY[operation] }
      throw Object.assign(new Error(operation), { name: ABSENT[operation] ?? 'Unexpected' })
    }
    return Object.fromEntries(['s3', 'kms', 'logs', 'cloudTrail'].map((name) => [name, async () => ({ send })]))
  }
  const account = { config, templates: projectTemplates(config), clientsIn } as unknown as Teardown
  for (const kind of ['bucket', 'template bucket', 'key', 'log group'] as const) await KIND_OPS[kind].find(account)
  return asked.sort()
}

describe('what a clean-up looks for', () => {
  /** What has a name that the stack keeps when it goes, and that no other kind of a clean-up is about. */
  const NAMES: Readonly<Record<string, string>> = {
    'AWS::S3::Bucket': 'BucketName',
    'AWS::KMS::Alias': 'AliasName',
    'AWS::Logs::LogGroup': 'LogGroupName',
  }

  it.each(Object.entries(CONFIGS))('is what the templates make or take over, and nothing else: %s', async (_, text) => {
    const config = load(text)
    const made = projectTemplates(config).flatMap(({ parsed, region }) =>
      Object.values(parsed.Resources).flatMap(({ Type, Properties }) => {
        const name = NAMES[Type]
        return name === undefined ? [] : [`${region} ${Properties?.[name]}`]
      }),
    )
    expect(await namesAsked(config)).toEqual(made.sort())
  })

  it('is the replica, and never the bucket that is replicated', async () => {
    const config = load(CONFIGS['replica'] ?? '')
    const asked = await namesAsked(config)
    expect(config.access.replica).toBeDefined()
    expect(asked).toContain(`${config.access.replica?.region} ${config.names.replicaBucket}`)
    expect(asked.filter((name) => name.endsWith(` ${config.access.replica?.bucket}`))).toEqual([])
  })
})
