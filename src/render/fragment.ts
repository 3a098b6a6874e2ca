/**
 * The fragment language: plain CloudFormation YAML with three additions that keep a fragment valid YAML and readable
 * alone, and keep its comments in the rendered template.
 *
 * - `#? setting`   keeps the next node only when the setting, or a part of a list's item, is on (`#? !setting`: off);
 * - `#* list as x` repeats the next node for each item, `<x>` (or `<x.part>`) being the item;
 * - `<setting>`    is replaced by the setting's value.
 *
 * A node is a line and all deeper-indented lines after it; comments between a directive and its node belong to the node.
 */
export type SettingValue = string | number | boolean | readonly string[] | readonly Readonly<Record<string, string>>[]

/** What fragments may ask for, by dotted name. A name a fragment uses and this lacks is a bug, and throws. */
export type Settings = ReadonlyMap<string, SettingValue>

type Item = string | Readonly<Record<string, string>>

const DIRECTIVE = /^(\s*)#([?*])\s+(.+?)\s*$/
const PLACEHOLDER = /<([a-zA-Z][\w.]*)>/g

/** Expands one fragment's lines. @throws Error naming the fragment line for an unknown setting or a malformed directive. */
export function expandFragment(text: string, settings: Settings, name: string): string {
  const lines = text.replace(/\n$/, '').split('\n')
  return `${expandLines(lines, settings, new Map(), name).join('\n')}\n`
}

function expandLines(lines: readonly string[], settings: Settings, items: ReadonlyMap<string, Item>, name: string): string[] {
  const output: string[] = []
  for (let index = 0; index < lines.length; ) {
    const line = lines[index] ?? ''
    // Most lines are neither directive nor placeholder; looking for the characters first saves the expressions.
    const directive = line.includes('#') ? DIRECTIVE.exec(line) : null
    if (!directive) {
      output.push(substitute(line, settings, items, name))
      index += 1
      continue
    }
    const end = nodeEnd(lines, index + 1, name)
    const body = lines.slice(index + 1, end)
    const [, , kind, argument = ''] = directive
    if (kind === '?') {
      if (isOn(argument, settings, items, name)) output.push(...expandLines(body, settings, items, name))
    } else {
      const [, list = '', variable = ''] = /^(\S+) as (\w+)$/.exec(argument) ?? fail(name, `malformed directive "${line.trim()}"`)
      for (const item of listOf(list, settings, name)) {
        output.push(...expandLines(body, settings, new Map([...items, [variable, item]]), name))
      }
    }
    index = end
  }
  return output
}

/** Index after the node that starts at or after `start`, skipping the comments and directives before it. */
function nodeEnd(lines: readonly string[], start: number, name: string): number {
  let first = start
  while (first < lines.length && /^\s*#/.test(lines[first] ?? '')) first += 1
  if (first >= lines.length) fail(name, 'a directive without a node after it')
  const indent = indentOf(lines[first] ?? '')
  let end = first + 1
  while (end < lines.length && ((lines[end] ?? '').trim() === '' || indentOf(lines[end] ?? '') > indent)) end += 1
  return end
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length
}

function isOn(argument: string, settings: Settings, items: ReadonlyMap<string, Item>, name: string): boolean {
  const negated = argument.startsWith('!')
  const key = argument.slice(negated ? 1 : 0)
  const value = items.has(key.split('.')[0] ?? '') ? resolveValue(key, settings, items, name) : lookup(key, settings, name)
  const on = Array.isArray(value) ? value.length > 0 : value !== false && value !== '' && value !== 0
  return on !== negated
}

function listOf(list: string, settings: Settings, name: string): readonly Item[] {
  const value = lookup(list, settings, name)
  return Array.isArray(value) ? (value as readonly Item[]) : fail(name, `setting "${list}" is no list`)
}

function lookup(key: string, settings: Settings, name: string): SettingValue {
  return settings.get(key) ?? fail(name, `unknown setting "${key}"`)
}

function substitute(line: string, settings: Settings, items: ReadonlyMap<string, Item>, name: string): string {
  if (!line.includes('<')) return line
  if (/^\s*#/.test(line)) return line.replace(PLACEHOLDER, (_, key: string) => String(resolveValue(key, settings, items, name)))
  const alone = /^(\s*(?:- )?(?:[\w:.'<>-]+: )?)<([a-zA-Z][\w.]*)>$/.exec(line)
  if (alone) {
    // A key may hold a placeholder too: a condition key starts with the issuer's name.
    const head = (alone[1] ?? '').replace(PLACEHOLDER, (_, key: string) => String(resolveValue(key, settings, items, name)))
    return `${head}${scalar(resolveValue(alone[2] ?? '', settings, items, name))}`
  }
  const quoted = line.includes("'")
  const replaced = (text: string) =>
    text.replace(PLACEHOLDER, (_, key: string) => {
      const value = String(resolveValue(key, settings, items, name))
      return quoted ? value.replaceAll("'", "''").replaceAll('${', '${!') : value
    })
  // A plain value with placeholders in it must stay one scalar, whatever they bring; what is quoted or tagged is one already.
  const [, head, value] = /^(\s*(?:(?:- )?[\w:./-]+: |- ))([^!'"|>{[\s].*)$/.exec(line) ?? []
  return head !== undefined && /<[a-zA-Z][\w.]*>/.test(value ?? '') ? `${head}${scalar(replaced(value ?? ''))}` : replaced(line)
}

function resolveValue(key: string, settings: Settings, items: ReadonlyMap<string, Item>, name: string): string | number | boolean {
  const [variable = '', part] = key.split('.')
  const item = items.get(variable)
  const value = item === undefined ? lookup(key, settings, name) : typeof item === 'string' ? item : part && item[part]
  if (value === undefined || typeof value === 'object') fail(name, `"${key}" has no single value`)
  return value as string | number | boolean
}

/** A value as a YAML scalar: plain where every YAML reader agrees that it is this text, quoted otherwise. */
function scalar(value: string | number | boolean): string {
  if (typeof value !== 'string') return String(value)
  const plain =
    /^[A-Za-z/][A-Za-z0-9_./@+*,()-]*(?:[ :][A-Za-z0-9_./@+*,()-]+)*$/.test(value) &&
    !/^(?:true|false|yes|no|on|off|null|y|n)$/i.test(value)
  return plain && !value.includes(': ') ? value : JSON.stringify(value)
}

function fail(name: string, message: string): never {
  throw new Error(`templates/${name}: ${message}`)
}
