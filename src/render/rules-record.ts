import type { Config } from '../model/config.ts'
import type { ParsedTemplate } from '../model/template.ts'

/** What a deployed bootstrap keeps of the config it was made from: whoever may deploy it wrote it, and no pull request. */
export interface RulesRecord {
  stackName: string
  /** The config, as JSON. */
  config: string
}

const KEY = 'MlopsAudit::Rules'

/** A longer config is not kept: bootstrap has to fit into a call, and what is compared with a commit needs no record. */
const MOST_CHARACTERS = 12_000

/**
 * The record as metadata of a template, and an output that changes with it: CloudFormation takes no change of metadata alone.
 * Source: CloudFormation user guide, "Metadata"; "Update behaviors of stack resources".
 */
export function recordLines({ record, recordHash }: Pick<Config, 'record' | 'recordHash'>): { metadata: string[]; outputs: string[] } {
  if (record.length > MOST_CHARACTERS) return { metadata: [], outputs: [] }
  return {
    metadata: [
      '  # What plans are compared with where their base cannot be read.',
      `  ${KEY}:`,
      `    Config: '${record.replaceAll("'", "''")}'`,
    ],
    outputs: [
      '  RulesRecord:',
      '    Description: Hash of the rules in the metadata of this template.',
      `    Value: '${recordHash.slice(0, 16)}'`,
    ],
  }
}

/** What a template that is deployed keeps; undefined for one of before there was a record, or without. */
export function recordOf(template: ParsedTemplate | undefined, stackName: string): RulesRecord | undefined {
  const config = member(member(template?.Metadata, KEY), 'Config')
  return typeof config === 'string' ? { stackName, config } : undefined
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined
}
