import { execFileSync } from 'node:child_process'
import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { RunReport } from '../../src/model/report.ts'
import { type Manifest, sumsText } from '../../src/pack/manifest.ts'
import { headlineOf } from '../../src/report/headline.ts'
import { type Bench, openBench } from '../support/sandbox.ts'

const KEYS = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const sha256 = (body: string | Buffer) => createHash('sha256').update(body).digest('hex')

describe('an audit pack', () => {
  let bench: Bench
  let pack: string
  let copies = 0
  const at = (folder: string, name: string) => join(folder, name)
  const text = (folder: string, name: string) => readFileSync(at(folder, name), 'utf8')
  const offline = { defaultCredentials: () => Promise.reject(new Error('offline')) }

  beforeAll(async () => {
    bench = await openBench()
    expect((await bench.run('deploy', { bootstrap: 'true' })).exitCode).toBe(0)
    expect((await bench.run('deploy')).exitCode).toBe(0)
    expect((await bench.run('verify')).exitCode).toBe(0)
    pack = join(bench.folder, 'pack')
    const made = await bench.run('report', { pack }, offline)
    expect([made.exitCode, made.report.problems]).toEqual([0, []])
  })
  afterAll(() => bench.close())

  /** A copy to change. */
  const copied = () => {
    copies += 1
    const folder = join(bench.folder, `copy-${copies}`)
    cpSync(pack, folder, { recursive: true })
    return folder
  }
  /** Signs what a manifest says, as `aws kms sign` with ECDSA_SHA_256 does. */
  const signed = (folder: string) => {
    const [signature, key] = [`${folder}.sig`, `${folder}.pem`]
    writeFileSync(signature, sign('sha256', readFileSync(at(folder, 'manifest.json')), KEYS.privateKey).toString('base64'))
    writeFileSync(key, KEYS.publicKey.export({ format: 'pem', type: 'spki' }))
    return { signature, 'public-key': key }
  }
  /** Writes hashes anew, as whoever edits a file can. */
  const rehashed = (folder: string, change: (manifest: Manifest) => object = (manifest) => manifest) => {
    const manifest = JSON.parse(text(folder, 'manifest.json')) as Manifest
    for (const file of manifest.files) {
      if (!existsSync(at(folder, file.path))) continue
      const body = readFileSync(at(folder, file.path))
      Object.assign(file, { bytes: body.length, sha256: sha256(body) })
    }
    const changed = change(manifest)
    const body = `${JSON.stringify(changed, null, 2)}\n`
    writeFileSync(at(folder, 'manifest.json'), body)
    writeFileSync(at(folder, 'SHA256SUMS'), sumsText((changed as Manifest).files, sha256(body)))
  }
  const proven = (folder: string, proof: Record<string, string> = {}) => bench.run('report', { 'check-pack': folder, ...proof }, offline)
  const said = ({ problems }: RunReport) => problems.map(({ id, message }) => `${id ?? '-'}: ${message}`)

  it('has evidence, results, population, sheets and a manifest of it all', () => {
    expect(readdirSync(pack).sort()).toEqual(
      [
        ...['README.md', 'SHA256SUMS', 'VERIFY.md', 'access-review.csv', 'config', 'evidence.json', 'manifest.json', 'population.csv'],
        ...['report.html', 'report.md', 'results.csv', 'results.json', 'results.sarif', 'sign-off.md', 'tested.csv'],
      ].sort(),
    )
    expect(readFileSync(at(pack, 'evidence.json'))).toEqual(readFileSync(join(bench.folder, '.mlops-audit/evidence.json')))
    const { files, ...rest } = JSON.parse(text(pack, 'manifest.json')) as Manifest
    expect(rest).toMatchObject({ subject: 'retail-prediction / dev', account: '123456789012', config: { file: 'mlops-audit.yml' } })
    expect(files).toHaveLength(13)
    const { reads } = JSON.parse(text(pack, 'evidence.json')) as { reads: unknown[] }
    const { findings, access = [] } = JSON.parse(text(pack, 'results.json')) as RunReport
    expect(text(pack, 'README.md')).toContain(`| **all** | **${reads.length}** |`)
    expect(text(pack, 'README.md')).toContain(`| tests passed | ${findings.filter(({ status }) => status === 'pass').length} |`)
    expect(text(pack, 'population.csv').trim().split('\r\n')).toHaveLength(reads.length + 1)
    expect(text(pack, 'access-review.csv').trim().split('\r\n')).toHaveLength(access.length + 1)
    expect(text(pack, 'tested.csv')).toContain('arn:aws:s3:::mlops-cloudtrail-logs-us-east-1-123456789012')
  })

  it('proves itself to coreutils', () => {
    expect(execFileSync('sha256sum', ['--check', '--strict', 'SHA256SUMS'], { cwd: pack, encoding: 'utf8' })).toMatch(/manifest\.json: OK/)
  })

  it('is never written over another', async () => {
    const again = await bench.run('report', { pack }, offline)
    expect([again.exitCode, said(again.report)[0]]).toEqual([3, expect.stringContaining('pack is not empty: README.md')])
  })

  it('is whole, judged again, and signed by whom; unsigned it is not proven', async () => {
    const good = await proven(pack, signed(pack))
    expect([good.exitCode, said(good.report), headlineOf(good.report)]).toEqual([0, [], 'the pack is proven'])
    expect(good.report.notices).toEqual([
      expect.stringMatching(/pack is whole: 15 files of .*Z, signed by the key with SHA-256 [0-9a-f]{64}\.$/),
      expect.stringMatching(
        /^Its evidence, judged again, comes to the same \d\d+ findings and \d+ rows, and to the same pages; report\.html, .* were not compared\.$/,
      ),
    ])
    const unsigned = await proven(pack)
    expect([unsigned.exitCode, headlineOf(unsigned.report), said(unsigned.report)]).toEqual([
      3,
      'the pack is not proven',
      [expect.stringMatching(/^pack-unsigned: Nobody signed .*no more than that nothing was changed by accident\.$/)],
    ])
  })

  it.each<[string, (folder: string) => unknown, RegExp]>([
    [
      'a page changed',
      (folder) => writeFileSync(at(folder, 'report.md'), `${text(folder, 'report.md')} `),
      /report\.md was changed: it has \d+ bytes/,
    ],
    [
      'a letter changed',
      (folder) => writeFileSync(at(folder, 'evidence.json'), text(folder, 'evidence.json').replace('"pages": 1', '"pages": 2')),
      /evidence\.json was changed: its SHA-256 is another/,
    ],
    ['a page less', (folder) => rmSync(at(folder, 'population.csv')), /population\.csv is missing/],
    ['a page more', (folder) => writeFileSync(at(folder, 'notes.md'), 'x'), /notes\.md is no file of the pack/],
    [
      'a folder with a page more',
      (folder) => {
        mkdirSync(at(folder, 'more'))
        writeFileSync(at(folder, 'more/x'), '')
      },
      /more\/x is no file of the pack/,
    ],
    ['a page that differs by its letters', (folder) => writeFileSync(at(folder, 'REPORT.md'), 'x'), /REPORT\.md is no file of the pack/],
    [
      'a link for a page',
      (folder) => {
        rmSync(at(folder, 'report.md'))
        symlinkSync('report.html', at(folder, 'report.md'))
      },
      /report\.md is a link/,
    ],
    [
      'a link for a folder',
      (folder) => {
        rmSync(at(folder, 'config'), { recursive: true })
        symlinkSync(at(pack, 'config'), at(folder, 'config'))
      },
      /config is a link/,
    ],
    ['a pipe', (folder) => execFileSync('mkfifo', [at(folder, 'pipe')]), /pipe is no regular file/],
    ['no sums', (folder) => rmSync(at(folder, 'SHA256SUMS')), /SHA256SUMS is missing/],
    [
      'other sums',
      (folder) => writeFileSync(at(folder, 'SHA256SUMS'), text(folder, 'SHA256SUMS').toUpperCase()),
      /SHA256SUMS does not say what/,
    ],
  ])('with %s is no pack, whoever signed it', async (_, change, says) => {
    const folder = copied()
    const proof = signed(folder)
    change(folder)
    const { report, exitCode } = await proven(folder, proof)
    expect([exitCode, said(report).join('\n')]).toEqual([3, expect.stringMatching(says)])
    expect(report.notices.join('\n')).not.toContain('is whole')
  })

  it('edited and hashed anew is not the one that was signed', async () => {
    const folder = copied()
    const proof = signed(folder)
    writeFileSync(at(folder, 'results.csv'), text(folder, 'results.csv').replaceAll('fail', 'pass'))
    rehashed(folder, (manifest) => ({ ...manifest, subject: 'another / prod' }))
    const { report, exitCode } = await proven(folder, proof)
    expect([exitCode, report.reason, said(report).join('\n')]).toEqual([3, 'SIGNATURE_REFUSED', expect.stringMatching(/signature/i)])
    // Without the signature nothing says that it was edited, and so it is not called proven.
    expect((await proven(folder)).exitCode).toBe(3)
  })

  it('whose results are not those of its evidence is named, also when it is signed', async () => {
    const folder = copied()
    const results = JSON.parse(text(folder, 'results.json')) as { findings: { status: string; code: string }[] }
    const [passing] = results.findings.filter(({ status }) => status === 'pass')
    if (!passing) throw new Error('nothing passes')
    passing.status = 'fail'
    writeFileSync(at(folder, 'results.json'), JSON.stringify(results))
    rehashed(folder)
    const { report, exitCode } = await proven(folder, signed(folder))
    expect([exitCode, said(report)]).toEqual([
      3,
      [expect.stringMatching(/^pack-findings-differ: .*comes to something else than the pack has/)],
    ])
  })

  it.each<[string, (folder: string) => unknown, (manifest: Manifest) => object, RegExp]>([
    [
      'another version’s',
      () => {},
      (manifest) => ({ ...manifest, tool: 'mlops-audit 9.9.9' }),
      /^pack-not-judged: .*was made by mlops-audit 9\.9\.9/,
    ],
    [
      'of another account',
      () => {},
      (manifest) => ({ ...manifest, account: '210987654321' }),
      /account of manifest\.json is not that of the evidence/,
    ],
    ['of another subject', () => {}, (manifest) => ({ ...manifest, subject: 'x / prod' }), /subject of manifest\.json is not/],
    [
      'of another run',
      () => {},
      (manifest) => ({ ...manifest, evidence: { ...manifest.evidence, run: { key: 'x' } } }),
      /evidence\.run\.key of/,
    ],
    [
      'with other counts',
      (folder) => writeFileSync(at(folder, 'README.md'), '| tests passed | 99999 |'),
      (manifest) => manifest,
      /README\.md is not what is made of it/,
    ],
    [
      'with another population',
      (folder) => writeFileSync(at(folder, 'population.csv'), 'nothing'),
      (manifest) => manifest,
      /population\.csv is not what/,
    ],
    [
      'with another review',
      (folder) => writeFileSync(at(folder, 'access-review.csv'), 'nothing'),
      (manifest) => manifest,
      /access-review\.csv is not what/,
    ],
    [
      'without its population',
      (folder) => rmSync(at(folder, 'population.csv')),
      (manifest) => ({ ...manifest, files: manifest.files.filter(({ path }) => path !== 'population.csv') }),
      /population\.csv is not what/,
    ],
    [
      'without its results',
      (folder) => rmSync(at(folder, 'results.csv')),
      (manifest) => ({ ...manifest, files: manifest.files.filter(({ path }) => path !== 'results.csv') }),
      /results\.csv is not in it/,
    ],
    [
      'with a finding twice',
      (folder) => {
        const results = JSON.parse(text(folder, 'results.json')) as { findings: unknown[] }
        writeFileSync(at(folder, 'results.json'), JSON.stringify({ ...results, findings: [...results.findings, results.findings[0]] }))
      },
      (manifest) => manifest,
      /comes to something else than the pack has/,
    ],
    [
      'with another summary',
      (folder) => {
        const results = JSON.parse(text(folder, 'results.json')) as { summary: object }
        writeFileSync(at(folder, 'results.json'), JSON.stringify({ ...results, summary: { ...results.summary, pass: 99999 } }))
      },
      (manifest) => manifest,
      /summary: pass 99999/,
    ],
  ])('%s is not proven, though it is signed', async (_, change, header, says) => {
    const folder = copied()
    change(folder)
    rehashed(folder, header)
    const { report, exitCode } = await proven(folder, signed(folder))
    expect([exitCode, said(report).join('\n')]).toEqual([3, expect.stringMatching(says)])
  })

  it.each(['', '[]', 'null', '{"findings":[null]}', '{"findings":{}}', '{"findings":[],"access":[{}]}'])(
    'with results that are none is refused: %s',
    async (body) => {
      const folder = copied()
      writeFileSync(at(folder, 'results.json'), body)
      rehashed(folder)
      const { report, exitCode } = await proven(folder, signed(folder))
      expect([exitCode, said(report).join('\n')]).toEqual([
        3,
        expect.stringMatching(/results\.json (?:of the pack has no findings|has)|than the pack has/),
      ])
    },
  )

  it.each<[string, (manifest: Manifest) => object, RegExp]>([
    [
      'leads out',
      (manifest) => ({ ...manifest, files: [{ ...manifest.files[0], path: '../evidence.json' }] }),
      /files\[0\]\.path is "\.\.\/evidence\.json", not the path of a file below the pack/,
    ],
    [
      'is absolute',
      (manifest) => ({ ...manifest, files: [{ ...manifest.files[0], path: '/etc/passwd' }] }),
      /not the path of a file below the pack/,
    ],
    [
      'goes round',
      (manifest) => ({ ...manifest, files: [{ ...manifest.files[0], path: 'a/../../b' }] }),
      /not the path of a file below the pack/,
    ],
    [
      'has a twin',
      (manifest) => ({ ...manifest, files: [...manifest.files, { ...manifest.files[0], path: 'readme.MD' }] }),
      /names that differ by more than large and small letters/,
    ],
    ['has no files', (manifest) => ({ ...manifest, files: [] }), /files is a list of 0/],
    ['is of another version', (manifest) => ({ ...manifest, schemaVersion: 2 }), /schemaVersion is 2, not 1/],
    ['says more', (manifest) => ({ ...manifest, approved: true }), /approved/],
  ])('whose manifest %s is refused with the place', async (_, change, says) => {
    const folder = copied()
    rehashed(folder, change)
    const { report, exitCode } = await proven(folder, signed(folder))
    expect([exitCode, report.reason, said(report).join('\n')]).toEqual([3, 'BAD_EVIDENCE', expect.stringMatching(says)])
  })

  it('of another config, or of nothing, is not made', async () => {
    const config = text(bench.folder, 'mlops-audit.yml')
    bench.config(config.replace('insights: true', 'insights: false'))
    const other = await bench.run('report', { pack: join(bench.folder, 'other') }, offline)
    bench.config(config)
    expect([other.exitCode, said(other.report)[0]]).toEqual([3, expect.stringContaining('is not the one that')])
    const nothing = await bench.run('report', { from: bench.folder, pack: join(bench.folder, 'other') }, offline)
    expect([nothing.exitCode, said(nothing.report)[0]]).toEqual([3, expect.stringContaining('There is no ')])
    const none = await proven(bench.folder)
    expect([none.exitCode, said(none.report)[0]]).toEqual([3, expect.stringContaining('is no audit pack')])
    expect(readdirSync(bench.folder)).not.toContain('other')
  })

  it('of a failing account is made all the same, and the run is red', async () => {
    await bench.aws('cloudtrail', 'stop-logging', '--name', 'mlops-retail-prediction-audit-trail')
    expect((await bench.run('verify')).exitCode).toBe(1)
    const folder = join(bench.folder, 'failing')
    const { exitCode } = await bench.run('report', { pack: folder }, offline)
    expect([exitCode, /\| exceptions \| [1-9]/.test(text(folder, 'README.md'))]).toEqual([1, true])
    expect((await proven(folder, signed(folder))).exitCode).toBe(0)
  })
})
