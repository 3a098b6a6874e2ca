/** A document that stands for more than it may. */
export type TooLarge = 'circular' | 'too large'

/** What is said about it. */
export const EXCESS: Readonly<Record<TooLarge, string>> = {
  circular: 'An alias stands for a part of the document that holds the alias itself.',
  'too large': 'Its aliases make a few lines stand for far more text than such a file may have.',
}

/**
 * Whether a parsed document, its aliases written out, has more characters than `limit`, or none that could be counted because it contains
 * itself. Each value is counted once however often it is named, so that a few lines standing for a billion are told from their few lines.
 */
export function expandsBeyond(value: unknown, limit: number): TooLarge | undefined {
  const sizes = new Map<object, number>()
  const open = new Set<object>()
  let circular = false
  const sizeOf = (item: unknown): number => {
    if (typeof item === 'string') return item.length + 2
    if (typeof item !== 'object' || item === null) return 4
    const known = sizes.get(item)
    if (known !== undefined) return known
    if (open.has(item)) {
      circular = true
      return 0
    }
    open.add(item)
    let size = 2
    for (const [key, member] of Object.entries(item)) size += (Array.isArray(item) ? 1 : key.length + 3) + sizeOf(member)
    open.delete(item)
    sizes.set(item, size)
    return size
  }
  const size = sizeOf(value)
  if (circular) return 'circular'
  return size > limit ? 'too large' : undefined
}
