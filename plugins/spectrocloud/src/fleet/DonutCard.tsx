import { InfoCard } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { Pie } from '@visx/shape';
import { useId, useRef } from 'react';
import { spectroCloudTranslationRef } from '../translation';
import type { Share } from './fleetFigures';
import { fillOf, SegmentPattern } from './segmentLooks';

const SIZE = 168;
const RADIUS = SIZE / 2 - 2;
const HOLE = RADIUS * 0.62;
const GAP = 0.02;
const SWATCH = 14;

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(3),
  },
  chart: { flex: 'none', maxWidth: '100%' },
  segment: { cursor: 'pointer', '&:hover': { opacity: 0.8 } },
  total: {
    fill: theme.palette.text.primary,
    fontFamily: theme.typography.fontFamily,
    fontSize: 30,
    fontWeight: 600,
  },
  table: {
    flex: '1 1 160px',
    borderCollapse: 'collapse',
    fontFamily: theme.typography.fontFamily,
    fontSize: theme.typography.body2.fontSize,
    '& th, & td': {
      padding: theme.spacing(0.5, 1, 0.5, 0),
      textAlign: 'left',
      fontWeight: 'normal',
    },
    '& td': { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
    '& thead th': { color: theme.palette.text.secondary },
    '& thead th:last-child': { textAlign: 'right' },
    '& a': { fontFamily: 'inherit', fontSize: 'inherit' },
    '& svg': { marginRight: theme.spacing(1), verticalAlign: 'text-bottom' },
  },
}));

/** Shares of a whole: a ring, and the table that says the same in words and leads to the clusters. */
export const DonutCard = (props: {
  title: string;
  subheader?: string;
  shares: Share[];
  wordOf: (value: string) => string;
  hrefOf: (value: string) => string;
}) => {
  const { title, subheader, shares, wordOf, hrefOf } = props;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const classes = useStyles();
  const id = useId().replace(/:/g, '');
  const links = useRef(new Map<string, HTMLElement | null>());
  const total = shares.reduce((sum, { count }) => sum + count, 0);
  const patternOf = (value: string) =>
    `${id}-${shares.findIndex(share => share.value === value)}`;
  /** The segment's link is in the table, where keyboards and screen readers find it. */
  const follow = (value: string) =>
    links.current.get(value)?.querySelector('a')?.click();
  return (
    <InfoCard title={title} subheader={subheader}>
      <div className={classes.root}>
        <svg
          className={classes.chart}
          width={SIZE}
          viewBox={`0 0 ${SIZE} ${SIZE}`}
          aria-hidden="true"
          data-testid="chart"
        >
          <defs>
            {shares.map(({ value }) => (
              <SegmentPattern key={value} id={patternOf(value)} state={value} />
            ))}
          </defs>
          <g transform={`translate(${SIZE / 2} ${SIZE / 2})`}>
            <Pie
              data={shares}
              pieValue={({ count }) => count}
              pieSort={null}
              pieSortValues={null}
              outerRadius={RADIUS}
              innerRadius={HOLE}
              padAngle={shares.length > 1 ? GAP : 0}
            >
              {({ arcs, path }) =>
                arcs.map(arc => (
                  <path
                    key={arc.data.value}
                    className={classes.segment}
                    d={path(arc) ?? undefined}
                    fill={fillOf(patternOf(arc.data.value))}
                    onClick={() => follow(arc.data.value)}
                  >
                    <title>
                      {wordOf(arc.data.value)}: {arc.data.count}
                    </title>
                  </path>
                ))
              }
            </Pie>
          </g>
          <text
            className={classes.total}
            x={SIZE / 2}
            y={SIZE / 2}
            textAnchor="middle"
            dominantBaseline="central"
          >
            {total}
          </text>
        </svg>
        <table className={classes.table} aria-label={title}>
          <thead>
            <tr>
              <th scope="col">{title}</th>
              <th scope="col">{t('fleet.clusters')}</th>
            </tr>
          </thead>
          <tbody>
            {shares.map(({ value, count }) => (
              <tr
                key={value}
                ref={row => {
                  links.current.set(value, row);
                }}
              >
                <th scope="row">
                  <svg width={SWATCH} height={SWATCH} aria-hidden="true">
                    <rect
                      width={SWATCH}
                      height={SWATCH}
                      rx={2}
                      fill={fillOf(patternOf(value))}
                    />
                  </svg>
                  <Link href={hrefOf(value)}>{wordOf(value)}</Link>
                </th>
                <td>{count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </InfoCard>
  );
};
