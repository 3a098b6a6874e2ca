/** `npm run sbom`: what is in the bundle, as SPDX 2.3. The published package depends on nothing, so its parts are those of `dist/licenses.txt`. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundledPackages } from './licenses.ts'
import { root } from './paths.mjs'

interface Package {
  version: string
  integrity?: string
}

/** The document, the same for the same source: no time but that of the commit it is made for. */
export function sbom(created: string) {
  const read = (file: string): string => readFileSync(join(root, file), 'utf8')
  const own: { name: string; version: string; license: string } = JSON.parse(read('package.json'))
  const { packages }: { packages: Record<string, Package> } = JSON.parse(read('package-lock.json'))
  const parts = bundledPackages(read('dist/licenses.txt'))
    .filter(({ name }) => name !== own.name)
    .map(({ name, license }) => {
      const { version, integrity } = packages[`node_modules/${name}`] ?? { version: 'NOASSERTION' }
      return { name, license, version, integrity }
    })
  const id = (name: string) => `SPDXRef-${name.replaceAll(/[^A-Za-z0-9.-]/g, '-')}`
  return {
    spdxVersion: 'SPDX-2.3',
    dataLicense: 'CC0-1.0',
    SPDXID: 'SPDXRef-DOCUMENT',
    name: `${own.name}@${own.version}`,
    documentNamespace: `https://github.com/org/mlops-audit-action/sbom/${own.version}/${createHash('sha256').update(read('dist/licenses.txt')).digest('hex')}`,
    creationInfo: { created, creators: [`Tool: ${own.name}-${own.version}`] },
    documentDescribes: [id(own.name)],
    packages: [{ name: own.name, license: own.license, version: own.version, integrity: undefined }, ...parts].map(
      ({ name, license, version, integrity }) => ({
        name,
        SPDXID: id(name),
        versionInfo: version,
        downloadLocation: `https://www.npmjs.com/package/${name}`,
        filesAnalyzed: false,
        licenseConcluded: license,
        licenseDeclared: license,
        copyrightText: 'NOASSERTION',
        externalRefs: [
          {
            referenceCategory: 'PACKAGE-MANAGER',
            referenceType: 'purl',
            referenceLocator: `pkg:npm/${name.replace('@', '%40')}@${version}`,
          },
        ],
        ...(integrity?.startsWith('sha512-')
          ? { checksums: [{ algorithm: 'SHA512', checksumValue: Buffer.from(integrity.slice(7), 'base64').toString('hex') }] }
          : {}),
      }),
    ),
    relationships: parts.map(({ name }) => ({
      spdxElementId: id(own.name),
      relationshipType: 'CONTAINS',
      relatedSpdxElement: id(name),
    })),
  }
}

if (import.meta.main) process.stdout.write(`${JSON.stringify(sbom(new Date().toISOString()), null, 2)}\n`)
