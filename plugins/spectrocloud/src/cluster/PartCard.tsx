import { InfoCard, Progress } from '@backstage/core-components';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { spectroCloudApiRef } from '@terasky/backstage-plugin-spectrocloud-auth';
import type {
  ApiOptions,
  SpectroCloudApi,
} from '@terasky/backstage-plugin-spectrocloud-common';
import {
  explainError,
  useLoad,
} from '@terasky/backstage-plugin-spectrocloud-react';
import { type ReactNode, useId } from 'react';
import { ErrorState } from '../components/ErrorState';
import { usePaletteScope } from '../components/PaletteScope';
import { spectroCloudTranslationRef } from '../translation';

/** What a card of a cluster loads, and how it is shown. */
export interface PartCardProps<T> {
  title: string;
  /** What is asked for; another one is loaded anew. */
  loadKey: string;
  load: (api: SpectroCloudApi, options: ApiOptions) => Promise<T>;
  /** Said where this Palette, or its role for the user, has nothing of it; without it, the card isn't shown then. */
  missing?: string;
  /** Above what is loaded, and there while it is. */
  before?: ReactNode;
  /** Gets the id of the heading, too, for what it names. */
  children: (value: T, headingId: string) => ReactNode;
}

/** A part of a cluster, loaded when it is shown. */
export function PartCard<T>(props: PartCardProps<T>) {
  const { title, loadKey, load, missing, before, children } = props;
  const api = useApi(spectroCloudApiRef);
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const scope = usePaletteScope();
  const headingId = useId();
  const { value, error, reload } = useLoad(
    async options => ({
      key: loadKey,
      part: await load(api, { ...options, ...scope }),
    }),
    loadKey,
  );
  // What was asked for before must not pass for what is asked for now.
  const loaded = value?.key === loadKey ? value : undefined;
  const kind = error && explainError(error);
  const isMissing = kind === 'notFound' || kind === 'forbidden';
  if (isMissing && missing === undefined) return null;
  return (
    <InfoCard title={<span id={headingId}>{title}</span>}>
      {before}
      {isMissing && (
        <Typography variant="body2" color="textSecondary">
          {kind === 'forbidden' ? t('error.forbidden') : missing}
        </Typography>
      )}
      {error && !isMissing && !loaded && (
        <ErrorState error={error} onRetry={reload} />
      )}
      {!loaded && !error && <Progress />}
      {loaded && !isMissing && children(loaded.part, headingId)}
    </InfoCard>
  );
}
