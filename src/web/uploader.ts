// Who uploads: the link says who and which contract; whether they may still write it is asked again at every use.
import type { Request, Response } from 'express'
import type { Contract } from '../contracts/contract.ts'
import type { Person } from '../contracts/identity.ts'
import { mayWrite } from '../contracts/permission.ts'
import type { FieldReader } from '../documents/field-reader.ts'
import type { Reader } from '../documents/read-document.ts'
import type { Store } from '../store/store.ts'
import { claimOf, type LinkKey, refuse } from './link.ts'

export type UploadOptions = LinkKey & { store: Store; reader: Reader; model?: FieldReader | undefined; zone: string }
export type Uploader = { contract: Contract; person: Person }

/** Undefined: the answer is already sent. */
export const whoAsks = async (options: UploadOptions, request: Request, response: Response): Promise<Uploader | undefined> => {
  const claim = claimOf(options, request, response, 'upload')
  return claim && uploaderOf(options, claim, response)
}

/** By the claim of a link that is not over. Undefined: the answer is already sent. */
export const uploaderOf = async (
  { store }: UploadOptions,
  claim: { contract: string; person: string },
  response: Response,
): Promise<Uploader | undefined> => {
  const person = await store.people.get(claim.person)
  const contract = await store.contracts.state(claim.contract)
  if (person && contract && mayWrite(person, contract)) return { contract, person }
  refuse(response, 403, 'You may no longer write this contract', 'Ask its owner or legal, then ask for a new link.')
  return undefined
}
