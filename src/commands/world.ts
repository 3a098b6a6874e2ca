import type { LogReading } from '../activity/source.ts'
import type { CredentialSource } from '../aws/clients.ts'
import type { ServiceTypes } from '../cloudformation/types.ts'
import type { DigestCrypto } from '../digest/judge-digest.ts'
import type { ActionIndex } from '../iam/actions.ts'
import type { Progress } from '../model/progress.ts'
import type { PackEntry } from '../pack/manifest.ts'
import type { InputValues } from './inputs.ts'

/** Everything a command touches of the outside, passed in by the face that runs it. */
export interface World {
  version: string
  /** SHA-256 of the source that this was built from; undefined where it runs from the source. */
  madeFrom: string | undefined
  now(): Date
  sleep(ms: number): Promise<void>
  sha256(text: string): string
  /** Unpacks and verifies what CloudTrail delivers; loaded when asked for. */
  digestCrypto(): Promise<DigestCrypto>
  /** Reads log files on all cores; loaded when asked for. */
  logReading(): Promise<LogReading>
  /**
   * The text of a regular file; absent when there is none.
   * @throws BAD_INPUT for a pipe, a device, a folder, a link that leads out of the checkout, or a file of absurd size
   */
  readText(path: string): Promise<string | undefined>
  /** The same file as it is: what a signature is over. */
  readBytes(path: string): Promise<Uint8Array | undefined>
  /** Everything below a folder, links and devices too, each file with its size and hash; undefined where there is no such folder. */
  packEntries(path: string): Promise<readonly PackEntry[] | undefined>
  /** Files that a path, a folder or a pattern stands for; `chosen` where it names files. Undefined where there is nothing of that name. */
  filesAt(path: string): Promise<{ files: readonly string[]; chosen: boolean } | undefined>
  /** What is piped in; absent where nothing is. */
  standardInput(): Promise<string | undefined>
  /** Runs a program of the machine; undefined where it is not installed. */
  runProgram(name: string, args: readonly string[], input?: string): Promise<{ code: number; stdout: string; stderr: string } | undefined>
  /** Files as they were before a change: of the commit that is given, or of the base of the event; undefined where there is neither. */
  base(commit: string): BaseFiles | undefined
  /** Writes a whole file or nothing, without the secrets of this run; `own`, the default, for nobody but its owner to read. */
  writeText(path: string, text: string, mode?: FileMode): Promise<void>
  /** A file that lines are added to, each on the disk before the call comes back, without the secrets of this run. @throws WRITE_REFUSED */
  journal(path: string): Promise<Journal>
  fragment(file: string): string
  /** CloudFormation's resource types, by type name; loaded when asked for. */
  resourceTypes(): Promise<(type: string) => ServiceTypes | undefined>
  /** IAM's actions; loaded when asked for. */
  iamActions(): Promise<ActionIndex>
  /** Objects of buckets, kept in a folder. */
  objectFolder(path: string): Promise<ObjectFolder>
  progress: Progress
  /** Who is asked about runs and pull requests, and by which token; undefined where there is none. */
  github: { token: string; apiUrl: string } | undefined
  /** GitHub's OIDC token for an audience; undefined where there is none (a laptop, a fork). */
  idToken: ((audience: string) => Promise<string>) | undefined
  /** Takes secrets out of a text that is kept or said. */
  redact(text: string): string
  /** Called with every secret before it is used. */
  maskSecret(secret: string): Promise<void>
  defaultCredentials(): Promise<CredentialSource>
  /** Asks a person, who may take the default by saying nothing; undefined where nobody is. */
  ask: ((question: string, fallback: string) => Promise<string>) | undefined
  /** The variable of the environment that says that nobody watches: `GITHUB_ACTIONS` or `CI`; undefined where a person may. */
  unattended: string | undefined
  run: RunIdentity
  /** `AWS_REGION` of the environment, for commands without a config. */
  defaultRegion: string | undefined
  /** How the run is cancelled while something is under way; undefined where nobody cancels. */
  signal: Interruption | undefined
}

/** Lines of a file that survive whatever ends the run. */
export interface Journal {
  write(line: string): Promise<void>
  close(): Promise<void>
}

/** An object as S3 keeps it. */
export interface SavedObject {
  bytes: Uint8Array
  metadata: Readonly<Record<string, string>>
}

/** Objects of buckets in a folder. A key that is no plain path is never there, and never written. */
export interface ObjectFolder {
  /** Keys below a prefix, in their order. */
  list(bucket: string, prefix: string): AsyncIterable<string>
  folders(bucket: string, prefix: string): Promise<readonly string[]>
  get(bucket: string, key: string): Promise<SavedObject | undefined>
  /** @throws WRITE_REFUSED for a key that is no plain path */
  put(bucket: string, key: string, object: SavedObject): Promise<void>
}

/** Signals to this process, as a command sees them. */
export interface Interruption {
  /** Aborted by a signal that comes while something is under way. */
  signal: AbortSignal
  /**
   * Does the work. Signals are listened to only meanwhile: at any other time they simply end the run. `left` says what would be left
   * if the run ended this moment, and how to go on.
   */
  during<T>(left: () => string, work: () => Promise<T>): Promise<T>
}

/** The files of a commit. */
export interface BaseFiles {
  /** What a reader calls it. */
  name: string
  /** Absent when the commit has no such file. @throws AuditError when that cannot be told */
  readText(path: string): Promise<string | undefined>
  /** What the workflow of that commit gave this step; undefined where no workflow runs this. */
  inputs?(now: InputValues): Promise<BaseInputs>
}

/** `known`: all inputs as the step had them, and those that are others now, as the workflow writes them. */
export type BaseInputs =
  | {
      kind: 'known'
      values: InputValues
      changes: readonly { name: string; from: string | undefined; to: string | undefined }[]
    }
  | { kind: 'unknown'; because: string }

/** Who may read a file: `own` for results, which name accounts and what is wrong in them; `shared` for what is committed. */
export type FileMode = 'own' | 'shared'

/** What this run is, for session names, change-set names and reports. */
interface RunIdentity {
  /** Unique per run and attempt. */
  key: string
  commit: string | undefined
  url: string | undefined
  /** Session tags of a chained role: repository, ref, workflow and the like. */
  tags: Readonly<Record<string, string>>
  /** Who started it. */
  actor: string | undefined
}
