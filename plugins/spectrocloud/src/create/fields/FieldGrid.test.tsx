import type { SpectroCloudApi } from '@terasky/backstage-plugin-spectrocloud-common';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  PATIENT,
  renderPalette,
  USER,
} from '../../__testUtils__/renderPalette';
import { filledDraft } from '../__testUtils__/drafts';
import type { Values } from './Field';
import { writeDraft } from '../model/draftStore';

jest.setTimeout(120_000);

/** Opens the placement of a kind; tells with which regions and subscriptions Palette was asked. */
async function openPlacement(kind: 'eks' | 'aks', values: Values) {
  writeDraft(sessionStorage, USER, {
    ...filledDraft(kind, values),
    step: 'placement',
  });
  const listPlacementOptions = jest.fn(
    async (..._args: Parameters<SpectroCloudApi['listPlacementOptions']>) => [
      { value: 'eu-west-1' },
      { value: 'eu-west-10' },
    ],
  );
  renderPalette('/palette/clusters/create', {
    listMyProjects: async () => [
      { uid: 'project-1', name: 'payments', permissions: ['cluster.create'] },
    ],
    listProfileVariables: async () => [],
    listSshKeys: async () => [],
    listPlacementOptions,
  });
  await screen.findByRole('heading', { name: 'Placement' }, PATIENT);
  return {
    asked: (part: 'region' | 'subscription') => [
      ...new Set(
        listPlacementOptions.mock.calls.flatMap(([, , query]) =>
          query?.[part] ? [query[part]] : [],
        ),
      ),
    ],
  };
}

describe('fields that others depend on', () => {
  beforeEach(() => sessionStorage.clear());

  it('ask Palette with no half of a word, and at once with one that it has offered', async () => {
    const { asked } = await openPlacement('eks', { region: '' });
    const region = await screen.findByRole('combobox', { name: /^Region/ });
    await userEvent.type(region, 'eu-west-');
    expect(asked('region')).toEqual([]);
    await userEvent.type(region, '1');
    await waitFor(() => expect(asked('region')).toEqual(['eu-west-1']));
    await userEvent.type(region, '0x');
    expect(asked('region')).toEqual(['eu-west-1', 'eu-west-10']);
  });

  it('ask once they are left, where Palette offers nothing', async () => {
    const { asked } = await openPlacement('aks', { subscription: '' });
    const subscription = screen.getByRole('textbox', { name: /^Subscription/ });
    await userEvent.type(subscription, 'acme-production');
    expect(asked('subscription')).toEqual([]);
    await userEvent.tab();
    await waitFor(() =>
      expect(asked('subscription')).toEqual(['acme-production']),
    );
  });
});
