import type { Found } from './found.ts'

/** A resource that a failed creation made and did not take back. */
export interface Candidate {
  type: string
  physicalId: string
  stackId: string
}

interface StackEvent {
  type: string
  physicalId: string
  status: string
}

/** What the events of a stack say was created and never deleted. */
export function leftBehind(events: readonly StackEvent[], stackId: string): Candidate[] {
  const gone = new Set(events.filter(({ status }) => status === 'DELETE_COMPLETE').map(({ physicalId }) => physicalId))
  const made = events.filter(({ status, physicalId }) => status === 'CREATE_COMPLETE' && physicalId !== '' && !gone.has(physicalId))
  const types = new Map(made.filter(({ physicalId }) => physicalId !== stackId).map(({ physicalId, type }) => [physicalId, type]))
  return [...types].map(([physicalId, type]) => ({ type, physicalId, stackId }))
}

const TYPES: Readonly<Partial<Record<Found['kind'], string>>> = {
  trail: 'AWS::CloudTrail::Trail',
  bucket: 'AWS::S3::Bucket',
  'log group': 'AWS::Logs::LogGroup',
  key: 'AWS::KMS::Key',
}

/** The tag that CloudFormation puts on what a stack makes; nobody else can. */
export const STACK_TAG = 'aws:cloudformation:stack-id'

/** Why a thing is no leftover of these stacks; undefined where it is one, and was never used. */
export function noLeftover(found: Found, candidates: readonly Candidate[], use: string | undefined): string | undefined {
  const id = found.kind === 'key' ? found.keyId : found.name
  const candidate = candidates.find(({ type, physicalId }) => type === TYPES[found.kind] && (physicalId === id || physicalId === found.arn))
  if (!candidate) return 'no event of the stack says that its creation made it'
  const owner = found.tags[STACK_TAG]
  if (owner !== candidate.stackId) return `its tag ${STACK_TAG} is ${owner ?? 'missing'}, and the stack is ${candidate.stackId}`
  if (use !== undefined) return `${use}: it may hold evidence. Keep it, and bring it into the stack with \`{ adopt: ${found.name} }\``
  return undefined
}
