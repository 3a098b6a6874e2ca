import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { root } from '../../scripts/paths.mjs'
import { rowsOf } from '../../src/activity/intern.ts'
import { INVALID, SHORT, skipValue } from '../../src/activity/json.ts'
import { AT, FIELDS, LogFileFault, LogFileReader } from '../../src/activity/records.ts'
import { createLogReading } from '../../src/edge/log-scan.ts'

const DATA = join(root, '__tests__/data/cloudtrail')
const REAL = readdirSync(DATA).filter((name) => name.endsWith('.json.gz'))
const decoder = new TextDecoder()

type Row = Record<string, unknown>

/** What the scanner finds in a text, given in pieces of so many bytes; or what it says is wrong. */
function scanned(text: string | Uint8Array, piece = Number.POSITIVE_INFINITY): Row[] | string {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  const rows: Row[] = []
  const reader = new LogFileReader(({ bytes: from, from: starts, to }) => {
    rows.push(
      Object.fromEntries(
        FIELDS.flatMap((name): [string, unknown][] => {
          const [start, end] = [starts[AT[name]] as number, to[AT[name]] as number]
          return start === end ? [] : [[name, JSON.parse(decoder.decode(from.subarray(start, end)))]]
        }),
      ),
    )
  })
  try {
    let rest: Uint8Array = new Uint8Array()
    for (let at = 0; at < bytes.length && piece < bytes.length; at += piece) {
      rest = Buffer.concat([rest, bytes.subarray(at, at + piece)])
      rest = rest.subarray(reader.read(rest, false))
    }
    reader.read(piece < bytes.length ? rest : bytes, true)
    return rows
  } catch (error) {
    if (!(error instanceof LogFileFault)) throw error
    return error.message
  }
}

/** The same by `JSON.parse`. */
function expected(records: readonly unknown[]): Row[] {
  return records
    .filter((record): record is Row => typeof record === 'object' && record !== null && !Array.isArray(record))
    .map((record) => Object.fromEntries(FIELDS.flatMap((name) => (Object.hasOwn(record, name) ? [[name, record[name]]] : []))))
}

const record = fc.dictionary(fc.oneof(fc.constantFrom(...FIELDS), fc.string({ unit: 'binary' })), fc.jsonValue({ maxDepth: 5 }), {
  maxKeys: 12,
})

describe('JSON by bytes', () => {
  it('ends a value where JSON.parse ends it, and takes nothing else', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), fc.nat(), fc.integer({ min: 0, max: 255 }), (json, place, byte) => {
        const bytes = new TextEncoder().encode(json)
        // A number alone may always go on: the comma ends it.
        const followed = new Uint8Array([...bytes, 0x2c])
        expect(skipValue(followed, 0, followed.length)).toBe(bytes.length)
        const changed = Uint8Array.from(bytes)
        changed[place % bytes.length] = byte
        const text = decoder.decode(changed)
        const end = skipValue(changed, 0, changed.length)
        let holds = true
        try {
          JSON.parse(text)
        } catch {
          holds = false
        }
        const isWhole = end === changed.length || (end === SHORT && /^-?[\d.eE+-]+$/.test(text))
        if (holds && !/^[\s\ufeff]|\s$/.test(text)) expect([text, isWhole]).toEqual([text, true])
        if (!holds) expect([text, end === changed.length]).toEqual([text, false])
      }),
      { numRuns: 1000 },
    )
  })

  it.each([
    ['a number that is none', '01', 1],
    ['a point without digits', '1.,', INVALID],
    ['a word cut short', 'tru', SHORT],
    ['a control character', '"a\u0001"', INVALID],
    ['an escape that there is not', '"\\x"', INVALID],
    ['half of an escape', '"\\u00', SHORT],
    ['brackets crossed', '[{]}', INVALID],
    ['a comma too many', '[1,]', INVALID],
    ['a key that is none', '{1:2}', INVALID],
    ['a string left open', '"abc', SHORT],
  ])('says what %s is', (_, json, end) => {
    const bytes = new TextEncoder().encode(json)
    expect(skipValue(bytes, 0, bytes.length)).toBe(end)
  })

  it('steps over a hundred thousand levels', () => {
    const deep = new TextEncoder().encode(`${'[{"a":'.repeat(50_000)}1${'}]'.repeat(50_000)}`)
    expect(skipValue(deep, 0, deep.length)).toBe(deep.length)
  })
})

describe('a log file by bytes', () => {
  it.each(REAL)('%s has the records that JSON.parse finds, whole and in pieces', (name) => {
    const text = gunzipSync(readFileSync(join(DATA, name)))
    const { Records } = JSON.parse(text.toString('utf8')) as { Records: unknown[] }
    expect(scanned(text)).toEqual(expected(Records))
    expect(scanned(text, 70_001)).toEqual(expected(Records))
  })

  it('has them for any records, however written', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof({ weight: 9, arbitrary: record }, fc.jsonValue({ maxDepth: 1 })), { maxLength: 5 }),
        fc.integer({ min: 0, max: 3 }),
        fc.integer({ min: 1, max: 40 }),
        (records, indent, piece) => {
          const text = JSON.stringify({ before: [1], Records: records, after: { a: null } }, null, indent)
          const wanted = expected(JSON.parse(text).Records as unknown[])
          expect(scanned(text)).toEqual(wanted)
          expect(scanned(text, piece)).toEqual(wanted)
        },
      ),
      { numRuns: 100 },
    )
  })

  it('knows a field by its name, escaped or not, and takes the last of two', () => {
    expect(scanned('{"Records":[{"event\\u004eame":"A","eventName":"B","eventNamf":"C"}]}')).toEqual([{ eventName: 'B' }])
    expect(scanned('{"Records":[{"eventName":"A","\\u0065ventName":"B"}]}')).toEqual([{ eventName: 'B' }])
  })

  it('takes no file that JSON.parse does not take, cut or changed anywhere', () => {
    const text = new TextEncoder().encode(
      JSON.stringify({ Records: [{ eventName: 'A', requestParameters: { b: [1, true, 'ü"'] } }, { eventID: 'x' }] }),
    )
    for (let cut = 0; cut < text.length; cut += 1) expect(typeof scanned(text.subarray(0, cut))).toBe('string')
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.integer({ min: 0, max: 255 }), (place, byte) => {
        const changed = Uint8Array.from(text)
        changed[place] = byte
        let records: unknown
        try {
          records = (JSON.parse(decoder.decode(changed)) as { Records?: unknown }).Records
        } catch {
          records = undefined
        }
        const found = scanned(changed)
        if (Array.isArray(records)) expect(found).toEqual(expected(records))
        else expect(typeof found).toBe('string')
      }),
      { numRuns: 1000 },
    )
  })

  it.each([
    ['[]', 'is no JSON (after record 0)'],
    ['{}', 'has no `Records`: it is no log file'],
    ['{"Records":null}', 'has `Records` that are no list'],
    ['{"Records":[],"Records":[]}', 'has `Records` twice'],
    ['{"Records":[]}{"Records":[]}', 'has something after its end'],
    ['{"Records":[{}', 'ends before its end (after record 1)'],
    ['', 'ends before its end (after record 0)'],
  ])('%s %s', (text, fault) => {
    expect(scanned(text)).toBe(fault)
  })
})

describe('files on all cores', () => {
  const folder = mkdtempSync(join(tmpdir(), 'logs-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const aRecord = (n: number) => ({
    eventTime: '2026-11-25T10:00:00Z',
    eventID: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    eventName: 'GetObject',
    eventSource: 's3.amazonaws.com',
    readOnly: true,
    userIdentity: { type: 'IAMUser', userName: 'ana', accountId: '111122223333' },
  })
  const range = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => aRecord(from + index))
  const packed = (records: unknown) => gzipSync(JSON.stringify({ Records: records }))
  const scan = async (files: Record<string, Uint8Array>) => {
    rmSync(folder, { recursive: true, force: true })
    const made = mkdtempSync(join(tmpdir(), 'logs-'))
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(made, name), bytes)
    const reading = createLogReading()
    try {
      return await reading.scan({
        files: await reading.filesIn(made),
        options: { from: 0, to: 4e9, baselineFrom: 0, needles: [], needlesOfChanges: [] },
        onProgress: () => undefined,
      })
    } finally {
      rmSync(made, { recursive: true, force: true })
    }
  }

  it('counts every record once, wherever its copies lie, and names each file that cannot be read', async () => {
    const whole = packed(range(0, 300))
    const { facts, unread, files } = await scan({
      'a.json.gz': whole,
      'b.json.gz': packed(range(200, 500)),
      'plain.json': Buffer.from(JSON.stringify({ Records: range(500, 510) })),
      'cut.json.gz': packed(range(1000, 1100)).subarray(0, -150),
      'more.json.gz': Buffer.concat([packed(range(510, 520)), Buffer.from('more')]),
      'two.json.gz': Buffer.concat([packed(range(520, 530)), packed(range(530, 540))]),
      'no.json.gz': gzipSync('{"awsAccountId":"1","logFiles":[]}'),
      'odd.json.gz': packed([null, aRecord(600)]),
      'broken.json.gz': Buffer.concat([whole.subarray(0, 60), Buffer.from([0xff, 0xff, 0xff, 0xff]), whole.subarray(64)]),
      'empty.json.gz': packed([]),
    })
    const reasons = Object.fromEntries(unread.map(({ file, reason }) => [file.split('/').at(-1), reason]))
    expect(reasons).toMatchObject({
      'cut.json.gz': 'ends before its end: the gzip stream is cut',
      'more.json.gz': 'is damaged: it cannot be unpacked',
      'two.json.gz': 'has something after its end',
      'no.json.gz': 'has no `Records`: it is no log file',
      'odd.json.gz': 'has 1 elements of `Records` that are no records',
    })
    expect(reasons['broken.json.gz']).toMatch(/^(?:is damaged: it cannot be unpacked|is no JSON|ends before)/)
    expect(Object.keys(reasons)).toHaveLength(6)
    expect(files).toBe(10)
    expect(facts.totals.duplicates).toBeGreaterThanOrEqual(100)
    const { records, counted, duplicates, copies, outside, insights, network } = facts.totals
    expect(records).toBe(counted + duplicates + copies + outside + insights + network)
    // 0 to 509, and 520 to 529 and 600 before the faults behind them; of the cut file what could be unpacked.
    expect(counted).toBeGreaterThanOrEqual(521)
    expect([...rowsOf(facts.calls)].reduce((sum, { count }) => sum + count, 0)).toBe(counted)
  })

  it('gives the same facts however the files are dealt out', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 9 }, (_, index) => [`${index}.json.gz`, packed(range(index * 50, index * 50 + 80))]),
    )
    const [one, two] = [await scan(files), await scan(Object.fromEntries(Object.entries(files).reverse()))]
    expect(one.facts.totals).toEqual(two.facts.totals)
    expect(one.facts.totals.counted).toBe(480)
  })
})
