import type { Config } from '../model/config.ts'
import { AuditError, type Problem } from '../model/errors.ts'
import { summarize } from '../model/finding.ts'
import type { Outcome, RunReport } from '../model/report.ts'
import { verdictOf } from '../verdict/verdict.ts'
import type { World } from './world.ts'

/** What a command hands back: the report, and files it wrote. */
export interface CommandResult {
  report: RunReport
  exitCode: ExitCode
  evidencePath?: string
}

/** 0 done and clean · 1 findings at or above `fail-on` · 2 could not be carried out · 3 bad input. */
export type ExitCode = 0 | 1 | 2 | 3

type Parts = Partial<
  Pick<
    RunReport,
    | 'plans'
    | 'deployments'
    | 'findings'
    | 'problems'
    | 'notices'
    | 'patches'
    | 'published'
    | 'reason'
    | 'access'
    | 'gates'
    | 'effects'
    | 'driftEffects'
    | 'rules'
    | 'activity'
    | 'benchmark'
    | 'teardown'
    | 'cost'
    | 'copy'
  >
>

export interface ReportBase {
  command: string
  outcome: Outcome
  failOn: RunReport['failOn']
  config: Config | undefined
  account?: string
  region?: string
}

export function buildReport(world: World, base: ReportBase, parts: Parts): RunReport {
  const { config } = base
  const findings = parts.findings ?? []
  return {
    schemaVersion: 1,
    command: base.command,
    outcome: base.outcome,
    subject: config ? `${config.project} / ${config.environment}` : base.account ? `account ${base.account}` : 'mlops-audit',
    failOn: base.failOn,
    plans: parts.plans ?? [],
    deployments: parts.deployments ?? [],
    findings,
    summary: summarize(findings),
    problems: parts.problems ?? [],
    notices: parts.notices ?? [],
    ...presentIn(parts),
    ...(parts.gates && parts.gates.length > 0 ? { gates: parts.gates } : {}),
    context: {
      version: world.version,
      account: config?.account ?? base.account,
      region: config?.region ?? base.region,
      configFile: config?.file,
      configHash: config?.hash,
      ...(config ? { environment: config.environment } : {}),
      time: world.now().toISOString(),
      commit: world.run.commit,
      runUrl: world.run.url,
    },
  }
}

/** Parts that a report has where a command gives them. */
const OPTIONAL = [
  'effects',
  'driftEffects',
  'rules',
  'access',
  'activity',
  'benchmark',
  'cost',
  'copy',
  'teardown',
  'patches',
  'published',
  'reason',
] as const

function presentIn(parts: Parts): Parts {
  return Object.fromEntries(OPTIONAL.flatMap((name) => (parts[name] ? [[name, parts[name]]] : [])))
}

export function exitCodeOf(report: RunReport): ExitCode {
  if (report.outcome === 'failed' || report.outcome === 'refused') return 2
  if (report.problems.length > 0) return 3
  return verdictOf(report).good ? 0 : 1
}

/** An error as a report, so that bad input and failures reach comment, summary and results like everything else. */
export function reportOfError(world: World, command: string, error: unknown, config?: Config): CommandResult {
  const known =
    error instanceof AuditError
      ? error
      : new AuditError('INTERNAL', error instanceof Error ? error.message : String(error), { cause: error })
  const problems: readonly Problem[] =
    known.problems.length > 0 ? known.problems : [{ message: known.message, ...(known.remedy ? { remedy: known.remedy } : {}) }]
  const report = buildReport(world, { command, outcome: 'failed', failOn: config?.failOn ?? 'high', config }, { problems })
  return { report: { ...report, reason: known.code }, exitCode: known.isUserError ? 3 : 2 }
}
