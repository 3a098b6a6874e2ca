import { closest } from '../../model/closest.ts'
import type { Problem } from '../../model/errors.ts'
import { isOfFloor } from '../../model/floor.ts'
import { partitionOf } from '../../model/partition.ts'
import type { Judge, Rule } from './rule.ts'

const RUN_CONTEXTS = ['branch', 'tag', 'environment', 'pull-request'] as const

const accessRowsAreWhole: Judge = (raw, { yaml }) => {
  const rows = Array.isArray(raw['access-matrix']) ? raw['access-matrix'] : []
  return rows.flatMap((row, index): Problem[] => {
    const name = `access-matrix[${index}]`
    const at = (message: string, remedy: string, key = ''): Problem => ({
      message,
      position: yaml.positionOf(`/access-matrix/${index}${key}`),
      remedy,
    })
    const problems: Problem[] = []
    if ((row.can === undefined) === (row.cannot === undefined)) {
      problems.push(
        at(
          `\`${name}\` has ${row.can ? 'both' : 'neither'} \`can\` ${row.can ? 'and' : 'nor'} \`cannot\`.`,
          'Say one of them; make two rows of both.',
        ),
      )
    } else if (row.can !== undefined && row.on === undefined) {
      problems.push(
        at(
          `\`${name}.on\` is missing: what can be done must be done on something.`,
          'Add `on:` with an ARN or a short name such as log-bucket.',
        ),
      )
    }
    const run = typeof row.who === 'object' ? row.who : undefined
    const contexts = RUN_CONTEXTS.filter((key) => run?.[key] !== undefined)
    if (run && contexts.length !== 1) {
      problems.push(
        at(
          `\`${name}.who\` has ${contexts.length === 0 ? 'no' : 'more than one'} kind of run.`,
          `Say one of ${RUN_CONTEXTS.join(', ')}: a token has one subject.`,
          '/who',
        ),
      )
    }
    return problems
  })
}

const exceptionsName: Judge = (raw, { yaml, checkIds }) =>
  (raw.exceptions ?? []).flatMap((exception, index): Problem[] => {
    const problems: Problem[] = []
    if (!checkIds.includes(exception.check)) {
      const guess = closest(exception.check, checkIds)
      problems.push({
        message: `\`exceptions[${index}].check\` is "${exception.check}", which is no check.${guess ? ` Did you mean \`${guess}\`?` : ''}`,
        position: yaml.positionOf(`/exceptions/${index}/check`),
        remedy: '`mlops-audit checks` lists the ids.',
      })
    }
    if (isOfFloor(exception.check) && !(exception['break-glass'] === true && exception.ticket !== undefined)) {
      problems.push({
        message: `\`exceptions[${index}].check\` is "${exception.check}", which no ordinary exception takes: without it there is no record to trust.`,
        position: yaml.positionOf(`/exceptions/${index}/check`),
        remedy: 'Mend what fails. Until then `break-glass: true` with a `ticket` takes it, for 30 days at most.',
      })
    }
    // The pattern lets 31 February through; only a date that survives the round trip is one.
    const date = new Date(`${exception.expires}T00:00:00Z`)
    if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== exception.expires) {
      problems.push({
        message: `\`exceptions[${index}].expires\` is "${exception.expires}", which is not a day of the calendar.`,
        position: yaml.positionOf(`/exceptions/${index}/expires`),
        remedy: 'Write it as YYYY-MM-DD.',
      })
    }
    return problems
  })

/** Topics and alarms serve stacks of their own region; in another they would serve none. */
const stackSettingsMeet: Judge = (raw, { yaml }) => {
  const regions = [raw.region, raw['workload-region'], raw.access?.replica?.region, partitionOf(raw.region)?.globalRegion]
  return (['notifications', 'rollback-alarms'] as const).flatMap((key) =>
    (raw.stacks?.[key] ?? []).flatMap((arn, index): Problem[] => {
      const region = arn.split(':')[3] ?? ''
      if (regions.includes(region)) return []
      return [
        {
          message: `\`stacks.${key}\` names ${arn} in ${region}, where no stack is.`,
          position: yaml.positionOf(`/stacks/${key}/${index}`),
          remedy: `Name one in ${raw.region}: CloudFormation uses those of a stack's own region.`,
        },
      ]
    }),
  )
}

export const JUDGING_RULES = [
  {
    id: 'access-row-is-whole',
    demands: 'A row of the access matrix says who, one of `can` and `cannot`, and on what.',
    judge: accessRowsAreWhole,
  },
  {
    id: 'exception-names-a-check',
    demands: 'An exception names a check there is and a day of the calendar; of the floor, it is break-glass with a ticket.',
    judge: exceptionsName,
  },
  { id: 'stack-settings-meet', demands: 'Topics and alarms are of a region that has a stack.', judge: stackSettingsMeet },
] as const satisfies readonly Rule[]
