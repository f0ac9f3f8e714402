/** What becomes of a row. Every row has exactly one fate, so a file's reconciliation adds up. */
export const FATE = {
  accepted: 0,
  rejected: 1,
  duplicate: 2,
  superseded: 3,
  setAside: 4,
  /** Not a record: a repeated header, a totals row, an empty row. */
  ignored: 5,
} as const;

/** Number of rows of each fate. */
export function countFates(fates: Uint8Array): Readonly<Record<keyof typeof FATE, number>> {
  const counts = new Uint32Array(6);
  for (let row = 0; row < fates.length; row++) {
    const fate = fates[row] ?? 0;
    counts[fate] = (counts[fate] ?? 0) + 1;
  }
  return {
    accepted: counts[FATE.accepted] ?? 0,
    rejected: counts[FATE.rejected] ?? 0,
    duplicate: counts[FATE.duplicate] ?? 0,
    superseded: counts[FATE.superseded] ?? 0,
    setAside: counts[FATE.setAside] ?? 0,
    ignored: counts[FATE.ignored] ?? 0,
  };
}
