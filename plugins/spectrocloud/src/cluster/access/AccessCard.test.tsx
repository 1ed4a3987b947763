import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CLUSTER_PAGE, clusterParts } from '../../__testUtils__/clusterParts';
import { PATIENT, renderPalette } from '../../__testUtils__/renderPalette';

jest.setTimeout(60_000);

const open = async (tab: string) =>
  userEvent.click(await screen.findByRole('tab', { name: tab }, PATIENT));

describe('AccessCard', () => {
  it('gives a line to sign in by kubectl', async () => {
    renderPalette(CLUSTER_PAGE, clusterParts());
    await open('Access by kubectl');
    expect(
      await screen.findByText(
        'kubectl oidc-login get-token --oidc-issuer-url=https://palette.example --oidc-client-id=palette --oidc-extra-scope=email',
      ),
    ).toBeInTheDocument();
  });

  it('gives no line that could not work, where Palette names no provider', async () => {
    renderPalette(CLUSTER_PAGE, {
      ...clusterParts(),
      getClusterOidc: async () => ({ issuerUrl: '', clientId: '', scopes: [] }),
    });
    await open('Access by kubectl');
    expect(
      await screen.findByText(/There is none that signs you in/),
    ).toBeInTheDocument();
    expect(screen.queryByText(/oidc-login/)).toBeNull();
  });
});
