// The page of a contract: at a glance for who holds a personal link, and a page that reveals nothing for everybody else.

import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Card } from '../../src/bot/card.ts'
import { card, context, folded, heading, text } from '../../src/bot/card.ts'
import { cardPage } from '../../src/web/card-page.ts'
import { cards } from '../bot/golden/cards.ts'
import { anyText } from '../bot/hostile-text.ts'
import { openSite, type Site } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
  await site.ask('ana', `set ${site.acme} expires=2027-12-31 source:"Order form p. 2" confirm:yes`)
})
afterAll(() => site.close())

const link = (person = site.ana.id, contract = site.acme) => site.link({ purpose: 'contract', contract, person })
const pageOf = async (url: string) => {
  const response = await site.get(url)
  return { status: response.status, body: await response.text(), headers: response.headers }
}
const linkIn = (shown: Card) => shown.elements.flatMap((element) => (element.type === 'link' ? [element.link] : []))

describe('a contract', () => {
  it('is shown by the very link of the command: what the card says, and how to go on', async () => {
    const answer = await site.ask('bob', `show ${site.acme}`)
    const [given] = linkIn(answer.card)
    expect(given?.label).toBe('Open as a page')
    const { status, body, headers } = await pageOf(`${site.address}${new URL(given?.url ?? '').pathname}`)
    expect(status).toBe(200)
    expect(body).toContain(`<h1>${site.acme} Acme &lt;MSA&gt;</h1>`)
    for (const words of [
      'Acme Ltd',
      '31 Dec 2027',
      'Order form p. 2',
      `talk ${site.acme}`,
      'personal link as bob',
      `https://bot.example/contracts/${site.acme}`,
    ])
      expect(body.toLowerCase()).toContain(words.toLowerCase())
    expect(Object.fromEntries(headers)).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    })
  })

  it('is shown as it is in force: an end that an amendment moved is the end', async () => {
    const moved = { title: 'Amendment 1', type: 'amendment' as const, status: 'executed' as const }
    const { id } = await site.contract({ ...moved, effectiveDate: '2026-06-01', expirationDate: '2029-12-31' }, site.ana)
    await site.ask('ana', `family add ${id} to:${site.acme} as:amends`)
    const { body } = await pageOf(link())
    expect(body).toContain('31 Dec 2029')
    await site.ask('ana', `family remove ${id} from:${site.acme}`)
    expect((await pageOf(link())).body).not.toContain('31 Dec 2029')
  })

  it('is for who may see it, asked at every use, and for a quarter of an hour', async () => {
    const old = link(site.bob.id)
    expect((await pageOf(old)).status).toBe(200)
    await site.ask('ana', `restrict ${site.acme}`)
    const refused = await pageOf(link(site.bob.id))
    expect(refused.status).toBe(403)
    expect(refused.body).not.toContain('Acme')
    expect((await pageOf(link())).status).toBe(200)
    await site.ask('ana', `restrict ${site.acme} off`)
    site.wait(16)
    expect((await pageOf(old)).status).toBe(410)
    expect((await pageOf(link(site.bob.id))).status).toBe(200)
  })

  it('is shown by no link for anything else, nor by one that was altered', async () => {
    const upload = site.link({ purpose: 'upload', contract: site.acme, person: site.ana.id }).replace('/upload/', '/contract/')
    for (const url of [upload, `${link()}x`, `${site.address}/contract/x`]) {
      const { status, body } = await pageOf(url)
      expect(status).toBe(404)
      expect(body).not.toContain('Acme')
    }
    expect((await pageOf(link('P-nobody'))).status).toBe(403)
    expect((await pageOf(link(site.ana.id, 'C-999'))).status).toBe(403)
  })

  it('is not linked to from what others see', async () => {
    const conversation = { id: 'teams:home:all', name: 'All', private: false }
    await site.store.conversations.keep(conversation.id, { name: 'All', visibility: 'contract', members: [] })
    const shared = await site.ask('ana', `show ${site.acme} share:here`, { conversation })
    expect(shared.audience).toBe('thread')
    expect(linkIn(shared.card)).toEqual([])
  })
})

describe('an address without a link', () => {
  it('tells how to get one, and is the same for a number that was never given', async () => {
    const known = await pageOf(`${site.address}/contracts/${site.acme}`)
    const unknown = await pageOf(`${site.address}/contracts/C-999`)
    expect([known.status, unknown.status]).toEqual([403, 403])
    expect(known.body).toContain(`/contract show ${site.acme}`)
    expect(known.body).not.toContain('Acme')
    expect(unknown.body).toBe(known.body.replaceAll(site.acme, 'C-999'))
  })

  it.each(['c-1', 'C-0', 'C-1x', '%3Cscript%3E', 'C-99999999999'])('%s is none of ours', async (number) => {
    const { status, body } = await pageOf(`${site.address}/contracts/${number}`)
    expect(status).toBe(404)
    expect(body).not.toContain('<script>')
  })
})

describe('a card as a page', () => {
  it.each(Object.entries(cards).filter(([name]) => name !== 'hostile'))('says all that %s says', (_name, shown) => {
    const { body, commands } = cardPage(shown)
    const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
    const said = body.replaceAll(/<[^>]*>/g, '\n').replaceAll(/&(amp|lt|gt|quot|#39);/g, (_whole, name: string) => signs[name] ?? '')
    const told = shown.elements.flatMap((one) => {
      if (one.type !== 'group') return [one]
      return one.elements.length > 0 ? [heading(one.title), ...one.elements] : []
    })
    for (const element of told) {
      if (element.type === 'heading' || element.type === 'text' || element.type === 'context') expect(said).toContain(element.text.trim())
      if (element.type === 'facts') for (const { label, value } of element.facts) expect(said).toContain(`${label}\n\n${value}`)
      if (element.type === 'table') for (const { cells } of element.rows) for (const cell of cells) expect(said).toContain(cell.trim())
      if (element.type === 'quote') expect(said).toContain(element.text)
      if (element.type === 'buttons') for (const button of element.buttons) expect(commands).toContainEqual(button)
    }
  })

  it('takes nothing that somebody wrote for markup', () => {
    fc.assert(
      fc.property(anyText, (words) => {
        const { body } = cardPage(
          card(
            words,
            heading(words),
            text(words, 'bad'),
            context(words),
            { type: 'facts', facts: [{ label: words, value: words, note: words }] },
            { type: 'table', caption: words, columns: [{ label: words, align: 'right' }], rows: [{ cells: [words] }] },
            { type: 'quote', author: words, at: words, text: words, marks: [words], link: { label: words, url: words } },
            { type: 'link', link: { label: words, url: `https://contracts.example/${words}` } },
            { type: 'file', sha256: 'x', name: words, size: 1 },
            { type: 'image', conversation: words, file: words, alt: words },
            { type: 'group', title: words, elements: [text(words)] },
            folded(words, context(words)),
          ),
        )
        const tags = new Set([...body.matchAll(/<\/?([a-z0-9]+)/g)].map(([, tag]) => tag))
        const ours =
          'h1 p dl div dt dd small table caption thead tbody tr th td figure figcaption strong blockquote a details summary section h2'.split(
            ' ',
          )
        expect([...tags].filter((tag) => !ours.includes(tag ?? ''))).toEqual([])
        expect(body).not.toMatch(/<[^a-z/]|\son\w+=|href="(?!https?:|mailto:)/)
      }),
      { numRuns: 1000 },
    )
  })
})
