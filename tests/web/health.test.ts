// /readyz says whether the bot can do its work now: storage, chat and shutting down all count.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { expect, it } from 'vitest'
import type { Store } from '../../src/store/store.ts'
import { healthRoutes } from '../../src/web/health.ts'

const asked = async (state: { storage?: boolean; draining?: boolean; connected?: boolean }) => {
  const { storage = true, draining = false, connected } = state
  const store = { isAvailable: async () => storage } as Store
  const isConnected = connected === undefined ? undefined : () => connected
  const server = createServer(express().use(healthRoutes({ store, isDraining: () => draining, isConnected })))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/readyz`)
  const body = await response.json()
  await new Promise((resolve) => server.close(resolve))
  return [response.status, body]
}

it.each([
  [{}, 200, { ready: true, storage: 'available', draining: false }],
  [{ connected: true }, 200, { ready: true, storage: 'available', draining: false, slack: 'connected' }],
  [{ connected: false }, 503, { ready: false, storage: 'available', draining: false, slack: 'disconnected' }],
  [{ storage: false, connected: true }, 503, { ready: false, storage: 'unavailable', draining: false, slack: 'connected' }],
  [{ draining: true }, 503, { ready: false, storage: 'available', draining: true }],
])('%j is answered with %i', async (state, status, body) => {
  expect(await asked(state)).toEqual([status, body])
})
