import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  CloudFormationClient,
  CreateStackCommand,
  DescribeStackEventsCommand,
  waitUntilStackCreateComplete,
} from '@aws-sdk/client-cloudformation'
import type { Body } from '../../../sandbox/aws/call.ts'
import { root } from '../../../scripts/paths.mjs'
import { createClients } from '../../../src/aws/clients.ts'
import { LiveReader } from '../../../src/aws/live-reader.ts'
import { CHECKS } from '../../../src/checks/registry.ts'
import { parseTemplate } from '../../../src/cloudformation/parse.ts'
import { designedPolicies, designOf } from '../../../src/commands/account-access.ts'
import { openIamActions } from '../../../src/edge/iam-actions.ts'
import type { Config } from '../../../src/model/config.ts'
import type { HeldResource } from '../../../src/model/design.ts'
import { type Evidence, type EvidenceEnvelope, type Question, questionKey } from '../../../src/model/evidence.ts'
import type { Facts } from '../../../src/model/facts.ts'
import type { Finding } from '../../../src/model/finding.ts'
import { type Reader, readerOf } from '../../../src/reads/reader.ts'
import { collectDesigned } from '../../../src/verify/collect/collect.ts'
import { collectHeld } from '../../../src/verify/design/collect.ts'
import { evaluateChecks } from '../../../src/verify/evaluate.ts'
import { CONFIGS, load, render, sha256 } from '../config.ts'
import { facts as factsOf } from '../facts.ts'
import { furnish, KEY_IN_CONFIGS } from '../furnish.ts'
import { type Bench, openBench } from '../sandbox.ts'

const OF_DESIGN = CHECKS.filter(({ on }) => on === 'designed')

export const REGION = 'eu-west-1'
export const WORKLOAD = 'eu-central-1'
export const ACCOUNT = '123456789012'

/** An account with everything deployed, to be changed through its API and judged anew as often as wanted. */
export interface Account {
  config: Config
  /** The log key's id. */
  logKey: string
  replicaKey: string
  /** What stacks call their resources, by template and logical id. */
  physicalId(template: string, logicalId: string): string
  call(service: string, operation: string, parameters: Body, region?: string): Promise<Body>
  /** A call on a bucket's sub-resource, with its document. */
  s3(method: string, path: string, body?: string, headers?: Record<string, string>): Promise<string>
  /** Findings now; only questions that `touches` says may be answered otherwise are asked again. */
  judge(touches?: (question: Question) => boolean): Promise<Finding[]>
  /** The findings of what was last answered, from the recording. */
  replay(): Promise<Finding[]>
  /** Findings where one kind of answer is another one. */
  judgeWith(answer: (question: Question) => Evidence<unknown> | undefined): Promise<Finding[]>
  operations(): string[]
  /** What was answered, in the order it was asked. */
  answers(): EvidenceEnvelope[]
  /** The resources of the design, and what their own checks find, where one answer is another one; of those that are meant. */
  judgeDesign(
    answer: (question: Question) => Evidence<unknown> | undefined,
    isMeant?: (held: HeldResource) => boolean,
  ): Promise<{ held: HeldResource[]; findings: Finding[] }>
  restore(): void
  close(): Promise<void>
}

export async function openAccount(): Promise<Account> {
  const bench = await openBench({ region: REGION, paceMs: 0, clockBehindMs: 3 * 3_600_000 })
  const { sandbox } = bench.started
  const keyId = await furnish(bench, REGION, WORKLOAD)
  const config = load((CONFIGS['everything-on'] ?? '').replaceAll(KEY_IN_CONFIGS, keyId))
  const templates = render(config).map((template) => ({ ...template, parsed: parseTemplate(template.body, template.name) }))
  await sandbox.backend.call('iam', 'CreateOpenIDConnectProvider', {
    Url: 'https://token.actions.githubusercontent.com',
    ClientIDList: ['sts.amazonaws.com'],
  })
  for (const template of templates) await createStack(bench, template)
  sandbox.confirmSubscriptions()
  await sandbox.advanceHours(1)
  const restore = sandbox.snapshot()
  const actions = openIamActions(readFileSync(join(root, 'dist/iam-actions.bin')))
  const place = { account: ACCOUNT, region: REGION, partition: 'aws', collectedAt: sandbox.clock.now().toISOString() }
  const organization = { serviceControl: [], resourceControl: [] }
  const policies = designedPolicies(designOf({ config, templates, organization }))
  let envelopes = new Map<string, EvidenceEnvelope>()
  const base = envelopes

  const findingsOf = async (reader: Reader): Promise<Finding[]> => {
    const [facts, held] = await Promise.all([
      collectDesigned(reader, config, place.collectedAt),
      collectHeld(reader, templates, place, sha256),
    ])
    const judged: Facts = { ...facts, designedPolicies: policies, design: { held, actions } }
    return evaluateChecks(CHECKS, judged)
  }

  const clientsIn = once((region: string) =>
    createClients({ region, credentials: { accessKeyId: 'test', secretAccessKey: 'test' }, userAgent: 'test' }),
  )
  // What was not touched is as it was, and believed as it was.
  const believed = new Map<string, Promise<Evidence<unknown>>>()
  const recorded = new Map<string, EvidenceEnvelope>()
  const judge: Account['judge'] = async (touches = () => true) => {
    const live = new LiveReader({ ...place, clientsIn, caller: 'test', now: () => sandbox.clock.now() })
    const seen = new Map<string, EvidenceEnvelope>(base)
    const ask: Reader['read'] = async (operation, parameters, region = REGION) => {
      const question = { operation, parameters, region }
      const answer = live.read(operation, parameters, region)
      const envelope = await live.answer(question)
      seen.set(questionKey(question), envelope)
      recorded.set(questionKey(question), envelope)
      return answer
    }
    const reader: Reader = {
      read: (operation, parameters, region = REGION) => {
        const question = { operation, parameters, region }
        const key = questionKey(question)
        const known = believed.get(key)
        const earlier = recorded.get(key)
        // What an earlier change made it ask is part of this recording too.
        if (known && earlier && !seen.has(key)) seen.set(key, earlier)
        if (known && !touches(question)) return known as ReturnType<typeof ask<typeof operation>>
        const answer = ask(operation, parameters, region)
        if (!known) believed.set(key, answer)
        return answer
      },
    }
    const found = await findingsOf(reader)
    if (base.size === 0) for (const [key, envelope] of seen) base.set(key, envelope)
    envelopes = seen
    return found
  }

  /** Answers as they were recorded, but for those that are others. */
  const recordedBut = (answer: (question: Question) => Evidence<unknown> | undefined): Reader =>
    readerOf((question) => {
      const known = base.get(questionKey(question))
      const other = answer(question)
      if (other === undefined && known === undefined) throw new Error(`${question.operation} was not recorded`)
      return Promise.resolve({ answer: other ?? (known as EvidenceEnvelope).answer, time: place.collectedAt })
    }, place)

  await judge()
  const physical = new Map(
    [...base.values()].flatMap(({ operation, parameters, answer }) =>
      operation === 'cloudformation:ListStackResources' && answer.state === 'read'
        ? (
            answer.value as { StackResourceSummaries: { LogicalResourceId: string; PhysicalResourceId: string }[] }
          ).StackResourceSummaries.map((one): [string, string] => [
            `${templates.find(({ stackName }) => stackName === parameters['StackName'])?.name}/${one.LogicalResourceId}`,
            one.PhysicalResourceId,
          ])
        : [],
    ),
  )
  const physicalId = (template: string, logicalId: string) => {
    const found = physical.get(`${template}/${logicalId}`)
    if (found === undefined) throw new Error(`no ${logicalId} in ${template}`)
    return found
  }
  return {
    config,
    logKey: physicalId('audit', 'LogKey'),
    replicaKey: physicalId('replica', 'ReplicaKey'),
    physicalId,
    call: (service, operation, parameters, region = REGION) =>
      service === 'cloudtrail'
        ? sandbox.cloudtrail.call({ service, operation, parameters, region, account: ACCOUNT, partition: 'aws', caller: ROOT })
        : sandbox.backend.call(service, operation, parameters, { region }),
    s3: async (method, path, body = '', headers = {}) => (await sandbox.backend.s3(method, path, { body, headers })).text(),
    judge,
    replay: () =>
      findingsOf(
        readerOf((question) => {
          const found = envelopes.get(questionKey(question))
          if (!found) throw new Error(`${question.operation} was not recorded`)
          return Promise.resolve(found)
        }, place),
      ),
    judgeWith: (answer) => findingsOf(recordedBut(answer)),
    answers: () => [...base.values()],
    judgeDesign: async (answer, isMeant = () => true) => {
      const held = await collectHeld(recordedBut(answer), templates, place, sha256)
      const meant = held.filter(isMeant)
      return { held: meant, findings: evaluateChecks(OF_DESIGN, factsOf({ design: { held: meant, actions } })) }
    },
    operations: () => [...new Set([...base.values()].map(({ operation }) => operation))].sort(),
    restore,
    close: () => bench.close(),
  }
}

const ROOT = { type: 'AWS' as const, value: `arn:aws:iam::${ACCOUNT}:root`, account: ACCOUNT, isEnforced: false }

function once<T>(make: (key: string) => T): (key: string) => T {
  const made = new Map<string, T>()
  return (key) => {
    const known = made.get(key) ?? make(key)
    made.set(key, known)
    return known
  }
}

async function createStack({ started: { sandbox } }: Bench, template: { stackName: string; region: string; body: string }): Promise<void> {
  const { stackName: StackName, region, body } = template
  const key = `${StackName}.yml`
  await sandbox.backend.s3('PUT', `/acme-cfn-templates/${key}`, { body })
  const client = new CloudFormationClient({ region })
  await client.send(
    new CreateStackCommand({
      StackName,
      TemplateURL: `https://acme-cfn-templates.s3.${REGION}.amazonaws.com/${key}`,
      Capabilities: ['CAPABILITY_NAMED_IAM'],
    }),
  )
  try {
    await waitUntilStackCreateComplete({ client, maxWaitTime: 60, minDelay: 1, maxDelay: 1 }, { StackName })
  } catch (error) {
    const { StackEvents = [] } = await client.send(new DescribeStackEventsCommand({ StackName }))
    const reasons = StackEvents.flatMap(({ LogicalResourceId, ResourceStatusReason }) =>
      ResourceStatusReason ? [`${LogicalResourceId}: ${ResourceStatusReason}`] : [],
    )
    throw new Error(`${StackName} was not made: ${reasons.join('; ')}`, { cause: error })
  }
}
