import type { Finding } from '../../src/model/finding.ts'
import { summarize } from '../../src/model/finding.ts'
import type { StackPlan } from '../../src/model/plan.ts'
import type { RunReport } from '../../src/model/report.ts'
import type { MarkdownOptions } from '../../src/report/markdown.ts'

export function aFinding(overrides: Partial<Finding> = {}): Finding {
  return {
    id: 'trail-is-logging',
    code: 'TRAIL-002',
    title: 'The trail is logging',
    status: 'fail',
    severity: 'critical',
    resource: 'arn:aws:cloudtrail:us-east-1:123456789012:trail/t',
    message: 'logging is off',
    remedy: 'Start it again.',
    frameworks: { cis: ['3.1'] },
    ...overrides,
  }
}

export function aPlan(overrides: Partial<StackPlan & { kind: 'changes' }> = {}): StackPlan {
  return {
    kind: 'changes',
    template: 'access',
    stackName: 'retail-dev-access',
    created: false,
    local: false,
    changes: [
      { action: 'Add', logicalId: 'NewRole', type: 'AWS::IAM::Role', physicalId: undefined, replacement: undefined, properties: [] },
      {
        action: 'Modify',
        logicalId: 'SageMakerRole',
        type: 'AWS::IAM::Role',
        physicalId: 'r',
        replacement: 'False',
        properties: ['Policies', 'MaxSessionDuration'],
        values: [{ path: 'MaxSessionDuration', from: '3600', to: '7200' }],
      },
      {
        action: 'Modify',
        logicalId: 'LogBucket',
        type: 'AWS::S3::Bucket',
        physicalId: 'b',
        replacement: 'True',
        properties: ['BucketName'],
        values: [{ path: 'BucketName', from: 'logs-123456789012', to: 'logs|new' }],
        consequence: 'a new, empty bucket takes its place; the old one is kept with its objects, outside of the stack',
      },
    ],
    access: [
      { subject: 'SageMakerRole', change: 'added', effect: 'Allow', text: 'iam:PassRole on *', widens: true },
      { subject: 'SageMakerRole', change: 'removed', effect: 'Allow', text: 's3:GetObject on s3:::gold/*', widens: false },
      {
        subject: 'SageMakerRole',
        change: 'widened',
        effect: 'Allow',
        text: 's3:PutObject on s3:::gold/*',
        was: 's3:PutObject on s3:::gold/out/*',
        widens: true,
      },
    ],
    cost: { region: 'us-east-1', monthlyUsd: 1.1, usage: ['CloudTrail data events: $0.10 per 100,000'], usageGone: [] },
    ...overrides,
  }
}

export function aReport(overrides: Partial<RunReport> = {}): RunReport {
  const findings = overrides.findings ?? []
  return {
    schemaVersion: 1,
    command: 'plan',
    outcome: 'planned',
    subject: 'retail / dev',
    failOn: 'high',
    plans: [],
    deployments: [],
    findings,
    summary: summarize(findings),
    problems: [],
    notices: [],
    context: {
      version: '0.0.0',
      account: '123456789012',
      region: 'us-east-1',
      configFile: 'mlops-audit.yml',
      configHash: 'h',
      time: '2026-11-23T05:17:00.000Z',
      commit: 'a1b2c3d4',
      runUrl: 'https://github.com/acme/retail/actions/runs/1',
    },
    ...overrides,
  }
}

const OPEN: MarkdownOptions = { limit: 65_536, isPublic: false, maskAccountId: false }
const FINDINGS = [
  aFinding(),
  aFinding({
    id: 'key-is-usable',
    code: 'KEY-001',
    status: 'error',
    message: 'Not readable',
    missingPermission: 'kms:DescribeKey',
    remedy: 'Allow kms:DescribeKey for the role that verifies.',
  }),
  aFinding({ id: 'log-group-keeps-a-year', code: 'LOG-001', severity: 'medium', message: 'keeps 90 days only' }),
  aFinding({
    id: 'trail-has-insights',
    code: 'TRAIL-009',
    status: 'excepted',
    severity: 'low',
    exception: { reason: 'dev only', owner: '@ana', expires: '2027-03-01', expired: false },
  }),
  aFinding({ id: 'trail-is-multi-region', code: 'TRAIL-001', status: 'pass', message: 'records every region' }),
  aFinding({ id: 'trail-records-data-reads', code: 'TRAIL-005', status: 'not-applicable', message: 'the config names no data bucket' }),
]

export const MARKDOWN_CASES: readonly { name: string; report: RunReport; options: MarkdownOptions }[] = [
  {
    name: 'plan',
    report: aReport({
      plans: [{ kind: 'no-changes', template: 'audit', stackName: 'retail-dev-audit' }, aPlan()],
      effects: {
        introduced: [aFinding({ id: 'trail-has-insights', code: 'TRAIL-009', severity: 'low', message: 'Insights are off' })],
        fixed: [aFinding({ id: 'log-group-keeps-a-year', code: 'LOG-001', severity: 'medium', message: 'keeps 90 days only' })],
        rows: [
          {
            who: 'verify-role',
            effect: 'cannot',
            actions: 'write',
            on: '*',
            state: 'broken',
            detail: 'retail-dev-audit-verify can sns:Publish on *',
            at: [],
          },
        ],
      },
      gates: [
        { gate: 'widening', subject: 'SageMakerRole', text: 'added allow iam:PassRole on *', allowed: undefined },
        { gate: 'replacement', subject: 'LogBucket', text: 'AWS::S3::Bucket would be replaced', allowed: 'moves to the new region' },
      ],
      notices: ['The bootstrap stack is not planned here.'],
    }),
    options: OPEN,
  },
  { name: 'verify', report: aReport({ command: 'verify', outcome: 'verified', findings: FINDINGS }), options: OPEN },
  {
    name: 'verify-public',
    report: aReport({ command: 'verify', outcome: 'verified', findings: FINDINGS }),
    options: { ...OPEN, isPublic: true },
  },
  {
    name: 'verify-clean',
    report: aReport({ command: 'verify', outcome: 'verified', findings: FINDINGS.slice(4) }),
    options: { ...OPEN, maskAccountId: true },
  },
  {
    name: 'check-access',
    report: aReport({
      command: 'check',
      outcome: 'checked',
      findings: FINDINGS.slice(4),
      access: [
        {
          who: 'verify-role',
          effect: 'cannot',
          actions: 'write',
          on: '*',
          why: 'a verification changes nothing',
          state: 'holds',
          at: [],
        },
        {
          who: 'sagemaker-role',
          effect: 'cannot',
          actions: 's3:PutObject',
          on: 'arn:aws:s3:::acme-gold/gold/*',
          position: { file: 'mlops-audit.yml', line: 10, column: 5 },
          state: 'broken',
          detail: 'retail-dev-sagemaker-execution can s3:PutObject on arn:aws:s3:::acme-gold/gold/x when aws:CalledVia is a_b',
          at: [{ text: 'SageMakerWorkload, ReadAndWriteDataPrefixes', position: { file: 'access.yml', line: 131, column: 17 } }],
        },
      ],
    }),
    options: OPEN,
  },
  {
    name: 'deploy-failed',
    report: aReport({
      command: 'deploy',
      outcome: 'failed',
      deployments: [
        {
          kind: 'failed',
          stackName: 'retail-dev-audit',
          status: 'ROLLBACK_COMPLETE',
          cause: {
            logicalId: 'Trail',
            type: 'AWS::CloudTrail::Trail',
            reason: 'Insufficient permissions',
            hint: 'Compare the key policy.',
            position: { file: 'audit.yml', line: 210, column: 3 },
          },
          changes: [],
        },
      ],
    }),
    options: OPEN,
  },
  {
    name: 'drift',
    report: aReport({
      command: 'plan',
      outcome: 'planned',
      plans: [
        {
          kind: 'no-changes',
          template: 'audit',
          stackName: 'retail-dev-audit',
          drift: [
            {
              logicalId: 'Trail',
              type: 'AWS::CloudTrail::Trail',
              status: 'MODIFIED',
              values: [{ path: 'IsLogging', from: 'true', to: 'false' }],
              access: [],
            },
            {
              logicalId: 'LogBucketPolicy',
              type: 'AWS::S3::BucketPolicy',
              status: 'MODIFIED',
              values: [],
              access: [
                {
                  subject: 'LogBucketPolicy',
                  change: 'added',
                  effect: 'Allow',
                  text: 's3:GetObject on arn:aws:s3:::b/* to *',
                  widens: true,
                },
              ],
            },
            { logicalId: 'AlertTopic', type: 'AWS::SNS::Topic', status: 'DELETED', values: [], access: [] },
          ],
        },
        { kind: 'no-changes', template: 'access', stackName: 'retail-dev-access', unseen: 'Drift could not be seen: `x` is | denied.' },
        {
          kind: 'unavailable',
          template: 'global',
          stackName: 'retail-dev-global',
          reason: 'it is in UPDATE_IN_PROGRESS; plan again when that has ended.',
        },
      ],
      notices: ['With `revert-drift: true` plan and deployment put it back; <b>not</b> HTML, and `code | with <pipes>`.'],
    }),
    options: OPEN,
  },
  {
    name: 'deploy-unfinished',
    report: aReport({
      command: 'deploy',
      outcome: 'failed',
      deployments: [
        {
          kind: 'deployed',
          stackName: 'retail-dev-audit',
          created: false,
          seconds: 42,
          changes: [],
          outputs: { TrailName: 'retail', LogBucketName: 'b' },
          consoleUrl: 'https://console.aws.amazon.com/cloudformation/home?region=us-east-1#/stacks?filteringText=retail-dev-audit',
        },
        {
          kind: 'unfinished',
          stackName: 'retail-dev-access',
          reason: 'Cancelled while retail-dev-access was in UPDATE_IN_PROGRESS; CloudFormation goes on without us.',
          remedy: 'Run again: the run waits for it to end, and then proves the state.',
          changes: [],
          consoleUrl: 'https://console.aws.amazon.com/cloudformation/home?region=us-east-1#/stacks?filteringText=retail-dev-access',
        },
      ],
    }),
    options: OPEN,
  },
  {
    name: 'bad-config',
    report: aReport({
      command: 'check',
      outcome: 'failed',
      problems: [
        {
          message: 'Unknown key `enviroment`.',
          position: { file: 'mlops-audit.yml', line: 3, column: 1 },
          remedy: 'Allowed here: environment.',
        },
      ],
    }),
    options: OPEN,
  },
]
