import { loadSchema } from '../../extracts/load.js';
import type { Filter, Indicator, Measure, Tally } from '../catalogue/record.js';
import { fieldWords, lower } from './fields.js';
import { filterWords } from './filters.js';

type Computed = Extract<Measure, { kind: 'computed' }>['by'];

/** Numerator and denominator of what is worked out in a file of its own. */
const COMPUTED: Readonly<Record<Computed, readonly [numerator: string, denominator: string | null]>> = {
  completeness: ['required cells that are filled in', 'required cells of accepted rows'],
  timeliness: ['days from the due date to the day of extraction, middle value over extracts', null],
  lateness: [
    'rows sent for the first time in a later half-year than that in which they happened',
    'rows sent for the first time',
  ],
  linkage: ['children of the smaller of two extracts found in the other', 'children of the smaller extract'],
  numbered: [
    'children with an NHS number or UPN in one of their records of the extract',
    'children named in the extract',
  ],
  duplicates: ['rows that repeat another', 'rows read'],
  breaks: ['series with a break in the half-year', null],
  overlap: ['children whom both agencies name', 'children whom either agency names'],
  patterns: ['children by exactly which agencies name them', null],
  'widely-known': ['children whom three or more agencies name', 'children whom any agency names'],
  concentration: [
    'episodes of the tenth of the children with most',
    'episodes of all children who went missing',
  ],
  homes: ['episodes from the five children’s homes with most', 'episodes from all children’s homes'],
  recorded: ['offences and intelligence logs about the district', 'residents aged 10 to 17'],
  'silent-sources': ['pairs of district and agency without a contact', 'pairs of district and agency'],
  'silent-agencies': ['agencies without an intelligence submission', 'agencies expected to submit'],
  'silent-wards': [
    'wards without a recorded offence of exploitation in the twelve months to the end of the half-year',
    'wards',
  ],
  training: ['people trained, once each', 'workforce as the agency states it'],
  'need-match': ['events in the third of districts with most children referred', 'events in all districts'],
};

/** What the numerator counts, in words made from the indicator's record; every word of it is a condition that the planner applies. */
export function numeratorWords(indicator: Indicator): string {
  const { measure } = indicator;
  switch (measure.kind) {
    case 'share':
      return `${tallyWords(measure.of, [...(measure.known ?? []), ...measure.part])}`;
    case 'profile':
      return `${tallyWords(measure.of)}, in one category`;
    case 'median':
      return `middle value of ${valueWords(measure)} over ${tallyWords(measure.of)}`;
    case 'ratio':
      return tallyWords(measure.numerator);
    case 'count':
    case 'rate':
      return tallyWords(measure.of);
    case 'computed':
      return COMPUTED[measure.by][0];
    case 'unavailable':
      return `nothing: ${lower(measure.reason)}`;
  }
}

/** What the numerator is divided by, in words; null for plain counts. */
export function denominatorWords(indicator: Indicator): string | null {
  const { measure } = indicator;
  switch (measure.kind) {
    case 'share':
      return tallyWords(measure.of, measure.known ?? []);
    case 'profile':
      return `${tallyWords(measure.of)}, whose category is known`;
    case 'ratio':
      return tallyWords(measure.denominator);
    case 'rate':
      return `residents aged ${measure.ages.replace('-', ' to ')}, mid-year estimate nearest the middle of the period, per ${measure.per === 1000 ? '1,000' : '10,000'}`;
    case 'computed':
      return COMPUTED[measure.by][1];
    default:
      return null;
  }
}

function valueWords({ of, value }: Extract<Measure, { kind: 'median' }>): string {
  if ('field' in value) return fieldWords(of.extract, value.field);
  const [unit, [from, to]] =
    'hours' in value ? (['hours', value.hours] as const) : (['days', value.days] as const);
  return `${unit} from ${fieldWords(of.extract, from)} to ${fieldWords(of.extract, to)}`;
}

/** "distinct people in missing episodes: category: Missing (M); period by missing from; place by district missing from" */
export function tallyWords(tally: Tally, further: readonly Filter[] = []): string {
  const { extract } = tally;
  const conditions = [...tally.where, ...further].map((filter) => filterWords(extract, filter));
  return [
    `${countWords(tally)} in ${lower(loadSchema(extract).title)}`,
    ...conditions,
    periodWords(tally),
    areaWords(tally),
  ].join('; ');
}

function countWords({ count, extract }: Tally): string {
  if (count === 'rows') return 'rows';
  if ('sum' in count) return `sum of ${fieldWords(extract, count.sum)}`;
  return count.distinct === 'person' ? 'distinct people' : `distinct ${fieldWords(extract, count.distinct)}`;
}

/** How an event belongs to a period. */
export function periodWords({ extract, period }: Tally): string {
  return 'by' in period
    ? `in the period by ${fieldWords(extract, period.by)}`
    : `open at the period’s end, from ${fieldWords(extract, period.openFrom)} until ${fieldWords(extract, period.openUntil)}`;
}

/** How an event belongs to a place. */
export function areaWords({ extract, area }: Tally): string {
  if (area === 'pan') return 'for the whole area only';
  return `in the place by ${fieldWords(extract, 'district' in area ? area.district : area.board)}`;
}
