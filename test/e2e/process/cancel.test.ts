import { describe, expect, it } from '@jest/globals'
import type { IngestReport } from '../../../src/model/report.ts'
import { plainCatalogue } from '../../emulator/catalogue/plain.ts'
import { startStandIns } from '../../emulator/stand-ins.ts'
import { nodesUnderTest } from '../nodes.ts'
import { runCli } from './cli.ts'
import { makeWorkspace } from './scene.ts'

/* A run that is stopped in the middle, by Ctrl-C or by GitHub's cancel button. */

const TABLES = 20_000

describe.each(nodesUnderTest())('$name', ({ path }) => {
  it('ends soon, with 1, and accounts for what it has written', async () => {
    const standIns = await startStandIns({
      catalogue: plainCatalogue({ tables: TABLES, columns: 5 }),
      gms: { mode: 'count', keep: 'none' },
      aws: { keep: 'none' }
    })
    const workspace = makeWorkspace()
    try {
      const { ACTIONS_ID_TOKEN_REQUEST_URL: _url, ...env } = standIns.environment
      const { exitCode, stdout, stderr } = await runCli({
        node: path,
        cwd: workspace.folder,
        args: ['ingest', '-c', 'recipes/glue.yml', '--format', 'json'],
        env: { ...env, AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test', AWS_EC2_METADATA_DISABLED: 'true' },
        cancelWhen: () => standIns.gms.accepted() > 0
      })
      const report: IngestReport = JSON.parse(stdout)
      const { counts } = report
      expect({ exitCode, status: report.status, stderr: stderr.includes('    at ') }).toEqual({
        exitCode: 1,
        status: 'cancelled',
        stderr: false
      })
      expect(report.recipes[0]?.stopped?.code).toBe('cancelled')
      expect(counts.tables).toBeLessThan(TABLES)
      expect(counts.written).toBe(standIns.gms.accepted())
      expect(counts.written + counts.accepted + counts.unchanged + counts.rejected + counts.undelivered).toBe(
        counts.produced
      )
    } finally {
      workspace.remove()
      await standIns.close()
    }
  })
})
