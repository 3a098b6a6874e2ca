/** Just enough XML for AWS query answers: written by us, and read by tag name. */
export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

function unescapeXml(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&#34;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&#xA;', '\n')
    .replaceAll('&#10;', '\n')
    .replaceAll('&amp;', '&')
}

/** Text of the first element of that name. */
export function tagText(xml: string, tag: string): string | undefined {
  const match = new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(xml)
  return match?.[1] === undefined ? undefined : unescapeXml(match[1])
}

/** Inner XML of each `<member>` in the first element of that name. Members do not nest in the answers read here. */
export function members(xml: string, tag: string): string[] {
  const block = new RegExp(`<${tag}>([\\s\\S]*)</${tag}>`).exec(xml)?.[1] ?? ''
  return [...block.matchAll(/<member>([\s\S]*?)<\/member>/g)].map((match) => match[1] ?? '')
}

export function queryResponse(operation: string, result: string, namespace: string): string {
  return `<${operation}Response xmlns="${namespace}"><${operation}Result>${result}</${operation}Result><ResponseMetadata><RequestId>${crypto.randomUUID()}</RequestId></ResponseMetadata></${operation}Response>`
}

export function queryError(code: string, message: string, namespace: string): string {
  return `<ErrorResponse xmlns="${namespace}"><Error><Type>Sender</Type><Code>${escapeXml(code)}</Code><Message>${escapeXml(message)}</Message></Error><RequestId>${crypto.randomUUID()}</RequestId></ErrorResponse>`
}
