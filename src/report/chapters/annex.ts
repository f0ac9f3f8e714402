import type { Block } from '../model.js';
import { sentence } from '../statements/sentence.js';
import { subjectOf } from '../statements/subjects.js';
import type { ProfileView } from '../view.js';
import { blocksOf, type ChapterRecord } from './chapter.js';
import { reconciliationTable } from './qualityTables.js';
import { comparisonTable } from './tables.js';

const GLOSSARY: readonly { readonly term: string; readonly pattern: RegExp; readonly text: string }[] = [
  { term: 'BwD', pattern: /\bBwD\b/, text: 'Blackburn with Darwen.' },
  { term: 'CSE', pattern: /\bCSE\b/, text: 'Child sexual exploitation.' },
  { term: 'CCE', pattern: /\bCCE\b/, text: 'Child criminal exploitation.' },
  {
    term: 'CPB',
    pattern: /./,
    text: 'Children’s Partnership Board: groups of districts in the county.',
  },
  { term: 'Looked after', pattern: /looked[- ]after/i, text: 'In the care of a council.' },
  {
    term: 'Section 47',
    pattern: /section 47/i,
    text: 'An enquiry under section 47 of the Children Act 1989 into whether a child is suffering harm.',
  },
  {
    term: 'Return interview',
    pattern: /return interview/i,
    text: 'An independent talk with a child after a missing episode, to be offered within 72 hours.',
  },
  {
    term: 'Warning notice',
    pattern: /warning notice/i,
    text: 'Child abduction warning notice: tells an adult to keep away from a named child.',
  },
  { term: 'Non-recent', pattern: /non-recent/i, text: 'Reported more than twelve months after it happened.' },
  {
    term: 'Organised crime group',
    pattern: /organised crime group/i,
    text: 'A group mapped by the police under the national method.',
  },
  {
    term: 'Specialist team',
    pattern: /specialist team/i,
    text: 'The multi-agency exploitation team of a board’s area.',
  },
];

const SYMBOLS: readonly { readonly term: string; readonly text: string }[] = [
  { term: '[c]', text: 'Confidential: the number is small, or would give a small one away.' },
  { term: '[u]', text: 'Too few for a reliable percentage, rate or average.' },
  { term: '[x]', text: 'Not available: not sent, or not recorded well enough.' },
  { term: '[z]', text: 'Not applicable.' },
  { term: '[w]', text: 'None recorded.' },
  { term: '0', text: 'None: a true zero.' },
];

const METHOD: readonly { readonly term: string; readonly text: string }[] = [
  {
    term: 'Counts and rates',
    text: 'Ranges are exact Poisson ranges below 10 and Byar’s from 10 up. Where one child can make many events (missing episodes), the range is widened for it.',
  },
  { term: 'Shares', text: 'Wilson’s range.' },
  {
    term: 'Changes',
    text: 'The same half-year of the year before. Children recorded in both half-years are compared with themselves; episodes by the exact period-swap test; offences by the mid-P test; shares by Newcombe’s range of the difference.',
  },
  {
    term: 'Places',
    text: 'Each district against the rest of the area, never against an average that contains it, with allowance for the number of places looked at (Benjamini and Hochberg).',
  },
  {
    term: 'Evidence',
    text: 'Strong: at least 100 in both half-years and under a tenth unknown. Limited: fewer than 30, over a fifth unknown, an extract late, or a change of recording within the year. Otherwise moderate.',
  },
  {
    term: 'Key findings',
    text: 'Chosen by rule: clearest changes first, core measures before others, one for each story; then places that differ and how missing episodes are spread; then core measures without clear change, until there are five.',
  },
  {
    term: 'Hidden numbers',
    text: 'Small counts and those that would give them away by subtraction are hidden before anything is drawn or written; every percentage, rate, range, sentence and picture is made from what is left.',
  },
];

/** Everything that a chapter prints as running text, to see which terms need explaining. */
function textOf(view: ProfileView): string {
  return view.catalogue
    .map(({ id, title, definition }) => `${subjectOf(view, id)} ${title} ${definition}`)
    .join(' ');
}

/** Annex: every indicator, terms, symbols, method and the account of rows. */
export const annex: ChapterRecord = {
  id: 'annex',
  title: 'Annex: all indicators, terms and method',
  audience: ['B', 'G', 'T', 'P'],
  build: (view) => {
    const text = textOf(view);
    const terms = GLOSSARY.filter(({ pattern }) => pattern.test(text)).map(({ term, text: meaning }) => ({
      term,
      text: meaning,
    }));
    const indicators = view.catalogue.map(({ id }) => id);
    const blocks: (Block | null)[] = [
      comparisonTable(view, 'all-indicators', indicators, 'Every indicator of this edition'),
      { kind: 'heading', text: 'What the indicators count' },
      {
        kind: 'definitions',
        items: view.catalogue
          .filter(({ id }) => view.published.observations.some((o) => o.indicator === id))
          .map(({ id, title, definition }) => ({ term: `${id} ${title}`, text: definition })),
      },
      { kind: 'heading', text: 'Shorthand' },
      { kind: 'definitions', items: SYMBOLS },
      { kind: 'heading', text: 'Terms' },
      { kind: 'definitions', items: terms },
      { kind: 'heading', text: 'Method' },
      { kind: 'definitions', items: METHOD },
      reconciliationTable(view),
    ];
    return {
      id: annex.id,
      title: annex.title,
      lead: sentence('Every number in the profile can be worked out again from here.'),
      blocks: blocksOf(blocks),
    };
  },
};
