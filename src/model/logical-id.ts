/**
 * A name as part of a logical id: `retail-api` → `RetailApi`. A name that PascalCase cannot give back (`mlops/api`,
 * `Api`, `a-1`) gets a checksum, so that the id depends on the name alone and not on its neighbours in a list.
 */
export function logicalSuffix(name: string): string {
  const pascal = name
    .split(/[^A-Za-z0-9]+/)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('')
  return /^[a-z][a-z0-9]*(?:-[a-z][a-z0-9]*)*$/.test(name) ? pascal : pascal + checksum(name)
}

/** FNV-1a over UTF-16 code units, 32 bits, as 8 hex digits. */
export function checksum(text: string): string {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0
  return hash.toString(16).padStart(8, '0')
}
