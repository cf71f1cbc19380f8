// The fields that the program brings, under CUAD's names where CUAD has one. None has a standard value: that is the company's to set.
import type { ContractType } from './contract.ts'
import { bundled, coreFields } from './core-fields.ts'
import type { FieldDefinition } from './field-definition.ts'

/** An amendment may change whatever its family says, and of another paper nobody knows beforehand what it holds. */
const of = (...types: ContractType[]) => ({ contractTypes: [...types, 'amendment', 'other'] satisfies ContractType[] })

const services = of('msa', 'sow', 'order-form', 'sla')
const commercial = of('msa', 'sow', 'order-form')

const terms: readonly FieldDefinition[] = [
  bundled('documentName', 'Name on the document', 'text'),
  bundled('agreementDate', 'Agreement date', 'date', { aliases: ['agreed', 'signed', 'dated'] }),
  bundled('initialTerm', 'Initial term', 'duration', { aliases: ['term'] }),
  bundled('renewalTerm', 'Renewal term', 'duration', { aliases: ['renewal'] }),
  bundled('autoRenewal', 'Renews automatically', 'yes-no', { aliases: ['renews', 'autorenews'] }),
  bundled('noticePeriodToTerminateRenewal', 'Notice to stop renewal', 'duration', { aliases: ['notice', 'noticeperiod'] }),
  bundled('terminationForConvenience', 'Termination for convenience', 'yes-no', { aliases: ['convenience'] }),
  bundled('curePeriod', 'Time to cure a breach', 'duration', { aliases: ['cure'] }),
  bundled('terminationNotice', 'Notice of termination', 'duration', { aliases: ['terminationperiod'] }),
  bundled('postTerminationServices', 'Services after termination', 'yes-no', services),
  bundled('governingLaw', 'Governing law', 'several', { aliases: ['law'] }),
]

const money: readonly FieldDefinition[] = [
  bundled('price', 'Price', 'money', { ...commercial, aliases: ['fee', 'fees'] }),
  bundled('paymentTerms', 'Payment terms', 'duration', { ...services, unit: 'days', aliases: ['payment', 'paymentdays'] }),
  bundled('priceIncreasePercent', 'Price increase', 'percent', {
    ...commercial,
    least: 0,
    most: 100,
    aliases: ['priceincrease', 'uplift'],
  }),
  bundled('priceRestrictions', 'Price restrictions', 'yes-no', commercial),
  bundled('mostFavoredNation', 'Most favored nation', 'yes-no', { ...commercial, aliases: ['mfn'] }),
  bundled('revenueProfitSharing', 'Revenue or profit sharing', 'yes-no', commercial),
  bundled('minimumCommitment', 'Minimum commitment', 'money', { ...commercial, aliases: ['commitment'] }),
  bundled('volumeRestriction', 'Volume restriction', 'yes-no', commercial),
  bundled('seats', 'Seats', 'number', { ...commercial, unit: 'seats', least: 0, aliases: ['licenses', 'users'] }),
  bundled('usageLimit', 'Usage limit', 'text', commercial),
]

const service: readonly FieldDefinition[] = [
  bundled('slaUptimePercent', 'SLA uptime', 'percent', { ...services, least: 0, most: 100, aliases: ['sla', 'slauptime', 'uptime'] }),
  bundled('slaCreditPercent', 'SLA credit', 'percent', { ...services, least: 0, most: 100, aliases: ['slacredit', 'credit', 'credits'] }),
  bundled('acceptancePeriod', 'Acceptance period', 'duration', { ...of('sow'), aliases: ['acceptance'] }),
  bundled('warrantyDuration', 'Warranty', 'duration', { ...services, aliases: ['warranty'] }),
  bundled('sourceCodeEscrow', 'Source code escrow', 'yes-no', { ...commercial, aliases: ['escrow'] }),
]

const privacy: readonly FieldDefinition[] = [
  bundled('breachNotice', 'Breach notice', 'duration', { ...of('msa', 'sow', 'order-form', 'dpa', 'sla'), aliases: ['breach'] }),
  bundled('subprocessorNotice', 'Sub-processor notice', 'duration', { ...of('dpa'), aliases: ['subprocessors'] }),
  bundled('dataLocation', 'Data location', 'several', { ...of('dpa', 'msa'), aliases: ['location'] }),
  bundled('confidentialityTerm', 'Confidentiality term', 'duration', { ...of('nda', 'msa'), aliases: ['confidentiality'] }),
  bundled('auditRights', 'Audit rights', 'yes-no', { aliases: ['audit'] }),
]

const liability: readonly FieldDefinition[] = [
  bundled('capOnLiability', 'Cap on liability', 'yes-no'),
  bundled('liabilityCapMonetary', 'Liability cap', 'money', { aliases: ['liabilitycap', 'cap'] }),
  bundled('uncappedLiability', 'Uncapped liability', 'yes-no', { aliases: ['uncapped'] }),
  bundled('liquidatedDamages', 'Liquidated damages', 'yes-no', services),
  bundled('insurance', 'Insurance', 'yes-no', services),
  bundled('covenantNotToSue', 'Covenant not to sue', 'yes-no'),
  bundled('thirdPartyBeneficiary', 'Third-party beneficiary', 'yes-no'),
]

const restrictions: readonly FieldDefinition[] = [
  bundled('antiAssignment', 'Assignment needs consent', 'yes-no', { aliases: ['assignment'] }),
  bundled('changeOfControl', 'Change of control', 'yes-no'),
  bundled('exclusivity', 'Exclusivity', 'yes-no', commercial),
  bundled('nonCompete', 'Non-compete', 'yes-no'),
  bundled('competitiveRestrictionException', 'Exception to a restriction', 'yes-no'),
  bundled('noSolicitOfCustomers', 'No soliciting of customers', 'yes-no'),
  bundled('noSolicitOfEmployees', 'No soliciting of employees', 'yes-no', { aliases: ['nosolicit'] }),
  bundled('nonDisparagement', 'Non-disparagement', 'yes-no'),
  bundled('rofrRofoRofn', 'First refusal, offer or negotiation', 'yes-no', { ...commercial, aliases: ['rofr', 'rofo', 'rofn'] }),
]

const rights: readonly FieldDefinition[] = [
  bundled('ipOwnershipAssignment', 'IP is assigned', 'yes-no', { ...commercial, aliases: ['ip'] }),
  bundled('jointIpOwnership', 'Joint IP ownership', 'yes-no', commercial),
  bundled('licenseGrant', 'License grant', 'yes-no', { ...commercial, aliases: ['license'] }),
  bundled('nonTransferableLicense', 'Non-transferable license', 'yes-no', commercial),
  bundled('affiliateLicenseLicensor', 'License of affiliates of the licensor', 'yes-no', commercial),
  bundled('affiliateLicenseLicensee', 'License to affiliates of the licensee', 'yes-no', commercial),
  bundled('unlimitedLicense', 'Unlimited license', 'yes-no', commercial),
  bundled('irrevocableOrPerpetualLicense', 'Irrevocable or perpetual license', 'yes-no', commercial),
]

/** Core fields first; the order is that of cards. */
export const bundledFields: readonly FieldDefinition[] = [
  ...coreFields,
  ...terms,
  ...money,
  ...service,
  ...privacy,
  ...liability,
  ...restrictions,
  ...rights,
]
