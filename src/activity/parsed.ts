import { AT, type Field, type Fields } from './records.ts'

const decoder = new TextDecoder()

/** A part of a record as a value; null where there is none. */
export function parsed(bytes: Uint8Array, from: number, to: number): unknown {
  return from === to ? null : JSON.parse(decoder.decode(bytes.subarray(from, to)))
}

/** A field of a record as a value. */
export function fieldOf(fields: Fields, field: Field): unknown {
  const place = AT[field]
  return parsed(fields.bytes, fields.from[place] as number, fields.to[place] as number)
}

/** A field that is a text; empty where it is none. */
export function textField(fields: Fields, field: Field): string {
  return textOf(fieldOf(fields, field))
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

interface Response {
  credentials?: { accessKeyId?: unknown }
  assumedRoleUser?: { assumedRoleId?: unknown }
  sourceIdentity?: unknown
}

interface Request {
  roleArn?: unknown
  sourceIdentity?: unknown
}

/** Credentials that a call gave out: their key, whose they are, and the source identity they carry. */
export function issuedBy(fields: Fields): { key: string; roleId: string; roleArn: string; sourceIdentity: string } {
  const response = fieldOf(fields, 'responseElements') as Response | null
  const request = fieldOf(fields, 'requestParameters') as Request | null
  return {
    key: textOf(response?.credentials?.accessKeyId),
    roleId: textOf(response?.assumedRoleUser?.assumedRoleId),
    roleArn: textOf(request?.roleArn),
    sourceIdentity: textOf(request?.sourceIdentity) || textOf(response?.sourceIdentity),
  }
}
