import { readFileSync } from 'node:fs'
import { AuditError } from '../model/errors.ts'

/** A kind of value a member may have, with its name for messages. */
export interface Shape<T> {
  says: string
  read(value: unknown): T | undefined
}

const matching = (says: string, pattern: RegExp): Shape<string> => ({
  says,
  read: (value) => (typeof value === 'string' && pattern.test(value) ? value : undefined),
})

export const COMMIT = matching('a commit in hexadecimal', /^[0-9a-f]{7,64}$/)
export const REPOSITORY = matching('`owner/name`', /^[\w.-]{1,100}\/[\w.-]{1,100}$/)
export const TEXT = matching('a text of one line', /^[^\p{Cc}]{1,500}$/u)
export const BOOLEAN: Shape<boolean> = { says: 'true or false', read: (value) => (typeof value === 'boolean' ? value : undefined) }
export const POSITIVE: Shape<number> = {
  says: 'a whole number above 0',
  read: (value) => (typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : undefined),
}

/** The event's payload, read member by member: what is there has its shape, or it is bad input. */
export class Payload {
  readonly #root: Readonly<Record<string, unknown>>

  constructor(root: Readonly<Record<string, unknown>>) {
    this.#root = root
  }

  /** Undefined where there is none. `null` counts as none. @throws BAD_EVENT */
  optional<T>(path: string, shape: Shape<T>): T | undefined {
    const value = this.#at(path)
    if (value === undefined || value === null) return undefined
    const read = shape.read(value)
    if (read === undefined) throw wrongShape(path, shape.says, value)
    return read
  }

  /** @throws BAD_EVENT */
  required<T>(path: string, shape: Shape<T>): T {
    const value = this.optional(path, shape)
    if (value === undefined) throw wrongShape(path, shape.says, value)
    return value
  }

  has(path: string): boolean {
    const value = this.#at(path)
    return value !== undefined && value !== null
  }

  #at(path: string): unknown {
    const names = path.split('.')
    let value: unknown = this.#root
    for (const [index, name] of names.entries()) {
      if (value === undefined || value === null) return undefined
      if (!isRecord(value)) throw wrongShape(names.slice(0, index).join('.'), 'an object', value)
      value = Object.hasOwn(value, name) ? value[name] : undefined
    }
    return value
  }
}

/** The payload a runner leaves in a file; empty where it names none. @throws BAD_EVENT */
export function readPayload(path: string | undefined): Payload {
  if (!path) return new Payload({})
  const value = parsed(path)
  if (!isRecord(value)) throw wrongShape('', 'an object', value)
  return new Payload(value)
}

function parsed(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new AuditError('BAD_EVENT', `The event's payload (GITHUB_EVENT_PATH) cannot be read: ${(error as Error).message}`, {
      remedy: REMEDY,
      cause: error,
    })
  }
}

const REMEDY =
  'The runner writes it from GitHub’s event; outside of one, give it GitHub’s own: https://docs.github.com/webhooks/webhook-events-and-payloads.'

/** @returns BAD_EVENT, with where, what was found and what is allowed. */
export function wrongShape(path: string, wanted: string, found: unknown): AuditError {
  const shown = found === undefined ? 'missing' : (JSON.stringify(found) ?? typeof found).slice(0, 80)
  return new AuditError(
    'BAD_EVENT',
    `${path === '' ? 'The event’s payload' : `\`${path}\` of the event`} must be ${wanted}; it is ${shown}.`,
    {
      remedy: REMEDY,
    },
  )
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
