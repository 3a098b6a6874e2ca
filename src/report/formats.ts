import type { RunReport } from '../model/report.ts'
import type { Format } from './format.ts'

interface FormatEntry {
  id: string
  /** Completes "as …" of `--format`. */
  summary: string
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
  {
    id: 'html',
    summary: 'one page that needs nothing but itself',
    file: 'report.html',
    load: async () => (await import('./html.ts')).toHtml,
  },
  { id: 'csv', summary: 'a line for each thing that was judged', file: 'results.csv', load: async () => (await import('./csv.ts')).toCsv },
  { id: 'junit', summary: 'XML for test viewers', file: 'junit.xml', load: async () => (await import('./junit.ts')).toJunit },
  {
    id: 'sarif',
    summary: 'SARIF 2.1.0 with everything that was judged',
    file: 'results.sarif',
    load: async () => (await import('./sarif.ts')).toSarif,
  },
  {
    id: 'code-scanning',
    summary: 'SARIF as GitHub’s code scanning takes it',
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
