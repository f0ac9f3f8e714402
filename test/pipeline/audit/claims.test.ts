import { describe, expect, it } from 'vitest';
import { attackPrinted } from '../../../src/disclosure/finished/attack.js';
import { untrue } from '../../../src/disclosure/finished/claims.js';
import { type PrintedFigure, printedCounts } from '../../../src/disclosure/finished/figures.js';
import type { Figure } from '../../../src/disclosure/model.js';
import { claimsIn } from '../../../src/pipeline/audit/claims.js';
import type { FinishedDocument } from '../../../src/pipeline/audit/readRelease.js';
import { asFirst, hidden, shown } from '../../report/figures.js';

const T = 6;
const [BURNLEY, HYNDBURN, PENDLE] = ['E07000117', 'E07000120', 'E07000122'] as const;
const NOW = '2018-H1';
const BEFORE = '2017-H1';

interface Put {
  readonly area?: string;
  readonly period?: string;
  readonly indicator?: string;
  readonly denominator?: Figure;
}

function figure(numerator: Figure, put: Put = {}): PrintedFigure {
  const { area = BURNLEY, period = NOW, indicator = 'M02', denominator = hidden('z') } = put;
  const nothing = hidden('z');
  const place = { indicator, area, period, breakdown: 'total', category: 'all' };
  return {
    ...place,
    from: 'board/tables/a.csv',
    numerator,
    denominator,
    value: nothing,
    lower: nothing,
    upper: nothing,
  };
}

/** A document with one sentence. */
function document(
  text: string,
  records: readonly string[],
  statements: readonly object[] = [],
): FinishedDocument {
  const blocks = [{ kind: 'paragraph', sentences: [{ text, records }] }];
  const profile = { document: { chapters: [{ lead: null, blocks }] }, statements, observations: [] };
  return {
    folder: 'board',
    edition: 'board',
    text: '',
    problem: null,
    profile,
  } as unknown as FinishedDocument;
}

/** What an audit makes of a sentence beside some figures. */
async function found(
  text: string,
  figures: readonly PrintedFigure[],
  records: readonly string[] = [`M02|${BURNLEY}|${NOW}`],
  statements: readonly object[] = [],
): Promise<readonly string[]> {
  const printed = printedCounts(figures);
  const claims = claimsIn(document(text, records, statements), printed.counts);
  const attacked = await attackPrinted(printed, [], T, T - 1, claims);
  const wrong = untrue(claims).map(({ says }) => `untrue: ${says}`);
  if (attacked.kind === 'contradiction') return [...wrong, `contradiction: ${attacked.statements.at(-1)}`];
  return [
    ...wrong,
    ...attacked.leaks.map(({ least, most, derivation }) => `${least} to ${most}: ${derivation.join('; ')}`),
  ];
}

describe('words about a hidden count', () => {
  const secret = [figure(hidden('c'))];

  it.each([
    ['Fewer than three children went missing from Burnley.', /^1 to 2: .*is fewer than 3, in words/],
    ['At most 2 children went missing from Burnley.', /^1 to 2: .*is at most 2, in words/],
    ['More than three children went missing, but at most four.', /^4 to 4: /],
    ['Nobody went missing from Burnley.', /^contradiction: .*(?:in words|not nought)/],
    ['No children went missing from Burnley.', /^contradiction: /],
  ])('that tell what it is are found: %s', async (text, finds) => {
    expect(await found(text, secret)).toEqual([expect.stringMatching(finds)]);
  });

  it.each([
    'Children missing from Burnley: not shown.',
    'Fewer than six children went missing from Burnley.',
    'None of the 20 measures that can be judged stood out.',
    'Over 10 half-years no clear trend is seen.',
    'More than once does not mean more harm.',
    'Children under 18 are counted once.',
    'More than 72 hours went by.',
    'Fewer than 3% of all, at most 2 per 10,000.',
    'Not compared: fewer than ten children or twenty episodes in both together.',
    'Not compared: fewer than 4 on one of the two sides.',
    'Fewer than two a month on average.',
  ])('that tell no more than the mark are left alone: %s', async (text) => {
    expect(await found(text, secret)).toEqual([]);
  });

  it('are used with everything else: what fell is less than it was', async () => {
    const change = {
      id: 'x',
      kind: 'change',
      indicator: 'M02',
      area: BURNLEY,
      period: NOW,
      comparedWith: BEFORE,
    };
    const then = figure(shown(4), { period: BEFORE });
    expect(await found('The number fell.', [...secret, then], ['x'], [change])).toEqual([
      expect.stringMatching(/^1 to 3: .*larger than/),
    ]);
    expect(await found('The number rose.', [...secret, then], ['x'], [change])).toEqual([]);
  });

  it('that put a place first are used too', async () => {
    const others = [figure(shown(3), { area: HYNDBURN }), figure(shown(9), { area: PENDLE })];
    expect(await found('The fewest in Burnley.', [...secret, ...others])).toEqual([
      expect.stringMatching(/^1 to 3: .*no smaller than/),
    ]);
  });

  it('that everybody had something tell the other count', async () => {
    const share = { indicator: 'M14', denominator: shown(12) };
    const text = 'All of them had gone missing.';
    const records = [`M14|${BURNLEY}|${NOW}`];
    expect(await found(text, [figure(shown(12), share)], records)).toEqual([]);
    expect(await found(text, [figure(shown(9), share)], records)).toEqual([
      expect.stringMatching(/^untrue: .*is all of/),
    ]);
  });
});

describe('words about printed counts', () => {
  const printed = [figure(shown(20)), figure(shown(30), { area: HYNDBURN })];

  it.each([
    ['Nobody went missing from Burnley.', /is none, in words/],
    ['Fewer than 20 children went missing.', /is fewer than 20, in words/],
    ['More than 20 children went missing.', /is more than 20, in words/],
    ['The most in Burnley.', /is no smaller than/],
  ])('that are not true are found: %s', async (text, finds) => {
    expect(await found(text, printed)).toEqual([expect.stringMatching(finds)]);
  });

  it.each([
    'At least 20 children went missing.',
    'The most in Hyndburn.',
    'Fewer than 21, at most 20, over ten.',
  ])('that are true are not: %s', async (text) => {
    expect(await found(text, printed)).toEqual([]);
  });

  it('say nothing of what a count is now where it is given as first published', async () => {
    expect(await found('More than 20 children went missing.', [figure(asFirst(20))])).toEqual([]);
  });

  it('say nothing where the sentence is about several places', async () => {
    const records = [BURNLEY, HYNDBURN].map((area) => `M02|${area}|${NOW}`);
    expect(await found('Nobody went missing.', printed, records)).toEqual([]);
  });
});
