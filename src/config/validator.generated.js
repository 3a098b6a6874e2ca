// Generated from schema.json by `npm run schema`; do not edit.
"use strict";
export const validate = validate10;
export default validate10;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://raw.githubusercontent.com/org/mlops-audit-action/v1/schema.json","title":"mlops-audit configuration","type":"object","additionalProperties":false,"required":["version","project","environment","account","region"],"properties":{"version":{"const":1,"description":"the version of this file's format: 1"},"project":{"type":"string","pattern":"^[a-z][a-z0-9-]{1,40}$","description":"the project, lower case: a letter, then at most 40 letters, digits and hyphens"},"environment":{"type":"string","pattern":"^[a-z][a-z0-9-]{0,19}$","description":"the environment, such as dev, staging or prod"},"prefix":{"type":"string","pattern":"^[a-z][a-z0-9-]{1,50}$","description":"what every name starts with; `<project>-<environment>` when left out"},"account":{"type":"string","pattern":"^[0-9]{12}$","description":"the AWS account id: 12 digits in quotes"},"region":{"type":"string","description":"the audit region: key, log bucket and trail live here"},"workload-region":{"type":"string","description":"where EKS, SageMaker and the data live; the audit region when left out"},"tags":{"type":"object","description":"your own tags on everything taggable, at most 40","maxProperties":40,"additionalProperties":{"type":"string","pattern":"^[^\\u0000-\\u001f]{0,256}$","description":"a tag value: at most 256 characters on one line"},"propertyNames":{"pattern":"^(?!aws:)[A-Za-z0-9 _.:/=+@-]{1,128}$"}},"names":{"type":"object","additionalProperties":false,"description":"overrides of derived names, one by one","properties":{"trail":{"type":"string","pattern":"^[A-Za-z0-9](?!.*[._-]{2})[A-Za-z0-9._-]{1,126}[A-Za-z0-9]$","description":"a trail name: 3 to 128 letters, digits, dots, underscores and hyphens, no two separators in a row"},"key-alias":{"type":"string","pattern":"^alias/(?!aws/)[A-Za-z0-9/_-]{1,250}$","description":"a KMS alias: `alias/` and letters, digits, /, _ and -; `alias/aws/` is reserved for AWS"},"log-bucket":{"type":"string","pattern":"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$","description":"an S3 bucket name: 3 to 63 lower-case letters, digits, dots and hyphens, starting and ending with a letter or digit"},"access-log-bucket":{"type":"string","pattern":"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$","description":"an S3 bucket name: 3 to 63 lower-case letters, digits, dots and hyphens, starting and ending with a letter or digit"},"log-group":{"type":"string","pattern":"^(?!aws/)[A-Za-z0-9_/.#-]{1,512}$","description":"a CloudWatch Logs group name: letters, digits and _ / . # -; `aws/` at the start is reserved"},"cloudwatch-logs-role":{"type":"string","pattern":"^[A-Za-z0-9+=,.@_-]{1,64}$","description":"an IAM name: at most 64 letters, digits and +=,.@_-"},"topic":{"type":"string","pattern":"^[A-Za-z0-9_-]{1,256}$","description":"an SNS topic name: letters, digits, _ and -"},"tamper-rule":{"type":"string","pattern":"^[A-Za-z0-9._-]{1,64}$","description":"an EventBridge rule name: at most 64 letters, digits, dots, _ and -"},"eks-cluster-role":{"type":"string","pattern":"^[A-Za-z0-9+=,.@_-]{1,64}$","description":"an IAM name: at most 64 letters, digits and +=,.@_-"},"eks-nodegroup-role":{"type":"string","pattern":"^[A-Za-z0-9+=,.@_-]{1,64}$","description":"an IAM name: at most 64 letters, digits and +=,.@_-"},"sagemaker-role":{"type":"string","pattern":"^[A-Za-z0-9+=,.@_-]{1,64}$","description":"an IAM name: at most 64 letters, digits and +=,.@_-"},"plan-role":{"type":"string","pattern":"^[A-Za-z0-9+=,.@_-]{1,64}$","description":"an IAM name: at most 64 letters, digits and +=,.@_-"},"deploy-role":{"type":"string","pattern":"^[A-Za-z0-9+=,.@_-]{1,64}$","description":"an IAM name: at most 64 letters, digits and +=,.@_-"},"publish-role":{"type":"string","pattern":"^[A-Za-z0-9+=,.@_-]{1,64}$","description":"an IAM name: at most 64 letters, digits and +=,.@_-"},"verify-role":{"type":"string","pattern":"^[A-Za-z0-9+=,.@_-]{1,64}$","description":"an IAM name: at most 64 letters, digits and +=,.@_-"},"read-policy":{"type":"string","pattern":"^[A-Za-z0-9+=,.@_-]{1,64}$","description":"an IAM name: at most 64 letters, digits and +=,.@_-"},"pipeline-boundary":{"type":"string","pattern":"^[A-Za-z0-9+=,.@_-]{1,64}$","description":"an IAM name: at most 64 letters, digits and +=,.@_-"},"workload-boundary":{"type":"string","pattern":"^[A-Za-z0-9+=,.@_-]{1,64}$","description":"an IAM name: at most 64 letters, digits and +=,.@_-"},"bootstrap-stack":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9-]{0,127}$","description":"a stack name: a letter, then at most 127 letters, digits and hyphens"},"audit-stack":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9-]{0,127}$","description":"a stack name: a letter, then at most 127 letters, digits and hyphens"},"access-stack":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9-]{0,127}$","description":"a stack name: a letter, then at most 127 letters, digits and hyphens"},"template-bucket":{"type":"string","pattern":"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$","description":"an S3 bucket name: 3 to 63 lower-case letters, digits, dots and hyphens, starting and ending with a letter or digit"},"delivery-topic":{"type":"string","pattern":"^[A-Za-z0-9_-]{1,256}$","description":"an SNS topic name: letters, digits, _ and -"},"dashboard":{"type":"string","pattern":"^[A-Za-z0-9_-]{1,255}$","description":"a CloudWatch dashboard name: letters, digits, _ and -"},"global-tamper-role":{"type":"string","pattern":"^[A-Za-z0-9+=,.@_-]{1,64}$","description":"an IAM name: at most 64 letters, digits and +=,.@_-"},"config-bucket":{"type":"string","pattern":"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$","description":"an S3 bucket name: 3 to 63 lower-case letters, digits, dots and hyphens, starting and ending with a letter or digit"},"config-recorder":{"type":"string","pattern":"^[A-Za-z0-9_-]{1,256}$","description":"an AWS Config name: letters, digits, _ and -"},"glue-database":{"type":"string","pattern":"^[a-z0-9_]{1,255}$","description":"a Glue database name: lower-case letters, digits and _"},"athena-workgroup":{"type":"string","pattern":"^[A-Za-z0-9._-]{1,128}$","description":"an Athena workgroup name: letters, digits, dots, _ and -"},"athena-bucket":{"type":"string","pattern":"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$","description":"an S3 bucket name: 3 to 63 lower-case letters, digits, dots and hyphens, starting and ending with a letter or digit"},"evidence-bucket":{"type":"string","pattern":"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$","description":"an S3 bucket name: 3 to 63 lower-case letters, digits, dots and hyphens, starting and ending with a letter or digit"},"replica-bucket":{"type":"string","pattern":"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$","description":"an S3 bucket name: 3 to 63 lower-case letters, digits, dots and hyphens, starting and ending with a letter or digit"},"replica-key-alias":{"type":"string","pattern":"^alias/(?!aws/)[A-Za-z0-9/_-]{1,250}$","description":"a KMS alias: `alias/` and letters, digits, /, _ and -; `alias/aws/` is reserved for AWS"},"replication-role":{"type":"string","pattern":"^[A-Za-z0-9+=,.@_-]{1,64}$","description":"an IAM name: at most 64 letters, digits and +=,.@_-"},"model-read-role":{"type":"string","pattern":"^[A-Za-z0-9+=,.@_-]{1,64}$","description":"an IAM name: at most 64 letters, digits and +=,.@_-"},"monitoring-role":{"type":"string","pattern":"^[A-Za-z0-9+=,.@_-]{1,64}$","description":"an IAM name: at most 64 letters, digits and +=,.@_-"},"secrets-read-role":{"type":"string","pattern":"^[A-Za-z0-9+=,.@_-]{1,64}$","description":"an IAM name: at most 64 letters, digits and +=,.@_-"},"aws-node-role":{"type":"string","pattern":"^[A-Za-z0-9+=,.@_-]{1,64}$","description":"an IAM name: at most 64 letters, digits and +=,.@_-"},"image-push-role":{"type":"string","pattern":"^[A-Za-z0-9+=,.@_-]{1,64}$","description":"an IAM name: at most 64 letters, digits and +=,.@_-"},"evidence-role":{"type":"string","pattern":"^[A-Za-z0-9+=,.@_-]{1,64}$","description":"an IAM name: at most 64 letters, digits and +=,.@_-"},"global-stack":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9-]{0,127}$","description":"a stack name: a letter, then at most 127 letters, digits and hyphens"},"replica-stack":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9-]{0,127}$","description":"a stack name: a letter, then at most 127 letters, digits and hyphens"}}},"template-bucket":{"anyOf":[{"const":"create"},{"const":false},{"type":"object","additionalProperties":false,"required":["use"],"properties":{"use":{"type":"string","pattern":"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$","description":"an S3 bucket name: 3 to 63 lower-case letters, digits, dots and hyphens, starting and ending with a letter or digit"}}}],"description":"where templates over 51,200 bytes are uploaded: `create` (a bucket of the bootstrap stack), `{ use: <bucket> }`, or `false`"},"stack-references":{"enum":["parameter","export"],"description":"how one stack names what another made: `parameter` (stacks stay independent) or `export` (CloudFormation refuses to delete what is in use)"},"github":{"type":"object","additionalProperties":false,"description":"the repository whose workflow runs this; left out, no GitHub roles are rendered","required":["repository"],"properties":{"repository":{"type":"string","pattern":"^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})/[A-Za-z0-9._-]{1,100}$","description":"OWNER/REPO of the repository whose workflow deploys and verifies"},"issuer":{"type":"string","pattern":"^https://(token\\.actions\\.githubusercontent\\.com(/[A-Za-z0-9_.-]{1,60})?|token\\.actions\\.[a-z0-9-]{1,60}\\.ghe\\.com(/[A-Za-z0-9_.-]{1,60})?|[a-z0-9][a-z0-9.-]{1,200}/_services/token)$","description":"who signs the runs' tokens: `https://token.actions.githubusercontent.com`, an enterprise's own `https://token.actions.githubusercontent.com/ENTERPRISE`, `https://token.actions.SUBDOMAIN.ghe.com`, or a GitHub Enterprise Server's `https://HOST/_services/token`"},"owner-id":{"type":"string","pattern":"^[0-9]{1,20}$","description":"the numeric id of the owner, in quotes; half of the immutable `sub` claim"},"repository-id":{"type":"string","pattern":"^[0-9]{1,20}$","description":"the numeric id of the repository, in quotes; pinned in every trust policy"},"branches":{"type":"array","minItems":1,"maxItems":5,"items":{"type":"string","pattern":"^[A-Za-z0-9._/-]{1,100}$","description":"a branch name without wildcards"},"description":"branches whose runs may deploy; `[main]` when left out"},"environments":{"type":"array","maxItems":5,"items":{"type":"string","pattern":"^[A-Za-z0-9 ._-]{1,100}$","description":"a GitHub environment name"},"description":"GitHub environments whose jobs may deploy; an `environment:` job's `sub` names the environment, not the branch"},"max-session-seconds":{"type":"integer","minimum":3600,"maximum":43200,"description":"the longest session of the GitHub roles, which `role-duration-seconds` may ask for; an hour when left out"},"publish-environments":{"type":"array","maxItems":5,"items":{"type":"string","pattern":"^[A-Za-z0-9 ._-]{1,100}$","description":"a GitHub environment name"},"description":"GitHub environments, with required reviewers, whose jobs publish the templates that `deploy` may use; left out, a deploying job publishes too, and one that is compromised can deploy any template"},"subject":{"enum":["both","immutable","name"],"description":"which form of the `sub` claim is trusted: `both`, `immutable` (repo:OWNER@ID/REPO@ID:...) or `name` (repo:OWNER/REPO:...)"},"subject-claims":{"type":"array","minItems":1,"maxItems":10,"items":{"anyOf":[{"type":"string","pattern":"^[a-z][a-z_]{1,60}$","description":"a claim that follows from the repository or its run: repo, context, repository_id, repository_owner, repository_owner_id"},{"type":"object","minProperties":1,"maxProperties":1,"additionalProperties":{"anyOf":[{"type":"string","pattern":"^[^\\s:*?\"'<>\\\\$]{1,200}$","description":"a claim's value as GitHub writes it into `sub`: no wildcard, no space, a colon as %3A"},{"type":"array","minItems":1,"maxItems":5,"items":{"type":"string","pattern":"^[^\\s:*?\"'<>\\\\$]{1,200}$","description":"a claim's value as GitHub writes it into `sub`: no wildcard, no space, a colon as %3A"}}],"description":"a claim's value as GitHub writes it into `sub`: no wildcard, no space, a colon as %3A"},"description":"a claim with its value or values: `job_workflow_ref: acme/automation/.github/workflows/audit.yml@refs/heads/main`"}],"description":"a claim of the token, or a claim with the values it may have"},"description":"the claims that the `sub` is made of, in order, where the organization or the repository customised it: `include_claim_keys` of `gh api repos/OWNER/REPO/actions/oidc/customization/sub` (with `use_default: false` and no keys there, the organization's). A claim that does not follow from the repository comes with its values: `job_workflow_ref: acme/automation/.github/workflows/audit.yml@refs/heads/main`"},"oidc-provider":{"anyOf":[{"const":"create"},{"type":"object","additionalProperties":false,"required":["use"],"properties":{"use":{"type":"string","pattern":"^arn:aws(-us-gov|-cn)?:iam::[0-9]{12}:oidc-provider/[A-Za-z0-9_./-]{1,250}$","description":"the ARN of the account's existing GitHub OIDC provider"}}},{"type":"object","additionalProperties":false,"required":["adopt"],"properties":{"adopt":{"type":"string","pattern":"^arn:aws(-us-gov|-cn)?:iam::[0-9]{12}:oidc-provider/[A-Za-z0-9_./-]{1,250}$","description":"the ARN of the provider to adopt; `aws iam list-open-id-connect-providers` shows it"}}}],"description":"`create`, `{ use: <arn> }` where the account has one already, or `{ adopt: <arn> }` to bring that one into the bootstrap stack"},"deploy":{"enum":["manual","on-merge"],"description":"`manual` (a person starts the workflow) or `on-merge` (a push to the default branch deploys)"},"image-push":{"type":"object","additionalProperties":false,"description":"a role with which a workflow pushes images","required":["repositories"],"properties":{"repositories":{"type":"array","minItems":1,"maxItems":20,"uniqueItems":true,"items":{"type":"string","pattern":"^[a-z0-9]+(?:[._/-][a-z0-9]+)*$","description":"an ECR repository name"},"description":"ECR repositories it may push to"},"repository":{"type":"string","pattern":"^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})/[A-Za-z0-9._-]{1,100}$","description":"OWNER/REPO whose workflow builds the images; `github.repository` when left out"},"owner-id":{"type":"string","pattern":"^[0-9]{1,20}$","description":"the numeric id of that owner, in quotes; with another repository its own ids are needed"},"repository-id":{"type":"string","pattern":"^[0-9]{1,20}$","description":"the numeric id of that repository, in quotes"},"branches":{"type":"array","minItems":1,"maxItems":5,"items":{"type":"string","pattern":"^[A-Za-z0-9._/-]{1,100}$","description":"a branch name without wildcards"},"description":"branches whose runs may push; `github.branches` when left out"},"environments":{"type":"array","maxItems":5,"items":{"type":"string","pattern":"^[A-Za-z0-9 ._-]{1,100}$","description":"a GitHub environment name"},"description":"GitHub environments whose jobs may push; `github.environments` when left out"},"subject-claims":{"type":"array","minItems":1,"maxItems":10,"items":{"anyOf":[{"type":"string","pattern":"^[a-z][a-z_]{1,60}$","description":"a claim that follows from the repository or its run: repo, context, repository_id, repository_owner, repository_owner_id"},{"type":"object","minProperties":1,"maxProperties":1,"additionalProperties":{"anyOf":[{"type":"string","pattern":"^[^\\s:*?\"'<>\\\\$]{1,200}$","description":"a claim's value as GitHub writes it into `sub`: no wildcard, no space, a colon as %3A"},{"type":"array","minItems":1,"maxItems":5,"items":{"type":"string","pattern":"^[^\\s:*?\"'<>\\\\$]{1,200}$","description":"a claim's value as GitHub writes it into `sub`: no wildcard, no space, a colon as %3A"}}],"description":"a claim's value as GitHub writes it into `sub`: no wildcard, no space, a colon as %3A"},"description":"a claim with its value or values: `job_workflow_ref: acme/automation/.github/workflows/audit.yml@refs/heads/main`"}],"description":"a claim of the token, or a claim with the values it may have"},"description":"the claims of that repository's `sub`; `github.subject-claims` when left out"}}}}},"audit":{"type":"object","additionalProperties":false,"description":"the audit stack","properties":{"trail":{"anyOf":[{"const":"create"},{"type":"object","additionalProperties":false,"required":["use"],"properties":{"use":{"type":"string","pattern":"^arn:aws(-us-gov|-cn)?:cloudtrail:[a-z0-9-]+:[0-9]{12}:trail/[A-Za-z0-9._-]{3,128}$","description":"the ARN of an existing trail, also an organization's; `aws cloudtrail describe-trails` shows it"}}},{"type":"object","additionalProperties":false,"required":["adopt"],"properties":{"adopt":{"type":"string","pattern":"^[A-Za-z0-9](?!.*[._-]{2})[A-Za-z0-9._-]{1,126}[A-Za-z0-9]$","description":"the name of the trail to adopt; `aws cloudtrail describe-trails` shows it"}}}],"description":"`create`, `{ use: <arn> }` (an existing trail is verified and the rest is built around it) or `{ adopt: <name> }` (an existing trail of this account and region is imported into the stack)"},"log-prefix":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$","description":"the key prefix of log files in the bucket: letters, digits, _ and -"},"log-bucket":{"anyOf":[{"const":"create"},{"type":"object","additionalProperties":false,"required":["use"],"properties":{"use":{"type":"string","pattern":"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$","description":"the name of the existing log bucket"}}},{"type":"object","additionalProperties":false,"required":["adopt"],"properties":{"adopt":{"type":"string","pattern":"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$","description":"the name of the bucket to adopt"}}}],"description":"`create`, `{ use: <name> }` (an existing bucket, also another account's) or `{ adopt: <name> }` (imported into the stack)"},"log-group":{"anyOf":[{"const":"create"},{"type":"object","additionalProperties":false,"required":["use"],"properties":{"use":{"type":"string","pattern":"^(?!aws/)[A-Za-z0-9_/.#-]{1,512}$","description":"the name of the existing log group"}}},{"type":"object","additionalProperties":false,"required":["adopt"],"properties":{"adopt":{"type":"string","pattern":"^(?!aws/)[A-Za-z0-9_/.#-]{1,512}$","description":"the name of the log group to adopt"}}}],"description":"`create`, `{ use: <name> }` or `{ adopt: <name> }`: the CloudWatch Logs group of the trail"},"organization":{"type":"object","additionalProperties":false,"description":"the trail covers the whole organization; `account` is then its management account","required":["id"],"properties":{"id":{"type":"string","pattern":"^o-[a-z0-9]{10,32}$","description":"the organization's id, `o-…`"}}},"data-events":{"anyOf":[{"const":"all"},{"type":"array","maxItems":100,"items":{"type":"string","pattern":"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$","description":"an S3 bucket name: 3 to 63 lower-case letters, digits, dots and hyphens, starting and ending with a letter or digit"}}],"description":"the buckets whose object reads and writes are logged, or `all` (every bucket except the log buckets)"},"data-events-access":{"enum":["all","read","write"],"description":"`all`, `read` or `write`"},"data-resources":{"type":"array","minItems":1,"maxItems":28,"uniqueItems":true,"items":{"type":"string","enum":["AWS::Bedrock::AgentAlias","AWS::Bedrock::FlowAlias","AWS::Bedrock::Guardrail","AWS::Bedrock::InlineAgent","AWS::Bedrock::KnowledgeBase","AWS::Bedrock::Model","AWS::DynamoDB::Stream","AWS::DynamoDB::Table","AWS::EC2::Snapshot","AWS::Glue::Table","AWS::Kinesis::Stream","AWS::KinesisVideo::Stream","AWS::Lambda::Function","AWS::RDS::DBCluster","AWS::S3::AccessPoint","AWS::S3Express::Object","AWS::S3ObjectLambda::AccessPoint","AWS::S3Tables::Table","AWS::SageMaker::Endpoint","AWS::SageMaker::ExperimentTrialComponent","AWS::SageMaker::FeatureGroup","AWS::SageMaker::MLflow","AWS::SNS::Topic","AWS::SQS::Queue","AWS::SSM::ManagedNode","AWS::SSMMessages::ControlChannel","AWS::StepFunctions::StateMachine","AWS::XRay::Trace"],"description":"a CloudTrail data resource type, such as AWS::SageMaker::FeatureGroup, AWS::SageMaker::Endpoint, AWS::Lambda::Function or AWS::DynamoDB::Table; docs/settings/trail.md lists them"},"description":"more resource types whose data events are logged, each for all resources of the account (billed)"},"network-activity":{"type":"object","additionalProperties":false,"description":"network activity events of VPC endpoints (billed)","required":["event-sources"],"properties":{"event-sources":{"type":"array","minItems":1,"maxItems":5,"uniqueItems":true,"items":{"type":"string","enum":["cloudtrail.amazonaws.com","ec2.amazonaws.com","kms.amazonaws.com","s3.amazonaws.com","secretsmanager.amazonaws.com"],"description":"cloudtrail.amazonaws.com, ec2.amazonaws.com, kms.amazonaws.com, s3.amazonaws.com or secretsmanager.amazonaws.com"},"description":"the services whose calls through VPC endpoints are logged"},"denied-only":{"type":"boolean","description":"only calls that a VPC endpoint policy denied"}}},"insights":{"type":"boolean","description":"CloudTrail Insights on call rate and error rate (billed)"},"delivery-notices":{"type":"boolean","description":"an encrypted SNS topic that is told about each delivered log file"},"encryption":{"enum":["sse-kms","sse-s3"],"description":"how log files are encrypted: `sse-kms` (the log key) or `sse-s3` (no key to manage, and no proof of who decrypted)"},"key":{"type":"object","additionalProperties":false,"description":"the KMS key that encrypts the logs","properties":{"rotation-days":{"type":"integer","minimum":90,"maximum":2560,"description":"days between key rotations, 90 to 2560"},"administrators":{"type":"array","maxItems":20,"items":{"type":"string","pattern":"^arn:aws(-us-gov|-cn)?:iam::[0-9]{12}:(role|user)/[A-Za-z0-9+=,.@_/-]+$","description":"the ARN of an IAM role or user"},"description":"who may administer the log key besides the account root"},"allow-deletion":{"type":"boolean","description":"whether administrators may schedule the key's deletion"},"use":{"type":"string","pattern":"^arn:aws(-us-gov|-cn)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$","description":"the ARN of an existing key that encrypts the logs; its policy stays its owner's"},"adopt":{"type":"string","pattern":"^(?:(?:arn:aws(?:-us-gov|-cn)?:kms:[a-z0-9-]+:[0-9]{12}:key/)?[A-Za-z0-9-]{3,64}|alias/[A-Za-z0-9/_-]{1,250})$","description":"the id, ARN or alias of the key to adopt; `aws kms list-aliases` shows them"}}},"bucket-key":{"type":"boolean","description":"S3 Bucket Keys on the log bucket: fewer KMS requests; the encryption context becomes the bucket's ARN"},"reader-accounts":{"type":"array","maxItems":20,"items":{"type":"string","pattern":"^[0-9]{12}$","description":"another account's id: 12 digits in quotes"},"description":"other accounts whose principals may read and decrypt the logs"},"object-lock":{"type":"object","additionalProperties":false,"description":"log files cannot be changed or deleted for a time, by S3 Object Lock","required":["mode","days"],"properties":{"mode":{"enum":["governance","compliance"],"description":"`governance` (a named right can lift it) or `compliance` (nobody can, not even the account root)"},"days":{"type":"integer","minimum":1,"maximum":36500,"description":"days each object is kept unchangeable"},"confirm":{"type":"string","description":"with `compliance`, the words: \"nobody can shorten this\"","pattern":"^nobody can shorten this$"}}},"break-glass":{"type":"array","minItems":1,"maxItems":10,"uniqueItems":true,"items":{"type":"string","pattern":"^arn:aws(-us-gov|-cn)?:iam::[0-9]{12}:(role|user)/[A-Za-z0-9+=,.@_/-]+$","description":"the ARN of an IAM role or user"},"description":"the only principals that may delete logs, and the only ones besides CloudFormation that may change what protects the log bucket"},"lifecycle":{"type":"object","additionalProperties":false,"description":"when log files move to colder storage","properties":{"standard-ia":{"type":["integer","null"],"minimum":30,"maximum":3650,"description":"days until STANDARD_IA, at least 30, or null for never"},"glacier":{"type":["integer","null"],"minimum":30,"maximum":3650,"description":"days until the Glacier class, or null for never"},"glacier-class":{"enum":["GLACIER_IR","GLACIER"],"description":"GLACIER_IR (readable at once) or GLACIER (needs a restore before logs can be read or validated)"},"deep-archive":{"type":["integer","null"],"minimum":30,"maximum":3650,"description":"days until DEEP_ARCHIVE, or null for never"},"expire":{"type":["integer","null"],"minimum":1,"maximum":36500,"description":"days until logs are deleted, or null for never"},"expire-noncurrent":{"type":"integer","minimum":1,"maximum":36500,"description":"days that a version which expired, was deleted or was replaced is kept before it is deleted for good; needs `expire`"},"scope":{"enum":["prefix","all"],"description":"`prefix` (the log prefix) or `all` (the whole bucket)"}}},"access-log-retention-days":{"type":"integer","minimum":30,"maximum":3650,"description":"days the log bucket's own access logs are kept, 30 to 3650"},"log-retention-days":{"enum":[1,3,5,7,14,30,60,90,120,150,180,365,400,545,731,1096,1827,2192,2557,2922,3288,3653],"description":"days CloudWatch Logs keeps events; one of the values CloudWatch Logs accepts"},"alert":{"anyOf":[{"type":"string","pattern":"^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$"},{"type":"array","maxItems":10,"items":{"type":"string","pattern":"^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$","description":"an e-mail address"}}],"description":"an e-mail address, or a list of them, told about tampering"},"tamper-rule":{"type":"boolean","description":"an EventBridge rule that reports attempts to stop, narrow or delete the trail, its logs or its key"},"alarms":{"anyOf":[{"type":"boolean"},{"type":"array","minItems":1,"maxItems":15,"items":{"enum":["root-use","unauthorized-calls","console-without-mfa","iam-changes","trail-changes","console-failures","key-disabling","bucket-changes","config-changes","security-group-changes","network-acl-changes","gateway-changes","route-table-changes","vpc-changes","organization-changes"],"description":"one of root-use, unauthorized-calls, console-without-mfa, iam-changes, trail-changes, console-failures, key-disabling, bucket-changes, config-changes, security-group-changes, network-acl-changes, gateway-changes, route-table-changes, vpc-changes, organization-changes"}}],"description":"the CIS metric filters and alarms: `true` for all 15, `false` for none, or a list of them"},"dashboard":{"type":"boolean","description":"a CloudWatch dashboard of the alarms and of the trail's event rate"},"config":{"type":"object","additionalProperties":false,"description":"AWS Config: rules that watch the audit trail, and (asked for) the recorder they need","properties":{"rules":{"anyOf":[{"type":"boolean"},{"type":"array","minItems":1,"maxItems":8,"uniqueItems":true,"items":{"type":"string","enum":["cloud-trail-enabled","cloud-trail-encryption-enabled","cloud-trail-log-file-validation-enabled","multi-region-cloud-trail-enabled","cloudtrail-s3-dataevents-enabled","s3-bucket-versioning-enabled","cmk-backing-key-rotation-enabled","iam-policy-no-statements-with-admin-access"],"description":"one of cloud-trail-enabled, cloud-trail-encryption-enabled, cloud-trail-log-file-validation-enabled, multi-region-cloud-trail-enabled, cloudtrail-s3-dataevents-enabled, s3-bucket-versioning-enabled, cmk-backing-key-rotation-enabled, iam-policy-no-statements-with-admin-access"}}],"description":"the managed rules: `true` for all 8, `false` for none, or a list of them"},"recorder":{"enum":["existing","create"],"description":"`existing` (the region has a recorder; it is never replaced) or `create` (recorder, delivery channel and bucket)"},"service-linked-role":{"enum":["create","existing"],"description":"with `recorder: create`, whether AWSServiceRoleForConfig is made too; an account that ever used Config has it"}}},"analytics":{"type":"object","additionalProperties":false,"description":"Athena over the log bucket: a Glue table with partition projection, a workgroup with a scan limit, saved queries","properties":{"scan-limit-gib":{"type":"integer","minimum":1,"maximum":100000,"description":"a query that reads more GiB is cancelled"},"since":{"type":"string","pattern":"^20[0-9]{2}/(0[1-9]|1[0-2])/(0[1-9]|[12][0-9]|3[01])$","description":"the first day that can be queried, YYYY/MM/DD in quotes"},"regions":{"type":"array","minItems":1,"maxItems":40,"uniqueItems":true,"items":{"type":"string","pattern":"^[a-z]{2}(-[a-z]+)+-[0-9]$","description":"an AWS region"},"description":"the regions whose logs can be queried; every region of the partition when left out"},"results-days":{"type":"integer","minimum":1,"maximum":3650,"description":"days query results are kept, 1 to 3650"}}},"evidence":{"type":"object","additionalProperties":false,"description":"a separate bucket under Object Lock for result packs, and a write-once role for the job that stores them","required":["mode","days"],"properties":{"mode":{"enum":["governance","compliance"],"description":"`governance` (a named right can lift it) or `compliance` (nobody can, not even the account root)"},"days":{"type":"integer","minimum":1,"maximum":36500,"description":"days each object is kept unchangeable"},"confirm":{"type":"string","description":"with `compliance`, the words: \"nobody can shorten this\"","pattern":"^nobody can shorten this$"}}}}},"access":{"type":"object","additionalProperties":false,"description":"the access stack","properties":{"eks":{"anyOf":[{"const":false},{"type":"object","additionalProperties":false,"properties":{"auto-mode":{"type":"boolean","description":"EKS Auto Mode: its managed policies and `sts:TagSession`"},"cni":{"enum":["node-role","aws-node"],"description":"`node-role` keeps AmazonEKS_CNI_Policy on the nodes; `aws-node` leaves it to a role of the aws-node service account"},"ecr-pull":{"enum":["pull-only","read-only"],"description":"`pull-only` (AmazonEC2ContainerRegistryPullOnly) or `read-only` (AmazonEC2ContainerRegistryReadOnly)"},"clusters":{"type":"array","minItems":1,"maxItems":10,"items":{"type":"object","additionalProperties":false,"description":"an EKS cluster whose pods get roles","required":["name"],"properties":{"name":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$","description":"the cluster's name"},"issuer":{"type":"string","pattern":"^https://oidc\\.eks\\.[a-z0-9-]+\\.amazonaws\\.com(\\.cn)?/id/[A-Za-z0-9]{4,64}$","description":"the cluster's OIDC issuer URL; `aws eks describe-cluster --name <cluster> --query cluster.identity.oidc.issuer` shows it"},"oidc-provider":{"enum":["existing","create"],"description":"with `irsa`: whether IAM has the cluster's OIDC provider already, as eksctl makes it, or this stack creates it"}}},"description":"the clusters whose pods may take the roles below"},"pod-identity":{"enum":["pod-identity","irsa"],"description":"how pods get their roles: `pod-identity` (EKS Pod Identity, needs its agent add-on) or `irsa` (the cluster's OIDC provider)"},"pods":{"type":"object","additionalProperties":false,"description":"roles for pods, one per purpose, each for one service account","properties":{"model-read":{"type":"object","additionalProperties":false,"description":"reads models from S3","required":["namespace","service-account","buckets"],"properties":{"namespace":{"type":"string","pattern":"^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$","description":"a Kubernetes namespace"},"service-account":{"type":"string","pattern":"^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$","description":"a Kubernetes service account"},"buckets":{"type":"array","minItems":1,"maxItems":10,"uniqueItems":true,"items":{"type":"string","pattern":"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$","description":"an S3 bucket name: 3 to 63 lower-case letters, digits, dots and hyphens, starting and ending with a letter or digit"},"description":"buckets the pods read models from"},"prefixes":{"type":"array","minItems":1,"maxItems":10,"uniqueItems":true,"items":{"type":"string","pattern":"^[A-Za-z0-9!_.'()/-]{1,200}/$","description":"a key prefix ending in /"},"description":"key prefixes in them; `[artifacts/]` when left out"},"keys":{"type":"array","maxItems":10,"items":{"type":"string","pattern":"^arn:aws(-us-gov|-cn)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$","description":"the ARN of a KMS key"},"description":"KMS keys of those buckets"}}},"monitoring":{"type":"object","additionalProperties":false,"description":"writes metrics and logs to CloudWatch","required":["namespace","service-account"],"properties":{"namespace":{"type":"string","pattern":"^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$","description":"a Kubernetes namespace"},"service-account":{"type":"string","pattern":"^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$","description":"a Kubernetes service account"},"metric-namespaces":{"type":"array","minItems":1,"maxItems":10,"uniqueItems":true,"items":{"type":"string","pattern":"^[A-Za-z0-9_./#:-]{1,255}$","description":"a CloudWatch metric namespace"},"description":"metric namespaces it may write to; `[ContainerInsights]` when left out"}}},"secrets-read":{"type":"object","additionalProperties":false,"description":"reads named secrets","required":["namespace","service-account","secrets"],"properties":{"namespace":{"type":"string","pattern":"^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$","description":"a Kubernetes namespace"},"service-account":{"type":"string","pattern":"^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$","description":"a Kubernetes service account"},"secrets":{"type":"array","minItems":1,"maxItems":20,"uniqueItems":true,"items":{"type":"string","pattern":"^[A-Za-z0-9/_+=.@-]{1,512}$","description":"a Secrets Manager secret's name, without the random suffix"},"description":"the secrets it may read"},"keys":{"type":"array","maxItems":10,"items":{"type":"string","pattern":"^arn:aws(-us-gov|-cn)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$","description":"the ARN of a KMS key"},"description":"KMS keys of those secrets"}}}}}}}],"description":"EKS roles, or `false` for none"},"sagemaker":{"anyOf":[{"const":false},{"type":"object","additionalProperties":false,"properties":{"profile":{"enum":["least-privilege","lab"],"description":"`least-privilege`, or `lab` (AWS full-access policies; reported as findings)"},"data-buckets":{"type":"array","maxItems":20,"items":{"type":"string","pattern":"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$","description":"an S3 bucket name: 3 to 63 lower-case letters, digits, dots and hyphens, starting and ending with a letter or digit"},"description":"buckets the role may use"},"prefixes":{"type":"array","minItems":1,"maxItems":20,"items":{"type":"string","pattern":"^[A-Za-z0-9!_.'()/-]{1,200}/$","description":"a key prefix ending in /"},"description":"key prefixes the role may use in those buckets"},"read-prefixes":{"type":"array","minItems":1,"maxItems":20,"uniqueItems":true,"items":{"type":"string","pattern":"^[A-Za-z0-9!_.'()/-]{1,200}/$","description":"a key prefix ending in /"},"description":"further key prefixes of those buckets that the role reads and never writes"},"list":{"enum":["prefixes","buckets"],"description":"what the role lists: below its `prefixes`, or the whole `buckets`, which HeadBucket and the SDK's default bucket need"},"jobs":{"type":"array","minItems":1,"maxItems":7,"uniqueItems":true,"items":{"type":"string","pattern":"^(training|processing|transform|tuning|pipelines|registry|hosting)$","description":"training, processing, transform, tuning, pipelines, registry or hosting"},"description":"what the role is for: kinds of jobs, the model registry, endpoints"},"images":{"type":"array","maxItems":20,"uniqueItems":true,"items":{"type":"string","pattern":"^arn:aws(-us-gov|-cn)?:ecr:[a-z0-9-]+:[0-9]{12}:repository/[a-z0-9._/*-]{1,256}$","description":"the ARN of an ECR repository; * stands for any text"},"description":"repositories of other accounts that the role may pull from, beside AWS's own images of the region"},"repositories":{"type":"array","maxItems":20,"items":{"type":"string","pattern":"^[a-z0-9]+(?:[._/-][a-z0-9]+)*$","description":"an ECR repository name"},"description":"ECR repositories the role may pull from"},"keys":{"type":"array","maxItems":10,"items":{"type":"string","pattern":"^arn:aws(-us-gov|-cn)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$","description":"the ARN of a KMS key"},"description":"KMS keys of those buckets"},"vpc":{"type":"boolean","description":"whether jobs run in a VPC: adds the network-interface actions"},"gates":{"type":"object","additionalProperties":false,"description":"what every training and processing job must have; anything else is denied","properties":{"network-isolation":{"type":"boolean","description":"containers have no network"},"inter-container-encryption":{"type":"boolean","description":"traffic between containers is encrypted"},"subnets":{"type":"array","minItems":1,"maxItems":16,"uniqueItems":true,"items":{"type":"string","pattern":"^subnet-[0-9a-f]{8,17}$","description":"a subnet id"},"description":"jobs run in these subnets only"},"security-groups":{"type":"array","minItems":1,"maxItems":5,"uniqueItems":true,"items":{"type":"string","pattern":"^sg-[0-9a-f]{8,17}$","description":"a security group id"},"description":"jobs use these security groups only"},"volume-key":{"type":"string","pattern":"^arn:aws(-us-gov|-cn)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$","description":"the key that must encrypt job volumes"},"output-key":{"type":"string","pattern":"^arn:aws(-us-gov|-cn)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$","description":"the key that must encrypt job output"},"instance-types":{"type":"array","minItems":1,"maxItems":30,"uniqueItems":true,"items":{"type":"string","pattern":"^ml\\.[a-z0-9*-]+\\.[a-z0-9*]+$","description":"an instance type, such as ml.m5.xlarge or ml.m5.*"},"description":"instance types jobs may use"},"max-runtime-hours":{"type":"integer","minimum":1,"maximum":672,"description":"the longest a job may run, 1 to 672 hours"}}}}}],"description":"the SageMaker execution role, or `false` for none"},"ecr":{"type":"object","additionalProperties":false,"description":"ECR repositories with their policies and lifecycle, in the workload region","required":["repositories"],"properties":{"repositories":{"type":"array","minItems":1,"maxItems":50,"items":{"anyOf":[{"type":"string","pattern":"^[a-z0-9]+(?:[._/-][a-z0-9]+)*$","description":"an ECR repository name"},{"type":"object","additionalProperties":false,"required":["adopt"],"properties":{"adopt":{"type":"string","pattern":"^[a-z0-9]+(?:[._/-][a-z0-9]+)*$","description":"the name of an existing repository to adopt"}}}],"description":"an ECR repository name, or `{ adopt: <name> }` for one that exists"},"description":"the repositories: nodes and SageMaker pull, the image-push role pushes"},"tags":{"enum":["immutable","mutable"],"description":"`immutable` (a tag names one image for good) or `mutable`"},"untagged-days":{"type":"integer","minimum":1,"maximum":3650,"description":"days an image without a tag is kept"},"keep-images":{"type":"integer","minimum":1,"maximum":10000,"description":"how many images are kept"}}},"bucket-policies":{"type":"array","minItems":1,"maxItems":20,"items":{"type":"object","additionalProperties":false,"description":"the policy of an existing data or model bucket","required":["bucket"],"properties":{"bucket":{"type":"string","pattern":"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$","description":"an S3 bucket name: 3 to 63 lower-case letters, digits, dots and hyphens, starting and ending with a letter or digit"},"key":{"type":"string","pattern":"^arn:aws(-us-gov|-cn)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$","description":"the key that must encrypt what is written to it"}}},"description":"data and model buckets whose policy this stack owns: TLS only, encryption, the workload roles by name"},"replica":{"type":"object","additionalProperties":false,"description":"a replica of a data bucket in another region, with a key of its own","required":["bucket","region"],"properties":{"bucket":{"type":"string","pattern":"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$","description":"the bucket to replicate, in the workload region"},"region":{"type":"string","description":"the replica's region"},"prefixes":{"type":"array","minItems":1,"maxItems":10,"uniqueItems":true,"items":{"type":"string","pattern":"^[A-Za-z0-9!_.'()/-]{1,200}/$","description":"a key prefix ending in /"},"description":"key prefixes that are replicated; `access.sagemaker.prefixes` when left out"},"source-key":{"type":"string","pattern":"^arn:aws(-us-gov|-cn)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$","description":"the key of the bucket to replicate"}}}}},"access-matrix":{"description":"what roles and workflow runs must be able to do, and must not; a list, or the path of a file that holds it","anyOf":[{"type":"string","pattern":"\\.ya?ml$"},{"type":"array","maxItems":200,"items":{"type":"object","additionalProperties":false,"required":["who"],"properties":{"who":{"description":"a role, `workload-roles`, `any-role`, or a run of a workflow","anyOf":[{"type":"string","pattern":"^[\\w+=,.@-]{1,64}$"},{"type":"object","additionalProperties":false,"required":["repository"],"properties":{"repository":{"type":"string","pattern":"^[A-Za-z0-9-]+/[A-Za-z0-9._-]+$","description":"OWNER/NAME"},"owner-id":{"type":"string","pattern":"^[0-9]{1,20}$","description":"the owner's id in the token"},"repository-id":{"type":"string","pattern":"^[0-9]{1,20}$","description":"the repository's id in the token"},"branch":{"type":"string","pattern":"^\\S{1,200}$","description":"the run is on this branch"},"tag":{"type":"string","pattern":"^\\S{1,200}$","description":"the run is on this tag"},"environment":{"type":"string","pattern":"^\\S{1,200}$","description":"the job has this environment"},"pull-request":{"const":true,"description":"the run is of a pull request"}}}]},"can":{"description":"actions that must be allowed","anyOf":[{"type":"string","pattern":"^(write|\\*|[A-Za-z0-9-]+:[A-Za-z0-9*?]+)$"},{"type":"array","minItems":1,"maxItems":100,"items":{"type":"string","pattern":"^(write|\\*|[A-Za-z0-9-]+:[A-Za-z0-9*?]+)$"}}]},"cannot":{"description":"actions that must not be allowed in any way; `write` is every action that is not a List or Read action","anyOf":[{"type":"string","pattern":"^(write|\\*|[A-Za-z0-9-]+:[A-Za-z0-9*?]+)$"},{"type":"array","minItems":1,"maxItems":100,"items":{"type":"string","pattern":"^(write|\\*|[A-Za-z0-9-]+:[A-Za-z0-9*?]+)$"}}]},"on":{"description":"ARNs with wildcards, or short names such as log-bucket; anything when left out","anyOf":[{"type":"string","pattern":"^(\\*|arn:\\S{1,2000}|[a-z][a-z-]{1,40})$"},{"type":"array","minItems":1,"maxItems":100,"items":{"type":"string","pattern":"^(\\*|arn:\\S{1,2000}|[a-z][a-z-]{1,40})$"}}]},"except":{"description":"what `on` does not mean; `self` is the role itself","anyOf":[{"type":"string","pattern":"^(\\*|arn:\\S{1,2000}|[a-z][a-z-]{1,40})$"},{"type":"array","minItems":1,"maxItems":100,"items":{"type":"string","pattern":"^(\\*|arn:\\S{1,2000}|[a-z][a-z-]{1,40})$"}}]},"when":{"type":"object","maxProperties":20,"description":"condition keys of the request; null for a key it does not have","additionalProperties":{"anyOf":[{"type":"null"},{"type":"string","pattern":"^[\\s\\S]{0,1000}$"},{"type":"array","minItems":1,"maxItems":20,"items":{"type":"string","pattern":"^[\\s\\S]{0,1000}$"}}]}},"why":{"type":"string","pattern":"\\S","description":"shown with the row"}}}}]},"organization":{"type":"object","additionalProperties":false,"description":"organization policies that the access matrix is judged with; without, they are not looked at","properties":{"service-control-policies":{"type":"array","maxItems":7,"items":{"type":"array","minItems":1,"maxItems":10,"items":{"type":"string","pattern":"\\.json$"}},"description":"files of service control policies beside the config, a list for each level from the root to the account"},"resource-control-policies":{"type":"array","maxItems":7,"items":{"type":"array","minItems":1,"maxItems":10,"items":{"type":"string","pattern":"\\.json$"}},"description":"files of resource control policies, likewise"}}},"stacks":{"type":"object","additionalProperties":false,"description":"how CloudFormation works on the audit, access and other stacks; bootstrap is an administrator's and takes none of it","properties":{"service-role":{"type":"string","pattern":"^arn:aws(-us-gov|-cn)?:iam::[0-9]{12}:role/[A-Za-z0-9+=,.@/_-]{1,512}$","description":"role that CloudFormation acts with, instead of the deploy role's own rights; a stack keeps it from then on"},"notifications":{"type":"array","maxItems":5,"uniqueItems":true,"items":{"type":"string","pattern":"^arn:aws(-us-gov|-cn)?:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]{1,256}$","description":"the ARN of an SNS topic"},"description":"topics that get every stack event of their region's stacks"},"rollback-alarms":{"type":"array","maxItems":5,"uniqueItems":true,"items":{"type":"string","pattern":"^arn:aws(-us-gov|-cn)?:cloudwatch:[a-z0-9-]+:[0-9]{12}:alarm:.{1,255}$","description":"the ARN of a CloudWatch alarm"},"description":"alarms that make CloudFormation take a deployment of their region's stacks back"},"rollback-minutes":{"type":"integer","minimum":0,"maximum":180,"description":"how long the alarms are watched after a deployment"}}},"gates":{"type":"object","additionalProperties":false,"description":"what a plan may not do without being allowed by name; a plan that does fails","properties":{"fail-on-widening":{"type":"boolean","description":"fail where a role or policy that stands would grant more"},"fail-on-replacement":{"type":"boolean","description":"fail where a resource would or may be replaced"},"fail-on-drift":{"type":"boolean","description":"fail where anything was changed outside of the stacks"},"fail-on-cost-increase":{"type":"number","minimum":0,"description":"fail above so many more US dollars a month, for what costs without being used"},"allow":{"type":"array","maxItems":200,"description":"what is let through","items":{"type":"object","additionalProperties":false,"required":["gate","subject","reason"],"properties":{"gate":{"enum":["widening","replacement","cost-increase","drift","evidence"]},"subject":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9 .:,/*_@()=+-]{0,511}$","description":"the logical id; `cost` for the bill; for a rule that changes, what the comment calls it"},"reason":{"type":"string","pattern":"\\S","description":"why it is let through"},"expires":{"type":"string","pattern":"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$","description":"the last day it holds, YYYY-MM-DD"}}}}}},"exceptions":{"type":"array","maxItems":200,"description":"findings accepted until a day","items":{"type":"object","additionalProperties":false,"required":["check","reason","owner","expires"],"properties":{"check":{"type":"string","pattern":"^[a-z0-9-]+$","description":"the id of a check"},"resource":{"type":"string","pattern":"^.{1,2048}$","description":"the ARN it holds for; every resource when left out"},"reason":{"type":"string","pattern":"\\S","description":"why it is accepted"},"owner":{"type":"string","pattern":"\\S","description":"who answers for it"},"ticket":{"type":"string","pattern":"\\S","description":"where it is tracked"},"expires":{"type":"string","pattern":"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$","description":"the last day it holds, YYYY-MM-DD"}}}},"fail-on":{"enum":["critical","high","medium","low"],"description":"the mildest severity that fails a run: `critical`, `high` (default), `medium` or `low`"}}};
const func2 = Object.prototype.hasOwnProperty;
const pattern0 = new RegExp("^[a-z][a-z0-9-]{1,40}$", "u");
const pattern1 = new RegExp("^[a-z][a-z0-9-]{0,19}$", "u");
const pattern2 = new RegExp("^[a-z][a-z0-9-]{1,50}$", "u");
const pattern3 = new RegExp("^[0-9]{12}$", "u");
const pattern4 = new RegExp("^(?!aws:)[A-Za-z0-9 _.:/=+@-]{1,128}$", "u");
const pattern5 = new RegExp("^[^\\u0000-\\u001f]{0,256}$", "u");
const pattern6 = new RegExp("^[A-Za-z0-9](?!.*[._-]{2})[A-Za-z0-9._-]{1,126}[A-Za-z0-9]$", "u");
const pattern7 = new RegExp("^alias/(?!aws/)[A-Za-z0-9/_-]{1,250}$", "u");
const pattern8 = new RegExp("^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$", "u");
const pattern10 = new RegExp("^(?!aws/)[A-Za-z0-9_/.#-]{1,512}$", "u");
const pattern11 = new RegExp("^[A-Za-z0-9+=,.@_-]{1,64}$", "u");
const pattern12 = new RegExp("^[A-Za-z0-9_-]{1,256}$", "u");
const pattern13 = new RegExp("^[A-Za-z0-9._-]{1,64}$", "u");
const pattern24 = new RegExp("^[A-Za-z][A-Za-z0-9-]{0,127}$", "u");
const pattern29 = new RegExp("^[A-Za-z0-9_-]{1,255}$", "u");
const pattern33 = new RegExp("^[a-z0-9_]{1,255}$", "u");
const pattern34 = new RegExp("^[A-Za-z0-9._-]{1,128}$", "u");
const pattern49 = new RegExp("^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})/[A-Za-z0-9._-]{1,100}$", "u");
const pattern50 = new RegExp("^https://(token\\.actions\\.githubusercontent\\.com(/[A-Za-z0-9_.-]{1,60})?|token\\.actions\\.[a-z0-9-]{1,60}\\.ghe\\.com(/[A-Za-z0-9_.-]{1,60})?|[a-z0-9][a-z0-9.-]{1,200}/_services/token)$", "u");
const pattern51 = new RegExp("^[0-9]{1,20}$", "u");
const pattern53 = new RegExp("^[A-Za-z0-9._/-]{1,100}$", "u");
const pattern54 = new RegExp("^[A-Za-z0-9 ._-]{1,100}$", "u");
const pattern56 = new RegExp("^[a-z][a-z_]{1,60}$", "u");
const pattern57 = new RegExp("^[^\\s:*?\"'<>\\\\$]{1,200}$", "u");
const pattern59 = new RegExp("^arn:aws(-us-gov|-cn)?:iam::[0-9]{12}:oidc-provider/[A-Za-z0-9_./-]{1,250}$", "u");
const pattern61 = new RegExp("^[a-z0-9]+(?:[._/-][a-z0-9]+)*$", "u");
const pattern70 = new RegExp("^arn:aws(-us-gov|-cn)?:cloudtrail:[a-z0-9-]+:[0-9]{12}:trail/[A-Za-z0-9._-]{3,128}$", "u");
const pattern72 = new RegExp("^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$", "u");
const pattern77 = new RegExp("^o-[a-z0-9]{10,32}$", "u");
const pattern79 = new RegExp("^arn:aws(-us-gov|-cn)?:iam::[0-9]{12}:(role|user)/[A-Za-z0-9+=,.@_/-]+$", "u");
const pattern80 = new RegExp("^arn:aws(-us-gov|-cn)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$", "u");
const pattern81 = new RegExp("^(?:(?:arn:aws(?:-us-gov|-cn)?:kms:[a-z0-9-]+:[0-9]{12}:key/)?[A-Za-z0-9-]{3,64}|alias/[A-Za-z0-9/_-]{1,250})$", "u");
const pattern83 = new RegExp("^nobody can shorten this$", "u");
const pattern85 = new RegExp("^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$", "u");
const pattern87 = new RegExp("^20[0-9]{2}/(0[1-9]|1[0-2])/(0[1-9]|[12][0-9]|3[01])$", "u");
const pattern88 = new RegExp("^[a-z]{2}(-[a-z]+)+-[0-9]$", "u");
const pattern91 = new RegExp("^https://oidc\\.eks\\.[a-z0-9-]+\\.amazonaws\\.com(\\.cn)?/id/[A-Za-z0-9]{4,64}$", "u");
const pattern92 = new RegExp("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", "u");
const pattern93 = new RegExp("^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$", "u");
const pattern95 = new RegExp("^[A-Za-z0-9!_.'()/-]{1,200}/$", "u");
const pattern99 = new RegExp("^[A-Za-z0-9_./#:-]{1,255}$", "u");
const pattern102 = new RegExp("^[A-Za-z0-9/_+=.@-]{1,512}$", "u");
const pattern107 = new RegExp("^(training|processing|transform|tuning|pipelines|registry|hosting)$", "u");
const pattern108 = new RegExp("^arn:aws(-us-gov|-cn)?:ecr:[a-z0-9-]+:[0-9]{12}:repository/[a-z0-9._/*-]{1,256}$", "u");
const pattern111 = new RegExp("^subnet-[0-9a-f]{8,17}$", "u");
const pattern112 = new RegExp("^sg-[0-9a-f]{8,17}$", "u");
const pattern115 = new RegExp("^ml\\.[a-z0-9*-]+\\.[a-z0-9*]+$", "u");
const pattern123 = new RegExp("\\.ya?ml$", "u");
const pattern124 = new RegExp("^[\\w+=,.@-]{1,64}$", "u");
const pattern125 = new RegExp("^[A-Za-z0-9-]+/[A-Za-z0-9._-]+$", "u");
const pattern128 = new RegExp("^\\S{1,200}$", "u");
const pattern131 = new RegExp("^(write|\\*|[A-Za-z0-9-]+:[A-Za-z0-9*?]+)$", "u");
const pattern135 = new RegExp("^(\\*|arn:\\S{1,2000}|[a-z][a-z-]{1,40})$", "u");
const pattern139 = new RegExp("^[\\s\\S]{0,1000}$", "u");
const pattern141 = new RegExp("\\S", "u");
const pattern142 = new RegExp("\\.json$", "u");
const pattern144 = new RegExp("^arn:aws(-us-gov|-cn)?:iam::[0-9]{12}:role/[A-Za-z0-9+=,.@/_-]{1,512}$", "u");
const pattern145 = new RegExp("^arn:aws(-us-gov|-cn)?:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]{1,256}$", "u");
const pattern146 = new RegExp("^arn:aws(-us-gov|-cn)?:cloudwatch:[a-z0-9-]+:[0-9]{12}:alarm:.{1,255}$", "u");
const pattern147 = new RegExp("^[A-Za-z0-9][A-Za-z0-9 .:,/*_@()=+-]{0,511}$", "u");
const pattern149 = new RegExp("^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$", "u");
const pattern150 = new RegExp("^[a-z0-9-]+$", "u");
const pattern151 = new RegExp("^.{1,2048}$", "u");

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://raw.githubusercontent.com/org/mlops-audit-action/v1/schema.json" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.version === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "version"},message:"must have required property '"+"version"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.project === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "project"},message:"must have required property '"+"project"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.environment === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "environment"},message:"must have required property '"+"environment"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.account === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "account"},message:"must have required property '"+"account"+"'"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.region === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "region"},message:"must have required property '"+"region"+"'"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema11.properties, key0))){
const err5 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.version !== undefined){
if(1 !== data.version){
const err6 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/const",keyword:"const",params:{allowedValue: 1},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.project !== undefined){
let data1 = data.project;
if(typeof data1 === "string"){
if(!pattern0.test(data1)){
const err7 = {instancePath:instancePath+"/project",schemaPath:"#/properties/project/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9-]{1,40}$"},message:"must match pattern \""+"^[a-z][a-z0-9-]{1,40}$"+"\""};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/project",schemaPath:"#/properties/project/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.environment !== undefined){
let data2 = data.environment;
if(typeof data2 === "string"){
if(!pattern1.test(data2)){
const err9 = {instancePath:instancePath+"/environment",schemaPath:"#/properties/environment/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9-]{0,19}$"},message:"must match pattern \""+"^[a-z][a-z0-9-]{0,19}$"+"\""};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/environment",schemaPath:"#/properties/environment/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.prefix !== undefined){
let data3 = data.prefix;
if(typeof data3 === "string"){
if(!pattern2.test(data3)){
const err11 = {instancePath:instancePath+"/prefix",schemaPath:"#/properties/prefix/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9-]{1,50}$"},message:"must match pattern \""+"^[a-z][a-z0-9-]{1,50}$"+"\""};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/prefix",schemaPath:"#/properties/prefix/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.account !== undefined){
let data4 = data.account;
if(typeof data4 === "string"){
if(!pattern3.test(data4)){
const err13 = {instancePath:instancePath+"/account",schemaPath:"#/properties/account/pattern",keyword:"pattern",params:{pattern: "^[0-9]{12}$"},message:"must match pattern \""+"^[0-9]{12}$"+"\""};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/account",schemaPath:"#/properties/account/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.region !== undefined){
if(typeof data.region !== "string"){
const err15 = {instancePath:instancePath+"/region",schemaPath:"#/properties/region/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data["workload-region"] !== undefined){
if(typeof data["workload-region"] !== "string"){
const err16 = {instancePath:instancePath+"/workload-region",schemaPath:"#/properties/workload-region/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.tags !== undefined){
let data7 = data.tags;
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
if(Object.keys(data7).length > 40){
const err17 = {instancePath:instancePath+"/tags",schemaPath:"#/properties/tags/maxProperties",keyword:"maxProperties",params:{limit: 40},message:"must NOT have more than 40 properties"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
for(const key1 in data7){
const _errs17 = errors;
if(typeof key1 === "string"){
if(!pattern4.test(key1)){
const err18 = {instancePath:instancePath+"/tags",schemaPath:"#/properties/tags/propertyNames/pattern",keyword:"pattern",params:{pattern: "^(?!aws:)[A-Za-z0-9 _.:/=+@-]{1,128}$"},message:"must match pattern \""+"^(?!aws:)[A-Za-z0-9 _.:/=+@-]{1,128}$"+"\"",propertyName:key1};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
var valid1 = _errs17 === errors;
if(!valid1){
const err19 = {instancePath:instancePath+"/tags",schemaPath:"#/properties/tags/propertyNames",keyword:"propertyNames",params:{propertyName: key1},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
for(const key2 in data7){
let data8 = data7[key2];
if(typeof data8 === "string"){
if(!pattern5.test(data8)){
const err20 = {instancePath:instancePath+"/tags/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/tags/additionalProperties/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f]{0,256}$"},message:"must match pattern \""+"^[^\\u0000-\\u001f]{0,256}$"+"\""};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
else {
const err21 = {instancePath:instancePath+"/tags/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/tags/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
else {
const err22 = {instancePath:instancePath+"/tags",schemaPath:"#/properties/tags/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.names !== undefined){
let data9 = data.names;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
for(const key3 in data9){
if(!(func2.call(schema11.properties.names.properties, key3))){
const err23 = {instancePath:instancePath+"/names",schemaPath:"#/properties/names/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data9.trail !== undefined){
let data10 = data9.trail;
if(typeof data10 === "string"){
if(!pattern6.test(data10)){
const err24 = {instancePath:instancePath+"/names/trail",schemaPath:"#/properties/names/properties/trail/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9](?!.*[._-]{2})[A-Za-z0-9._-]{1,126}[A-Za-z0-9]$"},message:"must match pattern \""+"^[A-Za-z0-9](?!.*[._-]{2})[A-Za-z0-9._-]{1,126}[A-Za-z0-9]$"+"\""};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
else {
const err25 = {instancePath:instancePath+"/names/trail",schemaPath:"#/properties/names/properties/trail/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data9["key-alias"] !== undefined){
let data11 = data9["key-alias"];
if(typeof data11 === "string"){
if(!pattern7.test(data11)){
const err26 = {instancePath:instancePath+"/names/key-alias",schemaPath:"#/properties/names/properties/key-alias/pattern",keyword:"pattern",params:{pattern: "^alias/(?!aws/)[A-Za-z0-9/_-]{1,250}$"},message:"must match pattern \""+"^alias/(?!aws/)[A-Za-z0-9/_-]{1,250}$"+"\""};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
else {
const err27 = {instancePath:instancePath+"/names/key-alias",schemaPath:"#/properties/names/properties/key-alias/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data9["log-bucket"] !== undefined){
let data12 = data9["log-bucket"];
if(typeof data12 === "string"){
if(!pattern8.test(data12)){
const err28 = {instancePath:instancePath+"/names/log-bucket",schemaPath:"#/properties/names/properties/log-bucket/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$"},message:"must match pattern \""+"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$"+"\""};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
else {
const err29 = {instancePath:instancePath+"/names/log-bucket",schemaPath:"#/properties/names/properties/log-bucket/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data9["access-log-bucket"] !== undefined){
let data13 = data9["access-log-bucket"];
if(typeof data13 === "string"){
if(!pattern8.test(data13)){
const err30 = {instancePath:instancePath+"/names/access-log-bucket",schemaPath:"#/properties/names/properties/access-log-bucket/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$"},message:"must match pattern \""+"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$"+"\""};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
else {
const err31 = {instancePath:instancePath+"/names/access-log-bucket",schemaPath:"#/properties/names/properties/access-log-bucket/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data9["log-group"] !== undefined){
let data14 = data9["log-group"];
if(typeof data14 === "string"){
if(!pattern10.test(data14)){
const err32 = {instancePath:instancePath+"/names/log-group",schemaPath:"#/properties/names/properties/log-group/pattern",keyword:"pattern",params:{pattern: "^(?!aws/)[A-Za-z0-9_/.#-]{1,512}$"},message:"must match pattern \""+"^(?!aws/)[A-Za-z0-9_/.#-]{1,512}$"+"\""};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
else {
const err33 = {instancePath:instancePath+"/names/log-group",schemaPath:"#/properties/names/properties/log-group/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data9["cloudwatch-logs-role"] !== undefined){
let data15 = data9["cloudwatch-logs-role"];
if(typeof data15 === "string"){
if(!pattern11.test(data15)){
const err34 = {instancePath:instancePath+"/names/cloudwatch-logs-role",schemaPath:"#/properties/names/properties/cloudwatch-logs-role/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9+=,.@_-]{1,64}$"},message:"must match pattern \""+"^[A-Za-z0-9+=,.@_-]{1,64}$"+"\""};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
else {
const err35 = {instancePath:instancePath+"/names/cloudwatch-logs-role",schemaPath:"#/properties/names/properties/cloudwatch-logs-role/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data9.topic !== undefined){
let data16 = data9.topic;
if(typeof data16 === "string"){
if(!pattern12.test(data16)){
const err36 = {instancePath:instancePath+"/names/topic",schemaPath:"#/properties/names/properties/topic/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{1,256}$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{1,256}$"+"\""};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
else {
const err37 = {instancePath:instancePath+"/names/topic",schemaPath:"#/properties/names/properties/topic/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data9["tamper-rule"] !== undefined){
let data17 = data9["tamper-rule"];
if(typeof data17 === "string"){
if(!pattern13.test(data17)){
const err38 = {instancePath:instancePath+"/names/tamper-rule",schemaPath:"#/properties/names/properties/tamper-rule/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._-]{1,64}$"},message:"must match pattern \""+"^[A-Za-z0-9._-]{1,64}$"+"\""};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
else {
const err39 = {instancePath:instancePath+"/names/tamper-rule",schemaPath:"#/properties/names/properties/tamper-rule/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data9["eks-cluster-role"] !== undefined){
let data18 = data9["eks-cluster-role"];
if(typeof data18 === "string"){
if(!pattern11.test(data18)){
const err40 = {instancePath:instancePath+"/names/eks-cluster-role",schemaPath:"#/properties/names/properties/eks-cluster-role/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9+=,.@_-]{1,64}$"},message:"must match pattern \""+"^[A-Za-z0-9+=,.@_-]{1,64}$"+"\""};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
else {
const err41 = {instancePath:instancePath+"/names/eks-cluster-role",schemaPath:"#/properties/names/properties/eks-cluster-role/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data9["eks-nodegroup-role"] !== undefined){
let data19 = data9["eks-nodegroup-role"];
if(typeof data19 === "string"){
if(!pattern11.test(data19)){
const err42 = {instancePath:instancePath+"/names/eks-nodegroup-role",schemaPath:"#/properties/names/properties/eks-nodegroup-role/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9+=,.@_-]{1,64}$"},message:"must match pattern \""+"^[A-Za-z0-9+=,.@_-]{1,64}$"+"\""};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
else {
const err43 = {instancePath:instancePath+"/names/eks-nodegroup-role",schemaPath:"#/properties/names/properties/eks-nodegroup-role/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data9["sagemaker-role"] !== undefined){
let data20 = data9["sagemaker-role"];
if(typeof data20 === "string"){
if(!pattern11.test(data20)){
const err44 = {instancePath:instancePath+"/names/sagemaker-role",schemaPath:"#/properties/names/properties/sagemaker-role/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9+=,.@_-]{1,64}$"},message:"must match pattern \""+"^[A-Za-z0-9+=,.@_-]{1,64}$"+"\""};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
else {
const err45 = {instancePath:instancePath+"/names/sagemaker-role",schemaPath:"#/properties/names/properties/sagemaker-role/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data9["plan-role"] !== undefined){
let data21 = data9["plan-role"];
if(typeof data21 === "string"){
if(!pattern11.test(data21)){
const err46 = {instancePath:instancePath+"/names/plan-role",schemaPath:"#/properties/names/properties/plan-role/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9+=,.@_-]{1,64}$"},message:"must match pattern \""+"^[A-Za-z0-9+=,.@_-]{1,64}$"+"\""};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
else {
const err47 = {instancePath:instancePath+"/names/plan-role",schemaPath:"#/properties/names/properties/plan-role/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(data9["deploy-role"] !== undefined){
let data22 = data9["deploy-role"];
if(typeof data22 === "string"){
if(!pattern11.test(data22)){
const err48 = {instancePath:instancePath+"/names/deploy-role",schemaPath:"#/properties/names/properties/deploy-role/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9+=,.@_-]{1,64}$"},message:"must match pattern \""+"^[A-Za-z0-9+=,.@_-]{1,64}$"+"\""};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
else {
const err49 = {instancePath:instancePath+"/names/deploy-role",schemaPath:"#/properties/names/properties/deploy-role/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data9["publish-role"] !== undefined){
let data23 = data9["publish-role"];
if(typeof data23 === "string"){
if(!pattern11.test(data23)){
const err50 = {instancePath:instancePath+"/names/publish-role",schemaPath:"#/properties/names/properties/publish-role/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9+=,.@_-]{1,64}$"},message:"must match pattern \""+"^[A-Za-z0-9+=,.@_-]{1,64}$"+"\""};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
else {
const err51 = {instancePath:instancePath+"/names/publish-role",schemaPath:"#/properties/names/properties/publish-role/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
if(data9["verify-role"] !== undefined){
let data24 = data9["verify-role"];
if(typeof data24 === "string"){
if(!pattern11.test(data24)){
const err52 = {instancePath:instancePath+"/names/verify-role",schemaPath:"#/properties/names/properties/verify-role/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9+=,.@_-]{1,64}$"},message:"must match pattern \""+"^[A-Za-z0-9+=,.@_-]{1,64}$"+"\""};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
else {
const err53 = {instancePath:instancePath+"/names/verify-role",schemaPath:"#/properties/names/properties/verify-role/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
if(data9["read-policy"] !== undefined){
let data25 = data9["read-policy"];
if(typeof data25 === "string"){
if(!pattern11.test(data25)){
const err54 = {instancePath:instancePath+"/names/read-policy",schemaPath:"#/properties/names/properties/read-policy/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9+=,.@_-]{1,64}$"},message:"must match pattern \""+"^[A-Za-z0-9+=,.@_-]{1,64}$"+"\""};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
else {
const err55 = {instancePath:instancePath+"/names/read-policy",schemaPath:"#/properties/names/properties/read-policy/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
if(data9["pipeline-boundary"] !== undefined){
let data26 = data9["pipeline-boundary"];
if(typeof data26 === "string"){
if(!pattern11.test(data26)){
const err56 = {instancePath:instancePath+"/names/pipeline-boundary",schemaPath:"#/properties/names/properties/pipeline-boundary/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9+=,.@_-]{1,64}$"},message:"must match pattern \""+"^[A-Za-z0-9+=,.@_-]{1,64}$"+"\""};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
else {
const err57 = {instancePath:instancePath+"/names/pipeline-boundary",schemaPath:"#/properties/names/properties/pipeline-boundary/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
if(data9["workload-boundary"] !== undefined){
let data27 = data9["workload-boundary"];
if(typeof data27 === "string"){
if(!pattern11.test(data27)){
const err58 = {instancePath:instancePath+"/names/workload-boundary",schemaPath:"#/properties/names/properties/workload-boundary/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9+=,.@_-]{1,64}$"},message:"must match pattern \""+"^[A-Za-z0-9+=,.@_-]{1,64}$"+"\""};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
else {
const err59 = {instancePath:instancePath+"/names/workload-boundary",schemaPath:"#/properties/names/properties/workload-boundary/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
if(data9["bootstrap-stack"] !== undefined){
let data28 = data9["bootstrap-stack"];
if(typeof data28 === "string"){
if(!pattern24.test(data28)){
const err60 = {instancePath:instancePath+"/names/bootstrap-stack",schemaPath:"#/properties/names/properties/bootstrap-stack/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9-]{0,127}$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9-]{0,127}$"+"\""};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
else {
const err61 = {instancePath:instancePath+"/names/bootstrap-stack",schemaPath:"#/properties/names/properties/bootstrap-stack/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
if(data9["audit-stack"] !== undefined){
let data29 = data9["audit-stack"];
if(typeof data29 === "string"){
if(!pattern24.test(data29)){
const err62 = {instancePath:instancePath+"/names/audit-stack",schemaPath:"#/properties/names/properties/audit-stack/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9-]{0,127}$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9-]{0,127}$"+"\""};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
else {
const err63 = {instancePath:instancePath+"/names/audit-stack",schemaPath:"#/properties/names/properties/audit-stack/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
if(data9["access-stack"] !== undefined){
let data30 = data9["access-stack"];
if(typeof data30 === "string"){
if(!pattern24.test(data30)){
const err64 = {instancePath:instancePath+"/names/access-stack",schemaPath:"#/properties/names/properties/access-stack/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9-]{0,127}$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9-]{0,127}$"+"\""};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
else {
const err65 = {instancePath:instancePath+"/names/access-stack",schemaPath:"#/properties/names/properties/access-stack/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
if(data9["template-bucket"] !== undefined){
let data31 = data9["template-bucket"];
if(typeof data31 === "string"){
if(!pattern8.test(data31)){
const err66 = {instancePath:instancePath+"/names/template-bucket",schemaPath:"#/properties/names/properties/template-bucket/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$"},message:"must match pattern \""+"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$"+"\""};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
else {
const err67 = {instancePath:instancePath+"/names/template-bucket",schemaPath:"#/properties/names/properties/template-bucket/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
if(data9["delivery-topic"] !== undefined){
let data32 = data9["delivery-topic"];
if(typeof data32 === "string"){
if(!pattern12.test(data32)){
const err68 = {instancePath:instancePath+"/names/delivery-topic",schemaPath:"#/properties/names/properties/delivery-topic/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{1,256}$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{1,256}$"+"\""};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
else {
const err69 = {instancePath:instancePath+"/names/delivery-topic",schemaPath:"#/properties/names/properties/delivery-topic/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
if(data9.dashboard !== undefined){
let data33 = data9.dashboard;
if(typeof data33 === "string"){
if(!pattern29.test(data33)){
const err70 = {instancePath:instancePath+"/names/dashboard",schemaPath:"#/properties/names/properties/dashboard/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{1,255}$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{1,255}$"+"\""};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
else {
const err71 = {instancePath:instancePath+"/names/dashboard",schemaPath:"#/properties/names/properties/dashboard/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
if(data9["global-tamper-role"] !== undefined){
let data34 = data9["global-tamper-role"];
if(typeof data34 === "string"){
if(!pattern11.test(data34)){
const err72 = {instancePath:instancePath+"/names/global-tamper-role",schemaPath:"#/properties/names/properties/global-tamper-role/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9+=,.@_-]{1,64}$"},message:"must match pattern \""+"^[A-Za-z0-9+=,.@_-]{1,64}$"+"\""};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
else {
const err73 = {instancePath:instancePath+"/names/global-tamper-role",schemaPath:"#/properties/names/properties/global-tamper-role/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
if(data9["config-bucket"] !== undefined){
let data35 = data9["config-bucket"];
if(typeof data35 === "string"){
if(!pattern8.test(data35)){
const err74 = {instancePath:instancePath+"/names/config-bucket",schemaPath:"#/properties/names/properties/config-bucket/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$"},message:"must match pattern \""+"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$"+"\""};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
else {
const err75 = {instancePath:instancePath+"/names/config-bucket",schemaPath:"#/properties/names/properties/config-bucket/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
if(data9["config-recorder"] !== undefined){
let data36 = data9["config-recorder"];
if(typeof data36 === "string"){
if(!pattern12.test(data36)){
const err76 = {instancePath:instancePath+"/names/config-recorder",schemaPath:"#/properties/names/properties/config-recorder/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{1,256}$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{1,256}$"+"\""};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
else {
const err77 = {instancePath:instancePath+"/names/config-recorder",schemaPath:"#/properties/names/properties/config-recorder/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
if(data9["glue-database"] !== undefined){
let data37 = data9["glue-database"];
if(typeof data37 === "string"){
if(!pattern33.test(data37)){
const err78 = {instancePath:instancePath+"/names/glue-database",schemaPath:"#/properties/names/properties/glue-database/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9_]{1,255}$"},message:"must match pattern \""+"^[a-z0-9_]{1,255}$"+"\""};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
else {
const err79 = {instancePath:instancePath+"/names/glue-database",schemaPath:"#/properties/names/properties/glue-database/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
if(data9["athena-workgroup"] !== undefined){
let data38 = data9["athena-workgroup"];
if(typeof data38 === "string"){
if(!pattern34.test(data38)){
const err80 = {instancePath:instancePath+"/names/athena-workgroup",schemaPath:"#/properties/names/properties/athena-workgroup/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._-]{1,128}$"+"\""};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
else {
const err81 = {instancePath:instancePath+"/names/athena-workgroup",schemaPath:"#/properties/names/properties/athena-workgroup/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
if(data9["athena-bucket"] !== undefined){
let data39 = data9["athena-bucket"];
if(typeof data39 === "string"){
if(!pattern8.test(data39)){
const err82 = {instancePath:instancePath+"/names/athena-bucket",schemaPath:"#/properties/names/properties/athena-bucket/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$"},message:"must match pattern \""+"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$"+"\""};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
}
else {
const err83 = {instancePath:instancePath+"/names/athena-bucket",schemaPath:"#/properties/names/properties/athena-bucket/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
if(data9["evidence-bucket"] !== undefined){
let data40 = data9["evidence-bucket"];
if(typeof data40 === "string"){
if(!pattern8.test(data40)){
const err84 = {instancePath:instancePath+"/names/evidence-bucket",schemaPath:"#/properties/names/properties/evidence-bucket/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$"},message:"must match pattern \""+"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$"+"\""};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
else {
const err85 = {instancePath:instancePath+"/names/evidence-bucket",schemaPath:"#/properties/names/properties/evidence-bucket/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
if(data9["replica-bucket"] !== undefined){
let data41 = data9["replica-bucket"];
if(typeof data41 === "string"){
if(!pattern8.test(data41)){
const err86 = {instancePath:instancePath+"/names/replica-bucket",schemaPath:"#/properties/names/properties/replica-bucket/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$"},message:"must match pattern \""+"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$"+"\""};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
}
else {
const err87 = {instancePath:instancePath+"/names/replica-bucket",schemaPath:"#/properties/names/properties/replica-bucket/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
}
if(data9["replica-key-alias"] !== undefined){
let data42 = data9["replica-key-alias"];
if(typeof data42 === "string"){
if(!pattern7.test(data42)){
const err88 = {instancePath:instancePath+"/names/replica-key-alias",schemaPath:"#/properties/names/properties/replica-key-alias/pattern",keyword:"pattern",params:{pattern: "^alias/(?!aws/)[A-Za-z0-9/_-]{1,250}$"},message:"must match pattern \""+"^alias/(?!aws/)[A-Za-z0-9/_-]{1,250}$"+"\""};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
}
else {
const err89 = {instancePath:instancePath+"/names/replica-key-alias",schemaPath:"#/properties/names/properties/replica-key-alias/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
}
if(data9["replication-role"] !== undefined){
let data43 = data9["replication-role"];
if(typeof data43 === "string"){
if(!pattern11.test(data43)){
const err90 = {instancePath:instancePath+"/names/replication-role",schemaPath:"#/properties/names/properties/replication-role/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9+=,.@_-]{1,64}$"},message:"must match pattern \""+"^[A-Za-z0-9+=,.@_-]{1,64}$"+"\""};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
}
else {
const err91 = {instancePath:instancePath+"/names/replication-role",schemaPath:"#/properties/names/properties/replication-role/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
}
if(data9["model-read-role"] !== undefined){
let data44 = data9["model-read-role"];
if(typeof data44 === "string"){
if(!pattern11.test(data44)){
const err92 = {instancePath:instancePath+"/names/model-read-role",schemaPath:"#/properties/names/properties/model-read-role/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9+=,.@_-]{1,64}$"},message:"must match pattern \""+"^[A-Za-z0-9+=,.@_-]{1,64}$"+"\""};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
}
else {
const err93 = {instancePath:instancePath+"/names/model-read-role",schemaPath:"#/properties/names/properties/model-read-role/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
}
if(data9["monitoring-role"] !== undefined){
let data45 = data9["monitoring-role"];
if(typeof data45 === "string"){
if(!pattern11.test(data45)){
const err94 = {instancePath:instancePath+"/names/monitoring-role",schemaPath:"#/properties/names/properties/monitoring-role/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9+=,.@_-]{1,64}$"},message:"must match pattern \""+"^[A-Za-z0-9+=,.@_-]{1,64}$"+"\""};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
}
else {
const err95 = {instancePath:instancePath+"/names/monitoring-role",schemaPath:"#/properties/names/properties/monitoring-role/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
}
if(data9["secrets-read-role"] !== undefined){
let data46 = data9["secrets-read-role"];
if(typeof data46 === "string"){
if(!pattern11.test(data46)){
const err96 = {instancePath:instancePath+"/names/secrets-read-role",schemaPath:"#/properties/names/properties/secrets-read-role/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9+=,.@_-]{1,64}$"},message:"must match pattern \""+"^[A-Za-z0-9+=,.@_-]{1,64}$"+"\""};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
}
else {
const err97 = {instancePath:instancePath+"/names/secrets-read-role",schemaPath:"#/properties/names/properties/secrets-read-role/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
}
if(data9["aws-node-role"] !== undefined){
let data47 = data9["aws-node-role"];
if(typeof data47 === "string"){
if(!pattern11.test(data47)){
const err98 = {instancePath:instancePath+"/names/aws-node-role",schemaPath:"#/properties/names/properties/aws-node-role/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9+=,.@_-]{1,64}$"},message:"must match pattern \""+"^[A-Za-z0-9+=,.@_-]{1,64}$"+"\""};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
}
else {
const err99 = {instancePath:instancePath+"/names/aws-node-role",schemaPath:"#/properties/names/properties/aws-node-role/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
}
if(data9["image-push-role"] !== undefined){
let data48 = data9["image-push-role"];
if(typeof data48 === "string"){
if(!pattern11.test(data48)){
const err100 = {instancePath:instancePath+"/names/image-push-role",schemaPath:"#/properties/names/properties/image-push-role/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9+=,.@_-]{1,64}$"},message:"must match pattern \""+"^[A-Za-z0-9+=,.@_-]{1,64}$"+"\""};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
}
else {
const err101 = {instancePath:instancePath+"/names/image-push-role",schemaPath:"#/properties/names/properties/image-push-role/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
}
if(data9["evidence-role"] !== undefined){
let data49 = data9["evidence-role"];
if(typeof data49 === "string"){
if(!pattern11.test(data49)){
const err102 = {instancePath:instancePath+"/names/evidence-role",schemaPath:"#/properties/names/properties/evidence-role/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9+=,.@_-]{1,64}$"},message:"must match pattern \""+"^[A-Za-z0-9+=,.@_-]{1,64}$"+"\""};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
}
else {
const err103 = {instancePath:instancePath+"/names/evidence-role",schemaPath:"#/properties/names/properties/evidence-role/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
}
if(data9["global-stack"] !== undefined){
let data50 = data9["global-stack"];
if(typeof data50 === "string"){
if(!pattern24.test(data50)){
const err104 = {instancePath:instancePath+"/names/global-stack",schemaPath:"#/properties/names/properties/global-stack/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9-]{0,127}$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9-]{0,127}$"+"\""};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
}
else {
const err105 = {instancePath:instancePath+"/names/global-stack",schemaPath:"#/properties/names/properties/global-stack/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
}
if(data9["replica-stack"] !== undefined){
let data51 = data9["replica-stack"];
if(typeof data51 === "string"){
if(!pattern24.test(data51)){
const err106 = {instancePath:instancePath+"/names/replica-stack",schemaPath:"#/properties/names/properties/replica-stack/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9-]{0,127}$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9-]{0,127}$"+"\""};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
}
else {
const err107 = {instancePath:instancePath+"/names/replica-stack",schemaPath:"#/properties/names/properties/replica-stack/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
}
}
else {
const err108 = {instancePath:instancePath+"/names",schemaPath:"#/properties/names/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
}
if(data["template-bucket"] !== undefined){
let data52 = data["template-bucket"];
const _errs109 = errors;
let valid4 = false;
const _errs110 = errors;
if("create" !== data52){
const err109 = {instancePath:instancePath+"/template-bucket",schemaPath:"#/properties/template-bucket/anyOf/0/const",keyword:"const",params:{allowedValue: "create"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
var _valid0 = _errs110 === errors;
valid4 = valid4 || _valid0;
if(!valid4){
const _errs111 = errors;
if(false !== data52){
const err110 = {instancePath:instancePath+"/template-bucket",schemaPath:"#/properties/template-bucket/anyOf/1/const",keyword:"const",params:{allowedValue: false},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
var _valid0 = _errs111 === errors;
valid4 = valid4 || _valid0;
if(!valid4){
const _errs112 = errors;
if(data52 && typeof data52 == "object" && !Array.isArray(data52)){
if(data52.use === undefined){
const err111 = {instancePath:instancePath+"/template-bucket",schemaPath:"#/properties/template-bucket/anyOf/2/required",keyword:"required",params:{missingProperty: "use"},message:"must have required property '"+"use"+"'"};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
for(const key4 in data52){
if(!(key4 === "use")){
const err112 = {instancePath:instancePath+"/template-bucket",schemaPath:"#/properties/template-bucket/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
}
if(data52.use !== undefined){
let data53 = data52.use;
if(typeof data53 === "string"){
if(!pattern8.test(data53)){
const err113 = {instancePath:instancePath+"/template-bucket/use",schemaPath:"#/properties/template-bucket/anyOf/2/properties/use/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$"},message:"must match pattern \""+"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$"+"\""};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
}
else {
const err114 = {instancePath:instancePath+"/template-bucket/use",schemaPath:"#/properties/template-bucket/anyOf/2/properties/use/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
}
}
else {
const err115 = {instancePath:instancePath+"/template-bucket",schemaPath:"#/properties/template-bucket/anyOf/2/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
var _valid0 = _errs112 === errors;
valid4 = valid4 || _valid0;
}
}
if(!valid4){
const err116 = {instancePath:instancePath+"/template-bucket",schemaPath:"#/properties/template-bucket/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
else {
errors = _errs109;
if(vErrors !== null){
if(_errs109){
vErrors.length = _errs109;
}
else {
vErrors = null;
}
}
}
}
if(data["stack-references"] !== undefined){
let data54 = data["stack-references"];
if(!((data54 === "parameter") || (data54 === "export"))){
const err117 = {instancePath:instancePath+"/stack-references",schemaPath:"#/properties/stack-references/enum",keyword:"enum",params:{allowedValues: schema11.properties["stack-references"].enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
}
if(data.github !== undefined){
let data55 = data.github;
if(data55 && typeof data55 == "object" && !Array.isArray(data55)){
if(data55.repository === undefined){
const err118 = {instancePath:instancePath+"/github",schemaPath:"#/properties/github/required",keyword:"required",params:{missingProperty: "repository"},message:"must have required property '"+"repository"+"'"};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
for(const key5 in data55){
if(!(func2.call(schema11.properties.github.properties, key5))){
const err119 = {instancePath:instancePath+"/github",schemaPath:"#/properties/github/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
}
if(data55.repository !== undefined){
let data56 = data55.repository;
if(typeof data56 === "string"){
if(!pattern49.test(data56)){
const err120 = {instancePath:instancePath+"/github/repository",schemaPath:"#/properties/github/properties/repository/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})/[A-Za-z0-9._-]{1,100}$"},message:"must match pattern \""+"^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})/[A-Za-z0-9._-]{1,100}$"+"\""};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
}
else {
const err121 = {instancePath:instancePath+"/github/repository",schemaPath:"#/properties/github/properties/repository/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
}
if(data55.issuer !== undefined){
let data57 = data55.issuer;
if(typeof data57 === "string"){
if(!pattern50.test(data57)){
const err122 = {instancePath:instancePath+"/github/issuer",schemaPath:"#/properties/github/properties/issuer/pattern",keyword:"pattern",params:{pattern: "^https://(token\\.actions\\.githubusercontent\\.com(/[A-Za-z0-9_.-]{1,60})?|token\\.actions\\.[a-z0-9-]{1,60}\\.ghe\\.com(/[A-Za-z0-9_.-]{1,60})?|[a-z0-9][a-z0-9.-]{1,200}/_services/token)$"},message:"must match pattern \""+"^https://(token\\.actions\\.githubusercontent\\.com(/[A-Za-z0-9_.-]{1,60})?|token\\.actions\\.[a-z0-9-]{1,60}\\.ghe\\.com(/[A-Za-z0-9_.-]{1,60})?|[a-z0-9][a-z0-9.-]{1,200}/_services/token)$"+"\""};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
}
else {
const err123 = {instancePath:instancePath+"/github/issuer",schemaPath:"#/properties/github/properties/issuer/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
}
if(data55["owner-id"] !== undefined){
let data58 = data55["owner-id"];
if(typeof data58 === "string"){
if(!pattern51.test(data58)){
const err124 = {instancePath:instancePath+"/github/owner-id",schemaPath:"#/properties/github/properties/owner-id/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,20}$"},message:"must match pattern \""+"^[0-9]{1,20}$"+"\""};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
}
else {
const err125 = {instancePath:instancePath+"/github/owner-id",schemaPath:"#/properties/github/properties/owner-id/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
}
if(data55["repository-id"] !== undefined){
let data59 = data55["repository-id"];
if(typeof data59 === "string"){
if(!pattern51.test(data59)){
const err126 = {instancePath:instancePath+"/github/repository-id",schemaPath:"#/properties/github/properties/repository-id/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,20}$"},message:"must match pattern \""+"^[0-9]{1,20}$"+"\""};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
}
else {
const err127 = {instancePath:instancePath+"/github/repository-id",schemaPath:"#/properties/github/properties/repository-id/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
}
if(data55.branches !== undefined){
let data60 = data55.branches;
if(Array.isArray(data60)){
if(data60.length > 5){
const err128 = {instancePath:instancePath+"/github/branches",schemaPath:"#/properties/github/properties/branches/maxItems",keyword:"maxItems",params:{limit: 5},message:"must NOT have more than 5 items"};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
if(data60.length < 1){
const err129 = {instancePath:instancePath+"/github/branches",schemaPath:"#/properties/github/properties/branches/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
const len0 = data60.length;
for(let i0=0; i0<len0; i0++){
let data61 = data60[i0];
if(typeof data61 === "string"){
if(!pattern53.test(data61)){
const err130 = {instancePath:instancePath+"/github/branches/" + i0,schemaPath:"#/properties/github/properties/branches/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._/-]{1,100}$"},message:"must match pattern \""+"^[A-Za-z0-9._/-]{1,100}$"+"\""};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
}
else {
const err131 = {instancePath:instancePath+"/github/branches/" + i0,schemaPath:"#/properties/github/properties/branches/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
}
}
else {
const err132 = {instancePath:instancePath+"/github/branches",schemaPath:"#/properties/github/properties/branches/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
}
if(data55.environments !== undefined){
let data62 = data55.environments;
if(Array.isArray(data62)){
if(data62.length > 5){
const err133 = {instancePath:instancePath+"/github/environments",schemaPath:"#/properties/github/properties/environments/maxItems",keyword:"maxItems",params:{limit: 5},message:"must NOT have more than 5 items"};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
const len1 = data62.length;
for(let i1=0; i1<len1; i1++){
let data63 = data62[i1];
if(typeof data63 === "string"){
if(!pattern54.test(data63)){
const err134 = {instancePath:instancePath+"/github/environments/" + i1,schemaPath:"#/properties/github/properties/environments/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9 ._-]{1,100}$"},message:"must match pattern \""+"^[A-Za-z0-9 ._-]{1,100}$"+"\""};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
}
else {
const err135 = {instancePath:instancePath+"/github/environments/" + i1,schemaPath:"#/properties/github/properties/environments/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
}
}
else {
const err136 = {instancePath:instancePath+"/github/environments",schemaPath:"#/properties/github/properties/environments/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
}
if(data55["max-session-seconds"] !== undefined){
let data64 = data55["max-session-seconds"];
if(!(((typeof data64 == "number") && (!(data64 % 1) && !isNaN(data64))) && (isFinite(data64)))){
const err137 = {instancePath:instancePath+"/github/max-session-seconds",schemaPath:"#/properties/github/properties/max-session-seconds/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
if((typeof data64 == "number") && (isFinite(data64))){
if(data64 > 43200 || isNaN(data64)){
const err138 = {instancePath:instancePath+"/github/max-session-seconds",schemaPath:"#/properties/github/properties/max-session-seconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 43200},message:"must be <= 43200"};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
if(data64 < 3600 || isNaN(data64)){
const err139 = {instancePath:instancePath+"/github/max-session-seconds",schemaPath:"#/properties/github/properties/max-session-seconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 3600},message:"must be >= 3600"};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
}
}
if(data55["publish-environments"] !== undefined){
let data65 = data55["publish-environments"];
if(Array.isArray(data65)){
if(data65.length > 5){
const err140 = {instancePath:instancePath+"/github/publish-environments",schemaPath:"#/properties/github/properties/publish-environments/maxItems",keyword:"maxItems",params:{limit: 5},message:"must NOT have more than 5 items"};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
const len2 = data65.length;
for(let i2=0; i2<len2; i2++){
let data66 = data65[i2];
if(typeof data66 === "string"){
if(!pattern54.test(data66)){
const err141 = {instancePath:instancePath+"/github/publish-environments/" + i2,schemaPath:"#/properties/github/properties/publish-environments/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9 ._-]{1,100}$"},message:"must match pattern \""+"^[A-Za-z0-9 ._-]{1,100}$"+"\""};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
}
else {
const err142 = {instancePath:instancePath+"/github/publish-environments/" + i2,schemaPath:"#/properties/github/properties/publish-environments/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
}
}
else {
const err143 = {instancePath:instancePath+"/github/publish-environments",schemaPath:"#/properties/github/properties/publish-environments/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
}
}
if(data55.subject !== undefined){
let data67 = data55.subject;
if(!(((data67 === "both") || (data67 === "immutable")) || (data67 === "name"))){
const err144 = {instancePath:instancePath+"/github/subject",schemaPath:"#/properties/github/properties/subject/enum",keyword:"enum",params:{allowedValues: schema11.properties.github.properties.subject.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
}
}
if(data55["subject-claims"] !== undefined){
let data68 = data55["subject-claims"];
if(Array.isArray(data68)){
if(data68.length > 10){
const err145 = {instancePath:instancePath+"/github/subject-claims",schemaPath:"#/properties/github/properties/subject-claims/maxItems",keyword:"maxItems",params:{limit: 10},message:"must NOT have more than 10 items"};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
if(data68.length < 1){
const err146 = {instancePath:instancePath+"/github/subject-claims",schemaPath:"#/properties/github/properties/subject-claims/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
}
const len3 = data68.length;
for(let i3=0; i3<len3; i3++){
let data69 = data68[i3];
const _errs147 = errors;
let valid15 = false;
const _errs148 = errors;
if(typeof data69 === "string"){
if(!pattern56.test(data69)){
const err147 = {instancePath:instancePath+"/github/subject-claims/" + i3,schemaPath:"#/properties/github/properties/subject-claims/items/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z_]{1,60}$"},message:"must match pattern \""+"^[a-z][a-z_]{1,60}$"+"\""};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
}
else {
const err148 = {instancePath:instancePath+"/github/subject-claims/" + i3,schemaPath:"#/properties/github/properties/subject-claims/items/anyOf/0/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
}
var _valid1 = _errs148 === errors;
valid15 = valid15 || _valid1;
if(!valid15){
const _errs150 = errors;
if(data69 && typeof data69 == "object" && !Array.isArray(data69)){
if(Object.keys(data69).length > 1){
const err149 = {instancePath:instancePath+"/github/subject-claims/" + i3,schemaPath:"#/properties/github/properties/subject-claims/items/anyOf/1/maxProperties",keyword:"maxProperties",params:{limit: 1},message:"must NOT have more than 1 properties"};
if(vErrors === null){
vErrors = [err149];
}
else {
vErrors.push(err149);
}
errors++;
}
if(Object.keys(data69).length < 1){
const err150 = {instancePath:instancePath+"/github/subject-claims/" + i3,schemaPath:"#/properties/github/properties/subject-claims/items/anyOf/1/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties"};
if(vErrors === null){
vErrors = [err150];
}
else {
vErrors.push(err150);
}
errors++;
}
for(const key6 in data69){
let data70 = data69[key6];
const _errs154 = errors;
let valid17 = false;
const _errs155 = errors;
if(typeof data70 === "string"){
if(!pattern57.test(data70)){
const err151 = {instancePath:instancePath+"/github/subject-claims/" + i3+"/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/github/properties/subject-claims/items/anyOf/1/additionalProperties/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^[^\\s:*?\"'<>\\\\$]{1,200}$"},message:"must match pattern \""+"^[^\\s:*?\"'<>\\\\$]{1,200}$"+"\""};
if(vErrors === null){
vErrors = [err151];
}
else {
vErrors.push(err151);
}
errors++;
}
}
else {
const err152 = {instancePath:instancePath+"/github/subject-claims/" + i3+"/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/github/properties/subject-claims/items/anyOf/1/additionalProperties/anyOf/0/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err152];
}
else {
vErrors.push(err152);
}
errors++;
}
var _valid2 = _errs155 === errors;
valid17 = valid17 || _valid2;
if(!valid17){
const _errs157 = errors;
if(Array.isArray(data70)){
if(data70.length > 5){
const err153 = {instancePath:instancePath+"/github/subject-claims/" + i3+"/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/github/properties/subject-claims/items/anyOf/1/additionalProperties/anyOf/1/maxItems",keyword:"maxItems",params:{limit: 5},message:"must NOT have more than 5 items"};
if(vErrors === null){
vErrors = [err153];
}
else {
vErrors.push(err153);
}
errors++;
}
if(data70.length < 1){
const err154 = {instancePath:instancePath+"/github/subject-claims/" + i3+"/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/github/properties/subject-claims/items/anyOf/1/additionalProperties/anyOf/1/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err154];
}
else {
vErrors.push(err154);
}
errors++;
}
const len4 = data70.length;
for(let i4=0; i4<len4; i4++){
let data71 = data70[i4];
if(typeof data71 === "string"){
if(!pattern57.test(data71)){
const err155 = {instancePath:instancePath+"/github/subject-claims/" + i3+"/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i4,schemaPath:"#/properties/github/properties/subject-claims/items/anyOf/1/additionalProperties/anyOf/1/items/pattern",keyword:"pattern",params:{pattern: "^[^\\s:*?\"'<>\\\\$]{1,200}$"},message:"must match pattern \""+"^[^\\s:*?\"'<>\\\\$]{1,200}$"+"\""};
if(vErrors === null){
vErrors = [err155];
}
else {
vErrors.push(err155);
}
errors++;
}
}
else {
const err156 = {instancePath:instancePath+"/github/subject-claims/" + i3+"/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i4,schemaPath:"#/properties/github/properties/subject-claims/items/anyOf/1/additionalProperties/anyOf/1/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err156];
}
else {
vErrors.push(err156);
}
errors++;
}
}
}
else {
const err157 = {instancePath:instancePath+"/github/subject-claims/" + i3+"/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/github/properties/subject-claims/items/anyOf/1/additionalProperties/anyOf/1/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err157];
}
else {
vErrors.push(err157);
}
errors++;
}
var _valid2 = _errs157 === errors;
valid17 = valid17 || _valid2;
}
if(!valid17){
const err158 = {instancePath:instancePath+"/github/subject-claims/" + i3+"/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/github/properties/subject-claims/items/anyOf/1/additionalProperties/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err158];
}
else {
vErrors.push(err158);
}
errors++;
}
else {
errors = _errs154;
if(vErrors !== null){
if(_errs154){
vErrors.length = _errs154;
}
else {
vErrors = null;
}
}
}
}
}
else {
const err159 = {instancePath:instancePath+"/github/subject-claims/" + i3,schemaPath:"#/properties/github/properties/subject-claims/items/anyOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err159];
}
else {
vErrors.push(err159);
}
errors++;
}
var _valid1 = _errs150 === errors;
valid15 = valid15 || _valid1;
}
if(!valid15){
const err160 = {instancePath:instancePath+"/github/subject-claims/" + i3,schemaPath:"#/properties/github/properties/subject-claims/items/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err160];
}
else {
vErrors.push(err160);
}
errors++;
}
else {
errors = _errs147;
if(vErrors !== null){
if(_errs147){
vErrors.length = _errs147;
}
else {
vErrors = null;
}
}
}
}
}
else {
const err161 = {instancePath:instancePath+"/github/subject-claims",schemaPath:"#/properties/github/properties/subject-claims/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err161];
}
else {
vErrors.push(err161);
}
errors++;
}
}
if(data55["oidc-provider"] !== undefined){
let data72 = data55["oidc-provider"];
const _errs162 = errors;
let valid20 = false;
const _errs163 = errors;
if("create" !== data72){
const err162 = {instancePath:instancePath+"/github/oidc-provider",schemaPath:"#/properties/github/properties/oidc-provider/anyOf/0/const",keyword:"const",params:{allowedValue: "create"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err162];
}
else {
vErrors.push(err162);
}
errors++;
}
var _valid3 = _errs163 === errors;
valid20 = valid20 || _valid3;
if(!valid20){
const _errs164 = errors;
if(data72 && typeof data72 == "object" && !Array.isArray(data72)){
if(data72.use === undefined){
const err163 = {instancePath:instancePath+"/github/oidc-provider",schemaPath:"#/properties/github/properties/oidc-provider/anyOf/1/required",keyword:"required",params:{missingProperty: "use"},message:"must have required property '"+"use"+"'"};
if(vErrors === null){
vErrors = [err163];
}
else {
vErrors.push(err163);
}
errors++;
}
for(const key7 in data72){
if(!(key7 === "use")){
const err164 = {instancePath:instancePath+"/github/oidc-provider",schemaPath:"#/properties/github/properties/oidc-provider/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err164];
}
else {
vErrors.push(err164);
}
errors++;
}
}
if(data72.use !== undefined){
let data73 = data72.use;
if(typeof data73 === "string"){
if(!pattern59.test(data73)){
const err165 = {instancePath:instancePath+"/github/oidc-provider/use",schemaPath:"#/properties/github/properties/oidc-provider/anyOf/1/properties/use/pattern",keyword:"pattern",params:{pattern: "^arn:aws(-us-gov|-cn)?:iam::[0-9]{12}:oidc-provider/[A-Za-z0-9_./-]{1,250}$"},message:"must match pattern \""+"^arn:aws(-us-gov|-cn)?:iam::[0-9]{12}:oidc-provider/[A-Za-z0-9_./-]{1,250}$"+"\""};
if(vErrors === null){
vErrors = [err165];
}
else {
vErrors.push(err165);
}
errors++;
}
}
else {
const err166 = {instancePath:instancePath+"/github/oidc-provider/use",schemaPath:"#/properties/github/properties/oidc-provider/anyOf/1/properties/use/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err166];
}
else {
vErrors.push(err166);
}
errors++;
}
}
}
else {
const err167 = {instancePath:instancePath+"/github/oidc-provider",schemaPath:"#/properties/github/properties/oidc-provider/anyOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err167];
}
else {
vErrors.push(err167);
}
errors++;
}
var _valid3 = _errs164 === errors;
valid20 = valid20 || _valid3;
if(!valid20){
const _errs169 = errors;
if(data72 && typeof data72 == "object" && !Array.isArray(data72)){
if(data72.adopt === undefined){
const err168 = {instancePath:instancePath+"/github/oidc-provider",schemaPath:"#/properties/github/properties/oidc-provider/anyOf/2/required",keyword:"required",params:{missingProperty: "adopt"},message:"must have required property '"+"adopt"+"'"};
if(vErrors === null){
vErrors = [err168];
}
else {
vErrors.push(err168);
}
errors++;
}
for(const key8 in data72){
if(!(key8 === "adopt")){
const err169 = {instancePath:instancePath+"/github/oidc-provider",schemaPath:"#/properties/github/properties/oidc-provider/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err169];
}
else {
vErrors.push(err169);
}
errors++;
}
}
if(data72.adopt !== undefined){
let data74 = data72.adopt;
if(typeof data74 === "string"){
if(!pattern59.test(data74)){
const err170 = {instancePath:instancePath+"/github/oidc-provider/adopt",schemaPath:"#/properties/github/properties/oidc-provider/anyOf/2/properties/adopt/pattern",keyword:"pattern",params:{pattern: "^arn:aws(-us-gov|-cn)?:iam::[0-9]{12}:oidc-provider/[A-Za-z0-9_./-]{1,250}$"},message:"must match pattern \""+"^arn:aws(-us-gov|-cn)?:iam::[0-9]{12}:oidc-provider/[A-Za-z0-9_./-]{1,250}$"+"\""};
if(vErrors === null){
vErrors = [err170];
}
else {
vErrors.push(err170);
}
errors++;
}
}
else {
const err171 = {instancePath:instancePath+"/github/oidc-provider/adopt",schemaPath:"#/properties/github/properties/oidc-provider/anyOf/2/properties/adopt/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err171];
}
else {
vErrors.push(err171);
}
errors++;
}
}
}
else {
const err172 = {instancePath:instancePath+"/github/oidc-provider",schemaPath:"#/properties/github/properties/oidc-provider/anyOf/2/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err172];
}
else {
vErrors.push(err172);
}
errors++;
}
var _valid3 = _errs169 === errors;
valid20 = valid20 || _valid3;
}
}
if(!valid20){
const err173 = {instancePath:instancePath+"/github/oidc-provider",schemaPath:"#/properties/github/properties/oidc-provider/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err173];
}
else {
vErrors.push(err173);
}
errors++;
}
else {
errors = _errs162;
if(vErrors !== null){
if(_errs162){
vErrors.length = _errs162;
}
else {
vErrors = null;
}
}
}
}
if(data55.deploy !== undefined){
let data75 = data55.deploy;
if(!((data75 === "manual") || (data75 === "on-merge"))){
const err174 = {instancePath:instancePath+"/github/deploy",schemaPath:"#/properties/github/properties/deploy/enum",keyword:"enum",params:{allowedValues: schema11.properties.github.properties.deploy.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err174];
}
else {
vErrors.push(err174);
}
errors++;
}
}
if(data55["image-push"] !== undefined){
let data76 = data55["image-push"];
if(data76 && typeof data76 == "object" && !Array.isArray(data76)){
if(data76.repositories === undefined){
const err175 = {instancePath:instancePath+"/github/image-push",schemaPath:"#/properties/github/properties/image-push/required",keyword:"required",params:{missingProperty: "repositories"},message:"must have required property '"+"repositories"+"'"};
if(vErrors === null){
vErrors = [err175];
}
else {
vErrors.push(err175);
}
errors++;
}
for(const key9 in data76){
if(!(((((((key9 === "repositories") || (key9 === "repository")) || (key9 === "owner-id")) || (key9 === "repository-id")) || (key9 === "branches")) || (key9 === "environments")) || (key9 === "subject-claims"))){
const err176 = {instancePath:instancePath+"/github/image-push",schemaPath:"#/properties/github/properties/image-push/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err176];
}
else {
vErrors.push(err176);
}
errors++;
}
}
if(data76.repositories !== undefined){
let data77 = data76.repositories;
if(Array.isArray(data77)){
if(data77.length > 20){
const err177 = {instancePath:instancePath+"/github/image-push/repositories",schemaPath:"#/properties/github/properties/image-push/properties/repositories/maxItems",keyword:"maxItems",params:{limit: 20},message:"must NOT have more than 20 items"};
if(vErrors === null){
vErrors = [err177];
}
else {
vErrors.push(err177);
}
errors++;
}
if(data77.length < 1){
const err178 = {instancePath:instancePath+"/github/image-push/repositories",schemaPath:"#/properties/github/properties/image-push/properties/repositories/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err178];
}
else {
vErrors.push(err178);
}
errors++;
}
const len5 = data77.length;
for(let i5=0; i5<len5; i5++){
let data78 = data77[i5];
if(typeof data78 === "string"){
if(!pattern61.test(data78)){
const err179 = {instancePath:instancePath+"/github/image-push/repositories/" + i5,schemaPath:"#/properties/github/properties/image-push/properties/repositories/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(?:[._/-][a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(?:[._/-][a-z0-9]+)*$"+"\""};
if(vErrors === null){
vErrors = [err179];
}
else {
vErrors.push(err179);
}
errors++;
}
}
else {
const err180 = {instancePath:instancePath+"/github/image-push/repositories/" + i5,schemaPath:"#/properties/github/properties/image-push/properties/repositories/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err180];
}
else {
vErrors.push(err180);
}
errors++;
}
}
let i6 = data77.length;
let j0;
if(i6 > 1){
const indices0 = {};
for(;i6--;){
let item0 = data77[i6];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err181 = {instancePath:instancePath+"/github/image-push/repositories",schemaPath:"#/properties/github/properties/image-push/properties/repositories/uniqueItems",keyword:"uniqueItems",params:{i: i6, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i6+" are identical)"};
if(vErrors === null){
vErrors = [err181];
}
else {
vErrors.push(err181);
}
errors++;
break;
}
indices0[item0] = i6;
}
}
}
else {
const err182 = {instancePath:instancePath+"/github/image-push/repositories",schemaPath:"#/properties/github/properties/image-push/properties/repositories/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err182];
}
else {
vErrors.push(err182);
}
errors++;
}
}
if(data76.repository !== undefined){
let data79 = data76.repository;
if(typeof data79 === "string"){
if(!pattern49.test(data79)){
const err183 = {instancePath:instancePath+"/github/image-push/repository",schemaPath:"#/properties/github/properties/image-push/properties/repository/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})/[A-Za-z0-9._-]{1,100}$"},message:"must match pattern \""+"^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})/[A-Za-z0-9._-]{1,100}$"+"\""};
if(vErrors === null){
vErrors = [err183];
}
else {
vErrors.push(err183);
}
errors++;
}
}
else {
const err184 = {instancePath:instancePath+"/github/image-push/repository",schemaPath:"#/properties/github/properties/image-push/properties/repository/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err184];
}
else {
vErrors.push(err184);
}
errors++;
}
}
if(data76["owner-id"] !== undefined){
let data80 = data76["owner-id"];
if(typeof data80 === "string"){
if(!pattern51.test(data80)){
const err185 = {instancePath:instancePath+"/github/image-push/owner-id",schemaPath:"#/properties/github/properties/image-push/properties/owner-id/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,20}$"},message:"must match pattern \""+"^[0-9]{1,20}$"+"\""};
if(vErrors === null){
vErrors = [err185];
}
else {
vErrors.push(err185);
}
errors++;
}
}
else {
const err186 = {instancePath:instancePath+"/github/image-push/owner-id",schemaPath:"#/properties/github/properties/image-push/properties/owner-id/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err186];
}
else {
vErrors.push(err186);
}
errors++;
}
}
if(data76["repository-id"] !== undefined){
let data81 = data76["repository-id"];
if(typeof data81 === "string"){
if(!pattern51.test(data81)){
const err187 = {instancePath:instancePath+"/github/image-push/repository-id",schemaPath:"#/properties/github/properties/image-push/properties/repository-id/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,20}$"},message:"must match pattern \""+"^[0-9]{1,20}$"+"\""};
if(vErrors === null){
vErrors = [err187];
}
else {
vErrors.push(err187);
}
errors++;
}
}
else {
const err188 = {instancePath:instancePath+"/github/image-push/repository-id",schemaPath:"#/properties/github/properties/image-push/properties/repository-id/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err188];
}
else {
vErrors.push(err188);
}
errors++;
}
}
if(data76.branches !== undefined){
let data82 = data76.branches;
if(Array.isArray(data82)){
if(data82.length > 5){
const err189 = {instancePath:instancePath+"/github/image-push/branches",schemaPath:"#/properties/github/properties/image-push/properties/branches/maxItems",keyword:"maxItems",params:{limit: 5},message:"must NOT have more than 5 items"};
if(vErrors === null){
vErrors = [err189];
}
else {
vErrors.push(err189);
}
errors++;
}
if(data82.length < 1){
const err190 = {instancePath:instancePath+"/github/image-push/branches",schemaPath:"#/properties/github/properties/image-push/properties/branches/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err190];
}
else {
vErrors.push(err190);
}
errors++;
}
const len6 = data82.length;
for(let i7=0; i7<len6; i7++){
let data83 = data82[i7];
if(typeof data83 === "string"){
if(!pattern53.test(data83)){
const err191 = {instancePath:instancePath+"/github/image-push/branches/" + i7,schemaPath:"#/properties/github/properties/image-push/properties/branches/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._/-]{1,100}$"},message:"must match pattern \""+"^[A-Za-z0-9._/-]{1,100}$"+"\""};
if(vErrors === null){
vErrors = [err191];
}
else {
vErrors.push(err191);
}
errors++;
}
}
else {
const err192 = {instancePath:instancePath+"/github/image-push/branches/" + i7,schemaPath:"#/properties/github/properties/image-push/properties/branches/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err192];
}
else {
vErrors.push(err192);
}
errors++;
}
}
}
else {
const err193 = {instancePath:instancePath+"/github/image-push/branches",schemaPath:"#/properties/github/properties/image-push/properties/branches/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err193];
}
else {
vErrors.push(err193);
}
errors++;
}
}
if(data76.environments !== undefined){
let data84 = data76.environments;
if(Array.isArray(data84)){
if(data84.length > 5){
const err194 = {instancePath:instancePath+"/github/image-push/environments",schemaPath:"#/properties/github/properties/image-push/properties/environments/maxItems",keyword:"maxItems",params:{limit: 5},message:"must NOT have more than 5 items"};
if(vErrors === null){
vErrors = [err194];
}
else {
vErrors.push(err194);
}
errors++;
}
const len7 = data84.length;
for(let i8=0; i8<len7; i8++){
let data85 = data84[i8];
if(typeof data85 === "string"){
if(!pattern54.test(data85)){
const err195 = {instancePath:instancePath+"/github/image-push/environments/" + i8,schemaPath:"#/properties/github/properties/image-push/properties/environments/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9 ._-]{1,100}$"},message:"must match pattern \""+"^[A-Za-z0-9 ._-]{1,100}$"+"\""};
if(vErrors === null){
vErrors = [err195];
}
else {
vErrors.push(err195);
}
errors++;
}
}
else {
const err196 = {instancePath:instancePath+"/github/image-push/environments/" + i8,schemaPath:"#/properties/github/properties/image-push/properties/environments/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err196];
}
else {
vErrors.push(err196);
}
errors++;
}
}
}
else {
const err197 = {instancePath:instancePath+"/github/image-push/environments",schemaPath:"#/properties/github/properties/image-push/properties/environments/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err197];
}
else {
vErrors.push(err197);
}
errors++;
}
}
if(data76["subject-claims"] !== undefined){
let data86 = data76["subject-claims"];
if(Array.isArray(data86)){
if(data86.length > 10){
const err198 = {instancePath:instancePath+"/github/image-push/subject-claims",schemaPath:"#/properties/github/properties/image-push/properties/subject-claims/maxItems",keyword:"maxItems",params:{limit: 10},message:"must NOT have more than 10 items"};
if(vErrors === null){
vErrors = [err198];
}
else {
vErrors.push(err198);
}
errors++;
}
if(data86.length < 1){
const err199 = {instancePath:instancePath+"/github/image-push/subject-claims",schemaPath:"#/properties/github/properties/image-push/properties/subject-claims/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err199];
}
else {
vErrors.push(err199);
}
errors++;
}
const len8 = data86.length;
for(let i9=0; i9<len8; i9++){
let data87 = data86[i9];
const _errs199 = errors;
let valid33 = false;
const _errs200 = errors;
if(typeof data87 === "string"){
if(!pattern56.test(data87)){
const err200 = {instancePath:instancePath+"/github/image-push/subject-claims/" + i9,schemaPath:"#/properties/github/properties/image-push/properties/subject-claims/items/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z_]{1,60}$"},message:"must match pattern \""+"^[a-z][a-z_]{1,60}$"+"\""};
if(vErrors === null){
vErrors = [err200];
}
else {
vErrors.push(err200);
}
errors++;
}
}
else {
const err201 = {instancePath:instancePath+"/github/image-push/subject-claims/" + i9,schemaPath:"#/properties/github/properties/image-push/properties/subject-claims/items/anyOf/0/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err201];
}
else {
vErrors.push(err201);
}
errors++;
}
var _valid4 = _errs200 === errors;
valid33 = valid33 || _valid4;
if(!valid33){
const _errs202 = errors;
if(data87 && typeof data87 == "object" && !Array.isArray(data87)){
if(Object.keys(data87).length > 1){
const err202 = {instancePath:instancePath+"/github/image-push/subject-claims/" + i9,schemaPath:"#/properties/github/properties/image-push/properties/subject-claims/items/anyOf/1/maxProperties",keyword:"maxProperties",params:{limit: 1},message:"must NOT have more than 1 properties"};
if(vErrors === null){
vErrors = [err202];
}
else {
vErrors.push(err202);
}
errors++;
}
if(Object.keys(data87).length < 1){
const err203 = {instancePath:instancePath+"/github/image-push/subject-claims/" + i9,schemaPath:"#/properties/github/properties/image-push/properties/subject-claims/items/anyOf/1/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties"};
if(vErrors === null){
vErrors = [err203];
}
else {
vErrors.push(err203);
}
errors++;
}
for(const key10 in data87){
let data88 = data87[key10];
const _errs206 = errors;
let valid35 = false;
const _errs207 = errors;
if(typeof data88 === "string"){
if(!pattern57.test(data88)){
const err204 = {instancePath:instancePath+"/github/image-push/subject-claims/" + i9+"/" + key10.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/github/properties/image-push/properties/subject-claims/items/anyOf/1/additionalProperties/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^[^\\s:*?\"'<>\\\\$]{1,200}$"},message:"must match pattern \""+"^[^\\s:*?\"'<>\\\\$]{1,200}$"+"\""};
if(vErrors === null){
vErrors = [err204];
}
else {
vErrors.push(err204);
}
errors++;
}
}
else {
const err205 = {instancePath:instancePath+"/github/image-push/subject-claims/" + i9+"/" + key10.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/github/properties/image-push/properties/subject-claims/items/anyOf/1/additionalProperties/anyOf/0/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err205];
}
else {
vErrors.push(err205);
}
errors++;
}
var _valid5 = _errs207 === errors;
valid35 = valid35 || _valid5;
if(!valid35){
const _errs209 = errors;
if(Array.isArray(data88)){
if(data88.length > 5){
const err206 = {instancePath:instancePath+"/github/image-push/subject-claims/" + i9+"/" + key10.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/github/properties/image-push/properties/subject-claims/items/anyOf/1/additionalProperties/anyOf/1/maxItems",keyword:"maxItems",params:{limit: 5},message:"must NOT have more than 5 items"};
if(vErrors === null){
vErrors = [err206];
}
else {
vErrors.push(err206);
}
errors++;
}
if(data88.length < 1){
const err207 = {instancePath:instancePath+"/github/image-push/subject-claims/" + i9+"/" + key10.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/github/properties/image-push/properties/subject-claims/items/anyOf/1/additionalProperties/anyOf/1/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err207];
}
else {
vErrors.push(err207);
}
errors++;
}
const len9 = data88.length;
for(let i10=0; i10<len9; i10++){
let data89 = data88[i10];
if(typeof data89 === "string"){
if(!pattern57.test(data89)){
const err208 = {instancePath:instancePath+"/github/image-push/subject-claims/" + i9+"/" + key10.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i10,schemaPath:"#/properties/github/properties/image-push/properties/subject-claims/items/anyOf/1/additionalProperties/anyOf/1/items/pattern",keyword:"pattern",params:{pattern: "^[^\\s:*?\"'<>\\\\$]{1,200}$"},message:"must match pattern \""+"^[^\\s:*?\"'<>\\\\$]{1,200}$"+"\""};
if(vErrors === null){
vErrors = [err208];
}
else {
vErrors.push(err208);
}
errors++;
}
}
else {
const err209 = {instancePath:instancePath+"/github/image-push/subject-claims/" + i9+"/" + key10.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i10,schemaPath:"#/properties/github/properties/image-push/properties/subject-claims/items/anyOf/1/additionalProperties/anyOf/1/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err209];
}
else {
vErrors.push(err209);
}
errors++;
}
}
}
else {
const err210 = {instancePath:instancePath+"/github/image-push/subject-claims/" + i9+"/" + key10.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/github/properties/image-push/properties/subject-claims/items/anyOf/1/additionalProperties/anyOf/1/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err210];
}
else {
vErrors.push(err210);
}
errors++;
}
var _valid5 = _errs209 === errors;
valid35 = valid35 || _valid5;
}
if(!valid35){
const err211 = {instancePath:instancePath+"/github/image-push/subject-claims/" + i9+"/" + key10.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/github/properties/image-push/properties/subject-claims/items/anyOf/1/additionalProperties/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err211];
}
else {
vErrors.push(err211);
}
errors++;
}
else {
errors = _errs206;
if(vErrors !== null){
if(_errs206){
vErrors.length = _errs206;
}
else {
vErrors = null;
}
}
}
}
}
else {
const err212 = {instancePath:instancePath+"/github/image-push/subject-claims/" + i9,schemaPath:"#/properties/github/properties/image-push/properties/subject-claims/items/anyOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err212];
}
else {
vErrors.push(err212);
}
errors++;
}
var _valid4 = _errs202 === errors;
valid33 = valid33 || _valid4;
}
if(!valid33){
const err213 = {instancePath:instancePath+"/github/image-push/subject-claims/" + i9,schemaPath:"#/properties/github/properties/image-push/properties/subject-claims/items/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err213];
}
else {
vErrors.push(err213);
}
errors++;
}
else {
errors = _errs199;
if(vErrors !== null){
if(_errs199){
vErrors.length = _errs199;
}
else {
vErrors = null;
}
}
}
}
}
else {
const err214 = {instancePath:instancePath+"/github/image-push/subject-claims",schemaPath:"#/properties/github/properties/image-push/properties/subject-claims/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err214];
}
else {
vErrors.push(err214);
}
errors++;
}
}
}
else {
const err215 = {instancePath:instancePath+"/github/image-push",schemaPath:"#/properties/github/properties/image-push/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err215];
}
else {
vErrors.push(err215);
}
errors++;
}
}
}
else {
const err216 = {instancePath:instancePath+"/github",schemaPath:"#/properties/github/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err216];
}
else {
vErrors.push(err216);
}
errors++;
}
}
if(data.audit !== undefined){
let data90 = data.audit;
if(data90 && typeof data90 == "object" && !Array.isArray(data90)){
for(const key11 in data90){
if(!(func2.call(schema11.properties.audit.properties, key11))){
const err217 = {instancePath:instancePath+"/audit",schemaPath:"#/properties/audit/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err217];
}
else {
vErrors.push(err217);
}
errors++;
}
}
if(data90.trail !== undefined){
let data91 = data90.trail;
const _errs217 = errors;
let valid39 = false;
const _errs218 = errors;
if("create" !== data91){
const err218 = {instancePath:instancePath+"/audit/trail",schemaPath:"#/properties/audit/properties/trail/anyOf/0/const",keyword:"const",params:{allowedValue: "create"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err218];
}
else {
vErrors.push(err218);
}
errors++;
}
var _valid6 = _errs218 === errors;
valid39 = valid39 || _valid6;
if(!valid39){
const _errs219 = errors;
if(data91 && typeof data91 == "object" && !Array.isArray(data91)){
if(data91.use === undefined){
const err219 = {instancePath:instancePath+"/audit/trail",schemaPath:"#/properties/audit/properties/trail/anyOf/1/required",keyword:"required",params:{missingProperty: "use"},message:"must have required property '"+"use"+"'"};
if(vErrors === null){
vErrors = [err219];
}
else {
vErrors.push(err219);
}
errors++;
}
for(const key12 in data91){
if(!(key12 === "use")){
const err220 = {instancePath:instancePath+"/audit/trail",schemaPath:"#/properties/audit/properties/trail/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key12},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err220];
}
else {
vErrors.push(err220);
}
errors++;
}
}
if(data91.use !== undefined){
let data92 = data91.use;
if(typeof data92 === "string"){
if(!pattern70.test(data92)){
const err221 = {instancePath:instancePath+"/audit/trail/use",schemaPath:"#/properties/audit/properties/trail/anyOf/1/properties/use/pattern",keyword:"pattern",params:{pattern: "^arn:aws(-us-gov|-cn)?:cloudtrail:[a-z0-9-]+:[0-9]{12}:trail/[A-Za-z0-9._-]{3,128}$"},message:"must match pattern \""+"^arn:aws(-us-gov|-cn)?:cloudtrail:[a-z0-9-]+:[0-9]{12}:trail/[A-Za-z0-9._-]{3,128}$"+"\""};
if(vErrors === null){
vErrors = [err221];
}
else {
vErrors.push(err221);
}
errors++;
}
}
else {
const err222 = {instancePath:instancePath+"/audit/trail/use",schemaPath:"#/properties/audit/properties/trail/anyOf/1/properties/use/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err222];
}
else {
vErrors.push(err222);
}
errors++;
}
}
}
else {
const err223 = {instancePath:instancePath+"/audit/trail",schemaPath:"#/properties/audit/properties/trail/anyOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err223];
}
else {
vErrors.push(err223);
}
errors++;
}
var _valid6 = _errs219 === errors;
valid39 = valid39 || _valid6;
if(!valid39){
const _errs224 = errors;
if(data91 && typeof data91 == "object" && !Array.isArray(data91)){
if(data91.adopt === undefined){
const err224 = {instancePath:instancePath+"/audit/trail",schemaPath:"#/properties/audit/properties/trail/anyOf/2/required",keyword:"required",params:{missingProperty: "adopt"},message:"must have required property '"+"adopt"+"'"};
if(vErrors === null){
vErrors = [err224];
}
else {
vErrors.push(err224);
}
errors++;
}
for(const key13 in data91){
if(!(key13 === "adopt")){
const err225 = {instancePath:instancePath+"/audit/trail",schemaPath:"#/properties/audit/properties/trail/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key13},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err225];
}
else {
vErrors.push(err225);
}
errors++;
}
}
if(data91.adopt !== undefined){
let data93 = data91.adopt;
if(typeof data93 === "string"){
if(!pattern6.test(data93)){
const err226 = {instancePath:instancePath+"/audit/trail/adopt",schemaPath:"#/properties/audit/properties/trail/anyOf/2/properties/adopt/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9](?!.*[._-]{2})[A-Za-z0-9._-]{1,126}[A-Za-z0-9]$"},message:"must match pattern \""+"^[A-Za-z0-9](?!.*[._-]{2})[A-Za-z0-9._-]{1,126}[A-Za-z0-9]$"+"\""};
if(vErrors === null){
vErrors = [err226];
}
else {
vErrors.push(err226);
}
errors++;
}
}
else {
const err227 = {instancePath:instancePath+"/audit/trail/adopt",schemaPath:"#/properties/audit/properties/trail/anyOf/2/properties/adopt/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err227];
}
else {
vErrors.push(err227);
}
errors++;
}
}
}
else {
const err228 = {instancePath:instancePath+"/audit/trail",schemaPath:"#/properties/audit/properties/trail/anyOf/2/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err228];
}
else {
vErrors.push(err228);
}
errors++;
}
var _valid6 = _errs224 === errors;
valid39 = valid39 || _valid6;
}
}
if(!valid39){
const err229 = {instancePath:instancePath+"/audit/trail",schemaPath:"#/properties/audit/properties/trail/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err229];
}
else {
vErrors.push(err229);
}
errors++;
}
else {
errors = _errs217;
if(vErrors !== null){
if(_errs217){
vErrors.length = _errs217;
}
else {
vErrors = null;
}
}
}
}
if(data90["log-prefix"] !== undefined){
let data94 = data90["log-prefix"];
if(typeof data94 === "string"){
if(!pattern72.test(data94)){
const err230 = {instancePath:instancePath+"/audit/log-prefix",schemaPath:"#/properties/audit/properties/log-prefix/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$"},message:"must match pattern \""+"^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$"+"\""};
if(vErrors === null){
vErrors = [err230];
}
else {
vErrors.push(err230);
}
errors++;
}
}
else {
const err231 = {instancePath:instancePath+"/audit/log-prefix",schemaPath:"#/properties/audit/properties/log-prefix/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err231];
}
else {
vErrors.push(err231);
}
errors++;
}
}
if(data90["log-bucket"] !== undefined){
let data95 = data90["log-bucket"];
const _errs232 = errors;
let valid42 = false;
const _errs233 = errors;
if("create" !== data95){
const err232 = {instancePath:instancePath+"/audit/log-bucket",schemaPath:"#/properties/audit/properties/log-bucket/anyOf/0/const",keyword:"const",params:{allowedValue: "create"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err232];
}
else {
vErrors.push(err232);
}
errors++;
}
var _valid7 = _errs233 === errors;
valid42 = valid42 || _valid7;
if(!valid42){
const _errs234 = errors;
if(data95 && typeof data95 == "object" && !Array.isArray(data95)){
if(data95.use === undefined){
const err233 = {instancePath:instancePath+"/audit/log-bucket",schemaPath:"#/properties/audit/properties/log-bucket/anyOf/1/required",keyword:"required",params:{missingProperty: "use"},message:"must have required property '"+"use"+"'"};
if(vErrors === null){
vErrors = [err233];
}
else {
vErrors.push(err233);
}
errors++;
}
for(const key14 in data95){
if(!(key14 === "use")){
const err234 = {instancePath:instancePath+"/audit/log-bucket",schemaPath:"#/properties/audit/properties/log-bucket/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key14},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err234];
}
else {
vErrors.push(err234);
}
errors++;
}
}
if(data95.use !== undefined){
let data96 = data95.use;
if(typeof data96 === "string"){
if(!pattern8.test(data96)){
const err235 = {instancePath:instancePath+"/audit/log-bucket/use",schemaPath:"#/properties/audit/properties/log-bucket/anyOf/1/properties/use/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$"},message:"must match pattern \""+"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$"+"\""};
if(vErrors === null){
vErrors = [err235];
}
else {
vErrors.push(err235);
}
errors++;
}
}
else {
const err236 = {instancePath:instancePath+"/audit/log-bucket/use",schemaPath:"#/properties/audit/properties/log-bucket/anyOf/1/properties/use/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err236];
}
else {
vErrors.push(err236);
}
errors++;
}
}
}
else {
const err237 = {instancePath:instancePath+"/audit/log-bucket",schemaPath:"#/properties/audit/properties/log-bucket/anyOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err237];
}
else {
vErrors.push(err237);
}
errors++;
}
var _valid7 = _errs234 === errors;
valid42 = valid42 || _valid7;
if(!valid42){
const _errs239 = errors;
if(data95 && typeof data95 == "object" && !Array.isArray(data95)){
if(data95.adopt === undefined){
const err238 = {instancePath:instancePath+"/audit/log-bucket",schemaPath:"#/properties/audit/properties/log-bucket/anyOf/2/required",keyword:"required",params:{missingProperty: "adopt"},message:"must have required property '"+"adopt"+"'"};
if(vErrors === null){
vErrors = [err238];
}
else {
vErrors.push(err238);
}
errors++;
}
for(const key15 in data95){
if(!(key15 === "adopt")){
const err239 = {instancePath:instancePath+"/audit/log-bucket",schemaPath:"#/properties/audit/properties/log-bucket/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key15},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err239];
}
else {
vErrors.push(err239);
}
errors++;
}
}
if(data95.adopt !== undefined){
let data97 = data95.adopt;
if(typeof data97 === "string"){
if(!pattern8.test(data97)){
const err240 = {instancePath:instancePath+"/audit/log-bucket/adopt",schemaPath:"#/properties/audit/properties/log-bucket/anyOf/2/properties/adopt/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$"},message:"must match pattern \""+"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$"+"\""};
if(vErrors === null){
vErrors = [err240];
}
else {
vErrors.push(err240);
}
errors++;
}
}
else {
const err241 = {instancePath:instancePath+"/audit/log-bucket/adopt",schemaPath:"#/properties/audit/properties/log-bucket/anyOf/2/properties/adopt/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err241];
}
else {
vErrors.push(err241);
}
errors++;
}
}
}
else {
const err242 = {instancePath:instancePath+"/audit/log-bucket",schemaPath:"#/properties/audit/properties/log-bucket/anyOf/2/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err242];
}
else {
vErrors.push(err242);
}
errors++;
}
var _valid7 = _errs239 === errors;
valid42 = valid42 || _valid7;
}
}
if(!valid42){
const err243 = {instancePath:instancePath+"/audit/log-bucket",schemaPath:"#/properties/audit/properties/log-bucket/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err243];
}
else {
vErrors.push(err243);
}
errors++;
}
else {
errors = _errs232;
if(vErrors !== null){
if(_errs232){
vErrors.length = _errs232;
}
else {
vErrors = null;
}
}
}
}
if(data90["log-group"] !== undefined){
let data98 = data90["log-group"];
const _errs245 = errors;
let valid45 = false;
const _errs246 = errors;
if("create" !== data98){
const err244 = {instancePath:instancePath+"/audit/log-group",schemaPath:"#/properties/audit/properties/log-group/anyOf/0/const",keyword:"const",params:{allowedValue: "create"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err244];
}
else {
vErrors.push(err244);
}
errors++;
}
var _valid8 = _errs246 === errors;
valid45 = valid45 || _valid8;
if(!valid45){
const _errs247 = errors;
if(data98 && typeof data98 == "object" && !Array.isArray(data98)){
if(data98.use === undefined){
const err245 = {instancePath:instancePath+"/audit/log-group",schemaPath:"#/properties/audit/properties/log-group/anyOf/1/required",keyword:"required",params:{missingProperty: "use"},message:"must have required property '"+"use"+"'"};
if(vErrors === null){
vErrors = [err245];
}
else {
vErrors.push(err245);
}
errors++;
}
for(const key16 in data98){
if(!(key16 === "use")){
const err246 = {instancePath:instancePath+"/audit/log-group",schemaPath:"#/properties/audit/properties/log-group/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key16},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err246];
}
else {
vErrors.push(err246);
}
errors++;
}
}
if(data98.use !== undefined){
let data99 = data98.use;
if(typeof data99 === "string"){
if(!pattern10.test(data99)){
const err247 = {instancePath:instancePath+"/audit/log-group/use",schemaPath:"#/properties/audit/properties/log-group/anyOf/1/properties/use/pattern",keyword:"pattern",params:{pattern: "^(?!aws/)[A-Za-z0-9_/.#-]{1,512}$"},message:"must match pattern \""+"^(?!aws/)[A-Za-z0-9_/.#-]{1,512}$"+"\""};
if(vErrors === null){
vErrors = [err247];
}
else {
vErrors.push(err247);
}
errors++;
}
}
else {
const err248 = {instancePath:instancePath+"/audit/log-group/use",schemaPath:"#/properties/audit/properties/log-group/anyOf/1/properties/use/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err248];
}
else {
vErrors.push(err248);
}
errors++;
}
}
}
else {
const err249 = {instancePath:instancePath+"/audit/log-group",schemaPath:"#/properties/audit/properties/log-group/anyOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err249];
}
else {
vErrors.push(err249);
}
errors++;
}
var _valid8 = _errs247 === errors;
valid45 = valid45 || _valid8;
if(!valid45){
const _errs252 = errors;
if(data98 && typeof data98 == "object" && !Array.isArray(data98)){
if(data98.adopt === undefined){
const err250 = {instancePath:instancePath+"/audit/log-group",schemaPath:"#/properties/audit/properties/log-group/anyOf/2/required",keyword:"required",params:{missingProperty: "adopt"},message:"must have required property '"+"adopt"+"'"};
if(vErrors === null){
vErrors = [err250];
}
else {
vErrors.push(err250);
}
errors++;
}
for(const key17 in data98){
if(!(key17 === "adopt")){
const err251 = {instancePath:instancePath+"/audit/log-group",schemaPath:"#/properties/audit/properties/log-group/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key17},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err251];
}
else {
vErrors.push(err251);
}
errors++;
}
}
if(data98.adopt !== undefined){
let data100 = data98.adopt;
if(typeof data100 === "string"){
if(!pattern10.test(data100)){
const err252 = {instancePath:instancePath+"/audit/log-group/adopt",schemaPath:"#/properties/audit/properties/log-group/anyOf/2/properties/adopt/pattern",keyword:"pattern",params:{pattern: "^(?!aws/)[A-Za-z0-9_/.#-]{1,512}$"},message:"must match pattern \""+"^(?!aws/)[A-Za-z0-9_/.#-]{1,512}$"+"\""};
if(vErrors === null){
vErrors = [err252];
}
else {
vErrors.push(err252);
}
errors++;
}
}
else {
const err253 = {instancePath:instancePath+"/audit/log-group/adopt",schemaPath:"#/properties/audit/properties/log-group/anyOf/2/properties/adopt/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err253];
}
else {
vErrors.push(err253);
}
errors++;
}
}
}
else {
const err254 = {instancePath:instancePath+"/audit/log-group",schemaPath:"#/properties/audit/properties/log-group/anyOf/2/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err254];
}
else {
vErrors.push(err254);
}
errors++;
}
var _valid8 = _errs252 === errors;
valid45 = valid45 || _valid8;
}
}
if(!valid45){
const err255 = {instancePath:instancePath+"/audit/log-group",schemaPath:"#/properties/audit/properties/log-group/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err255];
}
else {
vErrors.push(err255);
}
errors++;
}
else {
errors = _errs245;
if(vErrors !== null){
if(_errs245){
vErrors.length = _errs245;
}
else {
vErrors = null;
}
}
}
}
if(data90.organization !== undefined){
let data101 = data90.organization;
if(data101 && typeof data101 == "object" && !Array.isArray(data101)){
if(data101.id === undefined){
const err256 = {instancePath:instancePath+"/audit/organization",schemaPath:"#/properties/audit/properties/organization/required",keyword:"required",params:{missingProperty: "id"},message:"must have required property '"+"id"+"'"};
if(vErrors === null){
vErrors = [err256];
}
else {
vErrors.push(err256);
}
errors++;
}
for(const key18 in data101){
if(!(key18 === "id")){
const err257 = {instancePath:instancePath+"/audit/organization",schemaPath:"#/properties/audit/properties/organization/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key18},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err257];
}
else {
vErrors.push(err257);
}
errors++;
}
}
if(data101.id !== undefined){
let data102 = data101.id;
if(typeof data102 === "string"){
if(!pattern77.test(data102)){
const err258 = {instancePath:instancePath+"/audit/organization/id",schemaPath:"#/properties/audit/properties/organization/properties/id/pattern",keyword:"pattern",params:{pattern: "^o-[a-z0-9]{10,32}$"},message:"must match pattern \""+"^o-[a-z0-9]{10,32}$"+"\""};
if(vErrors === null){
vErrors = [err258];
}
else {
vErrors.push(err258);
}
errors++;
}
}
else {
const err259 = {instancePath:instancePath+"/audit/organization/id",schemaPath:"#/properties/audit/properties/organization/properties/id/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err259];
}
else {
vErrors.push(err259);
}
errors++;
}
}
}
else {
const err260 = {instancePath:instancePath+"/audit/organization",schemaPath:"#/properties/audit/properties/organization/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err260];
}
else {
vErrors.push(err260);
}
errors++;
}
}
if(data90["data-events"] !== undefined){
let data103 = data90["data-events"];
const _errs263 = errors;
let valid49 = false;
const _errs264 = errors;
if("all" !== data103){
const err261 = {instancePath:instancePath+"/audit/data-events",schemaPath:"#/properties/audit/properties/data-events/anyOf/0/const",keyword:"const",params:{allowedValue: "all"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err261];
}
else {
vErrors.push(err261);
}
errors++;
}
var _valid9 = _errs264 === errors;
valid49 = valid49 || _valid9;
if(!valid49){
const _errs265 = errors;
if(Array.isArray(data103)){
if(data103.length > 100){
const err262 = {instancePath:instancePath+"/audit/data-events",schemaPath:"#/properties/audit/properties/data-events/anyOf/1/maxItems",keyword:"maxItems",params:{limit: 100},message:"must NOT have more than 100 items"};
if(vErrors === null){
vErrors = [err262];
}
else {
vErrors.push(err262);
}
errors++;
}
const len10 = data103.length;
for(let i11=0; i11<len10; i11++){
let data104 = data103[i11];
if(typeof data104 === "string"){
if(!pattern8.test(data104)){
const err263 = {instancePath:instancePath+"/audit/data-events/" + i11,schemaPath:"#/properties/audit/properties/data-events/anyOf/1/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$"},message:"must match pattern \""+"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$"+"\""};
if(vErrors === null){
vErrors = [err263];
}
else {
vErrors.push(err263);
}
errors++;
}
}
else {
const err264 = {instancePath:instancePath+"/audit/data-events/" + i11,schemaPath:"#/properties/audit/properties/data-events/anyOf/1/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err264];
}
else {
vErrors.push(err264);
}
errors++;
}
}
}
else {
const err265 = {instancePath:instancePath+"/audit/data-events",schemaPath:"#/properties/audit/properties/data-events/anyOf/1/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err265];
}
else {
vErrors.push(err265);
}
errors++;
}
var _valid9 = _errs265 === errors;
valid49 = valid49 || _valid9;
}
if(!valid49){
const err266 = {instancePath:instancePath+"/audit/data-events",schemaPath:"#/properties/audit/properties/data-events/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err266];
}
else {
vErrors.push(err266);
}
errors++;
}
else {
errors = _errs263;
if(vErrors !== null){
if(_errs263){
vErrors.length = _errs263;
}
else {
vErrors = null;
}
}
}
}
if(data90["data-events-access"] !== undefined){
let data105 = data90["data-events-access"];
if(!(((data105 === "all") || (data105 === "read")) || (data105 === "write"))){
const err267 = {instancePath:instancePath+"/audit/data-events-access",schemaPath:"#/properties/audit/properties/data-events-access/enum",keyword:"enum",params:{allowedValues: schema11.properties.audit.properties["data-events-access"].enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err267];
}
else {
vErrors.push(err267);
}
errors++;
}
}
if(data90["data-resources"] !== undefined){
let data106 = data90["data-resources"];
if(Array.isArray(data106)){
if(data106.length > 28){
const err268 = {instancePath:instancePath+"/audit/data-resources",schemaPath:"#/properties/audit/properties/data-resources/maxItems",keyword:"maxItems",params:{limit: 28},message:"must NOT have more than 28 items"};
if(vErrors === null){
vErrors = [err268];
}
else {
vErrors.push(err268);
}
errors++;
}
if(data106.length < 1){
const err269 = {instancePath:instancePath+"/audit/data-resources",schemaPath:"#/properties/audit/properties/data-resources/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err269];
}
else {
vErrors.push(err269);
}
errors++;
}
const len11 = data106.length;
for(let i12=0; i12<len11; i12++){
let data107 = data106[i12];
if(typeof data107 !== "string"){
const err270 = {instancePath:instancePath+"/audit/data-resources/" + i12,schemaPath:"#/properties/audit/properties/data-resources/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err270];
}
else {
vErrors.push(err270);
}
errors++;
}
if(!((((((((((((((((((((((((((((data107 === "AWS::Bedrock::AgentAlias") || (data107 === "AWS::Bedrock::FlowAlias")) || (data107 === "AWS::Bedrock::Guardrail")) || (data107 === "AWS::Bedrock::InlineAgent")) || (data107 === "AWS::Bedrock::KnowledgeBase")) || (data107 === "AWS::Bedrock::Model")) || (data107 === "AWS::DynamoDB::Stream")) || (data107 === "AWS::DynamoDB::Table")) || (data107 === "AWS::EC2::Snapshot")) || (data107 === "AWS::Glue::Table")) || (data107 === "AWS::Kinesis::Stream")) || (data107 === "AWS::KinesisVideo::Stream")) || (data107 === "AWS::Lambda::Function")) || (data107 === "AWS::RDS::DBCluster")) || (data107 === "AWS::S3::AccessPoint")) || (data107 === "AWS::S3Express::Object")) || (data107 === "AWS::S3ObjectLambda::AccessPoint")) || (data107 === "AWS::S3Tables::Table")) || (data107 === "AWS::SageMaker::Endpoint")) || (data107 === "AWS::SageMaker::ExperimentTrialComponent")) || (data107 === "AWS::SageMaker::FeatureGroup")) || (data107 === "AWS::SageMaker::MLflow")) || (data107 === "AWS::SNS::Topic")) || (data107 === "AWS::SQS::Queue")) || (data107 === "AWS::SSM::ManagedNode")) || (data107 === "AWS::SSMMessages::ControlChannel")) || (data107 === "AWS::StepFunctions::StateMachine")) || (data107 === "AWS::XRay::Trace"))){
const err271 = {instancePath:instancePath+"/audit/data-resources/" + i12,schemaPath:"#/properties/audit/properties/data-resources/items/enum",keyword:"enum",params:{allowedValues: schema11.properties.audit.properties["data-resources"].items.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err271];
}
else {
vErrors.push(err271);
}
errors++;
}
}
let i13 = data106.length;
let j1;
if(i13 > 1){
const indices1 = {};
for(;i13--;){
let item1 = data106[i13];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j1 = indices1[item1];
const err272 = {instancePath:instancePath+"/audit/data-resources",schemaPath:"#/properties/audit/properties/data-resources/uniqueItems",keyword:"uniqueItems",params:{i: i13, j: j1},message:"must NOT have duplicate items (items ## "+j1+" and "+i13+" are identical)"};
if(vErrors === null){
vErrors = [err272];
}
else {
vErrors.push(err272);
}
errors++;
break;
}
indices1[item1] = i13;
}
}
}
else {
const err273 = {instancePath:instancePath+"/audit/data-resources",schemaPath:"#/properties/audit/properties/data-resources/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err273];
}
else {
vErrors.push(err273);
}
errors++;
}
}
if(data90["network-activity"] !== undefined){
let data108 = data90["network-activity"];
if(data108 && typeof data108 == "object" && !Array.isArray(data108)){
if(data108["event-sources"] === undefined){
const err274 = {instancePath:instancePath+"/audit/network-activity",schemaPath:"#/properties/audit/properties/network-activity/required",keyword:"required",params:{missingProperty: "event-sources"},message:"must have required property '"+"event-sources"+"'"};
if(vErrors === null){
vErrors = [err274];
}
else {
vErrors.push(err274);
}
errors++;
}
for(const key19 in data108){
if(!((key19 === "event-sources") || (key19 === "denied-only"))){
const err275 = {instancePath:instancePath+"/audit/network-activity",schemaPath:"#/properties/audit/properties/network-activity/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key19},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err275];
}
else {
vErrors.push(err275);
}
errors++;
}
}
if(data108["event-sources"] !== undefined){
let data109 = data108["event-sources"];
if(Array.isArray(data109)){
if(data109.length > 5){
const err276 = {instancePath:instancePath+"/audit/network-activity/event-sources",schemaPath:"#/properties/audit/properties/network-activity/properties/event-sources/maxItems",keyword:"maxItems",params:{limit: 5},message:"must NOT have more than 5 items"};
if(vErrors === null){
vErrors = [err276];
}
else {
vErrors.push(err276);
}
errors++;
}
if(data109.length < 1){
const err277 = {instancePath:instancePath+"/audit/network-activity/event-sources",schemaPath:"#/properties/audit/properties/network-activity/properties/event-sources/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err277];
}
else {
vErrors.push(err277);
}
errors++;
}
const len12 = data109.length;
for(let i14=0; i14<len12; i14++){
let data110 = data109[i14];
if(typeof data110 !== "string"){
const err278 = {instancePath:instancePath+"/audit/network-activity/event-sources/" + i14,schemaPath:"#/properties/audit/properties/network-activity/properties/event-sources/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err278];
}
else {
vErrors.push(err278);
}
errors++;
}
if(!(((((data110 === "cloudtrail.amazonaws.com") || (data110 === "ec2.amazonaws.com")) || (data110 === "kms.amazonaws.com")) || (data110 === "s3.amazonaws.com")) || (data110 === "secretsmanager.amazonaws.com"))){
const err279 = {instancePath:instancePath+"/audit/network-activity/event-sources/" + i14,schemaPath:"#/properties/audit/properties/network-activity/properties/event-sources/items/enum",keyword:"enum",params:{allowedValues: schema11.properties.audit.properties["network-activity"].properties["event-sources"].items.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err279];
}
else {
vErrors.push(err279);
}
errors++;
}
}
let i15 = data109.length;
let j2;
if(i15 > 1){
const indices2 = {};
for(;i15--;){
let item2 = data109[i15];
if(typeof item2 !== "string"){
continue;
}
if(typeof indices2[item2] == "number"){
j2 = indices2[item2];
const err280 = {instancePath:instancePath+"/audit/network-activity/event-sources",schemaPath:"#/properties/audit/properties/network-activity/properties/event-sources/uniqueItems",keyword:"uniqueItems",params:{i: i15, j: j2},message:"must NOT have duplicate items (items ## "+j2+" and "+i15+" are identical)"};
if(vErrors === null){
vErrors = [err280];
}
else {
vErrors.push(err280);
}
errors++;
break;
}
indices2[item2] = i15;
}
}
}
else {
const err281 = {instancePath:instancePath+"/audit/network-activity/event-sources",schemaPath:"#/properties/audit/properties/network-activity/properties/event-sources/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err281];
}
else {
vErrors.push(err281);
}
errors++;
}
}
if(data108["denied-only"] !== undefined){
if(typeof data108["denied-only"] !== "boolean"){
const err282 = {instancePath:instancePath+"/audit/network-activity/denied-only",schemaPath:"#/properties/audit/properties/network-activity/properties/denied-only/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err282];
}
else {
vErrors.push(err282);
}
errors++;
}
}
}
else {
const err283 = {instancePath:instancePath+"/audit/network-activity",schemaPath:"#/properties/audit/properties/network-activity/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err283];
}
else {
vErrors.push(err283);
}
errors++;
}
}
if(data90.insights !== undefined){
if(typeof data90.insights !== "boolean"){
const err284 = {instancePath:instancePath+"/audit/insights",schemaPath:"#/properties/audit/properties/insights/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err284];
}
else {
vErrors.push(err284);
}
errors++;
}
}
if(data90["delivery-notices"] !== undefined){
if(typeof data90["delivery-notices"] !== "boolean"){
const err285 = {instancePath:instancePath+"/audit/delivery-notices",schemaPath:"#/properties/audit/properties/delivery-notices/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err285];
}
else {
vErrors.push(err285);
}
errors++;
}
}
if(data90.encryption !== undefined){
let data114 = data90.encryption;
if(!((data114 === "sse-kms") || (data114 === "sse-s3"))){
const err286 = {instancePath:instancePath+"/audit/encryption",schemaPath:"#/properties/audit/properties/encryption/enum",keyword:"enum",params:{allowedValues: schema11.properties.audit.properties.encryption.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err286];
}
else {
vErrors.push(err286);
}
errors++;
}
}
if(data90.key !== undefined){
let data115 = data90.key;
if(data115 && typeof data115 == "object" && !Array.isArray(data115)){
for(const key20 in data115){
if(!(((((key20 === "rotation-days") || (key20 === "administrators")) || (key20 === "allow-deletion")) || (key20 === "use")) || (key20 === "adopt"))){
const err287 = {instancePath:instancePath+"/audit/key",schemaPath:"#/properties/audit/properties/key/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key20},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err287];
}
else {
vErrors.push(err287);
}
errors++;
}
}
if(data115["rotation-days"] !== undefined){
let data116 = data115["rotation-days"];
if(!(((typeof data116 == "number") && (!(data116 % 1) && !isNaN(data116))) && (isFinite(data116)))){
const err288 = {instancePath:instancePath+"/audit/key/rotation-days",schemaPath:"#/properties/audit/properties/key/properties/rotation-days/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err288];
}
else {
vErrors.push(err288);
}
errors++;
}
if((typeof data116 == "number") && (isFinite(data116))){
if(data116 > 2560 || isNaN(data116)){
const err289 = {instancePath:instancePath+"/audit/key/rotation-days",schemaPath:"#/properties/audit/properties/key/properties/rotation-days/maximum",keyword:"maximum",params:{comparison: "<=", limit: 2560},message:"must be <= 2560"};
if(vErrors === null){
vErrors = [err289];
}
else {
vErrors.push(err289);
}
errors++;
}
if(data116 < 90 || isNaN(data116)){
const err290 = {instancePath:instancePath+"/audit/key/rotation-days",schemaPath:"#/properties/audit/properties/key/properties/rotation-days/minimum",keyword:"minimum",params:{comparison: ">=", limit: 90},message:"must be >= 90"};
if(vErrors === null){
vErrors = [err290];
}
else {
vErrors.push(err290);
}
errors++;
}
}
}
if(data115.administrators !== undefined){
let data117 = data115.administrators;
if(Array.isArray(data117)){
if(data117.length > 20){
const err291 = {instancePath:instancePath+"/audit/key/administrators",schemaPath:"#/properties/audit/properties/key/properties/administrators/maxItems",keyword:"maxItems",params:{limit: 20},message:"must NOT have more than 20 items"};
if(vErrors === null){
vErrors = [err291];
}
else {
vErrors.push(err291);
}
errors++;
}
const len13 = data117.length;
for(let i16=0; i16<len13; i16++){
let data118 = data117[i16];
if(typeof data118 === "string"){
if(!pattern79.test(data118)){
const err292 = {instancePath:instancePath+"/audit/key/administrators/" + i16,schemaPath:"#/properties/audit/properties/key/properties/administrators/items/pattern",keyword:"pattern",params:{pattern: "^arn:aws(-us-gov|-cn)?:iam::[0-9]{12}:(role|user)/[A-Za-z0-9+=,.@_/-]+$"},message:"must match pattern \""+"^arn:aws(-us-gov|-cn)?:iam::[0-9]{12}:(role|user)/[A-Za-z0-9+=,.@_/-]+$"+"\""};
if(vErrors === null){
vErrors = [err292];
}
else {
vErrors.push(err292);
}
errors++;
}
}
else {
const err293 = {instancePath:instancePath+"/audit/key/administrators/" + i16,schemaPath:"#/properties/audit/properties/key/properties/administrators/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err293];
}
else {
vErrors.push(err293);
}
errors++;
}
}
}
else {
const err294 = {instancePath:instancePath+"/audit/key/administrators",schemaPath:"#/properties/audit/properties/key/properties/administrators/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err294];
}
else {
vErrors.push(err294);
}
errors++;
}
}
if(data115["allow-deletion"] !== undefined){
if(typeof data115["allow-deletion"] !== "boolean"){
const err295 = {instancePath:instancePath+"/audit/key/allow-deletion",schemaPath:"#/properties/audit/properties/key/properties/allow-deletion/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err295];
}
else {
vErrors.push(err295);
}
errors++;
}
}
if(data115.use !== undefined){
let data120 = data115.use;
if(typeof data120 === "string"){
if(!pattern80.test(data120)){
const err296 = {instancePath:instancePath+"/audit/key/use",schemaPath:"#/properties/audit/properties/key/properties/use/pattern",keyword:"pattern",params:{pattern: "^arn:aws(-us-gov|-cn)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$"},message:"must match pattern \""+"^arn:aws(-us-gov|-cn)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$"+"\""};
if(vErrors === null){
vErrors = [err296];
}
else {
vErrors.push(err296);
}
errors++;
}
}
else {
const err297 = {instancePath:instancePath+"/audit/key/use",schemaPath:"#/properties/audit/properties/key/properties/use/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err297];
}
else {
vErrors.push(err297);
}
errors++;
}
}
if(data115.adopt !== undefined){
let data121 = data115.adopt;
if(typeof data121 === "string"){
if(!pattern81.test(data121)){
const err298 = {instancePath:instancePath+"/audit/key/adopt",schemaPath:"#/properties/audit/properties/key/properties/adopt/pattern",keyword:"pattern",params:{pattern: "^(?:(?:arn:aws(?:-us-gov|-cn)?:kms:[a-z0-9-]+:[0-9]{12}:key/)?[A-Za-z0-9-]{3,64}|alias/[A-Za-z0-9/_-]{1,250})$"},message:"must match pattern \""+"^(?:(?:arn:aws(?:-us-gov|-cn)?:kms:[a-z0-9-]+:[0-9]{12}:key/)?[A-Za-z0-9-]{3,64}|alias/[A-Za-z0-9/_-]{1,250})$"+"\""};
if(vErrors === null){
vErrors = [err298];
}
else {
vErrors.push(err298);
}
errors++;
}
}
else {
const err299 = {instancePath:instancePath+"/audit/key/adopt",schemaPath:"#/properties/audit/properties/key/properties/adopt/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err299];
}
else {
vErrors.push(err299);
}
errors++;
}
}
}
else {
const err300 = {instancePath:instancePath+"/audit/key",schemaPath:"#/properties/audit/properties/key/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err300];
}
else {
vErrors.push(err300);
}
errors++;
}
}
if(data90["bucket-key"] !== undefined){
if(typeof data90["bucket-key"] !== "boolean"){
const err301 = {instancePath:instancePath+"/audit/bucket-key",schemaPath:"#/properties/audit/properties/bucket-key/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err301];
}
else {
vErrors.push(err301);
}
errors++;
}
}
if(data90["reader-accounts"] !== undefined){
let data123 = data90["reader-accounts"];
if(Array.isArray(data123)){
if(data123.length > 20){
const err302 = {instancePath:instancePath+"/audit/reader-accounts",schemaPath:"#/properties/audit/properties/reader-accounts/maxItems",keyword:"maxItems",params:{limit: 20},message:"must NOT have more than 20 items"};
if(vErrors === null){
vErrors = [err302];
}
else {
vErrors.push(err302);
}
errors++;
}
const len14 = data123.length;
for(let i17=0; i17<len14; i17++){
let data124 = data123[i17];
if(typeof data124 === "string"){
if(!pattern3.test(data124)){
const err303 = {instancePath:instancePath+"/audit/reader-accounts/" + i17,schemaPath:"#/properties/audit/properties/reader-accounts/items/pattern",keyword:"pattern",params:{pattern: "^[0-9]{12}$"},message:"must match pattern \""+"^[0-9]{12}$"+"\""};
if(vErrors === null){
vErrors = [err303];
}
else {
vErrors.push(err303);
}
errors++;
}
}
else {
const err304 = {instancePath:instancePath+"/audit/reader-accounts/" + i17,schemaPath:"#/properties/audit/properties/reader-accounts/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err304];
}
else {
vErrors.push(err304);
}
errors++;
}
}
}
else {
const err305 = {instancePath:instancePath+"/audit/reader-accounts",schemaPath:"#/properties/audit/properties/reader-accounts/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err305];
}
else {
vErrors.push(err305);
}
errors++;
}
}
if(data90["object-lock"] !== undefined){
let data125 = data90["object-lock"];
if(data125 && typeof data125 == "object" && !Array.isArray(data125)){
if(data125.mode === undefined){
const err306 = {instancePath:instancePath+"/audit/object-lock",schemaPath:"#/properties/audit/properties/object-lock/required",keyword:"required",params:{missingProperty: "mode"},message:"must have required property '"+"mode"+"'"};
if(vErrors === null){
vErrors = [err306];
}
else {
vErrors.push(err306);
}
errors++;
}
if(data125.days === undefined){
const err307 = {instancePath:instancePath+"/audit/object-lock",schemaPath:"#/properties/audit/properties/object-lock/required",keyword:"required",params:{missingProperty: "days"},message:"must have required property '"+"days"+"'"};
if(vErrors === null){
vErrors = [err307];
}
else {
vErrors.push(err307);
}
errors++;
}
for(const key21 in data125){
if(!(((key21 === "mode") || (key21 === "days")) || (key21 === "confirm"))){
const err308 = {instancePath:instancePath+"/audit/object-lock",schemaPath:"#/properties/audit/properties/object-lock/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key21},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err308];
}
else {
vErrors.push(err308);
}
errors++;
}
}
if(data125.mode !== undefined){
let data126 = data125.mode;
if(!((data126 === "governance") || (data126 === "compliance"))){
const err309 = {instancePath:instancePath+"/audit/object-lock/mode",schemaPath:"#/properties/audit/properties/object-lock/properties/mode/enum",keyword:"enum",params:{allowedValues: schema11.properties.audit.properties["object-lock"].properties.mode.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err309];
}
else {
vErrors.push(err309);
}
errors++;
}
}
if(data125.days !== undefined){
let data127 = data125.days;
if(!(((typeof data127 == "number") && (!(data127 % 1) && !isNaN(data127))) && (isFinite(data127)))){
const err310 = {instancePath:instancePath+"/audit/object-lock/days",schemaPath:"#/properties/audit/properties/object-lock/properties/days/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err310];
}
else {
vErrors.push(err310);
}
errors++;
}
if((typeof data127 == "number") && (isFinite(data127))){
if(data127 > 36500 || isNaN(data127)){
const err311 = {instancePath:instancePath+"/audit/object-lock/days",schemaPath:"#/properties/audit/properties/object-lock/properties/days/maximum",keyword:"maximum",params:{comparison: "<=", limit: 36500},message:"must be <= 36500"};
if(vErrors === null){
vErrors = [err311];
}
else {
vErrors.push(err311);
}
errors++;
}
if(data127 < 1 || isNaN(data127)){
const err312 = {instancePath:instancePath+"/audit/object-lock/days",schemaPath:"#/properties/audit/properties/object-lock/properties/days/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err312];
}
else {
vErrors.push(err312);
}
errors++;
}
}
}
if(data125.confirm !== undefined){
let data128 = data125.confirm;
if(typeof data128 === "string"){
if(!pattern83.test(data128)){
const err313 = {instancePath:instancePath+"/audit/object-lock/confirm",schemaPath:"#/properties/audit/properties/object-lock/properties/confirm/pattern",keyword:"pattern",params:{pattern: "^nobody can shorten this$"},message:"must match pattern \""+"^nobody can shorten this$"+"\""};
if(vErrors === null){
vErrors = [err313];
}
else {
vErrors.push(err313);
}
errors++;
}
}
else {
const err314 = {instancePath:instancePath+"/audit/object-lock/confirm",schemaPath:"#/properties/audit/properties/object-lock/properties/confirm/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err314];
}
else {
vErrors.push(err314);
}
errors++;
}
}
}
else {
const err315 = {instancePath:instancePath+"/audit/object-lock",schemaPath:"#/properties/audit/properties/object-lock/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err315];
}
else {
vErrors.push(err315);
}
errors++;
}
}
if(data90["break-glass"] !== undefined){
let data129 = data90["break-glass"];
if(Array.isArray(data129)){
if(data129.length > 10){
const err316 = {instancePath:instancePath+"/audit/break-glass",schemaPath:"#/properties/audit/properties/break-glass/maxItems",keyword:"maxItems",params:{limit: 10},message:"must NOT have more than 10 items"};
if(vErrors === null){
vErrors = [err316];
}
else {
vErrors.push(err316);
}
errors++;
}
if(data129.length < 1){
const err317 = {instancePath:instancePath+"/audit/break-glass",schemaPath:"#/properties/audit/properties/break-glass/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err317];
}
else {
vErrors.push(err317);
}
errors++;
}
const len15 = data129.length;
for(let i18=0; i18<len15; i18++){
let data130 = data129[i18];
if(typeof data130 === "string"){
if(!pattern79.test(data130)){
const err318 = {instancePath:instancePath+"/audit/break-glass/" + i18,schemaPath:"#/properties/audit/properties/break-glass/items/pattern",keyword:"pattern",params:{pattern: "^arn:aws(-us-gov|-cn)?:iam::[0-9]{12}:(role|user)/[A-Za-z0-9+=,.@_/-]+$"},message:"must match pattern \""+"^arn:aws(-us-gov|-cn)?:iam::[0-9]{12}:(role|user)/[A-Za-z0-9+=,.@_/-]+$"+"\""};
if(vErrors === null){
vErrors = [err318];
}
else {
vErrors.push(err318);
}
errors++;
}
}
else {
const err319 = {instancePath:instancePath+"/audit/break-glass/" + i18,schemaPath:"#/properties/audit/properties/break-glass/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err319];
}
else {
vErrors.push(err319);
}
errors++;
}
}
let i19 = data129.length;
let j3;
if(i19 > 1){
const indices3 = {};
for(;i19--;){
let item3 = data129[i19];
if(typeof item3 !== "string"){
continue;
}
if(typeof indices3[item3] == "number"){
j3 = indices3[item3];
const err320 = {instancePath:instancePath+"/audit/break-glass",schemaPath:"#/properties/audit/properties/break-glass/uniqueItems",keyword:"uniqueItems",params:{i: i19, j: j3},message:"must NOT have duplicate items (items ## "+j3+" and "+i19+" are identical)"};
if(vErrors === null){
vErrors = [err320];
}
else {
vErrors.push(err320);
}
errors++;
break;
}
indices3[item3] = i19;
}
}
}
else {
const err321 = {instancePath:instancePath+"/audit/break-glass",schemaPath:"#/properties/audit/properties/break-glass/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err321];
}
else {
vErrors.push(err321);
}
errors++;
}
}
if(data90.lifecycle !== undefined){
let data131 = data90.lifecycle;
if(data131 && typeof data131 == "object" && !Array.isArray(data131)){
for(const key22 in data131){
if(!(((((((key22 === "standard-ia") || (key22 === "glacier")) || (key22 === "glacier-class")) || (key22 === "deep-archive")) || (key22 === "expire")) || (key22 === "expire-noncurrent")) || (key22 === "scope"))){
const err322 = {instancePath:instancePath+"/audit/lifecycle",schemaPath:"#/properties/audit/properties/lifecycle/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key22},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err322];
}
else {
vErrors.push(err322);
}
errors++;
}
}
if(data131["standard-ia"] !== undefined){
let data132 = data131["standard-ia"];
if((!(((typeof data132 == "number") && (!(data132 % 1) && !isNaN(data132))) && (isFinite(data132)))) && (data132 !== null)){
const err323 = {instancePath:instancePath+"/audit/lifecycle/standard-ia",schemaPath:"#/properties/audit/properties/lifecycle/properties/standard-ia/type",keyword:"type",params:{type: schema11.properties.audit.properties.lifecycle.properties["standard-ia"].type},message:"must be integer,null"};
if(vErrors === null){
vErrors = [err323];
}
else {
vErrors.push(err323);
}
errors++;
}
if((typeof data132 == "number") && (isFinite(data132))){
if(data132 > 3650 || isNaN(data132)){
const err324 = {instancePath:instancePath+"/audit/lifecycle/standard-ia",schemaPath:"#/properties/audit/properties/lifecycle/properties/standard-ia/maximum",keyword:"maximum",params:{comparison: "<=", limit: 3650},message:"must be <= 3650"};
if(vErrors === null){
vErrors = [err324];
}
else {
vErrors.push(err324);
}
errors++;
}
if(data132 < 30 || isNaN(data132)){
const err325 = {instancePath:instancePath+"/audit/lifecycle/standard-ia",schemaPath:"#/properties/audit/properties/lifecycle/properties/standard-ia/minimum",keyword:"minimum",params:{comparison: ">=", limit: 30},message:"must be >= 30"};
if(vErrors === null){
vErrors = [err325];
}
else {
vErrors.push(err325);
}
errors++;
}
}
}
if(data131.glacier !== undefined){
let data133 = data131.glacier;
if((!(((typeof data133 == "number") && (!(data133 % 1) && !isNaN(data133))) && (isFinite(data133)))) && (data133 !== null)){
const err326 = {instancePath:instancePath+"/audit/lifecycle/glacier",schemaPath:"#/properties/audit/properties/lifecycle/properties/glacier/type",keyword:"type",params:{type: schema11.properties.audit.properties.lifecycle.properties.glacier.type},message:"must be integer,null"};
if(vErrors === null){
vErrors = [err326];
}
else {
vErrors.push(err326);
}
errors++;
}
if((typeof data133 == "number") && (isFinite(data133))){
if(data133 > 3650 || isNaN(data133)){
const err327 = {instancePath:instancePath+"/audit/lifecycle/glacier",schemaPath:"#/properties/audit/properties/lifecycle/properties/glacier/maximum",keyword:"maximum",params:{comparison: "<=", limit: 3650},message:"must be <= 3650"};
if(vErrors === null){
vErrors = [err327];
}
else {
vErrors.push(err327);
}
errors++;
}
if(data133 < 30 || isNaN(data133)){
const err328 = {instancePath:instancePath+"/audit/lifecycle/glacier",schemaPath:"#/properties/audit/properties/lifecycle/properties/glacier/minimum",keyword:"minimum",params:{comparison: ">=", limit: 30},message:"must be >= 30"};
if(vErrors === null){
vErrors = [err328];
}
else {
vErrors.push(err328);
}
errors++;
}
}
}
if(data131["glacier-class"] !== undefined){
let data134 = data131["glacier-class"];
if(!((data134 === "GLACIER_IR") || (data134 === "GLACIER"))){
const err329 = {instancePath:instancePath+"/audit/lifecycle/glacier-class",schemaPath:"#/properties/audit/properties/lifecycle/properties/glacier-class/enum",keyword:"enum",params:{allowedValues: schema11.properties.audit.properties.lifecycle.properties["glacier-class"].enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err329];
}
else {
vErrors.push(err329);
}
errors++;
}
}
if(data131["deep-archive"] !== undefined){
let data135 = data131["deep-archive"];
if((!(((typeof data135 == "number") && (!(data135 % 1) && !isNaN(data135))) && (isFinite(data135)))) && (data135 !== null)){
const err330 = {instancePath:instancePath+"/audit/lifecycle/deep-archive",schemaPath:"#/properties/audit/properties/lifecycle/properties/deep-archive/type",keyword:"type",params:{type: schema11.properties.audit.properties.lifecycle.properties["deep-archive"].type},message:"must be integer,null"};
if(vErrors === null){
vErrors = [err330];
}
else {
vErrors.push(err330);
}
errors++;
}
if((typeof data135 == "number") && (isFinite(data135))){
if(data135 > 3650 || isNaN(data135)){
const err331 = {instancePath:instancePath+"/audit/lifecycle/deep-archive",schemaPath:"#/properties/audit/properties/lifecycle/properties/deep-archive/maximum",keyword:"maximum",params:{comparison: "<=", limit: 3650},message:"must be <= 3650"};
if(vErrors === null){
vErrors = [err331];
}
else {
vErrors.push(err331);
}
errors++;
}
if(data135 < 30 || isNaN(data135)){
const err332 = {instancePath:instancePath+"/audit/lifecycle/deep-archive",schemaPath:"#/properties/audit/properties/lifecycle/properties/deep-archive/minimum",keyword:"minimum",params:{comparison: ">=", limit: 30},message:"must be >= 30"};
if(vErrors === null){
vErrors = [err332];
}
else {
vErrors.push(err332);
}
errors++;
}
}
}
if(data131.expire !== undefined){
let data136 = data131.expire;
if((!(((typeof data136 == "number") && (!(data136 % 1) && !isNaN(data136))) && (isFinite(data136)))) && (data136 !== null)){
const err333 = {instancePath:instancePath+"/audit/lifecycle/expire",schemaPath:"#/properties/audit/properties/lifecycle/properties/expire/type",keyword:"type",params:{type: schema11.properties.audit.properties.lifecycle.properties.expire.type},message:"must be integer,null"};
if(vErrors === null){
vErrors = [err333];
}
else {
vErrors.push(err333);
}
errors++;
}
if((typeof data136 == "number") && (isFinite(data136))){
if(data136 > 36500 || isNaN(data136)){
const err334 = {instancePath:instancePath+"/audit/lifecycle/expire",schemaPath:"#/properties/audit/properties/lifecycle/properties/expire/maximum",keyword:"maximum",params:{comparison: "<=", limit: 36500},message:"must be <= 36500"};
if(vErrors === null){
vErrors = [err334];
}
else {
vErrors.push(err334);
}
errors++;
}
if(data136 < 1 || isNaN(data136)){
const err335 = {instancePath:instancePath+"/audit/lifecycle/expire",schemaPath:"#/properties/audit/properties/lifecycle/properties/expire/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err335];
}
else {
vErrors.push(err335);
}
errors++;
}
}
}
if(data131["expire-noncurrent"] !== undefined){
let data137 = data131["expire-noncurrent"];
if(!(((typeof data137 == "number") && (!(data137 % 1) && !isNaN(data137))) && (isFinite(data137)))){
const err336 = {instancePath:instancePath+"/audit/lifecycle/expire-noncurrent",schemaPath:"#/properties/audit/properties/lifecycle/properties/expire-noncurrent/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err336];
}
else {
vErrors.push(err336);
}
errors++;
}
if((typeof data137 == "number") && (isFinite(data137))){
if(data137 > 36500 || isNaN(data137)){
const err337 = {instancePath:instancePath+"/audit/lifecycle/expire-noncurrent",schemaPath:"#/properties/audit/properties/lifecycle/properties/expire-noncurrent/maximum",keyword:"maximum",params:{comparison: "<=", limit: 36500},message:"must be <= 36500"};
if(vErrors === null){
vErrors = [err337];
}
else {
vErrors.push(err337);
}
errors++;
}
if(data137 < 1 || isNaN(data137)){
const err338 = {instancePath:instancePath+"/audit/lifecycle/expire-noncurrent",schemaPath:"#/properties/audit/properties/lifecycle/properties/expire-noncurrent/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err338];
}
else {
vErrors.push(err338);
}
errors++;
}
}
}
if(data131.scope !== undefined){
let data138 = data131.scope;
if(!((data138 === "prefix") || (data138 === "all"))){
const err339 = {instancePath:instancePath+"/audit/lifecycle/scope",schemaPath:"#/properties/audit/properties/lifecycle/properties/scope/enum",keyword:"enum",params:{allowedValues: schema11.properties.audit.properties.lifecycle.properties.scope.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err339];
}
else {
vErrors.push(err339);
}
errors++;
}
}
}
else {
const err340 = {instancePath:instancePath+"/audit/lifecycle",schemaPath:"#/properties/audit/properties/lifecycle/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err340];
}
else {
vErrors.push(err340);
}
errors++;
}
}
if(data90["access-log-retention-days"] !== undefined){
let data139 = data90["access-log-retention-days"];
if(!(((typeof data139 == "number") && (!(data139 % 1) && !isNaN(data139))) && (isFinite(data139)))){
const err341 = {instancePath:instancePath+"/audit/access-log-retention-days",schemaPath:"#/properties/audit/properties/access-log-retention-days/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err341];
}
else {
vErrors.push(err341);
}
errors++;
}
if((typeof data139 == "number") && (isFinite(data139))){
if(data139 > 3650 || isNaN(data139)){
const err342 = {instancePath:instancePath+"/audit/access-log-retention-days",schemaPath:"#/properties/audit/properties/access-log-retention-days/maximum",keyword:"maximum",params:{comparison: "<=", limit: 3650},message:"must be <= 3650"};
if(vErrors === null){
vErrors = [err342];
}
else {
vErrors.push(err342);
}
errors++;
}
if(data139 < 30 || isNaN(data139)){
const err343 = {instancePath:instancePath+"/audit/access-log-retention-days",schemaPath:"#/properties/audit/properties/access-log-retention-days/minimum",keyword:"minimum",params:{comparison: ">=", limit: 30},message:"must be >= 30"};
if(vErrors === null){
vErrors = [err343];
}
else {
vErrors.push(err343);
}
errors++;
}
}
}
if(data90["log-retention-days"] !== undefined){
let data140 = data90["log-retention-days"];
if(!((((((((((((((((((((((data140 === 1) || (data140 === 3)) || (data140 === 5)) || (data140 === 7)) || (data140 === 14)) || (data140 === 30)) || (data140 === 60)) || (data140 === 90)) || (data140 === 120)) || (data140 === 150)) || (data140 === 180)) || (data140 === 365)) || (data140 === 400)) || (data140 === 545)) || (data140 === 731)) || (data140 === 1096)) || (data140 === 1827)) || (data140 === 2192)) || (data140 === 2557)) || (data140 === 2922)) || (data140 === 3288)) || (data140 === 3653))){
const err344 = {instancePath:instancePath+"/audit/log-retention-days",schemaPath:"#/properties/audit/properties/log-retention-days/enum",keyword:"enum",params:{allowedValues: schema11.properties.audit.properties["log-retention-days"].enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err344];
}
else {
vErrors.push(err344);
}
errors++;
}
}
if(data90.alert !== undefined){
let data141 = data90.alert;
const _errs340 = errors;
let valid69 = false;
const _errs341 = errors;
if(typeof data141 === "string"){
if(!pattern85.test(data141)){
const err345 = {instancePath:instancePath+"/audit/alert",schemaPath:"#/properties/audit/properties/alert/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$"},message:"must match pattern \""+"^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$"+"\""};
if(vErrors === null){
vErrors = [err345];
}
else {
vErrors.push(err345);
}
errors++;
}
}
else {
const err346 = {instancePath:instancePath+"/audit/alert",schemaPath:"#/properties/audit/properties/alert/anyOf/0/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err346];
}
else {
vErrors.push(err346);
}
errors++;
}
var _valid10 = _errs341 === errors;
valid69 = valid69 || _valid10;
if(!valid69){
const _errs343 = errors;
if(Array.isArray(data141)){
if(data141.length > 10){
const err347 = {instancePath:instancePath+"/audit/alert",schemaPath:"#/properties/audit/properties/alert/anyOf/1/maxItems",keyword:"maxItems",params:{limit: 10},message:"must NOT have more than 10 items"};
if(vErrors === null){
vErrors = [err347];
}
else {
vErrors.push(err347);
}
errors++;
}
const len16 = data141.length;
for(let i20=0; i20<len16; i20++){
let data142 = data141[i20];
if(typeof data142 === "string"){
if(!pattern85.test(data142)){
const err348 = {instancePath:instancePath+"/audit/alert/" + i20,schemaPath:"#/properties/audit/properties/alert/anyOf/1/items/pattern",keyword:"pattern",params:{pattern: "^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$"},message:"must match pattern \""+"^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$"+"\""};
if(vErrors === null){
vErrors = [err348];
}
else {
vErrors.push(err348);
}
errors++;
}
}
else {
const err349 = {instancePath:instancePath+"/audit/alert/" + i20,schemaPath:"#/properties/audit/properties/alert/anyOf/1/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err349];
}
else {
vErrors.push(err349);
}
errors++;
}
}
}
else {
const err350 = {instancePath:instancePath+"/audit/alert",schemaPath:"#/properties/audit/properties/alert/anyOf/1/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err350];
}
else {
vErrors.push(err350);
}
errors++;
}
var _valid10 = _errs343 === errors;
valid69 = valid69 || _valid10;
}
if(!valid69){
const err351 = {instancePath:instancePath+"/audit/alert",schemaPath:"#/properties/audit/properties/alert/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err351];
}
else {
vErrors.push(err351);
}
errors++;
}
else {
errors = _errs340;
if(vErrors !== null){
if(_errs340){
vErrors.length = _errs340;
}
else {
vErrors = null;
}
}
}
}
if(data90["tamper-rule"] !== undefined){
if(typeof data90["tamper-rule"] !== "boolean"){
const err352 = {instancePath:instancePath+"/audit/tamper-rule",schemaPath:"#/properties/audit/properties/tamper-rule/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err352];
}
else {
vErrors.push(err352);
}
errors++;
}
}
if(data90.alarms !== undefined){
let data144 = data90.alarms;
const _errs350 = errors;
let valid72 = false;
const _errs351 = errors;
if(typeof data144 !== "boolean"){
const err353 = {instancePath:instancePath+"/audit/alarms",schemaPath:"#/properties/audit/properties/alarms/anyOf/0/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err353];
}
else {
vErrors.push(err353);
}
errors++;
}
var _valid11 = _errs351 === errors;
valid72 = valid72 || _valid11;
if(!valid72){
const _errs353 = errors;
if(Array.isArray(data144)){
if(data144.length > 15){
const err354 = {instancePath:instancePath+"/audit/alarms",schemaPath:"#/properties/audit/properties/alarms/anyOf/1/maxItems",keyword:"maxItems",params:{limit: 15},message:"must NOT have more than 15 items"};
if(vErrors === null){
vErrors = [err354];
}
else {
vErrors.push(err354);
}
errors++;
}
if(data144.length < 1){
const err355 = {instancePath:instancePath+"/audit/alarms",schemaPath:"#/properties/audit/properties/alarms/anyOf/1/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err355];
}
else {
vErrors.push(err355);
}
errors++;
}
const len17 = data144.length;
for(let i21=0; i21<len17; i21++){
let data145 = data144[i21];
if(!(((((((((((((((data145 === "root-use") || (data145 === "unauthorized-calls")) || (data145 === "console-without-mfa")) || (data145 === "iam-changes")) || (data145 === "trail-changes")) || (data145 === "console-failures")) || (data145 === "key-disabling")) || (data145 === "bucket-changes")) || (data145 === "config-changes")) || (data145 === "security-group-changes")) || (data145 === "network-acl-changes")) || (data145 === "gateway-changes")) || (data145 === "route-table-changes")) || (data145 === "vpc-changes")) || (data145 === "organization-changes"))){
const err356 = {instancePath:instancePath+"/audit/alarms/" + i21,schemaPath:"#/properties/audit/properties/alarms/anyOf/1/items/enum",keyword:"enum",params:{allowedValues: schema11.properties.audit.properties.alarms.anyOf[1].items.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err356];
}
else {
vErrors.push(err356);
}
errors++;
}
}
}
else {
const err357 = {instancePath:instancePath+"/audit/alarms",schemaPath:"#/properties/audit/properties/alarms/anyOf/1/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err357];
}
else {
vErrors.push(err357);
}
errors++;
}
var _valid11 = _errs353 === errors;
valid72 = valid72 || _valid11;
}
if(!valid72){
const err358 = {instancePath:instancePath+"/audit/alarms",schemaPath:"#/properties/audit/properties/alarms/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err358];
}
else {
vErrors.push(err358);
}
errors++;
}
else {
errors = _errs350;
if(vErrors !== null){
if(_errs350){
vErrors.length = _errs350;
}
else {
vErrors = null;
}
}
}
}
if(data90.dashboard !== undefined){
if(typeof data90.dashboard !== "boolean"){
const err359 = {instancePath:instancePath+"/audit/dashboard",schemaPath:"#/properties/audit/properties/dashboard/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err359];
}
else {
vErrors.push(err359);
}
errors++;
}
}
if(data90.config !== undefined){
let data147 = data90.config;
if(data147 && typeof data147 == "object" && !Array.isArray(data147)){
for(const key23 in data147){
if(!(((key23 === "rules") || (key23 === "recorder")) || (key23 === "service-linked-role"))){
const err360 = {instancePath:instancePath+"/audit/config",schemaPath:"#/properties/audit/properties/config/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key23},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err360];
}
else {
vErrors.push(err360);
}
errors++;
}
}
if(data147.rules !== undefined){
let data148 = data147.rules;
const _errs362 = errors;
let valid76 = false;
const _errs363 = errors;
if(typeof data148 !== "boolean"){
const err361 = {instancePath:instancePath+"/audit/config/rules",schemaPath:"#/properties/audit/properties/config/properties/rules/anyOf/0/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err361];
}
else {
vErrors.push(err361);
}
errors++;
}
var _valid12 = _errs363 === errors;
valid76 = valid76 || _valid12;
if(!valid76){
const _errs365 = errors;
if(Array.isArray(data148)){
if(data148.length > 8){
const err362 = {instancePath:instancePath+"/audit/config/rules",schemaPath:"#/properties/audit/properties/config/properties/rules/anyOf/1/maxItems",keyword:"maxItems",params:{limit: 8},message:"must NOT have more than 8 items"};
if(vErrors === null){
vErrors = [err362];
}
else {
vErrors.push(err362);
}
errors++;
}
if(data148.length < 1){
const err363 = {instancePath:instancePath+"/audit/config/rules",schemaPath:"#/properties/audit/properties/config/properties/rules/anyOf/1/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err363];
}
else {
vErrors.push(err363);
}
errors++;
}
const len18 = data148.length;
for(let i22=0; i22<len18; i22++){
let data149 = data148[i22];
if(typeof data149 !== "string"){
const err364 = {instancePath:instancePath+"/audit/config/rules/" + i22,schemaPath:"#/properties/audit/properties/config/properties/rules/anyOf/1/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err364];
}
else {
vErrors.push(err364);
}
errors++;
}
if(!((((((((data149 === "cloud-trail-enabled") || (data149 === "cloud-trail-encryption-enabled")) || (data149 === "cloud-trail-log-file-validation-enabled")) || (data149 === "multi-region-cloud-trail-enabled")) || (data149 === "cloudtrail-s3-dataevents-enabled")) || (data149 === "s3-bucket-versioning-enabled")) || (data149 === "cmk-backing-key-rotation-enabled")) || (data149 === "iam-policy-no-statements-with-admin-access"))){
const err365 = {instancePath:instancePath+"/audit/config/rules/" + i22,schemaPath:"#/properties/audit/properties/config/properties/rules/anyOf/1/items/enum",keyword:"enum",params:{allowedValues: schema11.properties.audit.properties.config.properties.rules.anyOf[1].items.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err365];
}
else {
vErrors.push(err365);
}
errors++;
}
}
let i23 = data148.length;
let j4;
if(i23 > 1){
const indices4 = {};
for(;i23--;){
let item4 = data148[i23];
if(typeof item4 !== "string"){
continue;
}
if(typeof indices4[item4] == "number"){
j4 = indices4[item4];
const err366 = {instancePath:instancePath+"/audit/config/rules",schemaPath:"#/properties/audit/properties/config/properties/rules/anyOf/1/uniqueItems",keyword:"uniqueItems",params:{i: i23, j: j4},message:"must NOT have duplicate items (items ## "+j4+" and "+i23+" are identical)"};
if(vErrors === null){
vErrors = [err366];
}
else {
vErrors.push(err366);
}
errors++;
break;
}
indices4[item4] = i23;
}
}
}
else {
const err367 = {instancePath:instancePath+"/audit/config/rules",schemaPath:"#/properties/audit/properties/config/properties/rules/anyOf/1/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err367];
}
else {
vErrors.push(err367);
}
errors++;
}
var _valid12 = _errs365 === errors;
valid76 = valid76 || _valid12;
}
if(!valid76){
const err368 = {instancePath:instancePath+"/audit/config/rules",schemaPath:"#/properties/audit/properties/config/properties/rules/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err368];
}
else {
vErrors.push(err368);
}
errors++;
}
else {
errors = _errs362;
if(vErrors !== null){
if(_errs362){
vErrors.length = _errs362;
}
else {
vErrors = null;
}
}
}
}
if(data147.recorder !== undefined){
let data150 = data147.recorder;
if(!((data150 === "existing") || (data150 === "create"))){
const err369 = {instancePath:instancePath+"/audit/config/recorder",schemaPath:"#/properties/audit/properties/config/properties/recorder/enum",keyword:"enum",params:{allowedValues: schema11.properties.audit.properties.config.properties.recorder.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err369];
}
else {
vErrors.push(err369);
}
errors++;
}
}
if(data147["service-linked-role"] !== undefined){
let data151 = data147["service-linked-role"];
if(!((data151 === "create") || (data151 === "existing"))){
const err370 = {instancePath:instancePath+"/audit/config/service-linked-role",schemaPath:"#/properties/audit/properties/config/properties/service-linked-role/enum",keyword:"enum",params:{allowedValues: schema11.properties.audit.properties.config.properties["service-linked-role"].enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err370];
}
else {
vErrors.push(err370);
}
errors++;
}
}
}
else {
const err371 = {instancePath:instancePath+"/audit/config",schemaPath:"#/properties/audit/properties/config/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err371];
}
else {
vErrors.push(err371);
}
errors++;
}
}
if(data90.analytics !== undefined){
let data152 = data90.analytics;
if(data152 && typeof data152 == "object" && !Array.isArray(data152)){
for(const key24 in data152){
if(!((((key24 === "scan-limit-gib") || (key24 === "since")) || (key24 === "regions")) || (key24 === "results-days"))){
const err372 = {instancePath:instancePath+"/audit/analytics",schemaPath:"#/properties/audit/properties/analytics/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key24},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err372];
}
else {
vErrors.push(err372);
}
errors++;
}
}
if(data152["scan-limit-gib"] !== undefined){
let data153 = data152["scan-limit-gib"];
if(!(((typeof data153 == "number") && (!(data153 % 1) && !isNaN(data153))) && (isFinite(data153)))){
const err373 = {instancePath:instancePath+"/audit/analytics/scan-limit-gib",schemaPath:"#/properties/audit/properties/analytics/properties/scan-limit-gib/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err373];
}
else {
vErrors.push(err373);
}
errors++;
}
if((typeof data153 == "number") && (isFinite(data153))){
if(data153 > 100000 || isNaN(data153)){
const err374 = {instancePath:instancePath+"/audit/analytics/scan-limit-gib",schemaPath:"#/properties/audit/properties/analytics/properties/scan-limit-gib/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000},message:"must be <= 100000"};
if(vErrors === null){
vErrors = [err374];
}
else {
vErrors.push(err374);
}
errors++;
}
if(data153 < 1 || isNaN(data153)){
const err375 = {instancePath:instancePath+"/audit/analytics/scan-limit-gib",schemaPath:"#/properties/audit/properties/analytics/properties/scan-limit-gib/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err375];
}
else {
vErrors.push(err375);
}
errors++;
}
}
}
if(data152.since !== undefined){
let data154 = data152.since;
if(typeof data154 === "string"){
if(!pattern87.test(data154)){
const err376 = {instancePath:instancePath+"/audit/analytics/since",schemaPath:"#/properties/audit/properties/analytics/properties/since/pattern",keyword:"pattern",params:{pattern: "^20[0-9]{2}/(0[1-9]|1[0-2])/(0[1-9]|[12][0-9]|3[01])$"},message:"must match pattern \""+"^20[0-9]{2}/(0[1-9]|1[0-2])/(0[1-9]|[12][0-9]|3[01])$"+"\""};
if(vErrors === null){
vErrors = [err376];
}
else {
vErrors.push(err376);
}
errors++;
}
}
else {
const err377 = {instancePath:instancePath+"/audit/analytics/since",schemaPath:"#/properties/audit/properties/analytics/properties/since/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err377];
}
else {
vErrors.push(err377);
}
errors++;
}
}
if(data152.regions !== undefined){
let data155 = data152.regions;
if(Array.isArray(data155)){
if(data155.length > 40){
const err378 = {instancePath:instancePath+"/audit/analytics/regions",schemaPath:"#/properties/audit/properties/analytics/properties/regions/maxItems",keyword:"maxItems",params:{limit: 40},message:"must NOT have more than 40 items"};
if(vErrors === null){
vErrors = [err378];
}
else {
vErrors.push(err378);
}
errors++;
}
if(data155.length < 1){
const err379 = {instancePath:instancePath+"/audit/analytics/regions",schemaPath:"#/properties/audit/properties/analytics/properties/regions/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err379];
}
else {
vErrors.push(err379);
}
errors++;
}
const len19 = data155.length;
for(let i24=0; i24<len19; i24++){
let data156 = data155[i24];
if(typeof data156 === "string"){
if(!pattern88.test(data156)){
const err380 = {instancePath:instancePath+"/audit/analytics/regions/" + i24,schemaPath:"#/properties/audit/properties/analytics/properties/regions/items/pattern",keyword:"pattern",params:{pattern: "^[a-z]{2}(-[a-z]+)+-[0-9]$"},message:"must match pattern \""+"^[a-z]{2}(-[a-z]+)+-[0-9]$"+"\""};
if(vErrors === null){
vErrors = [err380];
}
else {
vErrors.push(err380);
}
errors++;
}
}
else {
const err381 = {instancePath:instancePath+"/audit/analytics/regions/" + i24,schemaPath:"#/properties/audit/properties/analytics/properties/regions/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err381];
}
else {
vErrors.push(err381);
}
errors++;
}
}
let i25 = data155.length;
let j5;
if(i25 > 1){
const indices5 = {};
for(;i25--;){
let item5 = data155[i25];
if(typeof item5 !== "string"){
continue;
}
if(typeof indices5[item5] == "number"){
j5 = indices5[item5];
const err382 = {instancePath:instancePath+"/audit/analytics/regions",schemaPath:"#/properties/audit/properties/analytics/properties/regions/uniqueItems",keyword:"uniqueItems",params:{i: i25, j: j5},message:"must NOT have duplicate items (items ## "+j5+" and "+i25+" are identical)"};
if(vErrors === null){
vErrors = [err382];
}
else {
vErrors.push(err382);
}
errors++;
break;
}
indices5[item5] = i25;
}
}
}
else {
const err383 = {instancePath:instancePath+"/audit/analytics/regions",schemaPath:"#/properties/audit/properties/analytics/properties/regions/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err383];
}
else {
vErrors.push(err383);
}
errors++;
}
}
if(data152["results-days"] !== undefined){
let data157 = data152["results-days"];
if(!(((typeof data157 == "number") && (!(data157 % 1) && !isNaN(data157))) && (isFinite(data157)))){
const err384 = {instancePath:instancePath+"/audit/analytics/results-days",schemaPath:"#/properties/audit/properties/analytics/properties/results-days/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err384];
}
else {
vErrors.push(err384);
}
errors++;
}
if((typeof data157 == "number") && (isFinite(data157))){
if(data157 > 3650 || isNaN(data157)){
const err385 = {instancePath:instancePath+"/audit/analytics/results-days",schemaPath:"#/properties/audit/properties/analytics/properties/results-days/maximum",keyword:"maximum",params:{comparison: "<=", limit: 3650},message:"must be <= 3650"};
if(vErrors === null){
vErrors = [err385];
}
else {
vErrors.push(err385);
}
errors++;
}
if(data157 < 1 || isNaN(data157)){
const err386 = {instancePath:instancePath+"/audit/analytics/results-days",schemaPath:"#/properties/audit/properties/analytics/properties/results-days/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err386];
}
else {
vErrors.push(err386);
}
errors++;
}
}
}
}
else {
const err387 = {instancePath:instancePath+"/audit/analytics",schemaPath:"#/properties/audit/properties/analytics/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err387];
}
else {
vErrors.push(err387);
}
errors++;
}
}
if(data90.evidence !== undefined){
let data158 = data90.evidence;
if(data158 && typeof data158 == "object" && !Array.isArray(data158)){
if(data158.mode === undefined){
const err388 = {instancePath:instancePath+"/audit/evidence",schemaPath:"#/properties/audit/properties/evidence/required",keyword:"required",params:{missingProperty: "mode"},message:"must have required property '"+"mode"+"'"};
if(vErrors === null){
vErrors = [err388];
}
else {
vErrors.push(err388);
}
errors++;
}
if(data158.days === undefined){
const err389 = {instancePath:instancePath+"/audit/evidence",schemaPath:"#/properties/audit/properties/evidence/required",keyword:"required",params:{missingProperty: "days"},message:"must have required property '"+"days"+"'"};
if(vErrors === null){
vErrors = [err389];
}
else {
vErrors.push(err389);
}
errors++;
}
for(const key25 in data158){
if(!(((key25 === "mode") || (key25 === "days")) || (key25 === "confirm"))){
const err390 = {instancePath:instancePath+"/audit/evidence",schemaPath:"#/properties/audit/properties/evidence/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key25},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err390];
}
else {
vErrors.push(err390);
}
errors++;
}
}
if(data158.mode !== undefined){
let data159 = data158.mode;
if(!((data159 === "governance") || (data159 === "compliance"))){
const err391 = {instancePath:instancePath+"/audit/evidence/mode",schemaPath:"#/properties/audit/properties/evidence/properties/mode/enum",keyword:"enum",params:{allowedValues: schema11.properties.audit.properties.evidence.properties.mode.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err391];
}
else {
vErrors.push(err391);
}
errors++;
}
}
if(data158.days !== undefined){
let data160 = data158.days;
if(!(((typeof data160 == "number") && (!(data160 % 1) && !isNaN(data160))) && (isFinite(data160)))){
const err392 = {instancePath:instancePath+"/audit/evidence/days",schemaPath:"#/properties/audit/properties/evidence/properties/days/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err392];
}
else {
vErrors.push(err392);
}
errors++;
}
if((typeof data160 == "number") && (isFinite(data160))){
if(data160 > 36500 || isNaN(data160)){
const err393 = {instancePath:instancePath+"/audit/evidence/days",schemaPath:"#/properties/audit/properties/evidence/properties/days/maximum",keyword:"maximum",params:{comparison: "<=", limit: 36500},message:"must be <= 36500"};
if(vErrors === null){
vErrors = [err393];
}
else {
vErrors.push(err393);
}
errors++;
}
if(data160 < 1 || isNaN(data160)){
const err394 = {instancePath:instancePath+"/audit/evidence/days",schemaPath:"#/properties/audit/properties/evidence/properties/days/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err394];
}
else {
vErrors.push(err394);
}
errors++;
}
}
}
if(data158.confirm !== undefined){
let data161 = data158.confirm;
if(typeof data161 === "string"){
if(!pattern83.test(data161)){
const err395 = {instancePath:instancePath+"/audit/evidence/confirm",schemaPath:"#/properties/audit/properties/evidence/properties/confirm/pattern",keyword:"pattern",params:{pattern: "^nobody can shorten this$"},message:"must match pattern \""+"^nobody can shorten this$"+"\""};
if(vErrors === null){
vErrors = [err395];
}
else {
vErrors.push(err395);
}
errors++;
}
}
else {
const err396 = {instancePath:instancePath+"/audit/evidence/confirm",schemaPath:"#/properties/audit/properties/evidence/properties/confirm/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err396];
}
else {
vErrors.push(err396);
}
errors++;
}
}
}
else {
const err397 = {instancePath:instancePath+"/audit/evidence",schemaPath:"#/properties/audit/properties/evidence/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err397];
}
else {
vErrors.push(err397);
}
errors++;
}
}
}
else {
const err398 = {instancePath:instancePath+"/audit",schemaPath:"#/properties/audit/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err398];
}
else {
vErrors.push(err398);
}
errors++;
}
}
if(data.access !== undefined){
let data162 = data.access;
if(data162 && typeof data162 == "object" && !Array.isArray(data162)){
for(const key26 in data162){
if(!(((((key26 === "eks") || (key26 === "sagemaker")) || (key26 === "ecr")) || (key26 === "bucket-policies")) || (key26 === "replica"))){
const err399 = {instancePath:instancePath+"/access",schemaPath:"#/properties/access/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key26},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err399];
}
else {
vErrors.push(err399);
}
errors++;
}
}
if(data162.eks !== undefined){
let data163 = data162.eks;
const _errs396 = errors;
let valid86 = false;
const _errs397 = errors;
if(false !== data163){
const err400 = {instancePath:instancePath+"/access/eks",schemaPath:"#/properties/access/properties/eks/anyOf/0/const",keyword:"const",params:{allowedValue: false},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err400];
}
else {
vErrors.push(err400);
}
errors++;
}
var _valid13 = _errs397 === errors;
valid86 = valid86 || _valid13;
if(!valid86){
const _errs398 = errors;
if(data163 && typeof data163 == "object" && !Array.isArray(data163)){
for(const key27 in data163){
if(!((((((key27 === "auto-mode") || (key27 === "cni")) || (key27 === "ecr-pull")) || (key27 === "clusters")) || (key27 === "pod-identity")) || (key27 === "pods"))){
const err401 = {instancePath:instancePath+"/access/eks",schemaPath:"#/properties/access/properties/eks/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key27},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err401];
}
else {
vErrors.push(err401);
}
errors++;
}
}
if(data163["auto-mode"] !== undefined){
if(typeof data163["auto-mode"] !== "boolean"){
const err402 = {instancePath:instancePath+"/access/eks/auto-mode",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/auto-mode/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err402];
}
else {
vErrors.push(err402);
}
errors++;
}
}
if(data163.cni !== undefined){
let data165 = data163.cni;
if(!((data165 === "node-role") || (data165 === "aws-node"))){
const err403 = {instancePath:instancePath+"/access/eks/cni",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/cni/enum",keyword:"enum",params:{allowedValues: schema11.properties.access.properties.eks.anyOf[1].properties.cni.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err403];
}
else {
vErrors.push(err403);
}
errors++;
}
}
if(data163["ecr-pull"] !== undefined){
let data166 = data163["ecr-pull"];
if(!((data166 === "pull-only") || (data166 === "read-only"))){
const err404 = {instancePath:instancePath+"/access/eks/ecr-pull",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/ecr-pull/enum",keyword:"enum",params:{allowedValues: schema11.properties.access.properties.eks.anyOf[1].properties["ecr-pull"].enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err404];
}
else {
vErrors.push(err404);
}
errors++;
}
}
if(data163.clusters !== undefined){
let data167 = data163.clusters;
if(Array.isArray(data167)){
if(data167.length > 10){
const err405 = {instancePath:instancePath+"/access/eks/clusters",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/clusters/maxItems",keyword:"maxItems",params:{limit: 10},message:"must NOT have more than 10 items"};
if(vErrors === null){
vErrors = [err405];
}
else {
vErrors.push(err405);
}
errors++;
}
if(data167.length < 1){
const err406 = {instancePath:instancePath+"/access/eks/clusters",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/clusters/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err406];
}
else {
vErrors.push(err406);
}
errors++;
}
const len20 = data167.length;
for(let i26=0; i26<len20; i26++){
let data168 = data167[i26];
if(data168 && typeof data168 == "object" && !Array.isArray(data168)){
if(data168.name === undefined){
const err407 = {instancePath:instancePath+"/access/eks/clusters/" + i26,schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/clusters/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err407];
}
else {
vErrors.push(err407);
}
errors++;
}
for(const key28 in data168){
if(!(((key28 === "name") || (key28 === "issuer")) || (key28 === "oidc-provider"))){
const err408 = {instancePath:instancePath+"/access/eks/clusters/" + i26,schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/clusters/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key28},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err408];
}
else {
vErrors.push(err408);
}
errors++;
}
}
if(data168.name !== undefined){
let data169 = data168.name;
if(typeof data169 === "string"){
if(!pattern72.test(data169)){
const err409 = {instancePath:instancePath+"/access/eks/clusters/" + i26+"/name",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/clusters/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$"},message:"must match pattern \""+"^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$"+"\""};
if(vErrors === null){
vErrors = [err409];
}
else {
vErrors.push(err409);
}
errors++;
}
}
else {
const err410 = {instancePath:instancePath+"/access/eks/clusters/" + i26+"/name",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/clusters/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err410];
}
else {
vErrors.push(err410);
}
errors++;
}
}
if(data168.issuer !== undefined){
let data170 = data168.issuer;
if(typeof data170 === "string"){
if(!pattern91.test(data170)){
const err411 = {instancePath:instancePath+"/access/eks/clusters/" + i26+"/issuer",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/clusters/items/properties/issuer/pattern",keyword:"pattern",params:{pattern: "^https://oidc\\.eks\\.[a-z0-9-]+\\.amazonaws\\.com(\\.cn)?/id/[A-Za-z0-9]{4,64}$"},message:"must match pattern \""+"^https://oidc\\.eks\\.[a-z0-9-]+\\.amazonaws\\.com(\\.cn)?/id/[A-Za-z0-9]{4,64}$"+"\""};
if(vErrors === null){
vErrors = [err411];
}
else {
vErrors.push(err411);
}
errors++;
}
}
else {
const err412 = {instancePath:instancePath+"/access/eks/clusters/" + i26+"/issuer",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/clusters/items/properties/issuer/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err412];
}
else {
vErrors.push(err412);
}
errors++;
}
}
if(data168["oidc-provider"] !== undefined){
let data171 = data168["oidc-provider"];
if(!((data171 === "existing") || (data171 === "create"))){
const err413 = {instancePath:instancePath+"/access/eks/clusters/" + i26+"/oidc-provider",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/clusters/items/properties/oidc-provider/enum",keyword:"enum",params:{allowedValues: schema11.properties.access.properties.eks.anyOf[1].properties.clusters.items.properties["oidc-provider"].enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err413];
}
else {
vErrors.push(err413);
}
errors++;
}
}
}
else {
const err414 = {instancePath:instancePath+"/access/eks/clusters/" + i26,schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/clusters/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err414];
}
else {
vErrors.push(err414);
}
errors++;
}
}
}
else {
const err415 = {instancePath:instancePath+"/access/eks/clusters",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/clusters/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err415];
}
else {
vErrors.push(err415);
}
errors++;
}
}
if(data163["pod-identity"] !== undefined){
let data172 = data163["pod-identity"];
if(!((data172 === "pod-identity") || (data172 === "irsa"))){
const err416 = {instancePath:instancePath+"/access/eks/pod-identity",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pod-identity/enum",keyword:"enum",params:{allowedValues: schema11.properties.access.properties.eks.anyOf[1].properties["pod-identity"].enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err416];
}
else {
vErrors.push(err416);
}
errors++;
}
}
if(data163.pods !== undefined){
let data173 = data163.pods;
if(data173 && typeof data173 == "object" && !Array.isArray(data173)){
for(const key29 in data173){
if(!(((key29 === "model-read") || (key29 === "monitoring")) || (key29 === "secrets-read"))){
const err417 = {instancePath:instancePath+"/access/eks/pods",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key29},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err417];
}
else {
vErrors.push(err417);
}
errors++;
}
}
if(data173["model-read"] !== undefined){
let data174 = data173["model-read"];
if(data174 && typeof data174 == "object" && !Array.isArray(data174)){
if(data174.namespace === undefined){
const err418 = {instancePath:instancePath+"/access/eks/pods/model-read",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/model-read/required",keyword:"required",params:{missingProperty: "namespace"},message:"must have required property '"+"namespace"+"'"};
if(vErrors === null){
vErrors = [err418];
}
else {
vErrors.push(err418);
}
errors++;
}
if(data174["service-account"] === undefined){
const err419 = {instancePath:instancePath+"/access/eks/pods/model-read",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/model-read/required",keyword:"required",params:{missingProperty: "service-account"},message:"must have required property '"+"service-account"+"'"};
if(vErrors === null){
vErrors = [err419];
}
else {
vErrors.push(err419);
}
errors++;
}
if(data174.buckets === undefined){
const err420 = {instancePath:instancePath+"/access/eks/pods/model-read",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/model-read/required",keyword:"required",params:{missingProperty: "buckets"},message:"must have required property '"+"buckets"+"'"};
if(vErrors === null){
vErrors = [err420];
}
else {
vErrors.push(err420);
}
errors++;
}
for(const key30 in data174){
if(!(((((key30 === "namespace") || (key30 === "service-account")) || (key30 === "buckets")) || (key30 === "prefixes")) || (key30 === "keys"))){
const err421 = {instancePath:instancePath+"/access/eks/pods/model-read",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/model-read/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key30},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err421];
}
else {
vErrors.push(err421);
}
errors++;
}
}
if(data174.namespace !== undefined){
let data175 = data174.namespace;
if(typeof data175 === "string"){
if(!pattern92.test(data175)){
const err422 = {instancePath:instancePath+"/access/eks/pods/model-read/namespace",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/model-read/properties/namespace/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err422];
}
else {
vErrors.push(err422);
}
errors++;
}
}
else {
const err423 = {instancePath:instancePath+"/access/eks/pods/model-read/namespace",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/model-read/properties/namespace/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err423];
}
else {
vErrors.push(err423);
}
errors++;
}
}
if(data174["service-account"] !== undefined){
let data176 = data174["service-account"];
if(typeof data176 === "string"){
if(!pattern93.test(data176)){
const err424 = {instancePath:instancePath+"/access/eks/pods/model-read/service-account",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/model-read/properties/service-account/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err424];
}
else {
vErrors.push(err424);
}
errors++;
}
}
else {
const err425 = {instancePath:instancePath+"/access/eks/pods/model-read/service-account",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/model-read/properties/service-account/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err425];
}
else {
vErrors.push(err425);
}
errors++;
}
}
if(data174.buckets !== undefined){
let data177 = data174.buckets;
if(Array.isArray(data177)){
if(data177.length > 10){
const err426 = {instancePath:instancePath+"/access/eks/pods/model-read/buckets",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/model-read/properties/buckets/maxItems",keyword:"maxItems",params:{limit: 10},message:"must NOT have more than 10 items"};
if(vErrors === null){
vErrors = [err426];
}
else {
vErrors.push(err426);
}
errors++;
}
if(data177.length < 1){
const err427 = {instancePath:instancePath+"/access/eks/pods/model-read/buckets",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/model-read/properties/buckets/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err427];
}
else {
vErrors.push(err427);
}
errors++;
}
const len21 = data177.length;
for(let i27=0; i27<len21; i27++){
let data178 = data177[i27];
if(typeof data178 === "string"){
if(!pattern8.test(data178)){
const err428 = {instancePath:instancePath+"/access/eks/pods/model-read/buckets/" + i27,schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/model-read/properties/buckets/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$"},message:"must match pattern \""+"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$"+"\""};
if(vErrors === null){
vErrors = [err428];
}
else {
vErrors.push(err428);
}
errors++;
}
}
else {
const err429 = {instancePath:instancePath+"/access/eks/pods/model-read/buckets/" + i27,schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/model-read/properties/buckets/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err429];
}
else {
vErrors.push(err429);
}
errors++;
}
}
let i28 = data177.length;
let j6;
if(i28 > 1){
const indices6 = {};
for(;i28--;){
let item6 = data177[i28];
if(typeof item6 !== "string"){
continue;
}
if(typeof indices6[item6] == "number"){
j6 = indices6[item6];
const err430 = {instancePath:instancePath+"/access/eks/pods/model-read/buckets",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/model-read/properties/buckets/uniqueItems",keyword:"uniqueItems",params:{i: i28, j: j6},message:"must NOT have duplicate items (items ## "+j6+" and "+i28+" are identical)"};
if(vErrors === null){
vErrors = [err430];
}
else {
vErrors.push(err430);
}
errors++;
break;
}
indices6[item6] = i28;
}
}
}
else {
const err431 = {instancePath:instancePath+"/access/eks/pods/model-read/buckets",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/model-read/properties/buckets/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err431];
}
else {
vErrors.push(err431);
}
errors++;
}
}
if(data174.prefixes !== undefined){
let data179 = data174.prefixes;
if(Array.isArray(data179)){
if(data179.length > 10){
const err432 = {instancePath:instancePath+"/access/eks/pods/model-read/prefixes",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/model-read/properties/prefixes/maxItems",keyword:"maxItems",params:{limit: 10},message:"must NOT have more than 10 items"};
if(vErrors === null){
vErrors = [err432];
}
else {
vErrors.push(err432);
}
errors++;
}
if(data179.length < 1){
const err433 = {instancePath:instancePath+"/access/eks/pods/model-read/prefixes",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/model-read/properties/prefixes/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err433];
}
else {
vErrors.push(err433);
}
errors++;
}
const len22 = data179.length;
for(let i29=0; i29<len22; i29++){
let data180 = data179[i29];
if(typeof data180 === "string"){
if(!pattern95.test(data180)){
const err434 = {instancePath:instancePath+"/access/eks/pods/model-read/prefixes/" + i29,schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/model-read/properties/prefixes/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9!_.'()/-]{1,200}/$"},message:"must match pattern \""+"^[A-Za-z0-9!_.'()/-]{1,200}/$"+"\""};
if(vErrors === null){
vErrors = [err434];
}
else {
vErrors.push(err434);
}
errors++;
}
}
else {
const err435 = {instancePath:instancePath+"/access/eks/pods/model-read/prefixes/" + i29,schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/model-read/properties/prefixes/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err435];
}
else {
vErrors.push(err435);
}
errors++;
}
}
let i30 = data179.length;
let j7;
if(i30 > 1){
const indices7 = {};
for(;i30--;){
let item7 = data179[i30];
if(typeof item7 !== "string"){
continue;
}
if(typeof indices7[item7] == "number"){
j7 = indices7[item7];
const err436 = {instancePath:instancePath+"/access/eks/pods/model-read/prefixes",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/model-read/properties/prefixes/uniqueItems",keyword:"uniqueItems",params:{i: i30, j: j7},message:"must NOT have duplicate items (items ## "+j7+" and "+i30+" are identical)"};
if(vErrors === null){
vErrors = [err436];
}
else {
vErrors.push(err436);
}
errors++;
break;
}
indices7[item7] = i30;
}
}
}
else {
const err437 = {instancePath:instancePath+"/access/eks/pods/model-read/prefixes",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/model-read/properties/prefixes/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err437];
}
else {
vErrors.push(err437);
}
errors++;
}
}
if(data174.keys !== undefined){
let data181 = data174.keys;
if(Array.isArray(data181)){
if(data181.length > 10){
const err438 = {instancePath:instancePath+"/access/eks/pods/model-read/keys",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/model-read/properties/keys/maxItems",keyword:"maxItems",params:{limit: 10},message:"must NOT have more than 10 items"};
if(vErrors === null){
vErrors = [err438];
}
else {
vErrors.push(err438);
}
errors++;
}
const len23 = data181.length;
for(let i31=0; i31<len23; i31++){
let data182 = data181[i31];
if(typeof data182 === "string"){
if(!pattern80.test(data182)){
const err439 = {instancePath:instancePath+"/access/eks/pods/model-read/keys/" + i31,schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/model-read/properties/keys/items/pattern",keyword:"pattern",params:{pattern: "^arn:aws(-us-gov|-cn)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$"},message:"must match pattern \""+"^arn:aws(-us-gov|-cn)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$"+"\""};
if(vErrors === null){
vErrors = [err439];
}
else {
vErrors.push(err439);
}
errors++;
}
}
else {
const err440 = {instancePath:instancePath+"/access/eks/pods/model-read/keys/" + i31,schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/model-read/properties/keys/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err440];
}
else {
vErrors.push(err440);
}
errors++;
}
}
}
else {
const err441 = {instancePath:instancePath+"/access/eks/pods/model-read/keys",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/model-read/properties/keys/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err441];
}
else {
vErrors.push(err441);
}
errors++;
}
}
}
else {
const err442 = {instancePath:instancePath+"/access/eks/pods/model-read",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/model-read/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err442];
}
else {
vErrors.push(err442);
}
errors++;
}
}
if(data173.monitoring !== undefined){
let data183 = data173.monitoring;
if(data183 && typeof data183 == "object" && !Array.isArray(data183)){
if(data183.namespace === undefined){
const err443 = {instancePath:instancePath+"/access/eks/pods/monitoring",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/monitoring/required",keyword:"required",params:{missingProperty: "namespace"},message:"must have required property '"+"namespace"+"'"};
if(vErrors === null){
vErrors = [err443];
}
else {
vErrors.push(err443);
}
errors++;
}
if(data183["service-account"] === undefined){
const err444 = {instancePath:instancePath+"/access/eks/pods/monitoring",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/monitoring/required",keyword:"required",params:{missingProperty: "service-account"},message:"must have required property '"+"service-account"+"'"};
if(vErrors === null){
vErrors = [err444];
}
else {
vErrors.push(err444);
}
errors++;
}
for(const key31 in data183){
if(!(((key31 === "namespace") || (key31 === "service-account")) || (key31 === "metric-namespaces"))){
const err445 = {instancePath:instancePath+"/access/eks/pods/monitoring",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/monitoring/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key31},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err445];
}
else {
vErrors.push(err445);
}
errors++;
}
}
if(data183.namespace !== undefined){
let data184 = data183.namespace;
if(typeof data184 === "string"){
if(!pattern92.test(data184)){
const err446 = {instancePath:instancePath+"/access/eks/pods/monitoring/namespace",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/monitoring/properties/namespace/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err446];
}
else {
vErrors.push(err446);
}
errors++;
}
}
else {
const err447 = {instancePath:instancePath+"/access/eks/pods/monitoring/namespace",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/monitoring/properties/namespace/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err447];
}
else {
vErrors.push(err447);
}
errors++;
}
}
if(data183["service-account"] !== undefined){
let data185 = data183["service-account"];
if(typeof data185 === "string"){
if(!pattern93.test(data185)){
const err448 = {instancePath:instancePath+"/access/eks/pods/monitoring/service-account",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/monitoring/properties/service-account/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err448];
}
else {
vErrors.push(err448);
}
errors++;
}
}
else {
const err449 = {instancePath:instancePath+"/access/eks/pods/monitoring/service-account",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/monitoring/properties/service-account/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err449];
}
else {
vErrors.push(err449);
}
errors++;
}
}
if(data183["metric-namespaces"] !== undefined){
let data186 = data183["metric-namespaces"];
if(Array.isArray(data186)){
if(data186.length > 10){
const err450 = {instancePath:instancePath+"/access/eks/pods/monitoring/metric-namespaces",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/monitoring/properties/metric-namespaces/maxItems",keyword:"maxItems",params:{limit: 10},message:"must NOT have more than 10 items"};
if(vErrors === null){
vErrors = [err450];
}
else {
vErrors.push(err450);
}
errors++;
}
if(data186.length < 1){
const err451 = {instancePath:instancePath+"/access/eks/pods/monitoring/metric-namespaces",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/monitoring/properties/metric-namespaces/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err451];
}
else {
vErrors.push(err451);
}
errors++;
}
const len24 = data186.length;
for(let i32=0; i32<len24; i32++){
let data187 = data186[i32];
if(typeof data187 === "string"){
if(!pattern99.test(data187)){
const err452 = {instancePath:instancePath+"/access/eks/pods/monitoring/metric-namespaces/" + i32,schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/monitoring/properties/metric-namespaces/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_./#:-]{1,255}$"},message:"must match pattern \""+"^[A-Za-z0-9_./#:-]{1,255}$"+"\""};
if(vErrors === null){
vErrors = [err452];
}
else {
vErrors.push(err452);
}
errors++;
}
}
else {
const err453 = {instancePath:instancePath+"/access/eks/pods/monitoring/metric-namespaces/" + i32,schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/monitoring/properties/metric-namespaces/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err453];
}
else {
vErrors.push(err453);
}
errors++;
}
}
let i33 = data186.length;
let j8;
if(i33 > 1){
const indices8 = {};
for(;i33--;){
let item8 = data186[i33];
if(typeof item8 !== "string"){
continue;
}
if(typeof indices8[item8] == "number"){
j8 = indices8[item8];
const err454 = {instancePath:instancePath+"/access/eks/pods/monitoring/metric-namespaces",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/monitoring/properties/metric-namespaces/uniqueItems",keyword:"uniqueItems",params:{i: i33, j: j8},message:"must NOT have duplicate items (items ## "+j8+" and "+i33+" are identical)"};
if(vErrors === null){
vErrors = [err454];
}
else {
vErrors.push(err454);
}
errors++;
break;
}
indices8[item8] = i33;
}
}
}
else {
const err455 = {instancePath:instancePath+"/access/eks/pods/monitoring/metric-namespaces",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/monitoring/properties/metric-namespaces/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err455];
}
else {
vErrors.push(err455);
}
errors++;
}
}
}
else {
const err456 = {instancePath:instancePath+"/access/eks/pods/monitoring",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/monitoring/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err456];
}
else {
vErrors.push(err456);
}
errors++;
}
}
if(data173["secrets-read"] !== undefined){
let data188 = data173["secrets-read"];
if(data188 && typeof data188 == "object" && !Array.isArray(data188)){
if(data188.namespace === undefined){
const err457 = {instancePath:instancePath+"/access/eks/pods/secrets-read",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/secrets-read/required",keyword:"required",params:{missingProperty: "namespace"},message:"must have required property '"+"namespace"+"'"};
if(vErrors === null){
vErrors = [err457];
}
else {
vErrors.push(err457);
}
errors++;
}
if(data188["service-account"] === undefined){
const err458 = {instancePath:instancePath+"/access/eks/pods/secrets-read",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/secrets-read/required",keyword:"required",params:{missingProperty: "service-account"},message:"must have required property '"+"service-account"+"'"};
if(vErrors === null){
vErrors = [err458];
}
else {
vErrors.push(err458);
}
errors++;
}
if(data188.secrets === undefined){
const err459 = {instancePath:instancePath+"/access/eks/pods/secrets-read",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/secrets-read/required",keyword:"required",params:{missingProperty: "secrets"},message:"must have required property '"+"secrets"+"'"};
if(vErrors === null){
vErrors = [err459];
}
else {
vErrors.push(err459);
}
errors++;
}
for(const key32 in data188){
if(!((((key32 === "namespace") || (key32 === "service-account")) || (key32 === "secrets")) || (key32 === "keys"))){
const err460 = {instancePath:instancePath+"/access/eks/pods/secrets-read",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/secrets-read/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key32},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err460];
}
else {
vErrors.push(err460);
}
errors++;
}
}
if(data188.namespace !== undefined){
let data189 = data188.namespace;
if(typeof data189 === "string"){
if(!pattern92.test(data189)){
const err461 = {instancePath:instancePath+"/access/eks/pods/secrets-read/namespace",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/secrets-read/properties/namespace/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err461];
}
else {
vErrors.push(err461);
}
errors++;
}
}
else {
const err462 = {instancePath:instancePath+"/access/eks/pods/secrets-read/namespace",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/secrets-read/properties/namespace/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err462];
}
else {
vErrors.push(err462);
}
errors++;
}
}
if(data188["service-account"] !== undefined){
let data190 = data188["service-account"];
if(typeof data190 === "string"){
if(!pattern93.test(data190)){
const err463 = {instancePath:instancePath+"/access/eks/pods/secrets-read/service-account",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/secrets-read/properties/service-account/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err463];
}
else {
vErrors.push(err463);
}
errors++;
}
}
else {
const err464 = {instancePath:instancePath+"/access/eks/pods/secrets-read/service-account",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/secrets-read/properties/service-account/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err464];
}
else {
vErrors.push(err464);
}
errors++;
}
}
if(data188.secrets !== undefined){
let data191 = data188.secrets;
if(Array.isArray(data191)){
if(data191.length > 20){
const err465 = {instancePath:instancePath+"/access/eks/pods/secrets-read/secrets",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/secrets-read/properties/secrets/maxItems",keyword:"maxItems",params:{limit: 20},message:"must NOT have more than 20 items"};
if(vErrors === null){
vErrors = [err465];
}
else {
vErrors.push(err465);
}
errors++;
}
if(data191.length < 1){
const err466 = {instancePath:instancePath+"/access/eks/pods/secrets-read/secrets",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/secrets-read/properties/secrets/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err466];
}
else {
vErrors.push(err466);
}
errors++;
}
const len25 = data191.length;
for(let i34=0; i34<len25; i34++){
let data192 = data191[i34];
if(typeof data192 === "string"){
if(!pattern102.test(data192)){
const err467 = {instancePath:instancePath+"/access/eks/pods/secrets-read/secrets/" + i34,schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/secrets-read/properties/secrets/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9/_+=.@-]{1,512}$"},message:"must match pattern \""+"^[A-Za-z0-9/_+=.@-]{1,512}$"+"\""};
if(vErrors === null){
vErrors = [err467];
}
else {
vErrors.push(err467);
}
errors++;
}
}
else {
const err468 = {instancePath:instancePath+"/access/eks/pods/secrets-read/secrets/" + i34,schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/secrets-read/properties/secrets/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err468];
}
else {
vErrors.push(err468);
}
errors++;
}
}
let i35 = data191.length;
let j9;
if(i35 > 1){
const indices9 = {};
for(;i35--;){
let item9 = data191[i35];
if(typeof item9 !== "string"){
continue;
}
if(typeof indices9[item9] == "number"){
j9 = indices9[item9];
const err469 = {instancePath:instancePath+"/access/eks/pods/secrets-read/secrets",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/secrets-read/properties/secrets/uniqueItems",keyword:"uniqueItems",params:{i: i35, j: j9},message:"must NOT have duplicate items (items ## "+j9+" and "+i35+" are identical)"};
if(vErrors === null){
vErrors = [err469];
}
else {
vErrors.push(err469);
}
errors++;
break;
}
indices9[item9] = i35;
}
}
}
else {
const err470 = {instancePath:instancePath+"/access/eks/pods/secrets-read/secrets",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/secrets-read/properties/secrets/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err470];
}
else {
vErrors.push(err470);
}
errors++;
}
}
if(data188.keys !== undefined){
let data193 = data188.keys;
if(Array.isArray(data193)){
if(data193.length > 10){
const err471 = {instancePath:instancePath+"/access/eks/pods/secrets-read/keys",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/secrets-read/properties/keys/maxItems",keyword:"maxItems",params:{limit: 10},message:"must NOT have more than 10 items"};
if(vErrors === null){
vErrors = [err471];
}
else {
vErrors.push(err471);
}
errors++;
}
const len26 = data193.length;
for(let i36=0; i36<len26; i36++){
let data194 = data193[i36];
if(typeof data194 === "string"){
if(!pattern80.test(data194)){
const err472 = {instancePath:instancePath+"/access/eks/pods/secrets-read/keys/" + i36,schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/secrets-read/properties/keys/items/pattern",keyword:"pattern",params:{pattern: "^arn:aws(-us-gov|-cn)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$"},message:"must match pattern \""+"^arn:aws(-us-gov|-cn)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$"+"\""};
if(vErrors === null){
vErrors = [err472];
}
else {
vErrors.push(err472);
}
errors++;
}
}
else {
const err473 = {instancePath:instancePath+"/access/eks/pods/secrets-read/keys/" + i36,schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/secrets-read/properties/keys/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err473];
}
else {
vErrors.push(err473);
}
errors++;
}
}
}
else {
const err474 = {instancePath:instancePath+"/access/eks/pods/secrets-read/keys",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/secrets-read/properties/keys/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err474];
}
else {
vErrors.push(err474);
}
errors++;
}
}
}
else {
const err475 = {instancePath:instancePath+"/access/eks/pods/secrets-read",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/secrets-read/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err475];
}
else {
vErrors.push(err475);
}
errors++;
}
}
}
else {
const err476 = {instancePath:instancePath+"/access/eks/pods",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err476];
}
else {
vErrors.push(err476);
}
errors++;
}
}
}
else {
const err477 = {instancePath:instancePath+"/access/eks",schemaPath:"#/properties/access/properties/eks/anyOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err477];
}
else {
vErrors.push(err477);
}
errors++;
}
var _valid13 = _errs398 === errors;
valid86 = valid86 || _valid13;
}
if(!valid86){
const err478 = {instancePath:instancePath+"/access/eks",schemaPath:"#/properties/access/properties/eks/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err478];
}
else {
vErrors.push(err478);
}
errors++;
}
else {
errors = _errs396;
if(vErrors !== null){
if(_errs396){
vErrors.length = _errs396;
}
else {
vErrors = null;
}
}
}
}
if(data162.sagemaker !== undefined){
let data195 = data162.sagemaker;
const _errs465 = errors;
let valid111 = false;
const _errs466 = errors;
if(false !== data195){
const err479 = {instancePath:instancePath+"/access/sagemaker",schemaPath:"#/properties/access/properties/sagemaker/anyOf/0/const",keyword:"const",params:{allowedValue: false},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err479];
}
else {
vErrors.push(err479);
}
errors++;
}
var _valid14 = _errs466 === errors;
valid111 = valid111 || _valid14;
if(!valid111){
const _errs467 = errors;
if(data195 && typeof data195 == "object" && !Array.isArray(data195)){
for(const key33 in data195){
if(!(func2.call(schema11.properties.access.properties.sagemaker.anyOf[1].properties, key33))){
const err480 = {instancePath:instancePath+"/access/sagemaker",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key33},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err480];
}
else {
vErrors.push(err480);
}
errors++;
}
}
if(data195.profile !== undefined){
let data196 = data195.profile;
if(!((data196 === "least-privilege") || (data196 === "lab"))){
const err481 = {instancePath:instancePath+"/access/sagemaker/profile",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/profile/enum",keyword:"enum",params:{allowedValues: schema11.properties.access.properties.sagemaker.anyOf[1].properties.profile.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err481];
}
else {
vErrors.push(err481);
}
errors++;
}
}
if(data195["data-buckets"] !== undefined){
let data197 = data195["data-buckets"];
if(Array.isArray(data197)){
if(data197.length > 20){
const err482 = {instancePath:instancePath+"/access/sagemaker/data-buckets",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/data-buckets/maxItems",keyword:"maxItems",params:{limit: 20},message:"must NOT have more than 20 items"};
if(vErrors === null){
vErrors = [err482];
}
else {
vErrors.push(err482);
}
errors++;
}
const len27 = data197.length;
for(let i37=0; i37<len27; i37++){
let data198 = data197[i37];
if(typeof data198 === "string"){
if(!pattern8.test(data198)){
const err483 = {instancePath:instancePath+"/access/sagemaker/data-buckets/" + i37,schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/data-buckets/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$"},message:"must match pattern \""+"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$"+"\""};
if(vErrors === null){
vErrors = [err483];
}
else {
vErrors.push(err483);
}
errors++;
}
}
else {
const err484 = {instancePath:instancePath+"/access/sagemaker/data-buckets/" + i37,schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/data-buckets/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err484];
}
else {
vErrors.push(err484);
}
errors++;
}
}
}
else {
const err485 = {instancePath:instancePath+"/access/sagemaker/data-buckets",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/data-buckets/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err485];
}
else {
vErrors.push(err485);
}
errors++;
}
}
if(data195.prefixes !== undefined){
let data199 = data195.prefixes;
if(Array.isArray(data199)){
if(data199.length > 20){
const err486 = {instancePath:instancePath+"/access/sagemaker/prefixes",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/prefixes/maxItems",keyword:"maxItems",params:{limit: 20},message:"must NOT have more than 20 items"};
if(vErrors === null){
vErrors = [err486];
}
else {
vErrors.push(err486);
}
errors++;
}
if(data199.length < 1){
const err487 = {instancePath:instancePath+"/access/sagemaker/prefixes",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/prefixes/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err487];
}
else {
vErrors.push(err487);
}
errors++;
}
const len28 = data199.length;
for(let i38=0; i38<len28; i38++){
let data200 = data199[i38];
if(typeof data200 === "string"){
if(!pattern95.test(data200)){
const err488 = {instancePath:instancePath+"/access/sagemaker/prefixes/" + i38,schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/prefixes/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9!_.'()/-]{1,200}/$"},message:"must match pattern \""+"^[A-Za-z0-9!_.'()/-]{1,200}/$"+"\""};
if(vErrors === null){
vErrors = [err488];
}
else {
vErrors.push(err488);
}
errors++;
}
}
else {
const err489 = {instancePath:instancePath+"/access/sagemaker/prefixes/" + i38,schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/prefixes/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err489];
}
else {
vErrors.push(err489);
}
errors++;
}
}
}
else {
const err490 = {instancePath:instancePath+"/access/sagemaker/prefixes",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/prefixes/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err490];
}
else {
vErrors.push(err490);
}
errors++;
}
}
if(data195["read-prefixes"] !== undefined){
let data201 = data195["read-prefixes"];
if(Array.isArray(data201)){
if(data201.length > 20){
const err491 = {instancePath:instancePath+"/access/sagemaker/read-prefixes",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/read-prefixes/maxItems",keyword:"maxItems",params:{limit: 20},message:"must NOT have more than 20 items"};
if(vErrors === null){
vErrors = [err491];
}
else {
vErrors.push(err491);
}
errors++;
}
if(data201.length < 1){
const err492 = {instancePath:instancePath+"/access/sagemaker/read-prefixes",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/read-prefixes/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err492];
}
else {
vErrors.push(err492);
}
errors++;
}
const len29 = data201.length;
for(let i39=0; i39<len29; i39++){
let data202 = data201[i39];
if(typeof data202 === "string"){
if(!pattern95.test(data202)){
const err493 = {instancePath:instancePath+"/access/sagemaker/read-prefixes/" + i39,schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/read-prefixes/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9!_.'()/-]{1,200}/$"},message:"must match pattern \""+"^[A-Za-z0-9!_.'()/-]{1,200}/$"+"\""};
if(vErrors === null){
vErrors = [err493];
}
else {
vErrors.push(err493);
}
errors++;
}
}
else {
const err494 = {instancePath:instancePath+"/access/sagemaker/read-prefixes/" + i39,schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/read-prefixes/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err494];
}
else {
vErrors.push(err494);
}
errors++;
}
}
let i40 = data201.length;
let j10;
if(i40 > 1){
const indices10 = {};
for(;i40--;){
let item10 = data201[i40];
if(typeof item10 !== "string"){
continue;
}
if(typeof indices10[item10] == "number"){
j10 = indices10[item10];
const err495 = {instancePath:instancePath+"/access/sagemaker/read-prefixes",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/read-prefixes/uniqueItems",keyword:"uniqueItems",params:{i: i40, j: j10},message:"must NOT have duplicate items (items ## "+j10+" and "+i40+" are identical)"};
if(vErrors === null){
vErrors = [err495];
}
else {
vErrors.push(err495);
}
errors++;
break;
}
indices10[item10] = i40;
}
}
}
else {
const err496 = {instancePath:instancePath+"/access/sagemaker/read-prefixes",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/read-prefixes/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err496];
}
else {
vErrors.push(err496);
}
errors++;
}
}
if(data195.list !== undefined){
let data203 = data195.list;
if(!((data203 === "prefixes") || (data203 === "buckets"))){
const err497 = {instancePath:instancePath+"/access/sagemaker/list",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/list/enum",keyword:"enum",params:{allowedValues: schema11.properties.access.properties.sagemaker.anyOf[1].properties.list.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err497];
}
else {
vErrors.push(err497);
}
errors++;
}
}
if(data195.jobs !== undefined){
let data204 = data195.jobs;
if(Array.isArray(data204)){
if(data204.length > 7){
const err498 = {instancePath:instancePath+"/access/sagemaker/jobs",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/jobs/maxItems",keyword:"maxItems",params:{limit: 7},message:"must NOT have more than 7 items"};
if(vErrors === null){
vErrors = [err498];
}
else {
vErrors.push(err498);
}
errors++;
}
if(data204.length < 1){
const err499 = {instancePath:instancePath+"/access/sagemaker/jobs",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/jobs/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err499];
}
else {
vErrors.push(err499);
}
errors++;
}
const len30 = data204.length;
for(let i41=0; i41<len30; i41++){
let data205 = data204[i41];
if(typeof data205 === "string"){
if(!pattern107.test(data205)){
const err500 = {instancePath:instancePath+"/access/sagemaker/jobs/" + i41,schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/jobs/items/pattern",keyword:"pattern",params:{pattern: "^(training|processing|transform|tuning|pipelines|registry|hosting)$"},message:"must match pattern \""+"^(training|processing|transform|tuning|pipelines|registry|hosting)$"+"\""};
if(vErrors === null){
vErrors = [err500];
}
else {
vErrors.push(err500);
}
errors++;
}
}
else {
const err501 = {instancePath:instancePath+"/access/sagemaker/jobs/" + i41,schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/jobs/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err501];
}
else {
vErrors.push(err501);
}
errors++;
}
}
let i42 = data204.length;
let j11;
if(i42 > 1){
const indices11 = {};
for(;i42--;){
let item11 = data204[i42];
if(typeof item11 !== "string"){
continue;
}
if(typeof indices11[item11] == "number"){
j11 = indices11[item11];
const err502 = {instancePath:instancePath+"/access/sagemaker/jobs",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/jobs/uniqueItems",keyword:"uniqueItems",params:{i: i42, j: j11},message:"must NOT have duplicate items (items ## "+j11+" and "+i42+" are identical)"};
if(vErrors === null){
vErrors = [err502];
}
else {
vErrors.push(err502);
}
errors++;
break;
}
indices11[item11] = i42;
}
}
}
else {
const err503 = {instancePath:instancePath+"/access/sagemaker/jobs",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/jobs/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err503];
}
else {
vErrors.push(err503);
}
errors++;
}
}
if(data195.images !== undefined){
let data206 = data195.images;
if(Array.isArray(data206)){
if(data206.length > 20){
const err504 = {instancePath:instancePath+"/access/sagemaker/images",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/images/maxItems",keyword:"maxItems",params:{limit: 20},message:"must NOT have more than 20 items"};
if(vErrors === null){
vErrors = [err504];
}
else {
vErrors.push(err504);
}
errors++;
}
const len31 = data206.length;
for(let i43=0; i43<len31; i43++){
let data207 = data206[i43];
if(typeof data207 === "string"){
if(!pattern108.test(data207)){
const err505 = {instancePath:instancePath+"/access/sagemaker/images/" + i43,schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/images/items/pattern",keyword:"pattern",params:{pattern: "^arn:aws(-us-gov|-cn)?:ecr:[a-z0-9-]+:[0-9]{12}:repository/[a-z0-9._/*-]{1,256}$"},message:"must match pattern \""+"^arn:aws(-us-gov|-cn)?:ecr:[a-z0-9-]+:[0-9]{12}:repository/[a-z0-9._/*-]{1,256}$"+"\""};
if(vErrors === null){
vErrors = [err505];
}
else {
vErrors.push(err505);
}
errors++;
}
}
else {
const err506 = {instancePath:instancePath+"/access/sagemaker/images/" + i43,schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/images/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err506];
}
else {
vErrors.push(err506);
}
errors++;
}
}
let i44 = data206.length;
let j12;
if(i44 > 1){
const indices12 = {};
for(;i44--;){
let item12 = data206[i44];
if(typeof item12 !== "string"){
continue;
}
if(typeof indices12[item12] == "number"){
j12 = indices12[item12];
const err507 = {instancePath:instancePath+"/access/sagemaker/images",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/images/uniqueItems",keyword:"uniqueItems",params:{i: i44, j: j12},message:"must NOT have duplicate items (items ## "+j12+" and "+i44+" are identical)"};
if(vErrors === null){
vErrors = [err507];
}
else {
vErrors.push(err507);
}
errors++;
break;
}
indices12[item12] = i44;
}
}
}
else {
const err508 = {instancePath:instancePath+"/access/sagemaker/images",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/images/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err508];
}
else {
vErrors.push(err508);
}
errors++;
}
}
if(data195.repositories !== undefined){
let data208 = data195.repositories;
if(Array.isArray(data208)){
if(data208.length > 20){
const err509 = {instancePath:instancePath+"/access/sagemaker/repositories",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/repositories/maxItems",keyword:"maxItems",params:{limit: 20},message:"must NOT have more than 20 items"};
if(vErrors === null){
vErrors = [err509];
}
else {
vErrors.push(err509);
}
errors++;
}
const len32 = data208.length;
for(let i45=0; i45<len32; i45++){
let data209 = data208[i45];
if(typeof data209 === "string"){
if(!pattern61.test(data209)){
const err510 = {instancePath:instancePath+"/access/sagemaker/repositories/" + i45,schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/repositories/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(?:[._/-][a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(?:[._/-][a-z0-9]+)*$"+"\""};
if(vErrors === null){
vErrors = [err510];
}
else {
vErrors.push(err510);
}
errors++;
}
}
else {
const err511 = {instancePath:instancePath+"/access/sagemaker/repositories/" + i45,schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/repositories/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err511];
}
else {
vErrors.push(err511);
}
errors++;
}
}
}
else {
const err512 = {instancePath:instancePath+"/access/sagemaker/repositories",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/repositories/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err512];
}
else {
vErrors.push(err512);
}
errors++;
}
}
if(data195.keys !== undefined){
let data210 = data195.keys;
if(Array.isArray(data210)){
if(data210.length > 10){
const err513 = {instancePath:instancePath+"/access/sagemaker/keys",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/keys/maxItems",keyword:"maxItems",params:{limit: 10},message:"must NOT have more than 10 items"};
if(vErrors === null){
vErrors = [err513];
}
else {
vErrors.push(err513);
}
errors++;
}
const len33 = data210.length;
for(let i46=0; i46<len33; i46++){
let data211 = data210[i46];
if(typeof data211 === "string"){
if(!pattern80.test(data211)){
const err514 = {instancePath:instancePath+"/access/sagemaker/keys/" + i46,schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/keys/items/pattern",keyword:"pattern",params:{pattern: "^arn:aws(-us-gov|-cn)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$"},message:"must match pattern \""+"^arn:aws(-us-gov|-cn)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$"+"\""};
if(vErrors === null){
vErrors = [err514];
}
else {
vErrors.push(err514);
}
errors++;
}
}
else {
const err515 = {instancePath:instancePath+"/access/sagemaker/keys/" + i46,schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/keys/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err515];
}
else {
vErrors.push(err515);
}
errors++;
}
}
}
else {
const err516 = {instancePath:instancePath+"/access/sagemaker/keys",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/keys/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err516];
}
else {
vErrors.push(err516);
}
errors++;
}
}
if(data195.vpc !== undefined){
if(typeof data195.vpc !== "boolean"){
const err517 = {instancePath:instancePath+"/access/sagemaker/vpc",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/vpc/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err517];
}
else {
vErrors.push(err517);
}
errors++;
}
}
if(data195.gates !== undefined){
let data213 = data195.gates;
if(data213 && typeof data213 == "object" && !Array.isArray(data213)){
for(const key34 in data213){
if(!((((((((key34 === "network-isolation") || (key34 === "inter-container-encryption")) || (key34 === "subnets")) || (key34 === "security-groups")) || (key34 === "volume-key")) || (key34 === "output-key")) || (key34 === "instance-types")) || (key34 === "max-runtime-hours"))){
const err518 = {instancePath:instancePath+"/access/sagemaker/gates",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/gates/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key34},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err518];
}
else {
vErrors.push(err518);
}
errors++;
}
}
if(data213["network-isolation"] !== undefined){
if(typeof data213["network-isolation"] !== "boolean"){
const err519 = {instancePath:instancePath+"/access/sagemaker/gates/network-isolation",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/gates/properties/network-isolation/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err519];
}
else {
vErrors.push(err519);
}
errors++;
}
}
if(data213["inter-container-encryption"] !== undefined){
if(typeof data213["inter-container-encryption"] !== "boolean"){
const err520 = {instancePath:instancePath+"/access/sagemaker/gates/inter-container-encryption",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/gates/properties/inter-container-encryption/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err520];
}
else {
vErrors.push(err520);
}
errors++;
}
}
if(data213.subnets !== undefined){
let data216 = data213.subnets;
if(Array.isArray(data216)){
if(data216.length > 16){
const err521 = {instancePath:instancePath+"/access/sagemaker/gates/subnets",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/gates/properties/subnets/maxItems",keyword:"maxItems",params:{limit: 16},message:"must NOT have more than 16 items"};
if(vErrors === null){
vErrors = [err521];
}
else {
vErrors.push(err521);
}
errors++;
}
if(data216.length < 1){
const err522 = {instancePath:instancePath+"/access/sagemaker/gates/subnets",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/gates/properties/subnets/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err522];
}
else {
vErrors.push(err522);
}
errors++;
}
const len34 = data216.length;
for(let i47=0; i47<len34; i47++){
let data217 = data216[i47];
if(typeof data217 === "string"){
if(!pattern111.test(data217)){
const err523 = {instancePath:instancePath+"/access/sagemaker/gates/subnets/" + i47,schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/gates/properties/subnets/items/pattern",keyword:"pattern",params:{pattern: "^subnet-[0-9a-f]{8,17}$"},message:"must match pattern \""+"^subnet-[0-9a-f]{8,17}$"+"\""};
if(vErrors === null){
vErrors = [err523];
}
else {
vErrors.push(err523);
}
errors++;
}
}
else {
const err524 = {instancePath:instancePath+"/access/sagemaker/gates/subnets/" + i47,schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/gates/properties/subnets/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err524];
}
else {
vErrors.push(err524);
}
errors++;
}
}
let i48 = data216.length;
let j13;
if(i48 > 1){
const indices13 = {};
for(;i48--;){
let item13 = data216[i48];
if(typeof item13 !== "string"){
continue;
}
if(typeof indices13[item13] == "number"){
j13 = indices13[item13];
const err525 = {instancePath:instancePath+"/access/sagemaker/gates/subnets",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/gates/properties/subnets/uniqueItems",keyword:"uniqueItems",params:{i: i48, j: j13},message:"must NOT have duplicate items (items ## "+j13+" and "+i48+" are identical)"};
if(vErrors === null){
vErrors = [err525];
}
else {
vErrors.push(err525);
}
errors++;
break;
}
indices13[item13] = i48;
}
}
}
else {
const err526 = {instancePath:instancePath+"/access/sagemaker/gates/subnets",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/gates/properties/subnets/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err526];
}
else {
vErrors.push(err526);
}
errors++;
}
}
if(data213["security-groups"] !== undefined){
let data218 = data213["security-groups"];
if(Array.isArray(data218)){
if(data218.length > 5){
const err527 = {instancePath:instancePath+"/access/sagemaker/gates/security-groups",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/gates/properties/security-groups/maxItems",keyword:"maxItems",params:{limit: 5},message:"must NOT have more than 5 items"};
if(vErrors === null){
vErrors = [err527];
}
else {
vErrors.push(err527);
}
errors++;
}
if(data218.length < 1){
const err528 = {instancePath:instancePath+"/access/sagemaker/gates/security-groups",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/gates/properties/security-groups/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err528];
}
else {
vErrors.push(err528);
}
errors++;
}
const len35 = data218.length;
for(let i49=0; i49<len35; i49++){
let data219 = data218[i49];
if(typeof data219 === "string"){
if(!pattern112.test(data219)){
const err529 = {instancePath:instancePath+"/access/sagemaker/gates/security-groups/" + i49,schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/gates/properties/security-groups/items/pattern",keyword:"pattern",params:{pattern: "^sg-[0-9a-f]{8,17}$"},message:"must match pattern \""+"^sg-[0-9a-f]{8,17}$"+"\""};
if(vErrors === null){
vErrors = [err529];
}
else {
vErrors.push(err529);
}
errors++;
}
}
else {
const err530 = {instancePath:instancePath+"/access/sagemaker/gates/security-groups/" + i49,schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/gates/properties/security-groups/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err530];
}
else {
vErrors.push(err530);
}
errors++;
}
}
let i50 = data218.length;
let j14;
if(i50 > 1){
const indices14 = {};
for(;i50--;){
let item14 = data218[i50];
if(typeof item14 !== "string"){
continue;
}
if(typeof indices14[item14] == "number"){
j14 = indices14[item14];
const err531 = {instancePath:instancePath+"/access/sagemaker/gates/security-groups",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/gates/properties/security-groups/uniqueItems",keyword:"uniqueItems",params:{i: i50, j: j14},message:"must NOT have duplicate items (items ## "+j14+" and "+i50+" are identical)"};
if(vErrors === null){
vErrors = [err531];
}
else {
vErrors.push(err531);
}
errors++;
break;
}
indices14[item14] = i50;
}
}
}
else {
const err532 = {instancePath:instancePath+"/access/sagemaker/gates/security-groups",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/gates/properties/security-groups/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err532];
}
else {
vErrors.push(err532);
}
errors++;
}
}
if(data213["volume-key"] !== undefined){
let data220 = data213["volume-key"];
if(typeof data220 === "string"){
if(!pattern80.test(data220)){
const err533 = {instancePath:instancePath+"/access/sagemaker/gates/volume-key",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/gates/properties/volume-key/pattern",keyword:"pattern",params:{pattern: "^arn:aws(-us-gov|-cn)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$"},message:"must match pattern \""+"^arn:aws(-us-gov|-cn)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$"+"\""};
if(vErrors === null){
vErrors = [err533];
}
else {
vErrors.push(err533);
}
errors++;
}
}
else {
const err534 = {instancePath:instancePath+"/access/sagemaker/gates/volume-key",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/gates/properties/volume-key/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err534];
}
else {
vErrors.push(err534);
}
errors++;
}
}
if(data213["output-key"] !== undefined){
let data221 = data213["output-key"];
if(typeof data221 === "string"){
if(!pattern80.test(data221)){
const err535 = {instancePath:instancePath+"/access/sagemaker/gates/output-key",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/gates/properties/output-key/pattern",keyword:"pattern",params:{pattern: "^arn:aws(-us-gov|-cn)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$"},message:"must match pattern \""+"^arn:aws(-us-gov|-cn)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$"+"\""};
if(vErrors === null){
vErrors = [err535];
}
else {
vErrors.push(err535);
}
errors++;
}
}
else {
const err536 = {instancePath:instancePath+"/access/sagemaker/gates/output-key",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/gates/properties/output-key/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err536];
}
else {
vErrors.push(err536);
}
errors++;
}
}
if(data213["instance-types"] !== undefined){
let data222 = data213["instance-types"];
if(Array.isArray(data222)){
if(data222.length > 30){
const err537 = {instancePath:instancePath+"/access/sagemaker/gates/instance-types",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/gates/properties/instance-types/maxItems",keyword:"maxItems",params:{limit: 30},message:"must NOT have more than 30 items"};
if(vErrors === null){
vErrors = [err537];
}
else {
vErrors.push(err537);
}
errors++;
}
if(data222.length < 1){
const err538 = {instancePath:instancePath+"/access/sagemaker/gates/instance-types",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/gates/properties/instance-types/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err538];
}
else {
vErrors.push(err538);
}
errors++;
}
const len36 = data222.length;
for(let i51=0; i51<len36; i51++){
let data223 = data222[i51];
if(typeof data223 === "string"){
if(!pattern115.test(data223)){
const err539 = {instancePath:instancePath+"/access/sagemaker/gates/instance-types/" + i51,schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/gates/properties/instance-types/items/pattern",keyword:"pattern",params:{pattern: "^ml\\.[a-z0-9*-]+\\.[a-z0-9*]+$"},message:"must match pattern \""+"^ml\\.[a-z0-9*-]+\\.[a-z0-9*]+$"+"\""};
if(vErrors === null){
vErrors = [err539];
}
else {
vErrors.push(err539);
}
errors++;
}
}
else {
const err540 = {instancePath:instancePath+"/access/sagemaker/gates/instance-types/" + i51,schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/gates/properties/instance-types/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err540];
}
else {
vErrors.push(err540);
}
errors++;
}
}
let i52 = data222.length;
let j15;
if(i52 > 1){
const indices15 = {};
for(;i52--;){
let item15 = data222[i52];
if(typeof item15 !== "string"){
continue;
}
if(typeof indices15[item15] == "number"){
j15 = indices15[item15];
const err541 = {instancePath:instancePath+"/access/sagemaker/gates/instance-types",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/gates/properties/instance-types/uniqueItems",keyword:"uniqueItems",params:{i: i52, j: j15},message:"must NOT have duplicate items (items ## "+j15+" and "+i52+" are identical)"};
if(vErrors === null){
vErrors = [err541];
}
else {
vErrors.push(err541);
}
errors++;
break;
}
indices15[item15] = i52;
}
}
}
else {
const err542 = {instancePath:instancePath+"/access/sagemaker/gates/instance-types",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/gates/properties/instance-types/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err542];
}
else {
vErrors.push(err542);
}
errors++;
}
}
if(data213["max-runtime-hours"] !== undefined){
let data224 = data213["max-runtime-hours"];
if(!(((typeof data224 == "number") && (!(data224 % 1) && !isNaN(data224))) && (isFinite(data224)))){
const err543 = {instancePath:instancePath+"/access/sagemaker/gates/max-runtime-hours",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/gates/properties/max-runtime-hours/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err543];
}
else {
vErrors.push(err543);
}
errors++;
}
if((typeof data224 == "number") && (isFinite(data224))){
if(data224 > 672 || isNaN(data224)){
const err544 = {instancePath:instancePath+"/access/sagemaker/gates/max-runtime-hours",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/gates/properties/max-runtime-hours/maximum",keyword:"maximum",params:{comparison: "<=", limit: 672},message:"must be <= 672"};
if(vErrors === null){
vErrors = [err544];
}
else {
vErrors.push(err544);
}
errors++;
}
if(data224 < 1 || isNaN(data224)){
const err545 = {instancePath:instancePath+"/access/sagemaker/gates/max-runtime-hours",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/gates/properties/max-runtime-hours/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err545];
}
else {
vErrors.push(err545);
}
errors++;
}
}
}
}
else {
const err546 = {instancePath:instancePath+"/access/sagemaker/gates",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/gates/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err546];
}
else {
vErrors.push(err546);
}
errors++;
}
}
}
else {
const err547 = {instancePath:instancePath+"/access/sagemaker",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err547];
}
else {
vErrors.push(err547);
}
errors++;
}
var _valid14 = _errs467 === errors;
valid111 = valid111 || _valid14;
}
if(!valid111){
const err548 = {instancePath:instancePath+"/access/sagemaker",schemaPath:"#/properties/access/properties/sagemaker/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err548];
}
else {
vErrors.push(err548);
}
errors++;
}
else {
errors = _errs465;
if(vErrors !== null){
if(_errs465){
vErrors.length = _errs465;
}
else {
vErrors = null;
}
}
}
}
if(data162.ecr !== undefined){
let data225 = data162.ecr;
if(data225 && typeof data225 == "object" && !Array.isArray(data225)){
if(data225.repositories === undefined){
const err549 = {instancePath:instancePath+"/access/ecr",schemaPath:"#/properties/access/properties/ecr/required",keyword:"required",params:{missingProperty: "repositories"},message:"must have required property '"+"repositories"+"'"};
if(vErrors === null){
vErrors = [err549];
}
else {
vErrors.push(err549);
}
errors++;
}
for(const key35 in data225){
if(!((((key35 === "repositories") || (key35 === "tags")) || (key35 === "untagged-days")) || (key35 === "keep-images"))){
const err550 = {instancePath:instancePath+"/access/ecr",schemaPath:"#/properties/access/properties/ecr/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key35},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err550];
}
else {
vErrors.push(err550);
}
errors++;
}
}
if(data225.repositories !== undefined){
let data226 = data225.repositories;
if(Array.isArray(data226)){
if(data226.length > 50){
const err551 = {instancePath:instancePath+"/access/ecr/repositories",schemaPath:"#/properties/access/properties/ecr/properties/repositories/maxItems",keyword:"maxItems",params:{limit: 50},message:"must NOT have more than 50 items"};
if(vErrors === null){
vErrors = [err551];
}
else {
vErrors.push(err551);
}
errors++;
}
if(data226.length < 1){
const err552 = {instancePath:instancePath+"/access/ecr/repositories",schemaPath:"#/properties/access/properties/ecr/properties/repositories/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err552];
}
else {
vErrors.push(err552);
}
errors++;
}
const len37 = data226.length;
for(let i53=0; i53<len37; i53++){
let data227 = data226[i53];
const _errs533 = errors;
let valid143 = false;
const _errs534 = errors;
if(typeof data227 === "string"){
if(!pattern61.test(data227)){
const err553 = {instancePath:instancePath+"/access/ecr/repositories/" + i53,schemaPath:"#/properties/access/properties/ecr/properties/repositories/items/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(?:[._/-][a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(?:[._/-][a-z0-9]+)*$"+"\""};
if(vErrors === null){
vErrors = [err553];
}
else {
vErrors.push(err553);
}
errors++;
}
}
else {
const err554 = {instancePath:instancePath+"/access/ecr/repositories/" + i53,schemaPath:"#/properties/access/properties/ecr/properties/repositories/items/anyOf/0/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err554];
}
else {
vErrors.push(err554);
}
errors++;
}
var _valid15 = _errs534 === errors;
valid143 = valid143 || _valid15;
if(!valid143){
const _errs536 = errors;
if(data227 && typeof data227 == "object" && !Array.isArray(data227)){
if(data227.adopt === undefined){
const err555 = {instancePath:instancePath+"/access/ecr/repositories/" + i53,schemaPath:"#/properties/access/properties/ecr/properties/repositories/items/anyOf/1/required",keyword:"required",params:{missingProperty: "adopt"},message:"must have required property '"+"adopt"+"'"};
if(vErrors === null){
vErrors = [err555];
}
else {
vErrors.push(err555);
}
errors++;
}
for(const key36 in data227){
if(!(key36 === "adopt")){
const err556 = {instancePath:instancePath+"/access/ecr/repositories/" + i53,schemaPath:"#/properties/access/properties/ecr/properties/repositories/items/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key36},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err556];
}
else {
vErrors.push(err556);
}
errors++;
}
}
if(data227.adopt !== undefined){
let data228 = data227.adopt;
if(typeof data228 === "string"){
if(!pattern61.test(data228)){
const err557 = {instancePath:instancePath+"/access/ecr/repositories/" + i53+"/adopt",schemaPath:"#/properties/access/properties/ecr/properties/repositories/items/anyOf/1/properties/adopt/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(?:[._/-][a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(?:[._/-][a-z0-9]+)*$"+"\""};
if(vErrors === null){
vErrors = [err557];
}
else {
vErrors.push(err557);
}
errors++;
}
}
else {
const err558 = {instancePath:instancePath+"/access/ecr/repositories/" + i53+"/adopt",schemaPath:"#/properties/access/properties/ecr/properties/repositories/items/anyOf/1/properties/adopt/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err558];
}
else {
vErrors.push(err558);
}
errors++;
}
}
}
else {
const err559 = {instancePath:instancePath+"/access/ecr/repositories/" + i53,schemaPath:"#/properties/access/properties/ecr/properties/repositories/items/anyOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err559];
}
else {
vErrors.push(err559);
}
errors++;
}
var _valid15 = _errs536 === errors;
valid143 = valid143 || _valid15;
}
if(!valid143){
const err560 = {instancePath:instancePath+"/access/ecr/repositories/" + i53,schemaPath:"#/properties/access/properties/ecr/properties/repositories/items/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err560];
}
else {
vErrors.push(err560);
}
errors++;
}
else {
errors = _errs533;
if(vErrors !== null){
if(_errs533){
vErrors.length = _errs533;
}
else {
vErrors = null;
}
}
}
}
}
else {
const err561 = {instancePath:instancePath+"/access/ecr/repositories",schemaPath:"#/properties/access/properties/ecr/properties/repositories/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err561];
}
else {
vErrors.push(err561);
}
errors++;
}
}
if(data225.tags !== undefined){
let data229 = data225.tags;
if(!((data229 === "immutable") || (data229 === "mutable"))){
const err562 = {instancePath:instancePath+"/access/ecr/tags",schemaPath:"#/properties/access/properties/ecr/properties/tags/enum",keyword:"enum",params:{allowedValues: schema11.properties.access.properties.ecr.properties.tags.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err562];
}
else {
vErrors.push(err562);
}
errors++;
}
}
if(data225["untagged-days"] !== undefined){
let data230 = data225["untagged-days"];
if(!(((typeof data230 == "number") && (!(data230 % 1) && !isNaN(data230))) && (isFinite(data230)))){
const err563 = {instancePath:instancePath+"/access/ecr/untagged-days",schemaPath:"#/properties/access/properties/ecr/properties/untagged-days/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err563];
}
else {
vErrors.push(err563);
}
errors++;
}
if((typeof data230 == "number") && (isFinite(data230))){
if(data230 > 3650 || isNaN(data230)){
const err564 = {instancePath:instancePath+"/access/ecr/untagged-days",schemaPath:"#/properties/access/properties/ecr/properties/untagged-days/maximum",keyword:"maximum",params:{comparison: "<=", limit: 3650},message:"must be <= 3650"};
if(vErrors === null){
vErrors = [err564];
}
else {
vErrors.push(err564);
}
errors++;
}
if(data230 < 1 || isNaN(data230)){
const err565 = {instancePath:instancePath+"/access/ecr/untagged-days",schemaPath:"#/properties/access/properties/ecr/properties/untagged-days/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err565];
}
else {
vErrors.push(err565);
}
errors++;
}
}
}
if(data225["keep-images"] !== undefined){
let data231 = data225["keep-images"];
if(!(((typeof data231 == "number") && (!(data231 % 1) && !isNaN(data231))) && (isFinite(data231)))){
const err566 = {instancePath:instancePath+"/access/ecr/keep-images",schemaPath:"#/properties/access/properties/ecr/properties/keep-images/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err566];
}
else {
vErrors.push(err566);
}
errors++;
}
if((typeof data231 == "number") && (isFinite(data231))){
if(data231 > 10000 || isNaN(data231)){
const err567 = {instancePath:instancePath+"/access/ecr/keep-images",schemaPath:"#/properties/access/properties/ecr/properties/keep-images/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10000},message:"must be <= 10000"};
if(vErrors === null){
vErrors = [err567];
}
else {
vErrors.push(err567);
}
errors++;
}
if(data231 < 1 || isNaN(data231)){
const err568 = {instancePath:instancePath+"/access/ecr/keep-images",schemaPath:"#/properties/access/properties/ecr/properties/keep-images/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err568];
}
else {
vErrors.push(err568);
}
errors++;
}
}
}
}
else {
const err569 = {instancePath:instancePath+"/access/ecr",schemaPath:"#/properties/access/properties/ecr/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err569];
}
else {
vErrors.push(err569);
}
errors++;
}
}
if(data162["bucket-policies"] !== undefined){
let data232 = data162["bucket-policies"];
if(Array.isArray(data232)){
if(data232.length > 20){
const err570 = {instancePath:instancePath+"/access/bucket-policies",schemaPath:"#/properties/access/properties/bucket-policies/maxItems",keyword:"maxItems",params:{limit: 20},message:"must NOT have more than 20 items"};
if(vErrors === null){
vErrors = [err570];
}
else {
vErrors.push(err570);
}
errors++;
}
if(data232.length < 1){
const err571 = {instancePath:instancePath+"/access/bucket-policies",schemaPath:"#/properties/access/properties/bucket-policies/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err571];
}
else {
vErrors.push(err571);
}
errors++;
}
const len38 = data232.length;
for(let i54=0; i54<len38; i54++){
let data233 = data232[i54];
if(data233 && typeof data233 == "object" && !Array.isArray(data233)){
if(data233.bucket === undefined){
const err572 = {instancePath:instancePath+"/access/bucket-policies/" + i54,schemaPath:"#/properties/access/properties/bucket-policies/items/required",keyword:"required",params:{missingProperty: "bucket"},message:"must have required property '"+"bucket"+"'"};
if(vErrors === null){
vErrors = [err572];
}
else {
vErrors.push(err572);
}
errors++;
}
for(const key37 in data233){
if(!((key37 === "bucket") || (key37 === "key"))){
const err573 = {instancePath:instancePath+"/access/bucket-policies/" + i54,schemaPath:"#/properties/access/properties/bucket-policies/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key37},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err573];
}
else {
vErrors.push(err573);
}
errors++;
}
}
if(data233.bucket !== undefined){
let data234 = data233.bucket;
if(typeof data234 === "string"){
if(!pattern8.test(data234)){
const err574 = {instancePath:instancePath+"/access/bucket-policies/" + i54+"/bucket",schemaPath:"#/properties/access/properties/bucket-policies/items/properties/bucket/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$"},message:"must match pattern \""+"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$"+"\""};
if(vErrors === null){
vErrors = [err574];
}
else {
vErrors.push(err574);
}
errors++;
}
}
else {
const err575 = {instancePath:instancePath+"/access/bucket-policies/" + i54+"/bucket",schemaPath:"#/properties/access/properties/bucket-policies/items/properties/bucket/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err575];
}
else {
vErrors.push(err575);
}
errors++;
}
}
if(data233.key !== undefined){
let data235 = data233.key;
if(typeof data235 === "string"){
if(!pattern80.test(data235)){
const err576 = {instancePath:instancePath+"/access/bucket-policies/" + i54+"/key",schemaPath:"#/properties/access/properties/bucket-policies/items/properties/key/pattern",keyword:"pattern",params:{pattern: "^arn:aws(-us-gov|-cn)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$"},message:"must match pattern \""+"^arn:aws(-us-gov|-cn)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$"+"\""};
if(vErrors === null){
vErrors = [err576];
}
else {
vErrors.push(err576);
}
errors++;
}
}
else {
const err577 = {instancePath:instancePath+"/access/bucket-policies/" + i54+"/key",schemaPath:"#/properties/access/properties/bucket-policies/items/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err577];
}
else {
vErrors.push(err577);
}
errors++;
}
}
}
else {
const err578 = {instancePath:instancePath+"/access/bucket-policies/" + i54,schemaPath:"#/properties/access/properties/bucket-policies/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err578];
}
else {
vErrors.push(err578);
}
errors++;
}
}
}
else {
const err579 = {instancePath:instancePath+"/access/bucket-policies",schemaPath:"#/properties/access/properties/bucket-policies/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err579];
}
else {
vErrors.push(err579);
}
errors++;
}
}
if(data162.replica !== undefined){
let data236 = data162.replica;
if(data236 && typeof data236 == "object" && !Array.isArray(data236)){
if(data236.bucket === undefined){
const err580 = {instancePath:instancePath+"/access/replica",schemaPath:"#/properties/access/properties/replica/required",keyword:"required",params:{missingProperty: "bucket"},message:"must have required property '"+"bucket"+"'"};
if(vErrors === null){
vErrors = [err580];
}
else {
vErrors.push(err580);
}
errors++;
}
if(data236.region === undefined){
const err581 = {instancePath:instancePath+"/access/replica",schemaPath:"#/properties/access/properties/replica/required",keyword:"required",params:{missingProperty: "region"},message:"must have required property '"+"region"+"'"};
if(vErrors === null){
vErrors = [err581];
}
else {
vErrors.push(err581);
}
errors++;
}
for(const key38 in data236){
if(!((((key38 === "bucket") || (key38 === "region")) || (key38 === "prefixes")) || (key38 === "source-key"))){
const err582 = {instancePath:instancePath+"/access/replica",schemaPath:"#/properties/access/properties/replica/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key38},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err582];
}
else {
vErrors.push(err582);
}
errors++;
}
}
if(data236.bucket !== undefined){
let data237 = data236.bucket;
if(typeof data237 === "string"){
if(!pattern8.test(data237)){
const err583 = {instancePath:instancePath+"/access/replica/bucket",schemaPath:"#/properties/access/properties/replica/properties/bucket/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$"},message:"must match pattern \""+"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$"+"\""};
if(vErrors === null){
vErrors = [err583];
}
else {
vErrors.push(err583);
}
errors++;
}
}
else {
const err584 = {instancePath:instancePath+"/access/replica/bucket",schemaPath:"#/properties/access/properties/replica/properties/bucket/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err584];
}
else {
vErrors.push(err584);
}
errors++;
}
}
if(data236.region !== undefined){
if(typeof data236.region !== "string"){
const err585 = {instancePath:instancePath+"/access/replica/region",schemaPath:"#/properties/access/properties/replica/properties/region/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err585];
}
else {
vErrors.push(err585);
}
errors++;
}
}
if(data236.prefixes !== undefined){
let data239 = data236.prefixes;
if(Array.isArray(data239)){
if(data239.length > 10){
const err586 = {instancePath:instancePath+"/access/replica/prefixes",schemaPath:"#/properties/access/properties/replica/properties/prefixes/maxItems",keyword:"maxItems",params:{limit: 10},message:"must NOT have more than 10 items"};
if(vErrors === null){
vErrors = [err586];
}
else {
vErrors.push(err586);
}
errors++;
}
if(data239.length < 1){
const err587 = {instancePath:instancePath+"/access/replica/prefixes",schemaPath:"#/properties/access/properties/replica/properties/prefixes/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err587];
}
else {
vErrors.push(err587);
}
errors++;
}
const len39 = data239.length;
for(let i55=0; i55<len39; i55++){
let data240 = data239[i55];
if(typeof data240 === "string"){
if(!pattern95.test(data240)){
const err588 = {instancePath:instancePath+"/access/replica/prefixes/" + i55,schemaPath:"#/properties/access/properties/replica/properties/prefixes/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9!_.'()/-]{1,200}/$"},message:"must match pattern \""+"^[A-Za-z0-9!_.'()/-]{1,200}/$"+"\""};
if(vErrors === null){
vErrors = [err588];
}
else {
vErrors.push(err588);
}
errors++;
}
}
else {
const err589 = {instancePath:instancePath+"/access/replica/prefixes/" + i55,schemaPath:"#/properties/access/properties/replica/properties/prefixes/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err589];
}
else {
vErrors.push(err589);
}
errors++;
}
}
let i56 = data239.length;
let j16;
if(i56 > 1){
const indices16 = {};
for(;i56--;){
let item16 = data239[i56];
if(typeof item16 !== "string"){
continue;
}
if(typeof indices16[item16] == "number"){
j16 = indices16[item16];
const err590 = {instancePath:instancePath+"/access/replica/prefixes",schemaPath:"#/properties/access/properties/replica/properties/prefixes/uniqueItems",keyword:"uniqueItems",params:{i: i56, j: j16},message:"must NOT have duplicate items (items ## "+j16+" and "+i56+" are identical)"};
if(vErrors === null){
vErrors = [err590];
}
else {
vErrors.push(err590);
}
errors++;
break;
}
indices16[item16] = i56;
}
}
}
else {
const err591 = {instancePath:instancePath+"/access/replica/prefixes",schemaPath:"#/properties/access/properties/replica/properties/prefixes/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err591];
}
else {
vErrors.push(err591);
}
errors++;
}
}
if(data236["source-key"] !== undefined){
let data241 = data236["source-key"];
if(typeof data241 === "string"){
if(!pattern80.test(data241)){
const err592 = {instancePath:instancePath+"/access/replica/source-key",schemaPath:"#/properties/access/properties/replica/properties/source-key/pattern",keyword:"pattern",params:{pattern: "^arn:aws(-us-gov|-cn)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$"},message:"must match pattern \""+"^arn:aws(-us-gov|-cn)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$"+"\""};
if(vErrors === null){
vErrors = [err592];
}
else {
vErrors.push(err592);
}
errors++;
}
}
else {
const err593 = {instancePath:instancePath+"/access/replica/source-key",schemaPath:"#/properties/access/properties/replica/properties/source-key/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err593];
}
else {
vErrors.push(err593);
}
errors++;
}
}
}
else {
const err594 = {instancePath:instancePath+"/access/replica",schemaPath:"#/properties/access/properties/replica/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err594];
}
else {
vErrors.push(err594);
}
errors++;
}
}
}
else {
const err595 = {instancePath:instancePath+"/access",schemaPath:"#/properties/access/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err595];
}
else {
vErrors.push(err595);
}
errors++;
}
}
if(data["access-matrix"] !== undefined){
let data242 = data["access-matrix"];
const _errs569 = errors;
let valid152 = false;
const _errs570 = errors;
if(typeof data242 === "string"){
if(!pattern123.test(data242)){
const err596 = {instancePath:instancePath+"/access-matrix",schemaPath:"#/properties/access-matrix/anyOf/0/pattern",keyword:"pattern",params:{pattern: "\\.ya?ml$"},message:"must match pattern \""+"\\.ya?ml$"+"\""};
if(vErrors === null){
vErrors = [err596];
}
else {
vErrors.push(err596);
}
errors++;
}
}
else {
const err597 = {instancePath:instancePath+"/access-matrix",schemaPath:"#/properties/access-matrix/anyOf/0/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err597];
}
else {
vErrors.push(err597);
}
errors++;
}
var _valid16 = _errs570 === errors;
valid152 = valid152 || _valid16;
if(!valid152){
const _errs572 = errors;
if(Array.isArray(data242)){
if(data242.length > 200){
const err598 = {instancePath:instancePath+"/access-matrix",schemaPath:"#/properties/access-matrix/anyOf/1/maxItems",keyword:"maxItems",params:{limit: 200},message:"must NOT have more than 200 items"};
if(vErrors === null){
vErrors = [err598];
}
else {
vErrors.push(err598);
}
errors++;
}
const len40 = data242.length;
for(let i57=0; i57<len40; i57++){
let data243 = data242[i57];
if(data243 && typeof data243 == "object" && !Array.isArray(data243)){
if(data243.who === undefined){
const err599 = {instancePath:instancePath+"/access-matrix/" + i57,schemaPath:"#/properties/access-matrix/anyOf/1/items/required",keyword:"required",params:{missingProperty: "who"},message:"must have required property '"+"who"+"'"};
if(vErrors === null){
vErrors = [err599];
}
else {
vErrors.push(err599);
}
errors++;
}
for(const key39 in data243){
if(!(((((((key39 === "who") || (key39 === "can")) || (key39 === "cannot")) || (key39 === "on")) || (key39 === "except")) || (key39 === "when")) || (key39 === "why"))){
const err600 = {instancePath:instancePath+"/access-matrix/" + i57,schemaPath:"#/properties/access-matrix/anyOf/1/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key39},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err600];
}
else {
vErrors.push(err600);
}
errors++;
}
}
if(data243.who !== undefined){
let data244 = data243.who;
const _errs578 = errors;
let valid156 = false;
const _errs579 = errors;
if(typeof data244 === "string"){
if(!pattern124.test(data244)){
const err601 = {instancePath:instancePath+"/access-matrix/" + i57+"/who",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/who/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^[\\w+=,.@-]{1,64}$"},message:"must match pattern \""+"^[\\w+=,.@-]{1,64}$"+"\""};
if(vErrors === null){
vErrors = [err601];
}
else {
vErrors.push(err601);
}
errors++;
}
}
else {
const err602 = {instancePath:instancePath+"/access-matrix/" + i57+"/who",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/who/anyOf/0/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err602];
}
else {
vErrors.push(err602);
}
errors++;
}
var _valid17 = _errs579 === errors;
valid156 = valid156 || _valid17;
if(!valid156){
const _errs581 = errors;
if(data244 && typeof data244 == "object" && !Array.isArray(data244)){
if(data244.repository === undefined){
const err603 = {instancePath:instancePath+"/access-matrix/" + i57+"/who",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/who/anyOf/1/required",keyword:"required",params:{missingProperty: "repository"},message:"must have required property '"+"repository"+"'"};
if(vErrors === null){
vErrors = [err603];
}
else {
vErrors.push(err603);
}
errors++;
}
for(const key40 in data244){
if(!(((((((key40 === "repository") || (key40 === "owner-id")) || (key40 === "repository-id")) || (key40 === "branch")) || (key40 === "tag")) || (key40 === "environment")) || (key40 === "pull-request"))){
const err604 = {instancePath:instancePath+"/access-matrix/" + i57+"/who",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/who/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key40},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err604];
}
else {
vErrors.push(err604);
}
errors++;
}
}
if(data244.repository !== undefined){
let data245 = data244.repository;
if(typeof data245 === "string"){
if(!pattern125.test(data245)){
const err605 = {instancePath:instancePath+"/access-matrix/" + i57+"/who/repository",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/who/anyOf/1/properties/repository/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9-]+/[A-Za-z0-9._-]+$"},message:"must match pattern \""+"^[A-Za-z0-9-]+/[A-Za-z0-9._-]+$"+"\""};
if(vErrors === null){
vErrors = [err605];
}
else {
vErrors.push(err605);
}
errors++;
}
}
else {
const err606 = {instancePath:instancePath+"/access-matrix/" + i57+"/who/repository",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/who/anyOf/1/properties/repository/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err606];
}
else {
vErrors.push(err606);
}
errors++;
}
}
if(data244["owner-id"] !== undefined){
let data246 = data244["owner-id"];
if(typeof data246 === "string"){
if(!pattern51.test(data246)){
const err607 = {instancePath:instancePath+"/access-matrix/" + i57+"/who/owner-id",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/who/anyOf/1/properties/owner-id/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,20}$"},message:"must match pattern \""+"^[0-9]{1,20}$"+"\""};
if(vErrors === null){
vErrors = [err607];
}
else {
vErrors.push(err607);
}
errors++;
}
}
else {
const err608 = {instancePath:instancePath+"/access-matrix/" + i57+"/who/owner-id",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/who/anyOf/1/properties/owner-id/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err608];
}
else {
vErrors.push(err608);
}
errors++;
}
}
if(data244["repository-id"] !== undefined){
let data247 = data244["repository-id"];
if(typeof data247 === "string"){
if(!pattern51.test(data247)){
const err609 = {instancePath:instancePath+"/access-matrix/" + i57+"/who/repository-id",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/who/anyOf/1/properties/repository-id/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,20}$"},message:"must match pattern \""+"^[0-9]{1,20}$"+"\""};
if(vErrors === null){
vErrors = [err609];
}
else {
vErrors.push(err609);
}
errors++;
}
}
else {
const err610 = {instancePath:instancePath+"/access-matrix/" + i57+"/who/repository-id",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/who/anyOf/1/properties/repository-id/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err610];
}
else {
vErrors.push(err610);
}
errors++;
}
}
if(data244.branch !== undefined){
let data248 = data244.branch;
if(typeof data248 === "string"){
if(!pattern128.test(data248)){
const err611 = {instancePath:instancePath+"/access-matrix/" + i57+"/who/branch",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/who/anyOf/1/properties/branch/pattern",keyword:"pattern",params:{pattern: "^\\S{1,200}$"},message:"must match pattern \""+"^\\S{1,200}$"+"\""};
if(vErrors === null){
vErrors = [err611];
}
else {
vErrors.push(err611);
}
errors++;
}
}
else {
const err612 = {instancePath:instancePath+"/access-matrix/" + i57+"/who/branch",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/who/anyOf/1/properties/branch/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err612];
}
else {
vErrors.push(err612);
}
errors++;
}
}
if(data244.tag !== undefined){
let data249 = data244.tag;
if(typeof data249 === "string"){
if(!pattern128.test(data249)){
const err613 = {instancePath:instancePath+"/access-matrix/" + i57+"/who/tag",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/who/anyOf/1/properties/tag/pattern",keyword:"pattern",params:{pattern: "^\\S{1,200}$"},message:"must match pattern \""+"^\\S{1,200}$"+"\""};
if(vErrors === null){
vErrors = [err613];
}
else {
vErrors.push(err613);
}
errors++;
}
}
else {
const err614 = {instancePath:instancePath+"/access-matrix/" + i57+"/who/tag",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/who/anyOf/1/properties/tag/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err614];
}
else {
vErrors.push(err614);
}
errors++;
}
}
if(data244.environment !== undefined){
let data250 = data244.environment;
if(typeof data250 === "string"){
if(!pattern128.test(data250)){
const err615 = {instancePath:instancePath+"/access-matrix/" + i57+"/who/environment",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/who/anyOf/1/properties/environment/pattern",keyword:"pattern",params:{pattern: "^\\S{1,200}$"},message:"must match pattern \""+"^\\S{1,200}$"+"\""};
if(vErrors === null){
vErrors = [err615];
}
else {
vErrors.push(err615);
}
errors++;
}
}
else {
const err616 = {instancePath:instancePath+"/access-matrix/" + i57+"/who/environment",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/who/anyOf/1/properties/environment/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err616];
}
else {
vErrors.push(err616);
}
errors++;
}
}
if(data244["pull-request"] !== undefined){
if(true !== data244["pull-request"]){
const err617 = {instancePath:instancePath+"/access-matrix/" + i57+"/who/pull-request",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/who/anyOf/1/properties/pull-request/const",keyword:"const",params:{allowedValue: true},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err617];
}
else {
vErrors.push(err617);
}
errors++;
}
}
}
else {
const err618 = {instancePath:instancePath+"/access-matrix/" + i57+"/who",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/who/anyOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err618];
}
else {
vErrors.push(err618);
}
errors++;
}
var _valid17 = _errs581 === errors;
valid156 = valid156 || _valid17;
}
if(!valid156){
const err619 = {instancePath:instancePath+"/access-matrix/" + i57+"/who",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/who/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err619];
}
else {
vErrors.push(err619);
}
errors++;
}
else {
errors = _errs578;
if(vErrors !== null){
if(_errs578){
vErrors.length = _errs578;
}
else {
vErrors = null;
}
}
}
}
if(data243.can !== undefined){
let data252 = data243.can;
const _errs598 = errors;
let valid158 = false;
const _errs599 = errors;
if(typeof data252 === "string"){
if(!pattern131.test(data252)){
const err620 = {instancePath:instancePath+"/access-matrix/" + i57+"/can",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/can/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^(write|\\*|[A-Za-z0-9-]+:[A-Za-z0-9*?]+)$"},message:"must match pattern \""+"^(write|\\*|[A-Za-z0-9-]+:[A-Za-z0-9*?]+)$"+"\""};
if(vErrors === null){
vErrors = [err620];
}
else {
vErrors.push(err620);
}
errors++;
}
}
else {
const err621 = {instancePath:instancePath+"/access-matrix/" + i57+"/can",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/can/anyOf/0/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err621];
}
else {
vErrors.push(err621);
}
errors++;
}
var _valid18 = _errs599 === errors;
valid158 = valid158 || _valid18;
if(!valid158){
const _errs601 = errors;
if(Array.isArray(data252)){
if(data252.length > 100){
const err622 = {instancePath:instancePath+"/access-matrix/" + i57+"/can",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/can/anyOf/1/maxItems",keyword:"maxItems",params:{limit: 100},message:"must NOT have more than 100 items"};
if(vErrors === null){
vErrors = [err622];
}
else {
vErrors.push(err622);
}
errors++;
}
if(data252.length < 1){
const err623 = {instancePath:instancePath+"/access-matrix/" + i57+"/can",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/can/anyOf/1/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err623];
}
else {
vErrors.push(err623);
}
errors++;
}
const len41 = data252.length;
for(let i58=0; i58<len41; i58++){
let data253 = data252[i58];
if(typeof data253 === "string"){
if(!pattern131.test(data253)){
const err624 = {instancePath:instancePath+"/access-matrix/" + i57+"/can/" + i58,schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/can/anyOf/1/items/pattern",keyword:"pattern",params:{pattern: "^(write|\\*|[A-Za-z0-9-]+:[A-Za-z0-9*?]+)$"},message:"must match pattern \""+"^(write|\\*|[A-Za-z0-9-]+:[A-Za-z0-9*?]+)$"+"\""};
if(vErrors === null){
vErrors = [err624];
}
else {
vErrors.push(err624);
}
errors++;
}
}
else {
const err625 = {instancePath:instancePath+"/access-matrix/" + i57+"/can/" + i58,schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/can/anyOf/1/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err625];
}
else {
vErrors.push(err625);
}
errors++;
}
}
}
else {
const err626 = {instancePath:instancePath+"/access-matrix/" + i57+"/can",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/can/anyOf/1/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err626];
}
else {
vErrors.push(err626);
}
errors++;
}
var _valid18 = _errs601 === errors;
valid158 = valid158 || _valid18;
}
if(!valid158){
const err627 = {instancePath:instancePath+"/access-matrix/" + i57+"/can",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/can/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err627];
}
else {
vErrors.push(err627);
}
errors++;
}
else {
errors = _errs598;
if(vErrors !== null){
if(_errs598){
vErrors.length = _errs598;
}
else {
vErrors = null;
}
}
}
}
if(data243.cannot !== undefined){
let data254 = data243.cannot;
const _errs606 = errors;
let valid161 = false;
const _errs607 = errors;
if(typeof data254 === "string"){
if(!pattern131.test(data254)){
const err628 = {instancePath:instancePath+"/access-matrix/" + i57+"/cannot",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/cannot/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^(write|\\*|[A-Za-z0-9-]+:[A-Za-z0-9*?]+)$"},message:"must match pattern \""+"^(write|\\*|[A-Za-z0-9-]+:[A-Za-z0-9*?]+)$"+"\""};
if(vErrors === null){
vErrors = [err628];
}
else {
vErrors.push(err628);
}
errors++;
}
}
else {
const err629 = {instancePath:instancePath+"/access-matrix/" + i57+"/cannot",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/cannot/anyOf/0/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err629];
}
else {
vErrors.push(err629);
}
errors++;
}
var _valid19 = _errs607 === errors;
valid161 = valid161 || _valid19;
if(!valid161){
const _errs609 = errors;
if(Array.isArray(data254)){
if(data254.length > 100){
const err630 = {instancePath:instancePath+"/access-matrix/" + i57+"/cannot",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/cannot/anyOf/1/maxItems",keyword:"maxItems",params:{limit: 100},message:"must NOT have more than 100 items"};
if(vErrors === null){
vErrors = [err630];
}
else {
vErrors.push(err630);
}
errors++;
}
if(data254.length < 1){
const err631 = {instancePath:instancePath+"/access-matrix/" + i57+"/cannot",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/cannot/anyOf/1/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err631];
}
else {
vErrors.push(err631);
}
errors++;
}
const len42 = data254.length;
for(let i59=0; i59<len42; i59++){
let data255 = data254[i59];
if(typeof data255 === "string"){
if(!pattern131.test(data255)){
const err632 = {instancePath:instancePath+"/access-matrix/" + i57+"/cannot/" + i59,schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/cannot/anyOf/1/items/pattern",keyword:"pattern",params:{pattern: "^(write|\\*|[A-Za-z0-9-]+:[A-Za-z0-9*?]+)$"},message:"must match pattern \""+"^(write|\\*|[A-Za-z0-9-]+:[A-Za-z0-9*?]+)$"+"\""};
if(vErrors === null){
vErrors = [err632];
}
else {
vErrors.push(err632);
}
errors++;
}
}
else {
const err633 = {instancePath:instancePath+"/access-matrix/" + i57+"/cannot/" + i59,schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/cannot/anyOf/1/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err633];
}
else {
vErrors.push(err633);
}
errors++;
}
}
}
else {
const err634 = {instancePath:instancePath+"/access-matrix/" + i57+"/cannot",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/cannot/anyOf/1/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err634];
}
else {
vErrors.push(err634);
}
errors++;
}
var _valid19 = _errs609 === errors;
valid161 = valid161 || _valid19;
}
if(!valid161){
const err635 = {instancePath:instancePath+"/access-matrix/" + i57+"/cannot",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/cannot/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err635];
}
else {
vErrors.push(err635);
}
errors++;
}
else {
errors = _errs606;
if(vErrors !== null){
if(_errs606){
vErrors.length = _errs606;
}
else {
vErrors = null;
}
}
}
}
if(data243.on !== undefined){
let data256 = data243.on;
const _errs614 = errors;
let valid164 = false;
const _errs615 = errors;
if(typeof data256 === "string"){
if(!pattern135.test(data256)){
const err636 = {instancePath:instancePath+"/access-matrix/" + i57+"/on",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/on/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^(\\*|arn:\\S{1,2000}|[a-z][a-z-]{1,40})$"},message:"must match pattern \""+"^(\\*|arn:\\S{1,2000}|[a-z][a-z-]{1,40})$"+"\""};
if(vErrors === null){
vErrors = [err636];
}
else {
vErrors.push(err636);
}
errors++;
}
}
else {
const err637 = {instancePath:instancePath+"/access-matrix/" + i57+"/on",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/on/anyOf/0/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err637];
}
else {
vErrors.push(err637);
}
errors++;
}
var _valid20 = _errs615 === errors;
valid164 = valid164 || _valid20;
if(!valid164){
const _errs617 = errors;
if(Array.isArray(data256)){
if(data256.length > 100){
const err638 = {instancePath:instancePath+"/access-matrix/" + i57+"/on",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/on/anyOf/1/maxItems",keyword:"maxItems",params:{limit: 100},message:"must NOT have more than 100 items"};
if(vErrors === null){
vErrors = [err638];
}
else {
vErrors.push(err638);
}
errors++;
}
if(data256.length < 1){
const err639 = {instancePath:instancePath+"/access-matrix/" + i57+"/on",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/on/anyOf/1/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err639];
}
else {
vErrors.push(err639);
}
errors++;
}
const len43 = data256.length;
for(let i60=0; i60<len43; i60++){
let data257 = data256[i60];
if(typeof data257 === "string"){
if(!pattern135.test(data257)){
const err640 = {instancePath:instancePath+"/access-matrix/" + i57+"/on/" + i60,schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/on/anyOf/1/items/pattern",keyword:"pattern",params:{pattern: "^(\\*|arn:\\S{1,2000}|[a-z][a-z-]{1,40})$"},message:"must match pattern \""+"^(\\*|arn:\\S{1,2000}|[a-z][a-z-]{1,40})$"+"\""};
if(vErrors === null){
vErrors = [err640];
}
else {
vErrors.push(err640);
}
errors++;
}
}
else {
const err641 = {instancePath:instancePath+"/access-matrix/" + i57+"/on/" + i60,schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/on/anyOf/1/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err641];
}
else {
vErrors.push(err641);
}
errors++;
}
}
}
else {
const err642 = {instancePath:instancePath+"/access-matrix/" + i57+"/on",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/on/anyOf/1/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err642];
}
else {
vErrors.push(err642);
}
errors++;
}
var _valid20 = _errs617 === errors;
valid164 = valid164 || _valid20;
}
if(!valid164){
const err643 = {instancePath:instancePath+"/access-matrix/" + i57+"/on",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/on/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err643];
}
else {
vErrors.push(err643);
}
errors++;
}
else {
errors = _errs614;
if(vErrors !== null){
if(_errs614){
vErrors.length = _errs614;
}
else {
vErrors = null;
}
}
}
}
if(data243.except !== undefined){
let data258 = data243.except;
const _errs622 = errors;
let valid167 = false;
const _errs623 = errors;
if(typeof data258 === "string"){
if(!pattern135.test(data258)){
const err644 = {instancePath:instancePath+"/access-matrix/" + i57+"/except",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/except/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^(\\*|arn:\\S{1,2000}|[a-z][a-z-]{1,40})$"},message:"must match pattern \""+"^(\\*|arn:\\S{1,2000}|[a-z][a-z-]{1,40})$"+"\""};
if(vErrors === null){
vErrors = [err644];
}
else {
vErrors.push(err644);
}
errors++;
}
}
else {
const err645 = {instancePath:instancePath+"/access-matrix/" + i57+"/except",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/except/anyOf/0/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err645];
}
else {
vErrors.push(err645);
}
errors++;
}
var _valid21 = _errs623 === errors;
valid167 = valid167 || _valid21;
if(!valid167){
const _errs625 = errors;
if(Array.isArray(data258)){
if(data258.length > 100){
const err646 = {instancePath:instancePath+"/access-matrix/" + i57+"/except",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/except/anyOf/1/maxItems",keyword:"maxItems",params:{limit: 100},message:"must NOT have more than 100 items"};
if(vErrors === null){
vErrors = [err646];
}
else {
vErrors.push(err646);
}
errors++;
}
if(data258.length < 1){
const err647 = {instancePath:instancePath+"/access-matrix/" + i57+"/except",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/except/anyOf/1/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err647];
}
else {
vErrors.push(err647);
}
errors++;
}
const len44 = data258.length;
for(let i61=0; i61<len44; i61++){
let data259 = data258[i61];
if(typeof data259 === "string"){
if(!pattern135.test(data259)){
const err648 = {instancePath:instancePath+"/access-matrix/" + i57+"/except/" + i61,schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/except/anyOf/1/items/pattern",keyword:"pattern",params:{pattern: "^(\\*|arn:\\S{1,2000}|[a-z][a-z-]{1,40})$"},message:"must match pattern \""+"^(\\*|arn:\\S{1,2000}|[a-z][a-z-]{1,40})$"+"\""};
if(vErrors === null){
vErrors = [err648];
}
else {
vErrors.push(err648);
}
errors++;
}
}
else {
const err649 = {instancePath:instancePath+"/access-matrix/" + i57+"/except/" + i61,schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/except/anyOf/1/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err649];
}
else {
vErrors.push(err649);
}
errors++;
}
}
}
else {
const err650 = {instancePath:instancePath+"/access-matrix/" + i57+"/except",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/except/anyOf/1/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err650];
}
else {
vErrors.push(err650);
}
errors++;
}
var _valid21 = _errs625 === errors;
valid167 = valid167 || _valid21;
}
if(!valid167){
const err651 = {instancePath:instancePath+"/access-matrix/" + i57+"/except",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/except/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err651];
}
else {
vErrors.push(err651);
}
errors++;
}
else {
errors = _errs622;
if(vErrors !== null){
if(_errs622){
vErrors.length = _errs622;
}
else {
vErrors = null;
}
}
}
}
if(data243.when !== undefined){
let data260 = data243.when;
if(data260 && typeof data260 == "object" && !Array.isArray(data260)){
if(Object.keys(data260).length > 20){
const err652 = {instancePath:instancePath+"/access-matrix/" + i57+"/when",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/when/maxProperties",keyword:"maxProperties",params:{limit: 20},message:"must NOT have more than 20 properties"};
if(vErrors === null){
vErrors = [err652];
}
else {
vErrors.push(err652);
}
errors++;
}
for(const key41 in data260){
let data261 = data260[key41];
const _errs633 = errors;
let valid171 = false;
const _errs634 = errors;
if(data261 !== null){
const err653 = {instancePath:instancePath+"/access-matrix/" + i57+"/when/" + key41.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/when/additionalProperties/anyOf/0/type",keyword:"type",params:{type: "null"},message:"must be null"};
if(vErrors === null){
vErrors = [err653];
}
else {
vErrors.push(err653);
}
errors++;
}
var _valid22 = _errs634 === errors;
valid171 = valid171 || _valid22;
if(!valid171){
const _errs636 = errors;
if(typeof data261 === "string"){
if(!pattern139.test(data261)){
const err654 = {instancePath:instancePath+"/access-matrix/" + i57+"/when/" + key41.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/when/additionalProperties/anyOf/1/pattern",keyword:"pattern",params:{pattern: "^[\\s\\S]{0,1000}$"},message:"must match pattern \""+"^[\\s\\S]{0,1000}$"+"\""};
if(vErrors === null){
vErrors = [err654];
}
else {
vErrors.push(err654);
}
errors++;
}
}
else {
const err655 = {instancePath:instancePath+"/access-matrix/" + i57+"/when/" + key41.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/when/additionalProperties/anyOf/1/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err655];
}
else {
vErrors.push(err655);
}
errors++;
}
var _valid22 = _errs636 === errors;
valid171 = valid171 || _valid22;
if(!valid171){
const _errs638 = errors;
if(Array.isArray(data261)){
if(data261.length > 20){
const err656 = {instancePath:instancePath+"/access-matrix/" + i57+"/when/" + key41.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/when/additionalProperties/anyOf/2/maxItems",keyword:"maxItems",params:{limit: 20},message:"must NOT have more than 20 items"};
if(vErrors === null){
vErrors = [err656];
}
else {
vErrors.push(err656);
}
errors++;
}
if(data261.length < 1){
const err657 = {instancePath:instancePath+"/access-matrix/" + i57+"/when/" + key41.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/when/additionalProperties/anyOf/2/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err657];
}
else {
vErrors.push(err657);
}
errors++;
}
const len45 = data261.length;
for(let i62=0; i62<len45; i62++){
let data262 = data261[i62];
if(typeof data262 === "string"){
if(!pattern139.test(data262)){
const err658 = {instancePath:instancePath+"/access-matrix/" + i57+"/when/" + key41.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i62,schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/when/additionalProperties/anyOf/2/items/pattern",keyword:"pattern",params:{pattern: "^[\\s\\S]{0,1000}$"},message:"must match pattern \""+"^[\\s\\S]{0,1000}$"+"\""};
if(vErrors === null){
vErrors = [err658];
}
else {
vErrors.push(err658);
}
errors++;
}
}
else {
const err659 = {instancePath:instancePath+"/access-matrix/" + i57+"/when/" + key41.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i62,schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/when/additionalProperties/anyOf/2/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err659];
}
else {
vErrors.push(err659);
}
errors++;
}
}
}
else {
const err660 = {instancePath:instancePath+"/access-matrix/" + i57+"/when/" + key41.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/when/additionalProperties/anyOf/2/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err660];
}
else {
vErrors.push(err660);
}
errors++;
}
var _valid22 = _errs638 === errors;
valid171 = valid171 || _valid22;
}
}
if(!valid171){
const err661 = {instancePath:instancePath+"/access-matrix/" + i57+"/when/" + key41.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/when/additionalProperties/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err661];
}
else {
vErrors.push(err661);
}
errors++;
}
else {
errors = _errs633;
if(vErrors !== null){
if(_errs633){
vErrors.length = _errs633;
}
else {
vErrors = null;
}
}
}
}
}
else {
const err662 = {instancePath:instancePath+"/access-matrix/" + i57+"/when",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/when/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err662];
}
else {
vErrors.push(err662);
}
errors++;
}
}
if(data243.why !== undefined){
let data263 = data243.why;
if(typeof data263 === "string"){
if(!pattern141.test(data263)){
const err663 = {instancePath:instancePath+"/access-matrix/" + i57+"/why",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/why/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err663];
}
else {
vErrors.push(err663);
}
errors++;
}
}
else {
const err664 = {instancePath:instancePath+"/access-matrix/" + i57+"/why",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/why/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err664];
}
else {
vErrors.push(err664);
}
errors++;
}
}
}
else {
const err665 = {instancePath:instancePath+"/access-matrix/" + i57,schemaPath:"#/properties/access-matrix/anyOf/1/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err665];
}
else {
vErrors.push(err665);
}
errors++;
}
}
}
else {
const err666 = {instancePath:instancePath+"/access-matrix",schemaPath:"#/properties/access-matrix/anyOf/1/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err666];
}
else {
vErrors.push(err666);
}
errors++;
}
var _valid16 = _errs572 === errors;
valid152 = valid152 || _valid16;
}
if(!valid152){
const err667 = {instancePath:instancePath+"/access-matrix",schemaPath:"#/properties/access-matrix/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err667];
}
else {
vErrors.push(err667);
}
errors++;
}
else {
errors = _errs569;
if(vErrors !== null){
if(_errs569){
vErrors.length = _errs569;
}
else {
vErrors = null;
}
}
}
}
if(data.organization !== undefined){
let data264 = data.organization;
if(data264 && typeof data264 == "object" && !Array.isArray(data264)){
for(const key42 in data264){
if(!((key42 === "service-control-policies") || (key42 === "resource-control-policies"))){
const err668 = {instancePath:instancePath+"/organization",schemaPath:"#/properties/organization/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key42},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err668];
}
else {
vErrors.push(err668);
}
errors++;
}
}
if(data264["service-control-policies"] !== undefined){
let data265 = data264["service-control-policies"];
if(Array.isArray(data265)){
if(data265.length > 7){
const err669 = {instancePath:instancePath+"/organization/service-control-policies",schemaPath:"#/properties/organization/properties/service-control-policies/maxItems",keyword:"maxItems",params:{limit: 7},message:"must NOT have more than 7 items"};
if(vErrors === null){
vErrors = [err669];
}
else {
vErrors.push(err669);
}
errors++;
}
const len46 = data265.length;
for(let i63=0; i63<len46; i63++){
let data266 = data265[i63];
if(Array.isArray(data266)){
if(data266.length > 10){
const err670 = {instancePath:instancePath+"/organization/service-control-policies/" + i63,schemaPath:"#/properties/organization/properties/service-control-policies/items/maxItems",keyword:"maxItems",params:{limit: 10},message:"must NOT have more than 10 items"};
if(vErrors === null){
vErrors = [err670];
}
else {
vErrors.push(err670);
}
errors++;
}
if(data266.length < 1){
const err671 = {instancePath:instancePath+"/organization/service-control-policies/" + i63,schemaPath:"#/properties/organization/properties/service-control-policies/items/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err671];
}
else {
vErrors.push(err671);
}
errors++;
}
const len47 = data266.length;
for(let i64=0; i64<len47; i64++){
let data267 = data266[i64];
if(typeof data267 === "string"){
if(!pattern142.test(data267)){
const err672 = {instancePath:instancePath+"/organization/service-control-policies/" + i63+"/" + i64,schemaPath:"#/properties/organization/properties/service-control-policies/items/items/pattern",keyword:"pattern",params:{pattern: "\\.json$"},message:"must match pattern \""+"\\.json$"+"\""};
if(vErrors === null){
vErrors = [err672];
}
else {
vErrors.push(err672);
}
errors++;
}
}
else {
const err673 = {instancePath:instancePath+"/organization/service-control-policies/" + i63+"/" + i64,schemaPath:"#/properties/organization/properties/service-control-policies/items/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err673];
}
else {
vErrors.push(err673);
}
errors++;
}
}
}
else {
const err674 = {instancePath:instancePath+"/organization/service-control-policies/" + i63,schemaPath:"#/properties/organization/properties/service-control-policies/items/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err674];
}
else {
vErrors.push(err674);
}
errors++;
}
}
}
else {
const err675 = {instancePath:instancePath+"/organization/service-control-policies",schemaPath:"#/properties/organization/properties/service-control-policies/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err675];
}
else {
vErrors.push(err675);
}
errors++;
}
}
if(data264["resource-control-policies"] !== undefined){
let data268 = data264["resource-control-policies"];
if(Array.isArray(data268)){
if(data268.length > 7){
const err676 = {instancePath:instancePath+"/organization/resource-control-policies",schemaPath:"#/properties/organization/properties/resource-control-policies/maxItems",keyword:"maxItems",params:{limit: 7},message:"must NOT have more than 7 items"};
if(vErrors === null){
vErrors = [err676];
}
else {
vErrors.push(err676);
}
errors++;
}
const len48 = data268.length;
for(let i65=0; i65<len48; i65++){
let data269 = data268[i65];
if(Array.isArray(data269)){
if(data269.length > 10){
const err677 = {instancePath:instancePath+"/organization/resource-control-policies/" + i65,schemaPath:"#/properties/organization/properties/resource-control-policies/items/maxItems",keyword:"maxItems",params:{limit: 10},message:"must NOT have more than 10 items"};
if(vErrors === null){
vErrors = [err677];
}
else {
vErrors.push(err677);
}
errors++;
}
if(data269.length < 1){
const err678 = {instancePath:instancePath+"/organization/resource-control-policies/" + i65,schemaPath:"#/properties/organization/properties/resource-control-policies/items/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err678];
}
else {
vErrors.push(err678);
}
errors++;
}
const len49 = data269.length;
for(let i66=0; i66<len49; i66++){
let data270 = data269[i66];
if(typeof data270 === "string"){
if(!pattern142.test(data270)){
const err679 = {instancePath:instancePath+"/organization/resource-control-policies/" + i65+"/" + i66,schemaPath:"#/properties/organization/properties/resource-control-policies/items/items/pattern",keyword:"pattern",params:{pattern: "\\.json$"},message:"must match pattern \""+"\\.json$"+"\""};
if(vErrors === null){
vErrors = [err679];
}
else {
vErrors.push(err679);
}
errors++;
}
}
else {
const err680 = {instancePath:instancePath+"/organization/resource-control-policies/" + i65+"/" + i66,schemaPath:"#/properties/organization/properties/resource-control-policies/items/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err680];
}
else {
vErrors.push(err680);
}
errors++;
}
}
}
else {
const err681 = {instancePath:instancePath+"/organization/resource-control-policies/" + i65,schemaPath:"#/properties/organization/properties/resource-control-policies/items/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err681];
}
else {
vErrors.push(err681);
}
errors++;
}
}
}
else {
const err682 = {instancePath:instancePath+"/organization/resource-control-policies",schemaPath:"#/properties/organization/properties/resource-control-policies/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err682];
}
else {
vErrors.push(err682);
}
errors++;
}
}
}
else {
const err683 = {instancePath:instancePath+"/organization",schemaPath:"#/properties/organization/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err683];
}
else {
vErrors.push(err683);
}
errors++;
}
}
if(data.stacks !== undefined){
let data271 = data.stacks;
if(data271 && typeof data271 == "object" && !Array.isArray(data271)){
for(const key43 in data271){
if(!((((key43 === "service-role") || (key43 === "notifications")) || (key43 === "rollback-alarms")) || (key43 === "rollback-minutes"))){
const err684 = {instancePath:instancePath+"/stacks",schemaPath:"#/properties/stacks/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key43},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err684];
}
else {
vErrors.push(err684);
}
errors++;
}
}
if(data271["service-role"] !== undefined){
let data272 = data271["service-role"];
if(typeof data272 === "string"){
if(!pattern144.test(data272)){
const err685 = {instancePath:instancePath+"/stacks/service-role",schemaPath:"#/properties/stacks/properties/service-role/pattern",keyword:"pattern",params:{pattern: "^arn:aws(-us-gov|-cn)?:iam::[0-9]{12}:role/[A-Za-z0-9+=,.@/_-]{1,512}$"},message:"must match pattern \""+"^arn:aws(-us-gov|-cn)?:iam::[0-9]{12}:role/[A-Za-z0-9+=,.@/_-]{1,512}$"+"\""};
if(vErrors === null){
vErrors = [err685];
}
else {
vErrors.push(err685);
}
errors++;
}
}
else {
const err686 = {instancePath:instancePath+"/stacks/service-role",schemaPath:"#/properties/stacks/properties/service-role/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err686];
}
else {
vErrors.push(err686);
}
errors++;
}
}
if(data271.notifications !== undefined){
let data273 = data271.notifications;
if(Array.isArray(data273)){
if(data273.length > 5){
const err687 = {instancePath:instancePath+"/stacks/notifications",schemaPath:"#/properties/stacks/properties/notifications/maxItems",keyword:"maxItems",params:{limit: 5},message:"must NOT have more than 5 items"};
if(vErrors === null){
vErrors = [err687];
}
else {
vErrors.push(err687);
}
errors++;
}
const len50 = data273.length;
for(let i67=0; i67<len50; i67++){
let data274 = data273[i67];
if(typeof data274 === "string"){
if(!pattern145.test(data274)){
const err688 = {instancePath:instancePath+"/stacks/notifications/" + i67,schemaPath:"#/properties/stacks/properties/notifications/items/pattern",keyword:"pattern",params:{pattern: "^arn:aws(-us-gov|-cn)?:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]{1,256}$"},message:"must match pattern \""+"^arn:aws(-us-gov|-cn)?:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]{1,256}$"+"\""};
if(vErrors === null){
vErrors = [err688];
}
else {
vErrors.push(err688);
}
errors++;
}
}
else {
const err689 = {instancePath:instancePath+"/stacks/notifications/" + i67,schemaPath:"#/properties/stacks/properties/notifications/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err689];
}
else {
vErrors.push(err689);
}
errors++;
}
}
let i68 = data273.length;
let j17;
if(i68 > 1){
const indices17 = {};
for(;i68--;){
let item17 = data273[i68];
if(typeof item17 !== "string"){
continue;
}
if(typeof indices17[item17] == "number"){
j17 = indices17[item17];
const err690 = {instancePath:instancePath+"/stacks/notifications",schemaPath:"#/properties/stacks/properties/notifications/uniqueItems",keyword:"uniqueItems",params:{i: i68, j: j17},message:"must NOT have duplicate items (items ## "+j17+" and "+i68+" are identical)"};
if(vErrors === null){
vErrors = [err690];
}
else {
vErrors.push(err690);
}
errors++;
break;
}
indices17[item17] = i68;
}
}
}
else {
const err691 = {instancePath:instancePath+"/stacks/notifications",schemaPath:"#/properties/stacks/properties/notifications/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err691];
}
else {
vErrors.push(err691);
}
errors++;
}
}
if(data271["rollback-alarms"] !== undefined){
let data275 = data271["rollback-alarms"];
if(Array.isArray(data275)){
if(data275.length > 5){
const err692 = {instancePath:instancePath+"/stacks/rollback-alarms",schemaPath:"#/properties/stacks/properties/rollback-alarms/maxItems",keyword:"maxItems",params:{limit: 5},message:"must NOT have more than 5 items"};
if(vErrors === null){
vErrors = [err692];
}
else {
vErrors.push(err692);
}
errors++;
}
const len51 = data275.length;
for(let i69=0; i69<len51; i69++){
let data276 = data275[i69];
if(typeof data276 === "string"){
if(!pattern146.test(data276)){
const err693 = {instancePath:instancePath+"/stacks/rollback-alarms/" + i69,schemaPath:"#/properties/stacks/properties/rollback-alarms/items/pattern",keyword:"pattern",params:{pattern: "^arn:aws(-us-gov|-cn)?:cloudwatch:[a-z0-9-]+:[0-9]{12}:alarm:.{1,255}$"},message:"must match pattern \""+"^arn:aws(-us-gov|-cn)?:cloudwatch:[a-z0-9-]+:[0-9]{12}:alarm:.{1,255}$"+"\""};
if(vErrors === null){
vErrors = [err693];
}
else {
vErrors.push(err693);
}
errors++;
}
}
else {
const err694 = {instancePath:instancePath+"/stacks/rollback-alarms/" + i69,schemaPath:"#/properties/stacks/properties/rollback-alarms/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err694];
}
else {
vErrors.push(err694);
}
errors++;
}
}
let i70 = data275.length;
let j18;
if(i70 > 1){
const indices18 = {};
for(;i70--;){
let item18 = data275[i70];
if(typeof item18 !== "string"){
continue;
}
if(typeof indices18[item18] == "number"){
j18 = indices18[item18];
const err695 = {instancePath:instancePath+"/stacks/rollback-alarms",schemaPath:"#/properties/stacks/properties/rollback-alarms/uniqueItems",keyword:"uniqueItems",params:{i: i70, j: j18},message:"must NOT have duplicate items (items ## "+j18+" and "+i70+" are identical)"};
if(vErrors === null){
vErrors = [err695];
}
else {
vErrors.push(err695);
}
errors++;
break;
}
indices18[item18] = i70;
}
}
}
else {
const err696 = {instancePath:instancePath+"/stacks/rollback-alarms",schemaPath:"#/properties/stacks/properties/rollback-alarms/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err696];
}
else {
vErrors.push(err696);
}
errors++;
}
}
if(data271["rollback-minutes"] !== undefined){
let data277 = data271["rollback-minutes"];
if(!(((typeof data277 == "number") && (!(data277 % 1) && !isNaN(data277))) && (isFinite(data277)))){
const err697 = {instancePath:instancePath+"/stacks/rollback-minutes",schemaPath:"#/properties/stacks/properties/rollback-minutes/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err697];
}
else {
vErrors.push(err697);
}
errors++;
}
if((typeof data277 == "number") && (isFinite(data277))){
if(data277 > 180 || isNaN(data277)){
const err698 = {instancePath:instancePath+"/stacks/rollback-minutes",schemaPath:"#/properties/stacks/properties/rollback-minutes/maximum",keyword:"maximum",params:{comparison: "<=", limit: 180},message:"must be <= 180"};
if(vErrors === null){
vErrors = [err698];
}
else {
vErrors.push(err698);
}
errors++;
}
if(data277 < 0 || isNaN(data277)){
const err699 = {instancePath:instancePath+"/stacks/rollback-minutes",schemaPath:"#/properties/stacks/properties/rollback-minutes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err699];
}
else {
vErrors.push(err699);
}
errors++;
}
}
}
}
else {
const err700 = {instancePath:instancePath+"/stacks",schemaPath:"#/properties/stacks/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err700];
}
else {
vErrors.push(err700);
}
errors++;
}
}
if(data.gates !== undefined){
let data278 = data.gates;
if(data278 && typeof data278 == "object" && !Array.isArray(data278)){
for(const key44 in data278){
if(!(((((key44 === "fail-on-widening") || (key44 === "fail-on-replacement")) || (key44 === "fail-on-drift")) || (key44 === "fail-on-cost-increase")) || (key44 === "allow"))){
const err701 = {instancePath:instancePath+"/gates",schemaPath:"#/properties/gates/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key44},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err701];
}
else {
vErrors.push(err701);
}
errors++;
}
}
if(data278["fail-on-widening"] !== undefined){
if(typeof data278["fail-on-widening"] !== "boolean"){
const err702 = {instancePath:instancePath+"/gates/fail-on-widening",schemaPath:"#/properties/gates/properties/fail-on-widening/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err702];
}
else {
vErrors.push(err702);
}
errors++;
}
}
if(data278["fail-on-replacement"] !== undefined){
if(typeof data278["fail-on-replacement"] !== "boolean"){
const err703 = {instancePath:instancePath+"/gates/fail-on-replacement",schemaPath:"#/properties/gates/properties/fail-on-replacement/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err703];
}
else {
vErrors.push(err703);
}
errors++;
}
}
if(data278["fail-on-drift"] !== undefined){
if(typeof data278["fail-on-drift"] !== "boolean"){
const err704 = {instancePath:instancePath+"/gates/fail-on-drift",schemaPath:"#/properties/gates/properties/fail-on-drift/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err704];
}
else {
vErrors.push(err704);
}
errors++;
}
}
if(data278["fail-on-cost-increase"] !== undefined){
let data282 = data278["fail-on-cost-increase"];
if((typeof data282 == "number") && (isFinite(data282))){
if(data282 < 0 || isNaN(data282)){
const err705 = {instancePath:instancePath+"/gates/fail-on-cost-increase",schemaPath:"#/properties/gates/properties/fail-on-cost-increase/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err705];
}
else {
vErrors.push(err705);
}
errors++;
}
}
else {
const err706 = {instancePath:instancePath+"/gates/fail-on-cost-increase",schemaPath:"#/properties/gates/properties/fail-on-cost-increase/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err706];
}
else {
vErrors.push(err706);
}
errors++;
}
}
if(data278.allow !== undefined){
let data283 = data278.allow;
if(Array.isArray(data283)){
if(data283.length > 200){
const err707 = {instancePath:instancePath+"/gates/allow",schemaPath:"#/properties/gates/properties/allow/maxItems",keyword:"maxItems",params:{limit: 200},message:"must NOT have more than 200 items"};
if(vErrors === null){
vErrors = [err707];
}
else {
vErrors.push(err707);
}
errors++;
}
const len52 = data283.length;
for(let i71=0; i71<len52; i71++){
let data284 = data283[i71];
if(data284 && typeof data284 == "object" && !Array.isArray(data284)){
if(data284.gate === undefined){
const err708 = {instancePath:instancePath+"/gates/allow/" + i71,schemaPath:"#/properties/gates/properties/allow/items/required",keyword:"required",params:{missingProperty: "gate"},message:"must have required property '"+"gate"+"'"};
if(vErrors === null){
vErrors = [err708];
}
else {
vErrors.push(err708);
}
errors++;
}
if(data284.subject === undefined){
const err709 = {instancePath:instancePath+"/gates/allow/" + i71,schemaPath:"#/properties/gates/properties/allow/items/required",keyword:"required",params:{missingProperty: "subject"},message:"must have required property '"+"subject"+"'"};
if(vErrors === null){
vErrors = [err709];
}
else {
vErrors.push(err709);
}
errors++;
}
if(data284.reason === undefined){
const err710 = {instancePath:instancePath+"/gates/allow/" + i71,schemaPath:"#/properties/gates/properties/allow/items/required",keyword:"required",params:{missingProperty: "reason"},message:"must have required property '"+"reason"+"'"};
if(vErrors === null){
vErrors = [err710];
}
else {
vErrors.push(err710);
}
errors++;
}
for(const key45 in data284){
if(!((((key45 === "gate") || (key45 === "subject")) || (key45 === "reason")) || (key45 === "expires"))){
const err711 = {instancePath:instancePath+"/gates/allow/" + i71,schemaPath:"#/properties/gates/properties/allow/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key45},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err711];
}
else {
vErrors.push(err711);
}
errors++;
}
}
if(data284.gate !== undefined){
let data285 = data284.gate;
if(!(((((data285 === "widening") || (data285 === "replacement")) || (data285 === "cost-increase")) || (data285 === "drift")) || (data285 === "evidence"))){
const err712 = {instancePath:instancePath+"/gates/allow/" + i71+"/gate",schemaPath:"#/properties/gates/properties/allow/items/properties/gate/enum",keyword:"enum",params:{allowedValues: schema11.properties.gates.properties.allow.items.properties.gate.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err712];
}
else {
vErrors.push(err712);
}
errors++;
}
}
if(data284.subject !== undefined){
let data286 = data284.subject;
if(typeof data286 === "string"){
if(!pattern147.test(data286)){
const err713 = {instancePath:instancePath+"/gates/allow/" + i71+"/subject",schemaPath:"#/properties/gates/properties/allow/items/properties/subject/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9 .:,/*_@()=+-]{0,511}$"},message:"must match pattern \""+"^[A-Za-z0-9][A-Za-z0-9 .:,/*_@()=+-]{0,511}$"+"\""};
if(vErrors === null){
vErrors = [err713];
}
else {
vErrors.push(err713);
}
errors++;
}
}
else {
const err714 = {instancePath:instancePath+"/gates/allow/" + i71+"/subject",schemaPath:"#/properties/gates/properties/allow/items/properties/subject/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err714];
}
else {
vErrors.push(err714);
}
errors++;
}
}
if(data284.reason !== undefined){
let data287 = data284.reason;
if(typeof data287 === "string"){
if(!pattern141.test(data287)){
const err715 = {instancePath:instancePath+"/gates/allow/" + i71+"/reason",schemaPath:"#/properties/gates/properties/allow/items/properties/reason/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err715];
}
else {
vErrors.push(err715);
}
errors++;
}
}
else {
const err716 = {instancePath:instancePath+"/gates/allow/" + i71+"/reason",schemaPath:"#/properties/gates/properties/allow/items/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err716];
}
else {
vErrors.push(err716);
}
errors++;
}
}
if(data284.expires !== undefined){
let data288 = data284.expires;
if(typeof data288 === "string"){
if(!pattern149.test(data288)){
const err717 = {instancePath:instancePath+"/gates/allow/" + i71+"/expires",schemaPath:"#/properties/gates/properties/allow/items/properties/expires/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"},message:"must match pattern \""+"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"+"\""};
if(vErrors === null){
vErrors = [err717];
}
else {
vErrors.push(err717);
}
errors++;
}
}
else {
const err718 = {instancePath:instancePath+"/gates/allow/" + i71+"/expires",schemaPath:"#/properties/gates/properties/allow/items/properties/expires/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err718];
}
else {
vErrors.push(err718);
}
errors++;
}
}
}
else {
const err719 = {instancePath:instancePath+"/gates/allow/" + i71,schemaPath:"#/properties/gates/properties/allow/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err719];
}
else {
vErrors.push(err719);
}
errors++;
}
}
}
else {
const err720 = {instancePath:instancePath+"/gates/allow",schemaPath:"#/properties/gates/properties/allow/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err720];
}
else {
vErrors.push(err720);
}
errors++;
}
}
}
else {
const err721 = {instancePath:instancePath+"/gates",schemaPath:"#/properties/gates/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err721];
}
else {
vErrors.push(err721);
}
errors++;
}
}
if(data.exceptions !== undefined){
let data289 = data.exceptions;
if(Array.isArray(data289)){
if(data289.length > 200){
const err722 = {instancePath:instancePath+"/exceptions",schemaPath:"#/properties/exceptions/maxItems",keyword:"maxItems",params:{limit: 200},message:"must NOT have more than 200 items"};
if(vErrors === null){
vErrors = [err722];
}
else {
vErrors.push(err722);
}
errors++;
}
const len53 = data289.length;
for(let i72=0; i72<len53; i72++){
let data290 = data289[i72];
if(data290 && typeof data290 == "object" && !Array.isArray(data290)){
if(data290.check === undefined){
const err723 = {instancePath:instancePath+"/exceptions/" + i72,schemaPath:"#/properties/exceptions/items/required",keyword:"required",params:{missingProperty: "check"},message:"must have required property '"+"check"+"'"};
if(vErrors === null){
vErrors = [err723];
}
else {
vErrors.push(err723);
}
errors++;
}
if(data290.reason === undefined){
const err724 = {instancePath:instancePath+"/exceptions/" + i72,schemaPath:"#/properties/exceptions/items/required",keyword:"required",params:{missingProperty: "reason"},message:"must have required property '"+"reason"+"'"};
if(vErrors === null){
vErrors = [err724];
}
else {
vErrors.push(err724);
}
errors++;
}
if(data290.owner === undefined){
const err725 = {instancePath:instancePath+"/exceptions/" + i72,schemaPath:"#/properties/exceptions/items/required",keyword:"required",params:{missingProperty: "owner"},message:"must have required property '"+"owner"+"'"};
if(vErrors === null){
vErrors = [err725];
}
else {
vErrors.push(err725);
}
errors++;
}
if(data290.expires === undefined){
const err726 = {instancePath:instancePath+"/exceptions/" + i72,schemaPath:"#/properties/exceptions/items/required",keyword:"required",params:{missingProperty: "expires"},message:"must have required property '"+"expires"+"'"};
if(vErrors === null){
vErrors = [err726];
}
else {
vErrors.push(err726);
}
errors++;
}
for(const key46 in data290){
if(!((((((key46 === "check") || (key46 === "resource")) || (key46 === "reason")) || (key46 === "owner")) || (key46 === "ticket")) || (key46 === "expires"))){
const err727 = {instancePath:instancePath+"/exceptions/" + i72,schemaPath:"#/properties/exceptions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key46},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err727];
}
else {
vErrors.push(err727);
}
errors++;
}
}
if(data290.check !== undefined){
let data291 = data290.check;
if(typeof data291 === "string"){
if(!pattern150.test(data291)){
const err728 = {instancePath:instancePath+"/exceptions/" + i72+"/check",schemaPath:"#/properties/exceptions/items/properties/check/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9-]+$"},message:"must match pattern \""+"^[a-z0-9-]+$"+"\""};
if(vErrors === null){
vErrors = [err728];
}
else {
vErrors.push(err728);
}
errors++;
}
}
else {
const err729 = {instancePath:instancePath+"/exceptions/" + i72+"/check",schemaPath:"#/properties/exceptions/items/properties/check/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err729];
}
else {
vErrors.push(err729);
}
errors++;
}
}
if(data290.resource !== undefined){
let data292 = data290.resource;
if(typeof data292 === "string"){
if(!pattern151.test(data292)){
const err730 = {instancePath:instancePath+"/exceptions/" + i72+"/resource",schemaPath:"#/properties/exceptions/items/properties/resource/pattern",keyword:"pattern",params:{pattern: "^.{1,2048}$"},message:"must match pattern \""+"^.{1,2048}$"+"\""};
if(vErrors === null){
vErrors = [err730];
}
else {
vErrors.push(err730);
}
errors++;
}
}
else {
const err731 = {instancePath:instancePath+"/exceptions/" + i72+"/resource",schemaPath:"#/properties/exceptions/items/properties/resource/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err731];
}
else {
vErrors.push(err731);
}
errors++;
}
}
if(data290.reason !== undefined){
let data293 = data290.reason;
if(typeof data293 === "string"){
if(!pattern141.test(data293)){
const err732 = {instancePath:instancePath+"/exceptions/" + i72+"/reason",schemaPath:"#/properties/exceptions/items/properties/reason/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err732];
}
else {
vErrors.push(err732);
}
errors++;
}
}
else {
const err733 = {instancePath:instancePath+"/exceptions/" + i72+"/reason",schemaPath:"#/properties/exceptions/items/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err733];
}
else {
vErrors.push(err733);
}
errors++;
}
}
if(data290.owner !== undefined){
let data294 = data290.owner;
if(typeof data294 === "string"){
if(!pattern141.test(data294)){
const err734 = {instancePath:instancePath+"/exceptions/" + i72+"/owner",schemaPath:"#/properties/exceptions/items/properties/owner/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err734];
}
else {
vErrors.push(err734);
}
errors++;
}
}
else {
const err735 = {instancePath:instancePath+"/exceptions/" + i72+"/owner",schemaPath:"#/properties/exceptions/items/properties/owner/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err735];
}
else {
vErrors.push(err735);
}
errors++;
}
}
if(data290.ticket !== undefined){
let data295 = data290.ticket;
if(typeof data295 === "string"){
if(!pattern141.test(data295)){
const err736 = {instancePath:instancePath+"/exceptions/" + i72+"/ticket",schemaPath:"#/properties/exceptions/items/properties/ticket/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err736];
}
else {
vErrors.push(err736);
}
errors++;
}
}
else {
const err737 = {instancePath:instancePath+"/exceptions/" + i72+"/ticket",schemaPath:"#/properties/exceptions/items/properties/ticket/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err737];
}
else {
vErrors.push(err737);
}
errors++;
}
}
if(data290.expires !== undefined){
let data296 = data290.expires;
if(typeof data296 === "string"){
if(!pattern149.test(data296)){
const err738 = {instancePath:instancePath+"/exceptions/" + i72+"/expires",schemaPath:"#/properties/exceptions/items/properties/expires/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"},message:"must match pattern \""+"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"+"\""};
if(vErrors === null){
vErrors = [err738];
}
else {
vErrors.push(err738);
}
errors++;
}
}
else {
const err739 = {instancePath:instancePath+"/exceptions/" + i72+"/expires",schemaPath:"#/properties/exceptions/items/properties/expires/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err739];
}
else {
vErrors.push(err739);
}
errors++;
}
}
}
else {
const err740 = {instancePath:instancePath+"/exceptions/" + i72,schemaPath:"#/properties/exceptions/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err740];
}
else {
vErrors.push(err740);
}
errors++;
}
}
}
else {
const err741 = {instancePath:instancePath+"/exceptions",schemaPath:"#/properties/exceptions/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err741];
}
else {
vErrors.push(err741);
}
errors++;
}
}
if(data["fail-on"] !== undefined){
let data297 = data["fail-on"];
if(!((((data297 === "critical") || (data297 === "high")) || (data297 === "medium")) || (data297 === "low"))){
const err742 = {instancePath:instancePath+"/fail-on",schemaPath:"#/properties/fail-on/enum",keyword:"enum",params:{allowedValues: schema11.properties["fail-on"].enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err742];
}
else {
vErrors.push(err742);
}
errors++;
}
}
}
else {
const err743 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err743];
}
else {
vErrors.push(err743);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}

