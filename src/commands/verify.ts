import { join } from 'node:path'
import { LiveReader } from '../aws/live-reader.ts'
import { CHECKS } from '../checks/registry.ts'
import { benchmarkOf } from '../frameworks/benchmark.ts'
import { FRAMEWORKS } from '../frameworks/registry.ts'
import type { AccessResult } from '../model/access.ts'
import type { Benchmark } from '../model/benchmark.ts'
import { AuditError, type Problem } from '../model/errors.ts'
import type { EvidenceFile, LogIntegrityFacts } from '../model/evidence.ts'
import type { Facts } from '../model/facts.ts'
import type { Finding } from '../model/finding.ts'
import { partitionOf } from '../model/partition.ts'
import { type FileProof, proofText } from '../model/proof.ts'
import type { Reader } from '../reads/reader.ts'
import { mapStrings } from '../text/strings.ts'
import { collectDesigned } from '../verify/collect/collect.ts'
import { collectDiscovered } from '../verify/collect/discovered.ts'
import type { Place } from '../verify/collect/place.ts'
import { collectHeld } from '../verify/design/collect.ts'
import { evaluateChecks } from '../verify/evaluate.ts'
import { impossibilities, parseEvidenceFile, sealedEvidence } from '../verify/evidence-file.ts'
import { exceptionNotices } from '../verify/exceptions.ts'
import { replayReader } from '../verify/replay.ts'
import { accountAccess, designedPolicies, designOf } from './account-access.ts'
import { culpritNotices } from './culprits.ts'
import { booleanInput, type InputValues, textInput } from './inputs.ts'
import { foundLogs } from './log-integrity.ts'
import { failOnOf, loadProject, type Project } from './project.ts'
import { contradictedBy, proofOf, signableFile } from './proof.ts'
import { regionNotices } from './regions.ts'
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
  const { evidencePath, ...judged } = await collectAndJudge(
    world,
    inputs,
    session,
    project,
    undefined,
    Number(textInput(inputs, 'integrity-hours')),
  )
  const apart = project ? await regionNotices(session, project.config) : []
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
    {
      ...judged,
      ...benchmarkIn(inputs, judged.findings),
      notices: [...(judged.notices ?? []), ...(await culpritNotices(world, session, judged.findings)), ...apart],
    },
  )
  return { report, exitCode: exitCodeOf(report), evidencePath }
}

/** The framework that is asked for, control by control. */
function benchmarkIn(inputs: InputValues, findings: readonly Finding[]): { benchmark?: Benchmark } {
  const framework = FRAMEWORKS.find(({ id }) => id === textInput(inputs, 'framework'))
  return framework ? { benchmark: benchmarkOf(framework, findings) } : {}
}

/** What an account was found to be. */
interface Judged {
  findings: Finding[]
  /** Rows of the access matrix, where a config says which there are. */
  access?: readonly AccessResult[]
  problems: readonly Problem[]
  notices?: readonly string[]
}

interface Asked extends Place {
  /** What the log files of its trails were found to be. */
  logsOf(facts: Facts): Promise<readonly LogIntegrityFacts[]>
  stacks?: readonly string[] | undefined
}

/** Asks, and judges by checks and access matrix: the same for an account and for a recording of one. */
async function judgeAll(world: World, reader: Reader, project: Project | undefined, { stacks, logsOf, ...place }: Asked): Promise<Judged> {
  if (!project) {
    const found = await collectDiscovered(reader, place)
    return { findings: evaluateChecks(CHECKS, { ...found, logIntegrity: await logsOf(found) }), problems: [] }
  }
  const design = designOf(project)
  const designed = await collectDesigned(reader, project.config, place.collectedAt)
  const [held, actions] = await Promise.all([collectHeld(reader, project.templates, place, world.sha256), world.iamActions()])
  // Everything is read, so that the recording can be judged whole; a deployment answers for what it deployed.
  const answered = project.templates.filter(({ stackName }) => stacks?.includes(stackName) ?? true).map(({ name }): string => name)
  const judged = held.filter(({ designed: { stack } }) => answered.includes(stack))
  const facts: Facts = {
    ...designed,
    designedPolicies: designedPolicies(design),
    design: { held: judged, actions },
    logIntegrity: await logsOf(designed),
  }
  const { access, problems, notices } = await accountAccess(world, reader, { project, facts, design })
  const findings = evaluateChecks(CHECKS, facts)
  // A deployment that answers for some stacks does not know what the exceptions of others are for.
  const ofExceptions = stacks ? [] : exceptionNotices(project.config.exceptions, findings, place.collectedAt.slice(0, 10))
  return { findings, access, problems, notices: [...notices, ...ofExceptions] }
}

/** Reads, judges, and keeps the evidence. */
export async function collectAndJudge(
  world: World,
  inputs: InputValues,
  session: Session,
  project: Project | undefined,
  /** Stacks whose design counts; all when left out. */
  stacks?: readonly string[],
  integrityHours = 0,
): Promise<Judged & { evidencePath: string }> {
  const { clientsIn, account, region, caller } = session
  const running = world.progress.start('verify')
  const partition = partitionOf(region)?.id ?? 'aws'
  const reader = new LiveReader({
    clientsIn,
    account,
    partition,
    region,
    caller,
    now: world.now,
    clean: (answer) => mapStrings(answer, world.redact),
  })
  const collectedAt = world.now().toISOString()
  let logIntegrity: readonly LogIntegrityFacts[] = []
  const logsOf = async ({ trails }: Facts) => {
    const found = await foundLogs(world, session, { trails, to: collectedAt, hours: integrityHours })
    logIntegrity = mapStrings(found, world.redact)
    return logIntegrity
  }
  const judged = await judgeAll(world, reader, project, { account, region, partition, collectedAt, logsOf, stacks })
  const reads = await reader.envelopes()
  const evidencePath = join(textInput(inputs, 'output-dir'), 'evidence.json')
  const { key, commit, url } = world.run
  const content: Omit<EvidenceFile, 'sha256'> = {
    schemaVersion: 2,
    tool: `mlops-audit ${world.version}`,
    configHash: project?.config.hash ?? '',
    account,
    region,
    caller,
    run: { key, ...(commit === undefined ? {} : { commit }), ...(url === undefined ? {} : { url }) },
    collectedAt,
    finishedAt: world.now().toISOString(),
    ...(logIntegrity.length > 0 ? { logIntegrity } : {}),
    reads,
  }
  await world.writeText(evidencePath, sealedEvidence(content, world.sha256))
  const rows = judged.access ? `, ${judged.access.length} access rows` : ''
  running.end('done', `${reads.length} reads, ${judged.findings.length} findings${rows}`)
  return { ...judged, evidencePath }
}

/** The same findings from the same evidence, offline. @throws BAD_EVIDENCE */
async function replay(world: World, inputs: InputValues): Promise<CommandResult> {
  return (await judgeEvidence(world, inputs)).result
}

/** Evidence that an earlier run recorded, and what it is judged to be. */
interface JudgedEvidence {
  result: CommandResult
  file: EvidenceFile
  /** The file as it was read. */
  text: string
  proof: FileProof
  project: Project | undefined
}

/** Judges what `from` has. @throws BAD_EVIDENCE */
export async function judgeEvidence(world: World, inputs: InputValues): Promise<JudgedEvidence> {
  const path = join(textInput(inputs, 'from'), 'evidence.json')
  const found = await signableFile(world, path)
  if (found === undefined) {
    throw new AuditError('BAD_EVIDENCE', `There is no ${path}.`, { remedy: 'Name the output folder of a `verify` run with `from`.' })
  }
  const file = parseEvidenceFile(found.text, path, world.sha256)
  const project = file.configHash === '' ? undefined : await loadProject(world, inputs)
  const proof = await proofOf(world, inputs, found.bytes, project?.config.github)
  const impossible = [
    ...impossibilities(file, { now: world.now(), config: project?.config }),
    ...contradictedBy(proof, { finishedAt: file.finishedAt, runUrl: file.run.url }),
  ]
  if (impossible.length > 0) {
    throw new AuditError('BAD_EVIDENCE', `${path} cannot be what a run recorded: ${impossible.join('; ')}.`, {
      remedy: 'Use the file as the run wrote it, with the config of that run.',
    })
  }
  const { account, region, collectedAt } = file
  const reader = replayReader(file)
  const partition = partitionOf(region)?.id ?? 'aws'
  // The logs themselves are not in the file: what was found in them is.
  const logsOf = () => Promise.resolve(file.logIntegrity ?? [])
  const judged = await judgeAll(world, reader, project, { account, region, partition, collectedAt, logsOf })
  const changed = project && project.config.hash !== file.configHash
  const report = buildReport(
    world,
    { command: 'verify', outcome: 'verified', failOn: failOnOf(project?.config, inputs), config: project?.config, account, region },
    {
      ...judged,
      ...benchmarkIn(inputs, judged.findings),
      notices: [
        ...(judged.notices ?? []),
        `Replayed from evidence of ${collectedAt} (${proofText(proof)}); AWS was not asked.`,
        ...(changed ? ['The config has changed since: findings may differ from those of the run.'] : []),
      ],
    },
  )
  return { result: { report, exitCode: exitCodeOf(report) }, file, text: found.text, proof, project }
}
