import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { loadConfig } from '../../src/config/load.ts'
import { closest } from '../../src/model/closest.ts'
import { AuditError, type Problem } from '../../src/model/errors.ts'
import { example, load, MINIMAL, sha256 } from '../support/config.ts'
import { runs } from '../support/length.ts'

function problemsOf(text: string): readonly Problem[] {
  try {
    load(text)
  } catch (error) {
    if (error instanceof AuditError && error.code === 'BAD_CONFIG') return error.problems
    throw error
  }
  throw new Error('the config was accepted')
}

const at = (problem: Problem | undefined) => `${problem?.position?.line}:${problem?.position?.column}`

describe('loadConfig', () => {
  it('fills in every default of the smallest config', () => {
    const config = load(MINIMAL)
    expect(config.names.trail).toBe('retail-dev-audit-trail')
    expect(config.names.logBucket).toBe('retail-dev-logs-us-east-1-123456789012')
    expect(config.audit.lifecycle).toEqual({
      standardIaAfterDays: 30,
      glacierAfterDays: 90,
      glacierClass: 'GLACIER_IR',
      deepArchiveAfterDays: 365,
      expireAfterDays: undefined,
      expireNoncurrentAfterDays: undefined,
      scope: 'prefix',
    })
    expect(config.access.sagemaker?.profile).toBe('least-privilege')
    expect(config.github).toBeUndefined()
  })

  it('gives the example exactly the names of its specification', () => {
    const { names, prefix, workloadRegion } = example()
    expect(prefix).toBe('mlops-retail-prediction-dev')
    expect(workloadRegion).toBe('ap-southeast-1')
    expect(names).toMatchObject({
      trail: 'mlops-retail-prediction-audit-trail',
      keyAlias: 'alias/mlops-retail-prediction-dev-cloudtrail-key',
      logBucket: 'mlops-cloudtrail-logs-us-east-1-123456789012',
      logGroup: 'mlops-cloudtrail-log-group',
      cloudWatchLogsRole: 'CloudTrail_CloudWatchLogs_Role',
      eksClusterRole: 'mlops-retail-prediction-dev-eks-cluster-role',
      eksNodegroupRole: 'mlops-retail-prediction-dev-eks-nodegroup-role',
      sagemakerRole: 'mlops-retail-prediction-dev-sagemaker-execution',
    })
  })

  it('hashes what the config means, not how it is written', () => {
    const moved = MINIMAL.replace('project: retail\n', '').concat('project: retail # the shop\n')
    expect(load(moved).hash).toBe(load(MINIMAL).hash)
    expect(load(MINIMAL.replace('dev', 'prod')).hash).not.toBe(load(MINIMAL).hash)
  })

  it('reports all mistakes at once, in the order of the file, each with line and column', () => {
    const problems = problemsOf(`version: 1
project: retail
enviroment: dev
account: 012345678901
region: us-eat-1
audit:
  data-events: [ok-bucket, BAD]
  trail: crate
access: { eks: { cnii: a } }
`)
    expect(problems.map((problem) => `${at(problem)} ${problem.message}`)).toEqual([
      '1:1 `environment` is missing.',
      '3:1 Unknown key `enviroment`. Did you mean `environment`?',
      '4:10 `account` is the number 12345678901.',
      '7:28 `audit.data-events[1]` is "BAD".',
      '8:10 `audit.trail` is "crate".',
      '9:18 Unknown key `cnii` in `access.eks`. Did you mean `cni`?',
      '5:9 `region` is "us-eat-1", which is no AWS region this version knows. Did you mean `us-east-1`?',
    ])
    for (const problem of problems) expect(problem.remedy).toMatch(/\w/)
  })

  it('tells how to keep the leading zeros of an account id', () => {
    expect(problemsOf(MINIMAL.replace('"123456789012"', '012345678901'))[0]?.remedy).toMatch(/quotes.*leading zeros/)
  })

  it.each([
    [
      'a role name over 64 characters',
      MINIMAL.replace('project: retail', 'project: a-very-long-project-name-for-a-shop'),
      /role name .* has \d+ characters; AWS allows 64/,
    ],
    [
      'a bucket name over 63 characters',
      MINIMAL.replace('project: retail', 'project: retail\nprefix: a-prefix-of-almost-forty-characters-x'),
      /bucket name .* AWS allows 63/,
    ],
    ['lifecycle steps out of order', `${MINIMAL}audit: { lifecycle: { glacier: 400 } }\n`, /deep-archive.* 365 days, but `glacier` is 400/],
    [
      'versions that are deleted where nothing expires',
      `${MINIMAL}audit: { lifecycle: { expire-noncurrent: 400 } }\n`,
      /`audit.lifecycle.expire-noncurrent` is set, and nothing expires/,
    ],
    [
      'a gate on a key of another region',
      `${MINIMAL}access: { sagemaker: { gates: { volume-key: 'arn:aws:kms:eu-west-1:123456789012:key/a' } } }\n`,
      /`access.sagemaker.gates.volume-key` is a key of eu-west-1, and jobs run in us-east-1: no job could pass/,
    ],
    ['an expiry before the last step', `${MINIMAL}audit: { lifecycle: { expire: 100 } }\n`, /`audit.lifecycle.expire` is 100 days/],
    ['two roles of one name', `${MINIMAL}names: { plan-role: same, deploy-role: same }\n`, /are both "same"/],
    [
      'an ARN of another partition',
      `${MINIMAL}audit: { key: { administrators: ["arn:aws-cn:iam::123456789012:role/x"] } }\n`,
      /is in partition aws-cn/,
    ],
    ['Insights in China', `${MINIMAL.replace('us-east-1', 'cn-north-1')}audit: { insights: true }\n`, /does not exist in partition aws-cn/],
    ['regions of two partitions', `${MINIMAL}workload-region: cn-north-1\n`, /`workload-region` "cn-north-1" is in partition aws-cn/],
    [
      'the immutable subject without ids',
      `${MINIMAL}github: { repository: a/b, subject: immutable }\n`,
      /`owner-id` and `repository-id` are missing/,
    ],
    [
      'an exception for no check',
      `${MINIMAL}exceptions: [{ check: trail-is-loging, reason: r, owner: o, expires: 2027-01-01 }]\n`,
      /Did you mean `trail-is-logging`/,
    ],
    [
      'a day that is none',
      `${MINIMAL}exceptions: [{ check: trail-is-logging, reason: r, owner: o, expires: 2027-02-31 }]\n`,
      /not a day of the calendar/,
    ],
    ['a tag key AWS reserves', `${MINIMAL}tags: { "aws:x": y }\n`, /cannot be a tag key/],
    ['a wildcard branch', `${MINIMAL}github: { repository: a/b, branches: ["*"] }\n`, /`github.branches\[0\]` is "\*"/],
    ['a list for a file', '- a\n- b\n', /must be a mapping/],
    ['an empty file', '', /must be a mapping/],
    ['two documents', `${MINIMAL}---\n${MINIMAL}`, /2 YAML documents/],
  ])('refuses %s', (_, text, message) => {
    const problems = problemsOf(text)
    expect(problems.map((problem) => problem.message).join('\n')).toMatch(message)
  })

  it('refuses broken YAML with its place', () => {
    const [problem] = problemsOf('version: 1\nproject: [a\nregion: b\n')
    expect(problem?.message).toMatch(/not valid YAML/)
    expect(problem?.position?.line).toBeGreaterThan(1)
  })

  it('refuses a YAML bomb and a huge file quickly', () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghij'
      .split('')
      .map((name, index) => `${name}: &${name} [${`*${'abcdefghij'[index]},`.repeat(9).slice(0, -1)}]`)
      .join('\n')}\n`
    const started = performance.now()
    expect(() => load(bomb)).toThrow(AuditError)
    expect(() => load(`# ${'x'.repeat(10 * 1024 * 1024)}\n${MINIMAL}`)).toThrow(/KiB; a config of this tool may have at most/)
    expect(performance.now() - started).toBeLessThan(5000)
  })

  it('lets an override stand above the file', () => {
    const loaded = loadConfig({
      text: MINIMAL,
      file: 'a.yml',
      sha256,
      checkIds: [],
      overrides: { environment: 'prod', region: 'eu-west-1', account: '' },
    })
    expect(loaded.config).toMatchObject({ environment: 'prod', prefix: 'retail-prod', region: 'eu-west-1', account: '123456789012' })
  })

  it('never throws anything but its own error, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.string().map((text) => `${MINIMAL}audit: ${text}\n`),
        ),
        (text) => {
          try {
            load(text)
          } catch (error) {
            expect(error).toBeInstanceOf(AuditError)
          }
        },
      ),
      { numRuns: runs(200, 500) },
    )
  })

  it('points at the value it complains about, wherever it stands', () => {
    fc.assert(
      fc.property(fc.nat({ max: 20 }), fc.nat({ max: 10 }), (blank, spaces) => {
        const text = `${'\n'.repeat(blank)}${MINIMAL.replace('region: us-east-1', `region: ${' '.repeat(spaces)}nowhere-1`)}`
        const [problem] = problemsOf(text)
        expect(text.split('\n')[(problem?.position?.line ?? 0) - 1]?.slice((problem?.position?.column ?? 0) - 1)).toBe('nowhere-1')
      }),
    )
  })
})

describe('closest', () => {
  it('suggests what was meant and stays silent otherwise', () => {
    expect(closest('insigths', ['insights', 'key'])).toBe('insights')
    expect(closest('data_events', ['data-events'])).toBe('data-events')
    expect(closest('bucketname', ['BucketName', 'Tags'])).toBe('BucketName')
    expect(closest('zzz', ['insights', 'key'])).toBeUndefined()
  })
})

describe('settings that exclude each other', () => {
  const ARN = 'arn:aws:cloudtrail:us-east-1:210987654321:trail/org-trail'
  const KEY = (region: string) => `arn:aws:kms:${region}:123456789012:key/1234`
  const cases: [string, string, string, RegExp, RegExp][] = [
    [
      'compliance without the confirming words',
      'audit:\n  object-lock: { mode: compliance, days: 365 }\n',
      '7:24',
      /mode` is "compliance", and `confirm` is missing/,
      /confirm: nobody can shorten this/,
    ],
    [
      'a confirmation that confirms nothing',
      'audit:\n  evidence: { mode: governance, days: 1, confirm: nobody can shorten this }\ngithub: { repository: a/b }\n',
      '7:51',
      /needs no confirmation/,
      /Remove `confirm:`/,
    ],
    [
      'logs that expire under a lock',
      'audit:\n  object-lock: { mode: governance, days: 900 }\n  lifecycle: { expire: 800 }\n',
      '8:24',
      /800 days, but `object-lock.days` is 900/,
      /at least 900/,
    ],
    [
      'adopt without an identifier',
      'audit:\n  trail: { adopt: }\n',
      '7:12',
      /`audit\.trail\.adopt` is empty/,
      /name of the trail to adopt; `aws cloudtrail describe-trails`/,
    ],
    [
      'a replica in the same region',
      'access:\n  replica: { bucket: gold, region: us-east-1 }\n',
      '7:36',
      /where the data is already \(`region`\)/,
      /another region/,
    ],
    [
      'a replica in another partition',
      'access:\n  replica: { bucket: gold, region: cn-north-1 }\n',
      '7:36',
      /in partition aws-cn, `region` "us-east-1" in aws/,
      /two configs/,
    ],
    [
      'a source key of another region',
      `access:\n  replica: { bucket: gold, region: eu-west-1, source-key: "${KEY('eu-west-1')}" }\n`,
      '7:59',
      /is a key in eu-west-1, but the bucket to replicate is in us-east-1/,
      /key in us-east-1/,
    ],
    [
      'IRSA without an issuer',
      'access:\n  eks:\n    pod-identity: irsa\n    clusters: [{ name: retail }]\n    pods: { monitoring: { namespace: a, service-account: b } }\n',
      '9:16',
      /cluster "retail" has no `issuer`/,
      /aws eks describe-cluster --name retail/,
    ],
    [
      'pods without a cluster',
      'access:\n  eks:\n    pods: { monitoring: { namespace: a, service-account: b } }\n',
      '8:5',
      /no cluster is named/,
      /clusters: \[\{ name/,
    ],
    [
      'settings of a trail that is not ours',
      `audit:\n  trail: { use: "${ARN}" }\n  insights: true\n`,
      '8:3',
      /`audit.insights` is set, but `audit.trail` uses an existing trail/,
      /adopt: <name>/,
    ],
    [
      'a bucket made beside a trail that writes elsewhere',
      `audit:\n  trail: { use: "${ARN}" }\n  log-bucket: create\n`,
      '8:15',
      /writes elsewhere/,
      /log-bucket: \{ use: <name> \}/,
    ],
    [
      'settings of a bucket that is not ours',
      'audit:\n  log-bucket: { use: archive }\n  break-glass: ["arn:aws:iam::123456789012:role/x"]\n',
      '8:3',
      /uses an existing bucket/,
      /adopt: <name>/,
    ],
    [
      'alarms without a log group',
      `audit:\n  trail: { use: "${ARN}" }\n  alarms: true\n`,
      '8:3',
      /log group of the existing trail is not named/,
      /log-group: \{ use/,
    ],
    [
      'analytics without a log bucket',
      `audit:\n  trail: { use: "${ARN}" }\n  analytics: {}\n`,
      '8:3',
      /log bucket of the existing trail is not named/,
      /log-bucket: \{ use/,
    ],
    ['a day that is none', 'audit:\n  analytics: { since: "2025/02/31" }\n', '7:23', /not a day of the calendar/, /YYYY\/MM\/DD/],
    [
      'a key used and managed',
      `audit:\n  key: { use: "${KEY('us-east-1')}", rotation-days: 180 }\n`,
      '7:62',
      /set beside `use`/,
      /adopt: <key id>/,
    ],
    [
      'a key of another region',
      `audit:\n  key: { use: "${KEY('eu-west-1')}" }\n`,
      '7:15',
      /S3 encrypts with keys of the bucket's region only/,
      /key in us-east-1/,
    ],
    ['bucket keys without a key', 'audit: { encryption: sse-s3, bucket-key: true }\n', '6:42', /there are none/, /sse-kms/],
    ['evidence nobody can write', 'audit: { evidence: { mode: governance, days: 30 } }\n', '6:10', /nobody could write/, /github:/],
    [
      'exports across regions',
      'stack-references: export\nworkload-region: eu-west-1\n',
      '6:19',
      /exports do not cross regions/,
      /stack-references: parameter/,
    ],
    [
      'network activity where there is none',
      'audit: { network-activity: { event-sources: [s3.amazonaws.com] } }\n',
      '6:10',
      /do not exist in partition aws-cn/,
      /Remove/,
    ],
    ['a repository listed twice', 'access: { ecr: { repositories: [api, { adopt: api }] } }\n', '6:38', /listed twice/, /Remove one/],
    [
      'an ARN of another partition',
      'audit: { break-glass: ["arn:aws-cn:iam::123456789012:role/x"] }\n',
      '6:24',
      /in partition aws-cn/,
      /starts with `arn:aws:`/,
    ],
  ]

  it.each(cases)('%s', (name, text, position, message, remedy) => {
    const base = name.startsWith('network activity') ? MINIMAL.replace('us-east-1', 'cn-north-1') : MINIMAL
    const [problem, ...others] = problemsOf(`${base}${text}`)
    expect([problem?.message, others]).toEqual([expect.stringMatching(message), []])
    expect([at(problem), problem?.remedy]).toEqual([position, expect.stringMatching(remedy)])
  })

  it('does not mind the length of a name that is not used', () => {
    const long = MINIMAL.replace('project: retail', `project: ${'a'.repeat(34)}`).replace('us-east-1', 'eu-west-1')
    expect(load(`${long}names: { log-bucket: logs-1, access-log-bucket: logs-2 }\n`).names.evidenceBucket.length).toBeGreaterThan(63)
    const [problem] = problemsOf(
      `${long}names: { log-bucket: logs-1, access-log-bucket: logs-2, template-bucket: t-1 }\ngithub: { repository: a/b }\naudit: { evidence: { mode: governance, days: 1 } }\n`,
    )
    expect(problem?.message).toMatch(/bucket name `a+-dev-evidence-eu-west-1-123456789012` has \d+ characters; AWS allows 63/)
  })
})
