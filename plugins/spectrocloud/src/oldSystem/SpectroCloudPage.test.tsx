import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router-dom';
import { paletteApis } from '../__testUtils__/paletteApis';
import { PATIENT } from '../__testUtils__/renderPalette';
import { SpectroCloudPage } from '..';
import { oldRootRouteRef } from './oldRoutes';

function render(path: string) {
  const { api, pairs } = paletteApis({}, {});
  const page = (
    <TestApiProvider apis={pairs}>
      <Routes>
        <Route path="/here/palette/*" element={<SpectroCloudPage />} />
      </Routes>
    </TestApiProvider>
  );
  const rendered = renderInTestApp(page, {
    routeEntries: [path],
    mountedRoutes: { '/here/palette': oldRootRouteRef },
  });
  return { api, rendered };
}

jest.setTimeout(60_000);

describe('SpectroCloudPage', () => {
  it('opens on the fleet, and has a tab for every page', async () => {
    await render('/here/palette').rendered;
    const state = await screen.findByRole('table', { name: 'State' }, PATIENT);
    expect(
      within(state).getByRole('link', { name: 'Running' }),
    ).toHaveAttribute('href', '/here/palette/clusters?state=Running');
    const tabs = screen
      .getAllByRole('tab')
      .map(({ textContent }) => textContent);
    expect(tabs).toEqual([
      'Fleet',
      'Clusters',
      'Cluster groups',
      'Projects',
      'Profiles',
      'My session',
    ]);
    await userEvent.click(screen.getByRole('tab', { name: 'Projects' }));
    expect(
      await screen.findByText('1 project', {}, PATIENT),
    ).toBeInTheDocument();
  });

  it('keeps the filter in the address', async () => {
    await render('/here/palette/clusters?project=payments').rendered;
    await screen.findByText('15 of 45 clusters', {}, PATIENT);
    await userEvent.selectOptions(screen.getByLabelText('Cloud'), 'Azure');
    expect(await screen.findByText('3 of 45 clusters')).toBeInTheDocument();
  });

  it('shows the cluster that the address names, and the way back', async () => {
    const { api, rendered } = render('/here/palette/clusters/uid-1');
    await rendered;
    await screen.findByRole('heading', { name: 'payments-prod' }, PATIENT);
    expect(api.getCluster).toHaveBeenCalledWith('uid-1', expect.anything());
    expect(screen.getByRole('link', { name: 'All clusters' })).toHaveAttribute(
      'href',
      '/here/palette/clusters',
    );
  });

  it('leaves an address that is no page to the 404 page', async () => {
    await render('/here/palette/nothing').rendered;
    expect(
      await screen.findByText(/There is no such page/, {}, PATIENT),
    ).toBeInTheDocument();
    expect(screen.queryByRole('tab')).toBeNull();
  });

  it('says so when there is nothing at an address below', async () => {
    await render('/here/palette/clusters/uid-1/nothing').rendered;
    expect(
      await screen.findByText('There is no such page', {}, PATIENT),
    ).toBeInTheDocument();
  });
});
