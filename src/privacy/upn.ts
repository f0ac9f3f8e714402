/** Check letters of unique pupil numbers: A to Z without I, O and S, which look like digits. */
const LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ';

/**
 * A valid unique pupil number (13 characters, upper case), or null. The first letter checks the rest: the sum of the
 * characters weighted 2 to 13, modulo 23 (DfE UPN guide). A temporary number may end in a letter.
 */
export function normaliseUpn(text: string): string | null {
  const upn = text.replace(/[\s-]/g, '').toUpperCase();
  if (!/^[A-HJ-NP-RT-Z]\d{11}[0-9A-HJ-NP-RT-Z]$/.test(upn)) return null;
  let sum = 0;
  for (let i = 1; i < upn.length; i++) {
    const character = upn[i] ?? '';
    const letter = LETTERS.indexOf(character);
    sum += (letter < 0 ? Number(character) : letter) * (i + 1);
  }
  return LETTERS[sum % LETTERS.length] === upn[0] ? upn : null;
}
