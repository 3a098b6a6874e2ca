import type { Format } from './format.ts'

interface FormatEntry {
  id: string
  /** Completes "as …" of `--format`. */
  summary: string
  /** The file that a run of the action leaves in `output-dir`; a format without one is printed only. */
  file?: string
  /** Loads it when it is asked for: a run pays for the formats that it writes. */
  load(): Promise<Format>
}

/** Every format that a report can be written in, the default first. */
export const FORMATS = [
  {
    id: 'text',
    summary: 'lines for a terminal',
    load: async () => {
      const { toText } = await import('./text.ts')
      return (report, { paint }) => toText(report, paint)
    },
  },
  {
    id: 'json',
    summary: 'everything, as docs/results.md describes',
    file: 'results.json',
    load: async () => (await import('./json.ts')).toJson,
  },
  {
    id: 'markdown',
    summary: 'what the comment would hold, without its limit',
    file: 'report.md',
    load: async () => {
      const { toMarkdown } = await import('./markdown.ts')
      return (report, { maskAccountId }) => toMarkdown(report, { limit: Number.POSITIVE_INFINITY, isPublic: false, maskAccountId })
    },
  },
] as const satisfies readonly FormatEntry[]

type FormatId = (typeof FORMATS)[number]['id']

export const FORMAT_IDS: readonly FormatId[] = FORMATS.map(({ id }) => id)

/** The format of an id; ids are held against `FORMAT_IDS` before anything runs. */
export async function loadFormat(id: string): Promise<Format> {
  return (FORMATS.find((format) => format.id === id) ?? FORMATS[0]).load()
}
