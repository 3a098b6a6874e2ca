import { AuditError, type ErrorCode } from '../model/errors.ts'
import type { FailureCode } from '../model/failure-code.ts'

/** What an error of the SDK says, whoever made it. */
interface Fault {
  name: string
  message: string
  status: number
  requestId: string | undefined
  /** AWS's own word, not the SDK's or the network's. */
  fromService: boolean
}

export function faultOf(error: unknown): Fault | undefined {
  if (!(error instanceof Error)) return undefined
  const metadata = objectOf(property(error, '$metadata'))
  const status = property(metadata, 'httpStatusCode')
  const requestId = property(metadata, 'requestId')
  const code = property(error, 'code')
  return {
    // Node's network errors are all named "Error"; their code tells.
    name: error.name === 'Error' && typeof code === 'string' ? code : error.name,
    message: error.message,
    status: typeof status === 'number' ? status : 0,
    requestId: typeof requestId === 'string' ? requestId : undefined,
    fromService: property(error, '$fault') !== undefined || typeof status === 'number',
  }
}

function objectOf(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {}
}

function property(value: object, key: string): unknown {
  return Object.getOwnPropertyDescriptor(value, key)?.value
}

type ErrorKind = 'denied' | Exclude<FailureCode, 'archived' | 'not-recorded' | 'unsearched' | 'unjudged'>

/** What each error name means. The name decides before the status does: 403 is the status of expired credentials too. */
const NAMES: Readonly<Record<Exclude<ErrorKind, 'malformed' | 'refused'>, readonly string[]>> = {
  denied: [
    'AccessDenied',
    'AccessDeniedException',
    'UnauthorizedOperation',
    'AuthorizationError',
    'AuthorizationErrorException',
    'NotAuthorized',
    'NotAuthorizedException',
    'UnauthorizedException',
    'Forbidden',
    'AllAccessDisabled',
    'KMSAccessDeniedException',
    'InsufficientDependencyServiceAccessPermissionException',
  ],
  credentials: [
    'CredentialsProviderError',
    'TokenProviderError',
    'ExpiredToken',
    'ExpiredTokenException',
    'TokenRefreshRequired',
    'InvalidAccessKeyId',
    'InvalidClientTokenId',
    'InvalidToken',
    'UnrecognizedClientException',
    'SignatureDoesNotMatch',
    'InvalidSignatureException',
    'IncompleteSignature',
    'IncompleteSignatureException',
    'MissingAuthenticationToken',
    'MissingAuthenticationTokenException',
    'AuthFailure',
    'NotSignedUp',
    'InvalidPayer',
  ],
  clock: ['RequestTimeTooSkewed', 'RequestExpired', 'RequestInTheFuture'],
  region: ['OptInRequired', 'RegionDisabledException', 'SubscriptionRequiredException'],
  throttled: [
    'Throttling',
    'ThrottlingException',
    'ThrottledException',
    'RequestThrottled',
    'RequestThrottledException',
    'RequestLimitExceeded',
    'TooManyRequestsException',
    'BandwidthLimitExceeded',
    'SlowDown',
    'PriorRequestNotComplete',
  ],
  unavailable: [
    'RequestTimeout',
    'RequestTimeoutException',
    'TimeoutError',
    'AbortError',
    'InternalFailure',
    'InternalError',
    'InternalServerError',
    'ServiceUnavailable',
    'ServiceUnavailableException',
    'ServiceException',
    'KMSInternalException',
    'DependencyTimeoutException',
    'IDPCommunicationError',
    'ECONNRESET',
    'ECONNREFUSED',
    'EPIPE',
    'ETIMEDOUT',
    'ENOTFOUND',
    'EAI_AGAIN',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'UND_ERR_CONNECT_TIMEOUT',
  ],
}

const KIND_BY_NAME: ReadonlyMap<string, ErrorKind> = new Map(
  Object.entries(NAMES).flatMap(([kind, names]) => names.map((name) => [name, kind as keyof typeof NAMES] as const)),
)

/** A signature is wrong for a wrong clock too; only the sentence tells. */
const WRONG_CLOCK = /signature (?:expired|not yet current)/i

/** What kind of trouble an error is. */
export function problemOf(error: unknown): ErrorKind {
  const fault = faultOf(error)
  if (!fault) return 'refused'
  const named = KIND_BY_NAME.get(fault.name)
  if (named === 'credentials' && WRONG_CLOCK.test(fault.message)) return 'clock'
  if (named) return named
  if (fault.status === 429) return 'throttled'
  if (fault.status >= 500) return 'unavailable'
  // What the SDK could not read is no word of AWS, whatever its status: a proxy's page, a cut-off body.
  if (isUnparsable(fault)) return 'malformed'
  return fault.status === 403 ? 'denied' : 'refused'
}

function isUnparsable({ name, message, fromService }: Fault): boolean {
  return (
    name === 'SyntaxError' ||
    name === 'Malformed' ||
    name === 'UnknownError' ||
    /Deserialization error/.test(message) ||
    (!fromService && name === 'TypeError')
  )
}

/** What an error says, without what the SDK says of itself when it cannot read an answer: a name of a class, advice to its callers. */
export function wordsOf({ name, message }: Pick<Fault, 'name' | 'message'>, kind: ErrorKind): string {
  const said = message.replace(/\s*Deserialization error: to see the raw response[\s\S]*$/, '').trim() || 'no reason given'
  return kind === 'denied' || kind === 'credentials' || kind === 'malformed' ? said : `${name}: ${said}`
}

export function isDenied(error: unknown): boolean {
  return problemOf(error) === 'denied'
}

/** Worth trying again unchanged: load and connection, never a refusal. */
export function isTransient(error: unknown): boolean {
  return ['throttled', 'unavailable'].includes(problemOf(error))
}

export function isNamed(error: unknown, ...names: string[]): boolean {
  return names.includes(faultOf(error)?.name ?? '')
}

/**
 * The name is the SDK's own: of an answer of 404 that it cannot read, a proxy's page or nothing at all, it makes a `NotFound`, as if the
 * service had said so.
 */
export function isNamedByStatus(error: unknown): boolean {
  if (!(error instanceof Error) || property(error, 'Code') !== undefined) return false
  return /^NotFound/.test(error.name) && /^Unknown(?:Error)?$/.test(error.message)
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

interface CallContext {
  /** e.g. `kms:DescribeKey`. */
  operation: string
  /** IAM action it needs, where it is not named like the operation. */
  action?: string
  resource?: string
  region?: string
}

/** How each kind of trouble is said. A remedy names what helps: a permission only where one is missing. */
const TELLINGS: Readonly<Record<ErrorKind, { code: ErrorCode; says(call: string, why: string): string; remedy?(action: string): string }>> =
  {
    denied: {
      code: 'ACCESS_DENIED',
      says: (call, why) => `AWS refused ${call}: ${why}`,
      remedy: (action) => `Allow ${action} for the role in use, or use a role that has it.`,
    },
    credentials: {
      code: 'CREDENTIALS',
      says: (_, why) => `No usable AWS credentials: ${why}`,
      remedy: () =>
        'In a workflow, give the job `permissions: id-token: write` and let the role be assumed; on a laptop, sign in with `aws sso login` or set AWS_PROFILE. Expired ones have to be renewed; in a region that has to be enabled first, valid ones are refused too until it is.',
    },
    clock: {
      code: 'CLOCK_SKEW',
      says: (call, why) => `The clock of this machine differs from AWS's too much for ${call}: ${why}`,
      remedy: () => 'Set the clock (NTP), then run again.',
    },
    region: {
      code: 'REGION_DISABLED',
      says: (call, why) => `The account cannot use the region or the service of ${call}: ${why}`,
      remedy: () => 'Enable the region for the account (`aws account enable-region`), or choose another in the config.',
    },
    throttled: {
      code: 'AWS_CALL_FAILED',
      says: (call, why) => `${call} failed: ${why}`,
      remedy: () => 'Run again: this was load, not a refusal.',
    },
    unavailable: {
      code: 'AWS_CALL_FAILED',
      says: (call, why) => `${call} failed: ${why}`,
      remedy: () => 'Run again: this was load or the network, not a refusal.',
    },
    malformed: {
      code: 'AWS_CALL_FAILED',
      says: (call, why) => `${call} was not answered as AWS answers: ${why}`,
      remedy: () => 'Run again; where it stays so, look for a proxy between this machine and AWS.',
    },
    refused: { code: 'AWS_CALL_FAILED', says: (call, why) => `${call} failed: ${why}` },
  }

/** The error as this tool says it, with operation, resource, request id and what to do. */
export function toAuditError(error: unknown, context: CallContext): AuditError {
  if (error instanceof AuditError) return error
  const { operation, action = operation, resource, region } = context
  const fault = faultOf(error)
  const problem = problemOf(error)
  const { code, says, remedy } = TELLINGS[problem]
  const call = resource ? `${operation} for ${resource}` : operation
  const why = fault === undefined ? String(error) : wordsOf(fault, problem)
  const requestId = fault?.requestId
  return new AuditError(code, `${says(call, why)}${requestId ? ` (request ${requestId})` : ''}`, {
    ...(remedy ? { remedy: remedy(action) } : {}),
    about: {
      operation,
      ...(problem === 'denied' ? { action } : {}),
      ...(resource === undefined ? {} : { resource }),
      ...(region === undefined ? {} : { region }),
      ...(requestId === undefined ? {} : { requestId }),
    },
    cause: error,
  })
}
