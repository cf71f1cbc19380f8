// The chain of the company itself: what is set of people and of fields.
export const companyChain = 'COMPANY'
