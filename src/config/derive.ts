import type { Config } from '../model/config.ts'
import type { Partition } from '../model/partition.ts'
import { deriveAccess } from './derive/access.ts'
import { deriveAudit } from './derive/audit.ts'
import { deriveGithub, templateBucketOf } from './derive/github.ts'
import { deriveAccessRow, deriveCleanUp, deriveException, deriveGates, deriveStacks } from './derive/judging.ts'
import { namesOf, prefixOf } from './names.ts'
import type { RawConfig } from './raw.ts'
import { plainSettings, settled } from './settled.ts'

export interface DeriveContext {
  partition: Partition
  file: string
  sha256(text: string): string
}

/** Fills in every default and derives the rest. The input has passed the schema and the rules of `rules.ts`; nothing can fail here. */
export function deriveConfig(given: RawConfig, context: DeriveContext): Config {
  const raw = settled(given)
  const prefix = prefixOf(raw)
  const names = namesOf(raw)
  const config = {
    project: raw.project,
    environment: raw.environment,
    prefix,
    account: raw.account,
    region: raw.region,
    workloadRegion: raw['workload-region'] ?? raw.region,
    partition: context.partition,
    tags: { Project: raw.project, Environment: raw.environment, ...raw.tags },
    names,
    templateBucket: templateBucketOf(raw),
    stackReferences: raw['stack-references'],
    github: raw.github ? deriveGithub(raw.github) : undefined,
    audit: deriveAudit(raw, names, context.partition),
    access: deriveAccess(raw.access, raw.audit),
    exceptions: raw.exceptions.map(deriveException),
    failOn: raw['fail-on'],
    stacks: raw.stacks && deriveStacks(raw.stacks),
    plain: plainSettings(raw),
  } satisfies Omit<Config, 'file' | 'hash' | 'record' | 'recordHash' | 'accessMatrix' | 'cleanUp' | 'gates' | 'organization'>
  const { 'service-control-policies': serviceControl, 'resource-control-policies': resourceControl } = raw.organization
  const organization = { serviceControl, resourceControl }
  const { organization: _, ...recorded } = given
  const record = JSON.stringify(recorded)
  // Matrix, gates and organization policies judge what is rendered, a clean-up ends it: none is part of it.
  const matrix = raw['access-matrix']
  const accessMatrix = (Array.isArray(matrix) ? matrix : []).map(deriveAccessRow)
  return {
    ...config,
    accessMatrix,
    organization,
    cleanUp: deriveCleanUp(raw['clean-up']),
    gates: deriveGates(raw.gates),
    file: context.file,
    hash: context.sha256(JSON.stringify(config)),
    record,
    recordHash: context.sha256(record),
  }
}
