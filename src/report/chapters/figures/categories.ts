import type { BreakdownId } from '../../../analysis/model.js';
import { percentage } from '../../../disclosure/derive.js';
import type { Figure, PublishedObservation } from '../../../disclosure/model.js';
import type { AreaCode } from '../../../reference/brands.js';
import type { Chart } from '../../chart.js';
import type { Cell, FigureBlock, Sentence } from '../../model.js';
import { formatFigure } from '../../numbers.js';
import { categoryLabel, isNoAnswer } from '../../statements/categories.js';
import { isShown } from '../../statements/figures.js';
import { capital, sentence, titled } from '../../statements/sentence.js';
import { subjectOf, unitText } from '../../statements/subjects.js';
import type { ProfileView } from '../../view.js';
import {
  altText,
  anyShown,
  column,
  LEFT,
  type Made,
  sourceLine,
  thisSpan,
  tidyRows,
  unavailableIndicator,
} from './exhibit.js';

export interface CategoriesSpec {
  readonly id: string;
  readonly indicator: string;
  readonly breakdown: BreakdownId;
  readonly width: FigureBlock['width'];
  readonly area?: AreaCode;
  /** `size`: largest shown first; `given`: in the order of the catalogue (ages, grades). */
  readonly order: 'size' | 'given';
  /** Bars of the same half a year earlier beside those of this half-year. */
  readonly withYearBefore?: boolean;
  readonly reading?: Sentence;
  /** How the split is named where the breakdown's usual name does not say it: "by strand of the 4P plan". */
  readonly by?: string;
  /** What the categories of a profile are shares of, for the title: "submissions with a grade". */
  readonly of?: string;
}

const NAMES: Readonly<Record<BreakdownId, string>> = {
  total: 'in all',
  sex: 'by sex',
  'age-band': 'by age',
  'single-age': 'by year of age',
  ethnicity: 'by ethnic group',
  source: 'by who made the contact',
  risk: 'by risk level',
  model: 'by kind of exploitation',
  agency: 'by agency',
  outcome: 'by outcome',
  'offence-class': 'by class of offence',
  online: 'online or not',
  'missing-from': 'by where the child was missing from',
  relationship: 'by relationship',
  'location-type': 'by kind of place',
  'home-board': 'by where the child lives',
  'weekday-slot': 'by day and time',
  status: 'by status',
  reason: 'by reason',
  effect: 'by effect',
  type: 'by type',
  field: 'by field',
  'agency-pair': 'by pair of agencies',
  ward: 'by ward',
  extract: 'by extract',
  repeat: 'by number of episodes',
};

function byText({ by, breakdown }: Pick<CategoriesSpec, 'by' | 'breakdown'>): string {
  return by ?? NAMES[breakdown];
}

interface CategoryRow {
  readonly code: string;
  readonly name: string;
  readonly now: PublishedObservation;
  readonly earlier: PublishedObservation | undefined;
}

const MOST_ROWS = 12;

/** In place of a year before that is not in the series: it is not zero. */
const NOT_AVAILABLE: Figure = { symbol: 'x' };

function shownValue(row: CategoryRow): number {
  return isShown(row.now.value) ? row.now.value.number : -1;
}

/** Categories with something recorded in either half-year, in their order; unanswered ones last. */
function categoryRows(
  view: ProfileView,
  spec: Pick<CategoriesSpec, 'indicator' | 'breakdown' | 'area' | 'order'>,
): readonly CategoryRow[] {
  const area = spec.area ?? view.area;
  const at = (o: PublishedObservation): PublishedObservation | undefined =>
    view.published.find(spec.indicator, area, view.before.id, spec.breakdown, o.category);
  const rows = view.published
    .categories(spec.indicator, area, view.current.id, spec.breakdown)
    .map((now) => ({
      code: now.category,
      name: categoryLabel(view, spec.indicator, spec.breakdown, now.category),
      now,
      earlier: at(now),
    }))
    .filter(({ now, earlier }) => !isZero(now.value) || (earlier !== undefined && !isZero(earlier.value)));
  const last = (row: CategoryRow): number => (isNoAnswer(row.code) ? 1 : 0);
  const byName = (a: CategoryRow, b: CategoryRow): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
  // Only published numbers decide the order; rows that show none come after, from A to Z.
  return spec.order === 'given'
    ? rows
    : [...rows].sort((a, b) => last(a) - last(b) || shownValue(b) - shownValue(a) || byName(a, b));
}

function isZero(figure: Figure): boolean {
  return isShown(figure) && figure.number === 0;
}

/** What a category is of the total, as a percentage; the value itself where the indicator is one already. */
function shareOf(view: ProfileView, spec: CategoriesSpec, o: PublishedObservation): Figure {
  if (view.format(spec.indicator) === 'percent') return o.value;
  const total = view.published.find(spec.indicator, o.area, o.period);
  return total === undefined
    ? percentage(o.numerator, o.denominator)
    : percentage(o.numerator, total.numerator);
}

const LEAST_FOR_SHARE = 20;

/** A category at the head of a title: "Aged 14 to 15", "Low risk". */
function spokenName({ breakdown }: CategoriesSpec, name: string): string {
  if (breakdown === 'age-band' || breakdown === 'single-age') return `Aged ${name}`;
  return breakdown === 'risk' && !/risk/i.test(name) ? `${name} risk` : name;
}

/** "Police: 44% of contacts about CSE concerns": the largest answered category that is shown, where shares may be given. */
function categoriesTitle(view: ProfileView, spec: CategoriesSpec, rows: readonly CategoryRow[]): Sentence {
  const area = spec.area ?? view.area;
  const subject = subjectOf(view, spec.indicator);
  const answered = rows.filter((row) => !isNoAnswer(row.code) && isShown(row.now.value));
  const [largest] = [...answered].sort((a, b) => shownValue(b) - shownValue(a));
  const whole =
    view.published.find(spec.indicator, area, view.current.id)?.numerator ?? largest?.now.denominator;
  if (
    areParts(view, spec.indicator) &&
    largest !== undefined &&
    isShown(whole) &&
    whole.number >= LEAST_FOR_SHARE
  ) {
    const share = shareOf(view, spec, largest.now);
    if (isShown(share)) {
      const what =
        view.format(spec.indicator) === 'percent'
          ? (spec.of ?? view.info(spec.indicator)?.countingUnit ?? subject)
          : subject;
      return titled(
        [
          `${spokenName(spec, largest.name)}: ${formatFigure(share, 'percent')} of ${what}`,
          capital(whatBy(view, spec)),
        ],
        largest.now,
      );
    }
  }
  return sentence(capital(whatBy(view, spec)), largest?.now);
}

/** Whether categories make up a whole and so have a share of it; a share or median of each category stands alone. */
function areParts(view: ProfileView, indicator: string): boolean {
  const kind = view.info(indicator)?.measure.kind;
  return kind === 'count' || kind === 'profile' || kind === 'computed';
}

/** Whether the categories carry averages: then the table gives those, and how many are behind each. */
function areMeasured(view: ProfileView, indicator: string): boolean {
  return !['count', 'percent'].includes(view.format(indicator));
}

/** What is split, and by what; profiles have the second in their name. */
function whatBy(view: ProfileView, spec: CategoriesSpec): string {
  const subject = subjectOf(view, spec.indicator);
  return view.info(spec.indicator)?.measure.kind === 'profile' ? subject : `${subject} ${byText(spec)}`;
}

/** Bars of one count or share by category, alone or beside the year before. */
export function categoriesFigure(view: ProfileView, spec: CategoriesSpec): Made {
  const rows = categoryRows(view, spec);
  if (!anyShown(rows.map(({ now }) => now.value))) {
    return unavailableIndicator(view, spec.indicator, whatBy(view, spec));
  }
  const format = view.format(spec.indicator);
  const area = spec.area ?? view.area;
  const drawn = rows.slice(0, MOST_ROWS);
  const title = categoriesTitle(view, spec, rows);
  const span =
    spec.withYearBefore === true ? { from: view.before.text, to: view.current.text } : thisSpan(view);
  const source = sourceLine(view, view.extractsOf(spec.indicator), span);
  const unit = format === 'count' ? '' : `, ${unitText(view, spec.indicator)}`;
  const subtitle = `${capital(whatBy(view, spec))}${unit}, ${view.areaName(area)}, ${view.current.text}${
    spec.withYearBefore === true ? ` and a year earlier` : ''
  }.`;
  const clauses = drawn.map(({ name, now }) => `${name} ${formatFigure(now.value, format)}`);
  const chart: Chart =
    spec.withYearBefore === true
      ? {
          kind: 'grouped-bars',
          unit: format,
          series: [view.before.shortText, view.current.shortText],
          rows: drawn.map(({ name, now, earlier }) => ({
            name,
            values: [earlier?.value ?? NOT_AVAILABLE, now.value],
          })),
        }
      : {
          kind: 'bars',
          unit: format,
          axisTitle: capital(view.info(spec.indicator)?.countingUnit ?? ''),
          rows: drawn.map(({ name, now }) => ({ name, value: now.value })),
        };
  return {
    kind: 'figure',
    id: spec.id,
    title,
    subtitle,
    alt: altText(
      `Bar chart of ${whatBy(view, spec)}, ${view.areaName(area)}, ${view.current.shortText}`,
      clauses,
      'It shows which answers are recorded most.',
    ),
    chart,
    width: spec.width,
    reading: spec.reading ?? unknownSentence(view, spec, rows),
    source,
    table: {
      id: spec.id,
      title: title.text,
      subtitle,
      columns: [
        column('category', capital(byText(spec).replace(/^by /, '')), LEFT),
        column('earlier', view.before.shortText),
        column('now', view.current.shortText),
        areMeasured(view, spec.indicator)
          ? column('behind', `Number behind it, ${view.current.shortText}`)
          : column('share', `Share, ${view.current.shortText}`),
      ],
      rows: rows.map((row) => ({ cells: categoryCells(view, spec, row) })),
      notes:
        drawn.length < rows.length
          ? [`The chart shows ${drawn.length} of ${rows.length} categories; the table shows all.`]
          : [],
      source,
      tidy: tidyRows(view, [
        ...rows.flatMap(({ now, earlier }) => (earlier === undefined ? [now] : [earlier, now])),
        ...wholeOf(view, spec, area),
      ]),
    },
  };
}

/** The total that the shares of a table of counts are of: whoever reads the file can work them out again. */
function wholeOf(view: ProfileView, spec: CategoriesSpec, area: AreaCode): readonly PublishedObservation[] {
  if (view.format(spec.indicator) === 'percent' || areMeasured(view, spec.indicator)) return [];
  const total = view.published.find(spec.indicator, area, view.current.id);
  return total === undefined ? [] : [total];
}

function categoryCells(view: ProfileView, spec: CategoriesSpec, { name, now, earlier }: CategoryRow): Cell[] {
  const format = view.format(spec.indicator);
  if (areMeasured(view, spec.indicator)) {
    return [
      { text: name },
      earlier === undefined ? { text: '[x]' } : { figure: earlier.value, format },
      { figure: now.value, format },
      { figure: now.numerator, format: 'count' },
    ];
  }
  return [
    { text: name },
    earlier === undefined ? { text: '[x]' } : { figure: earlier.numerator, format: 'count' },
    { figure: now.numerator, format: 'count' },
    { figure: format === 'percent' ? now.value : shareOf(view, spec, now), format: 'percent' },
  ];
}

/** "Not recorded for 12": said where anything is unknown, since shares leave it out. */
function unknownSentence(
  view: ProfileView,
  spec: CategoriesSpec,
  rows: readonly CategoryRow[],
): Sentence | null {
  const [row] = rows;
  if (
    row === undefined ||
    !areParts(view, spec.indicator) ||
    !isShown(row.now.unknown) ||
    row.now.unknown.number === 0
  )
    return null;
  return sentence(
    `Not recorded for ${formatFigure(row.now.unknown, 'count')} ${view.info(spec.indicator)?.countingUnit ?? ''}; they are left out of the shares.`,
    row.now,
  );
}
