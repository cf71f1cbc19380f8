// The refusal that an act ends in; anything else fails the test.
import { Refusal } from '../../src/contracts/refusal.ts'

export const refusalOf = (act: () => unknown): Refusal => {
  try {
    act()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('It was not refused.')
}
