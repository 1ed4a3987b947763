import { Progress } from '@backstage/core-components';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  ApiOptions,
  SpectroCloudApi,
  spectroCloudClusterViewInfoPermission,
} from '@terasky/backstage-plugin-spectrocloud-common';
import {
  type Load,
  useLoad,
} from '@terasky/backstage-plugin-spectrocloud-react';
import { type ReactNode, useEffect } from 'react';
import { PaletteScopeProvider } from '../components/PaletteScope';
import { usePaletteInstances } from '../components/usePaletteInstances';
import { usePalettePermission } from '../components/usePalettePermission';
import { spectroCloudTranslationRef } from '../translation';
import type { PaletteAnnotations } from './annotations';
import { LoadFailure } from './LoadFailure';
import { Notice } from './Notice';
import { quietPaletteRef } from '../QuietPalette';

/** What is loaded, by whom, and how it is shown. */
export interface QuietLoadProps<T> {
  annotations: PaletteAnnotations;
  /** The annotation that names what is loaded. */
  subject?: { value: string; key: string };
  /** What else is asked about, where no annotation names it. */
  loadKey?: string;
  permission: typeof spectroCloudClusterViewInfoPermission;
  load: (api: SpectroCloudApi, options: ApiOptions) => Promise<T>;
  children: (load: Load<T> & { value: T }) => ReactNode;
}

function scopeOf({ instance, projectUid }: PaletteAnnotations) {
  return { instance: instance?.value, projectUid: projectUid?.value };
}

/** Loads as the user, once it is known that there is a use in it. */
function LoadNow<T>(props: QuietLoadProps<T>) {
  const { annotations, subject, load, children } = props;
  const palette = useApi(quietPaletteRef);
  const scope = scopeOf(annotations);
  const loaded = useLoad(({ fresh, signal }) =>
    load(palette.client, { ...scope, fresh, signal }),
  );
  const { value, error, reload } = loaded;
  useEffect(() => palette.onSignIn(reload), [palette, reload]);
  if (value !== undefined) {
    return (
      <PaletteScopeProvider value={scope}>
        {children({ ...loaded, value })}
      </PaletteScopeProvider>
    );
  }
  return error ? (
    <LoadFailure
      error={error}
      annotation={subject?.key ?? ''}
      onRetry={reload}
    />
  ) : (
    <Progress />
  );
}

/**
 * Content of Palette's for a page that is about something else: it waits for
 * nothing, asks for nothing, and where there is none says why in a sentence.
 */
export function QuietLoad<T>(props: QuietLoadProps<T>) {
  const { annotations, subject, loadKey, permission } = props;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const { has } = usePaletteInstances();
  const { loading, allowed } = usePalettePermission(permission);
  const { instance } = annotations;
  if (instance && !has(instance.value)) {
    const { key, value } = instance;
    return (
      <Notice
        text={t('entity.unknownInstance', { annotation: key, name: value })}
      />
    );
  }
  if (loading) return <Progress />;
  // A link may lead from one entity to another without the page being another.
  const key = JSON.stringify([subject, loadKey, scopeOf(annotations)]);
  return allowed ? (
    <LoadNow key={key} {...props} />
  ) : (
    <Notice text={t('entity.notAllowed', { permission: permission.name })} />
  );
}
