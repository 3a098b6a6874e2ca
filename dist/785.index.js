export const id = 785;
export const ids = [785];
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

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   assumeRoleWithWebIdentity: () => (/* binding */ assumeRoleWithWebIdentity),
/* harmony export */   callerIdentity: () => (/* binding */ callerIdentity),
/* harmony export */   chainRole: () => (/* binding */ chainRole),
/* harmony export */   defaultCredentials: () => (/* binding */ defaultCredentials),
/* harmony export */   explainRefusal: () => (/* binding */ explainRefusal)
/* harmony export */ });
/* harmony import */ var _iam_conditions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8706);
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

/***/ 6325:
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

/***/ 5785:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  plan: () => (/* binding */ plan_plan)
});

// EXTERNAL MODULE: ./src/aws/change-set.js
var change_set = __webpack_require__(8749);
// EXTERNAL MODULE: ./src/aws/stack.js
var stack = __webpack_require__(6325);
// EXTERNAL MODULE: ./src/model/errors.js
var errors = __webpack_require__(6351);
// EXTERNAL MODULE: ./src/model/plan.js
var plan = __webpack_require__(7403);
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
// EXTERNAL MODULE: ./src/commands/project.js + 14 modules
var project = __webpack_require__(5498);
// EXTERNAL MODULE: ./src/commands/result.js
var result = __webpack_require__(5730);
// EXTERNAL MODULE: ./src/commands/session.js
var commands_session = __webpack_require__(6787);
;// CONCATENATED MODULE: ./src/commands/plan.js









/** What a deployment would change, per resource and per permission. Changes nothing. */
async function plan_plan(world, inputs, options = { local: false }) {
    const { config, templates } = await (0,project.loadProject)(world, inputs);
    const stacks = templates.filter((template) => template.name !== 'bootstrap');
    const session = options.local ? undefined : await (0,commands_session/* openSession */.f)(world, inputs, { region: config.region, config, templates, role: 'plan' });
    const plans = [];
    for (const template of stacks)
        plans.push(session ? await planStack(world, session, template) : localPlan(template));
    const lost = plans.flatMap((item) => (item.kind === 'changes' ? (0,plan/* destructive */.RD)(item.changes) : [])).map((change) => change.logicalId);
    const notices = [
        ...(options.notices ?? []),
        ...(lost.length > 0
            ? [
                `A deployment of this is refused: it would replace or remove ${lost.join(', ')}, which holds evidence. If that is meant, deploy with allow-destructive: ${lost.join(',')}.`,
            ]
            : []),
        ...(options.local ? ['Planned without AWS credentials: the list is what the templates hold, not what differs from the account.'] : []),
        ...(templates.some((template) => template.name === 'bootstrap')
            ? ['The bootstrap stack is not planned here: an administrator deploys it.']
            : []),
    ];
    const report = (0,result/* buildReport */.FK)(world, { command: 'plan', outcome: 'planned', failOn: (0,project.failOnOf)(config, inputs), config }, { plans, notices });
    return { report, exitCode: (0,result/* exitCodeOf */.FO)(report) };
}
function localPlan(template) {
    const { parsed } = template;
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
    const access = accessChanges((0,parse/* parseTemplate */.Q)(before, template.stackName), template.parsed);
    return { kind: 'changes', ...base, local: false, changes: changeSet.changes, access };
}


/***/ }),

/***/ 6787:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ openSession)
/* harmony export */ });
/* harmony import */ var _aws_clients_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3442);
/* harmony import */ var _aws_credentials_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2060);
/* harmony import */ var _model_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6351);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3678);




/** Gets credentials, and makes sure they are for the configured account before anything else happens. @throws CREDENTIALS, OIDC_REFUSED, WRONG_ACCOUNT */
async function openSession(world, inputs, request) {
    const userAgent = `mlops-audit/${world.version}`;
    const first = await firstCredentials(world, inputs, request, userAgent);
    const chain = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .textInput */ ._Z)(inputs, 'role-to-chain');
    const credentials = chain === ''
        ? first
        : await (0,_aws_credentials_js__WEBPACK_IMPORTED_MODULE_0__.chainRole)({ region: request.region, roleArn: chain, sessionName: sessionName(world, inputs), userAgent, credentials: first });
    await mask(world, credentials);
    const caller = await (0,_aws_credentials_js__WEBPACK_IMPORTED_MODULE_0__.callerIdentity)({ region: request.region, credentials, userAgent });
    if (request.config && caller.account !== request.config.account) {
        throw new _model_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .AuditError */ .M('WRONG_ACCOUNT', `The credentials are for account ${caller.account} (${caller.arn}); the config is for ${request.config.account}. Nothing was read or changed.`, {
            remedy: 'Use credentials of the configured account, or correct `account:` in the config.',
        });
    }
    return {
        clients: (0,_aws_clients_js__WEBPACK_IMPORTED_MODULE_3__/* .createClients */ .h)({ region: request.region, credentials, userAgent }),
        region: request.region,
        account: caller.account,
        caller: caller.arn,
    };
}
async function firstCredentials(world, inputs, request, userAgent) {
    const named = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .textInput */ ._Z)(inputs, 'role-to-assume');
    const roleArn = named !== '' ? named : derivedRole(request);
    if (!world.idToken || !roleArn) {
        const own = await world.defaultCredentials();
        // Without a token a role asked for by name is assumed with one's own credentials; a derived one trusts GitHub only.
        return named === ''
            ? own
            : (0,_aws_credentials_js__WEBPACK_IMPORTED_MODULE_0__.chainRole)({ region: request.region, roleArn: named, sessionName: sessionName(world, inputs), userAgent, credentials: own });
    }
    const audience = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .textInput */ ._Z)(inputs, 'audience') || request.config?.partition.audience || 'sts.amazonaws.com';
    const token = await world.idToken(audience);
    await world.maskSecret(token);
    const credentials = await (0,_aws_credentials_js__WEBPACK_IMPORTED_MODULE_0__.assumeRoleWithWebIdentity)({
        region: request.region,
        roleArn,
        sessionName: sessionName(world, inputs),
        durationSeconds: Number((0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .textInput */ ._Z)(inputs, 'role-duration-seconds')),
        userAgent,
        token,
        expectedTrust: trustOf(request),
        sleep: world.sleep,
    });
    await mask(world, credentials);
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
    const document = bootstrap.parsed.Resources[logicalId]?.Properties?.['AssumeRolePolicyDocument'];
    return document === undefined ? undefined : JSON.stringify(document);
}
function sessionName(world, inputs) {
    const given = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .textInput */ ._Z)(inputs, 'role-session-name');
    return given !== '' ? given : `mlops-audit-${world.run.key}`.replace(/[^\w+=,.@-]/g, '-').slice(0, 64);
}
async function mask(world, credentials) {
    if (typeof credentials === 'function')
        return;
    await world.maskSecret(credentials.secretAccessKey);
    if (credentials.sessionToken)
        await world.maskSecret(credentials.sessionToken);
}


/***/ })

};
