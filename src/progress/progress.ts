import type { Paint, Progress, Running } from '../model/progress.ts'
import { visible } from '../text/visible.ts'

export interface ProgressOptions {
  write(text: string): void
  /** A terminal that can rewrite its last line. */
  live: boolean
  paint: Paint
  now(): number
  columns?: number
}

const HEARTBEAT_MS = 20_000

/** A live line in a terminal; one line a step and a heartbeat in CI. */
export function createProgress(options: ProgressOptions): Progress {
  const { write, paint } = options
  const line = (mark: string, label: string, detail?: string) =>
    write(`${mark} ${oneLine(label)}${detail ? paint('dim', `  ${oneLine(detail)}`) : ''}\n`)
  return {
    done: (label, detail) => line(paint('green', '✓'), label, detail),
    failed: (label, detail) => line(paint('red', '✗'), label, detail),
    note: (text) => write(`  ${oneLine(text)}\n`),
    warn: (text) => line(paint('yellow', '!'), text),
    start: (label) => (options.live ? liveStep(oneLine(label), options, line) : plainStep(oneLine(label), options, line)),
  }
}

/** For where everyone reads: that the run is alive, and nothing of what it does. */
export function quietProgress(options: ProgressOptions): Progress {
  const shown = createProgress(options)
  const nothing = () => undefined
  return {
    done: nothing,
    failed: nothing,
    note: nothing,
    warn: nothing,
    start: () => {
      const running = shown.start('at work')
      return {
        update: () => running.alive('still at work'),
        alive: () => running.alive('still at work'),
        end: (result) => running.end(result),
      }
    },
  }
}

/** What steps say comes from AWS too: it is shown, in its line, and never obeyed. */
function oneLine(text: string): string {
  return visible(text).replace(/\s*\n\s*/g, ' ')
}

type Line = (mark: string, label: string, detail?: string) => void

function liveStep(label: string, options: ProgressOptions, line: Line): Running {
  const started = options.now()
  const width = (options.columns ?? 80) - 1
  const clear = '\r\u001b[2K'
  const show = (detail: string) => options.write(clear + `… ${label}  ${oneLine(detail)}`.slice(0, width))
  show('')
  return { update: show, alive: () => undefined, end: (result, detail) => finish(options, line, label, started, result, detail, clear) }
}

function plainStep(label: string, options: ProgressOptions, line: Line): Running {
  const started = options.now()
  let last = started
  options.write(`· ${label}\n`)
  let shown = ''
  const write = (detail: string) => {
    options.write(`    ${oneLine(detail)}\n`)
    shown = detail
    last = options.now()
  }
  const isSilent = () => options.now() - last > HEARTBEAT_MS
  return {
    update: (detail) => {
      if (detail !== shown || isSilent()) write(detail)
    },
    alive: (detail) => {
      if (isSilent()) write(detail)
    },
    end: (result, detail) => finish(options, line, label, started, result, detail, ''),
  }
}

function finish(
  options: ProgressOptions,
  line: Line,
  label: string,
  started: number,
  result: 'done' | 'failed',
  detail: string | undefined,
  clear: string,
): void {
  const seconds = ((options.now() - started) / 1000).toFixed(1)
  options.write(clear)
  line(
    result === 'done' ? options.paint('green', '✓') : options.paint('red', '✗'),
    label,
    [detail, `${seconds} s`].filter(Boolean).join(' · '),
  )
}

const CODES = { red: 31, green: 32, yellow: 33, bold: 1, dim: 2 } as const

/** Colours when the reader can show them. https://no-color.org */
export function createPaint(colour: boolean): Paint {
  return (style, text) => (colour ? `\u001b[${CODES[style]}m${text}\u001b[0m` : text)
}

export function wantsColour(environment: NodeJS.ProcessEnv, isTerminal: boolean): boolean {
  if (environment['NO_COLOR']) return false
  if (environment['FORCE_COLOR'] && environment['FORCE_COLOR'] !== '0') return true
  return isTerminal && environment['TERM'] !== 'dumb'
}
