import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, it } from '@jest/globals'
import { closeShared, ingest, type Scene, startScene, TEMPLATE } from './rig.ts'

let scene: Scene
afterEach(() => scene.close())
afterAll(closeShared)

const FILE_SINK = TEMPLATE.replace(/^sink:[\s\S]*/m, '')

describe('a file that a run writes', () => {
  it.each([
    ['the file sink', `${FILE_SINK}sink: {type: file, config: {filename: recipes/glue.yml}}\n`],
    ['dead letters', `${TEMPLATE}failure_log: {enabled: true, log_config: {filename: ./recipes/glue.yml}}\n`],
    ['a report', `${TEMPLATE}reporting: [{type: file, config: {filename: recipes/glue.yml}}]\n`]
  ])('is not the recipe: %s', async (_, text) => {
    scene = await startScene({ 'recipes/glue.yml': text })
    const { reports } = await ingest(scene)
    expect(reports[0]).toMatchObject({ exitCode: 2, stopped: { code: 'shared-file' } })
    expect(reports[0]?.stopped?.message).toContain('which is the recipe itself')
    expect(readFileSync(join(scene.folder, 'recipes/glue.yml'), 'utf8')).toBe(text)
  })

  it('is not another one of its', async () => {
    const files =
      'failure_log: {enabled: true, log_config: {filename: x.json}}\nreporting: [{type: file, config: {filename: ./x.json}}]\n'
    scene = await startScene({ 'recipes/glue.yml': `${TEMPLATE}${files}` })
    const { reports } = await ingest(scene)
    expect(reports[0]).toMatchObject({ exitCode: 2, stopped: { code: 'shared-file' } })
  })
})
