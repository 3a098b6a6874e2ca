import type { RawConfig, SettledConfig } from './types.generated.ts'

export type { RawConfig, SettledConfig } from './types.generated.ts'

/** Names for the parts of a config as it is written that rules and derivation speak of. */
export type RawNameKey = keyof NonNullable<RawConfig['names']>
export type RawAudit = NonNullable<RawConfig['audit']>
export type RawObjectLock = NonNullable<RawAudit['object-lock']>
/** `create`, or an existing resource: only referred to (`use`) or imported into the stack (`adopt`). */
export type RawSource = NonNullable<RawAudit['trail']>

/** The same with defaults filled in. */
export type RawGithub = NonNullable<RawConfig['github']>
export type SettledGithub = NonNullable<SettledConfig['github']>
export type SettledAudit = SettledConfig['audit']
export type SettledAccess = SettledConfig['access']
export type SettledEks = Exclude<SettledAccess['eks'], false>
export type SettledSagemaker = Exclude<SettledAccess['sagemaker'], false>
export type SettledAccessRow = Exclude<NonNullable<SettledConfig['access-matrix']>, string>[number]
