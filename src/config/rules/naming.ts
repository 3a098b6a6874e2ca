import type { Problem } from '../../model/errors.ts'
import { logicalSuffix } from '../../model/logical-id.ts'
import { NAME_RULES, namesOf, prefixOf } from '../names.ts'
import type { Judge, Rule } from './rule.ts'

const namesFit: Judge = (raw, { yaml }) => {
  const names = namesOf(raw)
  return NAME_RULES.flatMap((rule): Problem[] => {
    const name = names[rule.key]
    if (name.length <= rule.limit || !rule.usedBy(raw)) return []
    return [
      {
        message: `The ${rule.what} \`${name}\` has ${name.length} characters; AWS allows ${rule.limit}.`,
        position: yaml.positionOf(raw.names?.[rule.raw] ? `/names/${rule.raw}` : raw.prefix ? '/prefix' : '/project'),
        remedy: `Shorten \`prefix\` (now "${prefixOf(raw)}") or set \`names.${rule.raw}\`.`,
      },
    ]
  })
}

const namesDiffer: Judge = (raw, { yaml }) => {
  const names = namesOf(raw)
  const groups: [string, readonly (typeof NAME_RULES)[number][]][] = [
    'bucket name',
    'role name',
    'policy name',
    'stack name',
    'topic name',
    'KMS alias',
  ].map((what) => [what, NAME_RULES.filter((rule) => rule.what === what && rule.usedBy(raw))])
  return groups.flatMap(([what, rules]) =>
    rules.flatMap((rule, index): Problem[] => {
      const twin = rules.slice(0, index).find((other) => names[other.key] === names[rule.key])
      if (!twin) return []
      return [
        {
          message: `\`names.${rule.raw}\` and \`names.${twin.raw}\` are both "${names[rule.key]}".`,
          position: yaml.positionOf(`/names/${rule.raw}`),
          remedy: `Give each ${what} a name of its own.`,
        },
      ]
    }),
  )
}

/** The tag by which CI's rights tell our keys from others'. */
const tagsAreNotOurs: Judge = (raw, { yaml }) =>
  raw.tags?.['AuditStack'] === undefined
    ? []
    : [
        {
          message: '`tags.AuditStack` is a tag that the templates give to their keys themselves: CI may change keys that have it.',
          position: yaml.positionOfKey('/tags/AuditStack'),
          remedy: 'Call it otherwise.',
        },
      ]

/** Items of a list become resources named after them; two that spell the same logical id cannot both be in a template. */
const logicalIdsDiffer: Judge = (raw, { yaml }) => {
  const lists: [string, string, string[]][] = [
    [
      '/access/ecr/repositories',
      'repository',
      (raw.access?.ecr?.repositories ?? []).map((given) => (typeof given === 'string' ? given : given.adopt)),
    ],
    ['/access/bucket-policies', 'bucket', (raw.access?.['bucket-policies'] ?? []).map(({ bucket }) => bucket)],
    ['/access/eks/clusters', 'cluster', ((raw.access?.eks || undefined)?.clusters ?? []).map(({ name }) => name)],
  ]
  return lists.flatMap(([pointer, what, names]) =>
    names.flatMap((name, index): Problem[] => {
      const twin = names.slice(0, index).find((other) => logicalSuffix(other) === logicalSuffix(name))
      if (twin === undefined) return []
      return [
        {
          message:
            twin === name
              ? `The ${what} "${name}" is listed twice.`
              : `The ${what} names "${twin}" and "${name}" give the same logical id.`,
          position: yaml.positionOf(`${pointer}/${index}`),
          remedy: twin === name ? 'Remove one.' : 'Put one of them into a config of its own.',
        },
      ]
    }),
  )
}

export const NAMING_RULES = [
  { id: 'name-fits', demands: 'A name, derived or given, is no longer than AWS allows.', judge: namesFit },
  { id: 'names-differ', demands: 'Two resources of one kind have different names.', judge: namesDiffer },
  { id: 'tag-is-not-ours', demands: 'The tag `AuditStack` is given by the templates themselves.', judge: tagsAreNotOurs },
  { id: 'logical-ids-differ', demands: 'Items that become resources give different logical ids.', judge: logicalIdsDiffer },
] as const satisfies readonly Rule[]
