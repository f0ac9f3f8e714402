import { catalogue } from '../analysis/catalogue/index.js';
import type { AnalysisResult, EditionCeiling } from '../analysis/model.js';
import { loadAreas } from '../reference/areas.js';
import { recover } from './attack.js';
import { publishConcentration } from './concentrations.js';
import { NO_CELLS } from './figureCells.js';
import { publishGroupMap } from './groups.js';
import { layOut } from './layout.js';
import type { LocalityTree } from './localities.js';
import type { PublishedResult } from './model.js';
import { publishObservation } from './observations.js';
import { publishedResult } from './result.js';
import { publishRevision } from './revisions.js';
import { everyoneIn, roundedShare } from './roundedShare.js';
import { publishStatement } from './statements.js';
import { suppress } from './suppress.js';

export interface ProtectOptions {
  /** Id of the edition, for example `board`. */
  readonly edition: string;
  /** Counts from 1 to `threshold - 1` are hidden. */
  readonly threshold: number;
  /** Who the edition is for: tactical, board or public. */
  readonly ceiling: EditionCeiling;
  /** Widest edition of each indicator; an indicator that is not named here is left out. Default: the catalogue's. */
  readonly ceilings?: ReadonlyMap<string, EditionCeiling>;
  /** Month in which the reporting year begins; 4 unless told otherwise. */
  readonly startMonth?: number;
  /** Default: the reference geography. */
  readonly areas?: LocalityTree;
}

const CATALOGUED: ReadonlyMap<string, EditionCeiling> = new Map(
  catalogue.map(({ id, ceiling }) => [id, ceiling]),
);

const WIDTH: Readonly<Record<EditionCeiling, number>> = { T: 0, B: 1, P: 2 };

/**
 * The choke point between analysis and report: everything of the result that one edition may show, with small counts,
 * whatever else would give them away, and all that is computed from either replaced by `[c]`. Zero is shown.
 *
 * @throws Error when a hidden count could be recovered by subtraction, which is a defect: nothing may then be published
 */
export function protect(result: AnalysisResult, options: ProtectOptions): PublishedResult {
  const [published] = protectTogether([result], options);
  if (published === undefined) throw new Error('Nothing was protected.');
  return published;
}

/**
 * As {@link protect}, for several results that the same readers see, of the same places by half-year, quarter and month:
 * they are one system, since the months of a half-year add up to it.
 *
 * @param results no two of one grain
 * @returns what may be shown of each, in the same order
 */
export function protectTogether(
  results: readonly AnalysisResult[],
  options: ProtectOptions,
): readonly PublishedResult[] {
  const { edition, threshold, ceiling, ceilings = CATALOGUED } = options;
  const allowed = (indicator: string): boolean => {
    const widest = ceilings.get(indicator);
    return widest !== undefined && WIDTH[widest] >= WIDTH[ceiling];
  };
  const tree = options.areas ?? loadAreas();
  const inEdition = results.map(
    (result): AnalysisResult => ({
      ...result,
      observations: result.observations.filter((o) => allowed(o.indicator)),
      statements: result.statements.filter((s) => allowed(s.indicator)),
      concentrations: result.concentrations.filter((c) => allowed(c.indicator)),
    }),
  );
  const layout = layOut(
    {
      observations: inEdition.flatMap((result) => result.observations),
      concentrations: inEdition.flatMap((result) => result.concentrations),
    },
    threshold,
    tree,
    options.startMonth,
    ceiling === 'T' && results.some(({ groups }) => groups !== null),
  );
  const hidden = suppress(layout.system, threshold);
  const recovered = recover(layout.system, hidden);
  if (recovered.length > 0) {
    throw new Error(`Disclosure control left ${recovered.length} hidden counts open to subtraction.`);
  }

  const everyoneOf = everyoneIn(layout.system);
  const printed = layout.system.virtual.flatMap((virtual, cell) => (virtual ? [] : [cell]));
  const summary = { counts: printed.length, suppressed: printed.filter((cell) => hidden[cell]).length };
  let observed = 0;
  let concentrated = 0;
  return inEdition.map((result) => {
    const observations = result.observations.map((o) => {
      const cells = layout.observations[observed] ?? NO_CELLS;
      observed += 1;
      const instead = roundedShare(o, cells, layout.system, hidden, threshold, everyoneOf);
      return publishObservation(o, cells, hidden, instead);
    });
    const totals = new Map(
      observations.flatMap((o) =>
        o.breakdown === 'total' ? [[`${o.indicator}|${o.area}|${o.period}`, o]] : [],
      ),
    );
    const find = (indicator: string, area: string, period: string) =>
      totals.get(`${indicator}|${area}|${period}`);
    return publishedResult({
      edition,
      threshold,
      period: result.period,
      periods: result.periods,
      observations,
      statements: result.statements.map((record) => publishStatement(record, threshold, tree.pan, find)),
      concentrations: result.concentrations.map((record) => {
        const cells = layout.concentrations[concentrated] ?? null;
        concentrated += 1;
        return publishConcentration(record, cells, hidden, threshold);
      }),
      plan: result.plan,
      revisions: (result.revisions ?? []).flatMap(
        (record) => publishRevision(record, threshold, tree.pan, find) ?? [],
      ),
      groups: publishGroupMap(result.groups, ceiling, threshold),
      summary,
    });
  });
}
