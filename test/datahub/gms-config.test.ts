import { describe, expect, it } from '@jest/globals'
import { isAtLeast, parseGmsConfig, versionNumbers } from '../../src/datahub/gms-config.ts'

const config = (members: object): string =>
  JSON.stringify({ noCode: 'true', versions: { 'acryldata/datahub': { version: 'v1.3.0' } }, ...members })

describe('parseGmsConfig', () => {
  it.each([
    ['a page', '<!DOCTYPE html>'],
    ['nothing', ''],
    ['a text', '"noCode"'],
    ['null', 'null'],
    ['a list', '[]'],
    ['another service', '{"status":"UP"}'],
    ['the frontend', '{"noCode":"false"}']
  ])('finds no GMS in %s', (_what, text) => {
    expect(parseGmsConfig(text)).toBeNull()
  })

  it('reads what GMS says', () => {
    const text = config({ datahub: { serverEnv: 'cloud' }, statefulIngestionCapable: true, patchCapable: true })
    expect(parseGmsConfig(text)).toEqual({
      version: 'v1.3.0',
      serverEnv: 'cloud',
      statefulIngestionCapable: true,
      patchCapable: true
    })
  })

  it.each([
    {},
    { versions: null, datahub: null },
    { versions: 'x', datahub: [] },
    { versions: { 'acryldata/datahub': null }, datahub: { serverEnv: '' } },
    { versions: { 'acryldata/datahub': { version: 'null' } }, datahub: { serverEnv: null } },
    { versions: { 'acryldata/datahub': { version: 13 } }, statefulIngestionCapable: 'true' }
  ])('does without what it does not say: %j', (members) => {
    const version = 'versions' in members ? null : 'v1.3.0'
    expect(parseGmsConfig(config(members))).toEqual({
      version,
      serverEnv: 'core',
      statefulIngestionCapable: false,
      patchCapable: false
    })
  })
})

describe('a version', () => {
  // What the peer's _parse_version makes of them (server_config_util.py); of what it throws for, zeros.
  it.each([
    ['v1.3.0', [1, 3, 0, 0]],
    ['1.3.0', [1, 3, 0, 0]],
    ['v1.3.0.2', [1, 3, 0, 2]],
    ['v1.3.0rc1', [1, 3, 0, 0]],
    ['v1.3.0.1rc2', [1, 3, 0, 1]],
    ['v0.3.11.2-acryl', [0, 3, 11, 2]],
    ['v1.10.12-SNAPSHOT', [1, 10, 12, 0]],
    [null, [0, 0, 0, 0]],
    ['', [0, 0, 0, 0]],
    ['null', [0, 0, 0, 0]],
    ['head', [0, 0, 0, 0]],
    ['c0ffee1', [0, 0, 0, 0]]
  ])('%s', (version, numbers) => {
    expect(versionNumbers(version)).toEqual(numbers)
  })

  it.each([
    ['v1.7.0', 'core', true],
    ['v1.6.9.9', 'core', false],
    ['v1.7.0.1', 'core', true],
    ['v2.0.0', 'core', true],
    ['v1.10.0', 'core', true],
    ['v2.0.9', 'cloud', false],
    ['v2.1.0', 'cloud', true],
    [null, 'core', false]
  ])('%s of %s is new enough: %s', (version, serverEnv, expected) => {
    expect(isAtLeast({ version, serverEnv }, { core: [1, 7, 0], managed: [2, 1, 0] })).toBe(expected)
  })
})
