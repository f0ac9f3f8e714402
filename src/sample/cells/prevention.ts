import type { Action } from '../actionPlan.js';
import type { Cells } from '../pen.js';
import type { AwarenessEvent, Course } from '../prevention.js';

const number = (value: number | null): string => String(value ?? '');

/** Columns of `training`. */
export const TRAINING: Cells<Course> = {
  course_id: (e) => e.id,
  level: (e) => e.level,
  mode: (e) => e.mode,
  date: (e, pen) => pen.day(e.date),
  agency: (e) => e.agency,
  district: (e, pen) => pen.area(e.district),
  role_group: (e) => e.role,
  places_n: (e) => String(e.places),
  completed_n: (e) => String(e.completed),
  workforce_n: (e) => String(e.workforce),
  evaluation_mean: (e) => number(e.evaluation),
  followup_evidence_n: (e) => number(e.followUp),
  query_reason: () => '',
};

/** Columns of `engagement`. */
export const ENGAGEMENT: Cells<AwarenessEvent> = {
  event_id: (e) => e.id,
  date: (e, pen) => pen.day(e.date),
  type: (e) => e.type,
  audience: (e) => e.audience,
  district: (e, pen) => pen.area(e.district),
  school_urn: (e) => e.urn,
  reach_n: (e) => String(e.reach),
  reach_mode: (e) => e.mode,
  target_reason: (e) => e.reason,
  followup_contacts_n: (e) => number(e.followUps),
  feedback_n: (e) => number(e.feedback),
  query_reason: () => '',
};

/** Columns of `actions`. */
export const ACTIONS: Cells<Action> = {
  action_id: (e) => e.id,
  priority: (e) => String(e.priority),
  plan_ref: (e) => e.ref,
  profile_rec_ref: (e) => e.recommendation,
  owner_agency: (e) => e.owner,
  owner_board: (e) => e.board,
  opened_at: (e, pen) => pen.day(e.opened),
  due_at: (e, pen) => pen.day(e.due),
  due_moves_n: (e) => String(e.dueMoves),
  due_original: (e, pen) => pen.day(e.dueFirst),
  status: (e) => e.status,
  status_at: (e, pen) => pen.day(e.statusAt),
  rag: (e) => e.rag,
  completed_at: (e, pen) => pen.day(e.completed),
  indicator_id: (e) => e.indicator,
  baseline: (e) => String(e.baseline),
  target: (e) => String(e.target),
  current: (e) => String(e.current),
  evidence_ref: (e) => e.evidence,
  query_reason: () => '',
};
