// The published rules of the app manifest 1.29, for the parts that ours has. Anything that they do not name is refused, as there.
// https://developer.microsoft.com/json-schemas/teams/v1.29/MicrosoftTeams.schema.json
import { z } from 'zod'

const guid = z.string().regex(/^[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$/)
const httpUrl = z
  .string()
  .max(2048)
  .regex(/^https?:\/\//)
const relativePath = z.string().max(2048)
const short = (length: number) => z.string().max(length)
const scopes = z.array(z.enum(['team', 'personal', 'groupChat', 'copilot'])).max(4)

const command = z.strictObject({
  title: short(128),
  description: short(4000).optional(),
  type: z.enum(['basic', 'prompt']).optional(),
  prompt: short(4000).optional(),
})

const commandList = z.strictObject({
  triggers: z
    .array(z.enum(['mention', 'slash']))
    .max(2)
    .optional(),
  scopes,
  commands: z.array(command).max(12),
})

const bot = z.strictObject({
  botId: guid,
  needsChannelSelector: z.boolean().optional(),
  isNotificationOnly: z.boolean().optional(),
  supportsFiles: z.boolean().optional(),
  supportsTargetedMessages: z.boolean().optional(),
  scopes,
  commandLists: z.array(commandList).max(3).optional(),
})

const extensionCommand = z.strictObject({
  id: short(64),
  type: z.enum(['query', 'action']).optional(),
  triggers: z.array(z.literal('slash')).max(1).optional(),
  context: z
    .array(z.enum(['compose', 'commandBox', 'message']))
    .max(3)
    .optional(),
  title: short(32),
  description: short(128).optional(),
  initialRun: z.boolean().optional(),
  fetchTask: z.boolean().optional(),
})

export const ManifestRules = z.strictObject({
  $schema: z.url(),
  manifestVersion: z.literal('1.29'),
  version: short(256).regex(/^\d+\.\d+\.\d+$/),
  id: guid,
  developer: z.strictObject({
    name: short(32),
    mpnId: short(10).optional(),
    websiteUrl: httpUrl,
    privacyUrl: httpUrl,
    termsOfUseUrl: httpUrl,
  }),
  name: z.strictObject({ short: short(30), full: short(100).optional() }),
  description: z.strictObject({ short: short(80), full: short(4000) }),
  icons: z.strictObject({ outline: relativePath, color: relativePath, color32x32: relativePath.optional() }),
  accentColor: z.string().regex(/^#[0-9a-fA-F]{6}$/),
  defaultInstallScope: z.enum(['personal', 'team', 'groupChat', 'meetings', 'copilot']).optional(),
  bots: z.array(bot).max(1),
  composeExtensions: z.array(z.strictObject({ botId: guid, commands: z.array(extensionCommand).max(10) })).max(1),
  validDomains: z.array(short(2048)).max(100),
  webApplicationInfo: z.strictObject({ id: guid, resource: short(2048) }),
  authorization: z.strictObject({
    permissions: z.strictObject({
      resourceSpecific: z.array(z.strictObject({ name: short(128), type: z.enum(['Application', 'Delegated']) })).max(16),
    }),
  }),
})
