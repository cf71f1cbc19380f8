// The file behind a personal link, and health: exact bytes under a safe name, and a server that says when it can't work.
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStore } from '../../src/store/open-store.ts'
import { fileOf } from '../commands/office.ts'
import { createCable } from '../setup/cable.ts'
import { serverUri } from '../setup/database.ts'
import { openSite, type Site } from './site.ts'

let site: Site
const bytes = new Uint8Array([0x25, 0x50, 0x44, 0x46, 0, 255, 13, 10, 26])
const sha256 = createHash('sha256').update(bytes).digest('hex')
beforeAll(async () => {
  site = await openSite()
  await site.ask('ana', `upload ${site.acme}`, { files: [fileOf('Länder "Terms".pdf', bytes)] })
})
afterAll(() => site.close())

const link = (person: string, name = 'Länder "Terms".pdf') => site.link({ purpose: 'file', contract: site.acme, sha256, name, person })

describe('a file', () => {
  it('comes by the very link of the command, byte by byte, to be saved and never shown', async () => {
    const answer = await site.ask('bob', `file ${site.acme}`)
    const [url] = answer.card.elements.flatMap((element) => (element.type === 'file' ? [element.url ?? ''] : []))
    const response = await site.get(`${site.address}${new URL(url ?? '').pathname}`)
    expect(response.status).toBe(200)
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': "attachment; filename*=UTF-8''L%C3%A4nder%20_Terms_.pdf",
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    })
  })

  it.each([
    ['../../etc/passwd', 'passwd'],
    ['a\r\nSet-Cookie: x=1', 'aSet-Cookie_%20x%3D1'],
    ["it's (1)*.txt", 'it%27s%20%281%29_.txt'],
  ])('is called %j safely', async (name, shown) => {
    const response = await site.get(link(site.ana.id, name))
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename*=UTF-8''${shown}`)
    expect(response.headers.get('set-cookie')).toBeNull()
  })

  it('is for who may see the contract, at every use', async () => {
    expect((await site.get(link(site.bob.id))).status).toBe(200)
    await site.ask('ana', `restrict ${site.acme}`)
    const refused = await site.get(link(site.bob.id))
    expect(refused.status).toBe(403)
    expect(await refused.text()).toContain('You may no longer see this contract')
    await site.ask('ana', `restrict ${site.acme} off`)
  })

  it('is a file of that contract or none', async () => {
    const other = { purpose: 'file' as const, contract: site.acme, sha256: '0'.repeat(64), name: 'x', person: site.ana.id }
    expect((await site.get(site.link(other))).status).toBe(403)
    const uploadLink = site.link({ purpose: 'upload', contract: site.acme, person: site.ana.id }).replace('/upload/', '/file/')
    expect((await site.get(uploadLink)).status).toBe(404)
    const old = link(site.ana.id)
    site.wait(16)
    expect((await site.get(old)).status).toBe(410)
  })

  it.each(['file', 'upload'])('%s: a button pressed again when its link has expired gives one that works', async (verb) => {
    const press = async () => {
      const answer = await site.ask('ana', `${verb} ${site.acme}`, { id: `press-${verb}` })
      const [url] = answer.card.elements.flatMap((one) => (one.type === 'file' ? [one.url] : one.type === 'link' ? [one.link.url] : []))
      return `${site.address}${new URL(url ?? '').pathname}`
    }
    const first = await press()
    site.wait(16)
    expect((await site.get(first)).status).toBe(410)
    expect((await site.get(await press())).status).toBe(200)
  })

  it('a click that is delivered again takes the file once', async () => {
    const taken = async () => (await site.store.record.entries(site.acme)).filter(({ kind }) => kind === 'file_read').length
    const before = await taken()
    for (const _ of [1, 2]) await site.ask('ana', `file ${site.acme}`, { id: 'press-once' })
    expect(await taken()).toBe(before + 1)
  })

  it('comes to a record keeper who may not see the contract and said why', async () => {
    await site.ask('ana', `restrict ${site.acme}`)
    await site.hire('ruth', { roles: ['record-keeper'] })
    expect((await site.ask('ruth', `file ${site.acme}`)).refusal?.kind).toBe('not-found')
    const answer = await site.ask('ruth', `file ${site.acme} reason:"Audit of 2026"`)
    const [url] = answer.card.elements.flatMap((one) => (one.type === 'file' ? [one.url ?? ''] : []))
    expect((await site.get(`${site.address}${new URL(url ?? '').pathname}`)).status).toBe(200)
    await site.ask('ana', `restrict ${site.acme} off`)
  })
})

describe('health', () => {
  it('says that it lives and is ready, and no longer ready while it stops', async () => {
    const stopping = await openSite()
    expect(await (await stopping.get(`${stopping.address}/healthz`)).json()).toEqual({ alive: true })
    const ready = await stopping.get(`${stopping.address}/readyz`)
    expect([ready.status, await ready.json()]).toEqual([200, { ready: true, storage: 'available', draining: false }])
    stopping.drain()
    const drained = await stopping.get(`${stopping.address}/readyz`)
    expect([drained.status, await drained.json()]).toEqual([503, { ready: false, storage: 'available', draining: true }])
    await stopping.close()
  })

  it('is not ready while the database is away, and ready again when it is back, without a restart', async () => {
    const cable = await createCable(serverUri())
    const store = await openStore({
      ...{ uri: cable.uri, databaseName: `test_cable_${process.pid}`, dataDirectory: site.config.dataDirectory },
      ...{ clock: () => new Date(), zone: 'Europe/Berlin' },
    })
    const away = await openSite({ store })
    const ready = async () => (await away.get(`${away.address}/readyz`)).status
    expect(await ready()).toBe(200)
    cable.pull()
    expect(await ready()).toBe(503)
    expect((await away.get(`${away.address}/healthz`)).status).toBe(200)
    const page = await away.get(away.link({ purpose: 'upload', contract: away.acme, person: away.ana.id }))
    expect(page.status).toBe(503)
    expect(await page.text()).toContain('Storage is unavailable')
    await cable.plug()
    await expect.poll(ready, { timeout: 15_000, interval: 200 }).toBe(200)
    await store.close()
    cable.pull()
    await away.close()
  })
})
