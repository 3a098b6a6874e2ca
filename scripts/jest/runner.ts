/**
 * Runs suites without Jest's module system, in a Node for each worker. Jest loads each module again for each suite through its own loader,
 * which took most of the time of our tests; Node does it in a tenth, strips the types itself and keeps what it compiled, and a process
 * that has run a suite is warm for the next: modules are loaded and compiled well. Tests, hooks, time limits, matchers and reports are
 * Jest's as ever. Environment, folder and signals are put back after each suite, mocks by the suite itself; `SUITES_APART=1` gives each a
 * process of its own, to see whether a failure comes from a neighbour.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TestResult } from '@jest/test-result'
import type { Config } from '@jest/types'
import type { CallbackTestRunnerInterface, OnTestFailure, OnTestStart, OnTestSuccess, Test, TestWatcher } from 'jest-runner'
import { cacheFolder } from '../paths.mjs'

const SUITE = fileURLToPath(new URL('suite.ts', import.meta.url))
const FLAGS = ['--disable-warning=ExperimentalWarning']
/** Suites and the runs of the bundle that they start keep what V8 compiled. */
const ENVIRONMENT = { ...process.env, NODE_COMPILE_CACHE: join(cacheFolder, 'compiled') }
const APART = process.env['SUITES_APART'] === '1'

/** What the process of a suite is told, and what it answers. */
export interface Order {
  path: string
  globalConfig: Config.GlobalConfig
  config: Config.ProjectConfig
}
/** `isFull`: the process should run no more. */
export type Answer = ({ result: TestResult } | { thrown: string }) & { isFull: boolean }

/** Jest asks for a default export. */
// biome-ignore lint/style/noDefaultExport: see above.
export default class ProcessRunner implements CallbackTestRunnerInterface {
  readonly isSerial = false
  readonly #globalConfig: Config.GlobalConfig

  constructor(globalConfig: Config.GlobalConfig) {
    this.#globalConfig = globalConfig
  }

  /** In the order Jest gives, which is the slowest of last time first; as many at a time as it has workers. */
  async runTests(
    tests: Array<Test>,
    watcher: TestWatcher,
    onStart: OnTestStart,
    onResult: OnTestSuccess,
    onFailure: OnTestFailure,
  ): Promise<void> {
    const waiting = [...tests]
    const worker = async () => {
      let child: ChildProcess | undefined
      for (let test = waiting.shift(); test !== undefined && !watcher.isInterrupted(); test = waiting.shift()) {
        await onStart(test)
        child ??= fork(SUITE, { execArgv: FLAGS, env: ENVIRONMENT, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
        const answer = await suite(child, { path: test.path, globalConfig: this.#globalConfig, config: test.context.config })
        if ('result' in answer) await onResult(test, answer.result)
        else await onFailure(test, { message: answer.thrown, stack: answer.thrown, type: 'Error' })
        if (!answer.isFull && !APART) continue
        if (child.connected) child.disconnect()
        child = undefined
      }
      if (child?.connected) child.disconnect()
    }
    await Promise.all(Array.from({ length: this.#globalConfig.maxWorkers }, worker))
  }
}

/** A process that ends without an answer is a failure, whatever its code. */
function suite(child: ChildProcess, order: Order): Promise<Answer> {
  return new Promise((resolve) => {
    const end = (answer: Answer) => {
      child.removeAllListeners()
      resolve(answer)
    }
    child.once('message', (given) => end(given as Answer))
    child.once('error', (error) => end({ thrown: String(error), isFull: true }))
    child.once('exit', (code, signal) =>
      end({ thrown: `the suite's process ended before its results: ${signal ?? `code ${code}`}`, isFull: true }),
    )
    child.send(order)
  })
}
