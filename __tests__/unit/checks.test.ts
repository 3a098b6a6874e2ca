import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { root } from '../../scripts/paths.mjs'
import type { Check } from '../../src/checks/define.ts'
import { CHECKS } from '../../src/checks/registry.ts'
import { read } from '../../src/model/evidence.ts'
import type { Facts } from '../../src/model/facts.ts'
import { aBucket, aRole, facts } from '../support/facts.ts'
import type { Case } from './checks/case.ts'
import { CASES_BY_SERVICE } from './checks/cases.ts'
import { whatIsSaid } from './checks/said.ts'

const CASES: Readonly<Record<string, Case>> = Object.assign({}, ...Object.values(CASES_BY_SERVICE))

/** Those that judge without a design; the others are in design.test.ts. */
const JUDGED_ALONE = CHECKS.filter(({ on }) => on !== 'designed')

const statusesOf = (check: Check, world: Facts) => check.judge(world).map(({ verdict }) => verdict.status)

describe('checks', () => {
  /** What the example does not ask for. */
  const NOT_DESIGNED = ['bucket-locks-logs', 'bucket-resists-tampering', 'bucket-asks-mfa-to-delete']

  it('all pass on the designed account', () => {
    const bad = CHECKS.flatMap((check) =>
      check
        .judge(facts())
        .filter(({ verdict }) => verdict.status !== (NOT_DESIGNED.includes(check.id) ? 'not-applicable' : 'pass'))
        .map(({ resource, verdict }) => `${check.id} ${resource}: ${verdict.status} ${verdict.message}`),
    )
    expect(bad).toEqual([])
  })

  it('have a case each, and no case is left over', () => {
    expect(Object.keys(CASES).sort()).toEqual(JUDGED_ALONE.map((check) => check.id).sort())
  })

  // `npm run golden` writes it again: read the difference as a user would.
  it.each(Object.keys(CASES_BY_SERVICE))('of %s say what __tests__/golden/checks has', (service) =>
    expect(whatIsSaid(service)).toBe(readFileSync(join(root, '__tests__/golden/checks', `${service}.txt`), 'utf8')),
  )

  describe.each(JUDGED_ALONE.map((check) => [check.id, check] as const))('%s', (id, check) => {
    const given = CASES[id] as Case
    for (const [name, world] of Object.entries(given.fails)) {
      it(`fails: ${name}`, () => expect(statusesOf(check, facts(world))).toContain('fail'))
    }
    it('is an error when it cannot be read, and names the permission', () => {
      const verdicts = check.judge(facts(given.errors)).map(({ verdict }) => verdict)
      expect(verdicts).toContainEqual(
        expect.objectContaining({ status: 'error', unread: expect.objectContaining({ state: 'denied', action: 'some:Action' }) }),
      )
      expect(verdicts.map(({ status: found }) => found)).not.toContain('pass')
    })
    for (const [name, world] of Object.entries(given.unread ?? {})) {
      it(`is an error: ${name}`, () => expect(statusesOf(check, facts(world))).toEqual(['error']))
    }
    for (const [name, world] of Object.entries(given.passes ?? {})) {
      it(`passes: ${name}`, () => expect(new Set(statusesOf(check, facts(world)))).toEqual(new Set(['pass'])))
    }
    for (const [name, world] of Object.entries(given.notApplicable ?? {})) {
      it(`is not applicable: ${name}`, () => expect(statusesOf(check, facts(world))).toEqual(['not-applicable']))
    }
  })

  it('turns broken evidence into an error instead of throwing', () => {
    const world = facts({
      logBuckets: [aBucket({ policy: read('{not json') })],
      roles: [aRole('deploy', { role: read({ AssumeRolePolicyDocument: '[]' }), policies: read([{ name: 'p', document: 'null' }]) })],
    })
    for (const check of CHECKS) for (const verdict of check.judge(world)) expect(verdict).toHaveProperty('verdict.status')
    expect(statusesOf(CHECKS.find((check) => check.id === 'bucket-requires-tls') as Check, world)).toEqual(['error'])
  })
})
