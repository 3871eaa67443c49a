// Takes spaces, comments and long names of variables out of dist/*.js: V8 compiles all of a file before it runs any of it,
// which is a tenth of a second at each start, and a runner fetches all of it. Names of functions and classes stay: the
// calls to AWS are told by them, and so are errors.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { minify } from '@swc/core'

const OPTIONS = { module: true, ecma: 2022, compress: false, mangle: { keep_classnames: true, keep_fnames: true } }

for (const name of readdirSync('dist').filter((file) => file.endsWith('.js'))) {
  const file = join('dist', name)
  const { code } = await minify(readFileSync(file, 'utf8'), OPTIONS)
  writeFileSync(file, code)
}
