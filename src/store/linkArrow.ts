import { columnFromArray, tableFromColumns, tableFromIPC, utf8 } from '@uwdata/flechette';
import type { LinkTable } from '../extracts/table.js';
import { ipcBytes } from './eventArrow.js';

/** The Arrow bytes of linkage evidence: pseudonyms and keyed tokens of distinct profiles. */
export function encodeLinks(links: LinkTable): Uint8Array {
  const column = (values: readonly (string | null)[]) => columnFromArray<string>([...values], utf8());
  return ipcBytes(
    tableFromColumns([
      ['person', column(links.person)],
      ['nhs', column(links.nhs)],
      ['upn', column(links.upn)],
      ['tokens', column(links.tokens)],
    ]),
  );
}

/**
 * The linkage evidence of Arrow bytes that {@link encodeLinks} made.
 * @throws when the bytes are something else
 */
export function decodeLinks(bytes: Uint8Array): Omit<LinkTable, 'agency'> {
  const arrow = tableFromIPC(bytes);
  const nullable = (name: string): (string | null)[] =>
    Array.from(arrow.getChild(name), (value: unknown) => (typeof value === 'string' ? value : null));
  const texts = (name: string): string[] => nullable(name).map((value) => value ?? '');
  const person = texts('person');
  return {
    rows: person.length,
    person,
    nhs: nullable('nhs'),
    upn: nullable('upn'),
    tokens: texts('tokens'),
  };
}
