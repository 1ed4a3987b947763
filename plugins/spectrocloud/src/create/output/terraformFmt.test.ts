/** @jest-environment node */
import { filledDraft } from '../__testUtils__/drafts';
import {
  describeWithTerraform,
  formatted,
  passesCheck,
} from '../__testUtils__/terraformFmt';
import { toCreation } from '../creation/toCreation';
import type { Values } from '../fields/Field';
import { KINDS } from '../kinds';
import type { Draft } from '../model/Draft';
import { toTerraform } from './toTerraform';

/** Names of variables that are as long as names get, or none of ASCII. */
const NAMES = [
  'retention_days',
  'Größe',
  '保持日数',
  'e\u0301te',
  '👩‍👩‍👧',
  'x'.repeat(80),
];
const VARIABLES = new Map([['addon-1', NAMES.map(name => ({ name }))]]);
const SECRETS = [
  { profileUid: 'addon-1', name: 'pager key', key: 'pager_key' },
  { profileUid: 'addon-1', name: 'a', key: 'a' },
];
const POLICIES: Values = {
  patchOnBoot: true,
  patchSchedule: '0 3 * * 0',
  scanConfiguration: '0 4 * * *',
  backupLocation: 'location-1',
  backupPrefix: 'orders',
  backupSchedule: '0 5 * * *',
  backupHours: '720',
};

const hclOf = (draft: Draft) =>
  toTerraform(
    toCreation(draft, VARIABLES, () => undefined),
    SECRETS,
  );

const kinds = Object.keys(KINDS) as Array<keyof typeof KINDS>;

jest.setTimeout(60_000);

describeWithTerraform('terraform fmt -check', () => {
  it.each(kinds)('agrees with the layout of %s', kind => {
    const more: Values = kind === 'virtual' ? {} : POLICIES;
    for (const values of [{}, more]) {
      const hcl = hclOf(filledDraft(kind, values));
      expect(formatted(hcl)).toBe(hcl);
      expect(passesCheck(hcl)).toBe(true);
    }
  });

  it('agrees with names and texts of every kind', () => {
    const draft = filledDraft('eks', {
      description: '"quoted" ${x} %{ if } \\ \t\n Größe 保持 👩‍👩‍👧 e\u0301',
      tags: ['größe:groß', 'a'],
    });
    draft.variables = {
      'addon-1': Object.fromEntries(NAMES.map(name => [name, 'a\nb ü'])),
    };
    draft.pools[0].labels = NAMES.map(key => ({ key, value: 'ü' }));
    const hcl = hclOf(draft);
    expect(formatted(hcl)).toBe(hcl);
    expect(passesCheck(hcl)).toBe(true);
  });

  it('notices what is laid out in another way', () => {
    const hcl = hclOf(filledDraft('eks'));
    expect(passesCheck(hcl.replace(/ +=/, '='))).toBe(false);
    expect(passesCheck(hcl.replace('{', ''))).toBe(false);
  });
});
