export const id = 430;
export const ids = [430];
export const modules = {

/***/ 430:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runCli: () => (/* binding */ runCli)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./src/commands/inputs.js
var commands_inputs = __webpack_require__(3678);
// EXTERNAL MODULE: ./src/commands/result.js
var commands_result = __webpack_require__(5730);
// EXTERNAL MODULE: ./src/commands/table.js
var table = __webpack_require__(3051);
// EXTERNAL MODULE: ./src/commands/validate-inputs.js
var validate_inputs = __webpack_require__(6547);
// EXTERNAL MODULE: ./src/edge/world.js + 1 modules
var edge_world = __webpack_require__(3001);
// EXTERNAL MODULE: ./src/model/closest.js
var closest = __webpack_require__(7721);
// EXTERNAL MODULE: ./src/model/errors.js
var errors = __webpack_require__(6351);
// EXTERNAL MODULE: ./src/progress/progress.js
var progress = __webpack_require__(847);
// EXTERNAL MODULE: ./src/report/json.js
var json = __webpack_require__(7549);
// EXTERNAL MODULE: ./src/report/markdown.js + 1 modules
var markdown = __webpack_require__(8327);
// EXTERNAL MODULE: ./src/report/text.js
var report_text = __webpack_require__(4500);
;// CONCATENATED MODULE: ./src/cli/help.js


function overview(version) {
    const width = Math.max(...table/* COMMANDS */.L.map((command) => command.name.length));
    return [
        `mlops-audit ${version}: prove who can do what, and who did what, on AWS`,
        '',
        'Usage: mlops-audit <command> [--flag value]',
        '',
        ...table/* COMMANDS */.L.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`),
        '',
        'mlops-audit <command> --help explains one command and its flags.',
        'Exit codes: 0 done and clean · 1 findings at or above --fail-on · 2 could not be carried out · 3 bad input',
        '',
    ].join('\n');
}
function helpOf(command) {
    const flags = flagsOf(command.name);
    const width = Math.max(...flags.map((flag) => usage(flag).length));
    return [
        `mlops-audit ${command.name}: ${command.summary}`,
        '',
        wrap(command.help),
        '',
        `Needs: ${command.needs}`,
        '',
        'Flags:',
        ...flags.map((flag) => `  ${usage(flag).padEnd(width)}  ${flag.description.replaceAll('`', '')}${flag.default && flag.kind !== 'boolean' ? ` (${flag.default})` : ''}`),
        '',
        'Examples:',
        ...command.examples.map((example) => `  ${example}`),
        '',
    ].join('\n');
}
/** The flags that mean something to a command. */
function flagsOf(command) {
    return commands_inputs/* INPUTS */.mc.filter((input) => input.only !== 'action' && (input.commands === undefined || input.commands.includes(command)));
}
function usage(flag) {
    if (flag.kind === 'boolean')
        return `--${flag.name}`;
    return `--${flag.name} <${flag.allowed ? flag.allowed.join('|') : flag.kind === 'list' ? 'a,b' : 'value'}>`;
}
function wrap(text, width = 88) {
    const lines = [''];
    for (const word of text.split(' ')) {
        const line = lines.at(-1) ?? '';
        if (line.length + word.length + 1 > width)
            lines.push(word);
        else
            lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
    }
    return lines.join('\n');
}

;// CONCATENATED MODULE: ./src/cli/main.js















/** Runs the CLI; the answer is the exit code. Results go to stdout, progress to stderr. */
async function runCli(argv) {
    const cancel = new AbortController();
    process.once('SIGINT', () => cancel.abort());
    process.once('SIGTERM', () => cancel.abort());
    const world = (0,edge_world/* createWorld */.b)({
        progress: (0,progress/* createProgress */.mf)({
            write: (text) => process.stderr.write(text),
            live: process.stderr.isTTY === true && process.env['CI'] !== 'true',
            paint: (0,progress/* createPaint */.XG)((0,progress/* wantsColour */.Ml)(process.env, process.stderr.isTTY === true)),
            now: () => Date.now(),
            ...(process.stderr.columns ? { columns: process.stderr.columns } : {}),
        }),
        idToken: undefined,
        maskSecret: () => Promise.resolve(),
        run: {
            key: `${new Date()
                .toISOString()
                .replaceAll(/[^0-9]/g, '')
                .slice(0, 14)}-${(0,external_node_crypto_.randomBytes)(3).toString('hex')}`,
            commit: process.env['GITHUB_SHA'],
            url: undefined,
        },
        signal: cancel.signal,
    });
    const [name, ...rest] = argv;
    if (name === undefined || name === '--help' || name === '-h' || name === 'help')
        return print(overview(world.version));
    if (name === '--version')
        return print(`${world.version}\n`);
    const command = (0,table/* findCommand */.Z)(name);
    if (!command)
        return complain(unknownCommand(name));
    if (rest.includes('--help') || rest.includes('-h'))
        return print(helpOf(command));
    let inputs;
    try {
        inputs = parseFlags(command, rest);
        (0,validate_inputs/* validateInputs */.C)(inputs, (flag) => `--${flag}`);
    }
    catch (error) {
        return complain(error);
    }
    const result = await command.run(world, inputs).catch((error) => (0,commands_result/* reportOfError */._o)(world, command.name, error));
    await writeResults(world, inputs, result);
    show(result, (0,commands_inputs/* textInput */._Z)(inputs, 'format'));
    return result.exitCode;
}
function parseFlags(command, argv) {
    const flags = flagsOf(command.name);
    const options = Object.fromEntries(flags.map((flag) => [flag.name, { type: flag.kind === 'boolean' ? 'boolean' : 'string' }]));
    try {
        const { values } = (0,external_node_util_.parseArgs)({ args: [...argv], options, strict: true, allowPositionals: false });
        return new Map(Object.entries(values).map(([key, value]) => [key, String(value)]));
    }
    catch (error) {
        const wrong = /'--([\w-]+)/.exec(error.message)?.[1];
        const guess = wrong &&
            (0,closest/* closest */.k)(wrong, flags.map((flag) => flag.name));
        throw new errors/* AuditError */.M('BAD_INPUT', `${error.message.split('. To specify')[0]}${guess && guess !== wrong ? `. Did you mean --${guess}?` : ''}`, {
            remedy: `mlops-audit ${command.name} --help lists the flags.`,
        });
    }
}
function unknownCommand(name) {
    const names = table/* COMMANDS */.L.map((command) => command.name);
    const guess = (0,closest/* closest */.k)(name, names);
    return new errors/* AuditError */.M('BAD_INPUT', `There is no command "${name}".${guess ? ` Did you mean ${guess}?` : ''}`, {
        remedy: `Commands: ${names.join(', ')}.`,
    });
}
async function writeResults(world, inputs, { report }) {
    if (report.command === 'render' || report.command === 'check')
        return;
    await world.writeText((0,external_node_path_.join)((0,commands_inputs/* textInput */._Z)(inputs, 'output-dir'), 'results.json'), (0,json/* toJson */.a)(report)).catch((error) => complain(error));
}
function show({ report }, format) {
    const paint = (0,progress/* createPaint */.XG)((0,progress/* wantsColour */.Ml)(process.env, process.stdout.isTTY === true));
    const text = format === 'json'
        ? (0,json/* toJson */.a)(report)
        : format === 'markdown'
            ? (0,markdown/* toMarkdown */.l)(report, { limit: 1_000_000, isPublic: false, maskAccountId: false })
            : (0,report_text/* toText */.f)(report, paint);
    process.stdout.write(text);
}
function print(text) {
    process.stdout.write(text);
    return 0;
}
function complain(error) {
    const known = error instanceof errors/* AuditError */.M ? error : undefined;
    process.stderr.write(`mlops-audit: ${known ? known.message : String(error)}\n${known?.remedy ? `  ${known.remedy}\n` : ''}`);
    return 3;
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


/***/ })

};
