// The world of the playground: several people behind one page.
import { join } from 'node:path'
import type { Speaker } from '../invocation.ts'
import type { Activity } from '../teams/activity.ts'
import { accountOf } from '../teams/ids.ts'
import type { TeamsApp } from '../teams/teams.ts'
import type { PlaygroundPerson } from './people.ts'
import { place } from './place.ts'
import { authorOf } from './staged-activity.ts'
import { openState, type PlaygroundState } from './state.ts'
import { createVoices, type Voices } from './voices.ts'

export type PlaygroundWorld = {
  people: readonly PlaygroundPerson[]
  state: PlaygroundState
  voices: Voices
  /** Who speaks on the page now. */
  speaker(): PlaygroundPerson
  /** The page always posts as one person: whoever was chosen speaks instead. */
  speaking(activity: Activity): Activity
  speakerOf(activity: Activity): Promise<Speaker | undefined>
  /** Given once the app stands, which needs this world to be built. */
  connect(app: Pick<TeamsApp, 'receive' | 'connector'>): void
}

type Options = { people: readonly PlaygroundPerson[]; dataDirectory: string; port: number; clock: () => Date }

export const createWorld = ({ people, dataDirectory, port, clock }: Options): PlaygroundWorld => {
  const [page] = people
  if (!page) throw new Error('The playground has nobody in it.')
  const state = openState(join(dataDirectory, 'playground', 'state.json'))
  const speaker = () => people.find(({ email }) => email === state.speaker()) ?? page
  let connected: Pick<TeamsApp, 'receive' | 'connector'> | undefined
  const app = () => {
    if (!connected) throw new Error('The playground is not connected yet.')
    return connected
  }
  return {
    people,
    state,
    voices: createVoices({ people, state, app, port, clock }),
    speaker,
    speaking: (activity) => spokenBy(activity, page, speaker()),
    speakerOf: async (activity) => speakerIn(people, activity),
    connect(given) {
      connected = given
    },
  }
}

const spokenBy = (activity: Activity, page: PlaygroundPerson, speaker: PlaygroundPerson): Activity => {
  const isTheirs = activity.from?.id === page.id && (activity.type === 'message' || activity.type === 'invoke')
  return isTheirs && speaker !== page ? { ...activity, from: authorOf(speaker) } : activity
}

/** The page tells only of its own person in the personal chat, so the list of people is asked instead. */
const speakerIn = (people: readonly PlaygroundPerson[], activity: Activity): Speaker | undefined => {
  const person = people.find(({ aadObjectId }) => aadObjectId === activity.from?.aadObjectId)
  if (!person) return undefined
  return { account: accountOf('playground', place.tenant, person.aadObjectId), name: person.name, email: person.email, standing: 'member' }
}
