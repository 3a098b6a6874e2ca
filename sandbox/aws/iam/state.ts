import { randomBytes } from 'node:crypto'
import { parsePolicy } from '../../../src/iam/policy.ts'
import { type Body, type Call, list, type Place, Scoped, type Tag } from '../call.ts'
import { AwsError } from '../error.ts'

export interface Role {
  RoleName: string
  RoleId: string
  Path: string
  Arn: string
  CreateDate: Date
  /** As written. */
  trust: string
  Description?: string
  MaxSessionDuration: number
  boundary?: string
  tags: Tag[]
  inline: Map<string, string>
  attached: Set<string>
}

export interface ManagedPolicy {
  PolicyName: string
  PolicyId: string
  Path: string
  Arn: string
  Description?: string
  CreateDate: Date
  UpdateDate: Date
  DefaultVersionId: string
  /** Documents by version id, oldest first. */
  versions: Map<string, { document: string; CreateDate: Date }>
  lastVersion: number
  tags: Tag[]
}

export interface User {
  UserName: string
  UserId: string
  Path: string
  Arn: string
  CreateDate: Date
  inline: Map<string, string>
  attached: Set<string>
  tags: Tag[]
}

interface AccessKey {
  AccessKeyId: string
  UserName: string
  Status: 'Active' | 'Inactive'
  CreateDate: Date
}

export interface Provider {
  Arn: string
  Url: string
  ClientIDList: string[]
  ThumbprintList: string[]
  CreateDate: Date
  tags: Tag[]
}

export interface IamState {
  roles: Map<string, Role>
  policies: Map<string, ManagedPolicy>
  users: Map<string, User>
  keys: Map<string, AccessKey>
  providers: Map<string, Provider>
  /** Names of instance profiles, each with the name of its role. */
  profiles: Map<string, string | undefined>
}

/** IAM is one for all regions. */
export class IamStates {
  readonly #states = new Scoped<IamState>(() => ({
    roles: new Map(),
    policies: new Map(),
    users: new Map(),
    keys: new Map(),
    providers: new Map(),
    profiles: new Map(),
  }))

  of({ account }: Pick<Place, 'account'>): IamState {
    return this.#states.of({ account, region: 'global' })
  }
}

export function noSuch(what: string): AwsError {
  return new AwsError('NoSuchEntity', what, 404)
}

export function exists(what: string): AwsError {
  return new AwsError('EntityAlreadyExists', what, 409)
}

export function invalid(message: string): AwsError {
  return new AwsError('ValidationError', message)
}

export function roleOf(state: IamState, name: unknown): Role {
  const role = state.roles.get(String(name).toLowerCase())
  if (!role) throw noSuch(`The role with name ${String(name)} cannot be found.`)
  return role
}

/** IAM ids: a prefix that says the kind, then sixteen characters. */
export function iamId(prefix: 'AROA' | 'ANPA' | 'AIDA' | 'AKIA' | 'ASIA'): string {
  return prefix + [...randomBytes(17)].map((byte) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[byte % 32]).join('')
}

/** Letters, digits and `+=,.@_-`. Source: IAM API reference, the patterns of names. */
export function checkName(kind: string, name: string, longest: number): void {
  if (name === '' || name.length > longest || !/^[\w+=,.@-]+$/.test(name))
    throw invalid(
      `1 validation error detected: Value at '${kind}' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]+ and have length less than or equal to ${longest}`,
    )
}

/** A policy document that IAM would take, as written. `limit` counts what is not white space. */
export function checkDocument(document: unknown, limit: number): string {
  const text = String(document ?? '')
  try {
    const value = JSON.parse(text) as { Statement?: unknown }
    if (list(value.Statement).length > 0) parsePolicy(value)
  } catch (error) {
    throw new AwsError('MalformedPolicyDocument', `Syntax errors in policy: ${error instanceof Error ? error.message : 'unknown'}`)
  }
  const size = text.replaceAll(/\s/g, '').length
  if (size > limit) throw new AwsError('LimitExceeded', `Cannot exceed quota for PolicySize: ${limit}`, 409)
  return text
}

export function tagsOf(parameters: Body): Tag[] {
  return list<Tag>(parameters['Tags'])
}

export function arnOf({ partition, account }: Place, kind: string, path: string, name: string): string {
  return `arn:${partition}:iam::${account}:${kind}${path}${name}`
}

export function documentText(text: string): string {
  return encodeURIComponent(text)
}

export type IamHandler = (call: Call, state: IamState) => unknown
