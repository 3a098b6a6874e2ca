import type { Config } from '../model/config.ts'
import { accessLogsIn, alertsIn, deployDataIn, deploySettingsIn, globalTemplateIn, isStackOwned, keyIn } from '../model/presence.ts'
import type { TemplateName } from '../model/template.ts'

interface Fragment {
  /** Path under `templates/`. */
  file: string
  /** Title of the parameter group, shown by the CloudFormation console. */
  label: string
  when(config: Config): boolean
}

interface TemplateManifest {
  description: string
  stackName(config: Config): string
  region(config: Config): string
  fragments: readonly Fragment[]
}

const always = () => true
const withGithub = (config: Config) => config.github !== undefined
const ownsTrail = ({ audit }: Config) => audit.trail !== 'use'
const withEks = ({ access }: Config) => access.eks !== undefined

/** The boundary as a parameter, for templates whose roles must have it. */
const BOUNDARY: Fragment = {
  file: 'shared/workload-boundary.yml',
  label: 'From the bootstrap stack',
  when: (config) => config.stackReferences === 'parameter',
}
const boundaryWhen = (when: (config: Config) => boolean): Fragment => ({
  ...BOUNDARY,
  when: (config) => BOUNDARY.when(config) && when(config),
})

/** Which fragments make which template, in the order they appear in it. */
export const MANIFEST: Readonly<Record<TemplateName, TemplateManifest>> = {
  bootstrap: {
    description: 'Trust and boundaries for CI; deployed once by an administrator',
    stackName: ({ names }) => names.bootstrapStack,
    region: ({ region }) => region,
    fragments: [
      {
        file: 'bootstrap/oidc-provider.yml',
        label: 'GitHub identity',
        when: ({ github }) => github !== undefined && !(typeof github.oidcProvider === 'object' && 'use' in github.oidcProvider),
      },
      { file: 'bootstrap/workload-boundary.yml', label: 'Workload boundary', when: always },
      { file: 'bootstrap/pipeline-boundary.yml', label: 'Pipeline boundary', when: withGithub },
      { file: 'bootstrap/read-policy.yml', label: 'Read policy', when: withGithub },
      { file: 'bootstrap/plan-role.yml', label: 'Plan role', when: withGithub },
      { file: 'bootstrap/publish-role.yml', label: 'Publish role', when: withGithub },
      { file: 'bootstrap/deploy-role.yml', label: 'Deploy role', when: withGithub },
      { file: 'bootstrap/deploy-settings.yml', label: 'Deploy role', when: deploySettingsIn },
      { file: 'bootstrap/deploy-data.yml', label: 'Deploy role', when: deployDataIn },
      { file: 'bootstrap/verify-role.yml', label: 'Verify role', when: withGithub },
      { file: 'bootstrap/image-push-role.yml', label: 'Image-push role', when: ({ github }) => github?.imagePush !== undefined },
      { file: 'bootstrap/evidence-role.yml', label: 'Evidence role', when: ({ audit }) => audit.evidence !== undefined },
      { file: 'bootstrap/template-bucket.yml', label: 'Template bucket', when: ({ templateBucket }) => templateBucket === 'create' },
    ],
  },
  audit: {
    description: 'Audit trail: key, log buckets, log group, trail and tamper detection',
    stackName: ({ names }) => names.auditStack,
    region: ({ region }) => region,
    fragments: [
      boundaryWhen(ownsTrail),
      { file: 'audit/key.yml', label: 'Log key', when: keyIn },
      { file: 'audit/access-log-bucket.yml', label: 'Access-log bucket', when: accessLogsIn },
      { file: 'audit/log-bucket.yml', label: 'Log bucket', when: ({ audit }) => isStackOwned(audit.logBucket) },
      { file: 'audit/log-group.yml', label: 'CloudWatch Logs', when: ({ audit }) => isStackOwned(audit.logGroup) },
      { file: 'audit/cloudwatch-logs-role.yml', label: 'CloudWatch Logs', when: ownsTrail },
      { file: 'audit/deliveries.yml', label: 'Delivery notices', when: ({ audit }) => audit.deliveryNotices },
      { file: 'audit/trail.yml', label: 'Trail', when: ownsTrail },
      { file: 'audit/alerts.yml', label: 'Alerts', when: alertsIn },
      { file: 'audit/tamper.yml', label: 'Tamper detection', when: ({ audit }) => audit.tamperRule },
      { file: 'audit/alarms.yml', label: 'Alarms', when: ({ audit }) => audit.alarms.length > 0 },
      { file: 'audit/dashboard.yml', label: 'Dashboard', when: ({ audit }) => audit.dashboard },
      { file: 'audit/config-recorder.yml', label: 'AWS Config', when: ({ audit }) => audit.awsConfig.recorder === 'create' },
      { file: 'audit/config-rules.yml', label: 'AWS Config', when: ({ audit }) => audit.awsConfig.rules.length > 0 },
      { file: 'audit/analytics.yml', label: 'Analytics', when: ({ audit }) => audit.analytics !== undefined },
      { file: 'audit/evidence-bucket.yml', label: 'Evidence', when: ({ audit }) => audit.evidence !== undefined },
    ],
  },
  global: {
    description: 'Tamper detection in the region where IAM records its events',
    stackName: ({ names }) => names.globalStack,
    region: ({ partition }) => partition.globalRegion,
    fragments: [boundaryWhen(globalTemplateIn), { file: 'global/tamper-forward.yml', label: 'Tamper detection', when: globalTemplateIn }],
  },
  access: {
    description: 'Workload roles and resource policies',
    stackName: ({ names }) => names.accessStack,
    region: ({ workloadRegion }) => workloadRegion,
    fragments: [
      boundaryWhen(({ access }) => access.eks !== undefined || access.sagemaker !== undefined),
      { file: 'access/eks-cluster-role.yml', label: 'EKS cluster', when: withEks },
      { file: 'access/eks-nodegroup-role.yml', label: 'EKS nodes', when: withEks },
      {
        file: 'access/cluster-oidc-provider.yml',
        label: 'Cluster identity',
        when: ({ access }) => access.eks?.clusters.some((cluster) => cluster.createOidcProvider) ?? false,
      },
      {
        file: 'access/pods/aws-node.yml',
        label: 'Pods',
        when: ({ access: { eks } }) => eks?.cni === 'aws-node' && eks.clusters.length > 0,
      },
      { file: 'access/pods/model-read.yml', label: 'Pods', when: ({ access }) => access.eks?.modelRead !== undefined },
      { file: 'access/pods/monitoring.yml', label: 'Pods', when: ({ access }) => access.eks?.monitoring !== undefined },
      { file: 'access/pods/secrets-read.yml', label: 'Pods', when: ({ access }) => access.eks?.secretsRead !== undefined },
      { file: 'access/sagemaker-role.yml', label: 'SageMaker', when: ({ access }) => access.sagemaker !== undefined },
      { file: 'access/ecr.yml', label: 'Image repositories', when: ({ access }) => access.ecr !== undefined },
      { file: 'access/bucket-policies.yml', label: 'Data buckets', when: ({ access }) => access.bucketPolicies.length > 0 },
    ],
  },
  replica: {
    description: 'Replica of a data bucket in another region',
    stackName: ({ names }) => names.replicaStack,
    region: ({ access, workloadRegion }) => access.replica?.region ?? workloadRegion,
    fragments: [
      boundaryWhen(({ access }) => access.replica !== undefined),
      { file: 'replica/replica.yml', label: 'Replica', when: ({ access }) => access.replica !== undefined },
    ],
  },
}

/** Every fragment file, for whoever reads them from disk. */
export const FRAGMENT_FILES: readonly string[] = [
  ...new Set(Object.values(MANIFEST).flatMap((template) => template.fragments.map((fragment) => fragment.file))),
]
