// Signs of clause types: wordings that lawyers use for them, given to the model beside the single words.

/** The order is part of the stored weights: add at the end, and train again. */
export const signs: readonly RegExp[] = [
  /\bterm\b[^.;]{0,120}(?:commence|begin|continue|expire|end|years?|months)|(?:continue|remain)[^.;]{0,40}(?:in (?:full )?(?:force|effect))|(?:agreement|contract)[^.;]{0,60}(?:expire|terminate on|continue (?:in|until|for))/,
  /(?:initial )?term of (?:this|the) [a-z ]{0,30}(?:agreement|contract|licen)/,
  /anniversary|until terminated|for a (?:period|term) of|perpetu|(?:years?|months) (?:from|after|following|commencing)/,
  /renew|extend(?:ed)? (?:for|the term|this agreement)|successive|additional (?:term|period)/,
  /automatic[a-z]* (?:be )?(?:renew|exten)|(?:renew|exten)[a-z ]{0,40}automatic|option to (?:renew|extend)|renewal term/,
  /(?:notice|notif)[^.;]{0,120}(?:non-?renew|not to renew|intent|terminate)[^.;]{0,160}(?:prior to|before)|(?:renew|exten)[^.]{0,220}unless[^.]{0,160}(?:notice|notif)/,
  /govern(?:ed|ing)?[^.;]{0,120}laws?|laws? of[^.;]{0,80}govern|construed[^.;]{0,80}laws/,
  /most favou?red|no less favou?rable|(?:more|less|as) favou?rable[^.;]{0,80}(?:than|as)|lowest price|lower price|better (?:price|terms)/,
  /(?:not|neither|refrain)[^.;]{0,140}(?:compet(?:e|es|ing|itive)|engage in (?:any|the) business|similar business)|non-compet/,
  /exclusiv(?:e|ely|ity)/,
  /(?:shall|will) not[^.;]{0,120}(?:any (?:other|third) (?:party|person)|others?|appoint|compet|elsewhere)|sole and exclusive|sole (?:provider|supplier|distributor|source)|only from/,
  /terminat[^.;]{0,160}(?:without cause|for (?:any|no) reason|for convenience|at any time|with or without|without (?:any )?(?:cause|reason)|its (?:sole )?discretion)|(?:any time|any reason|without cause|discretion|no reason)[^.;]{0,120}terminat/,
  /may[^.;]{0,60}terminat[^.;]{0,120}(?:upon|on|by)[^.;]{0,60}days/,
  /(?:not|neither|nor|no|without)[^.;]{0,160}(?:assign|transfer|delegat|sublicens|sell)/,
  /assign[^.;]{0,200}(?:consent|approval)|consent[^.;]{0,120}assign|change (?:of|in) control|successors and (?:permitted )?assigns/,
  /royalt|revenue shar|share of (?:the )?(?:net |gross )?(?:revenue|profit)|commission|(?:%|percent)[^.;]{0,80}(?:revenue|net sales|profit|gross|receipts|proceeds)|profits?[^.;]{0,40}(?:shar|split|distribut)/,
  /(?:price|fee|rate|charge)s?[^.;]{0,120}(?:increase|adjust|exceed|change|fixed|raise)|(?:increase|adjust|raise)[^.;]{0,80}(?:price|fee|rate|charge)/,
  /minimum|at least[^.;]{0,60}(?:units|purchase|order|\$|per (?:year|month))|no(?:t)? (?:less|fewer) than[^.;]{0,60}(?:units|purchase|order|\$|per)|purchase commitment|shall purchase/,
  /audit|inspect|examin/,
  /(?:books|records|accounts|premises|facilit)[^.;]{0,120}(?:inspect|audit|examin|review|access)|(?:inspect|audit|examin|access)[^.;]{0,120}(?:books|records|accounts|premises|facilit)/,
  /(?:except|other than|notwithstanding|exclud|not apply|shall not limit)[^.]{0,200}(?:indemnif|confidential|gross negligence|wil+ful|fraud|death|personal injury|infring|breach of)/,
  /unlimited|without limit|(?:limitation|exclusion)s?[^.;]{0,80}not apply|nothing in this[^.;]{0,80}(?:limit|exclude)/,
  /(?:not|no event|neither|nor|waive)[^.;]{0,200}(?:liab|responsib)|liabil[^.;]{0,200}(?:exceed|limited|maximum)/,
  /consequential|incidental|punitive|indirect|special damages|lost profits|loss of (?:profit|revenue|use)|exemplary/,
  /(?:aggregate|total|maximum) liability|limitation of liability/,
  /liquidated|penalt(?:y|ies)|genuine pre-estimate|reasonable estimate|termination fee|early termination|in lieu of|late (?:fee|charge)/,
  /warrant[^.;]{0,200}(?:for a period|days|months|years?|period of)|warranty period/,
  /insur|polic(?:y|ies) of|additional insured|coverage/,
  /notice/,
  /terminat/,
  /breach|default|insolven|bankrupt/,
  /indemnif|hold harmless/,
  /confidential/,
  /represents? and warrants?|organized|duly/,
  /" (?:means|shall mean|has the meaning)/,
  /trademark|patent|copyright|intellectual/,
  /grants? (?:to )?/,
  /\bpay(?:ment|able|s)?\b/,
  /arbitrat|dispute/,
  /force majeure|act of god|beyond/,
  /entire agreement|supersede|counterpart|sever|waiver/,
  /^.{0,120}$/s,
  /^.{600,}$/s,
]

/** Wordings so plain that they tell a type by themselves: for types that the samples hold too rarely to be learned. */
export const plainSigns = [
  [
    'renewal-term',
    /(?:automatic|shall|will|option|right|may)[a-z]*[^.;]{0,50}(?:renew|extend)[a-z]*[^.;]{0,120}(?:\(?\d{1,2}\)?|one|two|three|five|additional|successive|further|annual)[^.;]{0,30}(?:year|month|term|period)/,
  ],
  [
    'uncapped-liability',
    /(?:except|other than|exclud|save)[^.]{0,160}(?:gross negligence|wil+ful|fraud|death|personal injury|indemnif)[^.]{0,260}(?:indirect|consequential|incidental|punitive|exceed)/,
  ],
  [
    'price-restrictions',
    /(?:price|fee|rate|charge)s?[^.;]{0,160}(?:not (?:be )?(?:increase|raise|exceed)|increase[^.;]{0,80}(?:percent|%|consumer price|cpi))/,
  ],
  [
    'liquidated-damages',
    /liquidated damages|genuine pre-?estimate|as (?:a )?(?:penalty|compensation)[^.;]{0,60}(?:late|delay|terminat)|termination fee|early termination (?:fee|charge)/,
  ],
  [
    'most-favored-nation',
    /most[- ]favou?red|(?:no|not) less favou?rable[^.;]{0,120}(?:than|to)[^.;]{0,60}(?:other|third|any)|more favou?rable[^.;]{0,60}(?:price|terms|rate)|lowest price/,
  ],
  [
    'warranty-duration',
    /warrant[^.;]{0,300}(?:for a period|period of|for (?:[a-z]+ )?\(?\d{1,3})[^.;]{0,40}(?:day|month|year)|warranty period|(?:day|month|year)s?[^.;]{0,40}warranty/,
  ],
  [
    'notice-period-to-terminate-renewal',
    /(?:renew|exten)[^.]{0,300}(?:notice|notif|intention|elect|cancel|terminat)[^.]{0,200}(?:prior to|before|preceding|in advance|advance)|(?:prior to|before)[^.]{0,120}(?:end|expir)[^.]{0,160}(?:renew|exten)/,
  ],
  [
    'cap-on-liability',
    /(?:liab|responsib|damages)[^.;]{0,300}(?:indirect|consequential|incidental|punitive|lost profits|loss of profit)|(?:indirect|consequential|incidental|punitive)[^.;]{0,200}damages|(?:aggregate |total |maximum |cumulative )?liability[^.;]{0,220}(?:exceed|limited to)/,
  ],
] as const
