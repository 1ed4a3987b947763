import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../../../..');
const PLUGINS = join(ROOT, 'plugins');

/** The ids that a source names: a literal, either of two, or a constant of that file. */
const EVENT_ID =
  /\beventId(?::|\s*=)\s*(?:[^?,;{}()]*\?\s*)?'([a-z-]+)'(?:\s*:\s*'([a-z-]+)')?/g;
const OTHER_ID = /'(palette-[a-z-]+|spectrocloud-[a-z-]*hand-out)'/g;

function sources(): string[] {
  return readdirSync(PLUGINS, { recursive: true })
    .map(String)
    .filter(file => /^[^/]+\/src\/.*\.ts$/.test(file))
    .filter(file => !/\.test\.ts$|__testUtils__/.test(file))
    .map(file => readFileSync(join(PLUGINS, file), 'utf8'))
    .filter(text => /auditor/i.test(text) || text.includes('eventId'));
}

describe('docs/monitoring.md', () => {
  it('lists the audit events that the plugins record, and no other', () => {
    const recorded = sources().flatMap(text => [
      ...[...text.matchAll(EVENT_ID)].flatMap(([, one, other]) =>
        other ? [one, other] : [one],
      ),
      ...[...text.matchAll(OTHER_ID)].map(([, id]) => id),
    ]);
    const documented = readFileSync(join(ROOT, 'docs/monitoring.md'), 'utf8')
      .split('## Audit events')[1]
      .matchAll(/^\| `[a-z]+` +\| `([a-z-]+)`/gm);
    expect([...documented].map(([, id]) => id).sort()).toEqual(
      [...new Set(recorded)].sort(),
    );
  });
});
