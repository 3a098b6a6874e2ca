import { join } from 'node:path'
import { LiveReader } from '../aws/live-reader.ts'
import { CHECKS } from '../checks/registry.ts'
import type { Config } from '../model/config.ts'
import { AuditError } from '../model/errors.ts'
import type { EvidenceFile } from '../model/evidence.ts'
import type { Finding } from '../model/finding.ts'
import { partitionOf } from '../model/partition.ts'
import { collectDesigned, collectDiscovered } from '../verify/collect/collect.ts'
import { evaluateChecks } from '../verify/evaluate.ts'
import { ReplayReader, tamperedEnvelopes } from '../verify/replay.ts'
import { booleanInput, type InputValues, textInput } from './inputs.ts'
import { failOnOf, loadProject } from './project.ts'
import { buildReport, type CommandResult, exitCodeOf } from './result.ts'
import { openSession, type Session } from './session.ts'
import type { World } from './world.ts'

/** All checks against the live account, against an account without a config, or against recorded evidence. */
export async function verify(world: World, inputs: InputValues): Promise<CommandResult> {
  if (textInput(inputs, 'from') !== '') return replay(world, inputs)
  const isDiscovery = booleanInput(inputs, 'discover')
  const project = isDiscovery ? undefined : await loadProject(world, inputs)
  const region = project?.config.region ?? (textInput(inputs, 'aws-region') || world.defaultRegion)
  if (region === undefined || !partitionOf(region)) {
    throw new AuditError(
      'BAD_INPUT',
      region === undefined ? 'There is no region to look at.' : `"${region}" is no AWS region this version knows.`,
      { remedy: 'Set `aws-region` (--aws-region us-east-1), or AWS_REGION.' },
    )
  }
  const session = await openSession(world, inputs, { region, config: project?.config, templates: project?.templates ?? [], role: 'verify' })
  const { findings, evidencePath } = await collectAndJudge(world, inputs, session, project?.config)
  const report = buildReport(
    world,
    {
      command: 'verify',
      outcome: 'verified',
      failOn: failOnOf(project?.config, inputs),
      config: project?.config,
      account: session.account,
      region,
    },
    { findings },
  )
  return { report, exitCode: exitCodeOf(report), evidencePath }
}

/** Reads, judges, and keeps the evidence. */
export async function collectAndJudge(
  world: World,
  inputs: InputValues,
  session: Session,
  config: Config | undefined,
): Promise<{ findings: Finding[]; evidencePath: string }> {
  const { clients, account, region, caller } = session
  const running = world.progress.start('verify')
  const reader = new LiveReader({ clients, account, region, caller, now: world.now })
  const collectedAt = world.now().toISOString()
  const facts = config
    ? await collectDesigned(reader, config, collectedAt)
    : await collectDiscovered(reader, { account, region, partition: partitionOf(region)?.id ?? 'aws', collectedAt })
  const findings = evaluateChecks(CHECKS, facts)
  const reads = await reader.envelopes()
  const evidencePath = join(textInput(inputs, 'output-dir'), 'evidence.json')
  const file: EvidenceFile = { schemaVersion: 1, tool: `mlops-audit ${world.version}`, configHash: config?.hash ?? '', collectedAt, reads }
  await world.writeText(evidencePath, `${JSON.stringify(file, null, 2)}\n`)
  running.end('done', `${reads.length} reads, ${findings.length} findings`)
  return { findings, evidencePath }
}

/** The same findings from the same evidence, offline. @throws EVIDENCE_UNREADABLE */
async function replay(world: World, inputs: InputValues): Promise<CommandResult> {
  const path = join(textInput(inputs, 'from'), 'evidence.json')
  const file = parseEvidence(await world.readText(path), path)
  const tampered = tamperedEnvelopes(file.reads, world.sha256)
  if (tampered.length > 0) {
    throw new AuditError(
      'EVIDENCE_UNREADABLE',
      `${path} was changed after it was recorded: ${tampered.map((envelope) => envelope.operation).join(', ')} no longer match their hashes.`,
      { remedy: 'Use the file as the run wrote it.' },
    )
  }
  const reader = new ReplayReader(file.reads)
  const [first] = file.reads
  const isDiscovery = file.configHash === ''
  const project = isDiscovery ? undefined : await loadProject(world, inputs)
  const region = project?.config.region ?? first?.region ?? 'us-east-1'
  const place = { account: first?.account ?? '', region, partition: partitionOf(region)?.id ?? 'aws', collectedAt: file.collectedAt }
  const facts = project ? await collectDesigned(reader, project.config, file.collectedAt) : await collectDiscovered(reader, place)
  const findings = evaluateChecks(CHECKS, facts)
  const changed = project && project.config.hash !== file.configHash
  const report = buildReport(
    world,
    {
      command: 'verify',
      outcome: 'verified',
      failOn: failOnOf(project?.config, inputs),
      config: project?.config,
      account: place.account,
      region,
    },
    {
      findings,
      notices: [
        `Replayed from evidence of ${file.collectedAt}; AWS was not asked.`,
        ...(changed ? ['The config has changed since: findings may differ from those of the run.'] : []),
      ],
    },
  )
  return { report, exitCode: exitCodeOf(report) }
}

function parseEvidence(text: string | undefined, path: string): EvidenceFile {
  if (text === undefined)
    throw new AuditError('EVIDENCE_UNREADABLE', `There is no ${path}.`, { remedy: 'Name the output folder of a `verify` run with `from`.' })
  try {
    const file = JSON.parse(text) as EvidenceFile
    if (file.schemaVersion === 1 && Array.isArray(file.reads)) return file
  } catch (cause) {
    throw new AuditError('EVIDENCE_UNREADABLE', `${path} is not valid JSON.`, { cause })
  }
  throw new AuditError('EVIDENCE_UNREADABLE', `${path} is no evidence file of version 1.`)
}
