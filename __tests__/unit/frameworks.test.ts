import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { CHECKS } from '../../src/checks/registry.ts'
import { benchmarkOf } from '../../src/frameworks/benchmark.ts'
import { controlsOf, FRAMEWORKS } from '../../src/frameworks/registry.ts'
import { type Finding, STATUSES } from '../../src/model/finding.ts'
import { createPaint } from '../../src/progress/progress.ts'
import { toMarkdown } from '../../src/report/markdown.ts'
import { toText } from '../../src/report/text.ts'
import { aFinding, aReport } from '../support/reports.ts'

const of = (id: string) => {
  const framework = FRAMEWORKS.find((one) => one.id === id)
  if (!framework) throw new Error(`no framework ${id}`)
  return framework
}
const controls = (id: string) => Object.keys(of(id).controls)

describe('what a framework says of controls', () => {
  /** Rows that other tools carry and that are not what the control is about, each with what it is about. */
  it.each<[string, string, string]>([
    ['soc2', 'A1.1', 'capacity'],
    ['soc2', 'CC1.3', 'the structure of the organization'],
    ['soc2', 'CC2.1', 'information that control needs'],
    ['soc2', 'C1.2', 'disposal'],
    ['iso-27001', 'A.8.1', 'user endpoint devices'],
    ['iso-27001', 'A.8.11', 'data masking'],
    ['nist-800-53', 'AU-6(6)', 'correlation with physical monitoring'],
    ['nist-800-53', 'CP-9', 'back-ups'],
    ['fsbp', 'KMS.4', 'a control of other standards'],
    ['gdpr', '30', 'the register of processing activities'],
  ])('%s %s is %s, which no test here shows', (framework, control) => expect(controls(framework)).not.toContain(control))

  it.each<[string, string, readonly string[]]>([
    ['cis', '3.1', ['trail-is-logging', 'trail-is-multi-region', 'trail-records-all-management-events']],
    ['cis', '3.2', ['trail-validates-log-files']],
  ])('%s %s is about %j and nothing that is ours', (framework, control, checks) =>
    expect([...(of(framework).controls[control]?.checks ?? [])].sort()).toEqual([...checks].sort()),
  )

  it('every control has a check, each once, and a fit', () => {
    for (const { controls: all } of FRAMEWORKS)
      for (const { checks, fit } of Object.values(all)) {
        expect(checks.length).toBeGreaterThan(0)
        expect(new Set(checks).size).toBe(checks.length)
        expect(['direct', 'supports']).toContain(fit)
      }
    expect(controlsOf('trail-is-logging')).toMatchObject({ cis: ['3.1'] })
  })
})

describe('a framework, control by control', () => {
  const framework = { id: 'f', title: 'F', version: '1', controls: { '1.1': { fit: 'direct' as const, checks: ['a', 'b'] } } }
  const finding = (id: string, status: Finding['status']) => aFinding({ id, code: id.toUpperCase(), status })
  const stateOf = (...findings: Finding[]) => benchmarkOf(framework, findings).controls[0]?.state

  it('is passed only where every test of it passed', () => {
    expect(stateOf(finding('a', 'pass'), finding('b', 'not-applicable'))).toBe('tests passed')
    expect(stateOf(finding('a', 'pass'), finding('b', 'fail'))).toBe('exceptions')
    expect(stateOf(finding('a', 'pass'), finding('b', 'excepted'))).toBe('exceptions')
    expect(stateOf(finding('a', 'pass'), finding('b', 'error'))).toBe('not tested')
    expect(stateOf(finding('a', 'not-applicable'))).toBe('not applicable')
    expect(stateOf(finding('c', 'pass'))).toBe('not tested')
  })

  it('counts what it is made of, whatever the findings are', () => {
    const one = fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom(...STATUSES)).map(([id, status]) => finding(id, status))
    fc.assert(
      fc.property(fc.array(one, { maxLength: 12 }), (findings) => {
        const [control] = benchmarkOf(framework, findings).controls
        const mine = findings.filter(({ id }) => id !== 'c')
        const count = (status: Finding['status']) => mine.filter((each) => each.status === status).length
        expect(control).toMatchObject({
          passed: count('pass'),
          failed: count('fail'),
          accepted: count('excepted'),
          untested: count('error'),
        })
        if (control?.state === 'tests passed')
          expect(mine.every(({ status }) => status === 'pass' || status === 'not-applicable')).toBe(true)
      }),
    )
  })

  it('stands in text and Markdown, and is called met in neither', () => {
    const findings = CHECKS.map(({ id, code }, index) => aFinding({ id, code, status: index % 7 === 0 ? 'fail' : 'pass', severity: 'low' }))
    const report = aReport({ command: 'verify', outcome: 'verified', findings, benchmark: benchmarkOf(of('soc2'), findings) })
    const text = toText(report, createPaint(false))
    const markdown = toMarkdown(report, { limit: 1_000_000, isPublic: false, maskAccountId: false })
    for (const said of [text, markdown]) {
      expect(said).toMatch(/SOC 2 Trust Services Criteria 2017 .*: \d tests passed, \d exceptions, \d not tested, \d not applicable/)
      expect(said).toContain('Tests passed is not met')
      expect(said).toContain('CC6.1')
    }
    expect(toMarkdown({ ...report }, { limit: 1_000_000, isPublic: true, maskAccountId: true })).not.toContain('CC6.1')
  })
})
