// One line asked in the terminal: through the same dispatch as in chat, answered as text or, for scripts, as JSON.
import { randomUUID } from 'node:crypto'
import type { Store } from '../../store/store.ts'
import type { Answer } from '../answer.ts'
import type { Dispatch } from '../dispatch.ts'
import type { Invocation } from '../invocation.ts'
import { renderCard } from './render-card.ts'
import { saveFile } from './save-file.ts'

export type AskOptions = {
  dispatch: Dispatch
  store: { files: Pick<Store['files'], 'read'> }
  line: string
  /** E-mail of the person who asks, known to the company. */
  as: string
  json: boolean
  /** In columns. */
  width?: number
  colour?: boolean
  /** The buttons are numbered, because the next line may press one. */
  keys?: boolean
  /** Where the files of the answer are saved. */
  directory: string
  write: (text: string) => void
}

/** Exit code: 0 an answer, 1 a refusal, 2 a failure. */
export const ask = async (options: AskOptions): Promise<number> => exitCode(await show(options))

/** Asks and shows the answer. */
export const show = async (options: AskOptions): Promise<Answer> => {
  const answer = await options.dispatch(invocationOf(options.line, options.as))
  const files: string[] = []
  for (const { sha256, name } of answer.files) files.push(await saveFile(options.directory, name, await options.store.files.read(sha256)))
  options.write(options.json ? asJson(answer, files, options.width) : asText(answer, files, options))
  return answer
}

/** Asked twice in the terminal it is two acts, so each has an id of its own. */
const invocationOf = (line: string, email: string): Invocation => ({
  id: `terminal:${randomUUID()}`,
  door: 'terminal',
  text: line,
  fields: {},
  speaker: { account: { platform: 'terminal', home: '', id: email }, name: email, email, standing: 'member' },
  files: [],
})

const asText = ({ card }: Answer, files: string[], { width, colour, keys }: AskOptions): string =>
  [
    renderCard(card, { ...(width && { width }), ...(colour && { colour }), ...(keys && { keys }) }),
    ...files.map((path) => `Saved: ${path}`),
  ].join('\n')

/** What scripts read. */
export const asJson = (
  { card, refusal, failure }: Pick<Answer, 'card' | 'refusal' | 'failure'>,
  files: string[],
  width: number | undefined,
): string =>
  JSON.stringify({
    ok: !refusal && !failure,
    text: renderCard(card, { ...(width && { width }) }),
    card,
    refusal: refusal ? { kind: refusal.kind, message: refusal.message } : null,
    files,
  })

const exitCode = ({ refusal, failure }: Answer): number => (failure ? 2 : refusal ? 1 : 0)
