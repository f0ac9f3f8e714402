import type { ExtractName } from '../extracts/schema.js';
import type { Filter, Indicator, Measure, Tally } from './catalogue/record.js';

/** An extract that an indicator is made from, and how many half-years back it looks (0 = the half-year itself). */
export interface Need {
  readonly extract: ExtractName;
  readonly back: number;
}

/** The tallies of a measure; none when it is worked out otherwise. */
export function talliesOf(measure: Measure): readonly Tally[] {
  if (measure.kind === 'computed' || measure.kind === 'unavailable') return [];
  return measure.kind === 'ratio' ? [measure.numerator, measure.denominator] : [measure.of];
}

/** Asked for at every place and half-year of an indicator. */
const known = new WeakMap<Indicator, readonly Need[]>();

/** All extracts behind an indicator, each with its longest look-back. */
export function needsOf(indicator: Indicator): readonly Need[] {
  const needs = known.get(indicator) ?? needsIn(indicator);
  known.set(indicator, needs);
  return needs;
}

function needsIn(indicator: Indicator): readonly Need[] {
  const back = new Map<ExtractName, number>();
  const need = (extract: ExtractName, halfYears = 0): void => {
    back.set(extract, Math.max(back.get(extract) ?? 0, halfYears));
  };
  if (indicator.measure.kind === 'computed') for (const extract of indicator.measure.from) need(extract);
  for (const tally of talliesOf(indicator.measure)) {
    need(tally.extract);
    if (tally.extract === 'suspects') need('offences');
  }
  for (const filter of filtersOf(indicator)) addNeeds(filter, need);
  return [...back].map(([extract, halfYears]) => ({ extract, back: halfYears }));
}

/** Extracts in which an indicator looks for the same people: it stands or falls with the linking of the two. */
export function linksOf(indicator: Indicator): readonly (readonly [ExtractName, ExtractName])[] {
  const [tally] = talliesOf(indicator.measure);
  if (tally === undefined) return [];
  const others = new Set(filtersOf(indicator).flatMap(extractsSearched));
  others.delete(tally.extract);
  return [...others].map((other) => [tally.extract, other] as const);
}

function extractsSearched(filter: Filter): ExtractName[] {
  if ('all' in filter) return filter.all.flatMap(extractsSearched);
  if ('any' in filter) return filter.any.flatMap(extractsSearched);
  if ('not' in filter) return extractsSearched(filter.not);
  if ('personIn' in filter) return [filter.personIn.extract];
  if ('personRun' in filter) return [filter.personRun.extract];
  return 'followedBy' in filter ? [filter.followedBy.extract] : [];
}

function filtersOf({ measure, breakdowns }: Indicator): Filter[] {
  const asked = measure.kind === 'share' ? [...(measure.known ?? []), ...measure.part] : [];
  const fields = breakdowns.flatMap(({ field }) =>
    field === undefined ? [] : [{ field, present: true } as const],
  );
  return [...talliesOf(measure).flatMap(({ where }) => where), ...asked, ...fields];
}

/** Derived columns that come from another extract. */
function sourceOfField(field: string): ExtractName | null {
  if (field.startsWith('interview_')) return 'return-interviews';
  return field === 'suspects_named' ? 'suspects' : null;
}

function addNeeds(filter: Filter, need: (extract: ExtractName, back?: number) => void): void {
  if ('all' in filter) for (const each of filter.all) addNeeds(each, need);
  else if ('any' in filter) for (const each of filter.any) addNeeds(each, need);
  else if ('not' in filter) addNeeds(filter.not, need);
  else if ('personIn' in filter) {
    const { halfYears, extract } = filter.personIn;
    need(extract, halfYears === 'ever' ? 0 : halfYears - 1);
  } else if ('followedBy' in filter) need(filter.followedBy.extract);
  else if ('personRun' in filter) need(filter.personRun.extract, 1);
  else if ('field' in filter) {
    const extract = sourceOfField(filter.field);
    if (extract !== null) need(extract);
  }
}
