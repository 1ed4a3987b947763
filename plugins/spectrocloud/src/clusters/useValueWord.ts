import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useCallback } from 'react';
import { cloudLabel } from '../components/cloudLabel';
import { useStateWord } from '../components/useStateWord';
import { spectroCloudTranslationRef } from '../translation';
import type { FilterColumn } from './clusterRows';

/** What people read for a value of a column. */
export function useValueWord() {
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const stateWord = useStateWord();
  return useCallback(
    (column: FilterColumn, value: string): string => {
      switch (column) {
        case 'cloud':
          return cloudLabel(value);
        case 'state':
        case 'health':
          return stateWord(value);
        case 'kind':
          return value === 'host' || value === 'virtual'
            ? t(`kind.${value}`)
            : value;
        default:
          return value;
      }
    },
    [t, stateWord],
  );
}
