// The playground's own configuration file: who is there and where.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PlaygroundPerson } from './people.ts'
import { place } from './place.ts'

const written = ({ id, name, email, aadObjectId }: PlaygroundPerson) => {
  const [givenName = name, ...rest] = name.split(' ')
  return { id, name, userPrincipleName: email, aadObjectId, givenName, surname: rest.join(' ') || givenName, email }
}

/** The misspelt key is the playground's own. JSON is YAML too. */
export const configurationOf = ([current, ...others]: readonly PlaygroundPerson[]): string => {
  if (!current) throw new Error('The playground has nobody in it.')
  const { tenant, bot, team, channel, personalChat, groupChat } = place
  const content = {
    version: '0.1.1',
    tenantId: tenant,
    bot,
    currentUser: written(current),
    users: others.map(written),
    personalChat: { id: personalChat },
    groupChat,
    team: { ...team, channels: [channel] },
  }
  return `${JSON.stringify(content, null, 2)}\n`
}

/** Written under the data directory; the answer is the file's path. */
export const writeConfiguration = async (directory: string, people: readonly PlaygroundPerson[]): Promise<string> => {
  await mkdir(directory, { recursive: true })
  const file = join(directory, '.m365agentsplayground.yml')
  await writeFile(file, configurationOf(people))
  return file
}
