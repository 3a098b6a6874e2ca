import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { load } from 'js-yaml'
import { root } from '../../scripts/paths.mjs'

interface Metadata {
  name: string
  description: string
  author: string
  branding: { icon: string; color: string }
  inputs: Record<string, { description?: string; default?: unknown; required?: unknown }>
  outputs: Record<string, { description?: string }>
  runs: { using: string; main: string }
}

const text = readFileSync(join(root, 'action.yml'), 'utf8')
const action = load(text) as Metadata
const { keywords } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { keywords: string[] }

/** GitHub's "Metadata syntax for GitHub Actions" and "Publishing actions in GitHub Marketplace". */
describe('what GitHub Marketplace takes', () => {
  it('one metadata file and a README at the top, and what it runs is there', () => {
    expect(readdirSync(root).filter((name) => /^action\.ya?ml$|^README\.md$/.test(name))).toEqual(['README.md', 'action.yml'])
    expect(action.runs.using).toBe('node24')
    expect(existsSync(join(root, action.runs.main))).toBe(true)
  })

  it('a name and a description that fit their places, and an author', () => {
    expect(action.name).toMatch(/^[\w .-]{3,40}$/)
    // The Marketplace refuses 125 characters and more.
    expect([action.description, action.description.length < 125]).toEqual([action.description, true])
    expect(action.author).not.toBe('')
  })

  it('a badge in one of its colours, of an icon that it has', () => {
    expect(['white', 'black', 'yellow', 'blue', 'green', 'orange', 'red', 'purple', 'gray-dark']).toContain(action.branding.color)
    // Feather 4.28, less those GitHub leaves out; these are its icons that would fit.
    expect(['shield', 'lock', 'eye', 'check-square', 'key', 'user-check', 'clipboard']).toContain(action.branding.icon)
  })

  it('inputs and outputs with ids that it reads, and what each means', () => {
    for (const [id, { description = '', default: fallback, required }] of Object.entries(action.inputs)) {
      // A default that YAML takes for a number or a truth value would reach the action as another text.
      expect([id, typeof fallback, typeof required]).toEqual([id, 'string', 'boolean'])
      expect([id, description.length > 15 && description.length < 300, /\.$/.test(description)]).toEqual([id, true, true])
    }
    for (const id of [...Object.keys(action.inputs), ...Object.keys(action.outputs)]) expect(id).toMatch(/^[a-z_][a-z0-9_-]*$/)
    for (const [id, { description = '' }] of Object.entries(action.outputs)) expect([id, description.length > 15]).toEqual([id, true])
    expect(Object.keys(action.outputs).length).toBeLessThanOrEqual(50)
  })

  it('topics that GitHub takes, and pictures that a reader waits for', () => {
    expect(keywords.length).toBeLessThanOrEqual(20)
    for (const topic of keywords) expect(topic).toMatch(/^[a-z0-9][a-z0-9-]{0,49}$/)
    const pictures = readdirSync(join(root, 'docs/images'))
    expect(pictures.length).toBeGreaterThan(1)
    for (const name of pictures) expect([name, statSync(join(root, 'docs/images', name)).size < 300_000]).toEqual([name, true])
  })
})

describe('what is installed', () => {
  it('is pinned, so that every update is a pull request', () => {
    const packages = ['.', ...readdirSync(join(root, 'tools')).map((name) => join('tools', name))].filter((folder) =>
      existsSync(join(root, folder, 'package.json')),
    )
    for (const folder of packages) {
      const { dependencies = {}, devDependencies = {} } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Record<
        string,
        Record<string, string>
      >
      for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies }))
        expect([folder, name, version]).toEqual([folder, name, expect.stringMatching(/^(?:npm:[^ ]+@)?\d+\.\d+\.\d+(?:-[\w.]+)?$/)])
    }
    for (const line of readFileSync(join(root, 'scripts/requirements.txt'), 'utf8').split('\n'))
      if (line.trim() !== '' && !line.startsWith('#')) expect(line).toMatch(/^[\w.-]+(?:\[[\w,]+\])?==\S+/)
  })
})

describe('the self-test', () => {
  it('uses the action of the commit that is proposed', () => {
    const { jobs } = load(readFileSync(join(root, '.github/workflows/self-test.yml'), 'utf8')) as {
      jobs: Record<string, { steps: { uses?: string; with?: Record<string, unknown> }[] }>
    }
    const used = Object.values(jobs).flatMap(({ steps }) => steps.filter(({ uses }) => uses === './'))
    expect(used.length).toBeGreaterThan(0)
    for (const { with: given = {} } of used) for (const name of Object.keys(given)) expect(Object.keys(action.inputs)).toContain(name)
  })
})
