// What the doctor says of the model: whether one is configured, answers, and knows its name; what it is shown; what waits for it.
import { z } from 'zod'
import { counted } from '../bot/counted.ts'
import type { Config } from '../config.ts'
import type { Store } from '../store/store.ts'
import { type Check, failure, ok, warning } from './check.ts'

type Model = NonNullable<Config['model']>

/** What came of asking the endpoint for its models: their names, or what it answered with; undefined: nothing. */
export type ModelAnswer = { status: number; names: string[] } | undefined

const patience = 5_000
const Models = z.object({ data: z.array(z.object({ id: z.string() })) })

/** No text of a contract goes there, only the key. */
export const askForModels = async ({ url, key }: Model): Promise<ModelAnswer> => {
  try {
    const response = await fetch(`${url.replace(/\/$/, '')}/models`, {
      headers: key === undefined ? {} : { authorization: `Bearer ${key}` },
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    })
    const parsed = response.ok ? Models.safeParse(await response.json().catch(() => undefined)) : undefined
    return { status: response.status, names: parsed?.success ? parsed.data.data.map(({ id }) => id) : [] }
  } catch {
    return undefined
  }
}

export const modelCheck = async (
  model: Config['model'],
  askModels: ((model: Model) => Promise<ModelAnswer>) | undefined,
): Promise<Check> => {
  if (!model) return ok('Model', 'none: the rules read alone, and no text leaves')
  const shown = `${model.name} at ${new URL(model.url).host}, which ${model.seesRestricted ? 'sees restricted contracts too' : 'is shown no restricted contract'}`
  const answer = await askModels?.(model)
  if (!answer)
    return failure(
      'Model',
      `${shown}, can't be reached`,
      'Check MODEL_URL, and that its server runs. What the rules find is proposed all the same.',
    )
  if (answer.status === 401 || answer.status === 403) return failure('Model', `${shown}, refuses the key`, 'Check MODEL_API_KEY.')
  if (answer.names.length > 0 && !answer.names.includes(model.name))
    return warning('Model', `${shown}, is not among its models: ${answer.names.slice(0, 8).join(', ')}`, 'Check MODEL_NAME.')
  return ok('Model', `${shown}, answers`)
}

/** Nothing to say where nothing waits. */
export const modelReadingCheck = async (store: Store, model: Config['model']): Promise<Check[]> => {
  const { waiting, failed } = await store.modelReadings.counts()
  if (failed > 0)
    return [
      warning(
        'Model readings',
        `${counted(failed, 'document')} given up; ${waiting} waiting`,
        'Look in the log for "did not read"; upload a file again to have it asked again.',
      ),
    ]
  if (waiting > 0 && !model)
    return [
      warning(
        'Model readings',
        `${counted(waiting, 'document')} waiting for a model, and none is configured`,
        'Set MODEL_URL and MODEL_NAME again, or leave them.',
      ),
    ]
  return waiting > 0 ? [ok('Model readings', `${waiting} waiting`)] : []
}
