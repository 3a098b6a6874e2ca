import { listOf, Malformed, member, object, oneOf, optional, record, type Shape, text } from './shape.ts'

const oneOrMany =
  (shape: Shape<string>): Shape<readonly string[]> =>
  (value, at) =>
    Array.isArray(value) ? listOf(shape, { min: 1 })(value, at) : [shape(value, at)]

const values = oneOrMany(text)

/** `*`, or principals by type. */
const principals: Shape<unknown> = (value, at) => {
  if (value === '*') return value
  return Object.entries(record(value, at)).map(([type, members]) => {
    oneOf('AWS', 'Service', 'Federated', 'CanonicalUser', '*')(type, member(at, type))
    return values(members, member(at, type))
  })
}

/** A condition's values; IAM takes booleans and numbers beside texts. */
const scalars: Shape<unknown> = (value, at) => {
  for (const [index, item] of (Array.isArray(value) ? value : [value]).entries())
    if (!['string', 'boolean', 'number'].includes(typeof item)) throw new Malformed(`${at}[${index}]`, item, 'a value')
  return value
}

const conditions: Shape<unknown> = (value, at) =>
  Object.entries(record(value, at)).map(([operator, block]) =>
    Object.entries(record(block, member(at, operator))).map(([key, given]) => scalars(given, member(member(at, operator), key))),
  )

const statement = object({
  Sid: optional((value, at) => (value === '' ? '' : text(value, at))),
  Effect: oneOf('Allow', 'Deny'),
  Principal: optional(principals),
  NotPrincipal: optional(principals),
  Action: optional(values),
  NotAction: optional(values),
  Resource: optional(values),
  NotResource: optional(values),
  Condition: optional(conditions),
})

/**
 * A policy document as text, decoded where IAM encodes it. A document that is cut off, or is something else altogether, says
 * nothing about who may do what, and most of all not that nobody may.
 */
export const policyDocument: Shape<string> = (value, at) => {
  const given = text(value, at)
  const plain = given.startsWith('%') ? decoded(given, at) : given
  const document = record(parsed(plain, at), at)
  const statements = document['Statement']
  for (const [index, item] of (Array.isArray(statements) ? statements : [statements]).entries()) {
    const where = `${member(at, 'Statement')}[${index}]`
    const { Action, NotAction } = statement(item, where)
    if ((Action === undefined) === (NotAction === undefined)) throw new Malformed(where, item, 'a statement with Action or NotAction')
  }
  return plain
}

function decoded(value: string, at: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    throw new Malformed(at, value, 'URL-encoded JSON')
  }
}

function parsed(value: string, at: string): unknown {
  try {
    return JSON.parse(value)
  } catch {
    throw new Malformed(at, value, 'JSON')
  }
}
