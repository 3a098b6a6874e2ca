import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type StartedSandbox, startSandbox } from '../../sandbox/start.ts'
import { root } from '../../scripts/paths.mjs'
import type { CommandResult } from '../../src/commands/result.ts'
import { reportOfError } from '../../src/commands/result.ts'
import { findCommand } from '../../src/commands/table.ts'
import type { Interruption, World } from '../../src/commands/world.ts'
import { createWorld } from '../../src/edge/world.ts'
import { createPaint, createProgress } from '../../src/progress/progress.ts'
import { awsCli } from './aws-cli.ts'
import { unknownInAnswer } from './service-models.ts'

export const BUNDLE = join(root, 'dist/index.js')
export const TRAIL_ARN = 'arn:aws:cloudtrail:us-east-1:123456789012:trail/mlops-retail-prediction-audit-trail'
export const LOG_BUCKET = 'mlops-cloudtrail-logs-us-east-1-123456789012'

export interface Bench {
  started: StartedSandbox
  folder: string
  /** The SDK in this process speaks to the sandbox too. */
  run(command: string, inputs?: Record<string, string>, world?: Partial<World>): Promise<CommandResult & { log: string }>
  // biome-ignore lint/suspicious/noExplicitAny: aws-cli's answers have no types; each test says what it expects.
  aws(...args: string[]): Promise<any>
  awsText(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }>
  config(text: string): void
  close(): Promise<void>
}

/** A sandbox, a folder with the example config, and ways to act on both. */
export async function openBench(options: Parameters<typeof startSandbox>[0] = {}): Promise<Bench> {
  const started = await startSandbox({ deliveryMs: 0, paceMs: 5, ...options })
  // Every answer is held against the service's model; what it does not know ends the suite.
  const unknown = new Set<string>()
  if (started.sandbox.backend.cloud)
    started.sandbox.onAnswer = (service, operation, body) => {
      for (const path of unknownInAnswer(service, operation, body)) unknown.add(path.replaceAll(/\[\d+\]/g, '[]'))
    }
  Object.assign(process.env, started.environment)
  const folder = mkdtempSync(join(tmpdir(), 'mlops-audit-test-'))
  writeFileSync(join(folder, 'mlops-audit.yml'), readFileSync(join(root, 'examples/retail-prediction/mlops-audit.yml')))
  const environment = { PATH: process.env['PATH'] ?? '', HOME: folder, ...started.environment }
  const awsText = (...args: string[]) => awsCli(args, environment)
  let runs = 0
  return {
    started,
    folder,
    awsText,
    config: (text) => writeFileSync(join(folder, 'mlops-audit.yml'), text),
    aws: async (...args) => {
      const { code, stdout, stderr } = await awsText(...args, '--output', 'json')
      if (code !== 0) throw new Error(`aws ${args.join(' ')}: ${stderr}`)
      return stdout.trim() === '' ? {} : JSON.parse(stdout)
    },
    run: async (name, inputs = {}, overrides = {}) => {
      let log = ''
      runs += 1
      const world: World = {
        ...createWorld({
          progress: createProgress({
            write: (text) => {
              log += text
            },
            live: false,
            paint: createPaint(false),
            now: () => Date.now(),
          }),
          idToken: undefined,
          maskSecret: () => Promise.resolve(),
          redact: (text) => text,
          run: { key: `test-${runs}`, commit: undefined, url: undefined, tags: {}, actor: undefined },
          signal: undefined,
        }),
        ...overrides,
      }
      const values = new Map(
        Object.entries({ config: join(folder, 'mlops-audit.yml'), 'output-dir': join(folder, '.mlops-audit'), ...inputs }),
      )
      const command = findCommand(name)
      if (!command) throw new Error(`no command ${name}`)
      const result = await command.run(world, values).catch((error: unknown) => reportOfError(world, name, error))
      return { ...result, log }
    },
    close: async () => {
      await started.stop()
      rmSync(folder, { recursive: true, force: true })
      if (unknown.size > 0) throw new Error(`The sandbox answered what the service models do not have:\n${[...unknown].join('\n')}`)
    },
  }
}

/** A run that is cancelled by an `AbortSignal`, as one is by a signal to its process. */
export function cancelledBy(signal: AbortSignal): Interruption {
  return { signal, during: (_, work) => work() }
}
