import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { marked } from 'marked'
import { root } from '../../scripts/paths.mjs'
import { markerOf } from '../../src/github/sections.ts'
import type { Finding } from '../../src/model/finding.ts'
import { createPaint } from '../../src/progress/progress.ts'
import { headlineOf } from '../../src/report/headline.ts'
import { toJson } from '../../src/report/json.ts'
import { toMarkdown } from '../../src/report/markdown.ts'
import { toText } from '../../src/report/text.ts'
import { codeBlock, escapeMarkdown, inlineCode } from '../../src/text/markdown.ts'
import { maskAccounts } from '../../src/text/mask.ts'
import { aFinding, aPlan, aReport, MARKDOWN_CASES } from '../support/reports.ts'

const OPEN = { limit: 65_536, isPublic: false, maskAccountId: false }

/** Of a check that is not of the floor. */
const MILD = { id: 'log-delivery-is-fresh' }

describe('toMarkdown', () => {
  it.each(MARKDOWN_CASES.map((given) => [given.name, given] as const))('%s is the golden comment', (name, { report, options }) => {
    expect(toMarkdown(report, options)).toBe(readFileSync(join(root, '__tests__/golden/comments', `${name}.md`), 'utf8'))
  })

  it('leads with the decision when access widens', () => {
    const [head, decide] = toMarkdown(aReport({ plans: [aPlan()] }), OPEN).split('\n\n')
    expect(head).toMatch(/^### ⚠️ retail \/ dev: access widened in 2 places/)
    expect(decide).toBe('**Decide:** `SageMakerRole` would gain `iam:PassRole on *` (and 1 more).')
  })

  it('shows no account id, resource or message of a finding in a public repository', () => {
    const text = toMarkdown(aReport({ findings: [aFinding({ message: 'secret detail', resource: 'arn:aws:s3:::hidden-bucket' })] }), {
      ...OPEN,
      isPublic: true,
    })
    expect(text).not.toMatch(/123456789012|secret detail|hidden-bucket/)
    expect(text).toMatch(/1 fail/)
  })

  it.each([
    ['all pass', [{ status: 'pass' as const }], '1 check passes'],
    [
      'some fail below the threshold',
      [
        { status: 'pass' as const },
        { ...MILD, severity: 'low' as const },
        { ...MILD, severity: 'medium' as const, status: 'error' as const },
      ],
      '1 pass, 1 fail below high, 1 not readable below high',
    ],
    ['some are excepted', [{ status: 'pass' as const }, { status: 'excepted' as const }], '1 pass, 1 excepted'],
    [
      'some block',
      [{}, { status: 'error' as const }, { status: 'pass' as const }, { ...MILD, severity: 'low' as const }],
      '2 blocking (1 not readable), 1 pass, 1 fail below high',
    ],
    ['nothing else is', [{}], '1 blocking'],
  ])('the headline hides nothing: %s', (_, findings, headline) =>
    expect(headlineOf(aReport({ command: 'verify', outcome: 'verified', findings: findings.map((one) => aFinding(one)) }))).toBe(headline),
  )

  it('the sign is green only when nothing fails at all', () => {
    const sign = (...findings: Partial<Finding>[]) =>
      toMarkdown(aReport({ findings: findings.map((one) => aFinding(one)) }), OPEN).slice(4, 5)
    expect([sign({ status: 'pass' }), sign({ status: 'pass' }, { ...MILD, severity: 'low' }), sign({})]).toEqual(['✅', '⚠', '❌'])
  })

  it('keeps the verdict and stays below the limit, however much there is to say', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 2000, max: 65_536 }), (count, limit) => {
        const findings = Array.from({ length: count }, (_, index) => aFinding({ message: `finding ${index} ${'x'.repeat(200)}` }))
        const text = toMarkdown(aReport({ findings, plans: [aPlan()] }), { ...OPEN, limit })
        expect(text.length).toBeLessThanOrEqual(limit)
        expect(text.startsWith('### ')).toBe(true)
      }),
      { numRuns: 40 },
    )
  })

  it('lets no text from AWS become HTML, a link or a mention', async () => {
    const hostile = '<img src=x onerror=alert(1)> [click](https://evil.example) @everyone | `code` <!-- --> https://evil.example'
    const html = await marked.parse(
      toMarkdown(aReport({ findings: [aFinding({ message: hostile, resource: hostile, remedy: hostile })], notices: [hostile] }), OPEN),
    )
    // GitHub mentions and links nothing inside code.
    expect(html.replaceAll(/<code>[\s\S]*?<\/code>/g, '')).not.toMatch(/<img|href="https:\/\/evil|@everyone/)
    expect(html).not.toMatch(/<img/)
  })
})

describe('escaping', () => {
  it('of any text gives one table cell and no element', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 60 }), async (text) => {
        const html = await marked.parse(`| a | b |\n|---|---|\n| ${escapeMarkdown(text)} | end |\n`)
        expect(html.match(/<td/g)).toHaveLength(2)
        expect(html).not.toMatch(/<(?!\/?(?:table|thead|tbody|tr|th|td|code)\b)/)
      }),
    )
  })

  it('of code cannot be left', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('`', '``', '```', 'a', ' ', '<b>', '|', '\n'), { maxLength: 12 }).map((parts) => parts.join('')),
        async (text) => {
          expect(await marked.parse(codeBlock(text.split('\n')))).not.toMatch(/<b>/)
          if (text.trim() !== '') expect(await marked.parseInline(inlineCode(text))).not.toMatch(/<b>/)
        },
      ),
    )
  })

  it('of a marker cannot end the comment it stands in', () => {
    expect(markerOf('a-->b', 'x').match(/-->/g)).toHaveLength(1)
  })
})

describe('maskAccounts', () => {
  it('hides whole ids only', () => {
    expect(maskAccounts('arn:aws:iam::123456789012:role/x 1234567890123 99')).toBe('arn:aws:iam::••••9012:role/x 1234567890123 99')
  })
})

describe('toText', () => {
  it('names check, resource and fix of each failure, and the verdict last', () => {
    const text = toText(aReport({ command: 'verify', outcome: 'verified', findings: [aFinding()] }), createPaint(false))
    expect(text).toMatch(/✗ TRAIL-002 trail-is-logging critical: logging is off\n {4}arn:aws:cloudtrail.*\n {4}Start it again\./)
    expect(text.trimEnd().split('\n').at(-1)).toBe('✗ retail / dev: 1 blocking')
  })
})

describe('toText of what is good', () => {
  it('says what a clean run proved, by kind, and on how many resources', () => {
    const pass = (code: string, id: string) => aFinding({ code, id, status: 'pass', message: 'as it should be' })
    const findings = [
      pass('TRAIL-001', 'trail-is-multi-region'),
      pass('TRAIL-002', 'trail-is-logging'),
      pass('ROLE-001', 'role-has-boundary'),
      pass('ROLE-001', 'role-has-boundary'),
    ]
    const text = toText(aReport({ command: 'verify', outcome: 'verified', findings }), createPaint(false))
    expect(text).toContain('✓ TRAIL  trail-is-multi-region, trail-is-logging\n✓ ROLE   role-has-boundary ×2\n')
  })

  it('breaks long lists between names, and says nothing of what does not pass', () => {
    const ids = Array.from({ length: 30 }, (_, index) => `bucket-is-as-it-should-be-${index}`)
    const findings = [
      ...ids.map((id) => aFinding({ code: 'BKT-001', id, status: 'pass' })),
      aFinding({ code: 'KEY-001', id: 'key-is-usable' }),
    ]
    const proven = toText(aReport({ command: 'verify', outcome: 'verified', findings }), createPaint(false)).split('✗')[0] ?? ''
    expect(proven).not.toContain('key-is-usable')
    expect(
      proven
        .split(/[ ,\n]+/)
        .filter((word) => word.startsWith('bucket-is-as'))
        .sort(),
    ).toEqual([...ids].sort())
    for (const line of proven.split('\n')) expect(line.length).toBeLessThanOrEqual(100)
  })

  it('shows the access of a plan by meaning, under its subject, as the comment does', () => {
    const text = toText(aReport({ plans: [aPlan()] }), createPaint(false))
    expect(text).toContain(
      '  Access, by meaning:\n    SageMakerRole\n      + widened: allow iam:PassRole on *\n      ! widened: allow s3:PutObject on s3:::gold/out/* → s3:PutObject on s3:::gold/*\n',
    )
  })
})

describe('toJson', () => {
  it('has the documented, versioned shape', () => {
    const json = JSON.parse(toJson(aReport({ findings: [aFinding()] }))) as Record<string, unknown>
    expect(json).toMatchObject({
      schemaVersion: 1,
      summary: { total: 1, fail: 1, pass: 0, error: 0, notApplicable: 0, excepted: 0, highestSeverity: 'critical' },
    })
    expect((json['findings'] as unknown[])[0]).toEqual(aFinding())
  })
})
