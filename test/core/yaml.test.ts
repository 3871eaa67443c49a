import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { formatDiagnostic } from '../../src/core/diagnostic.ts'
import { parseConfigFile, parseJson, parseYaml } from '../../src/core/yaml.ts'
import type { YamlNode } from '../../src/core/yaml-node.ts'
import { fc } from '../properties.ts'
import { runs } from '../runs.ts'

/** A value in the short form of the recorded tables: its type's letter, then what it holds. */
type Short = readonly unknown[]

const table = (name: string): readonly (readonly [string, Short | null])[] =>
  JSON.parse(readFileSync(join(import.meta.dirname, name), 'utf8'))

const LETTERS = {
  string: 's',
  boolean: 'b',
  integer: 'i',
  float: 'f',
  null: 'n',
  timestamp: 't',
  binary: 'bin'
} as const

function short(node: YamlNode | null): Short {
  if (node === null) return ['n']
  if (node.kind === 'map') return ['m', node.entries.map(({ key, value }) => [short(key), short(value)])]
  if (node.kind === 'list') return ['l', node.items.map(short)]
  const letter = LETTERS[node.type]
  if (node.type === 'null' || node.type === 'timestamp' || node.type === 'binary') return [letter]
  if (node.type === 'integer') return [letter, String(node.value)]
  if (node.type !== 'float' || Number.isFinite(node.value)) return [letter, node.value]
  return [letter, Number.isNaN(node.value) ? 'nan' : node.value > 0 ? 'inf' : '-inf']
}

/** Python writes floats as text such as 1e+23. */
const read = (value: Short): Short =>
  value[0] === 'f' && /\d/.test(String(value[1])) ? ['f', Number(value[1])] : value

const rootOf = (text: string, file = 'a.yml'): Short | null => {
  const parsed = parseConfigFile({ file, text })
  return parsed.ok ? short(parsed.value.root) : null
}

const told = (text: string, file = 'a.yml'): string[] => {
  const parsed = parseConfigFile({ file, text })
  return (parsed.ok ? parsed.value.warnings : parsed.error).map((d) => `${d.line}:${d.column} ${d.code}`)
}

describe('scalars, as PyYAML 6.0.3 resolved them', () => {
  it.each(table('yaml-scalars.json'))('%j', (text, value) => {
    const expected = value?.[0] === 'error' ? null : ['m', [[['s', 'k'], read(value ?? [])]]]
    expect(rootOf(`k: ${text}`)).toEqual(expected)
  })
})

describe('texts, as PyYAML 6.0.3 read them', () => {
  it.each(table('yaml-texts.json'))('%j', (text, value) => {
    expect(rootOf(text)).toEqual(value)
  })
})

describe('places', () => {
  it('are those of every key and value, counted from 1', () => {
    const parsed = parseYaml({ file: 'a.yml', text: 'a: 1\nb:\n  - x\n  - "y": {z: !!str 5}\n' })
    const places: string[] = []
    const visit = (node: YamlNode): void => {
      places.push(`${node.kind} ${node.at.line}:${node.at.column}`)
      if (node.kind === 'list') node.items.forEach(visit)
      if (node.kind !== 'map') return
      for (const { key, value } of node.entries) {
        visit(key)
        visit(value)
      }
    }
    if (parsed.ok && parsed.value.root !== null) visit(parsed.value.root)
    expect(places).toEqual([
      ...['map 1:1', 'scalar 1:1', 'scalar 1:4', 'scalar 2:1', 'list 3:3'],
      ...['scalar 3:5', 'map 4:5', 'scalar 4:5', 'map 4:10', 'scalar 4:11', 'scalar 4:20']
    ])
  })

  it('stay those of the text where lines inside of brackets and quotes are indented too little', () => {
    const text = 'a:\n  b: [\n  x,\n  "y\nz", {c: d,\ne: f, e: g}\n  ]\n'
    expect(rootOf(text)).toEqual([
      'm',
      [
        [
          ['s', 'a'],
          [
            'm',
            [
              [
                ['s', 'b'],
                [
                  'l',
                  [
                    ['s', 'x'],
                    ['s', 'y z'],
                    [
                      'm',
                      [
                        [
                          ['s', 'c'],
                          ['s', 'd']
                        ],
                        [
                          ['s', 'e'],
                          ['s', 'g']
                        ]
                      ]
                    ]
                  ]
                ]
              ]
            ]
          ]
        ]
      ]
    ])
    expect(told(text)).toEqual(['6:7 duplicate-key'])
  })

  it('count CR LF and a lone CR as one line end each', () => {
    expect(told('a: 1\r\nb: 2\rb: 3\n')).toEqual(['3:1 duplicate-key'])
  })
})

describe('what is told', () => {
  it.each([
    ['a key given twice is a warning', 'a: 1\nb: 2\na: 3\n', ['3:1 duplicate-key']],
    ['true and 1 are the same key', '1: a\ntrue: b\n', ['2:1 duplicate-key']],
    ['a merged key may be given again', 'x: &x {a: 1}\ny:\n  <<: *x\n  a: 2\n', []],
    ['a tab as indentation', 'a:\n\tb: 1\n', ['2:1 yaml-syntax']],
    ['a tab after a colon', 'a:\tb\n', ['1:3 yaml-syntax']],
    ['a tab in quotes is fine', 'a: "b\tc"\n', []],
    ['a tab in a block scalar is fine', 'a: |\n  b\tc\n', []],
    ['an unclosed quote', "a: 'b\n", ['1:4 yaml-syntax']],
    ['a quote that seems closed by a pair', "a: 'b''", ['1:4 yaml-syntax']],
    ['a colon too many', 'a: b: c\n', ['1:4 yaml-syntax']],
    ['an unquoted question mark in brackets', 'a: [colou?r]\n', ['1:5 yaml-syntax']],
    ['a second document', 'a: 1\n---\nb: 2\n', ['2:1 yaml-multiple-documents']],
    ['an unknown alias', 'a: *b\n', ['1:4 yaml-syntax']],
    ['an alias of what it stands in', 'a: &a [*a]\n', ['1:8 yaml-alias']],
    ['an anchor twice', 'a: &a 1\nb: &a 2\n', ['2:7 yaml-alias']],
    ['merging a string', 'a: {<<: b}\n', ['1:9 yaml-value']],
    ['a list as a key', '? [a]\n: b\n', ['1:3 yaml-value']],
    ['no key', ': b\n', ['1:1 yaml-syntax']],
    ['a tag that only Python knows', 'a: !!python/none x\n', ['1:18 yaml-value']],
    ['a date that does not exist', 'a: 2001-02-29\n', ['1:4 yaml-value']],
    ['a colon at the beginning of a value in brackets', "a: [:b, ':c']\n", ['1:5 yaml-syntax']],
    ['a colon at the beginning of a key in braces', 'a: {:b: c}\n', ['1:5 yaml-syntax']],
    ['a directive', '%TAG ! x\n---\na: 1\n', ['1:1 yaml-syntax']],
    ['a control character', 'a: \u0007\n', ['1:4 yaml-syntax']],
    ['an invisible line break', 'a: b\u2028c: d\n', ['1:5 yaml-syntax']]
  ] as const)('%s', (_, text, expected) => {
    expect(told(text)).toEqual(expected)
  })

  it('never repeats the text of a broken line', () => {
    for (const text of [
      'token: |hunter2\n',
      'token: *hunter2\n',
      'token: "\\hunter2"\n',
      'token: @hunter2\n',
      'a: b: hunter2'
    ]) {
      const parsed = parseYaml({ file: 'a.yml', text })
      const lines = (parsed.ok ? [] : parsed.error).map(formatDiagnostic)
      expect(lines.length).toBeGreaterThan(0)
      expect(lines.join('\n')).not.toContain('hunter2')
    }
  })
})

describe('bombs', () => {
  const laughs = Array.from({ length: 9 }, (_, i) => {
    const member = i === 0 ? 'x' : `*l${i - 1}`
    return `l${i}: &l${i} [${`${member}, `.repeat(9)}]`
  })

  it.each([
    ['aliases of aliases', laughs.join('\n')],
    ['brackets in brackets', '['.repeat(2_000)],
    ['closed brackets in brackets', '['.repeat(5_000) + ']'.repeat(5_000)],
    ['a bracket that is never closed, over many lines', `a:\n  b: [\n${'x,\n'.repeat(5_000)}`],
    ['more than a mebibyte', `a: ${'x'.repeat(1_048_576)}`]
  ])('%s are refused', (_, text) => {
    expect(rootOf(text)).toBeNull()
  })
})

describe('files', () => {
  it.each([
    ['a.yml', true],
    ['a.yaml', true],
    ['-', true],
    ['a.toml', false],
    ['a.txt', false],
    ['recipe', false],
    ['a.YML', false]
  ])('%s', (file, accepted) => {
    expect(parseConfigFile({ file, text: 'a: 1\n' }).ok).toBe(accepted)
  })
})

describe('JSON', () => {
  it.each([
    [
      '{"a": [1, 2.5, 1e3, "x", true, null], "b": {}}',
      [
        'm',
        [
          [
            ['s', 'a'],
            ['l', [['i', '1'], ['f', 2.5], ['f', 1000], ['s', 'x'], ['b', true], ['n']]]
          ],
          [
            ['s', 'b'],
            ['m', []]
          ]
        ]
      ]
    ],
    [
      '\t{\t"a"\t:\t"\\u00e9\\n"\t}\r\n',
      [
        'm',
        [
          [
            ['s', 'a'],
            ['s', 'é\n']
          ]
        ]
      ]
    ],
    [
      '[NaN, Infinity, -Infinity]',
      [
        'l',
        [
          ['f', 'nan'],
          ['f', 'inf'],
          ['f', '-inf']
        ]
      ]
    ],
    [
      '{"a": 1, "a": 2}',
      [
        'm',
        [
          [
            ['s', 'a'],
            ['i', '2']
          ]
        ]
      ]
    ],
    ['', ['n']],
    ['{"a": 1,}', null],
    ['{a: 1}', null],
    ['{"a": 01}', null],
    ["{'a': 1}", null],
    ['{"a": "b\nc"}', null],
    ['{"a": 1} x', null],
    ['[1 2]', null],
    ['['.repeat(10_000), null]
  ])('%j', (text, expected) => {
    expect(rootOf(text, 'a.json')).toEqual(expected)
  })

  it('tells the place', () => {
    expect(told('{\n  "a": 1\n  "b": 2\n}', 'a.json')).toEqual(['3:3 json-syntax'])
    expect(told('{\n  "a": 1,\n  "a": 2\n}', 'a.json')).toEqual(['3:3 duplicate-key'])
  })

  it('reads all that JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        expect(parseJson({ file: 'a.json', text: JSON.stringify(value, null, '\t') }).ok).toBe(true)
      })
    )
  })
})

it('never throws, whatever the text', () => {
  const fragment = fc.constantFrom(
    ...Array.from('ab:-?[]{},#&*!|>\'"%@` \n\t\\<=~0.'),
    ': ',
    '\n  ',
    '<<: ',
    '&a ',
    '*a',
    '!!int ',
    '---\n'
  )
  fc.assert(
    fc.property(fc.array(fragment, { maxLength: 40 }), (fragments) => {
      const text = fragments.join('')
      expect(parseConfigFile({ file: 'a.yml', text })).toHaveProperty('ok')
      expect(parseConfigFile({ file: 'a.json', text })).toHaveProperty('ok')
    }),
    { numRuns: runs(1_000, 3_000) }
  )
})
