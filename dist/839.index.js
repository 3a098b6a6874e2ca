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
/* harmony import */ var _render_parse_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(918);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3678);
/* harmony import */ var _project_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5535);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5730);





/** Config → template files, deployable as they are with `aws cloudformation deploy`, and their parameters. */
async function render(world, inputs) {
    const { config, templates } = await (0,_project_js__WEBPACK_IMPORTED_MODULE_3__.loadProject)(world, inputs);
    await writeTemplates(world, (0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .textInput */ ._Z)(inputs, 'output-dir'), templates);
    const report = (0,_result_js__WEBPACK_IMPORTED_MODULE_4__/* .buildReport */ .FK)(world, { command: 'render', outcome: 'rendered', failOn: (0,_project_js__WEBPACK_IMPORTED_MODULE_3__.failOnOf)(config, inputs), config }, {});
    return { report, exitCode: (0,_result_js__WEBPACK_IMPORTED_MODULE_4__/* .exitCodeOf */ .FO)(report) };
}
async function writeTemplates(world, folder, templates) {
    for (const template of templates) {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, 'templates', `${template.name}.yml`);
        await world.writeText(path, template.body);
        const parameters = Object.entries((0,_render_parse_js__WEBPACK_IMPORTED_MODULE_1__/* .parseTemplate */ .Q)(template.body, path).Parameters ?? {}).map(([ParameterKey, { Default }]) => ({
            ParameterKey,
            ParameterValue: String(Default),
        }));
        if (parameters.length > 0)
            await world.writeText((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, 'templates', `${template.name}.parameters.json`), `${JSON.stringify(parameters, null, 2)}\n`);
        world.progress.done(path, `aws cloudformation deploy --template-file ${path} --stack-name ${template.stackName} --capabilities CAPABILITY_NAMED_IAM`);
    }
}


/***/ })

};
