/** A term and how to find that a text uses it. */
interface Term {
  readonly term: string;
  readonly pattern: RegExp;
  readonly text: string;
}

/** Terms and shorthand of the field, A to Z; only those that the document uses are printed. */
const TERMS: readonly Term[] = [
  { term: '4P', pattern: /\b4P\b/, text: 'Prepare, prevent, protect, pursue: the strands of a plan.' },
  {
    term: 'ABE',
    pattern: /\bABE\b/,
    text: 'Achieving best evidence: how children are interviewed for court.',
  },
  { term: 'AP', pattern: /\bAP\b/, text: 'Alternative provision: schooling outside a school.' },
  { term: 'BwD', pattern: /\bBwD\b/, text: 'Blackburn with Darwen.' },
  {
    term: 'CAWN or warning notice',
    pattern: /\bCAWN\b|warning notice/i,
    text: 'Child abduction warning notice: tells an adult to keep away from a named child. Breaking it is not in itself an offence.',
  },
  { term: 'CCE', pattern: /\bCCE\b/, text: 'Child criminal exploitation.' },
  {
    term: 'CIN',
    pattern: /\bCIN\b|child(ren)? in need/i,
    text: 'Child in need: a child who needs help of social care under section 17 of the Children Act 1989.',
  },
  { term: 'CLA', pattern: /\bCLA\b/, text: 'Child looked after by a council.' },
  {
    term: 'CME',
    pattern: /\bCME\b|missing education/i,
    text: 'Children missing education: on no school roll.',
  },
  {
    term: 'CPB or partnership board',
    pattern: /\bCPB\b|Partnership Board/i,
    text: 'Children’s Partnership Board: groups of districts in the county.',
  },
  { term: 'CSA', pattern: /\bCSA\b/, text: 'Child sexual abuse.' },
  { term: 'CSE', pattern: /\bCSE\b/, text: 'Child sexual exploitation, a form of child sexual abuse.' },
  {
    term: 'EHE',
    pattern: /\bEHE\b|educated at home|home education/i,
    text: 'Elective home education: parents teach the child themselves.',
  },
  {
    term: 'Factor',
    pattern: /\bfactors?\b/i,
    text: 'What an assessment names as affecting the child, from a national list.',
  },
  { term: 'HSB', pattern: /\bHSB\b/, text: 'Harmful sexual behaviour.' },
  { term: 'ICPC', pattern: /\bICPC\b/, text: 'Initial child protection conference.' },
  {
    term: 'Independent adviser',
    pattern: /\bISVA\b|independent (sexual violence )?adviser|\badviser\b/i,
    text: 'Independent sexual violence adviser (ISVA): stands by a child through police, court and health services.',
  },
  { term: 'Looked after', pattern: /looked[- ]after/i, text: 'In the care of a council.' },
  { term: 'MACE', pattern: /\bMACS?E\b/, text: 'Multi-agency child exploitation panel.' },
  {
    term: 'MASH',
    pattern: /\bMASH\b/,
    text: 'Multi-agency safeguarding hub: where contacts about children arrive.',
  },
  {
    term: 'National referral mechanism (NRM)',
    pattern: /\bNRM\b|national referral|trafficking victims|referred nationally/i,
    text: 'The national way in which possible victims of trafficking are referred and decided on.',
  },
  {
    term: 'NFA',
    pattern: /\bNFA\b|further action/i,
    text: 'No further action: a contact was closed at once.',
  },
  { term: 'Non-recent', pattern: /non-recent/i, text: 'Reported more than twelve months after it happened.' },
  {
    term: 'Organised crime group (OCG)',
    pattern: /\bOCG\b|organised (crime )?group/i,
    text: 'A group mapped by the police under the national method.',
  },
  {
    term: 'Persistent absence',
    pattern: /persistent(ly)? absen/i,
    text: 'Missing a tenth or more of school sessions; severe absence is a half or more.',
  },
  {
    term: 'Placement',
    pattern: /\bplacements?\b/i,
    text: 'Where a looked-after child lives: with foster carers, in a children’s home, elsewhere.',
  },
  {
    term: 'Return interview',
    pattern: /\bRHI\b|return (home )?interview/i,
    text: 'An independent talk with a child after a missing episode, to be offered within 72 hours.',
  },
  { term: 'RSO', pattern: /\bRSO\b/, text: 'Registered sex offender.' },
  { term: 'SARC', pattern: /\bSARC\b|referral centre/i, text: 'Sexual assault referral centre.' },
  {
    term: 'Section 47',
    pattern: /section 47/i,
    text: 'An enquiry under section 47 of the Children Act 1989 into whether a child is suffering harm.',
  },
  {
    term: 'SERAF',
    pattern: /\bSERAF\b/,
    text: 'Sexual exploitation risk assessment framework: a tool that scores risk.',
  },
  {
    term: 'Sexual risk and harm prevention orders',
    pattern: /\bS(RO|HPO)\b|sexual (risk|harm)/i,
    text: 'Court orders that limit what an adult may do; the first needs no conviction.',
  },
  {
    term: 'Slavery and trafficking orders',
    pattern: /\bST[PR]O\b|slavery and trafficking/i,
    text: 'Court orders that limit what a trafficker may do.',
  },
  {
    term: 'Specialist team',
    pattern: /specialist team|open case/i,
    text: 'The multi-agency exploitation team of a board’s area.',
  },
  {
    term: 'Strategy meeting',
    pattern: /strategy meeting/i,
    text: 'Agencies meet to decide whether to begin an enquiry and who does what.',
  },
  { term: 'UASC', pattern: /\bUASC\b/, text: 'Unaccompanied asylum-seeking child.' },
  {
    term: '3x5x2 and 5x5x5',
    pattern: /3x5x2|5x5x5/,
    text: 'Schemes by which the police grade intelligence: the source, the information, and who may see it.',
  },
];

/** The terms that a text uses, A to Z. */
export function termsIn(text: string): readonly { readonly term: string; readonly text: string }[] {
  return TERMS.filter(({ pattern }) => pattern.test(text)).map(({ term, text: meaning }) => ({
    term,
    text: meaning,
  }));
}
