import type { ActionIndex } from '../iam/actions.ts'
import type { AccessResult, AccessRow } from '../model/access.ts'
import type { AccessRowConfig, Config } from '../model/config.ts'
import type { Position, Problem } from '../model/errors.ts'
import { defaultRows } from './defaults.ts'
import type { AccountAccess } from './from-account.ts'
import { judgeWithGaps } from './gaps.ts'
import { judgeRow, type MatrixOptions } from './matrix.ts'
import type { AccessModel } from './model.ts'
import { resolveRow } from './rows.ts'

export interface JudgeOptions {
  config: Config
  /** What the templates say. */
  model: AccessModel
  index: ActionIndex
  /** Position of a row of the config, or of one of its keys. */
  positionOf(row: number, key?: string): Position
}

export interface JudgedRows {
  access: AccessResult[]
  /** Rows that cannot be read. */
  problems: Problem[]
  /** What was asked, row by row as in `access`. */
  rows: AccessRow[]
}

/** The access matrix of the foundation and of the config, held against what the templates say. */
export function judgeMatrix(options: JudgeOptions): JudgedRows {
  return judgeRows(defaultRows(options.config, options.model), options, judgeRow)
}

/** The same rows held against an account: which there are follows from the templates, whatever is left in the account. */
export function judgeAccount(options: JudgeOptions, account: AccountAccess, keyArn: string | undefined): JudgedRows {
  const { config, model: design } = options
  const { audit } = config
  const here = keyArn === undefined ? config : { ...config, audit: { ...audit, key: { ...audit.key, id: keyArn } } }
  return judgeRows(defaultRows(config, design), { ...options, config: here, model: account.model }, (row, matrix) =>
    judgeWithGaps(row, matrix, { gaps: account.gaps, design }),
  )
}

type Judge = (row: AccessRow, options: MatrixOptions) => AccessResult

function judgeRows(foundation: readonly AccessRowConfig[], { config, model, index, positionOf }: JudgeOptions, judge: Judge): JudgedRows {
  const options = { model, index, partition: config.partition, positionOf }
  const rows = [...foundation.map((row) => ({ row, at: undefined })), ...config.accessMatrix.map((row, at) => ({ row, at }))]
  const access: AccessResult[] = []
  const problems: Problem[] = []
  const read: AccessRow[] = []
  for (const { row, at } of rows) {
    const resolved = resolveRow(row, at, { config, model, index })
    const place = (key?: string) => (at === undefined ? {} : { position: positionOf(at, key) })
    if (Array.isArray(resolved)) problems.push(...resolved.map(({ key, message, remedy }): Problem => ({ message, remedy, ...place(key) })))
    else {
      read.push(resolved)
      access.push(judge(resolved, options))
    }
  }
  return { access, problems, rows: read }
}
