// Whose law an agreement chooses, in many wordings; and where none is chosen.
import { describe, expect, it } from 'vitest'
import { readFields } from '../../../src/documents/fields/read-fields.ts'

describe('the governing law', () => {
  it.each<[text: string, law: string[] | undefined]>([
    [
      'This Agreement shall be governed by and construed in accordance with the laws of Israel, without giving effect to conflict of laws.',
      ['Israel'],
    ],
    [
      'Governing Law. This Agreement shall be deemed to have been entered into and fully performed in the State of California and shall be governed by its laws.',
      ['California'],
    ],
    ['This Agreement is a contract made under, and shall be governed by, the domestic law of the State of Texas.', ['Texas']],
    [
      'The laws of the State of Florida shall govern the validity of this Agreement, the construction of its terms, and the interpretation of the rights of the parties.',
      ['Florida'],
    ],
    ['This Agreement shall be governed by and construed in accordance with New York law.', ['New York']],
    ['Any questions concerning the validity of this Agreement shall be judged in accordance with the laws of Ohio.', ['Ohio']],
    [
      'The validity, interpretation and legal effect of this Agreement shall be governed by the laws of the State of California applicable to contracts fully performed within the State of California.',
      ['California'],
    ],
    [
      'This Agreement shall be governed by the law of England and Wales and the parties submit to the exclusive jurisdiction of the English courts.',
      ['England', 'Wales'],
    ],
    [
      'This Agreement shall be governed by and construed in accordance with the laws of the Province of Ontario and the federal laws of Canada applicable therein.',
      ['Ontario, Canada'],
    ],
    ['The laws of the Commonwealth of Pennsylvania govern this Agreement.', ['Pennsylvania']],
    ['THIS AGREEMENT IS GOVERNED BY TEXAS LAW, EXCLUDING ANY CONFLICTS OF LAW RULE.', ['Texas']],
    [
      'This Agreement has been executed in New York and will be governed by the substantive and procedural laws of said state.',
      ['New York'],
    ],
    ['The law governing this Agreement shall be that of the State of Iowa.', ['Iowa']],
    [
      'This Agreement shall be construed in accordance with and governed by the internal laws (as opposed to the conflicts of law provisions) of the State of Illinois.',
      ['Illinois'],
    ],
    [
      'Except to the extent governed by the United States Trademark Act of 1946 (Lanham Act, 15 U.S.C. Sections 1051 et seq.), this Agreement shall be governed by the laws of the State of Texas.',
      ['Texas'],
    ],
    [
      'This Agreement takes effect upon its acceptance and execution by us and shall be interpreted and construed under the laws of the State of Michigan.',
      ['Michigan'],
    ],
    ['This Agreement will be governed by and interpreted in accordance with the laws of the State of Delaware, U.S.A.', ['Delaware']],
    ['The interpretation and performance hereof shall be governed by laws of P. R. China.', ["People's Republic of China"]],
    [
      'The execution, validity, interpretation and performance of this Agreement and the resolution of disputes shall be governed by PRC laws.',
      ["People's Republic of China"],
    ],
    ['This agreement is governed by the law of the Netherlands.', ['Netherlands']],
    ['The parties agree that this Agreement is to be governed by the laws of Scotland.', ['Scotland']],
    ['This Agreement shall be governed in accordance with Title 6 of the laws of the State of New\nYork.', ['New York']],
    [
      "This Agreement and performance hereunder shall be governed by the laws of the Hong Kong Special Administrative Region of the People's Republic of China.",
      ['Hong Kong'],
    ],
    ['This agreement shall be subject to the laws of the Russian Federation.', ['Russian Federation']],
    ['The Agreement shall be governed by the laws of the state in which Licensee is located.', undefined],
    ['This Agreement shall be governed by the laws of [*].', undefined],
    ['Alder is a corporation organized under the laws of the State of Delaware.', undefined],
    ['This Agreement shall be governed by the laws of the State of N.Y.', ['New York']],
    ['Controlling Law: This Agreement shall be controlled by the laws of the State of Oregon.', ['Oregon']],
    ['This Note shall be governed by laws of the State of Wisconsin.', ['Wisconsin']],
    ['Tennessee law applies to this Agreement.', ['Tennessee']],
    [
      'This Agreement shall be governed by and construed under the laws of the State of New York and the Federal laws of the United States of America.',
      ['New York'],
    ],
    [
      'This Agreement shall be governed by and construed in accordance with the laws of the State of Delaware or the Investment Company Act of 1940.',
      ['Delaware'],
    ],
    ['This Agreement and all claims arising out of it shall be governed by the laws of the Grand Duchy of Luxembourg.', ['Luxembourg']],
    ['This Agreement shall be governed by the laws of the Republic of Panama.', ['Republic of Panama']],
    [
      'The terms of this Agreement shall be interpreted in accordance with, and governed by, the laws of the State of Washington, United States.',
      ['Washington'],
    ],
    ['This agreement will be governed by the laws of Victoria, Australia.', ['Victoria, Australia']],
    ['This Agreement shall be governed by, and any arbitration hereunder shall apply, the laws of the State of Colorado.', ['Colorado']],
    [
      'Jurisdiction. This Agreement shall be deemed to be made in, and in all respects shall be interpreted, construed and governed by and in accordance with the laws of, the State of Nevada.',
      ['Nevada'],
    ],
    ['This Agreement shall be construed in accordance with the laws of the State of Cali-fornia.', undefined],
    ['16. Law. The substantive law of the State of Georgia will govern.', ['Georgia']],
    [
      'The existence, validity, construction, operation and effect of this Agreement shall be determined in accordance with the laws of Malaysia.',
      ['Malaysia'],
    ],
    ['This Agreement shall be governed by the laws of the Turks and Caicos Islands.', ['Turks and Caicos Islands']],
    ['This Agreement shall be governed by the laws of the country of Jamaica.', ['Jamaica']],
    ['Disputes shall be resolved in the courts of Boston, Massachusetts, under Massachusetts law.', ['Massachusetts']],
    ['All matters shall be settled under the Law of Taiwan, R.O.C.', ['Taiwan']],
    ['This Agreement is governed by the laws of the State of Delaware, excluding its conflict of laws principles.', ['Delaware']],
    [
      'This Agreement shall be governed by and construed in accordance with the law, excluding the choice of law rules, of New York.',
      ['New York'],
    ],
    [
      'This Agreement will be construed pursuant to the laws (without reference to conflict of laws) in force in the State of Texas.',
      ['Texas'],
    ],
    ['Applicable Law and Jurisdiction. The applicable law is the law of Denmark.', ['Denmark']],
    [
      'This Agreement shall be deemed a contract made under the laws of the State of Missouri and for all purposes shall be governed thereby.',
      ['Missouri'],
    ],
    [
      'The parties hereby agree that this Agreement shall be subject to the laws and jurisdiction of the courts of the State of Arizona.',
      ['Arizona'],
    ],
    ['This Agreement shall in all respects be construed and take effect according to the laws of Bermuda.', ['Bermuda']],
    ['This Agreement is made in Tennessee and shall be governed by its laws.', ['Tennessee']],
    ['The internal law of Wisconsin, without regard to conflicts, shall govern the interpretation of this Agreement.', ['Wisconsin']],
    [
      'All questions with respect to the construction of this Agreement and the rights of the parties shall be governed by Kentucky law.',
      ['Kentucky'],
    ],
    [
      'Interpretation. This Agreement shall be interpreted and the rights of the parties determined under the laws of the State of Louisiana.',
      ['Louisiana'],
    ],
    [
      'This Agreement has been negotiated in and shall be governed by the laws of California applicable to agreements made and performed entirely in California.',
      ['California'],
    ],
    ['Laws of the State of Maryland shall apply.', ['Maryland']],
    ['This agreement shall be construed according to the Laws of the State of Florida and venue lies in Broward County.', ['Florida']],
    [
      'The parties submit to the jurisdiction of the courts of New York. This Agreement shall be governed by New Jersey law.',
      ['New Jersey'],
    ],
    ['This Agreement is subject to, and is to be construed in accordance with English law.', ['England']],
    ['The provisions of this Agreement will be governed by the Laws of the State of Israel.', ['Israel']],
    ['This Agreement and any claims hereunder shall be governed by the laws of the Republic of Ireland.', ['Republic of Ireland']],
    [
      'This Agreement shall be governed by and interpreted in accordance with the laws of British Columbia and the laws of Canada applicable therein.',
      ['British Columbia, Canada'],
    ],
    [
      'This Contract shall be governed by the law of the Federal Republic of Germany under exclusion of the UN Convention on Contracts for the International Sale of Goods.',
      ['Federal Republic of Germany'],
    ],
    ['The Agreement shall be governed by the laws of the State of Texas and applicable federal law.', ['Texas']],
    ['Disputes under this Agreement shall be resolved by arbitration in London under the laws of England.', ['England']],
    ['Governing Law/Venue: Texas / Harris County', ['Texas']],
    ['THE LAW OF THE STATE OF NEW YORK SHALL GOVERN THIS AGREEMENT AND ALL ISSUES.', ['New York']],
    [
      'This Agreement shall be governed by the laws of the State of New Jersey\n\n- 14 -\n\nwithout regard to its conflicts rules.',
      ['New Jersey'],
    ],
    [
      'This Agreement and the rights and obligations of the parties hereunder shall be construed in accordance with and be governed by the laws of Minnesota; provided that matters of patent law are governed by the country of grant.',
      ['Minnesota'],
    ],
    ['This Agreement is governed by the substantive law in force in Sweden.', ['Sweden']],
    ['The parties acknowledge that this Agreement was executed in Puerto Rico and that its laws shall govern.', ['Puerto Rico']],
    ['Law: This Agreement is governed by Swiss substantive law.', ['Switzerland']],
    [
      'This Agreement shall be construed under the laws of the State of Washington, and jurisdiction for any action hereunder shall be in King County, Washington.',
      ['Washington'],
    ],
    ['This Agreement shall be governed by and construed according to the statutes and laws of the State of Oklahoma.', ['Oklahoma']],
    ['Alder shall comply with the laws of the State of Ohio.', undefined],
    ['Alder is duly organized and validly existing under the laws of the State of Ohio and this Agreement is enforceable.', undefined],
    ['The Shares are registered under the securities laws of the State of Ohio.', undefined],
    ['This Agreement shall be governed by the laws of the jurisdiction in which the Services are performed.', undefined],
  ])('%s', (text, law) => {
    expect(readFields(text).fields.find(({ key }) => key === 'governingLaw')?.value).toEqual(law)
  })
})
