import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { CHECKS } from '../../src/checks/registry.ts'
import { blocking, type Finding } from '../../src/model/finding.ts'
import { READ_OPERATIONS as ALL_READS, READS, type ReadOperation } from '../../src/reads/table.ts'
import { ANSWERED as READ_OPERATIONS } from '../support/answers.ts'
import { type CorruptingProxy, openCorruptingProxy, WIRE_CORRUPTIONS } from '../support/corrupting-proxy.ts'
import { FULL } from '../support/length.ts'
import { type Bench, openBench } from '../support/sandbox.ts'

/** The reads of an account without a config are the same table; a config asks for all but these. */
const ONLY_DISCOVERED: readonly string[] = ['iam:ListRoles', 'iam:ListOpenIDConnectProviders', 'events:ListRules']
const ASKED = READ_OPERATIONS.filter((operation) => !ONLY_DISCOVERED.includes(operation))

const KINDS = Object.keys(WIRE_CORRUPTIONS)

const standOn = (operation: ReadOperation) => CHECKS.filter(({ reads }) => reads.includes(READS[operation].action))
/** A check that stands on both would be no pass for one, whatever it made of the other. */
const areJudgedApart = (one: ReadOperation, other: ReadOperation) => standOn(one).every((check) => !standOn(other).includes(check))

/** Reads that can be spoiled in one verification: together only where no check stands on two of them. */
function apart(operations: readonly ReadOperation[]): ReadOperation[][] {
  const groups: ReadOperation[][] = []
  for (const operation of operations) {
    const group = groups.find((others) => others.every((other) => areJudgedApart(operation, other)))
    if (group) group.push(operation)
    else groups.push([operation])
  }
  return groups
}

/** What is spoiled together: the reads of a service; at full length all reads there are, so that each is judged for itself. */
const GROUPS: readonly (readonly ReadOperation[])[] = FULL
  ? apart(ALL_READS)
  : [...new Set(READ_OPERATIONS.map((operation) => operation.split(':')[0]))].map((service) =>
      READ_OPERATIONS.filter((operation) => operation.startsWith(`${service}:`)),
    )

/** Every kind with one service after another, so that each service has some; at full length every kind with everything. */
const groupsOf = (kind: string) => (FULL ? GROUPS : GROUPS.filter((_, at) => at === KINDS.indexOf(kind) % GROUPS.length))

/** A verification takes seconds; at full length there are some twenty for each kind. */
const LIMIT_MS = FULL ? 1_200_000 : 120_000

const actionsOf = (operations: readonly ReadOperation[]) => operations.map((operation) => READS[operation].action)

const isGood = ({ status }: Finding) => status === 'pass' || status === 'not-applicable'
const standingOn = (operation: ReadOperation, findings: readonly Finding[]) => {
  const ids = CHECKS.filter(({ reads }) => reads.includes(READS[operation].action)).map(({ id }) => id)
  return findings.filter(({ id }) => ids.includes(id))
}

/** Where the logs lie is evidence, and nobody's finding; what no check stands on is the access matrix's, whose rows are not proven then. */
const UNJUDGED: readonly string[] = [
  's3:GetBucketLocation',
  ...ALL_READS.filter((operation) => !CHECKS.some(({ reads }) => reads.includes(READS[operation].action))),
]

/** The design's checks stand on reads of their own too, which mutations.test.ts takes away one by one. */
const isGreen = ({ status, code }: { status: string; code: string }) => status === 'pass' && !code.startsWith('DESIGN-')

describe('answers spoiled between AWS and us', () => {
  let bench: Bench
  let proxy: CorruptingProxy
  let before: readonly Finding[]
  beforeAll(async () => {
    bench = await openBench()
    expect((await bench.run('deploy', { bootstrap: 'true' })).exitCode).toBe(0)
    expect((await bench.run('deploy')).exitCode).toBe(0)
    proxy = await openCorruptingProxy(bench.started.url)
    process.env['AWS_ENDPOINT_URL'] = proxy.url
    const { report, exitCode } = await bench.run('verify')
    expect(exitCode).toBe(0)
    before = report.findings
  })
  const wasSeen = (operation: ReadOperation) => proxy.seen.has(READS[operation].action)

  /** One verification with some answers spoiled, and whose those were. */
  const spoil = async (group: readonly ReadOperation[], kind: string) => {
    proxy.corrupted.clear()
    proxy.met.clear()
    proxy.corrupt = { actions: actionsOf(group), kind }
    const { report, exitCode } = await bench.run('verify')
    proxy.corrupt = undefined
    const of = (actions: ReadonlySet<string>) => group.filter((operation) => actions.has(READS[operation].action))
    return { report, exitCode, met: of(proxy.met), answered: of(proxy.corrupted) }
  }

  afterAll(async () => {
    process.env['AWS_ENDPOINT_URL'] = bench.started.url
    await proxy.close()
    await bench.close()
  })

  it('are of at least thirteen kinds, and every read of a config passes by', async () => {
    expect(KINDS.length).toBeGreaterThanOrEqual(13)
    expect(actionsOf(ASKED).filter((action) => !proxy.seen.has(action))).toEqual([])
    proxy.corrupt = { actions: actionsOf(ALL_READS), kind: 'an empty body' }
    const { report, exitCode } = await bench.run('verify')
    proxy.corrupt = undefined
    expect([exitCode, report.reason, report.findings.filter(isGreen)]).toEqual([1, undefined, []])
    expect(ASKED.length).toBeGreaterThan(20)
  })

  const spoiled = new Set<string>()

  /** What is wrong with a verification that some answers of were spoiled. */
  const wrongIn = ({ report, exitCode, answered }: Awaited<ReturnType<typeof spoil>>): string[] => {
    const codes = new Set(report.findings.map(({ code }) => code))
    return [
      ...(report.reason !== undefined || report.problems.length > 0 ? [`${report.reason} ${report.problems[0]?.message}`] : []),
      ...before.filter(({ code }) => !codes.has(code)).map(({ code }) => `${code} is gone`),
      ...(blocking(report.findings, report.failOn).length > 0 && exitCode === 0 ? ['exit 0'] : []),
      ...answered
        .filter((operation) => !UNJUDGED.includes(operation) && standingOn(operation, report.findings).every(isGood))
        .map((operation) => `${operation} is green`),
    ]
  }

  it.each(KINDS)(
    '%s is never green, never a crash, and no code disappears',
    async (kind) => {
      const unnoticed: string[] = []
      const groups = groupsOf(kind).map((group) => [...group])
      const met = new Set<ReadOperation>()
      for (let group = groups.shift(); group; group = groups.shift()) {
        const spoiledRun = await spoil(group, kind)
        for (const operation of spoiledRun.met) met.add(operation)
        for (const operation of spoiledRun.answered) spoiled.add(operation)
        // What stood on another answer of the group was not asked then, and is by itself.
        const isLeft = (operation: ReadOperation) => !met.has(operation) && wasSeen(operation)
        if (FULL && group.length > 1) groups.push(...group.filter(isLeft).map((operation) => [operation]))
        if (spoiledRun.answered.length > 0) unnoticed.push(...wrongIn(spoiledRun).map((wrong) => `${group}: ${wrong}`))
      }
      if (FULL) expect(ALL_READS.filter((operation) => wasSeen(operation) && !met.has(operation))).toEqual([])
      expect(unnoticed).toEqual([])
    },
    LIMIT_MS,
  )

  // What an operation is asked for may itself stand on a spoiled answer: one that lists is asked first.
  it('have been of most reads', () => expect(spoiled.size).toBeGreaterThan(15))
})
