import type { PersonOnFile } from './agencyView.js';
import { policeCode } from './communities.js';
import type { Offence, Suspicion } from './offences.js';
import { offenderOnFile } from './offenders.js';
import { random } from './random.js';
import { CHANGES } from './timeline.js';

/** A suspect of a crime as the police file has it. */
export interface SuspectRow {
  readonly offence: Offence;
  readonly suspicion: Suspicion;
  readonly person: PersonOnFile;
  readonly ethnicity: string;
  readonly group: string;
}

/** The rows of suspects behind a half-year's crimes, in the crimes' order. Ethnicity is often not recorded. */
export function suspectRows(
  seed: number,
  offences: readonly Offence[],
  period: number,
  groupId: (no: number) => string,
): SuspectRow[] {
  return offences.flatMap((offence) =>
    offence.suspects.map((suspicion): SuspectRow => {
      const { offender } = suspicion;
      const rng = random(seed, 'suspect', offender.no);
      return {
        offence,
        suspicion,
        person: offenderOnFile(seed, offender, offence.from, period),
        ethnicity: rng.chance(offence.recorded >= CHANGES.ethnicity * 1440 ? 0.18 : 0.26)
          ? 'NS'
          : policeCode(offender.community, offence.recorded >= CHANGES.ethnicity * 1440),
        group: offender.group === null ? '' : groupId(offender.group),
      };
    }),
  );
}
