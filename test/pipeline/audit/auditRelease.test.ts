import { copyFile, cp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { auditRelease } from '../../../src/pipeline/audit/auditRelease.js';
import type { AuditFault } from '../../../src/pipeline/audit/faults.js';
import { readDocument, readRelease } from '../../../src/pipeline/audit/readRelease.js';
import { compareRendering, type Redrawn, redraw } from '../../../src/pipeline/audit/rendering.js';
import { numbersIn, sentenceFaults } from '../../../src/pipeline/audit/sentences.js';
import { buildRelease } from '../../../src/pipeline/buildRelease.js';
import { sha256, stableJson } from '../../../src/pipeline/digest.js';
import { removeFoldersAfterwards, temporaryFolder, writeSmallWorkspace } from '../../e2e/workspace.js';
import { exhibitsIn } from './exhibits.js';
import { MUTATIONS } from './mutations.js';
import { spokenIn } from './spoken.js';

removeFoldersAfterwards();

let release: string;
let folder: string;

beforeAll(async () => {
  folder = await temporaryFolder();
  const workspace = path.join(folder, 'work');
  await writeSmallWorkspace(workspace);
  release = path.join(folder, 'release');
  await buildRelease({
    folder: workspace,
    cwd: folder,
    env: {},
    now: () => 0,
    progress: () => undefined,
    keyFile: path.join(workspace, 'demonstration.key'),
    out: release,
    force: false,
  });
});

const audit = (where: string, as?: string, beside: readonly string[] = []) =>
  auditRelease({ folder: where, cwd: folder, beside, ...(as === undefined ? {} : { as }) });

/** Writes the manifest anew, as somebody who knows it would after changing a file. */
async function sign(root: string, ...changed: readonly string[]): Promise<void> {
  const file = path.join(root, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8'));
  for (const name of changed) {
    const content = await readFile(path.join(root, name)).catch(() => null);
    if (content === null) delete manifest.outputs[name];
    else manifest.outputs[name] = { bytes: content.length, sha256: sha256(content) };
  }
  await writeFile(file, stableJson(manifest));
}

describe('the audit of a finished release', () => {
  it('finds nothing in what was built', async () => {
    const { faults, ...report } = await audit(release);
    expect(faults).toEqual([]);
    expect(report.ok).toBe(true);
    expect(report.audiences.map(({ audience }) => audience)).toEqual(['board', 'tactical']);
    for (const { counts, hidden, statements } of report.audiences) {
      expect(counts).toBeGreaterThan(500);
      expect(hidden).toBeGreaterThan(50);
      expect(statements).toBeGreaterThan(hidden);
    }
  });

  it('is told whose readers have the map of groups, though there is none to draw in the half-year', async () => {
    const { documents, audiences } = await readRelease(release, folder);
    expect(documents.some(({ text }) => text.includes('"kind":"network"'))).toBe(false);
    expect(audiences.map(({ edition, groupsDrawn }) => [edition, groupsDrawn])).toEqual([
      ['board', undefined],
      ['tactical', true],
    ]);
  });

  it('names files that are changed, missing or extra', async () => {
    const here = path.join(folder, 'changed');
    await cp(release, here, { recursive: true });
    await writeFile(path.join(here, 'board/headlines.json'), '{}');
    await rm(path.join(here, 'quality'), { recursive: true });
    await copyFile(path.join(here, 'audit.json'), path.join(here, 'board/4-children.json'));
    const { ok, faults } = await audit(here);
    expect(ok).toBe(false);
    const told = faults.map((fault) => `${fault.path} ${fault.message}`);
    expect(told).toContain('board/headlines.json is changed, by the manifest.');
    expect(told).toContain('board/headlines.json is damaged.');
    expect(told).toContain('board/4-children.json is extra, by the manifest.');
    expect(told).toContain('board/4-children.json belongs to no document of the release.');
    expect(told.some((text) => /^quality\/.* is missing, by the manifest\.$/.test(text))).toBe(true);
  });

  it('refuses an audience that there is not, a folder that is none, and a release that does not say who reads it', async () => {
    await expect(audit(release, 'bord')).rejects.toMatchObject({
      exitCode: 2,
      hint: 'Did you mean "board"?',
    });
    await expect(audit(folder)).rejects.toMatchObject({ exitCode: 2 });
    const here = path.join(folder, 'silent');
    await cp(release, here, { recursive: true });
    await rm(path.join(here, 'audit.json'));
    await expect(audit(here)).rejects.toMatchObject({ exitCode: 3 });
  });

  it('finds a small number that was un-hidden in the model and drawn everywhere alike, with the arithmetic', async () => {
    const here = path.join(folder, 'leaking');
    await cp(release, here, { recursive: true });
    const model = 'board/annex/profile.json';
    const text = await readFile(path.join(here, model), 'utf8');
    const profile = JSON.parse(text);
    const table = profile.document.chapters
      .flatMap((chapter: { blocks: unknown[] }) => chapter.blocks)
      .find((block: { kind: string; tidy?: { numerator: { symbol?: string }; indicator: string }[] }) =>
        block.tidy?.some((row) => row.numerator.symbol === 'c' && row.indicator === 'M02'),
      );
    const row = table.tidy.find((each: { numerator: { symbol?: string } }) => each.numerator.symbol === 'c');
    row.numerator = { number: 2 };
    await writeFile(path.join(here, model), `${JSON.stringify(profile, null, 1)}\n`);
    const { faults } = await audit(here, 'board');
    const leak = faults.find(({ kind }) => kind === 'leak');
    expect(leak?.message).toMatch(/readers of the board edition find that \S+ in \S+, \S+ is exactly 2\./);
    expect(leak?.derivation).toEqual(['the number itself is printed; from 1 to 5 it must be hidden']);
  });

  it('reads every number of a sentence against what its records and exhibits give', async () => {
    const read = await readRelease(release, 'release');
    let changed = 0;
    for (const document of read.documents) {
      expect(sentenceFaults(document)).toEqual([]);
      for (const sentence of spokenIn(document.profile)) {
        const before = sentence.text;
        const [said] = numbersIn(before);
        if (said === undefined) continue;
        // The last one that is written so: the others may be a date or an age.
        const at = before.lastIndexOf(String(said.number));
        if (at < 0) continue;
        sentence.text = `${before.slice(0, at)}98765${before.slice(at + String(said.number).length)}`;
        expect([before, sentenceFaults(document).map(({ kind }) => kind)]).toEqual([before, ['sentence']]);
        sentence.text = before;
        changed += 1;
      }
    }
    expect(changed).toBeGreaterThan(100);
    // A file that was tampered with may name a person where the record should be: it is not told on.
    const [document] = read.documents;
    const [sentence] = spokenIn(document?.profile);
    if (document === undefined || sentence === undefined) throw new Error('a release has sentences');
    Object.assign(sentence, { text: 'In all 98765.', records: ['Quill Zavab|1'] });
    const [fault] = sentenceFaults(document);
    expect(fault?.kind).toBe('sentence');
    expect(JSON.stringify(fault)).not.toMatch(/Quill|98765/);
  });

  it('reckons with words as with numbers, and says of what they are not true', async () => {
    const here = path.join(folder, 'wordy');
    await cp(release, here, { recursive: true });
    const model = path.join(here, 'board/annex/profile.json');
    const text = await readFile(model, 'utf8');
    const read = (await readRelease(release, 'release')).documents.find(
      ({ folder: own }) => own === 'board/annex',
    );
    const totals = exhibitsIn(read?.profile?.document.chapters)
      .flatMap(({ tidy }) => tidy)
      .filter((row) => row.indicator === 'M02' && row.breakdown === 'total');
    const withWords = async (row: (typeof totals)[number] | undefined): Promise<readonly AuditFault[]> => {
      const profile = JSON.parse(text);
      const [sentence] = spokenIn(profile);
      if (row === undefined || sentence === undefined) throw new Error('the release has both');
      Object.assign(sentence, {
        text: 'Nobody was reported missing.',
        records: [`M02|${row.areaCode}|${row.period}`],
      });
      await writeFile(model, `${JSON.stringify(profile, null, 1)}\n`);
      return (await audit(here, 'board')).faults;
    };
    const hidden = await withWords(
      totals.find(({ numerator }) => 'symbol' in numerator && numerator.symbol === 'c'),
    );
    const contradiction = hidden.find(({ kind }) => kind === 'contradiction');
    expect(contradiction?.derivation.join('\n')).toMatch(/is none, in words/);
    const shown = await withWords(
      totals.find(({ numerator }) => 'number' in numerator && numerator.number > 0),
    );
    const untrue = shown.find(({ message }) => message.includes('do not bear out'));
    expect(untrue?.derivation).toEqual([expect.stringMatching(/^M02 in \S+, \S+ is none, in words$/)]);
  });

  it('finds the same release twice safe, and a small change between two releases', async () => {
    const here = path.join(folder, 'later');
    await cp(release, here, { recursive: true });
    const same = await audit(release, 'board', [here]);
    expect(same.faults).toEqual([]);
    const file = path.join(here, 'board/headlines.json');
    const headlines = JSON.parse(await readFile(file, 'utf8'));
    const figure = headlines.figures.find((each: { number: number | null }) => (each.number ?? 0) > 20);
    figure.number += 2;
    await writeFile(file, stableJson(headlines));
    const { faults } = await audit(release, 'board', [here]);
    expect(faults.map(({ message }) => message).join('\n')).toContain(
      `find that the change of ${figure.indicator} in PAN-LANCS, ${figure.period} is exactly 2.`,
    );
  });
});

describe('drawing a document again', () => {
  it('catches 200 seeded mutations of every kind, with a manifest that fits, and no clean document', async () => {
    const read = await readRelease(release, 'release');
    // Drawn once: only a change of the model makes another drawing.
    const redrawn = new Map<string, Redrawn | null>();
    for (const document of read.documents) {
      redrawn.set(document.folder, await redraw(document));
      const { faults } = await compareRendering(read, document, redrawn.get(document.folder) ?? null);
      expect(faults).toEqual([]);
    }
    let state = 20180930;
    const pick = (below: number): number => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    const made = new Map<string, number>();
    const missed: string[] = [];
    for (let number = 0, tries = 0; number < 200 && tries < 2000; tries++) {
      const mutation = MUTATIONS[tries % MUTATIONS.length];
      if (mutation === undefined) continue;
      const files = read.files.filter(
        (file) => /^(?:board|tactical)\//.test(file) && mutation.files.test(`/${file}`),
      );
      const file = files[pick(files.length)] ?? '';
      const document = read.documents
        .filter(({ folder: own }) => file.startsWith(`${own}/`))
        .sort((a, b) => b.folder.length - a.folder.length)[0];
      const before = await readFile(path.join(release, file));
      const after = mutation.make(before, pick);
      if (after === null || after.equals(before) || document === undefined) continue;
      number += 1;
      made.set(mutation.name, (made.get(mutation.name) ?? 0) + 1);
      await writeFile(path.join(release, file), after);
      try {
        const ofModel = file.endsWith('/profile.json');
        const now = ofModel ? await readDocument(release, document.folder) : document;
        const drawn = ofModel ? await redraw(now) : (redrawn.get(now.folder) ?? null);
        const { faults } = await compareRendering(read, now, drawn);
        // A number in the model shows in another file, or is looked into with all other numbers of the release.
        const found = ofModel
          ? faults.length > 0 || !(await audit(release)).ok
          : faults.some(({ path: at }) => at === file);
        if (!found) missed.push(`${mutation.name}: ${file}`);
      } finally {
        await writeFile(path.join(release, file), before);
      }
    }
    expect(missed).toEqual([]);
    expect([...made.values()].reduce((sum, count) => sum + count, 0)).toBe(200);
    expect([...made.keys()].sort()).toEqual(MUTATIONS.map(({ name }) => name).sort());
  }, 120_000);

  it('catches a picture whose name holds a count', async () => {
    const charts = (await readRelease(release, 'release')).files.filter((file) =>
      /^board\/charts\/.*\.png$/.test(file),
    );
    const [picture = ''] = charts;
    const renamed = picture.replace(/\.png$/, '-3.png');
    await rename(path.join(release, picture), path.join(release, renamed));
    await sign(release, picture, renamed);
    const { faults } = await audit(release, 'board');
    await rename(path.join(release, renamed), path.join(release, picture));
    await sign(release, picture, renamed);
    expect(faults.map((fault) => `${fault.path} ${fault.message}`)).toEqual([
      `${picture} is missing.`,
      `${renamed} belongs to no document of the release.`,
    ]);
  });
});
