import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkDigit } from '../../../core/preflight/personalNumbers.ts';
import { draftId, sampleItem, sampleSeal } from '../../support/draftBuilders.ts';
import { line, testPdf } from '../../support/testPdf.ts';
import { openSome, valueOf } from '../drafts/draftScene.ts';
import { meetingJson, writeFolder } from '../packs/folderScene.ts';
import { beredd, jsonOf, newFolder } from './cliScene.ts';

const check = async (target: string, ...more: string[]) =>
  beredd(await newFolder(), ['pack', 'check', target, ...more]);

const codesOf = (run: Awaited<ReturnType<typeof check>>): unknown => {
  const { findings } = jsonOf(run);
  return Array.isArray(findings) ? findings.map(({ code }: { code: string }) => code) : null;
};

const page = (text: string): Promise<Uint8Array> => testPdf({ pages: [line(text, 50, 50)] });

describe('pack check', () => {
  it('finds nothing in a folder that is ready', async () => {
    const folder = await writeFolder({
      'meeting.json': { ...meetingJson, place: 'Salen', summonsDeadline: '2026-11-30' },
      '01 Upprop/lista.pdf': await page('Upprop'),
    });
    const run = await check(folder);
    expect(run).toEqual({
      code: 0,
      stderr: '',
      stdout: `${folder}: inget hindrar att handlingspaketet ges ut.\n`,
    });
  });

  it('tells what stops and what to think of, where it is and how to mend it', async () => {
    const number = `900101-001${checkDigit('900101001')}`;
    const folder = await writeFolder({
      'meeting.json': { ...meetingJson, place: null, summonsDeadline: '2026-11-30' },
      '01 Bygglov/ansökan.pdf': await page(`Sökande ${number}`),
      '02 Taxa/taxa.pdf': '<!doctype html><title>Logga in</title>',
      '02 Taxa/item.json': JSON.stringify({ itemKind: 'decision' }),
    });
    const run = await check(folder);
    expect(run.code).toBe(1);
    expect(run.stdout.split('\n')).toEqual([
      expect.stringMatching(/^Fel: Plats saknas\. /),
      expect.stringMatching(/^Fel, 2 Taxa › Taxa: ”Taxa” är en webbsida, inte en handling\. taxa\.pdf är /),
      expect.stringMatching(
        /^Varning, 1 Bygglov › Ansökan › sida 1: Ett personnummer i ett öppet ärende\. Sida 1\. /,
      ),
      expect.stringMatching(/^Varning, 2 Taxa: Förslag till beslut saknas\. /),
      `${folder}: 2 fel, 2 varningar`,
      '',
    ]);
    expect(run.stdout).not.toContain(number);
    const json = await check(folder, '--json', '--lang', 'en');
    expect(json.code).toBe(1);
    expect(jsonOf(json)).toMatchObject({ ok: false, errorCount: 2, warningCount: 2 });
    expect(codesOf(json)).toEqual(['noPlace', 'fileIsHtml', 'personalIdentityNumber', 'noProposedDecision']);
  });

  it('gives 0 for warnings alone, 1 for a folder that is none, and 2 for what is wrongly typed', async () => {
    const late = await writeFolder({
      'meeting.json': { ...meetingJson, place: 'Salen', summonsDeadline: '2026-11-01' },
      '01 Upprop/lista.pdf': await page('Upprop'),
    });
    const run = await check(late);
    expect([run.code, run.stdout]).toEqual([
      0,
      expect.stringContaining('Sista dag för kallelsen har passerat'),
    ]);
    expect((await check('/finns/inte')).code).toBe(1);
    expect((await beredd(late, ['pack', 'check'])).code).toBe(2);
    expect((await beredd(late, ['pack', 'check', late, late])).code).toBe(2);
  });

  it('reads a draft of a profile without changing it, and says what it cannot look into', async () => {
    const profile = await newFolder();
    const service = await openSome(profile);
    const { id } = valueOf(await service.create({ from: 'nothing', bodyId: null, kind: 'meeting' })).draft;
    const item = sampleItem(1, { title: 'Hemligt ärende' });
    valueOf(await service.edit(id, { do: 'addItem', item, parent: null, at: 0 }));
    valueOf(await service.edit(id, { do: 'setSeal', itemId: draftId('item', 1), seal: sampleSeal() }));
    const folder = path.join(profile, 'drafts', id);
    const before = fs.readdirSync(folder).map((name) => [name, fs.statSync(path.join(folder, name)).mtimeMs]);
    const run = await check(folder, '--json');
    expect(run.code).toBe(1);
    expect(codesOf(run)).toEqual(['noStart', 'noPlace', 'noTitle', 'noTitle', 'noTitle']);
    expect(jsonOf(run)).toMatchObject({ notChecked: 1 });
    expect(run.stderr).toContain('Ett förseglat ärende kan inte kontrolleras här');
    expect((await check(path.join(folder, 'draft.json'))).code).toBe(1);
    expect(
      fs.readdirSync(folder).map((name) => [name, fs.statSync(path.join(folder, name)).mtimeMs]),
    ).toEqual(before);
    fs.writeFileSync(path.join(folder, 'draft.json'), 'nonsens');
    expect((await check(folder)).stderr).toContain('Utkastet är skadat');
  });
});
