// An agreement whose sentences the rules read, for tests of what is proposed from it.
export const agreementText = `MASTER SERVICES AGREEMENT

This Master Services Agreement (the "Agreement") is entered into as of March 1, 2026 (the "Effective Date") by and between Lindenmoor Systems GmbH, a German limited liability company ("Lindenmoor"), and Harrowgate Foods Ltd, an English company ("Customer").

1. Term. The initial term of this Agreement is two (2) years from the Effective Date. Thereafter this Agreement shall automatically renew for successive periods of one (1) year each, unless either party gives written notice of non-renewal at least ninety (90) days before the end of the then-current term.

2. Payment. Customer shall pay each undisputed invoice within thirty (30) days after receipt of the invoice.

3. Service levels. Lindenmoor warrants that the Service will be available at least 99.9% of the time in each calendar month.

4. Limitation of liability. IN NO EVENT SHALL EITHER PARTY'S AGGREGATE LIABILITY UNDER THIS AGREEMENT EXCEED EUR 500,000.

5. Governing law. This Agreement shall be governed by and construed in accordance with the laws of England and Wales.
`
