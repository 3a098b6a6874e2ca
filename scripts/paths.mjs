import { join } from 'node:path'

/** Places the scripts, the sandbox and the tests agree on. */
export const root = join(import.meta.dirname, '..')
/** Downloads and builds that survive between runs; `.cache` in the repository. */
export const cacheFolder = process.env.MLOPS_AUDIT_CACHE ?? join(root, '.cache')
/** The Python judges (aws-cli, cfn-lint, checkov, cmark-gfm) live in a private virtual environment. */
export const venvFolder = join(root, '.venv')
