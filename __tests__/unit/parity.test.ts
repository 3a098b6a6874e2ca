import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { configTypes } from '../../scripts/config-types.ts'
import { generated } from '../../scripts/docs.ts'
import { root } from '../../scripts/paths.mjs'
import { accessModel } from '../../src/access/from-templates.ts'
import { CHECKS } from '../../src/checks/registry.ts'
import { helpOf } from '../../src/cli/help.ts'
import { parseTemplate } from '../../src/cloudformation/parse.ts'
import { COMMANDS } from '../../src/commands/table.ts'
import { NAME_RULES } from '../../src/config/names.ts'
import { FRAMEWORKS } from '../../src/frameworks/registry.ts'
import { requestContext } from '../../src/iam/conditions.ts'
import { evaluatePolicy } from '../../src/iam/evaluate.ts'
import { matchesWildcard } from '../../src/iam/match.ts'
import { parsePolicy } from '../../src/iam/policy.ts'
import { READS } from '../../src/reads/table.ts'
import { FRAGMENT_FILES } from '../../src/render/manifest.ts'
import securityAudit from '../data/security-audit.json' with { type: 'json' }
import { CONFIGS, load, render } from '../support/config.ts'
import { aRole } from '../support/facts.ts'

const filesBelow = (folder: string): string[] => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })

describe('what is declared once', () => {
  it.each(generated().map((file) => [file.path, file.text] as const))('%s is what the code declares (npm run docs)', (path, text) => {
    expect(readFileSync(join(root, path), 'utf8')).toBe(text)
  })

  it('the types of a config are those of the schema (npm run schema)', () => {
    expect(readFileSync(join(root, 'src/config/types.generated.ts'), 'utf8')).toBe(configTypes())
  })

  it('every check file is in the registry, and file, id and export agree', () => {
    const files = filesBelow('src/checks').filter(
      (file) => file.includes('/') && readFileSync(join(root, 'src/checks', file), 'utf8').includes('defineCheck({'),
    )
    expect(files.map((file) => file.replace(/^.*\/(.+)\.ts$/, '$1')).sort()).toEqual(CHECKS.map((check) => check.id).sort())
    for (const file of files) {
      const text = readFileSync(join(root, 'src/checks', file), 'utf8')
      const id = file.replace(/^.*\/(.+)\.ts$/, '$1')
      expect(text).toContain(`id: '${id}'`)
      expect(text).toContain(`export const ${id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())} = defineCheck`)
    }
  })

  it('docs/aws.md names tests, files and checks that are there', () => {
    const page = readFileSync(join(root, 'docs/aws.md'), 'utf8')
    const named = (pattern: RegExp) => [...page.matchAll(pattern)].map(([, name = '']) => name)
    const files = [
      ...named(/`((?:unit|integration|laws)\/[\w-]+\.test\.ts)`/g).map((file) => `__tests__/${file}`),
      ...named(/`((?:src|templates)\/[\w/.-]+)`/g),
    ]
    expect(files.length).toBeGreaterThan(20)
    expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([])
    const codes = CHECKS.map(({ code }) => code)
    expect(named(/\b([A-Z]{3,5}-\d{3})\b/g).filter((code) => !codes.includes(code))).toEqual([])
  })

  it('ids and codes are unique', () => {
    expect(new Set(CHECKS.map((check) => check.id)).size).toBe(CHECKS.length)
    expect(new Set(CHECKS.map((check) => check.code)).size).toBe(CHECKS.length)
  })

  it('frameworks name existing checks only', () => {
    const known = CHECKS.map((check) => check.id)
    for (const framework of FRAMEWORKS)
      for (const [control, { checks }] of Object.entries(framework.controls))
        for (const id of checks) expect([framework.id, control, known.includes(id), id]).toEqual([framework.id, control, true, id])
  })

  it('every fragment is in the manifest, and every one is valid by itself', () => {
    expect(
      filesBelow('templates')
        .filter((file) => file.endsWith('.yml'))
        .sort(),
    ).toEqual([...FRAGMENT_FILES].sort())
  })

  it('every name of the schema has a rule', () => {
    const schema = JSON.parse(readFileSync(join(root, 'schema.json'), 'utf8')) as { properties: { names: { properties: object } } }
    expect(Object.keys(schema.properties.names.properties).sort()).toEqual(NAME_RULES.map((rule) => rule.raw as string).sort())
  })

  it('what checks say they read is read', () => {
    // A validation of log files reads files, which are no answers with a shape.
    const logs = ['cloudtrail:ListPublicKeys', 'cloudtrail:LookupEvents', 's3:ListBucket', 's3:GetObject', 'kms:Decrypt']
    const actions = new Set([...Object.values(READS).map((spec) => spec.action), ...logs])
    for (const check of CHECKS)
      for (const action of check.reads) expect([check.id, action, actions.has(action)]).toEqual([check.id, action, true])
  })

  it.each(['planRole', 'deployRole', 'verifyRole'] as const)('%s may make every read a verification makes', (name) => {
    const config = load(CONFIGS['everything-on'] ?? '')
    const positionOf = () => ({ file: '', line: 1, column: 1 })
    const templates = render(config).map((template) => ({
      parsed: parseTemplate(template.body, template.name),
      region: template.region,
      positionOf,
    }))
    const role = accessModel(templates, config.account).roles.find((one) => one.name === config.names[name])
    const statements = (role?.identity ?? []).flatMap((policy) => policy.statements)
    // Both listings are for accounts without a config, judged with someone's own credentials.
    const needed = Object.values(READS)
      .map((spec) => spec.action)
      .filter((action) => action !== 'iam:ListRoles' && action !== 'events:ListRules')
      // A second opinion on rows, which only a verification asks for, and says so where it may not.
      .filter((action) => action !== 'iam:SimulatePrincipalPolicy' || name === 'verifyRole')
    const stack = `arn:aws:cloudformation:${config.region}:${config.account}:stack/${config.names.auditStack}/1`
    const resourceOf = (action: string) => {
      if (action.startsWith('cloudformation:')) return stack
      return action === 'iam:SimulatePrincipalPolicy' ? `arn:aws:iam::${config.account}:role/any` : '*'
    }
    const missing = needed.filter(
      (action) => evaluatePolicy(statements, { action, resource: resourceOf(action), context: requestContext({}) }).decision !== 'allowed',
    )
    expect(missing).toEqual([])
  })

  it('SecurityAudit of AWS is enough for every read of --discover, and lacks four of a verification of our own stacks, as README says', () => {
    const missing = Object.values(READS)
      .map((spec) => spec.action)
      .filter((action) => !securityAudit.actions.some((pattern) => matchesWildcard(pattern, action)))
    expect(missing.sort()).toEqual(['athena:GetNamedQuery', 'eks:DescribePodIdentityAssociation', 'glue:GetDatabase', 'glue:GetTable'])
    const readme = readFileSync(join(root, 'README.md'), 'utf8')
    for (const action of missing) expect(readme).toContain(`\`${action}\``)
  })

  it('the verify role can change nothing', () => {
    const role = aRole('verify')
    const actions =
      role.policies.state === 'read'
        ? role.policies.value.flatMap((policy) => parsePolicy(policy.document)).flatMap((statement) => statement.actions ?? [])
        : []
    expect(actions.filter((action) => !/:(?:Describe|Get|List|Lookup)|^kms:Decrypt$|^iam:SimulatePrincipalPolicy$/.test(action))).toEqual(
      [],
    )
  })

  it('every command explains itself', () => {
    for (const command of COMMANDS) {
      const help = helpOf(command)
      expect(help).toMatch(/Flags:\n {2}--/)
      expect(help.split('\n').filter((line) => line.length >= 240)).toEqual([])
    }
  })

  it('the packages fixed for this project are used', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
      string,
      Record<string, string>
    >
    const all = { ...dependencies, ...devDependencies }
    for (const name of [
      '@actions/core',
      '@actions/github',
      '@aws-sdk/client-cloudformation',
      '@aws-sdk/client-sts',
      'js-yaml',
      '@vercel/ncc',
      'jest',
    ])
      expect(all).toHaveProperty([name])
  })

  it('every document README links to exists', () => {
    for (const [, target] of readFileSync(join(root, 'README.md'), 'utf8').matchAll(/\]\((?!https?:|#)([^)#]+)/g))
      expect([target, existsSync(join(root, target ?? ''))]).toEqual([target, true])
  })

  it('nothing under the AGPL or GPL is in dist', () => {
    expect(readFileSync(join(root, 'dist/licenses.txt'), 'utf8')).not.toMatch(/GNU (?:AFFERO )?GENERAL PUBLIC LICENSE/i)
  })
})
