import type { RunReport } from '../model/report.ts'
import type { Format } from './format.ts'

interface FormatEntry {
  id: string
  /** The file that a run of the action leaves in `output-dir`; a format without one is printed only. */
  file?: string
  /** Whether a file of this report would say what is so; always, when left out. */
  isFor?(report: RunReport): boolean
  /** Loads it when it is asked for: a run pays for the formats that it writes. */
  load(): Promise<Format>
}

/** Every format that a report can be written in, the default first. */
export const FORMATS = [
  {
    id: 'text',
    load: async () => {
      const { toText } = await import('./text.ts')
      return (report, { paint }) => toText(report, paint)
    },
  },
  {
    id: 'json',
    file: 'results.json',
    load: async () => (await import('./json.ts')).toJson,
  },
  {
    id: 'markdown',
    file: 'report.md',
    load: async () => {
      const { toMarkdown } = await import('./markdown.ts')
      return (report, { maskAccountId }) => toMarkdown(report, { limit: Number.POSITIVE_INFINITY, isPublic: false, maskAccountId })
    },
  },
  {
    id: 'html',
    file: 'report.html',
    load: async () => (await import('./html.ts')).toHtml,
  },
  { id: 'csv', file: 'results.csv', load: async () => (await import('./csv.ts')).toCsv },
  { id: 'junit', file: 'junit.xml', load: async () => (await import('./junit.ts')).toJunit },
  {
    id: 'sarif',
    file: 'results.sarif',
    load: async () => (await import('./sarif.ts')).toSarif,
  },
  {
    id: 'code-scanning',
    file: 'code-scanning.sarif',
    // A run that gave up has not looked: a file of it would close every alert.
    isFor: ({ reason, outcome }) => reason === undefined && outcome !== 'failed' && outcome !== 'refused',
    load: async () => (await import('./sarif.ts')).toCodeScanning,
  },
] as const satisfies readonly FormatEntry[]

type FormatId = (typeof FORMATS)[number]['id']

export const FORMAT_IDS: readonly FormatId[] = FORMATS.map(({ id }) => id)

/** Formats that a run leaves as files. */
export const FILE_FORMATS: readonly (FormatEntry & { file: string })[] = FORMATS.flatMap((format) => ('file' in format ? [format] : []))

/** The format of an id; ids are held against `FORMAT_IDS` before anything runs. */
export async function loadFormat(id: string): Promise<Format> {
  return (FORMATS.find((format) => format.id === id) ?? FORMATS[0]).load()
}
