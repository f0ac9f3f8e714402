/** The sentences of a document that point to records, themselves, to be changed in place. */
export function spokenIn(value: unknown): { text: string; records: string[] }[] {
  if (typeof value !== 'object' || value === null) return [];
  const own =
    'text' in value && 'records' in value && Array.isArray(value.records) && value.records.length > 0
      ? [value as { text: string; records: string[] }]
      : [];
  return [...own, ...Object.values(value).flatMap(spokenIn)];
}
