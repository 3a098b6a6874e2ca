import { isDynamicReference, isMapping, own, scalarText } from '../../cloudformation/values.ts'
import type { ParsedTemplate } from '../../model/template.ts'
import type { Breach } from './rules.ts'

/** Properties that hold a password, by type, as steps. Source: CloudFormation template reference. */
const PASSWORDS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'AWS::DocDB::DBCluster': [['MasterUserPassword']],
  'AWS::ElastiCache::ReplicationGroup': [['AuthToken']],
  'AWS::IAM::User': [['LoginProfile', 'Password']],
  'AWS::RDS::DBCluster': [['MasterUserPassword']],
  'AWS::RDS::DBInstance': [['MasterUserPassword']],
  'AWS::Redshift::Cluster': [['MasterUserPassword']],
  'AWS::SecretsManager::Secret': [['SecretString']],
}

/** Passwords that whoever reads the template, or the stack's parameters, reads too. The password itself is said nowhere. */
export function judgeSecrets({ Resources, Parameters }: ParsedTemplate): Breach[] {
  return Object.entries(Resources).flatMap(([id, { Type, Properties = {} }]) =>
    (own(PASSWORDS, Type) ?? []).flatMap((steps): Breach[] => {
      const value = steps.reduce<unknown>((at, step) => (isMapping(at) ? own(at, step) : undefined), Properties)
      const where = whereShown(value, Parameters)
      if (where === undefined) return []
      return [
        {
          rule: 'password-is-not-written-down',
          resource: id,
          pointers: [`/Resources/${id}/Properties/${steps.join('/')}`],
          message: `${steps.join('.')} of ${id} ${where}.`,
          remedy: `\`${steps.at(-1)}: '{{resolve:secretsmanager:NAME:SecretString:password}}'\`, or a parameter with \`NoEcho: true\` and no default.`,
        },
      ]
    }),
  )
}

function whereShown(value: unknown, parameters: ParsedTemplate['Parameters']): string | undefined {
  if (typeof value === 'string') return value === '' || isDynamicReference(value) ? undefined : 'stands in the template'
  const name = isMapping(value) ? value['Ref'] : undefined
  const parameter = typeof name === 'string' ? own(parameters, name) : undefined
  if (!parameter || parameter.Type.startsWith('AWS::SSM::')) return undefined
  const { NoEcho, Default } = parameter as { NoEcho?: unknown; Default?: unknown }
  if (scalarText(Default) !== undefined && scalarText(Default) !== '') return `stands in the template, as the default of parameter ${name}`
  return scalarText(NoEcho)?.toLowerCase() === 'true' ? undefined : `comes from parameter ${name}, which the stack shows for want of NoEcho`
}
