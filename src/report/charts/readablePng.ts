const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Chunks that hold pixels and nothing else. */
const PIXELS_ONLY: ReadonlySet<string> = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND']);

/** Pictures are drawn at twice the size of their SVG. */
const SCALE = 2;

/**
 * What is wrong with a PNG picture of an SVG, or null: it must have the SVG's size, and hold no text, time or other words besides its pixels.
 */
export function readablePng(png: Buffer, svg: string): string | null {
  if (!png.subarray(0, SIGNATURE.length).equals(SIGNATURE)) return 'is no PNG picture.';
  let at = SIGNATURE.length;
  while (at + 8 <= png.length) {
    const length = png.readUInt32BE(at);
    const kind = png.toString('latin1', at + 4, at + 8);
    if (!PIXELS_ONLY.has(kind)) return 'holds words or other data besides its pixels.';
    if (kind === 'IHDR' && !hasSizeOf(png, at + 8, svg))
      return 'has another size than the picture that it shows.';
    at += 12 + length;
    if (kind === 'IEND') break;
  }
  return at === png.length ? null : 'holds data after its end, or ends too early.';
}

function hasSizeOf(png: Buffer, at: number, svg: string): boolean {
  const size = (name: string): number =>
    Number(new RegExp(`<svg[^>]* ${name}="(\\d+)"`).exec(svg)?.[1] ?? -1);
  return (
    png.readUInt32BE(at) === SCALE * size('width') && png.readUInt32BE(at + 4) === SCALE * size('height')
  );
}
