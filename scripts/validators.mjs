/**
 * Compiles the JSON Schemas into validators, so that neither start-up nor the bundle pays for a schema compiler. What is compiled is
 * no part of the repository: one more setting would rewrite thousands of lines of it. Whatever runs sources makes it first, and
 * `dist/` holds it. Plain JavaScript, because it runs before TypeScript can.
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './paths.mjs'

/** Each schema and the validator made of it. */
const SCHEMAS = [
  ['schema.json', 'src/config/validator.generated.js'],
  ['src/commands/reviewed-plan.schema.json', 'src/commands/reviewed-plan.generated.js'],
]

const headerOf = (file) =>
  `// Generated from ${file}, sha256 ${createHash('sha256')
    .update(readFileSync(join(root, file)))
    .digest('hex')}; do not edit.\n`

/** Compiles each validator that is not of its schema as it is now. */
export async function ensureValidators() {
  for (const [schema, validator] of SCHEMAS) {
    const [path, header] = [join(root, validator), headerOf(schema)]
    if (existsSync(path) && readFileSync(path, 'utf8').startsWith(header)) continue
    writeFileSync(path, header + (await compile(schema)))
  }
}

async function compile(file) {
  const { Ajv } = await import('ajv')
  const loaded = await import('ajv/dist/standalone/index.js')
  // The module is CommonJS: depending on the loader the function is the default export or one level deeper.
  const standalone = loaded.default.default ?? loaded.default
  const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, strictRequired: false, code: { source: true, esm: true, lines: true } })
  // How a setting is documented and who reads it, which says nothing about what is allowed.
  ajv.addVocabulary(['x-left-out', 'x-template'])
  const code = standalone(ajv, ajv.compile(JSON.parse(readFileSync(join(root, file), 'utf8'))))
  if (code.includes('require(')) throw new Error(`${file} uses a keyword whose code needs ajv at run time; say it with a pattern instead`)
  return `${code}\n`
}
