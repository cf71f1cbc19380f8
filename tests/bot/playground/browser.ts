// A browser without a window, and the few things that a person does on the playground's page.
import chromium from '@sparticuz/chromium'
import { type Browser, type Locator, type Page, chromium as playwright } from 'playwright-core'

export const openBrowser = async (): Promise<Browser> =>
  playwright.launch({ executablePath: await chromium.executablePath(), args: [...chromium.args, '--no-sandbox'], headless: true })

export type Hands = {
  page: Page
  open(conversation: string): Promise<void>
  /** Types into a chat and sends. */
  say(text: string): Promise<void>
  /** A new post in the channel that mentions the bot. */
  post(text: string): Promise<void>
  /** A reply in the first thread that mentions the bot. */
  reply(text: string): Promise<void>
  /** Takes one of the choices of a card's list. */
  choose(label: string, option: string): Promise<void>
  press(label: string): Promise<void>
  sees(words: string | RegExp): Promise<void>
  picture(name: string): Promise<void>
}

const boxes = (page: Page) => page.locator('[role=textbox][contenteditable=true]')

export const handsOn = (page: Page, pictures: string): Hands => {
  let taken = 0
  const mention = async (box: Locator, text: string) => {
    await box.click()
    await page.keyboard.type('@')
    await page.getByRole('menuitem', { name: 'Throughline' }).click()
    await page.keyboard.type(` ${text}`)
  }
  return {
    page,
    async open(conversation) {
      await page.locator(`[aria-label="${conversation}"]`).first().click()
      await boxes(page).first().waitFor()
    },
    async say(text) {
      await boxes(page).last().click()
      await page.keyboard.type(text)
      await page.keyboard.press('Enter')
    },
    async post(text) {
      await mention(boxes(page).first(), text)
      await page.getByRole('button', { name: 'Post', exact: true }).click()
    },
    async reply(text) {
      await mention(boxes(page).nth(1), text)
      await page.keyboard.press('Enter')
    },
    async choose(label, option) {
      await page.getByRole('combobox', { name: label }).last().click()
      await page.getByRole('option', { name: option }).click()
    },
    press: (label) => page.getByRole('button', { name: label, exact: true }).last().click(),
    sees: (words) => page.getByText(words).last().waitFor({ timeout: 30_000 }),
    async picture(name) {
      taken += 1
      await page.waitForTimeout(300)
      await page.screenshot({ path: `${pictures}/${String(taken).padStart(2, '0')}-${name}.png` })
    },
  }
}
