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

const NOTHING: ReadonlySet<string> = new Set();
const NOWHERE: ReadonlyMap<string, number> = new Map();

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
  narrower: readonly (Family & { readonly printed: ReadonlySet<string> })[],
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
    later: NOWHERE,
    isLast: false,
  });
  return {
    own: { ...readersOf(edition), later: laterOf(narrower), isLast: true },
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
            later: last === undefined ? NOWHERE : laterOf([last], audience.threshold),
            isLast: last === undefined,
          },
        ];
      }),
      // Without earlier releases these know nothing that the edition's own readers do not, whose proof keeps what will be marked for these.
      ...earlier
        .filter((one) => isNarrower(one.edition, edition))
        .map((one) => ({
          ...readersOf(one.edition),
          later: laterOf(narrower.filter((later) => later.edition.id === one.edition.id)),
        })),
    ],
  };
}

/** The counts that editions will print or mark, with the threshold of their readers; the highest where several do. */
function laterOf(
  narrower: readonly { readonly edition: EditionConfig; readonly printed: ReadonlySet<string> }[],
  threshold?: number,
): ReadonlyMap<string, number> {
  const later = new Map<string, number>();
  for (const { edition, printed } of narrower)
    for (const name of printed)
      later.set(name, Math.max(later.get(name) ?? 0, threshold ?? edition.threshold));
  return later;
}

/** The areas with all that lie wholly within them together. */
function within(knows: AudienceConfig['knows']): ReadonlySet<string> {
  const areas = loadAreas();
  const known = new Set(knows.flatMap((code) => areas.districtsOf(code)));
  return new Set(
    areas.all.filter((code) => areas.districtsOf(code).every((district) => known.has(district))),
  );
}
