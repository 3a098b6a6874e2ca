import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { ALARM_PATTERNS } from '../../src/model/alarm-patterns.ts'
import { toJson } from '../../src/report/json.ts'
import { toMarkdown } from '../../src/report/markdown.ts'
import { exampleText } from '../support/config.ts'
import { makeServiceRole } from '../support/furnish.ts'
import { type Bench, cancelledBy, LOG_BUCKET, openBench, TRAIL_ARN } from '../support/sandbox.ts'

const AUDIT = 'mlops-retail-prediction-dev-audit'

describe('deploy', () => {
  let bench: Bench
  beforeAll(async () => {
    bench = await openBench({ paceMs: 15 })
    await bench.run('deploy', { bootstrap: 'true' })
  })
  afterAll(() => bench.close())

  it('plans a first creation from the template, and leaves no empty stack behind', async () => {
    const { report } = await bench.run('plan')
    expect(report.plans).toMatchObject([
      { kind: 'changes', local: true },
      { kind: 'changes', local: true },
    ])
    expect((await bench.awsText('cloudformation', 'describe-stacks', '--stack-name', AUDIT)).stderr).toMatch(/does not exist/)
  })

  it('takes over the empty shell an abandoned change set leaves (REVIEW_IN_PROGRESS)', async () => {
    await bench.run('render')
    const template = `file://${join(bench.folder, '.mlops-audit/templates/audit.yml')}`
    const abandoned = [
      '--stack-name',
      AUDIT,
      '--change-set-name',
      'abandoned',
      '--change-set-type',
      'CREATE',
      '--template-body',
      template,
      '--capabilities',
      'CAPABILITY_NAMED_IAM',
    ]
    await bench.aws('cloudformation', 'create-change-set', ...abandoned)
    expect((await bench.aws('cloudformation', 'describe-stacks', '--stack-name', AUDIT)).Stacks[0].StackStatus).toBe('REVIEW_IN_PROGRESS')
    expect((await bench.run('plan')).report.plans[0]).toMatchObject({ kind: 'changes', local: true })
  })

  it('fails with the first cause and a hint when a resource fails, and is not green', async () => {
    bench.started.sandbox.cloudformation.failNext(
      'Trail',
      'Insufficient permissions to access S3 bucket acme-logs or KMS key arn:aws:kms:us-east-1:123456789012:key/1',
    )
    const { report, exitCode } = await bench.run('deploy')
    expect(exitCode).toBe(2)
    expect(report).toMatchObject({
      outcome: 'failed',
      deployments: [
        { kind: 'failed', status: 'ROLLBACK_COMPLETE', cause: { logicalId: 'Trail', hint: expect.stringMatching(/key policy/) } },
      ],
    })
  })

  it('refuses a stack in ROLLBACK_COMPLETE, says how to go on, and goes on when told by name', async () => {
    const refused = await bench.run('deploy')
    expect(refused.exitCode).toBe(2)
    expect(refused.report.deployments).toMatchObject([{ kind: 'refused', remedy: expect.stringMatching(`--delete-failed-stack ${AUDIT}`) }])
    const { report, exitCode } = await bench.run('deploy', { 'delete-failed-stack': AUDIT })
    expect([exitCode, report.outcome]).toEqual([0, 'deployed'])
    expect(report.deployments).toMatchObject([
      { kind: 'deployed', created: true },
      { kind: 'deployed', created: true },
    ])
  })

  it('protects the stack: termination protection, stack policy, outputs read back', async () => {
    const { Stacks } = (await bench.aws('cloudformation', 'describe-stacks', '--stack-name', AUDIT)) as {
      Stacks: { EnableTerminationProtection: boolean }[]
    }
    expect(Stacks[0]?.EnableTerminationProtection).toBe(true)
    const { StackPolicyBody } = (await bench.aws('cloudformation', 'get-stack-policy', '--stack-name', AUDIT)) as {
      StackPolicyBody: string
    }
    expect(JSON.parse(StackPolicyBody)).toMatchObject({
      Statement: [{ Effect: 'Deny', Action: ['Update:Replace', 'Update:Delete'] }, { Effect: 'Allow' }],
    })
    expect((await bench.run('deploy')).report.deployments[0]).toMatchObject({
      kind: 'no-changes',
      outputs: { TrailName: 'mlops-retail-prediction-audit-trail', LogGroupName: 'mlops-cloudtrail-log-group' },
    })
  })

  it('says where the stacks are, and that the alarm address has not been confirmed', async () => {
    const { report } = await bench.run('deploy')
    const subscriptions = await bench.aws('sns', 'list-subscriptions')
    expect(subscriptions.Subscriptions).toMatchObject([{ Protocol: 'email', SubscriptionArn: 'PendingConfirmation' }])
    expect(report.notices.join()).toMatch(/1 of 1 e-mail subscriptions of \S+ is not confirmed/)
    const console = `https://console.aws.amazon.com/cloudformation/home?region=us-east-1#/stacks?filteringText=${AUDIT}`
    expect(report.deployments[0]).toMatchObject({ consoleUrl: console })
    expect(toMarkdown(report, { limit: 60_000, isPublic: false, maskAccountId: false })).toContain(`[${AUDIT}](${console})`)
    bench.started.sandbox.confirmSubscriptions()
    expect((await bench.run('deploy')).report.notices.join()).not.toMatch(/e-mail/)
  })

  it('says no-changes and leaves no change set', async () => {
    const { report, exitCode } = await bench.run('deploy')
    expect([exitCode, report.outcome]).toEqual([0, 'no-changes'])
  })

  it('updates exactly what changed', async () => {
    bench.config(exampleText().replace('insights: true', 'insights: false'))
    const plan = await bench.run('plan')
    expect(plan.report.plans).toMatchObject([
      { kind: 'changes', local: false, changes: [{ action: 'Modify', logicalId: 'Trail', properties: ['InsightSelectors'] }] },
      { kind: 'no-changes' },
    ])
    // Without the bootstrap stack the picture of what is deployed is not whole, and nothing is said of effects.
    expect(plan.report.effects?.introduced.map(({ id }) => id) ?? ['trail-has-insights']).toEqual(['trail-has-insights'])
    const { report } = await bench.run('deploy')
    expect(report.deployments).toMatchObject([
      { kind: 'deployed', created: false, changes: [{ logicalId: 'Trail' }] },
      { kind: 'no-changes' },
    ])
    expect(report.findings.find((finding) => finding.id === 'trail-has-insights')?.status).toBe('fail')
    bench.config(exampleText())
    expect((await bench.run('deploy')).exitCode).toBe(0)
  })

  it('plans with values, cost and gates, and removes change sets that runs have left behind', async () => {
    const left = ['--change-set-name', 'mlops-audit-plan-left', '--change-set-type', 'UPDATE', '--use-previous-template']
    await bench.aws('cloudformation', 'create-change-set', '--stack-name', AUDIT, ...left).catch(() => undefined)
    bench.config(
      `${exampleText().replace('insights: true', 'insights: true\n  log-retention-days: 731\n  alarms: true')}\ngates: { fail-on-cost-increase: 1, allow: [{ gate: widening, subject: X, reason: r }] }\n`,
    )
    const { report, exitCode } = await bench.run('plan')
    expect(exitCode).toBe(1)
    const [audit] = report.plans
    expect(audit).toMatchObject({
      kind: 'changes',
      changes: expect.arrayContaining([
        expect.objectContaining({ logicalId: 'LogGroup', values: [expect.objectContaining({ path: 'RetentionInDays', to: '731' })] }),
      ]),
    })
    // Fifteen alarms; their metrics are billed only for hours in which something matches.
    expect(report.gates).toMatchObject([{ gate: 'cost-increase', text: '$1.50 more a month, 1.00 are allowed' }])
    bench.config(exampleText())
    expect((await bench.run('deploy')).exitCode).toBe(0)
    const { Summaries } = (await bench.aws('cloudformation', 'list-change-sets', '--stack-name', AUDIT)) as {
      Summaries: { ChangeSetName: string; Status: string }[]
    }
    expect(Summaries.filter(({ Status }) => Status === 'FAILED')).toEqual([])
  })

  it('plans from the deployed template where change sets are denied, and says what it could not see', async () => {
    bench.config(
      exampleText()
        .replace('insights: true', 'insights: false')
        .replace('trail: mlops-retail-prediction-audit-trail', 'trail: another-trail'),
    )
    bench.started.sandbox.deny('reader', 'cloudformation:CreateChangeSet')
    const trust = JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { AWS: '123456789012' }, Action: 'sts:AssumeRole' }],
    })
    await bench.aws('iam', 'create-role', '--role-name', 'reader', '--assume-role-policy-document', trust)
    const { report, exitCode } = await bench.run('plan', { 'role-to-assume': 'arn:aws:iam::123456789012:role/reader' })
    // A trail of another name takes the place of the one that holds evidence.
    expect(exitCode).toBe(1)
    expect(report.gates).toMatchObject([{ gate: 'evidence', subject: 'Trail' }])
    expect(report.plans[0]).toMatchObject({
      kind: 'changes',
      created: false,
      local: true,
      unseen: expect.stringContaining('cloudformation:CreateChangeSet is denied'),
      changes: expect.arrayContaining([
        expect.objectContaining({
          logicalId: 'Trail',
          replacement: 'True',
          properties: expect.arrayContaining(['InsightSelectors', 'TrailName']),
        }),
      ]),
    })
    expect(report.plans[1]).toMatchObject({ kind: 'no-changes' })
    bench.started.sandbox.allowAll()
    bench.config(exampleText())
  })

  it('deploys only what was reviewed', async () => {
    const wanted = exampleText().replace('insights: true', 'insights: false')
    bench.config(wanted)
    const reviewed = join(bench.folder, 'reviewed.json')
    writeFileSync(reviewed, toJson((await bench.run('plan')).report))
    // Someone widens the config after the review.
    bench.config(wanted.replace('insights: false', 'insights: false\n  log-retention-days: 731'))
    const widened = await bench.run('deploy', { 'reviewed-plan': reviewed })
    expect([widened.exitCode, widened.report.outcome, widened.report.problems[0]?.message]).toEqual([
      2,
      'refused',
      `${reviewed} is not the reviewed plan of this deployment: the config has been changed since.`,
    ])
    // Someone else deploys that; what was reviewed would now do more.
    expect((await bench.run('deploy')).report.outcome).toBe('deployed')
    bench.config(wanted)
    const { report, exitCode } = await bench.run('deploy', { 'reviewed-plan': reviewed })
    expect([exitCode, report.outcome]).toEqual([2, 'refused'])
    expect(report.deployments[0]).toMatchObject({
      kind: 'refused',
      reason: expect.stringMatching(/not be changed as reviewed: new: modify LogGroup; new: LogGroup RetentionInDays: 731 → \d+/),
    })
    writeFileSync(reviewed, toJson((await bench.run('plan')).report))
    const fine = await bench.run('deploy', { 'reviewed-plan': reviewed })
    expect([fine.report.outcome, fine.report.notices.join()]).toEqual([
      'deployed',
      expect.stringMatching(/unsigned: protects against accidental/),
    ])
    bench.config(exampleText())
    expect((await bench.run('deploy')).exitCode).toBe(0)
    expect((await bench.run('deploy', { 'reviewed-plan': join(bench.folder, 'none.json') })).exitCode).toBe(3)
  })

  it('holds a deployment to how it was to be carried out, and to whom and when it was reviewed for', async () => {
    const reviewed = join(bench.folder, 'reviewed.json')
    const { report: planned } = await bench.run('plan')
    expect(planned.plans.map(({ kind }) => kind)).toEqual(['no-changes', 'no-changes'])
    const deployed = async (change: (plan: { context: Record<string, unknown>; plans: Record<string, unknown>[] }) => void) => {
      const copy = JSON.parse(toJson(planned))
      change(copy)
      writeFileSync(reviewed, JSON.stringify(copy, null, 2))
      const { report, exitCode } = await bench.run('deploy', { 'reviewed-plan': reviewed })
      return [exitCode, report.problems[0]?.message ?? report.outcome]
    }
    const now = Date.now()
    const at = (days: number) => new Date(now + days * 86_400_000).toISOString()
    expect(await deployed(() => undefined)).toEqual([0, 'no-changes'])
    const others: [string, unknown, RegExp][] = [
      ['account', '210987654321', /it is of account 210987654321, not 123456789012/],
      ['region', 'eu-west-1', /it is of region eu-west-1, not us-east-1/],
      ['version', '0.0.1', /it is of version 0\.0\.1, not/],
      ['configHash', '0'.repeat(64), /the config has been changed since/],
      ['time', '2001-01-01T00:00:00.000Z', /made at 2001-01-01T00:00:00\.000Z, more than 30 days ago/],
      ['time', at(1), /which is yet to come/],
    ]
    for (const [name, value, says] of others)
      expect([name, ...(await deployed((plan) => (plan.context[name] = value)))]).toEqual([name, 2, expect.stringMatching(says)])
    // Wrong shapes are bad input, at their line.
    expect(await deployed((plan) => (plan.context['account'] = 5))).toEqual([
      3,
      expect.stringMatching(/is no plan: `context\/account` is 5, and must be string/),
    ])
    // The way a stack is deployed is part of what was reviewed.
    bench.config(`${exampleText()}\nstacks: { service-role: "arn:aws:iam::123456789012:role/administrator" }\n`)
    const [seen] = (await bench.run('plan')).report.plans
    expect(seen).toMatchObject({
      kind: 'changes',
      changes: [],
      settings: [{ path: 'RoleARN', from: undefined, to: 'arn:aws:iam::123456789012:role/administrator' }],
      terms: { serviceRole: 'arn:aws:iam::123456789012:role/administrator', region: 'us-east-1', terminationProtection: true },
    })
    bench.config(exampleText())
  })

  it('sends tags, service role, topics and rollback alarms, reads them back, and sends them again when someone changes them', async () => {
    await makeServiceRole(bench)
    const arns = {
      role: 'arn:aws:iam::123456789012:role/cloudformation',
      topic: 'arn:aws:sns:us-east-1:123456789012:stack-events',
      alarm: 'arn:aws:cloudwatch:us-east-1:123456789012:alarm:errors',
    }
    bench.config(
      `${exampleText()}\nstacks: { service-role: "${arns.role}", notifications: ["${arns.topic}"], rollback-alarms: ["${arns.alarm}"], rollback-minutes: 5 }\n`,
    )
    const { report, exitCode, log } = await bench.run('deploy')
    expect([exitCode, report.deployments]).toMatchObject([
      0,
      [
        { kind: 'deployed', changes: [] },
        { kind: 'deployed', changes: [] },
      ],
    ])
    expect(log).toMatch(
      /RoleARN: nothing → \S+role\/cloudformation; NotificationARNs: nothing → \S+; RollbackConfiguration\.RollbackTriggers: nothing → /,
    )
    const described = () =>
      bench.aws('cloudformation', 'describe-stacks', '--stack-name', AUDIT) as Promise<{ Stacks: Record<string, unknown>[] }>
    expect((await described()).Stacks[0]).toMatchObject({
      RoleARN: arns.role,
      NotificationARNs: [arns.topic],
      RollbackConfiguration: {
        RollbackTriggers: [{ Arn: arns.alarm, Type: 'AWS::CloudWatch::Alarm' }],
        MonitoringTimeInMinutes: 5,
      },
      Tags: expect.arrayContaining([{ Key: 'Environment', Value: 'dev' }]),
    })
    expect((await bench.run('deploy')).report.outcome).toBe('no-changes')
    bench.config(exampleText())
    expect((await bench.run('deploy')).exitCode).toBe(0)
    expect((await described()).Stacks[0]).toMatchObject({
      RoleARN: arns.role,
      NotificationARNs: [],
      RollbackConfiguration: { RollbackTriggers: [] },
    })
  })

  it('shows what validation before deployment refuses, at the line of the template', async () => {
    bench.config(exampleText().replace('insights: true', 'insights: false'))
    for (const command of ['plan', 'deploy']) {
      bench.started.sandbox.cloudformation.failValidation({
        logicalId: 'LogBucket',
        path: '/Resources/LogBucket/Properties/BucketName',
        name: 'NAME_CONFLICT_VALIDATION',
        reason: 'Resource of type AWS::S3::Bucket with this identifier already exists.',
      })
      const { report, exitCode } = await bench.run(command)
      expect([command, exitCode]).toEqual([command, 2])
      expect(report.problems).toMatchObject([
        {
          message: expect.stringMatching(/^LogBucket: Resource of type/),
          position: { file: 'audit.yml', line: expect.any(Number) },
          remedy: expect.stringContaining('`names:`'),
        },
      ])
      await bench.run('render')
      const body = readFileSync(join(bench.folder, '.mlops-audit/templates/audit.yml'), 'utf8')
      expect(body.split('\n')[(report.problems[0]?.position?.line ?? 0) - 1]).toMatch(/BucketName: mlops-cloudtrail-logs/)
    }
    bench.config(exampleText())
  })

  it('finds drift on the way, says what it opened, and puts it back when told to', async () => {
    const policy = JSON.parse((await bench.aws('s3api', 'get-bucket-policy', '--bucket', LOG_BUCKET)).Policy)
    policy.Statement.push({
      Sid: 'Opened',
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::999988887777:root' },
      Action: 's3:GetObject',
      Resource: `arn:aws:s3:::${LOG_BUCKET}/*`,
    })
    await bench.aws('s3api', 'put-bucket-policy', '--bucket', LOG_BUCKET, '--policy', JSON.stringify(policy))
    await bench.aws('cloudtrail', 'stop-logging', '--name', TRAIL_ARN)
    const seen = await bench.run('plan')
    expect(seen.exitCode).toBe(1)
    expect(seen.report.gates).toMatchObject([{ gate: 'evidence', subject: 'Trail', text: expect.stringMatching(/was stopped/) }])
    expect(seen.report.plans[0]).toMatchObject({
      kind: 'no-changes',
      drift: expect.arrayContaining([
        expect.objectContaining({ logicalId: 'Trail', values: [{ path: 'IsLogging', from: 'true', to: 'false' }] }),
        expect.objectContaining({
          logicalId: 'LogBucketPolicy',
          access: [expect.objectContaining({ change: 'added', effect: 'Allow', widens: true })],
        }),
      ]),
    })
    expect(seen.report.notices.join()).toMatch(/revert-drift: true/)
    const told = seen.report.notices.find((notice) => /among what is not as deployed/.test(notice))
    for (const action of ['s3:PutBucketPolicy', 'cloudtrail:StopLogging'])
      expect(told).toMatch(new RegExp(`root of 123456789012 at \\S+Z from \\S+: ${action} arn:`))
    // Neither the plan nor a plain deployment touches it.
    expect((await bench.run('deploy')).report.notices.join()).toMatch(/Deploy with `revert-drift: true`/)
    const meant = await bench.run('plan', { 'revert-drift': 'true' })
    expect(meant.report.plans[0]).toMatchObject({
      kind: 'changes',
      changes: expect.arrayContaining([
        expect.objectContaining({ action: 'Modify', logicalId: 'Trail', values: [{ path: 'IsLogging', from: 'false', to: 'true' }] }),
        expect.objectContaining({ action: 'Modify', logicalId: 'LogBucketPolicy' }),
      ]),
    })
    const { report, exitCode } = await bench.run('deploy', { 'revert-drift': 'true' })
    expect([exitCode, report.deployments[0]?.kind]).toEqual([0, 'deployed'])
    expect((await bench.run('deploy', { 'revert-drift': 'true' })).report.outcome).toBe('no-changes')
  })

  it('plans without drift where AWS does not compare, and says so', async () => {
    bench.started.sandbox.cloudformation.refuseDrift = true
    bench.config(exampleText().replace('insights: true', 'insights: false'))
    const { report } = await bench.run('plan')
    expect(report.plans).toMatchObject([
      { kind: 'changes', local: false, unseen: expect.stringMatching(/^Drift could not be seen: /), changes: [{ logicalId: 'Trail' }] },
      { kind: 'no-changes', unseen: expect.stringMatching(/^Drift could not be seen: /) },
    ])
    bench.started.sandbox.cloudformation.refuseDrift = false
    bench.config(exampleText())
  })

  it('adds the CIS alarms when asked, with the patterns exactly as written', async () => {
    bench.config(exampleText().replace('insights: true', 'insights: true\n  alarms: true'))
    expect((await bench.run('deploy')).exitCode).toBe(0)
    const { metricFilters } = await bench.aws('logs', 'describe-metric-filters', '--log-group-name', 'mlops-cloudtrail-log-group')
    const stored = Object.fromEntries(
      metricFilters.map((filter: { filterName: string; filterPattern: string }) => [filter.filterName, filter.filterPattern]),
    )
    expect(stored).toEqual(Object.fromEntries(ALARM_PATTERNS.map((alarm) => [`mlops-retail-prediction-dev-${alarm.id}`, alarm.pattern])))
    const { MetricAlarms } = await bench.aws('cloudwatch', 'describe-alarms', '--alarm-name-prefix', 'mlops-retail-prediction-dev-')
    expect(MetricAlarms).toHaveLength(16)
    bench.config(exampleText())
    expect((await bench.run('deploy')).exitCode).toBe(0)
  })

  it('refuses to replace what holds evidence, unless its logical id is named', async () => {
    bench.config(exampleText().replace('trail: mlops-retail-prediction-audit-trail', 'trail: another-trail'))
    expect((await bench.run('plan')).report.notices.join()).toMatch(
      /evidence would be lost: Trail \(AWS::CloudTrail::Trail\) would be replaced\./,
    )
    const { report, exitCode, log } = await bench.run('deploy')
    expect(exitCode).toBe(2)
    expect(report.deployments).toMatchObject([
      {
        kind: 'refused',
        reason: 'Trail (AWS::CloudTrail::Trail) would be replaced: evidence would be lost.',
        remedy: expect.stringMatching(/--allow-destructive Trail/),
      },
    ])
    expect(log).toMatch(/modify Trail \(AWS::CloudTrail::Trail\) by replacement/)
    const { trailList } = (await bench.aws('cloudtrail', 'describe-trails')) as { trailList: { Name: string }[] }
    expect(trailList.map((trail) => trail.Name)).toEqual(['mlops-retail-prediction-audit-trail'])
    bench.config(exampleText())
  })

  it('rolls back a failed update and says why', async () => {
    bench.config(exampleText().replace('insights: true', 'insights: false'))
    bench.started.sandbox.cloudformation.failNext('Trail', 'is not authorized to perform: cloudtrail:PutInsightSelectors')
    const { report, exitCode } = await bench.run('deploy')
    expect(exitCode).toBe(2)
    expect(report.deployments).toMatchObject([
      {
        kind: 'failed',
        status: 'UPDATE_ROLLBACK_COMPLETE',
        cause: { position: { file: 'audit.yml' }, hint: expect.stringMatching(/boundary/) },
      },
    ])
    bench.config(exampleText())
  })

  it('goes on after an update whose rollback failed, with what the user names', async () => {
    const { cloudformation } = bench.started.sandbox
    bench.config(exampleText().replace('insights: true', 'insights: false'))
    cloudformation.failNext('Trail', 'is not authorized to perform: cloudtrail:PutInsightSelectors')
    cloudformation.failRollback('Trail')
    const failed = await bench.run('deploy')
    expect(failed.report.deployments).toMatchObject([
      { kind: 'failed', status: 'UPDATE_ROLLBACK_FAILED', remedy: expect.stringContaining(`--continue-rollback ${AUDIT}`) },
    ])
    expect((await bench.run('plan')).report.plans[0]).toMatchObject({
      kind: 'unavailable',
      reason: expect.stringContaining('UPDATE_ROLLBACK_FAILED'),
    })
    const untold = await bench.run('deploy')
    expect([untold.exitCode, untold.report.deployments[0]?.kind]).toEqual([2, 'refused'])
    const inputs = { 'continue-rollback': AUDIT }
    expect((await bench.run('deploy', inputs)).report.deployments).toMatchObject([
      { kind: 'refused', remedy: expect.stringMatching(/^Taking it back was tried and did not work.*--skip-resources A,B/) },
    ])
    const skipped = await bench.run('deploy', { ...inputs, 'skip-resources': 'Trail' })
    expect(skipped.report.deployments[0]).toMatchObject({ kind: 'deployed', changes: [{ logicalId: 'Trail' }] })
    cloudformation.mendRollback()
    bench.config(exampleText())
    expect((await bench.run('deploy')).exitCode).toBe(0)
  })

  it('calls a running update off when cancelled and told to, and the stack is as it was', async () => {
    const { cloudformation } = bench.started.sandbox
    cloudformation.paceMs = 2500
    bench.config(exampleText().replace('insights: true', 'insights: false'))
    const cancel = new AbortController()
    setTimeout(() => cancel.abort(), 1500)
    const { report } = await bench.run('deploy', { 'on-cancel': 'cancel' }, { signal: cancelledBy(cancel.signal) })
    expect(report.deployments).toMatchObject([
      { kind: 'unfinished', reason: expect.stringMatching(/was called off and is being taken back/) },
    ])
    cloudformation.paceMs = 15
    bench.config(exampleText())
    const after = await bench.run('deploy')
    expect([after.exitCode, after.report.outcome]).toEqual([0, 'no-changes'])
    const insights = ['cloudtrail', 'get-insight-selectors', '--trail-name', TRAIL_ARN]
    expect((await bench.aws(...insights)).InsightSelectors).toHaveLength(2)
  })

  it('waits for another update to end, then goes on', async () => {
    bench.config(exampleText().replace('insights: true', 'insights: false'))
    const [first, second] = await Promise.all([
      bench.run('deploy'),
      new Promise((done) => setTimeout(done, 120)).then(() => bench.run('deploy')),
    ])
    expect([first.exitCode, second.exitCode]).toEqual([0, 0])
    expect([first.report.outcome, second.report.outcome].sort()).toEqual(['deployed', 'no-changes'])
    bench.config(exampleText())
    await bench.run('deploy')
  })

  it('fails on a name someone else uses, and names the way out', async () => {
    await bench.aws(
      'iam',
      'create-role',
      '--role-name',
      'taken-by-hand',
      '--assume-role-policy-document',
      '{"Version":"2012-10-17","Statement":[]}',
    )
    bench.config(
      exampleText()
        .replace(
          'cloudwatch-logs-role: CloudTrail_CloudWatchLogs_Role',
          'cloudwatch-logs-role: CloudTrail_CloudWatchLogs_Role\n  eks-cluster-role: taken-by-hand',
        )
        .replace('prefix: mlops-retail-prediction-dev', 'prefix: mlops-retail-prediction-two')
        .replace(
          'names:',
          'names:\n  bootstrap-stack: mlops-retail-prediction-dev-bootstrap\n  template-bucket: mlops-retail-prediction-dev-cfn-us-east-1-123456789012',
        )
        .replace(/ {2}(?:trail|log-bucket|log-group): .*\n/g, '')
        .replace('cloudwatch-logs-role: CloudTrail_CloudWatchLogs_Role', 'cloudwatch-logs-role: two-logs'),
    )
    // The boundary that bootstrap would have made for these names: a role cannot name one that is not there.
    const boundary = JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] })
    await bench.aws('iam', 'create-policy', '--policy-name', 'mlops-retail-prediction-two-workload-boundary', '--policy-document', boundary)
    const { report } = await bench.run('deploy')
    expect(report.deployments.at(-1)).toMatchObject({
      kind: 'failed',
      cause: {
        logicalId: 'EksClusterRole',
        reason: expect.stringMatching(/taken-by-hand already exists/),
        hint: expect.stringMatching(/names:/),
      },
    })
    bench.config(exampleText())
  })

  it('stops before anything is changed when the account is another', async () => {
    bench.config(exampleText().replaceAll('123456789012', '210987654321'))
    const { report, exitCode } = await bench.run('deploy')
    expect(exitCode).toBe(2)
    expect(report.problems[0]?.message).toMatch(/credentials are for account 123456789012.*config is for 210987654321/)
    bench.config(exampleText())
  })

  it('deletes its change set and changes nothing when cancelled', async () => {
    bench.config(exampleText().replace('insights: true', 'insights: false'))
    const cancel = new AbortController()
    cancel.abort()
    const { exitCode, report } = await bench.run('deploy', {}, { signal: cancelledBy(cancel.signal) })
    expect(exitCode).toBe(2)
    expect(report.deployments).toMatchObject([{ kind: 'unfinished', reason: expect.stringMatching(/^Cancelled/) }])
    bench.config(exampleText())
    expect((await bench.run('deploy')).report.outcome).toBe('no-changes')
  })

  it('renders one template when asked, and shows how files differ without writing', async () => {
    const folder = join(bench.folder, 'rendered')
    const only = await bench.run('render', { 'output-dir': folder, 'template-only': 'audit' })
    expect([only.exitCode, readdirSync(join(folder, 'templates')).sort()]).toEqual([0, ['audit.parameters.json', 'audit.yml']])
    expect((await bench.run('render', { 'output-dir': folder, 'template-only': 'audit', diff: 'true' })).exitCode).toBe(0)
    const all = await bench.run('render', { 'output-dir': folder, diff: 'true' })
    expect([all.exitCode, all.report.patches?.length, readdirSync(join(folder, 'templates')).length]).toEqual([1, 3, 2])
    bench.config(exampleText().replace('insights: true', 'insights: false'))
    const changed = await bench.run('render', { 'output-dir': folder, 'template-only': 'audit', diff: 'true' })
    expect(changed.report.patches?.join()).toMatch(/^-.*InsightType: ApiCallRateInsight/m)
    bench.config(exampleText().replace(/access:[\s\S]*?exceptions/, 'access: { eks: false, sagemaker: false }\nexceptions'))
    expect((await bench.run('render', { 'template-only': 'access' })).report.problems[0]?.message).toBe(
      'This config renders no access.yml.',
    )
    bench.config(exampleText())
  })

  it('explains bad input with exit 3 and a missing file with the way out', async () => {
    bench.config(exampleText().replace('region: us-east-1', 'region: us-eats-1'))
    expect((await bench.run('check')).exitCode).toBe(3)
    const missing = await bench.run('check', { config: join(bench.folder, 'none.yml') })
    expect([missing.exitCode, missing.report.problems[0]?.remedy]).toEqual([3, expect.stringMatching(/Create one/)])
    bench.config(exampleText())
  })
})

describe('verify', () => {
  let bench: Bench
  beforeAll(async () => {
    // Two hours pass below; deliveries in the future would not be believed.
    bench = await openBench({ clockBehindMs: 2 * 3_600_000 })
    await bench.run('deploy', { bootstrap: 'true' })
    await bench.run('deploy')
    bench.started.sandbox.confirmSubscriptions()
    await bench.started.sandbox.advanceHours(2)
  })
  afterAll(() => bench.close())

  it('passes every check on what was deployed', async () => {
    const { report, exitCode } = await bench.run('verify')
    expect([exitCode, report.summary]).toEqual([0, expect.objectContaining({ fail: 0, error: 0, excepted: 0 })])
    expect(report.summary.pass).toBeGreaterThan(60)
  })

  it("assumes a role given by name with one's own credentials, and a second one after it", async () => {
    const trust = JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::123456789012:root' }, Action: 'sts:AssumeRole' }],
    })
    for (const name of ['auditor', 'second'])
      await bench.aws('iam', 'create-role', '--role-name', name, '--assume-role-policy-document', trust)
    const role = (name: string) => `arn:aws:iam::123456789012:role/${name}`
    const callerOf = (path: string | undefined) =>
      (JSON.parse(readFileSync(path ?? '', 'utf8')) as { reads: { caller: string }[] }).reads[0]?.caller
    expect(callerOf((await bench.run('verify', { 'role-to-assume': role('auditor') })).evidencePath)).toMatch(
      /assumed-role\/auditor\/mlops-audit-test/,
    )
    expect(callerOf((await bench.run('verify', { 'role-to-chain': role('second') })).evidencePath)).toMatch(
      /assumed-role\/second\/mlops-audit-test/,
    )
  })

  it('judges the account without a config', async () => {
    const { report, exitCode } = await bench.run('verify', { discover: 'true', 'aws-region': 'us-east-1' })
    expect(exitCode).toBe(0)
    expect(report.subject).toBe('account 123456789012')
    expect(new Set(report.findings.map((finding) => finding.code.split('-')[0]))).toEqual(
      new Set(['TRAIL', 'DELIV', 'BKT', 'KEY', 'LOG', 'ROLE', 'OIDC', 'DIG', 'ALERT', 'REG']),
    )
    const passed = report.findings.filter(({ status }) => status === 'pass').map(({ code }) => code)
    expect(passed).toEqual(expect.arrayContaining(['ALERT-001', 'ALERT-002', 'ALERT-003', 'KEY-007']))
  })

  it('replays its evidence to the same findings, offline', async () => {
    const live = await bench.run('verify')
    const replayed = await bench.run(
      'verify',
      { from: join(bench.folder, '.mlops-audit') },
      { defaultCredentials: () => Promise.reject(new Error('offline')) },
    )
    expect(replayed.report.findings).toEqual(live.report.findings)
    const envelopes = (JSON.parse(readFileSync(live.evidencePath ?? '', 'utf8')) as { reads: Record<string, unknown>[] }).reads
    for (const envelope of envelopes)
      expect(envelope).toMatchObject({
        operation: expect.any(String),
        account: '123456789012',
        region: expect.stringMatching(/^[a-z]{2}-[a-z]+-\d$/),
        caller: expect.stringMatching(/^arn:/),
        time: expect.stringMatching(/Z$/),
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      })
  })

  it('refuses evidence that was edited', async () => {
    const live = await bench.run('verify')
    const path = live.evidencePath ?? ''
    const text = readFileSync(path, 'utf8')
    const { writeFileSync } = await import('node:fs')
    writeFileSync(path, text.replace('"IsLogging": true', '"IsLogging": false'))
    const { exitCode, report } = await bench.run('verify', { from: join(bench.folder, '.mlops-audit') })
    expect([exitCode, report.problems[0]?.message]).toEqual([
      3,
      expect.stringMatching(/changed after it was recorded: cloudtrail:GetTrailStatus/),
    ])
  })

  it('fails everything that is missing in an empty account, and throws nothing', async () => {
    const empty = await openBench()
    try {
      const { report, exitCode } = await empty.run('verify')
      expect(exitCode).toBe(1)
      expect(report.summary).toMatchObject({ error: 0 })
      expect(report.findings.filter((finding) => finding.code.startsWith('TRAIL')).every((finding) => finding.status !== 'pass')).toBe(true)
      expect(
        (await empty.run('verify', { discover: 'true', 'aws-region': 'us-east-1' })).report.findings.find(
          (finding) => finding.code === 'TRAIL-002',
        )?.status,
      ).toBe('fail')
    } finally {
      await empty.close()
      Object.assign(process.env, bench.started.environment)
    }
  })
})
