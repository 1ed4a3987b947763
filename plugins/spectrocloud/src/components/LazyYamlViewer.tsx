import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { lazy, Suspense } from 'react';
import { spectroCloudTranslationRef } from '../translation';

/** The highlighter is large, and most pages show no YAML. */
const YamlViewer = lazy(async () => {
  const { YamlViewer: viewer } = await import('./YamlViewer');
  return { default: viewer };
});

/** YAML to read, with a viewer that is loaded where there is some. */
export const LazyYamlViewer = (props: { text: string; label: string }) => {
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  return (
    <Suspense fallback={<p>{t('common.loading')}</p>}>
      <YamlViewer {...props} />
    </Suspense>
  );
};
