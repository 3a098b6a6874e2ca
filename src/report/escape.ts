/** Text from AWS, logs or pull requests, made harmless in Markdown: no tables broken, no HTML, no mentions, no links. */
export function escapeMarkdown(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*_{}[\]|~]/g, '\\$&')
    .replace(/@(?=\w)/g, '@\u200b')
    .replace(/\b(https?):\/\//g, '$1:\u200b//')
    .replace(/\s*[\r\n]+\s*/g, ' ')
}

/** As inline code: only the fence itself can end it. */
export function inlineCode(text: string): string {
  const plain = text.replace(/\s+/g, ' ')
  const longest = Math.max(0, ...[...plain.matchAll(/`+/g)].map((match) => match[0].length))
  const fence = '`'.repeat(longest + 1)
  const pad = plain.startsWith('`') || plain.endsWith('`') ? ' ' : ''
  return `${fence}${pad}${plain.replaceAll('|', '\\|')}${pad}${fence}`
}

/** A block that no content can leave. */
export function codeBlock(lines: readonly string[], language = ''): string {
  const longest = Math.max(2, ...lines.flatMap((line) => [...line.matchAll(/`+/g)].map((match) => match[0].length)))
  const fence = '`'.repeat(longest + 1)
  return [`${fence}${language}`, ...lines, fence].join('\n')
}

/** Our own sentences: what stands between backticks becomes code, everything else is made harmless. */
export function escapeProse(text: string): string {
  return text
    .split(/(`[^`]+`)/)
    .map((part) => (/^`[^`]+`$/.test(part) ? inlineCode(part.slice(1, -1)) : escapeMarkdown(part)))
    .join('')
}
