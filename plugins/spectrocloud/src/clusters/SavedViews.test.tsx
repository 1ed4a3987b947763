import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PATIENT, renderPalette } from '../__testUtils__/renderPalette';
import { clusters } from '../__testUtils__/paletteData';
import { readViews, toViewQuery } from './useSavedViews';

jest.setTimeout(60_000);

describe('readViews', () => {
  it('takes what is stored for what it is', () => {
    expect(readViews(undefined)).toEqual([]);
    expect(readViews({ name: 'a' })).toEqual([]);
    expect(
      readViews([
        null,
        undefined,
        'a',
        { name: 'a' },
        { name: ' ', query: '' },
        { name: 'b', query: '//evil.example/?a=<b>' },
        { name: 'x'.repeat(100), query: 'state=Error&page=3' },
      ]),
    ).toEqual([
      {
        name: 'b',
        query: new URLSearchParams({ '//evil.example/?a': '<b>' }).toString(),
      },
      { name: 'x'.repeat(60), query: 'state=Error' },
    ]);
  });
});

describe('toViewQuery', () => {
  it('is how one looks, not where', () => {
    const params = new URLSearchParams('cloud=eks&page=4&columns=name,cost');
    expect(toViewQuery(params)).toBe('cloud=eks&columns=name%2Ccost');
  });
});

describe('SavedViews', () => {
  const open = () => userEvent.click(screen.getByText('Views'));

  it('saves the view that is shown, leads back to it, and deletes it', async () => {
    renderPalette('/palette/clusters?project=payments&sort=cloud&page=2', {
      listClusters: async () => clusters(3),
    });
    await screen.findByText('1 of 3 clusters', {}, PATIENT);
    await open();
    const field = await screen.findByLabelText('Name of this view');
    await userEvent.type(field, 'Mine{Enter}');
    expect(await screen.findByText('Mine')).toHaveAttribute(
      'href',
      '/palette/clusters?project=payments&sort=cloud',
    );
    await userEvent.keyboard('{Escape}');
    await userEvent.click(screen.getByText('Clear filters'));
    await screen.findByText('3 clusters');
    await open();
    await userEvent.click(await screen.findByText('Mine'));
    await screen.findByText('1 of 3 clusters');
    await open();
    await userEvent.click(await screen.findByLabelText('Delete the view Mine'));
    expect(screen.queryByText('Mine')).not.toBeInTheDocument();
  });
});
