import { describe, expect, it } from 'vitest'
import type { AnyModule } from './define-module.ts'
import { enabledModules, inOrderOfNeeds, nameOf } from './enabled.ts'
import { refuseSandboxInPublic, refuseSplitBus } from './guards.ts'
import type { PlatformConfig } from './platform-config.ts'

const module = (name: string, ...needs: string[]): AnyModule =>
  ({
    contract: { name },
    needs: Object.fromEntries(needs.map((need) => [need, { name: need }])),
  }) as AnyModule

const config = (more: Partial<PlatformConfig>): PlatformConfig =>
  ({
    MODULES: 'all',
    MODULE_URLS: {},
    SANDBOX: 'off',
    PUBLIC_URL: 'http://localhost:3000',
    ...more,
  }) as PlatformConfig

const names = (modules: readonly AnyModule[]) => modules.map(nameOf)

describe('which modules run', () => {
  const all = [
    module('turn', 'safety', 'billing'),
    module('safety', 'identity'),
    module('billing', 'identity'),
    module('identity'),
  ]

  it('runs all unless some are named', () => {
    expect(names(enabledModules(all, config({})))).toEqual(['turn', 'safety', 'billing', 'identity'])
    expect(names(enabledModules(all, config({ MODULES: 'turn, billing' })))).toEqual(['turn', 'billing'])
  })

  it('names what it does not know', () => {
    expect(() => enabledModules(all, config({ MODULES: 'turn,trun' }))).toThrow(
      /MODULES names trun; known are turn, safety/,
    )
  })

  it('starts what is needed first', () => {
    const ordered = names(inOrderOfNeeds(all))
    expect(ordered.indexOf('identity')).toBeLessThan(ordered.indexOf('safety'))
    expect(ordered.at(-1)).toBe('turn')
  })

  it('stops at a circle and shows it', () => {
    expect(() => inOrderOfNeeds([module('a', 'b'), module('b', 'c'), module('c', 'a')])).toThrow(
      /a → b → c → a/,
    )
  })
})

describe('what refuses to start', () => {
  it('the sandbox behind a public address', () => {
    expect(() =>
      refuseSandboxInPublic(config({ SANDBOX: 'on', PUBLIC_URL: 'https://triptych.example' })),
    ).toThrow(/loopback only/)
    expect(() => refuseSandboxInPublic(config({ SANDBOX: 'on' }))).not.toThrow()
  })

  it('several processes without a broker', () => {
    expect(() => refuseSplitBus(config({ MODULE_URLS: { turn: 'http://127.0.0.1:1' } }))).toThrow(/NATS_URL/)
  })
})
