import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { Ajv } from 'ajv'
import fc from 'fast-check'
import { root } from '../../scripts/paths.mjs'
import type { RunReport } from '../../src/model/report.ts'
import { createPaint } from '../../src/progress/progress.ts'
import { FILE_FORMATS, loadFormat } from '../../src/report/formats.ts'
import { csvTable } from '../../src/text/csv.ts'
import { verdictOf } from '../../src/verdict/verdict.ts'
import { hostileReports } from '../support/hostile.ts'
import { aFinding, aReport, MARKDOWN_CASES } from '../support/reports.ts'

const PLACE = { paint: createPaint(false), maskAccountId: false, folder: '/checkout' }
const as = async (id: string, report: RunReport, place = PLACE) => (await loadFormat(id))(report, place)
const ALL = MARKDOWN_CASES.map(({ name, report }) => [name, report] as const)
const FEW = { numRuns: 40 }

interface Sarif {
  runs: [
    {
      tool: { driver: { rules: { id: string; properties: { 'security-severity': string } }[] } }
      automationDetails: { id: string }
      results: {
        ruleId: string
        ruleIndex: number
        kind?: string
        level: string
        message: { text: string }
        locations: { physicalLocation: { artifactLocation: { uri: string }; region?: { startLine: number } } }[]
        partialFingerprints?: { primaryLocationLineHash?: string }
        suppressions?: unknown[]
      }[]
    },
  ]
}

// The schema names patterns that `ajv` itself has no formats for.
const schema = new Ajv({ allErrors: true, strict: false, validateFormats: false }).compile(
  JSON.parse(readFileSync(join(root, '__tests__/data/sarif-2.1.0.json'), 'utf8')),
)

async function sarif(id: 'sarif' | 'code-scanning', report: RunReport): Promise<Sarif> {
  const file = JSON.parse(await as(id, report))
  expect([schema(file), schema.errors]).toEqual([true, null])
  return file
}

describe('SARIF', () => {
  it.each(ALL)('of %s is SARIF 2.1.0, whole and for code scanning', async (_, report) => {
    await sarif('sarif', report)
    await sarif('code-scanning', report)
  })

  it('of any report is SARIF, and each result has a rule, a place in the repository, and nothing but failures where GitHub takes it', () =>
    fc.assert(
      fc.asyncProperty(hostileReports.values, async (report) => {
        for (const id of ['sarif', 'code-scanning'] as const) {
          const {
            runs: [{ tool, results }],
          } = await sarif(id, report)
          for (const result of results) {
            expect(tool.driver.rules[result.ruleIndex]?.id).toBe(result.ruleId)
            expect(result.locations).toHaveLength(1)
            expect(result.locations[0]?.physicalLocation.artifactLocation.uri).toMatch(/^(?!\/)(?!.*(?:^|\/)\.\.(?:\/|$))[^:\s]+$/)
            if (id === 'sarif' && result.kind !== 'fail') expect(result.level).toBe('none')
            if (id === 'code-scanning') expect(result.level).not.toBe('none')
          }
          const withSuppressions = results.filter(({ suppressions }) => suppressions !== undefined).length
          expect([0, results.length]).toContain(withSuppressions)
        }
      }),
      FEW,
    ))

  it('for code scanning keeps an alert open while its evidence cannot be read, and closes it when it is excepted', async () => {
    const of = async (overrides: Parameters<typeof aFinding>[0]) =>
      (await sarif('code-scanning', aReport({ command: 'verify', findings: [aFinding(overrides)] }))).runs[0].results
    const [failing] = await of({})
    const [unread] = await of({ status: 'error', message: 'no answer' })
    expect(unread?.partialFingerprints).toEqual(failing?.partialFingerprints)
    expect(unread?.ruleId).toBe(failing?.ruleId)
    expect(unread?.message.text).toBe('Could not be read: no answer')
    expect(failing?.locations[0]?.physicalLocation).toEqual({ artifactLocation: { uri: 'mlops-audit.yml' } })
    expect(await of({ status: 'pass' })).toEqual([])
    expect(await of({ status: 'excepted', exception: { reason: 'r', owner: 'o', expires: '2027-01-01', expired: false } })).toEqual([])
    const [elsewhere] = await of({ resource: 'arn:aws:cloudtrail:us-east-1:123456789012:trail/other' })
    expect(elsewhere?.partialFingerprints).not.toEqual(failing?.partialFingerprints)
  })

  it('for code scanning says one result for one rule at one line, at the line of the config, and names all resources', async () => {
    const positions = [
      { file: '/checkout/out/audit.yml', line: 9, column: 3 },
      { file: 'mlops-audit.yml', line: 4, column: 1 },
    ]
    const findings = ['a', 'b'].map((name) => aFinding({ resource: `arn:aws:s3:::${name}`, positions }))
    const {
      runs: [{ results }],
    } = await sarif('code-scanning', aReport({ command: 'check', findings }))
    expect(
      results.map(({ message, locations, partialFingerprints }) => [message.text, locations[0]?.physicalLocation, partialFingerprints]),
    ).toEqual([
      [
        'arn:aws:s3:::a: logging is off\narn:aws:s3:::b: logging is off',
        { artifactLocation: { uri: 'mlops-audit.yml' }, region: { startLine: 4, startColumn: 1 } },
        undefined,
      ],
    ])
  })

  it('never closes alerts of another command or environment, nor any after a run that gave up', async () => {
    const category = async (report: RunReport) => (await sarif('code-scanning', report)).runs[0].automationDetails.id
    expect(await category(aReport({ command: 'verify' }))).toBe('mlops-audit/verify/mlops-audit.yml/dev/')
    expect(await category(aReport({ command: 'check' }))).toBe('mlops-audit/check/mlops-audit.yml/dev/')
    const codeScanning = FILE_FORMATS.find(({ id }) => id === 'code-scanning')
    expect(codeScanning?.isFor?.(aReport())).toBe(true)
    expect(codeScanning?.isFor?.(aReport({ reason: 'CREDENTIALS' }))).toBe(false)
    expect(codeScanning?.isFor?.(aReport({ outcome: 'failed' }))).toBe(false)
  })
})

describe('JUnit', () => {
  const TAG = /<(\/?)([a-z]+)((?: [a-z]+="[^"<>]*")*)(\/?)>/g
  /** The elements of a document; anything that is no element, attribute or text makes it throw. */
  function elements(xml: string): string[] {
    const body = xml.replace(/^<\?xml version="1.0" encoding="UTF-8"\?>\n/, '')
    expect(body.replaceAll(TAG, '').replaceAll(/&(?:amp|lt|gt|quot|#39|#10);/g, '')).not.toMatch(/[<>&]/)
    const open: string[] = []
    const all: string[] = []
    for (const [, closes, name = '', , isEmpty] of body.matchAll(TAG)) {
      if (closes) expect(open.pop()).toBe(name)
      else all.push(name)
      if (!closes && !isEmpty) open.push(name)
    }
    expect(open).toEqual([])
    return all
  }

  it('is red where the run is, for whatever reason; and well-formed', () =>
    fc.assert(
      fc.asyncProperty(hostileReports.values, async (report) => {
        const found = elements(await as('junit', report))
        if (!verdictOf(report).good) expect(found).toContain('failure')
      }),
      FEW,
    ))

  it('tells a failure, an error and what was not tested apart', async () => {
    const findings = (['pass', 'fail', 'error', 'not-applicable'] as const).map((status) => aFinding({ status }))
    const xml = await as('junit', aReport({ command: 'verify', findings }))
    expect(xml).toContain('<testsuite name="checks" tests="4" failures="1" errors="1" skipped="1"')
    expect(xml).toContain('<failure message="critical: logging is off">Start it again.</failure>')
    expect(xml).toContain('<error message="could not be read: logging is off">')
    expect(xml).toContain('<skipped message="not applicable: logging is off"/>')
  })
})

describe('CSV', () => {
  it('has a line for each thing that was judged, and no cell that a spreadsheet computes', async () => {
    const report = aReport({
      findings: [aFinding({ resource: '=HYPERLINK("http://evil")', message: 'a,b' }), aFinding({ status: 'pass' })],
    })
    const [head, first, second, end] = (await as('csv', report)).split('\r\n')
    expect(head).toMatch(/^kind,code,id,status,severity,title,resource,found,fix,/)
    expect(first).toBe(
      'check,TRAIL-002,trail-is-logging,fail,critical,The trail is logging,"\'=HYPERLINK(""http://evil"")","a,b",Start it again.,,,,,,,cis 3.1',
    )
    expect(second).toMatch(/^check,TRAIL-002,trail-is-logging,pass,/)
    expect(end).toBe('')
  })

  it.each(['=1', '+1', '-1', '@a', '\t=1', ' =1', '|calc', '%x'])('takes the meaning from %j', (cell) => {
    expect(csvTable(['a'], [[cell]])).toMatch(/^a\r\n"'/)
  })
})

describe('HTML', () => {
  it('asks nobody anything, and holds nothing that came from outside as more than text', () =>
    fc.assert(
      fc.asyncProperty(hostileReports.values, async (report) => {
        const page = await as('html', report)
        expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`)
        expect(page).not.toMatch(/<(?:script|img|iframe|link|object|embed|form|a|base)\b/i)
        expect(page).not.toMatch(/<[^>]*\s(?:src|href|on\w+|srcset|action)=/i)
        expect(page.replace(/<style>[\s\S]*?<\/style>/, '')).not.toMatch(/<[^>]*url\(/i)
      }),
      FEW,
    ))

  it('leads with the verdict, then with what to fix: found and fix before where', async () => {
    const page = await as(
      'html',
      aReport({ command: 'verify', findings: [aFinding(), aFinding({ status: 'not-applicable', title: 'Other' })] }),
    )
    const order = [
      '✗</span> retail / dev',
      '<p class="headline">1 blocking',
      '<h2>To fix',
      '<h3>logging is off',
      '<dt>Fix</dt>',
      '<dt>Where</dt>',
      'Not assessed',
    ].map((part) => page.indexOf(part))
    expect(order.every((place) => place > 0)).toBe(true)
    expect(order).toEqual([...order].sort((a, b) => a - b))
  })

  it('masks accounts where it is told to', async () => {
    const report = aReport({ findings: [aFinding()] })
    for (const { id } of FILE_FORMATS.filter(({ id: each }) => each !== 'json')) {
      expect(await as(id, report, { ...PLACE, maskAccountId: true })).not.toContain('123456789012')
    }
  })
})
