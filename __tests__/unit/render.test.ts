import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { root } from '../../scripts/paths.mjs'
import { jsonSize, limitBreaches } from '../../src/cloudformation/limits.ts'
import { parseTemplate } from '../../src/cloudformation/parse.ts'
import { resolvedTemplate } from '../../src/cloudformation/resolved.ts'
import { requestContext } from '../../src/iam/conditions.ts'
import { evaluatePolicy } from '../../src/iam/evaluate.ts'
import { parsePolicy } from '../../src/iam/policy.ts'
import { AuditError } from '../../src/model/errors.ts'
import type { ParsedTemplate } from '../../src/model/template.ts'
import { expandFragment, type SettingValue } from '../../src/render/fragment.ts'
import { CONFIGS, load, MINIMAL, render } from '../support/config.ts'
import { iamNames, policyStatements } from '../support/iam-names.ts'
import { runs } from '../support/length.ts'

const templates = Object.entries(CONFIGS).flatMap(([config, text]) =>
  render(load(text)).map((template) => ({
    label: `${config}/${template.name}`,
    template,
    body: template.body,
    parsed: parseTemplate(template.body, template.name),
  })),
)
const of = (config: string, file: string): ParsedTemplate => {
  const found = templates.find((template) => template.label === `${config}/${file}`)
  if (!found) throw new Error(`no ${config}/${file}`)
  return found.parsed
}
/** The audit template of the smallest config with some audit settings. */
const auditOf = (settings: string): ParsedTemplate => {
  const body = render(load(`${MINIMAL}audit: { ${settings} }\n`)).find((template) => template.name === 'audit')?.body
  return parseTemplate(body ?? '', 'audit')
}
/** A policy document with its intrinsics as they become. */
const resolvedPolicy = (document: unknown, region: string, template: ParsedTemplate): unknown =>
  resolvedTemplate(
    { ...template, Resources: { ...template.Resources, Wanted: { Type: 'X', Properties: { document } } } },
    { account: '123456789012', region },
  ).Resources['Wanted']?.Properties?.['document']

const resourcesOfType = (template: ParsedTemplate, type: string) =>
  Object.entries(template.Resources).filter(([, resource]) => resource.Type === type)

describe('rendered templates', () => {
  it.each(templates.map((template) => [template.label, template] as const))('%s is the golden one', (name, template) => {
    expect(template.body).toBe(readFileSync(join(root, '__tests__/golden/templates', `${name.replace('/', '-')}.yml`), 'utf8'))
  })

  it.each(templates.map((template) => [template.label, template] as const))('%s stays inside the limits of AWS', (_, template) => {
    expect(limitBreaches(template.template, template.parsed)).toEqual([])
  })

  it('says nothing about a config that needs nothing: no access template without roles', () => {
    expect(render(load(CONFIGS['no-tamper-no-access'] ?? '')).map((template) => template.name)).toEqual(['bootstrap', 'audit'])
  })

  it('gives the deploy role a policy for stack settings only where they need rights', () => {
    const github = 'github: { repository: acme/retail }\naudit: { tamper-rule: false }\n'
    const bootstrap = (stacks: string) =>
      render(load(`${MINIMAL.replace(/^github:.*\n/m, '')}${github}stacks: ${stacks}\n`)).find(({ name }) => name === 'bootstrap')?.body ??
      ''
    for (const empty of ['{}', '{ rollback-minutes: 5 }', '{ notifications: [] }'])
      expect([empty, bootstrap(empty).includes('DeploySettingsPolicy')]).toEqual([empty, false])
    expect(bootstrap('{ service-role: "arn:aws:iam::123456789012:role/cloudformation" }')).toMatch(
      /iam:PassedToService: cloudformation.amazonaws.com/,
    )
  })

  it('is the same bytes for the same config', () => {
    expect(render(load(MINIMAL))).toEqual(render(load(MINIMAL)))
  })

  it('keeps comments and short-form intrinsics', () => {
    const audit = templates.find((template) => template.label === 'minimal/audit')?.body ?? ''
    expect(audit).toMatch(/# CloudTrail tests its rights while the trail is created/)
    expect(audit).toMatch(/KMSKeyId: !GetAtt LogKey.Arn/)
    expect(audit).not.toMatch(/Fn::|<[a-z][\w.]*>|#[?*] /)
  })
})

/** Rows of what real AWS does that no emulator shows, as rules on every rendered template. */
describe('shapes AWS forces', () => {
  it('renders no policy without statements: IRSA clusters whose providers exist ask nothing of the deploy role', () => {
    const cluster = (more: string) =>
      `access: { eks: { pod-identity: irsa, clusters: [{ name: c, issuer: "https://oidc.eks.us-east-1.amazonaws.com/id/0A000AAA"${more} }] } }\n`
    const bootstrap = (more: string) => {
      const config = load(`${MINIMAL}audit: { tamper-rule: false }\ngithub: { repository: a/b }\n${cluster(more)}`)
      return render(config).find(({ name }) => name === 'bootstrap')?.body ?? ''
    }
    expect(bootstrap('')).not.toMatch(/Deploy(?:Settings|Data)Policy/)
    expect(bootstrap(', oidc-provider: create')).toMatch(/DeployDataPolicy:[\s\S]*?Statement:\n\s+- Sid/)
  })

  const everywhere = (check: (template: ParsedTemplate, name: string) => void) => {
    for (const template of templates) check(template.parsed, template.label)
  }

  it('what holds evidence survives its stack, but not a failed first create', () => {
    everywhere((template) => {
      for (const type of ['AWS::KMS::Key', 'AWS::S3::Bucket', 'AWS::Logs::LogGroup', 'AWS::CloudTrail::Trail', 'AWS::IAM::OIDCProvider']) {
        for (const [, resource] of resourcesOfType(template, type))
          expect(resource).toMatchObject({
            DeletionPolicy: expect.stringMatching(/^Retain(?:ExceptOnCreate)?$/),
            UpdateReplacePolicy: 'Retain',
          })
      }
    })
    // What is imported existed before: it outlives even a failed first creation.
    const policies = (config: string) =>
      ['LogKey', 'LogBucket', 'LogBucketPolicy', 'LogGroup', 'Trail'].map((id) => of(config, 'audit').Resources[id]?.DeletionPolicy)
    expect(policies('minimal')).toEqual(Array(5).fill('RetainExceptOnCreate'))
    expect(policies('adopted-trail')).toEqual(Array(5).fill('Retain'))
  })

  it('the trail waits for the bucket policy and names key, group and role by ARN', () => {
    const [, trail] = resourcesOfType(of('example', 'audit'), 'AWS::CloudTrail::Trail')[0] ?? []
    expect(trail?.DependsOn).toEqual(['LogBucketPolicy'])
    expect(of('everything-on', 'audit').Resources['Trail']?.DependsOn).toEqual(['LogBucketPolicy', 'DeliveryTopicPolicy'])
    expect(trail?.Properties).toMatchObject({
      KMSKeyId: { 'Fn::GetAtt': ['LogKey', 'Arn'] },
      CloudWatchLogsLogGroupArn: { 'Fn::GetAtt': ['LogGroup', 'Arn'] },
    })
    expect(trail?.Properties).not.toHaveProperty('EventSelectors')
  })

  it('no policy refers to the trail by GetAtt, which would make a cycle', () => {
    everywhere((template) => {
      for (const [id, resource] of Object.entries(template.Resources)) {
        if (resource.Type !== 'AWS::CloudTrail::Trail')
          expect([id, JSON.stringify(resource)]).not.toEqual([
            id,
            expect.stringMatching(/"Fn::GetAtt":\["Trail"|"Ref":"Trail"|\$\{Trail[.}]/),
          ])
      }
    })
  })

  it('no statement denies unencrypted writes on the log bucket: CloudTrail could not create the trail', () => {
    const policy = JSON.stringify(of('example', 'audit').Resources['LogBucketPolicy'])
    expect(policy).not.toMatch(/x-amz-server-side-encryption/)
  })

  it('the log buckets are never among the recorded data resources', () => {
    const trail = JSON.stringify(of('everything-on', 'audit').Resources['Trail'])
    expect(trail).toMatch(/"NotStartsWith":\[.*-logs-eu-west-1-123456789012\/.*-s3-access-eu-west-1-123456789012\//)
  })

  it('only log files move, and only those whose move pays', () => {
    type Rule = Record<string, unknown>
    const rulesOf = (template: ParsedTemplate) =>
      (template.Resources['LogBucket']?.Properties?.['LifecycleConfiguration'] as { Rules: Rule[] } | undefined)?.Rules ?? []
    const moving = (template: ParsedTemplate) => rulesOf(template).filter((rule) => 'Transitions' in rule)
    const filter = { Prefix: 'mlops-logs/AWSLogs/123456789012/CloudTrail/', ObjectSizeGreaterThan: '131072' }
    expect(moving(of('example', 'audit'))).toMatchObject([filter])
    // An organization has a folder per account, in which digests stand beside the logs; there their size is all that tells them apart.
    expect(moving(of('organization', 'audit'))).toMatchObject([{ Prefix: 'mlops-logs/', ObjectSizeGreaterThan: '131072' }])
    expect(moving(auditOf('lifecycle: { scope: all }'))[0]).toMatchObject({ ObjectSizeGreaterThan: '131072' })
    expect(moving(auditOf('lifecycle: { scope: all }'))[0]).not.toHaveProperty('Prefix')
    expect(moving(auditOf('lifecycle: { standard-ia: null, glacier: null, deep-archive: null }'))).toEqual([])
    // What is deleted is so whatever its size: the rule that expires has no filter of it.
    const expiring = rulesOf(auditOf('lifecycle: { expire: 900 }')).filter((rule) => 'ExpirationInDays' in rule)
    expect(expiring).toHaveLength(1)
    expect(expiring[0]).not.toHaveProperty('ObjectSizeGreaterThan')
    for (const rule of rulesOf(of('example', 'audit')))
      expect(rule['ExpirationInDays'] !== undefined && rule['ExpiredObjectDeleteMarker'] !== undefined).toBe(false)
  })

  it('logs that expire are deleted, not hidden: the bucket keeps versions', () => {
    const rulesOf = (lifecycle: string) => {
      const bucket = auditOf(`lifecycle: { ${lifecycle} }`).Resources['LogBucket']
      return (bucket?.Properties?.['LifecycleConfiguration'] as { Rules: object[] } | undefined)?.Rules
    }
    expect(rulesOf('expire: 900')).toMatchObject([
      { Id: 'CloudTrailLogTransitions' },
      { ExpirationInDays: 900, NoncurrentVersionExpiration: { NoncurrentDays: 900 } },
      { ExpiredObjectDeleteMarker: true },
    ])
    expect(rulesOf('expire: 900, expire-noncurrent: 400')).toMatchObject([{}, { NoncurrentVersionExpiration: { NoncurrentDays: 400 } }, {}])
    expect(JSON.stringify(rulesOf('expire: null'))).not.toMatch(/Noncurrent/)
  })

  it('access logs go to an SSE-S3 bucket by a conditioned grant', () => {
    const { AccessLogBucket, AccessLogBucketPolicy } = of('example', 'audit').Resources
    expect(JSON.stringify(AccessLogBucket)).toMatch(/"SSEAlgorithm":"AES256"/)
    expect(JSON.stringify(AccessLogBucketPolicy)).toMatch(/logging\.s3\.amazonaws\.com.*aws:SourceArn.*aws:SourceAccount/)
  })

  it('the logs context of the key has no trailing star', () => {
    expect(JSON.stringify(of('example', 'audit').Resources['LogKey'])).toMatch(
      /kms:EncryptionContext:aws:logs:arn":\{"Fn::Sub":"[^"]*log-group:mlops-cloudtrail-log-group"/,
    )
  })

  it('bucket keys bring Decrypt for CloudTrail and readers by the bucket context', () => {
    const sids = (template: ParsedTemplate) =>
      JSON.stringify(template.Resources['LogKey'])
        .match(/"Sid":"[^"]+"/g)
        ?.join() ?? ''
    expect(sids(of('everything-on', 'audit'))).toMatch(/CloudTrailUsesBucketKey.*ReadersInAccountDecryptThroughBucketKey/)
    expect(sids(of('example', 'audit'))).not.toMatch(/BucketKey/)
  })

  it('nothing is granted to other accounts when none is named, and never by repeating the own account', () => {
    expect(JSON.stringify(of('example', 'audit').Resources['LogKey'])).not.toMatch(/NamedAccountsDecryptLogs/)
    expect(JSON.stringify(of('everything-on', 'audit').Resources['LogKey'])).toMatch(/NamedAccountsDecryptLogs.*210987654321:root/)
  })

  it('an alert topic has its publisher in topic policy and key policy, and no AWS managed key', () => {
    const { AlertTopic, AlertTopicPolicy, LogKey } = of('example', 'audit').Resources
    expect(AlertTopic?.Properties).toMatchObject({ KmsMasterKeyId: { 'Fn::GetAtt': ['LogKey', 'Arn'] } })
    expect(JSON.stringify(AlertTopicPolicy)).toMatch(/events\.amazonaws\.com/)
    expect(JSON.stringify(LogKey)).toMatch(/EventBridgePublishesAlerts/)
  })

  it('the CIS alarms: all, some or none, each filter with its alarm, patterns within the limit of CloudWatch Logs', () => {
    const alarmsOf = (template: ParsedTemplate) => resourcesOfType(template, 'AWS::CloudWatch::Alarm').map(([id]) => id)
    const filters = resourcesOfType(of('everything-on', 'audit'), 'AWS::Logs::MetricFilter')
    expect(filters).toHaveLength(15)
    for (const [id, filter] of filters) {
      // A default value is a metric that is billed for every hour.
      expect(JSON.stringify(filter.Properties)).not.toContain('DefaultValue')
      expect([id, String(filter.Properties?.['FilterPattern']).length <= 1024]).toEqual([id, true])
      expect(alarmsOf(of('everything-on', 'audit'))).toContain(id.replace(/Filter$/, 'Alarm'))
    }
    const [some] = render(load(`${MINIMAL}audit: { alarms: [root-use, vpc-changes] }\n`)).filter((template) => template.name === 'audit')
    expect(alarmsOf(parseTemplate(some?.body ?? '', 'audit'))).toEqual(['NoEventsAlarm', 'RootUseAlarm', 'VpcChangesAlarm'])
    expect(alarmsOf(of('no-tamper-no-access', 'audit'))).toEqual([])
  })

  it('a locked bucket says so when it is made, and an adopted one by its configuration alone', () => {
    const { Properties } = of('object-lock', 'audit').Resources['LogBucket'] ?? {}
    expect(Properties).toMatchObject({
      ObjectLockEnabled: true,
      ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 365 } } },
      BucketEncryption: { ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }] },
    })
    const adopted = auditOf('log-bucket: { adopt: old }, object-lock: { mode: governance, days: 1 }').Resources['LogBucket']?.Properties
    expect(Object.keys(adopted ?? {})).toEqual(expect.arrayContaining(['ObjectLockConfiguration']))
    expect(adopted).not.toHaveProperty('ObjectLockEnabled')
  })

  it('SSE-S3 needs no key until something else does', () => {
    expect(of('object-lock', 'audit').Resources).not.toHaveProperty('LogKey')
    expect(of('object-lock', 'audit').Resources['Trail']?.Properties).not.toHaveProperty('KMSKeyId')
    const withAlerts = auditOf('encryption: sse-s3').Resources
    expect(JSON.stringify(withAlerts['LogKey'])).toMatch(/EventBridgePublishesAlerts/)
    expect(JSON.stringify(withAlerts['LogKey'])).not.toMatch(/CloudTrailEncryptsLogs|ReadersInAccount/)
  })

  it('break-glass: deletes by named people only, changes by them or through CloudFormation', () => {
    const document = of('everything-on', 'audit').Resources['LogBucketPolicy']?.Properties?.['PolicyDocument']
    const statements = parsePolicy(resolvedPolicy(document, 'eu-west-1', of('everything-on', 'audit')))
    const asks = (action: string, resource: string, entries: Record<string, string | undefined>) =>
      evaluatePolicy(statements, { action, resource, context: requestContext({ 'aws:SecureTransport': 'true', ...entries }) }).decision
    const bucket = 'arn:aws:s3:::retail-dev-logs-eu-west-1-123456789012'
    const by = (name: string) => ({ 'aws:PrincipalArn': `arn:aws:iam::123456789012:role/${name}` })
    expect(asks('s3:DeleteObject', `${bucket}/x`, by('admin'))).toBe('explicit-deny')
    expect(asks('s3:DeleteObject', `${bucket}/x`, { ...by('admin'), 'aws:CalledVia': 'cloudformation.amazonaws.com' })).toBe(
      'explicit-deny',
    )
    expect(asks('s3:DeleteObject', `${bucket}/x`, by('break-glass'))).not.toBe('explicit-deny')
    expect(asks('s3:PutBucketPolicy', bucket, by('admin'))).toBe('explicit-deny')
    expect(asks('s3:PutBucketPolicy', bucket, { ...by('admin'), 'aws:CalledVia': 'cloudformation.amazonaws.com' })).toBe('implicit-deny')
    expect(asks('s3:PutBucketPolicy', bucket, by('break-glass'))).not.toBe('explicit-deny')
    // CloudTrail itself still delivers.
    const delivery = {
      'aws:SourceArn': 'arn:aws:cloudtrail:eu-west-1:123456789012:trail/retail-dev-audit-trail',
      's3:x-amz-acl': 'bucket-owner-full-control',
    }
    expect(asks('s3:PutObject', `${bucket}/mlops-logs/AWSLogs/123456789012/x`, delivery)).toBe('allowed')
  })

  it('evidence: the write-once role writes a name once, and nobody else writes', () => {
    const template = of('everything-on', 'audit')
    const statements = parsePolicy(
      resolvedPolicy(template.Resources['EvidenceBucketPolicy']?.Properties?.['PolicyDocument'], 'eu-west-1', template),
    )
    const put = (role: string, ifNoneMatch: string | undefined) =>
      evaluatePolicy(statements, {
        action: 's3:PutObject',
        resource: 'arn:aws:s3:::retail-dev-evidence-eu-west-1-123456789012/pack.zip',
        context: requestContext({
          'aws:SecureTransport': 'true',
          'aws:PrincipalArn': `arn:aws:iam::123456789012:role/${role}`,
          's3:if-none-match': ifNoneMatch,
        }),
      }).decision
    expect(put('retail-dev-audit-evidence', '*')).not.toBe('explicit-deny')
    expect(put('retail-dev-audit-evidence', undefined)).toBe('explicit-deny')
    expect(put('retail-dev-audit-deploy', '*')).toBe('explicit-deny')
    expect(template.Resources['EvidenceBucket']?.Properties).toMatchObject({ ObjectLockEnabled: true })
  })

  it('SageMaker gates deny a job that lacks what is asked for, also when it says nothing about it', () => {
    const template = of('everything-on', 'access')
    const policies = template.Resources['SageMakerRole']?.Properties?.['Policies'] as { PolicyName: string; PolicyDocument: unknown }[]
    const gates = policies.find(({ PolicyName }) => PolicyName === 'SageMakerJobGates')
    const statements = parsePolicy(resolvedPolicy(gates?.PolicyDocument, 'eu-central-1', template))
    const key = 'arn:aws:kms:eu-central-1:123456789012:key/11111111-2222-3333-4444-555555555555'
    const good = {
      'sagemaker:NetworkIsolation': 'true',
      'sagemaker:InterContainerTrafficEncryption': 'true',
      'sagemaker:VpcSubnets': ['subnet-0aaaaaaaaaaaaaaa1'],
      'sagemaker:VpcSecurityGroupIds': ['sg-0aaaaaaaaaaaaaaa1'],
      'sagemaker:VolumeKmsKeyArn': key,
      'sagemaker:OutputKmsKeyArn': key,
      'sagemaker:InstanceTypes': ['ml.m5.xlarge'],
      'sagemaker:MaxRuntimeInSeconds': '3600',
    }
    const job = (overrides: Record<string, string | string[] | undefined>) =>
      evaluatePolicy(statements, {
        action: 'sagemaker:CreateTrainingJob',
        resource: '*',
        context: requestContext({ ...good, ...overrides }),
      }).decision
    expect(job({})).toBe('implicit-deny')
    for (const [name, bad] of [
      ['NetworkIsolation', 'false'],
      ['InterContainerTrafficEncryption', 'false'],
      ['VpcSubnets', ['subnet-0aaaaaaaaaaaaaaa1', 'subnet-0bbbbbbbbbbbbbbb1']],
      ['VpcSecurityGroupIds', ['sg-0bbbbbbbbbbbbbbb1']],
      ['VolumeKmsKeyArn', 'arn:aws:kms:eu-central-1:123456789012:key/other'],
      ['OutputKmsKeyArn', 'arn:aws:kms:eu-central-1:123456789012:key/other'],
      ['InstanceTypes', ['ml.p5.48xlarge']],
      ['MaxRuntimeInSeconds', '86401'],
    ] as const) {
      expect([name, job({ [`sagemaker:${name}`]: bad as string | string[] })]).toEqual([name, 'explicit-deny'])
      // A job always has instance types, and security groups come with subnets.
      if (!/InstanceTypes|SecurityGroup/.test(name))
        expect([name, job({ [`sagemaker:${name}`]: undefined })]).toEqual([name, 'explicit-deny'])
    }
  })

  it('pods: exact service account by IRSA, request tags by Pod Identity, per cluster', () => {
    const irsa = JSON.stringify(of('irsa', 'access').Resources['ModelReadRole']?.Properties?.['AssumeRolePolicyDocument'])
    expect(irsa.match(/AssumeRoleWithWebIdentity/g)).toHaveLength(2)
    expect(irsa).toMatch(/id\/EXAMPLED539D4633E53DE1B71EXAMPLE:sub":"system:serviceaccount:serving:retail-api"/)
    expect(irsa).toMatch(/id\/EXAMPLE0000D4633E53DE1B71EXAMPLE:aud":"sts.amazonaws.com"/)
    expect(of('irsa', 'access').Resources).toHaveProperty('RetailOidcProvider')
    const pod = of('pod-identity', 'access').Resources
    expect(pod['ModelReadRole']?.Properties?.['AssumeRolePolicyDocument']).toMatchObject({
      Statement: [
        {
          Principal: { Service: 'pods.eks.amazonaws.com' },
          Action: ['sts:AssumeRole', 'sts:TagSession'],
          Condition: {
            StringEquals: {
              'aws:RequestTag/eks-cluster-name': ['retail', 'retail-blue'],
              'aws:RequestTag/kubernetes-service-account': 'retail-api',
            },
          },
        },
      ],
    })
    expect(Object.keys(pod).filter((id) => /^ModelReadRoleIn/.test(id))).toEqual(['ModelReadRoleInRetail', 'ModelReadRoleInRetailBlue'])
  })

  it('an organization trail: path, key context and log streams of the management account and its members', () => {
    const { Trail, LogBucketPolicy, CloudWatchLogsRole, CloudTrailTable } = of('organization', 'audit').Resources
    expect(Trail?.Properties).toMatchObject({ IsOrganizationTrail: true })
    expect(JSON.stringify(LogBucketPolicy)).toMatch(/AWSLogs\/\$\{AWS::AccountId\}\/\*.*AWSLogs\/o-exampleorgid\/\*/)
    expect(JSON.stringify(CloudWatchLogsRole)).toMatch(/log-stream:o-exampleorgid_\*/)
    expect(JSON.stringify(CloudTrailTable)).toMatch(/projection.account.type":"injected"/)
  })

  it('where IAM events do not arrive, a rule in the global region forwards them', () => {
    expect(of('everything-on', 'global').Resources['GlobalTamperRule']?.Properties).toMatchObject({
      Targets: [{ Arn: { 'Fn::Sub': expect.stringMatching(/events:eu-west-1:.*event-bus\/default/) } }],
    })
    expect(templates.filter(({ label }) => label.endsWith('/global')).map(({ template }) => template.region)).toEqual(['us-east-1'])
  })

  it('a used trail is built around: its group gets the alarms, and nothing of it is made or changed', () => {
    const resources = of('used-trail', 'audit').Resources
    for (const id of ['Trail', 'LogBucket', 'LogBucketPolicy', 'LogGroup', 'CloudWatchLogsRole']) expect(resources).not.toHaveProperty(id)
    expect(resources['RootUseFilter']?.Properties).toMatchObject({ LogGroupName: 'acme-org-trail-group' })
    expect(JSON.stringify(resources['TamperRule'])).toMatch(/acme-org-trail-logs/)
  })

  it('references by export or by parameter, and no stack refers to itself in a circle', () => {
    expect(JSON.stringify(of('exports', 'access').Resources['SageMakerRole'])).toMatch(
      /"Fn::ImportValue":"retail-dev-bootstrap-WorkloadBoundaryArn"/,
    )
    expect(of('exports', 'bootstrap').Outputs?.['WorkloadBoundaryArn']?.Export).toEqual({
      Name: 'retail-dev-bootstrap-WorkloadBoundaryArn',
    })
    expect(of('minimal', 'access').Parameters?.['WorkloadBoundaryArn']?.Default).toBe(
      'arn:aws:iam::123456789012:policy/retail-dev-workload-boundary',
    )
    const imports = (template: ParsedTemplate) =>
      [...JSON.stringify(template).matchAll(/"Fn::ImportValue":"([^"]+)"/g)].map((match) => match[1])
    expect(imports(of('exports', 'bootstrap'))).toEqual([])
    for (const name of ['audit', 'access'])
      expect(new Set(imports(of('exports', name)))).toEqual(new Set(['retail-dev-bootstrap-WorkloadBoundaryArn']))
  })

  it('every action and condition key in every policy exists', () => {
    const { actionExists, conditionKeyExists } = iamNames()
    const statements = templates.flatMap(({ parsed }) => policyStatements(parsed))
    const unknown = new Set([
      ...statements.flatMap(({ actions }) => actions).filter((action) => !actionExists(action)),
      ...statements.flatMap(({ conditions }) => conditions).filter((key) => !conditionKeyExists(key)),
    ])
    expect([...unknown]).toEqual([])
  })

  it('silence is an alarm by itself, because after StopLogging no rule may fire', () => {
    expect(of('minimal', 'audit').Resources['NoEventsAlarm']?.Properties).toMatchObject({
      MetricName: 'IncomingLogEvents',
      TreatMissingData: 'breaching',
      ComparisonOperator: 'LessThanThreshold',
    })
  })

  it('named resources have static names, so that they can be imported', () => {
    everywhere((template) => {
      // A filter names the group it belongs to, not itself.
      for (const resource of Object.values(template.Resources).filter(({ Type }) => Type !== 'AWS::Logs::MetricFilter')) {
        for (const property of ['BucketName', 'TrailName', 'RoleName', 'LogGroupName', 'AliasName', 'TopicName', 'ManagedPolicyName']) {
          const name = resource.Properties?.[property]
          if (name !== undefined) expect(typeof name).toBe('string')
        }
      }
    })
  })

  it('partition differences: audience, EC2 principal, no Insights in China', () => {
    const china = of('china', 'bootstrap')
    expect(JSON.stringify(china.Resources['DeployRole'])).toMatch(/sts\.amazonaws\.com\.cn/)
    expect(JSON.stringify(of('china', 'access').Resources['EksNodegroupRole'])).toMatch(/ec2\.amazonaws\.com\.cn/)
    expect(of('china', 'audit').Resources['Trail']?.Properties).not.toHaveProperty('InsightSelectors')
    for (const template of templates)
      if (/^(?:china|govcloud)/.test(template.label))
        expect([template.label, template.body]).toEqual([template.label, expect.not.stringMatching(/arn:aws:/)])
  })

  it('both subject forms are trusted where ids are known, and the repository id is pinned', () => {
    const deploy = JSON.stringify(of('example', 'bootstrap').Resources['DeployRole']?.Properties?.['AssumeRolePolicyDocument'])
    expect(deploy).toMatch(/repo:acme\/retail:ref:refs\/heads\/main.*repo:acme@81\/retail@4512:ref:refs\/heads\/main/)
    expect(deploy).toMatch(/repository_id":"4512"/)
    expect(deploy).not.toMatch(/pull_request|\*/)
  })

  it('an environment takes the place of the branch in the deploy role', () => {
    const deploy = JSON.stringify(of('everything-on', 'bootstrap').Resources['DeployRole']?.Properties?.['AssumeRolePolicyDocument'])
    expect(deploy).toMatch(/environment:prod/)
    expect(deploy).not.toMatch(/refs\/heads/)
  })

  it('every statement has a Sid of its own in its policy', () => {
    everywhere((template, name) => {
      for (const [id, resource] of Object.entries(template.Resources)) {
        for (const [, list] of JSON.stringify(resource).matchAll(/"Statement":(\[(?:[^[\]]|\[(?:[^[\]]|\[[^[\]]*\])*\])*\])/g)) {
          const sids = (JSON.parse(list ?? '[]') as { Sid?: string }[]).map((statement) => statement.Sid)
          expect([name, id, new Set(sids).size, sids.includes(undefined)]).toEqual([name, id, sids.length, false])
        }
      }
    })
  })
})

describe('any accepted config', () => {
  const bucket = fc.stringMatching(/^[a-z0-9][a-z0-9-]{1,20}[a-z0-9]$/)
  const config = fc.record({
    tags: fc.dictionary(
      fc.stringMatching(/^[A-Za-z][A-Za-z0-9 _.:/=+@-]{0,20}$/),
      fc.stringMatching(/^[A-Za-zß-öЖ語0-9 _.:/=+@-]{1,30}$/),
      { maxKeys: 5 },
    ),
    buckets: fc.uniqueArray(bucket, { maxLength: 4 }),
    access: fc.constantFrom('all', 'read', 'write'),
    insights: fc.boolean(),
    bucketKey: fc.boolean(),
    profile: fc.constantFrom('least-privilege', 'lab'),
    branches: fc.uniqueArray(fc.stringMatching(/^[A-Za-z0-9._/-]{1,12}$/), { minLength: 1, maxLength: 3 }),
    glacier: fc.option(fc.integer({ min: 31, max: 300 })),
    region: fc.constantFrom('us-east-1', 'eu-central-1', 'us-gov-west-1', 'cn-north-1'),
  })

  it('renders to templates that parse, stay in the limits and keep their tags', () => {
    fc.assert(
      fc.property(config, (given) => {
        const text = JSON.stringify({
          version: 1,
          project: 'retail',
          environment: 'dev',
          account: '123456789012',
          region: given.region,
          tags: given.tags,
          github: { repository: 'acme/retail', branches: given.branches },
          audit: {
            'data-events': given.buckets,
            'data-events-access': given.access,
            insights: given.insights && given.region !== 'cn-north-1',
            'bucket-key': given.bucketKey,
            lifecycle: { glacier: given.glacier },
          },
          access: { sagemaker: { profile: given.profile } },
        })
        for (const template of render(load(text))) {
          const parsed = parseTemplate(template.body, template.name)
          expect(limitBreaches(template, parsed)).toEqual([])
          for (const [id, resource] of Object.entries(parsed.Resources)) {
            const tags = resource.Properties?.['Tags'] as { Key: string; Value: string }[] | undefined
            // A key says beside them whose it is.
            const own = resource.Type === 'AWS::KMS::Key' ? { AuditStack: 'retail-dev-audit' } : {}
            if (tags)
              expect([id, Object.fromEntries(tags.map((tag) => [tag.Key, tag.Value]))]).toEqual([
                id,
                { Project: 'retail', Environment: 'dev', ...given.tags, ...own },
              ])
          }
        }
      }),
      { numRuns: runs(30, 300) },
    )
  })
})

describe('expandFragment', () => {
  const expand = (text: string, settings: Record<string, SettingValue>) =>
    expandFragment(text, new Map(Object.entries(settings)), 'test.yml')

  it('keeps, drops and repeats nodes with their comments', () => {
    const text = 'a:\n  #? on\n  # why\n  b: 1\n  #? !on\n  c:\n    d: 2\n  #* list as x\n  - <x>\n'
    expect(expand(text, { on: true, list: ['p', 'q'] })).toBe('a:\n  # why\n  b: 1\n  - p\n  - q\n')
    expect(expand(text, { on: false, list: [] })).toBe('a:\n  c:\n    d: 2\n')
  })

  it('quotes what YAML would read as something else', () => {
    const text = expand('a: <x>\n', { x: 'yes' })
    expect(text).toBe('a: "yes"\n')
    expect(expand('a: <x>\n', { x: '0123' })).toBe('a: "0123"\n')
    expect(expand('a: <x>\n', { x: 12 })).toBe('a: 12\n')
  })

  it('cannot be left by a value inside quotes or a Sub', () => {
    expect(expand("a: !Sub 'x-<v>'\n", { v: "it's ${AWS::Region}" })).toBe("a: !Sub 'x-it''s ${!AWS::Region}'\n")
  })

  it('names the fragment for an unknown setting and a directive without a node', () => {
    expect(() => expand('a: <nope>\n', {})).toThrow('templates/test.yml: unknown setting "nope"')
    expect(() => expand('a: 1\n#? on\n', { on: true })).toThrow(/without a node/)
  })
})

describe('parseTemplate', () => {
  it('reads short forms as long forms and dates as text', () => {
    expect(
      parseTemplate(
        "Resources:\n  A:\n    Type: T\n    Properties:\n      V: 2012-10-17\n      G: !GetAtt A.B.C\n      J: !Join ['-', [!Ref A, x]]\n",
        't',
      ).Resources['A']?.Properties,
    ).toEqual({
      V: '2012-10-17',
      G: { 'Fn::GetAtt': ['A', 'B.C'] },
      J: { 'Fn::Join': ['-', [{ Ref: 'A' }, 'x']] },
    })
  })

  it('refuses what is no template', () => {
    expect(() => parseTemplate('a: 1', 'x.yml')).toThrow(AuditError)
    expect(() => parseTemplate('a: [', 'x.yml')).toThrow(/x\.yml is not valid YAML/)
  })
})

describe('jsonSize', () => {
  it('counts intrinsics at their longest', () => {
    expect(jsonSize({ a: { Ref: 'AWS::Partition' } })).toBe('{"a":"aws-us-gov"}'.length)
  })
})
