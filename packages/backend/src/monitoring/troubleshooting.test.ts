import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { SIGN_IN_FAILURES } from '@terasky/backstage-plugin-spectrocloud-common';

const ROOT = resolve(__dirname, '../../../..');
const PAGE = readFileSync(join(ROOT, 'docs/troubleshooting.md'), 'utf8');

/** The tests that sign in: of the auth module and of the sample backend. */
function readSignInTests(): string {
  return ['plugins/spectrocloud-auth-backend/src', 'packages/backend/src']
    .flatMap(folder =>
      readdirSync(join(ROOT, folder), { encoding: 'utf8', recursive: true })
        .filter(file => file.endsWith('.test.ts'))
        .filter(file => !file.endsWith('troubleshooting.test.ts'))
        .map(file => readFileSync(join(ROOT, folder, file), 'utf8')),
    )
    .join('\n');
}

/** Three words in a row that are in no other sentence: a test that has them means this one. */
function fragmentsOf(sentence: string): string[] {
  const words = sentence.split(' ');
  return words
    .slice(2)
    .map((_, i) => words.slice(i, i + 3).join(' '))
    .filter(
      fragment =>
        Object.values(SIGN_IN_FAILURES).filter(other =>
          other.includes(fragment),
        ).length === 1,
    );
}

describe('docs/troubleshooting.md', () => {
  it('has a row for every refusal of a sign-in, with the sentence that its user reads', () => {
    const rows = [
      ...PAGE.matchAll(/^\| `([a-z_]+)` +\| (.+?) +\| (.+?) +\|$/gm),
    ];
    expect(
      Object.fromEntries(
        rows.map(([, reason, sentence]) => [reason, sentence]),
      ),
    ).toEqual(SIGN_IN_FAILURES);
    for (const [, reason, , remedy] of rows) {
      expect([reason, remedy.length > 5]).toEqual([reason, true]);
    }
  });

  it('has no refusal that no test meets, by its reason or by its sentence', () => {
    const tests = readSignInTests();
    const unmet = Object.entries(SIGN_IN_FAILURES).filter(
      ([reason, sentence]) =>
        ![
          `'${reason}'`,
          `SIGN_IN_FAILURES.${reason}`,
          ...fragmentsOf(sentence),
        ].some(text => tests.includes(text)),
    );
    expect(unmet).toEqual([]);
  });
});
