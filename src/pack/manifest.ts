import { AuditError } from '../model/errors.ts'
import { anyText, integer, listOf, Malformed, mapOf, matching, object, oneOf, optional, text, time } from '../reads/shape.ts'

/** A file of a pack: its path below the pack with `/`, its size in bytes and the SHA-256 of its bytes in hex. */
export interface PackFile {
  path: string
  bytes: number
  sha256: string
}

/** What stands in a pack, and of which run it is. The file that is signed: everything else follows from it. */
export interface Manifest {
  schemaVersion: 1
  /** `mlops-audit 1.2.3`, of whoever made the pack. */
  tool: string
  /** SHA-256 of the source that the tool was built from; absent where it ran from the source. */
  madeFrom?: string
  /** `project / environment`, or the account. */
  subject: string
  account: string
  region: string
  /** SHA-256 of the config the run had; empty where it had none. */
  configHash: string
  /** Where the config lies below `config/`, and what the run set beside it; absent where it had none. */
  config?: { file: string; overrides: Readonly<Record<string, string>> } | undefined
  /** The run that asked the account, and when. */
  evidence: { tool: string; caller: string; collectedAt: string; finishedAt: string; run: RunOfPack }
  /** How the evidence was proven when the pack was made, in words. */
  proof: string
  madeAt: string
  run: RunOfPack
  /** All but this file and `SHA256SUMS`, by path. */
  files: PackFile[]
}

interface RunOfPack {
  key: string
  commit?: string | undefined
  url?: string | undefined
}

export const MANIFEST = 'manifest.json'
export const SUMS = 'SHA256SUMS'

/** Names that mean the same file on every system, and never one outside of the pack. */
const PATH = /^(?!.*(?:^|\/)\.{1,2}(?:\/|$))[\w.-]+(?:\/[\w.-]+)*$/
const path = matching(PATH, 'the path of a file below the pack')
const sha256 = matching(/^[0-9a-f]{64}$/, 'a SHA-256 in hex')
const run = object({ key: text, commit: optional(text), url: optional(text) })

const manifest = object(
  {
    schemaVersion: oneOf(1),
    tool: text,
    madeFrom: optional(sha256),
    subject: text,
    account: matching(/^\d{12}$/, 'an account id of 12 digits'),
    region: text,
    configHash: anyText,
    config: optional(object({ file: path, overrides: mapOf(anyText) }, { closed: true })),
    evidence: object({ tool: text, caller: text, collectedAt: time, finishedAt: time, run }, { closed: true }),
    proof: text,
    madeAt: time,
    run,
    files: listOf(object({ path, bytes: integer(0, 2 ** 40), sha256 }, { closed: true }), { min: 1 }),
  },
  { closed: true },
)

export function manifestText(content: Manifest): string {
  return `${JSON.stringify(content, null, 2)}\n`
}

/** Lines as `sha256sum -c` reads them, of every file but this one. */
export function sumsText(files: readonly PackFile[], manifestSha256: string): string {
  return [...files, { path: MANIFEST, sha256: manifestSha256 }]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, sha256: hash }) => `${hash}  ${path}\n`)
    .join('')
}

/** @throws BAD_EVIDENCE with the place in the file */
export function parseManifest(body: string, path: string): Manifest {
  try {
    const given = manifest(JSON.parse(body), '')
    const twin = given.files.find((file, at) => given.files.findIndex((one) => one.path.toLowerCase() === file.path.toLowerCase()) !== at)
    if (twin) throw new Malformed('files', twin.path, 'names that differ by more than large and small letters')
    return given
  } catch (cause) {
    const what =
      cause instanceof Malformed
        ? `is not a manifest of a pack: ${cause.message}`
        : `is not JSON: ${cause instanceof Error ? cause.message : ''}`
    throw new AuditError('BAD_EVIDENCE', `${path} ${what}.`, {
      remedy: 'Use the pack as `mlops-audit report` wrote it, and a version of the tool that is not older.',
      cause,
    })
  }
}

/** Something that stands in the folder of a pack. */
export type PackEntry = { path: string } & ({ kind: 'file'; bytes: number; sha256: string } | { kind: 'link' | 'other' })

/** What of a folder is not as its manifest says: each a sentence without its end. Empty when the folder is the pack, whole and no more. */
export function faultsOf({ files }: Manifest, found: readonly PackEntry[]): string[] {
  const named = new Map(files.map((file) => [file.path, file]))
  const there = new Map(found.map((entry) => [entry.path, entry]))
  const faults = files.flatMap((file) => {
    const entry = there.get(file.path)
    if (!entry) return [`${file.path} is missing`]
    if (entry.kind !== 'file') return []
    if (entry.bytes !== file.bytes) return [`${file.path} was changed: it has ${entry.bytes} bytes, and had ${file.bytes}`]
    return entry.sha256 === file.sha256 ? [] : [`${file.path} was changed: its SHA-256 is another`]
  })
  const extra = found.flatMap((entry) => {
    if (entry.kind !== 'file') return [`${entry.path} is ${entry.kind === 'link' ? 'a link' : 'no regular file'}`]
    return named.has(entry.path) || entry.path === MANIFEST || entry.path === SUMS ? [] : [`${entry.path} is no file of the pack`]
  })
  const lacking = [SUMS].filter((name) => !there.has(name)).map((name) => `${name} is missing`)
  return [...faults, ...extra, ...lacking]
}

/** Whether a path may be one of a pack. */
export function isPackPath(given: string): boolean {
  return PATH.test(given)
}
