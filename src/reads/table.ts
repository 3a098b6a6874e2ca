import { CLOUDTRAIL_READS } from './cloudtrail.ts'
import type { ReadDefinition } from './define.ts'
import { IAM_READS } from './iam.ts'
import { KMS_READS } from './kms.ts'
import { LOGS_READS } from './logs.ts'
import { EVENTS_READS, SNS_READS } from './messaging.ts'
import { S3_READS } from './s3.ts'
import type { ShapeOf } from './shape.ts'
import { CLOUDFORMATION_READS, CLOUDWATCH_READS } from './stacks.ts'
import { CATALOG_READS, CONFIG_READS, ECR_READS, EKS_READS } from './workload.ts'

const TABLE = {
  ...CLOUDTRAIL_READS,
  ...S3_READS,
  ...KMS_READS,
  ...LOGS_READS,
  ...IAM_READS,
  ...SNS_READS,
  ...EVENTS_READS,
  ...CLOUDFORMATION_READS,
  ...CLOUDWATCH_READS,
  ...ECR_READS,
  ...EKS_READS,
  ...CONFIG_READS,
  ...CATALOG_READS,
}

/** Operation of a read, e.g. `cloudtrail:GetTrailStatus`. */
export type ReadOperation = keyof typeof TABLE

export type ParametersOf<O extends ReadOperation> =
  (typeof TABLE)[O] extends ReadDefinition<infer P extends Readonly<Record<string, unknown>>, infer _> ? P : never
export type AnswerOf<O extends ReadOperation> = ShapeOf<(typeof TABLE)[O]['shape']>

/** Every read a verification may make. A test holds it against the checks' `reads` and the verify role's policy. */
export const READS: { readonly [O in ReadOperation]: ReadDefinition<ParametersOf<O>, AnswerOf<O>> } = TABLE

export const READ_OPERATIONS: readonly ReadOperation[] = Object.keys(TABLE).filter(isReadOperation)

export function isReadOperation(operation: string): operation is ReadOperation {
  return Object.hasOwn(TABLE, operation)
}
