export const id = 362;
export const ids = [362];
export const modules = {

/***/ 8362:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runAction: () => (/* binding */ runAction)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/commands/inputs.js
var commands_inputs = __webpack_require__(3678);
// EXTERNAL MODULE: ./src/commands/result.js
var commands_result = __webpack_require__(5730);
// EXTERNAL MODULE: ./src/commands/table.js
var table = __webpack_require__(3051);
// EXTERNAL MODULE: ./src/commands/validate-inputs.js
var validate_inputs = __webpack_require__(6547);
// EXTERNAL MODULE: ./src/edge/world.js + 1 modules
var world = __webpack_require__(3001);
// EXTERNAL MODULE: ./src/model/errors.js
var errors = __webpack_require__(6351);
;// CONCATENATED MODULE: ./src/github/comment.js

/** GitHub's limit on a comment's body. */
const COMMENT_LIMIT = 65_536;
/** The hidden line that makes a comment ours. */
function markerOf(configFile, environment) {
    return `<!-- mlops-audit ${JSON.stringify({ config: configFile, environment }).replaceAll('--', '\\u002d-')} -->`;
}
/**
 * Writes the comment, or updates the one that is there. All pages are read: on a busy pull request ours is rarely on the first.
 * @throws GITHUB_CALL_FAILED, with the missing permission when GitHub names it
 */
async function upsertComment(target, markdown) {
    const { getOctokit } = await Promise.all(/* import() */[__webpack_require__.e(459), __webpack_require__.e(75)]).then(__webpack_require__.bind(__webpack_require__, 1075));
    const octokit = getOctokit(target.token, { baseUrl: target.apiUrl });
    const [owner = '', repo = ''] = target.repository.split('/');
    const body = `${target.marker}\n${markdown}`;
    try {
        const existing = await findComment(octokit, target, owner, repo);
        if (existing) {
            const { data } = await octokit.rest.issues.updateComment({ owner, repo, comment_id: existing.id, body });
            return { url: data.html_url, updated: true };
        }
        const { data } = await octokit.rest.issues.createComment({ owner, repo, issue_number: target.issue, body });
        return { url: data.html_url, updated: false };
    }
    catch (error) {
        throw explain(error);
    }
}
async function findComment(octokit, target, owner, repo) {
    const pages = octokit.paginate.iterator(octokit.rest.issues.listComments, { owner, repo, issue_number: target.issue, per_page: 100 });
    for await (const page of pages) {
        const found = page.data.find((comment) => comment.user?.login === target.author && comment.body?.startsWith(target.marker));
        if (found)
            return found;
    }
    return undefined;
}
function explain(error) {
    const { status, message, response } = error;
    if (status === 403 || status === 401) {
        const wanted = response?.headers?.['x-accepted-github-permissions'];
        return new errors/* AuditError */.M('GITHUB_CALL_FAILED', `GitHub refused the comment (${status}${message ? `: ${message}` : ''}).`, {
            remedy: `Give the job \`permissions: pull-requests: write\`${wanted ? ` (GitHub asks for ${wanted})` : ''}, or set \`comment: false\`. The result is in the job summary.`,
            cause: error,
        });
    }
    return new errors/* AuditError */.M('GITHUB_CALL_FAILED', `The comment could not be written: ${message ?? String(error)}`, { cause: error });
}

// EXTERNAL MODULE: ./src/progress/progress.js
var progress = __webpack_require__(847);
// EXTERNAL MODULE: ./src/report/json.js
var json = __webpack_require__(7549);
// EXTERNAL MODULE: ./src/report/markdown.js + 1 modules
var report_markdown = __webpack_require__(8327);
// EXTERNAL MODULE: ./src/report/mask.js
var mask = __webpack_require__(5495);
// EXTERNAL MODULE: ./src/report/text.js
var report_text = __webpack_require__(4500);
// EXTERNAL MODULE: ./src/report/verdict.js
var verdict = __webpack_require__(6898);
;// CONCATENATED MODULE: ./src/action/decide.js
/** The event table: what `command: auto` does. Pure, and tested row by row. */
function decide(event) {
    switch (event.name) {
        case 'pull_request':
            return pullRequest(event);
        case 'pull_request_target':
            return refusePullRequestTarget();
        case 'push':
            return push(event);
        case 'merge_group':
            return run(['check']);
        case 'schedule':
        case 'workflow_dispatch':
            return run(['verify']);
        default:
            return {
                kind: 'refuse',
                reason: `\`command: auto\` has no meaning for the event ${event.name}.`,
                remedy: 'Set `command`, or use pull_request, push, merge_group, schedule or workflow_dispatch.',
            };
    }
}
/** It runs the base branch's workflow with write credentials on the head's files: a pull request could take them. */
function refusePullRequestTarget() {
    return {
        kind: 'refuse',
        reason: 'This action does not run on pull_request_target: it would read a stranger’s config with write credentials at hand.',
        remedy: 'Use `on: pull_request`; from forks it checks and plans without credentials, and needs none.',
    };
}
function pullRequest(event) {
    if (event.isFork)
        return run(['check', 'plan'], true, [
            'From a fork there are no credentials: checked and planned locally, and nothing was compared with the account.',
        ]);
    if (!event.hasIdToken)
        return run(['check', 'plan'], true, ['The job has no `id-token: write` permission: checked and planned locally.']);
    return run(['check', 'plan']);
}
function push(event) {
    const isDefault = event.defaultBranch !== undefined && event.ref === `refs/heads/${event.defaultBranch}`;
    if (!isDefault)
        return run(['check'], false, [`A push to ${event.ref} is checked only; the default branch deploys.`]);
    if (event.deployPolicy === 'on-merge')
        return run(['deploy']);
    return run(['plan'], false, ['`github.deploy` is `manual`: planned only. Start the workflow by hand with `command: deploy` to deploy.']);
}
function run(commands, local = false, notices = []) {
    return { kind: 'run', commands, local, notices };
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./src/action/event.js

/** Reads the environment once. A payload that cannot be read counts as empty: the decision is then the careful one. */
function readEvent(environment) {
    const payload = readPayload(environment['GITHUB_EVENT_PATH']);
    const repository = environment['GITHUB_REPOSITORY'] ?? payload.repository?.full_name ?? '';
    const head = payload.pull_request?.head;
    const runId = environment['GITHUB_RUN_ID'];
    return {
        name: environment['GITHUB_EVENT_NAME'] ?? '',
        ref: environment['GITHUB_REF'] ?? '',
        // On pull_request GITHUB_SHA is a merge commit nobody wrote; the head is what a reviewer sees.
        sha: head?.sha ?? environment['GITHUB_SHA'],
        repository,
        defaultBranch: payload.repository?.default_branch,
        isPublic: payload.repository?.visibility === 'public' || payload.repository?.private === false,
        // A deleted fork has no repository any more.
        isFork: payload.pull_request !== undefined && head?.repo?.full_name?.toLowerCase() !== repository.toLowerCase(),
        pullRequest: payload.pull_request?.number,
        runKey: [
            runId ?? 'local',
            environment['GITHUB_RUN_ATTEMPT'] ?? '1',
            environment['GITHUB_JOB'] ?? 'job',
            (environment['GITHUB_SHA'] ?? '').slice(0, 7),
        ]
            .filter((part) => part !== '')
            .join('-')
            .replace(/[^\w-]/g, '-'),
        runUrl: runId ? `${environment['GITHUB_SERVER_URL'] ?? 'https://github.com'}/${repository}/actions/runs/${runId}` : undefined,
    };
}
function readPayload(path) {
    if (!path)
        return {};
    try {
        return JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8'));
    }
    catch {
        return {};
    }
}

;// CONCATENATED MODULE: ./src/action/main.js
















/** Loaded after the first decision: it brings an HTTP client along, which half of the events never need. */
const loadCore = () => Promise.all(/* import() */[__webpack_require__.e(459), __webpack_require__.e(327)]).then(__webpack_require__.bind(__webpack_require__, 2327));
/** Runs as a step of a workflow; the answer is the exit code. */
async function runAction() {
    const event = readEvent(process.env);
    const inputs = readInputs(process.env);
    const cancel = new AbortController();
    process.once('SIGINT', () => cancel.abort());
    process.once('SIGTERM', () => cancel.abort());
    const world = createActionWorld(event, cancel.signal);
    let result;
    try {
        (0,validate_inputs/* validateInputs */.C)(inputs, (name) => `Input \`${name}\``);
        result = await runDecided(world, inputs, event, await decideFor(world, inputs, event));
    }
    catch (error) {
        result = (0,commands_result/* reportOfError */._o)(world, (0,commands_inputs/* textInput */._Z)(inputs, 'command'), error);
    }
    return publish(await loadCore(), world, inputs, event, result);
}
function createActionWorld(event, signal) {
    return (0,world/* createWorld */.b)({
        progress: (0,progress/* createProgress */.mf)({
            write: (text) => process.stdout.write(event.isPublic ? (0,mask/* maskAccounts */.B)(text) : text),
            live: false,
            paint: (0,progress/* createPaint */.XG)(false),
            now: () => Date.now(),
        }),
        idToken: hasIdToken(process.env) ? idToken : undefined,
        maskSecret: async (secret) => (await loadCore()).setSecret(secret),
        run: { key: event.runKey, commit: event.sha, url: event.runUrl },
        signal,
    });
}
function hasIdToken(environment) {
    return Boolean(environment['ACTIONS_ID_TOKEN_REQUEST_URL'] && environment['ACTIONS_ID_TOKEN_REQUEST_TOKEN']);
}
async function idToken(audience) {
    try {
        return await (await loadCore()).getIDToken(audience);
    }
    catch (error) {
        throw new errors/* AuditError */.M('OIDC_UNAVAILABLE', `GitHub gave no OIDC token: ${error.message}`, {
            remedy: 'Give the job `permissions: id-token: write`.',
            cause: error,
        });
    }
}
/** Inputs as the runner passes them: `INPUT_<NAME>`, upper case, spaces as underscores. */
function readInputs(environment) {
    const given = commands_inputs/* INPUTS */.mc.filter((input) => input.only !== 'cli').flatMap((input) => {
        const value = environment[`INPUT_${input.name.toUpperCase()}`]?.trim();
        return value === undefined || value === '' ? [] : [[input.name, value]];
    });
    return new Map(given);
}
async function decideFor(world, inputs, event) {
    // Whatever the command: on this event the credentials at hand are worth more than the answer.
    if (event.name === 'pull_request_target')
        return refusePullRequestTarget();
    const command = (0,commands_inputs/* textInput */._Z)(inputs, 'command');
    const isOffline = event.isFork || !hasIdToken(process.env);
    if (command !== 'auto')
        return { kind: 'run', commands: [command], local: command === 'plan' && event.isFork, notices: [] };
    const deployPolicy = event.name === 'push'
        ? ((await (await Promise.all(/* import() */[__webpack_require__.e(437), __webpack_require__.e(988)]).then(__webpack_require__.bind(__webpack_require__, 6988))).loadProject(world, inputs)).config.github?.deploy ?? 'manual')
        : 'manual';
    return decide({
        name: event.name,
        ref: event.ref,
        defaultBranch: event.defaultBranch,
        isFork: event.isFork,
        hasIdToken: !isOffline,
        deployPolicy,
    });
}
async function runDecided(world, inputs, event, decision) {
    if (decision.kind === 'refuse') {
        world.progress.failed('refused', event.name);
        throw new errors/* AuditError */.M('BAD_EVENT', decision.reason, { remedy: decision.remedy });
    }
    let result;
    for (const name of decision.commands) {
        const command = (0,table/* findCommand */.Z)(name);
        if (!command)
            throw new errors/* AuditError */.M('BAD_INPUT', `There is no command ${name}.`);
        world.progress.note(`${name} (${event.name})`);
        result =
            name === 'plan'
                ? await (await Promise.all(/* import() */[__webpack_require__.e(437), __webpack_require__.e(988), __webpack_require__.e(548), __webpack_require__.e(765)]).then(__webpack_require__.bind(__webpack_require__, 7765))).plan(world, inputs, { local: decision.local, notices: decision.notices })
                : await command.run(world, inputs);
        if (result.exitCode !== 0)
            break;
    }
    if (!result)
        throw new errors/* AuditError */.M('INTERNAL', 'Nothing was decided.');
    const missing = decision.notices.filter((notice) => !result.report.notices.includes(notice));
    return { ...result, report: { ...result.report, notices: [...result.report.notices, ...missing] } };
}
/** Results, outputs, annotations, summary, comment; the comment last, because it may fail without failing the run. */
async function publish(core, world, inputs, event, result) {
    const { report } = result;
    const isPublic = event.isPublic;
    const maskAccountId = (0,commands_inputs/* booleanInput */.tE)(inputs, 'mask-aws-account-id');
    const resultsPath = (0,external_node_path_.join)((0,commands_inputs/* textInput */._Z)(inputs, 'output-dir'), 'results.json');
    await world.writeText(resultsPath, (0,json/* toJson */.a)(report)).catch((error) => core.warning(error.message));
    const text = (0,report_text/* toText */.f)(report, (0,progress/* createPaint */.XG)(false));
    process.stdout.write(isPublic ? `${(0,mask/* maskAccounts */.B)(publicText(report))}\n` : maskAccountId ? (0,mask/* maskAccounts */.B)(text) : text);
    annotate(core, report, isPublic);
    const markdown = (limit) => (0,report_markdown/* toMarkdown */.l)(report, { limit, isPublic, maskAccountId });
    if (process.env['GITHUB_STEP_SUMMARY'])
        await core.summary.addRaw(markdown(900_000)).write();
    const commentUrl = await comment(core, inputs, event, report, markdown);
    setOutputs(core, result, resultsPath, commentUrl);
    if (result.exitCode !== 0)
        core.setFailed(failureText(report, isPublic));
    return result.exitCode;
}
function publicText(report) {
    const { summary } = report;
    return `${report.outcome}: ${summary.pass} pass, ${summary.fail} fail, ${summary.error} unreadable. Details are withheld in public repositories.`;
}
function failureText(report, isPublic) {
    const [problem] = report.problems;
    if (problem)
        return isPublic ? (0,mask/* maskAccounts */.B)(problem.message) : problem.message;
    const broken = report.deployments.find((outcome) => outcome.kind === 'refused' || outcome.kind === 'failed');
    if (broken)
        return `${broken.stackName}: ${broken.kind === 'refused' ? broken.reason : broken.status}`;
    return `${report.summary.fail} checks fail and ${report.summary.error} could not be read (worst: ${report.summary.highestSeverity}).`;
}
/** At most ten per level are shown by GitHub; config errors come first because they have lines. */
function annotate(core, report, isPublic) {
    for (const problem of report.problems) {
        const message = `${problem.message}${problem.remedy ? ` ${problem.remedy}` : ''}`;
        if (problem.position)
            core.error(message, {
                file: (0,external_node_path_.relative)('.', problem.position.file),
                startLine: problem.position.line,
                startColumn: problem.position.column,
            });
    }
    if (isPublic)
        return;
    for (const finding of report.findings.filter(({ status }) => status === 'fail' || status === 'error')) {
        const level = finding.severity === 'critical' || finding.severity === 'high' ? 'error' : 'warning';
        core[level](`${finding.resource}: ${finding.message} ${finding.remedy}`, {
            title: `${finding.code} ${finding.id}`,
            ...(report.context.configFile ? { file: report.context.configFile, startLine: 1 } : {}),
        });
    }
}
async function comment(core, inputs, event, report, markdown) {
    const token = (0,commands_inputs/* textInput */._Z)(inputs, 'github-token');
    if (event.pullRequest === undefined || !(0,commands_inputs/* booleanInput */.tE)(inputs, 'comment') || token === '' || token.includes('${{'))
        return '';
    if (event.isFork) {
        core.notice('From a fork the token is read-only: the result is in the job summary instead of a comment.');
        return '';
    }
    const marker = markerOf((0,commands_inputs/* textInput */._Z)(inputs, 'config'), report.subject);
    try {
        const { url } = await upsertComment({
            token,
            apiUrl: process.env['GITHUB_API_URL'] ?? 'https://api.github.com',
            repository: event.repository,
            issue: event.pullRequest,
            marker,
            author: (0,commands_inputs/* textInput */._Z)(inputs, 'comment-author'),
        }, markdown(COMMENT_LIMIT - marker.length - 1));
        return url;
    }
    catch (error) {
        // A read-only token is no reason to fail what was otherwise done.
        core.warning(error instanceof errors/* AuditError */.M ? `${error.message} ${error.remedy ?? ''}` : String(error));
        return '';
    }
}
function setOutputs(core, { report, evidencePath }, resultsPath, commentUrl) {
    const { changes } = (0,verdict/* verdictOf */.Vj)(report);
    const stackOutputs = Object.fromEntries(report.deployments.flatMap((item) => ('outputs' in item ? [[item.stackName, item.outputs]] : [])));
    const values = {
        outcome: report.outcome,
        'has-changes': String(Object.values(changes).some((count) => count > 0)),
        failed: String(report.summary.fail),
        errors: String(report.summary.error),
        'highest-severity': report.summary.highestSeverity,
        'results-path': resultsPath,
        'evidence-path': evidencePath ?? '',
        'comment-url': commentUrl,
        'stack-outputs': JSON.stringify(stackOutputs),
    };
    for (const [name, value] of Object.entries(values))
        core.setOutput(name, value);
}


/***/ })

};
