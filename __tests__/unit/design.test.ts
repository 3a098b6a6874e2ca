import { describe, expect, it } from '@jest/globals'
import { COVERS, OF_OTHER_RESOURCES } from '../../src/checks/design/covers.ts'
import { differences, normal } from '../../src/checks/design/normal.ts'
import { policyDifferences } from '../../src/checks/design/policy-differences.ts'
import { NOT_COMPARED } from '../../src/checks/design/table.ts'
import { CHECKS } from '../../src/checks/registry.ts'
import { parseTemplate } from '../../src/cloudformation/parse.ts'
import type { DesignedResource, HeldResource } from '../../src/model/design.ts'
import { absent, denied, type Evidence, failed, read } from '../../src/model/evidence.ts'
import type { Reader } from '../../src/reads/reader.ts'
import { collectHeld, LOOKS, STACK } from '../../src/verify/design/collect.ts'
import { evaluateChecks } from '../../src/verify/evaluate.ts'
import { PLACE } from '../support/answers.ts'
import { CONFIGS, example, load, render, sha256 } from '../support/config.ts'
import { aTrail, facts, NOW } from '../support/facts.ts'

const DESIGN = CHECKS.filter(({ on }) => on === 'designed')
const TYPES = DESIGN.flatMap(({ types = [] }) => types)
const ACTIONS = { s3: { Read: ['GetObject'], Write: ['PutObject', 'DeleteObject'] }, kms: { Read: ['Decrypt'] } }

const everyResource = Object.values(CONFIGS).flatMap((text) =>
  render(load(text)).flatMap(({ body, name, region }) =>
    Object.entries(parseTemplate(body, name).Resources).map(
      ([logicalId, { Type, Properties = {} }]): DesignedResource => ({
        stack: name,
        logicalId,
        type: Type,
        region,
        properties: Properties,
      }),
    ),
  ),
)

/** Asks nobody, and says so: what a look would ask about shows all the same. */
const silent: Reader = { read: (operation) => Promise.resolve(failed(operation, 'unavailable', 'nobody is asked')) }

const lookAt = (resource: DesignedResource) =>
  LOOKS[resource.type]?.({ reader: silent, resource, place: { ...PLACE, collectedAt: NOW }, physicalId: read('an-id') })

describe('the design is held whole', () => {
  it('every type of every template has a way to look for it and one check', () => {
    const types = [...new Set(everyResource.map(({ type }) => type))].sort()
    expect(types.length).toBeGreaterThan(24)
    expect(types.filter((type) => !(type in LOOKS))).toEqual([])
    expect(types.filter((type) => TYPES.filter((one) => one === type).length !== 1)).toEqual([])
    expect(TYPES.filter((type) => type !== STACK && !types.includes(type))).toEqual([])
  })

  it('every property of every template is compared, or left out for a reason', async () => {
    const missing = new Set<string>()
    for (const resource of everyResource) {
      const live = Object.keys((await lookAt(resource))?.live ?? {})
      const left = Object.keys(NOT_COMPARED[resource.type] ?? {})
      for (const property of Object.keys(resource.properties))
        if (!live.includes(property) && !left.includes(property)) missing.add(`${resource.type} ${property}`)
    }
    expect([...missing]).toEqual([])
  })

  it('nothing is left out that is compared, or that no template has', async () => {
    for (const [type, properties] of Object.entries(NOT_COMPARED)) {
      const resources = everyResource.filter((resource) => resource.type === type)
      const live = Object.keys((await lookAt(resources[0] as DesignedResource))?.live ?? {})
      for (const property of Object.keys(properties)) {
        expect([type, property, live.includes(property)]).toEqual([type, property, false])
        expect([type, property, resources.some((one) => property in one.properties)]).toEqual([type, property, true])
      }
    }
  })

  it('what covers a difference is a check that is not the design’s, of a property that is compared', async () => {
    for (const [type, properties] of Object.entries(COVERS)) {
      const live = Object.keys((await lookAt(everyResource.find((one) => one.type === type) as DesignedResource))?.live ?? {})
      for (const [property, ids] of Object.entries(properties)) {
        expect([type, property, live.includes(property)]).toEqual([type, property, true])
        for (const id of ids) expect([id, CHECKS.find((check) => check.id === id)?.on ?? 'no check']).not.toEqual([id, 'no check'])
      }
    }
    const named = Object.values(COVERS).flatMap((properties) => Object.values(properties).flat())
    expect(OF_OTHER_RESOURCES.filter((id) => !named.includes(id))).toEqual([])
  })
})

const held = (type: string, properties: Record<string, unknown>, live: HeldResource['live'], exists: Evidence<unknown> = read({})) => ({
  design: {
    held: [{ designed: { stack: 'audit', logicalId: 'One', type, region: 'us-east-1', properties }, arn: 'arn:one', exists, live }],
    actions: ACTIONS,
  },
})
const judged = (type: string, world: ReturnType<typeof held>) =>
  evaluateChecks(
    DESIGN.filter(({ types }) => types?.includes(type)),
    facts(world),
  ).map(({ status, message }) => [status, message])

describe.each(TYPES)('%s', (type) => {
  it('is as designed, or says what differs, what is missing and what could not be read', () => {
    const properties = { Description: 'as it was' }
    expect(judged(type, held(type, properties, { Description: read('as it was') }))).toEqual([['pass', 'as designed']])
    expect(judged(type, held(type, properties, { Description: read('other') }))).toEqual([
      ['fail', 'Description is other, designed as it was'],
    ])
    expect(judged(type, held(type, properties, {}, absent('There is none.')))).toEqual([['fail', 'it is not there: There is none.']])
    expect(judged(type, held(type, properties, { Description: denied('x:Get', 'User is not authorized') }))).toEqual([
      ['error', 'Not readable: User is not authorized'],
    ])
  })

  it('shows a difference although something else could not be read', () => {
    const live = { Description: read('other'), Tags: failed('x:List', 'unavailable', '503') }
    expect(judged(type, held(type, { Description: 'as it was' }, live))).toEqual([['fail', 'Description is other, designed as it was']])
  })
})

describe('meaning', () => {
  const options = { keys: new Map([['alias/logs', '1-2']]), ordered: ['Columns'] }
  const same = (a: unknown, b: unknown) => differences('P', normal(a, options), normal(b, options))

  it.each([
    ['numbers and texts', { Days: 30 }, { Days: '30' }],
    ['order of lists', [{ A: 1 }, { B: 2 }], [{ B: 2 }, { A: 1 }]],
    ['order of keys', { A: 1, B: 2 }, { B: 2, A: 1 }],
    ['off and not set', { A: 1, B: false, C: [], D: '' }, { A: 1 }],
    ['JSON as text', { A: [1] }, '{ "A": [ 1 ] }'],
    ['a key by id and ARN', '1-2', 'arn:aws:kms:us-east-1:123456789012:key/1-2'],
    ['a key by alias', 'alias/logs', 'arn:aws:kms:us-east-1:123456789012:key/1-2'],
  ])('%s are the same', (_, a, b) => expect(same(a, b)).toEqual([]))

  it.each([
    ['a value', { Days: 30 }, { Days: 3 }, ['P.Days is 3, designed 30']],
    ['one more', [{ A: 1 }], [{ A: 1 }, { B: 2 }], ['P also has {"B":"2"}']],
    ['one less', ['a', 'b'], ['a'], ['P lacks b']],
    ['one that changed', [{ A: 1, B: 1 }], [{ A: 1, B: 2 }], ['P[].B is 2, designed 1']],
    ['switched off', { A: 1, On: true }, { A: 1, On: false }, ['P.On is off, designed true']],
    ['switched on', {}, { On: true }, ['P is {"On":"true"}, and not in the design']],
    ['order of columns', { Columns: ['a', 'b'] }, { Columns: ['b', 'a'] }, ['P.Columns is in another order than designed']],
  ])('%s differs', (_, a, b, said) => expect(same(a, b)).toEqual(said))

  const statement = {
    Effect: 'Allow',
    Principal: { AWS: 'arn:aws:iam::123456789012:root' },
    Action: 's3:GetObject',
    Resource: 'arn:aws:s3:::b/*',
  }
  const policy = (...Statement: object[]) => ({ Version: '2012-10-17', Statement })
  const told = (live: object) => policyDifferences(policy(statement), JSON.stringify(live), ACTIONS)

  it.each([
    ['a Sid', policy({ Sid: 'Other', ...statement })],
    ['an account by number', policy({ ...statement, Principal: { AWS: '123456789012' } })],
    ['lists of one', policy({ ...statement, Action: ['s3:GetObject'], Resource: ['arn:aws:s3:::b/*'] })],
    ['case of actions', policy({ ...statement, Action: 'S3:getobject' })],
    ['said twice', policy(statement, { ...statement, Sid: 'Again' })],
  ])('a policy means the same: %s', (_, live) => expect(told(live)).toEqual([]))

  it.each([
    ['an action more', policy({ ...statement, Action: ['s3:GetObject', 's3:PutObject'] }), /allows s3:PutObject .*not designed/],
    ['a statement less', policy({ ...statement, Effect: 'Deny' }), /no longer allows s3:GetObject/],
    ['another account', policy(statement, { ...statement, Principal: { AWS: '210987654321' } }), /210987654321/],
    ['a condition more', policy({ ...statement, Condition: { Bool: { 'aws:SecureTransport': 'true' } } }), /when aws:SecureTransport/],
  ])('a policy means something else: %s', (_, live, said) => expect(told(live).join('; ')).toMatch(said))
})

describe('one cause is told once', () => {
  const arn = facts().logBuckets[0]?.arn ?? ''
  const bucket = (live: HeldResource['live']) => {
    const designed = { stack: 'audit', logicalId: 'LogBucket', type: 'AWS::S3::Bucket', region: 'us-east-1' }
    const properties = { VersioningConfiguration: { Status: 'Enabled' }, Tags: [{ Key: 'Project', Value: 'x' }] }
    return { held: [{ designed: { ...designed, properties }, arn, exists: read({}), live }], actions: ACTIONS }
  }
  const suspended = read({ Status: 'Suspended' })
  const [world] = facts().logBuckets
  const messages = (design: Parameters<typeof facts>[0]) =>
    evaluateChecks(CHECKS, facts(design))
      .filter(({ status }) => status === 'fail')
      .map(({ id, message }) => [id, message])

  it('by the specific check where that fails', () => {
    const design = bucket({ VersioningConfiguration: suspended, Tags: read([{ Key: 'Project', Value: 'x' }]) })
    expect(messages({ design, logBuckets: world ? [{ ...world, versioning: suspended }] : [] })).toEqual([
      ['bucket-keeps-versions', 'versioning is Suspended'],
    ])
  })

  it('by the design where no other check fails, and for what no other speaks of', () => {
    const design = bucket({ VersioningConfiguration: suspended, Tags: read([]) })
    expect(messages({ design })).toEqual([
      ['bucket-is-as-designed', 'VersioningConfiguration.Status is Suspended, designed Enabled; tag Project is gone'],
    ])
    expect(messages({ design, logBuckets: world ? [{ ...world, versioning: suspended }] : [] })).toEqual([
      ['bucket-is-as-designed', 'tag Project is gone'],
      ['bucket-keeps-versions', 'versioning is Suspended'],
    ])
  })

  it('of a trail that is not there, and of what is worse', () => {
    const gone = absent('There is no trail.')
    const design = { stack: 'audit', logicalId: 'Trail', type: 'AWS::CloudTrail::Trail', region: 'us-east-1', properties: {} }
    const trails = [{ ...aTrail(), description: gone, status: gone, eventSelectors: gone, insightSelectors: gone }]
    const world = { trails, design: { held: [{ designed: design, arn: aTrail().arn, exists: gone, live: {} }], actions: ACTIONS } }
    expect(messages(world).map(([id]) => id)).toEqual(['trail-is-logging', 'trail-is-as-designed'])
    const { design: _, ...undesigned } = world
    expect(messages(undesigned).length).toBeGreaterThan(8)
  })

  it('and of a stack that is not there, once', async () => {
    const reader: Reader = { read: () => Promise.resolve(absent('Stack does not exist')) }
    const templates = render(example()).map(({ body, name, stackName, region }) => ({
      name,
      stackName,
      region,
      parsed: parseTemplate(body, name),
    }))
    const found = await collectHeld(reader, templates, { ...PLACE, collectedAt: NOW }, sha256)
    const findings = evaluateChecks(DESIGN, facts({ design: { held: found, actions: ACTIONS } }))
    expect(findings.map(({ code, status }) => [code, status])).toEqual(templates.map(() => ['DESIGN-001', 'fail']))
  })
})
