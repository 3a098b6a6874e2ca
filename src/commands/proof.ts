import type { GithubConfig } from '../model/config.ts'
import { AuditError } from '../model/errors.ts'
import { GITHUB_ISSUER, githubIssuerOf } from '../model/github-issuer.ts'
import type { FileProof, Signer } from '../model/proof.ts'
import { proveFile } from '../signature/prove-file.ts'
import { type InputValues, listInput, textInput } from './inputs.ts'
import type { World } from './world.ts'

/** A file that may be signed: its bytes, which the signature is over, and the text in them, which is judged. */
export interface SignableFile {
  bytes: Uint8Array
  text: string
}

/**
 * Reads bytes and text of one file at once. Bytes that are no UTF-8 are refused and not replaced: two files that differ would read the
 * same. A byte-order mark, as some editors write, is none of the text. @throws BAD_INPUT
 */
export async function signableFile(world: Pick<World, 'readBytes'>, path: string): Promise<SignableFile | undefined> {
  const bytes = await world.readBytes(path)
  if (bytes === undefined) return undefined
  try {
    return { bytes, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch (cause) {
    throw new AuditError('BAD_INPUT', `${path} is not UTF-8: byte ${firstNoText(bytes)} belongs to no character.`, {
      remedy: 'Give the file as the run wrote it.',
      cause,
    })
  }
}

/** Where in a file, from 0 on, the first byte is that is no text: from there on it is another when it is written again. */
function firstNoText(bytes: Uint8Array): number {
  const again = Buffer.from(Buffer.from(bytes).toString('utf8'))
  return again.findIndex((byte, at) => byte !== bytes[at])
}

/** What stands behind a file that a person handed in, by the proof inputs. @throws SIGNATURE_REFUSED, BAD_INPUT */
export async function proofOf(
  world: Pick<World, 'readText'>,
  inputs: InputValues,
  body: Uint8Array,
  github: GithubConfig | undefined,
): Promise<FileProof> {
  const named = async (name: 'attestation' | 'trusted-root' | 'signature' | 'public-key') => {
    const path = textInput(inputs, name)
    if (path === '') return undefined
    const text = await world.readText(path)
    if (text === undefined) throw new AuditError('BAD_INPUT', `\`${name}\`: there is no ${path}.`, { remedy: 'Correct the path.' })
    return text
  }
  const [attestation, trustedRoot, signature, publicKey] = [
    await named('attestation'),
    await named('trusted-root'),
    await named('signature'),
    await named('public-key'),
  ]
  if (attestation === undefined) requireNoSigner(inputs)
  return proveFile(body, { attestation, trustedRoot, signature, publicKey, signer: () => signerOf(inputs, github) })
}

const SIGNER_INPUTS = ['signer-repository', 'signer-repository-id', 'signer-issuer', 'signer-workflow'] as const

/** Who says whose an attestation has to be expects one: an empty path must not end in a file that nobody proved. */
function requireNoSigner(inputs: InputValues): void {
  const given = [
    ...SIGNER_INPUTS.filter((name) => textInput(inputs, name) !== ''),
    ...(listInput(inputs, 'signer-ref').length > 0 ? ['signer-ref'] : []),
  ]
  if (given.length === 0) return
  throw new AuditError('BAD_INPUT', `\`${given.join(', ')}\` is given without \`attestation\`.`, {
    remedy: 'Give `attestation` and `trusted-root`, or leave it out: the file is then told as unsigned.',
  })
}

/**
 * Who has to have attested: what the inputs say, and for the repository of the config what that knows. A name alone proves nothing: it
 * can be given up and taken by another, and any workflow on any ref of a repository can attest. @throws BAD_INPUT for all that is not said
 */
export function signerOf(inputs: InputValues, github: GithubConfig | undefined): Signer {
  const repository = textInput(inputs, 'signer-repository') || github?.repository
  const known = repository?.toLowerCase() === github?.repository.toLowerCase() ? github : undefined
  const repositoryId = textInput(inputs, 'signer-repository-id') || known?.repositoryId
  const workflow = textInput(inputs, 'signer-workflow')
  const given = listInput(inputs, 'signer-ref')
  const refs = given.length > 0 ? given : (known?.branches ?? []).map((branch) => `refs/heads/${branch}`)
  const lacks: [boolean, string][] = [
    [repository === undefined, '`signer-repository: owner/name`, or a config with `github.repository`'],
    [
      repositoryId === undefined,
      `\`signer-repository-id\`, or \`github.repository-id\` in the config (\`gh api repos/${repository ?? 'owner/name'} --jq .id\`)`,
    ],
    [workflow === '', '`signer-workflow: .github/workflows/<name>.yml`, the file of the workflow that attests'],
    [refs.length === 0, '`signer-ref: refs/heads/<branch>`, what that workflow runs on'],
  ]
  const missing = lacks.flatMap(([isMissing, input]) => (isMissing ? [input] : []))
  if (repository === undefined || repositoryId === undefined || missing.length > 0) {
    throw new AuditError('BAD_INPUT', 'An attestation proves nothing while anyone may have made it: whose it has to be is not said.', {
      remedy: `Give ${missing.join('; ')}.`,
    })
  }
  return { issuer: issuerOf(inputs, known), repository, repositoryId, ownerId: known?.ownerId, workflow, refs }
}

function issuerOf(inputs: InputValues, github: GithubConfig | undefined): string {
  const given = textInput(inputs, 'signer-issuer')
  if (given === '') return github?.issuer ?? GITHUB_ISSUER
  const issuer = githubIssuerOf(given)
  if (issuer !== undefined) return issuer
  throw new AuditError('BAD_INPUT', `\`signer-issuer\` is "${given}", which is no issuer of GitHub's.`, {
    remedy: `Give \`https://${GITHUB_ISSUER}\`, an enterprise's own below it, \`https://token.actions.SUBDOMAIN.ghe.com\` or \`https://HOST/_services/token\`.`,
  })
}

/** Longer than it may take from the end of a run to its attestation. */
const LATEST_AFTER_MS = 24 * 3_600_000
/** How far clocks may differ. */
const CLOCKS_DIFFER_MS = 15 * 60_000

/** What a file says of the run that wrote it. */
export interface Written {
  finishedAt: string
  runUrl: string | undefined
}

/** What of a file cannot be, given who attested it and when. Empty when nothing contradicts. */
export function contradictedBy(proof: FileProof, { finishedAt, runUrl }: Written): string[] {
  if (proof.kind !== 'attested') return []
  const [end, signed] = [Date.parse(finishedAt), Date.parse(proof.signedAt)]
  const isOtherRun = proof.runUrl !== undefined && runUrl !== undefined && !`${proof.runUrl}/`.startsWith(`${runUrl}/`)
  const rules: [boolean, string][] = [
    [signed < end - CLOCKS_DIFFER_MS, `it was attested (${proof.signedAt}) before it was finished (${finishedAt})`],
    [signed > end + LATEST_AFTER_MS, `it was attested (${proof.signedAt}) more than a day after it was finished (${finishedAt})`],
    [isOtherRun, `it says run ${runUrl}, and was attested by ${proof.runUrl}`],
  ]
  return rules.flatMap(([applies, text]) => (applies ? [text] : []))
}
