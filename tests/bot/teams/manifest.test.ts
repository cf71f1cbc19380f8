// The Teams app's manifest: equal to the registry, valid by the published rules, with icons of the right size.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type AnyCommand, defineCommand } from '../../../src/bot/command.ts'
import { shownCommands, teamsManifest, writeTeamsManifest } from '../../../src/bot/teams/manifest.ts'
import { commands } from '../../../src/commands/index.ts'
import { ManifestRules } from './manifest-rules.ts'

const folder = join(import.meta.dirname, '../../../teams-manifest')
const made = (name: string, more: Partial<AnyCommand> = {}): AnyCommand => ({
  ...defineCommand({
    name,
    summary: `Does ${name}.`,
    examples: [name],
    requires: 'member',
    contract: 'none',
    args: z.object({}),
    run: () => Promise.reject(new Error('no')),
  }),
  ...more,
})
const names = (list: readonly AnyCommand[]) => list.map(({ name }) => name)

describe('the manifest', () => {
  it('in the folder is the one that the registry gives (else: npx throughline manifest)', async () => {
    expect(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'))).toEqual(teamsManifest(commands))
  })

  it.each([{}, { appId: '11111111-2222-3333-4444-555555555555', publicUrl: 'https://contracts.acme.example/app' }])(
    'is valid by the published rules: %j',
    (options) => {
      expect(ManifestRules.safeParse(teamsManifest(commands, options)).error?.issues).toBeUndefined()
    },
  )

  it('is valid whatever the registry holds', () => {
    const many = Array.from({ length: 40 }, (_, index) => made(`noun${index % 5} verb${index}`))
    expect(ManifestRules.safeParse(teamsManifest([...many, made('help')])).success).toBe(true)
  })

  it("speaks of the company's own ids and address", () => {
    const manifest = JSON.stringify(
      teamsManifest(commands, { appId: '11111111-2222-3333-4444-555555555555', publicUrl: 'https://contracts.acme.example:8443/x' }),
    )
    expect(manifest).not.toContain('00000000-0000')
    expect(manifest).toContain('"validDomains":["contracts.acme.example"]')
  })

  it('asks for two rights of single teams and chats, and says what is done with what they give', () => {
    const manifest = ManifestRules.parse(teamsManifest(commands))
    expect(manifest.authorization.permissions.resourceSpecific.map(({ name }) => name)).toEqual([
      'ChannelMessage.Read.Group',
      'ChatMessage.Read.Chat',
    ])
    expect(manifest.description.full).toContain('Use of data')
  })

  it('offers the same commands after a mention and after a slash', () => {
    const [bot] = ManifestRules.parse(teamsManifest(commands)).bots
    expect(bot?.supportsTargetedMessages).toBe(true)
    expect(bot?.commandLists?.[0]?.triggers).toEqual(['mention', 'slash'])
    expect(bot?.commandLists?.flatMap(({ scopes }) => scopes).sort()).toEqual(['groupChat', 'personal', 'team'])
  })

  it('is written with a line end, as a file that a person reads', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'throughline-manifest-'))
    const file = await writeTeamsManifest(join(directory, 'new'), commands)
    expect(await readFile(file, 'utf8')).toBe(`${JSON.stringify(teamsManifest(commands), null, 2)}\n`)
    await rm(directory, { recursive: true })
  })
})

describe('the menu', () => {
  it('shows help and a command of every noun, and not what is hidden', () => {
    const noun = (name: string) => (name.includes(' ') ? name.split(' ')[0] : '')
    const shown = names(shownCommands(commands))
    expect(shown).toContain('help')
    expect(new Set(shown.map(noun))).toEqual(new Set(names(commands.filter(({ hidden }) => !hidden)).map(noun)))
    expect(names(shownCommands([made('help'), made('secret', { hidden: true })]))).toEqual(['help'])
  })

  it('holds twelve, in the order of the registry, and never loses a noun or help to a longer one', () => {
    const many = [...Array.from({ length: 20 }, (_, index) => made(`contract verb${index}`)), made('person set'), made('help')]
    const shown = names(shownCommands(many))
    expect(shown).toHaveLength(12)
    expect(shown.slice(-2)).toEqual(['person set', 'help'])
    expect(shown[0]).toBe('contract verb0')
  })
})

describe('the icons', () => {
  it.each([
    ['color.png', 192],
    ['outline.png', 32],
  ])('%s is %d pixels wide and high', async (name, size) => {
    const bytes = await readFile(join(folder, name))
    expect(bytes.subarray(0, 8)).toEqual(Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]))
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([size, size])
  })

  it('of the outline is white on nothing', async () => {
    const bytes = await readFile(join(folder, 'outline.png'))
    const at = bytes.indexOf('IDAT')
    const rows = inflateSync(bytes.subarray(at + 4, at + 4 + bytes.readUInt32BE(at - 4)))
    const pixels = Array.from({ length: 32 * 32 }, (_, index) =>
      rows.subarray(Math.floor(index / 32) * 129 + 1 + (index % 32) * 4).subarray(0, 4),
    )
    const drawn = pixels.filter((pixel) => (pixel[3] ?? 0) > 0)
    expect(drawn.length).toBeGreaterThan(50)
    expect(drawn.length).toBeLessThan(700)
    expect(drawn.every(([red, green, blue]) => red === 255 && green === 255 && blue === 255)).toBe(true)
  })
})
