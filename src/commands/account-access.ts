import { documentModel } from '../access/from-account.ts'
import { accessModel } from '../access/from-templates.ts'
import { type JudgedRows, judgeAccount } from '../access/judge.ts'
import type { AccessModel } from '../access/model.ts'
import type { Config } from '../model/config.ts'
import type { Facts } from '../model/facts.ts'
import type { Reader } from '../reads/reader.ts'
import { collectAccess } from '../verify/collect/access.ts'
import { collectKey } from '../verify/collect/key.ts'
import type { Project } from './project.ts'
import { besideAws } from './simulated-access.ts'
import type { World } from './world.ts'

/** What the templates of a project design, for an account to be held against. */
export function designOf({ config, templates, organization }: Pick<Project, 'config' | 'templates' | 'organization'>): AccessModel {
  const positionOf = () => ({ file: config.file, line: 1, column: 1 })
  const placed = templates.map(({ parsed, region }) => ({ parsed, region, positionOf }))
  return accessModel(placed, config.account, organization)
}

/** The policies each role is designed to have, by the names AWS lists them under. */
export function designedPolicies(design: AccessModel): Map<string, readonly string[]> {
  return new Map(
    design.roles.map(({ arn, identity, unknown }) => [
      arn,
      [...identity.map(({ name }) => name), ...unknown.map((one) => one.split('/').at(-1) ?? one)],
    ]),
  )
}

/** The access matrix held against the account as it is: live or recorded, by the same questions. */
export async function accountAccess(
  world: World,
  reader: Reader,
  { project, facts, design }: { project: Project; facts: Facts; design: AccessModel },
): Promise<JudgedRows & { notices: readonly string[] }> {
  const { config, yaml, organization } = project
  const keys = await keysOf(reader, config, facts)
  const [documents, index] = await Promise.all([
    collectAccess(reader, { ...facts, keys }, { buckets: bucketsOf(config, design), others: othersOf(config, design) }),
    world.iamActions(),
  ])
  const account = documentModel(documents, config.account, organization)
  const positionOf = (row: number, key?: string) => yaml.positionOf(`/access-matrix/${row}${key === undefined ? '' : `/${key}`}`)
  const [key] = keys
  const judged = judgeAccount({ config, model: design, index, positionOf }, account, key?.arn)
  return besideAws(reader, judged, { model: account.model, index, partition: config.partition, positionOf })
}

/** The log key; beside a trail that is not ours, the key of our stack rather than the trail's. */
async function keysOf(reader: Reader, { audit, names }: Config, facts: Facts): Promise<Facts['keys']> {
  if (audit.trail !== 'use' || audit.key.source !== 'create') return facts.keys
  return [await collectKey(reader, { keyId: names.keyAlias, knownArn: undefined, trailArn: undefined }, facts)]
}

/** Buckets that rows speak of: those of the templates, those with the data, and those that a row names. */
function bucketsOf({ access, accessMatrix }: Config, { resources }: AccessModel): string[] {
  const own = [...resources.keys(), ...accessMatrix.flatMap(({ on }) => on)].flatMap(
    (arn) => /^arn:[^:]*:s3:::([^/*?]+)(?:\/|$)/.exec(arn)?.[1] ?? [],
  )
  return [...new Set([...own, ...(access.sagemaker?.dataBuckets ?? []), ...(access.eks?.modelRead?.buckets ?? [])])]
}

/** Topics and, where the templates have some, repositories of this account that the templates have policies for or that a row names. */
function othersOf({ account, access, accessMatrix }: Config, { resources }: AccessModel): string[] {
  const named = accessMatrix.flatMap(({ on }) => on).filter((pattern) => !/[*?]/.test(pattern))
  // The right to read repositories comes with having some.
  const isReadable = (arn: string) => READ.test(arn) && (access.ecr !== undefined || !arn.includes(':ecr:'))
  return [...new Set([...resources.keys(), ...named])].filter((arn) => isReadable(arn) && arn.split(':')[4] === account)
}

const READ = /^arn:[^:]*:(?:ecr:[^:]+:\d{12}:repository\/.+|sns:[^:]+:\d{12}:[\w-]+(?:\.fifo)?)$/
