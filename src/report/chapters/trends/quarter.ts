import { changeSentence, changeTitle } from '../../statements/change.js';
import { joined, sentence } from '../../statements/sentence.js';
import { type ProfileView, profileView } from '../../view.js';
import { blocksOf, type ChapterRecord, pairOf } from '../chapter.js';
import { categoriesFigure } from '../figures/categories.js';
import { trendFigure } from '../figures/trend.js';
import { changesTable, districtsTable } from './areaTables.js';

const AUDIENCE: ChapterRecord['audience'] = ['B', 'G', 'T'];

/** What is counted by quarter: numbers that a sub group can act on, children before events. */
export const QUARTERLY = [
  'S01',
  'S03',
  'S05',
  'M02',
  'M01',
  'M18',
  'M19',
  'O01',
  'P01',
  'D00',
  'D01',
  'I01',
] as const;

/** The same area by half-year: a quarter is too short for patterns. */
function byHalfYear(view: ProfileView): ProfileView {
  return profileView(view.byHalfYear, view, view.area);
}

/** What changed in the quarter. */
export const changed: ChapterRecord = {
  id: 'what-changed',
  title: 'What changed',
  audience: AUDIENCE,
  build(view) {
    const clear = QUARTERLY.filter((indicator) => {
      const verdict = view.published.statement('change', indicator, view.area)?.verdict;
      return verdict === 'higher' || verdict === 'lower';
    });
    const titles = ['S01', 'M02'].map((indicator) => {
      const title = changeTitle(view, indicator, view.area);
      return { ...title, text: `${title.text}.` };
    });
    return {
      id: changed.id,
      title: changed.title,
      lead: joined(titles),
      blocks: blocksOf([
        {
          kind: 'paragraph',
          sentences:
            clear.length === 0
              ? [
                  sentence(
                    'No measure is clearly higher or lower than in the same months of the year before.',
                  ),
                ]
              : clear.map((indicator) => changeSentence(view, indicator, view.area)),
        },
        changesTable(view, QUARTERLY),
        districtsTable(view, ['S01', 'M02', 'M01', 'O01', 'I01']),
      ]),
    };
  },
};

/** Quarter by quarter since the extracts begin. */
export const series: ChapterRecord = {
  id: 'quarter-by-quarter',
  title: 'Quarter by quarter',
  audience: AUDIENCE,
  build: (view) => {
    const half = (id: string, indicator: string) =>
      trendFigure(view, { id, indicators: [indicator], width: 'half', area: view.area });
    return {
      id: series.id,
      title: series.title,
      lead: sentence('A rise can mean more harm, or that more of it is noticed and recorded.'),
      blocks: blocksOf([
        pairOf(half('children-referred', 'S01'), half('children-open', 'S05')),
        pairOf(half('missing-children', 'M02'), half('missing-episodes', 'M01')),
        pairOf(half('interviews-in-time', 'M19'), half('offences', 'O01')),
        pairOf(half('disruption', 'D00'), half('intelligence', 'I01')),
      ]),
    };
  },
};

/** Who, from where and how, over the half-year. */
export const patterns: ChapterRecord = {
  id: 'patterns',
  title: 'Patterns over the half-year',
  audience: AUDIENCE,
  build(view) {
    const whole = byHalfYear(view);
    const { area } = view;
    return {
      id: patterns.id,
      title: patterns.title,
      lead: sentence(`A quarter is too short for patterns; these are for ${whole.current.text}.`),
      blocks: blocksOf([
        pairOf(
          categoriesFigure(whole, {
            id: 'ages',
            indicator: 'S01',
            breakdown: 'age-band',
            width: 'half',
            area,
            order: 'given',
          }),
          categoriesFigure(whole, {
            id: 'sources',
            indicator: 'R01',
            breakdown: 'source',
            width: 'half',
            area,
            order: 'size',
          }),
        ),
        pairOf(
          categoriesFigure(whole, {
            id: 'missing-from',
            indicator: 'M01',
            breakdown: 'missing-from',
            width: 'half',
            area,
            order: 'size',
          }),
          categoriesFigure(whole, {
            id: 'kinds-of-place',
            indicator: 'L02',
            breakdown: 'location-type',
            width: 'half',
            area,
            order: 'size',
          }),
        ),
      ]),
    };
  },
};

/** What is missing or was changed in the data behind the report. */
export const caution: ChapterRecord = {
  id: 'to-bear-in-mind',
  title: 'To bear in mind',
  audience: AUDIENCE,
  build(view) {
    const absent = view.expected.filter(({ status }) => status === 'missing');
    const breaks = view.config.breaks.filter(({ areas }) => areas.length === 0 || areas.includes(view.area));
    return {
      id: caution.id,
      title: caution.title,
      lead: sentence(
        'Each quarter is compared with the same months of the year before, never with the quarter before.',
      ),
      blocks: blocksOf([
        {
          kind: 'list',
          items: [
            ...absent.map(
              ({ agency, extract }) =>
                `${view.extractTitle(extract)} of ${view.agencyName(agency)}: not received.`,
            ),
            'Counts of children and of events about them below the edition’s threshold are shown as [c], and others that would give them away.',
            'A child counts once in a quarter; the quarters of a half-year can add up to more children than the half-year has.',
          ],
        },
        breaks.length === 0 ? null : { kind: 'heading', text: 'Changes in recording' },
        breaks.length === 0
          ? null
          : {
              kind: 'definitions',
              items: breaks.map(({ from, title, note }) => ({ term: `${title} (${from})`, text: note })),
            },
      ]),
    };
  },
};
