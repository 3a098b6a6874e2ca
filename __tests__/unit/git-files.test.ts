import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { gitFiles } from '../../src/edge/git-files.ts'

describe('gitFiles', () => {
  const start = process.cwd()
  let folder: string
  let first: string
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'commit.gpgsign=false', ...args], {
      encoding: 'utf8',
    }).trim()

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'git-files-'))
    process.chdir(folder)
    git('init', '-q')
    mkdirSync('sub')
    writeFileSync('sub/a.yml', 'old: "${x}"\n')
    for (const [name, target] of Object.entries(LINKS)) symlinkSync(target, name)
    git('add', '.')
    git('commit', '-q', '-m', 'one')
    first = git('rev-parse', 'HEAD')
    writeFileSync('sub/a.yml', 'new: 1\n')
    git('commit', '-q', '-a', '-m', 'two')
  })
  const LINKS = {
    good: 'sub/a.yml',
    chain: 'good',
    'sub/up': '../sub/a.yml',
    out: '/etc/hostname',
    loop: 'loop',
    gone: 'sub/none.yml',
    above: '../a.yml',
  }
  afterAll(() => {
    process.chdir(start)
    rmSync(folder, { recursive: true, force: true })
  })

  it('reads a file as a commit has it, whatever lies in the folder', async () => {
    writeFileSync('sub/a.yml', 'changed: 1\n')
    expect(await gitFiles(first).readText('sub/a.yml')).toBe('old: "${x}"\n')
    expect(await gitFiles('HEAD').readText('sub/a.yml')).toBe('new: 1\n')
    expect(await gitFiles(first).readText('b.yml')).toBeUndefined()
    expect(gitFiles(first).name).toBe(first.slice(0, 7))
  })

  it('reads beside the folder it runs in', async () => {
    process.chdir('sub')
    expect(await gitFiles(first).readText('a.yml')).toBe('old: "${x}"\n')
    process.chdir('..')
  })

  it('follows links as a checkout would, within the commit', async () => {
    writeFileSync('sub/a.yml', 'changed: 1\n')
    for (const name of ['good', 'chain', 'sub/up', 'sub/../good']) expect(await gitFiles(first).readText(name)).toBe('old: "${x}"\n')
    for (const name of ['out', 'loop', 'gone', 'above'])
      await expect(gitFiles(first).readText(name)).rejects.toThrow(`${name} is a link that leads nowhere in it`)
  })

  it.each(['--help', '0123456789012345678901234567890123456789', 'no-such-branch', 'a b'])('cannot tell of %s', async (commit) => {
    await expect(gitFiles(commit).readText('sub/a.yml')).rejects.toThrow(`The config of ${commit} could not be read`)
  })
})
