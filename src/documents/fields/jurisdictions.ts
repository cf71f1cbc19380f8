// States, provinces and countries whose law agreements choose, and the adjectives that stand for them ("English law").

const american =
  'Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming|District of Columbia|Puerto Rico'
const canadian =
  'Alberta|British Columbia|Manitoba|New Brunswick|Newfoundland and Labrador|Nova Scotia|Ontario|Northwest Territories|Nunavut|Prince Edward Island|Quebec|Québec|Saskatchewan|Yukon'
const australian =
  'New South Wales|Victoria|Queensland|South Australia|Western Australia|Tasmania|Australian Capital Territory|Northern Territory'
const countries =
  "Albania|Algeria|Andorra|Angola|Anguilla|Antigua and Barbuda|Argentina|Armenia|Aruba|Samoa|Nevis|Australia|Austria|Azerbaijan|Bahamas|Bahrain|Bangladesh|Barbados|Belarus|Belgium|Belize|Bermuda|Bolivia|Bosnia and Herzegovina|Botswana|Brazil|British Virgin Islands|Brunei|Bulgaria|Cambodia|Cameroon|Canada|Cayman Islands|Chile|China|Colombia|Costa Rica|Croatia|Cuba|Curaçao|Cyprus|Czech Republic|Denmark|Dominican Republic|Ecuador|Egypt|El Salvador|England|Estonia|Ethiopia|Fiji|Finland|France|Gabon|Germany|Ghana|Gibraltar|Greece|Guam|Guatemala|Guernsey|Guyana|Haiti|Honduras|Hong Kong|Hungary|Iceland|India|Indonesia|Iran|Iraq|Ireland|Isle of Man|Israel|Italy|Ivory Coast|Jamaica|Japan|Jersey|Jordan|Kazakhstan|Kenya|Korea|Kuwait|Laos|Latvia|Lebanon|Liberia|Liechtenstein|Lithuania|Luxembourg|Macau|Madagascar|Malawi|Malaysia|Mali|Malta|Marshall Islands|Mauritius|Mexico|Moldova|Monaco|Mongolia|Montenegro|Morocco|Mozambique|Myanmar|Namibia|Nepal|Netherlands|New Zealand|Nicaragua|Nigeria|North Macedonia|Northern Ireland|Norway|Oman|Pakistan|Panama|Papua New Guinea|Paraguay|People's Republic of China|Peru|Philippines|Poland|Portugal|Qatar|Republic of Korea|Romania|Russia|Russian Federation|Rwanda|Saint Lucia|San Marino|Saudi Arabia|Scotland|Senegal|Serbia|Seychelles|Sierra Leone|Singapore|Slovakia|Slovenia|South Africa|South Korea|Spain|Sri Lanka|Suriname|Sweden|Switzerland|Taiwan|Tanzania|Thailand|Trinidad and Tobago|Tunisia|Turkey|Turks and Caicos Islands|Uganda|Ukraine|United Arab Emirates|United Kingdom|United States|United States of America|Uruguay|Uzbekistan|Vanuatu|Venezuela|Vietnam|Virgin Islands|Wales|Zambia|Zimbabwe"

/** What a text calls it, in lower case, to what a field shows. */
const places = new Map<string, string>([
  ...names(american).map((name): [string, string] => [name.toLowerCase(), name]),
  ...names(canadian).map((name): [string, string] => [name.toLowerCase(), `${name.replace('Québec', 'Quebec')}, Canada`]),
  ...names(australian).map((name): [string, string] => [name.toLowerCase(), `${name}, Australia`]),
  ...names(countries).map((name): [string, string] => [name.toLowerCase(), name]),
  ['p.r.c.', "People's Republic of China"],
  ['p.r. china', "People's Republic of China"],
  ['p. r. china', "People's Republic of China"],
  ['pr china', "People's Republic of China"],
  ['people republic of china', "People's Republic of China"],
  ['peoples republic of china', "People's Republic of China"],
  ["hong kong special administrative region of the people's republic of china", 'Hong Kong'],
  ['n.y.', 'New York'],
  ['newfoundland', 'Newfoundland and Labrador, Canada'],
  ['curacao', 'Cura\u00e7ao'],
  ['st. lucia', 'Saint Lucia'],
  ['macedonia', 'North Macedonia'],
  ['macao', 'Macau'],
  ['uk', 'United Kingdom'],
  ['u.k.', 'United Kingdom'],
  ['united mexican states', 'Mexico'],
  ['prc', "People's Republic of China"],
  ['mainland china', "People's Republic of China"],
  ['hong kong special administrative region', 'Hong Kong'],
  ['hksar', 'Hong Kong'],
  ['hongkong', 'Hong Kong'],
  ['holland', 'Netherlands'],
  ['emirate of dubai', 'Dubai'],
  ['dubai', 'Dubai'],
  ['abu dhabi', 'Abu Dhabi'],
  ['taiwan, republic of china', 'Taiwan'],
  ['taiwan, the republic of china', 'Taiwan'],
  ['taiwan (republic of china)', 'Taiwan'],
  ['great britain', 'United Kingdom'],
  ['swiss confederation', 'Switzerland'],
  ['french republic', 'France'],
  ['italian republic', 'Italy'],
  ['hellenic republic', 'Greece'],
  ['state of israel', 'Israel'],
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
  greek: 'Greece',
  turkish: 'Turkey',
  polish: 'Poland',
  portuguese: 'Portugal',
  hungarian: 'Hungary',
  czech: 'Czech Republic',
  taiwanese: 'Taiwan',
  luxembourgish: 'Luxembourg',
  icelandic: 'Iceland',
  californian: 'California',
  bermudian: 'Bermuda',
  malaysian: 'Malaysia',
  thai: 'Thailand',
  argentine: 'Argentina',
  'south african': 'South Africa',
  indonesian: 'Indonesia',
  philippine: 'Philippines',
  vietnamese: 'Vietnam',
  egyptian: 'Egypt',
  cypriot: 'Cyprus',
  ukrainian: 'Ukraine',
  romanian: 'Romania',
}

function names(list: string): string[] {
  return list.split('|')
}

const byLength = (one: string, other: string): number => other.length - one.length
const escaped = (name: string): string => name.replace(/[.()]/g, '\\$&')
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
