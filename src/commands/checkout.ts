import { join } from 'node:path'
import type { World } from './world.ts'

/** The git checkout a command was started in. */
export interface Checkout {
  /** Path of its top from the working folder: `.`, or `..`, `../..` in a folder below. */
  top: string
  /** `OWNER/REPO` of `origin`, where that is on a GitHub; empty otherwise. */
  repository: string
  /** Who signs the tokens of its runs, as a URL; undefined on github.com and outside of a GitHub. */
  issuer: string | undefined
  /** The default branch of `origin`, else the branch that is checked out; undefined where git names none. */
  branch: string | undefined
}

/** More folders than anyone nests. */
const DEPTH = 30

/** Looks upwards for `.git`: a folder, or in a worktree a file that says where it is. Undefined outside of a checkout. */
export async function findCheckout(world: World): Promise<Checkout | undefined> {
  for (let depth = 0; depth < DEPTH; depth += 1) {
    const top = depth === 0 ? '.' : Array.from({ length: depth }, () => '..').join('/')
    const git = await gitFolder(world, top)
    if (git !== undefined) return describe(world, top, git)
  }
  return undefined
}

async function gitFolder(world: World, top: string): Promise<string | undefined> {
  for (const file of ['HEAD', 'config']) if ((await world.readText(join(top, '.git', file))) !== undefined) return join(top, '.git')
  // A folder called `.git` with neither is no repository, and no file either.
  const pointer = await world.readText(join(top, '.git')).catch(() => undefined)
  const path = /^gitdir: (.+)$/m.exec(pointer ?? '')?.[1]
  if (path === undefined) return undefined
  return path.startsWith('/') ? path : join(top, path)
}

async function describe(world: World, top: string, git: string): Promise<Checkout> {
  // A worktree shares configuration and remote branches with the repository it belongs to.
  const shared = (await world.readText(join(git, 'commondir')))?.trim()
  const common = shared === undefined ? git : shared.startsWith('/') ? shared : join(git, shared)
  const config = (await world.readText(join(common, 'config'))) ?? ''
  const url = /\[remote "origin"\][^[]*?url\s*=\s*(\S+)/.exec(config)?.[1] ?? ''
  const ofOrigin = /^ref: refs\/remotes\/origin\/(\S+)/.exec((await world.readText(join(common, 'refs/remotes/origin/HEAD'))) ?? '')?.[1]
  const ofHead = /^ref: refs\/heads\/(\S+)/.exec((await world.readText(join(git, 'HEAD'))) ?? '')?.[1]
  return {
    top,
    repository: /(?:github[^/:]*|\.ghe\.com)[/:]([\w-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(url)?.[1] ?? '',
    issuer: issuerOf(url),
    branch: ofOrigin ?? ofHead,
  }
}

/** A server has its issuer below its own name, a GHE.com subdomain one of its own. */
function issuerOf(url: string): string | undefined {
  const host = /^(?:\w+:\/\/)?(?:[^@/]+@)?([\w.-]*github[\w.-]*|[\w-]+\.ghe\.com)[/:]/.exec(url)?.[1]?.toLowerCase()
  if (host === undefined || host === 'github.com' || host === 'ssh.github.com') return undefined
  return host.endsWith('.ghe.com') ? `https://token.actions.${host}` : `https://${host}/_services/token`
}
