import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The package's root, for sources and bundles at any depth: the folder of `action.yml`. */
function packageRoot(from) {
  if (existsSync(join(from, 'action.yml'))) return from
  if (dirname(from) === from) throw new Error('mlops-audit: the package is not whole; action.yml is missing.')
  return packageRoot(dirname(from))
}

/** Places the scripts, the sandbox and the tests agree on. */
export const root = packageRoot(dirname(fileURLToPath(import.meta.url)))
/** Downloads and builds that survive between runs; `.cache` in the repository. */
export const cacheFolder = process.env.MLOPS_AUDIT_CACHE ?? join(root, '.cache')
/** The Python judges (aws-cli, cfn-lint, checkov, cmark-gfm) live in a private virtual environment. */
export const venvFolder = join(root, '.venv')
