import type { CloudFormationClient } from '@aws-sdk/client-cloudformation'
import { describe, expect, it } from '@jest/globals'
import { createChangeSet } from '../../src/aws/change-set.ts'
import { isDenied, isTransient, toAuditError } from '../../src/aws/errors.ts'
import { EventStream, firstCause } from '../../src/aws/stack-events.ts'

describe('firstCause', () => {
  const positionOf = (pointer: string) => ({ file: `audit.yml${pointer}`, line: 7, column: 3 })
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
      firstCause(
        [
          event('Bucket', 'AWS::S3::Bucket', 'Resource creation cancelled'),
          event('Trail', 'AWS::CloudTrail::Trail', 'Incorrect S3 bucket policy is detected for bucket: b'),
        ],
        positionOf,
      ),
    ).toMatchObject({
      logicalId: 'Trail',
      position: { file: 'audit.yml/Resources/Trail', line: 7 },
      hint: expect.stringMatching(/s3:GetBucketAcl/),
    })
  })

  it('is none when nothing failed', () => expect(firstCause([], positionOf)).toBeUndefined())
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

/** A client that answers each call from a function; what an SDK would send is what it gets. */
function clientOf(answer: (operation: string, input: Record<string, unknown>) => unknown): CloudFormationClient {
  const send = (command: { constructor: { name: string }; input: Record<string, unknown> }) =>
    Promise.resolve(answer(command.constructor.name.replace(/Command$/, ''), command.input))
  return { send } as unknown as CloudFormationClient
}

describe('a change set', () => {
  const change = (LogicalResourceId: string, more: object = {}) => ({
    Type: 'Resource',
    ResourceChange: { Action: 'Modify', LogicalResourceId, ResourceType: 'AWS::SNS::Topic', ...more },
  })

  it('is read to its last page, and into the change sets of nested stacks', async () => {
    const nested = { ResourceType: 'AWS::CloudFormation::Stack', PhysicalResourceId: 'arn:nested', ChangeSetId: 'arn:nested-set' }
    const client = clientOf((operation, input) => {
      if (operation === 'CreateChangeSet') return { Id: 'arn:set' }
      if (operation === 'GetTemplate') return { TemplateBody: 'T: 1' }
      if (input['ChangeSetName'] === 'arn:nested-set') return { Status: 'CREATE_COMPLETE', Changes: [change('Inner')] }
      if (input['NextToken'] === 'second') return { Status: 'CREATE_COMPLETE', Changes: [change('Nested', nested), change('Last')] }
      return { Status: 'CREATE_COMPLETE', Changes: [change('First')], NextToken: 'second' }
    })
    const changeSet = await createChangeSet(client, {
      stackName: 's',
      name: 'n',
      type: 'UPDATE',
      source: { request: { TemplateBody: 'T: 1' }, body: 'T: 1' },
      settings: { tags: {}, serviceRole: undefined, notifications: [], rollbackAlarms: [], rollbackMinutes: 0 },
      positionOf: () => ({ file: 'audit.yml', line: 1, column: 1 }),
      timeoutMs: 1000,
      now: () => new Date(),
      sleep: () => Promise.resolve(),
    })
    expect(changeSet).toMatchObject({
      kind: 'changes',
      changes: [{ logicalId: 'First' }, { logicalId: 'Nested' }, { logicalId: 'Nested/Inner' }, { logicalId: 'Last' }],
    })
  })
})

describe('a change set that never ends', () => {
  it('is given up and removed', async () => {
    const asked: string[] = []
    let clock = 0
    const client = clientOf((operation) => {
      asked.push(operation)
      return operation === 'DescribeChangeSet' ? { Status: 'CREATE_IN_PROGRESS' } : { Id: 'arn:set' }
    })
    const request = {
      stackName: 's',
      name: 'n',
      type: 'UPDATE' as const,
      source: { request: { TemplateBody: 'T: 1' }, body: 'T: 1' },
      settings: { tags: {}, serviceRole: undefined, notifications: [], rollbackAlarms: [], rollbackMinutes: 0 },
      positionOf: () => ({ file: 'audit.yml', line: 1, column: 1 }),
      timeoutMs: 60_000,
      now: () => new Date(clock),
      sleep: (ms: number) => {
        clock += ms
        return Promise.resolve()
      },
    }
    await expect(createChangeSet(client, request)).rejects.toMatchObject({
      code: 'STACK_BUSY',
      message: expect.stringMatching(/CREATE_IN_PROGRESS/),
    })
    expect([asked.at(-1), asked.length]).toEqual(['DeleteChangeSet', expect.any(Number)])
    expect(asked.length).toBeLessThan(40)
  })
})

describe('the event stream', () => {
  it('gives every event once, oldest first, over pages and nested stacks, whatever arrives between two looks', async () => {
    const arrived = new Map<string, { EventId: string; Timestamp: Date }[]>()
    let clock = 1_800_000_000_000
    const add = (stack: string, id: string, more: object = {}) => {
      clock += 10
      const event = {
        EventId: `${stack}-${id}`,
        StackId: `arn:${stack}`,
        LogicalResourceId: id,
        ResourceType: 'AWS::SNS::Topic',
        Timestamp: new Date(clock),
        ...more,
      }
      arrived.set(stack, [event, ...(arrived.get(stack) ?? [])])
    }
    const client = clientOf((_, input) => {
      const events = arrived.get(String(input['StackName']).replace(/^arn:/, '')) ?? []
      const start = Number(input['NextToken'] ?? 0)
      return { StackEvents: events.slice(start, start + 2), NextToken: start + 2 < events.length ? String(start + 2) : undefined }
    })
    add('root', 'Old')
    const stream = await EventStream.open(client, 'root', new Date(0))
    const expected: string[] = []
    const seen: string[] = []
    for (let round = 0; round < 20; round += 1) {
      for (let count = 0; count < round % 6; count += 1) {
        const id = `E${round}x${count}`
        if (round === 3 && count === 0) {
          add('root', 'Nested', { ResourceType: 'AWS::CloudFormation::Stack', PhysicalResourceId: 'arn:inner' })
          expected.push('Nested')
        } else if (round > 3 && count % 2 === 1) {
          add('inner', id)
          expected.push(`Nested/${id}`)
        } else {
          add('root', id)
          expected.push(id)
        }
      }
      seen.push(...(await stream.next()).map(({ LogicalResourceId = '' }) => LogicalResourceId))
    }
    expect(seen).toEqual(expected)
  })
})
