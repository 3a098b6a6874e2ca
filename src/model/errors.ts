/** Where a problem was found. Lines and columns count from 1. */
export interface Position {
  file: string
  line: number
  column: number
}

/** One thing wrong with an input: what was found, what is allowed, and what to do about it. */
export interface Problem {
  message: string
  position?: Position
  remedy?: string
}

/**
 * The closed set of reasons this tool gives up for.
 * `BAD_*` codes are the user's input (exit 3); all others mean "could not be carried out" (exit 2).
 */
export type ErrorCode =
  | 'BAD_CONFIG'
  | 'BAD_INPUT'
  | 'BAD_EVENT'
  | 'WRONG_ACCOUNT'
  | 'CREDENTIALS'
  | 'OIDC_UNAVAILABLE'
  | 'OIDC_REFUSED'
  /** The config trusts the run and the role refuses it: the role is missing, or older than the config. */
  | 'ROLE_UNREADY'
  | 'ACCESS_DENIED'
  | 'AWS_CALL_FAILED'
  | 'STACK_BUSY'
  | 'STACK_UNREADY'
  | 'STACK_NOT_PROVEN'
  | 'EVIDENCE_UNREADABLE'
  | 'GITHUB_CALL_FAILED'
  | 'WRITE_REFUSED'
  | 'CANCELLED'
  | 'INTERNAL'

export interface AuditErrorDetail {
  remedy?: string
  problems?: readonly Problem[]
  cause?: unknown
}

/** The one error class: a code to branch on, a message to show, a remedy to follow. */
export class AuditError extends Error {
  readonly code: ErrorCode
  readonly remedy: string | undefined
  readonly problems: readonly Problem[]

  constructor(code: ErrorCode, message: string, detail: AuditErrorDetail = {}) {
    super(message, detail.cause === undefined ? undefined : { cause: detail.cause })
    this.name = 'AuditError'
    this.code = code
    this.remedy = detail.remedy
    this.problems = detail.problems ?? []
  }
}

/** `file:line:column` as editors and terminals link it. */
export function formatPosition(position: Position): string {
  return `${position.file}:${position.line}:${position.column}`
}
