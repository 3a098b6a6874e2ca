/** Characters; nobody misspells a longer word, and comparing two of them takes the product of their lengths. */
const LONGEST = 128

/** The known word closest to a misspelt one, when it is close enough to be meant. */
export function closest(word: string, known: readonly string[]): string | undefined {
  if (word.length > LONGEST) return undefined
  const limit = Math.max(2, Math.floor(word.length / 3))
  const comparable = known.filter((candidate) => Math.abs(candidate.length - word.length) <= limit)
  const ranked = comparable.map((candidate) => ({ candidate, distance: editDistance(spelling(word), spelling(candidate)) }))
  ranked.sort((a, b) => a.distance - b.distance)
  return ranked[0] && ranked[0].distance <= limit ? ranked[0].candidate : undefined
}

/** Case and kind of hyphen are not what people mistype. */
function spelling(word: string): string {
  return word.toLowerCase().replaceAll('_', '-')
}

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= b.length; column += 1) {
      const cost = a[row - 1] === b[column - 1] ? 0 : 1
      current.push(Math.min((previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (previous[column - 1] ?? 0) + cost))
    }
    previous = current
  }
  return previous[b.length] ?? 0
}
