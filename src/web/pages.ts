// Addresses of our own pages, signed for one person and one purpose.
import type { Pages } from '../bot/command.ts'
import { type LinkClaim, signLink } from '../contracts/signed-link.ts'

export const createPages = (options: { publicUrl: string; key: Uint8Array; clock: () => Date }): Pages => {
  const address = (path: string, claim: LinkClaim) =>
    `${options.publicUrl}/${path}/${signLink(claim, options.key, options.clock().getTime())}`
  return {
    upload: (contract, person) => address('upload', { purpose: 'upload', contract, person }),
    contract: (contract, person) => address('contract', { purpose: 'contract', contract, person }),
    file: (contract, sha256, name, person) => address('file', { purpose: 'file', contract, sha256, name, person }),
  }
}
