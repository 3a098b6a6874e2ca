import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { root } from '../../scripts/paths.mjs'
import { MINIMAL } from '../support/config.ts'

/** What CONTRIBUTING says an addition costs is done here on a copy, as a stranger would do it; what is written by `npm run` is no edit. */
let copy = ''
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'stranger-'))
  for (const name of ['src', 'templates', 'docs', 'schema.json', 'package.json', 'action.yml', 'README.md', 'tsconfig.json'])
    cpSync(join(root, name), join(copy, name), { recursive: true })
  cpSync(join(root, 'scripts'), join(copy, 'scripts'), { recursive: true })
  for (const name of ['node_modules', 'dist']) symlinkSync(join(root, name), join(copy, name))
  writeFileSync(join(copy, 'mlops-audit.yml'), MINIMAL)
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

const edited: string[] = []
function edit(path: string, change: (text: string) => string, isNew = false): void {
  const before = isNew ? '' : readFileSync(join(copy, path), 'utf8')
  const after = change(before)
  expect(after).not.toBe(before)
  writeFileSync(join(copy, path), after)
  edited.push(path)
}
const run = (...args: string[]) => {
  const { stdout, stderr } = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
    cwd: copy,
    encoding: 'utf8',
  })
  return `${stdout}\n${stderr}`
}
const validators = () => run('--input-type=module', '-e', "await (await import('./scripts/validators.mjs')).ensureValidators()")

describe('a stranger adds', () => {
  it('a setting with two edits: its record, and where a template reads it', () => {
    edited.length = 0
    edit('schema.json', (text) => {
      const schema = JSON.parse(text) as { properties: { audit: { properties: Record<string, unknown> } } }
      schema.properties.audit.properties['stranger'] = {
        type: 'boolean',
        description: 'whether a stranger was here',
        default: true,
        'x-template': 'stranger',
      }
      return JSON.stringify(schema, null, 2)
    })
    edit('templates/audit/dashboard.yml', (text) => `# stranger: <stranger>\n${text}`)
    validators()
    run('scripts/config-types.ts')
    const rendered = (more: string) => {
      writeFileSync(join(copy, 'mlops-audit.yml'), `${MINIMAL}audit: { dashboard: true${more} }\n`)
      const said = run('src/index.ts', 'render', '--output-dir', 'out')
      const files = readdirSync(join(copy, 'out/templates')).filter((file) => file === 'audit.yml')
      return said + files.map((file) => readFileSync(join(copy, 'out/templates', file), 'utf8')).join('')
    }
    expect(rendered('')).toMatch(/# stranger: true/)
    expect(rendered(', stranger: false')).toMatch(/# stranger: false/)
    expect(rendered(', stranger: perhaps')).toMatch(
      /mlops-audit\.yml:6:\d+.*`audit\.stranger` is "perhaps"[\s\S]*whether a stranger was here/,
    )
    const types = readFileSync(join(copy, 'src/config/types.generated.ts'), 'utf8')
    expect(types).toMatch(/stranger\?: boolean[\s\S]*SettledConfig[\s\S]*stranger: boolean/)
    expect(edited).toHaveLength(2)
  })

  it('a format with two edits: its file and a row of the registry', () => {
    edited.length = 0
    edit('src/report/stranger.ts', () => "export const toStranger = (): string => 'as a stranger says it'\n", true)
    edit('src/report/formats.ts', (text) =>
      text.replace(
        "  {\n    id: 'json',",
        "  { id: 'stranger', load: async () => (await import('./stranger.ts')).toStranger },\n  {\n    id: 'json',",
      ),
    )
    writeFileSync(join(copy, 'mlops-audit.yml'), MINIMAL)
    expect(run('src/index.ts', 'check', '--format', 'stranger')).toMatch(/as a stranger says it/)
    expect(run('src/index.ts', 'check', '--help')).toMatch(/--format <text\|stranger\|json/)
    expect(run('src/index.ts', 'check', '--format', 'nothing')).toMatch(/Allowed: text, stranger, json, markdown/)
    expect(edited).toHaveLength(2)
  })
})
