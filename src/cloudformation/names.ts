import { closest } from '../model/closest.ts'
import type { TemplateResource } from '../model/template.ts'
import { PSEUDO_PARAMETERS } from './declared.ts'
import type { ServiceTypes } from './types.ts'
import { own, type TemplateProblem } from './values.ts'

/** A name that nothing in the template has. */
export function noSuchName(pointer: string, name: string, known: readonly string[], what: string): TemplateProblem {
  const guess = closest(name, known)
  return {
    id: 'reference-unknown',
    pointer,
    message: `\`${name}\` is ${what} of this template.${guess ? ` Did you mean \`${guess}\`?` : ''}`,
    remedy: 'Refer to a logical id or parameter of the template.',
  }
}

/** Types whose attributes are whatever a template, a function or another account answers. */
const ANSWERS_ANYTHING =
  /^(?:Custom::|AWS::CloudFormation::(?:CustomResource|Stack|Macro)$|AWS::Serverless::|AWS::ServiceCatalog::CloudFormationProvisionedProduct$)|::MODULE$/

/** An attribute that a resource's type does not have; none where the type is not known, or answers with anything. */
export function noSuchAttribute(
  { pointer, attribute, target }: { pointer: string; attribute: string; target: string },
  { Type }: TemplateResource,
  typesOf: (type: string) => ServiceTypes | undefined,
): TemplateProblem[] {
  if (ANSWERS_ANYTHING.test(Type) || attribute.startsWith('AWS::CloudFormation::')) return []
  const code = own(typesOf(Type)?.resources, Type)
  if (!code) return []
  // Properties that only the service sets are attributes as well.
  if ([...code.a, ...Object.keys(code.p)].some((name) => name === attribute || attribute.startsWith(`${name}.`))) return []
  const guess = closest(attribute, code.a)
  return [
    {
      id: 'attribute-unknown',
      pointer,
      message: `${Type} has no attribute \`${attribute}\`.${guess ? ` Did you mean \`${guess}\`?` : ''}`,
      remedy: `Fn::GetAtt of ${target} takes: ${code.a.join(', ') || 'nothing of this type'}.`,
    },
  ]
}

/** Where texts have variables of another kind, or are filled in by somebody else. */
const OWN_VARIABLES =
  /\/(?:ZipFile|UserData|Fn::Base64|Fn::Transform|Definition\w*|Body|InlineCode|BuildSpec|TemplateBody|Description|\w*Template\w*|Fn::Sub)(?:\/|$)/

/** A value of the template in a text that nobody fills in. Scripts, and documents with variables of their own, may mean it so. */
export function outsideSub(text: string, pointer: string, declared: readonly (readonly string[])[]): TemplateProblem[] {
  if (!text.includes('${') || !/\/Properties\/|^\/Outputs\/[^/]+\/Value/.test(pointer) || OWN_VARIABLES.test(pointer)) return []
  const names = [...text.matchAll(/\$\{(AWS::\w+|[a-zA-Z0-9]+)\}/g)].map(([, name = '']) => name)
  const found = names.find(
    (name) => PSEUDO_PARAMETERS.includes(name) || (!RUNS.test(pointer) && declared.some((all) => all.includes(name))),
  )
  if (found === undefined) return []
  return [
    {
      id: 'function-misplaced',
      pointer,
      message: `\`\${${found}}\` stands outside of Fn::Sub, and stays as it is written.`,
      remedy: 'Write `!Sub` before the text.',
    },
  ]
}

/** Where a shell reads the text, which may have a variable of the same name. */
const RUNS = /\/(?:\w*Commands?|Args|Arguments|EntryPoint|Environment\w*|Variables|Content|Document|commands|content)(?:\/|$)/
