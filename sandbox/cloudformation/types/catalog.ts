import type { Body } from '../../aws/call.ts'
import { type Properties, type Provision, type ResourceType, tagsIn, unlessGone } from './type.ts'

const glue = (at: Provision, operation: string, parameters: Body) => at.call('glue', operation, parameters)
const athena = (at: Provision, operation: string, parameters: Body) => at.call('athena', operation, parameters)
const input = (properties: Properties, name: string) => properties[name] as Properties

/** The API says how a workgroup is encrypted with other names in an update. */
function configurationUpdates(configuration: Properties): Body {
  const { ResultConfiguration, ...rest } = configuration
  return { ...rest, ...(ResultConfiguration ? { ResultConfigurationUpdates: ResultConfiguration } : {}) }
}

export const CATALOG_TYPES: Readonly<Record<string, ResourceType>> = {
  'AWS::Glue::Database': {
    properties: ['CatalogId', 'DatabaseInput'],
    createOnly: ['CatalogId'],
    create: async (properties, at) => {
      const DatabaseInput = input(properties, 'DatabaseInput')
      await glue(at, 'CreateDatabase', { CatalogId: properties['CatalogId'], DatabaseInput })
      at.claim(String(DatabaseInput['Name']))
      return String(DatabaseInput['Name'])
    },
    update: async (Name, properties, at) =>
      void (await glue(at, 'UpdateDatabase', {
        CatalogId: properties['CatalogId'],
        Name,
        DatabaseInput: input(properties, 'DatabaseInput'),
      })),
    delete: async (Name, _, at) => void (await unlessGone(glue(at, 'DeleteDatabase', { Name }))),
    read: async (Name, _, at) => ((await unlessGone(glue(at, 'GetDatabase', { Name }))) ? {} : undefined),
  },
  'AWS::Glue::Table': {
    properties: ['CatalogId', 'DatabaseName', 'TableInput'],
    createOnly: ['CatalogId', 'DatabaseName'],
    create: async (properties, at) => {
      const { CatalogId, DatabaseName } = properties
      const TableInput = input(properties, 'TableInput')
      await glue(at, 'CreateTable', { CatalogId, DatabaseName, TableInput })
      at.claim(String(TableInput['Name']))
      return String(TableInput['Name'])
    },
    update: async (_, properties, at) =>
      void (await glue(at, 'UpdateTable', {
        CatalogId: properties['CatalogId'],
        DatabaseName: properties['DatabaseName'],
        TableInput: input(properties, 'TableInput'),
      })),
    delete: async (Name, { DatabaseName }, at) => void (await unlessGone(glue(at, 'DeleteTable', { DatabaseName, Name }))),
    read: async (Name, { DatabaseName }, at) => ((await unlessGone(glue(at, 'GetTable', { DatabaseName, Name }))) ? {} : undefined),
  },
  'AWS::Athena::WorkGroup': {
    properties: ['Name', 'Description', 'State', 'RecursiveDeleteOption', 'WorkGroupConfiguration', 'Tags'],
    createOnly: ['Name'],
    create: async (properties, at) => {
      const { Name, Description } = properties
      await athena(at, 'CreateWorkGroup', {
        Name,
        Description,
        Configuration: properties['WorkGroupConfiguration'],
        Tags: tagsIn(properties),
      })
      at.claim(String(Name))
      return String(Name)
    },
    update: async (WorkGroup, properties, at) => {
      const { Description, State } = properties
      const ConfigurationUpdates = configurationUpdates((properties['WorkGroupConfiguration'] ?? {}) as Properties)
      await athena(at, 'UpdateWorkGroup', { WorkGroup, Description, State, ConfigurationUpdates })
    },
    delete: async (WorkGroup, properties, at) => {
      const found = await athena(at, 'GetWorkGroup', { WorkGroup }).catch(() => undefined)
      if (found) await athena(at, 'DeleteWorkGroup', { WorkGroup, RecursiveDeleteOption: properties['RecursiveDeleteOption'] === true })
    },
    read: async (WorkGroup, _, at) => ((await athena(at, 'GetWorkGroup', { WorkGroup }).catch(() => undefined)) ? {} : undefined),
  },
  'AWS::Athena::NamedQuery': {
    properties: ['Name', 'Description', 'Database', 'WorkGroup', 'QueryString'],
    createOnly: ['Name', 'Description', 'Database', 'WorkGroup', 'QueryString'],
    create: async (properties, at) => {
      const { NamedQueryId } = (await athena(at, 'CreateNamedQuery', { ...properties })) as { NamedQueryId: string }
      at.claim(NamedQueryId)
      return NamedQueryId
    },
    delete: async (NamedQueryId, _, at) => {
      const found = await athena(at, 'GetNamedQuery', { NamedQueryId }).catch(() => undefined)
      if (found) await athena(at, 'DeleteNamedQuery', { NamedQueryId })
    },
    read: async (NamedQueryId, _, at) => ((await athena(at, 'GetNamedQuery', { NamedQueryId }).catch(() => undefined)) ? {} : undefined),
  },
}
