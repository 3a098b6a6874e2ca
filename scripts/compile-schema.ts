/** Compiles the JSON Schemas ahead of time, so that neither start-up nor the bundle pays for a schema compiler. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import standaloneModule from 'ajv/dist/standalone/index.js'

const root = join(import.meta.dirname, '..')
// The module is CommonJS: depending on the loader the function is the default export or one level deeper.
const standalone = ((standaloneModule as unknown as { default?: unknown }).default ?? standaloneModule) as (
  ajv: Ajv,
  validate: unknown,
) => string

/** Each schema and the validator made of it. */
export const SCHEMAS: readonly (readonly [schema: string, validator: string])[] = [
  ['schema.json', 'src/config/validator.generated.js'],
  ['src/commands/reviewed-plan.schema.json', 'src/commands/reviewed-plan.generated.js'],
]

export function compileSchema(file = 'schema.json'): string {
  const schema = JSON.parse(readFileSync(join(root, file), 'utf8')) as object
  const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, strictRequired: false, code: { source: true, esm: true, lines: true } })
  const code = standalone(ajv, ajv.compile(schema))
  if (code.includes('require(')) throw new Error(`${file} uses a keyword whose code needs ajv at run time; say it with a pattern instead`)
  return `// Generated from ${file} by \`npm run schema\`; do not edit.\n${code}\n`
}

if (import.meta.main) {
  for (const [schema, validator] of SCHEMAS) {
    writeFileSync(join(root, validator), compileSchema(schema))
    process.stdout.write(`${validator} written\n`)
  }
}
