// Every second of a hundred and ten real agreements, where they lie beside the project: imported by the program, and found by the name of
// any party. All of them by CORPUS=all; each takes its time on a slow engine.
import { existsSync, readFileSync } from 'node:fs'
import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assemble } from '../../src/assemble.ts'
import type { Answer } from '../../src/bot/answer.ts'
import type { Dispatch } from '../../src/bot/dispatch.ts'
import { operatorOf } from '../../src/cli/operator.ts'
import { readConfig } from '../../src/config.ts'
import { createLog } from '../../src/log.ts'
import { openStorage } from '../../src/open-storage.ts'
import type { Store } from '../../src/store/store.ts'
import { makeOwnDatabase, startProgram } from './program.ts'

const corpus = join(import.meta.dirname, '../../../shared/corpus/contracts')
const isThere = existsSync(corpus)
if (!isThere) console.log('Skipped: the corpus of real agreements does not lie beside the project.')

const step = process.env.CORPUS === 'all' ? 1 : 2

type Labelled = { id: string; labels: { parties?: { value: { name: string }[] } } }
const labelled = (): Labelled[] => {
  const lines = readFileSync(join(corpus, 'labels.jsonl'), 'utf8').trim().split('\n')
  return lines.map((line) => JSON.parse(line) as Labelled).filter((_, index) => index % step === 0)
}

/** What a reader of the paper would call its words: letters and digits, whatever their case and accents; dots and apostrophes close up. */
const wordsIn = (text: string): string[] =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f'’]/g, '')
    .match(/[\p{L}\p{N}]+/gu) ?? []

/** Whether the label's words stand in the paper at all: some labels are typed wrong, some are blacked out. */
const standsIn = (name: string, paper: string): boolean => {
  const words = new Set(wordsIn(paper))
  const wanted = wordsIn(name)
  return wanted.length > 0 && wanted.every((word) => words.has(word))
}

describe.runIf(isThere)('real agreements', () => {
  let place: Awaited<ReturnType<typeof makeOwnDatabase>>
  let dispatch: Dispatch
  let close: () => Promise<void>
  let email: string
  const numbers = new Map<string, string>()

  beforeAll(async () => {
    place = await makeOwnDatabase()
  })
  afterAll(async () => {
    await close?.()
    await place.remove()
  })

  const open = async () => {
    const config = readConfig({ ...place.environment, PATH: process.env.PATH })
    const storage = await openStorage({ config, clock: () => new Date(), report: () => undefined })
    const assembly = await assemble({ store: storage.store, config, log: createLog('silent'), clock: () => new Date() })
    dispatch = assembly.dispatch
    email = (await operatorOf(storage.store, config)).email ?? ''
    close = async () => {
      await assembly.reader.close()
      await storage.stop()
    }
    await learnNumbers(storage.store)
  }

  const learnNumbers = async (store: Store) => {
    for await (const { contract } of store.record.verify()) {
      const document = contract.startsWith('C-') ? (await store.contracts.state(contract))?.documents[0] : undefined
      if (document) numbers.set(document.name, contract)
    }
  }

  let asked = 0
  const ask = (text: string): Promise<Answer> => {
    asked += 1
    const speaker = {
      account: { platform: 'terminal' as const, home: '', id: email },
      name: 'Operator',
      email,
      standing: 'member' as const,
    }
    return dispatch({ id: `corpus-${asked}`, door: 'terminal', text, fields: {}, files: [], speaker })
  }

  /** Whether a search comes to the contract, by the button More if it must. */
  const isFound = async (name: string, contract: string | undefined): Promise<boolean> => {
    for (let line: string | undefined = `find ${name}`; line !== undefined; ) {
      const { card } = await ask(line)
      const labels = card.elements.flatMap((element) => (element.type === 'facts' ? element.facts.map(({ label }) => label) : []))
      if (contract !== undefined && labels.includes(contract)) return true
      const buttons = card.elements.flatMap((element) => (element.type === 'buttons' ? element.buttons : []))
      line = buttons.find(({ label }) => label === 'More')?.command
    }
    return false
  }

  it('are contracts after an import into an empty database, each read, the record whole', async () => {
    const papers = join(place.dataDirectory, 'papers')
    await mkdir(papers)
    for (const { id } of labelled()) await copyFile(join(corpus, 'text', `${id}.txt`), join(papers, `${id}.txt`))
    const count = labelled().length
    const { code, output } = await startProgram(place.environment, 'import', papers).ended
    expect(output).toContain(`${count} imported, 0 skipped, 0 failed.`)
    expect(code).toBe(0)
    await open()
    expect(numbers.size).toBe(count)
    expect((await startProgram(place.environment, 'verify').ended).output).toMatch(
      new RegExp(`^\\d+ entries in ${count} chains, all intact`),
    )
  }, 120_000)

  it('are each found by the name of any of their parties, as it was pasted', async () => {
    const missed: string[] = []
    const names = labelled().flatMap(({ id, labels }) => (labels.parties?.value ?? []).map(({ name }) => ({ id, name })))
    expect(names.length).toBeGreaterThan(280 / step)
    const waiting = names.filter((_, index) => index % step === 0)
    const work = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        if (!(await isFound(next.name, numbers.get(`${next.id}.txt`)))) missed.push(`${next.id} ${next.name}`)
      }
    }
    await Promise.all([work(), work()])
    const papers = new Map(labelled().map(({ id }) => [id, readFileSync(join(corpus, 'text', `${id}.txt`), 'utf8')]))
    // Not to be found are only names that do not stand in the paper as they are labelled.
    expect(missed.filter((one) => standsIn(one.slice(5), papers.get(one.slice(0, 4)) ?? ''))).toEqual([])
    expect(missed.length).toBeLessThan(8)
  }, 120_000)
})
