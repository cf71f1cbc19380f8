// The link to the page that takes a file, and a file that may be fetched.
import { type Card, card, context, text } from '../../../src/bot/card.ts'

export const upload: Card = card(
  'Upload a document to C-142',
  text('Open this page and drop the file for C-142 Acme Ltd master agreement. It is yours alone and works for 15 minutes.'),
  { type: 'link', link: { label: 'Upload to C-142', url: 'https://contracts.example/upload/C-142?t=eyJwIjoiYW5h' } },
  { type: 'file', sha256: '3f9a', name: 'Acme-MSA-signed.pdf', size: 248_113, url: 'https://contracts.example/file/3f9a?t=eyJwIjoiYW5h' },
  { type: 'file', sha256: '77b0', name: 'notes.txt', size: 312 },
  context('sha256 3f9a0c7d6e'),
)
