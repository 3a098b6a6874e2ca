import { mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openObjectFolder } from '../../src/edge/object-folder.ts'

/** Keys come from digests, and a digest from whoever could write the bucket or made the folder. */
describe('a folder of objects', () => {
  let outside: string
  let folder: string
  beforeAll(() => {
    outside = mkdtempSync(join(tmpdir(), 'mlops-audit-objects-'))
    folder = join(outside, 'folder')
    writeFileSync(join(outside, 'secret'), 'secret')
  })
  afterAll(() => rmSync(outside, { recursive: true }))
  const object = { bytes: Buffer.from('x'), metadata: { signature: 'ab' } }

  it('gives back what it was given, in the order of keys', async () => {
    const objects = openObjectFolder(folder)
    for (const key of ['a/b/2.gz', 'a/b/1.gz', 'a/c/3.gz']) await objects.put('bucket', key, object)
    const keys: string[] = []
    for await (const key of objects.list('bucket', 'a/')) keys.push(key)
    expect(keys).toEqual(['a/b/1.gz', 'a/b/2.gz', 'a/c/3.gz'])
    expect(await objects.folders('bucket', 'a/')).toEqual(['b', 'c'])
    expect(await objects.get('bucket', 'a/b/1.gz')).toEqual(object)
    expect([await objects.get('bucket', 'a/b/9.gz'), await objects.folders('bucket', 'z/')]).toEqual([undefined, []])
  })

  it.each(['../secret', 'a/../../secret', '/etc/passwd', 'a//b', './a', 'a/./b', '', '..', 'a\0b', '..\\secret', `a/${'b'.repeat(2000)}`])(
    'neither reads nor writes %j',
    async (key) => {
      const objects = openObjectFolder(folder)
      for (const [bucket, name] of [
        ['bucket', key],
        [key, 'secret'],
      ] as const) {
        expect(await objects.get(bucket, name)).toBeUndefined()
        await expect(objects.put(bucket, name, object)).rejects.toMatchObject({ code: 'WRITE_REFUSED' })
      }
      expect(readdirSync(outside).sort()).toEqual(['folder', 'secret'])
    },
  )

  it('follows no link, and takes metadata that is none for none', async () => {
    const objects = openObjectFolder(folder)
    await objects.put('bucket', 'links/real', object)
    symlinkSync(join(outside, 'secret'), join(folder, 'bucket/links/link'))
    expect(await objects.get('bucket', 'links/link')).toBeUndefined()
    for (const text of ['', '[1]', '"a"', '{"signature":1}', '{']) {
      writeFileSync(join(folder, 'bucket/links/real.metadata.json'), text)
      expect((await objects.get('bucket', 'links/real'))?.metadata).toEqual({})
    }
  })
})
