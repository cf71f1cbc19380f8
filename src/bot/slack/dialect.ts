// How cards are drawn for this workspace: all that Slack can draw is taken for granted until it refuses some of it, and then left out for
// an hour.
import type { Teams } from './ids.ts'
import { type Surface, surfaces } from './limits.ts'

/** What Slack draws itself for a workspace that takes it, and what is words otherwise. */
export type Extra = 'groups' | 'tables'

export type Dialect = {
  /** How a message is drawn for the workspace now. */
  surface(): Surface
  /** It refused a card with these, and took the same without. */
  refused(extra: Extra): void
}

const restMs = 60 * 60_000

type Options = { teams: Teams; clock: () => Date }

export const createDialect = ({ teams, clock }: Options): Dialect => {
  const restsUntil: Record<Extra, number> = { groups: 0, tables: 0 }
  const rests = (extra: Extra) => clock().getTime() < restsUntil[extra]
  return {
    surface: () => ({
      ...surfaces.message,
      workspace: teams[0],
      groups: rests('groups') ? 'text' : 'drawn',
      tables: rests('tables') ? 'text' : 'drawn',
    }),
    refused(extra) {
      restsUntil[extra] = clock().getTime() + restMs
    },
  }
}
