import { join } from 'node:path/posix'
import { AuditError, type Problem } from '../model/errors.ts'
import type { EvidenceFile } from '../model/evidence.ts'
import { proofText } from '../model/proof.ts'
import type { RunReport } from '../model/report.ts'
import { faultsOf, MANIFEST, type Manifest, parseManifest, SUMS, sumsText } from '../pack/manifest.ts'
import { papersOf } from '../pack/pages.ts'
import { rowText } from '../report/headline.ts'
import { type InputValues, textInput } from './inputs.ts'
import { contradictedBy, proofOf, signableFile } from './proof.ts'
import { buildReport, type CommandResult, exitCodeOf } from './result.ts'
import { judgeEvidence } from './verify.ts'
import type { World } from './world.ts'

/**
 * Proves an audit pack, offline: nothing more, less or changed; the evidence judged again comes to the same; and who signed the manifest.
 * What nobody signed is a problem: whoever edits a file can write its hash anew.
 */
export async function checkPack(world: World, inputs: InputValues): Promise<CommandResult> {
  const folder = join(textInput(inputs, 'check-pack'))
  const found = await signableFile(world, join(folder, MANIFEST))
  const entries = await world.packEntries(folder)
  if (found === undefined || entries === undefined) {
    throw new AuditError('BAD_EVIDENCE', `${folder} is no audit pack: there is no ${MANIFEST}.`, {
      remedy: 'Name the folder that `mlops-audit report` made.',
    })
  }
  const manifest = parseManifest(found.text, join(folder, MANIFEST))
  const faults = faultsOf(manifest, entries)
  const named = new Set(manifest.files.map(({ path }) => path))
  faults.push(...['evidence.json', 'results.json', ...UNCOMPARED].filter((path) => !named.has(path)).map((path) => `${path} is not in it`))
  const sums = await world.readText(join(folder, SUMS))
  if (sums !== undefined && sums !== sumsText(manifest.files, world.sha256(found.text)))
    faults.push(`${SUMS} does not say what ${MANIFEST} says`)
  const proof = await proofOf(world, inputs, found.bytes, undefined)
  faults.push(...contradictedBy(proof, { finishedAt: manifest.madeAt, runUrl: manifest.run.url }))
  if (Date.parse(manifest.madeAt) < Date.parse(manifest.evidence.finishedAt)) faults.push('it was made before its evidence was finished')
  const problems: Problem[] = faults.map((fault) => ({
    id: 'pack-changed',
    message: `${folder}: ${fault}.`,
    remedy: 'This is not the folder that was made: get it anew from whoever made it.',
  }))
  if (proof.kind === 'unsigned') {
    problems.push({
      id: 'pack-unsigned',
      message: `Nobody signed ${join(folder, MANIFEST)}, as far as was said: that its files fit together proves no more than that nothing was changed by accident.`,
      remedy: `Give \`attestation\` and \`trusted-root\`, or \`signature\` and \`public-key\`; ${folder}/VERIFY.md has the commands.`,
    })
  }
  // What is not whole is not judged: its evidence may be anybody's.
  const again = faults.length === 0 ? await judgedAgain(world, folder, manifest) : { problems: [], notices: [] }
  const whole =
    faults.length === 0 ? [`${folder} is whole: ${manifest.files.length + 2} files of ${manifest.madeAt}, ${proofText(proof)}.`] : []
  const all = [...problems, ...again.problems]
  const report = buildReport(
    world,
    {
      ...{ command: 'report', outcome: all.length > 0 ? 'unproven' : 'proven', failOn: 'high', config: undefined },
      ...{ account: manifest.account, region: manifest.region },
    },
    { problems: all, notices: [...whole, ...again.notices] },
  )
  return { report: { ...report, subject: manifest.subject }, exitCode: exitCodeOf(report) }
}

/** The evidence of a pack, judged by its config: it has to come to what the pack says. Another version of the tool may judge otherwise. */
async function judgedAgain(world: World, folder: string, manifest: Manifest): Promise<{ problems: Problem[]; notices: string[] }> {
  const tool = `mlops-audit ${world.version}`
  if (manifest.tool !== tool)
    return {
      problems: [
        {
          id: 'pack-not-judged',
          message: `${folder} was made by ${manifest.tool}; this is ${tool}, and cannot tell whether its results are those of its evidence.`,
          remedy: `Prove it with ${manifest.tool}.`,
        },
      ],
      notices: [],
    }
  const hashes = new Map(manifest.files.map(({ path, sha256 }) => [path, sha256]))
  const textOf = async (path: string) => {
    const file = await signableFile(world, join(folder, path))
    // It is read a second time here: what was exchanged since is not what was proven.
    if (file === undefined || world.sha256(file.text) !== hashes.get(path))
      throw new AuditError('BAD_EVIDENCE', `${join(folder, path)} was changed while it was read.`, { remedy: 'Run again.' })
    return file
  }
  const inPack = (path: string) => (path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : `config/${path}`)
  const packed: World = {
    ...world,
    readText: async (path) => (hashes.has(inPack(path)) ? (await textOf(inPack(path))).text : undefined),
    readBytes: async (path) => (hashes.has(inPack(path)) ? (await textOf(inPack(path))).bytes : undefined),
  }
  const { result, file } = await judgeEvidence(
    packed,
    new Map([['config', manifest.config?.file ?? ''], ['from', folder], ...Object.entries(manifest.config?.overrides ?? {})]),
  )
  const told = resultsIn((await textOf('results.json')).text)
  const now = judgedIn(result.report)
  const others = [...beyond(told, now), ...beyond(now, told), ...headerFaults(manifest, file, result.report)]
  for (const [path, body] of papersOf(result.report, file, manifest.proof))
    if (!hashes.has(path) || (await textOf(path)).text !== body) others.push(`${path} is not what is made of it`)
  if (others.length === 0)
    return {
      problems: [],
      notices: [
        `Its evidence, judged again, comes to the same ${result.report.findings.length} findings and ${result.report.access?.length ?? 0} rows, and to the same pages; ${UNCOMPARED.join(', ')} say when they were made, and were not compared.`,
      ],
    }
  return {
    problems: [
      {
        id: 'pack-findings-differ',
        message: `${folder}: its evidence, judged again, comes to something else than the pack has: ${others.slice(0, 5).join('; ')}${others.length > 5 ? `; and ${others.length - 5} more` : ''}.`,
        remedy: 'It was not made of this evidence: do not rely on it.',
      },
    ],
    notices: [],
  }
}

/** Formats with the time and the paths of the run that made them. */
const UNCOMPARED = ['report.html', 'report.md', 'results.csv', 'results.sarif']

/** What of a list the other has not, as often as it is there. */
function beyond(list: readonly string[], other: readonly string[]): string[] {
  const left = [...other]
  return list.filter((item) => {
    const at = left.indexOf(item)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

/** What a manifest says of the run that is not what the evidence says. */
function headerFaults(manifest: Manifest, file: EvidenceFile, report: RunReport): string[] {
  const { tool, caller, collectedAt, finishedAt, run } = file
  const pairs: readonly [string, unknown, unknown][] = [
    ['account', manifest.account, file.account],
    ['region', manifest.region, file.region],
    ['configHash', manifest.configHash, file.configHash],
    ['subject', manifest.subject, report.subject],
    ['evidence.tool', manifest.evidence.tool, tool],
    ['evidence.caller', manifest.evidence.caller, caller],
    ['evidence.collectedAt', manifest.evidence.collectedAt, collectedAt],
    ['evidence.finishedAt', manifest.evidence.finishedAt, finishedAt],
    ...(['key', 'commit', 'url'] as const).map((member): [string, unknown, unknown] => [
      `evidence.run.${member}`,
      manifest.evidence.run[member],
      run[member],
    ]),
  ]
  return pairs.flatMap(([name, said, is]) => (said === is ? [] : [`${name} of ${MANIFEST} is not that of the evidence`]))
}

/** What a report has judged, a text each: findings, and rows of the access matrix. */
function judgedIn({ findings, access = [], summary }: Pick<RunReport, 'findings' | 'access' | 'summary'>): string[] {
  return [
    ...Object.entries(summary).map(([name, count]) => `summary: ${name} ${count}`),
    ...findings.map(({ code, status, resource, message }) => `${code} ${status} of ${resource}: ${message}`),
    ...access.map((row) => `${rowText(row)}: ${row.state}`),
  ]
}

/** @throws BAD_EVIDENCE */
function resultsIn(body: string): string[] {
  try {
    return judgedIn(JSON.parse(body) as RunReport)
  } catch (cause) {
    throw new AuditError('BAD_EVIDENCE', 'results.json of the pack has no findings.', { remedy: 'Use a pack as it was made.', cause })
  }
}
