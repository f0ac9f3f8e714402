import type { IntelligenceLog } from '../intelligence.js';
import type { Cells } from '../pen.js';

/** Columns of `intelligence`. */
export const INTELLIGENCE: Cells<IntelligenceLog> = {
  log_ref: (e) => e.ref,
  submitted_at: (e, pen) => pen.day(e.submitted),
  submitting_agency: (e) => e.agency,
  district: (e, pen) => pen.area(e.district),
  themes: (e) => e.themes.join(';'),
  source_eval: (e) => e.source,
  info_eval: (e) => e.information,
  handling: (e) => e.handling,
  grading_scheme: (e) => e.scheme,
  from_rhi: (e) => (e.fromInterview ? 'Y' : 'N'),
  linked_child: (e) => e.child,
  linked_suspect: (e) => e.suspect,
  linked_ocg: (e) => e.group,
  evaluated_at: (e, pen) => pen.day(e.evaluated),
  disposition: (e) => e.disposition,
  actioned_at: (e, pen) => pen.day(e.actioned),
  location_type: (e) => e.locationType,
  query_reason: () => '',
};
