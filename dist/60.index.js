export const id = 60;
export const ids = [60];
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


/***/ })

};
