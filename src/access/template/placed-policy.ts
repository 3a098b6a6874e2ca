import { isMapping, scalarText } from '../../cloudformation/values.ts'
import { readable, type WorkedOut } from '../../cloudformation/worked-out.ts'
import type { NamedPolicy } from '../../iam/authorize.ts'
import { parsePolicy, type Statement } from '../../iam/policy.ts'
import { AuditError } from '../../model/errors.ts'

export type Properties = Readonly<Record<string, unknown>>

/** A policy whose statements know where they stand. */
export interface PlacedPolicy extends NamedPolicy {
  /** JSON pointer of a statement, or of what attaches a policy that stands elsewhere. */
  pointerOf(statement: Statement): string
  /** Of AWS, by name. */
  managed?: string
}

export const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]
export const textsOf = (value: unknown): string[] => listOf(value).flatMap((item) => scalarText(item) ?? [])

/** Reads policy documents of worked-out properties; what is none is noted and allows nothing. */
export class PolicyReader {
  readonly unreadable: { pointer: string; reason: string }[] = []
  readonly #worked: WorkedOut

  constructor(worked: WorkedOut) {
    this.#worked = worked
  }

  policy(document: unknown, pointer: string, name: string): PlacedPolicy {
    const statements = this.statements(document, pointer)
    const written: unknown = isMapping(document) ? document['Statement'] : undefined
    const pointerOf = ({ index }: Statement) => this.#worked.pointerOf(Array.isArray(written) ? written[index] : written) ?? pointer
    return { name: readable(name), statements, pointerOf }
  }

  statements(document: unknown, pointer: string): readonly Statement[] {
    if (document === undefined || document === null) return []
    try {
      const known =
        isMapping(document) && Array.isArray(document['Statement'])
          ? { ...document, Statement: document['Statement'].map((one) => (isMapping(one) ? one : NOTHING)) }
          : document
      return parsePolicy(known)
    } catch (error) {
      if (!(error instanceof AuditError)) throw error
      this.unreadable.push({ pointer, reason: error.message })
      return []
    }
  }
}

/** In place of a statement that only a deployment decides, so that the others keep their number. */
const NOTHING = { Effect: 'Allow', Action: [] }
