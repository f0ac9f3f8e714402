import type { Indicator } from '../../analysis/catalogue/record.js';
import { unlike } from '../../analysis/gate/comparators.js';
import type { Figure, PublishedStatement } from '../../disclosure/model.js';
import { againstComparator } from '../../disclosure/publicComparisons.js';
import { comparatorFigure, residentsFigure } from '../../disclosure/publicFigures.js';
import type { AreaCode } from '../../reference/brands.js';
import type { Comparator } from '../../reference/comparators.js';
import { isoFromDay } from '../../reference/days.js';
import { STATUTORY_DEFINITION } from '../../reference/definitionBreaks.js';
import { loadPopulations } from '../../reference/populations.js';
import type { Sentence, Table } from '../model.js';
import { capital, sentence } from '../statements/sentence.js';
import { subjectOf } from '../statements/subjects.js';
import type { ProfileView } from '../view.js';
import { blocksOf, type ChapterRecord } from './chapter.js';
import { column, LEFT, sourceLine, thisSpan, tidyRows } from './figures/exhibit.js';
import { funnelFigure } from './figures/funnel.js';
import { steadierTable } from './steadierTable.js';
import { unitName } from './tables.js';

interface Beside {
  readonly indicator: Indicator;
  readonly comparator: Comparator;
  readonly record: PublishedStatement;
}

/** The definition that our records of the half-year follow. */
function definitionOf(view: ProfileView): string {
  return isoFromDay(view.current.start) >= STATUTORY_DEFINITION ? 'CSE-2017' : 'CSE-2009';
}

function besides(view: ProfileView): readonly Beside[] {
  return (view.comparators ?? []).flatMap((comparator): Beside[] => {
    const indicator = view.info(comparator.indicator);
    const own = view.published.find(comparator.indicator, view.pan, view.current.id);
    if (indicator === undefined || own === undefined) return [];
    const { countingUnit, measure, minimumBase } = indicator;
    const reason = unlike({
      definition: comparator.definition,
      ownDefinition: definitionOf(view),
      countingUnit: comparator.countingUnit,
      ownCountingUnit: countingUnit,
      period: comparator.period,
      ownPeriod: view.current.id,
    });
    const kind = measure.kind === 'rate' ? 'rate' : 'share';
    const record = againstComparator({ comparator, own, countingUnit, kind, minimumBase, unlike: reason });
    return [{ indicator, comparator, record }];
  });
}

/** The verdict as a table says it. */
function verdictWords({ verdict, refusal }: PublishedStatement): string {
  switch (verdict) {
    case 'higher':
    case 'lower':
      return `Ours is ${verdict}`;
    case 'not comparable':
      return `Not comparable: ${refusal ?? 'counted otherwise'}`;
    case 'confidential':
      return 'Not shown';
    case 'no clear change':
      return 'No clear difference';
    default:
      return 'Too few to say';
  }
}

function theirs({ indicator: { measure }, comparator }: Beside): Figure {
  return comparatorFigure(comparator, measure.kind === 'rate' ? measure.per : 100);
}

/** "Apr–Sep 2018", or "April 2017 to March 2018" for a reporting year. */
function periodText(view: ProfileView, period: string): string {
  if (period === view.current.id) return view.current.shortText;
  const year = /^(\d{4})-\d{2}$/.exec(period)?.[1];
  return year === undefined ? period : `April ${year} to March ${Number(year) + 1}`;
}

const CONTAINS: Readonly<Record<Comparator['level'], boolean>> = {
  england: true,
  region: true,
  neighbour: false,
  authority: false,
};

function comparatorsTable(view: ProfileView, rows: readonly Beside[]): Table | null {
  if (rows.length === 0) return null;
  const ids = [...new Set(rows.map(({ indicator }) => indicator.id))];
  const ours = ids.flatMap((id) => view.published.find(id, view.pan, view.current.id) ?? []);
  return {
    kind: 'table',
    id: 'comparators',
    title: `Beside other places, ${view.current.text}`,
    subtitle:
      'Compared only where definition, counting unit and period are the same; a verdict needs both counts.',
    columns: [
      column('measure', 'Measure', LEFT),
      column('unit', 'Unit', LEFT),
      column('place', 'Place', LEFT),
      column('period', 'Period', LEFT),
      column('theirs', 'Theirs'),
      column('ours', 'Ours'),
      column('verdict', 'Ours against theirs', LEFT),
    ],
    rows: rows.map((row) => {
      const { indicator, comparator, record } = row;
      const format = view.format(indicator.id);
      const own = view.published.find(indicator.id, view.pan, view.current.id);
      return {
        cells: [
          { text: capital(subjectOf(view, indicator.id)) },
          { text: unitName(view, indicator.id) },
          { text: comparator.areaName },
          { text: periodText(view, comparator.period) },
          { figure: theirs(row), format },
          own === undefined ? { text: '[x]' } : { figure: own.value, format },
          { text: verdictWords(record) },
        ],
      };
    }),
    notes: [
      ...(rows.some(({ comparator }) => CONTAINS[comparator.level])
        ? [
            'England and the North West hold pan-Lancashire among others: about one child in forty of England’s, one in five of the region’s.',
          ]
        : []),
      ...new Set(rows.map(({ comparator }) => `${comparator.areaName}: ${comparator.source}.`)),
    ],
    source: sourceLine(
      view,
      ids.flatMap((id) => view.extractsOf(id)),
      thisSpan(view),
    ),
    tidy: tidyRows(view, ours),
  };
}

/** Children resident by district, 0 to 17 and 10 to 17: what every rate stands on. */
function populationTable(view: ProfileView): Table {
  const populations = loadPopulations();
  const { startMonth } = view.config;
  const residents = (area: AreaCode, ages: '0-17' | '10-17') =>
    populations.population({ area, period: view.current.id, ages, startMonth });
  const places = [...view.districtsByName, ...view.areas.boards, view.pan];
  const year = residents(view.pan, '0-17')?.year;
  return {
    kind: 'table',
    id: 'children-resident',
    title: 'Children who live here',
    subtitle: `Office for National Statistics estimate of mid-${year ?? 'year'}, as first published.`,
    columns: [
      column('area', 'Area', LEFT),
      column('under18', 'Aged 0 to 17'),
      column('from10', 'Aged 10 to 17'),
    ],
    rows: places.map((area) => ({
      cells: [
        { text: capital(view.areas.get(area).name) },
        ...(['0-17', '10-17'] as const).map((ages) => ({
          figure: residentsFigure(residents(area, ages)),
          format: 'count' as const,
        })),
      ],
      ...(area === view.pan ? { total: true } : {}),
    })),
    notes: [
      'Lancashire here is the area of its own board: Blackpool and Blackburn with Darwen stand beside it.',
    ],
    source: 'Populations: Office for National Statistics mid-year estimates.',
    tidy: [],
  };
}

function answer(rows: readonly Beside[]): Sentence {
  const fair = rows.map(({ record }) => record).filter(({ verdict }) => verdict !== 'not comparable');
  if (rows.length === 0)
    return sentence('No figure of another place is at hand that could stand beside ours.');
  if (fair.length === 0)
    return sentence(
      'No published figure counts the same thing, in the same way, in the same months: none is compared.',
      ...rows.map(({ record }) => record),
    );
  const differ = fair.filter(({ verdict }) => verdict === 'higher' || verdict === 'lower');
  return differ.length === 0
    ? sentence('Where a fair comparison can be made, ours shows no clear difference.', ...fair)
    : sentence(
        'Some of our figures differ from those of places that count in the same way; recording may be why.',
        ...differ,
      );
}

/** Are we unusual, as far as anyone can say. */
export const context: ChapterRecord = {
  id: 'context',
  title: 'Beside other places',
  audience: ['B', 'P'],
  wholeAreaOnly: true,
  build(view) {
    const rows = besides(view);
    return {
      id: context.id,
      title: context.title,
      lead: answer(rows),
      blocks: blocksOf([
        comparatorsTable(view, rows),
        funnelFigure(view, 'referral-funnel', 'S02'),
        steadierTable(view, 'S02'),
        populationTable(view),
      ]),
      statements: rows.map(({ record }) => record),
    };
  },
};
