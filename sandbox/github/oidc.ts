import { createSign, createVerify, generateKeyPairSync, type KeyPairKeyObjectResult, randomBytes } from 'node:crypto'
import { GITHUB_ISSUER } from '../../src/model/github-issuer.ts'
import type { Clock } from '../clock.ts'

const ISSUER = `https://${GITHUB_ISSUER}`

/** What the workflow run is: becomes the token's claims. */
export interface Run {
  repository: string
  repositoryId: string
  ownerId: string
  ref: string
  event: string
  environment?: string
  /** Repositories made since July 2026 carry ids in `sub`. */
  immutableSubject?: boolean
  /** URL of who signs: an enterprise's own issuer, or a server's. */
  issuer?: string
  /** `include_claim_keys` of the repository or its organization; GitHub's default when left out. */
  subjectClaims?: readonly string[]
  /** Workflow file and ref of the reusable workflow the job is in; the run's own when left out. */
  jobWorkflowRef?: string
  actor?: string
}

export type Claims = Record<string, string | number>

/** GitHub's OIDC token issuer, with keys of its own. */
export class OidcIssuer {
  readonly #keyId = randomBytes(8).toString('hex')
  readonly #runs = new Map<string, { run: Run; requestToken: string }>()
  readonly #clock: Clock

  #made: KeyPairKeyObjectResult | undefined

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Made when first needed, which takes a moment. */
  get #pair(): KeyPairKeyObjectResult {
    this.#made ??= generateKeyPairSync('rsa', { modulusLength: 2048 })
    return this.#made
  }

  /** Registers a run; the answer is what its runner finds in the environment. */
  startRun(run: Run, baseUrl: string): { ACTIONS_ID_TOKEN_REQUEST_URL: string; ACTIONS_ID_TOKEN_REQUEST_TOKEN: string } {
    const id = randomBytes(6).toString('hex')
    const requestToken = randomBytes(24).toString('base64url')
    this.#runs.set(id, { run, requestToken })
    return { ACTIONS_ID_TOKEN_REQUEST_URL: `${baseUrl}/_oidc/token?run=${id}`, ACTIONS_ID_TOKEN_REQUEST_TOKEN: requestToken }
  }

  /** The token endpoint's answer; undefined for an unknown run or a wrong request token. */
  issue(runId: string, requestToken: string, audience: string): string | undefined {
    const known = this.#runs.get(runId)
    if (!known || known.requestToken !== requestToken) return undefined
    return this.#sign(this.#claims(known.run, audience))
  }

  #claims(run: Run, audience: string): Claims {
    const [owner = '', name = ''] = run.repository.split('/')
    const repository = run.immutableSubject ? `${owner}@${run.ownerId}/${name}@${run.repositoryId}` : run.repository
    const context = run.environment ? `environment:${run.environment}` : run.event === 'pull_request' ? 'pull_request' : `ref:${run.ref}`
    const seconds = Math.floor(Date.now() / 1000)
    const claims: Claims = {
      iss: run.issuer ?? ISSUER,
      aud: audience,
      iat: seconds,
      nbf: seconds - 60,
      exp: seconds + 300,
      jti: crypto.randomUUID(),
      repository: run.repository,
      repository_id: run.repositoryId,
      repository_owner: owner,
      repository_owner_id: run.ownerId,
      ref: run.ref,
      ref_type: 'branch',
      event_name: run.event,
      actor: run.actor ?? 'ana',
      workflow: 'audit',
      job_workflow_ref: run.jobWorkflowRef ?? `${run.repository}/.github/workflows/audit.yml@${run.ref}`,
      runner_environment: 'github-hosted',
      ...(run.environment ? { environment: run.environment } : {}),
    }
    const sub = (run.subjectClaims ?? ['repo', 'context']).map((key) => {
      if (key === 'context') return context
      // A colon in a value is escaped, so that no value looks like another claim.
      return `${key}:${key === 'repo' ? repository : String(claims[key] ?? '').replaceAll(':', '%3A')}`
    })
    return { ...claims, sub: sub.join(':') }
  }

  #sign(claims: Claims): string {
    const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const head = `${encode({ alg: 'RS256', typ: 'JWT', kid: this.#keyId })}.${encode(claims)}`
    return `${head}.${createSign('RSA-SHA256').update(head).sign(this.#pair.privateKey, 'base64url')}`
  }

  /** The claims of a token this issuer signed and that is still valid. */
  verify(token: string): Claims | undefined {
    const [head = '', body = '', signature = ''] = token.split('.')
    if (!createVerify('RSA-SHA256').update(`${head}.${body}`).verify(this.#pair.publicKey, signature, 'base64url')) return undefined
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as Claims
    return Number(claims['exp']) * 1000 > Date.now() ? claims : undefined
  }

  jwks(): unknown {
    return { keys: [{ ...this.#pair.publicKey.export({ format: 'jwk' }), kid: this.#keyId, use: 'sig', alg: 'RS256' }] }
  }

  configuration(baseUrl: string): unknown {
    return {
      issuer: ISSUER,
      jwks_uri: `${baseUrl}/.well-known/jwks`,
      subject_types_supported: ['public', 'pairwise'],
      response_types_supported: ['id_token'],
      id_token_signing_alg_values_supported: ['RS256'],
      claims_supported: Object.keys(this.#claims({ repository: 'o/r', repositoryId: '1', ownerId: '1', ref: '', event: '' }, '')),
      issued_at: this.#clock.now().toISOString(),
    }
  }
}
