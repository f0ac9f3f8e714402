import type { Figure, PublishedObservation } from '../../../disclosure/model.js';
import type { ExtractName } from '../../../extracts/schema.js';
import type { FigureBlock, Sentence, TableColumn, TidyRow } from '../../model.js';
import { isShown } from '../../statements/figures.js';
import { capital, listed, sentence } from '../../statements/sentence.js';
import { subjectOf } from '../../statements/subjects.js';
import type { ProfileView } from '../../view.js';

/** A figure that this edition cannot have, and why, for a note in its chapter. */
export interface Unavailable {
  readonly kind: 'unavailable';
  readonly sentence: Sentence;
}

export type Made = FigureBlock | Unavailable;

export function unavailable(what: string, why: string): Unavailable {
  return {
    kind: 'unavailable',
    sentence: sentence(`${capital(what)}: not available because ${why}.`),
  };
}

/** The agencies' names in place of the ids that the configuration gives them. */
function withNames(view: ProfileView, text: string): string {
  return view.config.agencies.reduce((said, { id, name }) => said.replaceAll(id, name), text);
}

/** Says why an indicator has no figure: not in the edition, no extract with it, or nothing in it may be shown. */
export function unavailableIndicator(view: ProfileView, indicator: string, what?: string): Unavailable {
  const subject = what ?? subjectOf(view, indicator);
  if (view.info(indicator) === undefined) return unavailable(subject, 'this edition does not carry it');
  const now = view.published.find(indicator, view.area, view.current.id);
  if (now === undefined) return unavailable(subject, 'no extract with it has been received');
  return unavailable(
    subject,
    now.missingReason === null
      ? 'its numbers are too small to show or not recorded well enough'
      : withNames(
          view,
          now.missingReason.replace(/\.$/, '').replace(/^[A-Z](?=[a-z ])/, (c) => c.toLowerCase()),
        ),
  );
}

/** Whether at least one of the figures shows its number, so that there is something to draw. */
export function anyShown(figures: readonly Figure[]): boolean {
  return figures.some(isShown);
}

const LEVELS: Readonly<Record<string, string>> = {
  pan: 'Pan-Lancashire',
  board: 'Safeguarding board',
  cpb: "Children's Partnership Board",
  division: 'Police division',
  district: 'District',
};

/** The tidy row of one observation. */
export function tidyRow(view: ProfileView, o: PublishedObservation): TidyRow {
  const info = view.info(o.indicator);
  return {
    period: o.period,
    level: LEVELS[view.areas.get(o.area).level] ?? '',
    areaCode: o.area,
    areaName: view.areaName(o.area),
    indicator: o.indicator,
    breakdown: o.breakdown,
    category: o.category,
    unit: info?.unit ?? 'count',
    numerator: o.numerator,
    denominator: o.denominator,
    value: o.value,
    lower: o.lower,
    upper: o.upper,
  };
}

/** Tidy rows of observations, each once. */
export function tidyRows(
  view: ProfileView,
  observations: readonly PublishedObservation[],
): readonly TidyRow[] {
  return [...new Set(observations)].map((o) => tidyRow(view, o));
}

/**
 * "Lancashire Constabulary (missing episodes), October 2013 to September 2018." Agencies are those that are
 * expected to send the extract.
 */
export function sourceLine(
  view: ProfileView,
  extracts: readonly ExtractName[],
  span: { readonly from: string; readonly to: string },
  extra = '',
): string {
  const bySender = new Map<string, string[]>();
  for (const extract of new Set(extracts)) {
    const senders = view.config.agencies.filter((agency) => agency.extracts.includes(extract));
    const who = senders.length === 0 ? 'Partner agencies' : listed(senders.map(({ name }) => name));
    bySender.set(who, [...(bySender.get(who) ?? []), view.extractTitle(extract).toLowerCase()]);
  }
  const parts = [...bySender].map(([who, titles]) => `${who} (${titles.join('; ')})`);
  const what = parts.length === 0 ? 'Linked extracts of all partner agencies' : parts.join('; ');
  // Two half-years are joined by "and", the ends of a series by "to".
  const joint = span.from.includes(' to ') ? ' and ' : ' to ';
  const when = span.from === span.to ? span.to : `${span.from}${joint}${span.to}`;
  return `${capital(what)}, ${when}.${extra === '' ? '' : ` ${extra}`}`;
}

/** The whole series, from the first half-year to this one. */
export function wholeSpan(view: ProfileView): { from: string; to: string } {
  return { from: monthAndYear(view.first.text, 'first'), to: monthAndYear(view.current.text, 'last') };
}

/** This half-year only. */
export function thisSpan(view: ProfileView): { from: string; to: string } {
  return { from: view.current.text, to: view.current.text };
}

/** "April 2018" or "September 2018" out of "April to September 2018"; years are added where the text shares one. */
function monthAndYear(text: string, which: 'first' | 'last'): string {
  const [from = text, to = text] = text.split(' to ');
  if (which === 'last') return to;
  return /\d{4}$/.test(from) ? from : `${from} ${to.slice(-4)}`;
}

/** Note on populations for figures with rates. */
const POPULATION_SOURCE = 'Populations: Office for National Statistics mid-year estimates.';

/** The extra source note that the indicators need. */
export function populationNote(view: ProfileView, indicators: readonly string[]): string {
  return indicators.some((id) => view.info(id)?.unit.startsWith('rate') === true) ? POPULATION_SOURCE : '';
}

const LEAST_WORDS = 23;
const MOST_WORDS = 42;
const FILLER = 'Numbers that cannot be shown are marked with a letter in square brackets.';

function words(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}

/**
 * Alternative text of 23 to 42 words: kind of chart and what it shows, as much of the data as fits, and why it is here.
 *
 * @param lead "Line chart of children referred in pan-Lancashire over ten half-years"
 * @param data clauses made from published figures, most telling first
 * @param why one sentence
 */
export function altText(lead: string, data: readonly string[], why: string): string {
  const chosen: string[] = [];
  for (const clause of data) {
    if (words(lead) + words([...chosen, clause].join(' ')) + words(why) <= MOST_WORDS) chosen.push(clause);
  }
  const body = chosen.length > 0 ? `${lead}: ${chosen.join('; ')}.` : `${lead}.`;
  const text = words(`${body} ${why}`) > MOST_WORDS ? body : `${body} ${why}`;
  return words(text) < LEAST_WORDS ? `${text} ${FILLER}` : text;
}

export const LEFT = 'left';
const RIGHT = 'right';

export function column(id: string, title: string, align: TableColumn['align'] = RIGHT): TableColumn {
  return { id, title, align };
}
