// Trains the clause model on the labelled contracts beside the project and writes its weights into the reader's folder.
import { writeFileSync } from 'node:fs'
import { trainModel } from '../src/documents/clauses/train.ts'
import { encodeModel } from '../src/documents/clauses/weights.ts'
import { trainingSamples } from './clause-samples.ts'
import { hasCorpus, readCorpus } from './corpus-labels.ts'

if (hasCorpus()) {
  const samples = trainingSamples(readCorpus())
  const bytes = encodeModel(trainModel(samples))
  writeFileSync(new URL('../src/documents/clauses/clause-weights.bin', import.meta.url), bytes)
  console.log(`${samples.length} samples, ${bytes.length} bytes written.`)
} else {
  console.log('The labelled contracts do not lie beside the project: nothing was trained.')
}
