/** Runs suites in this process, one after the other: `jest-circus` as Jest runs it, with Node in the place of Jest's module system. */
import { createRequire, enableCompileCache, registerHooks } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { cacheFolder } from '../paths.mjs'
import type { Answer, Order } from './runner.ts'

enableCompileCache(join(cacheFolder, 'compiled'))
const require = createRequire(import.meta.url)
const GLOBALS = new URL('globals.ts', import.meta.url).href
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === '@jest/globals' ? { url: GLOBALS, format: 'module-typescript', shortCircuit: true } : next(specifier, context),
})

/** It keeps the tests of a suite in itself, so each suite has its own, as with Jest. */
const CIRCUS = require.resolve('jest-circus/runner').replace(/runner\.js$/, 'jestAdapterInit.js')

/** The part of Jest's runtime that `jest-circus` asks for. */
const runtime = {
  requireInternalModule: require,
  requireModule: require,
  setGlobalsForRuntime: (given: object) => Object.assign(globalThis, { [Symbol.for('suite-globals')]: given }),
  enterTestCode: () => {},
  leaveTestCode: () => {},
  unstable_shouldLoadAsEsm: () => true,
  unstable_importModule: (path: string) => import(pathToFileURL(path).href),
}

/** Above this, the runner starts a new process: what suites leave in memory adds up. */
const MOST_BYTES = 1.5 * 1024 ** 3

process.on('message', async ({ path, globalConfig, config }: Order) => {
  const putBack = surroundings()
  const answer = await run(path, globalConfig, config).catch((error: unknown): Answer => ({ thrown: wordsOf(error), isFull: false }))
  putBack()
  process.send?.({ ...answer, isFull: process.memoryUsage.rss() > MOST_BYTES })
})
// What suites leave open (the SDK keeps its sockets) ends with the process.
process.on('disconnect', () => process.exit(0))

/** What a suite may change around it, to be as it was for the next. */
function surroundings(): () => void {
  const [folder, environment] = [process.cwd(), { ...process.env }]
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  const listeners = new Set(signals.flatMap((signal) => process.listeners(signal)))
  return () => {
    process.chdir(folder)
    for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name]
    Object.assign(process.env, environment)
    process.exitCode = undefined
    for (const signal of signals)
      for (const listener of process.listeners(signal)) if (!listeners.has(listener)) process.removeListener(signal, listener)
  }
}

async function run(path: string, globalConfig: Order['globalConfig'], config: Order['config']): Promise<Answer> {
  delete require.cache[CIRCUS]
  const circus = require('jest-circus/runner').default
  const begin = Date.now()
  const result = await circus(globalConfig, config, { global: globalThis }, runtime, path)
  const end = Date.now()
  const perfStats = { ...result.perfStats, start: begin, end, runtime: end - begin, slow: (end - begin) / 1000 > config.slowTestThreshold }
  return { result: { ...result, perfStats, testFilePath: path }, isFull: false }
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
