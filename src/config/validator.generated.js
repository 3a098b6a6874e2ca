// Generated from schema.json by `npm run schema`; do not edit.
"use strict";
export const validate = validate10;
export default validate10;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://raw.githubusercontent.com/org/mlops-audit-action/v1/schema.json","title":"mlops-audit configuration","type":"object","additionalProperties":false,"required":["version","project","environment","account","region"],"properties":{"version":{"const":1,"description":"the version of this file's format: 1"},"project":{"type":"string","pattern":"^[a-z][a-z0-9-]{1,40}$","description":"the project, lower case: a letter, then at most 40 letters, digits and hyphens"},"environment":{"type":"string","pattern":"^[a-z][a-z0-9-]{0,19}$","description":"the environment, such as dev, staging or prod"},"prefix":{"type":"string","pattern":"^[a-z][a-z0-9-]{1,50}$","description":"what every name starts with; `<project>-<environment>` when left out"},"account":{"type":"string","pattern":"^[0-9]{12}$","description":"the AWS account id: 12 digits in quotes"},"region":{"type":"string","description":"the audit region: key, log bucket and trail live here"},"workload-region":{"type":"string","description":"where EKS, SageMaker and the data live; the audit region when left out"},"tags":{"type":"object","description":"your own tags on everything taggable, at most 40","maxProperties":40,"additionalProperties":{"type":"string","pattern":"^[^\\u0000-\\u001f]{0,256}$","description":"a tag value: at most 256 characters on one line"},"propertyNames":{"pattern":"^(?!aws:)[A-Za-z0-9 _.:/=+@-]{1,128}$"}},"names":{"type":"object","additionalProperties":false,"description":"overrides of derived names, one by one","properties":{"trail":{"type":"string","pattern":"^[A-Za-z0-9](?!.*[._-]{2})[A-Za-z0-9._-]{1,126}[A-Za-z0-9]$","description":"a trail name: 3 to 128 letters, digits, dots, underscores and hyphens, no two separators in a row"},"key-alias":{"type":"string","pattern":"^alias/(?!aws/)[A-Za-z0-9/_-]{1,250}$","description":"a KMS alias: `alias/` and letters, digits, /, _ and -; `alias/aws/` is reserved for AWS"},"log-bucket":{"type":"string","pattern":"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$","description":"an S3 bucket name: 3 to 63 lower-case letters, digits, dots and hyphens, starting and ending with a letter or digit"},"access-log-bucket":{"type":"string","pattern":"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$","description":"an S3 bucket name: 3 to 63 lower-case letters, digits, dots and hyphens, starting and ending with a letter or digit"},"log-group":{"type":"string","pattern":"^(?!aws/)[A-Za-z0-9_/.#-]{1,512}$","description":"a CloudWatch Logs group name: letters, digits and _ / . # -; `aws/` at the start is reserved"},"cloudwatch-logs-role":{"type":"string","pattern":"^[A-Za-z0-9+=,.@_-]{1,64}$","description":"an IAM name: at most 64 letters, digits and +=,.@_-"},"topic":{"type":"string","pattern":"^[A-Za-z0-9_-]{1,256}$","description":"an SNS topic name: letters, digits, _ and -"},"tamper-rule":{"type":"string","pattern":"^[A-Za-z0-9._-]{1,64}$","description":"an EventBridge rule name: at most 64 letters, digits, dots, _ and -"},"eks-cluster-role":{"type":"string","pattern":"^[A-Za-z0-9+=,.@_-]{1,64}$","description":"an IAM name: at most 64 letters, digits and +=,.@_-"},"eks-nodegroup-role":{"type":"string","pattern":"^[A-Za-z0-9+=,.@_-]{1,64}$","description":"an IAM name: at most 64 letters, digits and +=,.@_-"},"sagemaker-role":{"type":"string","pattern":"^[A-Za-z0-9+=,.@_-]{1,64}$","description":"an IAM name: at most 64 letters, digits and +=,.@_-"},"plan-role":{"type":"string","pattern":"^[A-Za-z0-9+=,.@_-]{1,64}$","description":"an IAM name: at most 64 letters, digits and +=,.@_-"},"deploy-role":{"type":"string","pattern":"^[A-Za-z0-9+=,.@_-]{1,64}$","description":"an IAM name: at most 64 letters, digits and +=,.@_-"},"verify-role":{"type":"string","pattern":"^[A-Za-z0-9+=,.@_-]{1,64}$","description":"an IAM name: at most 64 letters, digits and +=,.@_-"},"pipeline-boundary":{"type":"string","pattern":"^[A-Za-z0-9+=,.@_-]{1,64}$","description":"an IAM name: at most 64 letters, digits and +=,.@_-"},"workload-boundary":{"type":"string","pattern":"^[A-Za-z0-9+=,.@_-]{1,64}$","description":"an IAM name: at most 64 letters, digits and +=,.@_-"},"bootstrap-stack":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9-]{0,127}$","description":"a stack name: a letter, then at most 127 letters, digits and hyphens"},"audit-stack":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9-]{0,127}$","description":"a stack name: a letter, then at most 127 letters, digits and hyphens"},"access-stack":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9-]{0,127}$","description":"a stack name: a letter, then at most 127 letters, digits and hyphens"}}},"github":{"type":"object","additionalProperties":false,"description":"the repository whose workflow runs this; left out, no GitHub roles are rendered","required":["repository"],"properties":{"repository":{"type":"string","pattern":"^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})/[A-Za-z0-9._-]{1,100}$","description":"OWNER/REPO of the repository whose workflow deploys and verifies"},"owner-id":{"type":"string","pattern":"^[0-9]{1,20}$","description":"the numeric id of the owner, in quotes; half of the immutable `sub` claim"},"repository-id":{"type":"string","pattern":"^[0-9]{1,20}$","description":"the numeric id of the repository, in quotes; pinned in every trust policy"},"branches":{"type":"array","minItems":1,"maxItems":5,"items":{"type":"string","pattern":"^[A-Za-z0-9._/-]{1,100}$","description":"a branch name without wildcards"},"description":"branches whose runs may deploy; `[main]` when left out"},"environments":{"type":"array","maxItems":5,"items":{"type":"string","pattern":"^[A-Za-z0-9 ._-]{1,100}$","description":"a GitHub environment name"},"description":"GitHub environments whose jobs may deploy; an `environment:` job's `sub` names the environment, not the branch"},"subject":{"enum":["both","immutable","name"],"description":"which form of the `sub` claim is trusted: `both`, `immutable` (repo:OWNER@ID/REPO@ID:...) or `name` (repo:OWNER/REPO:...)"},"oidc-provider":{"anyOf":[{"const":"create"},{"type":"object","additionalProperties":false,"required":["use"],"properties":{"use":{"type":"string","pattern":"^arn:aws(-us-gov|-cn)?:iam::[0-9]{12}:oidc-provider/.+$","description":"the ARN of the account's existing GitHub OIDC provider"}}}],"description":"`create`, or `{ use: <arn> }` where the account has one already"},"deploy":{"enum":["manual","on-merge"],"description":"`manual` (a person starts the workflow) or `on-merge` (a push to the default branch deploys)"}}},"audit":{"type":"object","additionalProperties":false,"description":"the audit stack","properties":{"trail":{"const":"create","description":"`create`: this project has its own trail"},"log-prefix":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$","description":"the key prefix of log files in the bucket: letters, digits, _ and -"},"data-events":{"anyOf":[{"const":"all"},{"type":"array","maxItems":100,"items":{"type":"string","pattern":"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$","description":"an S3 bucket name: 3 to 63 lower-case letters, digits, dots and hyphens, starting and ending with a letter or digit"}}],"description":"the buckets whose object reads and writes are logged, or `all` (every bucket except the log buckets)"},"data-events-access":{"enum":["all","read","write"],"description":"`all`, `read` or `write`"},"insights":{"type":"boolean","description":"CloudTrail Insights on call rate and error rate (billed)"},"key":{"type":"object","additionalProperties":false,"description":"the KMS key that encrypts the logs","properties":{"rotation-days":{"type":"integer","minimum":90,"maximum":2560,"description":"days between key rotations, 90 to 2560"},"administrators":{"type":"array","maxItems":20,"items":{"type":"string","pattern":"^arn:aws(-us-gov|-cn)?:iam::[0-9]{12}:(role|user)/[A-Za-z0-9+=,.@_/-]+$","description":"the ARN of an IAM role or user"},"description":"who may administer the log key besides the account root"},"allow-deletion":{"type":"boolean","description":"whether administrators may schedule the key's deletion"},"reader-accounts":{"type":"array","maxItems":20,"items":{"type":"string","pattern":"^[0-9]{12}$","description":"another account's id: 12 digits in quotes"},"description":"other accounts whose principals may decrypt the logs"}}},"bucket-key":{"type":"boolean","description":"S3 Bucket Keys on the log bucket: fewer KMS requests; the encryption context becomes the bucket's ARN"},"lifecycle":{"type":"object","additionalProperties":false,"description":"when log files move to colder storage","properties":{"standard-ia":{"type":["integer","null"],"minimum":30,"maximum":3650,"description":"days until STANDARD_IA, at least 30, or null for never"},"glacier":{"type":["integer","null"],"minimum":30,"maximum":3650,"description":"days until the Glacier class, or null for never"},"glacier-class":{"enum":["GLACIER_IR","GLACIER"],"description":"GLACIER_IR (readable at once) or GLACIER (needs a restore before logs can be read or validated)"},"deep-archive":{"type":["integer","null"],"minimum":30,"maximum":3650,"description":"days until DEEP_ARCHIVE, or null for never"},"expire":{"type":["integer","null"],"minimum":1,"maximum":36500,"description":"days until logs are deleted, or null for never"},"scope":{"enum":["prefix","all"],"description":"`prefix` (the log prefix) or `all` (the whole bucket)"}}},"access-log-retention-days":{"type":"integer","minimum":30,"maximum":3650,"description":"days the log bucket's own access logs are kept, 30 to 3650"},"log-retention-days":{"enum":[1,3,5,7,14,30,60,90,120,150,180,365,400,545,731,1096,1827,2192,2557,2922,3288,3653],"description":"days CloudWatch Logs keeps events; one of the values CloudWatch Logs accepts"},"alert":{"anyOf":[{"type":"string","pattern":"^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$"},{"type":"array","maxItems":10,"items":{"type":"string","pattern":"^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$","description":"an e-mail address"}}],"description":"an e-mail address, or a list of them, told about tampering"},"tamper-rule":{"type":"boolean","description":"an EventBridge rule that reports attempts to stop, narrow or delete the trail, its logs or its key"},"alarms":{"anyOf":[{"type":"boolean"},{"type":"array","minItems":1,"maxItems":15,"items":{"enum":["root-use","unauthorized-calls","console-without-mfa","iam-changes","trail-changes","console-failures","key-disabling","bucket-changes","config-changes","security-group-changes","network-acl-changes","gateway-changes","route-table-changes","vpc-changes","organization-changes"],"description":"one of root-use, unauthorized-calls, console-without-mfa, iam-changes, trail-changes, console-failures, key-disabling, bucket-changes, config-changes, security-group-changes, network-acl-changes, gateway-changes, route-table-changes, vpc-changes, organization-changes"}}],"description":"the CIS metric filters and alarms: `true` for all 15, `false` for none, or a list of them"}}},"access":{"type":"object","additionalProperties":false,"description":"the access stack","properties":{"eks":{"anyOf":[{"const":false},{"type":"object","additionalProperties":false,"properties":{"auto-mode":{"type":"boolean","description":"EKS Auto Mode: its managed policies and `sts:TagSession`"},"cni":{"enum":["node-role","aws-node"],"description":"`node-role` keeps AmazonEKS_CNI_Policy on the nodes; `aws-node` leaves it to a role of the aws-node service account"},"ecr-pull":{"enum":["pull-only","read-only"],"description":"`pull-only` (AmazonEC2ContainerRegistryPullOnly) or `read-only` (AmazonEC2ContainerRegistryReadOnly)"}}}],"description":"EKS roles, or `false` for none"},"sagemaker":{"anyOf":[{"const":false},{"type":"object","additionalProperties":false,"properties":{"profile":{"enum":["least-privilege","lab"],"description":"`least-privilege`, or `lab` (AWS full-access policies; reported as findings)"},"data-buckets":{"type":"array","maxItems":20,"items":{"type":"string","pattern":"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$","description":"an S3 bucket name: 3 to 63 lower-case letters, digits, dots and hyphens, starting and ending with a letter or digit"},"description":"buckets the role may use"},"prefixes":{"type":"array","minItems":1,"maxItems":20,"items":{"type":"string","pattern":"^[A-Za-z0-9!_.'()/-]{1,200}/$","description":"a key prefix ending in /"},"description":"key prefixes the role may use in those buckets"},"repositories":{"type":"array","maxItems":20,"items":{"type":"string","pattern":"^[a-z0-9]+(?:[._/-][a-z0-9]+)*$","description":"an ECR repository name"},"description":"ECR repositories the role may pull from"},"keys":{"type":"array","maxItems":10,"items":{"type":"string","pattern":"^arn:aws(-us-gov|-cn)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$","description":"the ARN of a KMS key"},"description":"KMS keys of those buckets"},"vpc":{"type":"boolean","description":"whether jobs run in a VPC: adds the network-interface actions"}}}],"description":"the SageMaker execution role, or `false` for none"}}},"exceptions":{"type":"array","maxItems":200,"description":"findings accepted until a day","items":{"type":"object","additionalProperties":false,"required":["check","reason","owner","expires"],"properties":{"check":{"type":"string","pattern":"^[a-z0-9-]+$","description":"the id of a check"},"resource":{"type":"string","pattern":"^.{1,2048}$","description":"the ARN it holds for; every resource when left out"},"reason":{"type":"string","pattern":"\\S","description":"why it is accepted"},"owner":{"type":"string","pattern":"\\S","description":"who answers for it"},"ticket":{"type":"string","pattern":"\\S","description":"where it is tracked"},"expires":{"type":"string","pattern":"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$","description":"the last day it holds, YYYY-MM-DD"}}}},"fail-on":{"enum":["critical","high","medium","low"],"description":"the mildest severity that fails a run: `critical`, `high` (default), `medium` or `low`"}}};
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
const pattern22 = new RegExp("^[A-Za-z][A-Za-z0-9-]{0,127}$", "u");
const pattern25 = new RegExp("^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})/[A-Za-z0-9._-]{1,100}$", "u");
const pattern26 = new RegExp("^[0-9]{1,20}$", "u");
const pattern28 = new RegExp("^[A-Za-z0-9._/-]{1,100}$", "u");
const pattern29 = new RegExp("^[A-Za-z0-9 ._-]{1,100}$", "u");
const pattern30 = new RegExp("^arn:aws(-us-gov|-cn)?:iam::[0-9]{12}:oidc-provider/.+$", "u");
const pattern31 = new RegExp("^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$", "u");
const pattern33 = new RegExp("^arn:aws(-us-gov|-cn)?:iam::[0-9]{12}:(role|user)/[A-Za-z0-9+=,.@_/-]+$", "u");
const pattern35 = new RegExp("^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$", "u");
const pattern38 = new RegExp("^[A-Za-z0-9!_.'()/-]{1,200}/$", "u");
const pattern39 = new RegExp("^[a-z0-9]+(?:[._/-][a-z0-9]+)*$", "u");
const pattern40 = new RegExp("^arn:aws(-us-gov|-cn)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$", "u");
const pattern41 = new RegExp("^[a-z0-9-]+$", "u");
const pattern42 = new RegExp("^.{1,2048}$", "u");
const pattern43 = new RegExp("\\S", "u");
const pattern46 = new RegExp("^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$", "u");

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
if(data9["verify-role"] !== undefined){
let data23 = data9["verify-role"];
if(typeof data23 === "string"){
if(!pattern11.test(data23)){
const err50 = {instancePath:instancePath+"/names/verify-role",schemaPath:"#/properties/names/properties/verify-role/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9+=,.@_-]{1,64}$"},message:"must match pattern \""+"^[A-Za-z0-9+=,.@_-]{1,64}$"+"\""};
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
const err51 = {instancePath:instancePath+"/names/verify-role",schemaPath:"#/properties/names/properties/verify-role/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
if(data9["pipeline-boundary"] !== undefined){
let data24 = data9["pipeline-boundary"];
if(typeof data24 === "string"){
if(!pattern11.test(data24)){
const err52 = {instancePath:instancePath+"/names/pipeline-boundary",schemaPath:"#/properties/names/properties/pipeline-boundary/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9+=,.@_-]{1,64}$"},message:"must match pattern \""+"^[A-Za-z0-9+=,.@_-]{1,64}$"+"\""};
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
const err53 = {instancePath:instancePath+"/names/pipeline-boundary",schemaPath:"#/properties/names/properties/pipeline-boundary/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
if(data9["workload-boundary"] !== undefined){
let data25 = data9["workload-boundary"];
if(typeof data25 === "string"){
if(!pattern11.test(data25)){
const err54 = {instancePath:instancePath+"/names/workload-boundary",schemaPath:"#/properties/names/properties/workload-boundary/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9+=,.@_-]{1,64}$"},message:"must match pattern \""+"^[A-Za-z0-9+=,.@_-]{1,64}$"+"\""};
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
const err55 = {instancePath:instancePath+"/names/workload-boundary",schemaPath:"#/properties/names/properties/workload-boundary/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
if(data9["bootstrap-stack"] !== undefined){
let data26 = data9["bootstrap-stack"];
if(typeof data26 === "string"){
if(!pattern22.test(data26)){
const err56 = {instancePath:instancePath+"/names/bootstrap-stack",schemaPath:"#/properties/names/properties/bootstrap-stack/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9-]{0,127}$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9-]{0,127}$"+"\""};
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
const err57 = {instancePath:instancePath+"/names/bootstrap-stack",schemaPath:"#/properties/names/properties/bootstrap-stack/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
if(data9["audit-stack"] !== undefined){
let data27 = data9["audit-stack"];
if(typeof data27 === "string"){
if(!pattern22.test(data27)){
const err58 = {instancePath:instancePath+"/names/audit-stack",schemaPath:"#/properties/names/properties/audit-stack/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9-]{0,127}$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9-]{0,127}$"+"\""};
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
const err59 = {instancePath:instancePath+"/names/audit-stack",schemaPath:"#/properties/names/properties/audit-stack/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
if(data9["access-stack"] !== undefined){
let data28 = data9["access-stack"];
if(typeof data28 === "string"){
if(!pattern22.test(data28)){
const err60 = {instancePath:instancePath+"/names/access-stack",schemaPath:"#/properties/names/properties/access-stack/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9-]{0,127}$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9-]{0,127}$"+"\""};
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
const err61 = {instancePath:instancePath+"/names/access-stack",schemaPath:"#/properties/names/properties/access-stack/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
}
else {
const err62 = {instancePath:instancePath+"/names",schemaPath:"#/properties/names/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
if(data.github !== undefined){
let data29 = data.github;
if(data29 && typeof data29 == "object" && !Array.isArray(data29)){
if(data29.repository === undefined){
const err63 = {instancePath:instancePath+"/github",schemaPath:"#/properties/github/required",keyword:"required",params:{missingProperty: "repository"},message:"must have required property '"+"repository"+"'"};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
for(const key4 in data29){
if(!((((((((key4 === "repository") || (key4 === "owner-id")) || (key4 === "repository-id")) || (key4 === "branches")) || (key4 === "environments")) || (key4 === "subject")) || (key4 === "oidc-provider")) || (key4 === "deploy"))){
const err64 = {instancePath:instancePath+"/github",schemaPath:"#/properties/github/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
if(data29.repository !== undefined){
let data30 = data29.repository;
if(typeof data30 === "string"){
if(!pattern25.test(data30)){
const err65 = {instancePath:instancePath+"/github/repository",schemaPath:"#/properties/github/properties/repository/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})/[A-Za-z0-9._-]{1,100}$"},message:"must match pattern \""+"^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})/[A-Za-z0-9._-]{1,100}$"+"\""};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
else {
const err66 = {instancePath:instancePath+"/github/repository",schemaPath:"#/properties/github/properties/repository/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
if(data29["owner-id"] !== undefined){
let data31 = data29["owner-id"];
if(typeof data31 === "string"){
if(!pattern26.test(data31)){
const err67 = {instancePath:instancePath+"/github/owner-id",schemaPath:"#/properties/github/properties/owner-id/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,20}$"},message:"must match pattern \""+"^[0-9]{1,20}$"+"\""};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
else {
const err68 = {instancePath:instancePath+"/github/owner-id",schemaPath:"#/properties/github/properties/owner-id/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
if(data29["repository-id"] !== undefined){
let data32 = data29["repository-id"];
if(typeof data32 === "string"){
if(!pattern26.test(data32)){
const err69 = {instancePath:instancePath+"/github/repository-id",schemaPath:"#/properties/github/properties/repository-id/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,20}$"},message:"must match pattern \""+"^[0-9]{1,20}$"+"\""};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
else {
const err70 = {instancePath:instancePath+"/github/repository-id",schemaPath:"#/properties/github/properties/repository-id/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
if(data29.branches !== undefined){
let data33 = data29.branches;
if(Array.isArray(data33)){
if(data33.length > 5){
const err71 = {instancePath:instancePath+"/github/branches",schemaPath:"#/properties/github/properties/branches/maxItems",keyword:"maxItems",params:{limit: 5},message:"must NOT have more than 5 items"};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
if(data33.length < 1){
const err72 = {instancePath:instancePath+"/github/branches",schemaPath:"#/properties/github/properties/branches/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
const len0 = data33.length;
for(let i0=0; i0<len0; i0++){
let data34 = data33[i0];
if(typeof data34 === "string"){
if(!pattern28.test(data34)){
const err73 = {instancePath:instancePath+"/github/branches/" + i0,schemaPath:"#/properties/github/properties/branches/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._/-]{1,100}$"},message:"must match pattern \""+"^[A-Za-z0-9._/-]{1,100}$"+"\""};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
else {
const err74 = {instancePath:instancePath+"/github/branches/" + i0,schemaPath:"#/properties/github/properties/branches/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
}
else {
const err75 = {instancePath:instancePath+"/github/branches",schemaPath:"#/properties/github/properties/branches/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
if(data29.environments !== undefined){
let data35 = data29.environments;
if(Array.isArray(data35)){
if(data35.length > 5){
const err76 = {instancePath:instancePath+"/github/environments",schemaPath:"#/properties/github/properties/environments/maxItems",keyword:"maxItems",params:{limit: 5},message:"must NOT have more than 5 items"};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
const len1 = data35.length;
for(let i1=0; i1<len1; i1++){
let data36 = data35[i1];
if(typeof data36 === "string"){
if(!pattern29.test(data36)){
const err77 = {instancePath:instancePath+"/github/environments/" + i1,schemaPath:"#/properties/github/properties/environments/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9 ._-]{1,100}$"},message:"must match pattern \""+"^[A-Za-z0-9 ._-]{1,100}$"+"\""};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
else {
const err78 = {instancePath:instancePath+"/github/environments/" + i1,schemaPath:"#/properties/github/properties/environments/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
}
else {
const err79 = {instancePath:instancePath+"/github/environments",schemaPath:"#/properties/github/properties/environments/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
if(data29.subject !== undefined){
let data37 = data29.subject;
if(!(((data37 === "both") || (data37 === "immutable")) || (data37 === "name"))){
const err80 = {instancePath:instancePath+"/github/subject",schemaPath:"#/properties/github/properties/subject/enum",keyword:"enum",params:{allowedValues: schema11.properties.github.properties.subject.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
if(data29["oidc-provider"] !== undefined){
let data38 = data29["oidc-provider"];
const _errs81 = errors;
let valid9 = false;
const _errs82 = errors;
if("create" !== data38){
const err81 = {instancePath:instancePath+"/github/oidc-provider",schemaPath:"#/properties/github/properties/oidc-provider/anyOf/0/const",keyword:"const",params:{allowedValue: "create"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
var _valid0 = _errs82 === errors;
valid9 = valid9 || _valid0;
if(!valid9){
const _errs83 = errors;
if(data38 && typeof data38 == "object" && !Array.isArray(data38)){
if(data38.use === undefined){
const err82 = {instancePath:instancePath+"/github/oidc-provider",schemaPath:"#/properties/github/properties/oidc-provider/anyOf/1/required",keyword:"required",params:{missingProperty: "use"},message:"must have required property '"+"use"+"'"};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
for(const key5 in data38){
if(!(key5 === "use")){
const err83 = {instancePath:instancePath+"/github/oidc-provider",schemaPath:"#/properties/github/properties/oidc-provider/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
if(data38.use !== undefined){
let data39 = data38.use;
if(typeof data39 === "string"){
if(!pattern30.test(data39)){
const err84 = {instancePath:instancePath+"/github/oidc-provider/use",schemaPath:"#/properties/github/properties/oidc-provider/anyOf/1/properties/use/pattern",keyword:"pattern",params:{pattern: "^arn:aws(-us-gov|-cn)?:iam::[0-9]{12}:oidc-provider/.+$"},message:"must match pattern \""+"^arn:aws(-us-gov|-cn)?:iam::[0-9]{12}:oidc-provider/.+$"+"\""};
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
const err85 = {instancePath:instancePath+"/github/oidc-provider/use",schemaPath:"#/properties/github/properties/oidc-provider/anyOf/1/properties/use/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
}
else {
const err86 = {instancePath:instancePath+"/github/oidc-provider",schemaPath:"#/properties/github/properties/oidc-provider/anyOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
var _valid0 = _errs83 === errors;
valid9 = valid9 || _valid0;
}
if(!valid9){
const err87 = {instancePath:instancePath+"/github/oidc-provider",schemaPath:"#/properties/github/properties/oidc-provider/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
else {
errors = _errs81;
if(vErrors !== null){
if(_errs81){
vErrors.length = _errs81;
}
else {
vErrors = null;
}
}
}
}
if(data29.deploy !== undefined){
let data40 = data29.deploy;
if(!((data40 === "manual") || (data40 === "on-merge"))){
const err88 = {instancePath:instancePath+"/github/deploy",schemaPath:"#/properties/github/properties/deploy/enum",keyword:"enum",params:{allowedValues: schema11.properties.github.properties.deploy.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
}
}
else {
const err89 = {instancePath:instancePath+"/github",schemaPath:"#/properties/github/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
}
if(data.audit !== undefined){
let data41 = data.audit;
if(data41 && typeof data41 == "object" && !Array.isArray(data41)){
for(const key6 in data41){
if(!(func2.call(schema11.properties.audit.properties, key6))){
const err90 = {instancePath:instancePath+"/audit",schemaPath:"#/properties/audit/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
}
if(data41.trail !== undefined){
if("create" !== data41.trail){
const err91 = {instancePath:instancePath+"/audit/trail",schemaPath:"#/properties/audit/properties/trail/const",keyword:"const",params:{allowedValue: "create"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
}
if(data41["log-prefix"] !== undefined){
let data43 = data41["log-prefix"];
if(typeof data43 === "string"){
if(!pattern31.test(data43)){
const err92 = {instancePath:instancePath+"/audit/log-prefix",schemaPath:"#/properties/audit/properties/log-prefix/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$"},message:"must match pattern \""+"^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$"+"\""};
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
const err93 = {instancePath:instancePath+"/audit/log-prefix",schemaPath:"#/properties/audit/properties/log-prefix/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
}
if(data41["data-events"] !== undefined){
let data44 = data41["data-events"];
const _errs96 = errors;
let valid12 = false;
const _errs97 = errors;
if("all" !== data44){
const err94 = {instancePath:instancePath+"/audit/data-events",schemaPath:"#/properties/audit/properties/data-events/anyOf/0/const",keyword:"const",params:{allowedValue: "all"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
var _valid1 = _errs97 === errors;
valid12 = valid12 || _valid1;
if(!valid12){
const _errs98 = errors;
if(Array.isArray(data44)){
if(data44.length > 100){
const err95 = {instancePath:instancePath+"/audit/data-events",schemaPath:"#/properties/audit/properties/data-events/anyOf/1/maxItems",keyword:"maxItems",params:{limit: 100},message:"must NOT have more than 100 items"};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
const len2 = data44.length;
for(let i2=0; i2<len2; i2++){
let data45 = data44[i2];
if(typeof data45 === "string"){
if(!pattern8.test(data45)){
const err96 = {instancePath:instancePath+"/audit/data-events/" + i2,schemaPath:"#/properties/audit/properties/data-events/anyOf/1/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$"},message:"must match pattern \""+"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$"+"\""};
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
const err97 = {instancePath:instancePath+"/audit/data-events/" + i2,schemaPath:"#/properties/audit/properties/data-events/anyOf/1/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
}
}
else {
const err98 = {instancePath:instancePath+"/audit/data-events",schemaPath:"#/properties/audit/properties/data-events/anyOf/1/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
var _valid1 = _errs98 === errors;
valid12 = valid12 || _valid1;
}
if(!valid12){
const err99 = {instancePath:instancePath+"/audit/data-events",schemaPath:"#/properties/audit/properties/data-events/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
else {
errors = _errs96;
if(vErrors !== null){
if(_errs96){
vErrors.length = _errs96;
}
else {
vErrors = null;
}
}
}
}
if(data41["data-events-access"] !== undefined){
let data46 = data41["data-events-access"];
if(!(((data46 === "all") || (data46 === "read")) || (data46 === "write"))){
const err100 = {instancePath:instancePath+"/audit/data-events-access",schemaPath:"#/properties/audit/properties/data-events-access/enum",keyword:"enum",params:{allowedValues: schema11.properties.audit.properties["data-events-access"].enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
}
if(data41.insights !== undefined){
if(typeof data41.insights !== "boolean"){
const err101 = {instancePath:instancePath+"/audit/insights",schemaPath:"#/properties/audit/properties/insights/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
}
if(data41.key !== undefined){
let data48 = data41.key;
if(data48 && typeof data48 == "object" && !Array.isArray(data48)){
for(const key7 in data48){
if(!((((key7 === "rotation-days") || (key7 === "administrators")) || (key7 === "allow-deletion")) || (key7 === "reader-accounts"))){
const err102 = {instancePath:instancePath+"/audit/key",schemaPath:"#/properties/audit/properties/key/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
}
if(data48["rotation-days"] !== undefined){
let data49 = data48["rotation-days"];
if(!(((typeof data49 == "number") && (!(data49 % 1) && !isNaN(data49))) && (isFinite(data49)))){
const err103 = {instancePath:instancePath+"/audit/key/rotation-days",schemaPath:"#/properties/audit/properties/key/properties/rotation-days/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
if((typeof data49 == "number") && (isFinite(data49))){
if(data49 > 2560 || isNaN(data49)){
const err104 = {instancePath:instancePath+"/audit/key/rotation-days",schemaPath:"#/properties/audit/properties/key/properties/rotation-days/maximum",keyword:"maximum",params:{comparison: "<=", limit: 2560},message:"must be <= 2560"};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
if(data49 < 90 || isNaN(data49)){
const err105 = {instancePath:instancePath+"/audit/key/rotation-days",schemaPath:"#/properties/audit/properties/key/properties/rotation-days/minimum",keyword:"minimum",params:{comparison: ">=", limit: 90},message:"must be >= 90"};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
}
}
if(data48.administrators !== undefined){
let data50 = data48.administrators;
if(Array.isArray(data50)){
if(data50.length > 20){
const err106 = {instancePath:instancePath+"/audit/key/administrators",schemaPath:"#/properties/audit/properties/key/properties/administrators/maxItems",keyword:"maxItems",params:{limit: 20},message:"must NOT have more than 20 items"};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
const len3 = data50.length;
for(let i3=0; i3<len3; i3++){
let data51 = data50[i3];
if(typeof data51 === "string"){
if(!pattern33.test(data51)){
const err107 = {instancePath:instancePath+"/audit/key/administrators/" + i3,schemaPath:"#/properties/audit/properties/key/properties/administrators/items/pattern",keyword:"pattern",params:{pattern: "^arn:aws(-us-gov|-cn)?:iam::[0-9]{12}:(role|user)/[A-Za-z0-9+=,.@_/-]+$"},message:"must match pattern \""+"^arn:aws(-us-gov|-cn)?:iam::[0-9]{12}:(role|user)/[A-Za-z0-9+=,.@_/-]+$"+"\""};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
}
else {
const err108 = {instancePath:instancePath+"/audit/key/administrators/" + i3,schemaPath:"#/properties/audit/properties/key/properties/administrators/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
}
}
else {
const err109 = {instancePath:instancePath+"/audit/key/administrators",schemaPath:"#/properties/audit/properties/key/properties/administrators/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
}
if(data48["allow-deletion"] !== undefined){
if(typeof data48["allow-deletion"] !== "boolean"){
const err110 = {instancePath:instancePath+"/audit/key/allow-deletion",schemaPath:"#/properties/audit/properties/key/properties/allow-deletion/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
}
if(data48["reader-accounts"] !== undefined){
let data53 = data48["reader-accounts"];
if(Array.isArray(data53)){
if(data53.length > 20){
const err111 = {instancePath:instancePath+"/audit/key/reader-accounts",schemaPath:"#/properties/audit/properties/key/properties/reader-accounts/maxItems",keyword:"maxItems",params:{limit: 20},message:"must NOT have more than 20 items"};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
const len4 = data53.length;
for(let i4=0; i4<len4; i4++){
let data54 = data53[i4];
if(typeof data54 === "string"){
if(!pattern3.test(data54)){
const err112 = {instancePath:instancePath+"/audit/key/reader-accounts/" + i4,schemaPath:"#/properties/audit/properties/key/properties/reader-accounts/items/pattern",keyword:"pattern",params:{pattern: "^[0-9]{12}$"},message:"must match pattern \""+"^[0-9]{12}$"+"\""};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
}
else {
const err113 = {instancePath:instancePath+"/audit/key/reader-accounts/" + i4,schemaPath:"#/properties/audit/properties/key/properties/reader-accounts/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
}
}
else {
const err114 = {instancePath:instancePath+"/audit/key/reader-accounts",schemaPath:"#/properties/audit/properties/key/properties/reader-accounts/type",keyword:"type",params:{type: "array"},message:"must be array"};
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
const err115 = {instancePath:instancePath+"/audit/key",schemaPath:"#/properties/audit/properties/key/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
}
if(data41["bucket-key"] !== undefined){
if(typeof data41["bucket-key"] !== "boolean"){
const err116 = {instancePath:instancePath+"/audit/bucket-key",schemaPath:"#/properties/audit/properties/bucket-key/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
}
if(data41.lifecycle !== undefined){
let data56 = data41.lifecycle;
if(data56 && typeof data56 == "object" && !Array.isArray(data56)){
for(const key8 in data56){
if(!((((((key8 === "standard-ia") || (key8 === "glacier")) || (key8 === "glacier-class")) || (key8 === "deep-archive")) || (key8 === "expire")) || (key8 === "scope"))){
const err117 = {instancePath:instancePath+"/audit/lifecycle",schemaPath:"#/properties/audit/properties/lifecycle/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
}
if(data56["standard-ia"] !== undefined){
let data57 = data56["standard-ia"];
if((!(((typeof data57 == "number") && (!(data57 % 1) && !isNaN(data57))) && (isFinite(data57)))) && (data57 !== null)){
const err118 = {instancePath:instancePath+"/audit/lifecycle/standard-ia",schemaPath:"#/properties/audit/properties/lifecycle/properties/standard-ia/type",keyword:"type",params:{type: schema11.properties.audit.properties.lifecycle.properties["standard-ia"].type},message:"must be integer,null"};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
if((typeof data57 == "number") && (isFinite(data57))){
if(data57 > 3650 || isNaN(data57)){
const err119 = {instancePath:instancePath+"/audit/lifecycle/standard-ia",schemaPath:"#/properties/audit/properties/lifecycle/properties/standard-ia/maximum",keyword:"maximum",params:{comparison: "<=", limit: 3650},message:"must be <= 3650"};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
if(data57 < 30 || isNaN(data57)){
const err120 = {instancePath:instancePath+"/audit/lifecycle/standard-ia",schemaPath:"#/properties/audit/properties/lifecycle/properties/standard-ia/minimum",keyword:"minimum",params:{comparison: ">=", limit: 30},message:"must be >= 30"};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
}
}
if(data56.glacier !== undefined){
let data58 = data56.glacier;
if((!(((typeof data58 == "number") && (!(data58 % 1) && !isNaN(data58))) && (isFinite(data58)))) && (data58 !== null)){
const err121 = {instancePath:instancePath+"/audit/lifecycle/glacier",schemaPath:"#/properties/audit/properties/lifecycle/properties/glacier/type",keyword:"type",params:{type: schema11.properties.audit.properties.lifecycle.properties.glacier.type},message:"must be integer,null"};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
if((typeof data58 == "number") && (isFinite(data58))){
if(data58 > 3650 || isNaN(data58)){
const err122 = {instancePath:instancePath+"/audit/lifecycle/glacier",schemaPath:"#/properties/audit/properties/lifecycle/properties/glacier/maximum",keyword:"maximum",params:{comparison: "<=", limit: 3650},message:"must be <= 3650"};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
if(data58 < 30 || isNaN(data58)){
const err123 = {instancePath:instancePath+"/audit/lifecycle/glacier",schemaPath:"#/properties/audit/properties/lifecycle/properties/glacier/minimum",keyword:"minimum",params:{comparison: ">=", limit: 30},message:"must be >= 30"};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
}
}
if(data56["glacier-class"] !== undefined){
let data59 = data56["glacier-class"];
if(!((data59 === "GLACIER_IR") || (data59 === "GLACIER"))){
const err124 = {instancePath:instancePath+"/audit/lifecycle/glacier-class",schemaPath:"#/properties/audit/properties/lifecycle/properties/glacier-class/enum",keyword:"enum",params:{allowedValues: schema11.properties.audit.properties.lifecycle.properties["glacier-class"].enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
}
if(data56["deep-archive"] !== undefined){
let data60 = data56["deep-archive"];
if((!(((typeof data60 == "number") && (!(data60 % 1) && !isNaN(data60))) && (isFinite(data60)))) && (data60 !== null)){
const err125 = {instancePath:instancePath+"/audit/lifecycle/deep-archive",schemaPath:"#/properties/audit/properties/lifecycle/properties/deep-archive/type",keyword:"type",params:{type: schema11.properties.audit.properties.lifecycle.properties["deep-archive"].type},message:"must be integer,null"};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
if((typeof data60 == "number") && (isFinite(data60))){
if(data60 > 3650 || isNaN(data60)){
const err126 = {instancePath:instancePath+"/audit/lifecycle/deep-archive",schemaPath:"#/properties/audit/properties/lifecycle/properties/deep-archive/maximum",keyword:"maximum",params:{comparison: "<=", limit: 3650},message:"must be <= 3650"};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
if(data60 < 30 || isNaN(data60)){
const err127 = {instancePath:instancePath+"/audit/lifecycle/deep-archive",schemaPath:"#/properties/audit/properties/lifecycle/properties/deep-archive/minimum",keyword:"minimum",params:{comparison: ">=", limit: 30},message:"must be >= 30"};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
}
}
if(data56.expire !== undefined){
let data61 = data56.expire;
if((!(((typeof data61 == "number") && (!(data61 % 1) && !isNaN(data61))) && (isFinite(data61)))) && (data61 !== null)){
const err128 = {instancePath:instancePath+"/audit/lifecycle/expire",schemaPath:"#/properties/audit/properties/lifecycle/properties/expire/type",keyword:"type",params:{type: schema11.properties.audit.properties.lifecycle.properties.expire.type},message:"must be integer,null"};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
if((typeof data61 == "number") && (isFinite(data61))){
if(data61 > 36500 || isNaN(data61)){
const err129 = {instancePath:instancePath+"/audit/lifecycle/expire",schemaPath:"#/properties/audit/properties/lifecycle/properties/expire/maximum",keyword:"maximum",params:{comparison: "<=", limit: 36500},message:"must be <= 36500"};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
if(data61 < 1 || isNaN(data61)){
const err130 = {instancePath:instancePath+"/audit/lifecycle/expire",schemaPath:"#/properties/audit/properties/lifecycle/properties/expire/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
}
}
if(data56.scope !== undefined){
let data62 = data56.scope;
if(!((data62 === "prefix") || (data62 === "all"))){
const err131 = {instancePath:instancePath+"/audit/lifecycle/scope",schemaPath:"#/properties/audit/properties/lifecycle/properties/scope/enum",keyword:"enum",params:{allowedValues: schema11.properties.audit.properties.lifecycle.properties.scope.enum},message:"must be equal to one of the allowed values"};
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
const err132 = {instancePath:instancePath+"/audit/lifecycle",schemaPath:"#/properties/audit/properties/lifecycle/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
}
if(data41["access-log-retention-days"] !== undefined){
let data63 = data41["access-log-retention-days"];
if(!(((typeof data63 == "number") && (!(data63 % 1) && !isNaN(data63))) && (isFinite(data63)))){
const err133 = {instancePath:instancePath+"/audit/access-log-retention-days",schemaPath:"#/properties/audit/properties/access-log-retention-days/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
if((typeof data63 == "number") && (isFinite(data63))){
if(data63 > 3650 || isNaN(data63)){
const err134 = {instancePath:instancePath+"/audit/access-log-retention-days",schemaPath:"#/properties/audit/properties/access-log-retention-days/maximum",keyword:"maximum",params:{comparison: "<=", limit: 3650},message:"must be <= 3650"};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
if(data63 < 30 || isNaN(data63)){
const err135 = {instancePath:instancePath+"/audit/access-log-retention-days",schemaPath:"#/properties/audit/properties/access-log-retention-days/minimum",keyword:"minimum",params:{comparison: ">=", limit: 30},message:"must be >= 30"};
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
if(data41["log-retention-days"] !== undefined){
let data64 = data41["log-retention-days"];
if(!((((((((((((((((((((((data64 === 1) || (data64 === 3)) || (data64 === 5)) || (data64 === 7)) || (data64 === 14)) || (data64 === 30)) || (data64 === 60)) || (data64 === 90)) || (data64 === 120)) || (data64 === 150)) || (data64 === 180)) || (data64 === 365)) || (data64 === 400)) || (data64 === 545)) || (data64 === 731)) || (data64 === 1096)) || (data64 === 1827)) || (data64 === 2192)) || (data64 === 2557)) || (data64 === 2922)) || (data64 === 3288)) || (data64 === 3653))){
const err136 = {instancePath:instancePath+"/audit/log-retention-days",schemaPath:"#/properties/audit/properties/log-retention-days/enum",keyword:"enum",params:{allowedValues: schema11.properties.audit.properties["log-retention-days"].enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
}
if(data41.alert !== undefined){
let data65 = data41.alert;
const _errs139 = errors;
let valid21 = false;
const _errs140 = errors;
if(typeof data65 === "string"){
if(!pattern35.test(data65)){
const err137 = {instancePath:instancePath+"/audit/alert",schemaPath:"#/properties/audit/properties/alert/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$"},message:"must match pattern \""+"^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$"+"\""};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
}
else {
const err138 = {instancePath:instancePath+"/audit/alert",schemaPath:"#/properties/audit/properties/alert/anyOf/0/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
var _valid2 = _errs140 === errors;
valid21 = valid21 || _valid2;
if(!valid21){
const _errs142 = errors;
if(Array.isArray(data65)){
if(data65.length > 10){
const err139 = {instancePath:instancePath+"/audit/alert",schemaPath:"#/properties/audit/properties/alert/anyOf/1/maxItems",keyword:"maxItems",params:{limit: 10},message:"must NOT have more than 10 items"};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
const len5 = data65.length;
for(let i5=0; i5<len5; i5++){
let data66 = data65[i5];
if(typeof data66 === "string"){
if(!pattern35.test(data66)){
const err140 = {instancePath:instancePath+"/audit/alert/" + i5,schemaPath:"#/properties/audit/properties/alert/anyOf/1/items/pattern",keyword:"pattern",params:{pattern: "^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$"},message:"must match pattern \""+"^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$"+"\""};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
}
else {
const err141 = {instancePath:instancePath+"/audit/alert/" + i5,schemaPath:"#/properties/audit/properties/alert/anyOf/1/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
}
}
else {
const err142 = {instancePath:instancePath+"/audit/alert",schemaPath:"#/properties/audit/properties/alert/anyOf/1/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
var _valid2 = _errs142 === errors;
valid21 = valid21 || _valid2;
}
if(!valid21){
const err143 = {instancePath:instancePath+"/audit/alert",schemaPath:"#/properties/audit/properties/alert/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
}
else {
errors = _errs139;
if(vErrors !== null){
if(_errs139){
vErrors.length = _errs139;
}
else {
vErrors = null;
}
}
}
}
if(data41["tamper-rule"] !== undefined){
if(typeof data41["tamper-rule"] !== "boolean"){
const err144 = {instancePath:instancePath+"/audit/tamper-rule",schemaPath:"#/properties/audit/properties/tamper-rule/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
}
}
if(data41.alarms !== undefined){
let data68 = data41.alarms;
const _errs149 = errors;
let valid24 = false;
const _errs150 = errors;
if(typeof data68 !== "boolean"){
const err145 = {instancePath:instancePath+"/audit/alarms",schemaPath:"#/properties/audit/properties/alarms/anyOf/0/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
var _valid3 = _errs150 === errors;
valid24 = valid24 || _valid3;
if(!valid24){
const _errs152 = errors;
if(Array.isArray(data68)){
if(data68.length > 15){
const err146 = {instancePath:instancePath+"/audit/alarms",schemaPath:"#/properties/audit/properties/alarms/anyOf/1/maxItems",keyword:"maxItems",params:{limit: 15},message:"must NOT have more than 15 items"};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
}
if(data68.length < 1){
const err147 = {instancePath:instancePath+"/audit/alarms",schemaPath:"#/properties/audit/properties/alarms/anyOf/1/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
const len6 = data68.length;
for(let i6=0; i6<len6; i6++){
let data69 = data68[i6];
if(!(((((((((((((((data69 === "root-use") || (data69 === "unauthorized-calls")) || (data69 === "console-without-mfa")) || (data69 === "iam-changes")) || (data69 === "trail-changes")) || (data69 === "console-failures")) || (data69 === "key-disabling")) || (data69 === "bucket-changes")) || (data69 === "config-changes")) || (data69 === "security-group-changes")) || (data69 === "network-acl-changes")) || (data69 === "gateway-changes")) || (data69 === "route-table-changes")) || (data69 === "vpc-changes")) || (data69 === "organization-changes"))){
const err148 = {instancePath:instancePath+"/audit/alarms/" + i6,schemaPath:"#/properties/audit/properties/alarms/anyOf/1/items/enum",keyword:"enum",params:{allowedValues: schema11.properties.audit.properties.alarms.anyOf[1].items.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
}
}
}
else {
const err149 = {instancePath:instancePath+"/audit/alarms",schemaPath:"#/properties/audit/properties/alarms/anyOf/1/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err149];
}
else {
vErrors.push(err149);
}
errors++;
}
var _valid3 = _errs152 === errors;
valid24 = valid24 || _valid3;
}
if(!valid24){
const err150 = {instancePath:instancePath+"/audit/alarms",schemaPath:"#/properties/audit/properties/alarms/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err150];
}
else {
vErrors.push(err150);
}
errors++;
}
else {
errors = _errs149;
if(vErrors !== null){
if(_errs149){
vErrors.length = _errs149;
}
else {
vErrors = null;
}
}
}
}
}
else {
const err151 = {instancePath:instancePath+"/audit",schemaPath:"#/properties/audit/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err151];
}
else {
vErrors.push(err151);
}
errors++;
}
}
if(data.access !== undefined){
let data70 = data.access;
if(data70 && typeof data70 == "object" && !Array.isArray(data70)){
for(const key9 in data70){
if(!((key9 === "eks") || (key9 === "sagemaker"))){
const err152 = {instancePath:instancePath+"/access",schemaPath:"#/properties/access/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err152];
}
else {
vErrors.push(err152);
}
errors++;
}
}
if(data70.eks !== undefined){
let data71 = data70.eks;
const _errs159 = errors;
let valid28 = false;
const _errs160 = errors;
if(false !== data71){
const err153 = {instancePath:instancePath+"/access/eks",schemaPath:"#/properties/access/properties/eks/anyOf/0/const",keyword:"const",params:{allowedValue: false},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err153];
}
else {
vErrors.push(err153);
}
errors++;
}
var _valid4 = _errs160 === errors;
valid28 = valid28 || _valid4;
if(!valid28){
const _errs161 = errors;
if(data71 && typeof data71 == "object" && !Array.isArray(data71)){
for(const key10 in data71){
if(!(((key10 === "auto-mode") || (key10 === "cni")) || (key10 === "ecr-pull"))){
const err154 = {instancePath:instancePath+"/access/eks",schemaPath:"#/properties/access/properties/eks/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err154];
}
else {
vErrors.push(err154);
}
errors++;
}
}
if(data71["auto-mode"] !== undefined){
if(typeof data71["auto-mode"] !== "boolean"){
const err155 = {instancePath:instancePath+"/access/eks/auto-mode",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/auto-mode/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err155];
}
else {
vErrors.push(err155);
}
errors++;
}
}
if(data71.cni !== undefined){
let data73 = data71.cni;
if(!((data73 === "node-role") || (data73 === "aws-node"))){
const err156 = {instancePath:instancePath+"/access/eks/cni",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/cni/enum",keyword:"enum",params:{allowedValues: schema11.properties.access.properties.eks.anyOf[1].properties.cni.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err156];
}
else {
vErrors.push(err156);
}
errors++;
}
}
if(data71["ecr-pull"] !== undefined){
let data74 = data71["ecr-pull"];
if(!((data74 === "pull-only") || (data74 === "read-only"))){
const err157 = {instancePath:instancePath+"/access/eks/ecr-pull",schemaPath:"#/properties/access/properties/eks/anyOf/1/properties/ecr-pull/enum",keyword:"enum",params:{allowedValues: schema11.properties.access.properties.eks.anyOf[1].properties["ecr-pull"].enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err157];
}
else {
vErrors.push(err157);
}
errors++;
}
}
}
else {
const err158 = {instancePath:instancePath+"/access/eks",schemaPath:"#/properties/access/properties/eks/anyOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err158];
}
else {
vErrors.push(err158);
}
errors++;
}
var _valid4 = _errs161 === errors;
valid28 = valid28 || _valid4;
}
if(!valid28){
const err159 = {instancePath:instancePath+"/access/eks",schemaPath:"#/properties/access/properties/eks/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err159];
}
else {
vErrors.push(err159);
}
errors++;
}
else {
errors = _errs159;
if(vErrors !== null){
if(_errs159){
vErrors.length = _errs159;
}
else {
vErrors = null;
}
}
}
}
if(data70.sagemaker !== undefined){
let data75 = data70.sagemaker;
const _errs169 = errors;
let valid30 = false;
const _errs170 = errors;
if(false !== data75){
const err160 = {instancePath:instancePath+"/access/sagemaker",schemaPath:"#/properties/access/properties/sagemaker/anyOf/0/const",keyword:"const",params:{allowedValue: false},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err160];
}
else {
vErrors.push(err160);
}
errors++;
}
var _valid5 = _errs170 === errors;
valid30 = valid30 || _valid5;
if(!valid30){
const _errs171 = errors;
if(data75 && typeof data75 == "object" && !Array.isArray(data75)){
for(const key11 in data75){
if(!((((((key11 === "profile") || (key11 === "data-buckets")) || (key11 === "prefixes")) || (key11 === "repositories")) || (key11 === "keys")) || (key11 === "vpc"))){
const err161 = {instancePath:instancePath+"/access/sagemaker",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err161];
}
else {
vErrors.push(err161);
}
errors++;
}
}
if(data75.profile !== undefined){
let data76 = data75.profile;
if(!((data76 === "least-privilege") || (data76 === "lab"))){
const err162 = {instancePath:instancePath+"/access/sagemaker/profile",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/profile/enum",keyword:"enum",params:{allowedValues: schema11.properties.access.properties.sagemaker.anyOf[1].properties.profile.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err162];
}
else {
vErrors.push(err162);
}
errors++;
}
}
if(data75["data-buckets"] !== undefined){
let data77 = data75["data-buckets"];
if(Array.isArray(data77)){
if(data77.length > 20){
const err163 = {instancePath:instancePath+"/access/sagemaker/data-buckets",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/data-buckets/maxItems",keyword:"maxItems",params:{limit: 20},message:"must NOT have more than 20 items"};
if(vErrors === null){
vErrors = [err163];
}
else {
vErrors.push(err163);
}
errors++;
}
const len7 = data77.length;
for(let i7=0; i7<len7; i7++){
let data78 = data77[i7];
if(typeof data78 === "string"){
if(!pattern8.test(data78)){
const err164 = {instancePath:instancePath+"/access/sagemaker/data-buckets/" + i7,schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/data-buckets/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$"},message:"must match pattern \""+"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$"+"\""};
if(vErrors === null){
vErrors = [err164];
}
else {
vErrors.push(err164);
}
errors++;
}
}
else {
const err165 = {instancePath:instancePath+"/access/sagemaker/data-buckets/" + i7,schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/data-buckets/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err165];
}
else {
vErrors.push(err165);
}
errors++;
}
}
}
else {
const err166 = {instancePath:instancePath+"/access/sagemaker/data-buckets",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/data-buckets/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err166];
}
else {
vErrors.push(err166);
}
errors++;
}
}
if(data75.prefixes !== undefined){
let data79 = data75.prefixes;
if(Array.isArray(data79)){
if(data79.length > 20){
const err167 = {instancePath:instancePath+"/access/sagemaker/prefixes",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/prefixes/maxItems",keyword:"maxItems",params:{limit: 20},message:"must NOT have more than 20 items"};
if(vErrors === null){
vErrors = [err167];
}
else {
vErrors.push(err167);
}
errors++;
}
if(data79.length < 1){
const err168 = {instancePath:instancePath+"/access/sagemaker/prefixes",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/prefixes/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err168];
}
else {
vErrors.push(err168);
}
errors++;
}
const len8 = data79.length;
for(let i8=0; i8<len8; i8++){
let data80 = data79[i8];
if(typeof data80 === "string"){
if(!pattern38.test(data80)){
const err169 = {instancePath:instancePath+"/access/sagemaker/prefixes/" + i8,schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/prefixes/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9!_.'()/-]{1,200}/$"},message:"must match pattern \""+"^[A-Za-z0-9!_.'()/-]{1,200}/$"+"\""};
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
const err170 = {instancePath:instancePath+"/access/sagemaker/prefixes/" + i8,schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/prefixes/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err171 = {instancePath:instancePath+"/access/sagemaker/prefixes",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/prefixes/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err171];
}
else {
vErrors.push(err171);
}
errors++;
}
}
if(data75.repositories !== undefined){
let data81 = data75.repositories;
if(Array.isArray(data81)){
if(data81.length > 20){
const err172 = {instancePath:instancePath+"/access/sagemaker/repositories",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/repositories/maxItems",keyword:"maxItems",params:{limit: 20},message:"must NOT have more than 20 items"};
if(vErrors === null){
vErrors = [err172];
}
else {
vErrors.push(err172);
}
errors++;
}
const len9 = data81.length;
for(let i9=0; i9<len9; i9++){
let data82 = data81[i9];
if(typeof data82 === "string"){
if(!pattern39.test(data82)){
const err173 = {instancePath:instancePath+"/access/sagemaker/repositories/" + i9,schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/repositories/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(?:[._/-][a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(?:[._/-][a-z0-9]+)*$"+"\""};
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
const err174 = {instancePath:instancePath+"/access/sagemaker/repositories/" + i9,schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/repositories/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err175 = {instancePath:instancePath+"/access/sagemaker/repositories",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/repositories/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err175];
}
else {
vErrors.push(err175);
}
errors++;
}
}
if(data75.keys !== undefined){
let data83 = data75.keys;
if(Array.isArray(data83)){
if(data83.length > 10){
const err176 = {instancePath:instancePath+"/access/sagemaker/keys",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/keys/maxItems",keyword:"maxItems",params:{limit: 10},message:"must NOT have more than 10 items"};
if(vErrors === null){
vErrors = [err176];
}
else {
vErrors.push(err176);
}
errors++;
}
const len10 = data83.length;
for(let i10=0; i10<len10; i10++){
let data84 = data83[i10];
if(typeof data84 === "string"){
if(!pattern40.test(data84)){
const err177 = {instancePath:instancePath+"/access/sagemaker/keys/" + i10,schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/keys/items/pattern",keyword:"pattern",params:{pattern: "^arn:aws(-us-gov|-cn)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$"},message:"must match pattern \""+"^arn:aws(-us-gov|-cn)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$"+"\""};
if(vErrors === null){
vErrors = [err177];
}
else {
vErrors.push(err177);
}
errors++;
}
}
else {
const err178 = {instancePath:instancePath+"/access/sagemaker/keys/" + i10,schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/keys/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err178];
}
else {
vErrors.push(err178);
}
errors++;
}
}
}
else {
const err179 = {instancePath:instancePath+"/access/sagemaker/keys",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/keys/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err179];
}
else {
vErrors.push(err179);
}
errors++;
}
}
if(data75.vpc !== undefined){
if(typeof data75.vpc !== "boolean"){
const err180 = {instancePath:instancePath+"/access/sagemaker/vpc",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/properties/vpc/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err180];
}
else {
vErrors.push(err180);
}
errors++;
}
}
}
else {
const err181 = {instancePath:instancePath+"/access/sagemaker",schemaPath:"#/properties/access/properties/sagemaker/anyOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err181];
}
else {
vErrors.push(err181);
}
errors++;
}
var _valid5 = _errs171 === errors;
valid30 = valid30 || _valid5;
}
if(!valid30){
const err182 = {instancePath:instancePath+"/access/sagemaker",schemaPath:"#/properties/access/properties/sagemaker/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err182];
}
else {
vErrors.push(err182);
}
errors++;
}
else {
errors = _errs169;
if(vErrors !== null){
if(_errs169){
vErrors.length = _errs169;
}
else {
vErrors = null;
}
}
}
}
}
else {
const err183 = {instancePath:instancePath+"/access",schemaPath:"#/properties/access/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err183];
}
else {
vErrors.push(err183);
}
errors++;
}
}
if(data.exceptions !== undefined){
let data86 = data.exceptions;
if(Array.isArray(data86)){
if(data86.length > 200){
const err184 = {instancePath:instancePath+"/exceptions",schemaPath:"#/properties/exceptions/maxItems",keyword:"maxItems",params:{limit: 200},message:"must NOT have more than 200 items"};
if(vErrors === null){
vErrors = [err184];
}
else {
vErrors.push(err184);
}
errors++;
}
const len11 = data86.length;
for(let i11=0; i11<len11; i11++){
let data87 = data86[i11];
if(data87 && typeof data87 == "object" && !Array.isArray(data87)){
if(data87.check === undefined){
const err185 = {instancePath:instancePath+"/exceptions/" + i11,schemaPath:"#/properties/exceptions/items/required",keyword:"required",params:{missingProperty: "check"},message:"must have required property '"+"check"+"'"};
if(vErrors === null){
vErrors = [err185];
}
else {
vErrors.push(err185);
}
errors++;
}
if(data87.reason === undefined){
const err186 = {instancePath:instancePath+"/exceptions/" + i11,schemaPath:"#/properties/exceptions/items/required",keyword:"required",params:{missingProperty: "reason"},message:"must have required property '"+"reason"+"'"};
if(vErrors === null){
vErrors = [err186];
}
else {
vErrors.push(err186);
}
errors++;
}
if(data87.owner === undefined){
const err187 = {instancePath:instancePath+"/exceptions/" + i11,schemaPath:"#/properties/exceptions/items/required",keyword:"required",params:{missingProperty: "owner"},message:"must have required property '"+"owner"+"'"};
if(vErrors === null){
vErrors = [err187];
}
else {
vErrors.push(err187);
}
errors++;
}
if(data87.expires === undefined){
const err188 = {instancePath:instancePath+"/exceptions/" + i11,schemaPath:"#/properties/exceptions/items/required",keyword:"required",params:{missingProperty: "expires"},message:"must have required property '"+"expires"+"'"};
if(vErrors === null){
vErrors = [err188];
}
else {
vErrors.push(err188);
}
errors++;
}
for(const key12 in data87){
if(!((((((key12 === "check") || (key12 === "resource")) || (key12 === "reason")) || (key12 === "owner")) || (key12 === "ticket")) || (key12 === "expires"))){
const err189 = {instancePath:instancePath+"/exceptions/" + i11,schemaPath:"#/properties/exceptions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key12},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err189];
}
else {
vErrors.push(err189);
}
errors++;
}
}
if(data87.check !== undefined){
let data88 = data87.check;
if(typeof data88 === "string"){
if(!pattern41.test(data88)){
const err190 = {instancePath:instancePath+"/exceptions/" + i11+"/check",schemaPath:"#/properties/exceptions/items/properties/check/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9-]+$"},message:"must match pattern \""+"^[a-z0-9-]+$"+"\""};
if(vErrors === null){
vErrors = [err190];
}
else {
vErrors.push(err190);
}
errors++;
}
}
else {
const err191 = {instancePath:instancePath+"/exceptions/" + i11+"/check",schemaPath:"#/properties/exceptions/items/properties/check/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err191];
}
else {
vErrors.push(err191);
}
errors++;
}
}
if(data87.resource !== undefined){
let data89 = data87.resource;
if(typeof data89 === "string"){
if(!pattern42.test(data89)){
const err192 = {instancePath:instancePath+"/exceptions/" + i11+"/resource",schemaPath:"#/properties/exceptions/items/properties/resource/pattern",keyword:"pattern",params:{pattern: "^.{1,2048}$"},message:"must match pattern \""+"^.{1,2048}$"+"\""};
if(vErrors === null){
vErrors = [err192];
}
else {
vErrors.push(err192);
}
errors++;
}
}
else {
const err193 = {instancePath:instancePath+"/exceptions/" + i11+"/resource",schemaPath:"#/properties/exceptions/items/properties/resource/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err193];
}
else {
vErrors.push(err193);
}
errors++;
}
}
if(data87.reason !== undefined){
let data90 = data87.reason;
if(typeof data90 === "string"){
if(!pattern43.test(data90)){
const err194 = {instancePath:instancePath+"/exceptions/" + i11+"/reason",schemaPath:"#/properties/exceptions/items/properties/reason/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err194];
}
else {
vErrors.push(err194);
}
errors++;
}
}
else {
const err195 = {instancePath:instancePath+"/exceptions/" + i11+"/reason",schemaPath:"#/properties/exceptions/items/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err195];
}
else {
vErrors.push(err195);
}
errors++;
}
}
if(data87.owner !== undefined){
let data91 = data87.owner;
if(typeof data91 === "string"){
if(!pattern43.test(data91)){
const err196 = {instancePath:instancePath+"/exceptions/" + i11+"/owner",schemaPath:"#/properties/exceptions/items/properties/owner/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
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
const err197 = {instancePath:instancePath+"/exceptions/" + i11+"/owner",schemaPath:"#/properties/exceptions/items/properties/owner/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err197];
}
else {
vErrors.push(err197);
}
errors++;
}
}
if(data87.ticket !== undefined){
let data92 = data87.ticket;
if(typeof data92 === "string"){
if(!pattern43.test(data92)){
const err198 = {instancePath:instancePath+"/exceptions/" + i11+"/ticket",schemaPath:"#/properties/exceptions/items/properties/ticket/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err198];
}
else {
vErrors.push(err198);
}
errors++;
}
}
else {
const err199 = {instancePath:instancePath+"/exceptions/" + i11+"/ticket",schemaPath:"#/properties/exceptions/items/properties/ticket/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err199];
}
else {
vErrors.push(err199);
}
errors++;
}
}
if(data87.expires !== undefined){
let data93 = data87.expires;
if(typeof data93 === "string"){
if(!pattern46.test(data93)){
const err200 = {instancePath:instancePath+"/exceptions/" + i11+"/expires",schemaPath:"#/properties/exceptions/items/properties/expires/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"},message:"must match pattern \""+"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"+"\""};
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
const err201 = {instancePath:instancePath+"/exceptions/" + i11+"/expires",schemaPath:"#/properties/exceptions/items/properties/expires/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err201];
}
else {
vErrors.push(err201);
}
errors++;
}
}
}
else {
const err202 = {instancePath:instancePath+"/exceptions/" + i11,schemaPath:"#/properties/exceptions/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
const err203 = {instancePath:instancePath+"/exceptions",schemaPath:"#/properties/exceptions/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err203];
}
else {
vErrors.push(err203);
}
errors++;
}
}
if(data["fail-on"] !== undefined){
let data94 = data["fail-on"];
if(!((((data94 === "critical") || (data94 === "high")) || (data94 === "medium")) || (data94 === "low"))){
const err204 = {instancePath:instancePath+"/fail-on",schemaPath:"#/properties/fail-on/enum",keyword:"enum",params:{allowedValues: schema11.properties["fail-on"].enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err204];
}
else {
vErrors.push(err204);
}
errors++;
}
}
}
else {
const err205 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err205];
}
else {
vErrors.push(err205);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}

