/**
 * `node scripts/on-node24.mjs scripts/terminal-picture.ts`: the picture of a terminal in the README, made of what the program says: the
 * example deployed on the sandbox, then a pull request that widens access, planned. An SVG of text, so that it is small and stays sharp.
 */
import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startSandbox } from '../sandbox/start.ts'
import { root } from './paths.mjs'

const TARGET = join(root, 'docs/images/terminal.svg')
const COLUMNS = 118
/** Lines from the beginning; the last is the verdict, and is always there. */
const SHOWN = 11
const CHARACTER = 7.8
const LINE = 18
const COLOURS: Readonly<Record<string, string>> = { '31': '#ff7b72', '32': '#56d364', '33': '#e3b341', '2': '#8b949e', '1': '#ffffff' }
const PLAIN = '#c9d1d9'

/** Begins and ends a colour, as the program writes it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape that begins a colour is one.
const COLOUR = /\u001b\[(\d+)m/g

const folder = mkdtempSync(join(tmpdir(), 'picture-'))
const started = await startSandbox({ deliveryMs: 0, paceMs: 0 })
try {
  const config = join(folder, 'mlops-audit.yml')
  cpSync(join(root, 'examples/retail-prediction/mlops-audit.yml'), config)
  await run(['deploy', '--bootstrap'])
  await run(['deploy'])
  const before = readFileSync(config, 'utf8')
  const after = before.replace(/data-buckets: \[[^\]]*\]/, (list) => list.replace(']', ', customer-records]'))
  if (after === before) throw new Error('the example names no data-buckets any more; choose another change to show')
  writeFileSync(config, after)
  mkdirSync(join(root, 'docs/images'), { recursive: true })
  writeFileSync(TARGET, svgOf(`$ mlops-audit plan\n${await run(['plan'])}`))
} finally {
  await started.stop()
  rmSync(folder, { recursive: true, force: true })
}

/** In a process of its own; the sandbox answers meanwhile, in this one. */
function run(args: readonly string[]): Promise<string> {
  const env = { PATH: process.env['PATH'], HOME: folder, FORCE_COLOR: '1', ...started.environment } as NodeJS.ProcessEnv
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'src/index.ts'), ...args], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] })
    const said = { stdout: '', stderr: '' }
    for (const stream of ['stdout', 'stderr'] as const)
      child[stream].on('data', (chunk) => {
        said[stream] += String(chunk)
      })
    child.on('close', (code) => (code === 0 ? resolve(said.stdout) : reject(new Error(`${args.join(' ')}: ${said.stdout}${said.stderr}`))))
  })
}

function svgOf(text: string): string {
  const all = text.trimEnd().split('\n').flatMap(folded)
  const left = all.length - SHOWN - 1
  const lines = left > 0 ? [...all.slice(0, SHOWN), `    ⋮ ${left} more lines`, ...all.slice(-1)] : all
  const width = Math.ceil(COLUMNS * CHARACTER) + 32
  const height = lines.length * LINE + 40
  const rows = lines.map((line, at) => `<text x="16" y="${32 + at * LINE}">${spansOf(line)}</text>`)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, monospace" font-size="13" xml:space="preserve">
<rect width="100%" height="100%" rx="8" fill="#0d1117"/>
${rows.join('\n')}
</svg>
`
}

/** A line as a terminal folds it; colours count nothing. */
function folded(line: string): string[] {
  const rows = ['']
  let column = 0
  for (const [piece] of line.matchAll(new RegExp(`${COLOUR.source}|.`, 'gu'))) {
    if (!piece.startsWith('\u001b') && column === COLUMNS) {
      rows.push('    ')
      column = 4
    }
    rows[rows.length - 1] += piece
    if (!piece.startsWith('\u001b')) column += 1
  }
  return rows
}

function spansOf(line: string): string {
  let colour = PLAIN
  return line
    .split(COLOUR)
    .map((part, at) => {
      if (at % 2 === 1) {
        colour = COLOURS[part] ?? PLAIN
        return ''
      }
      return part === '' ? '' : `<tspan fill="${colour}">${escaped(part)}</tspan>`
    })
    .join('')
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll(' ', '\u00a0')
}
