import { InfoCard } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { Bar } from '@visx/shape';
import { spectroCloudTranslationRef } from '../translation';
import type { Share } from './fleetFigures';

/** More would be a list, which the clusters' page is. */
const MOST = 10;
const HEIGHT = 12;

const useStyles = makeStyles(theme => ({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    fontFamily: theme.typography.fontFamily,
    fontSize: theme.typography.body2.fontSize,
    '& th, & td': {
      padding: theme.spacing(0.5, 1, 0.5, 0),
      textAlign: 'left',
      fontWeight: 'normal',
    },
    '& thead th': { color: theme.palette.text.secondary },
    '& th:last-child, & td:last-child': {
      textAlign: 'right',
      fontVariantNumeric: 'tabular-nums',
    },
    '& a': { fontFamily: 'inherit', fontSize: 'inherit' },
  },
  bar: { width: '55%' },
  svg: { display: 'block' },
}));

/** How many there are of each, as bars in a table whose rows lead to the clusters. */
export const BarsCard = (props: {
  title: string;
  shares: Share[];
  wordOf?: (value: string) => string;
  hrefOf: (value: string) => string;
}) => {
  const { title, shares, wordOf = value => value, hrefOf } = props;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const classes = useStyles();
  const { palette } = useTheme();
  const most = Math.max(...shares.map(({ count }) => count), 1);
  const least = [...shares].sort((a, b) => b.count - a.count)[MOST - 1];
  const shown = shares
    .filter(({ count }) => !least || count >= least.count)
    .slice(0, MOST);
  const hidden = shares.length - shown.length;
  return (
    <InfoCard title={title}>
      {shares.every(({ value }) => !value) ? (
        <Typography variant="body2">{t('fleet.notKnown')}</Typography>
      ) : (
        <table className={classes.table} aria-label={title}>
          <thead>
            <tr>
              <th scope="col">{title}</th>
              <th scope="col" colSpan={2}>
                {t('fleet.clusters')}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ value, count }) => (
              <tr key={value}>
                <th scope="row">
                  {value ? (
                    <Link href={hrefOf(value)}>{wordOf(value)}</Link>
                  ) : (
                    t('fleet.unknown')
                  )}
                </th>
                <td className={classes.bar} aria-hidden="true">
                  <svg className={classes.svg} width="100%" height={HEIGHT}>
                    <Bar
                      width={`${(100 * count) / most}%`}
                      height={HEIGHT}
                      rx={2}
                      fill={
                        value ? palette.primary.main : palette.text.disabled
                      }
                    />
                  </svg>
                </td>
                <td>{count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {hidden > 0 && (
        <Typography variant="body2" color="textSecondary">
          {t('fleet.others', { count: hidden })}
        </Typography>
      )}
    </InfoCard>
  );
};
