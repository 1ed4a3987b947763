import { Progress } from '@backstage/core-components';
import { useApi } from '@backstage/frontend-plugin-api';
import { Container } from '@backstage/ui';
import { spectroCloudApiRef } from '@terasky/backstage-plugin-spectrocloud-auth';
import type {
  ApiOptions,
  SpectroCloudApi,
} from '@terasky/backstage-plugin-spectrocloud-common';
import {
  type Load,
  useLoad,
} from '@terasky/backstage-plugin-spectrocloud-react';
import { type ReactNode, useMemo } from 'react';
import { PageName } from '../routing/PageName';
import { useAddressParams } from '../routing/useAddressParams';
import { BackLink } from './BackLink';
import { ErrorState } from './ErrorState';
import { PaletteScopeProvider } from './PaletteScope';

interface DetailPageProps<T> {
  uid: string;
  /** Of the page, without what it is asked for with. */
  href: string;
  /** The list that the thing is on. */
  list: { title: string; href: string; back: string };
  load: (api: SpectroCloudApi, uid: string, options: ApiOptions) => Promise<T>;
  children: (load: Load<T> & { value: T }) => ReactNode;
}

interface Scope {
  instance?: string;
  projectUid?: string;
}

function LoadedPage<T extends { metadata: { name: string } }>(
  props: DetailPageProps<T> & { scope: Scope },
) {
  const { uid, href, list, scope, load, children } = props;
  const api = useApi(spectroCloudApiRef);
  const loaded = useLoad(options => load(api, uid, { ...options, ...scope }));
  const { value, error, reload } = loaded;
  return (
    <PageName names={[value?.metadata.name ?? uid, list.title]} href={href}>
      <Container py="4">
        <BackLink to={list.href} text={list.back} />
        {error && !value && <ErrorState error={error} onRetry={reload} />}
        {!error && !value && <Progress />}
        {value && (
          <PaletteScopeProvider value={scope}>
            {children({ ...loaded, value })}
          </PaletteScopeProvider>
        )}
      </Container>
    </PageName>
  );
}

/** One thing of Palette; the address may say in which Palette and project it is, which spares looking for it. */
export function DetailPage<T extends { metadata: { name: string } }>(
  props: DetailPageProps<T>,
) {
  const [params] = useAddressParams();
  const instance = params.get('instance') ?? undefined;
  const projectUid = params.get('projectUid') ?? undefined;
  const scope = useMemo(
    () => ({ instance, projectUid }),
    [instance, projectUid],
  );
  // A link leads from one thing to another of its kind: what is known of the first,
  // or is done to it in a dialog, is nothing of the second.
  const key = JSON.stringify([props.uid, scope]);
  return <LoadedPage key={key} {...props} scope={scope} />;
}
