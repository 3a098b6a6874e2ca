/** Prints the story and keeps count of what went otherwise than told. */
export class Stage {
  readonly #started = Date.now()
  readonly #colour: boolean
  #chapterStart = Date.now()
  #surprises: string[] = []
  #number = 0

  constructor(colour: boolean) {
    this.#colour = colour
  }

  get surprises(): readonly string[] {
    return this.#surprises
  }

  get seconds(): number {
    return Math.round((Date.now() - this.#started) / 1000)
  }

  title(text: string): void {
    this.#print(`${this.#paint(1, text)}`)
  }

  chapter(name: string, text = ''): void {
    this.#number += 1
    this.#chapterStart = Date.now()
    this.#print(`\n${this.#paint(1, `${this.#number} ${name}`)}${text ? `  ${text}` : ''}`)
  }

  /** A fact of the story, with what must be true for it. */
  expect(text: string, isTrue: boolean, detail = ''): void {
    if (!isTrue) this.#surprises.push(text)
    this.#print(
      `  ${isTrue ? this.#paint(32, '✓') : this.#paint(31, '✗ unexpected:')} ${text}${detail ? this.#paint(2, `  ${detail}`) : ''}`,
    )
  }

  /** Something bad that must be found; finding it is the expected outcome. */
  caught(text: string, isTrue: boolean, detail = ''): void {
    if (!isTrue) this.#surprises.push(text)
    this.#print(
      `  ${isTrue ? this.#paint(33, '✗') : this.#paint(31, '✗ unexpected, not caught:')} ${text}${detail ? this.#paint(2, `  ${detail}`) : ''}${isTrue ? this.#paint(2, '  (expected)') : ''}`,
    )
  }

  say(text: string): void {
    this.#print(`  ${text}`)
  }

  took(): string {
    return `${((Date.now() - this.#chapterStart) / 1000).toFixed(1)} s`
  }

  #print(text: string): void {
    process.stdout.write(`${text}\n`)
  }

  #paint(code: number, text: string): string {
    return this.#colour ? `\u001b[${code}m${text}\u001b[0m` : text
  }
}
