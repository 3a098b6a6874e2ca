import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { CHECKS } from '../../src/checks/registry.ts'
import type { CheckException } from '../../src/model/config.ts'
import { blocking, exceptionText, type Finding, SEVERITIES, type Severity, STATUSES } from '../../src/model/finding.ts'
import { FLOOR_IDS, isOfFloor } from '../../src/model/floor.ts'
import { exceptionNotices, withException } from '../../src/verify/exceptions.ts'
import { exampleText, load, MINIMAL } from '../support/config.ts'

const TODAY = '2026-12-01'
const day = (offset: number) => new Date(Date.parse(TODAY) + offset * 86_400_000).toISOString().slice(0, 10)
const finding = (more: Partial<Finding> = {}): Finding => ({
  ...{ id: 'ecr-scans-on-push', code: 'ECR-001', title: 't', status: 'fail', severity: 'medium', resource: 'arn:r' },
  ...{ message: 'm', remedy: 'r', frameworks: {} },
  ...more,
})
const exception = (more: Partial<CheckException> = {}): CheckException => ({
  ...{ check: 'ecr-scans-on-push', resource: 'arn:r', reason: 'r', owner: '@ana', ticket: undefined, breakGlass: false, expires: day(7) },
  ...more,
})

describe('an exception', () => {
  it.each<[Severity, number]>([
    ['critical', 90],
    ['high', 90],
    ['medium', 366],
    ['low', 366],
  ])('of %s severity lasts %s days at most, and the last of them counts', (severity, days) => {
    const at = (offset: number) => withException(finding({ severity }), [exception({ expires: day(offset) })], TODAY)
    expect([at(0).status, at(days).status]).toEqual(['excepted', 'excepted'])
    expect([at(-1).status, at(-1).exception?.expired]).toEqual(['fail', true])
    const far = at(days + 1)
    expect(far.status).toBe('fail')
    expect(far.exception && exceptionText(far.exception)).toBe(
      `exception not taken: an exception of ${severity} severity lasts ${days} days at most`,
    )
  })

  it.each(FLOOR_IDS)('of the floor is break-glass with a ticket, for 30 days: %s', (id) => {
    const at = (more: Partial<CheckException>) =>
      withException(finding({ id, severity: 'critical' }), [exception({ check: id, ...more })], TODAY)
    expect(at({}).exception?.refused).toBe('only a break-glass exception with a ticket takes this')
    for (const more of [{}, { ticket: 'T' }, { breakGlass: true }, { breakGlass: true, ticket: 'T', expires: day(31) }])
      expect(at(more).status).toBe('fail')
    expect(at({ breakGlass: true, ticket: 'T', expires: day(30) }).status).toBe('excepted')
  })

  it('that stands takes the finding, wherever it is in the list', () => {
    const both = [exception({ expires: day(-1) }), exception({ expires: '9999-12-31' }), exception({})]
    expect(withException(finding(), both, TODAY)).toMatchObject({ status: 'excepted', exception: { expires: day(7), expired: false } })
  })

  it('is spoken of when it ends soon, is there twice, or is not needed', () => {
    const found = [finding()]
    const said = (exceptions: CheckException[], findings = found) => exceptionNotices(exceptions, findings, TODAY)
    const name = 'The exception for ecr-scans-on-push of arn:r (@ana)'
    expect(said([exception({ expires: day(15) })])).toEqual([])
    expect(said([exception({ expires: day(14) })])).toEqual([`${name} ends on ${day(14)}, in 14 days.`])
    expect(said([exception({ expires: day(0) })])).toEqual([`${name} ends on ${day(0)}, today.`])
    expect(said([exception({ expires: day(-1) })])).toEqual([])
    expect(said([exception({ expires: day(60) }), exception({})])).toEqual([`${name} is in the config twice. Keep one.`])
    const unneeded = `${name} is not needed: nothing that it names fails. Take it out.`
    expect(said([exception()], [])).toEqual([unneeded])
    expect(said([exception()], [finding({ resource: 'arn:other' })])).toEqual([unneeded])
    expect(said([exception()], [finding({ status: 'pass' })])).toEqual([unneeded])
  })
})

describe('the floor', () => {
  it('is of checks that there are, all of them high or critical', () => {
    const of = CHECKS.filter(({ id }) => isOfFloor(id))
    expect(of.map(({ code }) => code).sort()).toEqual([
      'BKT-003',
      'KEY-001',
      'KEY-006',
      'OIDC-003',
      'ROLE-014',
      'TRAIL-001',
      'TRAIL-002',
      'TRAIL-003',
      'TRAIL-006',
    ])
    expect(of.filter(({ severity }) => severity !== 'critical' && severity !== 'high')).toEqual([])
  })

  /** A law: whatever a config says, short of break-glass, a failure of the floor stops the run. */
  it('stops a run whatever the exceptions and `fail-on` say', () => {
    const exceptions = fc.array(
      fc.record({
        check: fc.constantFrom(...FLOOR_IDS),
        resource: fc.constantFrom('arn:r', undefined),
        reason: fc.string(),
        owner: fc.string(),
        ticket: fc.option(fc.string(), { nil: undefined }),
        breakGlass: fc.boolean(),
        expires: fc.integer({ min: -400, max: 4000 }).map(day),
      }),
    )
    fc.assert(
      fc.property(
        fc.constantFrom(...FLOOR_IDS),
        fc.constantFrom(...SEVERITIES),
        fc.constantFrom(...SEVERITIES),
        fc.constantFrom(...STATUSES),
        exceptions,
        (id, severity, failOn, status, given) => {
          const judged = withException(finding({ id, severity, status }), given, TODAY)
          const mayBe = given.some(
            (one) => one.check === id && one.breakGlass && one.ticket !== undefined && one.expires >= TODAY && one.expires <= day(30),
          )
          const stops = blocking([judged], failOn).length === 1
          if (status === 'fail') expect(stops).toBe(!mayBe)
          else expect(stops).toBe(status === 'error')
        },
      ),
      { numRuns: 2000 },
    )
  })

  it.each(['', ', ticket: T-1', ', break-glass: true', ', break-glass: false, ticket: T-1'])(
    'is refused in a config as an ordinary exception%s',
    (more) => {
      const text = `${MINIMAL}exceptions:\n  - { check: trail-is-logging, reason: r, owner: o, expires: 2026-12-20${more} }\n`
      expect(() => load(text)).toThrow(
        expect.objectContaining({
          problems: [
            expect.objectContaining({
              message: expect.stringContaining('`exceptions[0].check` is "trail-is-logging", which no ordinary exception takes'),
              position: expect.objectContaining({ line: 7 }),
              remedy: expect.stringContaining('`break-glass: true` with a `ticket`'),
            }),
          ],
        }),
      )
    },
  )

  it('may be broken with a ticket', () => {
    const text = exampleText().replace(
      'exceptions: []',
      'exceptions: [{ check: trail-is-logging, reason: r, owner: o, ticket: T-1, break-glass: true, expires: 2026-12-20 }]',
    )
    expect(load(text).exceptions).toMatchObject([{ check: 'trail-is-logging', breakGlass: true, ticket: 'T-1' }])
  })
})
