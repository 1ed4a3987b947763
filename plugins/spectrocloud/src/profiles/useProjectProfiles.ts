import { useApi } from '@backstage/frontend-plugin-api';
import { spectroCloudApiRef } from '@terasky/backstage-plugin-spectrocloud-auth';
import { useLoad } from '../components/useLoad';

/** The profiles of a project, once it is known which. */
export function useProjectProfiles(projectUid: string | undefined) {
  const api = useApi(spectroCloudApiRef);
  return useLoad(
    async options =>
      projectUid ? api.listProjectProfiles(projectUid, options) : undefined,
    projectUid,
  );
}
