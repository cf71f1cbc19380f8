// Health: /healthz says that the process lives, /readyz whether it can do its work now.
import { Router } from 'express'
import type { Store } from '../store/store.ts'

export const healthRoutes = (options: { store: Store; isDraining: () => boolean }): Router => {
  const router = Router()
  router.get('/healthz', (_request, response) => {
    response.json({ alive: true })
  })
  router.get('/readyz', async (_request, response) => {
    const storage = await options.store.isAvailable()
    const ready = storage && !options.isDraining()
    response.status(ready ? 200 : 503).json({ ready, storage: storage ? 'available' : 'unavailable', draining: options.isDraining() })
  })
  return router
}
