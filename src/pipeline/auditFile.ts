import type { EditionConfig } from '../workspace/model.js';
import { sha256, stableJson } from './digest.js';
import type { ProtectedEdition } from './protectEditions.js';
import { hiddenOf } from './protectionReport.js';
import type { AudienceProof } from './proveFor.js';
import type { ReleaseFile } from './releaseFolder.js';

/** What was proven for an audience: numbers and digests only. @param edition the narrowest that it sees @param families by edition: those that are protected with it */
function provenFor(
  { readers, proven, open, toldBefore, certified }: AudienceProof,
  edition: EditionConfig,
  families: ReadonlyMap<string, readonly EditionConfig[]>,
) {
  return {
    sees: readers.sees.flatMap((id) => families.get(id)?.map((edition) => edition.id) ?? [id]),
    knows: [...readers.knows].sort(),
    threshold: readers.threshold,
    zeros: edition.zeros,
    proven,
    tables: certified.certificate.witnesses.length,
    statements: certified.certificate.statements,
    certificate: sha256(stableJson(certified.certificate)),
    ...(toldBefore === 0 ? {} : { toldBefore }),
    ...(readers.accept === null ? {} : { accepted: { reason: readers.accept, open } }),
  };
}

/** What was proven for every audience: numbers and digests only, no count of the data. */
export function auditFile(editions: readonly ProtectedEdition[]): ReleaseFile {
  const families = new Map(editions.map(({ edition, family }) => [edition.id, family]));
  return {
    path: 'audit.json',
    content: stableJson({
      format: 'profile-audit/3',
      proven:
        'For the readers of each edition, with every wider edition beside it and all earlier releases of the ledger: for every small count that is printed as hidden there are complete ' +
        'tables of whole numbers that agree with every figure laid out and every sum that ties them, in which it takes the lowest and the ' +
        'highest value of its rule; a small count that is printed nowhere cannot be worked out exactly. Checked by a program that solves nothing.',
      notProven:
        'How likely each value is; readers who know more than these editions, releases and what is said of each audience; wording and pictures, which are made from the published figures alone.',
      editions: editions.map((one) => {
        const { edition, family, plan, proof } = one;
        return {
          edition: edition.id,
          parts: family.flatMap(({ id }) => (id === edition.id ? [] : [id])),
          ...hiddenOf(one),
          ...(edition.roundTo === 1 ? {} : { roundTo: edition.roundTo }),
          ...(plan.options.groupsDrawn === true ? { groupsDrawn: true } : {}),
          ...(plan.asFirst === null
            ? {}
            : { asFirst: { counts: plan.asFirst.numbers.size, within: plan.asFirst.within } }),
          ...provenFor(proof, edition, families),
        };
      }),
      audiences: editions.flatMap(({ edition, others }) =>
        others.map((one) => ({ audience: one.readers.id, ...provenFor(one, edition, families) })),
      ),
    }),
  };
}
