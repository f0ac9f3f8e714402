// Draws and packs pictures on a thread of its own: packing takes as long as drawing, and would hold up the next chart.
import { parentPort, workerData } from 'node:worker_threads';
import { crc32, deflateSync } from 'node:zlib';
import { Resvg } from '@resvg/resvg-js';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const MOST_COLOURS = 256;
/** Beyond this the files hardly get smaller and packing takes twice as long. */
const LEVEL = 3;

function chunk(kind, data) {
  const out = Buffer.alloc(data.length + 12);
  out.writeUInt32BE(data.length, 0);
  out.write(kind, 4, 'latin1');
  data.copy(out, 8);
  out.writeUInt32BE(crc32(out.subarray(4, data.length + 8)), data.length + 8);
  return out;
}

/** Number of each pixel's colour in order of first appearance, a row behind its filter byte; null for a picture of too many colours. */
function indexed(pixels, width, height) {
  const numberOf = new Map();
  const rows = Buffer.allocUnsafe((width + 1) * height);
  let last = -1;
  let number = 0;
  for (let y = 0, from = 0, to = 0; y < height; y++) {
    rows[to++] = 0;
    for (let x = 0; x < width; x++) {
      const colour = pixels[from++];
      if (colour !== last) {
        last = colour;
        number = numberOf.get(colour) ?? -1;
        if (number < 0) {
          number = numberOf.size;
          if (number === MOST_COLOURS) return null;
          numberOf.set(colour, number);
        }
      }
      rows[to++] = number;
    }
  }
  return { rows, colours: [...numberOf.keys()] };
}

/** A picture of few colours, as charts are, as a PNG with a palette: half as large as one with three bytes a pixel. */
function packed(image) {
  const { width, height, pixels: bytes } = image;
  const found = indexed(new Uint32Array(bytes.buffer, bytes.byteOffset, width * height), width, height);
  if (found === null) return image.asPng();
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  // Pixels are red, green, blue and opacity in order of address; the background makes all of them opaque.
  const palette = Buffer.from(found.colours.flatMap((colour) => [...new Uint8Array(new Uint32Array([colour]).buffer, 0, 3)]));
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(found.rows, { level: LEVEL })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

parentPort.on('message', ({ id, svg }) => {
  try {
    const png = packed(new Resvg(svg, workerData).render());
    parentPort.postMessage({ id, png });
  } catch {
    // The text of an error could hold a piece of the picture.
    parentPort.postMessage({ id, png: null });
  }
});
