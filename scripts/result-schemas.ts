/** Writes the JSON Schemas of what this tool writes, from the types it writes by: they cannot say something else. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createGenerator } from 'ts-json-schema-generator'

const root = join(import.meta.dirname, '..')

/** Each schema, the type it is of and the file of that. */
export const RESULT_SCHEMAS = [
  { schema: 'docs/schemas/evidence.schema.json', type: 'EvidenceFile', source: 'src/model/evidence.ts' },
  { schema: 'docs/schemas/results.schema.json', type: 'RunReport', source: 'src/model/report.ts' },
] as const

export function resultSchema({ type, source }: { type: string; source: string }): string {
  const generator = createGenerator({
    path: join(root, source),
    tsconfig: join(root, 'tsconfig.json'),
    type,
    topRef: false,
    sortProps: true,
    skipTypeCheck: true,
    // Within a version members are added.
    additionalProperties: true,
  })
  return `${JSON.stringify(generator.createSchema(type), null, 2)}\n`
}

if (import.meta.main) {
  for (const { schema, ...of } of RESULT_SCHEMAS) {
    mkdirSync(dirname(join(root, schema)), { recursive: true })
    writeFileSync(join(root, schema), resultSchema(of))
    process.stdout.write(`${schema} written\n`)
  }
}
