import { beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '../../src/analysis/catalogue/index.js';
import type { AnalysisInput } from '../../src/analysis/input.js';
import { revisions } from '../../src/analysis/revisions.js';
import { composeProduct, countByGrain, resultsByGrain } from '../../src/pipeline/productFiles.js';
import { protectEditions } from '../../src/pipeline/protectEditions.js';
import { loadAreas } from '../../src/reference/areas.js';
import { KnownError } from '../../src/reference/knownError.js';
import { compose } from '../../src/report/compose.js';
import type { ReportDocument } from '../../src/report/model.js';
import { products } from '../../src/report/products/index.js';
import { renderReport } from '../../src/report/renderReport.js';
import type { ProfileContext } from '../../src/report/view.js';
import type { EditionConfig } from '../../src/workspace/model.js';
import { eventTable, inputOf, type Row, tablesBy } from '../analysis/tables.js';
import { bareContext, config } from '../report/chapters/profileFixture.js';

const [board] = config.editions;
if (board === undefined) throw new Error('the fixture has an edition');
const EDITIONS: readonly EditionConfig[] = [
  board,
  { ...board, id: 'tactical', audience: 'tactical', threshold: 3 },
  { ...board, id: 'public', audience: 'public', threshold: 10 },
];

const areas = loadAreas();

/** Every document of every product in every edition, with its page. */
async function documents(
  input: AnalysisInput,
  settings: Partial<EditionConfig> = {},
): Promise<readonly { readonly document: ReportDocument; readonly html: string }[]> {
  const results = resultsByGrain(countByGrain(input, products), revisions(input));
  const made = [];
  const editions = EDITIONS.map((plain) => ({ ...plain, ...settings }));
  const contextOf = (edition: EditionConfig): ProfileContext => ({
    areas,
    config,
    edition,
    catalogue,
    ...bareContext,
  });
  const protectedEditions = protectEditions(results, editions, 4, (edition, shown) => {
    for (const product of products.filter(({ audiences }) => audiences.includes(edition.audience)))
      composeProduct(product, shown, contextOf(edition));
  });
  for await (const { edition, shown } of protectedEditions) {
    const halfYears = shown.get('half-year');
    if (halfYears === undefined) throw new Error('half-years are always there');
    const context: ProfileContext = { ...contextOf(edition), atHalfYear: halfYears };
    for (const product of products.filter(({ audiences }) => audiences.includes(edition.audience))) {
      const own = shown.get(product.grain);
      const [subject] = product.subjects(areas, areas.pan);
      if (own === undefined || subject === undefined) continue;
      for (const document of compose(product, own, context, subject)) {
        const { html } = await renderReport(document, own.statements, own.all());
        made.push({ document, html });
      }
    }
  }
  return made;
}

const episode = (id: number, person: string, day: string, district = 'Burnley'): Row => ({
  episode_id: `e${id}`,
  person,
  category: 'M',
  missing_from_at: `${day} 10:00`,
  found_at: `${day} 20:00`,
  district_missing_from: district,
  age: 14,
  sex: 'F',
});

const contact = (id: number, day: string, district = 'Burnley'): Row => ({
  referral_id: `r${id}`,
  person: `p${id}`,
  concern_types: 'CSE',
  contact_at: day,
  district_home: district,
  age: 14,
  sex: 'F',
  decision: 'ACCEPTED',
});

const some = (n: number, day: string) => Array.from({ length: n }, (_, i) => contact(i, day));

function history(
  rows: readonly Row[],
  more: Partial<AnalysisInput> = {},
  span: readonly [string, string] = ['2017-H1', '2018-H1'],
) {
  return inputOf(tablesBy('referrals', 'blackpool-council', 'contact_at', rows), span, more);
}

const CASES: readonly (readonly [string, () => AnalysisInput, RegExp])[] = [
  [
    'no history: one half-year only',
    () => history(some(40, '2018-05-01'), {}, ['2018-H1', '2018-H1']),
    /not shown|no earlier figure|cannot be compared|not available/i,
  ],
  [
    'a half-year without any file in the middle',
    () =>
      history(
        [
          ...some(40, '2016-05-01'),
          ...some(44, '2018-05-01').map((r) => ({ ...r, referral_id: `x${r['referral_id']}` })),
        ],
        {},
        ['2016-H1', '2018-H1'],
      ),
    /Burnley/,
  ],
  ['no rows at all', () => history([]), /not available|None|0/],
  [
    'no estimate of residents anywhere',
    () => history(some(40, '2018-05-01'), { populations: { years: [], population: () => null } }),
    /\[x\]/,
  ],
  [
    'a denominator of nought: nobody to offer an interview to',
    () =>
      inputOf(
        tablesBy('missing-episodes', 'police', 'missing_from_at', [
          { ...episode(1, 'p', '2018-05-01'), category: 'ABSENT' },
        ]),
        ['2017-H1', '2018-H1'],
      ),
    /\[z\]|too few|\[x\]/,
  ],
  [
    'one child who makes most episodes',
    () =>
      inputOf(
        tablesBy('missing-episodes', 'police', 'missing_from_at', [
          ...Array.from({ length: 60 }, (_, i) => episode(i, 'often', `2018-0${4 + (i % 6)}-1${i % 9}`)),
          ...Array.from({ length: 25 }, (_, i) => episode(100 + i, `once${i}`, '2018-05-02')),
          ...Array.from({ length: 30 }, (_, i) => episode(200 + i, `before${i}`, '2017-05-02')),
        ]),
        ['2017-H1', '2018-H1'],
      ),
    /Missing episodes/,
  ],
  [
    'a single group, without links, suspects or districts',
    () =>
      inputOf(
        [
          eventTable('ocg', 'police', '2018-H1', [
            {
              ocg_id: 'g',
              mapped_at: '2018-05-01',
              cse_linked: 'Y',
              scope: 'LOCAL',
              lro_assigned: 'N',
              plan_4p: 'N',
            },
          ]),
        ],
        ['2017-H1', '2018-H1'],
      ),
    /mapped groups/,
  ],
];

describe.each(CASES)('%s', (_, make, said) => {
  let made: Awaited<ReturnType<typeof documents>> = [];

  beforeAll(async () => {
    made = await documents(make());
  });

  it('gives every product in every edition, and says what it cannot say', () => {
    expect(made.length).toBeGreaterThanOrEqual(9);
    for (const { document, html } of made) {
      const at = html.search(/\b(NaN|undefined|Infinity|null)\b/);
      const found = at < 0 ? null : html.slice(Math.max(0, at - 40), at + 20);
      expect({ title: document.title, found }).toEqual({ title: document.title, found: null });
    }
    expect(made.some(({ html }) => said.test(html))).toBe(true);
  });

  it('never gives a direction where there is nothing to compare', () => {
    for (const { document } of made) {
      for (const { lead } of document.chapters) {
        expect(lead?.text ?? '').not.toMatch(/\bfrom (nought|0) in .* to 0\b/);
      }
    }
  });
});

describe('an edition of which more would be hidden than its configuration allows', () => {
  it('is refused, with the breakdowns of which most is hidden and what would help', async () => {
    const input = history([
      ...some(18, '2017-05-01'),
      ...some(19, '2018-05-01').map((r) => ({ ...r, referral_id: `y${r['referral_id']}` })),
    ]);
    const refused = await documents(input, { threshold: 20, mostHidden: 0.01 }).catch(
      (error: unknown) => error,
    );
    expect(refused).toBeInstanceOf(KnownError);
    if (!(refused instanceof KnownError)) return;
    expect(refused.exitCode).toBe(3);
    expect(refused.message).toMatch(/\d+% of the counts of the public edition would have to be hidden/);
    expect(refused.message).toMatch(/allows 1% \(most_hidden\)\. Nothing was published\./);
    expect(refused.hint).toMatch(/^Most are hidden here\. [A-Z]\d+.*, \d+ of \d+ hidden: /);
  });
});

describe('an edition in which everything is hidden', () => {
  it('still has every product, shows no small number and speaks no verdict', async () => {
    const made = await documents(
      history([
        ...some(18, '2017-05-01'),
        ...some(19, '2018-05-01').map((r) => ({ ...r, referral_id: `y${r['referral_id']}` })),
      ]),
      { threshold: 20 },
    );
    expect(made.length).toBeGreaterThanOrEqual(9);
    for (const { document, html } of made) {
      expect(/\b(NaN|undefined)\b/.test(html)).toBe(false);
      // How many numbers of each table are hidden may be any number.
      const text = JSON.stringify(document, (_, value) => (value?.id === 'hidden-share' ? null : value));
      expect(/"number":1[89]\b/.test(text)).toBe(false);
      expect(/The number is (clearly )?(higher|lower)/.test(text)).toBe(false);
    }
  });
});
