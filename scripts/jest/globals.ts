/**
 * What `@jest/globals` exports: what `jest-circus` made for the suite that runs, and the few mocks in use. A process runs many suites and
 * keeps its modules, so each use asks for those of now.
 */
import type * as Globals from '@jest/globals'
import { ModuleMocker } from 'jest-mock'

const GLOBALS = Symbol.for('suite-globals')
type Name = 'afterAll' | 'afterEach' | 'beforeAll' | 'beforeEach' | 'describe' | 'expect' | 'it'

const ofNow = (name: Name) => (Reflect.get(globalThis, GLOBALS) as typeof Globals)[name]

function live<N extends Name>(name: N): (typeof Globals)[N] {
  return new Proxy(() => undefined, {
    apply: (_, self, given) => Reflect.apply(ofNow(name), self, given),
    get: (_, key) => Reflect.get(ofNow(name), key),
  }) as unknown as (typeof Globals)[N]
}

export const afterAll = live('afterAll')
export const afterEach = live('afterEach')
export const beforeAll = live('beforeAll')
export const beforeEach = live('beforeEach')
export const describe = live('describe')
export const expect = live('expect')
export const it = live('it')

const mocker = new ModuleMocker(globalThis)
export const jest = { spyOn: mocker.spyOn.bind(mocker), restoreAllMocks: mocker.restoreAllMocks.bind(mocker) }
