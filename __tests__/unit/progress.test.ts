import { describe, expect, it } from '@jest/globals'
import { createPaint, createProgress, wantsColour } from '../../src/progress/progress.ts'

function record(live: boolean) {
  let text = ''
  let now = 0
  const progress = createProgress({
    write: (chunk) => {
      text += chunk
    },
    live,
    paint: createPaint(false),
    now: () => now,
    columns: 40,
  })
  return {
    progress,
    text: () => text,
    wait: (ms: number) => {
      now += ms
    },
  }
}

describe('progress', () => {
  it('in CI is one line a change, with a heartbeat when nothing changes', () => {
    const { progress, text, wait } = record(false)
    const running = progress.start('stack')
    for (let index = 0; index < 5; index += 1) {
      running.update('LogKey create in progress')
      wait(5000)
    }
    wait(1000)
    running.update('LogKey create in progress')
    running.end('done', '12 resources')
    expect(text()).toBe('· stack\n    LogKey create in progress\n    LogKey create in progress\n✓ stack  12 resources · 26.0 s\n')
  })

  it('in a terminal rewrites its line, never wider than the terminal', () => {
    const { progress, text } = record(true)
    const running = progress.start('stack')
    running.update('x'.repeat(100))
    running.end('failed')
    const lines = text().split('\r\u001b[2K')
    expect(lines.every((line) => line.replace(/\n$/, '').length < 40)).toBe(true)
    expect(lines.at(-1)).toBe('✗ stack  0.0 s\n')
  })

  it('is coloured as the reader wants it', () => {
    expect([
      wantsColour({}, true),
      wantsColour({}, false),
      wantsColour({ NO_COLOR: '1', FORCE_COLOR: '1' }, true),
      wantsColour({ FORCE_COLOR: '1' }, false),
      wantsColour({ TERM: 'dumb' }, true),
    ]).toEqual([true, false, false, true, false])
  })
})
