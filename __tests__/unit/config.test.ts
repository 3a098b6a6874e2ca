import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { loadConfig } from '../../src/config/load.ts'
import { closest } from '../../src/model/closest.ts'
import { AuditError, type Problem } from '../../src/model/errors.ts'
import { example, load, MINIMAL, sha256 } from '../support/config.ts'

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
      { numRuns: 500 },
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
    expect(closest('zzz', ['insights', 'key'])).toBeUndefined()
  })
})
