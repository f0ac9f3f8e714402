import type { Episode } from '../missing.js';
import { type Cells, personCells } from '../pen.js';
import { careCells } from './care.js';

/** Columns of `missing-episodes`. */
export const MISSING_EPISODES: Cells<Episode> = {
  ...personCells('child_id', (e) => e.person),
  ...careCells((e) => e.care),
  placement_urn: (e) => e.care?.urn ?? '',
  episode_id: (e) => e.id,
  source_agency: () => 'POL',
  ethnicity: (e) => e.ethnicity,
  ethnicity_basis: (e) => e.ethnicityBasis,
  reported_at: (e, pen) => pen.minute(e.reported),
  missing_from_at: (e, pen) => pen.minute(e.missingFrom),
  found_at: (e, pen) => pen.minute(e.found),
  category: (e) => e.category,
  risk_grade: (e) => e.risk,
  missing_from_type: (e) => e.from,
  responsible_la: (e) => e.authority,
  district_missing_from: (e, pen) => pen.area(e.districtFrom),
  district_found: (e, pen) => pen.area(e.districtFound),
  cse_flag_at_report: (e) => e.cseFlag,
  cce_flag: (e) => e.cceFlag,
  trafficking_flag: (e) => e.traffickingFlag,
  found_by: (e) => e.foundBy,
  found_location_type: (e) => e.foundAt,
  harm: (e) => e.harm,
  prevention_interview_at: (e, pen) => pen.minute(e.safeAndWell),
  rhi_offered: () => '',
  rhi_accepted: () => '',
  query_reason: () => '',
};
