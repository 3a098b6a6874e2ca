import { appendFile } from 'node:fs/promises'
import { relative } from 'node:path'
import type { Position } from '../model/errors.ts'
import { logText } from '../text/log.ts'
import { maskAccounts } from '../text/mask.ts'
import { createRedactor, type Redactor, secretsOf } from '../text/redact.ts'
import { mapStrings } from '../text/strings.ts'
import { visible } from '../text/visible.ts'

/** Loaded after the first decision: it brings an HTTP client along, which half of the events never need. */
const loadCore = (): Promise<typeof import('@actions/core')> => import('@actions/core')

export type Level = 'error' | 'warning' | 'notice'

/** Where an annotation stands; without a file it belongs to the run. */
export interface Place {
  title?: string
  position?: Pick<Position, 'file' | 'line'> & Partial<Pick<Position, 'column'>>
}

/**
 * Everything that the runner is told goes through here: log, annotations, outputs, summary. No text of it is a command, no secret
 * is in it, nothing hides, and where accounts are masked none is named.
 */
export interface Output {
  redactor: Redactor
  log(text: string): void
  annotate(level: Level, text: string, place?: Place): Promise<void>
  /** Also asks the runner to mask it, in this step's log and in later ones. */
  maskSecret(secret: string): Promise<void>
  setOutput(name: string, value: string): Promise<void>
  summary(markdown: string): Promise<void>
  idToken(audience: string): Promise<string>
}

export function createOutput(environment: NodeJS.ProcessEnv, masksAccounts: () => boolean): Output {
  const redactor = createRedactor()
  for (const secret of secretsOf(environment)) redactor.add(secret)
  const clean = (text: string) => (masksAccounts() ? maskAccounts(redactor.redact(text)) : redactor.redact(text))
  return {
    redactor,
    log: (text) => void process.stdout.write(logText(clean(text))),
    annotate: async (level, text, { title, position } = {}) => {
      const { file, line, column } = position ?? {}
      const properties = {
        ...(title ? { title } : {}),
        ...(file === undefined
          ? {}
          : { file: relative('.', file), ...(line ? { startLine: line } : {}), ...(column ? { startColumn: column } : {}) }),
      }
      // The runner says it again in the log.
      const say = (told: string) => logText(visible(clean(told)))
      ;(await loadCore())[level](say(text), mapStrings(properties, say))
    },
    maskSecret: async (secret) => {
      redactor.add(secret)
      ;(await loadCore()).setSecret(secret)
    },
    setOutput: async (name, value) => (await loadCore()).setOutput(name, redactor.redact(value)),
    summary: async (markdown) => {
      const path = environment['GITHUB_STEP_SUMMARY']
      if (path) await appendFile(path, clean(markdown))
    },
    idToken: async (audience) => within(ID_TOKEN_MS, (await loadCore()).getIDToken(audience)),
  }
}

/** Milliseconds GitHub has for a token, with the tries that its own client makes, which knows no end. */
const ID_TOKEN_MS = 60_000

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error(`no answer within ${ms / 1000} seconds`)), ms)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
