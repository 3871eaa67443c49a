import { describe, expect, it } from '@jest/globals'
import { marked } from 'marked'
import type { DagRunDocument, InstanceRecord, TryRecord } from '../../src/model/dag-run.ts'
import { dagAnnotations } from '../../src/report/render/dag-annotations.ts'
import { dagGantt } from '../../src/report/render/dag-gantt.ts'
import { renderDagMarkdown } from '../../src/report/render/dag-markdown.ts'
import { dagMermaid } from '../../src/report/render/dag-mermaid.ts'
import { fc } from '../properties.ts'
import { runs } from '../runs.ts'

const POISON = [
  'a|b',
  '`',
  '```',
  '</details>',
  '<script>alert(1)</script>',
  '<img src=x onerror=1>',
  '&lt;',
  '"]',
  '"])',
  '-->',
  ':::failed',
  'click t0 "javascript:1"',
  '%%{init: {}}%%',
  '::error::x',
  '##[group]',
  '\n',
  '\r\n',
  '\u2028',
  '\u202e',
  '\u0000',
  '\u001b[31m',
  '@octocat',
  '#1',
  '; ',
  ', ',
  'section x',
  'https://evil.example',
  '[x](javascript:1)',
  '\\'
]
const name = fc
  .array(fc.oneof(fc.constantFrom(...POISON), fc.string({ maxLength: 5 })), { maxLength: 5 })
  .map((parts) => parts.join(''))

const failure = fc.record({ code: name, message: name, resource: name, cure: name })

const instanceOf = (taskId: string, mapIndex: number): fc.Arbitrary<InstanceRecord> =>
  fc.record({
    taskId: fc.constant(taskId),
    mapIndex: fc.constant(mapIndex),
    state: fc.constantFrom<InstanceRecord['state'][]>('success', 'failed', 'skipped', 'upstream_failed', null),
    tryNumber: fc.constant(1),
    maxTries: fc.constant(1),
    startedAt: fc.constant(1_000),
    endedAt: fc.constant(2_000),
    retryAt: fc.constant(null),
    failure: fc.option(failure),
    output: fc.oneof(name, fc.record({ counts: fc.dictionary(name, fc.nat()) })),
    decision: fc.constant(null)
  })

const document: fc.Arbitrary<DagRunDocument> = fc
  .uniqueArray(name, { minLength: 1, maxLength: 4 })
  .chain((ids) =>
    fc
      .tuple(
        fc.tuple(...ids.flatMap((id) => [instanceOf(id, 0), instanceOf(id, 1)])),
        fc.array(failure, { maxLength: 2 }),
        fc.record({ dagId: name, runId: name, description: fc.option(name), file: name, reason: name })
      )
      .map(([instances, warnings, texts]) => documentOf(ids, instances, warnings, texts))
  )

interface Texts {
  readonly dagId: string
  readonly runId: string
  readonly description: string | null
  readonly file: string
  readonly reason: string
}

function documentOf(
  ids: readonly string[],
  instances: readonly InstanceRecord[],
  warnings: DagRunDocument['warnings'],
  { dagId, runId, description, file, reason }: Texts
): DagRunDocument {
  const tries = instances.map(({ taskId, mapIndex, failure: why }): TryRecord => {
    return { taskId, mapIndex, tryNumber: 1, startedAt: 1_000, endedAt: 2_000, state: 'failed', failure: why }
  })
  return {
    schema: 1,
    kind: 'dag-run',
    tool: { name: 'datahub-glue', version: '0' },
    generation: 1,
    file,
    dagId,
    description,
    runId,
    attempt: 1,
    params: { [reason]: reason },
    tasks: [reason],
    databases: {},
    status: 'failure',
    exitCode: 1,
    startedAt: '2026-11-23T04:17:00.000Z',
    durationSeconds: 1,
    stopped: null,
    diagnostics: [],
    graph: ids.map((taskId, at) => ({
      taskId,
      kind: 'run',
      group: at === 0 ? reason : null,
      upstream: ids.slice(0, at),
      role: 'work',
      mapped: true
    })),
    record: {
      schema: 1,
      dagId,
      runId,
      logicalDate: null,
      state: 'failed',
      reason: 'task_failure',
      clearNumber: 0,
      startedAt: 1_000,
      endedAt: 2_000,
      instances
    },
    tries,
    callbacks: { owed: [], done: [] },
    warnings,
    blocked: [{ name: reason, why: reason }]
  }
}

const ELEMENTS = /<\/?([a-z]\w*)/giu
const KNOWN =
  'h1 h2 h3 h4 p br details summary table thead tbody tr th td code strong em b i a pre ul ol li blockquote hr span div sub sup'.split(
    ' '
  )

describe('a DAG run whose names mean something to somebody', () => {
  it('makes no element, link or fence in the summary', () => {
    fc.assert(
      fc.property(document, (run) => {
        const text = renderDagMarkdown(run, 1_000_000)
        const html = marked.parse(text, { async: false })
        const elements = [...html.matchAll(ELEMENTS)].map(([, element = '']) => element.toLowerCase())
        expect(elements.filter((element) => !KNOWN.includes(element))).toEqual([])
        expect(html).not.toMatch(/href="(?:javascript|https:\/\/evil)/u)
        expect([...html.matchAll(/class="language-(\w+)"/gu)].map(([, language]) => language)).toEqual([
          'mermaid',
          'mermaid'
        ])
      }),
      { numRuns: runs(80, 300) }
    )
  })

  it('makes nothing but nodes, edges and bars in the pictures', () => {
    fc.assert(
      fc.property(document, (run) => {
        for (const line of (dagMermaid(run) ?? '').split('\n')) {
          expect(line).toMatch(
            /^(?:flowchart LR| {2}[tg]\d+\["(?:[\p{L}\p{N} _.,…-]|#\d+;|<br\/>)*"\]:::\w+| {2}[tg]\d+ --> [tg]\d+| {2}classDef \w+ [\w:#,-]+)$/u
          )
        }
        for (const line of (dagGantt(run)?.text ?? '').split('\n').slice(3)) {
          expect(line).toMatch(
            /^ {2}(?:section [\p{L}\p{N} _.…[\]-]*|[\p{L}\p{N} _.…[\]-]* try \d+ :(?:\w+, )*\d+, \d+)$/u
          )
        }
      }),
      { numRuns: runs(80, 300) }
    )
  })

  it('shows every character of what is said in annotations', () => {
    fc.assert(
      fc.property(document, (run) => {
        for (const { title, message } of dagAnnotations(run)) {
          expect(title).not.toMatch(/[\p{Cc}\p{Zl}\u202e]/u)
          expect(message.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Zl}\u202e]/u)
        }
      }),
      { numRuns: runs(80, 300) }
    )
  })
})
