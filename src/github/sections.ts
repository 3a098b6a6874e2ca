const END = '<!-- /mlops-audit -->'
const START = /^<!-- mlops-audit \{.*\} -->$/

/** Sections by their markers, in the order of the comment: one for each config and environment. */
export type Sections = ReadonlyMap<string, string>

/** The hidden line that begins a section. */
export function markerOf(configFile: string, environment: string): string {
  return `<!-- mlops-audit ${JSON.stringify({ config: configFile, environment }).replaceAll('--', '\\u002d-')} -->`
}

export function parseSections(body: string): Sections {
  const sections = new Map<string, string[]>()
  let current: string[] | undefined
  for (const line of body.split('\n')) {
    if (START.test(line)) {
      current = []
      sections.set(line, current)
    } else if (line === END) current = undefined
    else current?.push(line)
  }
  return new Map([...sections].map(([marker, lines]) => [marker, lines.join('\n').trim()]))
}

/** The comment's body below its first line. What does not fit is cut from the longest sections, at a line; `keep` is cut last. */
export function composeSections(sections: Sections, limit: number, keep: string): string {
  const compose = (all: Sections) => [...[...all].sort(byMarker).flatMap(([marker, text]) => [marker, text, END])].join('\n')
  const cut = new Map(sections)
  for (;;) {
    const body = compose(cut)
    if (body.length <= limit) return body
    const others = [...cut].filter(([marker]) => marker !== keep && cut.size > 1)
    const [marker, text] = (others.length > 0 ? others : [...cut]).reduce((longest, one) =>
      one[1].length > longest[1].length ? one : longest,
    )
    const room = Math.max(0, text.length - (body.length - limit) - CUT.length)
    if (text.length <= CUT.length) {
      cut.delete(marker)
      continue
    }
    cut.set(marker, `${text.slice(0, Math.max(0, text.lastIndexOf('\n', room)))}${CUT}`)
  }
}

const CUT = '\n\n<sub>Shortened to make room: the rest is in the job summary and the results.</sub>'

const byMarker = ([a]: readonly [string, string], [b]: readonly [string, string]) => (a < b ? -1 : 1)

/** Text that cannot end or begin a section. */
export function asSection(markdown: string): string {
  return markdown.replaceAll('<!-- mlops-audit', '<!-- mlops audit').replaceAll('<!-- /mlops-audit', '<!-- /mlops audit').trim()
}

/** A workflow run and its attempt; GitHub numbers runs in the order they start. */
export interface RunNumber {
  id: number
  attempt: number
}

const RUN = /^<!-- run (\d+)\.(\d+) -->\n/
const NOTE = /^<!-- note -->\n[\s\S]*?\n<!-- \/note -->\n+/

/** The section with the number of the run it is of, hidden. */
export function numbered(text: string, run: RunNumber | undefined): string {
  return run ? `<!-- run ${run.id}.${run.attempt} -->\n${text}` : text
}

/** The run a section says it is of; undefined where it says none. */
export function runOf(section: string): RunNumber | undefined {
  const [, id, attempt] = RUN.exec(section) ?? []
  return id === undefined ? undefined : { id: Number(id), attempt: Number(attempt) }
}

/** Above zero where `one` started after `other`. */
export function compareRuns(one: RunNumber, other: RunNumber): number {
  return one.id - other.id || one.attempt - other.attempt
}

/** The section with a note above it, in the place of an earlier one. */
export function withNote(section: string, note: string): string {
  const [number = ''] = RUN.exec(section) ?? []
  const text = section.slice(number.length).replace(NOTE, '')
  return `${number}<!-- note -->\n${note}\n<!-- /note -->\n\n${text}`
}
