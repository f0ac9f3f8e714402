import type { Measure } from '../disruption.js';
import type { Cells } from '../pen.js';

/** Columns of `disruption`. */
export const DISRUPTION: Cells<Measure> = {
  action_id: (e) => e.id,
  type: (e) => e.type,
  issued_at: (e, pen) => pen.day(e.issued),
  expiry_at: (e, pen) => pen.day(e.expires),
  suspect_id: (e) => e.suspect,
  child_id: (e) => e.child,
  child_age: (e) => String(e.childAge ?? ''),
  child_looked_after: (e) => e.childLookedAfter,
  premises_type: (e) => e.premises,
  ocg_id: (e) => e.group,
  district: (e, pen) => pen.area(e.district),
  agency: (e) => e.agency,
  four_p: (e) => e.fourP,
  breached: (e) => e.breached,
  breach_at: (e, pen) => pen.day(e.breachedAt),
  escalated_to: (e) => e.escalatedTo,
  effect: (e) => e.effect,
  assessed_by: (e) => e.assessedBy,
  query_reason: () => '',
};
