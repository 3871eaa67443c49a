export const id = 652;
export const ids = [652];
export const modules = {

/***/ 8652:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  explain: () => (/* binding */ explain)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/core/diagnostic.js
var diagnostic = __webpack_require__(876);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/quote.js
var quote = __webpack_require__(9531);
// EXTERNAL MODULE: ./lib/core/config/node.js
var config_node = __webpack_require__(6672);
// EXTERNAL MODULE: ./lib/recipe/open-texts.js
var open_texts = __webpack_require__(2421);
;// CONCATENATED MODULE: ./lib/recipe/filter-places.js


/** The places of a filter in a recipe that is known to be valid; null: the recipe does not have it. */
function filterPlace(file, filter, env) {
    const node = (0,open_texts/* expandedNode */.E)(file, ['source', 'config', filter], env);
    if (node === undefined)
        return null;
    return { at: node.at, allow: patternsOf((0,config_node/* memberOf */.C5)(node, 'allow')), deny: patternsOf((0,config_node/* memberOf */.C5)(node, 'deny')) };
}
const patternsOf = (node) => node?.kind === 'list'
    ? node.items.flatMap((item) => item.kind === 'scalar' ? [{ written: item.written ?? String(item.value), at: item.at }] : [])
    : [];

// EXTERNAL MODULE: ./lib/source/glue/read/selection.js
var selection = __webpack_require__(1546);
// EXTERNAL MODULE: ./lib/app/environment.js
var app_environment = __webpack_require__(7918);
// EXTERNAL MODULE: ./lib/app/load-recipe.js
var load_recipe = __webpack_require__(4034);
;// CONCATENATED MODULE: ./lib/app/explain.js










/** Says what a recipe makes of names, by the rules that the source reads by (model/request.ts App). */
async function explain(request, environment, cwd) {
    const { file, names } = request;
    const env = await (0,app_environment/* recipeEnvironment */.gl)(request, environment, cwd);
    const parsed = await (0,load_recipe/* loadRecipe */.Tc)(file, { env, cwd, inputs: request, mode: 'validate' });
    if (!parsed.ok) {
        const cure = parsed.error.map(diagnostic/* formatDiagnostic */.xy).join('\n');
        throw new errors/* AppError */.u(`The recipe '${file}' is wrong`, { kind: 'input', code: 'invalid-recipe', cure });
    }
    const written = { file, text: await (0,promises_.readFile)((0,external_node_path_.resolve)(cwd, file), 'utf8') };
    const places = {
        database_pattern: settledPlace(written, 'database_pattern', env),
        table_pattern: settledPlace(written, 'table_pattern', env)
    };
    const { source } = parsed.value.recipe;
    return { file, names: names.map((name) => answerOf(name, source, places)) };
}
/** @throws AppError when the filter depends on variables that are not set. */
function settledPlace(written, filter, env) {
    const [open] = (0,open_texts/* openTexts */.n)(written, ['source', 'config', filter], env);
    if (open === undefined)
        return filterPlace(written, filter, env);
    const { line, column } = open.at;
    throw new errors/* AppError */.u(`${written.file}:${line}:${column} ${filter} depends on ${(0,quote/* quoted */.TL)(open.written)}, whose value is not known here`, {
        kind: 'input',
        code: 'missing-variable',
        cure: 'set its variables in the environment, or give them by --env-file'
    });
}
function answerOf(name, options, places) {
    const dot = name.indexOf('.');
    const database = dot < 0 ? name : name.slice(0, dot);
    const table = dot < 0 ? null : name.slice(dot + 1);
    // What else keeps records out is not in their names: neither owner nor target is given.
    const ofDatabase = (0,selection/* databaseVerdict */.NQ)(options, {}, database);
    const verdict = table === null || ofDatabase !== 'keep'
        ? ofDatabase
        : (0,selection/* tableVerdict */.Ck)(options, { DatabaseName: database, Name: table }, database, table);
    const filters = [
        filterAnswer('database_pattern', database, options, places),
        ...(table === null || ofDatabase !== 'keep' ? [] : [filterAnswer('table_pattern', name, options, places)])
    ];
    return {
        name,
        kind: table === null ? 'database' : 'table',
        droppedBy: ruleOf(verdict),
        filters,
        notes: [
            ...tableAloneNotes(table, filters, { options, places }),
            ...(verdict === 'keep' ? recordNotes(options) : [])
        ]
    };
}
const ruleOf = (verdict) => (verdict === 'keep' ? null : verdict.rule);
function filterAnswer(filter, matched, options, places) {
    const { allowed, pattern, index } = patternOf(options, filter).decidedBy(matched);
    const place = places[filter];
    if (pattern === null)
        return { filter, matched, allowed, list: null, pattern, place: place?.at ?? null };
    const list = allowed ? 'allow' : 'deny';
    // Without a place the pattern is that of the default.
    const entry = place?.[list][index ?? 0];
    const at = entry?.at ?? null;
    return { filter, matched, allowed, list, pattern: entry?.written ?? pattern, place: at };
}
const patternOf = (options, filter) => filter === 'database_pattern' ? options.databasePattern : options.tablePattern;
/** The classic slip: a pattern for a table's name that leaves out the database in front of it. */
function tableAloneNotes(table, filters, { options, places }) {
    const asked = filters.find(({ filter }) => filter === 'table_pattern');
    if (table === null || asked === undefined)
        return [];
    const alone = options.tablePattern.decidedBy(table);
    const isMeant = asked.allowed ? !alone.allowed && alone.pattern !== null : asked.list === null && alone.allowed;
    if (!isMeant || alone.index === null)
        return [];
    const { list, would } = asked.allowed
        ? { list: 'deny', would: 'leave out' }
        : { list: 'allow', would: 'let in' };
    const pattern = places.table_pattern?.[list][alone.index]?.written ?? alone.pattern ?? '';
    return [
        `${list} ${(0,quote/* quoted */.TL)(pattern)} would ${would} ${(0,quote/* quoted */.TL)(table)}, but patterns are matched from the start of ${(0,quote/* quoted */.TL)(asked.matched)}: begin it with the database, such as .*\\.`
    ];
}
function recordNotes({ ignoreResourceLinks, catalogId }) {
    return [
        ...(ignoreResourceLinks ? ['ignore_resource_links: it is left out nevertheless if it is a resource link'] : []),
        ...(catalogId === null || catalogId === ''
            ? []
            : [`catalog_id: it is left out nevertheless if its database belongs to another account than ${catalogId}`])
    ];
}


/***/ }),

/***/ 2421:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ expandedNode),
/* harmony export */   n: () => (/* binding */ openTexts)
/* harmony export */ });
/* harmony import */ var _core_config_node_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6672);
/* harmony import */ var _core_yaml_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1937);
/* harmony import */ var _expand_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5232);



/** The node at a path of a file, variables filled in as far as they are known; undefined: there is none. */
function expandedNode({ file, text }, path, env) {
    const document = (0,_core_yaml_js__WEBPACK_IMPORTED_MODULE_1__/* .parseConfigFile */ .me)({ file, text });
    if (!document.ok || document.value.root?.kind !== 'map')
        return undefined;
    const { root } = (0,_expand_js__WEBPACK_IMPORTED_MODULE_2__/* .expandTree */ .r)(document.value.root, { file, env, mayBeOpen: () => true, values: new Map() });
    return path.reduce(_core_config_node_js__WEBPACK_IMPORTED_MODULE_0__/* .memberOf */ .C5, root);
}
/** What names variables that are not set, or values that AWS keeps, below a path of a recipe. */
function openTexts(file, path, env) {
    const node = expandedNode(file, path, env);
    return node === undefined ? [] : openIn(node, []);
}
function openIn(node, path) {
    if (node.kind === 'map')
        return node.entries.flatMap(({ key, value }) => openIn(value, [...path, (0,_core_config_node_js__WEBPACK_IMPORTED_MODULE_0__/* .keyText */ .Pu)(key)]));
    if (node.kind === 'list')
        return node.items.flatMap((item, index) => openIn(item, [...path, String(index)]));
    return (0,_core_config_node_js__WEBPACK_IMPORTED_MODULE_0__/* .isOpen */ .nT)(node) ? [{ path, written: node.written ?? String(node.value), at: node.at }] : [];
}


/***/ }),

/***/ 1546:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ck: () => (/* binding */ tableVerdict),
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   NQ: () => (/* binding */ databaseVerdict),
/* harmony export */   cb: () => (/* binding */ isDatabaseLink)
/* harmony export */ });
/** In the order of the peer's database_verdict (glue_selection.py). */
function databaseVerdict(options, database, name) {
    const isLink = isDatabaseLink(database);
    if (options.ignoreResourceLinks && isLink)
        return { rule: 'ignore_resource_links' };
    if (!options.databasePattern.allows(name))
        return { rule: 'database_pattern' };
    const { catalogId } = options;
    const owner = database.CatalogId ?? '';
    if (catalogId !== null && catalogId !== '' && owner !== '' && owner !== catalogId)
        return { rule: 'catalog_id' };
    return 'keep';
}
/**
 * In the order of the peer's table_verdict (glue_selection.py). A table's own DatabaseName counts: behind some links it
 * differs from the database whose list it is in, so the database's pattern is asked again.
 */
function tableVerdict(options, table, database, name) {
    const isLink = table.TargetTable !== undefined;
    if (options.ignoreResourceLinks && isLink)
        return { rule: 'ignore_resource_links' };
    if (!options.databasePattern.allows(database))
        return { rule: 'database_pattern' };
    if (!options.tablePattern.allows(`${database}.${name}`))
        return { rule: 'table_pattern' };
    return 'keep';
}
/** A table as DataHub tells them apart: only this type makes a view (glue.py _VIRTUAL_VIEW_TABLE_TYPE). */
function kindOf(table) {
    return table.TableType === 'VIRTUAL_VIEW' ? 'view' : 'table';
}
/** As the peer reads it, an empty TargetDatabase is no link, whereas any TargetTable makes one of a table. */
function isDatabaseLink(database) {
    return database.TargetDatabase !== undefined && Object.keys(database.TargetDatabase).length > 0;
}


/***/ })

};
