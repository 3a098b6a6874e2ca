import { absent, denied, failed, read } from '../../../src/model/evidence.ts'
import { load, MINIMAL } from '../../support/config.ts'
import { aKey, NOW, refused } from '../../support/facts.ts'
import { type Case, described, elsewhere, MANAGEMENT, selectors, status, trail } from './case.ts'

/** A region in which nothing happened yet. */
const QUIET = read({ IsLogging: true })
const GET_STATUS = 'cloudtrail:GetTrailStatus'

export const TRAIL_CASES: Readonly<Record<string, Case>> = {
  'trail-is-multi-region': {
    fails: { 'one region': described({ IsMultiRegionTrail: false }), 'no trail': trail({ description: absent('There is no trail.') }) },
    errors: trail({ description: refused }),
  },
  'trail-is-logging': { fails: { stopped: status({ IsLogging: false, StopLoggingTime: NOW }) }, errors: trail({ status: refused }) },
  'trail-records-all-management-events': {
    fails: {
      'writes only': selectors([...MANAGEMENT, { Field: 'readOnly', Equals: ['false'] }]),
      'KMS left out': selectors([...MANAGEMENT, { Field: 'eventSource', NotEquals: ['kms.amazonaws.com'] }]),
      'narrowed by a field of its own': selectors([...MANAGEMENT, { Field: 'sessionCredentialFromConsole', Equals: ['true'] }]),
      'basic selectors without management': trail({
        eventSelectors: read({ EventSelectors: [{ ReadWriteType: 'All', IncludeManagementEvents: false }] }),
      }),
      'basic selectors leaving out KMS': trail({
        eventSelectors: read({
          EventSelectors: [{ ReadWriteType: 'All', IncludeManagementEvents: true, ExcludeManagementEventSources: ['kms.amazonaws.com'] }],
        }),
      }),
    },
    errors: trail({ eventSelectors: refused }),
  },
  'trail-records-data-writes': {
    fails: {
      'management only': selectors(MANAGEMENT),
      'another bucket': selectors([
        { Field: 'eventCategory', Equals: ['Data'] },
        { Field: 'resources.type', Equals: ['AWS::S3::Object'] },
        { Field: 'resources.ARN', StartsWith: ['arn:aws:s3:::other/'] },
      ]),
    },
    errors: trail({ eventSelectors: refused }),
    notApplicable: { 'no config': { config: undefined }, 'no data bucket': { config: load(MINIMAL) } },
  },
  'trail-records-data-reads': {
    fails: {
      'writes only': selectors(MANAGEMENT, [
        { Field: 'eventCategory', Equals: ['Data'] },
        { Field: 'resources.type', Equals: ['AWS::S3::Object'] },
        { Field: 'readOnly', Equals: ['false'] },
      ]),
    },
    errors: trail({ eventSelectors: refused }),
    notApplicable: { 'no config': { config: undefined } },
  },
  'trail-validates-log-files': { fails: { off: described({ LogFileValidationEnabled: false }) }, errors: trail({ description: refused }) },
  'trail-encrypts-with-kms': {
    fails: {
      'no key': described({ KmsKeyId: undefined }),
      'another key': described({ KmsKeyId: 'arn:aws:kms:us-east-1:123456789012:key/other' }),
    },
    errors: { keys: [aKey({ description: refused })] },
  },
  'trail-delivers-to-cloudwatch-logs': {
    fails: {
      'no group': described({ CloudWatchLogsLogGroupArn: undefined }),
      stale: status({ LatestCloudWatchLogsDeliveryTime: '2026-11-21T00:00:00.000Z' }),
      failing: status({ LatestCloudWatchLogsDeliveryError: 'AccessDenied' }),
      'failing in another region': elsewhere({ 'eu-west-1': read({ IsLogging: true, LatestCloudWatchLogsDeliveryError: 'AccessDenied' }) }),
    },
    errors: trail({ status: refused }),
    notApplicable: {
      'just started': status({ LatestCloudWatchLogsDeliveryTime: undefined, StartLoggingTime: '2026-11-23T05:50:00.000Z' }),
    },
  },
  'trail-has-insights': {
    fails: {
      'not enabled': trail({ insightSelectors: absent('Insights are not enabled.') }),
      'one of two': trail({ insightSelectors: read({ InsightSelectors: [{ InsightType: 'ApiCallRateInsight' }] }) }),
    },
    errors: trail({ insightSelectors: refused }),
  },
  'trail-includes-global-events': {
    fails: { off: described({ IncludeGlobalServiceEvents: false }) },
    errors: trail({ description: refused }),
  },
  'trail-matches-design': {
    fails: {
      'another bucket': described({ S3BucketName: 'elsewhere' }),
      'another prefix': described({ S3KeyPrefix: undefined }),
      'another role': described({ CloudWatchLogsRoleArn: 'arn:aws:iam::123456789012:role/x' }),
    },
    errors: trail({ description: refused }),
    notApplicable: { 'no config': { config: undefined } },
  },
  'trail-does-not-record-its-own-bucket': {
    fails: {
      'all objects': selectors(MANAGEMENT, [
        { Field: 'eventCategory', Equals: ['Data'] },
        { Field: 'resources.type', Equals: ['AWS::S3::Object'] },
      ]),
      'basic selector on all buckets': trail({
        eventSelectors: read({
          EventSelectors: [
            { ReadWriteType: 'All', IncludeManagementEvents: true, DataResources: [{ Type: 'AWS::S3::Object', Values: ['arn:aws:s3'] }] },
          ],
        }),
      }),
    },
    errors: trail({ eventSelectors: refused }),
  },
  'log-delivery-is-fresh': {
    fails: {
      failing: status({ LatestDeliveryError: 'AccessDenied' }),
      never: status({ LatestDeliveryTime: undefined }),
      'missing in another region': elsewhere({ 'eu-west-1': absent('Unknown trail: x'), 'eu-west-2': QUIET }),
      'failing in another region': elsewhere({
        'eu-west-1': read({ IsLogging: true, LatestDeliveryError: 'NoSuchBucket' }),
        'eu-west-2': QUIET,
      }),
    },
    errors: trail({ status: refused }),
    unread: {
      'another region refuses': elsewhere({ 'eu-west-1': refused, 'eu-west-2': QUIET }),
      'another region is not reached': elsewhere({ 'eu-west-1': failed(GET_STATUS, 'unavailable', 'timed out') }),
      'credentials fail where every account may be': elsewhere({ 'eu-west-1': failed(GET_STATUS, 'credentials', 'token is invalid') }),
      'a policy of the account refuses': elsewhere({
        'me-south-1': denied(GET_STATUS, 'not authorized, with an explicit deny in an identity-based policy'),
      }),
    },
    passes: {
      'quiet elsewhere': elsewhere({ 'eu-west-1': QUIET }),
      'regions nobody can be in': elsewhere({
        'eu-west-1': QUIET,
        'me-south-1': failed(GET_STATUS, 'credentials', 'The security token included in the request is invalid.'),
        'af-south-1': failed(GET_STATUS, 'region', 'opt in first'),
        'sa-east-1': denied(GET_STATUS, 'not authorized, with an explicit deny in a service control policy'),
      }),
    },
  },
  'digest-delivery-is-fresh': {
    fails: {
      'four hours ago': status({ LatestDigestDeliveryTime: '2026-11-23T02:00:00.000Z' }),
      failing: status({ LatestDigestDeliveryError: 'NoSuchBucket' }),
      'failing in another region': elsewhere({ 'eu-west-1': read({ IsLogging: true, LatestDigestDeliveryError: 'AccessDenied' }) }),
    },
    errors: trail({ status: refused }),
    notApplicable: { 'validation off': described({ LogFileValidationEnabled: false }) },
  },
}
