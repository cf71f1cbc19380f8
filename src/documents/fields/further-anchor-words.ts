// The words that the rules for rights, limits and prices look around; each is found where a word begins.

export const furtherAnchors = {
  termination: ['terminate', 'terminated', 'termination', 'cancel'],
  breachNotice: [
    'security breach',
    'data breach',
    'security incident',
    'security event',
    'personal information breach',
    'breach of security',
    'breach of unsecured',
    'unauthorized access',
    'unauthorised access',
    'unauthorized use',
    'unauthorized disclosure',
    'accidental or unlawful',
  ],
  increase: ['increase', 'uplift', 'escalat', 'adjusted', 'raised', 'remain fixed', 'remain firm'],
  seats: [
    'users',
    'seats',
    'user licenses',
    'software licenses',
    'subscription licenses',
    'user licences',
    'software licences',
    'subscribers',
  ],
  limits: ['exceed', 'more than', 'maximum of', 'limited to', 'limit of', 'includes', 'total of'],
  minimum: ['minimum', 'commit', 'least', 'less than'],
  credit: ['service credit', 'service level credit', 'availability credit', 'credit equal', 'credit of'],
} as const
