/** A clock that moves only when everyone waits. */
export class Clock {
  #now = 0
  readonly #waiting: { at: number; wake: () => void }[] = []

  sleep = (ms: number): Promise<void> => new Promise((wake) => this.#waiting.push({ at: this.#now + ms, wake }))

  async run(): Promise<void> {
    for (;;) {
      await new Promise((done) => setImmediate(done))
      const next = this.#waiting.sort((a, b) => a.at - b.at).shift()
      if (!next) return
      this.#now = next.at
      next.wake()
    }
  }
}
