import { AuditError } from '../model/errors.ts'
import type { FileProof } from '../model/proof.ts'
import { proveFile } from '../signature/prove-file.ts'
import { type InputValues, textInput } from './inputs.ts'
import type { World } from './world.ts'

/** What stands behind a file that a person handed in, by the proof inputs. @throws SIGNATURE_REFUSED, BAD_INPUT */
export async function proofOf(world: World, inputs: InputValues, body: string, repository: string | undefined): Promise<FileProof> {
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
  return proveFile(body, {
    attestation,
    trustedRoot,
    signature,
    publicKey,
    signerRepository: textInput(inputs, 'signer-repository') || repository,
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
