import type {
  ProfilesValidation,
  SpectroCloudApi,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { failure } from '../__testUtils__/FakePalette';
import { attachOnce } from './attachOnce';

describe('attachOnce', () => {
  let attached: string[];
  let validation: ProfilesValidation;
  const changeClusterProfiles = jest.fn<Promise<unknown>, unknown[]>();
  const api = {
    getCluster: async () => ({
      spec: { profiles: attached.map(uid => ({ uid })) },
    }),
    validateClusterProfiles: async () => validation,
    changeClusterProfiles,
  } as unknown as SpectroCloudApi;
  const run = (allowNodeReplacement = false) =>
    attachOnce(
      {
        clusterUid: 'c1',
        profile: { uid: 'addon', variables: [{ name: 'a', value: 'b' }] },
        allowNodeReplacement,
        reason: 'wanted',
      },
      { api, log: () => {}, place: { projectUid: 'p1' } },
    );

  beforeEach(() => {
    attached = ['base'];
    validation = { valid: true, findings: [] };
    changeClusterProfiles.mockReset();
    changeClusterProfiles.mockImplementation(async () => {
      attached.push('addon');
    });
  });

  it('attaches the profile with its variables', async () => {
    expect(await run()).toBe(true);
    expect(changeClusterProfiles).toHaveBeenCalledWith(
      'c1',
      {
        profiles: [{ uid: 'addon', variables: [{ name: 'a', value: 'b' }] }],
        reason: 'wanted',
      },
      { projectUid: 'p1', signal: undefined },
    );
  });

  it('does nothing the second time', async () => {
    await run();
    expect(await run()).toBe(false);
    expect(changeClusterProfiles).toHaveBeenCalledTimes(1);
  });

  it('finds out what came of an answer that was lost', async () => {
    changeClusterProfiles.mockImplementation(async () => {
      attached.push('addon');
      throw new TypeError('fetch failed');
    });
    expect(await run()).toBe(true);
    attached = [];
    changeClusterProfiles.mockRejectedValue(new TypeError('fetch failed'));
    await expect(run()).rejects.toThrow('no clear answer');
  });

  it('attaches nothing that Palette does not accept', async () => {
    validation = { valid: false, findings: [{ field: 'p', message: 'twice' }] };
    await expect(run()).rejects.toThrow('- p: twice');
    expect(changeClusterProfiles).not.toHaveBeenCalled();
  });

  it('has nodes replaced only where the template allows it', async () => {
    validation = {
      valid: true,
      findings: [],
      repave: { required: true, reasons: [{ message: 'new kernel' }] },
    };
    await expect(run()).rejects.toThrow('- new kernel');
    expect(changeClusterProfiles).not.toHaveBeenCalled();
    expect(await run(true)).toBe(true);
  });

  it('passes on what is refused', async () => {
    const refused = await failure(403, {
      name: 'NotAllowedError',
      message: 'x',
    });
    changeClusterProfiles.mockRejectedValue(refused);
    await expect(run()).rejects.toBe(refused);
  });
});
