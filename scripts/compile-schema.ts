/** Compiles schema.json ahead of time, so that neither start-up nor the bundle pays for a schema compiler. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import standaloneModule from 'ajv/dist/standalone/index.js'

const root = join(import.meta.dirname, '..')
const target = join(root, 'src/config/validator.generated.js')
// The module is CommonJS: depending on the loader the function is the default export or one level deeper.
const standalone = ((standaloneModule as unknown as { default?: unknown }).default ?? standaloneModule) as (
  ajv: Ajv,
  validate: unknown,
) => string

export function compileSchema(): string {
  const schema = JSON.parse(readFileSync(join(root, 'schema.json'), 'utf8')) as object
  const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, code: { source: true, esm: true, lines: true } })
  const code = standalone(ajv, ajv.compile(schema))
  if (code.includes('require('))
    throw new Error('schema.json uses a keyword whose code needs ajv at run time; say it with a pattern instead')
  return `// Generated from schema.json by \`npm run schema\`; do not edit.\n${code}\n`
}

if (import.meta.main) {
  writeFileSync(target, compileSchema())
  process.stdout.write('src/config/validator.generated.js written\n')
}
