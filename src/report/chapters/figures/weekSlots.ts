import type { PublishedObservation } from '../../../disclosure/model.js';
import type { Cell, FigureBlock } from '../../model.js';
import { formatFigure } from '../../numbers.js';
import { isShown } from '../../statements/figures.js';
import { capital, sentence } from '../../statements/sentence.js';
import { subjectOf } from '../../statements/subjects.js';
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

export interface WeekSlotsSpec {
  readonly id: string;
  readonly indicator: string;
  readonly width: FigureBlock['width'];
}

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** "Monday" for 1, mon, MON, Monday; the code itself when it is no day. */
function dayName(code: string): string {
  const byNumber = DAYS[Number(code) - 1];
  return byNumber ?? DAYS.find((day) => day.toLowerCase().startsWith(code.toLowerCase())) ?? code;
}

/** "18 to 20" for 18-20, "18:00" for 18; anything else as it is. */
function slotName(code: string): string {
  const range = /^(\d{1,2})-(\d{1,2})$/.exec(code);
  if (range !== null) return `${Number(range[1])} to ${Number(range[2])}`;
  return /^\d{1,2}$/.test(code) ? `${code.padStart(2, '0')}:00` : code;
}

function splitCode(category: string): readonly [string, string] {
  const at = category.search(/[-|:]/);
  return at < 0 ? [category, ''] : [category.slice(0, at), category.slice(at + 1)];
}

/** Days of the week by times of day, the count in each cell; for places where the time is known. */
export function weekSlotsFigure(view: ProfileView, spec: WeekSlotsSpec): Made {
  const { indicator } = spec;
  // Categories are `<day>-<slot>`, for example `1-18` or `MON-18-20`.
  const found = view.published.categories(indicator, view.area, view.current.id, 'weekday-slot');
  if (!anyShown(found.map((o) => o.numerator)))
    return unavailableIndicator(view, indicator, 'days and times');
  const cells = found.map((o) => ({ o, code: splitCode(o.category) }));
  const days = [...new Set(cells.map(({ code: [day] }) => day))];
  const slots = [...new Set(cells.map(({ code: [, slot] }) => slot))];
  const at = (day: string, slot: string): PublishedObservation | undefined =>
    cells.find(({ code }) => code[0] === day && code[1] === slot)?.o;
  const subject = subjectOf(view, indicator);
  // No cell is named as the highest: the highest of many differs from the next by chance.
  const title = sentence(capital(subject), ...found.slice(0, 1));
  const subtitle = `${capital(subject)}, ${view.areaName(view.area)}, ${view.current.text}. Darker is more.`;
  const source = sourceLine(view, view.extractsOf(indicator), thisSpan(view));
  return {
    kind: 'figure',
    id: spec.id,
    title,
    subtitle,
    alt: altText(
      `Table of shaded cells: ${subject}, ${view.current.shortText}`,
      cells
        .filter(({ o }) => isShown(o.numerator))
        .slice(0, 4)
        .map(
          ({ o, code }) => `${dayName(code[0])} ${slotName(code[1])} ${formatFigure(o.numerator, 'count')}`,
        ),
      'It shows at which times more is recorded.',
    ),
    chart: {
      kind: 'heat',
      unit: 'count',
      columns: slots.map(slotName),
      rows: days.map((day) => ({
        name: dayName(day),
        values: slots.map((slot) => at(day, slot)?.numerator ?? { symbol: 'x' }),
      })),
    },
    width: spec.width,
    reading: null,
    source,
    table: {
      id: spec.id,
      title: title.text,
      subtitle,
      columns: [column('day', 'Day', LEFT), ...slots.map((slot) => column(slot, slotName(slot)))],
      rows: days.map((day) => ({
        cells: [
          { text: dayName(day) },
          ...slots.map((slot): Cell => {
            const o = at(day, slot);
            return o === undefined ? { text: '[x]' } : { figure: o.numerator, format: 'count' };
          }),
        ],
      })),
      notes: [],
      source,
      tidy: tidyRows(view, found),
    },
  };
}
