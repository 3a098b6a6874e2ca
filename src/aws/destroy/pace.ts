/**
 * How many calls are under way at once: one at first, twice as many after each round that was answered, half as many when S3 says
 * SlowDown. A fixed number is refused on one bucket and idle on the next.
 */
export class Pace {
  readonly #most: number
  #limit = 1
  #underWay = 0
  #answered = 0
  readonly #waiting: (() => void)[] = []

  constructor(most: number) {
    this.#most = most
  }

  get limit(): number {
    return this.#limit
  }

  /** Waits for its turn, then does the work. */
  async take(): Promise<void> {
    while (this.#underWay >= this.#limit) await new Promise<void>((go) => this.#waiting.push(go))
    this.#underWay += 1
  }

  release(): void {
    this.#underWay -= 1
    this.#wake()
  }

  /** A call was answered without a word about load. */
  faster(): void {
    this.#answered += 1
    if (this.#answered < this.#limit) return
    this.#answered = 0
    this.#limit = Math.min(this.#limit * 2, this.#most)
    this.#wake()
  }

  slower(): void {
    this.#answered = 0
    this.#limit = Math.max(1, Math.floor(this.#limit / 2))
  }

  #wake(): void {
    for (const go of this.#waiting.splice(0, Math.max(0, this.#limit - this.#underWay))) go()
  }
}
