/** Letters without a decomposition into a plain letter and a mark. */
const PLAIN: Readonly<Record<string, string>> = {
  Ł: 'L',
  Ø: 'O',
  Æ: 'AE',
  Œ: 'OE',
  Ð: 'D',
  Đ: 'D',
  Þ: 'TH',
  ẞ: 'SS',
};
const TITLE = /^(?:MR|MRS|MISS|MS|MX|DR|MASTER) (?=[A-Z])/;
const PREFIX = /\b(MC|MAC|O)[ -](?=[A-Z])/g;
/** What systems hold when nobody knew the name, with blanks taken out. */
const NOT_A_NAME = new Set([
  '',
  'X',
  'NK',
  'NA',
  'NONE',
  'TEST',
  'UNKNOWN',
  'NOTKNOWN',
  'BABY',
  'BABYBOY',
  'BABYGIRL',
  'TWIN',
  'MALE',
  'FEMALE',
  'INFANT',
  'UNBORN',
]);

/** Upper-case words of a name in A to Z; hyphens stay for now, since they tell a double name from two names. */
function folded(text: string): string {
  const letters = text
    .replace(/\u00b4/g, '')
    .toUpperCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ŁØÆŒÐĐÞẞ]/g, (letter) => PLAIN[letter] ?? '')
    .replace(/['’‘ʼ`.]/g, '')
    .replace(/[/\\\s]+/g, ' ')
    .replace(/ *[-‐‑–—]+ */g, '-')
    .replace(/[^A-Z -]/g, '')
    .replace(/ +/g, ' ')
    .replace(/^[ -]+|[ -]+$/g, '');
  const name = letters.replace(TITLE, '').replace(PREFIX, '$1');
  return NOT_A_NAME.has(letters.replace(/[ -]/g, '')) || name.startsWith('BABY OF ') ? '' : name;
}

/**
 * A name in the letters A to Z and single blanks, or an empty text when it is no name (method note linkage 1.4, version
 * 1): accents dropped, apostrophes and full stops deleted, hyphens to blanks, titles dropped, Mc, Mac and O joined to
 * the next word, words for "unknown" removed.
 */
export function normaliseName(text: string): string {
  return folded(text).replaceAll('-', ' ');
}

/** The forename proper: the first word, or the whole of a hyphenated first word; middle names are left out. */
export function normaliseForename(text: string): string {
  return (folded(text).split(' ')[0] ?? '').replaceAll('-', ' ');
}
