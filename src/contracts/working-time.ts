// When a person works: a time zone and the hours of a day, as they are typed.
import { IANAZone } from 'luxon'
import { z } from 'zod'

export const Zone = z.string().refine((name) => IANAZone.isValidZone(name), 'a time zone such as Europe/Berlin')

/** `09:00-17:30`; a night shift ends before it begins. */
export const Hours = z.string().regex(/^([01]?\d|2[0-3]):[0-5]\d\s*-\s*([01]?\d|2[0-3]):[0-5]\d$/, 'hours such as 09:00-17:30')
