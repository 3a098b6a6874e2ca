/** Where commands tell what they do; the terminal shows it live, CI line by line. */
export interface Progress {
  /** A finished step. */
  done(label: string, detail?: string): void
  /** A step that went wrong; the error itself follows elsewhere. */
  failed(label: string, detail?: string): void
  note(text: string): void
  /** Something the user should know and nothing failed. */
  warn(text: string): void
  /** A running step: `update` as often as you like, then `end`. */
  start(label: string): Running
}

export interface Running {
  update(detail: string): void
  /** Said only where nothing was for a while: it still goes on. */
  alive(detail: string): void
  end(result: 'done' | 'failed', detail?: string): void
}

/** Colours a text, or leaves it as it is. */
export type Paint = (style: 'red' | 'green' | 'yellow' | 'bold' | 'dim', text: string) => string
