import type { AccessChange } from '../model/plan.ts'
import type { TemplateResource } from '../model/template.ts'
import { flattenedText } from './flatten.ts'

/** Properties of a resource as text, with what intrinsics stand for. */
interface Told {
  one(property: string): string
  each(property: string): readonly string[]
}

type Sentences = (told: Told) => readonly string[]

/**
 * Resources that hand out rights without a policy: who becomes a role, joins a group, or is believed by an identity provider. Each
 * sentence is a grant of its own. Sources: the types' pages in the CloudFormation template reference.
 */
const JOINS: Readonly<Record<string, Sentences>> = {
  'AWS::EKS::PodIdentityAssociation': ({ one }) => [
    `pods of service account ${one('Namespace')}/${one('ServiceAccount')} in ${one('ClusterName')} becoming ${one('RoleArn')}`,
    ...(one('TargetRoleArn') === '' ? [] : [`and through it ${one('TargetRoleArn')}`]),
  ],
  'AWS::EKS::AccessEntry': ({ one, each }) => [
    `${one('PrincipalArn')} entering ${one('ClusterName')}`,
    ...each('KubernetesGroups').map((group) => `${one('PrincipalArn')} as ${group} in ${one('ClusterName')}`),
    ...each('AccessPolicies').map((policy) => `${one('PrincipalArn')} in ${one('ClusterName')} by ${policy}`),
  ],
  'AWS::IAM::InstanceProfile': ({ each }) => each('Roles').map((role) => `machines with this profile becoming ${role}`),
  'AWS::IAM::OIDCProvider': ({ one, each }) => [
    `tokens of ${one('Url')} being believed`,
    ...each('ClientIdList').map((client) => `tokens of ${one('Url')} made for ${client}`),
    ...each('ThumbprintList').map((print) => `certificate ${print} speaking for ${one('Url')}`),
  ],
  'AWS::IAM::SAMLProvider': ({ one }) => [`assertions by ${one('SamlMetadataDocument').slice(0, 120)}`],
  'AWS::IAM::User': ({ each }) => each('Groups').map((group) => `what group ${group} may`),
  'AWS::IAM::UserToGroupAddition': ({ one, each }) => each('Users').map((user) => `what group ${one('GroupName')} may, for ${user}`),
  'AWS::Lambda::Permission': ({ one }) => {
    const bounds = ['SourceArn', 'SourceAccount', 'PrincipalOrgID', 'EventSourceToken', 'FunctionUrlAuthType'].filter(
      (key) => one(key) !== '',
    )
    const when = bounds.map((key) => `${key} ${one(key)}`).join(' and ')
    return [`${one('Action')} on ${one('FunctionName')} for ${one('Principal')}${when === '' ? '' : `, with ${when}`}`]
  },
  'AWS::RolesAnywhere::Profile': ({ each }) => each('RoleArns').map((role) => `holders of a certificate becoming ${role}`),
  'AWS::SSO::Assignment': ({ one }) => [`${one('PermissionSetArn')} for ${one('PrincipalId')} in ${one('TargetId')}`],
  'AWS::SSO::PermissionSet': ({ each }) => [
    ...each('ManagedPolicies').map((policy) => `everything in ${policy}`),
    ...each('InlinePolicy').map((policy) => `its policy ${policy}`),
  ],
}

/** What a resource hands out now and did not, and the other way round; a function that only a deployment decides counts as another text. */
export function joinChanges(
  subject: string,
  old: TemplateResource | undefined,
  now: TemplateResource | undefined,
  concrete: Readonly<Record<'before' | 'after', (text: string) => string>>,
): AccessChange[] {
  const [was, is] = [sentencesOf(old, concrete.before), sentencesOf(now, concrete.after)]
  const line =
    (change: 'added' | 'removed') =>
    (text: string): AccessChange => ({
      subject,
      change,
      effect: 'Allow',
      text,
      widens: change === 'added',
    })
  return [...is.filter((text) => !was.includes(text)).map(line('added')), ...was.filter((text) => !is.includes(text)).map(line('removed'))]
}

function sentencesOf(resource: TemplateResource | undefined, concrete: (text: string) => string): readonly string[] {
  const sentences = resource && JOINS[resource.Type]
  if (!sentences) return []
  const { Properties = {} } = resource
  const text = (value: unknown) => concrete(flattenedText(value))
  return sentences({
    one: (property) => (Properties[property] === undefined ? '' : text(Properties[property])),
    each: (property) => {
      const value = Properties[property]
      return value === undefined ? [] : (Array.isArray(value) ? value : [value]).map(text)
    },
  })
}
