const cache = new Map<string, RegExp>()

/** Stand for a `*` and a `?` that a policy variable put there: they mean themselves and match nothing else. */
const LITERAL = { '*': '\u{E000}', '?': '\u{E001}' } as const

/** Text in which `*` and `?` are no wildcards. */
export function literal(text: string): string {
  return text.replaceAll('*', LITERAL['*']).replaceAll('?', LITERAL['?'])
}

/** The text again, as someone wrote it. */
export function plain(text: string): string {
  if (!text.includes(LITERAL['*']) && !text.includes(LITERAL['?'])) return text
  return text.replaceAll(LITERAL['*'], '*').replaceAll(LITERAL['?'], '?')
}

/** IAM's wildcards: `*` is any text, `?` one character; everything else is itself. */
export function matchesWildcard(pattern: string, value: string, options: { ignoreCase?: boolean } = {}): boolean {
  if (!/[*?]/.test(pattern)) {
    const text = plain(pattern)
    return options.ignoreCase ? text.toLowerCase() === value.toLowerCase() : text === value
  }
  const key = `${options.ignoreCase ? 'i' : ''}:${pattern}`
  let regex = cache.get(key)
  if (!regex) {
    // Adjacent stars mean the same as one, and would make the expression slow on hostile input.
    const source = plain(
      pattern
        .replaceAll(/\*+/g, '*')
        .replace(/[.+^${}()|[\]\\]/g, '\\$&')
        .replaceAll('*', '[\\s\\S]*')
        .replaceAll('?', '[\\s\\S]')
        .replaceAll(LITERAL['*'], `\\${LITERAL['*']}`)
        .replaceAll(LITERAL['?'], `\\${LITERAL['?']}`),
    )
    regex = new RegExp(`^${source}$`, options.ignoreCase ? 'i' : '')
    if (cache.size > 5000) cache.clear()
    cache.set(key, regex)
  }
  return regex.test(value)
}

/** Actions compare without regard to case: `S3:getobject` is `s3:GetObject`. */
export function matchesAction(pattern: string, action: string): boolean {
  return matchesWildcard(pattern, action, { ignoreCase: true })
}

/** ARNs compare part by part: a wildcard does not cross the first five colons. */
export function matchesArn(pattern: string, arn: string): boolean {
  const [patternParts, arnParts] = [splitArn(pattern), splitArn(arn)]
  // A pattern with too few parts matches no ARN; one that is no ARN at all (`*`) is plain text.
  if (!patternParts) return !pattern.startsWith('arn:') && matchesWildcard(pattern, arn)
  if (!arnParts) return false
  return patternParts.every((part, index) => matchesWildcard(part, arnParts[index] ?? ''))
}

/** An ARN's six parts; undefined when there are fewer. */
export function splitArn(arn: string): string[] | undefined {
  const parts = arn.split(':')
  return parts.length < 6 ? undefined : [...parts.slice(0, 5), parts.slice(5).join(':')]
}
