// What the guard is told on its command line, and how it is reached afterwards.
import { z } from 'zod'

/** The server to run. Holds no secret: other people on the machine can read command lines. */
export type GuardTask = {
  program: string
  args: string[]
  /** Where the server listens, on 127.0.0.1. */
  port: number
  /** Where the server runs. */
  directory: string
  /** The file that tells others of the running server; the guard takes it away at the end. */
  running: string
}

/** How to reach a guard: its port of 127.0.0.1, the word that it wants to hear, and the two processes. */
export const GuardAddress = z.object({
  port: z.number().int(),
  token: z.string(),
  guard: z.number().int(),
  server: z.number().int(),
})
export type GuardAddress = z.infer<typeof GuardAddress>
