import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { cluster } from '../__testUtils__/paletteData';
import { PATIENT, renderPalette } from '../__testUtils__/renderPalette';

const PAGE = '/palette/clusters/uid-1';
const button = () =>
  screen.findByRole('button', { name: 'Download kubeconfig' }, PATIENT);
const own = async () => {
  await userEvent.click(await button());
  return screen.findByRole('menuitem', { name: /^For yourself/ });
};

jest.setTimeout(60_000);

describe('the kubeconfigs of a cluster', () => {
  beforeEach(() => {
    URL.createObjectURL = jest.fn(() => 'blob:kubeconfig');
    URL.revokeObjectURL = jest.fn();
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
    expect(
      await screen.findByText('Downloading kubeconfig…'),
    ).toBeInTheDocument();
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
    expect(await button()).toBeEnabled();
  });

  it('says that there is no kubeconfig yet, as it is when the menu opens', async () => {
    const none = {
      ...cluster.status,
      hasKubeConfig: false,
      hasKubeConfigClient: false,
    };
    const getCluster = jest
      .fn(async (): Promise<typeof cluster> => ({ ...cluster, status: none }))
      .mockResolvedValueOnce(cluster);
    renderPalette(PAGE, { getCluster });
    const item = await own();
    expect(item).toHaveAttribute('aria-disabled', 'true');
    expect(item).toHaveTextContent(
      'Palette holds no kubeconfig of this cluster yet.',
    );
    expect(getCluster).toHaveBeenLastCalledWith(
      'uid-1',
      expect.objectContaining({ fresh: true }),
    );
  });

  it('says so in the menu when Palette can not be asked', async () => {
    const getCluster = jest
      .fn(async (): Promise<typeof cluster> => {
        throw Object.assign(new Error(), { statusCode: 503 });
      })
      .mockResolvedValueOnce(cluster);
    renderPalette(PAGE, { getCluster });
    await userEvent.click(await button());
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Palette failed or took too long',
    );
  });

  it('has one that leads to the cluster itself', async () => {
    const getKubeconfig = jest.fn(async () => ({
      fileName: 'prod.yaml',
      content: new Blob(['apiVersion: v1']),
      credential: 'user' as const,
    }));
    renderPalette(PAGE, { getKubeconfig });
    await userEvent.click(await button());
    await userEvent.click(
      await screen.findByRole('menuitem', { name: /^Without Palette’s proxy/ }),
    );
    await waitFor(() =>
      expect(getKubeconfig).toHaveBeenCalledWith(
        'uid-1',
        expect.objectContaining({ kind: 'oidc', direct: true }),
      ),
    );
  });
});
