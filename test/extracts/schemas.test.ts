import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { codeList } from '../../src/extracts/codeLists.js';
import { loadSchemas, schemaFile } from '../../src/extracts/load.js';
import { EXTRACT_NAMES } from '../../src/extracts/schema.js';
import { tableSchemaShape } from '../../src/extracts/tableSchema.js';
import { cellValidator } from '../../src/extracts/validators.js';

const schemas = [...loadSchemas().values()];
const PERSON = ['nhs_number', 'upn', 'forename', 'surname', 'date_of_birth', 'age', 'sex', 'postcode'];

/** Written by hand from the field lists agreed with the partners, not derived from the schemas. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  'missing-episodes': [
    ...['episode_id', 'source_agency', 'child_id', 'ethnicity', 'ethnicity_basis', 'reported_at'],
    ...['missing_from_at', 'found_at', 'category', 'risk_grade', 'missing_from_type', 'placement_code'],
    ...['provider_code', 'placement_urn', 'responsible_la', 'district_missing_from', 'district_found'],
    ...['cse_flag_at_report', 'cce_flag', 'trafficking_flag', 'found_by', 'found_location_type', 'harm'],
    ...['prevention_interview_at', 'rhi_offered', 'rhi_accepted', ...PERSON],
  ],
  'return-interviews': [
    ...['rhi_id', 'episode_id', 'child_id', 'returned_at', 'offered', 'offered_at', 'not_offered_reason'],
    ...['accepted', 'declined_reason', 'completed_at', 'provider_type', 'independent', 'mode', 'out_of_area'],
    ...['cse_disclosed', 'cce_disclosed', 'harm_disclosed', 'push_factors', 'pull_factors', 'location_types'],
    ...['intel_submitted', 'referral_made', 'referral_id', 'shared_with_police_at', ...PERSON],
  ],
  referrals: [
    ...[
      'referral_id',
      'child_id',
      'ethnicity',
      'ethnicity_basis',
      'contact_at',
      'source_code',
      'source_agency',
    ],
    ...['receiving_team', 'concern_types', 'child_status', 'district_home', 'decision', 'decision_at'],
    ...['assessment_start', 'assessment_end', 'factors', 'risk_tool', 'risk_score', 'risk_band_initial'],
    ...['risk_band_current', 'risk_reviewed_at', 'cse_models', 'online', 'strategy_meeting_at', 's47_start'],
    ...['s47_outcome', 'cp_status', 'legal_status', 'placement_code', 'provider_code', 'responsible_la'],
    ...['disability', 'sen_type', 'school_status', 'allocated_at', 'first_seen_at', 'nrm_made'],
    ...['parents_supported', 'voice_recorded', 'closed_at', 'closure_reason', 're_referral_of'],
    ...['duration_of_abuse', 'frequency', 'disclosed_by', 'disclosed_to', 'age_first_abuse', ...PERSON],
  ],
  offences: [
    ...['crime_ref', 'offence_class', 'offence_title', 'reported_at', 'recorded_at', 'committed_from'],
    ...['committed_to', 'cse_flag', 'csa_flag', 'cce_flag', 'online_flag', 'da_flag', 'group_flag'],
    ...['non_recent', 'district_offence', 'ward', 'lsoa', 'location_type', 'platform_class', 'victim_id'],
    ...['ethnicity', 'ethnicity_basis', 'victim_home_district', 'victim_supports', 'suspects_n'],
    ...['outcome_code', 'outcome_at', 'court_result', 'sentence_at', 'cancelled_at', 'reclassified_from'],
    ...['police_division', 'transferred_force', 'duration_of_abuse', 'frequency', 'disclosed_by'],
    ...['disclosed_to', 'age_first_abuse', ...PERSON],
  ],
  suspects: [
    ...['suspect_id', 'crime_ref', 'status', 'ethnicity', 'ethnicity_basis', 'nationality', 'relationship'],
    ...['home_district', 'known_rso', 'mappa_level', 'prior_cse', 'group_role', 'ocg_id', 'exploited_self'],
    ...['occupation_class', ...PERSON.filter((name) => name !== 'upn')],
  ],
  intelligence: [
    ...['log_ref', 'submitted_at', 'submitting_agency', 'district', 'themes', 'source_eval', 'info_eval'],
    ...['handling', 'grading_scheme', 'from_rhi', 'linked_child', 'linked_suspect', 'linked_ocg'],
    ...['evaluated_at', 'disposition', 'actioned_at', 'location_type'],
  ],
  ocg: [
    ...[
      'ocg_id',
      'mapped_at',
      'status',
      'primary_crime',
      'cse_linked',
      'cce_linked',
      'band',
      'scoring_scheme',
    ],
    ...['lead_agency', 'lro_assigned', 'plan_4p', 'scope', 'reviewed_at', 'archived_at', 'archive_reason'],
    ...['members_n', 'cse_nominals_n'],
  ],
  'ocg-links': ['ocg_id', 'entity_type', 'entity_id', 'link_type', 'strength', 'from', 'to'],
  disruption: [
    ...['action_id', 'type', 'issued_at', 'expiry_at', 'suspect_id', 'child_id', 'premises_type', 'ocg_id'],
    ...['district', 'agency', 'four_p', 'breached', 'breach_at', 'escalated_to', 'effect', 'assessed_by'],
  ],
  education: [
    ...['child_id', 'event_type', 'start', 'end', 'sessions', 'reasons', 'school_urn', 'school_type'],
    ...[
      'district',
      'nc_year',
      'sen',
      'fsm',
      'sessions_possible',
      'sessions_missed',
      'cme_found_at',
      ...PERSON,
    ],
  ],
  health: [
    ...['service', 'unit', 'child_id', 'n', 'referral_at', 'first_contact_at', 'closed_at', 'referred_by'],
    ...['age_band', 'district', 'cse_risk_assessed', 'risk_identified', 'info_shared', 'acute_window'],
    ...[
      'forensic_done',
      'police_reported',
      'offered',
      'accepted',
      'completed_support',
      'waiting_days',
      ...PERSON,
    ],
  ],
  training: [
    ...['course_id', 'level', 'mode', 'date', 'agency', 'district', 'role_group', 'places_n', 'completed_n'],
    ...['workforce_n', 'evaluation_mean', 'followup_evidence_n'],
  ],
  engagement: [
    ...['event_id', 'date', 'type', 'audience', 'district', 'school_urn', 'reach_n', 'reach_mode'],
    ...['target_reason', 'followup_contacts_n', 'feedback_n'],
  ],
  actions: [
    ...['action_id', 'priority', 'plan_ref', 'profile_rec_ref', 'owner_agency', 'owner_board', 'opened_at'],
    ...['due_at', 'due_original', 'status', 'status_at', 'rag', 'completed_at', 'indicator_id', 'baseline'],
    ...['target', 'current', 'evidence_ref'],
  ],
};

describe.each(schemas.map((schema) => [schema.name, schema] as const))('schema of %s', (name, schema) => {
  const file = tableSchemaShape.parse(JSON.parse(readFileSync(schemaFile(name), 'utf8')));
  const names = schema.fields.map((field) => field.name);

  it('has every field of the agreed list, and none twice', () => {
    for (const field of FIELDS[name] ?? []) expect(names).toContain(field);
    expect(new Set(names).size).toBe(names.length);
    expect(schema.name).toBe(name);
  });

  it('points only at fields, lists and extracts that exist', () => {
    const pointers = [schema.periodField, schema.ageAtField, schema.districtField, ...schema.primaryKey];
    for (const field of pointers) if (field !== null) expect(names).toContain(field);
    for (const field of schema.fields) {
      if (field.codeList !== undefined) expect(codeList(field.codeList).codes.length).toBeGreaterThan(1);
      expect(field.type === 'code' || field.type === 'codes').toBe(field.codeList !== undefined);
      if (field.refersTo?.kind === 'record') {
        const target = loadSchemas().get(field.refersTo.extract);
        expect(target?.primaryKey.length, field.name).toBeGreaterThan(0);
        if (field.refersTo.own === true) expect(field.refersTo.extract).toBe(name);
      }
      expect(field.refersTo !== undefined).toBe(field.storeAs === 'pseudonym');
    }
    for (const key of file.foreignKeys ?? []) {
      const target =
        key.reference.resource === ''
          ? schema
          : loadSchemas().get(EXTRACT_NAMES.find((n) => n === key.reference.resource) ?? name);
      for (const field of key.reference.fields) expect(target?.fields.map((f) => f.name)).toContain(field);
      for (const field of key.fields) expect(names).toContain(field);
    }
  });

  it('stores nothing that identifies a person as it came', () => {
    for (const field of schema.fields) {
      if (field.identifying) expect(field.storeAs, field.name).not.toBe('keep');
      if (field.type === 'identifier') expect(field.identifying, field.name).toBe(true);
      if (field.person !== undefined) {
        expect(field.storeAs, field.name).toBe('derive');
        if (field.person !== 'age') expect(field.identifying, field.name).toBe(true);
      }
    }
    const parts = schema.fields.flatMap((field) => field.person ?? []);
    expect(new Set(parts).size).toBe(parts.length);
    expect(parts.includes('localId')).toBe(schema.personRole !== null);
  });

  it('says in plain Table Schema what it says in its own terms', () => {
    for (const field of file.fields) {
      expect(field.constraints?.required === true, field.name).toBe(
        field['profile:requirement'] === 'required',
      );
      const list = field['profile:codeList'];
      if (field.constraints?.enum !== undefined && list !== undefined)
        expect(field.constraints.enum, field.name).toEqual(codeList(list).codes.map((entry) => entry.code));
      if (field.constraints?.pattern !== undefined)
        expect(field.example, field.name).toMatch(new RegExp(`^(?:${field.constraints.pattern})$`));
    }
  });

  it('has examples that its own validators accept', () => {
    for (const field of schema.fields)
      expect(cellValidator(field)(field.example), field.name).toMatchObject({ ok: true });
  });

  it('asks for a reason only where it has a column for it', () => {
    for (const rule of schema.rules) {
      if (rule.reasonField === undefined) continue;
      expect(rule.severity).toBe('warning');
      expect(names).toContain(rule.reasonField);
    }
  });
});

describe('all schemas', () => {
  it('are there, each with its own prefix', () => {
    expect(schemas.map((schema) => schema.name)).toEqual([...EXTRACT_NAMES]);
    expect(new Set(schemas.map((schema) => schema.prefix)).size).toBe(EXTRACT_NAMES.length);
  });

  it('speak of children with respect', () => {
    for (const name of EXTRACT_NAMES) {
      const text = readFileSync(schemaFile(name), 'utf8');
      expect(text).not.toMatch(/promiscu|prostitut|risky behaviour|lifestyle|absconder|child offender/i);
    }
  });
});
