import { screen, waitFor } from '@testing-library/react';
import { PATIENT, renderPalette } from '../__testUtils__/renderPalette';

jest.setTimeout(60_000);

describe('the name of a page', () => {
  it.each([
    ['/palette/fleet', 'Fleet | Palette | Backstage'],
    ['/palette/clusters', 'Clusters | Palette | Backstage'],
    [
      '/palette/clusters/uid-1',
      'payments-prod | Clusters | Palette | Backstage',
    ],
    ['/palette/projects', 'Projects | Palette | Backstage'],
    ['/palette/session', 'My session | Palette | Backstage'],
  ])('of %s is the title of the browser', async (path, title) => {
    renderPalette(path);
    await waitFor(() => expect(document.title).toBe(title), PATIENT);
  });

  it('of a cluster is the last of the breadcrumbs', async () => {
    renderPalette('/palette/clusters/uid-1');
    await screen.findByRole('heading', { name: 'payments-prod' }, PATIENT);
    await waitFor(() =>
      expect(
        screen
          .getAllByRole('listitem')
          .map(({ textContent }) => textContent)
          .filter(text =>
            ['Palette', 'Clusters', 'payments-prod'].includes(text ?? ''),
          ),
      ).toEqual(['Palette', 'Clusters', 'payments-prod']),
    );
  });

  it.each([
    '/palette/nothing',
    '/palette/nothing/at/all',
    '/palette/clusters2',
  ])('at %s, which is no page, is left to the 404 page', async path => {
    renderPalette(path);
    expect(
      await screen.findByText(
        /^PAGE NOT FOUND|^Looks like someone/i,
        {},
        PATIENT,
      ),
    ).toBeInTheDocument();
    expect(screen.queryByRole('tab')).toBeNull();
  });

  it.each(['projects/x', 'session/x', 'fleet/x', 'clusters/uid-1/x'])(
    'is that there is none at %s',
    async path => {
      renderPalette(`/palette/${path}`);
      expect(
        await screen.findByText('There is no such page', {}, PATIENT),
      ).toBeInTheDocument();
      await waitFor(() =>
        expect(document.title).toMatch(/^There is no such page/),
      );
    },
  );
});
