import type { DesignedResource, HeldResource } from '../../model/design.ts'
import { type Evidence, failed, pickEvidence, readValue } from '../../model/evidence.ts'
import { seal } from '../../reads/define.ts'
import type { Reader } from '../../reads/reader.ts'
import type { AnswerOf } from '../../reads/table.ts'
import type { Place } from '../collect/place.ts'
import { GOVERNANCE } from './governance.ts'
import type { Look } from './held.ts'
import { IDENTITY } from './identity.ts'
import { WORKLOAD } from './messaging.ts'
import { type DesignTemplate, designedResources } from './resources.ts'
import { STORAGE } from './storage.ts'
import { TRAIL } from './trail.ts'

/** How each type is found in an account; a test holds it against the types that templates have. */
export const LOOKS: Readonly<Record<string, Look>> = { ...STORAGE, ...TRAIL, ...WORKLOAD, ...IDENTITY, ...GOVERNANCE }

/** The type under which a stack itself is held. */
export const STACK = 'AWS::CloudFormation::Stack'

type Listed = Evidence<AnswerOf<'cloudformation:ListStackResources'>>

/**
 * Every designed resource beside what the account says of it. What its stack has lost is looked for all the same; of a stack that
 * is not there, that is said once.
 */
export async function collectHeld(
  reader: Reader,
  templates: readonly DesignTemplate[],
  place: Place,
  sha256: (text: string) => string,
): Promise<HeldResource[]> {
  const stacks = new Map<string, Listed>(
    await Promise.all(
      templates.map(
        async ({ name, stackName, region }): Promise<[string, Listed]> => [
          name,
          await reader.read('cloudformation:ListStackResources', { StackName: stackName }, region),
        ],
      ),
    ),
  )
  const idOf = (stack: string, logicalId: string): Evidence<string> =>
    pickEvidence(
      stacks.get(stack) ?? failed('cloudformation:ListStackResources', 'unjudged', `${stack} was not asked for`),
      ({ StackResourceSummaries }) =>
        StackResourceSummaries.find(({ LogicalResourceId }) => LogicalResourceId === logicalId)?.PhysicalResourceId,
      `Its stack has no ${logicalId}.`,
    )
  const designed = designedResources(templates, place.account, (stack, logicalId) => readValue(idOf(stack, logicalId)))
  const isThere = (stack: string) => stacks.get(stack)?.state !== 'absent'
  const held = await Promise.all(
    designed
      .filter(({ stack }) => isThere(stack))
      .map(async (resource) => {
        const sealed = withSealedEndpoints(resource, sha256)
        const physicalId = idOf(resource.stack, resource.logicalId)
        return { designed: sealed, ...(await lookFor(reader, { resource: sealed, place, physicalId })) }
      }),
  )
  return [...templates.map((template) => heldStack(template, place, stacks)), ...held]
}

function lookFor(
  reader: Reader,
  sought: { resource: DesignedResource; place: Place; physicalId: Evidence<string> },
): Promise<Omit<HeldResource, 'designed'>> {
  const { type, logicalId } = sought.resource
  const look = LOOKS[type]
  if (look) return look({ reader, ...sought })
  const reason = `Nothing here knows how to look for ${type}.`
  return Promise.resolve({ arn: logicalId, exists: failed('verify', 'unjudged', reason), live: {} })
}

function heldStack({ name, stackName, region }: DesignTemplate, place: Place, stacks: ReadonlyMap<string, Listed>): HeldResource {
  const { partition, account } = place
  return {
    designed: { stack: name, logicalId: stackName, type: STACK, region, properties: {} },
    arn: `arn:${partition}:cloudformation:${region}:${account}:stack/${stackName}`,
    exists: stacks.get(name) ?? failed('cloudformation:ListStackResources', 'unjudged', `${name} was not asked for`),
    live: {},
  }
}

/** Whose mailbox it is stays out of the evidence, so the design is compared by the same hashes. */
function withSealedEndpoints(resource: DesignedResource, sha256: (text: string) => string): DesignedResource {
  const subscriptions = resource.properties['Subscription']
  if (resource.type !== 'AWS::SNS::Topic' || !Array.isArray(subscriptions)) return resource
  const sealed = subscriptions.map((one: { Protocol: unknown; Endpoint: unknown }) => ({
    Protocol: one.Protocol,
    Endpoint: seal(String(one.Endpoint), sha256),
  }))
  return { ...resource, properties: { ...resource.properties, Subscription: sealed } }
}
