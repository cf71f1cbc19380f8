// One check of the doctor: what was looked at, how it is, and what mends it.
export type Check = { name: string; state: 'ok' | 'warning' | 'failure'; text: string; remedy?: string }

export const ok = (name: string, text: string): Check => ({ name, state: 'ok', text })
export const warning = (name: string, text: string, remedy: string): Check => ({ name, state: 'warning', text, remedy })
export const failure = (name: string, text: string, remedy: string): Check => ({ name, state: 'failure', text, remedy })
