import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { Clock } from '../../sandbox/clock.ts'
import { OidcIssuer, type Run } from '../../sandbox/github/oidc.ts'
import { resolveRow } from '../../src/access/rows.ts'
import { explainRefusal } from '../../src/aws/credentials.ts'
import { CHECKS } from '../../src/checks/registry.ts'
import { parseTemplate } from '../../src/cloudformation/parse.ts'
import type { AuditError } from '../../src/model/errors.ts'
import { read } from '../../src/model/evidence.ts'
import { githubIssuerOf } from '../../src/model/github-issuer.ts'
import { kindByTrust } from '../../src/verify/collect/discovered.ts'
import { load, MINIMAL, render } from '../support/config.ts'
import { anOidcProvider, facts, trusting } from '../support/facts.ts'

const SERVER = 'github.acme.example/_services/token'
const ENTERPRISE = 'token.actions.githubusercontent.com/acme-inc'

const withGithub = (...lines: string[]) => `${MINIMAL}github:\n  repository: acme/retail\n${lines.map((line) => `  ${line}\n`).join('')}`

/** The trust policy of a rendered role; the provider of the stack stands as `Ref`. */
function trustOf(text: string, role: string): string {
  const bootstrap = render(load(text)).find(({ name }) => name === 'bootstrap')
  return JSON.stringify(parseTemplate(bootstrap?.body ?? '', 'bootstrap').Resources[role]?.Properties?.['AssumeRolePolicyDocument'])
}

const issuer = new OidcIssuer(new Clock())

/** What GitHub's token of a run says, as the sandbox's issuer writes it. */
function claimsOf(run: Partial<Run>): Record<string, string | number> {
  const full = { repository: 'acme/retail', repositoryId: '4512', ownerId: '81', ref: 'refs/heads/main', event: 'push', ...run }
  const variables = issuer.startRun(full, 'http://localhost')
  const id = new URL(variables.ACTIONS_ID_TOKEN_REQUEST_URL).searchParams.get('run') ?? ''
  const token = issuer.issue(id, variables.ACTIONS_ID_TOKEN_REQUEST_TOKEN, 'sts.amazonaws.com') ?? ''
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'))
}

describe('GitHub issuers', () => {
  it.each([
    ['arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com', 'token.actions.githubusercontent.com'],
    [`arn:aws-cn:iam::123456789012:oidc-provider/${ENTERPRISE}`, ENTERPRISE],
    [`https://${SERVER}`, SERVER],
    ['https://token.actions.octocorp.ghe.com', 'token.actions.octocorp.ghe.com'],
    ['arn:aws:iam::123456789012:oidc-provider/oidc.eks.us-east-1.amazonaws.com/id/ABC', undefined],
    ['arn:aws:iam::123456789012:oidc-provider/evil.example/token.actions.githubusercontent.com', undefined],
    ['https://token.actions.githubusercontent.com.evil.example', undefined],
  ])('are told from others: %s', (provider, found) => expect(githubIssuerOf(provider)).toBe(found))

  it('make a role GitHub’s where nobody has a config', () => {
    for (const from of [SERVER, ENTERPRISE]) {
      const provider = `oidc-provider: { use: "arn:aws:iam::123456789012:oidc-provider/${from}" }`
      expect(kindByTrust(trustOf(withGithub(`issuer: https://${from}`, provider), 'DeployRole'))).toBe('github')
    }
    expect(kindByTrust('{"Principal":{"Federated":"arn:aws:iam::1:oidc-provider/oidc.eks.us-east-1.amazonaws.com/id/A"}}')).toBeUndefined()
  })
})

describe('the trust of the roles', () => {
  const claim = fc.oneof(
    fc.constantFrom('repository_id', 'repository_owner', 'repository_owner_id').map((name) => [name, name] as const),
    fc
      .tuple(fc.constantFrom('job_workflow_ref', 'workflow', 'runner_environment'), fc.stringMatching(/^[a-z][a-z0-9/@.-]{0,20}$/))
      .map(([name, value]) => [name, `{ ${name}: ${JSON.stringify(value)} }`] as const),
  )
  const template = fc
    .uniqueArray(claim, { selector: ([name]) => name, maxLength: 4 })
    .chain((more) =>
      fc.shuffledSubarray([['repo', 'repo'] as const, ['context', 'context'] as const, ...more], { minLength: more.length + 2 }),
    )

  it('admits the tokens that GitHub writes by a template, and those of the named runs only', () => {
    fc.assert(
      fc.property(template, fc.constantFrom('token.actions.githubusercontent.com', SERVER, ENTERPRISE), (claims, from) => {
        const keys = claims.map(([name]) => name)
        const isServer = from === SERVER
        const text = withGithub(
          `issuer: https://${from}`,
          'owner-id: "81"',
          ...(isServer && !keys.includes('repository_id') ? [] : ['repository-id: "4512"']),
          `subject-claims: [${claims.map(([, written]) => written).join(', ')}]`,
        )
        if (isServer && keys.includes('repository_id') === false && keys.includes('repository_owner_id')) return
        const given = Object.fromEntries(
          claims.flatMap(([name, written]) =>
            written.startsWith('{') ? [[name, JSON.parse(written.replace(/^\{ \w+: | \}$/g, ''))]] : [],
          ),
        ) as Record<string, string>
        const run = (over: Partial<Run>): Record<string, string | number> => {
          const said = claimsOf({ issuer: `https://${from}`, ...over })
          // Claims a run has of its own, put where the template has them.
          const sub = keys.map((key) => {
            const part = claimsOf({ issuer: `https://${from}`, ...over, subjectClaims: [key] })['sub']
            return key in given ? `${key}:${given[key]}` : part
          })
          return { ...said, ...given, sub: sub.join(':') }
        }
        const trust = trustOf(text, 'DeployRole')
        const immutable = from === ENTERPRISE
        expect(explainRefusal(trust, run({ immutableSubject: immutable }))).toEqual([])
        for (const other of [{ event: 'pull_request' }, { ref: 'refs/heads/other' }, { repository: 'acme/other', repositoryId: '7' }])
          expect(explainRefusal(trust, run({ immutableSubject: immutable, ...other }))).not.toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('says of a token from elsewhere who must have signed it, and nothing of its claims', () => {
    const trust = trustOf(withGithub(`issuer: https://${SERVER}`), 'DeployRole')
    expect(explainRefusal(trust, claimsOf({}))).toEqual([
      `iss must be https://${SERVER}; it is https://token.actions.githubusercontent.com`,
    ])
  })

  it('has no condition that AWS does not judge for the issuer', () => {
    const ids = ['owner-id: "81"', 'repository-id: "4512"']
    expect(trustOf(withGithub(...ids), 'DeployRole')).toContain('repository_id')
    expect(trustOf(withGithub(`issuer: https://${ENTERPRISE}`, ...ids), 'DeployRole')).not.toContain('repository_id')
  })
})

describe('checks under another issuer', () => {
  const config = load(withGithub(`issuer: https://${SERVER}`, 'subject-claims: [repo, context, repository_id]', 'repository-id: "4512"'))
  const conditions = (from: string, sub: string, operator: string) => {
    const aud = { [`${from}:aud`]: 'sts.amazonaws.com' }
    const subject = sub === '' ? {} : { [`${from}:sub`]: sub }
    return operator === 'StringEquals' ? { StringEquals: { ...aud, ...subject } } : { StringEquals: aud, [operator]: subject }
  }
  const github = (from: string, sub: string, operator = 'StringEquals') => ({
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Federated: `arn:aws:iam::123456789012:oidc-provider/${from}` },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: conditions(from, sub, operator),
      },
    ],
  })
  const GOOD = 'repo:acme/retail:ref:refs/heads/main:repository_id:4512'
  const verdict = (id: string, document: unknown, given: typeof config | 'none' = config) => {
    const world = facts({ config: given === 'none' ? undefined : given, roles: [trusting('deploy', document)] })
    const [found] = CHECKS.find((check) => check.id === id)?.judge(world) ?? []
    return `${found?.verdict.status}: ${found?.verdict.message}`
  }
  const ids = CHECKS.filter(({ code }) => /^OIDC-00[2-7]$/.test(code)).map(({ id }) => id)

  it.each(ids)('%s passes on the designed trust', (id) => expect(verdict(id, github(SERVER, GOOD))).toMatch(/^pass/))

  it.each([
    [
      'github-trust-names-repository',
      github('token.actions.githubusercontent.com', GOOD),
      /trusts tokens of token\.actions\.githubusercontent\.com; the config's issuer is github\.acme\.example/,
    ],
    ['github-trust-names-repository', github(ENTERPRISE, GOOD), /trusts tokens of token\.actions\.githubusercontent\.com\/acme-inc/],
    ['github-trust-names-repository', github(SERVER, 'repository_owner:acme:ref:refs/heads/main'), /trusts repository_owner:acme/],
    ['github-trust-names-repository', github(SERVER, '*:repo:acme/retail:ref:refs/heads/main', 'StringLike'), /trusts \*:repo/],
    ['github-trust-names-repository', github(SERVER, 'ref:refs/heads/main:repository_id:99'), /repository_id:99/],
    ['github-trust-names-repository', github(SERVER, ''), /does not look at `sub`/],
    ['deploy-role-is-bound-to-branch', github(SERVER, 'repo:acme/retail:pull_request:repository_id:4512'), /pull_request/],
    [
      'deploy-role-is-bound-to-branch',
      github(SERVER, 'repo:acme/retail:job_workflow_ref:acme/a/.github/workflows/w.yml@refs/heads/main'),
      /job_workflow_ref/,
    ],
    ['deploy-role-is-bound-to-branch', github(SERVER, 'repo:acme/retail:*:environment:prod', 'StringLike'), /\*:environment/],
    ['github-trust-pins-repository-id', github(SERVER, 'repo:acme/retail:ref:refs/heads/main'), /someone else may own one day/],
  ])('%s fails on what is not', (id, document, message) => expect(verdict(id, document)).toMatch(message))

  it('an issuer of GitHub’s is judged where there is no config', () => {
    for (const from of [SERVER, ENTERPRISE])
      expect(verdict('github-trust-names-repository', github(from, 'repo:acme/*', 'StringLike'), 'none')).toMatch(/^fail: .*repo:acme\/\*/)
  })

  it('the provider is the one of the config', () => {
    const judge = (Url: string) => {
      const world = facts({ config, oidcProviders: [anOidcProvider({ provider: read({ Url, ClientIDList: ['sts.amazonaws.com'] }) })] })
      return CHECKS.find(({ id }) => id === 'oidc-provider-audience-is-sts')?.judge(world)[0]?.verdict
    }
    expect(judge(SERVER)).toMatchObject({ status: 'pass' })
    expect(judge('token.actions.githubusercontent.com')).toMatchObject({
      status: 'fail',
      message: expect.stringMatching(/its URL is token\.actions/),
    })
  })
})

describe('rows about runs', () => {
  const resolved = (text: string, who: { repository: string }) => {
    const config = load(text)
    const row = {
      who: { ownerId: undefined, repositoryId: undefined, context: 'pull_request', ...who },
      effect: 'cannot',
      actions: [],
      on: [],
      except: [],
      when: {},
      why: undefined,
    } as const
    const found = resolveRow(row, undefined, { config, model: { roles: [], users: [] } as never, index: { expand: () => [] } as never })
    return 'who' in found && 'run' in found.who ? found.who.run : undefined
  }
  it('have the issuer and the template of the config; another repository may have GitHub’s default too', () => {
    const text = withGithub(`issuer: https://${SERVER}`, 'subject-claims: [context, repo]')
    expect(resolved(text, { repository: 'Acme/retail' })).toMatchObject({
      issuer: SERVER,
      templates: [[{ claim: 'context' }, { claim: 'repo' }]],
    })
    expect(resolved(text, { repository: 'acme/other' })?.templates).toHaveLength(2)
  })
})

describe('settings of the issuer', () => {
  const problemsOf = (text: string) => {
    try {
      load(text)
      return []
    } catch (error) {
      return (error as AuditError).problems.map(
        ({ message, position, remedy }) => `${position?.line}:${position?.column} ${message} ${remedy}`,
      )
    }
  }
  it.each([
    ['another path', ['issuer: https://github.acme.example/token'], /^8:11 .*`github\.issuer`.*_services\/token/],
    ['no TLS', ['issuer: http://github.acme.example/_services/token'], /^8:11 .*`github\.issuer`/],
    [
      'a provider of another issuer',
      [
        'oidc-provider: { use: "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" }',
        `issuer: https://${SERVER}`,
      ],
      /^8:25 `github\.oidc-provider\.use` is the provider of token\.actions\.githubusercontent\.com, and tokens come from github\.acme\.example.*nobody could be let in/,
    ],
    [
      'ids in the name of a server’s repository',
      [`issuer: https://${SERVER}`, 'subject: immutable', 'owner-id: "81"', 'repository-id: "4512"'],
      /^9:12 `github\.subject` is "immutable", and a GitHub Enterprise Server writes no ids/,
    ],
    [
      'an id that pins nothing',
      [`issuer: https://${SERVER}`, 'repository-id: "4512"'],
      /^9:18 `github\.repository-id` pins nothing here: .* AWS judges `sub` and `aud` alone.*subject-claims: \[repo, context, repository_id\]/,
    ],
    [
      'an id that pins nothing, of an enterprise',
      [`issuer: https://${ENTERPRISE}`, 'subject: both', 'owner-id: "81"', 'repository-id: "4512"'],
      /`github\.repository-id` pins nothing here.*Use `subject: immutable`/,
    ],
    ['no repository', ['subject-claims: [repository_owner, context]'], /^8:19 .*does not say which repository/],
    ['no context', ['subject-claims: [repo]'], /^8:19 .*does not tell a pull request from a branch/],
    [
      'a misspelt claim',
      ['subject-claims: [repo, contxt, context]'],
      /^8:26 `github\.subject-claims\[1\]` is `contxt`, which is no claim.*Did you mean `context`\?/,
    ],
    ['a claim without value', ['subject-claims: [repo, context, job_workflow_ref]'], /^8:35 .*`job_workflow_ref` without a value/],
    ['a value that follows', ['subject-claims: [{ repo: acme/other }, context]'], /gives `repo` a value/],
    ['a claim twice', ['subject-claims: [repo, context, repo]'], /^8:35 .*is `repo`, which is named before/],
    ['an id that is not given', ['subject-claims: [repo, context, repository_id]'], /is `repository_id`, and `repository-id` is missing/],
    ['a wildcard', ['subject-claims: [repo, context, { job_workflow_ref: "acme/*" }]'], /no wildcard/],
    [
      'another repository’s id for the one that pushes',
      [
        'owner-id: "81"',
        'repository-id: "4512"',
        'image-push: { repositories: [api], repository: acme/other, subject-claims: [repository_id, context] }',
      ],
      /`github\.image-push\.subject-claims\[0\]` is `repository_id`, and `repository-id` is missing/,
    ],
  ])('refuses %s', (_, lines, message) => {
    const found = problemsOf(withGithub(...lines))
    expect(found).toEqual(expect.arrayContaining([expect.stringMatching(message)]))
  })
  it('takes what an organization may have: use_default false with keys of its own', () => {
    expect(
      problemsOf(withGithub('repository-id: "4512"', 'subject-claims: [repository_id, context, { repo_property_team: [ml, data] }]')),
    ).toEqual([])
  })
})
