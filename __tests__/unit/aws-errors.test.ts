import { describe, expect, it } from '@jest/globals'
import { isDenied, problemOf, toAuditError } from '../../src/aws/errors.ts'

const fault = (name: string, status: number, message = 'm') =>
  Object.assign(new Error(message), {
    name,
    $fault: status < 500 ? 'client' : 'server',
    $metadata: { httpStatusCode: status, requestId: 'r-1' },
  })

describe('what an error of AWS is', () => {
  // Name, status, message, kind, code, whether a permission may be advised.
  it.each([
    ['AccessDenied', 403, 'm', 'denied', 'ACCESS_DENIED', true],
    ['SomethingNew', 403, 'm', 'denied', 'ACCESS_DENIED', true],
    ['ExpiredToken', 403, 'm', 'credentials', 'CREDENTIALS', false],
    ['ExpiredTokenException', 403, 'm', 'credentials', 'CREDENTIALS', false],
    ['InvalidAccessKeyId', 403, 'm', 'credentials', 'CREDENTIALS', false],
    ['InvalidClientTokenId', 403, 'm', 'credentials', 'CREDENTIALS', false],
    ['UnrecognizedClientException', 400, 'm', 'credentials', 'CREDENTIALS', false],
    ['SignatureDoesNotMatch', 403, 'm', 'credentials', 'CREDENTIALS', false],
    [
      'SignatureDoesNotMatch',
      403,
      'Signature expired: 20261123T060000Z is now earlier than 20261123T064500Z',
      'clock',
      'CLOCK_SKEW',
      false,
    ],
    ['InvalidSignatureException', 400, 'Signature not yet current', 'clock', 'CLOCK_SKEW', false],
    ['RequestTimeTooSkewed', 403, 'm', 'clock', 'CLOCK_SKEW', false],
    ['OptInRequired', 403, 'm', 'region', 'REGION_DISABLED', false],
    ['RegionDisabledException', 403, 'm', 'region', 'REGION_DISABLED', false],
    ['ThrottlingException', 400, 'm', 'throttled', 'AWS_CALL_FAILED', false],
    ['SomethingNew', 429, 'm', 'throttled', 'AWS_CALL_FAILED', false],
    ['SomethingNew', 503, 'm', 'unavailable', 'AWS_CALL_FAILED', false],
    ['AccessDenied', 503, 'm', 'denied', 'ACCESS_DENIED', true],
    ['UnknownError', 403, 'm', 'malformed', 'AWS_CALL_FAILED', false],
    ['SyntaxError', 200, "Unexpected token '<'", 'malformed', 'AWS_CALL_FAILED', false],
    ['UnsupportedOperationException', 400, 'm', 'refused', 'AWS_CALL_FAILED', false],
    ['ValidationException', 400, 'm', 'refused', 'AWS_CALL_FAILED', false],
  ])('%s with %i (%s) is %s', (name, status, message, kind, code, advises) => {
    const error = fault(name, status, message)
    expect([problemOf(error), isDenied(error)]).toEqual([kind, kind === 'denied'])
    const told = toAuditError(error, { operation: 'sts:GetCallerIdentity', region: 'us-east-1' })
    expect([told.code, /Allow/.test(`${told.message} ${told.remedy ?? ''}`)]).toEqual([code, advises])
    expect(told.about).toMatchObject({ operation: 'sts:GetCallerIdentity', region: 'us-east-1', requestId: 'r-1' })
    expect(told.about.action).toBe(advises ? 'sts:GetCallerIdentity' : undefined)
  })

  it.each(['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', 'EAI_AGAIN'])('%s is the network, and no refusal', (code) =>
    expect(problemOf(Object.assign(new Error('connect'), { code }))).toBe('unavailable'),
  )
})
