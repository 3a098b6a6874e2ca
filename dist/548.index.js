export const id = 548;
export const ids = [548];
export const modules = {

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
        configService: once(async () => new (await Promise.all(/* import() */[__webpack_require__.e(455), __webpack_require__.e(635)]).then(__webpack_require__.t.bind(__webpack_require__, 635, 19))).ConfigServiceClient(common)),
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
    const byRegion = new Map();
    const clientsIn = (region) => {
        const known = byRegion.get(region) ?? (0,_aws_clients_js__WEBPACK_IMPORTED_MODULE_3__/* .createClients */ .h)({ region, credentials, userAgent });
        byRegion.set(region, known);
        return known;
    };
    return {
        clients: clientsIn(request.region),
        clientsIn,
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


/***/ }),

/***/ 7548:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  collectAndJudge: () => (/* binding */ collectAndJudge),
  verify: () => (/* binding */ verify)
});

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

// EXTERNAL MODULE: ./src/aws/errors.js
var errors = __webpack_require__(9507);
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
            if ((0,errors/* isNamed */.ev)(error, ...spec.absent))
                return { answer: absent(why.message), requestId: id, pages };
            if ((0,errors/* isDenied */.GZ)(error))
                return { answer: denied(spec.action, why.message), requestId: id, pages };
            // Anything else is no statement about the resource; unreadable must not look absent.
            return { answer: denied(spec.action, (0,errors/* toAuditError */.X4)(error, { operation }).message), requestId: id, pages };
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

// EXTERNAL MODULE: ./src/checks/registry.js + 56 modules
var registry = __webpack_require__(4197);
// EXTERNAL MODULE: ./src/model/errors.js
var model_errors = __webpack_require__(6351);
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
    const { account, region } = config;
    const partition = config.partition.id;
    const trails = await listTrails(reader);
    const described = readValue(trails)?.find((trail) => trail.TrailARN === config.audit.trailArn);
    const [trail, beside, roles, providers] = await Promise.all([
        collectTrail(reader, config.audit.trailArn, trails),
        config.audit.trail === 'use'
            ? collectBeside(reader, described ? [described] : [], partition)
            : collectOwn(reader, config, described?.KmsKeyId),
        Promise.all(designedRoles(config).map(([kind, name]) => collectRole(reader, kind, `arn:${partition}:iam::${account}:role/${name}`))),
        config.github ? collectOidcProvider(reader, providerArn(config)).then((provider) => [provider]) : Promise.resolve([]),
    ]);
    return { account, region, partition, config, collectedAt, trails: [trail], ...beside, roles, oidcProviders: providers };
}
/** What our own trail writes to, by the designed names. */
async function collectOwn(reader, config, knownKeyArn) {
    const { account, region, names, audit, partition } = config;
    const trailArn = audit.trailArn;
    const [bucket, key, group] = await Promise.all([
        collectBucket(reader, { name: names.logBucket, partition: partition.id, trailArn, logPrefix: audit.logPrefix }),
        collectKey(reader, { keyId: audit.key.source === 'use' ? (audit.key.id ?? '') : names.keyAlias, knownArn: knownKeyArn, trailArn }),
        collectLogGroup(reader, names.logGroup, `arn:${partition.id}:logs:${region}:${account}:log-group:${names.logGroup}`),
    ]);
    return { logBuckets: [bucket], keys: [key], logGroups: [group] };
}
function designedRoles({ names, github, access, audit, region, partition }) {
    const { eks } = access;
    const roles = [
        [audit.trail !== 'use', 'cloudwatch-logs', names.cloudWatchLogsRole],
        [audit.trail !== 'use' && audit.tamperRule && region !== partition.globalRegion, 'tamper-forward', names.globalTamperRole],
        [eks !== undefined, 'eks-cluster', names.eksClusterRole],
        [eks !== undefined, 'eks-nodegroup', names.eksNodegroupRole],
        [eks?.cni === 'aws-node' && eks.clusters.length > 0, 'pod', names.awsNodeRole],
        [eks?.modelRead !== undefined, 'pod', names.modelReadRole],
        [eks?.monitoring !== undefined, 'pod', names.monitoringRole],
        [eks?.secretsRead !== undefined, 'pod', names.secretsReadRole],
        [access.sagemaker !== undefined, 'sagemaker', names.sagemakerRole],
        [access.replica !== undefined, 'replication', names.replicationRole],
        [github !== undefined, 'plan', names.planRole],
        [github !== undefined, 'deploy', names.deployRole],
        [github !== undefined, 'verify', names.verifyRole],
        [github?.imagePush !== undefined, 'image-push', names.imagePushRole],
        [audit.evidence !== undefined, 'evidence', names.evidenceRole],
    ];
    return roles.flatMap(([isDesigned, kind, name]) => (isDesigned ? [[kind, name]] : []));
}
function providerArn(config) {
    const provider = config.github?.oidcProvider;
    if (typeof provider !== 'object')
        return `arn:${config.partition.id}:iam::${config.account}:oidc-provider/${GITHUB_ISSUER}`;
    return 'use' in provider ? provider.use : provider.adopt;
}
/** Finds what an account has, without a config: every trail that is at home here, what it writes to, and the roles in scope. */
async function collectDiscovered(reader, place) {
    const { account, region, partition, collectedAt } = place;
    const listed = await listTrails(reader);
    const home = (readValue(listed) ?? []).filter((trail) => trail.HomeRegion === region || trail.IsMultiRegionTrail);
    const arns = home.length > 0 ? home.map((trail) => trail.TrailARN) : [`arn:${partition}:cloudtrail:${region}:${account}:trail/*`];
    const trails = await Promise.all(arns.map((arn) => collectTrail(reader, arn, listed)));
    const [beside, found] = await Promise.all([collectBeside(reader, home, partition), discoverRoles(reader, home)]);
    return { account, region, partition, config: undefined, collectedAt, trails, ...beside, ...found };
}
/** What trails that are not ours write to, as they say themselves. */
async function collectBeside(reader, home, partition) {
    const unique = (items, key) => [...new Map(items.map((item) => [key(item), item])).values()];
    const [logBuckets, keys, logGroups] = await Promise.all([
        Promise.all(unique(home, (trail) => trail.S3BucketName).map((trail) => collectBucket(reader, { name: trail.S3BucketName, partition, trailArn: trail.TrailARN, logPrefix: trail.S3KeyPrefix }))),
        discoverKeys(reader, home),
        Promise.all(unique(home.filter((trail) => trail.CloudWatchLogsLogGroupArn), (trail) => trail.CloudWatchLogsLogGroupArn ?? '').map((trail) => discoverLogGroup(reader, trail))),
    ]);
    return { logBuckets, keys, logGroups };
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
var finding = __webpack_require__(3791);
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
        finding/* SEVERITIES */.oC.indexOf(a.severity) - finding/* SEVERITIES */.oC.indexOf(b.severity) ||
        a.code.localeCompare(b.code) ||
        a.resource.localeCompare(b.resource));
}

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

// EXTERNAL MODULE: ./src/commands/inputs.js
var commands_inputs = __webpack_require__(3678);
// EXTERNAL MODULE: ./src/commands/project.js + 16 modules
var commands_project = __webpack_require__(6988);
// EXTERNAL MODULE: ./src/commands/result.js
var result = __webpack_require__(5730);
// EXTERNAL MODULE: ./src/commands/session.js
var commands_session = __webpack_require__(6787);
;// CONCATENATED MODULE: ./src/commands/verify.js












/** All checks against the live account, against an account without a config, or against recorded evidence. */
async function verify(world, inputs) {
    if ((0,commands_inputs/* textInput */._Z)(inputs, 'from') !== '')
        return replay(world, inputs);
    const isDiscovery = (0,commands_inputs/* booleanInput */.tE)(inputs, 'discover');
    const project = isDiscovery ? undefined : await (0,commands_project.loadProject)(world, inputs);
    const region = project?.config.region ?? ((0,commands_inputs/* textInput */._Z)(inputs, 'aws-region') || world.defaultRegion);
    if (region === undefined || !(0,partition/* partitionOf */.iQ)(region)) {
        throw new model_errors/* AuditError */.M('BAD_INPUT', region === undefined ? 'There is no region to look at.' : `"${region}" is no AWS region this version knows.`, { remedy: 'Set `aws-region` (--aws-region us-east-1), or AWS_REGION.' });
    }
    const session = await (0,commands_session/* openSession */.f)(world, inputs, { region, config: project?.config, templates: project?.templates ?? [], role: 'verify' });
    const { findings, evidencePath } = await collectAndJudge(world, inputs, session, project?.config);
    const report = (0,result/* buildReport */.FK)(world, {
        command: 'verify',
        outcome: 'verified',
        failOn: (0,commands_project.failOnOf)(project?.config, inputs),
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
        : await collectDiscovered(reader, { account, region, partition: (0,partition/* partitionOf */.iQ)(region)?.id ?? 'aws', collectedAt });
    const findings = evaluateChecks(registry/* CHECKS */.u, facts);
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
        throw new model_errors/* AuditError */.M('EVIDENCE_UNREADABLE', `${path} was changed after it was recorded: ${tampered.map((envelope) => envelope.operation).join(', ')} no longer match their hashes.`, { remedy: 'Use the file as the run wrote it.' });
    }
    const reader = new ReplayReader(file.reads);
    const [first] = file.reads;
    const isDiscovery = file.configHash === '';
    const project = isDiscovery ? undefined : await (0,commands_project.loadProject)(world, inputs);
    const region = project?.config.region ?? first?.region ?? 'us-east-1';
    const place = { account: first?.account ?? '', region, partition: (0,partition/* partitionOf */.iQ)(region)?.id ?? 'aws', collectedAt: file.collectedAt };
    const facts = project ? await collectDesigned(reader, project.config, file.collectedAt) : await collectDiscovered(reader, place);
    const findings = evaluateChecks(registry/* CHECKS */.u, facts);
    const changed = project && project.config.hash !== file.configHash;
    const report = (0,result/* buildReport */.FK)(world, {
        command: 'verify',
        outcome: 'verified',
        failOn: (0,commands_project.failOnOf)(project?.config, inputs),
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
        throw new model_errors/* AuditError */.M('EVIDENCE_UNREADABLE', `There is no ${path}.`, { remedy: 'Name the output folder of a `verify` run with `from`.' });
    try {
        const file = JSON.parse(text);
        if (file.schemaVersion === 1 && Array.isArray(file.reads))
            return file;
    }
    catch (cause) {
        throw new model_errors/* AuditError */.M('EVIDENCE_UNREADABLE', `${path} is not valid JSON.`, { cause });
    }
    throw new model_errors/* AuditError */.M('EVIDENCE_UNREADABLE', `${path} is no evidence file of version 1.`);
}


/***/ })

};
