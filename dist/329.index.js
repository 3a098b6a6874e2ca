export const id = 329;
export const ids = [329];
export const modules = {

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
/* harmony import */ var _model_template_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1362);


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
        name: 'template-only',
        description: 'Render one template: `bootstrap`, `audit` or `access`.',
        default: '',
        kind: 'text',
        allowed: _model_template_js__WEBPACK_IMPORTED_MODULE_1__/* .TEMPLATE_NAMES */ ._,
        only: 'cli',
        commands: ['render'],
    },
    {
        name: 'diff',
        description: 'Write nothing; show how the templates in `output-dir` differ from what the config renders to, and exit 1 when they do.',
        default: 'false',
        kind: 'boolean',
        only: 'cli',
        commands: ['render'],
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

/***/ 5730:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FK: () => (/* binding */ buildReport),
/* harmony export */   FO: () => (/* binding */ exitCodeOf),
/* harmony export */   _o: () => (/* binding */ reportOfError)
/* harmony export */ });
/* harmony import */ var _model_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6351);
/* harmony import */ var _model_finding_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3791);


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
        summary: (0,_model_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .summarize */ .eh)(findings),
        problems: parts.problems ?? [],
        notices: parts.notices ?? [],
        ...(parts.patches ? { patches: parts.patches } : {}),
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
    const differs = (report.patches ?? []).length > 0;
    return differs || (0,_model_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .blocking */ .ub)(report.findings, report.failOn).length > 0 ? 1 : 0;
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

/***/ 3051:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ COMMANDS),
/* harmony export */   Z: () => (/* binding */ findCommand)
/* harmony export */ });
const COMMANDS = [
    {
        name: 'check',
        summary: 'prove offline that the config is right and renders to what AWS takes',
        help: 'Reads the config, reports every mistake at once with file, line and column, renders the templates and holds them against the limits of AWS. Touches no network.',
        needs: 'nothing',
        examples: ['mlops-audit check', 'mlops-audit check --config audit/prod.yml'],
        run: async (world, inputs) => (await Promise.all(/* import() */[__webpack_require__.e(437), __webpack_require__.e(988), __webpack_require__.e(743)]).then(__webpack_require__.bind(__webpack_require__, 743))).check(world, inputs),
    },
    {
        name: 'plan',
        summary: 'show what a deployment would change, per resource and per permission',
        help: 'Drafts a change set per stack, shows it together with the permissions that would be added, removed, widened or narrowed, and deletes the draft. A stack that does not exist yet is planned from its template.',
        needs: 'the plan role, or credentials of your own',
        examples: ['mlops-audit plan', 'mlops-audit plan --format markdown'],
        run: async (world, inputs) => (await Promise.all(/* import() */[__webpack_require__.e(437), __webpack_require__.e(988), __webpack_require__.e(548), __webpack_require__.e(765)]).then(__webpack_require__.bind(__webpack_require__, 7765))).plan(world, inputs),
    },
    {
        name: 'deploy',
        summary: 'deploy audit, then access, by change set; read back; verify',
        help: 'Shows each change set before it is executed, follows its events, sets termination protection and the stack policy, reads the stack back, and verifies the account. Replacing or removing the trail, its key, its buckets or its log group needs --allow-destructive with the logical ids. Bootstrap is deployed by an administrator, with --bootstrap.',
        needs: 'the deploy role, or credentials of your own',
        examples: ['mlops-audit deploy --bootstrap', 'mlops-audit deploy', 'mlops-audit deploy --delete-failed-stack retail-dev-audit'],
        run: async (world, inputs) => (await Promise.all(/* import() */[__webpack_require__.e(437), __webpack_require__.e(988), __webpack_require__.e(548), __webpack_require__.e(81)]).then(__webpack_require__.bind(__webpack_require__, 4081))).deploy(world, inputs),
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
        run: async (world, inputs) => (await Promise.all(/* import() */[__webpack_require__.e(437), __webpack_require__.e(988), __webpack_require__.e(548)]).then(__webpack_require__.bind(__webpack_require__, 7548))).verify(world, inputs),
    },
    {
        name: 'render',
        summary: 'write the CloudFormation templates, deployable as they are',
        help: 'Writes bootstrap.yml, audit.yml and access.yml with their parameter files. The same config gives the same bytes. With --diff nothing is written: it shows how the files differ from what the config renders to, and exits 1 when they do.',
        needs: 'nothing',
        examples: ['mlops-audit render --output-dir out', 'mlops-audit render --template-only audit', 'mlops-audit render --diff'],
        run: async (world, inputs) => (await Promise.all(/* import() */[__webpack_require__.e(437), __webpack_require__.e(988), __webpack_require__.e(839)]).then(__webpack_require__.bind(__webpack_require__, 1839))).render(world, inputs),
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
        defaultCredentials: async () => (await __webpack_require__.e(/* import() */ 60).then(__webpack_require__.bind(__webpack_require__, 2060))).defaultCredentials(),
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
/* harmony export */   oC: () => (/* binding */ SEVERITIES),
/* harmony export */   ub: () => (/* binding */ blocking)
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
/** The findings that fail a run: failures and unreadable evidence at or above the threshold. */
function blocking(findings, failOn) {
    return findings.filter((finding) => (finding.status === 'fail' || finding.status === 'error') && atLeast(finding.severity, failOn));
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

/***/ 1362:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ TEMPLATE_NAMES)
/* harmony export */ });
/** In the order they are deployed; bootstrap by an administrator. */
const TEMPLATE_NAMES = ['bootstrap', 'audit', 'global', 'access', 'replica'];


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
    const verdict = (0,report_verdict/* verdictOf */.Vj)(report);
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
        ...(report.plans.length > 0 || report.deployments.length > 0 ? [`| Changes | ${(0,report_verdict/* changeText */.k0)(verdict.changes)} |`] : []),
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
        ...folded(`${(0,report_verdict/* plural */.LS)(verdict.narrowed.length, 'access', 'accesses')} narrowed`, accessPart('', verdict.narrowed), 25),
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
            return folded(`${name}: ${plan.local ? 'would be created, ' : ''}${(0,report_verdict/* plural */.LS)(plan.changes.length, 'change', 'changes')}`, [{ text: changeTable(plan.changes) }], 20);
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
    const verdict = (0,_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .verdictOf */ .Vj)(report);
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
        ...(report.patches ?? []).flatMap((patch) => patch
            .trimEnd()
            .split('\n')
            .map((line) => paintPatch(line, paint))),
        ...report.notices.map((notice) => `${paint('yellow', '!')} ${notice}`),
        `${verdict.good ? paint('green', '✓') : paint('red', '✗')} ${paint('bold', report.subject)}: ${verdict.headline}`,
    ];
    return `${lines.join('\n')}\n`;
}
function paintPatch(line, paint) {
    if (/^(?:---|\+\+\+|===)/.test(line))
        return paint('bold', line);
    return line.startsWith('+') ? paint('green', line) : line.startsWith('-') ? paint('red', line) : line;
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
/* harmony export */   LS: () => (/* binding */ plural),
/* harmony export */   Vj: () => (/* binding */ verdictOf),
/* harmony export */   k0: () => (/* binding */ changeText)
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
    const good = blocking.length === 0 &&
        (report.patches ?? []).length === 0 &&
        report.problems.length === 0 &&
        report.outcome !== 'failed' &&
        report.outcome !== 'refused';
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
    const trouble = troubleText(report);
    if (trouble !== undefined)
        return trouble;
    if (report.patches !== undefined)
        return report.patches.length === 0 ? 'templates are up to date' : `${plural(report.patches.length, 'file differs', 'files differ')}`;
    const deployed = report.outcome === 'deployed' ? `deployed, ${changeText(changes)}` : 'no changes';
    const parts = [
        [blocking.length > 0, `${blocking.length} blocking`],
        [widened.length > 0, `${plural(widened.length, 'access', 'accesses')} widened`],
        [report.plans.length > 0, changeText(changes)],
        [report.outcome === 'deployed' || report.outcome === 'no-changes', deployed],
        [report.findings.length > 0 && blocking.length === 0, `${report.summary.pass} checks pass`],
    ];
    const said = parts.filter(([applies]) => applies).map(([, text]) => text);
    return said.length > 0 ? said.join(', ') : report.outcome;
}
/** What stands before everything else: the run could not do what it was asked for. */
function troubleText(report) {
    const inConfig = report.problems.filter((problem) => problem.position !== undefined).length;
    if (inConfig > 0)
        return `${plural(inConfig, 'error', 'errors')} in the config`;
    if (report.problems.length > 0)
        return 'could not be carried out';
    const broken = report.deployments.find((outcome) => outcome.kind === 'refused' || outcome.kind === 'failed');
    return broken && `${broken.stackName} ${broken.kind}`;
}
function plural(count, one, many) {
    return `${count} ${count === 1 ? one : many}`;
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


/***/ })

};
