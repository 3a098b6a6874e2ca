import { basename, join } from 'node:path'

/** The package's root, from `src/` and from `dist/` alike: both are one level below it. */
const root = join(import.meta.dirname, '..')

export const templatesFolder = join(root, 'templates')
export const packageFile = join(root, 'package.json')
/** Written by the build beside the bundle. */
export const resourceTypesFile = join(root, 'dist/cloudformation-types.bin')
export const iamActionsFile = join(root, 'dist/iam-actions.bin')
/** The sandbox and the demo, which no other file of `dist` loads. */
export const localBundle = join(root, 'dist/local/index.js')
/** The thread that reads logs: the entry of the bundle, which knows by being one; from the source, its own file. */
export const scanWorkerFile =
  basename(import.meta.dirname) === 'src' ? join(import.meta.dirname, 'edge/scan-worker.ts') : join(root, 'dist/index.js')
