import { alarmIsOn } from './alarm/alarm-is-on.ts'
import { alarmTellsSomeone } from './alarm/alarm-tells-someone.ts'
import { metricFilterFeedsAnAlarm } from './alarm/metric-filter-feeds-an-alarm.ts'
import { alertTopicTakesAlerts } from './alert/alert-topic-takes-alerts.ts'
import { alertsReachSomeone } from './alert/alerts-reach-someone.ts'
import { tamperRuleTellsTheTopic } from './alert/tamper-rule-tells-the-topic.ts'
import { accessLogBucketTakesLogs } from './bucket/access-log-bucket-takes-logs.ts'
import { bucketAsksMfaToDelete } from './bucket/bucket-asks-mfa-to-delete.ts'
import { bucketBlocksPublicAccess } from './bucket/bucket-blocks-public-access.ts'
import { bucketEncryptsWithLogKey } from './bucket/bucket-encrypts-with-log-key.ts'
import { bucketEnforcesOwner } from './bucket/bucket-enforces-owner.ts'
import { bucketHasNoOtherWriters } from './bucket/bucket-has-no-other-writers.ts'
import { bucketIsNearItsKey } from './bucket/bucket-is-near-its-key.ts'
import { bucketIsNotPublic } from './bucket/bucket-is-not-public.ts'
import { bucketKeepsVersions } from './bucket/bucket-keeps-versions.ts'
import { bucketLetsCloudtrailCheckAcl } from './bucket/bucket-lets-cloudtrail-check-acl.ts'
import { bucketLetsCloudtrailWrite } from './bucket/bucket-lets-cloudtrail-write.ts'
import { bucketLifecycleKeepsLogs } from './bucket/bucket-lifecycle-keeps-logs.ts'
import { bucketLocksLogs } from './bucket/bucket-locks-logs.ts'
import { bucketLogsAccess } from './bucket/bucket-logs-access.ts'
import { bucketRequiresTls } from './bucket/bucket-requires-tls.ts'
import { bucketResistsTampering } from './bucket/bucket-resists-tampering.ts'
import { configDelivers } from './config/config-delivers.ts'
import { configRecords } from './config/config-records.ts'
import { configUsesItsOwnRole } from './config/config-uses-its-own-role.ts'
import type { Check } from './define.ts'
import { alarmIsAsDesigned } from './design/alarm-is-as-designed.ts'
import { aliasNamesItsKey } from './design/alias-names-its-key.ts'
import { analyticsIsAsDesigned } from './design/analytics-is-as-designed.ts'
import { bucketIsAsDesigned } from './design/bucket-is-as-designed.ts'
import { bucketPolicyIsAsDesigned } from './design/bucket-policy-is-as-designed.ts'
import { configIsAsDesigned } from './design/config-is-as-designed.ts'
import { dashboardIsAsDesigned } from './design/dashboard-is-as-designed.ts'
import { keyIsAsDesigned } from './design/key-is-as-designed.ts'
import { logGroupIsAsDesigned } from './design/log-group-is-as-designed.ts'
import { managedPolicyIsAsDesigned } from './design/managed-policy-is-as-designed.ts'
import { metricFilterIsAsDesigned } from './design/metric-filter-is-as-designed.ts'
import { oidcProviderIsAsDesigned } from './design/oidc-provider-is-as-designed.ts'
import { podAssociationIsAsDesigned } from './design/pod-association-is-as-designed.ts'
import { repositoryIsAsDesigned } from './design/repository-is-as-designed.ts'
import { roleIsAsDesigned } from './design/role-is-as-designed.ts'
import { ruleIsAsDesigned } from './design/rule-is-as-designed.ts'
import { stackIsDeployed } from './design/stack-is-deployed.ts'
import { topicIsAsDesigned } from './design/topic-is-as-designed.ts'
import { topicPolicyIsAsDesigned } from './design/topic-policy-is-as-designed.ts'
import { trailIsAsDesigned } from './design/trail-is-as-designed.ts'
import { digestsAreChained } from './digest/digests-are-chained.ts'
import { digestsAreSignedByCloudtrail } from './digest/digests-are-signed-by-cloudtrail.ts'
import { digestsAreWhereTheyWereDelivered } from './digest/digests-are-where-they-were-delivered.ts'
import { digestsHaveNoUnexplainedGap } from './digest/digests-have-no-unexplained-gap.ts'
import { everyRegionHasDigests } from './digest/every-region-has-digests.ts'
import { logFilesMatchTheirDigests } from './digest/log-files-match-their-digests.ts'
import { newestDigestIsThere } from './digest/newest-digest-is-there.ts'
import { noDigestIsMissing } from './digest/no-digest-is-missing.ts'
import { repositoryForgetsOldImages } from './ecr/repository-forgets-old-images.ts'
import { repositoryIsEncryptedWithKms } from './ecr/repository-is-encrypted-with-kms.ts'
import { repositoryIsNotPublic } from './ecr/repository-is-not-public.ts'
import { repositoryScansImages } from './ecr/repository-scans-images.ts'
import { repositoryTagsStay } from './ecr/repository-tags-stay.ts'
import { keyHasNoOpenPrincipal } from './key/key-has-no-open-principal.ts'
import { keyIsUsable } from './key/key-is-usable.ts'
import { keyLetsAlertsOut } from './key/key-lets-alerts-out.ts'
import { keyLetsCloudtrailDescribe } from './key/key-lets-cloudtrail-describe.ts'
import { keyLetsCloudtrailEncrypt } from './key/key-lets-cloudtrail-encrypt.ts'
import { keyLimitsLogReaders } from './key/key-limits-log-readers.ts'
import { keyRotationIsOn } from './key/key-rotation-is-on.ts'
import { logGroupIsEncrypted } from './logs/log-group-is-encrypted.ts'
import { logGroupKeepsAYear } from './logs/log-group-keeps-a-year.ts'
import { logGroupTakesFilters } from './logs/log-group-takes-filters.ts'
import { logsPoliciesAreNotPublic } from './logs/logs-policies-are-not-public.ts'
import { logsRoleOnlyWritesStreams } from './logs/logs-role-only-writes-streams.ts'
import { logsRoleTrustsCloudtrailOnly } from './logs/logs-role-trusts-cloudtrail-only.ts'
import { deployRoleIsBoundToBranch } from './oidc/deploy-role-is-bound-to-branch.ts'
import { githubTrustHasNoVacuousCondition } from './oidc/github-trust-has-no-vacuous-condition.ts'
import { githubTrustNamesRepository } from './oidc/github-trust-names-repository.ts'
import { githubTrustPinsRepositoryId } from './oidc/github-trust-pins-repository-id.ts'
import { githubTrustRequiresAudience } from './oidc/github-trust-requires-audience.ts'
import { oidcProviderAudienceIsSts } from './oidc/oidc-provider-audience-is-sts.ts'
import { verifyRoleOnlyReads } from './oidc/verify-role-only-reads.ts'
import { eksClusterRoleTrustsEksOnly } from './role/eks-cluster-role-trusts-eks-only.ts'
import { eksNodeRoleTrustsEc2Only } from './role/eks-node-role-trusts-ec2-only.ts'
import { nodeRoleHasWhatNodesNeed } from './role/node-role-has-what-nodes-need.ts'
import { passRoleIsScoped } from './role/pass-role-is-scoped.ts'
import { podRoleTrustsOneServiceAccount } from './role/pod-role-trusts-one-service-account.ts'
import { roleCannotBlindTheTrail } from './role/role-cannot-blind-the-trail.ts'
import { roleCannotRaiseItsRights } from './role/role-cannot-raise-its-rights.ts'
import { roleDecryptsWithNamedKeys } from './role/role-decrypts-with-named-keys.ts'
import { roleHasBoundary } from './role/role-has-boundary.ts'
import { roleHasDesignedPolicies } from './role/role-has-designed-policies.ts'
import { roleHasNoFullAccess } from './role/role-has-no-full-access.ts'
import { roleListsWhatItAllows } from './role/role-lists-what-it-allows.ts'
import { roleNamesItsActions } from './role/role-names-its-actions.ts'
import { roleReadsNamedSecrets } from './role/role-reads-named-secrets.ts'
import { sagemakerGatesCanBePassed } from './role/sagemaker-gates-can-be-passed.ts'
import { sagemakerRoleIsScoped } from './role/sagemaker-role-is-scoped.ts'
import { sagemakerTrustIsConditioned } from './role/sagemaker-trust-is-conditioned.ts'
import { topicIsEncrypted } from './topic/topic-is-encrypted.ts'
import { topicIsNotPublic } from './topic/topic-is-not-public.ts'
import { digestDeliveryIsFresh } from './trail/digest-delivery-is-fresh.ts'
import { logDeliveryIsFresh } from './trail/log-delivery-is-fresh.ts'
import { trailDeliversToCloudwatchLogs } from './trail/trail-delivers-to-cloudwatch-logs.ts'
import { trailDoesNotRecordItsOwnBucket } from './trail/trail-does-not-record-its-own-bucket.ts'
import { trailEncryptsWithKms } from './trail/trail-encrypts-with-kms.ts'
import { trailHasInsights } from './trail/trail-has-insights.ts'
import { trailIncludesGlobalEvents } from './trail/trail-includes-global-events.ts'
import { trailIsLogging } from './trail/trail-is-logging.ts'
import { trailIsMultiRegion } from './trail/trail-is-multi-region.ts'
import { trailMatchesDesign } from './trail/trail-matches-design.ts'
import { trailRecordsAllManagementEvents } from './trail/trail-records-all-management-events.ts'
import { trailRecordsDataReads } from './trail/trail-records-data-reads.ts'
import { trailRecordsDataWrites } from './trail/trail-records-data-writes.ts'
import { trailValidatesLogFiles } from './trail/trail-validates-log-files.ts'

/** Every check, in the order of the catalogue. A check that is not here does not run; a test compares this list with the folder. */
export const CHECKS: readonly Check[] = [
  trailIsMultiRegion,
  trailIsLogging,
  trailRecordsAllManagementEvents,
  trailRecordsDataWrites,
  trailRecordsDataReads,
  trailValidatesLogFiles,
  trailEncryptsWithKms,
  trailDeliversToCloudwatchLogs,
  trailHasInsights,
  trailIncludesGlobalEvents,
  trailMatchesDesign,
  trailDoesNotRecordItsOwnBucket,
  logDeliveryIsFresh,
  digestDeliveryIsFresh,
  digestsAreSignedByCloudtrail,
  digestsAreWhereTheyWereDelivered,
  digestsAreChained,
  noDigestIsMissing,
  digestsHaveNoUnexplainedGap,
  logFilesMatchTheirDigests,
  newestDigestIsThere,
  everyRegionHasDigests,
  bucketBlocksPublicAccess,
  bucketIsNotPublic,
  bucketRequiresTls,
  bucketEncryptsWithLogKey,
  bucketKeepsVersions,
  bucketIsNearItsKey,
  bucketLocksLogs,
  bucketLifecycleKeepsLogs,
  bucketLogsAccess,
  accessLogBucketTakesLogs,
  bucketEnforcesOwner,
  bucketLetsCloudtrailCheckAcl,
  bucketLetsCloudtrailWrite,
  bucketHasNoOtherWriters,
  bucketResistsTampering,
  bucketAsksMfaToDelete,
  keyIsUsable,
  keyRotationIsOn,
  keyLetsCloudtrailEncrypt,
  keyLetsCloudtrailDescribe,
  keyLimitsLogReaders,
  keyHasNoOpenPrincipal,
  keyLetsAlertsOut,
  logGroupKeepsAYear,
  logGroupIsEncrypted,
  logGroupTakesFilters,
  logsRoleTrustsCloudtrailOnly,
  logsRoleOnlyWritesStreams,
  logsPoliciesAreNotPublic,
  tamperRuleTellsTheTopic,
  alertTopicTakesAlerts,
  alertsReachSomeone,
  metricFilterFeedsAnAlarm,
  alarmTellsSomeone,
  alarmIsOn,
  topicIsEncrypted,
  topicIsNotPublic,
  eksClusterRoleTrustsEksOnly,
  eksNodeRoleTrustsEc2Only,
  nodeRoleHasWhatNodesNeed,
  sagemakerTrustIsConditioned,
  sagemakerRoleIsScoped,
  sagemakerGatesCanBePassed,
  passRoleIsScoped,
  podRoleTrustsOneServiceAccount,
  roleHasNoFullAccess,
  roleNamesItsActions,
  roleDecryptsWithNamedKeys,
  roleCannotRaiseItsRights,
  roleCannotBlindTheTrail,
  roleHasBoundary,
  roleListsWhatItAllows,
  roleReadsNamedSecrets,
  roleHasDesignedPolicies,
  oidcProviderAudienceIsSts,
  githubTrustRequiresAudience,
  githubTrustNamesRepository,
  githubTrustHasNoVacuousCondition,
  deployRoleIsBoundToBranch,
  githubTrustPinsRepositoryId,
  verifyRoleOnlyReads,
  repositoryScansImages,
  repositoryTagsStay,
  repositoryForgetsOldImages,
  repositoryIsNotPublic,
  repositoryIsEncryptedWithKms,
  configRecords,
  configDelivers,
  configUsesItsOwnRole,
  stackIsDeployed,
  trailIsAsDesigned,
  bucketIsAsDesigned,
  bucketPolicyIsAsDesigned,
  keyIsAsDesigned,
  aliasNamesItsKey,
  logGroupIsAsDesigned,
  metricFilterIsAsDesigned,
  alarmIsAsDesigned,
  dashboardIsAsDesigned,
  topicIsAsDesigned,
  topicPolicyIsAsDesigned,
  ruleIsAsDesigned,
  roleIsAsDesigned,
  managedPolicyIsAsDesigned,
  oidcProviderIsAsDesigned,
  repositoryIsAsDesigned,
  podAssociationIsAsDesigned,
  configIsAsDesigned,
  analyticsIsAsDesigned,
]
