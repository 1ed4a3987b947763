import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { cluster } from '../../__testUtils__/paletteData';
import { PATIENT, renderPalette } from '../../__testUtils__/renderPalette';

const PAGE = '/palette/clusters/uid-1';
const own = () =>
  screen.findByRole('button', { name: 'Download kubeconfig' }, PATIENT);

jest.setTimeout(60_000);

describe('ClusterPage', () => {
  beforeEach(() => {
    URL.createObjectURL = jest.fn(() => 'blob:kubeconfig');
    URL.revokeObjectURL = jest.fn();
  });

  it('shows state, health, profiles and packs', async () => {
    renderPalette(PAGE);
    expect(
      await screen.findByRole('heading', { name: 'payments-prod' }, PATIENT),
    ).toBeInTheDocument();
    expect(screen.getByText('2 of 3 healthy')).toBeInTheDocument();
    expect(screen.getByText('One node short')).toBeInTheDocument();
    expect(screen.getByText('payments.example:6443')).toBeInTheDocument();
    expect(screen.getByRole('table', { name: 'eks-infra' })).toHaveTextContent(
      'kubernetesk8s1.32.6',
    );
  });

  it('downloads the kubeconfig and tells how it goes', async () => {
    let answer = (_: object) => {};
    const getKubeconfig = jest.fn(
      () =>
        new Promise<never>(resolve => {
          answer = resolve as (value: object) => void;
        }),
    );
    renderPalette(PAGE, { getKubeconfig });
    await userEvent.click(await own());
    expect(screen.getByText('Downloading kubeconfig…')).toBeInTheDocument();
    expect(getKubeconfig).toHaveBeenCalledWith('uid-1', { kind: 'oidc' });
    answer({
      fileName: 'payments-prod.yaml',
      content: new Blob(['apiVersion: v1']),
      credential: 'shared-token',
    });
    expect(
      await screen.findByText(
        /payments-prod\.yaml is downloaded.*Keep it secret/,
      ),
    ).toBeInTheDocument();
    expect(URL.createObjectURL).toHaveBeenCalledTimes(1);
  });

  it('says why a download failed, and can be tried again', async () => {
    const getKubeconfig = jest.fn(() =>
      Promise.reject(Object.assign(new Error(), { statusCode: 503 })),
    );
    renderPalette(PAGE, { getKubeconfig });
    await userEvent.click(await own());
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Palette failed or took too long',
    );
    expect(await own()).toBeEnabled();
  });

  it('says that there is no kubeconfig yet', async () => {
    const status = { ...cluster.status, hasKubeConfig: false };
    renderPalette(PAGE, { getCluster: async () => ({ ...cluster, status }) });
    expect(await own()).toHaveAccessibleDescription(
      'Palette holds no kubeconfig of this cluster yet.',
    );
  });

  it('says so when the cluster is gone', async () => {
    renderPalette(PAGE, {
      getCluster: () =>
        Promise.reject(Object.assign(new Error(), { statusCode: 404 })),
    });
    expect(
      await screen.findByText('Not found', {}, PATIENT),
    ).toBeInTheDocument();
  });
});
