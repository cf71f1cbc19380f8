// Answers: an act runs once for its invocation, however often and wherever that is delivered; everybody gets the same answer.
import type { Model } from 'mongoose'
import { Refusal } from '../contracts/refusal.ts'
import { clashOf } from './clash.ts'
import type { Database } from './database.ts'
import type { AnswerStore } from './store.ts'

type Row = {
  _id: string
  state: 'running' | 'done'
  /** ISO: the end of the lease of whoever runs it. */
  until: string
  fence: number
  /** JSON of `{ answer }`. */
  answer?: string
  at: Date
}

const leaseMs = 30_000
const renewMs = 10_000
const waitMs = 10_000
const sevenDays = 7 * 86_400

export const createAnswers = (database: Database): AnswerStore => {
  const model = database.model<Row>('answers', { state: String, until: String, fence: Number, answer: String, at: Date }, [
    { fields: { at: 1 }, options: { expireAfterSeconds: sevenDays } },
  ])
  return {
    /**
     * When the process of the first runner dies, its claim ends 30 s later and whoever asks then runs the act again. The act may have had its
     * effect: it appends under keys that are made from the invocation, so that running it again records nothing twice.
     */
    async once<Answer>(invocation: string, act: () => Promise<Answer>) {
      const giveUpAt = performance.now() + waitMs
      for (let pause = 25; ; pause = Math.min(pause * 2, 500)) {
        const fence = await claim(model, database.clock, invocation)
        if (fence !== undefined) return { answer: await run(database, model, { invocation, fence, act }), first: true }
        const row = await model.findById(invocation).lean()
        if (row?.state === 'done' && row.answer !== undefined) return { answer: JSON.parse(row.answer).answer as Answer, first: false }
        if (performance.now() > giveUpAt) {
          throw new Refusal('conflict', 'This is still being worked on.', {
            next: 'Look again in a minute: it was taken up once and will be done once.',
          })
        }
        await new Promise((resolve) => setTimeout(resolve, pause))
      }
    },
  }
}

const leaseEnd = (clock: () => Date): string => new Date(clock().getTime() + leaseMs).toISOString()

/** The fencing number of the claim, or undefined when somebody else holds it or it is done. */
const claim = async (model: Model<Row>, clock: () => Date, invocation: string): Promise<number | undefined> => {
  const row = await model.findById(invocation).lean()
  if (row) {
    if (row.state === 'done' || row.until > clock().toISOString()) return undefined
    const fence = row.fence + 1
    const taken = await model.updateOne(
      { _id: invocation, state: 'running', fence: row.fence },
      { $set: { fence, until: leaseEnd(clock), at: clock() } },
    )
    return taken.matchedCount === 1 ? fence : undefined
  }
  try {
    await model.create([{ _id: invocation, state: 'running', until: leaseEnd(clock), fence: 1, at: clock() }])
    return 1
  } catch (error) {
    if (clashOf(model, error)) return undefined
    throw error
  }
}

type Run<Answer> = { invocation: string; fence: number; act: () => Promise<Answer> }

const run = async <Answer>({ clock }: Database, model: Model<Row>, { invocation, fence, act }: Run<Answer>): Promise<Answer> => {
  const mine = { _id: invocation, fence, state: 'running' as const }
  const renewal = setInterval(() => {
    // A renewal that fails is tried again; three in a row end the claim, which does no harm.
    model.updateOne(mine, { $set: { until: leaseEnd(clock) } }).catch(() => undefined)
  }, renewMs)
  try {
    const answer = await act()
    await model.updateOne(mine, { $set: { state: 'done', answer: JSON.stringify({ answer }), at: clock() } })
    return answer
  } catch (error) {
    // Nothing was answered: whoever asks again may run it, at once or, with the database away, when the claim has run out.
    await model.deleteOne(mine).catch(() => undefined)
    throw error
  } finally {
    clearInterval(renewal)
  }
}
