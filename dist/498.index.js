export const id = 498;
export const ids = [498];
export const modules = {

/***/ 2945:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  u: () => (/* binding */ CHECKS)
});

;// CONCATENATED MODULE: ./src/checks/define.js
function defineCheck(definition) {
    const { evaluate, ...metadata } = definition;
    return {
        ...metadata,
        judge: (facts) => subjectsOf(definition, facts).map((subject) => ({ resource: subject.arn, verdict: guarded(() => evaluate(subject, facts)) })),
    };
}
function subjectsOf(definition, facts) {
    const all = {
        trail: facts.trails,
        logBucket: facts.logBuckets,
        key: facts.keys,
        logGroup: facts.logGroups,
        role: facts.roles.filter((role) => definition.roles === undefined || definition.roles.includes(role.kind)),
        oidcProvider: facts.oidcProviders,
    };
    return all[definition.on];
}
/** Carries "could not read" or "is not there" out of an expression; only `need` throws it and only `guarded` catches it. */
class Unavailable extends Error {
    evidence;
    constructor(evidence) {
        super(evidence.reason);
        this.evidence = evidence;
    }
}
/** The value of evidence that must be there. Denied makes the check an error, absent makes it fail. */
function need(evidence) {
    if (evidence.state === 'read')
        return evidence.value;
    throw new Unavailable(evidence);
}
/** As `need`, where absence has a meaning of its own. */
function needOr(evidence, whenAbsent) {
    return evidence.state === 'absent' ? whenAbsent : need(evidence);
}
/** A check never throws: hostile or unexpected evidence becomes an error finding. */
function guarded(evaluate) {
    try {
        return evaluate();
    }
    catch (error) {
        if (!(error instanceof Unavailable))
            return { status: 'error', message: `The evidence could not be judged: ${error instanceof Error ? error.message : String(error)}` };
        if (error.evidence.state === 'absent')
            return fail(error.evidence.reason);
        const { action, reason } = error.evidence;
        return { status: 'error', message: `Not readable: ${reason}`, missingPermission: action };
    }
}
function pass(message) {
    return { status: 'pass', message };
}
function fail(message) {
    return { status: 'fail', message };
}
function notApplicable(message) {
    return { status: 'not-applicable', message };
}
/** Passes without complaints, fails with all of them. */
function passUnless(complaints, good) {
    return complaints.length === 0 ? pass(good) : fail(complaints.join('; '));
}

;// CONCATENATED MODULE: ./src/checks/bucket/bucket-blocks-public-access.js

const FLAGS = ['BlockPublicAcls', 'IgnorePublicAcls', 'BlockPublicPolicy', 'RestrictPublicBuckets'];
const bucketBlocksPublicAccess = defineCheck({
    id: 'bucket-blocks-public-access',
    code: 'BKT-001',
    severity: 'high',
    title: 'All four public-access blocks are on',
    on: 'logBucket',
    reads: ['s3:GetBucketPublicAccessBlock'],
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
    remedy: 'Deploy the audit stack: it sets all four.',
    evaluate: (bucket) => {
        const block = need(bucket.publicAccessBlock);
        const off = FLAGS.filter((flag) => block[flag] !== true);
        return passUnless(off.map((flag) => `${flag} is off`), 'all four are on');
    },
});

;// CONCATENATED MODULE: ./src/checks/bucket/bucket-encrypts-with-log-key.js

const bucketEncryptsWithLogKey = defineCheck({
    id: 'bucket-encrypts-with-log-key',
    code: 'BKT-005',
    severity: 'medium',
    title: 'Default encryption is SSE-KMS with the log key',
    on: 'logBucket',
    reads: ['s3:GetEncryptionConfiguration', 'kms:DescribeKey'],
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-bucket-encryption.html',
    remedy: 'Deploy the audit stack: it sets SSE-KMS with the log key.',
    evaluate: (bucket, facts) => {
        const encryption = need(bucket.encryption);
        if (!encryption.SSEAlgorithm.startsWith('aws:kms'))
            return fail(`default encryption is ${encryption.SSEAlgorithm}`);
        if (!facts.config)
            return pass(`default encryption is ${encryption.SSEAlgorithm}`);
        const key = facts.keys[0];
        const arn = key && need(key.description).Arn;
        return encryption.KMSMasterKeyID === arn
            ? pass('default encryption uses the log key')
            : fail(`default encryption uses ${encryption.KMSMasterKeyID ?? 'the AWS managed key'}, not ${arn}`);
    },
});

;// CONCATENATED MODULE: ./src/checks/bucket/bucket-enforces-owner.js

const bucketEnforcesOwner = defineCheck({
    id: 'bucket-enforces-owner',
    code: 'BKT-011',
    severity: 'medium',
    title: 'ACLs are off: the bucket owner owns every object',
    on: 'logBucket',
    reads: ['s3:GetBucketOwnershipControls'],
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html',
    remedy: 'Deploy the audit stack: it sets BucketOwnerEnforced.',
    evaluate: (bucket) => {
        const { ObjectOwnership } = need(bucket.ownership);
        return ObjectOwnership === 'BucketOwnerEnforced' ? pass('BucketOwnerEnforced') : fail(`object ownership is ${ObjectOwnership}`);
    },
});

// EXTERNAL MODULE: ./src/iam/policy.js
var iam_policy = __webpack_require__(1250);
// EXTERNAL MODULE: ./src/iam/evaluate.js
var evaluate = __webpack_require__(8983);
// EXTERNAL MODULE: ./src/iam/match.js
var match = __webpack_require__(5111);
;// CONCATENATED MODULE: ./src/checks/policies.js




/** Statements of every policy a role carries itself; AWS's managed policies are judged by name. */
function statementsOfRole(role) {
    return need(role.policies).flatMap((policy) => (0,iam_policy/* parsePolicy */.O)(policy.document));
}
function trustOf(role) {
    return (0,iam_policy/* parsePolicy */.O)(need(role.role).AssumeRolePolicyDocument);
}
function isEveryone(statement) {
    return (statement.principals ?? []).some((principal) => principal.value === '*') || statement.notPrincipals !== undefined;
}
/** Conditions on a key, whatever the operator. */
function conditionsOn(statement, key) {
    return statement.conditions.filter((condition) => condition.key.toLowerCase() === key.toLowerCase());
}
/** A positive condition limits: `StringEquals`, `StringLike`, `ArnLike` and the like, not `…Not…` and not `…IfExists`. */
function limits(condition) {
    return !/Not|IfExists|^ForAllValues:|^Null$/.test(condition.operator) && condition.values.every((value) => value !== '*');
}
function allows(statement, action) {
    return statement.effect === 'Allow' && (0,evaluate/* actionMatches */.GE)(statement, action);
}
function coversResource(statement, arn) {
    return (statement.resources ?? []).some((pattern) => (0,match/* matchesArn */.XV)(pattern, arn));
}
/** How a statement is called in a message: its Sid, or its place. */
function nameOf(statement) {
    return statement.sid ? `"${statement.sid}"` : `${statement.index + 1}`;
}
function namesService(statement, service) {
    return (statement.principals ?? []).some((principal) => principal.type === 'Service' && principal.value === service);
}
/** The trust may name these services and nobody else. */
function trustComplaints(role, services) {
    const allowed = trustOf(role).filter((statement) => statement.effect === 'Allow');
    const strangers = allowed.flatMap((statement) => isEveryone(statement)
        ? ['everyone']
        : (statement.principals ?? [])
            .filter((principal) => principal.type !== 'Service' || !services.includes(principal.value))
            .map((principal) => principal.value));
    const missing = allowed.length === 0 ? ['it trusts nobody'] : [];
    return [...missing, ...[...new Set(strangers)].map((stranger) => `it also trusts ${stranger}`)];
}

;// CONCATENATED MODULE: ./src/checks/bucket/bucket-has-no-other-writers.js



const CHANGING = [
    's3:PutObject',
    's3:DeleteObject',
    's3:DeleteObjectVersion',
    's3:PutBucketPolicy',
    's3:PutLifecycleConfiguration',
    's3:DeleteBucket',
];
const bucketHasNoOtherWriters = defineCheck({
    id: 'bucket-has-no-other-writers',
    code: 'BKT-014',
    severity: 'high',
    title: 'Nobody but CloudTrail may write to or change the log bucket',
    on: 'logBucket',
    reads: ['s3:GetBucketPolicy'],
    source: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html',
    remedy: 'Remove the statement, or deploy the audit stack to set the policy back.',
    evaluate: (bucket) => {
        const strangers = (0,iam_policy/* parsePolicy */.O)(need(bucket.policy)).filter((statement) => statement.effect === 'Allow' &&
            CHANGING.some((action) => allows(statement, action)) &&
            !((statement.principals ?? []).length > 0 &&
                (statement.principals ?? []).every((principal) => principal.value === 'cloudtrail.amazonaws.com')));
        return passUnless(strangers.map((statement) => `statement ${nameOf(statement)} lets ${(statement.principals ?? []).map((principal) => principal.value).join(', ') || 'all but some (NotPrincipal)'} change it`), 'only CloudTrail writes');
    },
});

;// CONCATENATED MODULE: ./src/checks/bucket/bucket-is-not-public.js



/** AuthenticatedUsers is every AWS account there is, so it is as public as AllUsers. */
const PUBLIC_GROUPS = /\/groups\/global\/(?:AllUsers|AuthenticatedUsers)$/;
const bucketIsNotPublic = defineCheck({
    id: 'bucket-is-not-public',
    code: 'BKT-003',
    severity: 'critical',
    title: 'Nobody outside can reach the log bucket, by policy or by ACL',
    on: 'logBucket',
    reads: ['s3:GetBucketPolicyStatus', 's3:GetBucketPolicy', 's3:GetBucketAcl'],
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status',
    remedy: 'Deploy the audit stack to set the policy back, and find event PutBucketPolicy or PutBucketAcl.',
    evaluate: (bucket) => {
        const grants = need(bucket.acl).Grants.filter((grant) => PUBLIC_GROUPS.test(grant.Grantee.URI ?? ''));
        const statements = (0,iam_policy/* parsePolicy */.O)(needOr(bucket.policy, '{"Statement":[]}')).filter((statement) => statement.effect === 'Allow' && isEveryone(statement) && !statement.conditions.some(limits));
        return passUnless([
            ...(needOr(bucket.policyStatus, { IsPublic: false }).IsPublic ? ['S3 says its policy is public'] : []),
            ...statements.map((statement) => `statement ${nameOf(statement)} lets everyone ${(statement.actions ?? []).join(', ')}`),
            ...grants.map((grant) => `its ACL gives ${grant.Permission} to ${(grant.Grantee.URI ?? '').split('/').at(-1)}`),
        ], 'neither policy nor ACL is public');
    },
});

;// CONCATENATED MODULE: ./src/checks/bucket/bucket-keeps-versions.js

const bucketKeepsVersions = defineCheck({
    id: 'bucket-keeps-versions',
    code: 'BKT-006',
    severity: 'medium',
    title: 'Versioning is on',
    on: 'logBucket',
    reads: ['s3:GetBucketVersioning'],
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html',
    remedy: 'Deploy the audit stack: versioning is on. An overwritten or deleted log stays as a version.',
    evaluate: (bucket) => {
        const { Status } = need(bucket.versioning);
        return Status === 'Enabled' ? pass('versioning is on') : fail(`versioning is ${Status ?? 'off'}`);
    },
});

;// CONCATENATED MODULE: ./src/checks/source-arn.js

/** Whether a grant holds for one trail: without the condition any account's trail could use it (the confused deputy). */
function pinnedTo(statement, trailArn) {
    return conditionsOn(statement, 'aws:SourceArn').some((condition) => /^(?:StringEquals|ArnEquals|ArnLike|StringLike)$/.test(condition.operator) &&
        condition.values.every((value) => value === trailArn || (trailArn === undefined && !value.includes('*'))));
}

;// CONCATENATED MODULE: ./src/checks/bucket/bucket-lets-cloudtrail-check-acl.js




const bucketLetsCloudtrailCheckAcl = defineCheck({
    id: 'bucket-lets-cloudtrail-check-acl',
    code: 'BKT-012',
    severity: 'high',
    title: 'CloudTrail may read the bucket ACL, for this trail only',
    on: 'logBucket',
    reads: ['s3:GetBucketPolicy'],
    source: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html',
    remedy: 'Deploy the audit stack: its bucket policy is conditioned on the trail.',
    evaluate: (bucket) => {
        const grants = (0,iam_policy/* parsePolicy */.O)(need(bucket.policy)).filter((statement) => allows(statement, 's3:GetBucketAcl') && namesService(statement, 'cloudtrail.amazonaws.com'));
        if (!grants.some((statement) => coversResource(statement, bucket.arn)))
            return fail('no statement lets CloudTrail read the ACL: it refuses to deliver without');
        const loose = grants.filter((statement) => !pinnedTo(statement, bucket.trailArn));
        return passUnless(loose.map((statement) => `statement ${nameOf(statement)} has no aws:SourceArn of this trail`), 'limited to this trail');
    },
});

;// CONCATENATED MODULE: ./src/checks/bucket/bucket-lets-cloudtrail-write.js




const bucketLetsCloudtrailWrite = defineCheck({
    id: 'bucket-lets-cloudtrail-write',
    code: 'BKT-013',
    severity: 'high',
    title: "CloudTrail may write this trail's logs, to their own prefix only",
    on: 'logBucket',
    reads: ['s3:GetBucketPolicy'],
    source: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html',
    remedy: 'Deploy the audit stack: its bucket policy is conditioned on the trail.',
    evaluate: (bucket, { account }) => {
        const grants = (0,iam_policy/* parsePolicy */.O)(need(bucket.policy)).filter((statement) => allows(statement, 's3:PutObject') && namesService(statement, 'cloudtrail.amazonaws.com'));
        const folder = `${bucket.arn}/${bucket.logPrefix ? `${bucket.logPrefix}/` : ''}AWSLogs/${account}/`;
        if (!grants.some((statement) => coversResource(statement, `${folder}CloudTrail/any`)))
            return fail(`no statement lets CloudTrail write below ${folder}`);
        const complaints = grants.flatMap((statement) => [
            ...(pinnedTo(statement, bucket.trailArn)
                ? []
                : [`statement ${nameOf(statement)} has no aws:SourceArn of this trail: any account's trail may write`]),
            ...(conditionsOn(statement, 's3:x-amz-acl').some((condition) => condition.values.includes('bucket-owner-full-control'))
                ? []
                : [`statement ${nameOf(statement)} does not ask for bucket-owner-full-control`]),
            ...((statement.resources ?? []).every((resource) => resource.includes('/AWSLogs/'))
                ? []
                : [`statement ${nameOf(statement)} opens the whole bucket`]),
        ]);
        return passUnless(complaints, 'writes are limited to this trail and its prefix');
    },
});

;// CONCATENATED MODULE: ./src/checks/bucket/bucket-lifecycle-keeps-logs.js

/** Days; a floor that no config lowers. Source: PCI DSS 10.5.1 and CIS AWS Foundations keep audit logs a year. */
const MINIMUM_DAYS = 365;
const bucketLifecycleKeepsLogs = defineCheck({
    id: 'bucket-lifecycle-keeps-logs',
    code: 'BKT-008',
    severity: 'low',
    title: 'A lifecycle is set, and deletes no log before a year',
    on: 'logBucket',
    reads: ['s3:GetLifecycleConfiguration'],
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html',
    remedy: 'Set `audit.lifecycle.expire` to at least 365, or leave it out, and deploy.',
    evaluate: (bucket) => {
        const rules = need(bucket.lifecycle).Rules.filter((rule) => rule.Status === 'Enabled');
        if (rules.length === 0)
            return fail('no lifecycle rule is enabled');
        const early = rules.filter((rule) => (rule.Expiration?.Days ?? Number.POSITIVE_INFINITY) < MINIMUM_DAYS);
        const uploads = rules.some((rule) => rule.AbortIncompleteMultipartUpload !== undefined);
        return passUnless([
            ...early.map((rule) => `rule ${rule.ID ?? '(unnamed)'} deletes after ${rule.Expiration?.Days} days`),
            ...(uploads ? [] : ['no rule cleans up incomplete uploads']),
        ], `${rules.length} rules, nothing deleted before ${MINIMUM_DAYS} days`);
    },
});

;// CONCATENATED MODULE: ./src/checks/bucket/bucket-logs-access.js

const bucketLogsAccess = defineCheck({
    id: 'bucket-logs-access',
    code: 'BKT-009',
    severity: 'medium',
    title: 'Access to the log bucket is itself logged, into another bucket',
    on: 'logBucket',
    reads: ['s3:GetBucketLogging'],
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html',
    remedy: 'Deploy the audit stack: it has an access-log bucket.',
    evaluate: (bucket) => {
        const { TargetBucket } = need(bucket.logging);
        if (!TargetBucket)
            return fail('server access logging is off');
        return TargetBucket === bucket.name ? fail('it logs into itself, and every log line causes another') : pass(`logs into ${TargetBucket}`);
    },
});

;// CONCATENATED MODULE: ./src/checks/bucket/bucket-requires-tls.js



const bucketRequiresTls = defineCheck({
    id: 'bucket-requires-tls',
    code: 'BKT-004',
    severity: 'medium',
    title: 'Requests without TLS are denied, for everyone and every action',
    on: 'logBucket',
    reads: ['s3:GetBucketPolicy'],
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html',
    remedy: 'Deploy the audit stack: its bucket policy starts with TlsOnly.',
    evaluate: (bucket) => {
        const denies = (0,iam_policy/* parsePolicy */.O)(need(bucket.policy)).some((statement) => statement.effect === 'Deny' &&
            (statement.principals ?? []).some((principal) => principal.value === '*') &&
            (statement.actions ?? []).some((action) => action === '*' || action.toLowerCase() === 's3:*') &&
            coversResource(statement, bucket.arn) &&
            coversResource(statement, `${bucket.arn}/any/key`) &&
            statement.conditions.length === 1 &&
            statement.conditions.some((condition) => condition.operator === 'Bool' &&
                condition.key.toLowerCase() === 'aws:securetransport' &&
                condition.values.every((value) => value.toLowerCase() === 'false')));
        return denies ? pass('plain HTTP is denied') : fail('no statement denies s3:* without TLS on the bucket and its objects');
    },
});

;// CONCATENATED MODULE: ./src/checks/key/key-has-no-open-principal.js



const ACCOUNT_KEYS = ['kms:CallerAccount', 'aws:PrincipalAccount', 'aws:PrincipalOrgID', 'aws:SourceAccount', 'aws:SourceArn'];
const keyHasNoOpenPrincipal = defineCheck({
    id: 'key-has-no-open-principal',
    code: 'KEY-006',
    severity: 'critical',
    title: 'No statement of the key policy is open to every account',
    on: 'key',
    reads: ['kms:GetKeyPolicy'],
    source: 'https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html',
    remedy: 'Deploy the audit stack to set the key policy back, and find event PutKeyPolicy.',
    evaluate: (key) => {
        const open = (0,iam_policy/* parsePolicy */.O)(need(key.policy)).filter((statement) => statement.effect === 'Allow' && isEveryone(statement) && !ACCOUNT_KEYS.some((name) => conditionsOn(statement, name).some(limits)));
        return passUnless(open.map((statement) => `statement ${nameOf(statement)} is open to every account`), 'every statement names its accounts');
    },
});

;// CONCATENATED MODULE: ./src/checks/key/key-is-usable.js

const keyIsUsable = defineCheck({
    id: 'key-is-usable',
    code: 'KEY-001',
    severity: 'critical',
    title: 'The log key is enabled, symmetric and customer managed',
    on: 'key',
    reads: ['kms:DescribeKey'],
    source: 'https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html',
    remedy: 'Run `aws kms cancel-key-deletion` or `aws kms enable-key`: without the key no log can be written or read.',
    evaluate: (key) => {
        const { KeyState, KeySpec, KeyManager } = need(key.description);
        return passUnless([
            ...(KeyState === 'Enabled' ? [] : [`its state is ${KeyState}`]),
            ...(KeySpec === 'SYMMETRIC_DEFAULT' ? [] : [`its spec is ${KeySpec}`]),
            ...(KeyManager === 'CUSTOMER' ? [] : ['it is managed by AWS, and its policy cannot be set']),
        ], 'enabled, symmetric, customer managed');
    },
});

;// CONCATENATED MODULE: ./src/checks/key/key-lets-cloudtrail-encrypt.js




const CONTEXT = 'kms:EncryptionContext:aws:cloudtrail:arn';
const keyLetsCloudtrailEncrypt = defineCheck({
    id: 'key-lets-cloudtrail-encrypt',
    code: 'KEY-003',
    severity: 'high',
    title: 'CloudTrail may encrypt with the key, for this trail only',
    on: 'key',
    reads: ['kms:GetKeyPolicy'],
    source: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html',
    remedy: 'Deploy the audit stack: its key policy has statement CloudTrailEncryptsLogs.',
    evaluate: (key) => {
        const grants = (0,iam_policy/* parsePolicy */.O)(need(key.policy)).filter((statement) => allows(statement, 'kms:GenerateDataKey') && namesService(statement, 'cloudtrail.amazonaws.com'));
        if (grants.length === 0)
            return fail('no statement lets CloudTrail encrypt: delivery stops without a word');
        return passUnless(grants.flatMap((statement) => [
            ...(pinnedTo(statement, key.trailArn) ? [] : [`statement ${nameOf(statement)} has no aws:SourceArn of this trail`]),
            ...(conditionsOn(statement, CONTEXT).some(limits)
                ? []
                : [`statement ${nameOf(statement)} does not ask for a CloudTrail encryption context`]),
        ]), 'limited to this trail and a CloudTrail encryption context');
    },
});

;// CONCATENATED MODULE: ./src/checks/key/key-limits-log-readers.js



/** With S3 Bucket Keys the context is the bucket's ARN instead of the trail's. */
const CONTEXTS = ['kms:EncryptionContext:aws:cloudtrail:arn', 'kms:EncryptionContext:aws:s3:arn'];
/** AWS's own samples write `Null: { …: false }`: the context must be there, whatever it is. */
function isPresent(condition) {
    return condition.operator === 'Null' && condition.values.every((value) => value.toLowerCase() === 'false');
}
const keyLimitsLogReaders = defineCheck({
    id: 'key-limits-log-readers',
    code: 'KEY-005',
    severity: 'high',
    title: 'Decryption is open to logs only, for known accounts',
    on: 'key',
    reads: ['kms:GetKeyPolicy'],
    source: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html',
    remedy: 'Deploy the audit stack: readers are limited by account and encryption context.',
    evaluate: (key, { account }) => {
        const loose = (0,iam_policy/* parsePolicy */.O)(need(key.policy)).filter((statement) => {
            const readers = (statement.principals ?? []).filter((principal) => principal.type !== 'Service');
            const ownRoot = readers.length > 0 && readers.every((principal) => principal.value === account || principal.value.endsWith(`:iam::${account}:root`));
            const decrypts = allows(statement, 'kms:Decrypt') && readers.length > 0 && !(ownRoot && allows(statement, 'kms:PutKeyPolicy'));
            return (decrypts &&
                !CONTEXTS.some((context) => conditionsOn(statement, context).some((condition) => limits(condition) || isPresent(condition))));
        });
        return passUnless(loose.map((statement) => `statement ${nameOf(statement)} allows kms:Decrypt without a log's encryption context`), 'only logs can be decrypted through the key policy');
    },
});

;// CONCATENATED MODULE: ./src/checks/key/key-rotation-is-on.js

const keyRotationIsOn = defineCheck({
    id: 'key-rotation-is-on',
    code: 'KEY-002',
    severity: 'medium',
    title: 'The log key rotates at least once a year',
    on: 'key',
    reads: ['kms:GetKeyRotationStatus'],
    source: 'https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html',
    remedy: 'Set `audit.key.rotation-days` to at most 365 and deploy.',
    evaluate: (key) => {
        const { KeyRotationEnabled, RotationPeriodInDays = 365 } = need(key.rotation);
        if (!KeyRotationEnabled)
            return fail('rotation is off');
        return RotationPeriodInDays <= 365
            ? pass(`rotates every ${RotationPeriodInDays} days`)
            : fail(`rotates every ${RotationPeriodInDays} days only`);
    },
});

;// CONCATENATED MODULE: ./src/checks/logs/log-group-is-encrypted.js

const logGroupIsEncrypted = defineCheck({
    id: 'log-group-is-encrypted',
    code: 'LOG-002',
    severity: 'medium',
    title: 'The log group is encrypted with a customer managed key',
    on: 'logGroup',
    reads: ['logs:DescribeLogGroups'],
    source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html',
    remedy: 'Deploy the audit stack: it encrypts the group with the log key.',
    evaluate: (logGroup) => {
        const { kmsKeyId } = need(logGroup.group);
        return kmsKeyId ? pass(`encrypted with ${kmsKeyId}`) : fail('no KMS key is associated');
    },
});

;// CONCATENATED MODULE: ./src/checks/logs/log-group-keeps-a-year.js

const logGroupKeepsAYear = defineCheck({
    id: 'log-group-keeps-a-year',
    code: 'LOG-001',
    severity: 'medium',
    title: 'CloudWatch Logs keeps events for at least a year',
    on: 'logGroup',
    reads: ['logs:DescribeLogGroups'],
    source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html',
    remedy: 'Set `audit.log-retention-days` to 365 or more and deploy.',
    evaluate: (logGroup) => {
        const { retentionInDays } = need(logGroup.group);
        if (retentionInDays === undefined)
            return pass('events never expire');
        return retentionInDays >= 365 ? pass(`keeps ${retentionInDays} days`) : fail(`keeps ${retentionInDays} days only`);
    },
});

;// CONCATENATED MODULE: ./src/checks/logs/logs-policies-are-not-public.js



const logsPoliciesAreNotPublic = defineCheck({
    id: 'logs-policies-are-not-public',
    code: 'LOG-006',
    severity: 'high',
    title: 'No resource policy opens CloudWatch Logs to everyone',
    on: 'logGroup',
    reads: ['logs:DescribeResourcePolicies'],
    source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/iam-access-control-overview-cwl.html',
    remedy: 'Delete the policy: `aws logs delete-resource-policy --policy-name <name>`.',
    evaluate: (logGroup) => {
        const open = need(logGroup.resourcePolicies).filter((policy) => (0,iam_policy/* parsePolicy */.O)(policy.policyDocument).some((statement) => statement.effect === 'Allow' && isEveryone(statement) && !statement.conditions.some(limits)));
        return passUnless(open.map((policy) => `resource policy ${policy.policyName} is open to everyone`), 'no resource policy is open');
    },
});

;// CONCATENATED MODULE: ./src/checks/logs/logs-role-only-writes-streams.js


const NEEDED = ['logs:CreateLogStream', 'logs:PutLogEvents'];
const logsRoleOnlyWritesStreams = defineCheck({
    id: 'logs-role-only-writes-streams',
    code: 'LOG-005',
    severity: 'high',
    title: 'The CloudWatch Logs role may write trail streams and nothing else',
    on: 'role',
    roles: ['cloudwatch-logs'],
    reads: ['iam:ListRolePolicies', 'iam:GetRolePolicy', 'iam:ListAttachedRolePolicies', 'iam:GetPolicy', 'iam:GetPolicyVersion'],
    source: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-required-policy-for-cloudwatch-logs.html',
    remedy: 'Deploy the audit stack: the role has one inline policy with two actions.',
    evaluate: (role) => {
        const statements = statementsOfRole(role).filter((statement) => statement.effect === 'Allow');
        const extra = statements.flatMap((statement) => (statement.actions ?? ['NotAction']).filter((action) => !NEEDED.includes(action)));
        const wide = statements.flatMap((statement) => (statement.resources ?? []).filter((resource) => !/:log-group:[^*]+:log-stream:[^*]+_CloudTrail_/.test(resource)));
        const missing = NEEDED.filter((action) => !statements.some((statement) => allows(statement, action)));
        return passUnless([
            ...extra.map((action) => `it also allows ${action}`),
            ...[...new Set(wide)].map((resource) => `it reaches ${resource}`),
            ...need(role.attached).map((arn) => `managed policy ${arn.split('/').at(-1)} is attached`),
            ...missing.map((action) => `${action} is missing`),
        ], 'two actions on the trail streams');
    },
});

;// CONCATENATED MODULE: ./src/checks/logs/logs-role-trusts-cloudtrail-only.js


const logsRoleTrustsCloudtrailOnly = defineCheck({
    id: 'logs-role-trusts-cloudtrail-only',
    code: 'LOG-004',
    severity: 'high',
    title: 'Only CloudTrail can use the role that writes to CloudWatch Logs',
    on: 'role',
    roles: ['cloudwatch-logs'],
    reads: ['iam:GetRole'],
    source: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-required-policy-for-cloudwatch-logs.html',
    remedy: 'Deploy the audit stack to set the trust policy back, and find event UpdateAssumeRolePolicy.',
    evaluate: (role) => passUnless(trustComplaints(role, ['cloudtrail.amazonaws.com']), 'trusts CloudTrail only'),
});

;// CONCATENATED MODULE: ./src/checks/oidc/github-trust.js

const ISSUER = 'token.actions.githubusercontent.com';
/** The condition key IAM offers for a claim of GitHub's token. */
function claim(name) {
    return `${ISSUER}:${name}`;
}
/** Statements that let GitHub's provider in. */
function githubStatements(role) {
    return trustOf(role).filter((statement) => statement.effect === 'Allow' &&
        (statement.principals ?? []).some((principal) => principal.type === 'Federated' && principal.value.endsWith(`/${ISSUER}`)));
}
/** `repo:OWNER/REPO:…` or `repo:OWNER@ID/REPO@ID:…`, no wildcard before the second colon; and the given repository, when given. */
function namesOneRepository(subject, repository) {
    const [, owner, name] = /^repo:([A-Za-z0-9-]+)(?:@\d+)?\/([\w.-]+)(?:@\d+)?:.+$/.exec(subject) ?? [];
    if (owner === undefined || name === undefined)
        return false;
    return repository === undefined || `${owner}/${name}`.toLowerCase() === repository.toLowerCase();
}

;// CONCATENATED MODULE: ./src/checks/oidc/deploy-role-is-bound-to-branch.js



const deployRoleIsBoundToBranch = defineCheck({
    id: 'deploy-role-is-bound-to-branch',
    code: 'OIDC-006',
    severity: 'high',
    title: 'Only named branches or environments can become the deploy role',
    on: 'role',
    roles: ['deploy'],
    reads: ['iam:GetRole'],
    source: 'https://docs.github.com/en/actions/reference/security/oidc',
    remedy: 'Set `github.branches` or `github.environments` and deploy bootstrap; a pull request must never deploy.',
    evaluate: (role) => {
        const subjects = githubStatements(role).flatMap((statement) => conditionsOn(statement, claim('sub')).flatMap((condition) => condition.values));
        const loose = subjects.filter((subject) => !/:(?:ref:refs\/heads\/|environment:)[^*?]+$/.test(subject));
        return passUnless(subjects.length === 0 ? ['the trust does not look at `sub`'] : loose.map((subject) => `it trusts ${subject}`), `bound to ${subjects.length} subjects`);
    },
});

;// CONCATENATED MODULE: ./src/checks/oidc/github-trust-has-no-vacuous-condition.js


const githubTrustHasNoVacuousCondition = defineCheck({
    id: 'github-trust-has-no-vacuous-condition',
    code: 'OIDC-004',
    severity: 'high',
    title: 'No condition of the trust is true for a token without the claim',
    on: 'role',
    roles: ['plan', 'deploy', 'verify', 'github'],
    reads: ['iam:GetRole'],
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html',
    remedy: 'Replace ForAllValues: and …IfExists by the plain operator: on an absent claim both are true.',
    evaluate: (role) => {
        const vacuous = githubStatements(role).flatMap((statement) => statement.conditions
            .filter((condition) => condition.operator.startsWith('ForAllValues:') || condition.operator.endsWith('IfExists'))
            .map((condition) => `${condition.operator} on ${condition.key}`));
        return passUnless(vacuous.map((text) => `${text} holds without the claim`), 'every condition needs its claim');
    },
});

;// CONCATENATED MODULE: ./src/checks/oidc/github-trust-names-repository.js



const githubTrustNamesRepository = defineCheck({
    id: 'github-trust-names-repository',
    code: 'OIDC-003',
    severity: 'critical',
    title: 'The trust names owner and repository, without wildcards',
    on: 'role',
    roles: ['plan', 'deploy', 'verify', 'github'],
    reads: ['iam:GetRole'],
    source: 'https://docs.github.com/en/actions/reference/security/oidc',
    remedy: 'Set `sub` to repo:OWNER/REPO:… for one repository and deploy bootstrap.',
    evaluate: (role, { config }) => {
        const complaints = githubStatements(role).flatMap((statement) => {
            const subjects = conditionsOn(statement, claim('sub'))
                .filter((condition) => /^String(?:Equals|Like)$/.test(condition.operator))
                .flatMap((condition) => condition.values);
            if (subjects.length === 0)
                return [`statement ${nameOf(statement)} does not look at \`sub\`: any repository on GitHub is trusted`];
            return subjects
                .filter((subject) => !namesOneRepository(subject, config?.github?.repository))
                .map((subject) => `statement ${nameOf(statement)} trusts ${subject}`);
        });
        return passUnless(complaints, config?.github ? `trusts ${config.github.repository} only` : 'trusts named repositories only');
    },
});

;// CONCATENATED MODULE: ./src/checks/oidc/github-trust-pins-repository-id.js



const githubTrustPinsRepositoryId = defineCheck({
    id: 'github-trust-pins-repository-id',
    code: 'OIDC-007',
    severity: 'medium',
    title: 'The trust pins the repository by its id, which no rename can pass on',
    on: 'role',
    roles: ['plan', 'deploy', 'verify', 'github'],
    reads: ['iam:GetRole'],
    source: 'https://docs.github.com/en/actions/concepts/security/openid-connect',
    remedy: 'Set `github.owner-id` and `github.repository-id` and deploy bootstrap.',
    evaluate: (role) => {
        const loose = githubStatements(role).filter((statement) => {
            const byId = ['repository_id', 'job_workflow_ref'].some((name) => conditionsOn(statement, claim(name)).some(limits));
            const subjects = conditionsOn(statement, claim('sub')).flatMap((condition) => condition.values);
            return !byId && !(subjects.length > 0 && subjects.every((subject) => /^repo:[^/@]+@\d+\/[^:@]+@\d+:/.test(subject)));
        });
        return passUnless(loose.map((statement) => `statement ${nameOf(statement)} trusts a name that someone else may own one day`), 'pinned by id');
    },
});

;// CONCATENATED MODULE: ./src/checks/oidc/github-trust-requires-audience.js



const githubTrustRequiresAudience = defineCheck({
    id: 'github-trust-requires-audience',
    code: 'OIDC-002',
    severity: 'high',
    title: 'The trust asks for the STS audience, exactly',
    on: 'role',
    roles: ['plan', 'deploy', 'verify', 'github'],
    reads: ['iam:GetRole'],
    source: 'https://docs.github.com/en/actions/reference/security/oidc',
    remedy: 'Add StringEquals token.actions.githubusercontent.com:aud = sts.amazonaws.com to the trust policy.',
    evaluate: (role) => {
        const loose = githubStatements(role).filter((statement) => !conditionsOn(statement, claim('aud')).some((condition) => condition.operator === 'StringEquals' && condition.values.every((value) => /^sts\.amazonaws\.com(?:\.cn)?$/.test(value))));
        return passUnless(loose.map((statement) => `statement ${nameOf(statement)} does not ask for the audience`), 'asks for the STS audience');
    },
});

;// CONCATENATED MODULE: ./src/checks/oidc/oidc-provider-audience-is-sts.js

const oidcProviderAudienceIsSts = defineCheck({
    id: 'oidc-provider-audience-is-sts',
    code: 'OIDC-001',
    severity: 'high',
    title: "The provider is GitHub's, for the STS audience only",
    on: 'oidcProvider',
    reads: ['iam:GetOpenIDConnectProvider'],
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html',
    remedy: 'Remove other client ids from the provider; they let tokens meant for someone else in.',
    evaluate: (oidcProvider) => {
        const { Url, ClientIDList } = need(oidcProvider.provider);
        const strangers = ClientIDList.filter((id) => !/^sts\.amazonaws\.com(?:\.cn)?$/.test(id));
        return passUnless([
            ...(Url.replace(/^https:\/\//, '') === 'token.actions.githubusercontent.com' ? [] : [`its URL is ${Url}`]),
            ...strangers.map((id) => `it also accepts audience ${id}`),
            ...(ClientIDList.length === 0 ? ['it accepts no audience'] : []),
        ], 'accepts sts.amazonaws.com only');
    },
});

;// CONCATENATED MODULE: ./src/checks/role/eks-cluster-role-trusts-eks-only.js


const eksClusterRoleTrustsEksOnly = defineCheck({
    id: 'eks-cluster-role-trusts-eks-only',
    code: 'ROLE-001',
    severity: 'high',
    title: 'Only EKS can use the cluster role',
    on: 'role',
    roles: ['eks-cluster'],
    reads: ['iam:GetRole'],
    source: 'https://docs.aws.amazon.com/eks/latest/userguide/cluster-iam-role.html',
    remedy: 'Deploy the access stack to set the trust policy back.',
    evaluate: (role) => passUnless(trustComplaints(role, ['eks.amazonaws.com']), 'trusts EKS only'),
});

;// CONCATENATED MODULE: ./src/checks/role/eks-node-role-trusts-ec2-only.js


const eksNodeRoleTrustsEc2Only = defineCheck({
    id: 'eks-node-role-trusts-ec2-only',
    code: 'ROLE-002',
    severity: 'high',
    title: 'Only EC2 instances can use the node role',
    on: 'role',
    roles: ['eks-nodegroup'],
    reads: ['iam:GetRole'],
    source: 'https://docs.aws.amazon.com/eks/latest/userguide/create-node-role.html',
    remedy: 'Deploy the access stack to set the trust policy back.',
    evaluate: (role) => passUnless(trustComplaints(role, ['ec2.amazonaws.com', 'ec2.amazonaws.com.cn']), 'trusts EC2 only'),
});

;// CONCATENATED MODULE: ./src/checks/role/pass-role-is-scoped.js


const passRoleIsScoped = defineCheck({
    id: 'pass-role-is-scoped',
    code: 'ROLE-007',
    severity: 'high',
    title: 'Roles can be passed by name and to a named service only',
    on: 'role',
    reads: ['iam:ListRolePolicies', 'iam:GetRolePolicy', 'iam:ListAttachedRolePolicies', 'iam:GetPolicy', 'iam:GetPolicyVersion'],
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
    remedy: 'Name the role under Resource, and the service under iam:PassedToService.',
    evaluate: (role) => {
        const passing = statementsOfRole(role).filter((statement) => allows(statement, 'iam:PassRole'));
        if (passing.length === 0)
            return pass('cannot pass roles');
        return passUnless(passing.flatMap((statement) => [
            ...((statement.resources ?? ['*']).some((resource) => resource === '*' || /:role\/\*$/.test(resource))
                ? [`statement ${nameOf(statement)} passes any role`]
                : []),
            ...(conditionsOn(statement, 'iam:PassedToService').some(limits) ? [] : [`statement ${nameOf(statement)} passes to any service`]),
        ]), 'passes named roles to named services');
    },
});

;// CONCATENATED MODULE: ./src/checks/role/role-has-boundary.js

const roleHasBoundary = defineCheck({
    id: 'role-has-boundary',
    code: 'ROLE-016',
    severity: 'medium',
    title: 'Every role has its permissions boundary',
    on: 'role',
    reads: ['iam:GetRole'],
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html',
    remedy: 'Deploy the stack the role belongs to, and find event DeleteRolePermissionsBoundary.',
    evaluate: (role, { config }) => {
        const { PermissionsBoundaryArn } = need(role.role);
        if (!PermissionsBoundaryArn)
            return config ? fail('no permissions boundary') : notApplicable('without a config no boundary is designed');
        if (!config)
            return pass(`bounded by ${PermissionsBoundaryArn}`);
        const designed = ['plan', 'deploy', 'verify'].includes(role.kind) ? config.names.pipelineBoundary : config.names.workloadBoundary;
        return PermissionsBoundaryArn.endsWith(`:policy/${designed}`)
            ? pass(`bounded by ${designed}`)
            : fail(`bounded by ${PermissionsBoundaryArn}, designed ${designed}`);
    },
});

;// CONCATENATED MODULE: ./src/checks/role/role-has-no-full-access.js


const roleHasNoFullAccess = defineCheck({
    id: 'role-has-no-full-access',
    code: 'ROLE-010',
    severity: 'critical',
    title: 'No role is an administrator',
    on: 'role',
    reads: ['iam:ListRolePolicies', 'iam:GetRolePolicy', 'iam:ListAttachedRolePolicies', 'iam:GetPolicy', 'iam:GetPolicyVersion'],
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
    remedy: 'Remove the statement or the attached policy; grant what the workload calls.',
    evaluate: (role) => {
        const full = statementsOfRole(role).filter((statement) => statement.effect === 'Allow' &&
            ((statement.actions ?? []).some((action) => action === '*' || action === '*:*') || statement.notActions !== undefined) &&
            (statement.resources ?? ['*']).includes('*'));
        const attached = need(role.attached).filter((arn) => /\/(?:AdministratorAccess|IAMFullAccess)$/.test(arn));
        return passUnless([
            ...full.map((statement) => `statement ${nameOf(statement)} allows everything on everything`),
            ...attached.map((arn) => `${arn.split('/').at(-1)} is attached`),
        ], 'no administrator rights');
    },
});

;// CONCATENATED MODULE: ./src/checks/role/sagemaker-role-is-scoped.js


const BROAD = ['AmazonSageMakerFullAccess', 'AmazonS3FullAccess', 'CloudWatchLogsFullAccess', 'AdministratorAccess', 'PowerUserAccess'];
/** One action per way to reach data: an allow of any of them on `*` is too wide. */
const PROBES = ['s3:GetObject', 's3:PutObject', 's3:DeleteObject', 'kms:Decrypt', 'ecr:BatchGetImage', 'ecr:PutImage'];
const sagemakerRoleIsScoped = defineCheck({
    id: 'sagemaker-role-is-scoped',
    code: 'ROLE-005',
    severity: 'high',
    title: 'The SageMaker role reaches named buckets, keys and repositories only',
    on: 'role',
    roles: ['sagemaker'],
    reads: ['iam:ListRolePolicies', 'iam:GetRolePolicy', 'iam:ListAttachedRolePolicies', 'iam:GetPolicy', 'iam:GetPolicyVersion'],
    source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/security-iam-awsmanpol.html',
    remedy: 'Set `access.sagemaker.profile: least-privilege` and deploy.',
    evaluate: (role) => {
        const broad = need(role.attached)
            .map((arn) => arn.split('/').at(-1) ?? arn)
            .filter((name) => BROAD.includes(name));
        const wide = statementsOfRole(role).filter((statement) => statement.effect === 'Allow' && (statement.resources ?? ['*']).includes('*') && PROBES.some((action) => allows(statement, action)));
        return passUnless([
            ...broad.map((name) => `${name} is attached`),
            ...wide.map((statement) => `statement ${nameOf(statement)} allows ${PROBES.filter((action) => allows(statement, action)).join(', ')} on *`),
        ], 'data, keys and images are named');
    },
});

;// CONCATENATED MODULE: ./src/checks/role/sagemaker-trust-is-conditioned.js


const sagemakerTrustIsConditioned = defineCheck({
    id: 'sagemaker-trust-is-conditioned',
    code: 'ROLE-004',
    severity: 'high',
    title: 'Only SageMaker, acting for this account, can use the execution role',
    on: 'role',
    roles: ['sagemaker'],
    reads: ['iam:GetRole'],
    source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/security-confused-deputy-prevention.html',
    remedy: 'Deploy the access stack: the trust asks for aws:SourceAccount and aws:SourceArn.',
    evaluate: (role, { account }) => {
        const open = trustOf(role).filter((statement) => statement.effect === 'Allow' &&
            !(conditionsOn(statement, 'aws:SourceAccount').some((condition) => limits(condition) && condition.values.every((value) => value === account)) ||
                conditionsOn(statement, 'aws:SourceArn').some((condition) => limits(condition) && condition.values.every((value) => value.split(':')[4] === account))));
        return passUnless([
            ...trustComplaints(role, ['sagemaker.amazonaws.com']),
            ...open.map((statement) => `statement ${nameOf(statement)} does not name this account: another account could make SageMaker use the role`),
        ], 'trusts SageMaker for this account only');
    },
});

;// CONCATENATED MODULE: ./src/checks/trail/freshness.js

/** An error is worse than silence; silence is fine while the trail is younger than the limit. */
function judgeFreshness({ what, delivered, error, started, now, withinHours }) {
    if (error)
        return fail(`the last delivery of ${what} failed: ${error}`);
    const age = (time) => (Date.parse(now) - Date.parse(time)) / 3_600_000;
    if (delivered !== undefined) {
        return age(delivered) <= withinHours
            ? pass(`last delivery of ${what}: ${delivered}`)
            : fail(`no delivery of ${what} since ${delivered}`);
    }
    if (started !== undefined && age(started) <= withinHours)
        return notApplicable(`nothing delivered yet; logging started ${started}`);
    return fail(`there has never been a delivery of ${what}`);
}

;// CONCATENATED MODULE: ./src/checks/trail/digest-delivery-is-fresh.js


const digestDeliveryIsFresh = defineCheck({
    id: 'digest-delivery-is-fresh',
    code: 'DELIV-004',
    severity: 'high',
    title: 'Digest files arrive every hour, without errors',
    on: 'trail',
    reads: ['cloudtrail:DescribeTrails', 'cloudtrail:GetTrailStatus'],
    source: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-troubleshooting.html',
    remedy: 'Read the error in `aws cloudtrail get-trail-status`: CloudTrail words bucket-policy and key-policy mistakes alike, and both stop delivery silently.',
    evaluate: (trail, facts) => {
        if (!need(trail.description).LogFileValidationEnabled)
            return notApplicable('log file validation is off');
        const status = need(trail.status);
        return judgeFreshness({
            what: 'digest files to S3',
            delivered: status.LatestDigestDeliveryTime,
            error: status.LatestDigestDeliveryError,
            started: status.StartLoggingTime,
            now: facts.collectedAt,
            withinHours: 3,
        });
    },
});

;// CONCATENATED MODULE: ./src/checks/trail/log-delivery-is-fresh.js


const logDeliveryIsFresh = defineCheck({
    id: 'log-delivery-is-fresh',
    code: 'DELIV-001',
    severity: 'high',
    title: 'Log files arrive within a day, without errors',
    on: 'trail',
    reads: ['cloudtrail:GetTrailStatus'],
    source: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-troubleshooting.html',
    remedy: 'Read the error in `aws cloudtrail get-trail-status`: CloudTrail words bucket-policy and key-policy mistakes alike, and both stop delivery silently.',
    evaluate: (trail, facts) => {
        const status = need(trail.status);
        return judgeFreshness({
            what: 'log files to S3',
            delivered: status.LatestDeliveryTime,
            error: status.LatestDeliveryError,
            started: status.StartLoggingTime,
            now: facts.collectedAt,
            withinHours: 24,
        });
    },
});

;// CONCATENATED MODULE: ./src/checks/trail/trail-delivers-to-cloudwatch-logs.js


const trailDeliversToCloudwatchLogs = defineCheck({
    id: 'trail-delivers-to-cloudwatch-logs',
    code: 'TRAIL-008',
    severity: 'medium',
    title: 'Events reach CloudWatch Logs within a day',
    on: 'trail',
    reads: ['cloudtrail:DescribeTrails', 'cloudtrail:GetTrailStatus'],
    source: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/send-cloudtrail-events-to-cloudwatch-logs.html',
    remedy: 'Deploy the audit stack; if it is deployed, read LatestCloudWatchLogsDeliveryError in `aws cloudtrail get-trail-status`.',
    evaluate: (trail, facts) => {
        if (!need(trail.description).CloudWatchLogsLogGroupArn)
            return fail('no log group is set');
        const status = need(trail.status);
        return judgeFreshness({
            what: 'events to CloudWatch Logs',
            delivered: status.LatestCloudWatchLogsDeliveryTime,
            error: status.LatestCloudWatchLogsDeliveryError,
            started: status.StartLoggingTime,
            now: facts.collectedAt,
            withinHours: 24,
        });
    },
});

;// CONCATENATED MODULE: ./src/checks/trail/selectors.js
/** Whether the selectors record an event, decided as CloudTrail decides it. */
function records(selectors, probe) {
    const advanced = selectors.AdvancedEventSelectors ?? [];
    if (advanced.length > 0)
        return advanced.some((selector) => selector.FieldSelectors.every((field) => fieldMatches(field, probe)));
    return (selectors.EventSelectors ?? []).some((selector) => basicMatches(selector, probe));
}
function fieldMatches(field, probe) {
    const value = {
        eventCategory: probe.category,
        readOnly: String(probe.readOnly),
        'resources.type': probe.category === 'Data' ? 'AWS::S3::Object' : '',
        'resources.ARN': probe.arn ?? '',
        eventSource: probe.eventSource ?? (probe.category === 'Data' ? 's3.amazonaws.com' : ''),
    }[field.Field];
    // A field this probe does not speak about narrows the selector: it cannot be said to record everything.
    if (value === undefined)
        return false;
    const any = (list, test) => list === undefined || list.some(test);
    const none = (list, test) => list === undefined || !list.some(test);
    return (any(field.Equals, (text) => value === text) &&
        any(field.StartsWith, (text) => value.startsWith(text)) &&
        any(field.EndsWith, (text) => value.endsWith(text)) &&
        none(field.NotEquals, (text) => value === text) &&
        none(field.NotStartsWith, (text) => value.startsWith(text)) &&
        none(field.NotEndsWith, (text) => value.endsWith(text)));
}
function basicMatches(selector, probe) {
    const type = selector.ReadWriteType ?? 'All';
    if (type === (probe.readOnly ? 'WriteOnly' : 'ReadOnly'))
        return false;
    if (probe.category === 'Management')
        return selector.IncludeManagementEvents !== false && !(selector.ExcludeManagementEventSources ?? []).includes(probe.eventSource ?? '');
    const s3 = (selector.DataResources ?? []).filter((resource) => resource.Type === 'AWS::S3::Object');
    return s3.some((resource) => resource.Values.some((value) => /^arn:[\w-]+:s3(?::::?)?$/.test(value) || probe.arn?.startsWith(value)));
}

;// CONCATENATED MODULE: ./src/checks/trail/trail-does-not-record-its-own-bucket.js


const trailDoesNotRecordItsOwnBucket = defineCheck({
    id: 'trail-does-not-record-its-own-bucket',
    code: 'TRAIL-013',
    severity: 'medium',
    title: 'The log bucket is not among the recorded data resources',
    on: 'trail',
    reads: ['cloudtrail:DescribeTrails', 'cloudtrail:GetEventSelectors'],
    source: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/best-practices-security.html',
    remedy: 'Leave the log bucket out of `audit.data-events`: every delivery would cause the next.',
    evaluate: (trail, { partition }) => {
        const bucket = need(trail.description).S3BucketName;
        const arn = `arn:${partition}:s3:::${bucket}/any/key`;
        return records(need(trail.eventSelectors), { category: 'Data', readOnly: false, arn })
            ? fail(`writes to ${bucket} are recorded into ${bucket}`)
            : pass('deliveries are not recorded as data events');
    },
});

;// CONCATENATED MODULE: ./src/checks/trail/trail-encrypts-with-kms.js

const trailEncryptsWithKms = defineCheck({
    id: 'trail-encrypts-with-kms',
    code: 'TRAIL-007',
    severity: 'high',
    title: 'Log files are encrypted with the log key',
    on: 'trail',
    reads: ['cloudtrail:DescribeTrails', 'kms:DescribeKey'],
    source: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/encrypting-cloudtrail-log-files-with-aws-kms.html',
    remedy: 'Deploy the audit stack: the trail uses its own key.',
    evaluate: (trail, facts) => {
        const { KmsKeyId } = need(trail.description);
        if (!KmsKeyId)
            return fail('no KMS key: log files carry S3-managed encryption only');
        if (!facts.config)
            return pass(`encrypts with ${KmsKeyId}`);
        const expected = facts.keys.flatMap((key) => [need(key.description).Arn, key.arn]);
        return expected.includes(KmsKeyId) ? pass('encrypts with the log key') : fail(`encrypts with ${KmsKeyId}, not with ${expected[0]}`);
    },
});

;// CONCATENATED MODULE: ./src/checks/trail/trail-has-insights.js

const trailHasInsights = defineCheck({
    id: 'trail-has-insights',
    code: 'TRAIL-009',
    severity: 'low',
    title: 'Insights watch call rate and error rate',
    on: 'trail',
    reads: ['cloudtrail:GetInsightSelectors'],
    source: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-insights-events-with-cloudtrail.html',
    remedy: 'Set `audit.insights: true` and deploy.',
    evaluate: (trail) => {
        const types = need(trail.insightSelectors).InsightSelectors.map((selector) => selector.InsightType);
        const missing = ['ApiCallRateInsight', 'ApiErrorRateInsight'].filter((type) => !types.includes(type));
        return passUnless(missing.map((type) => `${type} is off`), 'both insight types are on');
    },
});

;// CONCATENATED MODULE: ./src/checks/trail/trail-includes-global-events.js

const trailIncludesGlobalEvents = defineCheck({
    id: 'trail-includes-global-events',
    code: 'TRAIL-010',
    severity: 'high',
    title: 'Events of global services such as IAM are recorded',
    on: 'trail',
    reads: ['cloudtrail:DescribeTrails'],
    source: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-concepts.html#cloudtrail-concepts-global-service-events',
    remedy: 'Deploy the audit stack: global service events are on.',
    evaluate: (trail) => need(trail.description).IncludeGlobalServiceEvents
        ? pass('records global services')
        : fail('events of IAM, STS and CloudFront are left out'),
});

;// CONCATENATED MODULE: ./src/checks/trail/trail-is-logging.js

const trailIsLogging = defineCheck({
    id: 'trail-is-logging',
    code: 'TRAIL-002',
    severity: 'critical',
    title: 'The trail is logging',
    on: 'trail',
    reads: ['cloudtrail:GetTrailStatus'],
    source: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-turning-off-logging.html',
    remedy: 'Run `aws cloudtrail start-logging --name <trail>`, then find out who stopped it: event StopLogging.',
    evaluate: (trail) => {
        const status = need(trail.status);
        return status.IsLogging ? pass('is logging') : fail(`logging is off${status.StopLoggingTime ? ` since ${status.StopLoggingTime}` : ''}`);
    },
});

;// CONCATENATED MODULE: ./src/checks/trail/trail-is-multi-region.js

const trailIsMultiRegion = defineCheck({
    id: 'trail-is-multi-region',
    code: 'TRAIL-001',
    severity: 'high',
    title: 'The trail records every region',
    on: 'trail',
    reads: ['cloudtrail:DescribeTrails'],
    source: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/receive-cloudtrail-log-files-from-multiple-regions.html',
    remedy: 'Deploy the audit stack: its trail is multi-region.',
    evaluate: (trail) => (need(trail.description).IsMultiRegionTrail ? pass('records every region') : fail('records one region only')),
});

;// CONCATENATED MODULE: ./src/checks/trail/trail-matches-design.js

const trailMatchesDesign = defineCheck({
    id: 'trail-matches-design',
    code: 'TRAIL-012',
    severity: 'high',
    title: 'Bucket, prefix, log group and role of the trail are the designed ones',
    on: 'trail',
    reads: ['cloudtrail:DescribeTrails'],
    source: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-update-a-trail-by-using-the-cli.html',
    remedy: 'Someone changed the trail outside its stack. Deploy to set it back, and find event UpdateTrail.',
    evaluate: (trail, { config, account, partition, region }) => {
        if (!config)
            return notApplicable('without a config there is no design to compare with');
        const actual = need(trail.description);
        const designed = {
            S3BucketName: config.names.logBucket,
            S3KeyPrefix: config.audit.logPrefix,
            CloudWatchLogsLogGroupArn: `arn:${partition}:logs:${region}:${account}:log-group:${config.names.logGroup}:*`,
            CloudWatchLogsRoleArn: `arn:${partition}:iam::${account}:role/${config.names.cloudWatchLogsRole}`,
        };
        const different = Object.keys(designed).filter((field) => actual[field] !== designed[field]);
        return passUnless(different.map((field) => `${field} is ${actual[field] ?? 'not set'}, designed ${designed[field]}`), 'as designed');
    },
});

;// CONCATENATED MODULE: ./src/checks/trail/trail-records-all-management-events.js


/** KMS and RDS Data API events are the ones CloudTrail lets a trail leave out; IAM stands for all others. */
const trail_records_all_management_events_PROBES = ['iam.amazonaws.com', 'kms.amazonaws.com', 'rdsdata.amazonaws.com'].flatMap((eventSource) => [true, false].map((readOnly) => ({ category: 'Management', readOnly, eventSource })));
const trailRecordsAllManagementEvents = defineCheck({
    id: 'trail-records-all-management-events',
    code: 'TRAIL-003',
    severity: 'high',
    title: 'All management events are recorded, reads and writes, of every source',
    on: 'trail',
    reads: ['cloudtrail:GetEventSelectors'],
    source: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-management-events-with-cloudtrail.html',
    remedy: 'Deploy the audit stack: its first selector takes all management events.',
    evaluate: (trail) => {
        const selectors = need(trail.eventSelectors);
        const blind = trail_records_all_management_events_PROBES.filter((probe) => !records(selectors, probe));
        return passUnless(blind.map((probe) => `${probe.readOnly ? 'reads' : 'writes'} of ${probe.eventSource} are not recorded`), 'reads and writes of every source are recorded');
    },
});

;// CONCATENATED MODULE: ./src/checks/trail/data-coverage.js


/** Judges each data bucket by itself: a selector that is there may still be scoped to another bucket. */
function judgeDataCoverage(trail, facts, readOnly) {
    const { config } = facts;
    if (!config)
        return notApplicable('without a config the data buckets are not known');
    const named = config.audit.dataEvents === 'all' ? [] : config.audit.dataEvents;
    const buckets = [...new Set([...named, ...(config.access.sagemaker?.dataBuckets ?? [])])];
    if (buckets.length === 0)
        return notApplicable('the config names no data bucket');
    const selectors = need(trail.eventSelectors);
    const blind = buckets.filter((bucket) => !records(selectors, { category: 'Data', readOnly, arn: `arn:${facts.partition}:s3:::${bucket}/any/key` }));
    const verb = readOnly ? 'reads' : 'writes';
    return passUnless(blind.map((bucket) => `object ${verb} in ${bucket} are not recorded`), `object ${verb} in ${buckets.length === 1 ? buckets[0] : `${buckets.length} buckets`} are recorded`);
}

;// CONCATENATED MODULE: ./src/checks/trail/trail-records-data-reads.js


const trailRecordsDataReads = defineCheck({
    id: 'trail-records-data-reads',
    code: 'TRAIL-005',
    severity: 'medium',
    title: 'Object reads in the data buckets are recorded',
    on: 'trail',
    reads: ['cloudtrail:GetEventSelectors'],
    source: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html',
    remedy: 'Name the bucket under `audit.data-events` and deploy.',
    evaluate: (trail, facts) => judgeDataCoverage(trail, facts, true),
});

;// CONCATENATED MODULE: ./src/checks/trail/trail-records-data-writes.js


const trailRecordsDataWrites = defineCheck({
    id: 'trail-records-data-writes',
    code: 'TRAIL-004',
    severity: 'medium',
    title: 'Object writes in the data buckets are recorded',
    on: 'trail',
    reads: ['cloudtrail:GetEventSelectors'],
    source: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html',
    remedy: 'Name the bucket under `audit.data-events` and deploy.',
    evaluate: (trail, facts) => judgeDataCoverage(trail, facts, false),
});

;// CONCATENATED MODULE: ./src/checks/trail/trail-validates-log-files.js

const trailValidatesLogFiles = defineCheck({
    id: 'trail-validates-log-files',
    code: 'TRAIL-006',
    severity: 'high',
    title: 'Digest files prove that log files were not changed',
    on: 'trail',
    reads: ['cloudtrail:DescribeTrails'],
    source: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-intro.html',
    remedy: 'Deploy the audit stack: log file validation is on.',
    evaluate: (trail) => (need(trail.description).LogFileValidationEnabled ? pass('writes digests') : fail('log file validation is off')),
});

;// CONCATENATED MODULE: ./src/checks/registry.js
















































/** Every check, in the order of the catalogue. A check that is not here does not run; a test compares this list with the folder. */
const CHECKS = [
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
    bucketBlocksPublicAccess,
    bucketIsNotPublic,
    bucketRequiresTls,
    bucketEncryptsWithLogKey,
    bucketKeepsVersions,
    bucketLifecycleKeepsLogs,
    bucketLogsAccess,
    bucketEnforcesOwner,
    bucketLetsCloudtrailCheckAcl,
    bucketLetsCloudtrailWrite,
    bucketHasNoOtherWriters,
    keyIsUsable,
    keyRotationIsOn,
    keyLetsCloudtrailEncrypt,
    keyLimitsLogReaders,
    keyHasNoOpenPrincipal,
    logGroupKeepsAYear,
    logGroupIsEncrypted,
    logsRoleTrustsCloudtrailOnly,
    logsRoleOnlyWritesStreams,
    logsPoliciesAreNotPublic,
    eksClusterRoleTrustsEksOnly,
    eksNodeRoleTrustsEc2Only,
    sagemakerTrustIsConditioned,
    sagemakerRoleIsScoped,
    passRoleIsScoped,
    roleHasNoFullAccess,
    roleHasBoundary,
    oidcProviderAudienceIsSts,
    githubTrustRequiresAudience,
    githubTrustNamesRepository,
    githubTrustHasNoVacuousCondition,
    deployRoleIsBoundToBranch,
    githubTrustPinsRepositoryId,
];


/***/ }),

/***/ 5498:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  failOnOf: () => (/* binding */ failOnOf),
  loadProject: () => (/* binding */ loadProject)
});

// EXTERNAL MODULE: ./src/checks/registry.js + 55 modules
var registry = __webpack_require__(2945);
// EXTERNAL MODULE: ./src/model/errors.js
var errors = __webpack_require__(6351);
;// CONCATENATED MODULE: ./src/model/alarm-patterns.js
const ALARM_PATTERNS = [
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
        pattern: '{($.eventName=DeleteGroupPolicy) || ($.eventName=DeleteRolePolicy) || ($.eventName=DeleteUserPolicy) || ($.eventName=PutGroupPolicy) || ($.eventName=PutRolePolicy) || ($.eventName=PutUserPolicy) || ($.eventName=CreatePolicy) || ($.eventName=DeletePolicy) || ($.eventName=CreatePolicyVersion) || ($.eventName=DeletePolicyVersion) || ($.eventName=AttachRolePolicy) || ($.eventName=DetachRolePolicy) || ($.eventName=AttachUserPolicy) || ($.eventName=DetachUserPolicy) || ($.eventName=AttachGroupPolicy) || ($.eventName=DetachGroupPolicy)}',
    },
    {
        id: 'trail-changes',
        logicalId: 'TrailChanges',
        title: 'Changes of CloudTrail',
        control: 'CIS 4.5',
        pattern: '{($.eventName=CreateTrail) || ($.eventName=UpdateTrail) || ($.eventName=DeleteTrail) || ($.eventName=StartLogging) || ($.eventName=StopLogging)}',
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
        pattern: '{($.eventSource=s3.amazonaws.com) && (($.eventName=PutBucketAcl) || ($.eventName=PutBucketPolicy) || ($.eventName=PutBucketCors) || ($.eventName=PutBucketLifecycle) || ($.eventName=PutBucketReplication) || ($.eventName=DeleteBucketPolicy) || ($.eventName=DeleteBucketCors) || ($.eventName=DeleteBucketLifecycle) || ($.eventName=DeleteBucketReplication))}',
    },
    {
        id: 'config-changes',
        logicalId: 'ConfigChanges',
        title: 'Changes of AWS Config',
        control: 'CIS 4.9',
        pattern: '{($.eventSource=config.amazonaws.com) && (($.eventName=StopConfigurationRecorder) || ($.eventName=DeleteDeliveryChannel) || ($.eventName=PutDeliveryChannel) || ($.eventName=PutConfigurationRecorder))}',
    },
    {
        id: 'security-group-changes',
        logicalId: 'SecurityGroupChanges',
        title: 'Changes of security groups',
        control: 'CIS 4.10',
        pattern: '{($.eventName=AuthorizeSecurityGroupIngress) || ($.eventName=AuthorizeSecurityGroupEgress) || ($.eventName=RevokeSecurityGroupIngress) || ($.eventName=RevokeSecurityGroupEgress) || ($.eventName=CreateSecurityGroup) || ($.eventName=DeleteSecurityGroup)}',
    },
    {
        id: 'network-acl-changes',
        logicalId: 'NetworkAclChanges',
        title: 'Changes of network ACLs',
        control: 'CIS 4.11',
        pattern: '{($.eventName=CreateNetworkAcl) || ($.eventName=CreateNetworkAclEntry) || ($.eventName=DeleteNetworkAcl) || ($.eventName=DeleteNetworkAclEntry) || ($.eventName=ReplaceNetworkAclEntry) || ($.eventName=ReplaceNetworkAclAssociation)}',
    },
    {
        id: 'gateway-changes',
        logicalId: 'GatewayChanges',
        title: 'Changes of network gateways',
        control: 'CIS 4.12',
        pattern: '{($.eventName=CreateCustomerGateway) || ($.eventName=DeleteCustomerGateway) || ($.eventName=AttachInternetGateway) || ($.eventName=CreateInternetGateway) || ($.eventName=DeleteInternetGateway) || ($.eventName=DetachInternetGateway)}',
    },
    {
        id: 'route-table-changes',
        logicalId: 'RouteTableChanges',
        title: 'Changes of route tables',
        control: 'CIS 4.13',
        pattern: '{($.eventSource=ec2.amazonaws.com) && (($.eventName=CreateRoute) || ($.eventName=CreateRouteTable) || ($.eventName=ReplaceRoute) || ($.eventName=ReplaceRouteTableAssociation) || ($.eventName=DeleteRouteTable) || ($.eventName=DeleteRoute) || ($.eventName=DisassociateRouteTable))}',
    },
    {
        id: 'vpc-changes',
        logicalId: 'VpcChanges',
        title: 'Changes of VPCs',
        control: 'CIS 4.14',
        pattern: '{($.eventName=CreateVpc) || ($.eventName=DeleteVpc) || ($.eventName=ModifyVpcAttribute) || ($.eventName=AcceptVpcPeeringConnection) || ($.eventName=CreateVpcPeeringConnection) || ($.eventName=DeleteVpcPeeringConnection) || ($.eventName=RejectVpcPeeringConnection) || ($.eventName=AttachClassicLinkVpc) || ($.eventName=DetachClassicLinkVpc) || ($.eventName=DisableVpcClassicLink) || ($.eventName=EnableVpcClassicLink)}',
    },
    {
        id: 'organization-changes',
        logicalId: 'OrganizationChanges',
        title: 'Changes of AWS Organizations',
        control: 'CIS 4.15',
        pattern: '{($.eventSource=organizations.amazonaws.com) && (($.eventName=AcceptHandshake) || ($.eventName=AttachPolicy) || ($.eventName=CancelHandshake) || ($.eventName=CreateAccount) || ($.eventName=CreateOrganization) || ($.eventName=CreateOrganizationalUnit) || ($.eventName=CreatePolicy) || ($.eventName=DeclineHandshake) || ($.eventName=DeleteOrganization) || ($.eventName=DeleteOrganizationalUnit) || ($.eventName=DeletePolicy) || ($.eventName=DetachPolicy) || ($.eventName=DisablePolicyType) || ($.eventName=EnableAllFeatures) || ($.eventName=EnablePolicyType) || ($.eventName=InviteAccountToOrganization) || ($.eventName=LeaveOrganization) || ($.eventName=MoveAccount) || ($.eventName=RemoveAccountFromOrganization) || ($.eventName=UpdateOrganizationalUnit) || ($.eventName=UpdatePolicy))}',
    },
];

;// CONCATENATED MODULE: ./src/config/names.js
/** Derived names carry prefix and, where they are global or per region, region and account: dev and prod never collide. */
const NAME_RULES = [
    { key: 'trail', raw: 'trail', limit: 128, what: 'trail name', derive: ({ prefix }) => `${prefix}-audit-trail` },
    { key: 'keyAlias', raw: 'key-alias', limit: 256, what: 'KMS alias', derive: ({ prefix }) => `alias/${prefix}-cloudtrail-key` },
    {
        key: 'logBucket',
        raw: 'log-bucket',
        limit: 63,
        what: 'bucket name',
        derive: ({ prefix, region, account }) => `${prefix}-logs-${region}-${account}`,
    },
    {
        key: 'accessLogBucket',
        raw: 'access-log-bucket',
        limit: 63,
        what: 'bucket name',
        derive: ({ prefix, region, account }) => `${prefix}-s3-access-${region}-${account}`,
    },
    { key: 'logGroup', raw: 'log-group', limit: 512, what: 'log group name', derive: ({ prefix }) => `/mlops-audit/${prefix}/cloudtrail` },
    {
        key: 'cloudWatchLogsRole',
        raw: 'cloudwatch-logs-role',
        limit: 64,
        what: 'role name',
        derive: ({ prefix, region }) => `${prefix}-cloudtrail-logs-${region}`,
    },
    { key: 'topic', raw: 'topic', limit: 256, what: 'topic name', derive: ({ prefix }) => `${prefix}-audit-alerts` },
    { key: 'tamperRule', raw: 'tamper-rule', limit: 64, what: 'rule name', derive: ({ prefix }) => `${prefix}-audit-tamper` },
    { key: 'eksClusterRole', raw: 'eks-cluster-role', limit: 64, what: 'role name', derive: ({ prefix }) => `${prefix}-eks-cluster-role` },
    {
        key: 'eksNodegroupRole',
        raw: 'eks-nodegroup-role',
        limit: 64,
        what: 'role name',
        derive: ({ prefix }) => `${prefix}-eks-nodegroup-role`,
    },
    { key: 'sagemakerRole', raw: 'sagemaker-role', limit: 64, what: 'role name', derive: ({ prefix }) => `${prefix}-sagemaker-execution` },
    { key: 'planRole', raw: 'plan-role', limit: 64, what: 'role name', derive: ({ prefix }) => `${prefix}-audit-plan` },
    { key: 'deployRole', raw: 'deploy-role', limit: 64, what: 'role name', derive: ({ prefix }) => `${prefix}-audit-deploy` },
    { key: 'verifyRole', raw: 'verify-role', limit: 64, what: 'role name', derive: ({ prefix }) => `${prefix}-audit-verify` },
    {
        key: 'pipelineBoundary',
        raw: 'pipeline-boundary',
        limit: 64,
        what: 'policy name',
        derive: ({ prefix }) => `${prefix}-pipeline-boundary`,
    },
    {
        key: 'workloadBoundary',
        raw: 'workload-boundary',
        limit: 64,
        what: 'policy name',
        derive: ({ prefix }) => `${prefix}-workload-boundary`,
    },
    { key: 'bootstrapStack', raw: 'bootstrap-stack', limit: 128, what: 'stack name', derive: ({ prefix }) => `${prefix}-bootstrap` },
    { key: 'auditStack', raw: 'audit-stack', limit: 128, what: 'stack name', derive: ({ prefix }) => `${prefix}-audit` },
    { key: 'accessStack', raw: 'access-stack', limit: 128, what: 'stack name', derive: ({ prefix }) => `${prefix}-access` },
];
function deriveNames(parts, overrides) {
    const entries = NAME_RULES.map((rule) => [rule.key, overrides[rule.raw] ?? rule.derive(parts)]);
    return Object.fromEntries(entries);
}

;// CONCATENATED MODULE: ./src/config/derive.js


/** Fills in every default. The input has passed the schema and the rules of `rules.ts`; nothing can fail here. */
function deriveConfig(raw, context) {
    const prefix = prefixOf(raw);
    const config = {
        project: raw.project,
        environment: raw.environment,
        prefix,
        account: raw.account,
        region: raw.region,
        workloadRegion: raw['workload-region'] ?? raw.region,
        partition: context.partition,
        tags: { Project: raw.project, Environment: raw.environment, ...raw.tags },
        names: namesOf(raw),
        github: raw.github ? deriveGithub(raw.github) : undefined,
        audit: deriveAudit(raw.audit ?? {}, context.partition),
        access: deriveAccess(raw.access ?? {}, raw.audit ?? {}),
        exceptions: (raw.exceptions ?? []).map(deriveException),
        failOn: raw['fail-on'] ?? 'high',
    };
    return { ...config, file: context.file, hash: context.sha256(JSON.stringify(config)) };
}
function prefixOf(raw) {
    return raw.prefix ?? `${raw.project}-${raw.environment}`;
}
function namesOf(raw) {
    return deriveNames({ prefix: prefixOf(raw), region: raw.region, account: raw.account }, raw.names ?? {});
}
function deriveGithub(raw) {
    const [owner = '', name = ''] = raw.repository.split('/');
    const hasIds = raw['owner-id'] !== undefined && raw['repository-id'] !== undefined;
    return {
        repository: raw.repository,
        owner,
        name,
        ownerId: raw['owner-id'],
        repositoryId: raw['repository-id'],
        branches: raw.branches ?? ['main'],
        environments: raw.environments ?? [],
        subject: raw.subject ?? (hasIds ? 'both' : 'name'),
        oidcProvider: raw['oidc-provider'] ?? 'create',
        deploy: raw.deploy ?? 'manual',
    };
}
function deriveAudit(raw, partition) {
    const alert = raw.alert ?? [];
    const lifecycle = raw.lifecycle ?? {};
    return {
        trail: 'create',
        logPrefix: raw['log-prefix'] ?? 'mlops-logs',
        dataEvents: raw['data-events'] ?? [],
        dataEventsAccess: raw['data-events-access'] ?? 'all',
        insights: raw.insights ?? partition.insights,
        key: {
            rotationPeriodInDays: raw.key?.['rotation-days'] ?? 365,
            administrators: raw.key?.administrators ?? [],
            allowDeletion: raw.key?.['allow-deletion'] ?? false,
            readerAccounts: raw.key?.['reader-accounts'] ?? [],
        },
        bucketKey: raw['bucket-key'] ?? false,
        lifecycle: {
            standardIaAfterDays: orDefault(lifecycle['standard-ia'], 30),
            glacierAfterDays: orDefault(lifecycle.glacier, 90),
            glacierClass: lifecycle['glacier-class'] ?? 'GLACIER_IR',
            deepArchiveAfterDays: orDefault(lifecycle['deep-archive'], 365),
            expireAfterDays: orDefault(lifecycle.expire, undefined),
            scope: lifecycle.scope ?? 'prefix',
        },
        accessLogRetentionDays: raw['access-log-retention-days'] ?? 365,
        logRetentionDays: raw['log-retention-days'] ?? 365,
        alert: typeof alert === 'string' ? [alert] : alert,
        tamperRule: raw['tamper-rule'] ?? true,
        alarms: alarmsOf(raw.alarms ?? false),
    };
}
function alarmsOf(raw) {
    if (typeof raw !== 'boolean')
        return raw;
    return raw ? ALARM_PATTERNS.map((alarm) => alarm.id) : [];
}
/** `null` in the config means "never"; left out means the default. */
function orDefault(value, fallback) {
    return value === undefined ? fallback : (value ?? undefined);
}
function deriveAccess(raw, audit) {
    const eks = raw.eks === undefined ? {} : raw.eks;
    const sagemaker = raw.sagemaker === undefined ? {} : raw.sagemaker;
    const dataEvents = audit['data-events'];
    return {
        eks: eks === false
            ? undefined
            : { autoMode: eks['auto-mode'] ?? false, cni: eks.cni ?? 'node-role', ecrPull: eks['ecr-pull'] ?? 'pull-only' },
        sagemaker: sagemaker === false
            ? undefined
            : {
                profile: sagemaker.profile ?? 'least-privilege',
                dataBuckets: sagemaker['data-buckets'] ?? (Array.isArray(dataEvents) ? dataEvents : []),
                prefixes: sagemaker.prefixes ?? ['gold/', 'artifacts/'],
                repositories: sagemaker.repositories ?? [],
                keys: sagemaker.keys ?? [],
                vpc: sagemaker.vpc ?? false,
            },
    };
}
function deriveException(raw) {
    return { check: raw.check, resource: raw.resource, reason: raw.reason, owner: raw.owner, ticket: raw.ticket, expires: raw.expires };
}

;// CONCATENATED MODULE: ./schema.json
const schema_namespaceObject = /*#__PURE__*/JSON.parse('{"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://raw.githubusercontent.com/org/mlops-audit-action/v1/schema.json","title":"mlops-audit configuration","type":"object","additionalProperties":false,"required":["version","project","environment","account","region"],"properties":{"version":{"const":1,"description":"the version of this file\'s format: 1"},"project":{"type":"string","pattern":"^[a-z][a-z0-9-]{1,40}$","description":"the project, lower case: a letter, then at most 40 letters, digits and hyphens"},"environment":{"type":"string","pattern":"^[a-z][a-z0-9-]{0,19}$","description":"the environment, such as dev, staging or prod"},"prefix":{"type":"string","pattern":"^[a-z][a-z0-9-]{1,50}$","description":"what every name starts with; `<project>-<environment>` when left out"},"account":{"type":"string","pattern":"^[0-9]{12}$","description":"the AWS account id: 12 digits in quotes"},"region":{"type":"string","description":"the audit region: key, log bucket and trail live here"},"workload-region":{"type":"string","description":"where EKS, SageMaker and the data live; the audit region when left out"},"tags":{"type":"object","description":"your own tags on everything taggable, at most 40","maxProperties":40,"additionalProperties":{"type":"string","pattern":"^[^\\\\u0000-\\\\u001f]{0,256}$","description":"a tag value: at most 256 characters on one line"},"propertyNames":{"pattern":"^(?!aws:)[A-Za-z0-9 _.:/=+@-]{1,128}$"}},"names":{"type":"object","additionalProperties":false,"description":"overrides of derived names, one by one","properties":{"trail":{"type":"string","pattern":"^[A-Za-z0-9](?!.*[._-]{2})[A-Za-z0-9._-]{1,126}[A-Za-z0-9]$","description":"a trail name: 3 to 128 letters, digits, dots, underscores and hyphens, no two separators in a row"},"key-alias":{"type":"string","pattern":"^alias/(?!aws/)[A-Za-z0-9/_-]{1,250}$","description":"a KMS alias: `alias/` and letters, digits, /, _ and -; `alias/aws/` is reserved for AWS"},"log-bucket":{"type":"string","pattern":"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$","description":"an S3 bucket name: 3 to 63 lower-case letters, digits, dots and hyphens, starting and ending with a letter or digit"},"access-log-bucket":{"type":"string","pattern":"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$","description":"an S3 bucket name: 3 to 63 lower-case letters, digits, dots and hyphens, starting and ending with a letter or digit"},"log-group":{"type":"string","pattern":"^(?!aws/)[A-Za-z0-9_/.#-]{1,512}$","description":"a CloudWatch Logs group name: letters, digits and _ / . # -; `aws/` at the start is reserved"},"cloudwatch-logs-role":{"type":"string","pattern":"^[A-Za-z0-9+=,.@_-]{1,64}$","description":"an IAM name: at most 64 letters, digits and +=,.@_-"},"topic":{"type":"string","pattern":"^[A-Za-z0-9_-]{1,256}$","description":"an SNS topic name: letters, digits, _ and -"},"tamper-rule":{"type":"string","pattern":"^[A-Za-z0-9._-]{1,64}$","description":"an EventBridge rule name: at most 64 letters, digits, dots, _ and -"},"eks-cluster-role":{"type":"string","pattern":"^[A-Za-z0-9+=,.@_-]{1,64}$","description":"an IAM name: at most 64 letters, digits and +=,.@_-"},"eks-nodegroup-role":{"type":"string","pattern":"^[A-Za-z0-9+=,.@_-]{1,64}$","description":"an IAM name: at most 64 letters, digits and +=,.@_-"},"sagemaker-role":{"type":"string","pattern":"^[A-Za-z0-9+=,.@_-]{1,64}$","description":"an IAM name: at most 64 letters, digits and +=,.@_-"},"plan-role":{"type":"string","pattern":"^[A-Za-z0-9+=,.@_-]{1,64}$","description":"an IAM name: at most 64 letters, digits and +=,.@_-"},"deploy-role":{"type":"string","pattern":"^[A-Za-z0-9+=,.@_-]{1,64}$","description":"an IAM name: at most 64 letters, digits and +=,.@_-"},"verify-role":{"type":"string","pattern":"^[A-Za-z0-9+=,.@_-]{1,64}$","description":"an IAM name: at most 64 letters, digits and +=,.@_-"},"pipeline-boundary":{"type":"string","pattern":"^[A-Za-z0-9+=,.@_-]{1,64}$","description":"an IAM name: at most 64 letters, digits and +=,.@_-"},"workload-boundary":{"type":"string","pattern":"^[A-Za-z0-9+=,.@_-]{1,64}$","description":"an IAM name: at most 64 letters, digits and +=,.@_-"},"bootstrap-stack":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9-]{0,127}$","description":"a stack name: a letter, then at most 127 letters, digits and hyphens"},"audit-stack":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9-]{0,127}$","description":"a stack name: a letter, then at most 127 letters, digits and hyphens"},"access-stack":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9-]{0,127}$","description":"a stack name: a letter, then at most 127 letters, digits and hyphens"}}},"github":{"type":"object","additionalProperties":false,"description":"the repository whose workflow runs this; left out, no GitHub roles are rendered","required":["repository"],"properties":{"repository":{"type":"string","pattern":"^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})/[A-Za-z0-9._-]{1,100}$","description":"OWNER/REPO of the repository whose workflow deploys and verifies"},"owner-id":{"type":"string","pattern":"^[0-9]{1,20}$","description":"the numeric id of the owner, in quotes; half of the immutable `sub` claim"},"repository-id":{"type":"string","pattern":"^[0-9]{1,20}$","description":"the numeric id of the repository, in quotes; pinned in every trust policy"},"branches":{"type":"array","minItems":1,"maxItems":5,"items":{"type":"string","pattern":"^[A-Za-z0-9._/-]{1,100}$","description":"a branch name without wildcards"},"description":"branches whose runs may deploy; `[main]` when left out"},"environments":{"type":"array","maxItems":5,"items":{"type":"string","pattern":"^[A-Za-z0-9 ._-]{1,100}$","description":"a GitHub environment name"},"description":"GitHub environments whose jobs may deploy; an `environment:` job\'s `sub` names the environment, not the branch"},"subject":{"enum":["both","immutable","name"],"description":"which form of the `sub` claim is trusted: `both`, `immutable` (repo:OWNER@ID/REPO@ID:...) or `name` (repo:OWNER/REPO:...)"},"oidc-provider":{"anyOf":[{"const":"create"},{"type":"object","additionalProperties":false,"required":["use"],"properties":{"use":{"type":"string","pattern":"^arn:aws(-us-gov|-cn)?:iam::[0-9]{12}:oidc-provider/.+$","description":"the ARN of the account\'s existing GitHub OIDC provider"}}}],"description":"`create`, or `{ use: <arn> }` where the account has one already"},"deploy":{"enum":["manual","on-merge"],"description":"`manual` (a person starts the workflow) or `on-merge` (a push to the default branch deploys)"}}},"audit":{"type":"object","additionalProperties":false,"description":"the audit stack","properties":{"trail":{"const":"create","description":"`create`: this project has its own trail"},"log-prefix":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$","description":"the key prefix of log files in the bucket: letters, digits, _ and -"},"data-events":{"anyOf":[{"const":"all"},{"type":"array","maxItems":100,"items":{"type":"string","pattern":"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$","description":"an S3 bucket name: 3 to 63 lower-case letters, digits, dots and hyphens, starting and ending with a letter or digit"}}],"description":"the buckets whose object reads and writes are logged, or `all` (every bucket except the log buckets)"},"data-events-access":{"enum":["all","read","write"],"description":"`all`, `read` or `write`"},"insights":{"type":"boolean","description":"CloudTrail Insights on call rate and error rate (billed)"},"key":{"type":"object","additionalProperties":false,"description":"the KMS key that encrypts the logs","properties":{"rotation-days":{"type":"integer","minimum":90,"maximum":2560,"description":"days between key rotations, 90 to 2560"},"administrators":{"type":"array","maxItems":20,"items":{"type":"string","pattern":"^arn:aws(-us-gov|-cn)?:iam::[0-9]{12}:(role|user)/[A-Za-z0-9+=,.@_/-]+$","description":"the ARN of an IAM role or user"},"description":"who may administer the log key besides the account root"},"allow-deletion":{"type":"boolean","description":"whether administrators may schedule the key\'s deletion"},"reader-accounts":{"type":"array","maxItems":20,"items":{"type":"string","pattern":"^[0-9]{12}$","description":"another account\'s id: 12 digits in quotes"},"description":"other accounts whose principals may decrypt the logs"}}},"bucket-key":{"type":"boolean","description":"S3 Bucket Keys on the log bucket: fewer KMS requests; the encryption context becomes the bucket\'s ARN"},"lifecycle":{"type":"object","additionalProperties":false,"description":"when log files move to colder storage","properties":{"standard-ia":{"type":["integer","null"],"minimum":30,"maximum":3650,"description":"days until STANDARD_IA, at least 30, or null for never"},"glacier":{"type":["integer","null"],"minimum":30,"maximum":3650,"description":"days until the Glacier class, or null for never"},"glacier-class":{"enum":["GLACIER_IR","GLACIER"],"description":"GLACIER_IR (readable at once) or GLACIER (needs a restore before logs can be read or validated)"},"deep-archive":{"type":["integer","null"],"minimum":30,"maximum":3650,"description":"days until DEEP_ARCHIVE, or null for never"},"expire":{"type":["integer","null"],"minimum":1,"maximum":36500,"description":"days until logs are deleted, or null for never"},"scope":{"enum":["prefix","all"],"description":"`prefix` (the log prefix) or `all` (the whole bucket)"}}},"access-log-retention-days":{"type":"integer","minimum":30,"maximum":3650,"description":"days the log bucket\'s own access logs are kept, 30 to 3650"},"log-retention-days":{"enum":[1,3,5,7,14,30,60,90,120,150,180,365,400,545,731,1096,1827,2192,2557,2922,3288,3653],"description":"days CloudWatch Logs keeps events; one of the values CloudWatch Logs accepts"},"alert":{"anyOf":[{"type":"string","pattern":"^[^@\\\\s]+@[^@\\\\s]+\\\\.[^@\\\\s]+$"},{"type":"array","maxItems":10,"items":{"type":"string","pattern":"^[^@\\\\s]+@[^@\\\\s]+\\\\.[^@\\\\s]+$","description":"an e-mail address"}}],"description":"an e-mail address, or a list of them, told about tampering"},"tamper-rule":{"type":"boolean","description":"an EventBridge rule that reports attempts to stop, narrow or delete the trail, its logs or its key"},"alarms":{"anyOf":[{"type":"boolean"},{"type":"array","minItems":1,"maxItems":15,"items":{"enum":["root-use","unauthorized-calls","console-without-mfa","iam-changes","trail-changes","console-failures","key-disabling","bucket-changes","config-changes","security-group-changes","network-acl-changes","gateway-changes","route-table-changes","vpc-changes","organization-changes"],"description":"one of root-use, unauthorized-calls, console-without-mfa, iam-changes, trail-changes, console-failures, key-disabling, bucket-changes, config-changes, security-group-changes, network-acl-changes, gateway-changes, route-table-changes, vpc-changes, organization-changes"}}],"description":"the CIS metric filters and alarms: `true` for all 15, `false` for none, or a list of them"}}},"access":{"type":"object","additionalProperties":false,"description":"the access stack","properties":{"eks":{"anyOf":[{"const":false},{"type":"object","additionalProperties":false,"properties":{"auto-mode":{"type":"boolean","description":"EKS Auto Mode: its managed policies and `sts:TagSession`"},"cni":{"enum":["node-role","aws-node"],"description":"`node-role` keeps AmazonEKS_CNI_Policy on the nodes; `aws-node` leaves it to a role of the aws-node service account"},"ecr-pull":{"enum":["pull-only","read-only"],"description":"`pull-only` (AmazonEC2ContainerRegistryPullOnly) or `read-only` (AmazonEC2ContainerRegistryReadOnly)"}}}],"description":"EKS roles, or `false` for none"},"sagemaker":{"anyOf":[{"const":false},{"type":"object","additionalProperties":false,"properties":{"profile":{"enum":["least-privilege","lab"],"description":"`least-privilege`, or `lab` (AWS full-access policies; reported as findings)"},"data-buckets":{"type":"array","maxItems":20,"items":{"type":"string","pattern":"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$","description":"an S3 bucket name: 3 to 63 lower-case letters, digits, dots and hyphens, starting and ending with a letter or digit"},"description":"buckets the role may use"},"prefixes":{"type":"array","minItems":1,"maxItems":20,"items":{"type":"string","pattern":"^[A-Za-z0-9!_.\'()/-]{1,200}/$","description":"a key prefix ending in /"},"description":"key prefixes the role may use in those buckets"},"repositories":{"type":"array","maxItems":20,"items":{"type":"string","pattern":"^[a-z0-9]+(?:[._/-][a-z0-9]+)*$","description":"an ECR repository name"},"description":"ECR repositories the role may pull from"},"keys":{"type":"array","maxItems":10,"items":{"type":"string","pattern":"^arn:aws(-us-gov|-cn)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$","description":"the ARN of a KMS key"},"description":"KMS keys of those buckets"},"vpc":{"type":"boolean","description":"whether jobs run in a VPC: adds the network-interface actions"}}}],"description":"the SageMaker execution role, or `false` for none"}}},"exceptions":{"type":"array","maxItems":200,"description":"findings accepted until a day","items":{"type":"object","additionalProperties":false,"required":["check","reason","owner","expires"],"properties":{"check":{"type":"string","pattern":"^[a-z0-9-]+$","description":"the id of a check"},"resource":{"type":"string","pattern":"^.{1,2048}$","description":"the ARN it holds for; every resource when left out"},"reason":{"type":"string","pattern":"\\\\S","description":"why it is accepted"},"owner":{"type":"string","pattern":"\\\\S","description":"who answers for it"},"ticket":{"type":"string","pattern":"\\\\S","description":"where it is tracked"},"expires":{"type":"string","pattern":"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$","description":"the last day it holds, YYYY-MM-DD"}}}},"fail-on":{"enum":["critical","high","medium","low"],"description":"the mildest severity that fails a run: `critical`, `high` (default), `medium` or `low`"}}}');
// EXTERNAL MODULE: ./src/model/closest.js
var closest = __webpack_require__(7721);
// EXTERNAL MODULE: ../node_modules/js-yaml/dist/js-yaml.mjs
var js_yaml = __webpack_require__(4437);
;// CONCATENATED MODULE: ./src/config/yaml.js


/** A config is a page or two; anything near this size is a mistake or an attack. */
const MAX_BYTES = 256 * 1024;
const MAX_DEPTH = 20;
const MAX_ALIASES = 50;
/**
 * Parses one YAML document and keeps positions.
 * @throws BAD_CONFIG for text that is too large, is not YAML, nests too deep, or multiplies itself by aliases.
 */
function parseLocatedYaml(text, file) {
    const bytes = Buffer.byteLength(text);
    if (bytes > MAX_BYTES) {
        throw badYaml({
            message: `${file} is ${Math.round(bytes / 1024)} KiB; a config of this tool may have at most ${MAX_BYTES / 1024} KiB.`,
            position: { file, line: 1, column: 1 },
            remedy: 'Check that the path names the config and not another file.',
        });
    }
    const lines = lineStarts(text);
    const events = guarded(text, file, lines, () => (0,js_yaml/* parseEvents */.PH)(text, { maxDepth: MAX_DEPTH, filename: file }));
    const documents = events.filter((event) => event.type === js_yaml/* EVENT_DOCUMENT */.FQ).length;
    if (documents > 1) {
        throw badYaml({ message: `${file} holds ${documents} YAML documents; one is allowed.`, remedy: 'Remove the `---` lines between them.' });
    }
    const values = guarded(text, file, lines, () => (0,js_yaml/* constructFromEvents */.fw)(events, { source: text, schema: js_yaml/* CORE_SCHEMA */.OU, maxAliases: MAX_ALIASES, filename: file }));
    const offsets = locate(events, text);
    const at = (offset) => ({ file, ...lineColumn(lines, offset) });
    return {
        value: values[0],
        positionOf: (pointer) => at(nearest(offsets.values, pointer)),
        positionOfKey: (pointer) => at(offsets.keys.get(pointer) ?? nearest(offsets.values, pointer)),
    };
}
function guarded(text, file, lines, parse) {
    try {
        return parse();
    }
    catch (error) {
        if (!(error instanceof js_yaml/* YAMLException */.tB))
            throw error;
        const position = { file, ...lineColumn(lines, Math.min(error.mark?.position ?? 0, text.length)) };
        throw badYaml({ message: `This is not valid YAML: ${error.reason}.`, position, remedy: 'Correct the line and run again.' });
    }
}
function badYaml(problem) {
    return new errors/* AuditError */.M('BAD_CONFIG', problem.message, { problems: [problem] });
}
function lineStarts(text) {
    const starts = [0];
    for (let index = text.indexOf('\n'); index !== -1; index = text.indexOf('\n', index + 1))
        starts.push(index + 1);
    return starts;
}
function lineColumn(starts, offset) {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] ?? 0) <= offset)
            low = middle;
        else
            high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}
/** Walks the parser's events once and notes the offset of every key and value by JSON pointer. */
function locate(events, text) {
    const offsets = { values: new Map([['', 0]]), keys: new Map() };
    const stack = [];
    for (const event of events) {
        const frame = stack.at(-1);
        switch (event.type) {
            case js_yaml/* EVENT_DOCUMENT */.FQ:
                stack.push({ pointer: '', kind: 'document', index: 0, key: undefined });
                break;
            case js_yaml/* EVENT_POP */.lV:
                stack.pop();
                break;
            case js_yaml/* EVENT_SCALAR */._W:
                if (frame?.kind === 'mapping' && frame.key === undefined)
                    noteKey(frame, event, text, offsets);
                else
                    place(frame, quotedStart(event, text), offsets);
                break;
            case js_yaml/* EVENT_ALIAS */.Sm:
                place(frame, event.anchorStart, offsets);
                break;
            case js_yaml/* EVENT_MAPPING */.uj:
            case js_yaml/* EVENT_SEQUENCE */.$J: {
                const pointer = place(frame, event.start, offsets);
                stack.push({ pointer, kind: event.type === js_yaml/* EVENT_MAPPING */.uj ? 'mapping' : 'sequence', index: 0, key: undefined });
                break;
            }
        }
    }
    return offsets;
}
function noteKey(frame, event, text, offsets) {
    frame.key = (0,js_yaml/* getScalarValue */.KE)(text, event);
    offsets.keys.set(`${frame.pointer}/${escapePointer(frame.key)}`, quotedStart(event, text));
}
function place(frame, offset, offsets) {
    if (!frame || frame.kind === 'document')
        return '';
    const step = frame.kind === 'mapping' ? (frame.key ?? '') : String(frame.index);
    const pointer = `${frame.pointer}/${escapePointer(step)}`;
    offsets.values.set(pointer, offset);
    frame.key = undefined;
    frame.index += 1;
    return pointer;
}
/** The parser points inside the quotes; an editor should land on them. */
function quotedStart(event, text) {
    const before = text[event.valueStart - 1];
    return before === '"' || before === "'" ? event.valueStart - 1 : event.valueStart;
}
function nearest(offsets, pointer) {
    for (let candidate = pointer;; candidate = candidate.slice(0, candidate.lastIndexOf('/'))) {
        const offset = offsets.get(candidate);
        if (offset !== undefined)
            return offset;
        if (candidate === '')
            return 0;
    }
}
function escapePointer(step) {
    return step.replaceAll('~', '~0').replaceAll('/', '~1');
}

;// CONCATENATED MODULE: ./src/config/messages.js



/** Turns the schema validator's errors into one problem per mistake, in the order of the file. */
function schemaProblems(errors, yaml) {
    const unions = errors.filter((error) => error.keyword === 'anyOf');
    const relevant = errors.filter((error) => !unions.some((union) => isBranchNoise(error, union, errors)));
    const seen = new Set();
    return relevant
        .map((error) => toProblem(error, yaml))
        .filter((problem) => {
        const key = `${problem.position?.line}:${problem.position?.column}:${problem.message}`;
        return !seen.has(key) && seen.add(key);
    })
        .sort((a, b) => (a.position?.line ?? 0) - (b.position?.line ?? 0) || (a.position?.column ?? 0) - (b.position?.column ?? 0));
}
/**
 * A union reports every branch that did not match. When the value is of the branch's kind, the branch's own
 * error (a misspelt key deep inside) says more than the union's, which is then the noise.
 */
function isBranchNoise(error, union, errors) {
    const branches = errors.filter((other) => other !== union && other.schemaPath.startsWith(`${union.schemaPath}/`));
    const specific = branches.some((other) => other.keyword !== 'const' && other.keyword !== 'type' && other.instancePath.length >= union.instancePath.length);
    if (error === union)
        return specific;
    if (!error.schemaPath.startsWith(`${union.schemaPath}/`))
        return false;
    if (!specific)
        return true;
    return error.instancePath === union.instancePath && (error.keyword === 'const' || error.keyword === 'type');
}
function toProblem(error, yaml) {
    const path = error.instancePath;
    const node = schemaNode(error.schemaPath);
    const name = displayPath(path);
    const found = describe(valueAt(yaml.value, path));
    switch (error.keyword) {
        case 'additionalProperties': {
            const key = String(error.params['additionalProperty']);
            const known = Object.keys(node?.properties ?? {});
            const guess = (0,closest/* closest */.k)(key, known);
            return {
                message: `Unknown key \`${key}\`${name === '' ? '' : ` in \`${name}\``}.${guess ? ` Did you mean \`${guess}\`?` : ''}`,
                position: yaml.positionOfKey(`${path}/${escapePointer(key)}`),
                remedy: `Allowed here: ${known.join(', ')}.`,
            };
        }
        case 'required': {
            const key = String(error.params['missingProperty']);
            return {
                message: `\`${name === '' ? key : `${name}.${key}`}\` is missing.`,
                position: yaml.positionOf(path),
                remedy: `Add \`${key}:\`${hint(node?.properties?.[key])}.`,
            };
        }
        case 'propertyNames':
            return {
                message: `\`${String(error.params['propertyName'])}\` cannot be a tag key.`,
                position: yaml.positionOfKey(`${path}/${escapePointer(String(error.params['propertyName']))}`),
                remedy: 'Use at most 128 letters, digits, spaces and _ . : / = + - @, not starting with `aws:`.',
            };
        default:
            return {
                message: path === '' ? `The config is ${found}, and must be a mapping of keys.` : `\`${name}\` is ${found}.`,
                position: yaml.positionOf(path),
                remedy: remedyFor(error, node, valueAt(yaml.value, path)),
            };
    }
}
function remedyFor(error, node, value) {
    const wantsText = error.keyword === 'type' && node?.type === 'string';
    if (wantsText && (typeof value === 'number' || typeof value === 'boolean')) {
        return `Put it in quotes${hint(node)}. Without them YAML reads a number, and an id loses its leading zeros.`;
    }
    const allowed = error.keyword === 'const' ? [error.params['allowedValue']] : (node?.enum ?? []);
    if (allowed.length > 0 && !node?.description)
        return `Allowed: ${allowed.join(', ')}.`;
    if (node?.description)
        return `Allowed: ${node.description}.`;
    return `It ${error.message ?? 'is not allowed'}.`;
}
function hint(node) {
    return node?.description ? ` (${node.description})` : '';
}
/** The schema node that holds the failed keyword: `#/properties/account/pattern` → the node of `account`. */
function schemaNode(schemaPath) {
    const steps = schemaPath.replace(/^#\//, '').split('/').slice(0, -1);
    let node = schema_namespaceObject;
    let described;
    for (const step of steps) {
        node = node?.[decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~')];
        if (node?.description)
            described = node;
    }
    const last = node;
    return last?.description || last?.properties ? last : { ...described, ...last };
}
function displayPath(pointer) {
    return pointer
        .split('/')
        .slice(1)
        .map((step) => (/^\d+$/.test(step) ? `[${step}]` : `.${step.replaceAll('~1', '/').replaceAll('~0', '~')}`))
        .join('')
        .replace(/^\./, '');
}
function valueAt(value, pointer) {
    return pointer
        .split('/')
        .slice(1)
        .reduce((current, step) => current?.[step.replaceAll('~1', '/').replaceAll('~0', '~')], value);
}
function describe(value) {
    if (value === null || value === undefined)
        return 'empty';
    if (Array.isArray(value))
        return `a list of ${value.length}`;
    if (typeof value === 'object')
        return 'a mapping';
    if (typeof value === 'number' || typeof value === 'boolean')
        return `the ${typeof value} ${value}`;
    const text = String(value);
    return `"${text.length > 80 ? `${text.slice(0, 77)}...` : text}"`;
}

// EXTERNAL MODULE: ./src/model/partition.js
var model_partition = __webpack_require__(4836);
;// CONCATENATED MODULE: ./src/config/rules.js




/** What a schema cannot say: lengths after derivation, orders, things that must agree with each other. */
function ruleProblems(raw, context) {
    const rules = [regionsExist, namesFit, namesDiffer, lifecycleOrder, partitionFits, subjectHasIds, exceptionsName];
    return rules.flatMap((rule) => rule(raw, context));
}
/** Also run on a config the schema refused, so it takes any value. */
const regionsExist = (raw, { yaml }) => {
    const keys = ['region', 'workload-region'];
    const problems = keys.flatMap((key) => {
        const region = raw?.[key];
        if (typeof region !== 'string' || (0,model_partition/* partitionOf */.i)(region))
            return [];
        const guess = (0,closest/* closest */.k)(region, model_partition/* ALL_REGIONS */.m);
        return [
            {
                message: `\`${key}\` is "${region}", which is no AWS region this version knows.${guess ? ` Did you mean \`${guess}\`?` : ''}`,
                position: yaml.positionOf(`/${key}`),
                remedy: `Allowed: a region of aws, aws-us-gov or aws-cn, such as us-east-1, us-gov-west-1 or cn-north-1.`,
            },
        ];
    });
    const audit = (0,model_partition/* partitionOf */.i)(raw?.region ?? '');
    const workload = (0,model_partition/* partitionOf */.i)(raw?.['workload-region'] ?? '');
    if (audit && workload && audit.id !== workload.id) {
        problems.push({
            message: `\`workload-region\` "${raw['workload-region']}" is in partition ${workload.id}, \`region\` "${raw.region}" in ${audit.id}.`,
            position: yaml.positionOf('/workload-region'),
            remedy: 'Use two configs: accounts, roles and trails never span partitions.',
        });
    }
    return problems;
};
const namesFit = (raw, { yaml }) => {
    const names = namesOf(raw);
    return NAME_RULES.flatMap((rule) => {
        const name = names[rule.key];
        if (name.length <= rule.limit)
            return [];
        return [
            {
                message: `The ${rule.what} \`${name}\` has ${name.length} characters; AWS allows ${rule.limit}.`,
                position: yaml.positionOf(raw.names?.[rule.raw] ? `/names/${rule.raw}` : raw.prefix ? '/prefix' : '/project'),
                remedy: `Shorten \`prefix\` (now "${prefixOf(raw)}") or set \`names.${rule.raw}\`.`,
            },
        ];
    });
};
const namesDiffer = (raw, { yaml }) => {
    const names = namesOf(raw);
    const groups = ['bucket name', 'role name', 'policy name', 'stack name'].map((what) => [what, NAME_RULES.filter((rule) => rule.what === what)]);
    return groups.flatMap(([what, rules]) => rules.flatMap((rule, index) => {
        const twin = rules.slice(0, index).find((other) => names[other.key] === names[rule.key]);
        if (!twin)
            return [];
        return [
            {
                message: `\`names.${rule.raw}\` and \`names.${twin.raw}\` are both "${names[rule.key]}".`,
                position: yaml.positionOf(`/names/${rule.raw}`),
                remedy: `Give each ${what} a name of its own.`,
            },
        ];
    }));
};
const lifecycleOrder = (raw, { yaml }) => {
    const given = raw.audit?.lifecycle ?? {};
    const steps = [
        ['standard-ia', given['standard-ia'], 30],
        ['glacier', given.glacier, 90],
        ['deep-archive', given['deep-archive'], 365],
        ['expire', given.expire, null],
    ];
    const active = steps
        .map(([key, value, fallback]) => ({ key, days: value === undefined ? fallback : value }))
        .filter((step) => step.days !== null);
    return active.flatMap((step, index) => {
        const before = active[index - 1];
        if (!before || (step.days ?? 0) > (before.days ?? 0))
            return [];
        const pointer = `/audit/lifecycle/${step.key}`;
        return [
            {
                message: `\`audit.lifecycle.${step.key}\` is ${step.days} days, but \`${before.key}\` is ${before.days}: objects would move backwards.`,
                position: yaml.positionOf(given[step.key] === undefined ? `/audit/lifecycle/${before.key}` : pointer),
                remedy: 'Order: standard-ia < glacier < deep-archive < expire. Set a step to null to leave it out.',
            },
        ];
    });
};
const partitionFits = (raw, { yaml }) => {
    const partition = (0,model_partition/* partitionOf */.i)(raw.region);
    if (!partition)
        return [];
    const problems = [];
    if (raw.audit?.insights && !partition.insights) {
        problems.push({
            message: `\`audit.insights\` is on, but CloudTrail Insights does not exist in partition ${partition.id}.`,
            position: yaml.positionOf('/audit/insights'),
            remedy: 'Set `insights: false`.',
        });
    }
    for (const [pointer, arn] of arnsOf(raw)) {
        if (arn.split(':')[1] === partition.id)
            continue;
        problems.push({
            message: `"${arn}" is in partition ${arn.split(':')[1]}, \`region\` "${raw.region}" in ${partition.id}.`,
            position: yaml.positionOf(pointer),
            remedy: `Use an ARN that starts with \`arn:${partition.id}:\`.`,
        });
    }
    return problems;
};
function arnsOf(raw) {
    const sagemaker = raw.access?.sagemaker;
    const provider = raw.github?.['oidc-provider'];
    return [
        ...(raw.audit?.key?.administrators ?? []).map((arn, index) => [`/audit/key/administrators/${index}`, arn]),
        ...((sagemaker || undefined)?.keys ?? []).map((arn, index) => [`/access/sagemaker/keys/${index}`, arn]),
        ...(typeof provider === 'object' ? [['/github/oidc-provider/use', provider.use]] : []),
    ];
}
const subjectHasIds = (raw, { yaml }) => {
    const github = raw.github;
    if (!github?.subject || github.subject === 'name')
        return [];
    const missing = ['owner-id', 'repository-id'].filter((key) => github[key] === undefined);
    if (missing.length === 0)
        return [];
    return [
        {
            message: `\`github.subject\` is "${github.subject}", but ${missing.map((key) => `\`${key}\``).join(' and ')} ${missing.length === 1 ? 'is' : 'are'} missing.`,
            position: yaml.positionOf('/github/subject'),
            remedy: 'The immutable `sub` is repo:OWNER@ID/REPO@ID:…; both ids are in `gh api repos/OWNER/REPO --jq ".owner.id, .id"`.',
        },
    ];
};
const exceptionsName = (raw, { yaml, checkIds }) => (raw.exceptions ?? []).flatMap((exception, index) => {
    const problems = [];
    if (!checkIds.includes(exception.check)) {
        const guess = (0,closest/* closest */.k)(exception.check, checkIds);
        problems.push({
            message: `\`exceptions[${index}].check\` is "${exception.check}", which is no check.${guess ? ` Did you mean \`${guess}\`?` : ''}`,
            position: yaml.positionOf(`/exceptions/${index}/check`),
            remedy: 'Check ids are listed in docs/checks.md.',
        });
    }
    // The pattern lets 31 February through; only a date that survives the round trip is one.
    const date = new Date(`${exception.expires}T00:00:00Z`);
    if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== exception.expires) {
        problems.push({
            message: `\`exceptions[${index}].expires\` is "${exception.expires}", which is not a day of the calendar.`,
            position: yaml.positionOf(`/exceptions/${index}/expires`),
            remedy: 'Write it as YYYY-MM-DD.',
        });
    }
    return problems;
});
function requirePartition(region) {
    const partition = (0,model_partition/* partitionOf */.i)(region);
    if (!partition)
        throw new Error(`unknown region ${region}`);
    return partition;
}

;// CONCATENATED MODULE: ./src/config/validator.generated.js
// Generated from schema.json by `npm run schema`; do not edit.

const validate = validate10;
/* harmony default export */ const validator_generated = ((/* unused pure expression or super */ null && (validate10)));
const schema11 = { "$schema": "http://json-schema.org/draft-07/schema#", "$id": "https://raw.githubusercontent.com/org/mlops-audit-action/v1/schema.json", "title": "mlops-audit configuration", "type": "object", "additionalProperties": false, "required": ["version", "project", "environment", "account", "region"], "properties": { "version": { "const": 1, "description": "the version of this file's format: 1" }, "project": { "type": "string", "pattern": "^[a-z][a-z0-9-]{1,40}$", "description": "the project, lower case: a letter, then at most 40 letters, digits and hyphens" }, "environment": { "type": "string", "pattern": "^[a-z][a-z0-9-]{0,19}$", "description": "the environment, such as dev, staging or prod" }, "prefix": { "type": "string", "pattern": "^[a-z][a-z0-9-]{1,50}$", "description": "what every name starts with; `<project>-<environment>` when left out" }, "account": { "type": "string", "pattern": "^[0-9]{12}$", "description": "the AWS account id: 12 digits in quotes" }, "region": { "type": "string", "description": "the audit region: key, log bucket and trail live here" }, "workload-region": { "type": "string", "description": "where EKS, SageMaker and the data live; the audit region when left out" }, "tags": { "type": "object", "description": "your own tags on everything taggable, at most 40", "maxProperties": 40, "additionalProperties": { "type": "string", "pattern": "^[^\\u0000-\\u001f]{0,256}$", "description": "a tag value: at most 256 characters on one line" }, "propertyNames": { "pattern": "^(?!aws:)[A-Za-z0-9 _.:/=+@-]{1,128}$" } }, "names": { "type": "object", "additionalProperties": false, "description": "overrides of derived names, one by one", "properties": { "trail": { "type": "string", "pattern": "^[A-Za-z0-9](?!.*[._-]{2})[A-Za-z0-9._-]{1,126}[A-Za-z0-9]$", "description": "a trail name: 3 to 128 letters, digits, dots, underscores and hyphens, no two separators in a row" }, "key-alias": { "type": "string", "pattern": "^alias/(?!aws/)[A-Za-z0-9/_-]{1,250}$", "description": "a KMS alias: `alias/` and letters, digits, /, _ and -; `alias/aws/` is reserved for AWS" }, "log-bucket": { "type": "string", "pattern": "^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$", "description": "an S3 bucket name: 3 to 63 lower-case letters, digits, dots and hyphens, starting and ending with a letter or digit" }, "access-log-bucket": { "type": "string", "pattern": "^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$", "description": "an S3 bucket name: 3 to 63 lower-case letters, digits, dots and hyphens, starting and ending with a letter or digit" }, "log-group": { "type": "string", "pattern": "^(?!aws/)[A-Za-z0-9_/.#-]{1,512}$", "description": "a CloudWatch Logs group name: letters, digits and _ / . # -; `aws/` at the start is reserved" }, "cloudwatch-logs-role": { "type": "string", "pattern": "^[A-Za-z0-9+=,.@_-]{1,64}$", "description": "an IAM name: at most 64 letters, digits and +=,.@_-" }, "topic": { "type": "string", "pattern": "^[A-Za-z0-9_-]{1,256}$", "description": "an SNS topic name: letters, digits, _ and -" }, "tamper-rule": { "type": "string", "pattern": "^[A-Za-z0-9._-]{1,64}$", "description": "an EventBridge rule name: at most 64 letters, digits, dots, _ and -" }, "eks-cluster-role": { "type": "string", "pattern": "^[A-Za-z0-9+=,.@_-]{1,64}$", "description": "an IAM name: at most 64 letters, digits and +=,.@_-" }, "eks-nodegroup-role": { "type": "string", "pattern": "^[A-Za-z0-9+=,.@_-]{1,64}$", "description": "an IAM name: at most 64 letters, digits and +=,.@_-" }, "sagemaker-role": { "type": "string", "pattern": "^[A-Za-z0-9+=,.@_-]{1,64}$", "description": "an IAM name: at most 64 letters, digits and +=,.@_-" }, "plan-role": { "type": "string", "pattern": "^[A-Za-z0-9+=,.@_-]{1,64}$", "description": "an IAM name: at most 64 letters, digits and +=,.@_-" }, "deploy-role": { "type": "string", "pattern": "^[A-Za-z0-9+=,.@_-]{1,64}$", "description": "an IAM name: at most 64 letters, digits and +=,.@_-" }, "verify-role": { "type": "string", "pattern": "^[A-Za-z0-9+=,.@_-]{1,64}$", "description": "an IAM name: at most 64 letters, digits and +=,.@_-" }, "pipeline-boundary": { "type": "string", "pattern": "^[A-Za-z0-9+=,.@_-]{1,64}$", "description": "an IAM name: at most 64 letters, digits and +=,.@_-" }, "workload-boundary": { "type": "string", "pattern": "^[A-Za-z0-9+=,.@_-]{1,64}$", "description": "an IAM name: at most 64 letters, digits and +=,.@_-" }, "bootstrap-stack": { "type": "string", "pattern": "^[A-Za-z][A-Za-z0-9-]{0,127}$", "description": "a stack name: a letter, then at most 127 letters, digits and hyphens" }, "audit-stack": { "type": "string", "pattern": "^[A-Za-z][A-Za-z0-9-]{0,127}$", "description": "a stack name: a letter, then at most 127 letters, digits and hyphens" }, "access-stack": { "type": "string", "pattern": "^[A-Za-z][A-Za-z0-9-]{0,127}$", "description": "a stack name: a letter, then at most 127 letters, digits and hyphens" } } }, "github": { "type": "object", "additionalProperties": false, "description": "the repository whose workflow runs this; left out, no GitHub roles are rendered", "required": ["repository"], "properties": { "repository": { "type": "string", "pattern": "^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})/[A-Za-z0-9._-]{1,100}$", "description": "OWNER/REPO of the repository whose workflow deploys and verifies" }, "owner-id": { "type": "string", "pattern": "^[0-9]{1,20}$", "description": "the numeric id of the owner, in quotes; half of the immutable `sub` claim" }, "repository-id": { "type": "string", "pattern": "^[0-9]{1,20}$", "description": "the numeric id of the repository, in quotes; pinned in every trust policy" }, "branches": { "type": "array", "minItems": 1, "maxItems": 5, "items": { "type": "string", "pattern": "^[A-Za-z0-9._/-]{1,100}$", "description": "a branch name without wildcards" }, "description": "branches whose runs may deploy; `[main]` when left out" }, "environments": { "type": "array", "maxItems": 5, "items": { "type": "string", "pattern": "^[A-Za-z0-9 ._-]{1,100}$", "description": "a GitHub environment name" }, "description": "GitHub environments whose jobs may deploy; an `environment:` job's `sub` names the environment, not the branch" }, "subject": { "enum": ["both", "immutable", "name"], "description": "which form of the `sub` claim is trusted: `both`, `immutable` (repo:OWNER@ID/REPO@ID:...) or `name` (repo:OWNER/REPO:...)" }, "oidc-provider": { "anyOf": [{ "const": "create" }, { "type": "object", "additionalProperties": false, "required": ["use"], "properties": { "use": { "type": "string", "pattern": "^arn:aws(-us-gov|-cn)?:iam::[0-9]{12}:oidc-provider/.+$", "description": "the ARN of the account's existing GitHub OIDC provider" } } }], "description": "`create`, or `{ use: <arn> }` where the account has one already" }, "deploy": { "enum": ["manual", "on-merge"], "description": "`manual` (a person starts the workflow) or `on-merge` (a push to the default branch deploys)" } } }, "audit": { "type": "object", "additionalProperties": false, "description": "the audit stack", "properties": { "trail": { "const": "create", "description": "`create`: this project has its own trail" }, "log-prefix": { "type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$", "description": "the key prefix of log files in the bucket: letters, digits, _ and -" }, "data-events": { "anyOf": [{ "const": "all" }, { "type": "array", "maxItems": 100, "items": { "type": "string", "pattern": "^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$", "description": "an S3 bucket name: 3 to 63 lower-case letters, digits, dots and hyphens, starting and ending with a letter or digit" } }], "description": "the buckets whose object reads and writes are logged, or `all` (every bucket except the log buckets)" }, "data-events-access": { "enum": ["all", "read", "write"], "description": "`all`, `read` or `write`" }, "insights": { "type": "boolean", "description": "CloudTrail Insights on call rate and error rate (billed)" }, "key": { "type": "object", "additionalProperties": false, "description": "the KMS key that encrypts the logs", "properties": { "rotation-days": { "type": "integer", "minimum": 90, "maximum": 2560, "description": "days between key rotations, 90 to 2560" }, "administrators": { "type": "array", "maxItems": 20, "items": { "type": "string", "pattern": "^arn:aws(-us-gov|-cn)?:iam::[0-9]{12}:(role|user)/[A-Za-z0-9+=,.@_/-]+$", "description": "the ARN of an IAM role or user" }, "description": "who may administer the log key besides the account root" }, "allow-deletion": { "type": "boolean", "description": "whether administrators may schedule the key's deletion" }, "reader-accounts": { "type": "array", "maxItems": 20, "items": { "type": "string", "pattern": "^[0-9]{12}$", "description": "another account's id: 12 digits in quotes" }, "description": "other accounts whose principals may decrypt the logs" } } }, "bucket-key": { "type": "boolean", "description": "S3 Bucket Keys on the log bucket: fewer KMS requests; the encryption context becomes the bucket's ARN" }, "lifecycle": { "type": "object", "additionalProperties": false, "description": "when log files move to colder storage", "properties": { "standard-ia": { "type": ["integer", "null"], "minimum": 30, "maximum": 3650, "description": "days until STANDARD_IA, at least 30, or null for never" }, "glacier": { "type": ["integer", "null"], "minimum": 30, "maximum": 3650, "description": "days until the Glacier class, or null for never" }, "glacier-class": { "enum": ["GLACIER_IR", "GLACIER"], "description": "GLACIER_IR (readable at once) or GLACIER (needs a restore before logs can be read or validated)" }, "deep-archive": { "type": ["integer", "null"], "minimum": 30, "maximum": 3650, "description": "days until DEEP_ARCHIVE, or null for never" }, "expire": { "type": ["integer", "null"], "minimum": 1, "maximum": 36500, "description": "days until logs are deleted, or null for never" }, "scope": { "enum": ["prefix", "all"], "description": "`prefix` (the log prefix) or `all` (the whole bucket)" } } }, "access-log-retention-days": { "type": "integer", "minimum": 30, "maximum": 3650, "description": "days the log bucket's own access logs are kept, 30 to 3650" }, "log-retention-days": { "enum": [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653], "description": "days CloudWatch Logs keeps events; one of the values CloudWatch Logs accepts" }, "alert": { "anyOf": [{ "type": "string", "pattern": "^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$" }, { "type": "array", "maxItems": 10, "items": { "type": "string", "pattern": "^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$", "description": "an e-mail address" } }], "description": "an e-mail address, or a list of them, told about tampering" }, "tamper-rule": { "type": "boolean", "description": "an EventBridge rule that reports attempts to stop, narrow or delete the trail, its logs or its key" }, "alarms": { "anyOf": [{ "type": "boolean" }, { "type": "array", "minItems": 1, "maxItems": 15, "items": { "enum": ["root-use", "unauthorized-calls", "console-without-mfa", "iam-changes", "trail-changes", "console-failures", "key-disabling", "bucket-changes", "config-changes", "security-group-changes", "network-acl-changes", "gateway-changes", "route-table-changes", "vpc-changes", "organization-changes"], "description": "one of root-use, unauthorized-calls, console-without-mfa, iam-changes, trail-changes, console-failures, key-disabling, bucket-changes, config-changes, security-group-changes, network-acl-changes, gateway-changes, route-table-changes, vpc-changes, organization-changes" } }], "description": "the CIS metric filters and alarms: `true` for all 15, `false` for none, or a list of them" } } }, "access": { "type": "object", "additionalProperties": false, "description": "the access stack", "properties": { "eks": { "anyOf": [{ "const": false }, { "type": "object", "additionalProperties": false, "properties": { "auto-mode": { "type": "boolean", "description": "EKS Auto Mode: its managed policies and `sts:TagSession`" }, "cni": { "enum": ["node-role", "aws-node"], "description": "`node-role` keeps AmazonEKS_CNI_Policy on the nodes; `aws-node` leaves it to a role of the aws-node service account" }, "ecr-pull": { "enum": ["pull-only", "read-only"], "description": "`pull-only` (AmazonEC2ContainerRegistryPullOnly) or `read-only` (AmazonEC2ContainerRegistryReadOnly)" } } }], "description": "EKS roles, or `false` for none" }, "sagemaker": { "anyOf": [{ "const": false }, { "type": "object", "additionalProperties": false, "properties": { "profile": { "enum": ["least-privilege", "lab"], "description": "`least-privilege`, or `lab` (AWS full-access policies; reported as findings)" }, "data-buckets": { "type": "array", "maxItems": 20, "items": { "type": "string", "pattern": "^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$", "description": "an S3 bucket name: 3 to 63 lower-case letters, digits, dots and hyphens, starting and ending with a letter or digit" }, "description": "buckets the role may use" }, "prefixes": { "type": "array", "minItems": 1, "maxItems": 20, "items": { "type": "string", "pattern": "^[A-Za-z0-9!_.'()/-]{1,200}/$", "description": "a key prefix ending in /" }, "description": "key prefixes the role may use in those buckets" }, "repositories": { "type": "array", "maxItems": 20, "items": { "type": "string", "pattern": "^[a-z0-9]+(?:[._/-][a-z0-9]+)*$", "description": "an ECR repository name" }, "description": "ECR repositories the role may pull from" }, "keys": { "type": "array", "maxItems": 10, "items": { "type": "string", "pattern": "^arn:aws(-us-gov|-cn)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$", "description": "the ARN of a KMS key" }, "description": "KMS keys of those buckets" }, "vpc": { "type": "boolean", "description": "whether jobs run in a VPC: adds the network-interface actions" } } }], "description": "the SageMaker execution role, or `false` for none" } } }, "exceptions": { "type": "array", "maxItems": 200, "description": "findings accepted until a day", "items": { "type": "object", "additionalProperties": false, "required": ["check", "reason", "owner", "expires"], "properties": { "check": { "type": "string", "pattern": "^[a-z0-9-]+$", "description": "the id of a check" }, "resource": { "type": "string", "pattern": "^.{1,2048}$", "description": "the ARN it holds for; every resource when left out" }, "reason": { "type": "string", "pattern": "\\S", "description": "why it is accepted" }, "owner": { "type": "string", "pattern": "\\S", "description": "who answers for it" }, "ticket": { "type": "string", "pattern": "\\S", "description": "where it is tracked" }, "expires": { "type": "string", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$", "description": "the last day it holds, YYYY-MM-DD" } } } }, "fail-on": { "enum": ["critical", "high", "medium", "low"], "description": "the mildest severity that fails a run: `critical`, `high` (default), `medium` or `low`" } } };
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
function validate10(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    /*# sourceURL="https://raw.githubusercontent.com/org/mlops-audit-action/v1/schema.json" */ ;
    let vErrors = null;
    let errors = 0;
    if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.version === undefined) {
            const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "version" }, message: "must have required property '" + "version" + "'" };
            if (vErrors === null) {
                vErrors = [err0];
            }
            else {
                vErrors.push(err0);
            }
            errors++;
        }
        if (data.project === undefined) {
            const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "project" }, message: "must have required property '" + "project" + "'" };
            if (vErrors === null) {
                vErrors = [err1];
            }
            else {
                vErrors.push(err1);
            }
            errors++;
        }
        if (data.environment === undefined) {
            const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "environment" }, message: "must have required property '" + "environment" + "'" };
            if (vErrors === null) {
                vErrors = [err2];
            }
            else {
                vErrors.push(err2);
            }
            errors++;
        }
        if (data.account === undefined) {
            const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "account" }, message: "must have required property '" + "account" + "'" };
            if (vErrors === null) {
                vErrors = [err3];
            }
            else {
                vErrors.push(err3);
            }
            errors++;
        }
        if (data.region === undefined) {
            const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "region" }, message: "must have required property '" + "region" + "'" };
            if (vErrors === null) {
                vErrors = [err4];
            }
            else {
                vErrors.push(err4);
            }
            errors++;
        }
        for (const key0 in data) {
            if (!(func2.call(schema11.properties, key0))) {
                const err5 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                    vErrors = [err5];
                }
                else {
                    vErrors.push(err5);
                }
                errors++;
            }
        }
        if (data.version !== undefined) {
            if (1 !== data.version) {
                const err6 = { instancePath: instancePath + "/version", schemaPath: "#/properties/version/const", keyword: "const", params: { allowedValue: 1 }, message: "must be equal to constant" };
                if (vErrors === null) {
                    vErrors = [err6];
                }
                else {
                    vErrors.push(err6);
                }
                errors++;
            }
        }
        if (data.project !== undefined) {
            let data1 = data.project;
            if (typeof data1 === "string") {
                if (!pattern0.test(data1)) {
                    const err7 = { instancePath: instancePath + "/project", schemaPath: "#/properties/project/pattern", keyword: "pattern", params: { pattern: "^[a-z][a-z0-9-]{1,40}$" }, message: "must match pattern \"" + "^[a-z][a-z0-9-]{1,40}$" + "\"" };
                    if (vErrors === null) {
                        vErrors = [err7];
                    }
                    else {
                        vErrors.push(err7);
                    }
                    errors++;
                }
            }
            else {
                const err8 = { instancePath: instancePath + "/project", schemaPath: "#/properties/project/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                    vErrors = [err8];
                }
                else {
                    vErrors.push(err8);
                }
                errors++;
            }
        }
        if (data.environment !== undefined) {
            let data2 = data.environment;
            if (typeof data2 === "string") {
                if (!pattern1.test(data2)) {
                    const err9 = { instancePath: instancePath + "/environment", schemaPath: "#/properties/environment/pattern", keyword: "pattern", params: { pattern: "^[a-z][a-z0-9-]{0,19}$" }, message: "must match pattern \"" + "^[a-z][a-z0-9-]{0,19}$" + "\"" };
                    if (vErrors === null) {
                        vErrors = [err9];
                    }
                    else {
                        vErrors.push(err9);
                    }
                    errors++;
                }
            }
            else {
                const err10 = { instancePath: instancePath + "/environment", schemaPath: "#/properties/environment/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                    vErrors = [err10];
                }
                else {
                    vErrors.push(err10);
                }
                errors++;
            }
        }
        if (data.prefix !== undefined) {
            let data3 = data.prefix;
            if (typeof data3 === "string") {
                if (!pattern2.test(data3)) {
                    const err11 = { instancePath: instancePath + "/prefix", schemaPath: "#/properties/prefix/pattern", keyword: "pattern", params: { pattern: "^[a-z][a-z0-9-]{1,50}$" }, message: "must match pattern \"" + "^[a-z][a-z0-9-]{1,50}$" + "\"" };
                    if (vErrors === null) {
                        vErrors = [err11];
                    }
                    else {
                        vErrors.push(err11);
                    }
                    errors++;
                }
            }
            else {
                const err12 = { instancePath: instancePath + "/prefix", schemaPath: "#/properties/prefix/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                    vErrors = [err12];
                }
                else {
                    vErrors.push(err12);
                }
                errors++;
            }
        }
        if (data.account !== undefined) {
            let data4 = data.account;
            if (typeof data4 === "string") {
                if (!pattern3.test(data4)) {
                    const err13 = { instancePath: instancePath + "/account", schemaPath: "#/properties/account/pattern", keyword: "pattern", params: { pattern: "^[0-9]{12}$" }, message: "must match pattern \"" + "^[0-9]{12}$" + "\"" };
                    if (vErrors === null) {
                        vErrors = [err13];
                    }
                    else {
                        vErrors.push(err13);
                    }
                    errors++;
                }
            }
            else {
                const err14 = { instancePath: instancePath + "/account", schemaPath: "#/properties/account/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                    vErrors = [err14];
                }
                else {
                    vErrors.push(err14);
                }
                errors++;
            }
        }
        if (data.region !== undefined) {
            if (typeof data.region !== "string") {
                const err15 = { instancePath: instancePath + "/region", schemaPath: "#/properties/region/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                    vErrors = [err15];
                }
                else {
                    vErrors.push(err15);
                }
                errors++;
            }
        }
        if (data["workload-region"] !== undefined) {
            if (typeof data["workload-region"] !== "string") {
                const err16 = { instancePath: instancePath + "/workload-region", schemaPath: "#/properties/workload-region/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                    vErrors = [err16];
                }
                else {
                    vErrors.push(err16);
                }
                errors++;
            }
        }
        if (data.tags !== undefined) {
            let data7 = data.tags;
            if (data7 && typeof data7 == "object" && !Array.isArray(data7)) {
                if (Object.keys(data7).length > 40) {
                    const err17 = { instancePath: instancePath + "/tags", schemaPath: "#/properties/tags/maxProperties", keyword: "maxProperties", params: { limit: 40 }, message: "must NOT have more than 40 properties" };
                    if (vErrors === null) {
                        vErrors = [err17];
                    }
                    else {
                        vErrors.push(err17);
                    }
                    errors++;
                }
                for (const key1 in data7) {
                    const _errs17 = errors;
                    if (typeof key1 === "string") {
                        if (!pattern4.test(key1)) {
                            const err18 = { instancePath: instancePath + "/tags", schemaPath: "#/properties/tags/propertyNames/pattern", keyword: "pattern", params: { pattern: "^(?!aws:)[A-Za-z0-9 _.:/=+@-]{1,128}$" }, message: "must match pattern \"" + "^(?!aws:)[A-Za-z0-9 _.:/=+@-]{1,128}$" + "\"", propertyName: key1 };
                            if (vErrors === null) {
                                vErrors = [err18];
                            }
                            else {
                                vErrors.push(err18);
                            }
                            errors++;
                        }
                    }
                    var valid1 = _errs17 === errors;
                    if (!valid1) {
                        const err19 = { instancePath: instancePath + "/tags", schemaPath: "#/properties/tags/propertyNames", keyword: "propertyNames", params: { propertyName: key1 }, message: "property name must be valid" };
                        if (vErrors === null) {
                            vErrors = [err19];
                        }
                        else {
                            vErrors.push(err19);
                        }
                        errors++;
                    }
                }
                for (const key2 in data7) {
                    let data8 = data7[key2];
                    if (typeof data8 === "string") {
                        if (!pattern5.test(data8)) {
                            const err20 = { instancePath: instancePath + "/tags/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/tags/additionalProperties/pattern", keyword: "pattern", params: { pattern: "^[^\\u0000-\\u001f]{0,256}$" }, message: "must match pattern \"" + "^[^\\u0000-\\u001f]{0,256}$" + "\"" };
                            if (vErrors === null) {
                                vErrors = [err20];
                            }
                            else {
                                vErrors.push(err20);
                            }
                            errors++;
                        }
                    }
                    else {
                        const err21 = { instancePath: instancePath + "/tags/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/tags/additionalProperties/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
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
                const err22 = { instancePath: instancePath + "/tags", schemaPath: "#/properties/tags/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                    vErrors = [err22];
                }
                else {
                    vErrors.push(err22);
                }
                errors++;
            }
        }
        if (data.names !== undefined) {
            let data9 = data.names;
            if (data9 && typeof data9 == "object" && !Array.isArray(data9)) {
                for (const key3 in data9) {
                    if (!(func2.call(schema11.properties.names.properties, key3))) {
                        const err23 = { instancePath: instancePath + "/names", schemaPath: "#/properties/names/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties" };
                        if (vErrors === null) {
                            vErrors = [err23];
                        }
                        else {
                            vErrors.push(err23);
                        }
                        errors++;
                    }
                }
                if (data9.trail !== undefined) {
                    let data10 = data9.trail;
                    if (typeof data10 === "string") {
                        if (!pattern6.test(data10)) {
                            const err24 = { instancePath: instancePath + "/names/trail", schemaPath: "#/properties/names/properties/trail/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9](?!.*[._-]{2})[A-Za-z0-9._-]{1,126}[A-Za-z0-9]$" }, message: "must match pattern \"" + "^[A-Za-z0-9](?!.*[._-]{2})[A-Za-z0-9._-]{1,126}[A-Za-z0-9]$" + "\"" };
                            if (vErrors === null) {
                                vErrors = [err24];
                            }
                            else {
                                vErrors.push(err24);
                            }
                            errors++;
                        }
                    }
                    else {
                        const err25 = { instancePath: instancePath + "/names/trail", schemaPath: "#/properties/names/properties/trail/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                            vErrors = [err25];
                        }
                        else {
                            vErrors.push(err25);
                        }
                        errors++;
                    }
                }
                if (data9["key-alias"] !== undefined) {
                    let data11 = data9["key-alias"];
                    if (typeof data11 === "string") {
                        if (!pattern7.test(data11)) {
                            const err26 = { instancePath: instancePath + "/names/key-alias", schemaPath: "#/properties/names/properties/key-alias/pattern", keyword: "pattern", params: { pattern: "^alias/(?!aws/)[A-Za-z0-9/_-]{1,250}$" }, message: "must match pattern \"" + "^alias/(?!aws/)[A-Za-z0-9/_-]{1,250}$" + "\"" };
                            if (vErrors === null) {
                                vErrors = [err26];
                            }
                            else {
                                vErrors.push(err26);
                            }
                            errors++;
                        }
                    }
                    else {
                        const err27 = { instancePath: instancePath + "/names/key-alias", schemaPath: "#/properties/names/properties/key-alias/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                            vErrors = [err27];
                        }
                        else {
                            vErrors.push(err27);
                        }
                        errors++;
                    }
                }
                if (data9["log-bucket"] !== undefined) {
                    let data12 = data9["log-bucket"];
                    if (typeof data12 === "string") {
                        if (!pattern8.test(data12)) {
                            const err28 = { instancePath: instancePath + "/names/log-bucket", schemaPath: "#/properties/names/properties/log-bucket/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$" }, message: "must match pattern \"" + "^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$" + "\"" };
                            if (vErrors === null) {
                                vErrors = [err28];
                            }
                            else {
                                vErrors.push(err28);
                            }
                            errors++;
                        }
                    }
                    else {
                        const err29 = { instancePath: instancePath + "/names/log-bucket", schemaPath: "#/properties/names/properties/log-bucket/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                            vErrors = [err29];
                        }
                        else {
                            vErrors.push(err29);
                        }
                        errors++;
                    }
                }
                if (data9["access-log-bucket"] !== undefined) {
                    let data13 = data9["access-log-bucket"];
                    if (typeof data13 === "string") {
                        if (!pattern8.test(data13)) {
                            const err30 = { instancePath: instancePath + "/names/access-log-bucket", schemaPath: "#/properties/names/properties/access-log-bucket/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$" }, message: "must match pattern \"" + "^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$" + "\"" };
                            if (vErrors === null) {
                                vErrors = [err30];
                            }
                            else {
                                vErrors.push(err30);
                            }
                            errors++;
                        }
                    }
                    else {
                        const err31 = { instancePath: instancePath + "/names/access-log-bucket", schemaPath: "#/properties/names/properties/access-log-bucket/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                            vErrors = [err31];
                        }
                        else {
                            vErrors.push(err31);
                        }
                        errors++;
                    }
                }
                if (data9["log-group"] !== undefined) {
                    let data14 = data9["log-group"];
                    if (typeof data14 === "string") {
                        if (!pattern10.test(data14)) {
                            const err32 = { instancePath: instancePath + "/names/log-group", schemaPath: "#/properties/names/properties/log-group/pattern", keyword: "pattern", params: { pattern: "^(?!aws/)[A-Za-z0-9_/.#-]{1,512}$" }, message: "must match pattern \"" + "^(?!aws/)[A-Za-z0-9_/.#-]{1,512}$" + "\"" };
                            if (vErrors === null) {
                                vErrors = [err32];
                            }
                            else {
                                vErrors.push(err32);
                            }
                            errors++;
                        }
                    }
                    else {
                        const err33 = { instancePath: instancePath + "/names/log-group", schemaPath: "#/properties/names/properties/log-group/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                            vErrors = [err33];
                        }
                        else {
                            vErrors.push(err33);
                        }
                        errors++;
                    }
                }
                if (data9["cloudwatch-logs-role"] !== undefined) {
                    let data15 = data9["cloudwatch-logs-role"];
                    if (typeof data15 === "string") {
                        if (!pattern11.test(data15)) {
                            const err34 = { instancePath: instancePath + "/names/cloudwatch-logs-role", schemaPath: "#/properties/names/properties/cloudwatch-logs-role/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9+=,.@_-]{1,64}$" }, message: "must match pattern \"" + "^[A-Za-z0-9+=,.@_-]{1,64}$" + "\"" };
                            if (vErrors === null) {
                                vErrors = [err34];
                            }
                            else {
                                vErrors.push(err34);
                            }
                            errors++;
                        }
                    }
                    else {
                        const err35 = { instancePath: instancePath + "/names/cloudwatch-logs-role", schemaPath: "#/properties/names/properties/cloudwatch-logs-role/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                            vErrors = [err35];
                        }
                        else {
                            vErrors.push(err35);
                        }
                        errors++;
                    }
                }
                if (data9.topic !== undefined) {
                    let data16 = data9.topic;
                    if (typeof data16 === "string") {
                        if (!pattern12.test(data16)) {
                            const err36 = { instancePath: instancePath + "/names/topic", schemaPath: "#/properties/names/properties/topic/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_-]{1,256}$" }, message: "must match pattern \"" + "^[A-Za-z0-9_-]{1,256}$" + "\"" };
                            if (vErrors === null) {
                                vErrors = [err36];
                            }
                            else {
                                vErrors.push(err36);
                            }
                            errors++;
                        }
                    }
                    else {
                        const err37 = { instancePath: instancePath + "/names/topic", schemaPath: "#/properties/names/properties/topic/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                            vErrors = [err37];
                        }
                        else {
                            vErrors.push(err37);
                        }
                        errors++;
                    }
                }
                if (data9["tamper-rule"] !== undefined) {
                    let data17 = data9["tamper-rule"];
                    if (typeof data17 === "string") {
                        if (!pattern13.test(data17)) {
                            const err38 = { instancePath: instancePath + "/names/tamper-rule", schemaPath: "#/properties/names/properties/tamper-rule/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9._-]{1,64}$" }, message: "must match pattern \"" + "^[A-Za-z0-9._-]{1,64}$" + "\"" };
                            if (vErrors === null) {
                                vErrors = [err38];
                            }
                            else {
                                vErrors.push(err38);
                            }
                            errors++;
                        }
                    }
                    else {
                        const err39 = { instancePath: instancePath + "/names/tamper-rule", schemaPath: "#/properties/names/properties/tamper-rule/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                            vErrors = [err39];
                        }
                        else {
                            vErrors.push(err39);
                        }
                        errors++;
                    }
                }
                if (data9["eks-cluster-role"] !== undefined) {
                    let data18 = data9["eks-cluster-role"];
                    if (typeof data18 === "string") {
                        if (!pattern11.test(data18)) {
                            const err40 = { instancePath: instancePath + "/names/eks-cluster-role", schemaPath: "#/properties/names/properties/eks-cluster-role/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9+=,.@_-]{1,64}$" }, message: "must match pattern \"" + "^[A-Za-z0-9+=,.@_-]{1,64}$" + "\"" };
                            if (vErrors === null) {
                                vErrors = [err40];
                            }
                            else {
                                vErrors.push(err40);
                            }
                            errors++;
                        }
                    }
                    else {
                        const err41 = { instancePath: instancePath + "/names/eks-cluster-role", schemaPath: "#/properties/names/properties/eks-cluster-role/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                            vErrors = [err41];
                        }
                        else {
                            vErrors.push(err41);
                        }
                        errors++;
                    }
                }
                if (data9["eks-nodegroup-role"] !== undefined) {
                    let data19 = data9["eks-nodegroup-role"];
                    if (typeof data19 === "string") {
                        if (!pattern11.test(data19)) {
                            const err42 = { instancePath: instancePath + "/names/eks-nodegroup-role", schemaPath: "#/properties/names/properties/eks-nodegroup-role/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9+=,.@_-]{1,64}$" }, message: "must match pattern \"" + "^[A-Za-z0-9+=,.@_-]{1,64}$" + "\"" };
                            if (vErrors === null) {
                                vErrors = [err42];
                            }
                            else {
                                vErrors.push(err42);
                            }
                            errors++;
                        }
                    }
                    else {
                        const err43 = { instancePath: instancePath + "/names/eks-nodegroup-role", schemaPath: "#/properties/names/properties/eks-nodegroup-role/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                            vErrors = [err43];
                        }
                        else {
                            vErrors.push(err43);
                        }
                        errors++;
                    }
                }
                if (data9["sagemaker-role"] !== undefined) {
                    let data20 = data9["sagemaker-role"];
                    if (typeof data20 === "string") {
                        if (!pattern11.test(data20)) {
                            const err44 = { instancePath: instancePath + "/names/sagemaker-role", schemaPath: "#/properties/names/properties/sagemaker-role/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9+=,.@_-]{1,64}$" }, message: "must match pattern \"" + "^[A-Za-z0-9+=,.@_-]{1,64}$" + "\"" };
                            if (vErrors === null) {
                                vErrors = [err44];
                            }
                            else {
                                vErrors.push(err44);
                            }
                            errors++;
                        }
                    }
                    else {
                        const err45 = { instancePath: instancePath + "/names/sagemaker-role", schemaPath: "#/properties/names/properties/sagemaker-role/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                            vErrors = [err45];
                        }
                        else {
                            vErrors.push(err45);
                        }
                        errors++;
                    }
                }
                if (data9["plan-role"] !== undefined) {
                    let data21 = data9["plan-role"];
                    if (typeof data21 === "string") {
                        if (!pattern11.test(data21)) {
                            const err46 = { instancePath: instancePath + "/names/plan-role", schemaPath: "#/properties/names/properties/plan-role/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9+=,.@_-]{1,64}$" }, message: "must match pattern \"" + "^[A-Za-z0-9+=,.@_-]{1,64}$" + "\"" };
                            if (vErrors === null) {
                                vErrors = [err46];
                            }
                            else {
                                vErrors.push(err46);
                            }
                            errors++;
                        }
                    }
                    else {
                        const err47 = { instancePath: instancePath + "/names/plan-role", schemaPath: "#/properties/names/properties/plan-role/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                            vErrors = [err47];
                        }
                        else {
                            vErrors.push(err47);
                        }
                        errors++;
                    }
                }
                if (data9["deploy-role"] !== undefined) {
                    let data22 = data9["deploy-role"];
                    if (typeof data22 === "string") {
                        if (!pattern11.test(data22)) {
                            const err48 = { instancePath: instancePath + "/names/deploy-role", schemaPath: "#/properties/names/properties/deploy-role/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9+=,.@_-]{1,64}$" }, message: "must match pattern \"" + "^[A-Za-z0-9+=,.@_-]{1,64}$" + "\"" };
                            if (vErrors === null) {
                                vErrors = [err48];
                            }
                            else {
                                vErrors.push(err48);
                            }
                            errors++;
                        }
                    }
                    else {
                        const err49 = { instancePath: instancePath + "/names/deploy-role", schemaPath: "#/properties/names/properties/deploy-role/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                            vErrors = [err49];
                        }
                        else {
                            vErrors.push(err49);
                        }
                        errors++;
                    }
                }
                if (data9["verify-role"] !== undefined) {
                    let data23 = data9["verify-role"];
                    if (typeof data23 === "string") {
                        if (!pattern11.test(data23)) {
                            const err50 = { instancePath: instancePath + "/names/verify-role", schemaPath: "#/properties/names/properties/verify-role/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9+=,.@_-]{1,64}$" }, message: "must match pattern \"" + "^[A-Za-z0-9+=,.@_-]{1,64}$" + "\"" };
                            if (vErrors === null) {
                                vErrors = [err50];
                            }
                            else {
                                vErrors.push(err50);
                            }
                            errors++;
                        }
                    }
                    else {
                        const err51 = { instancePath: instancePath + "/names/verify-role", schemaPath: "#/properties/names/properties/verify-role/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                            vErrors = [err51];
                        }
                        else {
                            vErrors.push(err51);
                        }
                        errors++;
                    }
                }
                if (data9["pipeline-boundary"] !== undefined) {
                    let data24 = data9["pipeline-boundary"];
                    if (typeof data24 === "string") {
                        if (!pattern11.test(data24)) {
                            const err52 = { instancePath: instancePath + "/names/pipeline-boundary", schemaPath: "#/properties/names/properties/pipeline-boundary/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9+=,.@_-]{1,64}$" }, message: "must match pattern \"" + "^[A-Za-z0-9+=,.@_-]{1,64}$" + "\"" };
                            if (vErrors === null) {
                                vErrors = [err52];
                            }
                            else {
                                vErrors.push(err52);
                            }
                            errors++;
                        }
                    }
                    else {
                        const err53 = { instancePath: instancePath + "/names/pipeline-boundary", schemaPath: "#/properties/names/properties/pipeline-boundary/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                            vErrors = [err53];
                        }
                        else {
                            vErrors.push(err53);
                        }
                        errors++;
                    }
                }
                if (data9["workload-boundary"] !== undefined) {
                    let data25 = data9["workload-boundary"];
                    if (typeof data25 === "string") {
                        if (!pattern11.test(data25)) {
                            const err54 = { instancePath: instancePath + "/names/workload-boundary", schemaPath: "#/properties/names/properties/workload-boundary/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9+=,.@_-]{1,64}$" }, message: "must match pattern \"" + "^[A-Za-z0-9+=,.@_-]{1,64}$" + "\"" };
                            if (vErrors === null) {
                                vErrors = [err54];
                            }
                            else {
                                vErrors.push(err54);
                            }
                            errors++;
                        }
                    }
                    else {
                        const err55 = { instancePath: instancePath + "/names/workload-boundary", schemaPath: "#/properties/names/properties/workload-boundary/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                            vErrors = [err55];
                        }
                        else {
                            vErrors.push(err55);
                        }
                        errors++;
                    }
                }
                if (data9["bootstrap-stack"] !== undefined) {
                    let data26 = data9["bootstrap-stack"];
                    if (typeof data26 === "string") {
                        if (!pattern22.test(data26)) {
                            const err56 = { instancePath: instancePath + "/names/bootstrap-stack", schemaPath: "#/properties/names/properties/bootstrap-stack/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z][A-Za-z0-9-]{0,127}$" }, message: "must match pattern \"" + "^[A-Za-z][A-Za-z0-9-]{0,127}$" + "\"" };
                            if (vErrors === null) {
                                vErrors = [err56];
                            }
                            else {
                                vErrors.push(err56);
                            }
                            errors++;
                        }
                    }
                    else {
                        const err57 = { instancePath: instancePath + "/names/bootstrap-stack", schemaPath: "#/properties/names/properties/bootstrap-stack/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                            vErrors = [err57];
                        }
                        else {
                            vErrors.push(err57);
                        }
                        errors++;
                    }
                }
                if (data9["audit-stack"] !== undefined) {
                    let data27 = data9["audit-stack"];
                    if (typeof data27 === "string") {
                        if (!pattern22.test(data27)) {
                            const err58 = { instancePath: instancePath + "/names/audit-stack", schemaPath: "#/properties/names/properties/audit-stack/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z][A-Za-z0-9-]{0,127}$" }, message: "must match pattern \"" + "^[A-Za-z][A-Za-z0-9-]{0,127}$" + "\"" };
                            if (vErrors === null) {
                                vErrors = [err58];
                            }
                            else {
                                vErrors.push(err58);
                            }
                            errors++;
                        }
                    }
                    else {
                        const err59 = { instancePath: instancePath + "/names/audit-stack", schemaPath: "#/properties/names/properties/audit-stack/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                            vErrors = [err59];
                        }
                        else {
                            vErrors.push(err59);
                        }
                        errors++;
                    }
                }
                if (data9["access-stack"] !== undefined) {
                    let data28 = data9["access-stack"];
                    if (typeof data28 === "string") {
                        if (!pattern22.test(data28)) {
                            const err60 = { instancePath: instancePath + "/names/access-stack", schemaPath: "#/properties/names/properties/access-stack/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z][A-Za-z0-9-]{0,127}$" }, message: "must match pattern \"" + "^[A-Za-z][A-Za-z0-9-]{0,127}$" + "\"" };
                            if (vErrors === null) {
                                vErrors = [err60];
                            }
                            else {
                                vErrors.push(err60);
                            }
                            errors++;
                        }
                    }
                    else {
                        const err61 = { instancePath: instancePath + "/names/access-stack", schemaPath: "#/properties/names/properties/access-stack/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
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
                const err62 = { instancePath: instancePath + "/names", schemaPath: "#/properties/names/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                    vErrors = [err62];
                }
                else {
                    vErrors.push(err62);
                }
                errors++;
            }
        }
        if (data.github !== undefined) {
            let data29 = data.github;
            if (data29 && typeof data29 == "object" && !Array.isArray(data29)) {
                if (data29.repository === undefined) {
                    const err63 = { instancePath: instancePath + "/github", schemaPath: "#/properties/github/required", keyword: "required", params: { missingProperty: "repository" }, message: "must have required property '" + "repository" + "'" };
                    if (vErrors === null) {
                        vErrors = [err63];
                    }
                    else {
                        vErrors.push(err63);
                    }
                    errors++;
                }
                for (const key4 in data29) {
                    if (!((((((((key4 === "repository") || (key4 === "owner-id")) || (key4 === "repository-id")) || (key4 === "branches")) || (key4 === "environments")) || (key4 === "subject")) || (key4 === "oidc-provider")) || (key4 === "deploy"))) {
                        const err64 = { instancePath: instancePath + "/github", schemaPath: "#/properties/github/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 }, message: "must NOT have additional properties" };
                        if (vErrors === null) {
                            vErrors = [err64];
                        }
                        else {
                            vErrors.push(err64);
                        }
                        errors++;
                    }
                }
                if (data29.repository !== undefined) {
                    let data30 = data29.repository;
                    if (typeof data30 === "string") {
                        if (!pattern25.test(data30)) {
                            const err65 = { instancePath: instancePath + "/github/repository", schemaPath: "#/properties/github/properties/repository/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})/[A-Za-z0-9._-]{1,100}$" }, message: "must match pattern \"" + "^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})/[A-Za-z0-9._-]{1,100}$" + "\"" };
                            if (vErrors === null) {
                                vErrors = [err65];
                            }
                            else {
                                vErrors.push(err65);
                            }
                            errors++;
                        }
                    }
                    else {
                        const err66 = { instancePath: instancePath + "/github/repository", schemaPath: "#/properties/github/properties/repository/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                            vErrors = [err66];
                        }
                        else {
                            vErrors.push(err66);
                        }
                        errors++;
                    }
                }
                if (data29["owner-id"] !== undefined) {
                    let data31 = data29["owner-id"];
                    if (typeof data31 === "string") {
                        if (!pattern26.test(data31)) {
                            const err67 = { instancePath: instancePath + "/github/owner-id", schemaPath: "#/properties/github/properties/owner-id/pattern", keyword: "pattern", params: { pattern: "^[0-9]{1,20}$" }, message: "must match pattern \"" + "^[0-9]{1,20}$" + "\"" };
                            if (vErrors === null) {
                                vErrors = [err67];
                            }
                            else {
                                vErrors.push(err67);
                            }
                            errors++;
                        }
                    }
                    else {
                        const err68 = { instancePath: instancePath + "/github/owner-id", schemaPath: "#/properties/github/properties/owner-id/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                            vErrors = [err68];
                        }
                        else {
                            vErrors.push(err68);
                        }
                        errors++;
                    }
                }
                if (data29["repository-id"] !== undefined) {
                    let data32 = data29["repository-id"];
                    if (typeof data32 === "string") {
                        if (!pattern26.test(data32)) {
                            const err69 = { instancePath: instancePath + "/github/repository-id", schemaPath: "#/properties/github/properties/repository-id/pattern", keyword: "pattern", params: { pattern: "^[0-9]{1,20}$" }, message: "must match pattern \"" + "^[0-9]{1,20}$" + "\"" };
                            if (vErrors === null) {
                                vErrors = [err69];
                            }
                            else {
                                vErrors.push(err69);
                            }
                            errors++;
                        }
                    }
                    else {
                        const err70 = { instancePath: instancePath + "/github/repository-id", schemaPath: "#/properties/github/properties/repository-id/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                            vErrors = [err70];
                        }
                        else {
                            vErrors.push(err70);
                        }
                        errors++;
                    }
                }
                if (data29.branches !== undefined) {
                    let data33 = data29.branches;
                    if (Array.isArray(data33)) {
                        if (data33.length > 5) {
                            const err71 = { instancePath: instancePath + "/github/branches", schemaPath: "#/properties/github/properties/branches/maxItems", keyword: "maxItems", params: { limit: 5 }, message: "must NOT have more than 5 items" };
                            if (vErrors === null) {
                                vErrors = [err71];
                            }
                            else {
                                vErrors.push(err71);
                            }
                            errors++;
                        }
                        if (data33.length < 1) {
                            const err72 = { instancePath: instancePath + "/github/branches", schemaPath: "#/properties/github/properties/branches/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                            if (vErrors === null) {
                                vErrors = [err72];
                            }
                            else {
                                vErrors.push(err72);
                            }
                            errors++;
                        }
                        const len0 = data33.length;
                        for (let i0 = 0; i0 < len0; i0++) {
                            let data34 = data33[i0];
                            if (typeof data34 === "string") {
                                if (!pattern28.test(data34)) {
                                    const err73 = { instancePath: instancePath + "/github/branches/" + i0, schemaPath: "#/properties/github/properties/branches/items/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9._/-]{1,100}$" }, message: "must match pattern \"" + "^[A-Za-z0-9._/-]{1,100}$" + "\"" };
                                    if (vErrors === null) {
                                        vErrors = [err73];
                                    }
                                    else {
                                        vErrors.push(err73);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err74 = { instancePath: instancePath + "/github/branches/" + i0, schemaPath: "#/properties/github/properties/branches/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                if (vErrors === null) {
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
                        const err75 = { instancePath: instancePath + "/github/branches", schemaPath: "#/properties/github/properties/branches/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                        if (vErrors === null) {
                            vErrors = [err75];
                        }
                        else {
                            vErrors.push(err75);
                        }
                        errors++;
                    }
                }
                if (data29.environments !== undefined) {
                    let data35 = data29.environments;
                    if (Array.isArray(data35)) {
                        if (data35.length > 5) {
                            const err76 = { instancePath: instancePath + "/github/environments", schemaPath: "#/properties/github/properties/environments/maxItems", keyword: "maxItems", params: { limit: 5 }, message: "must NOT have more than 5 items" };
                            if (vErrors === null) {
                                vErrors = [err76];
                            }
                            else {
                                vErrors.push(err76);
                            }
                            errors++;
                        }
                        const len1 = data35.length;
                        for (let i1 = 0; i1 < len1; i1++) {
                            let data36 = data35[i1];
                            if (typeof data36 === "string") {
                                if (!pattern29.test(data36)) {
                                    const err77 = { instancePath: instancePath + "/github/environments/" + i1, schemaPath: "#/properties/github/properties/environments/items/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9 ._-]{1,100}$" }, message: "must match pattern \"" + "^[A-Za-z0-9 ._-]{1,100}$" + "\"" };
                                    if (vErrors === null) {
                                        vErrors = [err77];
                                    }
                                    else {
                                        vErrors.push(err77);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err78 = { instancePath: instancePath + "/github/environments/" + i1, schemaPath: "#/properties/github/properties/environments/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                if (vErrors === null) {
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
                        const err79 = { instancePath: instancePath + "/github/environments", schemaPath: "#/properties/github/properties/environments/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                        if (vErrors === null) {
                            vErrors = [err79];
                        }
                        else {
                            vErrors.push(err79);
                        }
                        errors++;
                    }
                }
                if (data29.subject !== undefined) {
                    let data37 = data29.subject;
                    if (!(((data37 === "both") || (data37 === "immutable")) || (data37 === "name"))) {
                        const err80 = { instancePath: instancePath + "/github/subject", schemaPath: "#/properties/github/properties/subject/enum", keyword: "enum", params: { allowedValues: schema11.properties.github.properties.subject.enum }, message: "must be equal to one of the allowed values" };
                        if (vErrors === null) {
                            vErrors = [err80];
                        }
                        else {
                            vErrors.push(err80);
                        }
                        errors++;
                    }
                }
                if (data29["oidc-provider"] !== undefined) {
                    let data38 = data29["oidc-provider"];
                    const _errs81 = errors;
                    let valid9 = false;
                    const _errs82 = errors;
                    if ("create" !== data38) {
                        const err81 = { instancePath: instancePath + "/github/oidc-provider", schemaPath: "#/properties/github/properties/oidc-provider/anyOf/0/const", keyword: "const", params: { allowedValue: "create" }, message: "must be equal to constant" };
                        if (vErrors === null) {
                            vErrors = [err81];
                        }
                        else {
                            vErrors.push(err81);
                        }
                        errors++;
                    }
                    var _valid0 = _errs82 === errors;
                    valid9 = valid9 || _valid0;
                    if (!valid9) {
                        const _errs83 = errors;
                        if (data38 && typeof data38 == "object" && !Array.isArray(data38)) {
                            if (data38.use === undefined) {
                                const err82 = { instancePath: instancePath + "/github/oidc-provider", schemaPath: "#/properties/github/properties/oidc-provider/anyOf/1/required", keyword: "required", params: { missingProperty: "use" }, message: "must have required property '" + "use" + "'" };
                                if (vErrors === null) {
                                    vErrors = [err82];
                                }
                                else {
                                    vErrors.push(err82);
                                }
                                errors++;
                            }
                            for (const key5 in data38) {
                                if (!(key5 === "use")) {
                                    const err83 = { instancePath: instancePath + "/github/oidc-provider", schemaPath: "#/properties/github/properties/oidc-provider/anyOf/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key5 }, message: "must NOT have additional properties" };
                                    if (vErrors === null) {
                                        vErrors = [err83];
                                    }
                                    else {
                                        vErrors.push(err83);
                                    }
                                    errors++;
                                }
                            }
                            if (data38.use !== undefined) {
                                let data39 = data38.use;
                                if (typeof data39 === "string") {
                                    if (!pattern30.test(data39)) {
                                        const err84 = { instancePath: instancePath + "/github/oidc-provider/use", schemaPath: "#/properties/github/properties/oidc-provider/anyOf/1/properties/use/pattern", keyword: "pattern", params: { pattern: "^arn:aws(-us-gov|-cn)?:iam::[0-9]{12}:oidc-provider/.+$" }, message: "must match pattern \"" + "^arn:aws(-us-gov|-cn)?:iam::[0-9]{12}:oidc-provider/.+$" + "\"" };
                                        if (vErrors === null) {
                                            vErrors = [err84];
                                        }
                                        else {
                                            vErrors.push(err84);
                                        }
                                        errors++;
                                    }
                                }
                                else {
                                    const err85 = { instancePath: instancePath + "/github/oidc-provider/use", schemaPath: "#/properties/github/properties/oidc-provider/anyOf/1/properties/use/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                    if (vErrors === null) {
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
                            const err86 = { instancePath: instancePath + "/github/oidc-provider", schemaPath: "#/properties/github/properties/oidc-provider/anyOf/1/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                            if (vErrors === null) {
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
                    if (!valid9) {
                        const err87 = { instancePath: instancePath + "/github/oidc-provider", schemaPath: "#/properties/github/properties/oidc-provider/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
                        if (vErrors === null) {
                            vErrors = [err87];
                        }
                        else {
                            vErrors.push(err87);
                        }
                        errors++;
                    }
                    else {
                        errors = _errs81;
                        if (vErrors !== null) {
                            if (_errs81) {
                                vErrors.length = _errs81;
                            }
                            else {
                                vErrors = null;
                            }
                        }
                    }
                }
                if (data29.deploy !== undefined) {
                    let data40 = data29.deploy;
                    if (!((data40 === "manual") || (data40 === "on-merge"))) {
                        const err88 = { instancePath: instancePath + "/github/deploy", schemaPath: "#/properties/github/properties/deploy/enum", keyword: "enum", params: { allowedValues: schema11.properties.github.properties.deploy.enum }, message: "must be equal to one of the allowed values" };
                        if (vErrors === null) {
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
                const err89 = { instancePath: instancePath + "/github", schemaPath: "#/properties/github/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                    vErrors = [err89];
                }
                else {
                    vErrors.push(err89);
                }
                errors++;
            }
        }
        if (data.audit !== undefined) {
            let data41 = data.audit;
            if (data41 && typeof data41 == "object" && !Array.isArray(data41)) {
                for (const key6 in data41) {
                    if (!(func2.call(schema11.properties.audit.properties, key6))) {
                        const err90 = { instancePath: instancePath + "/audit", schemaPath: "#/properties/audit/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key6 }, message: "must NOT have additional properties" };
                        if (vErrors === null) {
                            vErrors = [err90];
                        }
                        else {
                            vErrors.push(err90);
                        }
                        errors++;
                    }
                }
                if (data41.trail !== undefined) {
                    if ("create" !== data41.trail) {
                        const err91 = { instancePath: instancePath + "/audit/trail", schemaPath: "#/properties/audit/properties/trail/const", keyword: "const", params: { allowedValue: "create" }, message: "must be equal to constant" };
                        if (vErrors === null) {
                            vErrors = [err91];
                        }
                        else {
                            vErrors.push(err91);
                        }
                        errors++;
                    }
                }
                if (data41["log-prefix"] !== undefined) {
                    let data43 = data41["log-prefix"];
                    if (typeof data43 === "string") {
                        if (!pattern31.test(data43)) {
                            const err92 = { instancePath: instancePath + "/audit/log-prefix", schemaPath: "#/properties/audit/properties/log-prefix/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$" }, message: "must match pattern \"" + "^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$" + "\"" };
                            if (vErrors === null) {
                                vErrors = [err92];
                            }
                            else {
                                vErrors.push(err92);
                            }
                            errors++;
                        }
                    }
                    else {
                        const err93 = { instancePath: instancePath + "/audit/log-prefix", schemaPath: "#/properties/audit/properties/log-prefix/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                            vErrors = [err93];
                        }
                        else {
                            vErrors.push(err93);
                        }
                        errors++;
                    }
                }
                if (data41["data-events"] !== undefined) {
                    let data44 = data41["data-events"];
                    const _errs96 = errors;
                    let valid12 = false;
                    const _errs97 = errors;
                    if ("all" !== data44) {
                        const err94 = { instancePath: instancePath + "/audit/data-events", schemaPath: "#/properties/audit/properties/data-events/anyOf/0/const", keyword: "const", params: { allowedValue: "all" }, message: "must be equal to constant" };
                        if (vErrors === null) {
                            vErrors = [err94];
                        }
                        else {
                            vErrors.push(err94);
                        }
                        errors++;
                    }
                    var _valid1 = _errs97 === errors;
                    valid12 = valid12 || _valid1;
                    if (!valid12) {
                        const _errs98 = errors;
                        if (Array.isArray(data44)) {
                            if (data44.length > 100) {
                                const err95 = { instancePath: instancePath + "/audit/data-events", schemaPath: "#/properties/audit/properties/data-events/anyOf/1/maxItems", keyword: "maxItems", params: { limit: 100 }, message: "must NOT have more than 100 items" };
                                if (vErrors === null) {
                                    vErrors = [err95];
                                }
                                else {
                                    vErrors.push(err95);
                                }
                                errors++;
                            }
                            const len2 = data44.length;
                            for (let i2 = 0; i2 < len2; i2++) {
                                let data45 = data44[i2];
                                if (typeof data45 === "string") {
                                    if (!pattern8.test(data45)) {
                                        const err96 = { instancePath: instancePath + "/audit/data-events/" + i2, schemaPath: "#/properties/audit/properties/data-events/anyOf/1/items/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$" }, message: "must match pattern \"" + "^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$" + "\"" };
                                        if (vErrors === null) {
                                            vErrors = [err96];
                                        }
                                        else {
                                            vErrors.push(err96);
                                        }
                                        errors++;
                                    }
                                }
                                else {
                                    const err97 = { instancePath: instancePath + "/audit/data-events/" + i2, schemaPath: "#/properties/audit/properties/data-events/anyOf/1/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                    if (vErrors === null) {
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
                            const err98 = { instancePath: instancePath + "/audit/data-events", schemaPath: "#/properties/audit/properties/data-events/anyOf/1/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                            if (vErrors === null) {
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
                    if (!valid12) {
                        const err99 = { instancePath: instancePath + "/audit/data-events", schemaPath: "#/properties/audit/properties/data-events/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
                        if (vErrors === null) {
                            vErrors = [err99];
                        }
                        else {
                            vErrors.push(err99);
                        }
                        errors++;
                    }
                    else {
                        errors = _errs96;
                        if (vErrors !== null) {
                            if (_errs96) {
                                vErrors.length = _errs96;
                            }
                            else {
                                vErrors = null;
                            }
                        }
                    }
                }
                if (data41["data-events-access"] !== undefined) {
                    let data46 = data41["data-events-access"];
                    if (!(((data46 === "all") || (data46 === "read")) || (data46 === "write"))) {
                        const err100 = { instancePath: instancePath + "/audit/data-events-access", schemaPath: "#/properties/audit/properties/data-events-access/enum", keyword: "enum", params: { allowedValues: schema11.properties.audit.properties["data-events-access"].enum }, message: "must be equal to one of the allowed values" };
                        if (vErrors === null) {
                            vErrors = [err100];
                        }
                        else {
                            vErrors.push(err100);
                        }
                        errors++;
                    }
                }
                if (data41.insights !== undefined) {
                    if (typeof data41.insights !== "boolean") {
                        const err101 = { instancePath: instancePath + "/audit/insights", schemaPath: "#/properties/audit/properties/insights/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                        if (vErrors === null) {
                            vErrors = [err101];
                        }
                        else {
                            vErrors.push(err101);
                        }
                        errors++;
                    }
                }
                if (data41.key !== undefined) {
                    let data48 = data41.key;
                    if (data48 && typeof data48 == "object" && !Array.isArray(data48)) {
                        for (const key7 in data48) {
                            if (!((((key7 === "rotation-days") || (key7 === "administrators")) || (key7 === "allow-deletion")) || (key7 === "reader-accounts"))) {
                                const err102 = { instancePath: instancePath + "/audit/key", schemaPath: "#/properties/audit/properties/key/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key7 }, message: "must NOT have additional properties" };
                                if (vErrors === null) {
                                    vErrors = [err102];
                                }
                                else {
                                    vErrors.push(err102);
                                }
                                errors++;
                            }
                        }
                        if (data48["rotation-days"] !== undefined) {
                            let data49 = data48["rotation-days"];
                            if (!(((typeof data49 == "number") && (!(data49 % 1) && !isNaN(data49))) && (isFinite(data49)))) {
                                const err103 = { instancePath: instancePath + "/audit/key/rotation-days", schemaPath: "#/properties/audit/properties/key/properties/rotation-days/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                                if (vErrors === null) {
                                    vErrors = [err103];
                                }
                                else {
                                    vErrors.push(err103);
                                }
                                errors++;
                            }
                            if ((typeof data49 == "number") && (isFinite(data49))) {
                                if (data49 > 2560 || isNaN(data49)) {
                                    const err104 = { instancePath: instancePath + "/audit/key/rotation-days", schemaPath: "#/properties/audit/properties/key/properties/rotation-days/maximum", keyword: "maximum", params: { comparison: "<=", limit: 2560 }, message: "must be <= 2560" };
                                    if (vErrors === null) {
                                        vErrors = [err104];
                                    }
                                    else {
                                        vErrors.push(err104);
                                    }
                                    errors++;
                                }
                                if (data49 < 90 || isNaN(data49)) {
                                    const err105 = { instancePath: instancePath + "/audit/key/rotation-days", schemaPath: "#/properties/audit/properties/key/properties/rotation-days/minimum", keyword: "minimum", params: { comparison: ">=", limit: 90 }, message: "must be >= 90" };
                                    if (vErrors === null) {
                                        vErrors = [err105];
                                    }
                                    else {
                                        vErrors.push(err105);
                                    }
                                    errors++;
                                }
                            }
                        }
                        if (data48.administrators !== undefined) {
                            let data50 = data48.administrators;
                            if (Array.isArray(data50)) {
                                if (data50.length > 20) {
                                    const err106 = { instancePath: instancePath + "/audit/key/administrators", schemaPath: "#/properties/audit/properties/key/properties/administrators/maxItems", keyword: "maxItems", params: { limit: 20 }, message: "must NOT have more than 20 items" };
                                    if (vErrors === null) {
                                        vErrors = [err106];
                                    }
                                    else {
                                        vErrors.push(err106);
                                    }
                                    errors++;
                                }
                                const len3 = data50.length;
                                for (let i3 = 0; i3 < len3; i3++) {
                                    let data51 = data50[i3];
                                    if (typeof data51 === "string") {
                                        if (!pattern33.test(data51)) {
                                            const err107 = { instancePath: instancePath + "/audit/key/administrators/" + i3, schemaPath: "#/properties/audit/properties/key/properties/administrators/items/pattern", keyword: "pattern", params: { pattern: "^arn:aws(-us-gov|-cn)?:iam::[0-9]{12}:(role|user)/[A-Za-z0-9+=,.@_/-]+$" }, message: "must match pattern \"" + "^arn:aws(-us-gov|-cn)?:iam::[0-9]{12}:(role|user)/[A-Za-z0-9+=,.@_/-]+$" + "\"" };
                                            if (vErrors === null) {
                                                vErrors = [err107];
                                            }
                                            else {
                                                vErrors.push(err107);
                                            }
                                            errors++;
                                        }
                                    }
                                    else {
                                        const err108 = { instancePath: instancePath + "/audit/key/administrators/" + i3, schemaPath: "#/properties/audit/properties/key/properties/administrators/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                        if (vErrors === null) {
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
                                const err109 = { instancePath: instancePath + "/audit/key/administrators", schemaPath: "#/properties/audit/properties/key/properties/administrators/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                                if (vErrors === null) {
                                    vErrors = [err109];
                                }
                                else {
                                    vErrors.push(err109);
                                }
                                errors++;
                            }
                        }
                        if (data48["allow-deletion"] !== undefined) {
                            if (typeof data48["allow-deletion"] !== "boolean") {
                                const err110 = { instancePath: instancePath + "/audit/key/allow-deletion", schemaPath: "#/properties/audit/properties/key/properties/allow-deletion/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                                if (vErrors === null) {
                                    vErrors = [err110];
                                }
                                else {
                                    vErrors.push(err110);
                                }
                                errors++;
                            }
                        }
                        if (data48["reader-accounts"] !== undefined) {
                            let data53 = data48["reader-accounts"];
                            if (Array.isArray(data53)) {
                                if (data53.length > 20) {
                                    const err111 = { instancePath: instancePath + "/audit/key/reader-accounts", schemaPath: "#/properties/audit/properties/key/properties/reader-accounts/maxItems", keyword: "maxItems", params: { limit: 20 }, message: "must NOT have more than 20 items" };
                                    if (vErrors === null) {
                                        vErrors = [err111];
                                    }
                                    else {
                                        vErrors.push(err111);
                                    }
                                    errors++;
                                }
                                const len4 = data53.length;
                                for (let i4 = 0; i4 < len4; i4++) {
                                    let data54 = data53[i4];
                                    if (typeof data54 === "string") {
                                        if (!pattern3.test(data54)) {
                                            const err112 = { instancePath: instancePath + "/audit/key/reader-accounts/" + i4, schemaPath: "#/properties/audit/properties/key/properties/reader-accounts/items/pattern", keyword: "pattern", params: { pattern: "^[0-9]{12}$" }, message: "must match pattern \"" + "^[0-9]{12}$" + "\"" };
                                            if (vErrors === null) {
                                                vErrors = [err112];
                                            }
                                            else {
                                                vErrors.push(err112);
                                            }
                                            errors++;
                                        }
                                    }
                                    else {
                                        const err113 = { instancePath: instancePath + "/audit/key/reader-accounts/" + i4, schemaPath: "#/properties/audit/properties/key/properties/reader-accounts/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                        if (vErrors === null) {
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
                                const err114 = { instancePath: instancePath + "/audit/key/reader-accounts", schemaPath: "#/properties/audit/properties/key/properties/reader-accounts/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                                if (vErrors === null) {
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
                        const err115 = { instancePath: instancePath + "/audit/key", schemaPath: "#/properties/audit/properties/key/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                        if (vErrors === null) {
                            vErrors = [err115];
                        }
                        else {
                            vErrors.push(err115);
                        }
                        errors++;
                    }
                }
                if (data41["bucket-key"] !== undefined) {
                    if (typeof data41["bucket-key"] !== "boolean") {
                        const err116 = { instancePath: instancePath + "/audit/bucket-key", schemaPath: "#/properties/audit/properties/bucket-key/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                        if (vErrors === null) {
                            vErrors = [err116];
                        }
                        else {
                            vErrors.push(err116);
                        }
                        errors++;
                    }
                }
                if (data41.lifecycle !== undefined) {
                    let data56 = data41.lifecycle;
                    if (data56 && typeof data56 == "object" && !Array.isArray(data56)) {
                        for (const key8 in data56) {
                            if (!((((((key8 === "standard-ia") || (key8 === "glacier")) || (key8 === "glacier-class")) || (key8 === "deep-archive")) || (key8 === "expire")) || (key8 === "scope"))) {
                                const err117 = { instancePath: instancePath + "/audit/lifecycle", schemaPath: "#/properties/audit/properties/lifecycle/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key8 }, message: "must NOT have additional properties" };
                                if (vErrors === null) {
                                    vErrors = [err117];
                                }
                                else {
                                    vErrors.push(err117);
                                }
                                errors++;
                            }
                        }
                        if (data56["standard-ia"] !== undefined) {
                            let data57 = data56["standard-ia"];
                            if ((!(((typeof data57 == "number") && (!(data57 % 1) && !isNaN(data57))) && (isFinite(data57)))) && (data57 !== null)) {
                                const err118 = { instancePath: instancePath + "/audit/lifecycle/standard-ia", schemaPath: "#/properties/audit/properties/lifecycle/properties/standard-ia/type", keyword: "type", params: { type: schema11.properties.audit.properties.lifecycle.properties["standard-ia"].type }, message: "must be integer,null" };
                                if (vErrors === null) {
                                    vErrors = [err118];
                                }
                                else {
                                    vErrors.push(err118);
                                }
                                errors++;
                            }
                            if ((typeof data57 == "number") && (isFinite(data57))) {
                                if (data57 > 3650 || isNaN(data57)) {
                                    const err119 = { instancePath: instancePath + "/audit/lifecycle/standard-ia", schemaPath: "#/properties/audit/properties/lifecycle/properties/standard-ia/maximum", keyword: "maximum", params: { comparison: "<=", limit: 3650 }, message: "must be <= 3650" };
                                    if (vErrors === null) {
                                        vErrors = [err119];
                                    }
                                    else {
                                        vErrors.push(err119);
                                    }
                                    errors++;
                                }
                                if (data57 < 30 || isNaN(data57)) {
                                    const err120 = { instancePath: instancePath + "/audit/lifecycle/standard-ia", schemaPath: "#/properties/audit/properties/lifecycle/properties/standard-ia/minimum", keyword: "minimum", params: { comparison: ">=", limit: 30 }, message: "must be >= 30" };
                                    if (vErrors === null) {
                                        vErrors = [err120];
                                    }
                                    else {
                                        vErrors.push(err120);
                                    }
                                    errors++;
                                }
                            }
                        }
                        if (data56.glacier !== undefined) {
                            let data58 = data56.glacier;
                            if ((!(((typeof data58 == "number") && (!(data58 % 1) && !isNaN(data58))) && (isFinite(data58)))) && (data58 !== null)) {
                                const err121 = { instancePath: instancePath + "/audit/lifecycle/glacier", schemaPath: "#/properties/audit/properties/lifecycle/properties/glacier/type", keyword: "type", params: { type: schema11.properties.audit.properties.lifecycle.properties.glacier.type }, message: "must be integer,null" };
                                if (vErrors === null) {
                                    vErrors = [err121];
                                }
                                else {
                                    vErrors.push(err121);
                                }
                                errors++;
                            }
                            if ((typeof data58 == "number") && (isFinite(data58))) {
                                if (data58 > 3650 || isNaN(data58)) {
                                    const err122 = { instancePath: instancePath + "/audit/lifecycle/glacier", schemaPath: "#/properties/audit/properties/lifecycle/properties/glacier/maximum", keyword: "maximum", params: { comparison: "<=", limit: 3650 }, message: "must be <= 3650" };
                                    if (vErrors === null) {
                                        vErrors = [err122];
                                    }
                                    else {
                                        vErrors.push(err122);
                                    }
                                    errors++;
                                }
                                if (data58 < 30 || isNaN(data58)) {
                                    const err123 = { instancePath: instancePath + "/audit/lifecycle/glacier", schemaPath: "#/properties/audit/properties/lifecycle/properties/glacier/minimum", keyword: "minimum", params: { comparison: ">=", limit: 30 }, message: "must be >= 30" };
                                    if (vErrors === null) {
                                        vErrors = [err123];
                                    }
                                    else {
                                        vErrors.push(err123);
                                    }
                                    errors++;
                                }
                            }
                        }
                        if (data56["glacier-class"] !== undefined) {
                            let data59 = data56["glacier-class"];
                            if (!((data59 === "GLACIER_IR") || (data59 === "GLACIER"))) {
                                const err124 = { instancePath: instancePath + "/audit/lifecycle/glacier-class", schemaPath: "#/properties/audit/properties/lifecycle/properties/glacier-class/enum", keyword: "enum", params: { allowedValues: schema11.properties.audit.properties.lifecycle.properties["glacier-class"].enum }, message: "must be equal to one of the allowed values" };
                                if (vErrors === null) {
                                    vErrors = [err124];
                                }
                                else {
                                    vErrors.push(err124);
                                }
                                errors++;
                            }
                        }
                        if (data56["deep-archive"] !== undefined) {
                            let data60 = data56["deep-archive"];
                            if ((!(((typeof data60 == "number") && (!(data60 % 1) && !isNaN(data60))) && (isFinite(data60)))) && (data60 !== null)) {
                                const err125 = { instancePath: instancePath + "/audit/lifecycle/deep-archive", schemaPath: "#/properties/audit/properties/lifecycle/properties/deep-archive/type", keyword: "type", params: { type: schema11.properties.audit.properties.lifecycle.properties["deep-archive"].type }, message: "must be integer,null" };
                                if (vErrors === null) {
                                    vErrors = [err125];
                                }
                                else {
                                    vErrors.push(err125);
                                }
                                errors++;
                            }
                            if ((typeof data60 == "number") && (isFinite(data60))) {
                                if (data60 > 3650 || isNaN(data60)) {
                                    const err126 = { instancePath: instancePath + "/audit/lifecycle/deep-archive", schemaPath: "#/properties/audit/properties/lifecycle/properties/deep-archive/maximum", keyword: "maximum", params: { comparison: "<=", limit: 3650 }, message: "must be <= 3650" };
                                    if (vErrors === null) {
                                        vErrors = [err126];
                                    }
                                    else {
                                        vErrors.push(err126);
                                    }
                                    errors++;
                                }
                                if (data60 < 30 || isNaN(data60)) {
                                    const err127 = { instancePath: instancePath + "/audit/lifecycle/deep-archive", schemaPath: "#/properties/audit/properties/lifecycle/properties/deep-archive/minimum", keyword: "minimum", params: { comparison: ">=", limit: 30 }, message: "must be >= 30" };
                                    if (vErrors === null) {
                                        vErrors = [err127];
                                    }
                                    else {
                                        vErrors.push(err127);
                                    }
                                    errors++;
                                }
                            }
                        }
                        if (data56.expire !== undefined) {
                            let data61 = data56.expire;
                            if ((!(((typeof data61 == "number") && (!(data61 % 1) && !isNaN(data61))) && (isFinite(data61)))) && (data61 !== null)) {
                                const err128 = { instancePath: instancePath + "/audit/lifecycle/expire", schemaPath: "#/properties/audit/properties/lifecycle/properties/expire/type", keyword: "type", params: { type: schema11.properties.audit.properties.lifecycle.properties.expire.type }, message: "must be integer,null" };
                                if (vErrors === null) {
                                    vErrors = [err128];
                                }
                                else {
                                    vErrors.push(err128);
                                }
                                errors++;
                            }
                            if ((typeof data61 == "number") && (isFinite(data61))) {
                                if (data61 > 36500 || isNaN(data61)) {
                                    const err129 = { instancePath: instancePath + "/audit/lifecycle/expire", schemaPath: "#/properties/audit/properties/lifecycle/properties/expire/maximum", keyword: "maximum", params: { comparison: "<=", limit: 36500 }, message: "must be <= 36500" };
                                    if (vErrors === null) {
                                        vErrors = [err129];
                                    }
                                    else {
                                        vErrors.push(err129);
                                    }
                                    errors++;
                                }
                                if (data61 < 1 || isNaN(data61)) {
                                    const err130 = { instancePath: instancePath + "/audit/lifecycle/expire", schemaPath: "#/properties/audit/properties/lifecycle/properties/expire/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
                                    if (vErrors === null) {
                                        vErrors = [err130];
                                    }
                                    else {
                                        vErrors.push(err130);
                                    }
                                    errors++;
                                }
                            }
                        }
                        if (data56.scope !== undefined) {
                            let data62 = data56.scope;
                            if (!((data62 === "prefix") || (data62 === "all"))) {
                                const err131 = { instancePath: instancePath + "/audit/lifecycle/scope", schemaPath: "#/properties/audit/properties/lifecycle/properties/scope/enum", keyword: "enum", params: { allowedValues: schema11.properties.audit.properties.lifecycle.properties.scope.enum }, message: "must be equal to one of the allowed values" };
                                if (vErrors === null) {
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
                        const err132 = { instancePath: instancePath + "/audit/lifecycle", schemaPath: "#/properties/audit/properties/lifecycle/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                        if (vErrors === null) {
                            vErrors = [err132];
                        }
                        else {
                            vErrors.push(err132);
                        }
                        errors++;
                    }
                }
                if (data41["access-log-retention-days"] !== undefined) {
                    let data63 = data41["access-log-retention-days"];
                    if (!(((typeof data63 == "number") && (!(data63 % 1) && !isNaN(data63))) && (isFinite(data63)))) {
                        const err133 = { instancePath: instancePath + "/audit/access-log-retention-days", schemaPath: "#/properties/audit/properties/access-log-retention-days/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                        if (vErrors === null) {
                            vErrors = [err133];
                        }
                        else {
                            vErrors.push(err133);
                        }
                        errors++;
                    }
                    if ((typeof data63 == "number") && (isFinite(data63))) {
                        if (data63 > 3650 || isNaN(data63)) {
                            const err134 = { instancePath: instancePath + "/audit/access-log-retention-days", schemaPath: "#/properties/audit/properties/access-log-retention-days/maximum", keyword: "maximum", params: { comparison: "<=", limit: 3650 }, message: "must be <= 3650" };
                            if (vErrors === null) {
                                vErrors = [err134];
                            }
                            else {
                                vErrors.push(err134);
                            }
                            errors++;
                        }
                        if (data63 < 30 || isNaN(data63)) {
                            const err135 = { instancePath: instancePath + "/audit/access-log-retention-days", schemaPath: "#/properties/audit/properties/access-log-retention-days/minimum", keyword: "minimum", params: { comparison: ">=", limit: 30 }, message: "must be >= 30" };
                            if (vErrors === null) {
                                vErrors = [err135];
                            }
                            else {
                                vErrors.push(err135);
                            }
                            errors++;
                        }
                    }
                }
                if (data41["log-retention-days"] !== undefined) {
                    let data64 = data41["log-retention-days"];
                    if (!((((((((((((((((((((((data64 === 1) || (data64 === 3)) || (data64 === 5)) || (data64 === 7)) || (data64 === 14)) || (data64 === 30)) || (data64 === 60)) || (data64 === 90)) || (data64 === 120)) || (data64 === 150)) || (data64 === 180)) || (data64 === 365)) || (data64 === 400)) || (data64 === 545)) || (data64 === 731)) || (data64 === 1096)) || (data64 === 1827)) || (data64 === 2192)) || (data64 === 2557)) || (data64 === 2922)) || (data64 === 3288)) || (data64 === 3653))) {
                        const err136 = { instancePath: instancePath + "/audit/log-retention-days", schemaPath: "#/properties/audit/properties/log-retention-days/enum", keyword: "enum", params: { allowedValues: schema11.properties.audit.properties["log-retention-days"].enum }, message: "must be equal to one of the allowed values" };
                        if (vErrors === null) {
                            vErrors = [err136];
                        }
                        else {
                            vErrors.push(err136);
                        }
                        errors++;
                    }
                }
                if (data41.alert !== undefined) {
                    let data65 = data41.alert;
                    const _errs139 = errors;
                    let valid21 = false;
                    const _errs140 = errors;
                    if (typeof data65 === "string") {
                        if (!pattern35.test(data65)) {
                            const err137 = { instancePath: instancePath + "/audit/alert", schemaPath: "#/properties/audit/properties/alert/anyOf/0/pattern", keyword: "pattern", params: { pattern: "^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$" }, message: "must match pattern \"" + "^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$" + "\"" };
                            if (vErrors === null) {
                                vErrors = [err137];
                            }
                            else {
                                vErrors.push(err137);
                            }
                            errors++;
                        }
                    }
                    else {
                        const err138 = { instancePath: instancePath + "/audit/alert", schemaPath: "#/properties/audit/properties/alert/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                            vErrors = [err138];
                        }
                        else {
                            vErrors.push(err138);
                        }
                        errors++;
                    }
                    var _valid2 = _errs140 === errors;
                    valid21 = valid21 || _valid2;
                    if (!valid21) {
                        const _errs142 = errors;
                        if (Array.isArray(data65)) {
                            if (data65.length > 10) {
                                const err139 = { instancePath: instancePath + "/audit/alert", schemaPath: "#/properties/audit/properties/alert/anyOf/1/maxItems", keyword: "maxItems", params: { limit: 10 }, message: "must NOT have more than 10 items" };
                                if (vErrors === null) {
                                    vErrors = [err139];
                                }
                                else {
                                    vErrors.push(err139);
                                }
                                errors++;
                            }
                            const len5 = data65.length;
                            for (let i5 = 0; i5 < len5; i5++) {
                                let data66 = data65[i5];
                                if (typeof data66 === "string") {
                                    if (!pattern35.test(data66)) {
                                        const err140 = { instancePath: instancePath + "/audit/alert/" + i5, schemaPath: "#/properties/audit/properties/alert/anyOf/1/items/pattern", keyword: "pattern", params: { pattern: "^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$" }, message: "must match pattern \"" + "^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$" + "\"" };
                                        if (vErrors === null) {
                                            vErrors = [err140];
                                        }
                                        else {
                                            vErrors.push(err140);
                                        }
                                        errors++;
                                    }
                                }
                                else {
                                    const err141 = { instancePath: instancePath + "/audit/alert/" + i5, schemaPath: "#/properties/audit/properties/alert/anyOf/1/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                    if (vErrors === null) {
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
                            const err142 = { instancePath: instancePath + "/audit/alert", schemaPath: "#/properties/audit/properties/alert/anyOf/1/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                            if (vErrors === null) {
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
                    if (!valid21) {
                        const err143 = { instancePath: instancePath + "/audit/alert", schemaPath: "#/properties/audit/properties/alert/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
                        if (vErrors === null) {
                            vErrors = [err143];
                        }
                        else {
                            vErrors.push(err143);
                        }
                        errors++;
                    }
                    else {
                        errors = _errs139;
                        if (vErrors !== null) {
                            if (_errs139) {
                                vErrors.length = _errs139;
                            }
                            else {
                                vErrors = null;
                            }
                        }
                    }
                }
                if (data41["tamper-rule"] !== undefined) {
                    if (typeof data41["tamper-rule"] !== "boolean") {
                        const err144 = { instancePath: instancePath + "/audit/tamper-rule", schemaPath: "#/properties/audit/properties/tamper-rule/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                        if (vErrors === null) {
                            vErrors = [err144];
                        }
                        else {
                            vErrors.push(err144);
                        }
                        errors++;
                    }
                }
                if (data41.alarms !== undefined) {
                    let data68 = data41.alarms;
                    const _errs149 = errors;
                    let valid24 = false;
                    const _errs150 = errors;
                    if (typeof data68 !== "boolean") {
                        const err145 = { instancePath: instancePath + "/audit/alarms", schemaPath: "#/properties/audit/properties/alarms/anyOf/0/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                        if (vErrors === null) {
                            vErrors = [err145];
                        }
                        else {
                            vErrors.push(err145);
                        }
                        errors++;
                    }
                    var _valid3 = _errs150 === errors;
                    valid24 = valid24 || _valid3;
                    if (!valid24) {
                        const _errs152 = errors;
                        if (Array.isArray(data68)) {
                            if (data68.length > 15) {
                                const err146 = { instancePath: instancePath + "/audit/alarms", schemaPath: "#/properties/audit/properties/alarms/anyOf/1/maxItems", keyword: "maxItems", params: { limit: 15 }, message: "must NOT have more than 15 items" };
                                if (vErrors === null) {
                                    vErrors = [err146];
                                }
                                else {
                                    vErrors.push(err146);
                                }
                                errors++;
                            }
                            if (data68.length < 1) {
                                const err147 = { instancePath: instancePath + "/audit/alarms", schemaPath: "#/properties/audit/properties/alarms/anyOf/1/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                                if (vErrors === null) {
                                    vErrors = [err147];
                                }
                                else {
                                    vErrors.push(err147);
                                }
                                errors++;
                            }
                            const len6 = data68.length;
                            for (let i6 = 0; i6 < len6; i6++) {
                                let data69 = data68[i6];
                                if (!(((((((((((((((data69 === "root-use") || (data69 === "unauthorized-calls")) || (data69 === "console-without-mfa")) || (data69 === "iam-changes")) || (data69 === "trail-changes")) || (data69 === "console-failures")) || (data69 === "key-disabling")) || (data69 === "bucket-changes")) || (data69 === "config-changes")) || (data69 === "security-group-changes")) || (data69 === "network-acl-changes")) || (data69 === "gateway-changes")) || (data69 === "route-table-changes")) || (data69 === "vpc-changes")) || (data69 === "organization-changes"))) {
                                    const err148 = { instancePath: instancePath + "/audit/alarms/" + i6, schemaPath: "#/properties/audit/properties/alarms/anyOf/1/items/enum", keyword: "enum", params: { allowedValues: schema11.properties.audit.properties.alarms.anyOf[1].items.enum }, message: "must be equal to one of the allowed values" };
                                    if (vErrors === null) {
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
                            const err149 = { instancePath: instancePath + "/audit/alarms", schemaPath: "#/properties/audit/properties/alarms/anyOf/1/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                            if (vErrors === null) {
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
                    if (!valid24) {
                        const err150 = { instancePath: instancePath + "/audit/alarms", schemaPath: "#/properties/audit/properties/alarms/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
                        if (vErrors === null) {
                            vErrors = [err150];
                        }
                        else {
                            vErrors.push(err150);
                        }
                        errors++;
                    }
                    else {
                        errors = _errs149;
                        if (vErrors !== null) {
                            if (_errs149) {
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
                const err151 = { instancePath: instancePath + "/audit", schemaPath: "#/properties/audit/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                    vErrors = [err151];
                }
                else {
                    vErrors.push(err151);
                }
                errors++;
            }
        }
        if (data.access !== undefined) {
            let data70 = data.access;
            if (data70 && typeof data70 == "object" && !Array.isArray(data70)) {
                for (const key9 in data70) {
                    if (!((key9 === "eks") || (key9 === "sagemaker"))) {
                        const err152 = { instancePath: instancePath + "/access", schemaPath: "#/properties/access/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key9 }, message: "must NOT have additional properties" };
                        if (vErrors === null) {
                            vErrors = [err152];
                        }
                        else {
                            vErrors.push(err152);
                        }
                        errors++;
                    }
                }
                if (data70.eks !== undefined) {
                    let data71 = data70.eks;
                    const _errs159 = errors;
                    let valid28 = false;
                    const _errs160 = errors;
                    if (false !== data71) {
                        const err153 = { instancePath: instancePath + "/access/eks", schemaPath: "#/properties/access/properties/eks/anyOf/0/const", keyword: "const", params: { allowedValue: false }, message: "must be equal to constant" };
                        if (vErrors === null) {
                            vErrors = [err153];
                        }
                        else {
                            vErrors.push(err153);
                        }
                        errors++;
                    }
                    var _valid4 = _errs160 === errors;
                    valid28 = valid28 || _valid4;
                    if (!valid28) {
                        const _errs161 = errors;
                        if (data71 && typeof data71 == "object" && !Array.isArray(data71)) {
                            for (const key10 in data71) {
                                if (!(((key10 === "auto-mode") || (key10 === "cni")) || (key10 === "ecr-pull"))) {
                                    const err154 = { instancePath: instancePath + "/access/eks", schemaPath: "#/properties/access/properties/eks/anyOf/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key10 }, message: "must NOT have additional properties" };
                                    if (vErrors === null) {
                                        vErrors = [err154];
                                    }
                                    else {
                                        vErrors.push(err154);
                                    }
                                    errors++;
                                }
                            }
                            if (data71["auto-mode"] !== undefined) {
                                if (typeof data71["auto-mode"] !== "boolean") {
                                    const err155 = { instancePath: instancePath + "/access/eks/auto-mode", schemaPath: "#/properties/access/properties/eks/anyOf/1/properties/auto-mode/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                                    if (vErrors === null) {
                                        vErrors = [err155];
                                    }
                                    else {
                                        vErrors.push(err155);
                                    }
                                    errors++;
                                }
                            }
                            if (data71.cni !== undefined) {
                                let data73 = data71.cni;
                                if (!((data73 === "node-role") || (data73 === "aws-node"))) {
                                    const err156 = { instancePath: instancePath + "/access/eks/cni", schemaPath: "#/properties/access/properties/eks/anyOf/1/properties/cni/enum", keyword: "enum", params: { allowedValues: schema11.properties.access.properties.eks.anyOf[1].properties.cni.enum }, message: "must be equal to one of the allowed values" };
                                    if (vErrors === null) {
                                        vErrors = [err156];
                                    }
                                    else {
                                        vErrors.push(err156);
                                    }
                                    errors++;
                                }
                            }
                            if (data71["ecr-pull"] !== undefined) {
                                let data74 = data71["ecr-pull"];
                                if (!((data74 === "pull-only") || (data74 === "read-only"))) {
                                    const err157 = { instancePath: instancePath + "/access/eks/ecr-pull", schemaPath: "#/properties/access/properties/eks/anyOf/1/properties/ecr-pull/enum", keyword: "enum", params: { allowedValues: schema11.properties.access.properties.eks.anyOf[1].properties["ecr-pull"].enum }, message: "must be equal to one of the allowed values" };
                                    if (vErrors === null) {
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
                            const err158 = { instancePath: instancePath + "/access/eks", schemaPath: "#/properties/access/properties/eks/anyOf/1/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                            if (vErrors === null) {
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
                    if (!valid28) {
                        const err159 = { instancePath: instancePath + "/access/eks", schemaPath: "#/properties/access/properties/eks/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
                        if (vErrors === null) {
                            vErrors = [err159];
                        }
                        else {
                            vErrors.push(err159);
                        }
                        errors++;
                    }
                    else {
                        errors = _errs159;
                        if (vErrors !== null) {
                            if (_errs159) {
                                vErrors.length = _errs159;
                            }
                            else {
                                vErrors = null;
                            }
                        }
                    }
                }
                if (data70.sagemaker !== undefined) {
                    let data75 = data70.sagemaker;
                    const _errs169 = errors;
                    let valid30 = false;
                    const _errs170 = errors;
                    if (false !== data75) {
                        const err160 = { instancePath: instancePath + "/access/sagemaker", schemaPath: "#/properties/access/properties/sagemaker/anyOf/0/const", keyword: "const", params: { allowedValue: false }, message: "must be equal to constant" };
                        if (vErrors === null) {
                            vErrors = [err160];
                        }
                        else {
                            vErrors.push(err160);
                        }
                        errors++;
                    }
                    var _valid5 = _errs170 === errors;
                    valid30 = valid30 || _valid5;
                    if (!valid30) {
                        const _errs171 = errors;
                        if (data75 && typeof data75 == "object" && !Array.isArray(data75)) {
                            for (const key11 in data75) {
                                if (!((((((key11 === "profile") || (key11 === "data-buckets")) || (key11 === "prefixes")) || (key11 === "repositories")) || (key11 === "keys")) || (key11 === "vpc"))) {
                                    const err161 = { instancePath: instancePath + "/access/sagemaker", schemaPath: "#/properties/access/properties/sagemaker/anyOf/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key11 }, message: "must NOT have additional properties" };
                                    if (vErrors === null) {
                                        vErrors = [err161];
                                    }
                                    else {
                                        vErrors.push(err161);
                                    }
                                    errors++;
                                }
                            }
                            if (data75.profile !== undefined) {
                                let data76 = data75.profile;
                                if (!((data76 === "least-privilege") || (data76 === "lab"))) {
                                    const err162 = { instancePath: instancePath + "/access/sagemaker/profile", schemaPath: "#/properties/access/properties/sagemaker/anyOf/1/properties/profile/enum", keyword: "enum", params: { allowedValues: schema11.properties.access.properties.sagemaker.anyOf[1].properties.profile.enum }, message: "must be equal to one of the allowed values" };
                                    if (vErrors === null) {
                                        vErrors = [err162];
                                    }
                                    else {
                                        vErrors.push(err162);
                                    }
                                    errors++;
                                }
                            }
                            if (data75["data-buckets"] !== undefined) {
                                let data77 = data75["data-buckets"];
                                if (Array.isArray(data77)) {
                                    if (data77.length > 20) {
                                        const err163 = { instancePath: instancePath + "/access/sagemaker/data-buckets", schemaPath: "#/properties/access/properties/sagemaker/anyOf/1/properties/data-buckets/maxItems", keyword: "maxItems", params: { limit: 20 }, message: "must NOT have more than 20 items" };
                                        if (vErrors === null) {
                                            vErrors = [err163];
                                        }
                                        else {
                                            vErrors.push(err163);
                                        }
                                        errors++;
                                    }
                                    const len7 = data77.length;
                                    for (let i7 = 0; i7 < len7; i7++) {
                                        let data78 = data77[i7];
                                        if (typeof data78 === "string") {
                                            if (!pattern8.test(data78)) {
                                                const err164 = { instancePath: instancePath + "/access/sagemaker/data-buckets/" + i7, schemaPath: "#/properties/access/properties/sagemaker/anyOf/1/properties/data-buckets/items/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$" }, message: "must match pattern \"" + "^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$" + "\"" };
                                                if (vErrors === null) {
                                                    vErrors = [err164];
                                                }
                                                else {
                                                    vErrors.push(err164);
                                                }
                                                errors++;
                                            }
                                        }
                                        else {
                                            const err165 = { instancePath: instancePath + "/access/sagemaker/data-buckets/" + i7, schemaPath: "#/properties/access/properties/sagemaker/anyOf/1/properties/data-buckets/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                            if (vErrors === null) {
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
                                    const err166 = { instancePath: instancePath + "/access/sagemaker/data-buckets", schemaPath: "#/properties/access/properties/sagemaker/anyOf/1/properties/data-buckets/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                                    if (vErrors === null) {
                                        vErrors = [err166];
                                    }
                                    else {
                                        vErrors.push(err166);
                                    }
                                    errors++;
                                }
                            }
                            if (data75.prefixes !== undefined) {
                                let data79 = data75.prefixes;
                                if (Array.isArray(data79)) {
                                    if (data79.length > 20) {
                                        const err167 = { instancePath: instancePath + "/access/sagemaker/prefixes", schemaPath: "#/properties/access/properties/sagemaker/anyOf/1/properties/prefixes/maxItems", keyword: "maxItems", params: { limit: 20 }, message: "must NOT have more than 20 items" };
                                        if (vErrors === null) {
                                            vErrors = [err167];
                                        }
                                        else {
                                            vErrors.push(err167);
                                        }
                                        errors++;
                                    }
                                    if (data79.length < 1) {
                                        const err168 = { instancePath: instancePath + "/access/sagemaker/prefixes", schemaPath: "#/properties/access/properties/sagemaker/anyOf/1/properties/prefixes/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                                        if (vErrors === null) {
                                            vErrors = [err168];
                                        }
                                        else {
                                            vErrors.push(err168);
                                        }
                                        errors++;
                                    }
                                    const len8 = data79.length;
                                    for (let i8 = 0; i8 < len8; i8++) {
                                        let data80 = data79[i8];
                                        if (typeof data80 === "string") {
                                            if (!pattern38.test(data80)) {
                                                const err169 = { instancePath: instancePath + "/access/sagemaker/prefixes/" + i8, schemaPath: "#/properties/access/properties/sagemaker/anyOf/1/properties/prefixes/items/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9!_.'()/-]{1,200}/$" }, message: "must match pattern \"" + "^[A-Za-z0-9!_.'()/-]{1,200}/$" + "\"" };
                                                if (vErrors === null) {
                                                    vErrors = [err169];
                                                }
                                                else {
                                                    vErrors.push(err169);
                                                }
                                                errors++;
                                            }
                                        }
                                        else {
                                            const err170 = { instancePath: instancePath + "/access/sagemaker/prefixes/" + i8, schemaPath: "#/properties/access/properties/sagemaker/anyOf/1/properties/prefixes/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                            if (vErrors === null) {
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
                                    const err171 = { instancePath: instancePath + "/access/sagemaker/prefixes", schemaPath: "#/properties/access/properties/sagemaker/anyOf/1/properties/prefixes/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                                    if (vErrors === null) {
                                        vErrors = [err171];
                                    }
                                    else {
                                        vErrors.push(err171);
                                    }
                                    errors++;
                                }
                            }
                            if (data75.repositories !== undefined) {
                                let data81 = data75.repositories;
                                if (Array.isArray(data81)) {
                                    if (data81.length > 20) {
                                        const err172 = { instancePath: instancePath + "/access/sagemaker/repositories", schemaPath: "#/properties/access/properties/sagemaker/anyOf/1/properties/repositories/maxItems", keyword: "maxItems", params: { limit: 20 }, message: "must NOT have more than 20 items" };
                                        if (vErrors === null) {
                                            vErrors = [err172];
                                        }
                                        else {
                                            vErrors.push(err172);
                                        }
                                        errors++;
                                    }
                                    const len9 = data81.length;
                                    for (let i9 = 0; i9 < len9; i9++) {
                                        let data82 = data81[i9];
                                        if (typeof data82 === "string") {
                                            if (!pattern39.test(data82)) {
                                                const err173 = { instancePath: instancePath + "/access/sagemaker/repositories/" + i9, schemaPath: "#/properties/access/properties/sagemaker/anyOf/1/properties/repositories/items/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]+(?:[._/-][a-z0-9]+)*$" }, message: "must match pattern \"" + "^[a-z0-9]+(?:[._/-][a-z0-9]+)*$" + "\"" };
                                                if (vErrors === null) {
                                                    vErrors = [err173];
                                                }
                                                else {
                                                    vErrors.push(err173);
                                                }
                                                errors++;
                                            }
                                        }
                                        else {
                                            const err174 = { instancePath: instancePath + "/access/sagemaker/repositories/" + i9, schemaPath: "#/properties/access/properties/sagemaker/anyOf/1/properties/repositories/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                            if (vErrors === null) {
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
                                    const err175 = { instancePath: instancePath + "/access/sagemaker/repositories", schemaPath: "#/properties/access/properties/sagemaker/anyOf/1/properties/repositories/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                                    if (vErrors === null) {
                                        vErrors = [err175];
                                    }
                                    else {
                                        vErrors.push(err175);
                                    }
                                    errors++;
                                }
                            }
                            if (data75.keys !== undefined) {
                                let data83 = data75.keys;
                                if (Array.isArray(data83)) {
                                    if (data83.length > 10) {
                                        const err176 = { instancePath: instancePath + "/access/sagemaker/keys", schemaPath: "#/properties/access/properties/sagemaker/anyOf/1/properties/keys/maxItems", keyword: "maxItems", params: { limit: 10 }, message: "must NOT have more than 10 items" };
                                        if (vErrors === null) {
                                            vErrors = [err176];
                                        }
                                        else {
                                            vErrors.push(err176);
                                        }
                                        errors++;
                                    }
                                    const len10 = data83.length;
                                    for (let i10 = 0; i10 < len10; i10++) {
                                        let data84 = data83[i10];
                                        if (typeof data84 === "string") {
                                            if (!pattern40.test(data84)) {
                                                const err177 = { instancePath: instancePath + "/access/sagemaker/keys/" + i10, schemaPath: "#/properties/access/properties/sagemaker/anyOf/1/properties/keys/items/pattern", keyword: "pattern", params: { pattern: "^arn:aws(-us-gov|-cn)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$" }, message: "must match pattern \"" + "^arn:aws(-us-gov|-cn)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$" + "\"" };
                                                if (vErrors === null) {
                                                    vErrors = [err177];
                                                }
                                                else {
                                                    vErrors.push(err177);
                                                }
                                                errors++;
                                            }
                                        }
                                        else {
                                            const err178 = { instancePath: instancePath + "/access/sagemaker/keys/" + i10, schemaPath: "#/properties/access/properties/sagemaker/anyOf/1/properties/keys/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                            if (vErrors === null) {
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
                                    const err179 = { instancePath: instancePath + "/access/sagemaker/keys", schemaPath: "#/properties/access/properties/sagemaker/anyOf/1/properties/keys/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                                    if (vErrors === null) {
                                        vErrors = [err179];
                                    }
                                    else {
                                        vErrors.push(err179);
                                    }
                                    errors++;
                                }
                            }
                            if (data75.vpc !== undefined) {
                                if (typeof data75.vpc !== "boolean") {
                                    const err180 = { instancePath: instancePath + "/access/sagemaker/vpc", schemaPath: "#/properties/access/properties/sagemaker/anyOf/1/properties/vpc/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                                    if (vErrors === null) {
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
                            const err181 = { instancePath: instancePath + "/access/sagemaker", schemaPath: "#/properties/access/properties/sagemaker/anyOf/1/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                            if (vErrors === null) {
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
                    if (!valid30) {
                        const err182 = { instancePath: instancePath + "/access/sagemaker", schemaPath: "#/properties/access/properties/sagemaker/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
                        if (vErrors === null) {
                            vErrors = [err182];
                        }
                        else {
                            vErrors.push(err182);
                        }
                        errors++;
                    }
                    else {
                        errors = _errs169;
                        if (vErrors !== null) {
                            if (_errs169) {
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
                const err183 = { instancePath: instancePath + "/access", schemaPath: "#/properties/access/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                    vErrors = [err183];
                }
                else {
                    vErrors.push(err183);
                }
                errors++;
            }
        }
        if (data.exceptions !== undefined) {
            let data86 = data.exceptions;
            if (Array.isArray(data86)) {
                if (data86.length > 200) {
                    const err184 = { instancePath: instancePath + "/exceptions", schemaPath: "#/properties/exceptions/maxItems", keyword: "maxItems", params: { limit: 200 }, message: "must NOT have more than 200 items" };
                    if (vErrors === null) {
                        vErrors = [err184];
                    }
                    else {
                        vErrors.push(err184);
                    }
                    errors++;
                }
                const len11 = data86.length;
                for (let i11 = 0; i11 < len11; i11++) {
                    let data87 = data86[i11];
                    if (data87 && typeof data87 == "object" && !Array.isArray(data87)) {
                        if (data87.check === undefined) {
                            const err185 = { instancePath: instancePath + "/exceptions/" + i11, schemaPath: "#/properties/exceptions/items/required", keyword: "required", params: { missingProperty: "check" }, message: "must have required property '" + "check" + "'" };
                            if (vErrors === null) {
                                vErrors = [err185];
                            }
                            else {
                                vErrors.push(err185);
                            }
                            errors++;
                        }
                        if (data87.reason === undefined) {
                            const err186 = { instancePath: instancePath + "/exceptions/" + i11, schemaPath: "#/properties/exceptions/items/required", keyword: "required", params: { missingProperty: "reason" }, message: "must have required property '" + "reason" + "'" };
                            if (vErrors === null) {
                                vErrors = [err186];
                            }
                            else {
                                vErrors.push(err186);
                            }
                            errors++;
                        }
                        if (data87.owner === undefined) {
                            const err187 = { instancePath: instancePath + "/exceptions/" + i11, schemaPath: "#/properties/exceptions/items/required", keyword: "required", params: { missingProperty: "owner" }, message: "must have required property '" + "owner" + "'" };
                            if (vErrors === null) {
                                vErrors = [err187];
                            }
                            else {
                                vErrors.push(err187);
                            }
                            errors++;
                        }
                        if (data87.expires === undefined) {
                            const err188 = { instancePath: instancePath + "/exceptions/" + i11, schemaPath: "#/properties/exceptions/items/required", keyword: "required", params: { missingProperty: "expires" }, message: "must have required property '" + "expires" + "'" };
                            if (vErrors === null) {
                                vErrors = [err188];
                            }
                            else {
                                vErrors.push(err188);
                            }
                            errors++;
                        }
                        for (const key12 in data87) {
                            if (!((((((key12 === "check") || (key12 === "resource")) || (key12 === "reason")) || (key12 === "owner")) || (key12 === "ticket")) || (key12 === "expires"))) {
                                const err189 = { instancePath: instancePath + "/exceptions/" + i11, schemaPath: "#/properties/exceptions/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key12 }, message: "must NOT have additional properties" };
                                if (vErrors === null) {
                                    vErrors = [err189];
                                }
                                else {
                                    vErrors.push(err189);
                                }
                                errors++;
                            }
                        }
                        if (data87.check !== undefined) {
                            let data88 = data87.check;
                            if (typeof data88 === "string") {
                                if (!pattern41.test(data88)) {
                                    const err190 = { instancePath: instancePath + "/exceptions/" + i11 + "/check", schemaPath: "#/properties/exceptions/items/properties/check/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9-]+$" }, message: "must match pattern \"" + "^[a-z0-9-]+$" + "\"" };
                                    if (vErrors === null) {
                                        vErrors = [err190];
                                    }
                                    else {
                                        vErrors.push(err190);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err191 = { instancePath: instancePath + "/exceptions/" + i11 + "/check", schemaPath: "#/properties/exceptions/items/properties/check/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                if (vErrors === null) {
                                    vErrors = [err191];
                                }
                                else {
                                    vErrors.push(err191);
                                }
                                errors++;
                            }
                        }
                        if (data87.resource !== undefined) {
                            let data89 = data87.resource;
                            if (typeof data89 === "string") {
                                if (!pattern42.test(data89)) {
                                    const err192 = { instancePath: instancePath + "/exceptions/" + i11 + "/resource", schemaPath: "#/properties/exceptions/items/properties/resource/pattern", keyword: "pattern", params: { pattern: "^.{1,2048}$" }, message: "must match pattern \"" + "^.{1,2048}$" + "\"" };
                                    if (vErrors === null) {
                                        vErrors = [err192];
                                    }
                                    else {
                                        vErrors.push(err192);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err193 = { instancePath: instancePath + "/exceptions/" + i11 + "/resource", schemaPath: "#/properties/exceptions/items/properties/resource/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                if (vErrors === null) {
                                    vErrors = [err193];
                                }
                                else {
                                    vErrors.push(err193);
                                }
                                errors++;
                            }
                        }
                        if (data87.reason !== undefined) {
                            let data90 = data87.reason;
                            if (typeof data90 === "string") {
                                if (!pattern43.test(data90)) {
                                    const err194 = { instancePath: instancePath + "/exceptions/" + i11 + "/reason", schemaPath: "#/properties/exceptions/items/properties/reason/pattern", keyword: "pattern", params: { pattern: "\\S" }, message: "must match pattern \"" + "\\S" + "\"" };
                                    if (vErrors === null) {
                                        vErrors = [err194];
                                    }
                                    else {
                                        vErrors.push(err194);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err195 = { instancePath: instancePath + "/exceptions/" + i11 + "/reason", schemaPath: "#/properties/exceptions/items/properties/reason/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                if (vErrors === null) {
                                    vErrors = [err195];
                                }
                                else {
                                    vErrors.push(err195);
                                }
                                errors++;
                            }
                        }
                        if (data87.owner !== undefined) {
                            let data91 = data87.owner;
                            if (typeof data91 === "string") {
                                if (!pattern43.test(data91)) {
                                    const err196 = { instancePath: instancePath + "/exceptions/" + i11 + "/owner", schemaPath: "#/properties/exceptions/items/properties/owner/pattern", keyword: "pattern", params: { pattern: "\\S" }, message: "must match pattern \"" + "\\S" + "\"" };
                                    if (vErrors === null) {
                                        vErrors = [err196];
                                    }
                                    else {
                                        vErrors.push(err196);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err197 = { instancePath: instancePath + "/exceptions/" + i11 + "/owner", schemaPath: "#/properties/exceptions/items/properties/owner/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                if (vErrors === null) {
                                    vErrors = [err197];
                                }
                                else {
                                    vErrors.push(err197);
                                }
                                errors++;
                            }
                        }
                        if (data87.ticket !== undefined) {
                            let data92 = data87.ticket;
                            if (typeof data92 === "string") {
                                if (!pattern43.test(data92)) {
                                    const err198 = { instancePath: instancePath + "/exceptions/" + i11 + "/ticket", schemaPath: "#/properties/exceptions/items/properties/ticket/pattern", keyword: "pattern", params: { pattern: "\\S" }, message: "must match pattern \"" + "\\S" + "\"" };
                                    if (vErrors === null) {
                                        vErrors = [err198];
                                    }
                                    else {
                                        vErrors.push(err198);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err199 = { instancePath: instancePath + "/exceptions/" + i11 + "/ticket", schemaPath: "#/properties/exceptions/items/properties/ticket/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                if (vErrors === null) {
                                    vErrors = [err199];
                                }
                                else {
                                    vErrors.push(err199);
                                }
                                errors++;
                            }
                        }
                        if (data87.expires !== undefined) {
                            let data93 = data87.expires;
                            if (typeof data93 === "string") {
                                if (!pattern46.test(data93)) {
                                    const err200 = { instancePath: instancePath + "/exceptions/" + i11 + "/expires", schemaPath: "#/properties/exceptions/items/properties/expires/pattern", keyword: "pattern", params: { pattern: "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$" }, message: "must match pattern \"" + "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$" + "\"" };
                                    if (vErrors === null) {
                                        vErrors = [err200];
                                    }
                                    else {
                                        vErrors.push(err200);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err201 = { instancePath: instancePath + "/exceptions/" + i11 + "/expires", schemaPath: "#/properties/exceptions/items/properties/expires/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                if (vErrors === null) {
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
                        const err202 = { instancePath: instancePath + "/exceptions/" + i11, schemaPath: "#/properties/exceptions/items/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                        if (vErrors === null) {
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
                const err203 = { instancePath: instancePath + "/exceptions", schemaPath: "#/properties/exceptions/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                if (vErrors === null) {
                    vErrors = [err203];
                }
                else {
                    vErrors.push(err203);
                }
                errors++;
            }
        }
        if (data["fail-on"] !== undefined) {
            let data94 = data["fail-on"];
            if (!((((data94 === "critical") || (data94 === "high")) || (data94 === "medium")) || (data94 === "low"))) {
                const err204 = { instancePath: instancePath + "/fail-on", schemaPath: "#/properties/fail-on/enum", keyword: "enum", params: { allowedValues: schema11.properties["fail-on"].enum }, message: "must be equal to one of the allowed values" };
                if (vErrors === null) {
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
        const err205 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
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

;// CONCATENATED MODULE: ./src/config/load.js






/**
 * Reads a config: YAML, schema, rules, defaults.
 * @throws BAD_CONFIG with every problem at once, each with file, line and column.
 */
function loadConfig(options) {
    const yaml = parseLocatedYaml(options.text, options.file);
    const value = applyOverrides(yaml.value, options.overrides ?? {});
    const located = { ...yaml, value };
    const errors = validate(value) ? [] : schemaProblems(validate.errors ?? [], located);
    const raw = value;
    // The other rules trust the schema; a wrong region is reported with everything else at once.
    if (errors.length > 0)
        throw badConfig(options.file, [...errors, ...regionsExist(raw, { yaml: located, checkIds: options.checkIds })]);
    const problems = ruleProblems(raw, { yaml: located, checkIds: options.checkIds });
    if (problems.length > 0)
        throw badConfig(options.file, problems);
    const partition = requirePartition(raw.region);
    return { config: deriveConfig(raw, { partition, file: options.file, sha256: options.sha256 }), yaml: located };
}
function applyOverrides(value, overrides) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        return value;
    const given = Object.entries(overrides).filter(([, text]) => text !== undefined && text !== '');
    return { ...value, ...Object.fromEntries(given) };
}
function badConfig(file, problems) {
    const count = problems.length === 1 ? 'one problem' : `${problems.length} problems`;
    const first = problems[0]?.position ? ` First: ${(0,errors/* formatPosition */.L)(problems[0].position)}.` : '';
    return new errors/* AuditError */.M('BAD_CONFIG', `${file} has ${count}.${first}`, { problems });
}

;// CONCATENATED MODULE: ./src/render/limits.js
/** Longest text an intrinsic can become: account ids, regions and partitions have known lengths. */
const PSEUDO = {
    'AWS::Partition': 'aws-us-gov',
    'AWS::AccountId': '123456789012',
    'AWS::Region': 'ap-northeast-1',
    'AWS::URLSuffix': 'amazonaws.com.cn',
};
/** AWS's limits on what a template may hold. Source: CloudFormation, IAM, S3, KMS and EventBridge quota pages, 2026-11. */
function limitBreaches(rendered, parsed) {
    const breaches = [];
    const hold = (what, size, limit) => {
        if (size > limit)
            breaches.push({ template: rendered.name, what, size, limit });
    };
    hold('template body in bytes (inline)', Buffer.byteLength(rendered.body), 51_200);
    hold('resources', Object.keys(parsed.Resources).length, 500);
    hold('parameters', Object.keys(parsed.Parameters ?? {}).length, 200);
    hold('outputs', Object.keys(parsed.Outputs ?? {}).length, 200);
    for (const [logicalId, { Type, Properties = {} }] of Object.entries(parsed.Resources)) {
        const sized = (name) => (Properties[name] === undefined ? 0 : jsonSize(Properties[name]));
        if (Type === 'AWS::IAM::Role') {
            hold(`trust policy of ${logicalId}`, sized('AssumeRolePolicyDocument'), 2048);
            const inline = (Properties['Policies'] ?? []).map((policy) => jsonSize(policy.PolicyDocument));
            hold(`inline policies of ${logicalId}`, inline.reduce((sum, size) => sum + size, 0), 10_240);
            hold(`managed policies of ${logicalId}`, (Properties['ManagedPolicyArns'] ?? []).length, 10);
        }
        if (Type === 'AWS::IAM::ManagedPolicy')
            hold(`policy ${logicalId}`, sized('PolicyDocument'), 6144);
        if (Type === 'AWS::S3::BucketPolicy')
            hold(`bucket policy ${logicalId}`, sized('PolicyDocument'), 20_480);
        if (Type === 'AWS::KMS::Key')
            hold(`key policy of ${logicalId}`, sized('KeyPolicy'), 32_768);
        if (Type === 'AWS::Events::Rule')
            hold(`event pattern of ${logicalId}`, sized('EventPattern'), 2048);
    }
    return breaches;
}
/** Characters of the document as IAM counts them: JSON without white space, intrinsics at their longest. */
function jsonSize(document) {
    return JSON.stringify(longest(document)).length;
}
function longest(value) {
    if (Array.isArray(value))
        return value.map(longest);
    if (typeof value !== 'object' || value === null)
        return value;
    const entries = Object.entries(value);
    const [only] = entries;
    if (entries.length === 1 && only) {
        const [key, argument] = only;
        if (key === 'Ref')
            return PSEUDO[String(argument)] ?? 'x'.repeat(100);
        if (key === 'Fn::GetAtt')
            return 'x'.repeat(100);
        if (key === 'Fn::Sub')
            return String(argument).replace(/\$\{([^}]+)\}/g, (_, name) => PSEUDO[name] ?? 'x'.repeat(100));
    }
    return Object.fromEntries(entries.map(([key, item]) => [key, longest(item)]));
}

// EXTERNAL MODULE: ./src/render/parse.js
var parse = __webpack_require__(918);
// EXTERNAL MODULE: ./src/model/template.js
var template = __webpack_require__(1362);
;// CONCATENATED MODULE: ./src/render/fragment.js
const DIRECTIVE = /^(\s*)#([?*])\s+(.+?)\s*$/;
const PLACEHOLDER = /<([a-zA-Z][\w.]*)>/g;
/** Expands one fragment's lines. @throws Error naming the fragment line for an unknown setting or a malformed directive. */
function expandFragment(text, settings, name) {
    const lines = text.replace(/\n$/, '').split('\n');
    return `${expandLines(lines, settings, new Map(), name).join('\n')}\n`;
}
function expandLines(lines, settings, items, name) {
    const output = [];
    for (let index = 0; index < lines.length;) {
        const line = lines[index] ?? '';
        const directive = DIRECTIVE.exec(line);
        if (!directive) {
            output.push(substitute(line, settings, items, name));
            index += 1;
            continue;
        }
        const end = nodeEnd(lines, index + 1, name);
        const body = lines.slice(index + 1, end);
        const [, , kind, argument = ''] = directive;
        if (kind === '?') {
            if (isOn(argument, settings, name))
                output.push(...expandLines(body, settings, items, name));
        }
        else {
            const [, list = '', variable = ''] = /^(\S+) as (\w+)$/.exec(argument) ?? fail(name, `malformed directive "${line.trim()}"`);
            for (const item of listOf(list, settings, name)) {
                output.push(...expandLines(body, settings, new Map([...items, [variable, item]]), name));
            }
        }
        index = end;
    }
    return output;
}
/** Index after the node that starts at or after `start`, skipping the comments and directives before it. */
function nodeEnd(lines, start, name) {
    let first = start;
    while (first < lines.length && /^\s*#/.test(lines[first] ?? ''))
        first += 1;
    if (first >= lines.length)
        fail(name, 'a directive without a node after it');
    const indent = indentOf(lines[first] ?? '');
    let end = first + 1;
    while (end < lines.length && ((lines[end] ?? '').trim() === '' || indentOf(lines[end] ?? '') > indent))
        end += 1;
    return end;
}
function indentOf(line) {
    return line.length - line.trimStart().length;
}
function isOn(argument, settings, name) {
    const negated = argument.startsWith('!');
    const value = lookup(argument.slice(negated ? 1 : 0), settings, name);
    const on = Array.isArray(value) ? value.length > 0 : value !== false && value !== '' && value !== 0;
    return on !== negated;
}
function listOf(list, settings, name) {
    const value = lookup(list, settings, name);
    return Array.isArray(value) ? value : fail(name, `setting "${list}" is no list`);
}
function lookup(key, settings, name) {
    return settings.get(key) ?? fail(name, `unknown setting "${key}"`);
}
function substitute(line, settings, items, name) {
    if (/^\s*#/.test(line))
        return line.replace(PLACEHOLDER, (_, key) => String(resolveValue(key, settings, items, name)));
    const alone = /^(\s*(?:- )?(?:[\w:.'-]+: )?)<([a-zA-Z][\w.]*)>$/.exec(line);
    if (alone)
        return `${alone[1]}${scalar(resolveValue(alone[2] ?? '', settings, items, name))}`;
    const quoted = line.includes("'");
    return line.replace(PLACEHOLDER, (_, key) => {
        const text = String(resolveValue(key, settings, items, name));
        return quoted ? text.replaceAll("'", "''").replaceAll('${', '${!') : text;
    });
}
function resolveValue(key, settings, items, name) {
    const [variable = '', part] = key.split('.');
    const item = items.get(variable);
    const value = item === undefined ? lookup(key, settings, name) : typeof item === 'string' ? item : part && item[part];
    if (value === undefined || typeof value === 'object')
        fail(name, `"${key}" has no single value`);
    return value;
}
/** A value as a YAML scalar: plain where every YAML reader agrees that it is this text, quoted otherwise. */
function scalar(value) {
    if (typeof value !== 'string')
        return String(value);
    const plain = /^[A-Za-z/][A-Za-z0-9_./@+-]*(?:[ :][A-Za-z0-9_./@+*-]+)*$/.test(value) && !/^(?:true|false|yes|no|on|off|null|y|n)$/i.test(value);
    return plain && !value.includes(': ') ? value : JSON.stringify(value);
}
function fail(name, message) {
    throw new Error(`templates/${name}: ${message}`);
}

;// CONCATENATED MODULE: ./src/render/manifest.js
const always = () => true;
const withGithub = (config) => config.github !== undefined;
/** Which fragments make which template, in the order they appear in it. */
const MANIFEST = {
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
};
/** Every fragment file, for whoever reads them from disk. */
const FRAGMENT_FILES = Object.values(MANIFEST).flatMap((template) => template.fragments.map((fragment) => fragment.file));

;// CONCATENATED MODULE: ./src/render/settings.js

/** The flat view of a config that fragments read. One place says what a fragment may ask for. */
function settingsOf(config) {
    const { audit, access } = config;
    const entries = [
        ['prefix', config.prefix],
        ['ec2Principal', config.partition.ec2Principal],
        ['tags', Object.entries(config.tags).map(([key, value]) => ({ key, value }))],
        ...Object.entries(config.names).map(([key, value]) => [`names.${key}`, value]),
        ['logPrefix', audit.logPrefix],
        ['bucketKey', audit.bucketKey],
        ['insights', audit.insights],
        ['tamperRule', audit.tamperRule],
        ['alert', audit.alert],
        ['alerts', audit.tamperRule || audit.alarms.length > 0],
        ['alarms', ALARM_PATTERNS.filter((alarm) => audit.alarms.includes(alarm.id)).map((alarm) => ({ ...alarm }))],
        ['logRetentionDays', audit.logRetentionDays],
        ['accessLogRetentionDays', audit.accessLogRetentionDays],
        ['key.rotationPeriodInDays', audit.key.rotationPeriodInDays],
        ['key.administrators', audit.key.administrators],
        ['key.allowDeletion', audit.key.allowDeletion],
        ['key.readerAccounts', audit.key.readerAccounts],
        ...lifecycleSettings(config),
        ...dataEventSettings(config),
        ...(config.github ? githubSettings(config.github, config.partition.audience) : []),
        ['eks.autoMode', access.eks?.autoMode ?? false],
        ['eks.cniOnNodes', access.eks?.cni === 'node-role'],
        ['eks.pullOnly', access.eks?.ecrPull === 'pull-only'],
        ...sagemakerSettings(config),
    ];
    return new Map(entries);
}
function lifecycleSettings({ audit: { lifecycle } }) {
    const { standardIaAfterDays, glacierAfterDays, deepArchiveAfterDays, expireAfterDays } = lifecycle;
    return [
        ['lifecycle.prefixScope', lifecycle.scope === 'prefix'],
        ['lifecycle.transitions', [standardIaAfterDays, glacierAfterDays, deepArchiveAfterDays].some((days) => days !== undefined)],
        ['lifecycle.standardIaAfterDays', standardIaAfterDays ?? 0],
        ['lifecycle.glacierAfterDays', glacierAfterDays ?? 0],
        ['lifecycle.glacierClass', lifecycle.glacierClass],
        ['lifecycle.deepArchiveAfterDays', deepArchiveAfterDays ?? 0],
        ['lifecycle.expireAfterDays', expireAfterDays ?? 0],
    ];
}
function dataEventSettings({ audit }) {
    const named = audit.dataEvents === 'all' ? [] : audit.dataEvents;
    return [
        ['dataEvents.named', named.length > 0],
        ['dataEvents.buckets', named],
        ['dataEvents.all', audit.dataEvents === 'all'],
        ['dataEvents.oneWay', audit.dataEventsAccess !== 'all'],
        ['dataEvents.readOnly', String(audit.dataEventsAccess === 'read')],
    ];
}
function githubSettings(github, audience) {
    const branches = github.branches.map((branch) => `ref:refs/heads/${branch}`);
    const environments = github.environments.map((environment) => `environment:${environment}`);
    const use = github.oidcProvider === 'create' ? '' : github.oidcProvider.use;
    return [
        ['oidc.audience', audience],
        ['oidc.create', use === ''],
        ['oidc.use', use !== ''],
        ['oidc.providerArn', use],
        ['oidc.repositoryId', github.repositoryId ?? ''],
        ['oidc.planSubjects', subjects(github, ['pull_request', ...branches])],
        // A job with `environment:` gets the environment's subject only; then the branch must not deploy by itself.
        ['oidc.deploySubjects', subjects(github, environments.length > 0 ? environments : branches)],
        ['oidc.verifySubjects', subjects(github, [...branches, ...environments])],
    ];
}
/**
 * The `sub` claims GitHub puts into a run's token: by name, and since July 2026 for new, renamed or transferred
 * repositories with immutable ids. Source: GitHub documentation, "OpenID Connect reference".
 */
function subjects(github, contexts) {
    const byName = `repo:${github.owner}/${github.name}`;
    const byId = `repo:${github.owner}@${github.ownerId}/${github.name}@${github.repositoryId}`;
    const forms = { both: [byName, byId], immutable: [byId], name: [byName] }[github.subject];
    return forms.flatMap((form) => contexts.map((context) => `${form}:${context}`));
}
function sagemakerSettings({ access: { sagemaker } }) {
    const dataBuckets = sagemaker?.dataBuckets ?? [];
    const prefixes = sagemaker?.prefixes ?? [];
    return [
        ['sagemaker.lab', sagemaker?.profile === 'lab'],
        ['sagemaker.leastPrivilege', sagemaker?.profile === 'least-privilege'],
        ['sagemaker.dataBuckets', dataBuckets],
        ['sagemaker.prefixes', prefixes],
        ['sagemaker.objectPaths', dataBuckets.flatMap((bucket) => prefixes.map((prefix) => `${bucket}/${prefix}`))],
        ['sagemaker.keys', sagemaker?.keys ?? []],
        ['sagemaker.repositories', sagemaker?.repositories ?? []],
        ['sagemaker.vpc', sagemaker?.vpc ?? false],
    ];
}

;// CONCATENATED MODULE: ./src/render/render.js




const SECTIONS = ['Parameters', 'Resources', 'Outputs'];
/** Renders every template that has at least one resource. Same config, same bytes. */
function renderTemplates(config, options) {
    const settings = settingsOf(config);
    return template/* TEMPLATE_NAMES */._.flatMap((name) => {
        const body = renderTemplate(name, config, settings, options);
        return body === undefined ? [] : [{ name, stackName: stackNameOf(name, config), body }];
    });
}
function stackNameOf(name, config) {
    return { bootstrap: config.names.bootstrapStack, audit: config.names.auditStack, access: config.names.accessStack }[name];
}
function renderTemplate(name, config, settings, options) {
    const template = MANIFEST[name];
    const parts = template.fragments
        .filter((fragment) => fragment.when(config))
        .map((fragment) => ({ ...fragment, ...split(expandFragment(options.fragment(fragment.file), settings, fragment.file), fragment.file) }));
    if (parts.length === 0)
        return undefined;
    const head = [
        `# ${template.description}`,
        `# Rendered by mlops-audit ${options.version} from ${config.file}, config sha256 ${config.hash}. Change the config, not this file.`,
        `AWSTemplateFormatVersion: '2010-09-09'`,
        `Description: ${JSON.stringify(`${template.description} (${config.project}, ${config.environment})`)}`,
    ];
    const groups = parts.filter((part) => part.Parameters.length > 0);
    const sections = SECTIONS.flatMap((section) => {
        const blocks = parts.filter((part) => part[section].length > 0);
        if (blocks.length === 0)
            return [];
        return [`${section}:`, ...blocks.flatMap((part) => (section === 'Resources' ? [...part.comments, ...part[section]] : part[section]))];
    });
    return `${[...head, ...interfaceMetadata(groups), ...sections].join('\n')}\n`;
}
/** Groups the parameters in the console as the fragments group them. */
function interfaceMetadata(groups) {
    if (groups.length === 0)
        return [];
    const names = (lines) => lines.flatMap((line) => /^ {2}(\w+):/.exec(line)?.[1] ?? []);
    return [
        'Metadata:',
        '  AWS::CloudFormation::Interface:',
        '    ParameterGroups:',
        ...groups.flatMap((group) => [
            '      - Label:',
            `          default: ${group.label}`,
            '        Parameters:',
            ...names(group.Parameters).map((name) => `          - ${name}`),
        ]),
    ];
}
/** Cuts a fragment at its top-level keys; the comment lines above the first key introduce its resources. */
function split(text, file) {
    const parts = { comments: [], Parameters: [], Resources: [], Outputs: [] };
    let current = parts.comments;
    for (const line of text.trimEnd().split('\n')) {
        const key = /^(\w+):$/.exec(line)?.[1];
        if (key !== undefined) {
            if (!SECTIONS.includes(key))
                throw new Error(`templates/${file}: section "${key}" is not merged; use ${SECTIONS.join(', ')}`);
            current = parts[key];
        }
        else {
            current.push(current === parts.comments ? `  ${line}` : line);
        }
    }
    return parts;
}

// EXTERNAL MODULE: ./src/commands/inputs.js
var commands_inputs = __webpack_require__(3678);
;// CONCATENATED MODULE: ./src/commands/project.js







/** The config of a run, and the templates it renders to. @throws BAD_CONFIG with every problem at once */
async function loadProject(world, inputs) {
    const file = (0,commands_inputs/* textInput */._Z)(inputs, 'config');
    const text = await world.readText(file);
    if (text === undefined) {
        throw new errors/* AuditError */.M('BAD_CONFIG', `There is no config at ${file}.`, {
            remedy: 'Create one: copy examples/retail-prediction/mlops-audit.yml of this action and change project, environment, account and region; or name another file with `config`.',
        });
    }
    const { config } = loadConfig({
        text,
        file,
        checkIds: registry/* CHECKS */.u.map((check) => check.id),
        sha256: world.sha256,
        overrides: {
            environment: (0,commands_inputs/* textInput */._Z)(inputs, 'environment'),
            account: (0,commands_inputs/* textInput */._Z)(inputs, 'account'),
            region: (0,commands_inputs/* textInput */._Z)(inputs, 'aws-region'),
            'fail-on': (0,commands_inputs/* textInput */._Z)(inputs, 'fail-on'),
        },
    });
    const rendered = renderTemplates(config, { fragment: world.fragment, version: world.version });
    const templates = rendered.map((template) => ({ ...template, parsed: (0,parse/* parseTemplate */.Q)(template.body, template.name) }));
    const breaches = templates.flatMap((template) => limitBreaches(template, template.parsed));
    if (breaches.length > 0) {
        throw new errors/* AuditError */.M('BAD_CONFIG', `${file} renders to more than AWS takes.`, {
            problems: breaches.map((breach) => ({
                message: `${breach.template}.yml: ${breach.what} would have ${breach.size}, AWS allows ${breach.limit}.`,
                position: { file, line: 1, column: 1 },
                remedy: 'Shorten the lists it is made from (branches, environments, buckets), or use one form of `github.subject`.',
            })),
        });
    }
    return { config, templates };
}
function failOnOf(config, inputs) {
    return config?.failOn ?? ((0,commands_inputs/* textInput */._Z)(inputs, 'fail-on') || 'high');
}


/***/ }),

/***/ 8706:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ conditionHolds),
/* harmony export */   V8: () => (/* binding */ requestContext)
/* harmony export */ });
/* unused harmony export expandVariables */
/* harmony import */ var _match_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5111);

function requestContext(entries) {
    const pairs = Object.entries(entries).flatMap(([key, value]) => value === undefined ? [] : [[key.toLowerCase(), typeof value === 'string' ? [value] : value]]);
    return new Map(pairs);
}
const compareNumbers = (test) => (expected, actual) => expected.trim() !== '' && actual.trim() !== '' && test(Number(actual), Number(expected));
const compareDates = (test) => (expected, actual) => test(epoch(actual), epoch(expected));
const TESTS = {
    StringEquals: (expected, actual) => expected === actual,
    StringEqualsIgnoreCase: (expected, actual) => expected.toLowerCase() === actual.toLowerCase(),
    StringLike: (expected, actual) => (0,_match_js__WEBPACK_IMPORTED_MODULE_0__/* .matchesWildcard */ ._W)(expected, actual),
    ArnEquals: _match_js__WEBPACK_IMPORTED_MODULE_0__/* .matchesArn */ .XV,
    ArnLike: _match_js__WEBPACK_IMPORTED_MODULE_0__/* .matchesArn */ .XV,
    Bool: (expected, actual) => expected.toLowerCase() === actual.toLowerCase(),
    BinaryEquals: (expected, actual) => expected === actual,
    NumericEquals: compareNumbers((a, b) => a === b),
    NumericLessThan: compareNumbers((a, b) => a < b),
    NumericLessThanEquals: compareNumbers((a, b) => a <= b),
    NumericGreaterThan: compareNumbers((a, b) => a > b),
    NumericGreaterThanEquals: compareNumbers((a, b) => a >= b),
    DateEquals: compareDates((a, b) => a === b),
    DateLessThan: compareDates((a, b) => a < b),
    DateLessThanEquals: compareDates((a, b) => a <= b),
    DateGreaterThan: compareDates((a, b) => a > b),
    DateGreaterThanEquals: compareDates((a, b) => a >= b),
    IpAddress: (expected, actual) => inRange(expected, actual),
};
/** The negated operators, by the test whose failure they demand. */
const NEGATED = {
    StringNotEquals: 'StringEquals',
    StringNotEqualsIgnoreCase: 'StringEqualsIgnoreCase',
    StringNotLike: 'StringLike',
    ArnNotEquals: 'ArnEquals',
    ArnNotLike: 'ArnLike',
    NumericNotEquals: 'NumericEquals',
    DateNotEquals: 'DateEquals',
    NotIpAddress: 'IpAddress',
};
function conditionHolds(condition, context) {
    const { quantifier, base, ifExists } = parseOperator(condition.operator);
    const actual = context.get(condition.key.toLowerCase());
    if (base === 'Null')
        return condition.values.some((value) => (value.toLowerCase() === 'true') === (actual === undefined));
    const negated = NEGATED[base];
    const test = TESTS[negated ?? base];
    if (!test)
        return false;
    const expected = condition.values.map((value) => expandVariables(value, context)).filter((value) => value !== undefined);
    const one = (value) => expected.some((pattern) => test(pattern, value)) !== (negated !== undefined);
    if (actual === undefined || actual.length === 0)
        return ifExists || quantifier === 'ForAllValues' || (negated !== undefined && quantifier === undefined);
    if (quantifier === 'ForAllValues')
        return actual.every(one);
    if (quantifier === 'ForAnyValue')
        return actual.some(one);
    // A single-valued operator on several values: a negation must hold for all of them.
    return negated ? actual.every(one) : actual.some(one);
}
function parseOperator(operator) {
    const colon = operator.indexOf(':');
    const quantifier = colon === -1 ? undefined : operator.slice(0, colon);
    const rest = operator.slice(colon + 1);
    return { quantifier, base: rest.replace(/IfExists$/, ''), ifExists: rest.endsWith('IfExists') };
}
/** `${aws:username}` takes the request's value; an absent key makes the value match nothing, unless a default is given. */
function expandVariables(text, context) {
    let missing = false;
    const expanded = text.replace(/\$\{([^},]+)(?:,\s*'([^']*)')?\}/g, (_, key, fallback) => {
        if (key === '*' || key === '?' || key === '$')
            return key;
        const value = context.get(key.trim().toLowerCase());
        if (value?.length === 1 && value[0] !== undefined)
            return value[0];
        if (fallback === undefined)
            missing = true;
        return fallback ?? '';
    });
    return missing ? undefined : expanded;
}
function epoch(text) {
    return /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text);
}
function inRange(range, address) {
    const [base = '', bits = '32'] = range.split('/');
    const [from, ip] = [ipv4(base), ipv4(address)];
    if (from === undefined || ip === undefined)
        return base === address;
    const shift = 32 - Number(bits);
    return shift >= 32 || from >>> shift === ip >>> shift;
}
function ipv4(text) {
    const parts = text.split('.').map(Number);
    if (parts.length !== 4 || parts.some((part) => !Number.isInteger(part) || part < 0 || part > 255))
        return undefined;
    return parts.reduce((sum, part) => ((sum << 8) | part) >>> 0, 0);
}


/***/ }),

/***/ 8983:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GE: () => (/* binding */ actionMatches),
/* harmony export */   kW: () => (/* binding */ unmetConditions)
/* harmony export */ });
/* unused harmony export evaluatePolicy */
/* harmony import */ var _conditions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8706);
/* harmony import */ var _match_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5111);


/** Decides one policy: an explicit deny wins, then an allow, and silence is a deny. */
function evaluatePolicy(statements, request) {
    const matching = statements.filter((statement) => statementMatches(statement, request));
    const denying = matching.filter((statement) => statement.effect === 'Deny');
    if (denying.length > 0)
        return { decision: 'explicit-deny', statements: denying };
    return matching.length > 0 ? { decision: 'allowed', statements: matching } : { decision: 'implicit-deny', statements: [] };
}
function statementMatches(statement, request) {
    return (principalMatches(statement, request.principal) &&
        actionMatches(statement, request.action) &&
        resourceMatches(statement, request) &&
        statement.conditions.every((condition) => conditionHolds(condition, request.context)));
}
function actionMatches(statement, action) {
    if (statement.actions)
        return statement.actions.some((pattern) => (0,_match_js__WEBPACK_IMPORTED_MODULE_1__/* .matchesAction */ .ch)(pattern, action));
    return statement.notActions ? !statement.notActions.some((pattern) => (0,_match_js__WEBPACK_IMPORTED_MODULE_1__/* .matchesAction */ .ch)(pattern, action)) : false;
}
function resourceMatches(statement, { resource, context }) {
    const covers = (pattern) => {
        const expanded = expandVariables(pattern, context);
        return expanded !== undefined && matchesArn(expanded, resource);
    };
    if (statement.resources)
        return statement.resources.some(covers);
    // Trust policies name no resource: they are about the role they belong to.
    return statement.notResources ? !statement.notResources.some(covers) : true;
}
function principalMatches(statement, principal) {
    if (statement.principals)
        return principal === undefined || statement.principals.some((candidate) => samePrincipal(candidate, principal));
    if (statement.notPrincipals)
        return principal === undefined || !statement.notPrincipals.some((candidate) => samePrincipal(candidate, principal));
    return true;
}
function samePrincipal(pattern, principal) {
    if (pattern.value === '*')
        return pattern.type === '*' || pattern.type === principal.type;
    if (pattern.type !== principal.type)
        return false;
    if (pattern.value === principal.value)
        return true;
    const account = /^(?:arn:[\w-]+:iam::)?(\d{12})(?::root)?$/.exec(pattern.value)?.[1];
    return pattern.type === 'AWS' && account !== undefined && principal.value.split(':')[4] === account;
}
/** Why no `Allow` statement let the request through: for each candidate statement, the conditions that did not hold. */
function unmetConditions(statements, request) {
    return statements
        .filter((statement) => statement.effect === 'Allow' && actionMatches(statement, request.action) && principalMatches(statement, request.principal))
        .flatMap((statement) => statement.conditions
        .filter((condition) => !(0,_conditions_js__WEBPACK_IMPORTED_MODULE_0__/* .conditionHolds */ .C)(condition, request.context))
        .map((condition) => ({ statement, condition, actual: request.context.get(condition.key.toLowerCase()) })));
}


/***/ }),

/***/ 5111:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   XV: () => (/* binding */ matchesArn),
/* harmony export */   _W: () => (/* binding */ matchesWildcard),
/* harmony export */   ch: () => (/* binding */ matchesAction)
/* harmony export */ });
const cache = new Map();
/** IAM's wildcards: `*` is any text, `?` one character; everything else is itself. */
function matchesWildcard(pattern, value, options = {}) {
    if (!/[*?]/.test(pattern))
        return options.ignoreCase ? pattern.toLowerCase() === value.toLowerCase() : pattern === value;
    const key = `${options.ignoreCase ? 'i' : ''}:${pattern}`;
    let regex = cache.get(key);
    if (!regex) {
        // Adjacent stars mean the same as one, and would make the expression slow on hostile input.
        const source = pattern
            .replaceAll(/\*+/g, '*')
            .replace(/[.+^${}()|[\]\\]/g, '\\$&')
            .replaceAll('*', '[^]*')
            .replaceAll('?', '[^]');
        regex = new RegExp(`^${source}$`, options.ignoreCase ? 'i' : '');
        if (cache.size > 5000)
            cache.clear();
        cache.set(key, regex);
    }
    return regex.test(value);
}
/** Actions compare without regard to case: `S3:getobject` is `s3:GetObject`. */
function matchesAction(pattern, action) {
    return matchesWildcard(pattern, action, { ignoreCase: true });
}
/** ARNs compare part by part: a wildcard does not cross the first five colons. */
function matchesArn(pattern, arn) {
    const [patternParts, arnParts] = [splitArn(pattern), splitArn(arn)];
    // A pattern with too few parts matches no ARN; one that is no ARN at all (`*`) is plain text.
    if (!patternParts)
        return !pattern.startsWith('arn:') && matchesWildcard(pattern, arn);
    if (!arnParts)
        return false;
    return patternParts.every((part, index) => matchesWildcard(part, arnParts[index] ?? ''));
}
function splitArn(arn) {
    const parts = arn.split(':');
    return parts.length < 6 ? undefined : [...parts.slice(0, 5), parts.slice(5).join(':')];
}


/***/ }),

/***/ 1250:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ parsePolicy)
/* harmony export */ });
/* harmony import */ var _model_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6351);

/**
 * Parses a policy document (object or JSON text, also URL-encoded as IAM returns it) into statements.
 * @throws BAD_INPUT when it is not a policy document.
 */
function parsePolicy(document) {
    const value = typeof document === 'string' ? parseJson(document) : document;
    if (typeof value !== 'object' || value === null)
        throw notAPolicy(`a ${typeof value} is no policy document`);
    const statements = value['Statement'];
    if (statements === undefined)
        throw notAPolicy('`Statement` is missing');
    return asArray(statements).map(parseStatement);
}
function parseJson(text) {
    const plain = text.trimStart().startsWith('%7B') ? decodeURIComponent(text) : text;
    try {
        return JSON.parse(plain);
    }
    catch (cause) {
        throw new _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AuditError */ .M('BAD_INPUT', 'The policy is not valid JSON.', { cause });
    }
}
function parseStatement(value, index) {
    if (typeof value !== 'object' || value === null)
        throw notAPolicy(`statement ${index + 1} is not an object`);
    const statement = value;
    const effect = statement['Effect'];
    if (effect !== 'Allow' && effect !== 'Deny')
        throw notAPolicy(`statement ${index + 1} has Effect ${JSON.stringify(effect)}; allowed: Allow, Deny`);
    return {
        sid: typeof statement['Sid'] === 'string' ? statement['Sid'] : undefined,
        index,
        effect,
        principals: principals(statement['Principal']),
        notPrincipals: principals(statement['NotPrincipal']),
        actions: strings(statement['Action']),
        notActions: strings(statement['NotAction']),
        resources: strings(statement['Resource']),
        notResources: strings(statement['NotResource']),
        conditions: conditions(statement['Condition']),
    };
}
function principals(value) {
    if (value === undefined)
        return undefined;
    if (typeof value === 'string')
        return [{ type: '*', value }];
    return Object.entries(value).flatMap(([type, members]) => asArray(members).map((member) => ({ type, value: String(member) })));
}
function conditions(value) {
    if (typeof value !== 'object' || value === null)
        return [];
    return Object.entries(value).flatMap(([operator, block]) => Object.entries((block ?? {})).map(([key, values]) => ({
        operator,
        key,
        values: asArray(values).map(String),
    })));
}
function strings(value) {
    return value === undefined ? undefined : asArray(value).map(String);
}
function asArray(value) {
    return Array.isArray(value) ? value : [value];
}
function notAPolicy(why) {
    return new _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AuditError */ .M('BAD_INPUT', `This is not a policy document: ${why}.`);
}


/***/ }),

/***/ 7721:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ closest)
/* harmony export */ });
/** The known word closest to a misspelt one, when it is close enough to be meant. */
function closest(word, known) {
    const limit = Math.max(2, Math.floor(word.length / 3));
    const ranked = known.map((candidate) => ({ candidate, distance: editDistance(word.toLowerCase().replaceAll('_', '-'), candidate) }));
    ranked.sort((a, b) => a.distance - b.distance);
    return ranked[0] && ranked[0].distance <= limit ? ranked[0].candidate : undefined;
}
function editDistance(a, b) {
    let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
    for (let row = 1; row <= a.length; row += 1) {
        const current = [row];
        for (let column = 1; column <= b.length; column += 1) {
            const cost = a[row - 1] === b[column - 1] ? 0 : 1;
            current.push(Math.min((previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (previous[column - 1] ?? 0) + cost));
        }
        previous = current;
    }
    return previous[b.length] ?? 0;
}


/***/ }),

/***/ 4836:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ partitionOf),
/* harmony export */   m: () => (/* binding */ ALL_REGIONS)
/* harmony export */ });
const COMMERCIAL_REGIONS = [
    'af-south-1',
    'ap-east-1',
    'ap-east-2',
    'ap-northeast-1',
    'ap-northeast-2',
    'ap-northeast-3',
    'ap-south-1',
    'ap-south-2',
    'ap-southeast-1',
    'ap-southeast-2',
    'ap-southeast-3',
    'ap-southeast-4',
    'ap-southeast-5',
    'ap-southeast-6',
    'ap-southeast-7',
    'ca-central-1',
    'ca-west-1',
    'eu-central-1',
    'eu-central-2',
    'eu-north-1',
    'eu-south-1',
    'eu-south-2',
    'eu-west-1',
    'eu-west-2',
    'eu-west-3',
    'il-central-1',
    'me-central-1',
    'me-south-1',
    'mx-central-1',
    'sa-east-1',
    'us-east-1',
    'us-east-2',
    'us-west-1',
    'us-west-2',
];
const PARTITIONS = [
    {
        id: 'aws',
        dnsSuffix: 'amazonaws.com',
        audience: 'sts.amazonaws.com',
        ec2Principal: 'ec2.amazonaws.com',
        globalRegion: 'us-east-1',
        insights: true,
        regions: COMMERCIAL_REGIONS,
    },
    {
        id: 'aws-us-gov',
        dnsSuffix: 'amazonaws.com',
        audience: 'sts.amazonaws.com',
        ec2Principal: 'ec2.amazonaws.com',
        globalRegion: 'us-gov-west-1',
        insights: true,
        regions: ['us-gov-east-1', 'us-gov-west-1'],
    },
    {
        id: 'aws-cn',
        dnsSuffix: 'amazonaws.com.cn',
        audience: 'sts.amazonaws.com.cn',
        ec2Principal: 'ec2.amazonaws.com.cn',
        globalRegion: 'cn-north-1',
        insights: false,
        regions: ['cn-north-1', 'cn-northwest-1'],
    },
];
/** Every region of every partition, in table order. */
const ALL_REGIONS = PARTITIONS.flatMap((partition) => partition.regions);
/** The partition a region belongs to, or undefined for a region this version does not know. */
function partitionOf(region) {
    return PARTITIONS.find((partition) => partition.regions.includes(region));
}


/***/ }),

/***/ 918:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ parseTemplate)
/* harmony export */ });
/* harmony import */ var js_yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4437);
/* harmony import */ var _model_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6351);


const FUNCTIONS = [
    'Base64',
    'Cidr',
    'FindInMap',
    'GetAtt',
    'GetAZs',
    'If',
    'ImportValue',
    'Join',
    'Not',
    'And',
    'Or',
    'Equals',
    'Select',
    'Split',
    'Sub',
    'Transform',
    'Length',
    'ToJsonString',
    'ForEach',
];
const longForm = (name) => (name === 'Ref' || name === 'Condition' ? name : `Fn::${name}`);
/** `!GetAtt A.Arn` is a string in short form and a list in long form; one form is enough for whoever reads it. */
const scalarValue = (name, text) => name === 'GetAtt' ? [text.slice(0, text.indexOf('.')), text.slice(text.indexOf('.') + 1)] : text;
const TAGS = ['Ref', 'Condition', ...FUNCTIONS].flatMap((name) => [
    (0,js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .defineScalarTag */ .Gf)(`!${name}`, { resolve: (text) => ({ [longForm(name)]: scalarValue(name, text) }), identify: () => false }),
    (0,js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .defineSequenceTag */ .NE)(`!${name}`, {
        create: () => ({ list: [] }),
        addItem: (carrier, item) => {
            carrier.list.push(item);
        },
        finalize: (carrier) => ({ [longForm(name)]: carrier.list }),
        identify: () => false,
    }),
    (0,js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .defineMappingTag */ .bH)(`!${name}`, {
        create: () => ({}),
        addPair: (carrier, key, value) => {
            carrier[String(key)] = value;
            return '';
        },
        has: (carrier, key) => String(key) in carrier,
        keys: (result) => Object.keys(result),
        get: (result, key) => result[String(key)],
        finalize: (carrier) => ({ [longForm(name)]: carrier }),
        identify: () => false,
    }),
]);
/** Keeps `2010-09-09` a string: the core schema has no dates. */
const SCHEMA = js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .CORE_SCHEMA */ .OU.withTags(TAGS);
/**
 * Parses a CloudFormation template, YAML or JSON, into its long form.
 * @throws BAD_INPUT when the text is not YAML or has no `Resources`.
 */
function parseTemplate(body, name) {
    let value;
    try {
        value = (0,js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .load */ .Hh)(body, { schema: SCHEMA, maxDepth: 60, maxAliases: 500 });
    }
    catch (error) {
        if (!(error instanceof js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .YAMLException */ .tB))
            throw error;
        throw new _model_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .AuditError */ .M('BAD_INPUT', `${name} is not valid YAML: ${error.reason} (line ${(error.mark?.line ?? 0) + 1}).`, { cause: error });
    }
    const resources = value?.Resources;
    if (typeof resources !== 'object' || resources === null) {
        throw new _model_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .AuditError */ .M('BAD_INPUT', `${name} is no CloudFormation template: it has no \`Resources\`.`);
    }
    return value;
}


/***/ })

};
