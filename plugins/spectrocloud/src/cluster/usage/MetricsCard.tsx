import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useId, useState } from 'react';
import { FilterSelect } from '../../components/FilterSelect';
import { spectroCloudTranslationRef } from '../../translation';
import { PartCard } from '../PartCard';
import { type ReadableMetric, readMetric } from './metricWords';
import { TimeChart } from './TimeChart';

/** Stretches of time to choose from, in hours. */
const HOURS = ['6', '24', '168', '720'] as const;

const useStyles = makeStyles(theme => ({
  choice: { display: 'flex', maxWidth: 240, marginBottom: theme.spacing(2) },
  metric: { '& + &': { marginTop: theme.spacing(3) } },
}));

const Metric = ({ metric }: { metric: ReadableMetric }) => {
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const classes = useStyles();
  const headingId = useId();
  const { kind, unit, points, latest, highest, average } = metric;
  const locale = t('common.locale');
  const unitWord = unit === 'cores' ? t('usage.cores') : unit;
  const format = (value = 0) =>
    `${value.toLocaleString(locale, { maximumFractionDigits: 1 })} ${unitWord}`;
  const name = kind === 'cpu' || kind === 'memory' ? t(`fleet.${kind}`) : kind;
  return (
    <section className={classes.metric}>
      <Typography id={headingId} variant="subtitle2" component="h3">
        {name}
      </Typography>
      {points.length === 0 ? (
        <Typography variant="body2">{t('usage.nothing')}</Typography>
      ) : (
        <>
          <Typography variant="body2" color="textSecondary" gutterBottom>
            {t('usage.summary', {
              latest: format(latest),
              average: format(average),
              highest: format(highest),
            })}
          </Typography>
          <TimeChart
            labelId={headingId}
            points={points}
            format={format}
            valueLabel={name}
          />
        </>
      )}
    </section>
  );
};

/** How much the cluster used lately. */
export const MetricsCard = ({ uid }: { uid: string }) => {
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const classes = useStyles();
  const [hours, setHours] = useState<(typeof HOURS)[number]>('24');
  return (
    <PartCard
      title={t('usage.title')}
      loadKey={`${uid} ${hours}`}
      load={(api, options) =>
        api.listClusterMetrics(uid, { ...options, hours: Number(hours) })
      }
      missing={t('usage.nothing')}
      before={
        <div className={classes.choice}>
          <FilterSelect
            label={t('usage.span')}
            value={hours}
            options={[...HOURS]}
            required
            labelOf={each => t(`usage.hours${each as (typeof HOURS)[number]}`)}
            onChange={each =>
              setHours(HOURS.find(known => known === each) ?? '24')
            }
          />
        </div>
      }
    >
      {metrics => (
        <>
          {metrics.length === 0 && (
            <Typography variant="body2">{t('usage.nothing')}</Typography>
          )}
          {metrics.map(readMetric).map((metric, index) => (
            <Metric key={index} metric={metric} />
          ))}
        </>
      )}
    </PartCard>
  );
};
