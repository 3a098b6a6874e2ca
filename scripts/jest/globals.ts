/** What `@jest/globals` exports in a suite: what `jest-circus` made for it, and the few mocks in use. */
import type * as Globals from '@jest/globals'
import { ModuleMocker } from 'jest-mock'

const given = Reflect.get(globalThis, Symbol.for('suite-globals')) as typeof Globals
const mocker = new ModuleMocker(globalThis)

export const { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } = given
export const jest = { spyOn: mocker.spyOn.bind(mocker), restoreAllMocks: mocker.restoreAllMocks.bind(mocker) }
