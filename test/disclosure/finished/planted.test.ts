import { describe, expect, it } from 'vitest';
import { attackPrinted, smallPrinted } from '../../../src/disclosure/finished/attack.js';
import { type PrintedFigure, printedCounts } from '../../../src/disclosure/finished/figures.js';
import { printedRelations } from '../../../src/disclosure/finished/relations.js';
import { joinReleases } from '../../../src/disclosure/finished/releases.js';
import type { Figure } from '../../../src/disclosure/model.js';
import { figureSchema } from '../../../src/disclosure/readPublished.js';
import { loadAreas } from '../../../src/reference/areas.js';

const THRESHOLD = 5;
const areas = loadAreas();
const BOARD = 'LSCB-LANCS';
const districts = areas.districtsOf(areas.all.find((code) => code === BOARD) ?? areas.pan);

/** A seeded generator (mulberry32). */
function random(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

const shown = (number: number): Figure => figureSchema.parse({ number });
const HIDDEN = figureSchema.parse({ symbol: 'c' });
const NOTHING = figureSchema.parse({ symbol: 'z' });

function figure(area: string, period: string, numerator: Figure, from = 'board/tables/a.csv'): PrintedFigure {
  const rest = { denominator: NOTHING, value: NOTHING, lower: NOTHING, upper: NOTHING };
  return { from, indicator: 'M01', area, period, breakdown: 'total', category: 'all', numerator, ...rest };
}

interface Table {
  /** Counts by district. */
  readonly counts: readonly number[];
  readonly small: number;
  /** Hidden beside the small one; large enough to hide it. */
  readonly beside: number;
}

function tableFrom(pick: (below: number) => number): Table {
  const counts = districts.map(() => THRESHOLD + 1 + pick(40));
  const small = pick(counts.length);
  const beside = (small + 1 + pick(counts.length - 1)) % counts.length;
  counts[small] = 1 + pick(THRESHOLD - 2);
  return { counts, small, beside };
}

/** A period in which all is printed, so that everyone sees that districts add up, and one in which two districts are hidden. */
function clean({ counts, small, beside }: Table): PrintedFigure[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return [
    ...districts.map((area) => figure(area, '2017-H2', shown(10))),
    figure(BOARD, '2017-H2', shown(10 * districts.length)),
    ...districts.map((area, i) =>
      figure(area, '2018-H1', i === small || i === beside ? HIDDEN : shown(counts[i] ?? 0)),
    ),
    figure(BOARD, '2018-H1', shown(total)),
  ];
}

/** What an audit of the files finds, in one list. */
async function foundIn(
  figures: readonly PrintedFigure[],
  earlier: readonly PrintedFigure[] | null,
): Promise<readonly string[]> {
  const releases = [...(earlier === null ? [] : [earlier]), figures].map((own, i) => {
    const printed = printedCounts(own);
    return {
      label: `release ${i}`,
      printed,
      relations: printedRelations(printed.counts, areas, 4),
      claims: [],
    };
  });
  const { printed, relations, revisions } = joinReleases(releases, THRESHOLD, false);
  const attacked = await attackPrinted(printed, relations, THRESHOLD);
  if (attacked.kind === 'contradiction') return ['contradiction'];
  const leaks = [...smallPrinted(printed, THRESHOLD, false), ...revisions, ...attacked.leaks];
  for (const { derivation } of leaks) expect(derivation.length).toBeGreaterThan(0);
  return [...printed.faults.map(({ message }) => message), ...leaks.map(({ count }) => count)];
}

type Channel = (
  table: Table,
  figures: PrintedFigure[],
  pick: (below: number) => number,
) => { figures: PrintedFigure[]; earlier?: PrintedFigure[] };

const at = (table: Table, place: number): string => districts[place] ?? String(table.small);

const CHANNELS: Readonly<Record<string, Channel>> = {
  'the number itself': (table, figures) => ({
    figures: [
      ...figures,
      figure(at(table, table.small), '2018-H1', shown(table.counts[table.small] ?? 0), 'board/trends/b.csv'),
    ],
  }),
  'another edition': (table, figures) => ({
    figures: [
      ...figures,
      figure(
        at(table, table.beside),
        '2018-H1',
        shown(table.counts[table.beside] ?? 0),
        'tactical/tables/a.csv',
      ),
    ],
  }),
  'a percentage': (table, figures, pick) => ({
    figures: figures.map((each) =>
      each.area === at(table, table.small) && each.period === '2018-H1'
        ? { ...each, value: shown(12.5 + pick(70)) }
        : each,
    ),
  }),
  'an earlier release': (table, figures, pick) => {
    const place = districts.findIndex((_, i) => i !== table.small && i !== table.beside);
    return {
      figures,
      earlier: [
        figure(at(table, place), '2018-H1', shown((table.counts[place] ?? 0) - 1 - pick(THRESHOLD - 2))),
      ],
    };
  },
  'too few beside it': (table, figures) => ({
    figures: figures.map((each) => {
      if (each.period !== '2018-H1' || each.area !== BOARD) return each;
      const others = table.counts.reduce(
        (sum, count, i) => (i === table.small || i === table.beside ? sum : sum + count),
        0,
      );
      return { ...each, numerator: shown(others + 3) };
    }),
  }),
};

describe('planted leaks', () => {
  it('are all found, each with its arithmetic, and nothing is found where none was planted', async () => {
    const names = Object.keys(CHANNELS);
    const missed: string[] = [];
    const falseAlarms: number[] = [];
    for (let seed = 0; seed < 1000; seed++) {
      const pick = random(seed);
      const table = tableFrom(pick);
      const figures = clean(table);
      if (seed % 5 === 0 && (await foundIn(figures, null)).length > 0) falseAlarms.push(seed);
      const name = names[seed % names.length] ?? '';
      const planted = CHANNELS[name]?.(table, figures, pick);
      const found = planted === undefined ? [] : await foundIn(planted.figures, planted.earlier ?? null);
      if (found.length === 0 || found.includes('contradiction')) missed.push(`${name} ${seed}`);
    }
    expect(falseAlarms).toEqual([]);
    expect(missed).toEqual([]);
  });
});
