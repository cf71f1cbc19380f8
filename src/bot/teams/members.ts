// Members of a conversation as Teams lists them, in our words: whose account it is, and whether it is one of ours.
import type { Standing } from '../../contracts/identity.ts'
import type { Member } from '../../contracts/roster.ts'
import type { TeamsMember } from './connector.ts'
import { accountKeyOf, type PlatformName } from './ids.ts'

/** The id of the account in Entra; the connector writes it in two ways. */
export const entraIdOf = (member: TeamsMember): string | undefined => member.aadObjectId ?? member.objectId

export const emailOf = (member: TeamsMember): string | undefined => {
  const email = member.email ?? member.userPrincipalName
  return email?.includes('@') && !email.includes('#EXT#') ? email.toLowerCase() : undefined
}

/**
 * A guest in Entra is somebody whose home is elsewhere (`lee_acme.example#EXT#@ours.example`), as are people of a shared channel whose
 * tenant is another and whoever came without signing in; Teams knows no restricted accounts of our own.
 */
export const standingOf = (member: TeamsMember, tenant: string): Standing => {
  const isElsewhere = member.tenantId !== undefined && member.tenantId !== tenant
  const isGuest = member.userRole === 'guest' || member.userRole === 'anonymous' || member.userPrincipalName?.includes('#EXT#')
  return isElsewhere || isGuest || entraIdOf(member) === undefined ? 'outsider' : 'member'
}

export const memberOf = (platform: PlatformName, tenant: string, member: TeamsMember): Member => ({
  account: accountKeyOf(platform, tenant, entraIdOf(member) ?? member.id),
  name: member.name ?? 'somebody without a name',
  email: emailOf(member),
  standing: standingOf(member, tenant),
  company: undefined,
})
