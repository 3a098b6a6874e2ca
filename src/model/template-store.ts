import type { Config } from './config.ts'

/** Prefixes of the template bucket, each written by one role of bootstrap. */
export interface TemplateStore {
  bucket: string
  /** What plans are made from. */
  plan: string
  /** What may be deployed. */
  publish: string
}

/** Where templates lie for CloudFormation to read; below a prefix of the project in a bucket that is not ours alone. */
export function templateStoreOf({ names, prefix, templateBucket }: Config): TemplateStore {
  const root = templateBucket === 'use' ? `${prefix}/` : ''
  return { bucket: names.templateBucket, plan: `${root}plan/`, publish: `${root}publish/` }
}

/** The one address of an object that CloudFormation is given. A dot in the bucket's name would not match the certificate. */
export function templateUrl(at: { bucket: string; key: string; region: string; dnsSuffix: string }): string {
  const host = `s3.${at.region}.${at.dnsSuffix}`
  return at.bucket.includes('.') ? `https://${host}/${at.bucket}/${at.key}` : `https://${at.bucket}.${host}/${at.key}`
}
