const CHECK_LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ';

/** NHS numbers beginning 999 are kept for testing and are never issued: a million bodies, about 909,000 valid. */
const TEST_BODIES = 1_000_000;

/** The check digit of the first nine digits of an NHS number, or null when no number has that body. */
export function nhsCheckDigit(body: string): number | null {
  let sum = 0;
  for (let i = 0; i < 9; i++) sum += Number(body[i]) * (10 - i);
  const check = 11 - (sum % 11);
  return check === 11 ? 0 : check === 10 ? null : check;
}

/**
 * The `n`-th NHS number of the test range: well-formed, with a valid check digit, different for each `n`.
 * @returns null when the range is used up or the body has no valid check digit, as for a child not yet traced
 */
export function testNhsNumber(n: number): string | null {
  if (n >= TEST_BODIES) return null;
  const body = `999${String((n * 387_411 + 104_729) % TEST_BODIES).padStart(6, '0')}`;
  const check = nhsCheckDigit(body);
  return check === null ? null : `${body}${check}`;
}

/** The check letter of the last twelve characters of a unique pupil number. */
export function upnCheckLetter(rest: string): string {
  let sum = 0;
  for (let i = 0; i < rest.length; i++) {
    const c = rest.charAt(i);
    const value = c >= '0' && c <= '9' ? Number(c) : CHECK_LETTERS.indexOf(c);
    sum += value * (i + 2);
  }
  return CHECK_LETTERS.charAt(sum % 23);
}

/**
 * A unique pupil number of correct form from local authority 999, which does not exist.
 * @param n number of the child
 * @param entryYear two last digits of the year the child started school
 */
export function inventedUpn(n: number, entryYear: number): string {
  const school = String(1000 + (Math.floor(n / 1000) % 9000)).padStart(4, '0');
  const rest = `999${school}${String(entryYear % 100).padStart(2, '0')}${String(n % 1000).padStart(3, '0')}`;
  return upnCheckLetter(rest) + rest;
}

/**
 * An agency's own number for a record or person: looks unordered, is different for each `n` below ten million.
 * @param prefix letters of the agency's system
 * @param width digits, at most 7
 */
export function localId(prefix: string, n: number, width = 7): string {
  const size = 10 ** width;
  return `${prefix}${String((n * 7_654_327 + 1_299_721) % size).padStart(width, '0')}`;
}
