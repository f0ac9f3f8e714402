/** Why a column looks like personal data. */
export type PersonalDataKind =
  | 'a name'
  | 'an address'
  | 'a date of birth'
  | 'an NHS number'
  | 'a full postcode'
  | 'a telephone number'
  | 'an e-mail address'
  | 'free text';

const HEADER_WORDS: readonly (readonly [PersonalDataKind, RegExp])[] = [
  [
    'a name',
    /\b(forenames?|surnames?|first ?names?|last ?names?|given ?names?|family ?names?|middle ?names?|full ?names?|known ?as|alias(es)?|aka|mother|father|carer name|parent name)\b/,
  ],
  [
    'a name',
    /\b(child|victim|suspect|pupil|patient|client|subject|offender|person|nominal|young person|yp|parent|carer|worker)s? names?\b|^names?$/,
  ],
  ['an address', /\b(home )?address(es)?\b|\bstreet\b|\bhouse (no|number|name)\b|\bpost ?town\b/],
  ['a date of birth', /\b(dob|date of birth|birth ?date|birthday|born)\b/],
  ['an NHS number', /\bnhs( ?(no|num|number|id))?\b/],
  ['a full postcode', /\b(post ?code|postal code|zip)\b/],
  ['a telephone number', /\b(tel(ephone)?|phone|mobile|contact (no|number))\b/],
  ['an e-mail address', /\be ?mail\b/],
  [
    'free text',
    /\b(notes?|comments?|narrative|free ?text|summary|details|description|circumstances|account|remarks)\b/,
  ],
];

/** What a header suggests, or null. Case, punctuation and underscores do not matter. */
export function headerSuggests(header: string): PersonalDataKind | null {
  const folded = header
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  return HEADER_WORDS.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
}

const EMAIL = /[^\s@,;<>()]+@[^\s@,;<>()]+\.[a-z]{2,}/i;
const POSTCODE =
  /(^|[^A-Z0-9])(GIR ?0AA|[A-PR-UWYZ]([0-9]{1,2}|[A-HK-Y][0-9]|[A-HK-Y][0-9]{2}|[0-9][A-HJKPS-UW]|[A-HK-Y][0-9][ABEHMNPRV-Y]) ?[0-9][ABD-HJLNP-UW-Z]{2})($|[^A-Z0-9])/i;
const PHONE = /^(\+44|0044|0)[ ()]*[1-378][0-9 ()-]{8,12}$/;
const TWO_NAMES = /^\p{Lu}[\p{Ll}'’]+([ -]\p{Lu}[\p{L}'’-]+)+$|^\p{Lu}[\p{L}'’-]+, *\p{Lu}[\p{L}'’-]+$/u;

/** True for ten digits (spaces allowed) with a right NHS check digit. */
export function isNhsNumber(text: string): boolean {
  const digits = text.replace(/[ -]/g, '');
  if (!/^\d{10}$/.test(digits) || /^(\d)\1{9}$/.test(digits)) return false;
  let sum = 0;
  for (let at = 0; at < 9; at++) sum += Number(digits[at]) * (10 - at);
  const check = (11 - (sum % 11)) % 11;
  return check === Number(digits[9]);
}

/**
 * What the values of a column suggest, or null. Addresses of e-mail and full postcodes count wherever they occur;
 * numbers and names only when they are what the column mostly holds, because references can look alike.
 * @param values distinct values of the column
 */
export function valuesSuggest(values: readonly string[]): PersonalDataKind | null {
  let filled = 0;
  let nhs = 0;
  let phone = 0;
  let names = 0;
  let long = 0;
  for (const value of values) {
    const text = value.trim();
    if (text === '') continue;
    filled++;
    if (text.includes('@') && EMAIL.test(text)) return 'an e-mail address';
    if (POSTCODE.test(text)) return 'a full postcode';
    if (isNhsNumber(text)) nhs++;
    if (PHONE.test(text)) phone++;
    if (TWO_NAMES.test(text)) names++;
    if (text.length > 60 && text.split(' ').length > 8) long++;
  }
  if (nhs > 0 && nhs >= filled / 2) return 'an NHS number';
  if (phone > 0 && phone >= filled / 2) return 'a telephone number';
  if (long > 0 && long >= filled / 4) return 'free text';
  if (filled >= 5 && names >= 0.8 * filled) return 'a name';
  return null;
}
