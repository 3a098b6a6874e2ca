import type { Config } from '../model/config.ts'
import { AuditError } from '../model/errors.ts'
import { proofText } from '../model/proof.ts'
import { type ReviewedPlan, whyNotOfThis } from '../plan/reviewed.ts'
import { type InputValues, textInput } from './inputs.ts'
import { contradictedBy, proofOf, signableFile } from './proof.ts'
import { parseReviewedPlan } from './reviewed-file.ts'
import type { World } from './world.ts'

/**
 * The reviewed plan that a deployment is held to, where one is given, and why it is not one of this config, account, region and
 * version of the tool. @throws BAD_INPUT when there is no such file, or it is no plan
 */
export async function reviewedPlan(
  world: World,
  inputs: InputValues,
  config: Config,
): Promise<{ plan: ReviewedPlan; file: string; wrong: readonly string[]; notice: string } | undefined> {
  const file = textInput(inputs, 'reviewed-plan')
  if (file === '') return undefined
  const found = await signableFile(world, file)
  if (found === undefined)
    throw new AuditError('BAD_INPUT', `There is no reviewed plan at ${file}.`, {
      remedy: 'Bring the artifact of the plan run into the job, or leave `reviewed-plan` out.',
    })
  const plan = parseReviewedPlan(found.text, file)
  const here = { version: world.version, account: config.account, region: config.region, configHash: config.hash, now: world.now() }
  // A hash beside the data proves nothing, so none is kept: whoever can write the file can write the hash.
  const proof = await proofOf(world, inputs, found.bytes, config.github)
  const contradictions = contradictedBy(proof, { finishedAt: plan.context.time, runUrl: plan.context.runUrl })
  const notice = `The reviewed plan is ${proofText(proof)}.`
  return { plan, file, wrong: [...whyNotOfThis(plan, here), ...contradictions], notice }
}
