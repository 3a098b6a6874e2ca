/** XML as AWS writes and reads it: elements and texts, attributes only where S3's grantees have one. */

/** What an element holds: a text, or elements by name. Keys with `@` are attributes; arrays are repeated elements. */
export type XmlValue = string | XmlElement
export interface XmlElement {
  [name: string]: XmlValue | XmlValue[]
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#xD;')
    .replaceAll('\n', '&#xA;')
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function unescapeXml(text: string): string {
  return text.replaceAll(/&(?:#x([\da-fA-F]+)|#(\d+)|(\w+));/g, (whole, hex?: string, decimal?: string, name?: string) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16))
    if (decimal) return String.fromCodePoint(Number(decimal))
    return ENTITIES[name ?? ''] ?? whole
  })
}

interface Open {
  name: string
  children: XmlElement
  text: string
}

const TOKEN =
  /<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/g

/** Parses a document and gives its root's name and content. @throws Error when it is not well-formed */
export function parseXml(text: string): { name: string; value: XmlValue } {
  const stack: Open[] = [{ name: '', children: {}, text: '' }]
  for (const match of text.matchAll(TOKEN)) {
    const [, cdata, closing, name, attributes = '', empty, plain] = match
    const top = stack.at(-1)
    if (top && name === undefined) top.text += cdata ?? unescapeXml(plain ?? '')
    else if (name !== undefined && !closing) {
      stack.push({ name, children: attributesOf(attributes), text: '' })
      if (empty) close(stack, name)
    } else if (name !== undefined) close(stack, name)
  }
  const [root, ...others] = Object.entries(stack[0]?.children ?? {})
  if (stack.length !== 1 || !root || others.length > 0 || Array.isArray(root[1])) throw new Error('not one whole document')
  return { name: root[0], value: root[1] }
}

function attributesOf(text: string): XmlElement {
  const found = [...text.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)]
  const kept = found.filter(([, name = '']) => !name.startsWith('xmlns'))
  return Object.fromEntries(kept.map(([, name = '', double, single]) => [`@${name}`, unescapeXml(double ?? single ?? '')]))
}

function close(stack: Open[], name: string): void {
  const done = stack.pop()
  const parent = stack.at(-1)?.children
  if (done?.name !== name || !parent) throw new Error(`</${name}> closes <${done?.name ?? ''}>`)
  const value: XmlValue = Object.keys(done.children).length > 0 ? done.children : done.text
  const before = parent[done.name]
  parent[done.name] = before === undefined ? value : Array.isArray(before) ? [...before, value] : [before, value]
}

/** Writes elements as S3 does: arrays repeat their element. */
export function writeXml(name: string, value: unknown, attributes = ''): string {
  if (value === undefined || value === null) return ''
  if (Array.isArray(value)) return value.map((item) => writeXml(name, item, attributes)).join('')
  if (typeof value !== 'object' || value instanceof Date) return `<${name}${attributes}>${escapeXml(textOf(value))}</${name}>`
  const entries = Object.entries(value)
  const own = entries.filter(([key]) => key.startsWith('@')).map(([key, item]) => ` ${key.slice(1)}="${escapeXml(String(item))}"`)
  const inner = entries.filter(([key]) => !key.startsWith('@')).map(([key, item]) => writeXml(key, item))
  return `<${name}${attributes}${own.join('')}>${inner.join('')}</${name}>`
}

/** Writes a result as the query protocol does: lists of `member`, maps of `entry`. */
export function writeQueryXml(name: string, value: unknown): string {
  if (value === undefined || value === null) return ''
  if (Array.isArray(value)) return `<${name}>${value.map((item) => writeQueryXml('member', item)).join('')}</${name}>`
  if (value instanceof Map) {
    const entries = [...value].map(([key, item]) => `<entry>${writeQueryXml('key', key)}${writeQueryXml('value', item)}</entry>`)
    return `<${name}>${entries.join('')}</${name}>`
  }
  if (typeof value !== 'object' || value instanceof Date) return `<${name}>${escapeXml(textOf(value))}</${name}>`
  const inner = Object.entries(value).map(([key, item]) => writeQueryXml(key, item))
  return `<${name}>${inner.join('')}</${name}>`
}

/** A query answer as values: `member` lists become arrays, `entry` lists become objects. */
export function fromQueryXml(value: XmlValue | XmlValue[] | undefined): unknown {
  if (value === undefined || typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(fromQueryXml)
  const keys = Object.keys(value)
  if (keys.length === 1 && keys[0] === 'member') return [value['member']].flat().map(fromQueryXml)
  if (keys.length === 1 && keys[0] === 'entry')
    return Object.fromEntries([value['entry']].flat().map((entry) => pairOf(fromQueryXml(entry))))
  return Object.fromEntries(keys.map((key) => [key, fromQueryXml(value[key])]))
}

function pairOf(entry: unknown): [string, unknown] {
  const { key, value } = entry as { key?: unknown; value?: unknown }
  return [String(key), value]
}

function textOf(value: unknown): string {
  return value instanceof Date ? value.toISOString() : String(value)
}
