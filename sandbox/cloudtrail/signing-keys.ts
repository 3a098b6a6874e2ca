import { createHash, createSign, generateKeyPair, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'

const generate = promisify(generateKeyPair)

interface SigningKey {
  privateKey: KeyObject
  /** PKCS#1 DER, what ListPublicKeys returns. */
  publicDer: Buffer
  fingerprint: string
}

/** One RSA key pair per region, made when first needed. */
export class SigningKeys {
  readonly #keys = new Map<string, Promise<SigningKey>>()

  async sign(region: string, text: string): Promise<string> {
    const { privateKey } = await this.#key(region)
    return createSign('RSA-SHA256').update(text, 'utf8').sign(privateKey, 'hex')
  }

  async fingerprint(region: string): Promise<string> {
    return (await this.#key(region)).fingerprint
  }

  async publicKey(region: string): Promise<{ Fingerprint: string; Value: string }> {
    const { fingerprint, publicDer } = await this.#key(region)
    return { Fingerprint: fingerprint, Value: publicDer.toString('base64') }
  }

  #key(region: string): Promise<SigningKey> {
    const existing = this.#keys.get(region)
    if (existing) return existing
    const made = generate('rsa', { modulusLength: 2048 }).then(({ privateKey, publicKey }) => {
      const publicDer = publicKey.export({ type: 'pkcs1', format: 'der' })
      return { privateKey, publicDer, fingerprint: createHash('md5').update(publicDer).digest('hex') }
    })
    this.#keys.set(region, made)
    return made
  }
}
