import type { Config } from '../model/config.ts'
import type { TemplateName } from '../model/template.ts'

interface Fragment {
  /** Path under `templates/`. */
  file: string
  /** Title of the parameter group, shown by the CloudFormation console. */
  label: string
  when(config: Config): boolean
}

const always = () => true
const withGithub = (config: Config) => config.github !== undefined

/** Which fragments make which template, in the order they appear in it. */
export const MANIFEST: Readonly<Record<TemplateName, { description: string; fragments: readonly Fragment[] }>> = {
  bootstrap: {
    description: 'Trust and boundaries for CI; deployed once by an administrator',
    fragments: [
      { file: 'bootstrap/oidc-provider.yml', label: 'GitHub identity', when: (config) => config.github?.oidcProvider === 'create' },
      { file: 'bootstrap/workload-boundary.yml', label: 'Workload boundary', when: always },
      { file: 'bootstrap/pipeline-boundary.yml', label: 'Pipeline boundary', when: withGithub },
      { file: 'bootstrap/plan-role.yml', label: 'Plan role', when: withGithub },
      { file: 'bootstrap/deploy-role.yml', label: 'Deploy role', when: withGithub },
      { file: 'bootstrap/verify-role.yml', label: 'Verify role', when: withGithub },
    ],
  },
  audit: {
    description: 'Audit trail: key, log buckets, log group, trail and tamper detection',
    fragments: [
      { file: 'audit/key.yml', label: 'Log key', when: always },
      { file: 'audit/access-log-bucket.yml', label: 'Access-log bucket', when: always },
      { file: 'audit/log-bucket.yml', label: 'Log bucket', when: always },
      { file: 'audit/log-group.yml', label: 'CloudWatch Logs', when: always },
      { file: 'audit/trail.yml', label: 'Trail', when: always },
      { file: 'audit/alerts.yml', label: 'Alerts', when: (config) => config.audit.tamperRule || config.audit.alarms.length > 0 },
      { file: 'audit/tamper.yml', label: 'Tamper detection', when: (config) => config.audit.tamperRule },
      { file: 'audit/alarms.yml', label: 'Alarms', when: (config) => config.audit.alarms.length > 0 },
    ],
  },
  access: {
    description: 'Workload roles: EKS and SageMaker',
    fragments: [
      { file: 'access/eks-cluster-role.yml', label: 'EKS cluster', when: (config) => config.access.eks !== undefined },
      { file: 'access/eks-nodegroup-role.yml', label: 'EKS nodes', when: (config) => config.access.eks !== undefined },
      { file: 'access/sagemaker-role.yml', label: 'SageMaker', when: (config) => config.access.sagemaker !== undefined },
    ],
  },
}

/** Every fragment file, for whoever reads them from disk. */
export const FRAGMENT_FILES: readonly string[] = Object.values(MANIFEST).flatMap((template) =>
  template.fragments.map((fragment) => fragment.file),
)
