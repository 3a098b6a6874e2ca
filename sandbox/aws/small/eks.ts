import { type Body, type Call, type Operations, page, Scoped } from '../call.ts'
import { AwsError } from '../error.ts'

interface Cluster {
  shown: Body & { name: string; arn: string }
  associations: Map<string, Body & { associationId: string; namespace: string; serviceAccount: string }>
  addons: Map<string, { shown: Body; endsAt?: number }>
  nodegroups: Map<string, Body>
}

/** How long an add-on is deleted, in milliseconds: EKS takes a minute. */
const ENDING_MS = 150

/** Method and path of each operation; `:name` is a parameter. Source: EKS API reference. */
export const EKS_ROUTES: readonly (readonly [method: string, path: string, operation: string])[] = [
  ['GET', '/clusters', 'ListClusters'],
  ['POST', '/clusters', 'CreateCluster'],
  ['GET', '/clusters/:name', 'DescribeCluster'],
  ['DELETE', '/clusters/:name', 'DeleteCluster'],
  ['GET', '/clusters/:clusterName/pod-identity-associations', 'ListPodIdentityAssociations'],
  ['POST', '/clusters/:clusterName/pod-identity-associations', 'CreatePodIdentityAssociation'],
  ['GET', '/clusters/:clusterName/pod-identity-associations/:associationId', 'DescribePodIdentityAssociation'],
  ['POST', '/clusters/:clusterName/pod-identity-associations/:associationId', 'UpdatePodIdentityAssociation'],
  ['DELETE', '/clusters/:clusterName/pod-identity-associations/:associationId', 'DeletePodIdentityAssociation'],
  ['GET', '/clusters/:clusterName/addons', 'ListAddons'],
  ['POST', '/clusters/:clusterName/addons', 'CreateAddon'],
  ['GET', '/clusters/:clusterName/addons/:addonName', 'DescribeAddon'],
  ['DELETE', '/clusters/:clusterName/addons/:addonName', 'DeleteAddon'],
  ['GET', '/clusters/:clusterName/node-groups', 'ListNodegroups'],
  ['POST', '/clusters/:clusterName/node-groups', 'CreateNodegroup'],
  ['GET', '/clusters/:clusterName/node-groups/:nodegroupName', 'DescribeNodegroup'],
]

const noCluster = (name: unknown) => new AwsError('ResourceNotFoundException', `No cluster found for name: ${String(name)}.`, 404)

/** EKS's control plane: clusters as names, pod identity associations, add-ons, node groups as names. */
export class Eks {
  readonly #states = new Scoped<Map<string, Cluster>>(() => new Map())
  readonly operations: Operations = {
    ListClusters: (call) => {
      const { items, next } = page(
        [...this.#states.of(call).keys()],
        call.parameters['nextToken'],
        Number(call.parameters['maxResults'] ?? 100),
      )
      return { clusters: items, nextToken: next }
    },
    CreateCluster: (call) => this.#create(call),
    DescribeCluster: (call) => ({ cluster: this.#cluster(call, call.parameters['name']).shown }),
    DeleteCluster: (call) => {
      const { shown } = this.#cluster(call, call.parameters['name'])
      this.#states.of(call).delete(shown.name)
      return { cluster: { ...shown, status: 'DELETING' } }
    },
    ListPodIdentityAssociations: (call) => {
      const { namespace, serviceAccount } = call.parameters
      const all = [...this.#cluster(call, call.parameters['clusterName']).associations.values()]
      const chosen = all.filter(
        (one) =>
          (namespace === undefined || one.namespace === namespace) &&
          (serviceAccount === undefined || one.serviceAccount === serviceAccount),
      )
      return {
        associations: chosen.map(({ clusterName, namespace, serviceAccount, associationArn, associationId }) => ({
          clusterName,
          namespace,
          serviceAccount,
          associationArn,
          associationId,
        })),
      }
    },
    CreatePodIdentityAssociation: (call) => this.#associate(call),
    DescribePodIdentityAssociation: (call) => ({ association: this.#association(call) }),
    UpdatePodIdentityAssociation: (call) => {
      const association = this.#association(call)
      if (call.parameters['roleArn'] !== undefined) association['roleArn'] = call.parameters['roleArn']
      association['modifiedAt'] = new Date()
      return { association }
    },
    DeletePodIdentityAssociation: (call) => {
      const association = this.#association(call)
      this.#cluster(call, call.parameters['clusterName']).associations.delete(association.associationId)
      return { association }
    },
    ListAddons: (call) => ({
      addons: [...this.#cluster(call, call.parameters['clusterName']).addons.keys()].filter((name) => this.#findAddon(call, name)),
    }),
    CreateAddon: (call) => this.#createAddon(call),
    DescribeAddon: (call) => ({ addon: this.#addon(call).shown }),
    DeleteAddon: (call) => {
      const addon = this.#addon(call)
      addon.shown['status'] = 'DELETING'
      addon.endsAt ??= Date.now() + ENDING_MS
      return { addon: addon.shown }
    },
    ListNodegroups: (call) => ({ nodegroups: [...this.#cluster(call, call.parameters['clusterName']).nodegroups.keys()] }),
    CreateNodegroup: (call) => {
      const { clusterName, nodegroupName, nodeRole } = call.parameters
      const nodegroup = { clusterName, nodegroupName, nodeRole, status: 'ACTIVE' }
      this.#cluster(call, clusterName).nodegroups.set(String(nodegroupName), nodegroup)
      return { nodegroup }
    },
    DescribeNodegroup: (call) => {
      const nodegroup = this.#cluster(call, call.parameters['clusterName']).nodegroups.get(String(call.parameters['nodegroupName']))
      if (!nodegroup)
        throw new AwsError('ResourceNotFoundException', `No node group found for name: ${String(call.parameters['nodegroupName'])}.`, 404)
      return { nodegroup }
    },
  }

  /** An add-on that is there; one whose deletion has ended is not. */
  #findAddon(call: Call, name: string) {
    const { addons } = this.#cluster(call, call.parameters['clusterName'])
    const found = addons.get(name)
    if (found?.endsAt !== undefined && found.endsAt <= Date.now()) addons.delete(name)
    return addons.get(name)
  }

  #addon(call: Call) {
    const name = String(call.parameters['addonName'])
    const found = this.#findAddon(call, name)
    if (!found)
      throw new AwsError('ResourceNotFoundException', `No addon: ${name} found in cluster: ${String(call.parameters['clusterName'])}`, 404)
    return found
  }

  #createAddon(call: Call): Body {
    const { parameters, partition, region, account } = call
    const [clusterName, addonName] = [String(parameters['clusterName']), String(parameters['addonName'])]
    const { addons } = this.#cluster(call, clusterName)
    if (this.#findAddon(call, addonName)) throw new AwsError('ResourceInUseException', `Addon already exists.`, 409)
    const addonArn = `arn:${partition}:eks:${region}:${account}:addon/${clusterName}/${addonName}/${crypto.randomUUID()}`
    const shown = {
      addonName,
      clusterName,
      addonArn,
      status: 'ACTIVE',
      addonVersion: 'v4.4.0-eksbuild.1',
      createdAt: new Date(),
      tags: parameters['tags'] ?? {},
    }
    addons.set(addonName, { shown })
    return { addon: shown }
  }

  #cluster(call: Call, name: unknown): Cluster {
    const found = this.#states.of(call).get(String(name))
    if (!found) throw noCluster(name)
    return found
  }

  #association(call: Call) {
    const id = String(call.parameters['associationId'])
    const found = this.#cluster(call, call.parameters['clusterName']).associations.get(id)
    if (!found) throw new AwsError('ResourceNotFoundException', `No PodIdentityAssociation found for id: ${id}.`, 404)
    return found
  }

  #create(call: Call): Body {
    const { parameters, partition, region, account } = call
    const name = String(parameters['name'] ?? '')
    if (!/^[0-9A-Za-z][A-Za-z0-9_-]{0,99}$/.test(name))
      throw new AwsError('InvalidParameterException', `The cluster name ${name} is not valid.`)
    if (this.#states.of(call).has(name)) throw new AwsError('ResourceInUseException', `Cluster already exists with name: ${name}`, 409)
    const shown = {
      name,
      arn: `arn:${partition}:eks:${region}:${account}:cluster/${name}`,
      createdAt: new Date(),
      version: parameters['version'] ?? '1.33',
      roleArn: parameters['roleArn'],
      resourcesVpcConfig: parameters['resourcesVpcConfig'],
      identity: {
        oidc: {
          issuer: `https://oidc.eks.${region}.amazonaws.com/id/${Buffer.from(name).toString('hex').toUpperCase().padEnd(32, '0').slice(0, 32)}`,
        },
      },
      status: 'ACTIVE',
      tags: parameters['tags'] ?? {},
    }
    this.#states.of(call).set(name, { shown, associations: new Map(), addons: new Map(), nodegroups: new Map() })
    return { cluster: shown }
  }

  #associate(call: Call): Body {
    const { parameters, partition, region, account } = call
    const clusterName = String(parameters['clusterName'])
    const { associations } = this.#cluster(call, clusterName)
    const [namespace, serviceAccount] = [String(parameters['namespace']), String(parameters['serviceAccount'])]
    const taken = [...associations.values()].find((one) => one.namespace === namespace && one.serviceAccount === serviceAccount)
    if (taken) throw new AwsError('ResourceInUseException', `Association already exists: ${taken.associationId}`, 409)
    const associationId = `a-${crypto.randomUUID().replaceAll('-', '').slice(0, 17)}`
    const association = {
      clusterName,
      namespace,
      serviceAccount,
      roleArn: parameters['roleArn'],
      associationArn: `arn:${partition}:eks:${region}:${account}:podidentityassociation/${clusterName}/${associationId}`,
      associationId,
      tags: parameters['tags'] ?? {},
      createdAt: new Date(),
      modifiedAt: new Date(),
    }
    associations.set(associationId, association)
    return { association }
  }
}
