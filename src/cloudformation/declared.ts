import type { ParsedTemplate } from '../model/template.ts'
import { isMapping, isRewritten } from './values.ts'

/** Pseudo parameters: values that every stack has. */
export const PSEUDO_PARAMETERS: readonly string[] = [
  'AWS::AccountId',
  'AWS::NoValue',
  'AWS::NotificationARNs',
  'AWS::Partition',
  'AWS::Region',
  'AWS::StackId',
  'AWS::StackName',
  'AWS::URLSuffix',
]

const SERVERLESS = 'AWS::Serverless-2016-10-31'
const LANGUAGE_EXTENSIONS = 'AWS::LanguageExtensions'

/** AWS's transforms that leave what they do not know as it is. */
const OF_AWS: readonly RegExp[] = [
  /^AWS::Serverless-2016-10-31$/,
  /^AWS::LanguageExtensions$/,
  /^AWS::CodeDeployBlueGreen$/,
  /^AWS::SecretsManager-\d{4}-\d{2}-\d{2}$/,
  /^AWS::ServiceCatalog$/,
]

/** What a template declares, and what may be in it besides once its transforms have run. */
export interface Declared {
  parameters: readonly string[]
  resources: readonly string[]
  conditions: readonly string[]
  mappings: Readonly<Record<string, unknown>>
  /** Transforms that may rewrite anything, by name. */
  macros: readonly string[]
  serverless: boolean
  languageExtensions: boolean
  /** Whether a transform, a loop or a module may put something of this name there. */
  mayBeMade(section: 'Resources' | 'Conditions' | 'Mappings' | 'Parameters', name: string): boolean
}

/** Reads the names of a template and what its transforms may add. */
export function declaredIn(template: ParsedTemplate): Declared {
  const transforms = transformsOf(template)
  const macros = transforms.filter((name) => name !== INCLUDE && !OF_AWS.some((known) => known.test(name)))
  const serverless = transforms.includes(SERVERLESS)
  const section = (name: 'Conditions' | 'Mappings') => (isMapping(template[name]) ? template[name] : {})
  const resources = Object.entries(template.Resources)
  // Of these, resources are made whose logical ids begin with theirs.
  const makers = resources.filter(([, { Type }]) => (serverless && Type.startsWith('AWS::Serverless::')) || Type.endsWith('::MODULE'))
  const isOpenWhole = macros.length > 0 || transforms.includes(INCLUDE)
  const isOpen: Readonly<Record<Parameters<Declared['mayBeMade']>[0], boolean>> = {
    Resources: isRewritten(Object.fromEntries(resources)),
    Conditions: isRewritten(section('Conditions')),
    Mappings: isRewritten(section('Mappings')),
    Parameters: false,
  }
  return {
    parameters: Object.keys(template.Parameters ?? {}),
    resources: resources.map(([id]) => id),
    conditions: Object.keys(section('Conditions')),
    mappings: section('Mappings'),
    macros,
    serverless,
    languageExtensions: transforms.includes(LANGUAGE_EXTENSIONS),
    mayBeMade: (kind, name) =>
      isOpenWhole ||
      isOpen[kind] ||
      (kind === 'Resources' &&
        (makers.some(([id]) => name.startsWith(id)) || (serverless && /^(?:Serverless|CodeDeployServiceRole)/.test(name)))),
  }
}

const INCLUDE = 'AWS::Include'

/** Transforms of the whole template, by name; one whose name is not written out is a macro like any other. */
function transformsOf({ Transform, 'Fn::Transform': inline }: ParsedTemplate): string[] {
  const nameOf = (one: unknown): string => {
    if (typeof one === 'string') return one
    const name = isMapping(one) ? one['Name'] : undefined
    return typeof name === 'string' ? name : 'a transform'
  }
  return [Transform, inline].flatMap((given) => (given === undefined || given === null ? [] : [given].flat().map(nameOf)))
}
