import { afterAll, afterEach, describe, expect, it } from '@jest/globals'
import {
  ACTIONS,
  ALL_DATA,
  ALL_OPTIONS,
  closeClinic,
  expectRefused,
  look,
  roleWith,
  startClinic
} from '../app/doctor/rig.ts'
import type { Scene } from '../app/rig.ts'

/* Each action that a recipe may need, denied alone: doctor names it, the statement to add and the role, and nothing else. */

let scene: Scene
afterEach(() => scene.close())
afterAll(closeClinic)

describe('doctor, with one permission missing', () => {
  it.each(ACTIONS)('%s', async (action) => {
    const rest = ACTIONS.filter((one) => one !== action)
    scene = await startClinic({ ...ALL_DATA, roles: [roleWith(rest)] })
    const { checks, diagnosis } = await look(scene, ALL_OPTIONS)
    expectRefused(checks[action], action)
    const failed = diagnosis.checks.filter(({ status }) => status === 'failed').map(({ id }) => id)
    expect(failed).toEqual([action])
  })
})
