/** One metric filter of the CIS set. Patterns are the Security Hub texts, term by term: it fails a filter that differs. */
export interface AlarmPattern {
  /** The word in the config. */
  id: string
  /** Starts the logical ids. */
  logicalId: string
  title: string
  pattern: string
  /** Control of the CIS AWS Foundations Benchmark. */
  control: string
}

export const ALARM_PATTERNS: readonly AlarmPattern[] = [
  {
    id: 'root-use',
    logicalId: 'RootUse',
    title: 'Use of the root user',
    control: 'CIS 4.3',
    pattern: '{$.userIdentity.type="Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType !="AwsServiceEvent"}',
  },
  {
    id: 'unauthorized-calls',
    logicalId: 'UnauthorizedCalls',
    title: 'Unauthorized API calls',
    control: 'CIS 4.1',
    pattern: '{($.errorCode="*UnauthorizedOperation") || ($.errorCode="AccessDenied*")}',
  },
  {
    id: 'console-without-mfa',
    logicalId: 'ConsoleWithoutMfa',
    title: 'Console sign-in without MFA',
    control: 'CIS 4.2',
    pattern: '{($.eventName="ConsoleLogin") && ($.additionalEventData.MFAUsed !="Yes")}',
  },
  {
    id: 'iam-changes',
    logicalId: 'IamChanges',
    title: 'Changes of IAM policies',
    control: 'CIS 4.4',
    pattern:
      '{($.eventName=DeleteGroupPolicy) || ($.eventName=DeleteRolePolicy) || ($.eventName=DeleteUserPolicy) || ($.eventName=PutGroupPolicy) || ($.eventName=PutRolePolicy) || ($.eventName=PutUserPolicy) || ($.eventName=CreatePolicy) || ($.eventName=DeletePolicy) || ($.eventName=CreatePolicyVersion) || ($.eventName=DeletePolicyVersion) || ($.eventName=AttachRolePolicy) || ($.eventName=DetachRolePolicy) || ($.eventName=AttachUserPolicy) || ($.eventName=DetachUserPolicy) || ($.eventName=AttachGroupPolicy) || ($.eventName=DetachGroupPolicy)}',
  },
  {
    id: 'trail-changes',
    logicalId: 'TrailChanges',
    title: 'Changes of CloudTrail',
    control: 'CIS 4.5',
    pattern:
      '{($.eventName=CreateTrail) || ($.eventName=UpdateTrail) || ($.eventName=DeleteTrail) || ($.eventName=StartLogging) || ($.eventName=StopLogging)}',
  },
  {
    id: 'console-failures',
    logicalId: 'ConsoleFailures',
    title: 'Failed console sign-ins',
    control: 'CIS 4.6',
    pattern: '{($.eventName=ConsoleLogin) && ($.errorMessage="Failed authentication")}',
  },
  {
    id: 'key-disabling',
    logicalId: 'KeyDisabling',
    title: 'Disabling or scheduled deletion of KMS keys',
    control: 'CIS 4.7',
    pattern: '{($.eventSource=kms.amazonaws.com) && (($.eventName=DisableKey) || ($.eventName=ScheduleKeyDeletion))}',
  },
  {
    id: 'bucket-changes',
    logicalId: 'BucketChanges',
    title: 'Changes of S3 bucket policies',
    control: 'CIS 4.8',
    pattern:
      '{($.eventSource=s3.amazonaws.com) && (($.eventName=PutBucketAcl) || ($.eventName=PutBucketPolicy) || ($.eventName=PutBucketCors) || ($.eventName=PutBucketLifecycle) || ($.eventName=PutBucketReplication) || ($.eventName=DeleteBucketPolicy) || ($.eventName=DeleteBucketCors) || ($.eventName=DeleteBucketLifecycle) || ($.eventName=DeleteBucketReplication))}',
  },
  {
    id: 'config-changes',
    logicalId: 'ConfigChanges',
    title: 'Changes of AWS Config',
    control: 'CIS 4.9',
    pattern:
      '{($.eventSource=config.amazonaws.com) && (($.eventName=StopConfigurationRecorder) || ($.eventName=DeleteDeliveryChannel) || ($.eventName=PutDeliveryChannel) || ($.eventName=PutConfigurationRecorder))}',
  },
  {
    id: 'security-group-changes',
    logicalId: 'SecurityGroupChanges',
    title: 'Changes of security groups',
    control: 'CIS 4.10',
    pattern:
      '{($.eventName=AuthorizeSecurityGroupIngress) || ($.eventName=AuthorizeSecurityGroupEgress) || ($.eventName=RevokeSecurityGroupIngress) || ($.eventName=RevokeSecurityGroupEgress) || ($.eventName=CreateSecurityGroup) || ($.eventName=DeleteSecurityGroup)}',
  },
  {
    id: 'network-acl-changes',
    logicalId: 'NetworkAclChanges',
    title: 'Changes of network ACLs',
    control: 'CIS 4.11',
    pattern:
      '{($.eventName=CreateNetworkAcl) || ($.eventName=CreateNetworkAclEntry) || ($.eventName=DeleteNetworkAcl) || ($.eventName=DeleteNetworkAclEntry) || ($.eventName=ReplaceNetworkAclEntry) || ($.eventName=ReplaceNetworkAclAssociation)}',
  },
  {
    id: 'gateway-changes',
    logicalId: 'GatewayChanges',
    title: 'Changes of network gateways',
    control: 'CIS 4.12',
    pattern:
      '{($.eventName=CreateCustomerGateway) || ($.eventName=DeleteCustomerGateway) || ($.eventName=AttachInternetGateway) || ($.eventName=CreateInternetGateway) || ($.eventName=DeleteInternetGateway) || ($.eventName=DetachInternetGateway)}',
  },
  {
    id: 'route-table-changes',
    logicalId: 'RouteTableChanges',
    title: 'Changes of route tables',
    control: 'CIS 4.13',
    pattern:
      '{($.eventSource=ec2.amazonaws.com) && (($.eventName=CreateRoute) || ($.eventName=CreateRouteTable) || ($.eventName=ReplaceRoute) || ($.eventName=ReplaceRouteTableAssociation) || ($.eventName=DeleteRouteTable) || ($.eventName=DeleteRoute) || ($.eventName=DisassociateRouteTable))}',
  },
  {
    id: 'vpc-changes',
    logicalId: 'VpcChanges',
    title: 'Changes of VPCs',
    control: 'CIS 4.14',
    pattern:
      '{($.eventName=CreateVpc) || ($.eventName=DeleteVpc) || ($.eventName=ModifyVpcAttribute) || ($.eventName=AcceptVpcPeeringConnection) || ($.eventName=CreateVpcPeeringConnection) || ($.eventName=DeleteVpcPeeringConnection) || ($.eventName=RejectVpcPeeringConnection) || ($.eventName=AttachClassicLinkVpc) || ($.eventName=DetachClassicLinkVpc) || ($.eventName=DisableVpcClassicLink) || ($.eventName=EnableVpcClassicLink)}',
  },
  {
    id: 'organization-changes',
    logicalId: 'OrganizationChanges',
    title: 'Changes of AWS Organizations',
    control: 'CIS 4.15',
    pattern:
      '{($.eventSource=organizations.amazonaws.com) && (($.eventName=AcceptHandshake) || ($.eventName=AttachPolicy) || ($.eventName=CancelHandshake) || ($.eventName=CreateAccount) || ($.eventName=CreateOrganization) || ($.eventName=CreateOrganizationalUnit) || ($.eventName=CreatePolicy) || ($.eventName=DeclineHandshake) || ($.eventName=DeleteOrganization) || ($.eventName=DeleteOrganizationalUnit) || ($.eventName=DeletePolicy) || ($.eventName=DetachPolicy) || ($.eventName=DisablePolicyType) || ($.eventName=EnableAllFeatures) || ($.eventName=EnablePolicyType) || ($.eventName=InviteAccountToOrganization) || ($.eventName=LeaveOrganization) || ($.eventName=MoveAccount) || ($.eventName=RemoveAccountFromOrganization) || ($.eventName=UpdateOrganizationalUnit) || ($.eventName=UpdatePolicy))}',
  },
]
