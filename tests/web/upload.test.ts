// The upload page over real HTTP: a personal link takes one contract's document, and nothing else.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../bot/playground/browser.ts'
import { formWith, openSite, type Site } from './site.ts'

let site: Site
let pictures: string
beforeAll(async () => {
  site = await openSite()
  pictures = process.env.PICTURES ?? (await mkdtemp(join(tmpdir(), 'throughline-pictures-')))
})
afterAll(async () => {
  await site.close()
  if (!process.env.PICTURES) await rm(pictures, { recursive: true })
})

const link = () => site.link({ purpose: 'upload', contract: site.acme, person: site.ana.id })
const files = async () => (await site.documents()).map(({ name }) => name)

const pageHeaders = (response: Response) => {
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/)
  expect(response.headers.get('referrer-policy')).toBe('no-referrer')
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  expect(response.headers.get('content-type')).toMatch(/^text\/html/)
  expect(response.headers.get('x-powered-by')).toBeNull()
}

it('reads nothing of what is sent without a link of ours', async () => {
  let taken = 0
  const endless = new ReadableStream({
    pull(controller) {
      taken += 1
      if (taken > 200) controller.close()
      else controller.enqueue(new Uint8Array(256 * 1024))
    },
  })
  const headers = { 'content-type': 'multipart/form-data; boundary=x' }
  const response = await fetch(`${site.address}/upload/forged.token`, { method: 'POST', headers, body: endless, duplex: 'half' })
  expect(response.status).toBe(404)
  expect(taken).toBeLessThan(200)
  await response.body?.cancel()
})

describe('the page', () => {
  it('comes by the very link that the command gives, names contract and person, and escapes both', async () => {
    const answer = await site.ask('ana', `upload ${site.acme}`)
    const [given] = answer.card.elements.flatMap((element) => (element.type === 'link' ? [element.link.url] : []))
    const response = await site.get(`${site.address}${new URL(given ?? '').pathname}`)
    expect(response.status).toBe(200)
    pageHeaders(response)
    const html = await response.text()
    expect(html).toContain('Upload to C-1 Acme &lt;MSA&gt;')
    expect(html).toContain('as ana.')
    expect(html).not.toMatch(/<script|https?:\/\//)
  })

  it('takes a file as a browser sends it, and records it as uploaded by that person', async () => {
    const response = await site.post(link(), formWith('Länder & Terms.txt', 'All about capybaras.'))
    expect(response.status).toBe(200)
    pageHeaders(response)
    const html = await response.text()
    expect(html).toContain('Kept with C-1 Acme &lt;MSA&gt;')
    expect(html).toContain('Länder &amp; Terms.txt')
    const entry = (await site.store.record.entries(site.acme)).at(-1)
    expect(entry).toMatchObject({ kind: 'document', actor: site.ana.id, source: 'upload page' })
    expect((await site.ask('bob', 'find capybaras')).card.summary).toMatch(/^1 contract: C-1/)
  })

  it('says that a model reads it too, which nobody waits for', async () => {
    const model = { name: 'llama', seesRestricted: false, mostCharacters: 10, read: () => new Promise<never>(() => undefined) }
    const other = await openSite({ model })
    try {
      const page = other.link({ purpose: 'upload', contract: other.acme, person: other.ana.id })
      const html = await (await other.post(page, formWith('terms.txt', 'All about okapis.'))).text()
      expect(html).toContain('llama reads it too. What more it finds waits in review C-1, and you are told.')
      expect(await other.store.modelReadings.counts()).toEqual({ waiting: 1, failed: 0 })
    } finally {
      await other.close()
    }
  })

  it('the same file again was here already; one that can not be read is kept and says so', async () => {
    const before = await files()
    expect(await (await site.post(link(), formWith('again.txt', 'All about capybaras.'))).text()).toContain('it was here already')
    expect(await files()).toEqual(before)
    const broken = await (await site.post(link(), formWith('broken.pdf', '%PDF-1.7 nothing'))).text()
    expect(broken).toMatch(/This file could not be read: .*The original is kept\./)
    expect(await files()).toEqual([...before, 'broken.pdf'])
  })

  it('marks the executed document by the day that is given', async () => {
    await site.post(link(), formWith('signed.txt', 'Signed.', '2026-03-31'))
    expect((await site.documents()).at(-1)).toMatchObject({ name: 'signed.txt', executedOn: '2026-03-31' })
  })

  it('shows hostile names as safe text', async () => {
    const html = await (await site.post(link(), formWith('../<img src=x onerror=alert(1)>.txt', 'Hostile.'))).text()
    expect(html).not.toContain('<img')
    expect((await site.documents()).at(-1)?.name).not.toMatch(/[<>/]/)
  })

  it.each([
    ['no file', () => formWith('', ''), 400, 'No file came'],
    ['an empty file', () => formWith('empty.txt', ''), 400, 'No file came'],
    ['a form without the field', () => new FormData(), 400, 'No file came'],
    ['a day that is none', () => formWith('x.txt', 'Never kept 1', '2026-02-31'), 400, 'This is no day'],
    ['a day still to come', () => formWith('x.txt', 'Never kept 2', '2027-01-01'), 400, '2027-01-01 is still to come'],
  ])('refuses %s with a page that says what to do', async (_title, form, status, heading) => {
    const before = await files()
    const response = await site.post(link(), form())
    expect(response.status).toBe(status)
    pageHeaders(response)
    expect(await response.text()).toContain(`<h1>${heading}`)
    expect(await files()).toEqual(before)
  })

  it.each([
    ['no form at all', { body: '{}', headers: { 'content-type': 'application/json' } }],
    ['a form whose boundary is missing', { body: 'x', headers: { 'content-type': 'multipart/form-data' } }],
    [
      'a form that was cut off',
      {
        body: '--b\r\nContent-Disposition: form-data; name="file"; filename="x',
        headers: { 'content-type': 'multipart/form-data; boundary=b' },
      },
    ],
  ])('refuses %s', async (_title, sent) => {
    const response = await fetch(link(), { method: 'POST', ...sent })
    expect(response.status).toBe(400)
    expect(await response.text()).toContain('No file came')
  })

  it('refuses 51 MB with a page, and lives', async () => {
    const response = await site.post(link(), formWith('large.pdf', new Uint8Array(51 * 1024 * 1024)))
    expect(response.status).toBe(413)
    expect(await response.text()).toContain('At most 50 MB can be uploaded.')
    expect((await site.get(`${site.address}/healthz`)).status).toBe(200)
  })
})

describe('the link', () => {
  it.each([
    ['altered', (url: string) => `${url.slice(0, -2)}${url.endsWith('AA') ? 'BB' : 'AA'}`],
    [
      'with another claim under the same signature',
      (url: string) => url.replace(/upload\/[^.]+/, `upload/${Buffer.from('{"claim":{}}').toString('base64url')}`),
    ],
    ['without a signature', (url: string) => url.replace(/\.[^.]+$/, '')],
    ['cut', (url: string) => url.slice(0, 40)],
    [
      'of another purpose',
      () => site.link({ purpose: 'file', contract: site.acme, person: site.ana.id, sha256: 'x', name: 'x' }).replace('/file/', '/upload/'),
    ],
    ['that is no text', (url: string) => url.replace(/upload\/.*/, 'upload/%E0%A4%A')],
    ['ten thousand characters long', (url: string) => url.replace(/upload\/.*/, `upload/${'x'.repeat(10_000)}`)],
  ])('%s opens nothing', async (_title, alter) => {
    for (const response of [await site.get(alter(link())), await site.post(alter(link()), formWith('x.txt', 'Never kept.'))]) {
      expect(response.status).toBe(404)
      pageHeaders(response)
      expect(await response.text()).toMatch(/not a link of ours/)
    }
    expect(await files()).not.toContain('x.txt')
    expect(site.reported).toEqual([])
  })

  it('ends when the person may no longer write, between page and file', async () => {
    await site.ask('ana', `grant ${site.acme} @bob level:write`)
    const url = site.link({ purpose: 'upload', contract: site.acme, person: site.bob.id })
    expect((await site.get(url)).status).toBe(200)
    await site.ask('ana', `grant ${site.acme} @bob level:none`)
    const response = await site.post(url, formWith('late.txt', 'Late.'))
    expect(response.status).toBe(403)
    expect(await response.text()).toContain('You may no longer write this contract')
    expect(await files()).not.toContain('late.txt')
  })

  it('ends for who was deactivated, and never was for who or what does not exist', async () => {
    const carl = await site.hire('carl', { roles: ['legal'] })
    const url = site.link({ purpose: 'upload', contract: site.acme, person: carl.id })
    expect((await site.get(url)).status).toBe(200)
    await site.store.people.change(carl.id, { active: false }, 'throughline', 'test')
    expect((await site.get(url)).status).toBe(403)
    for (const claim of [
      { contract: 'C-99', person: site.ana.id },
      { contract: site.acme, person: 'P-99' },
    ])
      expect((await site.get(site.link({ purpose: 'upload', ...claim }))).status).toBe(403)
  })

  it('works for fifteen minutes', async () => {
    const url = link()
    site.wait(14)
    expect((await site.get(url)).status).toBe(200)
    site.wait(2)
    for (const response of [await site.get(url), await site.post(url, formWith('late.txt', 'Late.'))]) {
      expect(response.status).toBe(410)
      pageHeaders(response)
      expect(await response.text()).toContain(`Ask for a new one in chat: upload ${site.acme}`)
    }
  })

  it('unknown addresses have a page too', async () => {
    const response = await site.get(`${site.address}/nowhere`)
    expect(response.status).toBe(404)
    pageHeaders(response)
  })
})

describe('in a browser', () => {
  const sizes = [
    { name: 'phone', width: 360, height: 740 },
    { name: 'desktop', width: 1280, height: 800 },
  ]

  it('a person picks a file and is told that it is kept, on a phone and on a desktop, without a script', async () => {
    const browser = await openBrowser()
    try {
      const page = await browser.newPage({ javaScriptEnabled: false })
      const problems: string[] = []
      page.on('console', (line) => problems.push(line.text()))
      for (const { name, ...viewport } of sizes) {
        await page.setViewportSize(viewport)
        await page.goto(link())
        await page.screenshot({ path: join(pictures, `upload-${name}.png`) })
        // Nothing is cut off at the side.
        expect(await widthOf(page)).toBeLessThanOrEqual(viewport.width)
        await page
          .getByLabel(/^The document/)
          .setInputFiles({ name: `${name}.txt`, mimeType: 'text/plain', buffer: Buffer.from(`From a ${name}.`) })
        await page.getByRole('button', { name: 'Upload' }).click()
        await page.getByText(`${name}.txt`).waitFor()
        await page.screenshot({ path: join(pictures, `uploaded-${name}.png`) })
        expect(await widthOf(page)).toBeLessThanOrEqual(viewport.width)
        expect(problems).toEqual([])
      }
    } finally {
      await browser.close()
    }
    expect((await files()).slice(-2)).toEqual(['phone.txt', 'desktop.txt'])
  })

  const widthOf = (page: Page): Promise<number> => page.locator('html').evaluate((element) => element.scrollWidth)
})

it('says so when no value was read, and why of a mail', async () => {
  const plain = await (await site.post(link(), formWith('letter.txt', 'Dear Acme, thank you for the lunch.'))).text()
  expect(plain).toContain('No value was found in it that C-1 does not say already. To enter one by hand: set C-1 expires=2027-12-31')
  const mail = 'From: lee@acme.example\nSubject: Notice\nDate: Tue, 3 Nov 2026 10:00:00 +0100\n\nWe accept a notice period of 90 days.\n'
  expect(await (await site.post(link(), formWith('notice.eml', mail))).text()).toContain(
    'A mail: what is attached was read, its own words were not. To keep them as talk: note C-1',
  )
})
