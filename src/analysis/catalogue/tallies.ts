import type { Filter, PersonIn, Tally } from './record.js';

/** Contacts about sexual exploitation: CSE among the concerns. */
export const CSE_CONCERN: Filter = { field: 'concern_types', in: ['CSE'] };

/** Offences of exploitation: the Home Office flag or class 71, not cancelled. */
export const CSE_OFFENCE: Filter = { field: 'cse_counted', in: ['flag', 'class', 'both'] };
export const NOT_CANCELLED: Filter = { field: 'cancelled', notIn: ['Y'] };

/** Looked after when the referral was made. */
export const LOOKED_AFTER: Filter = {
  field: 'legal_status',
  in: ['C1', 'C2', 'D1', 'E1', 'V2', 'V3', 'V4', 'L1', 'L2', 'L3', 'J1', 'J2', 'J3'],
};

/** Every contact about exploitation, by the day it was received and the child's home. */
export const contacts: Tally = {
  extract: 'referrals',
  count: 'rows',
  where: [CSE_CONCERN],
  period: { by: 'contact_at' },
  area: { district: 'district_home' },
};

/** Children with at least one contact about exploitation. */
export const childrenReferred: Tally = { ...contacts, count: { distinct: 'person' } };

/** Cases allocated to a worker and not closed, at the end of the half-year. */
export const openCases: Tally = {
  extract: 'referrals',
  count: { distinct: 'person' },
  where: [CSE_CONCERN, { field: 'decision', in: ['ACCEPTED'] }],
  period: { openFrom: 'allocated_at', openUntil: 'closed_at' },
  area: { district: 'district_home' },
};

/** Assessments completed after a contact about exploitation. */
export const assessments: Tally = { ...contacts, period: { by: 'assessment_end' } };

/** Episodes in which a child was missing (category "missing"; not absent, not away), by when the child was last seen. */
export const episodes: Tally = {
  extract: 'missing-episodes',
  count: 'rows',
  where: [{ field: 'category', in: ['M'] }],
  period: { by: 'missing_from_at' },
  area: { district: 'district_missing_from' },
};

export const missingChildren: Tally = { ...episodes, count: { distinct: 'person' } };

/** Episodes after which an interview is due: the child came back in the half-year and was under 18 when last seen. */
export const returns: Tally = {
  ...episodes,
  where: [...episodes.where, { field: 'found_at', present: true }, { field: 'age', atMost: 17 }],
  period: { by: 'found_at' },
};

/** Offences of exploitation, each crime once, by the day it was recorded and the place where it happened. */
export const offences: Tally = {
  extract: 'offences',
  count: { distinct: 'crime_ref' },
  where: [CSE_OFFENCE, NOT_CANCELLED],
  period: { by: 'recorded_at' },
  area: { district: 'district_offence' },
};

/** The same crimes by the day on which an outcome was assigned. */
export const outcomes: Tally = {
  ...offences,
  where: [...offences.where, { field: 'outcome_code', present: true }],
  period: { by: 'outcome_at' },
};

/** Children who were victims of such an offence. */
export const victims: Tally = { ...offences, count: { distinct: 'person' } };

/** People named as suspects of such an offence and not eliminated; ages are those at the offence. */
export const suspects: Tally = {
  extract: 'suspects',
  count: { distinct: 'person' },
  where: [CSE_OFFENCE, NOT_CANCELLED, { field: 'status', notIn: ['ELIMINATED'] }],
  period: { by: 'recorded_at' },
  area: { district: 'district_offence' },
};

/** Groups mapped and not archived at the end of the half-year. They have no district: whole area only. */
export const activeGroups: Tally = {
  extract: 'ocg',
  count: { distinct: 'ocg_id' },
  where: [],
  period: { openFrom: 'mapped_at', openUntil: 'archived_at' },
  area: 'pan',
};

export const CSE_GROUP: Filter = { field: 'cse_linked', in: ['Y'] };

export const logs: Tally = {
  extract: 'intelligence',
  count: 'rows',
  where: [],
  period: { by: 'submitted_at' },
  area: { district: 'district' },
};

export const disruptions: Tally = {
  extract: 'disruption',
  count: 'rows',
  where: [],
  period: { by: 'issued_at' },
  area: { district: 'district' },
};

/** Said of every figure that looks for the children of one agency in another's extract. */
export const LINKS =
  'At least this share: children whose records at two agencies could not be linked count as not in both. No range or change is given.';

/** The child also had a contact about exploitation in a window that ends with the half-year. */
export function referred(halfYears: PersonIn['halfYears'], atLeast = 1): Filter {
  return { personIn: { extract: 'referrals', where: [CSE_CONCERN], by: 'contact_at', halfYears, atLeast } };
}

/** The child also went missing in a window that ends with the half-year. */
export function missing(halfYears: PersonIn['halfYears'], atLeast = 1): Filter {
  return {
    personIn: {
      extract: 'missing-episodes',
      where: episodes.where,
      by: 'missing_from_at',
      halfYears,
      atLeast,
    },
  };
}

/** The child has an education event of some kind that began in the half-year. */
export function schooling(...events: readonly string[]): Filter {
  return {
    personIn: {
      extract: 'education',
      where: [{ field: 'event_type', in: events }],
      by: 'start',
      halfYears: 1,
    },
  };
}
