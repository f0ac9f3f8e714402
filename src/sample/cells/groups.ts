import type { GroupLink, MappedGroup } from '../groups.js';
import type { Cells } from '../pen.js';

/** Columns of `ocg`. */
export const GROUPS: Cells<MappedGroup> = {
  ocg_id: (e) => e.id,
  mapped_at: (e, pen) => pen.day(e.mapped),
  status: (e) => e.status,
  primary_crime: (e) => e.primaryCrime,
  cse_linked: (e) => e.cseLinked,
  cce_linked: (e) => e.cceLinked,
  band: (e) => e.band,
  scoring_scheme: () => 'OCGM',
  lead_agency: () => 'POL',
  lro_assigned: (e) => (e.leadOfficer ? 'Y' : 'N'),
  plan_4p: (e) => (e.plan ? 'Y' : 'N'),
  scope: (e) => e.scope,
  reviewed_at: (e, pen) => pen.day(e.reviewed),
  archived_at: (e, pen) => pen.day(e.archived),
  archive_reason: (e) => e.archiveReason,
  members_n: (e) => String(e.members),
  cse_nominals_n: (e) => String(e.cseMembers),
  query_reason: () => '',
};

/** Columns of `ocg-links`. */
export const GROUP_LINKS: Cells<GroupLink> = {
  ocg_id: (e) => e.group,
  entity_type: (e) => e.type,
  entity_id: (e) => e.entity,
  linked_ocg_id: (e) => e.other,
  link_type: (e) => e.link,
  strength: (e) => e.strength,
  from: (e, pen) => pen.day(e.from),
  to: (e, pen) => pen.day(e.to),
  query_reason: () => '',
};
