// Evidence: where a value stands in a document, word for word.
import { z } from 'zod'

export const Evidence = z.strictObject({
  /** sha256 of the bytes. */
  document: z.string(),
  name: z.string(),
  page: z.number().nullable(),
  sentence: z.string(),
  /** Offsets of the sentence in the document's text, end exclusive. */
  start: z.int(),
  end: z.int(),
})
export type Evidence = z.infer<typeof Evidence>
