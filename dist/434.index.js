export const id = 434;
export const ids = [434];
export const modules = {

/***/ 1053:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G: () => (/* binding */ runRecipe),
  w: () => (/* binding */ withInputs)
});

// EXTERNAL MODULE: ./lib/report/fold.js + 1 modules
var report_fold = __webpack_require__(7360);
// EXTERNAL MODULE: ./lib/report/stop.js
var report_stop = __webpack_require__(8596);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/core/once.js
var once = __webpack_require__(3898);
// EXTERNAL MODULE: ./lib/datahub/domain-registry.js
var domain_registry = __webpack_require__(3875);
;// CONCATENATED MODULE: ./lib/datahub/recent-reader.js
/** Answers that are remembered: several aspects of each entity of a page. */
const MOST = 512;
/**
 * A reader that remembers what it was told last. Transformers of one recipe ask for the same aspect one after the other,
 * each for a page of entities at once, and all of them mean what DataHub held before the run writes it.
 */
class RecentReader {
    #reader;
    #answers = new Map();
    constructor(reader) {
        this.#reader = reader;
    }
    async aspect(urn, aspectName) {
        const key = `${aspectName} ${urn}`;
        const known = this.#answers.get(key);
        if (known !== undefined)
            return known;
        const asked = this.#reader.aspect(urn, aspectName);
        this.#answers.set(key, asked);
        const [oldest] = this.#answers.keys();
        if (this.#answers.size > MOST && oldest !== undefined)
            this.#answers.delete(oldest);
        try {
            return await asked;
        }
        catch (error) {
            // Not being told is no answer.
            this.#answers.delete(key);
            throw error;
        }
    }
    urnsNamed(entityType, name) {
        return this.#reader.urnsNamed(entityType, name);
    }
}

// EXTERNAL MODULE: ./lib/process/chain.js + 10 modules
var process_chain = __webpack_require__(3280);
// EXTERNAL MODULE: ./lib/process/transform/transformers.js + 14 modules
var transform_transformers = __webpack_require__(6305);
// EXTERNAL MODULE: ./lib/sink/dead-letters.js
var dead_letters = __webpack_require__(4261);
// EXTERNAL MODULE: ./lib/sink/open.js + 12 modules
var sink_open = __webpack_require__(5328);
// EXTERNAL MODULE: ./lib/source/glue/source.js + 72 modules
var glue_source = __webpack_require__(8272);
// EXTERNAL MODULE: ./lib/app/losses.js
var losses = __webpack_require__(5144);
// EXTERNAL MODULE: ./lib/app/stateful/open.js + 13 modules
var stateful_open = __webpack_require__(9461);
;// CONCATENATED MODULE: ./lib/app/deliver-recipe.js











/** Opens both ends of the run, moves everything from the one to the other, and closes them whatever happens. */
async function deliverRecipe(recipe, openSession, run, progress) {
    const deps = sinkDeps(recipe, run, progress.run);
    const { thread } = run.deps;
    const writer = thread === undefined ? null : (0,sink_open/* startWriter */.h)(recipe.sink, deps, thread);
    try {
        const session = await openSession();
        try {
            await deliverTo(recipe, session, run, { progress, deps: writer === null ? deps : { ...deps, writer } });
        }
        finally {
            session.close();
        }
    }
    finally {
        writer?.close();
    }
}
async function deliverTo(recipe, session, run, { progress, deps }) {
    progress.identity = session.identity;
    const sink = await (0,sink_open/* openSink */.A)(recipe.sink, deps);
    try {
        progress.sink = sink.report;
        const { target, version } = sink.report;
        run.deps.logger.info(`Sink: ${target}${version === null ? '' : ` (${version})`}`);
        await progress.history?.begin();
        await move(recipe, { session, sink }, run, progress);
    }
    finally {
        sink.close();
    }
}
async function move(recipe, ends, run, progress) {
    const { session, sink } = ends;
    const stateful = await (0,stateful_open/* openStateful */.F)(recipe, ends, run, progress.run);
    try {
        const emit = stateful?.emit ?? run.emit;
        const source = new glue_source/* GlueSource */.p(recipe.source, sourceDeps(session, sink, run));
        const between = stateful?.removal?.stage;
        const chain = { ...chainOf(recipe, sink, run), ...(between === undefined ? {} : { between }), emit };
        const made = unlessCancelled((0,process_chain/* processed */.B)(source.read(emit), chain), run.deps.signal);
        const units = stateful?.incremental?.through(made) ?? made;
        const letters = lettersOf(recipe, run, progress.run);
        await (0,losses/* keepLosses */.L)(delivered(units, sink, stateful, { emit, history: progress.history }), letters, (kept) => {
            progress.deadLetters = kept;
        });
        await stateful?.removal?.commit();
        await stateful?.incremental?.commit(stateful.removal?.stateOf ?? null);
    }
    finally {
        await stateful?.close();
    }
}
/**
 * Everything that the run makes, and then what is stale. A server has taken the one before the other is decided; of a file
 * both are parts, and it is whole or not at all.
 */
async function* delivered(units, { sink, client }, stateful, { emit, history }) {
    const stale = stateful === null ? null : removals(stateful);
    const deliveries = stale === null ? [units] : client === null ? [joined(units, stale)] : [units, stale];
    for (const part of deliveries) {
        for await (const outcomes of sink.deliver(part, emit)) {
            stateful?.removal?.note(outcomes);
            stateful?.incremental?.note(outcomes);
            history?.written.add(outcomes);
            yield outcomes;
        }
    }
}
/** What is removed is no longer as the last run left it, even should this one never end. */
function removals({ removal, incremental }) {
    if (removal === null)
        return null;
    async function* noted(units) {
        for await (const page of units) {
            await incremental?.begin();
            yield page;
        }
    }
    return noted(removal.units());
}
async function* joined(...parts) {
    for (const part of parts)
        yield* part;
}
function sourceDeps(session, sink, run) {
    const where = { region: session.region, account: session.identity.account, arn: session.identity.arn };
    const { clock, signal, thread } = run.deps;
    return {
        client: session.glueClient(),
        lakeFormation: session.lakeFormationClient(),
        s3: (0,once/* once */.O)(() => session.s3Client()),
        where,
        datahub: sink.reader,
        search: sink.reader,
        clock,
        signal,
        ...(thread === undefined ? {} : { sqlThread: thread })
    };
}
function chainOf(recipe, sink, { deps }) {
    const datahub = sink.reader === null ? null : new RecentReader(sink.reader);
    const transformDeps = { datahub, domains: new domain_registry/* DomainRegistry */.A(datahub), now: deps.clock.now() };
    const transformers = (0,transform_transformers/* transformStages */.m)(recipe.transformers, transformDeps);
    return { source: recipe.source, flags: recipe.flags, gms: sink.gms, transformers };
}
/** Reading ends quietly when it is cancelled; a sink has to know that this is not the end of the catalogue. */
async function* unlessCancelled(units, signal) {
    yield* units;
    signal.throwIfAborted();
}
function lettersOf(recipe, { request, deps, emit, letterFile }, run) {
    if (recipe.sink.type !== 'datahub-rest' || request.dryRun)
        return null;
    const shownPath = recipe.failureLog ?? (0,external_node_path_.join)(request.outDir, letterFile);
    const path = (0,external_node_path_.resolve)(deps.cwd, shownPath);
    return new dead_letters/* DeadLetters */.g({ path, shownPath, stamp: stampOf(recipe, run), clock: deps.clock, emit });
}
const stampOf = ({ flags }, run) => ({
    run,
    setSystemMetadata: flags.setSystemMetadata,
    setPipelineName: flags.setSystemMetadataPipelineName
});
function sinkDeps(recipe, { deps, env, request, emit, late }, run) {
    const { cwd, clock, stdout, mask } = deps;
    return {
        env,
        cwd,
        clock,
        stdout,
        mask,
        emit,
        signal: late,
        dryRun: request.dryRun,
        stamp: stampOf(recipe, run)
    };
}

// EXTERNAL MODULE: ./lib/app/grace.js
var grace = __webpack_require__(5131);
// EXTERNAL MODULE: ./lib/app/load-recipe.js
var load_recipe = __webpack_require__(4034);
// EXTERNAL MODULE: ./lib/app/recipe-session.js + 17 modules
var recipe_session = __webpack_require__(9006);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/json.js
var json = __webpack_require__(3085);
// EXTERNAL MODULE: ./lib/datahub/connect.js + 4 modules
var connect = __webpack_require__(5215);
// EXTERNAL MODULE: ./lib/report/history/aspects.js
var aspects = __webpack_require__(1576);
// EXTERNAL MODULE: ./lib/report/history/redact-recipe.js
var redact_recipe = __webpack_require__(9595);
// EXTERNAL MODULE: ./lib/model/tool.js
var tool = __webpack_require__(1207);
;// CONCATENATED MODULE: ./lib/report/history/structured.js

/** Names of a kind that are shown. */
const SAMPLE = 10;
/**
 * The report of a run in the layout that DataHub's user interface reads (ingestion/api/source.py, sink.py). `aspects`:
 * how many of each entity type and aspect were written.
 */
function structuredReport(run, aspects, runUrl) {
    const { counts } = run;
    const at = Date.parse(run.startedAt);
    const seconds = Math.max(run.durationSeconds, 0.001);
    return {
        cli: {
            cli_version: tool/* TOOL */.j.version,
            cli_entry_location: tool/* TOOL */.j.name,
            ...(runUrl === null ? {} : { github_run: runUrl })
        },
        source: {
            type: 'glue',
            report: {
                aspects,
                events_produced: counts.produced,
                events_produced_per_sec: Math.floor(counts.produced / seconds),
                platform: 'glue',
                tables_scanned: counts.tables,
                views_scanned: counts.views,
                filtered: run.filtered.flatMap(({ names }) => names).slice(0, SAMPLE),
                databases: { filtered: [], processed: run.databases.map(({ name }) => name).slice(0, SAMPLE) },
                soft_deleted_stale_entities: sampled(run.removed),
                start_time: new Date(at).toISOString(),
                running_time: `${run.durationSeconds} seconds`,
                failures: [...run.failures.map(entryOf), ...stopped(run)],
                warnings: run.warnings.map(entryOf),
                infos: run.notices.map(entryOf)
            }
        },
        sink: {
            type: run.sink?.type ?? 'datahub-rest',
            report: {
                total_records_written: counts.written + counts.accepted,
                records_written_per_second: Math.floor((counts.written + counts.accepted) / seconds),
                unchanged: counts.unchanged,
                rejected: counts.rejected,
                undelivered: counts.undelivered,
                gms_version: run.sink?.version ?? null,
                failures: [],
                warnings: []
            }
        }
    };
}
const entryOf = ({ code, message, cure, count, resources }) => ({
    title: code,
    message: cure === undefined ? message : `${message} ${cure}`,
    context: count > resources.length ? [...resources, `... sampled of ${count} total elements`] : resources
});
const stopped = ({ stopped: stop }) => stop === null ? [] : [{ title: stop.code, message: stop.message, context: [] }];
const sampled = (urns) => urns.length <= SAMPLE ? urns : [...urns.slice(0, SAMPLE), `... sampled of ${urns.length} total elements`];

;// CONCATENATED MODULE: ./lib/report/history/written.js
/** How many of each entity type and aspect were written. */
class WrittenAspects {
    #counts = new Map();
    add(outcomes) {
        for (const { unit, kind } of outcomes) {
            if (kind !== 'written' && kind !== 'accepted')
                continue;
            const aspects = this.#counts.get(unit.entityType) ?? new Map();
            this.#counts.set(unit.entityType, aspects);
            aspects.set(unit.aspectName, (aspects.get(unit.aspectName) ?? 0) + 1);
        }
    }
    /** `{"dataset": {"schemaMetadata": 412}}`. */
    toJson() {
        return Object.fromEntries([...this.#counts].map(([type, aspects]) => [type, Object.fromEntries(aspects)]));
    }
}

// EXTERNAL MODULE: ./lib/report/redact.js
var redact = __webpack_require__(6749);
// EXTERNAL MODULE: ./lib/report/render/style.js
var style = __webpack_require__(6674);
// EXTERNAL MODULE: ./lib/report/render/text-run.js
var text_run = __webpack_require__(5248);
;// CONCATENATED MODULE: ./lib/app/run-history.js












/** A cancelled run has a few seconds left. */
const HASTY = { retryMaxTimes: 0, timeoutSeconds: 3 };
/**
 * Shows the run in DataHub's ingestion tab, among those of DataHub's own CLI: that it has begun, and at its very end how it
 * ended. What cannot be told there is a warning, and does not change what the run has done.
 */
class RunHistory {
    written = new WrittenAspects();
    #recipe;
    #run;
    #invocation;
    #emit;
    #redactor = new redact/* Redactor */.p();
    #hasBegun = false;
    constructor(recipe, run, invocation, secrets) {
        this.#recipe = recipe;
        this.#run = run;
        this.#invocation = invocation;
        this.#emit = invocation.emit;
        for (const secret of secrets)
            this.#redactor.add(secret);
    }
    /** To be called once DataHub is known to be there. */
    async begin() {
        const { request, deps } = this.#invocation;
        const reporter = this.#recipe.reporting.find(({ type }) => type === 'datahub');
        if (this.#recipe.sink.type !== 'datahub-rest' || request.dryRun)
            return;
        if (!request.history && reporter === undefined)
            return;
        this.#hasBegun = true;
        if ((0,aspects/* isRequest */.ks)(this.#run.runId))
            return;
        const isShown = reporter?.type !== 'datahub' || reporter.reportsRecipe;
        const recipe = isShown ? (0,json/* asciiJson */.i)(this.#redactor.value((0,redact_recipe/* redactedRecipe */.F3)(this.#recipe.asWritten))) : '';
        await this.#send([
            [(0,aspects/* sourceUrn */.HS)(this.#key), 'dataHubIngestionSourceInfo', (0,aspects/* sourceInfo */.AJ)(this.#key, recipe)],
            [this.#urn, 'dataHubExecutionRequestInput', (0,aspects/* requestInput */.uD)(this.#key, recipe, deps.clock.now())]
        ]);
    }
    /** The last thing that a run does. */
    async end(report) {
        const runUrl = this.#invocation.deps.github?.runUrl ?? null;
        const told = this.#redactor.value(report);
        const structured = structuredReport(told, this.written.toJson(), runUrl);
        await this.#writeFiles(structured);
        if (!this.#hasBegun)
            return;
        const link = runUrl === null ? [] : [`GitHub Actions: ${runUrl}`, ''];
        const text = [...link, ...(0,text_run/* runBlock */.r)(told, (0,style/* styleOf */.V)(false)), ''].join('\n');
        await this.#send([[this.#urn, 'dataHubExecutionRequestResult', (0,aspects/* requestResult */.XO)(told, structured, text)]], report.status === 'cancelled');
    }
    /** The reporter `file` (reporting/file_reporter.py). */
    async #writeFiles(structured) {
        for (const reporter of this.#recipe.reporting) {
            if (reporter.type !== 'file')
                continue;
            try {
                await (0,promises_.writeFile)((0,external_node_path_.resolve)(this.#invocation.deps.cwd, reporter.filename), (0,json/* asciiJson */.i)(structured));
            }
            catch (error) {
                const message = `The run could not be reported to the file: ${(0,errors/* messageOf */.b)(error)}`;
                const failure = { code: 'report-not-written', message, resource: reporter.filename };
                this.#emit({ type: 'failed', severity: reporter.required ? 'failure' : 'warning', failure });
            }
        }
    }
    get #urn() {
        return (0,aspects/* requestUrn */.TH)(this.#run.runId);
    }
    get #key() {
        return { pipelineName: this.#run.pipelineName, platformInstance: this.#recipe.source.platformInstance };
    }
    async #send(aspects, hasty = false) {
        const { sink } = this.#recipe;
        const { env, deps } = this.#invocation;
        if (sink.type !== 'datahub-rest')
            return;
        let gms = null;
        try {
            const { cwd, clock } = deps;
            // Not the run's signal: a run that was cancelled has an end that is worth telling.
            const signal = new AbortController().signal;
            gms = await (0,connect/* connectGms */.I)(hasty ? { ...sink, ...HASTY } : sink, 1, { env, cwd, clock, signal, mask: deps.mask });
            for (const [urn, aspectName, aspect] of aspects) {
                const answer = await gms.client.propose({ urn, entityType: urn.split(':')[2] ?? '', aspectName, aspect }, this.#emit);
                if (answer.kind !== 'ok')
                    throw new Error(answer.message);
            }
        }
        catch (error) {
            const message = `The run could not be shown in DataHub's ingestion tab: ${(0,errors/* messageOf */.b)(error)}`;
            const isRequired = this.#recipe.reporting.some(({ type, required }) => type === 'datahub' && required);
            this.#emit({
                type: 'failed',
                severity: isRequired ? 'failure' : 'warning',
                failure: { ...NOT_SHOWN, message }
            });
        }
        finally {
            gms?.close();
        }
    }
}
const NOT_SHOWN = {
    code: 'history-not-written',
    cure: 'Give the token the privilege to manage ingestion sources and executions, or run with --no-default-report'
};

// EXTERNAL MODULE: ./lib/app/run-id.js
var run_id = __webpack_require__(4426);
// EXTERNAL MODULE: ./lib/app/settle-recipe.js
var settle_recipe = __webpack_require__(3071);
;// CONCATENATED MODULE: ./lib/app/run-recipe.js










/** Runs one recipe from its text to its report. Never rejects: why a run broke off stands in the report. */
async function runRecipe(file, given) {
    const { index, ...invocation } = given;
    const { request, deps } = invocation;
    const fold = new report_fold/* ReportFold */.s();
    const emit = (event) => {
        fold.add(event);
        deps.onEvent(event);
    };
    const startedAt = deps.clock.now();
    const begun = deps.clock.monotonic();
    const run = { runId: (0,run_id/* makeRunId */.f)(deps.clock), pipelineName: null };
    const progress = { run, identity: null, sink: null, diagnostics: [], deadLetters: null, history: null };
    const stopped = await stopOfRun(() => perform(file, { ...invocation, emit, letterFile: (0,losses/* letterFileOf */.g)(index) }, progress), invocation);
    const end = {
        ...progress.run,
        recipe: file,
        dryRun: request.dryRun,
        startedAt: new Date(startedAt).toISOString(),
        durationSeconds: Math.round(deps.clock.monotonic() - begun) / 1000,
        identity: progress.identity,
        sink: progress.sink,
        stopped,
        deadLetters: progress.deadLetters,
        diagnostics: progress.diagnostics,
        failOn: request.failOn
    };
    await progress.history?.end(fold.finish(end));
    // Telling it may have failed, which is told too.
    return fold.finish(end);
}
async function stopOfRun(work, { deps }) {
    try {
        await work();
        return deps.signal.aborted ? report_stop/* CANCELLED */.g : null;
    }
    catch (thrown) {
        const stop = (0,report_stop/* stopOf */.E)(thrown, deps.signal);
        if (stop.kind === 'defect' && thrown instanceof Error)
            deps.logger.debug(thrown.stack ?? thrown.message);
        return stop;
    }
}
async function perform(file, run, progress) {
    const { request, deps, env } = run;
    deps.signal.throwIfAborted();
    const read = await (0,load_recipe/* recipeReader */._s)(file, { env, cwd: deps.cwd, inputs: request, mode: 'ingest' });
    const open = (known, kept) => (0,recipe_session/* openRecipeSession */.p)(withInputs(known, request, env), run, kept);
    const settled = await (0,settle_recipe/* settleRecipe */.K)({ file, read, open, mask: deps.mask, signal: deps.signal });
    const { parsed } = settled;
    progress.diagnostics = parsed.ok ? parsed.value.diagnostics : parsed.error;
    if (!parsed.ok)
        return;
    const { secrets } = parsed.value;
    const recipe = withInputs(parsed.value.recipe, request, env);
    for (const secret of secrets)
        deps.mask(secret);
    progress.run = { runId: recipe.runId ?? progress.run.runId, pipelineName: recipe.pipelineName };
    progress.history = new RunHistory(recipe, progress.run, run, secrets);
    deps.logger.info(`Recipe: ${file}, run ${progress.run.runId}${request.dryRun ? ' (dry run)' : ''}`);
    const session = async () => settled.session ?? (await open(recipe));
    await (0,grace/* withGrace */.p)(deps.signal, deps.clock, (late) => deliverRecipe(recipe, session, { ...run, late }, progress));
}
/**
 * What is this program's own is asked for by inputs, so that a recipe always stays valid for DataHub's own CLI, and what
 * that takes from its environment is taken from there.
 */
const withInputs = (recipe, { columnStatistics }, env) => ({
    ...recipe,
    source: { ...recipe.source, columnStatistics, lowercaseUrns: env.DATAHUB_DATASET_URN_TO_LOWER === 'true' }
});


/***/ }),

/***/ 9461:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  F: () => (/* binding */ openStateful)
});

// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/datahub/gms-probe.js
var gms_probe = __webpack_require__(8929);
// EXTERNAL MODULE: ./lib/datahub/urn.js
var urn = __webpack_require__(8568);
// EXTERNAL MODULE: ./lib/model/aws-partition.js
var aws_partition = __webpack_require__(2723);
// EXTERNAL MODULE: ./lib/source/glue/map/container.js
var container = __webpack_require__(6446);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-glue/dist-cjs/index.js
var dist_cjs = __webpack_require__(6542);
// EXTERNAL MODULE: ./lib/model/aws-call-error.js
var aws_call_error = __webpack_require__(9597);
// EXTERNAL MODULE: ./lib/source/glue/map/table-urn.js
var table_urn = __webpack_require__(6232);
// EXTERNAL MODULE: ./lib/source/glue/read/pages.js
var pages = __webpack_require__(4464);
// EXTERNAL MODULE: ./lib/source/glue/read/selection.js
var selection = __webpack_require__(1546);
;// CONCATENATED MODULE: ./lib/source/glue/read/existence.js






/** Asks AWS Glue for single databases, tables and jobs. */
class GlueExistence {
    #deps;
    constructor(deps) {
        this.#deps = deps;
    }
    async database(name, urn) {
        const { client, options, signal } = this.#deps;
        if (!options.databasePattern.allows(name))
            return 'left-out';
        if (urn !== null && (0,container/* databaseUrn */.TQ)(name, options) !== urn)
            return 'left-out';
        return presenceOf(async () => {
            const command = new dist_cjs/* GetDatabaseCommand */.vU({ ...(0,pages/* catalogueOf */.v)(options), Name: name });
            const { Database } = await client.send(command, { abortSignal: signal });
            // The SDK's types allow members that are undefined, where its answers leave them out.
            return (0,selection/* databaseVerdict */.NQ)(options, (Database ?? {}), name) === 'keep' ? 'there' : 'left-out';
        });
    }
    async table(database, name, urn) {
        const { client, options, signal } = this.#deps;
        const isWanted = options.databasePattern.allows(database) && options.tablePattern.allows(`${database}.${name}`);
        if (!isWanted)
            return 'left-out';
        return presenceOf(async () => {
            const command = new dist_cjs/* GetTableCommand */.QuZ({ ...(0,pages/* catalogueOf */.v)(options), DatabaseName: database, Name: name });
            const answer = await client.send(command, { abortSignal: signal });
            // As above.
            const table = (answer.Table ?? {});
            // Behind the link of a database a table has the link's account, or none, in place of its owner's.
            const owners = [table.CatalogId, options.catalogId ?? undefined, undefined];
            const isMade = owners.some((owner) => (0,table_urn/* tableUrn */.kG)(`${database}.${name}`, owner, options) === urn);
            return isMade && (0,selection/* tableVerdict */.Ck)(options, table, database, name) === 'keep' ? 'there' : 'left-out';
        });
    }
    async job(name, urn) {
        const { client, options, signal, flowUrn } = this.#deps;
        if (!options.jobs || flowUrn(name) !== urn)
            return 'left-out';
        return presenceOf(async () => {
            await client.send(new dist_cjs/* GetJobCommand */.jEM({ JobName: name }), { abortSignal: signal });
            return 'there';
        });
    }
}
/**
 * What AWS's answer says. Lake Formation hides what it does not grant; an IAM policy that lacks the action says nothing of
 * the resource.
 */
async function presenceOf(ask) {
    try {
        return await ask();
    }
    catch (error) {
        if (!(error instanceof aws_call_error/* AwsCallError */.i))
            throw error;
        if (error.kind === 'not-found')
            return 'gone';
        if (error.kind !== 'denied')
            return 'unknown';
        return isLackOfAction(error.message) ? 'not-allowed' : 'hidden';
    }
}
/** `User: … is not authorized to perform: glue:GetTable on resource: … because no identity-based policy allows …` */
const isLackOfAction = (message) => /is not authorized to perform/iu.test(message) && !/lake ?formation/iu.test(message);

// EXTERNAL MODULE: ./lib/state/checkpoint/checkpoint.js
var checkpoint = __webpack_require__(6636);
// EXTERNAL MODULE: ./lib/datahub/urn-set.js
var urn_set = __webpack_require__(3685);
;// CONCATENATED MODULE: ./lib/state/removal/facts.js

/** What a run has seen of the catalogue, and what became of its work units, as far as removals depend on it. */
class RunFacts {
    #listings = new Map();
    #leftOut = new Set();
    /** Hashes of what a failure or warning was told of: a catalogue's worth of names would not fit. */
    #troubled = new urn_set/* UrnSet */.G();
    #databasesListed = false;
    #jobsListed = false;
    #produced = 0;
    #lost = 0;
    #accepted = 0;
    #databases = 0;
    /** Never throws. */
    add(event) {
        switch (event.type) {
            case 'databases-listed':
                this.#databasesListed = event.complete;
                this.#databases = event.count;
                return;
            case 'jobs-listed':
                this.#jobsListed = event.complete;
                return;
            case 'listing-ended':
                this.#listings.set(event.database, event.listing);
                return;
            case 'filtered':
                if (event.kind === 'database')
                    this.#leftOut.add(event.name);
                return;
            case 'failed':
                if (event.failure.resource !== undefined)
                    this.#troubled.add(event.failure.resource);
                return;
            case 'produced':
                this.#produced += event.count;
                return;
            case 'delivered':
                if (event.kind === 'rejected' || event.kind === 'undelivered')
                    this.#lost += event.count;
                if (event.kind === 'accepted')
                    this.#accepted += event.count;
                return;
            default:
                return;
        }
    }
    /** Whether every database of the catalogue was listed, and there was at least one. */
    get databasesComplete() {
        return this.#databasesListed && this.#databases > 0;
    }
    get jobsComplete() {
        return this.#jobsListed;
    }
    get producedNothing() {
        return this.#produced === 0;
    }
    /** Work units that were refused or could not be sent. */
    get lost() {
        return this.#lost;
    }
    /** Work units of which GMS only said that it will store them. */
    get accepted() {
        return this.#accepted;
    }
    /** How far the listing of a database came; null: it was not listed. */
    listingOf(database) {
        return this.#listings.get(database) ?? null;
    }
    /** Whether a database is in the catalogue, and a rule of the recipe keeps it out. */
    isLeftOut(database) {
        return this.#leftOut.has(database);
    }
    /** Databases of the catalogue, with those that are left out. */
    get databases() {
        return [...this.#listings.keys(), ...this.#leftOut];
    }
    /** Whether anything was told to have gone wrong with a resource. */
    isTroubled(resource) {
        return this.#troubled.has(resource);
    }
}

;// CONCATENATED MODULE: ./lib/state/removal/identify.js
const DATASET = /^urn:li:dataset:\(urn:li:dataPlatform:([^,]*),(.*),[A-Z_]+\)$/su;
const FLOW = /^urn:li:dataFlow:\(([^,]*),(.*),[^,]*\)$/su;
const JOB = /^urn:li:dataJob:\((urn:li:dataFlow:\(([^,]*),.*,[^,]*\)),[^,]*\)$/su;
/** Finds out what a urn stands for. */
function identify(urn, owned) {
    if (urn.startsWith('urn:li:container:'))
        return { kind: 'database' };
    const dataset = DATASET.exec(urn);
    if (dataset?.[1] === owned.platform)
        return tableOf(dataset[2] ?? '', owned);
    const flow = FLOW.exec(urn);
    if (flow?.[1] === owned.platform)
        return { kind: 'job', name: decoded(flow[2] ?? '') };
    const job = JOB.exec(urn);
    if (job?.[2] === owned.platform)
        return { kind: 'step', flow: job[1] ?? '' };
    return { kind: 'foreign' };
}
/** The type of a urn's entity: `urn:li:dataset:…`. */
const entityTypeOf = (urn) => urn.split(':', 3)[2] ?? '';
function tableOf(name, { instances }) {
    const names = [...new Set([name, decoded(name)])].flatMap((whole) => [whole, ...withoutInstance(whole, instances)]);
    const places = names.flatMap(placesIn);
    return places.length === 0 ? { kind: 'foreign' } : { kind: 'table', places };
}
const withoutInstance = (name, instances) => instances.filter((instance) => name.startsWith(`${instance}.`)).map((instance) => name.slice(instance.length + 1));
/** Every way in which `a.b.c` can be a database and a table. */
function placesIn(name) {
    const places = [];
    for (let dot = name.indexOf('.', 1); dot > 0 && dot < name.length - 1; dot = name.indexOf('.', dot + 1)) {
        places.push({ database: name.slice(0, dot), table: name.slice(dot + 1) });
    }
    return places;
}
/** The characters that are reserved in urns (datahub/urn.ts encodeUrnPart). */
const decoded = (part) => part.replace(/%2C|%28|%29|%E2%90%9F/gi, decodeURIComponent);

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/state/checkpoint/payload.js + 3 modules
var payload = __webpack_require__(5425);
;// CONCATENATED MODULE: ./lib/state/urn-spool.js






/** What is written at once, in characters. */
const CHUNK = 256 * 1024;
/** Entities that come and go by themselves and are never removed as stale (state/entity_removal_state.py). */
const PASSING_TYPES = new Set(['dataProcessInstance', 'query']);
/**
 * What the state does not know of where definitions of properties are written to a GMS: the peer writes them past its
 * processors (glue.py _get_column_param_workunits), and would remove those that it found in a state.
 */
const LEFT_OUT_WITH_GMS = new Set([...PASSING_TYPES, 'structuredProperty']);
/**
 * The urns of a run, each once, in the order in which they came: a hash of each in memory, their texts in a file, since a
 * catalogue's worth of them would not fit.
 */
class UrnSpool {
    #seen = new urn_set/* UrnSet */.G();
    #folder;
    #file;
    #leftOut;
    #open = [];
    #size = 0;
    #isEmpty = true;
    #last = '';
    constructor(folder, file, leftOut) {
        this.#folder = folder;
        this.#file = file;
        this.#leftOut = leftOut;
    }
    /** `leftOut`: types of entities that the state does not know of. */
    static async create(leftOut = PASSING_TYPES) {
        const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'datahub-glue-urns-'));
        return new UrnSpool(folder, await (0,promises_.open)((0,external_node_path_.join)(folder, 'urns'), 'w+'), leftOut);
    }
    get size() {
        return this.#seen.size;
    }
    has(urn) {
        return this.#seen.has(urn);
    }
    /** Notes the entities of work units that pass by. */
    stage = (units) => this.#note(units);
    /** What stands between the brackets of the list in a checkpoint: the urns of the run, then these; in pieces. */
    async list(more) {
        const added = more.filter((urn) => this.#seen.add(urn));
        for (const urn of added)
            this.#push(urn);
        await this.#flush();
        return piecesOf(this.#file.fd);
    }
    /** Takes the file away. */
    async dispose() {
        await this.#file.close();
        await (0,promises_.rm)(this.#folder, { recursive: true, force: true });
    }
    async *#note(units) {
        for await (const page of units) {
            for (const { urn, entityType } of page) {
                // All aspects of an entity come one after the other.
                if (urn === this.#last)
                    continue;
                this.#last = urn;
                if (!this.#leftOut.has(entityType) && this.#seen.add(urn))
                    this.#push(urn);
            }
            if (this.#size > CHUNK)
                await this.#flush();
            yield page;
        }
    }
    #push(urn) {
        const text = `${this.#isEmpty ? '' : ', '}${(0,payload/* urnsText */.kc)([urn])}`;
        this.#isEmpty = false;
        this.#open.push(text);
        this.#size += text.length;
    }
    async #flush() {
        const text = this.#open.join('');
        this.#open = [];
        this.#size = 0;
        await this.#file.appendFile(text);
    }
}
/** A file from its beginning, in one buffer again and again. */
function* piecesOf(file) {
    const buffer = Buffer.allocUnsafe(CHUNK);
    let at = 0;
    for (;;) {
        const count = (0,external_node_fs_.readSync)(file, buffer, 0, buffer.length, at);
        if (count === 0)
            return;
        at += count;
        yield buffer.subarray(0, count);
    }
}

// EXTERNAL MODULE: ./lib/datahub/guid.js
var guid = __webpack_require__(1574);
// EXTERNAL MODULE: ./lib/model/tool.js
var tool = __webpack_require__(1207);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./lib/state/fingerprints/fingerprint.js

/** Aspects that hold no moment of the run, unless a transformer puts one in. */
const TIMELESS = new Set([
    'schemaMetadata',
    'datasetProperties',
    'status',
    'container',
    'subTypes',
    'browsePathsV2',
    'dataPlatformInstance'
]);
/** Milliseconds since the epoch, from 2017 on. */
const MOMENT = /:(1[5-9]\d{11}|[2-9]\d{12})(?=[,}\]])/gu;
/**
 * What tells whether an entity is as it was: its urn and all that is written of it, but for the moments that the run itself
 * puts in, which are those from `since` on (milliseconds since the epoch), in aspects that are not `timeless`.
 */
function fingerprintOf(units, since, timeless = TIMELESS) {
    const texts = [];
    let short = units[0]?.urn ?? '';
    for (const { aspectName, changeType, value } of units) {
        short += `\n${aspectName} ${changeType} `;
        const text = timeless.has(aspectName) ? value : withoutMoments(value, since);
        if (text.length < LONG)
            short += text;
        else {
            texts.push(short, text);
            short = '';
        }
    }
    texts.push(short);
    const digest = (0,external_node_crypto_.hash)('sha256', bytesOf(texts), 'buffer');
    return [digest.readUInt32LE(0), (digest.readUInt32LE(4) | 1) >>> 0];
}
/** Texts of fewer characters are joined before they are written: each writing costs as much as joining so many. */
const LONG = 512;
/** Room for the texts of an entity, used again and again; it grows with the largest one, up to a limit. */
let room = Buffer.allocUnsafeSlow(64 * 1024);
const MOST_ROOM = 1024 * 1024;
/** Texts one behind the other. They are hashed in one call: each call costs as much as hashing a kilobyte. */
function bytesOf(texts) {
    // A urn may hold any character.
    let size = 0;
    for (const text of texts)
        size += 3 * text.length;
    if (size > MOST_ROOM)
        return Buffer.from(texts.join(''));
    if (size > room.length)
        room = Buffer.allocUnsafeSlow(Math.min(MOST_ROOM, 2 * size));
    let at = 0;
    for (const text of texts)
        at += room.write(text, at);
    return room.subarray(0, at);
}
const withoutMoments = (value, since) => value.replace(MOMENT, (whole, moment) => (Number(moment) >= since ? ':0' : whole));

// EXTERNAL MODULE: ./lib/state/fingerprints/ledger.js
var fingerprints_ledger = __webpack_require__(898);
// EXTERNAL MODULE: ./lib/state/fingerprints/schema-change.js
var schema_change = __webpack_require__(8777);
// EXTERNAL MODULE: ./lib/datahub/hash-set.js
var hash_set = __webpack_require__(7638);
;// CONCATENATED MODULE: ./lib/state/fingerprints/tracker.js



/**
 * Tells entities that are as they were from those that have changed, and takes note of what DataHub acknowledges. What is
 * remembered: a hash of every entity, of the urns that are sent beside others that are not, and the work units under way.
 *
 * What comes later of an entity that is sent is sent too, as it was or not: it may be a PATCH of what is written anew.
 */
class Tracker {
    #deps;
    #acknowledged = new hash_set/* HashSet */.b();
    #pending = new Map();
    #sent = new urn_set/* UrnSet */.G();
    constructor(deps) {
        this.#deps = deps;
    }
    /** Fingerprints of the entities that DataHub holds as this run made them. */
    get acknowledged() {
        return this.#acknowledged;
    }
    /** Hands on what is to be sent. What is left out counts as produced and as unchanged. */
    async *through(units) {
        let open = [];
        for await (const page of units) {
            const entities = [];
            for (const unit of page) {
                if (open.length > 0 && open[0]?.urn !== unit.urn) {
                    entities.push(open);
                    open = [];
                }
                open.push(unit);
            }
            const out = await this.#sort(entities);
            if (out.length > 0)
                yield out;
        }
        const rest = await this.#sort(open.length === 0 ? [] : [open]);
        if (rest.length > 0)
            yield rest;
    }
    /** Takes note of the fate of work units. */
    note(outcomes) {
        for (const { unit, kind } of outcomes) {
            const pending = this.#pending.get(unit);
            if (pending === undefined)
                continue;
            this.#pending.delete(unit);
            pending.left -= 1;
            pending.isWhole &&= kind === 'written';
            if (pending.left === 0 && pending.isWhole)
                this.#acknowledged.add(...pending.fingerprint);
        }
    }
    async #sort(entities) {
        const { known, skips, since, timeless, changed, emit } = this.#deps;
        const out = [];
        const news = [];
        let skipped = 0;
        for (const units of entities) {
            const urn = units[0]?.urn ?? '';
            const fingerprint = fingerprintOf(units, since, timeless);
            const isKnown = known?.has(...fingerprint) === true;
            if (isKnown && skips && !this.#sent.has(urn)) {
                skipped += units.length;
                this.#acknowledged.add(...fingerprint);
                continue;
            }
            if (skips)
                this.#sent.add(urn);
            if (!isKnown)
                news.push({ urn, units });
            const pending = { fingerprint, left: units.length, isWhole: true };
            for (const unit of units)
                this.#pending.set(unit, pending);
            out.push(...units);
        }
        if (skipped > 0) {
            emit({ type: 'produced', count: skipped });
            emit({ type: 'delivered', kind: 'unchanged', count: skipped });
        }
        if (news.length > 0)
            await changed(news);
        return out;
    }
}

;// CONCATENATED MODULE: ./lib/app/stateful/incremental.js







/** Every so-manieth run sends everything: what others have changed in DataHub meanwhile is mended then. */
const FULL_PASS_EVERY = 24;
/** Of more changed tables than this in a run, columns are not compared. */
const MOST_READ = 5_000;
/** Whether a recipe's transformers put the moment of the run into schemas: terms of columns say when they were added. */
const stampsSchemas = ({ transformers }) => transformers.some(({ kind }) => kind === 'add-field-terms');
/** What recipe, tool and server are, in one text of a fixed length. Secrets in it cannot be found out from it. */
const basisOf = (recipe, server, version) => (0,guid/* sha256 */.s)(JSON.stringify([recipe.asWritten, recipe.source, recipe.transformers, recipe.flags, tool/* TOOL */.j, server, version]));
/** Knows what DataHub has acknowledged: leaves out what is as it was, and tells how tables have changed. */
class Incremental {
    #deps;
    #last;
    #tracker;
    #isFull;
    #read = 0;
    #begun = null;
    constructor(deps, last) {
        this.#deps = deps;
        this.#last = last;
        // Where another program has run meanwhile, DataHub may hold what that has made.
        const follows = last !== null && last.stateOf === deps.stateOf;
        const fits = follows && last.basis === deps.basis && last.runs + 1 < FULL_PASS_EVERY;
        this.#isFull = !(deps.skips && fits);
        this.#tracker = new Tracker({
            known: last?.fingerprints ?? null,
            skips: !this.#isFull,
            since: deps.now(),
            timeless: deps.stampsSchemas ? new Set([...TIMELESS].filter((name) => name !== 'schemaMetadata')) : TIMELESS,
            changed: (entities) => this.#changed(entities),
            emit: deps.emit
        });
    }
    /** Reads what the last run left. What cannot be read makes a run that sends everything. */
    static async open(deps) {
        const last = await lastLedger(deps);
        if (last !== null)
            deps.emit({ type: 'changes-known' });
        return new Incremental(deps, last);
    }
    through(units) {
        return this.#tracker.through(units);
    }
    note(outcomes) {
        this.#tracker.note(outcomes);
    }
    /** To be called before anything is written that the last run's ledger does not know of, such as a removal. */
    async begin() {
        if (this.#last === null)
            return;
        this.#begun ??= this.#begin();
        await this.#begun;
    }
    /** Keeps what was acknowledged in this run, and in no other. `stateOf`: the run that has left the state by now. */
    async commit(stateOf) {
        const { dryRun, basis, store, emit } = this.#deps;
        if (dryRun)
            return;
        const runs = this.#isFull ? 0 : (this.#last?.runs ?? 0) + 1;
        const ledger = { fingerprints: this.#tracker.acknowledged, basis, runs, stateOf };
        try {
            await store.write(fingerprints_ledger/* LEDGER_JOB */.Q5, (0,fingerprints_ledger/* ledgerAspect */.Ez)({ ...ledger, ...this.#about() }));
        }
        catch (error) {
            const message = `What was written could not be noted in ${store.shown}, so the next run sends everything: ${(0,errors/* messageOf */.b)(error)}`;
            emit({ type: 'failed', severity: 'warning', failure: { code: 'fingerprints-not-kept', message } });
        }
    }
    #about() {
        const { run, now } = this.#deps;
        return { pipelineName: run.pipelineName ?? '', runId: run.runId, now: now() };
    }
    async #changed(entities) {
        if (this.#last === null)
            return;
        await this.begin();
        await Promise.all(entities.map((entity) => this.#tell(entity)));
    }
    /** From here on, should the run never end, nobody knows what was acknowledged last. */
    async #begin() {
        const { dryRun, store, emit } = this.#deps;
        if (dryRun)
            return;
        try {
            await store.write(fingerprints_ledger/* LEDGER_JOB */.Q5, (0,fingerprints_ledger/* begunAspect */.e7)(this.#about()));
        }
        catch (error) {
            const message = `${NOT_BEGUN.message} ${store.shown}: ${(0,errors/* messageOf */.b)(error)}`;
            emit({ type: 'failed', severity: 'failure', failure: { ...NOT_BEGUN, message } });
        }
    }
    /** Compares a table with what DataHub holds of it until now. */
    async #tell({ urn, units }) {
        const { emit } = this.#deps;
        const schema = units.find(({ aspectName }) => aspectName === 'schemaMetadata');
        const main = schema ?? units.find(({ aspectName }) => aspectName === 'datasetProperties');
        if (main === undefined || main.entityType !== 'dataset')
            return;
        const nothing = { urn, added: [], removed: [], retyped: [] };
        const before = await this.#before(main);
        if (before === 'unread')
            emit({ type: 'changed', change: { ...nothing, kind: 'changed' }, isRead: false });
        else if (before === null)
            emit({ type: 'changed', change: { ...nothing, kind: 'new' }, isRead: true });
        else {
            const columns = schema === undefined ? {} : (0,schema_change/* columnChanges */.W)(before, JSON.parse(schema.value));
            const change = { ...nothing, kind: 'changed', ...columns };
            emit({ type: 'changed', change, isRead: true });
        }
    }
    async #before({ urn, aspectName }) {
        this.#read += 1;
        if (this.#read > MOST_READ)
            return 'unread';
        try {
            return await this.#deps.reader.aspect(urn, aspectName);
        }
        catch (error) {
            if (error instanceof errors/* AppError */.u)
                return 'unread';
            throw error;
        }
    }
}
const NOT_BEGUN = {
    code: 'fingerprints-not-kept',
    message: 'That this run writes could not be noted in',
    cure: 'Should this run not come to its end, run it once without `incremental`'
};
async function lastLedger({ store, emit }) {
    try {
        return (0,fingerprints_ledger/* readLedger */.SC)(await store.read(fingerprints_ledger/* LEDGER_JOB */.Q5));
    }
    catch (error) {
        const message = `What the last run wrote cannot be read from ${store.shown}, so everything is sent: ${(0,errors/* messageOf */.b)(error)}`;
        emit({ type: 'failed', severity: 'warning', failure: { code: 'fingerprints-not-read', message } });
        return null;
    }
}

// EXTERNAL MODULE: ./lib/app/stateful/open-store.js + 2 modules
var open_store = __webpack_require__(6936);
// EXTERNAL MODULE: ./lib/core/json.js
var json = __webpack_require__(3085);
;// CONCATENATED MODULE: ./lib/state/checkpoint/store.js


/**
 * The last checkpoint of a job.
 * @throws AppError with its cure when there is one that cannot be read.
 */
async function lastCheckpoint(store, job) {
    try {
        const aspect = await store.read(job);
        return aspect === null ? null : await (0,checkpoint/* readCheckpoint */.HQ)(aspect);
    }
    catch (error) {
        throw new errors/* AppError */.u(`The state of the last run in ${store.shown} cannot be read: ${(0,errors/* messageOf */.b)(error)}`, {
            kind: 'cannot-begin',
            code: 'state-not-read',
            cure: 'Run it again; if it is damaged for good, set `ignore_old_state: true` for one run: nothing is removed then',
            cause: error
        });
    }
}

// EXTERNAL MODULE: ./lib/core/gate.js
var core_gate = __webpack_require__(8532);
;// CONCATENATED MODULE: ./lib/state/removal/judge.js

/** Questions to AWS under way at once. */
const AT_ONCE = 8;
/** Looks at each entity that was missed. */
async function judge(missing, input) {
    const gate = new core_gate/* Gate */.i(AT_ONCE);
    const judging = new Judging(input);
    return Promise.all(missing.map((urn) => gate.run(() => judging.verdictOn(urn))));
}
class Judging {
    #input;
    /** Databases and jobs are asked for once, for all that was in them. */
    #asked = new Map();
    constructor(input) {
        this.#input = input;
    }
    async verdictOn(urn) {
        const thing = this.#input.identify(urn);
        switch (thing.kind) {
            case 'table':
                return this.#table(urn, thing.places);
            case 'database':
                return { urn, verdict: await this.#container(urn) };
            case 'job':
                return { urn, verdict: await this.#job(thing.name, urn) };
            case 'step':
                return { urn, verdict: await this.#step(thing.flow, urn) };
            case 'foreign':
                return { urn, verdict: 'foreign' };
        }
    }
    /** A table is gone when it is in none of the places that its urn may mean. */
    async #table(urn, places) {
        let worst = 'remove';
        let database;
        for (const place of places) {
            const verdict = await this.#place(urn, place);
            if (this.#input.facts.listingOf(place.database) !== null)
                database = place.database;
            if (verdict !== 'remove')
                worst = verdict;
            if (verdict !== 'remove' && verdict !== 'missingOnce')
                break;
        }
        return { urn, verdict: worst, ...(database === undefined ? {} : { database }) };
    }
    async #place(urn, { database, table }) {
        const { facts, existence } = this.#input;
        if (facts.isLeftOut(database))
            return 'remove';
        switch (facts.listingOf(database)) {
            case null:
                return this.#verdict(urn, await this.#database(database));
            case 'denied':
                return 'denied';
            case 'incomplete':
                return 'incomplete';
            case 'complete':
                return this.#verdict(urn, await existence.table(database, table, urn));
            case 'empty': {
                const presence = await existence.table(database, table, urn);
                const isNew = presence === 'gone' && !this.#input.marks.has(urn);
                return isNew ? 'emptied' : this.#verdict(urn, presence);
            }
        }
    }
    async #container(urn) {
        const { facts } = this.#input;
        const name = await this.#input.databaseOf(urn);
        // Nobody can be asked.
        if (name === null)
            return this.#verdict(urn, 'not-allowed');
        if (facts.isLeftOut(name))
            return 'remove';
        // What is in the list and was not made from it is no sign of absence.
        if (facts.listingOf(name) !== null && facts.isTroubled(name))
            return 'there';
        return this.#verdict(urn, await this.#input.existence.database(name, urn));
    }
    #database(name) {
        return this.#once(`database ${name}`, () => this.#input.existence.database(name, null));
    }
    async #job(name, urn) {
        const { facts, existence } = this.#input;
        if (!facts.jobsComplete && (await existence.job(name, urn)) !== 'left-out')
            return 'jobs';
        return this.#verdict(urn, await this.#once(`job ${name}`, () => existence.job(name, urn)));
    }
    /** A step goes with its job; of a job that is there, when the job could be read without trouble. */
    async #step(flow, urn) {
        const { facts, identify, isSeen } = this.#input;
        const job = identify(flow);
        const name = job.kind === 'job' ? job.name : '';
        if (!isSeen(flow))
            return this.#asSeen(await this.#job(name, flow), urn);
        return !facts.jobsComplete || facts.isTroubled(name) ? 'jobs' : 'remove';
    }
    /** The mark that counts is the step's own. */
    #asSeen(verdict, urn) {
        return verdict === 'missingOnce' && this.#input.marks.has(urn) ? 'remove' : verdict;
    }
    #once(resource, ask) {
        const asked = this.#asked.get(resource) ?? ask();
        this.#asked.set(resource, asked);
        return asked;
    }
    #verdict(urn, presence) {
        switch (presence) {
            case 'gone':
            case 'left-out':
                return 'remove';
            case 'there':
            case 'hidden':
            case 'unknown':
                return presence;
            case 'not-allowed':
                return this.#input.marks.has(urn) ? 'remove' : 'missingOnce';
        }
    }
}

;// CONCATENATED MODULE: ./lib/state/removal/reasons.js
/** Why something that a run did not see stays in DataHub. */
const KEPT = {
    foreign: {
        code: 'kept-not-owned',
        message: 'Other sources may use it too: it is no longer followed, and not removed'
    },
    denied: { code: 'kept-listing-denied', message: 'AWS refused the list of its database, so it may still be there' },
    incomplete: { code: 'kept-listing-incomplete', message: 'The list of its database broke off' },
    there: { code: 'kept-still-there', message: 'No list shows it, and AWS Glue still has it' },
    hidden: {
        code: 'kept-hidden',
        message: 'AWS Glue does not show it to this role, which says nothing about whether it exists',
        cure: 'Where Lake Formation governs the catalogue, grant DESCRIBE on it to the role'
    },
    unknown: { code: 'kept-not-confirmed', message: 'AWS Glue could not be asked whether it is gone' },
    missingOnce: {
        code: 'kept-missing-once',
        message: 'It was not there for the first time: when the next complete run does not see it either, it goes',
        cure: 'Nothing has to be done; to have it confirmed at once, allow glue:GetTable and glue:GetDatabase to the role'
    },
    emptied: {
        code: 'kept-database-emptied',
        message: 'Its database has lost all of its tables at once: when the next complete run finds none either, it goes'
    },
    jobs: { code: 'kept-jobs-incomplete', message: 'The jobs could not all be read, so it may still be there' },
    threshold: {
        code: 'kept-fail-safe',
        message: 'Too much of its database is gone at once (fail_safe_threshold)'
    },
    skipped: { code: 'kept-removal-skipped', message: 'Nothing was removed in this run' }
};
const SAFE = 'Mend what failed; what is gone is removed by the next run that comes to its end without a loss';
/** Why nothing at all is removed in a run. */
const SKIPPED = {
    databases: {
        code: 'stale-removal-skipped',
        message: 'Nothing was removed: the list of databases broke off or was empty',
        cure: SAFE
    },
    lost: {
        code: 'stale-removal-skipped',
        message: 'Nothing was removed, and the state is not advanced: something was rejected or not delivered in this run',
        cure: SAFE
    },
    nothing: {
        code: 'stale-removal-skipped',
        message: 'Nothing was removed: the run made no metadata at all',
        cure: 'Check the patterns of the recipe, the region and the role; to remove everything, delete it in DataHub'
    }
};
/** More is gone than the recipe allows. Shares in percent. */
const overThreshold = (of) => ({
    code: 'fail-safe-threshold',
    message: `Nothing was removed: ${of.missing} of ${of.known} entities of the last run are gone, more than the fail_safe_threshold of ${of.threshold} %`,
    cure: 'Check that the role and the recipe still see everything; if it is really gone, raise `stateful_ingestion.fail_safe_threshold` for one run'
});
/** The same of one database: the others are not held up. */
const databaseOverThreshold = (database, of) => ({
    code: 'fail-safe-threshold-database',
    message: `Nothing of the database was removed: more than the fail_safe_threshold of ${of.threshold} % of its tables are gone at once`,
    cure: 'Check the database; if they are really gone, raise `stateful_ingestion.fail_safe_threshold` for one run',
    resource: `${database} (${of.missing} of ${of.known})`
});
/** The state was made from another catalogue: whatever is not in this one may be alive there. */
const otherCatalogue = (last, current) => ({
    code: 'state-of-another-catalogue',
    message: `Nothing was removed and no state is kept: the last run read ${last}, this one ${current}`,
    cure: 'Give each catalogue a recipe with a pipeline_name of its own; if the catalogue has moved for good, set `ignore_old_state: true` for one run'
});

;// CONCATENATED MODULE: ./lib/state/removal/threshold.js



/** By the peer's very arithmetic (entity_removal_state.py), which rounds otherwise than others would: 3 of 10 are more than 30 %. */
const isOver = (missing, known, threshold) => threshold < 100 && known > 0 && (1 - (known - missing) / known) * 100 > threshold;
/**
 * The failure of a run in which too much is gone at once. What a list that was refused or broke off does not show is not
 * counted: it stays in any case.
 */
function overRun(missing, input) {
    const { threshold } = input;
    const known = input.known.filter((urn) => !PASSING_TYPES.has(entityTypeOf(urn))).length;
    const unexplained = missing.filter((urn) => !isBeyondKnowledge(urn, input)).length;
    return isOver(unexplained, known, threshold) ? overThreshold({ missing: unexplained, known, threshold }) : null;
}
/** Whether an entity belongs to what the run could not list. */
function isBeyondKnowledge(urn, { identify, facts }) {
    const thing = identify(urn);
    if (thing.kind === 'job' || thing.kind === 'step')
        return !facts.jobsComplete;
    if (thing.kind !== 'table')
        return false;
    return thing.places.some(({ database }) => ['denied', 'incomplete'].includes(facts.listingOf(database) ?? ''));
}
/** Keeps the tables of databases that lose too much at once; one that is empty goes by a rule of its own. */
function withinThreshold(verdicts, input) {
    const losing = countBy(verdicts.flatMap((it) => (it.verdict === 'remove' && it.database ? [it.database] : [])));
    if (losing.size === 0)
        return { verdicts, told: [] };
    const known = countBy(input.known.flatMap((urn) => listedDatabaseOf(urn, input) ?? []));
    const over = new Map([...losing].filter(([database, missing]) => input.facts.listingOf(database) !== 'empty' && isOver(missing, known.get(database) ?? missing, input.threshold)));
    const threshold = 'threshold';
    return {
        verdicts: verdicts.map((it) => it.verdict === 'remove' && over.has(it.database ?? '') ? { ...it, verdict: threshold } : it),
        told: [...over].map(([database, missing]) => {
            const of = { missing, known: known.get(database) ?? missing, threshold: input.threshold };
            return { severity: 'warning', failure: databaseOverThreshold(database, of) };
        })
    };
}
function listedDatabaseOf(urn, { identify, facts }) {
    const thing = identify(urn);
    if (thing.kind !== 'table')
        return null;
    return thing.places.find(({ database }) => facts.listingOf(database) !== null)?.database ?? null;
}
function countBy(names) {
    const counts = new Map();
    for (const name of names)
        counts.set(name, (counts.get(name) ?? 0) + 1);
    return counts;
}

;// CONCATENATED MODULE: ./lib/state/removal/decide.js





/**
 * Decides what is stale: only what is proven gone, only where the run as a whole can be trusted, and only as much as the
 * recipe's fail-safe threshold allows, of everything and of each database (state/stale_entity_removal_handler.py, which
 * asks nobody and knows no databases).
 */
async function decide(input) {
    const { known, isSeen, facts } = input;
    const missing = known.filter((urn) => !isSeen(urn) && !PASSING_TYPES.has(entityTypeOf(urn)));
    const skipped = skipReason(facts);
    if (missing.length === 0 || skipped !== null)
        return keepAll(missing, skipped);
    const over = overRun(missing, input);
    if (over !== null)
        return keepAll(missing, { severity: 'failure', failure: over });
    const { verdicts, told } = withinThreshold(await judge(missing, input), input);
    return decisionOf(verdicts, told, input);
}
function skipReason(facts) {
    if (facts.producedNothing)
        return { severity: 'failure', failure: SKIPPED.nothing };
    if (!facts.databasesComplete)
        return { severity: 'warning', failure: SKIPPED.databases };
    return facts.lost > 0 ? { severity: 'warning', failure: SKIPPED.lost } : null;
}
const keepAll = (missing, told) => ({
    remove: [],
    kept: missing.map((urn) => ({ urn, why: 'skipped' })),
    followed: missing,
    missingOnce: [],
    told: missing.length === 0 || told === null ? [] : [told]
});
function decisionOf(verdicts, told, { marks }) {
    const remove = [];
    const kept = [];
    const followed = [];
    const missingOnce = [];
    for (const { urn, verdict } of verdicts) {
        if (verdict === 'remove') {
            remove.push(urn);
            continue;
        }
        kept.push({ urn, why: verdict });
        if (verdict === 'foreign')
            continue;
        followed.push(urn);
        // Of what AWS did not tell about, what was known before still holds.
        const isMarked = verdict === 'missingOnce' || verdict === 'emptied' || (verdict === 'unknown' && marks.has(urn));
        if (isMarked)
            missingOnce.push(urn);
    }
    return { remove, kept, followed, missingOnce, told };
}

;// CONCATENATED MODULE: ./lib/app/stateful/stale-removal.js








const PAGE_SIZE = 200;
const NOTHING = { remove: [], kept: [], followed: [], missingOnce: [], told: [] };
/**
 * Removes from DataHub what is gone from Glue, and keeps what the next run has to know, in this order: everything of the
 * run is delivered, `units` are what is stale, they are delivered too, and `commit` comes last.
 */
class StaleRemoval {
    #deps;
    #decision = NOTHING;
    #removing = new Set();
    #mayCommit = true;
    #stateOf = null;
    constructor(deps) {
        this.#deps = deps;
    }
    /** Notes what the run makes. */
    get stage() {
        return (units) => {
            // Should it fail, the state cannot be kept either, and that is told.
            if (this.#keeps())
                (0,payload/* warmUpEncoding */.sv)().catch(() => { });
            return this.#deps.spool.stage(units);
        };
    }
    /** The run whose state there is, as far as it is known: this one's once it is kept, until then the last one's. */
    get stateOf() {
        return this.#stateOf;
    }
    /** Removals, once everything else was delivered. Tells what stays, and why. */
    async *units() {
        const { emit, dryRun } = this.#deps;
        this.#decision = await this.#decide();
        const { kept, told, remove } = this.#decision;
        for (const { severity, failure } of told)
            emit({ type: 'failed', severity, failure });
        for (const { urn, why } of kept)
            emit({ type: 'kept', urn, failure: KEPT[why] });
        if (dryRun)
            for (const urn of remove)
                emit({ type: 'removed', urn });
        this.#removing = new Set(remove);
        for (let at = 0; at < remove.length; at += PAGE_SIZE)
            yield remove.slice(at, at + PAGE_SIZE).map(removal);
    }
    /** Takes note of what became of removals among these. */
    note(outcomes) {
        if (this.#removing.size === 0)
            return;
        for (const { unit, kind } of outcomes) {
            if (!this.#removing.has(unit.urn) || (kind !== 'written' && kind !== 'accepted'))
                continue;
            this.#deps.emit({ type: 'removed', urn: unit.urn });
        }
    }
    /**
     * Keeps the state, when everything that it says is known to be written. What DataHub has only queued is followed on, as
     * if nothing had been removed, until it shows as removed.
     */
    async commit() {
        const { facts, emit, store, job, run } = this.#deps;
        if (!this.#keeps() || facts.lost > 0)
            return;
        try {
            const aspect = await this.#aspect();
            if (aspect === null)
                return;
            await store.write(job, aspect);
            this.#stateOf = run.runId;
        }
        catch (error) {
            const message = `The state of this run could not be kept in ${store.shown}: ${(0,errors/* messageOf */.b)(error)}`;
            emit({ type: 'failed', severity: 'failure', failure: { ...NOT_KEPT, message } });
        }
    }
    /** Whether the run's state is to be kept, should all of it be delivered. */
    #keeps() {
        const { options, dryRun } = this.#deps;
        return !dryRun && !options.ignoreNewState && this.#mayCommit;
    }
    async #aspect() {
        const { options, run, spool, facts, emit, now, catalogue } = this.#deps;
        const { followed, remove, missingOnce } = this.#decision;
        const pending = facts.accepted > 0 ? remove : [];
        const state = await (0,payload/* encodeUrns */.zE)(await spool.list([...followed, ...pending]));
        if (state.payload.length > options.maxStateBytes) {
            const message = `The state of ${spool.size} entities has ${state.payload.length} bytes, more than max_checkpoint_state_size`;
            emit({ type: 'failed', severity: 'failure', failure: { ...TOO_LARGE, message } });
            return null;
        }
        const marks = missingOnce.map(checkpoint/* markOf */.Fg);
        const pipelineName = run.pipelineName ?? '';
        return (0,checkpoint/* checkpointAspect */.Nx)({ pipelineName, runId: run.runId, state, catalogue, missingOnce: marks, now: now() });
    }
    async #decide() {
        const { options, store, job, catalogue, emit } = this.#deps;
        if (options.ignoreOldState)
            return NOTHING;
        let last;
        try {
            last = await lastCheckpoint(store, job);
        }
        catch (error) {
            if (!(error instanceof errors/* AppError */.u))
                throw error;
            // Advancing the state now would forget what was removed by nobody.
            this.#mayCommit = false;
            emit({ type: 'failed', severity: 'failure', failure: failureOf(error) });
            return NOTHING;
        }
        if (last === null)
            return NOTHING;
        this.#stateOf = last.runId;
        if (last.catalogue !== null && last.catalogue !== catalogue) {
            this.#mayCommit = false;
            emit({ type: 'failed', severity: 'failure', failure: otherCatalogue(last.catalogue, catalogue) });
            return NOTHING;
        }
        return this.#withoutPending(await this.#stale(last));
    }
    #stale(last) {
        const { options, facts, existence, identify, spool } = this.#deps;
        return decide({
            known: last.urns,
            isSeen: (urn) => spool.has(urn),
            threshold: options.failSafeThreshold,
            facts,
            existence,
            identify,
            databaseOf: this.#databaseNames(last.urns),
            marks: { has: (urn) => last.missingOnce.has((0,checkpoint/* markOf */.Fg)(urn)) }
        });
    }
    /** Names of containers: those of the databases that are known by name, or else what DataHub holds of the container. */
    #databaseNames(known) {
        const { facts, identify, containerOf, reader } = this.#deps;
        let names = null;
        const collect = () => {
            const tables = known.flatMap((urn) => {
                const thing = identify(urn);
                return thing.kind === 'table' ? thing.places.map(({ database }) => database) : [];
            });
            return new Map([...new Set([...tables, ...facts.databases])].map((name) => [containerOf(name), name]));
        };
        return async (container) => {
            names ??= collect();
            return names.get(container) ?? (await nameInDatahub(container, reader));
        };
    }
    /** Where DataHub only queues, what it shows as removed by now needs no further removal, and is not followed any more. */
    async #withoutPending(decision) {
        const { reader, facts } = this.#deps;
        if (facts.accepted === 0 || reader === null)
            return decision;
        const states = await Promise.all(decision.remove.map((urn) => isRemoved(urn, reader)));
        return { ...decision, remove: decision.remove.filter((_, index) => states[index] !== true) };
    }
}
function removal(urn) {
    const entityType = entityTypeOf(urn);
    return { urn, entityType, aspectName: 'status', changeType: 'UPSERT', value: (0,json/* asciiJson */.i)({ removed: true }) };
}
/** DataHub that cannot be asked knows no name. */
async function nameInDatahub(container, reader) {
    try {
        const properties = await reader?.aspect(container, 'containerProperties');
        const custom = properties?.customProperties;
        const name = typeof custom === 'object' && custom !== null ? Reflect.get(custom, 'database') : undefined;
        return typeof name === 'string' ? name : null;
    }
    catch {
        return null;
    }
}
async function isRemoved(urn, reader) {
    try {
        return (await reader.aspect(urn, 'status'))?.removed === true;
    }
    catch {
        return false;
    }
}
const NOT_KEPT = {
    code: 'state-not-kept',
    cure: 'Run it again: everything was written, and the next run removes what is gone by then'
};
const TOO_LARGE = {
    code: 'state-too-large',
    cure: 'Raise `stateful_ingestion.max_checkpoint_state_size`, or split the recipe by database_pattern'
};
const failureOf = (error) => ({
    code: error.code,
    message: error.message,
    ...(error.cure === undefined ? {} : { cure: error.cure })
});

// EXTERNAL MODULE: ./lib/app/stateful/untracked.js
var untracked = __webpack_require__(2195);
;// CONCATENATED MODULE: ./lib/app/stateful/open.js














/**
 * Prepares what the recipe's `stateful_ingestion` and the input `incremental` ask for; null: nothing.
 * @throws AppError (cannot-begin) when the place of the state cannot be reached; (input) when `incremental` cannot work.
 */
async function openStateful(recipe, ends, run, identity) {
    const { request, emit, deps } = run;
    if (request.incremental)
        checkIncremental(recipe);
    const storeDeps = storeDepsOf(run, ends.sink);
    const ledger = ledgerStore(recipe, request.incremental, storeDeps);
    if (ledger !== null && !isNotedThere(recipe, request) && !request.dryRun) {
        await (0,untracked/* leaveUntracked */.R)({ store: ledger, run: identity, now: deps.clock.now(), emit });
    }
    if (recipe.stateful === null && !request.incremental)
        return null;
    const opened = recipe.stateful === null ? null : await (0,open_store/* openStore */.Ch)(recipe, recipe.stateful, storeDeps);
    try {
        const facts = new RunFacts();
        const noted = (event) => {
            facts.add(event);
            emit(event);
        };
        const state = opened?.store ?? null;
        // To tell what has changed, it may be noted beside the state.
        const own = { identity, store: request.incremental ? ledger : state, state, emit: noted };
        const incremental = await openIncremental(recipe, ends, run, own);
        if (recipe.stateful === null || opened === null)
            return { removal: null, incremental, emit: noted, close: nothing };
        const spool = await UrnSpool.create(ends.sink.gms === null ? PASSING_TYPES : LEFT_OUT_WITH_GMS);
        const ofRemoval = { ...identity, options: recipe.stateful, store: opened.store, spool, facts };
        const close = async () => {
            opened.close();
            await spool.dispose();
        };
        return { removal: removalOf(recipe, ends, run, ofRemoval), incremental, emit: noted, close };
    }
    catch (error) {
        opened?.close();
        throw error;
    }
}
/** Whether a run notes what it writes in the DataHub that it writes to. */
function isNotedThere({ stateful, sink }, { incremental }) {
    if (!isAcknowledged(sink))
        return false;
    return incremental || (stateful?.provider.type === 'datahub' && stateful.provider.connection.server === sink.server);
}
/** Only a server that stores before it answers acknowledges anything that could be relied on. */
const isAcknowledged = (sink) => sink.type === 'datahub-rest' && sink.mode === 'sync';
const nothing = async () => { };
function storeDepsOf({ env, deps, emit, late }, sink) {
    const { cwd, clock, mask } = deps;
    return { env, cwd, clock, mask, sink, signal: late, emit };
}
/** @throws AppError (cannot-begin) when there has to be one, and the server keeps none. */
function ledgerStore(recipe, isNeeded, deps) {
    const store = (0,open_store/* sinksStore */.y6)(recipe, deps);
    if (store === null && isNeeded && recipe.sink.type === 'datahub-rest')
        throw (0,open_store/* incapable */.E4)((0,gms_probe/* shownServer */.H)(recipe.sink.server));
    return store;
}
function removalOf(recipe, { session, sink }, run, own) {
    const { source: options } = recipe;
    const { deps, request, emit } = run;
    const flowUrn = (job) => (0,urn/* dataFlowUrn */._U)(options.platform, job, options.env);
    return new StaleRemoval({
        options: own.options,
        store: own.store,
        spool: own.spool,
        facts: own.facts,
        job: (0,checkpoint/* removalJob */.I8)(options.platform),
        run: { runId: own.runId, pipelineName: own.pipelineName },
        catalogue: catalogueArn(options, session),
        existence: new GlueExistence({ client: session.glueClient(), options, signal: deps.signal, flowUrn }),
        identify: (urn) => identify(urn, { platform: options.platform, instances: instancesOf(options) }),
        containerOf: (database) => (0,container/* databaseUrn */.TQ)(database, options),
        reader: sink.reader,
        dryRun: request.dryRun,
        now: () => deps.clock.now(),
        emit
    });
}
async function openIncremental(recipe, { sink }, { request, deps }, { identity, store, state, emit }) {
    if (sink.reader === null || store === null || !isAcknowledged(recipe.sink))
        return null;
    return Incremental.open({
        store,
        run: identity,
        // What leaves nothing out does not have to know.
        stateOf: state === null || !request.incremental ? null : await runOfState(state, recipe.source.platform),
        basis: basisOf(recipe, recipe.sink.server, sink.gms?.version ?? null),
        skips: request.incremental,
        stampsSchemas: stampsSchemas(recipe),
        reader: sink.reader,
        dryRun: request.dryRun,
        now: () => deps.clock.now(),
        emit
    });
}
/** The run that has left the pipeline's state; where that cannot be told, none that anybody knows. */
async function runOfState(store, platform) {
    try {
        const aspect = await store.read((0,checkpoint/* removalJob */.I8)(platform));
        if (aspect === null)
            return null;
        const runId = typeof aspect === 'object' ? Reflect.get(aspect, 'runId') : undefined;
        return typeof runId === 'string' ? runId : '';
    }
    catch {
        return '';
    }
}
/** @throws AppError (input) that says what is missing. */
function checkIncremental({ pipelineName, sink }) {
    const missing = pipelineName === null
        ? 'a pipeline_name in the recipe, under which it is noted what was written'
        : sink.type !== 'datahub-rest'
            ? 'the sink datahub-rest: every other one is written as a whole'
            : sink.mode === 'async'
                ? 'mode SYNC of the sink: in the others DataHub acknowledges nothing'
                : null;
    if (missing === null)
        return;
    throw new errors/* AppError */.u(`incremental needs ${missing}`, {
        kind: 'input',
        code: 'incremental-not-possible',
        cure: 'change the recipe, or leave incremental off'
    });
}
/** Platform instances that the recipe gives to tables. */
function instancesOf({ platformInstance, catalogInstances }) {
    const all = [platformInstance, ...Object.values(catalogInstances).map((place) => place.platformInstance)];
    return [...new Set(all.filter((instance) => instance !== null && instance !== ''))];
}
function catalogueArn({ catalogId }, { region, identity }) {
    const account = catalogId === null || catalogId === '' ? identity.account : catalogId;
    return `arn:${(0,aws_partition/* partitionOf */.i)(region).id}:glue:${region}:${account}:catalog`;
}


/***/ }),

/***/ 4996:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ repeated),
/* harmony export */   r: () => (/* binding */ repeatedJson)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3085);

/** By the value itself; forgotten with it. */
const texts = new WeakMap();
/** Makes JSON of a value that is written many times, once for all of them. It must not change any more. */
function repeated(value) {
    if (!texts.has(value))
        texts.set(value, (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .asciiJson */ .i)(value));
    return value;
}
/** The JSON of such a value, in ASCII (core/json.ts asciiJson); undefined for every other one. */
const repeatedJson = (value) => typeof value === 'object' && value !== null ? texts.get(value) : undefined;


/***/ }),

/***/ 9466:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Q: () => (/* binding */ statusAspect),
/* harmony export */   Dk: () => (/* binding */ FULL_TABLE),
/* harmony export */   FI: () => (/* binding */ dataPlatformInstanceAspect),
/* harmony export */   Jk: () => (/* binding */ browsePathsAspect),
/* harmony export */   S3: () => (/* binding */ subTypesAspect),
/* harmony export */   SQ: () => (/* binding */ containerAspect),
/* harmony export */   Zc: () => (/* binding */ browseStep),
/* harmony export */   t0: () => (/* binding */ UNKNOWN_STAMP)
/* harmony export */ });
/* harmony import */ var _core_repeated_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4996);
/* harmony import */ var _urn_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8568);


/** What DataHub writes where no one is known (the peer's AuditStamp default). */
const UNKNOWN_STAMP = { time: 0, actor: 'urn:li:corpuser:unknown' };
/** A whole-table partition, as timeseries aspects name it (the peer's PartitionSpecClass default). */
const FULL_TABLE = { partition: 'FULL_TABLE_SNAPSHOT', type: 'FULL_TABLE' };
const REMOVED = (0,_core_repeated_json_js__WEBPACK_IMPORTED_MODULE_0__/* .repeated */ .Z)({ removed: true });
const ALIVE = (0,_core_repeated_json_js__WEBPACK_IMPORTED_MODULE_0__/* .repeated */ .Z)({ removed: false });
const statusAspect = (removed) => (removed ? REMOVED : ALIVE);
const subTypesAspect = (...typeNames) => ({ typeNames });
const containerAspect = (urn) => ({ container: urn });
/** An instance that is empty is none, as with the peer. */
const dataPlatformInstanceAspect = (platform, instance) => ({
    platform: (0,_urn_js__WEBPACK_IMPORTED_MODULE_1__/* .platformUrn */ .ty)(platform),
    ...(instance === null || instance === '' ? {} : { instance: (0,_urn_js__WEBPACK_IMPORTED_MODULE_1__/* .platformInstanceUrn */ .Q5)(platform, instance) })
});
/** One step of a browse path: an entity, which is its own id. */
const browseStep = (urn) => ({ id: urn, urn });
const browsePathsAspect = (path) => ({ path });


/***/ }),

/***/ 3875:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ DomainRegistry)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _core_quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9531);


/** Finds the urns of domains, each once (the peer's utilities/registries/domain_registry.py). */
class DomainRegistry {
    #datahub;
    #known = new Map();
    /** `datahub`: null for sinks without a GMS, where only urns and ids that look like DataHub's own are known. */
    constructor(datahub) {
        this.#datahub = datahub;
    }
    /**
     * The urn of a domain that is given by its urn, its id or its name.
     * @throws AppError (cannot-begin) when DataHub has no such domain: what belongs to it would be written without it.
     */
    urnOf(domain) {
        const known = this.#known.get(domain) ?? this.#find(domain);
        this.#known.set(domain, known);
        return known;
    }
    async #find(domain) {
        if (domain.startsWith('urn:li:domain'))
            return domain;
        const urn = `urn:li:domain:${domain}`;
        // An id of DataHub's own making has four dashes, and is not looked up.
        if (domain.split('-').length === 5)
            return urn;
        const properties = (await this.#datahub?.aspect(urn, 'domainProperties')) ?? null;
        if (properties !== null)
            return urn;
        const [named] = (await this.#datahub?.urnsNamed('domain', domain)) ?? [];
        if (named !== undefined)
            return named;
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AppError */ .u(`DataHub has no domain ${(0,_core_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(domain)}`, {
            kind: 'cannot-begin',
            code: 'domain-unknown',
            cure: 'create the domain in DataHub first, or write its urn: urn:li:domain:…'
        });
    }
}


/***/ }),

/***/ 107:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   lB: () => (/* binding */ datetimeStr),
/* harmony export */   lF: () => (/* binding */ longDate),
/* harmony export */   rq: () => (/* binding */ datetimeRepr)
/* harmony export */ });
const MONTHS = [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December'
];
const pad = (number, digits) => String(number).padStart(digits, '0');
/**
 * Python's `strftime("%B %d, %Y at %H:%M:%S")` in UTC, never the machine's time zone: `November 14, 2023 at 22:13:20`.
 * The year is not padded, as on Linux. null for a date that is none.
 */
function longDate(date) {
    if (Number.isNaN(date.getTime()))
        return null;
    const month = MONTHS[date.getUTCMonth()] ?? '';
    return `${month} ${pad(date.getUTCDate(), 2)}, ${date.getUTCFullYear()} at ${clockOf(date)}`;
}
const clockOf = (date) => [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map((number) => pad(number, 2)).join(':');
/** `str(datetime)` in UTC: `2023-11-14 22:13:20.123000+00:00`, without the fraction when there is none. */
function datetimeStr(date) {
    const day = `${pad(date.getUTCFullYear(), 4)}-${pad(date.getUTCMonth() + 1, 2)}-${pad(date.getUTCDate(), 2)}`;
    const millis = date.getUTCMilliseconds();
    return `${day} ${clockOf(date)}${millis === 0 ? '' : `.${pad(millis, 3)}000`}+00:00`;
}
/** `repr(datetime)` of a time that boto3 read in UTC; seconds and microseconds are left out from the end when zero. */
function datetimeRepr(date) {
    const parts = [
        date.getUTCFullYear(),
        date.getUTCMonth() + 1,
        date.getUTCDate(),
        date.getUTCHours(),
        date.getUTCMinutes()
    ];
    const micros = date.getUTCMilliseconds() * 1000;
    if (date.getUTCSeconds() !== 0 || micros !== 0)
        parts.push(date.getUTCSeconds());
    if (micros !== 0)
        parts.push(micros);
    return `datetime.datetime(${parts.join(', ')}, tzinfo=tzlocal())`;
}


/***/ }),

/***/ 2065:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HH: () => (/* binding */ byCodePoint),
/* harmony export */   TM: () => (/* binding */ tagUrnOf),
/* harmony export */   cI: () => (/* binding */ tagUrn),
/* harmony export */   wZ: () => (/* binding */ tagName)
/* harmony export */ });
/* harmony import */ var _urn_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8568);

const PREFIX = 'urn:li:tag:';
const RESERVED = /[,()\u241f]/;
/**
 * The urn of the tag of that name; null when there can be none (metadata/_urns/urn_defs.py TagUrn). A name that looks like
 * a urn is taken for one, and has to be a tag's.
 */
function tagUrn(name) {
    if (!name.startsWith('urn:li:'))
        return name === '' ? null : `${PREFIX}${(0,_urn_js__WEBPACK_IMPORTED_MODULE_0__/* .encodeUrnPart */ .P_)(name)}`;
    if (!name.startsWith(PREFIX))
        return null;
    const rest = name.slice(PREFIX.length);
    // A urn's single part may stand in parentheses.
    const part = rest.startsWith('(') && rest.endsWith(')') ? rest.slice(1, -1) : rest;
    return part === '' || RESERVED.test(part) ? null : `${PREFIX}${part}`;
}
/** The same, but the urn of a tag is taken as it is, whatever is in it (mce_builder.py make_tag_urn). */
const tagUrnOf = (tag) => (tag.startsWith(PREFIX) ? tag : tagUrn(tag));
/** A tag's urn without what all of them begin with. */
const tagName = (urn) => urn.slice(PREFIX.length);
/** Orders texts by code points, as Python sorts them; by UTF-16 units, U+E000 and above would come last. */
function byCodePoint(a, b) {
    const length = Math.min(a.length, b.length);
    for (let i = 0; i < length; i++) {
        const [left, right] = [a.charCodeAt(i), b.charCodeAt(i)];
        if (left !== right)
            return rank(left) - rank(right);
    }
    return a.length - b.length;
}
/** A half of a surrogate pair stands for what comes after every single unit. */
const rank = (unit) => (unit >= 0xd800 && unit < 0xe000 ? unit + 0x10000 : unit);


/***/ }),

/***/ 3685:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ UrnSet),
/* harmony export */   q: () => (/* binding */ hashOf)
/* harmony export */ });
/* harmony import */ var _hash_set_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7638);

const { imul } = Math;
/**
 * Which urns have been seen, in some sixteen bytes each: only a hash of 64 bits is kept. A million urns have one chance in
 * ten million to hold two that are taken for one.
 */
class UrnSet {
    #hashes = new _hash_set_js__WEBPACK_IMPORTED_MODULE_0__/* .HashSet */ .b();
    get size() {
        return this.#hashes.size;
    }
    has(urn) {
        return this.#hashes.has(...hashOf(urn));
    }
    /** Whether it was not there before. */
    add(urn) {
        return this.#hashes.add(...hashOf(urn));
    }
}
/** A text in 64 bits, never zeros only: two hashes of 32 bits in one pass: FNV-1a, and a multiplicative one with other constants, both mixed at the end. */
function hashOf(text) {
    let a = 0x811c9dc5;
    let b = 0x9e3779b9;
    for (let i = 0; i < text.length; i++) {
        const unit = text.charCodeAt(i);
        a = imul(a ^ unit, 0x01000193);
        b = imul(b + unit, 0x85ebca6b) ^ (b >>> 15);
    }
    // The one keeps it from being zeros only, which stand for a free slot.
    return [mixed(b ^ a), (mixed(a) | 1) >>> 0];
}
/** Spreads the bits (the finaliser of MurmurHash3). */
function mixed(hash) {
    let h = hash ^ (hash >>> 16);
    h = imul(h, 0x85ebca6b);
    h ^= h >>> 13;
    h = imul(h, 0xc2b2ae35);
    return (h ^ (h >>> 16)) >>> 0;
}


/***/ }),

/***/ 3280:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B: () => (/* binding */ processed)
});

// EXTERNAL MODULE: ./lib/core/json.js
var json = __webpack_require__(3085);
// EXTERNAL MODULE: ./lib/core/repeated-json.js
var repeated_json = __webpack_require__(4996);
;// CONCATENATED MODULE: ./lib/process/aspect-json.js


/** How a schema without fields ends. */
const NO_FIELDS = '"fields":[]}';
/**
 * A work unit's content as JSON in ASCII. Most of a catalogue is the fields of its schemas, and many tables have the same
 * columns: the text of such a field is made once (core/repeated-json.ts).
 */
function aspectJson({ aspectName, aspect }) {
    const fields = aspectName === 'schemaMetadata' && 'fields' in aspect ? aspect.fields : undefined;
    if (!isList(fields) || fields.length === 0)
        return (0,repeated_json/* repeatedJson */.r)(aspect) ?? (0,json/* asciiJson */.i)(aspect);
    const head = (0,json/* asciiJson */.i)({ ...aspect, fields: [] });
    if (!head.endsWith(NO_FIELDS))
        return (0,json/* asciiJson */.i)(aspect);
    return `${head.slice(0, -']}'.length)}${listed(fields)}]}`;
}
/** The fields without their brackets. Those that are no other table's are written together: each call has its price. */
function listed(fields) {
    let text = '';
    let own = [];
    for (const field of fields) {
        const known = (0,repeated_json/* repeatedJson */.r)(field);
        if (known === undefined) {
            own.push(field);
            continue;
        }
        if (own.length > 0) {
            text += `${text === '' ? '' : ','}${(0,json/* asciiJson */.i)(own).slice(1, -1)}`;
            own = [];
        }
        text += text === '' ? known : `,${known}`;
    }
    if (own.length > 0)
        text += `${text === '' ? '' : ','}${(0,json/* asciiJson */.i)(own).slice(1, -1)}`;
    return text;
}
const isList = (value) => Array.isArray(value);

;// CONCATENATED MODULE: ./lib/process/content.js
/** The content of an aspect that replaces what DataHub holds; null for the operations of a PATCH. */
const contentOf = ({ changeType, aspect }) => changeType === 'PATCH' || isOperations(aspect) ? null : aspect;
const isOperations = (aspect) => Array.isArray(aspect);

;// CONCATENATED MODULE: ./lib/process/schema-size.js


/** The peer's limit for a schema (ensure_aspect_size.py: 98.5 % of 15 MiB), which leaves room for the rest of a request. */
const MAX_SCHEMA_BYTES = 15_492_710;
/** Not more than this can become too large by being put into a JSON string, where quotes cost two bytes. */
const SURELY_FITS = MAX_SCHEMA_BYTES / 2;
/** Whether a serialised schema may be too large to be sent. */
const isSuspect = (unit, value) => unit.aspectName === 'schemaMetadata' && value.length > SURELY_FITS;
/**
 * Leaves out the deepest fields of a schema that is too large (the peer's EnsureAspectSize). The peer measures the aspect
 * by itself, and what it has cut to size is still refused; here it is measured as it is sent, in a JSON string.
 */
function fitSchema(unit) {
    const content = contentOf(unit) ?? {};
    const fields = schema_size_isList(content.fields) ? content.fields : [];
    let room = MAX_SCHEMA_BYTES - sentLength({ ...content, fields: [] });
    const sizes = fields.map((field) => sentLength(field) + ','.length);
    if (sizes.reduce((sum, size) => sum + size, 0) <= room)
        return { unit, dropped: 0 };
    const byDepth = fields.map((field, index) => ({ field, size: sizes[index] ?? 0, depth: depthOf(field) }));
    const kept = [];
    for (const { field, size } of byDepth.toSorted((a, b) => a.depth - b.depth)) {
        room -= size;
        if (room < 0)
            break;
        kept.push(field);
    }
    return { unit: { ...unit, aspect: { ...content, fields: kept } }, dropped: fields.length - kept.length };
}
/** Bytes of a value within a JSON string within a request. */
const sentLength = (value) => JSON.stringify((0,json/* asciiJson */.i)(value)).length - '""'.length;
/** The steps of a field path that are names. */
function depthOf(field) {
    const path = typeof field === 'object' && field !== null ? Reflect.get(field, 'fieldPath') : undefined;
    const names = typeof path === 'string' ? path.replace(/\[[^\]]*\]/g, '') : '';
    return names.split('.').filter((step) => step !== '').length;
}
const schema_size_isList = (value) => Array.isArray(value);

;// CONCATENATED MODULE: ./lib/process/aspect-size.js



/** The peer's limit for what is told of a query, whichever way it is sent (ensure_aspect_size.py: Kafka's messages). */
const MAX_QUERY_BYTES = 5 * 1024 * 1024;
const MAX_BYTES = MAX_SCHEMA_BYTES;
/** What can be cut where an aspect is too large (the peer's EnsureAspectSize), measured as it is sent. */
const FITTINGS = {
    viewProperties: fitView,
    queryProperties: fitQuery,
    upstreamLineage: fitLineage,
    querySubjects: (aspect) => fitLists(aspect, { subjects: (item) => (isOfColumn(item) ? 1 : 0) }, 'subjects')
};
/** Whether an aspect may be too large, and can be cut. `value`: its JSON. */
const isLarge = ({ aspectName, changeType }, value) => value.length > (aspectName === 'queryProperties' ? MAX_QUERY_BYTES : MAX_BYTES / 2) &&
    changeType === 'UPSERT' &&
    Object.hasOwn(FITTINGS, aspectName);
/** Cuts what is too large: texts at their end, and of lists what tells least. */
function fitAspect(unit) {
    const content = contentOf(unit);
    const fitting = FITTINGS[unit.aspectName];
    if (content === null || fitting === undefined)
        return { unit, taken: null };
    const { aspect, taken } = fitting(content);
    return { unit: taken === null ? unit : { ...unit, aspect }, taken };
}
/** What is compiled goes before what was written. */
function fitView(aspect) {
    let fitted = aspect;
    const cut = [];
    for (const name of ['formattedViewLogic', 'viewLogic']) {
        const text = fitted[name];
        if (sentLength(fitted) < MAX_BYTES || typeof text !== 'string' || text === '')
            continue;
        const room = MAX_BYTES - sentLength({ ...fitted, [name]: '' });
        const mark = (kept) => kept === 0
            ? `[removed due to size - original was ${text.length} chars]`
            : `... [truncated from ${text.length} to ${kept} chars]`;
        fitted = { ...fitted, [name]: shortened(text, mark, room, (part) => sentLength(part) - sentLength('')) };
        cut.push(name);
    }
    return { aspect: fitted, taken: cut.length === 0 ? null : `The end of ${cut.join(' and ')}` };
}
function fitQuery(aspect) {
    const { statement } = aspect;
    const text = isObject(statement) ? statement.value : undefined;
    if ((0,json/* asciiJson */.i)(aspect).length < MAX_QUERY_BYTES || !isObject(statement) || typeof text !== 'string') {
        return { aspect, taken: null };
    }
    const room = MAX_QUERY_BYTES - (0,json/* asciiJson */.i)({ ...aspect, statement: { ...statement, value: '' } }).length;
    const mark = (kept) => `... [original value was ${text.length} bytes and truncated to ${kept} bytes]`;
    const value = shortened(text, mark, room, (part) => (0,json/* asciiJson */.i)(part).length - '""'.length);
    return { aspect: { ...aspect, statement: { ...statement, value } }, taken: 'The end of the statement' };
}
/** Of datasets, then of whole datasets' columns, then of columns, as far as there is room. */
function fitLineage(aspect) {
    const types = ['DATASET', 'FIELD_SET', 'NONE'];
    const rank = (item) => 1 + types.indexOf(isObject(item) ? item.upstreamType : null);
    const { aspect: fitted, taken } = fitLists(aspect, { upstreams: () => 0, fineGrainedLineages: rank }, 'lineages');
    const columns = fitted.fineGrainedLineages;
    if (taken === null || !Array.isArray(columns) || columns.length > 0)
        return { aspect: fitted, taken };
    const { fineGrainedLineages: _none, ...others } = fitted;
    return { aspect: others, taken };
}
const isOfColumn = (item) => isObject(item) && typeof item.entity === 'string' && item.entity.startsWith('urn:li:schemaField:');
/** Keeps the items of lists in the order of their ranks until the first that does not fit. */
function fitLists(aspect, ranks, what) {
    if (sentLength(aspect) < MAX_BYTES)
        return { aspect, taken: null };
    const names = Object.keys(ranks);
    const empty = { ...aspect, ...Object.fromEntries(names.map((name) => [name, []])) };
    const items = names.flatMap((name) => listIn(aspect, name).map((item) => ({ name, item, rank: ranks[name]?.(item) ?? 0 })));
    let room = MAX_BYTES - sentLength(empty);
    const kept = [];
    for (const one of items.toSorted((a, b) => a.rank - b.rank)) {
        room -= sentLength(one.item) + ','.length;
        if (room <= 0)
            break;
        kept.push(one);
    }
    const lists = names.map((name) => [name, kept.filter((one) => one.name === name).map(({ item }) => item)]);
    const lost = items.length - kept.length;
    return { aspect: { ...aspect, ...Object.fromEntries(lists) }, taken: lost === 0 ? null : `${lost} of its ${what}` };
}
/** How many characters are measured at once. */
const STEP = 65_536;
/** The longest beginning of a text that has room with its mark; `sizeOf` adds up over the parts of a text. */
function shortened(text, mark, room, sizeOf) {
    let left = room - sizeOf(mark(text.length));
    let kept = 0;
    for (let step = STEP; step >= 1 && kept < text.length;) {
        const part = text.slice(kept, kept + step);
        const size = sizeOf(part);
        if (size >= left) {
            step = Math.floor(step / 2);
            continue;
        }
        left -= size;
        kept += part.length;
    }
    return text.slice(0, kept) + mark(kept);
}
const listIn = (aspect, name) => {
    const list = aspect[name];
    return Array.isArray(list) ? list : [];
};
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

// EXTERNAL MODULE: ./lib/datahub/aspects.js
var aspects = __webpack_require__(9466);
// EXTERNAL MODULE: ./lib/datahub/urn.js
var urn = __webpack_require__(8568);
// EXTERNAL MODULE: ./lib/process/processor.js
var processor = __webpack_require__(5117);
;// CONCATENATED MODULE: ./lib/process/browse-paths.js





const JOBS = new Set(['dataFlow', 'dataJob']);
const BROWSABLE = new Set(['dataset', 'container', 'dataFlow', 'dataJob']);
/**
 * Adds `browsePathsV2`: below the platform instance, if there is one, and below the containers an entity is in (the peer's
 * AutoBrowsePathV2). What is in no container has a path of its own only if it is a container, or a job of an instance.
 * A container comes before what is in it. Remembers one aspect a container, and no dataset's.
 */
function autoBrowsePaths(platform, platformInstance) {
    const hasInstance = platformInstance !== null && platformInstance !== '';
    const root = (0,aspects/* browsePathsAspect */.Jk)(hasInstance ? [(0,aspects/* browseStep */.Zc)((0,urn/* platformInstanceUrn */.Q5)(platform, platformInstance))] : []);
    const containers = new Map();
    const pathOf = ({ unit, parent }) => {
        if (!BROWSABLE.has(unit.entityType))
            return null;
        if (parent !== null)
            return containers.get(parent) ?? below(root, parent);
        const standsAlone = unit.entityType === 'container' ? !containers.has(unit.urn) : hasInstance && JOBS.has(unit.entityType);
        return standsAlone ? root : null;
    };
    return (0,processor/* eachEntity */.hl)({
        begin: (unit) => ({ unit, parent: null }),
        note: (visit, unit) => {
            const parent = unit.aspectName === 'container' ? contentOf(unit)?.container : undefined;
            if (typeof parent === 'string')
                visit.parent = parent;
        },
        leave: (visit) => {
            const aspect = pathOf(visit);
            if (aspect === null)
                return [];
            const { urn, entityType, origin } = visit.unit;
            if (entityType === 'container')
                containers.set(urn, (0,repeated_json/* repeated */.Z)(below(aspect, urn)));
            const unit = { urn, entityType, aspectName: 'browsePathsV2', changeType: 'UPSERT' };
            return [origin === undefined ? { ...unit, aspect } : { ...unit, aspect, origin }];
        }
    });
}
/** The path of what is in a container. */
const below = ({ path }, container) => (0,aspects/* browsePathsAspect */.Jk)([...path, (0,aspects/* browseStep */.Zc)(container)]);

;// CONCATENATED MODULE: ./lib/process/field-paths.js


/**
 * Keeps the first of several schema fields with one path, and drops fields without a path (the peer's
 * ValidateDuplicateSchemaFieldPaths and ValidateEmptySchemaFieldPaths): GMS refuses a whole schema for one of them.
 */
const uniqueFieldPaths = (emit) => (0,processor/* eachUnit */.sq)((unit) => withUniqueFieldPaths(unit, emit));
function withUniqueFieldPaths(unit, emit) {
    const content = unit.aspectName === 'schemaMetadata' ? contentOf(unit) : null;
    const fields = content?.fields;
    if (!field_paths_isList(fields))
        return unit;
    const seen = new Set(['']);
    for (const field of fields)
        seen.add(pathOf(field));
    if (seen.size === fields.length + 1)
        return unit;
    seen.clear();
    seen.add('');
    const kept = fields.filter((field) => !seen.has(pathOf(field)) && seen.add(pathOf(field)));
    emit({ type: 'failed', severity: 'notice', failure: { ...DROPPED, resource: unit.origin ?? unit.urn } });
    return { ...unit, aspect: { ...content, fields: kept } };
}
const DROPPED = {
    code: 'schema-field-twice',
    message: 'Columns of the same name and type, or without a name, are shown once or not at all',
    cure: 'Give every column of the table a name of its own in the Glue Data Catalog'
};
const field_paths_isList = (value) => Array.isArray(value);
const pathOf = (field) => (field_paths_isObject(field) ? field.fieldPath : '');
const field_paths_isObject = (value) => typeof value === 'object' && value !== null;

// EXTERNAL MODULE: ./lib/process/transform/terms.js
var terms = __webpack_require__(7553);
;// CONCATENATED MODULE: ./lib/process/incremental-properties.js



/** Members that are set one by one, in the order of the peer's patch builder, before and after the custom properties. */
const BEFORE = ['name', 'description', 'created', 'lastModified', 'qualifiedName'];
const AFTER = ['externalUrl'];
/**
 * `incremental_properties`: what a dataset's properties say is added to what DataHub holds, as a PATCH, so that properties
 * of other programs stay (the peer's AutoIncrementalProperties). A property that is gone from Glue stays as well, and
 * members that the peer's builder does not know (`tags`, `uri`) are not carried.
 */
const incrementalProperties = () => (0,processor/* eachUnit */.sq)((unit) => {
    const content = unit.aspectName === 'datasetProperties' ? contentOf(unit) : null;
    return content === null ? unit : { ...unit, changeType: 'PATCH', aspect: operations(content) };
});
function operations(properties) {
    // Whatever is no mapping has no members to add.
    const custom = Object.entries(Object(properties.customProperties));
    return [
        ...BEFORE.flatMap((name) => setting(`/${name}`, properties[name])),
        ...custom.flatMap(([key, value]) => setting(`/customProperties/${(0,terms/* pointer */.Wn)(key)}`, value)),
        ...AFTER.flatMap((name) => setting(`/${name}`, properties[name]))
    ];
}
const setting = (path, value) => value === undefined || value === null ? [] : [{ op: 'add', path, value }];

;// CONCATENATED MODULE: ./lib/process/last-modified.js


/** More work units than a request to GMS holds (sink/rest/pack.ts). */
const DISTANCE = 200;
/**
 * Gives a dataset whose properties name no last modification the time of its last operation, as a PATCH (the peer's
 * AutoPatchLastModified). The peer does it at the end of the run, which keeps every such urn until then. Here a PATCH comes
 * as soon as so much else has come that it cannot be in one request with the properties it changes: a GMS that applies
 * the patches of a request to what it held before would lose them. So at most the datasets of that distance are kept.
 */
function autoLastModified() {
    const waiting = [];
    let passed = 0;
    const visits = (0,processor/* eachEntity */.hl)({
        begin: (unit) => ({ unit, hasLastModified: false, operated: null }),
        note: (visit, unit) => {
            passed += 1;
            note(visit, unit);
        },
        leave: (visit) => {
            const patch = patchFor(visit);
            if (patch !== null)
                waiting.push({ patch, due: passed + DISTANCE });
            return [];
        }
    });
    return {
        process: (page) => {
            const due = waiting.findIndex((held) => held.due > passed);
            const ready = waiting.splice(0, due === -1 ? waiting.length : due);
            return [...ready.map((held) => held.patch), ...visits.process(page)];
        },
        end: () => {
            visits.end();
            return (0,processor/* inPages */.Wz)(waiting.splice(0).map((held) => held.patch));
        }
    };
}
function note(visit, unit) {
    if (unit.entityType !== 'dataset')
        return;
    if (unit.aspectName === 'datasetProperties')
        visit.hasLastModified ||= setsLastModified(unit);
    const time = unit.aspectName === 'operation' ? contentOf(unit)?.lastUpdatedTimestamp : undefined;
    if (typeof time === 'number')
        visit.operated = Math.max(visit.operated ?? time, time);
}
function setsLastModified(unit) {
    const content = contentOf(unit);
    if (content !== null)
        return content.lastModified !== undefined && content.lastModified !== null;
    return Array.isArray(unit.aspect) && unit.aspect.some((operation) => operation.path === '/lastModified');
}
/** Nothing for the epoch itself: the peer takes its zero for no time. */
function patchFor({ unit: { urn, entityType, origin }, hasLastModified, operated }) {
    if (hasLastModified || operated === null || operated === 0)
        return null;
    const aspect = [{ op: 'add', path: '/lastModified', value: { time: operated } }];
    const unit = { urn, entityType, aspectName: 'datasetProperties', changeType: 'PATCH', aspect };
    return origin === undefined ? unit : { ...unit, origin };
}

;// CONCATENATED MODULE: ./lib/process/referenced-keys.js


const TAG = { prefix: 'urn:li:tag:', entityType: 'tag', aspectName: 'tagKey' };
const TERM = { prefix: 'urn:li:glossaryTerm:', entityType: 'glossaryTerm', aspectName: 'glossaryTermKey' };
/**
 * Creates, at the end, the tags and glossary terms that aspects refer to and that do not come themselves (the peer's
 * AutoMaterializeReferencedTagsTerms): without a key of their own DataHub does not show them. Remembers their urns, of
 * which there are few: a catalogue's vocabulary. What PATCHes refer to is not looked at.
 */
function autoKeys(emit) {
    const referenced = new Set();
    const present = new Set();
    return {
        process: (page) => {
            for (const unit of page) {
                if (unit.entityType === 'tag' || unit.entityType === 'glossaryTerm')
                    present.add(unit.urn);
                collect(unit, referenced);
            }
            return page;
        },
        end: () => {
            const lacking = [...referenced].filter((urn) => !present.has(urn)).sort();
            return (0,processor/* inPages */.Wz)(lacking.flatMap((urn) => keyOf(urn, emit)));
        }
    };
}
/** References stand in `globalTags` and `glossaryTerms`: aspects of entities, or members of schema fields. */
function collect(unit, urns) {
    const { aspectName } = unit;
    const aspect = contentOf(unit);
    if (aspectName === 'globalTags')
        addReferences(aspect, 'tags', 'tag', urns);
    else if (aspectName === 'glossaryTerms')
        addReferences(aspect, 'terms', 'urn', urns);
    else if (aspectName === 'schemaMetadata') {
        for (const field of referenced_keys_listIn(aspect, 'fields')) {
            if (!referenced_keys_isObject(field))
                continue;
            if ('globalTags' in field)
                addReferences(field.globalTags, 'tags', 'tag', urns);
            if ('glossaryTerms' in field)
                addReferences(field.glossaryTerms, 'terms', 'urn', urns);
        }
    }
}
function addReferences(holder, list, member, urns) {
    for (const item of referenced_keys_listIn(holder, list)) {
        const urn = referenced_keys_isObject(item) ? Reflect.get(item, member) : undefined;
        if (typeof urn === 'string' && (urn.startsWith(TAG.prefix) || urn.startsWith(TERM.prefix)))
            urns.add(urn);
    }
}
function keyOf(urn, emit) {
    const { prefix, entityType, aspectName } = urn.startsWith(TAG.prefix) ? TAG : TERM;
    const name = urn.slice(prefix.length);
    if (name !== '' && !/[,()\u241f]/.test(name)) {
        return [{ urn, entityType, aspectName, changeType: 'UPSERT', aspect: { name } }];
    }
    emit({ type: 'failed', severity: 'warning', failure: { ...INVALID, resource: urn } });
    return [];
}
const INVALID = {
    code: 'urn-invalid',
    message: 'Something refers to a tag or term whose urn is not valid, so it is not created',
    cure: 'Give it a name without commas and parentheses'
};
const referenced_keys_isObject = (value) => typeof value === 'object' && value !== null;
function referenced_keys_listIn(holder, name) {
    const list = referenced_keys_isObject(holder) ? Reflect.get(holder, name) : undefined;
    return Array.isArray(list) ? list : [];
}

// EXTERNAL MODULE: ./lib/datahub/status-support.js
var status_support = __webpack_require__(6903);
// EXTERNAL MODULE: ./lib/datahub/urn-set.js
var urn_set = __webpack_require__(3685);
;// CONCATENATED MODULE: ./lib/process/status.js




/** Entities that can be removed, and so have a status (`status` among the aspects of their entity registry entry). */
const WITH_STATUS = new Set([
    'dataset',
    'container',
    'dataFlow',
    'dataJob',
    'tag',
    'glossaryTerm',
    'schemaField',
    'structuredProperty',
    'platformResource',
    'query'
]);
/**
 * Gives a status to every entity that comes without one, so that a removed one comes back (the peer's AutoStatusAspect,
 * which does it at the end; here it stands behind the entity's other aspects). Remembers a hash of every urn.
 */
function autoStatus(gms) {
    const settled = new urn_set/* UrnSet */.G();
    // A status that holds more must not be overwritten.
    const patches = gms !== null && (0,status_support/* knowsLifecycle */.p)(gms);
    return (0,processor/* eachEntity */.hl)({
        begin: (unit) => ({ unit, hasStatus: false }),
        note: (visit, unit) => {
            if (unit.aspectName === 'status')
                visit.hasStatus = true;
        },
        leave: ({ unit, hasStatus }) => {
            // The peer writes definitions of properties past its processors, where there is a GMS to write them to.
            const isDefinition = unit.entityType === 'structuredProperty' && gms !== null;
            const lacks = !hasStatus && WITH_STATUS.has(unit.entityType) && !isDefinition && !settled.has(unit.urn);
            settled.add(unit.urn);
            return lacks ? [statusUnit(unit, patches)] : [];
        }
    });
}
function statusUnit({ urn, entityType, origin }, patches) {
    const base = { urn, entityType, aspectName: 'status', ...(origin === undefined ? {} : { origin }) };
    if (!patches)
        return { ...base, changeType: 'UPSERT', aspect: (0,aspects/* statusAspect */.$Q)(false) };
    return { ...base, changeType: 'PATCH', aspect: [{ op: 'add', path: '/removed', value: false }] };
}

;// CONCATENATED MODULE: ./lib/process/chain.js









/** The peer's work unit processors that act on what a Glue recipe makes, in its order (ingestion/api/source.py). */
function processorsFor({ source, flags, gms, emit }) {
    return [
        autoStatus(gms),
        autoKeys(emit),
        uniqueFieldPaths(emit),
        ...(flags.generateBrowsePathV2 ? [autoBrowsePaths(source.platform, source.platformInstance)] : []),
        autoLastModified()
    ];
}
/**
 * Pulls work units through processors and transformers and makes strings of them, each once. What is remembered between
 * pages: a hash of every urn, a path of every container, the urns of tags and terms, and the last few datasets.
 */
async function* processed(units, options) {
    const made = throughAll(units, processorsFor(options));
    const source = options.between === undefined ? made : options.between(made);
    const transformed = options.transformers.reduce((pages, transform) => transform(pages), source);
    // The peer does it before the transformers, which then write properties of their own over what is to be kept.
    const last = options.source.incrementalProperties ? throughAll(transformed, [incrementalProperties()]) : transformed;
    for await (const page of last)
        yield page.map((unit) => serialise(unit, options.emit));
}
async function* throughAll(units, processors) {
    for await (const page of units) {
        const out = through(page, processors);
        if (out.length > 0)
            yield out;
    }
    for (const [index, processor] of processors.entries()) {
        for (const page of processor.end()) {
            const out = through(page, processors.slice(index + 1));
            if (out.length > 0)
                yield out;
        }
    }
}
const through = (page, processors) => processors.reduce((units, processor) => processor.process(units), page);
function serialise(unit, emit) {
    const value = aspectJson(unit);
    if (isLarge(unit, value))
        return fittedOf(unit, value, emit);
    if (!isSuspect(unit, value))
        return serialised(unit, value);
    const { unit: fitted, dropped } = fitSchema(unit);
    if (dropped === 0)
        return serialised(unit, value);
    const failure = { ...TRUNCATED, message: `${dropped} of its schema fields ${TRUNCATED.message}` };
    emit({ type: 'failed', severity: 'warning', failure: { ...failure, resource: unit.origin ?? unit.urn } });
    return serialised(unit, aspectJson(fitted));
}
/** As much of another aspect as can be sent. */
function fittedOf(unit, value, emit) {
    const { unit: fitted, taken } = fitAspect(unit);
    if (taken === null)
        return serialised(unit, value);
    const failure = { ...CUT, message: `${taken} ${CUT.message}` };
    emit({ type: 'failed', severity: 'warning', failure: { ...failure, resource: `${unit.urn} ${unit.aspectName}` } });
    return serialised(unit, aspectJson(fitted));
}
/** Member by member: this is done for every aspect of a catalogue. */
function serialised({ urn, entityType, aspectName, changeType, origin }, value) {
    if (origin === undefined)
        return { urn, entityType, aspectName, changeType, value };
    return { urn, entityType, aspectName, changeType, origin, value };
}
const CUT = {
    code: 'aspect-truncated',
    message: 'is left out: it is more than DataHub accepts',
    cure: 'Nothing has to be done; the rest is in DataHub'
};
const TRUNCATED = {
    code: 'schema-truncated',
    message: 'are left out: DataHub accepts no aspect of more than 15 MiB',
    cure: 'Split the table, or flatten the columns that are nested deepest'
};


/***/ }),

/***/ 5117:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Wz: () => (/* binding */ inPages),
/* harmony export */   hl: () => (/* binding */ eachEntity),
/* harmony export */   sq: () => (/* binding */ eachUnit)
/* harmony export */ });
/** A processor that looks at one work unit at a time and holds nothing back. */
const eachUnit = (change) => ({
    process: (page) => page.map(change),
    end: () => []
});
/** A processor that adds work units behind those of each entity. */
function eachEntity(visitor) {
    let open = null;
    return {
        process: (page) => {
            const out = [];
            for (const unit of page) {
                if (open !== null && open.urn !== unit.urn) {
                    out.push(...visitor.leave(open.visit));
                    open = null;
                }
                open ??= { urn: unit.urn, visit: visitor.begin(unit) };
                visitor.note(open.visit, unit);
                out.push(unit);
            }
            return out;
        },
        end: () => {
            const rest = open === null ? [] : visitor.leave(open.visit);
            open = null;
            return [rest];
        }
    };
}
const PAGE_SIZE = 200;
/** A long list in pages. */
function* inPages(items) {
    let page = [];
    for (const item of items) {
        page.push(item);
        if (page.length === PAGE_SIZE) {
            yield page;
            page = [];
        }
    }
    if (page.length > 0)
        yield page;
}


/***/ }),

/***/ 3596:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CB: () => (/* binding */ textsOf),
/* harmony export */   Dc: () => (/* binding */ member),
/* harmony export */   Pv: () => (/* binding */ lastOfEach),
/* harmony export */   c3: () => (/* binding */ listOf)
/* harmony export */ });
/** Members of an aspect that are lists of objects, such as `tags` of globalTags. */
function listOf(aspect, name) {
    const list = aspect?.[name];
    return Array.isArray(list) ? list.filter(isObject) : [];
}
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
/** Members of an aspect that are lists of texts. */
function textsOf(aspect, name) {
    const list = aspect?.[name];
    return Array.isArray(list) ? list.filter((item) => typeof item === 'string') : [];
}
/**
 * One of each key. As with the peer (utilities/dedup_list.py, keep last), an item takes the place of the first one that
 * has its key, and the value of the last.
 */
function lastOfEach(items, key) {
    return [...new Map(items.map((item) => [key(item), item])).values()];
}
/** The text of a member; empty where there is none. */
const member = (item, name) => {
    const value = item[name];
    return typeof value === 'string' ? value : '';
};


/***/ }),

/***/ 7553:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F0: () => (/* binding */ termsFromTags),
/* harmony export */   Wn: () => (/* binding */ pointer),
/* harmony export */   dR: () => (/* binding */ addTerms),
/* harmony export */   uf: () => (/* binding */ termStamp),
/* harmony export */   xD: () => (/* binding */ byUrn)
/* harmony export */ });
/* harmony import */ var _associations_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3596);
/* harmony import */ var _transformer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7961);


/** Who adds terms, in the peer's words. */
const ACTOR = 'urn:li:corpUser:restEmitter';
const termStamp = (now) => ({ time: now, actor: ACTOR });
const byUrn = (term) => (0,_associations_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)(term, 'urn');
/** simple_add_dataset_terms, pattern_add_dataset_terms. */
function addTerms(options, deps) {
    return {
        entityTypes: new Set(['dataset']),
        aspectName: 'glossaryTerms',
        transform: async ({ urn }, aspect) => {
            const existing = options.replaceExisting ? [] : (0,_associations_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)(aspect, 'terms');
            const added = options.urns.valuesOf(urn).map((term) => ({ urn: term }));
            const terms = (0,_associations_js__WEBPACK_IMPORTED_MODULE_0__/* .lastOfEach */ .Pv)([...existing, ...added], byUrn);
            if (terms.length === 0)
                return { aspect: null };
            const held = options.patch ? await (0,_transformer_js__WEBPACK_IMPORTED_MODULE_1__/* .heldAspect */ .wk)(deps, urn, 'glossaryTerms') : null;
            return { aspect: termsAspect([...(0,_associations_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)(held, 'terms'), ...terms], aspect, deps) };
        }
    };
}
/** tags_to_term: tags that DataHub holds, of the dataset or of its columns, become terms, and leave the dataset. */
function termsFromTags(options, deps) {
    const wanted = new Set(options.tags);
    return {
        entityTypes: new Set(['dataset', 'container']),
        aspectName: 'glossaryTerms',
        transform: async ({ urn, entityType, origin }, aspect) => {
            const tags = await heldTags(urn, deps);
            const found = [...tags].filter((tag) => wanted.has(termName(tag)));
            if (found.length === 0)
                return (0,_transformer_js__WEBPACK_IMPORTED_MODULE_1__/* .unchanged */ .Cv)(aspect);
            const terms = [...new Set(found.map(termName))].sort().map((name) => ({ urn: `urn:li:glossaryTerm:${name}` }));
            const held = options.patch ? await (0,_transformer_js__WEBPACK_IMPORTED_MODULE_1__/* .heldAspect */ .wk)(deps, urn, 'glossaryTerms') : null;
            const patch = found.sort().map((tag) => ({ op: 'remove', path: `/tags/${pointer(tag)}`, value: {} }));
            const base = origin === undefined ? { urn, entityType } : { urn, entityType, origin };
            const removal = { ...base, aspectName: 'globalTags', changeType: 'PATCH', aspect: patch };
            return { aspect: termsAspect([...(0,_associations_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)(held, 'terms'), ...terms], null, deps), more: [removal] };
        }
    };
}
/** The part of a tag that names the term: behind the last dot, before a colon (tags_to_terms.py). */
const termName = (tag) => tag
    .slice(tag.lastIndexOf('urn:li:tag:') + 'urn:li:tag:'.length)
    .split('.')
    .at(-1)
    ?.split(':')[0] ?? '';
async function heldTags(urn, deps) {
    const [own, schema] = await Promise.all([
        (0,_transformer_js__WEBPACK_IMPORTED_MODULE_1__/* .heldAspect */ .wk)(deps, urn, 'globalTags'),
        (0,_transformer_js__WEBPACK_IMPORTED_MODULE_1__/* .heldAspect */ .wk)(deps, urn, 'schemaMetadata')
    ]);
    const ofFields = (0,_associations_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)(schema, 'fields').flatMap(({ globalTags }) => (0,_associations_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)(asObject(globalTags), 'tags'));
    return new Set([...(0,_associations_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)(own, 'tags'), ...ofFields].map((tag) => (0,_associations_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)(tag, 'tag')));
}
const asObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
/** A part of a JSON pointer. */
const pointer = (part) => part.replaceAll('~', '~0').replaceAll('/', '~1');
function termsAspect(terms, aspect, { now }) {
    return { terms: (0,_associations_js__WEBPACK_IMPORTED_MODULE_0__/* .lastOfEach */ .Pv)(terms, byUrn), auditStamp: aspect?.auditStamp ?? termStamp(now) };
}


/***/ }),

/***/ 7961:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cv: () => (/* binding */ unchanged),
/* harmony export */   uF: () => (/* binding */ unitOf),
/* harmony export */   wk: () => (/* binding */ heldAspect)
/* harmony export */ });
/** What DataHub holds, or null where there is none to ask. */
async function heldAspect({ datahub }, urn, aspectName) {
    return datahub === null ? null : datahub.aspect(urn, aspectName);
}
/** The aspect stays as the source gives it, or absent. */
const unchanged = (aspect) => ({ aspect });
/** A unit of an entity that comes from the same record. */
function unitOf({ urn, entityType, origin }, name, aspect) {
    const unit = { urn, entityType, aspectName: name, changeType: 'UPSERT', aspect };
    return origin === undefined ? unit : { ...unit, origin };
}


/***/ }),

/***/ 6305:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ transformStages)
});

// EXTERNAL MODULE: ./lib/process/transform/associations.js
var associations = __webpack_require__(3596);
// EXTERNAL MODULE: ./lib/process/transform/terms.js
var terms = __webpack_require__(7553);
;// CONCATENATED MODULE: ./lib/process/transform/attribution.js


/** Aspects whose items say where they come from: the list's name, and the member that tells its items apart. */
const ATTRIBUTED = {
    globalTags: { list: 'tags', key: 'tag' },
    ownership: { list: 'owners', key: 'owner' },
    glossaryTerms: { list: 'terms', key: 'urn' }
};
/**
 * set_attribution: tags, owners and terms are added under the name of their source, beside those of other sources. The
 * other aspects of an entity pass by (the peer loses them where they come in one event).
 */
function setAttribution(options, { now }) {
    const stamp = {
        time: now,
        actor: options.actor,
        source: options.source,
        ...(options.sourceDetail === null ? {} : { sourceDetail: options.sourceDetail })
    };
    const attributed = (unit) => {
        const kind = ATTRIBUTED[unit.aspectName];
        if (kind === undefined || unit.changeType !== 'UPSERT')
            return unit;
        // UPSERTs hold an object (model/work-unit.ts).
        const items = (0,associations/* listOf */.c3)(unit.aspect, kind.list).map((item) => ({ ...item, attribution: stamp }));
        const patch = operations(items, kind, options);
        const arrayPrimaryKeys = { [kind.list]: ['attribution\u241fsource', kind.key] };
        return { ...unit, changeType: 'PATCH', aspect: { arrayPrimaryKeys, patch, forceGenericPatch: true } };
    };
    return async function* (pages) {
        for await (const page of pages)
            yield page.map(attributed);
    };
}
function operations(items, { list, key }, { source, itemByItem }) {
    const path = `/${list}/${(0,terms/* pointer */.Wn)(source)}`;
    if (!itemByItem) {
        return [{ op: 'add', path, value: Object.fromEntries(items.map((item) => [(0,associations/* member */.Dc)(item, key), item])) }];
    }
    return items.map((item) => ({ op: 'add', path: `${path}/${(0,terms/* pointer */.Wn)((0,associations/* member */.Dc)(item, key))}`, value: item }));
}

;// CONCATENATED MODULE: ./lib/process/transform/dataset-name.js
const URN = /^urn:li:dataset:\(urn:li:dataPlatform:([^,]*),(.*),([^,]*)\)$/s;
/** null for what is no dataset's urn. */
function partsOf(urn) {
    const [, platform, name, env] = URN.exec(urn) ?? [];
    return platform === undefined || name === undefined || env === undefined ? null : { platform, name, env };
}
/** A dataset's name, with its platform instance, as it stands in its urn. */
const nameInUrn = (urn) => partsOf(urn)?.name ?? '';

// EXTERNAL MODULE: ./lib/process/transform/transformer.js
var transformer = __webpack_require__(7961);
;// CONCATENATED MODULE: ./lib/process/transform/browse-paths.js



/** set_dataset_browse_path: the old kind of paths, from templates with PLATFORM, DATASET_PARTS and ENV. */
function setLegacyBrowsePath(options, deps) {
    return {
        entityTypes: new Set(['dataset']),
        aspectName: 'browsePaths',
        transform: async ({ urn }, aspect) => {
            const made = options.templates.map((template) => filled(template, urn));
            const paths = [...(options.replaceExisting ? [] : (0,associations/* textsOf */.CB)(aspect, 'paths')), ...made];
            if (paths.length === 0)
                return { aspect: null };
            const held = options.patch ? (0,associations/* textsOf */.CB)(await (0,transformer/* heldAspect */.wk)(deps, urn, 'browsePaths'), 'paths') : [];
            return { aspect: { paths: [...held, ...paths.filter((path) => !held.includes(path))] } };
        }
    };
}
function filled(template, urn) {
    const { platform, name, env } = partsOf(urn) ?? { platform: '', name: '', env: '' };
    return template
        .replaceAll('PLATFORM', () => platform)
        .replaceAll('DATASET_PARTS', () => name.replaceAll('.', '/'))
        .replaceAll('ENV', () => env.toLowerCase());
}
/** set_browse_path: entries as written, or urns of the path that there is: `$container[0]`, `$container[*]`. */
const setBrowsePath = (options) => ({
    entityTypes: new Set(['dataset', 'dataJob', 'dataFlow', 'container']),
    aspectName: 'browsePathsV2',
    transform: async (_entity, aspect) => {
        const existing = (0,associations/* listOf */.c3)(aspect, 'path');
        const made = options.path.flatMap((entry) => nodesOf(entry.trim(), existing)).filter((node) => node.trim() !== '');
        const path = [...made.map(stepOf), ...(options.replaceExisting ? [] : existing)];
        return { aspect: path.length === 0 && aspect === null ? null : { path } };
    }
});
const stepOf = (node) => ({ id: node, ...(node.startsWith('urn:') ? { urn: node } : {}) });
const VARIABLE = /^\$([a-zA-Z]+)\[([0-9*]+)\]$/;
function nodesOf(entry, path) {
    const [, entityType, index] = VARIABLE.exec(entry) ?? [];
    if (entityType === undefined || index === undefined)
        return [entry];
    const urns = path.map((step) => (0,associations/* member */.Dc)(step, 'urn')).filter((urn) => typeOf(urn) === entityType);
    if (index === '*')
        return urns;
    // Only an index written as a number is written is one: $container[01] names nothing.
    const urn = String(Number(index)) === index ? urns[Number(index)] : undefined;
    return urn === undefined ? [] : [urn];
}
const typeOf = (urn) => urn.split(':')[2] ?? '';

;// CONCATENATED MODULE: ./lib/process/transform/data-products.js


/** simple_add_dataset_dataproduct, pattern_add_dataset_dataproduct: datasets become assets of data products. */
function addToDataProducts({ productsOf, containers }, deps) {
    const assets = new Map();
    const note = (product, urn) => {
        const known = assets.get(product) ?? new Set();
        assets.set(product, known.add(urn));
    };
    return {
        entityTypes: new Set(['dataset']),
        // No dataset has this aspect: every one is looked at once.
        aspectName: 'dataProductProperties',
        transform: async (entity) => {
            const [product] = productsOf.valuesOf(entity.urn);
            if (product === undefined)
                return (0,transformer/* unchanged */.Cv)(null);
            note(product, entity.urn);
            const container = containers ? await containerOf(entity, deps) : null;
            if (container !== null)
                note(product, container);
            return (0,transformer/* unchanged */.Cv)(null);
        },
        end: async () => [...assets].map(([product, urns]) => assetsPatch(product, urns))
    };
}
async function containerOf(entity, deps) {
    const own = entity.units.find(({ aspectName }) => aspectName === 'container')?.aspect;
    const aspect = own ?? (await (0,transformer/* heldAspect */.wk)(deps, entity.urn, 'container'));
    const urn = aspect === null ? null : Reflect.get(aspect, 'container');
    return typeof urn === 'string' ? urn : null;
}
function assetsPatch(urn, assets) {
    const aspect = [...assets].map((asset) => ({
        op: 'add',
        path: `/assets/${(0,terms/* pointer */.Wn)(asset)}`,
        value: { destinationUrn: asset, outputPort: false }
    }));
    return { urn, entityType: 'dataProduct', aspectName: 'dataProductProperties', changeType: 'PATCH', aspect };
}

;// CONCATENATED MODULE: ./lib/process/transform/container-rollup.js


/**
 * Collects what the entities of a container get, for the container itself (`is_container`). The path of an entity is the
 * one that this run gives it, and otherwise the one that DataHub holds; the peer asks DataHub only, which in a first run
 * knows none.
 */
class ContainerRollup {
    #deps;
    #found = new Map();
    constructor(deps) {
        this.#deps = deps;
    }
    async note(entity, items) {
        const own = entity.units.findLast((unit) => unit.aspectName === 'browsePathsV2' && unit.changeType === 'UPSERT');
        // An UPSERT holds an object (model/work-unit.ts).
        const path = own === undefined ? await (0,transformer/* heldAspect */.wk)(this.#deps, entity.urn, 'browsePathsV2') : own.aspect;
        for (const step of (0,associations/* listOf */.c3)(path, 'path')) {
            const urn = (0,associations/* member */.Dc)(step, 'urn');
            if (!urn.startsWith('urn:li:container:'))
                continue;
            const known = this.#found.get(urn) ?? [];
            this.#found.set(urn, known);
            for (const item of items)
                if (!known.some((other) => same(other, item)))
                    known.push(item);
        }
    }
    /** What was found, in the order in which the containers came. */
    found() {
        return [...this.#found];
    }
}
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

;// CONCATENATED MODULE: ./lib/process/transform/domains.js



/** simple_add_(dataset_)domain, pattern_add_(dataset_)domain. */
function addDomains(options, deps) {
    const rollup = new ContainerRollup(deps);
    return {
        entityTypes: new Set(options.entityTypes),
        aspectName: 'domains',
        transform: async (entity, aspect) => {
            const added = await urnsOf(options.domains.valuesOf(entity.urn), deps);
            if (options.containers && added.length > 0)
                await rollup.note(entity, added);
            const domains = [...new Set([...(options.replaceExisting ? [] : (0,associations/* textsOf */.CB)(aspect, 'domains')), ...added])];
            if (domains.length === 0)
                return { aspect: null };
            const asked = options.patch || options.keepExisting;
            const held = asked ? (0,associations/* textsOf */.CB)(await (0,transformer/* heldAspect */.wk)(deps, entity.urn, 'domains'), 'domains') : [];
            if (options.keepExisting && held.length > 0)
                return { aspect: null };
            return { aspect: { domains: options.patch ? [...new Set([...held, ...domains])] : domains } };
        },
        end: async () => rollup.found().map(([urn, domains]) => ({
            urn,
            entityType: 'container',
            aspectName: 'domains',
            changeType: 'UPSERT',
            aspect: { domains }
        }))
    };
}
/** domain_mapping_based_on_tags: by the tags that DataHub holds. */
function domainsByTags(options, deps) {
    return {
        entityTypes: new Set(['dataset']),
        aspectName: 'domains',
        transform: async ({ urn }, aspect) => {
            const tags = (0,associations/* listOf */.c3)(await (0,transformer/* heldAspect */.wk)(deps, urn, 'globalTags'), 'tags').map(tagName);
            const names = [...new Set(tags)].flatMap((tag) => {
                const domain = Object.hasOwn(options.domains, tag) ? options.domains[tag] : undefined;
                return domain === undefined || domain === '' ? [] : [domain];
            });
            if (names.length === 0)
                return (0,transformer/* unchanged */.Cv)(aspect);
            const mapped = await urnsOf(names, deps);
            const held = options.patch ? (0,associations/* textsOf */.CB)(await (0,transformer/* heldAspect */.wk)(deps, urn, 'domains'), 'domains') : [];
            return { aspect: { domains: [...new Set([...held, ...mapped])] } };
        }
    };
}
const tagName = (tag) => (0,associations/* member */.Dc)(tag, 'tag').split('urn:li:tag:').at(-1) ?? '';
const urnsOf = (names, { domains }) => Promise.all(names.map((name) => domains.urnOf(name)));

;// CONCATENATED MODULE: ./lib/process/transform/fields.js



const TAGS = { holder: 'globalTags', list: 'tags', key: 'tag' };
const TERMS = { holder: 'glossaryTerms', list: 'terms', key: 'urn' };
/** pattern_add_dataset_schema_tags, pattern_add_dataset_schema_terms: by the field's path. */
function addToFields(options, deps) {
    const kind = options.kind === 'add-field-tags' ? TAGS : TERMS;
    return {
        entityTypes: new Set(['dataset']),
        aspectName: 'schemaMetadata',
        transform: async ({ urn }, aspect) => {
            const held = options.patch ? await (0,transformer/* heldAspect */.wk)(deps, urn, 'schemaMetadata') : null;
            const schema = aspect ?? held;
            if (schema === null)
                return (0,transformer/* unchanged */.Cv)(null);
            const own = (0,associations/* listOf */.c3)(schema, 'fields');
            const heldFields = new Map((0,associations/* listOf */.c3)(held, 'fields').map((field) => [(0,associations/* member */.Dc)(field, 'fieldPath'), field]));
            const paths = new Set(own.map((field) => (0,associations/* member */.Dc)(field, 'fieldPath')));
            const lost = [...heldFields.values()].filter((field) => !paths.has((0,associations/* member */.Dc)(field, 'fieldPath')));
            const fields = [...own, ...lost];
            const extended = fields.map((field) => extend(field, heldFields.get((0,associations/* member */.Dc)(field, 'fieldPath')), { kind, options, deps }));
            // What nothing is added to, and what the source does not give, is not written.
            if (aspect === null && extended.every((field, index) => field === fields[index]))
                return (0,transformer/* unchanged */.Cv)(null);
            return { aspect: { ...schema, fields: extended } };
        }
    };
}
function extend(field, held, { kind, options, deps }) {
    const added = options.urns.valuesOf((0,associations/* member */.Dc)(field, 'fieldPath')).map((urn) => ({ [kind.key]: urn }));
    if (added.length === 0)
        return field;
    const all = [...added, ...(options.replaceExisting ? [] : listIn(field, kind))];
    const kept = held === undefined ? [] : listIn(held, kind);
    const keptKeys = new Set(kept.map((item) => (0,associations/* member */.Dc)(item, kind.key)));
    const fresh = all.filter((item) => !keptKeys.has((0,associations/* member */.Dc)(item, kind.key)));
    const first = kind === TAGS ? [...fresh, ...kept] : [...kept, ...fresh];
    const items = onceEach(first, kind);
    const stamp = kind === TERMS ? { auditStamp: holderOf(field, kind)?.auditStamp ?? (0,terms/* termStamp */.uf)(deps.now) } : {};
    return { ...field, [kind.holder]: { [kind.list]: items, ...stamp } };
}
function holderOf(field, { holder }) {
    const value = field[holder];
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
}
const listIn = (field, kind) => (0,associations/* listOf */.c3)(holderOf(field, kind), kind.list);
/** The first of each: a field that has a tag twice shows it twice. */
function onceEach(items, kind) {
    const key = kind === TERMS ? terms/* byUrn */.xD : (item) => (0,associations/* member */.Dc)(item, kind.key);
    const seen = new Set();
    return items.filter((item) => {
        const isNew = !seen.has(key(item));
        seen.add(key(item));
        return isNew;
    });
}

// EXTERNAL MODULE: ./lib/datahub/aspects.js
var aspects = __webpack_require__(9466);
;// CONCATENATED MODULE: ./lib/process/transform/owners.js





/** What can have owners, of what a Glue source makes. */
const OWNED = new Set(['dataset', 'dataJob', 'dataFlow']);
/** simple_add_(dataset_)ownership, pattern_add_(dataset_)ownership. */
function addOwners(options, deps) {
    const rollup = new ContainerRollup(deps);
    const ownersOf = (urn) => options.urns.valuesOf(urn).map((owner) => ownerOf(owner, options.ownershipType));
    return {
        entityTypes: new Set(options.entityTypes),
        aspectName: 'ownership',
        transform: async (entity, aspect) => {
            const added = ownersOf(entity.urn);
            if (options.containers && added.length > 0)
                await rollup.note(entity, added);
            const existing = options.replaceExisting ? [] : (0,associations/* listOf */.c3)(aspect, 'owners');
            const owners = (0,associations/* lastOfEach */.Pv)([...existing, ...added], identity);
            if (owners.length === 0)
                return { aspect: null };
            const held = options.patch ? await (0,transformer/* heldAspect */.wk)(deps, entity.urn, 'ownership') : null;
            return { aspect: ownership((0,associations/* lastOfEach */.Pv)([...(0,associations/* listOf */.c3)(held, 'owners'), ...owners], identity), aspect) };
        },
        end: async () => rollup.found().map(([urn, owners]) => ownersPatch(urn, (0,associations/* lastOfEach */.Pv)(owners, identity)))
    };
}
/** simple_remove_dataset_ownership: what the source says of owners becomes an empty list. */
const removeOwners = () => ({
    entityTypes: OWNED,
    aspectName: 'ownership',
    transform: async (_entity, aspect) => (aspect === null ? (0,transformer/* unchanged */.Cv)(null) : { aspect: { ...aspect, owners: [] } })
});
/**
 * pattern_cleanup_ownership: the owners that DataHub holds, with a part of their names taken away, as technical owners.
 * Where DataHub holds none, those that the source gives stay (the peer would write an empty list).
 */
function cleanOwners({ clean }, deps) {
    return {
        entityTypes: OWNED,
        aspectName: 'ownership',
        transform: async ({ urn }, aspect) => {
            const held = (0,associations/* listOf */.c3)(await (0,transformer/* heldAspect */.wk)(deps, urn, 'ownership'), 'owners').map((owner) => (0,associations/* member */.Dc)(owner, 'owner'));
            if (held.length === 0)
                return (0,transformer/* unchanged */.Cv)(aspect);
            const technical = { type: 'TECHNICAL_OWNER', typeUrn: null };
            const cleaned = [...new Set(held)].map((owner) => ownerOf(cleanUrn(owner, clean), technical));
            return { aspect: ownership(cleaned, null) };
        }
    };
}
const OWNER_URN = /^(urn:li:(?:corpuser|corpGroup):)(.*)$/s;
/** Only users and groups have a name to clean. */
const cleanUrn = (urn, clean) => urn.replace(OWNER_URN, (_urn, prefix, name) => `${prefix}${clean(name)}`);
const ownerOf = (owner, { type, typeUrn }) => ({
    owner,
    type,
    ...(typeUrn === null ? {} : { typeUrn })
});
/** What tells one ownership from another, in the order in which patches of GMS know it (HasOwnershipPatch). */
const identityParts = (owner) => [
    (0,associations/* member */.Dc)(owner, 'owner'),
    (0,associations/* member */.Dc)(owner, 'type'),
    (0,associations/* member */.Dc)(owner, 'typeUrn'),
    sourceOf(owner.attribution)
];
const sourceOf = (attribution) => typeof attribution === 'object' && attribution !== null ? (0,associations/* member */.Dc)(attribution, 'source') : '';
const identity = (owner) => identityParts(owner).join('\u241f');
const ownership = (owners, aspect) => ({
    owners,
    ownerTypes: {},
    lastModified: aspect?.lastModified ?? aspects/* UNKNOWN_STAMP */.t0
});
function ownersPatch(urn, owners) {
    const patch = owners.map((owner) => ({
        op: 'add',
        path: `/owners/${identityParts(owner).map(terms/* pointer */.Wn).join('/')}`,
        value: owner
    }));
    const keys = ['owner', 'type', 'typeUrn', 'attribution\u241fsource'];
    const aspect = { arrayPrimaryKeys: { owners: keys }, patch };
    return { urn, entityType: 'container', aspectName: 'ownership', changeType: 'PATCH', aspect };
}

;// CONCATENATED MODULE: ./lib/process/transform/owners-from-tags.js



const TAG = 'urn:li:tag:';
/**
 * extract_ownership_from_tags: what stands in a tag behind the pattern is an owner. A dataset without such a tag keeps
 * its owners (the peer would write an empty list).
 */
const ownersFromTags = (options) => ({
    entityTypes: new Set(['dataset']),
    aspectName: 'globalTags',
    transform: async (entity, aspect) => {
        const names = (0,associations/* listOf */.c3)(aspect, 'tags').map((tag) => (0,associations/* member */.Dc)(tag, 'tag').slice(TAG.length));
        const owners = names.flatMap((name) => ownerIn(name, options));
        const more = owners.length === 0 ? [] : [(0,transformer/* unitOf */.uF)(entity, 'ownership', ownership(owners, null))];
        return { ...(0,transformer/* unchanged */.Cv)(aspect), more };
    }
});
function ownerIn(tag, options) {
    const name = replaced(tag, options.replacements);
    const found = options.find(name);
    if (found === null)
        return [];
    const id = name.slice(found.end).trim();
    const account = options.emailDomain === null ? id : `${id}@${options.emailDomain}`;
    const urn = `urn:li:${options.isUser ? 'corpuser' : 'corpGroup'}:${account}`;
    if (!options.typeFromTag)
        return [ownerOf(urn, options.ownershipType)];
    return found.group === null ? [] : [ownerOf(urn, { type: 'CUSTOM', typeUrn: typeUrnOf(found.group) })];
}
const typeUrnOf = (name) => `urn:li:ownershipType:${name}`;
/** The longest first; what was put in is not replaced again (extract_ownership_from_tags.py convert_tag_as_per_mapping). */
function replaced(tag, replacements) {
    let text = tag;
    let places = [];
    const byLength = Object.entries(replacements).sort(([a], [b]) => [...b].length - [...a].length);
    for (const [old, fresh] of byLength) {
        for (let at = text.indexOf(old); at !== -1; at = text.indexOf(old, at + fresh.length)) {
            if (old === '')
                break;
            if (places.includes(at)) {
                if (fresh === '')
                    break;
                continue;
            }
            text = text.slice(0, at) + fresh + text.slice(at + old.length);
            const shift = fresh.length - old.length;
            const from = at;
            places = [...places.map((place) => (place > from ? place + shift : place)), at];
        }
    }
    return text;
}

;// CONCATENATED MODULE: ./lib/process/transform/properties.js


/**
 * simple_add_dataset_properties. Where the source gives no properties, as for the storage of a table, they are added to
 * what DataHub holds; the peer would write an aspect with nothing else in it, and so take away name and description.
 */
function addProperties(options, deps) {
    return {
        entityTypes: new Set(['dataset']),
        aspectName: 'datasetProperties',
        transform: async ({ urn, entityType, origin }, aspect) => {
            if (aspect === null) {
                const patch = Object.entries(options.properties).map(([name, value]) => ({
                    op: 'add',
                    path: `/customProperties/${(0,terms/* pointer */.Wn)(name)}`,
                    value
                }));
                const base = { urn, entityType, aspectName: 'datasetProperties', changeType: 'PATCH', aspect: patch };
                const unit = origin === undefined ? base : { ...base, origin };
                return { aspect: null, more: patch.length === 0 ? [] : [unit] };
            }
            const held = options.patch ? customOf(await (0,transformer/* heldAspect */.wk)(deps, urn, 'datasetProperties')) : {};
            const existing = options.replaceExisting ? {} : customOf(aspect);
            return { aspect: { ...aspect, customProperties: { ...held, ...existing, ...options.properties } } };
        }
    };
}
function customOf(aspect) {
    const custom = aspect?.customProperties;
    return typeof custom === 'object' && custom !== null && !Array.isArray(custom) ? custom : {};
}
/** replace_external_url, replace_external_url_container. */
const replaceExternalUrl = (entityType, replace) => ({
    entityTypes: new Set([entityType]),
    aspectName: entityType === 'dataset' ? 'datasetProperties' : 'containerProperties',
    transform: async (_entity, aspect) => {
        const url = aspect?.externalUrl;
        return aspect === null || typeof url !== 'string' || url === ''
            ? (0,transformer/* unchanged */.Cv)(aspect)
            : { aspect: { ...aspect, externalUrl: replace(url) } };
    }
});

;// CONCATENATED MODULE: ./lib/process/transform/properties-from-tags.js


const properties_from_tags_TAG = 'urn:li:tag:';
/** tags_to_structured_properties: tags become values of structured properties, beside themselves or instead of them. */
const propertiesFromTags = (options) => ({
    entityTypes: new Set(['dataset', 'dataJob', 'dataFlow', 'schemaField']),
    aspectName: 'globalTags',
    transform: async (entity, aspect) => {
        const values = new Map();
        for (const tag of (0,associations/* listOf */.c3)(aspect, 'tags')) {
            const found = propertyOf((0,associations/* member */.Dc)(tag, 'tag').slice(properties_from_tags_TAG.length), options);
            if (found !== null)
                values.set(found.id, [...(values.get(found.id) ?? []), found.value]);
        }
        const kept = options.removeTags ? null : aspect;
        if (values.size === 0)
            return (0,transformer/* unchanged */.Cv)(kept);
        const properties = [...values].map(([id, texts]) => ({
            propertyUrn: `urn:li:structuredProperty:${id}`,
            values: texts.map((string) => ({ string }))
        }));
        return {
            aspect: kept,
            more: [(0,transformer/* unitOf */.uF)(entity, 'structuredProperties', { properties })]
        };
    }
});
function propertyOf(tag, { keyValue, keywords }) {
    const at = keyValue === null ? -1 : tag.indexOf(keyValue.separator);
    if (keyValue !== null && at !== -1) {
        return { id: `${keyValue.prefix}${tag.slice(0, at)}`, value: tag.slice(at + keyValue.separator.length) };
    }
    const id = Object.entries(keywords).find(([, tags]) => tags.includes(tag))?.[0];
    return id === undefined ? null : { id, value: tag };
}

// EXTERNAL MODULE: ./lib/datahub/urn-set.js
var urn_set = __webpack_require__(3685);
// EXTERNAL MODULE: ./lib/process/processor.js
var processor = __webpack_require__(5117);
;// CONCATENATED MODULE: ./lib/process/transform/stage.js


/**
 * A transformer as a stage. The peer makes aspects that the source does not give at the end of the run, which keeps every
 * urn until then; here it is done when an entity's aspects have passed by, once for each. Entities of a page are
 * transformed side by side, so that what they ask of DataHub goes out together.
 */
function stageOf(transformer) {
    const settled = new urn_set/* UrnSet */.G();
    return async function* (pages) {
        let open = [];
        for await (const page of pages) {
            const visits = visitsOf([...open, ...page]);
            // The last one may go on in the next page.
            open = visits.pop() ?? [];
            const out = await transformAll(visits, transformer, settled);
            if (out.length > 0)
                yield out;
        }
        const rest = await transformAll(visitsOf(open), transformer, settled);
        if (rest.length > 0)
            yield rest;
        if (transformer.end !== undefined)
            yield* (0,processor/* inPages */.Wz)(await transformer.end());
    };
}
/** Units of one entity, in a row. */
function visitsOf(units) {
    const visits = [];
    for (const unit of units) {
        const last = visits.at(-1);
        if (last?.[0]?.urn === unit.urn)
            last.push(unit);
        else
            visits.push([unit]);
    }
    return visits;
}
async function transformAll(visits, transformer, settled) {
    const done = await Promise.all(visits.map((units) => transformVisit(units, transformer, settled)));
    return done.flat();
}
async function transformVisit(units, transformer, settled) {
    // What is a PATCH is not looked at, as with the peer.
    const [first] = units.filter(({ changeType }) => changeType === 'UPSERT');
    if (first === undefined || !transformer.entityTypes.has(first.entityType))
        return units;
    const { urn, entityType, origin } = first;
    const entity = { urn, entityType, origin, units };
    const given = units.some((unit) => isInput(unit, transformer));
    if (!given && settled.has(urn))
        return units;
    settled.add(urn);
    return given ? changed(entity, transformer) : added(entity, transformer);
}
const isInput = ({ aspectName, changeType }, transformer) => changeType === 'UPSERT' && aspectName === transformer.aspectName;
async function changed(entity, transformer) {
    const results = await Promise.all(entity.units.map(async (unit) => {
        if (!isInput(unit, transformer))
            return { units: [unit], more: [] };
        // UPSERTs hold an object (model/work-unit.ts).
        const { aspect, more = [] } = await transformer.transform(entity, unit.aspect);
        return { units: aspect === null ? [] : [{ ...unit, aspect }], more };
    }));
    return [...results.flatMap(({ units }) => units), ...results.flatMap(({ more }) => more)];
}
async function added(entity, transformer) {
    const { aspect, more = [] } = await transformer.transform(entity, null);
    const { urn, entityType, origin, units } = entity;
    const unit = { urn, entityType, aspectName: transformer.aspectName, changeType: 'UPSERT' };
    const made = aspect === null ? [] : [{ ...unit, aspect, ...(origin === undefined ? {} : { origin }) }];
    return [...units, ...made, ...more];
}

;// CONCATENATED MODULE: ./lib/process/transform/status.js
/** mark_dataset_status. */
const markStatus = (removed) => ({
    entityTypes: new Set(['dataset']),
    aspectName: 'status',
    transform: async (_entity, aspect) => ({ aspect: { ...aspect, removed } })
});

;// CONCATENATED MODULE: ./lib/process/transform/tags.js



const tags_TAG = 'urn:li:tag:';
/** simple_add_dataset_tags, pattern_add_dataset_tags: the tags that it adds are created at the end. */
function addTags(options, deps) {
    const used = new Set();
    const tagsOf = (entity) => {
        const urns = options.urns.valuesOf(entity.urn);
        for (const urn of urns)
            used.add(urn);
        return urns;
    };
    return { ...tagger(tagsOf, options, deps), end: async () => keysOf(used) };
}
/** extract_dataset_tags: the first group of a pattern, found in the dataset's name, is a tag. */
function tagsFromName(options, deps) {
    const tagsOf = ({ urn }) => {
        const found = options.find(nameInUrn(urn))?.group ?? null;
        return found === null ? [] : [`${tags_TAG}${found}`];
    };
    return tagger(tagsOf, options, deps);
}
function tagger(tagsOf, merging, deps) {
    return {
        entityTypes: new Set(['dataset']),
        aspectName: 'globalTags',
        transform: async (entity, aspect) => {
            const existing = merging.replaceExisting ? [] : (0,associations/* listOf */.c3)(aspect, 'tags');
            const tags = (0,associations/* lastOfEach */.Pv)([...existing, ...tagsOf(entity).map((tag) => ({ tag }))], byTag);
            // The peer writes an empty list here, which takes away what people have added in DataHub.
            if (tags.length === 0)
                return { aspect: null };
            return merging.patch ? withHeld(entity, tags, deps) : { aspect: { ...aspect, tags } };
        }
    };
}
async function withHeld(entity, tags, deps) {
    const held = await (0,transformer/* heldAspect */.wk)(deps, entity.urn, 'globalTags');
    return { aspect: { tags: (0,associations/* lastOfEach */.Pv)([...(0,associations/* listOf */.c3)(held, 'tags'), ...tags], byTag) } };
}
const byTag = (tag) => (0,associations/* member */.Dc)(tag, 'tag');
/** Tags exist once they have a key. */
function keysOf(urns) {
    return [...urns].map((urn) => ({
        urn,
        entityType: 'tag',
        aspectName: 'tagKey',
        changeType: 'UPSERT',
        aspect: { name: urn.slice(tags_TAG.length) }
    }));
}

;// CONCATENATED MODULE: ./lib/process/transform/transformers.js













/** A recipe's transformers, each a stage of its own, in the recipe's order. */
const transformStages = (transformers, deps) => transformers.flatMap((options) => {
    if (options.kind === 'nothing')
        return [];
    return [options.kind === 'attribution' ? setAttribution(options, deps) : stageOf(transformerOf(options, deps))];
});
function transformerOf(options, deps) {
    switch (options.kind) {
        case 'add-tags':
            return addTags(options, deps);
        case 'add-terms':
            return (0,terms/* addTerms */.dR)(options, deps);
        case 'add-field-tags':
        case 'add-field-terms':
            return addToFields(options, deps);
        case 'tags-from-name':
            return tagsFromName(options, deps);
        case 'add-owners':
            return addOwners(options, deps);
        case 'remove-owners':
            return removeOwners();
        case 'clean-owners':
            return cleanOwners(options, deps);
        case 'add-domains':
            return addDomains(options, deps);
        case 'domains-by-tags':
            return domainsByTags(options, deps);
        case 'add-properties':
            return addProperties(options, deps);
        default:
            return lessCommon(options, deps);
    }
}
function lessCommon(options, deps) {
    switch (options.kind) {
        case 'legacy-browse-path':
            return setLegacyBrowsePath(options, deps);
        case 'browse-path':
            return setBrowsePath(options);
        case 'status':
            return markStatus(options.removed);
        case 'owners-from-tags':
            return ownersFromTags(options);
        case 'external-url':
            return replaceExternalUrl(options.entityType, options.replace);
        case 'terms-from-tags':
            return (0,terms/* termsFromTags */.F0)(options, deps);
        case 'properties-from-tags':
            return propertiesFromTags(options);
        case 'data-products':
            return addToDataProducts(options, deps);
    }
}


/***/ }),

/***/ 9595:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F3: () => (/* binding */ redactedRecipe),
/* harmony export */   RG: () => (/* binding */ HIDDEN),
/* harmony export */   uE: () => (/* binding */ isSecretKey)
/* harmony export */ });
/** Keys whose values are not shown, whole or as the end of a key (the peer's configuration/common.py). */
const KEYS = ['password', 'token', 'secret', 'options', 'sqlalchemy_uri', 'connection_string'];
const ENDS = /[_-](?:password|secret|token|key|key[_-]id|connection[_-]string)$/u;
/** What is shown in place of a secret in a recipe. */
const HIDDEN = '********';
/** A recipe as it may be shown to everybody who uses DataHub: what a key says to be secret is hidden, variables are not. */
function redactedRecipe(recipe) {
    if (Array.isArray(recipe))
        return recipe.map(redactedRecipe);
    if (!isObject(recipe))
        return recipe;
    const members = Object.entries(recipe).map(([key, value = null]) => [
        key,
        isSecretKey(key) ? redactedValue(value) : redactedRecipe(value)
    ]);
    return Object.fromEntries(members);
}
/** Whether what a key holds is not shown. */
const isSecretKey = (key) => KEYS.includes(key) || ENDS.test(key);
function redactedValue(value) {
    if (typeof value === 'string')
        return value.startsWith('$') ? value : HIDDEN;
    if (value === null || typeof value === 'boolean')
        return value;
    if (typeof value === 'object' && Object.keys(value).length === 0)
        return value;
    return HIDDEN;
}
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);


/***/ }),

/***/ 9545:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ glueArn)
/* harmony export */ });
/* harmony import */ var _model_aws_partition_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2723);

/**
 * The ARN of a database, or with `table` of a table, as the peer writes it (glue.py get_glue_arn): with the region that
 * the recipe names, which may be none.
 */
function glueArn(options, account, database, table) {
    const region = options.aws.region ?? '';
    const prefix = `arn:${(0,_model_aws_partition_js__WEBPACK_IMPORTED_MODULE_0__/* .partitionOf */ .i)(region).id}:glue:${region}:${account}`;
    return table === undefined || table === '' ? `${prefix}:database/${database}` : `${prefix}:table/${database}/${table}`;
}


/***/ }),

/***/ 6446:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TQ: () => (/* binding */ databaseUrn),
/* harmony export */   cB: () => (/* binding */ mapDatabase),
/* harmony export */   lt: () => (/* binding */ homeOf)
/* harmony export */ });
/* harmony import */ var _core_repeated_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4996);
/* harmony import */ var _datahub_aspects_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9466);
/* harmony import */ var _datahub_guid_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1574);
/* harmony import */ var _datahub_python_time_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(107);
/* harmony import */ var _datahub_urn_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8568);
/* harmony import */ var _arn_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9545);
/* harmony import */ var _domain_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(860);
/* harmony import */ var _record_values_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3992);
/* harmony import */ var _tags_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2809);
/* harmony import */ var _unit_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9810);










/**
 * The urn of a database's container. Without a platform instance the environment takes its place in the guid, and with
 * one the environment is no part of it: an old mistake that existing catalogues depend on (mcp_builder.py ContainerKey).
 */
const databaseUrn = (database, options) => homeOf(database, options).urn;
/** Where the tables of a database belong; made once for all of them. */
function homeOf(database, options) {
    const known = homes.get(options) ?? new Map();
    const home = known.get(database) ?? madeHome(database, options);
    known.set(database, home);
    homes.set(options, known);
    return home;
}
const homes = new WeakMap();
function madeHome(database, { platform, platformInstance, env }) {
    const urn = (0,_datahub_urn_js__WEBPACK_IMPORTED_MODULE_4__/* .containerUrn */ .$_)((0,_datahub_guid_js__WEBPACK_IMPORTED_MODULE_2__/* .guidOf */ .d)({ database, platform, instance: platformInstance ?? env }));
    return {
        urn,
        container: (0,_core_repeated_json_js__WEBPACK_IMPORTED_MODULE_0__/* .repeated */ .Z)((0,_datahub_aspects_js__WEBPACK_IMPORTED_MODULE_1__/* .containerAspect */ .SQ)(urn)),
        platformInstance: (0,_core_repeated_json_js__WEBPACK_IMPORTED_MODULE_0__/* .repeated */ .Z)((0,_datahub_aspects_js__WEBPACK_IMPORTED_MODULE_1__/* .dataPlatformInstanceAspect */ .FI)(platform, platformInstance))
    };
}
/** A database as a container: properties, status, platform instance, subtype (glue.py gen_database_containers). */
function mapDatabase(database, options, facts = {}) {
    const domains = (0,_domain_js__WEBPACK_IMPORTED_MODULE_5__/* .domainsOf */ .V)(database.Name, options);
    const tags = (0,_tags_js__WEBPACK_IMPORTED_MODULE_6__/* .containerTags */ .Z)(facts.lfTags ?? []);
    const unit = (0,_unit_js__WEBPACK_IMPORTED_MODULE_7__/* .unitsOf */ .$)('container', databaseUrn(database.Name, options), database.Name);
    return [
        unit('containerProperties', properties(database, options)),
        unit('status', (0,_datahub_aspects_js__WEBPACK_IMPORTED_MODULE_1__/* .statusAspect */ .$Q)(false)),
        unit('dataPlatformInstance', (0,_datahub_aspects_js__WEBPACK_IMPORTED_MODULE_1__/* .dataPlatformInstanceAspect */ .FI)(options.platform, options.platformInstance)),
        unit('subTypes', (0,_datahub_aspects_js__WEBPACK_IMPORTED_MODULE_1__/* .subTypesAspect */ .S3)('Database')),
        ...(domains === null ? [] : [unit('domains', domains)]),
        ...(tags === null ? [] : [unit('globalTags', tags)])
    ];
}
function properties(database, options) {
    const name = database.Name;
    const account = (0,_record_values_js__WEBPACK_IMPORTED_MODULE_8__/* .textOf */ .b6)(database.CatalogId) || options.catalogId;
    return {
        name,
        customProperties: { ...keyProperties(name, options), ...ownProperties(database) },
        description: (0,_record_values_js__WEBPACK_IMPORTED_MODULE_8__/* .textOf */ .b6)(database.Description),
        qualifiedName: account === null || account === '' ? undefined : (0,_arn_js__WEBPACK_IMPORTED_MODULE_3__/* .glueArn */ .d)(options, account, name),
        env: options.env
    };
}
/** The parts of the container's key, which the peer shows as properties. */
function keyProperties(database, { platform, platformInstance, env }) {
    return { platform, ...(platformInstance === null ? {} : { instance: platformInstance }), env, database };
}
/** The database's parameters, its location and the time of its creation, each hiding what came before. */
function ownProperties(database) {
    const location = (0,_record_values_js__WEBPACK_IMPORTED_MODULE_8__/* .textOf */ .b6)(database.LocationUri);
    const created = database.CreateTime instanceof Date ? (0,_datahub_python_time_js__WEBPACK_IMPORTED_MODULE_9__/* .longDate */ .lF)(database.CreateTime) : null;
    return {
        ...(0,_record_values_js__WEBPACK_IMPORTED_MODULE_8__/* .textsOf */ .CB)(database.Parameters),
        ...(location === undefined ? {} : { LocationUri: location }),
        ...(created === null ? {} : { CreateTime: created })
    };
}


/***/ }),

/***/ 860:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ domainsOf)
/* harmony export */ });
/* harmony import */ var _datahub_urn_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8568);

/** The domain of a database or of `database.table`: the first whose pattern lets the name in (glue.py _gen_domain_urn). */
function domainsOf(name, { domains }) {
    const found = domains.find(({ pattern }) => pattern.allows(name));
    return found === undefined ? null : { domains: [(0,_datahub_urn_js__WEBPACK_IMPORTED_MODULE_0__/* .domainUrn */ .aw)(found.domain)] };
}


/***/ }),

/***/ 6232:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yh: () => (/* binding */ nameInUrn),
/* harmony export */   kG: () => (/* binding */ tableUrn)
/* harmony export */ });
/* unused harmony export placeOfCatalogue */
/* harmony import */ var _datahub_urn_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8568);
/* harmony import */ var _model_aws_partition_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2723);


/**
 * The instance and environment of a catalogue's tables: those that the recipe gives to its owner, or else the recipe's
 * own (glue.py _resolve_platform_instance). The key is built with the region that the recipe names.
 */
function placeOfCatalogue(catalogId, options) {
    const own = { platformInstance: options.platformInstance, env: options.env };
    // Records hold anything, whatever their types say.
    if (typeof catalogId !== 'string' || catalogId === '')
        return own;
    const region = options.aws.region ?? '';
    const found = options.catalogInstances[`arn:${(0,_model_aws_partition_js__WEBPACK_IMPORTED_MODULE_0__/* .partitionOf */ .i)(region).id}:glue:${region}:${catalogId}`];
    return { platformInstance: found?.platformInstance ?? own.platformInstance, env: found?.env ?? own.env };
}
/** The urn of a table of `database`, in the place of the catalogue that owns it. */
function tableUrn(name, catalogId, options) {
    const place = placeOfCatalogue(catalogId, options);
    return (0,_datahub_urn_js__WEBPACK_IMPORTED_MODULE_1__/* .datasetUrn */ .Yc)({ platform: options.platform, name: nameInUrn(name, options), ...place });
}
/** A dataset's name as it stands in its urn (mce_builder.py make_dataset_urn_with_platform_instance). */
const nameInUrn = (name, { lowercaseUrns }) => lowercaseUrns === true ? name.toLowerCase() : name;


/***/ }),

/***/ 2809:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ lfGlobalTags),
/* harmony export */   Z: () => (/* binding */ containerTags)
/* harmony export */ });
/* harmony import */ var _datahub_python_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6096);
/* harmony import */ var _datahub_tag_urn_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2065);


/**
 * The tags of a table or column, those that are inherited with the mark that DataHub shows as "propagated" (glue.py
 * _build_lf_global_tags). `others`: urns of tags from elsewhere. null when there are none.
 */
function lfGlobalTags({ direct, propagated }, from, others = []) {
    // Most tables and columns have none.
    if (direct.length + propagated.length + others.length === 0)
        return null;
    const associations = new Map();
    for (const urn of urnsOf(direct))
        associations.set(urn, { tag: urn });
    const inherited = urnsOf(propagated);
    const mark = inherited.length === 0 ? {} : propagationMark(from);
    for (const urn of inherited)
        if (!associations.has(urn))
            associations.set(urn, { tag: urn, ...mark });
    for (const urn of others)
        if (!associations.has(urn))
            associations.set(urn, { tag: urn });
    if (associations.size === 0)
        return null;
    return { tags: [...associations.values()].sort((a, b) => (0,_datahub_tag_urn_js__WEBPACK_IMPORTED_MODULE_0__/* .byCodePoint */ .HH)(a.tag, b.tag)) };
}
/** The tags of a database, each as often as it is assigned, in the order of their names (mcp_builder.py gen_containers). */
function containerTags(tags) {
    const urns = [...urnsOf(tags)].sort((a, b) => (0,_datahub_tag_urn_js__WEBPACK_IMPORTED_MODULE_0__/* .byCodePoint */ .HH)((0,_datahub_tag_urn_js__WEBPACK_IMPORTED_MODULE_0__/* .tagName */ .wZ)(a), (0,_datahub_tag_urn_js__WEBPACK_IMPORTED_MODULE_0__/* .tagName */ .wZ)(b)));
    return urns.length === 0 ? null : { tags: urns.map((tag) => ({ tag })) };
}
const urnsOf = (tags) => tags.flatMap(({ urn }) => (urn === null ? [] : [urn]));
const SYSTEM = 'urn:li:corpuser:__datahub_system';
function propagationMark({ origin, time }) {
    const sourceDetail = { propagated: 'true', origin };
    return {
        context: (0,_datahub_python_json_js__WEBPACK_IMPORTED_MODULE_1__/* .pythonJson */ .b)(sourceDetail),
        attribution: { time, actor: SYSTEM, source: origin, sourceDetail }
    };
}


/***/ }),

/***/ 9810:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ unitsOf)
/* harmony export */ });
/** Makes the work units of one entity. */
function unitsOf(entityType, urn, origin) {
    return (aspectName, aspect) => ({ urn, entityType, aspectName, changeType: 'UPSERT', aspect, origin });
}


/***/ }),

/***/ 1806:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ listDatabases)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_glue__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6542);
/* harmony import */ var _model_aws_call_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9597);
/* harmony import */ var _failures_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8485);
/* harmony import */ var _pages_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4464);
/* harmony import */ var _selection_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1546);





/**
 * The databases that the recipe wants, page by page of GetDatabases, in the order in which Glue gives them. What is left
 * out is told as an event.
 * @throws AppError (cannot-begin) when not even the first page can be read.
 */
async function* listDatabases(request) {
    const { emit } = request;
    let count = 0;
    let complete = true;
    try {
        for await (const page of databasePages(request)) {
            count += page.length;
            for (const database of page) {
                if (wanted(database, request))
                    yield database;
            }
        }
    }
    catch (error) {
        if (!(error instanceof _model_aws_call_error_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsCallError */ .i))
            throw error;
        if (count === 0)
            throw (0,_failures_js__WEBPACK_IMPORTED_MODULE_1__/* .cannotListDatabases */ .y4)(error, request.where, request.options.catalogId);
        complete = false;
        emit({ type: 'failed', severity: 'failure', failure: (0,_failures_js__WEBPACK_IMPORTED_MODULE_1__/* .brokenDatabaseList */ .lO)(error) });
    }
    emit({ type: 'databases-listed', complete, count });
    if (count === 0)
        emit({ type: 'failed', severity: 'failure', failure: emptyCatalogue(request) });
}
function databasePages({ client, options, signal }) {
    return (0,_pages_js__WEBPACK_IMPORTED_MODULE_2__/* .pagesOf */ .E)('glue:GetDatabases', async (position) => {
        const command = new _aws_sdk_client_glue__WEBPACK_IMPORTED_MODULE_3__/* .GetDatabasesCommand */ .GGh({ ...(0,_pages_js__WEBPACK_IMPORTED_MODULE_2__/* .catalogueOf */ .v)(options), ...position });
        const answer = await client.send(command, { abortSignal: signal });
        // The SDK's types allow members that are undefined, where its answers leave them out.
        return { items: (answer.DatabaseList ?? []), token: answer.NextToken };
    });
}
function wanted(database, { options, emit }) {
    const name = database.Name;
    if (name === undefined || name === '') {
        emit({ type: 'failed', severity: 'failure', failure: NAMELESS });
        return false;
    }
    const verdict = (0,_selection_js__WEBPACK_IMPORTED_MODULE_4__/* .databaseVerdict */ .NQ)(options, database, name);
    if (verdict === 'keep')
        emit({ type: 'read', kind: 'database', database: name, name });
    else
        emit({ type: 'filtered', kind: 'database', name, rule: verdict.rule });
    return verdict === 'keep';
}
const NAMELESS = {
    code: 'glue-record-nameless',
    message: 'AWS Glue gave a database without a name',
    cure: 'Report it as a defect of this program together with the catalogue it comes from'
};
function emptyCatalogue({ where, options }) {
    return {
        code: 'glue-catalogue-empty',
        message: `The catalogue of account ${options.catalogId ?? where.account} in ${where.region} has no databases, or none that ${where.arn} may see`,
        cure: 'Check the region and the account; where Lake Formation governs the catalogue, grant DESCRIBE on the databases'
    };
}


/***/ }),

/***/ 8485:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EB: () => (/* binding */ brokenListing),
/* harmony export */   lO: () => (/* binding */ brokenDatabaseList),
/* harmony export */   y4: () => (/* binding */ cannotListDatabases)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _model_iam_actions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7098);


/** What a failed GetTables means for one database; it never ends the run. `pages`: how many had come before. */
function brokenListing(error, database, pages, where) {
    if (error.kind === 'not-found') {
        // Gone for certain, and with it whatever was in it: nothing more can come.
        const listing = pages === 0 ? 'empty' : 'complete';
        return { listing, severity: 'warning', failure: { ...DELETED, resource: database } };
    }
    if (error.kind === 'denied') {
        const listing = pages === 0 ? 'denied' : 'incomplete';
        return { listing, severity: 'failure', failure: { ...denial(error, where, database), resource: database } };
    }
    const failure = {
        code: `glue-list-tables-${error.kind === 'other' ? 'failed' : error.kind}`,
        message: `The list of its tables broke off (glue:GetTables): ${attempts(error)}`,
        cure: CURES[error.kind],
        resource: database
    };
    return { listing: 'incomplete', severity: 'failure', failure };
}
/** The list of databases broke off after its first page: what came is read, nothing is concluded about the rest. */
function brokenDatabaseList(error) {
    return {
        code: 'database-listing-incomplete',
        message: `The list of databases broke off (glue:GetDatabases): ${attempts(error)}`,
        cure: CURES[error.kind]
    };
}
/** Not even the first page of databases could be read: there is nothing to do. */
function cannotListDatabases(error, where, catalogId) {
    const catalogue = `the catalogue of account ${catalogId ?? where.account} in ${where.region}`;
    if (error.kind === 'denied') {
        const { code, cure } = denial(error, where);
        const foreign = catalogId === null || catalogId === where.account
            ? ''
            : `\nThe resource policy of the catalogue of account ${catalogId} must allow it too.`;
        return cannotBegin(code, `${where.arn} may not list the databases of ${catalogue}`, `${cure}${foreign}`, error);
    }
    if (error.code === 'ENOTFOUND') {
        const cure = `Check that ${where.region} is an AWS region that has Glue (aws_region in the recipe, the input aws-region)`;
        return cannotBegin('aws-region-unknown', `The host of AWS Glue in ${where.region} cannot be found`, cure, error);
    }
    if (error.kind === 'not-found' || error.code === 'InvalidInput') {
        const cure = 'Check catalog_id in the recipe: an account id of twelve digits, as text in quotes';
        return cannotBegin('glue-catalogue-not-found', `AWS Glue does not know ${catalogue}: ${error.message}`, cure, error);
    }
    return cannotBegin(`glue-list-databases-${error.kind === 'other' ? 'failed' : error.kind}`, `The databases of ${catalogue} cannot be listed (glue:GetDatabases): ${attempts(error)}: ${error.message}`, CURES[error.kind], error);
}
const DELETED = {
    code: 'glue-database-deleted',
    message: 'The database was deleted while it was being read',
    cure: 'Nothing to do: the next run will not see it any more'
};
const CURES = {
    throttle: 'Run it at a quieter time or lower rate-limit: Athena, EMR and crawlers share the quota of the account',
    transient: 'Run it again; if it comes back, check the network between the runner and AWS Glue',
    denied: 'Grant the permission that is named',
    'not-found': 'Run it again',
    expired: 'Use role-to-assume, whose sessions are renewed: these credentials ran out during the run',
    other: 'Run it again; if it comes back, look for the error code in the AWS Glue documentation'
};
/** Who stands in the way of a call, by what AWS says in its refusal. */
const DENIALS = [
    [
        /kms:|\bKMS\b/u,
        'glue-kms-denied',
        'Allow kms:Decrypt on the key that encrypts the Data Catalog, in the policies of ARN and of the key'
    ],
    [
        /lake ?formation/iu,
        'lake-formation-denied',
        'Grant DESCRIBE on the database and on all of its tables to ARN in Lake Formation (Permissions, Data permissions)'
    ],
    [
        /session policy/iu,
        'glue-session-policy-denied',
        'The session policy of this run stands in the way: check inline-session-policy, or set least-privilege to false'
    ],
    [
        /service control policy|permissions boundary/iu,
        'glue-organisation-denied',
        "A service control policy or ARN's permissions boundary denies it: ask who administers the AWS organisation"
    ]
];
/** A refusal, with the permission that is missing and where to grant it. */
function denial(error, where, database) {
    const known = DENIALS.find(([words]) => words.test(error.message));
    const asked = database === undefined ? 'list of databases' : 'list of its tables';
    const message = `AWS refused the ${asked} (${error.action})`;
    if (known !== undefined)
        return { code: known[1], message, cure: known[2].replace('ARN', where.arn) };
    const statement = JSON.stringify((0,_model_iam_actions_js__WEBPACK_IMPORTED_MODULE_1__/* .glueStatement */ .pY)(error.action, where, database === undefined ? undefined : '*'), null, 2);
    const cure = `Add to the policy of ${where.arn}:\n\n${statement}\n\nWhere Lake Formation governs the catalogue, DESCRIBE has to be granted there too.`;
    return { code: 'glue-access-denied', message, cure };
}
function attempts(error) {
    return `${error.code} after ${error.attempts} ${error.attempts === 1 ? 'attempt' : 'attempts'}`;
}
function cannotBegin(code, message, cure, cause) {
    return new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AppError */ .u(message, { kind: 'cannot-begin', code, cure, cause });
}


/***/ }),

/***/ 8272:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  p: () => (/* binding */ GlueSource)
});

// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/gate.js
var core_gate = __webpack_require__(8532);
;// CONCATENATED MODULE: ./lib/source/glue/enrich.js

/** Records asked about at once; each service has its own rate limit besides. */
const RECORDS_AT_ONCE = 32;
/** Entries whose inquiries are under way while the one before them is mapped and delivered. */
const ENTRIES_AHEAD = 3;
/** Adds to each entry what the inquiries find out, many records side by side; the order stays. */
async function* enriched(entries, { ofDatabases, ofTables }) {
    const gate = new core_gate/* Gate */.i(RECORDS_AT_ONCE);
    const ahead = [];
    for await (const entry of entries) {
        const next = entry.kind === 'database' ? database(entry.database) : tables(entry.tables);
        // Whoever takes it gets the failure; nobody may, when an earlier one ends the run.
        if (next instanceof Promise)
            next.catch(() => { });
        ahead.push(next);
        // Nothing waits for what nothing was asked about, unless it would come before its turn.
        while (ahead.length > ENTRIES_AHEAD || (ahead.length > 0 && !(ahead[0] instanceof Promise))) {
            const first = ahead.shift();
            if (first !== undefined)
                yield await first;
        }
    }
    for (const entry of ahead)
        yield await entry;
    function database(record) {
        const entry = (facts) => ({ kind: 'database', database: record, facts });
        const inquiries = concerning(record, ofDatabases);
        return inquiries.length === 0 ? entry(NO_FACTS) : gate.run(() => findOut(record, inquiries)).then(entry);
    }
    function tables(records) {
        const wanted = records.map((record) => ({ record, inquiries: concerning(record, ofTables) }));
        const entry = (facts) => ({
            kind: 'tables',
            tables: records.map((record, index) => [record, facts[index] ?? NO_FACTS])
        });
        if (wanted.every(({ inquiries }) => inquiries.length === 0))
            return entry([]);
        const asked = wanted.map(async ({ record, inquiries }) => inquiries.length === 0 ? NO_FACTS : gate.run(() => findOut(record, inquiries)));
        return Promise.all(asked).then(entry);
    }
}
const NO_FACTS = {};
/** The inquiries that there are about a record. */
const concerning = (record, inquiries) => inquiries.filter((inquiry) => inquiry.concerns(record));
async function findOut(record, inquiries) {
    const parts = await Promise.all(inquiries.map((inquiry) => inquiry.ask(record)));
    return Object.assign({}, ...parts);
}

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: ./lib/model/aws-call-error.js
var aws_call_error = __webpack_require__(9597);
// EXTERNAL MODULE: ./lib/datahub/tag-urn.js
var tag_urn = __webpack_require__(2065);
// EXTERNAL MODULE: ./lib/source/glue/map/record-values.js
var record_values = __webpack_require__(3992);
;// CONCATENATED MODULE: ./lib/source/glue/map/lf-tags.js


/** The tags that are assigned to a database. */
const databaseLfTags = (answer) => lfTags(answer.LFTagOnDatabase);
/** Resolves the answer for a table (glue.py get_table_lf_tags, _resolve_table_lf_tags). */
function tableLfTags(answer, { propagate, columns }) {
    const direct = lfTags(answer.LFTagsOnTable);
    const propagated = propagate ? notAssigned(lfTags(answer.LFTagOnDatabase), direct) : [];
    return {
        direct,
        propagated,
        columns: columns ? columnLfTags(answer) : new Map(),
        inherited: columns && propagate ? [...direct, ...propagated] : null
    };
}
/** The tags of one column: its own, and for other keys what it inherits (glue.py _apply_column_lf_tags). */
function columnTagsOf(column, { columns, inherited }) {
    const direct = columns.get(column) ?? [];
    return { direct, propagated: inherited === null ? [] : notAssigned(inherited, direct) };
}
/** Inherited tags whose keys are not assigned below, a key once: of several values the first alone is inherited. */
function notAssigned(inherited, assigned) {
    const keys = new Set(assigned.map((tag) => tag.shownKey));
    return inherited.filter((tag) => {
        if (keys.has(tag.shownKey))
            return false;
        keys.add(tag.shownKey);
        return true;
    });
}
function columnLfTags(answer) {
    const columns = new Map();
    for (const { Name, LFTags } of (0,record_values/* recordsOf */.M$)(answer.LFTagsOnColumns)) {
        const tags = lfTags(LFTags);
        if (typeof Name === 'string' && tags.length > 0)
            columns.set(Name, tags);
    }
    return columns;
}
/** One tag a value; what has no key is none. */
function lfTags(pairs) {
    const tags = [];
    for (const { TagKey, TagValues, CatalogId } of (0,record_values/* recordsOf */.M$)(pairs)) {
        const key = (0,record_values/* textOf */.b6)(TagKey) ?? '';
        if (key === '')
            continue;
        for (const value of Array.isArray(TagValues) ? TagValues : [])
            tags.push(lfTag(key, (0,record_values/* textOf */.b6)(value) ?? '', CatalogId));
    }
    return tags;
}
function lfTag(key, text, catalog) {
    const value = text === '' ? null : text;
    return {
        key,
        value,
        catalog,
        urn: (0,tag_urn/* tagUrn */.cI)(value === null ? key : `${key}:${value}`),
        shownKey: shortened(key.replace(/[ \t\n\r]/g, '_'), ''),
        shownValue: value === null ? null : shortened(value.replace(/[\t\n\r]/g, ' '), '...')
    };
}
const MOST_CHARACTERS = 50;
/** At most fifty characters, of which `ending` takes some (the peer's RestrictedText). */
function shortened(text, ending) {
    if (text.length <= MOST_CHARACTERS)
        return text;
    const characters = Array.from(text);
    if (characters.length <= MOST_CHARACTERS)
        return text;
    return characters.slice(0, MOST_CHARACTERS - ending.length).join('') + ending;
}

;// CONCATENATED MODULE: ./lib/source/glue/read/lake-formation.js



/**
 * Asks Lake Formation for the tags of databases and tables, one call each: the answer for a table has the tags of its
 * columns, and those of its database as it inherits them. What cannot be found out is a warning of that record.
 */
class LakeFormationReader {
    #client;
    #context;
    /** Accounts for which IAM refused: it knows the action for a whole account only, so nothing there can be told. */
    #refused = new Set();
    constructor(client, context) {
        this.#client = client;
        this.#context = context;
    }
    /** The tags that are assigned to a database. */
    async ofDatabase(database) {
        const answer = await this.#ask({ account: this.#accountOf(database.CatalogId), database: database.Name });
        return answer === null ? {} : { lfTags: databaseLfTags(answer) };
    }
    /** The tags of a table and its columns. */
    async ofTable(table) {
        const { lakeFormationTags } = this.#context.options;
        if (lakeFormationTags === null)
            return {};
        const { DatabaseName: database, Name } = table;
        const answer = await this.#ask({ account: this.#accountOf(table.CatalogId), database, table: Name });
        if (answer === null)
            return {};
        return { lfTags: tableLfTags(answer, lakeFormationTags), lfTagsAt: this.#context.clock.now() };
    }
    /** The peer loses a table that does not tell its account; here the catalogue's takes its place. */
    #accountOf(catalogId) {
        const { options, where } = this.#context;
        return (0,record_values/* textOf */.b6)(catalogId) || options.catalogId || where.account;
    }
    async #ask(resource) {
        if (this.#refused.has(resource.account))
            return null;
        try {
            return await this.#client.resourceLfTags(resource, this.#context.signal);
        }
        catch (error) {
            if (!(error instanceof aws_call_error/* AwsCallError */.i))
                throw error;
            this.#tell(error, resource);
            return null;
        }
    }
    #tell(error, { account, database, table }) {
        const { emit, where } = this.#context;
        if (isRefusedByIam(error)) {
            if (this.#refused.has(account))
                return;
            this.#refused.add(account);
            const failure = { ...refusedByIam(where.arn), resource: `account ${account}` };
            emit({ type: 'failed', severity: 'failure', failure });
            return;
        }
        const resource = table === undefined ? database : `${database}.${table}`;
        emit({ type: 'failed', severity: 'warning', failure: { ...failureOf(error, where.arn), resource } });
    }
}
/** IAM says who may not do what; Lake Formation says which permission is insufficient. */
const isRefusedByIam = (error) => error.kind === 'denied' && /not authorized to perform/iu.test(error.message);
const STATEMENT = JSON.stringify({ Effect: 'Allow', Action: ['lakeformation:GetResourceLFTags'], Resource: ['*'] });
const refusedByIam = (arn) => ({
    code: 'lake-formation-tags-refused',
    message: 'AWS refused to tell any Lake Formation tags (lakeformation:GetResourceLFTags): all is written without them',
    cure: `Add ${STATEMENT} to the policy of ${arn}, or set extract_lakeformation_tags to false`
});
function failureOf(error, arn) {
    if (error.kind === 'denied' || error.kind === 'not-found') {
        return {
            code: 'lake-formation-tags-denied',
            message: `Lake Formation does not tell its tags (lakeformation:GetResourceLFTags): it is written without them`,
            cure: `Grant DESCRIBE on it, and on its LF-Tags, to ${arn} in Lake Formation (Permissions, Data permissions)`
        };
    }
    return {
        code: `lake-formation-tags-${error.kind === 'other' ? 'failed' : error.kind}`,
        message: `Its Lake Formation tags could not be read (${error.action}): ${error.code} after ${error.attempts} ${error.attempts === 1 ? 'attempt' : 'attempts'}: it is written without them`,
        cure: CURES[error.kind]
    };
}
const CURES = {
    throttle: 'Run it at a quieter time or lower rate-limit: the account has one quota for all who ask Lake Formation',
    transient: 'Run it again; if it comes back, check the network between the runner and AWS Lake Formation',
    denied: 'Grant the permission that is named',
    'not-found': 'Run it again',
    expired: 'Use role-to-assume, whose sessions are renewed: these credentials ran out during the run',
    other: 'Run it again; if it comes back, look for the error code in the Lake Formation documentation'
};

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-glue/dist-cjs/index.js
var dist_cjs = __webpack_require__(6542);
// EXTERNAL MODULE: ./lib/source/glue/map/table-urn.js
var table_urn = __webpack_require__(6232);
;// CONCATENATED MODULE: ./lib/source/glue/map/resource-link.js


const isLink = (target) => typeof target === 'object' && target !== null && Object.keys(target).length > 0;
/** The table that a resource link shows, at the place of the catalogue that owns it (glue.py _resource_link_owner_urn). */
function linkOwner(table, urn, options) {
    const target = table.TargetTable;
    if (!isLink(target))
        return { kind: 'none' };
    const [catalogId, database, name] = [target.CatalogId, target.DatabaseName, target.Name].map(record_values/* textOf */.b6);
    if (!catalogId || !database || !name)
        return { kind: 'unknown', failure: NO_TARGET };
    const owner = { urn: (0,table_urn/* tableUrn */.kG)(`${database}.${name}`, catalogId, options), catalogId, database, name };
    return owner.urn === urn ? { kind: 'unknown', failure: notMapped(catalogId) } : { kind: 'owner', owner };
}
const NO_TARGET = {
    code: 'resource-link-without-target',
    message: 'A resource link does not name the account, database and table it points at: it gets no lineage to them',
    cure: 'Create the resource link again in Lake Formation'
};
/** Two catalogues at one place in DataHub: the link and its table have the same urn. */
const notMapped = (account) => ({
    code: 'resource-link-owner-not-mapped',
    message: 'A resource link has the same urn in DataHub as the table it points at: it gets no lineage to it',
    cure: `Add the catalogue of account ${account} to catalog_to_platform_instance, with the platform_instance or env that its own recipe uses`
});

// EXTERNAL MODULE: ./lib/datahub/aspects.js
var aspects = __webpack_require__(9466);
// EXTERNAL MODULE: ./lib/datahub/urn.js
var datahub_urn = __webpack_require__(8568);
// EXTERNAL MODULE: ./lib/core/result.js
var result = __webpack_require__(8490);
;// CONCATENATED MODULE: ./lib/datahub/python-printable.js
/*
 * Characters that Unicode 15 to 17 added, as ranges of hexadecimal code points. The Python of the peer (3.11) knows
 * Unicode 14 and takes them for unassigned; JavaScript's \p{C} follows the Unicode version of the Node that runs.
 * Made from the two: unicodedata of Python 3.11 and \p{} of Node 24, code point by code point.
 */
const YOUNGER = '88f 897 c5c cdc cf3 ece 1acf-1add 1ae0-1aeb 1b4e-1b4f 1b7f 1c89-1c8a 20c1 2427-2429 2b96 2ffc-2fff 31e4-31e5 31ef ' +
    'a7cb-a7cf a7d2 a7d4 a7da-a7dc a7f1 fbc3-fbd2 fd90-fd91 fdc8-fdce 105c0-105f3 10940-10959 10d40-10d65 10d69-10d85 ' +
    '10d8e-10d8f 10ec2-10ec7 10ed0-10ed8 10efa-10eff 1123f-11241 11380-11389 1138b 1138e 11390-113b5 113b7-113c0 113c2 ' +
    '113c5 113c7-113ca 113cc-113d5 113d7-113d8 113e1-113e2 116d0-116e3 11b00-11b09 11b60-11b67 11bc0-11be1 11bf0-11bf9 ' +
    '11db0-11ddb 11de0-11de9 11f00-11f10 11f12-11f3a 11f3e-11f5a 1342f 13440-13455 13460-143fa 16100-16139 16d40-16d79 ' +
    '16ea0-16eb8 16ebb-16ed3 16ff2-16ff6 187f8-187ff 18cff 18d09-18d1e 18d80-18df2 1b132 1b155 1cc00-1ccfc 1cd00-1ceb3 ' +
    '1ceba-1ced0 1cee0-1cef0 1d2c0-1d2d3 1df25-1df2a 1e030-1e06d 1e08f 1e4d0-1e4f9 1e5d0-1e5fa 1e5ff 1e6c0-1e6de ' +
    '1e6e0-1e6f5 1e6fe-1e6ff 1f6d8 1f6dc 1f774-1f77f 1f7d9 1f8b2-1f8bb 1f8c0-1f8c1 1f8d0-1f8d8 1fa54-1fa57 1fa75-1fa77 ' +
    '1fa87-1fa8a 1fa8e-1fa8f 1faad-1faaf 1fabb-1fabf 1fac6 1fac8 1facd-1facf 1fada-1fadc 1fadf 1fae8-1faea 1faef ' +
    '1faf7-1faf8 1fbcb-1fbef 1fbfa 2b739-2b73f 2cea2-2cead 2ebf0-2ee5d 31350-33479';
const YOUNGER_CLASS = YOUNGER.replace(/[0-9a-f]+/g, '\\u{$&}').replace(/ /g, '');
/** Matches each character that Python's str.isprintable refuses, and the space, which it does not. */
const UNPRINTABLE = new RegExp(`[\\p{C}\\p{Z}${YOUNGER_CLASS}]`, 'gu');

// EXTERNAL MODULE: ./lib/datahub/python-time.js
var python_time = __webpack_require__(107);
;// CONCATENATED MODULE: ./lib/datahub/python-str.js


/*
 * Python's str() and repr() of what an answer of AWS can hold: the peer makes custom properties that way (glue.py
 * _get_dataset_properties, get_dataflow_wus), so their text is part of what users see in DataHub.
 */
/** `str(value)`. */
function pythonStr(value) {
    if (typeof value === 'string')
        return value;
    return value instanceof Date ? (0,python_time/* datetimeStr */.lB)(value) : pythonRepr(value);
}
/** `repr(value)`. Members of objects keep their order; what JSON cannot hold is written as None. */
function pythonRepr(value) {
    if (typeof value === 'string')
        return quoted(value);
    if (typeof value === 'boolean')
        return value ? 'True' : 'False';
    if (typeof value === 'number')
        return numeral(value);
    if (Array.isArray(value))
        return `[${value.map(pythonRepr).join(', ')}]`;
    if (value instanceof Date)
        return (0,python_time/* datetimeRepr */.rq)(value);
    if (typeof value !== 'object' || value === null)
        return 'None';
    const members = Object.entries(value).map(([key, member]) => `${quoted(key)}: ${pythonRepr(member)}`);
    return `{${members.join(', ')}}`;
}
const PLAIN = /^[ !#-&(-[\]-~]*$/;
/** In single quotes, unless that would cost an escape and double quotes would not. */
function quoted(text) {
    if (PLAIN.test(text))
        return `'${text}'`;
    const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
    const body = text.replace(quote === "'" ? /[\\']/g : /\\/g, '\\$&').replace(UNPRINTABLE, escaped);
    return quote + body + quote;
}
const NAMED = { '\n': '\\n', '\r': '\\r', '\t': '\\t', ' ': ' ' };
function escaped(character) {
    const named = NAMED[character];
    if (named !== undefined)
        return named;
    const code = character.codePointAt(0) ?? 0;
    if (code <= 0xff)
        return `\\x${code.toString(16).padStart(2, '0')}`;
    if (code <= 0xffff)
        return `\\u${code.toString(16).padStart(4, '0')}`;
    return `\\U${code.toString(16).padStart(8, '0')}`;
}
/** Whole numbers are Python's integers. Below 0.0001 a float has an exponent, of two digits at least. */
function numeral(value) {
    if (Number.isInteger(value))
        return BigInt(value).toString();
    if (!Number.isFinite(value))
        return 'None';
    const text = Math.abs(value) < 1e-4 ? value.toExponential() : String(value);
    return text.replace(/e([+-])(\d)$/, 'e$10$2');
}

;// CONCATENATED MODULE: ./lib/datahub/python-text.js
/** What Python's str.isspace and its `\s` mean; JavaScript's know U+FEFF too, and not U+001C to U+001F and U+0085. */
const PYTHON_SPACE = '\\t-\\r\\u001c- \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';
const IS_SPACE = new RegExp(`[${PYTHON_SPACE}]`);
/** Python's str.strip(). */
function pythonStrip(text) {
    let start = 0;
    let end = text.length;
    while (start < end && IS_SPACE.test(text.charAt(start)))
        start += 1;
    while (end > start && IS_SPACE.test(text.charAt(end - 1)))
        end -= 1;
    return text.slice(start, end);
}
const DIGIT = /^\p{Nd}$/u;
/** Python refuses to make a number of more digits than this (sys.get_int_max_str_digits). */
const MAX_DIGITS = 4300;
/**
 * Python's int() of decimal digits of any script (what `\d+` finds); null for more of them than Python accepts.
 * Digits stand in the code chart in rows of ten, one or more after the other.
 */
function pythonInt(digits) {
    const characters = Array.from(digits);
    return characters.length > MAX_DIGITS ? null : BigInt(characters.map(digitOf).join(''));
}
function digitOf(character) {
    const code = character.codePointAt(0) ?? 0;
    let first = code;
    while (DIGIT.test(String.fromCodePoint(first - 1)))
        first -= 1;
    return (code - first) % 10;
}

;// CONCATENATED MODULE: ./lib/source/glue/map/hive-type.js
/*
 * Hive's type strings, read as the peer reads them (datahub/utilities/hive_schema_to_avro.py): into Avro-like types that
 * keep the native text. What the peer cannot parse throws HiveTypeError here, and becomes a field of unknown type.
 */
/** A type string that cannot be parsed. */
class HiveTypeError extends Error {
}

;// CONCATENATED MODULE: ./lib/source/glue/map/hive-primitive.js


const PRIMITIVES = new Map(Object.entries({
    string: 'string',
    int: 'int',
    integer: 'int',
    double: 'double',
    'double precision': 'double',
    binary: 'string',
    boolean: 'boolean',
    float: 'float',
    tinyint: 'int',
    smallint: 'int',
    bigint: 'long',
    varchar: 'string',
    char: 'string',
    long: 'long',
    bytes: 'bytes'
}));
/** Types of other engines that turn up in Glue. */
const FOREIGN = new Map(Object.entries({
    bool: 'boolean',
    bignumeric: 'long',
    bigdecimal: 'double',
    float64: 'double',
    int64: 'long',
    byteint: 'int'
}));
const SPACES = `[${PYTHON_SPACE}]*`;
const FIXED_STRING = new RegExp(`^(?:var)?char\\(${SPACES}\\p{Nd}+${SPACES}\\)`, 'u');
const PRECISION_AND_SCALE = `\\(${SPACES}(\\p{Nd}+)${SPACES},${SPACES}(\\p{Nd}+)${SPACES}\\)`;
const FIXED_DECIMAL = new RegExp(`^(?:decimal|numeric)(?:${PRECISION_AND_SCALE})?`, 'u');
/** A type without a structure, by its exact text; one that is not known becomes `null`. @throws HiveTypeError */
function parsePrimitive(native) {
    const known = PRIMITIVES.get(native);
    if (known !== undefined)
        return { kind: 'primitive', avro: known, native };
    if (FIXED_STRING.test(native))
        return { kind: 'primitive', avro: 'string', native };
    const decimal = FIXED_DECIMAL.exec(native);
    if (decimal !== null)
        return decimalType(native, decimal[1], decimal[2]);
    if (native === 'date')
        return { kind: 'primitive', avro: 'int', logical: 'date', native };
    if (native === 'timestamp' || native === 'datetime') {
        return { kind: 'primitive', avro: 'int', logical: 'timestamp-millis', native };
    }
    return { kind: 'primitive', avro: FOREIGN.get(native) ?? 'null', native };
}
function decimalType(native, precision, scale) {
    const type = { kind: 'primitive', avro: 'bytes', logical: 'decimal', native };
    if (precision === undefined || scale === undefined)
        return type;
    const decimal = [pythonInt(precision), pythonInt(scale)];
    if (decimal[0] === null || decimal[1] === null)
        throw new HiveTypeError('more digits than Python reads');
    return { ...type, decimal: [decimal[0], decimal[1]] };
}

;// CONCATENATED MODULE: ./lib/source/glue/map/hive-parser.js



const COMPLEX = /^(struct|map|array|list|uniontype)/;
/** Python's stack lets the peer go this deep into types that only have to be parsed, such as keys of maps. */
const MAX_PARSE_DEPTH = 948;
/** Whether the peer takes the column for one without a structure: it goes by the first letters of the type alone. */
const looksPrimitive = (type) => !COMPLEX.test(type);
/** @throws HiveTypeError */
const parseHiveType = (text) => parseType(text, { depth: 0, unionIndex: null });
function parseType(text, { depth, unionIndex }) {
    if (depth > MAX_PARSE_DEPTH)
        throw new HiveTypeError('nested too deep');
    const below = { depth: depth + 1, unionIndex: null };
    const type = pythonStrip(text);
    if (type.startsWith('array<') || type.startsWith('list<')) {
        return { kind: 'array', native: type, items: parseType(inside(type, type.indexOf('<') + 1), below) };
    }
    if (type.startsWith('map<'))
        return parseMap(type, below);
    if (type.startsWith('uniontype<'))
        return parseUnion(inside(type, 'uniontype<'.length), below);
    if (type.startsWith('struct<'))
        return parseStruct(inside(type, 'struct<'.length), unionIndex, below);
    if (type.includes(':'))
        return parseStruct(type, unionIndex, below);
    return parsePrimitive(type);
}
/** What stands between the brackets. */
function inside(type, start) {
    if (!type.endsWith('>'))
        throw new HiveTypeError("'>' should be the last character");
    return type.slice(start, -1);
}
function parseMap(type, below) {
    const [keyNative, value, ...more] = splitOutsideBrackets(inside(type, 'map<'.length), ',');
    if (keyNative === undefined || value === undefined || more.length > 0) {
        throw new HiveTypeError('a map has a key type and a value type');
    }
    return { kind: 'map', native: type, key: parseType(keyNative, below), keyNative, values: parseType(value, below) };
}
/** Its structs are numbered; only those without a space in front are seen as such. */
function parseUnion(members, below) {
    let structs = 0;
    const parse = (part) => parseType(part, part.startsWith('struct<') ? { ...below, unionIndex: structs++ } : below);
    return { kind: 'union', members: splitOutsideBrackets(members, ',').map(parse) };
}
function parseStruct(text, unionIndex, below) {
    const fields = new Map();
    for (const part of splitOutsideBrackets(text, ',')) {
        const [name, type, ...more] = splitOutsideBrackets(pythonStrip(part), ':');
        if (name === undefined || type === undefined || more.length > 0) {
            throw new HiveTypeError('a field of a struct is name:type');
        }
        const key = unquoted(pythonStrip(name));
        const parsed = parseType(type, below);
        if (!fields.has(key))
            fields.set(key, parsed);
    }
    const members = [...fields].map(([name, type]) => ({ name, type }));
    return { kind: 'struct', native: `struct<${text}>`, unionIndex, fields: members };
}
function unquoted(name) {
    if (!name.startsWith('`'))
        return name;
    if (!name.endsWith('`'))
        throw new HiveTypeError('a backtick is not closed');
    return name.slice(1, -1);
}
/** What a bracket does to the depth; any closing one closes any opening one. */
const DEPTHS = new Int8Array(128);
for (const opening of '([{<')
    DEPTHS[opening.charCodeAt(0)] = 1;
for (const closing of ')]}>')
    DEPTHS[closing.charCodeAt(0)] = -1;
/** The parts between separators that stand outside all brackets. */
function splitOutsideBrackets(text, separator) {
    const separates = separator.charCodeAt(0);
    const parts = [];
    let start = 0;
    let depth = 0;
    for (let i = 0; i < text.length; i++) {
        const unit = text.charCodeAt(i);
        depth += DEPTHS[unit] ?? 0;
        if (depth < 0)
            throw new HiveTypeError('brackets are not paired');
        if (unit === separates && depth === 0) {
            parts.push(text.slice(start, i));
            start = i + 1;
        }
    }
    if (start === text.length)
        throw new HiveTypeError(`'${separator}' cannot be the last character`);
    return [...parts, text.slice(start)];
}

;// CONCATENATED MODULE: ./lib/source/glue/map/delta-schema.js





const PARTS = 'spark.sql.sources.schema.numParts';
const PART = 'spark.sql.sources.schema.part.';
/**
 * Whether Spark keeps the schema of this Delta table in its parameters, which leaves one column without meaning in the
 * descriptor (glue.py _is_delta_schema).
 */
function isDeltaSchema(table) {
    const parameters = (0,record_values/* textsOf */.CB)(table.Parameters);
    const [column, ...others] = (0,record_values/* recordsOf */.M$)(table.StorageDescriptor?.Columns);
    const standsIn = others.length === 0 && column?.Name === 'col' && column.Type === 'array<string>';
    return standsIn && parameters['spark.sql.sources.provider'] === 'delta' && (partsOf(parameters) ?? 1) > 0;
}
/** How many parts the schema is kept in, as Python reads a number; null for any other text, which ends the peer's run. */
function partsOf(parameters) {
    const text = pythonStrip(parameters[PARTS] ?? '0');
    const [, sign = '', digits] = /^([+-]?)(\p{Nd}+(?:_\p{Nd}+)*)$/u.exec(text) ?? [];
    const count = digits === undefined ? null : pythonInt(digits.replaceAll('_', ''));
    return count === null ? null : Number(sign === '-' ? -count : count);
}
/** The columns that Spark wrote into the parameters, or why they cannot be read. */
function deltaColumns(table) {
    const parameters = (0,record_values/* textsOf */.CB)(table.Parameters);
    const parts = partsOf(parameters);
    if (parts === null)
        return (0,result/* err */._)(UNREADABLE);
    try {
        const text = Array.from({ length: parts }, (_, i) => part(parameters, i)).join('');
        return (0,result.ok)(listed(member(parsePythonJson(text), 'fields'), 'fields').map(columnOf));
    }
    catch (error) {
        if (error instanceof SyntaxError || error instanceof DeltaError || error instanceof RangeError) {
            return (0,result/* err */._)(UNREADABLE);
        }
        throw error;
    }
}
const UNREADABLE = {
    code: 'delta-schema-unreadable',
    message: 'The schema that Spark wrote into the parameters of this Delta table cannot be read: it is shown without columns',
    cure: 'Write the table’s schema again with Spark, or set extract_delta_schema_from_parameters to false'
};
/** What Spark would not have written. */
class DeltaError extends Error {
}
function part(parameters, index) {
    const text = parameters[`${PART}${index}`];
    if (text === undefined)
        throw new DeltaError(`part ${index} is missing`);
    return text;
}
function columnOf(field) {
    const type = hiveType(has(field, 'type') ? member(field, 'type') : 'unknown');
    return {
        name: nameOf(field, type),
        type,
        description: (0,record_values/* textOf */.b6)(member(field, 'description')),
        nullable: truthy(has(field, 'nullable') ? member(field, 'nullable') : true)
    };
}
/** A name that is no text is put into the path as Python prints it, and breaks the types that need one. */
function nameOf(field, type) {
    const name = member(field, 'name');
    if (typeof name === 'string')
        return name;
    if (!has(field, 'name') || !looksPrimitive(type))
        throw new DeltaError('a column has no name');
    return pythonStr(name);
}
/** A type in Spark's JSON as Hive writes it; maps become nothing, as with the peer (utilities/delta.py). */
function hiveType(type) {
    if (typeof type === 'string')
        return type;
    if (member(type, 'type') === 'array')
        return `array<${hiveType(member(type, 'elementType'))}>`;
    if (member(type, 'type') !== 'struct')
        return '';
    const fields = listed(member(type, 'fields'), 'fields').map((field) => `${pythonStr(member(field, 'name'))}:${hiveType(member(field, 'type'))}`);
    return `struct<${`${fields.join(',')}`.replace(/,+$/, '')}>`;
}
function member(holder, name) {
    if (typeof holder !== 'object' || holder === null || Array.isArray(holder))
        throw new DeltaError(`no ${name}`);
    return Reflect.get(holder, name);
}
const has = (holder, name) => Object.hasOwn(Object(holder), name);
/** A list, or what Python goes through like an empty one. */
function listed(value, name) {
    if (Array.isArray(value))
        return value;
    const isEmpty = value === '' || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);
    if (!isEmpty)
        throw new DeltaError(`${name} is no list`);
    return [];
}
const STRING_OR_CONSTANT = /"(?:[^"\\]|\\.)*"|-?Infinity|NaN/g;
/** Python's json.loads takes NaN and Infinity for numbers; nothing here depends on which number it is. */
function parsePythonJson(text) {
    return JSON.parse(text.replace(STRING_OR_CONSTANT, (token) => (token.startsWith('"') ? token : '1')));
}
/** As Python's bool() of what JSON holds. */
const truthy = (value) => typeof value === 'object' && value !== null ? Object.keys(value).length > 0 : Boolean(value);

;// CONCATENATED MODULE: ./lib/source/glue/map/avro-rules.js

/*
 * How deep a type may be nested before Python's stack ends and the peer gives up on the column (RecursionError in
 * extractor/schema_util.py). Each step costs some of its frames; with `datahub ingest`, 317 arrays or 158 structs fit.
 */
const FRAMES = 952;
const FRAMES_OF_STRUCT = 6;
const FRAMES_OF_OTHERS = 3;
/**
 * Avro's rules, wherever fields come from: a field has a name; a union holds no other one, and no kind twice; and it is
 * not nested too deep. Keys of maps are not looked at.
 * @throws HiveTypeError
 */
function checkAvro(type, frames = FRAMES) {
    if (frames < 0)
        throw new HiveTypeError('nested too deep');
    if (type.kind === 'array')
        checkAvro(type.items, frames - FRAMES_OF_OTHERS);
    if (type.kind === 'map')
        checkAvro(type.values, frames - FRAMES_OF_OTHERS);
    if (type.kind === 'union')
        checkUnion(type, frames - FRAMES_OF_OTHERS);
    if (type.kind === 'struct') {
        if (type.fields.some(({ name }) => name === ''))
            throw new HiveTypeError('a field needs a name');
        for (const field of type.fields)
            checkAvro(field.type, frames - FRAMES_OF_STRUCT);
    }
}
/** Structs are told apart by their names, so there may be several in a union. */
function checkUnion({ members }, frames) {
    for (const member of members)
        checkAvro(member, frames);
    const kinds = members.map((member) => (member.kind === 'primitive' ? member.avro : member.kind));
    const single = kinds.filter((kind) => kind !== 'struct');
    if (kinds.includes('union'))
        throw new HiveTypeError('a union in a union');
    if (new Set(single).size < single.length)
        throw new HiveTypeError('a kind twice in a union');
}

// EXTERNAL MODULE: ./lib/datahub/python-json.js
var python_json = __webpack_require__(6096);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./lib/source/glue/map/avro-json.js

/** The type as the peer's Avro schema has it in JSON; it becomes visible as the `key_type` of maps. */
function avroJson(type) {
    switch (type.kind) {
        case 'primitive':
            return { type: type.avro, ...logicalProps(type), native_data_type: type.native, _nullable: true };
        case 'array':
            return { type: 'array', items: avroJson(type.items), native_data_type: type.native };
        case 'map':
            return {
                type: 'map',
                values: avroJson(type.values),
                native_data_type: type.native,
                key_type: avroJson(type.key),
                key_native_data_type: type.keyNative
            };
        case 'struct': {
            const fields = type.fields.map((field) => ({ name: field.name, type: avroJson(field.type) }));
            return { type: 'record', name: structName(type), fields, native_data_type: type.native };
        }
        case 'union':
            return type.members.map(avroJson);
    }
}
/**
 * The peer calls a struct by a uuid of its own in every run, so that its schemas change with each. Here the same type has
 * the same name of that form in every run.
 */
function structName({ native, unionIndex }) {
    const id = (0,external_node_crypto_.createHash)('md5').update(native).digest('hex');
    return unionIndex === null ? `__struct_${id}` : `__structn_${unionIndex}_${id}`;
}
/** The logical type of a primitive as the peer's Avro schema has it. */
function logicalProps(type) {
    if (type.logical === undefined)
        return {};
    if (type.decimal === undefined)
        return { logicalType: type.logical };
    const [precision, scale] = type.decimal;
    return { logicalType: type.logical, precision, scale };
}

;// CONCATENATED MODULE: ./lib/source/glue/map/field-type.js


/**
 * The attributes of a field of this type. A union has no native type of its own and takes `unionName`.
 * Structures are nullable when `nullable` says so, primitives always (the peer's `_nullable` of every primitive).
 */
function fieldAttributes(type, nullable, unionName) {
    const actual = optionOf(type) ?? type;
    const props = propsOf(actual);
    return {
        nullable: isNullable(type, nullable),
        type: { type: dataType(actual) },
        nativeDataType: actual.kind === 'union' ? unionName : actual.native,
        jsonProps: Object.keys(props).length === 0 ? undefined : (0,python_json/* pythonJson */.b)(props)
    };
}
/** Of a union of two with one unknown type, the other one: Avro's way to say "optional". */
function optionOf(type) {
    if (type.kind !== 'union' || type.members.length !== 2)
        return null;
    const [first, second] = type.members;
    const chosen = isNull(first) ? second : isNull(second) ? first : undefined;
    return chosen === undefined || chosen.kind === 'union' ? null : chosen;
}
const isNull = (type) => type?.kind === 'primitive' && type.avro === 'null';
function isNullable(type, structures) {
    if (type.kind === 'primitive')
        return true;
    return type.kind === 'union' ? type.members.some((member) => isNullable(member, structures)) : structures;
}
function propsOf(type) {
    if (type.kind === 'primitive')
        return logicalProps(type);
    if (type.kind === 'map')
        return { key_type: avroJson(type.key), key_native_data_type: type.keyNative };
    return {};
}
const PRIMITIVE_CLASSES = {
    null: 'NullType',
    boolean: 'BooleanType',
    string: 'StringType',
    bytes: 'BytesType',
    int: 'NumberType',
    long: 'NumberType',
    float: 'NumberType',
    double: 'NumberType'
};
const LOGICAL_CLASSES = { decimal: 'NumberType', date: 'DateType', 'timestamp-millis': 'TimeType' };
/** DataHub's type of a field, as the union that GMS reads. */
function dataType(type) {
    switch (type.kind) {
        case 'primitive':
            return schemaType(type.logical === undefined ? PRIMITIVE_CLASSES[type.avro] : LOGICAL_CLASSES[type.logical]);
        case 'array':
            return schemaType('ArrayType', { nestedType: [nestedName(type.items)] });
        case 'map':
            return schemaType('MapType', { keyType: 'string', valueType: nestedName(type.values) });
        case 'struct':
            return schemaType('RecordType');
        case 'union':
            return schemaType('UnionType');
    }
}
const schemaType = (name, content = {}) => ({
    [`com.linkedin.schema.${name}`]: content
});
function nestedName(type) {
    if (type.kind === 'primitive')
        return type.logical ?? type.avro;
    return type.kind === 'struct' ? 'record' : type.kind;
}

;// CONCATENATED MODULE: ./lib/source/glue/map/field-walk.js

const VERSION = '[version=2.0]';
/**
 * The fields of a type, as the peer finds them in its Avro schema (extractor/schema_util.py). `column`: the name of the
 * field that the type is the type of; null when the peer takes the type for one without a structure.
 * `nullable`: whether structures in it may be null.
 */
function walkFields(type, column, nullable) {
    const walk = new Walk(nullable);
    if (column === null)
        walk.type(type, VERSION, null);
    else
        walk.type(type, `${VERSION}.[type=struct]`, { name: column, type });
    return walk.fields;
}
class Walk {
    fields = [];
    #nullable;
    constructor(nullable) {
        this.#nullable = nullable;
    }
    /** Emits what a type has to say at `path`; `field` is the innermost field around it, null at the top of a column. */
    type(type, path, field) {
        switch (type.kind) {
            case 'primitive':
                this.#emit(type, `${path}.[type=${type.avro}]`, field, path);
                break;
            case 'array':
                this.type(type.items, `${path}.[type=array]`, field);
                break;
            case 'map':
                this.type(type.values, `${path}.[type=map]`, field);
                break;
            case 'struct':
                this.#struct(type, path, field);
                break;
            case 'union':
                this.#union(type, path, field);
        }
    }
    #struct(type, path, field) {
        const inside = `${path}.[type=struct${type.unionIndex ?? ''}]`;
        if (field !== null)
            this.#emit(type, inside, field, path);
        const below = field === null ? inside : `${inside}.${nameAnnotation(field.name)}`;
        for (const child of type.fields)
            this.type(child.type, below, child);
    }
    #union(type, path, field) {
        const option = optionOf(type);
        if (option?.kind === 'primitive') {
            this.#emit(type, `${path}.[type=${option.avro}]`, field, path);
        }
        else if (option !== null) {
            this.type(option, path, field);
        }
        else {
            const inside = `${path}.[type=union]`;
            this.#emit(type, inside, field, path);
            const shown = type.members.filter((member) => member.kind !== 'primitive' || member.avro !== 'null');
            for (const member of shown)
                this.type(member, inside, field);
        }
    }
    /**
     * Without a field around it, a type speaks for itself. A union has no native type: it gets the name of the step before
     * the last one, which without a field is the last of `outer`.
     */
    #emit(type, path, field, outer) {
        const attributes = fieldAttributes(field?.type ?? type, this.#nullable, lastOf(field === null ? outer : path));
        this.fields.push({ path: field === null ? path : `${path}.${nameAnnotation(field.name)}`, attributes });
    }
}
/** The last step of a path; a type's name where the step is one. */
function lastOf(path) {
    const step = path.slice(path.lastIndexOf('.[') + 1);
    return /^\[type=(.*)\]$/.exec(step)?.[1] ?? step;
}
/** A name as a step of a field path: without what looks like a namespace; names of the peer's own structs are hidden. */
function nameAnnotation(name) {
    const plain = name.slice(name.lastIndexOf('.') + 1);
    if (plain.startsWith('__struct_'))
        return 'struct';
    if (plain.startsWith('__structn_'))
        return `struct${plain.split('_')[3] ?? ''}`;
    return plain;
}

;// CONCATENATED MODULE: ./lib/source/glue/map/field-templates.js




/** Stands for the column's name; nothing before it in a path can hold it. */
const NAME = '\u0000';
/** The fields of any column of this type; null when it cannot be parsed. */
function makeTemplates(type, nullable) {
    try {
        const parsed = parseHiveType(type);
        checkAvro(parsed);
        if (looksPrimitive(type)) {
            // Such a column has no name in its paths: the peer appends it to the first one.
            return walkFields(parsed, null, nullable).map(({ path, attributes }, index) => index === 0
                ? { before: `${path}.`, after: '', name: 'whole', attributes }
                : { before: path, after: '', name: 'none', attributes });
        }
        return walkFields(parsed, NAME, nullable).map(({ path, attributes }) => {
            const at = path.indexOf(NAME);
            return { before: path.slice(0, at), after: path.slice(at + NAME.length), name: 'annotation', attributes };
        });
    }
    catch (error) {
        if (error instanceof HiveTypeError)
            return null;
        throw error;
    }
}

// EXTERNAL MODULE: ./lib/core/repeated-json.js
var repeated_json = __webpack_require__(4996);
;// CONCATENATED MODULE: ./lib/core/seen-before.js
/** A power of two; with four bytes each, 256 KiB. */
const SLOTS = 65_536;
/** FNV-1a of 32 bits (http://www.isthe.com/chongo/tech/comp/fnv/). */
const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;
/**
 * Whether a text has probably come before, from a fixed amount of memory and without making anything: what came long ago
 * may be forgotten, and two texts in four thousand millions are taken for one.
 */
class SeenBefore {
    #hashes = new Int32Array(SLOTS);
    /** Whether it has come before; from now on it has. */
    note(text) {
        let hash = OFFSET;
        for (let at = 0; at < text.length; at++)
            hash = Math.imul(hash ^ text.charCodeAt(at), PRIME);
        // Zero is a slot that nothing has come to.
        if (hash === 0)
            hash = PRIME;
        const slot = (hash ^ (hash >>> 16)) & (SLOTS - 1);
        const isKnown = this.#hashes[slot] === hash;
        this.#hashes[slot] = hash;
        return isKnown;
    }
}

;// CONCATENATED MODULE: ./lib/source/glue/map/known-columns.js


/** What is kept has a bound, in fields. */
const MAX_FIELDS = 50_000;
/**
 * Types and columns that have come before: catalogues repeat few types many times, and layers of a lake repeat each other's
 * columns. A column is kept once its name has come twice, since keeping what never comes again costs more than is gained.
 */
class KnownColumns {
    #makeTemplates;
    #nullable = new Map();
    #required = new Map();
    #names = new SeenBefore();
    #fields = 0;
    constructor(makeTemplates) {
        this.#makeTemplates = makeTemplates;
    }
    type(type, nullable) {
        const types = nullable ? this.#nullable : this.#required;
        const known = types.get(type);
        if (known !== undefined)
            return known;
        const templates = this.#makeTemplates(type, nullable);
        const made = { templates, columns: new Map() };
        this.#makeRoom(templates?.length ?? 1);
        types.set(type, made);
        return made;
    }
    /** The fields of a column of this type as they were given out before; null: it is not known. */
    fields({ columns }, { name, description }) {
        const known = columns.get(name);
        if (known === undefined || known.description !== description)
            return null;
        if (!known.isShared)
            for (const field of known.fields)
                (0,repeated_json/* repeated */.Z)(field);
        known.isShared = true;
        return known.fields;
    }
    /** Keeps the fields of a column that has none yet, or another description. */
    keep({ columns }, { name, description }, fields) {
        if (!this.#names.note(name))
            return;
        this.#makeRoom(fields.length);
        columns.set(name, { description, fields, isShared: false });
    }
    #makeRoom(fields) {
        this.#fields += fields;
        if (this.#fields <= MAX_FIELDS)
            return;
        this.#nullable.clear();
        this.#required.clear();
        this.#fields = fields;
    }
}

;// CONCATENATED MODULE: ./lib/source/glue/map/schema-field.js




/** Those of all catalogues: what a column's fields are depends on nothing else. */
const known = new KnownColumns(makeTemplates);
/**
 * The fields of a column, itself first. A type that cannot be parsed gives one field of unknown type. Tables that have a
 * column in common get the same fields for it.
 */
function schemaFields(column) {
    const type = known.type(column.type, column.nullable);
    const found = known.fields(type, column);
    if (found !== null)
        return found;
    const fields = fieldsOf(column, type);
    known.keep(type, column, fields);
    return fields;
}
function fieldsOf(column, { templates }) {
    if (templates === null || (column.name === '' && !looksPrimitive(column.type)))
        return [unknownField(column)];
    return templates.map((template, index) => filled(template, column, index === 0 ? column.description : undefined));
}
/** The peer's way out for types it cannot parse. One without a structure gets the column's name twice. */
function unknownField({ name, type, description }) {
    return {
        fieldPath: looksPrimitive(type) ? `${name}.${name}` : name,
        nullable: false,
        type: { type: { 'com.linkedin.schema.NullType': {} } },
        nativeDataType: type,
        recursive: false,
        isPartOfKey: false,
        description: description === '' ? undefined : description
    };
}
/** Member by member: this is done for every column that is not known. */
function filled(template, column, description) {
    const { before, after, name, attributes } = template;
    const shown = name === 'none' ? '' : name === 'whole' ? column.name : nameAnnotation(column.name);
    return {
        fieldPath: before + shown + after,
        nullable: attributes.nullable,
        type: attributes.type,
        nativeDataType: attributes.nativeDataType,
        recursive: false,
        isPartOfKey: false,
        description: description === '' ? undefined : description,
        jsonProps: attributes.jsonProps
    };
}

;// CONCATENATED MODULE: ./lib/source/glue/map/schema-metadata.js





/** What the peer takes a partition key without a type for. */
const UNKNOWN_TYPE = 'unknown';
/**
 * The schema of a table, or null when it has no storage descriptor (glue.py _get_schema_metadata). The peer gives up a
 * table whose descriptor has no columns, or that has a column without a name or type; here the rest of it is shown.
 */
function schemaMetadata(table, name, { platform, deltaSchema }, tagsOf = () => null) {
    const descriptor = table.StorageDescriptor;
    if (typeof descriptor !== 'object' || descriptor === null || Object.keys(descriptor).length === 0) {
        return { aspect: null, warnings: [] };
    }
    if (deltaSchema && isDeltaSchema(table)) {
        const columns = deltaColumns(table);
        if (!columns.ok)
            return { aspect: null, warnings: [columns.error] };
        return { aspect: aspectOf(columns.value, { name, platform, tagsOf }), warnings: [] };
    }
    const [columns, keys] = [(0,record_values/* recordsOf */.M$)(descriptor.Columns), (0,record_values/* recordsOf */.M$)(table.PartitionKeys)];
    const named = [];
    for (const column of columns)
        addColumn(column, true, named);
    for (const key of keys)
        addColumn(key, false, named);
    const nameless = named.length < columns.length + keys.length;
    return { aspect: aspectOf(named, { name, platform, tagsOf }), warnings: nameless ? [NAMELESS_COLUMN] : [] };
}
function aspectOf(columns, { name, platform, tagsOf }) {
    const fields = [];
    for (const column of columns) {
        const globalTags = tagsOf(column.name);
        fields.push(...(globalTags === null ? schemaFields(column) : taggedFields(column, globalTags)));
    }
    return {
        schemaName: name,
        platform: (0,datahub_urn/* platformUrn */.ty)(platform),
        version: 0,
        created: aspects/* UNKNOWN_STAMP */.t0,
        lastModified: aspects/* UNKNOWN_STAMP */.t0,
        hash: '',
        platformSchema: { 'com.linkedin.schema.MySqlDDL': { tableSchema: '' } },
        fields
    };
}
/** The fields of a column whose own one has tags. */
const taggedFields = (column, globalTags) => schemaFields(column).map((field, index) => (index === 0 ? { ...field, globalTags } : field));
/** Adds a column, unless it has no name. */
function addColumn(column, nullable, columns) {
    const name = (0,record_values/* textOf */.b6)(column.Name);
    if (name === undefined)
        return;
    columns.push({ name, type: (0,record_values/* textOf */.b6)(column.Type) ?? UNKNOWN_TYPE, description: (0,record_values/* textOf */.b6)(column.Comment), nullable });
}
const NAMELESS_COLUMN = {
    code: 'column-without-name',
    message: 'A column without a name is left out',
    cure: 'Give the column a name in the Glue Data Catalog, or let a crawler read the table again'
};

// EXTERNAL MODULE: ./lib/model/iam-actions.js
var iam_actions = __webpack_require__(7098);
;// CONCATENATED MODULE: ./lib/source/glue/read/owner-failures.js

/** Why the schema of what a resource link shows is not known; each is a warning, for the link itself is written. */
const NOT_HELD = {
    code: 'resource-link-owner-not-held',
    message: 'DataHub could not be asked for the schema of what a resource link shows; Glue is asked instead',
    cure: 'Check that GMS is well and that the token may read metadata'
};
const UNRESOLVED = {
    code: 'resource-link-schema-unresolved',
    message: 'Neither DataHub nor Glue has a schema for what a resource link shows: it is written without columns',
    cure: 'Ingest the catalogue of the owning account, or set resolve_resource_link_schema to false'
};
const GONE = {
    code: 'resource-link-owner-gone',
    message: 'A resource link shows a table that does not exist, or that is not shared any more (glue:GetTable)',
    cure: 'Remove the link, or ask the owner to share the table again'
};
const LAKE_FORMATION = {
    code: 'resource-link-owner-not-granted',
    message: 'Lake Formation does not let the table be read that a resource link shows (glue:GetTable)',
    cure: 'Grant DESCRIBE on the shared table to the role in Lake Formation, or set resolve_resource_link_schema to false'
};
/** What a failed GetTable in the owner's catalogue means. */
function ownerNotRead(error, region, account) {
    if (error.kind === 'not-found')
        return GONE;
    if (error.kind === 'denied')
        return /lake ?formation/iu.test(error.message) ? LAKE_FORMATION : denied(region, account);
    const attempts = `${error.code} after ${error.attempts} ${error.attempts === 1 ? 'attempt' : 'attempts'}`;
    return {
        code: 'resource-link-owner-not-read',
        message: `The table that a resource link shows could not be read (glue:GetTable): ${attempts}`,
        cure: 'Run it again, or set resolve_resource_link_schema to false'
    };
}
function denied(region, account) {
    const statement = JSON.stringify((0,iam_actions/* glueStatement */.pY)('glue:GetTable', { region, account }, '*'));
    return {
        code: 'resource-link-owner-denied',
        message: `AWS does not let a table of account ${account} be read that a resource link shows (glue:GetTable)`,
        cure: `Allow ${statement} in the policy of the role and in the resource policy of that catalogue, or set resolve_resource_link_schema to false`
    };
}
/** Whether AWS refused the whole catalogue, so that it would refuse every other table of it too. */
const refusesCatalogue = (error, account) => error.kind === 'denied' && `${error.message} `.includes(`:${account}:catalog `);

;// CONCATENATED MODULE: ./lib/source/glue/read/owner-schema.js







/** Finds the schemas that resource links do not have themselves (glue.py _resource_link_schema). */
class OwnerSchemas {
    #context;
    /** What AWS said to accounts whose catalogues it does not open at all: they are not asked again. */
    #closed = new Map();
    constructor(context) {
        this.#context = context;
    }
    /**
     * The schema of the table that a resource link shows: DataHub's, which costs no call to AWS and has what people added,
     * and otherwise Glue's.
     */
    async of(table) {
        const { options } = this.#context;
        const name = `${table.DatabaseName}.${table.Name}`;
        const link = linkOwner(table, (0,table_urn/* tableUrn */.kG)(name, table.CatalogId, options), options);
        if (link.kind !== 'owner' || schemaMetadata(table, name, options).aspect !== null)
            return {};
        const held = await this.#held(link.owner, name);
        if (held.schema !== null)
            return { ownerSchema: held.schema };
        const glue = await this.#fromGlue(link.owner, name);
        if (glue.schema === null && !held.told && !glue.told)
            this.#tell(UNRESOLVED, name);
        return { ownerSchema: glue.schema };
    }
    async #held({ urn }, name) {
        try {
            const schema = await this.#context.datahub?.aspect(urn, 'schemaMetadata');
            return { schema: schema ?? null, told: false };
        }
        catch (error) {
            if (!(error instanceof errors/* AppError */.u))
                throw error;
            return this.#tell({ ...NOT_HELD, message: `${NOT_HELD.message}: ${error.message}` }, name);
        }
    }
    async #fromGlue({ catalogId: CatalogId, database: DatabaseName, name: Name }, link) {
        const { client, options, signal, where } = this.#context;
        const closed = this.#closed.get(CatalogId);
        if (closed !== undefined)
            return this.#tell(closed, link);
        try {
            const answer = await client.send(new dist_cjs/* GetTableCommand */.QuZ({ CatalogId, DatabaseName, Name }), { abortSignal: signal });
            // The SDK's types allow members that are undefined, where its answers leave them out.
            const table = (answer.Table ?? {});
            return { schema: schemaMetadata(table, link, options).aspect, told: false };
        }
        catch (error) {
            if (!(error instanceof aws_call_error/* AwsCallError */.i))
                throw error;
            const failure = ownerNotRead(error, where.region, CatalogId);
            if (refusesCatalogue(error, CatalogId))
                this.#closed.set(CatalogId, failure);
            return this.#tell(failure, link);
        }
    }
    #tell(failure, resource) {
        this.#context.emit({ type: 'failed', severity: 'warning', failure: { ...failure, resource } });
        return { schema: null, told: true };
    }
}

;// CONCATENATED MODULE: ./lib/source/glue/read/s3-tags.js





/** How tables name places in S3 (s3_util.py). */
const S3_PLACE = /^s3[na]?:\/\/([^/]*)(?:\/(.*))?$/s;
/** Buckets are few and tables many: each is asked once a run. Of objects as many answers are kept. */
const MOST_KEPT = 10_000;
/**
 * The tags of tables' buckets and folders in S3, with those that DataHub holds beside them (glue.py _get_s3_tags). What
 * cannot be read is a warning; the peer loses tables whose location is not in S3 or has no folder.
 */
class S3TagReader {
    #context;
    #buckets = new Map();
    constructor(context) {
        this.#context = context;
    }
    async ofTable(table) {
        const { options } = this.#context;
        const [, bucket = '', key] = S3_PLACE.exec((0,record_values/* textOf */.b6)(table.StorageDescriptor?.Location) ?? '') ?? [];
        if (bucket === '')
            return {};
        const name = `${table.DatabaseName}.${table.Name}`;
        const found = await Promise.all([
            options.s3BucketTags ? this.#ofBucket(bucket) : [],
            options.s3ObjectTags && key !== undefined && key !== '' ? this.#ofObject(bucket, key, name) : []
        ]);
        const urns = found.flat();
        if (urns.length === 0)
            return {};
        return { s3Tags: [...urns, ...(await this.#held((0,table_urn/* tableUrn */.kG)(name, table.CatalogId, options), name))] };
    }
    #ofBucket(bucket) {
        const known = this.#buckets.get(bucket);
        if (known !== undefined)
            return known;
        const asked = this.#ask(bucket, async () => {
            const s3 = await this.#context.s3();
            return s3.getBucketTagging(bucket, this.#context.signal);
        });
        if (this.#buckets.size < MOST_KEPT)
            this.#buckets.set(bucket, asked);
        return asked;
    }
    #ofObject(bucket, key, table) {
        return this.#ask(table, async () => {
            const s3 = await this.#context.s3();
            return s3.getObjectTagging(bucket, key, this.#context.signal);
        });
    }
    async #ask(resource, ask) {
        try {
            return (await ask()).flatMap(({ key, value }) => (0,tag_urn/* tagUrnOf */.TM)(`${key}:${value}`) ?? []);
        }
        catch (error) {
            if (!(error instanceof aws_call_error/* AwsCallError */.i))
                throw error;
            // A folder is a prefix and mostly no object of its own: there is nothing to tag.
            if (error.kind === 'not-found' && error.action === 's3:GetObjectTagging')
                return [];
            this.#warn({ ...s3_tags_failureOf(error, this.#context.where.arn), resource });
            return [];
        }
    }
    /** What people have added in DataHub stays. */
    async #held(urn, resource) {
        try {
            const aspect = (await this.#context.datahub?.aspect(urn, 'globalTags')) ?? null;
            const tags = aspect?.tags;
            const urns = (Array.isArray(tags) ? tags : []).map((tag) => Reflect.get(Object(tag), 'tag'));
            return urns.filter((tag) => typeof tag === 'string');
        }
        catch (error) {
            if (!(error instanceof errors/* AppError */.u))
                throw error;
            this.#warn({ ...s3_tags_NOT_HELD, message: `${s3_tags_NOT_HELD.message}: ${(0,errors/* messageOf */.b)(error)}`, resource });
            return [];
        }
    }
    #warn(failure) {
        this.#context.emit({ type: 'failed', severity: 'warning', failure });
    }
}
const s3_tags_NOT_HELD = {
    code: 's3-tags-not-joined',
    message: 'DataHub did not tell the tags that it holds: they are replaced by those of S3',
    cure: 'Check that the token may read metadata'
};
function s3_tags_failureOf(error, arn) {
    const [, operation = ''] = error.action.split(':');
    const code = `s3-tags-${error.kind === 'other' ? 'failed' : error.kind}`;
    const message = `Its tags in S3 could not be read (${error.action}): ${error.code}: it is written without them`;
    if (error.kind !== 'denied')
        return { code, message, cure: 'Check that the bucket exists, and run it again' };
    const statement = { Effect: 'Allow', Action: [`s3:${operation}`], Resource: [RESOURCES[operation] ?? '*'] };
    return {
        code,
        message,
        cure: `Add ${JSON.stringify(statement)} to the policy of ${arn}; the bucket's own policy may deny it too`
    };
}
const RESOURCES = {
    GetBucketTagging: 'arn:aws:s3:::*',
    GetObjectTagging: 'arn:aws:s3:::*/*'
};

// EXTERNAL MODULE: ./lib/source/glue/map/arn.js
var arn = __webpack_require__(9545);
;// CONCATENATED MODULE: ./lib/source/glue/map/storage-properties.js

const structure = (members) => ({ members: Object.entries(members) });
const PLAIN_LIST = { list: 'plain' };
/** Columns and Parameters have places of their own and are not among the properties. */
const STORAGE_DESCRIPTOR = structure({
    Location: 'plain',
    AdditionalLocations: PLAIN_LIST,
    InputFormat: 'plain',
    OutputFormat: 'plain',
    Compressed: 'plain',
    NumberOfBuckets: 'plain',
    SerdeInfo: structure({ Name: 'plain', SerializationLibrary: 'plain', Parameters: 'map' }),
    BucketColumns: PLAIN_LIST,
    SortColumns: { list: structure({ Column: 'plain', SortOrder: 'plain' }) },
    SkewedInfo: structure({
        SkewedColumnNames: PLAIN_LIST,
        SkewedColumnValues: PLAIN_LIST,
        SkewedColumnValueLocationMaps: 'map'
    }),
    StoredAsSubDirectories: 'plain',
    SchemaReference: structure({
        SchemaId: structure({ SchemaArn: 'plain', SchemaName: 'plain', RegistryName: 'plain' }),
        SchemaVersionId: 'plain',
        SchemaVersionNumber: 'plain'
    })
});
/** The custom properties that a storage descriptor gives. */
function storageProperties(descriptor) {
    if (typeof descriptor !== 'object' || descriptor === null)
        return {};
    const properties = {};
    for (const [name, shape] of STORAGE_DESCRIPTOR.members) {
        const value = descriptor[name];
        if (value !== undefined && value !== null)
            properties[name] = pythonStr(shaped(value, shape));
    }
    return properties;
}
function shaped(value, shape) {
    if (shape === 'plain' || shape === 'map')
        return value;
    if ('list' in shape)
        return Array.isArray(value) ? value.map((item) => shaped(item, shape.list)) : value;
    return typeof value === 'object' && value !== null ? ordered(value, shape) : value;
}
/** The members that the model knows and that are there, in its order. */
function ordered(value, { members }) {
    const known = {};
    for (const [name, shape] of members) {
        const member = Reflect.get(value, name);
        if (member !== undefined && member !== null)
            known[name] = shaped(member, shape);
    }
    return known;
}

;// CONCATENATED MODULE: ./lib/source/glue/map/dataset-properties.js



const timesOf = (table) => ({
    created: (0,record_values/* millisOf */.eV)(table.CreateTime),
    updated: (0,record_values/* millisOf */.eV)(table.UpdateTime)
});
/**
 * Name, description, parameters and the storage descriptor's members (glue.py _get_dataset_properties). The peer gives up
 * a table without CatalogId; here the recipe's account takes its place, as it does for databases, or there is no ARN.
 */
function datasetProperties(table, database, options) {
    const { created, updated } = timesOf(table);
    const account = (0,record_values/* textOf */.b6)(table.CatalogId) ?? options.catalogId;
    return {
        customProperties: { ...(0,record_values/* textsOf */.CB)(table.Parameters), ...storageProperties(table.StorageDescriptor) },
        name: table.Name,
        description: (0,record_values/* textOf */.b6)(table.Description),
        qualifiedName: account === null ? undefined : (0,arn/* glueArn */.d)(options, account, database, table.Name),
        created: stampOf(created),
        lastModified: stampOf(updated),
        tags: []
    };
}
const stampOf = (time) => (time === null ? undefined : { time });

;// CONCATENATED MODULE: ./lib/source/glue/map/field-path.js
/**
 * A v2 field path without its types: `[version=2.0].[type=struct].[type=string].a` → `a`. Paths through arrays, maps and
 * unions stay as they are (the peer's api/entities/dataset/dataset.py _simplify_field_path). Dots of names are lost in it,
 * as with the peer.
 */
function simpleFieldPath(path) {
    if (/\[type=(?:array|map|union)\]/.test(path) || !path.startsWith('[version=2.0]'))
        return path;
    const steps = [];
    let step = '';
    let inType = false;
    for (const character of path) {
        if (character === '[') {
            if (step !== '')
                steps.push(step);
            step = '';
            inType = true;
        }
        else if (character === ']')
            inType = false;
        else if (character !== '.' && !inType)
            step += character;
    }
    if (step !== '')
        steps.push(step);
    return steps.join('.');
}

;// CONCATENATED MODULE: ./lib/source/glue/map/lineage.js



/** An edge between datasets: a table is a copy of what lies in its storage, or of what a link points at. */
const copyOf = (dataset) => ({ auditStamp: aspects/* UNKNOWN_STAMP */.t0, dataset, type: 'COPY' });
/** Everything that a dataset comes from, in one aspect: a second one would replace the first. */
function upstreamLineage(upstreams, fields) {
    if (upstreams.length === 0)
        return null;
    return { upstreams, ...(fields.length === 0 ? {} : { fineGrainedLineages: fields }) };
}
/** An edge for each field whose name is the same on both sides (glue.py get_fine_grained_lineages). */
function fieldLineage(downstream, upstream) {
    const known = new Set(upstream.fields.map(simpleFieldPath));
    return downstream.fields.map(simpleFieldPath).flatMap((path) => known.has(path)
        ? [
            {
                upstreamType: 'FIELD_SET',
                upstreams: [(0,datahub_urn/* schemaFieldUrn */.rR)(upstream.urn, path)],
                downstreamType: 'FIELD',
                downstreams: [(0,datahub_urn/* schemaFieldUrn */.rR)(downstream.urn, path)],
                confidenceScore: 1
            }
        ]
        : []);
}

;// CONCATENATED MODULE: ./lib/source/glue/map/s3-location.js

const PREFIX = /^s3[na]?:\/\//;
/** null for what is no S3 URI (the peer's s3_util.py is_s3_uri: `s3`, `s3n`, `s3a`, in lower case). */
function s3Location(uri) {
    if (!PREFIX.test(uri))
        return null;
    const name = uri.replace(PREFIX, '');
    const slash = name.indexOf('/');
    return slash === -1 ? { bucket: name, key: null } : { bucket: name.slice(0, slash), key: name.slice(slash + 1) };
}
/** The dataset of a place in S3, null for what is none; one slash at the end does not count (make_s3_urn_for_lineage). */
function s3DatasetUrn(uri, env) {
    if (!PREFIX.test(uri))
        return null;
    const name = uri.replace(PREFIX, '').replace(/\/$/, '');
    return `urn:li:dataset:(urn:li:dataPlatform:s3,${(0,datahub_urn/* encodeUrnPart */.P_)(name)},${env})`;
}

;// CONCATENATED MODULE: ./lib/source/glue/map/storage-lineage.js


/** The dataset that a table is stored in: its Iceberg table, or a place in S3; null for anything else. */
function storageUrn(urn, { customProperties }, { env }) {
    if (customProperties.table_type === 'ICEBERG') {
        return urn.replaceAll('urn:li:dataPlatform:glue', 'urn:li:dataPlatform:iceberg');
    }
    const location = customProperties.Location;
    return location === undefined ? null : s3DatasetUrn(location, env);
}
/** The storage as an upstream of its table (glue.py get_lineage_if_enabled). */
function storageAsUpstream({ urn, storage, schema, storageFields }, { columnLineage }) {
    // A path that comes twice is shown once (process/field-paths.ts), and so is its lineage.
    const fields = [...new Set(schema?.fields.map(({ fieldPath }) => fieldPath))].filter((path) => path !== '');
    const upstream = { urn: storage, fields: storageFields ?? fields };
    return {
        upstreams: [copyOf(storage)],
        fields: columnLineage ? fieldLineage({ urn, fields }, upstream) : []
    };
}
/** The storage as a downstream: the edge belongs to the storage's own dataset. */
function storageAsDownstream(urn, storage, origin) {
    const aspect = { upstreams: [copyOf(urn)] };
    return { urn: storage, entityType: 'dataset', aspectName: 'upstreamLineage', changeType: 'UPSERT', aspect, origin };
}

;// CONCATENATED MODULE: ./lib/source/glue/read/storage-schema.js




/**
 * The schema that DataHub holds of a table's storage: columns that the storage does not have get no lineage to it. Where
 * it holds none, the storage is taken to have the table's own columns.
 */
async function storageSchema(table, context) {
    const { options, datahub, emit } = context;
    const database = table.DatabaseName;
    const name = `${database}.${table.Name}`;
    const urn = (0,table_urn/* tableUrn */.kG)(name, table.CatalogId, options);
    const storage = storageUrn(urn, datasetProperties(table, database, options), options);
    if (storage === null || datahub === null)
        return {};
    try {
        return { storageSchema: await datahub.aspect(storage, 'schemaMetadata') };
    }
    catch (error) {
        if (!(error instanceof errors/* AppError */.u))
            throw error;
        const message = `${storage_schema_NOT_HELD.message}: ${error.message}`;
        emit({ type: 'failed', severity: 'warning', failure: { ...storage_schema_NOT_HELD, message, resource: name } });
        return {};
    }
}
const storage_schema_NOT_HELD = {
    code: 'storage-schema-not-held',
    message: 'DataHub could not be asked for the schema of a table’s storage, which is taken to be the table’s own',
    cure: 'Check that the token may read metadata, or set include_column_lineage to false'
};

;// CONCATENATED MODULE: ./lib/source/glue/inquiries.js





/** Only what the recipe asks for: an inquiry is made for every record. */
function inquiriesFor(context) {
    const { options, datahub, signal } = context;
    // Every request under way listens to it.
    (0,external_node_events_.setMaxListeners)(0, signal);
    const followsLinks = options.resolveResourceLinkSchema && !options.ignoreResourceLinks;
    const owners = followsLinks ? new OwnerSchemas(context) : null;
    const wantsStorage = options.storageLineage === 'upstream' && options.columnLineage && datahub !== null;
    const tags = options.lakeFormationTags === null ? null : new LakeFormationReader(context.lakeFormation, context);
    const s3 = options.s3BucketTags || options.s3ObjectTags ? new S3TagReader(context) : null;
    return {
        ofDatabases: tags === null ? [] : [ofAll((database) => tags.ofDatabase(database))],
        ofTables: [
            ...(tags === null ? [] : [ofAll((table) => tags.ofTable(table))]),
            ...(s3 === null ? [] : [ofAll((table) => s3.ofTable(table))]),
            ...(owners === null ? [] : [{ concerns: inquiries_isLink, ask: (table) => owners.of(table) }]),
            ...(wantsStorage ? [ofAll((table) => storageSchema(table, context))] : [])
        ]
    };
}
const ofAll = (ask) => ({
    concerns: () => true,
    ask
});
const inquiries_isLink = ({ TargetTable }) => TargetTable !== undefined;

// EXTERNAL MODULE: ./lib/source/glue/read/pages.js
var pages = __webpack_require__(4464);
;// CONCATENATED MODULE: ./lib/source/glue/jobs/failures.js
/** Jobs cannot be listed: tables are written all the same (the peer ends its run). */
const jobsNotListed = (error) => ({
    code: error.kind === 'denied' ? 'glue-jobs-denied' : 'glue-jobs-not-listed',
    message: `Jobs are missing: the list of jobs broke off (glue:GetJobs): ${error.message}`,
    cure: error.kind === 'denied'
        ? 'Allow glue:GetJobs on all jobs to the role, or set extract_transforms to false in the recipe'
        : 'Run it again; lower rate-limit if AWS throttles'
});
const JOB_WITHOUT_NAME = {
    code: 'job-without-name',
    message: 'A job has no name, so it cannot be shown',
    cure: 'This is a defect of AWS Glue’s answer: report it together with the job (aws glue get-jobs)'
};
/** @param why what went wrong, without a stack trace */
const jobNotMapped = (why) => ({
    code: 'record-not-mapped',
    message: `The record could not be mapped to DataHub: ${why}`,
    cure: 'This is a defect of this program: report it together with the record (aws glue get-job)'
});
const scriptNotRead = (error, location) => ({
    code: error.kind === 'denied' ? 'job-script-denied' : 'job-script-not-read',
    message: `A job’s script cannot be read, so its steps and their lineage are missing (s3:GetObject): ${error.message}`,
    cure: error.kind === 'denied'
        ? `Allow s3:GetObject on ${arnOf(location)} to the role`
        : 'Check that the object at the job’s ScriptLocation exists'
});
/** `s3://bucket/key` as the resource of a policy. */
const arnOf = (location) => `arn:aws:s3:::${location.replace(/^s3:\/\//i, '')}`;
const SCRIPT_LOCATION = {
    code: 'job-script-location',
    message: 'A job’s ScriptLocation is no object in S3, so its steps and their lineage are missing',
    cure: 'Correct the job’s script path in AWS Glue: s3://bucket/key'
};
const graphNotMade = (error) => ({
    code: error.kind === 'denied' ? 'job-graph-denied' : 'job-graph-not-made',
    message: `AWS Glue cannot tell the steps of a job’s script, so they and their lineage are missing (glue:GetDataflowGraph): ${error.message}`,
    cure: error.kind === 'denied'
        ? 'Allow glue:GetDataflowGraph to the role'
        : 'Nothing is wrong if the script was written by hand: Glue understands only what its editor made'
});
const connectionNotRead = (error) => ({
    code: error.kind === 'denied' ? 'glue-connection-denied' : 'glue-connection-not-read',
    message: `A connection cannot be read, so lineage to its database is missing (glue:GetConnection): ${error.message}`,
    cure: error.kind === 'denied' ? 'Allow glue:GetConnection to the role' : 'Check that the connection still exists'
});
/** Why a step of a job is not shown. */
const STEP_FAILURES = {
    'no-s3-path': step('its path in S3 is missing', 'Open the job in AWS Glue Studio and choose a path'),
    'not-s3': step('its path is not in S3', 'Open the job in AWS Glue Studio and correct the path'),
    'no-url': step('its JDBC URL is missing', 'Give the step a url in its connection options'),
    'bad-url': step('its JDBC URL cannot be read', 'Write it as jdbc:postgresql://host:5432/database'),
    'no-table': step('it names neither a table nor a query', 'Give the step dbtable or query in its connection options'),
    unsupported: step('it is of a kind that DataHub does not know', 'Nothing has to be done: the rest of the job is shown'),
    'connection-unknown': step('the database of its connection is not known', 'Give the connection a JDBC URL or a database'),
    'query-unknown': step('the tables of its query cannot be found out', 'Name the table in dbtable instead'),
    arguments: step('its arguments cannot be read', 'Open the job in AWS Glue Studio and save it again')
};
function step(why, cure) {
    return { code: 'job-step-not-shown', message: `A step of a job gets no lineage: ${why}`, cure };
}
const BROKEN_EDGE = {
    code: 'job-edge-broken',
    message: 'A job reads or writes something that is not shown, so this part of its lineage is missing',
    cure: 'See the other warnings about this job'
};

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
;// CONCATENATED MODULE: ./lib/source/glue/jobs/jdbc.js

/** JDBC's protocols and the platforms behind them (glue.py JDBC_PLATFORM_MAP). */
const JDBC_PLATFORMS = {
    postgresql: 'postgres',
    mysql: 'mysql',
    mariadb: 'mysql',
    redshift: 'redshift',
    oracle: 'oracle',
    sqlserver: 'mssql'
};
/** The types of Glue's own connections (glue.py GLUE_NATIVE_CONNECTION_TYPE_MAP). */
const NATIVE_PLATFORMS = {
    POSTGRESQL: 'postgres',
    MYSQL: 'mysql',
    REDSHIFT: 'redshift',
    ORACLE: 'oracle',
    SQLSERVER: 'mssql'
};
const DEFAULT_SCHEMAS = { postgres: 'public', redshift: 'public', mssql: 'dbo' };
/** The schema of a table that is named without one; null where there is none. */
const defaultSchema = (platform) => Object.hasOwn(DEFAULT_SCHEMAS, platform) ? (DEFAULT_SCHEMAS[platform] ?? null) : null;
const jdbc_PREFIX = 'jdbc:';
/** The database that a JDBC URL names; null for what is none (glue.py _parse_jdbc_url). */
function parseJdbcUrl(url) {
    if (!url.startsWith(jdbc_PREFIX))
        return null;
    const parts = splitUrl(url.slice(jdbc_PREFIX.length));
    if (parts === null)
        return null;
    const protocol = parts.scheme;
    // The peer's run ends at a dataset without a platform.
    if (protocol === '')
        return null;
    const platform = Object.hasOwn(JDBC_PLATFORMS, protocol) ? (JDBC_PLATFORMS[protocol] ?? protocol) : protocol;
    const inPath = parts.path.replace(/^\/+/, '').split('?')[0] ?? '';
    return { platform, name: inPath === '' ? propertyOf(parts.authority, 'databaseName') : inPath };
}
/** SQL Server writes properties behind the host: `host:1433;databaseName=sales`. The last of a name counts. */
function propertyOf(authority, name) {
    const properties = authority.split(';').slice(1);
    const found = properties.findLast((property) => property.startsWith(`${name}=`));
    return found?.slice(name.length + 1) ?? '';
}
/** As Python's urllib.parse.urlparse takes a URL apart; null where that fails. */
function splitUrl(text) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: Python takes them away
    const url = text.replace(/^[\x00-\x20]+/, '').replace(/[\t\r\n]/g, '');
    const [, scheme, rest] = /^([a-z][a-z\d+.-]*):(.*)$/is.exec(url) ?? ['', '', url];
    const behind = rest ?? '';
    const hasAuthority = behind.startsWith('//');
    const authority = hasAuthority ? (/^[^/?#]*/.exec(behind.slice(2))?.[0] ?? '') : '';
    if (!isAuthority(authority))
        return null;
    const path = (hasAuthority ? behind.slice(2 + authority.length) : behind).replace(/[?#].*$/s, '');
    return { scheme: (scheme ?? '').toLowerCase(), authority, path };
}
/** What Python takes for the part with user, host and port. */
function isAuthority(authority) {
    if (authority.includes('[') !== authority.includes(']'))
        return false;
    const [, host] = /\[([^\]]*)/.exec(authority) ?? [];
    if (host !== undefined && !(0,external_node_net_.isIPv6)(host) && !/^v[a-f\d]+\../i.test(host))
        return false;
    const bare = authority.replace(/[@:#?]/g, '');
    const normal = bare.normalize('NFKC');
    // Such as ℀, which is a/c to those who resolve names.
    return bare === normal || !/[/?#@:]/.test(normal);
}
/** A table's name in DataHub: with its database, and the platform's usual schema where it has none. */
function tableName({ platform, name }, table) {
    const schema = defaultSchema(platform);
    return table.includes('.') || schema === null ? `${name}.${table}` : `${name}.${schema}.${table}`;
}

;// CONCATENATED MODULE: ./lib/source/glue/jobs/connections.js





/** The databases behind Glue's connections, each asked for once in a run (glue.py _resolve_glue_connection). */
class Connections {
    #context;
    #known = new Map();
    constructor(context) {
        this.#context = context;
    }
    /** null when it is not known, which is told of where the connection cannot be read. */
    database(name) {
        const known = this.#known.get(name) ?? this.#find(name);
        this.#known.set(name, known);
        return known;
    }
    async #find(name) {
        const { client, options, signal, emit } = this.#context;
        const command = new dist_cjs/* GetConnectionCommand */.GoN({ Name: name, HidePassword: true, ...(0,pages/* catalogueOf */.v)(options) });
        try {
            const answer = await client.send(command, { abortSignal: signal });
            // The SDK's types allow members that are undefined, where its answers leave them out.
            return databaseOf((answer.Connection ?? {}));
        }
        catch (error) {
            if (!(error instanceof aws_call_error/* AwsCallError */.i))
                throw error;
            emit({ type: 'failed', severity: 'warning', failure: { ...connectionNotRead(error), resource: name } });
            return null;
        }
    }
}
/** The database of a connection: in its JDBC URL, or as a property of its own. */
function databaseOf(connection) {
    const { ConnectionType: type = '', ConnectionProperties: properties = {}, SparkProperties: spark = {} } = connection;
    if (type === 'JDBC') {
        const url = properties.JDBC_CONNECTION_URL || spark.JDBC_CONNECTION_URL || '';
        return url === '' ? null : parseJdbcUrl(url);
    }
    const platform = Object.hasOwn(NATIVE_PLATFORMS, type) ? NATIVE_PLATFORMS[type] : undefined;
    const name = properties.DATABASE ?? '';
    return platform === undefined || name === '' ? null : { platform, name };
}

// EXTERNAL MODULE: ./lib/source/glue/map/unit.js
var map_unit = __webpack_require__(9810);
;// CONCATENATED MODULE: ./lib/source/glue/jobs/graph.js
const isSource = ({ type }) => type === 'DataSource';
const isSink = ({ type }) => type === 'DataSink';
/** A step as Glue tells it, with what it stands for. */
const stepOf = (node, urns) => ({
    id: node.Id ?? '',
    type: node.NodeType ?? '',
    node,
    urns,
    inputDatasets: [],
    outputDatasets: [],
    inputDatajobs: []
});
/** Follows the edges between steps (glue.py process_dataflow_graph). The last step of an id counts. */
function connect(steps, { DagEdges = [] }) {
    const byId = new Map(steps.map((step) => [step.id, step]));
    const broken = [];
    for (const edge of DagEdges) {
        const source = byId.get(edge.Source ?? '');
        const target = byId.get(edge.Target ?? '');
        if (source === undefined || target === undefined)
            broken.push(edge);
        else
            follow(source, target);
    }
    return { steps: [...byId.values()], broken };
}
function follow(source, target) {
    const [urn = ''] = source.urns;
    if (isSource(source))
        target.inputDatasets.push(...source.urns);
    else
        target.inputDatajobs.push(urn);
    const [output] = target.urns;
    if (isSink(target) && output !== undefined)
        source.outputDatasets.push(output);
}

;// CONCATENATED MODULE: ./lib/source/glue/jobs/redact.js

const KEYWORD = /password|secret/giu;
/** What may stand between a key and its value. */
const COLON = new RegExp(`[${PYTHON_SPACE}]*:[${PYTHON_SPACE}]*"`, 'y');
/**
 * A script in which the values behind keys with `password` or `secret` in them are hidden, as the peer hides them
 * (glue.py _redact_secret_fields_in_dataflow_script). The peer's regular expression tries exponentially many ways to read
 * a text with many backslashes; this goes over the text a few times, whatever stands in it.
 */
function redactSecrets(script) {
    const quotes = quotesOf(script);
    const words = [...script.matchAll(KEYWORD)].map((match) => [match.index, match.index + match[0].length]);
    let out = '';
    let done = 0;
    let word = 0;
    for (let number = 0; number < quotes.at.length; number++) {
        const start = quotes.at[number] ?? 0;
        const end = keyFrom(number, quotes);
        if (start < done || end === null)
            continue;
        const last = at(quotes, end);
        while (word < words.length && (words[word]?.[0] ?? 0) <= start)
            word += 1;
        if ((words[word]?.[1] ?? Number.POSITIVE_INFINITY) > last)
            continue;
        const [open, close] = quotes.value.get(end) ?? [end, end];
        out += `${script.slice(done, at(quotes, open))}"*****"`;
        done = at(quotes, close) + 1;
    }
    return out + script.slice(done);
}
const at = (quotes, number) => quotes.at[number] ?? 0;
/** The quote that ends the key which begins at this one: the last that can; null when none can. */
function keyFrom(number, quotes) {
    const next = number + 1;
    if (next >= quotes.at.length)
        return null;
    const limit = quotes.plain[next] ?? -1;
    const end = quotes.key[limit === -1 ? quotes.at.length - 1 : limit] ?? -1;
    return end < next ? null : end;
}
function quotesOf(text) {
    const at = [];
    for (let index = text.indexOf('"'); index !== -1; index = text.indexOf('"', index + 1))
        at.push(index);
    const plain = new Int32Array(at.length).fill(-1);
    for (let number = at.length - 1; number >= 0; number--) {
        const isPlain = text[(at[number] ?? 0) - 1] !== '\\';
        plain[number] = isPlain ? number : (plain[number + 1] ?? -1);
    }
    const numberAt = new Map(at.map((index, number) => [index, number]));
    const value = new Map();
    const key = new Int32Array(at.length).fill(-1);
    for (const [number, index] of at.entries()) {
        const open = openingBehind(text, index + 1, numberAt);
        const close = open === null ? null : closing(open, plain, at.length);
        if (open !== null && close !== null)
            value.set(number, [open, close]);
        key[number] = value.has(number) ? number : (key[number - 1] ?? -1);
    }
    return { at, plain, key, value };
}
/** The quote that opens a value, when a colon and it stand here. */
function openingBehind(text, from, numberAt) {
    COLON.lastIndex = from;
    const match = COLON.exec(text);
    return match === null ? null : (numberAt.get(from + match[0].length - 1) ?? null);
}
/** A value ends at the first quote without a backslash before it, and otherwise at the last quote there is. */
function closing(open, plain, count) {
    if (open + 1 >= count)
        return null;
    const first = plain[open + 1] ?? -1;
    return first === -1 ? count - 1 : first;
}

;// CONCATENATED MODULE: ./lib/source/glue/jobs/map-job.js







const flowUrn = (job, { platform, env }) => (0,datahub_urn/* dataFlowUrn */._U)(platform, job.Name, env);
/** The urn of a step of a job. */
const stepUrn = (flow, type, id) => (0,datahub_urn/* dataJobUrn */.XQ)(flow, `${type}-${id}`);
/** The job itself as a flow (glue.py get_dataflow_wus). */
function mapFlow(job, options) {
    const unit = (0,map_unit/* unitsOf */.$)('dataFlow', flowUrn(job, options), job.Name);
    const [role, command] = [(0,record_values/* textOf */.b6)(job.Role), (0,record_values/* textOf */.b6)(job.Command?.ScriptLocation)];
    const [created, modified] = [job.CreatedOn, job.LastModifiedOn];
    const customProperties = {
        ...(role === undefined ? {} : { role }),
        ...(created instanceof Date ? { created: pythonStr(created) } : {}),
        ...(modified instanceof Date ? { modified: pythonStr(modified) } : {}),
        ...(command === undefined ? {} : { command })
    };
    const description = (0,record_values/* textOf */.b6)(job.Description);
    const info = {
        customProperties,
        externalUrl: consoleUrl(job.Name, options),
        name: job.Name,
        ...(description === undefined ? {} : { description })
    };
    return [unit('dataFlowInfo', info), unit('subTypes', (0,aspects/* subTypesAspect */.S3)('Job'))];
}
/** A job whose steps are not known, as one task with its script (glue.py get_datajob_wus_for_dataflow). */
function mapWholeJob(job, script, options) {
    const unit = (0,map_unit/* unitsOf */.$)('dataJob', (0,datahub_urn/* dataJobUrn */.XQ)(flowUrn(job, options), job.Name), job.Name);
    const info = jobInfo(job.Name, job.Name, {}, options);
    if (script === null || script === '')
        return [unit('dataJobInfo', info)];
    // GMS knows few languages; the peer calls them all SQL.
    const queryStatement = { value: redactSecrets(script), language: 'SQL' };
    return [unit('dataJobInfo', info), unit('dataTransformLogic', { transforms: [{ queryStatement }] })];
}
/** The steps of a job that are no datasets, each as a task with its lineage (glue.py get_datajob_wu). */
function mapSteps(job, steps, options) {
    return steps.filter((step) => !isSource(step) && !isSink(step)).flatMap((step) => mapStep(job, step, options));
}
function mapStep(job, step, options) {
    const { id, type, node, inputDatasets, outputDatasets, inputDatajobs } = step;
    const unit = (0,map_unit/* unitsOf */.$)('dataJob', stepUrn(flowUrn(job, options), type, id), job.Name);
    const named = (node.Args ?? []).flatMap(({ Name, Value }) => typeof Name === 'string' && typeof Value === 'string' ? [[Name, Value]] : []);
    const properties = { ...Object.fromEntries(named), transformType: type, nodeId: id };
    return [
        unit('dataJobInfo', jobInfo(`${job.Name}:${type}-${id}`, job.Name, properties, options)),
        unit('dataJobInputOutput', { inputDatasets, outputDatasets, inputDatajobs })
    ];
}
const jobInfo = (name, job, customProperties, options) => ({ customProperties, externalUrl: consoleUrl(job, options), name, type: { string: 'GLUE' } });
/** The job's graph in AWS's console, in the region that the recipe names, which to the peer may be `None`. */
function consoleUrl(job, { aws }) {
    const region = aws.region ?? 'None';
    return `https://${region}.console.aws.amazon.com/gluestudio/home?region=${region}#/editor/job/${job}/graph`;
}

;// CONCATENATED MODULE: ./lib/source/glue/jobs/script.js



/** The script of a job; null when it has none or cannot be had, of which the latter is told (glue.py get_dataflow_script). */
async function readScript(job, context) {
    const { emit, signal } = context;
    const location = job.Command?.ScriptLocation;
    if (location === undefined)
        return null;
    // AWS writes the scheme twice at times.
    const path = location.toLowerCase().startsWith('s3://s3://') ? location.slice('s3://'.length) : location;
    const place = objectAt(path);
    if (place === null) {
        emit({ type: 'failed', severity: 'warning', failure: { ...SCRIPT_LOCATION, resource: job.Name } });
        return null;
    }
    try {
        const s3 = await context.s3();
        return (await s3.getObject(place.bucket, place.key, signal)).toString('utf8');
    }
    catch (error) {
        if (!(error instanceof aws_call_error/* AwsCallError */.i))
            throw error;
        emit({ type: 'failed', severity: 'warning', failure: { ...scriptNotRead(error, path), resource: job.Name } });
        return null;
    }
}
/** What follows a question mark is no part of a key to the peer, which takes the path for a URL. */
function objectAt(path) {
    const [, bucket = '', key = ''] = /^s3:\/\/([^/?]*)\/?([^?]*)/s.exec(path) ?? [];
    return bucket === '' || key === '' ? null : { bucket, key };
}
/** Asks Glue for the steps of scripts, until it says that this is not allowed: its answer is the same for all scripts. */
class Graphs {
    #context;
    #denied = null;
    constructor(context) {
        this.#context = context;
    }
    /** The steps that Glue finds in a script; null when it finds none, which is told (glue.py get_dataflow_graph). */
    async read(job, script) {
        const { client, signal, emit } = this.#context;
        try {
            if (this.#denied !== null)
                throw this.#denied;
            const command = new dist_cjs/* GetDataflowGraphCommand */.oov({ PythonScript: script });
            // The SDK's types allow members that are undefined, where its answers leave them out.
            return (await client.send(command, { abortSignal: signal }));
        }
        catch (error) {
            if (!(error instanceof aws_call_error/* AwsCallError */.i))
                throw error;
            if (error.kind === 'denied')
                this.#denied = error;
            emit({ type: 'failed', severity: 'warning', failure: { ...graphNotMade(error), resource: job.Name } });
            return null;
        }
    }
}

// EXTERNAL MODULE: ./lib/core/config/node.js
var node = __webpack_require__(6672);
// EXTERNAL MODULE: ./lib/core/yaml.js + 7 modules
var yaml = __webpack_require__(1937);
;// CONCATENATED MODULE: ./lib/source/glue/jobs/arguments.js


/** The arguments of a node by name, each read as YAML, as the peer reads them; null when one cannot be read. */
function argumentsOf({ Args = [] }) {
    const read = [];
    for (const { Name, Value } of Args) {
        if (typeof Name !== 'string')
            continue;
        const parsed = (0,yaml/* parseYaml */.hN)({ file: '', text: Value ?? '' });
        if (!parsed.ok)
            return null;
        read.push([Name, parsed.value.root === null ? null : (0,node/* toJson */.aB)(parsed.value.root)]);
    }
    return Object.fromEntries(read);
}
/** A mapping among them; empty where there is none. */
function mappingIn(holder, name) {
    const value = holder[name];
    // What is no list and no scalar is a mapping.
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}
/** A text among them that says something. */
function textIn(holder, name) {
    const value = holder[name];
    return typeof value === 'string' && value !== '' ? value : null;
}
/** `connection_options.path`, or the first of `paths` (glue.py get_s3_uri). */
function s3UriIn(args) {
    const options = mappingIn(args, 'connection_options');
    const paths = options.paths;
    const uri = options.path ?? (Array.isArray(paths) ? paths[0] : null);
    return typeof uri === 'string' ? uri : null;
}

;// CONCATENATED MODULE: ./lib/source/glue/jobs/node-dataset.js





const datasets = (...urns) => ({ kind: 'datasets', urns });
const unknown = (why) => ({ kind: 'unknown', why });
/** What the arguments of a source or sink say that it is (glue.py process_dataflow_node). */
function targetOf(args, options) {
    if ('database' in args && 'table_name' in args) {
        const owner = args.catalog_id || options.catalogId;
        const name = `${pythonStr(args.database)}.${pythonStr(args.table_name)}`;
        return datasets((0,table_urn/* tableUrn */.kG)(name, owner ? pythonStr(owner) : undefined, options));
    }
    if (args.connection_type === 's3')
        return s3Target(args, options);
    const connection = mappingIn(args, 'connection_options');
    const name = connection.connectionName;
    if (name)
        return typeof name === 'string' ? { kind: 'connection', name, options: connection } : unknown('connection-unknown');
    const type = args.connection_type;
    if (typeof type !== 'string' || !Object.hasOwn(JDBC_PLATFORMS, type))
        return unknown('unsupported');
    const url = textIn(connection, 'url');
    const database = url === null ? null : parseJdbcUrl(url);
    if (database === null)
        return unknown(url === null ? 'no-url' : 'bad-url');
    return databaseTarget(database, connection, options);
}
/** The table or query of a connection (glue.py _process_jdbc_node, _process_glue_connection_node). */
function databaseTarget(database, connection, options) {
    const table = textIn(connection, 'dbtable');
    if (table !== null)
        return datasets(platformUrn(database.platform, tableName(database, table), options));
    const sql = textIn(connection, 'query');
    return sql === null ? unknown('no-table') : { kind: 'query', query: { database, sql } };
}
/** A dataset at the place that the recipe of its own platform gives it (`target_platform_configs`). */
function platformUrn(platform, name, options) {
    const place = options.targetPlatforms[platform];
    return (0,datahub_urn/* datasetUrn */.Yc)({
        platform,
        name: (0,table_urn/* nameInUrn */.Yh)(name, options),
        env: place?.env || options.env,
        platformInstance: place?.platformInstance ?? null
    });
}
function s3Target(args, { env }) {
    const uri = s3UriIn(args);
    if (uri === null)
        return unknown('no-s3-path');
    const urn = s3UrnWithoutExtension(uri, env);
    return urn === null ? unknown('not-s3') : datasets(urn);
}
/** A place in S3 as jobs name it: the dot before a file's extension is an underscore there (s3_util.py make_s3_urn). */
function s3UrnWithoutExtension(uri, env) {
    const [, written] = /^s3[na]?:\/\/(.*)$/s.exec(uri) ?? [];
    if (written === undefined)
        return null;
    const path = written.replace(/\/$/, '');
    const name = path.replace(/^((?:.*\/)?\.*[^/.][^/]*)\.([^/.]*)$/s, '$1_$2');
    return `urn:li:dataset:(urn:li:dataPlatform:s3,${(0,datahub_urn/* encodeUrnPart */.P_)(name)},${env})`;
}

;// CONCATENATED MODULE: ./lib/source/glue/jobs/steps.js





/** The steps of a job that are known, with the lineage between them. What is not known is told. */
async function findSteps(job, graph, finder) {
    const found = [];
    for (const node of graph.DagNodes ?? []) {
        const urns = await urnsOf(node, job, finder);
        if (urns !== null)
            found.push(stepOf(node, urns));
    }
    const { steps, broken } = connect(found, graph);
    for (const edge of broken)
        tell(BROKEN_EDGE, `${job.Name}: ${edge.Source} → ${edge.Target}`, finder.context);
    return steps;
}
async function urnsOf(node, job, finder) {
    const { Id: id = '', NodeType: type = '' } = node;
    const { context } = finder;
    if (type !== 'DataSource' && type !== 'DataSink')
        return [stepUrn(flowUrn(job, context.options), type, id)];
    const args = argumentsOf(node);
    const label = `${job.Name}: ${type}-${id}`;
    if (args === null) {
        tell(STEP_FAILURES.arguments, label, context);
        return null;
    }
    const target = await resolved(targetOf(args, context.options), finder);
    if (target.kind === 'datasets')
        return target.urns;
    const why = target.kind === 'unknown' ? target.why : 'unsupported';
    const isLost = why === 'unsupported' && !context.options.ignoreUnsupportedConnectors;
    tell(STEP_FAILURES[why], label, context, isLost ? 'failure' : 'warning');
    return null;
}
/** Follows a connection to its database, and a query to its tables. */
async function resolved(target, finder) {
    const { options } = finder.context;
    if (target.kind === 'connection')
        return resolved(await connected(target.name, target.options, finder), finder);
    if (target.kind !== 'query')
        return target;
    const { database, sql } = target.query;
    const tables = await finder.tablesOf({ platform: database.platform, database: database.name, sql });
    if (tables === null || tables.length === 0)
        return { kind: 'unknown', why: 'query-unknown' };
    return { kind: 'datasets', urns: tables.map((table) => platformUrn(database.platform, table, options)) };
}
async function connected(name, connection, finder) {
    const database = await finder.connections.database(name);
    if (database === null)
        return { kind: 'unknown', why: 'connection-unknown' };
    return databaseTarget(database, connection, finder.context.options);
}
function tell(failure, resource, { emit }, severity = 'warning') {
    emit({ type: 'failed', severity, failure: { ...failure, resource } });
}

;// CONCATENATED MODULE: ./lib/source/glue/jobs/jobs.js









/** Jobs of a page whose scripts are read side by side. */
const JOBS_AT_ONCE = 8;
/**
 * The jobs of the account as flows and their steps as tasks, in Glue's order, a few at a time (glue.py
 * _transform_extraction). Jobs that cannot be listed are a failure, and never the end of a run.
 */
async function* jobUnits(context, tablesOf) {
    const reader = { context, connections: new Connections(context), graphs: new Graphs(context), tablesOf };
    try {
        for await (const page of jobPages(context)) {
            for (let at = 0; at < page.length; at += JOBS_AT_ONCE) {
                const units = await Promise.all(page.slice(at, at + JOBS_AT_ONCE).map((job) => unitsOfJob(job, reader)));
                yield units.flat();
            }
        }
        context.emit({ type: 'jobs-listed', complete: true });
    }
    catch (error) {
        if (context.signal.aborted)
            return;
        if (!(error instanceof aws_call_error/* AwsCallError */.i))
            throw error;
        context.emit({ type: 'failed', severity: 'failure', failure: jobsNotListed(error) });
        context.emit({ type: 'jobs-listed', complete: false });
    }
}
function jobPages({ client, signal }) {
    return (0,pages/* pagesOf */.E)('glue:GetJobs', async (position) => {
        const answer = await client.send(new dist_cjs/* GetJobsCommand */.Al6(position), { abortSignal: signal });
        // The SDK's types allow members that are undefined, where its answers leave them out.
        return { items: (answer.Jobs ?? []), token: answer.NextToken };
    });
}
/** One job that the mapping does not foresee is a failure of that job, and never the end of the run. */
async function unitsOfJob(job, reader) {
    const { emit, signal } = reader.context;
    if (!isNamed(job)) {
        emit({ type: 'failed', severity: 'failure', failure: JOB_WITHOUT_NAME });
        return [];
    }
    try {
        return await unitsOfNamed(job, reader);
    }
    catch (error) {
        if (signal.aborted || error instanceof errors/* AppError */.u)
            throw error;
        emit({ type: 'failed', severity: 'failure', failure: { ...jobNotMapped((0,errors/* messageOf */.b)(error)), resource: job.Name } });
        return [];
    }
}
async function unitsOfNamed(job, reader) {
    const { context, graphs } = reader;
    const script = await readScript(job, context);
    const graph = script === null || script === '' ? null : await graphs.read(job, script);
    const steps = graph === null ? [] : await findSteps(job, graph, reader);
    const tasks = steps.length === 0 ? mapWholeJob(job, script, context.options) : mapSteps(job, steps, context.options);
    return [...mapFlow(job, context.options), ...tasks];
}
const isNamed = (job) => typeof job.Name === 'string' && job.Name !== '';

;// CONCATENATED MODULE: ./lib/source/glue/jobs/query-tables.js

/** The parser's names of the platforms that jobs query. */
const DIALECTS = {
    postgres: 'postgresql',
    mysql: 'mysql',
    redshift: 'redshift',
    oracle: 'oracle',
    mssql: 'tsql'
};
/**
 * The tables that a query reads, with database and schema, in small letters and in order; null when the query is not
 * understood (glue.py _extract_urns_from_query).
 */
async function tablesInQuery({ platform, database, sql }, reader) {
    const dialect = Object.hasOwn(DIALECTS, platform) ? DIALECTS[platform] : undefined;
    const query = dialect === undefined ? null : await reader.facts(sql, dialect);
    if (query === null)
        return null;
    const names = query.tables.map(({ catalog, schema, table }) => [catalog || database, schema || defaultSchema(platform), table].filter(Boolean).join('.').toLowerCase());
    return [...new Set(names)].sort();
}

// EXTERNAL MODULE: ./lib/datahub/guid.js
var guid = __webpack_require__(1574);
;// CONCATENATED MODULE: ./lib/datahub/platform-resource.js


/** The resource type under which DataHub keeps Lake Formation's tags (the peer's tag_entities.py). */
const LF_TAG_RESOURCE = 'LakeFormationTagPlatformResource';
/** A platform resource's primary key; a tag without a value ends with Python's word for nothing. */
const primaryKeyOf = ({ catalog, key, value }) => `${catalog === null || catalog === '' ? '' : `${catalog}.`}${key}:${value ?? 'None'}`;
/** The urn of a tag's platform resource (api/entities/platformresource PlatformResourceKey). */
function platformResourceUrn(id) {
    const key = { platform: 'glue', resource_type: LF_TAG_RESOURCE, primary_key: primaryKeyOf(id) };
    const instance = id.platformInstance === null ? {} : { platform_instance: id.platformInstance };
    return `urn:li:platformResource:${(0,guid/* guidOf */.d)({ ...key, ...instance })}`;
}
/** The aspect that holds it. */
function platformResourceInfo(resource) {
    const { id, urns } = resource;
    // In the order of their names, as the peer sorts them.
    const blob = (0,python_json/* pythonJson */.b)({
        allowed_values: resource.allowedValues,
        datahub_urns: { urns },
        id: {
            catalog: id.catalog,
            exists_in_lake_formation: id.inLakeFormation,
            persisted: id.persisted,
            platform_instance: id.platformInstance,
            tag_key: id.key,
            tag_value: id.value
        },
        managed_by_datahub: resource.managedByDatahub
    });
    return {
        resourceType: LF_TAG_RESOURCE,
        primaryKey: primaryKeyOf(id),
        secondaryKeys: urns,
        value: { contentType: 'JSON', blob, schemaType: 'JSON', schemaRef: LF_TAG_RESOURCE }
    };
}
/** Reads the aspect as DataHub holds it; null when it is not of this kind. */
function readPlatformResource(aspect) {
    const value = objectIn(aspect.value);
    if (aspect.resourceType !== LF_TAG_RESOURCE || value.schemaType !== 'JSON' || typeof value.blob !== 'string') {
        return null;
    }
    const content = parsed(value.blob);
    const id = objectIn(content.id);
    const urns = textsIn(objectIn(content.datahub_urns).urns);
    if (typeof id.tag_key !== 'string' || urns === null || typeof content.managed_by_datahub !== 'boolean')
        return null;
    return {
        id: {
            key: id.tag_key,
            value: textOrNull(id.tag_value),
            catalog: textOrNull(id.catalog),
            platformInstance: textOrNull(id.platform_instance),
            inLakeFormation: id.exists_in_lake_formation === true,
            persisted: id.persisted === true
        },
        urns,
        managedByDatahub: content.managed_by_datahub,
        allowedValues: textsIn(content.allowed_values)
    };
}
function parsed(text) {
    try {
        return objectIn(JSON.parse(text));
    }
    catch {
        return {};
    }
}
const objectIn = (value) => typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
const textOrNull = (value) => (typeof value === 'string' ? value : null);
const textsIn = (value) => Array.isArray(value) ? value.filter((item) => typeof item === 'string') : null;

;// CONCATENATED MODULE: ./lib/source/glue/lf-resources.js



/**
 * The platform resources by which DataHub knows what a tag is in Lake Formation (glue.py gen_platform_resource). The peer
 * searches for each tag; here all that DataHub holds are read once, in pages, before the first of them is needed.
 */
class LfTagResources {
    #context;
    #held = null;
    /** What is known by now, by urn: found in DataHub or made by this run. */
    #known = new Map();
    /** Tags that are done with. */
    #done = new Set();
    constructor(context) {
        this.#context = context;
    }
    /** Work units for the tags among these that DataHub does not know yet. None for sinks without a GMS. */
    async unitsFor(tags) {
        if (this.#context.search === null)
            return [];
        const units = [];
        for (const tag of tags) {
            const key = JSON.stringify([tag.catalog, tag.key, tag.value]);
            if (tag.urn === null || this.#done.has(key))
                continue;
            this.#done.add(key);
            this.#held ??= this.#read();
            const held = await this.#held;
            if (held !== null)
                units.push(...this.#link(tag, tag.urn, held));
        }
        return units;
    }
    #link(tag, urn, held) {
        const id = this.#find(tag, urn, held);
        const place = platformResourceUrn(id);
        const resource = this.#known.get(place) ?? this.#heldBy(id, held) ?? newResource(id);
        const urns = [...new Set(resource.urns)];
        if (urns.includes(urn)) {
            this.#known.set(place, resource);
            return [];
        }
        if (!urns.every(isTag)) {
            this.#context.emit({ type: 'failed', severity: 'warning', failure: { ...CONFLICT, resource: urn } });
            return [];
        }
        const linked = { ...resource, urns: [...urns, urn] };
        this.#known.set(place, linked);
        return unitsOfResource(linked);
    }
    /** The tag's own id, or that of the resource that has it already. */
    #find(tag, urn, held) {
        const { platformInstance, catalogId } = this.#context.options;
        const catalog = tag.catalog || catalogId;
        const found = held.find((one) => one.urns.includes(urn) && one.id.platformInstance === platformInstance);
        if (found !== undefined && found.id.catalog === catalog) {
            return { ...found.id, inLakeFormation: true, persisted: true };
        }
        const { shownKey: key, shownValue: value } = tag;
        return { key, value, catalog, platformInstance, inLakeFormation: false, persisted: false };
    }
    /** What DataHub holds under this primary key; of several the one of this platform instance. */
    #heldBy(id, held) {
        const primaryKey = primaryKeyOf(id);
        const [first, ...others] = held.filter((one) => primaryKeyOf(one.id) === primaryKey);
        if (others.length === 0)
            return first;
        return [first, ...others].find((one) => one?.id.platformInstance === id.platformInstance);
    }
    async #read() {
        const query = `resourceType:"${LF_TAG_RESOURCE}"`;
        try {
            const wanted = { entityType: 'platformResource', query, aspectName: 'platformResourceInfo' };
            const aspects = (await this.#context.search?.search(wanted)) ?? [];
            return aspects.flatMap((aspect) => readPlatformResource(aspect) ?? []);
        }
        catch (error) {
            if (!(error instanceof errors/* AppError */.u))
                throw error;
            const failure = { ...NOT_READ, message: `${NOT_READ.message}: ${error.message}` };
            this.#context.emit({ type: 'failed', severity: 'warning', failure });
            return null;
        }
    }
}
const isTag = (urn) => urn.startsWith('urn:li:tag:');
const newResource = (id) => ({
    id: { ...id, inLakeFormation: false, persisted: false },
    urns: [],
    managedByDatahub: false,
    allowedValues: null
});
function unitsOfResource(resource) {
    const urn = platformResourceUrn(resource.id);
    const unit = (aspectName, aspect) => {
        return { urn, entityType: 'platformResource', aspectName, changeType: 'UPSERT', aspect };
    };
    return [
        unit('platformResourceInfo', platformResourceInfo(resource)),
        unit('dataPlatformInstance', (0,aspects/* dataPlatformInstanceAspect */.FI)('glue', resource.id.platformInstance)),
        unit('status', (0,aspects/* statusAspect */.$Q)(false))
    ];
}
const CONFLICT = {
    code: 'platform-resource-conflict',
    message: 'DataHub links the Lake Formation tag to something that is no tag: this tag is not linked to it',
    cure: 'Remove the platform resource of the tag in DataHub, and run it again'
};
const NOT_READ = {
    code: 'platform-resources-not-read',
    message: 'DataHub did not tell which Lake Formation tags it knows: tags are written, but not linked to Lake Formation',
    cure: 'Check that GMS and its search index are well, and that the token may read metadata'
};

// EXTERNAL MODULE: ./lib/source/glue/map/container.js
var container = __webpack_require__(6446);
;// CONCATENATED MODULE: ./lib/source/glue/map/column-parameters.js



/**
 * The parameters of columns as structured properties of their fields, each property's definition before its first use in
 * this table (glue.py _get_column_param_workunits).
 */
function columnParameters(table, dataset, origin) {
    const defined = new Set();
    const columns = [...(0,record_values/* recordsOf */.M$)(table.StorageDescriptor?.Columns), ...(0,record_values/* recordsOf */.M$)(table.PartitionKeys)];
    return columns.flatMap((column) => {
        const parameters = Object.entries((0,record_values/* textsOf */.CB)(column.Parameters));
        const name = (0,record_values/* textOf */.b6)(column.Name);
        if (parameters.length === 0 || name === undefined)
            return [];
        const [field] = schemaFields({
            name,
            type: (0,record_values/* textOf */.b6)(column.Type) ?? 'string',
            description: undefined,
            nullable: true
        });
        if (field === undefined)
            return [];
        const keys = parameters.map(([key]) => key).filter((key) => !defined.has(propertyUrn(key)));
        const fresh = keys.filter((key, index) => keys.findIndex((other) => propertyUrn(other) === propertyUrn(key)) === index);
        for (const key of fresh)
            defined.add(propertyUrn(key));
        const properties = parameters.map(([key, string]) => ({ propertyUrn: propertyUrn(key), values: [{ string }] }));
        const urn = (0,datahub_urn/* schemaFieldUrn */.rR)(dataset, field.fieldPath);
        const unit = {
            entityType: 'schemaField',
            aspectName: 'structuredProperties',
            changeType: 'UPSERT',
            origin
        };
        return [...fresh.map((key) => definition(key, origin)), { ...unit, urn, aspect: { properties } }];
    });
}
const qualifiedName = (key) => `io.datahubproject.glue.column.${key.replace(/[^a-zA-Z0-9._]/gu, '_')}`;
const propertyUrn = (key) => `urn:li:structuredProperty:${qualifiedName(key)}`;
function definition(key, origin) {
    const aspect = {
        qualifiedName: qualifiedName(key),
        displayName: key,
        valueType: 'urn:li:dataType:datahub.string',
        cardinality: 'SINGLE',
        entityTypes: ['urn:li:entityType:datahub.schemaField'],
        immutable: false
    };
    const unit = { entityType: 'structuredProperty', aspectName: 'propertyDefinition', changeType: 'UPSERT' };
    return { ...unit, urn: propertyUrn(key), aspect, origin };
}

// EXTERNAL MODULE: ./lib/source/glue/map/domain.js
var domain = __webpack_require__(860);
;// CONCATENATED MODULE: ./lib/source/glue/map/operation.js

/** That a table was created, and when it was changed since; both are `operation`s of their own time. */
function operations({ created, updated }) {
    return [
        ...(created === null ? [] : [operation('CREATE', created)]),
        ...(updated === null || updated === created ? [] : [operation('UPDATE', updated)])
    ];
}
const operation = (operationType, time) => ({
    timestampMillis: time,
    partitionSpec: aspects/* FULL_TABLE */.Dk,
    operationType,
    lastUpdatedTimestamp: time
});

;// CONCATENATED MODULE: ./lib/source/glue/map/ownership.js



/** The table's `Owner` as a data owner; null when it names none (glue.py _get_ownership). */
function ownership(owner) {
    const name = (0,record_values/* textOf */.b6)(owner);
    if (name === undefined || name === '')
        return null;
    return { owners: [{ owner: (0,datahub_urn/* userUrn */.dq)(name), type: 'DATAOWNER' }], ownerTypes: {}, lastModified: aspects/* UNKNOWN_STAMP */.t0 };
}

;// CONCATENATED MODULE: ./lib/source/glue/map/table-lineage.js



/** The storage of a table and the owner of a resource link, in one aspect (glue.py get_lineage_if_enabled). */
function tableLineage(table, setting) {
    const { urn, name, properties, schema, options, facts } = setting;
    const link = linkOwner(table, urn, options);
    const fromOwner = link.kind === 'owner' ? [copyOf(link.owner.urn)] : [];
    const warnings = link.kind === 'unknown' ? [link.failure] : [];
    const storage = options.storageLineage === null ? null : storageUrn(urn, properties, options);
    if (storage !== null && options.storageLineage === 'upstream') {
        const stored = { urn, storage, schema, storageFields: fieldPathsOf(facts.storageSchema ?? null) };
        const { upstreams, fields } = storageAsUpstream(stored, options);
        return { aspect: upstreamLineage([...upstreams, ...fromOwner], fields), units: [], warnings };
    }
    if (storage === urn) {
        // An Iceberg table under another platform's name than `glue` is taken for its own storage; a link's owner goes first.
        return { aspect: upstreamLineage(fromOwner.length > 0 ? fromOwner : [copyOf(urn)], []), units: [], warnings };
    }
    const units = storage === null ? [] : [storageAsDownstream(urn, storage, name)];
    return { aspect: upstreamLineage(fromOwner, []), units, warnings };
}
/** The paths in a schemaMetadata of DataHub's. */
function fieldPathsOf(schema) {
    const fields = schema?.fields;
    if (!Array.isArray(fields))
        return null;
    return fields.flatMap((field) => {
        const path = typeof field === 'object' && field !== null ? Reflect.get(field, 'fieldPath') : undefined;
        return typeof path === 'string' ? [path] : [];
    });
}

// EXTERNAL MODULE: ./lib/source/glue/map/tags.js
var tags = __webpack_require__(2809);
;// CONCATENATED MODULE: ./lib/source/glue/map/table-tags.js


const NO_TAGS = { direct: [], propagated: [], columns: new Map(), inherited: null };
/**
 * A table's tags. Where Lake Formation and S3 both have some the peer writes two aspects, of which the second replaces the
 * first (glue.py _extract_record); here they are one.
 */
function tableTags(facts, { database }) {
    const from = { origin: database, time: facts.lfTagsAt ?? 0 };
    return (0,tags/* lfGlobalTags */.B)(facts.lfTags ?? NO_TAGS, from, facts.s3Tags);
}
/** The tags of a table's columns, by name. */
function columnTags({ lfTags, lfTagsAt: time = 0 }, { table }) {
    if (lfTags === undefined || (lfTags.columns.size === 0 && lfTags.inherited === null))
        return () => null;
    const from = { origin: table, time };
    const inherited = (0,tags/* lfGlobalTags */.B)(columnTagsOf('', { ...lfTags, columns: new Map() }), from);
    return (column) => (lfTags.columns.has(column) ? (0,tags/* lfGlobalTags */.B)(columnTagsOf(column, lfTags), from) : inherited);
}
/**
 * The tags for which DataHub keeps a platform resource: those of the table, unless DataHub can have none of them, and
 * those of its columns, each once by what is shown of it (glue.py _extract_record).
 */
function linkedTags(lfTags) {
    const ofTable = [...lfTags.direct, ...lfTags.propagated];
    const shown = new Map();
    for (const tag of [...lfTags.columns.values()].flat()) {
        const key = JSON.stringify([tag.shownKey, tag.shownValue]);
        if (!shown.has(key))
            shown.set(key, tag);
    }
    return [...(ofTable.some((tag) => tag.urn !== null) ? ofTable : []), ...shown.values()];
}

// EXTERNAL MODULE: ./lib/core/json.js
var json = __webpack_require__(3085);
;// CONCATENATED MODULE: ./lib/source/glue/map/view-definition.js



const view_definition_PREFIX = '/* Presto View: ';
const SUFFIX = ' */';
/**
 * The SQL of a view: Athena's and Presto's is JSON in base64 in a comment, everything else is plain text. The peer's rules
 * (glue.py _get_view_definition, presto_view_decoder.py): an envelope that cannot be read is no definition, never the
 * envelope itself.
 */
function viewDefinition(table) {
    const text = (0,record_values/* textOf */.b6)(table.ViewOriginalText) || (0,record_values/* textOf */.b6)(table.ViewExpandedText) || '';
    if (text === '')
        return (0,result/* err */._)(NO_DEFINITION);
    if (!text.startsWith(view_definition_PREFIX))
        return (0,result.ok)({ sql: text, dialect: 'spark' });
    const payload = decode(text);
    if (payload === null)
        return (0,result/* err */._)(view_definition_UNREADABLE);
    const sql = payload.originalSql;
    return typeof sql === 'string' && sql !== '' ? (0,result.ok)({ sql, dialect: 'trino' }) : (0,result/* err */._)(NO_SQL);
}
const NO_DEFINITION = { code: 'view-without-sql', message: 'The view has no SQL definition' };
const view_definition_UNREADABLE = {
    code: 'view-envelope-unreadable',
    message: "The view's Presto envelope cannot be decoded, so its SQL is not known",
    cure: 'create the view again with Athena or Trino'
};
const NO_SQL = { code: 'view-without-sql', message: "The view's Presto envelope has no SQL in it" };
/** The JSON object in the envelope, or null. */
function decode(text) {
    const end = text.lastIndexOf(SUFFIX);
    const encoded = text.slice(view_definition_PREFIX.length, end < view_definition_PREFIX.length ? undefined : end);
    const bytes = base64(encoded);
    if (bytes === null)
        return null;
    try {
        const payload = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
        return typeof payload === 'object' && payload !== null && !Array.isArray(payload) ? payload : null;
    }
    catch {
        return null;
    }
}
const WELL_FORMED = /^[A-Za-z0-9+/]*={0,2}$/;
const ALPHABET = /^[A-Za-z0-9+/]$/;
/**
 * As Python's base64.b64decode reads it: foreign ASCII characters are passed over, padding in the right place ends the
 * data, and padding that is missing, or a character beyond ASCII anywhere, makes it invalid. null when it is.
 */
function base64(encoded) {
    if (encoded.length % 4 === 0 && WELL_FORMED.test(encoded))
        return Buffer.from(encoded, 'base64');
    if ((0,json/* escapeNonAscii */.A)(encoded) !== encoded)
        return null;
    let data = '';
    let padding = 0;
    for (const character of encoded) {
        if (ALPHABET.test(character)) {
            data += character;
            padding = 0;
        }
        else if (character === '=' && data.length % 4 >= 2) {
            padding += 1;
            if ((data.length % 4) + padding >= 4)
                return Buffer.from(data, 'base64');
        }
    }
    return data.length % 4 === 0 ? Buffer.from(data, 'base64') : null;
}

;// CONCATENATED MODULE: ./lib/source/glue/map/table.js














const TABLE = (0,repeated_json/* repeated */.Z)((0,aspects/* subTypesAspect */.S3)('Table'));
const VIEW = (0,repeated_json/* repeated */.Z)((0,aspects/* subTypesAspect */.S3)('View'));
const isView = (table) => table.TableType === 'VIRTUAL_VIEW';
/**
 * A table or view of `database` as a dataset, one aspect a work unit (glue.py _gen_table_wu and _extract_record): first
 * what is its own, then what belongs to others. Never throws, whatever the record holds besides its name.
 */
function mapTable(table, { database, options, facts = {} }) {
    const name = `${database}.${table.Name}`;
    const home = (0,container/* homeOf */.lt)(database, options);
    const urn = (0,table_urn/* tableUrn */.kG)(name, table.CatalogId, options);
    const properties = datasetProperties(table, database, options);
    const origins = { database: home.urn, table: urn };
    const own = schemaMetadata(table, name, options, columnTags(facts, origins));
    const schema = own.aspect ?? ofOwner(facts.ownerSchema ?? null, name);
    const view = isView(table) ? viewOf(table) : null;
    const lineage = tableLineage(table, { urn, name, properties, schema, options, facts });
    const unit = (0,map_unit/* unitsOf */.$)('dataset', urn, name);
    const units = [];
    const add = (aspectName, aspect) => {
        if (aspect !== null)
            units.push(unit(aspectName, aspect));
    };
    for (const operation of operations(timesOf(table)))
        add('operation', operation);
    add('status', (0,aspects/* statusAspect */.$Q)(false));
    add('datasetProperties', properties);
    add('schemaMetadata', schema);
    add('dataPlatformInstance', home.platformInstance);
    add('ownership', options.extractOwners ? ownership(table.Owner) : null);
    add('globalTags', tableTags(facts, origins));
    add('upstreamLineage', lineage.aspect);
    add('subTypes', view === null ? TABLE : VIEW);
    add('viewProperties', view?.aspect ?? null);
    add('domains', (0,domain/* domainsOf */.V)(name, options));
    add('container', home.container);
    if (options.columnParameters)
        units.push(...columnParameters(table, urn, name));
    units.push(...lineage.units);
    const warnings = [...(view?.warnings ?? []), ...own.warnings, ...lineage.warnings];
    const told = warnings.map((warning) => ({ ...warning, resource: name }));
    return { urn, units, schema, view: view?.definition ?? null, warnings: told };
}
/** The schema of the table that a link shows, under the link's own name. */
function ofOwner(schema, schemaName) {
    // DataHub's own aspect, or one that this program made: both are what the type says (facts.ts).
    return schema === null ? null : { ...schema, schemaName };
}
/** The view's SQL; a view without one that can be read is shown with an empty definition, and warned about. */
function viewOf(table) {
    const definition = viewDefinition(table);
    const viewLogic = definition.ok ? definition.value.sql : '';
    return {
        aspect: { materialized: false, viewLogic, viewLanguage: 'SQL' },
        definition: definition.ok ? definition.value : null,
        warnings: definition.ok ? [] : [definition.error]
    };
}

;// CONCATENATED MODULE: ./lib/datahub/python-number.js

const FLOAT = /^[+-]?(?:\d+(?:_\d+)*\.?(?:\d+(?:_\d+)*)?|\.\d+(?:_\d+)*)(?:e[+-]?\d+(?:_\d+)*)?$/i;
/** Python's float() of a text; null for what is none, or no number that JSON can hold. */
function pythonFloat(text) {
    const word = pythonStrip(text);
    if (!FLOAT.test(word))
        return null;
    const value = Number(word.replaceAll('_', ''));
    return Number.isFinite(value) ? value : null;
}
/** Python's int(float()) of a text: what is behind the point is cut off. null also beyond the numbers that are exact. */
function pythonWhole(text) {
    const value = pythonFloat(text);
    const whole = value === null ? Number.NaN : Math.trunc(value);
    return Number.isSafeInteger(whole) ? whole : null;
}

;// CONCATENATED MODULE: ./lib/source/glue/read/side-by-side.js
/**
 * Reads up to `width` sources at once and gives their items in turn, one of each, so that the order depends on the
 * sources alone and never on which answers first. Of each open source one item is read ahead while the consumer works;
 * a new source is opened when one has ended. Ends all of them when the consumer stops, after `stop` has told whatever
 * they are waiting for to give up.
 */
async function* sideBySide(sources, width, open, stop) {
    const slots = [];
    const waiting = sources[Symbol.asyncIterator]();
    let nextSource = ahead(waiting);
    let turn = 0;
    try {
        for (;;) {
            while (nextSource !== null && slots.length < width) {
                const result = await nextSource;
                nextSource = result.done === true ? null : ahead(waiting);
                if (result.done === true)
                    break;
                const items = open(result.value)[Symbol.asyncIterator]();
                slots.push({ source: result.value, items, next: ahead(items) });
                yield { kind: 'opened', source: result.value };
            }
            const slot = slots[turn % Math.max(1, slots.length)];
            if (slot === undefined)
                return;
            const result = await slot.next;
            if (result.done === true) {
                slots.splice(slots.indexOf(slot), 1);
                continue;
            }
            slot.next = ahead(slot.items);
            yield { kind: 'item', source: slot.source, item: result.value };
            turn = (slots.indexOf(slot) + 1) % slots.length;
        }
    }
    finally {
        stop();
        await Promise.allSettled([waiting.return?.(), ...slots.map((slot) => slot.items.return?.())]);
    }
}
/** Starts reading. A failure waits for whoever takes the item; nobody may, so it must not count as unhandled. */
function ahead(items) {
    const next = items.next();
    next.catch(() => { });
    return next;
}

;// CONCATENATED MODULE: ./lib/source/glue/profiles/days.js
const DAYS_A_WEEK = 7;
/**
 * Whether profiles are made at `now`, milliseconds since the epoch (operation_config.py is_profiling_enabled). Days are
 * those of UTC, whatever the machine's time zone. 0 is Monday.
 */
function isProfilingDay({ days }, now) {
    if (days === null)
        return true;
    const today = new Date(now);
    const weekday = (today.getUTCDay() + DAYS_A_WEEK - 1) % DAYS_A_WEEK;
    const isWeekday = days.dayOfWeek === null || days.dayOfWeek === weekday;
    return isWeekday && (days.dateOfMonth === null || days.dateOfMonth === today.getUTCDate());
}

;// CONCATENATED MODULE: ./lib/source/glue/profiles/from-parameters.js


/** Reads the parameters that the recipe names (glue.py _create_profile_mcp). A column without parameters has no profile. */
function profileFromParameters({ parameters, columns }, options) {
    const warnings = [];
    const table = new Parameters((0,record_values/* textsOf */.CB)(parameters), options, warnings);
    const fields = (0,record_values/* recordsOf */.M$)(columns).flatMap((column) => {
        const fieldPath = (0,record_values/* textOf */.b6)(column.Name);
        if (fieldPath === undefined || column.Parameters === undefined || column.Parameters === null)
            return [];
        if (options.tableLevelOnly)
            return [{ fieldPath }];
        return [fieldProfile(fieldPath, new Parameters((0,record_values/* textsOf */.CB)(column.Parameters), options, warnings))];
    });
    const profile = { ...table.whole('rowCount'), ...table.whole('columnCount'), fields };
    return { profile, warnings };
}
const fieldProfile = (fieldPath, values) => ({
    fieldPath,
    ...values.whole('uniqueCount'),
    ...values.share('uniqueProportion'),
    ...values.whole('nullCount'),
    ...values.share('nullProportion'),
    ...values.text('min'),
    ...values.text('max'),
    ...values.text('mean'),
    ...values.text('median'),
    ...values.text('stdev')
});
/** The parameters of one table or column, by what they mean. */
class Parameters {
    #values;
    #options;
    #warnings;
    constructor(values, options, warnings) {
        this.#values = values;
        this.#options = options;
        this.#warnings = warnings;
    }
    whole(name) {
        return this.#number(name, pythonWhole);
    }
    share(name) {
        return this.#number(name, pythonFloat);
    }
    text(name) {
        const { value } = this.#find(name);
        return from_parameters_member(name, value);
    }
    #number(name, read) {
        const { parameter, value } = this.#find(name);
        if (value === null)
            return {};
        const number = read(value);
        if (number === null)
            this.#warnings.push(notANumber(parameter));
        return from_parameters_member(name, number);
    }
    #find(name) {
        const parameter = this.#options.parameters[name];
        if (parameter === null || !Object.hasOwn(this.#values, parameter))
            return { parameter: '', value: null };
        return { parameter, value: this.#values[parameter] ?? null };
    }
}
/** An object with the one member, or with none. */
const from_parameters_member = (name, value) => 
// The computed name is known to be `Name`, which TypeScript does not see.
(value === null ? {} : { [name]: value });
/** The peer ends its run over such a parameter. */
const notANumber = (parameter) => ({
    code: 'profile-parameter-not-a-number',
    message: `The parameter '${parameter}' of a table or column is no number: the profile goes without it`,
    cure: 'Correct the parameter in AWS Glue, or name another one under profiling in the recipe'
});

;// CONCATENATED MODULE: ./lib/source/glue/profiles/from-statistics.js
/**
 * What Glue has counted of a column (https://docs.aws.amazon.com/glue/latest/webapi/API_ColumnStatisticsData.html).
 * `rows`: of the table or partition, for shares; null where that is not known. An average length is no mean.
 */
function fieldFromStatistics({ ColumnName, StatisticsData }, rows) {
    const data = StatisticsData === undefined ? null : countsIn(StatisticsData);
    if (ColumnName === undefined || data === null)
        return null;
    const { nulls, distinct, min, max } = data;
    const share = (count) => count === undefined || rows === null || rows <= 0 ? undefined : Math.min(1, count / rows);
    return defined({
        fieldPath: ColumnName,
        uniqueCount: distinct,
        uniqueProportion: share(distinct),
        nullCount: nulls,
        nullProportion: share(nulls),
        min,
        max
    });
}
/** The one member that the type of the column fills. */
function countsIn(data) {
    const { LongColumnStatisticsData: long, DoubleColumnStatisticsData: double } = data;
    const { DateColumnStatisticsData: date, DecimalColumnStatisticsData: decimal } = data;
    const { StringColumnStatisticsData: text, BinaryColumnStatisticsData: binary } = data;
    const number = long ?? double;
    if (number !== undefined) {
        const [min, max] = [from_statistics_numeral(number.MinimumValue), from_statistics_numeral(number.MaximumValue)];
        return { nulls: number.NumberOfNulls, distinct: number.NumberOfDistinctValues, min, max };
    }
    if (date !== undefined) {
        const [min, max] = [day(date.MinimumValue), day(date.MaximumValue)];
        return { nulls: date.NumberOfNulls, distinct: date.NumberOfDistinctValues, min, max };
    }
    if (decimal !== undefined) {
        const [min, max] = [decimalText(decimal.MinimumValue), decimalText(decimal.MaximumValue)];
        return { nulls: decimal.NumberOfNulls, distinct: decimal.NumberOfDistinctValues, min, max };
    }
    if (text !== undefined)
        return { nulls: text.NumberOfNulls, distinct: text.NumberOfDistinctValues };
    if (binary !== undefined)
        return { nulls: binary.NumberOfNulls, distinct: undefined };
    return data.BooleanColumnStatisticsData === undefined ? null : booleans(data.BooleanColumnStatisticsData);
}
/** Of true and false one or two occur. */
function booleans(data) {
    const occurring = [data.NumberOfTrues, data.NumberOfFalses].filter((count) => (count ?? 0) > 0).length;
    return { nulls: data.NumberOfNulls, distinct: occurring };
}
const from_statistics_numeral = (value) => (value === undefined ? undefined : String(value));
/** A date of Glue's has no time. */
const day = (date) => date === undefined || Number.isNaN(date.getTime()) ? undefined : date.toISOString().slice(0, 'YYYY-MM-DD'.length);
const BITS_A_BYTE = 8n;
/** An unscaled number in two's complement, the most significant byte first, with its point put in (Java's BigDecimal). */
function decimalText(value) {
    if (value?.UnscaledValue === undefined || value.Scale === undefined)
        return undefined;
    const bytes = [...value.UnscaledValue];
    const unsigned = bytes.reduce((sum, byte) => (sum << BITS_A_BYTE) | BigInt(byte), 0n);
    const unscaled = BigInt.asIntN(Math.max(1, bytes.length) * Number(BITS_A_BYTE), unsigned);
    const digits = String(unscaled < 0n ? -unscaled : unscaled).padStart(value.Scale + 1, '0');
    const point = digits.length - Math.max(0, value.Scale);
    const fraction = digits.slice(point);
    return `${unscaled < 0n ? '-' : ''}${digits.slice(0, point)}${fraction === '' ? '' : `.${fraction}`}`;
}
/** Without the members that are undefined. */
const defined = (field) => Object.fromEntries(Object.entries(field).filter(([, value]) => value !== undefined));

;// CONCATENATED MODULE: ./lib/source/glue/profiles/partitions.js




/** The first of a table's partition keys, by which the peer names partitions; null for a table without any. */
function partitionKey(table) {
    const [key] = (0,record_values/* recordsOf */.M$)(table.PartitionKeys);
    return key === undefined ? null : ((0,record_values/* textOf */.b6)(key.Name) ?? null);
}
/** A partition as the peer prints and matches it: `{'day': '2024-01-01'}`, by the first key alone. */
const partitionSpec = (key, { Values: [value] = [] }) => value === undefined ? null : pythonRepr({ [key]: value });
/** All partitions of a table, page by page (the peer reads the first page). @throws AwsCallError */
function partitionPages({ DatabaseName, Name: TableName }, { client, options, signal }) {
    return (0,pages/* pagesOf */.E)('glue:GetPartitions', async (position) => {
        const command = new dist_cjs/* GetPartitionsCommand */.fr1({ DatabaseName, TableName, ...(0,pages/* catalogueOf */.v)(options), ...position });
        const answer = await client.send(command, { abortSignal: signal });
        // The SDK's types allow members that are undefined, where its answers leave them out.
        return { items: (answer.Partitions ?? []), token: answer.NextToken };
    });
}

;// CONCATENATED MODULE: ./lib/source/glue/profiles/profile.js

/** Two profiles of the same thing in one: what the first says goes before what the second says. */
function merged(first, second) {
    const others = new Map(second.fields.map((field) => [field.fieldPath, field]));
    const fields = first.fields.map((field) => ({ ...others.get(field.fieldPath), ...field }));
    const known = new Set(first.fields.map(({ fieldPath }) => fieldPath));
    return { ...second, ...first, fields: [...fields, ...second.fields.filter((field) => !known.has(field.fieldPath))] };
}
/** A dataset's profile as a work unit at `now`, milliseconds since the epoch; null when nothing is known. */
function profileUnit(urn, origin, profile, now) {
    const { rowCount, columnCount, fields, partition } = profile;
    if (fields.length === 0 && rowCount === undefined && columnCount === undefined)
        return null;
    const aspect = {
        timestampMillis: now,
        partitionSpec: partition === undefined ? aspects/* FULL_TABLE */.Dk : { partition, type: 'PARTITION' },
        ...(rowCount === undefined ? {} : { rowCount }),
        ...(columnCount === undefined ? {} : { columnCount }),
        fieldProfiles: fields.map((field) => ({ ...field }))
    };
    return { urn, entityType: 'dataset', aspectName: 'datasetProfile', changeType: 'UPSERT', aspect, origin };
}

;// CONCATENATED MODULE: ./lib/source/glue/profiles/statistics.js



/** Columns that one call may name (https://docs.aws.amazon.com/glue/latest/webapi/API_GetColumnStatisticsForTable.html). */
const MOST_COLUMNS = 100;
/** What Glue has counted of a table's columns, or with `values` of those of one partition. @throws AwsCallError */
async function columnStatistics(table, context, values = null) {
    const names = (0,record_values/* recordsOf */.M$)(table.StorageDescriptor?.Columns).flatMap(({ Name }) => (0,record_values/* textOf */.b6)(Name) ?? []);
    const batches = Array.from({ length: Math.ceil(names.length / MOST_COLUMNS) }, (_, i) => names.slice(i * MOST_COLUMNS, (i + 1) * MOST_COLUMNS));
    const answers = await Promise.all(batches.map((batch) => ask(table, batch, context, values)));
    return answers.flat();
}
async function ask({ DatabaseName, Name: TableName }, columns, { client, options, signal }, values) {
    const where = { DatabaseName, TableName, ColumnNames: [...columns], ...(0,pages/* catalogueOf */.v)(options) };
    const abort = { abortSignal: signal };
    const answer = values === null
        ? await client.send(new dist_cjs/* GetColumnStatisticsForTableCommand */.gF8(where), abort)
        : await client.send(new dist_cjs/* GetColumnStatisticsForPartitionCommand */.OnW({ ...where, PartitionValues: [...values] }), abort);
    return answer.ColumnStatisticsList ?? [];
}

;// CONCATENATED MODULE: ./lib/source/glue/profiles/profiles.js











/** Tables that are asked about side by side. */
const TABLES_AT_ONCE = 8;
/** Makes the profiles of tables; null when the recipe wants none today. */
function profilerOf(context) {
    const { options, clock } = context;
    const now = clock.now();
    const byParameters = options.profiling !== null && isProfilingDay(options.profiling, now);
    return byParameters || options.columnStatistics ? new Profiler(context, { now, byParameters }) : null;
}
/** Profiles of tables and partitions, page by page: a table may have a hundred thousand partitions. */
class Profiler {
    #context;
    #setting;
    constructor(context, setting) {
        this.#context = context;
        this.#setting = setting;
    }
    /** The profiles of a page of tables. What cannot be read is told, and never ends a run. */
    async *unitsOf(tables) {
        const profiled = tables.filter((table) => table.StorageDescriptor !== undefined);
        // Nothing has to be asked for where the record itself says everything.
        const own = profiled.filter((table) => !this.#asks(table));
        const units = own.flatMap((table) => this.#unit(table, this.#fromRecord(table, table.StorageDescriptor)));
        if (units.length > 0)
            yield units;
        async function* asked(all) {
            yield* all;
        }
        const asking = asked(profiled.filter((table) => this.#asks(table)));
        const steps = sideBySide(asking, TABLES_AT_ONCE, (table) => this.#told(table), () => { });
        for await (const step of steps)
            if (step.kind === 'item' && step.item.length > 0)
                yield step.item;
    }
    #asks(table) {
        return this.#context.options.columnStatistics || partitionKey(table) !== null;
    }
    async *#told(table) {
        try {
            yield* this.#ask(table);
        }
        catch (error) {
            if (this.#context.signal.aborted)
                return;
            if (!(error instanceof aws_call_error/* AwsCallError */.i))
                throw error;
            this.#tell(notProfiled(error), table);
        }
    }
    async *#ask(table) {
        const key = partitionKey(table);
        const counted = await this.#counted(table, null);
        if (key === null) {
            const profile = this.#fromRecord(table, table.StorageDescriptor);
            yield this.#unit(table, merged(profile, counted));
            return;
        }
        yield this.#unit(table, counted);
        // Glue counts a table as a whole or each of its partitions.
        const deep = this.#context.options.columnStatistics && counted.fields.length === 0;
        if (!deep && !this.#setting.byParameters)
            return;
        for await (const page of partitionPages(table, this.#context)) {
            const units = await Promise.all(page.map((partition) => this.#partition(table, { key, partition, deep })));
            yield units.flat();
        }
    }
    async #partition(table, { key, partition, deep }) {
        const spec = partitionSpec(key, partition);
        const patterns = this.#context.options.profiling?.partitionPatterns;
        if (spec === null || (patterns !== undefined && !patterns.allows(spec)))
            return [];
        const counted = deep ? await this.#counted(table, partition) : { fields: [] };
        const profile = this.#fromRecord({ ...table, Parameters: partition.Parameters ?? {} }, partition.StorageDescriptor);
        return this.#unit(table, { ...merged(profile, counted), partition: spec });
    }
    /** What Glue has counted, where that is asked for. */
    async #counted(table, partition) {
        if (!this.#context.options.columnStatistics)
            return { fields: [] };
        const statistics = await columnStatistics(table, this.#context, partition === null ? null : (partition.Values ?? []));
        const rows = rowsIn(partition === null ? table.Parameters : partition.Parameters);
        const fields = statistics.flatMap((one) => fieldFromStatistics(one, rows) ?? []);
        return { ...(rows === null || fields.length === 0 ? {} : { rowCount: rows }), fields };
    }
    #fromRecord(table, storage) {
        const { profiling } = this.#context.options;
        if (profiling === null || !this.#setting.byParameters)
            return { fields: [] };
        const { profile, warnings } = profileFromParameters({ parameters: table.Parameters, columns: storage?.Columns }, profiling);
        for (const failure of warnings)
            this.#tell(failure, table);
        return profile;
    }
    #unit(table, profile) {
        const name = `${table.DatabaseName}.${table.Name}`;
        const urn = (0,table_urn/* tableUrn */.kG)(name, table.CatalogId, this.#context.options);
        const unit = profileUnit(urn, name, profile, this.#setting.now);
        return unit === null ? [] : [unit];
    }
    #tell(failure, { DatabaseName, Name }) {
        const resource = `${DatabaseName}.${Name}`;
        this.#context.emit({ type: 'failed', severity: 'warning', failure: { ...failure, resource } });
    }
}
/** The number of rows that a crawler (`recordCount`) or Hive (`numRows`) has left; Hive writes -1 for one that it does not know. */
function rowsIn(parameters) {
    const { recordCount, numRows } = (0,record_values/* textsOf */.CB)(parameters);
    const rows = pythonWhole(recordCount ?? numRows ?? '');
    return rows === null || rows < 0 ? null : rows;
}
const notProfiled = (error) => ({
    code: error.kind === 'denied' ? 'profile-denied' : 'profile-not-read',
    message: `A table’s profile is missing or incomplete (${error.action}): ${error.message}`,
    cure: error.kind === 'denied'
        ? `Allow ${error.action} on the table to the role, or switch off profiling and column-statistics`
        : 'Run it again; lower rate-limit if AWS throttles'
});

// EXTERNAL MODULE: ./lib/source/glue/read/databases.js
var databases = __webpack_require__(1806);
// EXTERNAL MODULE: ./lib/source/glue/read/failures.js
var failures = __webpack_require__(8485);
// EXTERNAL MODULE: ./lib/source/glue/read/selection.js
var selection = __webpack_require__(1546);
;// CONCATENATED MODULE: ./lib/source/glue/read/tables.js





/**
 * The tables of one database, page by page of GetTables, and then how far the listing came. A listing that breaks off is
 * an end like any other: it is the database's trouble and not the run's. Tells nothing itself, for pages are read ahead.
 */
async function* listTables(database, request) {
    let pages = 0;
    let tables = 0;
    try {
        for await (const page of tablePages(database, request)) {
            pages += 1;
            tables += page.length;
            yield { kind: 'page', tables: page };
        }
        yield { kind: 'end', listing: tables === 0 ? 'empty' : 'complete', broken: null };
    }
    catch (error) {
        if (!(error instanceof aws_call_error/* AwsCallError */.i))
            throw error;
        const broken = (0,failures/* brokenListing */.EB)(error, database, pages, request.where);
        yield { kind: 'end', listing: broken.listing, broken };
    }
}
function tablePages(DatabaseName, { client, options, signal }) {
    return (0,pages/* pagesOf */.E)('glue:GetTables', async (position) => {
        const command = new dist_cjs/* GetTablesCommand */.dhF({ DatabaseName, ...(0,pages/* catalogueOf */.v)(options), ...position });
        const answer = await client.send(command, { abortSignal: signal });
        // The SDK's types allow members that are undefined, where its answers leave them out.
        return { items: (answer.TableList ?? []), token: answer.NextToken };
    });
}
/** The tables of a page that the recipe wants; each table is told as an event, whatever becomes of it. */
function selectTables(tables, database, request) {
    return tables.flatMap((table) => {
        const named = nameTable((0,selection/* isDatabaseLink */.cb)(database) ? behindLink(table, database, request.options) : table, database.Name);
        if (named !== null && wanted(named, database.Name, request))
            return [named];
        if (named === null)
            request.emit({ type: 'failed', severity: 'failure', failure: { ...NAMELESS, resource: database.Name } });
        return [];
    });
}
/**
 * A table that is seen through the link of a database: Glue gives it with its owner's account and database, and it becomes
 * one of the link's own, which shows the owner's (glue.py get_tables_from_database).
 */
function behindLink(table, link, { catalogId }) {
    const { TargetDatabase: target } = link;
    const owner = {
        CatalogId: tables_filled(target?.CatalogId) ?? table.CatalogId,
        DatabaseName: tables_filled(target?.DatabaseName) ?? table.DatabaseName,
        Name: table.Name
    };
    const account = tables_filled(link.CatalogId) ?? tables_filled(catalogId);
    return {
        ...table,
        // Members that are undefined are not there.
        TargetTable: table.TargetTable ?? JSON.parse(JSON.stringify(owner)),
        DatabaseName: link.Name,
        ...(account === undefined ? {} : { CatalogId: account })
    };
}
const tables_filled = (text) => text === '' || text === null ? undefined : text;
/** A table without DatabaseName is in the database that was asked for. */
function nameTable(table, database) {
    const { Name, DatabaseName = database } = table;
    return Name === undefined || Name === '' ? null : { ...table, Name, DatabaseName };
}
function wanted(table, listedIn, { options, emit }) {
    const kind = (0,selection/* kindOf */.I)(table);
    const name = `${table.DatabaseName}.${table.Name}`;
    const verdict = (0,selection/* tableVerdict */.Ck)(options, table, table.DatabaseName, table.Name);
    if (verdict === 'keep')
        emit({ type: 'read', kind, database: listedIn, name });
    else
        emit({ type: 'filtered', kind, name, database: listedIn, rule: verdict.rule });
    return verdict === 'keep';
}
const NAMELESS = {
    code: 'glue-record-nameless',
    message: 'AWS Glue gave a table without a name',
    cure: 'Report it as a defect of this program together with the catalogue it comes from'
};

;// CONCATENATED MODULE: ./lib/source/glue/read/catalogue.js




/** Databases listed at once. Beyond some eight, reading is bound by this process and no longer by Glue's latency. */
const DATABASES_AT_ONCE = 8;
/**
 * The whole catalogue as a stream: as much of it is in memory as one page of each open database. The order follows from
 * the catalogue alone. Ends early and quietly when the signal is aborted: what was read stays read.
 * @throws AppError (cannot-begin) when no database can be listed, or when the identity is lost on the way.
 */
async function* readCatalogue(request, databasesAtOnce = DATABASES_AT_ONCE) {
    const consumer = new AbortController();
    const signal = AbortSignal.any([request.signal, consumer.signal]);
    // Every request under way listens to it.
    (0,external_node_events_.setMaxListeners)(0, signal);
    const reading = { ...request, signal };
    const listed = new Map();
    try {
        const open = (database) => listTables(database.Name, reading);
        const steps = sideBySide((0,databases/* listDatabases */.P)(reading), databasesAtOnce, open, () => consumer.abort());
        for await (const step of steps) {
            const database = step.source;
            if (step.kind === 'opened') {
                listed.set(database, 0);
                yield { kind: 'database', database };
            }
            else if (step.item.kind === 'page') {
                listed.set(database, (listed.get(database) ?? 0) + step.item.tables.length);
                const tables = selectTables(step.item.tables, database, request);
                if (tables.length > 0)
                    yield { kind: 'tables', database, tables };
            }
            else {
                endListing(step.item, database, listed.get(database) ?? 0, request);
                listed.delete(database);
            }
        }
    }
    catch (error) {
        if (!request.signal.aborted)
            throw error;
    }
}
function endListing({ listing, broken }, database, tables, { emit }) {
    if (broken !== null)
        emit({ type: 'failed', severity: broken.severity, failure: broken.failure });
    emit({ type: 'listing-ended', database: database.Name, listing, tables });
}

// EXTERNAL MODULE: ./lib/source/glue/views/sql-reader.js + 6 modules
var sql_reader = __webpack_require__(1880);
// EXTERNAL MODULE: external "node:worker_threads"
var external_node_worker_threads_ = __webpack_require__(5919);
// EXTERNAL MODULE: ./lib/model/thread.js
var thread = __webpack_require__(8213);
;// CONCATENATED MODULE: ./lib/source/glue/views/sql-thread.js


/** A query that takes longer is given up: it would never end. */
const LIMIT_MS = 30_000;
/**
 * Has the parser in a thread of its own, beside the reading of the catalogue. A query that takes its thread down, or keeps
 * it for too long, is not understood, and a new thread goes on with the next one.
 */
class SqlThread {
    #entry;
    #clock;
    #waiting = [];
    #worker = null;
    #watch = new AbortController();
    /** `entry`: what the thread runs; it has to call serveSql. */
    constructor(entry, clock) {
        this.#entry = entry;
        this.#clock = clock;
    }
    facts = (...given) => this.#ask({ ask: 'facts', given });
    columns = (...given) => this.#ask({ ask: 'columns', given });
    async close() {
        this.#watch.abort();
        const worker = this.#worker;
        this.#worker = null;
        for (const { failed } of this.#waiting.splice(0))
            failed(new Error('No SQL is read any more'));
        await worker?.terminate();
    }
    #ask(question) {
        return new Promise((answered, failed) => {
            this.#waiting.push({ question, answered, failed });
            if (this.#worker === null)
                this.#start();
            else
                this.#worker.postMessage(question);
            if (this.#waiting.length === 1)
                this.#watchFirst();
        });
    }
    #start() {
        const worker = new external_node_worker_threads_.Worker(this.#entry, { workerData: thread/* SQL_THREAD */.Y, argv: [], stdin: false });
        this.#worker = worker;
        worker.on('message', (answer) => worker === this.#worker && this.#take(answer));
        // An error may overtake answers that were sent before it; what was sent arrives before 'exit', which always follows.
        worker.on('error', () => { });
        worker.on('exit', () => this.#lost(worker));
        worker.unref();
        for (const { question } of this.#waiting)
            worker.postMessage(question);
    }
    #take(answer) {
        const first = this.#waiting.shift();
        if ('failed' in answer)
            first?.failed(new Error(answer.failed));
        else
            first?.answered(answer.answer);
        this.#watchFirst();
    }
    /** Whatever the thread was at is not understood. */
    #lost(worker) {
        if (worker !== this.#worker)
            return;
        this.#worker = null;
        this.#waiting.shift()?.answered(null);
        if (this.#waiting.length > 0)
            this.#start();
        this.#watchFirst();
    }
    #watchFirst() {
        this.#watch.abort();
        this.#watch = new AbortController();
        const worker = this.#worker;
        if (this.#waiting.length === 0 || worker === null)
            return;
        const late = () => {
            if (worker !== this.#worker)
                return;
            this.#lost(worker);
            void worker.terminate();
        };
        this.#clock.sleep(LIMIT_MS, this.#watch.signal).then(late, () => { });
    }
}

// EXTERNAL MODULE: ./lib/source/glue/views/columns.js
var views_columns = __webpack_require__(2177);
;// CONCATENATED MODULE: ./lib/source/glue/views/json-list.js
/** A member of an aspect that is a list of objects; empty where it is not there. */
function listIn(aspect, name) {
    const list = aspect?.[name];
    return Array.isArray(list) ? list : [];
}

;// CONCATENATED MODULE: ./lib/source/glue/views/schemas.js



/** The columns of datasets: those of this run, and of others what DataHub holds. */
async function schemasOf(urns, spool, context) {
    const found = new Map();
    for await (const { urn, columns } of spool.schemas())
        if (urns.has(urn))
            found.set(urn, columns);
    const rest = [...urns].filter((urn) => !found.has(urn));
    const held = await Promise.all(rest.map((urn) => heldColumns(urn, context)));
    for (const [index, columns] of held.entries())
        if (columns !== null)
            found.set(rest[index] ?? '', columns);
    return found;
}
async function heldColumns(urn, { datahub, emit }) {
    try {
        const schema = (await datahub?.aspect(urn, 'schemaMetadata')) ?? null;
        if (schema === null)
            return null;
        const fields = listIn(schema, 'fields').map(({ fieldPath, nativeDataType }) => ({
            fieldPath: typeof fieldPath === 'string' ? fieldPath : '',
            nativeDataType: typeof nativeDataType === 'string' ? nativeDataType : ''
        }));
        return (0,views_columns/* sqlColumns */.a9)(fields);
    }
    catch (error) {
        if (!(error instanceof errors/* AppError */.u))
            throw error;
        const failure = { ...schemas_NOT_HELD, message: `${schemas_NOT_HELD.message}: ${error.message}`, resource: urn };
        emit({ type: 'failed', severity: 'warning', failure });
        return null;
    }
}
const schemas_NOT_HELD = {
    code: 'view-schema-not-held',
    message: 'DataHub could not be asked for the columns of a table that a view reads',
    cure: 'Check that the token may read metadata'
};

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:readline"
var external_node_readline_ = __webpack_require__(481);
;// CONCATENATED MODULE: ./lib/source/glue/views/spool.js





/** What is written at once, in characters. */
const CHUNK = 256 * 1024;
/** Lines of JSON in a file. Several may be added at once. */
class Lines {
    #path;
    #file = null;
    #open = [];
    #size = 0;
    /** The writing that was begun last: one goes on at a time. */
    #written = Promise.resolve();
    constructor(path) {
        this.#path = path;
    }
    async add(item) {
        const line = `${JSON.stringify(item)}\n`;
        this.#open.push(line);
        this.#size += line.length;
        if (this.#size > CHUNK)
            await this.#flush();
    }
    async *all() {
        await this.#flush();
        if (this.#file === null)
            return;
        for await (const line of (0,external_node_readline_.createInterface)({ input: (0,external_node_fs_.createReadStream)(this.#path, 'utf8'), crlfDelay: Infinity })) {
            // What this program wrote itself.
            yield JSON.parse(line);
        }
    }
    async close() {
        await this.#file?.close();
        this.#file = null;
    }
    #flush() {
        this.#written = this.#written.then(async () => {
            if (this.#size === 0)
                return;
            const text = this.#open.join('');
            this.#open = [];
            this.#size = 0;
            this.#file ??= await (0,promises_.open)(this.#path, 'w');
            await this.#file.write(text);
        });
        return this.#written;
    }
}
/** Views and columns of a run, on disk: a catalogue's worth of either would not fit into memory. */
class ViewSpool {
    #folder;
    #views;
    #schemas;
    constructor(folder) {
        this.#folder = folder;
        this.#views = new Lines((0,external_node_path_.join)(folder, 'views'));
        this.#schemas = new Lines((0,external_node_path_.join)(folder, 'schemas'));
    }
    static async create() {
        return new ViewSpool(await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'datahub-glue-views-')));
    }
    addView(view) {
        return this.#views.add(view);
    }
    addSchema(schema) {
        return this.#schemas.add(schema);
    }
    views() {
        return this.#views.all();
    }
    schemas() {
        return this.#schemas.all();
    }
    /** Takes everything away. */
    async dispose() {
        await Promise.allSettled([this.#views.close(), this.#schemas.close()]);
        await (0,promises_.rm)(this.#folder, { recursive: true, force: true });
    }
}

;// CONCATENATED MODULE: ./lib/source/glue/views/tables.js


/** A table's name with the schema that a query stands in. */
function qualified({ catalog, schema, table }, database) {
    return [catalog, schema ?? database, table].filter((part) => part !== null && part !== '').join('.');
}
/**
 * The urns that a table may have in DataHub, likeliest first; the last one is what it is given when DataHub and this run
 * know none of them (schema_resolver.py resolve_table, get_urn_for_unresolved_table).
 */
function candidateUrns(name, options) {
    const { platform, platformInstance, env } = options;
    const lower = platformInstance?.toLowerCase() ?? null;
    const urn = (table, instance) => (0,datahub_urn/* datasetUrn */.Yc)({ platform, platformInstance: instance, name: (0,table_urn/* nameInUrn */.Yh)(table, options), env });
    const small = name.toLowerCase();
    return [...new Set([urn(name, platformInstance), urn(small, platformInstance), urn(small, lower)])];
}

;// CONCATENATED MODULE: ./lib/source/glue/views/view-lineage.js

/** The columns of a query, with what they come from. Those that cannot be named are left out. */
function columnLineage(view) {
    const { columns, database, tables } = view;
    const { projections, relations, selected } = columns;
    // With a star there are more columns than expressions.
    const inStep = selected !== null && selected.length === projections.length;
    return projections.flatMap((projection, index) => {
        const written = inStep ? (selected[index] ?? null) : null;
        const field = written === null ? null : fieldOf(written, relations);
        const name = isUnnamed(projection) && field !== null ? field.field : projection.name;
        if (projection.isStar || !name || name === '*' || name.startsWith('_col_'))
            return [];
        const found = projection.upstream
            .flatMap((reference) => upstreamOf(reference, database, tables))
            .map((upstream) => (field === null ? upstream : { ...upstream, column: `${upstream.column}.${field.field}` }));
        const unique = new Map(found.map((upstream) => [`${upstream.urn} ${upstream.column}`, upstream]));
        const upstreams = [...unique.values()].sort((a, b) => order(a.urn, b.urn) || order(a.column, b.column));
        const copy = field === null && isCopy(projection);
        return [{ column: name.toLowerCase(), upstreams, isCopy: copy, logic: written?.sql || logicOf(projection) }];
    });
}
/**
 * Whether an analysis without the columns of the tables says what one with them would say, too. It gives columns without a
 * name that of the next one that has one, so that no name may come twice.
 */
function isCertain({ projections }, tables, database) {
    const isKnown = (reference) => reference.confidence === 'resolved' && !reference.unqualified && upstreamOf(reference, database, tables).length > 0;
    const names = new Set(projections.map(({ name }) => name?.toLowerCase()));
    return (names.size === projections.length &&
        projections.every((projection) => !isUnnamed(projection) && projection.upstream.every(isKnown)));
}
const isUnnamed = ({ name }) => !name || name.startsWith('_col_');
/** `s.a`, where `s` is no table: a field of a struct. */
function fieldOf({ field }, relations) {
    if (field === null)
        return null;
    const struct = field.struct.toLowerCase();
    const isTable = relations.some(({ name, alias, table }) => [alias, table, name].some((known) => known?.toLowerCase() === struct));
    return isTable ? null : field;
}
function upstreamOf({ table, column, sourceKind }, database, tables) {
    if (sourceKind !== 'table' || table === undefined || table === null || column === '*')
        return [];
    const found = tables.get(view_lineage_nameOf(table, database));
    if (found === undefined)
        return [];
    const small = column.toLowerCase();
    if (found.columns === null)
        return [{ urn: found.urn, column: small }];
    // A column that the table does not have is a mistake of the view's, or of another dialect.
    const known = found.columns.get(small);
    return known === undefined ? [] : [{ urn: found.urn, column: known }];
}
/** `sales.orders` or `orders`, with the database of the view. */
function view_lineage_nameOf(written, database) {
    const parts = written.split('.');
    const table = parts.at(-1) ?? '';
    return qualified({ catalog: parts.at(-3) ?? null, schema: parts.at(-2) ?? null, table }, database).toLowerCase();
}
const isCopy = ({ transformKind, upstream }) => transformKind === 'direct' && upstream.length === 1;
function logicOf({ name, upstream: [first], transformKind }) {
    const source = first === undefined ? null : [first.sourceAlias ?? first.table, first.column].join('.');
    return transformKind === 'direct' && source !== null ? `${source} AS ${name}` : `${transformKind} AS ${name}`;
}
const order = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

;// CONCATENATED MODULE: ./lib/source/glue/views/understand.js



/** The tables that a view reads, by name, with their database; none twice. */
function tablesOf({ facts, database }) {
    const names = facts.tables.map((table) => qualified(table, database));
    return [...new Map(names.map((name) => [name.toLowerCase(), name])).values()];
}
/** What a view's columns come from, with the columns of its tables as far as they are known. */
async function understand(view, schemas, { reader, options }) {
    const known = knownOf(view, schemas, options);
    const tables = [...known.tables.values()];
    const columns = await columnsOf(view, known, reader);
    const held = tables.filter((table) => table.columns !== null).length;
    return {
        view,
        statement: view.facts.statement,
        upstreams: [...new Set(tables.map(({ urn }) => urn))].filter((urn) => urn !== view.urn).sort(),
        columns: columns === null ? [] : lineageOf(view, columns, known.tables),
        confidence: held === tables.length ? 0.9 : 0.2 + (0.3 * held) / tables.length
    };
}
/** Most queries say of each column whose it is, and need not be analysed again with the columns of their tables. */
async function columnsOf(view, known, reader) {
    const { facts, database, sql, dialect } = view;
    if (facts.columns !== null && isCertain(facts.columns, known.tables, database))
        return facts.columns;
    return reader.columns(known.schema, sql, dialect);
}
function lineageOf({ urn, database }, columns, tables) {
    const lineage = columnLineage({ columns, database, tables });
    return lineage.map((column) => ({
        ...column,
        upstreams: column.upstreams.filter((upstream) => upstream.urn !== urn)
    }));
}
function knownOf(view, schemas, options) {
    const tables = new Map();
    const schema = { tables: [], strict: false };
    for (const name of tablesOf(view)) {
        const candidates = candidateUrns(name, options);
        const urn = candidates.find((candidate) => schemas.has(candidate)) ?? candidates.at(-1) ?? '';
        const columns = schemas.get(urn) ?? null;
        tables.set(name.toLowerCase(), { urn, columns: columns === null ? null : byLowerCase(columns) });
        if (columns !== null)
            schema.tables.push(tableSchema(name, (0,views_columns/* columnsNamedIn */.St)(view.sql, columns)));
    }
    return { tables, schema };
}
const byLowerCase = (columns) => new Map(columns.map(([name]) => [name.toLowerCase(), name]));
function tableSchema(name, columns) {
    const parts = name.split('.');
    return {
        name: parts.at(-1) ?? '',
        schema: parts.slice(0, -1).join('.'),
        columns: columns.map(([column, type]) => ({ name: column.toLowerCase(), type }))
    };
}

;// CONCATENATED MODULE: ./lib/source/glue/views/view-units.js




/** Who DataHub says has found lineage in SQL (sql_parsing_aggregator.py _DEFAULT_USER_URN). */
const ACTOR = 'urn:li:corpuser:_ingestion';
/** The lineage of a view and its query as an entity of its own (sql_parsing_aggregator.py _gen_lineage_for_downstream). */
function viewUnits(understood, { platform, now }) {
    const { view, upstreams, columns } = understood;
    const all = [...new Set([...upstreams, ...columns.flatMap((column) => column.upstreams.map(({ urn }) => urn))])];
    if (all.length === 0)
        return [];
    const query = `urn:li:query:view_${(0,guid/* sha256 */.s)(view.urn)}`;
    const edges = all.map((dataset) => ({
        auditStamp: { time: now, actor: ACTOR },
        created: { time: 0, actor: ACTOR },
        dataset,
        type: 'VIEW',
        query
    }));
    const fields = fieldEdges(understood, query);
    const lineage = joined(view.lineage, edges, fields);
    const dataset = { urn: view.urn, entityType: 'dataset', changeType: 'UPSERT', origin: view.name };
    const own = { urn: query, entityType: 'query', changeType: 'UPSERT', origin: view.name };
    return [
        { ...dataset, aspectName: 'upstreamLineage', aspect: lineage },
        { ...own, aspectName: 'queryProperties', aspect: propertiesOf(understood.statement, now) },
        { ...own, aspectName: 'querySubjects', aspect: subjectsOf(understood) },
        { ...own, aspectName: 'dataPlatformInstance', aspect: (0,aspects/* dataPlatformInstanceAspect */.FI)(platform, null) }
    ];
}
/** What a view has from elsewhere stays: the aspect is written once, as a whole. */
function joined(lineage, edges, fields) {
    const upstreams = [...listIn(lineage, 'upstreams'), ...edges];
    const all = [...listIn(lineage, 'fineGrainedLineages'), ...fields];
    return { upstreams, ...(all.length === 0 ? {} : { fineGrainedLineages: all }) };
}
function fieldEdges({ view, columns, confidence }, query) {
    const byColumn = new Map();
    for (const column of columns) {
        const known = byColumn.get(column.column);
        byColumn.set(column.column, known === undefined ? column : { ...known, upstreams: [...known.upstreams, ...column.upstreams] });
    }
    return [...byColumn.values()].flatMap(({ column, upstreams, isCopy, logic }) => upstreams.length === 0
        ? []
        : [
            {
                upstreamType: 'FIELD_SET',
                upstreams: [...new Set(upstreams.map((upstream) => (0,datahub_urn/* schemaFieldUrn */.rR)(upstream.urn, upstream.column)))],
                downstreamType: 'FIELD',
                downstreams: [(0,datahub_urn/* schemaFieldUrn */.rR)(view.urn, column)],
                transformOperation: `${isCopy ? 'COPY' : 'SQL'}: ${logic}`,
                confidenceScore: confidence,
                query
            }
        ]);
}
const propertiesOf = (value, now) => ({
    customProperties: {},
    statement: { value, language: 'SQL' },
    source: 'SYSTEM',
    created: { time: 0, actor: ACTOR },
    lastModified: { time: now, actor: ACTOR }
});
/** Tables first and then columns, as the peer leaves them when it has looked at their size (ensure_aspect_size.py). */
function subjectsOf({ view, upstreams, columns }) {
    const used = columns.flatMap((column) => column.upstreams);
    const read = upstreams.flatMap((table) => {
        const names = new Set(used.filter(({ urn }) => urn === table).map(({ column }) => column));
        return [...names].sort().map((column) => (0,datahub_urn/* schemaFieldUrn */.rR)(table, column));
    });
    const own = columns.map(({ column }) => (0,datahub_urn/* schemaFieldUrn */.rR)(view.urn, column));
    return { subjects: [...new Set([...upstreams, view.urn, ...read, ...own])].map((entity) => ({ entity })) };
}

;// CONCATENATED MODULE: ./lib/source/glue/views/views.js







/** Views that are resolved together: the columns of their tables are in memory at once. */
const VIEWS_AT_ONCE = 500;
/** Views whose SQL is being read: as many are in memory at once. */
const READ_AT_ONCE = 100;
/** Collects the views of a run and has their SQL read, and finds their lineage when all tables are known. */
class Views {
    #context;
    #reader;
    #underWay = new Set();
    #failure = null;
    #spool = null;
    #count = 0;
    constructor(context, reader) {
        this.#context = context;
        this.#reader = reader;
    }
    /** Takes note of a table or view, whose columns a view may name. */
    async note(table, mapped) {
        const { urn, schema, view, units } = mapped;
        this.#spool ??= await ViewSpool.create();
        if (schema !== null)
            await this.#spool.addSchema({ urn, columns: (0,views_columns/* sqlColumns */.a9)(schema.fields) });
        if (view === null)
            return;
        const own = units.find((unit) => unit.urn === urn && unit.aspectName === 'upstreamLineage');
        const name = `${table.DatabaseName}.${table.Name}`;
        // A table's own lineage is no patch, so it is an object (model/work-unit.ts).
        const lineage = own?.aspect ?? null;
        await this.#read({ urn, name, database: table.DatabaseName, sql: view.sql, dialect: view.dialect, lineage });
    }
    /** The lineage of all views, some hundred at a time. A view that cannot be understood is told by its name. */
    async *units() {
        await Promise.all(this.#underWay);
        if (this.#failure !== null)
            throw this.#failure;
        const spool = this.#spool;
        if (spool === null || this.#count === 0)
            return;
        let batch = [];
        for await (const view of spool.views()) {
            batch.push(view);
            if (batch.length === VIEWS_AT_ONCE) {
                yield await this.#resolve(batch, spool);
                batch = [];
            }
        }
        if (batch.length > 0)
            yield await this.#resolve(batch, spool);
    }
    /** Takes away what was kept on disk. */
    async dispose() {
        await Promise.all(this.#underWay);
        await this.#spool?.dispose();
        this.#spool = null;
    }
    /** Has a view's SQL read, and returns when there is room for another one. */
    async #read(view) {
        while (this.#underWay.size >= READ_AT_ONCE)
            await Promise.race(this.#underWay);
        if (this.#failure !== null)
            throw this.#failure;
        this.#count += 1;
        const reading = this.#facts(view).finally(() => this.#underWay.delete(reading));
        this.#underWay.add(reading);
    }
    /** Never rejects: nobody may be waiting when it does. */
    async #facts(view) {
        try {
            const facts = await this.#reader.facts(view.sql, view.dialect);
            if (facts === null)
                this.#tell(view);
            else
                await this.#spool?.addView({ ...view, facts });
        }
        catch (error) {
            this.#failure ??= error instanceof Error ? error : new Error((0,errors/* messageOf */.b)(error));
        }
    }
    async #resolve(views, spool) {
        const { options, clock } = this.#context;
        const wanted = new Set(views.flatMap(tablesOf).flatMap((name) => candidateUrns(name, options)));
        const schemas = await schemasOf(wanted, spool, this.#context);
        const deps = { reader: this.#reader, options };
        const understood = await Promise.all(views.map((view) => understand(view, schemas, deps)));
        const setting = { platform: options.platform, now: clock.now() };
        return understood.flatMap((view) => viewUnits(view, setting));
    }
    #tell({ name }) {
        this.#context.emit({ type: 'failed', severity: 'warning', failure: { ...NOT_UNDERSTOOD, resource: name } });
    }
}
const NOT_UNDERSTOOD = {
    code: 'view-sql-not-parsed',
    message: 'The SQL of a view is not understood, so its lineage is missing',
    cure: 'Check the view in Athena or Spark; set include_view_lineage to false to do without'
};

;// CONCATENATED MODULE: ./lib/source/glue/source.js














/**
 * A Glue Data Catalog as work units: each database before its tables, a page of tables at a time; behind the last table
 * what needs all of them, or none.
 */
class GlueSource {
    #options;
    #deps;
    constructor(options, deps) {
        this.#options = options;
        this.#deps = deps;
    }
    /** @throws AppError (cannot-begin) when no database can be listed, or when the identity is lost on the way. */
    async *read(emit) {
        const context = { ...this.#deps, options: this.#options, emit };
        const { sqlThread, clock } = context;
        const reader = sqlThread === undefined ? (0,sql_reader/* readerInThisThread */.L)() : new SqlThread(sqlThread, clock);
        const views = context.options.viewLineage ? new Views(context, reader) : null;
        try {
            yield* catalogueUnits(context, views);
            if (context.options.jobs)
                yield* jobUnits(context, (query) => tablesInQuery(query, reader));
            if (views !== null)
                yield* views.units();
        }
        finally {
            await reader.close();
            await views?.dispose();
        }
    }
}
/** Databases and tables. */
async function* catalogueUnits(context, views) {
    const define = onceEach();
    const resources = new LfTagResources(context);
    const profiler = profilerOf(context);
    for await (const entry of enriched(readCatalogue(context), inquiriesFor(context))) {
        if (entry.kind === 'database') {
            const { database, facts } = entry;
            if (facts.lfTags !== undefined)
                yield await resources.unitsFor(facts.lfTags);
            yield guarded(database.Name, context.emit, () => (0,container/* mapDatabase */.cB)(database, context.options, facts));
        }
        else {
            const tags = entry.tables.flatMap(([, { lfTags }]) => (lfTags === undefined ? [] : linkedTags(lfTags)));
            if (tags.length > 0)
                yield await resources.unitsFor(tags);
            yield define(await mapPage(entry.tables, context, views));
            if (profiler !== null)
                yield* profiler.unitsOf(entry.tables.map(([table]) => table));
        }
    }
}
/** Tables name the same structured properties again and again; each is defined where it comes first. */
function onceEach() {
    const defined = new Set();
    return (units) => units.filter(({ entityType, urn }) => {
        if (entityType !== 'structuredProperty')
            return true;
        const isNew = !defined.has(urn);
        defined.add(urn);
        return isNew;
    });
}
async function mapPage(tables, context, views) {
    const units = [];
    for (const [table, facts] of tables) {
        const mapped = mappedTable(table, facts, context);
        if (mapped === null)
            continue;
        units.push(...mapped.units);
        await views?.note(table, mapped);
    }
    return units;
}
function mappedTable(table, facts, { options, emit }) {
    let mapped = null;
    guarded(`${table.DatabaseName}.${table.Name}`, emit, () => {
        mapped = mapTable(table, { database: table.DatabaseName, options, facts });
        for (const failure of mapped.warnings)
            emit({ type: 'failed', severity: 'warning', failure });
        return mapped.units;
    });
    return mapped;
}
/** One record that the mapping does not foresee is a failure of that record, and never the end of the run. */
function guarded(resource, emit, map) {
    try {
        return map();
    }
    catch (error) {
        const failure = {
            code: 'record-not-mapped',
            message: `The record could not be mapped to DataHub: ${(0,errors/* messageOf */.b)(error)}`,
            cure: 'This is a defect of this program: report it together with the record (aws glue get-table)',
            resource
        };
        emit({ type: 'failed', severity: 'failure', failure });
        return [];
    }
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


/***/ }),

/***/ 8777:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ columnChanges)
/* harmony export */ });
/** The parts of a field path that say of what type something is: `[version=2.0].[type=struct].[type=int].a`. */
const TYPE_PARTS = /\[[^\]]*\]\.?/gu;
/** What is otherwise in a schema than in the one before, by columns; nested ones are named by their path. */
function columnChanges(before, after) {
    const [old, now] = [columnsOf(before), columnsOf(after)];
    return {
        added: [...now.keys()].filter((name) => !old.has(name)),
        removed: [...old.keys()].filter((name) => !now.has(name)),
        retyped: [...now].flatMap(([column, to]) => {
            const from = old.get(column);
            return from === undefined || from === to ? [] : [{ column, from, to }];
        })
    };
}
/** Names of columns and their types as Glue writes them. */
function columnsOf({ fields }) {
    const columns = new Map();
    for (const field of Array.isArray(fields) ? fields : []) {
        if (!isObject(field) || typeof field.fieldPath !== 'string')
            continue;
        const name = field.fieldPath.replace(TYPE_PARTS, '').replace(/\.$/u, '');
        if (name !== '')
            columns.set(name, typeof field.nativeDataType === 'string' ? field.nativeDataType : '');
    }
    return columns;
}
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);


/***/ })

};
