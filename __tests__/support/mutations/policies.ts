import type { Account } from './account.ts'
import { edit, type Held, type PolicyDocument, type Statement } from './documents.ts'
import { SPOKEN_OTHERWISE } from './expected.ts'

/** One change of the account through its API, and the checks that must see it. */
export interface Mutation {
  name: string
  /** Codes of the checks that must fail or be an error, and no others. */
  expected: readonly string[]
  /** Services whose answers may be others. */
  services: readonly string[]
  /** What a question about what was changed has in its parameters; all of the service where it is left out. */
  about?: string
  change(account: Account): Promise<unknown>
}

const STRANGER = 'arn:aws:iam::300000000003:root'
const list = (value: unknown): string[] => [value].flat().map(String)
const allows = ({ Effect }: Statement) => Effect === 'Allow'

/** The first statement that something can be done to. */
function first({ Statement }: PolicyDocument, fits: (statement: Statement) => boolean): Statement | undefined {
  return Statement.find(fits)
}

type Change = (document: PolicyDocument) => boolean

/** Single changes of a policy; false where the policy has nothing to be changed in that way. */
const OF_ANY: Readonly<Record<string, Change>> = {
  'loses its last statement': ({ Statement }) => Statement.length > 1 && Statement.pop() !== undefined,
  'allows an action more': (document) => {
    // Whoever has everything of a service gets nothing by one action more.
    const found = first(
      document,
      (one) => allows(one) && one['Action'] !== undefined && !list(one['Action']).some((name) => name.endsWith('*')),
    )
    if (!found) return false
    const [service] = list(found['Action'])[0]?.split(':') ?? []
    found['Action'] = [...list(found['Action']), MORE[service ?? ''] ?? 'sts:TagSession']
    return true
  },
  'loses a condition': (document) => {
    const found = first(document, (one) => allows(one) && one['Condition'] !== undefined)
    if (found) delete found['Condition']
    return found !== undefined
  },
}

/** An action that no designed policy of the service has. */
const MORE: Readonly<Record<string, string>> = {
  s3: 's3:PutObjectTagging',
  kms: 'kms:ReplicateKey',
  sns: 'sns:Subscribe',
  sts: 'sts:SetSourceIdentity',
  ecr: 'ecr:DeleteRepository',
  logs: 'logs:DeleteLogStream',
  iam: 'iam:CreateUser',
}

const OF_RESOURCES: Readonly<Record<string, Change>> = {
  ...OF_ANY,
  'lets another account in': ({ Statement }) => {
    const [model] = Statement.filter(allows)
    const {
      Condition: _,
      Principal: __,
      ...rest
    } = model ?? { Effect: 'Allow', Action: 's3:GetObject', Resource: Statement[0]?.['Resource'] }
    return Statement.push({ ...rest, Sid: 'Stranger', Principal: { AWS: STRANGER } }) > 0
  },
}

const OF_IDENTITIES: Readonly<Record<string, Change>> = {
  ...OF_ANY,
  'reaches everything': (document) => {
    const found = first(document, (one) => allows(one) && !list(one['Resource']).includes('*'))
    if (found) found['Resource'] = '*'
    return found !== undefined
  },
  'allows one more service': ({ Statement }) => Statement.push({ Effect: 'Allow', Action: 'dynamodb:GetItem', Resource: '*' }) > 0,
}

/** Every change of a policy that it can be given. `others` says where other checks than the design's own speak. */
export async function policyMutations(
  account: Account,
  held: Held,
  { code, isIdentity = false }: { code: string; isIdentity?: boolean },
): Promise<Mutation[]> {
  const text = await held.read(account)
  return Object.entries(isIdentity ? OF_IDENTITIES : OF_RESOURCES)
    .filter(([, change]) => change(JSON.parse(text) as PolicyDocument))
    .map(([name, change]) => ({
      name: `${held.name} ${name}`,
      expected: SPOKEN_OTHERWISE[`${held.name} ${name}`] ?? [code],
      services: [held.service],
      about: held.about,
      change: (to) => edit(to, held, (document) => void change(document)),
    }))
}

const rewritten = (document: PolicyDocument, each: (statement: Statement) => Statement): PolicyDocument => ({
  ...document,
  Statement: document.Statement.map(each),
})

const reversed = (value: unknown): unknown => (Array.isArray(value) ? [...value].reverse() : value)

/** The same in other words: nobody may see any of it. */
export const REWORDINGS: Readonly<Record<string, (document: PolicyDocument) => PolicyDocument>> = {
  'statements in another order': (document) => ({ ...document, Statement: [...document.Statement].reverse() }),
  'actions in another order': (document) =>
    rewritten(document, (one) => ({ ...one, ...(one['Action'] === undefined ? {} : { Action: reversed(one['Action']) }) })),
  'other Sids': (document) => rewritten(document, (one) => ({ ...one, Sid: `Another${document.Statement.indexOf(one)}` })),
  'a statement said twice': (document) => ({
    ...document,
    Statement: [...document.Statement, { ...(document.Statement[0] as Statement), Sid: 'SaidAgain' }],
  }),
  'one statement per action': (document) => ({
    ...document,
    Statement: document.Statement.flatMap((one) =>
      Array.isArray(one['Action'])
        ? list(one['Action']).map((Action, index) => ({ ...one, Sid: `${one.Sid ?? ''}x${index}`.replaceAll(/\W/g, ''), Action }))
        : [one],
    ),
  }),
  'the account by its number': (document) =>
    JSON.parse(JSON.stringify(document).replaceAll(/"arn:aws:iam::(\d{12}):root"/g, '"$1"')) as PolicyDocument,
}
