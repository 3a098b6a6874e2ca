import type { ActionIndex } from '../iam/actions.ts'
import { expandAction } from '../iam/actions.ts'
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

const POLICIES = ['AssumeRolePolicyDocument', 'KeyPolicy', 'PolicyDocument', 'RepositoryPolicyText', 'ResourcePolicy'] as const

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
    const { Type, Properties = {} } = resource ?? {}
    if (typeof Type !== 'string' || !Type.startsWith('AWS::') || typeof Properties !== 'object') return []
    const at = `/Resources/${id}/Properties`
    const own = POLICIES.flatMap((name) => (name in Properties ? [{ pointer: `${at}/${name}`, document: Properties[name] }] : []))
    const inline = Type.startsWith('AWS::IAM::') && Array.isArray(Properties['Policies']) ? (Properties['Policies'] as unknown[]) : []
    const nested = inline.flatMap((policy, index) => {
      const document = isMapping(policy) ? policy['PolicyDocument'] : undefined
      return document === undefined ? [] : [{ pointer: `${at}/Policies/${index}/PolicyDocument`, document }]
    })
    return [...own, ...nested].filter(({ document }) => !isFunction(document))
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

function isFunction(value: unknown): boolean {
  const keys = isMapping(value) ? Object.keys(value) : []
  return keys.length === 1 && /^(?:Ref|Fn::\w+)$/.test(keys[0] ?? '')
}
