import { ageBand, offenceClass, sex } from './breakdowns.js';
import { define } from './define.js';
import type { Indicator, Tally } from './record.js';
import { NOT_CANCELLED, offences as recorded, victims } from './tallies.js';

/** Sexual offences against children and the offences that go with exploitation, by Home Office class. */
const CHILD_SEXUAL_CLASSES = [
  '17A',
  '17B',
  '19C',
  '19D',
  '19E',
  '19F',
  '19G',
  '19H',
  '20A',
  '20B',
  '21',
  '22A',
  '22B',
  '23',
  '70',
  '71',
  '72',
  '73',
  '88A',
  '88C',
  '88D',
  '88E',
];

/** Classes that mean physical contact, and classes that mean none. */
const CONTACT_CLASSES = [
  '17A',
  '17B',
  '19C',
  '19D',
  '19E',
  '19F',
  '19G',
  '19H',
  '20A',
  '20B',
  '21',
  '22A',
  '22B',
  '23',
  '70',
  '73',
];
const OTHER_CLASSES = ['86', '88A', '88E', '8L', '8Q'];

const allSexual: Tally = {
  ...recorded,
  where: [{ field: 'offence_class', in: CHILD_SEXUAL_CLASSES }, NOT_CANCELLED],
};

/** What is recorded as crime. */
export const offences: readonly Indicator[] = [
  define({
    id: 'O01',
    title: 'Recorded offences of exploitation',
    question: 'How much of it becomes a recorded crime?',
    definition:
      'Offences recorded in the half-year with the exploitation flag or of class 71 (abuse of children through sexual exploitation), by place of the offence.',
    unit: 'count',
    countingUnit: 'offences',
    theme: 'offences',
    tag: 'core',
    measure: { kind: 'count', of: recorded },
    breakdowns: [offenceClass],
    ceiling: 'P',
    change: 'mid-p',
    notes: [
      'Flag or class, since no offence is called exploitation; cancelled crimes are left out.',
      'Counted by the day of recording: some offences happened years before.',
    ],
  }),
  define({
    id: 'O02',
    title: 'Offence rate',
    question: 'Is it more here, for the number of children who live here?',
    definition:
      'Recorded offences of exploitation (O01) for every 1,000 children aged 10 to 17 who live there, for the half-year as it is (not doubled).',
    unit: 'rate1k',
    countingUnit: 'offences',
    theme: 'offences',
    tag: 'common',
    measure: { kind: 'rate', of: recorded, ages: '10-17', per: 1000 },
    ceiling: 'P',
    comparesLocalities: true,
  }),
  define({
    id: 'O03',
    title: 'Recorded sexual offences against children',
    question: 'What lies around the offences that are flagged?',
    definition: 'Sexual offences with a victim under 18 recorded in the half-year, flagged or not.',
    unit: 'count',
    countingUnit: 'offences',
    theme: 'offences',
    tag: 'common',
    measure: { kind: 'count', of: allSexual },
    change: 'mid-p',
    notes: ['As far as the extract holds them: some forces send flagged offences only.'],
  }),
  define({
    id: 'O04',
    title: 'Flag against class',
    question: 'Do the flag and the class agree?',
    definition: 'Offences of exploitation by what marks them: the flag alone, class 71 alone, or both.',
    unit: 'percent',
    countingUnit: 'offences',
    theme: 'offences',
    tag: 'ours',
    measure: { kind: 'profile', of: recorded, by: 'type' },
    breakdowns: [
      {
        id: 'type',
        field: 'cse_counted',
        categories: [
          { code: 'flag', label: 'Flag only' },
          { code: 'class', label: 'Class 71 only' },
          { code: 'both', label: 'Both' },
        ],
      },
    ],
  }),
  define({
    id: 'O05',
    title: 'Offences of more than a year before',
    question: 'How much of it is from the past?',
    definition:
      'Offences that began more than a year before they were reported, as a share of those where both dates are known.',
    unit: 'percent',
    countingUnit: 'offences',
    theme: 'offences',
    tag: 'common',
    measure: {
      kind: 'share',
      of: recorded,
      known: [{ field: 'reported_late', present: true }],
      part: [{ field: 'reported_late', in: ['Y'] }],
    },
  }),
  define({
    id: 'O06',
    title: 'Offences with an online element',
    question: 'How much of it happens online?',
    definition:
      'Offences of exploitation flagged as online, as a share of those where the flag is yes or no.',
    unit: 'percent',
    countingUnit: 'offences',
    theme: 'offences',
    tag: 'core',
    measure: {
      kind: 'share',
      of: recorded,
      known: [{ field: 'online_flag', in: ['Y', 'N'] }],
      part: [{ field: 'online_flag', in: ['Y'] }],
    },
    breakdowns: [ageBand, sex],
    ceiling: 'P',
  }),
  define({
    id: 'O07',
    title: 'Offences with physical contact',
    question: 'How much of it is contact abuse?',
    definition:
      'Offences of exploitation of a class that means physical contact (rape, sexual assault, sexual activity), as a share of those of a class that tells.',
    unit: 'percent',
    countingUnit: 'offences',
    theme: 'offences',
    tag: 'common',
    tellsOfEach: true,
    measure: {
      kind: 'share',
      of: recorded,
      known: [{ field: 'offence_class', in: [...CONTACT_CLASSES, ...OTHER_CLASSES] }],
      part: [{ field: 'offence_class', in: CONTACT_CLASSES }],
    },
    notes: ['By class alone: class 71, trafficking and abduction do not tell and count as not known.'],
  }),
  define({
    id: 'O17',
    title: 'Offences for each child',
    question: 'How often is one child harmed?',
    definition: 'Recorded offences of exploitation (O01) divided by the children who were their victims.',
    unit: 'ratio',
    countingUnit: 'offences',
    theme: 'offences',
    tag: 'ours',
    measure: { kind: 'ratio', numerator: recorded, denominator: victims },
  }),
  define({
    id: 'O18',
    title: 'Child victims of recorded offences',
    question: 'How many children are named as victims?',
    definition:
      'Distinct children who were victims of an offence of exploitation recorded in the half-year, by place of the offence.',
    unit: 'count',
    countingUnit: 'victims',
    theme: 'offences',
    tag: 'ours',
    measure: { kind: 'count', of: victims },
    breakdowns: [sex, ageBand],
    change: 'paired-people',
    notes: ['Crimes, victims and suspects are three different counts.'],
  }),
  define({
    id: 'P09',
    title: 'Offences by groups',
    question: 'How much of it is done by groups?',
    definition:
      'Offences of exploitation flagged as group-based or with at least two suspects named, as a share of all recorded in the half-year.',
    unit: 'percent',
    countingUnit: 'offences',
    theme: 'offences',
    tag: 'statutory',
    measure: {
      kind: 'share',
      of: recorded,
      part: [
        {
          any: [
            { field: 'group_flag', in: ['Y'] },
            { field: 'suspects_named', atLeast: 2 },
          ],
        },
      ],
    },
  }),
];
