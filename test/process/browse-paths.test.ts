import { describe, expect, it } from '@jest/globals'
import { autoBrowsePaths } from '../../src/process/browse-paths.ts'
import { nameOf, through, unit, urnOf } from './support.ts'

const step = (entity: string) => ({ id: urnOf(entity), urn: urnOf(entity) })
const PI = 'dataPlatformInstance:(urn:li:dataPlatform:glue,pi)'

const pathsOf = (instance: string | null, ...pages: Parameters<typeof through>[1][]): [string, unknown][] =>
  through(autoBrowsePaths('glue', instance), ...pages)
    .out.filter((it) => it.aspectName === 'browsePathsV2')
    .map((it) => [nameOf(it).split(' ')[0] ?? '', Reflect.get(it.aspect, 'path')])

describe('autoBrowsePaths', () => {
  const database = [unit('container:db', 'containerProperties'), unit('container:db', 'status')]
  const table = [unit('dataset:t', 'status'), unit('dataset:t', 'container', { container: urnOf('container:db') })]

  it('puts a database at the top and a table below it', () => {
    expect(pathsOf(null, database, table)).toEqual([
      ['container:db', []],
      ['dataset:t', [step('container:db')]]
    ])
  })

  it('puts everything below the platform instance', () => {
    expect(pathsOf('pi', [...database, ...table])).toEqual([
      ['container:db', [step(PI)]],
      ['dataset:t', [step(PI), step('container:db')]]
    ])
  })

  it('takes an empty platform instance for none', () => {
    expect(pathsOf('', database)).toEqual([['container:db', []]])
  })

  it('goes down through containers in containers', () => {
    const schema = [unit('container:s', 'container', { container: urnOf('container:db') })]
    const inside = [unit('dataset:t', 'container', { container: urnOf('container:s') })]
    expect(pathsOf('pi', database, schema, inside).at(-1)).toEqual([
      'dataset:t',
      [step(PI), step('container:db'), step('container:s')]
    ])
  })

  it('takes a container that has not come for one at the top', () => {
    expect(pathsOf('pi', table)).toEqual([['dataset:t', [step(PI), step('container:db')]]])
  })

  it('gives a path to jobs of an instance, and none to other things that are in no container', () => {
    const page = [unit('dataFlow:f', 'dataFlowInfo'), unit('dataset:s3', 'upstreamLineage'), unit('tag:x', 'tagKey')]
    expect(pathsOf('pi', page)).toEqual([['dataFlow:f', [step(PI)]]])
    expect(pathsOf(null, page)).toEqual([])
  })

  it('stands behind the other aspects, once, however they are spread', () => {
    const pages = [...database, ...table].map((it) => [it])
    expect(through(autoBrowsePaths('glue', null), ...pages).out.map(nameOf)).toEqual([
      'container:db containerProperties',
      'container:db status',
      'container:db browsePathsV2',
      'dataset:t status',
      'dataset:t container',
      'dataset:t browsePathsV2'
    ])
    expect(pathsOf(null, [...database, ...table, unit('container:db', 'subTypes')])).toHaveLength(2)
  })
})
