// The counterparties of the sample. None of them exists.

import type { Company } from '../templates/company.ts'

export const PENHALLOW: Company = {
  name: 'Penhallow Freight Ltd',
  form: 'a private company registered in England and Wales under number 09184471',
  address: 'Unit 6, Merebank Road, Avonmouth, Bristol BS11 8AQ, United Kingdom',
  signer: 'Judith Penhallow',
  role: 'Managing Director',
}

export const QUILLON: Company = {
  name: 'Quillon Retail Group plc',
  form: 'a public company registered in England and Wales under number 02276913',
  address: '45 Wellington Street, Leeds LS1 2DE, United Kingdom',
  signer: 'Frances Holroyd',
  role: 'Chief Operating Officer',
}

export const BRENNICK: Company = {
  name: 'Brennick & Hale LLP',
  form: 'a limited liability partnership registered in England and Wales under number OC418827',
  address: '27 Finsbury Circus, London EC2M 7EA, United Kingdom',
  signer: 'Oliver Hale',
  role: 'Partner',
}

export const MONTCLAR: Company = {
  name: 'Société Montclar SAS',
  form: 'a simplified joint-stock company registered in Lyon under number 512 884 907',
  address: '14 quai Perrache, 69002 Lyon, France',
  signer: 'Claire Vasseur',
  role: 'Directrice des opérations',
}

export const GRUNHAGEN: Company = {
  name: 'Grünhagen Netze GmbH',
  form: 'a limited company registered at the local court of Kassel under HRB 17340',
  address: 'Wilhelmshöher Allee 212, 34119 Kassel, Germany',
  signer: 'Petra Lohmann',
  role: 'Geschäftsführerin',
}

export const FJELLHEIM: Company = {
  name: 'Fjellheim Varme AS',
  form: 'a Norwegian limited company with organization number 918 447 203',
  address: 'Storgata 61, 2609 Lillehammer, Norway',
  signer: 'Ingrid Solbakken',
  role: 'Daglig leder',
}

export const HASTHOLM: Company = {
  name: 'Hästholm Fastigheter AB',
  form: 'a Swedish limited company with registration number 559127-4406',
  address: 'Södra Hamngatan 23, 411 14 Göteborg, Sweden',
  signer: 'Malin Ekdahl',
  role: 'Head of Property Operations',
}

export const KOWALCZYK: Company = {
  name: 'Kowalczyk Logistyka sp. z o.o.',
  form: 'a limited company entered in the National Court Register under number 0000718842',
  address: 'ul. Legnicka 55, 54-203 Wrocław, Poland',
  signer: 'Marta Kowalczyk',
  role: 'President of the Management Board',
}

export const MEULEN: Company = {
  name: 'Van der Meulen Installaties B.V.',
  form: 'a private limited company registered in the Dutch trade register under number 30214875',
  address: 'Kanaalweg 93, 3533 HG Utrecht, the Netherlands',
  signer: 'Joost van der Meulen',
  role: 'Director',
}

export const FERREIRA: Company = {
  name: 'Ferreira & Brito, Lda.',
  form: 'a private limited company registered in Porto under number 508 331 274',
  address: 'Rua de Ceuta 118, 4050-190 Porto, Portugal',
  signer: 'Inês Brito',
  role: 'Managing Partner',
}

export const CORVANE: Company = {
  name: 'Corvane Hosting Ireland Ltd',
  form: 'a private company registered in Ireland under number 604418',
  address: '12 Clanwilliam Terrace, Dublin 2, Ireland',
  signer: 'Declan Roche',
  role: 'Commercial Director',
}

export const BROOKHOLLOW: Company = {
  name: 'Brookhollow Medical Supply, Inc.',
  form: 'an Ohio corporation',
  address: '1180 Millrace Parkway, Dayton, OH 45424, United States',
  signer: 'Dana Whitlock',
  role: 'Vice President, Operations',
}

export const CADDO: Company = {
  name: 'Caddo Ridge Utilities, LLC',
  form: 'a Texas limited liability company',
  address: '318 Pine Tree Road, Longview, TX 75604, United States',
  signer: 'Walter Esparza',
  role: 'General Manager',
}

export const LARCHMERE: Company = {
  name: 'Larchmere Home Services Inc.',
  form: 'an Ontario corporation',
  address: '88 James Street North, Hamilton, ON L8R 2K5, Canada',
  signer: 'Peter Gagnon',
  role: 'President',
}

export const SHIRAHAMA: Company = {
  name: 'Shirahama Koki K.K.',
  form: 'a Japanese stock company',
  address: '2-11-5 Kitahama, Chuo-ku, Osaka 541-0041, Japan',
  signer: 'Kenji Morita',
  role: 'General Manager, Field Operations',
}
