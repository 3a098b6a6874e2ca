import type { Evidence } from '../../model/evidence.ts'
import type { LogGroupFacts, Reader } from '../../model/facts.ts'
import { pickEvidence } from './evidence.ts'

type Group = { logGroupName: string; retentionInDays?: number; kmsKeyId?: string; logGroupClass?: string }

export async function collectLogGroup(reader: Reader, name: string, arn: string): Promise<LogGroupFacts> {
  const [groups, policies] = await Promise.all([
    reader.read('logs:DescribeLogGroups', { logGroupNamePrefix: name }),
    reader.read('logs:DescribeResourcePolicies', {}),
  ])
  return {
    arn,
    name,
    group: pickEvidence(
      groups as Evidence<{ logGroups?: Group[] }>,
      (value) => value.logGroups?.find((group) => group.logGroupName === name),
      `There is no log group ${name}.`,
    ),
    resourcePolicies: pickEvidence(
      policies as Evidence<{ resourcePolicies?: { policyName: string; policyDocument: string }[] }>,
      (value) => value.resourcePolicies ?? [],
      'none',
    ),
  }
}
