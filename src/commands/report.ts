import { dirname, join, relative } from 'node:path/posix'
import { AuditError } from '../model/errors.ts'
import type { EvidenceFile } from '../model/evidence.ts'
import { proofText } from '../model/proof.ts'
import type { RunReport } from '../model/report.ts'
import { isPackPath, MANIFEST, type Manifest, manifestText, type PackFile, SUMS, sumsText } from '../pack/manifest.ts'
import { papersOf } from '../pack/pages.ts'
import { createPaint } from '../progress/progress.ts'
import { FILE_FORMATS } from '../report/formats.ts'
import { fileText } from './format-files.ts'
import { type InputValues, textInput } from './inputs.ts'
import type { CommandResult } from './result.ts'
import { judgeEvidence } from './verify.ts'
import type { World } from './world.ts'

/** What of a run's inputs is part of its config. */
export const OVERRIDES = ['environment', 'account', 'aws-region', 'fail-on'] as const

/** An audit pack: made of what a `verify` recorded, or held against what it says of itself. Offline both ways. */
export async function report(world: World, inputs: InputValues): Promise<CommandResult> {
  if (textInput(inputs, 'check-pack') !== '') return (await import('./check-pack.ts')).checkPack(world, inputs)
  return makePack(world, inputs)
}

/**
 * One folder for an auditor: the evidence, what it was judged to be in every format, the config, the population, sheets to fill in, and a
 * manifest of it all. @throws BAD_EVIDENCE where the evidence is another config's
 */
async function makePack(world: World, inputs: InputValues): Promise<CommandResult> {
  const from = textInput(inputs, 'from') || textInput(inputs, 'output-dir')
  const folder = textInput(inputs, 'pack') || join(textInput(inputs, 'output-dir'), 'pack')
  const standing = await world.packEntries(folder)
  if (standing && standing.length > 0) {
    throw new AuditError('BAD_INPUT', `${folder} is not empty: ${standing[0]?.path} would be no file of the pack.`, {
      remedy: 'Name another folder with `pack` (--pack), or remove that one.',
    })
  }
  const sources = new Map<string, string>()
  const reading: World = {
    ...world,
    readText: async (path) => {
      const text = await world.readText(path)
      if (text !== undefined) sources.set(path, text)
      return text
    },
  }
  const { result, file, text, proof, project } = await judgeEvidence(reading, new Map([...inputs, ['from', from]]))
  if (project && project.config.hash !== file.configHash) {
    throw new AuditError('BAD_EVIDENCE', `The config at ${project.config.file} is not the one that ${from} was recorded with.`, {
      remedy: 'Check out the commit of that run, give the inputs it had, or run `verify` anew.',
    })
  }
  const config = project && configOf(project.config.file, sources, inputs)
  const made: [string, string][] = [
    ['evidence.json', text],
    ...(await formatted(result.report)),
    ...papersOf(result.report, file, proofText(proof)),
    ...(config?.files ?? []),
  ]
  for (const [path, body] of made) await world.writeText(join(folder, path), body)
  const manifest = await manifestOf(world, { folder, report: result.report, file, proof: proofText(proof), config, made })
  await world.writeText(join(folder, MANIFEST), manifestText(manifest))
  await world.writeText(join(folder, SUMS), sumsText(manifest.files, world.sha256(manifestText(manifest))))
  const notices = [
    ...result.report.notices,
    `The pack is ${folder}: ${made.length + 2} files. Sign ${MANIFEST}, and keep the signature beside the folder, not in it.`,
  ]
  return { ...result, report: { ...result.report, command: 'report', notices } }
}

/** The formats that a pack has: those a person or a program reads by itself. */
const PACKED: readonly string[] = ['json', 'markdown', 'html', 'csv', 'sarif']

async function formatted(given: RunReport): Promise<[string, string][]> {
  const place = { paint: createPaint(false), maskAccountId: false, folder: '' }
  const formats = FILE_FORMATS.filter(({ id }) => PACKED.includes(id))
  return Promise.all(formats.map(async ({ file, load }): Promise<[string, string]> => [file, fileText(file, (await load())(given, place))]))
}

interface PackedConfig {
  file: string
  overrides: Readonly<Record<string, string>>
  files: [string, string][]
}

/** The config, and what it names, below `config/` as they lie to each other. @throws BAD_INPUT for a name that a pack cannot have */
function configOf(config: string, sources: ReadonlyMap<string, string>, inputs: InputValues): PackedConfig {
  const isOutside = relative('.', config).split('/')[0] === '..' || config.startsWith('/')
  const placeOf = (path: string) => relative(isOutside ? dirname(config) : '.', path)
  const files = [...sources].map(([path, body]): [string, string] => [`config/${placeOf(path)}`, body])
  const odd = files.find(([path]) => !isPackPath(path))
  if (odd) {
    throw new AuditError('BAD_INPUT', `${odd[0].slice('config/'.length)} cannot stand in a pack by that name.`, {
      remedy: 'Use letters, digits, dots, - and _, in a folder below that of the config.',
    })
  }
  const overrides = Object.fromEntries(
    OVERRIDES.flatMap((name) => (textInput(inputs, name) === '' ? [] : [[name, textInput(inputs, name)]])),
  )
  return { file: placeOf(config), overrides, files }
}

interface OfPack {
  folder: string
  report: RunReport
  file: EvidenceFile
  proof: string
  config: PackedConfig | undefined
  made: readonly [string, string][]
}

/** From what lies on the disk, so that nothing is said of a file that was not written. */
async function manifestOf(world: World, { folder, report: given, file, proof, config, made }: OfPack): Promise<Manifest> {
  const entries = (await world.packEntries(folder)) ?? []
  const files = entries.flatMap((entry): PackFile[] =>
    entry.kind === 'file' ? [{ path: entry.path, bytes: entry.bytes, sha256: entry.sha256 }] : [],
  )
  const wanted = made.map(([path, body]) => `${path} ${world.sha256(body)}`).sort()
  if (
    wanted.join('\n') !==
    files
      .map(({ path, sha256 }) => `${path} ${sha256}`)
      .sort()
      .join('\n')
  ) {
    throw new AuditError(
      'WRITE_REFUSED',
      `${folder} does not hold what was written to it: a secret was taken out, or something else writes there.`,
      {
        remedy: 'Name a folder that nothing else writes to, and keep secrets out of the config.',
      },
    )
  }
  const { key, commit, url } = world.run
  return {
    schemaVersion: 1,
    tool: `mlops-audit ${world.version}`,
    ...(world.madeFrom === undefined ? {} : { madeFrom: world.madeFrom }),
    subject: given.subject,
    account: file.account,
    region: file.region,
    configHash: file.configHash,
    ...(config ? { config: { file: config.file, overrides: config.overrides } } : {}),
    evidence: { tool: file.tool, caller: file.caller, collectedAt: file.collectedAt, finishedAt: file.finishedAt, run: file.run },
    proof,
    madeAt: world.now().toISOString(),
    run: { key, ...(commit === undefined ? {} : { commit }), ...(url === undefined ? {} : { url }) },
    files,
  }
}
