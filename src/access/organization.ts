import { parsePolicy } from '../iam/policy.ts'
import type { LocatedPolicy } from './model.ts'

/**
 * A level of service control policies as it works. One that allows nothing would let nobody do anything, and AWS keeps FullAWSAccess beside
 * policies that only deny: whoever names those alone means that too. Taking it otherwise would make every `cannot` hold.
 */
export function withFullAccess(level: readonly LocatedPolicy[]): readonly LocatedPolicy[] {
  const allows = level.some(({ statements }) => statements.some(({ effect }) => effect === 'Allow'))
  return allows ? level : [...level, FULL_ACCESS]
}

const FULL_ACCESS: LocatedPolicy = {
  name: 'FullAWSAccess',
  statements: parsePolicy({ Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*' } }),
  positionOf: () => undefined,
}
