import { catalogue } from '../analysis/catalogue/index.js';
import { needsOf } from '../analysis/needs.js';
import { halfYear, parsePeriod } from '../reference/calendar.js';
import { isoFromDay } from '../reference/days.js';
import { nationalBreaks } from '../reference/definitionBreaks.js';
import type { BreakConfig, WorkspaceConfig } from '../workspace/model.js';
import type { StageFile } from './ingestStage.js';

/** Days before a half-year in which a break that is known already explains a change that its delivery notes declare. */
const EXPLAINED = 184;

/** What each family of declared definitions decides: indicators by id, or beginnings of ids that end in `*`. */
const FAMILIES: readonly { readonly of: RegExp; readonly indicators: readonly string[] }[] = [
  {
    of: /^CSE-/,
    indicators: nationalBreaks().find(({ id }) => id === 'cse-definition-2017')?.indicators ?? [],
  },
  { of: /^absent-/, indicators: ['M01', 'M02', 'M03', 'M04', 'M05', 'M10', 'M11', 'M27'] },
  { of: /^\d\d\+1$/, indicators: ['V05', 'V06', 'P05', 'P06'] },
  { of: /^\dx\dx\d$/, indicators: ['I03', 'I04'] },
];

/** What a delivery note declares, and where. */
export type Declared = {
  readonly found: Pick<StageFile['found'], 'agency' | 'extract' | 'period'>;
  readonly definitions: readonly string[];
};

/**
 * Breaks that follow from the definitions declared in delivery notes: an agency that declares another one than in the half-year before counts
 * differently from that half-year on. A change that a configured or national break of those months explains already is not broken twice.
 */
export function declaredBreaks(config: WorkspaceConfig, files: readonly Declared[]): readonly BreakConfig[] {
  const bySeries = new Map<string, Declared[]>();
  for (const file of files) {
    if (file.definitions.length === 0) continue;
    const key = `${file.found.agency} ${file.found.extract}`;
    bySeries.set(key, [...(bySeries.get(key) ?? []), file]);
  }
  const found = [...bySeries.values()].flatMap((series) => {
    const ordered = [...series].sort((a, b) => (a.found.period < b.found.period ? -1 : 1));
    return ordered.slice(1).flatMap((file, i): BreakConfig[] => {
      const before = ordered[i]?.definitions ?? [];
      const { start, end } = halfYear(parsePeriod(file.found.period), config.startMonth);
      const [earliest, latest] = [isoFromDay(start - EXPLAINED), isoFromDay(end)];
      const changed = FAMILIES.filter(({ of }) => {
        const [then, now] = [
          before.filter((one) => of.test(one)),
          file.definitions.filter((one) => of.test(one)),
        ];
        return then.length > 0 && now.length > 0 && !sameSet(then, now);
      });
      const counted = new Set(
        catalogue
          .filter((indicator) => needsOf(indicator).some(({ extract }) => extract === file.found.extract))
          .map(({ id }) => id),
      );
      const indicators = changed
        .flatMap((family) => family.indicators)
        .filter((id) => counted.has(id))
        .filter(
          (id) => !config.breaks.some((one) => one.from >= earliest && one.from <= latest && names(one, id)),
        );
      if (indicators.length === 0) return [];
      const agency = config.agencies.find(({ id }) => id === file.found.agency)?.name ?? file.found.agency;
      return [
        {
          from: isoFromDay(start),
          title: `${agency} changed its definition`,
          note: `Its delivery notes declare ${file.definitions.join(', ')} from then on, ${before.join(', ')} before.`,
          indicators,
          areas: [],
        },
      ];
    });
  });
  return merged(found);
}

/** Several extracts of an agency that change together are one change. */
function merged(breaks: readonly BreakConfig[]): readonly BreakConfig[] {
  const byChange = new Map<string, BreakConfig>();
  for (const one of breaks) {
    const key = `${one.from} ${one.title}`;
    const known = byChange.get(key);
    const indicators = [...new Set([...(known?.indicators ?? []), ...one.indicators])];
    byChange.set(key, { ...(known ?? one), indicators });
  }
  return [...byChange.values()].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((item) => other.includes(item));
}

function names({ indicators }: BreakConfig, id: string): boolean {
  return indicators.some(
    (named) => named === id || (named.endsWith('*') && id.startsWith(named.slice(0, -1))),
  );
}

/** The configuration with the breaks that the delivery notes declare. */
export function withDeclaredBreaks(config: WorkspaceConfig, files: readonly StageFile[]): WorkspaceConfig {
  const declared = declaredBreaks(
    config,
    files.map(({ found, ingested }) => ({ found, definitions: ingested.delivery.definitionVersions })),
  );
  return declared.length === 0 ? config : { ...config, breaks: [...config.breaks, ...declared] };
}
