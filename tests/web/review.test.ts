// The review form in a browser: what an uploaded agreement says is confirmed, corrected or turned down, at a phone's width too.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openBrowser } from '../bot/playground/browser.ts'
import { agreementText } from '../commands/review/agreement.ts'
import { formWith, openSite, type Site } from './site.ts'

let site: Site
let link = ''
let uploads = 0
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())
beforeEach(async () => {
  link = site.link({ purpose: 'upload', contract: site.acme, person: site.ana.id })
  uploads += 1
  // Each time another file, so that every value waits again.
  await site.ask('ana', `review dismiss ${site.acme} all`)
  await site.post(link, formWith('harrowgate.txt', `${agreementText}${' \n'.repeat(uploads)}`))
})

const contract = async () => {
  const state = await site.store.contracts.state(site.acme)
  if (!state) throw new Error('the contract is gone')
  return state
}
const held = async (field: string) => ((await contract()).fields as Record<string, { value: unknown } | undefined>)[field]?.value
const numberOf = async (field: string) => (await contract()).proposals.find((one) => one.field === field)?.id
const send = (fields: Record<string, string>) =>
  fetch(`${link}/review`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })

describe('what is sent', () => {
  it('records a value as it was read, with the person of the link', async () => {
    const response = await send({
      settle: 'chosen',
      [`verdict-${await numberOf('slaUptimePercent')}`]: 'confirm',
      [`value-${await numberOf('slaUptimePercent')}`]: '99.9 %',
    })
    expect(response.status).toBe(200)
    expect(await response.text()).toContain('Recorded in C-1: SLA uptime 99.9 %.')
    expect((await contract()).fields).toMatchObject({ slaUptimePercent: { value: 99.9, by: site.ana.id, source: 'harrowgate.txt' } })
  })

  it('records an altered value as people write it, and what is not in the contract as that', async () => {
    const [notice, law] = [await numberOf('noticePeriodToTerminateRenewal'), await numberOf('governingLaw')]
    await send({ settle: 'chosen', [`verdict-${notice}`]: 'confirm', [`value-${notice}`]: ' 60 days ', [`verdict-${law}`]: 'dismiss' })
    expect(await held('noticePeriodToTerminateRenewal')).toEqual({ count: 60, unit: 'day' })
    expect(await held('governingLaw')).toBeUndefined()
    expect(await numberOf('governingLaw')).toBeUndefined()
  })

  it('tells a bad value at its input, keeps all that was typed, and records nothing', async () => {
    const [payment, cap] = [await numberOf('paymentTerms'), await numberOf('liabilityCapMonetary')]
    const response = await send({
      settle: 'chosen',
      [`verdict-${payment}`]: 'confirm',
      [`value-${payment}`]: 'soon <b>',
      [`verdict-${cap}`]: 'confirm',
      [`value-${cap}`]: 'EUR 1m',
    })
    expect(response.status).toBe(422)
    const html = await response.text()
    expect(html).toMatch(/id="error-[\d.]+">Payment terms can&#39;t be/)
    expect(html).toContain('value="soon &lt;b&gt;"')
    expect(html).toContain('value="EUR 1m"')
    expect(await held('liabilityCapMonetary')).toBeUndefined()
  })

  it('records a correction though nothing else was chosen for it', async () => {
    const notice = await numberOf('noticePeriodToTerminateRenewal')
    const response = await send({ settle: 'chosen', [`verdict-${notice}`]: 'later', [`value-${notice}`]: '45 days' })
    expect(await response.text()).toContain('Recorded in C-1: Notice to stop renewal 45 days.')
    expect(await held('noticePeriodToTerminateRenewal')).toEqual({ count: 45, unit: 'day' })
  })

  it('records with the sure ones what was corrected and turned down among them, not what was read', async () => {
    const values = Object.fromEntries(
      (await contract()).proposals.flatMap(({ id, field, sure }) => {
        if (!sure) return []
        const typed = { effectiveDate: '2 March 2026', governingLaw: 'England; Wales' }[field]
        return typed === undefined ? [] : [[`value-${id}`, typed]]
      }),
    )
    const law = await numberOf('governingLaw')
    await send({ settle: 'sure', ...values, [`verdict-${law}`]: 'dismiss' })
    expect(await held('effectiveDate')).toBe('2026-03-02')
    expect(await held('governingLaw')).toBeUndefined()
    expect(await numberOf('governingLaw')).toBeUndefined()
  })

  it('shows how an end was counted that the document does not state', async () => {
    expect(await (await fetch(`${link}/review`)).text()).toContain('Counted: 2 years from 1 Mar 2026.')
  })

  it('says so when nothing was chosen', async () => {
    const response = await send({ settle: 'chosen', [`verdict-${await numberOf('paymentTerms')}`]: 'later' })
    expect(response.status).toBe(422)
    expect(await response.text()).toContain('role="alert">Nothing is recorded: choose for a value first, or correct it.<')
  })

  it('is refused with an old link, a forged one, and one whose person may write no more', async () => {
    const forged = await fetch(`${site.address}/upload/x.y/review`, { method: 'POST', body: new URLSearchParams({ settle: 'sure' }) })
    expect(forged.status).toBe(404)
    link = site.link({ purpose: 'upload', contract: site.acme, person: site.bob.id })
    expect((await send({ settle: 'sure' })).status).toBe(403)
    link = site.link({ purpose: 'upload', contract: site.acme, person: site.ana.id })
    site.wait(16)
    expect((await send({ settle: 'sure' })).status).toBe(410)
    expect(await held('liabilityCapMonetary')).toBeUndefined()
  })
})

/** What a browser sends of a page's form: its hidden inputs, and what is typed. */
const sendForm = (html: string, typed: Record<string, string> = {}) => {
  const hidden = [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)].map(([, name = '', value = '']) => [
    name,
    value.replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
  ])
  const [, action = ''] = /<form method="post" action="([^"]+)"/.exec(html) ?? []
  return fetch(new URL(action, site.address), { method: 'POST', body: new URLSearchParams({ ...Object.fromEntries(hidden), ...typed }) })
}

describe('a link that lapses', () => {
  const late = async () => {
    const notice = await numberOf('noticePeriodToTerminateRenewal')
    site.wait(16)
    const lapsed = await send({ settle: 'chosen', [`verdict-${notice}`]: 'confirm', [`value-${notice}`]: '75 "days"' })
    return { notice, lapsed, html: await lapsed.text() }
  }
  const freshLink = () => site.link({ purpose: 'upload', contract: site.acme, person: site.ana.id })

  it('loses nothing that was typed, says how to get a fresh one, and goes on by it', async () => {
    const { notice, lapsed, html } = await late()
    expect(lapsed.status).toBe(410)
    expect(html).toContain(`Ask for a new link in chat: <code>upload ${site.acme}</code>`)
    const again = await sendForm(html, { link: `  ${freshLink()} ` })
    expect(again.status).toBe(200)
    const form = await again.text()
    expect(form).toContain(`name="value-${notice}" value="75 &quot;days&quot;"`)
    expect(form).toMatch(new RegExp(`name="verdict-${notice}" value="confirm" checked`))
    expect(await held('noticePeriodToTerminateRenewal')).not.toEqual({ count: 75, unit: 'day' })
    const recorded = await sendForm(form, { settle: 'chosen', [`verdict-${notice}`]: 'confirm', [`value-${notice}`]: '75 days' })
    expect(await recorded.text()).toContain('Recorded in C-1: Notice to stop renewal 75 days.')
  })

  it('goes on by no other link: none, an old one, one to another contract, one of somebody else', async () => {
    const { notice, html } = await late()
    const [, token = ''] = /\/upload\/([^/]+)$/.exec(link) ?? []
    const { id: other } = await site.contract({ title: 'Other' }, site.ana)
    for (const [wrong, problem] of [
      ['C-1', 'That is not the address of such a page.'],
      [`${site.address}/upload/${token.slice(0, -2)}xx`, 'That is not the address of such a page.'],
      [`${site.address}/upload/%E0%A4%A`, 'That is not the address of such a page.'],
      [link, 'That link has expired too.'],
      [site.link({ purpose: 'contract', contract: site.acme, person: site.ana.id }), 'That is not the address of such a page.'],
      [site.link({ purpose: 'upload', contract: other, person: site.ana.id }), 'That is not your link to C-1.'],
      [site.link({ purpose: 'upload', contract: site.acme, person: site.bob.id }), 'That is not your link to C-1.'],
    ] as const) {
      const answer = await sendForm(html, { link: wrong })
      expect(answer.status).toBe(410)
      const shown = await answer.text()
      expect(shown).toContain(problem)
      expect(shown).toContain(`name="value-${notice}" value="75 &quot;days&quot;"`)
      expect(shown).not.toContain('Acme')
    }
    const forged = `${site.address}/upload/x.y/again`
    expect((await fetch(forged, { method: 'POST', body: new URLSearchParams({ link: freshLink() }) })).status).toBe(404)
  })

  it('is renewed while the page is in use, for some hours and no longer', async () => {
    let html = await (await fetch(`${link}/review`)).text()
    let status = 200
    let minutes = 0
    for (; status !== 410 && minutes < 600; minutes += 10) {
      site.wait(10)
      const answer = await sendForm(html, { settle: 'chosen' })
      status = answer.status
      html = await answer.text()
    }
    expect(minutes).toBeGreaterThan(200)
    expect(minutes).toBeLessThanOrEqual(260)
  })
})

describe('what the page did not show', () => {
  it('is not among its sure ones: other documents, and what was read since', async () => {
    await site.post(link, formWith('other.txt', `${agreementText.replace('99.9%', '99.5%')}${' \n'.repeat(uploads)}`))
    const html = await (await fetch(`${link}/review`)).text()
    const sla = (await contract()).proposals.findLast(({ field }) => field === 'slaUptimePercent')?.id
    const was = /name="was" value="(\d+)"/.exec(html)?.[1] ?? ''
    const response = await send({ settle: 'sure', was, [`value-${sla}`]: '99.5 %' })
    expect(await response.text()).toContain('>Recorded in C-1: SLA uptime 99.5 %.<')
    expect(await numberOf('noticePeriodToTerminateRenewal')).toBeDefined()
  })

  it('is not replaced: a value that somebody set since is told, and nothing is recorded', async () => {
    const html = await (await fetch(`${link}/review`)).text()
    const payment = await numberOf('paymentTerms')
    const was = /name="was" value="(\d+)"/.exec(html)?.[1] ?? ''
    await site.ask('ana', `set ${site.acme} paymentTerms="50 days" confirm:yes`)
    const fields = { settle: 'chosen', [`verdict-${payment}`]: 'confirm', [`value-${payment}`]: '30 days' }
    const response = await send({ ...fields, was })
    expect(response.status).toBe(422)
    expect(await response.text()).toContain('Payment terms of C-1 was set to 50 days meanwhile.')
    expect(await held('paymentTerms')).toEqual({ count: 50, unit: 'day' })
  })
})

describe('in a browser', () => {
  let pictures: string
  beforeAll(async () => {
    pictures = process.env.PICTURES ?? (await mkdtemp(join(tmpdir(), 'throughline-pictures-')))
  })
  afterAll(async () => {
    if (!process.env.PICTURES) await rm(pictures, { recursive: true })
  })

  it.each([
    ['a phone', 390, 'Liability cap', 'EUR 500,000', /LIABILITY UNDER THIS AGREEMENT EXCEED EUR 500,000/],
    ['a desk', 1_280, 'Initial term', '2 years', /two \(2\) years from the Effective Date/],
  ])(
    'uploads, sees the sentences, confirms some, corrects one, and finds the rest still waiting, on %s',
    async (name, width, label, shown, words) => {
      const browser = await openBrowser()
      try {
        const page = await browser.newPage({ viewport: { width, height: 844 } })
        await page.goto(link)
        await page.setInputFiles('input[type=file]', {
          name: `${name}.txt`,
          mimeType: 'text/plain',
          buffer: Buffer.from(`${agreementText}\n${name}\n`),
        })
        await page.getByRole('button', { name: 'Upload' }).click()
        const first = page.getByRole('group', { name: label, exact: true })
        expect(await first.getByRole('textbox').inputValue()).toBe(shown)
        expect(await first.locator('blockquote').textContent()).toMatch(words)
        await page.screenshot({ path: join(pictures, `review-${width}.png`), fullPage: true })
        expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0)
        expect(await first.locator('mark').textContent()).toBe(width === 390 ? 'EUR 500,000' : 'two (2) years')
        await first.getByLabel('Record this value').check()
        const payment = page.getByRole('group', { name: 'Payment terms', exact: true })
        await payment.getByRole('textbox').fill(width === 390 ? '45 days' : '40 days')
        await payment.getByLabel('Record this value').check()
        // Enter sends what was chosen: never the sure ones, whose button stands first on the page.
        if (width === 390) await page.getByRole('button', { name: 'Record', exact: true }).click()
        else await payment.getByRole('textbox').press('Enter')
        await page.getByRole('status').waitFor()
        expect(await page.getByRole('status').textContent()).toMatch(/Recorded in C-1: .*Payment terms 4[05] days/)
        await page.screenshot({ path: join(pictures, `review-after-${width}.png`), fullPage: true })
        expect(await held('paymentTerms')).toEqual({ count: width === 390 ? 45 : 40, unit: 'day' })
        expect(await page.getByRole('group', { name: 'Payment terms', exact: true }).count()).toBe(0)
        expect(await page.getByRole('group', { name: 'Governing law', exact: true }).count()).toBe(1)
      } finally {
        await browser.close()
      }
    },
  )
})
