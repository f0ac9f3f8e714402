/** Text as compared when case, spaces and punctuation do not matter: `Date of Birth` and `date_of_birth` are the same. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('&', 'and')
    .replace(/[^a-z0-9]/g, '');
}
