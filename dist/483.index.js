export const id = 483;
export const ids = [483];
export const modules = {

/***/ 3483:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ingest: () => (/* binding */ ingest)
/* harmony export */ });
/* harmony import */ var _aws_rate_limit_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(729);
/* harmony import */ var _dag_validate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9218);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7918);
/* harmony import */ var _find_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3786);
/* harmony import */ var _run_recipe_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1053);





/**
 * Runs each recipe in turn and gives one report for each, in their order (model/request.ts App).
 * @throws AppError when there is nothing to run.
 */
async function ingest(request, deps) {
    const files = await (0,_find_files_js__WEBPACK_IMPORTED_MODULE_2__/* .findFiles */ .l)(request.recipes, deps.cwd);
    const env = await (0,_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .recipeEnvironment */ .gl)(request, deps.env, deps.cwd);
    const invocation = { request, deps, env, limits: (0,_aws_rate_limit_js__WEBPACK_IMPORTED_MODULE_4__/* .createRateLimits */ .V)(deps.clock, request.rateLimit) };
    const reports = [];
    for (const [index, file] of files.entries()) {
        // A folder of recipes may hold the DAG that runs them. Named by itself, it is told to be no recipe.
        if (files.length > 1 && (await (0,_dag_validate_js__WEBPACK_IMPORTED_MODULE_0__/* .dagDiagnostics */ .t)(file, deps.cwd)) !== null)
            deps.logger.info(`${file} is a DAG, not a recipe`);
        else
            reports.push(await (0,_run_recipe_js__WEBPACK_IMPORTED_MODULE_3__/* .runRecipe */ .G)(file, { ...invocation, index }));
    }
    return reports;
}


/***/ })

};
