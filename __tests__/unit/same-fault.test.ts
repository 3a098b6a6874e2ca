import { expect, it } from '@jest/globals'
import { eachFaultOnce } from '../../src/commands/same-fault.ts'
import type { Problem } from '../../src/model/errors.ts'

const at = (message: string, id: string, line = 5, file = 'a.yml'): Problem => ({ id, message, position: { file, line, column: 7 } })

it.each([
  ['AWS::S3::Bucket has no property `BucketNam`.', "Additional properties are not allowed ('BucketNam' was unexpected)"],
  ['`Tags` is "hello", and must be a list.', "'hello' is not of type 'array'"],
  ['`Nope` is no resource of this template.', "'Nope' is not one of ['B']"],
  ['`DelaySeconds` of AWS::SQS::Queue is 100000; it takes 0 to 900.', '100000 is greater than the maximum of 900'],
  ['AWS::IAM::Role needs `AssumeRolePolicyDocument`.', "'AssumeRolePolicyDocument' is a required property"],
])('is shown once, with the id of either: %s', (message, said) => {
  const once = eachFaultOnce([at(message, 'ours')], [at(said, 'E1'), at(said, 'E2')])
  expect(once).toEqual({ ours: [at(`${message} (cfn-lint: E1, E2)`, 'ours')], theirs: [] })
})

it.each<[string, Problem]>([
  ['another line', at("'Nope' is not one of ['B']", 'E1', 6)],
  ['another file', at("'Nope' is not one of ['B']", 'E1', 5, 'b.yml')],
  ['another name', at("'Nop' is a required property", 'E1')],
  ['another number', at('9 is greater than the maximum of 8', 'E1')],
  ['no name', at("{'Nope': 1} is not of type 'array'", 'E1')],
  ['no place', { id: 'E1', message: "'Nope' is not one of ['B']" }],
])('is another with %s', (_, their) => {
  const ours = at('`Nope` is no resource of this template, which has 900.', 'ours')
  expect(eachFaultOnce([ours], [their])).toEqual({ ours: [ours], theirs: [their] })
})

it('none is lost where two of ours stand at one place', () => {
  const ours = [at('X needs `A`.', 'ours'), at('X needs `B`.', 'ours')]
  const theirs = [at("'B' is a required property", 'E3003'), at("'C' is a required property", 'E3003')]
  expect(eachFaultOnce(ours, theirs)).toEqual({ ours: [ours[0], at('X needs `B`. (cfn-lint: E3003)', 'ours')], theirs: [theirs[1]] })
})
