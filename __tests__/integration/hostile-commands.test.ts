import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import fc from 'fast-check'
import { marked } from 'marked'
import { encodeError } from '../../sandbox/aws/wire/protocols.ts'
import { runCli } from '../../src/cli/main.ts'
import { READ_OPERATIONS, READS } from '../../src/reads/table.ts'
import { mapStrings } from '../../src/text/strings.ts'
import { exampleText } from '../support/config.ts'
import { type Answer, openCorruptingProxy } from '../support/corrupting-proxy.ts'
import { commandsIn, hostileText, UNSEEN } from '../support/hostile.ts'
import { runs } from '../support/length.ts'
import { type Bench, openBench } from '../support/sandbox.ts'

/** The exit codes of the table; anything else is a crash. */
const EXITS = [0, 1, 2, 3]
const RUNS = { numRuns: runs(3, 100) }

interface Said {
  exitCode: number
  out: string
  err: string
}

/** A whole command as a person runs it, with all that it says on both streams. */
async function cli(...argv: readonly string[]): Promise<Said> {
  const said: Said = { exitCode: -1, out: '', err: '' }
  const take = (name: 'out' | 'err') => (chunk: unknown) => {
    said[name] += String(chunk)
    return true
  }
  const spies = [
    jest.spyOn(process.stdout, 'write').mockImplementation(take('out')),
    jest.spyOn(process.stderr, 'write').mockImplementation(take('err')),
  ]
  try {
    said.exitCode = await runCli(argv)
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
  return said
}

/** Nothing that a runner or a terminal obeys, no word of the language's own, and a documented end. */
function expectHarmless({ exitCode, out, err }: Said): void {
  expect(EXITS).toContain(exitCode)
  for (const text of [out, err]) {
    expect(commandsIn(text)).toEqual([])
    expect(text).not.toMatch(UNSEEN)
    expect(text).not.toMatch(/^✓ forged/m)
    expect(text).not.toMatch(/\b(?:TypeError|RangeError|ReferenceError)\b|is not a function|Cannot read propert|internal error/i)
  }
}

async function expectHarmlessMarkdown(said: Said): Promise<void> {
  expectHarmless(said)
  const html = await marked.parse(said.out)
  expect(html).not.toMatch(/<(?:img|script|a)\b[^>]*(?:evil|onerror|javascript)/i)
  expect(html).not.toMatch(/<(?:img|script)\b/i)
}

/** Places of the config that hold text of a person's, written as YAML that holds exactly it. */
const CONFIG_PLACES: Readonly<Record<string, (text: string) => string>> = {
  project: (text) => exampleText().replace('project: retail-prediction', `project: ${text}`),
  tag: (text) => exampleText().replace('Environment: dev', `Environment: ${text}`),
  'name of a tag': (text) => exampleText().replace('Environment: dev', `? ${text}\n  : dev`),
  'an unknown key': (text) => `${exampleText()}\n? ${text}\n: x\n`,
  region: (text) => exampleText().replace('region: us-east-1', `region: ${text}`),
  'reason of an exception': (text) =>
    exampleText().replace('exceptions: []', `exceptions: [{ check: trail-is-logging, reason: ${text}, expires: "2999-01-01" }]`),
  'a row of the access matrix': (text) => `${exampleText()}\naccess-matrix: [{ who: ${text}, cannot: ${text}, on: ${text} }]\n`,
  'a file of organization policies': (text) => `${exampleText()}\norganization: { service-control-policies: [[${text}]] }\n`,
}

/** JSON is YAML; halves of a pair cannot be written in a file. */
const yamlText = hostileText.map((text) => JSON.stringify(Buffer.from(text, 'utf8').toString('utf8')))

describe('hostile text through whole commands', () => {
  let bench: Bench
  const config = () => join(bench.folder, 'mlops-audit.yml')
  const output = () => join(bench.folder, '.mlops-audit')
  beforeAll(async () => {
    bench = await openBench()
    expect((await bench.run('deploy', { bootstrap: 'true' })).exitCode).toBe(0)
    expect((await bench.run('deploy')).exitCode).toBe(0)
  })
  afterAll(() => bench.close())

  const common = (format: string) => ['--config', config(), '--output-dir', output(), '--format', format]

  it.each(Object.keys(CONFIG_PLACES))('in the config: %s', async (place) => {
    await fc.assert(
      fc.asyncProperty(yamlText, async (text) => {
        bench.config(CONFIG_PLACES[place]?.(text) ?? '')
        expectHarmless(await cli('check', '--config', config(), '--format', 'text'))
        expectHarmless(await cli('plan', ...common('text')))
        await expectHarmlessMarkdown(await cli('plan', ...common('markdown')))
      }),
      RUNS,
    )
    bench.config(exampleText())
  })

  it('in a template: names, types, values, whatever `check` reads', async () => {
    const template = join(bench.folder, 'foreign.yml')
    await fc.assert(
      fc.asyncProperty(yamlText, yamlText, fc.integer({ min: 0, max: 4 }), async (text, other, where) => {
        const places = [
          `Resources:\n  ? ${text}\n  : { Type: AWS::SNS::Topic }\n`,
          `Resources:\n  Topic: { Type: ${text} }\n`,
          `Resources:\n  Role: { Type: AWS::IAM::Role, Properties: { RoleName: ${text}, AssumeRolePolicyDocument: { Version: "2012-10-17", Statement: [{ Sid: ${other}, Effect: Allow, Principal: { AWS: ${text} }, Action: ${other} }] } } }\n`,
          `Description: ${text}\nResources:\n  Topic: { Type: AWS::SNS::Topic, Properties: { ? ${other} : ${text} } }\n`,
          `Resources:\n  Topic: { Type: AWS::SNS::Topic, Properties: { TopicName: !Sub ${text}, DisplayName: !Ref ${other} } }\n`,
        ]
        writeFileSync(template, places[where] ?? '')
        expectHarmless(await cli('check', '--template', template, '--format', 'text'))
        await expectHarmlessMarkdown(await cli('check', '--template', template, '--format', 'markdown'))
      }),
      { numRuns: RUNS.numRuns * 4 },
    )
  })

  const actions: readonly string[] = READ_OPERATIONS.map((operation) => READS[operation].action)
  const refusal = (text: string) => (service: string, action: string) => {
    if (!actions.includes(action) && !action.startsWith('cloudformation:')) return undefined
    const { status, headers, body } = encodeError(service, { code: 'ValidationError', message: text, status: 400 }, 'r-1')
    return { status, type: headers['content-type'] ?? '', body: Buffer.from(body) }
  }
  const values = (text: string) => (_: string, action: string, answer: Answer) => {
    if (!actions.includes(action)) return undefined
    const body = answer.body.toString('utf8')
    const spoiled = answer.type.includes('xml')
      ? body.replaceAll(/>([^<>\s][^<>]*)</g, (_, value: string) => `>${value}${escaped(text)}<`)
      : JSON.stringify(mapStrings(JSON.parse(body || 'null'), (value) => `${value}${text}`))
    return { ...answer, body: Buffer.from(spoiled) }
  }

  it.each([
    ['what a refusal says', refusal],
    ['names, policies and every other value', values],
  ] as const)("in AWS's answers: %s", async (_, spoilWith) => {
    const proxy = await openCorruptingProxy(bench.started.url)
    process.env['AWS_ENDPOINT_URL'] = proxy.url
    try {
      await fc.assert(
        fc.asyncProperty(hostileText, async (text) => {
          proxy.spoil = spoilWith(wellFormed(text))
          const said = await cli('verify', ...common('text'))
          expectHarmless(said)
          expect(said.exitCode).not.toBe(0)
          await expectHarmlessMarkdown(await cli('verify', ...common('markdown')))
          const results = readFileSync(join(output(), 'results.json'), 'utf8')
          expect([commandsIn(results), UNSEEN.test(results)]).toEqual([[], false])
          expectHarmless(await cli('plan', ...common('text')))
        }),
        RUNS,
      )
    } finally {
      process.env['AWS_ENDPOINT_URL'] = bench.started.url
      await proxy.close()
    }
  })
})

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** As a file or a wire would hold it: halves of a pair become the replacement character. */
const wellFormed = (text: string) => Buffer.from(text, 'utf8').toString('utf8')
