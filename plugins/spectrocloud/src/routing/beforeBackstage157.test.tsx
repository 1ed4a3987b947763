import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PATIENT, renderPalette } from '../__testUtils__/renderPalette';

// As in 1.55 and 1.56, where React Router is the app's and the framework has no routing of its own.
jest.mock('./frameworkExport', () => ({ frameworkExport: () => undefined }));

jest.setTimeout(60_000);

describe('the pages before Backstage 1.57', () => {
  it('read and change the query of the address', async () => {
    renderPalette('/palette/clusters?project=payments');
    await screen.findByText('15 of 45 clusters', {}, PATIENT);
    await userEvent.selectOptions(screen.getByLabelText('Cloud'), 'Azure');
    expect(await screen.findByText('3 of 45 clusters')).toBeInTheDocument();
  });

  it('find the cluster that the address names', async () => {
    const api = renderPalette('/palette/clusters/uid-1');
    await screen.findByRole('heading', { name: 'payments-prod' }, PATIENT);
    expect(api.getCluster).toHaveBeenCalledWith('uid-1', expect.anything());
  });
});
