import type { ActionIndex } from '../iam/actions.ts'
import type { AccessResult } from '../model/access.ts'
import type { Config } from '../model/config.ts'
import type { Position, Problem } from '../model/errors.ts'
import { defaultRows } from './defaults.ts'
import { judgeRow } from './matrix.ts'
import type { AccessModel } from './model.ts'
import { resolveRow } from './rows.ts'

export interface JudgeOptions {
  config: Config
  /** What is known of the account, from templates or from the account itself. */
  model: AccessModel
  index: ActionIndex
  /** Position of a row of the config, or of one of its keys. */
  positionOf(row: number, key?: string): Position
}

/** The access matrix of the foundation and of the config, held against what is known. A row that cannot be read is a problem. */
export function judgeMatrix({ config, model, index, positionOf }: JudgeOptions): { access: AccessResult[]; problems: Problem[] } {
  const options = { model, index, partition: config.partition, positionOf }
  const rows = [
    ...defaultRows(config, model).map((row) => ({ row, at: undefined })),
    ...config.accessMatrix.map((row, at) => ({ row, at })),
  ]
  const access: AccessResult[] = []
  const problems: Problem[] = []
  for (const { row, at } of rows) {
    const resolved = resolveRow(row, at, { config, model, index })
    const place = (key?: string) => (at === undefined ? {} : { position: positionOf(at, key) })
    if (Array.isArray(resolved)) problems.push(...resolved.map(({ key, message, remedy }): Problem => ({ message, remedy, ...place(key) })))
    else access.push(judgeRow(resolved, options))
  }
  return { access, problems }
}
