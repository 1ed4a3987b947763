import { EntityProvider } from '@backstage/plugin-catalog-react';
import { EntitySwitch } from '@backstage/plugin-catalog';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { mockApis } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { paletteApis } from '../__testUtils__/paletteApis';
import { quietPalette } from '../__testUtils__/quietPalette';
import { entityOf } from '../__testUtils__/renderEntity';
import { PATIENT } from '../__testUtils__/renderPalette';
import { configApiRef } from '../coreApiRefs';
import { quietPaletteRef } from '../QuietPalette';
import {
  EntitySpectroCloudClusterCard,
  EntitySpectroCloudContent,
  isSpectroCloudClusterAvailable,
} from '..';
import { oldPlugin } from './oldPlugin';
import { oldRootRouteRef } from './oldRoutes';

const NAMED = entityOf({ 'acme.example/cluster-id': 'uid-1' });

function render(content: ReactElement, options: { hasPages: boolean }) {
  const { api, pairs } = paletteApis({}, {});
  const config = mockApis.config({
    data: { spectrocloud: { annotationPrefix: 'acme.example' } },
  });
  const apis = [
    ...pairs,
    [configApiRef, config],
    [quietPaletteRef, quietPalette(api).palette],
  ] as const;
  return renderInTestApp(
    <TestApiProvider apis={[...apis] as never}>
      <EntityProvider entity={NAMED}>{content}</EntityProvider>
    </TestApiProvider>,
    options.hasPages ? { mountedRoutes: { '/palette': oldRootRouteRef } } : {},
  );
}

jest.setTimeout(60_000);

describe('the entity cards of the old front-end system', () => {
  it('bring what they need to an app', () => {
    const apis = [...oldPlugin.getApis()].map(({ api }) => api.id);
    expect(apis).toEqual([quietPaletteRef.id]);
  });

  it('stand where their condition says, in an app without the pages, too', async () => {
    await render(
      <EntitySwitch>
        <EntitySwitch.Case if={isSpectroCloudClusterAvailable}>
          <EntitySpectroCloudClusterCard />
        </EntitySwitch.Case>
        <EntitySwitch.Case>nothing of Palette</EntitySwitch.Case>
      </EntitySwitch>,
      { hasPages: false },
    );
    expect(
      await screen.findByText('Runs and is healthy', {}, PATIENT),
    ).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'Details' })).toBeNull();
  });

  it('show everything in the tab', async () => {
    await render(<EntitySpectroCloudContent />, { hasPages: false });
    expect(
      await screen.findByRole('heading', { name: 'payments-prod' }, PATIENT),
    ).toBeInTheDocument();
  });
});
