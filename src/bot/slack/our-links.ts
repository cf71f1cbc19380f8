// Addresses of our own in what people post: of a contract, of something personal, or of nothing that we know.
import { ContractId } from '../../contracts/contract.ts'

export const contractUrl = (publicUrl: string, number: string): string => `${publicUrl}/contracts/${number}`

export const pathIn = (publicUrl: string, url: string): string | undefined =>
  url.startsWith(`${publicUrl}/`)
    ? URL.parse(url)?.pathname.slice((URL.parse(publicUrl)?.pathname ?? '/').replace(/\/$/, '').length)
    : undefined

/** The number of the contract that the address names. */
export const contractAt = (publicUrl: string, url: string): string | undefined =>
  ContractId.safeParse(/^\/contracts\/([^/]+)$/.exec(pathIn(publicUrl, url) ?? '')?.[1]).data

/** Signed for one person: whoever else opens it gets nothing. */
export const isPersonal = (publicUrl: string, url: string): boolean => /^\/(?:upload|file|contract)\//.test(pathIn(publicUrl, url) ?? '')
