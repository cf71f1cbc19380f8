// Made-up clauses, written for types that the labelled contracts hold too rarely: they count less than what experts labelled.
import { readFileSync } from 'node:fs'
import { type ModelType, modelTypes } from '../src/documents/clauses/model.ts'
import type { Sample } from '../src/documents/clauses/train.ts'

const weightOfExamples = 0.5

/** One line of the file each: its types with commas between, or none, a colon, and the clause. */
export function clauseExamples(): Sample[] {
  const lines = readFileSync(new URL('clause-examples.txt', import.meta.url), 'utf8')
    .trim()
    .split('\n')
  return lines.map((line, index) => {
    const colon = line.indexOf(': ')
    const types = line
      .slice(0, colon)
      .split(', ')
      .filter((type) => type !== 'none')
    const unknown = types.find((type) => !isModelType(type))
    if (unknown !== undefined) throw new Error(`clause-examples.txt, line ${index + 1}: ${unknown} is no clause type.`)
    return { text: line.slice(colon + 2), types: types.filter(isModelType), from: 'examples', weight: weightOfExamples }
  })
}

const isModelType = (type: string): type is ModelType => (modelTypes as readonly string[]).includes(type)
