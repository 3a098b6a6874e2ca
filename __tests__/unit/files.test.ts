import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from '@jest/globals'
import { loadProject } from '../../src/commands/project.ts'
import type { World } from '../../src/commands/world.ts'
import { compileCacheFolder } from '../../src/edge/compile-cache.ts'
import { readRegularFile } from '../../src/edge/files.ts'
import { AuditError } from '../../src/model/errors.ts'
import { MINIMAL } from '../support/config.ts'

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'mlops-audit-files-')))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const workspace = join(folder, 'checkout')
mkdirSync(join(workspace, 'sub'), { recursive: true })
const path = (name: string) => join(workspace, name)
const read = async (file: string, limit = 100) => (await readRegularFile(file, { limit, workspace }))?.toString('utf8')

describe('a file named by an input', () => {
  writeFileSync(path('plain.yml'), 'a: 1\n')
  writeFileSync(path('large.yml'), 'x'.repeat(101))
  writeFileSync(join(folder, 'outside.yml'), 'secret: 1\n')
  symlinkSync('../outside.yml', path('leads-out.yml'))
  symlinkSync('plain.yml', path('leads-in.yml'))
  symlinkSync(folder, path('folder-leads-out'))
  symlinkSync('nowhere', path('leads-nowhere'))
  symlinkSync('loop', path('loop'))
  execFileSync('mkfifo', [path('pipe')])

  it('is read where it is regular, and where a link stays in the checkout', async () => {
    expect([await read(path('plain.yml')), await read(path('leads-in.yml'))]).toEqual(['a: 1\n', 'a: 1\n'])
  })

  it('is absent where there is none', async () => {
    expect([await read(path('none')), await read(path('leads-nowhere')), await read(path('plain.yml/below'))]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })

  it('may stand outside of the checkout when it is named there', async () =>
    expect(await read(join(folder, 'outside.yml'))).toBe('secret: 1\n'))

  it.each([
    ['leads-out.yml', /is a link to a file outside of/],
    ['folder-leads-out/outside.yml', /is a link to a file outside of/],
    ['sub/../leads-out.yml', /is a link to a file outside of/],
    ['pipe', /is a pipe, and must be a regular file/],
    ['sub', /is a folder, and must be a regular file/],
    ['large.yml', /has 101 bytes; at most 100 bytes are read here/],
    ['loop', /cannot be read: .*ELOOP/],
  ])('is refused: %s', async (name, message) => {
    await expect(read(path(name))).rejects.toMatchObject({ code: 'BAD_INPUT', message: expect.stringMatching(message) })
  })

  it('is refused: a device and a socket', async () => {
    await expect(read('/dev/zero')).rejects.toThrow(/is a device/)
    const server = createServer().listen(path('socket'))
    await new Promise((done) => server.once('listening', done))
    await expect(read(path('socket'))).rejects.toThrow(/is a socket/)
    server.close()
  })

  it('gives nothing of a file that says it is empty and is not', async () => expect(await read('/proc/self/environ')).toBe(''))
})

describe('a file named by the config', () => {
  const world = (files: Record<string, string>): Pick<World, 'readText'> => ({ readText: (file) => Promise.resolve(files[file]) })
  const load = async (matrix: string, config = 'conf/mlops-audit.yml') => {
    const files = { [config]: `${MINIMAL}access-matrix: ${matrix}\n`, 'shared/rows.yml': '[]', 'conf/rows.yml': '[]', '../rows.yml': '[]' }
    try {
      await loadProject({ ...world(files), fragment: () => '', sha256: () => '' } as unknown as World, new Map([['config', config]]))
    } catch (error) {
      return error instanceof AuditError ? `${error.message} ${error.problems[0]?.position?.line ?? ''}` : String(error)
    }
    return 'read'
  }

  it.each(['../../etc/passwd', '../../rows.yml', '../conf/../../rows.yml'])('is not read outside of the checkout: %s', async (matrix) =>
    expect(await load(matrix)).toMatch(/lies outside of the checkout\. 6/),
  )

  it.each(['rows.yml', '../shared/rows.yml'])('is read within: %s', async (matrix) =>
    expect(await load(matrix)).not.toMatch(/outside|There is no/),
  )
})

describe('the compile cache', () => {
  const home = join(folder, 'home')
  mkdirSync(home)
  const at = (environment: Record<string, string> = {}) => compileCacheFolder({ XDG_CACHE_HOME: home, ...environment })
  const cache = join(home, 'mlops-audit/compiled')

  it('is off on runners, whatever is there', () => {
    expect([at({ GITHUB_ACTIONS: 'true' }), at({ CI: 'true' })]).toEqual([undefined, undefined])
  })

  it('is a folder of ours that nobody else may enter', () => {
    expect(at()).toBe(cache)
    expect(statSync(cache).mode & 0o777).toBe(0o700)
  })

  it.each([0o770, 0o707, 0o755, 0o777])('is not used when others may enter: %o', (mode) => {
    chmodSync(cache, mode)
    expect(at()).toBeUndefined()
    chmodSync(cache, 0o700)
  })

  it('is not used when others may exchange a folder above it', () => {
    chmodSync(home, 0o777)
    expect(at()).toBeUndefined()
    chmodSync(home, 0o700)
  })

  it('is not used through a link', () => {
    rmSync(cache, { recursive: true })
    mkdirSync(join(folder, 'elsewhere'), { mode: 0o700 })
    symlinkSync(join(folder, 'elsewhere'), cache)
    expect(at()).toBeUndefined()
  })
})
