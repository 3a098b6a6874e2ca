import { AuditError } from '../model/errors.ts'

interface AwsFault {
  name: string
  message: string
  $metadata?: { requestId?: string; httpStatusCode?: number }
}

function faultOf(error: unknown): AwsFault | undefined {
  return error instanceof Error ? (error as AwsFault) : undefined
}

const DENIED = new Set([
  'AccessDenied',
  'AccessDeniedException',
  'UnauthorizedOperation',
  'AuthorizationError',
  'AuthorizationErrorException',
  'NotAuthorized',
  'Forbidden',
  'KMSAccessDeniedException',
])
const TRANSIENT =
  /^(?:Throttling|ThrottlingException|RequestLimitExceeded|TooManyRequestsException|RequestTimeout|InternalFailure|InternalError|ServiceUnavailable|SlowDown|IDPCommunicationError|TimeoutError|ECONNRESET|ECONNREFUSED|EPIPE)$/

export function isDenied(error: unknown): boolean {
  const fault = faultOf(error)
  return (
    fault !== undefined && (DENIED.has(fault.name) || (fault.$metadata?.httpStatusCode === 403 && fault.name !== 'InvalidClientTokenId'))
  )
}

/** Worth trying again unchanged: load and connection, never a refusal. */
export function isTransient(error: unknown): boolean {
  const fault = faultOf(error)
  return (
    fault !== undefined &&
    (TRANSIENT.test(fault.name) || TRANSIENT.test((fault as { code?: string }).code ?? '') || (fault.$metadata?.httpStatusCode ?? 0) >= 500)
  )
}

export function isNamed(error: unknown, ...names: string[]): boolean {
  return names.includes(faultOf(error)?.name ?? '')
}

/** CloudFormation has one error for everything; the message is all that tells. The one place that reads it. */
export function isStackMissing(error: unknown): boolean {
  return isNamed(error, 'ValidationError', 'StackNotFoundException') && /does not exist/.test(faultOf(error)?.message ?? '')
}

/** Someone else is changing the stack, or has changed it since our change set was made. */
export function isOvertaken(error: unknown): boolean {
  if (isNamed(error, 'InvalidChangeSetStatus', 'InvalidChangeSetStatusException', 'ChangeSetNotFound', 'ChangeSetNotFoundException'))
    return true
  return (
    isNamed(error, 'ValidationError') &&
    /_IN_PROGRESS|OBSOLETE|already exists and cannot be created again|^Stack\b.*does not exist/.test(faultOf(error)?.message ?? '')
  )
}

/** The call was carried out before with the same `ClientRequestToken`: by its first try, whose answer was lost. */
export function isTokenTaken(error: unknown): boolean {
  return isNamed(error, 'TokenAlreadyExists', 'TokenAlreadyExistsException')
}

/** CloudFormation's answer to an update that changes nothing. */
export function isNothingToUpdate(error: unknown): boolean {
  const fault = error instanceof AuditError ? faultOf(error.cause) : faultOf(error)
  return /No updates are to be performed/.test(fault?.message ?? '')
}

/** `ACCESS_DENIED` or `AWS_CALL_FAILED`, with operation, resource, request id and what to do. */
export function toAuditError(error: unknown, context: { operation: string; resource?: string }): AuditError {
  if (error instanceof AuditError) return error
  const fault = faultOf(error)
  const about = context.resource ? ` for ${context.resource}` : ''
  const requestId = fault?.$metadata?.requestId ? ` (request ${fault.$metadata.requestId})` : ''
  if (isDenied(error)) {
    return new AuditError('ACCESS_DENIED', `AWS refused ${context.operation}${about}: ${fault?.message ?? 'access denied'}${requestId}`, {
      remedy: `Allow ${context.operation} for the role in use, or use a role that has it.`,
      cause: error,
    })
  }
  if (
    fault &&
    /^(?:CredentialsProviderError|InvalidClientTokenId|ExpiredToken|ExpiredTokenException|UnrecognizedClientException|SignatureDoesNotMatch)$/.test(
      fault.name,
    )
  ) {
    return new AuditError('CREDENTIALS', `No usable AWS credentials: ${fault.message}${requestId}`, {
      remedy:
        'In a workflow, give the job `permissions: id-token: write` and let the role be assumed; on a laptop, sign in with `aws sso login` or set AWS_PROFILE.',
      cause: error,
    })
  }
  return new AuditError(
    'AWS_CALL_FAILED',
    `${context.operation}${about} failed: ${fault ? `${fault.name}: ${fault.message}` : String(error)}${requestId}`,
    {
      ...(isTransient(error) ? { remedy: 'Run again: this was load or the network, not a refusal.' } : {}),
      cause: error,
    },
  )
}
