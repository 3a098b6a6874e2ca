import { type Body, type Call, list, mergeTags, type Operations, page, Scoped, type Tag, withoutTags } from '../call.ts'
import { AwsError } from '../error.ts'

interface GlueState {
  databases: Map<string, { database: Body; tables: Map<string, Body> }>
}

const missing = (what: string) => new AwsError('EntityNotFoundException', what)

/** Glue's data catalog: databases and tables. */
export class Glue {
  readonly #states = new Scoped<GlueState>(() => ({ databases: new Map() }))
  readonly operations: Operations = {
    CreateDatabase: (call) => {
      const input = call.parameters['DatabaseInput'] as Body
      const name = String(input['Name'])
      const { databases } = this.#states.of(call)
      if (databases.has(name)) throw new AwsError('AlreadyExistsException', `Database already exists.`)
      databases.set(name, { database: { ...input, CreateTime: new Date(), CatalogId: call.account }, tables: new Map() })
    },
    GetDatabase: (call) => ({ Database: this.#database(call, call.parameters['Name']).database }),
    GetDatabases: (call) => ({ DatabaseList: [...this.#states.of(call).databases.values()].map(({ database }) => database) }),
    UpdateDatabase: (call) => void Object.assign(this.#database(call, call.parameters['Name']).database, call.parameters['DatabaseInput']),
    DeleteDatabase: (call) => {
      this.#database(call, call.parameters['Name'])
      this.#states.of(call).databases.delete(String(call.parameters['Name']))
    },
    CreateTable: (call) => {
      const { tables } = this.#database(call, call.parameters['DatabaseName'])
      const input = call.parameters['TableInput'] as Body
      const name = String(input['Name'])
      if (tables.has(name)) throw new AwsError('AlreadyExistsException', 'Table already exists.')
      tables.set(name, { ...input, DatabaseName: call.parameters['DatabaseName'], CatalogId: call.account, CreateTime: new Date() })
    },
    GetTable: (call) => ({ Table: this.#table(call, call.parameters['Name']) }),
    GetTables: (call) => ({ TableList: [...this.#database(call, call.parameters['DatabaseName']).tables.values()] }),
    UpdateTable: (call) => {
      const input = call.parameters['TableInput'] as Body
      Object.assign(this.#table(call, input['Name']), input, { UpdateTime: new Date() })
    },
    DeleteTable: (call) => {
      this.#table(call, call.parameters['Name'])
      this.#database(call, call.parameters['DatabaseName']).tables.delete(String(call.parameters['Name']))
    },
    GetTags: () => ({ Tags: {} }),
  }

  #database(call: Call, name: unknown) {
    const found = this.#states.of(call).databases.get(String(name))
    if (!found) throw missing(`Database ${String(name)} not found.`)
    return found
  }

  #table(call: Call, name: unknown): Body {
    const found = this.#database(call, call.parameters['DatabaseName']).tables.get(String(name))
    if (!found) throw missing(`Table ${String(name)} not found.`)
    return found
  }
}

interface AthenaState {
  groups: Map<string, Body>
  queries: Map<string, Body>
}

const invalid = (message: string) => new AwsError('InvalidRequestException', message)

/** Athena's workgroups and named queries; it runs none. */
export class Athena {
  readonly #tags = new Scoped<Map<string, Tag[]>>(() => new Map())
  readonly #states = new Scoped<AthenaState>(() => ({
    groups: new Map([['primary', { Name: 'primary', State: 'ENABLED', Configuration: {} }]]),
    queries: new Map(),
  }))
  readonly operations: Operations = {
    CreateWorkGroup: (call) => {
      const { Name, Configuration, Description, Tags } = call.parameters
      const { groups } = this.#states.of(call)
      if (groups.has(String(Name))) throw invalid('WorkGroup is already created')
      groups.set(String(Name), { Name, Description, State: 'ENABLED', Configuration: Configuration ?? {}, CreationTime: new Date() })
      this.#tags.of(call).set(String(Name), list<Tag>(Tags))
    },
    GetWorkGroup: (call) => ({ WorkGroup: this.#group(call) }),
    ListWorkGroups: (call) => ({
      WorkGroups: [...this.#states.of(call).groups.values()].map(({ Name, State, Description, CreationTime }) => ({
        Name,
        State,
        Description,
        CreationTime,
      })),
    }),
    UpdateWorkGroup: (call) => {
      const group = this.#group(call)
      const { Description, State, ConfigurationUpdates } = call.parameters
      Object.assign(group, Description === undefined ? {} : { Description }, State === undefined ? {} : { State })
      const { ResultConfigurationUpdates, ...updates } = (ConfigurationUpdates ?? {}) as Body
      const before = group['Configuration'] as Body
      const results = { ...((before['ResultConfiguration'] ?? {}) as Body), ...((ResultConfigurationUpdates ?? {}) as Body) }
      group['Configuration'] = { ...before, ...updates, ...(Object.keys(results).length > 0 ? { ResultConfiguration: results } : {}) }
    },
    DeleteWorkGroup: (call) => {
      const { Name } = this.#group(call)
      const { groups, queries } = this.#states.of(call)
      const own = [...queries].filter(([, query]) => query['WorkGroup'] === Name).map(([id]) => id)
      if (own.length > 0 && call.parameters['RecursiveDeleteOption'] !== true) throw invalid('WorkGroup is not empty')
      for (const id of own) queries.delete(id)
      groups.delete(String(Name))
    },
    CreateNamedQuery: (call) => {
      const id = crypto.randomUUID()
      const { ClientRequestToken: _, WorkGroup = 'primary', ...query } = call.parameters
      if (!this.#states.of(call).groups.has(String(WorkGroup))) throw invalid(`WorkGroup ${String(WorkGroup)} is not found.`)
      this.#states.of(call).queries.set(id, { ...query, WorkGroup, NamedQueryId: id })
      return { NamedQueryId: id }
    },
    GetNamedQuery: (call) => ({ NamedQuery: this.#query(call) }),
    ListNamedQueries: (call) => {
      const wanted = String(call.parameters['WorkGroup'] ?? 'primary')
      const all = [...this.#states.of(call).queries].filter(([, { WorkGroup }]) => WorkGroup === wanted).map(([id]) => id)
      const { items, next } = page(all, call.parameters['NextToken'], 50)
      return { NamedQueryIds: items, NextToken: next }
    },
    BatchGetNamedQuery: (call) => ({
      NamedQueries: list<string>(call.parameters['NamedQueryIds'])
        .map((id) => this.#states.of(call).queries.get(id))
        .filter((query) => query !== undefined),
      UnprocessedNamedQueryIds: [],
    }),
    DeleteNamedQuery: (call) => {
      this.#query(call)
      this.#states.of(call).queries.delete(String(call.parameters['NamedQueryId']))
    },
    TagResource: (call) => this.#setTags(call, (tags) => mergeTags(tags, list<Tag>(call.parameters['Tags']))),
    UntagResource: (call) => this.#setTags(call, (tags) => withoutTags(tags, list<string>(call.parameters['TagKeys']))),
    ListTagsForResource: (call) => ({ Tags: this.#tagsOf(call) }),
  }

  #group(call: Call): Body {
    const name = String(call.parameters['WorkGroup'])
    const found = this.#states.of(call).groups.get(name)
    if (!found) throw invalid(`WorkGroup ${name} is not found.`)
    return found
  }

  #taggedName(call: Call): string {
    const name = String(call.parameters['ResourceARN']).split('/').at(-1) ?? ''
    this.#group({ ...call, parameters: { WorkGroup: name } })
    return name
  }

  #tagsOf(call: Call): Tag[] {
    return this.#tags.of(call).get(this.#taggedName(call)) ?? []
  }

  #setTags(call: Call, change: (tags: Tag[]) => Tag[]): void {
    this.#tags.of(call).set(this.#taggedName(call), change(this.#tagsOf(call)))
  }

  #query(call: Call): Body {
    const found = this.#states.of(call).queries.get(String(call.parameters['NamedQueryId']))
    if (!found) throw invalid(`NamedQuery ${String(call.parameters['NamedQueryId'])} was not found`)
    return found
  }
}
