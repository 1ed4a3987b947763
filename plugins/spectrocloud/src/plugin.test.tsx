import { createExtensionTester } from '@backstage/frontend-test-utils';
import { coreExtensionData } from '@backstage/frontend-plugin-api';
import { screen } from '@testing-library/react';
import { PATIENT, renderPalette } from './__testUtils__/renderPalette';
import * as entry from './index';
import { spectroCloudPlugin } from './plugin';

jest.setTimeout(60_000);

describe('spectroCloudPlugin', () => {
  it('is what an app that takes every package installs', () => {
    expect(entry.default).toBe(spectroCloudPlugin);
    expect(spectroCloudPlugin.pluginId).toBe('spectrocloud');
  });

  it('opens on the fleet, with a tab for every page', async () => {
    renderPalette('/palette');
    expect(
      await screen.findByRole('heading', { name: 'Fleet' }, PATIENT),
    ).toBeInTheDocument();
    for (const name of [
      'Fleet',
      'Clusters',
      'Projects',
      'Profiles',
      'My session',
    ]) {
      expect(screen.getByRole('tab', { name })).toBeInTheDocument();
    }
  });

  it('lets an app choose the address', () => {
    const tester = createExtensionTester(
      spectroCloudPlugin.getExtension('page:spectrocloud'),
      { config: { path: '/clouds' } },
    );
    expect(tester.get(coreExtensionData.routePath)).toBe('/clouds');
  });

  it('says so when there is nothing at an address below', async () => {
    renderPalette('/palette/clusters/uid-1/nothing');
    expect(
      await screen.findByText('There is no such page', {}, PATIENT),
    ).toBeInTheDocument();
  });
});
