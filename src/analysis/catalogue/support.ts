import { byCode } from './breakdowns.js';
import { define, narrowed } from './define.js';
import type { Filter, Indicator, Tally } from './record.js';
import { childrenReferred, schooling } from './tallies.js';

const PERSON_ROWS: Filter = { field: 'person', present: true };

const advisers: Tally = {
  extract: 'health',
  count: 'rows',
  where: [{ field: 'service', in: ['ISVA'] }, PERSON_ROWS],
  period: { by: 'referral_at' },
  area: { district: 'district' },
};

function schoolShare(
  id: string,
  title: string,
  definition: string,
  events: readonly string[],
  tag: Indicator['tag'],
): Indicator {
  return define({
    id,
    title,
    question: 'Are these children in school?',
    definition,
    unit: 'percent',
    countingUnit: 'children',
    theme: 'education',
    tag,
    tellsOfEach: true,
    measure: { kind: 'share', of: childrenReferred, part: [schooling(...events)] },
    polarity: 'down-is-better',
    notes: ['Children whose school records could not be linked count as not affected: at least this many.'],
  });
}

/** School and recovery: who is out of sight, and who gets help. */
export const support: readonly Indicator[] = [
  schoolShare(
    'E01',
    'Persistently absent from school',
    'Children referred (S01) with persistent or severe absence beginning in the half-year, as a share of all referred.',
    ['PA', 'SA'],
    'common',
  ),
  schoolShare(
    'E02',
    'Excluded from school',
    'Children referred (S01) with a suspension or permanent exclusion beginning in the half-year, as a share of all referred.',
    ['SUSP', 'PEX'],
    'common',
  ),
  schoolShare(
    'E03',
    'Out of school',
    'Children referred (S01) missing education, educated at home, off the roll or on a part-time timetable from the half-year, as a share of all referred.',
    ['CME', 'EHE', 'PART', 'OFFROLL'],
    'statutory',
  ),
  define({
    id: 'H01',
    title: 'Support of an independent adviser taken up',
    question: 'Do children get an adviser at their side?',
    definition:
      'Children referred to an independent sexual violence adviser in the half-year who accepted, as a share of those to whom it was offered.',
    unit: 'percent',
    countingUnit: 'events',
    theme: 'health',
    tag: 'common',
    measure: {
      kind: 'share',
      of: narrowed(advisers, { field: 'offered', in: ['Y'] }),
      known: [{ field: 'accepted', in: ['Y', 'N'] }],
      part: [{ field: 'accepted', in: ['Y'] }],
    },
    polarity: 'up-is-better',
  }),
  define({
    id: 'H02',
    title: 'Days to first contact with a health service',
    question: 'How long do children wait for help?',
    definition:
      'Median days from referral to first contact, over children’s referrals to a health service in the half-year with a first contact.',
    unit: 'days',
    countingUnit: 'events',
    theme: 'health',
    tag: 'ours',
    measure: {
      kind: 'median',
      of: { ...advisers, where: [PERSON_ROWS] },
      value: { days: ['referral_at', 'first_contact_at'] },
    },
    breakdowns: [byCode('type', 'service', 'health-service')],
    polarity: 'down-is-better',
  }),
];
