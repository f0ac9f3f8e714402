import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../src/analysis/catalogue/index.js';
import type { StatementRecord, Verdict } from '../../../src/analysis/model.js';
import { protect } from '../../../src/disclosure/protect.js';
import { changeSentence, changeTitle, markOf, verdictText } from '../../../src/report/statements/change.js';
import { type ProfileContext, type ProfileView, profileView } from '../../../src/report/view.js';
import { bannedWords } from '../../../src/report/words/bannedWords.js';
import { area, areas, count, H1, H1_BEFORE, result, share } from '../../disclosure/observation.js';
import { bareContext, config } from '../chapters/profileFixture.js';

const [edition] = config.editions;
if (edition === undefined) throw new Error('the fixture has an edition');
const context: ProfileContext = {
  areas,
  config,
  edition,
  catalogue,
  ...bareContext,
};

function said(indicator: string, verdict: Verdict, over: Partial<StatementRecord> = {}): StatementRecord {
  return {
    id: 'record',
    kind: 'change',
    indicator,
    countingUnit: 'children',
    area: area('PAN-LANCS'),
    period: H1,
    comparedWith: H1_BEFORE,
    n1: null,
    n2: null,
    exposure1: null,
    exposure2: null,
    method: 'mid-p',
    estimate: 1.5,
    lower: 1.2,
    upper: 1.9,
    p: 0.01,
    pAdjusted: null,
    family: null,
    verdict,
    clearly: false,
    refusal: null,
    ...over,
  };
}

function counts(before: number, now: number, statement: StatementRecord): ProfileView {
  const observations = [
    count('S01', 'PAN-LANCS', before, { period: H1_BEFORE }),
    count('S01', 'PAN-LANCS', now),
  ];
  return profileView(
    protect(result(observations, { statements: [statement] }), {
      edition: 'board',
      threshold: 5,
      ceiling: 'B',
    }),
    context,
  );
}

const TEXT: readonly (readonly [Verdict, number, number, string, string])[] = [
  [
    'higher',
    40,
    60,
    'More children referred over CSE concerns than in Apr–Sep 2017',
    'Children referred over CSE concerns: from 40 in April to September 2017 to 60 in April to September 2018 (20 more). The number is higher; likely between 1.20 and 1.90 times as many.',
  ],
  [
    'lower',
    60,
    40,
    'Fewer children referred over CSE concerns than in Apr–Sep 2017',
    'Children referred over CSE concerns: from 60 in April to September 2017 to 40 in April to September 2018 (20 fewer). The number is lower; likely between 1.20 and 1.90 times as many.',
  ],
  [
    'no clear change',
    17,
    17,
    'No clear change in children referred over CSE concerns since Apr–Sep 2017',
    'Children referred over CSE concerns: from 17 in April to September 2017 to 17 in April to September 2018 (the same number). No clear change; a doubling or a halving can be ruled out.',
  ],
  [
    'too few to say',
    6,
    9,
    'Children referred over CSE concerns: too few to say whether it changed',
    'Children referred over CSE concerns: 6, then 9. Numbers this small move by chance; too few to say whether this is a change.',
  ],
  [
    'not comparable',
    40,
    60,
    'Children referred over CSE concerns: cannot be compared with Apr–Sep 2017',
    'Children referred over CSE concerns: 60 in April to September 2018. This cannot be compared with April to September 2017: recording changed.',
  ],
];

describe('sentences about a change', () => {
  it.each(TEXT)('%s: says what the verdict allows', (verdict, before, now, title, sentence) => {
    const refusal = verdict === 'not comparable' ? 'Recording changed.' : null;
    const view = counts(before, now, said('S01', verdict, { refusal }));
    expect(changeTitle(view, 'S01').text).toBe(title);
    expect(changeSentence(view, 'S01').text).toBe(sentence);
    expect(changeSentence(view, 'S01').records).toContain('record');
  });

  it('gives no direction, arrow or percentage when there are too few', () => {
    const view = counts(6, 9, said('S01', 'too few to say'));
    const text = `${changeTitle(view, 'S01').text} ${changeSentence(view, 'S01').text}`;
    expect(text).not.toMatch(/higher|lower|more|fewer|rose|fell|%/);
    expect(markOf(view.published.statement('change', 'S01', 'PAN-LANCS'))).toBe('unknown');
  });

  it('never joins numbers by "from ... to" when they cannot be compared', () => {
    const view = counts(40, 60, said('S01', 'not comparable'));
    expect(changeSentence(view, 'S01').text).not.toMatch(/from \d+/);
  });

  it('adds "clearly" only when the wider range excludes no change', () => {
    const clear = counts(40, 90, said('S01', 'higher', { clearly: true }));
    expect(changeTitle(clear, 'S01').text).toBe(
      'Clearly more children referred over CSE concerns than in Apr–Sep 2017',
    );
    expect(verdictText(clear.published.statement('change', 'S01', 'PAN-LANCS'))).toBe('Clearly higher');
  });

  it('says nothing about direction when one of the counts is hidden', () => {
    const view = counts(3, 60, said('S01', 'higher', { clearly: true }));
    const text = `${changeTitle(view, 'S01').text} ${changeSentence(view, 'S01').text}`;
    expect(text).not.toMatch(/higher|more|rose|\b3\b/);
    expect(verdictText(view.published.statement('change', 'S01', 'PAN-LANCS'))).toBe('Not shown');
  });

  it('gives a share with its counts and no percentage below 20', () => {
    const shares = (part: number, whole: number, value: number | null): ProfileView =>
      profileView(
        protect(result([share('M19', 'PAN-LANCS', part, whole, { value })]), {
          edition: 'board',
          threshold: 5,
          ceiling: 'B',
        }),
        context,
      );
    expect(changeSentence(shares(60, 90, 66.7), 'M19').text).toMatch(
      /67% in April to September 2018 \(60 of 90;/,
    );
    const few = changeSentence(shares(7, 15, null), 'M19').text;
    expect(few).toBe('Interviews within 72 hours: 7 of 15; too few for a percentage.');
  });
});

describe('the word list', () => {
  it.each([
    'a significant rise',
    'numbers soared',
    'the position worsened',
    'it rose because of recording',
    'numbers were stable',
    'fell slightly',
    'risky behaviour',
    'the child’s lifestyle',
    'children who put themselves at risk',
    'ranked highest',
  ])('rejects "%s"', (text) => {
    expect(bannedWords(text).length).toBeGreaterThan(0);
  });

  it.each([
    'cannot be compared because recording changed',
    'not available because no extract has been received',
    'clearly higher than in 2017',
    'children recorded',
  ])('allows "%s"', (text) => {
    expect(bannedWords(text)).toEqual([]);
  });
});
