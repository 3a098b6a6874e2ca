import { AwsError } from '../error.ts'
import { arnOf, exists, type IamHandler, noSuch, roleOf } from './state.ts'

const shown = (call: Parameters<IamHandler>[0], name: string, role: object | undefined) => ({
  Path: '/',
  InstanceProfileName: name,
  InstanceProfileId: `AIPA${name
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '')
    .padEnd(17, 'A')
    .slice(0, 17)}`,
  Arn: arnOf(call, 'instance-profile', '/', name),
  CreateDate: new Date(),
  Roles: role ? [role] : [],
})

const nameOf = ({ parameters }: Parameters<IamHandler>[0]) => String(parameters['InstanceProfileName'])

/** @throws NoSuchEntity */
function required(call: Parameters<IamHandler>[0], state: Parameters<IamHandler>[1]): string {
  const name = nameOf(call)
  if (!state.profiles.has(name)) throw noSuch(`Instance Profile ${name} cannot be found.`)
  return name
}

/** Instance profiles: a name with at most one role, which cannot be deleted meanwhile. */
export const PROFILE_OPERATIONS: Readonly<Record<string, IamHandler>> = {
  CreateInstanceProfile: (call, state) => {
    const name = nameOf(call)
    if (state.profiles.has(name)) throw exists(`Instance Profile ${name} already exists.`)
    state.profiles.set(name, undefined)
    return { InstanceProfile: shown(call, name, undefined) }
  },
  AddRoleToInstanceProfile: (call, state) => {
    const name = required(call, state)
    if (state.profiles.get(name)) throw new AwsError('LimitExceeded', 'Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1', 409)
    state.profiles.set(name, roleOf(state, call.parameters['RoleName']).RoleName)
  },
  RemoveRoleFromInstanceProfile: (call, state) => {
    const name = required(call, state)
    if (state.profiles.get(name) !== call.parameters['RoleName'])
      throw noSuch(`Role ${String(call.parameters['RoleName'])} in Instance Profile ${name} cannot be found.`)
    state.profiles.set(name, undefined)
  },
  DeleteInstanceProfile: (call, state) => {
    const name = required(call, state)
    if (state.profiles.get(name))
      throw new AwsError('DeleteConflict', 'Cannot delete entity, must remove roles from instance profile first.', 409)
    state.profiles.delete(name)
  },
  ListInstanceProfilesForRole: (call, state) => {
    const { RoleName, RoleId, Arn, Path, CreateDate, trust } = roleOf(state, call.parameters['RoleName'])
    const role = { RoleName, RoleId, Arn, Path, CreateDate, AssumeRolePolicyDocument: encodeURIComponent(trust) }
    const names = [...state.profiles].filter(([, owner]) => owner === RoleName).map(([name]) => name)
    return { InstanceProfiles: names.map((name) => shown(call, name, role)), IsTruncated: false }
  },
}
