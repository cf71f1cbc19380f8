// `home`: what waits for who asks, their renewals, their threads and their settings; App Home and the first card of a morning.
import { z } from 'zod'
import { defineCommand } from '../../bot/command.ts'
import { homeOf } from '../../bot/home.ts'

export const home = defineCommand({
  name: 'home',
  summary: 'What waits for you, your renewals by the last day for notice, your threads and settings.',
  examples: ['home', 'home --all'],
  requires: 'member',
  contract: 'none',
  personal: true,
  args: z.object({ all: z.stringbool().default(false) }),
  run: ({ args, person, app, now }) => homeOf(app.store, person, { now, zone: app.zone, all: args.all }),
})
