import type { BreakdownId } from '../../analysis/model.js';
import type { Figure, PublishedObservation, PublishedStatement } from '../../disclosure/model.js';
import type { AreaCode } from '../../reference/brands.js';
import { nearest } from '../../reference/spelling.js';
import { formatFigure, type NumberFormat } from '../numbers.js';
import type { ProfileView } from '../view.js';

/** What a reference in the analyst's words leads to: a figure of the report, the verdict on a change, or nothing. */
export type Found =
  | {
      readonly kind: 'figure';
      readonly text: string;
      readonly hidden: boolean;
      readonly observation: PublishedObservation;
    }
  | { readonly kind: 'verdict'; readonly statement: PublishedStatement | undefined }
  | { readonly kind: 'nothing'; readonly message: string; readonly remedy: string };

const SHAPE =
  /^(?<id>[A-Z]\d{2}[A-Z]?)(?:@(?<area>[A-Za-z0-9-]+))?(?::(?<period>[0-9A-Z-]+))?(?:\/(?<breakdown>[a-z-]+)=(?<category>[^#~]+))?(?:#(?<part>[a-z]+))?(?<verdict>~)?$/;

const PARTS = ['value', 'numerator', 'denominator', 'lower', 'upper'] as const;
type Part = (typeof PARTS)[number];

function nothing(message: string, remedy: string): Found {
  return { kind: 'nothing', message, remedy };
}

/** Folds a name for comparison: "Blackburn with Darwen" and `blackburn-with-darwen` are the same. */
function folded(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
}

/**
 * Follows a reference such as `M02`, `M02@blackpool`, `M02:2017-H1`, `O01/offence-class=71`, `M19#denominator` or `M02~` (the verdict on
 * the change since a year before). Without an area it is about the whole area, without a half-year about the profile's own.
 */
export function follow(view: ProfileView, reference: string): Found {
  const groups = SHAPE.exec(reference)?.groups;
  if (groups === undefined) {
    return nothing(
      'This is not a reference to an indicator.',
      'Write the indicator’s code, such as M02, M02@blackpool, M02:2017-H1 or M19#denominator; or (plain) for a number that is no indicator.',
    );
  }
  const { id = '', area: named, period = view.halfYear.id, breakdown, category, part = 'value' } = groups;
  if (view.info(id) === undefined) {
    const guess = nearest(
      id,
      view.catalogue.map((indicator) => indicator.id),
    );
    return nothing(
      `${id} is not an indicator that this edition carries.`,
      guess === undefined ? '`profile explain <code>` tells what an indicator is.' : `Did you mean ${guess}?`,
    );
  }
  const area = named === undefined ? view.area : areaNamed(view, named);
  if (area === undefined) {
    return nothing(
      `"${named ?? ''}" is no place that the report knows.`,
      'Give a district, board or area code, such as blackpool, LSCB-BPL or E06000009.',
    );
  }
  if (groups['verdict'] !== undefined) {
    return { kind: 'verdict', statement: view.byHalfYear.statement('change', id, area) };
  }
  if (!isPart(part)) {
    return nothing(`A figure has no part "${part}".`, `Its parts are: ${PARTS.join(', ')}.`);
  }
  const observation = view.byHalfYear.find(id, area, period, breakdown as BreakdownId | undefined, category);
  if (observation === undefined) {
    return nothing(
      `The report has no such figure of ${id}.`,
      'Check the half-year, and the breakdown and category as the tidy CSV names them.',
    );
  }
  const figure: Figure = observation[part];
  const format: NumberFormat = part === 'numerator' || part === 'denominator' ? 'count' : view.format(id);
  return { kind: 'figure', text: formatFigure(figure, format), hidden: 'symbol' in figure, observation };
}

/** An area by its code or name; a district before the board or partnership that bears its name. */
function areaNamed(view: ProfileView, named: string): AreaCode | undefined {
  const { areas } = view;
  const called = (code: AreaCode): boolean =>
    [areas.get(code).name, view.areaName(code)].some((name) => folded(name) === folded(named));
  return areas.all.find((code) => code === named) ?? [...areas.districts, ...areas.all].find(called);
}

function isPart(text: string): text is Part {
  return PARTS.some((part) => part === text);
}

/** Whether a number as the analyst writes it is the figure as the report writes it: "1204", "1,204"; "27", "27%", "27 per cent". */
export function sameNumber(written: string, figure: string): boolean {
  const bare = (text: string): string =>
    text
      .toLowerCase()
      .replace(/[\s\u00a0]*(%|per ?cent)$/, '')
      .replaceAll(/[,\s\u00a0]/g, '');
  return bare(written) === bare(figure);
}
