import type { Shape } from './shape.ts'

/** Where and when a question was asked: what an answer to it must fit. */
export interface Asked {
  account: string
  partition: string
  region: string
  /** When the answer came. UTC, ISO 8601. */
  time: string
}

/** One kind of question to AWS. */
export interface ReadDefinition<P, A> {
  /** IAM action the read needs; S3's differ from its operations. */
  action: string
  /** Error names that mean "not there". */
  absent: readonly string[]
  /** What an answer looks like, all pages together. */
  shape: Shape<A>
  /** Says why an answer of the right shape is none to this question: about another resource, account or time. */
  contradiction?(answer: A, parameters: P, asked: Asked): string | undefined
  pages?: Paging
  /** The XML element that an answer is, where one without members is an answer: an SDK makes the same of any other page. */
  root?: string
  /** Members that are kept as a hash: what must be comparable, and is nobody's to read. */
  sealed?: readonly string[]
}

/** How an operation hands out a long list: the list, the member that names the next page, and the parameter that asks for it. */
export interface Paging {
  list: string
  next: string
  parameter: string
  /** Member that says whether there is a next page, where there is one. */
  more?: string
}

/** Names the types of the parameters and leaves the answer's to its shape. */
export function readWith<P>() {
  return <A>(definition: ReadDefinition<P, A>): ReadDefinition<P, A> => definition
}

/** Account of an ARN; undefined for S3's, which name none. */
export function accountOf(arn: string): string | undefined {
  return arn.split(':')[4] || undefined
}

/** Region of an ARN; undefined for global resources. */
export function regionOf(arn: string): string | undefined {
  return arn.split(':')[3] || undefined
}

/** The complaint when an answer names another resource than was asked for. */
export function unlessSame(what: string, found: string | undefined, asked: string): string | undefined {
  return found === undefined || found === asked ? undefined : `it is about ${what} ${found}, asked was ${asked}`
}

/** The complaint when something is of another account than the caller's. */
export function unlessOurs(arn: string, { account, partition }: Asked): string | undefined {
  const [, foundPartition] = arn.split(':')
  return accountOf(arn) === account && foundPartition === partition ? undefined : `it names ${arn}, which is not of account ${account}`
}

/** The first complaint there is. */
export function firstOf(...complaints: readonly (string | undefined)[]): string | undefined {
  return complaints.find((complaint) => complaint !== undefined)
}

/** What stands for a text that is compared and not kept. */
export function seal(text: string, sha256: (text: string) => string): string {
  return `sha256:${sha256(text.toLowerCase()).slice(0, 16)}`
}
