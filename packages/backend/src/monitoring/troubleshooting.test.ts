import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { SIGN_IN_FAILURES } from '@terasky/backstage-plugin-spectrocloud-common';

const PAGE = readFileSync(
  resolve(__dirname, '../../../../docs/troubleshooting.md'),
  'utf8',
);

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
});
