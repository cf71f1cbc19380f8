// Our own web server over real HTTP, on a company of its own.
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { LinkClaim } from '../../src/contracts/signed-link.ts'
import { signLink } from '../../src/contracts/signed-link.ts'
import type { FieldReader } from '../../src/documents/field-reader.ts'
import type { Store } from '../../src/store/store.ts'
import { createWeb } from '../../src/web/web.ts'
import { openCompany } from '../setup/company.ts'

export type Site = Awaited<ReturnType<typeof openSite>>

/** Ana owns C-1; the clock can be moved; `model` reads beside the rules. `store` stands in for the company's own, where a test has another way to it. */
export const openSite = async (options: { store?: Store; model?: FieldReader } = {}) => {
  let now = new Date('2026-11-24T10:00:00.000Z')
  const clock = () => now
  const company = await openCompany(clock)
  const ana = await company.hire('ana')
  const bob = await company.hire('bob')
  const { id: acme } = await company.contract({ title: 'Acme <MSA>', counterparty: 'Acme Ltd' }, ana)
  const { reader, key } = company.assembly
  const reported: unknown[] = []
  let draining = false
  const web = createWeb({
    ...{
      store: options.store ?? company.store,
      reader,
      model: options.model,
      key,
      clock,
      zone: 'Europe/Berlin',
      publicUrl: 'https://bot.example',
    },
    isDraining: () => draining,
    report: (error) => `F-${reported.push(error)}`,
  })
  web.finish()
  const server = createServer(web.app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    ...{ ...company, ana, bob, acme, address, reported },
    /** A link of ours, signed now. */
    link: (claim: LinkClaim) => `${address}/${claim.purpose}/${signLink(claim, key, now.getTime())}`,
    get: (url: string) => fetch(url),
    post: (url: string, form: FormData) => fetch(url, { method: 'POST', body: form }),
    wait: (minutes: number) => {
      now = new Date(now.getTime() + minutes * 60_000)
    },
    drain: () => {
      draining = true
    },
    documents: async () => (await company.store.contracts.state(acme))?.documents ?? [],
    async close() {
      server.closeAllConnections()
      server.close()
      await company.close()
    },
  }
}

/** What a browser sends. */
export const formWith = (name: string, content: string | Uint8Array<ArrayBuffer>, executed = ''): FormData => {
  const form = new FormData()
  form.set('file', new File([content], name))
  form.set('executed', executed)
  return form
}
