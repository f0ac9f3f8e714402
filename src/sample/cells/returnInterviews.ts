import type { Interview } from '../interviews.js';
import { type Cells, personCells } from '../pen.js';

/** Columns of `return-interviews`. */
export const RETURN_INTERVIEWS: Cells<Interview> = {
  ...personCells('child_id', (e) => e.person),
  rhi_id: (e) => e.id,
  episode_id: (e) => e.episode.id,
  returned_at: (e, pen) => pen.minute(e.returned),
  offered: (e) => e.offered,
  offered_at: (e, pen) => pen.minute(e.offeredAt),
  not_offered_reason: (e) => e.notOfferedReason,
  accepted: (e) => e.accepted,
  declined_reason: (e) => e.declinedReason,
  completed_at: (e, pen) => pen.minute(e.completedAt),
  provider_type: (e) => e.provider,
  independent: () => 'Y',
  mode: (e) => e.mode,
  out_of_area: (e) => (e.outOfArea ? 'Y' : 'N'),
  cse_disclosed: (e) => e.cse,
  cce_disclosed: (e) => e.cce,
  harm_disclosed: (e) => e.harm,
  push_factors: (e) => e.push.join(';'),
  pull_factors: (e) => e.pull.join(';'),
  location_types: (e) => e.places.join(';'),
  intel_submitted: (e) => e.intelligence,
  referral_made: (e) => e.referral,
  referral_id: () => '',
  referral_id_agency: () => '',
  query_reason: () => '',
  shared_with_police_at: (e, pen) => pen.minute(e.sharedAt),
};
