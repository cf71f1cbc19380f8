// How a term goes on: for how long, by itself or by choice, and which notice stops it.
import { describe, expect, it } from 'vitest'
import { readValues } from './read-values.ts'

const opening =
  'This Agreement (the "Agreement") is entered into as of March 1, 2020 (the "Effective Date") by and between Alder Works, Inc., a Delaware corporation ("Alder"), and Birch Mills Limited ("Birch").\n\n'

const term = 'The initial term of this Agreement is three (3) years from the Effective Date. '
const length = (count: number, unit: string) => ({ count, unit })
type Length = ReturnType<typeof length> | undefined

describe('a renewal', () => {
  it.each<[text: string, length: Length, isAutomatic: boolean, notice: Length]>([
    [
      'This Agreement shall automatically renew for successive one (1) year terms unless either party provides written notice of non-renewal at least ninety (90) days prior to the expiration of the then-current term.',
      length(1, 'year'),
      true,
      length(90, 'day'),
    ],
    [
      "Following the Initial Term, the Agreement shall be renewed automatically for subsequent periods of one year each unless either party gives the other not less than sixty (60) days' prior written notice.",
      length(1, 'year'),
      true,
      length(60, 'day'),
    ],
    [
      'The Term shall be extended for additional one-year periods (each, a "Renewal Term") unless at least six (6) months before the end of the then current Term either party notifies the other that it does not wish to extend.',
      length(1, 'year'),
      true,
      length(6, 'month'),
    ],
    [
      'Upon expiration of the Initial Term, this Agreement will continue on a month-to-month basis until either party gives thirty (30) days notice of termination.',
      length(1, 'month'),
      true,
      length(30, 'day'),
    ],
    [
      'Birch shall have the right to renew this Agreement for one (1) additional term of five (5) years by giving Alder written notice not less than six months prior to expiration.',
      length(5, 'year'),
      false,
      undefined,
    ],
    [
      'This Agreement may be renewed for two successive terms of ten years each if Franchisee meets the following conditions.',
      length(10, 'year'),
      false,
      undefined,
    ],
    ['The Agreement may be extended by mutual written agreement of the parties.', undefined, false, undefined],
    [
      'Licensee may, at its option, renew this license for one additional successor term of 10 years.',
      length(10, 'year'),
      false,
      undefined,
    ],
    [
      'If neither party gives notice of termination at least 30 days prior to the end of the term, this Agreement shall be renewed for a further period of twelve (12) months.',
      length(12, 'month'),
      true,
      length(30, 'day'),
    ],
    [
      'After the initial term, this Agreement will renew for one year periods on each anniversary of the Effective Date unless either party gives written notice of its intention not to renew sixty (60) days prior to such anniversary.',
      length(1, 'year'),
      true,
      length(60, 'day'),
    ],
    [
      'Thereafter this Agreement shall continue for successive annual periods, provided such continuance is specifically approved at least annually by the Board of Trustees.',
      length(1, 'year'),
      true,
      undefined,
    ],
    [
      'The term shall automatically be extended for an additional period of one (1) year on each anniversary date unless written notice of termination is given by either party at least ninety (90) days prior to any anniversary date.',
      length(1, 'year'),
      true,
      length(90, 'day'),
    ],
    [
      "The Agreement will thereafter be automatically renewed for additional terms of twelve months each, unless terminated by either party upon three months' written notice before the expiry of the relevant term.",
      length(12, 'month'),
      true,
      length(3, 'month'),
    ],
    [
      'This Agreement shall be automatically extended on the same terms for consecutive two (2) year periods. Either party may prevent an extension by giving notice in writing to the other no later than 180 days before the end of the current period.',
      length(2, 'year'),
      true,
      length(180, 'day'),
    ],
    [
      'In the absence of notice of non-renewal given thirty (30) days prior to the expiration date, the Agreement shall renew itself for like periods of one year.',
      length(1, 'year'),
      true,
      length(30, 'day'),
    ],
    [
      'This Agreement shall be renewed for additional five (5) year terms upon the mutual consent of the Parties.',
      length(5, 'year'),
      false,
      undefined,
    ],
    [
      'Alder shall have three options to extend the term of this Agreement for periods of two (2) years each.',
      length(2, 'year'),
      false,
      undefined,
    ],
    [
      'The initial term shall automatically renew for unlimited successive one (1) year renewal terms, unless either Party gives ninety (90) days notice prior to expiration of the then-current term.',
      length(1, 'year'),
      true,
      length(90, 'day'),
    ],
    [
      'Thereafter, this Agreement will be renewed automatically for one (1) year terms until terminated by either party giving 90 days prior written notice.',
      length(1, 'year'),
      true,
      length(90, 'day'),
    ],
    [
      'Upon the expiration of such five year term, this Agreement shall automatically be renewed for an additional five (5) years, unless terminated.',
      length(5, 'year'),
      true,
      undefined,
    ],
    [
      'This Agreement shall automatically renew for like terms unless either party gives at least 60 days notice.',
      length(3, 'year'),
      true,
      length(60, 'day'),
    ],
    ['The warranty period shall be extended for an additional ninety (90) days.', undefined, false, undefined],
    ['The closing date may be extended by up to thirty (30) days.', undefined, false, undefined],
    [
      'If the parties wish to renew this Agreement, they shall begin negotiations at least six months prior to its expiration.',
      undefined,
      false,
      undefined,
    ],
    ['This Agreement will not automatically renew.', undefined, false, undefined],
    ['Distributor shall have the option to renew this Agreement for successive one (1) year periods.', length(1, 'year'), false, undefined],
    [
      'This Agreement shall be renewed for a second term of three (3) years provided that Distributor has met its minimum purchase requirements.',
      length(3, 'year'),
      true,
      undefined,
    ],
    [
      'The Term will be automatically extended by twelve (12) months at the end of each term unless a Party elects not to extend by notice given not later than 3 months prior to the expiry.',
      length(12, 'month'),
      true,
      length(3, 'month'),
    ],
    [
      'Unless one of the parties gives written notice to the other of its intention to terminate at least three (3) months before expiration, this Agreement shall be tacitly renewed for successive periods of one (1) year.',
      length(1, 'year'),
      true,
      length(3, 'month'),
    ],
    [
      "This Agreement shall roll over for further one year periods unless cancelled on 60 days' written notice prior to the anniversary date.",
      length(1, 'year'),
      true,
      length(60, 'day'),
    ],
    ['It may be extended for another year if both parties agree in writing.', length(1, 'year'), false, undefined],
    [
      'At the end of the Initial Term, this Agreement shall renew for an additional period of 2 years if neither party objects in writing at least forty-five (45) days before.',
      length(2, 'year'),
      true,
      length(45, 'day'),
    ],
    [
      'This Agreement shall remain in effect for 1 year and for additional 1 year terms thereafter, unless either party notifies the other in writing at least 30 days before the end of any term of its intent not to renew.',
      length(1, 'year'),
      true,
      length(30, 'day'),
    ],
    [
      'The term of this Agreement shall be one year and shall be renewed annually thereafter unless either party gives 30 days notice to the contrary.',
      length(1, 'year'),
      true,
      length(30, 'day'),
    ],
    [
      'The Initial Term and any Renewal Term shall be renewed automatically for one (1) year, unless a party sends written notification to the other at least one hundred and eighty (180) days prior to expiration.',
      length(1, 'year'),
      true,
      length(180, 'day'),
    ],
    [
      'This Agreement shall remain in effect for five (5) years. Unless either party gives notice of termination twelve (12) months prior to expiry, it continues for successive five (5) year periods.',
      length(5, 'year'),
      true,
      length(12, 'month'),
    ],
    ['Each party may renew the Agreement for [***] years.', undefined, false, undefined],
    [
      'The Agreement shall be extended automatically for successive terms of one (1) calendar year, unless notice is given by October 1 of the preceding year.',
      length(1, 'year'),
      true,
      undefined,
    ],
    [
      "Upon completion of the initial term, and any renewal term, the Agreement shall automatically extend for one-year renewal terms; provided, however, that either party may terminate at the end of any term by giving the other ninety days' notice.",
      length(1, 'year'),
      true,
      length(90, 'day'),
    ],
    [
      'The Term will automatically renew for successive periods of one (1) year each unless either Party delivers written notice of its election not to renew no later than the date that is ninety (90) days prior to the end of the then-current term.',
      length(1, 'year'),
      true,
      length(90, 'day'),
    ],
    [
      'This Agreement shall automatically be renewed for successive one-year terms unless one party notifies the other, in writing and at least sixty (60) days in advance, that it will not renew.',
      length(1, 'year'),
      true,
      length(60, 'day'),
    ],
    [
      'Upon expiration of the Initial Term, the Agreement renews for one-month periods until terminated on ten (10) days prior notice.',
      length(1, 'month'),
      true,
      length(10, 'day'),
    ],
    [
      'Upon the expiration of the Initial Term, this Agreement will be automatically extended on a year-to-year basis, provided that either party may terminate this Agreement by giving the other at least 120 days prior written notice.',
      length(1, 'year'),
      true,
      length(120, 'day'),
    ],
    [
      'This Agreement may be renewed by Licensee for two (2) additional five (5) year periods by giving notice at least one hundred eighty (180) days before the end of the Term.',
      length(5, 'year'),
      false,
      undefined,
    ],
    ['The parties may agree to extend the Term for an additional twelve (12) months.', length(12, 'month'), false, undefined],
    [
      'Provided Franchisee is not in default, Franchisee may renew the franchise for an additional period of ten (10) years.',
      length(10, 'year'),
      false,
      undefined,
    ],
    ['The term will renew automatically unless terminated.', undefined, true, undefined],
    [
      'Unless this Agreement is terminated, it will be automatically renewed for one year upon expiration.',
      length(1, 'year'),
      true,
      undefined,
    ],
    [
      'This Agreement will be automatically renewed for an additional two-year term, unless written notice is given by one party at least six (6) months prior to the end of the initial two-year term.',
      length(2, 'year'),
      true,
      length(6, 'month'),
    ],
    [
      'This Agreement shall be extended for successive periods of one Contract Year unless either party gives notice of termination on or before the first day of the sixth month before expiration.',
      length(1, 'year'),
      true,
      undefined,
    ],
    [
      'The Initial Term shall be renewed for an additional term of 12 months unless terminated by either party by giving ninety (90) days written notice.',
      length(12, 'month'),
      true,
      length(90, 'day'),
    ],
    ['The terms of payment shall be extended to 60 days.', undefined, false, undefined],
    ['Alder shall provide an extended warranty of two years.', undefined, false, undefined],
    ['Each renewal term shall be for one year.', length(1, 'year'), false, undefined],
  ])('%s', (text, renewed, isAutomatic, notice) => {
    const read = readValues(opening + term + text)
    expect(read.get('renewalTerm')).toEqual(renewed)
    expect(read.get('autoRenewal') === true).toBe(isAutomatic)
    expect(read.get('noticePeriodToTerminateRenewal')).toEqual(notice)
  })
})
