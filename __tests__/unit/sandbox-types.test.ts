import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec'
import { describe, expect, it } from '@jest/globals'
import { Cloud } from '../../sandbox/aws/cloud.ts'
import { RESOURCE_TYPES } from '../../sandbox/cloudformation/types/table.ts'
import { root } from '../../scripts/paths.mjs'
import { parseTemplate } from '../../src/cloudformation/parse.ts'

/** The outside judge: AWS's published resource types. */
const database = loadAwsServiceSpecSync()
const published = (type: string) => database.lookup('resource', 'cloudFormationType', 'equals', type).only()
const rows = Object.entries(RESOURCE_TYPES)

/** Replaces although the published type does not say so, or says so only sometimes, with where that is written. */
const OTHERWISE: Readonly<Record<string, string>> = {
  'AWS::Config::ConfigurationRecorder.Name': 'CloudFormation resource reference: Update requires: Replacement',
}

describe.each(rows)('%s', (type, row) => {
  it('knows only properties that AWS has', () => {
    expect(row.properties.filter((name) => !(name in published(type).properties))).toEqual([])
  })

  it('replaces for the properties that AWS replaces for', () => {
    const { properties } = published(type)
    const wrong = row.properties.filter((name) => {
      const replaces = properties[name]?.causesReplacement
      return replaces !== 'maybe' && (replaces === 'yes') !== row.createOnly.includes(name) && !(`${type}.${name}` in OTHERWISE)
    })
    expect(wrong).toEqual([])
  })

  it('is imported by its primary identifier, where it can be', () => {
    if (row.identifier !== undefined) expect(published(type).primaryIdentifier).toEqual([row.identifier])
  })
})

it('provisions every type and property that a golden template has', () => {
  const folder = join(root, '__tests__/golden/templates')
  const missing = readdirSync(folder).flatMap((file) =>
    Object.values(parseTemplate(readFileSync(join(folder, file), 'utf8'), file).Resources).flatMap(({ Type, Properties = {} }) =>
      Object.keys(Properties)
        .filter((name) => !RESOURCE_TYPES[Type]?.properties.includes(name))
        .map((name) => `${Type}.${name}`),
    ),
  )
  expect([...new Set(missing)]).toEqual([])
})

it('makes no call of a handler that the services behind it do not model', () => {
  const folder = join(root, 'sandbox/cloudformation/types')
  const calls = readdirSync(folder).flatMap((file) => {
    const text = readFileSync(join(folder, file), 'utf8')
    const services = new Map(
      [...text.matchAll(/const (\w+) = \(at: Provision.*at\.call\('(\w+)'/g)].map(([, name = '', of = '']) => [name, of]),
    )
    return [...text.matchAll(/\b(\w+)\(\s*at,\s*'([A-Z]\w+)'/g)].flatMap(([, name = '', operation = '']) =>
      services.has(name) ? [`${services.get(name)}:${operation}`] : [],
    )
  })
  expect(calls.length).toBeGreaterThan(100)
  const modelled = new Set(new Cloud().modelled())
  // CloudTrail is the front's own.
  expect([...new Set(calls)].filter((call) => !call.startsWith('cloudtrail:') && !modelled.has(call))).toEqual([])
})
