const DIGIT_FOR: Readonly<Record<string, string>> = { O: '0', I: '1' };
const LETTER_FOR: Readonly<Record<string, string>> = { '0': 'O', '1': 'I' };
/** Outward shapes by length, commonest first: A a letter, 9 a digit. */
const OUTWARD: Readonly<Record<number, readonly string[]>> = {
  2: ['A9'],
  3: ['AA9', 'A99', 'A9A'],
  4: ['AA99', 'AA9A'],
};

/** The text in a shape, with O/0 and I/1 put right where the position demands it, and how many were. */
function fitted(text: string, shape: string): { readonly text: string; readonly repairs: number } | null {
  let out = '';
  let repairs = 0;
  for (const [i, demanded] of [...shape].entries()) {
    const character = text[i] ?? '';
    const fits = demanded === 'A' ? /[A-Z]/.test(character) : /\d/.test(character);
    const repaired = fits ? character : (demanded === 'A' ? LETTER_FOR : DIGIT_FOR)[character];
    if (repaired === undefined) return null;
    if (!fits) repairs += 1;
    out += repaired;
  }
  return { text: out, repairs };
}

/**
 * A unit postcode in upper case without blanks, or an empty text when it has not the shape of one or stands for "no
 * fixed abode", "abroad" or "unknown" (ZZ99, NF).
 */
export function normalisePostcode(text: string): string {
  const code = text.toUpperCase().replace(/\s/g, '');
  if (code.startsWith('ZZ99') || code.startsWith('NF')) return '';
  const inward = fitted(code.slice(-3), '9AA');
  const outward = code.slice(0, -3);
  if (inward === null) return '';
  let best: { readonly text: string; readonly repairs: number } | null = null;
  for (const shape of OUTWARD[outward.length] ?? []) {
    const candidate = fitted(outward, shape);
    if (candidate !== null && (best === null || candidate.repairs < best.repairs)) best = candidate;
  }
  return best === null ? '' : best.text + inward.text;
}
