/**
 * Linkage tokens as stored: for each kind one item `<kind>:<tokens>`, items separated by blanks, the tokens of a kind
 * sorted and written one after the other at a fixed width (eight bytes of HMAC in base64url).
 */
export const TOKEN_CHARACTERS = 11;

/** One stored item of a kind, or an empty text when the set is empty. */
export function tokenItem(kind: string, tokens: readonly string[]): string {
  return tokens.length === 0 ? '' : `${kind}:${[...new Set(tokens)].sort().join('')}`;
}

/** The token sets of a stored profile, by kind. */
export function parseTokens(stored: string): ReadonlyMap<string, readonly string[]> {
  const sets = new Map<string, readonly string[]>();
  for (const item of stored.split(' ')) {
    const colon = item.indexOf(':');
    if (colon < 0) continue;
    const tokens: string[] = [];
    for (let at = colon + 1; at < item.length; at += TOKEN_CHARACTERS) {
      tokens.push(item.slice(at, at + TOKEN_CHARACTERS));
    }
    sets.set(item.slice(0, colon), tokens);
  }
  return sets;
}
