import { Progress } from '@backstage/core-components';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Container } from '@backstage/ui';
import LockIcon from '@material-ui/icons/LockOutlined';
import { spectroCloudClusterCreatePermission } from '@terasky/backstage-plugin-spectrocloud-common';
import { useLoad } from '@terasky/backstage-plugin-spectrocloud-react';
import { BackLink } from '../components/BackLink';
import { ErrorState } from '../components/ErrorState';
import { PageHead } from '../components/PageHead';
import { StatePanel } from '../components/StatePanel';
import { usePalettePermission } from '../components/usePalettePermission';
import { identityApiRef } from '../coreApiRefs';
import { PageName } from '../routing/PageName';
import { usePaletteLinks } from '../routing/PaletteRouting';
import { spectroCloudTranslationRef } from '../translation';
import { WizardView } from './WizardView';

/** The wizard, for who may create clusters; its draft is that of the Backstage user. */
const CreateClusterPage = ({ back }: { back: string }) => {
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const links = usePaletteLinks();
  const identityApi = useApi(identityApiRef);
  const { loading, allowed } = usePalettePermission(
    spectroCloudClusterCreatePermission,
  );
  const identity = useLoad(() => identityApi.getBackstageIdentity());
  const user = identity.value?.userEntityRef;
  return (
    <PageName
      names={[t('create.title'), t('clusters.title')]}
      href={links.createCluster}
    >
      <Container py="4">
        <BackLink to={back} text={t('cluster.back')} />
        <PageHead title={t('create.title')} />
        {(loading || (!user && !identity.error)) && <Progress />}
        {identity.error && (
          <ErrorState error={identity.error} onRetry={identity.reload} />
        )}
        {!loading && !allowed && (
          <StatePanel
            icon={LockIcon}
            title={t('create.notAllowedTitle')}
            description={t('create.notAllowed')}
          />
        )}
        {!loading && allowed && user && <WizardView user={user} />}
      </Container>
    </PageName>
  );
};

export default CreateClusterPage;
