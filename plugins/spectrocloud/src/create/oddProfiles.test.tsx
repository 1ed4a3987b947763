import type { ProfileVariable } from '@terasky/backstage-plugin-spectrocloud-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PATIENT, renderPalette, USER } from '../__testUtils__/renderPalette';
import { filledDraft } from './__testUtils__/drafts';
import { writeDraft } from './model/draftStore';

jest.setTimeout(120_000);

const INFRA = 'infra-1';
const ODD = 'addon-1';

/** Names as somebody could give them who means no good, or writes from right to left. */
const NAME = '<img src=x onerror=alert(1)>\u202eפרופיל {{count}} ${{ x }}';

const profile = (uid: string, type: string, name: string) => ({
  metadata: { uid, name },
  spec: { type, cloudType: 'eks', version: '1.0.0', versions: [], packs: [] },
  status: { isPublished: true },
});

/** Opens the step of the profiles, with a profile that asks for these. */
async function openProfiles(variables: ProfileVariable[]) {
  writeDraft(sessionStorage, USER, {
    ...filledDraft('eks'),
    variables: {},
    step: 'profiles',
  });
  const createCluster = jest.fn(async () => ({ uid: 'uid-1' }));
  renderPalette('/palette/clusters/create', {
    listMyProjects: async () => [
      { uid: 'project-1', name: 'payments', permissions: ['cluster.create'] },
    ],
    searchProfiles: async () => [
      profile(INFRA, 'infra', 'infra'),
      profile(ODD, 'add-on', NAME),
    ],
    listProfileVariables: async uid => (uid === ODD ? variables : []),
    listPlacementOptions: async () => [],
    validateCluster: async () => ({ valid: true, findings: [] }),
    estimateCluster: async () => ({ total: 1, pools: [] }),
    createCluster,
  });
  await screen.findByRole('checkbox', { name: /onerror/ }, PATIENT);
  return { createCluster };
}

const next = () =>
  userEvent.click(screen.getByRole('button', { name: 'Next' }));

describe('profiles that are odd', () => {
  beforeEach(() => sessionStorage.clear());

  it('have names that are texts and nothing else', async () => {
    await openProfiles([]);
    expect(screen.getByText(NAME, { selector: 'bdi' })).toBeInTheDocument();
    expect(document.querySelector('img[src=x]')).toBeNull();
  });

  it('have rules, options and defaults that do not fit, and are got past', async () => {
    await openProfiles([
      { name: 'rule', displayName: 'Rule', regex: '([', required: true },
      {
        name: 'many',
        displayName: 'Many',
        options: Array.from({ length: 3_000 }, (_, index) => ({
          value: `value-${index % 2_000}`,
          label: `Value ${index % 2_000}`,
        })),
        defaultValue: 'of an earlier version',
      },
      {
        name: 'number',
        displayName: 'Number',
        format: 'number',
        defaultValue: 'many',
      },
      {
        name: 'flag',
        displayName: 'Flag',
        format: 'boolean',
        defaultValue: 'yes',
      },
      { name: '' },
      { name: 'rule', displayName: 'Rule again' },
    ]);
    await userEvent.type(
      await screen.findByRole('textbox', { name: /^Rule/ }, PATIENT),
      'x',
    );
    const many = screen.getByRole('combobox', { name: 'Many' });
    expect(within(many).getAllByRole('option')).toHaveLength(2_002);
    expect(screen.queryByText('Rule again')).not.toBeInTheDocument();

    await next();
    expect(
      await screen.findByText('Is none of the values to choose from.'),
    ).toBeInTheDocument();
    expect(screen.getByText('Has to be a number.')).toBeInTheDocument();
    await userEvent.selectOptions(many, 'value-7');
    const number = screen.getByRole('textbox', { name: 'Number' });
    await userEvent.clear(number);
    await userEvent.type(number, '5');
    // What is no yes and no no is no: nobody has to tick and untick a box for it.
    expect(screen.getByRole('checkbox', { name: 'Flag' })).not.toBeChecked();
    await next();
    expect(
      await screen.findByRole('heading', { name: 'Placement' }),
    ).toBeInTheDocument();
  });

  it('ask for so much that a draft of it is kept', async () => {
    await openProfiles([
      { name: 'text', displayName: 'Text', inputType: 'multiline' },
    ]);
    const text = await screen.findByRole('textbox', { name: 'Text' }, PATIENT);
    await userEvent.click(text);
    await userEvent.paste('x'.repeat(25_000));
    await next();
    expect(await screen.findByText('Is too long.')).toBeInTheDocument();
    await waitFor(() =>
      expect(JSON.stringify(sessionStorage)).toContain('x'.repeat(25_000)),
    );
  });
});
