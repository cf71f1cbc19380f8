// `upload`: a document joins a contract; without a file the answer is a personal page that takes one.
import { z } from 'zod'
import { addDocument } from '../../bot/add-document.ts'
import { uploadedCard, uploadPageCard } from '../../bot/cards/document.ts'
import { defineCommand } from '../../bot/command.ts'
import { parsePastDay } from '../../bot/past-day.ts'

export const contractUpload = defineCommand({
  name: 'contract upload',
  summary: 'Keep a document with a contract: .docx, .pdf, .html, .txt, .md, .eml.',
  examples: ['upload C-142', 'upload C-142 executed:2026-03-31'],
  requires: 'contract.write',
  contract: 'required',
  changes: true,
  afresh: true,
  args: z.object({ executed: z.string().optional() }),
  async run({ args, contract, person, app, invocation, today }) {
    if (invocation.files.length === 0) return uploadPageCard(contract, app.pages.upload(contract.id, person.id))
    const executedOn = args.executed === undefined ? {} : { executedOn: parsePastDay(args.executed, today) }
    const definitions = await app.store.fields.list()
    const added = []
    for (const file of invocation.files) {
      const bytes = await file.fetch()
      added.push(
        ...(await addDocument(
          { ...app, definitions },
          {
            contract: contract.id,
            bytes,
            name: file.name,
            by: person.id,
            source: invocation.door,
            today,
            ...executedOn,
          },
        )),
      )
    }
    return uploadedCard(added.at(-1)?.contract ?? contract, added, { definitions })
  },
})
