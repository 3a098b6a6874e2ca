import type { ActionIndex } from '../../iam/actions.ts'
import type { FoundRequest } from '../../iam/search/find-request.ts'
import { orWhyNot, type Searched, seenThrough, subjectMayDo } from './ask.ts'
import type { TemplateRuleId, Unproven } from './rules.ts'
import type { Subject } from './subjects.ts'

export interface JudgeContext {
  account: string
  index: ActionIndex
}

/** A request of a subject that is allowed, or why none could be looked for to the end. */
export const may = (...asked: Parameters<typeof subjectMayDo>): Searched<FoundRequest> => orWhyNot(() => subjectMayDo(...asked))

export function unproven(subject: Subject, rule: TemplateRuleId, actions: readonly string[], whether: string, because: string): Unproven {
  return { rule, resource: subject.id, pointers: seenThrough(subject.policies, actions, because), whether, because }
}

export function whoText({ id, type }: Pick<Subject, 'id' | 'type'>): string {
  const [, , kind = ''] = type.split('::')
  const words: Readonly<Record<string, string>> = {
    Role: 'Role',
    User: 'User',
    Group: 'Group',
    Function: 'The role of function',
    StateMachine: 'The role of state machine',
    PermissionSet: 'Permission set',
  }
  return words[kind] === undefined ? `Whoever has ${id}` : `${words[kind]} ${id}`
}

/** One after the other, as far as somebody asks. */
export function* lazily<T, R>(items: readonly T[], one: (item: T) => R): Generator<R> {
  for (const item of items) yield one(item)
}
