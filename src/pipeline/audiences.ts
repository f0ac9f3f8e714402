import type { EarlierCounts } from '../disclosure/release/joined.js';
import { loadAreas } from '../reference/areas.js';
import type { Audience, AudienceConfig, EditionConfig } from '../workspace/model.js';
import type { Readers } from './proveFor.js';

/** Widest readership first: whoever has a narrower edition has the wider ones too. */
export const ORDER: readonly Audience[] = ['public', 'board', 'tactical'];

/** What the readers of an edition have from earlier releases. */
export interface EarlierReaders {
  readonly edition: EditionConfig;
  readonly counts: EarlierCounts;
  /** The file of the ledger with the newest of it. */
  readonly last: string;
}

/** Whether an edition has fewer readers, who see the other one too. */
export function isNarrower(edition: EditionConfig, other: EditionConfig): boolean {
  return ORDER.indexOf(edition.audience) > ORDER.indexOf(other.audience);
}

/** An edition that stands for itself, and those that are part of it. */
interface Family {
  readonly edition: EditionConfig;
  readonly family: readonly EditionConfig[];
}

/** With the names of the counts that it prints or marks. */
interface Printing extends Family {
  readonly printed: ReadonlySet<string>;
}

const NOTHING: ReadonlySet<string> = new Set();

/**
 * For whom an edition must hold: its readers; those of narrower editions, who have this one too; and the audiences of the configuration that see it or a narrower one.
 */
export function audiencesOf(
  {
    earlier,
    others,
  }: { readonly earlier: readonly EarlierReaders[]; readonly others: readonly AudienceConfig[] },
  { edition, family }: Family,
  wider: readonly Family[],
  narrower: readonly Printing[],
): { readonly own: Readers; readonly others: readonly Readers[] } {
  const sees = [...wider.map((one) => one.edition.id), edition.id];
  const before = (id: string): EarlierCounts | null =>
    earlier.find((one) => one.edition.id === id)?.counts ?? null;
  const readersOf = ({ id, threshold }: EditionConfig): Readers => ({
    id,
    sees,
    threshold,
    knows: NOTHING,
    accept: null,
    earlier: before(id),
    later: NOTHING,
    isLast: false,
  });
  return {
    own: { ...readersOf(edition), isLast: true },
    others: [
      ...others.flatMap((audience): readonly Readers[] => {
        const isSeen = (ones: readonly EditionConfig[]) => ones.some(({ id }) => audience.sees.includes(id));
        const last = narrower.findLast((one) => isSeen(one.family));
        if (last === undefined && !isSeen(family)) return [];
        return [
          {
            ...readersOf(last?.edition ?? edition),
            id: audience.id,
            threshold: audience.threshold,
            knows: within(audience.knows),
            accept: audience.accept,
            later: last === undefined ? NOTHING : laterOf(last, narrower),
            isLast: last === undefined,
          },
        ];
      }),
      ...narrower.map((one) => ({ ...readersOf(one.edition), later: laterOf(one, narrower) })),
      // Editions that are not built now, whose readers have what they had before.
      ...earlier
        .filter(
          (one) =>
            isNarrower(one.edition, edition) &&
            !narrower.some((later) => later.edition.id === one.edition.id),
        )
        .map((one) => readersOf(one.edition)),
    ],
  };
}

/** Names of the counts that the readers of a narrower edition will see printed or marked: there, and in all that are between. */
function laterOf(last: Printing, narrower: readonly Printing[]): ReadonlySet<string> {
  const seen = narrower.filter((one) => one === last || isNarrower(last.edition, one.edition));
  return new Set(seen.flatMap(({ printed }) => [...printed]));
}

/** The areas with all that lie wholly within them together. */
function within(knows: AudienceConfig['knows']): ReadonlySet<string> {
  const areas = loadAreas();
  const known = new Set(knows.flatMap((code) => areas.districtsOf(code)));
  return new Set(
    areas.all.filter((code) => areas.districtsOf(code).every((district) => known.has(district))),
  );
}
