import { PERIOD_END, type Predicate } from './schema.js';

const named = (field: string): string => (field === PERIOD_END ? 'the end of the half-year' : field);

const list = (values: readonly string[], word: string): string =>
  values.length === 1
    ? (values[0] ?? '')
    : `${values.slice(0, -1).join(', ')} ${word} ${values[values.length - 1] ?? ''}`;

function rangeText(subject: string, atLeast: number | undefined, atMost: number | undefined): string {
  if (atLeast !== undefined && atMost !== undefined) return `${subject} is ${atLeast} to ${atMost}`;
  return atLeast !== undefined ? `${subject} is ${atLeast} or more` : `${subject} is ${atMost} or less`;
}

const COMPARISONS = {
  '<=': 'is not more than',
  '<': 'is less than',
  '=': 'is the same as',
  '!=': 'differs from',
} as const;

function limitText(predicate: Extract<Predicate, { gap: unknown }>): string {
  if (predicate.atMostMinutes !== undefined) return `${predicate.atMostMinutes / 60} hours`;
  if (predicate.atMostDays !== undefined) return `${predicate.atMostDays} days`;
  return `${predicate.atMostWorkingDays} working days`;
}

function grouped(predicate: Predicate): string {
  const text = predicateText(predicate);
  return 'all' in predicate || 'any' in predicate ? `(${text})` : text;
}

/** A condition in words, for people who do not read code. Comparisons with a blank cell always hold. */
export function predicateText(predicate: Predicate): string {
  if ('all' in predicate) return predicate.all.map(grouped).join(' and ');
  if ('any' in predicate) return predicate.any.map(grouped).join(' or ');
  if ('not' in predicate) return `it is not so that ${grouped(predicate.not)}`;
  if ('present' in predicate) return `${predicate.field} is ${predicate.present ? 'filled in' : 'blank'}`;
  if ('in' in predicate) return `${predicate.field} is ${list(predicate.in, 'or')}`;
  if ('notIn' in predicate) return `${predicate.field} is not ${list(predicate.notIn, 'or')}`;
  if ('countAtMost' in predicate)
    return `${predicate.field} has ${predicate.countAtMost === 1 ? 'one code only' : `at most ${predicate.countAtMost} codes`}`;
  if ('order' in predicate)
    return `${named(predicate.order[0])} is ${predicate.strict === true ? 'before' : 'not after'} ${named(predicate.order[1])}`;
  if ('gap' in predicate)
    return `from ${named(predicate.gap[0])} to ${named(predicate.gap[1])} it is ${limitText(predicate)} or less`;
  if ('age' in predicate)
    return rangeText(
      `the age at ${predicate.age.at ?? 'the event'}`,
      predicate.age.atLeast,
      predicate.age.atMost,
    );
  if ('compare' in predicate)
    return `${predicate.compare[0]} ${COMPARISONS[predicate.compare[1]]} ${predicate.compare[2]}`;
  return rangeText(predicate.field, predicate.atLeast, predicate.atMost);
}
