import type { AccessRowConfig } from '../model/config.ts'

/** A row of the foundation: it says why, and has no place in a config. */
export const row = (
  who: AccessRowConfig['who'],
  effect: AccessRowConfig['effect'],
  actions: readonly string[],
  on: readonly string[],
  why: string,
  more: Partial<Pick<AccessRowConfig, 'except' | 'when'>> = {},
): AccessRowConfig => ({ who, effect, actions, on, why, except: [], when: {}, ...more })
