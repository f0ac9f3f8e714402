const LENGTH = 10;

/**
 * The ten digits of a valid NHS number, or null. Blanks and hyphens are allowed between digits; the last digit must be
 * the modulus 11 check digit, and numbers of one repeated digit are refused.
 * @param options.testNumbers accept the range 999 xxx xxxx, which is never given to a patient
 */
export function normaliseNhsNumber(text: string, options: { readonly testNumbers: boolean }): string | null {
  const digits = text.replace(/[\s-]/g, '');
  if (!/^\d{10}$/.test(digits) || /^(\d)\1{9}$/.test(digits)) return null;
  if (!options.testNumbers && digits.startsWith('999')) return null;
  return nhsCheckDigit(digits.slice(0, LENGTH - 1)) === Number(digits[LENGTH - 1]) ? digits : null;
}

/**
 * The check digit of the first nine digits of an NHS number: 11 minus the weighted sum (weights 10 to 2) modulo 11,
 * where 11 counts as 0.
 * @returns null when the result is 10: no NHS number begins with these nine digits
 */
export function nhsCheckDigit(firstNine: string): number | null {
  let sum = 0;
  for (let i = 0; i < LENGTH - 1; i++) sum += Number(firstNine[i]) * (LENGTH - i);
  const check = 11 - (sum % 11);
  return check === 10 ? null : check % 11;
}
