export const id = 458;
export const ids = [458];
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

/***/ 1458:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  deploy: () => (/* binding */ deploy)
});

// EXTERNAL MODULE: ./src/model/errors.js
var errors = __webpack_require__(6351);
// EXTERNAL MODULE: ./src/model/plan.js
var plan = __webpack_require__(7403);
// EXTERNAL MODULE: ./src/aws/change-set.js
var change_set = __webpack_require__(8749);
// EXTERNAL MODULE: ./src/aws/errors.js
var aws_errors = __webpack_require__(9507);
// EXTERNAL MODULE: ./src/aws/stack.js
var aws_stack = __webpack_require__(6325);
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
        // The status can lag behind the call and still be that of the last operation, so both must have ended: the status
        // and, among the new events, the stack itself.
        const status = (await (0,aws_stack/* describeStack */.GO)(client, template.stackName))?.StackStatus ?? '';
        if (!status.endsWith('_IN_PROGRESS') && events.some(isStackEnd)) {
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
function isStackEnd(event) {
    return (event.ResourceType === 'AWS::CloudFormation::Stack' &&
        event.PhysicalResourceId === event.StackId &&
        !event.ResourceStatus?.endsWith('_IN_PROGRESS'));
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
// EXTERNAL MODULE: ./src/commands/project.js + 14 modules
var project = __webpack_require__(5498);
// EXTERNAL MODULE: ./src/commands/result.js
var result = __webpack_require__(5730);
// EXTERNAL MODULE: ./src/commands/session.js
var commands_session = __webpack_require__(6787);
// EXTERNAL MODULE: ./src/commands/verify.js + 20 modules
var verify = __webpack_require__(7548);
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
    const { config, templates } = await (0,project.loadProject)(world, inputs);
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
    const base = { command: 'deploy', failOn: (0,project.failOnOf)(config, inputs), config };
    if (last?.kind === 'failed' || last?.kind === 'refused') {
        const report = (0,result/* buildReport */.FK)(world, { ...base, outcome: last.kind }, { deployments });
        return { report, exitCode: (0,result/* exitCodeOf */.FO)(report) };
    }
    const outcome = deployments.every((deployment) => deployment.kind === 'no-changes') ? 'no-changes' : 'deployed';
    if (isBootstrap) {
        const report = (0,result/* buildReport */.FK)(world, { ...base, outcome }, { deployments });
        return { report, exitCode: (0,result/* exitCodeOf */.FO)(report) };
    }
    const { findings, evidencePath } = await (0,verify.collectAndJudge)(world, inputs, session, config);
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
            world.progress.note(`${template.stackName}: ${(0,verdict/* changeText */.k0)((0,plan/* countChanges */.xS)(changes))}`);
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


/***/ })

};
