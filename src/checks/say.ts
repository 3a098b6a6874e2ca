import type { Said } from '../model/finding.ts'

/** What a check can say, by id. `{name}` stands for a value that is told when it is said. */
export type Messages = Readonly<Record<string, string>>

type ValuesOf<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | ValuesOf<Rest> : never

/** A message with its values in place, and what it is made of. */
export interface Statement extends Said {
  text: string
}

/** Says one of the messages; each value that its text has must be given, and no other. */
export type Say<M extends Messages> = <Id extends keyof M & string>(
  id: Id,
  ...values: [ValuesOf<M[Id]>] extends [never] ? [] : [data: Readonly<Record<ValuesOf<M[Id]>, string | number>>]
) => Statement

export function sayer<M extends Messages>(messages: M): Say<M> {
  return (id, ...[data = {}]) => ({
    id,
    data,
    text: (messages[id] ?? id).replaceAll(/\{(\w+)\}/g, (whole, name: string) => String((data as Said['data'])[name] ?? whole)),
  })
}
