import { describe, expect, it } from '@jest/globals'
import { isDenied, isTransient, toAuditError } from '../../src/aws/errors.ts'
import { firstCause } from '../../src/aws/stack-events.ts'

describe('firstCause', () => {
  const event = (LogicalResourceId: string, ResourceType: string, ResourceStatusReason: string) => ({
    StackId: 'i',
    EventId: 'e',
    StackName: 's',
    Timestamp: new Date(),
    LogicalResourceId,
    ResourceType,
    ResourceStatus: 'CREATE_FAILED' as const,
    ResourceStatusReason,
  })

  it('is the failure that is no consequence of another', () => {
    expect(
      firstCause([
        event('Bucket', 'AWS::S3::Bucket', 'Resource creation cancelled'),
        event('Trail', 'AWS::CloudTrail::Trail', 'Incorrect S3 bucket policy is detected for bucket: b'),
      ]),
    ).toMatchObject({ logicalId: 'Trail', hint: expect.stringMatching(/s3:GetBucketAcl/) })
  })

  it('is none when nothing failed', () => expect(firstCause([])).toBeUndefined())
})

describe('AWS errors', () => {
  const error = (name: string, status = 400) =>
    Object.assign(new Error('m'), { name, $metadata: { httpStatusCode: status, requestId: 'r-1' } })

  it('are transient or refusals, never both', () => {
    for (const name of ['ThrottlingException', 'ServiceUnavailable', 'ECONNRESET'])
      expect([name, isTransient(error(name)), isDenied(error(name))]).toEqual([name, true, false])
    for (const name of ['AccessDenied', 'AccessDeniedException', 'UnauthorizedOperation'])
      expect([name, isTransient(error(name)), isDenied(error(name, 403))]).toEqual([name, false, true])
  })

  it('carry operation, resource, request id and a remedy', () => {
    expect(toAuditError(error('AccessDenied', 403), { operation: 'kms:DescribeKey', resource: 'alias/x' })).toMatchObject({
      code: 'ACCESS_DENIED',
      message: expect.stringMatching(/kms:DescribeKey for alias\/x.*request r-1/),
      remedy: expect.stringMatching(/Allow kms:DescribeKey/),
    })
    expect(toAuditError(error('CredentialsProviderError'), { operation: 'x' })).toMatchObject({
      code: 'CREDENTIALS',
      remedy: expect.stringMatching(/id-token: write/),
    })
  })
})
