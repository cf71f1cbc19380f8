// The refusal that an act comes to; anything else fails the test.
import { Refusal } from '../../src/contracts/refusal.ts'

export const refusalIn = async (act: Promise<unknown>): Promise<Refusal> => {
  try {
    await act
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('It was not refused.')
}
