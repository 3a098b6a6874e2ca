// Generated from schema.json by `npm run schema`; do not edit.
"use strict";
export const validate = validate10;
export default validate10;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://raw.githubusercontent.com/org/mlops-audit-action/v1/schema.json","title":"mlops-audit configuration","type":"object","additionalProperties":false,"required":["version","project","environment","account","region"],"properties":{"version":{"const":1,"description":"the version of this file's format: 1"},"project":{"type":"string","pattern":"^[a-z][a-z0-9-]{1,40}$","description":"the project, lower case: a letter, then at most 40 letters, digits and hyphens"},"environment":{"type":"string","pattern":"^[a-z][a-z0-9-]{0,19}$","description":"the environment, such as dev, staging or prod"},"prefix":{"type":"string","pattern":"^[a-z][a-z0-9-]{1,50}$","description":"what every name starts with; `<project>-<environment>` when left out"},"account":{"type":"string","pattern":"^[0-9]{12}$","description":"the AWS account id: 12 digits in quotes"},"region":{"type":"string","description":"the audit region: key, log bucket and trail live here"},"workload-region":{"type":"string","description":"where EKS, SageMaker and the data live; the audit region when left out"},"tags":{"type":"object","description":"your own tags on everything taggable, at most 40","maxProperties":40,"additionalProperties":{"type":"string","pattern":"^[^\\u0000-\\u001f]{0,256}$","description":"a tag value: at most 256 characters on one line"},"propertyNames":{"pattern":"^(?!aws:)[A-Za-z0-9 _.:/=+@-]{1,128}$"}},"names":{"type":"object","additionalProperties":false,"description":"overrides of derived names, one by one","properties":{"trail":{"type":"string","pattern":"^[A-Za-z0-9](?!.*[._-]{2})[A-Za-z0-9._-]{1,126}[A-Za-z0-9]$","description":"a trail name: 3 to 128 letters, digits, dots, underscores and hyphens, no two separators in a row"},"key-alias":{"type":"string","pattern":"^alias/(?!aws/)[A-Za-z0-9/_-]{1,250}$","description":"a KMS alias: `alias/` and letters, digits, /, _ and -; `alias/aws/` is reserved for AWS"},"log-bucket":{"type":"string","pattern":"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$","description":"an S3 bucket name: 3 to 63 lower-case letters, digits, dots and hyphens, starting and ending with a letter or digit"},"access-log-bucket":{"type":"string","pattern":"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$","description":"an S3 bucket name: 3 to 63 lower-case letters, digits, dots and hyphens, starting and ending with a letter or digit"},"log-group":{"type":"string","pattern":"^(?!aws/)[A-Za-z0-9_/.#-]{1,512}$","description":"a CloudWatch Logs group name: letters, digits and _ / . # -; `aws/` at the start is reserved"},"cloudwatch-logs-role":{"type":"string","pattern":"^[A-Za-z0-9+=,.@_-]{1,64}$","description":"an IAM name: at most 64 letters, digits and +=,.@_-"},"topic":{"type":"string","pattern":"^[A-Za-z0-9_-]{1,256}$","description":"an SNS topic name: letters, digits, _ and -"},"tamper-rule":{"type":"string","pattern":"^[A-Za-z0-9._-]{1,64}$","description":"an EventBridge rule name: at most 64 letters, digits, dots, _ and -"},"eks-cluster-role":{"type":"string","pattern":"^[A-Za-z0-9+=,.@_-]{1,64}$","description":"an IAM name: at most 64 letters, digits and +=,.@_-"},"eks-nodegroup-role":{"type":"string","pattern":"^[A-Za-z0-9+=,.@_-]{1,64}$","description":"an IAM name: at most 64 letters, digits and +=,.@_-"},"sagemaker-role":{"type":"string","pattern":"^[A-Za-z0-9+=,.@_-]{1,64}$","description":"an IAM name: at most 64 letters, digits and +=,.@_-"},"plan-role":{"type":"string","pattern":"^[A-Za-z0-9+=,.@_-]{1,64}$","description":"an IAM name: at most 64 letters, digits and +=,.@_-"},"deploy-role":{"type":"string","pattern":"^[A-Za-z0-9+=,.@_-]{1,64}$","description":"an IAM name: at most 64 letters, digits and +=,.@_-"},"publish-role":{"type":"string","pattern":"^[A-Za-z0-9+=,.@_-]{1,64}$","description":"an IAM name: at most 64 letters, digits and +=,.@_-"},"verify-role":{"type":"string","pattern":"^[A-Za-z0-9+=,.@_-]{1,64}$","description":"an IAM name: at most 64 letters, digits and +=,.@_-"},"read-policy":{"type":"string","pattern":"^[A-Za-z0-9+=,.@_-]{1,64}$","description":"an IAM name: at most 64 letters, digits and +=,.@_-"},"pipeline-boundary":{"type":"string","pattern":"^[A-Za-z0-9+=,.@_-]{1,64}$","description":"an IAM name: at most 64 letters, digits and +=,.@_-"},"workload-boundary":{"type":"string","pattern":"^[A-Za-z0-9+=,.@_-]{1,64}$","description":"an IAM name: at most 64 letters, digits and +=,.@_-"},"bootstrap-stack":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9-]{0,127}$","description":"a stack name: a letter, then at most 127 letters, digits and hyphens"},"audit-stack":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9-]{0,127}$","description":"a stack name: a letter, then at most 127 letters, digits and hyphens"},"access-stack":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9-]{0,127}$","description":"a stack name: a letter, then at most 127 letters, digits and hyphens"},"template-bucket":{"type":"string","pattern":"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$","description":"an S3 bucket name: 3 to 63 lower-case letters, digits, dots and hyphens, starting and ending with a letter or digit"},"delivery-topic":{"type":"string","pattern":"^[A-Za-z0-9_-]{1,256}$","description":"an SNS topic name: letters, digits, _ and -"},"dashboard":{"type":"string","pattern":"^[A-Za-z0-9_-]{1,255}$","description":"a CloudWatch dashboard name: letters, digits, _ and -"},"global-tamper-role":{"type":"string","pattern":"^[A-Za-z0-9+=,.@_-]{1,64}$","description":"an IAM name: at most 64 letters, digits and +=,.@_-"},"config-bucket":{"type":"string","pattern":"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$","description":"an S3 bucket name: 3 to 63 lower-case letters, digits, dots and hyphens, starting and ending with a letter or digit"},"config-recorder":{"type":"string","pattern":"^[A-Za-z0-9_-]{1,256}$","description":"an AWS Config name: letters, digits, _ and -"},"glue-database":{"type":"string","pattern":"^[a-z0-9_]{1,255}$","description":"a Glue database name: lower-case letters, digits and _"},"athena-workgroup":{"type":"string","pattern":"^[A-Za-z0-9._-]{1,128}$","description":"an Athena workgroup name: letters, digits, dots, _ and -"},"athena-bucket":{"type":"string","pattern":"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$","description":"an S3 bucket name: 3 to 63 lower-case letters, digits, dots and hyphens, starting and ending with a letter or digit"},"evidence-bucket":{"type":"string","pattern":"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$","description":"an S3 bucket name: 3 to 63 lower-case letters, digits, dots and hyphens, starting and ending with a letter or digit"},"replica-bucket":{"type":"string","pattern":"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$","description":"an S3 bucket name: 3 to 63 lower-case letters, digits, dots and hyphens, starting and ending with a letter or digit"},"replica-key-alias":{"type":"string","pattern":"^alias/(?!aws/)[A-Za-z0-9/_-]{1,250}$","description":"a KMS alias: `alias/` and letters, digits, /, _ and -; `alias/aws/` is reserved for AWS"},"replication-role":{"type":"string","pattern":"^[A-Za-z0-9+=,.@_-]{1,64}$","description":"an IAM name: at most 64 letters, digits and +=,.@_-"},"model-read-role":{"type":"string","pattern":"^[A-Za-z0-9+=,.@_-]{1,64}$","description":"an IAM name: at most 64 letters, digits and +=,.@_-"},"monitoring-role":{"type":"string","pattern":"^[A-Za-z0-9+=,.@_-]{1,64}$","description":"an IAM name: at most 64 letters, digits and +=,.@_-"},"secrets-read-role":{"type":"string","pattern":"^[A-Za-z0-9+=,.@_-]{1,64}$","description":"an IAM name: at most 64 letters, digits and +=,.@_-"},"aws-node-role":{"type":"string","pattern":"^[A-Za-z0-9+=,.@_-]{1,64}$","description":"an IAM name: at most 64 letters, digits and +=,.@_-"},"image-push-role":{"type":"string","pattern":"^[A-Za-z0-9+=,.@_-]{1,64}$","description":"an IAM name: at most 64 letters, digits and +=,.@_-"},"evidence-role":{"type":"string","pattern":"^[A-Za-z0-9+=,.@_-]{1,64}$","description":"an IAM name: at most 64 letters, digits and +=,.@_-"},"global-stack":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9-]{0,127}$","description":"a stack name: a letter, then at most 127 letters, digits and hyphens"},"replica-stack":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9-]{0,127}$","description":"a stack name: a letter, then at most 127 letters, digits and hyphens"}}},"template-bucket":{"anyOf":[{"const":"create"},{"const":false},{"type":"object","additionalProperties":false,"required":["use"],"properties":{"use":{"type":"string","pattern":"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$","description":"an S3 bucket name: 3 to 63 lower-case letters, digits, dots and hyphens, starting and ending with a letter or digit"}}}],"description":"where templates over 51,200 bytes are uploaded: `create` (a bucket of the bootstrap stack), `{ use: <bucket> }`, or `false`"},"stack-references":{"enum":["parameter","export"],"description":"how one stack names what another made: `parameter` (stacks stay independent) or `export` (CloudFormation refuses to delete what is in use)"},"github":{"type":"object","additionalProperties":false,"description":"the repository whose workflow runs this; left out, no GitHub roles are rendered","required":["repository"],"properties":{"repository":{"type":"string","pattern":"^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})/[A-Za-z0-9._-]{1,100}$","description":"OWNER/REPO of the repository whose workflow deploys and verifies"},"owner-id":{"type":"string","pattern":"^[0-9]{1,20}$","description":"the numeric id of the owner, in quotes; half of the immutable `sub` claim"},"repository-id":{"type":"string","pattern":"^[0-9]{1,20}$","description":"the numeric id of the repository, in quotes; pinned in every trust policy"},"branches":{"type":"array","minItems":1,"maxItems":5,"items":{"type":"string","pattern":"^[A-Za-z0-9._/-]{1,100}$","description":"a branch name without wildcards"},"description":"branches whose runs may deploy; `[main]` when left out"},"environments":{"type":"array","maxItems":5,"items":{"type":"string","pattern":"^[A-Za-z0-9 ._-]{1,100}$","description":"a GitHub environment name"},"description":"GitHub environments whose jobs may deploy; an `environment:` job's `sub` names the environment, not the branch"},"publish-environments":{"type":"array","maxItems":5,"items":{"type":"string","pattern":"^[A-Za-z0-9 ._-]{1,100}$","description":"a GitHub environment name"},"description":"GitHub environments, with required reviewers, whose jobs publish the templates that `deploy` may use; left out, a deploying job publishes too, and one that is compromised can deploy any template"},"subject":{"enum":["both","immutable","name"],"description":"which form of the `sub` claim is trusted: `both`, `immutable` (repo:OWNER@ID/REPO@ID:...) or `name` (repo:OWNER/REPO:...)"},"oidc-provider":{"anyOf":[{"const":"create"},{"type":"object","additionalProperties":false,"required":["use"],"properties":{"use":{"type":"string","pattern":"^arn:aws(-us-gov|-cn)?:iam::[0-9]{12}:oidc-provider/token\\.actions\\.githubusercontent\\.com$","description":"the ARN of the account's existing GitHub OIDC provider"}}},{"type":"object","additionalProperties":false,"required":["adopt"],"properties":{"adopt":{"type":"string","pattern":"^arn:aws(-us-gov|-cn)?:iam::[0-9]{12}:oidc-provider/token\\.actions\\.githubusercontent\\.com$","description":"the ARN of the provider to adopt; `aws iam list-open-id-connect-providers` shows it"}}}],"description":"`create`, `{ use: <arn> }` where the account has one already, or `{ adopt: <arn> }` to bring that one into the bootstrap stack"},"deploy":{"enum":["manual","on-merge"],"description":"`manual` (a person starts the workflow) or `on-merge` (a push to the default branch deploys)"},"image-push":{"type":"object","additionalProperties":false,"description":"a role with which a workflow pushes images","required":["repositories"],"properties":{"repositories":{"type":"array","minItems":1,"maxItems":20,"uniqueItems":true,"items":{"type":"string","pattern":"^[a-z0-9]+(?:[._/-][a-z0-9]+)*$","description":"an ECR repository name"},"description":"ECR repositories it may push to"},"repository":{"type":"string","pattern":"^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})/[A-Za-z0-9._-]{1,100}$","description":"OWNER/REPO whose workflow builds the images; `github.repository` when left out"},"owner-id":{"type":"string","pattern":"^[0-9]{1,20}$","description":"the numeric id of that owner, in quotes; with another repository its own ids are needed"},"repository-id":{"type":"string","pattern":"^[0-9]{1,20}$","description":"the numeric id of that repository, in quotes"},"branches":{"type":"array","minItems":1,"maxItems":5,"items":{"type":"string","pattern":"^[A-Za-z0-9._/-]{1,100}$","description":"a branch name without wildcards"},"description":"branches whose runs may push; `github.branches` when left out"},"environments":{"type":"array","maxItems":5,"items":{"type":"string","pattern":"^[A-Za-z0-9 ._-]{1,100}$","description":"a GitHub environment name"},"description":"GitHub environments whose jobs may push; `github.environments` when left out"}}}}},"audit":{"type":"object","additionalProperties":false,"description":"the audit stack","properties":{"trail":{"anyOf":[{"const":"create"},{"type":"object","additionalProperties":false,"required":["use"],"properties":{"use":{"type":"string","pattern":"^arn:aws(-us-gov|-cn)?:cloudtrail:[a-z0-9-]+:[0-9]{12}:trail/[A-Za-z0-9._-]{3,128}$","description":"the ARN of an existing trail, also an organization's; `aws cloudtrail describe-trails` shows it"}}},{"type":"object","additionalProperties":false,"required":["adopt"],"properties":{"adopt":{"type":"string","pattern":"^[A-Za-z0-9](?!.*[._-]{2})[A-Za-z0-9._-]{1,126}[A-Za-z0-9]$","description":"the name of the trail to adopt; `aws cloudtrail describe-trails` shows it"}}}],"description":"`create`, `{ use: <arn> }` (an existing trail is verified and the rest is built around it) or `{ adopt: <name> }` (an existing trail of this account and region is imported into the stack)"},"log-prefix":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$","description":"the key prefix of log files in the bucket: letters, digits, _ and -"},"log-bucket":{"anyOf":[{"const":"create"},{"type":"object","additionalProperties":false,"required":["use"],"properties":{"use":{"type":"string","pattern":"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$","description":"the name of the existing log bucket"}}},{"type":"object","additionalProperties":false,"required":["adopt"],"properties":{"adopt":{"type":"string","pattern":"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$","description":"the name of the bucket to adopt"}}}],"description":"`create`, `{ use: <name> }` (an existing bucket, also another account's) or `{ adopt: <name> }` (imported into the stack)"},"log-group":{"anyOf":[{"const":"create"},{"type":"object","additionalProperties":false,"required":["use"],"properties":{"use":{"type":"string","pattern":"^(?!aws/)[A-Za-z0-9_/.#-]{1,512}$","description":"the name of the existing log group"}}},{"type":"object","additionalProperties":false,"required":["adopt"],"properties":{"adopt":{"type":"string","pattern":"^(?!aws/)[A-Za-z0-9_/.#-]{1,512}$","description":"the name of the log group to adopt"}}}],"description":"`create`, `{ use: <name> }` or `{ adopt: <name> }`: the CloudWatch Logs group of the trail"},"organization":{"type":"object","additionalProperties":false,"description":"the trail covers the whole organization; `account` is then its management account","required":["id"],"properties":{"id":{"type":"string","pattern":"^o-[a-z0-9]{10,32}$","description":"the organization's id, `o-…`"}}},"data-events":{"anyOf":[{"const":"all"},{"type":"array","maxItems":100,"items":{"type":"string","pattern":"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$","description":"an S3 bucket name: 3 to 63 lower-case letters, digits, dots and hyphens, starting and ending with a letter or digit"}}],"description":"the buckets whose object reads and writes are logged, or `all` (every bucket except the log buckets)"},"data-events-access":{"enum":["all","read","write"],"description":"`all`, `read` or `write`"},"data-resources":{"type":"array","minItems":1,"maxItems":28,"uniqueItems":true,"items":{"type":"string","enum":["AWS::Bedrock::AgentAlias","AWS::Bedrock::FlowAlias","AWS::Bedrock::Guardrail","AWS::Bedrock::InlineAgent","AWS::Bedrock::KnowledgeBase","AWS::Bedrock::Model","AWS::DynamoDB::Stream","AWS::DynamoDB::Table","AWS::EC2::Snapshot","AWS::Glue::Table","AWS::Kinesis::Stream","AWS::KinesisVideo::Stream","AWS::Lambda::Function","AWS::RDS::DBCluster","AWS::S3::AccessPoint","AWS::S3Express::Object","AWS::S3ObjectLambda::AccessPoint","AWS::S3Tables::Table","AWS::SageMaker::Endpoint","AWS::SageMaker::ExperimentTrialComponent","AWS::SageMaker::FeatureGroup","AWS::SageMaker::MLflow","AWS::SNS::Topic","AWS::SQS::Queue","AWS::SSM::ManagedNode","AWS::SSMMessages::ControlChannel","AWS::StepFunctions::StateMachine","AWS::XRay::Trace"],"description":"a CloudTrail data resource type, such as AWS::SageMaker::FeatureGroup, AWS::SageMaker::Endpoint, AWS::Lambda::Function or AWS::DynamoDB::Table; docs/settings/trail.md lists them"},"description":"more resource types whose data events are logged, each for all resources of the account (billed)"},"network-activity":{"type":"object","additionalProperties":false,"description":"network activity events of VPC endpoints (billed)","required":["event-sources"],"properties":{"event-sources":{"type":"array","minItems":1,"maxItems":5,"uniqueItems":true,"items":{"type":"string","enum":["cloudtrail.amazonaws.com","ec2.amazonaws.com","kms.amazonaws.com","s3.amazonaws.com","secretsmanager.amazonaws.com"],"description":"cloudtrail.amazonaws.com, ec2.amazonaws.com, kms.amazonaws.com, s3.amazonaws.com or secretsmanager.amazonaws.com"},"description":"the services whose calls through VPC endpoints are logged"},"denied-only":{"type":"boolean","description":"only calls that a VPC endpoint policy denied"}}},"insights":{"type":"boolean","description":"CloudTrail Insights on call rate and error rate (billed)"},"delivery-notices":{"type":"boolean","description":"an encrypted SNS topic that is told about each delivered log file"},"encryption":{"enum":["sse-kms","sse-s3"],"description":"how log files are encrypted: `sse-kms` (the log key) or `sse-s3` (no key to manage, and no proof of who decrypted)"},"key":{"type":"object","additionalProperties":false,"description":"the KMS key that encrypts the logs","properties":{"rotation-days":{"type":"integer","minimum":90,"maximum":2560,"description":"days between key rotations, 90 to 2560"},"administrators":{"type":"array","maxItems":20,"items":{"type":"string","pattern":"^arn:aws(-us-gov|-cn)?:iam::[0-9]{12}:(role|user)/[A-Za-z0-9+=,.@_/-]+$","description":"the ARN of an IAM role or user"},"description":"who may administer the log key besides the account root"},"allow-deletion":{"type":"boolean","description":"whether administrators may schedule the key's deletion"},"use":{"type":"string","pattern":"^arn:aws(-us-gov|-cn)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$","description":"the ARN of an existing key that encrypts the logs; its policy stays its owner's"},"adopt":{"type":"string","pattern":"^(?:(?:arn:aws(?:-us-gov|-cn)?:kms:[a-z0-9-]+:[0-9]{12}:key/)?[A-Za-z0-9-]{3,64}|alias/[A-Za-z0-9/_-]{1,250})$","description":"the id, ARN or alias of the key to adopt; `aws kms list-aliases` shows them"}}},"bucket-key":{"type":"boolean","description":"S3 Bucket Keys on the log bucket: fewer KMS requests; the encryption context becomes the bucket's ARN"},"reader-accounts":{"type":"array","maxItems":20,"items":{"type":"string","pattern":"^[0-9]{12}$","description":"another account's id: 12 digits in quotes"},"description":"other accounts whose principals may read and decrypt the logs"},"object-lock":{"type":"object","additionalProperties":false,"description":"log files cannot be changed or deleted for a time, by S3 Object Lock","required":["mode","days"],"properties":{"mode":{"enum":["governance","compliance"],"description":"`governance` (a named right can lift it) or `compliance` (nobody can, not even the account root)"},"days":{"type":"integer","minimum":1,"maximum":36500,"description":"days each object is kept unchangeable"},"confirm":{"type":"string","description":"with `compliance`, the words: \"nobody can shorten this\"","pattern":"^nobody can shorten this$"}}},"break-glass":{"type":"array","minItems":1,"maxItems":10,"uniqueItems":true,"items":{"type":"string","pattern":"^arn:aws(-us-gov|-cn)?:iam::[0-9]{12}:(role|user)/[A-Za-z0-9+=,.@_/-]+$","description":"the ARN of an IAM role or user"},"description":"the only principals that may delete logs, and the only ones besides CloudFormation that may change what protects the log bucket"},"lifecycle":{"type":"object","additionalProperties":false,"description":"when log files move to colder storage","properties":{"standard-ia":{"type":["integer","null"],"minimum":30,"maximum":3650,"description":"days until STANDARD_IA, at least 30, or null for never"},"glacier":{"type":["integer","null"],"minimum":30,"maximum":3650,"description":"days until the Glacier class, or null for never"},"glacier-class":{"enum":["GLACIER_IR","GLACIER"],"description":"GLACIER_IR (readable at once) or GLACIER (needs a restore before logs can be read or validated)"},"deep-archive":{"type":["integer","null"],"minimum":30,"maximum":3650,"description":"days until DEEP_ARCHIVE, or null for never"},"expire":{"type":["integer","null"],"minimum":1,"maximum":36500,"description":"days until logs are deleted, or null for never"},"scope":{"enum":["prefix","all"],"description":"`prefix` (the log prefix) or `all` (the whole bucket)"}}},"access-log-retention-days":{"type":"integer","minimum":30,"maximum":3650,"description":"days the log bucket's own access logs are kept, 30 to 3650"},"log-retention-days":{"enum":[1,3,5,7,14,30,60,90,120,150,180,365,400,545,731,1096,1827,2192,2557,2922,3288,3653],"description":"days CloudWatch Logs keeps events; one of the values CloudWatch Logs accepts"},"alert":{"anyOf":[{"type":"string","pattern":"^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$"},{"type":"array","maxItems":10,"items":{"type":"string","pattern":"^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$","description":"an e-mail address"}}],"description":"an e-mail address, or a list of them, told about tampering"},"tamper-rule":{"type":"boolean","description":"an EventBridge rule that reports attempts to stop, narrow or delete the trail, its logs or its key"},"alarms":{"anyOf":[{"type":"boolean"},{"type":"array","minItems":1,"maxItems":15,"items":{"enum":["root-use","unauthorized-calls","console-without-mfa","iam-changes","trail-changes","console-failures","key-disabling","bucket-changes","config-changes","security-group-changes","network-acl-changes","gateway-changes","route-table-changes","vpc-changes","organization-changes"],"description":"one of root-use, unauthorized-calls, console-without-mfa, iam-changes, trail-changes, console-failures, key-disabling, bucket-changes, config-changes, security-group-changes, network-acl-changes, gateway-changes, route-table-changes, vpc-changes, organization-changes"}}],"description":"the CIS metric filters and alarms: `true` for all 15, `false` for none, or a list of them"},"dashboard":{"type":"boolean","description":"a CloudWatch dashboard of the alarms and of the trail's event rate"},"config":{"type":"object","additionalProperties":false,"description":"AWS Config: rules that watch the audit trail, and (asked for) the recorder they need","properties":{"rules":{"anyOf":[{"type":"boolean"},{"type":"array","minItems":1,"maxItems":8,"uniqueItems":true,"items":{"type":"string","enum":["cloud-trail-enabled","cloud-trail-encryption-enabled","cloud-trail-log-file-validation-enabled","multi-region-cloud-trail-enabled","cloudtrail-s3-dataevents-enabled","s3-bucket-versioning-enabled","cmk-backing-key-rotation-enabled","iam-policy-no-statements-with-admin-access"],"description":"one of cloud-trail-enabled, cloud-trail-encryption-enabled, cloud-trail-log-file-validation-enabled, multi-region-cloud-trail-enabled, cloudtrail-s3-dataevents-enabled, s3-bucket-versioning-enabled, cmk-backing-key-rotation-enabled, iam-policy-no-statements-with-admin-access"}}],"description":"the managed rules: `true` for all 8, `false` for none, or a list of them"},"recorder":{"enum":["existing","create"],"description":"`existing` (the region has a recorder; it is never replaced) or `create` (recorder, delivery channel and bucket)"},"service-linked-role":{"enum":["create","existing"],"description":"with `recorder: create`, whether AWSServiceRoleForConfig is made too; an account that ever used Config has it"}}},"analytics":{"type":"object","additionalProperties":false,"description":"Athena over the log bucket: a Glue table with partition projection, a workgroup with a scan limit, saved queries","properties":{"scan-limit-gib":{"type":"integer","minimum":1,"maximum":100000,"description":"a query that reads more GiB is cancelled"},"since":{"type":"string","pattern":"^20[0-9]{2}/(0[1-9]|1[0-2])/(0[1-9]|[12][0-9]|3[01])$","description":"the first day that can be queried, YYYY/MM/DD in quotes"},"regions":{"type":"array","minItems":1,"maxItems":40,"uniqueItems":true,"items":{"type":"string","pattern":"^[a-z]{2}(-[a-z]+)+-[0-9]$","description":"an AWS region"},"description":"the regions whose logs can be queried; every region of the partition when left out"},"results-days":{"type":"integer","minimum":1,"maximum":3650,"description":"days query results are kept, 1 to 3650"}}},"evidence":{"type":"object","additionalProperties":false,"description":"a separate bucket under Object Lock for result packs, and a write-once role for the job that stores them","required":["mode","days"],"properties":{"mode":{"enum":["governance","compliance"],"description":"`governance` (a named right can lift it) or `compliance` (nobody can, not even the account root)"},"days":{"type":"integer","minimum":1,"maximum":36500,"description":"days each object is kept unchangeable"},"confirm":{"type":"string","description":"with `compliance`, the words: \"nobody can shorten this\"","pattern":"^nobody can shorten this$"}}}}},"access":{"type":"object","additionalProperties":false,"description":"the access stack","properties":{"eks":{"anyOf":[{"const":false},{"type":"object","additionalProperties":false,"properties":{"auto-mode":{"type":"boolean","description":"EKS Auto Mode: its managed policies and `sts:TagSession`"},"cni":{"enum":["node-role","aws-node"],"description":"`node-role` keeps AmazonEKS_CNI_Policy on the nodes; `aws-node` leaves it to a role of the aws-node service account"},"ecr-pull":{"enum":["pull-only","read-only"],"description":"`pull-only` (AmazonEC2ContainerRegistryPullOnly) or `read-only` (AmazonEC2ContainerRegistryReadOnly)"},"clusters":{"type":"array","minItems":1,"maxItems":10,"items":{"type":"object","additionalProperties":false,"description":"an EKS cluster whose pods get roles","required":["name"],"properties":{"name":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$","description":"the cluster's name"},"issuer":{"type":"string","pattern":"^https://oidc\\.eks\\.[a-z0-9-]+\\.amazonaws\\.com(\\.cn)?/id/[A-Za-z0-9]{4,64}$","description":"the cluster's OIDC issuer URL; `aws eks describe-cluster --name <cluster> --query cluster.identity.oidc.issuer` shows it"},"oidc-provider":{"enum":["existing","create"],"description":"with `irsa`: whether IAM has the cluster's OIDC provider already, as eksctl makes it, or this stack creates it"}}},"description":"the clusters whose pods may take the roles below"},"pod-identity":{"enum":["pod-identity","irsa"],"description":"how pods get their roles: `pod-identity` (EKS Pod Identity, needs its agent add-on) or `irsa` (the cluster's OIDC provider)"},"pods":{"type":"object","additionalProperties":false,"description":"roles for pods, one per purpose, each for one service account","properties":{"model-read":{"type":"object","additionalProperties":false,"description":"reads models from S3","required":["namespace","service-account","buckets"],"properties":{"namespace":{"type":"string","pattern":"^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$","description":"a Kubernetes namespace"},"service-account":{"type":"string","pattern":"^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$","description":"a Kubernetes service account"},"buckets":{"type":"array","minItems":1,"maxItems":10,"uniqueItems":true,"items":{"type":"string","pattern":"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$","description":"an S3 bucket name: 3 to 63 lower-case letters, digits, dots and hyphens, starting and ending with a letter or digit"},"description":"buckets the pods read models from"},"prefixes":{"type":"array","minItems":1,"maxItems":10,"uniqueItems":true,"items":{"type":"string","pattern":"^[A-Za-z0-9!_.'()/-]{1,200}/$","description":"a key prefix ending in /"},"description":"key prefixes in them; `[artifacts/]` when left out"},"keys":{"type":"array","maxItems":10,"items":{"type":"string","pattern":"^arn:aws(-us-gov|-cn)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$","description":"the ARN of a KMS key"},"description":"KMS keys of those buckets"}}},"monitoring":{"type":"object","additionalProperties":false,"description":"writes metrics and logs to CloudWatch","required":["namespace","service-account"],"properties":{"namespace":{"type":"string","pattern":"^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$","description":"a Kubernetes namespace"},"service-account":{"type":"string","pattern":"^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$","description":"a Kubernetes service account"},"metric-namespaces":{"type":"array","minItems":1,"maxItems":10,"uniqueItems":true,"items":{"type":"string","pattern":"^[A-Za-z0-9_./#:-]{1,255}$","description":"a CloudWatch metric namespace"},"description":"metric namespaces it may write to; `[ContainerInsights]` when left out"}}},"secrets-read":{"type":"object","additionalProperties":false,"description":"reads named secrets","required":["namespace","service-account","secrets"],"properties":{"namespace":{"type":"string","pattern":"^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$","description":"a Kubernetes namespace"},"service-account":{"type":"string","pattern":"^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$","description":"a Kubernetes service account"},"secrets":{"type":"array","minItems":1,"maxItems":20,"uniqueItems":true,"items":{"type":"string","pattern":"^[A-Za-z0-9/_+=.@-]{1,512}$","description":"a Secrets Manager secret's name, without the random suffix"},"description":"the secrets it may read"},"keys":{"type":"array","maxItems":10,"items":{"type":"string","pattern":"^arn:aws(-us-gov|-cn)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$","description":"the ARN of a KMS key"},"description":"KMS keys of those secrets"}}}}}}}],"description":"EKS roles, or `false` for none"},"sagemaker":{"anyOf":[{"const":false},{"type":"object","additionalProperties":false,"properties":{"profile":{"enum":["least-privilege","lab"],"description":"`least-privilege`, or `lab` (AWS full-access policies; reported as findings)"},"data-buckets":{"type":"array","maxItems":20,"items":{"type":"string","pattern":"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$","description":"an S3 bucket name: 3 to 63 lower-case letters, digits, dots and hyphens, starting and ending with a letter or digit"},"description":"buckets the role may use"},"prefixes":{"type":"array","minItems":1,"maxItems":20,"items":{"type":"string","pattern":"^[A-Za-z0-9!_.'()/-]{1,200}/$","description":"a key prefix ending in /"},"description":"key prefixes the role may use in those buckets"},"repositories":{"type":"array","maxItems":20,"items":{"type":"string","pattern":"^[a-z0-9]+(?:[._/-][a-z0-9]+)*$","description":"an ECR repository name"},"description":"ECR repositories the role may pull from"},"keys":{"type":"array","maxItems":10,"items":{"type":"string","pattern":"^arn:aws(-us-gov|-cn)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$","description":"the ARN of a KMS key"},"description":"KMS keys of those buckets"},"vpc":{"type":"boolean","description":"whether jobs run in a VPC: adds the network-interface actions"},"gates":{"type":"object","additionalProperties":false,"description":"what every training and processing job must have; anything else is denied","properties":{"network-isolation":{"type":"boolean","description":"containers have no network"},"inter-container-encryption":{"type":"boolean","description":"traffic between containers is encrypted"},"subnets":{"type":"array","minItems":1,"maxItems":16,"uniqueItems":true,"items":{"type":"string","pattern":"^subnet-[0-9a-f]{8,17}$","description":"a subnet id"},"description":"jobs run in these subnets only"},"security-groups":{"type":"array","minItems":1,"maxItems":5,"uniqueItems":true,"items":{"type":"string","pattern":"^sg-[0-9a-f]{8,17}$","description":"a security group id"},"description":"jobs use these security groups only"},"volume-key":{"type":"string","pattern":"^arn:aws(-us-gov|-cn)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$","description":"the key that must encrypt job volumes"},"output-key":{"type":"string","pattern":"^arn:aws(-us-gov|-cn)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$","description":"the key that must encrypt job output"},"instance-types":{"type":"array","minItems":1,"maxItems":30,"uniqueItems":true,"items":{"type":"string","pattern":"^ml\\.[a-z0-9*-]+\\.[a-z0-9*]+$","description":"an instance type, such as ml.m5.xlarge or ml.m5.*"},"description":"instance types jobs may use"},"max-runtime-hours":{"type":"integer","minimum":1,"maximum":672,"description":"the longest a job may run, 1 to 672 hours"}}}}}],"description":"the SageMaker execution role, or `false` for none"},"ecr":{"type":"object","additionalProperties":false,"description":"ECR repositories with their policies and lifecycle, in the workload region","required":["repositories"],"properties":{"repositories":{"type":"array","minItems":1,"maxItems":50,"items":{"anyOf":[{"type":"string","pattern":"^[a-z0-9]+(?:[._/-][a-z0-9]+)*$","description":"an ECR repository name"},{"type":"object","additionalProperties":false,"required":["adopt"],"properties":{"adopt":{"type":"string","pattern":"^[a-z0-9]+(?:[._/-][a-z0-9]+)*$","description":"the name of an existing repository to adopt"}}}],"description":"an ECR repository name, or `{ adopt: <name> }` for one that exists"},"description":"the repositories: nodes and SageMaker pull, the image-push role pushes"},"tags":{"enum":["immutable","mutable"],"description":"`immutable` (a tag names one image for good) or `mutable`"},"untagged-days":{"type":"integer","minimum":1,"maximum":3650,"description":"days an image without a tag is kept"},"keep-images":{"type":"integer","minimum":1,"maximum":10000,"description":"how many images are kept"}}},"bucket-policies":{"type":"array","minItems":1,"maxItems":20,"items":{"type":"object","additionalProperties":false,"description":"the policy of an existing data or model bucket","required":["bucket"],"properties":{"bucket":{"type":"string","pattern":"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$","description":"an S3 bucket name: 3 to 63 lower-case letters, digits, dots and hyphens, starting and ending with a letter or digit"},"key":{"type":"string","pattern":"^arn:aws(-us-gov|-cn)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$","description":"the key that must encrypt what is written to it"}}},"description":"data and model buckets whose policy this stack owns: TLS only, encryption, the workload roles by name"},"replica":{"type":"object","additionalProperties":false,"description":"a replica of a data bucket in another region, with a key of its own","required":["bucket","region"],"properties":{"bucket":{"type":"string","pattern":"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$","description":"the bucket to replicate, in the workload region"},"region":{"type":"string","description":"the replica's region"},"prefixes":{"type":"array","minItems":1,"maxItems":10,"uniqueItems":true,"items":{"type":"string","pattern":"^[A-Za-z0-9!_.'()/-]{1,200}/$","description":"a key prefix ending in /"},"description":"key prefixes that are replicated; `access.sagemaker.prefixes` when left out"},"source-key":{"type":"string","pattern":"^arn:aws(-us-gov|-cn)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$","description":"the key of the bucket to replicate"}}}}},"access-matrix":{"description":"what roles and workflow runs must be able to do, and must not; a list, or the path of a file that holds it","anyOf":[{"type":"string","pattern":"\\.ya?ml$"},{"type":"array","maxItems":200,"items":{"type":"object","additionalProperties":false,"required":["who"],"properties":{"who":{"description":"a role, `workload-roles`, `any-role`, or a run of a workflow","anyOf":[{"type":"string","pattern":"^[\\w+=,.@-]{1,64}$"},{"type":"object","additionalProperties":false,"required":["repository"],"properties":{"repository":{"type":"string","pattern":"^[A-Za-z0-9-]+/[A-Za-z0-9._-]+$","description":"OWNER/NAME"},"owner-id":{"type":"string","pattern":"^[0-9]{1,20}$","description":"the owner's id in the token"},"repository-id":{"type":"string","pattern":"^[0-9]{1,20}$","description":"the repository's id in the token"},"branch":{"type":"string","pattern":"^\\S{1,200}$","description":"the run is on this branch"},"tag":{"type":"string","pattern":"^\\S{1,200}$","description":"the run is on this tag"},"environment":{"type":"string","pattern":"^\\S{1,200}$","description":"the job has this environment"},"pull-request":{"const":true,"description":"the run is of a pull request"}}}]},"can":{"description":"actions that must be allowed","anyOf":[{"type":"string","pattern":"^(write|\\*|[A-Za-z0-9-]+:[A-Za-z0-9*?]+)$"},{"type":"array","minItems":1,"maxItems":100,"items":{"type":"string","pattern":"^(write|\\*|[A-Za-z0-9-]+:[A-Za-z0-9*?]+)$"}}]},"cannot":{"description":"actions that must not be allowed in any way; `write` is every action that is not a List or Read action","anyOf":[{"type":"string","pattern":"^(write|\\*|[A-Za-z0-9-]+:[A-Za-z0-9*?]+)$"},{"type":"array","minItems":1,"maxItems":100,"items":{"type":"string","pattern":"^(write|\\*|[A-Za-z0-9-]+:[A-Za-z0-9*?]+)$"}}]},"on":{"description":"ARNs with wildcards, or short names such as log-bucket; anything when left out","anyOf":[{"type":"string","pattern":"^(\\*|arn:\\S{1,2000}|[a-z][a-z-]{1,40})$"},{"type":"array","minItems":1,"maxItems":100,"items":{"type":"string","pattern":"^(\\*|arn:\\S{1,2000}|[a-z][a-z-]{1,40})$"}}]},"except":{"description":"what `on` does not mean; `self` is the role itself","anyOf":[{"type":"string","pattern":"^(\\*|arn:\\S{1,2000}|[a-z][a-z-]{1,40})$"},{"type":"array","minItems":1,"maxItems":100,"items":{"type":"string","pattern":"^(\\*|arn:\\S{1,2000}|[a-z][a-z-]{1,40})$"}}]},"when":{"type":"object","maxProperties":20,"description":"condition keys of the request; null for a key it does not have","additionalProperties":{"anyOf":[{"type":"null"},{"type":"string","pattern":"^[\\s\\S]{0,1000}$"},{"type":"array","minItems":1,"maxItems":20,"items":{"type":"string","pattern":"^[\\s\\S]{0,1000}$"}}]}},"why":{"type":"string","pattern":"\\S","description":"shown with the row"}}}}]},"organization":{"type":"object","additionalProperties":false,"description":"organization policies that the access matrix is judged with; without, they are not looked at","properties":{"service-control-policies":{"type":"array","maxItems":7,"items":{"type":"array","minItems":1,"maxItems":10,"items":{"type":"string","pattern":"\\.json$"}},"description":"files of service control policies beside the config, a list for each level from the root to the account"},"resource-control-policies":{"type":"array","maxItems":7,"items":{"type":"array","minItems":1,"maxItems":10,"items":{"type":"string","pattern":"\\.json$"}},"description":"files of resource control policies, likewise"}}},"stacks":{"type":"object","additionalProperties":false,"description":"how CloudFormation works on the audit, access and other stacks; bootstrap is an administrator's and takes none of it","properties":{"service-role":{"type":"string","pattern":"^arn:aws(-us-gov|-cn)?:iam::[0-9]{12}:role/[A-Za-z0-9+=,.@/_-]{1,512}$","description":"role that CloudFormation acts with, instead of the deploy role's own rights; a stack keeps it from then on"},"notifications":{"type":"array","maxItems":5,"uniqueItems":true,"items":{"type":"string","pattern":"^arn:aws(-us-gov|-cn)?:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]{1,256}$","description":"the ARN of an SNS topic"},"description":"topics that get every stack event of their region's stacks"},"rollback-alarms":{"type":"array","maxItems":5,"uniqueItems":true,"items":{"type":"string","pattern":"^arn:aws(-us-gov|-cn)?:cloudwatch:[a-z0-9-]+:[0-9]{12}:alarm:.{1,255}$","description":"the ARN of a CloudWatch alarm"},"description":"alarms that make CloudFormation take a deployment of their region's stacks back"},"rollback-minutes":{"type":"integer","minimum":0,"maximum":180,"description":"how long the alarms are watched after a deployment"}}},"gates":{"type":"object","additionalProperties":false,"description":"what a plan may not do without being allowed by name; a plan that does fails","properties":{"fail-on-widening":{"type":"boolean","description":"fail where a role or policy that stands would grant more"},"fail-on-replacement":{"type":"boolean","description":"fail where a resource would or may be replaced"},"fail-on-drift":{"type":"boolean","description":"fail where anything was changed outside of the stacks"},"fail-on-cost-increase":{"type":"number","minimum":0,"description":"fail above so many more US dollars a month, for what costs without being used"},"allow":{"type":"array","maxItems":200,"description":"what is let through","items":{"type":"object","additionalProperties":false,"required":["gate","subject","reason"],"properties":{"gate":{"enum":["widening","replacement","cost-increase","drift","evidence"]},"subject":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9.-]{0,254}$","description":"the logical id; `cost` for the bill; a setting, for a rule that changes"},"reason":{"type":"string","pattern":"\\S","description":"why it is let through"},"expires":{"type":"string","pattern":"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$","description":"the last day it holds, YYYY-MM-DD"}}}}}},"exceptions":{"type":"array","maxItems":200,"description":"findings accepted until a day","items":{"type":"object","additionalProperties":false,"required":["check","reason","owner","expires"],"properties":{"check":{"type":"string","pattern":"^[a-z0-9-]+$","description":"the id of a check"},"resource":{"type":"string","pattern":"^.{1,2048}$","description":"the ARN it holds for; every resource when left out"},"reason":{"type":"string","pattern":"\\S","description":"why it is accepted"},"owner":{"type":"string","pattern":"\\S","description":"who answers for it"},"ticket":{"type":"string","pattern":"\\S","description":"where it is tracked"},"expires":{"type":"string","pattern":"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$","description":"the last day it holds, YYYY-MM-DD"}}}},"fail-on":{"enum":["critical","high","medium","low"],"description":"the mildest severity that fails a run: `critical`, `high` (default), `medium` or `low`"}}};
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
const pattern50 = new RegExp("^[0-9]{1,20}$", "u");
const pattern52 = new RegExp("^[A-Za-z0-9._/-]{1,100}$", "u");
const pattern53 = new RegExp("^[A-Za-z0-9 ._-]{1,100}$", "u");
const pattern55 = new RegExp("^arn:aws(-us-gov|-cn)?:iam::[0-9]{12}:oidc-provider/token\\.actions\\.githubusercontent\\.com$", "u");
const pattern57 = new RegExp("^[a-z0-9]+(?:[._/-][a-z0-9]+)*$", "u");
const pattern63 = new RegExp("^arn:aws(-us-gov|-cn)?:cloudtrail:[a-z0-9-]+:[0-9]{12}:trail/[A-Za-z0-9._-]{3,128}$", "u");
const pattern65 = new RegExp("^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$", "u");
const pattern70 = new RegExp("^o-[a-z0-9]{10,32}$", "u");
const pattern72 = new RegExp("^arn:aws(-us-gov|-cn)?:iam::[0-9]{12}:(role|user)/[A-Za-z0-9+=,.@_/-]+$", "u");
const pattern73 = new RegExp("^arn:aws(-us-gov|-cn)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$", "u");
const pattern74 = new RegExp("^(?:(?:arn:aws(?:-us-gov|-cn)?:kms:[a-z0-9-]+:[0-9]{12}:key/)?[A-Za-z0-9-]{3,64}|alias/[A-Za-z0-9/_-]{1,250})$", "u");
const pattern76 = new RegExp("^nobody can shorten this$", "u");
const pattern78 = new RegExp("^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$", "u");
const pattern80 = new RegExp("^20[0-9]{2}/(0[1-9]|1[0-2])/(0[1-9]|[12][0-9]|3[01])$", "u");
const pattern81 = new RegExp("^[a-z]{2}(-[a-z]+)+-[0-9]$", "u");
const pattern84 = new RegExp("^https://oidc\\.eks\\.[a-z0-9-]+\\.amazonaws\\.com(\\.cn)?/id/[A-Za-z0-9]{4,64}$", "u");
const pattern85 = new RegExp("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", "u");
const pattern86 = new RegExp("^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$", "u");
const pattern88 = new RegExp("^[A-Za-z0-9!_.'()/-]{1,200}/$", "u");
const pattern92 = new RegExp("^[A-Za-z0-9_./#:-]{1,255}$", "u");
const pattern95 = new RegExp("^[A-Za-z0-9/_+=.@-]{1,512}$", "u");
const pattern101 = new RegExp("^subnet-[0-9a-f]{8,17}$", "u");
const pattern102 = new RegExp("^sg-[0-9a-f]{8,17}$", "u");
const pattern105 = new RegExp("^ml\\.[a-z0-9*-]+\\.[a-z0-9*]+$", "u");
const pattern113 = new RegExp("\\.ya?ml$", "u");
const pattern114 = new RegExp("^[\\w+=,.@-]{1,64}$", "u");
const pattern115 = new RegExp("^[A-Za-z0-9-]+/[A-Za-z0-9._-]+$", "u");
const pattern118 = new RegExp("^\\S{1,200}$", "u");
const pattern121 = new RegExp("^(write|\\*|[A-Za-z0-9-]+:[A-Za-z0-9*?]+)$", "u");
const pattern125 = new RegExp("^(\\*|arn:\\S{1,2000}|[a-z][a-z-]{1,40})$", "u");
const pattern129 = new RegExp("^[\\s\\S]{0,1000}$", "u");
const pattern131 = new RegExp("\\S", "u");
const pattern132 = new RegExp("\\.json$", "u");
const pattern134 = new RegExp("^arn:aws(-us-gov|-cn)?:iam::[0-9]{12}:role/[A-Za-z0-9+=,.@/_-]{1,512}$", "u");
const pattern135 = new RegExp("^arn:aws(-us-gov|-cn)?:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]{1,256}$", "u");
const pattern136 = new RegExp("^arn:aws(-us-gov|-cn)?:cloudwatch:[a-z0-9-]+:[0-9]{12}:alarm:.{1,255}$", "u");
const pattern137 = new RegExp("^[A-Za-z0-9][A-Za-z0-9.-]{0,254}$", "u");
const pattern139 = new RegExp("^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$", "u");
const pattern140 = new RegExp("^[a-z0-9-]+$", "u");
const pattern141 = new RegExp("^.{1,2048}$", "u");

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
if(data55["owner-id"] !== undefined){
let data57 = data55["owner-id"];
if(typeof data57 === "string"){
if(!pattern50.test(data57)){
const err122 = {instancePath:instancePath+"/github/owner-id",schemaPath:"#/properties/github/properties/owner-id/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,20}$"},message:"must match pattern \""+"^[0-9]{1,20}$"+"\""};
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
const err123 = {instancePath:instancePath+"/github/owner-id",schemaPath:"#/properties/github/properties/owner-id/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
}
if(data55["repository-id"] !== undefined){
let data58 = data55["repository-id"];
if(typeof data58 === "string"){
if(!pattern50.test(data58)){
const err124 = {instancePath:instancePath+"/github/repository-id",schemaPath:"#/properties/github/properties/repository-id/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,20}$"},message:"must match pattern \""+"^[0-9]{1,20}$"+"\""};
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
const err125 = {instancePath:instancePath+"/github/repository-id",schemaPath:"#/properties/github/properties/repository-id/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
}
if(data55.branches !== undefined){
let data59 = data55.branches;
if(Array.isArray(data59)){
if(data59.length > 5){
const err126 = {instancePath:instancePath+"/github/branches",schemaPath:"#/properties/github/properties/branches/maxItems",keyword:"maxItems",params:{limit: 5},message:"must NOT have more than 5 items"};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
if(data59.length < 1){
const err127 = {instancePath:instancePath+"/github/branches",schemaPath:"#/properties/github/properties/branches/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
const len0 = data59.length;
for(let i0=0; i0<len0; i0++){
let data60 = data59[i0];
if(typeof data60 === "string"){
if(!pattern52.test(data60)){
const err128 = {instancePath:instancePath+"/github/branches/" + i0,schemaPath:"#/properties/github/properties/branches/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._/-]{1,100}$"},message:"must match pattern \""+"^[A-Za-z0-9._/-]{1,100}$"+"\""};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
}
else {
const err129 = {instancePath:instancePath+"/github/branches/" + i0,schemaPath:"#/properties/github/properties/branches/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
}
}
else {
const err130 = {instancePath:instancePath+"/github/branches",schemaPath:"#/properties/github/properties/branches/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
}
if(data55.environments !== undefined){
let data61 = data55.environments;
if(Array.isArray(data61)){
if(data61.length > 5){
const err131 = {instancePath:instancePath+"/github/environments",schemaPath:"#/properties/github/properties/environments/maxItems",keyword:"maxItems",params:{limit: 5},message:"must NOT have more than 5 items"};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
const len1 = data61.length;
for(let i1=0; i1<len1; i1++){
let data62 = data61[i1];
if(typeof data62 === "string"){
if(!pattern53.test(data62)){
const err132 = {instancePath:instancePath+"/github/environments/" + i1,schemaPath:"#/properties/github/properties/environments/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9 ._-]{1,100}$"},message:"must match pattern \""+"^[A-Za-z0-9 ._-]{1,100}$"+"\""};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
}
else {
const err133 = {instancePath:instancePath+"/github/environments/" + i1,schemaPath:"#/properties/github/properties/environments/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
}
}
else {
const err134 = {instancePath:instancePath+"/github/environments",schemaPath:"#/properties/github/properties/environments/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
}
if(data55["publish-environments"] !== undefined){
let data63 = data55["publish-environments"];
if(Array.isArray(data63)){
if(data63.length > 5){
const err135 = {instancePath:instancePath+"/github/publish-environments",schemaPath:"#/properties/github/properties/publish-environments/maxItems",keyword:"maxItems",params:{limit: 5},message:"must NOT have more than 5 items"};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
const len2 = data63.length;
for(let i2=0; i2<len2; i2++){
let data64 = data63[i2];
if(typeof data64 === "string"){
if(!pattern53.test(data64)){
const err136 = {instancePath:instancePath+"/github/publish-environments/" + i2,schemaPath:"#/properties/github/properties/publish-environments/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9 ._-]{1,100}$"},message:"must match pattern \""+"^[A-Za-z0-9 ._-]{1,100}$"+"\""};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
}
else {
const err137 = {instancePath:instancePath+"/github/publish-environments/" + i2,schemaPath:"#/properties/github/properties/publish-environments/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
}
}
else {
const err138 = {instancePath:instancePath+"/github/publish-environments",schemaPath:"#/properties/github/properties/publish-environments/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
}
if(data55.subject !== undefined){
let data65 = data55.subject;
if(!(((data65 === "both") || (data65 === "immutable")) || (data65 === "name"))){
const err139 = {instancePath:instancePath+"/github/subject",schemaPath:"#/properties/github/properties/subject/enum",keyword:"enum",params:{allowedValues: schema11.properties.github.properties.subject.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
}
if(data55["oidc-provider"] !== undefined){
let data66 = data55["oidc-provider"];
const _errs141 = errors;
let valid13 = false;
const _errs142 = errors;
if("create" !== data66){
const err140 = {instancePath:instancePath+"/github/oidc-provider",schemaPath:"#/properties/github/properties/oidc-provider/anyOf/0/const",keyword:"const",params:{allowedValue: "create"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
var _valid1 = _errs142 === errors;
valid13 = valid13 || _valid1;
if(!valid13){
const _errs143 = errors;
if(data66 && typeof data66 == "object" && !Array.isArray(data66)){
if(data66.use === undefined){
const err141 = {instancePath:instancePath+"/github/oidc-provider",schemaPath:"#/properties/github/properties/oidc-provider/anyOf/1/required",keyword:"required",params:{missingProperty: "use"},message:"must have required property '"+"use"+"'"};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
for(const key6 in data66){
if(!(key6 === "use")){
const err142 = {instancePath:instancePath+"/github/oidc-provider",schemaPath:"#/properties/github/properties/oidc-provider/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
}
if(data66.use !== undefined){
let data67 = data66.use;
if(typeof data67 === "string"){
if(!pattern55.test(data67)){
const err143 = {instancePath:instancePath+"/github/oidc-provider/use",schemaPath:"#/properties/github/properties/oidc-provider/anyOf/1/properties/use/pattern",keyword:"pattern",params:{pattern: "^arn:aws(-us-gov|-cn)?:iam::[0-9]{12}:oidc-provider/token\\.actions\\.githubusercontent\\.com$"},message:"must match pattern \""+"^arn:aws(-us-gov|-cn)?:iam::[0-9]{12}:oidc-provider/token\\.actions\\.githubusercontent\\.com$"+"\""};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
}
}
else {
const err144 = {instancePath:instancePath+"/github/oidc-provider/use",schemaPath:"#/properties/github/properties/oidc-provider/anyOf/1/properties/use/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
}
}
}
else {
const err145 = {instancePath:instancePath+"/github/oidc-provider",schemaPath:"#/properties/github/properties/oidc-provider/anyOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
var _valid1 = _errs143 === errors;
valid13 = valid13 || _valid1;
if(!valid13){
const _errs148 = errors;
if(data66 && typeof data66 == "object" && !Array.isArray(data66)){
if(data66.adopt === undefined){
const err146 = {instancePath:instancePath+"/github/oidc-provider",schemaPath:"#/properties/github/properties/oidc-provider/anyOf/2/required",keyword:"required",params:{missingProperty: "adopt"},message:"must have required property '"+"adopt"+"'"};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
}
for(const key7 in data66){
if(!(key7 === "adopt")){
const err147 = {instancePath:instancePath+"/github/oidc-provider",schemaPath:"#/properties/github/properties/oidc-provider/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
}
if(data66.adopt !== undefined){
let data68 = data66.adopt;
if(typeof data68 === "string"){
if(!pattern55.test(data68)){
const err148 = {instancePath:instancePath+"/github/oidc-provider/adopt",schemaPath:"#/properties/github/properties/oidc-provider/anyOf/2/properties/adopt/pattern",keyword:"pattern",params:{pattern: "^arn:aws(-us-gov|-cn)?:iam::[0-9]{12}:oidc-provider/token\\.actions\\.githubusercontent\\.com$"},message:"must match pattern \""+"^arn:aws(-us-gov|-cn)?:iam::[0-9]{12}:oidc-provider/token\\.actions\\.githubusercontent\\.com$"+"\""};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
}
}
else {
const err149 = {instancePath:instancePath+"/github/oidc-provider/adopt",schemaPath:"#/properties/github/properties/oidc-provider/anyOf/2/properties/adopt/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err149];
}
else {
vErrors.push(err149);
}
errors++;
}
}
}
else {
const err150 = {instancePath:instancePath+"/github/oidc-provider",schemaPath:"#/properties/github/properties/oidc-provider/anyOf/2/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err150];
}
else {
vErrors.push(err150);
}
errors++;
}
var _valid1 = _errs148 === errors;
valid13 = valid13 || _valid1;
}
}
if(!valid13){
const err151 = {instancePath:instancePath+"/github/oidc-provider",schemaPath:"#/properties/github/properties/oidc-provider/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err151];
}
else {
vErrors.push(err151);
}
errors++;
}
else {
errors = _errs141;
if(vErrors !== null){
if(_errs141){
vErrors.length = _errs141;
}
else {
vErrors = null;
}
}
}
}
if(data55.deploy !== undefined){
let data69 = data55.deploy;
if(!((data69 === "manual") || (data69 === "on-merge"))){
const err152 = {instancePath:instancePath+"/github/deploy",schemaPath:"#/properties/github/properties/deploy/enum",keyword:"enum",params:{allowedValues: schema11.properties.github.properties.deploy.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err152];
}
else {
vErrors.push(err152);
}
errors++;
}
}
if(data55["image-push"] !== undefined){
let data70 = data55["image-push"];
if(data70 && typeof data70 == "object" && !Array.isArray(data70)){
if(data70.repositories === undefined){
const err153 = {instancePath:instancePath+"/github/image-push",schemaPath:"#/properties/github/properties/image-push/required",keyword:"required",params:{missingProperty: "repositories"},message:"must have required property '"+"repositories"+"'"};
if(vErrors === null){
vErrors = [err153];
}
else {
vErrors.push(err153);
}
errors++;
}
for(const key8 in data70){
if(!((((((key8 === "repositories") || (key8 === "repository")) || (key8 === "owner-id")) || (key8 === "repository-id")) || (key8 === "branches")) || (key8 === "environments"))){
const err154 = {instancePath:instancePath+"/github/image-push",schemaPath:"#/properties/github/properties/image-push/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err154];
}
else {
vErrors.push(err154);
}
errors++;
}
}
if(data70.repositories !== undefined){
let data71 = data70.repositories;
if(Array.isArray(data71)){
if(data71.length > 20){
const err155 = {instancePath:instancePath+"/github/image-push/repositories",schemaPath:"#/properties/github/properties/image-push/properties/repositories/maxItems",keyword:"maxItems",params:{limit: 20},message:"must NOT have more than 20 items"};
if(vErrors === null){
vErrors = [err155];
}
else {
vErrors.push(err155);
}
errors++;
}
if(data71.length < 1){
const err156 = {instancePath:instancePath+"/github/image-push/repositories",schemaPath:"#/properties/github/properties/image-push/properties/repositories/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err156];
}
else {
vErrors.push(err156);
}
errors++;
}
const len3 = data71.length;
for(let i3=0; i3<len3; i3++){
let data72 = data71[i3];
if(typeof data72 === "string"){
if(!pattern57.test(data72)){
const err157 = {instancePath:instancePath+"/github/image-push/repositories/" + i3,schemaPath:"#/properties/github/properties/image-push/properties/repositories/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(?:[._/-][a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(?:[._/-][a-z0-9]+)*$"+"\""};
if(vErrors === null){
vErrors = [err157];
}
else {
vErrors.push(err157);
}
errors++;
}
}
else {
const err158 = {instancePath:instancePath+"/github/image-push/repositories/" + i3,schemaPath:"#/properties/github/properties/image-push/properties/repositories/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err158];
}
else {
vErrors.push(err158);
}
errors++;
}
}
let i4 = data71.length;
let j0;
if(i4 > 1){
const indices0 = {};
for(;i4--;){
let item0 = data71[i4];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err159 = {instancePath:instancePath+"/github/image-push/repositories",schemaPath:"#/properties/github/properties/image-push/properties/repositories/uniqueItems",keyword:"uniqueItems",params:{i: i4, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i4+" are identical)"};
if(vErrors === null){
vErrors = [err159];
}
else {
vErrors.push(err159);
}
errors++;
break;
}
indices0[item0] = i4;
}
}
}
else {
const err160 = {instancePath:instancePath+"/github/image-push/repositories",schemaPath:"#/properties/github/properties/image-push/properties/repositories/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err160];
}
else {
vErrors.push(err160);
}
errors++;
}
}
if(data70.repository !== undefined){
let data73 = data70.repository;
if(typeof data73 === "string"){
if(!pattern49.test(data73)){
const err161 = {instancePath:instancePath+"/github/image-push/repository",schemaPath:"#/properties/github/properties/image-push/properties/repository/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})/[A-Za-z0-9._-]{1,100}$"},message:"must match pattern \""+"^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})/[A-Za-z0-9._-]{1,100}$"+"\""};
if(vErrors === null){
vErrors = [err161];
}
else {
vErrors.push(err161);
}
errors++;
}
}
else {
const err162 = {instancePath:instancePath+"/github/image-push/repository",schemaPath:"#/properties/github/properties/image-push/properties/repository/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err162];
}
else {
vErrors.push(err162);
}
errors++;
}
}
if(data70["owner-id"] !== undefined){
let data74 = data70["owner-id"];
if(typeof data74 === "string"){
if(!pattern50.test(data74)){
const err163 = {instancePath:instancePath+"/github/image-push/owner-id",schemaPath:"#/properties/github/properties/image-push/properties/owner-id/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,20}$"},message:"must match pattern \""+"^[0-9]{1,20}$"+"\""};
if(vErrors === null){
vErrors = [err163];
}
else {
vErrors.push(err163);
}
errors++;
}
}
else {
const err164 = {instancePath:instancePath+"/github/image-push/owner-id",schemaPath:"#/properties/github/properties/image-push/properties/owner-id/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err164];
}
else {
vErrors.push(err164);
}
errors++;
}
}
if(data70["repository-id"] !== undefined){
let data75 = data70["repository-id"];
if(typeof data75 === "string"){
if(!pattern50.test(data75)){
const err165 = {instancePath:instancePath+"/github/image-push/repository-id",schemaPath:"#/properties/github/properties/image-push/properties/repository-id/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,20}$"},message:"must match pattern \""+"^[0-9]{1,20}$"+"\""};
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
const err166 = {instancePath:instancePath+"/github/image-push/repository-id",schemaPath:"#/properties/github/properties/image-push/properties/repository-id/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err166];
}
else {
vErrors.push(err166);
}
errors++;
}
}
if(data70.branches !== undefined){
let data76 = data70.branches;
if(Array.isArray(data76)){
if(data76.length > 5){
const err167 = {instancePath:instancePath+"/github/image-push/branches",schemaPath:"#/properties/github/properties/image-push/properties/branches/maxItems",keyword:"maxItems",params:{limit: 5},message:"must NOT have more than 5 items"};
if(vErrors === null){
vErrors = [err167];
}
else {
vErrors.push(err167);
}
errors++;
}
if(data76.length < 1){
const err168 = {instancePath:instancePath+"/github/image-push/branches",schemaPath:"#/properties/github/properties/image-push/properties/branches/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err168];
}
else {
vErrors.push(err168);
}
errors++;
}
const len4 = data76.length;
for(let i5=0; i5<len4; i5++){
let data77 = data76[i5];
if(typeof data77 === "string"){
if(!pattern52.test(data77)){
const err169 = {instancePath:instancePath+"/github/image-push/branches/" + i5,schemaPath:"#/properties/github/properties/image-push/properties/branches/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._/-]{1,100}$"},message:"must match pattern \""+"^[A-Za-z0-9._/-]{1,100}$"+"\""};
if(vErrors === null){
vErrors = [err169];
}
else {
vErrors.push(err169);
}
errors++;
}
}
else {
const err170 = {instancePath:instancePath+"/github/image-push/branches/" + i5,schemaPath:"#/properties/github/properties/image-push/properties/branches/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err170];
}
else {
vErrors.push(err170);
}
errors++;
}
}
}
else {
const err171 = {instancePath:instancePath+"/github/image-push/branches",schemaPath:"#/properties/github/properties/image-push/properties/branches/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err171];
}
else {
vErrors.push(err171);
}
errors++;
}
}
if(data70.environments !== undefined){
let data78 = data70.environments;
if(Array.isArray(data78)){
if(data78.length > 5){
const err172 = {instancePath:instancePath+"/github/image-push/environments",schemaPath:"#/properties/github/properties/image-push/properties/environments/maxItems",keyword:"maxItems",params:{limit: 5},message:"must NOT have more than 5 items"};
if(vErrors === null){
vErrors = [err172];
}
else {
vErrors.push(err172);
}
errors++;
}
const len5 = data78.length;
for(let i6=0; i6<len5; i6++){
let data79 = data78[i6];
if(typeof data79 === "string"){
if(!pattern53.test(data79)){
const err173 = {instancePath:instancePath+"/github/image-push/environments/" + i6,schemaPath:"#/properties/github/properties/image-push/properties/environments/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9 ._-]{1,100}$"},message:"must match pattern \""+"^[A-Za-z0-9 ._-]{1,100}$"+"\""};
if(vErrors === null){
vErrors = [err173];
}
else {
vErrors.push(err173);
}
errors++;
}
}
else {
const err174 = {instancePath:instancePath+"/github/image-push/environments/" + i6,schemaPath:"#/properties/github/properties/image-push/properties/environments/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err174];
}
else {
vErrors.push(err174);
}
errors++;
}
}
}
else {
const err175 = {instancePath:instancePath+"/github/image-push/environments",schemaPath:"#/properties/github/properties/image-push/properties/environments/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err175];
}
else {
vErrors.push(err175);
}
errors++;
}
}
}
else {
const err176 = {instancePath:instancePath+"/github/image-push",schemaPath:"#/properties/github/properties/image-push/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err176];
}
else {
vErrors.push(err176);
}
errors++;
}
}
}
else {
const err177 = {instancePath:instancePath+"/github",schemaPath:"#/properties/github/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err177];
}
else {
vErrors.push(err177);
}
errors++;
}
}
if(data.audit !== undefined){
let data80 = data.audit;
if(data80 && typeof data80 == "object" && !Array.isArray(data80)){
for(const key9 in data80){
if(!(func2.call(schema11.properties.audit.properties, key9))){
const err178 = {instancePath:instancePath+"/audit",schemaPath:"#/properties/audit/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err178];
}
else {
vErrors.push(err178);
}
errors++;
}
}
if(data80.trail !== undefined){
let data81 = data80.trail;
const _errs179 = errors;
let valid25 = false;
const _errs180 = errors;
if("create" !== data81){
const err179 = {instancePath:instancePath+"/audit/trail",schemaPath:"#/properties/audit/properties/trail/anyOf/0/const",keyword:"const",params:{allowedValue: "create"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err179];
}
else {
vErrors.push(err179);
}
errors++;
}
var _valid2 = _errs180 === errors;
valid25 = valid25 || _valid2;
if(!valid25){
const _errs181 = errors;
if(data81 && typeof data81 == "object" && !Array.isArray(data81)){
if(data81.use === undefined){
const err180 = {instancePath:instancePath+"/audit/trail",schemaPath:"#/properties/audit/properties/trail/anyOf/1/required",keyword:"required",params:{missingProperty: "use"},message:"must have required property '"+"use"+"'"};
if(vErrors === null){
vErrors = [err180];
}
else {
vErrors.push(err180);
}
errors++;
}
for(const key10 in data81){
if(!(key10 === "use")){
const err181 = {instancePath:instancePath+"/audit/trail",schemaPath:"#/properties/audit/properties/trail/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err181];
}
else {
vErrors.push(err181);
}
errors++;
}
}
if(data81.use !== undefined){
let data82 = data81.use;
if(typeof data82 === "string"){
if(!pattern63.test(data82)){
const err182 = {instancePath:instancePath+"/audit/trail/use",schemaPath:"#/properties/audit/properties/trail/anyOf/1/properties/use/pattern",keyword:"pattern",params:{pattern: "^arn:aws(-us-gov|-cn)?:cloudtrail:[a-z0-9-]+:[0-9]{12}:trail/[A-Za-z0-9._-]{3,128}$"},message:"must match pattern \""+"^arn:aws(-us-gov|-cn)?:cloudtrail:[a-z0-9-]+:[0-9]{12}:trail/[A-Za-z0-9._-]{3,128}$"+"\""};
if(vErrors === null){
vErrors = [err182];
}
else {
vErrors.push(err182);
}
errors++;
}
}
else {
const err183 = {instancePath:instancePath+"/audit/trail/use",schemaPath:"#/properties/audit/properties/trail/anyOf/1/properties/use/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err183];
}
else {
vErrors.push(err183);
}
errors++;
}
}
}
else {
const err184 = {instancePath:instancePath+"/audit/trail",schemaPath:"#/properties/audit/properties/trail/anyOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err184];
}
else {
vErrors.push(err184);
}
errors++;
}
var _valid2 = _errs181 === errors;
valid25 = valid25 || _valid2;
if(!valid25){
const _errs186 = errors;
if(data81 && typeof data81 == "object" && !Array.isArray(data81)){
if(data81.adopt === undefined){
const err185 = {instancePath:instancePath+"/audit/trail",schemaPath:"#/properties/audit/properties/trail/anyOf/2/required",keyword:"required",params:{missingProperty: "adopt"},message:"must have required property '"+"adopt"+"'"};
if(vErrors === null){
vErrors = [err185];
}
else {
vErrors.push(err185);
}
errors++;
}
for(const key11 in data81){
if(!(key11 === "adopt")){
const err186 = {instancePath:instancePath+"/audit/trail",schemaPath:"#/properties/audit/properties/trail/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err186];
}
else {
vErrors.push(err186);
}
errors++;
}
}
if(data81.adopt !== undefined){
let data83 = data81.adopt;
if(typeof data83 === "string"){
if(!pattern6.test(data83)){
const err187 = {instancePath:instancePath+"/audit/trail/adopt",schemaPath:"#/properties/audit/properties/trail/anyOf/2/properties/adopt/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9](?!.*[._-]{2})[A-Za-z0-9._-]{1,126}[A-Za-z0-9]$"},message:"must match pattern \""+"^[A-Za-z0-9](?!.*[._-]{2})[A-Za-z0-9._-]{1,126}[A-Za-z0-9]$"+"\""};
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
const err188 = {instancePath:instancePath+"/audit/trail/adopt",schemaPath:"#/properties/audit/properties/trail/anyOf/2/properties/adopt/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err188];
}
else {
vErrors.push(err188);
}
errors++;
}
}
}
else {
const err189 = {instancePath:instancePath+"/audit/trail",schemaPath:"#/properties/audit/properties/trail/anyOf/2/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err189];
}
else {
vErrors.push(err189);
}
errors++;
}
var _valid2 = _errs186 === errors;
valid25 = valid25 || _valid2;
}
}
if(!valid25){
const err190 = {instancePath:instancePath+"/audit/trail",schemaPath:"#/properties/audit/properties/trail/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err190];
}
else {
vErrors.push(err190);
}
errors++;
}
else {
errors = _errs179;
if(vErrors !== null){
if(_errs179){
vErrors.length = _errs179;
}
else {
vErrors = null;
}
}
}
}
if(data80["log-prefix"] !== undefined){
let data84 = data80["log-prefix"];
if(typeof data84 === "string"){
if(!pattern65.test(data84)){
const err191 = {instancePath:instancePath+"/audit/log-prefix",schemaPath:"#/properties/audit/properties/log-prefix/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$"},message:"must match pattern \""+"^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$"+"\""};
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
const err192 = {instancePath:instancePath+"/audit/log-prefix",schemaPath:"#/properties/audit/properties/log-prefix/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err192];
}
else {
vErrors.push(err192);
}
errors++;
}
}
if(data80["log-bucket"] !== undefined){
let data85 = data80["log-bucket"];
const _errs194 = errors;
let valid28 = false;
const _errs195 = errors;
if("create" !== data85){
const err193 = {instancePath:instancePath+"/audit/log-bucket",schemaPath:"#/properties/audit/properties/log-bucket/anyOf/0/const",keyword:"const",params:{allowedValue: "create"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err193];
}
else {
vErrors.push(err193);
}
errors++;
}
var _valid3 = _errs195 === errors;
valid28 = valid28 || _valid3;
if(!valid28){
const _errs196 = errors;
if(data85 && typeof data85 == "object" && !Array.isArray(data85)){
if(data85.use === undefined){
const err194 = {instancePath:instancePath+"/audit/log-bucket",schemaPath:"#/properties/audit/properties/log-bucket/anyOf/1/required",keyword:"required",params:{missingProperty: "use"},message:"must have required property '"+"use"+"'"};
if(vErrors === null){
vErrors = [err194];
}
else {
vErrors.push(err194);
}
errors++;
}
for(const key12 in data85){
if(!(key12 === "use")){
const err195 = {instancePath:instancePath+"/audit/log-bucket",schemaPath:"#/properties/audit/properties/log-bucket/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key12},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err195];
}
else {
vErrors.push(err195);
}
errors++;
}
}
if(data85.use !== undefined){
let data86 = data85.use;
if(typeof data86 === "string"){
if(!pattern8.test(data86)){
const err196 = {instancePath:instancePath+"/audit/log-bucket/use",schemaPath:"#/properties/audit/properties/log-bucket/anyOf/1/properties/use/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$"},message:"must match pattern \""+"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$"+"\""};
if(vErrors === null){
vErrors = [err196];
}
else {
vErrors.push(err196);
}
errors++;
}
}
else {
const err197 = {instancePath:instancePath+"/audit/log-bucket/use",schemaPath:"#/properties/audit/properties/log-bucket/anyOf/1/properties/use/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err197];
}
else {
vErrors.push(err197);
}
errors++;
}
}
}
else {
const err198 = {instancePath:instancePath+"/audit/log-bucket",schemaPath:"#/properties/audit/properties/log-bucket/anyOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err198];
}
else {
vErrors.push(err198);
}
errors++;
}
var _valid3 = _errs196 === errors;
valid28 = valid28 || _valid3;
if(!valid28){
const _errs201 = errors;
if(data85 && typeof data85 == "object" && !Array.isArray(data85)){
if(data85.adopt === undefined){
const err199 = {instancePath:instancePath+"/audit/log-bucket",schemaPath:"#/properties/audit/properties/log-bucket/anyOf/2/required",keyword:"required",params:{missingProperty: "adopt"},message:"must have required property '"+"adopt"+"'"};
if(vErrors === null){
vErrors = [err199];
}
else {
vErrors.push(err199);
}
errors++;
}
for(const key13 in data85){
if(!(key13 === "adopt")){
const err200 = {instancePath:instancePath+"/audit/log-bucket",schemaPath:"#/properties/audit/properties/log-bucket/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key13},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err200];
}
else {
vErrors.push(err200);
}
errors++;
}
}
if(data85.adopt !== undefined){
let data87 = data85.adopt;
if(typeof data87 === "string"){
if(!pattern8.test(data87)){
const err201 = {instancePath:instancePath+"/audit/log-bucket/adopt",schemaPath:"#/properties/audit/properties/log-bucket/anyOf/2/properties/adopt/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$"},message:"must match pattern \""+"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$"+"\""};
if(vErrors === null){
vErrors = [err201];
}
else {
vErrors.push(err201);
}
errors++;
}
}
else {
const err202 = {instancePath:instancePath+"/audit/log-bucket/adopt",schemaPath:"#/properties/audit/properties/log-bucket/anyOf/2/properties/adopt/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err202];
}
else {
vErrors.push(err202);
}
errors++;
}
}
}
else {
const err203 = {instancePath:instancePath+"/audit/log-bucket",schemaPath:"#/properties/audit/properties/log-bucket/anyOf/2/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err203];
}
else {
vErrors.push(err203);
}
errors++;
}
var _valid3 = _errs201 === errors;
valid28 = valid28 || _valid3;
}
}
if(!valid28){
const err204 = {instancePath:instancePath+"/audit/log-bucket",schemaPath:"#/properties/audit/properties/log-bucket/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err204];
}
else {
vErrors.push(err204);
}
errors++;
}
else {
errors = _errs194;
if(vErrors !== null){
if(_errs194){
vErrors.length = _errs194;
}
else {
vErrors = null;
}
}
}
}
if(data80["log-group"] !== undefined){
let data88 = data80["log-group"];
const _errs207 = errors;
let valid31 = false;
const _errs208 = errors;
if("create" !== data88){
const err205 = {instancePath:instancePath+"/audit/log-group",schemaPath:"#/properties/audit/properties/log-group/anyOf/0/const",keyword:"const",params:{allowedValue: "create"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err205];
}
else {
vErrors.push(err205);
}
errors++;
}
var _valid4 = _errs208 === errors;
valid31 = valid31 || _valid4;
if(!valid31){
const _errs209 = errors;
if(data88 && typeof data88 == "object" && !Array.isArray(data88)){
if(data88.use === undefined){
const err206 = {instancePath:instancePath+"/audit/log-group",schemaPath:"#/properties/audit/properties/log-group/anyOf/1/required",keyword:"required",params:{missingProperty: "use"},message:"must have required property '"+"use"+"'"};
if(vErrors === null){
vErrors = [err206];
}
else {
vErrors.push(err206);
}
errors++;
}
for(const key14 in data88){
if(!(key14 === "use")){
const err207 = {instancePath:instancePath+"/audit/log-group",schemaPath:"#/properties/audit/properties/log-group/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key14},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err207];
}
else {
vErrors.push(err207);
}
errors++;
}
}
if(data88.use !== undefined){
let data89 = data88.use;
if(typeof data89 === "string"){
if(!pattern10.test(data89)){
const err208 = {instancePath:instancePath+"/audit/log-group/use",schemaPath:"#/properties/audit/properties/log-group/anyOf/1/properties/use/pattern",keyword:"pattern",params:{pattern: "^(?!aws/)[A-Za-z0-9_/.#-]{1,512}$"},message:"must match pattern \""+"^(?!aws/)[A-Za-z0-9_/.#-]{1,512}$"+"\""};
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
const err209 = {instancePath:instancePath+"/audit/log-group/use",schemaPath:"#/properties/audit/properties/log-group/anyOf/1/properties/use/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err210 = {instancePath:instancePath+"/audit/log-group",schemaPath:"#/properties/audit/properties/log-group/anyOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err210];
}
else {
vErrors.push(err210);
}
errors++;
}
var _valid4 = _errs209 === errors;
valid31 = valid31 || _valid4;
if(!valid31){
const _errs214 = errors;
if(data88 && typeof data88 == "object" && !Array.isArray(data88)){
if(data88.adopt === undefined){
const err211 = {instancePath:instancePath+"/audit/log-group",schemaPath:"#/properties/audit/properties/log-group/anyOf/2/required",keyword:"required",params:{missingProperty: "adopt"},message:"must have required property '"+"adopt"+"'"};
if(vErrors === null){
vErrors = [err211];
}
else {
vErrors.push(err211);
}
errors++;
}
for(const key15 in data88){
if(!(key15 === "adopt")){
const err212 = {instancePath:instancePath+"/audit/log-group",schemaPath:"#/properties/audit/properties/log-group/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key15},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err212];
}
else {
vErrors.push(err212);
}
errors++;
}
}
if(data88.adopt !== undefined){
let data90 = data88.adopt;
if(typeof data90 === "string"){
if(!pattern10.test(data90)){
const err213 = {instancePath:instancePath+"/audit/log-group/adopt",schemaPath:"#/properties/audit/properties/log-group/anyOf/2/properties/adopt/pattern",keyword:"pattern",params:{pattern: "^(?!aws/)[A-Za-z0-9_/.#-]{1,512}$"},message:"must match pattern \""+"^(?!aws/)[A-Za-z0-9_/.#-]{1,512}$"+"\""};
if(vErrors === null){
vErrors = [err213];
}
else {
vErrors.push(err213);
}
errors++;
}
}
else {
const err214 = {instancePath:instancePath+"/audit/log-group/adopt",schemaPath:"#/properties/audit/properties/log-group/anyOf/2/properties/adopt/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err215 = {instancePath:instancePath+"/audit/log-group",schemaPath:"#/properties/audit/properties/log-group/anyOf/2/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err215];
}
else {
vErrors.push(err215);
}
errors++;
}
var _valid4 = _errs214 === errors;
valid31 = valid31 || _valid4;
}
}
if(!valid31){
const err216 = {instancePath:instancePath+"/audit/log-group",schemaPath:"#/properties/audit/properties/log-group/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err216];
}
else {
vErrors.push(err216);
}
errors++;
}
else {
errors = _errs207;
if(vErrors !== null){
if(_errs207){
vErrors.length = _errs207;
}
else {
vErrors = null;
}
}
}
}
if(data80.organization !== undefined){
let data91 = data80.organization;
if(data91 && typeof data91 == "object" && !Array.isArray(data91)){
if(data91.id === undefined){
const err217 = {instancePath:instancePath+"/audit/organization",schemaPath:"#/properties/audit/properties/organization/required",keyword:"required",params:{missingProperty: "id"},message:"must have required property '"+"id"+"'"};
if(vErrors === null){
vErrors = [err217];
}
else {
vErrors.push(err217);
}
errors++;
}
for(const key16 in data91){
if(!(key16 === "id")){
const err218 = {instancePath:instancePath+"/audit/organization",schemaPath:"#/properties/audit/properties/organization/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key16},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err218];
}
else {
vErrors.push(err218);
}
errors++;
}
}
if(data91.id !== undefined){
let data92 = data91.id;
if(typeof data92 === "string"){
if(!pattern70.test(data92)){
const err219 = {instancePath:instancePath+"/audit/organization/id",schemaPath:"#/properties/audit/properties/organization/properties/id/pattern",keyword:"pattern",params:{pattern: "^o-[a-z0-9]{10,32}$"},message:"must match pattern \""+"^o-[a-z0-9]{10,32}$"+"\""};
if(vErrors === null){
vErrors = [err219];
}
else {
vErrors.push(err219);
}
errors++;
}
}
else {
const err220 = {instancePath:instancePath+"/audit/organization/id",schemaPath:"#/properties/audit/properties/organization/properties/id/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err220];
}
else {
vErrors.push(err220);
}
errors++;
}
}
}
else {
const err221 = {instancePath:instancePath+"/audit/organization",schemaPath:"#/properties/audit/properties/organization/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err221];
}
else {
vErrors.push(err221);
}
errors++;
}
}
if(data80["data-events"] !== undefined){
let data93 = data80["data-events"];
const _errs225 = errors;
let valid35 = false;
const _errs226 = errors;
if("all" !== data93){
const err222 = {instancePath:instancePath+"/audit/data-events",schemaPath:"#/properties/audit/properties/data-events/anyOf/0/const",keyword:"const",params:{allowedValue: "all"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err222];
}
else {
vErrors.push(err222);
}
errors++;
}
var _valid5 = _errs226 === errors;
valid35 = valid35 || _valid5;
if(!valid35){
const _errs227 = errors;
if(Array.isArray(data93)){
if(data93.length > 100){
const err223 = {instancePath:instancePath+"/audit/data-events",schemaPath:"#/properties/audit/properties/data-events/anyOf/1/maxItems",keyword:"maxItems",params:{limit: 100},message:"must NOT have more than 100 items"};
if(vErrors === null){
vErrors = [err223];
}
else {
vErrors.push(err223);
}
errors++;
}
const len6 = data93.length;
for(let i7=0; i7<len6; i7++){
let data94 = data93[i7];
if(typeof data94 === "string"){
if(!pattern8.test(data94)){
const err224 = {instancePath:instancePath+"/audit/data-events/" + i7,schemaPath:"#/properties/audit/properties/data-events/anyOf/1/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$"},message:"must match pattern \""+"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$"+"\""};
if(vErrors === null){
vErrors = [err224];
}
else {
vErrors.push(err224);
}
errors++;
}
}
else {
const err225 = {instancePath:instancePath+"/audit/data-events/" + i7,schemaPath:"#/properties/audit/properties/data-events/anyOf/1/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err225];
}
else {
vErrors.push(err225);
}
errors++;
}
}
}
else {
const err226 = {instancePath:instancePath+"/audit/data-events",schemaPath:"#/properties/audit/properties/data-events/anyOf/1/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err226];
}
else {
vErrors.push(err226);
}
errors++;
}
var _valid5 = _errs227 === errors;
valid35 = valid35 || _valid5;
}
if(!valid35){
const err227 = {instancePath:instancePath+"/audit/data-events",schemaPath:"#/properties/audit/properties/data-events/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err227];
}
else {
vErrors.push(err227);
}
errors++;
}
else {
errors = _errs225;
if(vErrors !== null){
if(_errs225){
vErrors.length = _errs225;
}
else {
vErrors = null;
}
}
}
}
if(data80["data-events-access"] !== undefined){
let data95 = data80["data-events-access"];
if(!(((data95 === "all") || (data95 === "read")) || (data95 === "write"))){
const err228 = {instancePath:instancePath+"/audit/data-events-access",schemaPath:"#/properties/audit/properties/data-events-access/enum",keyword:"enum",params:{allowedValues: schema11.properties.audit.properties["data-events-access"].enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err228];
}
else {
vErrors.push(err228);
}
errors++;
}
}
if(data80["data-resources"] !== undefined){
let data96 = data80["data-resources"];
if(Array.isArray(data96)){
if(data96.length > 28){
const err229 = {instancePath:instancePath+"/audit/data-resources",schemaPath:"#/properties/audit/properties/data-resources/maxItems",keyword:"maxItems",params:{limit: 28},message:"must NOT have more than 28 items"};
if(vErrors === null){
vErrors = [err229];
}
else {
vErrors.push(err229);
}
errors++;
}
if(data96.length < 1){
const err230 = {instancePath:instancePath+"/audit/data-resources",schemaPath:"#/properties/audit/properties/data-resources/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err230];
}
else {
vErrors.push(err230);
}
errors++;
}
const len7 = data96.length;
for(let i8=0; i8<len7; i8++){
let data97 = data96[i8];
if(typeof data97 !== "string"){
const err231 = {instancePath:instancePath+"/audit/data-resources/" + i8,schemaPath:"#/properties/audit/properties/data-resources/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err231];
}
else {
vErrors.push(err231);
}
errors++;
}
if(!((((((((((((((((((((((((((((data97 === "AWS::Bedrock::AgentAlias") || (data97 === "AWS::Bedrock::FlowAlias")) || (data97 === "AWS::Bedrock::Guardrail")) || (data97 === "AWS::Bedrock::InlineAgent")) || (data97 === "AWS::Bedrock::KnowledgeBase")) || (data97 === "AWS::Bedrock::Model")) || (data97 === "AWS::DynamoDB::Stream")) || (data97 === "AWS::DynamoDB::Table")) || (data97 === "AWS::EC2::Snapshot")) || (data97 === "AWS::Glue::Table")) || (data97 === "AWS::Kinesis::Stream")) || (data97 === "AWS::KinesisVideo::Stream")) || (data97 === "AWS::Lambda::Function")) || (data97 === "AWS::RDS::DBCluster")) || (data97 === "AWS::S3::AccessPoint")) || (data97 === "AWS::S3Express::Object")) || (data97 === "AWS::S3ObjectLambda::AccessPoint")) || (data97 === "AWS::S3Tables::Table")) || (data97 === "AWS::SageMaker::Endpoint")) || (data97 === "AWS::SageMaker::ExperimentTrialComponent")) || (data97 === "AWS::SageMaker::FeatureGroup")) || (data97 === "AWS::SageMaker::MLflow")) || (data97 === "AWS::SNS::Topic")) || (data97 === "AWS::SQS::Queue")) || (data97 === "AWS::SSM::ManagedNode")) || (data97 === "AWS::SSMMessages::ControlChannel")) || (data97 === "AWS::StepFunctions::StateMachine")) || (data97 === "AWS::XRay::Trace"))){
const err232 = {instancePath:instancePath+"/audit/data-resources/" + i8,schemaPath:"#/properties/audit/properties/data-resources/items/enum",keyword:"enum",params:{allowedValues: schema11.properties.audit.properties["data-resources"].items.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err232];
}
else {
vErrors.push(err232);
}
errors++;
}
}
let i9 = data96.length;
let j1;
if(i9 > 1){
const indices1 = {};
for(;i9--;){
let item1 = data96[i9];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j1 = indices1[item1];
const err233 = {instancePath:instancePath+"/audit/data-resources",schemaPath:"#/properties/audit/properties/data-resources/uniqueItems",keyword:"uniqueItems",params:{i: i9, j: j1},message:"must NOT have duplicate items (items ## "+j1+" and "+i9+" are identical)"};
if(vErrors === null){
vErrors = [err233];
}
else {
vErrors.push(err233);
}
errors++;
break;
}
indices1[item1] = i9;
}
}
}
else {
const err234 = {instancePath:instancePath+"/audit/data-resources",schemaPath:"#/properties/audit/properties/data-resources/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err234];
}
else {
vErrors.push(err234);
}
errors++;
}
}
if(data80["network-activity"] !== undefined){
let data98 = data80["network-activity"];
if(data98 && typeof data98 == "object" && !Array.isArray(data98)){
if(data98["event-sources"] === undefined){
const err235 = {instancePath:instancePath+"/audit/network-activity",schemaPath:"#/properties/audit/properties/network-activity/required",keyword:"required",params:{missingProperty: "event-sources"},message:"must have required property '"+"event-sources"+"'"};
if(vErrors === null){
vErrors = [err235];
}
else {
vErrors.push(err235);
}
errors++;
}
for(const key17 in data98){
if(!((key17 === "event-sources") || (key17 === "denied-only"))){
const err236 = {instancePath:instancePath+"/audit/network-activity",schemaPath:"#/properties/audit/properties/network-activity/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key17},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err236];
}
else {
vErrors.push(err236);
}
errors++;
}
}
if(data98["event-sources"] !== undefined){
let data99 = data98["event-sources"];
if(Array.isArray(data99)){
if(data99.length > 5){
const err237 = {instancePath:instancePath+"/audit/network-activity/event-sources",schemaPath:"#/properties/audit/properties/network-activity/properties/event-sources/maxItems",keyword:"maxItems",params:{limit: 5},message:"must NOT have more than 5 items"};
if(vErrors === null){
vErrors = [err237];
}
else {
vErrors.push(err237);
}
errors++;
}
if(data99.length < 1){
const err238 = {instancePath:instancePath+"/audit/network-activity/event-sources",schemaPath:"#/properties/audit/properties/network-activity/properties/event-sources/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err238];
}
else {
vErrors.push(err238);
}
errors++;
}
const len8 = data99.length;
for(let i10=0; i10<len8; i10++){
let data100 = data99[i10];
if(typeof data100 !== "string"){
const err239 = {instancePath:instancePath+"/audit/network-activity/event-sources/" + i10,schemaPath:"#/properties/audit/properties/network-activity/properties/event-sources/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err239];
}
else {
vErrors.push(err239);
}
errors++;
}
if(!(((((data100 === "cloudtrail.amazonaws.com") || (data100 === "ec2.amazonaws.com")) || (data100 === "kms.amazonaws.com")) || (data100 === "s3.amazonaws.com")) || (data100 === "secretsmanager.amazonaws.com"))){
const err240 = {instancePath:instancePath+"/audit/network-activity/event-sources/" + i10,schemaPath:"#/properties/audit/properties/network-activity/properties/event-sources/items/enum",keyword:"enum",params:{allowedValues: schema11.properties.audit.properties["network-activity"].properties["event-sources"].items.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err240];
}
else {
vErrors.push(err240);
}
errors++;
}
}
let i11 = data99.length;
let j2;
if(i11 > 1){
const indices2 = {};
for(;i11--;){
let item2 = data99[i11];
if(typeof item2 !== "string"){
continue;
}
if(typeof indices2[item2] == "number"){
j2 = indices2[item2];
const err241 = {instancePath:instancePath+"/audit/network-activity/event-sources",schemaPath:"#/properties/audit/properties/network-activity/properties/event-sources/uniqueItems",keyword:"uniqueItems",params:{i: i11, j: j2},message:"must NOT have duplicate items (items ## "+j2+" and "+i11+" are identical)"};
if(vErrors === null){
vErrors = [err241];
}
else {
vErrors.push(err241);
}
errors++;
break;
}
indices2[item2] = i11;
}
}
}
else {
const err242 = {instancePath:instancePath+"/audit/network-activity/event-sources",schemaPath:"#/properties/audit/properties/network-activity/properties/event-sources/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err242];
}
else {
vErrors.push(err242);
}
errors++;
}
}
if(data98["denied-only"] !== undefined){
if(typeof data98["denied-only"] !== "boolean"){
const err243 = {instancePath:instancePath+"/audit/network-activity/denied-only",schemaPath:"#/properties/audit/properties/network-activity/properties/denied-only/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err243];
}
else {
vErrors.push(err243);
}
errors++;
}
}
}
else {
const err244 = {instancePath:instancePath+"/audit/network-activity",schemaPath:"#/properties/audit/properties/network-activity/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err244];
}
else {
vErrors.push(err244);
}
errors++;
}
}
if(data80.insights !== undefined){
if(typeof data80.insights !== "boolean"){
const err245 = {instancePath:instancePath+"/audit/insights",schemaPath:"#/properties/audit/properties/insights/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err245];
}
else {
vErrors.push(err245);
}
errors++;
}
}
if(data80["delivery-notices"] !== undefined){
if(typeof data80["delivery-notices"] !== "boolean"){
const err246 = {instancePath:instancePath+"/audit/delivery-notices",schemaPath:"#/properties/audit/properties/delivery-notices/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err246];
}
else {
vErrors.push(err246);
}
errors++;
}
}
if(data80.encryption !== undefined){
let data104 = data80.encryption;
if(!((data104 === "sse-kms") || (data104 === "sse-s3"))){
const err247 = {instancePath:instancePath+"/audit/encryption",schemaPath:"#/properties/audit/properties/encryption/enum",keyword:"enum",params:{allowedValues: schema11.properties.audit.properties.encryption.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err247];
}
else {
vErrors.push(err247);
}
errors++;
}
}
if(data80.key !== undefined){
let data105 = data80.key;
if(data105 && typeof data105 == "object" && !Array.isArray(data105)){
for(const key18 in data105){
if(!(((((key18 === "rotation-days") || (key18 === "administrators")) || (key18 === "allow-deletion")) || (key18 === "use")) || (key18 === "adopt"))){
const err248 = {instancePath:instancePath+"/audit/key",schemaPath:"#/properties/audit/properties/key/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key18},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err248];
}
else {
vErrors.push(err248);
}
errors++;
}
}
if(data105["rotation-days"] !== undefined){
let data106 = data105["rotation-days"];
if(!(((typeof data106 == "number") && (!(data106 % 1) && !isNaN(data106))) && (isFinite(data106)))){
const err249 = {instancePath:instancePath+"/audit/key/rotation-days",schemaPath:"#/properties/audit/properties/key/properties/rotation-days/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err249];
}
else {
vErrors.push(err249);
}
errors++;
}
if((typeof data106 == "number") && (isFinite(data106))){
if(data106 > 2560 || isNaN(data106)){
const err250 = {instancePath:instancePath+"/audit/key/rotation-days",schemaPath:"#/properties/audit/properties/key/properties/rotation-days/maximum",keyword:"maximum",params:{comparison: "<=", limit: 2560},message:"must be <= 2560"};
if(vErrors === null){
vErrors = [err250];
}
else {
vErrors.push(err250);
}
errors++;
}
if(data106 < 90 || isNaN(data106)){
const err251 = {instancePath:instancePath+"/audit/key/rotation-days",schemaPath:"#/properties/audit/properties/key/properties/rotation-days/minimum",keyword:"minimum",params:{comparison: ">=", limit: 90},message:"must be >= 90"};
if(vErrors === null){
vErrors = [err251];
}
else {
vErrors.push(err251);
}
errors++;
}
}
}
if(data105.administrators !== undefined){
let data107 = data105.administrators;
if(Array.isArray(data107)){
if(data107.length > 20){
const err252 = {instancePath:instancePath+"/audit/key/administrators",schemaPath:"#/properties/audit/properties/key/properties/administrators/maxItems",keyword:"maxItems",params:{limit: 20},message:"must NOT have more than 20 items"};
if(vErrors === null){
vErrors = [err252];
}
else {
vErrors.push(err252);
}
errors++;
}
const len9 = data107.length;
for(let i12=0; i12<len9; i12++){
let data108 = data107[i12];
if(typeof data108 === "string"){
if(!pattern72.test(data108)){
const err253 = {instancePath:instancePath+"/audit/key/administrators/" + i12,schemaPath:"#/properties/audit/properties/key/properties/administrators/items/pattern",keyword:"pattern",params:{pattern: "^arn:aws(-us-gov|-cn)?:iam::[0-9]{12}:(role|user)/[A-Za-z0-9+=,.@_/-]+$"},message:"must match pattern \""+"^arn:aws(-us-gov|-cn)?:iam::[0-9]{12}:(role|user)/[A-Za-z0-9+=,.@_/-]+$"+"\""};
if(vErrors === null){
vErrors = [err253];
}
else {
vErrors.push(err253);
}
errors++;
}
}
else {
const err254 = {instancePath:instancePath+"/audit/key/administrators/" + i12,schemaPath:"#/properties/audit/properties/key/properties/administrators/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err254];
}
else {
vErrors.push(err254);
}
errors++;
}
}
}
else {
const err255 = {instancePath:instancePath+"/audit/key/administrators",schemaPath:"#/properties/audit/properties/key/properties/administrators/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err255];
}
else {
vErrors.push(err255);
}
errors++;
}
}
if(data105["allow-deletion"] !== undefined){
if(typeof data105["allow-deletion"] !== "boolean"){
const err256 = {instancePath:instancePath+"/audit/key/allow-deletion",schemaPath:"#/properties/audit/properties/key/properties/allow-deletion/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err256];
}
else {
vErrors.push(err256);
}
errors++;
}
}
if(data105.use !== undefined){
let data110 = data105.use;
if(typeof data110 === "string"){
if(!pattern73.test(data110)){
const err257 = {instancePath:instancePath+"/audit/key/use",schemaPath:"#/properties/audit/properties/key/properties/use/pattern",keyword:"pattern",params:{pattern: "^arn:aws(-us-gov|-cn)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$"},message:"must match pattern \""+"^arn:aws(-us-gov|-cn)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$"+"\""};
if(vErrors === null){
vErrors = [err257];
}
else {
vErrors.push(err257);
}
errors++;
}
}
else {
const err258 = {instancePath:instancePath+"/audit/key/use",schemaPath:"#/properties/audit/properties/key/properties/use/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err258];
}
else {
vErrors.push(err258);
}
errors++;
}
}
if(data105.adopt !== undefined){
let data111 = data105.adopt;
if(typeof data111 === "string"){
if(!pattern74.test(data111)){
const err259 = {instancePath:instancePath+"/audit/key/adopt",schemaPath:"#/properties/audit/properties/key/properties/adopt/pattern",keyword:"pattern",params:{pattern: "^(?:(?:arn:aws(?:-us-gov|-cn)?:kms:[a-z0-9-]+:[0-9]{12}:key/)?[A-Za-z0-9-]{3,64}|alias/[A-Za-z0-9/_-]{1,250})$"},message:"must match pattern \""+"^(?:(?:arn:aws(?:-us-gov|-cn)?:kms:[a-z0-9-]+:[0-9]{12}:key/)?[A-Za-z0-9-]{3,64}|alias/[A-Za-z0-9/_-]{1,250})$"+"\""};
if(vErrors === null){
vErrors = [err259];
}
else {
vErrors.push(err259);
}
errors++;
}
}
else {
const err260 = {instancePath:instancePath+"/audit/key/adopt",schemaPath:"#/properties/audit/properties/key/properties/adopt/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err260];
}
else {
vErrors.push(err260);
}
errors++;
}
}
}
else {
const err261 = {instancePath:instancePath+"/audit/key",schemaPath:"#/properties/audit/properties/key/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err261];
}
else {
vErrors.push(err261);
}
errors++;
}
}
if(data80["bucket-key"] !== undefined){
if(typeof data80["bucket-key"] !== "boolean"){
const err262 = {instancePath:instancePath+"/audit/bucket-key",schemaPath:"#/properties/audit/properties/bucket-key/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err262];
}
else {
vErrors.push(err262);
}
errors++;
}
}
if(data80["reader-accounts"] !== undefined){
let data113 = data80["reader-accounts"];
if(Array.isArray(data113)){
if(data113.length > 20){
const err263 = {instancePath:instancePath+"/audit/reader-accounts",schemaPath:"#/properties/audit/properties/reader-accounts/maxItems",keyword:"maxItems",params:{limit: 20},message:"must NOT have more than 20 items"};
if(vErrors === null){
vErrors = [err263];
}
else {
vErrors.push(err263);
}
errors++;
}
const len10 = data113.length;
for(let i13=0; i13<len10; i13++){
let data114 = data113[i13];
if(typeof data114 === "string"){
if(!pattern3.test(data114)){
const err264 = {instancePath:instancePath+"/audit/reader-accounts/" + i13,schemaPath:"#/properties/audit/properties/reader-accounts/items/pattern",keyword:"pattern",params:{pattern: "^[0-9]{12}$"},message:"must match pattern \""+"^[0-9]{12}$"+"\""};
if(vErrors === null){
vErrors = [err264];
}
else {
vErrors.push(err264);
}
errors++;
}
}
else {
const err265 = {instancePath:instancePath+"/audit/reader-accounts/" + i13,schemaPath:"#/properties/audit/properties/reader-accounts/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err265];
}
else {
vErrors.push(err265);
}
errors++;
}
}
}
else {
const err266 = {instancePath:instancePath+"/audit/reader-accounts",schemaPath:"#/properties/audit/properties/reader-accounts/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err266];
}
else {
vErrors.push(err266);
}
errors++;
}
}
if(data80["object-lock"] !== undefined){
let data115 = data80["object-lock"];
if(data115 && typeof data115 == "object" && !Array.isArray(data115)){
if(data115.mode === undefined){
const err267 = {instancePath:instancePath+"/audit/object-lock",schemaPath:"#/properties/audit/properties/object-lock/required",keyword:"required",params:{missingProperty: "mode"},message:"must have required property '"+"mode"+"'"};
if(vErrors === null){
vErrors = [err267];
}
else {
vErrors.push(err267);
}
errors++;
}
if(data115.days === undefined){
const err268 = {instancePath:instancePath+"/audit/object-lock",schemaPath:"#/properties/audit/properties/object-lock/required",keyword:"required",params:{missingProperty: "days"},message:"must have required property '"+"days"+"'"};
if(vErrors === null){
vErrors = [err268];
}
else {
vErrors.push(err268);
}
errors++;
}
for(const key19 in data115){
if(!(((key19 === "mode") || (key19 === "days")) || (key19 === "confirm"))){
const err269 = {instancePath:instancePath+"/audit/object-lock",schemaPath:"#/properties/audit/properties/object-lock/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key19},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err269];
}
else {
vErrors.push(err269);
}
errors++;
}
}
if(data115.mode !== undefined){
let data116 = data115.mode;
if(!((data116 === "governance") || (data116 === "compliance"))){
const err270 = {instancePath:instancePath+"/audit/object-lock/mode",schemaPath:"#/properties/audit/properties/object-lock/properties/mode/enum",keyword:"enum",params:{allowedValues: schema11.properties.audit.properties["object-lock"].properties.mode.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err270];
}
else {
vErrors.push(err270);
}
errors++;
}
}
if(data115.days !== undefined){
let data117 = data115.days;
if(!(((typeof data117 == "number") && (!(data117 % 1) && !isNaN(data117))) && (isFinite(data117)))){
const err271 = {instancePath:instancePath+"/audit/object-lock/days",schemaPath:"#/properties/audit/properties/object-lock/properties/days/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err271];
}
else {
vErrors.push(err271);
}
errors++;
}
if((typeof data117 == "number") && (isFinite(data117))){
if(data117 > 36500 || isNaN(data117)){
const err272 = {instancePath:instancePath+"/audit/object-lock/days",schemaPath:"#/properties/audit/properties/object-lock/properties/days/maximum",keyword:"maximum",params:{comparison: "<=", limit: 36500},message:"must be <= 36500"};
if(vErrors === null){
vErrors = [err272];
}
else {
vErrors.push(err272);
}
errors++;
}
if(data117 < 1 || isNaN(data117)){
const err273 = {instancePath:instancePath+"/audit/object-lock/days",schemaPath:"#/properties/audit/properties/object-lock/properties/days/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err273];
}
else {
vErrors.push(err273);
}
errors++;
}
}
}
if(data115.confirm !== undefined){
let data118 = data115.confirm;
if(typeof data118 === "string"){
if(!pattern76.test(data118)){
const err274 = {instancePath:instancePath+"/audit/object-lock/confirm",schemaPath:"#/properties/audit/properties/object-lock/properties/confirm/pattern",keyword:"pattern",params:{pattern: "^nobody can shorten this$"},message:"must match pattern \""+"^nobody can shorten this$"+"\""};
if(vErrors === null){
vErrors = [err274];
}
else {
vErrors.push(err274);
}
errors++;
}
}
else {
const err275 = {instancePath:instancePath+"/audit/object-lock/confirm",schemaPath:"#/properties/audit/properties/object-lock/properties/confirm/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err275];
}
else {
vErrors.push(err275);
}
errors++;
}
}
}
else {
const err276 = {instancePath:instancePath+"/audit/object-lock",schemaPath:"#/properties/audit/properties/object-lock/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err276];
}
else {
vErrors.push(err276);
}
errors++;
}
}
if(data80["break-glass"] !== undefined){
let data119 = data80["break-glass"];
if(Array.isArray(data119)){
if(data119.length > 10){
const err277 = {instancePath:instancePath+"/audit/break-glass",schemaPath:"#/properties/audit/properties/break-glass/maxItems",keyword:"maxItems",params:{limit: 10},message:"must NOT have more than 10 items"};
if(vErrors === null){
vErrors = [err277];
}
else {
vErrors.push(err277);
}
errors++;
}
if(data119.length < 1){
const err278 = {instancePath:instancePath+"/audit/break-glass",schemaPath:"#/properties/audit/properties/break-glass/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err278];
}
else {
vErrors.push(err278);
}
errors++;
}
const len11 = data119.length;
for(let i14=0; i14<len11; i14++){
let data120 = data119[i14];
if(typeof data120 === "string"){
if(!pattern72.test(data120)){
const err279 = {instancePath:instancePath+"/audit/break-glass/" + i14,schemaPath:"#/properties/audit/properties/break-glass/items/pattern",keyword:"pattern",params:{pattern: "^arn:aws(-us-gov|-cn)?:iam::[0-9]{12}:(role|user)/[A-Za-z0-9+=,.@_/-]+$"},message:"must match pattern \""+"^arn:aws(-us-gov|-cn)?:iam::[0-9]{12}:(role|user)/[A-Za-z0-9+=,.@_/-]+$"+"\""};
if(vErrors === null){
vErrors = [err279];
}
else {
vErrors.push(err279);
}
errors++;
}
}
else {
const err280 = {instancePath:instancePath+"/audit/break-glass/" + i14,schemaPath:"#/properties/audit/properties/break-glass/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err280];
}
else {
vErrors.push(err280);
}
errors++;
}
}
let i15 = data119.length;
let j3;
if(i15 > 1){
const indices3 = {};
for(;i15--;){
let item3 = data119[i15];
if(typeof item3 !== "string"){
continue;
}
if(typeof indices3[item3] == "number"){
j3 = indices3[item3];
const err281 = {instancePath:instancePath+"/audit/break-glass",schemaPath:"#/properties/audit/properties/break-glass/uniqueItems",keyword:"uniqueItems",params:{i: i15, j: j3},message:"must NOT have duplicate items (items ## "+j3+" and "+i15+" are identical)"};
if(vErrors === null){
vErrors = [err281];
}
else {
vErrors.push(err281);
}
errors++;
break;
}
indices3[item3] = i15;
}
}
}
else {
const err282 = {instancePath:instancePath+"/audit/break-glass",schemaPath:"#/properties/audit/properties/break-glass/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err282];
}
else {
vErrors.push(err282);
}
errors++;
}
}
if(data80.lifecycle !== undefined){
let data121 = data80.lifecycle;
if(data121 && typeof data121 == "object" && !Array.isArray(data121)){
for(const key20 in data121){
if(!((((((key20 === "standard-ia") || (key20 === "glacier")) || (key20 === "glacier-class")) || (key20 === "deep-archive")) || (key20 === "expire")) || (key20 === "scope"))){
const err283 = {instancePath:instancePath+"/audit/lifecycle",schemaPath:"#/properties/audit/properties/lifecycle/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key20},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err283];
}
else {
vErrors.push(err283);
}
errors++;
}
}
if(data121["standard-ia"] !== undefined){
let data122 = data121["standard-ia"];
if((!(((typeof data122 == "number") && (!(data122 % 1) && !isNaN(data122))) && (isFinite(data122)))) && (data122 !== null)){
const err284 = {instancePath:instancePath+"/audit/lifecycle/standard-ia",schemaPath:"#/properties/audit/properties/lifecycle/properties/standard-ia/type",keyword:"type",params:{type: schema11.properties.audit.properties.lifecycle.properties["standard-ia"].type},message:"must be integer,null"};
if(vErrors === null){
vErrors = [err284];
}
else {
vErrors.push(err284);
}
errors++;
}
if((typeof data122 == "number") && (isFinite(data122))){
if(data122 > 3650 || isNaN(data122)){
const err285 = {instancePath:instancePath+"/audit/lifecycle/standard-ia",schemaPath:"#/properties/audit/properties/lifecycle/properties/standard-ia/maximum",keyword:"maximum",params:{comparison: "<=", limit: 3650},message:"must be <= 3650"};
if(vErrors === null){
vErrors = [err285];
}
else {
vErrors.push(err285);
}
errors++;
}
if(data122 < 30 || isNaN(data122)){
const err286 = {instancePath:instancePath+"/audit/lifecycle/standard-ia",schemaPath:"#/properties/audit/properties/lifecycle/properties/standard-ia/minimum",keyword:"minimum",params:{comparison: ">=", limit: 30},message:"must be >= 30"};
if(vErrors === null){
vErrors = [err286];
}
else {
vErrors.push(err286);
}
errors++;
}
}
}
if(data121.glacier !== undefined){
let data123 = data121.glacier;
if((!(((typeof data123 == "number") && (!(data123 % 1) && !isNaN(data123))) && (isFinite(data123)))) && (data123 !== null)){
const err287 = {instancePath:instancePath+"/audit/lifecycle/glacier",schemaPath:"#/properties/audit/properties/lifecycle/properties/glacier/type",keyword:"type",params:{type: schema11.properties.audit.properties.lifecycle.properties.glacier.type},message:"must be integer,null"};
if(vErrors === null){
vErrors = [err287];
}
else {
vErrors.push(err287);
}
errors++;
}
if((typeof data123 == "number") && (isFinite(data123))){
if(data123 > 3650 || isNaN(data123)){
const err288 = {instancePath:instancePath+"/audit/lifecycle/glacier",schemaPath:"#/properties/audit/properties/lifecycle/properties/glacier/maximum",keyword:"maximum",params:{comparison: "<=", limit: 3650},message:"must be <= 3650"};
if(vErrors === null){
vErrors = [err288];
}
else {
vErrors.push(err288);
}
errors++;
}
if(data123 < 30 || isNaN(data123)){
const err289 = {instancePath:instancePath+"/audit/lifecycle/glacier",schemaPath:"#/properties/audit/properties/lifecycle/properties/glacier/minimum",keyword:"minimum",params:{comparison: ">=", limit: 30},message:"must be >= 30"};
if(vErrors === null){
vErrors = [err289];
}
else {
vErrors.push(err289);
}
errors++;
}
}
}
if(data121["glacier-class"] !== undefined){
let data124 = data121["glacier-class"];
if(!((data124 === "GLACIER_IR") || (data124 === "GLACIER"))){
const err290 = {instancePath:instancePath+"/audit/lifecycle/glacier-class",schemaPath:"#/properties/audit/properties/lifecycle/properties/glacier-class/enum",keyword:"enum",params:{allowedValues: schema11.properties.audit.properties.lifecycle.properties["glacier-class"].enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err290];
}
else {
vErrors.push(err290);
}
errors++;
}
}
if(data121["deep-archive"] !== undefined){
let data125 = data121["deep-archive"];
if((!(((typeof data125 == "number") && (!(data125 % 1) && !isNaN(data125))) && (isFinite(data125)))) && (data125 !== null)){
const err291 = {instancePath:instancePath+"/audit/lifecycle/deep-archive",schemaPath:"#/properties/audit/properties/lifecycle/properties/deep-archive/type",keyword:"type",params:{type: schema11.properties.audit.properties.lifecycle.properties["deep-archive"].type},message:"must be integer,null"};
if(vErrors === null){
vErrors = [err291];
}
else {
vErrors.push(err291);
}
errors++;
}
if((typeof data125 == "number") && (isFinite(data125))){
if(data125 > 3650 || isNaN(data125)){
const err292 = {instancePath:instancePath+"/audit/lifecycle/deep-archive",schemaPath:"#/properties/audit/properties/lifecycle/properties/deep-archive/maximum",keyword:"maximum",params:{comparison: "<=", limit: 3650},message:"must be <= 3650"};
if(vErrors === null){
vErrors = [err292];
}
else {
vErrors.push(err292);
}
errors++;
}
if(data125 < 30 || isNaN(data125)){
const err293 = {instancePath:instancePath+"/audit/lifecycle/deep-archive",schemaPath:"#/properties/audit/properties/lifecycle/properties/deep-archive/minimum",keyword:"minimum",params:{comparison: ">=", limit: 30},message:"must be >= 30"};
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
if(data121.expire !== undefined){
let data126 = data121.expire;
if((!(((typeof data126 == "number") && (!(data126 % 1) && !isNaN(data126))) && (isFinite(data126)))) && (data126 !== null)){
const err294 = {instancePath:instancePath+"/audit/lifecycle/expire",schemaPath:"#/properties/audit/properties/lifecycle/properties/expire/type",keyword:"type",params:{type: schema11.properties.audit.properties.lifecycle.properties.expire.type},message:"must be integer,null"};
if(vErrors === null){
vErrors = [err294];
}
else {
vErrors.push(err294);
}
errors++;
}
if((typeof data126 == "number") && (isFinite(data126))){
if(data126 > 36500 || isNaN(data126)){
const err295 = {instancePath:instancePath+"/audit/lifecycle/expire",schemaPath:"#/properties/audit/properties/lifecycle/properties/expire/maximum",keyword:"maximum",params:{comparison: "<=", limit: 36500},message:"must be <= 36500"};
if(vErrors === null){
vErrors = [err295];
}
else {
vErrors.push(err295);
}
errors++;
}
if(data126 < 1 || isNaN(data126)){
const err296 = {instancePath:instancePath+"/audit/lifecycle/expire",schemaPath:"#/properties/audit/properties/lifecycle/properties/expire/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err296];
}
else {
vErrors.push(err296);
}
errors++;
}
}
}
if(data121.scope !== undefined){
let data127 = data121.scope;
if(!((data127 === "prefix") || (data127 === "all"))){
const err297 = {instancePath:instancePath+"/audit/lifecycle/scope",schemaPath:"#/properties/audit/properties/lifecycle/properties/scope/enum",keyword:"enum",params:{allowedValues: schema11.properties.audit.properties.lifecycle.properties.scope.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err297];
}
else {
vErrors.push(err297);
}
errors++;
}
}
}
else {
const err298 = {instancePath:instancePath+"/audit/lifecycle",schemaPath:"#/properties/audit/properties/lifecycle/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err298];
}
else {
vErrors.push(err298);
}
errors++;
}
}
if(data80["access-log-retention-days"] !== undefined){
let data128 = data80["access-log-retention-days"];
if(!(((typeof data128 == "number") && (!(data128 % 1) && !isNaN(data128))) && (isFinite(data128)))){
const err299 = {instancePath:instancePath+"/audit/access-log-retention-days",schemaPath:"#/properties/audit/properties/access-log-retention-days/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err299];
}
else {
vErrors.push(err299);
}
errors++;
}
if((typeof data128 == "number") && (isFinite(data128))){
if(data128 > 3650 || isNaN(data128)){
const err300 = {instancePath:instancePath+"/audit/access-log-retention-days",schemaPath:"#/properties/audit/properties/access-log-retention-days/maximum",keyword:"maximum",params:{comparison: "<=", limit: 3650},message:"must be <= 3650"};
if(vErrors === null){
vErrors = [err300];
}
else {
vErrors.push(err300);
}
errors++;
}
if(data128 < 30 || isNaN(data128)){
const err301 = {instancePath:instancePath+"/audit/access-log-retention-days",schemaPath:"#/properties/audit/properties/access-log-retention-days/minimum",keyword:"minimum",params:{comparison: ">=", limit: 30},message:"must be >= 30"};
if(vErrors === null){
vErrors = [err301];
}
else {
vErrors.push(err301);
}
errors++;
}
}
}
if(data80["log-retention-days"] !== undefined){
let data129 = data80["log-retention-days"];
if(!((((((((((((((((((((((data129 === 1) || (data129 === 3)) || (data129 === 5)) || (data129 === 7)) || (data129 === 14)) || (data129 === 30)) || (data129 === 60)) || (data129 === 90)) || (data129 === 120)) || (data129 === 150)) || (data129 === 180)) || (data129 === 365)) || (data129 === 400)) || (data129 === 545)) || (data129 === 731)) || (data129 === 1096)) || (data129 === 1827)) || (data129 === 2192)) || (data129 === 2557)) || (data129 === 2922)) || (data129 === 3288)) || (data129 === 3653))){
const err302 = {instancePath:instancePath+"/audit/log-retention-days",schemaPath:"#/properties/audit/properties/log-retention-days/enum",keyword:"enum",params:{allowedValues: schema11.properties.audit.properties["log-retention-days"].enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err302];
}
else {
vErrors.push(err302);
}
errors++;
}
}
if(data80.alert !== undefined){
let data130 = data80.alert;
const _errs300 = errors;
let valid55 = false;
const _errs301 = errors;
if(typeof data130 === "string"){
if(!pattern78.test(data130)){
const err303 = {instancePath:instancePath+"/audit/alert",schemaPath:"#/properties/audit/properties/alert/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$"},message:"must match pattern \""+"^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$"+"\""};
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
const err304 = {instancePath:instancePath+"/audit/alert",schemaPath:"#/properties/audit/properties/alert/anyOf/0/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err304];
}
else {
vErrors.push(err304);
}
errors++;
}
var _valid6 = _errs301 === errors;
valid55 = valid55 || _valid6;
if(!valid55){
const _errs303 = errors;
if(Array.isArray(data130)){
if(data130.length > 10){
const err305 = {instancePath:instancePath+"/audit/alert",schemaPath:"#/properties/audit/properties/alert/anyOf/1/maxItems",keyword:"maxItems",params:{limit: 10},message:"must NOT have more than 10 items"};
if(vErrors === null){
vErrors = [err305];
}
else {
vErrors.push(err305);
}
errors++;
}
const len12 = data130.length;
for(let i16=0; i16<len12; i16++){
let data131 = data130[i16];
if(typeof data131 === "string"){
if(!pattern78.test(data131)){
const err306 = {instancePath:instancePath+"/audit/alert/" + i16,schemaPath:"#/properties/audit/properties/alert/anyOf/1/items/pattern",keyword:"pattern",params:{pattern: "^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$"},message:"must match pattern \""+"^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$"+"\""};
if(vErrors === null){
vErrors = [err306];
}
else {
vErrors.push(err306);
}
errors++;
}
}
else {
const err307 = {instancePath:instancePath+"/audit/alert/" + i16,schemaPath:"#/properties/audit/properties/alert/anyOf/1/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err307];
}
else {
vErrors.push(err307);
}
errors++;
}
}
}
else {
const err308 = {instancePath:instancePath+"/audit/alert",schemaPath:"#/properties/audit/properties/alert/anyOf/1/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err308];
}
else {
vErrors.push(err308);
}
errors++;
}
var _valid6 = _errs303 === errors;
valid55 = valid55 || _valid6;
}
if(!valid55){
const err309 = {instancePath:instancePath+"/audit/alert",schemaPath:"#/properties/audit/properties/alert/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err309];
}
else {
vErrors.push(err309);
}
errors++;
}
else {
errors = _errs300;
if(vErrors !== null){
if(_errs300){
vErrors.length = _errs300;
}
else {
vErrors = null;
}
}
}
}
if(data80["tamper-rule"] !== undefined){
if(typeof data80["tamper-rule"] !== "boolean"){
const err310 = {instancePath:instancePath+"/audit/tamper-rule",schemaPath:"#/properties/audit/properties/tamper-rule/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err310];
}
else {
vErrors.push(err310);
}
errors++;
}
}
if(data80.alarms !== undefined){
let data133 = data80.alarms;
const _errs310 = errors;
let valid58 = false;
const _errs311 = errors;
if(typeof data133 !== "boolean"){
const err311 = {instancePath:instancePath+"/audit/alarms",schemaPath:"#/properties/audit/properties/alarms/anyOf/0/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err311];
}
else {
vErrors.push(err311);
}
errors++;
}
var _valid7 = _errs311 === errors;
valid58 = valid58 || _valid7;
if(!valid58){
const _errs313 = errors;
if(Array.isArray(data133)){
if(data133.length > 15){
const err312 = {instancePath:instancePath+"/audit/alarms",schemaPath:"#/properties/audit/properties/alarms/anyOf/1/maxItems",keyword:"maxItems",params:{limit: 15},message:"must NOT have more than 15 items"};
if(vErrors === null){
vErrors = [err312];
}
else {
vErrors.push(err312);
}
errors++;
}
if(data133.length < 1){
const err313 = {instancePath:instancePath+"/audit/alarms",schemaPath:"#/properties/audit/properties/alarms/anyOf/1/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err313];
}
else {
vErrors.push(err313);
}
errors++;
}
const len13 = data133.length;
for(let i17=0; i17<len13; i17++){
let data134 = data133[i17];
if(!(((((((((((((((data134 === "root-use") || (data134 === "unauthorized-calls")) || (data134 === "console-without-mfa")) || (data134 === "iam-changes")) || (data134 === "trail-changes")) || (data134 === "console-failures")) || (data134 === "key-disabling")) || (data134 === "bucket-changes")) || (data134 === "config-changes")) || (data134 === "security-group-changes")) || (data134 === "network-acl-changes")) || (data134 === "gateway-changes")) || (data134 === "route-table-changes")) || (data134 === "vpc-changes")) || (data134 === "organization-changes"))){
const err314 = {instancePath:instancePath+"/audit/alarms/" + i17,schemaPath:"#/properties/audit/properties/alarms/anyOf/1/items/enum",keyword:"enum",params:{allowedValues: schema11.properties.audit.properties.alarms.anyOf[1].items.enum},message:"must be equal to one of the allowed values"};
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
const err315 = {instancePath:instancePath+"/audit/alarms",schemaPath:"#/properties/audit/properties/alarms/anyOf/1/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err315];
}
else {
vErrors.push(err315);
}
errors++;
}
var _valid7 = _errs313 === errors;
valid58 = valid58 || _valid7;
}
if(!valid58){
const err316 = {instancePath:instancePath+"/audit/alarms",schemaPath:"#/properties/audit/properties/alarms/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err316];
}
else {
vErrors.push(err316);
}
errors++;
}
else {
errors = _errs310;
if(vErrors !== null){
if(_errs310){
vErrors.length = _errs310;
}
else {
vErrors = null;
}
}
}
}
if(data80.dashboard !== undefined){
if(typeof data80.dashboard !== "boolean"){
const err317 = {instancePath:instancePath+"/audit/dashboard",schemaPath:"#/properties/audit/properties/dashboard/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err317];
}
else {
vErrors.push(err317);
}
errors++;
}
}
if(data80.config !== undefined){
let data136 = data80.config;
if(data136 && typeof data136 == "object" && !Array.isArray(data136)){
for(const key21 in data136){
if(!(((key21 === "rules") || (key21 === "recorder")) || (key21 === "service-linked-role"))){
const err318 = {instancePath:instancePath+"/audit/config",schemaPath:"#/properties/audit/properties/config/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key21},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err318];
}
else {
vErrors.push(err318);
}
errors++;
}
}
if(data136.rules !== undefined){
let data137 = data136.rules;
const _errs322 = errors;
let valid62 = false;
const _errs323 = errors;
if(typeof data137 !== "boolean"){
const err319 = {instancePath:instancePath+"/audit/config/rules",schemaPath:"#/properties/audit/properties/config/properties/rules/anyOf/0/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err319];
}
else {
vErrors.push(err319);
}
errors++;
}
var _valid8 = _errs323 === errors;
valid62 = valid62 || _valid8;
if(!valid62){
const _errs325 = errors;
if(Array.isArray(data137)){
if(data137.length > 8){
const err320 = {instancePath:instancePath+"/audit/config/rules",schemaPath:"#/properties/audit/properties/config/properties/rules/anyOf/1/maxItems",keyword:"maxItems",params:{limit: 8},message:"must NOT have more than 8 items"};
if(vErrors === null){
vErrors = [err320];
}
else {
vErrors.push(err320);
}
errors++;
}
if(data137.length < 1){
const err321 = {instancePath:instancePath+"/audit/config/rules",schemaPath:"#/properties/audit/properties/config/properties/rules/anyOf/1/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err321];
}
else {
vErrors.push(err321);
}
errors++;
}
const len14 = data137.length;
for(let i18=0; i18<len14; i18++){
let data138 = data137[i18];
if(typeof data138 !== "string"){
const err322 = {instancePath:instancePath+"/audit/config/rules/" + i18,schemaPath:"#/properties/audit/properties/config/properties/rules/anyOf/1/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err322];
}
else {
vErrors.push(err322);
}
errors++;
}
if(!((((((((data138 === "cloud-trail-enabled") || (data138 === "cloud-trail-encryption-enabled")) || (data138 === "cloud-trail-log-file-validation-enabled")) || (data138 === "multi-region-cloud-trail-enabled")) || (data138 === "cloudtrail-s3-dataevents-enabled")) || (data138 === "s3-bucket-versioning-enabled")) || (data138 === "cmk-backing-key-rotation-enabled")) || (data138 === "iam-policy-no-statements-with-admin-access"))){
const err323 = {instancePath:instancePath+"/audit/config/rules/" + i18,schemaPath:"#/properties/audit/properties/config/properties/rules/anyOf/1/items/enum",keyword:"enum",params:{allowedValues: schema11.properties.audit.properties.config.properties.rules.anyOf[1].items.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err323];
}
else {
vErrors.push(err323);
}
errors++;
}
}
let i19 = data137.length;
let j4;
if(i19 > 1){
const indices4 = {};
for(;i19--;){
let item4 = data137[i19];
if(typeof item4 !== "string"){
continue;
}
if(typeof indices4[item4] == "number"){
j4 = indices4[item4];
const err324 = {instancePath:instancePath+"/audit/config/rules",schemaPath:"#/properties/audit/properties/config/properties/rules/anyOf/1/uniqueItems",keyword:"uniqueItems",params:{i: i19, j: j4},message:"must NOT have duplicate items (items ## "+j4+" and "+i19+" are identical)"};
if(vErrors === null){
vErrors = [err324];
}
else {
vErrors.push(err324);
}
errors++;
break;
}
indices4[item4] = i19;
}
}
}
else {
const err325 = {instancePath:instancePath+"/audit/config/rules",schemaPath:"#/properties/audit/properties/config/properties/rules/anyOf/1/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err325];
}
else {
vErrors.push(err325);
}
errors++;
}
var _valid8 = _errs325 === errors;
valid62 = valid62 || _valid8;
}
if(!valid62){
const err326 = {instancePath:instancePath+"/audit/config/rules",schemaPath:"#/properties/audit/properties/config/properties/rules/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err326];
}
else {
vErrors.push(err326);
}
errors++;
}
else {
errors = _errs322;
if(vErrors !== null){
if(_errs322){
vErrors.length = _errs322;
}
else {
vErrors = null;
}
}
}
}
if(data136.recorder !== undefined){
let data139 = data136.recorder;
if(!((data139 === "existing") || (data139 === "create"))){
const err327 = {instancePath:instancePath+"/audit/config/recorder",schemaPath:"#/properties/audit/properties/config/properties/recorder/enum",keyword:"enum",params:{allowedValues: schema11.properties.audit.properties.config.properties.recorder.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err327];
}
else {
vErrors.push(err327);
}
errors++;
}
}
if(data136["service-linked-role"] !== undefined){
let data140 = data136["service-linked-role"];
if(!((data140 === "create") || (data140 === "existing"))){
const err328 = {instancePath:instancePath+"/audit/config/service-linked-role",schemaPath:"#/properties/audit/properties/config/properties/service-linked-role/enum",keyword:"enum",params:{allowedValues: schema11.properties.audit.properties.config.properties["service-linked-role"].enum},message:"must be equal to one of the allowed values"};
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
else {
const err329 = {instancePath:instancePath+"/audit/config",schemaPath:"#/properties/audit/properties/config/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err329];
}
else {
vErrors.push(err329);
}
errors++;
}
}
if(data80.analytics !== undefined){
let data141 = data80.analytics;
if(data141 && typeof data141 == "object" && !Array.isArray(data141)){
for(const key22 in data141){
if(!((((key22 === "scan-limit-gib") || (key22 === "since")) || (key22 === "regions")) || (key22 === "results-days"))){
const err330 = {instancePath:instancePath+"/audit/analytics",schemaPath:"#/properties/audit/properties/analytics/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key22},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err330];
}
else {
vErrors.push(err330);
}
errors++;
}
}
if(data141["scan-limit-gib"] !== undefined){
let data142 = data141["scan-limit-gib"];
if(!(((typeof data142 == "number") && (!(data142 % 1) && !isNaN(data142))) && (isFinite(data142)))){
const err331 = {instancePath:instancePath+"/audit/analytics/scan-limit-gib",schemaPath:"#/properties/audit/properties/analytics/properties/scan-limit-gib/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err331];
}
else {
vErrors.push(err331);
}
errors++;
}
if((typeof data142 == "number") && (isFinite(data142))){
if(data142 > 100000 || isNaN(data142)){
const err332 = {instancePath:instancePath+"/audit/analytics/scan-limit-gib",schemaPath:"#/properties/audit/properties/analytics/properties/scan-limit-gib/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000},message:"must be <= 100000"};
if(vErrors === null){
vErrors = [err332];
}
else {
vErrors.push(err332);
}
errors++;
}
if(data142 < 1 || isNaN(data142)){
const err333 = {instancePath:instancePath+"/audit/analytics/scan-limit-gib",schemaPath:"#/properties/audit/properties/analytics/properties/scan-limit-gib/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err333];
}
else {
vErrors.push(err333);
}
errors++;
}
}
}
if(data141.since !== undefined){
let data143 = data141.since;
if(typeof data143 === "string"){
if(!pattern80.test(data143)){
const err334 = {instancePath:instancePath+"/audit/analytics/since",schemaPath:"#/properties/audit/properties/analytics/properties/since/pattern",keyword:"pattern",params:{pattern: "^20[0-9]{2}/(0[1-9]|1[0-2])/(0[1-9]|[12][0-9]|3[01])$"},message:"must match pattern \""+"^20[0-9]{2}/(0[1-9]|1[0-2])/(0[1-9]|[12][0-9]|3[01])$"+"\""};
if(vErrors === null){
vErrors = [err334];
}
else {
vErrors.push(err334);
}
errors++;
}
}
else {
const err335 = {instancePath:instancePath+"/audit/analytics/since",schemaPath:"#/properties/audit/properties/analytics/properties/since/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err335];
}
else {
vErrors.push(err335);
}
errors++;
}
}
if(data141.regions !== undefined){
let data144 = data141.regions;
if(Array.isArray(data144)){
if(data144.length > 40){
const err336 = {instancePath:instancePath+"/audit/analytics/regions",schemaPath:"#/properties/audit/properties/analytics/properties/regions/maxItems",keyword:"maxItems",params:{limit: 40},message:"must NOT have more than 40 items"};
if(vErrors === null){
vErrors = [err336];
}
else {
vErrors.push(err336);
}
errors++;
}
if(data144.length < 1){
const err337 = {instancePath:instancePath+"/audit/analytics/regions",schemaPath:"#/properties/audit/properties/analytics/properties/regions/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err337];
}
else {
vErrors.push(err337);
}
errors++;
}
const len15 = data144.length;
for(let i20=0; i20<len15; i20++){
let data145 = data144[i20];
if(typeof data145 === "string"){
if(!pattern81.test(data145)){
const err338 = {instancePath:instancePath+"/audit/analytics/regions/" + i20,schemaPath:"#/properties/audit/properties/analytics/properties/regions/items/pattern",keyword:"pattern",params:{pattern: "^[a-z]{2}(-[a-z]+)+-[0-9]$"},message:"must match pattern \""+"^[a-z]{2}(-[a-z]+)+-[0-9]$"+"\""};
if(vErrors === null){
vErrors = [err338];
}
else {
vErrors.push(err338);
}
errors++;
}
}
else {
const err339 = {instancePath:instancePath+"/audit/analytics/regions/" + i20,schemaPath:"#/properties/audit/properties/analytics/properties/regions/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err339];
}
else {
vErrors.push(err339);
}
errors++;
}
}
let i21 = data144.length;
let j5;
if(i21 > 1){
const indices5 = {};
for(;i21--;){
let item5 = data144[i21];
if(typeof item5 !== "string"){
continue;
}
if(typeof indices5[item5] == "number"){
j5 = indices5[item5];
const err340 = {instancePath:instancePath+"/audit/analytics/regions",schemaPath:"#/properties/audit/properties/analytics/properties/regions/uniqueItems",keyword:"uniqueItems",params:{i: i21, j: j5},message:"must NOT have duplicate items (items ## "+j5+" and "+i21+" are identical)"};
if(vErrors === null){
vErrors = [err340];
}
else {
vErrors.push(err340);
}
errors++;
break;
}
indices5[item5] = i21;
}
}
}
else {
const err341 = {instancePath:instancePath+"/audit/analytics/regions",schemaPath:"#/properties/audit/properties/analytics/properties/regions/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err341];
}
else {
vErrors.push(err341);
}
errors++;
}
}
if(data141["results-days"] !== undefined){
let data146 = data141["results-days"];
if(!(((typeof data146 == "number") && (!(data146 % 1) && !isNaN(data146))) && (isFinite(data146)))){
const err342 = {instancePath:instancePath+"/audit/analytics/results-days",schemaPath:"#/properties/audit/properties/analytics/properties/results-days/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err342];
}
else {
vErrors.push(err342);
}
errors++;
}
if((typeof data146 == "number") && (isFinite(data146))){
if(data146 > 3650 || isNaN(data146)){
const err343 = {instancePath:instancePath+"/audit/analytics/results-days",schemaPath:"#/properties/audit/properties/analytics/properties/results-days/maximum",keyword:"maximum",params:{comparison: "<=", limit: 3650},message:"must be <= 3650"};
if(vErrors === null){
vErrors = [err343];
}
else {
vErrors.push(err343);
}
errors++;
}
if(data146 < 1 || isNaN(data146)){
const err344 = {instancePath:instancePath+"/audit/analytics/results-days",schemaPath:"#/properties/audit/properties/analytics/properties/results-days/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err344];
}
else {
vErrors.push(err344);
}
errors++;
}
}
}
}
else {
const err345 = {instancePath:instancePath+"/audit/analytics",schemaPath:"#/properties/audit/properties/analytics/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err345];
}
else {
vErrors.push(err345);
}
errors++;
}
}
if(data80.evidence !== undefined){
let data147 = data80.evidence;
if(data147 && typeof data147 == "object" && !Array.isArray(data147)){
if(data147.mode === undefined){
const err346 = {instancePath:instancePath+"/audit/evidence",schemaPath:"#/properties/audit/properties/evidence/required",keyword:"required",params:{missingProperty: "mode"},message:"must have required property '"+"mode"+"'"};
if(vErrors === null){
vErrors = [err346];
}
else {
vErrors.push(err346);
}
errors++;
}
if(data147.days === undefined){
const err347 = {instancePath:instancePath+"/audit/evidence",schemaPath:"#/properties/audit/properties/evidence/required",keyword:"required",params:{missingProperty: "days"},message:"must have required property '"+"days"+"'"};
if(vErrors === null){
vErrors = [err347];
}
else {
vErrors.push(err347);
}
errors++;
}
for(const key23 in data147){
if(!(((key23 === "mode") || (key23 === "days")) || (key23 === "confirm"))){
const err348 = {instancePath:instancePath+"/audit/evidence",schemaPath:"#/properties/audit/properties/evidence/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key23},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err348];
}
else {
vErrors.push(err348);
}
errors++;
}
}
if(data147.mode !== undefined){
let data148 = data147.mode;
if(!((data148 === "governance") || (data148 === "compliance"))){
const err349 = {instancePath:instancePath+"/audit/evidence/mode",schemaPath:"#/properties/audit/properties/evidence/properties/mode/enum",keyword:"enum",params:{allowedValues: schema11.properties.audit.properties.evidence.properties.mode.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err349];
}
else {
vErrors.push(err349);
}
errors++;
}
}
if(data147.days !== undefined){
let data149 = data147.days;
if(!(((typeof data149 == "number") && (!(data149 % 1) && !isNaN(data149))) && (isFinite(data149)))){
const err350 = {instancePath:instancePath+"/audit/evidence/days",schemaPath:"#/properties/audit/properties/evidence/properties/days/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err350];
}
else {
vErrors.push(err350);
}
errors++;
}
if((typeof data149 == "number") && (isFinite(data149))){
if(data149 > 36500 || isNaN(data149)){
const err351 = {instancePath:instancePath+"/audit/evidence/days",schemaPath:"#/properties/audit/properties/evidence/properties/days/maximum",keyword:"maximum",params:{comparison: "<=", limit: 36500},message:"must be <= 36500"};
if(vErrors === null){
vErrors = [err351];
}
else {
vErrors.push(err351);
}
errors++;
}
if(data149 < 1 || isNaN(data149)){
const err352 = {instancePath:instancePath+"/audit/evidence/days",schemaPath:"#/properties/audit/properties/evidence/properties/days/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err352];
}
else {
vErrors.push(err352);
}
errors++;
}
}
}
if(data147.confirm !== undefined){
let data150 = data147.confirm;
if(typeof data150 === "string"){
if(!pattern76.test(data150)){
const err353 = {instancePath:instancePath+"/audit/evidence/confirm",schemaPath:"#/properties/audit/properties/evidence/properties/confirm/pattern",keyword:"pattern",params:{pattern: "^nobody can shorten this$"},message:"must match pattern \""+"^nobody can shorten this$"+"\""};
if(vErrors === null){
vErrors = [err353];
}
else {
vErrors.push(err353);
}
errors++;
}
}
else {
const err354 = {instancePath:instancePath+"/audit/evidence/confirm",schemaPath:"#/properties/audit/properties/evidence/properties/confirm/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err354];
}
else {
vErrors.push(err354);
}
errors++;
}
}
}
else {
const err355 = {instancePath:instancePath+"/audit/evidence",schemaPath:"#/properties/audit/properties/evidence/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err355];
}
else {
vErrors.push(err355);
}
errors++;
}
}
}
else {
const err356 = {instancePath:instancePath+"/audit",schemaPath:"#/properties/audit/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err356];
}
else {
vErrors.push(err356);
}
errors++;
}
}
if(data.access !== undefined){
let data151 = data.access;
if(data151 && typeof data151 == "object" && !Array.isArray(data151)){
for(const key24 in data151){
if(!(((((key24 === "eks") || (key24 === "sagemaker")) || (key24 === "ecr")) || (key24 === "bucket-policies")) || (key24 === "replica"))){
const err357 = {instancePath:instancePath+"/access",schemaPath:"#/properties/access/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key24},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err357];
}
else {
vErrors.push(err357);
}
errors++;
}
}
if(data151.eks !== undefined){
let data152 = data151.eks;
const _errs356 = errors;
let valid72 = false;
const _errs357 = errors;
if(false !== data152){
const err358 = {instancePath:instancePath+"/access/eks",schemaPath:"#/properties/access/properties/eks/anyOf/0/const",keyword:"const",params:{allowedValue: false},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err358];
}
else {
vErrors.push(err358);
}
errors++;
}
var _valid9 = _errs357 === errors;
valid72 = valid72 || _valid9;
if(!valid72){
const _errs358 = errors;
if(data152 && typeof data152 == "object" && !Array.isArray(data152)){
for(const key25 in data152){
if(!((((((key25 === "auto-mode") || (key25 === "cni")) || (key25 === "ecr-pull")) || (key25 === "clusters")) || (key25 === "pod-identity")) || (key25 === "pods"))){
const err359 = {instancePath:instancePath+"/access/eks",schemaPath:"#/properties/access/properties/eks/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key25},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err359];
}
else {
vErrors.push(err359);
}
errors++;
}
}
if(data152["auto-mode"] !== undefined){
if(typeof data152["auto-mode"] !== "boolean"){
const err360 = {instancePath:instancePath+"/access/eks/auto-mode",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/auto-mode/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err360];
}
else {
vErrors.push(err360);
}
errors++;
}
}
if(data152.cni !== undefined){
let data154 = data152.cni;
if(!((data154 === "node-role") || (data154 === "aws-node"))){
const err361 = {instancePath:instancePath+"/access/eks/cni",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/cni/enum",keyword:"enum",params:{allowedValues: schema11.properties.access.properties.eks.anyOf[1].properties.cni.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err361];
}
else {
vErrors.push(err361);
}
errors++;
}
}
if(data152["ecr-pull"] !== undefined){
let data155 = data152["ecr-pull"];
if(!((data155 === "pull-only") || (data155 === "read-only"))){
const err362 = {instancePath:instancePath+"/access/eks/ecr-pull",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/ecr-pull/enum",keyword:"enum",params:{allowedValues: schema11.properties.access.properties.eks.anyOf[1].properties["ecr-pull"].enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err362];
}
else {
vErrors.push(err362);
}
errors++;
}
}
if(data152.clusters !== undefined){
let data156 = data152.clusters;
if(Array.isArray(data156)){
if(data156.length > 10){
const err363 = {instancePath:instancePath+"/access/eks/clusters",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/clusters/maxItems",keyword:"maxItems",params:{limit: 10},message:"must NOT have more than 10 items"};
if(vErrors === null){
vErrors = [err363];
}
else {
vErrors.push(err363);
}
errors++;
}
if(data156.length < 1){
const err364 = {instancePath:instancePath+"/access/eks/clusters",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/clusters/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err364];
}
else {
vErrors.push(err364);
}
errors++;
}
const len16 = data156.length;
for(let i22=0; i22<len16; i22++){
let data157 = data156[i22];
if(data157 && typeof data157 == "object" && !Array.isArray(data157)){
if(data157.name === undefined){
const err365 = {instancePath:instancePath+"/access/eks/clusters/" + i22,schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/clusters/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err365];
}
else {
vErrors.push(err365);
}
errors++;
}
for(const key26 in data157){
if(!(((key26 === "name") || (key26 === "issuer")) || (key26 === "oidc-provider"))){
const err366 = {instancePath:instancePath+"/access/eks/clusters/" + i22,schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/clusters/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key26},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err366];
}
else {
vErrors.push(err366);
}
errors++;
}
}
if(data157.name !== undefined){
let data158 = data157.name;
if(typeof data158 === "string"){
if(!pattern65.test(data158)){
const err367 = {instancePath:instancePath+"/access/eks/clusters/" + i22+"/name",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/clusters/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$"},message:"must match pattern \""+"^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$"+"\""};
if(vErrors === null){
vErrors = [err367];
}
else {
vErrors.push(err367);
}
errors++;
}
}
else {
const err368 = {instancePath:instancePath+"/access/eks/clusters/" + i22+"/name",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/clusters/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err368];
}
else {
vErrors.push(err368);
}
errors++;
}
}
if(data157.issuer !== undefined){
let data159 = data157.issuer;
if(typeof data159 === "string"){
if(!pattern84.test(data159)){
const err369 = {instancePath:instancePath+"/access/eks/clusters/" + i22+"/issuer",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/clusters/items/properties/issuer/pattern",keyword:"pattern",params:{pattern: "^https://oidc\\.eks\\.[a-z0-9-]+\\.amazonaws\\.com(\\.cn)?/id/[A-Za-z0-9]{4,64}$"},message:"must match pattern \""+"^https://oidc\\.eks\\.[a-z0-9-]+\\.amazonaws\\.com(\\.cn)?/id/[A-Za-z0-9]{4,64}$"+"\""};
if(vErrors === null){
vErrors = [err369];
}
else {
vErrors.push(err369);
}
errors++;
}
}
else {
const err370 = {instancePath:instancePath+"/access/eks/clusters/" + i22+"/issuer",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/clusters/items/properties/issuer/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err370];
}
else {
vErrors.push(err370);
}
errors++;
}
}
if(data157["oidc-provider"] !== undefined){
let data160 = data157["oidc-provider"];
if(!((data160 === "existing") || (data160 === "create"))){
const err371 = {instancePath:instancePath+"/access/eks/clusters/" + i22+"/oidc-provider",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/clusters/items/properties/oidc-provider/enum",keyword:"enum",params:{allowedValues: schema11.properties.access.properties.eks.anyOf[1].properties.clusters.items.properties["oidc-provider"].enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err371];
}
else {
vErrors.push(err371);
}
errors++;
}
}
}
else {
const err372 = {instancePath:instancePath+"/access/eks/clusters/" + i22,schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/clusters/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err372];
}
else {
vErrors.push(err372);
}
errors++;
}
}
}
else {
const err373 = {instancePath:instancePath+"/access/eks/clusters",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/clusters/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err373];
}
else {
vErrors.push(err373);
}
errors++;
}
}
if(data152["pod-identity"] !== undefined){
let data161 = data152["pod-identity"];
if(!((data161 === "pod-identity") || (data161 === "irsa"))){
const err374 = {instancePath:instancePath+"/access/eks/pod-identity",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pod-identity/enum",keyword:"enum",params:{allowedValues: schema11.properties.access.properties.eks.anyOf[1].properties["pod-identity"].enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err374];
}
else {
vErrors.push(err374);
}
errors++;
}
}
if(data152.pods !== undefined){
let data162 = data152.pods;
if(data162 && typeof data162 == "object" && !Array.isArray(data162)){
for(const key27 in data162){
if(!(((key27 === "model-read") || (key27 === "monitoring")) || (key27 === "secrets-read"))){
const err375 = {instancePath:instancePath+"/access/eks/pods",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key27},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err375];
}
else {
vErrors.push(err375);
}
errors++;
}
}
if(data162["model-read"] !== undefined){
let data163 = data162["model-read"];
if(data163 && typeof data163 == "object" && !Array.isArray(data163)){
if(data163.namespace === undefined){
const err376 = {instancePath:instancePath+"/access/eks/pods/model-read",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/model-read/required",keyword:"required",params:{missingProperty: "namespace"},message:"must have required property '"+"namespace"+"'"};
if(vErrors === null){
vErrors = [err376];
}
else {
vErrors.push(err376);
}
errors++;
}
if(data163["service-account"] === undefined){
const err377 = {instancePath:instancePath+"/access/eks/pods/model-read",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/model-read/required",keyword:"required",params:{missingProperty: "service-account"},message:"must have required property '"+"service-account"+"'"};
if(vErrors === null){
vErrors = [err377];
}
else {
vErrors.push(err377);
}
errors++;
}
if(data163.buckets === undefined){
const err378 = {instancePath:instancePath+"/access/eks/pods/model-read",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/model-read/required",keyword:"required",params:{missingProperty: "buckets"},message:"must have required property '"+"buckets"+"'"};
if(vErrors === null){
vErrors = [err378];
}
else {
vErrors.push(err378);
}
errors++;
}
for(const key28 in data163){
if(!(((((key28 === "namespace") || (key28 === "service-account")) || (key28 === "buckets")) || (key28 === "prefixes")) || (key28 === "keys"))){
const err379 = {instancePath:instancePath+"/access/eks/pods/model-read",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/model-read/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key28},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err379];
}
else {
vErrors.push(err379);
}
errors++;
}
}
if(data163.namespace !== undefined){
let data164 = data163.namespace;
if(typeof data164 === "string"){
if(!pattern85.test(data164)){
const err380 = {instancePath:instancePath+"/access/eks/pods/model-read/namespace",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/model-read/properties/namespace/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$"+"\""};
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
const err381 = {instancePath:instancePath+"/access/eks/pods/model-read/namespace",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/model-read/properties/namespace/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err381];
}
else {
vErrors.push(err381);
}
errors++;
}
}
if(data163["service-account"] !== undefined){
let data165 = data163["service-account"];
if(typeof data165 === "string"){
if(!pattern86.test(data165)){
const err382 = {instancePath:instancePath+"/access/eks/pods/model-read/service-account",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/model-read/properties/service-account/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err382];
}
else {
vErrors.push(err382);
}
errors++;
}
}
else {
const err383 = {instancePath:instancePath+"/access/eks/pods/model-read/service-account",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/model-read/properties/service-account/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err383];
}
else {
vErrors.push(err383);
}
errors++;
}
}
if(data163.buckets !== undefined){
let data166 = data163.buckets;
if(Array.isArray(data166)){
if(data166.length > 10){
const err384 = {instancePath:instancePath+"/access/eks/pods/model-read/buckets",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/model-read/properties/buckets/maxItems",keyword:"maxItems",params:{limit: 10},message:"must NOT have more than 10 items"};
if(vErrors === null){
vErrors = [err384];
}
else {
vErrors.push(err384);
}
errors++;
}
if(data166.length < 1){
const err385 = {instancePath:instancePath+"/access/eks/pods/model-read/buckets",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/model-read/properties/buckets/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err385];
}
else {
vErrors.push(err385);
}
errors++;
}
const len17 = data166.length;
for(let i23=0; i23<len17; i23++){
let data167 = data166[i23];
if(typeof data167 === "string"){
if(!pattern8.test(data167)){
const err386 = {instancePath:instancePath+"/access/eks/pods/model-read/buckets/" + i23,schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/model-read/properties/buckets/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$"},message:"must match pattern \""+"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$"+"\""};
if(vErrors === null){
vErrors = [err386];
}
else {
vErrors.push(err386);
}
errors++;
}
}
else {
const err387 = {instancePath:instancePath+"/access/eks/pods/model-read/buckets/" + i23,schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/model-read/properties/buckets/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err387];
}
else {
vErrors.push(err387);
}
errors++;
}
}
let i24 = data166.length;
let j6;
if(i24 > 1){
const indices6 = {};
for(;i24--;){
let item6 = data166[i24];
if(typeof item6 !== "string"){
continue;
}
if(typeof indices6[item6] == "number"){
j6 = indices6[item6];
const err388 = {instancePath:instancePath+"/access/eks/pods/model-read/buckets",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/model-read/properties/buckets/uniqueItems",keyword:"uniqueItems",params:{i: i24, j: j6},message:"must NOT have duplicate items (items ## "+j6+" and "+i24+" are identical)"};
if(vErrors === null){
vErrors = [err388];
}
else {
vErrors.push(err388);
}
errors++;
break;
}
indices6[item6] = i24;
}
}
}
else {
const err389 = {instancePath:instancePath+"/access/eks/pods/model-read/buckets",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/model-read/properties/buckets/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err389];
}
else {
vErrors.push(err389);
}
errors++;
}
}
if(data163.prefixes !== undefined){
let data168 = data163.prefixes;
if(Array.isArray(data168)){
if(data168.length > 10){
const err390 = {instancePath:instancePath+"/access/eks/pods/model-read/prefixes",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/model-read/properties/prefixes/maxItems",keyword:"maxItems",params:{limit: 10},message:"must NOT have more than 10 items"};
if(vErrors === null){
vErrors = [err390];
}
else {
vErrors.push(err390);
}
errors++;
}
if(data168.length < 1){
const err391 = {instancePath:instancePath+"/access/eks/pods/model-read/prefixes",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/model-read/properties/prefixes/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err391];
}
else {
vErrors.push(err391);
}
errors++;
}
const len18 = data168.length;
for(let i25=0; i25<len18; i25++){
let data169 = data168[i25];
if(typeof data169 === "string"){
if(!pattern88.test(data169)){
const err392 = {instancePath:instancePath+"/access/eks/pods/model-read/prefixes/" + i25,schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/model-read/properties/prefixes/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9!_.'()/-]{1,200}/$"},message:"must match pattern \""+"^[A-Za-z0-9!_.'()/-]{1,200}/$"+"\""};
if(vErrors === null){
vErrors = [err392];
}
else {
vErrors.push(err392);
}
errors++;
}
}
else {
const err393 = {instancePath:instancePath+"/access/eks/pods/model-read/prefixes/" + i25,schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/model-read/properties/prefixes/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err393];
}
else {
vErrors.push(err393);
}
errors++;
}
}
let i26 = data168.length;
let j7;
if(i26 > 1){
const indices7 = {};
for(;i26--;){
let item7 = data168[i26];
if(typeof item7 !== "string"){
continue;
}
if(typeof indices7[item7] == "number"){
j7 = indices7[item7];
const err394 = {instancePath:instancePath+"/access/eks/pods/model-read/prefixes",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/model-read/properties/prefixes/uniqueItems",keyword:"uniqueItems",params:{i: i26, j: j7},message:"must NOT have duplicate items (items ## "+j7+" and "+i26+" are identical)"};
if(vErrors === null){
vErrors = [err394];
}
else {
vErrors.push(err394);
}
errors++;
break;
}
indices7[item7] = i26;
}
}
}
else {
const err395 = {instancePath:instancePath+"/access/eks/pods/model-read/prefixes",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/model-read/properties/prefixes/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err395];
}
else {
vErrors.push(err395);
}
errors++;
}
}
if(data163.keys !== undefined){
let data170 = data163.keys;
if(Array.isArray(data170)){
if(data170.length > 10){
const err396 = {instancePath:instancePath+"/access/eks/pods/model-read/keys",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/model-read/properties/keys/maxItems",keyword:"maxItems",params:{limit: 10},message:"must NOT have more than 10 items"};
if(vErrors === null){
vErrors = [err396];
}
else {
vErrors.push(err396);
}
errors++;
}
const len19 = data170.length;
for(let i27=0; i27<len19; i27++){
let data171 = data170[i27];
if(typeof data171 === "string"){
if(!pattern73.test(data171)){
const err397 = {instancePath:instancePath+"/access/eks/pods/model-read/keys/" + i27,schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/model-read/properties/keys/items/pattern",keyword:"pattern",params:{pattern: "^arn:aws(-us-gov|-cn)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$"},message:"must match pattern \""+"^arn:aws(-us-gov|-cn)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$"+"\""};
if(vErrors === null){
vErrors = [err397];
}
else {
vErrors.push(err397);
}
errors++;
}
}
else {
const err398 = {instancePath:instancePath+"/access/eks/pods/model-read/keys/" + i27,schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/model-read/properties/keys/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err398];
}
else {
vErrors.push(err398);
}
errors++;
}
}
}
else {
const err399 = {instancePath:instancePath+"/access/eks/pods/model-read/keys",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/model-read/properties/keys/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err399];
}
else {
vErrors.push(err399);
}
errors++;
}
}
}
else {
const err400 = {instancePath:instancePath+"/access/eks/pods/model-read",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/model-read/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err400];
}
else {
vErrors.push(err400);
}
errors++;
}
}
if(data162.monitoring !== undefined){
let data172 = data162.monitoring;
if(data172 && typeof data172 == "object" && !Array.isArray(data172)){
if(data172.namespace === undefined){
const err401 = {instancePath:instancePath+"/access/eks/pods/monitoring",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/monitoring/required",keyword:"required",params:{missingProperty: "namespace"},message:"must have required property '"+"namespace"+"'"};
if(vErrors === null){
vErrors = [err401];
}
else {
vErrors.push(err401);
}
errors++;
}
if(data172["service-account"] === undefined){
const err402 = {instancePath:instancePath+"/access/eks/pods/monitoring",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/monitoring/required",keyword:"required",params:{missingProperty: "service-account"},message:"must have required property '"+"service-account"+"'"};
if(vErrors === null){
vErrors = [err402];
}
else {
vErrors.push(err402);
}
errors++;
}
for(const key29 in data172){
if(!(((key29 === "namespace") || (key29 === "service-account")) || (key29 === "metric-namespaces"))){
const err403 = {instancePath:instancePath+"/access/eks/pods/monitoring",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/monitoring/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key29},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err403];
}
else {
vErrors.push(err403);
}
errors++;
}
}
if(data172.namespace !== undefined){
let data173 = data172.namespace;
if(typeof data173 === "string"){
if(!pattern85.test(data173)){
const err404 = {instancePath:instancePath+"/access/eks/pods/monitoring/namespace",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/monitoring/properties/namespace/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err404];
}
else {
vErrors.push(err404);
}
errors++;
}
}
else {
const err405 = {instancePath:instancePath+"/access/eks/pods/monitoring/namespace",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/monitoring/properties/namespace/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err405];
}
else {
vErrors.push(err405);
}
errors++;
}
}
if(data172["service-account"] !== undefined){
let data174 = data172["service-account"];
if(typeof data174 === "string"){
if(!pattern86.test(data174)){
const err406 = {instancePath:instancePath+"/access/eks/pods/monitoring/service-account",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/monitoring/properties/service-account/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err406];
}
else {
vErrors.push(err406);
}
errors++;
}
}
else {
const err407 = {instancePath:instancePath+"/access/eks/pods/monitoring/service-account",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/monitoring/properties/service-account/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err407];
}
else {
vErrors.push(err407);
}
errors++;
}
}
if(data172["metric-namespaces"] !== undefined){
let data175 = data172["metric-namespaces"];
if(Array.isArray(data175)){
if(data175.length > 10){
const err408 = {instancePath:instancePath+"/access/eks/pods/monitoring/metric-namespaces",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/monitoring/properties/metric-namespaces/maxItems",keyword:"maxItems",params:{limit: 10},message:"must NOT have more than 10 items"};
if(vErrors === null){
vErrors = [err408];
}
else {
vErrors.push(err408);
}
errors++;
}
if(data175.length < 1){
const err409 = {instancePath:instancePath+"/access/eks/pods/monitoring/metric-namespaces",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/monitoring/properties/metric-namespaces/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err409];
}
else {
vErrors.push(err409);
}
errors++;
}
const len20 = data175.length;
for(let i28=0; i28<len20; i28++){
let data176 = data175[i28];
if(typeof data176 === "string"){
if(!pattern92.test(data176)){
const err410 = {instancePath:instancePath+"/access/eks/pods/monitoring/metric-namespaces/" + i28,schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/monitoring/properties/metric-namespaces/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_./#:-]{1,255}$"},message:"must match pattern \""+"^[A-Za-z0-9_./#:-]{1,255}$"+"\""};
if(vErrors === null){
vErrors = [err410];
}
else {
vErrors.push(err410);
}
errors++;
}
}
else {
const err411 = {instancePath:instancePath+"/access/eks/pods/monitoring/metric-namespaces/" + i28,schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/monitoring/properties/metric-namespaces/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err411];
}
else {
vErrors.push(err411);
}
errors++;
}
}
let i29 = data175.length;
let j8;
if(i29 > 1){
const indices8 = {};
for(;i29--;){
let item8 = data175[i29];
if(typeof item8 !== "string"){
continue;
}
if(typeof indices8[item8] == "number"){
j8 = indices8[item8];
const err412 = {instancePath:instancePath+"/access/eks/pods/monitoring/metric-namespaces",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/monitoring/properties/metric-namespaces/uniqueItems",keyword:"uniqueItems",params:{i: i29, j: j8},message:"must NOT have duplicate items (items ## "+j8+" and "+i29+" are identical)"};
if(vErrors === null){
vErrors = [err412];
}
else {
vErrors.push(err412);
}
errors++;
break;
}
indices8[item8] = i29;
}
}
}
else {
const err413 = {instancePath:instancePath+"/access/eks/pods/monitoring/metric-namespaces",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/monitoring/properties/metric-namespaces/type",keyword:"type",params:{type: "array"},message:"must be array"};
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
const err414 = {instancePath:instancePath+"/access/eks/pods/monitoring",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/monitoring/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err414];
}
else {
vErrors.push(err414);
}
errors++;
}
}
if(data162["secrets-read"] !== undefined){
let data177 = data162["secrets-read"];
if(data177 && typeof data177 == "object" && !Array.isArray(data177)){
if(data177.namespace === undefined){
const err415 = {instancePath:instancePath+"/access/eks/pods/secrets-read",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/secrets-read/required",keyword:"required",params:{missingProperty: "namespace"},message:"must have required property '"+"namespace"+"'"};
if(vErrors === null){
vErrors = [err415];
}
else {
vErrors.push(err415);
}
errors++;
}
if(data177["service-account"] === undefined){
const err416 = {instancePath:instancePath+"/access/eks/pods/secrets-read",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/secrets-read/required",keyword:"required",params:{missingProperty: "service-account"},message:"must have required property '"+"service-account"+"'"};
if(vErrors === null){
vErrors = [err416];
}
else {
vErrors.push(err416);
}
errors++;
}
if(data177.secrets === undefined){
const err417 = {instancePath:instancePath+"/access/eks/pods/secrets-read",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/secrets-read/required",keyword:"required",params:{missingProperty: "secrets"},message:"must have required property '"+"secrets"+"'"};
if(vErrors === null){
vErrors = [err417];
}
else {
vErrors.push(err417);
}
errors++;
}
for(const key30 in data177){
if(!((((key30 === "namespace") || (key30 === "service-account")) || (key30 === "secrets")) || (key30 === "keys"))){
const err418 = {instancePath:instancePath+"/access/eks/pods/secrets-read",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/secrets-read/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key30},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err418];
}
else {
vErrors.push(err418);
}
errors++;
}
}
if(data177.namespace !== undefined){
let data178 = data177.namespace;
if(typeof data178 === "string"){
if(!pattern85.test(data178)){
const err419 = {instancePath:instancePath+"/access/eks/pods/secrets-read/namespace",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/secrets-read/properties/namespace/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err419];
}
else {
vErrors.push(err419);
}
errors++;
}
}
else {
const err420 = {instancePath:instancePath+"/access/eks/pods/secrets-read/namespace",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/secrets-read/properties/namespace/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err420];
}
else {
vErrors.push(err420);
}
errors++;
}
}
if(data177["service-account"] !== undefined){
let data179 = data177["service-account"];
if(typeof data179 === "string"){
if(!pattern86.test(data179)){
const err421 = {instancePath:instancePath+"/access/eks/pods/secrets-read/service-account",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/secrets-read/properties/service-account/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err421];
}
else {
vErrors.push(err421);
}
errors++;
}
}
else {
const err422 = {instancePath:instancePath+"/access/eks/pods/secrets-read/service-account",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/secrets-read/properties/service-account/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err422];
}
else {
vErrors.push(err422);
}
errors++;
}
}
if(data177.secrets !== undefined){
let data180 = data177.secrets;
if(Array.isArray(data180)){
if(data180.length > 20){
const err423 = {instancePath:instancePath+"/access/eks/pods/secrets-read/secrets",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/secrets-read/properties/secrets/maxItems",keyword:"maxItems",params:{limit: 20},message:"must NOT have more than 20 items"};
if(vErrors === null){
vErrors = [err423];
}
else {
vErrors.push(err423);
}
errors++;
}
if(data180.length < 1){
const err424 = {instancePath:instancePath+"/access/eks/pods/secrets-read/secrets",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/secrets-read/properties/secrets/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err424];
}
else {
vErrors.push(err424);
}
errors++;
}
const len21 = data180.length;
for(let i30=0; i30<len21; i30++){
let data181 = data180[i30];
if(typeof data181 === "string"){
if(!pattern95.test(data181)){
const err425 = {instancePath:instancePath+"/access/eks/pods/secrets-read/secrets/" + i30,schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/secrets-read/properties/secrets/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9/_+=.@-]{1,512}$"},message:"must match pattern \""+"^[A-Za-z0-9/_+=.@-]{1,512}$"+"\""};
if(vErrors === null){
vErrors = [err425];
}
else {
vErrors.push(err425);
}
errors++;
}
}
else {
const err426 = {instancePath:instancePath+"/access/eks/pods/secrets-read/secrets/" + i30,schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/secrets-read/properties/secrets/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err426];
}
else {
vErrors.push(err426);
}
errors++;
}
}
let i31 = data180.length;
let j9;
if(i31 > 1){
const indices9 = {};
for(;i31--;){
let item9 = data180[i31];
if(typeof item9 !== "string"){
continue;
}
if(typeof indices9[item9] == "number"){
j9 = indices9[item9];
const err427 = {instancePath:instancePath+"/access/eks/pods/secrets-read/secrets",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/secrets-read/properties/secrets/uniqueItems",keyword:"uniqueItems",params:{i: i31, j: j9},message:"must NOT have duplicate items (items ## "+j9+" and "+i31+" are identical)"};
if(vErrors === null){
vErrors = [err427];
}
else {
vErrors.push(err427);
}
errors++;
break;
}
indices9[item9] = i31;
}
}
}
else {
const err428 = {instancePath:instancePath+"/access/eks/pods/secrets-read/secrets",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/secrets-read/properties/secrets/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err428];
}
else {
vErrors.push(err428);
}
errors++;
}
}
if(data177.keys !== undefined){
let data182 = data177.keys;
if(Array.isArray(data182)){
if(data182.length > 10){
const err429 = {instancePath:instancePath+"/access/eks/pods/secrets-read/keys",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/secrets-read/properties/keys/maxItems",keyword:"maxItems",params:{limit: 10},message:"must NOT have more than 10 items"};
if(vErrors === null){
vErrors = [err429];
}
else {
vErrors.push(err429);
}
errors++;
}
const len22 = data182.length;
for(let i32=0; i32<len22; i32++){
let data183 = data182[i32];
if(typeof data183 === "string"){
if(!pattern73.test(data183)){
const err430 = {instancePath:instancePath+"/access/eks/pods/secrets-read/keys/" + i32,schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/secrets-read/properties/keys/items/pattern",keyword:"pattern",params:{pattern: "^arn:aws(-us-gov|-cn)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$"},message:"must match pattern \""+"^arn:aws(-us-gov|-cn)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$"+"\""};
if(vErrors === null){
vErrors = [err430];
}
else {
vErrors.push(err430);
}
errors++;
}
}
else {
const err431 = {instancePath:instancePath+"/access/eks/pods/secrets-read/keys/" + i32,schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/secrets-read/properties/keys/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err431];
}
else {
vErrors.push(err431);
}
errors++;
}
}
}
else {
const err432 = {instancePath:instancePath+"/access/eks/pods/secrets-read/keys",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/secrets-read/properties/keys/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err432];
}
else {
vErrors.push(err432);
}
errors++;
}
}
}
else {
const err433 = {instancePath:instancePath+"/access/eks/pods/secrets-read",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/properties/secrets-read/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err433];
}
else {
vErrors.push(err433);
}
errors++;
}
}
}
else {
const err434 = {instancePath:instancePath+"/access/eks/pods",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/pods/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err434];
}
else {
vErrors.push(err434);
}
errors++;
}
}
}
else {
const err435 = {instancePath:instancePath+"/access/eks",schemaPath:"#/properties/access/properties/eks/anyOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err435];
}
else {
vErrors.push(err435);
}
errors++;
}
var _valid9 = _errs358 === errors;
valid72 = valid72 || _valid9;
}
if(!valid72){
const err436 = {instancePath:instancePath+"/access/eks",schemaPath:"#/properties/access/properties/eks/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err436];
}
else {
vErrors.push(err436);
}
errors++;
}
else {
errors = _errs356;
if(vErrors !== null){
if(_errs356){
vErrors.length = _errs356;
}
else {
vErrors = null;
}
}
}
}
if(data151.sagemaker !== undefined){
let data184 = data151.sagemaker;
const _errs425 = errors;
let valid97 = false;
const _errs426 = errors;
if(false !== data184){
const err437 = {instancePath:instancePath+"/access/sagemaker",schemaPath:"#/properties/access/properties/sagemaker/anyOf/0/const",keyword:"const",params:{allowedValue: false},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err437];
}
else {
vErrors.push(err437);
}
errors++;
}
var _valid10 = _errs426 === errors;
valid97 = valid97 || _valid10;
if(!valid97){
const _errs427 = errors;
if(data184 && typeof data184 == "object" && !Array.isArray(data184)){
for(const key31 in data184){
if(!(((((((key31 === "profile") || (key31 === "data-buckets")) || (key31 === "prefixes")) || (key31 === "repositories")) || (key31 === "keys")) || (key31 === "vpc")) || (key31 === "gates"))){
const err438 = {instancePath:instancePath+"/access/sagemaker",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key31},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err438];
}
else {
vErrors.push(err438);
}
errors++;
}
}
if(data184.profile !== undefined){
let data185 = data184.profile;
if(!((data185 === "least-privilege") || (data185 === "lab"))){
const err439 = {instancePath:instancePath+"/access/sagemaker/profile",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/profile/enum",keyword:"enum",params:{allowedValues: schema11.properties.access.properties.sagemaker.anyOf[1].properties.profile.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err439];
}
else {
vErrors.push(err439);
}
errors++;
}
}
if(data184["data-buckets"] !== undefined){
let data186 = data184["data-buckets"];
if(Array.isArray(data186)){
if(data186.length > 20){
const err440 = {instancePath:instancePath+"/access/sagemaker/data-buckets",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/data-buckets/maxItems",keyword:"maxItems",params:{limit: 20},message:"must NOT have more than 20 items"};
if(vErrors === null){
vErrors = [err440];
}
else {
vErrors.push(err440);
}
errors++;
}
const len23 = data186.length;
for(let i33=0; i33<len23; i33++){
let data187 = data186[i33];
if(typeof data187 === "string"){
if(!pattern8.test(data187)){
const err441 = {instancePath:instancePath+"/access/sagemaker/data-buckets/" + i33,schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/data-buckets/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$"},message:"must match pattern \""+"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$"+"\""};
if(vErrors === null){
vErrors = [err441];
}
else {
vErrors.push(err441);
}
errors++;
}
}
else {
const err442 = {instancePath:instancePath+"/access/sagemaker/data-buckets/" + i33,schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/data-buckets/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err442];
}
else {
vErrors.push(err442);
}
errors++;
}
}
}
else {
const err443 = {instancePath:instancePath+"/access/sagemaker/data-buckets",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/data-buckets/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err443];
}
else {
vErrors.push(err443);
}
errors++;
}
}
if(data184.prefixes !== undefined){
let data188 = data184.prefixes;
if(Array.isArray(data188)){
if(data188.length > 20){
const err444 = {instancePath:instancePath+"/access/sagemaker/prefixes",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/prefixes/maxItems",keyword:"maxItems",params:{limit: 20},message:"must NOT have more than 20 items"};
if(vErrors === null){
vErrors = [err444];
}
else {
vErrors.push(err444);
}
errors++;
}
if(data188.length < 1){
const err445 = {instancePath:instancePath+"/access/sagemaker/prefixes",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/prefixes/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err445];
}
else {
vErrors.push(err445);
}
errors++;
}
const len24 = data188.length;
for(let i34=0; i34<len24; i34++){
let data189 = data188[i34];
if(typeof data189 === "string"){
if(!pattern88.test(data189)){
const err446 = {instancePath:instancePath+"/access/sagemaker/prefixes/" + i34,schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/prefixes/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9!_.'()/-]{1,200}/$"},message:"must match pattern \""+"^[A-Za-z0-9!_.'()/-]{1,200}/$"+"\""};
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
const err447 = {instancePath:instancePath+"/access/sagemaker/prefixes/" + i34,schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/prefixes/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err447];
}
else {
vErrors.push(err447);
}
errors++;
}
}
}
else {
const err448 = {instancePath:instancePath+"/access/sagemaker/prefixes",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/prefixes/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err448];
}
else {
vErrors.push(err448);
}
errors++;
}
}
if(data184.repositories !== undefined){
let data190 = data184.repositories;
if(Array.isArray(data190)){
if(data190.length > 20){
const err449 = {instancePath:instancePath+"/access/sagemaker/repositories",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/repositories/maxItems",keyword:"maxItems",params:{limit: 20},message:"must NOT have more than 20 items"};
if(vErrors === null){
vErrors = [err449];
}
else {
vErrors.push(err449);
}
errors++;
}
const len25 = data190.length;
for(let i35=0; i35<len25; i35++){
let data191 = data190[i35];
if(typeof data191 === "string"){
if(!pattern57.test(data191)){
const err450 = {instancePath:instancePath+"/access/sagemaker/repositories/" + i35,schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/repositories/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(?:[._/-][a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(?:[._/-][a-z0-9]+)*$"+"\""};
if(vErrors === null){
vErrors = [err450];
}
else {
vErrors.push(err450);
}
errors++;
}
}
else {
const err451 = {instancePath:instancePath+"/access/sagemaker/repositories/" + i35,schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/repositories/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err451];
}
else {
vErrors.push(err451);
}
errors++;
}
}
}
else {
const err452 = {instancePath:instancePath+"/access/sagemaker/repositories",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/repositories/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err452];
}
else {
vErrors.push(err452);
}
errors++;
}
}
if(data184.keys !== undefined){
let data192 = data184.keys;
if(Array.isArray(data192)){
if(data192.length > 10){
const err453 = {instancePath:instancePath+"/access/sagemaker/keys",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/keys/maxItems",keyword:"maxItems",params:{limit: 10},message:"must NOT have more than 10 items"};
if(vErrors === null){
vErrors = [err453];
}
else {
vErrors.push(err453);
}
errors++;
}
const len26 = data192.length;
for(let i36=0; i36<len26; i36++){
let data193 = data192[i36];
if(typeof data193 === "string"){
if(!pattern73.test(data193)){
const err454 = {instancePath:instancePath+"/access/sagemaker/keys/" + i36,schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/keys/items/pattern",keyword:"pattern",params:{pattern: "^arn:aws(-us-gov|-cn)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$"},message:"must match pattern \""+"^arn:aws(-us-gov|-cn)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$"+"\""};
if(vErrors === null){
vErrors = [err454];
}
else {
vErrors.push(err454);
}
errors++;
}
}
else {
const err455 = {instancePath:instancePath+"/access/sagemaker/keys/" + i36,schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/keys/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err456 = {instancePath:instancePath+"/access/sagemaker/keys",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/keys/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err456];
}
else {
vErrors.push(err456);
}
errors++;
}
}
if(data184.vpc !== undefined){
if(typeof data184.vpc !== "boolean"){
const err457 = {instancePath:instancePath+"/access/sagemaker/vpc",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/vpc/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err457];
}
else {
vErrors.push(err457);
}
errors++;
}
}
if(data184.gates !== undefined){
let data195 = data184.gates;
if(data195 && typeof data195 == "object" && !Array.isArray(data195)){
for(const key32 in data195){
if(!((((((((key32 === "network-isolation") || (key32 === "inter-container-encryption")) || (key32 === "subnets")) || (key32 === "security-groups")) || (key32 === "volume-key")) || (key32 === "output-key")) || (key32 === "instance-types")) || (key32 === "max-runtime-hours"))){
const err458 = {instancePath:instancePath+"/access/sagemaker/gates",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/gates/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key32},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err458];
}
else {
vErrors.push(err458);
}
errors++;
}
}
if(data195["network-isolation"] !== undefined){
if(typeof data195["network-isolation"] !== "boolean"){
const err459 = {instancePath:instancePath+"/access/sagemaker/gates/network-isolation",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/gates/properties/network-isolation/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err459];
}
else {
vErrors.push(err459);
}
errors++;
}
}
if(data195["inter-container-encryption"] !== undefined){
if(typeof data195["inter-container-encryption"] !== "boolean"){
const err460 = {instancePath:instancePath+"/access/sagemaker/gates/inter-container-encryption",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/gates/properties/inter-container-encryption/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err460];
}
else {
vErrors.push(err460);
}
errors++;
}
}
if(data195.subnets !== undefined){
let data198 = data195.subnets;
if(Array.isArray(data198)){
if(data198.length > 16){
const err461 = {instancePath:instancePath+"/access/sagemaker/gates/subnets",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/gates/properties/subnets/maxItems",keyword:"maxItems",params:{limit: 16},message:"must NOT have more than 16 items"};
if(vErrors === null){
vErrors = [err461];
}
else {
vErrors.push(err461);
}
errors++;
}
if(data198.length < 1){
const err462 = {instancePath:instancePath+"/access/sagemaker/gates/subnets",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/gates/properties/subnets/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err462];
}
else {
vErrors.push(err462);
}
errors++;
}
const len27 = data198.length;
for(let i37=0; i37<len27; i37++){
let data199 = data198[i37];
if(typeof data199 === "string"){
if(!pattern101.test(data199)){
const err463 = {instancePath:instancePath+"/access/sagemaker/gates/subnets/" + i37,schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/gates/properties/subnets/items/pattern",keyword:"pattern",params:{pattern: "^subnet-[0-9a-f]{8,17}$"},message:"must match pattern \""+"^subnet-[0-9a-f]{8,17}$"+"\""};
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
const err464 = {instancePath:instancePath+"/access/sagemaker/gates/subnets/" + i37,schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/gates/properties/subnets/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err464];
}
else {
vErrors.push(err464);
}
errors++;
}
}
let i38 = data198.length;
let j10;
if(i38 > 1){
const indices10 = {};
for(;i38--;){
let item10 = data198[i38];
if(typeof item10 !== "string"){
continue;
}
if(typeof indices10[item10] == "number"){
j10 = indices10[item10];
const err465 = {instancePath:instancePath+"/access/sagemaker/gates/subnets",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/gates/properties/subnets/uniqueItems",keyword:"uniqueItems",params:{i: i38, j: j10},message:"must NOT have duplicate items (items ## "+j10+" and "+i38+" are identical)"};
if(vErrors === null){
vErrors = [err465];
}
else {
vErrors.push(err465);
}
errors++;
break;
}
indices10[item10] = i38;
}
}
}
else {
const err466 = {instancePath:instancePath+"/access/sagemaker/gates/subnets",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/gates/properties/subnets/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err466];
}
else {
vErrors.push(err466);
}
errors++;
}
}
if(data195["security-groups"] !== undefined){
let data200 = data195["security-groups"];
if(Array.isArray(data200)){
if(data200.length > 5){
const err467 = {instancePath:instancePath+"/access/sagemaker/gates/security-groups",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/gates/properties/security-groups/maxItems",keyword:"maxItems",params:{limit: 5},message:"must NOT have more than 5 items"};
if(vErrors === null){
vErrors = [err467];
}
else {
vErrors.push(err467);
}
errors++;
}
if(data200.length < 1){
const err468 = {instancePath:instancePath+"/access/sagemaker/gates/security-groups",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/gates/properties/security-groups/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err468];
}
else {
vErrors.push(err468);
}
errors++;
}
const len28 = data200.length;
for(let i39=0; i39<len28; i39++){
let data201 = data200[i39];
if(typeof data201 === "string"){
if(!pattern102.test(data201)){
const err469 = {instancePath:instancePath+"/access/sagemaker/gates/security-groups/" + i39,schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/gates/properties/security-groups/items/pattern",keyword:"pattern",params:{pattern: "^sg-[0-9a-f]{8,17}$"},message:"must match pattern \""+"^sg-[0-9a-f]{8,17}$"+"\""};
if(vErrors === null){
vErrors = [err469];
}
else {
vErrors.push(err469);
}
errors++;
}
}
else {
const err470 = {instancePath:instancePath+"/access/sagemaker/gates/security-groups/" + i39,schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/gates/properties/security-groups/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err470];
}
else {
vErrors.push(err470);
}
errors++;
}
}
let i40 = data200.length;
let j11;
if(i40 > 1){
const indices11 = {};
for(;i40--;){
let item11 = data200[i40];
if(typeof item11 !== "string"){
continue;
}
if(typeof indices11[item11] == "number"){
j11 = indices11[item11];
const err471 = {instancePath:instancePath+"/access/sagemaker/gates/security-groups",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/gates/properties/security-groups/uniqueItems",keyword:"uniqueItems",params:{i: i40, j: j11},message:"must NOT have duplicate items (items ## "+j11+" and "+i40+" are identical)"};
if(vErrors === null){
vErrors = [err471];
}
else {
vErrors.push(err471);
}
errors++;
break;
}
indices11[item11] = i40;
}
}
}
else {
const err472 = {instancePath:instancePath+"/access/sagemaker/gates/security-groups",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/gates/properties/security-groups/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err472];
}
else {
vErrors.push(err472);
}
errors++;
}
}
if(data195["volume-key"] !== undefined){
let data202 = data195["volume-key"];
if(typeof data202 === "string"){
if(!pattern73.test(data202)){
const err473 = {instancePath:instancePath+"/access/sagemaker/gates/volume-key",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/gates/properties/volume-key/pattern",keyword:"pattern",params:{pattern: "^arn:aws(-us-gov|-cn)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$"},message:"must match pattern \""+"^arn:aws(-us-gov|-cn)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$"+"\""};
if(vErrors === null){
vErrors = [err473];
}
else {
vErrors.push(err473);
}
errors++;
}
}
else {
const err474 = {instancePath:instancePath+"/access/sagemaker/gates/volume-key",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/gates/properties/volume-key/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err474];
}
else {
vErrors.push(err474);
}
errors++;
}
}
if(data195["output-key"] !== undefined){
let data203 = data195["output-key"];
if(typeof data203 === "string"){
if(!pattern73.test(data203)){
const err475 = {instancePath:instancePath+"/access/sagemaker/gates/output-key",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/gates/properties/output-key/pattern",keyword:"pattern",params:{pattern: "^arn:aws(-us-gov|-cn)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$"},message:"must match pattern \""+"^arn:aws(-us-gov|-cn)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$"+"\""};
if(vErrors === null){
vErrors = [err475];
}
else {
vErrors.push(err475);
}
errors++;
}
}
else {
const err476 = {instancePath:instancePath+"/access/sagemaker/gates/output-key",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/gates/properties/output-key/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err476];
}
else {
vErrors.push(err476);
}
errors++;
}
}
if(data195["instance-types"] !== undefined){
let data204 = data195["instance-types"];
if(Array.isArray(data204)){
if(data204.length > 30){
const err477 = {instancePath:instancePath+"/access/sagemaker/gates/instance-types",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/gates/properties/instance-types/maxItems",keyword:"maxItems",params:{limit: 30},message:"must NOT have more than 30 items"};
if(vErrors === null){
vErrors = [err477];
}
else {
vErrors.push(err477);
}
errors++;
}
if(data204.length < 1){
const err478 = {instancePath:instancePath+"/access/sagemaker/gates/instance-types",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/gates/properties/instance-types/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err478];
}
else {
vErrors.push(err478);
}
errors++;
}
const len29 = data204.length;
for(let i41=0; i41<len29; i41++){
let data205 = data204[i41];
if(typeof data205 === "string"){
if(!pattern105.test(data205)){
const err479 = {instancePath:instancePath+"/access/sagemaker/gates/instance-types/" + i41,schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/gates/properties/instance-types/items/pattern",keyword:"pattern",params:{pattern: "^ml\\.[a-z0-9*-]+\\.[a-z0-9*]+$"},message:"must match pattern \""+"^ml\\.[a-z0-9*-]+\\.[a-z0-9*]+$"+"\""};
if(vErrors === null){
vErrors = [err479];
}
else {
vErrors.push(err479);
}
errors++;
}
}
else {
const err480 = {instancePath:instancePath+"/access/sagemaker/gates/instance-types/" + i41,schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/gates/properties/instance-types/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err480];
}
else {
vErrors.push(err480);
}
errors++;
}
}
let i42 = data204.length;
let j12;
if(i42 > 1){
const indices12 = {};
for(;i42--;){
let item12 = data204[i42];
if(typeof item12 !== "string"){
continue;
}
if(typeof indices12[item12] == "number"){
j12 = indices12[item12];
const err481 = {instancePath:instancePath+"/access/sagemaker/gates/instance-types",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/gates/properties/instance-types/uniqueItems",keyword:"uniqueItems",params:{i: i42, j: j12},message:"must NOT have duplicate items (items ## "+j12+" and "+i42+" are identical)"};
if(vErrors === null){
vErrors = [err481];
}
else {
vErrors.push(err481);
}
errors++;
break;
}
indices12[item12] = i42;
}
}
}
else {
const err482 = {instancePath:instancePath+"/access/sagemaker/gates/instance-types",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/gates/properties/instance-types/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err482];
}
else {
vErrors.push(err482);
}
errors++;
}
}
if(data195["max-runtime-hours"] !== undefined){
let data206 = data195["max-runtime-hours"];
if(!(((typeof data206 == "number") && (!(data206 % 1) && !isNaN(data206))) && (isFinite(data206)))){
const err483 = {instancePath:instancePath+"/access/sagemaker/gates/max-runtime-hours",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/gates/properties/max-runtime-hours/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err483];
}
else {
vErrors.push(err483);
}
errors++;
}
if((typeof data206 == "number") && (isFinite(data206))){
if(data206 > 672 || isNaN(data206)){
const err484 = {instancePath:instancePath+"/access/sagemaker/gates/max-runtime-hours",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/gates/properties/max-runtime-hours/maximum",keyword:"maximum",params:{comparison: "<=", limit: 672},message:"must be <= 672"};
if(vErrors === null){
vErrors = [err484];
}
else {
vErrors.push(err484);
}
errors++;
}
if(data206 < 1 || isNaN(data206)){
const err485 = {instancePath:instancePath+"/access/sagemaker/gates/max-runtime-hours",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/gates/properties/max-runtime-hours/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err485];
}
else {
vErrors.push(err485);
}
errors++;
}
}
}
}
else {
const err486 = {instancePath:instancePath+"/access/sagemaker/gates",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/gates/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err486];
}
else {
vErrors.push(err486);
}
errors++;
}
}
}
else {
const err487 = {instancePath:instancePath+"/access/sagemaker",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err487];
}
else {
vErrors.push(err487);
}
errors++;
}
var _valid10 = _errs427 === errors;
valid97 = valid97 || _valid10;
}
if(!valid97){
const err488 = {instancePath:instancePath+"/access/sagemaker",schemaPath:"#/properties/access/properties/sagemaker/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err488];
}
else {
vErrors.push(err488);
}
errors++;
}
else {
errors = _errs425;
if(vErrors !== null){
if(_errs425){
vErrors.length = _errs425;
}
else {
vErrors = null;
}
}
}
}
if(data151.ecr !== undefined){
let data207 = data151.ecr;
if(data207 && typeof data207 == "object" && !Array.isArray(data207)){
if(data207.repositories === undefined){
const err489 = {instancePath:instancePath+"/access/ecr",schemaPath:"#/properties/access/properties/ecr/required",keyword:"required",params:{missingProperty: "repositories"},message:"must have required property '"+"repositories"+"'"};
if(vErrors === null){
vErrors = [err489];
}
else {
vErrors.push(err489);
}
errors++;
}
for(const key33 in data207){
if(!((((key33 === "repositories") || (key33 === "tags")) || (key33 === "untagged-days")) || (key33 === "keep-images"))){
const err490 = {instancePath:instancePath+"/access/ecr",schemaPath:"#/properties/access/properties/ecr/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key33},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err490];
}
else {
vErrors.push(err490);
}
errors++;
}
}
if(data207.repositories !== undefined){
let data208 = data207.repositories;
if(Array.isArray(data208)){
if(data208.length > 50){
const err491 = {instancePath:instancePath+"/access/ecr/repositories",schemaPath:"#/properties/access/properties/ecr/properties/repositories/maxItems",keyword:"maxItems",params:{limit: 50},message:"must NOT have more than 50 items"};
if(vErrors === null){
vErrors = [err491];
}
else {
vErrors.push(err491);
}
errors++;
}
if(data208.length < 1){
const err492 = {instancePath:instancePath+"/access/ecr/repositories",schemaPath:"#/properties/access/properties/ecr/properties/repositories/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err492];
}
else {
vErrors.push(err492);
}
errors++;
}
const len30 = data208.length;
for(let i43=0; i43<len30; i43++){
let data209 = data208[i43];
const _errs480 = errors;
let valid120 = false;
const _errs481 = errors;
if(typeof data209 === "string"){
if(!pattern57.test(data209)){
const err493 = {instancePath:instancePath+"/access/ecr/repositories/" + i43,schemaPath:"#/properties/access/properties/ecr/properties/repositories/items/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(?:[._/-][a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(?:[._/-][a-z0-9]+)*$"+"\""};
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
const err494 = {instancePath:instancePath+"/access/ecr/repositories/" + i43,schemaPath:"#/properties/access/properties/ecr/properties/repositories/items/anyOf/0/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err494];
}
else {
vErrors.push(err494);
}
errors++;
}
var _valid11 = _errs481 === errors;
valid120 = valid120 || _valid11;
if(!valid120){
const _errs483 = errors;
if(data209 && typeof data209 == "object" && !Array.isArray(data209)){
if(data209.adopt === undefined){
const err495 = {instancePath:instancePath+"/access/ecr/repositories/" + i43,schemaPath:"#/properties/access/properties/ecr/properties/repositories/items/anyOf/1/required",keyword:"required",params:{missingProperty: "adopt"},message:"must have required property '"+"adopt"+"'"};
if(vErrors === null){
vErrors = [err495];
}
else {
vErrors.push(err495);
}
errors++;
}
for(const key34 in data209){
if(!(key34 === "adopt")){
const err496 = {instancePath:instancePath+"/access/ecr/repositories/" + i43,schemaPath:"#/properties/access/properties/ecr/properties/repositories/items/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key34},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err496];
}
else {
vErrors.push(err496);
}
errors++;
}
}
if(data209.adopt !== undefined){
let data210 = data209.adopt;
if(typeof data210 === "string"){
if(!pattern57.test(data210)){
const err497 = {instancePath:instancePath+"/access/ecr/repositories/" + i43+"/adopt",schemaPath:"#/properties/access/properties/ecr/properties/repositories/items/anyOf/1/properties/adopt/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(?:[._/-][a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(?:[._/-][a-z0-9]+)*$"+"\""};
if(vErrors === null){
vErrors = [err497];
}
else {
vErrors.push(err497);
}
errors++;
}
}
else {
const err498 = {instancePath:instancePath+"/access/ecr/repositories/" + i43+"/adopt",schemaPath:"#/properties/access/properties/ecr/properties/repositories/items/anyOf/1/properties/adopt/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err498];
}
else {
vErrors.push(err498);
}
errors++;
}
}
}
else {
const err499 = {instancePath:instancePath+"/access/ecr/repositories/" + i43,schemaPath:"#/properties/access/properties/ecr/properties/repositories/items/anyOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err499];
}
else {
vErrors.push(err499);
}
errors++;
}
var _valid11 = _errs483 === errors;
valid120 = valid120 || _valid11;
}
if(!valid120){
const err500 = {instancePath:instancePath+"/access/ecr/repositories/" + i43,schemaPath:"#/properties/access/properties/ecr/properties/repositories/items/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err500];
}
else {
vErrors.push(err500);
}
errors++;
}
else {
errors = _errs480;
if(vErrors !== null){
if(_errs480){
vErrors.length = _errs480;
}
else {
vErrors = null;
}
}
}
}
}
else {
const err501 = {instancePath:instancePath+"/access/ecr/repositories",schemaPath:"#/properties/access/properties/ecr/properties/repositories/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err501];
}
else {
vErrors.push(err501);
}
errors++;
}
}
if(data207.tags !== undefined){
let data211 = data207.tags;
if(!((data211 === "immutable") || (data211 === "mutable"))){
const err502 = {instancePath:instancePath+"/access/ecr/tags",schemaPath:"#/properties/access/properties/ecr/properties/tags/enum",keyword:"enum",params:{allowedValues: schema11.properties.access.properties.ecr.properties.tags.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err502];
}
else {
vErrors.push(err502);
}
errors++;
}
}
if(data207["untagged-days"] !== undefined){
let data212 = data207["untagged-days"];
if(!(((typeof data212 == "number") && (!(data212 % 1) && !isNaN(data212))) && (isFinite(data212)))){
const err503 = {instancePath:instancePath+"/access/ecr/untagged-days",schemaPath:"#/properties/access/properties/ecr/properties/untagged-days/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err503];
}
else {
vErrors.push(err503);
}
errors++;
}
if((typeof data212 == "number") && (isFinite(data212))){
if(data212 > 3650 || isNaN(data212)){
const err504 = {instancePath:instancePath+"/access/ecr/untagged-days",schemaPath:"#/properties/access/properties/ecr/properties/untagged-days/maximum",keyword:"maximum",params:{comparison: "<=", limit: 3650},message:"must be <= 3650"};
if(vErrors === null){
vErrors = [err504];
}
else {
vErrors.push(err504);
}
errors++;
}
if(data212 < 1 || isNaN(data212)){
const err505 = {instancePath:instancePath+"/access/ecr/untagged-days",schemaPath:"#/properties/access/properties/ecr/properties/untagged-days/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err505];
}
else {
vErrors.push(err505);
}
errors++;
}
}
}
if(data207["keep-images"] !== undefined){
let data213 = data207["keep-images"];
if(!(((typeof data213 == "number") && (!(data213 % 1) && !isNaN(data213))) && (isFinite(data213)))){
const err506 = {instancePath:instancePath+"/access/ecr/keep-images",schemaPath:"#/properties/access/properties/ecr/properties/keep-images/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err506];
}
else {
vErrors.push(err506);
}
errors++;
}
if((typeof data213 == "number") && (isFinite(data213))){
if(data213 > 10000 || isNaN(data213)){
const err507 = {instancePath:instancePath+"/access/ecr/keep-images",schemaPath:"#/properties/access/properties/ecr/properties/keep-images/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10000},message:"must be <= 10000"};
if(vErrors === null){
vErrors = [err507];
}
else {
vErrors.push(err507);
}
errors++;
}
if(data213 < 1 || isNaN(data213)){
const err508 = {instancePath:instancePath+"/access/ecr/keep-images",schemaPath:"#/properties/access/properties/ecr/properties/keep-images/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err508];
}
else {
vErrors.push(err508);
}
errors++;
}
}
}
}
else {
const err509 = {instancePath:instancePath+"/access/ecr",schemaPath:"#/properties/access/properties/ecr/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err509];
}
else {
vErrors.push(err509);
}
errors++;
}
}
if(data151["bucket-policies"] !== undefined){
let data214 = data151["bucket-policies"];
if(Array.isArray(data214)){
if(data214.length > 20){
const err510 = {instancePath:instancePath+"/access/bucket-policies",schemaPath:"#/properties/access/properties/bucket-policies/maxItems",keyword:"maxItems",params:{limit: 20},message:"must NOT have more than 20 items"};
if(vErrors === null){
vErrors = [err510];
}
else {
vErrors.push(err510);
}
errors++;
}
if(data214.length < 1){
const err511 = {instancePath:instancePath+"/access/bucket-policies",schemaPath:"#/properties/access/properties/bucket-policies/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err511];
}
else {
vErrors.push(err511);
}
errors++;
}
const len31 = data214.length;
for(let i44=0; i44<len31; i44++){
let data215 = data214[i44];
if(data215 && typeof data215 == "object" && !Array.isArray(data215)){
if(data215.bucket === undefined){
const err512 = {instancePath:instancePath+"/access/bucket-policies/" + i44,schemaPath:"#/properties/access/properties/bucket-policies/items/required",keyword:"required",params:{missingProperty: "bucket"},message:"must have required property '"+"bucket"+"'"};
if(vErrors === null){
vErrors = [err512];
}
else {
vErrors.push(err512);
}
errors++;
}
for(const key35 in data215){
if(!((key35 === "bucket") || (key35 === "key"))){
const err513 = {instancePath:instancePath+"/access/bucket-policies/" + i44,schemaPath:"#/properties/access/properties/bucket-policies/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key35},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err513];
}
else {
vErrors.push(err513);
}
errors++;
}
}
if(data215.bucket !== undefined){
let data216 = data215.bucket;
if(typeof data216 === "string"){
if(!pattern8.test(data216)){
const err514 = {instancePath:instancePath+"/access/bucket-policies/" + i44+"/bucket",schemaPath:"#/properties/access/properties/bucket-policies/items/properties/bucket/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$"},message:"must match pattern \""+"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$"+"\""};
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
const err515 = {instancePath:instancePath+"/access/bucket-policies/" + i44+"/bucket",schemaPath:"#/properties/access/properties/bucket-policies/items/properties/bucket/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err515];
}
else {
vErrors.push(err515);
}
errors++;
}
}
if(data215.key !== undefined){
let data217 = data215.key;
if(typeof data217 === "string"){
if(!pattern73.test(data217)){
const err516 = {instancePath:instancePath+"/access/bucket-policies/" + i44+"/key",schemaPath:"#/properties/access/properties/bucket-policies/items/properties/key/pattern",keyword:"pattern",params:{pattern: "^arn:aws(-us-gov|-cn)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$"},message:"must match pattern \""+"^arn:aws(-us-gov|-cn)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$"+"\""};
if(vErrors === null){
vErrors = [err516];
}
else {
vErrors.push(err516);
}
errors++;
}
}
else {
const err517 = {instancePath:instancePath+"/access/bucket-policies/" + i44+"/key",schemaPath:"#/properties/access/properties/bucket-policies/items/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err517];
}
else {
vErrors.push(err517);
}
errors++;
}
}
}
else {
const err518 = {instancePath:instancePath+"/access/bucket-policies/" + i44,schemaPath:"#/properties/access/properties/bucket-policies/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err518];
}
else {
vErrors.push(err518);
}
errors++;
}
}
}
else {
const err519 = {instancePath:instancePath+"/access/bucket-policies",schemaPath:"#/properties/access/properties/bucket-policies/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err519];
}
else {
vErrors.push(err519);
}
errors++;
}
}
if(data151.replica !== undefined){
let data218 = data151.replica;
if(data218 && typeof data218 == "object" && !Array.isArray(data218)){
if(data218.bucket === undefined){
const err520 = {instancePath:instancePath+"/access/replica",schemaPath:"#/properties/access/properties/replica/required",keyword:"required",params:{missingProperty: "bucket"},message:"must have required property '"+"bucket"+"'"};
if(vErrors === null){
vErrors = [err520];
}
else {
vErrors.push(err520);
}
errors++;
}
if(data218.region === undefined){
const err521 = {instancePath:instancePath+"/access/replica",schemaPath:"#/properties/access/properties/replica/required",keyword:"required",params:{missingProperty: "region"},message:"must have required property '"+"region"+"'"};
if(vErrors === null){
vErrors = [err521];
}
else {
vErrors.push(err521);
}
errors++;
}
for(const key36 in data218){
if(!((((key36 === "bucket") || (key36 === "region")) || (key36 === "prefixes")) || (key36 === "source-key"))){
const err522 = {instancePath:instancePath+"/access/replica",schemaPath:"#/properties/access/properties/replica/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key36},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err522];
}
else {
vErrors.push(err522);
}
errors++;
}
}
if(data218.bucket !== undefined){
let data219 = data218.bucket;
if(typeof data219 === "string"){
if(!pattern8.test(data219)){
const err523 = {instancePath:instancePath+"/access/replica/bucket",schemaPath:"#/properties/access/properties/replica/properties/bucket/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$"},message:"must match pattern \""+"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$"+"\""};
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
const err524 = {instancePath:instancePath+"/access/replica/bucket",schemaPath:"#/properties/access/properties/replica/properties/bucket/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err524];
}
else {
vErrors.push(err524);
}
errors++;
}
}
if(data218.region !== undefined){
if(typeof data218.region !== "string"){
const err525 = {instancePath:instancePath+"/access/replica/region",schemaPath:"#/properties/access/properties/replica/properties/region/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err525];
}
else {
vErrors.push(err525);
}
errors++;
}
}
if(data218.prefixes !== undefined){
let data221 = data218.prefixes;
if(Array.isArray(data221)){
if(data221.length > 10){
const err526 = {instancePath:instancePath+"/access/replica/prefixes",schemaPath:"#/properties/access/properties/replica/properties/prefixes/maxItems",keyword:"maxItems",params:{limit: 10},message:"must NOT have more than 10 items"};
if(vErrors === null){
vErrors = [err526];
}
else {
vErrors.push(err526);
}
errors++;
}
if(data221.length < 1){
const err527 = {instancePath:instancePath+"/access/replica/prefixes",schemaPath:"#/properties/access/properties/replica/properties/prefixes/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err527];
}
else {
vErrors.push(err527);
}
errors++;
}
const len32 = data221.length;
for(let i45=0; i45<len32; i45++){
let data222 = data221[i45];
if(typeof data222 === "string"){
if(!pattern88.test(data222)){
const err528 = {instancePath:instancePath+"/access/replica/prefixes/" + i45,schemaPath:"#/properties/access/properties/replica/properties/prefixes/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9!_.'()/-]{1,200}/$"},message:"must match pattern \""+"^[A-Za-z0-9!_.'()/-]{1,200}/$"+"\""};
if(vErrors === null){
vErrors = [err528];
}
else {
vErrors.push(err528);
}
errors++;
}
}
else {
const err529 = {instancePath:instancePath+"/access/replica/prefixes/" + i45,schemaPath:"#/properties/access/properties/replica/properties/prefixes/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err529];
}
else {
vErrors.push(err529);
}
errors++;
}
}
let i46 = data221.length;
let j13;
if(i46 > 1){
const indices13 = {};
for(;i46--;){
let item13 = data221[i46];
if(typeof item13 !== "string"){
continue;
}
if(typeof indices13[item13] == "number"){
j13 = indices13[item13];
const err530 = {instancePath:instancePath+"/access/replica/prefixes",schemaPath:"#/properties/access/properties/replica/properties/prefixes/uniqueItems",keyword:"uniqueItems",params:{i: i46, j: j13},message:"must NOT have duplicate items (items ## "+j13+" and "+i46+" are identical)"};
if(vErrors === null){
vErrors = [err530];
}
else {
vErrors.push(err530);
}
errors++;
break;
}
indices13[item13] = i46;
}
}
}
else {
const err531 = {instancePath:instancePath+"/access/replica/prefixes",schemaPath:"#/properties/access/properties/replica/properties/prefixes/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err531];
}
else {
vErrors.push(err531);
}
errors++;
}
}
if(data218["source-key"] !== undefined){
let data223 = data218["source-key"];
if(typeof data223 === "string"){
if(!pattern73.test(data223)){
const err532 = {instancePath:instancePath+"/access/replica/source-key",schemaPath:"#/properties/access/properties/replica/properties/source-key/pattern",keyword:"pattern",params:{pattern: "^arn:aws(-us-gov|-cn)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$"},message:"must match pattern \""+"^arn:aws(-us-gov|-cn)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$"+"\""};
if(vErrors === null){
vErrors = [err532];
}
else {
vErrors.push(err532);
}
errors++;
}
}
else {
const err533 = {instancePath:instancePath+"/access/replica/source-key",schemaPath:"#/properties/access/properties/replica/properties/source-key/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err533];
}
else {
vErrors.push(err533);
}
errors++;
}
}
}
else {
const err534 = {instancePath:instancePath+"/access/replica",schemaPath:"#/properties/access/properties/replica/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err534];
}
else {
vErrors.push(err534);
}
errors++;
}
}
}
else {
const err535 = {instancePath:instancePath+"/access",schemaPath:"#/properties/access/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err535];
}
else {
vErrors.push(err535);
}
errors++;
}
}
if(data["access-matrix"] !== undefined){
let data224 = data["access-matrix"];
const _errs516 = errors;
let valid129 = false;
const _errs517 = errors;
if(typeof data224 === "string"){
if(!pattern113.test(data224)){
const err536 = {instancePath:instancePath+"/access-matrix",schemaPath:"#/properties/access-matrix/anyOf/0/pattern",keyword:"pattern",params:{pattern: "\\.ya?ml$"},message:"must match pattern \""+"\\.ya?ml$"+"\""};
if(vErrors === null){
vErrors = [err536];
}
else {
vErrors.push(err536);
}
errors++;
}
}
else {
const err537 = {instancePath:instancePath+"/access-matrix",schemaPath:"#/properties/access-matrix/anyOf/0/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err537];
}
else {
vErrors.push(err537);
}
errors++;
}
var _valid12 = _errs517 === errors;
valid129 = valid129 || _valid12;
if(!valid129){
const _errs519 = errors;
if(Array.isArray(data224)){
if(data224.length > 200){
const err538 = {instancePath:instancePath+"/access-matrix",schemaPath:"#/properties/access-matrix/anyOf/1/maxItems",keyword:"maxItems",params:{limit: 200},message:"must NOT have more than 200 items"};
if(vErrors === null){
vErrors = [err538];
}
else {
vErrors.push(err538);
}
errors++;
}
const len33 = data224.length;
for(let i47=0; i47<len33; i47++){
let data225 = data224[i47];
if(data225 && typeof data225 == "object" && !Array.isArray(data225)){
if(data225.who === undefined){
const err539 = {instancePath:instancePath+"/access-matrix/" + i47,schemaPath:"#/properties/access-matrix/anyOf/1/items/required",keyword:"required",params:{missingProperty: "who"},message:"must have required property '"+"who"+"'"};
if(vErrors === null){
vErrors = [err539];
}
else {
vErrors.push(err539);
}
errors++;
}
for(const key37 in data225){
if(!(((((((key37 === "who") || (key37 === "can")) || (key37 === "cannot")) || (key37 === "on")) || (key37 === "except")) || (key37 === "when")) || (key37 === "why"))){
const err540 = {instancePath:instancePath+"/access-matrix/" + i47,schemaPath:"#/properties/access-matrix/anyOf/1/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key37},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err540];
}
else {
vErrors.push(err540);
}
errors++;
}
}
if(data225.who !== undefined){
let data226 = data225.who;
const _errs525 = errors;
let valid133 = false;
const _errs526 = errors;
if(typeof data226 === "string"){
if(!pattern114.test(data226)){
const err541 = {instancePath:instancePath+"/access-matrix/" + i47+"/who",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/who/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^[\\w+=,.@-]{1,64}$"},message:"must match pattern \""+"^[\\w+=,.@-]{1,64}$"+"\""};
if(vErrors === null){
vErrors = [err541];
}
else {
vErrors.push(err541);
}
errors++;
}
}
else {
const err542 = {instancePath:instancePath+"/access-matrix/" + i47+"/who",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/who/anyOf/0/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err542];
}
else {
vErrors.push(err542);
}
errors++;
}
var _valid13 = _errs526 === errors;
valid133 = valid133 || _valid13;
if(!valid133){
const _errs528 = errors;
if(data226 && typeof data226 == "object" && !Array.isArray(data226)){
if(data226.repository === undefined){
const err543 = {instancePath:instancePath+"/access-matrix/" + i47+"/who",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/who/anyOf/1/required",keyword:"required",params:{missingProperty: "repository"},message:"must have required property '"+"repository"+"'"};
if(vErrors === null){
vErrors = [err543];
}
else {
vErrors.push(err543);
}
errors++;
}
for(const key38 in data226){
if(!(((((((key38 === "repository") || (key38 === "owner-id")) || (key38 === "repository-id")) || (key38 === "branch")) || (key38 === "tag")) || (key38 === "environment")) || (key38 === "pull-request"))){
const err544 = {instancePath:instancePath+"/access-matrix/" + i47+"/who",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/who/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key38},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err544];
}
else {
vErrors.push(err544);
}
errors++;
}
}
if(data226.repository !== undefined){
let data227 = data226.repository;
if(typeof data227 === "string"){
if(!pattern115.test(data227)){
const err545 = {instancePath:instancePath+"/access-matrix/" + i47+"/who/repository",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/who/anyOf/1/properties/repository/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9-]+/[A-Za-z0-9._-]+$"},message:"must match pattern \""+"^[A-Za-z0-9-]+/[A-Za-z0-9._-]+$"+"\""};
if(vErrors === null){
vErrors = [err545];
}
else {
vErrors.push(err545);
}
errors++;
}
}
else {
const err546 = {instancePath:instancePath+"/access-matrix/" + i47+"/who/repository",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/who/anyOf/1/properties/repository/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err546];
}
else {
vErrors.push(err546);
}
errors++;
}
}
if(data226["owner-id"] !== undefined){
let data228 = data226["owner-id"];
if(typeof data228 === "string"){
if(!pattern50.test(data228)){
const err547 = {instancePath:instancePath+"/access-matrix/" + i47+"/who/owner-id",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/who/anyOf/1/properties/owner-id/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,20}$"},message:"must match pattern \""+"^[0-9]{1,20}$"+"\""};
if(vErrors === null){
vErrors = [err547];
}
else {
vErrors.push(err547);
}
errors++;
}
}
else {
const err548 = {instancePath:instancePath+"/access-matrix/" + i47+"/who/owner-id",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/who/anyOf/1/properties/owner-id/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err548];
}
else {
vErrors.push(err548);
}
errors++;
}
}
if(data226["repository-id"] !== undefined){
let data229 = data226["repository-id"];
if(typeof data229 === "string"){
if(!pattern50.test(data229)){
const err549 = {instancePath:instancePath+"/access-matrix/" + i47+"/who/repository-id",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/who/anyOf/1/properties/repository-id/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,20}$"},message:"must match pattern \""+"^[0-9]{1,20}$"+"\""};
if(vErrors === null){
vErrors = [err549];
}
else {
vErrors.push(err549);
}
errors++;
}
}
else {
const err550 = {instancePath:instancePath+"/access-matrix/" + i47+"/who/repository-id",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/who/anyOf/1/properties/repository-id/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err550];
}
else {
vErrors.push(err550);
}
errors++;
}
}
if(data226.branch !== undefined){
let data230 = data226.branch;
if(typeof data230 === "string"){
if(!pattern118.test(data230)){
const err551 = {instancePath:instancePath+"/access-matrix/" + i47+"/who/branch",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/who/anyOf/1/properties/branch/pattern",keyword:"pattern",params:{pattern: "^\\S{1,200}$"},message:"must match pattern \""+"^\\S{1,200}$"+"\""};
if(vErrors === null){
vErrors = [err551];
}
else {
vErrors.push(err551);
}
errors++;
}
}
else {
const err552 = {instancePath:instancePath+"/access-matrix/" + i47+"/who/branch",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/who/anyOf/1/properties/branch/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err552];
}
else {
vErrors.push(err552);
}
errors++;
}
}
if(data226.tag !== undefined){
let data231 = data226.tag;
if(typeof data231 === "string"){
if(!pattern118.test(data231)){
const err553 = {instancePath:instancePath+"/access-matrix/" + i47+"/who/tag",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/who/anyOf/1/properties/tag/pattern",keyword:"pattern",params:{pattern: "^\\S{1,200}$"},message:"must match pattern \""+"^\\S{1,200}$"+"\""};
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
const err554 = {instancePath:instancePath+"/access-matrix/" + i47+"/who/tag",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/who/anyOf/1/properties/tag/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err554];
}
else {
vErrors.push(err554);
}
errors++;
}
}
if(data226.environment !== undefined){
let data232 = data226.environment;
if(typeof data232 === "string"){
if(!pattern118.test(data232)){
const err555 = {instancePath:instancePath+"/access-matrix/" + i47+"/who/environment",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/who/anyOf/1/properties/environment/pattern",keyword:"pattern",params:{pattern: "^\\S{1,200}$"},message:"must match pattern \""+"^\\S{1,200}$"+"\""};
if(vErrors === null){
vErrors = [err555];
}
else {
vErrors.push(err555);
}
errors++;
}
}
else {
const err556 = {instancePath:instancePath+"/access-matrix/" + i47+"/who/environment",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/who/anyOf/1/properties/environment/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err556];
}
else {
vErrors.push(err556);
}
errors++;
}
}
if(data226["pull-request"] !== undefined){
if(true !== data226["pull-request"]){
const err557 = {instancePath:instancePath+"/access-matrix/" + i47+"/who/pull-request",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/who/anyOf/1/properties/pull-request/const",keyword:"const",params:{allowedValue: true},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err557];
}
else {
vErrors.push(err557);
}
errors++;
}
}
}
else {
const err558 = {instancePath:instancePath+"/access-matrix/" + i47+"/who",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/who/anyOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err558];
}
else {
vErrors.push(err558);
}
errors++;
}
var _valid13 = _errs528 === errors;
valid133 = valid133 || _valid13;
}
if(!valid133){
const err559 = {instancePath:instancePath+"/access-matrix/" + i47+"/who",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/who/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err559];
}
else {
vErrors.push(err559);
}
errors++;
}
else {
errors = _errs525;
if(vErrors !== null){
if(_errs525){
vErrors.length = _errs525;
}
else {
vErrors = null;
}
}
}
}
if(data225.can !== undefined){
let data234 = data225.can;
const _errs545 = errors;
let valid135 = false;
const _errs546 = errors;
if(typeof data234 === "string"){
if(!pattern121.test(data234)){
const err560 = {instancePath:instancePath+"/access-matrix/" + i47+"/can",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/can/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^(write|\\*|[A-Za-z0-9-]+:[A-Za-z0-9*?]+)$"},message:"must match pattern \""+"^(write|\\*|[A-Za-z0-9-]+:[A-Za-z0-9*?]+)$"+"\""};
if(vErrors === null){
vErrors = [err560];
}
else {
vErrors.push(err560);
}
errors++;
}
}
else {
const err561 = {instancePath:instancePath+"/access-matrix/" + i47+"/can",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/can/anyOf/0/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err561];
}
else {
vErrors.push(err561);
}
errors++;
}
var _valid14 = _errs546 === errors;
valid135 = valid135 || _valid14;
if(!valid135){
const _errs548 = errors;
if(Array.isArray(data234)){
if(data234.length > 100){
const err562 = {instancePath:instancePath+"/access-matrix/" + i47+"/can",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/can/anyOf/1/maxItems",keyword:"maxItems",params:{limit: 100},message:"must NOT have more than 100 items"};
if(vErrors === null){
vErrors = [err562];
}
else {
vErrors.push(err562);
}
errors++;
}
if(data234.length < 1){
const err563 = {instancePath:instancePath+"/access-matrix/" + i47+"/can",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/can/anyOf/1/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err563];
}
else {
vErrors.push(err563);
}
errors++;
}
const len34 = data234.length;
for(let i48=0; i48<len34; i48++){
let data235 = data234[i48];
if(typeof data235 === "string"){
if(!pattern121.test(data235)){
const err564 = {instancePath:instancePath+"/access-matrix/" + i47+"/can/" + i48,schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/can/anyOf/1/items/pattern",keyword:"pattern",params:{pattern: "^(write|\\*|[A-Za-z0-9-]+:[A-Za-z0-9*?]+)$"},message:"must match pattern \""+"^(write|\\*|[A-Za-z0-9-]+:[A-Za-z0-9*?]+)$"+"\""};
if(vErrors === null){
vErrors = [err564];
}
else {
vErrors.push(err564);
}
errors++;
}
}
else {
const err565 = {instancePath:instancePath+"/access-matrix/" + i47+"/can/" + i48,schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/can/anyOf/1/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
else {
const err566 = {instancePath:instancePath+"/access-matrix/" + i47+"/can",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/can/anyOf/1/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err566];
}
else {
vErrors.push(err566);
}
errors++;
}
var _valid14 = _errs548 === errors;
valid135 = valid135 || _valid14;
}
if(!valid135){
const err567 = {instancePath:instancePath+"/access-matrix/" + i47+"/can",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/can/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err567];
}
else {
vErrors.push(err567);
}
errors++;
}
else {
errors = _errs545;
if(vErrors !== null){
if(_errs545){
vErrors.length = _errs545;
}
else {
vErrors = null;
}
}
}
}
if(data225.cannot !== undefined){
let data236 = data225.cannot;
const _errs553 = errors;
let valid138 = false;
const _errs554 = errors;
if(typeof data236 === "string"){
if(!pattern121.test(data236)){
const err568 = {instancePath:instancePath+"/access-matrix/" + i47+"/cannot",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/cannot/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^(write|\\*|[A-Za-z0-9-]+:[A-Za-z0-9*?]+)$"},message:"must match pattern \""+"^(write|\\*|[A-Za-z0-9-]+:[A-Za-z0-9*?]+)$"+"\""};
if(vErrors === null){
vErrors = [err568];
}
else {
vErrors.push(err568);
}
errors++;
}
}
else {
const err569 = {instancePath:instancePath+"/access-matrix/" + i47+"/cannot",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/cannot/anyOf/0/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err569];
}
else {
vErrors.push(err569);
}
errors++;
}
var _valid15 = _errs554 === errors;
valid138 = valid138 || _valid15;
if(!valid138){
const _errs556 = errors;
if(Array.isArray(data236)){
if(data236.length > 100){
const err570 = {instancePath:instancePath+"/access-matrix/" + i47+"/cannot",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/cannot/anyOf/1/maxItems",keyword:"maxItems",params:{limit: 100},message:"must NOT have more than 100 items"};
if(vErrors === null){
vErrors = [err570];
}
else {
vErrors.push(err570);
}
errors++;
}
if(data236.length < 1){
const err571 = {instancePath:instancePath+"/access-matrix/" + i47+"/cannot",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/cannot/anyOf/1/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err571];
}
else {
vErrors.push(err571);
}
errors++;
}
const len35 = data236.length;
for(let i49=0; i49<len35; i49++){
let data237 = data236[i49];
if(typeof data237 === "string"){
if(!pattern121.test(data237)){
const err572 = {instancePath:instancePath+"/access-matrix/" + i47+"/cannot/" + i49,schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/cannot/anyOf/1/items/pattern",keyword:"pattern",params:{pattern: "^(write|\\*|[A-Za-z0-9-]+:[A-Za-z0-9*?]+)$"},message:"must match pattern \""+"^(write|\\*|[A-Za-z0-9-]+:[A-Za-z0-9*?]+)$"+"\""};
if(vErrors === null){
vErrors = [err572];
}
else {
vErrors.push(err572);
}
errors++;
}
}
else {
const err573 = {instancePath:instancePath+"/access-matrix/" + i47+"/cannot/" + i49,schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/cannot/anyOf/1/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err573];
}
else {
vErrors.push(err573);
}
errors++;
}
}
}
else {
const err574 = {instancePath:instancePath+"/access-matrix/" + i47+"/cannot",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/cannot/anyOf/1/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err574];
}
else {
vErrors.push(err574);
}
errors++;
}
var _valid15 = _errs556 === errors;
valid138 = valid138 || _valid15;
}
if(!valid138){
const err575 = {instancePath:instancePath+"/access-matrix/" + i47+"/cannot",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/cannot/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err575];
}
else {
vErrors.push(err575);
}
errors++;
}
else {
errors = _errs553;
if(vErrors !== null){
if(_errs553){
vErrors.length = _errs553;
}
else {
vErrors = null;
}
}
}
}
if(data225.on !== undefined){
let data238 = data225.on;
const _errs561 = errors;
let valid141 = false;
const _errs562 = errors;
if(typeof data238 === "string"){
if(!pattern125.test(data238)){
const err576 = {instancePath:instancePath+"/access-matrix/" + i47+"/on",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/on/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^(\\*|arn:\\S{1,2000}|[a-z][a-z-]{1,40})$"},message:"must match pattern \""+"^(\\*|arn:\\S{1,2000}|[a-z][a-z-]{1,40})$"+"\""};
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
const err577 = {instancePath:instancePath+"/access-matrix/" + i47+"/on",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/on/anyOf/0/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err577];
}
else {
vErrors.push(err577);
}
errors++;
}
var _valid16 = _errs562 === errors;
valid141 = valid141 || _valid16;
if(!valid141){
const _errs564 = errors;
if(Array.isArray(data238)){
if(data238.length > 100){
const err578 = {instancePath:instancePath+"/access-matrix/" + i47+"/on",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/on/anyOf/1/maxItems",keyword:"maxItems",params:{limit: 100},message:"must NOT have more than 100 items"};
if(vErrors === null){
vErrors = [err578];
}
else {
vErrors.push(err578);
}
errors++;
}
if(data238.length < 1){
const err579 = {instancePath:instancePath+"/access-matrix/" + i47+"/on",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/on/anyOf/1/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err579];
}
else {
vErrors.push(err579);
}
errors++;
}
const len36 = data238.length;
for(let i50=0; i50<len36; i50++){
let data239 = data238[i50];
if(typeof data239 === "string"){
if(!pattern125.test(data239)){
const err580 = {instancePath:instancePath+"/access-matrix/" + i47+"/on/" + i50,schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/on/anyOf/1/items/pattern",keyword:"pattern",params:{pattern: "^(\\*|arn:\\S{1,2000}|[a-z][a-z-]{1,40})$"},message:"must match pattern \""+"^(\\*|arn:\\S{1,2000}|[a-z][a-z-]{1,40})$"+"\""};
if(vErrors === null){
vErrors = [err580];
}
else {
vErrors.push(err580);
}
errors++;
}
}
else {
const err581 = {instancePath:instancePath+"/access-matrix/" + i47+"/on/" + i50,schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/on/anyOf/1/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err581];
}
else {
vErrors.push(err581);
}
errors++;
}
}
}
else {
const err582 = {instancePath:instancePath+"/access-matrix/" + i47+"/on",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/on/anyOf/1/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err582];
}
else {
vErrors.push(err582);
}
errors++;
}
var _valid16 = _errs564 === errors;
valid141 = valid141 || _valid16;
}
if(!valid141){
const err583 = {instancePath:instancePath+"/access-matrix/" + i47+"/on",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/on/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err583];
}
else {
vErrors.push(err583);
}
errors++;
}
else {
errors = _errs561;
if(vErrors !== null){
if(_errs561){
vErrors.length = _errs561;
}
else {
vErrors = null;
}
}
}
}
if(data225.except !== undefined){
let data240 = data225.except;
const _errs569 = errors;
let valid144 = false;
const _errs570 = errors;
if(typeof data240 === "string"){
if(!pattern125.test(data240)){
const err584 = {instancePath:instancePath+"/access-matrix/" + i47+"/except",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/except/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^(\\*|arn:\\S{1,2000}|[a-z][a-z-]{1,40})$"},message:"must match pattern \""+"^(\\*|arn:\\S{1,2000}|[a-z][a-z-]{1,40})$"+"\""};
if(vErrors === null){
vErrors = [err584];
}
else {
vErrors.push(err584);
}
errors++;
}
}
else {
const err585 = {instancePath:instancePath+"/access-matrix/" + i47+"/except",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/except/anyOf/0/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err585];
}
else {
vErrors.push(err585);
}
errors++;
}
var _valid17 = _errs570 === errors;
valid144 = valid144 || _valid17;
if(!valid144){
const _errs572 = errors;
if(Array.isArray(data240)){
if(data240.length > 100){
const err586 = {instancePath:instancePath+"/access-matrix/" + i47+"/except",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/except/anyOf/1/maxItems",keyword:"maxItems",params:{limit: 100},message:"must NOT have more than 100 items"};
if(vErrors === null){
vErrors = [err586];
}
else {
vErrors.push(err586);
}
errors++;
}
if(data240.length < 1){
const err587 = {instancePath:instancePath+"/access-matrix/" + i47+"/except",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/except/anyOf/1/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err587];
}
else {
vErrors.push(err587);
}
errors++;
}
const len37 = data240.length;
for(let i51=0; i51<len37; i51++){
let data241 = data240[i51];
if(typeof data241 === "string"){
if(!pattern125.test(data241)){
const err588 = {instancePath:instancePath+"/access-matrix/" + i47+"/except/" + i51,schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/except/anyOf/1/items/pattern",keyword:"pattern",params:{pattern: "^(\\*|arn:\\S{1,2000}|[a-z][a-z-]{1,40})$"},message:"must match pattern \""+"^(\\*|arn:\\S{1,2000}|[a-z][a-z-]{1,40})$"+"\""};
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
const err589 = {instancePath:instancePath+"/access-matrix/" + i47+"/except/" + i51,schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/except/anyOf/1/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err589];
}
else {
vErrors.push(err589);
}
errors++;
}
}
}
else {
const err590 = {instancePath:instancePath+"/access-matrix/" + i47+"/except",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/except/anyOf/1/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err590];
}
else {
vErrors.push(err590);
}
errors++;
}
var _valid17 = _errs572 === errors;
valid144 = valid144 || _valid17;
}
if(!valid144){
const err591 = {instancePath:instancePath+"/access-matrix/" + i47+"/except",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/except/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err591];
}
else {
vErrors.push(err591);
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
if(data225.when !== undefined){
let data242 = data225.when;
if(data242 && typeof data242 == "object" && !Array.isArray(data242)){
if(Object.keys(data242).length > 20){
const err592 = {instancePath:instancePath+"/access-matrix/" + i47+"/when",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/when/maxProperties",keyword:"maxProperties",params:{limit: 20},message:"must NOT have more than 20 properties"};
if(vErrors === null){
vErrors = [err592];
}
else {
vErrors.push(err592);
}
errors++;
}
for(const key39 in data242){
let data243 = data242[key39];
const _errs580 = errors;
let valid148 = false;
const _errs581 = errors;
if(data243 !== null){
const err593 = {instancePath:instancePath+"/access-matrix/" + i47+"/when/" + key39.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/when/additionalProperties/anyOf/0/type",keyword:"type",params:{type: "null"},message:"must be null"};
if(vErrors === null){
vErrors = [err593];
}
else {
vErrors.push(err593);
}
errors++;
}
var _valid18 = _errs581 === errors;
valid148 = valid148 || _valid18;
if(!valid148){
const _errs583 = errors;
if(typeof data243 === "string"){
if(!pattern129.test(data243)){
const err594 = {instancePath:instancePath+"/access-matrix/" + i47+"/when/" + key39.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/when/additionalProperties/anyOf/1/pattern",keyword:"pattern",params:{pattern: "^[\\s\\S]{0,1000}$"},message:"must match pattern \""+"^[\\s\\S]{0,1000}$"+"\""};
if(vErrors === null){
vErrors = [err594];
}
else {
vErrors.push(err594);
}
errors++;
}
}
else {
const err595 = {instancePath:instancePath+"/access-matrix/" + i47+"/when/" + key39.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/when/additionalProperties/anyOf/1/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err595];
}
else {
vErrors.push(err595);
}
errors++;
}
var _valid18 = _errs583 === errors;
valid148 = valid148 || _valid18;
if(!valid148){
const _errs585 = errors;
if(Array.isArray(data243)){
if(data243.length > 20){
const err596 = {instancePath:instancePath+"/access-matrix/" + i47+"/when/" + key39.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/when/additionalProperties/anyOf/2/maxItems",keyword:"maxItems",params:{limit: 20},message:"must NOT have more than 20 items"};
if(vErrors === null){
vErrors = [err596];
}
else {
vErrors.push(err596);
}
errors++;
}
if(data243.length < 1){
const err597 = {instancePath:instancePath+"/access-matrix/" + i47+"/when/" + key39.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/when/additionalProperties/anyOf/2/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err597];
}
else {
vErrors.push(err597);
}
errors++;
}
const len38 = data243.length;
for(let i52=0; i52<len38; i52++){
let data244 = data243[i52];
if(typeof data244 === "string"){
if(!pattern129.test(data244)){
const err598 = {instancePath:instancePath+"/access-matrix/" + i47+"/when/" + key39.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i52,schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/when/additionalProperties/anyOf/2/items/pattern",keyword:"pattern",params:{pattern: "^[\\s\\S]{0,1000}$"},message:"must match pattern \""+"^[\\s\\S]{0,1000}$"+"\""};
if(vErrors === null){
vErrors = [err598];
}
else {
vErrors.push(err598);
}
errors++;
}
}
else {
const err599 = {instancePath:instancePath+"/access-matrix/" + i47+"/when/" + key39.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i52,schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/when/additionalProperties/anyOf/2/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err599];
}
else {
vErrors.push(err599);
}
errors++;
}
}
}
else {
const err600 = {instancePath:instancePath+"/access-matrix/" + i47+"/when/" + key39.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/when/additionalProperties/anyOf/2/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err600];
}
else {
vErrors.push(err600);
}
errors++;
}
var _valid18 = _errs585 === errors;
valid148 = valid148 || _valid18;
}
}
if(!valid148){
const err601 = {instancePath:instancePath+"/access-matrix/" + i47+"/when/" + key39.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/when/additionalProperties/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err601];
}
else {
vErrors.push(err601);
}
errors++;
}
else {
errors = _errs580;
if(vErrors !== null){
if(_errs580){
vErrors.length = _errs580;
}
else {
vErrors = null;
}
}
}
}
}
else {
const err602 = {instancePath:instancePath+"/access-matrix/" + i47+"/when",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/when/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err602];
}
else {
vErrors.push(err602);
}
errors++;
}
}
if(data225.why !== undefined){
let data245 = data225.why;
if(typeof data245 === "string"){
if(!pattern131.test(data245)){
const err603 = {instancePath:instancePath+"/access-matrix/" + i47+"/why",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/why/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err603];
}
else {
vErrors.push(err603);
}
errors++;
}
}
else {
const err604 = {instancePath:instancePath+"/access-matrix/" + i47+"/why",schemaPath:"#/properties/access-matrix/anyOf/1/items/properties/why/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err604];
}
else {
vErrors.push(err604);
}
errors++;
}
}
}
else {
const err605 = {instancePath:instancePath+"/access-matrix/" + i47,schemaPath:"#/properties/access-matrix/anyOf/1/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err605];
}
else {
vErrors.push(err605);
}
errors++;
}
}
}
else {
const err606 = {instancePath:instancePath+"/access-matrix",schemaPath:"#/properties/access-matrix/anyOf/1/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err606];
}
else {
vErrors.push(err606);
}
errors++;
}
var _valid12 = _errs519 === errors;
valid129 = valid129 || _valid12;
}
if(!valid129){
const err607 = {instancePath:instancePath+"/access-matrix",schemaPath:"#/properties/access-matrix/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err607];
}
else {
vErrors.push(err607);
}
errors++;
}
else {
errors = _errs516;
if(vErrors !== null){
if(_errs516){
vErrors.length = _errs516;
}
else {
vErrors = null;
}
}
}
}
if(data.organization !== undefined){
let data246 = data.organization;
if(data246 && typeof data246 == "object" && !Array.isArray(data246)){
for(const key40 in data246){
if(!((key40 === "service-control-policies") || (key40 === "resource-control-policies"))){
const err608 = {instancePath:instancePath+"/organization",schemaPath:"#/properties/organization/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key40},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err608];
}
else {
vErrors.push(err608);
}
errors++;
}
}
if(data246["service-control-policies"] !== undefined){
let data247 = data246["service-control-policies"];
if(Array.isArray(data247)){
if(data247.length > 7){
const err609 = {instancePath:instancePath+"/organization/service-control-policies",schemaPath:"#/properties/organization/properties/service-control-policies/maxItems",keyword:"maxItems",params:{limit: 7},message:"must NOT have more than 7 items"};
if(vErrors === null){
vErrors = [err609];
}
else {
vErrors.push(err609);
}
errors++;
}
const len39 = data247.length;
for(let i53=0; i53<len39; i53++){
let data248 = data247[i53];
if(Array.isArray(data248)){
if(data248.length > 10){
const err610 = {instancePath:instancePath+"/organization/service-control-policies/" + i53,schemaPath:"#/properties/organization/properties/service-control-policies/items/maxItems",keyword:"maxItems",params:{limit: 10},message:"must NOT have more than 10 items"};
if(vErrors === null){
vErrors = [err610];
}
else {
vErrors.push(err610);
}
errors++;
}
if(data248.length < 1){
const err611 = {instancePath:instancePath+"/organization/service-control-policies/" + i53,schemaPath:"#/properties/organization/properties/service-control-policies/items/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err611];
}
else {
vErrors.push(err611);
}
errors++;
}
const len40 = data248.length;
for(let i54=0; i54<len40; i54++){
let data249 = data248[i54];
if(typeof data249 === "string"){
if(!pattern132.test(data249)){
const err612 = {instancePath:instancePath+"/organization/service-control-policies/" + i53+"/" + i54,schemaPath:"#/properties/organization/properties/service-control-policies/items/items/pattern",keyword:"pattern",params:{pattern: "\\.json$"},message:"must match pattern \""+"\\.json$"+"\""};
if(vErrors === null){
vErrors = [err612];
}
else {
vErrors.push(err612);
}
errors++;
}
}
else {
const err613 = {instancePath:instancePath+"/organization/service-control-policies/" + i53+"/" + i54,schemaPath:"#/properties/organization/properties/service-control-policies/items/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err613];
}
else {
vErrors.push(err613);
}
errors++;
}
}
}
else {
const err614 = {instancePath:instancePath+"/organization/service-control-policies/" + i53,schemaPath:"#/properties/organization/properties/service-control-policies/items/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err614];
}
else {
vErrors.push(err614);
}
errors++;
}
}
}
else {
const err615 = {instancePath:instancePath+"/organization/service-control-policies",schemaPath:"#/properties/organization/properties/service-control-policies/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err615];
}
else {
vErrors.push(err615);
}
errors++;
}
}
if(data246["resource-control-policies"] !== undefined){
let data250 = data246["resource-control-policies"];
if(Array.isArray(data250)){
if(data250.length > 7){
const err616 = {instancePath:instancePath+"/organization/resource-control-policies",schemaPath:"#/properties/organization/properties/resource-control-policies/maxItems",keyword:"maxItems",params:{limit: 7},message:"must NOT have more than 7 items"};
if(vErrors === null){
vErrors = [err616];
}
else {
vErrors.push(err616);
}
errors++;
}
const len41 = data250.length;
for(let i55=0; i55<len41; i55++){
let data251 = data250[i55];
if(Array.isArray(data251)){
if(data251.length > 10){
const err617 = {instancePath:instancePath+"/organization/resource-control-policies/" + i55,schemaPath:"#/properties/organization/properties/resource-control-policies/items/maxItems",keyword:"maxItems",params:{limit: 10},message:"must NOT have more than 10 items"};
if(vErrors === null){
vErrors = [err617];
}
else {
vErrors.push(err617);
}
errors++;
}
if(data251.length < 1){
const err618 = {instancePath:instancePath+"/organization/resource-control-policies/" + i55,schemaPath:"#/properties/organization/properties/resource-control-policies/items/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err618];
}
else {
vErrors.push(err618);
}
errors++;
}
const len42 = data251.length;
for(let i56=0; i56<len42; i56++){
let data252 = data251[i56];
if(typeof data252 === "string"){
if(!pattern132.test(data252)){
const err619 = {instancePath:instancePath+"/organization/resource-control-policies/" + i55+"/" + i56,schemaPath:"#/properties/organization/properties/resource-control-policies/items/items/pattern",keyword:"pattern",params:{pattern: "\\.json$"},message:"must match pattern \""+"\\.json$"+"\""};
if(vErrors === null){
vErrors = [err619];
}
else {
vErrors.push(err619);
}
errors++;
}
}
else {
const err620 = {instancePath:instancePath+"/organization/resource-control-policies/" + i55+"/" + i56,schemaPath:"#/properties/organization/properties/resource-control-policies/items/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err620];
}
else {
vErrors.push(err620);
}
errors++;
}
}
}
else {
const err621 = {instancePath:instancePath+"/organization/resource-control-policies/" + i55,schemaPath:"#/properties/organization/properties/resource-control-policies/items/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err621];
}
else {
vErrors.push(err621);
}
errors++;
}
}
}
else {
const err622 = {instancePath:instancePath+"/organization/resource-control-policies",schemaPath:"#/properties/organization/properties/resource-control-policies/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err622];
}
else {
vErrors.push(err622);
}
errors++;
}
}
}
else {
const err623 = {instancePath:instancePath+"/organization",schemaPath:"#/properties/organization/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err623];
}
else {
vErrors.push(err623);
}
errors++;
}
}
if(data.stacks !== undefined){
let data253 = data.stacks;
if(data253 && typeof data253 == "object" && !Array.isArray(data253)){
for(const key41 in data253){
if(!((((key41 === "service-role") || (key41 === "notifications")) || (key41 === "rollback-alarms")) || (key41 === "rollback-minutes"))){
const err624 = {instancePath:instancePath+"/stacks",schemaPath:"#/properties/stacks/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key41},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err624];
}
else {
vErrors.push(err624);
}
errors++;
}
}
if(data253["service-role"] !== undefined){
let data254 = data253["service-role"];
if(typeof data254 === "string"){
if(!pattern134.test(data254)){
const err625 = {instancePath:instancePath+"/stacks/service-role",schemaPath:"#/properties/stacks/properties/service-role/pattern",keyword:"pattern",params:{pattern: "^arn:aws(-us-gov|-cn)?:iam::[0-9]{12}:role/[A-Za-z0-9+=,.@/_-]{1,512}$"},message:"must match pattern \""+"^arn:aws(-us-gov|-cn)?:iam::[0-9]{12}:role/[A-Za-z0-9+=,.@/_-]{1,512}$"+"\""};
if(vErrors === null){
vErrors = [err625];
}
else {
vErrors.push(err625);
}
errors++;
}
}
else {
const err626 = {instancePath:instancePath+"/stacks/service-role",schemaPath:"#/properties/stacks/properties/service-role/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err626];
}
else {
vErrors.push(err626);
}
errors++;
}
}
if(data253.notifications !== undefined){
let data255 = data253.notifications;
if(Array.isArray(data255)){
if(data255.length > 5){
const err627 = {instancePath:instancePath+"/stacks/notifications",schemaPath:"#/properties/stacks/properties/notifications/maxItems",keyword:"maxItems",params:{limit: 5},message:"must NOT have more than 5 items"};
if(vErrors === null){
vErrors = [err627];
}
else {
vErrors.push(err627);
}
errors++;
}
const len43 = data255.length;
for(let i57=0; i57<len43; i57++){
let data256 = data255[i57];
if(typeof data256 === "string"){
if(!pattern135.test(data256)){
const err628 = {instancePath:instancePath+"/stacks/notifications/" + i57,schemaPath:"#/properties/stacks/properties/notifications/items/pattern",keyword:"pattern",params:{pattern: "^arn:aws(-us-gov|-cn)?:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]{1,256}$"},message:"must match pattern \""+"^arn:aws(-us-gov|-cn)?:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]{1,256}$"+"\""};
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
const err629 = {instancePath:instancePath+"/stacks/notifications/" + i57,schemaPath:"#/properties/stacks/properties/notifications/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err629];
}
else {
vErrors.push(err629);
}
errors++;
}
}
let i58 = data255.length;
let j14;
if(i58 > 1){
const indices14 = {};
for(;i58--;){
let item14 = data255[i58];
if(typeof item14 !== "string"){
continue;
}
if(typeof indices14[item14] == "number"){
j14 = indices14[item14];
const err630 = {instancePath:instancePath+"/stacks/notifications",schemaPath:"#/properties/stacks/properties/notifications/uniqueItems",keyword:"uniqueItems",params:{i: i58, j: j14},message:"must NOT have duplicate items (items ## "+j14+" and "+i58+" are identical)"};
if(vErrors === null){
vErrors = [err630];
}
else {
vErrors.push(err630);
}
errors++;
break;
}
indices14[item14] = i58;
}
}
}
else {
const err631 = {instancePath:instancePath+"/stacks/notifications",schemaPath:"#/properties/stacks/properties/notifications/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err631];
}
else {
vErrors.push(err631);
}
errors++;
}
}
if(data253["rollback-alarms"] !== undefined){
let data257 = data253["rollback-alarms"];
if(Array.isArray(data257)){
if(data257.length > 5){
const err632 = {instancePath:instancePath+"/stacks/rollback-alarms",schemaPath:"#/properties/stacks/properties/rollback-alarms/maxItems",keyword:"maxItems",params:{limit: 5},message:"must NOT have more than 5 items"};
if(vErrors === null){
vErrors = [err632];
}
else {
vErrors.push(err632);
}
errors++;
}
const len44 = data257.length;
for(let i59=0; i59<len44; i59++){
let data258 = data257[i59];
if(typeof data258 === "string"){
if(!pattern136.test(data258)){
const err633 = {instancePath:instancePath+"/stacks/rollback-alarms/" + i59,schemaPath:"#/properties/stacks/properties/rollback-alarms/items/pattern",keyword:"pattern",params:{pattern: "^arn:aws(-us-gov|-cn)?:cloudwatch:[a-z0-9-]+:[0-9]{12}:alarm:.{1,255}$"},message:"must match pattern \""+"^arn:aws(-us-gov|-cn)?:cloudwatch:[a-z0-9-]+:[0-9]{12}:alarm:.{1,255}$"+"\""};
if(vErrors === null){
vErrors = [err633];
}
else {
vErrors.push(err633);
}
errors++;
}
}
else {
const err634 = {instancePath:instancePath+"/stacks/rollback-alarms/" + i59,schemaPath:"#/properties/stacks/properties/rollback-alarms/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err634];
}
else {
vErrors.push(err634);
}
errors++;
}
}
let i60 = data257.length;
let j15;
if(i60 > 1){
const indices15 = {};
for(;i60--;){
let item15 = data257[i60];
if(typeof item15 !== "string"){
continue;
}
if(typeof indices15[item15] == "number"){
j15 = indices15[item15];
const err635 = {instancePath:instancePath+"/stacks/rollback-alarms",schemaPath:"#/properties/stacks/properties/rollback-alarms/uniqueItems",keyword:"uniqueItems",params:{i: i60, j: j15},message:"must NOT have duplicate items (items ## "+j15+" and "+i60+" are identical)"};
if(vErrors === null){
vErrors = [err635];
}
else {
vErrors.push(err635);
}
errors++;
break;
}
indices15[item15] = i60;
}
}
}
else {
const err636 = {instancePath:instancePath+"/stacks/rollback-alarms",schemaPath:"#/properties/stacks/properties/rollback-alarms/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err636];
}
else {
vErrors.push(err636);
}
errors++;
}
}
if(data253["rollback-minutes"] !== undefined){
let data259 = data253["rollback-minutes"];
if(!(((typeof data259 == "number") && (!(data259 % 1) && !isNaN(data259))) && (isFinite(data259)))){
const err637 = {instancePath:instancePath+"/stacks/rollback-minutes",schemaPath:"#/properties/stacks/properties/rollback-minutes/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err637];
}
else {
vErrors.push(err637);
}
errors++;
}
if((typeof data259 == "number") && (isFinite(data259))){
if(data259 > 180 || isNaN(data259)){
const err638 = {instancePath:instancePath+"/stacks/rollback-minutes",schemaPath:"#/properties/stacks/properties/rollback-minutes/maximum",keyword:"maximum",params:{comparison: "<=", limit: 180},message:"must be <= 180"};
if(vErrors === null){
vErrors = [err638];
}
else {
vErrors.push(err638);
}
errors++;
}
if(data259 < 0 || isNaN(data259)){
const err639 = {instancePath:instancePath+"/stacks/rollback-minutes",schemaPath:"#/properties/stacks/properties/rollback-minutes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err639];
}
else {
vErrors.push(err639);
}
errors++;
}
}
}
}
else {
const err640 = {instancePath:instancePath+"/stacks",schemaPath:"#/properties/stacks/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err640];
}
else {
vErrors.push(err640);
}
errors++;
}
}
if(data.gates !== undefined){
let data260 = data.gates;
if(data260 && typeof data260 == "object" && !Array.isArray(data260)){
for(const key42 in data260){
if(!(((((key42 === "fail-on-widening") || (key42 === "fail-on-replacement")) || (key42 === "fail-on-drift")) || (key42 === "fail-on-cost-increase")) || (key42 === "allow"))){
const err641 = {instancePath:instancePath+"/gates",schemaPath:"#/properties/gates/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key42},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err641];
}
else {
vErrors.push(err641);
}
errors++;
}
}
if(data260["fail-on-widening"] !== undefined){
if(typeof data260["fail-on-widening"] !== "boolean"){
const err642 = {instancePath:instancePath+"/gates/fail-on-widening",schemaPath:"#/properties/gates/properties/fail-on-widening/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err642];
}
else {
vErrors.push(err642);
}
errors++;
}
}
if(data260["fail-on-replacement"] !== undefined){
if(typeof data260["fail-on-replacement"] !== "boolean"){
const err643 = {instancePath:instancePath+"/gates/fail-on-replacement",schemaPath:"#/properties/gates/properties/fail-on-replacement/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err643];
}
else {
vErrors.push(err643);
}
errors++;
}
}
if(data260["fail-on-drift"] !== undefined){
if(typeof data260["fail-on-drift"] !== "boolean"){
const err644 = {instancePath:instancePath+"/gates/fail-on-drift",schemaPath:"#/properties/gates/properties/fail-on-drift/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err644];
}
else {
vErrors.push(err644);
}
errors++;
}
}
if(data260["fail-on-cost-increase"] !== undefined){
let data264 = data260["fail-on-cost-increase"];
if((typeof data264 == "number") && (isFinite(data264))){
if(data264 < 0 || isNaN(data264)){
const err645 = {instancePath:instancePath+"/gates/fail-on-cost-increase",schemaPath:"#/properties/gates/properties/fail-on-cost-increase/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err645];
}
else {
vErrors.push(err645);
}
errors++;
}
}
else {
const err646 = {instancePath:instancePath+"/gates/fail-on-cost-increase",schemaPath:"#/properties/gates/properties/fail-on-cost-increase/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err646];
}
else {
vErrors.push(err646);
}
errors++;
}
}
if(data260.allow !== undefined){
let data265 = data260.allow;
if(Array.isArray(data265)){
if(data265.length > 200){
const err647 = {instancePath:instancePath+"/gates/allow",schemaPath:"#/properties/gates/properties/allow/maxItems",keyword:"maxItems",params:{limit: 200},message:"must NOT have more than 200 items"};
if(vErrors === null){
vErrors = [err647];
}
else {
vErrors.push(err647);
}
errors++;
}
const len45 = data265.length;
for(let i61=0; i61<len45; i61++){
let data266 = data265[i61];
if(data266 && typeof data266 == "object" && !Array.isArray(data266)){
if(data266.gate === undefined){
const err648 = {instancePath:instancePath+"/gates/allow/" + i61,schemaPath:"#/properties/gates/properties/allow/items/required",keyword:"required",params:{missingProperty: "gate"},message:"must have required property '"+"gate"+"'"};
if(vErrors === null){
vErrors = [err648];
}
else {
vErrors.push(err648);
}
errors++;
}
if(data266.subject === undefined){
const err649 = {instancePath:instancePath+"/gates/allow/" + i61,schemaPath:"#/properties/gates/properties/allow/items/required",keyword:"required",params:{missingProperty: "subject"},message:"must have required property '"+"subject"+"'"};
if(vErrors === null){
vErrors = [err649];
}
else {
vErrors.push(err649);
}
errors++;
}
if(data266.reason === undefined){
const err650 = {instancePath:instancePath+"/gates/allow/" + i61,schemaPath:"#/properties/gates/properties/allow/items/required",keyword:"required",params:{missingProperty: "reason"},message:"must have required property '"+"reason"+"'"};
if(vErrors === null){
vErrors = [err650];
}
else {
vErrors.push(err650);
}
errors++;
}
for(const key43 in data266){
if(!((((key43 === "gate") || (key43 === "subject")) || (key43 === "reason")) || (key43 === "expires"))){
const err651 = {instancePath:instancePath+"/gates/allow/" + i61,schemaPath:"#/properties/gates/properties/allow/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key43},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err651];
}
else {
vErrors.push(err651);
}
errors++;
}
}
if(data266.gate !== undefined){
let data267 = data266.gate;
if(!(((((data267 === "widening") || (data267 === "replacement")) || (data267 === "cost-increase")) || (data267 === "drift")) || (data267 === "evidence"))){
const err652 = {instancePath:instancePath+"/gates/allow/" + i61+"/gate",schemaPath:"#/properties/gates/properties/allow/items/properties/gate/enum",keyword:"enum",params:{allowedValues: schema11.properties.gates.properties.allow.items.properties.gate.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err652];
}
else {
vErrors.push(err652);
}
errors++;
}
}
if(data266.subject !== undefined){
let data268 = data266.subject;
if(typeof data268 === "string"){
if(!pattern137.test(data268)){
const err653 = {instancePath:instancePath+"/gates/allow/" + i61+"/subject",schemaPath:"#/properties/gates/properties/allow/items/properties/subject/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9.-]{0,254}$"},message:"must match pattern \""+"^[A-Za-z0-9][A-Za-z0-9.-]{0,254}$"+"\""};
if(vErrors === null){
vErrors = [err653];
}
else {
vErrors.push(err653);
}
errors++;
}
}
else {
const err654 = {instancePath:instancePath+"/gates/allow/" + i61+"/subject",schemaPath:"#/properties/gates/properties/allow/items/properties/subject/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err654];
}
else {
vErrors.push(err654);
}
errors++;
}
}
if(data266.reason !== undefined){
let data269 = data266.reason;
if(typeof data269 === "string"){
if(!pattern131.test(data269)){
const err655 = {instancePath:instancePath+"/gates/allow/" + i61+"/reason",schemaPath:"#/properties/gates/properties/allow/items/properties/reason/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err655];
}
else {
vErrors.push(err655);
}
errors++;
}
}
else {
const err656 = {instancePath:instancePath+"/gates/allow/" + i61+"/reason",schemaPath:"#/properties/gates/properties/allow/items/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err656];
}
else {
vErrors.push(err656);
}
errors++;
}
}
if(data266.expires !== undefined){
let data270 = data266.expires;
if(typeof data270 === "string"){
if(!pattern139.test(data270)){
const err657 = {instancePath:instancePath+"/gates/allow/" + i61+"/expires",schemaPath:"#/properties/gates/properties/allow/items/properties/expires/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"},message:"must match pattern \""+"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"+"\""};
if(vErrors === null){
vErrors = [err657];
}
else {
vErrors.push(err657);
}
errors++;
}
}
else {
const err658 = {instancePath:instancePath+"/gates/allow/" + i61+"/expires",schemaPath:"#/properties/gates/properties/allow/items/properties/expires/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err658];
}
else {
vErrors.push(err658);
}
errors++;
}
}
}
else {
const err659 = {instancePath:instancePath+"/gates/allow/" + i61,schemaPath:"#/properties/gates/properties/allow/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
const err660 = {instancePath:instancePath+"/gates/allow",schemaPath:"#/properties/gates/properties/allow/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err660];
}
else {
vErrors.push(err660);
}
errors++;
}
}
}
else {
const err661 = {instancePath:instancePath+"/gates",schemaPath:"#/properties/gates/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err661];
}
else {
vErrors.push(err661);
}
errors++;
}
}
if(data.exceptions !== undefined){
let data271 = data.exceptions;
if(Array.isArray(data271)){
if(data271.length > 200){
const err662 = {instancePath:instancePath+"/exceptions",schemaPath:"#/properties/exceptions/maxItems",keyword:"maxItems",params:{limit: 200},message:"must NOT have more than 200 items"};
if(vErrors === null){
vErrors = [err662];
}
else {
vErrors.push(err662);
}
errors++;
}
const len46 = data271.length;
for(let i62=0; i62<len46; i62++){
let data272 = data271[i62];
if(data272 && typeof data272 == "object" && !Array.isArray(data272)){
if(data272.check === undefined){
const err663 = {instancePath:instancePath+"/exceptions/" + i62,schemaPath:"#/properties/exceptions/items/required",keyword:"required",params:{missingProperty: "check"},message:"must have required property '"+"check"+"'"};
if(vErrors === null){
vErrors = [err663];
}
else {
vErrors.push(err663);
}
errors++;
}
if(data272.reason === undefined){
const err664 = {instancePath:instancePath+"/exceptions/" + i62,schemaPath:"#/properties/exceptions/items/required",keyword:"required",params:{missingProperty: "reason"},message:"must have required property '"+"reason"+"'"};
if(vErrors === null){
vErrors = [err664];
}
else {
vErrors.push(err664);
}
errors++;
}
if(data272.owner === undefined){
const err665 = {instancePath:instancePath+"/exceptions/" + i62,schemaPath:"#/properties/exceptions/items/required",keyword:"required",params:{missingProperty: "owner"},message:"must have required property '"+"owner"+"'"};
if(vErrors === null){
vErrors = [err665];
}
else {
vErrors.push(err665);
}
errors++;
}
if(data272.expires === undefined){
const err666 = {instancePath:instancePath+"/exceptions/" + i62,schemaPath:"#/properties/exceptions/items/required",keyword:"required",params:{missingProperty: "expires"},message:"must have required property '"+"expires"+"'"};
if(vErrors === null){
vErrors = [err666];
}
else {
vErrors.push(err666);
}
errors++;
}
for(const key44 in data272){
if(!((((((key44 === "check") || (key44 === "resource")) || (key44 === "reason")) || (key44 === "owner")) || (key44 === "ticket")) || (key44 === "expires"))){
const err667 = {instancePath:instancePath+"/exceptions/" + i62,schemaPath:"#/properties/exceptions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key44},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err667];
}
else {
vErrors.push(err667);
}
errors++;
}
}
if(data272.check !== undefined){
let data273 = data272.check;
if(typeof data273 === "string"){
if(!pattern140.test(data273)){
const err668 = {instancePath:instancePath+"/exceptions/" + i62+"/check",schemaPath:"#/properties/exceptions/items/properties/check/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9-]+$"},message:"must match pattern \""+"^[a-z0-9-]+$"+"\""};
if(vErrors === null){
vErrors = [err668];
}
else {
vErrors.push(err668);
}
errors++;
}
}
else {
const err669 = {instancePath:instancePath+"/exceptions/" + i62+"/check",schemaPath:"#/properties/exceptions/items/properties/check/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err669];
}
else {
vErrors.push(err669);
}
errors++;
}
}
if(data272.resource !== undefined){
let data274 = data272.resource;
if(typeof data274 === "string"){
if(!pattern141.test(data274)){
const err670 = {instancePath:instancePath+"/exceptions/" + i62+"/resource",schemaPath:"#/properties/exceptions/items/properties/resource/pattern",keyword:"pattern",params:{pattern: "^.{1,2048}$"},message:"must match pattern \""+"^.{1,2048}$"+"\""};
if(vErrors === null){
vErrors = [err670];
}
else {
vErrors.push(err670);
}
errors++;
}
}
else {
const err671 = {instancePath:instancePath+"/exceptions/" + i62+"/resource",schemaPath:"#/properties/exceptions/items/properties/resource/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err671];
}
else {
vErrors.push(err671);
}
errors++;
}
}
if(data272.reason !== undefined){
let data275 = data272.reason;
if(typeof data275 === "string"){
if(!pattern131.test(data275)){
const err672 = {instancePath:instancePath+"/exceptions/" + i62+"/reason",schemaPath:"#/properties/exceptions/items/properties/reason/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
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
const err673 = {instancePath:instancePath+"/exceptions/" + i62+"/reason",schemaPath:"#/properties/exceptions/items/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err673];
}
else {
vErrors.push(err673);
}
errors++;
}
}
if(data272.owner !== undefined){
let data276 = data272.owner;
if(typeof data276 === "string"){
if(!pattern131.test(data276)){
const err674 = {instancePath:instancePath+"/exceptions/" + i62+"/owner",schemaPath:"#/properties/exceptions/items/properties/owner/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err674];
}
else {
vErrors.push(err674);
}
errors++;
}
}
else {
const err675 = {instancePath:instancePath+"/exceptions/" + i62+"/owner",schemaPath:"#/properties/exceptions/items/properties/owner/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err675];
}
else {
vErrors.push(err675);
}
errors++;
}
}
if(data272.ticket !== undefined){
let data277 = data272.ticket;
if(typeof data277 === "string"){
if(!pattern131.test(data277)){
const err676 = {instancePath:instancePath+"/exceptions/" + i62+"/ticket",schemaPath:"#/properties/exceptions/items/properties/ticket/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err676];
}
else {
vErrors.push(err676);
}
errors++;
}
}
else {
const err677 = {instancePath:instancePath+"/exceptions/" + i62+"/ticket",schemaPath:"#/properties/exceptions/items/properties/ticket/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err677];
}
else {
vErrors.push(err677);
}
errors++;
}
}
if(data272.expires !== undefined){
let data278 = data272.expires;
if(typeof data278 === "string"){
if(!pattern139.test(data278)){
const err678 = {instancePath:instancePath+"/exceptions/" + i62+"/expires",schemaPath:"#/properties/exceptions/items/properties/expires/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"},message:"must match pattern \""+"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"+"\""};
if(vErrors === null){
vErrors = [err678];
}
else {
vErrors.push(err678);
}
errors++;
}
}
else {
const err679 = {instancePath:instancePath+"/exceptions/" + i62+"/expires",schemaPath:"#/properties/exceptions/items/properties/expires/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err679];
}
else {
vErrors.push(err679);
}
errors++;
}
}
}
else {
const err680 = {instancePath:instancePath+"/exceptions/" + i62,schemaPath:"#/properties/exceptions/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
const err681 = {instancePath:instancePath+"/exceptions",schemaPath:"#/properties/exceptions/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err681];
}
else {
vErrors.push(err681);
}
errors++;
}
}
if(data["fail-on"] !== undefined){
let data279 = data["fail-on"];
if(!((((data279 === "critical") || (data279 === "high")) || (data279 === "medium")) || (data279 === "low"))){
const err682 = {instancePath:instancePath+"/fail-on",schemaPath:"#/properties/fail-on/enum",keyword:"enum",params:{allowedValues: schema11.properties["fail-on"].enum},message:"must be equal to one of the allowed values"};
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
const err683 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err683];
}
else {
vErrors.push(err683);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}

