import {
  CloudFormationClient,
  DeleteStackCommand,
  DescribeStackResourcesCommand,
  DescribeStacksCommand,
  UpdateTerminationProtectionCommand,
  waitUntilStackDeleteComplete,
} from '@aws-sdk/client-cloudformation'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { parseTemplate } from '../../src/cloudformation/parse.ts'
import { TEMPLATE_NAMES } from '../../src/model/template.ts'
import { CONFIGS, load, render } from '../support/config.ts'
import { furnish, KEY_IN_CONFIGS } from '../support/furnish.ts'
import { only } from '../support/length.ts'
import { type Bench, openBench } from '../support/sandbox.ts'

/** Rules need a recorder, which some configs say is there. */
async function recordConfig({ started: { sandbox } }: Bench, region: string): Promise<void> {
  const config = (operation: string, body: Record<string, unknown>) =>
    sandbox.backend.json('config', `StarlingDoveService.${operation}`, body, region)
  await config('PutConfigurationRecorder', { ConfigurationRecorder: { name: 'default', roleARN: 'arn:aws:iam::123456789012:role/theirs' } })
  await config('PutDeliveryChannel', { DeliveryChannel: { name: 'default', s3BucketName: 'acme-config' } })
}

const regionOf = (text: string): string => /^region: (\S+)/m.exec(text)?.[1] ?? ''
const partitionOf = (text: string): string => load(text).partition.id

const workloadRegionOf = (text: string): string => /^workload-region: (\S+)/m.exec(text)?.[1] ?? regionOf(text)
const withoutNames = (text: string): string =>
  text
    .replace(/^names:\n(?: {2}.*\n)+/m, '')
    .replace(/^prefix: .*\n/m, '')
    .replace(/^project: .*$/m, 'project: retail')

/**
 * A config as the next state of another's deployment: in its regions and under its names. Roles are global, so a stack
 * cannot be moved to another region while the old one stands.
 */
function asUpdateOf(text: string, current: string): string {
  const [region, workload] = [regionOf(current), workloadRegionOf(current)]
  return withoutNames(text)
    .replace(/^workload-region: .*\n/m, '')
    .replaceAll(`:${workloadRegionOf(text)}:`, `:${workload}:`)
    .replaceAll(`:${regionOf(text)}:`, `:${region}:`)
    .replace(/^region: .*$/m, `region: ${region}\nworkload-region: ${workload}`)
}

const names = Object.keys(CONFIGS)
/** What a stack has made itself it cannot adopt afterwards: its name is taken. */
const adopts = (name: string) => /adopt:/.test(CONFIGS[name] ?? '')
/** Nor does a bucket that has its name get Object Lock, or lose it: that replaces it, and the name is taken. */
const locks = (name: string) => /object-lock:/.test(CONFIGS[name] ?? '')

/** Every config, with the next one of its partition that AWS lets it become; alone in its partition, it is changed to the smallest. */
const ring = names.map((name, index): [string, string] => {
  const others = [...names.slice(index + 1), ...names.slice(0, index)]
  const isNext = (other: string) =>
    !adopts(other) && locks(other) === locks(name) && partitionOf(CONFIGS[other] ?? '') === partitionOf(CONFIGS[name] ?? '')
  return [name, others.find(isNext) ?? 'minimal']
})

/** Every way to have a trail, another partition, and what replaces resources; the others at full length. */
const SOME = ['example', 'everything-on', 'china', 'adopted-trail', 'used-trail', 'replica']

describe.each(only(SOME, Object.fromEntries(ring)))('%s', (name, neighbour) => {
  // The example's own names are deployed by deploy.test.ts; here it has those of its neighbours.
  const text = withoutNames(CONFIGS[name] ?? '')
  const region = regionOf(text)
  let bench: Bench
  let keyId = ''
  const written = (config: string) => config.replaceAll(KEY_IN_CONFIGS, keyId)
  const resourcesOf = (body: string) => Object.keys(parseTemplate(body, 'a template').Resources)

  beforeAll(async () => {
    bench = await openBench({ region, paceMs: 0 })
    keyId = await furnish(bench, region, workloadRegionOf(text))
    const states = [load(text), load(CONFIGS[neighbour] ?? '')].map(({ audit }) => audit.awsConfig.recorder)
    if (states.includes('existing') && !states.includes('create')) await recordConfig(bench, region)
  })
  afterAll(() => bench.close())

  const deployAll = async (config: string, inputs: Record<string, string> = {}) => {
    bench.config(written(config))
    const outcomes = []
    for (const bootstrap of ['true', 'false']) {
      const { report, log } = await bench.run('deploy', { ...inputs, bootstrap })
      expect(report.problems).toEqual([])
      expect([log, report.deployments.filter(({ kind }) => kind === 'failed' || kind === 'refused')]).toEqual([log, []])
      outcomes.push(...report.deployments)
    }
    return outcomes
  }

  it('deploys every stack it renders, and a second time changes nothing', async () => {
    const rendered = render(load(written(text)))
    const outcomes = await deployAll(text)
    expect(outcomes.filter(({ kind }) => kind === 'unfinished')).toEqual([])
    expect(outcomes.map(({ stackName }) => stackName)).toEqual(rendered.map(({ stackName }) => stackName))
    expect((await deployAll(text)).map(({ kind }) => kind)).toEqual(rendered.map(() => 'no-changes'))
    for (const template of rendered) {
      const client = new CloudFormationClient({ region: template.region })
      const { StackResources = [] } = await client.send(new DescribeStackResourcesCommand({ StackName: template.stackName }))
      expect(StackResources.map((resource) => resource.LogicalResourceId).sort()).toEqual(resourcesOf(template.body).sort())
    }
  })

  it(`updates to ${neighbour}`, async () => {
    const next = asUpdateOf(CONFIGS[neighbour] ?? '', text)
    const everything = [text, next].flatMap((config) => render(load(written(config)))).flatMap(({ body }) => resourcesOf(body))
    const outcomes = await deployAll(next, { 'allow-destructive': [...new Set(everything)].join(',') })
    expect(outcomes.map(({ kind }) => kind)).toContain('deployed')
  })

  it('deletes', async () => {
    // The neighbour's stacks too: while a role has its boundary, nobody deletes that.
    const states = [text, asUpdateOf(CONFIGS[neighbour] ?? '', text)].flatMap((config) => render(load(written(config))))
    const stacks = new Map(states.map((template) => [`${template.region} ${template.stackName}`, template]))
    const order = [...stacks.values()].sort((a, b) => TEMPLATE_NAMES.indexOf(b.name) - TEMPLATE_NAMES.indexOf(a.name))
    for (const { stackName: StackName, region: where } of order) {
      const client = new CloudFormationClient({ region: where })
      await client.send(new UpdateTerminationProtectionCommand({ StackName, EnableTerminationProtection: false }))
      const { Stacks } = await client.send(new DescribeStacksCommand({ StackName }))
      await client.send(new DeleteStackCommand({ StackName }))
      await waitUntilStackDeleteComplete({ client, minDelay: 1, maxDelay: 1, maxWaitTime: 60 }, { StackName: Stacks?.[0]?.StackId ?? '' })
      await expect(client.send(new DescribeStacksCommand({ StackName }))).rejects.toThrow(/does not exist/)
    }
  })
})
