import { isFunction } from '../cloudformation/values.ts'
import { type ActionIndex, expandAction } from '../iam/actions.ts'
import { policyDocuments } from '../iam/documents.ts'
import { parsePolicy, type Statement } from '../iam/policy.ts'
import { AuditError } from '../model/errors.ts'
import type { ParsedTemplate } from '../model/template.ts'
import { noSuchAction } from './rows.ts'

/** Something about a policy of a template, at its place. */
export interface PolicyNote {
  /** JSON pointer into the template. */
  pointer: string
  message: string
  remedy: string
}

/** Policies that are none (`problems`), and actions that AWS does not have (`unknown`): they allow nothing, and a denial of them denies nothing. */
export function policyNotes(template: ParsedTemplate, index: ActionIndex): { problems: PolicyNote[]; unknown: PolicyNote[] } {
  const problems: PolicyNote[] = []
  const unknown: PolicyNote[] = []
  for (const { pointer, document } of documents(template)) {
    try {
      for (const statement of parsePolicy(withoutFunctions(document))) {
        unknown.push(...unknownActions(statement, index).map((note) => ({ pointer: `${pointer}/Statement/${statement.index}`, ...note })))
      }
    } catch (error) {
      if (!(error instanceof AuditError)) throw error
      const reason = error.cause instanceof Error ? ` ${error.cause.message}.` : ''
      problems.push({
        pointer,
        message: `${error.message}${reason}`,
        remedy: 'Write the policy as YAML, or as valid JSON with `Version` and `Statement`.',
      })
    }
  }
  return { problems, unknown }
}

function documents(template: ParsedTemplate): { pointer: string; document: unknown }[] {
  return Object.entries(template.Resources).flatMap(([id, resource]) => {
    if (typeof resource?.Type !== 'string' || !resource.Type.startsWith('AWS::')) return []
    return policyDocuments(resource)
      .filter(({ document }) => !isFunction(document))
      .map(({ path, document }) => ({ pointer: `/Resources/${id}/Properties/${path}`, document }))
  })
}

/** Statements that only a deployment decides are left out. */
function withoutFunctions(document: unknown): unknown {
  if (!isMapping(document)) return document
  const { Statement } = document
  if (isFunction(Statement)) return { ...document, Statement: [] }
  return Array.isArray(Statement) ? { ...document, Statement: Statement.map((one) => (isFunction(one) ? NOTHING : one)) } : document
}

const NOTHING = { Effect: 'Allow', Action: [] }

function unknownActions(statement: Statement, index: ActionIndex): Pick<PolicyNote, 'message' | 'remedy'>[] {
  const patterns = [...(statement.actions ?? []), ...(statement.notActions ?? [])]
  return (
    patterns
      // What an intrinsic makes is not known here.
      .filter((pattern) => /^[\w-]+:[\w*?]+$/.test(pattern) && expandAction(index, pattern).length === 0)
      .map((pattern) => noSuchAction(pattern, index))
  )
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
