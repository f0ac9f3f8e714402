import type { Figure, PublishedStatement } from '../../disclosure/model.js';
import type { AuditFault } from './faults.js';
import type { FinishedDocument } from './readRelease.js';

/** A record that may not be spoken must say nothing; one that is spoken must not rest on hidden counts. */
export function recordFaults({ folder, profile }: FinishedDocument): readonly AuditFault[] {
  return (profile?.statements ?? []).flatMap((statement) => {
    const message = problemOf(statement);
    return message === null
      ? []
      : [
          {
            kind: 'sentence' as const,
            path: `${folder}/profile.json`,
            message: `${statement.id} ${message}`,
            derivation: [],
          },
        ];
  });
}

function problemOf(statement: PublishedStatement): string | null {
  const { kind, n1, n2, exposure1, exposure2, estimate, lower, upper, pAdjusted } = statement;
  const { verdict, clearly, refusal, series } = statement;
  // Against other people's figures the first count and its base are theirs.
  const theirs = kind === 'comparator' || kind === 'expected';
  const figures: readonly Figure[] = [
    ...(theirs ? [] : [n1, exposure1]),
    ...[n2, exposure2, estimate, lower, upper, pAdjusted],
    ...(series === undefined ? [] : [series.lower80, series.upper80, series.inside, series.tried]),
  ];
  const isHidden = (figure: Figure): boolean => 'symbol' in figure && figure.symbol === 'c';
  if (verdict !== 'confidential')
    return figures.some(isHidden) ? 'has a verdict though a count behind it is hidden.' : null;
  const silent =
    !figures.some((figure) => 'number' in figure) &&
    !clearly &&
    refusal === null &&
    (series?.hingesOn ?? null) === null;
  return silent ? null : 'may not be spoken and says something all the same.';
}
