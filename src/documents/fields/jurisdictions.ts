// States, provinces and countries whose law agreements choose, and the adjectives that stand for them ("English law").

const american =
  'Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming|District of Columbia|Puerto Rico'
const canadian =
  'Alberta|British Columbia|Manitoba|New Brunswick|Newfoundland and Labrador|Nova Scotia|Ontario|Prince Edward Island|Quebec|Québec|Saskatchewan'
const australian =
  'New South Wales|Victoria|Queensland|South Australia|Western Australia|Tasmania|Australian Capital Territory|Northern Territory'
const countries =
  "Argentina|Australia|Austria|Bahamas|Bahrain|Barbados|Belgium|Belize|Bermuda|Bolivia|Brazil|British Virgin Islands|Bulgaria|Canada|Cayman Islands|Chile|People's Republic of China|China|Colombia|Costa Rica|Croatia|Curaçao|Cyprus|Czech Republic|Denmark|Dominican Republic|Ecuador|Egypt|England|Estonia|Finland|France|Germany|Ghana|Gibraltar|Greece|Guernsey|Hong Kong|Hungary|Iceland|India|Indonesia|Ireland|Isle of Man|Israel|Italy|Japan|Jersey|Jordan|Kazakhstan|Kenya|Kuwait|Latvia|Lebanon|Liberia|Liechtenstein|Lithuania|Luxembourg|Macau|Malaysia|Malta|Marshall Islands|Mauritius|Mexico|Monaco|Morocco|Netherlands|New Zealand|Nigeria|Northern Ireland|Norway|Pakistan|Panama|Peru|Philippines|Poland|Portugal|Qatar|Republic of Korea|Romania|Russian Federation|Russia|Saudi Arabia|Scotland|Serbia|Singapore|Slovakia|Slovenia|South Africa|South Korea|Korea|Spain|Sri Lanka|Sweden|Switzerland|Taiwan|Thailand|Tunisia|Turkey|Ukraine|United Arab Emirates|United Kingdom|United States of America|United States|Uruguay|Venezuela|Vietnam|Wales"

/** What a text calls it, in lower case, to what a field shows. */
const places = new Map<string, string>([
  ...names(american).map((name): [string, string] => [name.toLowerCase(), name]),
  ...names(canadian).map((name): [string, string] => [name.toLowerCase(), `${name.replace('Québec', 'Quebec')}, Canada`]),
  ...names(australian).map((name): [string, string] => [name.toLowerCase(), `${name}, Australia`]),
  ...names(countries).map((name): [string, string] => [name.toLowerCase(), name]),
  ['p.r.c.', "People's Republic of China"],
  ['p.r. china', "People's Republic of China"],
  ['prc', "People's Republic of China"],
  ['mainland china', "People's Republic of China"],
  ['hong kong special administrative region', 'Hong Kong'],
  ['hksar', 'Hong Kong'],
  ['hongkong', 'Hong Kong'],
  ['holland', 'Netherlands'],
  ['great britain', 'United Kingdom'],
  ['u.s.a.', 'United States'],
])

const adjectives: Record<string, string> = {
  english: 'England',
  british: 'United Kingdom',
  scottish: 'Scotland',
  scots: 'Scotland',
  irish: 'Ireland',
  welsh: 'Wales',
  french: 'France',
  german: 'Germany',
  swiss: 'Switzerland',
  dutch: 'Netherlands',
  belgian: 'Belgium',
  swedish: 'Sweden',
  danish: 'Denmark',
  norwegian: 'Norway',
  finnish: 'Finland',
  austrian: 'Austria',
  italian: 'Italy',
  spanish: 'Spain',
  israeli: 'Israel',
  japanese: 'Japan',
  chinese: "People's Republic of China",
  korean: 'Korea',
  indian: 'India',
  canadian: 'Canada',
  australian: 'Australia',
  russian: 'Russia',
  brazilian: 'Brazil',
  mexican: 'Mexico',
}

function names(list: string): string[] {
  return list.split('|')
}

const byLength = (one: string, other: string): number => other.length - one.length
const escaped = (name: string): string => name.replace(/[.]/g, '\\.')
const anyPlace = [...places.keys()].sort(byLength).map(escaped).join('|')

/** Place names in lower-case text; `[1]` is the form of the state before it, if it is part of the name. */
export const placePattern = new RegExp(`(?<![a-z])(?:(federal republic|republic|kingdom) of )?(?:the )?(${anyPlace})(?![a-z])`, 'g')

/** "New York law", "English law", "PRC Laws". */
export const placeLawPattern = new RegExp(
  `(?<![a-z])(${anyPlace}|${Object.keys(adjectives).join('|')})(?:'s)?(?: state)?(?: substantive| internal| domestic)? laws?(?![a-z])`,
  'g',
)

/** The name that a field shows for a place in lower case, with "Republic of" where the text says so. */
export function placeName(place: string, form?: string): string {
  const name = adjectives[place] ?? places.get(place) ?? place
  if (form === undefined || name.includes('Republic')) return name
  return `${form === 'republic' ? 'Republic' : form === 'kingdom' ? 'Kingdom' : 'Federal Republic'} of ${name}`
}
