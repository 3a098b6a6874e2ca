import { describe, expect, it } from '@jest/globals'
import { CHECKS } from '../../src/checks/registry.ts'
import { absent, denied, failed, type Question, read } from '../../src/model/evidence.ts'
import { COMMERCIAL_REGIONS } from '../../src/model/partition.ts'
import { collectDiscovered } from '../../src/verify/collect/discovered.ts'
import { evaluateChecks } from '../../src/verify/evaluate.ts'
import { type Answers, answeringReader, designedAnswers, PLACE } from '../support/answers.ts'
import { NOW } from '../support/facts.ts'

const OWNER = '999988887777'
const HOME = 'eu-central-1'
const DESCRIBED = {
  Name: 'org',
  TrailARN: `arn:aws:cloudtrail:${HOME}:${OWNER}:trail/org`,
  HomeRegion: HOME,
  S3BucketName: 'org-logs',
  KmsKeyId: `arn:aws:kms:${HOME}:${OWNER}:key/11111111-2222-3333-4444-555555555555`,
  CloudWatchLogsLogGroupArn: `arn:aws:logs:${HOME}:${OWNER}:log-group:org:*`,
  CloudWatchLogsRoleArn: `arn:aws:iam::${OWNER}:role/org-logs`,
  IsMultiRegionTrail: true,
  IncludeGlobalServiceEvents: true,
  LogFileValidationEnabled: true,
  IsOrganizationTrail: true,
}
const GOOD = designedAnswers()

async function discover(answers: Answers) {
  const { reader, asked } = answeringReader(answers)
  const findings = evaluateChecks(CHECKS, await collectDiscovered(reader, { ...PLACE, collectedAt: NOW }))
  return { findings, asked }
}

const ofTrail =
  (described: object, others: (question: Question) => ReturnType<Answers> | undefined): Answers =>
  (question) =>
    question.operation === 'cloudtrail:DescribeTrails' ? read({ trailList: [described] }) : (others(question) ?? GOOD(question))

describe('an organization trail seen from a member account', () => {
  const answers = ofTrail(DESCRIBED, ({ operation }) => {
    // Its alerts are its owner's.
    if (operation === 'events:ListRules') return read({ Rules: [] })
    if (operation.startsWith('cloudtrail:') || operation.startsWith('kms:')) return denied(operation, 'User is not authorized')
    return undefined
  })

  it('is asked in its home region, its key by ARN, and never for what only its owner can read', async () => {
    const { asked } = await discover(answers)
    const of = (operation: string) => asked.filter((question) => question.operation === operation)
    for (const operation of ['cloudtrail:GetTrailStatus', 'cloudtrail:GetEventSelectors', 'kms:DescribeKey', 'kms:GetKeyRotationStatus'])
      expect([operation, of(operation).map(({ region }) => region)]).toEqual([operation, [HOME]])
    expect(of('kms:DescribeKey')[0]?.parameters).toEqual({ KeyId: DESCRIBED.KmsKeyId })
    expect([of('kms:GetKeyPolicy'), of('logs:DescribeLogGroups'), of('logs:DescribeResourcePolicies')]).toEqual([[], [], []])
    expect(asked.some(({ parameters }) => parameters['RoleName'] === 'org-logs')).toBe(false)
  })

  it('fails nothing that belongs to the other account: not readable here, and refusals name who can lift them', async () => {
    const { findings } = await discover(answers)
    const said = (code: string) => findings.filter((finding) => finding.code === code).map(({ status, message }) => [status, message])
    for (const code of ['KEY-003', 'KEY-005', 'KEY-006', 'LOG-001', 'LOG-002', 'LOG-004', 'LOG-005', 'LOG-006'])
      expect([code, said(code)]).toEqual([code, [['not-applicable', `not readable here: owned by ${OWNER}`]]])
    const refused = findings.filter(({ status, unread }) => status === 'error' && unread?.state === 'denied')
    expect(refused.map(({ code }) => code)).toEqual(expect.arrayContaining(['TRAIL-002', 'KEY-001', 'KEY-002']))
    for (const { remedy } of refused) expect(remedy).toMatch(new RegExp(`owned by account ${OWNER}`))
    expect(findings.filter(({ code, status }) => status === 'fail' && !code.startsWith('BKT'))).toEqual([])
  })
})

describe('a trail of this account at home in another region', () => {
  it('is green when all is as it should be there', async () => {
    const moved = (text: string) => text.replaceAll('us-east-1', HOME)
    const there: Answers = (question) => {
      const isElsewhere =
        question.region === HOME ||
        question.operation.startsWith('s3:') ||
        ['cloudtrail:DescribeTrails', 'cloudtrail:GetTrailStatus'].includes(question.operation)
      if (question.operation === 'events:ListRules') return read({ Rules: [] })
      // CloudTrail, KMS and Logs know nothing of it in the caller's region.
      if (!isElsewhere && !question.operation.startsWith('iam:')) return absent('nothing of that here')
      const asked: Question = JSON.parse(JSON.stringify(question).replaceAll(HOME, 'us-east-1'))
      return JSON.parse(moved(JSON.stringify(GOOD(asked))))
    }
    const { findings } = await discover(there)
    expect(findings.filter(({ status }) => status === 'fail' || status === 'error')).toEqual([])
    expect(findings.find(({ code }) => code === 'KEY-003')?.resource).toMatch(`:kms:${HOME}:`)
  })
})

describe('a multi-region trail', () => {
  const statusIn =
    (answer: (region: string) => ReturnType<Answers> | undefined): Answers =>
    (question) =>
      (question.operation === 'cloudtrail:GetTrailStatus' ? answer(question.region) : undefined) ?? GOOD(question)
  const regionsAsked = (asked: readonly Question[]) =>
    asked.filter(({ operation }) => operation === 'cloudtrail:GetTrailStatus').map(({ region }) => region)
  const deliveries = (findings: Awaited<ReturnType<typeof discover>>['findings']) =>
    findings.filter(({ code }) => code === 'DELIV-001').map(({ status, message }) => [status, message])

  it('is asked in every region of its partition, by ARN', async () => {
    const { findings, asked } = await discover(GOOD)
    expect(regionsAsked(asked).sort()).toEqual([...COMMERCIAL_REGIONS].sort())
    expect(deliveries(findings)).toEqual([['pass', expect.stringMatching(/; other regions without an error: 33$/)]])
  })

  it('fails for an error of any region, which is named', async () => {
    const { findings } = await discover(
      statusIn((region) =>
        region === 'sa-east-1'
          ? read({ IsLogging: true, StartLoggingTime: NOW, LatestDeliveryError: 'AccessDenied' })
          : region === 'me-south-1'
            ? failed('cloudtrail:GetTrailStatus', 'credentials', 'The security token included in the request is invalid.')
            : undefined,
      ),
    )
    expect(deliveries(findings)).toEqual([['fail', 'the last delivery of log files to S3 from sa-east-1 failed: AccessDenied']])
  })

  it('says so where other regions are out of reach, and tries a few only', async () => {
    const { findings, asked } = await discover(
      statusIn((region) =>
        region === PLACE.region ? undefined : failed('cloudtrail:GetTrailStatus', 'unavailable', `${region} timed out`),
      ),
    )
    expect(regionsAsked(asked)).toHaveLength(5)
    expect(deliveries(findings)).toEqual([['error', expect.stringMatching(/^Could not be read: af-south-1 timed out/)]])
  })

  it('is asked at home alone where it records one region', async () => {
    const { TrailARN } = DESCRIBED
    const one = { ...DESCRIBED, TrailARN: TrailARN.replace(OWNER, PLACE.account).replace(HOME, PLACE.region), HomeRegion: PLACE.region }
    const { asked } = await discover(ofTrail({ ...one, IsMultiRegionTrail: false, IsOrganizationTrail: false }, () => undefined))
    expect(regionsAsked(asked)).toEqual([PLACE.region])
  })
})

describe('service-linked roles', () => {
  it('are nobody’s to judge', async () => {
    const role = 'AWSServiceRoleForAmazonSageMakerNotebooks'
    const Arn = `arn:aws:iam::${PLACE.account}:role/aws-service-role/sagemaker.amazonaws.com/${role}`
    const trust = {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { Service: 'sagemaker.amazonaws.com' }, Action: 'sts:AssumeRole' }],
    }
    const { findings } = await discover(({ operation, ...question }) =>
      operation === 'iam:ListRoles'
        ? read({
            Roles: [{ RoleName: role, Arn, AssumeRolePolicyDocument: encodeURIComponent(JSON.stringify(trust)) }],
            IsTruncated: false,
          })
        : GOOD({ operation, ...question }),
    )
    expect(findings.filter(({ resource }) => resource === Arn)).toEqual([])
  })
})

describe('the alerts of an account without a config', () => {
  const alerts = async (answers: Answers) =>
    (await discover(answers)).findings
      .filter(({ code }) => /^ALERT|^KEY-007$/.test(code))
      .map(({ code, status, message }) => `${code} ${status}: ${message}`)
  const withRules =
    (answer: ReturnType<Answers>): Answers =>
    (question) =>
      question.operation === 'events:ListRules' ? answer : GOOD(question)

  it('are those of the rules that watch for the end of a trail', async () => {
    const found = await alerts(GOOD)
    expect(found.map((text) => text.split(':')[0]).sort()).toEqual(['ALERT-001 pass', 'ALERT-002 pass', 'ALERT-003 pass', 'KEY-007 pass'])
    const narrowed: Answers = (question) => {
      const answer = GOOD(question)
      return question.operation === 'sns:GetTopicAttributes'
        ? JSON.parse(JSON.stringify(answer).replace(/"SubscriptionsConfirmed":"1"/, '"SubscriptionsConfirmed":"0"'))
        : answer
    }
    expect((await alerts(narrowed)).filter((text) => / fail: /.test(text))).toEqual([expect.stringMatching(/^ALERT-003 fail: /)])
  })

  it('are not judged where no rule does, and unread where the rules are', async () => {
    const none = 'no rule of EventBridge watches for the end of a trail and tells a topic'
    expect(new Set((await alerts(withRules(read({ Rules: [] })))).map((text) => text.slice(text.indexOf(' ') + 1)))).toEqual(
      new Set([`not-applicable: ${none}`]),
    )
    const refused = await alerts(withRules(denied('events:ListRules', 'User is not authorized')))
    expect([refused.length, refused.filter((text) => / error: /.test(text)).length]).toEqual([4, 4])
  })
})
