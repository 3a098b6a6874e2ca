/** Where a problem was found. Lines and columns count from 1. */
export interface Position {
  file: string
  line: number
  column: number
}

/** One thing wrong with an input: what was found, what is allowed, and what to do about it. */
export interface Problem {
  /** The rule it breaks, or its kind, for those who look it up: `property-unknown`, or cfn-lint's own. */
  id?: string
  message: string
  position?: Position
  remedy?: string
}

/** Whose mistake each error is: the user's input (exit 3), or something that could not be carried out (exit 2). */
const CODES = {
  BAD_CONFIG: 'input',
  BAD_INPUT: 'input',
  BAD_EVENT: 'input',
  BAD_EVIDENCE: 'input',
  SIGNATURE_REFUSED: 'input',
  WRONG_ACCOUNT: 'run',
  WRONG_REGION: 'run',
  CREDENTIALS: 'run',
  CLOCK_SKEW: 'run',
  REGION_DISABLED: 'run',
  OIDC_UNAVAILABLE: 'run',
  OIDC_REFUSED: 'run',
  // The config trusts the run and the role refuses it: the role is missing, or older than the config.
  ROLE_UNREADY: 'run',
  ACCESS_DENIED: 'run',
  AWS_CALL_FAILED: 'run',
  STACK_BUSY: 'run',
  STACK_UNREADY: 'run',
  STACK_NOT_PROVEN: 'run',
  GITHUB_CALL_FAILED: 'run',
  WRITE_REFUSED: 'run',
  CANCELLED: 'run',
  INTERNAL: 'run',
} as const satisfies Record<string, 'input' | 'run'>

/** The closed set of reasons this tool gives up for. */
export type ErrorCode = keyof typeof CODES

/** What an error is about, for code that has to know; nobody reads it out of the message. */
export interface ErrorSubject {
  /** Operation that failed, e.g. `kms:DescribeKey`. */
  operation?: string
  /** IAM action that is missing. */
  action?: string
  resource?: string
  region?: string
  /** AWS's id of the failed request. */
  requestId?: string
}

export interface AuditErrorDetail {
  remedy?: string
  problems?: readonly Problem[]
  about?: ErrorSubject
  cause?: unknown
}

/** The one error class: a code to branch on, a message to show, a remedy to follow. */
export class AuditError extends Error {
  readonly code: ErrorCode
  readonly remedy: string | undefined
  readonly problems: readonly Problem[]
  readonly about: ErrorSubject

  constructor(code: ErrorCode, message: string, detail: AuditErrorDetail = {}) {
    super(message, detail.cause === undefined ? undefined : { cause: detail.cause })
    this.name = 'AuditError'
    this.code = code
    this.remedy = detail.remedy
    this.problems = detail.problems ?? []
    this.about = detail.about ?? {}
  }

  /** Whether the user's input is to be mended, and not the world. */
  get isUserError(): boolean {
    return CODES[this.code] === 'input'
  }
}

/** `file:line:column` as editors and terminals link it. */
export function formatPosition(position: Position): string {
  return `${position.file}:${position.line}:${position.column}`
}
