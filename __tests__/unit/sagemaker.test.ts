import { describe, expect, it } from '@jest/globals'
import { parseTemplate } from '../../src/cloudformation/parse.ts'
import { resolvedTemplate } from '../../src/cloudformation/resolved.ts'
import { requestContext } from '../../src/iam/conditions.ts'
import { evaluatePolicy } from '../../src/iam/evaluate.ts'
import { parsePolicy } from '../../src/iam/policy.ts'
import { JOB_KINDS, rightsOf } from '../../src/model/sagemaker-jobs.ts'
import { load, MINIMAL, render } from '../support/config.ts'
import { iamNames } from '../support/iam-names.ts'

const PLACE = { account: '123456789012', region: 'us-east-1' }
const KEY = 'arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555'

/** Who asks: the role's own policies and its boundary, both of which must allow. */
function roleWith(settings: string) {
  const config = load(`${MINIMAL}access: { sagemaker: { data-buckets: [acme-data], ${settings} } }\n`)
  const all = render(config).map(({ body, name }) => resolvedTemplate(parseTemplate(body, name), PLACE).Resources)
  const find = (id: string) => all.find((resources) => resources[id])?.[id]?.Properties
  const policies = ((find('SageMakerRole')?.['Policies'] ?? []) as { PolicyDocument: unknown }[]).flatMap(({ PolicyDocument }) =>
    parsePolicy(PolicyDocument),
  )
  const boundary = parsePolicy(find('WorkloadBoundary')?.['PolicyDocument'])
  return (action: string, resource: string, context: Record<string, string> = {}) => {
    const request = {
      action,
      resource,
      context: requestContext({ 'aws:PrincipalArn': `arn:aws:iam::123456789012:role/${config.names.sagemakerRole}`, ...context }),
    }
    return [policies, boundary].every((statements) => evaluatePolicy(statements, request).decision === 'allowed')
  }
}

describe('the SageMaker role', () => {
  it.each(['volume-key', 'output-key'])('may use the key that the gate %s demands, without naming it twice', (gate) => {
    const may = roleWith(`gates: { ${gate}: '${KEY}' }`)
    expect(may('kms:CreateGrant', KEY, { 'kms:GrantIsForAWSResource': 'true' })).toBe(true)
    expect(may('kms:CreateGrant', KEY, { 'kms:GrantIsForAWSResource': 'false' })).toBe(false)
    expect(may('kms:Decrypt', KEY)).toBe(true)
    expect(may('kms:GenerateDataKey', KEY)).toBe(true)
    expect(may('kms:Decrypt', KEY.replace(/5$/, '6'))).toBe(false)
  })

  it('starts a job that passes every gate, and none that leaves one out', () => {
    const may = roleWith(
      `gates: { volume-key: '${KEY}', output-key: '${KEY}', network-isolation: true, subnets: [subnet-0123456789abcdef0] }, jobs: [training, tuning, transform]`,
    )
    const good = {
      'sagemaker:VolumeKmsKeyArn': KEY,
      'sagemaker:OutputKmsKeyArn': KEY,
      'sagemaker:NetworkIsolation': 'true',
      'sagemaker:VpcSubnets': 'subnet-0123456789abcdef0',
    }
    const on = (kind: string) => `arn:aws:sagemaker:us-east-1:123456789012:${kind}/retail-dev-one`
    const starts: [string, string][] = [
      ['sagemaker:CreateTrainingJob', on('training-job')],
      ['sagemaker:CreateHyperParameterTuningJob', on('hyper-parameter-tuning-job')],
    ]
    for (const [action, resource] of starts) {
      expect([action, may(action, resource, good)]).toEqual([action, true])
      for (const left of Object.keys(good)) {
        const rest = Object.fromEntries(Object.entries(good).filter(([key]) => key !== left))
        expect([action, left, may(action, resource, rest)]).toEqual([action, left, false])
      }
    }
    const keys = { 'sagemaker:VolumeKmsKeyArn': KEY, 'sagemaker:OutputKmsKeyArn': KEY }
    expect(may('sagemaker:CreateTransformJob', on('transform-job'), keys)).toBe(true)
    expect(may('sagemaker:CreateTransformJob', on('transform-job'), { 'sagemaker:VolumeKmsKeyArn': KEY })).toBe(false)
    // What a gate of subnets makes every job need.
    expect(may('ec2:CreateNetworkInterface', '*')).toBe(true)
  })

  it('pulls AWS’s images of its region, those it is given, and nobody else’s', () => {
    const may = roleWith(`images: ['arn:aws:ecr:us-east-1:999988887777:repository/team-*']`)
    const pull = (repository: string) => may('ecr:BatchGetImage', `arn:aws:ecr:us-east-1:${repository}`)
    expect(
      ['763104351884:repository/pytorch-training', '683313688378:repository/sagemaker-xgboost', '999988887777:repository/team-a'].map(pull),
    ).toEqual([true, true, true])
    expect(['111122223333:repository/pytorch-training', '999988887777:repository/other'].map(pull)).toEqual([false, false])
  })

  it('reads a read prefix and never writes it; HeadBucket is a setting', () => {
    const [narrow, wide] = [roleWith('prefixes: [work/], read-prefixes: [gold/]'), roleWith('prefixes: [work/], list: buckets')]
    const on = (key: string) => `arn:aws:s3:::acme-data/${key}`
    expect([narrow('s3:GetObject', on('gold/a')), narrow('s3:PutObject', on('gold/a')), narrow('s3:PutObject', on('work/a'))]).toEqual([
      true,
      false,
      true,
    ])
    expect(narrow('s3:ListBucket', 'arn:aws:s3:::acme-data', { 's3:prefix': 'gold/x' })).toBe(true)
    expect([narrow('s3:ListBucket', 'arn:aws:s3:::acme-data'), wide('s3:ListBucket', 'arn:aws:s3:::acme-data')]).toEqual([false, true])
  })

  it.each(JOB_KINDS)('may do what %s needs, within its boundary, and every action is one of IAM’s', (kind) => {
    const may = roleWith(`jobs: [${kind}]`)
    const { own, list } = rightsOf([kind])
    for (const action of own) {
      expect([action, may(action, 'arn:aws:sagemaker:us-east-1:123456789012:any/retail-dev-one')]).toEqual([action, true])
      expect([action, may(action, 'arn:aws:sagemaker:us-east-1:123456789012:any/other')]).toEqual([action, false])
      expect([action, may(action, 'arn:aws:sagemaker:us-east-1:123456789012:any/pipelines-abc')]).toEqual([action, kind === 'pipelines'])
    }
    for (const action of list) expect([action, may(action, '*')]).toEqual([action, true])
    expect([...own, ...list].filter((action) => !iamNames().actionExists(action))).toEqual([])
  })
})
