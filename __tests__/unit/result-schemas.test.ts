import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { Ajv } from 'ajv'
import { root } from '../../scripts/paths.mjs'
import { RESULT_SCHEMAS, resultSchema } from '../../scripts/result-schemas.ts'
import { read } from '../../src/model/evidence.ts'
import { aReport, MARKDOWN_CASES } from '../support/reports.ts'

const schemaOf = (file: string): object => JSON.parse(readFileSync(join(root, file), 'utf8'))
const validator = (file: string) => new Ajv({ allErrors: true, allowUnionTypes: true, strict: false }).compile(schemaOf(file))

describe('the JSON Schemas of what is written', () => {
  it.each(RESULT_SCHEMAS)('$schema is that of the type; run `npm run schema` when it is not', ({ schema, ...of }) =>
    expect(readFileSync(join(root, schema), 'utf8')).toBe(resultSchema(of)),
  )

  it('reports have the shape of results', () => {
    const validate = validator('docs/schemas/results.schema.json')
    const all = [['a report', aReport()] as const, ...MARKDOWN_CASES.map(({ name, report }) => [name, report] as const)]
    for (const [name, report] of all)
      expect([name, validate(JSON.parse(JSON.stringify(report))), validate.errors]).toEqual([name, true, null])
    expect(validate({ ...aReport(), outcome: 'perhaps' })).toBe(false)
  })

  it('evidence has the shape of evidence', () => {
    const validate = validator('docs/schemas/evidence.schema.json')
    const envelope = {
      operation: 'cloudtrail:DescribeTrails',
      parameters: {},
      account: '123456789012',
      region: 'us-east-1',
      caller: 'arn:aws:sts::123456789012:assumed-role/verify/run',
      time: '2026-11-23T06:00:03.000Z',
      pages: 1,
      sha256: '0'.repeat(64),
      answer: read({ trailList: [] }),
    }
    const file = {
      schemaVersion: 2,
      tool: 'mlops-audit 0.1.0',
      configHash: '',
      account: envelope.account,
      region: envelope.region,
      caller: envelope.caller,
      run: { key: '1' },
      collectedAt: envelope.time,
      finishedAt: envelope.time,
      reads: [envelope],
      sha256: envelope.sha256,
    }
    expect([validate(file), validate.errors]).toEqual([true, null])
    for (const wrong of [
      { ...file, schemaVersion: 1 },
      { ...file, reads: [{ ...envelope, answer: { state: 'perhaps' } }] },
      { ...file, caller: undefined },
    ])
      expect(validate(JSON.parse(JSON.stringify(wrong)))).toBe(false)
  })
})
