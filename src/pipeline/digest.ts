import { createHash } from 'node:crypto';

/** SHA-256 of bytes or text, in hexadecimal. Only for files that hold no identifier. */
export function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

/** JSON with keys in a fixed order, so that the same value always gives the same bytes. */
export function stableJson(value: unknown, indent = 2): string {
  return `${JSON.stringify(sorted(value), null, indent)}\n`;
}
