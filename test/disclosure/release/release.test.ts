import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Observation } from '../../../src/analysis/model.js';
import { AskedFor, observationKey, watched } from '../../../src/disclosure/askedFor.js';
import { checkCertificate } from '../../../src/disclosure/proof/checker.js';
import {
  type Choice,
  type EditionPlan,
  hidingMore,
  layEdition,
  planEdition,
  printedNames,
  publishPlan,
} from '../../../src/disclosure/protect.js';
import { certificateOf } from '../../../src/disclosure/release/certificates.js';
import { type Audience, releaseCounts } from '../../../src/disclosure/release/counts.js';
import { prove } from '../../../src/disclosure/release/prove.js';
import { Exchange } from '../../../src/disclosure/release/search.js';
import { Web } from '../../../src/disclosure/release/web.js';
import { area, areas, count, H1, result } from '../observation.js';

const NOTHING: ReadonlySet<string> = new Set();
const ceilings = new Map([['M01', 'B' as const]]);
const EVERYTHING: Choice = { asked: null, forced: NOTHING, more: NOTHING, hiddenElsewhere: NOTHING };

/** One count of events for every district, with every larger area as the sum. */
function everywhere(byDistrict: (index: number) => number): Observation[] {
  const values = new Map(areas.districts.map((code, index) => [code, byDistrict(index)]));
  return areas.all.map((code) =>
    count(
      'M01',
      code,
      areas.districtsOf(code).reduce((sum, d) => sum + (values.get(d) ?? 0), 0),
    ),
  );
}

function laid(observations: readonly Observation[], edition: string, threshold: number) {
  return layEdition([result(observations)], { edition, threshold, ceiling: 'B', ceilings });
}

function readersOf(threshold: number, ...sees: readonly string[]): Audience {
  return { id: sees.at(-1) ?? '', sees, threshold, knows: new Set() };
}

function shown(plan: EditionPlan, code: string): string | number | undefined {
  const figure = publishPlan(plan)[0]?.find('M01', code, H1)?.numerator;
  return figure === undefined ? undefined : 'number' in figure ? figure.number : `[${figure.symbol}]`;
}

const [HYNDBURN, RIBBLE] = ['E07000120', 'E07000124'];
const twoSmall = everywhere((i) => (i === 5 ? 3 : i === 9 ? 6 : 20 + i));

describe('what is laid out', () => {
  it('is what was asked for; what is printed nowhere needs no hiding and spares what is', () => {
    const edition = laid(twoSmall, 'board', 5);
    const asked = new AskedFor();
    const [everything] = publishPlan(planEdition(edition, EVERYTHING));
    if (everything === undefined) throw new Error('one result');
    const watching = watched(everything, asked, areas.pan);
    for (const code of areas.districts) if (code !== RIBBLE) watching.find('M01', code, H1);
    const plan = planEdition(edition, { ...EVERYTHING, asked });
    expect(asked.observations.has(observationKey({ ...count('M01', HYNDBURN, 3) } as never))).toBe(true);
    expect(shown(plan, HYNDBURN)).toBe('[c]');
    // Nobody asked for Ribble Valley or a total: nothing else is hidden, and asking afterwards gives nothing.
    expect(shown(plan, 'E07000117')).toBe(22);
    expect(shown(plan, RIBBLE)).toBe('[c]');
    expect(publishPlan(plan)[0]?.summary).toEqual({ counts: 16, suppressed: 1 });
  });
});

describe('the proof for the readers of an edition', () => {
  it('holds for a plan that was made with care, and its certificate passes the checker', async () => {
    const plan = planEdition(laid(twoSmall, 'board', 5), EVERYTHING);
    const counts = releaseCounts([plan], readersOf(5, 'board'));
    const found = await prove(counts, 5);
    expect(found).toMatchObject({ open: [], hide: [] });
    expect(found.rules.size).toBeGreaterThan(0);
    expect(found.tables.length).toBeGreaterThan(0);
    expect(new Set(found.tables).size).toBe(found.tables.length);
    const { system, targets, certificate } = certificateOf(counts, found);
    expect(checkCertificate(system, targets, certificate)).toBeNull();
  });

  it('hides more where a count would come out, and says what', async () => {
    const careful = planEdition(laid(twoSmall, 'board', 5), EVERYTHING);
    const { system } = careful.layout;
    const ribble = system.names.findIndex((name) => name.includes(RIBBLE));
    // The neighbour that was hidden for its sake is printed after all.
    const careless = { ...careful, hidden: careful.hidden.map((hidden, cell) => hidden && cell !== ribble) };
    const counts = releaseCounts([careless], readersOf(5, 'board'));
    const found = await prove(counts, 5);
    expect(found.open).toEqual([]);
    expect(found.hide.length).toBeGreaterThan(0);
    const names = new Set(found.hide.flatMap((c) => system.names[counts.counts[c]?.mayHide ?? -1] ?? []));
    const final = releaseCounts([hidingMore(careless, names)], readersOf(5, 'board'));
    const { system: linear, targets, certificate } = certificateOf(final, found);
    expect(checkCertificate(linear, targets, certificate)).toBeNull();
    // For the careless plan the same tables are no proof.
    const wrong = certificateOf(counts, found);
    expect(checkCertificate(wrong.system, wrong.targets, wrong.certificate)).toMatch(
      /does not meet|no count/,
    );
  });

  it('looks at every edition that the readers have: what one prints the other cannot hide', async () => {
    const observations = everywhere((i) => (i === 5 ? 2 : i === 9 ? 3 : i === 7 ? 4 : 20 + i));
    const board = planEdition(laid(observations, 'board', 5), EVERYTHING);
    const alone = planEdition(laid(observations, 'tactical', 3), EVERYTHING);
    const forced = printedNames(board);
    const together = planEdition(laid(observations, 'tactical', 3), {
      ...EVERYTHING,
      forced,
      hiddenElsewhere: new Set(board.layout.system.names.filter((_, cell) => board.hidden[cell])),
    });
    for (const name of forced) {
      const cell = together.layout.system.names.indexOf(name);
      if (cell >= 0) expect({ name, hidden: together.hidden[cell] }).toEqual({ name, hidden: false });
    }
    const readers = readersOf(3, 'board', 'tactical');
    expect(await prove(releaseCounts([board, together], readers), 3)).toMatchObject({ open: [] });
    expect(alone.hidden.some(Boolean)).toBe(true);
  });

  it('finds every planted leak in random districts, and never hides a count that the wider edition prints', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 14, maxLength: 14 }),
        fc.nat(),
        async (values, pick) => {
          const plan = planEdition(
            laid(
              everywhere((i) => values[i] ?? 0),
              'board',
              5,
            ),
            EVERYTHING,
          );
          const { system } = plan.layout;
          const proven = await prove(releaseCounts([plan], readersOf(5, 'board')), 5);
          expect(proven.open).toEqual([]);
          const hidden = system.names.flatMap((_, cell) =>
            plan.hidden[cell] && (system.values[cell] ?? 0) >= 5 && !system.virtual[cell] ? [cell] : [],
          );
          const leak = hidden[pick % Math.max(1, hidden.length)];
          if (leak === undefined || proven.hide.length > 0) return;
          // Printing a count that was hidden for another's sake must be noticed wherever it gives something away.
          const group = system.group[leak];
          const leaky = { ...plan, hidden: plan.hidden.map((h, cell) => h && system.group[cell] !== group) };
          const counts = releaseCounts([leaky], readersOf(5, 'board'));
          const found = await prove(counts, 5);
          const { system: linear, targets, certificate } = certificateOf(counts, found);
          const accepted = checkCertificate(linear, targets, certificate) === null;
          expect(accepted).toBe(found.hide.length === 0 && found.open.length === 0);
        },
      ),
      { numRuns: 25, seed: 20180930 },
    );
  });
});

describe('exchanges between neighbours', () => {
  it('keep every relation, and move no printed count unless it may be hidden', () => {
    const plan = planEdition(laid(twoSmall, 'board', 5), EVERYTHING);
    const system = releaseCounts([plan], readersOf(5, 'board'));
    const exchange = new Exchange(new Web(system));
    const target = system.counts.findIndex(({ name }) => name.includes(HYNDBURN ?? ''));
    const found = exchange.reach(target, 4, 0);
    expect(found?.hide).toEqual([]);
    expect(found?.table.get(target)).toBe(4);
    for (const { total, parts, lower, upper } of system.relations) {
      const value = (c: number): number => found?.table.get(c) ?? system.counts[c]?.value ?? 0;
      const difference = parts.reduce((sum, part) => sum + value(part), 0) - value(total);
      expect(difference).toBeGreaterThanOrEqual(lower);
      expect(difference).toBeLessThanOrEqual(upper);
    }
    for (const [c] of found?.table ?? []) expect(system.counts[c]?.standing).not.toBe('known');
    expect(
      exchange.reach(
        system.counts.findIndex(({ name }) => name.includes(area('PAN-LANCS'))),
        4,
        0,
      ),
    ).toBeNull();
  });
});
