import type { ParsedTemplate, TemplateResource } from '../model/template.ts'

/** Two templates as a stack has them where its conditions come out one way, and which way that is, in words. */
export interface Branch {
  before: ParsedTemplate
  after: ParsedTemplate
  where: string
}

/** Conditions that are gone through together; where a resource depends on more, `Fn::If` stays a text that only the same one is like. */
const MOST_CONDITIONS = 5

/**
 * Every way in which the conditions come out that `Fn::If` asks for in one resource of either template: each is a policy that somebody
 * has. A condition that both templates define alike comes out alike; one that changed may come out either way on both sides.
 */
export function branchesOf(before: ParsedTemplate, after: ParsedTemplate, subject: string): Branch[] {
  const [asked, now] = [conditionsIn(before.Resources[subject]), conditionsIn(after.Resources[subject])]
  const whole = { before, after, where: '' }
  if (asked.size + now.size === 0) return [whole]
  const isShared = (name: string) => definitionOf(before, name) === definitionOf(after, name)
  const sides = (name: string): Variable[] =>
    isShared(name) ? [{ name, of: 'both' }] : [...ofSide(name, asked, 'before'), ...ofSide(name, now, 'after')]
  const variables = [...new Set([...asked, ...now])].sort().flatMap(sides)
  if (variables.length > MOST_CONDITIONS) return [whole]
  return Array.from({ length: 2 ** variables.length }, (_, bits) => {
    const chosen = variables.map((variable, at) => ({ ...variable, holds: (bits & (1 << at)) === 0 }))
    const on = (side: 'before' | 'after') => (name: string) => chosen.find((one) => one.name === name && one.of !== other(side))?.holds
    return { before: resolved(before, on('before')), after: resolved(after, on('after')), where: chosen.map(inWords).join(' and ') }
  })
}

function definitionOf({ Conditions }: ParsedTemplate, name: string): string | undefined {
  return JSON.stringify(Object.entries(Conditions ?? {}).find(([id]) => id === name)?.[1])
}

interface Variable {
  name: string
  of: 'both' | 'before' | 'after'
}

const other = (side: 'before' | 'after') => (side === 'before' ? 'after' : 'before')

const ofSide = (name: string, asked: ReadonlySet<string>, of: 'before' | 'after'): Variable[] => (asked.has(name) ? [{ name, of }] : [])

function inWords({ name, of, holds }: Variable & { holds: boolean }): string {
  const side = of === 'both' ? '' : of === 'before' ? ' as deployed' : ' as it will be'
  return `${holds ? '' : 'not '}${name}${side}`
}

function conditionsIn(value: TemplateResource | undefined): Set<string> {
  const found = new Set<string>()
  JSON.stringify(value ?? {}, (key, item: unknown) => {
    if (key === 'Fn::If' && Array.isArray(item) && typeof item[0] === 'string') found.add(item[0])
    return item
  })
  return found
}

const NOTHING = Symbol('AWS::NoValue')

function resolved(template: ParsedTemplate, holds: (name: string) => boolean | undefined): ParsedTemplate {
  const take = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(take).filter((item) => item !== NOTHING)
    if (typeof value !== 'object' || value === null) return value
    const { Ref, 'Fn::If': choice } = value as { Ref?: unknown; 'Fn::If'?: unknown }
    if (Ref === 'AWS::NoValue') return NOTHING
    if (Array.isArray(choice) && choice.length === 3 && typeof choice[0] === 'string') {
      const answer = holds(choice[0])
      if (answer !== undefined) return take(answer ? choice[1] : choice[2])
    }
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, item]) => {
        const taken = take(item)
        return taken === NOTHING ? [] : [[key, taken]]
      }),
    )
  }
  return { ...template, Resources: take(template.Resources) as ParsedTemplate['Resources'] }
}
