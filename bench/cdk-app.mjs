/** The same resources as the rendered templates, as CDK stacks of plain `CfnResource`s: what `cdk synth` does for them, without the cdk CLI around it. */
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { toolModules } from '../scripts/tools.mjs'

const { App, CfnResource, Stack } = createRequire(join(toolModules('bench'), 'none.js'))('aws-cdk-lib')

const [, , folder, outdir] = process.argv
const app = new App({ outdir, analyticsReporting: false })
for (const file of readdirSync(folder)) {
  const { Resources } = JSON.parse(readFileSync(join(folder, file), 'utf8'))
  const stack = new Stack(app, file.replace('.json', ''))
  for (const [id, { Type, Properties }] of Object.entries(Resources)) new CfnResource(stack, id, { type: Type, properties: Properties })
}
app.synth()
