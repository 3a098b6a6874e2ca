import type { Config } from '../model/config.ts'
import type { ParsedTemplate } from '../model/template.ts'

/** What a deployed bootstrap keeps of the config it was made from: whoever may deploy it wrote it, and no pull request. */
export interface RulesRecord {
  stackName: string
  /** The config, as JSON. */
  config: string
  /** Hash of what the policies of the organization said; undefined where there were none. */
  organization: string | undefined
}

const KEY = 'MlopsAudit::Rules'

/** A longer config is not kept: bootstrap has to fit into a call, and what is compared with a commit needs no record. */
const MOST_CHARACTERS = 12_000

/**
 * The record as metadata of a template, and an output that changes with it: CloudFormation takes no change of metadata alone.
 * Source: CloudFormation user guide, "Metadata"; "Update behaviors of stack resources".
 */
export function recordLines({ record, recordHash, organizationHash }: Pick<Config, 'record' | 'recordHash' | 'organizationHash'>): {
  metadata: string[]
  outputs: string[]
} {
  if (record.length > MOST_CHARACTERS) return { metadata: [], outputs: [] }
  return {
    metadata: [
      '  # What plans are compared with where their base cannot be read.',
      `  ${KEY}:`,
      `    Config: '${record.replaceAll("'", "''")}'`,
      ...(organizationHash === undefined ? [] : [`    Organization: '${organizationHash}'`]),
    ],
    outputs: [
      '  RulesRecord:',
      '    Description: Hash of the rules in the metadata of this template.',
      `    Value: '${[recordHash, ...(organizationHash === undefined ? [] : [organizationHash])].map((hash) => hash.slice(0, 16)).join('-')}'`,
    ],
  }
}

/** What a template that is deployed keeps; undefined for one of before there was a record, or without. */
export function recordOf(template: ParsedTemplate | undefined, stackName: string): RulesRecord | undefined {
  const kept = member(template?.Metadata, KEY)
  const [config, organization] = [member(kept, 'Config'), member(kept, 'Organization')]
  if (typeof config !== 'string') return undefined
  return { stackName, config, organization: typeof organization === 'string' ? organization : undefined }
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined
}
