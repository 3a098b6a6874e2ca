import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { runAction } from '../../sandbox/runner.ts'
import { exampleText } from '../support/config.ts'
import { type Bench, BUNDLE, openBench } from '../support/sandbox.ts'

const BASE = 'b'.repeat(40)
const FILE = '.github/workflows/audit.yml'
const GATED = `${exampleText()}gates: { fail-on-widening: true }\n`
/** One prefix more, and nobody who minds. */
const WIDER = exampleText().replace('prefixes: [gold/, artifacts/]', 'prefixes: [gold/, artifacts/, raw/]')
const workflow = (given: string) =>
  `on: pull_request\njobs:\n  audit_dev:\n    steps:\n      - uses: acme/mlops-audit-action@v1\n        with: { ${given} }\n`

/** Rules, findings and gates are in the file that a pull request changes; the bundle judges it by those of its base. */
describe('a pull request that takes its own judge away', () => {
  let bench: Bench
  const act = async (number: number, { inputs = {}, token = 'ghs_sandbox' }: { inputs?: Record<string, string>; token?: string } = {}) => {
    const { exitCode } = await runAction(BUNDLE, {
      url: bench.started.url,
      cwd: bench.folder,
      event: 'pull_request',
      payload: {
        number,
        repository: { default_branch: 'main', private: true, visibility: 'private' },
        pull_request: { number, head: { sha: 'f00dfeed', repo: { full_name: 'acme/retail' } }, base: { sha: BASE } },
      },
      run: { repository: 'acme/retail', repositoryId: '4512', ownerId: '81', ref: 'refs/heads/main', event: 'pull_request' },
      workflow: FILE,
      inputs,
      token,
    })
    const comment = bench.started.sandbox.github.comments.find(({ issue }) => issue === number)?.body ?? ''
    return { exitCode, comment }
  }
  const base = (files: Record<string, string>) => bench.started.sandbox.github.repository.commits.set(BASE, files)
  const own = (text: string) => {
    mkdirSync(join(bench.folder, '.github/workflows'), { recursive: true })
    writeFileSync(join(bench.folder, FILE), text)
  }

  beforeAll(async () => {
    bench = await openBench()
    own(workflow(''))
    expect((await bench.run('deploy', { bootstrap: 'true' })).exitCode).toBe(0)
    expect((await bench.run('deploy')).exitCode).toBe(0)
  })
  afterAll(() => bench.close())

  it('fails, and says both: what widens, and that it may not say so itself', async () => {
    base({ 'mlops-audit.yml': GATED, [FILE]: workflow('') })
    bench.config(WIDER)
    const { exitCode, comment } = await act(1)
    expect(exitCode).toBe(1)
    expect(comment).toMatch(/### ❌ [^\n]*stopped by gates/)
    expect(comment).toMatch(/❌ stopped \| widening \| `SageMaker\w*` \| [^|]*raw\/[^|]*, by the rule of the base \|/)
    expect(comment).toMatch(/❌ stopped \| widening \| `gates\.fail-on-widening` \| the rule is weaker: removed, was true, is false \|/)
    expect(comment).toMatch(/#### Rules that change\nCompared with `bbbbbbb`/)
    expect(comment).toMatch(/⚠️ weaker \| `gates\.fail-on-widening` \| true → false/)
  })

  it('nor by its workflow', async () => {
    base({ 'mlops-audit.yml': GATED, [FILE]: workflow('fail-on: low') })
    bench.config(GATED)
    own(workflow('fail-on: critical'))
    const lowered = await act(2, { inputs: { 'fail-on': 'critical' } })
    expect(lowered.exitCode).toBe(1)
    expect(lowered.comment).toMatch(/⚠️ weaker \| `fail-on` \| low → critical/)
    // Another config, and a base of its own choice: itself.
    writeFileSync(join(bench.folder, 'other.yml'), WIDER)
    base({ 'mlops-audit.yml': GATED, [FILE]: workflow('') })
    own(workflow('config: other.yml, base: HEAD'))
    const moved = await act(3, { inputs: { config: 'other.yml', base: 'HEAD' } })
    expect(moved.exitCode).toBe(1)
    expect(moved.comment).toMatch(/⚠️ weaker \| `input config` \| not given → other\.yml/)
    expect(moved.comment).toMatch(/`gates\.fail-on-widening` \| the rule is weaker/)
    own(workflow(''))
  })

  it('nor by keeping its base from being read: bootstrap keeps the rules', async () => {
    const unread = { token: 'ghs_no-contents' }
    bench.config(GATED)
    // Only rules change, and bootstrap takes them all the same.
    expect((await bench.run('deploy', { bootstrap: 'true' })).exitCode).toBe(0)
    bench.config(WIDER)
    const { exitCode, comment } = await act(4, unread)
    expect(exitCode).toBe(1)
    expect(comment).toMatch(/could not be compared with those of `bbbbbbb\W+mlops-audit\.yml of `bbbbbbb` could not be read/)
    expect(comment).toMatch(/Compared with `the record in mlops-retail-prediction-dev-bootstrap`/)
    expect(comment).toMatch(/`gates\.fail-on-widening` \| the rule is weaker: removed, was true, is false/)
    bench.config(GATED)
    expect((await act(5, unread)).exitCode).toBe(0)
  })
})
