import { screen } from '@testing-library/react';
import { PATIENT, renderPalette } from '../__testUtils__/renderPalette';

const options = {
  allowed: (name: string) => name !== 'spectrocloud.cluster.create',
};

jest.setTimeout(120_000);

// By itself: the framework holds a decision for some seconds, over tests too.
describe('the wizard, to who may not create clusters', () => {
  it('is not offered in the list', async () => {
    renderPalette('/palette/clusters', {}, options);
    await screen.findByText('45 clusters', {}, PATIENT);
    expect(screen.queryByRole('link', { name: 'Create cluster' })).toBeNull();
  });

  it('is not open, and asks Palette nothing', async () => {
    const api = renderPalette('/palette/clusters/create', {}, options);
    expect(
      await screen.findByText('You may not create clusters', {}, PATIENT),
    ).toBeInTheDocument();
    expect(api.listMyProjects).not.toHaveBeenCalled();
  });
});
