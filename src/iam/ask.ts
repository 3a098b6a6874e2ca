import type { NamedPolicy, Policies } from './authorize.ts'
import { actionMatches } from './evaluate.ts'
import { type Principal, parsePolicy, type Statement } from './policy.ts'
import { type FoundRequest, findRequest, type RequestSearch } from './search/find-request.ts'

/** An account that nobody named, and who asks from there. */
const STRANGER_ACCOUNT = '999999999999'
export const EVERYTHING = parsePolicy({ Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*' } })

/**
 * What a request of a stranger carries that the stranger cannot choose. Everything else, such as user agent, referer, time or the
 * stranger's own tags, may be whatever a condition asks for: such a condition keeps nobody out.
 */
const OF_A_STRANGER: Readonly<Record<string, readonly string[]>> = {
  'aws:PrincipalAccount': [STRANGER_ACCOUNT],
  'aws:PrincipalArn': [`arn:aws:iam::${STRANGER_ACCOUNT}:user/stranger`],
  'aws:PrincipalIsAWSService': ['false'],
  'aws:PrincipalOrgID': ['o-stranger00'],
  'aws:PrincipalOrgPaths': ['o-stranger00/r-none/'],
  'aws:PrincipalServiceName': [],
  'aws:PrincipalServiceNamesList': [],
  'aws:PrincipalType': ['User'],
  'aws:SourceAccount': [],
  'aws:SourceArn': [],
  'aws:SourceIp': ['203.0.113.77'],
  'aws:SourceOrgID': [],
  'aws:SourceOrgPaths': [],
  'aws:SourceOwner': [],
  'aws:SourceVpc': [],
  'aws:SourceVpcArn': [],
  'aws:SourceVpce': [],
  'aws:VpceAccount': [],
  'aws:VpceOrgID': [],
  'aws:VpcSourceIp': [],
  'aws:ViaAWSService': ['false'],
  'aws:CalledVia': [],
  'aws:userid': ['AIDASTRANGER0000000'],
  'aws:username': ['stranger'],
  'kms:CallerAccount': [STRANGER_ACCOUNT],
  's3:DataAccessPointAccount': [STRANGER_ACCOUNT],
  's3:ResourceAccount': [],
  'lambda:EventSourceToken': [],
  'aws:FederatedProvider': [],
}

/** What helps where a search gave up. */
export const UNSEARCHED_REMEDY =
  'Write the conditions of the statement so that each key is compared in one way, with fewer patterns and variables.'

/** A search gave up: whether there is such a request is not known, and nothing may pass for it. */
export class Unsearched extends Error {}

/** The request that a search has found; undefined where it has proven that there is none. @throws Unsearched */
export function requestIn(search: RequestSearch): FoundRequest | undefined {
  if (search.kind === 'unfinished') throw new Unsearched(`the search for an allowed request gave up: ${search.because}`)
  return search.kind === 'found' ? search.request : undefined
}

/** Knowing an external id is not being anyone, and it is no secret either. */
const WITHOUT_SECRET = { 'sts:ExternalId': [] as readonly string[] }

export interface StrangerFound {
  request: FoundRequest
  /** Only for whoever knows the external id. */
  needsExternalId: boolean
}

/** A request of a stranger's that a resource's policy lets in; undefined where there is none. @throws Unsearched */
export function strangerAt(policy: NamedPolicy, action: string, account: string, on = '*'): StrangerFound | undefined {
  const ask = (more: Readonly<Record<string, readonly string[]>>) => {
    return requestIn(
      findRequest({
        policies: { identity: [{ name: 'a stranger’s own', statements: EVERYTHING }], resource: policy },
        principal: { type: 'AWS', value: `arn:aws:iam::${STRANGER_ACCOUNT}:user/stranger` },
        action,
        on: [on],
        except: [],
        resourceAccount: account,
        fixed: { ...OF_A_STRANGER, ...more },
      }),
    )
  }
  const plain = ask(WITHOUT_SECRET)
  if (plain) return { request: plain, needsExternalId: false }
  const request = ask({})
  return request && { request, needsExternalId: true }
}

/** A request of somebody with a token of a public issuer, but not of those who are meant. @throws Unsearched */
export function tokenAt(
  policy: NamedPolicy,
  action: string,
  provider: string,
  claims: Readonly<Record<string, readonly string[]>>,
  account: string,
): FoundRequest | undefined {
  return requestIn(
    findRequest({
      policies: { identity: [], resource: policy },
      principal: { type: 'Federated', value: provider },
      action,
      on: ['*'],
      except: [],
      resourceAccount: account,
      fixed: { ...OF_A_STRANGER, 'aws:FederatedProvider': [provider], ...claims },
    }),
  )
}

/** Any role, user, policy or other thing that nothing in a template names. */
export const ANY = 'some-other-9b1c'

export interface Asked {
  action: string
  on: string
  /** Condition keys that are the same in all requests; none: the requests do not have the key. */
  fixed?: Readonly<Record<string, readonly string[]>>
}

/** Actions of a statement in lower case, where it has no wildcard: most are asked about dozens of actions that they do not have. */
const plainActions = new WeakMap<Statement, ReadonlySet<string> | 'wild'>()

/** Whether a statement allows an action at all; the search decides the rest. */
function allows(statement: Statement, action: string): boolean {
  if (statement.effect !== 'Allow') return false
  let known = plainActions.get(statement)
  if (known === undefined) {
    const { actions } = statement
    known = !actions || actions.some((one) => /[*?]/.test(one)) ? 'wild' : new Set(actions.map((one) => one.toLowerCase()))
    plainActions.set(statement, known)
  }
  return known === 'wild' ? actionMatches(statement, action) : known.has(action.toLowerCase())
}

/** Who has rights, and which. */
export interface Holder {
  arn: string
  principal: Principal
  policies: readonly NamedPolicy[]
  boundary: NamedPolicy | undefined
}

/** Whether somebody may do something, with the request that shows it. @throws Unsearched */
export function mayDo(
  { arn, principal, policies: identity, boundary }: Holder,
  { action, on, fixed = {} }: Asked,
  account: string,
  resource?: NamedPolicy,
): FoundRequest | undefined {
  if (!resource && !identity.some(({ statements }) => statements.some((one) => allows(one, action)))) return undefined
  const policies: Policies = { identity, boundary, ...(resource ? { resource } : {}) }
  return requestIn(
    findRequest({
      policies,
      principal,
      action,
      on: [on],
      except: [],
      resourceAccount: account,
      fixed: {
        'aws:PrincipalArn': [arn],
        'aws:PrincipalAccount': [account],
        'aws:ResourceAccount': [account],
        'aws:PrincipalIsAWSService': ['false'],
        'aws:CalledVia': [],
        'aws:CalledViaFirst': [],
        'aws:CalledViaLast': [],
        'aws:ViaAWSService': ['false'],
        'kms:ViaService': [],
        ...fixed,
      },
    }),
  )
}

/** A session of a role, as requests name it. */
export function sessionOf(arn: string): Principal {
  const [, partition = 'aws', account = '', name = ''] = /^arn:([^:]*):iam::([^:]*):role\/(?:.*\/)?([^/]+)$/.exec(arn) ?? []
  return { type: 'AWS', value: `arn:${partition}:sts::${account}:assumed-role/${name}/session` }
}

/** Conditions of a request that a reader should know of. */
export function whenText({ context }: FoundRequest, fixed: readonly string[] = []): string {
  const skipped = new Set([...Object.keys(OF_A_STRANGER), ...FIXED, ...fixed].map((key) => key.toLowerCase()))
  const parts = Object.entries(context)
    .filter(([key, values]) => values.length > 0 && !skipped.has(key.toLowerCase()))
    .map(([key, values]) => `${key} is ${values.join(' and ')}`)
  return parts.length > 0 ? ` when ${parts.join(', ')}` : ''
}

const FIXED = [
  'aws:SecureTransport',
  'aws:ResourceAccount',
  'aws:CalledViaFirst',
  'aws:CalledViaLast',
  'kms:ViaService',
  'iam:PassedToService',
  'iam:PolicyARN',
]
