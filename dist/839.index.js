export const id = 839;
export const ids = [839];
export const modules = {

/***/ 1839:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   render: () => (/* binding */ render)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _model_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6351);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3678);
/* harmony import */ var _project_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6988);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5730);





/** Config → template files, deployable as they are with `aws cloudformation deploy`, and their parameters. */
async function render(world, inputs) {
    const { config, templates } = await (0,_project_js__WEBPACK_IMPORTED_MODULE_3__.loadProject)(world, inputs);
    const wanted = select(templates, (0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .textInput */ ._Z)(inputs, 'template-only'));
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)((0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .textInput */ ._Z)(inputs, 'output-dir'), 'templates');
    const patches = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .booleanInput */ .tE)(inputs, 'diff') ? await compare(world, folder, wanted) : undefined;
    if (patches === undefined)
        await writeTemplates(world, folder, wanted);
    const report = (0,_result_js__WEBPACK_IMPORTED_MODULE_4__/* .buildReport */ .FK)(world, { command: 'render', outcome: 'rendered', failOn: (0,_project_js__WEBPACK_IMPORTED_MODULE_3__.failOnOf)(config, inputs), config }, patches ? { patches } : {});
    return { report, exitCode: (0,_result_js__WEBPACK_IMPORTED_MODULE_4__/* .exitCodeOf */ .FO)(report) };
}
function select(templates, only) {
    if (only === '')
        return templates;
    const wanted = templates.filter((template) => template.name === only);
    if (wanted.length > 0)
        return wanted;
    throw new _model_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .AuditError */ .M('BAD_INPUT', `This config renders no ${only}.yml.`, {
        remedy: `It renders ${templates.map((template) => `${template.name}.yml`).join(', ')}.`,
    });
}
/** The files of a template: itself, and its parameters where it has any. */
function filesOf(folder, template) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, `${template.name}.yml`);
    const parameters = Object.entries(template.parsed.Parameters ?? {}).map(([ParameterKey, { Default }]) => ({
        ParameterKey,
        ParameterValue: String(Default),
    }));
    const own = { path, text: template.body };
    return parameters.length === 0
        ? [own]
        : [own, { path: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, `${template.name}.parameters.json`), text: `${JSON.stringify(parameters, null, 2)}\n` }];
}
async function writeTemplates(world, folder, templates) {
    for (const template of templates) {
        const files = filesOf(folder, template);
        for (const { path, text } of files)
            await world.writeText(path, text);
        const [{ path } = { path: '' }] = files;
        world.progress.done(path, `aws cloudformation deploy --template-file ${path} --stack-name ${template.stackName} --capabilities CAPABILITY_NAMED_IAM`);
    }
}
/** One unified diff per file that is not what the config renders to; a missing file differs in every line. */
async function compare(world, folder, templates) {
    const { createTwoFilesPatch } = await __webpack_require__.e(/* import() */ 873).then(__webpack_require__.bind(__webpack_require__, 1873));
    const patches = [];
    for (const { path, text } of templates.flatMap((template) => filesOf(folder, template))) {
        const before = await world.readText(path);
        if (before !== text)
            patches.push(createTwoFilesPatch(path, path, before ?? '', text, before === undefined ? 'missing' : 'on disk', 'rendered'));
    }
    return patches;
}


/***/ })

};
