import { CHECKS } from '../../../src/checks/registry.ts'
import type { Facts } from '../../../src/model/facts.ts'
import { facts } from '../../support/facts.ts'
import { CASES_BY_SERVICE } from './cases.ts'

/** Every case of a service with what its check says in it: message, and its ids and values. A message that says less than the truth shows here. */
export function whatIsSaid(service: string): string {
  const lines = Object.entries(CASES_BY_SERVICE[service] ?? {}).flatMap(
    ([id, { fails, errors, unread = {}, notApplicable = {}, passes = {} }]) => {
      const check = CHECKS.find((candidate) => candidate.id === id)
      if (!check) throw new Error(`there is no check ${id}`)
      const told = (name: string, world: Partial<Facts>) =>
        check.judge(facts(world)).map(({ resource, verdict }) => {
          const said = 'said' in verdict ? (verdict.said ?? []).map(({ id: message, data }) => ` [${message} ${JSON.stringify(data)}]`) : []
          return `  ${name} · ${resource.split(':').slice(5).join(':') || resource}\n    ${verdict.status}: ${verdict.message}${said.join('')}`
        })
      return [
        id,
        ...told('as designed', {}),
        ...Object.entries(fails).flatMap(([name, world]) => told(name, world)),
        ...Object.entries(passes).flatMap(([name, world]) => told(name, world)),
        ...told('unreadable', errors),
        ...Object.entries(unread).flatMap(([name, world]) => told(name, world)),
        ...Object.entries(notApplicable).flatMap(([name, world]) => told(name, world)),
        '',
      ]
    },
  )
  return lines.join('\n')
}
