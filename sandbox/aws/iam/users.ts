import { randomBytes } from 'node:crypto'
import { list, mergeTags, page } from '../call.ts'
import { AwsError } from '../error.ts'
import { findPolicy } from './policies.ts'
import {
  arnOf,
  checkDocument,
  checkName,
  documentText,
  exists,
  type IamHandler,
  type IamState,
  iamId,
  noSuch,
  type Provider,
  tagsOf,
  type User,
} from './state.ts'

function userOf(state: IamState, name: unknown): User {
  const user = state.users.get(String(name))
  if (!user) throw noSuch(`The user with name ${String(name)} cannot be found.`)
  return user
}

function shown({ UserName, UserId, Path, Arn, CreateDate, tags }: User): Record<string, unknown> {
  return { Path, UserName, UserId, Arn, CreateDate, ...(tags.length > 0 ? { Tags: tags } : {}) }
}

const createUser: IamHandler = (call, state) => {
  const name = String(call.parameters['UserName'] ?? '')
  checkName('userName', name, 64)
  if (state.users.has(name)) throw exists(`User with name ${name} already exists.`)
  const path = String(call.parameters['Path'] ?? '/')
  const user: User = {
    UserName: name,
    UserId: iamId('AIDA'),
    Path: path,
    Arn: arnOf(call, 'user', path, name),
    CreateDate: new Date(),
    inline: new Map(),
    attached: new Set(),
    tags: tagsOf(call.parameters),
  }
  state.users.set(name, user)
  return { User: shown(user) }
}

const createAccessKey: IamHandler = ({ parameters }, state) => {
  const { UserName } = userOf(state, parameters['UserName'])
  const key = { AccessKeyId: iamId('AKIA').slice(0, 20), UserName, Status: 'Active' as const, CreateDate: new Date() }
  state.keys.set(key.AccessKeyId, key)
  return { AccessKey: { ...key, SecretAccessKey: randomBytes(30).toString('base64') } }
}

const deleteUser: IamHandler = ({ parameters }, state) => {
  const user = userOf(state, parameters['UserName'])
  if (user.attached.size > 0 || user.inline.size > 0 || [...state.keys.values()].some((key) => key.UserName === user.UserName))
    throw new AwsError('DeleteConflict', 'Cannot delete entity, must remove policies and access keys first.', 409)
  state.users.delete(user.UserName)
}

const provider = (state: IamState, arn: unknown): Provider => {
  const found = state.providers.get(String(arn))
  if (!found) throw noSuch(`OpenIDConnect Provider not found for arn ${String(arn)}`)
  return found
}

const createProvider: IamHandler = (call, state) => {
  const url = String(call.parameters['Url'] ?? '')
  if (!/^https:\/\//.test(url)) throw new AwsError('ValidationError', `Invalid Open ID Connect Provider URL: ${url}`)
  const Url = url.slice('https://'.length).replace(/\/$/, '')
  const arn = arnOf(call, 'oidc-provider/', '', Url)
  if (state.providers.has(arn)) throw exists(`Provider with url ${url} already exists.`)
  state.providers.set(arn, {
    Arn: arn,
    Url,
    ClientIDList: list<string>(call.parameters['ClientIDList']),
    ThumbprintList: list<string>(call.parameters['ThumbprintList']),
    CreateDate: new Date(),
    tags: tagsOf(call.parameters),
  })
  return { OpenIDConnectProviderArn: arn }
}

/** Users with their keys. */
export const USER_OPERATIONS: Readonly<Record<string, IamHandler>> = {
  CreateUser: createUser,
  GetUser: ({ parameters }, state) => ({ User: shown(userOf(state, parameters['UserName'])) }),
  ListUsers: ({ parameters }, state) => {
    const { items, next } = page([...state.users.values()], parameters['Marker'], Number(parameters['MaxItems'] ?? 100))
    return { Users: items.map(shown), IsTruncated: next !== undefined, Marker: next }
  },
  DeleteUser: deleteUser,
  CreateAccessKey: createAccessKey,
  ListAccessKeys: ({ parameters }, state) => {
    const { UserName } = userOf(state, parameters['UserName'])
    return { AccessKeyMetadata: [...state.keys.values()].filter((key) => key.UserName === UserName), IsTruncated: false }
  },
  DeleteAccessKey: ({ parameters }, state) => {
    if (!state.keys.delete(String(parameters['AccessKeyId'])))
      throw noSuch(`The Access Key with id ${String(parameters['AccessKeyId'])} cannot be found.`)
  },
  GetAccessKeyLastUsed: ({ parameters }, state) => {
    const key = state.keys.get(String(parameters['AccessKeyId']))
    if (!key) throw noSuch(`The Access Key with id ${String(parameters['AccessKeyId'])} cannot be found.`)
    return { UserName: key.UserName, AccessKeyLastUsed: { ServiceName: 'N/A', Region: 'N/A' } }
  },
  PutUserPolicy: ({ parameters }, state) => {
    userOf(state, parameters['UserName']).inline.set(String(parameters['PolicyName']), checkDocument(parameters['PolicyDocument'], 2048))
  },
  GetUserPolicy: ({ parameters }, state) => {
    const user = userOf(state, parameters['UserName'])
    const document = user.inline.get(String(parameters['PolicyName']))
    if (document === undefined) throw noSuch(`The user policy with name ${String(parameters['PolicyName'])} cannot be found.`)
    return { UserName: user.UserName, PolicyName: parameters['PolicyName'], PolicyDocument: documentText(document) }
  },
  DeleteUserPolicy: ({ parameters }, state) => {
    if (!userOf(state, parameters['UserName']).inline.delete(String(parameters['PolicyName'])))
      throw noSuch(`The user policy with name ${String(parameters['PolicyName'])} cannot be found.`)
  },
  ListUserPolicies: ({ parameters }, state) => ({
    PolicyNames: [...userOf(state, parameters['UserName']).inline.keys()],
    IsTruncated: false,
  }),
  AttachUserPolicy: ({ parameters }, state) => {
    const arn = String(parameters['PolicyArn'])
    if (!findPolicy(state, arn)) throw noSuch(`Policy ${arn} does not exist or is not attachable.`)
    userOf(state, parameters['UserName']).attached.add(arn)
  },
  DetachUserPolicy: ({ parameters }, state) => {
    if (!userOf(state, parameters['UserName']).attached.delete(String(parameters['PolicyArn'])))
      throw noSuch(`Policy ${String(parameters['PolicyArn'])} was not found.`)
  },
  ListAttachedUserPolicies: ({ parameters }, state) => {
    const arns = [...userOf(state, parameters['UserName']).attached]
    return { AttachedPolicies: arns.map((PolicyArn) => ({ PolicyName: PolicyArn.split('/').at(-1), PolicyArn })), IsTruncated: false }
  },
  ListGroupsForUser: ({ parameters }, state) => {
    userOf(state, parameters['UserName'])
    return { Groups: [], IsTruncated: false }
  },
}

/** OpenID Connect providers. */
export const PROVIDER_OPERATIONS: Readonly<Record<string, IamHandler>> = {
  CreateOpenIDConnectProvider: createProvider,
  GetOpenIDConnectProvider: ({ parameters }, state) => {
    const { Url, ClientIDList, ThumbprintList, CreateDate, tags } = provider(state, parameters['OpenIDConnectProviderArn'])
    return { Url, ClientIDList, ThumbprintList, CreateDate, Tags: tags }
  },
  ListOpenIDConnectProviders: (_, state) => ({ OpenIDConnectProviderList: [...state.providers.keys()].map((Arn) => ({ Arn })) }),
  DeleteOpenIDConnectProvider: ({ parameters }, state) => {
    state.providers.delete(provider(state, parameters['OpenIDConnectProviderArn']).Arn)
  },
  AddClientIDToOpenIDConnectProvider: ({ parameters }, state) => {
    const found = provider(state, parameters['OpenIDConnectProviderArn'])
    found.ClientIDList = [...new Set([...found.ClientIDList, String(parameters['ClientID'])])]
  },
  RemoveClientIDFromOpenIDConnectProvider: ({ parameters }, state) => {
    const found = provider(state, parameters['OpenIDConnectProviderArn'])
    found.ClientIDList = found.ClientIDList.filter((id) => id !== parameters['ClientID'])
  },
  UpdateOpenIDConnectProviderThumbprint: ({ parameters }, state) => {
    provider(state, parameters['OpenIDConnectProviderArn']).ThumbprintList = list<string>(parameters['ThumbprintList'])
  },
  TagOpenIDConnectProvider: ({ parameters }, state) => {
    const found = provider(state, parameters['OpenIDConnectProviderArn'])
    found.tags = mergeTags(found.tags, tagsOf(parameters))
  },
  UntagOpenIDConnectProvider: ({ parameters }, state) => {
    const found = provider(state, parameters['OpenIDConnectProviderArn'])
    const gone = list<string>(parameters['TagKeys'])
    found.tags = found.tags.filter(({ Key }) => !gone.includes(Key))
  },
  ListOpenIDConnectProviderTags: ({ parameters }, state) => ({
    Tags: provider(state, parameters['OpenIDConnectProviderArn']).tags,
    IsTruncated: false,
  }),
}
