import { define } from './define.js';
import type { Indicator, Tally } from './record.js';
import { childrenReferred, LINKS } from './tallies.js';

const examinations: Tally = {
  extract: 'health',
  count: 'rows',
  where: [
    { field: 'service', in: ['SARC'] },
    { field: 'acute_window', in: ['Y'] },
  ],
  period: { by: 'referral_at' },
  area: { district: 'district' },
};

const followedUp: Tally = {
  extract: 'training',
  count: { sum: 'followup_evidence_n' },
  where: [{ field: 'followup_evidence_n', atLeast: 0 }],
  period: { by: 'date' },
  area: { district: 'district' },
};

/** Whether help, learning and intelligence reach where they are needed. */
export const practice: readonly Indicator[] = [
  define({
    id: 'H03',
    title: 'Examinations held within the window',
    question: 'Are children seen while it can still help them and the case?',
    definition:
      'Referrals to the sexual assault referral centre within the acute window that had a forensic examination, as a share of those of which it is known.',
    unit: 'percent',
    countingUnit: 'referrals',
    theme: 'health',
    tag: 'ours',
    measure: {
      kind: 'share',
      of: examinations,
      known: [{ field: 'forensic_done', in: ['Y', 'N'] }],
      part: [{ field: 'forensic_done', in: ['Y'] }],
    },
    polarity: 'up-is-better',
    notes: ['Whether to be examined is the child’s own decision.'],
  }),
  define({
    id: 'H04',
    title: 'Children seen by sexual health services',
    question: 'Do children get sexual health care?',
    definition:
      'Children aged 13 or over who were referred and also have a record at sexual health services in twelve months, as a share of them.',
    unit: 'percent',
    countingUnit: 'children',
    theme: 'health',
    tag: 'ours',
    tellsOfEach: true,
    measure: {
      kind: 'share',
      of: { ...childrenReferred, where: [...childrenReferred.where, { field: 'age', atLeast: 13 }] },
      part: [
        {
          personIn: {
            extract: 'health',
            where: [{ field: 'service', in: ['SRH'] }],
            by: 'referral_at',
            halfYears: 2,
          },
        },
      ],
    },
    polarity: 'up-is-better',
    notes: [LINKS, 'Services that send totals only cannot be looked up.'],
  }),
  define({
    id: 'R17',
    title: 'Districts and agencies without a contact',
    question: 'From where is nothing heard?',
    definition:
      'Combinations of district and kind of agency without a contact in the half-year, among kinds of agency that ever made one.',
    unit: 'percent',
    countingUnit: 'events',
    theme: 'pathway',
    tag: 'ours',
    measure: { kind: 'computed', by: 'silent-sources', from: ['referrals'] },
    polarity: 'down-is-better',
    change: 'none',
  }),
  define({
    id: 'I06',
    title: 'Kinds of agency without a submission',
    question: 'Who submits nothing?',
    definition:
      'Kinds of agency that have submitted intelligence before and submitted none in the half-year.',
    unit: 'percent',
    countingUnit: 'events',
    theme: 'intelligence',
    tag: 'ours',
    measure: { kind: 'computed', by: 'silent-agencies', from: ['intelligence'] },
    polarity: 'down-is-better',
    change: 'none',
  }),
  define({
    id: 'T01',
    title: 'Level 1 course take-up',
    question: 'Does everybody know the basics?',
    definition:
      'Completions of the level 1 course in the half-year, as a share of the workforce: for each agency, district and kind of post the largest workforce reported.',
    unit: 'percent',
    countingUnit: 'people',
    theme: 'prevention',
    tag: 'common',
    measure: { kind: 'computed', by: 'training', from: ['training'] },
    polarity: 'up-is-better',
    change: 'none',
    notes: ['A person who completes a course twice counts twice.'],
  }),
  define({
    id: 'T02',
    title: 'Learning seen in practice',
    question: 'Does training change what people do?',
    definition:
      'People whose practice was found changed at follow-up for each course completed, over courses that were followed up.',
    unit: 'ratio',
    countingUnit: 'people',
    theme: 'prevention',
    tag: 'ours',
    measure: {
      kind: 'ratio',
      numerator: followedUp,
      denominator: { ...followedUp, count: { sum: 'completed_n' } },
    },
    polarity: 'up-is-better',
  }),
  define({
    id: 'T04',
    title: 'Engagement where need is highest',
    question: 'Did prevention go where need is?',
    definition:
      'Districts with a referral rate above the middle one that also had more events than the middle one, as a share of districts with a rate above the middle one.',
    unit: 'percent',
    countingUnit: 'events',
    theme: 'prevention',
    tag: 'ours',
    measure: { kind: 'computed', by: 'need-match', from: ['referrals', 'engagement'] },
    polarity: 'up-is-better',
    change: 'none',
  }),
];
