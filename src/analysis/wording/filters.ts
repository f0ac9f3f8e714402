import { loadSchema } from '../../extracts/load.js';
import type { ExtractName } from '../../extracts/schema.js';
import type { EventsOf, Filter, PersonIn } from '../catalogue/record.js';
import { codeWords, fieldWords, lower } from './fields.js';

const MINUTES_AN_HOUR = 60;

/** A condition of the catalogue in words, made from the record that the planner works with, so that the two cannot differ. */
export function filterWords(extract: ExtractName, filter: Filter): string {
  const name = (field: string): string => fieldWords(extract, field);
  if ('all' in filter) return filter.all.map((each) => filterWords(extract, each)).join(' and ');
  if ('any' in filter) return filter.any.map((each) => filterWords(extract, each)).join(' or ');
  if ('not' in filter) return `not (${filterWords(extract, filter.not)})`;
  if ('personIn' in filter) return personWords(filter.personIn);
  if ('followedBy' in filter)
    return `followed, within ${filter.withinDays} days after ${name(filter.after)}, by ${eventsWords(filter.followedBy)}`;
  if ('personRun' in filter)
    return `at least ${filter.atLeast} ${eventsWords(filter.personRun)} within ${filter.withinDays} days, the last in the period`;
  if ('openSince' in filter)
    return `open for more than ${filter.moreThanDays} days since ${name(filter.openSince)} at the period's end`;
  if ('differ' in filter)
    return `${name(filter.differ[0])} and ${name(filter.differ[1])} both known and not the same`;
  if ('minutes' in filter)
    return `${elapsed(filter, MINUTES_AN_HOUR, 'hours')} from ${between(extract, filter.minutes)}`;
  if ('days' in filter) return `${elapsed(filter, 1, 'days')} from ${between(extract, filter.days)}`;
  if ('matured' in filter)
    return `at least ${filter.workingDays} working days between ${name(filter.matured)} and the data cut-off`;
  if ('workingDays' in filter)
    return `no more than ${filter.atMost} working days from ${between(extract, filter.workingDays)}`;
  if ('in' in filter) return `${name(filter.field)}: ${codes(extract, filter.field, filter.in)}`;
  if ('notIn' in filter) return `${name(filter.field)}: not ${codes(extract, filter.field, filter.notIn)}`;
  if ('present' in filter) return `${name(filter.field)} ${filter.present ? 'given' : 'blank'}`;
  const limits = [
    ...(filter.atLeast === undefined ? [] : [`at least ${filter.atLeast}`]),
    ...(filter.atMost === undefined ? [] : [`at most ${filter.atMost}`]),
  ];
  return `${name(filter.field)} ${limits.join(' and ')}`;
}

/** More codes than this are counted instead of listed. */
const MOST = 6;

function codes(extract: ExtractName, field: string, list: readonly string[]): string {
  const words = list.slice(0, MOST).map((code) => codeWords(extract, field, code));
  const last = list.length > MOST ? `${list.length - MOST} more` : words.pop();
  return words.length === 0 ? (last ?? '') : `${words.join(', ')} or ${last ?? ''}`;
}

function between(extract: ExtractName, [from, to]: readonly [string, string]): string {
  return `${fieldWords(extract, from)} to ${fieldWords(extract, to)}`;
}

function elapsed(
  limits: { readonly atMost?: number; readonly moreThan?: number },
  unit: number,
  word: string,
): string {
  return [
    ...(limits.moreThan === undefined ? [] : [`more than ${limits.moreThan / unit} ${word}`]),
    ...(limits.atMost === undefined ? [] : [`no more than ${limits.atMost / unit} ${word}`]),
  ].join(' and ');
}

const WINDOWS: Readonly<Record<string, string>> = {
  '1': 'in the half-year',
  '2': 'in the twelve months to the period’s end',
  '3': 'in the eighteen months to the period’s end',
  ever: 'at any time before the period’s end',
};

function personWords(wanted: PersonIn): string {
  const least = wanted.atLeast ?? 1;
  return `the person also has ${least === 1 ? '' : `at least ${least} `}${eventsWords(wanted)} ${WINDOWS[String(wanted.halfYears)] ?? `in ${wanted.halfYears} half-years`}`;
}

/** "missing episodes (category: Missing (M)) by missing from" */
function eventsWords({ extract, where, by }: EventsOf): string {
  const conditions = where.map((filter) => filterWords(extract, filter)).join('; ');
  return `${lower(loadSchema(extract).title)}${conditions === '' ? '' : ` (${conditions})`} by ${fieldWords(extract, by)}`;
}
