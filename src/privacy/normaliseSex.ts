/** `M`, `F`, or an empty text: not known and other are not a mismatch with either. */
export function normaliseSex(text: string): 'M' | 'F' | '' {
  const folded = text.trim().toUpperCase();
  if (folded === 'M' || folded === '1' || folded === 'MALE' || folded === 'BOY') return 'M';
  if (folded === 'F' || folded === '2' || folded === 'FEMALE' || folded === 'GIRL') return 'F';
  return '';
}
