// Generated from schema.json by `npm run schema`; do not edit.

/** A config as it is written. */
export interface RawConfig {
  version: 1
  project: string
  environment: string
  prefix?: string
  account: string
  region: string
  'workload-region'?: string
  tags?: Record<string, string>
  names?: {
    trail?: string
    'key-alias'?: string
    'log-bucket'?: string
    'access-log-bucket'?: string
    'log-group'?: string
    'cloudwatch-logs-role'?: string
    topic?: string
    'tamper-rule'?: string
    'eks-cluster-role'?: string
    'eks-nodegroup-role'?: string
    'sagemaker-role'?: string
    'plan-role'?: string
    'deploy-role'?: string
    'publish-role'?: string
    'verify-role'?: string
    'read-policy'?: string
    'pipeline-boundary'?: string
    'workload-boundary'?: string
    'bootstrap-stack'?: string
    'audit-stack'?: string
    'access-stack'?: string
    'template-bucket'?: string
    'delivery-topic'?: string
    dashboard?: string
    'global-tamper-role'?: string
    'config-bucket'?: string
    'config-recorder'?: string
    'glue-database'?: string
    'athena-workgroup'?: string
    'athena-bucket'?: string
    'evidence-bucket'?: string
    'replica-bucket'?: string
    'replica-key-alias'?: string
    'replication-role'?: string
    'model-read-role'?: string
    'monitoring-role'?: string
    'secrets-read-role'?: string
    'aws-node-role'?: string
    'image-push-role'?: string
    'evidence-role'?: string
    'global-stack'?: string
    'replica-stack'?: string
  }
  'template-bucket'?: 'create' | false | {
    use: string
  }
  'stack-references'?: 'parameter' | 'export'
  github?: {
    repository: string
    issuer?: string
    'owner-id'?: string
    'repository-id'?: string
    branches?: string[]
    environments?: string[]
    'max-session-seconds'?: number
    'publish-environments'?: string[]
    subject?: 'both' | 'immutable' | 'name'
    'subject-claims'?: (string | Record<string, string | string[]>)[]
    'oidc-provider'?: 'create' | {
      use: string
    } | {
      adopt: string
    }
    deploy?: 'manual' | 'on-merge'
    'image-push'?: {
      repositories: string[]
      repository?: string
      'owner-id'?: string
      'repository-id'?: string
      branches?: string[]
      environments?: string[]
      'subject-claims'?: (string | Record<string, string | string[]>)[]
    }
  }
  audit?: {
    trail?: 'create' | {
      use: string
    } | {
      adopt: string
    }
    'log-prefix'?: string
    'log-bucket'?: 'create' | {
      use: string
    } | {
      adopt: string
    }
    'log-group'?: 'create' | {
      use: string
    } | {
      adopt: string
    }
    organization?: {
      id: string
    }
    'data-events'?: 'all' | string[]
    'data-events-access'?: 'all' | 'read' | 'write'
    'data-resources'?: ('AWS::Bedrock::AgentAlias' | 'AWS::Bedrock::FlowAlias' | 'AWS::Bedrock::Guardrail' | 'AWS::Bedrock::InlineAgent' | 'AWS::Bedrock::KnowledgeBase' | 'AWS::Bedrock::Model' | 'AWS::DynamoDB::Stream' | 'AWS::DynamoDB::Table' | 'AWS::EC2::Snapshot' | 'AWS::Glue::Table' | 'AWS::Kinesis::Stream' | 'AWS::KinesisVideo::Stream' | 'AWS::Lambda::Function' | 'AWS::RDS::DBCluster' | 'AWS::S3::AccessPoint' | 'AWS::S3Express::Object' | 'AWS::S3ObjectLambda::AccessPoint' | 'AWS::S3Tables::Table' | 'AWS::SageMaker::Endpoint' | 'AWS::SageMaker::ExperimentTrialComponent' | 'AWS::SageMaker::FeatureGroup' | 'AWS::SageMaker::MLflow' | 'AWS::SNS::Topic' | 'AWS::SQS::Queue' | 'AWS::SSM::ManagedNode' | 'AWS::SSMMessages::ControlChannel' | 'AWS::StepFunctions::StateMachine' | 'AWS::XRay::Trace')[]
    'network-activity'?: {
      'event-sources': ('cloudtrail.amazonaws.com' | 'ec2.amazonaws.com' | 'kms.amazonaws.com' | 's3.amazonaws.com' | 'secretsmanager.amazonaws.com')[]
      'denied-only'?: boolean
    }
    insights?: boolean
    'delivery-notices'?: boolean
    encryption?: 'sse-kms' | 'sse-s3'
    key?: {
      'rotation-days'?: number
      administrators?: string[]
      'allow-deletion'?: boolean
      use?: string
      adopt?: string
    }
    'bucket-key'?: boolean
    'reader-accounts'?: string[]
    'object-lock'?: {
      mode: 'governance' | 'compliance'
      days: number
      confirm?: string
    }
    'break-glass'?: string[]
    lifecycle?: {
      'standard-ia'?: number | null
      glacier?: number | null
      'glacier-class'?: 'GLACIER_IR' | 'GLACIER'
      'deep-archive'?: number | null
      expire?: number | null
      'expire-noncurrent'?: number
      scope?: 'prefix' | 'all'
    }
    'access-log-retention-days'?: number
    'log-retention-days'?: 1 | 3 | 5 | 7 | 14 | 30 | 60 | 90 | 120 | 150 | 180 | 365 | 400 | 545 | 731 | 1096 | 1827 | 2192 | 2557 | 2922 | 3288 | 3653
    alert?: string | string[]
    'tamper-rule'?: boolean
    alarms?: boolean | ('root-use' | 'unauthorized-calls' | 'console-without-mfa' | 'iam-changes' | 'trail-changes' | 'console-failures' | 'key-disabling' | 'bucket-changes' | 'config-changes' | 'security-group-changes' | 'network-acl-changes' | 'gateway-changes' | 'route-table-changes' | 'vpc-changes' | 'organization-changes')[]
    dashboard?: boolean
    config?: {
      rules?: boolean | ('cloud-trail-enabled' | 'cloud-trail-encryption-enabled' | 'cloud-trail-log-file-validation-enabled' | 'multi-region-cloud-trail-enabled' | 'cloudtrail-s3-dataevents-enabled' | 's3-bucket-versioning-enabled' | 'cmk-backing-key-rotation-enabled' | 'iam-policy-no-statements-with-admin-access')[]
      recorder?: 'existing' | 'create'
      'service-linked-role'?: 'create' | 'existing'
    }
    analytics?: {
      'scan-limit-gib'?: number
      since?: string
      regions?: string[]
      'results-days'?: number
    }
    evidence?: {
      mode: 'governance' | 'compliance'
      days: number
      confirm?: string
    }
  }
  access?: {
    eks?: false | {
      'auto-mode'?: boolean
      cni?: 'node-role' | 'aws-node'
      'ecr-pull'?: 'pull-only' | 'read-only'
      clusters?: {
        name: string
        issuer?: string
        'oidc-provider'?: 'existing' | 'create'
      }[]
      'pod-identity'?: 'pod-identity' | 'irsa'
      pods?: {
        'model-read'?: {
          namespace: string
          'service-account': string
          buckets: string[]
          prefixes?: string[]
          keys?: string[]
        }
        monitoring?: {
          namespace: string
          'service-account': string
          'metric-namespaces'?: string[]
        }
        'secrets-read'?: {
          namespace: string
          'service-account': string
          secrets: string[]
          keys?: string[]
        }
      }
    }
    sagemaker?: false | {
      profile?: 'least-privilege' | 'lab'
      'data-buckets'?: string[]
      prefixes?: string[]
      'read-prefixes'?: string[]
      list?: 'prefixes' | 'buckets'
      jobs?: string[]
      images?: string[]
      repositories?: string[]
      keys?: string[]
      vpc?: boolean
      gates?: {
        'network-isolation'?: boolean
        'inter-container-encryption'?: boolean
        subnets?: string[]
        'security-groups'?: string[]
        'volume-key'?: string
        'output-key'?: string
        'instance-types'?: string[]
        'max-runtime-hours'?: number
      }
    }
    ecr?: {
      repositories: (string | {
        adopt: string
      })[]
      tags?: 'immutable' | 'mutable'
      'untagged-days'?: number
      'keep-images'?: number
    }
    'bucket-policies'?: {
      bucket: string
      key?: string
    }[]
    replica?: {
      bucket: string
      region: string
      prefixes?: string[]
      'source-key'?: string
    }
  }
  'access-matrix'?: string | {
    who: string | {
      repository: string
      'owner-id'?: string
      'repository-id'?: string
      branch?: string
      tag?: string
      environment?: string
      'pull-request'?: true
    }
    can?: string | string[]
    cannot?: string | string[]
    on?: string | string[]
    except?: string | string[]
    when?: Record<string, null | string | string[]>
    why?: string
  }[]
  organization?: {
    'service-control-policies'?: string[][]
    'resource-control-policies'?: string[][]
  }
  stacks?: {
    'service-role'?: string
    notifications?: string[]
    'rollback-alarms'?: string[]
    'rollback-minutes'?: number
  }
  gates?: {
    'fail-on-widening'?: boolean
    'fail-on-replacement'?: boolean
    'fail-on-drift'?: boolean
    'fail-on-cost-increase'?: number
    allow?: {
      gate: 'widening' | 'replacement' | 'cost-increase' | 'drift' | 'evidence'
      subject: string
      reason: string
      expires?: string
    }[]
  }
  'clean-up'?: {
    'name-contains'?: string[]
    'model-package-groups'?: string[]
    'image-tags'?: string[]
    repositories?: string[]
    clusters?: string[]
  }
  exceptions?: {
    check: string
    resource?: string
    reason: string
    owner: string
    ticket?: string
    'break-glass'?: boolean
    expires: string
  }[]
  'fail-on'?: 'critical' | 'high' | 'medium' | 'low'
}

/** A config with every default of the schema filled in. */
export interface SettledConfig {
  version: 1
  project: string
  environment: string
  prefix?: string
  account: string
  region: string
  'workload-region'?: string
  tags?: Record<string, string>
  names?: {
    trail?: string
    'key-alias'?: string
    'log-bucket'?: string
    'access-log-bucket'?: string
    'log-group'?: string
    'cloudwatch-logs-role'?: string
    topic?: string
    'tamper-rule'?: string
    'eks-cluster-role'?: string
    'eks-nodegroup-role'?: string
    'sagemaker-role'?: string
    'plan-role'?: string
    'deploy-role'?: string
    'publish-role'?: string
    'verify-role'?: string
    'read-policy'?: string
    'pipeline-boundary'?: string
    'workload-boundary'?: string
    'bootstrap-stack'?: string
    'audit-stack'?: string
    'access-stack'?: string
    'template-bucket'?: string
    'delivery-topic'?: string
    dashboard?: string
    'global-tamper-role'?: string
    'config-bucket'?: string
    'config-recorder'?: string
    'glue-database'?: string
    'athena-workgroup'?: string
    'athena-bucket'?: string
    'evidence-bucket'?: string
    'replica-bucket'?: string
    'replica-key-alias'?: string
    'replication-role'?: string
    'model-read-role'?: string
    'monitoring-role'?: string
    'secrets-read-role'?: string
    'aws-node-role'?: string
    'image-push-role'?: string
    'evidence-role'?: string
    'global-stack'?: string
    'replica-stack'?: string
  }
  'template-bucket'?: 'create' | false | {
    use: string
  }
  'stack-references': 'parameter' | 'export'
  github?: {
    repository: string
    issuer?: string
    'owner-id'?: string
    'repository-id'?: string
    branches: string[]
    environments: string[]
    'max-session-seconds': number
    'publish-environments': string[]
    subject?: 'both' | 'immutable' | 'name'
    'subject-claims'?: (string | Record<string, string | string[]>)[]
    'oidc-provider': 'create' | {
      use: string
    } | {
      adopt: string
    }
    deploy: 'manual' | 'on-merge'
    'image-push'?: {
      repositories: string[]
      repository?: string
      'owner-id'?: string
      'repository-id'?: string
      branches?: string[]
      environments?: string[]
      'subject-claims'?: (string | Record<string, string | string[]>)[]
    }
  }
  audit: {
    trail: 'create' | {
      use: string
    } | {
      adopt: string
    }
    'log-prefix': string
    'log-bucket'?: 'create' | {
      use: string
    } | {
      adopt: string
    }
    'log-group'?: 'create' | {
      use: string
    } | {
      adopt: string
    }
    organization?: {
      id: string
    }
    'data-events': 'all' | string[]
    'data-events-access': 'all' | 'read' | 'write'
    'data-resources': ('AWS::Bedrock::AgentAlias' | 'AWS::Bedrock::FlowAlias' | 'AWS::Bedrock::Guardrail' | 'AWS::Bedrock::InlineAgent' | 'AWS::Bedrock::KnowledgeBase' | 'AWS::Bedrock::Model' | 'AWS::DynamoDB::Stream' | 'AWS::DynamoDB::Table' | 'AWS::EC2::Snapshot' | 'AWS::Glue::Table' | 'AWS::Kinesis::Stream' | 'AWS::KinesisVideo::Stream' | 'AWS::Lambda::Function' | 'AWS::RDS::DBCluster' | 'AWS::S3::AccessPoint' | 'AWS::S3Express::Object' | 'AWS::S3ObjectLambda::AccessPoint' | 'AWS::S3Tables::Table' | 'AWS::SageMaker::Endpoint' | 'AWS::SageMaker::ExperimentTrialComponent' | 'AWS::SageMaker::FeatureGroup' | 'AWS::SageMaker::MLflow' | 'AWS::SNS::Topic' | 'AWS::SQS::Queue' | 'AWS::SSM::ManagedNode' | 'AWS::SSMMessages::ControlChannel' | 'AWS::StepFunctions::StateMachine' | 'AWS::XRay::Trace')[]
    'network-activity'?: {
      'event-sources': ('cloudtrail.amazonaws.com' | 'ec2.amazonaws.com' | 'kms.amazonaws.com' | 's3.amazonaws.com' | 'secretsmanager.amazonaws.com')[]
      'denied-only': boolean
    }
    insights?: boolean
    'delivery-notices': boolean
    encryption: 'sse-kms' | 'sse-s3'
    key: {
      'rotation-days': number
      administrators: string[]
      'allow-deletion': boolean
      use?: string
      adopt?: string
    }
    'bucket-key': boolean
    'reader-accounts': string[]
    'object-lock'?: {
      mode: 'governance' | 'compliance'
      days: number
      confirm?: string
    }
    'break-glass': string[]
    lifecycle: {
      'standard-ia': number | null
      glacier: number | null
      'glacier-class': 'GLACIER_IR' | 'GLACIER'
      'deep-archive': number | null
      expire?: number | null
      'expire-noncurrent'?: number
      scope: 'prefix' | 'all'
    }
    'access-log-retention-days': number
    'log-retention-days': 1 | 3 | 5 | 7 | 14 | 30 | 60 | 90 | 120 | 150 | 180 | 365 | 400 | 545 | 731 | 1096 | 1827 | 2192 | 2557 | 2922 | 3288 | 3653
    alert: string | string[]
    'tamper-rule': boolean
    alarms: boolean | ('root-use' | 'unauthorized-calls' | 'console-without-mfa' | 'iam-changes' | 'trail-changes' | 'console-failures' | 'key-disabling' | 'bucket-changes' | 'config-changes' | 'security-group-changes' | 'network-acl-changes' | 'gateway-changes' | 'route-table-changes' | 'vpc-changes' | 'organization-changes')[]
    dashboard: boolean
    config?: {
      rules: boolean | ('cloud-trail-enabled' | 'cloud-trail-encryption-enabled' | 'cloud-trail-log-file-validation-enabled' | 'multi-region-cloud-trail-enabled' | 'cloudtrail-s3-dataevents-enabled' | 's3-bucket-versioning-enabled' | 'cmk-backing-key-rotation-enabled' | 'iam-policy-no-statements-with-admin-access')[]
      recorder: 'existing' | 'create'
      'service-linked-role': 'create' | 'existing'
    }
    analytics?: {
      'scan-limit-gib': number
      since: string
      regions?: string[]
      'results-days': number
    }
    evidence?: {
      mode: 'governance' | 'compliance'
      days: number
      confirm?: string
    }
  }
  access: {
    eks: false | {
      'auto-mode': boolean
      cni: 'node-role' | 'aws-node'
      'ecr-pull': 'pull-only' | 'read-only'
      clusters: {
        name: string
        issuer?: string
        'oidc-provider': 'existing' | 'create'
      }[]
      'pod-identity': 'pod-identity' | 'irsa'
      pods: {
        'model-read'?: {
          namespace: string
          'service-account': string
          buckets: string[]
          prefixes: string[]
          keys: string[]
        }
        monitoring?: {
          namespace: string
          'service-account': string
          'metric-namespaces': string[]
        }
        'secrets-read'?: {
          namespace: string
          'service-account': string
          secrets: string[]
          keys: string[]
        }
      }
    }
    sagemaker: false | {
      profile: 'least-privilege' | 'lab'
      'data-buckets'?: string[]
      prefixes: string[]
      'read-prefixes': string[]
      list: 'prefixes' | 'buckets'
      jobs: string[]
      images: string[]
      repositories: string[]
      keys: string[]
      vpc: boolean
      gates: {
        'network-isolation': boolean
        'inter-container-encryption': boolean
        subnets: string[]
        'security-groups': string[]
        'volume-key'?: string
        'output-key'?: string
        'instance-types': string[]
        'max-runtime-hours'?: number
      }
    }
    ecr?: {
      repositories: (string | {
        adopt: string
      })[]
      tags: 'immutable' | 'mutable'
      'untagged-days': number
      'keep-images': number
    }
    'bucket-policies': {
      bucket: string
      key?: string
    }[]
    replica?: {
      bucket: string
      region: string
      prefixes?: string[]
      'source-key'?: string
    }
  }
  'access-matrix'?: string | {
    who: string | {
      repository: string
      'owner-id'?: string
      'repository-id'?: string
      branch?: string
      tag?: string
      environment?: string
      'pull-request'?: true
    }
    can?: string | string[]
    cannot?: string | string[]
    on?: string | string[]
    except?: string | string[]
    when?: Record<string, null | string | string[]>
    why?: string
  }[]
  organization: {
    'service-control-policies': string[][]
    'resource-control-policies': string[][]
  }
  stacks?: {
    'service-role'?: string
    notifications: string[]
    'rollback-alarms': string[]
    'rollback-minutes': number
  }
  gates: {
    'fail-on-widening': boolean
    'fail-on-replacement': boolean
    'fail-on-drift': boolean
    'fail-on-cost-increase'?: number
    allow: {
      gate: 'widening' | 'replacement' | 'cost-increase' | 'drift' | 'evidence'
      subject: string
      reason: string
      expires?: string
    }[]
  }
  'clean-up': {
    'name-contains': string[]
    'model-package-groups': string[]
    'image-tags': string[]
    repositories: string[]
    clusters: string[]
  }
  exceptions: {
    check: string
    resource?: string
    reason: string
    owner: string
    ticket?: string
    'break-glass': boolean
    expires: string
  }[]
  'fail-on': 'critical' | 'high' | 'medium' | 'low'
}
