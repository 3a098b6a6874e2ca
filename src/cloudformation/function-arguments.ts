import { describe, isFunction, isMapping, scalarText } from './values.ts'

interface Signature {
  /** In words, for a message. */
  takes: string
  accepts(argument: unknown, extended: boolean): boolean
  /** Exists with the transform AWS::LanguageExtensions only. */
  languageExtensions?: true
}

const isText = (value: unknown) => scalarText(value) !== undefined || isFunction(value)
const isList = (value: unknown): value is unknown[] => Array.isArray(value)
const listOf = (least: number, most: number) => (argument: unknown) =>
  isList(argument) && argument.length >= least && argument.length <= most
const anything = () => true

/** Functions that decide a condition. */
const isDecision = (value: unknown) =>
  isMapping(value) &&
  Object.keys(value).length === 1 &&
  /^(?:Condition|Fn::(?:And|Or|Not|Equals|Contains|EachMemberEquals|EachMemberIn))$/.test(Object.keys(value)[0] ?? '')
const decisions = (least: number, most: number) => (argument: unknown) =>
  isList(argument) && argument.length >= least && argument.length <= most && argument.every(isDecision)

/** Every function of CloudFormation with what it takes. Source: CloudFormation template reference, intrinsic and rule-specific functions. */
export const FUNCTIONS: Readonly<Record<string, Signature>> = {
  'Fn::And': { takes: 'a list of 2 to 10 conditions', accepts: decisions(2, 10) },
  'Fn::Base64': { takes: 'a text', accepts: isText },
  'Fn::Cidr': {
    takes: 'a list of an address block, a count and bits',
    accepts: (argument) => isList(argument) && (argument.length === 2 || argument.length === 3) && argument.every((item) => isText(item)),
  },
  'Fn::Contains': { takes: 'a list of texts and a text', accepts: listOf(2, 2) },
  'Fn::EachMemberEquals': { takes: 'a list of texts and a text', accepts: listOf(2, 2) },
  'Fn::EachMemberIn': { takes: 'two lists of texts', accepts: listOf(2, 2) },
  'Fn::Equals': { takes: 'a list of two values', accepts: listOf(2, 2) },
  'Fn::FindInMap': {
    takes: 'a list of a mapping, a top-level key and a second-level key',
    accepts: (argument, extended) =>
      isList(argument) &&
      (argument.length === 3 || (argument.length === 4 && extended)) &&
      argument.slice(0, 3).every((item) => isText(item)),
  },
  'Fn::GetAZs': { takes: 'a region', accepts: (argument) => isText(argument) },
  'Fn::GetAtt': {
    takes: 'a list of a logical id and an attribute',
    accepts: (argument) =>
      isList(argument)
        ? argument.length >= 2 && argument.every((item) => isText(item))
        : typeof argument === 'string' && argument.includes('.'),
  },
  'Fn::GetStackOutput': {
    takes: 'a mapping with StackName and OutputName, and where they are elsewhere Region and RoleArn',
    accepts: (argument) =>
      isMapping(argument) &&
      ['StackName', 'OutputName'].every((key) => isText(argument[key])) &&
      Object.keys(argument).every((key) => ['StackName', 'OutputName', 'Region', 'RoleArn'].includes(key)),
  },
  'Fn::If': {
    takes: 'a list of the name of a condition, a value where it holds, and one where it does not',
    accepts: (argument) => isList(argument) && argument.length === 3 && typeof argument[0] === 'string',
  },
  'Fn::ImportValue': { takes: 'the name of an export', accepts: isText },
  'Fn::Join': {
    takes: 'a list of a delimiter and a list of texts',
    accepts: (argument) =>
      isList(argument) &&
      argument.length === 2 &&
      typeof argument[0] === 'string' &&
      (isFunction(argument[1]) || (isList(argument[1]) && argument[1].every((item) => isText(item)))),
  },
  'Fn::Length': { takes: 'a list', accepts: (argument) => isList(argument) || isFunction(argument), languageExtensions: true },
  'Fn::Not': { takes: 'a list of one condition', accepts: decisions(1, 1) },
  'Fn::Or': { takes: 'a list of 2 to 10 conditions', accepts: decisions(2, 10) },
  'Fn::RefAll': { takes: 'a parameter type', accepts: anything },
  'Fn::Select': {
    takes: 'a list of an index, and a list to take from',
    accepts: (argument) =>
      isList(argument) &&
      argument.length === 2 &&
      (isFunction(argument[0]) || /^\d+$/.test(scalarText(argument[0]) ?? '')) &&
      (isList(argument[1]) || isFunction(argument[1])) &&
      !isBeyond(argument[0], argument[1]),
  },
  'Fn::Split': {
    takes: 'a list of a delimiter and a text',
    accepts: (argument) => isList(argument) && argument.length === 2 && typeof argument[0] === 'string' && isText(argument[1]),
  },
  'Fn::Sub': {
    takes: 'a text, or a list of a text and a mapping of its variables',
    accepts: (argument, extended) =>
      typeof argument === 'string' ||
      (extended && isFunction(argument)) ||
      (isList(argument) && argument.length === 2 && typeof argument[0] === 'string' && isMapping(argument[1])),
  },
  'Fn::ToJsonString': {
    takes: 'a mapping or a list',
    accepts: (argument) => typeof argument === 'object' && argument !== null,
    languageExtensions: true,
  },
  'Fn::Transform': { takes: 'a mapping with Name and Parameters', accepts: isMapping },
  'Fn::ValueOf': { takes: 'a parameter and an attribute', accepts: anything },
  'Fn::ValueOfAll': { takes: 'a parameter type and an attribute', accepts: anything },
}

/** Whether an index that is written out is beyond a list that is. */
function isBeyond(index: unknown, list: unknown): boolean {
  const at = scalarText(index)
  return at !== undefined && isList(list) && Number(at) >= list.length
}

/** What is wrong with what a function was given; undefined when nothing is. */
export function argumentProblem(key: string, argument: unknown, extended: boolean): { message: string; remedy: string } | undefined {
  const signature = FUNCTIONS[key]
  // What a macro makes of an argument, nobody can see.
  if (!signature || (isMapping(argument) && 'Fn::Transform' in argument) || signature.accepts(argument, extended)) return undefined
  const found = isList(argument) && argument.length > 0 ? `a list of ${argument.map(brief).join(', ')}` : describe(argument)
  return { message: `${key} takes ${signature.takes}, and this is ${found}.`, remedy: `Write ${signature.takes}.` }
}

function brief(value: unknown): string {
  if (!isMapping(value) || !isFunction(value)) return describe(value)
  return Object.keys(value)[0] ?? 'a function'
}
