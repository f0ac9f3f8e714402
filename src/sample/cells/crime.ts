import type { PersonOnFile } from '../agencyView.js';
import { policeCode } from '../communities.js';
import type { Offence, Suspicion } from '../offences.js';
import { offenderOnFile } from '../offenders.js';
import { type Cells, personCells } from '../pen.js';
import { random } from '../random.js';
import { CHANGES } from '../timeline.js';

/** Columns of `offences`. */
export const OFFENCES: Cells<Offence> = {
  ...personCells('victim_id', (e) => e.person),
  crime_ref: (e) => e.ref,
  offence_class: (e) => e.offenceClass,
  offence_title: () => '',
  reported_at: (e, pen) => pen.day(e.reported),
  recorded_at: (e, pen) => pen.day(e.recorded),
  committed_from: (e, pen) => pen.day(e.from),
  committed_to: (e, pen) => pen.day(e.to),
  cse_flag: (e) => e.cse,
  csa_flag: () => 'Y',
  cce_flag: () => 'N',
  online_flag: (e) => e.online,
  da_flag: () => 'N',
  group_flag: (e) => (e.group ? 'Y' : 'N'),
  district_offence: (e, pen) => pen.area(e.district),
  location_type: (e) => e.locationType,
  platform_class: (e) => e.platform,
  ethnicity: (e) => e.ethnicity,
  ethnicity_basis: (e) => e.ethnicityBasis,
  victim_home_district: (e, pen) => pen.area(e.home),
  victim_supports: (e) => e.supports,
  suspects_n: (e) => String(e.suspects.length),
  outcome_code: (e) => e.outcome,
  outcome_at: (e, pen) => pen.day(e.outcomeAt),
  court_result: (e) => e.courtResult,
  sentence_at: (e, pen) => pen.day(e.sentenced),
  cancelled_at: (e, pen) => pen.day(e.cancelled),
};

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
        ethnicity: rng.chance(0.24)
          ? 'NS'
          : policeCode(offender.community, offence.recorded >= CHANGES.ethnicity),
        group: offender.group === null ? '' : groupId(offender.group),
      };
    }),
  );
}

/** Columns of `suspects`. */
export const SUSPECTS: Cells<SuspectRow> = {
  ...personCells('suspect_id', (e) => e.person),
  crime_ref: (e) => e.offence.ref,
  status: (e) => e.suspicion.status,
  ethnicity: (e) => e.ethnicity,
  ethnicity_basis: (e) => (e.ethnicity === 'NS' ? 'UNKNOWN' : 'SELF'),
  relationship: (e) => e.suspicion.relationship,
  home_district: (e, pen) => pen.area(e.suspicion.offender.address.district),
  known_rso: (e) => (e.suspicion.offender.registered ? 'Y' : 'N'),
  group_role: (e) => (e.offence.suspects.length > 1 ? 'MEMBER' : 'LONE'),
  ocg_id: (e) => e.group,
  exploited_self: (e) => (e.suspicion.exploited ? 'Y' : 'N'),
  occupation_class: (e) => e.suspicion.offender.occupation,
};
