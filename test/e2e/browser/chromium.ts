import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** The browser: that of the variable CHROMIUM, or one on PATH. @throws Error when there is none. */
export function chromium(): string {
  const given = process.env.CHROMIUM ?? ''
  if (given !== '') return given
  const folders = (process.env.PATH ?? '').split(delimiter)
  const found = folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find((path) => existsSync(path))
  if (found === undefined) throw new Error('There is no Chromium: `.ci/run browser` installs it')
  return found
}

/** Nothing is fetched from anywhere, whatever a page asks for. */
const FLAGS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--hide-scrollbars',
  '--no-first-run',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--timeout=20000'
]

const TIMEOUT_MS = 60_000
const MOST_BYTES = 64 * 1024 * 1024

export interface View {
  /** CSS pixels. */
  readonly width: number
  readonly height: number
  /** Device pixels of a CSS pixel. Default 1. */
  readonly scale?: number
}

async function browse<T>(html: string, view: View, flags: readonly string[], use: (stdout: string) => T): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'chromium-'))
  try {
    const page = join(folder, 'page.html')
    writeFileSync(page, html)
    const size = [`--window-size=${view.width},${view.height}`, `--force-device-scale-factor=${view.scale ?? 1}`]
    const all = [...FLAGS, ...size, `--user-data-dir=${join(folder, 'profile')}`, ...flags, pathToFileURL(page).href]
    const options = { cwd: folder, timeout: TIMEOUT_MS, maxBuffer: MOST_BYTES, env: { ...process.env, HOME: folder } }
    const { stdout } = await run(chromium(), all, options)
    return use(stdout)
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** A picture of a page, as PNG. */
export async function picture(html: string, view: View): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'picture-'))
  try {
    const file = join(folder, 'picture.png')
    return await browse(html, view, [`--screenshot=${file}`], () => readFileSync(file))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What a script finds out in a page that has been loaded with all that is in it. */
export async function ask<T>(html: string, script: string, view: View): Promise<T> {
  const found = `document.title = JSON.stringify((() => { ${script} })())`
  const asking = `${html}<script>addEventListener('load', () => { ${found} })</script>`
  const dom = await browse(asking, view, ['--dump-dom'], (stdout) => stdout)
  const [, title = ''] = /<title>([\s\S]*?)<\/title>/u.exec(dom) ?? []
  return JSON.parse(title.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'))
}
