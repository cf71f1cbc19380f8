// The page of a contract: at a glance, by a personal link; without one, a page that tells how to get one and nothing else.
import { type Request, type Response, Router } from 'express'
import type { Card } from '../bot/card.ts'
import { contractCard, peopleOfContract } from '../bot/cards/contract.ts'
import { inForceFor, papersAbove } from '../bot/in-force.ts'
import { namesOf } from '../bot/names.ts'
import { dayOf } from '../contracts/calendar-date.ts'
import { type Contract, ContractId, titleOf } from '../contracts/contract.ts'
import type { Person } from '../contracts/identity.ts'
import { mayReadAsKeeper, maySee } from '../contracts/permission.ts'
import { linkMinutes } from '../contracts/signed-link.ts'
import type { Store } from '../store/store.ts'
import { cardPage } from './card-page.ts'
import { claimOf, type LinkKey, notOurs, refuse } from './link.ts'
import { sendPage } from './page.ts'

export type ContractPageOptions = LinkKey & { store: Store; zone: string; publicUrl: string }

export const contractRoutes = (options: ContractPageOptions): Router => {
  const router = Router()
  router.get('/contract/:token', (request, response) => showContract(options, request, response))
  // The same for every number, whether it was ever given or not.
  router.get('/contracts/:number', (request, response) => {
    const number = String(request.params.number)
    if (!ContractId.safeParse(number).success) return notOurs(response)
    sendPage(response, 403, 'unsigned', { number, minutes: linkMinutes })
  })
  return router
}

const showContract = async (options: ContractPageOptions, request: Request, response: Response): Promise<void> => {
  const claim = claimOf(options, request, response, 'contract')
  if (!claim) return
  const { store, publicUrl } = options
  const person = await store.people.get(claim.person)
  const contract = await store.contracts.state(claim.contract)
  // A record keeper got the link under a reason that is recorded already (rule P7).
  if (!person || !contract || !(maySee(person, contract) || mayReadAsKeeper(person))) {
    return refuse(response, 403, 'You may no longer see this contract', 'Ask its owner or legal.')
  }
  sendPage(response, 200, 'contract', {
    title: `${contract.id} ${titleOf(contract)}`,
    person: person.name,
    minutes: linkMinutes,
    address: `${publicUrl}/contracts/${contract.id}`,
    ...cardPage(await glanceOf(options, person, contract)),
  })
}

/** All fields, as they are in force today. */
const glanceOf = async ({ store, zone, clock }: ContractPageOptions, person: Person, contract: Contract): Promise<Card> => {
  const definitions = await store.fields.list()
  const inForce = await inForceFor(store, { person }, contract, dayOf(clock().toISOString(), zone))
  const people = [...inForce.documents.values(), inForce.contract].flatMap((one) => peopleOfContract(one, definitions))
  const nameOf = await namesOf(store, people)
  const above = await papersAbove(store, { person }, inForce)
  return contractCard(contract, { definitions, nameOf, zone: person.zone ?? zone, all: true, inForce, above })
}
