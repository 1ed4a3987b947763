import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useCallback } from 'react';
import { cloudLabel } from '../components/cloudLabel';
import { useStateWord } from '../components/useStateWord';
import { spectroCloudTranslationRef } from '../translation';
import { ATTENTION } from './attention';
import type { FilterColumn } from './clusterRows';

const TYPES = [
  'PureManage',
  'AlloyMonitor',
  'AlloyAssist',
  'AlloyExtend',
] as const;

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
        case 'type': {
          const type = TYPES.find(one => one === value);
          return type ? t(`clusterTypeShort.${type}`) : value;
        }
        case 'attention': {
          const reason = ATTENTION.find(one => one === value);
          return reason ? t(`attention.${reason}`) : value;
        }
        default:
          return value;
      }
    },
    [t, stateWord],
  );
}
