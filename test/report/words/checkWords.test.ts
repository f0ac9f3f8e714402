import { describe, expect, it } from 'vitest';
import { checkWords } from '../../../src/report/words/checkWords.js';
import type { WordsFile, WordsName } from '../../../src/workspace/words.js';
import { wordsView } from './wordsView.js';

const file = (text: string, name: WordsName = 'findings', edition: string | null = null): WordsFile => ({
  name,
  edition,
  shown: `words/2018-H1/${name}.md`,
  text,
});

const check = (text: string) => checkWords(wordsView(), [file(text)]);
const problems = (text: string) =>
  check(text).problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
const said = (text: string) => check(text).words.findings.map(({ sentence }) => sentence.text);

describe('a number in the analyst’s words', () => {
  it.each([
    '[1,204](M02)',
    '[1204](M02)',
    '[1,100](M02:2017-H1)',
    '[412](M02@blackpool)',
    '[412](M02@E06000009)',
    '[27%](M19)',
    '[27 per cent](M19)',
    '[27](M19#numerator)',
    '[100](M19#denominator)',
  ])('that is the indicator’s is let through: %s', (text) => {
    expect(problems(`We saw ${text} of them.`)).toEqual([]);
  });

  it('that differs is told with its place, what is written and what the figure is', () => {
    expect(problems('A line.\n\nThe total of [1,205](M02) children.')).toEqual([
      '3:14 The text says "1,205"; M02 is 1,204.',
    ]);
    expect(problems('[26%](M19) in time.')).toEqual(['1:1 The text says "26%"; M19 is 27%.']);
  });

  it('is filled in on request, and its record is kept', () => {
    expect(said('Of {{M02}} children, {{M19}} were heard in time.')).toEqual([
      'Of 1,204 children, 27% were heard in time.',
    ]);
    expect(check('{{M02}}').words.findings[0]?.sentence.records).toEqual(['M02|PAN-LANCS|2018-H1']);
  });

  it('that the edition hides is never told, neither filled in nor in the error', () => {
    const found = check('In Wyre [3](M02@wyre) children, that is {{M02@wyre}}.');
    expect(found.words.findings[0]?.sentence.text).toContain('that is [c].');
    const [problem] = found.problems;
    expect(problem?.message).toBe('This edition does not show M02@wyre: a number stands here in the text.');
    expect(JSON.stringify(found.problems)).not.toMatch(/\b3\b/);
  });

  it('that is tied to nothing is told', () => {
    expect(problems('There were 12 of them\nand 4,000 more.')).toEqual([
      '1:12 A number stands here that is not tied to an indicator.',
      '2:5 A number stands here that is not tied to an indicator.',
    ]);
  });

  it('that names something counts nothing', () => {
    const text =
      'On 3 December 2018, under section 47, children aged 13 to 15 and under 18 in 2017-18 and 2018-H1: action 5.1, the 4P plan, 72 hours, R1 and M19. See [two](plain) or [12](plain).';
    expect(problems(text)).toEqual([]);
  });
});

describe('a verdict in the analyst’s words', () => {
  it('must be the report’s', () => {
    expect(problems('There is [no clear change](M02~).')).toEqual([]);
    expect(problems('The number is [higher](M02~).')).toEqual([
      '1:15 The text says "higher"; the verdict on M02 is "no clear change".',
    ]);
    expect(problems('There is [no clear change](M19~).')).toEqual([
      '1:10 There is no verdict on M19~ in this edition.',
    ]);
  });

  it('may not stand in plain text, nor a word that the report does not use', () => {
    expect(problems('Referrals rose.')[0]).toBe('1:11 "rose" says how something moved without its verdict.');
    expect(problems('Her lifestyle matters.')[0]).toMatch(/^1:5 "lifestyle" is a word/);
    expect(problems('We think so because workers told us.')).toEqual([]);
  });
});

describe('a reference', () => {
  it.each([
    ['[1](M0)', 'This is not a reference to an indicator.'],
    ['[1](https://example.org)', 'This is not a reference to an indicator.'],
    ['[1](M99)', 'M99 is not an indicator that this edition carries.'],
    ['[1](M02@blakpool)', '"blakpool" is no place that the report knows.'],
    ['[1](M02:2001-H1)', 'The report has no such figure of M02.'],
    ['[1](M02#middle)', 'A figure has no part "middle".'],
    ['{{M02~}}', 'A verdict cannot be filled in.'],
  ])('%s is told: %s', (text, message) => {
    expect(check(text).problems.map((one) => one.message)).toEqual([message]);
  });
});

describe('Markdown', () => {
  it('is read as headings, paragraphs and lists; emphasis is dropped, comments are left out', () => {
    const text = '<!-- note 12 -->\n\n## Title\n\nOne *two* **three**\nfour.\n\n- first\n- second\n';
    expect(check(text)).toMatchObject({
      problems: [],
      words: {
        findings: [
          { kind: 'heading', sentence: { text: 'Title' } },
          { kind: 'paragraph', sentence: { text: 'One two three four.' } },
          { kind: 'item', sentence: { text: 'first' } },
          { kind: 'item', sentence: { text: 'second' } },
        ],
      },
    });
  });

  it('that is something else is told', () => {
    expect(problems('<script>x</script>')).toEqual([
      '1:1 Only paragraphs, headings and lists can stand here.',
    ]);
    expect(problems('text <b>bold</b>')[0]).toMatch(/^1:6 Only text/);
    expect(problems('![](x.png)')).toEqual(['1:1 Only text, emphasis and references can stand here.']);
  });
});

describe('files', () => {
  it('for one edition come before those for all', () => {
    const files = [
      file('For all.'),
      file('For the board.', 'findings', 'board'),
      file('Not me.', 'findings', 'tactical'),
    ];
    expect(checkWords(wordsView(), files).words.findings.map(({ sentence }) => sentence.text)).toEqual([
      'For the board.',
    ]);
  });

  it('that are missing leave nothing behind', () => {
    expect(checkWords(wordsView(), [])).toEqual({
      words: { findings: [], termsOfReference: [], signOff: [], recommendations: [] },
      problems: [],
    });
  });
});

const RECOMMENDATIONS = `---
recommendations:
  - id: R1
    text: Hear every child in time; now {{M19}}.
    four_p: protect
    volt: victims
    owner: The county council
    due: "2019-03-31"
    measure: M19
    evidence: [M02, M19]
---
`;

describe('recommendations', () => {
  const read = (text: string) => checkWords(wordsView(), [file(text, 'recommendations')]);

  it('are read with owner, date, measure and evidence, and their text is checked', () => {
    const { words, problems: found } = read(RECOMMENDATIONS);
    expect(found).toEqual([]);
    expect(words.recommendations).toEqual([
      {
        id: 'R1',
        text: { text: 'Hear every child in time; now 27%.', records: ['M19|PAN-LANCS|2018-H1'] },
        fourP: 'protect',
        volt: 'victims',
        owner: 'The county council',
        due: '2019-03-31',
        measure: 'M19',
        evidence: ['M02', 'M19'],
      },
    ]);
  });

  it.each([
    ['{{M19}}', '[30%](M19)', 'The text says "30%"; M19 is 27%.'],
    ['four_p: protect', 'four_p: punish', 'four_p: '],
    ['"2019-03-31"', '"31/03/2019"', 'due: must be a date such as "2019-03-31"'],
    ['measure: M19', 'measure: M99', 'M99 is not an indicator that this edition carries.'],
    ['id: R1', 'id: first', 'id: must be R and a number, such as R1'],
    ['    volt: victims\n', '', 'volt: '],
    ['owner: The', 'owner: [The', 'This is not valid YAML.'],
    ['recommendations:', 'recomendations:', 'There is no list called recommendations.'],
    [
      '---\nrecommendations',
      'recommendations',
      'The file does not begin with a block between two lines of ---.',
    ],
  ])('%s made %s are told: %s', (from, to, message) => {
    const { problems: found } = read(RECOMMENDATIONS.replace(from, to));
    expect(
      found.some((one) => one.message.startsWith(message)),
      JSON.stringify(found),
    ).toBe(true);
    expect(found.every(({ line }) => line >= 1 && line <= 12)).toBe(true);
  });
});
