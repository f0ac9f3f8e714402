import type { ExtractName } from '../extracts/schema.js';

/** Which identifying columns an agency's system has, and how often they are filled and right. */
export interface Holdings {
  readonly nhs: number;
  readonly upn: number;
  readonly dateOfBirth: number;
  readonly postcode: number;
  /** Share of children under another form of the forename, with a slip in a name, or with a slip in the birth date. */
  readonly otherForename: number;
  readonly nameSlip: number;
  readonly birthSlip: number;
  /** Share of children whose move of home never reached the agency. */
  readonly oldAddress: number;
  /** Share of children whose sex nobody wrote down. */
  readonly unknownSex: number;
}

/** An agency of the sample partnership. */
export interface SampleAgency {
  readonly id: string;
  readonly name: string;
  readonly type: 'POL' | 'CSC' | 'HEA' | 'VCS';
  /** Letters with which its systems begin the number of a person. */
  readonly prefix: string;
  readonly extracts: readonly ExtractName[];
  readonly holds: Holdings;
  /** How its systems write dates, areas and lines. */
  readonly dates: 'iso' | 'dmy';
  readonly areas: 'code' | 'name';
  readonly newline: '\n' | '\r\n';
  readonly capitals: boolean;
}

const COUNCIL_EXTRACTS = ['referrals', 'education', 'training', 'engagement'] as const;

const COUNCIL: Holdings = {
  nhs: 0.9,
  upn: 0.75,
  dateOfBirth: 0.995,
  postcode: 0.985,
  otherForename: 0.08,
  nameSlip: 0.02,
  birthSlip: 0.012,
  oldAddress: 0.25,
  unknownSex: 0,
};

/** The six agencies, with what each of them sends every half-year. */
export const AGENCIES: readonly SampleAgency[] = [
  {
    id: 'lancashire-constabulary',
    name: 'Lancashire Constabulary',
    type: 'POL',
    prefix: 'N',
    extracts: ['missing-episodes', 'offences', 'suspects', 'intelligence', 'ocg', 'ocg-links', 'disruption'],
    holds: {
      nhs: 0.82,
      upn: 0.3,
      dateOfBirth: 0.985,
      postcode: 0.96,
      otherForename: 0.12,
      nameSlip: 0.035,
      birthSlip: 0.02,
      oldAddress: 0.4,
      unknownSex: 0,
    },
    dates: 'dmy',
    areas: 'name',
    newline: '\r\n',
    capitals: true,
  },
  {
    id: 'lancashire-county-council',
    name: 'Lancashire County Council',
    type: 'CSC',
    prefix: '',
    extracts: [...COUNCIL_EXTRACTS, 'actions'],
    holds: COUNCIL,
    dates: 'iso',
    areas: 'code',
    newline: '\n',
    capitals: false,
  },
  {
    id: 'blackpool-council',
    name: 'Blackpool Council',
    type: 'CSC',
    prefix: 'BP',
    extracts: COUNCIL_EXTRACTS,
    holds: { ...COUNCIL, nhs: 0.94 },
    dates: 'dmy',
    areas: 'code',
    newline: '\r\n',
    capitals: false,
  },
  {
    id: 'blackburn-with-darwen-council',
    name: 'Blackburn with Darwen Council',
    type: 'CSC',
    prefix: 'BD',
    extracts: COUNCIL_EXTRACTS,
    holds: { ...COUNCIL, nhs: 0.84 },
    dates: 'iso',
    areas: 'name',
    newline: '\n',
    capitals: false,
  },
  {
    id: 'nhs-lancashire',
    name: 'NHS Lancashire (provider trusts)',
    type: 'HEA',
    prefix: 'H',
    extracts: ['health', 'training'],
    holds: { ...COUNCIL, nhs: 0.985, upn: 0, otherForename: 0.04, oldAddress: 0.15 },
    dates: 'iso',
    areas: 'code',
    newline: '\n',
    capitals: true,
  },
  {
    id: 'lancashire-voluntary-partnership',
    name: 'Lancashire Voluntary Partnership',
    type: 'VCS',
    prefix: 'V',
    extracts: ['return-interviews', 'engagement'],
    holds: {
      ...COUNCIL,
      nhs: 0.66,
      upn: 0,
      dateOfBirth: 0.96,
      postcode: 0.7,
      otherForename: 0.2,
      nameSlip: 0.04,
      unknownSex: 0.01,
    },
    dates: 'dmy',
    areas: 'name',
    newline: '\r\n',
    capitals: false,
  },
];

/** An agency by its id. @throws RangeError for an id that is not one of the six */
export function agencyById(id: string): SampleAgency {
  const agency = AGENCIES.find((candidate) => candidate.id === id);
  if (agency === undefined) throw new RangeError('The sample has no such agency.');
  return agency;
}
