import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { bytesOf, unchunked } from '../../sandbox/aws/s3/blob.ts'
import { readQuery, writeQuery } from '../../sandbox/aws/wire/query.ts'
import { fromQueryXml, parseXml, writeQueryXml, writeXml, type XmlElement } from '../../sandbox/aws/wire/xml.ts'
import { errorOf } from '../../sandbox/backend/remote.ts'
import { readOperation } from '../../sandbox/operation.ts'

const name = fc.stringMatching(/^[A-Z][A-Za-z0-9]{0,8}$/)
// What XML can carry at all: no control characters, no lone surrogates.
const text = fc.string({ unit: fc.constantFrom(...'ab &<>"\'\n\r]é€😀;#x{}') })
const leaf = text.filter((value) => value !== '')

describe('XML', () => {
  const element: fc.Arbitrary<XmlElement> = fc.letrec((tie) => ({
    element: fc.dictionary(name, fc.oneof({ depthSize: 'small' }, leaf, tie('element'), fc.array(leaf, { minLength: 2, maxLength: 3 })), {
      minKeys: 1,
      maxKeys: 4,
    }),
  })).element as fc.Arbitrary<XmlElement>

  it('is read as it was written', () => {
    fc.assert(
      fc.property(name, element, (root, value) => {
        expect(parseXml(writeXml(root, value))).toEqual({ name: root, value })
      }),
    )
  })

  it.each(['<a>', '<a></b>', '</a>', '<a/><b/>', '', 'text'])('refuses %s', (broken) => {
    expect(() => parseXml(broken)).toThrow()
  })

  it('says lists of the query protocol as members, and an empty list as an empty element', () => {
    expect(writeQueryXml('R', { Tags: [{ Key: 'a' }], None: [], Gone: undefined, Map: new Map([['k', 'v']]) })).toBe(
      '<R><Tags><member><Key>a</Key></member></Tags><None></None><Map><entry><key>k</key><value>v</value></entry></Map></R>',
    )
    const { value } = parseXml('<R><L><member>1</member></L><M><entry><key>k</key><value>v</value></entry></M></R>')
    expect(fromQueryXml(value)).toEqual({ L: ['1'], M: { k: 'v' } })
  })
})

describe('the query protocol', () => {
  const value: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      leaf,
      fc.array(tie('value'), { minLength: 1, maxLength: 3 }),
      fc.dictionary(name, tie('value'), { minKeys: 1, maxKeys: 3 }),
    ),
  })).value

  it('is read as it was written', () => {
    fc.assert(
      fc.property(fc.dictionary(name, value), (parameters) => {
        expect(readQuery(new URLSearchParams(writeQuery(parameters).toString()))).toEqual(parameters)
      }),
    )
  })

  it('reads maps as SNS sends them', () => {
    expect(
      readQuery(
        new URLSearchParams('Attributes.entry.1.key=A&Attributes.entry.1.value=1&Attributes.entry.2.key=B&Attributes.entry.2.value=2'),
      ),
    ).toEqual({
      Attributes: { A: '1', B: '2' },
    })
  })
})

describe('aws-chunked bodies', () => {
  it('are the same bytes and trailers however the network cuts them', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.uint8Array({ minLength: 1, maxLength: 40 }), { maxLength: 5 }),
        fc.integer({ min: 1, max: 17 }),
        async (chunks, cut) => {
          const framed = Buffer.concat([
            ...chunks.flatMap((chunk) => [
              Buffer.from(`${chunk.length.toString(16)};chunk-signature=0\r\n`),
              Buffer.from(chunk),
              Buffer.from('\r\n'),
            ]),
            Buffer.from('0\r\nx-amz-checksum-crc32:AAAA==\r\n\r\n'),
          ])
          async function* pieces() {
            for (let at = 0; at < framed.length; at += cut) yield framed.subarray(at, at + cut)
          }
          const trailers: Record<string, string> = {}
          const read = await bytesOf(unchunked(pieces(), (key, value) => Object.assign(trailers, { [key]: value })))
          expect([read.equals(Buffer.concat(chunks)), trailers]).toEqual([true, { 'x-amz-checksum-crc32': 'AAAA==' }])
        },
      ),
    )
  })
})

describe('naming a request', () => {
  const authorization = (service: string) =>
    `AWS4-HMAC-SHA256 Credential=AKIA/20260101/eu-west-1/${service}/aws4_request, SignedHeaders=host, Signature=0`
  const named = (service: string, method: string, path: string, headers: Record<string, string> = {}, body = '') => {
    const {
      service: owner,
      name: operation,
      region,
      input,
      bucket,
      key,
    } = readOperation({
      method,
      url: new URL(path, 'http://127.0.0.1'),
      headers: { authorization: authorization(service), ...headers },
      body: Buffer.from(body),
    })
    return { is: `${owner}:${operation}`, region, input, bucket, key }
  }

  it.each([
    ['GET', '/', 's3:ListBuckets'],
    ['PUT', '/b', 's3:CreateBucket'],
    ['HEAD', '/b', 's3:HeadBucket'],
    ['GET', '/b?policyStatus', 's3:GetBucketPolicyStatus'],
    ['PUT', '/b?object-lock', 's3:PutObjectLockConfiguration'],
    ['POST', '/b?delete', 's3:DeleteObjects'],
    ['GET', '/b?list-type=2', 's3:ListObjects'],
    ['PUT', '/b/k', 's3:PutObject'],
    ['POST', '/b/k?uploads', 's3:CreateMultipartUpload'],
    ['PUT', '/b/k?uploadId=1&partNumber=1', 's3:UploadPart'],
    ['GET', '/v20180820/configuration/publicAccessBlock', 's3:GetAccountPublicAccessBlock'],
  ])('%s %s is %s', (method, path, is) => {
    expect(named('s3', method, path)).toMatchObject({ is, region: 'eu-west-1' })
  })

  it('reads JSON targets, query actions and routes', () => {
    expect(named('kms', 'POST', '/', { 'x-amz-target': 'TrentService.DescribeKey' }, '{"KeyId":"k"}')).toMatchObject({
      is: 'kms:DescribeKey',
      input: { KeyId: 'k' },
    })
    expect(
      named('iam', 'POST', '/', { 'content-type': 'application/x-www-form-urlencoded' }, 'Action=TagRole&Tags.member.1.Key=a'),
    ).toMatchObject({
      is: 'iam:TagRole',
      input: { Tags: [{ Key: 'a' }] },
    })
    expect(named('eks', 'POST', '/clusters/c/pod-identity-associations', {}, '{"namespace":"n"}')).toMatchObject({
      is: 'eks:CreatePodIdentityAssociation',
      input: { clusterName: 'c', namespace: 'n' },
    })
  })
})

describe('a refusal of the emulator', () => {
  it('of a HEAD has no body, and its status says that nothing is there', () => {
    expect(errorOf('', 404)).toMatchObject({ code: 'NotFound', status: 404 })
    expect(errorOf('', 403)).toMatchObject({ code: '403', status: 403 })
    expect(errorOf('<Error><Code>NoSuchBucket</Code><Message>none</Message></Error>', 404)).toMatchObject({ code: 'NoSuchBucket' })
  })
})
