/** Works on several items at once and hands the results out in the order of the items, so that memory holds a window and not the whole. */
export async function* inOrder<T, R>(
  items: AsyncIterable<T> | Iterable<T>,
  width: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const window: Promise<R>[] = []
  try {
    for await (const item of items) {
      const running = work(item)
      // A rejection is seen when its turn comes; until then it is not unhandled.
      running.catch(() => undefined)
      window.push(running)
      if (window.length >= width) yield await (window.shift() as Promise<R>)
    }
    while (window.length > 0) yield await (window.shift() as Promise<R>)
  } finally {
    await Promise.allSettled(window)
  }
}
