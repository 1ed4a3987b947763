import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { spectroCloudTranslationRef } from '../translation';

const LAYERS = ['kernel', 'os', 'k8s', 'cni', 'csi', 'addon'] as const;

/** The word for a layer of Palette's stack; what isn't known keeps Palette's. */
export function useLayerWord(): (layer: string | undefined) => string {
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  return layer => {
    const known = LAYERS.find(each => each === layer);
    return known ? t(`layer.${known}`) : (layer ?? t('common.none'));
  };
}
