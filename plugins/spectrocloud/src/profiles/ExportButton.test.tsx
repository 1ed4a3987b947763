import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ClusterProfile } from '@terasky/backstage-plugin-spectrocloud-common';
import { PATIENT, renderPalette } from '../__testUtils__/renderPalette';

jest.setTimeout(60_000);

const PAGE = '/palette/profiles/p1?projectUid=project-1';

const profile: ClusterProfile = {
  metadata: { uid: 'p1', name: 'eks-base' },
  spec: { version: '1.2.0', packs: [], versions: [] },
  status: {},
};
const getProfile = async () => profile;

describe('ExportButton', () => {
  it('saves what is chosen, named after the profile', async () => {
    URL.createObjectURL = jest.fn(() => 'blob:profile');
    URL.revokeObjectURL = jest.fn();
    const names: string[] = [];
    const click = jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation(function saved(this: HTMLAnchorElement) {
        names.push(this.download);
      });
    const exportProfile = jest.fn(async () => ({
      fileName: 'profile-p1.tf',
      content: new Blob(['resource']),
    }));
    renderPalette(PAGE, { getProfile, exportProfile });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Export' }, PATIENT),
    );
    expect(exportProfile).not.toHaveBeenCalled();
    await userEvent.click(
      await screen.findByRole('menuitem', { name: /^For Terraform/ }),
    );
    await waitFor(() => expect(names).toEqual(['eks-base-1.2.0.tf']));
    expect(exportProfile).toHaveBeenCalledWith(
      'p1',
      expect.objectContaining({ format: 'terraform', projectUid: 'project-1' }),
    );
    click.mockRestore();
  });

  it('says why there is no file', async () => {
    renderPalette(PAGE, {
      getProfile,
      exportProfile: async () => {
        throw Object.assign(new Error(), { statusCode: 404 });
      },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Export' }, PATIENT),
    );
    await userEvent.click(
      await screen.findByRole('menuitem', { name: /^As YAML/ }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'It does not exist at Palette any more',
    );
  });
});
