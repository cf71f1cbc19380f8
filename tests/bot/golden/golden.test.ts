// Every card in every dialect, compared to the letter with the files beside this one.
import { describe, test } from 'vitest'
import { homeView } from '../../../src/bot/slack/home.ts'
import { surfaces } from '../../../src/bot/slack/limits.ts'
import { renderCard as slack } from '../../../src/bot/slack/render-card.ts'
import { renderCard as teams } from '../../../src/bot/teams/render-card.ts'
import { renderCard as terminal } from '../../../src/bot/terminal/render-card.ts'
import { cards } from './cards.ts'
import { asJson, expectGolden } from './golden-file.ts'

describe.each(Object.entries(cards))('%s', (name, card) => {
  test('slack', () => expectGolden(`slack/${name}.json`, asJson(slack(card, { ...surfaces.message, workspace: 'T000000001' }))))
  test('teams', () => expectGolden(`teams/${name}.json`, asJson(teams(card, { nonce: 'n-1' }))))
  test('terminal', () => expectGolden(`terminal/${name}.txt`, `${terminal(card)}\n`))
})

test.each(['home', 'home-empty'])('App Home: %s', (name) => expectGolden(`slack/${name}.view.json`, asJson(homeView(cards[name]!))))
test.each(['audit', 'group', 'table', 'wide-table'])('a workspace of Slack that takes words alone: %s', (name) =>
  expectGolden(`slack/${name}.text.json`, asJson(slack(cards[name]!, surfaces.plainMessage))),
)
test('a narrow terminal', () => expectGolden('terminal/wide-table.40.txt', `${terminal(cards['wide-table']!, { width: 40 })}\n`))
test('a terminal with colour', () => expectGolden('terminal/linked.colour.txt', `${terminal(cards.linked!, { colour: true })}\n`))
