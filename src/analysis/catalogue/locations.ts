import { byCode, ward } from './breakdowns.js';
import { define, rowsOf } from './define.js';
import type { Indicator } from './record.js';
import { offences } from './tallies.js';

/** Where. Wards are for the tactical edition only; nothing else here is finer than a district. */
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
  define({
    id: 'L07',
    title: 'Offences by ward',
    question: 'Where within a district is most recorded?',
    definition:
      'Offences of exploitation (O01) by ward or online, as a share of those in the district of which it is known.',
    unit: 'percent',
    countingUnit: 'offences',
    theme: 'locations',
    tag: 'common',
    measure: { kind: 'profile', of: offences, by: 'ward' },
    breakdowns: [ward],
    ceiling: 'T',
    change: 'none',
    notes: [
      'Numbers of residents by ward are not to hand, so wards have counts and no rates.',
      'Wards of Lancaster, South Ribble and Wyre were redrawn in May 2015 and have other codes before it.',
    ],
  }),
  define({
    id: 'L08',
    title: 'Wards without a recorded offence',
    question: 'From where is nothing heard?',
    definition:
      'Wards in which no offence of exploitation (O01) was recorded in twelve months, as a share of all wards.',
    unit: 'percent',
    countingUnit: 'wards',
    theme: 'locations',
    tag: 'common',
    measure: { kind: 'computed', by: 'silent-wards', from: ['offences'] },
    change: 'none',
    notes: [
      'Silence can mean that nothing happened, that nobody told, or that the ward was not recorded.',
      'Not given for an area with fewer than ten offences in either half-year, or whose ward is known for fewer than twenty in the two together.',
    ],
  }),
];
