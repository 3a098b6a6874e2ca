import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { root } from '../../scripts/paths.mjs'
import { type Bench, openBench } from '../support/sandbox.ts'

let bench: Bench
beforeAll(async () => {
  bench = await openBench()
})
afterAll(() => bench.close())

const EXAMPLE = readFileSync(join(root, 'examples/retail-prediction/mlops-audit.yml'), 'utf8')
const [DATA = ''] = /data-events:\s*\[?\s*-?\s*([\w.-]+)/.exec(EXAMPLE)?.slice(1) ?? []

describe('regions', () => {
  it('plan and verify say where data and SageMaker are apart, with the two ways out and what they cost', async () => {
    const apart = async (command: string) =>
      (await bench.run(command)).report.notices.filter((notice) => /apart|could not be read/.test(notice))
    // A bucket that is not there is nowhere.
    expect(await apart('plan')).toEqual([])
    await bench.aws('s3api', 'create-bucket', '--bucket', DATA, '--region', 'us-east-1')
    const said = [
      `Data and compute are apart: ${DATA} lies in us-east-1, and SageMaker runs in ap-southeast-1 (\`workload-region\`). SageMaker takes input and output from buckets of its own region only (S3 answers 301), and encrypts with keys of that region only. Either compute moves to the data: \`workload-region: us-east-1\`, which costs nothing here. Or the data is copied: \`workload-region: us-east-1\` with \`access.replica: { bucket: ${DATA}, region: ap-southeast-1 }\`, then \`mlops-audit replicate\`: transfer $0.02 per GB to another region, by source region, requests $0.005 per 1,000 requests, storage $0.025 per GB-month, a key $1.00 per key-month. See docs/regions.md.`,
    ]
    expect(await apart('plan')).toEqual(said)
    expect(await apart('verify')).toEqual(said)
    // The first way out.
    bench.config(EXAMPLE.replace(/^workload-region: .*$/m, 'workload-region: us-east-1'))
    expect(await apart('plan')).toEqual([])
    bench.config(EXAMPLE)
  })
})
