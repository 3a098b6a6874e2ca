import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { CONFIGS, load } from '../support/config.ts'
import { furnish, KEY_IN_CONFIGS } from '../support/furnish.ts'
import { githubWorld } from '../support/github-world.ts'
import { type Bench, openBench } from '../support/sandbox.ts'
import { apply, changedAtOnce } from '../support/setting-changes.ts'

/** Configs with roles of CI that between them render every resource type. */
const NAMES = ['everything-on', 'least-privilege'] as const

type Deployment = Awaited<ReturnType<Bench['run']>>['report']['deployments'][number]
const told = (one: Deployment) => (one.kind === 'failed' ? JSON.stringify(one.cause) : 'reason' in one ? one.reason : one.kind)

/** Everything is made by an administrator and changed by CI: whatever a handler lists and a role lacks shows on its resource. */
describe.each(NAMES)('CI under the handlers of %s', (name) => {
  const text = (CONFIGS[name] ?? '').replace(/^ {2}oidc-provider: \{ use:.*\n/m, '').replace(/^ {2}service-role:.*\n/m, '')
  const { region, workloadRegion, github } = load(text)
  const run = { ...(github?.environments[0] ? { environment: github.environments[0] } : {}) }
  let bench: Bench
  let keyId = ''
  const write = (config: string) => bench.config(config.replaceAll(KEY_IN_CONFIGS, keyId))

  beforeAll(async () => {
    bench = await openBench({ region, paceMs: 0 })
    keyId = await furnish(bench, region, workloadRegion)
    write(text)
    for (const inputs of [{ bootstrap: 'true' }, {}] as Record<string, string>[]) {
      const { report } = await bench.run('deploy', inputs)
      expect([report.outcome, report.deployments.map(told)]).toEqual(['deployed', report.deployments.map(() => 'deployed')])
    }
  })
  afterAll(() => bench.close())

  it('plans, looking at every resource as it is', async () => {
    const { report } = await bench.run('plan', {}, githubWorld(bench, { event: 'pull_request' }).world)
    expect([report.outcome, report.problems]).toEqual(['planned', []])
    expect(report.plans.map((plan) => ('unseen' in plan ? plan.unseen : undefined)).filter((unseen) => unseen !== undefined)).toEqual([])
  })

  const hasConfig = /^ {2}config:/m.test(text)
  const itWhere = (holds: boolean, what: string, test: () => Promise<void>) => (holds ? it(what, test) : undefined)

  itWhere(!hasConfig, 'is refused before anything begins where rules of Config have no recorder', async () => {
    write(apply(text, [{ path: 'audit.config.rules', to: true }]))
    expect((await bench.run('deploy', {}, githubWorld(bench, run).world)).report.problems).toMatchObject([
      { message: `\`audit.config\` has rules, and ${region} has no Config recorder that they could use. Nothing was changed.` },
    ])
    await bench.started.sandbox.backend.call(
      'config',
      'PutConfigurationRecorder',
      { ConfigurationRecorder: { name: 'theirs', roleARN: 'arn:aws:iam::123456789012:role/config' } },
      { region, account: '123456789012' },
    )
  })

  itWhere(hasConfig, 'deletes what settings no longer have, with the bootstrap that it was made under', async () => {
    const { config, paths } = changedAtOnce(text, 'removing')
    expect(paths).toEqual(['audit.alarms', 'audit.dashboard', 'audit.config.rules'])
    write(config)
    const { report } = await bench.run('deploy', {}, githubWorld(bench, run).world)
    expect([report.outcome, report.deployments.map(told)]).toEqual(['deployed', ['deployed', 'no-changes', 'no-changes', 'no-changes']])
  })

  it('changes every setting that CI may change, at once, or is refused before it begins', async () => {
    const { config, paths } = changedAtOnce(text, 'others')
    expect(paths.length).toBeGreaterThan(25)
    write(config)
    // Bootstrap knows the settings too, and is people's.
    const early = await bench.run('deploy', {}, githubWorld(bench, run).world)
    expect([early.report.outcome, early.report.deployments.at(-1)]).toMatchObject([
      'refused',
      { reason: expect.stringMatching(/may do less than this config asks for/), remedy: expect.stringMatching(/deploy --bootstrap/) },
    ])
    expect((await bench.run('deploy', { bootstrap: 'true' })).report.deployments.map(told)).toEqual(['deployed'])
    const { report } = await bench.run('deploy', {}, githubWorld(bench, run).world)
    const kinds = report.deployments.map(told)
    expect([report.outcome, kinds]).toEqual(['deployed', kinds.map((kind) => (kind === 'no-changes' ? kind : 'deployed'))])
  })

  it('and back, or is refused before it begins', async () => {
    write(text)
    expect((await bench.run('deploy', { bootstrap: 'true' })).report.deployments.map(told)).toEqual(['deployed'])
    const { report } = await bench.run('deploy', {}, githubWorld(bench, run).world)
    process.stderr.write(
      `${JSON.stringify(
        report.deployments.map((one) => [one.kind, told(one)]),
        null,
        1,
      )}\n`,
    )
    const [last] = report.deployments.slice(-1)
    if (last?.kind === 'refused') expect(last.remedy).toMatch(/administrator/)
    else expect(report.outcome).toBe('deployed')
  })
})
