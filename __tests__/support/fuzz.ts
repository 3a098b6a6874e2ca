/**
 * What comes from outside, by kind, with documents to begin from and the product's own reader. Whatever the input, the answer is a result
 * or a refusal of ours: an exit code of the table, a message a person can act on, never the language's own words about our code.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { load as loadYaml } from 'js-yaml'
import { root } from '../../scripts/paths.mjs'
import { readEvent } from '../../src/action/event.ts'
import { parseTemplate } from '../../src/cloudformation/parse.ts'
import { isMapping } from '../../src/cloudformation/values.ts'
import { check } from '../../src/commands/check.ts'
import { INPUTS, type InputValues } from '../../src/commands/inputs.ts'
import { reportOfError } from '../../src/commands/result.ts'
import { parseReviewedPlan } from '../../src/commands/reviewed-file.ts'
import { validateInputs } from '../../src/commands/validate-inputs.ts'
import { verify } from '../../src/commands/verify.ts'
import type { World } from '../../src/commands/world.ts'
import { createWorld } from '../../src/edge/world.ts'
import { parsePolicy } from '../../src/iam/policy.ts'
import { AuditError } from '../../src/model/errors.ts'
import type { EvidenceFile } from '../../src/model/evidence.ts'
import { differencesFromReviewed, importsNotReviewed, lackOf, whyNotOfThis } from '../../src/plan/reviewed.ts'
import { createPaint, createProgress } from '../../src/progress/progress.ts'
import { toMarkdown } from '../../src/report/markdown.ts'
import { toText } from '../../src/report/text.ts'
import { collectDesigned } from '../../src/verify/collect/collect.ts'
import { sealedEvidence } from '../../src/verify/evidence-file.ts'
import { answeringReader, designedAnswers } from './answers.ts'
import { CONFIGS, example, exampleText, MINIMAL, render, sha256 } from './config.ts'
import { NOW } from './facts.ts'
import { type Cut, cut, cuts, type Mutation, mutate, mutations } from './mutate.ts'
import { aPlan, aReport } from './reports.ts'

/** What a reader made of an input: its exit code, and everything it said. */
export interface Answer {
  exitCode: number
  said: readonly string[]
}

export interface Kind {
  /** Documents to begin from; each is accepted as it is. */
  seeds: readonly unknown[]
  write(document: unknown): string
  /** Exit codes an input of this kind may end in. */
  exits: readonly number[]
  run(text: string): Promise<Answer>
}

const base = createWorld({
  progress: createProgress({ write: () => undefined, live: false, paint: createPaint(false), now: () => 0 }),
  idToken: undefined,
  maskSecret: () => Promise.resolve(),
  redact: (text) => text,
  run: { key: 'fuzz', commit: undefined, url: undefined, tags: {}, actor: undefined },
  signal: undefined,
})
const types = base.resourceTypes()
const actions = base.iamActions()

/** The file system holds what a case says, and nothing is written. */
function worldWith(files: Readonly<Record<string, string>>): World {
  return {
    ...base,
    resourceTypes: () => types,
    iamActions: () => actions,
    now: () => new Date(Date.parse(NOW) + 3_600_000),
    readText: (path) => Promise.resolve(files[path]),
    readBytes: async (path) => (files[path] === undefined ? undefined : Buffer.from(files[path])),
    writeText: () => Promise.resolve(),
  }
}

type Command = (world: World, inputs: InputValues) => ReturnType<typeof check>

async function answerOf(
  command: Command,
  files: Readonly<Record<string, string>>,
  inputs: Readonly<Record<string, string>>,
): Promise<Answer> {
  const world = worldWith(files)
  const result = await command(world, new Map(Object.entries(inputs))).catch((error: unknown) => {
    if (!(error instanceof AuditError)) throw error
    return reportOfError(world, 'fuzz', error)
  })
  const { report } = result
  // Every way to show it has to stand it too.
  toText(report, createPaint(false))
  toMarkdown(report, { limit: 60_000, isPublic: false, maskAccountId: false })
  const problems = report.problems.flatMap(({ message, remedy = '' }) => [message, remedy])
  return {
    exitCode: result.exitCode,
    said: [...problems, ...report.notices, ...report.findings.flatMap(({ message, remedy }) => [message, remedy])],
  }
}

/** A reader that answers or throws. */
function read(work: () => unknown): Promise<Answer> {
  try {
    work()
    return Promise.resolve({ exitCode: 0, said: [] })
  } catch (error) {
    if (!(error instanceof AuditError)) throw error
    return Promise.resolve({
      exitCode: error.code.startsWith('BAD_') ? 3 : 2,
      said: [error.message, ...error.problems.map(({ message }) => message)],
    })
  }
}

const json = (document: unknown) => JSON.stringify(document) ?? 'null'

const ownTemplates = () => render(example()).map(({ body, name }) => parseTemplate(body, name))

/** Evidence of the example's account in the designed state, as a run records it. */
async function recordedEvidence(): Promise<EvidenceFile> {
  const config = example()
  const { reader, asked } = answeringReader(designedAnswers(config))
  await collectDesigned(reader, config, NOW)
  const caller = `arn:aws:sts::${config.account}:assumed-role/verify/run`
  const answers = designedAnswers(config)
  const reads = asked.map((question) => {
    const answer = answers(question)
    return { ...question, account: config.account, caller, time: NOW, pages: 1, sha256: sha256(JSON.stringify(answer)), answer }
  })
  const place = { account: config.account, region: config.region, caller, run: { key: 'fuzz' }, collectedAt: NOW, finishedAt: NOW }
  return JSON.parse(
    sealedEvidence({ schemaVersion: 2, tool: `mlops-audit ${base.version}`, configHash: config.hash, ...place, reads }, sha256),
  )
}

/** Hashes as the run would have written them: a change that is told by its hash never reaches what reads it. */
function withHashes(document: unknown): string {
  const text = json(document)
  const file: unknown = JSON.parse(text)
  if (!isMapping(file)) return text
  const reads: unknown[] = Array.isArray(file['reads']) ? file['reads'] : []
  for (const envelope of reads) {
    if (isMapping(envelope) && 'answer' in envelope) Object.assign(envelope, { sha256: sha256(json(envelope['answer'])) })
  }
  const { sha256: _, ...content } = file
  return json({ ...content, sha256: sha256(JSON.stringify(content)) })
}

const PAYLOAD = {
  action: 'synchronize',
  number: 7,
  repository: { full_name: 'acme/retail', default_branch: 'main', private: true, visibility: 'private' },
  pull_request: { number: 7, head: { sha: 'a'.repeat(40), ref: 'topic', repo: { full_name: 'acme/retail' } } },
}

const TERMS = {
  templateSha256: 'a'.repeat(64),
  region: 'us-east-1',
  serviceRole: 'arn:aws:iam::123456789012:role/r',
  notifications: [],
  rollbackAlarms: [],
  rollbackMinutes: 0,
  tags: { Project: 'retail' },
  stackPolicy: '{}',
  terminationProtection: true,
}
const PLAN = aReport({
  plans: [
    aPlan({ settings: [{ path: 'RoleARN', from: undefined, to: 'r' }], terms: TERMS }),
    { kind: 'no-changes', template: 'access', stackName: 's', terms: TERMS },
    { kind: 'unavailable', template: 'replica', stackName: 'r', reason: 'busy' },
  ],
  context: { ...aReport().context, version: '0.1.0', configHash: 'c'.repeat(64) },
})

const POLICY = {
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'A',
      Effect: 'Allow',
      Principal: { AWS: '*' },
      Action: ['s3:*'],
      Resource: '*',
      Condition: { StringLike: { 'aws:PrincipalTag/x': ['*'] } },
    },
    { Effect: 'Deny', NotPrincipal: { Service: ['x'] }, NotAction: 's3:Get*', NotResource: ['arn:aws:s3:::b/*'] },
  ],
}

const seedFolder = join(root, '__tests__/fuzz')
const seed = (name: string): unknown => JSON.parse(readFileSync(join(seedFolder, name), 'utf8'))

export const KINDS: Readonly<Record<string, Kind>> = {
  template: {
    seeds: [...ownTemplates(), seed('template.json')],
    write: json,
    exits: [0, 1, 3],
    run: (text) => answerOf(check, { 't.yml': text }, { template: 't.yml', 'aws-region': 'us-east-1' }),
  },
  config: {
    seeds: [MINIMAL, exampleText(), CONFIGS['least-privilege'] ?? '', CONFIGS['pod-identity'] ?? ''].map((text) => loadYaml(text)),
    write: json,
    exits: [0, 1, 3],
    run: (text) => answerOf(check, { 'mlops-audit.yml': text }, {}),
  },
  evidence: {
    seeds: [await recordedEvidence()],
    write: withHashes,
    exits: [0, 1, 2, 3],
    run: (text) => answerOf(verify, { 'e/evidence.json': text, 'mlops-audit.yml': exampleText() }, { from: 'e' }),
  },
  'reviewed-plan': {
    seeds: [PLAN],
    write: json,
    exits: [0, 3],
    run: (text) =>
      read(() => {
        const plan = parseReviewedPlan(text, 'results.json')
        whyNotOfThis(plan, { version: '1', account: '123456789012', region: 'us-east-1', configHash: '', now: new Date(0) })
        for (const one of plan.plans) {
          differencesFromReviewed(one, { changes: [], access: [] }, { adopted: [] })
          importsNotReviewed(one, [])
          lackOf(one)
        }
      }),
  },
  policy: { seeds: [POLICY], write: json, exits: [0, 3], run: (text) => read(() => parsePolicy(text)) },
  event: {
    seeds: [PAYLOAD],
    write: json,
    exits: [0, 3],
    run: (text) => read(() => readEventFrom(text)),
  },
  inputs: {
    seeds: [Object.fromEntries(INPUTS.map(({ name, default: value }) => [name, value]))],
    write: json,
    exits: [0, 3],
    run: (text) => read(() => validateInputs(inputsFrom(text), (name) => `--${name}`)),
  },
}

function readEventFrom(text: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'event-'))
  try {
    const path = join(folder, 'event.json')
    writeFileSync(path, text)
    readEvent({ GITHUB_EVENT_PATH: path, GITHUB_EVENT_NAME: 'pull_request', GITHUB_REPOSITORY: 'acme/retail' })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Inputs are texts, whatever is in them; what is no mapping is the text of one. */
function inputsFrom(text: string): InputValues {
  let document: unknown
  try {
    document = JSON.parse(text)
  } catch {
    return new Map(INPUTS.map(({ name }) => [name, text]))
  }
  if (typeof document !== 'object' || document === null) return new Map()
  return new Map(Object.entries(document).map(([name, value]) => [name, typeof value === 'string' ? value : json(value)]))
}

/** The language's own words about a program that took something for what it was not. */
const RAW =
  /is not a function|is not iterable|Cannot (?:read|set|convert|destructure|use|access)|reading '|\[object \w+\]|is not defined|Maximum call stack|Invalid (?:array length|time value|count value)|URI malformed|Reduce of empty|must be of type|received (?:undefined|an instance)|Cannot mix BigInt|Assignment to constant|before initialization/

/** What is wrong with an answer; undefined for one that may be given. */
export function complaintAbout({ exits }: Kind, { exitCode, said }: Answer): string | undefined {
  if (!exits.includes(exitCode)) return `it ends with exit code ${exitCode}, and may with ${exits.join(', ')}`
  const raw = said.find((text) => RAW.test(text))
  if (raw !== undefined) return `it says "${raw.slice(0, 300)}"`
  const hollow = said.find((text) => /\b(?:undefined|NaN)\b/.test(text))
  return hollow === undefined ? undefined : `it says "${hollow.slice(0, 300)}"`
}

/** One input: a document with its shape changed, or its text. */
function inputsOf({ seeds, write }: Kind): fc.Arbitrary<string> {
  const document = fc.constantFrom(...seeds)
  return fc.oneof(
    { weight: 4, arbitrary: fc.tuple(document, mutations).map(([from, changes]: [unknown, Mutation[]]) => write(mutate(from, changes))) },
    { weight: 1, arbitrary: fc.tuple(document, cuts).map(([from, changes]: [unknown, Cut[]]) => cut(write(from), changes)) },
  )
}

export interface Failure {
  /** Begins the same run again. */
  seed: number
  input: string
  complaint: string
}

/** Runs a kind on so many inputs; the first one that is answered wrongly, made as small as it will go. */
export async function fuzz(kind: Kind, { runs, seed }: { runs: number; seed?: number }): Promise<Failure | undefined> {
  let complaint = ''
  const judge = async (input: string) => {
    const found = await complaintOf(kind, input)
    if (found !== undefined) complaint = found
    return found === undefined
  }
  const options = { numRuns: runs, ...(seed === undefined ? {} : { seed }) }
  const result = await fc.check(fc.asyncProperty(inputsOf(kind), judge), options)
  return result.counterexample ? { seed: result.seed, input: result.counterexample[0], complaint } : undefined
}

/** What is wrong with how an input is answered; undefined when nothing is. */
export async function complaintOf(kind: Kind, input: string): Promise<string | undefined> {
  try {
    return complaintAbout(kind, await kind.run(input))
  } catch (error) {
    return `it throws ${error instanceof Error || error === null ? (error?.stack ?? 'null') : String(error)}`
  }
}

/** Inputs that were answered wrongly once, by kind: `<kind>-<what>.txt` in `__tests__/fuzz`. */
export function keptInputs(kind: string): { name: string; text: string }[] {
  return readdirSync(seedFolder)
    .filter((name) => name.startsWith(`${kind}-`) && name.endsWith('.txt'))
    .map((name) => ({ name, text: readFileSync(join(seedFolder, name), 'utf8') }))
}
