import { byCode } from './breakdowns.js';
import { define, narrowed } from './define.js';
import type { Filter, Indicator, Tally } from './record.js';
import { assessments, CSE_CONCERN, contacts, openCases } from './tallies.js';

const ACCEPTED: Filter = { field: 'decision', in: ['ACCEPTED'] };
const HIGH: Filter = { field: 'risk_band_initial', in: ['HIGH'] };

const closures: Tally = {
  extract: 'referrals',
  count: 'rows',
  where: [CSE_CONCERN, ACCEPTED],
  period: { by: 'closed_at' },
  area: { district: 'district_home' },
};

/** Whether help is quick enough, and whether it helps. */
export const casework: readonly Indicator[] = [
  define({
    id: 'R07',
    title: 'Decision within one working day',
    question: 'How quickly is a concern decided on?',
    definition:
      'Contacts decided no later than one working day after receipt, as a share of contacts with a dated decision.',
    unit: 'percent',
    countingUnit: 'contacts',
    theme: 'pathway',
    tag: 'statutory',
    measure: {
      kind: 'share',
      of: contacts,
      known: [{ field: 'decision_at', present: true }],
      part: [{ workingDays: ['contact_at', 'decision_at'], atMost: 1 }],
    },
    breakdowns: [byCode('type', 'receiving_team', 'receiving-team')],
    polarity: 'up-is-better',
  }),
  define({
    id: 'R08',
    title: 'Assessments within 45 working days',
    question: 'Is the assessment done in time?',
    definition:
      'Assessments completed in the half-year no later than 45 working days after the contact, as a share of all completed.',
    unit: 'percent',
    countingUnit: 'assessments',
    theme: 'pathway',
    tag: 'statutory',
    measure: {
      kind: 'share',
      of: assessments,
      part: [{ workingDays: ['contact_at', 'assessment_end'], atMost: 45 }],
    },
    polarity: 'up-is-better',
  }),
  define({
    id: 'R09',
    title: 'Days from concern to first meeting with the child',
    question: 'How long until somebody sees the child?',
    definition:
      'Median days from the contact to the day the child was first seen, over contacts of the half-year where the child was seen.',
    unit: 'days',
    countingUnit: 'contacts',
    theme: 'pathway',
    tag: 'ours',
    measure: { kind: 'median', of: contacts, value: { days: ['contact_at', 'first_seen_at'] } },
    breakdowns: [byCode('risk', 'risk_band_initial', 'risk-band')],
    polarity: 'down-is-better',
  }),
  define({
    id: 'R10',
    title: 'Risk of children with an open case',
    question: 'How serious is the present caseload?',
    definition:
      'Children with an open case at the end of the half-year in each current risk band, as a share of those with a band.',
    unit: 'percent',
    countingUnit: 'children',
    theme: 'pathway',
    tag: 'common',
    measure: { kind: 'profile', of: openCases, by: 'risk' },
    breakdowns: [byCode('risk', 'risk_band_current', 'risk-band')],
    notes: ['The band as last reviewed, for earlier half-years too.'],
  }),
  define({
    id: 'R11',
    title: 'Risk reduced at review',
    question: 'Do children become safer while we work with them?',
    definition:
      'Cases reviewed in the half-year whose band is lower than at the first assessment, as a share of those with both bands.',
    unit: 'percent',
    countingUnit: 'referrals',
    theme: 'pathway',
    tag: 'common',
    measure: {
      kind: 'share',
      of: { ...contacts, period: { by: 'risk_reviewed_at' } },
      known: [{ field: 'risk_change', present: true }],
      part: [{ field: 'risk_change', in: ['lower'] }],
    },
    polarity: 'up-is-better',
  }),
  define({
    id: 'R12',
    title: 'Referred again within a year of closure',
    question: 'Was the help enough?',
    definition:
      'Cases closed in the half-year whose child had another contact about exploitation within 365 days, as a share of all closures.',
    unit: 'percent',
    countingUnit: 'referrals',
    theme: 'pathway',
    tag: 'statutory',
    measure: {
      kind: 'share',
      of: closures,
      part: [
        {
          followedBy: { extract: 'referrals', where: [CSE_CONCERN], by: 'contact_at' },
          after: 'closed_at',
          withinDays: 365,
        },
      ],
    },
    polarity: 'down-is-better',
    followUp: 2,
  }),
  define({
    id: 'R13',
    title: 'Cases open for more than a year',
    question: 'Are cases drifting?',
    definition:
      'Children with an open case at the end of the half-year that was allocated more than 365 days before, as a share of all open.',
    unit: 'percent',
    countingUnit: 'children',
    theme: 'pathway',
    tag: 'ours',
    measure: { kind: 'share', of: openCases, part: [{ openSince: 'allocated_at', moreThanDays: 365 }] },
  }),
  define({
    id: 'R14',
    title: 'Strategy meeting for high risk',
    question: 'Do the agencies meet when risk is high?',
    definition:
      'Referrals of the half-year with high initial risk and a strategy meeting within ten working days of the contact, as a share of all with high risk.',
    unit: 'percent',
    countingUnit: 'referrals',
    theme: 'pathway',
    tag: 'statutory',
    measure: {
      kind: 'share',
      of: narrowed(contacts, HIGH),
      part: [{ workingDays: ['contact_at', 'strategy_meeting_at'], atMost: 10 }],
    },
    polarity: 'up-is-better',
  }),
];
