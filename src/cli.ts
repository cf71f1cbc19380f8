// The command line: start the bot, ask it, import, verify, check.
import { Command } from 'commander'
import { ConfigError, problemTable, readConfig } from './config.ts'
import { Refusal } from './contracts/refusal.ts'

const write = (line: string): void => {
  process.stdout.write(`${line}\n`)
}
const complain = (line: string): void => {
  process.stderr.write(`${line}\n`)
}

const program = new Command('throughline')
  .description('A contract bot: the talk that shaped a contract stays with it for good.')
  .showHelpAfterError('Every command: throughline --help')
  .configureOutput({ writeOut: (text) => process.stdout.write(text), writeErr: (text) => process.stderr.write(text) })

/** Each command loads only what it needs, so that `ask` answers fast. Its number is the exit code. */
const runs =
  <Options extends unknown[]>(act: (...given: Options) => Promise<number>) =>
  async (...given: Options): Promise<void> => {
    process.exitCode = await act(...given)
  }

program
  .command('start')
  .description('Run the bot; without Teams credentials in a browser, on sample data.')
  .option('--reset', 'begin afresh: forget the embedded database and everything in it')
  .action(
    runs(async (options: { reset?: boolean }) => {
      const { start } = await import('./main.ts')
      // Everything is stopped now; Agenda 6.2.6 leaves a timer of five minutes behind each job, which would hold the process so long.
      process.exit(await start({ config: readConfig(), reset: options.reset ?? false, write }))
    }),
  )

program
  .command('ask')
  .description('Ask one line, as if typed in chat; without one, line after line, where a number presses a button of the last answer.')
  .argument('[line...]', 'such as: find acme')
  .option('--as <email>', 'ask as one of the sample people')
  .option('--json', 'answer as JSON: { ok, text, card, refusal, files }')
  .addHelpText(
    'after',
    '\nExamples:\n  throughline ask "find acme"\n  throughline ask "why C-1 liability" --as nadia@lindenmoor.example --json\n\nExit code: 0 an answer, 1 a refusal, 2 a failure.',
  )
  .action(
    runs(async (words: string[], options: { as?: string; json?: boolean }) => {
      const { askCommand } = await import('./cli/ask.ts')
      return askCommand({
        config: readConfig(),
        line: words.length > 0 ? words.join(' ') : undefined,
        as: options.as,
        json: options.json ?? false,
        write,
        complain,
      })
    }),
  )

program
  .command('import')
  .description('Make contracts of a folder of .docx, .pdf, .html, .txt, .md and .eml files; run it again after a stop, it goes on.')
  .argument('<folder>')
  .option(
    '--fields <csv>',
    'fields by file: file,title,counterparty,parties,owner,team,type,status,effectiveDate,expirationDate,value,restricted,executedOn,parent,relation,order',
  )
  .option('--report <csv>', 'where to write what became of each file')
  .action(
    runs(async (folder: string, options: { fields?: string; report?: string }) => {
      const { importCommand } = await import('./cli/import.ts')
      return importCommand({ config: readConfig(), folder, ...options, write, complain })
    }),
  )

program
  .command('read')
  .description('Read agreements without a database: parties, clauses and fields, each with the sentence that says so.')
  .argument('<file...>')
  .option('--json', 'one line of JSON a file, in the order given')
  .action(
    runs(async (files: string[], options: { json?: boolean }) => {
      const { readFiles } = await import('./cli/read-files.ts')
      return readFiles({ files, json: options.json ?? false, write })
    }),
  )

program
  .command('people')
  .description('The people of the company.')
  .command('import')
  .description('Make or change people from a CSV: email,name,team,manager,roles,zone,hours')
  .argument('<csv>')
  .action(
    runs(async (csv: string) => {
      const { peopleCommand } = await import('./cli/people.ts')
      return peopleCommand({ config: readConfig(), csv, write, complain })
    }),
  )

program
  .command('usage')
  .description('How much of what contracts allow is used.')
  .command('import')
  .description('Record usage from a CSV: contract,seats,on')
  .argument('<csv>')
  .action(
    runs(async (csv: string) => {
      const { usageCommand } = await import('./cli/usage.ts')
      return usageCommand({ config: readConfig(), csv, write, complain })
    }),
  )

program
  .command('verify')
  .description(
    'Prove that nobody altered the record. Exit code: 0 whole, 2 altered, 3 a payload is gone, 4 no match with an anchor, 5 unreadable.',
  )
  .option('--contract <number>', 'one contract only')
  .option('--anchors <file>', 'the signed anchors to hold it against, if not those in the data directory')
  .action(
    runs(async (options: { contract?: string; anchors?: string }) => {
      const { verifyCommand } = await import('./cli/verify.ts')
      return verifyCommand({ config: readConfig(), ...options, write, complain })
    }),
  )

program
  .command('rebuild')
  .description('Make everything that is searched and listed afresh from the record.')
  .action(
    runs(async () => {
      const { rebuildCommand } = await import('./cli/rebuild.ts')
      return rebuildCommand({ config: readConfig(), write, complain })
    }),
  )

program
  .command('doctor')
  .description('Check what is configured, a line each, with the remedy.')
  .action(
    runs(async () => {
      const { doctorCommand } = await import('./cli/doctor-command.ts')
      return doctorCommand({ config: readConfig(), write, complain })
    }),
  )

program
  .command('manifest')
  .description('Write teams-manifest/ and manifest.yml from the commands there are.')
  .action(
    runs(async () => {
      const { manifestCommand } = await import('./cli/manifest.ts')
      return manifestCommand({ config: readConfig(), write })
    }),
  )

try {
  await program.parseAsync()
} catch (error) {
  if (error instanceof ConfigError) complain(`The configuration can't be used:\n\n${problemTable(error.problems)}\n`)
  else if (error instanceof Refusal) complain(error.inOneLine)
  else complain(error instanceof Error ? error.message : String(error))
  process.exitCode = error instanceof Refusal ? 1 : 2
}
