// Health: /healthz says that the process lives, /readyz whether it can do its work now.
import { Router } from 'express'
import type { Store } from '../store/store.ts'

export type HealthOptions = {
  store: Store
  isDraining: () => boolean
  /** Whether a chat that has to be held open is; left out where none has to. */
  isConnected?: (() => boolean) | undefined
}

export const healthRoutes = (options: HealthOptions): Router => {
  const router = Router()
  router.get('/healthz', (_request, response) => {
    response.json({ alive: true })
  })
  router.get('/readyz', async (_request, response) => {
    const storage = await options.store.isAvailable()
    const connected = options.isConnected?.()
    const ready = storage && !options.isDraining() && connected !== false
    response.status(ready ? 200 : 503).json({
      ready,
      storage: storage ? 'available' : 'unavailable',
      draining: options.isDraining(),
      ...(connected !== undefined && { slack: connected ? 'connected' : 'disconnected' }),
    })
  })
  return router
}
