import { crc32, inflateRawSync } from 'node:zlib';

/** One file of an archive, as the directory at its end describes it. */
export interface UnzippedFile {
  readonly path: string;
  readonly stored: boolean;
  /** The two words of date and time. */
  readonly stamp: number;
  readonly text: string;
}

/**
 * Reads a ZIP archive by its directory, in order, and checks every size, checksum and repeated header field.
 *
 * @throws Error at the first thing that does not fit
 */
export function unzip(bytes: Uint8Array): readonly UnzippedFile[] {
  const data = Buffer.from(bytes);
  const end = data.length - 22;
  if (data.readUInt32LE(end) !== 0x06054b50) throw new Error('no end record');
  const files: UnzippedFile[] = [];
  let at = data.readUInt32LE(end + 16);
  for (let left = data.readUInt16LE(end + 10); left > 0; left--) {
    if (data.readUInt32LE(at) !== 0x02014b50) throw new Error('no directory record');
    const nameLength = data.readUInt16LE(at + 28);
    if (data.readUInt32LE(at + 30) !== 0) throw new Error('extra fields or a comment');
    const local = data.readUInt32LE(at + 42);
    if (data.readUInt32LE(local) !== 0x04034b50) throw new Error('no file record');
    if (data.readUInt16LE(local + 28) !== 0) throw new Error('extra field');
    if (data.compare(data, at + 6, at + 30, local + 4, local + 28) !== 0) throw new Error('headers differ');
    const start = local + 30 + nameLength;
    const packed = data.subarray(start, start + data.readUInt32LE(at + 20));
    const stored = data.readUInt16LE(at + 10) === 0;
    const raw = stored ? packed : inflateRawSync(packed);
    if (raw.length !== data.readUInt32LE(at + 24)) throw new Error('wrong size');
    if (crc32(raw) !== data.readUInt32LE(at + 16)) throw new Error('wrong checksum');
    const path = data.toString('utf8', at + 46, at + 46 + nameLength);
    if (path !== data.toString('utf8', local + 30, start)) throw new Error('names differ');
    files.push({ path, stored, stamp: data.readUInt32LE(at + 12), text: raw.toString('utf8') });
    at += 46 + nameLength;
  }
  if (at !== end) throw new Error('something between directory and end');
  return files;
}
