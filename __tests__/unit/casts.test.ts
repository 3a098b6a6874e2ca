import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import ts from 'typescript'
import { root } from '../../scripts/paths.mjs'

/**
 * A cast of what comes from outside takes its word for its shape. Each that is left, by file, with the reason why the shape is known
 * there; whatever else is parsed is held against a shape (`src/reads/shape`, `src/model`'s schemas) or looked at member by member.
 */
const MEMBERS = 'every member is unknown or looked at for its type before it is used'
const OWN = 'this build wrote it, and dist is compared with a fresh build'
const REVIEWED: Readonly<Record<string, { casts: readonly string[]; because: string }>> = {
  'activity/parsed.ts': {
    casts: ["fieldOf(fields, 'responseElements') as Response | null", "fieldOf(fields, 'requestParameters') as Request | null"],
    because: MEMBERS,
  },
  'activity/records.ts': {
    casts: [
      'JSON.parse(decoder.decode(bytes.subarray(from - 1, to + 1))) as string',
      'JSON.parse(decoder.decode(bytes.subarray(from, skipString(bytes, from, end)))) as string',
    ],
    because: 'the bytes are those of one JSON string, quotes included, as the scan found them',
  },
  'activity/tally.ts': {
    casts: [
      "fieldOf(fields, 'addendum') as { originalEventID?: unknown } | null",
      "fieldOf(fields, 'responseElements') as { ConsoleLogin?: unknown } | null",
    ],
    because: MEMBERS,
  },
  'aws/trail-events.ts': {
    casts: ['JSON.parse(record) as { errorCode?: unknown requestParameters?: { name?: unknown; enableLo'],
    because: MEMBERS,
  },
  'commands/check-pack.ts': {
    casts: ['JSON.parse(body) as RunReport'],
    because: 'texts are made of it to be compared, and whatever has no such members is refused as no results',
  },
  'commands/replicate-manifest.ts': { casts: ['JSON.parse(text) as Record<string, unknown>'], because: MEMBERS },
  'digest/digest-file.ts': {
    casts: ["value as unknown as Omit<DigestFile, 'previous' | 'logFiles'>"],
    because: 'the table of fields above it was held against each member',
  },
  'edge/cloudformation-types.ts': {
    casts: [
      'JSON.parse(bytes.subarray(4, start).toString()) as IndexHead',
      'JSON.parse(gunzipSync(bytes.subarray(start + place[0], start + place[0] + place[1])).toStr',
    ],
    because: OWN,
  },
  'edge/digest-crypto.ts': {
    casts: ['result as unknown as { buffer: Buffer; engine: { bytesWritten: number } }'],
    because: 'what Node answers with `info: true`, which its types do not know',
  },
  'edge/iam-actions.ts': {
    casts: [
      'JSON.parse(gunzipSync(bytes).toString()) as ActionIndex',
      'JSON.parse(gunzipSync(bytes.subarray(start, end)).toString()) as Readonly<Record<string, r',
      'JSON.parse(gunzipSync(bytes.subarray(0, first)).toString()) as ActionIndex',
      'JSON.parse(gunzipSync(chunk).toString()) as ServiceResources',
    ],
    because: OWN,
  },
  'edge/scan-worker.ts': {
    casts: ['workerData as WorkerStart', 'gunzipSync(packed, { maxOutputLength: AT_ONCE, info: true }) as unknown as { buffer: Buffe'],
    because: 'what our own thread was started with, and what Node answers with `info: true`',
  },
  'edge/world.ts': {
    casts: ["JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string }"],
    because: 'the package this runs from',
  },
  'github/issue/memory.ts': { casts: ['JSON.parse(json) as Partial<IssueMemory> | null'], because: MEMBERS },
}

/** Texts and bytes become values here: of a cast of their results nothing is known but what the cast says. */
const OUTSIDE = /\bJSON\.parse\(|\bworkerData\b|\bfieldOf\(|\bReflect\.get\(|\bas unknown$/

function castsIn(file: string): string[] {
  const text = readFileSync(file, 'utf8')
  // Most files have none, and are not taken apart.
  if (!/JSON\.parse\(|workerData|fieldOf\(|Reflect\.get\(|as unknown as/.test(text)) return []
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest)
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isAsExpression(node) && node.type.getText(source) !== 'const' && node.type.kind !== ts.SyntaxKind.UnknownKeyword) {
      const from = node.expression.getText(source)
      if (OUTSIDE.test(from)) found.push(`${from} as ${node.type.getText(source)}`.replaceAll(/\s+/g, ' ').slice(0, 90))
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))

describe('what comes from outside', () => {
  it('is cast nowhere but where its shape is known for a reason', () => {
    const found = Object.fromEntries(
      files.map((name) => [name, castsIn(join(root, 'src', name))] as const).filter(([, casts]) => casts.length > 0),
    )
    expect(files.length).toBeGreaterThan(500)
    // Of what AWS answers in a clean-up nothing is cast either: teardown.ts takes it apart, or says what lacks.
    expect(
      files.filter((name) => name.startsWith('aws/destroy/') && /\]\s+as (?!const)/.test(readFileSync(join(root, 'src', name), 'utf8'))),
    ).toEqual([])
    expect(found).toEqual(Object.fromEntries(Object.entries(REVIEWED).map(([name, { casts }]) => [name, casts])))
  })
})
