/** What the package brings beside the product: `mlops-audit sandbox` and `mlops-audit demo`, a bundle of its own in `dist/local`. */
// As in `src/index.ts`.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true'

const [name = '', ...rest] = process.argv.slice(2)
const run =
  name === 'sandbox'
    ? import('../sandbox/main.ts').then(({ runSandbox }) => runSandbox(rest))
    : import('./main.ts').then(({ runDemo }) => runDemo(rest))

process.exitCode = await run
