export const id = 743;
export const ids = [743];
export const modules = {

/***/ 743:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   check: () => (/* binding */ check)
/* harmony export */ });
/* harmony import */ var _project_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6988);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5730);


/** Proof before anything touches AWS: the config is right and renders to templates inside AWS's limits. */
async function check(world, inputs) {
    const { config, templates } = await (0,_project_js__WEBPACK_IMPORTED_MODULE_0__.loadProject)(world, inputs);
    world.progress.done('config', config.file);
    for (const template of templates)
        world.progress.done(`${template.name}.yml`, `${Buffer.byteLength(template.body)} bytes`);
    const report = (0,_result_js__WEBPACK_IMPORTED_MODULE_1__/* .buildReport */ .FK)(world, { command: 'check', outcome: 'checked', failOn: (0,_project_js__WEBPACK_IMPORTED_MODULE_0__.failOnOf)(config, inputs), config }, {});
    return { report, exitCode: (0,_result_js__WEBPACK_IMPORTED_MODULE_1__/* .exitCodeOf */ .FO)(report) };
}


/***/ })

};
