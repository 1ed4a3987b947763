import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import { AreaClosed, LinePath } from '@visx/shape';
import { CardTable } from '../../components/CardTable';
import { spectroCloudTranslationRef } from '../../translation';
import { sample } from './metricWords';

const WIDTH = 600;
const HEIGHT = 160;
const TOP = 8;
const TABLE_ROWS = 24;

/** A value at a time, in ms since 1970. */
export interface TimePoint {
  time: number;
  value: number;
}

const useStyles = makeStyles(theme => ({
  chart: { display: 'block', width: '100%', height: HEIGHT },
  ends: {
    display: 'flex',
    justifyContent: 'space-between',
    color: theme.palette.text.secondary,
    fontFamily: theme.typography.fontFamily,
    fontSize: theme.typography.caption.fontSize,
  },
  table: {
    marginTop: theme.spacing(1),
    fontFamily: theme.typography.fontFamily,
    fontSize: theme.typography.body2.fontSize,
    '& summary': { cursor: 'pointer', padding: theme.spacing(0.5, 0) },
  },
}));

/** Values over time as a line; the same as a table for those who don't see it, or want figures. */
export const TimeChart = (props: {
  labelId: string;
  points: TimePoint[];
  format: (value: number) => string;
  /** Of the column with the values. */
  valueLabel: string;
  /** Each value is a day's. */
  isDaily?: boolean;
}) => {
  const { labelId, points, format, valueLabel, isDaily } = props;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const classes = useStyles();
  const { palette } = useTheme();
  const first = points[0].time;
  const last = points[points.length - 1].time;
  const highest = Math.max(...points.map(({ value }) => value), 0);
  const x = ({ time }: TimePoint) =>
    last === first ? WIDTH / 2 : (WIDTH * (time - first)) / (last - first);
  const y = ({ value }: TimePoint) =>
    HEIGHT - (highest ? ((HEIGHT - TOP) * value) / highest : 0);
  // Visx wants a scale for the line that the area is closed by.
  const floor = Object.assign((value: number) => value, {
    range: () => [HEIGHT, 0],
  });
  const timeOf = (time: number) =>
    new Date(time).toLocaleString(t('common.locale'), {
      dateStyle: 'short',
      timeStyle: isDaily ? undefined : 'short',
    });
  return (
    <>
      <svg
        className={classes.chart}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        aria-hidden="true"
        data-testid="chart"
      >
        <AreaClosed
          data={points}
          x={x}
          y={y}
          yScale={floor as never}
          fill={palette.primary.main}
          fillOpacity={0.15}
        />
        <LinePath
          data={points}
          x={x}
          y={y}
          stroke={palette.primary.main}
          strokeWidth={2}
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      <div className={classes.ends} aria-hidden="true">
        <span>{timeOf(first)}</span>
        <span>{t('usage.top', { value: format(highest) })}</span>
        <span>{timeOf(last)}</span>
      </div>
      <details className={classes.table}>
        <summary>{t('usage.asTable')}</summary>
        <CardTable
          labelId={labelId}
          columns={[
            {
              id: 'time',
              label: t('usage.time'),
              render: ({ time }) => timeOf(time),
            },
            {
              id: 'value',
              label: valueLabel,
              render: ({ value }) => format(value),
            },
          ]}
          rows={sample(points, TABLE_ROWS)}
          keyOf={({ time }) => String(time)}
        />
      </details>
    </>
  );
};
