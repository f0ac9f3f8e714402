import { readFile } from 'node:fs/promises';
import { text as streamText } from 'node:stream/consumers';
import { type RoundingReport, roundingReport } from '../disclosure/planning/roundingFile.js';
import { type PlanReport, planReport } from '../disclosure/planning/systemFile.js';
import { type AuditedTarget, audit } from '../disclosure/proof/audit.js';
import { type Certificate, certificateFile } from '../disclosure/proof/certificate.js';
import { certify } from '../disclosure/proof/certify.js';
import { checkCertificate } from '../disclosure/proof/checker.js';
import { readStatements } from '../disclosure/proof/statementsFile.js';
import { fileError, KnownError } from '../reference/knownError.js';
import { disk, writeAtomically } from '../store/fileSystem.js';
import { absolute } from './runContext.js';

/** What an attacker can work out about each target of a file of statements. */
export interface StatementsReport {
  readonly targets: readonly (Omit<AuditedTarget, 'max'> & {
    /** Null where nothing bounds the count. */
    readonly max: number | null;
  })[];
}

/**
 * `profile disclosure audit`: the exact range of every target, given all statements of the file.
 * @throws KnownError (exit 2) for a file that cannot be read or is no such file, (exit 3) for statements that contradict each other
 */
export async function auditStatements(text: string, name: string): Promise<StatementsReport> {
  const { system, targets } = readStatements(text, name);
  const found = await audit(system, targets);
  if (found.kind === 'contradiction') throw contradiction(name, found.statements);
  return {
    targets: found.targets.map((target) => ({
      ...target,
      max: Number.isFinite(target.max) ? target.max : null,
    })),
  };
}

/**
 * `profile disclosure audit --certificate`: tables of whole numbers that prove the targets safe.
 * @returns null when a target is not safe
 * @throws KnownError as {@link auditStatements}
 */
export async function certifyStatements(text: string, name: string): Promise<Certificate | null> {
  const { system, targets } = readStatements(text, name);
  const found = await certify(
    system,
    targets.filter(({ rule }) => rule !== null),
  );
  if (found.kind === 'contradiction') throw contradiction(name, found.statements);
  return found.kind === 'certified' ? found.certificate : null;
}

/**
 * `profile disclosure check`: whether a certificate proves what it says, by whole-number arithmetic alone.
 * @returns why not, or null when it does
 * @throws KnownError (exit 2) for files that are not what they should be
 */
export function checkStatements(
  statements: { readonly text: string; readonly name: string },
  certificate: { readonly text: string; readonly name: string },
): string | null {
  const { system, targets } = readStatements(statements.text, statements.name);
  return checkCertificate(
    system,
    targets.filter(({ rule }) => rule !== null),
    certificateFile(certificate.text, certificate.name),
  );
}

/** `profile disclosure plan`. @throws KnownError (exit 2) for a file that is not as it should be, (exit 3) where nothing protects a count */
export async function planSystem(text: string, name: string): Promise<PlanReport> {
  return planReport(text, name);
}

/**
 * `profile disclosure round`.
 * @param base null for the threshold of the file's rule
 * @throws KnownError (exit 2) for a file or a base that is not as it should be, (exit 3) where no rounding keeps all sums and all small counts
 */
export async function roundSystem(text: string, name: string, base: string | null): Promise<RoundingReport> {
  const to = base === null ? null : Number(base);
  if (to !== null && !(Number.isSafeInteger(to) && to >= 2))
    throw new KnownError(2, '--base takes a whole number of 2 or more.', 'Example: --base 5');
  return roundingReport(text, name, to);
}

/** The text of a file, or of standard input for `-`. @throws KnownError (exit 2) when it cannot be read */
export async function readInput(path: string, cwd: string): Promise<string> {
  try {
    return path === '-' ? await streamText(process.stdin) : await readFile(absolute(cwd, path), 'utf8');
  } catch (error) {
    throw fileError(error, path, 2);
  }
}

/** Writes a file as a whole or not at all. @throws KnownError (exit 2) when it cannot be written */
export async function writeOutput(path: string, cwd: string, text: string): Promise<void> {
  try {
    await writeAtomically(disk, absolute(cwd, path), Buffer.from(text));
  } catch (error) {
    throw fileError(error, path, 2);
  }
}

function contradiction(name: string, statements: readonly string[]): KnownError {
  return new KnownError(
    3,
    `${name}: no counts meet all statements. These contradict each other: ${statements.join('; ')}.`,
    'One of them was read wrongly, or the counts are not of the same thing. Nothing is proven from statements that cannot all be true.',
  );
}
