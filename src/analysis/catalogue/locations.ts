import { byCode } from './breakdowns.js';
import { define, rowsOf } from './define.js';
import type { Indicator } from './record.js';
import { offences } from './tallies.js';

/** Where. Nothing here is finer than a district. */
export const locations: readonly Indicator[] = [
  define({
    id: 'L02',
    title: 'Kinds of place',
    question: 'In what kind of place does it happen?',
    definition: 'Offences of exploitation (O01) by kind of place, as a share of those where it is known.',
    unit: 'percent',
    countingUnit: 'offences',
    theme: 'locations',
    tag: 'core',
    measure: { kind: 'profile', of: offences, by: 'location-type' },
    breakdowns: [byCode('location-type', 'location_type', 'location-type')],
  }),
  define({
    id: 'L04',
    title: 'Offences away from the child’s home district',
    question: 'Are children taken elsewhere?',
    definition:
      'Child victims by offence whose home district is not that of the offence, as a share of those where both are known.',
    unit: 'percent',
    countingUnit: 'pairs',
    theme: 'locations',
    tag: 'ours',
    measure: {
      kind: 'share',
      of: rowsOf(offences),
      known: [
        { field: 'victim_home_district', present: true },
        { field: 'victim_home_district', notIn: ['NK'] },
        { field: 'district_offence', present: true },
      ],
      part: [{ differ: ['victim_home_district', 'district_offence'] }],
    },
  }),
];
