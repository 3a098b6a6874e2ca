import type { Design, HeldResource } from '../../model/design.ts'
import { type Evidence, readValue } from '../../model/evidence.ts'
import type { Facts } from '../../model/facts.ts'
import type { DesignDifference, Verdict } from '../../model/finding.ts'
import { need, pass } from '../define.ts'
import { differences, type KeyIds, normal } from './normal.ts'
import { policyDifferences } from './policy-differences.ts'
import { designedValue, NOT_COMPARED, ORDERED, POLICIES } from './table.ts'

/** Holds a resource against its design, by meaning; a difference counts however much else could not be read. */
export function judgeDesigned(held: HeldResource, { design }: Facts): Verdict {
  if (held.exists.state === 'absent') return failed([{ property: '', text: `it is not there: ${held.exists.reason}` }])
  const parts = design ? propertiesOf(held).flatMap((property) => partsOf(held, property, design)) : []
  if (parts.length > 0) return failed(parts)
  for (const evidence of [held.exists, ...Object.values(held.live)]) if (evidence.state !== 'absent') need(evidence)
  return pass('as designed')
}

function failed(parts: readonly DesignDifference[]): Verdict {
  return { status: 'fail', message: parts.map(({ text }) => text).join('; '), parts }
}

/** What the template says, and what can be set beside it. */
function propertiesOf({ designed, live }: HeldResource): string[] {
  const left = Object.keys(NOT_COMPARED[designed.type] ?? {})
  return [...new Set([...Object.keys(designed.properties), ...Object.keys(live)])].filter((property) => !left.includes(property))
}

function partsOf(held: HeldResource, property: string, design: Design): DesignDifference[] {
  const evidence: Evidence<unknown> | undefined = held.live[property]
  if (evidence === undefined || (evidence.state !== 'read' && evidence.state !== 'absent')) return []
  const [designed, live] = [designedValue(held.designed, property), readValue(evidence)]
  return texts(property, designed, live, design).map((text) => ({ property, text }))
}

function texts(property: string, designed: unknown, live: unknown, design: Design): string[] {
  if (POLICIES.includes(property)) return policyDifferences(designed, live, design.actions).map((text) => `${property}: ${text}`)
  if (property === 'Policies') return inlineDifferences(designed, live, design.actions)
  const options = { keys: keyIdsOf(design), ordered: ORDERED }
  if (property === 'Tags') return tagDifferences(designed, live)
  return differences(property, normal(designed, options, property), normal(live, options, property))
}

interface Inline {
  PolicyName: string
  PolicyDocument: unknown
}

const listOf = <T>(value: unknown): readonly T[] => (Array.isArray(value) ? value : [])

function inlineDifferences(designed: unknown, live: unknown, actions: Design['actions']): string[] {
  const [wanted, found] = [listOf<Inline>(designed), listOf<Inline>(live)]
  const names = [...new Set([...wanted, ...found].map(({ PolicyName }) => PolicyName))]
  return names.flatMap((name) => {
    const [was, is] = [wanted, found].map((list) => list.find(({ PolicyName }) => PolicyName === name)?.PolicyDocument)
    if (is === undefined) return [`inline policy ${name} is gone`]
    const told = policyDifferences(was, is, actions).map((text) => `inline policy ${name}: ${text}`)
    return was === undefined && told.length === 0 ? [`inline policy ${name} is not designed`] : told
  })
}

interface Tag {
  Key: string
  Value: string
}

/** Tags that others add are theirs; the designed ones must be there. */
function tagDifferences(designed: unknown, live: unknown): string[] {
  const found = new Map(listOf<Tag>(live).map(({ Key, Value }) => [Key, String(Value)]))
  return listOf<Tag>(designed).flatMap(({ Key, Value }) => {
    const value = found.get(Key)
    if (value === String(Value)) return []
    return [value === undefined ? `tag ${Key} is gone` : `tag ${Key} is ${value}, designed ${Value}`]
  })
}

function keyIdsOf({ held }: Design): KeyIds {
  return new Map(
    held.flatMap(({ designed, live }): [string, string][] => {
      const target = live['TargetKeyId']
      return designed.type === 'AWS::KMS::Alias' && target?.state === 'read'
        ? [[String(designed.properties['AliasName']), String(target.value)]]
        : []
    }),
  )
}
