import { inflateSync } from 'node:zlib';

/** A decoded picture: rows of RGBA bytes. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

/** Bytes of a pixel by colour type: number in a palette, or red, green, blue and opacity. */
const WIDTHS: Readonly<Record<number, number>> = { 3: 1, 6: 4 };

/** Decodes an 8-bit PNG with a palette or RGBA, without interlacing (PNG specification, sections 7 and 9). */
export function pixelsOf(png: Uint8Array): Pixels {
  const file = Buffer.from(png);
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  const wide = WIDTHS[file[25] ?? 0];
  if (file[24] !== 8 || wide === undefined) throw new Error('expected 8 bits with a palette or RGBA');
  const parts: Buffer[] = [];
  let palette = Buffer.alloc(0);
  for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at)) {
    const kind = file.toString('latin1', at + 4, at + 8);
    const data = file.subarray(at + 8, at + 8 + file.readUInt32BE(at));
    if (kind === 'IDAT') parts.push(data);
    else if (kind === 'PLTE') palette = data;
  }
  const raw = inflateSync(Buffer.concat(parts));
  const stride = width * wide;
  const bytes = new Uint8Array(stride * height);
  for (let row = 0; row < height; row++) {
    const filter = raw[row * (stride + 1)];
    for (let index = 0; index < stride; index++) {
      const left = index < wide ? 0 : (bytes[row * stride + index - wide] ?? 0);
      const up = row === 0 ? 0 : (bytes[(row - 1) * stride + index] ?? 0);
      const corner = row === 0 || index < wide ? 0 : (bytes[(row - 1) * stride + index - wide] ?? 0);
      const add = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter ?? 0] ?? 0;
      bytes[row * stride + index] = ((raw[row * (stride + 1) + 1 + index] ?? 0) + add) & 0xff;
    }
  }
  if (wide === 4) return { width, height, bytes };
  const coloured = new Uint8Array(width * height * 4).fill(255);
  bytes.forEach((number, pixel) => {
    coloured.set(palette.subarray(3 * number, 3 * number + 3), 4 * pixel);
  });
  return { width, height, bytes: coloured };
}

/** Share of the pixels in some rows that are darker than mid grey. */
export function darkShare({ width, bytes }: Pixels, fromRow: number, toRow: number): number {
  let dark = 0;
  for (let at = fromRow * width * 4; at < toRow * width * 4; at += 4) {
    if ((bytes[at] ?? 255) + (bytes[at + 1] ?? 255) + (bytes[at + 2] ?? 255) < 300) dark++;
  }
  return dark / ((toRow - fromRow) * width);
}
