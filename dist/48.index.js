export const id = 48;
export const ids = [48];
export const modules = {

/***/ 8749:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ createChangeSet),
/* harmony export */   c: () => (/* binding */ deleteChangeSet)
/* harmony export */ });
/* harmony import */ var _model_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6351);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9507);


/** Creates a change set and waits until it is there. An empty one is removed again. @throws STACK_BUSY, AWS_CALL_FAILED, CANCELLED */
async function createChangeSet(client, request) {
    const { CreateChangeSetCommand, DescribeChangeSetCommand } = await Promise.all(/* import() */[__webpack_require__.e(455), __webpack_require__.e(123)]).then(__webpack_require__.t.bind(__webpack_require__, 1123, 19));
    const resource = request.stackName;
    const created = await client
        .send(new CreateChangeSetCommand({
        StackName: request.stackName,
        ChangeSetName: request.name,
        ChangeSetType: request.type,
        TemplateBody: request.body,
        Capabilities: ['CAPABILITY_NAMED_IAM'],
        Description: 'mlops-audit',
    }))
        .catch((error) => {
        if (/_IN_PROGRESS state/.test(error.message ?? ''))
            throw new _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AuditError */ .M('STACK_BUSY', error.message, { cause: error });
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .toAuditError */ .X4)(error, { operation: 'cloudformation:CreateChangeSet', resource });
    });
    const id = created.Id ?? request.name;
    for (let wait = 150;; wait = Math.min(wait * 1.6, 3000)) {
        if (request.signal?.aborted) {
            await deleteChangeSet(client, request.stackName, id);
            throw new _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AuditError */ .M('CANCELLED', `Cancelled; the change set of ${request.stackName} was removed and nothing was changed.`);
        }
        const page = await client
            .send(new DescribeChangeSetCommand({ StackName: request.stackName, ChangeSetName: id }))
            .catch((error) => {
            throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .toAuditError */ .X4)(error, { operation: 'cloudformation:DescribeChangeSet', resource });
        });
        if (page.Status === 'CREATE_COMPLETE')
            return { kind: 'changes', id, changes: await allChanges(client, request.stackName, id) };
        if (page.Status === 'FAILED') {
            await deleteChangeSet(client, request.stackName, id);
            if (isEmpty(page.StatusReason ?? ''))
                return { kind: 'empty' };
            throw new _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AuditError */ .M('AWS_CALL_FAILED', `CloudFormation refused the change set of ${request.stackName}: ${page.StatusReason ?? 'no reason given'}`, {
                remedy: 'Correct what it names. `aws cloudformation describe-events --stack-name <stack>` has the detail of pre-deployment validation.',
            });
        }
        await request.sleep(wait);
    }
}
/** The one place that reads CloudFormation's wording for "nothing to do". */
function isEmpty(reason) {
    return /didn't contain changes|No updates are to be performed/.test(reason);
}
async function allChanges(client, stackName, id) {
    const { DescribeChangeSetCommand } = await Promise.all(/* import() */[__webpack_require__.e(455), __webpack_require__.e(123)]).then(__webpack_require__.t.bind(__webpack_require__, 1123, 19));
    const changes = [];
    let nextToken;
    do {
        const page = await client.send(new DescribeChangeSetCommand({ StackName: stackName, ChangeSetName: id, NextToken: nextToken }));
        changes.push(...(page.Changes ?? []).flatMap(toResourceChange));
        nextToken = page.NextToken;
    } while (nextToken);
    return changes;
}
function toResourceChange(change) {
    const resource = change.ResourceChange;
    if (!resource)
        return [];
    const names = (resource.Details ?? [])
        .map((detail) => detail.Target?.Name ?? detail.Target?.Attribute ?? '')
        .filter((name) => name !== '');
    return [
        {
            action: (resource.Action ?? 'Modify'),
            logicalId: resource.LogicalResourceId ?? '?',
            type: resource.ResourceType ?? '?',
            physicalId: resource.PhysicalResourceId,
            replacement: resource.Replacement,
            properties: [...new Set(names)],
        },
    ];
}
async function deleteChangeSet(client, stackName, id) {
    const { DeleteChangeSetCommand } = await Promise.all(/* import() */[__webpack_require__.e(455), __webpack_require__.e(123)]).then(__webpack_require__.t.bind(__webpack_require__, 1123, 19));
    await client.send(new DeleteChangeSetCommand({ StackName: stackName, ChangeSetName: id })).catch((error) => {
        if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .isNamed */ .ev)(error, 'ChangeSetNotFoundException', 'ChangeSetNotFound', 'ValidationError'))
            throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .toAuditError */ .X4)(error, { operation: 'cloudformation:DeleteChangeSet', resource: stackName });
    });
}


/***/ }),

/***/ 3442:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ createClients)
/* harmony export */ });
function createClients(options) {
    const common = {
        region: options.region,
        credentials: options.credentials,
        customUserAgent: options.userAgent,
        // AWS throttles control planes early; the adaptive mode slows down by itself instead of failing.
        retryMode: 'adaptive',
        maxAttempts: 6,
    };
    return {
        cloudFormation: once(async () => new (await Promise.all(/* import() */[__webpack_require__.e(455), __webpack_require__.e(123)]).then(__webpack_require__.t.bind(__webpack_require__, 1123, 19))).CloudFormationClient(common)),
        cloudTrail: once(async () => new (await Promise.all(/* import() */[__webpack_require__.e(455), __webpack_require__.e(374)]).then(__webpack_require__.t.bind(__webpack_require__, 3374, 19))).CloudTrailClient(common)),
        logs: once(async () => new (await Promise.all(/* import() */[__webpack_require__.e(455), __webpack_require__.e(897)]).then(__webpack_require__.t.bind(__webpack_require__, 3897, 19))).CloudWatchLogsClient(common)),
        iam: once(async () => new (await Promise.all(/* import() */[__webpack_require__.e(455), __webpack_require__.e(258)]).then(__webpack_require__.t.bind(__webpack_require__, 1258, 19))).IAMClient(common)),
        kms: once(async () => new (await Promise.all(/* import() */[__webpack_require__.e(455), __webpack_require__.e(606)]).then(__webpack_require__.t.bind(__webpack_require__, 4606, 19))).KMSClient(common)),
        // A custom endpoint has no bucket subdomains.
        s3: once(async () => new (await Promise.all(/* import() */[__webpack_require__.e(455), __webpack_require__.e(265)]).then(__webpack_require__.t.bind(__webpack_require__, 8265, 19))).S3Client({ ...common, forcePathStyle: hasCustomEndpoint(process.env) })),
        sts: once(async () => new (await Promise.all(/* import() */[__webpack_require__.e(455), __webpack_require__.e(933)]).then(__webpack_require__.t.bind(__webpack_require__, 3933, 19))).STSClient(common)),
    };
}
function hasCustomEndpoint(environment) {
    return Boolean(environment['AWS_ENDPOINT_URL_S3'] ?? environment['AWS_ENDPOINT_URL']);
}
function once(make) {
    let made;
    return () => {
        made ??= make();
        return made;
    };
}


/***/ }),

/***/ 2060:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AD: () => (/* binding */ defaultCredentials),
/* harmony export */   IX: () => (/* binding */ callerIdentity),
/* harmony export */   su: () => (/* binding */ chainRole),
/* harmony export */   zr: () => (/* binding */ assumeRoleWithWebIdentity)
/* harmony export */ });
/* unused harmony export explainRefusal */
/* harmony import */ var _iam_conditions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6325);
/* harmony import */ var _iam_evaluate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8983);
/* harmony import */ var _iam_policy_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1250);
/* harmony import */ var _model_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6351);
/* harmony import */ var _clients_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3442);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9507);






/** Retries of transient failures only: a refusal does not get better by asking twelve times. */
const ATTEMPTS = 5;
/**
 * Exchanges GitHub's OIDC token for the role's credentials.
 * @throws OIDC_REFUSED with the token's claims (never the token) beside what the trust asks for.
 */
async function assumeRoleWithWebIdentity(options) {
    const clients = (0,_clients_js__WEBPACK_IMPORTED_MODULE_5__/* .createClients */ .h)({
        region: options.region,
        userAgent: options.userAgent,
        credentials: { accessKeyId: '', secretAccessKey: '' },
    });
    const { AssumeRoleWithWebIdentityCommand } = await Promise.all(/* import() */[__webpack_require__.e(455), __webpack_require__.e(933)]).then(__webpack_require__.t.bind(__webpack_require__, 3933, 19));
    const sts = await clients.sts();
    for (let attempt = 1;; attempt += 1) {
        try {
            const answer = await sts.send(new AssumeRoleWithWebIdentityCommand({
                RoleArn: options.roleArn,
                RoleSessionName: options.sessionName,
                WebIdentityToken: options.token,
                DurationSeconds: options.durationSeconds,
            }));
            return toCredentials(answer.Credentials);
        }
        catch (error) {
            if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .isTransient */ .dg)(error) && attempt < ATTEMPTS) {
                await options.sleep(2 ** attempt * 250);
                continue;
            }
            if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .isDenied */ .GZ)(error) || (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .isNamed */ .ev)(error, 'InvalidIdentityToken', 'ExpiredTokenException'))
                throw refusal(options, error);
            throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .toAuditError */ .X4)(error, { operation: 'sts:AssumeRoleWithWebIdentity', resource: options.roleArn });
        }
    }
}
function toCredentials(given) {
    if (!given?.AccessKeyId || !given.SecretAccessKey || !given.SessionToken)
        throw new _model_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .AuditError */ .M('CREDENTIALS', 'STS answered without credentials.');
    return {
        accessKeyId: given.AccessKeyId,
        secretAccessKey: given.SecretAccessKey,
        sessionToken: given.SessionToken,
        ...(given.Expiration ? { expiration: given.Expiration } : {}),
    };
}
const ISSUER = 'token.actions.githubusercontent.com';
const SHOWN = ['sub', 'aud', 'repository', 'repository_id', 'repository_owner_id', 'ref', 'event_name', 'environment'];
/** The claims of a token, unverified: for showing only. */
function claimsOf(token) {
    try {
        return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    }
    catch {
        return {};
    }
}
function refusal(options, error) {
    const claims = claimsOf(options.token);
    const reasons = options.expectedTrust === undefined ? [] : explainRefusal(options.expectedTrust, claims);
    const shown = SHOWN.filter((name) => claims[name] !== undefined).map((name) => `  ${name}: ${String(claims[name])}`);
    return new _model_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .AuditError */ .M('OIDC_REFUSED', [
        `${options.roleArn} refused this run (${error.message}).`,
        'The run says of itself:',
        ...shown,
        ...(reasons.length > 0 ? ['The role, as the config designs it, asks for:', ...reasons.map((reason) => `  ${reason}`)] : []),
    ].join('\n'), {
        remedy: reasons.length > 0
            ? 'Run from a trusted branch or environment, or change `github:` in the config and have an administrator deploy bootstrap again.'
            : 'The config trusts this run, so the deployed role is older than the config or missing: have an administrator deploy bootstrap.',
        cause: error,
    });
}
/** One line per unmet condition: `sub must be one of …, is …`. */
function explainRefusal(trust, claims) {
    const context = (0,_iam_conditions_js__WEBPACK_IMPORTED_MODULE_0__/* .requestContext */ .V8)(Object.fromEntries(Object.entries(claims).map(([name, value]) => [`${ISSUER}:${name}`, String(value)])));
    const unmet = (0,_iam_evaluate_js__WEBPACK_IMPORTED_MODULE_1__/* .unmetConditions */ .kW)((0,_iam_policy_js__WEBPACK_IMPORTED_MODULE_2__/* .parsePolicy */ .O)(trust), { action: 'sts:AssumeRoleWithWebIdentity', resource: '', context });
    return unmet.map(({ condition, actual }) => {
        const claim = condition.key.replace(`${ISSUER}:`, '');
        const wanted = condition.values.length === 1 ? condition.values[0] : `one of ${condition.values.join(', ')}`;
        return `${claim} must be ${wanted}; ${actual === undefined ? 'the token has none' : `it is ${actual.join(', ')}`}`;
    });
}
/** Assumes a second role with the first one's credentials; AWS caps such sessions at one hour. */
async function chainRole(options) {
    const sts = await (0,_clients_js__WEBPACK_IMPORTED_MODULE_5__/* .createClients */ .h)(options).sts();
    const { AssumeRoleCommand } = await Promise.all(/* import() */[__webpack_require__.e(455), __webpack_require__.e(933)]).then(__webpack_require__.t.bind(__webpack_require__, 3933, 19));
    try {
        const answer = await sts.send(new AssumeRoleCommand({ RoleArn: options.roleArn, RoleSessionName: options.sessionName, DurationSeconds: 3600 }));
        return toCredentials(answer.Credentials);
    }
    catch (error) {
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .toAuditError */ .X4)(error, { operation: 'sts:AssumeRole', resource: options.roleArn });
    }
}
/** The SDK's default chain: environment, profile, SSO, instance. */
async function defaultCredentials() {
    const { defaultProvider } = await __webpack_require__.e(/* import() */ 455).then(__webpack_require__.t.bind(__webpack_require__, 5455, 19));
    return defaultProvider();
}
/** Who the credentials belong to. @throws CREDENTIALS, ACCESS_DENIED */
async function callerIdentity(options) {
    const { GetCallerIdentityCommand } = await Promise.all(/* import() */[__webpack_require__.e(455), __webpack_require__.e(933)]).then(__webpack_require__.t.bind(__webpack_require__, 3933, 19));
    try {
        const answer = await (await (0,_clients_js__WEBPACK_IMPORTED_MODULE_5__/* .createClients */ .h)(options).sts()).send(new GetCallerIdentityCommand({}));
        return { account: answer.Account ?? '', arn: answer.Arn ?? '' };
    }
    catch (error) {
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .toAuditError */ .X4)(error, { operation: 'sts:GetCallerIdentity' });
    }
}


/***/ }),

/***/ 9507:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ isStackMissing),
/* harmony export */   GZ: () => (/* binding */ isDenied),
/* harmony export */   X4: () => (/* binding */ toAuditError),
/* harmony export */   dg: () => (/* binding */ isTransient),
/* harmony export */   ev: () => (/* binding */ isNamed)
/* harmony export */ });
/* harmony import */ var _model_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6351);

function faultOf(error) {
    return error instanceof Error ? error : undefined;
}
const DENIED = new Set([
    'AccessDenied',
    'AccessDeniedException',
    'UnauthorizedOperation',
    'AuthorizationError',
    'AuthorizationErrorException',
    'NotAuthorized',
    'Forbidden',
    'KMSAccessDeniedException',
]);
const TRANSIENT = /^(?:Throttling|ThrottlingException|RequestLimitExceeded|TooManyRequestsException|RequestTimeout|InternalFailure|InternalError|ServiceUnavailable|SlowDown|IDPCommunicationError|TimeoutError|ECONNRESET|ECONNREFUSED|EPIPE)$/;
function isDenied(error) {
    const fault = faultOf(error);
    return (fault !== undefined && (DENIED.has(fault.name) || (fault.$metadata?.httpStatusCode === 403 && fault.name !== 'InvalidClientTokenId')));
}
/** Worth trying again unchanged: load and connection, never a refusal. */
function isTransient(error) {
    const fault = faultOf(error);
    return (fault !== undefined &&
        (TRANSIENT.test(fault.name) || TRANSIENT.test(fault.code ?? '') || (fault.$metadata?.httpStatusCode ?? 0) >= 500));
}
function isNamed(error, ...names) {
    return names.includes(faultOf(error)?.name ?? '');
}
/** CloudFormation has one error for everything; the message is all that tells. The one place that reads it. */
function isStackMissing(error) {
    return isNamed(error, 'ValidationError', 'StackNotFoundException') && /does not exist/.test(faultOf(error)?.message ?? '');
}
/** `ACCESS_DENIED` or `AWS_CALL_FAILED`, with operation, resource, request id and what to do. */
function toAuditError(error, context) {
    if (error instanceof _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AuditError */ .M)
        return error;
    const fault = faultOf(error);
    const about = context.resource ? ` for ${context.resource}` : '';
    const requestId = fault?.$metadata?.requestId ? ` (request ${fault.$metadata.requestId})` : '';
    if (isDenied(error)) {
        return new _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AuditError */ .M('ACCESS_DENIED', `AWS refused ${context.operation}${about}: ${fault?.message ?? 'access denied'}${requestId}`, {
            remedy: `Allow ${context.operation} for the role in use, or use a role that has it.`,
            cause: error,
        });
    }
    if (fault &&
        /^(?:CredentialsProviderError|InvalidClientTokenId|ExpiredToken|ExpiredTokenException|UnrecognizedClientException|SignatureDoesNotMatch)$/.test(fault.name)) {
        return new _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AuditError */ .M('CREDENTIALS', `No usable AWS credentials: ${fault.message}${requestId}`, {
            remedy: 'In a workflow, give the job `permissions: id-token: write` and let the role be assumed; on a laptop, sign in with `aws sso login` or set AWS_PROFILE.',
            cause: error,
        });
    }
    return new _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AuditError */ .M('AWS_CALL_FAILED', `${context.operation}${about} failed: ${fault ? `${fault.name}: ${fault.message}` : String(error)}${requestId}`, {
        ...(isTransient(error) ? { remedy: 'Run again: this was load or the network, not a refusal.' } : {}),
        cause: error,
    });
}


/***/ }),

/***/ 8706:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bk: () => (/* binding */ deployedTemplate),
/* harmony export */   GO: () => (/* binding */ describeStack),
/* harmony export */   Yz: () => (/* binding */ outputsOf),
/* harmony export */   co: () => (/* binding */ readinessOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9507);

async function describeStack(client, stackName) {
    const { DescribeStacksCommand } = await Promise.all(/* import() */[__webpack_require__.e(455), __webpack_require__.e(123)]).then(__webpack_require__.t.bind(__webpack_require__, 1123, 19));
    try {
        return (await client.send(new DescribeStacksCommand({ StackName: stackName }))).Stacks?.[0];
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isStackMissing */ .$t)(error))
            return undefined;
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .toAuditError */ .X4)(error, { operation: 'cloudformation:DescribeStacks', resource: stackName });
    }
}
/** The template as it was submitted, or undefined when the stack has none yet. */
async function deployedTemplate(client, stackName) {
    const { GetTemplateCommand } = await Promise.all(/* import() */[__webpack_require__.e(455), __webpack_require__.e(123)]).then(__webpack_require__.t.bind(__webpack_require__, 1123, 19));
    try {
        return (await client.send(new GetTemplateCommand({ StackName: stackName, TemplateStage: 'Original' }))).TemplateBody;
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isStackMissing */ .$t)(error))
            return undefined;
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .toAuditError */ .X4)(error, { operation: 'cloudformation:GetTemplate', resource: stackName });
    }
}
function outputsOf(stack) {
    return Object.fromEntries((stack.Outputs ?? []).map((output) => [output.OutputKey ?? '', output.OutputValue ?? '']));
}
function readinessOf(stack) {
    const status = stack?.StackStatus ?? 'NONE';
    const name = stack?.StackName ?? '';
    // REVIEW_IN_PROGRESS is an empty shell left by a first change set; it takes another CREATE change set.
    if (status === 'NONE' || status === 'REVIEW_IN_PROGRESS' || status === 'DELETE_COMPLETE')
        return { kind: 'create' };
    if (status.endsWith('_IN_PROGRESS'))
        return { kind: 'busy', status };
    if (status === 'ROLLBACK_COMPLETE') {
        return {
            kind: 'stuck',
            status,
            recoverable: true,
            reason: `${name} is in ROLLBACK_COMPLETE: its first creation failed, and AWS takes no update of such a stack.`,
            remedy: `See what failed, then deploy with --delete-failed-stack ${name}: nothing that holds evidence was created, or it was retained and is named in the events.`,
        };
    }
    if (status === 'UPDATE_ROLLBACK_FAILED') {
        return {
            kind: 'stuck',
            status,
            recoverable: false,
            reason: `${name} is in UPDATE_ROLLBACK_FAILED: an update failed, and so did taking it back.`,
            remedy: `Put right what its events name, then: aws cloudformation continue-update-rollback --stack-name ${name}`,
        };
    }
    if (/^(?:CREATE|DELETE|ROLLBACK|IMPORT_ROLLBACK|UPDATE)_FAILED$/.test(status)) {
        return {
            kind: 'stuck',
            status,
            recoverable: false,
            reason: `${name} is in ${status}${stack?.StackStatusReason ? `: ${stack.StackStatusReason}` : ''}.`,
            remedy: `See \`aws cloudformation describe-stack-events --stack-name ${name}\`; such a stack is deleted or rolled back by hand.`,
        };
    }
    return { kind: 'update' };
}


/***/ }),

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

/***/ 3678:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _Z: () => (/* binding */ textInput),
/* harmony export */   dt: () => (/* binding */ listInput),
/* harmony export */   mc: () => (/* binding */ INPUTS),
/* harmony export */   tE: () => (/* binding */ booleanInput)
/* harmony export */ });
/* unused harmony export OUTPUTS */
/* harmony import */ var _model_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3791);

const INPUTS = [
    {
        name: 'command',
        description: 'What to do: `auto` decides by the event; or `check`, `plan`, `deploy`, `verify`, `render`.',
        default: 'auto',
        kind: 'text',
        allowed: ['auto', 'check', 'plan', 'deploy', 'verify', 'render'],
        only: 'action',
    },
    { name: 'config', description: 'Path of the configuration file.', default: 'mlops-audit.yml', kind: 'text' },
    { name: 'environment', description: 'Overrides `environment` of the config.', default: '', kind: 'text' },
    { name: 'account', description: 'Overrides `account` of the config.', default: '', kind: 'text' },
    { name: 'aws-region', description: 'Overrides `region` of the config: the audit region.', default: '', kind: 'text' },
    {
        name: 'role-to-assume',
        description: 'ARN of the role to assume with the OIDC token; derived from the config and the command when left out.',
        default: '',
        kind: 'text',
        commands: ['plan', 'deploy', 'verify'],
    },
    {
        name: 'role-session-name',
        description: 'Session name; `mlops-audit-<run id>` when left out.',
        default: '',
        kind: 'text',
        commands: ['plan', 'deploy', 'verify'],
    },
    {
        name: 'role-duration-seconds',
        description: 'How long the session lasts, 900 to 43200.',
        default: '3600',
        kind: 'text',
        commands: ['plan', 'deploy', 'verify'],
    },
    {
        name: 'role-to-chain',
        description: 'ARN of a second role to assume with the first; AWS caps such sessions at one hour.',
        default: '',
        kind: 'text',
        commands: ['plan', 'deploy', 'verify'],
    },
    {
        name: 'audience',
        description: 'Audience of the OIDC token; that of the partition when left out.',
        default: '',
        kind: 'text',
        only: 'action',
    },
    {
        name: 'mask-aws-account-id',
        description: 'Hide account ids in comment and summary; always so in public repositories.',
        default: 'false',
        kind: 'boolean',
    },
    {
        name: 'fail-on',
        description: 'The mildest severity that fails the run; `fail-on` of the config, else `high`, when left out.',
        default: '',
        kind: 'text',
        allowed: _model_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .SEVERITIES */ .oC,
        commands: ['plan', 'deploy', 'verify', 'check'],
    },
    { name: 'output-dir', description: 'Where results, evidence and templates are written.', default: '.mlops-audit', kind: 'text' },
    {
        name: 'allow-destructive',
        description: 'Logical ids of evidence-holding resources that may be replaced or removed, comma separated.',
        default: '',
        kind: 'list',
        commands: ['deploy'],
    },
    {
        name: 'delete-failed-stack',
        description: 'Names of stacks in ROLLBACK_COMPLETE that may be deleted and created again, comma separated.',
        default: '',
        kind: 'list',
        commands: ['deploy'],
    },
    { name: 'timeout-minutes', description: 'How long to wait for a stack.', default: '30', kind: 'text', commands: ['deploy', 'plan'] },
    {
        name: 'comment',
        description: 'Write the result into one comment of the pull request.',
        default: 'true',
        kind: 'boolean',
        only: 'action',
    },
    {
        name: 'comment-author',
        description: 'Login whose comment is updated; the author of the token.',
        default: 'github-actions[bot]',
        kind: 'text',
        only: 'action',
    },
    {
        name: 'github-token',
        description: 'Token for the comment; needs `pull-requests: write`.',
        default: '${{ github.token }}',
        kind: 'text',
        only: 'action',
    },
    {
        name: 'discover',
        description: 'Judge an account without a config: finds its trails, keys, buckets and roles.',
        default: 'false',
        kind: 'boolean',
        commands: ['verify'],
    },
    {
        name: 'from',
        description: 'Folder with `evidence.json` of an earlier run: the same findings, offline.',
        default: '',
        kind: 'text',
        commands: ['verify'],
    },
    {
        name: 'bootstrap',
        description: "Deploy the bootstrap stack, with an administrator's own credentials.",
        default: 'false',
        kind: 'boolean',
        only: 'cli',
        commands: ['deploy'],
    },
    {
        name: 'format',
        description: 'What is printed: `text`, `json` or `markdown`.',
        default: 'text',
        kind: 'text',
        allowed: ['text', 'json', 'markdown'],
        only: 'cli',
    },
];
/** Step outputs of the action. */
const OUTPUTS = [
    { name: 'outcome', description: '`checked`, `rendered`, `planned`, `no-changes`, `deployed`, `verified`, `refused` or `failed`.' },
    { name: 'has-changes', description: '`true` when the plan or the deployment changes something.' },
    { name: 'failed', description: 'How many checks fail.' },
    { name: 'errors', description: 'How many checks could not be read.' },
    { name: 'highest-severity', description: 'Worst severity among failed and unreadable checks; `none` without any.' },
    { name: 'results-path', description: 'Path of `results.json`.' },
    { name: 'evidence-path', description: 'Path of `evidence.json`; empty when nothing was read.' },
    { name: 'comment-url', description: 'URL of the comment; empty when none was written.' },
    { name: 'stack-outputs', description: 'Outputs of the deployed stacks, as JSON by stack name.' },
];
function textInput(values, name) {
    return values.get(name) ?? INPUTS.find((input) => input.name === name)?.default ?? '';
}
function booleanInput(values, name) {
    return textInput(values, name).toLowerCase() === 'true';
}
function listInput(values, name) {
    return textInput(values, name)
        .split(',')
        .map((item) => item.trim())
        .filter((item) => item !== '');
}


/***/ }),

/***/ 5785:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ plan)
});

// EXTERNAL MODULE: ./src/aws/change-set.js
var change_set = __webpack_require__(8749);
// EXTERNAL MODULE: ./src/aws/stack.js
var stack = __webpack_require__(8706);
// EXTERNAL MODULE: ./src/model/errors.js
var errors = __webpack_require__(6351);
// EXTERNAL MODULE: ./src/iam/policy.js
var policy = __webpack_require__(1250);
;// CONCATENATED MODULE: ./src/plan/access-changes.js

/**
 * What two versions of a template grant differently, by meaning: every statement is broken into single grants
 * (effect, action, resource, principal, condition), so a rewritten but equal statement is no change.
 */
function accessChanges(before, after) {
    const subjects = [...new Set([...Object.keys(before?.Resources ?? {}), ...Object.keys(after.Resources)])].sort();
    return subjects.flatMap((subject) => {
        const old = grantsOf(before?.Resources[subject]);
        const now = grantsOf(after.Resources[subject]);
        const only = (grants, others) => grouped([...grants].filter(([key]) => !others.has(key)).map(([, grant]) => grant));
        return [
            ...only(now, old).map((line) => ({ subject, change: 'added', ...line, widens: line.effect === 'Allow' })),
            ...only(old, now).map((line) => ({ subject, change: 'removed', ...line, widens: line.effect === 'Deny' })),
        ];
    });
}
function grantsOf(resource) {
    const grants = documentsOf(resource).flatMap((document) => (0,policy/* parsePolicy */.O)(flatten(document)).flatMap(grantsOfStatement));
    return new Map(grants.map((grant) => [`${grant.effect} ${grant.action}${grant.where}`, grant]));
}
/** Stands for all a managed policy grants; its text is AWS's. */
const MANAGED = 'managed-policy';
function documentsOf(resource) {
    const properties = resource?.Properties ?? {};
    const inline = (properties['Policies'] ?? []).map((policy) => policy.PolicyDocument);
    const managed = (properties['ManagedPolicyArns'] ?? []).map((arn) => ({
        Statement: [{ Effect: 'Allow', Action: MANAGED, Resource: arn }],
    }));
    const own = ['PolicyDocument', 'KeyPolicy', 'AssumeRolePolicyDocument'].flatMap((name) => properties[name] === undefined ? [] : [properties[name]]);
    return [...own, ...inline, ...managed];
}
function grantsOfStatement(statement) {
    const actions = statement.actions ?? (statement.notActions ?? []).map((action) => `anything but ${action}`);
    const resources = statement.resources ?? statement.notResources?.map((resource) => `anything but ${resource}`) ?? ['itself'];
    const principals = statement.principals ?? statement.notPrincipals?.map((principal) => ({ ...principal, value: `everyone but ${principal.value}` }));
    const when = conditionText(statement.conditions);
    return (principals ?? [undefined]).flatMap((principal) => actions.flatMap((action) => resources.map((resource) => {
        if (action === MANAGED)
            return { effect: statement.effect, action: 'everything', where: ` in ${resource.split('/').at(-1)}` };
        return {
            effect: statement.effect,
            action,
            where: ` on ${shorten(resource)}${principal ? ` to ${shorten(principal.value)}` : ''}${when}`,
        };
    })));
}
/** Actions that share resource and condition, on one line. */
function grouped(grants) {
    const lines = new Map();
    for (const { effect, action, where } of grants) {
        const line = lines.get(`${effect}${where}`) ?? { effect, actions: [], where };
        line.actions.push(action);
        lines.set(`${effect}${where}`, line);
    }
    return [...lines.values()].map(({ effect, actions, where }) => ({ effect, text: `${actions.join(', ')}${where}` }));
}
function conditionText(conditions) {
    const parts = conditions.map((condition) => `${condition.key} ${condition.operator} ${[...condition.values].sort().join(' or ')}`).sort();
    return parts.length === 0 ? '' : ` when ${parts.join(' and ')}`;
}
/** Intrinsics as text: two that are written alike mean alike. */
function flatten(value) {
    if (Array.isArray(value))
        return value.map(flatten);
    if (typeof value !== 'object' || value === null)
        return value;
    const entries = Object.entries(value);
    const [only] = entries;
    if (entries.length === 1 && only) {
        const [key, argument] = only;
        if (key === 'Ref')
            return `\${${String(argument)}}`;
        if (key === 'Fn::GetAtt')
            return `\${${argument.join('.')}}`;
        if (key === 'Fn::Sub' && typeof argument === 'string')
            return argument;
    }
    return Object.fromEntries(entries.map(([key, item]) => [key, flatten(item)]));
}
/** Leaves out what is the same in every ARN of a template. */
function shorten(text) {
    return text
        .replace(/^arn:\$\{AWS::Partition\}:/, '')
        .replaceAll('${AWS::AccountId}', 'ACCOUNT')
        .replaceAll('${AWS::Region}', 'REGION');
}

// EXTERNAL MODULE: ./src/render/parse.js
var parse = __webpack_require__(918);
// EXTERNAL MODULE: ./src/commands/project.js + 11 modules
var project = __webpack_require__(798);
// EXTERNAL MODULE: ./src/commands/result.js
var result = __webpack_require__(5730);
// EXTERNAL MODULE: ./src/commands/session.js
var commands_session = __webpack_require__(6787);
;// CONCATENATED MODULE: ./src/commands/plan.js








/** What a deployment would change, per resource and per permission. Changes nothing. */
async function plan(world, inputs, options = { local: false }) {
    const { config, templates } = await (0,project/* loadProject */.g)(world, inputs);
    const stacks = templates.filter((template) => template.name !== 'bootstrap');
    const session = options.local ? undefined : await (0,commands_session/* openSession */.f)(world, inputs, { region: config.region, config, templates, role: 'plan' });
    const plans = [];
    for (const template of stacks)
        plans.push(session ? await planStack(world, session, template) : localPlan(template));
    const notices = [
        ...(options.notices ?? []),
        ...(options.local ? ['Planned without AWS credentials: the list is what the templates hold, not what differs from the account.'] : []),
        ...(templates.some((template) => template.name === 'bootstrap')
            ? ['The bootstrap stack is not planned here: an administrator deploys it.']
            : []),
    ];
    const report = (0,result/* buildReport */.FK)(world, { command: 'plan', outcome: 'planned', failOn: (0,project/* failOnOf */.t)(config, inputs), config }, { plans, notices });
    return { report, exitCode: (0,result/* exitCodeOf */.FO)(report) };
}
function localPlan(template) {
    const parsed = (0,parse/* parseTemplate */.Q)(template.body, template.name);
    const changes = Object.entries(parsed.Resources).map(([logicalId, resource]) => ({
        action: 'Add',
        logicalId,
        type: resource.Type,
        physicalId: undefined,
        replacement: undefined,
        properties: [],
    }));
    return {
        kind: 'changes',
        template: template.name,
        stackName: template.stackName,
        local: true,
        changes,
        access: accessChanges(undefined, parsed),
    };
}
async function planStack(world, session, template) {
    const client = await session.clients.cloudFormation();
    const base = { template: template.name, stackName: template.stackName };
    const readiness = (0,stack/* readinessOf */.co)(await (0,stack/* describeStack */.GO)(client, template.stackName));
    switch (readiness.kind) {
        case 'create':
            // A first change set would leave an empty stack behind, so a first plan is made from the template.
            return localPlan(template);
        case 'busy':
            return { kind: 'unavailable', ...base, reason: `it is in ${readiness.status}; plan again when that has ended.` };
        case 'stuck':
            return { kind: 'unavailable', ...base, reason: `${readiness.reason} ${readiness.remedy}` };
        case 'update':
            break;
        default:
            readiness;
    }
    const name = `mlops-audit-plan-${world.run.key}`;
    const changeSet = await (0,change_set/* createChangeSet */.V)(client, {
        stackName: template.stackName,
        name,
        type: 'UPDATE',
        body: template.body,
        sleep: world.sleep,
        signal: world.signal,
    });
    if (changeSet.kind === 'empty')
        return { kind: 'no-changes', ...base };
    await (0,change_set/* deleteChangeSet */.c)(client, template.stackName, changeSet.id);
    const before = await (0,stack/* deployedTemplate */.Bk)(client, template.stackName);
    if (before === undefined)
        throw new errors/* AuditError */.M('STACK_UNREADY', `${template.stackName} disappeared while it was planned.`);
    const access = accessChanges((0,parse/* parseTemplate */.Q)(before, template.stackName), (0,parse/* parseTemplate */.Q)(template.body, template.name));
    return { kind: 'changes', ...base, local: false, changes: changeSet.changes, access };
}


/***/ }),

/***/ 798:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  t: () => (/* binding */ failOnOf),
  g: () => (/* binding */ loadProject)
});

// EXTERNAL MODULE: ./src/checks/registry.js + 55 modules
var registry = __webpack_require__(2945);
// EXTERNAL MODULE: ./src/model/errors.js
var errors = __webpack_require__(6351);
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
    };
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

// EXTERNAL MODULE: ./src/config/messages.js + 1 modules
var messages = __webpack_require__(9824);
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
        const guess = (0,messages/* closest */.k)(region, model_partition/* ALL_REGIONS */.m);
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
        const guess = (0,messages/* closest */.k)(exception.check, checkIds);
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
const schema11 = { "$schema": "http://json-schema.org/draft-07/schema#", "$id": "https://raw.githubusercontent.com/org/mlops-audit-action/v1/schema.json", "title": "mlops-audit configuration", "type": "object", "additionalProperties": false, "required": ["version", "project", "environment", "account", "region"], "properties": { "version": { "const": 1, "description": "the version of this file's format: 1" }, "project": { "type": "string", "pattern": "^[a-z][a-z0-9-]{1,40}$", "description": "the project, lower case: a letter, then at most 40 letters, digits and hyphens" }, "environment": { "type": "string", "pattern": "^[a-z][a-z0-9-]{0,19}$", "description": "the environment, such as dev, staging or prod" }, "prefix": { "type": "string", "pattern": "^[a-z][a-z0-9-]{1,50}$", "description": "what every name starts with; `<project>-<environment>` when left out" }, "account": { "type": "string", "pattern": "^[0-9]{12}$", "description": "the AWS account id: 12 digits in quotes" }, "region": { "type": "string", "description": "the audit region: key, log bucket and trail live here" }, "workload-region": { "type": "string", "description": "where EKS, SageMaker and the data live; the audit region when left out" }, "tags": { "type": "object", "description": "your own tags on everything taggable, at most 40", "maxProperties": 40, "additionalProperties": { "type": "string", "pattern": "^[^\\u0000-\\u001f]{0,256}$", "description": "a tag value: at most 256 characters on one line" }, "propertyNames": { "pattern": "^(?!aws:)[A-Za-z0-9 _.:/=+@-]{1,128}$" } }, "names": { "type": "object", "additionalProperties": false, "description": "overrides of derived names, one by one", "properties": { "trail": { "type": "string", "pattern": "^[A-Za-z0-9](?!.*[._-]{2})[A-Za-z0-9._-]{1,126}[A-Za-z0-9]$", "description": "a trail name: 3 to 128 letters, digits, dots, underscores and hyphens, no two separators in a row" }, "key-alias": { "type": "string", "pattern": "^alias/(?!aws/)[A-Za-z0-9/_-]{1,250}$", "description": "a KMS alias: `alias/` and letters, digits, /, _ and -; `alias/aws/` is reserved for AWS" }, "log-bucket": { "type": "string", "pattern": "^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$", "description": "an S3 bucket name: 3 to 63 lower-case letters, digits, dots and hyphens, starting and ending with a letter or digit" }, "access-log-bucket": { "type": "string", "pattern": "^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$", "description": "an S3 bucket name: 3 to 63 lower-case letters, digits, dots and hyphens, starting and ending with a letter or digit" }, "log-group": { "type": "string", "pattern": "^(?!aws/)[A-Za-z0-9_/.#-]{1,512}$", "description": "a CloudWatch Logs group name: letters, digits and _ / . # -; `aws/` at the start is reserved" }, "cloudwatch-logs-role": { "type": "string", "pattern": "^[A-Za-z0-9+=,.@_-]{1,64}$", "description": "an IAM name: at most 64 letters, digits and +=,.@_-" }, "topic": { "type": "string", "pattern": "^[A-Za-z0-9_-]{1,256}$", "description": "an SNS topic name: letters, digits, _ and -" }, "tamper-rule": { "type": "string", "pattern": "^[A-Za-z0-9._-]{1,64}$", "description": "an EventBridge rule name: at most 64 letters, digits, dots, _ and -" }, "eks-cluster-role": { "type": "string", "pattern": "^[A-Za-z0-9+=,.@_-]{1,64}$", "description": "an IAM name: at most 64 letters, digits and +=,.@_-" }, "eks-nodegroup-role": { "type": "string", "pattern": "^[A-Za-z0-9+=,.@_-]{1,64}$", "description": "an IAM name: at most 64 letters, digits and +=,.@_-" }, "sagemaker-role": { "type": "string", "pattern": "^[A-Za-z0-9+=,.@_-]{1,64}$", "description": "an IAM name: at most 64 letters, digits and +=,.@_-" }, "plan-role": { "type": "string", "pattern": "^[A-Za-z0-9+=,.@_-]{1,64}$", "description": "an IAM name: at most 64 letters, digits and +=,.@_-" }, "deploy-role": { "type": "string", "pattern": "^[A-Za-z0-9+=,.@_-]{1,64}$", "description": "an IAM name: at most 64 letters, digits and +=,.@_-" }, "verify-role": { "type": "string", "pattern": "^[A-Za-z0-9+=,.@_-]{1,64}$", "description": "an IAM name: at most 64 letters, digits and +=,.@_-" }, "pipeline-boundary": { "type": "string", "pattern": "^[A-Za-z0-9+=,.@_-]{1,64}$", "description": "an IAM name: at most 64 letters, digits and +=,.@_-" }, "workload-boundary": { "type": "string", "pattern": "^[A-Za-z0-9+=,.@_-]{1,64}$", "description": "an IAM name: at most 64 letters, digits and +=,.@_-" }, "bootstrap-stack": { "type": "string", "pattern": "^[A-Za-z][A-Za-z0-9-]{0,127}$", "description": "a stack name: a letter, then at most 127 letters, digits and hyphens" }, "audit-stack": { "type": "string", "pattern": "^[A-Za-z][A-Za-z0-9-]{0,127}$", "description": "a stack name: a letter, then at most 127 letters, digits and hyphens" }, "access-stack": { "type": "string", "pattern": "^[A-Za-z][A-Za-z0-9-]{0,127}$", "description": "a stack name: a letter, then at most 127 letters, digits and hyphens" } } }, "github": { "type": "object", "additionalProperties": false, "description": "the repository whose workflow runs this; left out, no GitHub roles are rendered", "required": ["repository"], "properties": { "repository": { "type": "string", "pattern": "^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})/[A-Za-z0-9._-]{1,100}$", "description": "OWNER/REPO of the repository whose workflow deploys and verifies" }, "owner-id": { "type": "string", "pattern": "^[0-9]{1,20}$", "description": "the numeric id of the owner, in quotes; half of the immutable `sub` claim" }, "repository-id": { "type": "string", "pattern": "^[0-9]{1,20}$", "description": "the numeric id of the repository, in quotes; pinned in every trust policy" }, "branches": { "type": "array", "minItems": 1, "maxItems": 5, "items": { "type": "string", "pattern": "^[A-Za-z0-9._/-]{1,100}$", "description": "a branch name without wildcards" }, "description": "branches whose runs may deploy; `[main]` when left out" }, "environments": { "type": "array", "maxItems": 5, "items": { "type": "string", "pattern": "^[A-Za-z0-9 ._-]{1,100}$", "description": "a GitHub environment name" }, "description": "GitHub environments whose jobs may deploy; an `environment:` job's `sub` names the environment, not the branch" }, "subject": { "enum": ["both", "immutable", "name"], "description": "which form of the `sub` claim is trusted: `both`, `immutable` (repo:OWNER@ID/REPO@ID:...) or `name` (repo:OWNER/REPO:...)" }, "oidc-provider": { "anyOf": [{ "const": "create" }, { "type": "object", "additionalProperties": false, "required": ["use"], "properties": { "use": { "type": "string", "pattern": "^arn:aws(-us-gov|-cn)?:iam::[0-9]{12}:oidc-provider/.+$", "description": "the ARN of the account's existing GitHub OIDC provider" } } }], "description": "`create`, or `{ use: <arn> }` where the account has one already" }, "deploy": { "enum": ["manual", "on-merge"], "description": "`manual` (a person starts the workflow) or `on-merge` (a push to the default branch deploys)" } } }, "audit": { "type": "object", "additionalProperties": false, "description": "the audit stack", "properties": { "trail": { "const": "create", "description": "`create`: this project has its own trail" }, "log-prefix": { "type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$", "description": "the key prefix of log files in the bucket: letters, digits, _ and -" }, "data-events": { "anyOf": [{ "const": "all" }, { "type": "array", "maxItems": 100, "items": { "type": "string", "pattern": "^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$", "description": "an S3 bucket name: 3 to 63 lower-case letters, digits, dots and hyphens, starting and ending with a letter or digit" } }], "description": "the buckets whose object reads and writes are logged, or `all` (every bucket except the log buckets)" }, "data-events-access": { "enum": ["all", "read", "write"], "description": "`all`, `read` or `write`" }, "insights": { "type": "boolean", "description": "CloudTrail Insights on call rate and error rate (billed)" }, "key": { "type": "object", "additionalProperties": false, "description": "the KMS key that encrypts the logs", "properties": { "rotation-days": { "type": "integer", "minimum": 90, "maximum": 2560, "description": "days between key rotations, 90 to 2560" }, "administrators": { "type": "array", "maxItems": 20, "items": { "type": "string", "pattern": "^arn:aws(-us-gov|-cn)?:iam::[0-9]{12}:(role|user)/[A-Za-z0-9+=,.@_/-]+$", "description": "the ARN of an IAM role or user" }, "description": "who may administer the log key besides the account root" }, "allow-deletion": { "type": "boolean", "description": "whether administrators may schedule the key's deletion" }, "reader-accounts": { "type": "array", "maxItems": 20, "items": { "type": "string", "pattern": "^[0-9]{12}$", "description": "another account's id: 12 digits in quotes" }, "description": "other accounts whose principals may decrypt the logs" } } }, "bucket-key": { "type": "boolean", "description": "S3 Bucket Keys on the log bucket: fewer KMS requests; the encryption context becomes the bucket's ARN" }, "lifecycle": { "type": "object", "additionalProperties": false, "description": "when log files move to colder storage", "properties": { "standard-ia": { "type": ["integer", "null"], "minimum": 30, "maximum": 3650, "description": "days until STANDARD_IA, at least 30, or null for never" }, "glacier": { "type": ["integer", "null"], "minimum": 30, "maximum": 3650, "description": "days until the Glacier class, or null for never" }, "glacier-class": { "enum": ["GLACIER_IR", "GLACIER"], "description": "GLACIER_IR (readable at once) or GLACIER (needs a restore before logs can be read or validated)" }, "deep-archive": { "type": ["integer", "null"], "minimum": 30, "maximum": 3650, "description": "days until DEEP_ARCHIVE, or null for never" }, "expire": { "type": ["integer", "null"], "minimum": 1, "maximum": 36500, "description": "days until logs are deleted, or null for never" }, "scope": { "enum": ["prefix", "all"], "description": "`prefix` (the log prefix) or `all` (the whole bucket)" } } }, "access-log-retention-days": { "type": "integer", "minimum": 30, "maximum": 3650, "description": "days the log bucket's own access logs are kept, 30 to 3650" }, "log-retention-days": { "enum": [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653], "description": "days CloudWatch Logs keeps events; one of the values CloudWatch Logs accepts" }, "alert": { "anyOf": [{ "type": "string", "pattern": "^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$" }, { "type": "array", "maxItems": 10, "items": { "type": "string", "pattern": "^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$", "description": "an e-mail address" } }], "description": "an e-mail address, or a list of them, told about tampering" }, "tamper-rule": { "type": "boolean", "description": "an EventBridge rule that reports attempts to stop, narrow or delete the trail, its logs or its key" } } }, "access": { "type": "object", "additionalProperties": false, "description": "the access stack", "properties": { "eks": { "anyOf": [{ "const": false }, { "type": "object", "additionalProperties": false, "properties": { "auto-mode": { "type": "boolean", "description": "EKS Auto Mode: its managed policies and `sts:TagSession`" }, "cni": { "enum": ["node-role", "aws-node"], "description": "`node-role` keeps AmazonEKS_CNI_Policy on the nodes; `aws-node` leaves it to a role of the aws-node service account" }, "ecr-pull": { "enum": ["pull-only", "read-only"], "description": "`pull-only` (AmazonEC2ContainerRegistryPullOnly) or `read-only` (AmazonEC2ContainerRegistryReadOnly)" } } }], "description": "EKS roles, or `false` for none" }, "sagemaker": { "anyOf": [{ "const": false }, { "type": "object", "additionalProperties": false, "properties": { "profile": { "enum": ["least-privilege", "lab"], "description": "`least-privilege`, or `lab` (AWS full-access policies; reported as findings)" }, "data-buckets": { "type": "array", "maxItems": 20, "items": { "type": "string", "pattern": "^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$", "description": "an S3 bucket name: 3 to 63 lower-case letters, digits, dots and hyphens, starting and ending with a letter or digit" }, "description": "buckets the role may use" }, "prefixes": { "type": "array", "minItems": 1, "maxItems": 20, "items": { "type": "string", "pattern": "^[A-Za-z0-9!_.'()/-]{1,200}/$", "description": "a key prefix ending in /" }, "description": "key prefixes the role may use in those buckets" }, "repositories": { "type": "array", "maxItems": 20, "items": { "type": "string", "pattern": "^[a-z0-9]+(?:[._/-][a-z0-9]+)*$", "description": "an ECR repository name" }, "description": "ECR repositories the role may pull from" }, "keys": { "type": "array", "maxItems": 10, "items": { "type": "string", "pattern": "^arn:aws(-us-gov|-cn)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$", "description": "the ARN of a KMS key" }, "description": "KMS keys of those buckets" }, "vpc": { "type": "boolean", "description": "whether jobs run in a VPC: adds the network-interface actions" } } }], "description": "the SageMaker execution role, or `false` for none" } } }, "exceptions": { "type": "array", "maxItems": 200, "description": "findings accepted until a day", "items": { "type": "object", "additionalProperties": false, "required": ["check", "reason", "owner", "expires"], "properties": { "check": { "type": "string", "pattern": "^[a-z0-9-]+$", "description": "the id of a check" }, "resource": { "type": "string", "pattern": "^.{1,2048}$", "description": "the ARN it holds for; every resource when left out" }, "reason": { "type": "string", "pattern": "\\S", "description": "why it is accepted" }, "owner": { "type": "string", "pattern": "\\S", "description": "who answers for it" }, "ticket": { "type": "string", "pattern": "\\S", "description": "where it is tracked" }, "expires": { "type": "string", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$", "description": "the last day it holds, YYYY-MM-DD" } } } }, "fail-on": { "enum": ["critical", "high", "medium", "low"], "description": "the mildest severity that fails a run: `critical`, `high` (default), `medium` or `low`" } } };
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
            }
            else {
                const err145 = { instancePath: instancePath + "/audit", schemaPath: "#/properties/audit/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                    vErrors = [err145];
                }
                else {
                    vErrors.push(err145);
                }
                errors++;
            }
        }
        if (data.access !== undefined) {
            let data68 = data.access;
            if (data68 && typeof data68 == "object" && !Array.isArray(data68)) {
                for (const key9 in data68) {
                    if (!((key9 === "eks") || (key9 === "sagemaker"))) {
                        const err146 = { instancePath: instancePath + "/access", schemaPath: "#/properties/access/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key9 }, message: "must NOT have additional properties" };
                        if (vErrors === null) {
                            vErrors = [err146];
                        }
                        else {
                            vErrors.push(err146);
                        }
                        errors++;
                    }
                }
                if (data68.eks !== undefined) {
                    let data69 = data68.eks;
                    const _errs152 = errors;
                    let valid25 = false;
                    const _errs153 = errors;
                    if (false !== data69) {
                        const err147 = { instancePath: instancePath + "/access/eks", schemaPath: "#/properties/access/properties/eks/anyOf/0/const", keyword: "const", params: { allowedValue: false }, message: "must be equal to constant" };
                        if (vErrors === null) {
                            vErrors = [err147];
                        }
                        else {
                            vErrors.push(err147);
                        }
                        errors++;
                    }
                    var _valid3 = _errs153 === errors;
                    valid25 = valid25 || _valid3;
                    if (!valid25) {
                        const _errs154 = errors;
                        if (data69 && typeof data69 == "object" && !Array.isArray(data69)) {
                            for (const key10 in data69) {
                                if (!(((key10 === "auto-mode") || (key10 === "cni")) || (key10 === "ecr-pull"))) {
                                    const err148 = { instancePath: instancePath + "/access/eks", schemaPath: "#/properties/access/properties/eks/anyOf/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key10 }, message: "must NOT have additional properties" };
                                    if (vErrors === null) {
                                        vErrors = [err148];
                                    }
                                    else {
                                        vErrors.push(err148);
                                    }
                                    errors++;
                                }
                            }
                            if (data69["auto-mode"] !== undefined) {
                                if (typeof data69["auto-mode"] !== "boolean") {
                                    const err149 = { instancePath: instancePath + "/access/eks/auto-mode", schemaPath: "#/properties/access/properties/eks/anyOf/1/properties/auto-mode/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                                    if (vErrors === null) {
                                        vErrors = [err149];
                                    }
                                    else {
                                        vErrors.push(err149);
                                    }
                                    errors++;
                                }
                            }
                            if (data69.cni !== undefined) {
                                let data71 = data69.cni;
                                if (!((data71 === "node-role") || (data71 === "aws-node"))) {
                                    const err150 = { instancePath: instancePath + "/access/eks/cni", schemaPath: "#/properties/access/properties/eks/anyOf/1/properties/cni/enum", keyword: "enum", params: { allowedValues: schema11.properties.access.properties.eks.anyOf[1].properties.cni.enum }, message: "must be equal to one of the allowed values" };
                                    if (vErrors === null) {
                                        vErrors = [err150];
                                    }
                                    else {
                                        vErrors.push(err150);
                                    }
                                    errors++;
                                }
                            }
                            if (data69["ecr-pull"] !== undefined) {
                                let data72 = data69["ecr-pull"];
                                if (!((data72 === "pull-only") || (data72 === "read-only"))) {
                                    const err151 = { instancePath: instancePath + "/access/eks/ecr-pull", schemaPath: "#/properties/access/properties/eks/anyOf/1/properties/ecr-pull/enum", keyword: "enum", params: { allowedValues: schema11.properties.access.properties.eks.anyOf[1].properties["ecr-pull"].enum }, message: "must be equal to one of the allowed values" };
                                    if (vErrors === null) {
                                        vErrors = [err151];
                                    }
                                    else {
                                        vErrors.push(err151);
                                    }
                                    errors++;
                                }
                            }
                        }
                        else {
                            const err152 = { instancePath: instancePath + "/access/eks", schemaPath: "#/properties/access/properties/eks/anyOf/1/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                            if (vErrors === null) {
                                vErrors = [err152];
                            }
                            else {
                                vErrors.push(err152);
                            }
                            errors++;
                        }
                        var _valid3 = _errs154 === errors;
                        valid25 = valid25 || _valid3;
                    }
                    if (!valid25) {
                        const err153 = { instancePath: instancePath + "/access/eks", schemaPath: "#/properties/access/properties/eks/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
                        if (vErrors === null) {
                            vErrors = [err153];
                        }
                        else {
                            vErrors.push(err153);
                        }
                        errors++;
                    }
                    else {
                        errors = _errs152;
                        if (vErrors !== null) {
                            if (_errs152) {
                                vErrors.length = _errs152;
                            }
                            else {
                                vErrors = null;
                            }
                        }
                    }
                }
                if (data68.sagemaker !== undefined) {
                    let data73 = data68.sagemaker;
                    const _errs162 = errors;
                    let valid27 = false;
                    const _errs163 = errors;
                    if (false !== data73) {
                        const err154 = { instancePath: instancePath + "/access/sagemaker", schemaPath: "#/properties/access/properties/sagemaker/anyOf/0/const", keyword: "const", params: { allowedValue: false }, message: "must be equal to constant" };
                        if (vErrors === null) {
                            vErrors = [err154];
                        }
                        else {
                            vErrors.push(err154);
                        }
                        errors++;
                    }
                    var _valid4 = _errs163 === errors;
                    valid27 = valid27 || _valid4;
                    if (!valid27) {
                        const _errs164 = errors;
                        if (data73 && typeof data73 == "object" && !Array.isArray(data73)) {
                            for (const key11 in data73) {
                                if (!((((((key11 === "profile") || (key11 === "data-buckets")) || (key11 === "prefixes")) || (key11 === "repositories")) || (key11 === "keys")) || (key11 === "vpc"))) {
                                    const err155 = { instancePath: instancePath + "/access/sagemaker", schemaPath: "#/properties/access/properties/sagemaker/anyOf/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key11 }, message: "must NOT have additional properties" };
                                    if (vErrors === null) {
                                        vErrors = [err155];
                                    }
                                    else {
                                        vErrors.push(err155);
                                    }
                                    errors++;
                                }
                            }
                            if (data73.profile !== undefined) {
                                let data74 = data73.profile;
                                if (!((data74 === "least-privilege") || (data74 === "lab"))) {
                                    const err156 = { instancePath: instancePath + "/access/sagemaker/profile", schemaPath: "#/properties/access/properties/sagemaker/anyOf/1/properties/profile/enum", keyword: "enum", params: { allowedValues: schema11.properties.access.properties.sagemaker.anyOf[1].properties.profile.enum }, message: "must be equal to one of the allowed values" };
                                    if (vErrors === null) {
                                        vErrors = [err156];
                                    }
                                    else {
                                        vErrors.push(err156);
                                    }
                                    errors++;
                                }
                            }
                            if (data73["data-buckets"] !== undefined) {
                                let data75 = data73["data-buckets"];
                                if (Array.isArray(data75)) {
                                    if (data75.length > 20) {
                                        const err157 = { instancePath: instancePath + "/access/sagemaker/data-buckets", schemaPath: "#/properties/access/properties/sagemaker/anyOf/1/properties/data-buckets/maxItems", keyword: "maxItems", params: { limit: 20 }, message: "must NOT have more than 20 items" };
                                        if (vErrors === null) {
                                            vErrors = [err157];
                                        }
                                        else {
                                            vErrors.push(err157);
                                        }
                                        errors++;
                                    }
                                    const len6 = data75.length;
                                    for (let i6 = 0; i6 < len6; i6++) {
                                        let data76 = data75[i6];
                                        if (typeof data76 === "string") {
                                            if (!pattern8.test(data76)) {
                                                const err158 = { instancePath: instancePath + "/access/sagemaker/data-buckets/" + i6, schemaPath: "#/properties/access/properties/sagemaker/anyOf/1/properties/data-buckets/items/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$" }, message: "must match pattern \"" + "^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$" + "\"" };
                                                if (vErrors === null) {
                                                    vErrors = [err158];
                                                }
                                                else {
                                                    vErrors.push(err158);
                                                }
                                                errors++;
                                            }
                                        }
                                        else {
                                            const err159 = { instancePath: instancePath + "/access/sagemaker/data-buckets/" + i6, schemaPath: "#/properties/access/properties/sagemaker/anyOf/1/properties/data-buckets/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                            if (vErrors === null) {
                                                vErrors = [err159];
                                            }
                                            else {
                                                vErrors.push(err159);
                                            }
                                            errors++;
                                        }
                                    }
                                }
                                else {
                                    const err160 = { instancePath: instancePath + "/access/sagemaker/data-buckets", schemaPath: "#/properties/access/properties/sagemaker/anyOf/1/properties/data-buckets/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                                    if (vErrors === null) {
                                        vErrors = [err160];
                                    }
                                    else {
                                        vErrors.push(err160);
                                    }
                                    errors++;
                                }
                            }
                            if (data73.prefixes !== undefined) {
                                let data77 = data73.prefixes;
                                if (Array.isArray(data77)) {
                                    if (data77.length > 20) {
                                        const err161 = { instancePath: instancePath + "/access/sagemaker/prefixes", schemaPath: "#/properties/access/properties/sagemaker/anyOf/1/properties/prefixes/maxItems", keyword: "maxItems", params: { limit: 20 }, message: "must NOT have more than 20 items" };
                                        if (vErrors === null) {
                                            vErrors = [err161];
                                        }
                                        else {
                                            vErrors.push(err161);
                                        }
                                        errors++;
                                    }
                                    if (data77.length < 1) {
                                        const err162 = { instancePath: instancePath + "/access/sagemaker/prefixes", schemaPath: "#/properties/access/properties/sagemaker/anyOf/1/properties/prefixes/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                                        if (vErrors === null) {
                                            vErrors = [err162];
                                        }
                                        else {
                                            vErrors.push(err162);
                                        }
                                        errors++;
                                    }
                                    const len7 = data77.length;
                                    for (let i7 = 0; i7 < len7; i7++) {
                                        let data78 = data77[i7];
                                        if (typeof data78 === "string") {
                                            if (!pattern38.test(data78)) {
                                                const err163 = { instancePath: instancePath + "/access/sagemaker/prefixes/" + i7, schemaPath: "#/properties/access/properties/sagemaker/anyOf/1/properties/prefixes/items/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9!_.'()/-]{1,200}/$" }, message: "must match pattern \"" + "^[A-Za-z0-9!_.'()/-]{1,200}/$" + "\"" };
                                                if (vErrors === null) {
                                                    vErrors = [err163];
                                                }
                                                else {
                                                    vErrors.push(err163);
                                                }
                                                errors++;
                                            }
                                        }
                                        else {
                                            const err164 = { instancePath: instancePath + "/access/sagemaker/prefixes/" + i7, schemaPath: "#/properties/access/properties/sagemaker/anyOf/1/properties/prefixes/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                            if (vErrors === null) {
                                                vErrors = [err164];
                                            }
                                            else {
                                                vErrors.push(err164);
                                            }
                                            errors++;
                                        }
                                    }
                                }
                                else {
                                    const err165 = { instancePath: instancePath + "/access/sagemaker/prefixes", schemaPath: "#/properties/access/properties/sagemaker/anyOf/1/properties/prefixes/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                                    if (vErrors === null) {
                                        vErrors = [err165];
                                    }
                                    else {
                                        vErrors.push(err165);
                                    }
                                    errors++;
                                }
                            }
                            if (data73.repositories !== undefined) {
                                let data79 = data73.repositories;
                                if (Array.isArray(data79)) {
                                    if (data79.length > 20) {
                                        const err166 = { instancePath: instancePath + "/access/sagemaker/repositories", schemaPath: "#/properties/access/properties/sagemaker/anyOf/1/properties/repositories/maxItems", keyword: "maxItems", params: { limit: 20 }, message: "must NOT have more than 20 items" };
                                        if (vErrors === null) {
                                            vErrors = [err166];
                                        }
                                        else {
                                            vErrors.push(err166);
                                        }
                                        errors++;
                                    }
                                    const len8 = data79.length;
                                    for (let i8 = 0; i8 < len8; i8++) {
                                        let data80 = data79[i8];
                                        if (typeof data80 === "string") {
                                            if (!pattern39.test(data80)) {
                                                const err167 = { instancePath: instancePath + "/access/sagemaker/repositories/" + i8, schemaPath: "#/properties/access/properties/sagemaker/anyOf/1/properties/repositories/items/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]+(?:[._/-][a-z0-9]+)*$" }, message: "must match pattern \"" + "^[a-z0-9]+(?:[._/-][a-z0-9]+)*$" + "\"" };
                                                if (vErrors === null) {
                                                    vErrors = [err167];
                                                }
                                                else {
                                                    vErrors.push(err167);
                                                }
                                                errors++;
                                            }
                                        }
                                        else {
                                            const err168 = { instancePath: instancePath + "/access/sagemaker/repositories/" + i8, schemaPath: "#/properties/access/properties/sagemaker/anyOf/1/properties/repositories/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                            if (vErrors === null) {
                                                vErrors = [err168];
                                            }
                                            else {
                                                vErrors.push(err168);
                                            }
                                            errors++;
                                        }
                                    }
                                }
                                else {
                                    const err169 = { instancePath: instancePath + "/access/sagemaker/repositories", schemaPath: "#/properties/access/properties/sagemaker/anyOf/1/properties/repositories/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                                    if (vErrors === null) {
                                        vErrors = [err169];
                                    }
                                    else {
                                        vErrors.push(err169);
                                    }
                                    errors++;
                                }
                            }
                            if (data73.keys !== undefined) {
                                let data81 = data73.keys;
                                if (Array.isArray(data81)) {
                                    if (data81.length > 10) {
                                        const err170 = { instancePath: instancePath + "/access/sagemaker/keys", schemaPath: "#/properties/access/properties/sagemaker/anyOf/1/properties/keys/maxItems", keyword: "maxItems", params: { limit: 10 }, message: "must NOT have more than 10 items" };
                                        if (vErrors === null) {
                                            vErrors = [err170];
                                        }
                                        else {
                                            vErrors.push(err170);
                                        }
                                        errors++;
                                    }
                                    const len9 = data81.length;
                                    for (let i9 = 0; i9 < len9; i9++) {
                                        let data82 = data81[i9];
                                        if (typeof data82 === "string") {
                                            if (!pattern40.test(data82)) {
                                                const err171 = { instancePath: instancePath + "/access/sagemaker/keys/" + i9, schemaPath: "#/properties/access/properties/sagemaker/anyOf/1/properties/keys/items/pattern", keyword: "pattern", params: { pattern: "^arn:aws(-us-gov|-cn)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$" }, message: "must match pattern \"" + "^arn:aws(-us-gov|-cn)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$" + "\"" };
                                                if (vErrors === null) {
                                                    vErrors = [err171];
                                                }
                                                else {
                                                    vErrors.push(err171);
                                                }
                                                errors++;
                                            }
                                        }
                                        else {
                                            const err172 = { instancePath: instancePath + "/access/sagemaker/keys/" + i9, schemaPath: "#/properties/access/properties/sagemaker/anyOf/1/properties/keys/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                            if (vErrors === null) {
                                                vErrors = [err172];
                                            }
                                            else {
                                                vErrors.push(err172);
                                            }
                                            errors++;
                                        }
                                    }
                                }
                                else {
                                    const err173 = { instancePath: instancePath + "/access/sagemaker/keys", schemaPath: "#/properties/access/properties/sagemaker/anyOf/1/properties/keys/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                                    if (vErrors === null) {
                                        vErrors = [err173];
                                    }
                                    else {
                                        vErrors.push(err173);
                                    }
                                    errors++;
                                }
                            }
                            if (data73.vpc !== undefined) {
                                if (typeof data73.vpc !== "boolean") {
                                    const err174 = { instancePath: instancePath + "/access/sagemaker/vpc", schemaPath: "#/properties/access/properties/sagemaker/anyOf/1/properties/vpc/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
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
                            const err175 = { instancePath: instancePath + "/access/sagemaker", schemaPath: "#/properties/access/properties/sagemaker/anyOf/1/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                            if (vErrors === null) {
                                vErrors = [err175];
                            }
                            else {
                                vErrors.push(err175);
                            }
                            errors++;
                        }
                        var _valid4 = _errs164 === errors;
                        valid27 = valid27 || _valid4;
                    }
                    if (!valid27) {
                        const err176 = { instancePath: instancePath + "/access/sagemaker", schemaPath: "#/properties/access/properties/sagemaker/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
                        if (vErrors === null) {
                            vErrors = [err176];
                        }
                        else {
                            vErrors.push(err176);
                        }
                        errors++;
                    }
                    else {
                        errors = _errs162;
                        if (vErrors !== null) {
                            if (_errs162) {
                                vErrors.length = _errs162;
                            }
                            else {
                                vErrors = null;
                            }
                        }
                    }
                }
            }
            else {
                const err177 = { instancePath: instancePath + "/access", schemaPath: "#/properties/access/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                    vErrors = [err177];
                }
                else {
                    vErrors.push(err177);
                }
                errors++;
            }
        }
        if (data.exceptions !== undefined) {
            let data84 = data.exceptions;
            if (Array.isArray(data84)) {
                if (data84.length > 200) {
                    const err178 = { instancePath: instancePath + "/exceptions", schemaPath: "#/properties/exceptions/maxItems", keyword: "maxItems", params: { limit: 200 }, message: "must NOT have more than 200 items" };
                    if (vErrors === null) {
                        vErrors = [err178];
                    }
                    else {
                        vErrors.push(err178);
                    }
                    errors++;
                }
                const len10 = data84.length;
                for (let i10 = 0; i10 < len10; i10++) {
                    let data85 = data84[i10];
                    if (data85 && typeof data85 == "object" && !Array.isArray(data85)) {
                        if (data85.check === undefined) {
                            const err179 = { instancePath: instancePath + "/exceptions/" + i10, schemaPath: "#/properties/exceptions/items/required", keyword: "required", params: { missingProperty: "check" }, message: "must have required property '" + "check" + "'" };
                            if (vErrors === null) {
                                vErrors = [err179];
                            }
                            else {
                                vErrors.push(err179);
                            }
                            errors++;
                        }
                        if (data85.reason === undefined) {
                            const err180 = { instancePath: instancePath + "/exceptions/" + i10, schemaPath: "#/properties/exceptions/items/required", keyword: "required", params: { missingProperty: "reason" }, message: "must have required property '" + "reason" + "'" };
                            if (vErrors === null) {
                                vErrors = [err180];
                            }
                            else {
                                vErrors.push(err180);
                            }
                            errors++;
                        }
                        if (data85.owner === undefined) {
                            const err181 = { instancePath: instancePath + "/exceptions/" + i10, schemaPath: "#/properties/exceptions/items/required", keyword: "required", params: { missingProperty: "owner" }, message: "must have required property '" + "owner" + "'" };
                            if (vErrors === null) {
                                vErrors = [err181];
                            }
                            else {
                                vErrors.push(err181);
                            }
                            errors++;
                        }
                        if (data85.expires === undefined) {
                            const err182 = { instancePath: instancePath + "/exceptions/" + i10, schemaPath: "#/properties/exceptions/items/required", keyword: "required", params: { missingProperty: "expires" }, message: "must have required property '" + "expires" + "'" };
                            if (vErrors === null) {
                                vErrors = [err182];
                            }
                            else {
                                vErrors.push(err182);
                            }
                            errors++;
                        }
                        for (const key12 in data85) {
                            if (!((((((key12 === "check") || (key12 === "resource")) || (key12 === "reason")) || (key12 === "owner")) || (key12 === "ticket")) || (key12 === "expires"))) {
                                const err183 = { instancePath: instancePath + "/exceptions/" + i10, schemaPath: "#/properties/exceptions/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key12 }, message: "must NOT have additional properties" };
                                if (vErrors === null) {
                                    vErrors = [err183];
                                }
                                else {
                                    vErrors.push(err183);
                                }
                                errors++;
                            }
                        }
                        if (data85.check !== undefined) {
                            let data86 = data85.check;
                            if (typeof data86 === "string") {
                                if (!pattern41.test(data86)) {
                                    const err184 = { instancePath: instancePath + "/exceptions/" + i10 + "/check", schemaPath: "#/properties/exceptions/items/properties/check/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9-]+$" }, message: "must match pattern \"" + "^[a-z0-9-]+$" + "\"" };
                                    if (vErrors === null) {
                                        vErrors = [err184];
                                    }
                                    else {
                                        vErrors.push(err184);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err185 = { instancePath: instancePath + "/exceptions/" + i10 + "/check", schemaPath: "#/properties/exceptions/items/properties/check/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                if (vErrors === null) {
                                    vErrors = [err185];
                                }
                                else {
                                    vErrors.push(err185);
                                }
                                errors++;
                            }
                        }
                        if (data85.resource !== undefined) {
                            let data87 = data85.resource;
                            if (typeof data87 === "string") {
                                if (!pattern42.test(data87)) {
                                    const err186 = { instancePath: instancePath + "/exceptions/" + i10 + "/resource", schemaPath: "#/properties/exceptions/items/properties/resource/pattern", keyword: "pattern", params: { pattern: "^.{1,2048}$" }, message: "must match pattern \"" + "^.{1,2048}$" + "\"" };
                                    if (vErrors === null) {
                                        vErrors = [err186];
                                    }
                                    else {
                                        vErrors.push(err186);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err187 = { instancePath: instancePath + "/exceptions/" + i10 + "/resource", schemaPath: "#/properties/exceptions/items/properties/resource/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                if (vErrors === null) {
                                    vErrors = [err187];
                                }
                                else {
                                    vErrors.push(err187);
                                }
                                errors++;
                            }
                        }
                        if (data85.reason !== undefined) {
                            let data88 = data85.reason;
                            if (typeof data88 === "string") {
                                if (!pattern43.test(data88)) {
                                    const err188 = { instancePath: instancePath + "/exceptions/" + i10 + "/reason", schemaPath: "#/properties/exceptions/items/properties/reason/pattern", keyword: "pattern", params: { pattern: "\\S" }, message: "must match pattern \"" + "\\S" + "\"" };
                                    if (vErrors === null) {
                                        vErrors = [err188];
                                    }
                                    else {
                                        vErrors.push(err188);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err189 = { instancePath: instancePath + "/exceptions/" + i10 + "/reason", schemaPath: "#/properties/exceptions/items/properties/reason/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                if (vErrors === null) {
                                    vErrors = [err189];
                                }
                                else {
                                    vErrors.push(err189);
                                }
                                errors++;
                            }
                        }
                        if (data85.owner !== undefined) {
                            let data89 = data85.owner;
                            if (typeof data89 === "string") {
                                if (!pattern43.test(data89)) {
                                    const err190 = { instancePath: instancePath + "/exceptions/" + i10 + "/owner", schemaPath: "#/properties/exceptions/items/properties/owner/pattern", keyword: "pattern", params: { pattern: "\\S" }, message: "must match pattern \"" + "\\S" + "\"" };
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
                                const err191 = { instancePath: instancePath + "/exceptions/" + i10 + "/owner", schemaPath: "#/properties/exceptions/items/properties/owner/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                if (vErrors === null) {
                                    vErrors = [err191];
                                }
                                else {
                                    vErrors.push(err191);
                                }
                                errors++;
                            }
                        }
                        if (data85.ticket !== undefined) {
                            let data90 = data85.ticket;
                            if (typeof data90 === "string") {
                                if (!pattern43.test(data90)) {
                                    const err192 = { instancePath: instancePath + "/exceptions/" + i10 + "/ticket", schemaPath: "#/properties/exceptions/items/properties/ticket/pattern", keyword: "pattern", params: { pattern: "\\S" }, message: "must match pattern \"" + "\\S" + "\"" };
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
                                const err193 = { instancePath: instancePath + "/exceptions/" + i10 + "/ticket", schemaPath: "#/properties/exceptions/items/properties/ticket/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                if (vErrors === null) {
                                    vErrors = [err193];
                                }
                                else {
                                    vErrors.push(err193);
                                }
                                errors++;
                            }
                        }
                        if (data85.expires !== undefined) {
                            let data91 = data85.expires;
                            if (typeof data91 === "string") {
                                if (!pattern46.test(data91)) {
                                    const err194 = { instancePath: instancePath + "/exceptions/" + i10 + "/expires", schemaPath: "#/properties/exceptions/items/properties/expires/pattern", keyword: "pattern", params: { pattern: "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$" }, message: "must match pattern \"" + "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$" + "\"" };
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
                                const err195 = { instancePath: instancePath + "/exceptions/" + i10 + "/expires", schemaPath: "#/properties/exceptions/items/properties/expires/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                if (vErrors === null) {
                                    vErrors = [err195];
                                }
                                else {
                                    vErrors.push(err195);
                                }
                                errors++;
                            }
                        }
                    }
                    else {
                        const err196 = { instancePath: instancePath + "/exceptions/" + i10, schemaPath: "#/properties/exceptions/items/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                        if (vErrors === null) {
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
                const err197 = { instancePath: instancePath + "/exceptions", schemaPath: "#/properties/exceptions/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                if (vErrors === null) {
                    vErrors = [err197];
                }
                else {
                    vErrors.push(err197);
                }
                errors++;
            }
        }
        if (data["fail-on"] !== undefined) {
            let data92 = data["fail-on"];
            if (!((((data92 === "critical") || (data92 === "high")) || (data92 === "medium")) || (data92 === "low"))) {
                const err198 = { instancePath: instancePath + "/fail-on", schemaPath: "#/properties/fail-on/enum", keyword: "enum", params: { allowedValues: schema11.properties["fail-on"].enum }, message: "must be equal to one of the allowed values" };
                if (vErrors === null) {
                    vErrors = [err198];
                }
                else {
                    vErrors.push(err198);
                }
                errors++;
            }
        }
    }
    else {
        const err199 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
            vErrors = [err199];
        }
        else {
            vErrors.push(err199);
        }
        errors++;
    }
    validate10.errors = vErrors;
    return errors === 0;
}

// EXTERNAL MODULE: ./src/config/yaml.js
var config_yaml = __webpack_require__(9640);
;// CONCATENATED MODULE: ./src/config/load.js






/**
 * Reads a config: YAML, schema, rules, defaults.
 * @throws BAD_CONFIG with every problem at once, each with file, line and column.
 */
function loadConfig(options) {
    const yaml = (0,config_yaml/* parseLocatedYaml */.v)(options.text, options.file);
    const value = applyOverrides(yaml.value, options.overrides ?? {});
    const located = { ...yaml, value };
    const errors = validate(value) ? [] : (0,messages/* schemaProblems */.I)(validate.errors ?? [], located);
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
;// CONCATENATED MODULE: ./src/model/template.js
const TEMPLATE_NAMES = ['bootstrap', 'audit', 'access'];

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
            { file: 'audit/tamper.yml', label: 'Tamper detection', when: (config) => config.audit.tamperRule },
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
    return TEMPLATE_NAMES.flatMap((name) => {
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
    const templates = renderTemplates(config, { fragment: world.fragment, version: world.version });
    const breaches = templates.flatMap((template) => limitBreaches(template, (0,parse/* parseTemplate */.Q)(template.body, template.name)));
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

/***/ 5730:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FK: () => (/* binding */ buildReport),
/* harmony export */   FO: () => (/* binding */ exitCodeOf),
/* harmony export */   _o: () => (/* binding */ reportOfError)
/* harmony export */ });
/* harmony import */ var _model_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6351);
/* harmony import */ var _model_finding_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3791);
/* harmony import */ var _verify_evaluate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3873);



function buildReport(world, base, parts) {
    const { config } = base;
    const findings = parts.findings ?? [];
    return {
        schemaVersion: 1,
        command: base.command,
        outcome: base.outcome,
        subject: config ? `${config.project} / ${config.environment}` : base.account ? `account ${base.account}` : 'mlops-audit',
        failOn: base.failOn,
        plans: parts.plans ?? [],
        deployments: parts.deployments ?? [],
        findings,
        summary: (0,_model_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .summarize */ .eh)(findings),
        problems: parts.problems ?? [],
        notices: parts.notices ?? [],
        context: {
            version: world.version,
            account: config?.account ?? base.account,
            region: config?.region ?? base.region,
            configFile: config?.file,
            configHash: config?.hash,
            time: world.now().toISOString(),
            commit: world.run.commit,
            runUrl: world.run.url,
        },
    };
}
function exitCodeOf(report) {
    if (report.problems.length > 0)
        return 3;
    if (report.outcome === 'failed' || report.outcome === 'refused')
        return 2;
    return (0,_verify_evaluate_js__WEBPACK_IMPORTED_MODULE_1__/* .blocking */ .u)(report.findings, report.failOn).length > 0 ? 1 : 0;
}
/** An error as a report, so that bad input and failures reach comment, summary and results like everything else. */
function reportOfError(world, command, error) {
    const known = error instanceof _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AuditError */ .M
        ? error
        : new _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AuditError */ .M('INTERNAL', error instanceof Error ? error.message : String(error), { cause: error });
    const isBadInput = known.code.startsWith('BAD_');
    const problems = known.problems.length > 0 ? known.problems : [{ message: known.message, ...(known.remedy ? { remedy: known.remedy } : {}) }];
    const report = buildReport(world, { command, outcome: 'failed', failOn: 'high', config: undefined }, { problems });
    return { report, exitCode: isBadInput ? 3 : 2 };
}


/***/ }),

/***/ 6787:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ openSession)
/* harmony export */ });
/* harmony import */ var _aws_clients_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3442);
/* harmony import */ var _aws_credentials_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2060);
/* harmony import */ var _model_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6351);
/* harmony import */ var _render_parse_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(918);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3678);





/** Gets credentials, and makes sure they are for the configured account before anything else happens. @throws CREDENTIALS, OIDC_REFUSED, WRONG_ACCOUNT */
async function openSession(world, inputs, request) {
    const userAgent = `mlops-audit/${world.version}`;
    const first = await firstCredentials(world, inputs, request, userAgent);
    const chain = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .textInput */ ._Z)(inputs, 'role-to-chain');
    const credentials = chain === ''
        ? first
        : await (0,_aws_credentials_js__WEBPACK_IMPORTED_MODULE_0__/* .chainRole */ .su)({ region: request.region, roleArn: chain, sessionName: sessionName(world, inputs), userAgent, credentials: first });
    mask(world, credentials);
    const caller = await (0,_aws_credentials_js__WEBPACK_IMPORTED_MODULE_0__/* .callerIdentity */ .IX)({ region: request.region, credentials, userAgent });
    if (request.config && caller.account !== request.config.account) {
        throw new _model_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .AuditError */ .M('WRONG_ACCOUNT', `The credentials are for account ${caller.account} (${caller.arn}); the config is for ${request.config.account}. Nothing was read or changed.`, {
            remedy: 'Use credentials of the configured account, or correct `account:` in the config.',
        });
    }
    return {
        clients: (0,_aws_clients_js__WEBPACK_IMPORTED_MODULE_4__/* .createClients */ .h)({ region: request.region, credentials, userAgent }),
        region: request.region,
        account: caller.account,
        caller: caller.arn,
    };
}
async function firstCredentials(world, inputs, request, userAgent) {
    const named = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .textInput */ ._Z)(inputs, 'role-to-assume');
    const roleArn = named !== '' ? named : derivedRole(request);
    if (!world.idToken || !roleArn)
        return world.defaultCredentials();
    const audience = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .textInput */ ._Z)(inputs, 'audience') || request.config?.partition.audience || 'sts.amazonaws.com';
    const token = await world.idToken(audience);
    world.maskSecret(token);
    const credentials = await (0,_aws_credentials_js__WEBPACK_IMPORTED_MODULE_0__/* .assumeRoleWithWebIdentity */ .zr)({
        region: request.region,
        roleArn,
        sessionName: sessionName(world, inputs),
        durationSeconds: Number((0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .textInput */ ._Z)(inputs, 'role-duration-seconds')),
        userAgent,
        token,
        expectedTrust: trustOf(request),
        sleep: world.sleep,
    });
    mask(world, credentials);
    return credentials;
}
function derivedRole({ config, role }) {
    if (!config?.github)
        return undefined;
    const name = { plan: config.names.planRole, deploy: config.names.deployRole, verify: config.names.verifyRole }[role];
    return `arn:${config.partition.id}:iam::${config.account}:role/${name}`;
}
/** The trust policy the config gives the role, for explaining a refusal. */
function trustOf({ templates, role }) {
    const bootstrap = templates.find((template) => template.name === 'bootstrap');
    if (!bootstrap)
        return undefined;
    const logicalId = { plan: 'PlanRole', deploy: 'DeployRole', verify: 'VerifyRole' }[role];
    const document = (0,_render_parse_js__WEBPACK_IMPORTED_MODULE_2__/* .parseTemplate */ .Q)(bootstrap.body, 'bootstrap.yml').Resources[logicalId]?.Properties?.['AssumeRolePolicyDocument'];
    return document === undefined ? undefined : JSON.stringify(document);
}
function sessionName(world, inputs) {
    const given = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .textInput */ ._Z)(inputs, 'role-session-name');
    return given !== '' ? given : `mlops-audit-${world.run.key}`.replace(/[^\w+=,.@-]/g, '-').slice(0, 64);
}
function mask(world, credentials) {
    if (typeof credentials === 'function')
        return;
    world.maskSecret(credentials.secretAccessKey);
    if (credentials.sessionToken)
        world.maskSecret(credentials.sessionToken);
}


/***/ }),

/***/ 5531:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L: () => (/* binding */ COMMANDS),
  Z: () => (/* binding */ findCommand)
});

// EXTERNAL MODULE: ./src/commands/project.js + 11 modules
var commands_project = __webpack_require__(798);
// EXTERNAL MODULE: ./src/commands/result.js
var result = __webpack_require__(5730);
;// CONCATENATED MODULE: ./src/commands/check.js


/** Proof before anything touches AWS: the config is right and renders to templates inside AWS's limits. */
async function check(world, inputs) {
    const { config, templates } = await (0,commands_project/* loadProject */.g)(world, inputs);
    world.progress.done('config', config.file);
    for (const template of templates)
        world.progress.done(`${template.name}.yml`, `${Buffer.byteLength(template.body)} bytes`);
    const report = (0,result/* buildReport */.FK)(world, { command: 'check', outcome: 'checked', failOn: (0,commands_project/* failOnOf */.t)(config, inputs), config }, {});
    return { report, exitCode: (0,result/* exitCodeOf */.FO)(report) };
}

// EXTERNAL MODULE: ./src/model/errors.js
var errors = __webpack_require__(6351);
// EXTERNAL MODULE: ./src/model/plan.js
var plan = __webpack_require__(7403);
// EXTERNAL MODULE: ./src/aws/change-set.js
var change_set = __webpack_require__(8749);
// EXTERNAL MODULE: ./src/aws/errors.js
var aws_errors = __webpack_require__(9507);
// EXTERNAL MODULE: ./src/aws/stack.js
var aws_stack = __webpack_require__(8706);
;// CONCATENATED MODULE: ./src/aws/stack-events.js
/** All events of a stack since a moment, oldest first. */
async function eventsSince(client, stackName, since, seen) {
    const { DescribeStackEventsCommand } = await Promise.all(/* import() */[__webpack_require__.e(455), __webpack_require__.e(123)]).then(__webpack_require__.t.bind(__webpack_require__, 1123, 19));
    const events = [];
    let nextToken;
    do {
        const page = await client.send(new DescribeStackEventsCommand({ StackName: stackName, NextToken: nextToken }));
        const fresh = (page.StackEvents ?? []).filter((event) => (event.Timestamp ?? since) >= since && !seen.has(event.EventId ?? ''));
        events.push(...fresh);
        // Newest first: the first page with something known ends the search.
        nextToken = fresh.length === (page.StackEvents ?? []).length ? page.NextToken : undefined;
    } while (nextToken);
    return events.reverse();
}
/** The first failure that is not a consequence of another one. */
function firstCause(events) {
    const failed = events.filter((event) => event.ResourceStatus?.endsWith('_FAILED') && event.ResourceType !== 'AWS::CloudFormation::Stack');
    const cause = failed.find((event) => !/cancelled/i.test(event.ResourceStatusReason ?? '')) ?? failed[0];
    if (!cause)
        return undefined;
    const reason = cause.ResourceStatusReason ?? 'no reason given';
    return {
        logicalId: cause.LogicalResourceId ?? '?',
        type: cause.ResourceType ?? '?',
        reason,
        hint: hintFor(cause.ResourceType ?? '', reason),
    };
}
/** AWS words these opaquely; each row is a message practitioners were stuck on. */
const HINTS = [
    {
        type: /CloudTrail/,
        reason: /Insufficient permissions to access S3 bucket or KMS key/,
        hint: 'CloudTrail says this for every mistake in the key policy too: compare kms:GenerateDataKey* and its aws:SourceArn with the trail name.',
    },
    {
        type: /CloudTrail/,
        reason: /Incorrect S3 bucket policy/,
        hint: 'The bucket policy must allow s3:GetBucketAcl and s3:PutObject to CloudTrail for exactly this trail name and prefix.',
    },
    {
        type: /CloudTrail/,
        reason: /Access denied.*CloudWatch Logs|role/i,
        hint: 'The role CloudTrail uses for CloudWatch Logs may be seconds old: run again.',
    },
    {
        type: /CloudTrail/,
        reason: /already has \d+ trails|MaximumNumberOfTrails/,
        hint: 'A region holds five trails, not raisable. Remove one, or use an existing one.',
    },
    {
        type: /IAM::Role/,
        reason: /already exists/,
        hint: 'Role names are global in the account. Set another name under `names:`, or delete the role that stands outside this stack.',
    },
    {
        type: /IAM::Role/,
        reason: /permissions boundary|NoSuchEntity|not attachable/i,
        hint: 'The workload boundary comes from the bootstrap stack: have an administrator deploy bootstrap first.',
    },
    {
        type: /S3::Bucket/,
        reason: /already exists|BucketAlreadyOwnedByYou/,
        hint: 'Bucket names are global. If a failed create left it behind, delete it when empty; else set `names.log-bucket`.',
    },
    { type: /KMS::Alias/, reason: /already exists/, hint: 'Another key has the alias. Set `names.key-alias`, or delete the alias.' },
    {
        type: /./,
        reason: /is not authorized to perform|AccessDenied|not authorized/i,
        hint: 'The deploy role lacks this right, or its boundary denies it: have an administrator deploy the current bootstrap.',
    },
];
function hintFor(type, reason) {
    return HINTS.find((row) => row.type.test(type) && row.reason.test(reason))?.hint;
}

;// CONCATENATED MODULE: ./src/aws/deploy-stack.js






/** Change set → shown → executed → watched → read back. Green only when the stack is proven to be as wanted. */
async function deployStack(options) {
    const { client, template } = options;
    const { stackName } = template;
    const ready = await untilReady(options);
    if (ready.kind === 'refused')
        return ready.outcome;
    const changeSet = await (0,change_set/* createChangeSet */.V)(client, {
        stackName,
        name: options.changeSetName,
        type: ready.create ? 'CREATE' : 'UPDATE',
        body: template.body,
        sleep: options.sleep,
        signal: options.signal,
    });
    if (changeSet.kind === 'empty') {
        await protect(options);
        const stack = await proven(options);
        return { kind: 'no-changes', stackName, outputs: (0,aws_stack/* outputsOf */.Yz)(stack) };
    }
    options.onChanges(changeSet.changes);
    const refused = (0,plan/* destructive */.RD)(changeSet.changes).filter((change) => !options.allowDestructive.includes(change.logicalId));
    if (refused.length > 0) {
        await (0,change_set/* deleteChangeSet */.c)(client, stackName, changeSet.id);
        const names = refused.map((change) => change.logicalId);
        return {
            kind: 'refused',
            stackName,
            changes: changeSet.changes,
            reason: `This would ${refused.map((change) => `${change.action === 'Remove' ? 'remove' : 'replace'} ${change.logicalId} (${change.type})`).join(', ')}, which holds evidence.`,
            remedy: `If that is meant, deploy with --allow-destructive ${names.join(',')}.`,
        };
    }
    return execute(options, changeSet.id, changeSet.changes, ready.create);
}
/** Waits out another update, and stops at a stack that takes none. */
async function untilReady(options) {
    const { stackName } = options.template;
    const deadline = options.now().getTime() + options.timeoutMs;
    let waiting;
    for (let wait = 500;; wait = Math.min(wait * 1.5, 10_000)) {
        throwIfCancelled(options, stackName);
        const readiness = (0,aws_stack/* readinessOf */.co)(await (0,aws_stack/* describeStack */.GO)(options.client, stackName));
        if (readiness.kind !== 'busy')
            waiting?.end('done');
        switch (readiness.kind) {
            case 'create':
                return { kind: 'ready', create: true };
            case 'update':
                return { kind: 'ready', create: false };
            case 'stuck':
                if (readiness.recoverable && options.deleteFailedStacks.includes(stackName)) {
                    await deleteFailedStack(options);
                    return { kind: 'ready', create: true };
                }
                return { kind: 'refused', outcome: { kind: 'refused', stackName, reason: readiness.reason, remedy: readiness.remedy, changes: [] } };
            case 'busy':
                waiting ??= options.progress.start(`${stackName} is busy`);
                waiting.update(`${readiness.status}: waiting for the other update to end`);
                if (options.now().getTime() > deadline) {
                    waiting.end('failed', readiness.status);
                    throw new errors/* AuditError */.M('STACK_BUSY', `${stackName} is still in ${readiness.status} after ${Math.round(options.timeoutMs / 60_000)} minutes.`, {
                        remedy: 'Wait until the other update has ended and run again.',
                    });
                }
                await options.sleep(wait);
                break;
            default:
                readiness;
        }
    }
}
async function deleteFailedStack(options) {
    const { DeleteStackCommand, UpdateTerminationProtectionCommand } = await Promise.all(/* import() */[__webpack_require__.e(455), __webpack_require__.e(123)]).then(__webpack_require__.t.bind(__webpack_require__, 1123, 19));
    const { stackName } = options.template;
    const running = options.progress.start(`delete the failed first creation of ${stackName}`);
    await options.client.send(new UpdateTerminationProtectionCommand({ StackName: stackName, EnableTerminationProtection: false }));
    await options.client.send(new DeleteStackCommand({ StackName: stackName })).catch((error) => {
        throw (0,aws_errors/* toAuditError */.X4)(error, { operation: 'cloudformation:DeleteStack', resource: stackName });
    });
    while ((await (0,aws_stack/* describeStack */.GO)(options.client, stackName)) !== undefined)
        await options.sleep(1000);
    running.end('done');
}
async function execute(options, changeSetId, changes, create) {
    const { client, template, now } = options;
    const { stackName } = template;
    const { ExecuteChangeSetCommand } = await Promise.all(/* import() */[__webpack_require__.e(455), __webpack_require__.e(123)]).then(__webpack_require__.t.bind(__webpack_require__, 1123, 19));
    if (options.signal?.aborted)
        await (0,change_set/* deleteChangeSet */.c)(client, stackName, changeSetId);
    throwIfCancelled(options, stackName);
    // A clock that runs ahead of AWS's would hide the first events.
    const since = new Date(now().getTime() - 60_000);
    const before = new Set((await eventsSince(client, stackName, since, new Set()).catch(emptyWhenMissing)).map((event) => event.EventId ?? ''));
    const started = now().getTime();
    const running = options.progress.start(stackName);
    // The policy forbids what was just allowed by name; `protect` puts it back.
    if (!create && (0,plan/* destructive */.RD)(changes).length > 0)
        await relaxPolicy(options);
    await client
        .send(new ExecuteChangeSetCommand({ StackName: stackName, ChangeSetName: changeSetId, DisableRollback: false }))
        .catch((error) => {
        running.end('failed');
        throw (0,aws_errors/* toAuditError */.X4)(error, { operation: 'cloudformation:ExecuteChangeSet', resource: stackName });
    });
    const events = await watch(options, running, since, before);
    const stack = await (0,aws_stack/* describeStack */.GO)(client, stackName);
    const status = stack?.StackStatus ?? 'missing';
    const seconds = (now().getTime() - started) / 1000;
    if (status !== 'CREATE_COMPLETE' && status !== 'UPDATE_COMPLETE') {
        running.end('failed', status);
        return { kind: 'failed', stackName, status, cause: firstCause(events), changes };
    }
    await protect(options);
    const proof = await proven(options);
    running.end('done', `${changes.length} resources`);
    return { kind: 'deployed', stackName, created: create, changes, outputs: (0,aws_stack/* outputsOf */.Yz)(proof), seconds };
}
function emptyWhenMissing(error) {
    if ((0,aws_errors/* isStackMissing */.$t)(error))
        return [];
    throw error;
}
/** Follows the events until the stack itself has ended; polls faster while something moves. */
async function watch(options, running, since, before) {
    const { client, template, now } = options;
    const seen = new Set(before);
    const events = [];
    const deadline = now().getTime() + options.timeoutMs;
    for (let wait = 300;;) {
        const fresh = await eventsSince(client, template.stackName, since, seen);
        for (const event of fresh) {
            seen.add(event.EventId ?? '');
            events.push(event);
            if (event.ResourceType !== 'AWS::CloudFormation::Stack')
                running.update(`${event.LogicalResourceId} ${event.ResourceStatus?.toLowerCase().replaceAll('_', ' ')}`);
        }
        // The stack's own status decides, not the last event seen: events arrive late and out of order.
        const status = (await (0,aws_stack/* describeStack */.GO)(client, template.stackName))?.StackStatus ?? '';
        if (!status.endsWith('_IN_PROGRESS')) {
            events.push(...(await eventsSince(client, template.stackName, since, seen)));
            return events;
        }
        if (now().getTime() > deadline) {
            running.end('failed', status);
            throw new errors/* AuditError */.M('STACK_NOT_PROVEN', `${template.stackName} is still in ${status} after ${Math.round(options.timeoutMs / 60_000)} minutes; it goes on without us.`, {
                remedy: 'Look at its events, and run again when it has ended: the run then proves the state.',
            });
        }
        wait = fresh.length > 0 ? 300 : Math.min(wait * 1.5, 5000);
        await options.sleep(wait);
    }
}
/** Termination protection and stack policy are calls of their own, after a change set; both are set on every run. */
async function protect(options) {
    const { SetStackPolicyCommand, UpdateTerminationProtectionCommand } = await Promise.all(/* import() */[__webpack_require__.e(455), __webpack_require__.e(123)]).then(__webpack_require__.t.bind(__webpack_require__, 1123, 19));
    const { stackName } = options.template;
    try {
        await options.client.send(new UpdateTerminationProtectionCommand({ StackName: stackName, EnableTerminationProtection: true }));
        await options.client.send(new SetStackPolicyCommand({ StackName: stackName, StackPolicyBody: options.stackPolicy }));
    }
    catch (error) {
        throw (0,aws_errors/* toAuditError */.X4)(error, { operation: 'cloudformation:UpdateTerminationProtection and SetStackPolicy', resource: stackName });
    }
}
async function relaxPolicy(options) {
    const { SetStackPolicyCommand } = await Promise.all(/* import() */[__webpack_require__.e(455), __webpack_require__.e(123)]).then(__webpack_require__.t.bind(__webpack_require__, 1123, 19));
    const StackPolicyBody = JSON.stringify({ Statement: [{ Effect: 'Allow', Action: 'Update:*', Principal: '*', Resource: '*' }] });
    await options.client.send(new SetStackPolicyCommand({ StackName: options.template.stackName, StackPolicyBody }));
}
/** Reads the stack back and compares. @throws STACK_NOT_PROVEN */
async function proven(options) {
    const { GetStackPolicyCommand } = await Promise.all(/* import() */[__webpack_require__.e(455), __webpack_require__.e(123)]).then(__webpack_require__.t.bind(__webpack_require__, 1123, 19));
    const { client, template } = options;
    const { stackName } = template;
    const [stack, body, policy] = await Promise.all([
        (0,aws_stack/* describeStack */.GO)(client, stackName),
        (0,aws_stack/* deployedTemplate */.Bk)(client, stackName),
        client.send(new GetStackPolicyCommand({ StackName: stackName })),
    ]);
    const doubts = [
        ...(stack && /^(?:CREATE|UPDATE|IMPORT|UPDATE_ROLLBACK)_COMPLETE$/.test(stack.StackStatus ?? '')
            ? []
            : [`its status is ${stack?.StackStatus ?? 'missing'}`]),
        ...(stack?.EnableTerminationProtection ? [] : ['termination protection is off']),
        ...(body !== undefined && options.sameTemplate(body, template.body) ? [] : ['its template is not the rendered one']),
        ...(policy.StackPolicyBody && sameJson(policy.StackPolicyBody, options.stackPolicy) ? [] : ['its stack policy is not ours']),
    ];
    if (!stack || doubts.length > 0) {
        throw new errors/* AuditError */.M('STACK_NOT_PROVEN', `${stackName} was changed, but reading it back shows: ${doubts.join('; ')}.`, {
            remedy: 'Someone else may have changed it at the same time. Run again.',
        });
    }
    return stack;
}
function sameJson(a, b) {
    return JSON.stringify(JSON.parse(a)) === JSON.stringify(JSON.parse(b));
}
function throwIfCancelled(options, stackName) {
    if (options.signal?.aborted)
        throw new errors/* AuditError */.M('CANCELLED', `Cancelled before ${stackName} was changed.`);
}

// EXTERNAL MODULE: ./src/render/parse.js
var parse = __webpack_require__(918);
// EXTERNAL MODULE: ./src/report/verdict.js
var verdict = __webpack_require__(6898);
// EXTERNAL MODULE: ./src/commands/inputs.js
var commands_inputs = __webpack_require__(3678);
// EXTERNAL MODULE: ./src/commands/session.js
var commands_session = __webpack_require__(6787);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./src/model/evidence.js
function read(value) {
    return { state: 'read', value };
}
function absent(reason) {
    return { state: 'absent', reason };
}
function denied(action, reason) {
    return { state: 'denied', action, reason };
}
/** Identifies a question: the same operation with the same parameters is asked once and answered once. */
function questionKey(operation, parameters) {
    return `${operation} ${JSON.stringify(Object.entries(parameters).sort(([a], [b]) => (a < b ? -1 : 1)))}`;
}

;// CONCATENATED MODULE: ./src/aws/reads.js
function sender(client, load, command) {
    return async (parameters) => {
        const [instance, module] = await Promise.all([client(), load()]);
        const Command = module[command];
        if (!Command)
            throw new Error(`the SDK has no ${command}`);
        return (await instance.send(new Command(parameters)));
    };
}
const cloudTrail = (command) => (clients, parameters) => sender(clients.cloudTrail, () => Promise.all(/* import() */[__webpack_require__.e(455), __webpack_require__.e(374)]).then(__webpack_require__.t.bind(__webpack_require__, 3374, 19)), command)(parameters);
const s3 = (command) => (clients, parameters) => sender(clients.s3, () => Promise.all(/* import() */[__webpack_require__.e(455), __webpack_require__.e(265)]).then(__webpack_require__.t.bind(__webpack_require__, 8265, 19)), command)(parameters);
const kms = (command) => (clients, parameters) => sender(clients.kms, () => Promise.all(/* import() */[__webpack_require__.e(455), __webpack_require__.e(606)]).then(__webpack_require__.t.bind(__webpack_require__, 4606, 19)), command)(parameters);
const logs = (command) => (clients, parameters) => sender(clients.logs, () => Promise.all(/* import() */[__webpack_require__.e(455), __webpack_require__.e(897)]).then(__webpack_require__.t.bind(__webpack_require__, 3897, 19)), command)(parameters);
const iam = (command) => (clients, parameters) => sender(clients.iam, () => Promise.all(/* import() */[__webpack_require__.e(455), __webpack_require__.e(258)]).then(__webpack_require__.t.bind(__webpack_require__, 1258, 19)), command)(parameters);
const marker = (answer) => (answer['IsTruncated'] === true ? { Marker: answer['Marker'] } : undefined);
const nextToken = (answer) => (answer['nextToken'] ? { nextToken: answer['nextToken'] } : undefined);
const NO_BUCKET = 'NoSuchBucket';
const NO_ROLE = ['NoSuchEntityException', 'NoSuchEntity'];
const NO_TRAIL = ['TrailNotFoundException'];
/** Every read a verification may make. A test holds this table against the checks' `reads` and the verify role's policy. */
const READS = {
    'cloudtrail:DescribeTrails': { action: 'cloudtrail:DescribeTrails', absent: [], send: cloudTrail('DescribeTrailsCommand') },
    'cloudtrail:GetTrailStatus': { action: 'cloudtrail:GetTrailStatus', absent: NO_TRAIL, send: cloudTrail('GetTrailStatusCommand') },
    'cloudtrail:GetEventSelectors': {
        action: 'cloudtrail:GetEventSelectors',
        absent: NO_TRAIL,
        send: cloudTrail('GetEventSelectorsCommand'),
    },
    'cloudtrail:GetInsightSelectors': {
        action: 'cloudtrail:GetInsightSelectors',
        absent: [...NO_TRAIL, 'InsightNotEnabledException'],
        send: cloudTrail('GetInsightSelectorsCommand'),
    },
    's3:GetPublicAccessBlock': {
        action: 's3:GetBucketPublicAccessBlock',
        absent: [NO_BUCKET, 'NoSuchPublicAccessBlockConfiguration'],
        send: s3('GetPublicAccessBlockCommand'),
    },
    's3:GetBucketPolicyStatus': {
        action: 's3:GetBucketPolicyStatus',
        absent: [NO_BUCKET, 'NoSuchBucketPolicy'],
        send: s3('GetBucketPolicyStatusCommand'),
    },
    's3:GetBucketAcl': { action: 's3:GetBucketAcl', absent: [NO_BUCKET], send: s3('GetBucketAclCommand') },
    's3:GetBucketPolicy': { action: 's3:GetBucketPolicy', absent: [NO_BUCKET, 'NoSuchBucketPolicy'], send: s3('GetBucketPolicyCommand') },
    's3:GetBucketEncryption': {
        action: 's3:GetEncryptionConfiguration',
        absent: [NO_BUCKET, 'ServerSideEncryptionConfigurationNotFoundError'],
        send: s3('GetBucketEncryptionCommand'),
    },
    's3:GetBucketVersioning': { action: 's3:GetBucketVersioning', absent: [NO_BUCKET], send: s3('GetBucketVersioningCommand') },
    's3:GetBucketOwnershipControls': {
        action: 's3:GetBucketOwnershipControls',
        absent: [NO_BUCKET, 'OwnershipControlsNotFoundError'],
        send: s3('GetBucketOwnershipControlsCommand'),
    },
    's3:GetBucketLifecycleConfiguration': {
        action: 's3:GetLifecycleConfiguration',
        absent: [NO_BUCKET, 'NoSuchLifecycleConfiguration'],
        send: s3('GetBucketLifecycleConfigurationCommand'),
    },
    's3:GetBucketLogging': { action: 's3:GetBucketLogging', absent: [NO_BUCKET], send: s3('GetBucketLoggingCommand') },
    's3:GetBucketLocation': { action: 's3:GetBucketLocation', absent: [NO_BUCKET], send: s3('GetBucketLocationCommand') },
    'kms:DescribeKey': { action: 'kms:DescribeKey', absent: ['NotFoundException'], send: kms('DescribeKeyCommand') },
    'kms:GetKeyRotationStatus': {
        action: 'kms:GetKeyRotationStatus',
        absent: ['NotFoundException'],
        send: kms('GetKeyRotationStatusCommand'),
    },
    'kms:GetKeyPolicy': { action: 'kms:GetKeyPolicy', absent: ['NotFoundException'], send: kms('GetKeyPolicyCommand') },
    'logs:DescribeLogGroups': { action: 'logs:DescribeLogGroups', absent: [], send: logs('DescribeLogGroupsCommand'), nextPage: nextToken },
    'logs:DescribeResourcePolicies': {
        action: 'logs:DescribeResourcePolicies',
        absent: [],
        send: logs('DescribeResourcePoliciesCommand'),
        nextPage: nextToken,
    },
    'iam:GetRole': { action: 'iam:GetRole', absent: NO_ROLE, send: iam('GetRoleCommand') },
    'iam:ListRoles': { action: 'iam:ListRoles', absent: [], send: iam('ListRolesCommand'), nextPage: marker },
    'iam:ListRolePolicies': { action: 'iam:ListRolePolicies', absent: NO_ROLE, send: iam('ListRolePoliciesCommand'), nextPage: marker },
    'iam:GetRolePolicy': { action: 'iam:GetRolePolicy', absent: NO_ROLE, send: iam('GetRolePolicyCommand') },
    'iam:ListAttachedRolePolicies': {
        action: 'iam:ListAttachedRolePolicies',
        absent: NO_ROLE,
        send: iam('ListAttachedRolePoliciesCommand'),
        nextPage: marker,
    },
    'iam:GetPolicy': { action: 'iam:GetPolicy', absent: NO_ROLE, send: iam('GetPolicyCommand') },
    'iam:GetPolicyVersion': { action: 'iam:GetPolicyVersion', absent: NO_ROLE, send: iam('GetPolicyVersionCommand') },
    'iam:GetOpenIDConnectProvider': { action: 'iam:GetOpenIDConnectProvider', absent: NO_ROLE, send: iam('GetOpenIDConnectProviderCommand') },
    'iam:ListOpenIDConnectProviders': {
        action: 'iam:ListOpenIDConnectProviders',
        absent: [],
        send: iam('ListOpenIDConnectProvidersCommand'),
    },
};

;// CONCATENATED MODULE: ./src/aws/live-reader.js




/** Asks AWS, each fact once, a few at a time, and keeps an envelope of every answer. */
class LiveReader {
    #options;
    #answers = new Map();
    #waiting = [];
    #free;
    constructor(options) {
        this.#options = options;
        this.#free = options.concurrency ?? 8;
    }
    async read(operation, parameters) {
        const key = questionKey(operation, parameters);
        let answer = this.#answers.get(key);
        if (!answer) {
            answer = this.#limited(() => this.#ask(operation, parameters));
            this.#answers.set(key, answer);
        }
        return (await answer).answer;
    }
    /** Every read so far, ordered by question so that two runs compare. */
    async envelopes() {
        const entries = [...this.#answers].sort(([a], [b]) => (a < b ? -1 : 1));
        return Promise.all(entries.map(([, envelope]) => envelope));
    }
    async #ask(operation, parameters) {
        const spec = READS[operation];
        if (!spec)
            throw new Error(`no such read: ${operation}`);
        const { answer, requestId, pages } = await this.#send(spec, operation, parameters);
        const { account, region, caller, now } = this.#options;
        return {
            operation,
            parameters,
            account,
            region,
            caller,
            time: now().toISOString(),
            requestId,
            pages,
            sha256: (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(answer)).digest('hex'),
            answer,
        };
    }
    async #send(spec, operation, parameters) {
        let requestId;
        let pages = 0;
        let collected = {};
        let token = {};
        try {
            // Page to the end: a missing page would read as "not there".
            for (;;) {
                const { $metadata, ...value } = await spec.send(this.#options.clients, { ...parameters, ...token });
                requestId = $metadata?.requestId;
                pages += 1;
                collected = pages === 1 ? value : append(collected, value);
                const next = spec.nextPage?.(value);
                if (!next)
                    break;
                token = next;
            }
            return { answer: read(normalize(collected)), requestId, pages };
        }
        catch (error) {
            const why = error;
            const id = why.$metadata?.requestId;
            if ((0,aws_errors/* isNamed */.ev)(error, ...spec.absent))
                return { answer: absent(why.message), requestId: id, pages };
            if ((0,aws_errors/* isDenied */.GZ)(error))
                return { answer: denied(spec.action, why.message), requestId: id, pages };
            // Anything else is no statement about the resource; unreadable must not look absent.
            return { answer: denied(spec.action, (0,aws_errors/* toAuditError */.X4)(error, { operation }).message), requestId: id, pages };
        }
    }
    async #limited(work) {
        if (this.#free === 0)
            await new Promise((go) => this.#waiting.push(go));
        else
            this.#free -= 1;
        try {
            return await work();
        }
        finally {
            const next = this.#waiting.shift();
            if (next)
                next();
            else
                this.#free += 1;
        }
    }
}
function append(a, b) {
    return Object.fromEntries([...new Set([...Object.keys(a), ...Object.keys(b)])].map((key) => [
        key,
        Array.isArray(a[key]) && Array.isArray(b[key]) ? [...a[key], ...b[key]] : (b[key] ?? a[key]),
    ]));
}
/** Dates as ISO text and nothing undefined: the answer as it will be stored, so that live and replayed checks see the same. */
function normalize(value) {
    return JSON.parse(JSON.stringify(value));
}

// EXTERNAL MODULE: ./src/checks/registry.js + 55 modules
var registry = __webpack_require__(2945);
// EXTERNAL MODULE: ./src/model/partition.js
var partition = __webpack_require__(4836);
;// CONCATENATED MODULE: ./src/verify/collect/evidence.js
/** Applies a function to what was read; the other two states pass through. */
function mapEvidence(evidence, map) {
    return evidence.state === 'read' ? { state: 'read', value: map(evidence.value) } : evidence;
}
/** As mapEvidence, for a step that may find nothing. */
function pickEvidence(evidence, pick, reason) {
    if (evidence.state !== 'read')
        return evidence;
    const value = pick(evidence.value);
    return value === undefined ? { state: 'absent', reason } : { state: 'read', value };
}
/** The value, when it was read. */
function readValue(evidence) {
    return evidence.state === 'read' ? evidence.value : undefined;
}

;// CONCATENATED MODULE: ./src/verify/collect/bucket.js

async function collectBucket(reader, question) {
    const ask = (operation) => reader.read(operation, { Bucket: question.name });
    const [publicAccessBlock, policyStatus, acl, policy, encryption, versioning, ownership, lifecycle, logging, location] = await Promise.all([
        ask('s3:GetPublicAccessBlock'),
        ask('s3:GetBucketPolicyStatus'),
        ask('s3:GetBucketAcl'),
        ask('s3:GetBucketPolicy'),
        ask('s3:GetBucketEncryption'),
        ask('s3:GetBucketVersioning'),
        ask('s3:GetBucketOwnershipControls'),
        ask('s3:GetBucketLifecycleConfiguration'),
        ask('s3:GetBucketLogging'),
        ask('s3:GetBucketLocation'),
    ]);
    return {
        arn: `arn:${question.partition}:s3:::${question.name}`,
        name: question.name,
        trailArn: question.trailArn,
        logPrefix: question.logPrefix,
        publicAccessBlock: mapEvidence(publicAccessBlock, (value) => value.PublicAccessBlockConfiguration ?? {}),
        policyStatus: mapEvidence(policyStatus, (value) => ({
            IsPublic: value.PolicyStatus?.IsPublic ?? false,
        })),
        acl: mapEvidence(acl, (value) => ({ Grants: value.Grants ?? [] })),
        policy: pickEvidence(policy, (value) => value.Policy, 'The bucket has no policy.'),
        encryption: pickEvidence(encryption, readEncryption, 'The bucket has no default encryption.'),
        versioning: versioning,
        ownership: pickEvidence(ownership, (value) => value.OwnershipControls?.Rules?.[0], 'The bucket has no ownership controls.'),
        lifecycle: mapEvidence(lifecycle, (value) => ({ Rules: (value.Rules ?? []).map(readRule) })),
        logging: pickEvidence(logging, (value) => value.LoggingEnabled, 'Server access logging is off.'),
        // S3 answers with nothing for us-east-1 and with "EU" for old buckets of eu-west-1.
        location: mapEvidence(location, (value) => ({
            region: { '': 'us-east-1', EU: 'eu-west-1' }[value.LocationConstraint ?? ''] ??
                value.LocationConstraint,
        })),
    };
}
function readEncryption(answer) {
    const rule = answer.ServerSideEncryptionConfiguration?.Rules?.[0];
    const applied = rule?.ApplyServerSideEncryptionByDefault;
    if (!applied)
        return undefined;
    return {
        SSEAlgorithm: applied.SSEAlgorithm,
        BucketKeyEnabled: rule.BucketKeyEnabled ?? false,
        ...(applied.KMSMasterKeyID ? { KMSMasterKeyID: applied.KMSMasterKeyID } : {}),
    };
}
function readRule(rule) {
    const prefix = rule.Filter?.Prefix ?? rule.Filter?.And?.Prefix ?? rule.Prefix;
    const { Filter: _filter, ...rest } = rule;
    return { ...rest, ...(prefix === undefined ? {} : { Prefix: prefix }) };
}

;// CONCATENATED MODULE: ./src/verify/collect/key.js

async function collectKey(reader, { keyId, knownArn, trailArn }) {
    const answer = (await reader.read('kms:DescribeKey', { KeyId: keyId }));
    const description = pickEvidence(answer, (value) => value.KeyMetadata, `There is no key ${keyId}.`);
    const known = readValue(description);
    const unreadable = description.state === 'read' ? undefined : description;
    // Asked even when DescribeKey was refused, as long as the key is known by another name: each read stands for itself.
    const id = known?.KeyId ?? (keyId.startsWith('alias/') ? knownArn : keyId);
    const ask = (operation, parameters) => id === undefined && unreadable ? Promise.resolve(unreadable) : reader.read(operation, { KeyId: id, ...parameters });
    const [rotation, policy] = await Promise.all([ask('kms:GetKeyRotationStatus', {}), ask('kms:GetKeyPolicy', { PolicyName: 'default' })]);
    return {
        arn: known?.Arn ?? keyId,
        trailArn,
        description,
        rotation: rotation,
        policy: pickEvidence(policy, (value) => value.Policy, 'The key has no policy.'),
    };
}

;// CONCATENATED MODULE: ./src/verify/collect/log-group.js

async function collectLogGroup(reader, name, arn) {
    const [groups, policies] = await Promise.all([
        reader.read('logs:DescribeLogGroups', { logGroupNamePrefix: name }),
        reader.read('logs:DescribeResourcePolicies', {}),
    ]);
    return {
        arn,
        name,
        group: pickEvidence(groups, (value) => value.logGroups?.find((group) => group.logGroupName === name), `There is no log group ${name}.`),
        resourcePolicies: pickEvidence(policies, (value) => value.resourcePolicies ?? [], 'none'),
    };
}

;// CONCATENATED MODULE: ./src/verify/collect/role.js

async function collectRole(reader, kind, arn) {
    const name = arn.split('/').at(-1) ?? arn;
    const [role, inlineNames, attachedAnswer] = await Promise.all([
        reader.read('iam:GetRole', { RoleName: name }),
        reader.read('iam:ListRolePolicies', { RoleName: name }),
        reader.read('iam:ListAttachedRolePolicies', { RoleName: name }),
    ]);
    const attached = mapEvidence(attachedAnswer, (value) => (value.AttachedPolicies ?? []).map((policy) => policy.PolicyArn));
    const [inline, managed] = await Promise.all([
        inlinePolicies(reader, name, inlineNames),
        customerPolicies(reader, attached),
    ]);
    return {
        arn,
        name,
        kind,
        role: mapEvidence(role, (value) => ({
            AssumeRolePolicyDocument: decode(value.Role?.AssumeRolePolicyDocument ?? '{}'),
            ...(value.Role?.PermissionsBoundary?.PermissionsBoundaryArn
                ? { PermissionsBoundaryArn: value.Role.PermissionsBoundary.PermissionsBoundaryArn }
                : {}),
        })),
        policies: together(inline, managed),
        attached,
    };
}
async function inlinePolicies(reader, roleName, names) {
    if (names.state !== 'read')
        return names;
    const answers = await Promise.all((names.value.PolicyNames ?? []).map(async (name) => mapEvidence((await reader.read('iam:GetRolePolicy', { RoleName: roleName, PolicyName: name })), (value) => [{ name, document: decode(value.PolicyDocument ?? '{}') }])));
    return answers.reduce(together, { state: 'read', value: [] });
}
/** AWS's own managed policies are known by name; customer managed ones are read in full. */
async function customerPolicies(reader, attached) {
    if (attached.state !== 'read')
        return attached;
    const own = attached.value.filter((arn) => !arn.includes(':iam::aws:policy/'));
    const answers = await Promise.all(own.map(async (arn) => {
        const policy = (await reader.read('iam:GetPolicy', { PolicyArn: arn }));
        if (policy.state !== 'read')
            return policy;
        const version = (await reader.read('iam:GetPolicyVersion', {
            PolicyArn: arn,
            VersionId: policy.value.Policy?.DefaultVersionId ?? 'v1',
        }));
        return mapEvidence(version, (value) => [{ name: arn, document: decode(value.PolicyVersion?.Document ?? '{}') }]);
    }));
    return answers.reduce(together, { state: 'read', value: [] });
}
/** Two lists as one; when either could not be read, the whole could not. */
function together(a, b) {
    if (a.state !== 'read')
        return a;
    return mapEvidence(b, (more) => [...a.value, ...more]);
}
/** IAM returns documents URL-encoded. */
function decode(document) {
    return document.startsWith('%7B') ? decodeURIComponent(document) : document;
}
async function collectOidcProvider(reader, arn) {
    const answer = (await reader.read('iam:GetOpenIDConnectProvider', { OpenIDConnectProviderArn: arn }));
    return { arn, provider: mapEvidence(answer, (value) => ({ Url: value.Url ?? '', ClientIDList: value.ClientIDList ?? [] })) };
}

;// CONCATENATED MODULE: ./src/verify/collect/trail.js

/** All trails of the account that show in the region, shadow copies of other regions included. */
async function listTrails(reader) {
    const answer = (await reader.read('cloudtrail:DescribeTrails', {}));
    return pickEvidence(answer, (value) => value.trailList ?? [], 'no trails');
}
async function collectTrail(reader, arn, trails) {
    const description = pickEvidence(trails, (list) => list.find((trail) => trail.TrailARN === arn), `There is no trail ${arn}.`);
    // Asked by ARN: by name AWS looks in the caller's region only, and answers for a shadow trail.
    const [status, eventSelectors, insightSelectors] = await Promise.all([
        reader.read('cloudtrail:GetTrailStatus', { Name: arn }),
        reader.read('cloudtrail:GetEventSelectors', { TrailName: arn }),
        reader.read('cloudtrail:GetInsightSelectors', { TrailName: arn }),
    ]);
    return {
        arn,
        description,
        status: status,
        eventSelectors: eventSelectors,
        insightSelectors: insightSelectors,
    };
}

;// CONCATENATED MODULE: ./src/verify/collect/collect.js






const GITHUB_ISSUER = 'token.actions.githubusercontent.com';
/** Reads what the config designed: exactly those resources, by the names they must have. */
async function collectDesigned(reader, config, collectedAt) {
    const { account, region, names } = config;
    const partition = config.partition.id;
    const trailArn = `arn:${partition}:cloudtrail:${region}:${account}:trail/${names.trail}`;
    const trails = await listTrails(reader);
    const [trail, bucket, key, group, roles, providers] = await Promise.all([
        collectTrail(reader, trailArn, trails),
        collectBucket(reader, { name: names.logBucket, partition, trailArn, logPrefix: config.audit.logPrefix }),
        collectKey(reader, {
            keyId: names.keyAlias,
            knownArn: readValue(trails)?.find((trail) => trail.TrailARN === trailArn)?.KmsKeyId,
            trailArn,
        }),
        collectLogGroup(reader, names.logGroup, `arn:${partition}:logs:${region}:${account}:log-group:${names.logGroup}`),
        Promise.all(designedRoles(config).map(([kind, name]) => collectRole(reader, kind, `arn:${partition}:iam::${account}:role/${name}`))),
        config.github ? collectOidcProvider(reader, providerArn(config)).then((provider) => [provider]) : Promise.resolve([]),
    ]);
    return {
        account,
        region,
        partition,
        config,
        collectedAt,
        trails: [trail],
        logBuckets: [bucket],
        keys: [key],
        logGroups: [group],
        roles,
        oidcProviders: providers,
    };
}
function designedRoles(config) {
    const { names, github, access } = config;
    return [
        ['cloudwatch-logs', names.cloudWatchLogsRole],
        ...(access.eks
            ? [
                ['eks-cluster', names.eksClusterRole],
                ['eks-nodegroup', names.eksNodegroupRole],
            ]
            : []),
        ...(access.sagemaker ? [['sagemaker', names.sagemakerRole]] : []),
        ...(github
            ? [
                ['plan', names.planRole],
                ['deploy', names.deployRole],
                ['verify', names.verifyRole],
            ]
            : []),
    ];
}
function providerArn(config) {
    const provider = config.github?.oidcProvider;
    return typeof provider === 'object' ? provider.use : `arn:${config.partition.id}:iam::${config.account}:oidc-provider/${GITHUB_ISSUER}`;
}
/** Finds what an account has, without a config: every trail that is at home here, what it writes to, and the roles in scope. */
async function collectDiscovered(reader, place) {
    const { account, region, partition, collectedAt } = place;
    const listed = await listTrails(reader);
    const home = (readValue(listed) ?? []).filter((trail) => trail.HomeRegion === region || trail.IsMultiRegionTrail);
    const arns = home.length > 0 ? home.map((trail) => trail.TrailARN) : [`arn:${partition}:cloudtrail:${region}:${account}:trail/*`];
    const trails = await Promise.all(arns.map((arn) => collectTrail(reader, arn, listed)));
    const unique = (items, key) => [...new Map(items.map((item) => [key(item), item])).values()];
    const [logBuckets, keys, logGroups, found] = await Promise.all([
        Promise.all(unique(home, (trail) => trail.S3BucketName).map((trail) => collectBucket(reader, { name: trail.S3BucketName, partition, trailArn: trail.TrailARN, logPrefix: trail.S3KeyPrefix }))),
        discoverKeys(reader, home),
        Promise.all(unique(home.filter((trail) => trail.CloudWatchLogsLogGroupArn), (trail) => trail.CloudWatchLogsLogGroupArn ?? '').map((trail) => discoverLogGroup(reader, trail))),
        discoverRoles(reader, home),
    ]);
    return { account, region, partition, config: undefined, collectedAt, trails, logBuckets, keys, logGroups, ...found };
}
function discoverKeys(reader, trails) {
    const byKey = new Map(trails.flatMap((trail) => (trail.KmsKeyId ? [[trail.KmsKeyId, trail.TrailARN]] : [])));
    return Promise.all([...byKey].map(([keyId, trailArn]) => collectKey(reader, { keyId, knownArn: undefined, trailArn })));
}
function discoverLogGroup(reader, trail) {
    const arn = (trail.CloudWatchLogsLogGroupArn ?? '').replace(/:\*$/, '');
    return collectLogGroup(reader, arn.split(':').slice(6).join(':'), arn);
}
/** Which roles matter is told by their trust policies, which ListRoles already carries. */
async function discoverRoles(reader, trails) {
    const answer = (await reader.read('iam:ListRoles', {}));
    const logsRoles = new Set(trails.map((trail) => trail.CloudWatchLogsRoleArn));
    const inScope = (readValue(answer)?.Roles ?? []).flatMap((role) => {
        const kind = logsRoles.has(role.Arn) ? 'cloudwatch-logs' : kindByTrust(decodeURIComponent(role.AssumeRolePolicyDocument ?? ''));
        return kind ? [[kind, role.Arn]] : [];
    });
    const listedProviders = (await reader.read('iam:ListOpenIDConnectProviders', {}));
    const providers = (readValue(listedProviders)?.OpenIDConnectProviderList ?? []).filter((provider) => provider.Arn.endsWith(`/${GITHUB_ISSUER}`));
    const roles = await Promise.all(inScope.map(([kind, arn]) => collectRole(reader, kind, arn)));
    // A refused listing must show: an empty list would look like an account without roles.
    const unlisted = answer.state === 'denied' ? [unlistedRoles(answer)] : [];
    return {
        roles: [...roles, ...unlisted],
        oidcProviders: await Promise.all(providers.map((provider) => collectOidcProvider(reader, provider.Arn))),
    };
}
function kindByTrust(trust) {
    if (trust.includes(GITHUB_ISSUER))
        return 'github';
    if (trust.includes('"sagemaker.amazonaws.com'))
        return 'sagemaker';
    if (trust.includes('"eks.amazonaws.com'))
        return 'eks-cluster';
    return undefined;
}
function unlistedRoles(refused) {
    return { arn: '*', name: '*', kind: 'github', role: refused, policies: refused, attached: refused };
}

// EXTERNAL MODULE: ./src/verify/evaluate.js + 8 modules
var evaluate = __webpack_require__(3873);
;// CONCATENATED MODULE: ./src/verify/replay.js

/** Answers from a recording. A question that was not asked then is unreadable now. */
class ReplayReader {
    #answers;
    constructor(envelopes) {
        this.#answers = new Map(envelopes.map((envelope) => [questionKey(envelope.operation, envelope.parameters), envelope.answer]));
    }
    read(operation, parameters) {
        const answer = this.#answers.get(questionKey(operation, parameters));
        return Promise.resolve(answer ?? denied(operation, `The recorded evidence has no answer to ${operation} ${JSON.stringify(parameters)}.`));
    }
}
/** Envelopes whose answer does not match its hash: edited after the run. */
function tamperedEnvelopes(envelopes, sha256) {
    return envelopes.filter((envelope) => sha256(JSON.stringify(envelope.answer)) !== envelope.sha256);
}

;// CONCATENATED MODULE: ./src/commands/verify.js












/** All checks against the live account, against an account without a config, or against recorded evidence. */
async function verify(world, inputs) {
    if ((0,commands_inputs/* textInput */._Z)(inputs, 'from') !== '')
        return replay(world, inputs);
    const isDiscovery = (0,commands_inputs/* booleanInput */.tE)(inputs, 'discover');
    const project = isDiscovery ? undefined : await (0,commands_project/* loadProject */.g)(world, inputs);
    const region = project?.config.region ?? ((0,commands_inputs/* textInput */._Z)(inputs, 'aws-region') || world.defaultRegion);
    if (region === undefined || !(0,partition/* partitionOf */.i)(region)) {
        throw new errors/* AuditError */.M('BAD_INPUT', region === undefined ? 'There is no region to look at.' : `"${region}" is no AWS region this version knows.`, { remedy: 'Set `aws-region` (--aws-region us-east-1), or AWS_REGION.' });
    }
    const session = await (0,commands_session/* openSession */.f)(world, inputs, { region, config: project?.config, templates: project?.templates ?? [], role: 'verify' });
    const { findings, evidencePath } = await collectAndJudge(world, inputs, session, project?.config);
    const report = (0,result/* buildReport */.FK)(world, {
        command: 'verify',
        outcome: 'verified',
        failOn: (0,commands_project/* failOnOf */.t)(project?.config, inputs),
        config: project?.config,
        account: session.account,
        region,
    }, { findings });
    return { report, exitCode: (0,result/* exitCodeOf */.FO)(report), evidencePath };
}
/** Reads, judges, and keeps the evidence. */
async function collectAndJudge(world, inputs, session, config) {
    const { clients, account, region, caller } = session;
    const running = world.progress.start('verify');
    const reader = new LiveReader({ clients, account, region, caller, now: world.now });
    const collectedAt = world.now().toISOString();
    const facts = config
        ? await collectDesigned(reader, config, collectedAt)
        : await collectDiscovered(reader, { account, region, partition: (0,partition/* partitionOf */.i)(region)?.id ?? 'aws', collectedAt });
    const findings = (0,evaluate/* evaluateChecks */.J)(registry/* CHECKS */.u, facts);
    const reads = await reader.envelopes();
    const evidencePath = (0,external_node_path_.join)((0,commands_inputs/* textInput */._Z)(inputs, 'output-dir'), 'evidence.json');
    const file = { schemaVersion: 1, tool: `mlops-audit ${world.version}`, configHash: config?.hash ?? '', collectedAt, reads };
    await world.writeText(evidencePath, `${JSON.stringify(file, null, 2)}\n`);
    running.end('done', `${reads.length} reads, ${findings.length} findings`);
    return { findings, evidencePath };
}
/** The same findings from the same evidence, offline. @throws EVIDENCE_UNREADABLE */
async function replay(world, inputs) {
    const path = (0,external_node_path_.join)((0,commands_inputs/* textInput */._Z)(inputs, 'from'), 'evidence.json');
    const file = parseEvidence(await world.readText(path), path);
    const tampered = tamperedEnvelopes(file.reads, world.sha256);
    if (tampered.length > 0) {
        throw new errors/* AuditError */.M('EVIDENCE_UNREADABLE', `${path} was changed after it was recorded: ${tampered.map((envelope) => envelope.operation).join(', ')} no longer match their hashes.`, { remedy: 'Use the file as the run wrote it.' });
    }
    const reader = new ReplayReader(file.reads);
    const [first] = file.reads;
    const isDiscovery = file.configHash === '';
    const project = isDiscovery ? undefined : await (0,commands_project/* loadProject */.g)(world, inputs);
    const region = project?.config.region ?? first?.region ?? 'us-east-1';
    const place = { account: first?.account ?? '', region, partition: (0,partition/* partitionOf */.i)(region)?.id ?? 'aws', collectedAt: file.collectedAt };
    const facts = project ? await collectDesigned(reader, project.config, file.collectedAt) : await collectDiscovered(reader, place);
    const findings = (0,evaluate/* evaluateChecks */.J)(registry/* CHECKS */.u, facts);
    const changed = project && project.config.hash !== file.configHash;
    const report = (0,result/* buildReport */.FK)(world, {
        command: 'verify',
        outcome: 'verified',
        failOn: (0,commands_project/* failOnOf */.t)(project?.config, inputs),
        config: project?.config,
        account: place.account,
        region,
    }, {
        findings,
        notices: [
            `Replayed from evidence of ${file.collectedAt}; AWS was not asked.`,
            ...(changed ? ['The config has changed since: findings may differ from those of the run.'] : []),
        ],
    });
    return { report, exitCode: (0,result/* exitCodeOf */.FO)(report) };
}
function parseEvidence(text, path) {
    if (text === undefined)
        throw new errors/* AuditError */.M('EVIDENCE_UNREADABLE', `There is no ${path}.`, { remedy: 'Name the output folder of a `verify` run with `from`.' });
    try {
        const file = JSON.parse(text);
        if (file.schemaVersion === 1 && Array.isArray(file.reads))
            return file;
    }
    catch (cause) {
        throw new errors/* AuditError */.M('EVIDENCE_UNREADABLE', `${path} is not valid JSON.`, { cause });
    }
    throw new errors/* AuditError */.M('EVIDENCE_UNREADABLE', `${path} is no evidence file of version 1.`);
}

;// CONCATENATED MODULE: ./src/commands/deploy.js










/** Denies replacing and deleting what holds evidence, whoever updates the stack. */
const STACK_POLICY = JSON.stringify({
    Statement: [
        {
            Effect: 'Deny',
            Action: ['Update:Replace', 'Update:Delete'],
            Principal: '*',
            Resource: '*',
            Condition: { StringEquals: { ResourceType: plan/* EVIDENCE_TYPES */.il } },
        },
        { Effect: 'Allow', Action: 'Update:*', Principal: '*', Resource: '*' },
    ],
});
const DRIFT_NOTICE = 'The stacks are as rendered, yet checks fail: something was changed outside of them, and CloudFormation does not put back what it did not change. ' +
    'Restore it by hand from the rendered templates, or with a change set of deployment mode REVERT_DRIFT.';
/** Audit, then access, then verify. Stops at the first stack that is not proven to be as wanted. */
async function deploy(world, inputs) {
    const { config, templates } = await (0,commands_project/* loadProject */.g)(world, inputs);
    const isBootstrap = (0,commands_inputs/* booleanInput */.tE)(inputs, 'bootstrap');
    const wanted = templates.filter((template) => (template.name === 'bootstrap') === isBootstrap);
    // Bootstrap grants CI its rights; it is deployed with a person's credentials, never by the roles it makes.
    const session = await (0,commands_session/* openSession */.f)(isBootstrap ? { ...world, idToken: undefined } : world, inputs, {
        region: config.region,
        config,
        templates,
        role: 'deploy',
    });
    world.progress.note(`as ${session.caller}`);
    const deployments = [];
    for (const template of wanted) {
        const outcome = await deployOne(world, inputs, session, template);
        deployments.push(outcome);
        if (outcome.kind === 'failed' || outcome.kind === 'refused')
            break;
    }
    const last = deployments.at(-1);
    const base = { command: 'deploy', failOn: (0,commands_project/* failOnOf */.t)(config, inputs), config };
    if (last?.kind === 'failed' || last?.kind === 'refused') {
        const report = (0,result/* buildReport */.FK)(world, { ...base, outcome: last.kind }, { deployments });
        return { report, exitCode: (0,result/* exitCodeOf */.FO)(report) };
    }
    const outcome = deployments.every((deployment) => deployment.kind === 'no-changes') ? 'no-changes' : 'deployed';
    if (isBootstrap) {
        const report = (0,result/* buildReport */.FK)(world, { ...base, outcome }, { deployments });
        return { report, exitCode: (0,result/* exitCodeOf */.FO)(report) };
    }
    const { findings, evidencePath } = await collectAndJudge(world, inputs, session, config);
    const drifted = outcome === 'no-changes' && findings.some((finding) => finding.status === 'fail');
    const report = (0,result/* buildReport */.FK)(world, { ...base, outcome }, { deployments, findings, notices: drifted ? [DRIFT_NOTICE] : [] });
    return { report, exitCode: (0,result/* exitCodeOf */.FO)(report), evidencePath };
}
async function deployOne(world, inputs, session, template) {
    if (Buffer.byteLength(template.body) > 51_200)
        throw new errors/* AuditError */.M('BAD_CONFIG', `${template.name}.yml has more than 51,200 bytes.`);
    return deployStack({
        client: await session.clients.cloudFormation(),
        template,
        changeSetName: `mlops-audit-${world.run.key}`.slice(0, 128),
        allowDestructive: (0,commands_inputs/* listInput */.dt)(inputs, 'allow-destructive'),
        deleteFailedStacks: (0,commands_inputs/* listInput */.dt)(inputs, 'delete-failed-stack'),
        stackPolicy: STACK_POLICY,
        progress: world.progress,
        onChanges: (changes) => {
            world.progress.note(`${template.stackName}: ${(0,verdict/* changeText */.k)((0,plan/* countChanges */.xS)(changes))}`);
            for (const change of changes)
                world.progress.note(`  ${change.action.toLowerCase()} ${change.logicalId} (${change.type})${change.replacement === 'True' ? ' by replacement' : ''}`);
        },
        sameTemplate: (a, b) => resourcesText(a, template.stackName) === resourcesText(b, template.stackName),
        timeoutMs: Number((0,commands_inputs/* textInput */._Z)(inputs, 'timeout-minutes')) * 60_000,
        now: world.now,
        sleep: world.sleep,
        signal: world.signal,
    });
}
/** What of a template CloudFormation acts on; comments and the header may differ. */
function resourcesText(body, name) {
    const { Resources, Parameters, Outputs } = (0,parse/* parseTemplate */.Q)(body, name);
    return JSON.stringify({ Resources, Parameters, Outputs });
}

// EXTERNAL MODULE: ./src/commands/plan.js + 1 modules
var commands_plan = __webpack_require__(5785);
;// CONCATENATED MODULE: ./src/commands/render.js





/** Config → template files, deployable as they are with `aws cloudformation deploy`, and their parameters. */
async function render(world, inputs) {
    const { config, templates } = await (0,commands_project/* loadProject */.g)(world, inputs);
    await writeTemplates(world, (0,commands_inputs/* textInput */._Z)(inputs, 'output-dir'), templates);
    const report = (0,result/* buildReport */.FK)(world, { command: 'render', outcome: 'rendered', failOn: (0,commands_project/* failOnOf */.t)(config, inputs), config }, {});
    return { report, exitCode: (0,result/* exitCodeOf */.FO)(report) };
}
async function writeTemplates(world, folder, templates) {
    for (const template of templates) {
        const path = (0,external_node_path_.join)(folder, 'templates', `${template.name}.yml`);
        await world.writeText(path, template.body);
        const parameters = Object.entries((0,parse/* parseTemplate */.Q)(template.body, path).Parameters ?? {}).map(([ParameterKey, { Default }]) => ({
            ParameterKey,
            ParameterValue: String(Default),
        }));
        if (parameters.length > 0)
            await world.writeText((0,external_node_path_.join)(folder, 'templates', `${template.name}.parameters.json`), `${JSON.stringify(parameters, null, 2)}\n`);
        world.progress.done(path, `aws cloudformation deploy --template-file ${path} --stack-name ${template.stackName} --capabilities CAPABILITY_NAMED_IAM`);
    }
}

;// CONCATENATED MODULE: ./src/commands/table.js





const COMMANDS = [
    {
        name: 'check',
        summary: 'prove offline that the config is right and renders to what AWS takes',
        help: 'Reads the config, reports every mistake at once with file, line and column, renders the templates and holds them against the limits of AWS. Touches no network.',
        needs: 'nothing',
        examples: ['mlops-audit check', 'mlops-audit check --config audit/prod.yml'],
        run: (world, inputs) => check(world, inputs),
    },
    {
        name: 'plan',
        summary: 'show what a deployment would change, per resource and per permission',
        help: 'Drafts a change set per stack, shows it together with the permissions that would be added, removed, widened or narrowed, and deletes the draft. A stack that does not exist yet is planned from its template.',
        needs: 'the plan role, or credentials of your own',
        examples: ['mlops-audit plan', 'mlops-audit plan --format markdown'],
        run: (world, inputs) => (0,commands_plan/* plan */.e)(world, inputs),
    },
    {
        name: 'deploy',
        summary: 'deploy audit, then access, by change set; read back; verify',
        help: 'Shows each change set before it is executed, follows its events, sets termination protection and the stack policy, reads the stack back, and verifies the account. Replacing or removing the trail, its key, its buckets or its log group needs --allow-destructive with the logical ids. Bootstrap is deployed by an administrator, with --bootstrap.',
        needs: 'the deploy role, or credentials of your own',
        examples: ['mlops-audit deploy --bootstrap', 'mlops-audit deploy', 'mlops-audit deploy --delete-failed-stack retail-dev-audit'],
        run: (world, inputs) => deploy(world, inputs),
    },
    {
        name: 'verify',
        summary: 'judge the live account by every check; read-only',
        help: 'Reads what the config designed, judges it, and keeps the evidence. What cannot be read is an error that names the missing permission, never a pass. With --discover it judges an account without a config; with --from it repeats an earlier judgement from its evidence, offline.',
        needs: 'the verify role (read-only), or credentials of your own',
        examples: [
            'mlops-audit verify',
            'mlops-audit verify --discover --aws-region us-east-1',
            'mlops-audit verify --from .mlops-audit --format json',
        ],
        run: (world, inputs) => verify(world, inputs),
    },
    {
        name: 'render',
        summary: 'write the CloudFormation templates, deployable as they are',
        help: 'Writes bootstrap.yml, audit.yml and access.yml with their parameter files. The same config gives the same bytes.',
        needs: 'nothing',
        examples: ['mlops-audit render --output-dir out'],
        run: (world, inputs) => render(world, inputs),
    },
];
function findCommand(name) {
    return COMMANDS.find((command) => command.name === name);
}


/***/ }),

/***/ 6547:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ validateInputs)
/* harmony export */ });
/* harmony import */ var _model_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6351);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3678);


/** Every wrong input at once. @throws BAD_INPUT */
function validateInputs(values, style) {
    const problems = [...values].flatMap(([name, value]) => {
        const spec = _inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .INPUTS */ .mc.find((input) => input.name === name);
        return spec && value !== '' ? problemsOf(spec, value, style(name)) : [];
    });
    if (problems.length > 0)
        throw new _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AuditError */ .M('BAD_INPUT', problems.map((problem) => `${problem.message} ${problem.remedy ?? ''}`.trim()).join('\n'), {
            problems,
        });
}
function problemsOf(spec, value, shown) {
    if (spec.kind === 'boolean' && !/^(?:true|false)$/i.test(value))
        return [{ message: `${shown} is "${value}".`, remedy: 'Allowed: true, false.' }];
    if (spec.allowed && !spec.allowed.includes(value))
        return [{ message: `${shown} is "${value}".`, remedy: `Allowed: ${spec.allowed.join(', ')}.` }];
    const range = RANGES[spec.name];
    if (range && !(/^\d+$/.test(value) && Number(value) >= range[0] && Number(value) <= range[1]))
        return [{ message: `${shown} is "${value}".`, remedy: `Allowed: ${range[0]} to ${range[1]}.` }];
    const pattern = PATTERNS[spec.name];
    if (pattern && !pattern.test.test(value))
        return [{ message: `${shown} is "${value}".`, remedy: `Allowed: ${pattern.allowed}.` }];
    return [];
}
const RANGES = { 'role-duration-seconds': [900, 43_200], 'timeout-minutes': [1, 360] };
const ROLE = {
    test: /^arn:aws(?:-us-gov|-cn)?:iam::\d{12}:role\/[\w+=,.@/-]{1,512}$/,
    allowed: 'a role ARN, arn:aws:iam::<account>:role/<name>',
};
const PATTERNS = {
    'role-to-assume': ROLE,
    'role-to-chain': ROLE,
    'role-session-name': { test: /^[\w+=,.@-]{2,64}$/, allowed: '2 to 64 letters, digits and _ + = , . @ -' },
};


/***/ }),

/***/ 9824:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  k: () => (/* binding */ closest),
  I: () => (/* binding */ schemaProblems)
});

;// CONCATENATED MODULE: ./schema.json
const schema_namespaceObject = /*#__PURE__*/JSON.parse('{"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://raw.githubusercontent.com/org/mlops-audit-action/v1/schema.json","title":"mlops-audit configuration","type":"object","additionalProperties":false,"required":["version","project","environment","account","region"],"properties":{"version":{"const":1,"description":"the version of this file\'s format: 1"},"project":{"type":"string","pattern":"^[a-z][a-z0-9-]{1,40}$","description":"the project, lower case: a letter, then at most 40 letters, digits and hyphens"},"environment":{"type":"string","pattern":"^[a-z][a-z0-9-]{0,19}$","description":"the environment, such as dev, staging or prod"},"prefix":{"type":"string","pattern":"^[a-z][a-z0-9-]{1,50}$","description":"what every name starts with; `<project>-<environment>` when left out"},"account":{"type":"string","pattern":"^[0-9]{12}$","description":"the AWS account id: 12 digits in quotes"},"region":{"type":"string","description":"the audit region: key, log bucket and trail live here"},"workload-region":{"type":"string","description":"where EKS, SageMaker and the data live; the audit region when left out"},"tags":{"type":"object","description":"your own tags on everything taggable, at most 40","maxProperties":40,"additionalProperties":{"type":"string","pattern":"^[^\\\\u0000-\\\\u001f]{0,256}$","description":"a tag value: at most 256 characters on one line"},"propertyNames":{"pattern":"^(?!aws:)[A-Za-z0-9 _.:/=+@-]{1,128}$"}},"names":{"type":"object","additionalProperties":false,"description":"overrides of derived names, one by one","properties":{"trail":{"type":"string","pattern":"^[A-Za-z0-9](?!.*[._-]{2})[A-Za-z0-9._-]{1,126}[A-Za-z0-9]$","description":"a trail name: 3 to 128 letters, digits, dots, underscores and hyphens, no two separators in a row"},"key-alias":{"type":"string","pattern":"^alias/(?!aws/)[A-Za-z0-9/_-]{1,250}$","description":"a KMS alias: `alias/` and letters, digits, /, _ and -; `alias/aws/` is reserved for AWS"},"log-bucket":{"type":"string","pattern":"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$","description":"an S3 bucket name: 3 to 63 lower-case letters, digits, dots and hyphens, starting and ending with a letter or digit"},"access-log-bucket":{"type":"string","pattern":"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$","description":"an S3 bucket name: 3 to 63 lower-case letters, digits, dots and hyphens, starting and ending with a letter or digit"},"log-group":{"type":"string","pattern":"^(?!aws/)[A-Za-z0-9_/.#-]{1,512}$","description":"a CloudWatch Logs group name: letters, digits and _ / . # -; `aws/` at the start is reserved"},"cloudwatch-logs-role":{"type":"string","pattern":"^[A-Za-z0-9+=,.@_-]{1,64}$","description":"an IAM name: at most 64 letters, digits and +=,.@_-"},"topic":{"type":"string","pattern":"^[A-Za-z0-9_-]{1,256}$","description":"an SNS topic name: letters, digits, _ and -"},"tamper-rule":{"type":"string","pattern":"^[A-Za-z0-9._-]{1,64}$","description":"an EventBridge rule name: at most 64 letters, digits, dots, _ and -"},"eks-cluster-role":{"type":"string","pattern":"^[A-Za-z0-9+=,.@_-]{1,64}$","description":"an IAM name: at most 64 letters, digits and +=,.@_-"},"eks-nodegroup-role":{"type":"string","pattern":"^[A-Za-z0-9+=,.@_-]{1,64}$","description":"an IAM name: at most 64 letters, digits and +=,.@_-"},"sagemaker-role":{"type":"string","pattern":"^[A-Za-z0-9+=,.@_-]{1,64}$","description":"an IAM name: at most 64 letters, digits and +=,.@_-"},"plan-role":{"type":"string","pattern":"^[A-Za-z0-9+=,.@_-]{1,64}$","description":"an IAM name: at most 64 letters, digits and +=,.@_-"},"deploy-role":{"type":"string","pattern":"^[A-Za-z0-9+=,.@_-]{1,64}$","description":"an IAM name: at most 64 letters, digits and +=,.@_-"},"verify-role":{"type":"string","pattern":"^[A-Za-z0-9+=,.@_-]{1,64}$","description":"an IAM name: at most 64 letters, digits and +=,.@_-"},"pipeline-boundary":{"type":"string","pattern":"^[A-Za-z0-9+=,.@_-]{1,64}$","description":"an IAM name: at most 64 letters, digits and +=,.@_-"},"workload-boundary":{"type":"string","pattern":"^[A-Za-z0-9+=,.@_-]{1,64}$","description":"an IAM name: at most 64 letters, digits and +=,.@_-"},"bootstrap-stack":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9-]{0,127}$","description":"a stack name: a letter, then at most 127 letters, digits and hyphens"},"audit-stack":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9-]{0,127}$","description":"a stack name: a letter, then at most 127 letters, digits and hyphens"},"access-stack":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9-]{0,127}$","description":"a stack name: a letter, then at most 127 letters, digits and hyphens"}}},"github":{"type":"object","additionalProperties":false,"description":"the repository whose workflow runs this; left out, no GitHub roles are rendered","required":["repository"],"properties":{"repository":{"type":"string","pattern":"^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})/[A-Za-z0-9._-]{1,100}$","description":"OWNER/REPO of the repository whose workflow deploys and verifies"},"owner-id":{"type":"string","pattern":"^[0-9]{1,20}$","description":"the numeric id of the owner, in quotes; half of the immutable `sub` claim"},"repository-id":{"type":"string","pattern":"^[0-9]{1,20}$","description":"the numeric id of the repository, in quotes; pinned in every trust policy"},"branches":{"type":"array","minItems":1,"maxItems":5,"items":{"type":"string","pattern":"^[A-Za-z0-9._/-]{1,100}$","description":"a branch name without wildcards"},"description":"branches whose runs may deploy; `[main]` when left out"},"environments":{"type":"array","maxItems":5,"items":{"type":"string","pattern":"^[A-Za-z0-9 ._-]{1,100}$","description":"a GitHub environment name"},"description":"GitHub environments whose jobs may deploy; an `environment:` job\'s `sub` names the environment, not the branch"},"subject":{"enum":["both","immutable","name"],"description":"which form of the `sub` claim is trusted: `both`, `immutable` (repo:OWNER@ID/REPO@ID:...) or `name` (repo:OWNER/REPO:...)"},"oidc-provider":{"anyOf":[{"const":"create"},{"type":"object","additionalProperties":false,"required":["use"],"properties":{"use":{"type":"string","pattern":"^arn:aws(-us-gov|-cn)?:iam::[0-9]{12}:oidc-provider/.+$","description":"the ARN of the account\'s existing GitHub OIDC provider"}}}],"description":"`create`, or `{ use: <arn> }` where the account has one already"},"deploy":{"enum":["manual","on-merge"],"description":"`manual` (a person starts the workflow) or `on-merge` (a push to the default branch deploys)"}}},"audit":{"type":"object","additionalProperties":false,"description":"the audit stack","properties":{"trail":{"const":"create","description":"`create`: this project has its own trail"},"log-prefix":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$","description":"the key prefix of log files in the bucket: letters, digits, _ and -"},"data-events":{"anyOf":[{"const":"all"},{"type":"array","maxItems":100,"items":{"type":"string","pattern":"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$","description":"an S3 bucket name: 3 to 63 lower-case letters, digits, dots and hyphens, starting and ending with a letter or digit"}}],"description":"the buckets whose object reads and writes are logged, or `all` (every bucket except the log buckets)"},"data-events-access":{"enum":["all","read","write"],"description":"`all`, `read` or `write`"},"insights":{"type":"boolean","description":"CloudTrail Insights on call rate and error rate (billed)"},"key":{"type":"object","additionalProperties":false,"description":"the KMS key that encrypts the logs","properties":{"rotation-days":{"type":"integer","minimum":90,"maximum":2560,"description":"days between key rotations, 90 to 2560"},"administrators":{"type":"array","maxItems":20,"items":{"type":"string","pattern":"^arn:aws(-us-gov|-cn)?:iam::[0-9]{12}:(role|user)/[A-Za-z0-9+=,.@_/-]+$","description":"the ARN of an IAM role or user"},"description":"who may administer the log key besides the account root"},"allow-deletion":{"type":"boolean","description":"whether administrators may schedule the key\'s deletion"},"reader-accounts":{"type":"array","maxItems":20,"items":{"type":"string","pattern":"^[0-9]{12}$","description":"another account\'s id: 12 digits in quotes"},"description":"other accounts whose principals may decrypt the logs"}}},"bucket-key":{"type":"boolean","description":"S3 Bucket Keys on the log bucket: fewer KMS requests; the encryption context becomes the bucket\'s ARN"},"lifecycle":{"type":"object","additionalProperties":false,"description":"when log files move to colder storage","properties":{"standard-ia":{"type":["integer","null"],"minimum":30,"maximum":3650,"description":"days until STANDARD_IA, at least 30, or null for never"},"glacier":{"type":["integer","null"],"minimum":30,"maximum":3650,"description":"days until the Glacier class, or null for never"},"glacier-class":{"enum":["GLACIER_IR","GLACIER"],"description":"GLACIER_IR (readable at once) or GLACIER (needs a restore before logs can be read or validated)"},"deep-archive":{"type":["integer","null"],"minimum":30,"maximum":3650,"description":"days until DEEP_ARCHIVE, or null for never"},"expire":{"type":["integer","null"],"minimum":1,"maximum":36500,"description":"days until logs are deleted, or null for never"},"scope":{"enum":["prefix","all"],"description":"`prefix` (the log prefix) or `all` (the whole bucket)"}}},"access-log-retention-days":{"type":"integer","minimum":30,"maximum":3650,"description":"days the log bucket\'s own access logs are kept, 30 to 3650"},"log-retention-days":{"enum":[1,3,5,7,14,30,60,90,120,150,180,365,400,545,731,1096,1827,2192,2557,2922,3288,3653],"description":"days CloudWatch Logs keeps events; one of the values CloudWatch Logs accepts"},"alert":{"anyOf":[{"type":"string","pattern":"^[^@\\\\s]+@[^@\\\\s]+\\\\.[^@\\\\s]+$"},{"type":"array","maxItems":10,"items":{"type":"string","pattern":"^[^@\\\\s]+@[^@\\\\s]+\\\\.[^@\\\\s]+$","description":"an e-mail address"}}],"description":"an e-mail address, or a list of them, told about tampering"},"tamper-rule":{"type":"boolean","description":"an EventBridge rule that reports attempts to stop, narrow or delete the trail, its logs or its key"}}},"access":{"type":"object","additionalProperties":false,"description":"the access stack","properties":{"eks":{"anyOf":[{"const":false},{"type":"object","additionalProperties":false,"properties":{"auto-mode":{"type":"boolean","description":"EKS Auto Mode: its managed policies and `sts:TagSession`"},"cni":{"enum":["node-role","aws-node"],"description":"`node-role` keeps AmazonEKS_CNI_Policy on the nodes; `aws-node` leaves it to a role of the aws-node service account"},"ecr-pull":{"enum":["pull-only","read-only"],"description":"`pull-only` (AmazonEC2ContainerRegistryPullOnly) or `read-only` (AmazonEC2ContainerRegistryReadOnly)"}}}],"description":"EKS roles, or `false` for none"},"sagemaker":{"anyOf":[{"const":false},{"type":"object","additionalProperties":false,"properties":{"profile":{"enum":["least-privilege","lab"],"description":"`least-privilege`, or `lab` (AWS full-access policies; reported as findings)"},"data-buckets":{"type":"array","maxItems":20,"items":{"type":"string","pattern":"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$","description":"an S3 bucket name: 3 to 63 lower-case letters, digits, dots and hyphens, starting and ending with a letter or digit"},"description":"buckets the role may use"},"prefixes":{"type":"array","minItems":1,"maxItems":20,"items":{"type":"string","pattern":"^[A-Za-z0-9!_.\'()/-]{1,200}/$","description":"a key prefix ending in /"},"description":"key prefixes the role may use in those buckets"},"repositories":{"type":"array","maxItems":20,"items":{"type":"string","pattern":"^[a-z0-9]+(?:[._/-][a-z0-9]+)*$","description":"an ECR repository name"},"description":"ECR repositories the role may pull from"},"keys":{"type":"array","maxItems":10,"items":{"type":"string","pattern":"^arn:aws(-us-gov|-cn)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$","description":"the ARN of a KMS key"},"description":"KMS keys of those buckets"},"vpc":{"type":"boolean","description":"whether jobs run in a VPC: adds the network-interface actions"}}}],"description":"the SageMaker execution role, or `false` for none"}}},"exceptions":{"type":"array","maxItems":200,"description":"findings accepted until a day","items":{"type":"object","additionalProperties":false,"required":["check","reason","owner","expires"],"properties":{"check":{"type":"string","pattern":"^[a-z0-9-]+$","description":"the id of a check"},"resource":{"type":"string","pattern":"^.{1,2048}$","description":"the ARN it holds for; every resource when left out"},"reason":{"type":"string","pattern":"\\\\S","description":"why it is accepted"},"owner":{"type":"string","pattern":"\\\\S","description":"who answers for it"},"ticket":{"type":"string","pattern":"\\\\S","description":"where it is tracked"},"expires":{"type":"string","pattern":"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$","description":"the last day it holds, YYYY-MM-DD"}}}},"fail-on":{"enum":["critical","high","medium","low"],"description":"the mildest severity that fails a run: `critical`, `high` (default), `medium` or `low`"}}}');
// EXTERNAL MODULE: ./src/config/yaml.js
var config_yaml = __webpack_require__(9640);
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
            const guess = closest(key, known);
            return {
                message: `Unknown key \`${key}\`${name === '' ? '' : ` in \`${name}\``}.${guess ? ` Did you mean \`${guess}\`?` : ''}`,
                position: yaml.positionOfKey(`${path}/${(0,config_yaml/* escapePointer */.l)(key)}`),
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
                position: yaml.positionOfKey(`${path}/${(0,config_yaml/* escapePointer */.l)(String(error.params['propertyName']))}`),
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

/***/ 9640:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ escapePointer),
/* harmony export */   v: () => (/* binding */ parseLocatedYaml)
/* harmony export */ });
/* harmony import */ var js_yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4437);
/* harmony import */ var _model_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6351);


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
    const events = guarded(text, file, lines, () => (0,js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseEvents */ .PH)(text, { maxDepth: MAX_DEPTH, filename: file }));
    const documents = events.filter((event) => event.type === js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .EVENT_DOCUMENT */ .FQ).length;
    if (documents > 1) {
        throw badYaml({ message: `${file} holds ${documents} YAML documents; one is allowed.`, remedy: 'Remove the `---` lines between them.' });
    }
    const values = guarded(text, file, lines, () => (0,js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .constructFromEvents */ .fw)(events, { source: text, schema: js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .CORE_SCHEMA */ .OU, maxAliases: MAX_ALIASES, filename: file }));
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
        if (!(error instanceof js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .YAMLException */ .tB))
            throw error;
        const position = { file, ...lineColumn(lines, Math.min(error.mark?.position ?? 0, text.length)) };
        throw badYaml({ message: `This is not valid YAML: ${error.reason}.`, position, remedy: 'Correct the line and run again.' });
    }
}
function badYaml(problem) {
    return new _model_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .AuditError */ .M('BAD_CONFIG', problem.message, { problems: [problem] });
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
            case js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .EVENT_DOCUMENT */ .FQ:
                stack.push({ pointer: '', kind: 'document', index: 0, key: undefined });
                break;
            case js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .EVENT_POP */ .lV:
                stack.pop();
                break;
            case js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .EVENT_SCALAR */ ._W:
                if (frame?.kind === 'mapping' && frame.key === undefined)
                    noteKey(frame, event, text, offsets);
                else
                    place(frame, quotedStart(event, text), offsets);
                break;
            case js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .EVENT_ALIAS */ .Sm:
                place(frame, event.anchorStart, offsets);
                break;
            case js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .EVENT_MAPPING */ .uj:
            case js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .EVENT_SEQUENCE */ .$J: {
                const pointer = place(frame, event.start, offsets);
                stack.push({ pointer, kind: event.type === js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .EVENT_MAPPING */ .uj ? 'mapping' : 'sequence', index: 0, key: undefined });
                break;
            }
        }
    }
    return offsets;
}
function noteKey(frame, event, text, offsets) {
    frame.key = (0,js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .getScalarValue */ .KE)(text, event);
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


/***/ }),

/***/ 3001:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  b: () => (/* binding */ createWorld)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/aws/credentials.js
var credentials = __webpack_require__(2060);
// EXTERNAL MODULE: ./src/model/errors.js
var errors = __webpack_require__(6351);
;// CONCATENATED MODULE: ./src/paths.js

/** The package's root, from `src/` and from `dist/` alike: both are one level below it. */
const root = (0,external_node_path_.join)(import.meta.dirname, '..');
const templatesFolder = (0,external_node_path_.join)(root, 'templates');
const packageFile = (0,external_node_path_.join)(root, 'package.json');

;// CONCATENATED MODULE: ./src/edge/world.js







/** Far above any config or evidence file; a larger file is a mistake, and is not read into memory. */
const MAX_FILE = 64 * 1024 * 1024;
/** The real file system, clock and hash; what differs between the faces is passed in. */
function createWorld(own) {
    return {
        ...own,
        defaultRegion: process.env['AWS_REGION'] ?? process.env['AWS_DEFAULT_REGION'],
        version: JSON.parse((0,external_node_fs_.readFileSync)(packageFile, 'utf8')).version,
        now: () => new Date(),
        sleep: (ms) => sleep(ms, own.signal),
        sha256: (text) => (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex'),
        readText,
        writeText,
        fragment: (file) => (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(templatesFolder, file), 'utf8'),
        defaultCredentials: credentials/* defaultCredentials */.AD,
    };
}
/** Wakes up early when the run is cancelled, so that cancelling is quick. */
function sleep(ms, signal) {
    return new Promise((done) => {
        if (signal?.aborted)
            return done();
        const wake = () => {
            clearTimeout(timer);
            signal?.removeEventListener('abort', wake);
            done();
        };
        const timer = setTimeout(wake, ms);
        signal?.addEventListener('abort', wake, { once: true });
    });
}
async function readText(path) {
    try {
        const { size } = await (0,promises_.stat)(path);
        if (size > MAX_FILE)
            throw new errors/* AuditError */.M('BAD_INPUT', `${path} has ${Math.round(size / 1024 / 1024)} MiB; that is no file of this tool.`);
        return await (0,promises_.readFile)(path, 'utf8');
    }
    catch (error) {
        if (error.code === 'ENOENT')
            return undefined;
        if (error instanceof errors/* AuditError */.M)
            throw error;
        throw new errors/* AuditError */.M('BAD_INPUT', `${path} cannot be read: ${error.message}`, { cause: error });
    }
}
/** Beside the target first, then in its place: a reader sees the old file or the new one, never half of it. */
async function writeText(path, text) {
    const temporary = `${path}.${(0,external_node_crypto_.randomBytes)(4).toString('hex')}.tmp`;
    try {
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
        await (0,promises_.writeFile)(temporary, text, { flag: 'wx' });
        await (0,promises_.rename)(temporary, path);
    }
    catch (error) {
        await (0,promises_.rm)(temporary, { force: true });
        throw new errors/* AuditError */.M('WRITE_REFUSED', `${path} cannot be written: ${error.message}`, {
            remedy: 'Choose another `output-dir`.',
            cause: error,
        });
    }
}


/***/ }),

/***/ 6325:
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
/* harmony import */ var _conditions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6325);
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

/***/ 6351:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ formatPosition),
/* harmony export */   M: () => (/* binding */ AuditError)
/* harmony export */ });
/** The one error class: a code to branch on, a message to show, a remedy to follow. */
class AuditError extends Error {
    code;
    remedy;
    problems;
    constructor(code, message, detail = {}) {
        super(message, detail.cause === undefined ? undefined : { cause: detail.cause });
        this.name = 'AuditError';
        this.code = code;
        this.remedy = detail.remedy;
        this.problems = detail.problems ?? [];
    }
}
/** `file:line:column` as editors and terminals link it. */
function formatPosition(position) {
    return `${position.file}:${position.line}:${position.column}`;
}


/***/ }),

/***/ 3791:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   eh: () => (/* binding */ summarize),
/* harmony export */   jZ: () => (/* binding */ atLeast),
/* harmony export */   oC: () => (/* binding */ SEVERITIES)
/* harmony export */ });
/* unused harmony export STATUSES */
/** From worst to mildest; the order is used for sorting and for `fail-on`. */
const SEVERITIES = ['critical', 'high', 'medium', 'low'];
const STATUSES = (/* unused pure expression or super */ null && (['pass', 'fail', 'error', 'not-applicable', 'excepted']));
/** `true` when `severity` is at least as bad as `threshold`. */
function atLeast(severity, threshold) {
    return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(threshold);
}
function summarize(findings) {
    const count = (status) => findings.filter((finding) => finding.status === status).length;
    const bad = findings.filter((finding) => finding.status === 'fail' || finding.status === 'error');
    const worst = SEVERITIES.find((severity) => bad.some((finding) => finding.severity === severity));
    return {
        total: findings.length,
        pass: count('pass'),
        fail: count('fail'),
        error: count('error'),
        notApplicable: count('not-applicable'),
        excepted: count('excepted'),
        highestSeverity: worst ?? 'none',
    };
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

/***/ 7403:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RD: () => (/* binding */ destructive),
/* harmony export */   il: () => (/* binding */ EVIDENCE_TYPES),
/* harmony export */   xS: () => (/* binding */ countChanges)
/* harmony export */ });
function countChanges(changes) {
    const replaced = (change) => change.action === 'Modify' && change.replacement !== undefined && change.replacement !== 'False';
    return {
        add: changes.filter((change) => change.action === 'Add' || change.action === 'Import').length,
        modify: changes.filter((change) => change.action === 'Modify' && !replaced(change)).length,
        replace: changes.filter(replaced).length,
        remove: changes.filter((change) => change.action === 'Remove').length,
    };
}
/** Types whose replacement or removal loses evidence; nobody replaces these by accident. */
const EVIDENCE_TYPES = [
    'AWS::CloudTrail::Trail',
    'AWS::KMS::Key',
    'AWS::S3::Bucket',
    'AWS::S3::BucketPolicy',
    'AWS::Logs::LogGroup',
];
/** Changes that need to be allowed by logical id. */
function destructive(changes) {
    return changes.filter((change) => EVIDENCE_TYPES.includes(change.type) && (change.action === 'Remove' || change.replacement === 'True'));
}


/***/ }),

/***/ 847:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ml: () => (/* binding */ wantsColour),
/* harmony export */   XG: () => (/* binding */ createPaint),
/* harmony export */   mf: () => (/* binding */ createProgress)
/* harmony export */ });
const HEARTBEAT_MS = 20_000;
/** A live line in a terminal; one line a step and a heartbeat in CI. */
function createProgress(options) {
    const { write, paint } = options;
    const line = (mark, label, detail) => write(`${mark} ${label}${detail ? paint('dim', `  ${detail}`) : ''}\n`);
    return {
        done: (label, detail) => line(paint('green', '✓'), label, detail),
        failed: (label, detail) => line(paint('red', '✗'), label, detail),
        note: (text) => write(`  ${text}\n`),
        warn: (text) => line(paint('yellow', '!'), text),
        start: (label) => (options.live ? liveStep(label, options, line) : plainStep(label, options, line)),
    };
}
function liveStep(label, options, line) {
    const started = options.now();
    const width = (options.columns ?? 80) - 1;
    const clear = '\r\u001b[2K';
    const show = (detail) => options.write(clear + `… ${label}  ${detail}`.slice(0, width));
    show('');
    return { update: show, end: (result, detail) => finish(options, line, label, started, result, detail, clear) };
}
function plainStep(label, options, line) {
    const started = options.now();
    let last = started;
    options.write(`· ${label}\n`);
    let shown = '';
    return {
        update: (detail) => {
            if (detail !== shown || options.now() - last > HEARTBEAT_MS) {
                options.write(`    ${detail}\n`);
                shown = detail;
                last = options.now();
            }
        },
        end: (result, detail) => finish(options, line, label, started, result, detail, ''),
    };
}
function finish(options, line, label, started, result, detail, clear) {
    const seconds = ((options.now() - started) / 1000).toFixed(1);
    options.write(clear);
    line(result === 'done' ? options.paint('green', '✓') : options.paint('red', '✗'), label, [detail, `${seconds} s`].filter(Boolean).join(' · '));
}
const CODES = { red: 31, green: 32, yellow: 33, bold: 1, dim: 2 };
/** Colours when the reader can show them. https://no-color.org */
function createPaint(colour) {
    return (style, text) => (colour ? `\u001b[${CODES[style]}m${text}\u001b[0m` : text);
}
function wantsColour(environment, isTerminal) {
    if (environment['NO_COLOR'])
        return false;
    if (environment['FORCE_COLOR'] && environment['FORCE_COLOR'] !== '0')
        return true;
    return isTerminal && environment['TERM'] !== 'dumb';
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


/***/ }),

/***/ 7549:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ toJson)
/* harmony export */ });
/** The machine-readable result, `schemaVersion` 1. Described in docs/results.md; a field is never renamed within a version. */
function toJson(report) {
    return `${JSON.stringify(report, null, 2)}\n`;
}


/***/ }),

/***/ 8327:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  l: () => (/* binding */ toMarkdown)
});

// EXTERNAL MODULE: ./src/model/errors.js
var errors = __webpack_require__(6351);
;// CONCATENATED MODULE: ./src/report/escape.js
/** Text from AWS, logs or pull requests, made harmless in Markdown: no tables broken, no HTML, no mentions, no links. */
function escapeMarkdown(text) {
    return text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replace(/[\\`*_{}[\]|~]/g, '\\$&')
        .replace(/@(?=\w)/g, '@\u200b')
        .replace(/\b(https?):\/\//g, '$1:\u200b//')
        .replace(/\s*[\r\n]+\s*/g, ' ');
}
/** As inline code: only the fence itself can end it. */
function inlineCode(text) {
    const plain = text.replace(/\s+/g, ' ');
    const longest = Math.max(0, ...[...plain.matchAll(/`+/g)].map((match) => match[0].length));
    const fence = '`'.repeat(longest + 1);
    const pad = plain.startsWith('`') || plain.endsWith('`') ? ' ' : '';
    return `${fence}${pad}${plain.replaceAll('|', '\\|')}${pad}${fence}`;
}
/** A block that no content can leave. */
function codeBlock(lines, language = '') {
    const longest = Math.max(2, ...lines.flatMap((line) => [...line.matchAll(/`+/g)].map((match) => match[0].length)));
    const fence = '`'.repeat(longest + 1);
    return [`${fence}${language}`, ...lines, fence].join('\n');
}

// EXTERNAL MODULE: ./src/report/mask.js
var mask = __webpack_require__(5495);
// EXTERNAL MODULE: ./src/report/verdict.js
var report_verdict = __webpack_require__(6898);
;// CONCATENATED MODULE: ./src/report/markdown.js




/** The report for people: verdict first, then what changed, what fails and how to fix it, then folded detail. */
function toMarkdown(report, options) {
    const verdict = (0,report_verdict/* verdictOf */.V)(report);
    const parts = [
        {
            text: `### ${verdict.good ? (verdict.widened.length > 0 ? '⚠️' : '✅') : '❌'} ${escapeMarkdown(report.subject)}: ${escapeMarkdown(verdict.headline)}`,
        },
        ...decision(verdict),
        { text: resultTable(report, verdict) },
        ...(options.isPublic
            ? [{ text: '_Details are withheld in public repositories; they are in the results of the run._' }]
            : detailParts(report, verdict)),
        ...report.notices.map((notice) => ({ text: `> ${escapeMarkdown(notice)}` })),
        { text: footer(report, options) },
    ];
    const text = fitInto(parts, options.limit);
    return options.isPublic || options.maskAccountId ? (0,mask/* maskAccounts */.B)(text) : text;
}
function decision(verdict) {
    const [first] = verdict.widened;
    if (!first)
        return [];
    const more = verdict.widened.length > 1 ? ` (and ${verdict.widened.length - 1} more)` : '';
    const verb = first.change === 'added' ? 'would gain' : 'would no longer be denied';
    return [{ text: `**Decide:** ${inlineCode(first.subject)} ${verb} ${inlineCode(first.text)}${more}.` }];
}
function resultTable(report, verdict) {
    const { summary } = report;
    const rows = [
        ...(report.plans.length > 0 || report.deployments.length > 0 ? [`| Changes | ${(0,report_verdict/* changeText */.k)(verdict.changes)} |`] : []),
        ...(verdict.widened.length + verdict.narrowed.length > 0
            ? [`| Access | **${verdict.widened.length} widened** · ${verdict.narrowed.length} narrowed |`]
            : []),
        ...(report.findings.length > 0
            ? [
                `| Checks | ${summary.pass} pass · ${summary.fail} fail · ${summary.error} unreadable · ${summary.excepted} excepted · ${summary.notApplicable} not applicable |`,
            ]
            : []),
    ];
    return rows.length === 0 ? '' : ['| | Result |', '|---|---|', ...rows].join('\n');
}
function detailParts(report, verdict) {
    return [
        ...problemParts(report),
        ...report.deployments.flatMap(deploymentParts),
        ...findingTable('Blocking', verdict.blocking),
        ...accessPart('Access, by meaning', verdict.widened),
        ...folded(`${verdict.narrowed.length} accesses narrowed`, accessPart('', verdict.narrowed), 25),
        ...report.plans.flatMap(planPart),
        ...folded(`${verdict.otherFailures.length} more below the threshold ${report.failOn}`, findingTable('', verdict.otherFailures), 30),
        ...folded('Exceptions and what was not assessed', exceptionTable(report), 10),
        ...folded(`All ${report.findings.length} checks`, checkList(report.findings), 1),
    ];
}
function problemParts(report) {
    if (report.problems.length === 0)
        return [];
    const rows = report.problems.map((problem) => `| ${problem.position ? inlineCode((0,errors/* formatPosition */.L)(problem.position)) : ''} | ${escapeMarkdown(problem.message)} | ${escapeMarkdown(problem.remedy ?? '')} |`);
    return [{ text: ['#### Config', '| Where | What | Fix |', '|---|---|---|', ...rows].join('\n') }];
}
function deploymentParts(outcome) {
    switch (outcome.kind) {
        case 'failed': {
            const cause = outcome.cause
                ? `First cause: ${inlineCode(outcome.cause.logicalId)} (${escapeMarkdown(outcome.cause.type)}): ${escapeMarkdown(outcome.cause.reason)}`
                : 'No failed resource was reported.';
            return [
                {
                    text: [
                        `#### ${escapeMarkdown(outcome.stackName)} is in ${escapeMarkdown(outcome.status)}`,
                        cause,
                        ...(outcome.cause?.hint ? [`**Fix:** ${escapeMarkdown(outcome.cause.hint)}`] : []),
                    ].join('\n\n'),
                },
            ];
        }
        case 'refused':
            return [
                {
                    text: `#### ${escapeMarkdown(outcome.stackName)} was not touched\n\n${escapeMarkdown(outcome.reason)}\n\n**Fix:** ${escapeMarkdown(outcome.remedy)}`,
                },
            ];
        case 'deployed':
            return folded(`${escapeMarkdown(outcome.stackName)}: ${outcome.created ? 'created' : 'updated'} in ${outcome.seconds.toFixed(0)} s`, [{ text: changeTable(outcome.changes) }], 20);
        case 'no-changes':
            return [];
        default:
            return outcome;
    }
}
function findingTable(title, findings) {
    if (findings.length === 0)
        return [];
    const rows = findings.map((finding) => {
        const what = finding.status === 'error'
            ? `**not readable** ${finding.missingPermission ? inlineCode(finding.missingPermission) : ''}`
            : escapeMarkdown(finding.message);
        const expired = finding.exception?.expired ? ` (exception expired ${finding.exception.expires})` : '';
        return `| ${finding.code} ${inlineCode(finding.id)} (${finding.severity}) | ${inlineCode(shortArn(finding.resource))} | ${what}${expired} | ${escapeMarkdown(finding.remedy)} |`;
    });
    return [
        {
            text: [...(title ? [`#### ${title}`] : []), '| Check | Where | Found | Fix |', '|---|---|---|---|', ...rows].join('\n'),
            ...(title ? {} : { dropOrder: 30 }),
        },
    ];
}
function accessPart(title, access) {
    if (access.length === 0)
        return [];
    const subjects = [...new Set(access.map((change) => change.subject))];
    const lines = subjects.flatMap((subject) => [
        subject,
        ...access
            .filter((change) => change.subject === subject)
            .map((change) => `${change.change === 'added' ? '+' : '-'} ${change.effect.toLowerCase()} ${change.text}${change.widens ? '   ← widened' : ''}`),
    ]);
    return [
        {
            text: `${title ? `#### ${title}\n` : ''}${codeBlock(lines, 'diff')}`,
            dropOrder: 40,
            dropped: `Access: ${access.length} lines left out for length.`,
        },
    ];
}
function planPart(plan) {
    const name = escapeMarkdown(plan.stackName);
    switch (plan.kind) {
        case 'no-changes':
            return [{ text: `${name}: no changes.` }];
        case 'unavailable':
            return [{ text: `${name}: could not be planned. ${escapeMarkdown(plan.reason)}` }];
        case 'changes':
            return folded(`${name}: ${plan.local ? 'would be created, ' : ''}${plan.changes.length} changes`, [{ text: changeTable(plan.changes) }], 20);
        default:
            return plan;
    }
}
function changeTable(changes) {
    const rows = changes.map((change) => {
        const replaced = change.replacement === 'True' ? ' **replace**' : change.replacement === 'Conditional' ? ' may replace' : '';
        return `| ${change.action.toLowerCase()}${replaced} | ${inlineCode(change.logicalId)} | ${escapeMarkdown(change.type)} | ${escapeMarkdown(change.properties.join(', '))} |`;
    });
    return ['| Change | Resource | Type | Properties |', '|---|---|---|---|', ...rows].join('\n');
}
function exceptionTable(report) {
    const excepted = report.findings.filter((finding) => finding.exception !== undefined);
    const skipped = report.findings.filter((finding) => finding.status === 'not-applicable');
    const rows = [
        ...excepted.map((finding) => `| ${finding.code} ${inlineCode(finding.id)} | ${escapeMarkdown(`${finding.exception?.reason ?? ''}; ${finding.exception?.owner ?? ''} until ${finding.exception?.expires ?? ''}`)} |`),
        ...skipped.map((finding) => `| ${finding.code} ${inlineCode(finding.id)} | not applicable: ${escapeMarkdown(finding.message)} |`),
    ];
    return rows.length === 0 ? [] : [{ text: ['| Check | Why |', '|---|---|', ...rows].join('\n') }];
}
const MARKS = { pass: '✅', fail: '❌', error: '⚠️', excepted: '🔕', 'not-applicable': '➖' };
function checkList(findings) {
    if (findings.length === 0)
        return [];
    const rows = findings.map((finding) => `| ${MARKS[finding.status]} | ${finding.code} ${inlineCode(finding.id)} | ${inlineCode(shortArn(finding.resource))} | ${escapeMarkdown(finding.message)} |`);
    return [{ text: ['| | Check | Where | Found |', '|---|---|---|---|', ...rows].join('\n') }];
}
function folded(title, parts, dropOrder) {
    const body = parts.map((part) => part.text).join('\n\n');
    return body === ''
        ? []
        : [{ text: `<details><summary>${title}</summary>\n\n${body}\n\n</details>`, dropOrder, dropped: `${title}: left out for length.` }];
}
/** The part of an ARN people read: service and name. */
function shortArn(arn) {
    const [, , service, , , ...rest] = arn.split(':');
    return rest.length === 0 ? arn : `${service}:${rest.join(':')}`;
}
function footer(report, options) {
    const { context } = report;
    const account = context.account && (options.isPublic || options.maskAccountId ? (0,mask/* maskAccount */.I)(context.account) : context.account);
    const items = [
        ...(context.commit ? [`head ${context.commit.slice(0, 7)}`] : []),
        `${context.time.slice(0, 16).replace('T', ' ')} UTC`,
        `v${context.version}`,
        ...(account ? [`account ${account}`] : []),
        ...(context.runUrl ? [`[run](${context.runUrl})`] : []),
    ];
    return `<sub>${items.join(' · ')}</sub>`;
}
/** Joins what fits, dropping detail first and never the verdict. */
function fitInto(parts, limit) {
    const kept = parts.filter((part) => part.text !== '').map((part) => ({ ...part }));
    const text = () => `${kept.map((part) => part.text).join('\n\n')}\n`;
    const order = [...kept].filter((part) => part.dropOrder !== undefined).sort((a, b) => (a.dropOrder ?? 0) - (b.dropOrder ?? 0));
    for (const part of order) {
        if (text().length <= limit)
            break;
        part.text = `<sub>${part.dropped ?? 'Detail left out for length.'}</sub>`;
    }
    const whole = text();
    if (whole.length <= limit)
        return whole;
    // Even the tables that must stay can be too many: cut at a line, and say so.
    const note = '\n\n<sub>Shortened: the rest is in the job summary and the results.</sub>\n';
    const cut = whole.slice(0, limit - note.length);
    return cut.slice(0, cut.lastIndexOf('\n')) + note;
}


/***/ }),

/***/ 5495:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ maskAccounts),
/* harmony export */   I: () => (/* binding */ maskAccount)
/* harmony export */ });
/** `123456789012` → `••••9012`: enough to recognise one's own account, not enough to use it. */
function maskAccount(account) {
    return `••••${account.slice(-4)}`;
}
/** Hides every 12-digit account id in a text. */
function maskAccounts(text) {
    return text.replace(/(?<!\d)\d{12}(?!\d)/g, (account) => maskAccount(account));
}


/***/ }),

/***/ 4500:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ toText)
/* harmony export */ });
/* harmony import */ var _model_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6351);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6898);


/** The report for a terminal or a CI log: verdict, then what fails and how to fix it. */
function toText(report, paint) {
    const verdict = (0,_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .verdictOf */ .V)(report);
    const lines = [
        ...report.problems.flatMap((problem) => [
            `${paint('red', '✗')} ${problem.position ? `${paint('bold', (0,_model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .formatPosition */ .L)(problem.position))}  ` : ''}${problem.message}`,
            ...(problem.remedy ? [paint('dim', `    ${problem.remedy}`)] : []),
        ]),
        ...report.plans.flatMap((plan) => {
            if (plan.kind === 'no-changes')
                return [`  ${plan.stackName}: no changes`];
            if (plan.kind === 'unavailable')
                return [`${paint('yellow', '!')} ${plan.stackName}: ${plan.reason}`];
            return [
                `  ${plan.stackName}${plan.local ? ' (new)' : ''}:`,
                ...plan.changes.map((change) => `    ${mark(change.action)} ${change.logicalId} ${paint('dim', change.type)}${change.replacement === 'True' ? paint('red', ' replace') : ''} ${paint('dim', change.properties.join(', '))}`.trimEnd()),
            ];
        }),
        ...[...verdict.widened, ...verdict.narrowed].map((change) => `    ${change.subject}: ${change.change === 'added' ? '+' : '-'} ${change.effect.toLowerCase()} ${change.text}${change.widens ? paint('yellow', '  ← widened') : ''}`),
        ...[...verdict.blocking, ...verdict.otherFailures].flatMap((finding) => findingLines(finding, paint)),
        ...report.findings
            .filter((finding) => finding.status === 'excepted')
            .map((finding) => paint('dim', `  ${finding.code} ${finding.id} excepted until ${finding.exception?.expires}: ${finding.exception?.reason}`)),
        ...report.deployments.flatMap((outcome) => {
            if (outcome.kind === 'refused')
                return [`${paint('red', '✗')} ${outcome.reason}`, paint('dim', `    ${outcome.remedy}`)];
            if (outcome.kind !== 'failed')
                return [];
            const { cause } = outcome;
            return [
                `${paint('red', '✗')} ${outcome.stackName} is in ${outcome.status}`,
                ...(cause
                    ? [`    first cause: ${cause.logicalId} (${cause.type}): ${cause.reason}`, ...(cause.hint ? [`    ${cause.hint}`] : [])]
                    : []),
            ];
        }),
        ...report.notices.map((notice) => `${paint('yellow', '!')} ${notice}`),
        `${verdict.good ? paint('green', '✓') : paint('red', '✗')} ${paint('bold', report.subject)}: ${verdict.headline}`,
    ];
    return `${lines.join('\n')}\n`;
}
function mark(action) {
    return { Add: '+', Remove: '-', Modify: '~', Import: '<', Dynamic: '?' }[action] ?? '?';
}
function findingLines(finding, paint) {
    const sign = finding.status === 'error' ? paint('yellow', '!') : paint('red', '✗');
    const state = finding.status === 'error' ? 'error, not a pass' : finding.severity;
    return [
        `${sign} ${finding.code} ${finding.id} ${paint('bold', state)}: ${finding.message}`,
        paint('dim', `    ${finding.resource}`),
        paint('dim', `    ${finding.remedy}`),
    ];
}


/***/ }),

/***/ 6898:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ verdictOf),
/* harmony export */   k: () => (/* binding */ changeText)
/* harmony export */ });
/* harmony import */ var _model_finding_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3791);
/* harmony import */ var _model_plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7403);


function verdictOf(report) {
    const changes = (0,_model_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .countChanges */ .xS)([
        ...report.plans.flatMap(changesOf),
        ...report.deployments.flatMap((outcome) => ('changes' in outcome ? outcome.changes : [])),
    ]);
    // A stack that does not exist yet grants everything for the first time; "widened" speaks of what stands already.
    const access = report.plans.flatMap((plan) => (plan.kind === 'changes' && !plan.local ? plan.access : []));
    const bad = report.findings.filter((finding) => finding.status === 'fail' || finding.status === 'error');
    const blocking = bad.filter((finding) => (0,_model_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .atLeast */ .jZ)(finding.severity, report.failOn));
    const widened = access.filter((change) => change.widens);
    const good = blocking.length === 0 && report.problems.length === 0 && report.outcome !== 'failed' && report.outcome !== 'refused';
    return {
        good,
        headline: headline(report, changes, widened, blocking),
        changes,
        widened,
        narrowed: access.filter((change) => !change.widens),
        blocking,
        otherFailures: bad.filter((finding) => !blocking.includes(finding)),
    };
}
function changesOf(plan) {
    return plan.kind === 'changes' ? plan.changes : [];
}
function headline(report, changes, widened, blocking) {
    const inConfig = report.problems.filter((problem) => problem.position !== undefined).length;
    if (inConfig > 0)
        return `${inConfig} ${inConfig === 1 ? 'error' : 'errors'} in the config`;
    if (report.problems.length > 0)
        return 'could not be carried out';
    const refused = report.deployments.find((outcome) => outcome.kind === 'refused' || outcome.kind === 'failed');
    if (refused)
        return refused.kind === 'refused' ? `${refused.stackName} refused` : `${refused.stackName} failed`;
    const parts = [
        ...(blocking.length > 0 ? [`${blocking.length} blocking`] : []),
        ...(widened.length > 0 ? [`${widened.length} access widened`] : []),
        ...(report.plans.length > 0 ? [changeText(changes)] : []),
        ...(report.outcome === 'deployed' || report.outcome === 'no-changes'
            ? [report.outcome === 'deployed' ? `deployed, ${changeText(changes)}` : 'no changes']
            : []),
        ...(report.findings.length > 0 && blocking.length === 0 ? [`${report.summary.pass} checks pass`] : []),
    ];
    return parts.length > 0 ? parts.join(', ') : report.outcome;
}
function changeText(counts) {
    const total = counts.add + counts.modify + counts.replace + counts.remove;
    if (total === 0)
        return 'no changes';
    return [
        [counts.add, 'add'],
        [counts.modify, 'modify'],
        [counts.replace, 'replace'],
        [counts.remove, 'delete'],
    ]
        .filter(([count]) => Number(count) > 0)
        .map(([count, word]) => `${count} ${word}`)
        .join(' · ');
}


/***/ }),

/***/ 3873:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  u: () => (/* binding */ blocking),
  J: () => (/* binding */ evaluateChecks)
});

;// CONCATENATED MODULE: ./src/frameworks/cis.js
const cis = {
    id: 'cis',
    title: 'CIS AWS Foundations Benchmark',
    version: '5.0.0',
    controls: {
        '1.15': ['pass-role-is-scoped', 'role-has-no-full-access', 'sagemaker-role-is-scoped'],
        '2.1.1': ['bucket-requires-tls'],
        '2.1.4': ['bucket-blocks-public-access'],
        '3.1': ['log-delivery-is-fresh', 'trail-includes-global-events', 'trail-is-logging', 'trail-is-multi-region'],
        '3.2': ['digest-delivery-is-fresh', 'trail-validates-log-files'],
        '3.4': ['bucket-logs-access'],
        '3.5': ['trail-encrypts-with-kms'],
        '3.6': ['key-rotation-is-on'],
        '3.8': ['trail-records-data-writes'],
        '3.9': ['trail-records-data-reads'],
    },
};

;// CONCATENATED MODULE: ./src/frameworks/fsbp.js
const fsbp = {
    id: 'fsbp',
    title: 'AWS Foundational Security Best Practices',
    version: '1.0.0',
    controls: {
        'CloudTrail.1': ['log-delivery-is-fresh', 'trail-includes-global-events', 'trail-is-logging', 'trail-is-multi-region'],
        'CloudTrail.2': ['trail-encrypts-with-kms'],
        'CloudTrail.4': ['digest-delivery-is-fresh', 'trail-validates-log-files'],
        'CloudTrail.5': ['trail-delivers-to-cloudwatch-logs'],
        'CloudTrail.6': ['bucket-is-not-public'],
        'CloudTrail.7': ['bucket-logs-access'],
        'CloudWatch.16': ['log-group-keeps-a-year'],
        'IAM.1': ['pass-role-is-scoped', 'role-has-no-full-access', 'sagemaker-role-is-scoped'],
        'KMS.3': ['key-is-usable'],
        'KMS.4': ['key-rotation-is-on'],
        'KMS.5': ['key-has-no-open-principal'],
        'S3.5': ['bucket-requires-tls'],
        'S3.8': ['bucket-blocks-public-access'],
    },
};

;// CONCATENATED MODULE: ./src/frameworks/gdpr.js
const gdpr = {
    id: 'gdpr',
    title: 'EU General Data Protection Regulation',
    version: '2016/679',
    controls: {
        'Art. 25': [
            'bucket-is-not-public',
            'bucket-logs-access',
            'digest-delivery-is-fresh',
            'key-rotation-is-on',
            'log-delivery-is-fresh',
            'pass-role-is-scoped',
            'role-has-no-full-access',
            'sagemaker-role-is-scoped',
            'trail-delivers-to-cloudwatch-logs',
            'trail-encrypts-with-kms',
            'trail-includes-global-events',
            'trail-is-logging',
            'trail-is-multi-region',
            'trail-validates-log-files',
        ],
        'Art. 30': [
            'key-rotation-is-on',
            'log-delivery-is-fresh',
            'trail-delivers-to-cloudwatch-logs',
            'trail-encrypts-with-kms',
            'trail-includes-global-events',
            'trail-is-logging',
            'trail-is-multi-region',
            'trail-records-data-reads',
            'trail-records-data-writes',
        ],
        'Art. 32': [
            'bucket-encrypts-with-log-key',
            'bucket-requires-tls',
            'digest-delivery-is-fresh',
            'key-rotation-is-on',
            'log-group-is-encrypted',
            'trail-encrypts-with-kms',
            'trail-validates-log-files',
        ],
    },
};

;// CONCATENATED MODULE: ./src/frameworks/hipaa.js
const hipaa = {
    id: 'hipaa',
    title: 'HIPAA Security Rule',
    version: '45 CFR 164',
    controls: {
        '164.308(a)(1)(ii)(B)': ['bucket-blocks-public-access'],
        '164.308(a)(1)(ii)(D)': [
            'bucket-logs-access',
            'digest-delivery-is-fresh',
            'log-delivery-is-fresh',
            'trail-delivers-to-cloudwatch-logs',
            'trail-includes-global-events',
            'trail-is-logging',
            'trail-is-multi-region',
            'trail-records-data-reads',
            'trail-records-data-writes',
            'trail-validates-log-files',
        ],
        '164.308(a)(3)(i)': [
            'bucket-blocks-public-access',
            'bucket-is-not-public',
            'pass-role-is-scoped',
            'role-has-no-full-access',
            'sagemaker-role-is-scoped',
        ],
        '164.308(a)(4)': ['pass-role-is-scoped', 'role-has-no-full-access', 'sagemaker-role-is-scoped'],
        '164.308(a)(6)(ii)': [
            'log-delivery-is-fresh',
            'trail-delivers-to-cloudwatch-logs',
            'trail-includes-global-events',
            'trail-is-logging',
            'trail-is-multi-region',
        ],
        '164.308(a)(7)': ['bucket-keeps-versions'],
        '164.312(a)(1)': ['bucket-is-not-public', 'pass-role-is-scoped', 'role-has-no-full-access', 'sagemaker-role-is-scoped'],
        '164.312(a)(2)(i)': ['trail-records-data-reads', 'trail-records-data-writes'],
        '164.312(a)(2)(iv)': [
            'bucket-encrypts-with-log-key',
            'bucket-requires-tls',
            'key-rotation-is-on',
            'log-group-is-encrypted',
            'trail-encrypts-with-kms',
        ],
        '164.312(b)': [
            'bucket-logs-access',
            'digest-delivery-is-fresh',
            'log-delivery-is-fresh',
            'log-group-keeps-a-year',
            'trail-delivers-to-cloudwatch-logs',
            'trail-includes-global-events',
            'trail-is-logging',
            'trail-is-multi-region',
            'trail-records-data-reads',
            'trail-records-data-writes',
            'trail-validates-log-files',
        ],
        '164.312(c)(1)': [
            'bucket-keeps-versions',
            'bucket-requires-tls',
            'digest-delivery-is-fresh',
            'trail-encrypts-with-kms',
            'trail-validates-log-files',
        ],
        '164.312(c)(2)': ['digest-delivery-is-fresh', 'trail-encrypts-with-kms', 'trail-validates-log-files'],
        '164.312(e)(1)': ['bucket-requires-tls'],
        '164.312(e)(2)(i)': ['log-delivery-is-fresh', 'trail-includes-global-events', 'trail-is-logging', 'trail-is-multi-region'],
        '164.312(e)(2)(ii)': ['bucket-encrypts-with-log-key', 'key-rotation-is-on', 'log-group-is-encrypted', 'trail-encrypts-with-kms'],
    },
};

;// CONCATENATED MODULE: ./src/frameworks/iso-27001.js
const iso27001 = {
    id: 'iso-27001',
    title: 'ISO/IEC 27001 Annex A',
    version: '2022',
    controls: {
        'A.5.18': ['pass-role-is-scoped', 'role-has-no-full-access', 'sagemaker-role-is-scoped'],
        'A.8.1': ['bucket-blocks-public-access', 'bucket-is-not-public', 'key-has-no-open-principal'],
        'A.8.10': ['bucket-keeps-versions', 'bucket-lifecycle-keeps-logs'],
        'A.8.11': ['bucket-encrypts-with-log-key', 'key-is-usable', 'key-rotation-is-on', 'log-group-is-encrypted', 'trail-encrypts-with-kms'],
        'A.8.15': [
            'bucket-is-not-public',
            'bucket-logs-access',
            'digest-delivery-is-fresh',
            'log-group-is-encrypted',
            'log-group-keeps-a-year',
            'trail-delivers-to-cloudwatch-logs',
            'trail-encrypts-with-kms',
            'trail-records-all-management-events',
            'trail-records-data-reads',
            'trail-records-data-writes',
            'trail-validates-log-files',
        ],
        'A.8.16': [
            'bucket-is-not-public',
            'bucket-logs-access',
            'digest-delivery-is-fresh',
            'log-group-keeps-a-year',
            'trail-delivers-to-cloudwatch-logs',
            'trail-encrypts-with-kms',
            'trail-records-all-management-events',
            'trail-records-data-reads',
            'trail-records-data-writes',
            'trail-validates-log-files',
        ],
        'A.8.2': ['pass-role-is-scoped', 'role-has-no-full-access', 'sagemaker-role-is-scoped'],
        'A.8.24': ['bucket-encrypts-with-log-key', 'key-is-usable', 'key-rotation-is-on', 'log-group-is-encrypted', 'trail-encrypts-with-kms'],
        'A.8.3': ['bucket-keeps-versions'],
        'A.8.5': ['key-rotation-is-on'],
    },
};

;// CONCATENATED MODULE: ./src/frameworks/nist-800-53.js
const nist80053 = {
    id: 'nist-800-53',
    title: 'NIST SP 800-53',
    version: 'Rev. 5',
    controls: {
        'AC-17(2)': ['bucket-requires-tls'],
        'AC-2(4)': [
            'log-delivery-is-fresh',
            'trail-includes-global-events',
            'trail-is-logging',
            'trail-is-multi-region',
            'trail-records-data-reads',
            'trail-records-data-writes',
        ],
        'AC-3': [
            'bucket-blocks-public-access',
            'bucket-is-not-public',
            'pass-role-is-scoped',
            'role-has-no-full-access',
            'sagemaker-role-is-scoped',
        ],
        'AC-5': ['pass-role-is-scoped', 'role-has-no-full-access', 'sagemaker-role-is-scoped'],
        'AC-6': ['bucket-blocks-public-access', 'bucket-is-not-public'],
        'AC-6(10)': ['pass-role-is-scoped', 'role-has-no-full-access', 'sagemaker-role-is-scoped'],
        'AC-6(2)': ['pass-role-is-scoped', 'role-has-no-full-access', 'sagemaker-role-is-scoped'],
        'AC-6(3)': ['pass-role-is-scoped', 'role-has-no-full-access', 'sagemaker-role-is-scoped'],
        'AU-10': [
            'log-delivery-is-fresh',
            'trail-includes-global-events',
            'trail-is-logging',
            'trail-is-multi-region',
            'trail-records-data-reads',
            'trail-records-data-writes',
        ],
        'AU-11': ['log-group-keeps-a-year'],
        'AU-12': [
            'log-delivery-is-fresh',
            'trail-delivers-to-cloudwatch-logs',
            'trail-includes-global-events',
            'trail-is-logging',
            'trail-is-multi-region',
            'trail-records-data-reads',
            'trail-records-data-writes',
        ],
        'AU-2': [
            'log-delivery-is-fresh',
            'trail-includes-global-events',
            'trail-is-logging',
            'trail-is-multi-region',
            'trail-records-data-reads',
            'trail-records-data-writes',
        ],
        'AU-6(1)': ['trail-delivers-to-cloudwatch-logs'],
        'AU-6(3)': ['log-group-keeps-a-year', 'trail-delivers-to-cloudwatch-logs'],
        'AU-6(4)': ['trail-delivers-to-cloudwatch-logs'],
        'AU-6(5)': ['trail-delivers-to-cloudwatch-logs'],
        'AU-6(6)': ['trail-delivers-to-cloudwatch-logs'],
        'AU-7(1)': ['trail-delivers-to-cloudwatch-logs'],
        'AU-9': ['digest-delivery-is-fresh', 'trail-validates-log-files'],
        'AU-9(2)': ['bucket-keeps-versions'],
        'AU-9(3)': ['bucket-encrypts-with-log-key', 'bucket-requires-tls', 'log-group-is-encrypted', 'trail-encrypts-with-kms'],
        'CP-10': ['bucket-keeps-versions'],
        'CP-9': ['bucket-keeps-versions', 'trail-encrypts-with-kms'],
        'SC-12': ['key-rotation-is-on'],
        'SC-12(2)': ['key-rotation-is-on'],
        'SC-13': ['trail-encrypts-with-kms'],
        'SC-23': ['bucket-requires-tls'],
        'SC-28(1)': ['bucket-encrypts-with-log-key', 'log-group-is-encrypted', 'trail-encrypts-with-kms'],
        'SC-7': ['bucket-blocks-public-access', 'bucket-is-not-public'],
        'SC-8(1)': ['bucket-requires-tls'],
        'SI-12': ['log-group-keeps-a-year'],
        'SI-4(2)': [
            'log-delivery-is-fresh',
            'trail-includes-global-events',
            'trail-is-logging',
            'trail-is-multi-region',
            'trail-records-data-reads',
            'trail-records-data-writes',
        ],
        'SI-7(1)': ['digest-delivery-is-fresh', 'trail-validates-log-files'],
        'SI-7(3)': ['digest-delivery-is-fresh', 'trail-validates-log-files'],
        'SI-7(7)': ['digest-delivery-is-fresh', 'trail-validates-log-files'],
    },
};

;// CONCATENATED MODULE: ./src/frameworks/soc2.js
const soc2 = {
    id: 'soc2',
    title: 'SOC 2 Trust Services Criteria',
    version: '2017 (2022 points of focus)',
    controls: {
        'A1.1': [
            'bucket-keeps-versions',
            'bucket-logs-access',
            'log-delivery-is-fresh',
            'trail-delivers-to-cloudwatch-logs',
            'trail-includes-global-events',
            'trail-is-logging',
            'trail-is-multi-region',
        ],
        'C1.2': ['bucket-keeps-versions', 'log-group-keeps-a-year'],
        'CC1.3': ['pass-role-is-scoped', 'role-has-no-full-access', 'sagemaker-role-is-scoped'],
        'CC2.1': [
            'log-delivery-is-fresh',
            'trail-includes-global-events',
            'trail-is-logging',
            'trail-is-multi-region',
            'trail-records-data-reads',
            'trail-records-data-writes',
        ],
        'CC6.1': ['bucket-is-not-public'],
        'CC6.3': ['pass-role-is-scoped', 'role-has-no-full-access', 'sagemaker-role-is-scoped'],
        'CC7.2': [
            'bucket-logs-access',
            'log-delivery-is-fresh',
            'log-group-keeps-a-year',
            'trail-delivers-to-cloudwatch-logs',
            'trail-includes-global-events',
            'trail-is-logging',
            'trail-is-multi-region',
            'trail-records-data-reads',
            'trail-records-data-writes',
        ],
        'CC7.3': [
            'bucket-logs-access',
            'digest-delivery-is-fresh',
            'log-group-is-encrypted',
            'log-group-keeps-a-year',
            'trail-delivers-to-cloudwatch-logs',
            'trail-validates-log-files',
        ],
        'CC7.4': ['bucket-keeps-versions'],
        'PI1.2': ['trail-records-data-writes'],
        'PI1.3': [
            'digest-delivery-is-fresh',
            'log-delivery-is-fresh',
            'trail-delivers-to-cloudwatch-logs',
            'trail-includes-global-events',
            'trail-is-logging',
            'trail-is-multi-region',
            'trail-validates-log-files',
        ],
        'PI1.4': ['bucket-encrypts-with-log-key', 'log-group-is-encrypted'],
        'PI1.5': ['bucket-keeps-versions', 'key-rotation-is-on'],
    },
};

;// CONCATENATED MODULE: ./src/frameworks/registry.js







const FRAMEWORKS = [cis, nist80053, soc2, iso27001, gdpr, hipaa, fsbp];
/** Control ids of a check by framework id, for reports. */
function controlsOf(checkId) {
    const pairs = FRAMEWORKS.map((framework) => [
        framework.id,
        Object.entries(framework.controls).flatMap(([control, checks]) => (checks.includes(checkId) ? [control] : [])),
    ]);
    return Object.fromEntries(pairs.filter(([, controls]) => controls.length > 0));
}

// EXTERNAL MODULE: ./src/model/finding.js
var model_finding = __webpack_require__(3791);
;// CONCATENATED MODULE: ./src/verify/evaluate.js


/** Judges all facts by all checks and applies the exceptions. Never throws; sorted worst first, then by code and resource. */
function evaluateChecks(checks, facts) {
    const today = facts.collectedAt.slice(0, 10);
    return checks
        .flatMap((check) => check.judge(facts).map(({ resource, verdict }) => applyException(toFinding(check, resource, verdict), facts.config, today)))
        .sort(byImportance);
}
function toFinding(check, resource, verdict) {
    return {
        id: check.id,
        code: check.code,
        title: check.title,
        status: verdict.status,
        severity: check.severity,
        resource,
        message: verdict.message,
        remedy: verdict.status === 'error' ? remedyForError(verdict) : check.remedy,
        ...(verdict.status === 'error' && verdict.missingPermission ? { missingPermission: verdict.missingPermission } : {}),
        frameworks: controlsOf(check.id),
    };
}
function remedyForError(verdict) {
    return verdict.missingPermission
        ? `Allow ${verdict.missingPermission} for the role that verifies, and see that no resource policy denies it.`
        : 'Report this as a bug, with the evidence file.';
}
/** Only a failure can be excepted: what could not be read is nobody's to accept. An expired exception fails, and says so. */
function applyException(finding, config, today) {
    if (finding.status !== 'fail')
        return finding;
    const exception = config?.exceptions.find((candidate) => candidate.check === finding.id && (candidate.resource ?? finding.resource) === finding.resource);
    if (!exception)
        return finding;
    const expired = exception.expires < today;
    return { ...finding, status: expired ? 'fail' : 'excepted', exception: { ...detailsOf(exception), expired } };
}
function detailsOf({ reason, owner, expires, ticket }) {
    return { reason, owner, expires, ...(ticket === undefined ? {} : { ticket }) };
}
const RANK = ['fail', 'error', 'excepted', 'not-applicable', 'pass'];
function byImportance(a, b) {
    return (RANK.indexOf(a.status) - RANK.indexOf(b.status) ||
        model_finding/* SEVERITIES */.oC.indexOf(a.severity) - model_finding/* SEVERITIES */.oC.indexOf(b.severity) ||
        a.code.localeCompare(b.code) ||
        a.resource.localeCompare(b.resource));
}
/** The findings that fail a run: failures and unreadable evidence at or above the threshold. */
function blocking(findings, failOn) {
    return findings.filter((finding) => (finding.status === 'fail' || finding.status === 'error') && (0,model_finding/* atLeast */.jZ)(finding.severity, failOn));
}


/***/ })

};
