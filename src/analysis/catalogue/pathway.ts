import { byCode, source } from './breakdowns.js';
import { define, narrowed } from './define.js';
import type { Filter, Indicator } from './record.js';
import { childrenReferred, contacts, LINKS, missing, missingChildren, referred } from './tallies.js';

const DECIDED: Filter = { field: 'decision', present: true };
const ACCEPTED: Filter = { field: 'decision', in: ['ACCEPTED'] };
const ASSESSED: Filter = { field: 'assessment_end', present: true };
const HIGH: Filter = { field: 'risk_band_initial', in: ['HIGH'] };

/** A case is long enough ago to have been assessed within the statutory 45 working days. */
const MATURE: Filter = { matured: 'contact_at', workingDays: 45 };

const IN_PROGRESS =
  'Cases too recent to have run their course are counted as in progress (unknown), never as no further action.';

/** From concern to safety: where are children lost on the way? */
export const pathway: readonly Indicator[] = [
  define({
    id: 'R01',
    title: 'Contacts by source',
    question: 'Who notices?',
    definition:
      'Contacts about exploitation (S03) from each kind of source, as a share of those whose source is known.',
    unit: 'percent',
    countingUnit: 'contacts',
    theme: 'pathway',
    tag: 'core',
    measure: { kind: 'profile', of: contacts, by: 'source' },
    breakdowns: [source],
    ceiling: 'P',
  }),
  define({
    id: 'R02',
    title: 'Contacts from the police',
    question: 'How much depends on one agency?',
    definition: 'Contacts about exploitation made by the police, as a share of those whose source is known.',
    unit: 'percent',
    countingUnit: 'contacts',
    theme: 'pathway',
    tag: 'common',
    measure: {
      kind: 'share',
      of: contacts,
      known: [
        { field: 'source_code', present: true },
        { field: 'source_code', notIn: ['10'] },
      ],
      part: [{ field: 'source_code', in: ['6'] }],
    },
  }),
  define({
    id: 'R03',
    title: 'Contacts accepted as referrals',
    question: 'How many concerns are taken up?',
    definition: 'Contacts received in the half-year that were accepted, as a share of those with a decision.',
    unit: 'percent',
    countingUnit: 'contacts',
    theme: 'pathway',
    tag: 'core',
    measure: { kind: 'share', of: contacts, known: [DECIDED], part: [ACCEPTED] },
    breakdowns: [source],
    notes: [IN_PROGRESS],
  }),
  define({
    id: 'R04',
    title: 'Accepted referrals that were assessed',
    question: 'Does acceptance lead to an assessment?',
    definition:
      'Referrals received and accepted with a completed assessment, as a share of those assessed or at least 45 working days old at the data cut-off.',
    unit: 'percent',
    countingUnit: 'referrals',
    theme: 'pathway',
    tag: 'common',
    measure: {
      kind: 'share',
      of: narrowed(contacts, ACCEPTED),
      known: [{ any: [ASSESSED, MATURE] }],
      part: [ASSESSED],
    },
    breakdowns: [source],
    notes: [IN_PROGRESS],
  }),
  define({
    id: 'R05',
    title: 'Assessments that found high risk',
    question: 'How serious are the cases when we find them?',
    definition:
      'Assessed referrals received in the half-year with a high initial risk band, as a share of those with any band.',
    unit: 'percent',
    countingUnit: 'referrals',
    theme: 'pathway',
    tag: 'common',
    tellsOfEach: true,
    measure: {
      kind: 'share',
      of: narrowed(contacts, ACCEPTED, ASSESSED),
      known: [{ field: 'risk_band_initial', present: true }],
      part: [HIGH],
    },
    breakdowns: [byCode('type', 'risk_tool', 'risk-tool')],
    notes: ['Bands of different tools are not alike: compare within one tool.'],
  }),
  define({
    id: 'R06',
    title: 'Contacts with no further action',
    question: 'How many concerns end at the front door?',
    definition:
      'Contacts received in the half-year that ended in no further action, as a share of those with a decision.',
    unit: 'percent',
    countingUnit: 'contacts',
    theme: 'pathway',
    tag: 'common',
    measure: { kind: 'share', of: contacts, known: [DECIDED], part: [{ field: 'decision', in: ['NFA'] }] },
    breakdowns: [source],
    notes: [IN_PROGRESS],
  }),
  define({
    id: 'R15',
    title: 'Child protection enquiries',
    question: 'How often does concern lead to a child protection enquiry?',
    definition:
      'Children referred (S01) with a section 47 enquiry started after a contact of the half-year, as a share of all.',
    unit: 'percent',
    countingUnit: 'children',
    theme: 'pathway',
    tag: 'ours',
    measure: { kind: 'share', of: childrenReferred, part: [{ field: 's47_start', present: true }] },
  }),
  define({
    id: 'R16',
    title: 'Children often missing for whom a concern was raised',
    question: 'Is exploitation considered when a child goes missing again and again?',
    definition:
      'Children with three or more missing episodes in the half-year who had a contact about exploitation in the twelve months to its end, as a share of all of them.',
    unit: 'percent',
    countingUnit: 'children',
    theme: 'pathway',
    tag: 'statutory',
    measure: { kind: 'share', of: narrowed(missingChildren, missing(1, 3)), part: [referred(2)] },
    polarity: 'up-is-better',
    notes: ['Three in the half-year; local triggers are often three in 90 days.', LINKS],
  }),
  define({
    id: 'R18',
    title: 'What was decided',
    question: 'What happens to a contact?',
    definition: 'Contacts about exploitation (S03) by decision, as a share of those with a decision.',
    unit: 'percent',
    countingUnit: 'contacts',
    theme: 'pathway',
    tag: 'ours',
    measure: { kind: 'profile', of: contacts, by: 'outcome' },
    breakdowns: [byCode('outcome', 'decision', 'referral-decision')],
    notes: [IN_PROGRESS],
  }),
  define({
    id: 'N02',
    title: 'Trafficked children referred to the national mechanism',
    question: 'Are trafficked children recognised as such?',
    definition:
      'Children referred (S01) with a concern about trafficking and a referral to the National Referral Mechanism, as a share of those with that concern.',
    unit: 'percent',
    countingUnit: 'children',
    theme: 'pathway',
    tag: 'statutory',
    tellsOfEach: true,
    measure: {
      kind: 'share',
      of: narrowed(childrenReferred, { field: 'concern_types', in: ['TRAFFICKING'] }),
      known: [{ field: 'nrm_made', in: ['Y', 'N'] }],
      part: [{ field: 'nrm_made', in: ['Y'] }],
    },
    polarity: 'up-is-better',
  }),
];
