import { crc32, deflateRawSync } from 'node:zlib';

/** One file of an archive. */
export interface ZipEntry {
  readonly path: string;
  readonly content: string;
  /** Written without compression, as the first entry of an OpenDocument file must be. */
  readonly stored?: boolean;
}

/** PKWARE APPNOTE 6.3: signatures of the three kinds of record. */
const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;

const VERSION = 20;
const UTF8_NAMES = 0x0800;
const STORED = 0;
const DEFLATED = 8;
/** 1 January 1980, 00:00: the earliest time that the format can hold, in place of the clock. */
const DATE = 0x0021;
const TIME = 0;

/** The fields that the header in front of a file and its line in the directory have in common. */
function description(method: number, checksum: number, packed: number, size: number, name: number): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(VERSION, 0);
  fields.writeUInt16LE(UTF8_NAMES, 2);
  fields.writeUInt16LE(method, 4);
  fields.writeUInt16LE(TIME, 6);
  fields.writeUInt16LE(DATE, 8);
  fields.writeUInt32LE(checksum, 10);
  fields.writeUInt32LE(packed, 14);
  fields.writeUInt32LE(size, 18);
  fields.writeUInt16LE(name, 22);
  return fields;
}

function localHeader(fields: Buffer): Buffer {
  const signature = Buffer.alloc(4);
  signature.writeUInt32LE(LOCAL);
  return Buffer.concat([signature, fields]);
}

function centralHeader(fields: Buffer, offset: number): Buffer {
  const start = Buffer.alloc(6);
  start.writeUInt32LE(CENTRAL, 0);
  start.writeUInt16LE(VERSION, 4);
  const end = Buffer.alloc(14);
  end.writeUInt32LE(offset, 10);
  return Buffer.concat([start, fields, end]);
}

function endRecord(entries: number, size: number, offset: number): Buffer {
  const record = Buffer.alloc(22);
  record.writeUInt32LE(END, 0);
  record.writeUInt16LE(entries, 8);
  record.writeUInt16LE(entries, 10);
  record.writeUInt32LE(size, 12);
  record.writeUInt32LE(offset, 16);
  return record;
}

/**
 * A ZIP archive of texts, in the given order. No clock and no attribute of the machine goes in, so the same entries give
 * the same bytes with the same version of Node.
 */
export function zip(entries: readonly ZipEntry[]): Uint8Array {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { path, content, stored = false } of entries) {
    const name = Buffer.from(path);
    const raw = Buffer.from(content);
    const packed = stored ? raw : deflateRawSync(raw, { level: 9 });
    const method = stored ? STORED : DEFLATED;
    const fields = description(method, crc32(raw), packed.length, raw.length, name.length);
    const header = localHeader(fields);
    files.push(header, name, packed);
    directory.push(centralHeader(fields, offset), name);
    offset += header.length + name.length + packed.length;
  }
  const index = Buffer.concat(directory);
  return Buffer.concat([...files, index, endRecord(entries.length, index.length, offset)]);
}
