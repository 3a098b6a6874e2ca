import { AuditError } from '../model/errors.ts'

export interface Condition {
  /** Operator as written, e.g. `ForAnyValue:StringLike` or `StringEqualsIfExists`. */
  operator: string
  /** Condition key as written; keys compare without regard to case. */
  key: string
  values: readonly string[]
}

/** `*` stands alone; otherwise `AWS`, `Service`, `Federated` or `CanonicalUser` with a value. */
export interface Principal {
  type: string
  value: string
}

/** A statement in normal form: every one-or-many field is a list, absent fields are undefined. */
export interface Statement {
  sid: string | undefined
  /** Position in the document, from 0. */
  index: number
  /** Whether `${aws:username}` and the like stand for values: only in documents of version 2012-10-17. */
  variables: boolean
  effect: 'Allow' | 'Deny'
  principals: readonly Principal[] | undefined
  notPrincipals: readonly Principal[] | undefined
  actions: readonly string[] | undefined
  notActions: readonly string[] | undefined
  resources: readonly string[] | undefined
  notResources: readonly string[] | undefined
  conditions: readonly Condition[]
}

/**
 * Parses a policy document (object or JSON text, also URL-encoded as IAM returns it) into statements.
 * @throws BAD_INPUT when it is not a policy document.
 */
export function parsePolicy(document: unknown): Statement[] {
  const value = typeof document === 'string' ? parseJson(document) : document
  if (typeof value !== 'object' || value === null) throw notAPolicy(`a ${typeof value} is no policy document`)
  const statements = (value as Record<string, unknown>)['Statement']
  if (statements === undefined) throw notAPolicy('`Statement` is missing')
  const variables = (value as Record<string, unknown>)['Version'] === '2012-10-17'
  return asArray(statements).map((statement, index) => parseStatement(statement, index, variables))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.trimStart().startsWith('%7B') ? decodeURIComponent(text) : text)
  } catch (cause) {
    throw new AuditError('BAD_INPUT', 'The policy is not valid JSON.', { cause })
  }
}

function parseStatement(value: unknown, index: number, variables: boolean): Statement {
  if (typeof value !== 'object' || value === null) throw notAPolicy(`statement ${index + 1} is not an object`)
  const statement = value as Record<string, unknown>
  const effect = statement['Effect']
  if (effect !== 'Allow' && effect !== 'Deny')
    throw notAPolicy(
      `statement ${index + 1} has ${effect === undefined ? 'no Effect' : `Effect ${JSON.stringify(effect)}`}; allowed: Allow, Deny`,
    )
  return {
    sid: typeof statement['Sid'] === 'string' ? statement['Sid'] : undefined,
    index,
    variables,
    effect,
    principals: principals(statement['Principal'], 'Principal', index),
    notPrincipals: principals(statement['NotPrincipal'], 'NotPrincipal', index),
    actions: strings(statement['Action']),
    notActions: strings(statement['NotAction']),
    resources: strings(statement['Resource']),
    notResources: strings(statement['NotResource']),
    conditions: conditions(statement['Condition']),
  }
}

function principals(value: unknown, element: 'Principal' | 'NotPrincipal', index: number): Principal[] | undefined {
  if (value === undefined) return undefined
  if (typeof value === 'string') return [{ type: value === '*' ? '*' : 'AWS', value }]
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const found = value === null ? 'empty' : JSON.stringify(value)
    throw notAPolicy(
      `\`${element}\` of statement ${index + 1} is ${found}; allowed: "*", or AWS, Service, Federated or CanonicalUser with whom`,
    )
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw notAPolicy(`a principal is ${JSON.stringify(value)}; allowed: "*", or a mapping of types such as AWS and Service`)
  return Object.entries(value).flatMap(([type, members]) => asArray(members).map((member) => ({ type, value: textOf(member) })))
}

function conditions(value: unknown): Condition[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([operator, block]) =>
    Object.entries((block ?? {}) as Record<string, unknown>).map(([key, values]) => ({
      operator,
      key,
      values: asArray(values).map(textOf),
    })),
  )
}

function strings(value: unknown): string[] | undefined {
  return value === undefined ? undefined : asArray(value).map(textOf)
}

/** A value as text; what is none (a function of a template) stays recognisable and equals no name of AWS. */
function textOf(value: unknown): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value)
}

function asArray(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value]
}

function notAPolicy(why: string): AuditError {
  return new AuditError('BAD_INPUT', `This is not a policy document: ${why}.`)
}
