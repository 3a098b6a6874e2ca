import { type NamedPolicy, parseNamed } from '../authorization.ts'
import type { Call, Operations, Place } from '../call.ts'
import { findPolicy, POLICY_OPERATIONS } from './policies.ts'
import { PROFILE_OPERATIONS } from './profiles.ts'
import { ROLE_OPERATIONS } from './roles.ts'
import { simulate } from './simulate.ts'
import { IamStates, noSuch, type Role } from './state.ts'
import { PROVIDER_OPERATIONS, USER_OPERATIONS } from './users.ts'

/** IAM: users, roles, policies, providers. What policies mean is decided in `src/iam`. */
export class Iam {
  readonly states = new IamStates()
  readonly operations: Operations
  /** How often the simulator was asked. */
  simulated = 0
  /** Policies of the organization, level by level, that the simulator counts in; undefined: none. */
  serviceControl: readonly (readonly NamedPolicy[])[] | undefined

  constructor() {
    const all = { ...ROLE_OPERATIONS, ...PROFILE_OPERATIONS, ...POLICY_OPERATIONS, ...USER_OPERATIONS, ...PROVIDER_OPERATIONS }
    this.operations = {
      ...Object.fromEntries(Object.entries(all).map(([name, handler]) => [name, (call: Call) => handler(call, this.states.of(call))])),
      SimulatePrincipalPolicy: (call) => {
        const arn = String(call.parameters['PolicySourceArn'])
        const policies = this.policiesOf(call, arn.split('/').at(-1) ?? '')
        if (!policies) throw noSuch(`${arn} does not exist`)
        this.simulated += 1
        return simulate(call, policies, this.serviceControl)
      },
    }
  }

  role(place: Pick<Place, 'account'>, name: string): Role | undefined {
    return this.states.of(place).roles.get(name.toLowerCase())
  }

  /** Policies of a role and its boundary, as they are now. */
  policiesOf(place: Pick<Place, 'account'>, name: string): { identity: NamedPolicy[]; boundary?: NamedPolicy } | undefined {
    const state = this.states.of(place)
    const role = this.role(place, name)
    if (!role) return undefined
    const managed = (arn: string): NamedPolicy => {
      const policy = findPolicy(state, arn)
      return parseNamed(arn, policy?.versions.get(policy.DefaultVersionId)?.document)
    }
    return {
      identity: [...[...role.inline].map(([policy, document]) => parseNamed(policy, document)), ...[...role.attached].map(managed)],
      ...(role.boundary ? { boundary: managed(role.boundary) } : {}),
    }
  }
}
