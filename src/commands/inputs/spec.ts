/** One input of the action and flag of the CLI: declared here once; `action.yml`, `--help` and the README table are tested against it. */
export interface InputSpec {
  name: string
  description: string
  /** Shown as the default; an empty text means "none". */
  default: string
  kind: 'text' | 'boolean' | 'list'
  /** A text that may be given several times, each on a line of its own. */
  many?: boolean
  allowed?: readonly string[]
  /** Where it exists; both by default. */
  only?: 'action' | 'cli'
  /** Commands it means something to; all by default. */
  commands?: readonly string[]
  /** What it means to a command where that is something else than everywhere. */
  meaning?: Readonly<Record<string, string>>
}
