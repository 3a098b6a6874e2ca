export const id = 81;
export const ids = [81];
export const modules = {

/***/ 1656:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ importTemplate),
/* harmony export */   d: () => (/* binding */ pendingAdoptions)
/* harmony export */ });
/* harmony import */ var _model_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6351);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9507);


/**
 * The adoptions a stack has not made yet.
 * @throws STACK_UNREADY when another stack owns one of them: a resource has one owner.
 */
async function pendingAdoptions(client, clients, stackName, adoptions) {
    if (adoptions.length === 0)
        return [];
    const owned = await logicalIdsOf(client, stackName);
    const pending = adoptions.filter((adoption) => !owned.has(adoption.logicalId));
    const there = await Promise.all(pending.map(async (adoption) => !adoption.optional || (await hasBucketPolicy(clients, adoption))));
    const wanted = pending.filter((_, index) => there[index]);
    for (const adoption of wanted)
        await requireUnowned(client, stackName, adoption);
    return wanted;
}
async function logicalIdsOf(client, stackName) {
    const { ListStackResourcesCommand } = await Promise.all(/* import() */[__webpack_require__.e(455), __webpack_require__.e(123)]).then(__webpack_require__.t.bind(__webpack_require__, 1123, 19));
    const found = new Set();
    let NextToken;
    try {
        do {
            const page = await client.send(new ListStackResourcesCommand({ StackName: stackName, NextToken }));
            for (const resource of page.StackResourceSummaries ?? [])
                found.add(resource.LogicalResourceId ?? '');
            NextToken = page.NextToken;
        } while (NextToken);
    }
    catch (error) {
        if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .isStackMissing */ .$t)(error))
            throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .toAuditError */ .X4)(error, { operation: 'cloudformation:ListStackResources', resource: stackName });
    }
    return found;
}
async function hasBucketPolicy(clients, { identifier }) {
    const { GetBucketPolicyCommand } = await Promise.all(/* import() */[__webpack_require__.e(455), __webpack_require__.e(265)]).then(__webpack_require__.t.bind(__webpack_require__, 8265, 19));
    try {
        await (await clients.s3()).send(new GetBucketPolicyCommand({ Bucket: identifier['Bucket'] }));
        return true;
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .isNamed */ .ev)(error, 'NoSuchBucketPolicy'))
            return false;
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .toAuditError */ .X4)(error, { operation: 's3:GetBucketPolicy', resource: identifier['Bucket'] ?? '' });
    }
}
/** CloudFormation names the owner of a physical id, where it has one. */
async function requireUnowned(client, stackName, { identifier, logicalId, type }) {
    const { DescribeStackResourcesCommand } = await Promise.all(/* import() */[__webpack_require__.e(455), __webpack_require__.e(123)]).then(__webpack_require__.t.bind(__webpack_require__, 1123, 19));
    const [id = ''] = Object.values(identifier);
    try {
        const { StackResources = [] } = await client.send(new DescribeStackResourcesCommand({ PhysicalResourceId: id }));
        const owner = StackResources.find((resource) => resource.PhysicalResourceId === id && resource.ResourceType === type)?.StackName;
        if (owner === undefined || owner === stackName)
            return;
        throw new _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AuditError */ .M('STACK_UNREADY', `${logicalId} cannot be adopted: ${id} belongs to stack ${owner}, and a resource has one owner.`, {
            remedy: `Give it \`DeletionPolicy: Retain\` in ${owner}, deploy that, remove it from that template, deploy again; then adopt it here.`,
        });
    }
    catch (error) {
        // No stack owns it: CloudFormation says so with an error.
        if (error instanceof _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AuditError */ .M)
            throw error;
        if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .isStackMissing */ .$t)(error) && !(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .isNamed */ .ev)(error, 'ValidationError'))
            throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .toAuditError */ .X4)(error, { operation: 'cloudformation:DescribeStackResources', resource: id });
    }
}
/**
 * The template of the import step: what is deployed now, plus the adopted resources and nothing else. An import takes
 * no other change and no new output, so outputs, conditions and everything new wait for the update that follows.
 */
function importTemplate(deployed, adoptions) {
    const adopted = Object.fromEntries(adoptions.map(({ logicalId, type, properties }) => [
        logicalId,
        {
            Type: type,
            DeletionPolicy: 'Retain',
            UpdateReplacePolicy: 'Retain',
            ...(Object.keys(properties).length > 0 ? { Properties: properties } : {}),
        },
    ]));
    const base = deployed ?? { AWSTemplateFormatVersion: '2010-09-09', Resources: {} };
    return JSON.stringify({ ...base, Resources: { ...base.Resources, ...adopted } });
}


/***/ }),

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
        ...request.source,
        Capabilities: ['CAPABILITY_NAMED_IAM'],
        Description: 'mlops-audit',
        ...(request.imports
            ? {
                ResourcesToImport: request.imports.map(({ logicalId, type, identifier }) => ({
                    LogicalResourceId: logicalId,
                    ResourceType: type,
                    ResourceIdentifier: { ...identifier },
                })),
                Parameters: (request.previousParameters ?? []).map((ParameterKey) => ({ ParameterKey, UsePreviousValue: true })),
            }
            : {}),
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

/***/ 3206:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ templateSource)
/* harmony export */ });
/* unused harmony export templateUrl */
/* harmony import */ var _model_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6351);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9507);


/** CloudFormation takes this many bytes in a call; larger templates are read from S3. */
const INLINE_LIMIT = 51_200;
/**
 * In the call where it fits; through the bucket where it does not; and without its comments where there is no bucket.
 * @throws BAD_CONFIG when it fits nowhere.
 */
async function templateSource(template, upload) {
    if (Buffer.byteLength(template.body) <= INLINE_LIMIT)
        return { TemplateBody: template.body };
    // Bootstrap makes the bucket, so it cannot go through it.
    if (upload.bucket !== undefined && template.name !== 'bootstrap')
        return { TemplateURL: await uploaded(template, upload.bucket, upload) };
    const compact = JSON.stringify(template.parsed);
    if (Buffer.byteLength(compact) <= INLINE_LIMIT)
        return { TemplateBody: compact };
    throw new _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AuditError */ .M('BAD_CONFIG', `${template.name}.yml has ${Buffer.byteLength(template.body)} bytes; CloudFormation takes ${INLINE_LIMIT} in a call and reads larger templates from S3.`, {
        remedy: template.name === 'bootstrap'
            ? 'Deploy it with `aws cloudformation deploy --template-file bootstrap.yml --s3-bucket <bucket>`.'
            : 'Set `template-bucket: create` (a bucket of the bootstrap stack) or `template-bucket: { use: <bucket> }`.',
    });
}
/** Uploads under a name made of the content, so that a plan and its deployment share one object. */
async function uploaded(template, bucket, upload) {
    const { GetBucketLocationCommand, PutObjectCommand } = await Promise.all(/* import() */[__webpack_require__.e(455), __webpack_require__.e(265)]).then(__webpack_require__.t.bind(__webpack_require__, 8265, 19));
    const key = `mlops-audit/${template.stackName}/${upload.sha256(template.body)}.yml`;
    const client = await upload.clients.s3();
    try {
        const { LocationConstraint } = await client.send(new GetBucketLocationCommand({ Bucket: bucket }));
        await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: template.body, ContentType: 'application/yaml' }));
        return templateUrl({ bucket, key, region: LocationConstraint ?? 'us-east-1', dnsSuffix: upload.partition.dnsSuffix });
    }
    catch (error) {
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .toAuditError */ .X4)(error, { operation: 's3:PutObject (upload of a template over 51,200 bytes)', resource: bucket });
    }
}
/** us-east-1 has an empty location, and `EU` is what eu-west-1 once was called. A dot in the name would not match the certificate. */
function templateUrl(at) {
    const region = at.region === '' ? 'us-east-1' : at.region === 'EU' ? 'eu-west-1' : at.region;
    const host = `s3.${region}.${at.dnsSuffix}`;
    return at.bucket.includes('.') ? `https://${host}/${at.bucket}/${at.key}` : `https://${at.bucket}.${host}/${at.key}`;
}


/***/ }),

/***/ 4081:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  deploy: () => (/* binding */ deploy),
  uploadOf: () => (/* binding */ uploadOf)
});

// EXTERNAL MODULE: ./src/aws/adopt.js
var adopt = __webpack_require__(1656);
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
    if (options.adoptions.length > 0) {
        const failed = await importAdoptions(options);
        if (failed)
            return failed;
    }
    const create = ready.create && options.adoptions.length === 0;
    const changeSet = await (0,change_set/* createChangeSet */.V)(client, {
        stackName,
        name: options.changeSetName,
        type: create ? 'CREATE' : 'UPDATE',
        source: options.source,
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
    const executed = await execute(options, changeSet.id, changeSet.changes, create);
    if (executed.kind !== 'executed')
        return executed;
    await protect(options);
    const proof = await proven(options);
    return {
        kind: 'deployed',
        stackName,
        created: create,
        changes: [...importedChanges(options.adoptions), ...changeSet.changes],
        outputs: (0,aws_stack/* outputsOf */.Yz)(proof),
        seconds: executed.seconds,
    };
}
function importedChanges(adoptions) {
    return adoptions.map(({ logicalId, type, identifier }) => ({
        action: 'Import',
        logicalId,
        type,
        physicalId: Object.values(identifier)[0],
        replacement: undefined,
        properties: [],
    }));
}
/** A step of its own: an import takes no other change. Returns what went wrong, if anything did. */
async function importAdoptions(options) {
    const { client, adoptions, template } = options;
    const { stackName } = template;
    const stack = await (0,aws_stack/* describeStack */.GO)(client, stackName);
    const body = stack === undefined || stack.StackStatus === 'REVIEW_IN_PROGRESS' ? undefined : await (0,aws_stack/* deployedTemplate */.Bk)(client, stackName);
    const deployed = body === undefined ? undefined : options.parse(body);
    const imported = importedChanges(adoptions);
    options.onChanges(imported);
    const changeSet = await (0,change_set/* createChangeSet */.V)(client, {
        stackName,
        name: `${options.changeSetName.slice(0, 121)}-import`,
        type: 'IMPORT',
        source: { TemplateBody: (0,adopt/* importTemplate */.K)(deployed, adoptions) },
        imports: adoptions,
        previousParameters: Object.keys(deployed?.Parameters ?? {}),
        sleep: options.sleep,
        signal: options.signal,
    });
    if (changeSet.kind === 'empty')
        return undefined;
    const executed = await execute(options, changeSet.id, imported, deployed === undefined);
    return executed.kind === 'executed' ? undefined : executed;
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
    if (!/^(?:CREATE|UPDATE|IMPORT)_COMPLETE$/.test(status)) {
        running.end('failed', status);
        return { kind: 'failed', stackName, status, cause: firstCause(events), changes };
    }
    running.end('done', `${changes.length} resources`);
    return { kind: 'executed', seconds };
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

;// CONCATENATED MODULE: ./src/aws/preflight.js



/** AWS's limit per region; it cannot be raised. */
const TRAILS_PER_REGION = 5;
/**
 * Looks, before a first creation, for what the account has already and the stack would collide with or pay twice for.
 * Returns notices. @throws STACK_UNREADY naming what is there and how to use or adopt it.
 */
async function preflight({ clients }, config, part) {
    const stackName = part === 'bootstrap' ? config.names.bootstrapStack : config.names.auditStack;
    const stack = await (0,aws_stack/* describeStack */.GO)(await clients.cloudFormation(), stackName);
    if (stack !== undefined && stack.StackStatus !== 'REVIEW_IN_PROGRESS')
        return [];
    if (part === 'bootstrap') {
        await requireNoProvider(clients, config);
        return [];
    }
    if (config.audit.awsConfig.recorder === 'create')
        await requireNoRecorder(clients, config);
    return config.audit.trail === 'create' ? otherTrails(clients, config) : [];
}
/** An account has one provider per issuer. */
async function requireNoProvider(clients, config) {
    if (config.github?.oidcProvider !== 'create')
        return;
    const { GetOpenIDConnectProviderCommand } = await Promise.all(/* import() */[__webpack_require__.e(455), __webpack_require__.e(258)]).then(__webpack_require__.t.bind(__webpack_require__, 1258, 19));
    const arn = `arn:${config.partition.id}:iam::${config.account}:oidc-provider/token.actions.githubusercontent.com`;
    try {
        await (await clients.iam()).send(new GetOpenIDConnectProviderCommand({ OpenIDConnectProviderArn: arn }));
    }
    catch (error) {
        if ((0,aws_errors/* isNamed */.ev)(error, 'NoSuchEntityException', 'NoSuchEntity'))
            return;
        throw (0,aws_errors/* toAuditError */.X4)(error, { operation: 'iam:GetOpenIDConnectProvider', resource: arn });
    }
    throw new errors/* AuditError */.M('STACK_UNREADY', `The account has GitHub's OIDC provider already (${arn}), and can have only one.`, {
        remedy: `Set \`github.oidc-provider: { use: "${arn}" }\` where others use it too, or \`{ adopt: "${arn}" }\` to bring it into this stack.`,
    });
}
/** A region has one recorder, and it is someone's. */
async function requireNoRecorder(clients, config) {
    const { DescribeConfigurationRecordersCommand } = await Promise.all(/* import() */[__webpack_require__.e(455), __webpack_require__.e(635)]).then(__webpack_require__.t.bind(__webpack_require__, 635, 19));
    const { ConfigurationRecorders: recorders = [] } = await (await clients.configService())
        .send(new DescribeConfigurationRecordersCommand({}))
        .catch((error) => {
        throw (0,aws_errors/* toAuditError */.X4)(error, { operation: 'config:DescribeConfigurationRecorders' });
    });
    const other = recorders.find((recorder) => recorder.name !== config.names.configRecorder);
    if (!other)
        return;
    throw new errors/* AuditError */.M('STACK_UNREADY', `${config.region} has a Config recorder already ("${other.name}"); it is never replaced.`, {
        remedy: 'Set `audit.config.recorder: existing`: the rules use the one that is there.',
    });
}
async function otherTrails(clients, config) {
    const { DescribeTrailsCommand } = await Promise.all(/* import() */[__webpack_require__.e(455), __webpack_require__.e(374)]).then(__webpack_require__.t.bind(__webpack_require__, 3374, 19));
    const { trailList = [] } = await (await clients.cloudTrail()).send(new DescribeTrailsCommand({})).catch((error) => {
        throw (0,aws_errors/* toAuditError */.X4)(error, { operation: 'cloudtrail:DescribeTrails' });
    });
    const here = trailList.filter((trail) => trail.HomeRegion === config.region);
    const same = here.find((trail) => trail.Name === config.names.trail);
    if (same) {
        throw new errors/* AuditError */.M('STACK_UNREADY', `There is a trail named ${config.names.trail} already (${same.TrailARN}).`, {
            remedy: `Bring it into the stack with \`audit.trail: { adopt: ${config.names.trail} }\`, or give the new one another name under \`names.trail\`.`,
        });
    }
    if (here.length >= TRAILS_PER_REGION) {
        throw new errors/* AuditError */.M('STACK_UNREADY', `${config.region} has ${here.length} trails (${here.map((trail) => trail.Name).join(', ')}); AWS allows ${TRAILS_PER_REGION}, and does not raise that.`, {
            remedy: 'Use one of them (`audit.trail: { use: <arn> }`), adopt it (`{ adopt: <name> }`), or delete one by hand.',
        });
    }
    return trailList
        .filter((trail) => trail.IsMultiRegionTrail || trail.HomeRegion === config.region)
        .map((trail) => `Trail ${trail.TrailARN} ${trail.IsOrganizationTrail ? 'of the organization ' : ''}exists already: if it logs management events, every further copy is billed. \`audit.trail: { use: "${trail.TrailARN}" }\` builds on it instead.`);
}

// EXTERNAL MODULE: ./src/aws/template-source.js
var template_source = __webpack_require__(3206);
// EXTERNAL MODULE: ./src/render/adoptions.js
var render_adoptions = __webpack_require__(9784);
// EXTERNAL MODULE: ./src/render/parse.js
var parse = __webpack_require__(918);
// EXTERNAL MODULE: ./src/report/verdict.js
var verdict = __webpack_require__(6898);
// EXTERNAL MODULE: ./src/commands/inputs.js
var commands_inputs = __webpack_require__(3678);
// EXTERNAL MODULE: ./src/commands/project.js + 16 modules
var project = __webpack_require__(6988);
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
/** Audit, access and what settings add, then verify. Stops at the first stack that is not proven to be as wanted. */
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
    const notices = await preflight(session, config, isBootstrap ? 'bootstrap' : 'audit');
    const deployments = [];
    for (const template of wanted) {
        const outcome = await deployOne(world, inputs, { session, config, template });
        deployments.push(outcome);
        if (outcome.kind === 'failed' || outcome.kind === 'refused')
            break;
    }
    const last = deployments.at(-1);
    const base = { command: 'deploy', failOn: (0,project.failOnOf)(config, inputs), config };
    if (last?.kind === 'failed' || last?.kind === 'refused') {
        const report = (0,result/* buildReport */.FK)(world, { ...base, outcome: last.kind }, { deployments, notices });
        return { report, exitCode: (0,result/* exitCodeOf */.FO)(report) };
    }
    const outcome = deployments.every((deployment) => deployment.kind === 'no-changes') ? 'no-changes' : 'deployed';
    if (isBootstrap) {
        const report = (0,result/* buildReport */.FK)(world, { ...base, outcome }, { deployments, notices });
        return { report, exitCode: (0,result/* exitCodeOf */.FO)(report) };
    }
    const { findings, evidencePath } = await (0,verify.collectAndJudge)(world, inputs, session, config);
    const drifted = outcome === 'no-changes' && findings.some((finding) => finding.status === 'fail');
    const report = (0,result/* buildReport */.FK)(world, { ...base, outcome }, { deployments, findings, notices: drifted ? [...notices, DRIFT_NOTICE] : notices });
    return { report, exitCode: (0,result/* exitCodeOf */.FO)(report), evidencePath };
}
async function deployOne(world, inputs, { session, config, template }) {
    const clients = session.clientsIn(template.region);
    const client = await clients.cloudFormation();
    const adoptions = (0,render_adoptions/* adoptionsOf */.f)(config).filter((adoption) => adoption.template === template.name);
    return deployStack({
        client,
        template,
        source: await (0,template_source/* templateSource */.G)(template, uploadOf(world, session, config)),
        adoptions: await (0,adopt/* pendingAdoptions */.d)(client, clients, template.stackName, adoptions),
        parse: (body) => (0,parse/* parseTemplate */.Q)(body, template.stackName),
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
/** Where large templates are uploaded: the bucket is in the audit region, or where an existing one happens to be. */
function uploadOf(world, session, config) {
    return {
        clients: session.clients,
        partition: config.partition,
        bucket: config.templateBucket === 'none' ? undefined : config.names.templateBucket,
        sha256: world.sha256,
    };
}
/** What of a template CloudFormation acts on; comments and the header may differ. */
function resourcesText(body, name) {
    const { Resources, Parameters, Outputs } = (0,parse/* parseTemplate */.Q)(body, name);
    return JSON.stringify({ Resources, Parameters, Outputs });
}


/***/ }),

/***/ 9784:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ adoptionsOf)
/* harmony export */ });
/* harmony import */ var _model_logical_id_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6839);

/**
 * Everything a config adopts, by the identifiers CloudFormation imports with. What can be chosen at creation only is
 * said at once: left to the update it would look like a change, and replace the resource.
 * Source: `primaryIdentifier` and `createOnlyProperties` of the resource types.
 */
function adoptionsOf(config) {
    const { audit, access, github, names } = config;
    const provider = github?.oidcProvider;
    return [
        ...(typeof provider === 'object' && 'adopt' in provider
            ? [
                adopted('bootstrap', 'GithubOidcProvider', 'AWS::IAM::OIDCProvider', { Arn: provider.adopt }, { Url: `https://${provider.adopt.split('/').slice(1).join('/')}` }),
            ]
            : []),
        ...(audit.key.source === 'adopt'
            ? [adopted('audit', 'LogKey', 'AWS::KMS::Key', { KeyId: audit.key.id?.split('/').at(-1) ?? '' }, { KeySpec: 'SYMMETRIC_DEFAULT' })]
            : []),
        ...(audit.logBucket === 'adopt' ? adoptedBucket(names.logBucket) : []),
        ...(audit.logGroup === 'adopt' ? [byName('audit', 'LogGroup', 'AWS::Logs::LogGroup', { LogGroupName: names.logGroup })] : []),
        ...(audit.trail === 'adopt'
            ? [
                adopted('audit', 'Trail', 'AWS::CloudTrail::Trail', { TrailName: names.trail }, { TrailName: names.trail, IsLogging: true, S3BucketName: names.logBucket }),
            ]
            : []),
        ...(access.ecr?.repositories ?? [])
            .filter((repository) => repository.source === 'adopt')
            .map(({ name }) => byName('access', `Repository${(0,_model_logical_id_js__WEBPACK_IMPORTED_MODULE_0__/* .logicalSuffix */ .F)(name)}`, 'AWS::ECR::Repository', { RepositoryName: name })),
    ];
}
function adopted(template, logicalId, type, identifier, properties) {
    return { template, logicalId, type, identifier, properties, optional: false };
}
/** A resource whose name is its identifier. */
function byName(template, logicalId, type, identifier) {
    return adopted(template, logicalId, type, identifier, identifier);
}
/** A bucket that logs are delivered to has a policy, and S3 refuses a second one: it comes along. */
function adoptedBucket(bucket) {
    const policy = { Version: '2012-10-17', Statement: [] };
    return [
        byName('audit', 'LogBucket', 'AWS::S3::Bucket', { BucketName: bucket }),
        {
            ...adopted('audit', 'LogBucketPolicy', 'AWS::S3::BucketPolicy', { Bucket: bucket }, { Bucket: { Ref: 'LogBucket' }, PolicyDocument: policy }),
            optional: true,
        },
    ];
}


/***/ })

};
