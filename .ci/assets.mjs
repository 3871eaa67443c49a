// Copies what is no source beside the compiled sources that read it:  node .ci/assets.mjs FOLDER
import { cpSync } from 'node:fs'
import { join } from 'node:path'

const ASSETS = ['source/glue/views/sql.wasm.br', 'state/checkpoint/bzip2.wasm.br']
const [folder = 'lib'] = process.argv.slice(2)
for (const asset of ASSETS) cpSync(join('src', asset), join(folder, asset))
