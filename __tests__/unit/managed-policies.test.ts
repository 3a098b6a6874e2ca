import { describe, expect, it } from '@jest/globals'
import { managedAtMost } from '../../src/iam/managed.ts'
import { parsePolicy } from '../../src/iam/policy.ts'
import managed from '../data/managed-policies.json' with { type: 'json' }
import { load, MINIMAL } from '../support/config.ts'
import { ask, grantsOf, sessionOf, withoutBoundary, worldOf } from '../support/reach/search.ts'

const EKS: readonly [string, string][] = [
  ['a standard cluster', ''],
  ['Auto Mode', 'access: { eks: { auto-mode: true } }\n'],
  ['a VPC CNI of its own', 'access: { eks: { cni: aws-node, clusters: [{ name: c }] } }\n'],
  ['read-only pulls', 'access: { eks: { ecr-pull: read-only } }\n'],
]

/** What the boundary cuts from the policies AWS wrote for EKS, on purpose. */
const CUT: readonly [RegExp, string][] = [
  [/^iam:PassRole on (?:others|account): /, 'Auto Mode passes any role to EC2; here the nodes’ role only'],
  [/^iam:PassRole on workload: (?!role eksNodegroupRole)/, 'as above'],
  [/^iam:PassRole on bootstrap: /, 'as above'],
  [/^logs:\w+ on record: log group$/, 'nodes write no events into the log group of the audit'],
]

describe.each(EKS)('under the workload boundary EKS can do what AWS says it needs: %s', (_, access) => {
  const config = load(MINIMAL + access)
  const world = worldOf(config)
  const roles = world.model.roles.filter(({ name }) => /eks|aws-node/.test(name))

  it.each(roles.map((role) => [role.name, role] as const))('%s', (_name, role) => {
    const session = sessionOf(role, world)
    const cut = grantsOf(world, withoutBoundary(session), 'directly')
      .filter(({ action, target, to }) => {
        const when = to?.endsWith('.amazonaws.com') ? { 'iam:PassedToService': [to] } : {}
        return !ask(world, session, action, target, 'directly', when)
      })
      .map(({ action, target }) => `${action} on ${target.owner}: ${target.name}`)
    expect(cut.filter((line) => !CUT.some(([pattern]) => pattern.test(line)))).toEqual([])
  })

  it('every action of an attached policy is let through somewhere', () => {
    const cut = roles.flatMap((role) => {
      const session = sessionOf(role, world)
      return role.unknown.flatMap((arn) => {
        const text = (managed.policies as Record<string, { document: unknown } | undefined>)[arn.split('/').at(-1) ?? '']
        const actions = parsePolicy(text?.document).flatMap((statement) => statement.actions ?? [])
        const anything = { owner: 'account', name: 'anything', arn: '*', facts: {}, policy: undefined } as const
        const policy = world.targets.find(({ owner, name }) => owner === 'others' && name === 'key')?.policy
        return actions.filter(
          (action) => !ask(world, session, action, action.startsWith('kms:') ? { ...anything, policy } : anything, 'directly'),
        )
      })
    })
    expect([...new Set(cut)]).toEqual([])
  })
})

describe('what the product takes a managed policy for', () => {
  it.each(Object.entries(managed.policies).filter(([name]) => name !== 'AmazonSageMakerFullAccess'))(
    'covers the text of %s',
    (name, { document }) => {
      const most = managedAtMost(`arn:aws:iam::aws:policy/${name}`).flatMap((statement) => statement.actions ?? [])
      const beyond = parsePolicy(document)
        .flatMap((statement) => statement.actions ?? [])
        .filter((action) => !most.some((pattern) => new RegExp(`^${pattern.replaceAll('*', '.*')}$`, 'i').test(action)))
      expect(beyond).toEqual([])
    },
  )
})
