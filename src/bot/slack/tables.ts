// Whether this workspace takes tables that Slack draws itself: taken for granted until it refuses one, then not tried again for an hour.
import { type Surface, surfaces } from './limits.ts'

export type Tables = {
  /** How a message is drawn for the workspace now. */
  surface(): Surface
  /** It refused a card with its tables, and took the same with tables in text. */
  refused(): void
}

const restMs = 60 * 60_000

export const createTables = (clock: () => Date): Tables => {
  let restsUntil = 0
  return {
    surface: () => (clock().getTime() < restsUntil ? surfaces.plainMessage : surfaces.message),
    refused() {
      restsUntil = clock().getTime() + restMs
    },
  }
}
