import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { Ajv, type ValidateFunction } from 'ajv'
import { GithubApi } from '../../sandbox/github/api.ts'
import { root } from '../../scripts/paths.mjs'

/** The outside judge: GitHub's own published description of its REST API. */
const description = JSON.parse(readFileSync(join(root, '__tests__/support/github-api.json'), 'utf8')) as object

/** OpenAPI 3.0 says `nullable` where JSON Schema says `type: null`. */
function asJsonSchema(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asJsonSchema)
  if (typeof value !== 'object' || value === null) return value
  const { nullable, ...rest } = Object.fromEntries(Object.entries(value).map(([key, item]) => [key, asJsonSchema(item)]))
  // A property may be called "nullable"; only the keyword is a boolean.
  if (typeof nullable !== 'boolean') return nullable === undefined ? rest : { ...rest, nullable }
  return nullable ? { anyOf: [rest, { type: 'null' }] } : rest
}

const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true })
ajv.addSchema(asJsonSchema(description) as object, 'github')
const schema = (name: string): ValidateFunction => {
  const found = ajv.getSchema(`github#/components/schemas/${name}`)
  if (!found) throw new Error(`GitHub describes no ${name}`)
  return found as ValidateFunction
}

describe('the GitHub side of the sandbox', () => {
  const api = new GithubApi()
  const call = (method: string, path: string, body: Record<string, unknown> = {}, token: string | undefined = 'ghs_x') =>
    api.call(method, new URL(`http://127.0.0.1:1${path}`), token, body, 'http://127.0.0.1:1')
  const hold = (name: string, value: unknown) => {
    const validate = schema(name)
    expect([name, validate(value), validate.errors]).toEqual([name, true, null])
  }

  it('answers comments as GitHub describes them', () => {
    const created = call('POST', '/repos/acme/retail/issues/1/comments', { body: 'hello' })
    expect(created.status).toBe(201)
    hold('issue-comment', created.body)
    const { id } = created.body as { id: number }
    const updated = call('PATCH', `/repos/acme/retail/issues/comments/${id}`, { body: 'changed' })
    hold('issue-comment', updated.body)
    const listed = call('GET', '/repos/acme/retail/issues/1/comments')
    for (const comment of listed.body as unknown[]) hold('issue-comment', comment)
    expect(listed.body).toMatchObject([{ body: 'changed' }])
  })

  it('answers issues as GitHub describes them: filters, who closed it, labels, unknown assignees, pull requests among them', () => {
    const PATH = '/repos/acme/tracker/issues'
    const created = call('POST', PATH, { title: 't', body: 'b', labels: ['audit'], assignees: ['ana', 'nobody'] })
    expect([created.status, created.body]).toMatchObject([201, { number: 1, labels: [{ name: 'audit' }], assignees: [{ login: 'ana' }] }])
    hold('issue', created.body)
    const closed = call('PATCH', `${PATH}/1`, { state: 'closed', state_reason: 'duplicate' })
    hold('issue', closed.body)
    expect(closed.body).toMatchObject({ state: 'closed', state_reason: 'duplicate', closed_by: { login: 'github-actions[bot]' } })
    api.issues.add('acme/tracker', { title: 'by ana', isPull: true }, { login: 'ana', id: 3, type: 'User' })
    const numbers = (query: string) => (call('GET', `${PATH}?${query}`).body as { number: number }[]).map(({ number }) => number)
    expect([
      numbers('state=all'),
      numbers(''),
      numbers('state=all&creator=github-actions%5Bbot%5D'),
      numbers('state=all&labels=audit,x'),
    ]).toEqual([[2, 1], [2], [1], []])
    for (const issue of call('GET', `${PATH}?state=all`).body as unknown[]) hold('issue', issue)
    // Each repository counts for itself.
    expect(call('POST', '/repos/acme/other/issues', { title: 't' }).body).toMatchObject({ number: 1 })
  })

  it('says what became of an issue, and refuses without permission, without issues, on a locked one and what is too long', () => {
    const PATH = '/repos/acme/fates/issues'
    for (let index = 0; index < 3; index += 1) api.issues.add('acme/fates', { title: 't' })
    api.issues.take('acme/fates', 1, 'deleted')
    api.issues.take('acme/fates', 2, { movedTo: 'acme/elsewhere' })
    api.issues.set('acme/fates', 3, { locked: true }, { login: 'ana', id: 3, type: 'User' })
    const answers = [
      call('GET', `${PATH}/1`),
      call('GET', `${PATH}/2`),
      call('GET', `${PATH}/9`),
      call('POST', `${PATH}/3/comments`, { body: 'x' }),
      call('PATCH', `${PATH}/3`, { body: 'x' }),
      call('PATCH', `${PATH}/3`, { body: 'x'.repeat(65_537) }),
      call('POST', PATH, { title: 't' }, 'ghs_no-issues'),
    ]
    expect(answers.map(({ status }) => status)).toEqual([410, 301, 404, 403, 200, 422, 403])
    for (const index of [0, 2, 3, 6]) hold('basic-error', answers[index]?.body)
    hold('validation-error', answers[5]?.body)
    expect([answers[1]?.headers, answers[6]?.headers]).toEqual([
      { location: 'http://127.0.0.1:1/repos/acme/elsewhere/issues/1' },
      { 'x-accepted-github-permissions': 'issues=write' },
    ])
    api.issues.of('acme/fates').isOn = false
    expect(call('POST', PATH, { title: 't' })).toMatchObject({ status: 410, body: { message: 'Issues are disabled for this repo' } })
  })

  it('answers check runs as GitHub describes them', () => {
    const created = call('POST', '/repos/acme/retail/check-runs', { name: 'audit', head_sha: 'f00d', status: 'in_progress' })
    expect(created.status).toBe(201)
    hold('check-run', created.body)
    const { id } = created.body as { id: number }
    const done = call('PATCH', `/repos/acme/retail/check-runs/${id}`, { conclusion: 'success', output: { title: 't', summary: 's' } })
    hold('check-run', done.body)
    expect(done.body).toMatchObject({ status: 'completed', conclusion: 'success' })
  })

  it('answers repositories, runs, pull requests and commits as GitHub describes them', () => {
    const { repository } = api
    repository.runs.set(77, { id: 77, repository: 'acme/retail', workflowId: 5, attempt: 2, headSha: 'f00d' })
    repository.pulls.set(1, { number: 1, headSha: 'f00d' })
    repository.pulls.set(2, { number: 2, headSha: 'f00d', mergedAs: 'beef' })
    repository.commits.set('f00d', { 'conf/mlops-audit.yml': 'version: 1\n' })
    const get = (path: string, token = 'ghs_x') => call('GET', `/repos/acme/retail${path}`, {}, token)
    hold('full-repository', get('').body)
    hold('workflow-run', get('/actions/runs/77').body)
    repository.at({ id: 77, repository: 'acme/retail', workflowId: 5, attempt: 2, headSha: 'f00d', until: '2026-01-02T00:00:00Z' })
    hold('workflow-run', get('/actions/runs/77').body)
    expect(get('/actions/runs/77').body).toMatchObject({ status: 'completed', updated_at: '2026-01-02T00:00:00Z' })
    hold('pull-request', get('/pulls/1').body)
    hold('pull-request', get('/pulls/2').body)
    hold('commit', get('/commits/f00d').body)
    expect([get('/actions/runs/78'), get('/pulls/3'), get('/commits/beef')].map(({ status }) => status)).toEqual([404, 404, 404])
    const refused = get('/actions/runs/77', 'ghs_no-actions')
    expect([refused.status, refused.headers]).toEqual([403, { 'x-accepted-github-permissions': 'actions=read' }])
    hold('basic-error', refused.body)
  })

  it('refuses as GitHub does: no token, a read-only token, a missing thing, a long body', () => {
    expect(call('GET', '/repos/acme/retail/issues/1/comments', {}, '').status).toBe(401)
    const readOnly = call('POST', '/repos/acme/retail/issues/1/comments', { body: 'x' }, 'ghs_read-only')
    expect([readOnly.status, readOnly.headers?.['x-accepted-github-permissions']]).toEqual([
      403,
      expect.stringMatching(/pull_requests=write/),
    ])
    hold('basic-error', readOnly.body)
    expect(call('PATCH', '/repos/acme/retail/issues/comments/1', { body: 'x' }).status).toBe(404)
    const long = call('POST', '/repos/acme/retail/issues/1/comments', { body: 'x'.repeat(65_537) })
    expect(long.status).toBe(422)
    hold('validation-error', long.body)
  })

  it('pages with Link headers that lead to the end', () => {
    for (let index = 0; index < 45; index += 1) api.addComment(2, `c${index}`, 'ana')
    const seen: string[] = []
    let path: string | undefined = '/repos/acme/retail/issues/2/comments?per_page=20'
    while (path) {
      const page = call('GET', path)
      seen.push(...(page.body as { body: string }[]).map((comment) => comment.body))
      const next = /<([^>]+)>; rel="next"/.exec(page.headers?.['link'] ?? '')?.[1]
      path = next ? new URL(next).pathname + new URL(next).search : undefined
    }
    expect(seen).toEqual(Array.from({ length: 45 }, (_, index) => `c${index}`))
  })
})
