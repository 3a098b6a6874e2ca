/** Rewrites the golden templates and comments. Read the difference in review: it is what users will see. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CONFIGS, load, render } from '../__tests__/support/config.ts'
import { costTexts } from '../__tests__/support/cost.ts'
import { MARKDOWN_CASES } from '../__tests__/support/reports.ts'
import { CASES_BY_SERVICE } from '../__tests__/unit/checks/cases.ts'
import { whatIsSaid } from '../__tests__/unit/checks/said.ts'
import { toMarkdown } from '../src/report/markdown.ts'
import { root } from './paths.mjs'

const folder = (name: string) => {
  const path = join(root, '__tests__/golden', name)
  mkdirSync(path, { recursive: true })
  for (const file of readdirSync(path)) rmSync(join(path, file))
  return path
}

const templates = folder('templates')
for (const [name, text] of Object.entries(CONFIGS)) {
  for (const template of render(load(text))) writeFileSync(join(templates, `${name}-${template.name}.yml`), template.body)
}
const comments = folder('comments')
for (const { name, report, options } of MARKDOWN_CASES) writeFileSync(join(comments, `${name}.md`), toMarkdown(report, options))
const checks = folder('checks')
for (const service of Object.keys(CASES_BY_SERVICE)) writeFileSync(join(checks, `${service}.txt`), whatIsSaid(service))
const costs = folder('cost')
for (const [name, text] of Object.entries(costTexts())) writeFileSync(join(costs, `${name}.txt`), text)
