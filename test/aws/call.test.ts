import { describe, expect, it } from '@jest/globals'
import { type CallPolicy, callAws } from '../../src/aws/call.ts'
import { createRateLimit } from '../../src/aws/rate-limit.ts'
import { AppError } from '../../src/core/errors.ts'
import { AwsCallError } from '../../src/model/aws-call-error.ts'
import type { Event } from '../../src/model/event.ts'
import { manualClock } from '../emulator/clock.ts'

function awsError(name: string): Error {
  return Object.assign(new Error(`${name} it is`), { name, $metadata: { httpStatusCode: 400, requestId: 'r-9' } })
}

/** A policy whose clock passes at once, and what was emitted under it. */
function policyOf(changes: Partial<CallPolicy> = {}) {
  const clock = manualClock(0)
  const events: Event[] = []
  const policy: CallPolicy = {
    service: 'glue',
    retries: 3,
    clock,
    emit: (event) => events.push(event),
    limit: null,
    renew: null,
    ...changes
  }
  return { policy, events, clock }
}

/** Fails with each of `errors` in turn, then succeeds. */
function failing(...errors: readonly unknown[]) {
  const left = [...errors]
  return async (): Promise<string> => {
    if (left.length === 0) return 'done'
    throw left.shift()
  }
}

describe('callAws', () => {
  it('waits longer and longer, and says so', async () => {
    const { policy, events, clock } = policyOf()
    const attempt = failing(
      awsError('ThrottlingException'),
      awsError('InternalServiceException'),
      awsError('Throttling')
    )
    expect(await callAws(policy, 'GetTables', attempt)).toBe('done')
    expect(clock.slept).toEqual([500, 1_000, 2_000])
    expect(events).toEqual([
      { type: 'retried', service: 'glue', reason: 'Throttling', after: 500 },
      { type: 'retried', service: 'glue', reason: 'InternalService', after: 1_000 },
      { type: 'retried', service: 'glue', reason: 'Throttling', after: 2_000 }
    ])
  })

  it('gives up after the retries that the recipe allows', async () => {
    const { policy } = policyOf({ retries: 2 })
    const error = awsError('ThrottlingException')
    await expect(callAws(policy, 'GetTables', failing(error, error, error))).rejects.toMatchObject({
      name: 'AwsCallError',
      kind: 'throttle',
      code: 'Throttling',
      action: 'glue:GetTables',
      attempts: 3,
      requestId: 'r-9',
      message: 'ThrottlingException it is',
      cause: error
    })
  })

  it.each(['AccessDeniedException', 'EntityNotFoundException', 'InvalidInputException', 'ExpiredTokenException'])(
    'does not repeat %s',
    async (name) => {
      const { policy, events } = policyOf()
      await expect(callAws(policy, 'GetTables', failing(awsError(name)))).rejects.toBeInstanceOf(AwsCallError)
      expect(events).toEqual([])
    }
  )

  it('renews an expired session once, at once, and not again and again', async () => {
    const renewedAt: number[] = []
    const { policy, clock } = policyOf({ renew: (startedAt) => renewedAt.push(startedAt) })
    clock.advance(77)
    const expired = awsError('ExpiredTokenException')
    expect(await callAws(policy, 'GetTables', failing(expired))).toBe('done')
    await expect(callAws(policy, 'GetTables', failing(expired, expired))).rejects.toMatchObject({
      kind: 'expired',
      attempts: 2
    })
    expect(renewedAt).toEqual([77, 77])
    expect(clock.slept).toEqual([])
  })

  it('lets an identity that is lost through as it is', async () => {
    const { policy } = policyOf()
    const lost = new AppError('no role', { kind: 'cannot-begin', code: 'role-not-trusting' })
    await expect(callAws(policy, 'GetTables', failing(lost))).rejects.toBe(lost)
  })

  it('tells the rate limit how it went', async () => {
    const { policy, clock } = policyOf()
    const limit = createRateLimit(clock, 8)
    await callAws({ ...policy, limit }, 'GetTables', failing(awsError('ThrottlingException')))
    expect(limit.rate()).toBeCloseTo(4.2)
  })

  it('ends with the reason of a run that is stopped, not with the error that came of it', async () => {
    const { policy } = policyOf()
    const stop = new AbortController()
    const attempt = async () => {
      stop.abort(new Error('cancelled'))
      throw awsError('AbortError')
    }
    await expect(callAws(policy, 'GetTables', attempt, stop.signal)).rejects.toThrow('cancelled')
  })
})
