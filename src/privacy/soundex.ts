const CODES: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'BFPV'].map((letter) => [letter, '1'])),
  ...Object.fromEntries([...'CGJKQSXZ'].map((letter) => [letter, '2'])),
  ...Object.fromEntries([...'DT'].map((letter) => [letter, '3'])),
  L: '4',
  M: '5',
  N: '5',
  R: '6',
};

/**
 * American Soundex of a name in A to Z: the first letter and three digits. Equal codes in a row count once, also across
 * H and W, but not across a vowel (US National Archives rule).
 */
export function soundex(name: string): string {
  let code = name.slice(0, 1);
  let last = CODES[code] ?? '';
  for (const letter of name.slice(1)) {
    if (letter === 'H' || letter === 'W') continue;
    const digit = CODES[letter] ?? '';
    if (digit !== '' && digit !== last) code += digit;
    if (code.length === 4) return code;
    last = digit;
  }
  return code.padEnd(4, '0');
}
