import { byCode } from './breakdowns.js';
import { define, narrowed } from './define.js';
import type { Indicator } from './record.js';
import { activeGroups, CSE_GROUP } from './tallies.js';

const WHOLE_AREA = 'Groups have no home district: given for the whole area only.';

/** Organised groups. */
export const groups: readonly Indicator[] = [
  define({
    id: 'G01',
    title: 'Active groups linked to exploitation',
    question: 'How many organised groups exploit children?',
    definition:
      'Organised crime groups mapped and not archived at the end of the half-year that are linked to child sexual exploitation.',
    unit: 'count',
    countingUnit: 'groups',
    theme: 'groups',
    tag: 'common',
    measure: { kind: 'count', of: narrowed(activeGroups, CSE_GROUP) },
    breakdowns: [byCode('type', 'scope', 'ocg-scope')],
    notes: [WHOLE_AREA],
  }),
  define({
    id: 'G02',
    title: 'Groups linked to exploitation among all mapped groups',
    question: 'How much of organised crime is this?',
    definition:
      'Active groups linked to child sexual exploitation, as a share of active groups where the link is yes or no.',
    unit: 'percent',
    countingUnit: 'groups',
    theme: 'groups',
    tag: 'ours',
    measure: {
      kind: 'share',
      of: activeGroups,
      known: [{ field: 'cse_linked', in: ['Y', 'N'] }],
      part: [CSE_GROUP],
    },
    notes: [WHOLE_AREA, '“Suspected” counts as not known.'],
  }),
  define({
    id: 'G03',
    title: 'Groups with a lead, a plan and a recent review',
    question: 'Is somebody responsible for each group?',
    definition:
      'Active groups linked to exploitation with a lead officer, a 4P plan and a review in the half-year or the 183 days before its end, as a share of all.',
    unit: 'percent',
    countingUnit: 'groups',
    theme: 'groups',
    tag: 'statutory',
    measure: {
      kind: 'share',
      of: narrowed(activeGroups, CSE_GROUP),
      part: [
        { field: 'lro_assigned', in: ['Y'] },
        { field: 'plan_4p', in: ['Y'] },
        { field: 'reviewed_at', present: true },
        { not: { openSince: 'reviewed_at', moreThanDays: 183 } },
      ],
    },
    polarity: 'up-is-better',
    notes: [WHOLE_AREA],
  }),
];
