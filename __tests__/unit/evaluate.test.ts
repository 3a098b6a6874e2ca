import { describe, expect, it } from '@jest/globals'
import { CHECKS } from '../../src/checks/registry.ts'
import { read } from '../../src/model/evidence.ts'
import type { Facts } from '../../src/model/facts.ts'
import { blocking } from '../../src/model/finding.ts'
import { evaluateChecks } from '../../src/verify/evaluate.ts'
import { example, exampleText, load } from '../support/config.ts'
import { aTrail, facts, refused } from '../support/facts.ts'

const stopped = { trails: [aTrail({ status: read({ IsLogging: false }) })] } satisfies Partial<Facts>
/** The floor's own exception, of a trail that is stopped. */
const withException = (expires: string, resource?: string) =>
  load(
    exampleText().replace(
      'exceptions: []',
      `exceptions: [{ check: trail-is-logging, reason: moving accounts, owner: "@ana", ticket: ML-1, break-glass: true, expires: ${expires}${resource ? `, resource: "${resource}"` : ''} }]`,
    ),
  )
const trailFinding = (world: Partial<Facts>) => evaluateChecks(CHECKS, facts(world)).find((finding) => finding.id === 'trail-is-logging')

describe('evaluateChecks', () => {
  it('excepts a failure until the day it expires, and that day included', () => {
    expect(trailFinding({ ...stopped, config: withException('2026-11-23') })).toMatchObject({
      status: 'excepted',
      exception: { owner: '@ana', expired: false },
    })
    expect(trailFinding({ ...stopped, config: withException('2026-11-22') })).toMatchObject({
      status: 'fail',
      exception: { expired: true },
    })
  })

  it('excepts the named resource only', () => {
    expect(
      trailFinding({ ...stopped, config: withException('2026-12-01', 'arn:aws:cloudtrail:us-east-1:123456789012:trail/other') })?.status,
    ).toBe('fail')
  })

  it('never excepts what could not be read', () => {
    expect(trailFinding({ trails: [aTrail({ status: refused })], config: withException('2026-12-01') })?.status).toBe('error')
  })

  it('puts the worst first and blocks on failures and errors at the threshold', () => {
    const findings = evaluateChecks(CHECKS, facts(stopped))
    expect(findings[0]).toMatchObject({ id: 'trail-is-logging', status: 'fail', severity: 'critical' })
    expect(blocking(findings, 'critical').length).toBeLessThanOrEqual(blocking(findings, 'low').length)
    expect(blocking(evaluateChecks(CHECKS, facts({ config: example() })), 'low')).toEqual([])
  })

  it('cannot be made green by a weaker config', () => {
    const weak = load(
      exampleText()
        .replace('insights: true', 'insights: false\n  data-events-access: write\n  log-retention-days: 1')
        .replace('profile: least-privilege', 'profile: lab'),
    )
    const world = { ...stopped, config: weak }
    expect(
      evaluateChecks(CHECKS, facts(world))
        .filter((finding) => finding.status === 'fail')
        .map((finding) => finding.id),
    ).toContain('trail-is-logging')
  })
})
