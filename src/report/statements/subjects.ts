import { findIndicator } from '../../analysis/catalogue/index.js';
import type { ProfileView } from '../view.js';

/**
 * How an indicator is spoken of. `what`: the counted things of a count, or the things a share is of. For shares `share`
 * completes "the share of ...". At most six words, so that figure titles stay short.
 */
const SUBJECTS: Readonly<Record<string, string>> = {
  S01: 'children referred over CSE concerns',
  S02: 'children referred per 10,000',
  S03: 'contacts about CSE concerns',
  S04: 'contacts for each child referred',
  S05: 'children with an open case',
  S06: 'children with open cases per 10,000',
  S07: 'children with CSE as a factor at assessment',
  S08: 'assessments where CSE is a factor',
  S09: 'children known to have been exploited',
  V01: 'median age of children referred',
  V02: 'ages of children referred',
  V03: 'girls among children referred',
  V04: 'boys among children referred',
  V05: 'ethnic groups of children referred',
  V06: 'children with ethnic group not recorded',
  V07: 'disabled children among those referred',
  V08: 'looked-after children among those referred',
  V09: "looked-after children in children's homes",
  V10: 'looked-after children placed out of area',
  V11: 'children referred again within 12 months',
  V12: 'children harmed more than once',
  V15: 'children also exploited for crime',
  R01: 'sources of contacts about CSE',
  R02: 'contacts made by the police',
  R03: 'contacts accepted as referrals',
  R04: 'accepted referrals that were assessed',
  R05: 'children assessed as high risk',
  R06: 'contacts closed without further action',
  R07: 'decisions within one working day',
  R08: 'assessments finished in 45 working days',
  R09: 'days from concern to first contact',
  R10: 'risk levels of open cases',
  R11: 'reviews at which risk had fallen',
  R12: 'children re-referred within 12 months',
  R13: 'children open for over 12 months',
  R14: 'high-risk children with a strategy meeting',
  R15: 'children with a section 47 enquiry',
  R16: 'often-missing children screened for CSE',
  M01: 'missing episodes',
  M02: 'children reported missing',
  M03: 'children missing per 10,000',
  M04: 'episodes for each missing child',
  M05: 'children missing more than once',
  M05T: 'children missing three times in 90 days',
  M05Y: 'children missing more than once in twelve months',
  M06: 'episodes by the most-missing tenth',
  M07: 'episodes of looked-after children',
  M08: 'looked-after children who went missing',
  M09: 'length of missing episodes',
  M10: 'risk grades of missing episodes',
  M11: 'absences among all reports',
  M12: 'episodes flagged for CSE',
  M13: 'missing children also referred for CSE',
  M14: 'referred children who went missing',
  M16: 'episodes with an interview offered',
  M17: 'offered interviews completed',
  M18: 'episodes followed by an interview',
  M19: 'interviews within 72 hours',
  M20: 'episodes with interview in 72 hours',
  M21: 'reasons for no interview',
  M22: 'interviews at which CSE was disclosed',
  M23: 'interviews that led to intelligence',
  M24: 'children still missing at period end',
  M25: "episodes from five children's homes",
  O01: 'CSE offences recorded',
  O02: 'CSE offences per 1,000',
  O03: 'sexual offences against children',
  O05: 'non-recent CSE offences',
  O06: 'CSE offences with an online part',
  O07: 'CSE offences with physical contact',
  O08: 'outcomes that were charge or summons',
  O09: 'older offences charged or summonsed',
  O10: 'outcomes with a suspect dealt with',
  O11: 'outcomes without victim support',
  O12: 'victim-supported cases short of evidence',
  O13: 'outcomes with no suspect found',
  O14: 'days from recording to outcome',
  O15: 'investigations open over 12 months',
  O16: 'convictions',
  O17: 'offences for each victim',
  P01: 'people suspected of CSE offences',
  P02: 'ages of people suspected',
  P03: 'suspects aged under 18',
  P04: 'men and boys among suspects',
  P05: 'ethnic groups of people suspected',
  P06: 'suspects with ethnic group not recorded',
  P07: 'relationships of suspects to victims',
  P08: 'suspects of several offences',
  P09: 'offences by more than one suspect',
  P10: 'suspects from outside the offence district',
  P11: 'suspects registered as sex offenders',
  L02: 'places where CSE offences happen',
  L03: 'places recorded more than once',
  G01: 'active organised crime groups linked to CSE',
  D01: 'child abduction warning notices',
  I01: 'intelligence submissions',
  I02: 'submissions from partner agencies',
  A01: 'actions finished on time',
  A02: 'recommendations carried out',
  A03: 'state of actions due',
  D00: 'disruption actions',
  D02: 'disruption actions for each suspect',
  D04: 'court orders obtained',
  G02: 'mapped groups linked to CSE',
  G03: 'groups with lead, plan and review',
  G04: 'suspects linked to an organised group',
  H01: 'offers of an adviser taken up',
  H02: 'days to first health contact',
  I03: 'submissions acted on',
  L04: "offences outside the child's home district",
  M15: 'episodes without risk grade or flag',
  M27: 'missing episodes per 10,000',
  M28: 'flagged episodes of looked-after children',
  M09L: 'episodes longer than 24 hours',
  N02: 'trafficked children referred nationally',
  O04: 'offences flagged against class',
  O18: 'child victims of CSE offences',
  O19: 'outcomes of CSE offences',
  P12: 'suspects by progress of the case',
  R18: 'decisions on contacts',
  T05: 'training completions',
  T06: 'awareness and engagement events',
  V13: 'children harmed again who were referred',
  V16: 'open children aged 17',
  V17: 'kinds of exploitation recorded',
  X04: 'children by the agencies knowing them',
  X01: "children on two agencies' lists",
  X02: 'children known to three agencies',
  Q01: 'required fields filled in',
  Q02: 'days that extracts came late',
  Q03: 'rows about earlier half-years',
  Q04: 'children found in two extracts',
  Q05: 'rows that repeat another',
  Q07: 'children recorded with a number',
  Q06: 'series broken by changed recording',
  S10: 'children referred, year on year',
  V14: 'factors for each child assessed',
  V18: 'placements of looked-after children referred',
  R17: 'districts and agencies without contact',
  M26: "episodes for each children's-home place",
  M29: 'placements that children went missing from',
  M30: 'what children wanted to leave',
  M31: 'what drew children away',
  O20: 'platforms of online CSE offences',
  L01: 'offences and intelligence per 1,000',
  L07: 'offences by ward',
  L08: 'wards without a recorded offence',
  L05: 'missing episodes by day and time',
  L06: 'homes of children harmed here',
  D03: 'warning notices breached',
  D05: 'effect of disruption actions',
  D06: 'actions on premises and licences',
  N01: 'children referred as trafficking victims',
  E01: 'children persistently absent from school',
  E02: 'children suspended or excluded',
  E03: 'children out of school',
  H03: 'examinations within the window',
  H04: 'children seen by sexual health',
  I04: 'submissions of high grade',
  I05: 'days from submission to evaluation',
  I06: 'kinds of agency without submission',
  I07: 'what became of submissions',
  I08: 'reliability of sources',
  T01: 'level 1 courses completed by workforce',
  T02: 'training shown to be used',
  T03: 'schools reached by a session',
  T04: 'match of events to need',
  X03: 'estimate of children not seen',
};

/** What an indicator is called in sentences, whoever writes them: the noun phrase and the catalogue's title; words in it say nothing of a figure. */
export function namesOfMeasure(indicator: string): readonly string[] {
  return [SUBJECTS[indicator], findIndicator(indicator)?.title].flatMap((name) => name ?? []);
}

/** Noun phrase for an indicator in the middle of a sentence; falls back to the catalogue's title. */
export function subjectOf(view: ProfileView, indicator: string): string {
  const known = SUBJECTS[indicator];
  if (known !== undefined) return known;
  const title = view.info(indicator)?.title ?? indicator;
  return /^[A-Z][a-z]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}

/** "per cent of", "for every 10,000 children": how the unit is said after a number; empty for counts. */
export function unitText(view: ProfileView, indicator: string): string {
  switch (view.info(indicator)?.unit) {
    case 'rate10k':
      return 'for every 10,000 children aged 0 to 17, per half-year';
    case 'rate1k':
      return 'for every 1,000 children aged 10 to 17, per half-year';
    case 'days':
      return 'days';
    case 'hours':
      return 'hours';
    case 'years':
      return 'years';
    case 'percent':
      return 'of those with a known answer';
    case 'ratio':
      return 'on average';
    default:
      return view.info(indicator)?.countingUnit ?? '';
  }
}

/** What is measured and in which unit, for subtitles: the unit is not said twice. */
export function measureText(view: ProfileView, indicator: string): string {
  const subject = subjectOf(view, indicator);
  const unit = view.info(indicator)?.unit;
  if (unit === undefined || unit === 'count') return subject;
  return `${subject.replace(/ per [\d,]+$/, '')}, ${unitText(view, indicator)}`;
}
