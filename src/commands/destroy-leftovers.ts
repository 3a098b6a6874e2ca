import { keyById } from '../aws/destroy/keys.ts'
import { leftoversOf, useOf } from '../aws/destroy/leftovers.ts'
import { KIND_OPS } from '../aws/destroy/table.ts'
import type { Teardown } from '../aws/destroy/teardown.ts'
import { describeThing } from '../destroy/describe.ts'
import type { Found } from '../destroy/found.ts'
import { type Candidate, noLeftover } from '../destroy/leftovers.ts'
import { labelOf, staysBecause } from '../destroy/rules.ts'
import { AuditError } from '../model/errors.ts'
import type { TeardownKind, TeardownThing } from '../model/teardown.ts'
import type { TemplateName } from '../model/template.ts'
import { ownerOf } from './destroy-owner.ts'

/** What a failed creation leaves because its template retains it, in the order it goes; the empty stack last. */
const KINDS = ['trail', 'bucket', 'log group', 'key'] as const satisfies readonly TeardownKind[]

const STACK_KIND: Readonly<Record<TemplateName, TeardownKind>> = {
  access: 'access stack',
  replica: 'access stack',
  global: 'tamper stack',
  audit: 'audit stack',
  bootstrap: 'bootstrap stack',
}

/** A clean-up of what a failed first creation left behind: which kinds, how they are found, and what else must be so for one to go. */
export interface LeftoversPlan {
  kinds: readonly TeardownKind[]
  found: readonly Found[]
  things: readonly TeardownThing[]
  find(kind: TeardownKind): Promise<readonly Found[]>
  judge(found: Found): Promise<string | undefined>
}

/** @throws BAD_INPUT for a stack that is none of ours, that never failed, or that is in use */
export async function planLeftovers(account: Teardown, stackName: string): Promise<LeftoversPlan> {
  const template = account.templates.find((one) => one.stackName === stackName)
  if (!template)
    throw new AuditError('BAD_INPUT', `\`--leftovers\` is "${stackName}", which is no stack of this config. Nothing was changed.`, {
      remedy: `Its stacks: ${account.templates.map((one) => one.stackName).join(', ')}.`,
    })
  const { candidates, stackIds, inUse } = await leftoversOf(account, stackName, template.region)
  if (inUse !== undefined)
    throw new AuditError(
      'BAD_INPUT',
      `${stackName} is in ${inUse}: its creation did not fail, and what it made is in use. Nothing was changed.`,
      {
        remedy: 'Without `--leftovers`, `destroy` shows what a whole clean-up would delete.',
      },
    )
  if (stackIds.length === 0)
    throw new AuditError('BAD_INPUT', `There is no stack ${stackName} in ${template.region}, and there was none in the last 90 days.`, {
      remedy: 'Compare the region and the prefix of the config with the account.',
    })
  const stackKind = STACK_KIND[template.name]
  const kinds = [...KINDS, stackKind]
  const find = async (kind: TeardownKind): Promise<readonly Found[]> => {
    const found = await KIND_OPS[kind].find(account)
    if (kind === stackKind) return found.filter(({ name }) => name === stackName)
    return kind === 'key' ? [...found, ...(await keysWithoutAlias(account, template.region, candidates, found))] : found
  }
  const judge = async (found: Found) => (found.kind === stackKind ? undefined : noLeftover(found, candidates, await useOf(account, found)))
  const found = (await Promise.all(kinds.map(find))).flat()
  const leaving = new Set<string>()
  const things: TeardownThing[] = []
  for (const one of found) {
    const owner = ownerOf(account, leaving)
    const left = one.kind === stackKind && things.some((thing) => thing.stays !== undefined)
    const stays =
      staysBecause(one, owner) ?? (await judge(one)) ?? (left ? 'what it made stays, and deleting the stack may delete it' : undefined)
    if (stays === undefined) leaving.add(labelOf(one))
    const { stays: _, ...thing } = describeThing(one, owner)
    things.push({ ...thing, why: `a failed creation of ${stackName} made it`, ...(stays === undefined ? {} : { stays }) })
  }
  return { kinds, found, things, find, judge }
}

/** Keys of the events that never got their alias. */
async function keysWithoutAlias(
  account: Teardown,
  region: string,
  candidates: readonly Candidate[],
  found: readonly Found[],
): Promise<Found[]> {
  const known = found.flatMap((one) => (one.kind === 'key' ? [one.keyId] : []))
  const ids = candidates
    .filter(({ type, physicalId }) => type === 'AWS::KMS::Key' && !known.includes(physicalId))
    .map(({ physicalId }) => physicalId)
  return (await Promise.all(ids.map((id) => keyById(account, region, id)))).filter((key) => key !== undefined)
}
