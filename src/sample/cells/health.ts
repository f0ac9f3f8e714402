import type { HealthRow } from '../health.js';
import type { Cells } from '../pen.js';

/** Columns of `health`; the person columns are blank in rows that are counts. */
export const HEALTH: Cells<HealthRow> = {
  child_id: (e) => e.person?.localId ?? '',
  nhs_number: (e) => e.person?.nhs ?? '',
  upn: () => '',
  forename: (e) => e.person?.forename ?? '',
  surname: (e) => e.person?.surname ?? '',
  date_of_birth: (e, pen) => pen.day(e.person?.born ?? null),
  age: (e) => String(e.person?.age ?? ''),
  sex: (e) => e.person?.sex ?? e.sex,
  postcode: (e) => e.person?.postcode ?? '',
  service: (e) => e.service,
  unit: (e) => e.unit,
  n: (e) => e.n,
  referral_at: (e, pen) => pen.day(e.referred),
  first_contact_at: (e, pen) => pen.day(e.firstContact),
  closed_at: (e, pen) => pen.day(e.closed),
  referred_by: (e) => e.referredBy,
  age_band: (e) => e.ageBand,
  district: (e, pen) => pen.area(e.district),
  cse_risk_assessed: (e) => e.riskAssessed,
  risk_identified: (e) => e.riskIdentified,
  info_shared: (e) => e.shared,
  acute_window: (e) => e.acute,
  forensic_done: (e) => e.forensic,
  police_reported: (e) => e.police,
  offered: (e) => e.offered,
  accepted: (e) => e.accepted,
  completed_support: (e) => e.completed,
};
