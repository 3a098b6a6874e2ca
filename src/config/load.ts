import type { Config } from '../model/config.ts'
import { AuditError, formatPosition, type Problem } from '../model/errors.ts'
import { type Partition, partitionOf } from '../model/partition.ts'
import { deriveConfig } from './derive.ts'
import { schemaProblems } from './messages.ts'
import type { RawConfig } from './raw.ts'
import { regionProblems, ruleProblems } from './rules.ts'
import { validate } from './validator.generated.js'
import { type LocatedYaml, parseLocatedYaml } from './yaml.ts'

/** Values from inputs or flags that stand above the file. */
interface Overrides {
  environment?: string
  region?: string
  account?: string
  'fail-on'?: string
}

export interface LoadOptions {
  text: string
  file: string
  overrides?: Overrides
  checkIds: readonly string[]
  /** The text, where it has been parsed already. */
  yaml?: LocatedYaml
  /** The file that `access-matrix` names (`accessMatrixFile`), with its text; a config that names one is refused without. */
  accessMatrix?: { file: string; text: string } | undefined
  sha256(text: string): string
}

/** The config and the means to point at any line of it. */
export interface LoadedConfig {
  config: Config
  yaml: LocatedYaml
}

/**
 * Reads a config: YAML, schema, rules, defaults.
 * @throws BAD_CONFIG with every problem at once, each with file, line and column.
 */
export function loadConfig(options: LoadOptions): LoadedConfig {
  const yaml = options.yaml ?? parseLocatedYaml(options.text, options.file)
  const located = withMatrix({ ...yaml, value: applyOverrides(yaml.value, options.overrides ?? {}) }, options.accessMatrix)
  const { value } = located
  const errors = validate(value) ? [] : schemaProblems(validate.errors ?? [], located)
  const raw = value as RawConfig
  // The other rules trust the schema; a wrong region is reported with everything else at once.
  if (errors.length > 0) throw badConfig(options.file, [...errors, ...regionProblems(raw, { yaml: located, checkIds: options.checkIds })])
  const problems = ruleProblems(raw, { yaml: located, checkIds: options.checkIds })
  if (problems.length > 0) throw badConfig(options.file, problems)
  const elsewhere = accessMatrixFile(located)
  if (elsewhere !== undefined) {
    const position = located.positionOf(MATRIX)
    throw badConfig(options.file, [
      {
        message: `\`access-matrix\` is "${elsewhere}", and must come to a list.`,
        position,
        remedy: 'Write the list into the file that the config names.',
      },
    ])
  }
  const partition = requirePartition(raw.region)
  return { config: deriveConfig(raw, { partition, file: options.file, sha256: options.sha256 }), yaml: located }
}

/** Path of the file that holds the access matrix, relative to the config; undefined where the config holds it itself. */
export function accessMatrixFile({ value }: LocatedYaml): string | undefined {
  const matrix = (value as Partial<RawConfig> | null)?.['access-matrix']
  return typeof matrix === 'string' ? matrix : undefined
}

const MATRIX = '/access-matrix'

/** The list of another file in its place; positions under it are of that file. */
function withMatrix(yaml: LocatedYaml, matrix: LoadOptions['accessMatrix']): LocatedYaml {
  const { value } = yaml
  if (!matrix || typeof value !== 'object' || value === null) return yaml
  const other = parseLocatedYaml(matrix.text, matrix.file)
  const within = (pointer: string) => pointer === MATRIX || pointer.startsWith(`${MATRIX}/`)
  return {
    value: { ...value, 'access-matrix': other.value },
    positionOf: (pointer) => (within(pointer) ? other.positionOf(pointer.slice(MATRIX.length)) : yaml.positionOf(pointer)),
    positionOfKey: (pointer) => (within(pointer) ? other.positionOfKey(pointer.slice(MATRIX.length)) : yaml.positionOfKey(pointer)),
  }
}

function applyOverrides(value: unknown, overrides: Overrides): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const given = Object.entries(overrides).filter(([, text]) => text !== undefined && text !== '')
  return { ...value, ...Object.fromEntries(given) }
}

function badConfig(file: string, problems: readonly Problem[]): AuditError {
  const count = problems.length === 1 ? 'one problem' : `${problems.length} problems`
  const first = problems[0]?.position ? ` First: ${formatPosition(problems[0].position)}.` : ''
  return new AuditError('BAD_CONFIG', `${file} has ${count}.${first}`, { problems })
}

function requirePartition(region: string): Partition {
  const partition = partitionOf(region)
  if (!partition) throw new Error(`unknown region ${region}`)
  return partition
}
