import type { TeardownThing } from '../model/teardown.ts'
import { costOf } from '../money/prices.ts'
import type { Found } from './found.ts'
import { lockedBecause, type Owner, staysBecause } from './rules.ts'

const GB = 1024 ** 3

/** A thing with what there is to know before its deletion, and whether it would go. */
export function describeThing(found: Found, owner: Owner): TeardownThing {
  const { kind, class: group, name, arn, region } = found
  const stays = staysBecause(found, owner)
  const cost = monthlyCost(found)
  return {
    kind,
    class: group,
    name,
    arn,
    region,
    why: whyOurs(found),
    details: [...ageOf(found, owner), ...detailsOf(found, owner)],
    ...(stays === undefined ? {} : { stays }),
    ...(cost === undefined || cost === 0 ? {} : { monthlyUsd: cost }),
  }
}

function whyOurs(found: Found): string {
  switch (found.kind) {
    case 'training job':
    case 'endpoint':
      return 'its name contains what `clean-up.name-contains` says'
    case 'model package':
      return `it is in the group ${found.group} of \`clean-up.model-package-groups\``
    case 'image':
      return `it is in the repository ${found.repository} of \`clean-up.repositories\``
    case 'add-on':
    case 'insights log group':
      return 'its cluster is one of `clean-up.clusters`'
    case 'addition to a role':
      return `it hangs on the role ${found.role}, which goes`
    default:
      return 'it has exactly the name that the config gives it'
  }
}

function ageOf({ created }: Found, { now }: Owner): string[] {
  if (created === undefined) return []
  const days = Math.floor((Date.parse(now) - Date.parse(created)) / 86_400_000)
  return [days < 1 ? 'made today' : `${days} ${days === 1 ? 'day' : 'days'} old`]
}

function detailsOf(found: Found, owner: Owner): string[] {
  switch (found.kind) {
    case 'training job':
      return [`${found.status}; it is stopped, which takes up to two minutes, and its record stays: AWS deletes none`]
    case 'endpoint':
      return [`${found.status}${found.reason ? `: ${found.reason}` : ''}`, 'its config and models stay']
    case 'model package':
      return [found.approval]
    case 'image':
      return [imageText(found), bytesText(found.bytes)]
    case 'add-on':
      return [found.status]
    case 'insights log group':
    case 'log group':
      return [bytesText(found.bytes)]
    case 'addition to a role':
      return [`${found.what}, not of the template: the stack cannot delete the role while it is there`]
    case 'access stack':
    case 'tamper stack':
    case 'audit stack':
    case 'bootstrap stack':
      return [
        `${found.status}, ${found.resources} resources`,
        ...(found.isProtected ? ['termination protection is taken off for it'] : []),
        ...(found.retained.length > 0 ? [`retained by its template, and not deleted with it: ${found.retained.join(', ')}`] : []),
      ]
    case 'access role':
    case 'audit role':
    case 'bootstrap role':
      return ['without a stack; policies are detached and removed, its instance profile with it']
    case 'delivery to CloudWatch Logs':
      return [`to ${found.logGroup}; off before the stack, whose role it uses`]
    case 'trail':
      return [
        found.isLogging
          ? 'logging: its last event is its own DeleteTrail; later deletions are on no record but the one written here'
          : 'not logging',
      ]
    case 'bucket':
    case 'template bucket':
      return bucketDetails(found, owner)
    case 'key':
      return [
        found.state === 'PendingDeletion' ? `pending deletion until ${found.deletion ?? 'a day that AWS does not say'}` : found.state,
        ...(found.isAliasThere ? [`with its alias ${found.alias}, which would block a new deployment`] : []),
        ...(found.lastUsed ? [`last used ${found.lastUsed}`] : []),
      ]
    default:
      return found satisfies never
  }
}

function imageText({ wanted, imageTags, isIndex }: Extract<Found, { kind: 'image' }>): string {
  const kept = imageTags.filter((tag) => !wanted.includes(tag))
  const what = isIndex ? 'index' : 'image'
  if (wanted.length === 0) return `${what} without a tag`
  return kept.length === 0
    ? `${what} with ${wanted.join(', ')}`
    : `only its tag ${wanted.join(', ')} goes: ${kept.join(', ')} keeps the ${what}`
}

function bucketDetails(found: Extract<Found, { kind: 'bucket' | 'template bucket' }>, owner: Owner): string[] {
  const locked = lockedBecause(found, owner)
  const { versions, markers, bytes, uploads, oldest, newest, lock } = found
  return [
    `${count(versions)} versions and ${count(markers)} delete markers, ${bytesText(bytes)}${uploads > 0 ? `, ${count(uploads)} unfinished ${uploads === 1 ? 'upload' : 'uploads'}` : ''}`,
    ...(oldest && newest ? [`written from ${oldest.slice(0, 10)} to ${newest.slice(0, 10)}`] : []),
    ...(lock ? [`Object Lock: ${lock.mode.toLowerCase()} for ${lock.days} days after each write`] : []),
    ...(locked ? [`${locked}: S3 refuses what is locked, and the bucket is left with it, and its key`] : []),
    ...(versions + markers > 1_000_000
      ? ['more than a million: a lifecycle rule that expires everything empties it in some days without a call, and respects locks']
      : []),
  ]
}

/** What a month of keeping a thing costs in its region; undefined where it costs nothing by itself, or has no price there. */
function monthlyCost(found: Found): number | undefined {
  const { region } = found
  switch (found.kind) {
    case 'key':
      return found.state === 'PendingDeletion' ? undefined : costOf('kms.key', 1, region)
    case 'bucket':
    case 'template bucket':
      return costOf('s3.standard', found.bytes / GB, region)
    case 'log group':
    case 'insights log group':
      return costOf('logs.store', found.bytes / GB, region)
    case 'image':
      return costOf('ecr.storage', found.bytes / GB, region)
    default:
      return undefined
  }
}

export function bytesText(bytes: number): string {
  const units = ['bytes', 'KB', 'MB', 'GB', 'TB']
  const step = bytes < 1024 ? 0 : Math.min(Math.floor(Math.log(bytes) / Math.log(1024)), units.length - 1)
  const value = bytes / 1024 ** step
  return `${step === 0 ? value : value.toFixed(value < 10 ? 1 : 0)} ${units[step]}`
}

/** Digits in groups of three. */
export function count(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',')
}
