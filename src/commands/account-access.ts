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
): Promise<JudgedRows> {
  const { config, yaml, organization } = project
  const keys = await keysOf(reader, config, facts)
  const [documents, index] = await Promise.all([collectAccess(reader, { ...facts, keys }, bucketsOf(config, design)), world.iamActions()])
  const account = documentModel(documents, config.account, organization)
  const positionOf = (row: number, key?: string) => yaml.positionOf(`/access-matrix/${row}${key === undefined ? '' : `/${key}`}`)
  const [key] = keys
  return judgeAccount({ config, model: design, index, positionOf }, account, key?.arn)
}

/** The log key; beside a trail that is not ours, the key of our stack rather than the trail's. */
async function keysOf(reader: Reader, { audit, names }: Config, facts: Facts): Promise<Facts['keys']> {
  if (audit.trail !== 'use' || audit.key.source !== 'create') return facts.keys
  return [await collectKey(reader, { keyId: names.keyAlias, knownArn: undefined, trailArn: undefined }, facts)]
}

/** Buckets that rows speak of: those of the templates, and those with the data. */
function bucketsOf({ access }: Config, { resources }: AccessModel): string[] {
  const own = [...resources.keys()].filter((arn) => arn.includes(':s3:::')).map((arn) => arn.split(':::')[1] ?? '')
  return [...new Set([...own, ...(access.sagemaker?.dataBuckets ?? []), ...(access.eks?.modelRead?.buckets ?? [])])]
}
