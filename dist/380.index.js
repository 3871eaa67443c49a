export const id = 380;
export const ids = [380];
export const modules = {

/***/ 3828:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ messageOf),
/* harmony export */   u: () => (/* binding */ AppError)
/* harmony export */ });
/**
 * An error that a user can act on: one line that says what is wrong and, in `cure`, how to mend it.
 * It is shown without a stack trace. Every other error is a defect of this program.
 */
class AppError extends Error {
    kind;
    code;
    cure;
    constructor(message, details) {
        super(message, details.cause === undefined ? undefined : { cause: details.cause });
        this.name = 'AppError';
        this.kind = details.kind;
        this.code = details.code;
        this.cure = details.cure;
    }
}
/** The message of anything that was thrown, without a stack trace. */
function messageOf(thrown) {
    if (thrown instanceof Error)
        return thrown.message === '' ? thrown.name : thrown.message;
    return String(thrown);
}


/***/ }),

/***/ 3898:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ once)
/* harmony export */ });
/** Makes a thing when it is first asked for, and gives the same from then on. */
function once(make) {
    let made = null;
    return () => {
        made ??= make();
        return made;
    };
}


/***/ }),

/***/ 2177:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   St: () => (/* binding */ columnsNamedIn),
/* harmony export */   ZV: () => (/* binding */ meansAllColumns),
/* harmony export */   a9: () => (/* binding */ sqlColumns)
/* harmony export */ });
/**
 * The columns of a schema that SQL can name: those at its top, by their names without types (schema_resolver.py
 * _convert_schema_field_list_to_info, utilities/urns/field_paths.py).
 */
function sqlColumns(fields) {
    const columns = fields.map(({ fieldPath, nativeDataType }) => [plainPath(fieldPath), nativeDataType]);
    return [...new Map(columns.filter(([name]) => name !== '' && !name.includes('.'))).entries()];
}
/** What makes columns of tables that are not named: a star, and clauses that mean all of them. */
const MEANS_ALL = /\*|\bnatural\b|\btable\b|\b(?:un)?pivot\b|\bmatch_recognize\b|\bu&"/iu;
const COUNT_ALL = /\(\s*\*\s*\)/gu;
/** Whether a query may mean columns that it does not name. */
const meansAllColumns = (sql) => MEANS_ALL.test(sql.replace(COUNT_ALL, '()'));
/**
 * Those columns of a table that a query may mean; one at least, so that the table stays known. The parser looks through
 * every column that it is told of for every column of the query, so that wide tables cost more than long queries.
 */
function columnsNamedIn(sql, columns) {
    if (meansAllColumns(sql))
        return columns;
    const text = sql.toLowerCase();
    // A quote in a name is written twice, or behind a backslash.
    const named = columns.filter(([name]) => text.includes(name.toLowerCase()) || /["`\\]/u.test(name));
    return named.length > 0 ? named : columns.slice(0, 1);
}
function plainPath(path) {
    if (!path.startsWith('[version=2.0]'))
        return path;
    return path
        .split('.')
        .filter((step) => !step.startsWith('[') && !step.endsWith(']'))
        .join('.');
}


/***/ }),

/***/ 6380:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   serveSql: () => (/* binding */ serveSql)
/* harmony export */ });
/* harmony import */ var node_worker_threads__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5919);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3828);
/* harmony import */ var _sql_reader_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1880);



/** Answers the questions of SqlThread, in the thread that this runs in. */
function serveSql() {
    const reader = (0,_sql_reader_js__WEBPACK_IMPORTED_MODULE_2__/* .readerInThisThread */ .L)();
    const answerTo = async (question) => {
        try {
            const answer = question.ask === 'facts' ? reader.facts(...question.given) : reader.columns(...question.given);
            return { answer: await answer };
        }
        catch (error) {
            return { failed: (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .b)(error) };
        }
    };
    let last = Promise.resolve();
    node_worker_threads__WEBPACK_IMPORTED_MODULE_0__.parentPort?.on('message', (question) => {
        last = last.then(async () => node_worker_threads__WEBPACK_IMPORTED_MODULE_0__.parentPort?.postMessage(await answerTo(question)));
    });
}


/***/ }),

/***/ 1880:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L: () => (/* binding */ readerInThisThread)
});

// EXTERNAL MODULE: ./lib/core/once.js
var once = __webpack_require__(3898);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: external "node:v8"
var external_node_v8_ = __webpack_require__(8877);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./lib/source/glue/views/tree.js
/** Whether a value of the tree has members of its own. */
const isTree = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
/** The name that an identifier has; null for what is none. */
const nameIn = (identifier) => isTree(identifier) && typeof identifier.name === 'string' ? identifier.name : null;
/** Whether a part is the name of a column, with or without its table. */
const isColumn = (value) => 'join_mark' in value;

;// CONCATENATED MODULE: ./lib/source/glue/views/lateral-aliases.js

/**
 * Whether a query refers to an alias of the select list that it is in: `SELECT price * 2 AS twice, twice AS again`. Where
 * a table has a column of that name the column is meant, so that only the tables' columns tell which.
 */
function usesLateralAlias(tree) {
    if (Array.isArray(tree))
        return tree.some(usesLateralAlias);
    if (!isTree(tree))
        return false;
    return isLateral(tree.expressions) || Object.values(tree).some(usesLateralAlias);
}
/** Whether one of the expressions names the alias of one before it. */
function isLateral(expressions) {
    if (!Array.isArray(expressions))
        return false;
    const aliases = new Set();
    return expressions.some((expression) => {
        if (aliases.size > 0 && namesOneOf(aliases, expression))
            return true;
        const alias = isTree(expression) && isTree(expression.alias) ? nameIn(expression.alias.alias) : null;
        if (alias !== null)
            aliases.add(alias.toLowerCase());
        return false;
    });
}
/** Whether a column without a table has one of the names. */
function namesOneOf(names, tree) {
    if (Array.isArray(tree))
        return tree.some((part) => namesOneOf(names, part));
    if (!isTree(tree))
        return false;
    const name = isColumn(tree) && tree.table === null ? nameIn(tree.name) : null;
    return (name !== null && names.has(name.toLowerCase())) || Object.values(tree).some((part) => namesOneOf(names, part));
}

;// CONCATENATED MODULE: ./lib/source/glue/views/named-tables.js

/*
 * The tables that a query names, from the parser's tree. Its own list of them keeps one table of each alias, so that of
 * `FROM staging.orders JOIN prod.orders` one is lost.
 */
/** Statements that read and do not write. */
const QUERIES = ['select', 'union', 'intersect', 'except', 'subquery'];
/** Every table that a query names, in its order; none of what is no query. Names of `WITH` are no tables. */
function namedTables(statements) {
    const [statement] = Array.isArray(statements) ? statements : [];
    if (!isTree(statement) || !QUERIES.some((kind) => kind in statement))
        return [];
    const found = [];
    visit(statement, new Set(), found);
    return found;
}
/** What has been visited, and what a query writes. */
const SKIPPED = new Set(['with', 'into']);
/** `known`: the names of `WITH` that mean something here, in small letters. */
function visit(value, known, found) {
    if (Array.isArray(value))
        for (const item of value)
            visit(item, known, found);
    if (!isTree(value))
        return;
    const table = tableIn(value);
    if (table !== null && !(table.schema === null && known.has(table.table.toLowerCase())))
        found.push(table);
    const inside = isTree(value.with) ? visitWith(value.with, known, found) : known;
    for (const [name, member] of Object.entries(value))
        if (!SKIPPED.has(name))
            visit(member, inside, found);
}
/** A name of `WITH` is known to those behind it, and to itself only where it is recursive. */
function visitWith(clause, known, found) {
    const names = new Set(known);
    for (const part of Array.isArray(clause.ctes) ? clause.ctes : []) {
        const name = isTree(part) ? nameIn(part.alias)?.toLowerCase() : undefined;
        if (name !== undefined && clause.recursive === true)
            names.add(name);
        visit(part, new Set(names), found);
        if (name !== undefined)
            names.add(name);
    }
    return names;
}
/** A column has the name of its table as text, a table its own as an identifier. */
function tableIn({ table }) {
    if (!isTree(table))
        return null;
    const name = nameIn(table.name);
    return name === null ? null : { catalog: nameIn(table.catalog), schema: nameIn(table.schema), table: name };
}

;// CONCATENATED MODULE: ./lib/source/glue/views/select-list.js

/** What a query's tree says of its columns: the expression of each. Null for a union, and for what is no query. */
function selectList(statements) {
    const [statement] = Array.isArray(statements) ? statements : [];
    const select = isTree(statement) ? statement.select : undefined;
    const expressions = isTree(select) ? select.expressions : undefined;
    return Array.isArray(expressions) && expressions.every(isTree) ? expressions : null;
}
/** The expression with all names in quotes; columns without a table get `table`, where there is only one. */
function quotedNames(expression, table) {
    return select_list_visit(expression, table);
}
function select_list_visit(value, table) {
    if (Array.isArray(value))
        return value.map((item) => select_list_visit(item, table));
    if (!isTree(value))
        return value;
    if (isIdentifier(value))
        return { ...value, quoted: true };
    const members = Object.entries(value).map(([name, member]) => [name, select_list_visit(member, table)]);
    const copy = Object.fromEntries(members);
    if (isColumn(value) && value.table === null && table !== null) {
        copy.table = { ...identifierLike(value.name), name: table, quoted: true };
    }
    return copy;
}
const isIdentifier = (value) => typeof value.name === 'string' && typeof value.quoted === 'boolean' && 'span' in value && !('args' in value);
const identifierLike = (identifier) => (isTree(identifier) ? identifier : {});
/** A field of a struct that looks like a column of a table: `s.a`. Null for everything else. */
function structField(expression) {
    const alias = expression.alias;
    const inner = isTree(alias) && isTree(alias.this) ? alias.this : expression;
    const column = inner.column;
    if (!isTree(column))
        return null;
    const [field, struct] = [nameIn(column.name), nameIn(column.table)];
    return field !== null && struct !== null ? { struct, field } : null;
}

;// CONCATENATED MODULE: ./lib/source/glue/views/parser.js







/** Longer texts are no views that anyone wrote. */
const MOST_CHARACTERS = 256 * 1024;
const decompress = (0,external_node_util_.promisify)(external_node_zlib_.brotliDecompress);
/** Loads the parser: some 23 megabytes of WebAssembly, which only recipes with views need. */
async function loadParser() {
    const [sdk, packed] = await Promise.all([
        __webpack_require__.e(/* import() */ 482).then(__webpack_require__.bind(__webpack_require__, 1482)),
        (0,promises_.readFile)(__webpack_require__.ab + "sql.wasm.br")
    ]);
    // Compiling such code well costs more than it saves in thousands of views: 4 s of CPU and 900 MiB where these
    // flags make it 1.5 s and 240 MiB, for the first 500 views. Only code that is loaded from here on is touched.
    (0,external_node_v8_.setFlagsFromString)('--no-wasm-tier-up');
    (0,external_node_v8_.setFlagsFromString)('--no-wasm-dynamic-tiering');
    await sdk.init({ wasmUrl: await WebAssembly.compile(await decompress(packed)) });
    const analyse = (sql, dialect, schema) => {
        if (sql.length > MOST_CHARACTERS)
            return null;
        const result = guarded(() => sdk.analyzeQuery(sql, { dialect, ...(schema === null ? {} : { schema }) }));
        return result?.success === true ? (result.analysis ?? null) : null;
    };
    const selected = (expression, dialect, table) => {
        const quoted = quotedNames(expression, table);
        const made = guarded(() => sdk.generate([quoted], dialect));
        return { sql: made?.sql?.[0] ?? '', field: structField(expression) };
    };
    return {
        analyse,
        read: (sql, dialect) => {
            if (sql.length > MOST_CHARACTERS)
                return null;
            const parsed = guarded(() => sdk.parse(sql, dialect));
            const named = parsed?.success === true ? namedTables(parsed.ast) : [];
            // The analysis takes four times as long, and knows no table more of a query that has some.
            const tables = named.length > 0 ? named : analyse(sql, dialect, null)?.baseTables.map(namedBy);
            if (tables === undefined)
                return null;
            const list = parsed?.success === true ? selectList(parsed.ast) : null;
            return {
                tables,
                usesLateralAlias: usesLateralAlias(parsed?.ast),
                selected: (table) => list?.map((expression) => selected(expression, dialect, table)) ?? null
            };
        },
        format: (sql, dialect) => {
            if (sql.length > MOST_CHARACTERS)
                return sql;
            // The parser's names of dialects are those of the enumeration.
            const result = guarded(() => sdk.format(sql, dialect));
            return result?.success === true ? (result.sql?.[0] ?? sql) : sql;
        }
    };
}
const namedBy = ({ catalog, schema, table, name }) => ({
    catalog: catalog ?? null,
    schema: schema ?? null,
    table: table ?? name
});
/** A trap in WebAssembly is an exception here, and the next call starts afresh. */
function guarded(call) {
    try {
        return call();
    }
    catch {
        return null;
    }
}

// EXTERNAL MODULE: ./lib/source/glue/views/columns.js
var columns = __webpack_require__(2177);
;// CONCATENATED MODULE: ./lib/source/glue/views/query-facts.js

/** Reads a query; null when it is not understood. */
function factsOf(sql, dialect, parser) {
    const query = parser.read(sql, dialect);
    if (query === null)
        return null;
    const needsTables = (0,columns/* meansAllColumns */.ZV)(sql) || query.usesLateralAlias;
    const analysis = needsTables ? null : parser.analyse(sql, dialect, null);
    return {
        tables: query.tables,
        statement: parser.format(sql, dialect),
        columns: analysis === null ? null : columnsOf(query, analysis)
    };
}
/** Reads the columns of a query, with those of its tables; null when it is not understood. */
function columnsWith(schema, sql, dialect, parser) {
    const query = parser.read(sql, dialect);
    const analysis = parser.analyse(sql, dialect, schema);
    return query === null || analysis === null ? null : columnsOf(query, analysis);
}
/** A column without a table is the only table's, where there is one. */
function columnsOf(query, { projections, relations }) {
    const [only, ...others] = relations;
    const table = others.length > 0 || only === undefined ? null : (only.alias ?? only.table ?? only.name);
    return {
        projections: projections.map(({ name, isStar, transformKind, upstream }) => {
            return { name, isStar, transformKind, upstream };
        }),
        relations: relations.map(({ name, alias, table: named }) => ({ name, alias: alias ?? null, table: named ?? null })),
        selected: query.selected(table)
    };
}

;// CONCATENATED MODULE: ./lib/source/glue/views/sql-reader.js



/** Has the parser in this thread, loaded with the first query. */
function readerInThisThread() {
    const parser = (0,once/* once */.O)(loadParser);
    return {
        facts: async (sql, dialect) => factsOf(sql, dialect, await parser()),
        columns: async (schema, sql, dialect) => columnsWith(schema, sql, dialect, await parser()),
        close: async () => { }
    };
}


/***/ })

};
