/** One suite in this process: `jest-circus` as Jest runs it, with Node in the place of Jest's module system. */
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

process.once('message', async ({ path, globalConfig, config }: Order) => {
  const answer = await run(path, globalConfig, config).catch((error: unknown): Answer => ({ thrown: wordsOf(error) }))
  // What a suite leaves open (the SDK keeps its sockets) ends with its process.
  process.send?.(answer, () => process.exit(0))
})

async function run(path: string, globalConfig: Order['globalConfig'], config: Order['config']): Promise<Answer> {
  const circus = require('jest-circus/runner').default
  const begin = Date.now()
  const result = await circus(globalConfig, config, { global: globalThis }, runtime, path)
  const end = Date.now()
  const perfStats = { ...result.perfStats, start: begin, end, runtime: end - begin, slow: (end - begin) / 1000 > config.slowTestThreshold }
  return { result: { ...result, perfStats, testFilePath: path } }
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
