import type { CloudFormationClient } from '@aws-sdk/client-cloudformation'
import type { Adoption } from '../model/adoption.ts'
import { AuditError } from '../model/errors.ts'
import type { ParsedTemplate } from '../model/template.ts'
import type { Clients } from './clients.ts'
import { policyOfBucket } from './discover.ts'
import { isNamed, isStackMissing, toAuditError } from './errors.ts'
import { describeStack, logicalIdsOf } from './stack.ts'

/**
 * The adoptions a stack has not made yet.
 * @throws STACK_UNREADY when another stack owns one of them: a resource has one owner.
 */
export async function pendingAdoptions(
  client: CloudFormationClient,
  clients: Clients,
  stackName: string,
  adoptions: readonly Adoption[],
): Promise<Adoption[]> {
  if (adoptions.length === 0) return []
  const owned = await logicalIdsOf(client, stackName)
  const pending = adoptions.filter((adoption) => !owned.has(adoption.logicalId))
  const there = await Promise.all(
    pending.map(async (adoption) => !adoption.optional || (await policyOfBucket(clients, adoption.identifier['Bucket'] ?? '')) !== ''),
  )
  const wanted = pending.filter((_, index) => there[index])
  const identified = await Promise.all(wanted.map((adoption) => withKeyId(clients, adoption)))
  for (const adoption of identified) await requireUnowned(client, stackName, adoption)
  return identified
}

/** A key may be named by an alias; CloudFormation imports it by its id. */
async function withKeyId(clients: Clients, adoption: Adoption): Promise<Adoption> {
  const alias = adoption.identifier['KeyId']
  if (!alias?.startsWith('alias/')) return adoption
  const { DescribeKeyCommand } = await import('@aws-sdk/client-kms')
  const { KeyMetadata } = await (await clients.kms()).send(new DescribeKeyCommand({ KeyId: alias })).catch((error: unknown) => {
    throw toAuditError(error, { operation: 'kms:DescribeKey', resource: alias })
  })
  return { ...adoption, identifier: { KeyId: KeyMetadata?.KeyId ?? alias } }
}

/** CloudFormation names the owner of a physical id, where it has one. */
async function requireUnowned(client: CloudFormationClient, stackName: string, { identifier, logicalId, type }: Adoption): Promise<void> {
  const { DescribeStackResourcesCommand } = await import('@aws-sdk/client-cloudformation')
  const [id = ''] = Object.values(identifier)
  try {
    const { StackResources = [] } = await client.send(new DescribeStackResourcesCommand({ PhysicalResourceId: id }))
    const found = StackResources.find((resource) => resource.PhysicalResourceId === id && resource.ResourceType === type)
    const owner = found?.StackName
    if (owner === undefined || owner === stackName || (await isDeleted(client, found?.StackId ?? owner))) return
    throw new AuditError(
      'STACK_UNREADY',
      `${logicalId} cannot be adopted: ${id} belongs to stack ${owner}, and a resource has one owner.`,
      {
        remedy: `Give it \`DeletionPolicy: Retain\` in ${owner}, deploy that, remove it from that template, deploy again; then adopt it here.`,
      },
    )
  } catch (error) {
    // No stack owns it: CloudFormation says so with an error.
    if (error instanceof AuditError) throw error
    if (!isStackMissing(error) && !isNamed(error, 'ValidationError'))
      throw toAuditError(error, { operation: 'cloudformation:DescribeStackResources', resource: id })
  }
}

/** For ninety days CloudFormation names a deleted stack as the owner of what it retained; by its id it tells that it is gone. */
async function isDeleted(client: CloudFormationClient, stackId: string): Promise<boolean> {
  const stack = await describeStack(client, stackId)
  return stack === undefined || stack.StackStatus === 'DELETE_COMPLETE'
}

/**
 * The template of the import step: what is deployed now, plus the adopted resources and nothing else. An import takes
 * no other change and no new output, so outputs, conditions and everything new wait for the update that follows.
 */
export function importTemplate(deployed: ParsedTemplate | undefined, adoptions: readonly Adoption[]): string {
  const adopted = Object.fromEntries(
    adoptions.map(({ logicalId, type, properties }) => [
      logicalId,
      {
        Type: type,
        DeletionPolicy: 'Retain',
        UpdateReplacePolicy: 'Retain',
        ...(Object.keys(properties).length > 0 ? { Properties: properties } : {}),
      },
    ]),
  )
  const base = deployed ?? { AWSTemplateFormatVersion: '2010-09-09', Resources: {} }
  return JSON.stringify({ ...base, Resources: { ...base.Resources, ...adopted } })
}
