import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import fc from 'fast-check'
import type { RunnerEvent } from '../../src/action/event.ts'
import { createOutput } from '../../src/action/output.ts'
import { publish } from '../../src/action/publish.ts'
import type { World } from '../../src/commands/world.ts'
import type { ErrorCode } from '../../src/model/errors.ts'
import type { RunReport } from '../../src/model/report.ts'
import { hostileReports, SENTINEL } from '../support/hostile.ts'
import { runs } from '../support/length.ts'
import { aReport } from '../support/reports.ts'

const ACCOUNT = '123456789012'
const EVENTS = [
  'pull_request',
  'push',
  'merge_group',
  'schedule',
  'workflow_dispatch',
  'repository_dispatch',
  'release',
  'issue_comment',
  '',
]
const VISIBILITIES = ['public', 'unknown', 'private'] as const

/** What the runner is told of a report: log, annotations, summary. Files are kept apart. */
async function told(
  report: RunReport,
  name: string,
  visibility: RunnerEvent['visibility'],
  open = { notices: [] as string[], problems: false },
) {
  let log = ''
  jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    log += String(chunk)
    return true
  })
  let summary = ''
  const output = {
    ...createOutput({}, () => visibility !== 'private'),
    setOutput: () => Promise.resolve(),
    summary: async (text: string) => {
      summary += text
    },
  }
  const files: string[] = []
  const world = {
    writeText: async (_: string, text: string) => {
      files.push(text)
    },
  } as unknown as World
  const event = { name, visibility, isFork: false, ref: 'refs/heads/main', repository: 'acme/retail' } as RunnerEvent
  const result = { report, exitCode: report.outcome === 'failed' ? (2 as const) : (0 as const) }
  const exitCode = await publish(output, world, { inputs: new Map(), event, result, open })
  jest.restoreAllMocks()
  return { said: `${log}\n${summary}`, files, exitCode }
}

describe('what everyone may read, over every event and outcome', () => {
  beforeEach(() => {
    delete process.env['GITHUB_STEP_SUMMARY']
  })
  afterEach(() => {
    jest.restoreAllMocks()
  })

  const cases = EVENTS.flatMap((name) => VISIBILITIES.map((visibility) => [name || 'no event', visibility, name] as const))
  it.each(cases)('%s, %s', async (_, visibility, name) => {
    const outcomes = new Set<string>()
    await fc.assert(
      fc.asyncProperty(hostileReports.values, async (given) => {
        outcomes.add(`${given.outcome} ${given.reason?.startsWith('BAD_') ?? ''}`)
        const report: RunReport = {
          ...given,
          subject: 'retail / dev',
          context: { ...aReport().context, configFile: given.context.configFile },
        }
        const reason = given.reason === 'BAD_CONFIG' || given.reason === 'BAD_EVENT' ? 'AWS_CALL_FAILED' : given.reason
        const { said, files } = await told(reason ? { ...report, reason } : report, name, visibility)
        const body = said.replaceAll('••••9012', '')
        if (visibility === 'private') expect(files.join('')).toContain(ACCOUNT)
        else expect([body.includes(SENTINEL), /\d{12}/.test(body), /withheld/.test(body)]).toEqual([false, false, true])
      }),
      { numRuns: runs(20, 200) },
    )
    expect(outcomes.size).toBeGreaterThan(8)
  })

  it('says nothing of an error but its kind, for each kind; what the repository itself says wrong is said', async () => {
    const message = `arn:aws:iam::${ACCOUNT}:role/secret-name is wrong`
    const codes: readonly ErrorCode[] = [
      'WRONG_ACCOUNT',
      'CREDENTIALS',
      'OIDC_UNAVAILABLE',
      'OIDC_REFUSED',
      'ACCESS_DENIED',
      'AWS_CALL_FAILED',
      'STACK_BUSY',
      'STACK_UNREADY',
      'STACK_NOT_PROVEN',
      'BAD_EVIDENCE',
      'SIGNATURE_REFUSED',
      'WRONG_REGION',
      'CLOCK_SKEW',
      'REGION_DISABLED',
      'GITHUB_CALL_FAILED',
      'WRITE_REFUSED',
      'CANCELLED',
      'INTERNAL',
      'BAD_INPUT',
    ]
    for (const reason of codes) {
      const position = { file: 'mlops-audit.yml', line: 3, column: 1 }
      const { said } = await told(
        aReport({ outcome: 'failed', reason, problems: [{ message, position }], notices: [message] }),
        'schedule',
        'unknown',
      )
      expect([reason, said]).toEqual([reason, expect.not.stringMatching(/secret-name|\d{12}/)])
      expect([reason, said]).toEqual([reason, expect.stringMatching(/::error::[A-Z].{12}/)])
    }
    const config = await told(
      aReport({
        outcome: 'failed',
        reason: 'BAD_CONFIG',
        problems: [{ message: 'Unknown key `enviroment`.', position: { file: 'mlops-audit.yml', line: 3, column: 1 } }],
      }),
      'pull_request',
      'public',
    )
    expect(config.said).toMatch(/::error file=mlops-audit\.yml,line=3,col=1::Unknown key `enviroment`/)
  })

  it('says what speaks of the event alone', async () => {
    const notice = 'From a fork there are no credentials.'
    const { said } = await told(aReport({ notices: [notice, 'a drift of the bucket'] }), 'pull_request', 'public', {
      notices: [notice],
      problems: false,
    })
    expect([said.includes(notice), said.includes('drift')]).toEqual([true, false])
  })
})
