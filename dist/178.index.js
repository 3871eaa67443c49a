export const id = 178;
export const ids = [178];
export const modules = {

/***/ 3178:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  describeOptions: () => (/* binding */ describeOptions)
});

// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/quote.js
var quote = __webpack_require__(9531);
// EXTERNAL MODULE: ./lib/core/suggest.js
var suggest = __webpack_require__(3029);
// EXTERNAL MODULE: ./lib/core/config/option.js
var config_option = __webpack_require__(4737);
// EXTERNAL MODULE: ./lib/dag/file/options.js
var options = __webpack_require__(8101);
;// CONCATENATED MODULE: ./lib/dag/file/schema.js


/** The JSON Schema of DAG files, from the tables that read them. Names and the graph are beyond it: see parse.ts. */
const DAG_FILE_SCHEMA = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'A DAG of DataHub Glue recipes, commands and checks',
    ...(0,config_option/* optionsSchema */.ci)(options/* DAG_OPTIONS */.sk)
};

// EXTERNAL MODULE: ./lib/recipe/options/glue.js + 1 modules
var glue = __webpack_require__(1106);
// EXTERNAL MODULE: ./lib/recipe/options/pipeline.js + 10 modules
var pipeline = __webpack_require__(2591);
// EXTERNAL MODULE: ./lib/recipe/options/sink.js
var options_sink = __webpack_require__(3160);
// EXTERNAL MODULE: ./lib/recipe/options/typed-schema.js
var typed_schema = __webpack_require__(1867);
;// CONCATENATED MODULE: ./lib/recipe/schema.js





/** What Python takes for nothing is an empty mapping in `sink.config`, as with the peer. */
const NOTHING = { anyOf: [{ enum: [null, false, 0, ''] }, { type: 'array', maxItems: 0 }] };
const MAPPING = 'a mapping of type and config';
/** A text with a variable in it: what it will be is not known to an editor. */
const VARIABLE = { type: 'string', pattern: String.raw `\$` };
/**
 * The JSON Schema of recipes, from the tables that read them. What no schema can say (patterns that do not compile, options
 * that exclude each other, urns) is told by `validate` alone.
 */
function recipeSchema() {
    const { properties, ...rest } = (0,config_option/* optionsSchema */.ci)(pipeline/* PIPELINE_OPTIONS */.cc);
    const { source, sink } = pipeline/* PIPELINE_OPTIONS */.cc;
    const sinks = Object.fromEntries(Object.entries(options_sink/* SINKS */.xZ).map(([name, table]) => [name, (0,config_option/* optionsSchema */.ci)(table)]));
    const schema = {
        ...rest,
        required: ['source'],
        properties: {
            ...properties,
            source: {
                ...(0,typed_schema/* typedSchema */.g)(pipeline/* SOURCE_OPTIONS */.xK, { glue: (0,config_option/* optionsSchema */.ci)(glue/* GLUE_OPTIONS */.b) }, { always: true }),
                title: MAPPING,
                description: source.doc
            },
            sink: {
                anyOf: [(0,typed_schema/* typedSchema */.g)(pipeline/* SINK_OPTIONS */.nQ, sinks, { nothing: NOTHING }), { type: 'null' }],
                title: MAPPING,
                description: sink.doc
            }
        }
    };
    return {
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        title: 'A DataHub recipe for AWS Glue',
        ...withVariables(schema)
    };
}
/** The schema with `${NAME}` accepted for every value that a text can stand for. Mappings and lists are never variables. */
function withVariables(schema) {
    return Object.fromEntries(Object.entries(schema).map(([word, value]) => [word, value === undefined ? value : inside(word, value)]));
}
/** Words of JSON Schema that hold schemas of values; `if` decides by what is written and stays as it is. */
function inside(word, value) {
    switch (word) {
        case 'properties':
            return isSchema(value)
                ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, isSchema(one) ? valueSchema(one) : one]))
                : value;
        case 'items':
        case 'additionalProperties':
            return isSchema(value) ? valueSchema(value) : value;
        case 'anyOf':
        case 'allOf':
            return Array.isArray(value) ? value.map((one) => (isSchema(one) ? withVariables(one) : one)) : value;
        case 'then':
            return isSchema(value) ? withVariables(value) : value;
        default:
            return value;
    }
}
function valueSchema(schema) {
    const inner = withVariables(schema);
    if (!isRestrictedScalar(schema))
        return inner;
    if (Array.isArray(inner.anyOf))
        return { ...inner, anyOf: [...inner.anyOf, VARIABLE] };
    const { title, description, default: fallback, deprecated, ...restrictions } = inner;
    return { title, description, default: fallback, deprecated, anyOf: [restrictions, VARIABLE] };
}
/** Whether some text, but not every text, is a value by this schema, or a number or a boolean is. */
function isRestrictedScalar(schema) {
    const all = branches(schema);
    return !all.some(takesAnyText) && all.some(isScalar);
}
/** The schemas of which one has to hold, taken apart as far as that goes. */
const branches = (schema) => Array.isArray(schema.anyOf) ? schema.anyOf.flatMap((one) => (isSchema(one) ? branches(one) : [])) : [schema];
const takesAnyText = ({ type, pattern, enum: words, const: word }) => (type === undefined || type === 'string') && pattern === undefined && words === undefined && word === undefined;
const isScalar = ({ type }) => type !== 'object' && type !== 'array' && type !== 'null';
const isSchema = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

;// CONCATENATED MODULE: ./lib/app/describe/tree.js
/** Stands for a key that the user chooses. */
const ANY_NAME = '<name>';
/** The tree of a schema. */
function optionTree(schema, place) {
    return { ...place, schema, children: childrenOf(schema, place.path) };
}
/** Mappings, what may stand instead of them, what lists hold, and what keys of the user's own choice hold. */
function childrenOf(schema, path) {
    const { properties, items, additionalProperties, anyOf } = schema;
    const cases = casesOf(schema);
    const required = Array.isArray(schema.required) ? schema.required : [];
    const own = Object.entries(tree_isSchema(properties) ? properties : {}).flatMap(([name, value]) => tree_isSchema(value) && !(name === 'config' && cases.length > 0)
        ? [optionTree(value, { name, path: [...path, name], required: required.includes(name) })]
        : []);
    const free = tree_isSchema(additionalProperties)
        ? optionTree(additionalProperties, { name: ANY_NAME, path: [...path, ANY_NAME], required: false })
        : null;
    return onceEach([
        ...own,
        ...typed(cases, path),
        ...(free === null || free.children.length === 0 ? [] : [free]),
        ...(tree_isSchema(items) ? childrenOf(items, path) : []),
        ...(Array.isArray(anyOf) ? anyOf.filter(tree_isSchema).flatMap((one) => childrenOf(one, path)) : [])
    ]);
}
/** One of something, and a list of it, hold the same. */
const onceEach = (nodes) => [...new Map([...nodes].reverse().map((node) => [node.name, node])).values()].reverse();
/** `config` by `type` (recipe/options/typed-schema.ts). */
function casesOf({ allOf }) {
    const cases = Array.isArray(allOf) ? allOf.filter(tree_isSchema) : [];
    return cases.flatMap((one) => {
        const { if: condition, then } = one;
        const type = memberOf(memberOf(memberOf(condition, 'properties'), 'type'), 'const');
        const config = memberOf(memberOf(then, 'properties'), 'config');
        const required = memberOf(then, 'required') !== undefined;
        return typeof type === 'string' && tree_isSchema(config) ? [{ type, config, required }] : [];
    });
}
/** The one type that there is needs no name. */
function typed(cases, path) {
    const configOf = ({ config, required }, around) => optionTree(config, { name: 'config', path: [...around, 'config'], required });
    const [only, ...others] = cases;
    if (only !== undefined && others.length === 0)
        return [configOf(only, path)];
    return cases.map((one) => {
        const inside = [...path, one.type];
        return { name: one.type, path: inside, schema: one.config, required: false, children: [configOf(one, inside)] };
    });
}
const memberOf = (value, name) => tree_isSchema(value) ? value[name] : undefined;
const tree_isSchema = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

;// CONCATENATED MODULE: ./lib/app/describe/describe.js






/** Tells of options by their paths, or by the ends of them (model/request.ts App). */
function describeOptions(paths) {
    const recipe = optionTree(recipeSchema(), { name: 'recipe', path: [], required: false });
    const dag = optionTree(DAG_FILE_SCHEMA, { name: 'dag', path: ['dag'], required: false });
    const all = [recipe, ...below(recipe), dag, ...below(dag)];
    const asked = paths.length === 0 ? ['recipe'] : paths;
    const found = asked.flatMap((path) => nodesAt(path, all));
    return { options: [...new Set(found)].map(describedOption) };
}
const below = ({ children }) => children.flatMap((child) => [child, ...below(child)]);
/**
 * The node of a path, or all those whose paths end in it; keys on the way may be left out.
 * @throws AppError when there is none.
 */
function nodesAt(path, all) {
    const keys = path.split('.');
    const exact = all.find((node) => pathOf(node) === path);
    if (exact !== undefined)
        return [exact];
    const plain = all.filter((node) => leadsTo(keys, node.path));
    if (plain.length > 0)
        return plain;
    const named = all.filter((node) => leadsTo(keys, node.path, ANY_NAME));
    if (named.length > 0)
        return named;
    const names = [...new Set(all.map(({ name }) => name))].filter((name) => name !== ANY_NAME);
    const near = (0,suggest/* suggest */.Z)(path, all.map(pathOf)) ?? (0,suggest/* suggest */.Z)(keys.at(-1) ?? '', names);
    const cure = near === null ? "'datahub-glue describe' lists what a recipe holds" : `did you mean '${near}'?`;
    throw new errors/* AppError */.u(`There is no option ${(0,quote/* quoted */.TL)(path)}`, { kind: 'input', code: 'unknown-option', cure });
}
/** Whether the keys are among those of the path, in their order, and the last is the path's last. `any` is any key. */
function leadsTo(keys, path, any) {
    if (path.at(-1) !== keys.at(-1))
        return false;
    let at = 0;
    for (const part of path)
        if (at < keys.length && (keys[at] === part || part === any))
            at += 1;
    return at === keys.length;
}
const pathOf = ({ name, path }) => (path.length === 0 ? name : path.join('.'));
/** What a type holds is shown with the type: its `config` alone is not worth a line. */
function describedOption(node) {
    const { schema, required } = node;
    const members = insideOf(node).map((child) => ({
        name: child.name,
        schema: child.schema,
        required: child.required,
        holds: insideOf(child).map(({ name }) => name)
    }));
    return { path: pathOf(node), schema, required, members };
}
function insideOf({ children }) {
    const [only, ...others] = children;
    return only?.name === 'config' && others.length === 0 ? insideOf(only) : children;
}


/***/ })

};
