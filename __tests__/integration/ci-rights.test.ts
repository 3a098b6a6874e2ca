import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { CONFIGS, load } from '../support/config.ts'
import { furnish, KEY_IN_CONFIGS } from '../support/furnish.ts'
import { githubWorld } from '../support/github-world.ts'
import { type Bench, openBench } from '../support/sandbox.ts'

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

  it('changes everything that has tags, and takes them off again', async () => {
    const tags = (line: string) => (/^tags:.*\n/m.test(text) ? text.replace(/^tags:.*\n/m, line) : `${text}${line}`)
    for (const line of ['tags: { Team: other, Extra: "1" }\n', '']) {
      write(tags(line))
      // Bootstrap knows the tags too, and is people's.
      expect((await bench.run('deploy', { bootstrap: 'true' })).report.problems).toEqual([])
      const { report } = await bench.run('deploy', {}, githubWorld(bench, run).world)
      expect([report.outcome, report.problems, report.deployments.map(told)]).toEqual([
        'deployed',
        [],
        report.deployments.map(() => 'deployed'),
      ])
    }
  })
})
