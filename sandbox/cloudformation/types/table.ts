import { CATALOG_TYPES } from './catalog.ts'
import { GOVERNANCE_TYPES } from './governance.ts'
import { IAM_TYPES } from './iam.ts'
import { KMS_TYPES } from './kms.ts'
import { LOGS_TYPES } from './logs.ts'
import { MESSAGING_TYPES } from './messaging.ts'
import { MONITORING_TYPES } from './monitoring.ts'
import { S3_TYPES } from './s3.ts'
import type { ResourceType } from './type.ts'
import { WORKLOAD_TYPES } from './workload.ts'

/** Every resource type the sandbox provisions. */
export const RESOURCE_TYPES: Readonly<Record<string, ResourceType>> = {
  ...S3_TYPES,
  ...IAM_TYPES,
  ...KMS_TYPES,
  ...LOGS_TYPES,
  ...MESSAGING_TYPES,
  ...MONITORING_TYPES,
  ...CATALOG_TYPES,
  ...WORKLOAD_TYPES,
  ...GOVERNANCE_TYPES,
}

export function resourceType(type: string): ResourceType | undefined {
  return Object.hasOwn(RESOURCE_TYPES, type) ? RESOURCE_TYPES[type] : undefined
}
