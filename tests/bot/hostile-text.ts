// Text as an attacker or a broken client writes it, generated.
import fc from 'fast-check'

const attacks = [
  '<!channel>',
  '<!here|x>',
  '<@U1>',
  '<#C1>',
  '<!subteam^S1>',
  '<https://evil.example|https://bank.example>',
  '<at>everyone</at>',
  '<AT id="0">all</AT>',
  '[x](javascript:alert(1))',
  '[https://bank.example](https://evil.example)',
  '![i](https://evil.example/i.png)',
  '{{DATE(2026-01-01T00:00:00Z,SHORT)}}',
  '{{{TIME(2026-01-01T00:00:00Z)}}}',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: an Adaptive Card template, to be shown as text
  '${$root.secret}',
  '*bold* _italic_ ~gone~ `code`',
  '# heading',
  '- list',
  '1. list',
  '> quote',
  '&lt;!channel&gt;',
  '&amp;',
  '\u0000',
  '\u001b]8;;https://evil.example\u0007bank\u001b]8;;\u0007',
  '\u001b[2J',
  '\ud800',
  '\udfff',
  '\u202egpj.exe',
  '\u2066\u2069',
  '\u200b',
  '\ufeff',
  '😀',
  '👩\u200d👩\u200d👧',
  '"quotes" \\ back',
  '\r\n',
  '\n',
  '\t',
  '',
  ' ',
  '__proto__',
  'javascript:alert(1)',
  'data:text/html,x',
  'https://bank.example@evil.example/',
]

export const anyText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...attacks) }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) }),
    {
      maxLength: 6,
    },
  )
  .map((parts) => parts.join(''))
